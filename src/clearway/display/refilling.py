"""A page whose form was refused, with all that was typed in it again, and what is wrong beside its field."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html import escape
from html.parser import HTMLParser
from urllib.parse import unquote

Attributes = tuple[tuple[str, str | None], ...]
Typed = Sequence[tuple[str, str]]

UNTYPED = ("hidden", "submit", "button", "image", "reset")
"""Fields whose values are the page's own."""
CHOICES = ("checkbox", "radio")
UNTOLD = ("file", "password")
"""Fields that no page may fill."""
MARK = "wrong"
"""The id of what is told beside the field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """What is told of a refused form, as HTML, and the fields that it may be about, the likeliest first.

    With `waits` it is not refused but waits for something, and the focus is left alone.
    """

    told: str
    fields: tuple[str, ...] = ()
    about: str = ""
    waits: bool = False


@dataclass(slots=True, kw_only=True)
class Tag:
    """A start tag, and where it stands in the page."""

    name: str
    attributes: Attributes
    start: int
    end: int

    def get(self, name: str) -> str:
        """An attribute's value; nothing where there is none."""
        return dict(self.attributes).get(name) or ""

    def has(self, name: str) -> bool:
        """Whether there is such an attribute."""
        return any(known == name for known, _ in self.attributes)


@dataclass(slots=True, kw_only=True)
class Field:
    """A field of a form: its tag, the text within it, the options of a choice, where it is closed and what hides it.

    `before` and `after` are where it begins and ends with its label.
    """

    tag: Tag
    form: str
    sort: str
    text: str = ""
    closed: int = 0
    before: int = 0
    after: int = 0
    options: list[tuple[Tag, str]] = field(default_factory=list)
    folded: tuple[Tag, ...] = ()

    @property
    def name(self) -> str:
        """Under which it is sent."""
        return self.tag.get("name")


@dataclass(slots=True, kw_only=True)
class Form:
    """A form of a page that sends something, with its fields."""

    tag: Tag
    key: str
    folded: tuple[Tag, ...]
    fields: list[Field] = field(default_factory=list)


def refilled(page: str, action: str, typed: Typed, wrong: Wrong) -> str | None:
    """The page with its form for `action` as it was sent; `None` where the page has no such form."""
    reader = _Reader(page)
    reader.feed(page)
    reader.close()
    form = _fittest([one for one in reader.whole() if unquote(one.tag.get("action")) == unquote(action)], typed)
    return _edited(page, form, reader, typed, wrong) if form else None


class _Reader(HTMLParser):
    """The forms of a page, and what stands where in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.focused: list[Tag] = []
        self._lines = [0, *(at + 1 for at, sign in enumerate(page) if sign == "\n")]
        self._forms: dict[str, Form] = {}
        self._fields: list[Field] = []
        self._form = ""
        self._folded: list[Tag] = []
        self._labelled: list[Field] | None = None
        self._label = 0
        self._open: Field | None = None
        self._option: int | None = None

    def whole(self) -> list[Form]:
        """Every form with its fields; a field may name a form in which it does not stand."""
        for one in self._fields:
            if one.form in self._forms and one.name:
                self._forms[one.form].fields.append(one)
        return list(self._forms.values())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a form, a field, and of what folds one away."""
        start = self._at()
        here = Tag(name=tag, attributes=tuple(attrs), start=start, end=start + len(self.get_starttag_text() or ""))
        if here.has("autofocus"):
            self.focused.append(here)
        if tag == "form":
            self._form = here.get("id") or f"form at {start}"
            self._forms[self._form] = Form(tag=here, key=self._form, folded=tuple(self._folded))
        elif tag == "details":
            self._folded.append(here)
        elif tag == "label":
            self._labelled, self._label = [], start
        elif tag in ("input", "textarea", "select"):
            self._begins(here)
        elif tag == "option" and self._open:
            self._open.options.append((here, ""))
            self._option = len(self._open.options) - 1

    def handle_data(self, data: str) -> None:
        """The words of an option, or what stands in a field."""
        if not self._open:
            return
        if self._option is not None:
            option, text = self._open.options[self._option]
            self._open.options[self._option] = (option, text + data)
        self._open.text += data

    def handle_endtag(self, tag: str) -> None:
        """What a form, a field or a label ends with."""
        end = self.page.index(">", self._at()) + 1
        if tag == "form":
            self._form = ""
        elif tag == "details" and self._folded:
            self._folded.pop()
        elif tag == "option":
            self._option = None
        elif tag in ("textarea", "select") and self._open:
            self._open.closed, self._open.after = self._at(), max(self._open.after, end)
            self._open = self._option = None
        elif tag == "label":
            for one in self._labelled or ():
                one.after = end
            self._labelled = None

    def _begins(self, here: Tag) -> None:
        sort = here.name if here.name != "input" else here.get("type") or "text"
        form = here.get("form") if here.has("form") else self._form
        before = here.start if self._labelled is None else self._label
        one = Field(tag=here, form=form, sort=sort, before=before, after=here.end, folded=tuple(self._folded))
        self._fields.append(one)
        if self._labelled is not None:
            self._labelled.append(one)
        if here.name != "input":
            self._open = one

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


