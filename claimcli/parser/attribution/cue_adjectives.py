"""Adjectives as cues: "he is *confident* that …", "she was *furious* at …"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    BE,
    CAPITAL,
    CLAUSE,
    CUE_ADJECTIVES,
    DETERMINER,
    INFINITIVE,
    OPENS_NOUN,
    PEOPLE,
    PRONOUN,
    RELATIVE,
    ROLE,
    SUBJECT,
    Frames,
    forms_of,
)
from claimcli.parser.attribution.clause_extent import clause_end
from claimcli.parser.attribution.clause_start import opener_at
from claimcli.parser.attribution.finite_subjects import IMPERSONAL
from claimcli.parser.attribution.frames import Content
from claimcli.parser.attribution.phrase_extent import phrase_content_end, plan_end
from claimcli.parser.attribution.predicate import before_predicate
from claimcli.parser.attribution.sentence import NOBODY, Sentence
from claimcli.parser.attribution.subjects import beside, subject_of
from claimcli.parser.grammar import Group, is_infinitive

_COPULAS: Final = forms_of("grow become feel remain get seem appear sound")
_DEGREES: Final = frozenset("more less most least so too as increasingly".split())
_SHORT_BE: Final = frozenset({"’s", "'s", "’re", "'re", "’m", "'m"})


def adjective_cue(s: Sentence, k: int) -> bool:
    """ "He is confident that …", "she was furious at …", "Marr, confident of victory, …"."""
    lower = s.lower
    frames = CUE_ADJECTIVES[lower[k]]
    group, copula = _group_before(s, k)
    reduced = not copula and _tells_of_people(s, k, group.start)
    if not copula and not reduced and not (group.start > s.first and lower[group.start - 1] == ","):
        return False
    found = _after_adjective(s, k, frames, apposed=not copula and not reduced)
    if found is None:
        return False
    if reduced:
        clause, sure = found.rule == "adjective-then-clause", s.has_verb(s.first, group.start)
        found = found._replace(end=before_predicate(s, found.start, found.end, clause, sure=sure))
    subject = (subject_of(s, group, k) if copula else beside(s, group.start, s.taken)) or s.subject
    if subject is None or found.start >= found.end:
        return False
    opens = lower[subject[0]]
    unclear = group.negated and found.rule == "adjective-then-clause" and opens in IMPERSONAL
    if opens in NOBODY or unclear:
        # "*Nobody* is eager for war", "*Not every* owner is", "*it* is not clear whether …"
        s.taken = found.end
        return False
    content, cue = [(found.start, found.end)], (group.start, found.cue_end)
    if opens != "it" and lower[k] == "expected":
        content.insert(0, subject[:2])  # "Marr is not expected to …": by others, and what they expect of Marr
    holder = None if opens == "it" or lower[k] == "expected" else subject
    s.add(content, holder, cue, found.rule, frames.lemma)
    s.subject = holder or s.subject
    return True


def _group_before(s: Sentence, k: int) -> tuple[Group, bool]:
    """The verb group before the adjective at ``k``, and whether it is a copula: "he **is not so** sure"."""
    t, lower = s.t, s.lower
    at = k
    while s.word(at - 1) in _DEGREES:
        at -= 1
    group = s.group_of(at, s.taken)
    if any(t.tag[i] & BE or lower[i] in _SHORT_BE for i in range(group.start, k)):
        return group, True
    if group.start - 1 > s.first and lower[group.start - 1] in _SHORT_BE:
        if t.tag[group.start - 2] & (SUBJECT | RELATIVE):  # "they’re hopeful"
            group.start -= 1
            return group, True
    if group.start > s.first and lower[group.start - 1] in _COPULAS:
        return s.group_of(group.start - 1, s.taken), True
    return group, False


def _tells_of_people(s: Sentence, k: int, at: int) -> bool:
    """Whether an adjective tells more of the people before it: "**farmers** *wary* of the plan left"."""
    if at <= s.first or at < k - 1:
        return False
    if s.lower[at - 1] == "those":
        return True
    return bool(s.tag[at - 1] & (PEOPLE | ROLE | PRONOUN)) and not s.tag[at - 1] & (DETERMINER | SUBJECT)


def _after_adjective(s: Sentence, k: int, frames: Frames, *, apposed: bool) -> Content | None:
    """What the adjective at ``k`` introduces: "confident **that …**", "furious **at …**", "eager **to …**"."""
    p = s.after_adverbs(k + 1)
    if p >= s.last:
        return None
    word = s.lower[p]
    if frames.bits & CLAUSE and not apposed:
        if opener_at(s, p) or (s.tag[p] & (CAPITAL | OPENS_NOUN) and s.opens_clause(p)):
            return Content("adjective-then-clause", k + 1, p, clause_end(s, p, k))
    if p + 1 >= s.last:
        return None
    if word in frames.particles:
        return Content("adjective-then-particle", p + 1, p + 1, phrase_content_end(s, p + 1, k))
    if word == "to" and frames.bits & INFINITIVE and is_infinitive(s.t, p + 1):
        return Content("adjective-then-infinitive", k + 1, p, plan_end(s, p, k))
    return None
