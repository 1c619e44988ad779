from typing import Any

from benchmarks.incident_pairs import grouped, likenesses, pairs

FILLER = [
    {
        "title": f"Council meets on item {number}",
        "text": f"The Board of Ward{number} met; Police and a Woman or Man in Elmton.",
        "published": "2014-03-01",
    }
    for number in range(100, 160)
]


def article(title: str, text: str, published: str | None = "2014-03-01") -> dict[str, Any]:
    return {"title": title, "text": text, "published": published}


FIRST = article("Man, 34, shot on Quince Street", "Police in Oakton said Arlo Venn, 34, was shot on Quince Street.")
SECOND = article(
    "Quince Street victim named", "Arlo Venn, 34, of Oakton was shot at a Quince Street house.", "2014-03-02"
)
OTHER = article("Woman, 51, hurt in Elmton", "Police in Elmton said a woman, 51, was hurt on Larch Avenue.")


def test_articles_that_share_rare_names_and_days_are_of_one_incident() -> None:
    groups = grouped([*FILLER, FIRST, SECOND, OTHER])
    assert [60, 61] in groups
    assert [62] in groups


def test_the_same_names_much_later_are_less_alike() -> None:
    late = {**SECOND, "published": "2015-03-02"}
    assert likenesses([*FILLER, FIRST, late])[60, 61] < likenesses([*FILLER, FIRST, SECOND])[60, 61] / 2


def test_a_line_that_a_site_prints_every_day_is_no_likeness() -> None:
    menu = "Quince Street Arlo Venn Oakton 34"
    rows = [article("", f"{menu}\nNote{number}", f"2014-03-0{number}") for number in range(1, 5)]
    assert likenesses([*FILLER, *rows]) == {}


def test_an_article_without_a_day_is_told_by_its_names_alone() -> None:
    assert grouped([{**FIRST, "published": None}]) == [[0]]


def test_pairs_are_every_two_of_one_group() -> None:
    assert pairs([["b", "a", "c"], ["d"]]) == {("a", "b"), ("a", "c"), ("b", "c")}
