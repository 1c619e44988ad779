"""What a person decides about claims, and what a person finds that no reading did: kept, and undone by a later one."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from clearway.crisis.part import Part
from clearway.errors import UsageError
from clearway.model import Candidate, Claim, Judgement, Query, Release, Report, Verdict

if TYPE_CHECKING:
    from clearway.crisis.by_hand import Hand
    from clearway.crisis.reviewing import Looked, Queue


FIRST = Query(limit=20)
MOST_PAIRS = 400
"""Judgements that setting claims apart may make at once."""


class Deciding(Part):
    """The part of a crisis that people decide."""

    def show(self, claim: str) -> Release:
        """One claim, and what it has to do with."""
        raise NotImplementedError

    def _let_out(self, claims: Sequence[Claim]) -> Release:
        raise NotImplementedError

    def queue(self, query: Query = FIRST, *, by: str | None = None) -> "Queue":
        """The claims asked for that nobody has looked at, those first that want an eye most; it is `restricted`.

        With `by`, those that this person has not looked at, whatever others did. The query's `after` is where the page
        before ended.
        """
        from clearway.crisis.reviewing import waiting

        return waiting(self.ledger, query, by=by, release=self._let_out)

    def look(self, claim: str) -> "Looked":
        """A claim, by its id or the start of it, with what people judged and what other claims say; `restricted`.

        Raises `UsageError` for none or several.
        """
        from clearway.crisis.reviewing import looked

        return looked(self.ledger.judgements(), self.show(claim))

    def slots(self) -> Mapping[str, str]:
        """The slots of a claim that can be corrected, each with how its value is written."""
        from clearway.picture import HOW, SLOTS

        return {name: HOW.get(name, "") for name in SLOTS}

    def judge(
        self,
        verdict: Verdict,
        claims: Sequence[str],
        *,
        by: str,
        why: str = "",
        slot: str | None = None,
        value: str | None = None,
        lead: bool = False,
        seen: str | Mapping[str, str] | None = None,
    ) -> Judgement:
        """Decide about claims, named by their ids or the starts of them; the judgement as it was kept.

        For `correct`, `slot` is what was read wrongly and `value` what it is. Raises `UsageError` where it makes no
        sense, or where judgements on these claims contradict one another and its maker is no `lead`; `StaleError` where
        `seen` is given (see `look`; of the first claim, or of several) and somebody has judged it since.
        """
        from clearway.crisis.judging import check_seen, judged

        at, names = self.now, tuple(claims)
        if slot == "places" and value:
            value = self._placed(names[0], value)
        draft = Judgement(verdict=verdict, claims=names, by=by, at=at, why=why, slot=slot, value=value, lead=lead)
        with self.ledger.together():  # nobody judges between what was seen and what is kept
            for name, each in ({names[0]: seen} if isinstance(seen, str) else seen or {}).items():
                check_seen(self.ledger, [name], each)
            made = judged(self.ledger, draft)
            self.ledger.judge(made)
        return made

    def add_claim(
        self, report: str, words: str | tuple[int, int], slots: Mapping[str, str], *, by: str, why: str = ""
    ) -> Judgement:
        """Add a claim that no reading found: by its words in a report, or their characters, its "kind" and other slots.

        Slots are written as for `correct`; "places" by names as the report has them, with an id where the likeliest is
        not meant ("Idlib; Afrin=pcode:C1366"). A new reading leaves it, and undoing the judgement takes it back.
        Raises `UsageError` for words that are not in the report, or stand there twice, and for what no slot can be.
        """
        from clearway.crisis.by_hand import found_words

        kept = self.ledger.report(report)
        where = found_words(kept, words) if isinstance(words, str) else words
        known = tuple(self.ledger.claims(Query(report=kept.id)))
        made = self._hand(by).claim(kept, known, where, slots)
        return self._added(kept, (made,), Verdict.ADD, (made.id,), by=by, why=why)

    def split(
        self, claim: str, parts: Sequence[Mapping[str, str]], *, by: str, why: str = "", seen: str | None = None
    ) -> Judgement:
        """Put several claims in the place of one that says several things, each with those slots that differ from it.

        "words" gives a part's own words in the sentence. Raises `UsageError` as `add_claim` does, and for parts that
        say the same; `StaleError` as `judge` does.
        """
        old = self.ledger.claim(claim)
        kept = self.ledger.report(old.report)
        known = tuple(self.ledger.claims(Query(report=kept.id)))
        made = self._hand(by).parts(kept, known, old, parts)
        ids = [one.id for one in made]
        if len(set(ids)) < 2 or len(set(ids)) < len(ids) or old.id in ids:
            rule = "it is split into two or more claims that differ from it and from one another"
            raise UsageError(f"claim {old.id}", rule=rule, remedy="give each part a value, a group or words of its own")
        return self._added(kept, made, Verdict.SPLIT, (old.id, *ids), by=by, why=why, seen=seen)

    def set_apart(
        self,
        claims: Sequence[str],
        others: Sequence[str],
        *,
        by: str,
        why: str = "",
        lead: bool = False,
        seen: str | None = None,
    ) -> tuple[Judgement, ...]:
        """Say that none of some claims tells of the same as any of others, all or nothing; the judgements as kept.

        So an incident is split in two. Raises `UsageError` as `judge` does, and where more than `MOST_PAIRS` would be
        needed; `StaleError` where `seen` is given (see `seen_on`) and somebody has judged any of them since.
        """
        from clearway.crisis.judging import check_seen, judged

        if len(claims) * len(others) > MOST_PAIRS:
            rule = f"{len(claims)} claims and {len(others)} others make more than {MOST_PAIRS} pairs"
            raise UsageError("split", rule=rule, remedy="set fewer apart at a time")
        at = self.now  # the same of all, by which they are known to be one act
        with self.ledger.together():
            if seen is not None:
                check_seen(self.ledger, (*claims, *others), seen)
            before = self.ledger.judgements()
            drafts = (
                Judgement(verdict=Verdict.DIFFERENT, claims=(one, other), by=by, at=at, why=why, lead=lead)
                for one in claims
                for other in others
            )
            made = tuple(judged(self.ledger, draft, before) for draft in drafts)
            for one in made:
                self.ledger.judge(one)
        return made

    def seen_on(self, claims: Iterable[Sequence[str]]) -> tuple[str, ...]:
        """What a person has seen who sees what was judged of each of these sets of claims, named by their whole ids."""
        from clearway.crisis.judging import seen_of
        from clearway.crisis.ruling import on_claims

        on = on_claims(self.ledger.judgements())
        found = ({one.id: one for name in some for one in on.get(name, ())} for some in claims)
        return tuple(seen_of(sorted(some.values(), key=lambda one: (one.at, one.id))) for some in found)

    def candidates(self, name: str, *, country: str | None = None) -> tuple[Candidate, ...]:
        """What the name of a place could stand for, likeliest first."""
        return self.gazetteer.candidates(name, country=country)

    def _hand(self, by: str) -> "Hand":
        from clearway.crisis.by_hand import Hand
        from clearway.crisis.judging import check_maker

        check_maker(by)
        return Hand(by=by, reader=self.reader, gazetteer=self.gazetteer)

    def _added(
        self,
        report: Report,
        made: Sequence[Claim],
        verdict: Verdict,
        names: tuple[str, ...],
        *,
        by: str,
        why: str,
        seen: str | None = None,
    ) -> Judgement:
        """Keep what a person found together with the judgement that adds it: both, or neither."""
        from clearway.crisis.judging import check_seen, judged

        at = self.now
        with self.ledger.together():
            if seen is not None:
                check_seen(self.ledger, names[:1], seen)
            self.ledger.add_by_hand(report.id, made, by=by, at=at)
            kept = judged(self.ledger, Judgement(verdict=verdict, claims=names, by=by, at=at, why=why))
            self.ledger.judge(kept)
        return kept

    def _placed(self, claim: str, value: str) -> str:
        from clearway.crisis.by_hand import placed

        found = self.ledger.claim(claim)
        report = self.ledger.report(found.report)
        return placed(report, found.sentence, value, self.gazetteer, read=found.places)

    def undo(self, judgement: str, *, by: str, why: str = "") -> Judgement:
        """Take a judgement back, named by its id or the start of it; the undoing as it was kept.

        Those that were made with it when an incident was split are taken back, too. Raises `StaleError` where it has
        been taken back already.
        """
        from clearway.crisis.judging import undoings

        draft = Judgement(verdict=Verdict.UNDO, claims=(), by=by, at=self.now, why=why)
        with self.ledger.together():
            made = undoings(self.ledger, judgement, draft)
            for one in made:
                self.ledger.judge(one)
        return made[0]

    def judgements(self) -> tuple[tuple[Judgement, str], ...]:
        """Every judgement, with how it stands: it holds, is undone, contested, or overtaken by a later one."""
        from clearway.crisis.ruling import standing

        known = self.ledger.judgements()
        stands = standing(known)
        return tuple((one, stands[one.id]) for one in known)
