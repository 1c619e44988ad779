"""What templates put out is escaped as Jinja escapes it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup, escape

from clearway.display.escaping import Templates, escaped
from clearway.model import State

TEXTS = st.text(alphabet="&<>'\"a é\u0000\u202e", max_size=12)
TEMPLATES = (
    "{{ value }}",
    "<p>{{ value }}</p>{{ value|safe }}{{ value|e }}",
    "{% set kept %}{{ value }}{% endset %}{{ kept }}{{ kept ~ value }}",
    "{% macro told(one) %}<b>{{ one }}</b>{% endmacro %}{{ told(value) }}{{ told(told(value)) }}",
    "{% autoescape false %}{{ value }}{% endautoescape %}{% filter upper %}{{ value }}{% endfilter %}",
    "{% for one in [value, 1, none, true] %}{{ one }}{{ loop.index }}{% endfor %}",
)


@given(text=TEXTS)
def test_a_text_is_escaped_as_it_must_be(text: str) -> None:
    assert escaped(text) == escape(text)
    assert escaped(Markup(text)) == text  # noqa: S704 # whatever is marked is safe


def test_what_is_no_text_is_escaped_too() -> None:
    for value in (7, None, 0.5, State.SINGLE_SOURCE, ["<"]):
        assert escaped(value) == escape(value)


@pytest.mark.parametrize("template", TEMPLATES)
@given(text=TEXTS)
def test_a_template_puts_out_what_jinja_alone_would(template: str, text: str) -> None:
    ours, theirs = (made(autoescape=True).from_string(template) for made in (Templates, Environment))
    assert ours.render(value=text) == theirs.render(value=text)
    assert ours.render(value=Markup(text)) == theirs.render(value=Markup(text))  # noqa: S704 # likewise
