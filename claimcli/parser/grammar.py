"""A shallow grammar over tokens: verb groups, noun phrases, subjects, and where clauses end.

All positions are token indexes, ranges half-open. Every walk is bounded by ``REACH`` tokens, so that
reading a sentence costs time in step with its length.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from claimcli.lexicon import (
    ABBREVIATIONS,
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    COORDINATOR,
    CUE,
    DETERMINER,
    EXPLETIVE,
    FINITE,
    HONORIFIC,
    MODAL,
    NEGATION,
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
    SUBJECT,
    SUBORDINATOR,
    TIME,
    VERB,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    VERB_S,
    WH,
    WORD,
)
from claimcli.parser.text import DASHES, QUOTATION, Tokens

REACH: Final = 40
"""How many tokens a walk may take: longer noun phrases and verb groups are not found in news prose."""

CONTRACTED: Final = frozenset({"’s", "'s", "’d", "'d", "’ve", "'ve", "’ll", "'ll", "’re", "'re", "’m", "'m"})
POSSESSIVE_MARKS: Final = frozenset({"’s", "'s", "’", "'"})
_INNER: Final = frozenset({"-", "&", "%", "$", "/", "(", ")", "#", "@", "'", "’", "£", "€"})
_CLAUSE_BREAKS: Final = frozenset({",", ";", ":", "—", "--", "that", "to", QUOTATION})
_TRAILING: Final = frozenset("there here too alone himself herself themselves itself".split())
_NO_HEAD: Final = DETERMINER | POSSESSIVE | ADVERB | TIME
_PARTICLES: Final = frozenset("up out off away forward forth aside apart".split())
_MANNERS: Final = frozenset("way ways time times extent particular forward well worth enough hard".split())
_COUNTS: Final = NUMBER | DETERMINER
_IN_GROUP: Final = AUXILIARY | NEGATION | ADVERB | TIME
_INSERTED: Final = frozenset("past fact turn effect part essence course times first least best".split())
"""What stands behind "in", "of" or "at" between an auxiliary and its verb: "has in fact said"."""
_IN_GROUP_WORDS: Final = CONTRACTED | {"to", "both", "all", "each"} | _INSERTED
_NO_PLAIN_ADVERB: Final = DETERMINER | SUBJECT | PREPOSITION | CUE | RELATIVE
_NOT_SKIPPED: Final = DETERMINER | PREPOSITION | SUBORDINATOR | PRONOUN | EXPLETIVE
_SKIPPED: Final = ADVERB | TIME | DETERMINER | NUMBER
_BEFORE_TIME: Final = frozenset("on last this in late early next earlier by at that".split())
_NEVER_PLAIN: Final = (
    SUBJECT | RELATIVE | AUXILIARY | SUBORDINATOR | COORDINATOR | PREPOSITION | VERB | ADVERB
)
"""What may end a noun phrase that is read from its end: any other word belongs to it."""
_BEFORE_DETERMINER: Final = (
    DETERMINER
    | POSSESSIVE
    | PREPOSITION
    | COORDINATOR
    | SUBORDINATOR
    | ADVERB
    | VERB
    | AUXILIARY
    | RELATIVE
    | NUMBER
    | ROLE
)
"""What may stand within a noun phrase before a determiner: "all the", "of the", "five most", "Envoy the Rev."."""
_ATTRIBUTIVE: Final = frozenset(
    "acting leading managing founding sitting visiting voting outgoing incoming ruling surviving remaining opposing "
    "existing rising working retiring competing warring neighboring neighbouring protesting grieving".split()
)
"""Participles that tell of people before their noun: ", *acting* director of the zoo,"."""
_ATTACHING: Final = frozenset(
    "of for at in from with on to by against about between among under behind near within".split()
)


class Group(NamedTuple):
    """A verb group: where it starts, and how it is meant."""

    start: int
    negated: bool
    passive: bool
    infinitive: bool
    modal: bool
    finite: bool
    auxiliary: bool


def verb_group(t: Tokens, low: int, k: int) -> Group:
    """The group of auxiliaries, negations and adverbs before the verb at ``k``, no further than ``low``."""
    lower, tag = t.lower, t.tag
    g = k
    negated = passive = infinitive = modal = finite = auxiliary = False
    if tag[k] & FINITE or (tag[k] & AUXILIARY and not tag[k] & VERB_ING):
        finite = True
    limit = low if low > k - REACH else k - REACH
    while g > limit:
        word, what = lower[g - 1], tag[g - 1]
        if not what & _IN_GROUP and word not in _IN_GROUP_WORDS:
            break
        if what & AUXILIARY:
            if what & BE and g == k - _adverbs_between(tag, g, k) and tag[k] & VERB_PARTICIPLE:
                passive = True
            modal |= bool(what & MODAL)
            negated |= bool(what & NEGATION)
            finite = auxiliary = True
        elif what & NEGATION:
            negated = True
        elif word in CONTRACTED:
            if (
                not tag[k] & (VERB_PARTICIPLE | VERB_ING | VERB_BASE)
                or g - 2 < low
                or not _takes_contraction(t, g, k)
            ):
                break
            finite = auxiliary = True
        elif word == "to":
            if not tag[k] & VERB_BASE and not infinitive:
                break
            infinitive = True
            g -= 1
            break
        elif what & ADVERB and not what & _NO_PLAIN_ADVERB:
            pass
        elif (
            what & TIME and g - 2 >= low and (what & CAPITAL or (tag[g - 2] & TIME and tag[g - 2] & CAPITAL))
        ):  # "the mayor on Tuesday said"
            if lower[g - 2] == "on":
                g -= 1
        elif (
            word in ("both", "all", "each") and g - 2 >= low and tag[g - 2] & (AUXILIARY | SUBJECT | RELATIVE)
        ):
            pass  # "they all voted", "have both said"
        elif (inserted := _inserted_time(t, limit, g)) is not None:
            g = inserted
            continue
        else:
            break
        g -= 1
    # As Group(…) does, in a third of its time.
    return tuple.__new__(Group, (g, negated, passive, infinitive, modal, finite, auxiliary))


def _inserted_time(t: Tokens, low: int, g: int) -> int | None:
    """Where "in the past", "in fact" or "for years" begins between auxiliary and verb ("has in the past described")."""
    if not t.tag[g - 1] & TIME and t.lower[g - 1] not in _INSERTED:
        return None
    if (
        g - 3 >= low
        and t.lower[g - 2] in ("last", "this", "late", "early")
        and (t.tag[g - 3] & WORD or t.lower[g - 3] in (")", ","))
    ):
        return g - 2  # "Marr last week proposed"
    if t.lower[g] == "ago" and g - 3 >= low and t.tag[g - 2] & _COUNTS:
        return g - 2  # "Marr two weeks ago said"
    for i in range(g - 2, max(low, g - 4), -1):
        if t.tag[i] & PREPOSITION:
            return i if t.tag[i - 1] & AUXILIARY else None
    return None


def _adverbs_between(tag: list[int], g: int, k: int) -> int:
    """How many tokens from g up to k are adverbs or negations; -1 where another word stands between."""
    return k - g if all(what & (ADVERB | NEGATION | BE) for what in tag[g:k]) else -1


def _takes_contraction(t: Tokens, g: int, k: int) -> bool:
    """Whether "’s", "’d" … before a verb group is an auxiliary: after a pronoun, or before a participle."""
    return bool(t.tag[g - 2] & (SUBJECT | RELATIVE | PRONOUN)) or bool(
        t.lower[g - 1] in ("’s", "'s")
        and t.tag[k] & (VERB_ING | VERB_PARTICIPLE)
        and not t.tag[k] & VERB_PAST
    )


def noun_phrase_before(t: Tokens, low: int, e: int) -> tuple[int, int] | None:
    """The noun phrase that ends just before the token ``e``, no further left than ``low``."""
    lower, tag = t.lower, t.tag
    while e - 1 > low and lower[e - 1] in _TRAILING:
        e -= 1
    a = e
    limit = low if low > e - REACH else e - REACH
    while a > limit:
        what = tag[a - 1]
        if what & _NEVER_PLAIN or not what & WORD:
            step = _word_before(t, low, a, e) if what & WORD else _mark_before(t, low, a, e)
            if not step:
                break
            a -= step
        else:
            a -= 1
            if what & DETERMINER and a > limit and _opens_phrase(t, a):
                break  # "That way | the public knows"
    a = _trim_left(t, a, e)
    return (a, e) if a < e else None


def _opens_phrase(t: Tokens, a: int) -> bool:
    """Whether a phrase begins with the determiner at ``a``, whatever stands before it: "in Arra *the* Reds say"."""
    before = t.tag[a - 1]
    if not before & WORD or t.lower[a - 1] in CONTRACTED:
        return False
    if before & _BEFORE_DETERMINER and not (before & NOUN and before & VERB and not before & DETERMINER):
        return False
    return not before & CAPITAL or any(
        what & CAPITAL for what in t.tag[a + 1 : a + 2]
    )  # "Marr the realist said"


def _mark_before(t: Tokens, low: int, a: int, e: int) -> int:
    """How many tokens a phrase takes in that a mark ends, left of ``a``: none where the mark parts it."""
    word = t.lower[a - 1]
    if _is_abbreviation(t, low, a - 1):
        return 2
    if word == "," and a < e and is_of_a_university(t, a - 1):
        return 1
    return int(word in _INNER or (word == QUOTATION and a < e and a - 1 > low and _is_nickname(t, a - 1)))


def is_of_a_university(t: Tokens, comma: int) -> bool:
    """Whether a comma belongs to a university’s name: "the University of Arra, *Pellbury*"."""
    return t.lower[comma - 3 : comma - 1] == ["university", "of"] and bool(t.tag[comma + 1] & CAPITAL)


def _is_abbreviation(t: Tokens, low: int, i: int) -> bool:
    """Whether the token ``i`` is the full stop of an abbreviation or an initial."""
    return t.lower[i] == "." and i - 1 >= low and (t.lower[i - 1] in ABBREVIATIONS or len(t.raw[i - 1]) == 1)


def _word_before(t: Tokens, low: int, a: int, e: int) -> bool:
    """Whether a word at ``a - 1`` that may be no part of a noun phrase belongs to the one that ends at ``e``."""
    tag = t.tag
    what = tag[a - 1]
    if what & (SUBJECT | RELATIVE) and not what & (DETERMINER | OBJECT | POSSESSIVE):
        return False
    if what & (AUXILIARY | SUBORDINATOR) and not what & (PREPOSITION | CAPITAL):
        return False
    if what & COORDINATOR:
        return a < e and _joins(t, max(low, e - REACH), a)
    if what & PREPOSITION and not (what & CAPITAL and a - 1 > low):
        if t.lower[a - 1] == "than" and a < e and tag[a] & NUMBER and a - 1 > low:
            return t.lower[a - 2] in ("more", "fewer", "less")  # "more than two dozen states"
        attached = a < e and a - 1 > max(low, e - REACH) and t.lower[a - 1] in _ATTACHING
        return attached and _nominal(tag[a - 2], t.lower[a - 2])
    if what & VERB and not what & (NOUN | CAPITAL):
        return _verb_before(t, low, a, e)
    if what & ADVERB and not what & (DETERMINER | TIME | PRONOUN):
        return a < e and a - 2 >= low and bool(tag[a - 2] & (DETERMINER | POSSESSIVE))
    return True


def _verb_before(t: Tokens, low: int, a: int, e: int) -> bool:
    """Whether a verb's form at ``a - 1`` belongs to a noun phrase: "registered voters", "those surveyed"."""
    lower, tag = t.lower, t.tag
    what, before = tag[a - 1], tag[a - 2] if a - 2 >= low else 0
    inside = a - 1 > low
    if a < e and tag[a] & (DETERMINER | POSSESSIVE):
        return False  # "(who) sent | a letter"
    if not what & (VERB_PAST | VERB_PARTICIPLE | VERB_ING):
        return not (a - 2 >= low and (before & (SUBJECT | MODAL) or lower[a - 2] == "to"))
    if a == e:
        surveyed = what & VERB_PARTICIPLE and inside and (lower[a - 2] == "those" or before & PEOPLE)
        thinking = what & VERB_ING and inside and lower[a - 2] in POSSESSIVE_MARKS  # "Cruz’s thinking"
        meeting = what & VERB_ING and inside and before & (DETERMINER | POSSESSIVE)  # "the meeting"
        return bool(surveyed or thinking or meeting)
    if not inside:
        return True
    if what & VERB_ING and lower[a - 2] == "," and (what & CUE or lower[a - 1] not in _ATTRIBUTIVE):
        return False  # ", saying pictures …": a participle, not part of the phrase
    # "the leaked report": an adjective between determiner and noun
    leads = before & (DETERMINER | POSSESSIVE | NUMBER | ADVERB | PREPOSITION)
    if before & CAPITAL and tag[a] & PEOPLE and what & VERB_PARTICIPLE and not what & CUE:
        return True  # "Democratic registered voters"
    return bool(leads) or lower[a - 2] in POSSESSIVE_MARKS or not before & WORD


