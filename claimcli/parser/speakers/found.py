"""Where names stand in a text: runs of capitalised words, with the titles before them.

One pass over the capitalised tokens. Nothing is decided here about whom a name stands for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Set
from functools import cache
from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    CUE,
    DETERMINER,
    FINITE,
    HONORIFIC,
    MODAL,
    NOUN,
    NUMBER,
    OBJECT,
    OPENS_CAPITAL,
    ORGANIZATION,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    SUBJECT,
    SUBORDINATOR,
    TAGS,
    TIME,
    VERB,
    VERB_BASE,
    VERB_PAST,
    VERB_S,
    WH,
    WORD,
)
from claimcli.lexicon.names import given_names, persons
from claimcli.parser.grammar import POSSESSIVE_MARKS, after_heading
from claimcli.parser.speakers.entity import Mention
from claimcli.parser.text import DASHES, QUOTATION, Tokens

FUNCTION: Final = (
    DETERMINER
    | POSSESSIVE
    | SUBJECT
    | OBJECT
    | RELATIVE
    | WH
    | PREPOSITION
    | COORDINATOR
    | SUBORDINATOR
    | AUXILIARY
    | PRONOUN
    | ADVERB
)
"""Words that open a sentence with a capital and are no part of a name."""

FORMERLY: Final = frozenset({"former", "then", "acting", "late", "retired", "incoming", "outgoing"})
_UNKNOWN: Final = CAPITAL | WORD
_CAPITAL_VERB: Final = CAPITAL | VERB_BASE
_NOT_CAPITALISED: Final = CAPITAL | PREPOSITION | DETERMINER | COORDINATOR | SUBORDINATOR | NUMBER
"""What a long word without a capital may be in a headline, capitals aside."""
_SUSPICIOUS: Final = CAPITAL | FUNCTION | TIME | CUE
_TITLES: Final = HONORIFIC | ROLE
_NAMING: Final = ROLE | ORGANIZATION
_ENDS_TITLE: Final = FUNCTION | VERB | NUMBER | TIME
_NO_NOUN: Final = CAPITAL | PREPOSITION | DETERMINER | AUXILIARY | SUBORDINATOR | TIME
_PEOPLE: Final = ROLE | PEOPLE | ORGANIZATION
_VERBAL: Final = FINITE | AUXILIARY
_TOLD: Final = VERB_PAST | VERB_S  # as no headline has its verbs without a capital
_ADJECTIVAL: Final = frozenset(
    "based born led run owned backed funded controlled held style era educated trained linked related dominated "
    "leaning affiliated aligned sponsored appointed speaking listed registered made built wide area sized like".split()
)
"""Behind a hyphen these make adjectives of names: "Oslo-based", "Labour-run"."""
_STYLES: Final = frozenset(
    {"dr", "prof", "sir", "dame", "lord", "lady", "rev", "fr", "mr", "mrs", "ms", "hon"}
)
_SEATED: Final = frozenset({"of", "from", "at"})
_OF: Final = frozenset({"of", "for", "against"})
_KIND: Final = 4  # tokens of "a local charity" behind a name
_LONGEST_TITLE: Final = 7
_AIMS: Final = frozenset(
    "right road path freedom license licence call fight drive mission time plan vote".split()
)
_MONTHS_AND_DAYS: Final = frozenset(
    "jan feb mar apr jun jul aug sep oct nov dec mon tue wed thu fri sat sun".split()
)
"""Months and days that are written short before a number or with a full stop, and that may be names."""
_LONGEST_NAME: Final = 12


def before_article(t: Tokens, name: Mention) -> int:
    """What stands before a name and the article of its title: the comma in "her aide, *the* Rev. Ann Marr"."""
    before = name.title - 1
    return before - 1 if before > 0 and t.lower[before] == "the" and name.title < name.at else before


def find_names(t: Tokens) -> list[Mention]:
    """The names of an article, in the order of the text; whose they are is not decided."""
    capitals = t.where(OPENS_CAPITAL)
    capitals.append(len(t.tag))
    joiners = _joiners()
    found: list[Mention] = []
    at = 0
    for number, (begin, end) in enumerate(t.sentences):
        if capitals[at] >= end:
            continue
        first, at = at, bisect_left(capitals, end, at)
        many = at - first >= 4 and 3 * (at - first) > end - begin
        if at - first < 4 and t.raw[begin].isupper() and _is_heading(t, begin, end):
            continue
        if many and _is_headline(t, begin, end, capitals[first:at]):
            found += _runs(t, number, capitals[first:at], joiners)
            continue
        if many and t.raw[begin].isupper() and (opens := after_heading(t, begin, end)) > begin:
            heading, first = first, bisect_left(capitals, opens, first, at)
            found += _runs(t, number, capitals[heading:first], joiners)
        if first < at:
            _find_in_sentence(t, number, capitals, first, at, joiners, found)
    return found


@cache
def _joiners() -> frozenset[str]:
    """What may stand between two capitals of one name."""
    return frozenset({".", "&", "of", "for", "against", "and", QUOTATION, *persons().particles})


@cache
def _stopped() -> frozenset[str]:
    """What ends a name with a full stop that belongs to it: "Marr & Co.", "Tom Reed Jr."."""
    return frozenset({"jr", "sr", "esq"}) | persons().companies


def _find_in_sentence(
    t: Tokens, number: int, capitals: list[int], k: int, last: int, joiners: Set[str], found: list[Mention]
) -> None:
    """The names of a sentence, by its capitals, which are those from ``k`` to ``last``. Most are one or two words."""
    tag, lower = t.tag, t.lower
    begin, end = t.sentences[number]
    free = begin
    if tag[begin] & FUNCTION and capitals[k] == begin:
        goes_on = k + 1 < last and capitals[k + 1] == begin + 1
        k += not goes_on and _only_opens(t, begin, joiners)
    while k < last:
        i = capitals[k]
        k += 1
        if i < free:
            continue
        free = i + 1
        while k < last and capitals[k] == free:
            free += 1
            k += 1
        after = lower[free] if free < end else ""
        if after in joiners or (after == "to" and _names_an_aim(t, free)) or free - i > _LONGEST_NAME:
            free = _run_end(t, i, end, joiners)
        if i > begin and tag[i - 1] & NUMBER and _is_numbered(t, i, free):
            found.append(Mention(i - 1, i - 1, free, number))
            continue
        what = tag[i]
        if what & _SUSPICIOUS == CAPITAL and "-" not in lower[i] and not (i > begin and tag[i - 1] & ROLE):
            size = free - i
            if size == 1 or (
                size == 2
                and not (what & _TITLES or tag[i + 1] & TIME or lower[i] in FORMERLY)
                and not (lower[i][-1] == "s" and _is_of_several(t, i, free))
            ):
                found.append(Mention(i, i, free, number))
                continue
        name = _split(t, i, free, begin, number)
        if name is not None:
            found.append(name)


def _is_numbered(t: Tokens, a: int, b: int) -> bool:
    """Whether the ordinal before capitals belongs to a body's name: "the *9th* Circuit Court of Appeals"."""
    word = t.lower[a - 1]
    ordinal = word[0].isdigit() and word.endswith(("st", "nd", "rd", "th"))
    return ordinal and any(
        t.tag[k] & ORGANIZATION or t.lower[k] in ("circuit", "district", "division", "regiment")
        for k in range(a, b)
    )


