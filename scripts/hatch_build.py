"""Hatchling's hook: a wheel without its gazetteer is not built, since it could resolve no place."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

GAZETTEER = "src/clearway/places/data/gazetteer.sqlite"


class GazetteerHook(BuildHookInterface[Any]):
    """Look for the built gazetteer before a wheel is made; an editable install finds it later, where it is."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- hatchling's signature
        """Stop with the command that builds the gazetteer, where there is none."""
        if version == "editable" or Path(self.root, GAZETTEER).is_file():
            return
        raise SystemExit(f"{GAZETTEER} is missing: a wheel carries the built gazetteer; run `make wheel`")