def _is_nickname(t: Tokens, quotation: int) -> bool:
    """Whether a quotation inside a phrase is part of a name ("John “Jack” Marr") rather than somebody's words."""
    start, end = t.start[quotation], t.end[quotation]
    return end - start < 25 and bool(t.tag[quotation - 1] & CAPITAL) and t.text[end - 2] not in ".,?!"


def _nominal(what: int, word: str) -> bool:
    """Whether a token can be the noun that a preposition attaches to."""
    if not what & WORD:
        return word in (")", "%") or word == QUOTATION
    if what & (AUXILIARY | PREPOSITION | SUBORDINATOR | ADVERB | SUBJECT) and not what & (
        CAPITAL | PRONOUN | TIME
    ):
        return False
    return not (what & (VERB_PAST | VERB_PARTICIPLE | VERB_ING) and not what & (NOUN | CAPITAL))


def _joins(t: Tokens, low: int, a: int) -> bool:
    """Whether the coordinator at ``a - 1`` joins two halves of one subject: no verb stands left of it."""
    tag = t.tag
    for i in range(a - 2, low - 1, -1):
        what = tag[i]
        if not what & WORD:
            if _is_abbreviation(t, low, i):
                continue  # "Mr. Marr and Mr. Reed"
            return i < a - 2 and (t.lower[i] in (",", ";", ":") or t.lower[i] in DASHES)
        if what & (AUXILIARY | SUBJECT) or (
            what & (VERB_PAST | VERB_S | VERB_ING) and not what & (NOUN | CAPITAL)
        ):
            return False
        if what & (SUBORDINATOR | RELATIVE) and not what & PREPOSITION:
            return i < a - 2
    return True


