"""The words of decisions: verbs and nouns that tell a choice, each with its status and what may follow it.

Reads the lists ``decision_*.txt`` beside this module, which say what their classes mean.
"""

from __future__ import annotations

from typing import NamedTuple

from claimcli.lexicon import FORM_BITS, entries, inflect, plural
from claimcli.model import Status


class Told(NamedTuple):
    """What a verb or noun tells of a choice: its status, and whether the word tells an everyday act."""

    status: Status
    minor: bool = False


class DecisionVerb:
    """A verb that tells a choice: frames by particle ("" for none), and what each frame tells."""

    __slots__ = ("frames", "lemma")

    def __init__(self, lemma: str) -> None:
        self.lemma = lemma
        self.frames: dict[str, dict[str, Told]] = {}


def _read_told(words: list[str]) -> tuple[Told, str]:
    """``["taken", "minor", "object"]`` as what is told, and the frame."""
    return Told(Status(words[0]), "minor" in words[1:-1]), words[-1]


def _read_verbs() -> tuple[dict[str, DecisionVerb], dict[str, int]]:
    verbs: dict[str, DecisionVerb] = {}
    by_form: dict[str, DecisionVerb] = {}
    bits: dict[str, int] = {}
    for kind, words in entries("decision_verbs.txt"):
        told, frame = _read_told(kind.split())
        for word in words:
            lemma, _, particle = word.partition("-")
            verb = verbs.get(lemma)
            if verb is None:
                verb = verbs[lemma] = DecisionVerb(lemma)
                for form, bit in zip(inflect(lemma), FORM_BITS, strict=False):
                    by_form[form] = verb
                    bits[form] = bits.get(form, 0) | bit
            verb.frames.setdefault(particle.replace("-", " "), {}).setdefault(frame, told)
    return by_form, bits


def _read_nouns() -> tuple[dict[str, dict[str, Told]], dict[str, bool]]:
    nouns: dict[str, dict[str, Told]] = {}
    referring: dict[str, bool] = {}
    for kind, words in entries("decision_nouns.txt"):
        if kind in ("any", "near"):
            referring.update(dict.fromkeys(words, kind == "any"))
            continue
        told, frame = _read_told(kind.split())
        for word in words:
            for form in (word, plural(word)):
                nouns.setdefault(form, {}).setdefault(frame, told)
    return nouns, referring


def _read_classes() -> dict[str, list[str]]:
    classes: dict[str, list[str]] = {}
    for kind, words in entries("decision_words.txt"):
        classes.setdefault(kind, []).extend(words)
    return classes


DECISION_VERBS, VERB_BITS = _read_verbs()
"""Decision verbs by each of their forms, and which forms (bits of the lexicon) a word can be."""

DECISION_NOUNS, REFERRING_NOUNS = _read_nouns()
"""What each noun (singular and plural) tells by what follows it; nouns by which claims refer to one
(whether also to one told long before)."""

_CLASSES = _read_classes()
LIGHT = frozenset(form for lemma in _CLASSES["LIGHT"] for form in inflect(lemma))
STATE = frozenset(_CLASSES["STATE"])
JUDGE = frozenset(form for lemma in _CLASSES["JUDGE"] for form in inflect(lemma))
IDLE = frozenset(_CLASSES["IDLE"])

EVERYDAY_VERBS = frozenset(
    form
    for form, verb in DECISION_VERBS.items()
    if form not in DECISION_NOUNS
    and all(told.minor for frames in verb.frames.values() for told in frames.values())
)
"""Forms that tell everyday acts alone, and are no decision nouns."""
