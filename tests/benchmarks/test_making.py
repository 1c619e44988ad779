from benchmarks.making import made_reports

from clearway.kinds import kinds


def test_made_passages_cut_their_words_out_of_their_reports() -> None:
    for report, claims in made_reports(300):
        assert all(claim.passage.cuts(report.text) and claim.sentence.cuts(report.text) for claim in claims)
        assert all(report.text[place.start : place.end] == place.name for claim in claims for place in claim.places)


def test_the_same_seed_makes_the_same_reports() -> None:
    assert list(made_reports(200)) == list(made_reports(200))
    assert list(made_reports(200, seed=1)) != list(made_reports(200, seed=2))


def test_made_claims_are_of_all_kinds_with_ten_in_each_report() -> None:
    told = list(made_reports(1_000))
    assert [len(claims) for _, claims in told] == [10] * 100
    assert {claim.kind for _, claims in told for claim in claims} == set(kinds())


def test_some_made_reports_are_copies_and_some_are_later_versions() -> None:
    reports = [report for report, _ in made_reports(1_000)]
    assert any("Copied by" in report.text for report in reports)
    assert len({report.url for report in reports}) < len(reports)
    assert len({report.id for report in reports}) == len(reports)