def _trim_left(t: Tokens, a: int, e: int) -> int:
    """Drop from a phrase what leads into it: a preposition's phrase, conjunctions, adverbs, times."""
    lower, tag = t.lower, t.tag
    while a < e:
        what = tag[a]
        if (
            what & COORDINATOR
            or not what & WORD
            or (what & SUBORDINATOR and not what & PREPOSITION)  # "While Reed said …"
            or (what & ADVERB and not what & (DETERMINER | PRONOUN | NOUN))
        ):
            a += 1
        elif what & PREPOSITION:
            start = _after_prepositional(t, a, e)
            a = a + 1 if start == e and what & SUBORDINATOR else start
        elif what & TIME and a + 1 < e and not what & NOUN and lower[a + 1] not in POSSESSIVE_MARKS:
            a += 1
        else:
            break
    return a


def _after_prepositional(t: Tokens, a: int, e: int) -> int:
    """Where the subject begins after an opening "in an interview …": a determiner or a name after a noun."""
    lower, tag = t.lower, t.tag
    for i in range(e - 1, a + 1, -1):
        what, before = tag[i], tag[i - 1]
        if lower[i - 1] in POSSESSIVE_MARKS or not before & WORD:
            continue
        if what & (DETERMINER | POSSESSIVE | SUBJECT) and not before & (
            PREPOSITION | DETERMINER | COORDINATOR
        ):
            return i
        if what & CAPITAL and not before & (
            CAPITAL | PREPOSITION | DETERMINER | POSSESSIVE | COORDINATOR | HONORIFIC
        ):
            return i
    return e - 1 if a + 2 < e and tag[e - 1] & CAPITAL and not tag[e - 2] & PREPOSITION else e


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
    if what & WORD or _is_abbreviation(t, low, g - 1):  # "Acme Inc. said"
        phrase = noun_phrase_before(t, low, g)
        if phrase is None or _is_nobody(t, *phrase):
            return None
        finite = not tag[g] & VERB_ING and lower[g] != "to"
        start = _head_start(t, low, phrase[0]) if finite else phrase[0]
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


