"""Word lists that a person can read and edit, and the one loader that turns them into look-ups.

The lists are the text files beside this module: "#" opens a comment, "CLASS: words" is an entry. A word
is known by its lower-case form; what is known of it is a set of bits (``DETERMINER | PLURAL`` …).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_HERE = Path(__file__).parent

# What a word can be. One bit each, so that a test of many classes is one "&".
DETERMINER = 1 << 0
POSSESSIVE = 1 << 1
SUBJECT = 1 << 2
OBJECT = 1 << 3
RELATIVE = 1 << 4
WH = 1 << 5
PREPOSITION = 1 << 6
COORDINATOR = 1 << 7
SUBORDINATOR = 1 << 8
BE = 1 << 9
HAVE = 1 << 10
DO = 1 << 11
MODAL = 1 << 12
NEGATION = 1 << 13
ADVERB = 1 << 14
TIME = 1 << 15
NUMBER = 1 << 16
PRONOUN = 1 << 17
REPORTEDLY = 1 << 18
EXPLETIVE = 1 << 19
VERB_BASE = 1 << 20
VERB_S = 1 << 21
VERB_PAST = 1 << 22
VERB_PARTICIPLE = 1 << 23
VERB_ING = 1 << 24
CUE = 1 << 25  # a form of a verb in cue_verbs.txt
CUE_ADJECTIVE = 1 << 26
CUE_NOUN = 1 << 27
HONORIFIC = 1 << 28
ROLE = 1 << 29
PEOPLE = 1 << 30
ORGANIZATION = 1 << 31
DOCUMENT = 1 << 32
CAPITAL = 1 << 33  # opens with a capital letter
WORD = 1 << 34  # a word, not punctuation and not a quotation
NOUN = 1 << 35  # known as a noun
SPEECH = 1 << 36  # a form of a verb that takes a clause or a quotation
NOUN_VERB = 1 << 38  # a present form of a cue verb that is a noun just as often
PHRASE = 1 << 37  # a form of a verb that opens a phrase in cue_phrases.txt

AUXILIARY = BE | HAVE | DO | MODAL
VERB = VERB_BASE | VERB_S | VERB_PAST | VERB_PARTICIPLE | VERB_ING
FINITE = VERB_BASE | VERB_S | VERB_PAST

# Frames: what may follow a cue, one bit each.
CLAUSE, AS_OBJECT, INFINITIVE, ADDRESSEE, GERUND, SEEM, INSERTED, EXPECTED, STANCE, THAT, NAMED = (
    1 << n for n in range(11)
)
_FRAME_BITS = {
    "clause": CLAUSE,
    "object": AS_OBJECT,
    "infinitive": INFINITIVE,
    "addressee": ADDRESSEE,
    "gerund": GERUND,
    "seem": SEEM,
    "inserted": INSERTED,
    "expected": EXPECTED,
    "stance": STANCE,
    "that-clause": THAT,
    "named": NAMED,
}


class Frames:
    """What may follow a cue: a set of frames, and prepositions or particles that lead to the content."""

    __slots__ = ("bits", "lemma", "particles")

    def __init__(self, lemma: str) -> None:
        self.lemma = lemma
        self.bits = 0
        self.particles: frozenset[str] = frozenset()


def entries(name: str) -> Iterator[tuple[str, list[str]]]:
    """The entries of a word list: pairs of a class and its words."""
    for line in (_HERE / name).read_text(encoding="utf-8").splitlines():
        line = line.partition("#")[0].strip()
        if line:
            classes, _, words = line.partition(":")
            yield classes.strip(), words.split()


def _lines(name: str) -> Iterator[list[str]]:
    for line in (_HERE / name).read_text(encoding="utf-8").splitlines():
        words = line.partition("#")[0].split()
        if words:
            yield words


ABBREVIATIONS = frozenset(word for line in _lines("abbreviations.txt") for word in line)
_IRREGULAR = {line[0]: line for line in _lines("irregular_verbs.txt")}
_DOUBLES = frozenset(
    "admit bat bet brag chat clap commit compel control cut dim dip drag drop dub equip fit flap forget gab grab "
    "grin grip hit hop hug jab jog let nab nag nap net nod pan pat permit pin plan plod plug pop prefer prod put quip "
    "quit rap rebut refer regret rip rob rub run scan set shop shrug sit skip slam slap slip snap sob spit split spot "
    "star step stop strip strut submit sum swap swim tap tip top tout transfer trap trim tug upset wed whip win wrap "
    "zip deter defer concur infer occur recur equal rebel expel propel patrol begin blur stir bar spur rig sag pit pot "
    "shut hem unplug get".split()
) - {"tout", "equal"}


def inflect(lemma: str) -> list[tuple[str, int]]:
    """The forms of a verb: (form, bit) for base, -s, past, participle and -ing."""
    stem, ending = lemma, lemma[-1]
    final_y = ending == "y" and lemma[-2] not in "aeiou"
    if final_y:
        s_form = lemma[:-1] + "ies"
    elif lemma.endswith(("s", "x", "z", "ch", "sh")) or lemma in ("go", "do", "veto", "echo"):
        s_form = lemma + "es"
    else:
        s_form = {"have": "has", "be": "is"}.get(lemma, lemma + "s")
    if lemma in _DOUBLES:
        stem = lemma + ending
    if lemma.endswith("ie"):
        ing = lemma[:-2] + "ying"
    elif ending == "e" and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        ing = lemma[:-1] + "ing"
    else:
        ing = stem + "ing"
    irregular = _IRREGULAR.get(lemma)
    if irregular:
        past, participle = irregular[1], irregular[-1]
    else:
        past = lemma + "d" if ending == "e" else lemma[:-1] + "ied" if final_y else stem + "ed"
        participle = past
    forms = [
        (lemma, VERB_BASE),
        (s_form, VERB_S),
        (past, VERB_PAST),
        (participle, VERB_PARTICIPLE),
        (ing, VERB_ING),
    ]
    if lemma.endswith("ic"):
        forms += [(lemma + "ked", VERB_PAST | VERB_PARTICIPLE), (lemma + "king", VERB_ING)]
    return forms


def _with_apostrophes(word: str) -> tuple[str, ...]:
    return (word, word.replace("'", "’")) if "'" in word else (word,)


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def _build() -> tuple[dict[str, int], dict[str, Frames], dict[str, Frames], dict[str, Frames]]:
    tags: dict[str, int] = defaultdict(int)
    for kind, words in entries("function_words.txt"):
        bit = globals()[kind]
        for word in words:
            for form in _with_apostrophes(word):
                tags[form] |= bit | WORD
    for kind, words in entries("roles.txt"):
        bit = globals()[kind] | NOUN | WORD
        for word in words:
            tags[word] |= bit
    for word in ("being", "having", "doing"):
        tags[word] |= VERB_ING
    for lemma, *_ in _lines("irregular_verbs.txt"):
        if lemma not in ("be", "have", "do"):
            for form, bit in inflect(lemma):
                tags[form] |= bit | WORD
    for line in _lines("verbs.txt"):
        for lemma in line:
            for form, bit in inflect(lemma):
                tags[form] |= bit | WORD
    verbs: dict[str, Frames] = {}
    lemmas: dict[str, Frames] = {}
    for kind, words in entries("cue_verbs.txt"):
        if kind == "noun":
            for lemma in words:
                for form, bit in inflect(lemma):
                    if bit & (VERB_BASE | VERB_S):
                        tags[form] |= NOUN_VERB
            continue
        for lemma in words:
            frames = lemmas.get(lemma)
            if frames is None:
                frames = lemmas[lemma] = Frames(lemma)
                for form, bit in inflect(lemma):
                    tags[form] |= bit | CUE | WORD
                    verbs.setdefault(form, frames)
            _add_frame(frames, kind)
            if kind in ("clause", "that-clause"):
                for form, _ in inflect(lemma):
                    tags[form] |= SPEECH
    adjectives: dict[str, Frames] = {}
    for kind, words in entries("cue_adjectives.txt"):
        for word in words:
            tags[word] |= CUE_ADJECTIVE | WORD
            _add_frame(adjectives.setdefault(word, Frames(word)), kind)
    nouns: dict[str, Frames] = {}
    for kind, words in entries("cue_nouns.txt"):
        for word in words:
            frames = nouns.setdefault(word, Frames(word))
            _add_frame(frames, kind)
            for form in (word, _plural(word)):
                tags[form] |= CUE_NOUN | NOUN | WORD
                nouns[form] = frames
    return dict(tags), verbs, adjectives, nouns


class Phrase(NamedTuple):
    """A cue of several words: what follows its verb, as sets of words; one with "" in it may be missing."""

    slots: tuple[frozenset[str], ...]
    frame: int
    lemma: str


_REFLEXIVE = frozenset(
    "himself herself themselves itself myself ourselves yourself his her their its my our your".split()
)


def _phrases() -> dict[str, tuple[Phrase, ...]]:
    """The phrases of cue_phrases.txt by each form of their verb, longest first."""
    by_form: dict[str, list[Phrase]] = defaultdict(list)
    for kind, words in entries("cue_phrases.txt"):
        slots = []
        for word in words[1:]:
            if word == "~":
                slots.append(_REFLEXIVE)
            elif word.startswith("["):
                slots.append(frozenset({word.strip("[]"), ""}))
            else:
                slots.append(frozenset({word}))
        phrase = Phrase(tuple(slots), _FRAME_BITS[kind], " ".join(words))
        for form, _ in inflect(words[0]):
            by_form[form].append(phrase)
    return {form: tuple(sorted(found, key=lambda p: -len(p.slots))) for form, found in by_form.items()}


def _add_frame(frames: Frames, kind: str) -> None:
    bit = _FRAME_BITS.get(kind)
    if bit:
        frames.bits |= bit
    else:
        frames.particles |= {kind}


TAGS, CUE_VERBS, CUE_ADJECTIVES, CUE_NOUNS = _build()
CUE_PHRASES = _phrases()
for _form in CUE_PHRASES:
    if not TAGS.get(_form, 0) & BE:
        TAGS[_form] = TAGS.get(_form, 0) | PHRASE | WORD

SPEECH_FORMS = frozenset(
    form
    for lemma in "say add tell ask note reply explain write warn argue claim announce recall insist conclude".split()
    for form, bit in inflect(lemma)
    if bit & (VERB_PAST | VERB_S)
)
"""Forms that name plain speech: enough to find an attribution where a closing mark is missing."""


SPOKEN_FORMS = frozenset(
    form
    for form, frames in CUE_VERBS.items()
    if frames.bits & INSERTED and TAGS[form] & (VERB_PAST | VERB_S) and not TAGS[form] & NOUN_VERB
)
"""Forms that can follow a quotation and its speaker: "“Why?” Marr asked"."""


class _Known(dict[str, int]):
    """Tags by word as written: what the lists say, else what the word's shape says."""

    def __missing__(self, word: str) -> int:
        lower = word.lower()
        first = word[0]
        if not (first.isalnum() or (first in "’'" and len(word) > 1)):
            tag = 0
        else:
            tag = TAGS.get(lower, 0) | WORD
            if tag == WORD and word == lower:
                tag |= _shape(lower)
            if first.isupper():
                tag |= CAPITAL
            elif first.isdigit():
                tag |= NUMBER
        if len(self) > 200_000:  # an archive has words without end; a look-up table must not
            self.clear()
        self[word] = tag
        return tag


def _shape(lower: str) -> int:
    """What the ending of an unknown word says."""
    if lower.endswith("ly") and len(lower) > 4:
        return ADVERB
    if lower.endswith("ing") and len(lower) > 5:
        return VERB_ING
    if lower.endswith("ed") and len(lower) > 4:
        return VERB_PAST | VERB_PARTICIPLE
    return 0


_known = _Known()


def tags_of(raw: list[str]) -> list[int]:
    """The tags of each word of a list (words as written)."""
    known = _known
    return [known[word] for word in raw]
