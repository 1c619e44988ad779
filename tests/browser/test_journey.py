"""The desk from end to end in a browser, by keyboard alone, on each store: from an upload to what a team decides."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.browser.keyboard import Person, at_the_desk
from tests.browser.serving import Served, served
from tests.conftest import REPOSITORY
from tests.ledger.server import server

from clearway.crisis.roads import add_roads
from clearway.model import Claim, Query
from clearway.web.rights import Role
from clearway.web.works import Works

ARTICLE = REPOSITORY.parent / "shared/article/idlib-2020-02-18.txt"
"""The article that a user gave; where it is not, a report of our own takes its place."""
OWN = """Aid groups ask for safe ways out of Idlib as talks end without a result.

Air strikes have hit camps in northwest Idlib and killed about 300 civilians, the United Nations said on Tuesday.

The UN human rights office said it had recorded 299 civilian deaths since January 1.

Warplanes hit two hospitals in the town of Darat Izza on Monday, witnesses said. Two staff were wounded there on \
Monday, witnesses said.

Close to 900,000 people have fled Idlib province since December, a UN spokesman said.

The M5 highway from Damascus to Aleppo was reopened to civilian traffic on Tuesday, a monitor said.
"""
EARLIER = """The UN human rights office said on Wednesday that it had recorded 286 civilian deaths since January 1.

Close to 800,000 people have fled Idlib province since December, a UN spokesman said.
"""
ROADS = REPOSITORY / "docs/corridors/idlib-aleppo"
PATIENCE_S = 300.0
"""The first search on a machine makes the machine code."""
SENTENCE = "The UN recorded 299 civilian deaths in Idlib since January 1."
STORES: dict[str, Callable[[Path], Path | str]] = {
    "sqlite": lambda folder: folder / "idlib.db",
    "postgresql": lambda _: server().url(server().ledger()),
}

Sits = Callable[..., Person]


@pytest.fixture(scope="module", params=list(STORES))
def desk(request: pytest.FixtureRequest, browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A team's desk on a store, at which an analyst has sent the article and an earlier report, by keyboard."""
    folder = tmp_path_factory.mktemp("journey")
    article = ARTICLE if ARTICLE.exists() else folder / "article.txt"
    if article != ARTICLE:
        article.write_text(OWN, encoding="utf-8")
    (folder / "earlier.txt").write_text(EARLIER, encoding="utf-8")
    add_roads(ROADS, folder / "roads.npz")
    with served(folder, ledger=STORES[request.param](folder), roads=folder / "roads.npz", accounts=True) as opened:
        opened.desk.works = Works(patience_s=PATIENCE_S)
        with at_the_desk(browser, opened, "Ada", Role.ANALYST) as ada:
            for file, day in ((folder / "earlier.txt", "02122020"), (article, "02182020")):
                send(ada, file, day)
        yield opened


def send(person: Person, file: Path, day: str) -> None:
    """Send a file with its day, and wait until it is read."""
    person.page.on("filechooser", lambda _: None)  # from now on choosers are told of, however quickly one opens
    person.opens("/inbox")
    with person.page.expect_file_chooser() as chooser:
        person.press("f", "Enter")
    chooser.value.set_files(file)
    person.reaches(person.page.locator("[name=published]").first)
    person.types(day)
    person.does(person.page.locator("button.main").first, to="/inbox?said=taken")
    row = person.page.locator("#items li", has_text=file.name)
    row.locator(".at-read").wait_for()


@pytest.fixture
def sits(browser: Any, desk: Served) -> Iterator[Sits]:
    """Lets somebody sit down at the desk: `sits("Ada", Role.ANALYST)`."""
    open_ = []

    def down(name: str = "Ada", *roles: Role) -> Person:
        one = at_the_desk(browser, desk, name, *(roles or (Role.ANALYST,)))
        open_.append(one)
        return one.__enter__()

    yield down
    for one in open_:
        one.__exit__(None, None, None)


def dead(desk: Served, value: int) -> Claim:
    """The claim of so many civilians killed."""
    found = desk.desk.crisis.ledger.claims(Query(kind="killed"))
    return next(one for one in found if one.figure and one.figure.value == value)


def undone(person: Person, claim: str) -> None:
    """Take the last judgement on a claim back."""
    person.opens(f"/claims/{claim}")
    person.goes("z", to="said=undone")
    assert person.told == "The judgement is taken back."