def _is_nobody(t: Tokens, a: int, e: int) -> bool:
    """Whether a phrase can be no verb's subject: "a" (failed plan), "(in) 2012", "(spent) months", "’s trying"."""
    tag, lower = t.tag, t.lower
    what, word = tag[e - 1], lower[e - 1]
    if lower[a] in CONTRACTED:
        return not tag[a + 1] & WH or a + 1 == e  # "that’s why | the team thinks"
    if lower[a] in _PARTICLES and not (a + 1 < e and tag[a + 1] & PREPOSITION):
        return True  # "freed up | funds"
    if what & POSSESSIVE and a + 1 < e and not what & OBJECT:
        return True  # "tears in their (eyes)"
    if a + 1 == e and what & ADVERB and not what & (PRONOUN | NOUN | TIME):
        return True  # "Simply (put)"
    if a + 1 < e and _is_adjective(t, e - 1):
        return True  # "played up his | hopes", "channeling his respectful | roots"
    if what & (PRONOUN | NOUN | CAPITAL | OBJECT) or (word == "other" and e - a > 1):
        return False
    if what & NUMBER or not (what & _NO_HEAD or word in _MANNERS):
        return a + 1 == e and len(word) == 4 and word.isdigit()
    return not any(inner & (CAPITAL | PREPOSITION | VERB_PARTICIPLE) for inner in tag[a : e - 1])


