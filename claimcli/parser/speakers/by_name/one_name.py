"""The one name that a phrase is, ends in, or tells of: "Rep. Ann Marr of Ohio", "her predecessor, *Tom Reed*".

Each rule takes a phrase and answers, or leaves it to the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    CAPITAL,
    COORDINATOR,
    CUE,
    DOCUMENT,
    NOUN,
    OPENS_NOUN,
    ORGANIZATION,
    PEOPLE,
    PREPOSITION,
    ROLE,
    TIME,
    VERB,
    WORD,
)
from claimcli.lexicon.kinds import kind_of
from claimcli.lexicon.names import persons
from claimcli.parser.grammar import opening_bracket
from claimcli.parser.speakers.by_name.several import SETS_OFF_NAMES
from claimcli.parser.speakers.entity import BODY, Entity, Mention
from claimcli.parser.speakers.heads import does_to_somebody, is_owned
from claimcli.parser.speakers.naming.spelling import SMALL
from claimcli.parser.speakers.naming.titles import FORMERLY, TITLES
from claimcli.parser.speakers.phrase import Answer, Phrase
from claimcli.parser.text import CLOSED_BY

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

_APPOSED: Final = "name in apposition"
_LONG_NAME: Final = 10  # tokens
_BEFORE_NAME: Final = frozenset({"named", "called", *CLOSED_BY})
_BEFORE_TITLE: Final = 3  # tokens: "the Ohio" governor


def whole_name(w: Walk, p: Phrase) -> Answer | None:
    """ "Rep. Ann Marr": a person’s name and no more; who is named behind its comma is somebody else.

    "Tom Reed, 25, and his wife, *Ann Marr*, said": both.
    """
    mention = w.register.person_ending(p.last)
    if mention is None or mention.title != p.first:
        return None
    cue = p.claim.cue if p.claim is not None and w.t.lower[p.first - 1] == "," else None
    spouse = w.named_along_with(mention) if cue is not None and cue[0] >= p.last else None
    if spouse is not None and spouse.entity.person:
        return w.joint(spouse.entity, mention.entity), "joint speakers"
    return mention.entity, "part of a name" if p.alone else "name"


def titled_name(w: Walk, p: Phrase) -> Answer | None:
    """ "University of Arra professor Ann Marr", "master of ceremonies Ann Marr": the person at the end."""
    mention = w.register.person_ending(p.last)
    if mention is None or mention.at <= p.first or _is_only_told(w, p, mention):
        return None
    bracket = w.t.lower[mention.at - 1] == ")"  # "the Union of Bakers’ (UB) Ann Marr"
    before = w.t.tag[(opening_bracket(w.t, p.first, mention.at - 1) if bracket else mention.at) - 1]
    verb = before & VERB and not before & NOUN  # "Ann Marr Endorses Tom Reed"
    noun = before & WORD and not verb and not before & (PREPOSITION | OPENS_NOUN | COORDINATOR)
    noun = noun and not (before & PEOPLE and mention.last - mention.at == 1)  # "the nuns *Marr* knew"
    if (mention.title < mention.at and mention.title <= p.head) or (noun and len(mention.entity.words) > 1):
        return mention.entity, "name"
    return None


def _is_only_told(w: Walk, p: Phrase, name: Mention) -> bool:
    """Whether a titled name only tells whose a somebody is: "a spokesman for *Mayor Ann Marr*".

    "University of Arra *professor Ann Marr*" is she, and so is "a candidate for *mayor Ann Marr*".
    """
    t, of = w.t, _preposition_before(w, name)
    if of <= p.head or persons().role(p.word) == "candidate":
        return False
    if not t.tag[of] & PREPOSITION:
        return does_to_somebody(t, of, name.last)  # "a lawyer representing *Mayor Ann Marr*"
    if p.what & (ROLE | DOCUMENT) or (p.what & PEOPLE and t.lower[of] == "to"):
        return True  # "aides *to* Harbour Minister Ann Marr"
    # "Students for Life president Ann Marr": a body’s name goes up to its last capital.
    opens = t.tag[name.title] & TITLES or t.lower[name.title] in FORMERLY
    body = p.what & ORGANIZATION and not p.what & CAPITAL  # "the campaign of Mayor Ann Marr"
    return bool((body or kind_of(p.word) & PEOPLE) and opens)


def _preposition_before(w: Walk, name: Mention) -> int:
    """What stands before a titled name, before those named along with it, and before what else tells of its bearer.

    The "for" in "a spokesman *for* the Ohio governor Tom Reed", "a spokesman *for* Mayor Tom Reed and Sen. Ann Marr".
    """
    t, of = w.t, name.title - 1
    other = w.register.person_ending(of) if t.lower[of] == "and" else None
    if other is not None:
        of = other.title - 1
    for _ in range(_BEFORE_TITLE):
        what = t.tag[of]
        if not what & (OPENS_NOUN | CAPITAL):
            break
        of -= 1
    return of


def letters_behind_a_name(w: Walk, p: Phrase) -> Answer | None:
    """ "Ann Marr, | *PhD, RN*|, said": whose letters the phrase tells."""
    mention = w.register.told_of(p.first) if p.opens in persons().postnominals else None
    return (mention.entity, "name") if mention and mention.entity.person else None


def title_of_a_name(w: Walk, p: Phrase) -> Answer | None:
    """ "The Pellbury Public | Advocate Ann Marr": a phrase that was cut off within the titles of a name."""
    mention = w.register.after(p.last)
    if mention is None or not mention.entity.person or not mention.title < p.last <= mention.at:
        return None
    return mention.entity, "name"


def name(w: Walk, p: Phrase) -> Answer | None:
    """ "Rep. Ann Marr of Ohio", "Marr": the name that is the phrase's head."""
    mention = w.register.over(p.head) if p.what & CAPITAL else None
    if mention is None or _is_an_office(w, p, mention):
        return None
    if w.t.lower[p.first - 1] in ("of", "from"):  # "Ann Marr, 31, of | *Arra* said", cut off behind its "of"
        whose = w.register.told_of(p.first - 1)
        if whose is not None and whose.entity.person:
            return whose.entity, "name"
    if p.last < mention.last and w.t.tag[p.last] & CUE:  # "*Reed* Slam rules": no "Reed Slam"
        called = w.register.known.named_in(w.t.words(mention.at, p.last))
        if len(called) == 1:
            return called.pop(), "part of a name"
    full = mention.last - mention.at > 1
    if not full and w.t.word(mention.last) == "for" and w.t.what(mention.last + 1) & CAPITAL:
        return None  # "**Citizens** for Arra" is not Citizens Bank
    return mention.entity, "name" if full else "part of a name"


