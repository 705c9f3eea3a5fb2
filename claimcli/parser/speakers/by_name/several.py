"""Several who are named together: "Ann Marr and Tom Reed", "the mayor, along with Tom Reed", "the Marrs".

Each rule takes a phrase and answers, or leaves it to the next.
"""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    CAPITAL,
    DETERMINER,
    DOCUMENT,
    HONORIFIC,
    NUMBER,
    OPENS_NOUN,
    ORGANIZATION,
    PEOPLE,
    PLURAL,
    PREPOSITION,
    ROLE,
    SOMEBODY,
    SPEECH,
    SUBJECT,
    VERB_ING,
    WORD,
)
from claimcli.lexicon.names import given_names
from claimcli.parser.grammar import ARTICLES, headline_list, is_of_a_university
from claimcli.parser.speakers.entity import Entity, is_joint
from claimcli.parser.speakers.heads import head_of, type_of
from claimcli.parser.speakers.naming.titles import FORMERLY
from claimcli.parser.speakers.phrase import Answer, Phrase, is_bare_role
from claimcli.parser.speakers.pronouns.opening import does
from claimcli.parser.text import CLOSED_BY, DASHES, Tokens

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

_ALONG_WITH: Final = (["along", "with"], ["together", "with"], ["as", "well", "as"], ["joined", "by"])
THEIRS: Final = frozenset({"campaigns", "camps", "families", "teams"})
"""What several people have each: "the Marr and Reed **campaigns**"."""
_JOINS: Final = frozenset({"and", "nor"})
SETS_OFF_NAMES: Final = DASHES | {",", ":"}
_ASIDE: Final = 16  # tokens
_BY_WHOM: Final = frozenset({"by", "from", "for"})
_OF_WHOM: Final = frozenset({"at", "for", "from", "in", "of"})
_TO_BOTH: Final = frozenset({"to", "between", "like"})


def joint(w: Walk, p: Phrase) -> Answer | None:
    """ "Ann Marr and Tom Reed said …", "Neither Ann Marr nor Tom Reed, her aide, said …": both."""
    t = w.t
    edges = _edges(w, p)
    parts = [(a + 1, b) for a, b in pairwise(edges) if a + 1 < b]
    # no part is an age: "Ann Marr, **45**, and …"
    parts = [(a, b) for a, b in parts if not (b == a + 1 and t.raw[a].isdecimal())]
    noun = CAPITAL | OPENS_NOUN | PEOPLE | NUMBER | SUBJECT
    if parts and t.lower[parts[-1][0] - 1] == ",":  # in a headline
        noun |= ROLE | ORGANIZATION
    if len(parts) < 2 or t.tag[parts[-1][1] - 1] & (SPEECH | DOCUMENT) == SPEECH or p.word in THEIRS:
        return None  # "the dockers, *Ann Marr and Tom Reed say*, …", "the Marr and Reed campaigns"
    if not _TO_BOTH.isdisjoint(t.lower[slice(*parts[0])]):
        return None  # "aides to Ann Marr and Tom Reed"
    told = t.words(parts[0][0] + (p.opens in ARTICLES), parts[-1][1])
    head = _of_whom_each_is(w, *parts[0], parts[1][0])
    if head is not None:
        return w.describe(p.word, told, type_of(t, p.first, head), tuple(p.words)), "as described"
    he = t.tag[parts[0][0]] & SUBJECT and t.tag[parts[-1][1] - 1] & PEOPLE  # "*he and* senior aides"
    somebody = is_bare_role(w, *parts[-1]) and w.register.person_ending(parts[0][1])  # "*Ann Marr* and wife"
    named = (t.tag[a] & noun or _is_named(w, a, b, a == parts[0][0]) for a, b in parts)
    if not (he or somebody or all(named)):
        return None
    if len(parts) == 2 and _share_a_surname(w, *parts):
        return w.joint_by_name(t.words(edges[0] + 1, edges[-1])), "joint speakers"
    one, end = parts[0]
    if t.tag[one] & NUMBER and not t.tag[end - 1] & (PLURAL | SOMEBODY):
        return None  # "nine rural and Danish clubs", "one rural and one Danish club"
    if _are_roles_of_one(w, parts):
        return None
    entities = [entity for a, b in parts if (entity := _listed(w, a, b, p))]
    if len(entities) == len(parts) == 2 and entities[0] is entities[1] and t.tag[parts[1][0]] & DETERMINER:
        return w.joint_by_name(told), "as described"  # "the Utah senator and *the* banker" are no one man
    if len({*entities}) < len(parts):
        return None
    # "Critics, Reed and Holt": who they are is told behind the comma.
    told_behind = is_joint(entities[0]) and w.joint(*entities[1:]) is entities[0]
    return entities[0] if told_behind else w.joint(*entities), "joint speakers"


