"""Appositions beside a name, which tell who that is: "*the party leader*, Ann Marr, *a retired baker*"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    CUE,
    DETERMINER,
    DOCUMENT,
    FINITE,
    MODAL,
    NOUN,
    NUMBER,
    OPENS_NOUN,
    ORGANIZATION,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    SOURCE,
    SUBJECT,
    TIME,
    VERB_PAST,
    WORD,
)
from claimcli.lexicon.kinds import kind_of
from claimcli.lexicon.names import persons
from claimcli.parser.grammar import A_OR_AN, ARTICLES, POSSESSIVE_MARKS, noun_phrase_before
from claimcli.parser.speakers.clause import VERBAL, after_seat, before_article, ends_lead
from claimcli.parser.speakers.entity import Mention, Role
from claimcli.parser.speakers.heads import head_of, is_owned
from claimcli.parser.speakers.naming.runs import capitals_end
from claimcli.parser.speakers.pronouns.opening import does, opening_of
from claimcli.parser.speakers.roles import (
    OPENS_ROLE,
    SEAT,
    WHILE,
    end_of_apposition,
    role_of,
    told_to_be,
)
from claimcli.parser.text import CLOSED_BY, CLOSES_ASIDE, QUOTATION, Tokens

_REACH: Final = 16  # tokens: an apposition longer than this is not read
_CLOSES_NAME: Final = frozenset({".", "who", *CLOSED_BY, *CLOSES_ASIDE})
_NO_ROLE: Final = PREPOSITION | COORDINATOR | SUBJECT | AUXILIARY | PRONOUN | TIME
_OPENS_CLAUSE: Final = TIME | DETERMINER | SUBJECT | CAPITAL | RELATIVE  # behind "said"
_CALLED: Final = ARTICLES | POSSESSIVE_MARKS | {QUOTATION}
_UNDERTAKINGS: Final = frozenset(
    "march protest rally parade prayer raid assault attack rebellion uprising revolt boycott strike walkout "
    "study research survey trial experiment investigation inquiry enquiry probe review audit report project expedition "
    "excavation dig mission analysis work effort negotiations talks rescue search".split()
)
"""What is led to its end, so that who led it is no former leader."""


def age_after(t: Tokens, name: Mention) -> str:
    """The age that stands after a name: "Ann Marr, 54, …"."""
    b, end = name.last, t.sentences[name.sentence][1]
    if b + 1 < end and t.lower[b] == "," and t.raw[b + 1].isdecimal() and len(t.raw[b + 1]) < 4:
        return t.raw[b + 1]
    return ""


def roles_after(t: Tokens, name: Mention) -> list[Role]:
    """The apposition after a name: "Ann Marr, 54, a retired baker, said", "Ann Marr, who leads the union"."""
    lower, tag = t.lower, t.tag
    end = min(t.sentences[name.sentence][1], name.last + _REACH)
    i = _apposition_start(t, name, end)
    if not i:
        return []
    if lower[i] in ("who", "which"):
        told = told_to_be(t, i + 1, end)
        return [told] if told is not None else roles_of_deeds(t, i + 1, end)
    article = lower[i] in OPENS_ROLE
    if _opens_something_else(t, i):
        return []
    stop = end_of_apposition(t, i, end)
    goes_on = stop + 1 < end and t.lower[stop] == "," and not tag[stop + 1] & FINITE
    if article and goes_on and stop == i + 2 and not tag[i + 1] & (NOUN | CAPITAL | SOURCE | TIME):
        i, stop = stop + 1, end_of_apposition(t, stop + 1, end)  # "the brisk, tall governor of Iowa"
    head = head_of(t, i + article, stop)
    if head is None or (tag[head] & (DOCUMENT | TIME | CAPITAL) and not tag[head] & ROLE):
        return []
    heads = lower[head].rpartition("-")[2] == "head"  # "*co-head* of research"
    office = bool(tag[head] & ROLE or heads)
    if not article and not ((tag[head] | kind_of(lower[head])) & ROLE or heads):
        return []
    acts = any(what & VERBAL and not what & NOUN for what in tag[head + 1 : stop + 1])
    if acts and ends_lead(t, name):
        return []  # "After a fire at Marr Foods, *the union* sued"
    verb = next((k for k in range(head + 1, stop) if _is_a_clause(t, k, stop - (k > head + 1))), 0)
    if verb:
        told_of = verb > head + 1 and office  # "Ann Marr, a baker at Reed Foods *told* Arra Radio"
        if not told_of and (verb > head + 1 or not tag[head] & ORGANIZATION):
            return []
        stop = verb  # of a body, it most likely calls again the one just named
    said = t.find({"said", "says"}, head + 2, stop, stop)
    if said < stop and not office:
        return []  # "near Marr Sound, the press office of the navy *said*"
    stop = said  # "Ann Marr, a baker at Reed Foods *said* the oven"
    role = role_of(t, i, stop, head)
    if role is not None and t.word(stop) == "and" and tag[stop - 1] & ROLE:
        last = end_of_apposition(t, stop + 1, end)
        second = role_of(t, stop + 1, last)
        if second is not None and tag[stop + 1] & ROLE:
            return [role._replace(text=f"{role.text} and {second.text}"), second]
    return [role] if role else []


def _apposition_start(t: Tokens, name: Mention, end: int) -> int:
    """Where an apposition begins behind a name and its place, party, age; 0 where none does."""
    lower = t.lower
    i = name.last
    if lower[i] in ("of", "from"):
        i = capitals_end(t, i + 1, end)  # "Ann Marr *of Ohio*, a Republican"
    if t.word(i) == "(":
        closing = t.find({")"}, i + 1, min(end, i + SEAT), i - 1)
        i = closing + 1  # "Ann Marr (Green, Eastgate), *cabinet member*"
    if i + 1 >= end or lower[i] not in CLOSED_BY or t.raw[i + 1] == "The":
        return 0  # "PELLBURY - The council said"
    i += 1
    return i + 2 if t.tag[i] & NUMBER and i + 2 < end and lower[i + 1] == "," else i


def _opens_something_else(t: Tokens, i: int) -> bool:
    """Whether what follows the comma tells no role: "one of the twins", "said the mayor", "on Monday"."""
    what = t.tag[i]
    if t.lower[i] in OPENS_ROLE:
        return t.lower[i : i + 2] in (["one", "of"], ["another", "of"], ["the", "two"])
    verb = what & FINITE and what & CUE and not what & NOUN
    return bool(verb or (what & _NO_ROLE and not what & CAPITAL))


def _is_a_clause(t: Tokens, verb: int, stop: int) -> bool:
    """Whether a verb of saying follows the noun behind a comma: "to Ann Marr, the airline *said* Thursday"."""
    said = CUE | VERB_PAST
    if verb >= stop or t.tag[verb] & said != said:
        return False
    return verb + 1 == stop or bool(t.tag[verb + 1] & _OPENS_CLAUSE)


def _is_office(t: Tokens, head: int) -> bool:
    """Whether capitals tell an office: "Arra’s *MP*", "the *President* of the guild", "the Harbour *Minister*"."""
    comma = t.lower[head + 1] == "," and t.lower[head] not in persons().epithets
    return bool(t.tag[head] & ROLE) and (t.raw[head].isupper() or comma or t.lower[head + 1] in ("of", "for"))


def phrase_before(t: Tokens, name: Mention) -> tuple[int, int] | None:
    """The apposition before a name: "*the party leader*, Ann Marr, said", "*a farmer* named Ann Marr".

    A place may follow the name: "*the party leader*, Ann Marr of Arra, said".
    """
    lower, tag = t.lower, t.tag
    begin, end = t.sentences[name.sentence]
    at = before_article(t, name)
    if at <= begin or not tag[at - 1] & WORD:
        return None
    b = after_seat(t, name.last, end) if t.word(name.last) == "of" else name.last
    if lower[at] == "," and b < end and lower[b] not in _CLOSES_NAME and not tag[b] & AUXILIARY:
        return None
    if lower[at] == "called" and b < end and lower[b] in _CALLED:
        return None  # "an ad called Lake a fraud", "called Lake’s bid late"
    phrase = noun_phrase_before(t, begin, at)
    if phrase is not None:
        last = (k for k in range(at - 1, phrase[0], -1) if tag[k] & OPENS_NOUN and lower[k - 1] == "and")
        phrase = next(last, phrase[0]), at  # "Ann Marr and *her son*, Tom", "a nun and *the coach*, Tom"
    head = head_of(t, *phrase) if phrase else None
    known = False
    if phrase is not None and head is not None:
        first = phrase[0]
        # "“No,” *a lawyer*, Ann Marr, said"
        told = lower[first] not in A_OR_AN or lower[first - 1] == QUOTATION
        new = bool(tag[first] & DETERMINER and told) or lower[first] == "one"  # "one reader, Ann Marr"
        known = new or is_owned(t, first, head)
    if lower[at] == "," and b < end and lower[b] == "," and not (known and head and tag[head] & ROLE):
        subject = _subject_before(t, name, at, b)
        if subject is not None:
            return subject
    if phrase is None or head is None or (tag[head] & CAPITAL and not _is_office(t, head)):
        return None
    goes_on = lower[at] == "," and b < end and tag[b] & AUXILIARY
    if goes_on and tag[phrase[0] - 1] & PREPOSITION and not kind_of(lower[head]) & ROLE:
        return None  # "Under *the deal*, Marr Foods will close"
    if goes_on and lower[phrase[0] - 1] == "," and tag[phrase[0] - 2] & CAPITAL:
        return None  # "Behind Tom Reed, *the mayor*, Ann Marr is late"
    return phrase if known or lower[at] != "," else None


def _subject_before(t: Tokens, name: Mention, comma: int, closing: int) -> tuple[int, int] | None:
    """The subject that a name between commas tells of: "*The lawyer who filed the suit*, Ann Marr, said"."""
    end = t.sentences[name.sentence][1]
    if closing + 1 >= end or not does(t, closing + 1):
        return None
    phrase = opening_of(t, name.sentence, end)
    head = head_of(t, *phrase) if phrase is not None else None
    if phrase is None or head is None or "that" in t.lower[phrase[1] + 1 : comma]:
        return None  # "The source said that the intruder, Ann Marr, fled"
    capital = t.tag[head] & CAPITAL and head > phrase[0]  # "*Head* of the guild, Ann Marr, said"
    sorts = ROLE | (ORGANIZATION if t.tag[phrase[0]] & DETERMINER else 0)  # "*Guild clerk*, Ann Marr, said"
    somebody = kind_of(t.lower[head]) & sorts and not capital
    return phrase if somebody and all(what & WORD for what in t.tag[phrase[0] : comma]) else None


def roles_of_deeds(t: Tokens, i: int, end: int) -> list[Role]:
    """ "who chairs the county commission": chair; "who served as minister of farming": minister."""
    verbs = persons().verbs
    roles = []
    former = False
    for k in range(i, end):
        word = t.lower[k]
        if t.tag[k] & MODAL:
            break  # "who would be the first woman to serve as president"
        former = former or bool(t.tag[k] & VERB_PAST)
        if word == "as" and k + 1 < end and t.tag[k + 1] & ROLE:
            role = role_of(t, k + 1, end_of_apposition(t, k + 1, end))
            if role:
                roles.append(role._replace(words=role.words | {"former"}) if former else role)
        elif word in verbs and (k == i or t.lower[k - 1] in ("now", "and", "also")):
            done = range(k + 1, end_of_apposition(t, k + 1, end)) if former else range(0)
            if any(t.tag[n] & TIME for n in done):
                continue  # "who led the choir on Sunday": no office
            roles.append(_role_of_deed(t, k, verbs[word], end_of_apposition(t, k + 1, end)))
    return roles


def _role_of_deed(t: Tokens, verb: int, head: str, stop: int) -> Role:
    """What somebody is by what they do: "led the union until 2019" is "former leader of the union".

    Who founded something or led a study is its founder or leader for good.
    """
    lower = t.lower
    stop = t.find(WHILE, verb + 1, stop, stop)
    stop -= lower[stop - 1] == "."
    done = head == "founder" or not _UNDERTAKINGS.isdisjoint(lower[verb + 1 : stop])
    past = ["former"] if t.tag[verb] & VERB_PAST and not done else []
    of = " ".join(t.words(verb + 1, stop).split())
    at = not of or t.tag[verb + 1] & PREPOSITION  # "who teaches at Arra High"
    text = f"{head} {of}".strip() if at else f"{head} of {of}"
    return Role(" ".join([*past, text]), head, frozenset([head, *past, *lower[verb + 1 : stop]]))