def _runs(t: Tokens, number: int, capitals: list[int], joiners: Set[str]) -> Iterator[Mention]:
    """The runs of capitalised words in a headline."""
    end = t.sentences[number][1]
    free = 0
    for i in capitals:
        if i >= free:
            free = _run_end(t, i, end, joiners)
            name = Mention(i, i, free, number)
            name.headline = True
            yield name


def _only_opens(t: Tokens, begin: int, joiners: Set[str]) -> bool:
    """Whether a function word has its capital from the sentence that it opens: "But the mayor said", not "US"."""
    if t.tag[begin] & _NAMING or t.raw[begin].isupper():
        return False
    after = begin + 1
    return after == len(t.lower) or t.lower[after] not in joiners


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
    if len(plain) > 1 or any(tag[i] & _TOLD and not tag[i] & NOUN for i in plain):
        return False  # "said Ann Marr, who runs Our Harbour"
    if len(capitals) > 4 and len(capitals) >= words - 1 and t.lower[end - 1] != ".":
        return True
    telling = AUXILIARY | PREPOSITION | DETERMINER | POSSESSIVE | MODAL | VERB_S
    return any(tag[i] & telling and not (tag[i] & NOUN and t.lower[i - 1] == ".") for i in capitals[1:])


def _is_heading(t: Tokens, begin: int, end: int) -> bool:
    """Whether a sentence is no more than a heading in capitals: "ABSTRACT", "FULL TEXT"."""
    return all(t.raw[i].isupper() for i in range(begin, end) if t.tag[i] & WORD)


