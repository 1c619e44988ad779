import sys

import pytest

from clearway.errors import UsageError
from clearway.exports.frames import claims_frame
from clearway.model import Figure, Profile, Release, Report
from clearway.model.claim import Claim
from clearway.model.passage import Passage

REPORT = Report(text="40 fled. They fled.", document="x", sha256="0" * 64)
COUNTED = Passage(report=REPORT.id, start=0, end=7, words="40 fled")
BARE = Passage(report=REPORT.id, start=9, end=18, words="They fled")
CLAIMS = (
    Claim(kind="displaced", passage=COUNTED, sentence=COUNTED, figure=Figure(value=40)),
    Claim(kind="displaced", passage=BARE, sentence=BARE),
)
RELEASE = Release(profile=Profile.RESTRICTED, banner="", reports=(REPORT,), claims=CLAIMS)


def test_a_figure_is_columns_of_its_own_and_empty_where_there_is_none() -> None:
    table = claims_frame(RELEASE)
    assert list(table["quote"]) == ["40 fled", "They fled"]
    assert table["figure_value"][0] == 40
    assert table["figure_value"].isna()[1]
    assert "figure" not in table.columns


def test_without_pandas_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match="install it beside Clearway: pip install pandas"):
        claims_frame(RELEASE)
