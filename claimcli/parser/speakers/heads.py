"""The head noun of a phrase, and what sort of speaker it names: "a *report* filed with the court" is a document."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    CAPITAL,
    DETERMINER,
    DOCUMENT,
    HONORIFIC,
    NOUN,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    ORGANIZATION,
    PARTICIPLE,
    PEOPLE,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    SOURCE,
    SUBJECT,
    TIME,
    VERB_ING,
    VERB_PARTICIPLE,
    WORD,
    is_unknown,
    singular,
)
from claimcli.lexicon.kinds import kind_of
from claimcli.lexicon.names import given_names, persons
from claimcli.model import SpeakerType
from claimcli.parser.grammar import (
    ARTICLES,
    OPENS_MEASURE,
    ORDINALS,
    POSSESSIVE_MARKS,
    WHICH_TIME,
    parts_adjectives,
)
from claimcli.parser.speakers.entity import BODY, GROUP, PAPER, PERSON
from claimcli.parser.text import QUOTATION, Tokens

_COMPOUNDING: Final = frozenset(
    "prime vice chief attorney secretary inspector surgeon solicitor consul postmaster adjutant governor".split()
)
_AFTER_PARTICIPLE: Final = PREPOSITION | TIME | ADVERB | DETERMINER | NUMBER
TAKES_MORE: Final = frozenset({"close", "familiar", "aware", "privy", "present"})  # "a source close to Marr"
_ENDS_NOUN: Final = frozenset({",", "—", "–", ";", ":", "(", QUOTATION})
HOW_MANY: Final = frozenset(
    "lot lots number numbers handful handfuls plurality couple bunch chunk bulk majority majorities minority percent "
    "share proportion rest collection dozens scores hundreds thousands millions half third quarter fifth".split()
)
"""Nouns that count those behind "of": "a *handful* of bakers"."""
_PARTS: Final = HOW_MANY | frozenset(
    "all both some several many most more fewer few none everyone everybody".split()
)
_DOERS: Final = ("er", "or", "ist", "man", "woman", "ian", "ant", "eer")
_WHO_OR_WHAT: Final = frozenset("contractor developer publisher brewer bookseller supplier paper".split())
"""Words for bodies that are as well people's, or documents'."""
OF_WHAT: Final = frozenset({"at", "of", "for", "from", "in", "with"})
"""Behind which stands of what somebody is: "an economist *at* Pellbury Bank"."""
LATER_ONES: Final = ORDINALS - frozenset({"first"})
"""What comes after the first of several: "a *second* said"."""
SOMEONE: Final = frozenset({"one", "someone", "somebody"})
_ANYONE: Final = SOMEONE | {"anyone", "another"}
_WHOSE: Final = 3  # tokens: "her late older" brother
GIVES: Final = frozenset(
    "sent issued released wrote gave put circulated posted published emailed penned signed drafted distributed".split()
)
"""What who gives out a work does: "a *Marr Watch* report *released* by the council", "her campaign *sent* a letter"."""


def head_of(t: Tokens, a: int, b: int) -> int | None:
    """The head noun of a phrase: the last word before "of", "who", "filed with", a comma."""
    lower = t.lower
    if a < b and lower[a] in OPENS_MEASURE:
        a = t.tagged(NUMBER, a, b, a)  # "as many as | 40 bakers"
    head = None
    for i in range(a, b):
        if not t.tag[i] & WORD:
            if head is not None and lower[i] in _ENDS_NOUN and not parts_adjectives(t, i):
                break
        elif lower[i] not in POSSESSIVE_MARKS and not (lower[i] in ARTICLES and head is None and i + 1 < b):
            if head is not None and _follows_noun(t, i, b) and not _in_office_of_owner(t, head, i, b):
                break
            head = i
    return head


def _follows_noun(t: Tokens, i: int, b: int) -> bool:
    """Whether a word goes on behind a head noun: "a report *of*", "a source *close* to", "a man *held* in"."""
    what, word = t.tag[i], t.lower[i]
    if what & CAPITAL:
        return False
    if what & (PREPOSITION | RELATIVE) or (what & (OPENS_NOUN | SUBJECT) and _takes_clause(t, i)):
        return True
    if what & OBJECT and word.endswith("self"):
        return True  # "the mayor *himself*"
    if (word in TAKES_MORE or word == "such") and t.what(i + 1) & PREPOSITION:
        return True
    if word in WHICH_TIME and i + 1 < b and t.tag[i + 1] & TIME:  # "a letter this month"
        return True
    if what & ADVERB and i + 2 < b and t.tag[i + 1] & VERB_PARTICIPLE:
        # "a book *just* written for"
        return bool(t.tag[i + 2] & _AFTER_PARTICIPLE)
    if not what & PARTICIPLE:
        return False
    return does_to_somebody(t, i, b) or (not what & NOUN and _postmodifies(t, i, b))


def _takes_clause(t: Tokens, i: int) -> bool:
    """Whether a clause begins behind a noun: "reports *it* filed", not "half *the* bakers", "spokesman *the* Rev."."""
    noun = t.tag[i - 1]
    plain = noun & NOUN and not noun & (CAPITAL | NUMBER | ROLE | VERB_ING) and t.lower[i - 1] not in _PARTS
    return bool(plain) and (t.lower[i] in ARTICLES or not t.tag[i] & DETERMINER)


def _in_office_of_owner(t: Tokens, head: int, of: int, b: int) -> bool:
    """Whether "of" stands in whose own is spoken of: "the secretary *of* state’s website", "Bank *of* Arra’s head"."""
    if t.lower[of] != "of" or of + 3 >= b:
        return False
    if not t.tag[head] & CAPITAL:
        office = t.tag[head] & ROLE and not t.tag[of + 1] & (CAPITAL | OPENS_NOUN)
        return bool(office) and t.lower[of + 2] in POSSESSIVE_MARKS
    mark = next((k for k in range(of + 1, b) if not t.tag[k] & CAPITAL), b)
    return of + 1 < mark < b - 1 and t.lower[mark] in POSSESSIVE_MARKS and t.holds(ROLE, mark + 1, b)


def _postmodifies(t: Tokens, i: int, b: int) -> bool:
    """Whether a participle follows its noun: "a report filed with the court", not "registered voters"."""
    if t.tag[i - 1] & (OPENS_NOUN | NUMBER | ADVERB) or t.lower[i - 1] in POSSESSIVE_MARKS:
        return False
    if t.tag[i] & VERB_ING and t.tag[i - 1] & (PEOPLE | PLURAL) == PEOPLE | PLURAL:
        return True  # "farmers *growing* rice"
    return i + 1 >= b or t.lower[i + 1] == "out" or bool(t.tag[i + 1] & _AFTER_PARTICIPLE)


def does_to_somebody(t: Tokens, i: int, b: int) -> bool:
    """Whether a noun’s participle has somebody for its object: "a lawyer *representing* Marr", "*backing* Ann Marr"."""
    what, whose = t.tag[i], t.tag[i - 1]
    if not (what & VERB_ING and whose & SOURCE) or whose & CAPITAL:
        return False
    whom = i + 1
    while whom + 1 < b and t.tag[whom] & (ROLE | CAPITAL) == ROLE:
        whom += 1
    return whom < b and t.tag[whom] & (CAPITAL | TIME) == CAPITAL


def head_word(t: Tokens, a: int, head: int) -> str:
    """The head noun at ``head``, with the word before it where both make one title: "prime-minister"."""
    word, before = t.lower[head], t.lower[head - 1] if head > a else ""
    if word == "head" and t.word(head + 2) in ("state", "government"):
        return f"head-of-{t.lower[head + 2]}"
    return f"{before}-{word}" if before in _COMPOUNDING else word


def type_of(t: Tokens, first: int, head: int, common: bool = False) -> SpeakerType:
    """What sort of speaker a description names, by its head noun.

    ``common`` is whether that has its capital only from the sentence that it opens.
    """
    what, word = t.tag[head], t.lower[head]
    if common:
        what &= ~CAPITAL
    if word in LATER_ONES and t.lower[head - 1] == "a":
        return PERSON  # "A second said …"
    counted = t.tag[first] & NUMBER and not (t.lower[first] == "one" and head > first)
    if what & PEOPLE or counted or _is_a_part(t, head):
        return GROUP
    if word[-1] == "s" and _are_many(t.raw[head], word, what):
        return GROUP
    if word in persons().bodies and word not in _WHO_OR_WHAT:
        return BODY
    if word in ("paper", "count") and t.word(head + 1) in ("by", "on"):
        return PAPER
    unknown = head > first and is_unknown(t.tag[first]) and is_unknown(t.tag[head])
    named = unknown and t.lower[first] in given_names()
    if what & HONORIFIC or is_somebody(t, head) or word in _ANYONE or named:  # "Ann Marr"
        return PERSON
    kind = kind_of(word)
    if kind & DOCUMENT:
        return PAPER
    if kind & ORGANIZATION or what & CAPITAL:
        return BODY
    if what & (PLURAL | PRONOUN):
        return GROUP
    return PERSON if word.endswith(_DOERS) else BODY


def type_of_one(t: Tokens, of: int, last: int) -> SpeakerType:
    """What sort of speaker one of several is: "one *of the drivers*"; "one *of her ads*" is a document."""
    head = head_of(t, of + 1, last)
    if head is None or t.tag[head] & (PRONOUN | OBJECT):
        return PERSON
    kind = kind_of(t.lower[head]) | kind_of(singular(t.lower[head]))
    if kind & DOCUMENT:
        return PAPER
    return PERSON if kind & (PEOPLE | ROLE) else BODY


def _is_a_part(t: Tokens, head: int) -> bool:
    """Whether a head noun tells how many: "none of the boys", "30 percent", "a number of voters", not "ABC 7"."""
    if t.tag[head] & NUMBER:
        return not (t.tag[head - 1] & CAPITAL and t.lower[head][0].isdigit())
    return t.lower[head] in _PARTS


def _are_many(raw: str, word: str, what: int) -> bool:
    """Whether a plural is of people, whatever its capital: "Russians", "African-Americans", "MPs", "bakers"."""
    if word.rpartition("-")[2][:-1] in persons().places or (len(raw) > 2 and raw[:-1].isupper()):
        return raw[-1] == "s"
    return not what & CAPITAL and bool(kind_of(word) & PEOPLE)


def is_somebody(t: Tokens, head: int) -> bool:
    """Whether a noun names one person: "a *baker*", "a *bloke*", "the *head* of the school"."""
    if t.lower[head] == "head":
        return t.word(head + 1) == "of"
    return bool(kind_of(t.lower[head]) & ROLE)


def is_owned(t: Tokens, a: int, b: int) -> bool:
    """Whether some words tell whose something is: "*her* late brother", "*Arra’s* former mayor"."""
    return any(t.tag[k] & POSSESSIVE or t.lower[k] in POSSESSIVE_MARKS for k in range(a, b))


def is_somebodys_kin(t: Tokens, noun: int) -> bool:
    """Whether a noun tells whose kin somebody is: "her late older *brother*"."""
    return noun > 0 and t.lower[noun] in persons().kin and is_owned(t, max(0, noun - _WHOSE), noun)


def is_thing(head: str) -> bool:
    """Whether a noun names no person: "attacks", "2012"; unknown ones that end as doers do may."""
    word = head.rpartition("-")[2]
    return not (kind_of(word) & ROLE or word.endswith(_DOERS) or word == "head")
