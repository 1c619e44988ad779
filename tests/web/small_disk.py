"""A desk on a disk that is really full: what a person at it is told, and what is there when there is room again.

Run within namespaces of its own (see `test_full_disk`) as `python -m tests.web.small_disk FOLDER LEDGER MEGABYTES`: it
mounts a file system of that size on the folder, and prints what came of everything as one object of JSON.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.web.making import Clock, Visit, settings_in

from clearway.web.accounts import audit
from clearway.web.app import make_app, make_desk
from clearway.web.rights import Role
from clearway.web.worker import Worker

PAGES = ("/reports", "/picture", "/review", "/inbox", "/claims", "/incidents")
LARGE = b"Ten people died. " * 200_000
MANY = 400
DONE = "it was done and is kept"


def fill(folder: Path) -> Path:
    """Leave no byte free."""
    path = folder / "filler"
    with path.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
    return path


def judge(client: Any, claim: str, verdict: str = "reject") -> tuple[int, str]:
    """Judge a claim with many words; the status, and the rule where it is refused."""
    answer = client.post(f"/claims/{claim}/judge.json", data={"verdict": verdict, "why": "x" * 1500})
    return answer.status_code, answer.json().get("rule", "")


def send(client: Any, name: str, data: bytes = b"One.") -> tuple[int, str]:
    """Send a file; the status, and the rule where it is refused."""
    answer = client.post("/inbox/files.json", files=[("files", (name, data))])
    return answer.status_code, answer.json().get("rule", "")


def on_a_full_disk(visit: Visit, client: Any, folder: Path) -> dict[str, Any]:
    """What is told while the disk is full, and afterwards."""
    claim = client.get("/review.json").json()["claim"]["claim"]["id"]
    before = send(client, "before.txt")
    visit.desk.crisis.fold_in(events=True)  # as is done behind the pages
    filler = fill(folder)
    pages = {path: client.get(path).status_code for path in PAGES}
    judged = [judge(client, claim)]
    while judged[-1][0] == 200 and len(judged) < MANY:  # there may be room within the file
        judged.append(judge(client, claim))
    sent = [send(client, "small.txt"), send(client, "large.txt", LARGE)]
    filler.unlink()
    judged.append(judge(client, claim, "accept"))
    after = send(client, "after.txt")
    items = visit.desk.inbox.items()
    return {
        "pages": pages,
        "sent": [before, *sent, after],
        "judged": judged[-2:],
        "confirmed": sum(status == 200 or rule.startswith(DONE) for status, rule in judged),
        "kept": len(visit.desk.crisis.judgements()),
        "names": sorted(item.name for item in items),
        "strays": sorted({path.name for path in visit.desk.inbox.folder.iterdir()} ^ {item.id for item in items}),
        "broken": audit.verify(visit.desk.store).broken,
    }


def main(folder: Path, ledger: Path, megabytes: str) -> None:
    """Mount, open a desk there, try it, and tell."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)], check=True)
    os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
    own = Path(shutil.copy(ledger, folder / "clearway.db"))
    Worker.start = lambda _: None  # type: ignore[method-assign]
    desk = make_desk(settings_in(folder, own, accounts=True), now=Clock())
    visit = Visit(desk, make_app(desk))
    with visit.client:
        told = on_a_full_disk(visit, visit.signed_in(Role.ANALYST, name="Ana"), folder)
    told["whole"] = [
        sqlite3.connect(path).execute("PRAGMA integrity_check").fetchone()[0] for path in (own, desk.store.path)
    ]
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
