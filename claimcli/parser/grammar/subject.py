"""The subject of a verb: the noun phrase before its group, with appositions, relative clauses and lists."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ABBREVIATIONS,
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    DOCUMENT,
    FINITE,
    HAVE,
    INFLECTED,
    NOUN,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    ORGANIZATION,
    PEOPLE,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    SOMEBODY,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    TAGS,
    TIME,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    VERB_S,
    WH,
    WORD,
)
from claimcli.lexicon.names import persons
from claimcli.parser.grammar.nobody import PARTICLES, are_several, is_nobody
from claimcli.parser.grammar.noun_phrase import DEEDS, SELVES, noun_phrase_before
from claimcli.parser.grammar.onward import has_verb, leads_in
from claimcli.parser.grammar.phrase_marks import POSSESSIVE_MARKS, SHARES, ends_abbreviation, opening_bracket
from claimcli.parser.grammar.phrase_words import (
    A_OR_AN,
    OPENS_ASIDE,
    RELATIVE_SUBJECTS,
    is_nominal,
    is_title,
)
from claimcli.parser.grammar.tails import NAMING, doer_start, head_start, relative_behind
from claimcli.parser.grammar.times import PART_OF_DAY, time_at
from claimcli.parser.grammar.verb_group import REACH, verb_group
from claimcli.parser.text import CLOSED_BY, CLOSES_ASIDE, DASHES, QUOTATION, Tokens

Subject = tuple[int, int, int]
"""A subject: its start, its end, and the end of its core (without the apposition)."""

STRESSED: Final = SELVES | {"both", "all", "each", "alike", "late"}
"""What may stand between a subject and its verb: "Ann Marr *herself* said"."""
_NAME: Final = 20
"""Characters of the longest name in quotation marks that tells who somebody is: "with the call sign “Badger”"."""
_NO_REDUCED: Final = AUXILIARY | PEOPLE | PRONOUN
_GOVERNS: Final = PREPOSITION | SUBORDINATOR
_DETAIL: Final = PREPOSITION | TIME | ADVERB | DETERMINER


def subject_before(t: Tokens, low: int, g: int) -> Subject | None:
    """The subject of the verb group at ``g``, by what it ends in: a word, a quotation or a mark."""
    if g <= low:
        return None
    if t.tag[g - 1] & WORD:
        return _ending_in_word(t, low, g)
    word = t.lower[g - 1]
    if word == QUOTATION:
        return _ending_in_quotation(t, low, g)
    if word in CLOSES_ASIDE:
        return _with_apposition(t, low, g)
    if word in SHARES:
        return _phrase_as_subject(t, low, g)  # "40% | say"
    return _ending_in_word(t, low, g) if ends_abbreviation(t, low, g - 1) else None  # "Acme Inc. said"


def _ending_in_word(t: Tokens, low: int, g: int) -> Subject | None:
    """ "She | said", "who | said", "a survey released on Tuesday | found", "The mayor herself | said"."""
    tag = t.tag
    word, what = t.lower[g - 1], tag[g - 1]
    if what & SUBJECT and not (what & OBJECT and tag[max(g - 2, low)] & _GOVERNS == PREPOSITION):
        return g - 1, g, g  # but "many of you | say"
    if word in RELATIVE_SUBJECTS:
        return g - 1, g, g
    detail = tag[g] & _DETAIL or t.lower[g] in PART_OF_DAY
    if what & VERB_PARTICIPLE and detail and not (what | tag[g - 2]) & _NO_REDUCED:
        # "A survey released on Tuesday | found"
        subject, end = subject_before(t, low, g - 1), time_at(t, g, len(t.raw))
        if subject and tag[subject[0]] & SUBJECT and (whose := noun_phrase_before(t, low, subject[0])):
            return head_start(t, low, whose[0]), end, subject[0]  # "bakers **I met this week** | said"
        return (subject[0], end, end) if subject else None
    if what & VERB_BASE and not what & (NOUN | CAPITAL) and g - 2 >= low and tag[g - 2] & PEOPLE:
        return subject_before(t, low, g - 1)  # "His friends make | jokes about"
    if word in STRESSED and g - 2 >= low and (tag[g - 2] & WORD or t.lower[g - 2] in DASHES):
        # "Marr and Reed | both said", "The leaders -- Marr and Reed -- | all said"
        return subject_before(t, low, g - 1) or _phrase_as_subject(t, low, g)
    if what & (VERB_PAST | VERB_PARTICIPLE) and not what & (NOUN | CAPITAL | AUXILIARY):
        told_of = _with_inner_clause(t, low, g)
        if told_of is not None:
            return told_of
    subject = _phrase_as_subject(t, low, g)
    before = subject[0] - 1 if subject is not None else low
    led = before >= low and (t.lower[before] == "who" or tag[before] & PREPOSITION)  # "who | **first left**"
    if subject is not None and t.lower[subject[0]] != "who" and not led:
        return subject
    relative = 0 if subject else relative_behind(t, low, g - 1)  # "who in 2019 | promised"
    return (relative, relative + 1, relative + 1) if relative else _with_clause(t, low, g) or subject


def _ending_in_quotation(t: Tokens, low: int, g: int) -> Subject | None:
    """ "Marr, author of “Dry Rivers,” | said", "A guard with the alias “Ace” | said"."""
    if "," in t.close_of(g - 1):
        return _with_apposition(t, low, g)
    return _with_name(t, low, g) if g - 2 > low and _is_name(t, g - 1) else None


def _with_name(t: Tokens, low: int, g: int) -> Subject | None:
    """The subject that a name in quotation marks ends: "A guard who goes by “Ace” | said", "with the alias “Ace”"."""
    start = head_start(t, low, g - 1)
    if start < g - 1:
        return start, g, _opens_relative(t, start, g) or g - 1
    subject = _phrase_as_subject(t, low, g - 1)
    return (subject[0], g, subject[2]) if subject else None


def _is_name(t: Tokens, quotation: int) -> bool:
    """Whether a short quotation is but a name behind its noun: "the call sign *“Badger”*", "goes by *“Ace”*"."""
    before = quotation - 1
    called = t.lower[before] in NAMING or t.lower[before] in ("as", "by")
    called = called or is_nominal(t.tag[before], t.lower[before])
    start, end = t.start[quotation], t.end[quotation]
    named = t.lower[before] not in POSSESSIVE_MARKS and t.text[start + 1].isupper()
    return called and named and end - start < _NAME


def _with_clause(t: Tokens, low: int, g: int) -> Subject | None:
    """The subject whose clause ends with a verb or a time: "**The clerk** who was hired in May | said".

    "**The clerk** who hid her name for fear of *being fired* | said", "who asked not to *be named* | said", whatever
    she does in it.
    """
    undergoes = g - 2 > low and t.lower[g - 2] in ("being", "be")
    for who in range(g - 2, max(low, g - (2 * _CLAUSE if undergoes else _CLAUSE)), -1):
        if not t.tag[who] & WORD:
            return None
        if t.lower[who] == "who":
            phrase = noun_phrase_before(t, low, who)
            told = undergoes or not t.holds(SPEECH, who, g)
            then = who + 1 + (t.tag[who + 1] & (ADVERB | FINITE) == ADVERB)
            opens = t.what(then) & (AUXILIARY | FINITE)  # "who *first* saw it"
            # "**A clerk** involved in the sale who left in May | said"
            return (head_start(t, low, phrase[0]), g, who) if phrase and told and opens else None
    return None


_CLAUSE: Final = 10
"""Tokens of the longest such clause."""


def _with_inner_clause(t: Tokens, low: int, g: int) -> Subject | None:
    """The subject whose clause has a subject of its own: "**The firm** (that) he sued | said", "**a town** where …"."""
    inner = subject_before(t, max(low, g - REACH), verb_group(t, low, g - 1).start)
    if inner is None or inner[0] - 1 <= low:
        return None
    opens = inner[0] - 1
    bare = t.lower[opens] not in _OPENS_INNER
    if bare and not (t.tag[inner[0]] & SUBJECT and t.tag[opens] & (NOUN | PEOPLE)):
        return None
    phrase = noun_phrase_before(t, low, opens + bare)
    return (head_start(t, low, phrase[0]), g, opens + bare) if phrase else None


_OPENS_INNER: Final = frozenset({"that", "which", "whom", "where"})


def _phrase_as_subject(t: Tokens, low: int, g: int) -> Subject | None:
    """The subject whose last word stands right before the verb group at ``g``."""
    lower, tag = t.lower, t.tag
    phrase = noun_phrase_before(t, low, g)
    if phrase and lower[phrase[0]] in PARTICLES and tag[phrase[0] + 1] & PREPOSITION:
        phrase = (phrase[0] + 2, g) if phrase[0] + 2 < g else None  # "a letter sent out by | Marr"
    if phrase is None or (tag[g] & VERB_S and are_several(t, *phrase)):
        return None
    opens, end = phrase
    if is_nobody(t, opens, end):
        start = head_start(t, low, opens)
        told = start < opens and tag[opens - 1] & PREPOSITION
        return (start, g, g) if told else None  # "Officials involved at the time | said"
    start = opens = _behind_noun_told_of(t, opens, end)
    if tag[g] & VERB_ING:
        start = doer_start(t, opens, end)
    elif lower[g] != "to":
        if opens - 2 >= low and tag[opens - 1] & COORDINATOR and _opens_pair(t, low, opens - 2):
            return opens - 2, g, g
        start = head_start(t, low, opens)
    if start > low and tag[start - 1] & PREPOSITION and (relative := relative_behind(t, low, start - 1)):
        return relative, relative + 1, relative + 1
    if start - 2 > low and tag[start - 1] & PREPOSITION and tag[start - 2] & HAVE:
        return subject_before(t, low, start - 2)  # "**Marr** has on many occasions | praised it"
    relative = _opens_relative(t, start, opens)
    if relative:
        return start, g, relative
    if named := _named_before(t, low, start, g):
        return named, g, start - 1
    return list_start(t, low, start, g), g, g


def _named_before(t: Tokens, low: int, a: int, e: int) -> int:
    """Where a name opens of whom a role tells that no comma closes: "**Ann Marr**, the owner of Marr Lines said"."""
    head = t.tagged(PREPOSITION, a + 1, e, e) - 1
    what, name = t.tag[head], a - 1
    if t.tag[a] & POSSESSIVE or what & (ROLE | PLURAL | CAPITAL | PEOPLE) != ROLE or t.word(name) != ",":
        return 0
    while name > low and t.tag[name - 1] & (CAPITAL | TIME | PREPOSITION) == CAPITAL:
        name -= 1
    if t.tag[a] & OPENS_NOUN and name - 1 > low and t.tag[name - 2] & (CAPITAL | TIME) == CAPITAL:
        return 0  # "It fell in Tarn Bay, **New Arra**, a guard at the dam said"
    return name if a - name > 2 and (name == low or not t.tag[name - 1] & WORD) else 0


def _behind_noun_told_of(t: Tokens, a: int, e: int) -> int:
    """Where a clause’s subject opens behind the noun that it tells of: "a move | **two clerks** (said was rash)".

    "A" goes with no plural: what ends in one is another phrase.
    """
    several = t.tag[e - 1] & (PLURAL | PEOPLE) and not t.tag[e - 1] & CAPITAL
    if t.lower[a] not in A_OR_AN or not several:
        return a
    deeds = (i for i in range(a + 1, e - 1) if t.lower[i] in DEEDS and not t.tag[i + 1] & PREPOSITION)
    return next(deeds, a - 1) + 1


def _opens_relative(t: Tokens, start: int, end: int) -> int:
    """Where a clause opens within a subject: "The rival | who beat the mayor | said", "people | I met in Leeds"."""
    for i in range(start + 1, end):
        if t.lower[i] in RELATIVE_SUBJECTS or t.tag[i] & SUBJECT:
            return i
    return 0


IN_LISTS: Final = frozenset({",", "and"})
"""What stands between the parts of a list."""
_LEADS_IN: Final = PREPOSITION | ADVERB | VERB_ING | SUBORDINATOR
_OPENS_LIST: Final = frozenset({",", "that", QUOTATION})
"""What may stand before a list: "“It is late,” **Marr, Reed and Gray** said"."""


def list_start(t: Tokens, low: int, a: int, e: int) -> int:
    """Where the list begins whose end is a subject: "**Ann Marr**, Tom Reed and Otto Gray", "**X**, Y, and Z".

    It opens the clause: "in Arra, Marr and Reed" is no list. What stands between commas may tell more of the first:
    "**Ann Marr**, a baker, and Otto Gray".
    """
    lower, tag = t.lower, t.tag
    serial = lower[a - 1] == "and"
    if lower[a - 1 - serial] != ",":
        return a
    if not serial and "and" not in lower[a:e]:
        return headline_list(t, low, a, e)
    start, comma = a, a - 1 - serial
    while comma > max(low, a - REACH) and lower[comma] == ",":
        first, last = noun_phrase_before(t, low, comma) or (comma, comma)
        if last == first + 1 and t.tag[first] & NUMBER and lower[first - 1] == ",":
            # "Ann Marr, **45**, Tom Reed, 50"
            first, last = noun_phrase_before(t, low, first - 1) or (comma, comma)
        if first == last and start < a:
            break
        if (
            not (serial and start == a)
            and lower[e + 1 : e + 2] != [","]
            and _tells_where(t, first, last, bool(tag[a] & CAPITAL))
        ):
            return first
        if not _may_be_listed(t, first, last) or (serial and not tag[first] & CAPITAL):
            if start < a:
                return start if leads_in(t, low, comma) else a
            return _with_aside(t, low, comma, a) if serial else a
        # "see what | Ann, …"
        asks = next((i + 1 for i in range(last - 1, first - 1, -1) if tag[i] & WH), first)
        start, comma = asks, asks - 1
    if serial and "," not in lower[start : a - 2]:
        return _with_aside(t, low, a - 2, a)  # "he left as mayor, and Reed" lists nobody
    opens = start <= low or lower[start - 1] in _OPENS_LIST or tag[start - 1] & (SUBORDINATOR | WH)
    return start if opens else a


def headline_list(t: Tokens, low: int, a: int, e: int) -> int:
    """Where a headline’s list begins, whose last one ends before a verb for several: "**Marr**, Reed *vow* to".

    A headline leaves out articles: "Ann Marr, **a** think tank’s head".
    """
    if not t.what(e) & VERB_BASE or t.what(e) & (INFLECTED | CAPITAL):
        return a
    ends = t.tag[e - 1]
    one = ends & (ORGANIZATION | ROLE) and not ends & PLURAL  # "Holt Lines, **union** say"
    if not (ends & CAPITAL or one):
        return a
    start = a
    while start > low and t.lower[start - 1] == ",":
        first, last = noun_phrase_before(t, low, start - 1) or (start, start)
        if not _may_be_listed(t, first, last) or not t.tag[last - 1] & CAPITAL:
            return a
        start = first
    return start if start == low else a


def _tells_where(t: Tokens, first: int, last: int, named_next: bool) -> bool:
    """Whether several of somewhere or something are told of, by names that a list goes on with: "Voters in Ohio".

    So is a document by several: "**A joint letter by the mayor**, the board and Reed".
    """
    by = t.find({"by", "from"}, first + 1, last - 1, 0)
    if by and t.tag[by - 1] & DOCUMENT and t.tag[first] & OPENS_NOUN:
        return True
    governed = first and t.tag[first - 1] & _GOVERNS == PREPOSITION
    if governed or not (named_next and t.tag[last - 1] & CAPITAL):
        return False
    at = t.tagged(PREPOSITION, first + 1, last - 1, 0)
    what = t.tag[at - 1]
    return bool(at and what & (PLURAL | PEOPLE))


def _with_aside(t: Tokens, low: int, comma: int, a: int) -> int:
    """Where the first of two begins of whom commas part off who that is: "**Marr**, a baker, and Reed"; else ``a``."""
    opens = t.find_back({","}, comma - 1, max(low, comma - REACH))
    part = noun_phrase_before(t, low, opens) if opens else None
    if part is None or not _may_be_listed(t, *part) or not t.tag[part[1] - 1] & CAPITAL:
        return a
    before = part[0] - 1
    fronted = t.lower[before] == "," and leads_in(t, low, before)  # "In Arra, **Marr**, a baker, and"
    return part[0] if part[0] <= low or fronted else a


def _may_be_listed(t: Tokens, first: int, last: int) -> bool:
    """Whether a phrase before a comma may be one of several who act: no time, no way, no place."""
    if t.lower[last - 1] == ")":
        last = opening_bracket(t, first, last - 1)  # "*Ann Marr* (D-Arra)"
    noun = t.tag[last - 1] | TAGS.get(t.lower[last - 1].removesuffix("s"), 0)
    if first == last or t.tag[first] & _LEADS_IN or not noun & SOMEBODY or noun & TIME:
        return False
    if first and t.lower[first - 1] == "as" and t.tag[first] & (ROLE | CAPITAL | PLURAL) == ROLE:
        return False  # "As *head of police*, Marr and Reed"
    return not any(t.tag[i] & PREPOSITION and t.lower[i] != "of" for i in range(first, last))


def _opens_pair(t: Tokens, low: int, i: int) -> bool:
    """Whether a pronoun before an "and" is one of two who act: "**She** and her defenders say", not "as *he* or"."""
    before = t.tag[i - 1] if i > low else 0
    one = t.tag[i] & SUBJECT and not t.tag[i] & (OBJECT | POSSESSIVE)
    return bool(one) and not before & (AUXILIARY | PREPOSITION)


def _with_apposition(t: Tokens, low: int, g: int) -> Subject | None:
    """ "Ron Geffner, a lawyer at Sadis, said": the phrase before the comma, with what stands between the commas."""
    lower, tag = t.lower, t.tag
    titled = lower[g - 1] == QUOTATION  # "Marr, author of “Dry Rivers,” said"
    mark = "," if titled else lower[g - 1]
    at = g - 2
    limit = max(low, g - REACH)
    best = None
    while at > limit:
        if CLOSED_BY.get(lower[at]) == mark:
            if _parts_clauses(t, at, g, mark):
                break
            alone = at + 1 == g - 1 and tag[g] & SPEECH  # "he said, “It is late,” *said* Marr"
            if titled and alone and not (" " in t.words(g - 1, g) and is_title(t, g - 1)):
                break
            if at > low and tag[at - 1] & (SUBJECT | RELATIVE):
                return at - 1, at, at
            phrase = noun_phrase_before(t, low, at)
            if phrase is None or _is_date(t, *phrase):
                break
            if best and (_only_tells_where(t, low, phrase[0]) or leads_in(t, low, at)):
                break
            aside = all(what & ADVERB for what in tag[at + 1 : g - 1])  # "Marr, however, said"
            end = g if titled or mark == ")" else g - 1
            whose = t.find_back({"whose"}, at - 2, phrase[0] - 1)
            if whose:
                return whose, end, at  # "Marr, **whose lawyer**, Tom Reed, said"
            start = head_start(t, low, phrase[0])
            best = (start, at if aside else end, at)
            if not _continues_left(t, low, start):
                break
        elif lower[at] == QUOTATION and mark == ",":
            # "Marr, a self-described *“Viking”*, said", but "“It is late,” Marr, a baker, said"
            called = not tag[at - 1] & SPEECH and ")" not in lower[at:g]
            if not called or not {",", "."}.isdisjoint(t.close_of(at)):
                break
        at -= 1
    if best is None:
        return None
    inner = _before_aside(t, low, g, best[0]) if mark == "," else None
    if inner is None and mark in ",)" and lower[best[0] - 1] in IN_LISTS:
        return list_start(t, low, best[0], best[2]), best[1], best[2]
    return inner or best


def _only_tells_where(t: Tokens, low: int, a: int) -> bool:
    """Whether a phrase tells no subject but where: "In **a speech**, the mayor, Ann Marr, said"."""
    return a > low and bool(t.tag[a - 1] & PREPOSITION) and (a - 1 == low or not t.tag[a - 2] & WORD)


def _is_date(t: Tokens, a: int, e: int) -> bool:
    """Whether a phrase before a comma is a date: "In **May**, a judge, …", "On Oct. **23**, during a walk, …"."""
    before = t.tag[a - 1] if a and t.tag[a - 1] else t.tag[a - 2] if a > 1 else 0
    if t.tag[a] & NUMBER:
        return e - a == 1 and bool(before & TIME)
    return bool(before & PREPOSITION) and all(what & (TIME | NUMBER) for what in t.tag[a:e])


def _before_aside(t: Tokens, low: int, g: int, inner: int) -> Subject | None:
    """The subject, where the phrase at ``inner`` is but part of an aside that tells of it.

    "**Marr**, whose firm, Lux, grew, said", "**Marr**, in a letter signed by her aide, Tom Reed, said".
    """
    for j in range(inner - 1, max(low, inner - _ASIDE), -1):
        if t.lower[j] == "," and t.lower[j + 1] in OPENS_ASIDE:
            if inner == j + 2 and t.lower[j + 1] in _OPENS_INNER and not has_verb(t, inner, g - 1):
                return None  # "a plan, which **the mayor, Ann Marr**, called"
            phrase = noun_phrase_before(t, low, j)
            return (phrase[0], g - 1, j) if phrase else None
        if t.lower[j] == "who" and t.lower[j - 1] != "," and _is_one_clause(t, j + 1, inner):
            return _whose_clause(t, low, g, j)
        # "Marr, who left on Friday, and Reed, her aide, said"
        parted = t.lower[j] == "and" and t.lower[j - 1] == ","
        if parted or (not t.tag[j] & WORD and t.lower[j] != ","):
            return None
    return None


_ASIDE: Final = 20
"""Tokens of such an aside before the phrase within it, and a comma more."""


def _whose_clause(t: Tokens, low: int, g: int, who: int) -> Subject | None:
    """The subject of which a clause without commas tells: "**A baker** who likes Lux, a firm, said".

    It may be but an apposition: "**Marr**, a baker who likes Lux, a firm, said".
    """
    phrase = noun_phrase_before(t, low, who)
    if phrase is None:
        return None
    return phrase[0], g - 1, who


def _is_one_clause(t: Tokens, a: int, b: int) -> bool:
    """Whether tokens hold no more than one finite verb, the one of the clause that they are: "who *likes* | Lux"."""
    return sum([bool(what & FINITE) for what in t.tag[a:b]]) < 2


def _parts_clauses(t: Tokens, at: int, g: int, mark: str) -> bool:
    """Whether a mark opens no apposition but a clause: "Marr left*, and Reed,* said", "He said*, it is late,* …"."""
    opening = t.tag[at + 1]
    leads = opening & SUBORDINATOR or (mark == "," and opening & COORDINATOR)
    if leads and not opening & (RELATIVE | WH | PREPOSITION):
        return True
    if at + 4 == g and opening & SUBJECT:
        return False  # "**The tax**, he said, was unfair"
    for what in t.tag[at + 1 : g - 1]:
        if what & (RELATIVE | WH):
            return False
        if what & AUXILIARY or (what & SUBJECT and not what & (POSSESSIVE | OBJECT)):
            return True
    return False


def _continues_left(t: Tokens, low: int, a: int) -> bool:
    """Whether a phrase after a comma is itself an apposition: lower-case, a number, a party or a short place name."""
    told = a - 3 > low and t.tag[a - 1] & PREPOSITION and t.tag[a - 2] & VERB_PARTICIPLE
    comma = a - 3 if told else a - 2  # "Marr Air, based in | Arra, Iowa, said"
    if comma > low and t.lower[comma] == "," and t.tag[a - 1] & (VERB_ING | PREPOSITION):
        # "Marr, facing | a rival, a baker, said"
        return not t.tag[a - 1] & SUBORDINATOR
    if a - 1 <= low or t.lower[a - 1] != ",":
        return False
    dated = t.tag[a - 2] & TIME or (t.tag[a - 2] & NUMBER and t.tag[a - 3] & PREPOSITION)
    if dated or not t.tag[a - 2] & (CAPITAL | NUMBER):
        return False  # "by 1989, | the head of the bank, Ann Marr, said"
    if not t.tag[a] & CAPITAL or t.lower[a][1:2] == "-" or t.lower[a] in persons().state_names:
        return True  # "Ann Marr, R-Arra", "from Toledo, Ohio, on Monday, said"
    return t.lower[a] in ABBREVIATIONS and t.lower[a + 1 : a + 3] == [".", ","]  # "a fan from Arra, Miss."
