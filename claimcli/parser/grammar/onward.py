"""What is read onward from a token: adverbs, phrases, clauses, and where they end."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    CUE,
    CUE_ADJECTIVE,
    DETERMINER,
    DOCUMENT,
    EXPLETIVE,
    FINITE,
    INFLECTED,
    NOUN,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    PARTICIPLE,
    PEOPLE,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    SUBJECT,
    SUBORDINATOR,
    TENSED,
    TIME,
    VERB,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    WH,
    WORD,
)
from claimcli.parser.grammar.phrase_marks import INNER
from claimcli.parser.grammar.times import BEFORE_TIME, PART_OF_DAY, time_at
from claimcli.parser.grammar.verb_group import REACH
from claimcli.parser.text import MONEY, QUOTATION, Tokens

_CLAUSE_BREAKS: Final = frozenset({",", ";", ":", "—", "--", "that", "to", QUOTATION})
_NOT_SKIPPED: Final = DETERMINER | PREPOSITION | SUBORDINATOR | PRONOUN | EXPLETIVE | TIME
_SKIPPED: Final = ADVERB | TIME | DETERMINER | NUMBER


def skip_adverbs(t: Tokens, p: int, end: int) -> int:
    """Past adverbs, and times ("on Tuesday", "last week", "Sunday night")."""
    lower, tag = t.lower, t.tag
    while p < end:
        what = tag[p]
        if not what & _SKIPPED and lower[p] not in BEFORE_TIME:
            break
        behind = time_at(t, p, end)
        if behind == p:
            if not what & ADVERB or what & _NOT_SKIPPED:
                break
            behind = p + 1
        p = behind
    return p


_ROUGHLY: Final = frozenset(
    "about over under around nearly almost roughly approximately only just fully barely".split()
)
_MEASURES: Final[dict[str, list[list[str]]]] = {
    "at": [["least"], ["most"]],
    "between": [[]],
    "as": [["many", "as"], ["much", "as"], ["few", "as"], ["little", "as"]],
    "up": [["to"]],
    "close": [["to"]],
    "upward": [["of"]],
    "upwards": [["of"]],
}
"""What leads a number, by its first word: the words that must follow it."""
MEASURING: Final = _ROUGHLY | {"least", "most", "as", "to", "of"}
"""What may stand right before a number that it measures."""
OPENS_MEASURE: Final = _ROUGHLY | frozenset(_MEASURES)


def opens_count(t: Tokens, p: int) -> bool:
    """Whether a number’s phrase begins at ``p`` with what measures it: "at least three", "about half", "up to $5"."""
    lower = t.lower
    word = lower[p]
    for rest in [[]] if word in _ROUGHLY else _MEASURES.get(word, ()):
        at = p + 1 + len(rest)
        if lower[p + 1 : at] == rest and at < len(lower) and (t.tag[at] & NUMBER or lower[at] in MONEY):
            return True
    return False


_FINAL_MARKS: Final = frozenset({".", "!", "?", "…", "...", ")", ",", ";", ":"})
_CLOSING: Final = frozenset({"'", "’", '"', "”"})


def without_final_mark(t: Tokens, first: int, last: int) -> int:
    """Where the last word of a stretch ends: before its stop, and a quotation mark behind that, "he left**.’**"."""
    lower = t.lower
    if last - first > 1 and lower[last - 1] in _CLOSING and lower[last - 2] in _FINAL_MARKS:
        last -= 2  # not the mark of an owner: "a plan like Sanders’"
    while last > first and lower[last - 1] in _FINAL_MARKS:
        last -= 1
    return last


def is_finite(what: int) -> bool:
    """Whether a word, by its forms alone, can only be a finite verb: "goes", "was", not "claims", "Will", "being".

    ``TENSED`` asks for less, only for such a form: enough where the place asks for a verb, as it does behind a subject
    or behind the comma that closes an aside. ``clause_verb`` asks for more: "cut", "put" may be infinitives, too.
    """
    return bool(what & TENSED) and not what & (NOUN | CAPITAL | VERB_ING)


def has_verb(t: Tokens, a: int, b: int) -> bool:
    """Whether a finite verb stands among the tokens."""
    before = 0
    for what in t.tag[a:b]:
        if what & AUXILIARY:
            return True
        if what & FINITE and not what & (NOUN | CAPITAL):
            if not (what & VERB_BASE and before & POSSESSIVE):  # "to his *credit*"
                return True
        before = what
    return False


def clause_verb(t: Tokens, p: int, last: int) -> bool:
    """Whether a clause with a verb of its own opens at ``p``, rather than an object phrase."""
    tag, lower = t.tag, t.lower
    for i in range(p + 1, min(p + 16, last)):
        what, word = tag[i], lower[i]
        if what & AUXILIARY:
            return True
        if what & INFLECTED and not what & (NOUN | VERB_BASE | CAPITAL):
            ends = i + 1 >= last or not tag[i + 1] & WORD  # "the cost of *wages*", not "the dam **holds**"
            noun = ends and what & PLURAL and (i > p + 2 or not tag[p] & DETERMINER)
            if not noun and not (
                what & VERB_PARTICIPLE and (lower[i - 1] in ("a", "the") or is_participle_adjective(t, i))
            ):
                return True
        elif what & VERB_BASE and not what & (NOUN | CAPITAL):
            if tag[i - 1] & PEOPLE or tag[i - 1] & (PLURAL | VERB) == PLURAL:
                return True
        breaks = word in _CLAUSE_BREAKS and not _is_by_number(t, i)
        if breaks or (what & (WH | SUBORDINATOR) and word != "as"):
            return False
        if what & COORDINATOR and i + 1 < last:
            verb = skip_adverbs(t, i + 1, last)  # "the report and *on Monday* said"
            acts = verb < last and tag[verb] & TENSED and not tag[verb] & NOUN
            if acts or tag[i + 1] & (TENSED | SUBJECT):
                return False
            if word == "but" and tag[i + 1] & DETERMINER and not tag[i - 1] & PRONOUN:
                return False  # "a raise *but* the union", not "all *but* the union"
    return False


def _takes_object(what: int, before: int, following: int) -> bool:
    """Whether a past alike in all its forms is the verb of the noun before it: "the bank *shut* its doors"."""
    if not what & VERB_PAST or what & (NOUN | CAPITAL):
        return False
    return bool(following & OPENS_NOUN) and not before & _LEADS_VERB


_LEADS_VERB: Final = OPENS_NOUN | PREPOSITION | AUXILIARY | COORDINATOR | VERB | ADVERB | ADJECTIVE


def _is_by_number(t: Tokens, comma: int) -> bool:
    """Whether a comma stands on either side of somebody’s age: "the striker**,** 24**,** had left"; "50 **to** 60"."""
    lower, tag = t.lower, t.tag
    if lower[comma] == "to":
        return bool(tag[comma - 1] & t.what(comma + 1) & NUMBER)
    if lower[comma : comma + 3 : 2] == [",", ","] and tag[comma + 1] & NUMBER:
        return True
    return lower[comma - 2 : comma + 1 : 2] == [",", ","] and bool(tag[comma - 1] & NUMBER)


_MAY_END_PHRASE: Final = (
    TENSED | SUBJECT | SUBORDINATOR | WH | RELATIVE | VERB_PARTICIPLE | ADVERB | TIME | PREPOSITION
)


def phrase_end(t: Tokens, p: int, last: int) -> int:
    """The end of the noun phrase that opens at ``p``, with its prepositional phrases, without an apposition."""
    tag = t.tag
    i = p
    last = min(last, p + REACH)
    while i < last:
        what = tag[i]
        if not what & WORD:
            closing = t.find({")"}, i + 1, min(last, i + _SHORT), i) if t.lower[i] == "(" else i
            if closing > i and _goes_on_behind(t, closing):
                i = closing
            elif t.lower[i] not in _WITHIN_PHRASE and not parts_adjectives(t, i):
                break
        elif what & COORDINATOR and _joins_adjectives(t, p, i, last):
            i = min(i + 2, last - 1)
        elif (what & COORDINATOR and not (i + 1 < last and tag[i + 1] & (CAPITAL | OPENS_NOUN | NOUN))) or (
            i > p and what & _MAY_END_PHRASE and _ends_phrase(t, i, last)
        ):
            break
        i += 1
    while i > p and (tag[i - 1] & (PREPOSITION | COORDINATOR | DETERMINER) or not tag[i - 1] & WORD):
        if i - 1 == p and tag[p] & PRONOUN:
            break
        i -= 1
    return i


def _goes_on_behind(t: Tokens, bracket: int) -> bool:
    """Whether a phrase goes on behind a bracket: "Ann Marr (D-Arra) *and Tom Reed*"."""
    name = (t.what(bracket + 2) | t.what(bracket + 3)) & CAPITAL or t.word(bracket + 2) in ("a", "an")
    return t.word(bracket + 1) == "and" and bool(name)


def parts_adjectives(t: Tokens, comma: int) -> bool:
    """Whether a comma stands within what tells of one: "the tall*,* thin man", "the Arra*,* Ohio-based firm".

    Not so in "the dam, experts said".
    """
    if t.lower[comma] == "," and t.word(comma + 1).endswith("-based"):
        while t.tag[comma - 1] & (CAPITAL | OPENS_NOUN) == CAPITAL and comma > 1:
            comma -= 1
        return bool(t.tag[comma - 1] & OPENS_NOUN)
    begin, low = comma, max(1, comma - _SHORT)
    while begin > low and t.lower[begin] == "," and not t.tag[begin - 1] & _NEVER_ADJECTIVE:
        begin -= 2
    if begin == comma or not t.tag[begin] & OPENS_NOUN:
        return False
    head, end = comma + 1, min(comma + _SHORT, len(t.raw) - 1)
    while head < end and (t.tag[head] or t.lower[head] == ",") and not t.tag[head] & _NEVER_ADJECTIVE:
        head += 1
    one = head > comma + 1 and t.tag[head] & (ROLE | PEOPLE | PLURAL) == ROLE
    return one and not t.what(head + 1) & CAPITAL


def leads_in(t: Tokens, low: int, comma: int) -> bool:
    """Whether all up to a comma but leads to a clause: "After a fire at Marr Foods, | …", "Late on Monday, | …".

    Not so where somebody acts in it: "In Arra he worked for Marr Air, | …".
    """
    if "," in t.lower[low:comma]:
        return False
    opens = low
    while opens < comma and (t.tag[opens] & _SKIPPED or t.lower[opens] in _WHEN) and not t.tag[opens] & _LEAD:
        opens += 1
    what = t.tag[opens]
    if opens > low + _TIMED or not what & _LEAD:
        return opens == low and bool(what & PARTICIPLE)
    if what & SUBORDINATOR:
        return True
    acts = (j for j in range(opens + 1, comma) if t.tag[j] & TENSED and not t.tag[j] & (NOUN | CAPITAL))
    return all(t.tag[j - 1] & (OPENS_NOUN | PREPOSITION) for j in acts)


_WHEN: Final = frozenset({"late", "early", "ahead", "moments"})
_LEAD: Final = PREPOSITION | SUBORDINATOR
_TIMED: Final = 2
"""Tokens before what opens a lead: "*two months* after"."""


def _joins_adjectives(t: Tokens, p: int, i: int, last: int) -> bool:
    """Whether a phrase goes on behind "and", "but": "*current and former* bakers", "*early but sound* returns"."""
    if i + 1 < last and THEN_OR_NOW.issuperset(t.lower[i - 1 : i + 2 : 2]):
        return True
    opens = i - 1 == p or (i > p + 1 and t.tag[i - 2] & OPENS_NOUN)
    if not opens or i + 2 >= last or not t.tag[i + 2] & (NOUN | PLURAL):
        return False
    return not (t.tag[i - 1] & _NO_ADJECTIVE or t.tag[i + 1] & ~_PLAIN)


_NO_ADJECTIVE: Final = NOUN | CAPITAL | SUBJECT | OBJECT | PRONOUN | TIME | NUMBER | PLURAL
_LEADS: Final = ROLE | OPENS_NOUN | RELATIVE | WH | COORDINATOR | PREPOSITION | AUXILIARY | VERB_BASE
_NEVER_ADJECTIVE: Final = _LEADS | (_NO_ADJECTIVE & ~NUMBER)
_PLAIN: Final = WORD | ADJECTIVE | CUE_ADJECTIVE
THEN_OR_NOW: Final = frozenset("current former past present active serving retired".split())
"""What "and" joins before a noun: "*current and former* bakers"."""
_SHORT: Final = 7  # tokens of a bracket, of adjectives with their commas
_WITHIN_PHRASE: Final = INNER | {".", "’", "'"}
_LEADS_ON: Final = frozenset({"of", "for", "at", "in", "from", "with", "on", "to", "by"})
"""Prepositions whose phrases belong to the noun before them."""


def _ends_phrase(t: Tokens, i: int, last: int) -> bool:
    """Whether a noun phrase ends before the word at ``i``: "the plan | *was*", "the council | *that*"."""
    what, before = t.tag[i], t.tag[i - 1]
    following = t.tag[i + 1] if i + 1 < last else 0
    if what & (AUXILIARY | SUBJECT | SUBORDINATOR | WH) and not what & (PREPOSITION | OPENS_NOUN):
        return True
    if what & RELATIVE:
        return True
    if what & (INFLECTED | VERB_PARTICIPLE) and not what & (NOUN | CAPITAL | VERB_BASE):
        if not leads_noun(before) and (not before & ADVERB or before & DETERMINER):
            return True  # not "a *leaked* memo", "a newly *found* email"
    if _takes_object(what, before, following):
        return True
    if what & ADVERB and not what & DETERMINER and not before & OPENS_NOUN:
        return True
    if what & TIME and not what & CAPITAL and not (what & DOCUMENT and before & DETERMINER):
        return not before & POSSESSIVE  # but "the *minutes*", "its *spring* review"
    if not what & PREPOSITION:
        return False
    does = following & VERB_ING or (t.lower[i] == "to" and following & VERB_BASE and not following & NOUN)
    return t.lower[i] not in _LEADS_ON or bool(does)


def phrase_with_participle_end(t: Tokens, p: int, last: int) -> int:
    """The end of the noun phrase at ``p`` with a participle behind it: "files *released on Sunday by the court*"."""
    end = phrase_end(t, p, last)
    if p < end < last and t.tag[end] & WORD:
        if t.tag[end] & VERB_PARTICIPLE and is_reduced(t, end):
            behind = skip_adverbs(t, end + 1, last)
            if behind < last and t.tag[behind] & PREPOSITION:
                behind = max(behind, phrase_end(t, behind + 1, last))
            return max(behind, end + 1)
    return end


def apposition_end(t: Tokens, end: int, last: int) -> int:
    """The end of what stands in apposition after a phrase: ", 54, a baker who …" up to the sentence's end."""
    lower = t.lower
    if end < last and lower[end] == "," and not (t.what(end + 1) & SUBJECT):
        for i in range(end + 1, last):
            if lower[i] == QUOTATION and lower[i - 1] == ",":
                return i - 1
            if lower[i] in (";", ":"):
                return i
            if lower[i] == "," and i + 1 < last and t.tag[i + 1] & VERB_ING and t.tag[i + 1] & CUE:
                return i
        return last
    return end


