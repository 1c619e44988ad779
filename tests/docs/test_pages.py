"""The docs do what they say: commands run, output is as shown, links lead somewhere."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import REPOSITORY
from tests.desk import SAMPLES, sample_ledger
from tests.docs.examples import NAMES, blocks, in_one_line, inline_commands, links, made, shown, targets
from typer.main import get_command
from typer.testing import Result

from clearway.cli import app

Run = Callable[..., Result]

AREA = {
    "type": "Feature",
    "properties": {"ADM1_EN": "Idleb", "ADM1_AR": "", "ADM1_PCODE": "SY07", "ADM0_EN": "Syria", "ADM0_PCODE": "SY"},
    "geometry": {"type": "Polygon", "coordinates": [[[36, 35], [37, 35], [37, 36], [36, 36], [36, 35]]]},
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with all that the docs name: the samples, a report of one's own, boundaries, a ledger."""
    for name in ("samples", "reports"):
        (tmp_path / name).symlink_to(SAMPLES)
    (tmp_path / "article.txt").write_text("Shelling in Idlib killed four people on Monday, a monitor said.", "utf-8")
    for name in ("adm1.geojson", "syr_admin.geojson"):
        (tmp_path / name).write_text(json.dumps({"type": "FeatureCollection", "features": [AREA]}), "utf-8")
    (tmp_path / "docs").symlink_to(REPOSITORY / "docs")
    (tmp_path / "build").mkdir()
    for ledger in ("clearway.db", "build/demo.db"):
        shutil.copy(sample_ledger(tmp_path), tmp_path / ledger)
    return tmp_path


def some_claim(run: Run) -> str:
    """The id of a claim in the ledger that is used when none is named."""
    return str(json.loads(run("claims", "--json").stdout.splitlines()[0])["id"])


@pytest.fixture
def on_server(request: pytest.FixtureRequest) -> Callable[[str], str]:
    """Puts a database of the tests' own server in the place of any that the docs name; skips where there is none."""
    urls: list[str] = []

    def put(word: str) -> str:
        if not word.startswith("postgresql:"):
            return word
        if not urls:
            urls.append(request.getfixturevalue("postgres").fresh())
        return urls[0]

    return put


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("name", NAMES)
def test_every_command_runs_and_prints_what_the_page_shows(
    name: str, run: Run, on_server: Callable[[str], str]
) -> None:
    for group in shown((REPOSITORY / name).read_text("utf-8")):
        printed = ""
        for words in group.commands:
            result = run(*(some_claim(run) if word == "ID" else on_server(word) for word in words))
            assert result.exit_code == 0, f"clearway {' '.join(words)}: {result.output}"
            printed += result.output
        if group.commands:
            assert [part for part in group.parts if part not in in_one_line(printed)] == []


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("name", NAMES)
def test_every_python_example_runs(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    for language, block in blocks((REPOSITORY / name).read_text("utf-8")):
        if language == "python" and "import" in block:
            exec(compile(block, name, "exec"), {})  # noqa: S102  # an example of our own docs
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", NAMES)
def test_commands_named_in_a_sentence_exist_with_their_options(name: str) -> None:
    root = get_command(app)
    for words in inline_commands((REPOSITORY / name).read_text("utf-8")):
        command, rest = root, list(words)
        while rest and rest[0] in getattr(command, "commands", {}):
            command = getattr(command, "commands")[rest.pop(0)]  # noqa: B009  # only a group has them
        options = {option for parameter in command.params for option in parameter.opts} | {"--help", "-h"}
        assert command is not root or set(words) <= options | {"COMMAND"}, f"no clearway {' '.join(words)}"
        assert {word for word in rest if word.startswith("-") and word != "-"} <= options, f"clearway {' '.join(words)}"


@pytest.mark.parametrize("name", NAMES)
def test_what_a_page_tells_to_make_can_be_made(name: str) -> None:
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")

    assert made((REPOSITORY / name).read_text("utf-8")) - targets(makefile) == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_to_a_file(name: str) -> None:
    assert [str(file) for file in links(REPOSITORY / name) if not file.exists()] == []