def _run_end(t: Tokens, i: int, end: int, joiners: Set[str]) -> int:
    """The end of the run of capitalised words that opens at ``i``, with initials, particles, "Bank of …"."""
    tag, lower, stopped = t.tag, t.lower, _stopped()
    end = min(end, i + _LONGEST_NAME)
    j = i + 1
    while j < end:
        if tag[j] & CAPITAL:
            j += 1
            continue
        word = lower[j]
        if word == QUOTATION:
            if not _is_nickname(t, j):
                break
            j += 2
            continue
        if word == "." and lower[j - 1] in stopped:
            return j + 1
        if j + 1 == end:
            break
        if word not in joiners:
            if not ((word == "," and _lists_fields(t, i, j)) or (word == "to" and _names_an_aim(t, j))):
                break
            j += 2
            continue
        if word == "and" and _joins_fields(t, i, j):
            j += 2
        elif word == "and":
            if j > i + 1 or j + 2 >= end or not _names_one_body(t, i, j + 1, end):
                break
            j += 1
        elif tag[j + 1] & CAPITAL:
            if word == "." and not _is_shortened(t, j - 1):
                break
            if word in _OF and not _goes_on(t, i, j, end):
                break
            j += 2
        elif word in _OF and lower[j + 1] == "the" and j + 2 < end and tag[j + 2] & CAPITAL:
            if tag[j - 1] & ROLE or not _goes_on(t, i, j, end):
                break
            j += 3
        elif lower[j + 1] in joiners and j + 2 < end and tag[j + 2] & CAPITAL and word in persons().particles:
            j += 3  # "Ann von der Marr"
        else:
            break
    return j


def _is_nickname(t: Tokens, j: int) -> bool:
    """Whether a quotation inside a name is what somebody is called: "Thomas “Tom” Reed"."""
    nickname = t.text[t.start[j] + 1 : t.end[j] - 1]
    surname = j + 1 < len(t.tag) and t.tag[j + 1] & CAPITAL
    return bool(surname) and t.lower[j - 1] in given_names() and nickname.isalpha() and nickname.istitle()


def _goes_on(t: Tokens, i: int, of: int, end: int) -> bool:
    """Whether a name goes on behind "of", "for", "against": "Secretary of State", "the Road Workers of Arra".

    "Friends of Marr", which opens a sentence, may be no name: "Friends of the Marr Library, *a charity*" is.
    """
    what = t.tag[of - 1]
    if what & _NAMING or t.lower[of - 1] in persons().ends_body:
        return True
    if not what & PEOPLE:
        return False
    if of - 1 > i or (i and t.tag[i - 1] & WORD):
        return True
    last = of + 1
    while last < end and (t.tag[last] & CAPITAL or t.lower[last] == "the"):
        last += 1
    told = range(last + 2, min(end, last + 2 + _KIND))
    bodies = persons().bodies
    return t.lower[last : last + 2] in ([",", "a"], [",", "an"], [",", "the"]) and any(
        t.tag[k] & ORGANIZATION or t.lower[k] in bodies for k in told
    )