def _is_adjective(t: Tokens, i: int) -> bool:
    """Whether a noun must follow a word, so that what looks like a verb behind it is that noun."""
    what, word = t.tag[i], t.lower[i]
    if what & POSSESSIVE:
        return not what & OBJECT and t.lower[i - 1] != "of"  # "a friend of his"
    return not what & (NOUN | CAPITAL | PEOPLE) and word.endswith(_ADJECTIVES)


_ADJECTIVES: Final = ("ious", "tful", "less", "able", "ible", "-related", "-based", "-style", "-wide", "-led")


def _head_start(t: Tokens, low: int, a: int) -> int:
    """Where a subject begins whose tail opens at ``a``: "A report filed with | the court", "Foes of closing | it"."""
    tag = t.tag
    p = a - 2
    if p < low:
        return a
    participle = (
        tag[p] & VERB_PARTICIPLE and tag[p + 1] & PREPOSITION and not (tag[p] | tag[p - 1]) & AUXILIARY
    )
    gerund = tag[p] & PREPOSITION and tag[p + 1] & VERB_ING
    if tag[p + 1] & VERB_ING and not tag[p + 1] & CUE:
        p += not gerund  # "Groups | facing a rival"
    elif not (participle or gerund):
        p = _relative_before(t, low, a)
    if p <= low or not _nominal(tag[p - 1], t.lower[p - 1]):
        return a
    phrase = noun_phrase_before(t, low, p)
    return phrase[0] if phrase else a


def _relative_before(t: Tokens, low: int, a: int) -> int:
    """Where a noun’s clause begins that ends at ``a``: "a poll | that was held in", "fans | who saw"."""
    governs = t.tag[a - 1]
    if not governs & PREPOSITION and (not governs & FINITE or governs & (CUE | NOUN)):
        return -1
    for i in range(a - 2, max(low, a - 16), -1):
        if not t.tag[i] & WORD:
            return -1
        if t.lower[i] in ("that", "who", "which"):
            return i if t.tag[i + 1] & (AUXILIARY | FINITE) else -1
    return -1


_OPENED_BY: Final = {")": "(", ",": ",", **{dash: dash for dash in DASHES}}
"""The marks that may close an apposition, and what opens it."""


def _subject_with_apposition(t: Tokens, low: int, g: int) -> tuple[int, int, int] | None:
    """ "Ron Geffner, a lawyer at Sadis, said": the phrase before the comma, with what stands between the commas."""
    lower, tag = t.lower, t.tag
    mark = lower[g - 1]
    at = g - 2
    limit = max(low, g - REACH)
    best = None
    while at > limit:
        if lower[at] == _OPENED_BY[mark]:
            inner = tag[at + 1]
            if (
                inner & (COORDINATOR | SUBORDINATOR) and not inner & (RELATIVE | WH | PREPOSITION)
            ) or _is_clause(t, at + 1, g - 1):
                break
            if at > low and tag[at - 1] & (SUBJECT | RELATIVE):
                return at - 1, at, at
            phrase = noun_phrase_before(t, low, at)
            if phrase is None or _is_date(t, *phrase):
                break
            aside = all(what & ADVERB for what in tag[at + 1 : g - 1])  # "Marr, however, said"
            best = (_head_start(t, low, phrase[0]), at if aside else g - 1, at)
            if not _continues_left(t, low, phrase[0]):
                break
        elif lower[at] == QUOTATION and mark == ",":
            break
        at -= 1
    if best is not None and mark == ",":
        return _before_relative(t, low, g, best[0]) or best
    return best


