import sys

import pytest

from clearway.sources.language import UNTOLD, language_at_sight, language_of

ENGLISH = (
    "The clinic in the valley was hit on Monday, and two of the nurses who worked there were hurt, its director said."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        ("Vier Menschen wurden am Montag bei einem Angriff auf die Klinik im Tal verletzt, sagte der Direktor.", "de"),
        ("Quatre personnes ont été blessées lundi dans une attaque contre la clinique, a dit le directeur.", "fr"),
        ("أصيب أربعة أشخاص يوم الاثنين في هجوم على العيادة في الوادي، بحسب ما قاله المدير للصحفيين.", "ar"),
        ("Four hurt", None),
    ],
)
def test_the_language_of_a_text_is_told(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_plain_english_loads_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert language_of(ENGLISH) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [(ENGLISH, "en"), ("Vier Menschen wurden am Montag bei einem Angriff verletzt.", UNTOLD), ("Four hurt", None)],
)
def test_at_sight_only_plain_english_is_told(text: str, language: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert language_at_sight(text) == language
