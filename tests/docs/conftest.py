"""The commands of the docs run as those of the command line's own tests do."""

from tests.cli.conftest import elsewhere, run

__all__ = ["elsewhere", "run"]
