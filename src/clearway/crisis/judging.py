"""How judgements come into the picture: which hold, on which claims, and how claims are keyed and folded by them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from clearway.crisis.ruling import heirs_of, ruled, standing
from clearway.errors import StaleError, UsageError
from clearway.model import Cell, Claim, Judgement, Key, Known, Query, Told, Verdict, identify

if TYPE_CHECKING:
    from clearway.ledger import Ledger
    from clearway.picture import Rulings

PAIRED = (Verdict.SAME, Verdict.DIFFERENT)


class Way:
    """The way of folding that the judgements in a ledger ask for."""

    def __init__(self, ledger: "Ledger") -> None:
        self._ledger = ledger
        self._keys: dict[str, tuple[date | None, Key]] = {}

    @cached_property
    def rulings(self) -> "Rulings":
        """What holds of all judgements, each on the claims that are in the current readings."""
        names = self._ledger.replaced()
        return ruled(self._ledger.judgements(), heirs_of(self._ledger, names) if names else {})

    def cells(self, claims: Sequence[Claim], published: date | None) -> Mapping[str, Cell]:
        """The key of each claim of one report, and its home within it."""
        from clearway.picture import cells_of

        return cells_of(claims, published, self.rulings, self._key)

    def fold(
        self, key: Key, told: Iterable[Told], stood: Iterable[Known] = (), since: date | None = None
    ) -> tuple[Known, ...]:
        """What the claims of one key have come to, day by day."""
        from clearway.picture import history

        return history(key, told, stood, since, rulings=self.rulings)

    def sketch(self, text: str) -> bytes:
        """What is kept of a report's text so that its copies are found."""
        from clearway.picture import sketched

        return sketched(text)

    def _key(self, claim: str) -> tuple[date | None, Key] | None:
        """When a claim of any report was published, and the key that it has of itself."""
        from clearway.picture import keys_of

        if claim not in self._keys:
            report = self._ledger.report(self._ledger.claim(claim).report)
            claims = tuple(self._ledger.claims(Query(report=report.id)))
            self._keys |= {name: (report.published, key) for name, key in keys_of(claims, report.published).items()}
        return self._keys.get(claim)


def judged(ledger: "Ledger", draft: Judgement, before: tuple[Judgement, ...] | None = None) -> Judgement:
    """A judgement as it is to be kept: its claims by their whole ids, after all that the ledger holds on them.

    `before` is what it holds, where that is known. Raises `UsageError` where it names too few claims, a slot that
    cannot be so, or a matter that is contested and its maker is no lead.
    """
    from clearway.picture import check_correction, heads_on

    check_maker(draft.by)
    found = [ledger.claim(name) for name in draft.claims]
    names = tuple(dict.fromkeys(one.id for one in found))
    _check_number(draft.verdict, names)
    if draft.verdict is Verdict.CORRECT:
        check_correction(found[0], draft.slot or "", draft.value)
    before = ledger.judgements() if before is None else before
    torn = [one for one in ruled(before, {}).contested if set(one.claims) & set(names)]
    if torn and not draft.lead:
        makers = ", ".join(sorted({one.by for one in torn}))
        rule = f"judgements on it contradict one another ({makers}), and a lead decides"
        raise UsageError(f"claim {names[0]}", rule=rule, remedy="let the lead judge, with --lead")
    ordered = tuple(sorted(names)) if draft.verdict in PAIRED else names
    return replace(draft, id="", claims=ordered, after=heads_on(before, names))


def seen_of(judgements: Iterable[Judgement]) -> str:
    """What a person has seen who sees these judgements on a claim."""
    return identify("seen", *(one.id for one in judgements))


def check_seen(ledger: "Ledger", claims: Sequence[str], seen: str) -> None:
    """Raise `StaleError` where any of these was judged since somebody saw them; `seen` is what they saw."""
    whole = {ledger.claim(claim).id for claim in claims}
    mine = [one for one in ledger.judgements() if whole & set(one.claims)]
    if seen_of(mine) != seen:
        last = mine[-1] if mine else None
        told = f": {last.by} said {last.verdict}" if last else ""
        subject = f"claim {next(iter(whole))}" if len(whole) == 1 else "these claims"
        rule = (
            f"{'it was' if len(whole) == 1 else 'they were'} judged since you saw {'it' if len(whole) == 1 else 'them'}"
        )
        raise StaleError(subject, rule=f"{rule}{told}", remedy="look again, then decide")


def undoings(ledger: "Ledger", id_or_prefix: str, draft: Judgement) -> tuple[Judgement, ...]:
    """The judgements that take another back, and those made in one act with it, as they are to be kept.

    Raises `StaleError` where it has been taken back already.
    """
    from clearway.picture import heads_on

    check_maker(draft.by)
    taken = judgement_named(ledger, id_or_prefix)
    known = ledger.judgements()
    stands = standing(known)
    if stands[taken.id] == "undone":
        by = next((one.by for one in reversed(known) if one.undoes == taken.id), "somebody")
        rule = f"{by} has taken it back already"
        raise StaleError(f"judgement {taken.id}", rule=rule, remedy="look again: nothing is left to undo")
    made = []
    for one in (taken, *(each for each in _made_with(taken, known) if stands[each.id] != "undone")):
        after = dict.fromkeys((*heads_on(known, one.claims), one.id))
        made.append(replace(draft, id="", claims=one.claims, undoes=one.id, after=tuple(after)))
    return tuple(made)


def _made_with(one: Judgement, known: Iterable[Judgement]) -> Iterator[Judgement]:
    """The other judgements by which somebody set the same claims apart at the same moment (`Crisis.set_apart`)."""
    if one.verdict is Verdict.DIFFERENT:
        act = (one.by, one.at, one.verdict, one.why)
        for each in known:
            if (each.by, each.at, each.verdict, each.why) == act and each.id != one.id:
                yield each


def judgement_named(ledger: "Ledger", id_or_prefix: str) -> Judgement:
    """The judgement whose id begins so; raises `UsageError` where there is none or more than one."""
    sought = id_or_prefix.strip().casefold()
    found = [one for one in ledger.judgements() if sought and one.id.startswith(sought)]
    if len(found) == 1:
        return found[0]
    rule = "no judgement has an id that begins so" if not found else f"it begins {', '.join(one.id for one in found)}"
    raise UsageError(f"judgement {id_or_prefix!r}", rule=rule, remedy="list them with `clearway judgements`")


def check_maker(by: str) -> None:
    """Raise `UsageError` where nobody is named."""
    if not by.strip():
        raise UsageError("--by", rule="a judgement says who judged", remedy="give a name")


def _check_number(verdict: Verdict, names: Sequence[str]) -> None:
    needed = 2 if verdict in (*PAIRED, Verdict.PART_OF, Verdict.SPLIT) else 1
    if len(names) < needed or (verdict is Verdict.PART_OF and len(names) > needed):
        rule = f"`{verdict}` is said of {'two claims' if needed == 2 else 'a claim'}, and {len(names)} is given"
        raise UsageError(str(verdict), rule=rule, remedy="name the claims by their ids (clearway claims lists them)")
