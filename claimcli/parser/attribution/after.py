"""Attributions whose subject and cue follow their content: "…, she said", "as the mayor noted, …"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    CAPITAL,
    COORDINATOR,
    CUE_VERBS,
    DETERMINER,
    FINITE,
    INSERTED,
    LINK,
    NOUN,
    NOUN_VERB,
    NUMBER,
    OPENS_NOUN,
    PREPOSITION,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    TENSED,
    TIME,
    VERB,
    VERB_BASE,
    VERB_ING,
    VERB_S,
    WORD,
    Frames,
)
from claimcli.parser.attribution.clause_extent import clause_end
from claimcli.parser.attribution.closing import (
    INVERTS,
    JOINTS,
    LEAVES_AFTER,
    SECOND_WORDS,
    close_attribution,
    content_start,
    cue_end_after,
    is_idiom,
    quoted_saying,
    writes_to,
)
from claimcli.parser.attribution.sentence import (
    TELLS,
    Sentence,
    ends_with_pause,
    is_utterance,
    lemma_of,
    opening_of,
)
from claimcli.parser.attribution.verb_or_noun import is_verb
from claimcli.parser.grammar import POSSESSIVE_MARKS, RELATIVE_SUBJECTS, Group, Subject, is_title
from claimcli.parser.text import DASHES, QUOTATION


def subject_then_cue_after(s: Sentence, k: int) -> bool:
    """ "“It is safe,” the mayor said." / "It is safe, the mayor said, and cheap." """
    t, lower = s.t, s.lower
    frames = CUE_VERBS.get(lower[k])
    if not t.tag[k] & (FINITE | VERB_ING) or _goes_on_to_content(s, k, frames):
        return False
    if t.tag[k] & CAPITAL and k > s.first and (s.word(k + 1) in POSSESSIVE_MARKS or not s.title_case()):
        return False  # "City Advocate Ann Marr", "The Arra Post’s Ann Marr"
    behind = s.what(k + 1)
    told = behind & SPEECH and behind & FINITE and not behind & NOUN_VERB
    if t.tag[k] & VERB_BASE and (told or (lower[k] == "state" and behind & WORD and not behind & LINK)):
        return False  # "Arra *state* Sen. Ann Marr", "the *state* department", "the *judge* **wrote**"
    inserts = frames is not None and bool(frames.bits & INSERTED)
    inserts = inserts or (lower[k] in SECOND_WORDS and is_idiom(s, k)) or quoted_saying(s, k) is not None
    end: int | None = None
    if not s.quotes:  # a cheap test first: most cues lead on to their content
        end = cue_end_after(s, k) if inserts else None
        if end is None:
            return False
    group = s.group_of(_habit(s, k))
    if not group.finite or group.negated or group.infinitive or group.passive:
        return False
    subject = s.subject_before(group.start)
    if subject is None or subject[0] <= s.first or lower[subject[0]] in RELATIVE_SUBJECTS:
        return False
    if not _may_speak(s, k, group, subject[0], inserts):
        return False
    if s.quotes:
        end = cue_end_after(s, k)
        if end is None and _ends_utterance(s, subject[0] - 1):
            end = k + 1
    if end is None or _leads_in(s, subject[0], end) or not _close_by_joint(s, k, subject, end):
        return False
    _note_quoted(s, k)
    return True


def _note_quoted(s: Sentence, k: int) -> None:
    """ "“It is safe,” the Courier quoted **Marr** as saying": hers, told by the Courier."""
    told = quoted_saying(s, k)
    if told:
        (whose, said), outer = told, s.found[-1]
        cue = (said, said + 1)
        s.add(list(outer.content), whose, cue, "quoted-as-saying", lemma_of(s.t, said))
        s.found[-1].via = outer


def _habit(s: Sentence, k: int) -> int:
    """Where the finite verb of a habit stands: "As Marr **likes** to say, …", "As Reed **was** fond of saying, …"."""
    leads = tuple(s.lower[max(s.first, k - 2) : k])
    return k - len(leads) - (leads[0] == "fond") if leads in _HABITS and k - 3 > s.first else k


_HABITS: Final = frozenset(
    (("fond", "of"), *((verb, "to") for verb in "like likes liked loves used".split()))
)


def _may_speak(s: Sentence, k: int, group: Group, start: int, inserts: bool) -> bool:
    """Whether a subject at ``start`` says by the verb at ``k`` what stands before it.

    Right behind a quotation any verb of speech tells that; elsewhere only one that may be inserted.
    """
    before = s.tag[group.start - 1]
    if QUOTATION in (s.lower[start - 1], s.lower[start - 2] if start - 2 == s.first else ""):
        speaks = s.tag[k] & SPEECH or s.word(k + 1) == "on"
        return bool(speaks) and not before & DETERMINER
    return inserts and (_habit(s, k) < k or is_verb(s, k, group, before) or _closes_alone(s, k, start))


def _closes_alone(s: Sentence, k: int, start: int) -> bool:
    """Whether nothing but a subject and a form in "s" stands between marks: "…, *the team reports*, …"."""
    parted = s.lower[start - 1] == "," and (k + 1 >= s.last or s.lower[k + 1] == ",")
    sure = s.tag[start] & (CAPITAL | DETERMINER)
    sure |= k + 1 >= s.last and (
        s.ends_bare() or s.tag[k - 1] & CAPITAL
    )  # "…, *research firm Arra Data reports*."
    if not (parted and s.tag[k] & VERB_S and sure):
        return False
    return all(not what & PREPOSITION for what in s.tag[start:k])


def _ends_utterance(s: Sentence, q: int) -> bool:
    """Whether a quotation stands at ``q`` that is surely somebody's words, whatever follows their speaker."""
    if s.lower[q] != QUOTATION or not ends_with_pause(s.t, q):
        return False
    return q == s.first or (is_utterance(s.t, q) and not s.tag[s.first] & (PREPOSITION | SUBORDINATOR))


