"""Whom a phrase stands for that holds a name: "Rep. Ann Marr of Ohio", "her predecessor, Desmond Reed".

Each rule takes a phrase and answers, or leaves it to the next. The list at the end tells the order.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    DOCUMENT,
    NOUN,
    NUMBER,
    ORGANIZATION,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    ROLE,
    SUBJECT,
    TIME,
    VERB,
    WORD,
)
from claimcli.lexicon.names import given_names, persons
from claimcli.model import SpeakerType
from claimcli.parser.grammar import IN_LISTS, POSSESSIVE_MARKS, is_of_a_university
from claimcli.parser.speakers.entity import Entity, Mention
from claimcli.parser.speakers.heads import OF_ITS_GOODS, head_of
from claimcli.parser.speakers.naming.namesakes import NAMESAKES
from claimcli.parser.speakers.naming.titles import FORMERLY, TITLES
from claimcli.parser.speakers.phrase import Answer, Phrase, is_bare_role
from claimcli.parser.text import DASHES

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk


_ALONG_WITH: Final = (["along", "with"], ["together", "with"], ["as", "well", "as"], ["joined", "by"])
_ONE: Final = frozenset({"one", "another"})
_WITHIN_NAMES: Final = frozenset({"of", "for", "the", "and", "&", "to", "in", "on"})
_LONG_NAME: Final = 10  # tokens
_JOINS: Final = frozenset({"and", "nor"})
_BEFORE_TITLE: Final = 3  # tokens: "the Ohio" governor
_SET_APART: Final = DASHES | {"("}
_BEFORE_NAME: Final = frozenset({",", "named", "called", *_SET_APART})
_SETS_OFF: Final = DASHES | {",", ":"}


def apposed_name(w: Walk, p: Phrase) -> Answer | None:
    """ "Her predecessor, Desmond Reed, said …": the name that is set off."""
    if p.last >= len(w.t.lower) or w.t.lower[p.last] not in _BEFORE_NAME:
        return None
    if p.claim is not None and p.claim.cue is not None and p.claim.cue[0] <= p.last < p.claim.cue[1]:
        return None  # "one lawmaker called Marr a fool"
    if w.t.tag[p.head] & PEOPLE and p.last - p.first == 1:
        return None  # "To many, Marr is right"
    if w.t.lower[p.last] in _SET_APART:
        return _set_apart(w, p)
    mention, first = w.register.apposed(p.last) or (None, 0)
    if mention is None or first > p.head:
        somebody = w.t.tag[p.head] & ROLE and not w.t.tag[p.head] & PEOPLE
        somebody = somebody or _is_one(w, p)
        whole = somebody or p.head + 1 == p.last
        end = _mention_end(p)
        mention, first = (w.register.set_off(p.last, bool(somebody), end) if whole else None), p.head
    if mention is None or first > p.head:
        body = _apposed_body(w, p)
        return (body, "name in apposition") if body else None
    return mention.entity, "name in apposition"


def _set_apart(w: Walk, p: Phrase) -> Answer | None:
    """ "One critic — *Ann Marr* — said …", "The senator (*Tom Reed*) said …": the name set apart."""
    what = w.t.tag[p.head]
    if what & (PEOPLE | ORGANIZATION) or not (what & ROLE or _is_one(w, p)):
        return None  # "the three, Ann Marr, Tom Reed and Otto Gray"
    mention = w.register.set_off(p.last, True, _mention_end(p))
    return (mention.entity, "name in apposition") if mention else None


def _apposed_body(w: Walk, p: Phrase) -> Entity | None:
    """ "One group, *Partners for Arra*, said …": the body’s name that follows the comma."""
    t, size = w.t, len(w.t.lower)
    kind = t.tag[p.head] & ORGANIZATION or t.lower[p.head] in persons().bodies
    if not (kind and p.head + 1 == p.last) or t.tag[p.head] & PEOPLE or t.raw[p.head].istitle():
        return None
    first = last = p.last + 1 + (t.lower[p.last + 1 : p.last + 2] == ["the"])
    end = min(size, first + _LONG_NAME)
    while last < end and (t.tag[last] & CAPITAL or t.lower[last] in _WITHIN_NAMES):
        last += 1
    closed = last == _mention_end(p) or (last < size and t.lower[last] in _SETS_OFF)
    if not (closed and first + 1 < last and t.tag[first] & CAPITAL and t.tag[last - 1] & CAPITAL):
        return None
    name = w.register.ending(last)
    if name is not None and name.at <= first:
        return None if name.entity.person or name.entity.place else name.entity
    return w.describe("", t.words(first, last), SpeakerType.ORGANIZATION, tuple(t.lower[first:last]))


def _is_one(w: Walk, p: Phrase) -> bool:
    """Whether a phrase tells one of several: "One", "another", "One of his advisers", "another favorite in Arra"."""
    lower = w.t.lower
    if lower[p.first] not in _ONE:
        return False
    thing = w.t.tag[p.head] & (PEOPLE | ORGANIZATION | DOCUMENT | TIME)
    return not thing or p.last - p.first == 1 or lower[p.first + 1] == "of"


def _mention_end(p: Phrase) -> int:
    """Where the whole mention ends that begins with a phrase; 0 where the claim has another."""
    mention = p.claim.mention if p.claim is not None else None
    return mention[1] if mention and mention[0] <= p.first else 0


def apposed_names(w: Walk, p: Phrase) -> Answer | None:
    """ "The two candidates, Ann Marr and Tom Reed, said …": those who are named behind the comma."""
    t, end = w.t, _mention_end(p)
    many = t.tag[p.head] & PEOPLE or (t.lower[p.head].endswith("s") and not t.tag[p.head] & CAPITAL)
    if not p.last + 3 < end or t.lower[p.last] not in _SETS_OFF or not many:
        return None
    first = p.last + 1
    last = next((i for i in range(first, end) if t.lower[i] in ("who", "which", "both")), end)
    last -= t.lower[last - 1] in _SETS_OFF
    name = w.register.after(first)
    if name is None or name.title != first or not name.entity.person or "and" not in t.lower[first:last]:
        return None
    answer = joint(w, Phrase(first, last, first, p.sentence, p.claim))
    return (answer[0], "names in apposition") if answer else None


def joint(w: Walk, p: Phrase) -> Answer | None:
    """ "Ann Marr and Tom Reed said …", "Neither Ann Marr nor Tom Reed, her aide, said …": both."""
    t = w.t
    if p.last - p.first < 3 or _JOINS.isdisjoint(t.lower[p.first + 1 : p.last - 1]):
        return None
    first, last = p.first + (t.lower[p.first] == "neither"), p.last - (t.lower[p.last - 1] == "both")
    cuts = [
        i
        for i in range(first + 1, last - 1)
        if (t.lower[i] == "," or t.lower[i] in _JOINS) and not is_of_a_university(t, i)
    ]
    cuts = [i for i in cuts if not w.register.over(i)]
    while cuts and t.lower[cuts[-1]] == ",":
        last = cuts.pop()  # behind the last of them an apposition tells who that is
    edges = [first - 1, *cuts, last]
    parts = [(a + 1, b) for a, b in pairwise(edges) if a + 1 < b]
    noun = CAPITAL | DETERMINER | PEOPLE | POSSESSIVE | NUMBER | SUBJECT
    if len(parts) < 2 or "to" in t.lower[slice(*parts[0])] or _speaks_for_both(w, *parts[0], parts[1][0]):
        return None  # "aides to Ann Marr and Tom Reed"
    if _makes_both(w, *parts[0], parts[1][0]):
        return None
    if not all(t.tag[a] & noun or _is_named(w, a, b) for a, b in parts):
        return None
    if len(parts) == 2 and _share_a_surname(w, *parts):
        return w.describe("", t.words(first, last), SpeakerType.GROUP, ("and",)), "joint speakers"
    if any(len(t.raw[a]) == 4 and t.raw[a].isdigit() for a, _ in parts):
        return None  # "the mayor and 2014 candidate"
    if _is_one_with_two_roles(w, *parts[-1]) or (len(parts) == 2 and _are_roles_of_one(w, *parts)):
        return None
    entities = [_listed(w, a, b, p) for a, b in parts]
    if any(entity is None for entity in entities) or _is_bare_role(w, *parts[0]):
        return None
    name = " and ".join(dict.fromkeys(entity.name for entity in entities if entity))
    return w.describe("", name, SpeakerType.GROUP, ("and",)), "joint speakers"


def with_others(w: Walk, p: Phrase) -> Answer | None:
    """ "“No,” said Ann Marr, Tom Reed and Otto Gray", "The mayor, along with Tom Reed, said …": all of them."""
    if p.claim is None or w.t.lower[p.last : p.last + 1] != [","]:
        return None
    end = _mention_end(p)
    if not p.last + 2 < end:
        return None
    return _listed_behind(w, p, end) or _together_with(w, p, end)


def _listed_behind(w: Walk, p: Phrase, end: int) -> Answer | None:
    """ "“No,” said Ann Marr, Tom Reed and Otto Gray": all, where names follow the first, and nothing else."""
    lower = w.t.lower
    first = w.register.ending(p.last)
    if first is None or not first.entity.person or first.title != p.first or "and" not in lower[p.last : end]:
        return None
    last, complete = p.last, False
    while last + 1 < end and lower[last] in IN_LISTS and not complete:
        complete = "and" in lower[last : last + 2]
        name = w.register.after(last + 1)
        if name is None or name.title != last + 1 + (lower[last : last + 2] == [",", "and"]):
            return None
        if not name.entity.person:
            return None
        last = name.last
    return joint(w, Phrase(p.first, last, p.head, p.sentence, p.claim)) if complete else None


def _together_with(w: Walk, p: Phrase, end: int) -> Answer | None:
    """ "Ann Marr, *along with* Tom Reed, said …", "The mayor, as well as Tom Reed, said …": both."""
    lower, first = w.t.lower, p.last + 1
    joins = next((words for words in _ALONG_WITH if lower[first : first + len(words)] == words), None)
    if joins is None:
        return None
    one = w.meant(p.first, p.last, None)[0]
    other = w.meant(first + len(joins), end, None)[0]
    if one is None or other is None or one is other:
        return None
    return w.pair(one, other), "joint speakers"


def _listed(w: Walk, first: int, last: int, p: Phrase) -> Entity | None:
    """Who is one of several named together: of "Candidates Ann Marr, Tom Reed and Otto Gray" the first is Ann Marr."""
    name = w.register.ending(last)
    titled = name is not None and all(w.t.tag[i] & (PEOPLE | ROLE) for i in range(first, name.title))
    return name.entity if name and titled and name.entity.person else w.meant(first, last, p.claim)[0]


def _speaks_for_both(w: Walk, first: int, last: int, second: int) -> bool:
    """Whether a somebody is told to be of two who are named: "a lawyer *for* Ann Marr *and* Tom Reed"."""
    one, other = w.register.ending(last), w.register.after(second)
    if one is None or other is None or not (one.entity.person and other.entity.person):
        return False
    head = head_of(w.t, first, last)
    if head is None or head >= one.title or not w.t.tag[head] & (ROLE | PEOPLE):
        return False
    return other.title == second and w.t.lower[one.title - 1] in ("for", "of")


def _makes_both(w: Walk, first: int, last: int, second: int) -> bool:
    """Whether two goods are of one firm: "the maker *of* Pellbury Sauce *and* Arra Gin"; a person is no goods."""
    head, other = head_of(w.t, first, last), w.register.after(second)
    if head is None or w.t.lower[head] not in OF_ITS_GOODS or w.t.lower[head + 1] != "of":
        return False
    return other is None or other.title != second or not other.entity.person


def _is_bare_role(w: Walk, first: int, last: int) -> bool:
    """Whether a phrase is a role with no name behind it: "former senator *and candidate Ann Marr*"."""
    name = w.register.ending(last)
    return is_bare_role(w, first, last) and not (name is not None and name.entity.person)


def _share_a_surname(w: Walk, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether a first name borrows the surname behind "and": "Ann and Tom Reed"."""
    name = w.register.ending(second[1])
    alone = first[1] - first[0] == 1 and w.t.lower[first[0]] in given_names()
    return (
        alone
        and name is not None
        and name.entity.person
        and name.title == second[0]
        and name.last - name.at == 2
    )


