"""A claim as a person writes it, slot by slot."""

from collections.abc import Mapping
from dataclasses import replace

from clearway.kinds import kinds
from clearway.model import Claim, Passage, Sensitivity
from clearway.model.claim import BY_HAND
from clearway.picture.correcting import SLOTS, check_correction

RISING = tuple(Sensitivity)


def drafted(
    passage: Passage, sentence: Passage, slots: Mapping[str, str], *, by: str, like: Claim | None = None
) -> Claim:
    """The claim in these words, its slots as given, and the others as `like` has them; its id is that of what it says.

    Raises `UsageError` for a kind or slot that is not there, or a value that it cannot have.
    """
    base = like or Claim(kind=slots.get("kind", ""), passage=passage, sentence=sentence)
    claim = replace(base, passage=passage, sentence=sentence, extractor=BY_HAND, version=by, doubts=())
    in_turn = {slot: place for place, slot in enumerate(SLOTS)}  # a number before its hedge and bounds
    for slot, value in sorted(slots.items(), key=lambda pair: in_turn.get(pair[0], len(in_turn))):
        check_correction(claim, slot, value)
        claim = SLOTS[slot](claim, value)
    kind = kinds().named(claim.kind)
    if like is None and claim.figure is not None and "unit" not in slots:
        claim = replace(claim, figure=replace(claim.figure, unit=kind.unit))
    sensitivity = max(claim.sensitivity, kind.sensitivity, key=RISING.index)
    return replace(claim, id="", sensitivity=sensitivity)
