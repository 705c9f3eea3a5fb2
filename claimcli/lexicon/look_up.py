"""What is known of the words of a text: each in lower case, its classes, and what may start there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CUE_ADJECTIVE,
    DETERMINER,
    HONORIFIC,
    NOUN,
    NUMBER,
    ONCE,
    PEOPLE,
    PHRASE,
    PLAIN_VERB,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    ROLE,
    TAGS,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    WORD,
)

# Where a stage may start, one bit of a byte each: a text's bytes tell it faster than its words.
ENDS: Final = 1 << 0
"""The spot of a token that may end a sentence."""
OPENS_CAPITAL: Final = 1 << 1
"""The spot of a token that opens with a capital letter."""
_MAY_END: Final = frozenset(".?!…")
_BLANK: Final = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "*[]"
"""What may stand behind a word beside blanks: marks that part no words, "said **the dam**", "said [the] dam"."""
_SPOTS: Final[dict[str, int]] = {}
_FREE: Final = [1 << bit for bit in range(7, 1, -1)]
"""The bits that no stage has taken yet."""


def watch(words: Iterable[str]) -> int:
    """A spot of its own for some (lower-case) words: ``look_up`` marks them by it, to be found at a leap."""
    spot = _FREE.pop()
    for word in words:
        _SPOTS[word] = _SPOTS.get(word, 0) | spot
    _KNOWN.clear()
    return spot


class _Word:
    """A word as written, in lower case, its tags and its spots, which are kept as the lists take them."""

    __slots__ = ("lower", "spots", "tag", "word")

    def __init__(self, word: str, lower: str, tag: Any, spots: Any) -> None:
        self.word, self.lower, self.tag, self.spots = word, lower, tag, spots


class _Known(dict[str, _Word]):
    """What is known of words, by each with the blanks after it."""

    def __missing__(self, piece: str) -> _Word:
        word = piece.rstrip(_BLANK) or piece
        lower = word.lower()
        if lower == word:
            lower = word  # one object is sooner at hand than two
        tag = _tags(word, lower)
        entry = _Word(word, lower, tag, _spots(word, lower, tag))
        if len(self) > 200_000:  # an archive has words without end; a look-up table must not
            self.clear()
        if len(piece) < 64:
            self[piece] = entry
        return entry


def _spots(word: str, lower: str, tag: int) -> int:
    """What may start at a word."""
    spots = _SPOTS.get(lower, 0)
    if word[-1] in _MAY_END:
        spots |= ENDS
    return spots | OPENS_CAPITAL if tag & CAPITAL else spots


def _tags(word: str, lower: str) -> int:
    """What the lists say of a word, else what its shape says."""
    first = word[0]
    if not (first.isalnum() or (first in "’'." and word[1:2].isalnum())):
        return 0
    tag = TAGS.get(lower, 0) | WORD
    plain = tag & ~PHRASE
    if word == lower and (plain == WORD or (plain == WORD | CUE_ADJECTIVE and lower.endswith("ed"))):
        tag |= _shape(lower)  # "*angered*" may be a verb, too
    joined = not lower.isalpha()  # most words hold no mark, and need no look for one
    once = joined and lower.startswith(ONCE) and TAGS.get(lower.partition("-")[2], 0) & (ROLE | HONORIFIC)
    if once and word.partition("-")[2][:1].isupper():
        tag |= once | CAPITAL  # "*then-Mayor* Ann Marr"
    if first.isupper() or (joined and lower.startswith(_GLUED) and behind_article(word)[:1].isupper()):
        tag |= CAPITAL
        if lower.endswith(_ADVERBIAL) and len(lower) > 4:
            tag |= ADVERB  # "*Finally*", and no name: "Kelly", "Beverly"
    elif first.isdigit() or first == ".":
        tag |= NUMBER
    if lower[-1] == "s" and _is_plural(lower, tag):
        tag |= PLURAL
    return tag


_NO_NOUN: Final = AUXILIARY | DETERMINER | POSSESSIVE | PREPOSITION | ADVERB | PLAIN_VERB
_SINGULAR: Final = ("ss", "us", "sis", "polis", "’s", "'s")
_NO_PLURALS: Final = frozenset(
    "politics economics physics mathematics athletics gymnastics ethics linguistics genetics electronics "
    "logistics robotics acoustics dynamics obstetrics pediatrics paediatrics semantics news gas canvas atlas alias "
    "bias chaos cosmos ethos christmas texas arkansas kansas paris debris tennis arthritis "
    "hepatitis as his is mrs ms yes".split()
)
"""Nouns that end as plurals do."""


def _is_plural(lower: str, tag: int) -> bool:
    """Whether a word that ends in "s" may be a plural: "bakers", "claims", not "press", "news", "this"."""
    return not (tag & _NO_NOUN or lower.endswith(_SINGULAR) or lower in _NO_PLURALS)


_GLUED: Final = tuple("al- el- ul- ad- an- ar- as- ash- at- az- d’ d' l’ l'".split())
"""Articles that hold to a name without a capital of their own: "Omar *al-Marr*", "Jean *d’Arra*"."""


def behind_article(word: str) -> str:
    """What stands of a name behind an article that holds to it: "Marr" of "*al-Marr*", "Arra" of "*d’Arra*"."""
    if not word.startswith(_GLUED):
        return word
    return next(word[len(small) :] for small in _GLUED if word.startswith(small))


_NO_ADVERBS: Final = frozenset(
    "elderly friendly unfriendly costly deadly lovely lively lonely orderly disorderly scholarly cowardly brotherly "
    "fatherly motherly heavenly lowly ugly unruly family ally rally tally bully assembly monopoly anomaly butterfly "
    "folly jelly belly italy july daily weekly monthly quarterly".split()
)
"""Adjectives and nouns that end as adverbs do."""


_ADVERBIAL: Final = tuple(
    "ually ially inally ically ously ively edly ently antly ately ably ibly ingly fully lessly".split()
)
"""Endings of adverbs that no name has."""


_RANKING: Final = frozenset("deputy vice sub under chief lead assistant associate executive joint".split())
"""What ranks a role in one word with it: "**sub**-editor"."""


def _shape(lower: str) -> int:
    """What the ending of an unknown word says; nothing where it has a hyphen ("left-leaning", "Paris-based").

    But who was something, or is two things, is somebody: "ex-defender", "singer-songwriter", "deputy-mayor".
    """
    if "-" in lower:
        if lower.startswith(ONCE):
            return TAGS.get(lower.partition("-")[2], 0) & (NOUN | ROLE | PEOPLE)
        first, _, last = lower.rpartition("-")
        doubled = first in _RANKING or TAGS.get(first, 0) & ROLE
        return TAGS.get(last, 0) & (NOUN | ROLE) if doubled and TAGS.get(last, 0) & ROLE else 0
    if lower.endswith("ly") and len(lower) > 4:
        return 0 if lower in _NO_ADVERBS else ADVERB
    if lower.endswith("ing") and len(lower) > 5:
        return VERB_ING
    if lower.endswith("ed") and len(lower) > 4:
        return VERB_PAST | VERB_PARTICIPLE
    return 0


_KNOWN: Final = _Known()


def look_up(pieces: list[str]) -> tuple[list[str], list[str], list[int], bytes]:
    """Words (each may have blanks after it) as written, in lower case, their tags and their spots.

    Equal words are one object, so that looking them up in a set costs no new hash.
    """
    words = [_KNOWN[piece] for piece in pieces]
    spots = bytes([word.spots for word in words])
    return [word.word for word in words], [word.lower for word in words], [word.tag for word in words], spots
