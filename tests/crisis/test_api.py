import subprocess
import sys
import tracemalloc
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.desk import NOW, quick_reader, read_samples, sample_ledger

import clearway
from clearway.crisis import Crisis, Outcome, ReadSummary, csv_text, frame, json_lines, places_beside
from clearway.errors import UsageError
from clearway.model import Claim, Hints, Profile, Query, Report

TEXT = "Air strikes killed 12 civilians in the town of Ariha on Monday, rescue workers said.\n"
HINTS = Hints(published=date(2020, 2, 18), publisher="Northwest Wire")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never load the language model twice."""
    monkeypatch.setattr("clearway.crisis.api.make_reader", quick_reader)


@pytest.fixture
def crisis(tmp_path: Path) -> Crisis:
    with Crisis.open(tmp_path / "crisis.db", now=lambda: NOW) as opened:
        yield opened  # type: ignore[misc]  # pytest's fixtures are generators


@pytest.fixture
def samples_crisis(tmp_path: Path) -> Crisis:
    with Crisis.open(sample_ledger(tmp_path), now=lambda: NOW) as opened:
        yield opened  # type: ignore[misc]


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    path = tmp_path / "wire.txt"
    path.write_text(TEXT)
    return path


def test_crisis_is_there_without_asking_for_its_module() -> None:
    assert clearway.Crisis is Crisis
    assert "Crisis" in dir(clearway)
    with pytest.raises(AttributeError, match="no attribute 'Chaos'"):
        _ = clearway.Chaos


def test_importing_the_package_loads_nothing() -> None:
    code = "import clearway, sys; print([name for name in sys.modules if name.startswith('clearway.')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_reading_tells_what_it_came_to(crisis: Crisis, wire: Path) -> None:
    told: list[Outcome] = []
    summary = crisis.read([wire, wire.with_name("missing.txt")], hints=HINTS, on_progress=told.append)
    assert (summary.read, summary.known, len(summary.refused)) == (1, 0, 1)
    assert summary.by_kind == {"killed": 1}
    assert [bool(outcome.refused) for outcome in told] == [False, True]


def test_reading_again_adds_nothing(crisis: Crisis, wire: Path) -> None:
    first = crisis.read([wire], hints=HINTS, keep=True)
    again = crisis.read([wire], hints=HINTS, keep=True)
    assert (again.read, again.known, again.by_kind) == (0, 1, {})
    assert again.claims == first.claims
    assert tuple(crisis.ledger.claims()) == first.claims


def test_the_day_of_reading_comes_from_the_clock(crisis: Crisis, wire: Path) -> None:
    (report,) = crisis.read([wire], hints=HINTS, keep=True).reports
    assert report.retrieved == NOW.date()


def test_a_summary_counts_the_claims_of_new_reports_only() -> None:
    report = Report(text="x", document="x", sha256="0" * 64)
    claims = read_samples()[1].claims[:2]
    known = Outcome(document="x", report=report, claims=claims, known=True)
    summary = ReadSummary.of([known], keep=True)
    assert (summary.read, summary.known, summary.by_kind, summary.claims) == (0, 1, {}, claims)


def test_a_summary_lets_each_outcome_go_unless_told_to_keep_it() -> None:
    size, many = 100_000, 20
    outcomes = (
        Outcome(document="x", report=Report(text=str(number) * size, document="x", sha256=f"{number:064}"))
        for number in range(many)
    )
    tracemalloc.start()
    summary = ReadSummary.of(outcomes)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (summary.read, summary.reports, summary.claims) == (many, (), ())
    assert peak < size * many / 2


def test_claims_come_with_the_reports_that_hold_them(samples_crisis: Crisis) -> None:
    release = samples_crisis.claims(Query(kind="road_status"))
    assert {claim.kind for claim in release.claims} == {"road_status"}
    assert {report.id for report in release.reports} == {claim.report for claim in release.claims}


def test_every_claim_s_words_are_cut_out_of_its_report(samples_crisis: Crisis) -> None:
    release = samples_crisis.claims()
    texts = {report.id: report.text for report in release.reports}
    assert all(claim.passage.cuts(texts[claim.report]) for claim in release.claims)
    assert all(claim.sentence.cuts(texts[claim.report]) for claim in release.claims)


def test_one_claim_is_shown_by_the_start_of_its_id(samples_crisis: Crisis) -> None:
    claim = next(samples_crisis.ledger.claims())
    assert samples_crisis.show(claim.id[:10]).claims[0] == claim
    with pytest.raises(UsageError):
        samples_crisis.show("zzzz")


def test_behind_a_claim_come_those_that_it_has_to_do_with(samples_crisis: Crisis) -> None:
    for claim in list(samples_crisis.ledger.claims(Query(kind="killed")))[:5]:
        shown = samples_crisis.show(claim.id)
        assert all(claim.id in (tie.one, tie.other) for tie in shown.relations)
        assert {one.id for one in shown.claims} == {claim.id} | {
            name for tie in shown.relations for name in (tie.one, tie.other)
        }


def test_a_picture_is_aged_from_its_day_or_the_clock_s(samples_crisis: Crisis) -> None:
    assert samples_crisis.picture(as_of=date(2020, 2, 20)).today == date(2020, 2, 20)
    assert samples_crisis.picture().today == NOW.date()


def test_what_leaves_has_passed_the_gate(samples_crisis: Crisis) -> None:
    drawn = samples_crisis.picture(profile=Profile.PUBLIC)
    assert drawn.release.profile is Profile.PUBLIC
    assert drawn.picture.findings == drawn.release.findings
    assert samples_crisis.claims(profile=Profile.PUBLIC).withheld


def test_claims_and_findings_are_frames_with_a_row_each(samples_crisis: Crisis) -> None:
    drawn = samples_crisis.picture()
    claims, findings = frame(drawn.release), frame(drawn.release, findings=True)
    assert list(claims["id"]) == [claim.id for claim in drawn.release.claims]
    assert list(findings["id"]) == [finding.id for finding in drawn.release.findings]
    assert {"figure_value", "source", "published"} <= set(claims.columns)
    assert {"low_value", "best_value", "high_value", "state"} <= set(findings.columns)


def test_outputs_hold_a_line_for_each_claim_or_finding(samples_crisis: Crisis) -> None:
    release = samples_crisis.picture().release
    assert len(json_lines(release).splitlines()) == len(release.claims)
    assert len(json_lines(release, findings=True).splitlines()) == len(release.findings)
    assert csv_text(release, findings=True).startswith("id,topic")


def test_the_page_is_one_document_of_the_release(samples_crisis: Crisis) -> None:
    page = samples_crisis.page(title="North-west Syria", profile=Profile.PUBLIC)
    assert page.html.lower().startswith("<!doctype html>")
    assert page.release.profile is Profile.PUBLIC


def test_own_places_lie_beside_the_ledger() -> None:
    assert places_beside(Path("folder/idlib.db")) == Path("folder/idlib-places.db")


def test_a_gazetteer_that_was_named_must_be_there(tmp_path: Path, wire: Path) -> None:
    with (
        Crisis.open(tmp_path / "crisis.db", gazetteer=tmp_path / "mistyped.db") as crisis,
        pytest.raises(UsageError, match=r"mistyped\.db: there is no such gazetteer"),
    ):
        crisis.read([wire], hints=HINTS)


def test_a_fault_over_one_report_does_not_stop_the_others(
    crisis: Crisis, wire: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = wire.with_name("odd.txt")
    odd.write_text("Two people were injured in Sarmin on Sunday, the council said.\n")
    reader = quick_reader(crisis.gazetteer)
    read_each = reader.read_each

    def faulty(reports: Iterable[Report]) -> Iterator[tuple[Claim, ...]]:
        for report in reports:
            if report.document.endswith("odd.txt"):
                raise ValueError("a fault of ours")
            yield from read_each([report])

    monkeypatch.setattr(reader, "read_each", faulty)
    monkeypatch.setattr("clearway.crisis.api.make_reader", lambda _gazetteer: reader)
    summary = crisis.read([odd, wire], hints=HINTS)
    assert summary.read == 1
    assert [str(refused) for refused in summary.refused] == [
        f"{odd}: reading its claims failed (ValueError: a fault of ours); tell Clearway's maintainers"
    ]


def test_reports_read_together_are_told_in_order_with_copies_and_refusals_among_them(
    crisis: Crisis, wire: Path
) -> None:
    folder = wire.parent
    (folder / "a.txt").write_text("Two people were injured in Sarmin on Sunday, the council said.\n")
    (folder / "b.txt").write_text("   ")
    (folder / "c.txt").write_text(wire.read_text())
    names = ["a.txt", "b.txt", wire.name, "c.txt"]

    told = list(crisis.reading([folder / name for name in names], hints=HINTS))

    assert [Path(outcome.document).name for outcome in told] == names
    assert [(len(outcome.claims), outcome.known, outcome.refused is None) for outcome in told] == [
        (1, False, True),
        (0, False, False),
        (1, False, True),
        (1, True, True),
    ]


def test_how_many_reports_are_read_together_changes_nothing(
    crisis: Crisis, wire: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for number in range(2, 7):
        wire.with_name(f"{number}.txt").write_text(f"On Monday {number} people were injured in Sarmin, he said.\n")
    together = crisis.read([wire.parent], hints=HINTS)

    monkeypatch.setattr("clearway.crisis.reading.MOST_TOGETHER", 1)
    with Crisis.open(tmp_path / "other.db", now=lambda: NOW) as other:
        alone = other.read([wire.parent], hints=HINTS)
    assert (alone.read, alone.reports, alone.claims) == (6, together.reports, together.claims)
