"""The words of decisions: verbs and nouns that tell a choice, each with its status and what may follow it.

Reads the lists ``decision_*.txt`` beside this module, which say what their classes mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from claimcli.lexicon import FORM_BITS, forms_of, inflect, plural
from claimcli.lexicon.lists import entries
from claimcli.model import Status


class Told(NamedTuple):
    """What a verb or noun tells of a choice: its status, and whether the word tells an everyday act."""

    status: Status
    minor: bool = False


class Objects(NamedTuple):
    """What an object must have a word of (``needed``), or none, for its verb to tell a choice."""

    needed: bool
    words: frozenset[str]


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
            lemma = lemma.replace("_", "-")
            verb = verbs.get(lemma)
            if verb is None:
                verb = verbs[lemma] = DecisionVerb(lemma)
                for form, bit in zip(inflect(lemma), FORM_BITS, strict=False):
                    by_form[form] = verb
                    bits[form] = bits.get(form, 0) | bit
            verb.frames.setdefault(particle.replace("-", " ").replace("_", "-"), {}).setdefault(frame, told)
    return by_form, bits


def _read_nouns() -> tuple[dict[str, dict[str, Told]], dict[str, bool]]:
    nouns: dict[str, dict[str, Told]] = {}
    referring: dict[str, bool] = {}
    for kind, words in entries("decision_nouns.txt"):
        if kind == "any":
            referring.update(dict.fromkeys(words, True))
            continue
        told, frame = _read_told(kind.split())
        for word in words:
            referring.setdefault(word, False)
            for form in (word, plural(word)):
                nouns.setdefault(form, {}).setdefault(frame, told)
    return nouns, referring


def _read_kin() -> tuple[dict[str, list[tuple[str, list[str]]]], dict[str, str]]:
    of_form: dict[str, list[tuple[str, list[str]]]] = {}
    nouns = {form: noun for noun in REFERRING_NOUNS for form in (noun, plural(noun))}
    for verbs, named in entries("decision_kin.txt"):
        for lemma, _, particle in [verb.partition("-") for verb in verbs.split()]:
            for form in inflect(lemma.replace("_", "-")):
                of_form.setdefault(form, []).append((particle, named))
        nouns.update({form: noun for noun in named for form in (noun, plural(noun))})
    return of_form, nouns


def _read_classes() -> dict[str, frozenset[str]]:
    """The classes of words: of verbs in all their forms after "*", of nouns with their plurals after "+"."""
    classes: dict[str, frozenset[str]] = {"NOUNS": frozenset(DECISION_NOUNS)}
    for kind, words in entries("decision_words.txt"):
        found = forms_of(" ".join(words)) if kind[-1] == "*" else frozenset(words)
        if kind[-1] == "+":
            found |= frozenset([plural(noun) for noun in words])
        name = kind.rstrip("*+")
        classes[name] = classes.get(name, frozenset()) | found
    return classes


def _read_objects() -> dict[tuple[str, str], Objects]:
    objects: dict[tuple[str, str], Objects] = {}
    for kind, verbs in entries("decision_objects.txt"):
        how, *classes = kind.split()
        words = frozenset(
            [word for each in classes for word in (_CLASSES[each] if each.isupper() else [each])]
        )
        for verb in verbs:
            lemma, _, particle = verb.partition("-")
            objects.update(((form, particle), Objects(how == "with", words)) for form in inflect(lemma))
    return objects


DECISION_VERBS, VERB_BITS = _read_verbs()
"""Decision verbs by each of their forms, and which forms (bits of the lexicon) a word can be."""

DECISION_NOUNS, REFERRING_NOUNS = _read_nouns()
"""What each noun (singular and plural) tells by what follows it; nouns by which claims refer to one
(whether also to one told long before)."""

PARTICLE_WITHIN: Final = 5
"""How many words further a particle no longer belongs to a verb."""

_KIN, KIN_NOUNS = _read_kin()
"""Each form (singular and plural) of the nouns by which claims refer to a decision, with its singular."""


def kin_of(words: Sequence[str]) -> list[str]:
    """The nouns that may name what words tell: "closure" of "close the bridge", "ban" of "a ban on" and of "outlaw"."""
    found = []
    for at, word in enumerate(words):
        if word in KIN_NOUNS:
            found.append(KIN_NOUNS[word])
        for particle, named in _KIN.get(word, ()):
            if not particle or particle in words[at + 1 : at + PARTICLE_WITHIN]:
                found += named
    return found


def frames_of(form: str, particle: str = "") -> dict[str, Told]:
    """What each frame of a verb with its particle tells; nothing where a form is of no decision verb."""
    verb = DECISION_VERBS.get(form)
    return verb.frames.get(particle, {}) if verb else {}


_WHOLE: Final = forms_of("sue run bid strike appeal")
"""Verbs that name a course by themselves, beside those of which the lexicon says so ("resign")."""


def stands_alone(form: str, particle: str = "") -> bool:
    """Whether a form (with its particle) is of a verb that is itself a choice: "resign", "step down", "sue"."""
    return (form in _WHOLE and not particle) or "alone" in frames_of(form, particle)


def _is_everyday(word: str) -> bool:
    """Whether a word tells everyday acts alone."""
    verb = DECISION_VERBS.get(word)
    frames = [*(verb.frames.values() if verb else ()), DECISION_NOUNS.get(word, {})]
    return all(told.minor for each in frames for told in each.values())


PARTICLES: Final = frozenset({"off", "up", "out", "down", "away", "back", "over", "aside"})
"""What belongs to the verb before it, or before its object: "strike **down**", "turned it **down**"."""

_CLASSES: Final = _read_classes()
AGREEMENTS: Final = _CLASSES["AGREEMENTS"]
LIGHT: Final = _CLASSES["LIGHT"]
STATE: Final = _CLASSES["STATE"]
JUDGED_BY: Final = {
    **dict.fromkeys(sorted(_CLASSES["JUDGE"]), "for"),
    **dict.fromkeys(sorted(_CLASSES["CREDIT"]), "with"),
}
"""Verbs of praise and blame, and the preposition that opens what somebody did."""
JUDGING: Final = _CLASSES["ACCUSING"].union(JUDGED_BY)
"""Verbs by which somebody’s deed is judged."""
UNDO: Final = _CLASSES["UNDO"]
GIVE_UP: Final = _CLASSES["GIVE_UP"]
GRANTED: Final = _CLASSES["GRANTED"]
UNDECIDED: Final = _CLASSES["UNDECIDED"]
REACTING: Final = _CLASSES["REACTING"]
REACTED_TO: Final = _CLASSES["REACTED_TO"]
DISMISSING: Final = _CLASSES["DISMISSING"]
CASES: Final = _CLASSES["CASES"]
UNDOING: Final = _CLASSES["UNDOING"]
JUDGED: Final = _CLASSES["CASES"] | _CLASSES["JUDGED"]
ASKED: Final = _CLASSES["ASKED"]
DEMANDS: Final = _CLASSES["DEMANDS"]
DOING: Final = _CLASSES["DOING"]
FORCES: Final = _CLASSES["FORCES"]
MATTERS: Final = _CLASSES["MATTERS"]
WISHES: Final = _CLASSES["WISHES"]
CHOOSERS: Final = _CLASSES["CHOOSERS"]
IDLE: Final = _CLASSES["IDLE"]
VERDICT: Final = _CLASSES["VERDICT"]
CROWD: Final = _CLASSES["CROWD"]
MADE: Final = _CLASSES["MADE"]
PLANNED: Final = _CLASSES["PLANNED"]
VAGUE: Final = _CLASSES["VAGUE"]
ADJECTIVES: Final = _CLASSES["ADJECTIVES"]
ARRANGED: Final = _CLASSES["ARRANGED"]
CONSENTING: Final = _CLASSES["CONSENTING"]
HEADS: Final = _CLASSES["HEADS"]
MEASURES: Final = _CLASSES["MEASURES"]
SUMS: Final = _CLASSES["SUMS"]
OBJECTS: Final = _read_objects()
"""What the object of a form (and its particle, or "") must or must not be for the verb to tell a choice."""

EVERYDAY_WORDS: Final = frozenset(filter(_is_everyday, DECISION_VERBS.keys() | DECISION_NOUNS.keys()))

PARTED: Final = 10
"""How many words behind a verb a verdict may stand, or its particle: "turned the offer **down**"."""

_LED_BY: Final = {"doing": "of", "toward": "to"}
"""The word by which a frame of nouns is led, where it is not the frame's name."""


