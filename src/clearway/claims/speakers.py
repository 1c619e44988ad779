"""Who says each part of a report: verbs of saying, "according to", quotations that go on, pronouns and surnames."""

import re

from clearway.claims.arguments import arguments_of, is_passive
from clearway.claims.lines import Line, Speech
from clearway.claims.naming import source_kind, speaker_name
from clearway.claims.nouns import RELATIVE, Scene, quantity_of
from clearway.claims.tree import Token
from clearway.languages.en import speech as words
from clearway.languages.en.words import classes_of, noun_classes
from clearway.model import Source, SourceKind

NAME = r"[A-Z][\w’'-]+(?: (?:of |the |for |and )?[A-Z][\w’'.-]+){0,5}"
SAID = r"(?:said|says|told|added|adds|warned|stated|announced|explained|noted)"
SAYS = re.compile(rf"\b{SAID}\b")
OVERHEARD = re.compile(
    rf"(?:(?P<before>{NAME})(?:, [^,\n]{{3,70}},|,)? {SAID}\b|\b{SAID} (?:[a-z]+ ){{0,4}}(?P<after>{NAME})"
    rf"|\b(?P<many>[a-z]+) {SAID}\b)"
)
"""Who speaks by the words alone: "Ada Bello, a farmer, said", "her aunt, Ada Bello, said", "residents said"."""

INTRODUCED = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2}),(?: aged)? (?:\d{1,2},|an? (?P<what>[a-z]+(?: [a-z]+){0,3}))"
)
"""A person whom the report introduces ("Idris Bello, a farmer, ..."), who may be "he" in the next sentence."""

CAPITALISED = r"[A-Z][\w’'-]+"
OFFICE = re.compile(
    rf"(?P<name>{CAPITALISED}(?: {CAPITALISED}){{1,2}}), (?:an? |the )?"
    r"(?P<what>[a-z-]+(?: [a-z-]+){0,3}?) (?:of|for|at|with) "
)
"""A person whose office stands behind the name ("Ada Bello, spokeswoman for the ministry, ...")."""

TITLED = re.compile(
    rf"\b(?:{'|'.join(sorted(f'[{title[0].upper()}{title[0]}]{title[1:]}' for title in words.TITLES))})\.? "
    rf"(?P<name>{CAPITALISED}(?: {CAPITALISED}){{1,2}})"
)
"""A person whose title stands before the name ("police chief Ada Bello")."""

LETTERS = re.compile("[a-z]+")

PERSON_PRONOUNS = frozenset({"he", "she"})


BARE = frozenset("who that which this those these one some many it i we you what there".split())


