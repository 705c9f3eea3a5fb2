"""Whose the noun is that is a cue: its owner, who has or makes it, or who is told to be it."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from claimcli.lexicon import (
    AUXILIARY,
    BE,
    CAPITAL,
    CUE_NOUN,
    CUE_NOUNS,
    DETERMINER,
    HAVE,
    NOUN,
    NUMBER,
    OPENS_NOUN,
    PARTICIPLE,
    PERSON,
    POSSESSIVE,
    PREPOSITION,
    VERB,
    VERB_ING,
    VERB_PARTICIPLE,
    WORD,
    forms_of,
)
from claimcli.parser.attribution.finite_subjects import is_plain_finite, may_speak, nearest_subject
from claimcli.parser.attribution.sentence import Sentence
from claimcli.parser.attribution.subjects import subject_of
from claimcli.parser.grammar import INNER, PARTICLES, POSSESSIVE_MARKS, Subject

_SUFFERS: Final = forms_of(
    "face endure grapple wrestle contend resist draw receive suffer weather invite attract spark stoke trigger fuel "
    "prompt provoke generate bring investigate dodge deflect reject deny dismiss rebut refute ignore scrap drop "
    "abandon ditch axe shelve cancel delay postpone defer halt block respond reply answer react field kill defeat "
    "veto rebuff spurn uphold overturn mire embroil engulf dog plague beset"
)
"""Verbs whose subject does not say what their object says: "faced criticism for", "scrapped a plan to"."""
_AWAY: Final = {"to": "table"} | dict.fromkeys(
    forms_of("throw toss vote shoot turn strike knock bat brush wave laugh shrug play swat"),
    "out down aside off away",
)
"""What makes other verbs such: "threw *out* a claim", "to *table* a plan"."""
_COPULAS: Final = forms_of("become remain")


def nearest_speaker(s: Sentence, k: int) -> Subject | None:
    """Who does what the words before the noun at ``k`` tell: "**Friends** still speak with admiration of"."""
    subject = nearest_subject(s, k)
    if subject is None or not subject[1] < k or not may_speak(s, subject) or s.lower[subject[0]] == "no":
        return None  # "although **no group** claimed it, the attack raised fears"
    suffers = not _SUFFERS.isdisjoint(s.lower[subject[1] : k])  # "Marr faced criticism for"
    return None if suffers or _refuses(s, subject[1], k) else subject


def is_circumstance(s: Sentence, k: int) -> bool:
    """Whether the noun at ``k`` only tells why or while what something goes on: "closed **amid** *fears* that"."""
    i = s.t.stop_back(PREPOSITION | AUXILIARY | POSSESSIVE, k - 1, max(s.taken, k - 5))
    tells_why = s.word(i) in ("amid", "amidst", "over", "despite") or s.word(i - 1) in ("because", "due")
    return bool(s.what(i) & PREPOSITION) and tells_why


def _refuses(s: Sentence, first: int, last: int) -> bool:
    """Whether two words between two places make another’s words of what follows: "*threw out* a claim that"."""
    return any(behind in _AWAY.get(word, "").split() for word, behind in pairwise(s.lower[first:last]))


def possessor_of(s: Sentence, k: int) -> Subject | None:
    """Whose the noun at ``k`` is: "his claim", "the mayor’s repeated claim"."""
    ends = POSSESSIVE | PREPOSITION | DETERMINER | AUXILIARY
    i = s.t.stop_back(ends, k - 1, max(s.taken, k - 5) - 1, POSSESSIVE_MARKS)
    if s.what(i) & POSSESSIVE:
        return i, i + 1, i + 1
    return _owner(s, i) if s.word(i) in POSSESSIVE_MARKS else None


def _owner(s: Sentence, mark: int) -> Subject | None:
    """Whose a possessive mark is, without what leads in: "respond to **Marr**’s call", "news of **Marr**’s vow"."""
    tag = s.tag
    phrase = s.phrase_before(mark, s.taken)
    if phrase is None:
        return None
    first, last = phrase
    for i in range(last - 2, first - 1, -1):
        governs = is_plain_finite(s, i)  # "The vote delays **Marr**’s plan"
        governs |= i == first and bool(tag[i] & VERB and not tag[i] & (NOUN | CAPITAL | OPENS_NOUN))
        led = s.lower[i] in ("by", "in", "on", "to") or (s.lower[i] == "of" and _is_holder(s, i - 1))
        if governs or (led and i > first):
            first = i + 1  # "Critics of **Marr**’s plan", "caught off guard by **Marr**’s attack"
            first += first + 1 < last and (s.lower[first] in PARTICLES or bool(tag[first] & PREPOSITION))
            break
    if not may_speak(s, (first, last, last)):
        first = next((i + 1 for i in range(last - 2, first, -1) if tag[i] & PREPOSITION), first)
    return first, last, last


def _is_holder(s: Sentence, i: int) -> bool:
    """Whether a noun is somebody who holds a view: "*critics* (of the plan)"."""
    return bool(s.tag[i] & CUE_NOUN) and bool(CUE_NOUNS[s.lower[i]].bits & PERSON)


def whose_role(s: Sentence, k: int) -> Subject | None:
    """Who is told to be what the noun at ``k`` says: "**She** is a fierce critic of …", "**Marr**, a critic of …"."""
    lower, tag = s.lower, s.tag
    for i in range(k - 1, max(s.taken, k - 9), -1):
        if lower[i] == ",":
            upsets = lower[i + 1].endswith("ing") and i + 1 < k  # ", *upsetting* critics of"
            aged = tag[i - 1] & NUMBER and s.word(i - 2) == ","  # "Marr, **44**, a critic of"
            phrase = None if upsets else s.phrase_before(i - 2 * bool(aged), s.taken)
            return (*phrase, phrase[1]) if phrase else None
        if tag[i] & BE or lower[i] in _COPULAS:
            return subject_of(s, s.group_of(i, s.taken), i)
    return None


def subject_of_governing_verb(s: Sentence, k: int) -> Subject | None:
    """Who has, makes or voices the noun at ``k``: "she made a repeated call for …", "**she** left with a promise"."""
    t, tag = s.t, s.tag
    for i in range(k - 1, max(s.taken, k - 8) - 1, -1):
        what = tag[i]
        if what & VERB and i > s.first and (is_adjective(s, i) or t.lower[i] in _GROWING):
            continue
        if (what & VERB and not what & NOUN) or what & HAVE:
            if t.lower[i] in _SUFFERS or _refuses(s, i, i + 2):
                return None
            group = s.group_of(i, s.taken)
            if (what & VERB_ING and not group.finite) or group.infinitive:
                return nearest_subject(s, group.start)
            return s.subject_before(group.start, s.taken)
        indefinite = t.lower[i] in ("a", "an") and s.what(i - 1) & PREPOSITION
        if indefinite or (i == k - 1 and what & PREPOSITION):
            suffers = s.word(i - 1) in _SUFFERS
            subject = None if suffers else nearest_subject(s, i)
            return subject if subject and may_speak(s, subject) else None
        if (not what & WORD and t.lower[i] not in INNER) or what & PREPOSITION:
            return None
    return None


_GROWING: Final = frozenset("mounting growing rising continuing increasing lingering swirling".split())
"""What a claim that is made of somebody does by itself: "mired in **mounting** allegations"."""


def is_adjective(s: Sentence, i: int) -> bool:
    """Whether a participle is but a noun's adjective: "an *impassioned* defense of", "made *veiled* threats"."""
    what, before = s.tag[i], s.tag[i - 1]
    if before & OPENS_NOUN:
        return bool(what & PARTICIPLE)
    return bool(what & VERB_PARTICIPLE and before & VERB)
