"""What a name does in its clause: whether it is the subject of a verb, modifies a noun, says something."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CUE,
    DETERMINER,
    FINITE,
    NOUN,
    ORGANIZATION,
    PEOPLE,
    PLURAL,
    PREPOSITION,
    ROLE,
    SUBORDINATOR,
    TIME,
    VERB_PAST,
    is_unknown,
)
from claimcli.lexicon.kinds import kind_of
from claimcli.parser.grammar import leads_in
from claimcli.parser.speakers.entity import Mention
from claimcli.parser.speakers.naming.runs import LONGEST_NAME, OF
from claimcli.parser.text import DASHES, QUOTATION, Tokens

_NO_NOUN: Final = CAPITAL | PREPOSITION | DETERMINER | AUXILIARY | SUBORDINATOR | TIME
VERBAL: Final = FINITE | AUXILIARY


def before_the(t: Tokens, name: Mention) -> int:
    """What stands before a name and its article: the "to" in "a letter *to* the Pellbury Guild"."""
    before = name.title - 1
    return before - (t.lower[before] == "the")


def before_article(t: Tokens, name: Mention) -> int:
    """What stands before a name and the article of its title: the comma in "her aide, *the* Rev. Ann Marr"."""
    return before_the(t, name) if name.title < name.at else name.title - 1


def ends_lead(t: Tokens, name: Mention) -> bool:
    """Whether a name ends what leads to its sentence’s clause: "After a fire at *Marr Foods*, | the union sued"."""
    return t.word(name.last) == "," and leads_in(t, t.sentences[name.sentence][0], name.last)


def is_modifier(t: Tokens, last: int) -> bool:
    """Whether the name that ends at ``last`` only modifies a noun: "the Marr campaign", "Marr supporters"."""
    what = t.what(last)
    if t.word(last).isdigit() and len(t.word(last)) > 2 and t.what(last + 1) & PLURAL:
        return True  # "the Marr *500 firms*"
    if what & _NO_NOUN or not (what & NOUN or kind_of(t.word(last)) & ROLE):
        return bool(what & CAPITAL) and t.word(last) == "day"  # "Marr *Day*"
    return not what & FINITE or bool(what & (ROLE | PEOPLE | ORGANIZATION))


def is_subject(t: Tokens, name: Mention) -> bool:
    """Whether a name is the subject of a verb, or opens its sentence: "Marr said", "…, said Marr".

    So is the name in a subject’s apposition: "His father, *Tom Reed*, was calm".
    """
    if name.subject is None:
        name.subject = not name.modifier and _acts(t, name)
    return name.subject


def _acts(t: Tokens, name: Mention) -> bool:
    """Whether a verb stands where it makes a name its subject: "Marr *said*", "…, *said* Marr", "Marr, who is late"."""
    tag, lower = t.tag, t.lower
    a, b = name.title, name.last
    begin, end = t.sentences[name.sentence]
    before = tag[a - 1] if a > begin else 0
    if before & DETERMINER and a - 1 > begin:
        before = tag[a - 2]
    after = tag[b] if b < end else 0
    if t.word(b) == "(" and t.word(b + 2) == ")":
        after = tag[b + 3] if b + 3 < end else 0  # "the Marr Guild (MG) *met*"
    if a == begin + 2 and lower[begin:a] == ["as", "for"]:
        return True  # "As for *Marr*, she …"
    if before & PREPOSITION and not (before & SUBORDINATOR and after & FINITE):
        return False  # "after Marr *left*", not "after Marr"
    if after & PREPOSITION and lower[b] in ("of", "from", "at"):
        b = after_seat(t, b, end)
        after = tag[b] if b < end else 0
    if after & VERBAL:
        return True
    opens = a == begin or (a - 2 == begin and lower[a - 1] == "," and tag[begin] & ADVERB)
    if opens and b < end and (lower[b] in (",", "and", "(", "who") or lower[b] in DASHES):
        return True
    if b < end and lower[b] == "who" and lower[a - 2 : a] in (["it", "was"], ["it", "is"]):
        return True  # "it was Marr who …"
    if b < end and lower[b] == lower[before_the(t, name)] and (lower[b] == "," or lower[b] in DASHES):
        ends = (k for k in range(b, min(end - 1, b + LONGEST_NAME)) if lower[k] == lower[b])
        if any(tag[k + 1] & VERBAL for k in ends):  # "His father, Tom Reed, *54, a baker*, was calm"
            return _is_apposed_to_the_subject(t, name)
    if b + 1 < end and (after & ADVERB or lower[b] == "neither") and tag[b + 1] & VERBAL:
        return True
    return bool(a - 1 > begin and before & CUE and before & FINITE and lower[a - 2] in (",", QUOTATION))


def _is_apposed_to_the_subject(t: Tokens, name: Mention) -> bool:
    """Whether a name tells who opens the sentence or its clause: "Her father, the Rev. *Tom Reed*, knew it"."""
    comma = before_the(t, name)
    begin = t.sentences[name.sentence][0]
    inner = (k + 1 for k in range(comma - 1, max(begin, comma - LONGEST_NAME), -1) if t.lower[k] == ",")
    begin = next(inner, begin)
    if comma > begin + LONGEST_NAME:
        return False
    return not any(t.tag[k] & PREPOSITION for k in range(begin, comma))


def after_seat(t: Tokens, of: int, end: int) -> int:
    """Behind where somebody comes from or belongs: "Ann Marr | of the Pellbury Council | wrote", "of the firm Holt"."""
    k = of + 1 + (t.word(of + 1) == "the")
    told = (j + 1 for j in range(k, min(k + _KIND, end - 1)) if kind_of(t.lower[j]) & ORGANIZATION)
    k = next((j for j in told if t.tag[j] & CAPITAL), k)
    first, end = k, min(end, k + LONGEST_NAME)
    while k < end and (
        t.tag[k] & CAPITAL or (first < k < end - 1 and t.lower[k] in _WITHIN and t.tag[k + 1] & CAPITAL)
    ):
        k += 1
    return k if k > first else of


_WITHIN: Final = OF | {"&"}
"""What stands within the name of a body."""
_KIND: Final = 3
"""Tokens of "law firm", "think tank"."""


def says(t: Tokens, name: Mention) -> int:
    """Whether a name is a verb of saying’s subject: bodies say things, too, so it counts once."""
    if t.what(name.last) & CUE:
        return 1
    said = CUE | VERB_PAST
    if name.title < 2 or t.tag[name.title - 1] & said != said or t.tag[name.title - 2]:
        return 0
    return 1 + all(is_unknown(what) for what in t.tag[name.at : name.last])  # "…, quipped Ann Marr"
