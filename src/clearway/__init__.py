"""Clearway reads what is reported about a humanitarian crisis and keeps every claim with who said it."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clearway.crisis import Crisis

__all__ = ["Crisis", "__version__"]

__version__: str


def __getattr__(name: str) -> Any:
    """`Crisis` and the version, looked up when asked for, so that `import clearway` costs nothing."""
    if name == "Crisis":
        from clearway.crisis import Crisis

        return Crisis
    if name == "__version__":
        from importlib.metadata import version

        return version("clearway")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
