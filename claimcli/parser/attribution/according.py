"""Attributions to a source: "…, according to the mayor, …", "As first reported by the Post, …"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    AUXILIARY,
    CAPITAL,
    CUE,
    DETERMINER,
    DOCUMENT,
    FINITE,
    NUMBER,
    OPENS_NOUN,
    PEOPLE,
    ROLE,
    SPEECH,
    TIME,
    VERB_ING,
)
from claimcli.parser.attribution.closing import content_start
from claimcli.parser.attribution.sentence import Sentence
from claimcli.parser.grammar import OPENS_ASIDE, POSSESSIVE_MARKS, phrase_with_participle_end
from claimcli.parser.text import INSERTING, QUOTATION


def according_to(s: Sentence, k: int) -> bool:
    """ "The bridge is safe, according to the mayor.", "The bridge is safe, per the mayor." """
    t, lower, tag = s.t, s.lower, s.tag
    source = k + 1 + (lower[k] == "according")
    if source >= s.last or lower[source - 1] not in ("to", "per"):
        return False  # "…, according women the vote"
    end = phrase_with_participle_end(t, source, s.last)
    if end == source:
        return False
    whole = _described_end(s, source, end)
    before = k - 1 if s.word(k - 1) in INSERTING else k
    goes_on = whole + 1 < s.last and lower[whole] == ","
    inserted = before < k and goes_on and tag[whole + 1] & (AUXILIARY | FINITE)
    closes = whole >= s.last and before < k  # "About $4 billion, according to the budget office."
    told = inserted or closes or s.has_verb(s.first, before) or QUOTATION in lower[s.first : before]
    start = content_start(s, before) if k > s.first and told else before
    if start >= before:
        return _according_to_before(s, k, source, end)
    content = [(start, before)]
    if goes_on:
        content.append((whole + 1, s.last))
    s.taken = whole
    return s.add(content, (source, whole, end), (k, source), "content-according-to", "according")


def per_source(s: Sentence, k: int) -> bool:
    """ "The bridge is safe, per the mayor.": somebody, no rate ("$5, per person")."""
    if k + 2 >= s.last or s.lower[k + 1][0].isdigit() or (k > s.first and s.t.raw[k] != "per"):
        return False  # "per 1,000 people", "Per Reed"
    quoted = s.lower[k - 1] == QUOTATION and s.ends_with_comma(k - 1)
    if k > s.first and not quoted and (s.lower[k - 1] not in INSERTING or s.tag[k - 2] & CUE):
        return False  # "Reed said, per a translator, that …"
    opens = s.tag[k + 1] & (CAPITAL | OPENS_NOUN | NUMBER | PEOPLE)
    return bool(opens) and not s.tag[k + 2] & TIME and according_to(s, k)


_TELLS_MORE: Final = OPENS_ASIDE | {"including"}
_NO_DESCRIPTION: Final = frozenset("most least first only same".split())
_DONE_TO_WORKS: Final = frozenset(
    "based brought broadcast carried circulated commissioned compiled completed conducted dated deleted delivered "
    "distributed drafted emailed filed funded issued leaked led made obtained ordered paid posted prepared presented "
    "produced provided published read recorded released reviewed seen sent shared signed sponsored submitted taken "
    "translated unsealed updated written".split()
)
"""What tells of a work by which one knows something: "a letter, **obtained** on Monday"."""


def _described_end(s: Sentence, source: int, end: int) -> int:
    """Where a source ends with what tells more of it behind a comma at ``end``.

    "according to Ann Marr**, a baker**", "her lawyer**, Ann Marr**", "Marr**, who left**, but …", "a report**,
    published in May**"; ``end``, where the content goes on: "according to the mayor, but …".
    """
    t, lower, tag = s.t, s.lower, s.tag
    a = end + 1
    stop = t.find(INSERTING, a, s.last, s.last)
    if s.word(end) == "who":
        return stop  # "two people **who saw it**, …"
    if a >= s.last or lower[end] != ",":
        return end
    if lower[a] in _DONE_TO_WORKS and t.holds(DOCUMENT, source, end):
        return stop if stop < s.last or source > s.first + 2 else end
    phrase = t.find(_TELLS_MORE, a, stop, stop)
    noun = a + 2 * bool(tag[a] & DETERMINER)  # "a *trade* group"
    if phrase > a and (s.has_verb(noun, phrase) or not _describes(s, end, a, stop)):
        return end
    more = stop + 1 < s.last and (tag[stop + 1] & VERB_ING or s.has_verb(stop, s.last))
    return stop if more else s.last


def _describes(s: Sentence, end: int, a: int, stop: int) -> bool:
    """Whether a phrase says who or what the source is that ends at ``end``: a name by its office, an office by its
    name, "a report, **seen by the Post**".
    """
    if s.word(a + 1) == "by" or s.lower[a] in ("known", "formerly", "or"):
        return True  # "the Guild of Millers, **known** as Mill Fire", "**or** GM"
    if not s.tag[end - 1] & CAPITAL:
        return bool(s.tag[end - 1] & ROLE)
    if s.tag[a] & OPENS_NOUN:
        return a + 1 < stop and s.lower[a + 1] not in _NO_DESCRIPTION
    return not POSSESSIVE_MARKS.isdisjoint(s.lower[a:stop])


def _according_to_before(s: Sentence, k: int, source: int, end: int) -> bool:
    """ "According to the mayor of the town, the bridge is safe.": the phrase ends by ``end``, or with its comma."""
    comma = s.t.find({","}, end, min(end + 20, s.last), end)
    if s.tag[comma - 1] & TIME or not s.has_verb(end, comma):
        end = comma
    whole = _described_end(s, source, end)
    whole = whole if whole < s.last else end
    start = whole + 1 if s.word(whole) == "," else whole
    named = s.lower[k] == "per" and s.tag[min(start, s.last - 1)] & SPEECH  # "Per Reed said": a name
    if start >= s.last or named:
        return False
    return s.add([(start, s.last)], (source, whole, end), (k, source), "according-to", "according")


def as_told_by(s: Sentence, k: int) -> bool:
    """ "As first reported by the Post, the bridge is safe." """
    if s.lower[s.first] != "as" or k + 2 >= s.last or s.lower[k + 1] != "by":
        return False
    if s.group_of(k).start != s.first + 1:
        return False
    end = s.phrase_end(k + 2)
    return end > k + 2 and _according_to_before(s, k, k + 2, end)


def retold(s: Sentence) -> None:
    """ "“It is safe,” Marr said, according to the Post": what Marr said, told by the Post."""
    inner, comma = s.found[-1], s.taken
    if s.lower[comma : comma + 3] != [",", "according", "to"] or QUOTATION not in s.lower[s.first : comma]:
        return
    teller = s.phrase_at(comma + 3)
    if teller is None:
        return
    content = (inner.content[0][0], comma)
    s.add([content], teller, (comma + 1, comma + 3), "content-according-to", "according")
    inner.via = s.found.pop()
    s.found.insert(len(s.found) - 1, inner.via)
    s.taken = teller[1]
