import pytest
from tests.sources.making import document, drafts

from clearway.errors import RefusedDocument
from clearway.sources.limits import LIMITS, Limits
from clearway.sources.plain import read

RIGHT_TO_LEFT = "قتل عشرة مدنيين في البلدة\u200f (10) يوم الثلاثاء.\r\n"


@pytest.mark.parametrize("text", ["Title: a\r\n\r\n  Two  spaces.\n\n", RIGHT_TO_LEFT])
def test_the_text_is_the_file_character_for_character(text: str) -> None:
    assert [draft.text for draft in drafts(read, document(text))] == [text]


def test_more_text_than_the_limit_is_refused() -> None:
    with pytest.raises(RefusedDocument, match="it is larger than the limit of 20 MB; cut it into parts"):
        next(read(document(b"word " * (LIMITS.text_bytes // 5 + 1)), LIMITS))


def test_the_limit_can_be_set() -> None:
    with pytest.raises(RefusedDocument, match="larger than the limit of 10 bytes"):
        next(read(document("eleven long"), Limits(text_bytes=10)))
