from dataclasses import replace
from datetime import date

from tests.picture.making import FRIDAY, MONDAY, TOWN, TUESDAY, claim, days, only, report
from tests.picture.prose import OWN, RETOLD, WIRE, text

from clearway.model import Finding, Report, SourceKind, State
from clearway.picture import fold
from clearway.picture.entries import Entry, entry_of
from clearway.picture.origins import origins, share_words

LEAD = WIRE[0]


def printed(name: str, *paragraphs: str, on: date = TUESDAY) -> Report:
    return replace(report(name, published=on), text=text(*paragraphs))


def said(
    paper: Report, words: str, *, by: str | None = None, sort: SourceKind = SourceKind.UNKNOWN, start: int = 0
) -> Entry:
    made = claim(figure=10, by=by, sort=sort, at=TOWN, when=days(MONDAY), within=paper.id, words=words, start=start)
    return entry_of(made, paper)


def names(*entries: Entry) -> list[list[str]]:
    """Origins by the reports and speakers of their claims."""
    return [[entry.voice.shown for entry in heap] for heap in origins(entries).heaps]


def test_papers_that_print_one_wire_are_one_origin() -> None:
    one = said(printed("r1", *WIRE), LEAD)
    other = said(printed("r2", "Bridge down", "Ten dead in Oakton", *WIRE[1:]), "Ten dead in Oakton")
    assert origins([one, other]).heaps == [[one, other]]
    why = "Paper r2 (2020-02-18) prints the text of Paper r1 (2020-02-18): counted as one origin"
    assert origins([one, other]).why == (why,)


def test_a_paper_that_tells_it_in_its_own_words_is_another_origin() -> None:
    one, other = said(printed("r1", *WIRE), LEAD), said(printed("r2", *RETOLD), RETOLD[0])
    assert origins([one, other]).heaps == [[one], [other]]
    assert origins([one, other]).why == ()


def test_what_one_copy_says_itself_belongs_to_whom_the_other_quotes() -> None:
    quoting = f"{LEAD[:-1]}, the council said."
    one = said(printed("r1", quoting, *WIRE[1:]), quoting, by="the council of Oakton")
    other = said(printed("r2", "Ten dead in Oakton", *WIRE[1:]), "Ten dead in Oakton")
    assert names(one, other) == [["the council of Oakton", "report: Paper r2"]]


def test_two_who_are_quoted_in_one_wire_stay_two_origins() -> None:
    first, second = "Ten died, the Relief Board said.", "Ten died, the Coast Monitor said."
    papers = [printed("r1", *WIRE, first, second), printed("r2", "News", *WIRE, first, second)]
    told = [said(paper, first, by="Relief Board") for paper in papers]
    told += [said(paper, second, by="Coast Monitor") for paper in papers]
    assert names(*told) == [["Relief Board", "Relief Board"], ["Coast Monitor", "Coast Monitor"]]


def test_offices_of_the_un_go_together_in_copies_as_in_one_report() -> None:
    papers = printed("r1", *WIRE), printed("r2", *WIRE, OWN[0]), printed("r3", *OWN)
    told = [
        said(paper, f"Ten died, {by} said.", by=by, sort=SourceKind.UN)
        for paper, by in zip(papers, ("OCHA", "UNHCR", "WHO"), strict=True)
    ]
    assert names(*told) == [["OCHA", "UNHCR"], ["WHO"]]


def test_a_long_run_of_words_is_one_origin_though_the_papers_differ() -> None:
    one = said(printed("r1", *WIRE), LEAD)
    longer = f"In the worst accident in years, {LEAD[0].lower()}{LEAD[1:-1]}, our own staff report from the bank."
    other = said(printed("r2", longer, *OWN), longer)
    found = origins([one, other])
    assert found.heaps == [[one, other]]
    assert found.why == ("Paper r1 and Paper r2 have 12 words in a row in common: counted as one origin",)


def test_one_quotation_is_one_origin_whatever_the_speaker_is_called() -> None:
    words = "“We counted ten bodies on the bank before it got dark,”"
    one = said(printed("r1", *WIRE), f"{words} said Amal Rivers, a nurse.", by="Amal Rivers")
    other = said(printed("r2", *OWN), f"{words} a health worker told us by telephone.", by="health worker")
    assert names(one, other) == [["Amal Rivers", "health worker"]]
    assert origins([one, other]).why == ("Paper r1 and Paper r2 quote the same words: counted as one origin",)


def test_the_same_words_in_two_papers_are_one_origin() -> None:
    words = "Ten people were killed when the bridge of the town fell"
    one, other = said(report("r1"), words), said(report("r2"), f"{words} Monday")
    assert names(one, other) == [["report: Paper r1", "report: Paper r2"]]


def test_two_named_speakers_in_one_sentence_stay_two_origins() -> None:
    words = "The board said nine, the monitor said ten."
    one, other = said(report(), words, by="Relief Board"), said(report(), words, by="Coast Monitor")
    assert names(one, other) == [["Relief Board"], ["Coast Monitor"]]


def test_a_report_that_quotes_two_speakers_does_not_make_them_one_origin() -> None:
    told = [said(report(), words, by=by) for words, by in (("x", "Relief Board"), ("y", "Coast Monitor"), ("z", None))]
    assert names(*told) == [["Relief Board", "report: Paper r1"], ["Coast Monitor"]]


def test_a_relation_says_why_two_claims_are_one() -> None:
    one = said(printed("r1", *WIRE), LEAD)
    other = said(printed("r2", "Ten dead in Oakton", *WIRE[1:]), "Ten dead in Oakton")
    part = round(one.sketch.shared(other.sketch) * 100) if one.sketch and other.sketch else 0
    expected = f"same text as Paper r2: {part} percent of the shorter one's runs of words stand in both"
    assert share_words(one, other) == expected
    assert share_words(one, said(printed("r3", *RETOLD), RETOLD[0])) is None


def counted(*told: tuple[Report, str]) -> Finding:
    made = [claim(figure=10, at=TOWN, when=days(MONDAY), within=paper.id, words=words) for paper, words in told]
    return only(fold(made, [paper for paper, _ in told]))


def test_five_hundred_copies_are_one_source_of_a_finding() -> None:
    papers = [printed(f"r{number}", f"Paper number {number}", *WIRE[1:]) for number in range(500)]
    finding = counted(*((paper, f"Ten dead near bridge {paper.id}") for paper in papers))
    assert (finding.state, finding.origins, len(finding.sources)) == (State.SINGLE_SOURCE, 1, 500)
    told = ", ".join(f"Paper {name} (2020-02-18)" for name in ("r1", "r10", "r100"))
    assert f"{told} and 496 more print the text of Paper r0 (2020-02-18): counted as one origin" in finding.notes


def test_a_report_that_holds_two_others_makes_one_origin_of_them_from_its_day_on() -> None:
    parts = [(printed("r1", *WIRE[:4]), "Ten dead"), (printed("r2", *WIRE[4:]), "Bridge kills ten")]
    whole = (printed("r3", *WIRE, on=FRIDAY), LEAD)
    assert (counted(*parts).state, counted(*parts).origins) == (State.AGREED, 2)
    assert (counted(*parts, whole).state, counted(*parts, whole).origins) == (State.SINGLE_SOURCE, 1)
