"""How an attribution closes that follows its content: where it ends, and the content before and behind it."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    COORDINATOR,
    CUE,
    CUE_VERBS,
    DOCUMENT,
    FINITE,
    NOUN,
    NOUN_VERB,
    NUMBER,
    PEOPLE,
    PLURAL,
    PREPOSITION,
    SOMEBODY,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    TENSED,
    TIME,
    VERB_BASE,
    VERB_ING,
    VERB_S,
    WH,
    WORD,
    forms_of,
)
from claimcli.lexicon.no_speech import NO_SPEECH
from claimcli.parser.attribution.after_comma import FRONTING, behind_aside, opens_own_clause
from claimcli.parser.attribution.clause_extent import clause_end, end_of_quote, others_say
from claimcli.parser.attribution.clause_start import opens_infinitive
from claimcli.parser.attribution.labels import RUBRICS
from claimcli.parser.attribution.sentence import (
    TELLS,
    Range,
    Sentence,
    is_utterance,
    lemma_of,
    opening_of,
)
from claimcli.parser.grammar import (
    POSSESSIVE_MARKS,
    RELATIVE_SUBJECTS,
    Subject,
    is_finite,
    is_nominal,
    is_title,
    phrase_with_participle_end,
)
from claimcli.parser.text import BULLETS, DASHES, INSERTING, QUOTATION

INVERTS: Final = frozenset(
    "say add write note explain reply ask recall argue report continue declare tweet tell observe".split()
)
"""Verbs that may stand before their subject: "…, **said** Marr"."""
JOINTS: Final = INSERTING | {";"}
"""What parts a closing attribution from its content."""
LEAVES_AFTER: Final = frozenset("as when while before after because".split())
"""What leads on from a closing attribution to a clause of the article's own: "…, Marr said **as** he left"."""
_GOES_ON_AFTER: Final = JOINTS | LEAVES_AFTER | {":", QUOTATION, "(", ".", "and"}
"""What may follow a closing attribution: a mark, or a word that leads on to something else."""


def is_idiom(s: Sentence, k: int) -> bool:
    """Whether two words make the cue: "As the mayor *puts it*, …", "…, she *points out*"."""
    return s.lower[k] in SECOND_WORDS and s.word(k + 1) == SECOND_WORDS[s.lower[k]]


SECOND_WORDS: Final = dict.fromkeys(forms_of("put describe"), "it") | dict.fromkeys(forms_of("point"), "out")


def cue_end_after(s: Sentence, k: int) -> int | None:
    """Where a closing attribution ends ("he told reporters on Tuesday"), if nothing but it follows."""
    t, lower, tag = s.t, s.lower, s.tag
    p = s.after_adverbs(k + 1 + is_idiom(s, k))
    frames = CUE_VERBS.get(lower[k])
    if frames and p < s.last and frames.lemma in TELLS:
        p = s.after_adverbs(phrase_with_participle_end(t, p, s.last))
        if p + 1 < s.last and lower[p] == QUOTATION and lower[p + 1] == ",":
            p += 1  # told the weekly ‘The Lantern’, …
    elif frames and writes_to(s, k):
        p = s.phrase_end(p)
    else:
        told = quoted_saying(s, k)
        p = told[1] + 1 if told else p  # "…, the Courier quoted Marr as saying"
    while s.what(p) & PREPOSITION or s.word(p) == "following":  # "…, Marr said following talks"
        if lower[p] in LEAVES_AFTER and (s.what(p + 1) & SUBJECT or s.word(p + 1) == "being"):
            break  # "…, Marr said as he left", "after being told"
        at_once = p == k + 1 and (s.what(p + 1) & BE or opens_infinitive(s, p + 1))
        if lower[p] == "to" and (at_once or s.what(p + 1) & VERB_BASE):
            return None  # "gains *alleged* to be unfair"
        if lower[p] in ("of", "with") and frames and lower[p] in frames.particles:
            return None  # "Later, Marr boasted of his win"
        q = phrase_with_participle_end(t, p + 1, s.last)
        if q == p + 1:
            return None
        p = s.after_adverbs(q)
    closed = p >= s.last or lower[p] in _GOES_ON_AFTER or tag[p] & VERB_ING
    return p if closed else None


def quoted_saying(s: Sentence, k: int) -> tuple[Subject, int] | None:
    """Who is quoted and where "saying" stands in "**quoted** Marr, a baker, as saying"; None if it does not."""
    if s.lower[k] not in _QUOTES:
        return None
    name = end = s.phrase_end(k + 1)
    if s.word(end) == ",":
        end = behind_aside(s, end)
    said = s.saying_behind(end)
    return ((k + 1, end - (name < end), name), said) if said else None


_QUOTES: Final = forms_of("quote cite paraphrase")


def writes_to(s: Sentence, k: int) -> bool:
    """Whether the verb at ``k`` is that of a letter, and whom it goes to closes the sentence: "*wrote* the mayor"."""
    if s.lower[k] not in _WRITES or k + 1 >= s.last or s.phrase_end(k + 1) < s.last:
        return False
    head = s.tag[s.head_of(k + 1, s.last)]
    return bool(head & SOMEBODY)


