"""Where a content ends that is part of a subject: before the verb of that subject."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    CUE,
    DETERMINER,
    EXPLETIVE,
    HAVE,
    INFLECTED,
    NOUN,
    NOUN_VERB,
    NUMBER,
    OPENS_NOUN,
    PEOPLE,
    PLURAL,
    PREPOSITION,
    SUBJECT,
    TENSED,
    VERB,
    VERB_BASE,
    VERB_ING,
    WH,
    WORD,
)
from claimcli.parser.attribution.sentence import OPENS_CLAUSE, Sentence
from claimcli.parser.grammar import is_participle_adjective

_CLAUSE: Final = OPENS_CLAUSE | EXPLETIVE
_IN_CLAUSE: Final = _CLAUSE | SUBJECT | TENSED | VERB_BASE
"""What may open a clause within a phrase, or be a finite verb."""


def before_predicate(s: Sentence, start: int, end: int, allowed: bool, sure: bool = False) -> int:
    """Where the content of a noun that is itself a subject ends: "Her claim that it is safe | drew scorn".

    The content may hold one verb where it is ``allowed``; what is ``sure`` to be another is an auxiliary. A form that
    may be a participle ("the tax | **led** to") is the verb only where a whole sentence has none else.
    """
    if start >= end:
        return end
    tag = s.tag
    open_clauses = int(allowed or bool(tag[start] & WH))
    forms = 0 if sure else INFLECTED
    base = not sure and s.lower[start] != "to"
    doubtful = 0
    i = start + 1
    while i < end:
        what = tag[i]
        if not what & _IN_CLAUSE:
            open_clauses += s.lower[i] == ":"
        elif (what & _CLAUSE and not what & PREPOSITION) or what & SUBJECT:
            open_clauses = max(open_clauses, 1)
        elif what & VERB_BASE and tag[i - 1] & SUBJECT:
            open_clauses = max(0, open_clauses - 1)  # "that they **back** it | was late"
        elif (_is_base(s, i) if base and what & VERB_BASE else _is_auxiliary(s, i)) or (
            what & forms
            and not what & (NOUN | CAPITAL | VERB_BASE | NOUN_VERB)
            and not tag[i - 1] & (OPENS_NOUN | PREPOSITION | HAVE)
            and not (i + 1 < end and _is_auxiliary(s, i + 1))  # "higher **wages** | are"
        ):
            if not open_clauses and not (sure and _has_own_subject(s, start, i)):
                at = i
                while at > start + 1 and tag[at - 1] & (ADVERB | COORDINATOR):
                    at -= 1
                if not is_participle_adjective(s.t, i):
                    return at
                if s.lower[i + 1] not in ("by", "as"):
                    doubtful = at
            open_clauses = max(0, open_clauses - 1)
            while i + 1 < end and tag[i + 1] & (AUXILIARY | ADVERB | VERB):
                if tag[i + 1] & TENSED and not tag[i] & (AUXILIARY | ADVERB):
                    break  # "that it would close | was late", "that Marr lied | angered them"
                i += 1
        i += 1
    whole = not s.ends_bare() if end >= s.last else s.lower[end] == ","
    return doubtful if doubtful and whole else end


def _has_own_subject(s: Sentence, start: int, i: int) -> bool:
    """Whether a clause without "that" has a verb at ``i``: "complained about changes **managers** had made"."""
    several = s.tag[i - 1] & (PLURAL | PEOPLE) and not s.tag[i - 1] & CAPITAL
    if i - 2 < start or not several or s.lower[i] in ("is", "was", "has", "does"):
        return False
    before = s.tag[i - 2]
    return not before & (PREPOSITION | OPENS_NOUN | ADJECTIVE | COORDINATOR | NUMBER)


def _is_base(s: Sentence, i: int) -> bool:
    """Whether a plural's verb stands at ``i``, behind another noun: "(People who back) the plan | **tend** to"."""
    what, before = s.tag[i], s.tag[i - 1]
    if what & _NO_BASE or not before & WORD or before & _LEADS_ON:
        return False
    return bool(what & CUE or s.what(i + 1) & (OPENS_NOUN | SUBJECT)) or s.word(i + 1) in ("to", "that")


_NO_BASE: Final = NOUN | NOUN_VERB | CAPITAL | PREPOSITION | ADVERB | DETERMINER
_LEADS_ON: Final = PREPOSITION | OPENS_NOUN | ADVERB | COORDINATOR | TENSED | SUBJECT


def _is_auxiliary(s: Sentence, i: int) -> bool:
    """Whether a finite auxiliary stands at ``i``: not "to *be*", "*being*"."""
    what = s.tag[i]
    return bool(what & AUXILIARY) and not what & VERB_ING and s.lower[i - 1] != "to"
