"""The subject of a verb: the noun phrase before its group, with appositions, relative clauses and lists.

All positions are token indexes, ranges half-open.
"""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADJECTIVE,
    ABBREVIATIONS,
    ADVERB,
    AS_OBJECT,
    AUXILIARY,
    BE,
    CAPITAL,
    COORDINATOR,
    CUE,
    CUE_ADJECTIVE,
    CUE_VERBS,
    DETERMINER,
    DOCUMENT,
    FINITE,
    NOUN,
    NUMBER,
    OBJECT,
    ORGANIZATION,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    TAGS,
    TIME,
    VERB,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_S,
    WH,
    WORD,
)
from claimcli.parser.grammar.noun_phrase import ends_abbreviation, is_nominal, noun_phrase_before
from claimcli.parser.grammar.onward import has_verb, opens_count
from claimcli.parser.grammar.verb_group import CONTRACTED, REACH
from claimcli.parser.text import DASHES, QUOTATION, Tokens

_STRESSED: Final = frozenset("himself herself themselves itself both all each alike late".split())
"""What may stand between a subject and its verb: "Ann Marr *herself* said"."""
_JOINT: Final = COORDINATOR | PREPOSITION | SUBORDINATOR
_NO_HEAD: Final = DETERMINER | POSSESSIVE | ADVERB | TIME
_PARTICLES: Final = frozenset("up out off away forward forth aside apart".split())
_MANNERS: Final = frozenset("way ways time times extent particular forward well worth enough hard".split())


def subject_before(t: Tokens, low: int, g: int) -> tuple[int, int, int] | None:
    """The subject of the verb group at ``g``: (start, end, end of the core without its apposition)."""
    if g <= low:
        return None
    lower, tag = t.lower, t.tag
    word, what = lower[g - 1], tag[g - 1]
    if what & SUBJECT and not what & POSSESSIVE:
        return g - 1, g, g
    if word in ("who", "which", "that"):
        return g - 1, g, g
    if what & VERB_PARTICIPLE and tag[g] & _DETAIL and not (what | tag[g - 2]) & _NO_REDUCED:
        return subject_before(t, low, g - 1)  # "A survey released | on Tuesday found"
    if what & VERB_BASE and not what & (NOUN | CAPITAL) and g - 2 >= low and tag[g - 2] & PEOPLE:
        return subject_before(t, low, g - 1)  # "His friends make | jokes about"
    if word == QUOTATION and "," in t.text[t.end[g - 1] - 3 : t.end[g - 1]]:
        return _subject_with_apposition(t, low, g)  # "Marr, author of “Dry Rivers,” | said"
    if word in _STRESSED and g - 2 >= low and tag[g - 2] & WORD and not tag[g - 2] & _JOINT:
        whole = subject_before(t, low, g - 1)  # "Marr and Reed | both said"
        if whole:
            return whole
    if what & WORD or ends_abbreviation(t, low, g - 1):  # "Acme Inc. said"
        phrase = noun_phrase_before(t, low, g)
        if phrase and lower[phrase[0]] in _PARTICLES and tag[phrase[0] + 1] & PREPOSITION:
            phrase = (phrase[0] + 2, phrase[1]) if phrase[0] + 2 < g else None  # "a letter sent out by | Marr"
        if phrase is None or _is_nobody(t, *phrase) or (tag[g] & VERB_S and _are_several(t, *phrase)):
            return None
        participle = tag[g] & VERB_ING
        finite = not participle and lower[g] != "to"
        if finite and phrase[0] - 2 >= low and tag[phrase[0] - 1] & COORDINATOR and _opens_pair(t, low, phrase[0] - 2):
            return phrase[0] - 2, g, g
        start = _head_start(t, low, phrase[0]) if finite else phrase[0]
        if participle:
            start = _doer_start(t, *phrase)
        if tag[start - 1] & PREPOSITION and (relative := _relative_behind(t, low, start - 1)):
            return relative, relative + 1, relative + 1
        if start < phrase[0] and "who" in lower[start : phrase[0]]:
            return start, g, lower.index("who", start)  # "The rival | who beat the mayor | said"
        return (list_start(t, low, start, g) if lower[start - 1] in _IN_LISTS else start), g, g
    if word in _OPENED_BY:
        return _subject_with_apposition(t, low, g)
    return None