def _is_one_with_two_roles(w: Walk, first: int, last: int) -> bool:
    """Whether a name follows the last of two roles that only one has: "the owner and Arra mayor, Ann Marr"."""
    t = w.t
    owned = t.tag[first] & (DETERMINER | POSSESSIVE) or not POSSESSIVE_MARKS.isdisjoint(t.lower[first:last])
    return not owned and t.lower[last : last + 1] == [","] and w.register.apposed(last) is not None


def _are_roles_of_one(w: Walk, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether two roles have one article, and so one bearer: "the Iowa senator and Republican candidate"."""
    t = w.t
    if not t.tag[first[0]] & DETERMINER or t.tag[second[0]] & (DETERMINER | POSSESSIVE | NUMBER):
        return False
    return all(t.tag[b - 1] & ROLE and not t.tag[b - 1] & (PEOPLE | CAPITAL) for _, b in (first, second))


def _is_named(w: Walk, first: int, last: int) -> bool:
    """Whether a phrase is somebody's name with titles: "former mayor Ann Marr"."""
    if not w.t.tag[first] & (ROLE | ORGANIZATION) and w.t.lower[first] not in FORMERLY:
        return False
    name = w.register.ending(last)
    return name is not None and name.entity.person and name.title <= first


def the_couple(w: Walk, p: Phrase) -> Answer | None:
    """ "Ann Marr and her husband, Tom Marr, left. The Marrs said …": both; so do "Marrs" in a headline."""
    word, alone = w.t.lower[p.last - 1], p.last - p.first == 1
    the = p.last - p.first == 2 and w.t.lower[p.first] == "the"
    if not word.endswith("s") or not (the or (alone and w.t.tag[p.first] & CAPITAL)):
        return None
    family = w.register.known.by_last.get(word.removesuffix("es" if word.endswith("ses") else "s"), [])
    if len(family) > 2:  # those whom the article has named so far
        family = [one for one in family[:NAMESAKES] if one.since < p.first]
    if len(family) != 2:
        return None
    first, second = sorted(family, key=attrgetter("since"))
    return w.pair(first, second), "both of that surname"


def titled_name(w: Walk, p: Phrase) -> Answer | None:
    """ "University of Arra professor Ann Marr", "master of ceremonies Ann Marr": the person at the end."""
    if not w.t.tag[p.last - 1] & CAPITAL:
        return None
    mention = w.register.ending(p.last)
    if mention is None or not mention.entity.person or mention.at <= p.first or _is_only_told(w, p, mention):
        return None
    before = w.t.tag[mention.at - 1]
    verb = before & VERB and not before & NOUN  # "Ann Marr Endorses Tom Reed"
    noun = before & WORD and not verb and not before & (PREPOSITION | DETERMINER | COORDINATOR | POSSESSIVE)
    if w.t.lower[mention.title - 1] in POSSESSIVE_MARKS:
        return mention.entity, "name"  # "The Post’s Ann Marr"
    if (mention.title < mention.at and mention.title <= p.head) or (noun and len(mention.entity.words) > 1):
        return mention.entity, "name"
    return None


def _is_only_told(w: Walk, p: Phrase, name: Mention) -> bool:
    """Whether a titled name only tells whose a somebody is: "a spokesman for *Mayor Ann Marr*".

    "University of Arra *professor Ann Marr*" is she, and so is "a candidate for *mayor Ann Marr*".
    """
    t, known = w.t, persons()
    last = name.at - 1 - (t.lower[name.at - 1] == ".")
    if name.title == name.at or not (t.tag[last] & TITLES or t.lower[last] in known.courtesy):
        return False
    of = _preposition_before(w, name)
    if of <= p.head or not t.tag[of] & PREPOSITION or known.role(t.lower[p.head]) == "candidate":
        return False
    what = t.tag[p.head]
    if what & ROLE or (what & PEOPLE and not what & CAPITAL) or t.lower[p.head] in known.related:
        return True
    # "Students for Life president Ann Marr": a body’s name goes up to its last capital.
    opens = t.tag[name.title] & TITLES or t.lower[name.title] in FORMERLY
    several = what & PEOPLE or (
        what & ORGANIZATION and not what & CAPITAL
    )  # "the campaign of Mayor Ann Marr"
    return bool(several and opens)


def _preposition_before(w: Walk, name: Mention) -> int:
    """What stands before a titled name, before those named along with it, and before what else tells of its bearer.

    The "for" in "a spokesman *for* the Ohio governor Tom Reed", "a spokesman *for* Mayor Tom Reed and Sen. Ann Marr".
    """
    t, of = w.t, name.title - 1
    other = w.register.ending(of) if t.lower[of] == "and" else None
    if other is not None and other.entity.person:
        of = other.title - 1
    for _ in range(_BEFORE_TITLE):
        what = t.tag[of]
        if what & PREPOSITION or not what & (DETERMINER | POSSESSIVE | CAPITAL):
            break
        of -= 1
    return of


def letters_behind_a_name(w: Walk, p: Phrase) -> Answer | None:
    """ "Ann Marr, | *PhD, RN*|, said": whose honours or degrees the phrase tells."""
    honours = w.t.lower[p.first] in persons().postnominals and p.first > 1
    mention = w.register.ending(p.first - 1) if honours and w.t.lower[p.first - 1] == "," else None
    return (mention.entity, "name") if mention and mention.entity.person else None


def title_of_a_name(w: Walk, p: Phrase) -> Answer | None:
    """ "The Pellbury Public | Advocate Ann Marr": a phrase that was cut off within the titles of a name."""
    mention = w.register.after(p.last)
    if mention is None or not mention.entity.person or not mention.title < p.last <= mention.at:
        return None
    return mention.entity, "name"


def name(w: Walk, p: Phrase) -> Answer | None:
    """ "Rep. Ann Marr of Ohio", "Marr": the name that is the phrase's head."""
    mention = w.register.over(p.head) if w.t.tag[p.head] & CAPITAL else None
    if mention is None or (mention.modifier and mention.last <= p.head):
        return None
    if _is_an_office(w, p, mention):
        return None
    full = mention.last - mention.at > 1
    return mention.entity, "name" if full else "part of a name"


def _is_an_office(w: Walk, p: Phrase, mention: Mention) -> bool:
    """Whether capitals describe somebody: "the former *CEO of Marr Air*", "the *Iowa Republican*"."""
    t = w.t
    if mention.entity.person or t.lower[p.first] != "the":
        return False
    epithet = t.lower[mention.last - 1] in persons().epithets and mention.last - mention.at > 1
    return epithet or (bool(t.tag[mention.at] & ROLE) and "of" in t.lower[mention.at : mention.last])


NAMED: Final[list[Callable[[Walk, Phrase], Answer | None]]] = [
    joint,
    with_others,
    the_couple,
    apposed_name,
    apposed_names,
    titled_name,
    letters_behind_a_name,
    title_of_a_name,
    name,
]
