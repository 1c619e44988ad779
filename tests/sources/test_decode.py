import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clearway.errors import RefusedDocument
from clearway.sources.decode import decode

ARABIC = "قتل عشرة مدنيين في البلدة يوم الثلاثاء، وفق ما ذكره مسعفون، ونزحت مئات العائلات نحو الحدود."
CYRILLIC = "Унаслідок обстрілу загинули дванадцять людей, повідомили рятувальники у вівторок."
TURKISH = "Sınıra yakın bölgede saldırılarda yüzlerce kişi öldü, dedi yetkililer. Şehir boşaltıldı."
SPANISH = "El hospital señaló que 30 niños murieron"
CURLY = "The town’s mayor said “nobody is left” – and left."


@given(st.text(min_size=1).filter(lambda text: text.strip() and "\0" not in text and text.isprintable()))
def test_utf8_comes_back_character_for_character(text: str) -> None:
    assert decode("a.txt", text.encode()) == (text.removeprefix("\ufeff"), ())


def test_line_ends_and_spaces_stay_as_they_are() -> None:
    text = "  One.\r\nTwo.\rThree.\n\n  "
    assert decode("a.txt", text.encode()) == (text, ())


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding_and_goes(mark: str) -> None:
    assert decode("a.txt", ARABIC.encode(mark)) == (ARABIC, ())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(CURLY, "cp1252"), (SPANISH, "cp1252"), (ARABIC, "cp1256"), (CYRILLIC, "cp1251"), (TURKISH, "cp1254")],
)
def test_an_old_encoding_is_guessed_with_a_warning(text: str, encoding: str) -> None:
    assert decode("a.txt", text.encode(encoding)) == (
        text,
        (f"warning: not UTF-8; read as {encoding}, a guess",),
    )


def test_a_declared_encoding_is_followed_where_it_fits() -> None:
    assert decode("a.html", CYRILLIC.encode("koi8-u"), declared="koi8-u") == (CYRILLIC, ())


@pytest.mark.parametrize("declared", ["punycode", "rot13", "no-such", "utf-16"])
def test_a_declared_encoding_that_does_not_fit_is_told(declared: str) -> None:
    text = "Ærø: ten people"
    assert decode("a.html", text.encode(), declared=declared) == (
        text,
        (f"warning: it says it is {declared}, which it is not",),
    )


def test_latin_1_is_read_as_browsers_do() -> None:
    assert decode("a.html", CURLY.encode("cp1252"), declared="ISO-8859-1") == (CURLY, ())


def test_lost_characters_are_counted() -> None:
    assert decode("a.txt", "It \ufffd\ufffd said".encode())[1] == (
        "warning: 2 characters were lost before it was saved (U+FFFD)",
    )


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "it is empty"),
        (b" \r\n\t ", "it is empty"),
        (b"abc\0def", "it is no text: byte 3 is NUL"),
        (b"a\x01\x02\x03b", "it is no text: 3 of 5 bytes are control characters"),
        ("It’s “so”. ".encode() + b"caf\xe9", "it mixes encodings: most of it is UTF-8, byte 20 (0xe9) is not"),
        (codecs.BOM_UTF8 + b"abc\xff", "its byte 6 is not utf-8, which its byte order mark promises"),
        (codecs.BOM_UTF16_LE + b"a\0b", "its byte 4 is not utf-16-le, which its byte order mark promises"),
    ],
)
def test_what_cannot_be_decoded_is_refused_by_its_byte(data: bytes, rule: str) -> None:
    with pytest.raises(RefusedDocument) as refused:
        decode("a.txt", data)
    assert (refused.value.subject, refused.value.rule) == ("a.txt", rule)
