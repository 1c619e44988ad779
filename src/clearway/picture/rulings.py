"""What holds of all judgements: which were taken back, which stand against one another, and what the rest come to."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from clearway.model import Judgement, Verdict, in_force

PAIRS = (Verdict.SAME, Verdict.DIFFERENT)
WORTH = (Verdict.ACCEPT, Verdict.REJECT, Verdict.SPLIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """What holds of one claim; `notes` says it in words, with who judged so."""

    group: str | None = None
    apart: frozenset[str] = frozenset()
    whole: str | None = None
    preferred: bool = False
    notes: tuple[str, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether anything was judged of how the claim stands to others."""
        return bool(self.group or self.apart or self.whole or self.preferred or self.notes)


UNRULED = Ruled()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """What the judgements that hold say of each claim, by the claim's id.

    `group` gives each claim that was judged the same as others the smallest id among them, `apart` the claims that it
    must not stand with, `whole` the claim of which it counts a part, `corrections` its slots as they should be, in
    the order in which they were judged. `contested` are judgements that somebody else's contradict: none of them
    holds.
    """

    rejected: frozenset[str] = frozenset()
    accepted: Mapping[str, str] = field(default_factory=dict)
    preferred: Mapping[str, str] = field(default_factory=dict)
    group: Mapping[str, str] = field(default_factory=dict)
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)
    whole: Mapping[str, str] = field(default_factory=dict)
    corrections: Mapping[str, tuple[Judgement, ...]] = field(default_factory=dict)
    contested: tuple[Judgement, ...] = ()

    def moves(self, claim: str) -> bool:
        """Whether anything was judged of a claim by which it may have to do with others: not that it was accepted."""
        return any(claim in some for some in (self.group, self.apart, self.whole, self.preferred, self.corrections))

    def of(self, claim: str) -> Ruled:
        """What holds of a claim."""
        corrections = self.corrections.get(claim, ())
        notes = [f"corrected by {one.by}: {one.slot} is {one.value}" for one in corrections]
        notes += [f"accepted by {self.accepted[claim]}"] if claim in self.accepted else []
        notes += [f"preferred by {self.preferred[claim]}"] if claim in self.preferred else []
        apart, whole = self.apart.get(claim, frozenset()), self.whole.get(claim)
        group, preferred = self.group.get(claim), claim in self.preferred
        if not (notes or apart or whole or group):
            return UNRULED
        return Ruled(group=group, apart=apart, whole=whole, preferred=preferred, notes=tuple(notes))

    def tied(self) -> Mapping[str, frozenset[str]]:
        """All claims that are folded together, by each of them: judged the same, or parts of one whole."""
        into: dict[str, str] = {}
        for name, head in (*self.group.items(), *self.whole.items()):
            one, other = _root(into, name), _root(into, head)
            into[max(one, other)] = min(one, other)
        heaps: dict[str, set[str]] = defaultdict(set)
        for name in {*self.group, *self.whole, *self.whole.values()}:
            heaps[_root(into, name)].add(name)
        return {name: frozenset(heap) for heap in heaps.values() for name in heap}


def _root(into: dict[str, str], name: str) -> str:
    while (above := into.setdefault(name, name)) != name:
        name = above
    return name


NONE = Rulings()
"""Where nobody has judged."""


def rulings(judgements: Iterable[Judgement]) -> Rulings:
    """What the judgements come to, whatever the order in which they came.

    A judgement holds until a later one on the same matter whose maker had seen it, or until it is undone. Judgements
    of one matter that neither's maker had seen and that contradict one another are contested, as are wholes that go
    round in a circle, and claims judged the same that were also judged different: none of these holds until somebody
    judges who has seen them all.
    """
    active = in_force(judgements)
    matters = _by_matter(active)
    standing: list[tuple[Hashable, Judgement]] = []
    contested: dict[str, Judgement] = {}
    for matter, some in matters.items():
        heads = _heads(some)
        if len({_answer(one) for one in heads}) > 1:
            contested |= {one.id: one for one in heads}
        else:
            standing.append((matter, heads[-1]))
    return _sum(standing, contested, [one for one in active if one.verdict is Verdict.SPLIT])


def heads_on(judgements: Iterable[Judgement], claims: Sequence[str]) -> tuple[str, ...]:
    """The newest judgements on any of these claims: what a new one comes after."""
    mine = [one for one in judgements if set(one.claims) & set(claims)]
    return tuple(sorted(one.id for one in _heads(mine)))


def standing_of(judgements: Iterable[Judgement]) -> Mapping[str, str]:
    """How each judgement stands, by its id: "holds", "undone", "contested", or "overtaken" by a later one."""
    kept = sorted({one.id: one for one in judgements}.values(), key=lambda one: (one.at, one.id))
    active = in_force(kept)
    contested = {one.id for one in rulings(kept).contested}
    matters = _by_matter(active)
    heads = {one.id for some in matters.values() for one in _heads(some)}
    undone = {one.id for one in kept} - {one.id for one in active}
    undoings = {one.id for one in kept if one.verdict is Verdict.UNDO}
    found = {}
    for one in kept:
        if one.id in undoings:
            found[one.id] = "holds"
        elif one.id in undone:
            found[one.id] = "undone"
        elif one.id in contested:
            found[one.id] = "contested"
        else:
            found[one.id] = "holds" if one.id in heads else "overtaken"
    return found