class Speakers:
    """What a report has told so far of who speaks; one per report, filled sentence by sentence."""

    def __init__(self) -> None:
        self.people: dict[str, str] = {}
        self.last_person: str | None = None
        self.last_office: str | None = None
        self.last: str | None = None
        self.kinds: dict[str, SourceKind] = {}

    def source(self, name: str) -> Source:
        """The source of that name, of the kind that the words around its name tell."""
        return Source(name=name, kind=self.kinds.get(name) or source_kind(name))

    def hear(self, line: Line) -> None:
        """Find the acts of saying in a sentence, in order, and remember who spoke."""
        telling = words.telling_forms()
        for token in line.scene.tree.tokens:
            if token.lower not in telling:
                continue
            speech = (
                self._verb(line.scene, token) or self._according(line.scene, token) or self._recorded(line.scene, token)
            )
            if speech is not None and speech.speaker:
                line.speeches.append(speech)
                self.last = speech.speaker
        self._meet(line.scene)

    def overhear(self, text: str) -> None:
        """Remember who speaks in a sentence that is not parsed, by its words alone."""
        self._introduce(text)
        heard = OVERHEARD.search(text) if SAYS.search(text) else None
        if heard is None:
            return
        many = heard.group("many")
        if many is not None:
            if many in words.MANY or ("people" in classes_of(many) and many.endswith("s")):
                self.last = many  # "they said"; a person told of before is still "he"
            return
        parts = _untitled((heard.group("before") or heard.group("after")).strip(" .,"))
        if parts:
            self.last = self._remember(" ".join(parts), person=_may_name_person(parts))

    def _learn_names(self, text: str) -> None:
        """Learn the full names of persons told by their office, whom later sentences call by the surname."""
        if words.TITLES.isdisjoint(LETTERS.findall(text.lower())):
            return  # most sentences have no office, and the patterns take five times as long to say so
        for told in (*OFFICE.finditer(text), *TITLED.finditer(text)):
            what = told.groupdict().get("what")
            parts = _untitled(told.group("name"))
            if _may_name_person(parts) and (what is None or not words.TITLES.isdisjoint(what.split())):
                self.people.setdefault(parts[-1].lower(), " ".join(parts))

    def _introduce(self, text: str) -> None:
        """Remember the person whom a sentence introduces with an age or with what he is."""
        self._learn_names(text)
        met = INTRODUCED.search(text)
        if met is None:
            return
        what = met.group("what")
        if what is None or any("people" in classes_of(word) for word in what.split()):
            self._remember(met.group("name"), person=True)

    def _meet(self, scene: Scene) -> None:
        """Remember the person that a sentence is about, for "he said" in the next one."""
        self._introduce(scene.tree.text)
        root = next((token for token in scene.tree.tokens if token.is_root), None)
        subject = root.child("nsubj", "nsubjpass") if root is not None else None
        if subject is not None and subject.lower not in words.GIVEN_UP:
            name, person = speaker_name(scene, subject)
            if person and name:
                self._remember(name, person=True)

    def _verb(self, scene: Scene, verb: Token) -> Speech | None:
        lemma = words.saying_forms().get(verb.lower)
        if not verb.is_verb or verb.dep in ("aux", "amod") or is_passive(verb):
            return None
        if lemma is None or not self._speaks(scene, verb, lemma):
            return self._voiced(scene, verb) if verb.lower in words.voicing_forms() else None
        arguments = arguments_of(verb)
        subject = arguments.own_subject or (
            arguments.subject if verb.dep in ("conj", "advcl", "acl", "dep", "xcomp", "relcl") else None
        )
        if subject is None or (verb.dep in ("xcomp", "relcl", "acl") and not verb.child("ccomp")):
            return None
        if not self._may_speak(scene, subject):
            return None
        if _is_relative(subject):
            subject = verb.head if verb.dep == "relcl" else subject
        name = self._name(scene, subject)
        covers = _region(scene, verb)
        frame = (
            {subject.i, verb.i} | {token.i for token in scene.tree.subtree(subject)}
            if arguments.own_subject is not None
            else {verb.i}
        )
        frame |= {child.i for child in verb.children if child.dep in ("aux", "neg", "prt", "advmod", "npadvmod")}
        frame |= _day_of_saying(scene, verb)
        for prep in verb.all("prep", "dative", "dobj"):
            if prep.dep != "dobj" or lemma in ("tell", "inform"):
                frame |= {token.i for token in scene.tree.subtree(prep)} - _clause_tokens(scene, prep)
        return Speech(speaker=name, cue=verb.text, verb=verb, covers=covers, frame=frame)

    def _voiced(self, scene: Scene, verb: Token) -> Speech | None:
        """A request, condemnation or worry: its maker is the source of what its clause tells, where nobody else is."""
        if verb.dep not in ("ROOT", "conj", "ccomp", "parataxis", "advcl"):
            return None
        sought = verb.child("dobj")
        if words.voicing_forms().get(verb.lower) == "seek" and sought is not None and sought.lower in words.SOUGHT:
            return None
        subject = arguments_of(verb).subject
        if subject is None or not self._may_speak(scene, subject) or _is_relative(subject):
            return None
        if words.voicing_forms().get(verb.lower) in words.WITH_WORRY and not any(
            child.lower in words.WORRY for child in verb.all("dobj")
        ):
            return None
        covers = {token.i for token in scene.tree.subtree(verb)} - {token.i for token in scene.tree.subtree(subject)}
        return Speech(
            speaker=self._name(scene, subject), cue=verb.text, verb=verb, covers=covers, frame=set(), weak=True
        )

    def _speaks(self, scene: Scene, verb: Token, lemma: str) -> bool:
        """Whether the verb governs words that somebody says."""
        if verb.child("ccomp"):
            return True
        if lemma == "say" or lemma in words.ALWAYS_SAYING:
            return True
        if verb.dep == "parataxis" or (verb.dep == "ROOT" and any(child.dep == "ccomp" for child in verb.children)):
            return True
        after = scene.tree.tokens[verb.i + 1 : verb.i + 3]
        return any(token.text in ("“", '"', ":") for token in after)

    def _may_speak(self, scene: Scene, subject: Token) -> bool:
        if subject.tag == "EX" or subject.lower in ("there", "what"):
            return False
        if subject.lower in words.ANONYMOUS or subject.lower in words.GIVEN_UP or _is_relative(subject):
            return True
        classes = scene.classes(subject)
        if subject.lower in words.SILENT:
            return False
        if classes & {"people", "organisation", "name", "demonym", "armed", "aid_actor"} or subject.tag.startswith(
            "NNP"
        ):
            return True
        return subject.tag in ("NNS", "NN") and not classes

    def _according(self, scene: Scene, token: Token) -> Speech | None:
        if token.lower not in words.ACCORDING:
            return None
        target: Token | None = None
        if token.lower == "according":
            inner = token.child("prep")
            target = inner.child("pobj") if inner is not None else token.child("pobj")
            if target is None and token.i + 2 < len(scene.tree.tokens):
                target = next(
                    (
                        other
                        for other in scene.tree.tokens[token.i + 2 :]
                        if other.is_noun and other.dep in ("pobj", "nsubj", "dobj")
                    ),
                    None,
                )
        elif token.lower in ("citing", "quoting"):
            target = token.child("dobj")
        if target is None:
            return None
        whole = token.head.is_root or token.is_root or _ends_or_opens(scene, token)
        tokens = (
            {other.i for other in scene.tree.tokens}
            if whole
            else {other.i for other in scene.tree.subtree(_clause_of(token))}
        )
        frame = {other.i for other in scene.tree.subtree(token)}
        if len(frame) > len(scene.tree.tokens) // 2:
            frame = set(range(token.i, target.right + 1)) if target.i > token.i else frame
        return Speech(
            speaker=self._name(scene, target),
            cue=f"{token.text} to" if token.lower == "according" else token.text,
            verb=token,
            cited=token.lower != "according",
            covers=tokens - frame | {token.head.i},
            frame=frame,
        )

    def _recorded(self, scene: Scene, verb: Token) -> Speech | None:
        if verb.lower not in words.counting_forms() or not verb.is_verb:
            return None
        agent = next(
            (prep.child("pobj") for prep in verb.all("agent", "prep") if prep.lower == "by" and prep.child("pobj")),
            None,
        )
        if agent is None and not is_passive(verb) and verb.child("dobj") is not None and _counts(verb):
            return self._voiced(scene, verb)
        if agent is None or not is_passive(verb):
            return None
        mark = verb.child("mark")
        aside = verb.dep == "advcl" and mark is not None and mark.lower == "as"
        governor = verb.head if aside or verb.dep in ("acl", "relcl") else verb
        tokens = {other.i for other in scene.tree.subtree(governor)}
        return Speech(speaker=self._name(scene, agent), cue=verb.text, verb=verb, covers=tokens, frame={agent.i})

    def _name(self, scene: Scene, subject: Token) -> str | None:
        """The speaker as the report names it, with pronouns, surnames and "the statement" followed back."""
        if subject.lower in PERSON_PRONOUNS or subject.lower == "i":
            return self.last_person or self.last
        if subject.lower in words.GIVEN_UP or (subject.lower in BARE and subject.text != "WHO"):
            return self.last
        if subject.lower in words.ANONYMOUS and not _has_name(subject):
            modified = any(child.dep in ("amod", "compound") for child in subject.children)
            if subject.tag != "NNS" or not modified:
                return self.last
        determiner = subject.child("det")
        if (
            subject.lower in words.GENERIC_OFFICE
            and determiner is not None
            and determiner.lower == "the"
            and not _has_modifier(subject)
        ):
            return self.last_office or self.last or speaker_name(scene, subject)[0]
        name, person = speaker_name(scene, subject)
        if not name:
            return self.last
        known = self._remember(name, person=person)
        kind = source_kind(" ".join(token.text for token in scene.tree.subtree(subject)), name=known)
        if self.kinds.get(known, SourceKind.UNKNOWN) in (SourceKind.UNKNOWN, SourceKind.PERSON):
            self.kinds[known] = kind
        return known

    def _remember(self, name: str, *, person: bool) -> str:
        parts = name.split()
        surname = parts[-1].strip(".,").lower()
        titled = parts[0].strip(".").lower() in words.TITLES
        known = self.people.get(surname)
        if known is not None and (len(parts) == 1 or titled):
            self.last_person = known
            return known
        if person:
            self.people[surname] = name
            self.last_person = name
        else:
            self.last_office = name
            if name.lower().split()[-1] in noun_classes() and "people" in noun_classes()[name.lower().split()[-1]][1]:
                self.last_person = name
        return name


