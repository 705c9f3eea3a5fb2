"""What a verb introduces: a clause or quotation, an infinitive, somebody spoken to, a phrase."""

from __future__ import annotations

from claimcli.lexicon import (
    ADDRESSEE,
    ADVERB,
    AS_OBJECT,
    AUXILIARY,
    BE,
    CAPITAL,
    CLAUSE,
    COORDINATOR,
    CUE_NOUN,
    CUE_VERBS,
    DETERMINER,
    FINITE,
    Frames,
    GERUND,
    INFINITIVE,
    NOUN,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    VERB_BASE,
    VERB_ING,
    VERB_PAST,
    VERB_S,
    WH,
    WORD,
)
from claimcli.parser.attribution.extent import clause_end, end_of_quote, phrase_content_end
from claimcli.parser.attribution.sentence import Sentence, TELLS
from claimcli.parser.grammar import clause_verb, is_infinitive, noun_phrase_before, skip_adverbs
from claimcli.parser.text import QUOTATION


def content_after(s: Sentence, k: int, frames: Frames) -> tuple[str, int, int, int] | None:
    """What the cue at ``k`` introduces: (rule, end of the cue, start and end of the content)."""
    t, lower, tag = s.t, s.t.lower, s.t.tag
    last = s.last
    bits = frames.bits
    p = skip_adverbs(t, k + 1, last)
    if p < last and lower[p - 1] == "not" and lower[p] == "to":
        p -= 1
    if p >= last:
        return None
    word, what = lower[p], tag[p]
    if word == "to" and bits & INFINITIVE and p + 1 < last and lower[p + 1] == QUOTATION:
        return "infinitive", k + 1, p, clause_end(s, p, k)
    if (
        bits & ADDRESSEE
        and frames.lemma in TELLS
        and what & WORD
        and not what & (PREPOSITION | WH | AUXILIARY)
        and word != "that"
    ):
        found = _after_addressee(s, p)
        if found is not None and found[0] != "infinitive":
            rule, start = found
            end = end_of_quote(s, start) if rule == "quotation" else clause_end(s, start, k)
            return "addressee-" + rule, k + 1, start, end
    if bits & (CLAUSE | THAT) and not (
        word in frames.particles and word != "that" and p + 1 < last and word != "to"
    ):
        found = clause_start(s, k, p)
        if found is not None and (bits & CLAUSE or found[0] in ("that-clause", "quotation")):
            rule, start = found
            if rule == "quotation":
                return rule, k + 1, start, end_of_quote(s, start)
            return rule, k + 1, start, clause_end(s, start, k)
    if word == "not" and p + 1 < last and lower[p + 1] == "to" and bits & INFINITIVE:
        return "infinitive", k + 1, p, clause_end(s, p, k)
    if word == "to" and bits & INFINITIVE and p + 1 < last and is_infinitive(t, p + 1):
        q = p + 1
        if tag[q] & SPEECH and tag[q] & VERB_BASE:
            inner = content_after(s, q, CUE_VERBS[lower[q]])
            if inner:
                return "infinitive", inner[1], inner[2], inner[3]
        return "infinitive", k + 1, p, clause_end(s, p, k)
    if bits & INFINITIVE and what & PREPOSITION and word not in frames.particles:
        to = _infinitive_after_phrase(s, p)
        if to is not None:
            return "infinitive", k + 1, to, clause_end(s, to, k)
    if bits & ADDRESSEE and what & WORD and not what & (PREPOSITION | SUBORDINATOR | AUXILIARY):
        found = _after_addressee(s, p)
        if found is not None:
            rule, start = found
            end = end_of_quote(s, start) if rule == "quotation" else clause_end(s, start, k)
            if rule == "infinitive" and frames.lemma != "tell":
                start = p  # "urged the judge to go": the content tells who is to act
            return "addressee-" + rule, k + 1, start, end
    if word in frames.particles:
        if p + 1 < last and (tag[p + 1] & WORD or lower[p + 1] == QUOTATION):
            start = p + 1
            return "particle", p + 1, start, phrase_content_end(s, start, k)
    if bits & AS_OBJECT and (
        what & WORD and not what & (PREPOSITION | SUBORDINATOR | COORDINATOR | AUXILIARY) or word == QUOTATION
    ):
        if what & ADVERB and not what & DETERMINER:
            return None
        return "object", k + 1, p, phrase_content_end(s, p, k)
    if bits & GERUND and what & VERB_ING:
        return "gerund", k + 1, p, clause_end(s, p, k)
    return None


def _infinitive_after_phrase(s: Sentence, p: int) -> int | None:
    """ "promised at a rally on Sunday to end …": where "to" stands."""
    lower, tag = s.t.lower, s.t.tag
    for i in range(p + 1, min(p + 12, s.last - 1)):
        if lower[i] == "to" and tag[i + 1] & VERB_BASE:
            return i
        if (
            not tag[i] & WORD
            and lower[i] != QUOTATION
            or tag[i] & (AUXILIARY | VERB_PAST | VERB_ING)
            and not tag[i] & CAPITAL
        ):
            return None
    return None