def _close_by_joint(s: Sentence, k: int, subject: Subject, end: int) -> bool:
    """Add an attribution by what parts it from the content before: a quotation's mark, "as", a comma or dash."""
    t, lower = s.t, s.lower
    start = subject[0]
    joint = lower[start - 1]
    if joint == QUOTATION:
        if t.tag[start] & VERB_ING:
            return False  # "“Stay there,” drawing loud jeers"
        within = not ends_with_pause(t, start - 1)
        bare = not t.tag[start] & (CAPITAL | OPENS_NOUN | SUBJECT) and not t.tag[k] & VERB_S
        if within and ((bare and t.tag[k] & NOUN_VERB) or lower[k - 1] in POSSESSIVE_MARKS):
            return False  # "Union rejects “insulting” pay offer", "“time to answer” the bank’s *request*"
        return close_attribution(s, start, k, subject, end, "quote-then-cue")
    if joint == "as":
        return _as_clause(s, k, subject, end)
    if joint == ":" and start - 2 == s.first and lower[s.first] == QUOTATION and s.ends_bare():
        # "“It is late”: pilot tells court"
        return close_attribution(s, start - 1, k, subject, end, "quote-then-cue")
    if (
        joint not in JOINTS
        or start - 2 < s.first
        or (joint == ";" and s.word(k + 1) == "to" and s.ends_bare())
    ):
        return False  # "Arra taxes steel; Holt vows to act"
    following = s.word(end)
    parted = following in ("", joint, ";", QUOTATION) or following in DASHES
    parted |= following in LEAVES_AFTER and lemma_of(t, k) in INVERTS
    clause = s.is_clause(s.first, start - 1) or _closes_two_clauses(s, start - 1)
    if (
        not parted
        or not (following == joint or clause)
        or (not clause and _is_main_clause(s, start - 1, end))
    ):
        return False
    return close_attribution(s, start - 1, k, subject, end, "content-then-cue")


def _is_main_clause(s: Sentence, comma: int, end: int) -> bool:
    """Whether a subject and a verb between commas, ``end`` the second, say all behind what only tells when or where.

    "After the vote, **Marr agreed**, telling them so", "On Monday, **Marr explained**, and the court rose".
    """
    then = end + 1 + bool(s.what(end + 1) & COORDINATOR)
    what = s.what(then)
    joined = bool(what & (SUBJECT | OPENS_NOUN | CAPITAL))
    goes_on = joined if then > end + 1 else what & (VERB_ING | NOUN | CAPITAL) == VERB_ING
    return goes_on and bool(s.tag[s.first] & PREPOSITION) and not s.has_verb(s.first, comma)


