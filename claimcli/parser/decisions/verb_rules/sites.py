"""Where a decision verb stands, and in which of its usages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NamedTuple

from claimcli.lexicon import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    NOUN,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    PEOPLE,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    SUBJECT,
    SUBORDINATOR,
    TENSED,
    TIME,
    VERB,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    VERB_S,
    WORD,
    forms_of,
)
from claimcli.lexicon.decision_words import PARTICLES, VERB_BITS, Told
from claimcli.parser.decisions.choosers import can_choose
from claimcli.parser.decisions.courses import head_words, phrase_at
from claimcli.parser.decisions.sentence import FAR, NEAR, Range, Sentence, Telling
from claimcli.parser.decisions.subjects import told_more_of
from claimcli.parser.grammar import (
    ARTICLES,
    POSSESSIVE_MARKS,
    REACH,
    SEVERAL,
    Group,
    headline_list,
    is_finite,
)

_NEW_CLAUSE: Final = SUBJECT | TENSED
"""What shows that another clause has begun."""
_PERHAPS_DONE: Final = frozenset({"would", "could", "might", "may", "’d", "'d"})
_NO_PLAIN_NOUN: Final = CAPITAL | OPENS_NOUN | PREPOSITION | OBJECT | NUMBER | TIME | ADVERB
_OPENS_OBJECT: Final = OPENS_NOUN | CAPITAL | OBJECT | VERB_ING
_COMPOUNDING: Final = POSSESSIVE_MARKS | {"-", "own"}
_BOTH: Final = frozenset({"all", "both"})
"""Words behind which a plain form is a verb: "they **all** | plan to close it"."""
_DID: Final = frozenset({"did", "does", "do"})
_NOT_EVER: Final = frozenset({"nor", "never", "neither", "rarely", "seldom"})
_LIMITING: Final = frozenset({"only", "no"})
_GIVEN: Final = forms_of("give grant hand receive get")
_STILL: Final = frozenset("hold ice sale market court light go-ahead investigation arrest".split())
"""What ends the particle of who stops something for a while: "put it on **hold**"."""
VerbRule = Callable[["Sentence", "Site", Told], Telling | None]
Rules = tuple[tuple[VerbRule, Told], ...]
"""Rules to be tried in this order, each with what the verb then tells."""


class Usage(NamedTuple):
    """One way to use a verb: the words of its particle, what its frames tell, and the rules for these in each voice."""

    lemma: str
    particle: list[str]
    frames: dict[str, Told]
    active: Rules
    passive: Rules


@dataclass(slots=True, eq=False)
class Site:
    """A decision verb where it stands: its index, its group, what follows its particle, and its usage.

    ``between`` is an object between verb and particle: "turned it down"; ``joined`` is where the passive opens that a
    participle goes on from: "**was** jailed in May and *fined*"; 0 if there is none.
    """

    k: int
    group: Group
    after: int
    lemma: str
    frames: dict[str, Told]
    rules: Rules
    between: Range | None
    passive: bool
    finite: bool
    joined: int


def sites(s: Sentence, k: int, usages: list[Usage]) -> list[Site]:
    """The verb at ``k``, if it is one, with its particle, beside it or behind: "turned down a bid", "turned it down".

    Then alone, as what looks like a particle may be none: "voted **on** Monday to …".
    """
    found: list[Site] = []
    if is_noun(s, k):
        return found
    bits, group = VERB_BITS[s.lower[k]], s.group_of(k)
    did = _did_before(s, k) if bits & VERB_BASE and group.start == k else 0
    if not (did or _is_verb(s, k, group, bits)) or (group.modal and _never_came(s, k, group)):
        return found
    if did:
        group.finite = True
        group.negated |= s.lower[did - 1] in _NOT_EVER or "no" in s.lower[max(s.first, did - 3) : did]
    joined = _passive_before(s, group.start) if bits & VERB_PARTICIPLE else 0
    passive = bool(bits & VERB_PARTICIPLE) and _is_passive(s, k, group)
    if bits & VERB_PARTICIPLE and not passive and (joined or _ends_headline(s, k, group)):
        passive = _lacks_object(s, k, usages)
    having = s.lower[group.start] == "having"
    finite = not (group.infinitive or having) and (group.finite or not bits & VERB_ING)
    aside = after_aside(s, k + 1) if usages[0].particle else 0  # those with a particle come first
    later = s.after_adverbs(aside) if aside else 0
    for usage in usages:
        words, between = usage.particle, None
        if not words:
            after = s.after_adverbs(k + 1)
            after = after if passive else _after_set_off(s, after)
        elif at := _stands_at(s, words, aside, later if "addressee" in usage.frames else aside):
            after = s.after_adverbs(at + len(words))
        else:
            behind = words if words[-1] in _STILL else words[:1]
            stands = (words[0] in PARTICLES or words[-1] in _STILL) and not passive
            at = _particle_behind(s, k + 1, behind) if stands else 0
            if not at:
                continue
            after, between = at + len(behind), (k + 1, at)
        rules = usage.passive if passive else usage.active
        site = Site(k, group, after, usage.lemma, usage.frames, rules, between, passive, finite, joined)
        found.append(site)
    return found


def _stands_at(s: Sentence, words: list[str], *places: int) -> int:
    """At which of some places some words stand: "called **repeatedly** | for (him to)"; 0 if at none."""
    return next((at for at in places if s.lower[at : at + len(words)] == words), 0)


def _did_before(s: Sentence, k: int) -> int:
    """The "did" before the subject of the plain form at ``k``: "Not only **did** the board | reject it"; else 0.

    So it does behind what denies or limits: "**nor** did she | sign it", "**only** then did they | sign it".
    """
    did = s.find_back(_DID, k - 1, k - NEAR)
    fronted = did and (s.lower[did - 1] in _NOT_EVER or s.has(_LIMITING, max(s.first, did - NEAR), did))
    return did if fronted and s.phrase_before(k) == (did + 1, k) else 0


def _never_came(s: Sentence, k: int, group: Group) -> bool:
    """Whether a verb tells what might have been: "the council **would have sold** the pier"."""
    words = s.lower[group.start : k]
    return "have" in words and not _PERHAPS_DONE.isdisjoint(words)


def is_noun(s: Sentence, k: int) -> bool:
    """Whether the word at ``k`` is surely no verb: after an article or an owner, or part of a compound."""
    if k + 1 < s.last and s.lower[k + 1] == "-":
        return True
    if k == s.first:
        return False
    before = s.tag[k - 1]
    noun = s.what(k + 1)  # plain, as in no headline
    if s.tag[k] & before & CAPITAL and noun & WORD and not noun & _NO_PLAIN_NOUN:
        # "in an Oliver | **Sacks** kind of way", "Harlow Trade | **Commission** records", not "Marr **Vetoes** bill"
        if s.word(k - 2) in ARTICLES or VERB_BITS[s.lower[k]] & VERB_BASE:
            return True
    if s.tag[k] & before & noun & CAPITAL and VERB_BITS[s.lower[k]] & VERB_BASE:
        verb = s.t.tagged(VERB_PAST | AUXILIARY, s.first, k - 1, 0)
        verb = verb or s.t.tagged(VERB_PAST | AUXILIARY, k + 2, min(s.last, k + FAR), k)
        return not s.tag[verb] & CAPITAL  # "he worked for Arra | **Secure** Storage", "… said"
    plain = noun & WORD and not noun & _NO_PLAIN_NOUN
    if plain and s.lower[k - 1] in _GIVEN:
        return True  # "was given | **suspended** sentences"
    if before & OPENS_NOUN:
        return not before & (SUBJECT | PRONOUN)
    if before & ADJECTIVE and VERB_BITS[s.lower[k]] & VERB_S and s.word(k - 2) in POSSESSIVE_MARKS:
        return True  # "Arra’s recent | **moves** to"
    if (before & ADVERB and s.lower[k - 1].endswith("ly")) or s.lower[k - 1] in ("newly", "recently"):
        # "a newly | **appointed** nurse", "Newly | Released Letter"
        led = s.tag[k - 2] & OPENS_NOUN or (plain and s.tag[k - 2] & PREPOSITION and s.lower[k - 2] != "to")
        return k - 1 == s.first or bool(led) or s.lower[k - 2] in POSSESSIVE_MARKS
    return s.lower[k - 1] in _COMPOUNDING


def _is_verb(s: Sentence, k: int, group: Group, bits: int) -> bool:
    """Whether a form that may be a noun or an adjective is a verb where it stands."""
    if s.word(k - 1) in ("have", "has", "had", "having") and not bits & (VERB_PAST | VERB_PARTICIPLE):
        return False  # "had **close** ties"
    if group.start < k and (s.tag[group.start] & AUXILIARY or group.infinitive):
        # "were **votes** on it", "a rise is **appropriate**"
        return bits & VERB != VERB_S and not (s.tag[k - 1] & BE and bits & VERB == VERB_BASE)
    if k == s.first:  # of a list’s item: "- **Approved** the sale"
        return s.subject is not None
    if bits & VERB_ING:
        return True
    before = s.tag[k - 1]
    if before & PREPOSITION or (bits & VERB_S and s.word(k - 1) in PARTICLES):
        return False  # "held **up** | signs"
    if bits & (VERB_PAST | VERB_PARTICIPLE):
        return bool(bits & VERB_PAST) or s.word(k + 1) == "by"
    return _is_present(s, k, bits, before)


def _is_present(s: Sentence, k: int, bits: int, before: int) -> bool:
    """Whether "plans" or "vote" is a verb: its number fits the word before it, or a subject is known.

    And no verb comes next: "privacy **advocates** | marched".
    """
    after, then = s.what(k + 1), s.what(k + 2)
    if s.lower[s.first] == "why" and s.word(s.first + 1) in ("do", "does", "did"):
        return bool(bits & VERB_BASE and k < s.first + NEAR)  # "**Why does** Marr | refuse to go?"
    if bits & VERB_S and after & VERB_PAST and not after & (NOUN | DETERMINER | VERB_BASE):
        if not after & VERB_PARTICIPLE or not then & WORD or then & (PREPOSITION | DETERMINER | TIME):
            return False
    if before & (SUBJECT | RELATIVE) or (bits & VERB_BASE and s.lower[k - 1] in _BOTH):
        return True
    if s.tag[k] & PEOPLE and after & (VERB_BASE | NOUN) == VERB_BASE:
        return False  # "tenant **advocates** | want the city to"
    if before & COORDINATOR or not before & WORD:
        return s.subject is not None or (not before & COORDINATOR and _goes_on_behind(s, k, bits))
    at = k - 1 - (s.what(k - 2) & NUMBER != 0 and before & (NOUN | CAPITAL | PLURAL) == NOUN)
    counted = s.lower[at] in SEVERAL or (s.tag[at] & NUMBER and s.lower[at] != "one")
    if bits & VERB_S and (counted or before & (VERB_PAST | NOUN | CAPITAL) == VERB_PAST):
        return False  # "60 | votes to pass it", "60 delegate | votes", "dismissed | calls for it"
    led = s.what(k - 2) & (PREPOSITION | SUBORDINATOR) == PREPOSITION
    if bits & VERB_S and led and before & (ROLE | CAPITAL) == ROLE:
        return False  # "the use of executive | orders", not "after mayor | orders it"
    if bits & VERB_S:
        return bool(before & (CAPITAL | NOUN | PRONOUN | ADVERB)) or not before & PLURAL
    return bool(before & (PLURAL | PEOPLE)) or _are_several(s, k)


def _goes_on_behind(s: Sentence, k: int, bits: int) -> bool:
    """Whether a verb goes on behind an aside on its subject: "Marr, the clerk, | **opposes** it"."""
    if s.word(k + 1) != "to" and (s.tag[k] & CAPITAL or not s.what(k + 1) & _OPENS_OBJECT):
        return False
    own = told_more_of(s, k)
    if own is None or not can_choose(s.t, own):
        return False
    return bool(bits & VERB_S or s.tag[own[1] - 1] & PLURAL) or "and" in s.lower[slice(*own)]


def _are_several(s: Sentence, k: int) -> bool:
    """Whether names joined stand before ``k``, adverbs aside: "**Marr and Holt** both oppose …", "Marr, Holt".

    Or a phrase of several: "**Members** of the panel on Arra plan to"; or else they need be somebody, and an object
    follow: "**officials** at the port oppose the …".
    """
    i = k - 1
    while i > s.first and s.tag[i] & ADVERB:
        i -= 1
    end = i
    while i > s.first and s.tag[i] & CAPITAL:
        i -= 1
    if i < end and (s.lower[i] == "and" or headline_list(s.t, s.first, i + 1, k) <= i):
        return True
    named = s.tag[k - 1] & CAPITAL and s.word(k + 1) == "to"
    heads = head_words(s, s.phrase_before(k) or (k, k))
    somebody = s.what(k + 1) & OPENS_NOUN and not s.tag[k] & CAPITAL and can_choose(s.t, heads)
    return heads[0] < k and bool(s.tag[heads[1] - 1] & PLURAL and (named or somebody))


def after_count(s: Sentence, p: int) -> int:
    """What follows a count of votes at ``p``: "voted 5-4 | in favor of the plan", "5 to 4 | to stall it"."""
    if s.what(p) & NUMBER:
        while s.what(p) & NUMBER or s.word(p) in ("-", "–") or (s.word(p) == "to" and s.what(p + 1) & NUMBER):
            p += 1
    return p


def after_aside(s: Sentence, p: int) -> int:
    """What follows a count of votes or a time at ``p``: "voted on Tuesday | against the plan"."""
    return s.after_time(after_count(s, p))


def aside_within(s: Sentence, p: int, reach: int) -> Range:
    """Where an aside on somebody stands behind ``p``: "that the minister**, Tom Reed,** resign"; else nowhere."""
    comma = s.find({","}, p, p + reach)
    end = s.find({","}, comma + 1, comma + reach) if comma else 0
    return (comma, end + 1) if end and s.what(comma + 1) & (CAPITAL | DETERMINER) else (0, 0)


def _after_set_off(s: Sentence, p: int) -> int:
    """What an object is parted from its verb by at ``p``: "approved**, by a vote of 5 to 4,** | the tax"."""
    if s.word(p) != ",":
        return p
    led = s.what(p + 1) & PREPOSITION and not s.what(p + 2) & VERB_ING
    end, opens = (s.find({","}, p + 2, p + FAR) if led else 0), s.find_back({","}, p - 2, p - FAR)
    if opens and s.what(opens + 1) & COORDINATOR:
        end = p  # "weighed, **but in the end rejected,** | a merger"
    then = phrase_at(s, end + 1) if end and s.what(end + 1) & (OPENS_NOUN | CAPITAL) else None
    if then is None or s.t.holds(_NEW_CLAUSE, p + 1, end):
        return p
    return p if s.what(then[1]) & _NEW_CLAUSE or s.word(then[1]) == "," else end + 1


def _is_passive(s: Sentence, k: int, group: Group) -> bool:
    """Whether a participle is passive: "was fired", "fired by the club"."""
    if group.start == k and s.word(k + 1) == "by" and s.lower[k] != "voted":  # "voted by 6 to 2 to"
        return True
    return s.t.holds(BE, group.start, k)


def _ends_headline(s: Sentence, k: int, group: Group) -> bool:
    """Whether a verb tells in a headline what was done to the thing that opens it: "Mill tax | **vetoed** in May"."""
    thing = s.phrase_before(k) if group.start == k and s.ends_bare() else None
    return thing is not None and thing[0] == s.first and not s.what(k + 1) & NUMBER


def _passive_before(s: Sentence, start: int) -> int:
    """Where a passive opens that a participle at ``start`` goes on from, or 0: "**was** jailed in May and | fined"."""
    if not s.what(start - 1) & COORDINATOR or s.what(start) & AUXILIARY or s.word(start - 2) == ",":
        return 0
    for i in range(start - 2, max(s.first, start - REACH), -1):
        what = s.tag[i]
        if what & (SUBORDINATOR | RELATIVE | SUBJECT) and not what & (PREPOSITION | OBJECT):
            return 0
        if what & (VERB_PARTICIPLE | VERB_S) and not what & CAPITAL:
            group = s.group_of(i)
            if group.start < i or is_finite(what):
                return group.start if group.passive else 0
    return 0


def _lacks_object(s: Sentence, k: int, usages: list[Usage]) -> bool:
    """Whether a verb has what it acts on ahead of it: "was tried and *jailed* **in May**", beside "… and *quit*"."""
    following = s.what(k + 1)
    if not following & WORD:
        return not any("answer" in usage.frames for usage in usages)
    return bool(following & (PREPOSITION | NUMBER | TIME | SUBORDINATOR))


def _particle_behind(s: Sentence, p: int, particle: list[str]) -> int:
    """Where the particle stands behind an object that opens at ``p``: "put the sale | on hold"; 0 if nowhere."""
    still = particle[-1] in _STILL  # "put **plans for a** tower | on ice"
    if not (s.what(p) & (OPENS_NOUN | OBJECT | CAPITAL | PLURAL * still) or s.word(p) == "that"):
        return 0
    for i in range(p + 1, min(p + (FAR if still else 6), s.last)):
        if s.lower[i : i + len(particle)] == particle:
            return i
        if s.tag[i] & AUXILIARY or s.lower[i] in (",", ";"):
            break
        if not still and (s.breaks(i, PREPOSITION) or s.lower[i] in ARTICLES):  # "gave Marr | a heads up"
            break
    return 0
