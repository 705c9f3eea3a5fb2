"""Attributions by a phrase: "In a May poll, …", "In his view, …", "To him, the ruling was a gift"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    CUE,
    FINITE,
    LINK,
    NOUN_VERB,
    PLURAL,
    PREPOSITION,
    SPEECH,
    SUBORDINATOR,
    VERB_BASE,
    WH,
)
from claimcli.parser.attribution.clause_extent import clause_end
from claimcli.parser.attribution.closing import content_start
from claimcli.parser.attribution.finite_subjects import IMPERSONAL, may_speak
from claimcli.parser.attribution.owners import possessor_of
from claimcli.parser.attribution.sentence import Range, Sentence
from claimcli.parser.grammar import OPENS_ASIDE, POSSESSIVE_MARKS
from claimcli.parser.text import INSERTING, QUOTATION

_RECKONINGS: Final = frozenset(
    "account accounts estimate estimates reckoning count calculation calculations admission".split()
)
"""What is somebody's view behind "by": "**by** the mayor’s *account*, …"."""
_VIEWS: Final = _RECKONINGS | frozenset(
    "view opinion words estimation judgment judgement telling mind eyes".split()
)
_NOBODY: Final = IMPERSONAL | {"which", "a"}
_POLLS: Final = frozenset("poll polls survey surveys study studies".split())
ADJUNCT_OPENERS: Final = ("in", "for", "to")
ADJUNCT_WORDS: Final = _POLLS | _VIEWS | {"reportedly"}
"""A sentence that opens with one of the former, or holds one of the latter, may hold one of these phrases."""


def in_the_view_of(s: Sentence) -> bool:
    """ "In his view, the plan is dead", "The plan, in Marr’s words, is dead", "Half left, by his account"."""
    lower = s.lower
    if _VIEWS.isdisjoint(lower[s.first : s.last]):
        return False
    for i in range(s.first + 2, s.last):
        if lower[i] in _VIEWS:
            owner = possessor_of(s, i)
            if owner is None or owner[0] == s.first or lower[owner[0] - 1] not in ("in", "by", "to", "on"):
                continue
            if lower[i] in _RECKONINGS and (
                lower[owner[0] - 1] != "by" or _holds(s, SPEECH, s.first, s.last)
            ):
                continue
            content = _around(s, owner[0] - 1, i + 1)
            if not content:
                return False
            s.add(content, owner, (owner[0] - 1, i + 1), "in-the-view-of", lower[i])
            s.taken = s.last
            return True
    return False


def _around(s: Sentence, a: int, b: int) -> list[Range]:
    """What a phrase from ``a`` to ``b`` tells the source of: the clause behind it, before it, or on both sides."""
    if b < s.last and s.lower[b] not in INSERTING:
        return []
    behind = [(b + 1, s.last)] if b + 1 < s.last else []
    end = a - (s.lower[a - 1] in INSERTING)
    if a == s.first or (end == s.first + 1 and s.tag[s.first] & COORDINATOR):
        return behind  # "But in his view, …"
    if end < a and s.tag[end - 1] & SUBORDINATOR:
        return [] if _holds(s, CUE, s.first, end) else behind  # "He won because, in her words, …"
    if (end == a and s.lower[a - 1] != QUOTATION) or s.tag[end - 1] & LINK:
        return []
    return [(content_start(s, end), end), *behind]


def for_whom(s: Sentence) -> bool:
    """ "For the residents, the ruling was “a death notice.”", "To Marr, it was a gift"."""
    word, start = s.lower[s.first], s.first + 1
    if word not in ("for", "to"):
        return False
    comma = end = s.phrase_end(start)
    if s.word(end) == "," and (s.word(end + 1) in OPENS_ASIDE or s.word(end + 1) == "among"):
        comma = s.t.find({","}, end + 1, s.last, end)  # "For the residents, who left**,** …"
    if start == end or comma + 1 >= s.last or s.lower[comma] != ",":
        return False
    whom = (start, end, end)
    if word == "for" and (s.lower[s.last - 1] != QUOTATION or _holds(s, CUE, comma, s.last)):
        return False
    nobody = s.tag[start] & _NO_HOLDER or s.lower[start] in _NOBODY or not may_speak(s, whom)
    if word == "to" and nobody:
        return False  # "To **that**, …", "To **a person**, …"
    if not s.has_verb(comma, s.last):
        return False
    return s.add([(comma + 1, s.last)], whom, (s.first, s.first + 1), "for-whom", word)


_NO_HOLDER: Final = VERB_BASE | AUXILIARY | ADVERB | WH


def in_a_poll(s: Sentence) -> bool:
    """ "In a May poll, she led him" / "She led him in a poll last month, by two points"."""
    t, lower = s.t, s.lower
    i = t.find(_POLLS, s.first, s.last, -1)
    if i < 0:
        return False
    at = i - 1
    while at > s.first and (
        not t.tag[at] & _LEADS_TO_POLL or t.tag[at] & CAPITAL or lower[at] in _WITHIN_POLL
    ):
        at -= 1
    if lower[at] != "in":
        return False
    end = s.after_adverbs(i + 1)
    if at == s.first:
        # "In a poll **of bakers released on Sunday by the Lantern**, …"
        comma = t.find({","}, end, min(end + 10, s.last), s.last)
        content = (comma + 1, s.last)
    elif t.tag[i] & PLURAL and "of" not in lower[at:i]:
        return False  # "leads **in the polls**": in all of them, not in "an average of polls"
    elif end >= s.last or (lower[end] in INSERTING and "," not in lower[s.first : at]):
        content = (content_start(s, at), at - (lower[at - 1] == ","))
    else:
        return False
    if content[0] >= content[1] or not s.has_verb(*content) or _holds(s, SPEECH, *content):
        return False
    s.add([content], (at + 1, i + 1, i + 1), (at, at + 1), "in-a-poll", "poll")
    s.taken = s.last
    return True


_LEADS_TO_POLL: Final = PREPOSITION | SUBORDINATOR | AUXILIARY | WH | FINITE
_WITHIN_POLL: Final = POSSESSIVE_MARKS | {"of"}


def _holds(s: Sentence, what: int, a: int, b: int) -> bool:
    """Whether a finite verb of some class stands among the tokens: "In a poll, half of them **said** …" is theirs."""
    return any(s.tag[j] & what and s.tag[j] & FINITE and not s.tag[j] & NOUN_VERB for j in range(a, b))


def reportedly(s: Sentence) -> bool:
    """ "The bridge is reportedly unsafe": somebody said so, nobody says who."""
    at = s.t.find({"reportedly"}, s.first, s.last, -1)
    if at < 0 or not s.has_verb(s.first, s.last):
        return False
    start = next(
        (i + 1 for i in range(at - 1, s.first, -1) if s.lower[i] in (",", ";") or s.tag[i] & COORDINATOR),
        s.first,
    )
    pieces = [(a, b) for a, b in ((start, at), (at + 1, clause_end(s, at, at))) if a < b]
    if not pieces:
        return False
    return s.add(pieces, None, (at, at + 1), "reportedly", "reportedly")