def both_parted(w: Walk, first: int, last: int) -> Answer | None:
    """ "Ann Marr, *a baker*, and Tom Reed said …": both, whatever the commas tell of the first."""
    lower = w.t.lower
    if "," not in lower[first + 1 : last - 3]:
        return None
    opens = lower.index(",", first + 1, last)
    closes = w.t.find({","}, opens + 1, last - 2, last)
    if closes >= last - 2 or lower[closes + 1] != "and":
        return None
    end = w.t.find({","}, closes + 2, last, last)  # "and Tom Reed, *46*", "and Tom Reed, *a clerk*"
    if w.t.tag[opens + 1] & CAPITAL:
        return None
    return _both(w, w.meant(first, opens, None)[0], w.meant(closes + 2, end, None)[0])


def _both(w: Walk, one: Entity | None, other: Entity | None) -> Answer | None:
    """Two as one speaker, where each is known and they are not the same."""
    return (w.joint(one, other), "joint speakers") if one and other and one is not other else None


def _edges(w: Walk, p: Phrase) -> list[int]:
    """What stands before, between and behind those who are joined: "**neither** Ann Marr **nor** Tom Reed**,**"."""
    lower = w.t.lower
    headlined = _is_headlined(w.t, p)
    if w.register.person_at(p.first) is w.register.person_ending(p.last) is not None:
        return []  # "the minister for roads *and* ports Ann Marr"
    if p.last - p.first < 3 or (not headlined and _JOINS.isdisjoint(lower[p.first + 1 : p.last - 1])):
        return []
    of = w.t.find_back(_OF_WHOM, p.last - 1, p.first)
    names = all(lower[i] in ("and", ",", ".") or w.t.tag[i] & CAPITAL for i in range(of + 2, p.last))
    body = of and names and not w.register.people_within(of, p.last)
    if body and w.register.person_ending(of) is not None and "and" not in lower[p.first : of]:
        return []  # "Ann Marr of the Arra Docks *and* Rivers Board"
    first, last = p.first + (lower[p.first] == "neither"), p.last - (lower[p.last - 1] == "both")
    joins = (i for i in range(first + 1, last - 1) if lower[i] == "," or lower[i] in _JOINS)
    cuts = [i for i in joins if not (w.register.over(i) or is_of_a_university(w.t, i))]
    while cuts and lower[cuts[-1]] == "," and not headlined:
        last = cuts.pop()  # behind the last of them an apposition tells who that is
    return [first - 1, *cuts, last]


def _is_headlined(t: Tokens, p: Phrase) -> bool:
    """Whether a headline has a comma for "and": "*Marr, Reed* vow to"."""
    commas = [i for i in range(p.first + 1, p.last - 1) if t.lower[i] == ","]
    return bool(commas) and headline_list(t, p.first, commas[-1] + 1, p.last) == p.first


def _of_whom_each_is(w: Walk, first: int, last: int, second: int) -> int | None:
    """The noun for people or a paper that is of each who is named: "*lawyers* at Boeing and the Marr Fund"."""
    t = w.t
    head, second = head_of(t, first, last), second + (t.lower[second] == "the")
    if head is None or not t.tag[head] & (ROLE | PEOPLE | DOCUMENT):
        return None
    if t.tag[head] & CAPITAL and t.sentences[w.sentence_of(head)][0] != head:
        return None  # "Friends of Marr and Sons"
    of = t.word(head + 1) in (_BY_WHOM if t.tag[head] & DOCUMENT else _OF_WHOM)
    alike = (w.register.person_ending(last) is None) is (w.register.person_at(second) is None)
    return head if of and alike and t.tag[last - 1] & t.tag[second] & CAPITAL else None


