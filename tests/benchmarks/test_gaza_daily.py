"""Whether the bulletins of which it is known which fail are those that fail."""

from pathlib import Path

import pytest
from benchmarks.gaza_daily import FILE, KNOWN, checked
from benchmarks.options import Options


@pytest.mark.parametrize("what", KNOWN)
def test_just_the_pairs_fail_that_are_known_to(what: str) -> None:
    folder: Path = Options().data
    if not (folder / FILE).exists():
        pytest.skip(f"no {FILE} beside the repository")
    found = checked(folder, what)
    assert (len(found.failing), found.pairs) == KNOWN[what]
