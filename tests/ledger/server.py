"""A PostgreSQL server of one's own, in a temporary folder, while tests run."""

import atexit
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

USER = "clearway"
MISSING = "no PostgreSQL (initdb, pg_ctl) on this machine: `sudo apt-get install postgresql`; its tests are skipped"
QUICK = {"fsync": "off", "full_page_writes": "off", "max_connections": "200", "shared_buffers": "32MB"}
"""Settings of a server whose data nobody needs after the tests."""
EMPTIED = """
SELECT string_agg(format('DELETE FROM %I', relname), ';') FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT IN ('clearway', 'alembic_version')
"""
_numbers = count()


class Server:
    """A server on a socket in its own folder; only who may read the folder reaches it."""

    def __init__(self, programs: Path, folder: Path, settings: Mapping[str, str] = QUICK) -> None:
        self.folder = folder
        self._programs = programs
        self._as: dict[str, Any] = {}
        if os.getuid() == 0:  # PostgreSQL does not run as root, so root lets another user run it
            user = next(one for one in pwd.getpwall() if one.pw_name in ("postgres", "nobody"))
            self._as = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
            os.chown(folder, user.pw_uid, user.pw_gid)
        self.run("initdb", "-U", USER, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        self.set(listen_addresses="", unix_socket_directories=str(folder), **settings)
        self._keeper = self._kept()
        self.start()
        self._template: str | None = None
        self._free: list[str] = []
        self._lent: list[str] = []

    def run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs on the server's data."""
        command = [str(self._programs / program), "-D", str(self.folder / "data"), *arguments]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False, **self._as)
        assert done.returncode == 0, f"{program}: {done.stdout}{done.stderr}"

    def set(self, **settings: str) -> None:
        """Write settings that hold when the server starts again."""
        with (self.folder / "data" / "postgresql.conf").open("a") as file:
            file.writelines(f"{name} = '{value}'\n" for name, value in settings.items())

    def start(self) -> None:
        """Start it, and wait until it answers; its log is a file, for a pipe would be held open."""
        self.run("pg_ctl", "-w", "-l", str(self.folder / "log"), "start")

    def stop(self, how: str = "fast") -> None:
        """Stop it: `fast` ends all connections, `immediate` is as if it were killed."""
        self.run("pg_ctl", "-w", "-m", how, "stop")

    def url(self, database: str, user: str = USER, **options: str) -> str:
        """The url of a database."""
        more = "".join(f"&{name}={quote(value)}" for name, value in options.items())
        return f"postgresql://{user}@/{database}?host={quote(str(self.folder))}{more}"

    def connect(self, database: str = "postgres", user: str = USER) -> Any:
        """A connection past Clearway."""
        import psycopg

        return psycopg.connect(self.url(database, user), autocommit=True)

    def ask(self, statement: str, database: str = "postgres") -> Sequence[Any]:
        """The rows that a statement gives."""
        with self.connect(database) as connection:
            asked = connection.execute(statement)
            return asked.fetchall() if asked.description else []

    def database(self, template: str | None = None) -> str:
        """A new database's name; without a template an empty one."""
        name = f"t{os.getpid()}_{next(_numbers)}"
        self.ask(f"CREATE DATABASE {name} {f'TEMPLATE {template}' if template else ''}")
        return name

    def ledger(self) -> str:
        """The name of a new database with an empty ledger."""
        from clearway.ledger import open_ledger

        if self._template is None:
            self._template = self.database()
            open_ledger(self.url(self._template)).close()
        return self.database(self._template)

    def fresh(self) -> str:
        """The url of an empty ledger, lent until `give_back`; its tables stay as they are."""
        self._lent.append(self._free.pop() if self._free else self.ledger())
        return self.url(self._lent[-1])

    def role(self) -> str:
        """A new user without rights."""
        name = f"user{next(_numbers)}"
        self.ask(f"CREATE ROLE {name} LOGIN")
        return name

    def stamp(self, database: str, generation: int) -> None:
        """Make a ledger look as another Clearway left it."""
        self.ask(f"UPDATE clearway SET generation = {generation:d}", database)  # noqa: S608 - a number

    def give_back(self) -> None:
        """Empty all that was lent, so that it can be lent again: sooner done than to make new ones."""
        while self._lent:
            name = self._lent.pop()
            with self.connect(name) as connection:
                connection.execute("SET session_replication_role = replica")  # past the guards
                connection.execute(connection.execute(EMPTIED).fetchone()[0])
            self._free.append(name)

    def end(self) -> None:
        """Stop it and remove its folder."""
        self._keeper.communicate()

    def _kept(self) -> "subprocess.Popen[bytes]":
        """A shell that does this as soon as nobody holds its input: when this process ends, however it does."""
        stop = f"cat >/dev/null; '{self._programs}/pg_ctl' -D data -m immediate stop; cd /; rm -rf '{self.folder}'"
        quiet = subprocess.DEVNULL
        return subprocess.Popen(
            ["/bin/sh", "-c", stop],
            cwd=self.folder,
            stdin=subprocess.PIPE,
            stdout=quiet,
            stderr=quiet,
            start_new_session=True,  # not to be stopped by what stops the tests
            **self._as,
        )


@cache
def server() -> Server:
    """The server of this run of tests, started when first asked for; skips the test where there is none."""
    found = programs()
    if found is None:
        pytest.skip(MISSING)
    folder = Path(tempfile.mkdtemp(prefix="clearway-pg-", dir="/tmp"))
    made = Server(found, folder)
    atexit.register(made.end)
    return made


def programs() -> Path | None:
    """Where PostgreSQL's programs are: on the path, or where Debian keeps the newest of them."""
    found = shutil.which("initdb")
    kept = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version)
    return next((folder for folder in reversed(kept) if (folder / "pg_ctl").exists()), None)


def _version(folder: Path) -> int:
    return int(folder.parent.name) if folder.parent.name.isdecimal() else 0


def database_of(url: str) -> str:
    """The name of the database that a url names."""
    return url.partition("@/")[2].partition("?")[0]


def give_back() -> None:
    """Give back what a test was lent, where a server was started at all."""
    if server.cache_info().currsize:
        server().give_back()