def _names_one_body(t: Tokens, i: int, j: int, end: int) -> bool:
    """Whether "and" stands inside a name: "the Food and Drug Agency", "the union, Road and Depot Workers"."""
    before = t.lower[i - 1] if i else ""
    if j == i + 2 and t.raw[i].isupper():
        return False  # "the FBI and Justice Department": two
    if before != "the" and not (before == "," and t.tag[i - 2] & ORGANIZATION):
        return False
    last = j
    while last < end and t.tag[last] & CAPITAL:
        last += 1
    return last - j > 1 and any(what & (ORGANIZATION | PEOPLE) for what in t.tag[j:last])


def _joins_fields(t: Tokens, i: int, j: int) -> bool:
    """Whether "and" joins what one office is for: "the Department of Health *and* Human Services"."""
    fields = persons().fields
    return (
        j > i + 1
        and t.lower[j - 1] in fields
        and bool(t.tag[j + 1] & CAPITAL)
        and t.lower[j + 1] in fields
        and not _OF.isdisjoint(t.lower[i:j])
    )


def _lists_fields(t: Tokens, i: int, comma: int) -> bool:
    """Whether a comma parts what one office is for: "the Department for Culture*,* Media and Sport"."""
    fields = persons().fields
    if t.lower[comma - 1] not in fields:
        return False
    end = min(len(t.lower) - 2, comma + _LONGEST_NAME)
    k = comma
    while k + 1 < end and t.lower[k] == "," and t.lower[k + 1] in fields and t.tag[k + 1] & CAPITAL:
        k += 2
    return (
        k > comma
        and t.lower[k] == "and"
        and t.lower[k + 1] in fields
        and not _OF.isdisjoint(t.lower[i:comma])
    )


def _names_an_aim(t: Tokens, to: int) -> bool:
    """Whether "to" stands inside the name of a body: "the Committee *to* Protect Bees", "Right *to* Rise"."""
    before = t.tag[to - 1]
    if to + 1 == len(t.tag) or t.tag[to + 1] & _CAPITAL_VERB != _CAPITAL_VERB:
        return False
    return t.lower[to - 1] in _AIMS or bool(before & (NOUN | ORGANIZATION) and not before & (PEOPLE | ROLE))


def _is_shortened(t: Tokens, i: int) -> bool:
    """Whether a dot belongs to the word before it: "Donald J. Marr", "Sen. Marr", "St. Ives"."""
    word, known = t.lower[i], persons()
    return len(word) == 1 or word == "st" or word in known.short or word in known.courtesy