_IN_LISTS: Final = frozenset({",", "and"})
_LEADS_IN: Final = PREPOSITION | ADVERB | VERB_ING | SUBORDINATOR
_LISTED: Final = CAPITAL | PEOPLE | ROLE | ORGANIZATION
"""What may end each part of a list of speakers."""


def list_start(t: Tokens, low: int, a: int, e: int) -> int:
    """Where the list begins whose end is a subject: "**Ann Marr**, Tom Reed and Otto Gray", "**X**, Y, and Z".

    It opens the clause: "in Arra, Marr and Reed" is no list.
    """
    lower, tag = t.lower, t.tag
    serial = lower[a - 1] == "and"
    if lower[a - 1 - serial] != "," or not (serial or "and" in lower[a:e]) or "between" in lower[a:e]:
        return a
    start, comma = a, a - 1 - serial
    while comma > max(low, a - REACH) and lower[comma] == ",":
        part = noun_phrase_before(t, low, comma)
        if part is None or _is_date(t, *part):
            break
        first, last = part
        if not _may_be_listed(t, first, last) or (serial and not tag[first] & CAPITAL):
            return a  # "Ann Marr, a baker, and Otto Gray"
        asks = next(
            (i + 1 for i in range(last - 1, first - 1, -1) if tag[i] & WH), first
        )  # "see what | Ann, …"
        start, comma = asks, asks - 1
    opens = start <= low or lower[start - 1] in (",", "that") or tag[start - 1] & (SUBORDINATOR | WH)
    return start if opens else a


def _may_be_listed(t: Tokens, first: int, last: int) -> bool:
    """Whether a phrase before a comma may be one of several who act: no time, no way, no place."""
    if t.tag[first] & _LEADS_IN or not t.tag[last - 1] & _LISTED or t.tag[last - 1] & TIME:
        return False
    return not any(t.tag[i] & PREPOSITION and t.lower[i] != "of" for i in range(first, last))


def _relative_behind(t: Tokens, low: int, i: int) -> int:
    """Where the pronoun stands whose clause goes on behind a phrase with a preposition: "**who** in March *said*"."""
    for p in range(i, max(low, i - 4), -1):
        if t.lower[p - 1] in ("who", "which", "that"):
            return p - 1 if t.tag[p] & PREPOSITION and not t.tag[p] & SUBORDINATOR else 0
        if not t.tag[p - 1] & WORD:
            break
    return 0


def _opens_pair(t: Tokens, low: int, i: int) -> bool:
    """Whether a pronoun before an "and" is one of two who act: "**She** and her defenders say", not "as *he* or"."""
    before = t.tag[i - 1] if i > low else 0
    one = t.tag[i] & SUBJECT and not t.tag[i] & (OBJECT | POSSESSIVE)
    return bool(one) and not before & (VERB | AUXILIARY | PREPOSITION) 


def _is_nobody(t: Tokens, a: int, e: int) -> bool:
    """Whether a phrase can be no verb's subject: "a" (failed plan), "(in) 2012", "(spent) months", "’s trying"."""
    tag, lower = t.tag, t.lower
    what, word = tag[e - 1], lower[e - 1]
    if lower[a] in CONTRACTED:
        return not tag[a + 1] & WH or a + 1 == e  # "that’s why | the team thinks"
    if lower[a] in _PARTICLES and not (a + 1 < e and lower[a + 1] in ("to", "of")):
        return True  # "freed up | funds"
    if a + 1 < e and tag[a] & (ADJECTIVE | CUE_ADJECTIVE) and tag[a + 1] & PREPOSITION and not tag[a] & (NOUN | CAPITAL):
        return True  # "(is) critical of the plan"
    if what & POSSESSIVE and a + 1 < e and not what & OBJECT:
        return True  # "tears in their (eyes)"
    if a + 1 == e and what & ADVERB and not what & (PRONOUN | NOUN | TIME):
        return True  # "Simply (put)"
    waits = what & ADJECTIVE and not what & (CAPITAL | NOUN) and not (a + 1 < e and tag[a] & PRONOUN)
    if waits or (a + 1 < e and _is_adjective(t, e - 1)):
        return True  # "played up his | hopes", "channeling his respectful | roots"
    if what & (PRONOUN | NOUN | CAPITAL | OBJECT) or (word == "other" and e - a > 1):
        return False
    if what & NUMBER or not (what & _NO_HEAD or word in _MANNERS):
        return a + 1 == e and len(word) == 4 and word.isdigit()
    return not any(inner & (CAPITAL | PREPOSITION | VERB_PARTICIPLE) for inner in tag[a : e - 1])


