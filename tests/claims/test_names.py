"""Persons' names that must not leave."""

import pytest
from tests.claims.reading import parsed

from clearway.claims.names import names_in
from clearway.claims.nouns import Scene


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Farah Haddad, 34, was killed by a sniper.", ("Farah Haddad",)),
        ("Colonel Yves Mbala said four soldiers died.", ("Yves Mbala",)),
        ("Mr. Haddad lost two sons.", ("Haddad",)),
        ("Farah Haddad and Idris Bello were wounded.", ("Farah Haddad", "Idris Bello")),
        ("The Red Crescent Society buried nine people.", ()),
        ("UNICEF said nine children died.", ()),
        ("Nine traders were killed on Monday in May.", ()),
    ],
)
def test_a_persons_name_is_found_without_its_title(text: str, names: tuple[str, ...]) -> None:
    assert names_in(Scene(tree=parsed(text))) == names
