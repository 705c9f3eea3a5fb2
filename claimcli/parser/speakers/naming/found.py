"""Where names stand in a text: runs of capitalised words, with the titles before them.

One pass over the capitalised tokens. Nothing is decided here about whom a name stands for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from claimcli.lexicon import (
    AUXILIARY,
    CAPITAL,
    DETERMINER,
    INFLECTED,
    LINK,
    NUMBER,
    OPENS_NOUN,
    PREPOSITION,
    ROLE,
    VERB_BASE,
    VERB_ING,
    VERB_S,
    WORD,
)
from claimcli.lexicon.look_up import OPENS_CAPITAL
from claimcli.lexicon.names import given_names
from claimcli.parser.grammar import A_OR_AN, NAMING, after_heading, name_behind
from claimcli.parser.speakers.entity import Mention
from claimcli.parser.speakers.naming.runs import run_end
from claimcli.parser.speakers.naming.titles import ADJECTIVAL, PARTISANS, TO_PLACES, split
from claimcli.parser.text import Tokens, turn_of
from claimcli.parser.text.in_context import LEADS_TO_MONTH

_NOT_CAPITALISED: Final = CAPITAL | DETERMINER | LINK | NUMBER
"""What a long word without a capital may be in a headline, capitals aside."""


def find_names(t: Tokens) -> list[Mention]:
    """The names of an article, in the order of the text; whose they are is not decided."""
    tag = t.tag
    capitals = t.where(OPENS_CAPITAL)
    capitals.append(len(tag))
    found: list[Mention] = []
    at = 0
    for number, (begin, end) in enumerate(t.sentences):
        if capitals[at] >= end:
            continue
        first, at = at, bisect_left(capitals, end, at)
        titled = not number and at - first > 1 and bool(tag[end - 1] & WORD)  # "Marr *Says* ‘It Is Late’"
        many = titled or (at - first >= 4 and 3 * (at - first) > end - begin)
        if at - first < 4 and t.raw[begin].isupper() and _is_heading(t, begin, end):
            continue
        if many and _is_headline(t, begin, end, capitals[first:at]):
            found += _headline_runs(t, number, capitals[first:at])
            continue
        if many and t.raw[begin].isupper() and (opens := after_heading(t, begin, end)) > begin:
            heading, first = first, bisect_left(capitals, opens, first, at)
            found += _headline_runs(t, number, capitals[heading:first])
        if first < at:
            labelled = bool(turn_of(t, begin))  # "*Q:* Was it late?"
            found += _names_of_sentence(t, number, capitals[first + labelled : at])
    return found


def _names_of_sentence(t: Tokens, number: int, capitals: list[int]) -> list[Mention]:
    """The names of a sentence, by its capitals. Most are one or two words."""
    tag, lower = t.tag, t.lower
    begin, end = t.sentences[number]
    found: list[Mention] = []
    free = begin
    for i in capitals:
        if i < free or (lower[i] in _MAY_BE_TIME and (_is_the_month(t, i) or _is_the_month(t, i + 1))):
            continue  # "*In May* Ann Marr said"
        called = i - 1 - (lower[i - 1] == "the")
        named = name_behind(t, begin, called) if called > begin and lower[called] in NAMING else 0
        opens = i + 2 if i > begin and _leads_aim(t, i) else i  # "for *Breaking the Silence*"
        free = min(named, end) or run_end(t, opens, end)  # "a group called *Save the Port*"
        if free < end and tag[free] & NUMBER and free - i > 1 and lower[free - 1] == "flight":
            free -= 1  # "Marr Air | Flight 12"
        if free - i > 1 and "-" in lower[free - 1] and lower[free - 1].rpartition("-")[2] in ADJECTIVAL:
            continue  # "the *San Arra-based* company"
        said = i + (i == begin and lower[i] in _ONE)
        if free - said > 1 and said > begin and lower[said - 1] in _ONE and _tells_somebody(t, said, free):
            continue  # "an *Arra Democrat*", "one *Green Party MP*"
        before = tag[i - 1] if i > begin else 0
        if before & NUMBER and _is_numbered(t, i, free):
            found.append(Mention(i - 1, i - 1, free, number))
        else:
            name = split(t, i, free, begin, number)
            if name is not None:
                office = not TO_PLACES.isdisjoint(lower[name.title : name.at])
                while office and found and name.title <= found[-1].title:
                    del found[-1]  # "*Ambassador* to the United Nations | Ann Marr"
                found.append(name)
    return found


_ONE: Final = A_OR_AN | {"one"}


def _tells_somebody(t: Tokens, i: int, last: int) -> bool:
    """Whether capitals tell what somebody is rather than who: "a *US President*", no "an *Ann Baker*"."""
    role = t.tag[last - 1] & ROLE and t.lower[i] not in given_names()
    return bool(role) or t.lower[last - 1] in PARTISANS


def _leads_aim(t: Tokens, i: int) -> bool:
    """Whether a name opens with a verb in capitals, of what a body does: "*Breaking the* Silence"."""
    return t.word(i + 1) == "the" and bool(t.tag[i] & (VERB_ING | VERB_BASE) and t.what(i + 2) & CAPITAL)


_MAY_BE_TIME: Final = LEADS_TO_MONTH | {"may"}


def _is_the_month(t: Tokens, i: int) -> bool:
    """Whether a capital "May" is but when somebody does something who is named behind it: "In *May* Ann Marr said"."""
    return t.word(i) == "may" and t.word(i - 1) in LEADS_TO_MONTH and bool(t.what(i + 1) & CAPITAL)


def _is_numbered(t: Tokens, a: int, b: int) -> bool:
    """Whether the ordinal before capitals belongs to a body's name: "the *9th* Circuit Court of Appeals"."""
    word = t.lower[a - 1]
    ordinal = word[0].isdigit() and word.endswith(("st", "nd", "rd", "th"))
    return ordinal and any(t.lower[k] in ("circuit", "district", "division", "regiment") for k in range(a, b))


