"""Where an article tells a choice: the words that tell it, who chooses, what, and how far it has come.

A sentence is read once, from one word that can tell a choice to the next. For each the rules are tried
in the order of the lists below; the first that fits makes a *telling*, and what it covers is read no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
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
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    VERB_S,
    WH,
    WORD,
    ABBREVIATIONS,
)
from claimcli.lexicon.decision_words import (
    DECISION_NOUNS,
    DECISION_VERBS,
    IDLE,
    JUDGE,
    LIGHT,
    STATE,
    VERB_BITS,
    Told,
)
from claimcli.model import Status
from claimcli.parser.grammar import Group, noun_phrase_before, skip_adverbs, subject_before, verb_group
from claimcli.parser.text import QUOTATION, Tokens

Range = tuple[int, int]

LABEL_REACH = 10
"""Most tokens of a label: longer ones are cut where a phrase within them begins."""

ACTION_REACH = 30
"""Most tokens of an action."""

_POSSESSIVE_MARKS = frozenset({"’s", "'s", "’", "'"})
_WOULD = frozenset({"will", "would", "won't", "won’t", "wouldn't", "wouldn’t", "’ll", "'ll", "cannot"})
_SHOULD = frozenset({"should", "must"})
_GOING = frozenset({"going"})
_LATER = frozenset({"will", "would", "should", "must", "could", "might", "may", "shall", "can", "’ll", "'ll"})
_BOUND = frozenset("about set expected poised due scheduled ready prepared likely determined".split())
_MAY = frozenset({"could", "might", "may", "can"})
_STOPS = frozenset({",", ";", ":", "—", "–", "--", "(", ")", "...", "…", "?", "!"})
_COUNT = frozenset({"–", "-", "on", "last", "to", "by", "unanimously", "overwhelmingly"}) - {"to"}
_INNER = frozenset({"-", "&", "%", "$", "/", "£", "€", "#", "@"})
_PHRASE_PREPOSITIONS = frozenset("of on in over for to from with against at into by about as inside under between toward".split())

TRIGGERS = frozenset(DECISION_VERBS) | frozenset(DECISION_NOUNS) | _WOULD | _SHOULD | _GOING | JUDGE
"""Words at which a telling may be found; a sentence without one is not read."""


@dataclass(slots=True)
class Telling:
    """One place that tells a choice, in ranges of the tokens ``t`` (an article's, or those of its quotations)."""

    t: Tokens
    status: Status
    actor: Range | None
    label: Range
    action: Range
    sentence: int
    rule: str
    weight: float


class _Site(NamedTuple):
    """A decision verb where it stands: its index, its group, what follows its particle, and its frames."""

    k: int
    group: Group
    after: int
    frames: dict[str, Told]
    between: Range | None
    passive: bool


class _Sentence:
    """One sentence being read."""

    __slots__ = ("first", "last", "number", "subject", "t")

    def __init__(self, t: Tokens, number: int) -> None:
        self.t = t
        self.number = number
        self.first, last = t.sentences[number]
        while last > self.first and not t.tag[last - 1] and t.lower[last - 1] != QUOTATION:
            last -= 1
        self.last = last
        self.subject: Range | None = None

    def telling(
        self, told: Told, actor: Range | None, label: Range | None, action: Range, rule: str, weight: float = 1.0
    ) -> Telling | None:
        """A telling, unless it has no label."""
        if label is None or label[0] >= label[1] or self.t.lower[label[0]] in IDLE:
            return None
        if actor is not None and rule not in ("asked",):
            self.subject = actor
        weight = weight * 0.35 if told.minor else weight
        return Telling(self.t, told.status, actor, label, action, self.number, rule, weight)


def find_tellings(t: Tokens) -> Iterator[Telling]:
    """The tellings of all sentences, in the order of the text."""
    hits = [i for i, word in enumerate(t.lower) if word in TRIGGERS]
    at = 0
    for number, (first, last) in enumerate(t.sentences):
        if at >= len(hits):
            break
        if hits[at] >= last:
            continue
        sentence = _Sentence(t, number)
        taken = first
        while at < len(hits) and hits[at] < last:
            k = hits[at]
            at += 1
            if k < taken or k >= sentence.last:
                continue
            telling = _read(sentence, k)
            if telling is not None:
                taken = telling.label[1] if telling.label[1] > k else k + 1
                yield telling


def _read(s: _Sentence, k: int) -> Telling | None:
    word = s.t.lower[k]
    if word in DECISION_VERBS:
        telling = _read_verb(s, k)
        if telling is not None:
            return telling
    if word in DECISION_NOUNS:
        for noun_rule in NOUN_RULES:
            telling = noun_rule(s, k, DECISION_NOUNS[word])
            if telling is not None:
                return telling
        return None
    for rule in OTHER_RULES:
        telling = rule(s, k)
        if telling is not None:
            return telling
    return None


def _read_verb(s: _Sentence, k: int) -> Telling | None:
    t = s.t
    group = verb_group(t, s.first, k)
    if not _is_verb(s, k, group):
        return None
    site = _site(s, k, group)
    if site is None:
        return None
    for rule in VERB_RULES:
        telling = rule(s, site)
        if telling is not None:
            return telling
    return None


def _is_verb(s: _Sentence, k: int, group: Group) -> bool:
    """Whether a form that may be a noun or an adjective is a verb where it stands."""
    t, tag, lower = s.t, s.t.tag, s.t.lower
    bits = VERB_BITS[lower[k]]
    if k + 1 < s.last and lower[k + 1] == "-" or k > s.first and lower[k - 1] == "-":
        return False
    if group.start < k and (tag[group.start] & AUXILIARY or group.infinitive):
        return True
    if k == s.first:
        return False
    before, previous = tag[k - 1], lower[k - 1]
    if before & (DETERMINER | POSSESSIVE) and not before & (SUBJECT | PRONOUN) or previous in _POSSESSIVE_MARKS:
        return False
    if bits & VERB_ING:
        return True
    if before & PREPOSITION and not before & CAPITAL:
        return False
    if bits & VERB_PAST:
        return True
    if bits & VERB_PARTICIPLE:
        return k + 1 < s.last and lower[k + 1] == "by"
    if before & (SUBJECT | RELATIVE):
        return True
    if before & COORDINATOR or not before & WORD:
        return s.subject is not None
    if bits & VERB_S:
        return bool(before & (CAPITAL | NOUN | PRONOUN | ADVERB)) or not previous.endswith("s")
    return previous.endswith("s") or bool(before & PEOPLE)


def _site(s: _Sentence, k: int, group: Group) -> _Site | None:
    """The verb at ``k`` with its particle, beside it ("turned down the offer") or behind ("turned it down")."""
    t, lower = s.t, s.t.lower
    verb = DECISION_VERBS[lower[k]]
    bits = VERB_BITS[lower[k]]
    passive = bool(bits & VERB_PARTICIPLE) and (
        any(t.tag[i] & BE for i in range(group.start, k))
        or not bits & VERB_PAST and not group.finite
        or (group.start == k and k + 1 < s.last and lower[k + 1] == "by")
    )
    p = k + 1
    for particle, frames in verb.frames.items():
        if not particle:
            continue
        words = particle.split()
        if lower[p : p + len(words)] == words:
            return _Site(k, group, skip_adverbs(t, p + len(words), s.last), frames, None, passive)
        if words[0] in ("down", "out", "off", "away", "aside") and not passive:
            for i in range(p + 1, min(p + 6, s.last)):
                if lower[i] == words[0] and t.tag[p] & (DETERMINER | POSSESSIVE | OBJECT | CAPITAL):
                    return _Site(k, group, i + 1, frames, (p, i), passive)
                if not t.tag[i] & WORD or t.tag[i] & (PREPOSITION | AUXILIARY):
                    break
    plain = verb.frames.get("")
    if plain is None:
        return None
    return _Site(k, group, skip_adverbs(t, p, s.last), plain, None, passive)


# ---- rules for verbs -----------------------------------------------------------------------------


def _chose_to(s: _Sentence, site: _Site) -> Telling | None:
    """ "The council voted to sell the pier." / "She refused to resign." / "They agreed not to appeal." """
    told = site.frames.get("to")
    lower, tag = s.t.lower, s.t.tag
    if told is None or site.passive:
        return None
    p = site.after
    while p < s.last and (tag[p] & (NUMBER | TIME) or lower[p] in _COUNT):  # "voted 6–3 on Monday to …"
        p += 1
    if p + 1 >= s.last or lower[p] != "to":
        return None
    negated = "not" in lower[site.k + 1 : p]
    p = skip_adverbs(s.t, p + 1, s.last)
    if p >= s.last:
        return None
    actor = _subject(s, site)
    inner = DECISION_VERBS.get(lower[p])
    label = _course(s, p)
    if negated:
        told = Told(Status.DECLINED)
    elif inner is not None and told.status is Status.TAKEN and _declines(s, inner.frames, p):
        told = Told(Status.DECLINED)
        label = _noun_phrase(s, p + 1) or label
    return s.telling(_turned(told, site, s), actor, label, _action(s, site.group.start, site.k), "chose to", 1.5)


def _declines(s: _Sentence, frames: dict[str, dict[str, Told]], p: int) -> bool:
    """Whether the verb at ``p`` turns something down: "voted to reject the loan"."""
    for particle, by_frame in frames.items():
        words = particle.split()
        if s.t.lower[p + 1 : p + 1 + len(words)] == words:
            told = by_frame.get("object")
            if told is not None and told.status is Status.DECLINED:
                return True
    return False


def _asked(s: _Sentence, site: _Site) -> Telling | None:
    """ "Marr urged the council to sell the pier.": the council has the choice before it."""
    told = site.frames.get("addressee")
    t, lower, tag = s.t, s.t.lower, s.t.tag
    p = site.after
    if told is None or p >= s.last:
        return None
    if site.passive:
        if lower[p] != "to" or p + 1 >= s.last:
            return None
        return s.telling(told, _subject(s, site), _course(s, p + 1), _action(s, site.group.start, site.k), "asked", 1.0)
    if not tag[p] & WORD or tag[p] & (PREPOSITION | SUBORDINATOR | SUBJECT) and not tag[p] & (OBJECT | DETERMINER):
        return None
    for i in range(p + 1, min(p + 12, s.last)):
        negated = lower[i] == "not" and i + 1 < s.last and lower[i + 1] == "to"
        if lower[i] == "to" or negated:
            q = skip_adverbs(t, i + 1 + negated, s.last)
            if q < s.last and tag[q] & WORD and not tag[q] & (DETERMINER | POSSESSIVE | CAPITAL | NUMBER | OBJECT):
                action = _action(s, site.group.start, site.k)
                subject = _subject(s, site)
                actor = (p, i) if told.status is Status.PROPOSED else subject
                return s.telling(told, actor, _course(s, q), action, "asked", 1.2)
        if not tag[i] & WORD and lower[i] not in _INNER or tag[i] & (AUXILIARY | SUBJECT | WH) and not tag[i] & OBJECT:
            break
    return None


def _asked_that(s: _Sentence, site: _Site) -> Telling | None:
    """ "The guild proposed that the assembly halve the levy." """
    told = site.frames.get("that")
    t, lower, tag = s.t, s.t.lower, s.t.tag
    p = site.after
    if told is None or site.passive or p >= s.last or lower[p] != "that":
        return None
    for i in range(p + 2, min(p + 14, s.last)):
        verb = tag[i] & (VERB_BASE | AUXILIARY) and not tag[i] & NOUN or lower[i] in DECISION_VERBS
        if verb or tag[i] == WORD and i + 1 < s.last and tag[i + 1] & (DETERMINER | POSSESSIVE):
            v = skip_adverbs(t, i + 1, s.last) if tag[i] & AUXILIARY else i
            if v >= s.last:
                return None
            return s.telling(told, (p + 1, i), _course(s, v), _action(s, site.group.start, site.k), "asked that", 1.2)
        if not tag[i] & WORD:
            break
    return None


def _chose_doing(s: _Sentence, site: _Site) -> Telling | None:
    """ "The party is considering filing an appeal." """
    told = site.frames.get("gerund")
    p, lower = site.after, s.t.lower
    if told is None or site.passive or p >= s.last or not lower[p].endswith("ing"):
        return None
    told = _turned(told, site, s)
    return s.telling(told, _subject(s, site), _course(s, p), _action(s, site.group.start, site.k), "chose doing", 1.3)


def _did(s: _Sentence, site: _Site) -> Telling | None:
    """ "The judge blocked the merger." / "The coach was fired by the club." """
    t, lower, tag = s.t, s.t.lower, s.t.tag
    told = site.frames.get("object") or site.frames.get("act")
    p = site.after
    if told is None or site.k > s.first and lower[site.k - 1] == QUOTATION:
        return None
    action = _action(s, site.group.start, site.k)
    if site.passive:
        phrase = subject_before(t, s.first, site.group.start)
        actor = None
        for i in range(p, min(p + 8, s.last)):
            if lower[i] == "by" and i + 1 < s.last and not tag[i + 1] & VERB_ING:
                actor = _noun_phrase(s, i + 1)
                break
        if phrase is None or tag[phrase[0]] & (SUBJECT | RELATIVE) and phrase[1] - phrase[0] == 1:
            return None
        label = (phrase[0], phrase[2])
        return s.telling(_turned(told, site, s), actor, label, (label[0], action[1]), "was done", 0.9)
    label = site.between or _asked_for(s, _object(s, p))
    if label and ("object" not in site.frames or tag[label[0]] & OBJECT and label[1] - label[0] == 1):
        label = (site.k, label[1])
    if label and label[1] < s.last and tag[label[1]] & AUXILIARY:
        return None  # "proposed the city should …": a clause, not an object
    actor = _subject(s, site)
    if actor is None and site.group.infinitive:
        return None
    telling = s.telling(_turned(told, site, s), actor, label, action, "did")
    bound = site.group.infinitive and site.group.start > s.first and lower[site.group.start - 1] in _BOUND
    if telling is not None and not bound and (site.group.infinitive or any(lower[i] in _MAY for i in range(site.group.start, site.k))):
        telling.weight *= 0.5
    elif telling is not None and VERB_BITS[lower[site.k]] & VERB_ING and not site.group.finite:
        telling.weight *= 0.6
    return telling


def _asked_for(s: _Sentence, label: Range | None) -> Range | None:
    """What a plan that is chosen asks for: "turned down a proposal, drawn up by Marr, to sell the pier"."""
    lower = s.t.lower
    if label is None or not any(lower[i] in DECISION_NOUNS for i in range(*label)):
        return label
    i = label[1]
    if i < s.last and lower[i] == ",":
        i = next((j + 1 for j in range(i + 1, min(i + 12, s.last)) if lower[j] == ","), i)
    if i + 1 < s.last and lower[i] == "to" and not s.t.tag[i + 1] & (DETERMINER | CAPITAL | POSSESSIVE):
        return _course(s, i + 1)
    return label


def _answered(s: _Sentence, site: _Site) -> Telling | None:
    """ "The prosecutor refused on Monday." / "The cabinet turned it down.": what was asked before."""
    told = site.frames.get("answer")
    p = site.after
    if site.between and s.t.lower[site.between[0]] in ("it", "them", "that", "this"):
        told = site.frames.get("object")
    elif p < s.last and s.t.tag[p] & WORD:
        return None
    if told is None or site.passive:
        return None
    actor = _subject(s, site)
    action = _action(s, site.group.start, site.k)
    return s.telling(_turned(told, site, s), actor, (site.k, site.k + 1), action, "answered", 1.0)


def _went(s: _Sentence, site: _Site) -> Telling | None:
    """ "The union walked out of the government." / "The chairman resigned." """
    told = site.frames.get("alone")
    if told is None or site.passive:
        return None
    actor = _subject(s, site)
    if actor is None:
        return None
    label = _course(s, site.k)
    return s.telling(_turned(told, site, s), actor, label, _action(s, site.group.start, site.k), "went", 1.3)


VERB_RULES: tuple[Callable[[_Sentence, _Site], Telling | None], ...] = (
    _chose_to,
    _asked_that,
    _asked,
    _chose_doing,
    _answered,
    _did,
    _went,
)


def _turned(told: Told, site: _Site, s: _Sentence) -> Told:
    """What a verb tells once negation and modals are heard: "would not approve", "did not rule out", "will sign"."""
    lower = s.t.lower
    if site.group.negated:
        return Told(Status.PROPOSED if told.status is Status.DECLINED else Status.DECLINED, told.minor)
    if told.status is Status.TAKEN:
        later = site.group.infinitive or any(lower[i] in _LATER for i in range(site.group.start, site.k))
        if later:
            return Told(Status.PROPOSED, told.minor)
    return told


# ---- rules for nouns -----------------------------------------------------------------------------


def _choice_to(s: _Sentence, k: int, told_by: dict[str, Told]) -> Telling | None:
    """ "Its decision not to cooperate", "the mayor’s promise to widen the road"."""
    told = told_by.get("to")
    lower = s.t.lower
    p = k + 1
    if told is None or p >= s.last:
        return None
    if lower[p] in ("by", "from") and p + 1 < s.last:
        actor = _noun_phrase(s, p + 1)
        p = actor[1] if actor else p
    else:
        actor = _owner(s, k)
    p = skip_adverbs(s.t, p, s.last)  # "his refusal thus far to …"
    negated = "not" in lower[k + 1 : p]
    if p + 1 >= s.last or lower[p] != "to" or s.t.tag[p + 1] & (DETERMINER | POSSESSIVE | CAPITAL | OBJECT):
        return None
    if negated:
        told = Told(Status.DECLINED)
    actor = actor or _haver(s, k)
    start = actor[0] if actor and actor[0] < k and k - actor[0] < 8 else k
    return s.telling(told, actor, _course(s, p + 1), _action(s, start, k), "choice to", 1.2)


def _choice_of(s: _Sentence, k: int, told_by: dict[str, Told]) -> Telling | None:
    """ "The appointment of a new coach", "a ban on fireworks", "calls for a recount"."""
    p = k + 1
    if p + 1 >= s.last:
        return None
    told = told_by.get(s.t.lower[p])
    if told is None:
        return None
    actor = _owner(s, k)
    phrase = _noun_phrase(s, p + 1)
    if phrase is None:
        return None
    kept = s.t.lower[p] in ("on", "of")
    actor = actor or _haver(s, k)
    return s.telling(told, actor, (k if kept else phrase[0], phrase[1]), _action(s, k, k), "choice of", 0.8)


def _own_choice(s: _Sentence, k: int, told_by: dict[str, Told]) -> Telling | None:
    """ "The governor’s tax plan", "her endorsement": a choice with no more than its owner."""
    told = told_by.get("own")
    owner = _owner(s, k)
    if told is None or owner is None:
        return None
    label = (owner[1] + (s.t.lower[owner[1]] in _POSSESSIVE_MARKS), k + 1)
    if s.t.tag[owner[0]] & POSSESSIVE:
        label = (owner[1], k + 1)
    if label[1] - label[0] < 2:
        return None
    return s.telling(told, owner, label, (owner[0], k + 1), "own choice", 0.5)


NOUN_RULES: tuple[Callable[[_Sentence, int, dict[str, Told]], Telling | None], ...] = (
    _choice_to,
    _choice_of,
    _own_choice,
)


def _owner(s: _Sentence, k: int) -> Range | None:
    """Whose the noun at ``k`` is: "his refusal", "the mayor’s repeated promise"."""
    tag, lower = s.t.tag, s.t.lower
    for i in range(k - 1, max(s.first, k - 6) - 1, -1):
        if tag[i] & POSSESSIVE:
            return (i, i + 1)
        if lower[i] in _POSSESSIVE_MARKS:
            return noun_phrase_before(s.t, s.first, i)
        if not tag[i] & WORD and lower[i] != "-" or tag[i] & (PREPOSITION | DETERMINER | AUXILIARY | SUBJECT):
            return None
    return None


def _haver(s: _Sentence, k: int) -> Range | None:
    """Who has the choice that the noun at ``k`` names: the subject of its clause ("the city announced a plan to …")."""
    for i in range(k - 1, max(s.first, k - 6) - 1, -1):
        what = s.t.tag[i]
        if what & (VERB_PAST | VERB_S | AUXILIARY) and not what & NOUN:
            subject = subject_before(s.t, s.first, verb_group(s.t, s.first, i).start)
            return (subject[0], subject[2]) if subject else None
        if not what & WORD or what & PREPOSITION:
            break
    return None


# ---- rules for modals and judgments ---------------------------------------------------------------


def _would(s: _Sentence, k: int) -> Telling | None:
    """ "We would not send soldiers.", "The museum will hand back the boat." """
    t, lower, tag = s.t, s.t.lower, s.t.tag
    word = lower[k]
    negated = word.endswith(("n't", "n’t", "cannot"))
    if word in _GOING:
        if k + 1 >= s.last or lower[k + 1] != "to":
            return None
        group = verb_group(t, s.first, k)
        if not any(tag[i] & BE or lower[i] in ("’m", "'m", "’re", "'re", "’s", "'s") for i in range(group.start, k)):
            return None
        negated = group.negated
        start, p = group.start, k + 2
    elif word in _WOULD or word in _SHOULD:
        start, p = k, k + 1
    else:
        return None
    while p < s.last and (tag[p] & (ADVERB | NEGATION)) and not tag[p] & (AUXILIARY | VERB_BASE):
        negated |= bool(tag[p] & NEGATION)
        p += 1
    if p >= s.last or lower[p] in STATE or not tag[p] & WORD or tag[p] & (AUXILIARY | DETERMINER | PREPOSITION | SUBJECT):
        return None
    if tag[p] & (VERB_PAST | VERB_ING | VERB_S) and not tag[p] & VERB_BASE:
        return None
    subject = subject_before(t, s.first, start)
    if subject is None or not _can_choose(s, subject):
        return None
    if word == "cannot":
        return None
    actor = _antecedent(s, subject)
    inner = DECISION_VERBS.get(lower[p])
    status = Status.DECLINED if negated else Status.PROPOSED
    label = _course(s, p)
    if inner is not None and _declines(s, inner.frames, p):
        status = Status.PROPOSED
    weight = 0.7 if word in _SHOULD else 1.0 if negated else 0.8
    return s.telling(Told(status), actor, label, _action(s, start, k), "would", weight)


def _can_choose(s: _Sentence, subject: tuple[int, int, int]) -> bool:
    """Whether a subject is somebody: a pronoun of persons, a name, an office, a body or people."""
    tag, lower = s.t.tag, s.t.lower
    head = subject[2] - 1
    what = tag[head]
    if subject[1] - subject[0] == 1 and what & (SUBJECT | RELATIVE):
        return lower[head] not in ("it", "that", "which", "this", "you")
    return bool(what & (CAPITAL | ROLE | PEOPLE | ORGANIZATION))


def _judged(s: _Sentence, k: int) -> Telling | None:
    """ "Cruz praised the governor for cutting taxes.": the governor has chosen."""
    t, lower, tag = s.t, s.t.lower, s.t.tag
    if lower[k] not in JUDGE or k + 3 >= s.last or not tag[k + 1] & WORD:
        return None
    for i in range(k + 2, min(k + 9, s.last - 1)):
        if lower[i] == "for":
            q = i + 1
            negated = lower[q] == "not"
            q += negated
            if q >= s.last or not tag[q] & VERB_ING or lower[q] in ("being", "having"):
                return None
            status = Status.DECLINED if negated else Status.TAKEN
            return s.telling(Told(status), (k + 1, i), _course(s, q), _action(s, k, k), "judged", 0.9)
        if not tag[i] & WORD and lower[i] not in _POSSESSIVE_MARKS:
            return None
    return None


OTHER_RULES: tuple[Callable[[_Sentence, int], Telling | None], ...] = (_would, _judged)


# ---- who, what, and how far the words go ----------------------------------------------------------


def _subject(s: _Sentence, site: _Site) -> Range | None:
    """Who chooses: the subject of the verb, or of the clause that an infinitive or participle belongs to."""
    t, tag = s.t, s.t.tag
    g = site.group.start
    participle = VERB_BITS[t.lower[site.k]] & VERB_ING and not site.group.finite
    if participle or site.group.infinitive:
        beside = noun_phrase_before(t, s.first, g) if g > s.first and tag[g - 1] & WORD else None
        if beside and _can_choose(s, (*beside, beside[1])) and not tag[beside[1] - 1] & PREPOSITION:
            return beside  # "prompted the organizers to allow …", "the council choosing to …"
        return s.subject or _main_subject(s, g)
    if g > s.first and (tag[g - 1] & COORDINATOR or t.lower[g - 1] == "," and s.subject):
        return s.subject or _main_subject(s, g)
    subject = subject_before(t, s.first, g)
    if subject is None:
        return s.subject
    actor = _antecedent(s, subject)
    s.subject = actor
    return actor


def _antecedent(s: _Sentence, subject: tuple[int, int, int]) -> Range | None:
    """The subject's core; for "who", "which" and "that" the phrase before them."""
    t = s.t
    first, core = subject[0], subject[2]
    if core - first == 1 and t.tag[first] & RELATIVE and t.lower[first] in ("who", "which", "that"):
        end = first - 1 if first > s.first and t.lower[first - 1] == "," else first
        return noun_phrase_before(t, s.first, end)
    return (first, core)


def _main_subject(s: _Sentence, stop: int) -> Range | None:
    """The subject of the first finite verb of the sentence before ``stop``."""
    t, tag = s.t, s.t.tag
    for i in range(s.first + 1, min(stop, s.first + 40)):
        what = tag[i]
        if what & AUXILIARY or what & (VERB_PAST | VERB_S) and not what & (NOUN | VERB_BASE):
            subject = subject_before(t, s.first, verb_group(t, s.first, i).start)
            if subject is not None:
                return _antecedent(s, subject)
    return None


def _course(s: _Sentence, v: int) -> Range | None:
    """A course of action that opens with the verb at ``v``: "send our soldiers into the fight".

    A verb that adds nothing to its object is left out: "impose a no-fly zone" is a "no-fly zone".
    """
    t, tag, lower = s.t, s.t.tag, s.t.lower
    if v >= s.last:
        return None
    if lower[v] in LIGHT:
        phrase = _noun_phrase(s, v + 1)
        if phrase is not None:
            return phrase
    end = max(v + 1, _phrase_end(s, v + 1, v))
    if end + 1 < s.last and lower[end] == "and" and tag[end + 1] & VERB_BASE and not tag[end + 1] & NOUN:
        end = max(end + 2, _phrase_end(s, end + 2, end))
    return (v, end)


def _object(s: _Sentence, p: int) -> Range | None:
    """The object that opens at ``p``."""
    if p >= s.last:
        return None
    what, word = s.t.tag[p], s.t.lower[p]
    if word == QUOTATION or word in ("$", "£", "€"):
        return _noun_phrase(s, p)
    if word == "that":
        return None
    if what & OBJECT and (p + 1 >= s.last or not s.t.tag[p + 1] & WORD or s.t.tag[p + 1] & (PREPOSITION | ADVERB)):
        return (p, p + 1)
    if not what & WORD or what & (SUBORDINATOR | COORDINATOR | AUXILIARY | WH) and not what & CAPITAL:
        return None
    if what & PREPOSITION and not what & CAPITAL or what & ADVERB and not what & (DETERMINER | NOUN):
        return None
    return _noun_phrase(s, p)


def _noun_phrase(s: _Sentence, p: int) -> Range | None:
    """The noun phrase that opens at ``p``, without its article."""
    t, tag = s.t, s.t.tag
    while p < s.last and (tag[p] & (DETERMINER | POSSESSIVE) and not tag[p] & (NUMBER | CAPITAL) or t.lower[p] in ("the", "a", "an")):
        p += 1
    if p >= s.last or tag[p] & (AUXILIARY | SUBJECT | SUBORDINATOR) and not tag[p] & CAPITAL:
        return None
    end = _phrase_end(s, p, p)
    return (p, end) if end > p else None


def _phrase_end(s: _Sentence, p: int, start: int) -> int:
    """Where the phrases that open at ``p`` end, at most ``LABEL_REACH`` tokens from ``start``."""
    tag, lower = s.t.tag, s.t.lower
    limit = min(s.last, start + LABEL_REACH)
    cut = 0
    i = p
    while i < limit:
        what, word = tag[i], lower[i]
        if not what & WORD:
            if word in _INNER or word in _POSSESSIVE_MARKS or word == QUOTATION or word == "." and lower[i - 1] in ABBREVIATIONS:
                i += 1
                continue
            break
        if what & TIME and not what & CAPITAL or i > p and _ends_phrase(s, i):
            break
        if what & PREPOSITION:
            if word not in _PHRASE_PREPOSITIONS or i + 1 < s.last and _opens_other(word, tag[i + 1]):
                break
            cut = i
        i += 1
    else:
        if i < s.last and cut > p + 1 and limit == start + LABEL_REACH:
            i = cut
    while i > p and (tag[i - 1] & (PREPOSITION | COORDINATOR | DETERMINER | POSSESSIVE | ADVERB | TIME) and not tag[i - 1] & NUMBER
                     and not (tag[i - 1] & CAPITAL and not tag[i - 1] & (PREPOSITION | TIME | DETERMINER)) or not tag[i - 1] & WORD and lower[i - 1] not in ("%", QUOTATION)):
        i -= 1
    return i


def _opens_other(preposition: str, what: int) -> bool:
    """Whether a preposition opens an infinitive ("to pay") or a date ("in 2022", "on Tuesday")."""
    if preposition == "to":
        return bool(what & VERB_BASE) and not what & (NOUN | CAPITAL)
    return bool(what & TIME) or bool(what & NUMBER) and preposition == "in"


def _ends_phrase(s: _Sentence, i: int) -> bool:
    """Whether a new clause, a verb or a time begins at ``i``."""
    tag, lower = s.t.tag, s.t.lower
    what = tag[i]
    if what & CAPITAL and not what & (AUXILIARY | TIME | SUBORDINATOR):
        return False
    if what & (AUXILIARY | SUBORDINATOR | WH | RELATIVE | TIME) and not what & (DETERMINER | PREPOSITION):
        return True
    if what & SUBJECT and not what & (OBJECT | POSSESSIVE):
        return True
    if lower[i] in ("that", "before", "after", "since", "until"):
        return True
    if lower[i] == "as":
        return i + 1 >= s.last or bool(tag[i + 1] & SUBJECT)
    if what & COORDINATOR:
        following = tag[i + 1] if i + 1 < s.last else 0
        return bool(following & (VERB_PAST | VERB_S | AUXILIARY | SUBJECT) and not following & (NOUN | CAPITAL)) or lower[i] == "but"
    if what & VERB_S and not what & NOUN:
        return i + 1 < s.last and bool(tag[i + 1] & (DETERMINER | POSSESSIVE | OBJECT))
    if what & VERB_PAST and not what & (NOUN | VERB_BASE):
        before = tag[i - 1]
        return not before & (DETERMINER | POSSESSIVE | PREPOSITION | NUMBER | ADVERB)
    return False


def _action(s: _Sentence, start: int, k: int) -> Range:
    """The words that tell the choice: from ``start`` to where the clause of the trigger at ``k`` ends."""
    tag, lower = s.t.tag, s.t.lower
    limit = min(s.last, k + ACTION_REACH)
    for i in range(k + 1, limit):
        word = lower[i]
        if word in _STOPS and not tag[i] & WORD:
            return (start, i)
        if tag[i] & COORDINATOR and i + 1 < s.last and tag[i + 1] & (VERB_PAST | VERB_S | SUBJECT) and not tag[i + 1] & (NOUN | OBJECT):
            return (start, i)
    return (start, limit)


_ = (MODAL, VERB_PARTICIPLE)
