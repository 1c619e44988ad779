from dataclasses import replace
from datetime import date

from tests.cli.records import FINDING, picture
from tests.cli.test_tables import printed

from clearway.cli.findings import MOST_SHOWN, PictureTable
from clearway.model import Finding, State

TODAY = date(2020, 2, 20)


def shown(*findings: Finding, everything: bool = False, width: int = 80) -> list[str]:
    return printed(PictureTable(picture(*findings), today=TODAY, everything=everything), width).splitlines()


def test_a_finding_has_its_numbers_and_tells_who_says_so_and_how_old_it_is() -> None:
    lines = shown(FINDING)
    assert lines[0].startswith("The picture as of 20 Feb 2020  1 report, 1 claim, policy: range")
    assert lines[3].split() == ["36", "40", "·", "about", "40", "people", "displaced"]
    assert [line.strip() for line in lines[4:7]] == [
        "Northtown · 17 Feb 2020",
        "single source: Aid workers, 18 Feb 2020 (2 days",
        "old)",
    ]
    assert lines[7].strip() == "about 40, give or take a tenth"


def test_a_finding_without_numbers_shows_its_status() -> None:
    road = replace(FINDING, low=None, best=None, high=None, status="closed", statement="M5 closed")
    assert shown(road)[3].split() == ["closed", "M5", "closed"]


def test_what_newer_figures_replaced_is_counted_and_shown_when_asked() -> None:
    old = replace(FINDING, id="f0", state=State.SUPERSEDED, statement="about 20 people displaced")
    assert "and 1 replaced by newer ones (--all shows them)" in "\n".join(shown(FINDING, old))
    assert not any("about 20 people displaced" in line for line in shown(FINDING, old))
    assert any("about 20 people displaced" in line for line in shown(FINDING, old, everything=True))


def test_a_topic_shows_its_first_findings_and_how_many_more_there_are() -> None:
    many = [replace(FINDING, id=f"f{number}", statement=f"finding {number}") for number in range(MOST_SHOWN + 3)]
    text = "\n".join(shown(*many))
    assert f"finding {MOST_SHOWN - 1}" in text
    assert f"finding {MOST_SHOWN}" not in text
    assert "and 3 more (--all shows them)" in text


def test_at_a_glance_a_topic_tells_how_many_findings_were_not_looked_at() -> None:
    table = PictureTable(picture(FINDING), today=TODAY, left={FINDING.topic: 1_234})
    lines = " ".join(printed(table, 120).split())
    assert "and 1,234 more, counting those that newer ones replaced (--all shows them)" in lines
    assert lines.endswith("Sums are checked among these findings alone, and no total is offered (--all does both)")


def test_no_line_is_wider_than_the_terminal() -> None:
    wide = replace(FINDING, statement="word " * 80, sources=("a" * 300,))
    assert max(map(len, shown(wide))) <= 80


def test_on_a_narrow_terminal_numbers_stand_above_what_they_are_about() -> None:
    lines = [line.rstrip() for line in shown(FINDING, width=40)]
    assert lines[4].split() == ["36", "40", "·"]
    assert lines[5] == "  about 40 people displaced"
    assert max(map(len, lines)) <= 40