def _split(t: Tokens, a: int, b: int, begin: int, number: int) -> Mention | None:
    """A run of capitals as titles and a name: "Former NATO Secretary General | Jens Stoltenberg"."""
    tag, raw, lower = t.tag, t.raw, t.lower
    while (
        a < b
        and (tag[a] & _SUSPICIOUS != CAPITAL or "-" in lower[a])
        and _is_no_name(tag[a], raw[a], a == begin or tag[a - 1] == 0)
        and not _is_called_will(t, a, b, begin, number)
        and not (tag[a] & TIME and _is_called_june(t, a, b))
    ):
        a += 1
    while b > a + 1 and tag[b - 1] & TIME and lower[b - 1] not in given_names():
        if _is_no_date(t, b - 1, b == t.sentences[number][1] - 1):
            break
        if b - a == 2 and lower[a] in given_names() and not tag[a] & TIME:
            break  # "Ann Day"
        b -= 1
    if a >= b:
        return None
    if (
        a == begin
        and b - a > 2
        and tag[a] & WORD
        and lower[a] not in given_names()
        and lower[a + 1] in given_names()
    ):
        opens = not _tail(lower[a]) & (ROLE | HONORIFIC | ORGANIZATION) and lower[a] not in persons().families
        a += opens  # "Facing Ann Marr, the council …"
    first = _name_start(t, a, _without_suffix(t, a, b)) if b - a > 1 else a
    if first == b:
        return Mention(a, a, b, number)
    if first == a == begin and b - a > 1 and lower[a] in FORMERLY:
        first = a = a + 1  # "*Former* Marr striker Tom Reed"
    title = a
    if first > a:
        if a > begin and lower[a - 1] in FORMERLY:
            title -= 1
        elif a > begin and tag[a - 1] & ROLE and not tag[a - 1] & FUNCTION and lower[a] in _STYLES:
            title = _title_before(t, a, begin)  # "the historian Dr Ann Marr"
    elif a > begin and tag[a - 1] & ROLE and not tag[a - 1] & FUNCTION:
        headline = t.tag[t.sentences[number][1] - 1] & WORD  # "Marr names aide Tom Reed": no stop
        title = a - 1 if headline else _title_before(t, a, begin)
        if begin < title < a and lower[title - 1] in FORMERLY:
            title -= 1
    return Mention(title, first, b, number)


def _is_called_will(t: Tokens, a: int, b: int, begin: int, number: int) -> bool:
    """Whether a modal verb is a first name: "“No,” *Will* Marr said", not "*Will* Marr win?"."""
    if not t.tag[a] & MODAL or a + 1 >= b or t.lower[a] not in given_names():
        return False
    return a > begin or t.lower[t.sentences[number][1] - 1] != "?"


def without_postnominals(t: Tokens, name: Mention) -> int:
    """Where a name ends before the letters of honours and degrees: "*Ann Marr* KC", "Judge *Marr* KC"."""
    return _before_postnominals(t, name.at + (name.title == name.at), name.last)


def _before_postnominals(t: Tokens, a: int, b: int) -> int:
    while b - a > 1 and t.lower[b - 1] in persons().postnominals:
        b -= 1
    return b


def _is_called_june(t: Tokens, a: int, b: int) -> bool:
    """Whether a month is a first name where it opens a sentence: "*June* Marr said", and "Jan Reed", "Jun" anywhere."""
    given = t.lower[a] in given_names() and b - a == 2 and t.tag[a + 1] == _UNKNOWN
    return given or _is_no_date(t, a)


def _is_no_date(t: Tokens, i: int, ends: bool = False) -> bool:
    """Whether a short month or day is a name, as neither a number nor its own full stop follows: "Ai *Jun*".

    ``ends`` is whether the full stop behind it ends the sentence.
    """
    if t.lower[i] not in _MONTHS_AND_DAYS:
        return False
    return i + 1 == len(t.tag) or not (t.tag[i + 1] & NUMBER or (t.lower[i + 1] == "." and not ends))


def _without_suffix(t: Tokens, a: int, b: int) -> int:
    """Where a name ends before its "Jr.", so that "King" is no title in "Martin Luther King Jr."."""
    b = _before_postnominals(t, a, b)
    last = b - (t.lower[b - 1] == ".")
    return last - 1 if last - a > 1 and t.lower[last - 1] in persons().suffixes else b


def _is_no_name(what: int, word: str, opens: bool) -> bool:
    """Whether a capitalised word is none of the name that it opens: "But", "Monday", "The", "I", "Arra-based"."""
    if not what & CAPITAL or ("-" in word and word.rpartition("-")[2] in _ADJECTIVAL):
        return True
    if word.isupper() and len(word) > 1:
        return False
    if what & (TIME | DETERMINER | SUBJECT | COORDINATOR):
        return word.lower() not in given_names() or opens
    if opens and what & CUE and what & (VERB_PAST | VERB_S) and not what & NOUN:
        return True
    return opens and bool(what & FUNCTION) and not what & (ROLE | ORGANIZATION)