def clause_start(s: Sentence, k: int, p: int) -> tuple[str, int] | None:
    """Where the clause or quotation that a verb of saying introduces begins."""
    t, lower, tag = s.t, s.t.lower, s.t.tag
    last = s.last
    word, what = lower[p], tag[p]
    if word == QUOTATION:
        return "quotation", p
    if word in (",", ":", "—", "–", "--", "-") and p + 1 < last:
        if lower[p + 1] == QUOTATION:
            return "quotation", p + 1
        if word == ":":
            return "colon", p + 1
        if word == ",":
            return _clause_after_insertion(s, p)
        return None
    if word == "that":
        return None if _points_at_noun(s, k, p) else ("that-clause", p)
    if what & WH and not what & PREPOSITION:
        return "wh-clause", p
    if what & SUBJECT:
        return "clause", p
    if what & PREPOSITION or word == "to":
        return clause_after_phrase(s, p)
    if (
        what & WORD
        and not what & (AUXILIARY | COORDINATOR)
        and (CUE_VERBS[lower[k]].lemma == "say" or clause_verb(t, p, last))
    ):
        return "clause", p
    return None


def _points_at_noun(s: Sentence, k: int, p: int) -> bool:
    """Whether "that" points at a noun ("echoed that promise") instead of opening a clause."""
    lower, tag = s.t.lower, s.t.tag
    if (
        not CUE_VERBS[lower[k]].bits & AS_OBJECT
        or p + 1 >= s.last
        or tag[p + 1] & (SUBJECT | DETERMINER | POSSESSIVE | AUXILIARY | CAPITAL)
    ):
        return False
    return (
        p + 2 >= s.last
        or lower[p + 2] in (",", ".")
        or bool(tag[p + 1] & (NOUN | CUE_NOUN) and tag[p + 2] & PREPOSITION)
    )


def _clause_after_insertion(s: Sentence, p: int) -> tuple[str, int] | None:
    """ "said, in a nod to the past, that …"; "said Tuesday, “…”"."""
    t, lower = s.t, s.t.lower
    for i in range(p + 1, min(p + 16, s.last)):
        if lower[i] == ",":
            if i + 1 < s.last and lower[i + 1] in ("that", QUOTATION):
                return ("quotation" if lower[i + 1] == QUOTATION else "that-clause"), i + 1
            return None
        if t.tag[i] & AUXILIARY:
            return None
    return None


def clause_after_phrase(s: Sentence, p: int) -> tuple[str, int] | None:
    """ "said in an interview on Tuesday that …", "said to reporters he …"."""
    lower, tag = s.t.lower, s.t.tag
    last = s.last
    limit = min(p + 22, last)
    for i in range(p + 1, limit):
        word, what = lower[i], tag[i]
        if word == "that" and not (i + 1 < last and tag[i + 1] & TIME):
            return "that-clause", i
        if word in ("whether", "if", "how", "why"):
            return "wh-clause", i
        if word == QUOTATION:
            if lower[i - 1] in (",", ":"):
                return "quotation", i
            continue
        if (
            what & SUBJECT
            and not what & (DETERMINER | POSSESSIVE)
            and not tag[i - 1] & PREPOSITION
            and word != "you"
        ):
            return "clause", i
        if what & AUXILIARY or what & (VERB_PAST | VERB_S) and not what & (NOUN | CAPITAL | VERB_BASE):
            return _clause_before_verb(s, p, i)
        if word in (";", ":"):
            return ("quotation", i + 1) if i + 1 < last and lower[i + 1] == QUOTATION else None
    return None


def _clause_before_verb(s: Sentence, p: int, verb: int) -> tuple[str, int] | None:
    """The clause whose finite verb stands at ``verb``, after a phrase that opens at ``p``."""
    phrase = noun_phrase_before(s.t, p + 1, verb)
    if phrase is None:
        return None
    start = phrase[0]
    tag, lower = s.t.tag, s.t.lower
    for i in range(verb - 1, p + 1, -1):
        if (
            tag[i] & (DETERMINER | POSSESSIVE)
            and tag[i - 1] & WORD
            and not tag[i - 1] & (PREPOSITION | DETERMINER)
        ):
            start = i
            break
        if lower[i] == ",":
            start = i + 1
            break
    return ("clause", start) if start > p + 1 else None


def _after_addressee(s: Sentence, p: int) -> tuple[str, int] | None:
    """Where the content begins after somebody spoken to: "told reporters on Tuesday that …"."""
    lower, tag = s.t.lower, s.t.tag
    last = s.last
    if tag[p] & (SUBJECT | WH) and not tag[p] & OBJECT and not tag[p] & POSSESSIVE:
        return None
    if tag[p] & OBJECT and tag[p] & SUBJECT and p + 1 < last and tag[p + 1] & (AUXILIARY | FINITE):
        return None  # "told it was late": "it" is the clause's subject
    for i in range(p + 1, min(p + 25, last)):
        word, what = lower[i], tag[i]
        if word == "that":
            return "that-clause", i
        if word == "to":
            if i + 1 < last and tag[i + 1] & (VERB_BASE | ADVERB | BE):
                return "infinitive", i
            continue
        if word == "not" and i + 1 < last and lower[i + 1] == "to":
            return "infinitive", i
        if word == QUOTATION:
            return ("quotation", i) if lower[i - 1] in (",", ":") or tag[i - 1] & WORD else None
        if word == ":":
            return "colon", i + 1
        if (
            what & WH
            and not what & (PREPOSITION | SUBORDINATOR)
            or word in ("how", "why", "what", "whether", "if")
        ):
            return "wh-clause", i
        if what & SUBJECT and not what & (DETERMINER | POSSESSIVE) and not tag[i - 1] & PREPOSITION:
            return "clause", i
        if what & AUXILIARY or what & VERB_PAST and not what & (NOUN | CAPITAL):
            found = _clause_before_verb(s, p - 1, i)
            return found if found and found[1] > p else None
        if word in (";",) or word == "," and not (i + 1 < last and lower[i + 1] == QUOTATION):
            return None
    return None
