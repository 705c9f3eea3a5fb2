"""Attributions that follow their content or stand inside it: "…, she said", "…, according to the mayor, …"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    CUE,
    CUE_VERBS,
    DETERMINER,
    FINITE,
    INSERTED,
    NOUN,
    NUMBER,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    ROLE,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    VERB,
    VERB_BASE,
    VERB_ING,
    VERB_PAST,
    VERB_S,
    WORD,
)
from claimcli.parser.attribution.extent import clause_end, end_of_quote
from claimcli.parser.attribution.quoted import is_utterance
from claimcli.parser.attribution.sentence import (
    TELLS,
    WH_WORDS,
    Range,
    Sentence,
    Subject,
    ends_with_pause,
    lemma_of,
)
from claimcli.parser.attribution.verbs import is_verb
from claimcli.parser.grammar import (
    POSSESSIVE_MARKS,
    Group,
    apposition_end,
    clause_verb,
    has_verb,
    phrase_end,
    skip_adverbs,
    subject_before,
    verb_group,
)
from claimcli.parser.text import DASHES, QUOTATION

_INVERTS: Final = frozenset(
    "say add write note explain reply ask recall argue report continue declare tweet tell observe".split()
)

_INSERTING: Final = DASHES | {","}
"""What parts an inserted attribution from its content on both sides."""
_JOINTS: Final = _INSERTING | {";"}
_INVERTED_AFTER: Final = _INSERTING | {QUOTATION}
_AFTER_SUBJECT: Final = _INSERTING | {"(", "who", QUOTATION}
_CLOSES_CUE: Final = _JOINTS | {":", QUOTATION, "(", "."}
_LEAVES_AFTER: Final = frozenset("as when while before after because".split())
_GOES_ON_AFTER: Final = _LEAVES_AFTER | {"and"}
"""What may follow a closing attribution: a mark, or a word that leads on to something else."""
_NO_CONTENT: Final = PREPOSITION | SUBORDINATOR | VERB | COORDINATOR
"""What opens a phrase that only leads in to a quotation, rather than what somebody says."""


def according_to(s: Sentence, k: int) -> bool:
    """ "The bridge is safe, according to the mayor." """
    t, lower, tag = s.t, s.t.lower, s.t.tag
    if k + 2 >= s.last or lower[k + 1] != "to":
        return False
    end = phrase_end(t, k + 2, s.last)
    if end == k + 2:
        return False
    whole = _described_end(s, end)
    before = k - 1 if k > s.first and lower[k - 1] in _INSERTING else k
    goes_on = whole + 1 < s.last and lower[whole] == ","
    inserted = before < k and goes_on and tag[whole + 1] & (AUXILIARY | FINITE)
    if k == s.first or not (inserted or has_verb(t, s.first, before) or QUOTATION in lower[s.first : before]):
        return _according_to_before(s, k, end)
    content = [(content_start(s, s.first, before), before)]
    s.taken = whole
    if goes_on:
        content.append((whole + 1, s.last))
        s.taken = s.last
    s.add(content, (k + 2, whole), (k, k + 2), "content-according-to", "according", (k + 2, end))
    return True


_TELLS_MORE: Final = frozenset("who which whose whom including".split())
_NO_DESCRIPTION: Final = frozenset("most least first only same".split())


def _described_end(s: Sentence, end: int) -> int:
    """Where a source ends with what tells more of it behind a comma at ``end``.

    "according to Ann Marr**, a baker**", "her lawyer**, Ann Marr**", "Marr**, who left**, but …"; ``end``, where the
    content goes on: "according to the mayor, but …".
    """
    t, lower, tag = s.t, s.t.lower, s.t.tag
    a = end + 1
    if a >= s.last or lower[end] != ",":
        return end
    stop = next((i for i in range(a, s.last) if lower[i] in _INSERTING), s.last)
    phrase = next((i for i in range(a, stop) if lower[i] in _TELLS_MORE), stop)
    if phrase > a and (has_verb(t, a, phrase) or not _describes(s, end, a, stop)):
        return end
    if lower[stop + 1 : stop + 2] and lower[stop + 1] in _TELLS_MORE:
        return _described_end(s, stop)
    more = stop < s.last and (tag[stop + 1] & VERB_ING or has_verb(t, stop, s.last))
    return stop if more else s.last


def _describes(s: Sentence, end: int, a: int, stop: int) -> bool:
    """Whether a phrase says who the source is that ends at ``end``: a name by its office, an office by its name."""
    lower, tag = s.t.lower, s.t.tag
    if not tag[end - 1] & CAPITAL:
        return bool(tag[end - 1] & ROLE) and all(what & CAPITAL or not what for what in tag[a:stop])
    if tag[a] & (DETERMINER | POSSESSIVE):
        return a + 1 < stop and lower[a + 1] not in _NO_DESCRIPTION and not lower[a + 1].endswith("est")
    return not POSSESSIVE_MARKS.isdisjoint(lower[a:stop])


def _according_to_before(s: Sentence, k: int, end: int) -> bool:
    """ "According to the mayor of the town, the bridge is safe.": the phrase ends by ``end``, or with its comma."""
    t, lower = s.t, s.t.lower
    comma = next((i for i in range(end, min(end + 20, s.last)) if lower[i] == ","), end)
    if t.tag[comma - 1] & TIME or not has_verb(t, end, comma):
        end = comma
    whole = _described_end(s, end)
    whole = whole if whole < s.last else end
    start = whole + 1 if whole < s.last and lower[whole] == "," else whole
    if start >= s.last:
        return False
    s.add([(start, s.last)], (k + 2, whole), (k, k + 2), "according-to", "according", (k + 2, end))
    s.taken = s.last
    return True


def as_told_by(s: Sentence, k: int) -> bool:
    """ "As first reported by the Post, the bridge is safe." """
    lower = s.t.lower
    if lower[s.first] != "as" or k + 2 >= s.last or lower[k + 1] != "by":
        return False
    if verb_group(s.t, s.first, k).start != s.first + 1:
        return False
    end = phrase_end(s.t, k + 2, s.last)
    return end > k + 2 and _according_to_before(s, k, end)


def retold(s: Sentence) -> None:
    """ "“It is safe,” Marr said, according to the Post": what Marr said, told by the Post."""
    t, lower = s.t, s.t.lower
    inner, comma = s.found[-1], s.taken
    if lower[comma : comma + 3] != [",", "according", "to"] or QUOTATION not in lower[s.first : comma]:
        return
    end = phrase_end(t, comma + 3, s.last)
    if end == comma + 3:
        return
    content = (inner.content[0][0], comma)
    s.add([content], (comma + 3, end), (comma + 1, comma + 3), "content-according-to", "according")
    inner.via = s.found.pop()
    s.found.insert(len(s.found) - 1, inner.via)
    s.taken = end


def subject_then_cue_after(s: Sentence, k: int) -> bool:
    """ "“It is safe,” the mayor said." / "It is safe, the mayor said, and cheap." """
    t, lower = s.t, s.t.lower
    if not t.tag[k] & (FINITE | VERB_ING) or _goes_on_to_content(s, k):
        return False
    if t.tag[k] & CAPITAL and k > s.first and (_is_owner(s, k) or not s.title_case()):
        return False  # "City Advocate Ann Marr", "The Arra Post’s Ann Marr"
    frames = CUE_VERBS.get(lower[k])
    inserts = frames is not None and bool(frames.bits & INSERTED)
    if not s.quotes and (not inserts or _cue_end_after(s, k) is None):
        return False
    group = verb_group(t, s.first, k)
    if not group.finite or group.negated or group.infinitive or group.passive:
        return False
    subject = subject_before(t, s.first, group.start)
    if subject is None or subject[0] <= s.first or lower[subject[0]] in ("who", "which", "that"):
        return False
    if not _may_speak(s, k, group, subject[0], inserts):
        return False
    end = _cue_end_after(s, k)
    if end is None and _ends_utterance(s, subject[0] - 1):
        end = k + 1
    if end is None or _leads_in(s, subject[0], end):
        return False
    return _close_by_joint(s, k, subject, end)


def _is_owner(s: Sentence, k: int) -> bool:
    """Whether the mark of an owner follows a word: "The Arra *Post*’s Ann Marr"."""
    return k + 1 < s.last and s.t.lower[k + 1] in POSSESSIVE_MARKS


def _may_speak(s: Sentence, k: int, group: Group, start: int, inserts: bool) -> bool:
    """Whether a subject at ``start`` says by the verb at ``k`` what stands before it.

    Right behind a quotation any verb of speech tells that; elsewhere only one that may be inserted.
    """
    t, lower = s.t, s.t.lower
    before = t.tag[group.start - 1]
    if QUOTATION in (lower[start - 1], lower[start - 2] if start - 2 == s.first else ""):
        goes_on = k + 1 < s.last and lower[k + 1] == "on"
        speaks = bool(t.tag[k] & SPEECH) or goes_on
        return speaks and not (before & DETERMINER and not before & PRONOUN)
    return inserts and is_verb(s, k, group, before)


def _ends_utterance(s: Sentence, q: int) -> bool:
    """Whether a quotation stands at ``q`` that is surely somebody's words, whatever follows their speaker."""
    t = s.t
    if t.lower[q] != QUOTATION or not ends_with_pause(t, q):
        return False
    return q == s.first or (is_utterance(t, q) and not t.tag[s.first] & (PREPOSITION | SUBORDINATOR))


