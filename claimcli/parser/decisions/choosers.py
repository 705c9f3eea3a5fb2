"""Who can choose: somebody, or a body of people; no thing, no law, and nothing that only leads to a subject."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from claimcli.lexicon import (
    CAPITAL,
    CUE_NOUN,
    DETERMINER,
    HONORIFIC,
    NOUN,
    NUMBER,
    OBJECT,
    ORGANIZATION,
    PEOPLE,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SOMEBODY,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    WH,
    singular,
)
from claimcli.lexicon.decision_words import CHOOSERS, MATTERS
from claimcli.lexicon.look_up import look_up
from claimcli.lexicon.names import given_names
from claimcli.parser.decisions.sentence import Range
from claimcli.parser.grammar import ARTICLES, POSSESSIVE_MARKS, opens_count
from claimcli.parser.speakers.heads import HOW_MANY, head_of
from claimcli.parser.text import DASHES, Tokens

_NO_PERSON: Final = frozenset({"it", "its", "that", "which", "this", "you", "your"})
"""Pronouns that stand for no person, or for whoever reads."""
LAWS: Final = frozenset(
    "law laws act bill bills legislation amendment statute statutes ordinance rule rules regulation regulations"
    " ruling rulings decision decisions order orders verdict policy policies directive decree platform deal agreement"
    " treaty accord pact contract contracts lease charter".split()
)
PAPERS: Final = LAWS | MATTERS
"""Laws, and what else is written or said for others to act on."""
_NAMED_LAWS: Final = frozenset("act amendment order ordinance treaty accord".split())
"""Words for laws that end their names, and no body’s: "the Clean Rivers **Act**", "an Executive **Order**"."""
_PRONOUN: Final = SUBJECT | OBJECT | POSSESSIVE | RELATIVE
_DOERS: Final = tuple("ers ors ist ists ian ians ants eer eers man woman men women".split())
_THINGS: Final = frozenset(
    "letters papers numbers powers orders offers matters errors answers borders factors servers computers posters"
    " trailers disasters dangers covers dollars colors colours favors favours rumors rumours doors floors"
    " corners quarters wonders waters towers rivers fibers layers registers parameters newsletters".split()
)
"""Plurals that end as those of doers do ("insurers")."""
_PART_OF: Final = HOW_MANY.union(["slice", "pair", "trio", "list", "wave", "waves"])
_MANY: Final = frozenset("all both some several number rest".split())
"""What counts those by whom a group is told: "a **number** of ministers"."""
_FRACTIONS: Final = ("-third", "-thirds", "-fourths", "-quarters", "-fifths")


def can_choose(t: Tokens, phrase: Range) -> bool:
    """Whether a phrase looks like somebody: a pronoun of persons, a name, an office, a body or people.

    A quick look at what its head is tagged as, for rules to choose by; whoever is told to have chosen is then
    looked at closely by ``somebody_in``.
    """
    first, head = phrase[0], phrase[1] - 1
    if not first <= head < len(t.raw):  # "dismissed it as" ends a text
        return False
    if t.lower[head] == ")":  # "Holt Lines (HL)"
        head = max(t.find_back({"("}, head - 1, first) - 1, first)
    if t.lower[head] == "." and head > first:  # "Holt Corp."
        head -= 1
    if t.tag[head] & TIME and t.lower[head].endswith("day"):
        head = max(head - 1, first)  # "the deal signed **Friday** would help"
    what = t.tag[head]
    if first == head and what & (SUBJECT | RELATIVE | POSSESSIVE):
        return t.lower[head] not in _NO_PERSON
    if what & SOMEBODY or t.lower[head] in CHOOSERS or t.lower[head].endswith("-year-old"):
        return True
    if (
        what & PLURAL
        and (t.tag[first] & (DETERMINER | NUMBER) or t.word(first - 1) == "the")
        and are_bodies(t.lower[head])
    ):
        return True  # "**the unions**", beside "unions"
    for i in range(first + 1, head):  # "**candidates** in close races", "**farmers** growing rice"
        if t.tag[i] & PREPOSITION or t.tag[i] & (VERB_ING | NOUN) == VERB_ING:
            return t.tag[i - 1] & SOMEBODY != 0 and t.lower[i - 1] not in ARTICLES
    return False


def somebody_in(t: Tokens, phrase: tuple[int, int]) -> tuple[int, int] | None:
    """The part of a phrase that can choose: "**Marr**’s lawsuit"; none of "with the debt"."""
    first, last = phrase[0], t.find(DASHES, phrase[0] + 1, phrase[1], phrase[1])
    if last - first == 1 and not t.tag[first] & CAPITAL and t.tag[first] & (_PRONOUN | DETERMINER):
        return (first, last) if t.tag[first] & _PRONOUN else None
    first = _after_lead(t, first, last)
    opens = t.tag[first]
    name = opens & CAPITAL and first + 1 < last and t.tag[first + 1] & CAPITAL  # "Down Town Council"
    head = None if opens & (PREPOSITION | WH | RELATIVE) and not name else head_of(t, first, last)
    opener = tags_of(t.lower[first]) if last - first == 1 and opens & CAPITAL and opens & PLURAL else 0
    if head is None or (opener & CUE_NOUN and not can_act(t.lower[first], opener)):
        return None  # "**Protests** forced him to quit"
    if t.lower[head] in PAPERS and t.word(head + 1) in ("by", "from"):
        return somebody_in(t, (head + 2, last))  # "a bill by **Marr**", "a ruling by **the court**"
    of = head + 1 + (t.word(head + 1) == "%")
    if of + 1 < last and t.lower[of] == "of" and is_part(t.lower[head], t.tag[head]):
        those = of + 2 == last and t.tag[of + 1] & DETERMINER  # "one of those"
        return (first, last) if those or somebody_in(t, (of + 1, last)) else None
    if _is_numbered(t, first, head) or (
        can_act(t.lower[head], t.tag[head]) and t.lower[head] not in _NAMED_LAWS
    ):
        return (first, last)
    if opens & POSSESSIVE:
        return (first, first + 1)
    marks = [i for i in range(first + 1, head) if t.lower[i] in POSSESSIVE_MARKS]
    return somebody_in(t, (first, marks[-1])) if marks else None


def _after_lead(t: Tokens, first: int, last: int) -> int:
    """Where a phrase begins behind what leads to it: "after | Marr", "Key to | Marr’s", "at least | 12 clerks"."""
    if opens_count(t, first):
        return t.tagged(NUMBER, first, last, first)
    what = t.tag[first]
    if (
        first + 2 < last
        and what & NUMBER
        and t.tag[first + 1] & TIME
        and t.tag[first + 1] & t.tag[first + 2] & CAPITAL
    ):
        return first + 2  # "on 19 May | Marr’s team"
    if first + 2 < last and t.lower[first + 1] == "to" and not what & (ROLE | PEOPLE | ORGANIZATION):
        return first + 2
    # "drove | thousands of bakers to"
    past = what & VERB_PAST and not what & (VERB_PARTICIPLE | NOUN | ROLE | PEOPLE | CAPITAL)
    return first + (last - first > 1 and bool(past or what & SUBORDINATOR))


def without_count(t: Tokens, phrase: Range) -> Range:
    """Those of whom a phrase counts some or all: "**the ministers**" of "several of the ministers".

    Also those by whom it tells of what kind they are: "firms such as **Holt Lines**", "firms like **Holt Lines**".
    """
    first, last = phrase
    like = t.find({"like", "as"}, first + 1, last - 1, 0)
    named = like + 1 + (t.word(like + 1) in ARTICLES)
    if like and t.what(named) & CAPITAL and (t.lower[like] == "like" or t.lower[like - 1] == "such"):
        return (named, last)
    of = t.find({"of"}, first + 1, min(first + 4, last - 1), 0)
    return (of + 1, last) if of and t.lower[of - 1] in _MANY else phrase


def without_participle(t: Tokens, phrase: Range) -> Range:
    """A phrase up to the participle that tells more of it: "**the club** | backing Ann Marr"."""
    for i in range(phrase[0] + 1, phrase[1] - 1):
        participle = t.tag[i] & (VERB_ING | CAPITAL) == VERB_ING
        if participle and t.tag[i - 1] & SOMEBODY and t.tag[i + 1] & (CAPITAL | DETERMINER):
            return (phrase[0], i)
    return phrase


def _is_numbered(t: Tokens, first: int, head: int) -> bool:
    """Whether a number is the last part of a name: "Lodge **12**", beside "June **12**"."""
    before = t.tag[head - 1] if head > first else 0
    return bool(t.tag[head] & NUMBER) and before & (CAPITAL | TIME) == CAPITAL


def can_act(word: str, what: int) -> bool:
    """Whether a head noun is somebody: a name, or one or several of an office, a body, a place with a government."""
    if what & SOMEBODY or word in CHOOSERS or (word.endswith(_DOERS) and word not in _THINGS):
        return True
    return are_bodies(word)


@lru_cache(maxsize=4096)
def are_bodies(word: str) -> bool:
    """Whether a noun is of several of a body, an office or the like: "**unions**", "**agencies**"."""
    one = singular(word)
    return 2 < len(one) < len(word) and (one in CHOOSERS or bool(tags_of(one) & SOMEBODY))


def tags_of(word: str) -> int:
    """The tags that a word has by itself."""
    return look_up([word])[2][0] if word else 0


def is_part(word: str, what: int) -> bool:
    """Whether a head only counts whom its "of" names: "**two-thirds** of the voters", "**most** of them"."""
    return bool(what & (NUMBER | DETERMINER)) or word in _PART_OF or word.endswith(_FRACTIONS)


def is_person(t: Tokens, phrase: Range) -> bool:
    """Whether a phrase is of one person, by an office or a first name: "**President** Marr", "**Anna** Marr"."""
    titled = t.holds(ROLE | HONORIFIC, *phrase)
    return titled or t.lower[phrase[0]] in given_names()


def names_no_chooser(name: str) -> bool:
    """Whether what a pronoun was taken for cannot choose: "Harlow primary", "a quarter"."""
    counted, _, rest = name.partition(" of ")
    if not counted.strip():
        return True  # nothing is left of a name in a text that breaks off
    word = counted.split()[-1]
    what = tags_of(word)
    return names_no_chooser(rest) if rest and is_part(word, what) else not can_act(word.lower(), what)