_WRITES: Final = forms_of("write email text cable")


def close_attribution(
    s: Sentence, content_end: int, k: int, subject: Subject | None, end: int, rule: str
) -> bool:
    """Add an attribution up to ``end`` that follows its content, with the content that goes on behind it."""
    start = content_start(s, content_end)
    if start == s.first + 1 and s.tag[s.first] & COORDINATOR and subject and _is_one(s, subject):
        start = s.first  # "**But** it is safe, she said": she goes on, and so does her "but"
    dashes = [i for i in range(start, content_end) if s.lower[i] in DASHES]
    if len(dashes) == 1 and s.word(end) in DASHES:
        start = dashes[0] + 1  # "The dam — **it is safe**, she said — was"
    content = [(start, content_end)]
    s.taken = end
    quotation = end + 1 if s.word(end) in _CLOSES_PIECE else end
    if s.word(quotation) == QUOTATION and s.tag[end - 1] & DOCUMENT and is_title(s.t, quotation):
        s.taken = quotation + 1  # "“…,” she wrote in her memoir, “Dry Land.”"
    elif s.word(quotation) == QUOTATION and (quotation > end or end == k + 1):
        content += _goes_on_quoted(s, quotation)
    elif s.quotes and (then := _behind_adjunct(s, content_end - 1, end)):
        content += _goes_on_quoted(s, then)
    elif quotation > end and _resumes(s, content[0], quotation):
        if s.lower[content_end - 1] in ("because", "since", "although", "though"):
            content[0] = content_end - 1, content_end  # "They left **because**, she said, it fell"
        content.append((quotation, clause_end(s, quotation, quotation)))
    s.add(content, subject, (k, k + 1 + is_idiom(s, k)), rule, lemma_of(s.t, k))
    s.subject = subject
    return True


def _goes_on_quoted(s: Sentence, q: int) -> list[Range]:
    """What is quoted from ``q`` on, in pieces where its speaker breaks in again: "“And,” *he went on*, “we left.”"."""
    end = end_of_quote(s, q)
    then = s.find({QUOTATION}, q + 1, end) if s.ends_with_comma(q) else 0
    if then and any(is_finite(what) for what in s.tag[q + 1 : then]):
        return [(q, q + 1), *_goes_on_quoted(s, then)]
    return [(q, end)]


def closes_again(s: Sentence, q: int) -> bool:
    """Whether what stands at ``q`` has an attribution behind it: "…, Marr said, **but it is old, Reed said**"."""
    if not s.what(q) & COORDINATOR and s.word(q) != "while":
        return False
    says = [i for i in range(q + 1, s.last) if s.tag[i] & SPEECH and s.tag[i] & FINITE]
    closes = [i for i in says if i > s.last - 4 or s.lower[i - 1] == QUOTATION]
    return bool(closes) and s.find_back({",", QUOTATION}, closes[-1] - 1, q) > 0


def _is_one(s: Sentence, subject: Subject) -> bool:
    """Whether one person or body speaks, so that what is said goes on from sentence to sentence."""
    words = s.lower[subject[0] : subject[1]]
    marks = [i for i in range(subject[0], subject[1]) if s.lower[i] in POSSESSIVE_MARKS]
    head = s.tag[s.head_of(marks[-1] + 1 if marks else subject[0], subject[1])]
    return not (head & (PLURAL | PEOPLE) and not head & CAPITAL) and _SEVERAL.isdisjoint(words)


_SEVERAL: Final = frozenset(("they", "we", "many", "some", "others", "and"))


def _behind_adjunct(s: Sentence, quotation: int, end: int) -> int:
    """Where a sentence in quotation marks goes on behind what tells when or how; 0 where it does not.

    "“It is late,” he said **as the crowd left**, “but I will stay.”", not "“…,” he said, and Reed added, “…”".
    """
    lower, tag = s.lower, s.tag
    if lower[quotation] != QUOTATION or not s.ends_with_comma(quotation):
        return 0
    then = s.find({QUOTATION}, end, s.last)
    if not then or lower[then - 1] != ",":
        return 0
    small = opening_of(s.t, then)[:1].islower()
    for i in range(end, then):
        says = tag[i] & SPEECH and lower[i - 1] not in FRONTING
        if (tag[i] & COORDINATOR and lower[i - 1] == ",") or (says and (not small or lower[i + 1] == "that")):
            return 0  # but "“For me,” he said as he announced the sale, “**it** is late.”"
    return then