def test_an_uploaded_report_stands_beside_its_claims(sits: Sits) -> None:
    ada = sits()
    ada.opens("/")
    ada.goes("g", "r", to="/reports")
    ada.goes("o", to="/reports/*")
    ada.press("j")
    assert ada.page.locator(".card.on").count() == 1
    assert "299 civilian deaths" in ada.page.locator(".text").inner_text()


def test_299_is_found_and_leads_to_its_words_in_the_report(sits: Sits) -> None:
    ada = sits()
    ada.opens("/")
    ada.goes("g", "c", to="/picture")
    figure = ada.page.locator("article.figure", has_text="299").first
    ada.reaches(figure.locator("summary"))
    ada.press("Enter")
    ada.does(figure.locator("ul.words a", has_text="299").first, to="/claims/*")
    assert "299 civilian deaths" in ada.page.locator(".sentence mark").inner_text()
    ada.goes("w", to="/reports/*")
    assert ada.page.locator("mark.on").first.inner_text().startswith("299")


def test_a_place_is_corrected_and_the_correction_undone(sits: Sits, desk: Served) -> None:
    claim = next(one for one in desk.desk.crisis.ledger.claims() if one.places and one.places[0].name == "Darat Izza")
    ada = sits()
    ada.opens(f"/claims/{claim.id}")
    ada.press("l")
    first = ada.page.locator("#places input:checked").input_value()
    ada.press("ArrowDown")
    chosen = ada.page.locator("#places input:checked").input_value()
    assert chosen != first
    ada.does(ada.page.locator("#places button"), to="said=judged")
    now = desk.desk.crisis.look(claim.id).now.places[0].resolved
    assert now is not None
    assert f"Darat Izza={now.id}" in chosen
    undone(ada, claim.id)
    assert desk.desk.crisis.look(claim.id).now == claim


def test_300_and_299_are_marked_the_same_and_told_apart_again(sits: Sits, desk: Served) -> None:
    one, other = dead(desk, 300), dead(desk, 299)
    before = findings(desk)
    ada = sits()
    ada.opens(f"/claims/{one.id}")
    ada.press("t")
    ada.types(other.id[:12])
    ada.does(ada.page.locator("#others button[value=same]"), to="said=judged")
    assert any({one.id, other.id} <= claims for claims in findings(desk))
    undone(ada, one.id)
    assert findings(desk) == before


def findings(desk: Served) -> set[frozenset[str]]:
    """What the picture puts together."""
    return {frozenset(one.claims) for one in desk.desk.crisis.picture().picture.findings}


def test_another_policy_is_chosen(sits: Sits) -> None:
    ada = sits()
    ada.opens("/picture")
    ada.press("p")
    ada.press("ArrowDown")
    chosen = ada.page.locator("[name=policy]").input_value()
    ada.does(ada.page.locator("#day button"), to="policy=*")
    assert ada.page.locator("[name=policy]").input_value() == chosen
    assert f"policy={chosen}" in ada.page.url


def test_the_day_is_moved_and_tells_what_was_known_then(sits: Sits) -> None:
    ada = sits()
    ada.opens("/picture")
    assert ada.page.locator("article.figure:visible", has_text="299").count()
    ada.reaches(ada.page.locator("[type=range]"))
    ada.goes("ArrowLeft", to="as_of=2020-02-17*")
    assert ada.page.locator("article.figure", has_text="299").count() == 0
    assert ada.page.locator("article.figure", has_text="286").count()


def test_an_incident_is_split_and_made_one_again(sits: Sits, desk: Served) -> None:
    before = incidents(desk)
    whole = next(claims for claims in before if len(claims) > 1)
    ada = sits()
    ada.opens("/")
    ada.goes("g", "e", to="/incidents")
    article = ada.page.locator("article.incident").filter(has=ada.page.locator(f"[value='{min(whole)}']")).first
    if article.locator("details:not([open])").count():
        ada.reaches(article.locator("summary"))
        ada.press("Enter")
    ada.reaches(article.locator("[name=claims]").first)
    ada.press("Space")
    ada.does(article.get_by_role("button"), to="said=split_incident")
    assert whole not in incidents(desk)
    undone(ada, min(whole))
    assert incidents(desk) == before


def incidents(desk: Served) -> set[frozenset[str]]:
    """The claims of each incident."""
    return {frozenset(one.claims) for one in desk.desk.crisis.incidents().incidents}