def _close_by_joint(s: Sentence, k: int, subject: Subject, end: int) -> bool:
    """Add an attribution by what parts it from the content before: a quotation's mark, "as", a comma or dash."""
    t, lower = s.t, s.t.lower
    start = subject[0]
    joint = lower[start - 1]
    if joint == QUOTATION:
        if t.tag[start] & VERB_ING:
            return False  # "“Stay there,” drawing loud jeers"
        return _close_attribution(s, start, k, subject, end, "quote-then-cue")
    if joint == "as":
        return _as_clause(s, k, subject, end)
    if joint not in _JOINTS or start - 2 < s.first:
        return False
    quoted = lower[start - 2] == QUOTATION
    if quoted and start - 2 == s.first:
        return _close_attribution(s, start - 1, k, subject, end, "quote-then-cue")
    following = lower[end] if end < s.last else ""
    parted = following in ("", joint, ";", QUOTATION) or following in DASHES
    parted |= following in _LEAVES_AFTER and lemma_of(t, k) in _INVERTS
    if not parted or s.ends_with_colon():
        return False
    if not (quoted or following == joint or s.is_clause(s.first, start - 1)):
        return False
    return _close_attribution(s, start - 1, k, subject, end, "content-then-cue")


def _leads_in(s: Sentence, start: int, end: int) -> bool:
    """Whether the attribution from ``start`` to ``end`` leads in to a quotation rather than closing what is before it.

    "The crowd booed, and a man yelled “Stay there!”", "In a letter, he replied, “It was fine.”"
    """
    t, lower = s.t, s.t.lower
    q = end + 1 if end < s.last and (lower[end] in _JOINTS or lower[end] == ":") else end
    if q >= s.last or lower[q] != QUOTATION:
        return False
    opening, front = t.tag[s.first], start if lower[start - 1] == QUOTATION else start - 1
    quoted = lower[front - 1] == QUOTATION
    if opening & _NO_CONTENT and not quoted:
        return True
    if front == s.first + 1:
        return bool(opening & ADVERB)  # "Later, he replied, …"
    if not is_utterance(t, q) or lower[s.first] == QUOTATION:
        return False
    if opening & SUBORDINATOR or (q == end and not quoted):
        return True
    return not has_verb(t, s.first, front) and QUOTATION not in lower[s.first : front]


