"""What a crisis comes to: its picture of a day, what changed, its events, and the page of all that."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from clearway.crisis.outcomes import Drawn, Page
from clearway.crisis.part import Part
from clearway.model import (
    Corridor,
    IncidentQuery,
    Picture,
    Profile,
    Release,
    Watched,
)

EVERY_INCIDENT = IncidentQuery()
MOST_WHOLE = 5_000
"""Findings up to which a picture is drawn whole even where only the first of each topic are looked at."""


class Drawing(Part):
    """The part of a crisis that is made of all its claims."""

    def picture(
        self, *, as_of: date | None = None, policy: str | None = None, profile: Profile = Profile.RESTRICTED
    ) -> Drawn:
        """What the claims published up to `as_of` (all, where no day is given) come to.

        Raises `UsageError` for a policy that is not there.
        """
        from clearway.crisis.picturing import picture_of
        from clearway.picture import equations, totals

        with self._seeing() as folded:
            picture, reports, claims = picture_of(self.ledger, as_of, policy, folded=folded)
            release = self.release(reports, claims, picture.findings, profile=profile)
        today = as_of or self.today
        told = (release.findings, release.claims)
        added = totals(*told, lambda area: self.gazetteer.siblings(area))  # opened only where areas are added
        drawn = replace(picture, findings=release.findings, equations=equations(*told), totals=added)
        return Drawn(picture=drawn, release=release, today=today)

    def glance(
        self,
        most: int,
        *,
        as_of: date | None = None,
        policy: str | None = None,
        profile: Profile = Profile.RESTRICTED,
        larger_than: int = MOST_WHOLE,
        topic: str | None = None,
        after: str | None = None,
    ) -> Drawn:
        """The picture, of a large ledger only the first `most` findings of every topic, or of one behind a line.

        These are the first of the whole picture that no newer ones replaced; sums are then checked among them alone,
        and what `profile` lets out is told by them and all claims of their reports. Raises `UsageError` for a policy
        that is not there.
        """
        from clearway.crisis.choosing import chosen_before
        from clearway.crisis.glancing import glance
        from clearway.picture import POLICIES, check_policy, equations

        policy = policy or next(iter(POLICIES))
        check_policy(policy)
        asked = {"larger_than": larger_than, "topic": topic, "after": after}
        with self._seeing() as folded:
            seen = glance(self.ledger, as_of, most, **asked) if folded else None  # type: ignore[arg-type]
            if seen is not None:
                claims = tuple(self.ledger.claims_named(name for one in seen.findings for name in one.claims))
                reports = self._reports_of(claims)
                findings = chosen_before(self.ledger, policy, seen.findings, claims, reports)
                release = self.release(reports, claims, findings, profile=profile)
        if seen is None:
            return self.picture(as_of=as_of, policy=policy, profile=profile)
        picture = Picture(
            as_of=as_of,
            policy=policy,
            findings=release.findings,
            reports=seen.reports,
            claims=seen.claims,
            equations=equations(release.findings, release.claims),
        )
        return Drawn(picture=picture, release=release, today=as_of or self.today, left=seen.left, ends=seen.ends)

    def diff(self, first: date, last: date, *, profile: Profile = Profile.RESTRICTED) -> Release:
        """What changed in the picture from the end of one day to the end of another, with the claims behind it.

        Raises `UsageError` where the second day is not the later one, `LedgerError` where the ledger may not be
        written and holds what was not folded yet.
        """
        from clearway.crisis.outlines import whole
        from clearway.crisis.picturing import changed, named_by

        with self._seeing():
            found = [whole(one) for one in changed(self.ledger, first, last)]
            claims = named_by(self.ledger, found)
            return self.release(self._reports_of(claims), claims, changes=found, profile=profile)

    def incidents(
        self,
        query: IncidentQuery = EVERY_INCIDENT,
        *,
        as_of: date | None = None,
        profile: Profile = Profile.RESTRICTED,
    ) -> Release:
        """The events asked for, of all that the claims published up to `as_of` tell of, and the claims that tell them.

        Where no day is given they are kept in the ledger, so that a page of them is looked up; as of a day they are
        made from its claims, those around the days asked for alone. A profile other than `restricted` looks at all
        events first, lest a page tells what another hides.
        """
        from clearway.crisis.happened import chosen, incidents_of

        restricted = profile is Profile.RESTRICTED
        with self._seeing(events=True) as folded:
            found, claims = incidents_of(self.ledger, as_of, query if restricted else EVERY_INCIDENT, folded=folded)
            release = self.release(self._reports_of(claims), claims, incidents=found, profile=profile)
        if restricted:
            return release
        named = {claim.id: claim for claim in release.claims}
        return replace(release, incidents=chosen(release.incidents, named, query))

    def page(
        self,
        *,
        as_of: date | None = None,
        policy: str | None = None,
        title: str = "Clearway",
        profile: Profile = Profile.RESTRICTED,
        corridors: Sequence[tuple[Corridor, Watched]] = (),
    ) -> "Page":
        """One self-contained page of the crisis, as HTML, with its pictures of all days up to `as_of`.

        `corridors` are records with how they stand (`crisis.corridors.watch`); a page with one is restricted.
        """
        from clearway.crisis.days import days_of, drawn_of
        from clearway.exports import page
        from clearway.picture import totals

        with self._seeing() as folded:
            known = days_of(self.ledger, as_of, policy, profile, folded=folded)
            release = self.release(known.reports, known.claims, story=known.story, beside=known.claims, profile=profile)
        drawn = drawn_of(release, as_of, policy, today=as_of or self.today)
        added = totals(release.findings, release.claims, lambda area: self.gazetteer.siblings(area))
        whole = replace(drawn.picture, totals=added)
        html = page(drawn.release, whole, title=title, judged_at=drawn.today, corridors=corridors)
        return Page(html=html, release=drawn.release)