def _name_start(t: Tokens, a: int, b: int) -> int:
    """Where the name begins after its titles: behind the last role before it, or at a known first name."""
    tag, lower = t.tag, t.lower
    first = a
    if a and b - a == 2 and tag[a - 1] & ROLE and not tag[a - 1] & CAPITAL and lower[a] in given_names():
        return a  # "the striker *Dean* Marr": no dean
    for k in range(a, b - 1):
        if (
            tag[k] & _TITLES
            or (lower[k][-1] == "s" and _is_of_several(t, k, b))
            or ("-" in lower[k] and _tail(lower[k]) & ROLE)
        ):
            first = k + 1
            if lower[first] == ".":
                first += 1
    if first >= b:
        return a
    if lower[first] in ("of", "for"):
        first = _after_office(t, first, b)
    elif first > a and (_ends_body(t, b) or not tag[first] & WORD or lower[first] == "&"):
        return a  # "General Motors Company", "Chief & Sons": a body, not a person with a title
    return _given_name(t, first, b) if b - first > 2 else first


def _tail(word: str) -> int:
    """What is known of a word, or of what stands behind its hyphen: "activist-*lawyer*"."""
    return TAGS.get(word, 0) or TAGS.get(word.rpartition("-")[2], 0)


def _is_of_several(t: Tokens, k: int, b: int) -> bool:
    """Whether a word is the title of several who are named: "*Senators* Marr and Reed"."""
    if b + 1 >= len(t.tag) or t.lower[b] not in ("and", ","):
        return False
    return (
        bool(TAGS.get(t.lower[k][:-1], 0) & HONORIFIC)
        and bool(t.tag[b + 1] & CAPITAL)
        and not _ends_body(t, b)
    )


def _ends_body(t: Tokens, b: int) -> bool:
    """Whether the word before ``b`` ends a body's name, so that no title stands in it: "the Premier League"."""
    last, known = t.lower[b - 1], persons()
    return bool(t.tag[b - 1] & (ORGANIZATION | PEOPLE)) or last in known.ends_body or last in known.companies


def _given_name(t: Tokens, a: int, b: int) -> int:
    """Where a known first name follows what can only be a title: "Former Hewlett-Packard CEO | Ann Marr"."""
    given = given_names()
    if t.lower[a] in given or t.tag[b - 1] & ORGANIZATION:
        return a
    for k in range(a + 1, b - 1):
        if t.lower[k] in given:
            body = t.tag[k - 1] & (ORGANIZATION | ROLE | HONORIFIC) or t.raw[k - 1].isupper()
            return k if body or t.lower[a] == "former" else a
    return a


def _after_office(t: Tokens, of: int, b: int) -> int:
    """Behind "Secretary of State" in "Secretary of State Ann Marr"; the whole run where no name follows."""
    given = given_names()
    for k in range(of + 2, b - 1):
        if t.lower[k] in given or (k == of + 2 and b - k == 2 and not t.tag[b - 1] & ORGANIZATION):
            return k
    return b


def _title_before(t: Tokens, a: int, begin: int) -> int:
    """Where lower-case titles before a name begin: "campaign manager Ann Marr", "former senator Ann Marr"."""
    tag, lower = t.tag, t.lower
    k = a - 1
    limit = max(begin, a - _LONGEST_TITLE)
    titling = persons().titling
    while k > limit:
        what = tag[k - 1]
        if (
            not what & WORD
            or (what & _ENDS_TITLE and not what & (NOUN | CAPITAL) and lower[k - 1] not in titling)
            or lower[k - 1] == QUOTATION
        ):
            break
        if what & (FUNCTION & ~ADVERB) and not (what & CAPITAL and len(lower[k - 1]) > 3):
            break
        k -= 1
    return k