def _goes_on_to_content(s: Sentence, k: int) -> bool:
    """Whether a verb plainly goes on to what it reports ("said that …", "criticized the …"): a quick look."""
    if k + 1 >= s.last or lemma_of(s.t, k) in TELLS:
        return False
    following, what = s.t.lower[k + 1], s.t.tag[k + 1]
    if what & (DETERMINER | SUBJECT | POSSESSIVE) or following == "that":
        return True
    return bool(what & WORD) and not s.quotes and not what & _MAY_CLOSE and following not in _MAY_CLOSE_WORDS


_MAY_CLOSE: Final = PREPOSITION | SUBORDINATOR | COORDINATOR | ADVERB | TIME | NUMBER | VERB_ING
_MAY_CLOSE_WORDS: Final = frozenset("out back next late early earlier".split())
"""What may follow a verb of saying that has its content before it: "…, she said **on** Monday"."""


def _as_clause(s: Sentence, k: int, subject: Subject, end: int) -> bool:
    """ "As the mayor noted, it is safe" / "It is safe, as the mayor noted"."""
    t, lower = s.t, s.t.lower
    at = subject[0] - 1
    mention, core = (subject[0], subject[1]), (subject[0], subject[2])
    cue = (k, k + 1)
    lemma = lemma_of(t, k)
    if end + 2 < s.last and lower[end] == "," and not has_verb(t, s.first, at):
        stop = clause_end(s, end + 1, end + 1)
        s.add([(end + 1, stop)], mention, cue, "as-clause-then-content", lemma, core)
        s.taken = stop
        return True
    if at - 1 > s.first and lower[at - 1] == "," and end >= s.last:
        s.add(
            [(content_start(s, s.first, at - 1), at - 1)], mention, cue, "content-then-as-clause", lemma, core
        )
        s.taken = end
        return True
    return False


