"""Where a run of capitalised words ends that may be a name, with small words inside: "Bank of Arra", "Marr & Co."."""

from __future__ import annotations

from functools import cache
from typing import Final

from claimcli.lexicon import CAPITAL, ORGANIZATION, PEOPLE, ROLE, TIME, VERB_BASE, WORD, singular
from claimcli.lexicon.kinds import body_of, kind_of
from claimcli.lexicon.names import given_names, persons
from claimcli.parser.grammar import A_OR_AN, POSSESSIVE_MARKS
from claimcli.parser.speakers.naming.spelling import acronyms_of
from claimcli.parser.text import QUOTATION, Tokens

_CAPITAL_VERB: Final = CAPITAL | VERB_BASE
NAMING: Final = ROLE | ORGANIZATION
OF: Final = frozenset({"of", "for", "against"})
"""Prepositions that stand inside names."""
_FOR_WHAT: Final = OF | {"on"}
_AIMS: Final = frozenset(
    "right road path freedom license licence call fight drive mission time plan vote".split()
)
_DELIBERATE: Final = frozenset(
    "committee subcommittee council commission center centre conference institute panel caucus forum coalition "
    "force".split()
)
"""Bodies that are named for what they deal with: "the Committee *on* Taxation"."""
_NUMBERED: Final = frozenset({"local", "lodge", "chapter", "branch", "district"})
_ABSTRACT: Final = ("tion", "sion", "ment", "ics", "logy", "ship", "ities")
"""How words end for what bodies are for, and hardly any surname does."""
LONGEST_NAME: Final = 14
_NO_PART: Final = frozenset("but while despite although though because unless".split())
"""What stands inside no name, but opens a sentence behind a heading without a stop: "Rain in Arra *But* Marr"."""
_OPENS_SENTENCE: Final = frozenset("the it they we this that these those his her their an".split())


@cache
def joiners() -> frozenset[str]:
    """What may stand between two capitals of one name."""
    return frozenset({".", "&", "of", "for", "against", "and", QUOTATION, *persons().particles})


@cache
def _stopped() -> frozenset[str]:
    """What ends a name with a full stop that belongs to it: "Marr & Co.", "Tom Reed Jr."."""
    return frozenset({"jr", "sr", "esq"}) | persons().companies


def run_end(t: Tokens, i: int, end: int) -> int:
    """The end of the run of capitalised words that opens at ``i``, with initials, particles, "Bank of …"."""
    end = min(end, i + LONGEST_NAME)
    j = i + 1
    while j < end:
        if t.tag[j] & CAPITAL:
            if t.text[t.end[j - 1] : t.start[j]] == "  " and t.lower[j - 1] != ".":
                return j  # "Photo by Ann Marr  Tom Reed said": a caption without a stop
            opens = t.lower[j] in _OPENS_SENTENCE and t.raw[j][1:].islower() and not t.what(j + 1) & CAPITAL
            opens = opens or t.lower[j] in _NO_PART
            if opens or (j > i + 1 and t.lower[j] == t.lower[j - 1]):
                return j  # "Marlow’s Ann Marr *It* is late", "Late: Ann Marr *Marr* said": so, too
            j += 1
        elif t.lower[j] == "." and t.lower[j - 1] in _stopped():
            return j + 1
        elif j > i + 1 and t.lower[j - 1] in _NUMBERED and t.lower[j].isdigit():
            return j + 1  # "the Union of Bakers Local *31*"
        else:
            step = _step_over(t, i, j, end)
            if not step:
                break
            j += step
    return j


def capitals_end(t: Tokens, at: int, end: int) -> int:
    """The first token from ``at`` on that has no capital."""
    return next((k for k in range(at, end) if not t.tag[k] & CAPITAL), max(at, end))


