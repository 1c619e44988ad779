from benchmarks.making import later_reports, made_reports

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


def test_later_reports_come_on_the_last_day_and_tell_of_the_same_places() -> None:
    made = list(made_reports(300))
    later = list(later_reports(300, 3, after=30))
    assert {report.published for report, _ in later} == {made[-1][0].published}
    assert {report.id for report, _ in later}.isdisjoint(report.id for report, _ in made)
    names = {claim.places[0].name for _, claims in made_reports(20_000) for claim in claims}
    assert {claim.places[0].name for _, claims in later for claim in claims} <= names


def test_other_later_reports_are_made_each_time() -> None:
    assert list(later_reports(300, 1, after=30)) == list(later_reports(300, 1, after=30))
    assert list(later_reports(300, 1, after=30)) != list(later_reports(300, 1, after=31))