def content_start(s: Sentence, end: int) -> int:
    """Where a content before its cue begins: after a dateline, "But", a colon; with its relative clause’s pronoun."""
    lower, tag, start = s.lower, s.tag, s.first
    if lower[end - 1] in _RELATIVES and end - 2 > start:
        # "There were men **who**, she said, left", "papers that, she said, | show it"
        told_of = lower[end - 2] == "," or is_nominal(tag[end - 2], lower[end - 2])
        if told_of and s.has_verb(start, end - 1):
            return end - 1 + (lower[end - 1] in ("that", "when"))
    if lower[start] in BULLETS and start + 1 < end:
        start += 1
    label = s.t.find({":"}, start + 1, min(start + 4, end - 1), start)
    if lower[label - 1] in RUBRICS and label > start:
        start = label + 1
    for i in range(start, min(start + 14, end - 1)):
        if lower[i] in DASHES and i > start:
            if all(not what & WORD or what & (CAPITAL | NUMBER | TIME) for what in tag[start:i]):
                start = i + 1
            break
    if lower[end - 1] == QUOTATION and end - 2 > start:
        mark = lower[end - 2]
        if mark == ":" or (mark in DASHES and is_utterance(s.t, end - 1)):
            return end - 1
    paired = sum([word in DASHES for word in lower[start:end]]) > 1
    start = next((i + 1 for i in range(end - 2, start, -1) if _parts(s, start, i, end, paired)), start)
    if tag[start] & COORDINATOR and start + 1 < end:
        start += 1
    return _behind_link(s, start, end)


_LINKS: Final = frozenset("still however meanwhile moreover nonetheless nevertheless also finally so".split())
_LINKS_WITH_IN: Final = frozenset("fact contrast particular addition".split())


def _behind_link(s: Sentence, start: int, end: int) -> int:
    """Where a content begins behind the article's own link: "**Still,** it is safe, she said", "**In fact,** …"."""
    at = start + (s.lower[start] in ("in", "even"))
    links = s.lower[at] in (_LINKS if s.lower[start] != "in" else _LINKS_WITH_IN)
    return at + 2 if links and at + 2 < end and s.lower[at + 1] == "," else start


def _parts(s: Sentence, start: int, i: int, end: int, paired: bool) -> bool:
    """Whether what stands before a mark is no part of a content up to ``end``: a bracket still open, another report.

    "Two aides *said* that it was dead**:** in May, they said", "Marr *said* it was bad **—** worse, she said, than".
    """
    mark = s.lower[i]
    if s.tag[i]:
        return False
    if mark == ";" or (mark == "(" and ")" not in s.lower[i:end]):
        return not s.is_bracketed(i)
    if s.tag[i + 1] & COORDINATOR and mark in INSERTING:
        opens = opens_own_clause(s, i + 2) or s.lower[i + 2] in FRONTING
        if not OWN_STORY.isdisjoint(s.lower[start:end]):
            return False  # "He *told* **us** to wait, but nobody came, the widow said"
        if s.what(i + 2) & SUBJECT and not s.what(end + (s.lower[end] == ",")) & SUBJECT:
            return False  # "Marr *said* that it was late**,** but she would stay, the Ledger reported"
        return bool(opens) and not s.tag[start] & (SUBORDINATOR | WH) and _is_told(s, start, i)
    return (mark == ":" or (mark in DASHES and not paired)) and _is_told(s, start, i)


def _is_told(s: Sentence, start: int, end: int) -> bool:
    """Whether somebody is said to say something just before ``end``, in no clause that tells more of a noun."""
    for i in range(max(start, s.first + 1, end - _TOLD), end):
        what, before = s.tag[i], s.tag[i - 1]
        if what & SPEECH and not what & (NOUN | NOUN_VERB):
            leads = before & (PEOPLE | PLURAL | SUBJECT) if what & VERB_BASE else what & TENSED
            if leads and not before & (AUXILIARY | ADVERB):
                return True
    return False


OWN_STORY: Final = frozenset("i we me us my our".split())
_TOLD: Final = 30  # tokens
_RELATIVES: Final = RELATIVE_SUBJECTS | {"where", "when"}
_CLOSES_PIECE: Final = JOINTS | {":"}
_OWN_VOICE: Final = frozenset("who which with without as according while when".split())


def _resumes(s: Sentence, content: Range, q: int) -> bool:
    """Whether the content goes on at ``q``, behind a mark after its attribution, rather than the article's own voice.

    Behind a whole quotation ("“It is safe,” she said, …") only what cannot stand alone goes on with it.
    """
    lower, tag = s.lower, s.tag
    if q >= s.last or lower[q] in _OWN_VOICE or closes_again(s, q) or (s.ends_bare() and others_say(s, q)):
        return False  # "Bridge to close, mayor says; **bakers deny it**"
    if lower[q] in ("a", "an") and not NO_SPEECH["SUMS"].isdisjoint(lower[q : s.phrase_end(q)]):
        return False  # "The bank will close, it said, **a step** that analysts had expected"
    if tag[q] & VERB_ING and not s.opens_clause(q):
        return False
    joins = bool(tag[q] & COORDINATOR)
    if lower[content[0]] == lower[content[1] - 1] == QUOTATION:
        goes_on = lower[q] == "that" or tag[q] & (AUXILIARY | VERB_S)
        if not goes_on and not (joins and s.word(q + 1) == QUOTATION):
            return False
    return not (joins and s.t.holds(CUE, q + 1, min(q + 4, s.last)))
