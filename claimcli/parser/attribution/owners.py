"""Whose the noun is that is a cue: its owner, who has or makes it, or who is told to be it."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from claimcli.lexicon import (
    AUXILIARY,
    BE,
    CAPITAL,
    CUE_NOUNS,
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
from claimcli.parser.grammar import INNER, POSSESSIVE_MARKS, Subject

_SUFFERS: Final = forms_of(
    "face endure grapple wrestle contend resist draw receive suffer weather invite attract spark stoke trigger fuel "
    "prompt provoke generate bring investigate dodge deflect reject deny dismiss rebut refute ignore scrap drop "
    "abandon ditch axe shelve cancel delay postpone defer halt block respond reply answer react field kill defeat "
    "veto rebuff spurn uphold overturn mire embroil engulf dog plague beset"
)
"""Verbs whose subject does not say what their object says: "faced criticism for", "scrapped a plan to"."""
_THROWS: Final = forms_of("throw toss vote shoot turn strike knock")
_AWAY: Final = frozenset(("out", "down", "aside", "away"))
_COPULAS: Final = forms_of("become remain")


def nearest_speaker(s: Sentence, k: int) -> Subject | None:
    """Who does what the words before the noun at ``k`` tell: "**Friends** still speak with admiration of"."""
    subject = nearest_subject(s, k)
    if subject is None or not may_speak(s, subject) or s.lower[subject[0]] == "no":
        return None  # "although **no group** claimed it, the attack raised fears"
    before = s.lower[subject[1] : k]
    suffers = not _SUFFERS.isdisjoint(before) or _throws_out(before)  # "Marr faced criticism for"
    return None if suffers else subject


def is_circumstance(s: Sentence, k: int) -> bool:
    """Whether the noun at ``k`` only tells why or while what something goes on: "closed **amid** *fears* that"."""
    i = s.t.stop_back(PREPOSITION | AUXILIARY | POSSESSIVE, k - 1, max(s.taken, k - 5))
    tells_why = s.word(i) in ("amid", "amidst", "over", "despite") or s.word(i - 1) in ("because", "due")
    return bool(s.what(i) & PREPOSITION) and tells_why


def _throws_out(words: list[str]) -> bool:
    """Whether two words that follow each other make another’s words of what comes: "*threw out* a claim that"."""
    return any(word in _THROWS and behind in _AWAY for word, behind in pairwise(words))


def possessor_of(s: Sentence, k: int) -> Subject | None:
    """Whose the noun at ``k`` is: "his claim", "the mayor’s repeated claim"."""
    ends = OPENS_NOUN | PREPOSITION | AUXILIARY
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
        holder = i > first and s.lower[i] == "of" and CUE_NOUNS.get(s.lower[i - 1])
        if governs or s.lower[i] in ("by", "in", "on", "to") or (holder and holder.bits & PERSON):
            first = i + 1  # "caught off guard by **Marr**’s attack", "critics of **Marr**’s plan"
            break
    if not may_speak(s, (first, last, last)):
        first = next((i + 1 for i in range(last - 2, first, -1) if tag[i] & PREPOSITION), first)
    return first, last, last


def whose_role(s: Sentence, k: int) -> Subject | None:
    """Who is told to be what the noun at ``k`` says: "**She** is a fierce critic of …", "**Marr**, a critic of …"."""
    lower, tag = s.lower, s.tag
    for i in range(k - 1, max(s.taken, k - 9), -1):
        if lower[i] == ",":
            aged = tag[i - 1] & NUMBER  # "Marr, **44**, a critic of"
            upsets = lower[i + 1].endswith("ing") and i + 1 < k  # ", *upsetting* critics of"
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
            if t.lower[i] in _SUFFERS or _throws_out(t.lower[i : i + 2]):
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