def _share_a_surname(w: Walk, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether a first name borrows the surname behind "and": "Ann and Tom Reed"."""
    name = w.register.person_ending(second[1])
    alone = first[1] - first[0] == 1 and w.t.lower[first[0]] in given_names()
    return alone and name is not None and name.title == name.at == second[0] and name.last - name.at == 2


def _are_roles_of_one(w: Walk, parts: list[tuple[int, int]]) -> bool:
    """Whether roles have one bearer, named behind the last, with one article or none before the first.

    "The owner and Arra mayor, *Ann Marr*", "*the* Iowa senator and Republican candidate", "former senator and
    candidate *Ann Marr*".
    """
    t, (one, end), (first, last) = w.t, parts[0], parts[-1]
    if is_bare_role(w, one, end) and w.register.person_ending(end) is None:
        return True
    named = t.word(last) == "," and w.register.person_at(last + 1)  # "Police and Crime Commissioner, *Ann*"
    roles = len(parts) == 2 and (named or t.tag[end - 1] & (ROLE | HONORIFIC)) and t.tag[last - 1] & ROLE
    return bool(roles and t.tag[one] & DETERMINER) and not t.tag[first] & (OPENS_NOUN | NUMBER)


def _is_named(w: Walk, first: int, last: int, opens: bool) -> bool:
    """Whether a phrase is a name with titles: "former mayor Ann Marr"; the first may be "naval experts Ann Marr"."""
    t, name = w.t, w.register.person_ending(last)
    if name is None or not (opens or t.tag[first] & (ROLE | ORGANIZATION) or t.lower[first] in FORMERLY):
        return False
    led = all(t.tag[k] & (WORD | PREPOSITION | VERB_ING) == WORD for k in range(first, name.title))
    return name.title <= first or (opens and led)


def _listed(w: Walk, first: int, last: int, p: Phrase) -> Entity | None:
    """Who is one of several named together: of "Candidates Ann Marr, Tom Reed and Otto Gray" the first is Ann Marr."""
    name = w.register.person_ending(last)
    titled = name is not None and all(w.t.tag[i] & (PEOPLE | ROLE) for i in range(first, name.title))
    return name.entity if name and titled else w.meant(first, last, p.claim)[0]


def with_others(w: Walk, p: Phrase) -> Answer | None:
    """ "The mayor, *along with* Tom Reed, said …", "“No,” said Ann Marr, *Tom Reed and Otto Gray*": all of them."""
    lower, first, end = w.t.lower, p.last + 1, p.mention_end
    if w.t.word(p.last) != "," or first + 1 >= end:
        return None
    name = w.register.person_ending(p.last)
    if name and name.title == p.first and w.register.person_at(first) and "and" in lower[first:end]:
        return joint(w, p.part(p.first, end, p.head))
    joins = next((words for words in _ALONG_WITH if lower[first : first + len(words)] == words), None)
    if joins is None:
        return None
    return _both(w, w.meant(p.first, p.last, None)[0], w.meant(first + len(joins), end, None)[0])


def set_off_too(t: Tokens, mark: int, end: int) -> tuple[int, int] | None:
    """Who is set off as another subject: "Bakers — and *Ann Marr* — said", "Bakers (and *nuns*) say"."""
    closing = CLOSED_BY.get(t.lower[mark])
    first, end = mark + 2, min(end - 1, mark + _ASIDE)
    if closing is None or first >= end:
        return None
    last = t.find({closing}, first + 1, end, end)
    return (first, last) if last < end and does(t, last + 1) else None


def the_couple(w: Walk, p: Phrase) -> Answer | None:
    """ "Ann Marr and her husband, Tom Marr, left. The Marrs said …": both; so do "Marrs" in a headline."""
    word = w.t.lower[p.last - 1]
    the = p.last - p.first == 2 and p.opens == "the"
    if not word.endswith("s") or not (the or (p.alone and w.t.tag[p.first] & CAPITAL)):
        return None
    family = w.register.known.by_last.get(word.removesuffix("es" if word.endswith("ses") else "s"), [])
    if len(family) > 2:  # those whom the article has named so far
        family = [one for one in family if one.since < p.first]
    if len(family) != 2:
        return None
    first, second = sorted(family, key=attrgetter("since"))
    return w.joint(first, second), "both of that surname"


def apposed_names(w: Walk, p: Phrase) -> Answer | None:
    """ "The two candidates, Ann Marr and Tom Reed, said …": those who are named behind the comma."""
    t, end = w.t, p.mention_end
    many = p.what & PEOPLE or p.what & (PLURAL | CAPITAL) == PLURAL
    if not p.last + 3 < end or t.lower[p.last] not in SETS_OFF_NAMES or not many:
        return None
    first = p.last + 1
    last = t.find({"who", "which", "both"}, first, end, end)
    last -= t.lower[last - 1] in SETS_OFF_NAMES
    name = w.register.person_at(first)
    if name is None:
        return None
    answer = joint(w, p.part(first, last, first))
    return (answer[0], "names in apposition") if answer else None
