from pathlib import Path

import pytest
from benchmarks.table import Line, Section, as_markdown, at_least, at_most, keep

SECTION = Section(
    name="speed",
    title="Speed",
    lines=[at_least("words | second", 12.5, 10), Line(what="parsed", value="40%")],
    notes=["On one core."],
)
MARKDOWN = """\
| measured | now | asked |  |
| --- | --- | --- | --- |
| words / second | 12.50 | at least 10.00 | pass |
| parsed | 40% |  |  |

- On one core.
"""


@pytest.mark.parametrize(
    ("line", "passed"),
    [
        (at_least("ratio", 3.0, 3.0), True),
        (at_least("ratio", 2.99, 3.0), False),
        (at_most("seconds", 4.0, 4.0), True),
        (at_most("seconds", 4.01, 4.0), False),
    ],
)
def test_a_floor_is_met_at_its_very_value(line: Line, passed: bool) -> None:
    assert line.passed is passed


def test_a_section_passes_when_no_line_fails() -> None:
    failing = Section(name="speed", title="Speed", lines=[*SECTION.lines, at_most("seconds", 5, 4)])

    assert (SECTION.passed, failing.passed) == (True, False)


def test_a_section_is_written_as_a_table_with_its_notes() -> None:
    assert as_markdown(SECTION) == MARKDOWN


def test_a_section_is_kept_between_its_markers_and_nowhere_else(tmp_path: Path) -> None:
    page = tmp_path / "benchmarks.md"
    start, end = "<!-- speed: printed by `python -m benchmarks` -->", "<!-- speed: end -->"
    page.write_text(f"# Before\n{start}\nold\n{end}\nAfter\n", "utf-8")

    keep(SECTION, page)
    keep(SECTION, page)

    assert page.read_text("utf-8") == f"# Before\n{start}\n{MARKDOWN}{end}\nAfter\n"


def test_a_page_without_markers_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "benchmarks.md"
    page.write_text("# Nothing here\n", "utf-8")

    with pytest.raises(ValueError, match="has no lines"):
        keep(SECTION, page)
