"""Known traps of the parser, mended in its trees before anybody reads them."""

from clearway.claims.mending_persons import mend_persons
from clearway.claims.tree import VERBS, Token, relink
from clearway.languages.en.forms import verb_forms
from clearway.languages.en.grammar import BE
from clearway.languages.en.speech import saying_forms

FINITE = frozenset({"VBD", "VBZ", "VBP"})
AUXILIARY = frozenset({"aux", "auxpass"})
WHO = frozenset({"which", "who"})
CAUSING = frozenset(form for verb in ("cause", "trigger", "spark", "bring", "inflict") for form in verb_forms(verb))


def mend(tokens: list[Token]) -> None:
    """Repair the heads of a sentence's tokens where the parser is known to err."""
    changed = False
    for token in tokens:
        if token.dep == "quantmod":
            changed |= _number_of_number(token)
    if changed:
        relink(tokens)
        changed = False
    for token in tokens:
        if not (token.tag in VERBS or token.dep in AUXILIARY or token.lower in CAUSING):
            continue
        changed |= (
            _relative_behind_comma(tokens, token)
            or _caused_noun(token)
            or _participle_of_be(token)
            or _subject_of_auxiliary(token)
            or _said_clause(tokens, token)
            or _second_subject(token)
            or _inverted_passive(token)
            or _noun_for_verb(token)
        )
    if changed:
        relink(tokens)
    mend_persons(tokens)


def _relative_behind_comma(tokens: list[Token], verb: Token) -> bool:
    """For ", which was once ..." hung on the main verb belongs to the noun before the comma."""
    if verb.dep not in ("advcl", "ccomp", "dep") or not verb.is_verb:
        return False
    pronoun = verb.child("nsubj", "nsubjpass")
    if pronoun is None or pronoun.i < 2 or tokens[pronoun.i - 1].text != ",":
        return False
    whole = next((prep.child("pobj") for prep in pronoun.all("prep") if prep.lower == "of"), None)
    if pronoun.lower not in WHO and (whole is None or whole.lower not in ("whom", "which")):
        return False
    noun = tokens[pronoun.i - 2]
    if not noun.is_noun or verb.covers(noun):
        return False
    while noun.dep in ("compound", "nmod", "amod") and noun.head.i < pronoun.i:
        noun = noun.head
    verb.head, verb.dep = noun, "relcl"
    return True


def _participle_of_be(participle: Token) -> bool:
    """For "was heavily damaged" read as an adjective: the participle is the verb, and "was" its auxiliary."""
    verb = participle.head
    if participle.tag != "VBN" or participle.dep not in ("acomp", "attr") or verb.lower not in BE or verb is participle:
        return False
    participle.dep, participle.head = verb.dep, (participle if verb.head is verb else verb.head)
    for child in verb.children:
        if child is not participle:
            child.head = participle
            child.dep = "nsubjpass" if child.dep == "nsubj" else child.dep
    verb.head, verb.dep = participle, "auxpass"
    return True


def _subject_of_auxiliary(auxiliary: Token) -> bool:
    """For "60 percent are closed" with the subject hung on "are": it is the subject of what "are" helps."""
    main = auxiliary.head
    if auxiliary.dep not in AUXILIARY or main is auxiliary:
        return False
    moved = [child for child in auxiliary.children if child.dep in ("nsubj", "nsubjpass")]
    for child in moved:
        child.head, child.dep = main, "nsubjpass" if auxiliary.dep == "auxpass" else "nsubj"
    if moved and main.tag == "JJ" and main.lower.endswith("ed"):
        main.tag = "VBN"
    return bool(moved)


