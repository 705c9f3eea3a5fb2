"""The one name that a phrase is, or ends in: "Rep. Ann Marr of Ohio", "University of Arra professor Ann Marr".

Each rule takes a phrase and answers, or leaves it to the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    NOUN,
    OPENS_NOUN,
    ORGANIZATION,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    ROLE,
    VERB,
    WORD,
)
from claimcli.lexicon.kinds import kind_of
from claimcli.lexicon.names import persons
from claimcli.parser.speakers.entity import Mention
from claimcli.parser.speakers.naming.titles import FORMERLY, TITLES
from claimcli.parser.speakers.phrase import Answer, Phrase

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

_BEFORE_TITLE: Final = 3  # tokens: "the Ohio" governor


def titled_name(w: Walk, p: Phrase) -> Answer | None:
    """ "University of Arra professor Ann Marr", "master of ceremonies Ann Marr": the person at the end."""
    if not w.t.tag[p.last - 1] & CAPITAL:
        return None
    mention = w.register.person_ending(p.last)
    if mention is None or mention.at <= p.first or _is_only_told(w, p, mention):
        return None
    before = w.t.tag[mention.at - 1]
    verb = before & VERB and not before & NOUN  # "Ann Marr Endorses Tom Reed"
    noun = before & WORD and not verb and not before & (PREPOSITION | DETERMINER | COORDINATOR | POSSESSIVE)
    if (mention.title < mention.at and mention.title <= p.head) or (noun and len(mention.entity.words) > 1):
        return mention.entity, "name"
    return None


def _is_only_told(w: Walk, p: Phrase, name: Mention) -> bool:
    """Whether a titled name only tells whose a somebody is: "a spokesman for *Mayor Ann Marr*".

    "University of Arra *professor Ann Marr*" is she, and so is "a candidate for *mayor Ann Marr*".
    """
    t, known = w.t, persons()
    if name.title == name.at:
        return False
    of = _preposition_before(w, name)
    if of <= p.head or not t.tag[of] & PREPOSITION or known.role(p.word) == "candidate":
        return False
    if p.what & ROLE:
        return True
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
    """ "Ann Marr, | *PhD, RN*|, said", "Marr Foods, | *Inc. (NYSE: MRF)*| said": whose letters the phrase tells."""
    firm = p.opens in persons().companies
    if not (firm or p.opens in persons().postnominals):
        return None
    mention = w.register.told_of(p.first)

    return (mention.entity, "name") if mention and mention.entity.person is not firm else None


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
    full = mention.last - mention.at > 1
    return mention.entity, "name" if full else "part of a name"


def _is_an_office(w: Walk, p: Phrase, mention: Mention) -> bool:
    """Whether capitals describe somebody: "the former *CEO of Marr Air*", "the *Iowa Republican*"."""
    t = w.t
    if mention.entity.person or p.opens != "the":
        return False
    epithet = t.lower[mention.last - 1] in persons().epithets and mention.last - mention.at > 1
    of = t.find({"of"}, mention.at + 1, mention.last, 0)
    return epithet or bool(of and t.tag[of - 1] & TITLES)