def _closes_two_clauses(s: Sentence, comma: int) -> bool:
    """Whether a main clause stands behind one that leads in, with no comma: "After he left she cried"."""
    verbs = [i for i in range(s.first, comma) if s.tag[i] & TENSED]
    return len(verbs) > 1 and s.t.holds(SUBJECT, verbs[0] + 1, verbs[-1])


def _leads_in(s: Sentence, start: int, end: int) -> bool:
    """Whether the attribution from ``start`` to ``end`` leads in to a quotation rather than closing what is before it.

    "The crowd booed, and a man yelled “Stay there!”", "In a letter, he replied, “It was fine.”"
    """
    t, lower = s.t, s.lower
    q = end + 1 if end < s.last and (lower[end] in JOINTS or lower[end] == ":") else end
    if q >= s.last or lower[q] != QUOTATION:
        return False
    opening, front = t.tag[s.first], start if lower[start - 1] == QUOTATION else start - 1
    titled = (
        opening & PREPOSITION and front == s.first + 2 and is_title(t, front - 1)
    )  # "On “Arra Live,” she said"
    quoted = lower[front - 1] == QUOTATION and not titled
    if lower[s.first] in ("if", "unless", "because") and opening_of(t, q)[:1].islower():
        return False  # "If it rains, he said, “we will leave.”", but "When asked, he said, …"
    if opening & (LINK | VERB) and not quoted:
        return True  # "**In a letter**, he replied, “It was fine.”": a phrase that only leads in
    if front == s.first + 1:
        return bool(opening & ADVERB)  # "Later, he replied, …"
    if not is_utterance(t, q) or lower[s.first] == QUOTATION:
        return False
    if opening & SUBORDINATOR or (q == end and not quoted):
        return True
    return not s.has_verb(s.first, front) and QUOTATION not in lower[s.first : front]


def _goes_on_to_content(s: Sentence, k: int, frames: Frames | None) -> bool:
    """Whether a verb plainly goes on to what it reports ("said that …", "criticized the …"): a quick look."""
    if k + 1 >= s.last or (frames is not None and frames.lemma in TELLS):
        return False
    if writes_to(s, k) or quoted_saying(s, k) is not None:
        return False
    following, what = s.lower[k + 1], s.tag[k + 1]
    if what & (OPENS_NOUN | SUBJECT) or following in ("that", "whether"):
        return following != "it" or not is_idiom(s, k)
    return bool(what & WORD) and not s.quotes and not what & _MAY_CLOSE and following not in _MAY_CLOSE_WORDS


_MAY_CLOSE: Final = LINK | ADVERB | TIME | NUMBER | VERB_ING
_MAY_CLOSE_WORDS: Final = frozenset("out back next late early earlier".split())
"""What may follow a verb of saying that has its content before it: "…, she said **on** Monday"."""


def _as_clause(s: Sentence, k: int, subject: Subject, end: int) -> bool:
    """ "As the mayor noted, it is safe" / "It is safe, as the mayor noted"."""
    at = subject[0] - 1
    cue = (k, k + 1 + is_idiom(s, k))
    lemma = lemma_of(s.t, k)
    before = at - (s.lower[at - 1] == ",")
    # "It may fall because, as Marr notes, **it is old**"
    joins = before < at and s.tag[before - 1] & (SUBORDINATOR | COORDINATOR)
    if end + 2 < s.last and s.lower[end] == "," and (joins or not s.has_verb(s.first, at)):
        stop = clause_end(s, end + 1, end + 1)
        return s.add([(end + 1, stop)], subject, cue, "as-clause-then-content", lemma)
    parted = before < at or s.lower[s.first : at] == [QUOTATION]  # "“It is a sieve,” as one angler put it"
    if s.first < before and parted and end >= s.last:
        s.add([(content_start(s, before), before)], subject, cue, "content-then-as-clause", lemma)
        s.taken = end
        return True
    return False