def _is_date(t: Tokens, a: int, e: int) -> bool:
    """Whether a phrase before a comma is a date: "In **May**, a judge, …", "On Oct. **23**, during a walk, …"."""
    before = t.tag[a - 1] if a and t.tag[a - 1] else t.tag[a - 2] if a > 1 else 0
    if t.tag[a] & NUMBER:
        return e - a == 1 and bool(before & TIME)
    return bool(before & PREPOSITION) and all(what & (TIME | NUMBER | MODAL) for what in t.tag[a:e])  # "May"


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
    if a - 1 <= low or t.lower[a - 1] != ",":
        return False
    before = t.tag[a - 2]
    if not before & (CAPITAL | NUMBER) and t.lower[a - 2] != ".":
        return False
    state = t.lower[a] in ABBREVIATIONS and t.lower[a + 1 : a + 3] == [".", ","]  # "a fan from Arra, Miss."
    state |= t.lower[a][1:2] == "-"  # "Ann Marr, R-Arra"
    return not t.tag[a] & CAPITAL or state or bool(t.tag[a] & DETERMINER) or t.lower[a - 2] == "."


def skip_adverbs(t: Tokens, p: int, end: int) -> int:
    """Past adverbs, and times ("on Tuesday", "last week", "Sunday night")."""
    lower, tag = t.lower, t.tag
    while p < end:
        what = tag[p]
        if not what & _SKIPPED and lower[p] not in _BEFORE_TIME:
            break
        if what & ADVERB and not what & _NOT_SKIPPED:
            p += 1
        elif what & TIME and not what & SUBJECT:
            p += 1
            while p < end and (tag[p] & NUMBER or (lower[p] == "." and lower[p - 1] in ABBREVIATIONS)):
                p += 1
        elif lower[p] in _BEFORE_TIME and (
            p + 1 < end
            and tag[p + 1] & TIME
            and (lower[p] != "that" or lower[p + 1] in ("day", "night", "evening"))
        ):
            p += 2
        elif (
            p + 2 < end
            and tag[p] & (DETERMINER | NUMBER)
            and tag[p + 1] & TIME
            and lower[p + 2] in ("earlier", "later", "ago", "before", "after")
        ):
            p += 3  # "a day earlier"
        else:
            break
    return p


_FINAL_MARKS: Final = frozenset({".", "!", "?", "…", "...", ")", ",", ";", ":"})


def without_final_mark(t: Tokens, first: int, last: int) -> int:
    while last > first and t.lower[last - 1] in _FINAL_MARKS:
        last -= 1
    return last


def has_verb(t: Tokens, a: int, b: int) -> bool:
    """Whether a finite verb stands among the tokens."""
    for what in t.tag[a:b]:
        if what & AUXILIARY:
            return True
        if what & FINITE and not what & (NOUN | CAPITAL):
            return True
    return False


def clause_verb(t: Tokens, p: int, last: int) -> bool:
    """Whether a clause with a verb of its own opens at ``p``, rather than an object phrase."""
    tag, lower = t.tag, t.lower
    for i in range(p + 1, min(p + 16, last)):
        what, word = tag[i], lower[i]
        if what & AUXILIARY:
            return True
        if what & (VERB_PAST | VERB_S) and not what & (NOUN | VERB_BASE | CAPITAL):
            if not (
                what & VERB_PARTICIPLE and (lower[i - 1] in ("a", "the") or is_participle_adjective(t, i))
            ):
                return True
        elif (
            what & VERB_BASE
            and not what & (NOUN | CAPITAL)
            and (
                (lower[i - 1].endswith("s") and not tag[i - 1] & (VERB | PREPOSITION)) or tag[i - 1] & PEOPLE
            )
        ):
            return True
        if (what & (WH | SUBORDINATOR) and word != "as") or word in _CLAUSE_BREAKS:
            return False
        if (
            what & COORDINATOR
            and i + 1 < last
            and tag[i + 1] & (VERB_PAST | AUXILIARY | SUBJECT)
            and not tag[i + 1] & NOUN
        ):
            return False
    return False


