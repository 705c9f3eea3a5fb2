"""Attributions by a phrase: "In a May poll, …", "In his view, …", "For him, the ruling was “a death notice”"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import ADVERB, AUXILIARY, COORDINATOR, CUE, FINITE, PREPOSITION, SPEECH, SUBORDINATOR, VERB_BASE, WH
from claimcli.parser.attribution.after import content_start
from claimcli.parser.attribution.extent import clause_end
from claimcli.parser.attribution.sentence import Range, Sentence
from claimcli.parser.attribution.subjects import may_speak, possessor_of
from claimcli.parser.grammar import has_verb, noun_phrase_before, phrase_end
from claimcli.parser.text import DASHES, QUOTATION

_VIEWS: Final = frozenset("view opinion words estimation judgment judgement telling mind eyes".split())
_NOBODY: Final = frozenset("that this it which a".split())
_POLLS: Final = frozenset("poll polls survey surveys study studies".split())
ADJUNCT_OPENERS: Final = ("in", "for", "to")
ADJUNCT_WORDS: Final = _POLLS | _VIEWS | {"reportedly"}
_PARTS: Final = DASHES | {","}
"""A sentence that opens with one of the former, or holds one of the latter, may hold one of these phrases."""


def in_the_view_of(s: Sentence) -> bool:
    """ "In his view, the plan is dead", "The plan, in Marr’s words, is dead"."""
    lower = s.t.lower
    for i in range(s.first + 2, s.last):
        if lower[i] in _VIEWS:
            mention = possessor_of(s, i)
            if mention is None or mention[0] == s.first or lower[mention[0] - 1] != "in":
                continue
            content = _around(s, mention[0] - 1, i + 1)
            if not content:
                return False
            s.add(content, mention, (mention[0] - 1, i + 1), "in-the-view-of", lower[i])
            s.taken = s.last
            return True
    return False


def _around(s: Sentence, a: int, b: int) -> list[Range]:
    """What a phrase from ``a`` to ``b`` tells the source of: the clause behind it, before it, or on both sides."""
    t, lower = s.t, s.t.lower
    if b < s.last and lower[b] not in _PARTS:
        return []
    behind = [(b + 1, s.last)] if b + 1 < s.last else []
    end = a - (lower[a - 1] in _PARTS)
    if a == s.first or (end == s.first + 1 and t.tag[s.first] & COORDINATOR):
        return behind
    if (end == a and lower[a - 1] != QUOTATION) or t.tag[end - 1] & (
        COORDINATOR | SUBORDINATOR | PREPOSITION
    ):
        return []
    return [(content_start(s, s.first, end), end), *behind]


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


def to_whom(s: Sentence) -> bool:
    """ "To Marr, the deal was a gift"."""
    t = s.t
    if t.lower[s.first] != "to" or s.first + 1 >= s.last or t.tag[s.first + 1] & (VERB_BASE | AUXILIARY | ADVERB | WH):
        return False
    end = phrase_end(t, s.first + 1, s.last)
    comma = end
    if end + 1 < s.last and t.lower[end] == "," and t.lower[end + 1] in ("who", "which"):
        comma = next((i for i in range(end + 1, s.last) if t.lower[i] == ","), end)
    mention = (s.first + 1, end)
    if comma + 1 >= s.last or t.lower[comma] != "," or end == s.first + 1 or _is_nobody(s, *mention):
        return False
    if not has_verb(t, comma, s.last):
        return False
    s.add([(comma + 1, s.last)], mention, (s.first, s.first + 1), "to-whom", "to")
    s.taken = s.last
    return True


def _is_nobody(s: Sentence, a: int, b: int) -> bool:
    """Whether a phrase names nobody who could hold a view: "To **that**, …", "To **a person**, …"."""
    return s.t.lower[a] in _NOBODY or not may_speak(s, (a, b, b))


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
