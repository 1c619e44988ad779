"""A page whose form was refused holds what was typed, and says beside its field what is wrong."""

import pytest

from clearway.display.refilling import Wrong, refilled

PAGE = """<form method="post" action="/a"><input type="hidden" name="way" value="x"><input name="who"></form>
<details><summary>More</summary>
<form method="post" action="/a" id="b"><input type="hidden" name="way" value="y">
<label>Who <input name="who" value="old" aria-describedby="how" autofocus></label><p id="how">How</p>
<textarea name="words" rows="2">
old &amp; told</textarea>
<label>Sort <select name="sort"><option value="a" selected>One</option><option>Two</option></select></label>
<label><input type="checkbox" name="ids" value="1" checked></label><input type="checkbox" name="ids" value="2">
<input name="ids"><input type="password" name="secret"><input type="file" name="file">
</form></details>
<input name="late" form="b">"""
TYPED = (
    ("way", "y"),
    ("who", 'a "b" <c>'),
    ("words", "x < y\n</textarea>"),
    ("sort", "Two"),
    ("ids", "2"),
    ("ids", "9"),
    ("secret", "s"),
    ("late", "z"),
)


def test_every_field_of_the_form_that_was_sent_holds_what_was_typed() -> None:
    found = refilled(PAGE, "/a", TYPED, Wrong(told="no"))
    assert found == (
        """<form method="post" action="/a"><input type="hidden" name="way" value="x"><input name="who"></form>
<details open><summary>More</summary>
<form method="post" action="/a" id="b"><p class="wrong" id="wrong" role="alert" tabindex="-1" autofocus>no</p><input type="hidden" name="way" value="y">
<label>Who <input name="who" value="a &quot;b&quot; &lt;c&gt;" aria-describedby="how"></label><p id="how">How</p>
<textarea name="words" rows="2">
x &lt; y
&lt;/textarea&gt;</textarea>
<label>Sort <select name="sort"><option value="a">One</option><option selected>Two</option></select></label>
<label><input type="checkbox" name="ids" value="1"></label><input type="checkbox" name="ids" value="2" checked>
<input name="ids" value="9"><input type="password" name="secret"><input type="file" name="file">
</form></details>
<input name="late" form="b" value="z">"""  # noqa: E501 - as the page has it
    )


@pytest.mark.parametrize(
    "wrong",
    [Wrong(told="no", fields=("nothing", "who")), Wrong(told="no", about='a "b" <c>'), Wrong(told="no", about="who")],
)
def test_what_is_wrong_stands_behind_its_field_and_the_field_is_begun_with(wrong: Wrong) -> None:
    found = refilled(PAGE, "/a", TYPED, wrong)
    assert found is not None
    assert (
        '<label>Who <input name="who" value="a &quot;b&quot; &lt;c&gt;" aria-describedby="how wrong" '
        'aria-invalid="true" autofocus></label><p class="wrong" id="wrong" role="alert">no</p>'
    ) in found
    assert found.count("autofocus") == 1


def test_a_line_of_a_field_is_what_it_may_be_about_and_what_two_fields_hold_is_neither() -> None:
    typed = (("way", "y"), ("who", "x"), ("words", "x\ny"))
    found = [refilled(PAGE, "/a", typed, Wrong(told="no", about=about)) or "" for about in ("y", "x")]
    assert ['</p><textarea name="words"' in one for one in found] == [True, False]
    assert [" autofocus>no</p>" in one for one in found] == [False, True]


def test_a_page_without_the_form_is_none() -> None:
    assert refilled(PAGE, "/b", TYPED, Wrong(told="no")) is None