def cue_then_subject_after(s: Sentence, k: int) -> bool:
    """ "“It is safe,” said Anna Marr, 54, a baker." """
    t, lower = s.t, s.t.lower
    if k == s.first or lower[k - 1] not in _INVERTED_AFTER:
        return False
    if not t.tag[k] & SPEECH or not t.tag[k] & (VERB_PAST | VERB_S):
        return False
    content_end = k if lower[k - 1] == QUOTATION else k - 1
    quoted = content_end > s.first and lower[content_end - 1] == QUOTATION
    if not _may_invert(s, k, content_end, quoted):
        return False
    end = _inverted_subject_end(s, k + 1, quoted)
    if end is None:
        return False
    whole = apposition_end(t, end, s.last)
    rule = "quote-then-inverted-cue" if quoted else "content-then-inverted-cue"
    _close_attribution(s, content_end, k, (k + 1, whole, end), whole, rule)
    if s.taken == whole:
        s.taken = end  # an apposition may hold a cue of its own: ", who also said …"
    return True


def _may_invert(s: Sentence, k: int, content_end: int, quoted: bool) -> bool:
    """Whether what stands before a verb can be what it reports, rather than its subject."""
    frames = CUE_VERBS[s.t.lower[k]]
    inserted = bool(frames.bits & INSERTED)
    if quoted:
        return inserted or ends_with_pause(s.t, content_end - 1)
    if s.title_case():
        return inserted and s.is_clause(s.first, content_end)
    if not inserted or frames.lemma not in _INVERTS:
        return False
    subject = subject_before(s.t, s.first, k)
    if subject and subject[0] <= s.first + 2:
        return False  # "Anna Marr, a baker, said …"
    return s.is_clause(s.first, content_end)


_NO_SUBJECT: Final = WH_WORDS | {"that", "to", "in", "on", "it"}


def _inverted_subject_end(s: Sentence, p: int, quoted: bool) -> int | None:
    """The end of the subject that stands at ``p`` behind its verb, None where no subject does."""
    t, lower, tag = s.t, s.t.lower, s.t.tag
    if p >= s.last or not tag[p] & WORD or lower[p] in _NO_SUBJECT:
        return None
    what = tag[p]
    if what & OBJECT and not what & (SUBJECT | DETERMINER | POSSESSIVE | CAPITAL):
        return None
    if what & (ADVERB | PREPOSITION | SUBORDINATOR) and not what & DETERMINER:
        return None
    end = phrase_end(t, p, s.last)
    if end == p or any(each & AUXILIARY for each in tag[p:end]):
        return None
    if end < s.last:
        if not quoted and lower[end] not in _AFTER_SUBJECT:
            return None
        if tag[end] & (AUXILIARY | FINITE) and not tag[end] & NOUN:
            return None
        if not quoted and lower[end] == QUOTATION and not is_utterance(t, end):
            return None  # "…, said the plan “is dead”"
    return end


def cue_then_subject_then_quotation(s: Sentence, k: int) -> bool:
    """ "Said Dorothy Marr, a neighbor: “We were proud.”" """
    t, lower = s.t, s.t.lower
    if k != s.first and (k - s.first > 5 or lower[k - 1] != "," or has_verb(t, s.first, k - 1)):
        return False
    if lemma_of(t, k) not in _INVERTS or not t.tag[k] & (VERB_PAST | VERB_S):
        return False
    end = _inverted_subject_end(s, k + 1, quoted=True)
    if end is None or QUOTATION not in lower[k : min(end + 30, s.last)]:
        return False
    quotation = lower.index(QUOTATION, k)
    if quotation <= end or lower[quotation - 1] not in (",", ":"):
        return False
    if any(t.tag[i] & SPEECH and t.tag[i] & FINITE for i in range(end, quotation)):
        return False  # "Asked about it, she said: …"
    piece = (quotation, quotation + 1)
    s.add(
        [piece],
        (k + 1, quotation - 1),
        (k, k + 1),
        "inverted-cue-then-quotation",
        lemma_of(t, k),
        (k + 1, end),
    )
    s.taken = quotation + 1
    return True