def _said_clause(tokens: list[Token], verb: Token) -> bool:
    """For "confirmed Ann Lim of Gao died" read as "confirmed Ann Lim": she is the subject of what is confirmed."""
    saying = verb.head
    if verb.dep not in ("advcl", "ccomp") or verb.tag not in FINITE or saying.lower not in saying_forms():
        return False
    named = saying.child("dobj")
    if named is None or verb.child("nsubj", "nsubjpass", "mark") is not None or not saying.i < named.i < verb.i:
        return False
    first = verb.left
    between = tokens[named.i + 1 : first]
    if any(token.dep == "punct" or not named.covers(token) for token in between):
        return False
    passive = verb.child("auxpass") is not None
    named.head, named.dep = verb, "nsubjpass" if passive else "nsubj"
    verb.dep = "ccomp"
    return True


def _second_subject(verb: Token) -> bool:
    """For "A man, 36, and a woman, 34, died" read as a verb with two subjects: the second is joined to the first."""
    subjects = verb.all("nsubj", "nsubjpass")
    if len(subjects) != 2 or not verb.is_verb or subjects[1].i > verb.i:
        return False
    first, second = subjects
    if not any(child.dep == "cc" and first.i < child.i < second.i for child in first.children):
        return False
    second.head, second.dep = first, "conj"
    return True


def _inverted_passive(participle: Token) -> bool:
    """For "Also killed were two guards": the noun behind "were" is the subject of "killed"."""
    if participle.tag not in ("VBN", "VBD", "JJ") or participle.child("nsubj", "nsubjpass") is not None:
        return False
    be = next((child for child in participle.children if child.lower in BE and child.i > participle.i), None)
    if be is None and participle.dep in ("nsubj", "csubj", "advcl") and participle.head.lower in BE:
        be = _turned(participle)
    if be is None or be.i < participle.i:
        return False
    noun = be.child("attr", "nsubj", "nsubjpass") or participle.child("attr")
    if noun is None or noun.i < be.i or not (noun.is_noun or noun.quantity is not None):
        return False
    noun.head, noun.dep, be.dep = participle, "nsubjpass", "auxpass"
    participle.tag = "VBN" if participle.tag == "VBD" else participle.tag
    return True


def _turned(participle: Token) -> Token | None:
    """The "were" that "Killed were two guards" was hung on, once it hangs on the participle."""
    be = participle.head
    if participle.tag != "VBN" or be.i < participle.i or be.child("attr") is None:
        return None
    participle.head, participle.dep = (participle if be.is_root else be.head), be.dep
    be.head, be.dep = participle, "auxpass"
    be.children.remove(participle)
    return be


def _noun_for_verb(noun: Token) -> bool:
    """For "Aid workers have ..." read as if somebody aided workers: the first word belongs to the second."""
    named = noun.child("dobj")
    if noun.dep != "csubj" or noun.tag != "VB" or named is None or named.i != noun.i + 1:
        return False
    named.head, named.dep = noun.head, "nsubj"
    noun.head, noun.dep, noun.tag = named, "compound", "NN"
    return True


def _number_of_number(part: Token) -> bool:
    """For "12 of 31 hospitals" read as one number: the first counts, and the hospitals are what it is a part of."""
    whole = part.head
    if part.tag != "CD" or part.dep != "quantmod" or whole.tag != "CD" or not whole.head.is_noun:
        return False
    of = next((child for child in whole.children if child.lower == "of" and part.i < child.i < whole.i), None)
    if of is None:
        return False
    noun = whole.head
    part.head, part.dep = (part, noun.dep) if noun.head is noun else (noun.head, noun.dep)
    of.head, of.dep = part, "prep"
    noun.head, noun.dep = of, "pobj"
    for child in noun.children:
        if child.i < part.i and child.dep in ("det", "advmod", "predet"):
            child.head = part
    return True


def _caused_noun(verb: Token) -> bool:
    """For "has caused the biggest displacement since the conflict began": the noun is caused, and begins nothing."""
    if verb.lower not in CAUSING:
        return False
    clause = verb.child("ccomp")
    if clause is None or clause.i < verb.i:
        return False
    mark = clause.child("mark")
    subjects = clause.all("nsubj", "nsubjpass")
    if mark is None or not subjects or not verb.i < subjects[0].i < mark.i:
        return False
    subjects[0].head, subjects[0].dep = verb, "dobj"
    clause.dep = "advcl"
    return True
