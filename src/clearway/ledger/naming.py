"""What a ledger is called: the path of a file, or the url of a database on a server."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlencode

from clearway.errors import LedgerError

SCHEMES = ("postgresql", "postgres", "postgresql+psycopg")
SQLITE = "sqlite:///"
PUBLIC = "public"
"""The schema that a database has of itself."""

_URL = re.compile(rf"(?:{'|'.join(re.escape(one) for one in SCHEMES)}):/{{1,3}}", re.IGNORECASE)
_PARTS = re.compile(r"(?://)?(?P<servers>[^/?#]*)(?:/(?P<base>[^?#]*))?(?:\?(?P<options>[^#]*))?", re.DOTALL)
_SECRET = ("password", "sslpassword")
_MOST = 63
"""Bytes of the longest name that PostgreSQL keeps whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A ledger on a server: `url` as libpq takes it, with all its secrets; `shown` is the same without them."""

    url: str = field(repr=False)
    schema: str
    shown: str
    server: str
    database: str


def is_url(name: str | Path) -> bool:
    """Whether a name is that of a ledger on a server."""
    return _URL.match(str(name)) is not None


def address_of(name: str) -> Address:
    """A url taken apart; raises `LedgerError`, which never repeats it, where it is none."""
    scheme, _, rest = name.partition(":")
    found = _PARTS.fullmatch(rest)
    # an @ further on is one of a password that was not written as it must be, and would be shown
    if found is None or not is_url(name) or not rest.startswith("//") or "@" in rest[found.end("servers") :]:
        raise _no_url(scheme)
    user, at, server = found["servers"].rpartition("@")
    options = parse_qsl(found["options"] or "", keep_blank_values=True)
    given = dict(options)
    schema = given.get("schema", PUBLIC)
    if not schema or "\x00" in schema or len(schema.encode("utf-8", "replace")) > _MOST:
        rule = f"a schema's name has up to {_MOST} bytes"
        raise LedgerError("?schema=", rule=rule, remedy="give another, or leave it out")
    passed = [(key, value) for key, value in options if key != "schema"]
    base = unquote(found["base"] or "")
    shown = [(key, value) for key, value in options if key not in _SECRET]
    return Address(
        url=_joined(user + at + server, found["base"], passed),
        schema=schema,
        shown=_joined(user.partition(":")[0] + at + server, found["base"], shown),
        server=unquote(server) or given.get("host") or given.get("service") or os.environ.get("PGHOST", "local"),
        database=base or given.get("dbname") or given.get("service") or os.environ.get("PGDATABASE", "ledger"),
    )


def shown(name: str | Path) -> str:
    """A ledger's name as it is printed: no password is in it."""
    return address_of(str(name)).shown if is_url(name) else str(name)


def title_of(name: str | Path) -> str:
    """A ledger's short name: that of its file without the ending, or that of its database, or of a schema in it."""
    if not is_url(name):
        return Path(str(name).removeprefix(SQLITE)).stem
    address = address_of(str(name))
    return address.database if address.schema == PUBLIC else f"{address.database}.{address.schema}"


def beside(name: str | Path, ending: str) -> Path:
    """The file that goes with a ledger: `NAME-ending` beside the file `NAME.db`.

    For a ledger on a server it lies on this machine, in the user's folder of data (XDG Base Directory Specification):
    `~/.local/share/clearway/SERVER/NAME-ending`.
    """
    if not is_url(name):
        path = Path(str(name).removeprefix(SQLITE))
        return path.with_name(f"{path.stem}-{ending}")
    return data_folder() / _as_file(address_of(str(name)).server) / f"{_as_file(title_of(name))}-{ending}"


def data_folder() -> Path:
    """Where this machine keeps what goes with ledgers on servers."""
    data = os.environ.get("XDG_DATA_HOME", "")
    folder = Path(data) if Path(data).is_absolute() else Path.home() / ".local" / "share"
    return folder / "clearway"


def _as_file(name: str) -> str:
    """A name as one part of a path."""
    return re.sub(r"[^\w.-]", "_", name).strip(".") or "_"


def _joined(servers: str, base: str | None, options: list[tuple[str, str]]) -> str:
    path = "" if base is None else f"/{base}"
    asked = f"?{urlencode(options, quote_via=quote)}" if options else ""
    return f"postgresql://{servers}{path}{asked}"


def _no_url(scheme: str) -> LedgerError:
    rule = "a ledger on a server is postgresql://USER@HOST/DATABASE, with %40, %2F, %3F and %23 for @, /, ? and # in it"
    return LedgerError(scheme, rule=rule, remedy="name one so; a password is better kept in ~/.pgpass")