def _are_several(t: Tokens, a: int, e: int) -> bool:
    """Whether a phrase is a plural, so that a verb’s form in "s" behind it is its noun: "*several* (promises)"."""
    if t.lower[a] not in _PLURALS or t.tag[e - 1] & CAPITAL:
        return False
    return not any(what & (PREPOSITION | RELATIVE) for what in t.tag[a + 1 : e])


_PLURALS: Final = frozenset("several few many multiple various numerous these those both two three four five six".split())


def _is_adjective(t: Tokens, i: int) -> bool:
    """Whether a noun must follow a word, so that what looks like a verb behind it is that noun."""
    what, word = t.tag[i], t.lower[i]
    if what & POSSESSIVE:
        return not what & OBJECT and t.lower[i - 1] != "of"  # "a friend of his"
    return not what & (NOUN | CAPITAL | PEOPLE) and word.endswith(_ADJECTIVES)


_ADJECTIVES: Final = ("ious", "tful", "less", "able", "ible", "-related", "-based", "-style", "-wide", "-led")


def _doer_start(t: Tokens, a: int, e: int) -> int:
    """Where who does what a participle behind a phrase tells stands in it: "gifts from **bankers** | backing Marr".

    The head does it where it can: "**a group** of bankers backing", "**half** of the bankers backing".
    """
    joints = [i for i in range(a + 1, e) if t.tag[i] & PREPOSITION]
    if not joints or not _acts(t, e - 1) or _acts(t, joints[0] - 1):
        return a
    counts = t.tag[joints[0] - 1] & NUMBER or t.lower[joints[0] - 1] in _COLLECTIVE
    return a if counts and len(joints) == 1 and t.lower[joints[0]] == "of" else joints[-1] + 1


def _acts(t: Tokens, i: int) -> bool:
    """Whether a noun names somebody, a body or a document."""
    return bool((t.tag[i] | TAGS.get(t.lower[i].removesuffix("s"), 0)) & _ACTS)


_ACTS: Final = CAPITAL | PEOPLE | ROLE | ORGANIZATION | DOCUMENT | PRONOUN | SUBJECT
_COLLECTIVE: Final = frozenset(
    "band family pack host bunch mob throng gang constellation chorus parade handful slew majority minority share".split()
)
"""Nouns that count what stands behind their "of"."""


def _head_start(t: Tokens, low: int, a: int) -> int:
    """Where a subject begins whose tail opens at ``a``: "A report filed with | the court", "Foes of closing | it"."""
    tag = t.tag
    p = a - 2
    if p < low:
        return a
    gerund = tag[p] & PREPOSITION and tag[p + 1] & VERB_ING
    if t.lower[a] == "worth":  # "A dam | worth $2 million"
        p, gerund = a, True
    elif t.lower[a - 1] in _TAILS and t.lower[a] != "what":  # "Towns across | the county"
        p, gerund = a - 1, True
    elif _is_reduced_participle(t, low, p):
        p, gerund = p - 1, False  # "States going to | the polls"
    if tag[p + 1] & VERB_ING and not tag[p + 1] & CUE:
        p += not gerund  # "Groups | facing a rival"
    elif not gerund:
        p = _participle_before(t, low, a)
        if p < 0:
            p = _relative_before(t, low, a)
    if p <= low or not is_nominal(tag[p - 1], t.lower[p - 1]):
        return a
    phrase = noun_phrase_before(t, low, p)
    if phrase is None:
        return a
    start = phrase[0]
    governs = tag[start - 1] if start > low else 0
    suffers = governs & (VERB | PREPOSITION) and not governs & (NOUN | SUBORDINATOR | CAPITAL)
    return a if suffers else start  # "(Making) her way around | the hall, Marr said"


