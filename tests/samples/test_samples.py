import re
from pathlib import Path

from tests.desk import SAMPLES, read_samples

from clearway.model import MayRedistribute

SAID = "Sample report written for Clearway; not a real publication."
RUN = 8
"""Words in a row that two texts share only when one was copied."""


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+", text.lower())
    return set(zip(*(words[start:] for start in range(RUN)), strict=False))


def test_every_sample_is_read_and_nothing_is_refused() -> None:
    summary = read_samples()[1]
    assert summary.refused == ()
    assert {Path(report.document).name.split("#")[0] for report in summary.reports} >= {
        path.name for path in SAMPLES.iterdir() if path.suffix in (".txt", ".md", ".html", ".pdf", ".docx")
    }


def test_there_are_at_least_twelve_in_at_least_four_formats() -> None:
    assert len(list(SAMPLES.iterdir())) >= 12
    assert len({path.suffix for path in SAMPLES.iterdir()}) >= 4


def test_every_sample_says_what_it_is_and_that_others_may_have_it() -> None:
    for report in read_samples()[1].reports:
        assert SAID in report.text, report.document
        assert report.may_redistribute is MayRedistribute.FULL, report.document


def test_every_sample_has_a_publisher_a_day_and_an_address() -> None:
    for report in read_samples()[1].reports:
        assert report.publisher, report.document
        assert report.title, report.document
        assert (report.url or "").startswith("https://example.org/"), report.document
        assert "2019-12" <= str(report.published) < "2020-04", report.document


def test_every_sample_holds_claims() -> None:
    summary = read_samples()[1]
    assert {claim.report for claim in summary.claims} == {report.id for report in summary.reports}
    assert len(summary.by_kind) >= 15


def test_no_sample_is_copied_from_the_annotated_reports(shared: Path) -> None:
    real = set[tuple[str, ...]]()
    for path in [*shared.glob("article/*.txt"), *shared.glob("annotated/*.txt")]:
        real |= runs(path.read_text(encoding="utf-8"))
    for report in read_samples()[1].reports:
        assert not runs(report.text) & real, report.document
