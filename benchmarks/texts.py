"""The texts that reading is measured on, as reports."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.annotated import Annotated, annotated, article
from clearway.model import Report

INCIDENTS = "incident_counts.jsonl"
TOPONYMS = "lgl.xml"
HUMANITARIAN = "humset_places.jsonl"
SAMPLES = {INCIDENTS: 160, TOPONYMS: 80, HUMANITARIAN: 100}
"""How many documents of each file are read by default, evenly spaced: a minute a round, not five."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of texts: what it is called, its reports, and those of them whose claims are known."""

    title: str
    reports: Sequence[Report]
    annotated: Sequence[Annotated] = ()
    drawn: str = ""

    @property
    def words(self) -> int:
        """How many words the reports have, between white space."""
        return sum(len(report.text.split()) for report in self.reports)


def mixed_news(data: Path, *, full: bool = False) -> Row:
    """News of every sort: US shootings, and local papers from everywhere."""
    incidents, local = _incidents(data / INCIDENTS), _local_news(data / TOPONYMS)
    first, second = _drawn(incidents, INCIDENTS, full=full), _drawn(local, TOPONYMS, full=full)
    drawn = f"{len(first)} of {len(incidents)} articles of {INCIDENTS}, {len(second)} of {len(local)} of {TOPONYMS}"
    return Row(title="mixed news", reports=[*first, *second], drawn=drawn)


def crisis_reports(data: Path, shared: Path, *, full: bool = False) -> Row:
    """Reports on crises: the article, the annotated ones, and excerpts of humanitarian documents."""
    known = (article(shared), *annotated(shared)) if (shared / "article").is_dir() else ()
    every = _humanitarian(data / HUMANITARIAN)
    some = _drawn(every, HUMANITARIAN, full=full)
    drawn = f"{len(known)} annotated reports, {len(some)} of {len(every)} documents of {HUMANITARIAN}"
    reports = [*(each.report for each in known), *some]
    return Row(title="crisis reports", reports=reports, annotated=known, drawn=drawn)


def _drawn(reports: Sequence[Report], file: str, *, full: bool) -> list[Report]:
    """All, or as many as the sample has, evenly spaced."""
    wanted = len(reports) if full else min(SAMPLES[file], len(reports))
    return [reports[i * len(reports) // wanted] for i in range(wanted)]


def _incidents(file: Path) -> list[Report]:
    made = []
    for line in file.read_text("utf-8").splitlines():
        article = json.loads(line)
        text = f"{article['title']}\n\n{article['text']}"
        made.append(_report(article["id"], text, published=date.fromisoformat(article["published"][:10])))
    return made


def _local_news(file: Path) -> list[Report]:
    root = ElementTree.parse(file).getroot()  # noqa: S314  # a file of the benchmarks, which nobody else writes
    return [
        _report(
            article.get("docid", ""),
            article.findtext("text", ""),
            published=date.fromisoformat(article.findtext("dltime", "")[:10]),
        )
        for article in root.iter("article")
    ]


def _humanitarian(file: Path) -> list[Report]:
    documents = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    return [_report(document["id"], document["text"]) for document in documents]


def _report(name: str, text: str, *, published: date | None = None) -> Report:
    digest = sha256(text.encode()).hexdigest()
    return Report(text=text, document=name, sha256=digest, published=published)