def _is_reduced_participle(t: Tokens, low: int, i: int) -> bool:
    """Whether a participle at ``i`` tells more of the noun before it: "States *going* to the polls"."""
    what = t.tag[i]
    if not what & VERB_ING or what & (CUE | NOUN | PREPOSITION) or not t.tag[i + 1] & PREPOSITION:
        return False
    return i - 1 > low and bool(t.tag[i - 1] & WORD) and not t.tag[i - 1] & AUXILIARY


_TAILS: Final = frozenset(
    "across around inside outside like over throughout within without among amongst alongside beyond during off "
    "along".split()
)
"""Prepositions that no verb in front asks for as often as the noun before them: "towns *across* the county"."""


def _participle_before(t: Tokens, low: int, a: int) -> int:
    """Where a participle stands that tells more of a noun up to ``a``: "A study | *published* Monday in | Ice"."""
    tag = t.tag
    for i in range(a - 1, max(low, a - _DETAILS), -1):
        what = tag[i]
        if what & VERB_PARTICIPLE:
            being = t.lower[i - 1] == "being"  # "lawsuits *being heard* in | Arra"
            told = tag[i + 1 + (t.lower[i + 1] in _PARTICLES)] & (PREPOSITION | TIME) and not (what & AUXILIARY or (tag[i - 1] & AUXILIARY and not being))
            far = i < a - 2
            if not told or (far and not _tells_more(t, low, i)):
                return -1
            return i - 1 if being or t.lower[i - 1] in _LATELY else i  # "a book *just* published"
        if (
            not what & WORD
            or t.lower[i] == "as"
            or (what & _NO_DETAIL and not what & (NOUN | CAPITAL | PREPOSITION))
        ):
            break
    return -1


_LATELY: Final = frozenset("just recently newly previously already first once later still widely since".split())


def _tells_more(t: Tokens, low: int, i: int) -> bool:
    """Whether a participle rather tells more of the noun before it than what somebody did: "Marr *appeared* in"."""
    before = t.tag[i - 1]
    if t.tag[i] & SPEECH and not CUE_VERBS[t.lower[i]].bits & AS_OBJECT:
        return False  # "*insisted* on Monday"
    return i > low and not before & (AUXILIARY | PEOPLE | PRONOUN | CAPITAL)


_NO_REDUCED: Final = AUXILIARY | PEOPLE | PRONOUN
_DETAIL: Final = PREPOSITION | TIME | ADVERB | DETERMINER
_DETAILS: Final = 8
"""Tokens that may tell when and where of a participle before a name that ends its noun's phrase."""
_NO_DETAIL: Final = AUXILIARY | SUBJECT | RELATIVE | SUBORDINATOR | COORDINATOR | FINITE | WH


def _relative_before(t: Tokens, low: int, a: int) -> int:
    """Where a noun’s clause begins that ends at ``a``: "a poll | that was held in", "fans | who saw"."""
    governs = t.tag[a - 1]
    if not governs & (PREPOSITION | VERB | BE) or governs & SPEECH:
        return -1
    for i in range(a - 2, max(low, a - 16), -1):
        if not t.tag[i] & WORD:
            return -1
        if t.lower[i] in ("that", "who", "which"):
            near = i == a - 2
            if governs & BE and not near and t.lower[a - 1] not in ("been", "be"):
                return -1  # "fans who cheer | are young"
            if near and governs & (PREPOSITION | NOUN):
                return -1
            opens = i + 1 + bool(t.tag[i + 1] & ADVERB)
            return i if t.tag[opens] & (AUXILIARY | FINITE) else -1
    return -1


_OPENED_BY: Final = {")": "(", ",": ",", **{dash: dash for dash in DASHES}}
"""The marks that may close an apposition, and what opens it."""