def _is_an_office(w: Walk, p: Phrase, mention: Mention) -> bool:
    """Whether capitals describe somebody: "the former *CEO of Marr Air*", "the *Iowa Republican*"."""
    t = w.t
    if mention.entity.person or p.opens != "the":
        return False
    of = t.find({"of"}, mention.at + 1, mention.last, 0)
    return t.lower[mention.last - 1] in persons().epithets or bool(of and t.tag[of - 1] & TITLES)


def apposed_name(w: Walk, p: Phrase) -> Answer | None:
    """ "Her predecessor, Desmond Reed, said …": the name that is set off."""
    mark = w.t.word(p.last)
    if mark not in _BEFORE_NAME:
        return None
    if p.claim is not None and p.claim.cue is not None and p.claim.cue[0] <= p.last < p.claim.cue[1]:
        return None  # "one lawmaker called Marr a fool"
    if (p.what & PEOPLE and p.alone) or (p.claim is not None and p.claim.rules[:1] == ["for-whom"]):
        return None  # "To many, Marr is right", "To his admirers, | Marr is right"
    if mark in CLOSED_BY and mark != ",":
        return _set_apart(w, p)
    apposed = w.register.apposed(p.last)
    if apposed is not None:
        return apposed.entity, _APPOSED
    somebody = bool(p.what & ROLE or _is_one(p))
    mention = w.register.set_off(p.last, somebody) if somebody or p.bare else None
    entity = mention.entity if mention is not None else _apposed_body(w, p)
    return (entity, _APPOSED) if entity is not None else None


def _set_apart(w: Walk, p: Phrase) -> Answer | None:
    """ "One critic — *Ann Marr* — said …", "Her running mate (*Tom Reed*) said …": the name set apart."""
    owned = is_owned(w.t, p.first, p.head) and not kind_of(p.word) & (PEOPLE | ORGANIZATION | DOCUMENT)
    if not (p.what & ROLE or owned or _is_one(p)):
        return None  # "the three, Ann Marr, Tom Reed and Otto Gray"
    mention = w.register.set_off(p.last, True)
    return (mention.entity, _APPOSED) if mention else None


def _apposed_body(w: Walk, p: Phrase) -> Entity | None:
    """ "One group, *Partners for Arra*, said …", "Its largest donor, *the Arra Fund*, said": the body that follows."""
    t = w.t
    # not "The Dock *Union*, Reed Air and Marr Oil"
    kind = kind_of(p.word) & ORGANIZATION and not p.what & CAPITAL
    one = p.opens == "one" and _is_one(p)  # "One of them, Arra Group, said"
    somebodys = not kind_of(p.word) & DOCUMENT and is_owned(t, p.first, p.head)
    if not (one or kind or somebodys):
        return None
    named = w.register.ending(p.mention_end)
    if named is not None and p.last + 1 < named.at < p.last + _LONG_NAME and not named.entity.person:
        plain = not any(what & PREPOSITION for what in t.tag[p.last + 1 : named.at])
        if plain and kind_of(t.lower[named.at - 1]) & ORGANIZATION:
            return named.entity  # "Its owner, the Danish *firm* Holt Lines, said"
    first = last = p.last + 1 + (t.word(p.last + 1) == "the")
    end = min(len(t.raw), first + _LONG_NAME)
    while last < end and (t.tag[last] & CAPITAL or t.lower[last] in SMALL):
        last += 1
    closed = last == p.mention_end or ((one or p.bare) and t.word(last) in SETS_OFF_NAMES)
    if not closed or last < first + 2:
        return None
    name = w.register.ending(last)
    if name is not None and name.at <= first:
        return name.entity
    if not (one or kind):
        return None
    return w.describe("", t.words(first, last), BODY, tuple(t.lower[first:last]))


def _is_one(p: Phrase) -> bool:
    """Whether a phrase tells one of several: "One", "another", "another favorite in Arra"."""
    return p.opens in ("one", "another") and not p.what & (PEOPLE | ORGANIZATION | DOCUMENT | TIME)
