"""What words can be, and what the word lists say of each.

The lists are the text files beside this module, for a person to read and edit (``lists``). A word is known by
its lower-case form, a verb in all its forms (``inflection``); what is known of it is a set of bits
(``DETERMINER | POSSESSIVE`` …). ``look_up`` tells them of the words of a text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from claimcli.lexicon.inflection import IRREGULAR
from claimcli.lexicon.inflection import forms_of as forms_of
from claimcli.lexicon.inflection import inflect as inflect
from claimcli.lexicon.inflection import plural as plural
from claimcli.lexicon.inflection import singular as singular
from claimcli.lexicon.lists import entries, lines

# What a word can be. One bit each, so that a test of many classes is one "&".
DETERMINER: Final = 1 << 0
POSSESSIVE: Final = 1 << 1
SUBJECT: Final = 1 << 2
RELATIVE: Final = 1 << 3
WH: Final = 1 << 4
PREPOSITION: Final = 1 << 5
COORDINATOR: Final = 1 << 6
SUBORDINATOR: Final = 1 << 7
BE: Final = 1 << 8
HAVE: Final = 1 << 9
DO: Final = 1 << 10
MODAL: Final = 1 << 11
ADVERB: Final = 1 << 12
TIME: Final = 1 << 13
NUMBER: Final = 1 << 14
PRONOUN: Final = 1 << 15
VERB_BASE: Final = 1 << 16
VERB_S: Final = 1 << 17
VERB_PAST: Final = 1 << 18
VERB_PARTICIPLE: Final = 1 << 19
VERB_ING: Final = 1 << 20
CUE: Final = 1 << 21  # a form of a verb in cue_verbs.txt
PLURAL: Final = 1 << 22  # has the form of a plural: "bakers", "men", not "news"
CUE_NOUN: Final = 1 << 23
ROLE: Final = 1 << 24
CAPITAL: Final = 1 << 25  # opens with a capital letter
WORD: Final = 1 << 26  # a word, not punctuation and not a quotation
NOUN: Final = 1 << 27  # known as a noun
SPEECH: Final = 1 << 28  # a form of a verb that takes a clause or a quotation
PHRASE: Final = 1 << 29  # a form of a verb that opens a phrase in cue_phrases.txt
# Rare ones last: Python works faster with numbers of 30 bits.
OBJECT: Final = 1 << 30
NEGATION: Final = 1 << 31
REPORTEDLY: Final = 1 << 32
EXPLETIVE: Final = 1 << 33
HONORIFIC: Final = 1 << 34
PEOPLE: Final = 1 << 35
ORGANIZATION: Final = 1 << 36
DOCUMENT: Final = 1 << 37
NOUN_VERB: Final = 1 << 38  # a present form of a cue verb that is a noun just as often
PLAIN_VERB: Final = 1 << 39  # a present form of a verb in plain_verbs.txt: no noun, no adjective
ADJECTIVE: Final = 1 << 40  # one that names neither people nor things
CUE_ADJECTIVE: Final = 1 << 41

AUXILIARY: Final = BE | HAVE | DO | MODAL
VERB: Final = VERB_BASE | VERB_S | VERB_PAST | VERB_PARTICIPLE | VERB_ING
INFLECTED: Final = VERB_S | VERB_PAST  # "says", "said": what no infinitive is
FINITE: Final = VERB_BASE | INFLECTED
TENSED: Final = AUXILIARY | INFLECTED
PARTICIPLE: Final = VERB_ING | VERB_PARTICIPLE
SOMEBODY: Final = CAPITAL | PEOPLE | ROLE | ORGANIZATION  # what may name who speaks or chooses
LINK: Final = PREPOSITION | SUBORDINATOR | COORDINATOR  # what joins words, phrases or clauses
OPENS_NOUN: Final = DETERMINER | POSSESSIVE  # what opens a noun phrase: "*the* mayor", "*her* aide"
SOURCE: Final = ROLE | PEOPLE | ORGANIZATION | DOCUMENT  # nouns for who or what may speak
UNKNOWN: Final = WORD | CAPITAL | PLURAL  # all that a capitalised word may be of which the lists say nothing


def is_unknown(what: int) -> bool:
    """Whether a tag is that of a capitalised word of which the lists say nothing: most surnames."""
    return what | PLURAL == UNKNOWN


# Frames: what may follow a cue, one bit each.
CLAUSE: Final = 1 << 0
AS_OBJECT: Final = 1 << 1
INFINITIVE: Final = 1 << 2
ADDRESSEE: Final = 1 << 3
GERUND: Final = 1 << 4
SEEM: Final = 1 << 5
INSERTED: Final = 1 << 6
EXPECTED: Final = 1 << 7
STANCE: Final = 1 << 8
THAT: Final = 1 << 9
NAMED: Final = 1 << 10
PERSON: Final = 1 << 11
OBJECT_AS: Final = 1 << 12
RECEIVED: Final = 1 << 13
_FRAME_BITS: Final = {
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
    "person": PERSON,
    "object-as": OBJECT_AS,
    "received": RECEIVED,
}


class Frames:
    """What may follow a cue: a set of frames, and prepositions or particles that lead to the content."""

    __slots__ = ("bits", "lemma", "particles")

    def __init__(self, lemma: str) -> None:
        self.lemma = lemma
        self.bits = 0
        self.particles: frozenset[str] = frozenset()


ONCE: Final = ("ex-", "co-", "then-")
"""What may stand before a role."""
_ABBREVIATIONS: Final = [word for line in lines("abbreviations.txt") for word in line]
ABBREVIATIONS: Final = frozenset(once + word for once in ("", "then-") for word in _ABBREVIATIONS)
_FIRMS: Final = frozenset("partners associates brothers sons".split())
"""Plurals that are mostly names of firms: "Marr Trading Partners"."""
FORM_BITS: Final = (
    VERB_BASE,
    VERB_S,
    VERB_PAST,
    VERB_PARTICIPLE,
    VERB_ING,
    VERB_PAST | VERB_PARTICIPLE,
    VERB_ING,
)
"""What each form is that ``inflect`` gives."""


class _Lexicon:
    """All that the lists say, gathered in one pass over each; every verb is inflected once.

    Keeps few objects, so that the garbage collector has no reason to run while a program starts.
    """

    def __init__(self) -> None:
        self.tags: dict[str, int] = {}
        self.verbs: dict[str, Frames] = {}
        self.adjectives: dict[str, Frames] = {}
        self.nouns: dict[str, Frames] = {}
        self._read_words()
        self._read_verbs()
        self._read_adjectives_and_nouns()
        self._add_plurals()

    def _tag(self, word: str, bits: int) -> None:
        self.tags[word] = self.tags.get(word, 0) | bits

    def _read_words(self) -> None:
        """Words that do not inflect, and those for people, bodies and papers."""
        bits_of = globals()
        for kind, words in entries("function_words.txt"):
            bits = bits_of[kind] | WORD
            for word in words:
                self._tag(word, bits)
                if "'" in word:
                    self._tag(word.replace("'", "’"), bits)
        for kinds, words in entries("roles.txt"):
            bits = sum([bits_of[kind] for kind in kinds.split()], NOUN | WORD)
            for word in words:
                self._tag(word, bits)
        for word in ("being", "having", "doing"):
            self._tag(word, VERB_ING)

    def _read_verbs(self) -> None:
        """Verbs: what each can be, then the same for each of its forms."""
        cues: dict[str, Frames] = {}
        bits_of: dict[str, int] = {}
        for kind, words in entries("cue_verbs.txt"):
            if kind == "noun":
                for lemma in words:
                    for form in inflect(lemma)[:2]:
                        self._tag(form, NOUN_VERB)
                continue
            bits = CUE | WORD | SPEECH if kind in ("clause", "that-clause") else CUE | WORD
            for lemma in words:
                _add_frame(cues, lemma, kind)
                bits_of[lemma] = bits_of.get(lemma, 0) | bits
        plain = {lemma for _, words in entries("plain_verbs.txt") for lemma in words}
        for lemma in [*IRREGULAR, *plain, *(lemma for line in lines("verbs.txt") for lemma in line)]:
            if lemma not in ("be", "have", "do"):
                bits_of.setdefault(lemma, WORD)
        tags, verbs = self.tags, self.verbs
        for lemma, bits in bits_of.items():
            forms = inflect(lemma)
            for form, bit in zip(forms, FORM_BITS, strict=False):
                tags[form] = tags.get(form, 0) | bit | bits
            if lemma in plain:
                for form in forms[:2]:
                    tags[form] |= PLAIN_VERB
            if lemma in cues:
                frames = cues[lemma]
                for form in forms:
                    verbs.setdefault(form, frames)

    def _read_adjectives_and_nouns(self) -> None:
        for kind, words in entries("cue_adjectives.txt"):
            for word in words:
                _add_frame(self.adjectives, word, kind)
                self._tag(word, CUE_ADJECTIVE | WORD)
        for kind, words in entries("cue_nouns.txt"):
            for word in words:
                frames = _add_frame(self.nouns, word, kind)
                for form in (word, plural(word)):
                    self._tag(form, CUE_NOUN | NOUN | WORD)
                    self.nouns[form] = frames

    def _add_plurals(self) -> None:
        """Several of whom the lists know one: "plumbers", "jurors"; nothing that is a verb, too: "coaches"."""
        for word, bits in list(self.tags.items()):
            if bits & (ROLE | HONORIFIC) == ROLE:  # "Ann Deans"
                many = word[:-3] + "men" if word.endswith("man") else plural(word)
                if not self.tags.get(many) and many not in _FIRMS:
                    self.tags[many] = PEOPLE | NOUN | WORD


def _add_frame(known: dict[str, Frames], lemma: str, kind: str) -> Frames:
    """The frames of a word, with one more: a frame by its name, else a preposition or particle."""
    frames = known.get(lemma)
    if frames is None:
        frames = known[lemma] = Frames(lemma)
    bit = _FRAME_BITS.get(kind)
    if bit:
        frames.bits |= bit
    else:
        frames.particles |= {kind}
    return frames


class Phrase(NamedTuple):
    """A cue of several words: what follows its verb, as sets of words; one with "" in it may be missing."""

    slots: tuple[frozenset[str], ...]
    frame: int
    lemma: str


_REFLEXIVE: Final = frozenset(
    "himself herself themselves itself myself ourselves yourself his her their its my our your".split()
)


def _phrases() -> dict[str, tuple[Phrase, ...]]:
    """The phrases of cue_phrases.txt by each form of their verb, longest first."""
    by_form: dict[str, list[Phrase]] = {}
    for kind, words in entries("cue_phrases.txt"):
        slots = []
        for word in words[1:]:
            if word == "~":
                slots.append(_REFLEXIVE)
            elif word.startswith("["):
                slots.append(frozenset({word.strip("[]"), ""}))
            else:
                slots.append(frozenset(word.split("/")))
        phrase = Phrase(tuple(slots), _FRAME_BITS[kind], " ".join(words))
        for form in forms_of(words[0].replace("/", " ")):
            by_form.setdefault(form, []).append(phrase)
    return {form: tuple(sorted(found, key=lambda p: -len(p.slots))) for form, found in by_form.items()}


_LEXICON: Final = _Lexicon()
TAGS: Final = _LEXICON.tags
CUE_VERBS: Final = _LEXICON.verbs
CUE_ADJECTIVES: Final = _LEXICON.adjectives
CUE_NOUNS: Final = _LEXICON.nouns
CUE_PHRASES: Final = _phrases()
for _form in CUE_PHRASES:
    if not TAGS.get(_form, 0) & BE:
        TAGS[_form] = TAGS.get(_form, 0) | PHRASE | WORD


def _openers(phrase: Phrase) -> Iterator[str]:
    """The words that may stand right behind the verb of a phrase."""
    for slot in phrase.slots:
        yield from slot
        if "" not in slot:
            return


PHRASE_OPENERS: Final = {
    form: frozenset(word for phrase in phrases for word in _openers(phrase))
    for form, phrases in CUE_PHRASES.items()
}
"""By each form of a verb, the words that may go on with one of its phrases: enough for a quick look."""

SPEECH_FORMS: Final = frozenset(
    form
    for lemma in "say add tell ask note reply explain write warn argue claim announce recall insist conclude".split()
    for form in inflect(lemma)[1:3]
)
"""Forms that name plain speech: enough to find an attribution where a closing mark is missing."""


SPOKEN_FORMS: Final = frozenset(
    form
    for form, frames in CUE_VERBS.items()
    if frames.bits & INSERTED and TAGS[form] & (VERB_PAST | VERB_S) and not TAGS[form] & NOUN_VERB
)
"""Forms that can follow a quotation and its speaker: "“Why?” Marr asked"."""
