"""The subject that opens a sentence: "But *analysts at Tollgate* took the other side"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    FINITE,
    NOUN,
    PLURAL,
    PREPOSITION,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    VERB_PARTICIPLE,
    VERB_S,
    WORD,
)
from claimcli.parser.grammar import (
    ARTICLES,
    OPENS_ASIDE,
    POSSESSIVE_MARKS,
    RELATIVE_SUBJECTS,
    opens_count,
    phrase_end,
)
from claimcli.parser.speakers.heads import TAKES_MORE
from claimcli.parser.text import DASHES, Tokens

_LEADS_IN: Final = COORDINATOR | SUBORDINATOR | ADVERB
_INSERTS: Final = ("including", "who", "which")  # what a comma after a subject brings in
RELATIVES: Final = RELATIVE_SUBJECTS | OPENS_ASIDE
_LOOK: Final = 16  # tokens


def opening_of(t: Tokens, sentence: int, end: int) -> tuple[int, int] | None:
    """The phrase that opens a sentence as its subject: "But *analysts at Tollgate* took the other side".

    What stands before it with a comma is skipped: "In Arra, *bakers* met", "Hours later, *they* left".
    """
    if sentence < 0:
        return None
    first, stop = t.sentences[sentence]
    stop = min(stop, first + 2 * _LOOK, end)
    phrase, comma = _subject_from(t, first, stop)
    return phrase or (_subject_from(t, comma + 1, stop)[0] if comma else None)


def _subject_from(t: Tokens, first: int, stop: int) -> tuple[tuple[int, int] | None, int]:
    """The subject that begins at a token, or the comma behind what is none: "*In Arra*, bakers met"."""
    begin = first
    while (
        first < stop and t.tag[first] & _LEADS_IN and not (t.tag[first] & DETERMINER or opens_count(t, first))
    ):
        first += 1
    if first < stop and t.tag[first] & SUBJECT and t.word(first + 1) != "and":
        return (first, first + 1), 0
    for i in range(first, min(stop, first + _LOOK)):
        what = t.tag[i]
        # "People *close* to Marr"
        close = (t.lower[i] in TAKES_MORE and t.what(i + 1) & PREPOSITION) or _likens(t, first, i, stop)
        # "by *retired* bakers", "In a note *sent* in May, …"
        opens = t.lower[first] in ("in", "with") and "," in t.lower[i:stop]
        led = what & VERB_PARTICIPLE and (opens or t.tag[i - 1] & PREPOSITION)
        noun = led or (what & (NOUN | CAPITAL) and not _plans(t, first, i))
        if what & (AUXILIARY | FINITE) and not (noun or close) and t.lower[i - 1] not in ARTICLES:
            last = i
            while last > first and t.tag[last - 1] & ADVERB:
                last -= 1  # "The report | *also* gave"
            return ((first, last) if last > first else None), 0
        if i > first and t.lower[i] in RELATIVES:
            return (first, i), 0
        dash = t.lower[i] in DASHES or (t.lower[i] == "-" and t.start[i] > t.end[i - 1])  # "a club - led by"
        if dash or (not what & WORD and t.lower[i] not in POSSESSIVE_MARKS and t.lower[i] not in (".", "-")):
            follows = t.lower[i] == "," and (t.word(i + 1) in _INSERTS or _goes_on(t, i, stop))
            if i > first and (follows or dash):
                return (first, i), 0
            fronted = t.tag[begin] & (PREPOSITION | SUBORDINATOR) or t.tag[i - 1] & (ADVERB | TIME)
            return None, i if t.lower[i] == "," and fronted else 0
    return None, 0


def _plans(t: Tokens, first: int, i: int) -> bool:
    """Whether what may be a noun is the verb of "the" and one noun: "The union *plans to sue*"."""
    if i - first != 2 or t.lower[first] != "the" or t.word(i + 1) != "to":
        return False
    return bool(t.tag[i] & VERB_S) and t.tag[i - 1] & (NOUN | PLURAL) == NOUN


def _likens(t: Tokens, first: int, like: int, stop: int) -> bool:
    """Whether "like" gives an example of a subject: "Groups *like the Marr Fund* have sued", not "Bakers like it"."""
    if t.lower[like] != "like" or like == first or t.tag[like - 1] & SUBJECT:
        return False
    end = phrase_end(t, like + 1, stop)
    return end > like + 1 and (does(t, end) or (t.word(end) == "," and _goes_on(t, end, stop)))


def _goes_on(t: Tokens, comma: int, stop: int) -> bool:
    """Whether a verb follows what a comma inserts behind a subject: "Bakers, *on the other hand, were* late"."""
    closing = t.find({","}, comma + 2, stop, 0)
    return closing > 0 and does(t, closing + 1)


def does(t: Tokens, i: int) -> bool:
    """Whether a word is the finite verb of what stands before it: "bakers *met*", "bakers *often* meet"."""
    if t.what(i) & ADVERB and not t.what(i) & FINITE:
        i += 1
    what = t.what(i)
    return bool(what & (FINITE | AUXILIARY)) and not what & (NOUN | CAPITAL)