def _headline_runs(t: Tokens, number: int, capitals: list[int]) -> Iterator[Mention]:
    """The runs of capitalised words in a headline."""
    end = t.sentences[number][1]
    free = 0
    for i in capitals:
        if i >= free:
            free = run_end(t, i, end)
            name = Mention(i, i, free, number)
            name.headline = True
            yield name


def _is_headline(t: Tokens, begin: int, end: int, capitals: list[int]) -> bool:
    """Whether a sentence Capitalises Its Words as headlines do, so that capitals mark no names.

    More than half of its words have capitals, one of them a verb or function word after the first, and no more
    than one other word of some length has none.
    """
    tag = t.tag
    words = sum([1 for what in tag[begin:end] if what & WORD])
    if 2 * len(capitals) <= words:
        return False
    if len(capitals) == words and all(t.raw[i].isupper() for i in capitals):
        return True
    plain = [
        i for i in range(begin, end) if tag[i] & WORD and not tag[i] & _NOT_CAPITALISED and len(t.raw[i]) > 3
    ]
    if len(plain) > 1 or any(tag[i] & INFLECTED for i in plain):  # no headline has its verb without a capital
        return False  # "said Ann Marr, who runs Our Harbour"
    if len(capitals) > 4 and len(capitals) >= words - 1 and t.lower[end - 1] != ".":
        return True
    telling = AUXILIARY | PREPOSITION | OPENS_NOUN | VERB_S
    return any(tag[i] & telling for i in capitals[1:])


def _is_heading(t: Tokens, begin: int, end: int) -> bool:
    """Whether a sentence is no more than a heading in capitals: "ABSTRACT", "FULL TEXT"."""
    return all(t.raw[i].isupper() for i in range(begin, end) if t.tag[i] & WORD)