def _untitled(name: str) -> list[str]:
    """The words of a name behind titles and articles."""
    parts = name.split()
    while parts and parts[0].lower().strip(".") in (*words.TITLES, "the", "a"):
        parts = parts[1:]
    return parts


def _may_name_person(parts: list[str]) -> bool:
    """Whether two or three words can be a person's name: none is an organisation's."""
    return 2 <= len(parts) <= 3 and not any("organisation" in classes_of(part.lower()) for part in parts)


def _is_relative(subject: Token) -> bool:
    """Whether a subject is a relative pronoun, and not the World Health Organization."""
    return subject.lower in RELATIVE and subject.text != "WHO"


def _has_name(token: Token) -> bool:
    return any(child.tag.startswith("NNP") for child in token.children if child.dep in ("compound", "nmod", "poss"))


def _has_modifier(token: Token) -> bool:
    """Whether words other than "UN" tell which office is meant."""
    return token.text[0].isupper() or any(
        child.dep in ("compound", "nmod", "amod", "poss", "prep", "appos")
        and child.lower not in ("un", "u.n.", "aid", "world")
        for child in token.children
    )


def _ends_or_opens(scene: Scene, cue: Token) -> bool:
    """Whether "according to X" opens the sentence, or ends it behind a comma: it then covers all of it."""
    tokens = scene.tree.tokens
    if cue.i == 0:
        return True
    rest = [token for token in tokens[cue.i :] if not cue.covers(token) and token.dep != "punct"]
    return tokens[cue.i - 1].text == "," and not rest


