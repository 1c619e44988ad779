"""What a crisis keeps: its reports and claims, what stands beside one of these, and what is known of a sentence."""

from datetime import date
from typing import TYPE_CHECKING

from clearway.crisis.asking import kinds
from clearway.crisis.part import Part
from clearway.crisis.reading import claims_of_each
from clearway.errors import SkipError, UsageError
from clearway.model import Claim, Profile, Query, Release

if TYPE_CHECKING:
    from clearway.crisis.checking import Checked
    from clearway.crisis.listing import Listed
    from clearway.ledger.protocol import Counts

EVERYTHING = Query()


class Showing(Part):
    """The part of a crisis that is shown as it was read."""

    def claims(self, query: Query = EVERYTHING, *, profile: Profile = Profile.RESTRICTED) -> Release:
        """The claims asked for, and the reports that hold them; raises `UsageError` for a kind that nobody lists."""
        if query.kind:
            kinds().named(query.kind)
        with self.ledger.moment():
            claims = tuple(self.ledger.claims(query))
            return self.release(self._reports_of(claims), claims, profile=profile)

    def reports(self, *, most: int = 50, before: str | None = None, profile: Profile = Profile.RESTRICTED) -> "Listed":
        """The first `most` reports, newest first, with how many claims each holds; `before` is where a list went on.

        Raises `UsageError` for a `before` that no list gave.
        """
        from clearway.crisis.listing import listed

        return listed(self.ledger, most, before, lambda reports: self.release(reports, (), profile=profile))

    def counts(self, *, as_of: date | None = None) -> "Counts":
        """How many reports, claims and (as far as they are folded) findings of each topic were known on a day."""
        return self.ledger.counts(as_of)

    def report(self, report: str, *, profile: Profile = Profile.RESTRICTED) -> Release:
        """One report, by its id or the start of it, with all its current claims; `UsageError` for none or several."""
        found = self.ledger.report(report)
        return self.release((found,), tuple(self.ledger.claims(Query(report=found.id))), profile=profile)

    def told_outside(self, claim: str, *, profile: Profile) -> Release:
        """One claim by the whole id that it has outside alone, as on the page of its report; `UsageError` for none.

        Whoever may not see all is told of no id from inside, nor whether there is one.
        """
        found = self._released_as(claim)
        if found is None:
            rule = "no claim has this id outside"
            raise UsageError(f"claim {claim!r}", rule=rule, remedy="follow a link of a page that shows the claim")
        return self.release(self._reports_of([found]), (found,), profile=profile)

    def show(self, claim: str, *, profile: Profile = Profile.RESTRICTED, beside: bool = True) -> Release:
        """One claim, by its id or the start of it, or the whole id it has outside; `UsageError` for none or several.

        Behind it come the claims that it has to do with, and what it is to them, where these are wanted `beside` it;
        without them it is told as on the page of its report.
        """
        from clearway.crisis.picturing import once, related

        reports_of = once(self._reports_of)

        try:
            found = self.ledger.claim(claim)
        except UsageError:
            outside = self._released_as(claim)
            if outside is None:
                raise
            found = outside
        if not beside:
            return self.release(reports_of([found]), (found,), profile=profile)
        with self._seeing():
            ties, others = related(self.ledger, found, reports_of)  # first, so that its report is read with theirs
            alone = self.release(reports_of([found]), (found,), profile=profile)
            if not ties or not alone.claims:
                return alone
            claims = (found, *others)
            return self.release(reports_of(claims), claims, relations=ties, profile=profile)

    def _released_as(self, outside: str) -> Claim | None:
        """The claim that has this id outside."""
        from clearway.exports import released_as, report_of

        begins = report_of(outside)
        reports = self.ledger.reports_beginning(begins) if begins else ()
        found = (released_as(outside, self.ledger.claims(Query(report=report))) for report in reports)
        return next((claim for claim in found if claim), None)

    def check(self, sentence: str, *, as_of: date | None = None, profile: Profile = Profile.RESTRICTED) -> "Checked":
        """What is known of a sentence: which claims support it, contradict it or stand beside it. Nothing is kept.

        Days in it are counted from `as_of`, else from today. Raises `UsageError` for an empty sentence.
        """
        from functools import partial

        from clearway.crisis.checking import checked, known_of, sentence_report
        from clearway.crisis.judging import Way

        own = sentence_report(sentence, as_of or self.today)
        (claims,) = claims_of_each(self.reader, [own])
        if isinstance(claims, SkipError):
            raise claims
        known = known_of(self.ledger, claims, as_of)
        gate = partial(self.release, beside=known, profile=profile)
        rulings = Way(self.ledger).rulings
        return checked((own, claims), known, self._reports_of(known), rulings, self.ledger.sketches, gate)
