"""What a crisis tells of a place."""

from pathlib import Path

from tests.contracts.test_happened import town
from tests.ledger.making import AT, WAY, days

from clearway.crisis import Crisis
from clearway.model import Judgement, Verdict


def test_what_was_counted_before_is_not_asked_once_more_was_read_or_judged(tmp_path: Path) -> None:
    told = [town(number, number + 2, period=days(number, number)) for number in range(1, 5)]
    with Crisis.open(tmp_path / "ledger.db") as crisis:
        crisis.ledger.add(*told[0], **WAY, at=AT)
        before = crisis.growth()
        place = before.sites(None)[0].spot.id
        assert crisis.at(place, growth=before).counted == {"killed": 1}
        for one in told[1:]:
            crisis.ledger.add(*one, **WAY, at=AT)
        claim = told[1][1][0].id
        crisis.ledger.judge(Judgement(verdict=Verdict.REJECT, claims=(claim,), by="amal", at=AT))
        seen = crisis.at(place, growth=before)
        assert (seen.counted, len(seen.claims)) == ({"killed": 3}, 3)
