"""A run of capitals as titles and a name: "Former NATO Secretary General | Jens Stoltenberg"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    CUE,
    CUE_NOUN,
    DETERMINER,
    FINITE,
    HONORIFIC,
    INFLECTED,
    LINK,
    MODAL,
    NOUN,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    ORGANIZATION,
    PEOPLE,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    SUBJECT,
    TAGS,
    TIME,
    VERB,
    VERB_ING,
    WH,
    WORD,
    is_unknown,
)
from claimcli.lexicon.kinds import kind_of
from claimcli.lexicon.names import given_names, persons
from claimcli.parser.grammar import POSSESSIVE_MARKS
from claimcli.parser.speakers.clause import is_modifier
from claimcli.parser.speakers.entity import Mention
from claimcli.parser.speakers.naming.runs import OF
from claimcli.parser.text import Tokens

FUNCTION: Final = OPENS_NOUN | SUBJECT | OBJECT | RELATIVE | WH | LINK | AUXILIARY | PRONOUN | ADVERB
"""Words that open a sentence with a capital and are no part of a name."""

TITLES: Final = HONORIFIC | ROLE
FORMERLY: Final = frozenset({"former", "then", "acting", "late", "retired", "incoming", "outgoing"})
_ENDS_TITLE: Final = FUNCTION | VERB | NUMBER | TIME
ADJECTIVAL: Final = frozenset(
    "based born led run owned backed funded controlled held style era educated trained linked related dominated "
    "leaning affiliated aligned sponsored appointed speaking listed registered made built wide area sized like".split()
)
"""Behind a hyphen these make adjectives of names: "Oslo-based", "Labour-run"."""
_FIRMS: Final = frozenset("startup start-up airline brokerage conglomerate rival".split())
PARTISANS: Final = frozenset(
    "republican democrat democratic gop libertarian independent labour tory conservative liberal".split()
)
"""Whose side somebody or a body is on, which is no name of theirs: "an *Iowa Democrat*", "a *Democratic* Senate"."""
_GRADES: Final = frozenset({"con", "ch", "sub"})
"""Behind a title these are parts of it: "Det *Con* Marr", "Det *Ch* Insp Marr"; "Con Marr" is a name."""
_POINTS_AT: Final = frozenset(
    "ask meet take tell consider remember imagine enter call thank blame see hear".split()
)
"""Orders to look at somebody: "*Meet* Ann Marr, a baker"."""
TELLS_FEELING: Final = frozenset(
    "brave plucky tragic heartbroken terrified devastated furious proud poor dear lucky hapless grieving shocked "
    "worried angry cheeky fearless distraught desperate delighted stunned sad happy horrified tearful".split()
)
"""What papers call people by before a first name: "*Brave* Ann said"."""
_LONGEST_TITLE: Final = 7
_TIMES_OF_DAY: Final = frozenset({"morning", "evening"})
"""Times that have a capital only within names: "a *Morning* Lund poll", not "Saturday *Morning*"."""
_MONTHS_AND_DAYS: Final = frozenset(
    "jan feb mar apr jun jul aug sep oct nov dec mon tue wed thu fri sat sun".split()
)
"""Months and days that are written short before a number or with a full stop, and that may be names."""


def split(t: Tokens, a: int, b: int, begin: int, number: int) -> Mention | None:
    """A run of capitals as titles and a name: "Former NATO Secretary General | Jens Stoltenberg".

    It may have less than the run: "On Monday Ann Marr". None where it has no name at all.
    """
    behind, office = _behind_office(t, a, b, begin)
    if behind:
        return Mention(office, behind, b, number)
    a = _after_openers(t, a, b, begin, number)
    words = t.tag[a - (b - a == 1 and a > begin) : b]
    if len(t.raw[b - 1]) < 4 and t.raw[b - 1].isupper() and len(words) > 1 and all(w & TITLES for w in words):
        return None  # "Deputy *PM* says"
    if t.tag[b - 1] & TIME:
        b = _before_date(t, a, b)
    if a >= b:
        return None
    sorts = persons().sorts
    letters = (
        b - a > 2 and t.raw[a].isupper() and t.lower[a] in sorts and not t.tag[a - 1] & (CAPITAL | OPENS_NOUN)
    )
    if letters or (b - a == 2 and t.lower[a] in PARTISANS and "chamber" in sorts.get(t.lower[a + 1], ())):
        return Mention(a + 1, a + 1, b, number)  # "the super *PAC* Our Arra", "a *Democratic* Senate"
    first = _name_start(t, a, _without_suffix(t, a, b)) if b - a > 1 else a
    if first == a == begin and b - a > 1 and is_of_a_firm(t.lower[a]):
        first = a + 1
    if first == b:
        return Mention(a, a, b, number)
    if first == a == begin and b - a > 1 and t.lower[a] in FORMERLY:
        first = a = a + 1  # "*Former* Marr striker Tom Reed"
    title = _title_start(t, a, first, begin, number) if a > begin else a
    return Mention(title, first, b, number)


def _behind_office(t: Tokens, a: int, b: int, begin: int) -> tuple[int, int]:
    """Behind where an office is held, and where the office begins: "*head* of the Port Council | Ann Marr", else 0.

    Also "the envoy to *Denmark* | Ann Marr", but "a spokesman for Mayor Ann Marr" is another.
    """
    if b - a < 2 or a - 2 < begin or is_modifier(t, b):
        return 0, 0
    listed = (k for k in range(a + (not _ends_seat(t, a)), b - 1) if t.lower[k] in given_names())
    unlisted = (k for k in range(b - 2, a, -1) if _ends_seat(t, k) and all(map(is_unknown, t.tag[k:b])))
    first = next(listed, 0) or next(unlisted, 0)
    if not first or not _ends_seat(t, first):
        return 0, 0
    behind = 0  # the noun of the office
    for k in range(first - 1, max(begin, first - _LONGEST_OFFICE), -1):
        word, role = t.lower[k - 1], t.tag[k - 1] & ROLE or t.lower[k - 1] == "head"
        if t.lower[k] in TO_PLACES and role and word not in persons().kin:
            if behind:
                return 0, 0  # "aide to the head of Arra Bank Ann Marr": either
            behind = k
        does = t.tag[k] & (VERB | AUXILIARY | SUBJECT) and not t.tag[k] & (CAPITAL | NOUN)
        if does or not t.tag[k] & WORD:
            break
    return (first, _title_before(t, behind, begin)) if 0 < behind < a else (0, 0)


def _ends_seat(t: Tokens, first: int) -> bool:
    """Whether a body, a place or a field of work ends before a token: "the Port *Council* Ann Marr", no office."""
    what, word = t.tag[first - 1], t.lower[first - 1]
    if what & ROLE or kind_of(word) & PEOPLE:
        return False
    known, two = persons(), "-".join(t.lower[first - 2 : first])  # "New *York*", "United *Nations*"
    if what & ORGANIZATION or word in known.ends_body or word == "staff":
        return True
    if word in known.places or two in known.places or two == "united-nations":
        return True
    field = word in known.fields and t.lower[first] in given_names()
    return field or (t.raw[first - 1].isupper() and len(word) > 1)


_LONGEST_OFFICE: Final = 12  # tokens behind its noun
TO_PLACES: Final = frozenset({"to", "for", "in", "of"})


def is_of_a_firm(word: str) -> bool:
    """Whether a word before a name tells what firm it is: "*Drugmaker* Marr", "*Rival* Marr Homes"."""
    return word in _FIRMS or (word.endswith(("er", "or")) and word in persons().bodies)


def _after_openers(t: Tokens, a: int, b: int, begin: int, number: int) -> int:
    """Behind words that are none of the name: "*On Monday* Ann Marr", "*Facing* Ann Marr, the council …"."""
    tag, lower, given = t.tag, t.lower, given_names()
    if b - a == 3 and (lower[a], lower[a + 2]) in persons().firms:
        return a  # "*Marks* and Spencer" is no verb
    while (
        a < b
        and _is_no_name(tag[a], t.raw[a], a == begin or (tag[a - 1] == 0 and lower[a - 1] != ","))
        and not (tag[a] & NUMBER and a + 2 < b and tag[a + 1] & ROLE)  # "*First* Minister Ann Marr"
        and not (lower[a] == "most" and a + 2 < b and lower[a + 1] in ("rev", "reverend"))
        and not _is_called_will(t, a, b, begin, number)
        and not (tag[a] & TIME and _is_called_june(t, a, b))
        and not (lower[a] in _TIMES_OF_DAY and a > begin and tag[a - 1] & WORD)  # "a *Morning* Lund poll"
    ):
        a += 1
    counts = tag[a] & NUMBER and t.what(b) & PLURAL  # "*Two* Marr posts", no "*Two* Rivers"
    if b - a > 1 and (counts or (a == begin and _only_leads(t, a, b))):
        return a + 1
    if a != begin or b - a < 3 or lower[a] in given or lower[a + 1] not in given:
        return a
    titled = _tail(lower[a]) & (ROLE | HONORIFIC | ORGANIZATION)
    place = "-".join(lower[a : a + 2]) in persons().places  # "*West* Virginia Gov. Ann Marr"
    firm = lower[b - 1] in persons().companies  # "*Holt* Marietta Corp"
    return a if titled or place or firm or lower[a] in persons().families else a + 1


def _only_leads(t: Tokens, a: int, b: int) -> bool:
    """Whether the word that opens a sentence only leads to a name: "*Ask* Ann Marr, who …", "*Brave* Ann said"."""
    word = t.lower[a]
    if t.tag[a] & NUMBER and t.tag[a + 1] & PEOPLE:
        return b - a == 2  # "*Five Republicans* said"
    if word in TELLS_FEELING:
        return t.lower[a + 1] in given_names()
    return word in _POINTS_AT and b - a > 2


def _before_date(t: Tokens, a: int, b: int) -> int:
    """Where a name ends before a day or a month: "Ann Marr *Monday*", not "Ann *Day*"."""
    given = given_names()
    while b > a + 1 and t.tag[b - 1] & TIME and t.lower[b - 1] not in given:
        if b - a == 2 and t.lower[a] in given:
            break
        b -= 1
    return b


def _title_start(t: Tokens, a: int, first: int, begin: int, number: int) -> int:
    """Where the titles begin before a name, with those before its capitals: "*campaign manager* Ann Marr"."""
    former = t.lower[a - 1] in FORMERLY
    led = t.tag[a - 1] & ROLE or (t.lower[a - 1] == "head" and t.tag[a - 2] & CAPITAL)
    if first > a:
        if former:
            return a - 1
        before = t.tag[a - 2] if a - 2 >= begin else 0
        if t.lower[a - 1] == "state":
            return a - 1 - bool(before & CAPITAL)  # "*Texas state* Sen. Ann Marr"
        # "the historian Dr Ann Marr"
        styled = led and _tail(t.lower[a]) & HONORIFIC and t.lower[a - 1] not in ("rival", "opponent")
        return _title_before(t, a, begin) if styled else a
    if not led:
        return a
    headline = t.tag[t.sentences[number][1] - 1] & WORD  # "Marr names aide Tom Reed": no stop
    title = a - 1 if headline else _title_before(t, a, begin)
    return title - (begin < title and t.lower[title - 1] in FORMERLY)


def _is_called_will(t: Tokens, a: int, b: int, begin: int, number: int) -> bool:
    """Whether a function word is a first name: "“No,” *Will* Marr said", "*Per* Marr said", not "*Will* Marr win?"."""
    if not t.tag[a] & (MODAL | PREPOSITION) or a + 1 >= b or t.lower[a] not in given_names():
        return False
    if a == begin and t.tag[a] & PREPOSITION:
        return bool(t.what(b) & FINITE)
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
    return (t.lower[a] in given_names() and b - a == 2) or t.lower[a] in _MONTHS_AND_DAYS


def _without_suffix(t: Tokens, a: int, b: int) -> int:
    """Where a name ends before its "Jr.", so that "King" is no title in "Martin Luther King Jr."."""
    b = _before_postnominals(t, a, b)
    last = b - (t.lower[b - 1] == ".")
    return last - 1 if last - a > 1 and t.lower[last - 1] in persons().suffixes else b


def _is_no_name(what: int, word: str, opens: bool) -> bool:
    """Whether a capitalised word is none of the name that it opens: "But", "Monday", "The", "I", "Arra-based"."""
    if "-" in word and word.rpartition("-")[2] in ADJECTIVAL:
        return True
    if word.isupper() and len(word) > 1:
        return False
    if what & (TIME | DETERMINER | SUBJECT | COORDINATOR):
        return word.lower() not in given_names() or opens
    if opens and what & CUE and what & INFLECTED and not what & NOUN:
        return True
    return opens and bool(what & FUNCTION)


def _name_start(t: Tokens, a: int, b: int) -> int:
    """Where the name begins after its titles: behind the last role before it, or at a known first name."""
    tag, lower = t.tag, t.lower
    first = a
    leads = lower[a - 1] in FORMERLY or lower[a - 1] == "and"
    if leads and kind_of(lower[a]) & ROLE and {*lower[a : a + 2]} <= given_names().keys():
        first = a + 1  # "the former *Marine* | Tom Reed"
    if a and b - a == 2 and tag[a - 1] & ROLE and lower[a] in given_names():
        return a  # "the striker *Dean* Marr": no dean
    for k in range(a, b - 1):
        if k > a and lower[k - 1] in ("for", "against"):
            continue  # "the Society for *Patient* Protection"
        if lower[k + 1] in POSSESSIVE_MARKS:
            continue  # "the *Attorney’s* Office"
        if lower[k] == "mother" and lower[k + 1] not in given_names():
            continue  # "*Mother* Earth"
        if k == first > a and b - k == 2 and lower[k] in given_names():
            break  # "Coach *Dean* Marr"
        if (
            tag[k] & TITLES
            or (k > a and lower[k] in _GRADES)
            or (lower[k][-1] == "s" and is_of_several(t, k, b))
            or ("-" in lower[k] and _tail(lower[k]) & TITLES)
        ):
            first = k + 1
            if lower[first] == ".":
                first += 1
    body = kind_of(lower[first]) & ORGANIZATION and first + 2 < b and lower[first + 1] in OF
    if lower[first] in ("of", "for"):
        first = _after_office(t, first, b)
    elif first > a and (_ends_body(t, b) or lower[first] in ("&", "and") or body):
        return a  # "General Motors Company", "Chief & Sons", "Independent Office for Trade": no titles
    return _given_name(t, first, b) if b - first > 2 else first


def _tail(word: str) -> int:
    """What is known of a word, or of what stands behind its hyphen: "activist-*lawyer*"."""
    return TAGS.get(word, 0) or TAGS.get(word.rpartition("-")[2], 0)


def is_of_several(t: Tokens, k: int, b: int) -> bool:
    """Whether a word is the title of several who are named: "*Senators* Marr and Reed", "*Democrats* Ann Marr, …"."""
    joined = t.word(b) in ("and", ",") and t.what(b + 1) & CAPITAL
    people = t.tag[k] & PEOPLE and t.word(k + 1) in given_names()
    return bool(joined and (people or TAGS.get(t.lower[k][:-1], 0) & HONORIFIC))


def _ends_body(t: Tokens, b: int) -> bool:
    """Whether the word before ``b`` ends a body's name, so that no title stands in it: "the Premier League"."""
    ends = persons().ends_body | persons().texts  # "the Student *Assessment*"
    return bool(t.tag[b - 1] & (ORGANIZATION | PEOPLE)) or t.lower[b - 1] in ends