def phrase_end(t: Tokens, p: int, last: int) -> int:
    """The end of the noun phrase that opens at ``p``, with its prepositional phrases, without an apposition."""
    tag, lower = t.tag, t.lower
    i = p
    last = min(last, p + REACH)
    while i < last:
        what, word = tag[i], lower[i]
        if not what & WORD:
            if word == "." or word in ("&", "-", "%", "$", "’", "'"):
                i += 1
                continue
            break
        if (
            i > p
            and what & (AUXILIARY | SUBJECT | SUBORDINATOR | WH)
            and not what & (PREPOSITION | DETERMINER | POSSESSIVE)
        ):
            break
        if what & COORDINATOR and not (
            i + 1 < last and tag[i + 1] & (CAPITAL | DETERMINER | NOUN | POSSESSIVE)
        ):
            break
        if (
            i > p
            and what & (VERB_PAST | VERB_S | VERB_PARTICIPLE)
            and not what & (NOUN | CAPITAL | VERB_BASE)
            and (not tag[i - 1] & ADVERB or tag[i - 1] & DETERMINER)  # "a newly found email", "early returns"
        ):
            break
        if (
            i > p and what & ADVERB and not what & DETERMINER and not tag[i - 1] & (DETERMINER | POSSESSIVE)
        ) or (i > p and what & TIME and not what & CAPITAL):
            break
        if (
            i > p
            and what & PREPOSITION
            and (
                word not in ("of", "for", "at", "in", "from", "with", "on", "to", "by")
                or (i + 1 < last and tag[i + 1] & VERB_ING)
            )
        ):
            break
        i += 1
    while i > p and (tag[i - 1] & (PREPOSITION | COORDINATOR | DETERMINER) or not tag[i - 1] & WORD):
        if i - 1 == p and tag[p] & DETERMINER and tag[p] & PRONOUN:
            break
        i -= 1
    return i


def apposition_end(t: Tokens, end: int, last: int) -> int:
    """The end of what stands in apposition after a phrase: ", 54, a baker who …" up to the sentence's end."""
    lower = t.lower
    if end < last and lower[end] == ",":
        for i in range(end + 1, last):
            if lower[i] == QUOTATION and lower[i - 1] == ",":
                return i - 1
            if lower[i] in (";", ":"):
                return i
            if lower[i] == "," and i + 1 < last and t.tag[i + 1] & VERB_ING and t.tag[i + 1] & CUE:
                return i
        return last
    return end


def is_infinitive(t: Tokens, p: int) -> bool:
    """Whether what follows "to" is a verb rather than a noun phrase."""
    what = t.tag[p]
    if what & (VERB_BASE | ADVERB | BE | AUXILIARY) or t.lower[p] == QUOTATION:
        return True
    return bool(what & WORD) and not what & (
        DETERMINER | POSSESSIVE | CAPITAL | OBJECT | NOUN | NUMBER | PRONOUN | VERB | PREPOSITION | WH
    )


def is_participle_adjective(t: Tokens, i: int) -> bool:
    """Whether an -ed form modifies a noun ("the plan announced in May") instead of being the clause's verb."""
    return (
        bool(t.tag[i] & VERB_PARTICIPLE)
        and i + 1 < len(t.tag)
        and bool(t.tag[i + 1] & PREPOSITION)
        and not (i > 0 and t.tag[i - 1] & (SUBJECT | CAPITAL | ADVERB | AUXILIARY | RELATIVE))
    )


_HEADING: Final = 4
"""Words of the shortest heading in capitals that runs into its sentence."""


def after_heading(t: Tokens, first: int, end: int) -> int:
    """Where a sentence begins behind a heading in capitals: "BRIDGE TO STAY CLOSED | The mayor said …"."""
    i = first
    while i < end and not t.raw[i].islower() and (t.raw[i].isupper() or not t.raw[i].isalpha()):
        i += 1
    words = sum([word.isalpha() and len(word) > 1 for word in t.raw[first:i]])
    opens = i < end and bool(t.tag[i] & CAPITAL) and not t.raw[i].isupper()
    return i if words >= _HEADING and opens else first
