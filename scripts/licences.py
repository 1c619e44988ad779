"""List the licences of what a lock installs, and fail on any that binds the whole program.

usage: licences.py LOCK [FOLDER]

FOLDER is where the lock's packages lie, if not in this environment.
A package whose licences are alternatives passes with the mildest of them; one that names none fails, until
somebody has read its text and entered it in REVIEWED.
"""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageMetadata, distributions
from pathlib import Path

from packaging.requirements import Requirement

# The licence of a package whose metadata names none or only points at a file, as its own licence file says it.
REVIEWED: dict[str, str] = {}

# The lesser GPL, which lets a program of any licence use the library; then GPL and AGPL, short or spelled out.
LESSER = re.compile(r"\bLGPL\S*|\b(Library or )?(Library|Lesser) General Public Licen[sc]e", re.IGNORECASE)
STRONG = re.compile(r"\bA?GPL|\bAffero\b|\bGeneral Public Licen[sc]e", re.IGNORECASE)
# Exceptions that let a program of any licence use what they are attached to.
RELEASED = re.compile(r"\bWITH\s+(GCC-exception|Classpath-exception|Autoconf-exception|Bison-exception)", re.IGNORECASE)
LONGEST_NAME = 120


def is_strong(licence: str) -> bool:
    """Whether one licence, without alternatives, is a GPL or AGPL with no exception that releases its users."""
    return bool(STRONG.search(LESSER.sub("", licence))) and not RELEASED.search(licence)


def split_at(expression: str, word: str) -> list[str]:
    """The parts of an SPDX-like expression between the operator `word` where it stands outside brackets."""
    parts, depth, last = [], 0, 0
    for match in re.finditer(rf"\(|\)|(?<!\S){word}(?!\S)", expression, re.IGNORECASE):
        if match[0] in "()":
            depth += 1 if match[0] == "(" else -1
        elif depth == 0:
            parts.append(expression[last : match.start()])
            last = match.end()
    return [part.strip() for part in (*parts, expression[last:])]


def binds(expression: str) -> bool:
    """Whether every way to comply with the expression goes through a GPL or AGPL."""
    expression = expression.strip()
    if len(alternatives := split_at(expression, "OR")) > 1:
        return all(binds(part) for part in alternatives)
    if len(together := split_at(expression, "AND")) > 1:
        return any(binds(part) for part in together)
    if expression.startswith("(") and expression.endswith(")"):
        return binds(expression[1:-1])
    return is_strong(expression)


def licence_of(name: str, metadata: PackageMetadata) -> str:
    """The package's licence as one expression, or "" where it names none: expression, then text, then classifiers."""
    if name in REVIEWED:
        return REVIEWED[name]
    if expression := metadata.get_all("License-Expression"):
        return str(expression[0])
    text = " ".join((metadata.get_all("License") or [""])[0].split())
    if text and len(text) <= LONGEST_NAME and text.upper() != "UNKNOWN":
        return text.replace(" | ", " OR ")
    classified = [line for line in metadata.get_all("Classifier") or [] if line.startswith("License ::")]
    names = [line.rsplit(" :: ", 1)[-1] for line in classified]
    # Classifiers do not say whether all or any apply; all is the careful reading.
    return " AND ".join(f"({name})" for name in names if name != "OSI Approved")


def locked(lock: str) -> Iterator[str]:
    """Names of the packages that a lock installs on this system and Python."""
    for line in lock.splitlines():
        if line and not line[0].isspace() and line[0] != "#":
            requirement = Requirement(line.removesuffix("\\").strip())
            if requirement.marker is None or requirement.marker.evaluate():
                yield requirement.name


def row(name: str, folders: list[str]) -> tuple[str, str]:
    """The licence of a package that lies in one of the folders, and what is wrong with it, or ""."""
    found = next(iter(distributions(name=name, path=folders)), None)
    if found is None:
        return "", "not installed: run `make dev`"
    licence = licence_of(name, found.metadata)
    if not licence:
        return "", "names no licence: read its text, then enter it in REVIEWED"
    return licence, "binds the whole program: choose another package" if binds(licence) else ""


def main(arguments: list[str]) -> int:
    """Print one line a package; 1 when a licence is unknown or not wanted."""
    names = sorted(locked(Path(arguments[0]).read_text("utf-8")))
    wrong = 0
    for name in names:
        licence, fault = row(name, arguments[1:] or sys.path)
        wrong += bool(fault)
        print(f"{name:<26} {licence}{'   <- ' if fault else ''}{fault}")
    print(f"{len(names)} packages, {wrong} with a licence that must not be installed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