def _counts(verb: Token) -> bool:
    """Whether what the verb records or announces is a counted noun ("recorded 299 deaths")."""
    counted = verb.child("dobj")
    return counted is not None and quantity_of(counted) is not None


def _day_of_saying(scene: Scene, verb: Token) -> set[int]:
    """A day right behind the verb of saying is the day of saying ("said on Monday it had ...")."""
    found: set[int] = set()
    for token in scene.tree.tokens[verb.i + 1 : verb.i + 7]:
        if token.i in scene.in_date:
            found.add(token.i)
        elif found or token.lower not in ("on", "late", "early", "in", "a", "statement", "earlier"):
            break
    return found


def _clause_tokens(scene: Scene, token: Token) -> set[int]:
    """Tokens of clauses inside a complement, which are said and not part of the frame."""
    return {
        other.i
        for child in token.children
        if child.dep in ("ccomp", "relcl", "acl", "pcomp")
        for other in scene.tree.subtree(child)
    }


def _clause_of(token: Token) -> Token:
    """The clause that a phrase belongs to."""
    for up in token.ancestors():
        if up.is_verb and up.dep in ("ROOT", "conj", "advcl", "ccomp", "parataxis", "relcl"):
            return up
        if up.is_root:
            return up
    return token


def _region(scene: Scene, verb: Token) -> set[int]:
    """The tokens that the act of saying covers: its sentence, or its own clause where others stand beside it."""
    tokens = {token.i for token in scene.tree.tokens}
    if verb.dep == "parataxis":
        return {token.i for token in scene.tree.subtree(verb.head)} | {token.i for token in scene.tree.subtree(verb)}
    if verb.is_root:
        return tokens
    if verb.dep == "conj" and verb.head.is_root and verb.child("nsubj") is None:
        return tokens if verb.head.lower in words.saying_forms() else {token.i for token in scene.tree.subtree(verb)}
    mark = verb.child("mark")
    told = verb.child("ccomp")
    if told is not None and told.child("mark") is not None and told.i > verb.i:
        return {token.i for token in scene.tree.subtree(verb)}  # "as the army declared that the truce was over"
    if verb.dep == "advcl" and mark is not None and mark.lower == "as" and verb.i > verb.head.i:
        return tokens
    return {token.i for token in scene.tree.subtree(verb)}