def _by_matter(judgements: Iterable[Judgement]) -> Mapping[Hashable, list[Judgement]]:
    """The judgements on each matter, in their order."""
    found: dict[Hashable, list[Judgement]] = defaultdict(list)
    for one in judgements:
        for matter in _matters(one):
            found[matter].append(one)
    return found


def _matters(one: Judgement) -> list[Hashable]:
    """What a judgement decides: of one matter only one answer can hold."""
    if one.verdict in PAIRS:
        claims = sorted(set(one.claims))
        return [("pair", a, b) for place, a in enumerate(claims) for b in claims[place + 1 :]]
    if one.verdict is Verdict.PART_OF:
        return [("part", one.claims[0])]
    if one.verdict is Verdict.CORRECT:
        return [("slot", name, one.slot) for name in one.claims]
    if one.verdict is Verdict.SPLIT:
        return [("worth", one.claims[0])]
    if one.verdict is Verdict.ADD:
        return [("found", name) for name in one.claims]
    sort = "worth" if one.verdict in WORTH else "preferred"
    return [(sort, name) for name in one.claims]


def _answer(one: Judgement) -> Hashable:
    if one.verdict is Verdict.PART_OF:
        return one.claims[1:]
    if one.verdict is Verdict.SPLIT:
        return (one.verdict, one.claims[1:])
    return (one.verdict, one.value)


def _heads(some: Sequence[Judgement]) -> list[Judgement]:
    """Those that no other comes after, in time; what was seen through others counts as seen."""
    by_id = {one.id: one for one in some}
    seen: set[str] = set()
    for one in some:
        seen |= _before(one, by_id)
    return [one for one in some if one.id not in seen]


def _before(one: Judgement, by_id: Mapping[str, Judgement]) -> set[str]:
    found: set[str] = set()
    todo = list(one.after)
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += by_id[name].after if name in by_id else ()
    return found


def _sum(
    standing: Sequence[tuple[Hashable, Judgement]], contested: dict[str, Judgement], splits: Sequence[Judgement]
) -> Rulings:
    by: dict[Verdict, list[tuple[Hashable, Judgement]]] = defaultdict(list)
    for matter, one in sorted(standing, key=lambda pair: (pair[1].at, pair[1].id, repr(pair[0]))):
        by[one.verdict].append((matter, one))
    apart = _apart(by[Verdict.DIFFERENT])
    group = _groups(by[Verdict.SAME], apart, contested)
    whole = _wholes(by[Verdict.PART_OF], contested)
    corrections: dict[str, list[Judgement]] = defaultdict(list)
    for matter, one in by[Verdict.CORRECT]:
        corrections[_claim(matter)].append(one)
    return Rulings(
        rejected=frozenset(_claim(matter) for matter, _ in (*by[Verdict.REJECT], *by[Verdict.SPLIT]))
        | _spare(splits, [one for _, one in by[Verdict.SPLIT]]),
        accepted={_claim(matter): one.by for matter, one in by[Verdict.ACCEPT]},
        preferred={_claim(matter): one.by for matter, one in by[Verdict.PREFER]},
        group=group,
        apart=apart,
        whole=whole,
        corrections={name: tuple(some) for name, some in corrections.items()},
        contested=tuple(sorted(contested.values(), key=lambda one: (one.at, one.id))),
    )


def _spare(splits: Sequence[Judgement], holding: Sequence[Judgement]) -> frozenset[str]:
    """The claims that were put in another's place by a split that does not hold: contested, or overtaken."""
    wanted = {name for one in holding for name in one.claims[1:]}
    return frozenset(name for one in splits for name in one.claims[1:]) - wanted


def _claim(matter: Hashable) -> str:
    return str(matter[1]) if isinstance(matter, tuple) else ""


def _apart(different: Sequence[tuple[Hashable, Judgement]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for matter, _ in different:
        if isinstance(matter, tuple):
            found[matter[1]].add(matter[2])
            found[matter[2]].add(matter[1])
    return {name: frozenset(others) for name, others in found.items()}


def _groups(
    same: Sequence[tuple[Hashable, Judgement]], apart: Mapping[str, frozenset[str]], contested: dict[str, Judgement]
) -> dict[str, str]:
    """Each claim's group by its smallest id; a group that holds two claims judged different is contested."""
    into: dict[str, str] = {}

    def root(name: str) -> str:
        while into.setdefault(name, name) != name:
            name = into[name]
        return name

    for matter, _ in same:
        if isinstance(matter, tuple):
            one, two = sorted((root(matter[1]), root(matter[2])))
            into[two] = one
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(into):
        groups[root(name)].append(name)
    torn = {head for head, names in groups.items() if any(apart.get(name, frozenset()) & set(names) for name in names)}
    for matter, judgement in same:
        if isinstance(matter, tuple) and root(matter[1]) in torn:
            contested[judgement.id] = judgement
    return {name: head for head, names in groups.items() if head not in torn for name in names}


def _wholes(parts: Sequence[tuple[Hashable, Judgement]], contested: dict[str, Judgement]) -> dict[str, str]:
    """The whole of each part; those that go round in a circle are contested."""
    whole = {one.claims[0]: one.claims[1] for _, one in parts}
    circular = {name for name in whole if _returns(name, whole)}
    contested.update({one.id: one for _, one in parts if one.claims[0] in circular})
    return {name: other for name, other in whole.items() if name not in circular}


def _returns(name: str, whole: Mapping[str, str]) -> bool:
    seen = {name}
    step = whole.get(name)
    while step is not None and step != name:
        if step in seen:
            return False
        seen.add(step)
        step = whole.get(step)
    return step == name