def _step_over(t: Tokens, i: int, j: int, end: int) -> int:
    """How many tokens further the run from ``i`` goes on behind what has no capital; 0 where it ends there."""
    tag, lower = t.tag, t.lower
    word = lower[j]
    if word == QUOTATION:
        return 2 * is_nickname(t, j)
    if j + 1 == end:
        return 0
    if word == ",":
        return _lists_fields(t, i, j) or 2 * _has_its_letters(t, i + (lower[i] == "the"), j, end)
    if word in POSSESSIVE_MARKS:
        return 2 * is_of_its_members(t, j)
    if word == "to":
        return 2 * (names_an_aim(t, j) or (_tells_for_what(t, i, j) and bool(tag[j + 1] & CAPITAL)))
    if word == "on":
        return 2 * names_a_matter(t, j)
    if word == "and":
        first = i + (lower[i] == "the")
        # "Marr and *Co*", "Marr Trust and *Banking Co*"
        firm = t.word(j + 1 + _is_field(t, j + 1)) in persons().companies
        if firm or _joins_fields(t, i, j) or _has_its_letters(t, first, j, end):
            return 2
        fields = _is_field(t, j - 1) and _is_field(t, j + 1)
        if j == first + 2 and (fields or _is_place(t, first)) and not tag[first + 1] & (NAMING | PEOPLE):
            first += 1  # "the *U.S.* Food and Drug Administration", "the *Arra* Water and Power Board"
        return int(j == first + 1 and _names_one_body(t, first, j + 1, end))
    if word not in joiners():
        return 0
    if tag[j + 1] & CAPITAL:
        return 2 * (_is_shortened(t, j - 1) if word == "." else word not in OF or _goes_on(t, i, j, end))
    # "for the 8th *Circuit*"
    if j + 2 >= end or not (tag[j + 2] & CAPITAL or t.word(j + 3) == "circuit"):
        return 0
    if lower[j + 1] == "the" or (word == "for" and lower[j + 1] in A_OR_AN):
        if tag[j - 1] & ROLE:
            return 3 * _is_office_of_named(t, j, end)
        return 3 * _goes_on(t, i, j, end)
    return 3 if word in persons().particles else 0  # "Ann von der Marr"


def _is_office_of_named(t: Tokens, of: int, end: int) -> bool:
    """Whether somebody is named behind an office at "of": "Speaker *of* the House Ann Marr"."""
    if t.lower[of] != "of":
        return False
    stop = next(
        (k for k in range(of + 3, end - 1) if not t.tag[k] & CAPITAL and t.lower[k] not in OF), end - 1
    )
    return any(word in given_names() for word in t.lower[of + 3 : stop])


def is_nickname(t: Tokens, j: int) -> bool:
    """Whether a quotation inside a name is what somebody is called: "Thomas “Tom” Reed"."""
    if not t.what(j + 1) & CAPITAL or t.lower[j - 1] not in given_names():
        return False
    return t.text[t.start[j] + 1 : t.end[j] - 1].istitle()


def _goes_on(t: Tokens, i: int, of: int, end: int) -> bool:
    """Whether a name goes on behind "of", "for", "against": "Secretary of State", "the Road Workers of Arra".

    "Friends of Marr", which opens a sentence, may be no name.
    """
    what = t.tag[of - 1]
    word = t.lower[of - 1]
    body = what & ORGANIZATION and "the" in (t.lower[i], t.word(i - 1))  # "the Royal *College* of Midwives"
    if of - 1 > i and not body and (t.lower[of - 2] == "." or t.lower[of - 2] in given_names()):
        return False  # "Senator Ann *Baker* of Arra", "Tom J. *Baker* of Arra"
    if what & NAMING or word in persons().ends_body or body_of(word) or word in ("appeals", "district"):
        return True
    last = capitals_end(t, of + 1, end)
    if _tells_for_what(t, i, of) or (last > of + 1 and t.lower[last - 1] == "act"):
        return True  # "the Freedom *of* Information Act"
    return bool(kind_of(word) & PEOPLE) and (of - 1 > i or bool(i and t.tag[i - 1] & WORD))


def _tells_for_what(t: Tokens, i: int, at: int) -> bool:
    """Whether the words before a token tell for what a body is: "the Society for the Protection | *of* Bees"."""
    return _is_field(t, at - 1) and "for" in t.lower[i + 1 : at]


def _is_field(t: Tokens, at: int, known: bool = False) -> bool:
    """Whether a word is what an office or a body is for: "Health", "Prevention", or any, where that is ``known``."""
    if known or not t.what(at) & CAPITAL:
        return bool(t.what(at) & CAPITAL)
    word = t.lower[at]
    if word == "up":
        return t.lower[at - 1].endswith("ing")  # "Levelling Up"
    return word in persons().fields or bool(kind_of(word) & PEOPLE) or word.endswith(_ABSTRACT)


def _names_one_body(t: Tokens, i: int, j: int, end: int) -> bool:
    """Whether "and" stands inside a name: "the Food and Drug Agency", "the union, Road and Depot Workers"."""
    if (t.lower[i], t.lower[j]) in persons().firms:
        return True  # "Marks and Spencer"
    if t.lower[capitals_end(t, j, end) - 1] in ("llp", "constabulary") or t.word(j) == "district":
        return True  # "Marr and Reed LLP", "Arra and District Hospitals Trust"
    before = t.lower[i - 1] if i else ""
    if t.raw[i].isupper():
        return False  # "the FBI and Justice Department": two
    fields = _is_field(t, i) and _is_field(t, j)  # "the Health and Safety Executive"
    owned = fields and before in POSSESSIVE_MARKS  # "Norway’s Trade and Industry Minister Ann Marr"
    placed = i > 0 and (_is_place(t, i - 1) or (fields and t.tag[i - 1] & CAPITAL))
    opens = before == "the" or owned or placed
    if not opens and not (before == "," and t.tag[i - 2] & ORGANIZATION):
        return False
    last = capitals_end(t, j, end)
    return last - j > 1 and (fields or t.holds(ORGANIZATION | PEOPLE, j, last))


