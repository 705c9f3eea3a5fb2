"""Attributions by a phrase: "In a May poll, …", "In his view, …", "For him, the ruling was “a death notice”"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import COORDINATOR, CUE, FINITE, SPEECH
from claimcli.parser.attribution.after import content_start
from claimcli.parser.attribution.extent import clause_end
from claimcli.parser.attribution.sentence import Sentence
from claimcli.parser.attribution.subjects import possessor_of
from claimcli.parser.grammar import has_verb, noun_phrase_before, phrase_end
from claimcli.parser.text import QUOTATION

_VIEWS: Final = frozenset("view opinion words estimation judgment judgement telling mind eyes".split())
_POLLS: Final = frozenset("poll polls survey surveys study studies".split())
ADJUNCT_OPENERS: Final = ("in", "for")
ADJUNCT_WORDS: Final = _POLLS | {"reportedly"}
"""A sentence that opens with one of the former, or holds one of the latter, may hold one of these phrases."""


def in_the_view_of(s: Sentence) -> bool:
    """ "In his view, the plan is dead", "In Marr’s words, …"."""
    lower = s.t.lower
    if lower[s.first] != "in":
        return False
    for i in range(s.first + 2, min(s.first + 8, s.last - 2)):
        if lower[i] in _VIEWS and lower[i + 1] == ",":
            mention = possessor_of(s, i)
            if mention is None:
                return False
            s.add([(i + 2, s.last)], mention, (s.first, i + 1), "in-the-view-of", lower[i])
            s.taken = s.last
            return True
    return False


def for_whom(s: Sentence) -> bool:
    """ "For the residents, the ruling was “a death notice.”" """
    t, lower = s.t, s.t.lower
    if lower[s.first] != "for":
        return False
    end = phrase_end(t, s.first + 1, s.last)
    comma = end
    if end < s.last and lower[end] == "," and end + 1 < s.last and lower[end + 1] in ("who", "which"):
        comma = next((i for i in range(end + 1, s.last) if lower[i] == ","), end)
    if comma >= s.last or lower[comma] != "," or lower[s.last - 1] != QUOTATION or end == s.first + 1:
        return False
    if not has_verb(t, comma, s.last) or any(
        t.tag[i] & CUE and t.tag[i] & FINITE for i in range(comma, s.last)
    ):
        return False
    mention = (s.first + 1, end)
    s.add([(comma + 1, s.last)], mention, (s.first, s.first + 1), "for-whom", "for")
    s.taken = s.last
    return True


def in_a_poll(s: Sentence) -> bool:
    """ "In a May poll, she led him" / "She led him in a May poll"."""
    t, lower = s.t, s.t.lower
    for i in range(s.first, s.last):
        if lower[i] in _POLLS:
            break
    else:
        return False
    phrase = noun_phrase_before(t, s.first, i + 1)
    if phrase is None or phrase[0] == s.first or lower[phrase[0] - 1] != "in" or i == phrase[0]:
        return False
    at = phrase[0] - 1
    mention = (phrase[0], i + 1)
    if at == s.first and i + 2 < s.last and lower[i + 1] == ",":
        content = (i + 2, s.last)
    elif i + 1 >= s.last or lower[i + 1] == ",":
        content = (content_start(s, s.first, at), at - 1 if lower[at - 1] == "," else at)
    else:
        return False
    if (
        content[0] >= content[1]
        or not has_verb(t, *content)
        or any(t.tag[j] & SPEECH and t.tag[j] & FINITE for j in range(*content))
    ):
        return False
    s.add([content], mention, (at, at + 1), "in-a-poll", "poll")
    s.taken = s.last
    return True


def reportedly(s: Sentence) -> bool:
    """ "The bridge is reportedly unsafe": somebody said so, nobody says who."""
    t, lower, tag = s.t, s.t.lower, s.t.tag
    at = next((i for i in range(s.first, s.last) if lower[i] == "reportedly"), None)
    if at is None or not has_verb(t, s.first, s.last):
        return False
    start = next(
        (i + 1 for i in range(at - 1, s.first, -1) if lower[i] in (",", ";") or tag[i] & COORDINATOR), s.first
    )
    pieces = [(a, b) for a, b in ((start, at), (at + 1, clause_end(s, at, at))) if a < b]
    if not pieces:
        return False
    s.add(pieces, None, (at, at + 1), "reportedly", "reportedly")
    s.taken = pieces[-1][1]
    return True
