import clearway.sources


def test_the_public_names_are_sorted_and_there() -> None:
    names = clearway.sources.__all__
    assert all(hasattr(clearway.sources, name) for name in names)
    assert names == sorted(names, key=lambda name: (not name.isupper(), name[0].islower(), name))
