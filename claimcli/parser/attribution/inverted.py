"""Attributions whose cue comes before its subject: "…, said Anna Marr", "Said Anna Marr: …"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    AUXILIARY,
    CAPITAL,
    CUE_VERBS,
    FINITE,
    INFLECTED,
    INSERTED,
    OPENS_NOUN,
    PLURAL,
    PREPOSITION,
    SOURCE,
    SPEECH,
    TENSED,
    TIME,
    VERB_BASE,
    VERB_S,
)
from claimcli.parser.attribution.after_comma import ASIDE
from claimcli.parser.attribution.closing import INVERTS, close_attribution
from claimcli.parser.attribution.finite_subjects import may_speak
from claimcli.parser.attribution.sentence import TELLS, WH_WORDS, Sentence, ends_with_pause, lemma_of
from claimcli.parser.grammar import (
    apposition_end,
    name_behind,
    opens_count,
    phrase_end,
    phrase_with_participle_end,
)
from claimcli.parser.text import CLOSED_BY, INSERTING, QUOTATION

_INVERTED_AFTER: Final = INSERTING | {QUOTATION}
_AFTER_SUBJECT: Final = frozenset({"who", ";", *CLOSED_BY})


def cue_then_subject_after(s: Sentence, k: int) -> bool:
    """ "“It is safe,” said Anna Marr, 54, a baker.", "“It is not,” shot *back* Reed." """
    t, lower = s.t, s.lower
    back = s.word(k + 1) == "back" and lower[k - 1] == QUOTATION and lower[k] in CUE_VERBS
    if k < s.first + 1 + (lower[k - 1] != QUOTATION) or lower[k - 1] not in _INVERTED_AFTER:
        return False
    if not (t.tag[k] & SPEECH or back) or not (t.tag[k] & INFLECTED or _closes_headline(s, k)):
        return False
    p = k + 1 + back
    content_end = k if lower[k - 1] == QUOTATION else k - 1
    quoted = s.word(content_end - 1) == QUOTATION
    if not _may_invert(s, k, content_end, quoted):
        return False
    end = _inverted_subject_end(s, p, quoted)
    if end is None:
        return False
    if not quoted and lemma_of(t, k) != "say" and not may_speak(s, (p, end, end)):
        return False
    whole = _parts_subject(s, k) or apposition_end(t, end, s.last)
    rule = "quote-then-inverted-cue" if quoted else "content-then-inverted-cue"
    close_attribution(s, content_end, k, (p, whole, end), whole, rule)
    if s.taken == whole:
        s.taken = end  # an apposition may hold a cue of its own: ", who also said …"
    return True


def _may_invert(s: Sentence, k: int, content_end: int, quoted: bool) -> bool:
    """Whether what stands before a verb can be what it reports, rather than its subject."""
    frames = CUE_VERBS[s.lower[k]]
    inserted = bool(frames.bits & INSERTED)
    if inserted and not quoted and _closes_headline(s, k):
        return True
    if quoted and name_behind(s.t, s.first, content_end - 2):
        return False  # "The group, called “Save the Port,” *urged* the council to"
    if quoted:
        # not "A guard with the alias “Ace” told police"
        parted = s.lower[k - 1] != QUOTATION or content_end - 1 == s.first
        return (inserted and parted) or ends_with_pause(s.t, content_end - 1)
    if s.title_case():
        return inserted
    if not inserted or frames.lemma in TELLS:
        return False
    subject = s.subject_before(k)
    if frames.lemma not in INVERTS:
        # "It will rain, *predicted* **Marr**", not "The mayor, a baker, warned Marr"
        return subject is None and _closes(s, k)
    if subject and subject[0] <= s.first + 2:
        return _is_answer(s, k)  # not "Anna Marr, a baker, said …"
    if subject is None and _parts_subject(s, k):
        return True
    return s.is_clause(s.first, content_end) or _is_answer(s, k)


def _closes_headline(s: Sentence, k: int) -> bool:
    """Whether who speaks stands behind a verb at ``k`` and closes a headline: "Pier to close, *say* **anglers**".

    Many who *say* so close any sentence.
    """
    head = s.head_of(k + 1, s.last)
    who = s.what(head) & (SOURCE if k + 2 < s.last else SOURCE | CAPITAL)
    present = s.tag[k] & (VERB_S | VERB_BASE) and s.lower[k - 1] == "," and s.lower[k] != "state"
    heads = (not s.number and s.ends_bare()) or (s.lower[k] == "say" and s.what(head) & PLURAL)
    return bool(present and who and heads) and s.phrase_end(k + 1) >= s.last


def _is_answer(s: Sentence, k: int) -> bool:
    """Whether nothing but a name closes the sentence: "The banks, *said* **Arthur Penn, an economist**." """
    return _closes(s, k) and not s.has_verb(k + 1, s.last)


def _closes(s: Sentence, k: int) -> bool:
    """Whether a name follows a verb and closes the sentence, with what tells more of it."""
    named = s.what(k + 1) & (CAPITAL | TIME) == CAPITAL
    return named and apposition_end(s.t, s.phrase_end(k + 1), s.last) >= s.last


def _parts_subject(s: Sentence, k: int) -> int:
    """Where an attribution at ``k`` ends that parts a subject from its verb: "The snag, says Marr, | is that"; 0."""
    t, lower = s.t, s.lower
    named = s.what(k + 1) & (CAPITAL | OPENS_NOUN)
    if lower[k - 1] != "," or not named or s.has_verb(s.first, k):
        return 0
    for i in range(k + 2, min(k + ASIDE, s.last - 1)):
        what = t.tag[i + 1]
        if lower[i] == "," and what & TENSED:
            return i
    return 0


_NO_SUBJECT: Final = WH_WORDS | {"nothing", "that", "to", "it"}


def _inverted_subject_end(s: Sentence, p: int, quoted: bool) -> int | None:
    """The end of the subject that stands at ``p`` behind its verb, None where no subject does."""
    if p >= s.last or s.lower[p] in _NO_SUBJECT:
        return None
    if s.tag[p] & PREPOSITION and not opens_count(s.t, p):
        return None  # "Marr, who called it “a scam,” said *at a rally* that …", but "said about 40 bakers"
    end = (phrase_with_participle_end if quoted else phrase_end)(s.t, p, s.last)
    if end == p or s.t.holds(AUXILIARY, p, end):
        return None
    # no verb behind it, but where nothing else can own it: "“It is late,” said an aide working on House | races"
    verbs = AUXILIARY if quoted and s.lower[s.first] == QUOTATION else AUXILIARY | FINITE
    if end < s.last and (s.tag[end] & verbs or not (quoted or s.lower[end] in _AFTER_SUBJECT)):
        return None
    return end


def cue_then_subject_then_quotation(s: Sentence, k: int) -> bool:
    """ "Said Dorothy Marr, a neighbor: “We were proud.”" """
    t, lower = s.t, s.lower
    if k != s.first and (k - s.first > 5 or lower[k - 1] != ","):
        return False
    if lemma_of(t, k) not in INVERTS - TELLS or not t.tag[k] & INFLECTED:
        return False
    end = _inverted_subject_end(s, k + 1, quoted=True)
    if end is None or QUOTATION not in lower[k : min(end + 30, s.last)]:
        return False
    quotation = lower.index(QUOTATION, k)
    if quotation <= end or lower[quotation - 1] not in (",", ":"):
        return False
    if t.holds(SPEECH, end, quotation):
        return False  # "Asked about it, she said: …"
    piece = (quotation, quotation + 1)
    whose = k + 1, quotation - 1, end
    return s.add([piece], whose, (k, k + 1), "inverted-cue-then-quotation", lemma_of(t, k))
