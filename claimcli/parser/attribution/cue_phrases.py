"""Phrases as cues: "she *made it clear* that …", "he *distanced himself* from …"."""

from __future__ import annotations

from claimcli.lexicon import (
    CAPITAL,
    CLAUSE,
    COORDINATOR,
    CUE_PHRASES,
    PHRASE_OPENERS,
    PREPOSITION,
    SPEECH,
    TENSED,
    WORD,
)
from claimcli.parser.attribution.after_comma import behind_aside
from claimcli.parser.attribution.clause_extent import clause_end, end_of_quote
from claimcli.parser.attribution.clause_start import clause_after_phrase, opener_at
from claimcli.parser.attribution.phrase_extent import phrase_content_end
from claimcli.parser.attribution.sentence import Range, Sentence
from claimcli.parser.attribution.subjects import subject_of
from claimcli.parser.grammar import ANY_ADJECTIVE, ARTICLES
from claimcli.parser.text import QUOTATION


def phrase_cue(s: Sentence, k: int) -> bool:
    """ "She made it clear that …", "he distanced himself from …"."""
    t, lower = s.t, s.lower
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
    group = s.group_of(k, s.taken)
    if group.passive or group.negated:
        return False
    q = s.after_adverbs(p)
    if s.word(q) == "," and opener_at(s, behind_aside(s, q)) == "that-clause":
        q = behind_aside(s, q)  # "made it clear, however, that …"
    content = _after_phrase(s, k, q, phrase.frame == CLAUSE) if q < s.last else None
    if content is None:
        return False
    subject = subject_of(s, group, k)
    if subject and lower[subject[0]] in ("no", "nobody"):
        return False  # "**No one** took credit for it"
    s.add([content], subject, (k, p), "phrase-then-content", phrase.lemma)
    if subject and group.finite:
        s.subject = subject
    return True


def _match_slots(lower: list[str], p: int, last: int, slots: tuple[frozenset[str], ...]) -> int | None:
    """Where the words of a phrase end, if they stand from ``p`` on (a slot that holds "" may be missing)."""
    for slot in slots:
        if p < last and lower[p] in slot:
            p += 1
        elif "" not in slot:
            return None
    return p


def _after_phrase(s: Sentence, k: int, q: int, clause: bool) -> Range | None:
    """What the cue at ``k`` introduces at ``q``, a clause or a phrase: "made it clear **that it is safe**"."""
    lower, what = s.lower, s.tag[q]
    if not clause:
        opens = (what & WORD and not what & (PREPOSITION | COORDINATOR)) or lower[q] == QUOTATION
        return (q, phrase_content_end(s, q, k)) if opens else None
    # "made it clear **Marr** would go"
    bare = (what & CAPITAL or lower[q] in ARTICLES) and not s.tag[q - 1] & SPEECH
    if opener_at(s, q) or (bare and s.what(s.phrase_end(q)) & TENSED):
        return q, clause_end(s, q, k)
    if s.word(q + 1) == QUOTATION:
        return q + 1, end_of_quote(s, q + 1)
    found = clause_after_phrase(s, q) if lower[q] == "to" else None
    return (found[1], clause_end(s, found[1], k)) if found else None
