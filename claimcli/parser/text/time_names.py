"""Times that are names: May the month and Theresa May, told from the modal verb, and USA Today."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    DETERMINER,
    HAVE,
    HONORIFIC,
    NEGATION,
    NUMBER,
    POSSESSIVE,
    SUBJECT,
    TIME,
    VERB_BASE,
    VERB_PAST,
    VERB_S,
    WORD,
)

_LEADS_TO_MONTH: Final = frozenset(
    "in of last this next early late mid since until till by from between through during before after and or".split()
)
_BEHIND_MODAL: Final = VERB_BASE | BE | HAVE | NEGATION | ADVERB
_OPENS_SUBJECT: Final = SUBJECT | DETERMINER | POSSESSIVE
_BEHIND_NAME: Final = VERB_PAST | VERB_S | AUXILIARY


def tell_may(raw: list[str], lower: list[str], tag: list[int]) -> None:
    """Tell the month ("in *May*", "*May* 5") and the name ("Theresa *May* said") from the modal verb.

    It stays a verb where it opens a wish and within a headline: "*May* they win", "Marr *May* Stay".
    """
    for i in _places_of("May", raw):
        before = tag[i - 1] if i else 0
        after = tag[i + 1] if i + 1 < len(tag) else 0
        if (i and lower[i - 1] in _LEADS_TO_MONTH) or after & NUMBER:
            tag[i] = TIME | CAPITAL | WORD
        elif (after & CAPITAL and after & _BEHIND_MODAL) or after & _OPENS_SUBJECT:
            continue
        elif after & _BEHIND_NAME or before & (CAPITAL | HONORIFIC) or (i and not before):
            tag[i] = CAPITAL | WORD
        else:
            tag[i] = TIME | CAPITAL | WORD


def tell_today(raw: list[str], tag: list[int]) -> None:
    """Tell the last word of a paper's name from the time: "USA *TODAY*", "Baking *Today* reported"."""
    for today in ("Today", "TODAY"):
        for i in _places_of(today, raw):
            before, after = tag[i - 1] if i else 0, tag[i + 1] if i + 1 < len(tag) else 0
            letters = i and raw[i - 1].isupper() and len(raw[i - 1]) > 2  # "USA"
            if letters or (before & CAPITAL and not before & TIME and after & WORD and not after & CAPITAL):
                tag[i] = CAPITAL | WORD


def _places_of(word: str, raw: list[str]) -> list[int]:
    """Where a word stands, found without a step for every other one."""
    places, i = [], -1
    for _ in range(raw.count(word)):
        i = raw.index(word, i + 1)
        places.append(i)
    return places
