"""The first page: what there is, and where to go."""

from dataclasses import dataclass

from clearway.web.desk import TheDesk
from clearway.web.pages import Pages
from clearway.web.rights import Role, Who

pages = Pages()


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """How much the ledger holds, and who asks."""

    reports: int
    claims: int
    person: str
    roles: tuple[Role, ...]
    profile: str


@pages.page("/", needs=Role.READER, template="home")
def home(desk: TheDesk, who: Who) -> Home:
    """How much there is."""
    counts = desk.crisis.counts()
    return Home(
        reports=counts.reports,
        claims=counts.claims,
        person=who.name,
        roles=tuple(sorted(who.roles)),
        profile=who.profile,
    )