def is_modifier(t: Tokens, last: int) -> bool:
    """Whether the name that ends at ``last`` only modifies a noun: "the Marr campaign", "Marr supporters"."""
    what = t.tag[last] if last < len(t.tag) else 0
    if what & _NO_NOUN or not what & NOUN:
        return False
    return not what & FINITE or bool(what & _PEOPLE)


def is_subject(t: Tokens, name: Mention) -> bool:
    """Whether a name is the subject of a verb, or opens its sentence: "Marr said", "…, said Marr".

    So is the name in a subject’s apposition: "His father, *Tom Reed*, was calm".
    """
    if name.subject is None:
        name.subject = not name.modifier and _acts(t, name)
    return name.subject


def _acts(t: Tokens, name: Mention) -> bool:
    tag, lower = t.tag, t.lower
    a, b = name.title, name.last
    begin, end = t.sentences[name.sentence]
    before = tag[a - 1] if a > begin else 0
    if a > begin and before & DETERMINER and a - 1 > begin:
        before = tag[a - 2]
    if before & PREPOSITION:
        return False
    after = tag[b] if b < end else 0
    if after & PREPOSITION and lower[b] in _SEATED:
        b = after_seat(t, b, end)
        after = tag[b] if b < end else 0
    if after & _VERBAL and not (after & NOUN and not after & FINITE):
        return True
    opens = a == begin or (a - 2 == begin and lower[a - 1] == "," and tag[begin] & ADVERB)
    if opens and b < end and (lower[b] in (",", "and", "(", "who") or lower[b] in DASHES):
        return True
    if b < end and lower[b] == "who" and lower[a - 2 : a] in (["it", "was"], ["it", "is"]):
        return True  # "it was Marr who …"
    if b + 1 < end and lower[b] == "," and tag[b + 1] & _VERBAL and not tag[b + 1] & NOUN:
        return _is_apposed_to_the_subject(t, name)
    if after & ADVERB and b + 1 < end and tag[b + 1] & _VERBAL:
        return True
    return bool(a - 1 > begin and before & VERB and before & FINITE and lower[a - 2] in (",", QUOTATION))


def _is_apposed_to_the_subject(t: Tokens, name: Mention) -> bool:
    """Whether a name tells who opens the sentence: "Her father, the Rev. *Tom Reed*, knew it"."""
    comma = name.title - 1 - (t.lower[name.title - 1] == "the")
    begin = t.sentences[name.sentence][0]
    if not begin < comma <= begin + _LONGEST_NAME or t.lower[comma] != ",":
        return False
    plain = (t.tag[k] & WORD or t.lower[k] in POSSESSIVE_MARKS for k in range(begin, comma))
    return all(plain) and not any(t.tag[k] & PREPOSITION for k in range(begin, comma))


def after_seat(t: Tokens, of: int, end: int) -> int:
    """Behind where somebody comes from or belongs: "Ann Marr | of the Pellbury Council | wrote"."""
    k = of + 1 + (t.lower[of + 1 : of + 2] == ["the"])
    first, end = k, min(end, k + _LONGEST_NAME)
    while k < end and (
        t.tag[k] & CAPITAL or (first < k < end - 1 and t.lower[k] in _OF and t.tag[k + 1] & CAPITAL)
    ):
        k += 1
    return k if k > first else of


def says(t: Tokens, name: Mention) -> int:
    """Whether a name is a verb of saying’s subject: bodies say things, too, so it counts once."""
    if name.last < len(t.tag) and t.tag[name.last] & CUE:
        return 1
    said = CUE | VERB_PAST
    if name.title < 2 or t.tag[name.title - 1] & said != said or t.tag[name.title - 2]:
        return 0
    return 1 + all(what == _UNKNOWN for what in t.tag[name.at : name.last])  # "…, quipped Ann Marr"
