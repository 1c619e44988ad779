from pathlib import Path

import pytest

from clearway.errors import GazetteerError
from clearway.places.about import about


def test_the_built_in_gazetteer_tells_its_size_its_hash_and_whom_it_credits(tmp_path: Path) -> None:
    (built_in,) = about(tmp_path / "none.db")
    assert built_in.places > 200_000
    assert len(built_in.sha256) == 64
    assert "GeoNames" in built_in.credit


def test_a_file_that_is_no_gazetteer_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("not a gazetteer, " * 100)
    with pytest.raises(GazetteerError):
        about(tmp_path / "notes.db")