OF_STATES: Final = frozenset({"u.s.", "us", "u.k.", "uk"})
"""States by their initials, as they stand before a body of theirs: "the *U.S.* Food and Drug Administration"."""
_OF_PLACES: Final = OF_STATES | {"u.n.", "un"}


def _is_place(t: Tokens, at: int) -> bool:
    """Whether a word tells of what place or chamber a body is: "the *British* Health and Safety Executive"."""
    chamber = "chamber" in persons().sorts.get(t.lower[at], ())  # "the *House* Ways and Means Committee"
    return chamber or t.lower[at] in persons().places or (t.raw[at].isupper() and t.lower[at] in _OF_PLACES)


def _has_its_letters(t: Tokens, i: int, j: int, end: int) -> bool:
    """Whether letters behind a name count what "and" or commas join: "the Road*,* Dock *and* Mill Union’s (RDMU)"."""
    last = capitals_end(t, j + 1, end)
    while t.lower[j] == "," and last > j and t.word(last) in (",", "and"):
        j, last = last, capitals_end(t, last + 1, end)
    bracket = last + (t.word(last) in POSSESSIVE_MARKS)
    closed = t.word(bracket) == "(" and t.word(bracket + 2) == ")"
    words = tuple([word for word in t.lower[i:last] if word != ","])
    return closed and len(words) > 2 and t.lower[bracket + 1] in tuple(acronyms_of(words))


def _joins_fields(t: Tokens, i: int, j: int) -> bool:
    """Whether "and" joins what one office is for: "the Department of Health *and* Human Services"."""
    listed = "," in t.lower[i:j]  # "…, Roads *and* Public Works"
    joined = j > i + 1 and (listed or (_is_field(t, j - 1) and _is_field(t, j + 1)))
    return joined and not _FOR_WHAT.isdisjoint(t.lower[i:j])


def _lists_fields(t: Tokens, i: int, comma: int) -> int:
    """How far a list goes on of what one office is for: "the Department for Culture*, Media* and Sport"."""
    on = "on" in t.lower[i:comma]  # "the Committee on Ports*, Roads* and Bridges"
    if not _is_field(t, comma - 1, on):
        return 0
    end = min(len(t.raw) - 2, comma + LONGEST_NAME)
    k = comma
    while k + 1 < end and t.lower[k] == "," and _is_field(t, k + 1, on):
        k += 2
    k += t.lower[k] == ","
    listed = t.lower[k] == "and" and _is_field(t, k + 1, on) and not _FOR_WHAT.isdisjoint(t.lower[i:comma])
    if not listed:
        return 0
    return 3 if t.lower[comma + 1] == "and" else 2 * (k > comma)


def is_of_its_members(t: Tokens, mark: int) -> bool:
    """Whether a possessive stands inside a body's name: "the Women’s Fund", "St. Ann’s Hospital", no party’s."""
    members = t.lower[mark - 1]
    # "the Sheriff’s Office"
    office = t.word(mark + 1) in ("office", "department") and kind_of(members) & ROLE
    saint = "st" in t.lower[max(0, mark - 3) : mark - 1]
    if not (kind_of(members) & PEOPLE or office or saint) or singular(members) in persons().epithets:
        return False
    last = capitals_end(t, mark + 1, len(t.raw))
    ends = t.lower[last - 1]
    return last > mark + 1 and bool(t.tag[last - 1] & ORGANIZATION or ends in persons().ends_body)


def names_a_matter(t: Tokens, on: int) -> bool:
    """Whether "on" stands inside the name of a body: "the Committee *on* Taxation", not "the council on Monday"."""
    return t.lower[on - 1] in _DELIBERATE and t.what(on + 1) & (CAPITAL | TIME) == CAPITAL


def names_an_aim(t: Tokens, to: int) -> bool:
    """Whether "to" stands inside the name of a body: "the Committee *to* Protect Bees", "Right *to* Rise"."""
    named = t.lower[to - 1] in _AIMS or t.tag[to - 1] & ORGANIZATION
    return bool(named) and t.what(to + 1) & _CAPITAL_VERB == _CAPITAL_VERB


def _is_shortened(t: Tokens, i: int) -> bool:
    """Whether a dot belongs to the word before it: "Donald J. Marr", "Sen. Marr", "St. Ives"."""
    word, known = t.lower[i], persons()
    return len(word) == 1 or word == "st" or word.rpartition("-")[2] in known.short or word in known.courtesy
