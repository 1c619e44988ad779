"""What strangers write and send: run on no page, and refused with the reason, while the desk stays open."""

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.ledger.making import AT, WAY, a_claim, a_place, a_report, by
from tests.ledger.server import server
from tests.web.making import Visit

from clearway.ledger import open_ledger
from clearway.model import Figure
from clearway.web.rights import Role
from clearway.web.worker import Worker

SCRIPT = "<script>alert(1)</script>"
IMAGE = "<img src=x onerror=alert(1)>"
FOUND = ("%", "_", "' OR 1=1 --", "'; DROP TABLE claim; --", '"', "*", "a OR b", "NEAR(a b)", "\x00", "\\", "(", "^")

Opens = Callable[..., Visit]


@pytest.fixture(autouse=True)
def _nothing_is_read_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Worker, "start", lambda _: None)


def hostile(where: Path | str) -> tuple[str, str]:
    """A ledger with a report in which everything is a script; the ids of the report and its claim."""
    words = f"Ten people {SCRIPT} died in {IMAGE}"
    report = a_report(f"{words}, said {SCRIPT}.", title=SCRIPT, publisher=f'"><b>{SCRIPT}', url="javascript:alert(1)")
    place = a_place(name=IMAGE)
    claim = a_claim(report, words, figure=Figure(value=10), attribution=by(SCRIPT), group=IMAGE, places=(place,))
    with open_ledger(where) as ledger:
        ledger.add(report, [claim], **WAY, at=AT)
    return report.id, claim.id


def test_no_page_runs_what_was_published_typed_or_asked_for(opened: Opens, tmp_path: Path) -> None:
    report, claim = hostile(tmp_path / "hostile.db")
    visit = opened(ledger=tmp_path / "hostile.db", accounts=True)
    client = visit.signed_in(Role.LEAD, name=f'Ada "{IMAGE}')
    client.post(f"/claims/{claim}/judge", data={"verdict": "accept", "why": SCRIPT})
    client.post("/inbox/files", files=[("files", (f"{IMAGE}.txt", b"One."))])
    pages = {path for path, methods in visit.app.openapi()["paths"].items() if "get" in methods}
    asked = {"q": SCRIPT, "place": SCRIPT, "said": SCRIPT, "sentence": "", "to": f"//{SCRIPT}", "before": SCRIPT}
    for path in sorted(pages):
        address = path.removesuffix(".json").replace("{report}", report).replace("{claim}", claim)
        for query in ({}, asked):
            text = client.get(address, params=query).text
            assert "<script>alert" not in text, address
            assert "<img src=x" not in text, address
            assert "<b><script" not in text, address
            assert "javascript:alert" not in text, address


def docx_bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", b" " * 30_000_000)
    return packed.getvalue()


def pdf_bomb() -> bytes:
    """A page whose content is forty megabytes of nothing, packed twice."""
    packed = zlib.compress(zlib.compress(b" " * 40_000_000))
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(packed), packed),
    ]
    body = b"".join(b"%d 0 obj %s endobj\n" % (number, part) for number, part in enumerate(parts, 1))
    return b"%PDF-1.4\n" + body + b"trailer <</Root 1 0 R/Size 5>>\n%%EOF"


BOMBS: dict[str, Callable[[], bytes]] = {
    "bomb.docx": docx_bomb,
    "bomb.pdf": pdf_bomb,
    "deep.html": lambda: b"<html>" + b"<div>" * 100_000,
    "entities.html": lambda: b'<!DOCTYPE html [<!ENTITY a "b">]><html>&a;</html>',
    "long.txt": lambda: b"Ten people died. " * 250_000,
}


def test_bombs_are_refused_with_the_reason_and_the_desk_stays_open(opened: Opens, tmp_path: Path) -> None:
    visit = opened(ledger=tmp_path / "clearway.db", accounts=True)
    client = visit.signed_in(Role.ANALYST, name="Ada")
    sent = [("files", (name, make())) for name, make in BOMBS.items()]
    assert client.post("/inbox/files.json", files=sent).status_code == 200
    while visit.desk.worker.step():
        assert client.get("/inbox").status_code == 200
    told = {one["name"]: one for one in client.get("/inbox/items.json").json()["items"]}
    assert {name: one["state"] for name, one in told.items()} == dict.fromkeys(BOMBS, "refused")
    assert all(one["told"]["refused"][0]["remedy"] for one in told.values())
    assert not list(visit.desk.inbox.folder.glob("*"))


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """A ledger in which everything is a script, on each store."""
    where = tmp_path / "hostile.db" if request.param == "sqlite" else server().url(server().ledger())
    hostile(where)
    return where


def test_what_is_searched_for_is_never_a_statement(opened: Opens, store: Path | str) -> None:
    visit = opened(ledger=store, accounts=True)
    client = visit.signed_in(Role.ANALYST, name="Ada")
    for sought in FOUND:
        for path, name in (("/incidents", "place"), ("/claims", "text"), ("/claims", "place"), ("/claims", "source")):
            answer = client.get(f"{path}.json", params={name: sought})
            assert answer.status_code in (200, 422), (path, name, sought)
    assert visit.desk.crisis.counts().claims == 1