def _cue_end_after(s: Sentence, k: int) -> int | None:
    """Where a closing attribution ends ("he told reporters on Tuesday"), if nothing but it follows."""
    t, lower, tag = s.t, s.t.lower, s.t.tag
    p = skip_adverbs(t, k + 1, s.last)
    if p < s.last and lower[p] in ("out", "back", "on") and not (p + 1 < s.last and tag[p + 1] & WORD):
        p += 1  # "she pointed out"
    frames = CUE_VERBS.get(lower[k])
    if (
        frames
        and p < s.last
        and frames.lemma in TELLS
        and tag[p] & WORD
        and not tag[p] & (PREPOSITION | SUBORDINATOR)
    ):
        p = skip_adverbs(t, phrase_end(t, p, s.last), s.last)
        if p + 1 < s.last and lower[p] == QUOTATION and lower[p + 1] == ",":
            p += 1  # told the weekly ‘The Lantern’, …
    while p < s.last and tag[p] & PREPOSITION and lower[p] not in ("than", "like"):
        if lower[p] in _LEAVES_AFTER and p + 1 < s.last and tag[p + 1] & SUBJECT:
            break  # "…, Marr said as he left"
        if lower[p] == "to" and p + 1 < s.last and tag[p + 1] & VERB_BASE:
            return None
        q = phrase_end(t, p + 1, s.last)
        if q == p + 1:
            return None
        p = skip_adverbs(t, q, s.last)
    closed = p >= s.last or lower[p] in _CLOSES_CUE or tag[p] & VERB_ING or lower[p] in _GOES_ON_AFTER
    return p if closed else None


def _close_attribution(s: Sentence, content_end: int, k: int, subject: Subject, end: int, rule: str) -> bool:
    """Add an attribution up to ``end`` that follows its content, with the content that goes on behind it."""
    lower = s.t.lower
    content = [(content_start(s, s.first, content_end), content_end)]
    s.taken = end
    quotation = end + 1 if end < s.last and lower[end] in _CLOSES_PIECE else end
    if quotation < s.last and lower[quotation] == QUOTATION and (quotation > end or end == k + 1):
        s.taken = end_of_quote(s, quotation)
        content.append((quotation, s.taken))
    elif quotation > end and _resumes(s, content[0], quotation):
        s.taken = clause_end(s, quotation, quotation)
        content.append((quotation, s.taken))
    s.add_by(subject, content, (k, k + 1), rule, lemma_of(s.t, k))
    s.subject = subject
    return True


def content_start(s: Sentence, start: int, end: int) -> int:
    """Where a content before its cue begins: after a dateline, "But", or a colon before its quotation."""
    lower, tag = s.t.lower, s.t.tag
    if lower[start] in _BULLETS and start + 1 < end:
        start += 1
    for i in range(start, min(start + 14, end - 1)):
        if lower[i] in DASHES and i > start:
            if all(not what & WORD or what & (CAPITAL | NUMBER | TIME) for what in tag[start:i]):
                start = i + 1
            break
        if tag[i] & AUXILIARY:
            break
    if lower[end - 1] == QUOTATION and end - 2 > start:
        mark = lower[end - 2]
        if mark == ":" or ((mark == "(" or mark in DASHES) and is_utterance(s.t, end - 1)):
            return end - 1
    start = next((i + 1 for i in range(end - 2, start, -1) if lower[i] == ";"), start)
    if tag[start] & COORDINATOR and start + 1 < end:
        start += 1
    return start


_BULLETS: Final = DASHES | {"•", "*", "·", "▪", "●"}
"""What opens a line of a list."""
_CLOSES_PIECE: Final = _JOINTS | {":"}
_OWN_VOICE: Final = frozenset("who which with as according while when".split())


def _resumes(s: Sentence, content: Range, q: int) -> bool:
    """Whether the content goes on at ``q``, behind a mark after its attribution, rather than the article's own voice.

    Behind a whole quotation ("“It is safe,” she said, …") only what cannot stand alone goes on with it.
    """
    lower, tag = s.t.lower, s.t.tag
    if q >= s.last or lower[q] in _OWN_VOICE or (tag[q] & VERB_ING and not clause_verb(s.t, q, s.last)):
        return False
    joins = bool(tag[q] & COORDINATOR)
    if lower[content[0]] == lower[content[1] - 1] == QUOTATION:
        joins_quoted = joins and lower[q + 1 : q + 2] in ([QUOTATION], ["that"])
        if not (joins_quoted or lower[q] == "that" or tag[q] & (AUXILIARY | VERB_S)):
            return False
    return not (joins and any(tag[i] & CUE and tag[i] & FINITE for i in range(q + 1, min(q + 4, s.last))))