def _followed_by() -> dict[str, tuple[frozenset[str], int]]:
    followed: dict[str, tuple[frozenset[str], int]] = {}
    for form, verb in DECISION_VERBS.items():
        if form not in DECISION_NOUNS and all(verb.frames):
            reach = 1 if PARTICLES.isdisjoint(verb.frames) else PARTED
            followed[form] = frozenset([particle.split()[0] for particle in verb.frames]), reach
        elif verb.frames.keys() == {""} and verb.frames[""].keys() == {"verdict"}:
            followed[form] = VERDICT, 2 * PARTED  # over an aside
    for noun, frames in DECISION_NOUNS.items():
        if noun not in DECISION_VERBS and frames.keys().isdisjoint(("to", "own")):
            followed[noun] = frozenset([_LED_BY.get(frame, frame) for frame in frames]), 1
    return followed


DEEDS: Final = frozenset([noun for noun, frames in DECISION_NOUNS.items() if "done" in frames])
"""Nouns of deeds, which a verb of ``DOING`` makes a choice of."""
DEED_REACH: Final = 6
"""How many words before a deed the verb may stand by which it is done."""

FOLLOWED_BY: Final = _followed_by()
"""Words that tell a choice only with what follows, the words for it, and how many words on they may stand:
"side | with", "ban | on", "turn … | down"."""
