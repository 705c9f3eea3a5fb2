"""Names set off from the phrase that they tell of: "her predecessor, *Desmond Reed*", "one critic — *Ann Marr* —".

Each rule takes a phrase and answers, or leaves it to the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcli.lexicon import CAPITAL, DETERMINER, DOCUMENT, ORGANIZATION, PEOPLE, PLURAL, ROLE, TIME
from claimcli.lexicon.kinds import kind_of
from claimcli.parser.grammar import POSSESSIVE_MARKS
from claimcli.parser.speakers.by_name.several import joint
from claimcli.parser.speakers.clause import before_article
from claimcli.parser.speakers.entity import BODY, Entity
from claimcli.parser.speakers.heads import is_owned, is_somebody
from claimcli.parser.speakers.naming.spelling import SMALL
from claimcli.parser.speakers.phrase import Answer, Phrase
from claimcli.parser.speakers.pronouns.opening import RELATIVES
from claimcli.parser.text import DASHES

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

_RULE: Final = "name in apposition"
_ONE: Final = frozenset({"one", "another"})
_LONG_NAME: Final = 10  # tokens
_SET_APART: Final = DASHES | {"("}
_BEFORE_NAME: Final = frozenset({",", "named", "called", *_SET_APART})
_SETS_OFF: Final = DASHES | {",", ":"}
_LEADS_NAME: Final = CAPITAL | ROLE | DETERMINER


def apposed_name(w: Walk, p: Phrase) -> Answer | None:
    """ "Her predecessor, Desmond Reed, said …": the name that is set off."""
    if p.last < p.mention_end and w.t.lower[p.last] in RELATIVES:
        p = _with_its_clause(w, p)
    if w.t.word(p.last) not in _BEFORE_NAME:
        return None
    if p.claim is not None and p.claim.cue is not None and p.claim.cue[0] <= p.last < p.claim.cue[1]:
        return None  # "one lawmaker called Marr a fool"
    if p.what & PEOPLE and p.alone:
        return None  # "To many, Marr is right"
    if w.t.lower[p.last] in _SET_APART:
        return _set_apart(w, p)
    apposed = w.register.apposed(p.last)
    if apposed is not None and apposed[1] <= p.head:
        return apposed[0].entity, _RULE
    somebody = bool(p.what & ROLE or _is_one(p))
    mention = w.register.set_off(p.last, somebody, p.mention_end) if somebody or p.bare else None
    entity = mention.entity if mention is not None else _apposed_body(w, p)
    return (entity, _RULE) if entity is not None else None


def told_at_the_end(w: Walk, p: Phrase) -> Answer | None:
    """ "The first governor to back the plan was *Ann Marr*": who is told to be what the phrase describes."""
    if p.claim is None or p.opens != "the" or not is_somebody(w.t, p.head):
        return None
    t, verb = w.t, p.claim.content[-1][1]
    if verb < p.last or t.word(verb) not in ("is", "was"):
        return None
    name = w.register.after(verb)
    if name is None or not name.entity.person or t.word(name.last) in POSSESSIVE_MARKS:
        return None
    led = all(t.tag[k] & _LEADS_NAME or t.lower[k] == "." for k in range(verb + 1, name.title))
    return (name.entity, _RULE) if led else None


def _with_its_clause(w: Walk, p: Phrase) -> Phrase:
    """A phrase with the clause behind it, up to the name that ends the mention: "*The baker who saw it*, Ann Marr,"."""
    name = w.register.ending(p.mention_end)
    comma = before_article(w.t, name) if name is not None else p.last
    return p.part(p.first, comma, p.head) if w.t.lower[comma] == "," and comma > p.last else p


def _set_apart(w: Walk, p: Phrase) -> Answer | None:
    """ "One critic — *Ann Marr* — said …", "Her running mate (*Tom Reed*) said …": the name set apart."""
    owned = is_owned(w.t, p.first, p.head) and not kind_of(p.word) & (PEOPLE | ORGANIZATION | DOCUMENT)
    if not (p.what & ROLE or owned or _is_one(p)):
        return None  # "the three, Ann Marr, Tom Reed and Otto Gray"
    mention = w.register.set_off(p.last, True, p.mention_end)
    return (mention.entity, _RULE) if mention else None


def _apposed_body(w: Walk, p: Phrase) -> Entity | None:
    """ "One group, *Partners for Arra*, said …": the body’s name that follows the comma."""
    t = w.t
    kind = kind_of(p.word) & ORGANIZATION
    one = p.opens == "one" and _is_one(p)  # "One of them, Arra Group, said"
    if not one and not kind:
        return None
    first = last = p.last + 1 + (t.word(p.last + 1) == "the")
    end = min(len(t.lower), first + _LONG_NAME)
    while last < end and (t.tag[last] & CAPITAL or t.lower[last] in SMALL):
        last += 1
    closed = last == p.mention_end or ((one or p.bare) and t.word(last) in _SETS_OFF)
    if not closed or last < first + 2:
        return None
    name = w.register.ending(last)
    if name is not None and name.at <= first:
        return None if name.entity.person or name.entity.place else name.entity
    return w.describe("", t.words(first, last), BODY, tuple(t.lower[first:last]))


def _is_one(p: Phrase) -> bool:
    """Whether a phrase tells one of several: "One", "another", "One of his advisers", "another favorite in Arra"."""
    if p.opens not in _ONE:
        return False
    thing = p.what & (PEOPLE | ORGANIZATION | DOCUMENT | TIME)
    return not thing or p.alone


def apposed_names(w: Walk, p: Phrase) -> Answer | None:
    """ "The two candidates, Ann Marr and Tom Reed, said …": those who are named behind the comma."""
    t, end = w.t, p.mention_end
    many = p.what & PEOPLE or p.what & (PLURAL | CAPITAL) == PLURAL
    if not p.last + 3 < end or t.lower[p.last] not in _SETS_OFF or not many:
        return None
    first = p.last + 1
    last = t.find({"who", "which", "both"}, first, end, end)
    last -= t.lower[last - 1] in _SETS_OFF
    if w.register.person_at(first) is None:
        return None
    answer = joint(w, p.part(first, last, first))
    return (answer[0], "names in apposition") if answer else None