def _fittest(forms: list[Form], typed: Typed) -> Form | None:
    """The form that was sent: of several for one address that whose own values were sent, and most of whose fields."""

    def fits(form: Form) -> tuple[int, int]:
        own = sum((one.name, one.tag.get("value")) in typed for one in form.fields if one.sort == "hidden")
        return own, sum(name in {one.name for one in form.fields} for name, _ in typed)

    return max(forms, key=fits, default=None)


def _edited(page: str, form: Form, reader: _Reader, typed: Typed, wrong: Wrong) -> str:
    fields = [one for one in form.fields if one.sort not in UNTYPED]
    at = _where(fields, typed, wrong)
    tags: dict[int, Tag] = {one.start: _without(one, "autofocus") for one in reader.focused}
    texts: dict[int, tuple[int, str]] = {}
    values: dict[str, list[str]] = {}
    for name, value in typed:
        values.setdefault(name, []).append(value)
    for one in sorted(fields, key=lambda one: one.sort not in CHOICES):
        _fill(one, values, tags, texts)
    for fold in at.folded if at else form.folded:
        tags[fold.start] = _with(fold, open=None)
    if at:
        now = tags.get(at.tag.start, at.tag)
        described = f"{now.get('aria-describedby')} {MARK}".strip()
        tags[now.start] = _with(now, **{"aria-invalid": "true", "aria-describedby": described, "autofocus": None})
    focus = "" if at or wrong.waits else ' tabindex="-1" autofocus'
    role = "status" if wrong.waits else "alert"
    told = f'<p class="{MARK}" id="{MARK}" role="{role}"{focus}>{wrong.told}</p>'
    edits = [(tag.start, tag.end, _written(tag)) for tag in tags.values()]
    edits += [(start, end, text) for start, (end, text) in texts.items()]
    place = form.tag.end
    if at:  # what stands behind a high field might lie below the screen
        place = at.before if at.sort == "textarea" else at.after
    edits.append((place, place, told))
    for start, end, text in sorted(edits, reverse=True):
        page = page[:start] + text + page[end:]
    return page


def _where(fields: list[Field], typed: Typed, wrong: Wrong) -> Field | None:
    """The field that is wrong: one that was named, else the only one in which a line is what the error is about."""
    known = {one.name: one for one in reversed(fields)}
    about = wrong.about.strip()
    named = next((known[name] for name in (*wrong.fields, about) if name in known), None)
    lines = {name for name, value in typed if about and about in (line.strip() for line in value.splitlines())}
    found = [known[name] for name in lines if name in known]
    return named or (found[0] if len(found) == 1 else None)


def _fill(one: Field, values: dict[str, list[str]], tags: dict[int, Tag], texts: dict[int, tuple[int, str]]) -> None:
    """Put into a field what was sent in it; of several of one name each takes the next."""
    sent = values.get(one.name, [])
    now = tags.get(one.tag.start, one.tag)
    if one.sort in UNTOLD:
        return
    if one.sort in CHOICES:
        value = one.tag.get("value") or "on"
        tags[now.start] = _with(now, checked=None) if value in sent else _without(now, "checked")
        if value in sent:  # a field for others of its name is not filled with it
            sent.remove(value)
    elif one.sort == "select" and sent:
        for option, words in one.options:
            value = option.get("value") if option.has("value") else words.strip()
            bare = _without(option, "selected")
            tags[option.start] = _with(bare, selected=None) if value in sent else bare
    elif one.sort == "textarea" and sent:
        texts[one.tag.end] = (one.closed, "\n" + escape(sent.pop(0), quote=False))
    elif sent and one.sort not in ("select", "textarea"):
        tags[now.start] = _with(now, value=sent.pop(0))


def _without(tag: Tag, name: str) -> Tag:
    return replace(tag, attributes=tuple(one for one in tag.attributes if one[0] != name))


def _with(tag: Tag, **attributes: str | None) -> Tag:
    return replace(tag, attributes=tuple((dict(tag.attributes) | attributes).items()))


def _written(tag: Tag) -> str:
    told = "".join(f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in tag.attributes)
    return f"<{tag.name}{told}>"
