"""Linking lists of synthetic people: FEBRL4, two lists of 5,000, and RLdata10000, one list with 1,000 twins."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from time import process_time

from benchmarks.corpus import Corpus, Count, Figure, Score
from benchmarks.options import Options
from clearway.lists import Entry, link, read_entries, read_sheet

FEBRL = ("linkage/febrl4/dataset4a.csv", "linkage/febrl4/dataset4b.csv")
RLDATA = "linkage/rldata/RLdata10000.csv"
SAMPLED = 4
"""One person of so many, unless all are asked for."""

Keys = set[frozenset[tuple[str, str]]]
"""Pairs of records, each by its list and id."""


def score(options: Options) -> dict[str, Score]:
    """F1 of pairs on each corpus."""
    return {"febrl4": febrl4(options), "rldata": rldata(options)}


def febrl4(options: Options) -> Score:
    """The second list holds each person of the first once, with slips: "rec-7-dup-0" is "rec-7-org"."""
    lists: dict[str, Sequence[Entry]] = {}
    for file in FEBRL:
        sheet = read_sheet(options.data / file)
        lists[sheet.name] = [e for e in read_entries(sheet)[0] if options.full or _person(e.id) % SAMPLED == 0]
    of_person = defaultdict(list)
    for entry in (entry for entries in lists.values() for entry in entries):
        of_person[_person(entry.id)].append(entry)
    return _scored(lists, _pairs(of_person.values()), one_to_one=True)


def rldata(options: Options) -> Score:
    """Records of one person have one `ent_id`, which linking does not see."""
    sheet = read_sheet(options.data / RLDATA)
    at = sheet.headings.index("ent_id")
    of_person = defaultdict(list)
    kept = []
    for entry, row in zip(read_entries(sheet)[0], sheet.rows, strict=True):
        if options.full or int(row[at]) % SAMPLED == 0:
            of_person[row[at]].append(entry)
            kept.append(entry)
    return _scored({sheet.name: kept}, _pairs(of_person.values()), one_to_one=False)


def _scored(lists: Mapping[str, Sequence[Entry]], known: Keys, *, one_to_one: bool) -> Score:
    """F1 of what is linked at the usual weight, with the seconds; and that of the same name and date of birth."""
    before = process_time()
    said = _pairs((pair.one, pair.other) for pair in link(lists, one_to_one=one_to_one).links)
    seconds = process_time() - before
    alike = defaultdict(list)
    for entry in (entry for entries in lists.values() for entry in entries):
        alike[entry.given, entry.family, entry.born].append(entry)
    count, trivial = _count(said, known), _count(_pairs(alike.values()), known)
    return Score(value=count.f1, trivial=trivial.f1, detail=f"{count.words}; {seconds:.0f} s of one processor")


def _pairs(groups: Iterable[Sequence[Entry]]) -> Keys:
    """Each pair within each group."""
    return {frozenset(((a.list, a.id), (b.list, b.id))) for group in groups for a, b in combinations(group, 2)}


def _count(said: Keys, known: Keys) -> Count:
    return Count(right=len(said & known), said=len(said), known=len(known))


def _person(name: str) -> int:
    return int(name.split("-")[1])


CORPUS = Corpus(
    name="linkage",
    title="Linking lists of people",
    files=[*FEBRL, RLDATA],
    figures={
        "febrl4": Figure(
            what="FEBRL4, two lists, F1 of pairs", at_least=0.998, published="splink 5, tuned: .999 in 10 s"
        ),
        "rldata": Figure(what="RLdata10000, one list, F1 of pairs", at_least=0.96, published="splink 5: .957 in 2 s"),
    },
    score=score,
    notes=["Trivial: the same name and date of birth.", "All people are synthetic, in these corpora too."],
)
measure = CORPUS.measure
