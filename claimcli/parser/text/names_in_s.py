"""Marks of possession that tell of none: "*Moody’s* said", "*St Mary’s* has announced", "Ann Marr *’26*"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CUE,
    DETERMINER,
    NOUN,
    OBJECT,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBJECT,
    TAGS,
    TIME,
    VERB_BASE,
    VERB_PAST,
    VERB_S,
    WH,
)

_BEFORE_WORD: Final = ("’s ", "'s ")
_BEFORE_MARK: Final = ("’s", "'s")
_MARKS: Final = _BEFORE_WORD + _BEFORE_MARK
_NO_NAME: Final = (
    SUBJECT
    | OBJECT
    | WH
    | RELATIVE
    | DETERMINER
    | POSSESSIVE
    | PRONOUN
    | ADVERB
    | TIME
    | PEOPLE
    | AUXILIARY
    | PREPOSITION
)
"""Words whose "’s" is a verb, or that own something: "It’s", "Today’s", "Bakers’s"."""
_TOLD: Final = frozenset({"said", "says", "told"})
_NEVER_FIRST: Final = frozenset({"been", "being", "having", "done", "got", "gotten", "to", "need", "like"})
"""What stands behind a verb "’s" rather than a name: "Marr’s *been* told"."""
_OPENS_OBJECT: Final = DETERMINER | POSSESSIVE | SUBJECT


def names_in_s(found: list[str]) -> list[int]:
    """Which marks "’s" among the pieces of a text (each with its blanks) belong to the name before them.

    Those before a verb, and the same name’s elsewhere: "Moody’s said …. The Moody’s analyst". A name that
    the text has without the mark, too, is an owner: "Marr’s said to be ill. Marr …".
    """
    marks = [i for mark in _BEFORE_WORD for i in _places(found, mark)]
    names = {found[i - 1] for i in marks if 1 <= i < len(found) - 2 and _acts(found, i)}
    if not names:
        return []
    owners = {
        word
        for i, piece in enumerate(found)
        if (word := piece.rstrip()) in names and found[i + 1 : i + 2] and found[i + 1] not in _MARKS
    }
    marks += [i for mark in _BEFORE_MARK for i in _places(found, mark)]
    return sorted(i for i in marks if i and found[i - 1] in names and found[i - 1] not in owners)


def class_years(found: list[str]) -> list[int]:
    """Which pieces tell in which year somebody named leaves school, and are none of the name: "Ann Marr *’26*"."""
    marks = [i for mark in ("’", "'") for i in _places(found, mark) if _tells_class(found, i)]
    return sorted(k for i in marks for k in (i, i + 1))


def _tells_class(found: list[str], mark: int) -> bool:
    """Whether a mark and two digits stand behind two words with capitals: "Ann Marr *’26*", "Ann B. Marr *’26*"."""
    if mark < 2 or mark + 1 == len(found):
        return False
    first, last, year = found[mark - 2], found[mark - 1], found[mark + 1].rstrip()
    if not (last[0].isupper() and last[-1].isspace() and year.isdigit() and len(year) == 2):
        return False
    return (first[0].isupper() or first[0] == ".") and not TAGS.get(last.rstrip().lower(), 0) & TIME


def _places(found: list[str], piece: str) -> Iterator[int]:
    """Where a piece stands."""
    i = -1
    for _ in range(found.count(piece)):
        i = found.index(piece, i + 1)
        yield i


def _acts(found: list[str], mark: int) -> bool:
    """Whether a verb follows a capitalised word and its "’s" that can only be this name's."""
    name = found[mark - 1]
    if not name[0].isupper() or TAGS.get(name.lower(), 0) & _NO_NAME:
        return False
    if mark > 1 and found[mark - 2].rstrip() == "of":
        return False  # "a friend of Marr’s said"
    verb, behind = found[mark + 1].rstrip(), found[mark + 2].rstrip().lower()
    what, after = TAGS.get(verb, 0), TAGS.get(behind, 0)
    if verb in _TOLD:
        return not (verb == "said" and behind == "to")
    if what & AUXILIARY:
        if verb in _NEVER_FIRST:
            return False
        return not what & NOUN and (verb != "will" or bool(after & VERB_BASE))  # "Marr’s *will* was read"
    if not what & CUE or what & NOUN or not what & (VERB_PAST | VERB_S):
        return False
    return bool(after & _OPENS_OBJECT)
