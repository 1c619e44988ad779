"""One claim as a person reads it in a terminal: everything that is known of it."""

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from clearway.cli.terminal import one_line
from clearway.display import words
from clearway.display.cleaning import clean
from clearway.model import Candidate, Claim, Level, Place, Release, Report, Tie

NAMES = 12
TIES = 8
"""Relations that are shown."""
TURNED = {
    Tie.SUBSET: "its part",
    Tie.SHARE: "its share",
    Tie.INCREMENT: "its increment",
    Tie.UPDATE: "updated by",
    Tie.REPORTED: "reported in",
}
"""What a relation is the other way round, where it is not the same."""
"""Characters that the longest name of a slot takes."""
MARK = "bold reverse"


class ClaimSheet:
    """A claim of a release, with the report that holds it."""

    def __init__(self, claim: Claim, release: Release) -> None:
        self.claim = claim
        self.release = release
        self.report = next((report for report in release.reports if report.id == claim.report), None)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The sheet, part by part."""
        claim = self.claim
        title = Text(words.kind(claim.kind), style="bold cyan")
        title.append(f"  {claim.id}", style="not bold dim")
        yield Rule(title, align="left", style="cyan")
        yield Padding(sentence(claim), (1, 2))
        yield slots(said_by(claim))
        yield slots(said(claim))
        for place in claim.places:
            yield Rule(Text(one_line(place.name), style="bold magenta"), align="left", style="dim")
            yield slots(resolution(place))
        ties = list(related(claim, self.release))
        if ties:
            yield Rule(Text("other claims", style="bold"), align="left", style="dim")
            yield slots(iter(ties[:TIES]))
            if len(ties) > TIES:
                yield Text(f"and {len(ties) - TIES} more (--json lists them)", style="dim")
        if self.report:
            yield Rule(Text("report", style="bold"), align="left", style="dim")
            yield slots(origin(claim, self.report))


def related(claim: Claim, release: Release) -> Iterator[tuple[str, str]]:
    """What the claim is to others, and they to it: the other's words, who says them, and why."""
    claims = {one.id: one for one in release.claims}
    for tie in release.relations:
        if claim.id not in (tie.one, tie.other):
            continue
        other = claims.get(tie.other if tie.one == claim.id else tie.one)
        name = str(tie.tie) if tie.one == claim.id else TURNED.get(tie.tie, str(tie.tie))
        if other is not None:
            said = f"“{other.passage.words}”" if other.passage.words else "(its words are held back)"
            yield name, f"{said} · {words.sources(other)} · {other.id} · {tie.reason}"


def sentence(claim: Claim) -> Text:
    """The sentence with the claim's words marked; the words alone where they do not lie in it."""
    whole, part = claim.sentence, claim.passage
    if not part.words:
        return Text("(its words are held back)", style="dim")
    start, end = part.start - whole.start, part.end - whole.start
    if whole.words[max(start, 0) : end] != part.words or start < 0:
        return Text(clean(part.words), style=MARK)
    text = Text(clean(whole.words[:start]))
    text.append(clean(part.words), style=MARK)
    text.append(clean(whole.words[end:]))
    return text


def slots(pairs: Iterator[tuple[str, str]]) -> Table:
    """Names and values below each other, without those that are empty."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", min_width=NAMES, no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in pairs:
        if value:
            table.add_row(name, Text(one_line(value)))
    return table


def said_by(claim: Claim) -> Iterator[tuple[str, str]]:
    """The chain of speakers, nearest first, and the words that tell so."""
    chain = claim.attribution.chain
    if not chain:
        yield "says", "the report itself"
    for place, speaker in enumerate(chain):
        yield ("says" if place == 0 else "as told by"), words.source(speaker)
    yield "by the words", claim.attribution.cue or ""
    yield "manner", str(claim.attribution.manner or "")


def said(claim: Claim) -> Iterator[tuple[str, str]]:
    """Every slot."""
    figure = claim.figure
    if figure:
        yield "figure", words.figure(figure)
        yield "measure", "; ".join(str(part) for part in (figure.measure, figure.basis) if part)
    for name in ("group", "actor", "cause", "facility", "status", "act"):
        yield name, str(getattr(claim, name) or "")
    yield "when", words.period(claim.period) if claim.period else ""
    yield "certainty", str(claim.certainty) + (", a negative" if claim.negated else "")
    yield "sensitivity", str(claim.sensitivity)
    yield "doubts", "; ".join(claim.doubts)


def resolution(place: Place) -> Iterator[tuple[str, str]]:
    """What a place was taken for, why, and what else it could have been."""
    yield "is", described(place.resolved) if place.resolved else "in no gazetteer"
    if place.resolved is None and place.within:
        yield "within", described(place.within)
    if place.level and place.level in (Level.AREA, Level.REGION, Level.ROAD, Level.BORDER, Level.FACILITY):
        yield "meant as", str(place.level)
    yield "because", place.reason
    for number, other in enumerate(place.others):
        yield ("or else" if number == 0 else ""), described(other)


def described(candidate: Candidate) -> str:
    """An entry of a gazetteer in one line: name, level, areas around it, ids, its point and how far it reaches."""
    around = [name for name in (candidate.adm2, candidate.adm1, candidate.country) if name and name != candidate.name]
    codes = [f"P-code {candidate.pcode}" if candidate.pcode else "", candidate.id]
    parts = [f"{candidate.name} ({candidate.level})", ", ".join(dict.fromkeys(around)), *codes]
    if candidate.latitude is not None and candidate.longitude is not None:
        reach = f" ± {words.number(candidate.radius_km)} km" if candidate.radius_km else ""
        parts.append(f"{candidate.latitude:.4f}, {candidate.longitude:.4f}{reach}")
    return " · ".join(part for part in parts if part)


def origin(claim: Claim, report: Report) -> Iterator[tuple[str, str]]:
    """The report, and where in it the words stand."""
    yield "title", report.title or ""
    yield "publisher", report.publisher or "unknown"
    yield "published", words.day(report.published) if report.published else "nobody knows when"
    yield "url", report.url or ""
    yield "document", report.document
    yield "sha256", report.sha256
    yield "licence", report.licence or ""
    yield "others may", f"have: {report.may_redistribute}"
    yield "characters", f"{claim.passage.start:,} to {claim.passage.end:,}"
    yield "report id", report.id
    yield "read by", f"{claim.extractor} {claim.version}"