def is_infinitive(t: Tokens, p: int) -> bool:
    """Whether what follows "to" is a verb rather than a noun phrase."""
    what = t.what(p)
    if what & (VERB_BASE | ADVERB | AUXILIARY) or t.lower[p : p + 1] == [QUOTATION]:
        return True
    return bool(what & WORD) and not what & (
        OPENS_NOUN | CAPITAL | OBJECT | NOUN | NUMBER | PRONOUN | VERB | PREPOSITION | WH
    )


def leads_noun(before: int) -> bool:
    """Whether a participle behind such a word leads a noun: "*a* leaked memo", not "*this* led", "told *her* left"."""
    return bool(before & OPENS_NOUN) and not before & (PRONOUN | OBJECT)


_NO_NOUN: Final = SUBJECT | CAPITAL | ADVERB | AUXILIARY | RELATIVE
"""Of what stands before a participle: no noun that it may tell more of."""


def is_participle_adjective(t: Tokens, i: int) -> bool:
    """Whether an -ed form modifies a noun ("the plan announced in May") instead of being the clause's verb."""
    behind = i + 1 + (t.word(i + 1) in PART_OF_DAY)  # "a poll *held* late on Monday"
    reduced = t.tag[i] & VERB_PARTICIPLE and t.what(behind) & PREPOSITION
    return bool(reduced) and not (i > 0 and t.tag[i - 1] & _NO_NOUN)


def is_reduced(t: Tokens, i: int) -> bool:
    """Whether a participle tells when or where its noun came: "a report *released* on Monday", "*posted* Friday"."""
    when = i + 1 + (t.word(i + 1) in ("late", "early", "here"))  # "*posted* late Friday"
    return is_participle_adjective(t, i) or (bool(t.what(when) & TIME) and not t.tag[i - 1] & _NO_NOUN)


_HEADING: Final = 4
"""Words of the shortest heading in capitals that runs into its sentence."""


def after_heading(t: Tokens, first: int, end: int) -> int:
    """Where a sentence begins behind a heading in capitals: "BRIDGE TO STAY CLOSED | The mayor said …"."""
    i = first
    while i < end and not t.raw[i].islower() and (t.raw[i].isupper() or not t.raw[i].isalpha()):
        i += 1
    words = sum([word.isalpha() and len(word) > 1 for word in t.raw[first:i]])
    opens = i < end and bool(t.tag[i] & CAPITAL) and not t.raw[i].isupper()
    return i if words >= _HEADING and opens else first
