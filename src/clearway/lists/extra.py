"""Libraries that come with the extra `lists` only."""

from importlib.util import find_spec

from clearway.errors import UsageError


def require(*libraries: str) -> None:
    """Raise `UsageError`, which says what to install, where one of these is missing."""
    for library in libraries:
        if find_spec(library) is None:
            raise UsageError(library, rule="it is not installed", remedy="pip install 'clearway[lists]'")