def _subject_with_apposition(t: Tokens, low: int, g: int) -> tuple[int, int, int] | None:
    """ "Ron Geffner, a lawyer at Sadis, said": the phrase before the comma, with what stands between the commas."""
    lower, tag = t.lower, t.tag
    titled = lower[g - 1] == QUOTATION  # "Marr, author of “Dry Rivers,” said"
    mark = "," if titled else lower[g - 1]
    at = g - 2
    limit = max(low, g - REACH)
    best = None
    while at > limit:
        if lower[at] == _OPENED_BY[mark]:
            inner = tag[at + 1]
            joins = mark == "," and inner & COORDINATOR
            if ((joins or inner & SUBORDINATOR) and not inner & (RELATIVE | WH | PREPOSITION)) or _is_clause(
                t, at + 1, g - 1
            ):
                break
            alone = at + 1 == g - 1 and tag[g] & SPEECH  # "he said, “It is late,” *said* Marr"
            if titled and not inner & RELATIVE and (alone or has_verb(t, at + 1, g - 1)):
                break
            if at > low and tag[at - 1] & (SUBJECT | RELATIVE):
                return at - 1, at, at
            phrase = noun_phrase_before(t, low, at)
            if phrase is None or _is_date(t, *phrase) or (best and _leads_in(t, low, *phrase)):
                break
            aside = all(what & ADVERB for what in tag[at + 1 : g - 1])  # "Marr, however, said"
            end = g if titled or mark == ")" else g - 1
            best = (_head_start(t, low, phrase[0]), at if aside else end, at)
            if not _continues_left(t, low, phrase[0]):
                break
        elif lower[at] == QUOTATION and mark == ",":
            break
        at -= 1
    if best is not None and mark == ",":
        return _before_relative(t, low, g, best[0]) or best
    return best


def _leads_in(t: Tokens, low: int, a: int, e: int) -> bool:
    """Whether a phrase tells no subject but where: "In **a speech**, the mayor, Ann Marr, said", "Arra, **Va.**"."""
    if e - a <= 2 and t.lower[a] in ABBREVIATIONS:
        return True
    return a > low and bool(t.tag[a - 1] & PREPOSITION) and (a - 1 == low or not t.tag[a - 2] & WORD)


def _is_date(t: Tokens, a: int, e: int) -> bool:
    """Whether a phrase before a comma is a date: "In **May**, a judge, …", "On Oct. **23**, during a walk, …"."""
    before = t.tag[a - 1] if a and t.tag[a - 1] else t.tag[a - 2] if a > 1 else 0
    if t.tag[a] & NUMBER:
        return e - a == 1 and bool(before & TIME)
    return bool(before & PREPOSITION) and all(what & (TIME | NUMBER) for what in t.tag[a:e])


def _before_relative(t: Tokens, low: int, g: int, inner: int) -> tuple[int, int, int] | None:
    """The subject, where the phrase at ``inner`` is but part of its clause: "**Marr**, whose firm, Lux, grew, said"."""
    for j in range(inner - 1, max(low, inner - 12), -1):
        if t.lower[j] in ("whose", "who", "which") and t.lower[j - 1] == ",":
            phrase = noun_phrase_before(t, low, j - 1)
            return (phrase[0], g - 1, j - 1) if phrase else None
        if not t.tag[j] & WORD and t.lower[j] != ",":
            return None
    return None


def _is_clause(t: Tokens, a: int, b: int) -> bool:
    """Whether tokens between commas are a clause of their own ("it is late") rather than an apposition."""
    for what in t.tag[a:b]:
        if what & (RELATIVE | WH):
            return False
        if what & AUXILIARY or (what & SUBJECT and not what & (POSSESSIVE | OBJECT)):
            return True
    return False


def _continues_left(t: Tokens, low: int, a: int) -> bool:
    """Whether a phrase after a comma is itself an apposition: lower-case, a number, a party or a short place name."""
    if a - 2 > low and t.lower[a - 2] == "," and t.tag[a - 1] & (VERB_ING | PREPOSITION):
        return not t.tag[a - 1] & SUBORDINATOR and not opens_count(t, a - 1)  # "Marr, facing | a rival, a baker, said"
    if a - 1 <= low or t.lower[a - 1] != ",":
        return False
    before = t.tag[a - 2]
    if not before & (CAPITAL | NUMBER) and t.lower[a - 2] != ".":
        return False
    state = t.lower[a] in ABBREVIATIONS and t.lower[a + 1 : a + 3] == [".", ","]  # "a fan from Arra, Miss."
    state |= t.lower[a][1:2] == "-"  # "Ann Marr, R-Arra"
    return not t.tag[a] & CAPITAL or state or bool(t.tag[a] & DETERMINER) or t.lower[a - 2] == "."