def _given_name(t: Tokens, a: int, b: int) -> int:
    """Where a known first name follows what can only be a title: "Former Hewlett-Packard CEO | Ann Marr"."""
    given = given_names()
    if t.lower[a] in given or t.tag[b - 1] & ORGANIZATION:
        return a
    for k in range(a + 1, b - 1):
        if t.lower[k] in given:
            body = t.tag[k - 1] & (ORGANIZATION | ROLE | HONORIFIC) or t.raw[k - 1].isupper()
            ends = t.lower[k - 1] == "staff" or t.lower[k - 1] in persons().ends_body
            return k if body or ends else a  # "Arra News *Ann Marr*", "General Staff *Ann Marr*"
    return a


def _after_office(t: Tokens, of: int, b: int) -> int:
    """Behind "Secretary of State" in "Secretary of State Ann Marr"; the whole run where no name follows."""
    named = (k for k in range(of + 2, b - 1) if t.lower[k] in given_names() or k == of + 2 == b - 2)
    return next(named, b)


def _title_before(t: Tokens, a: int, begin: int) -> int:
    """Where lower-case titles before a name begin: "campaign manager Ann Marr", "former senator Ann Marr"."""
    tag, lower = t.tag, t.lower
    k = a - 1
    limit = max(begin, a - _LONGEST_TITLE)
    titling = persons().titling
    while k > limit:
        what = tag[k - 1]
        if lower[k - 1] == "of" and k - 2 >= begin and tag[k - 2] & tag[k] & CAPITAL:
            k -= 2  # "*Secretary of State* nominee Ann Marr", "*Bureau of Ports* chief Ann Marr"
            continue
        ends = what & _ENDS_TITLE and not what & (NOUN | CAPITAL) and lower[k - 1] not in titling
        opens = k - 1 == begin and what & WH  # "*When* candidate Ann Marr"
        named = what & CAPITAL and len(lower[k - 1]) > 3 and not opens
        backing = what & CUE_NOUN and what & VERB_ING and tag[k - 2] & ORGANIZATION
        if not what & WORD or ends or backing or (what & (FUNCTION & ~ADVERB) and not named):
            break
        k -= 1
    return k  # "a group backing | *chair* Ann Marr"


def is_titled(t: Tokens, name: Mention) -> bool:
    """Whether a title before a name tells that it is a person's: "Mr. Marr", "campaign manager Marr"."""
    known = persons()
    title = name.at - 1
    if name.title == name.at:
        return False
    of = t.find(TO_PLACES, name.title + 1, title, 0)
    if of:
        title = of - 1  # "Inspector General of Police Marr", "envoy to Denmark Ann Marr"
    title -= t.lower[title] == "."
    word, which = t.lower[title], t.lower[name.last : name.last + 2] == [",", "which"]
    if t.lower[name.at] in known.places and word not in known.courtesy:
        return False  # "Republican Iowa"
    if name.last - name.at == 1 and (kind_of(word) & ORGANIZATION or which):
        return False  # "the bus operator Arrowline, which …"
    if is_of_a_firm(word) and t.lower[name.at] not in given_names():
        return not _ends_body(t, name.last)  # "developer Hale Homes"
    office = t.tag[title] | (
        word.rpartition("-")[2] not in PARTISANS and _tail(word)
    )  # "a *Brigadier-General*"
    return bool(office & ROLE) or word in known.short or word in known.courtesy or word == "head"