def test_a_sentence_is_checked(sits: Sits) -> None:
    ada = sits()
    ada.opens("/")
    ada.goes("g", "k", to="/check")
    ada.press("e")
    ada.types(SENTENCE)
    ada.does(ada.page.locator("main form button"), to="sentence=*")
    assert "299" in ada.page.locator("section.answer ul.rows").first.inner_text()


def test_a_reader_sees_and_cannot_judge(sits: Sits, desk: Served) -> None:
    claim = dead(desk, 299)
    before = desk.desk.crisis.judgements()
    rita = sits("Rita", Role.READER)
    rita.opens("/")
    rita.goes("g", "c", to="/picture")
    assert rita.page.locator("nav a[href='/review'], nav a[href='/inbox']").count() == 0
    rita.opens(f"/claims/{claim.id}")
    assert "it needs the role analyst, and you are reader" in rita.page.locator("[role=alert]").inner_text()
    rita.opens("/picture")
    assert posted(rita, f"/claims/{claim.id}/judge", verdict="accept") == 403
    assert desk.desk.crisis.judgements() == before


def posted(person: Person, path: str, **fields: str) -> int:
    """What a form of somebody's own page is answered, past what the page shows."""
    asks = """([path, fields]) => fetch(path, {method: "POST", redirect: "manual", body: new URLSearchParams({
        ...fields, token: JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRF-Token"]})})
        .then((answer) => answer.status)"""
    return int(person.page.evaluate(asks, [path, fields]))


def test_two_analysts_at_one_claim_lose_nothing_and_are_told(sits: Sits, desk: Served) -> None:
    claim = dead(desk, 286).id
    ada, ben = sits("Ada"), sits("Ben")
    for one in (ada, ben):
        one.opens(f"/claims/{claim}")
    ada.goes("a", to="said=judged")
    ben.press("x")
    ben.page.locator("[role=alert]").wait_for()
    ben.look()
    assert "it was judged since you saw it: Ada said accept" in ben.page.locator("[role=alert]").inner_text()
    ben.opens(f"/claims/{claim}")
    assert "Ada" in ben.page.locator(".judgements li").inner_text()
    ben.goes("x", to="said=judged")
    kept = [(one.by, str(one.verdict)) for one, _ in desk.desk.crisis.look(claim).judgements]
    assert kept == [("Ada", "accept"), ("Ben", "reject")]


def test_two_analysts_who_send_at_the_same_time_lose_nothing(sits: Sits, desk: Served) -> None:
    claims = [one.id for one in desk.desk.crisis.ledger.claims(Query(kind="displaced"))][:2]
    people_ = [sits("Cem"), sits("Eva")]
    asks = """([claims, why]) => { window.sent = Promise.all(claims.flatMap((claim) => why.map((why) => fetch(
        `/claims/${claim}/judge.json`, {method: "POST", body: new URLSearchParams({verdict: "prefer", why,
        token: JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRF-Token"]})})
        .then((answer) => answer.status)))); }"""
    for one in people_:
        one.opens("/reports")
    for one in people_:
        one.page.evaluate(asks, [claims, [str(number) for number in range(5)]])
    for one in people_:
        assert set(one.page.evaluate("window.sent")) == {200}
    kept = {(one.by, claim, one.why) for one, _ in desk.desk.crisis.judgements() for claim in one.claims}
    wanted = {(by, claim, str(why)) for by in ("Cem", "Eva") for claim in claims for why in range(5)}
    assert wanted <= kept


def test_a_corridor_is_planned_and_a_leg_leads_to_its_claims(sits: Sits) -> None:
    ada = sits()
    ada.page.set_default_timeout(PATIENCE_S * 1000)
    ada.opens("/corridors")
    for name, value in (("from", "Saraqib"), ("to", "Aleppo"), ("as_of", "02182020")):
        ada.reaches(ada.page.locator(f"details.ask [name={name}]"))
        ada.types(value)
    ada.goes("Enter", to="/corridors?*")
    claim = ada.page.locator(".plan a[href^='/claims/']").first
    closed = ada.page.locator(".plan details:not([open])", has=ada.page.locator("a[href^='/claims/']"))
    while not claim.is_visible():
        ada.reaches(closed.first.locator("summary").first)
        ada.press("Enter")
    ada.does(claim, to="/claims/*")
    assert ada.page.locator(".sentence mark").inner_text()
