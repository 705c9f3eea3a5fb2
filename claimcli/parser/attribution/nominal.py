"""Nouns, adjectives and phrases as cues: "Marr’s claim that …", "is confident that …", "made it clear that …"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    AUXILIARY,
    BE,
    CAPITAL,
    CLAUSE,
    COORDINATOR,
    CUE,
    CUE_ADJECTIVES,
    CUE_NOUNS,
    CUE_PHRASES,
    DETERMINER,
    FINITE,
    INFINITIVE,
    NOUN,
    PEOPLE,
    PERSON,
    PHRASE_OPENERS,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RECEIVED,
    RELATIVE,
    ROLE,
    SUBJECT,
    SUBORDINATOR,
    VERB,
    VERB_ING,
    VERB_PAST,
    WH,
    WORD,
    Frames,
    forms_of,
)
from claimcli.parser.attribution.clause_extent import clause_end, end_of_quote
from claimcli.parser.attribution.clause_start import clause_after_phrase
from claimcli.parser.attribution.finite_subjects import IMPERSONAL
from claimcli.parser.attribution.frames import Content
from claimcli.parser.attribution.owners import (
    is_adjective,
    nearest_speaker,
    possessor_of,
    subject_of_governing_verb,
    whose_role,
)
from claimcli.parser.attribution.phrase_extent import phrase_content_end
from claimcli.parser.attribution.predicate import before_predicate
from claimcli.parser.attribution.sentence import INNER_MARKS, WH_WORDS, Range, Sentence
from claimcli.parser.attribution.subjects import subject_of
from claimcli.parser.grammar import (
    ANY_ADJECTIVE,
    POSSESSIVE_MARKS,
    clause_verb,
    has_verb,
    is_infinitive,
    phrase_end,
    skip_adverbs,
    subject_before,
    verb_group,
)
from claimcli.parser.text import QUOTATION

_COPULAS: Final = forms_of("grow become feel remain get")

_DEGREES: Final = frozenset("more less most least so too as increasingly".split())
_SHORT_BE: Final = frozenset({"’s", "'s", "’re", "'re", "’m", "'m"})


def phrase_cue(s: Sentence, k: int) -> bool:
    """ "She made it clear that …", "he distanced himself from …"."""
    t, lower = s.t, s.t.lower
    at, openers = k + 1, PHRASE_OPENERS[lower[k]]
    if at + 1 < s.last and lower[at] not in openers and t.tag[at] & ANY_ADJECTIVE:
        at += 1  # "raised *serious* doubts about"
    if at >= s.last or lower[at] not in openers:
        return False
    for phrase in CUE_PHRASES[lower[k]]:
        p = _match_slots(lower, at, s.last, phrase.slots)
        if p is not None:
            break
    else:
        return False
    group = verb_group(t, s.taken, k)
    before = t.tag[group.start - 1] if group.start > s.first else 0
    if group.passive or group.negated or (before & (DETERMINER | POSSESSIVE) and not before & PRONOUN):
        return False
    q = skip_adverbs(t, p, s.last)
    content = _after_phrase(s, k, q, phrase.frame == CLAUSE) if q < s.last else None
    if content is None:
        return False
    subject = subject_of(s, group, k)
    s.add_by(subject, [content], (k, p), "phrase-then-content", phrase.lemma)
    if subject and group.finite:
        s.subject = subject
    s.taken = content[1]
    return True


def _after_phrase(s: Sentence, k: int, q: int, clause: bool) -> Range | None:
    """What the cue at ``k`` introduces at ``q``, a clause or a phrase: "made it clear **that it is safe**"."""
    lower, what = s.t.lower, s.t.tag[q]
    if not clause:
        opens = (what & WORD and not what & (PREPOSITION | COORDINATOR)) or lower[q] == QUOTATION
        return (q, phrase_content_end(s, q, k)) if opens else None
    if lower[q] == "that" or lower[q] == QUOTATION or what & (SUBJECT | WH):
        return q, clause_end(s, q, k)
    if lower[q] in (",", ":") and q + 1 < s.last and lower[q + 1] == QUOTATION:
        return q + 1, end_of_quote(s, q + 1)
    found = clause_after_phrase(s, q) if lower[q] == "to" else None
    return (found[1], clause_end(s, found[1], k)) if found else None


def adjective_cue(s: Sentence, k: int) -> bool:
    """ "He is confident that …", "she was furious at …", "Marr, confident of victory, …"."""
    t, lower = s.t, s.t.lower
    frames = CUE_ADJECTIVES[lower[k]]
    at = k
    while at > s.first and lower[at - 1] in _DEGREES:
        at -= 1
    group = verb_group(t, s.taken, at)
    copula = any(t.tag[i] & BE or lower[i] in _SHORT_BE for i in range(group.start, k))
    if not copula and group.start - 1 > s.first and lower[group.start - 1] in _SHORT_BE:
        if t.tag[group.start - 2] & (SUBJECT | RELATIVE):  # "they’re hopeful"
            group = group._replace(start=group.start - 1)
            copula = True
    if not copula and group.start > s.first and lower[group.start - 1] in _COPULAS:
        group = verb_group(t, s.taken, group.start - 1)
        copula = True
    reduced = not copula and _tells_more(s, k, group.start)
    if not copula and not reduced and not (group.start > s.first and lower[group.start - 1] == ","):
        return False
    found = _after_adjective(s, k, frames, apposed=not copula and not reduced)
    if found is None:
        return False
    if reduced:
        clause, sure = found.rule == "adjective-then-clause", has_verb(t, s.first, group.start)
        found = found._replace(end=before_predicate(s, found.start, found.end, clause, sure=sure))
    subject = subject_before(t, s.taken, group.start) or s.subject
    if subject is None or found.start >= found.end:
        return False
    if group.negated and found.rule == "adjective-then-clause" and lower[subject[0]] in IMPERSONAL:
        s.taken = found.end  # "it is not clear whether …" is nobody's claim
        return False
    content, cue = [(found.start, found.end)], (group.start, found.cue_end)
    if lower[subject[0]] == "it" or lower[k] == "expected":  # "Marr is not expected to …": by others
        s.add(content, None, cue, found.rule, frames.lemma)
    else:
        s.add_by(subject, content, cue, found.rule, frames.lemma)
        s.subject = subject
    s.taken = found.end
    return True


_HOLD_VIEWS: Final = PEOPLE | ROLE | PRONOUN


def _tells_more(s: Sentence, k: int, at: int) -> bool:
    """Whether an adjective tells more of the people before it: "**farmers** *wary* of the plan left"."""
    tag = s.t.tag
    if at <= s.first or at < k - 1 or tag[k] & (CAPITAL | NOUN):
        return False
    return (bool(tag[at - 1] & _HOLD_VIEWS) and not tag[at - 1] & (DETERMINER | SUBJECT)) or s.t.lower[
        at - 1
    ] == "those"


def _after_adjective(s: Sentence, k: int, frames: Frames, *, apposed: bool) -> Content | None:
    """What the adjective at ``k`` introduces: "confident **that …**", "furious **at …**", "eager **to …**"."""
    t = s.t
    p = skip_adverbs(t, k + 1, s.last)
    if p >= s.last:
        return None
    word = t.lower[p]
    if frames.bits & CLAUSE and not apposed:
        opens = word == "that" or t.tag[p] & SUBJECT or word in WH_WORDS
        if opens or (t.tag[p] & CAPITAL and clause_verb(t, p, s.last)):
            return Content("adjective-then-clause", k + 1, p, clause_end(s, p, k))
    if p + 1 >= s.last:
        return None
    if word in frames.particles:
        return Content("adjective-then-particle", p + 1, p + 1, phrase_content_end(s, p + 1, k))
    if word == "to" and frames.bits & INFINITIVE and is_infinitive(t, p + 1):
        return Content("adjective-then-infinitive", k + 1, p, clause_end(s, p, k))
    return None


def noun_cue(s: Sentence, k: int) -> bool:
    """ "Marr's claim that …", "fears among farmers that …", "criticism of …"."""
    frames = CUE_NOUNS[s.t.lower[k]]
    if frames.bits & RECEIVED and _received(s, k):
        return True
    named, p = _named_behind(s, k, frames)
    if p + 1 >= s.last:
        return False
    return _noun_is_that(s, k, p, frames, named) or _noun_then_content(s, k, p, frames, named)


def _noun_is_that(s: Sentence, k: int, p: int, frames: Frames, named: Range | None) -> bool:
    """ "Marr’s fear is that …", "the question of whether …"."""
    lower, being = s.t.lower, s.t.tag[p] & BE
    if p + 2 >= s.last or not (being or lower[p] == "of"):
        return False
    if lower[p + 1] not in WH_WORDS and not (being and lower[p + 1] == "that"):
        return False
    told_of = _is_known_already(s, k)  # "settled **the** question of whether"
    mention = named or (possessor_of(s, k) if told_of else _holder(s, k, frames))
    rule, end = "noun-is-that" if being else "noun-then-that", clause_end(s, p + 1, k)
    s.add([(p + 1, end)], mention, (k, p + 1), rule, frames.lemma)
    s.taken = end
    return True


def _noun_then_content(s: Sentence, k: int, p: int, frames: Frames, named: Range | None) -> bool:
    """ "Marr’s claim that …", "her promise to …", "criticism of …"."""
    t, word = s.t, s.t.lower[p]
    infinitive = word == "to" and frames.bits & INFINITIVE and is_infinitive(t, p + 1)
    owned = f"{word}+" in frames.particles
    if not infinitive and not owned and word not in frames.particles:
        return False
    if owned and named is None and possessor_of(s, k) is None:
        return False
    if word == "that" and _is_relative_that(s, p):
        return False
    mention = named or _holder(s, k, frames)
    if mention is None and frames.bits & PERSON:
        return False
    if word == "that" or infinitive:
        rule = "noun-then-that" if word == "that" else "noun-then-infinitive"
        found = Content(rule, k + 1, p, clause_end(s, p, k))
    elif named is None and not frames.bits & PERSON and (_is_known_already(s, k) or _tells_insider(s, k)):
        return False
    else:
        found = Content("noun-then-phrase", p + 1, p + 1, phrase_content_end(s, p + 1, k))
    end, own = found.end, not has_verb(t, s.first, k)
    if own or word != "that":
        end = before_predicate(s, found.start, end, allowed=word == "that", sure=not own)
    if found.start >= end:
        return False
    s.add([(found.start, end)], mention, (k, found.cue_end), found.rule, frames.lemma)
    s.taken = end
    return True


_RECEIVES: Final = forms_of(
    "win earn gain get receive have enjoy draw attract garner secure lose face seek meet find command pick court "
    "obtain count retain take collect pull muster score land boast provoke prompt spark ignite sew ring line wrap"
)
"""Verbs whose subject others support, praise or blame: "**won** the support of", "**picked** up praise from"."""
_HOLDERS: Final = frozenset(("of", "from", "among"))


def _received(s: Sentence, k: int) -> bool:
    """ "**Marr** won the support of many farmers": what farmers support."""
    t, lower = s.t, s.t.lower
    if k + 2 >= s.last or lower[k + 1] not in _HOLDERS or t.tag[k + 2] & VERB_ING:
        return False
    end = phrase_end(t, k + 2, s.last)
    whose = _receiver(s, k)
    if whose is None or end == k + 2:
        return False
    s.add([whose], (k + 2, end), (k, k + 1), "stance-received", lower[k])
    s.taken = end
    return True


def _receiver(s: Sentence, k: int) -> Range | None:
    """Who has the stance of others that the noun at ``k`` tells: "**Marr** won the support of"."""
    lower, tag = s.t.lower, s.t.tag
    for i in range(k - 1, max(s.taken, k - 7) - 1, -1):
        if lower[i] in _RECEIVES:
            group = verb_group(s.t, s.taken, i)
            if group.infinitive or group.modal or group.negated:
                return None  # "struggled to win the support of": they do not support him
            subject = subject_of(s, group, i)
            if subject is None or subject[0] < s.taken:
                return None  # "Her claim that **it is safe** drew scorn from"
            return subject[0], subject[1]
        if not tag[i] & WORD or (tag[i] & PREPOSITION and lower[i] != "up"):
            return None
        if (tag[i] & POSSESSIVE and lower[k + 1] == "of") or (tag[i] & VERB_PAST and not is_adjective(s, i)):
            return None
    return None


def _named_behind(s: Sentence, k: int, frames: Frames) -> tuple[Range | None, int]:
    """Who is named behind a noun ("claims **by Marr**, the owner, that …"), and where its content may begin."""
    lower = s.t.lower
    p = k + 1
    if p + 1 >= s.last or lower[p] not in ("by", "from", "among"):
        return None, p
    end = phrase_end(s.t, p + 1, s.last)
    mention = (p + 1, end) if end > p + 1 else None
    if end < s.last and lower[end] == ",":
        closing = next((i for i in range(end + 1, min(end + 20, s.last - 1)) if lower[i] == ","), None)
        if closing and lower[closing + 1] in frames.particles:
            return mention, closing + 1
    return mention, end


def _holder(s: Sentence, k: int, frames: Frames) -> Range | None:
    """Whose claim, plea or view a noun is: its owner, or the subject of the verb that it belongs to."""
    if frames.bits & PERSON:
        return whose_role(s, k)
    owner = possessor_of(s, k)
    if owner is None or s.t.tag[owner[0]] & POSSESSIVE:  # "she repeated her call": rather "she" than "her"
        return (
            subject_of_governing_verb(s, k)
            or owner
            or (None if _opens_clause(s, k) else nearest_speaker(s, k))
        )
    return owner


def _opens_clause(s: Sentence, k: int) -> bool:
    """Whether a noun is the subject of a clause of its own: "Marr left, and *calls* to … grew"."""
    for i in range(k - 1, max(s.first, k - 5), -1):
        what = s.t.tag[i]
        if (not what & WORD and s.t.lower[i] not in INNER_MARKS) or (
            what & (COORDINATOR | SUBORDINATOR | RELATIVE) and not what & PREPOSITION
        ):
            return True
        if what & (PREPOSITION | VERB | AUXILIARY):
            return False
    return False


def _is_known_already(s: Sentence, k: int) -> bool:
    """Whether "the" stands before a noun that only refers to what was told before: "**the** attack on it"."""
    tag = s.t.tag
    for i in range(k - 1, max(s.first, k - 4) - 1, -1):
        if tag[i] & (DETERMINER | POSSESSIVE):
            return s.t.lower[i] == "the"
        if not tag[i] & WORD or tag[i] & (PREPOSITION | AUXILIARY) or s.t.lower[i] in POSSESSIVE_MARKS:
            return False
    return False


_INSIGHTS: Final = frozenset(("knowledge", "understanding", "awareness"))


def _tells_insider(s: Sentence, k: int) -> bool:
    """Whether a noun only tells how somebody knows what he says: "people **with** direct *knowledge* of the talks"."""
    leads = k - 1 if s.t.lower[k - 1] == "with" else k - 2
    return s.t.lower[k] in _INSIGHTS and leads > s.first and s.t.lower[leads] == "with"


def _is_relative_that(s: Sentence, p: int) -> bool:
    """Whether "that" opens a relative clause whose verb says something of the noun: "a claim that he dismissed as"."""
    lower, tag = s.t.lower, s.t.tag
    for i in range(p + 2, min(p + 8, s.last - 1)):
        if tag[i] & CUE and tag[i] & FINITE:
            return lower[i + 1] == "as" or i + 1 >= s.last
        if tag[i] & (AUXILIARY | VERB_PAST) and not tag[i] & CAPITAL:
            return False
    return False


def _match_slots(lower: list[str], p: int, last: int, slots: tuple[frozenset[str], ...]) -> int | None:
    """Where the words of a phrase end, if they stand from ``p`` on (a slot that holds "" may be missing)."""
    for slot in slots:
        if p < last and lower[p] in slot:
            p += 1
        elif "" not in slot:
            return None
    return p
