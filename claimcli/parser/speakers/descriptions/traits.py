"""What a description is like: definite, no more than a word, near to somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcli.lexicon import CAPITAL, OPENS_NOUN, PEOPLE, POSSESSIVE, ROLE
from claimcli.lexicon.names import persons
from claimcli.parser.grammar import ARTICLES, POSSESSIVE_MARKS
from claimcli.parser.speakers.entity import FORMER, Entity
from claimcli.parser.speakers.heads import head_word
from claimcli.parser.speakers.phrase import NEW, Phrase

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

ANYBODY: Final = frozenset(
    "man woman boy girl person member resident voter narrator employee worker staffer".split()
)
"""Words for a person that tell nothing that others are not."""
ANY_ONE: Final = frozenset(
    "official source insider expert lawmaker leader executive critic analyst rival diplomat".split()
)
"""As what a headline tells of anybody: "Dam is late, *expert* says"."""
NAMELESS: Final = frozenset(
    "official officials source aide adviser advisor insider person executive staffer member operative strategist donor "
    "supporter ally friend relative employee worker resident voter critic lawmaker".split()
)
"""As whom people speak whose names are not told."""
TAKEN_NOTE_OF: Final = frozenset(
    "seen obtained reviewed read viewed cited quoted heard examined analyzed analysed reported published".split()
)
"""What is done to a work by others than whose it is: "a memo *obtained* by the Post"."""
_BACK: Final = 149  # tokens


def is_definite(p: Phrase) -> bool:
    """Whether a phrase speaks of somebody known: "the mayor", "his sister", "museum head"."""
    if p.opens in NEW or p.opens == "some" or p.what & PEOPLE:
        return False
    return bool(p.t.tag[p.first] & (OPENS_NOUN | CAPITAL) or p.what & ROLE)


def owner_of(w: Walk, p: Phrase) -> Entity | None:
    """Whose a phrase tells something or somebody to be: "*her* memoir", "*the mayor’s* aide"."""
    t, end = w.t, p.first + 1
    if not t.tag[p.first] & POSSESSIVE:
        end = t.find(POSSESSIVE_MARKS, end, p.head, 0)
    return w.meant(p.first, end, None)[0] if end else None


def last_before(w: Walk, word: str, at: int) -> int | None:
    """Where a word stands last before a token, not far back."""
    near = w.t.lower[max(0, at - _BACK) : at]
    near.reverse()
    return at - 1 - near.index(word) if word in near else None


def tells_of_another(p: Phrase, entity: Entity) -> bool:
    """Whether what stands behind a noun is not what stood there before: "aides *to Reed*" are not "aides *to Marr*"."""
    known = entity.words
    before = known[known.index(p.word) + 1 :] if p.word in known else ()
    behind = range(p.head + 1, p.last)
    if p.t.word(p.head + 1) == "in" and not any(p.t.tag[k] & CAPITAL for k in behind):
        return False  # "officials *in Arra*" may be "officials *in town*"
    return bool(before) and not {p.t.lower[k] for k in behind} - ARTICLES <= set(before)


def may_be(w: Walk, p: Phrase, entity: Entity) -> bool:
    """Whether nothing that is told of somebody speaks against a description: a deputy mayor is not "the mayor"."""
    said, known = set(p.words), persons()
    gender = known.gender.get(p.word)
    if gender and not entity.fits(gender):
        return False
    nations = [role.words & known.somebody for role in entity.roles] if p.word in known.somebody else []
    if any(nations) and not any(p.word in one for one in nations):
        return False  # the "Serb leader" is not "the Croat"
    states = [role.words & known.state_tails for role in entity.roles] if said & known.state_tails else []
    if any(states) and all(said.isdisjoint(one) for one in states):
        return False  # "the Ohio Republican" is no senator of Iowa
    if any(known.clash(said, role.words) for role in entity.roles) or _holds_another_office(w, p, entity):
        return False
    if entity.age and age_told(p) not in ("", entity.age):
        return False
    same = [role for role in entity.roles if role.head == p.word]
    return not same or any(not (role.words ^ said) & known.ranks for role in same)


def age_told(p: Phrase) -> str:
    """The age that a description tells: "the *38*-year-old (midfielder)"."""
    for word in p.t.lower[p.first : p.head + 1]:
        if word.endswith("-year-old"):
            return word.partition("-")[0]
    return ""


def _holds_another_office(w: Walk, p: Phrase, entity: Entity) -> bool:
    """Whether somebody is not "the governor" for being a mayor; "the former governor" a mayor may be."""
    said, known = head_word(w.t, p.first, p.head), persons()
    if not FORMER.isdisjoint(w.t.lower[p.first : p.head]):
        return False
    return any(known.exclude(said, role.head) for role in entity.roles if not role.former)
