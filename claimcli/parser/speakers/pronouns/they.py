"""Whom "they" stands for: several people, a body, or one whose gender is not told."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    ADVERB,
    CAPITAL,
    CUE,
    CUE_NOUN,
    DETERMINER,
    DOCUMENT,
    NUMBER,
    ORGANIZATION,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    ROLE,
    SUBORDINATOR,
    TIME,
    VERB,
    WORD,
    forms_of,
    singular,
)
from claimcli.lexicon.kinds import body_of, kind_of
from claimcli.lexicon.names import persons
from claimcli.parser.attribution.subjects import ASKED
from claimcli.parser.grammar import A_OR_AN, list_start, noun_phrase_before, phrase_end
from claimcli.parser.speakers.entity import BODY, GROUP, Entity, Memory, is_joint
from claimcli.parser.speakers.heads import HOW_MANY, TAKES_MORE, head_of
from claimcli.parser.speakers.phrase import Answer, Phrase
from claimcli.parser.speakers.pronouns.opening import does, opening_of
from claimcli.parser.speakers.pronouns.relatives import people_at_the_end

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk
    from claimcli.parser.text import Tokens

_SINGLE: Final = frozenset({"one", "first", "second", "third", "last"})
_SOME: Final = frozenset({"other", "some", "many", "most", "several"})
_REACH: Final = 80  # tokens of a sentence
_LAST_MANY: Final = "pronoun: last group or body that acted"
SHOWS: Final = forms_of("show suggest indicate reveal")
"""What papers do rather than people."""
_CHAIN: Final = 8  # how many of "they" stand for the same
_BY_FULL_NAME: Final = attrgetter("since")
_DEATHS: Final = frozenset({"died", "dead", "killed"})
_SENTENCES: Final = 3  # how far back those stand who are "they"


def they(w: Walk, p: Phrase) -> Answer:
    """ "They said …": the many who are the subject here or just before, else the last group or body that acted.

    A "they" before it stands for the same: "Bakers met in Arra. They ate. *They* said …".
    """
    known, earlier = w.pronouns.get(p.first) or _papers_before(w, p), p
    for _ in range(_CHAIN):
        if known is not None:
            break
        found = _many_just_before(w, earlier)
        if isinstance(found, Phrase):
            known, earlier = w.pronouns.get(found.first), found
        else:
            known = found or _last_many(w, earlier)
    answer = w.pronouns[p.first] = known or (None, _LAST_MANY)
    return answer


def _papers_before(w: Walk, p: Phrase) -> Answer | None:
    """ "*Court records* say bakers owed money. They also say …", "*The emails* show … They suggest …"."""
    t = w.t
    opening = opening_of(t, p.sentence - 1, p.first)
    head = head_of(t, *opening) if opening else None
    if opening is None or head is None or not t.tag[opening[1]] & CUE or t.lower[head][-1] != "s":
        return None
    verb, word = t.word(p.last + bool(t.what(p.last) & ADVERB)), t.lower[head]
    papers = (kind_of(word) | kind_of(singular(word))) & DOCUMENT
    goes_on = verb == t.lower[opening[1]] or verb in SHOWS
    return (w.meant(*opening, None)[0], "pronoun: the papers that tell it") if papers and goes_on else None


def _many_just_before(w: Walk, p: Phrase) -> Answer | Phrase | None:
    """The many of the nearest sentence who do something in it, else whom it mentions; another "they" as it stands."""
    found: Answer | Phrase | None = None
    asked = w.t.lower[w.t.sentences[p.sentence][0]] in ASKED and w.t.word(p.first - 1) == ","
    # "Asked if the *bakers* were late, they said": hardly those
    for sentence in range(p.sentence - asked, max(-1, p.sentence - _SENTENCES), -1):
        found = found or _many_doing(w, p, sentence) or _many_mentioned(w, p, sentence)
    return found


def _many_doing(w: Walk, p: Phrase, sentence: int) -> Answer | Phrase | None:
    """The many who do something in a sentence, where no claim of theirs is: several people before one body.

    "The council paid less than *bakers* had asked for. They said …"; else who is only described and speaks in it.
    """
    body: Answer | None = None
    for one in _doing(w, p, sentence):
        if isinstance(one, Phrase):
            return body or one
        if one[0] is not None and one[0].type is GROUP:
            return one
        body = body or one
    if body is not None:
        return body
    speaker = _speaker_of(p, sentence, w.people)
    return (speaker, "pronoun: who speaks just before") if speaker else None


def _doing(w: Walk, p: Phrase, sentence: int) -> Iterator[Answer | Phrase]:
    """Who may be many and does something in a sentence: its first subject, who speaks in it, any other subject.

    Another "they" comes as it stands.
    """
    t = w.t
    begin, end = t.sentences[sentence]
    end = min(end, p.first)
    opening = opening_of(t, sentence, end)
    if opening is not None and not is_said(p, opening[0]):
        begin = opening[1]
        many = _are_many(w, *opening)
        others = _asked(w, p, begin, end, many) or _others_than(w, *opening, end)
        if others is not None and not is_said(p, others[0]):
            yield w.meant(*others, p.claim)[0], "pronoun: the many who act just before"
        elif t.lower[opening[0] : begin] == ["they"]:
            if t.tag[begin - 2] & SUBORDINATOR:
                begin -= 1  # "Before *they* ate, bakers met": it comes last
            else:
                yield Phrase(t, begin - 1, begin, begin - 1, sentence, p.claim)
        elif many:
            yield w.meant(*opening, p.claim)[0], "pronoun: the many who open the sentence"
    speaker = _speaker_of(p, sentence, w.others)
    if speaker is not None:
        yield speaker, "pronoun: who speaks just before"
    sorts = PEOPLE | ORGANIZATION if sentence == p.sentence else PEOPLE
    for first, last in _many_acting(w, begin, end, sorts):
        if t.lower[first:last] == ["they"]:
            yield Phrase(t, first, last, first, sentence, None)
        elif not is_said(p, first):
            entity = w.meant(first, last, p.claim)[0]
            if entity is not None:
                yield entity, "pronoun: the many who act just before"


def _asked(w: Walk, p: Phrase, verb: int, end: int, opens_many: bool) -> tuple[int, int] | None:
    """Whom somebody asks or tells in the sentence before: "The judge asked *the nurses* why. They said …"."""
    t = w.t
    verb += bool(t.what(verb) & ADVERB)
    if verb + 1 >= end or t.lower[verb] not in ("asked", "told") or p.sentence == w.sentence_of(verb):
        return None
    last = phrase_end(t, verb + 1, end)
    last = next((k + 1 for k in range(verb + 1, last) if _are_people(t, k)), last)  # "the nurses | the plan"
    tells = t.lower[verb] == "told" or t.word(last) in ("to", "for")
    if last == verb + 1 or (tells and opens_many):
        return None  # "Nurses asked patients *to* wait. They said …": these may as well be the nurses
    return (verb + 1, last) if _are_many(w, verb + 1, last) else None


def _others_than(w: Walk, first: int, last: int, end: int) -> tuple[int, int] | None:
    """Of whom a sentence tells in the end: "Some bakers are glad, *others* are not. They say …"."""
    others = w.t.find({"others"}, last, end - 1, 0) if w.t.lower[first] in _SOME else 0
    return (others, others + 1) if others and does(w.t, others + 1) else None


def is_said(p: Phrase, at: int) -> bool:
    """Whether a token is in the claim whose mention a pronoun is: "*States* can do that, they said"."""
    return p.claim is not None and any(first <= at < last for first, last in p.claim.content)


def _many_mentioned(w: Walk, p: Phrase, sentence: int) -> Answer | None:
    """The last people that some words name, in whatever role: "The vote angered *farmers*", "facing *voters*"."""
    t = w.t
    begin, end = t.sentences[sentence]
    end = min(end, p.first)
    pairs = (trace for trace in w.others.back(end) if is_joint(trace.entity))
    pair = next((trace for trace in pairs if trace.at >= begin and not is_said(p, trace.at)), None)
    if pair is not None:
        begin = pair.at
    for i in range(end - 1, max(begin, end - _REACH) - 1, -1):
        if not _are_people(t, i) or is_said(p, i):
            continue
        phrase = noun_phrase_before(t, begin, i + 1)
        if phrase is None:
            continue
        first = people_at_the_end(t, *phrase)
        if t.tag[first] & VERB and t.tag[first + 1] & CAPITAL:
            first += 1  # "pushed | Democrats"
        close = t.word(i + 1) in TAKES_MORE and t.what(i + 2) & PREPOSITION  # "people *close to Marr*"
        last = phrase_end(t, i + 3, end) if close else i + 1
        entity = w.meant(first, last, p.claim)[0]
        if entity is not None and entity.type is GROUP:
            return entity, "pronoun: the many mentioned last"
    return (pair.entity, "pronoun: the many mentioned last") if pair else None


def _are_people(t: Tokens, i: int) -> bool:
    """Whether a word is a noun for several people: "voters", "professors"."""
    what = t.tag[i]
    none = DETERMINER | PRONOUN if what & PEOPLE else VERB | CAPITAL
    return not what & none and bool(kind_of(t.lower[i]) & PEOPLE)


def _speaker_of(p: Phrase, sentence: int, memory: Memory) -> Entity | None:
    """The group or body that speaks in a sentence before a pronoun, or somebody whose gender is not told."""
    passing: Entity | None = None  # "bakers *who say* so"
    for trace in memory.back(p.first):
        if trace.sentence < sentence:
            break
        entity = trace.entity
        if trace.sentence > sentence or not (entity.gender is None if entity.person else _is_many(entity)):
            continue
        if trace.speaks:
            return entity
        if entity.type is GROUP and not is_joint(entity):
            passing = passing or entity
    return passing


def _is_many(entity: Entity) -> bool:
    """Whether "they" may stand for somebody who is mentioned: a group, a body that is no place."""
    if entity.type is BODY and entity.named:
        return not entity.place and "-".join(entity.words) not in persons().places
    if entity.type is BODY:  # by any words: "Marr’s team", "a majority of lawmakers"
        return any(kind_of(word) & (PEOPLE | ORGANIZATION) for word in entity.words)
    return entity.type is GROUP


def _many_acting(w: Walk, begin: int, end: int, sorts: int) -> Iterator[tuple[int, int]]:
    """The phrases for many that are subjects: "As the vote came, *bakers in Arra* met", "*they* met".

    ``sorts`` are the kinds of nouns for them. Another "they" comes last: "before they ate, *bakers* met".
    """
    t = w.t
    begin = max(begin, end - _REACH)
    for i in range(begin, end - 1):
        if t.lower[i] == "and":
            one, other = w.register.person_ending(i), w.register.person_at(i + 1)
            if one is not None and other is not None and does(t, other.last):
                yield list_start(t, begin, one.title, other.last), other.last
        elif t.tag[i] & sorts or _are_people(t, i) or _are_bodies(t, i):
            more = _are_people(t, i) and t.what(i + 1) & PREPOSITION and t.word(i + 2) != "them"
            behind = phrase_end(t, i + 2, end) if more else i + 1
            last = next((k for k in range(min(i + 3, behind), min(behind + 1, end)) if does(t, k)), 0)
            phrase = noun_phrase_before(t, begin, i + 1) if last else None
            new = phrase is not None and t.tag[i] & ORGANIZATION and t.lower[phrase[0]] in A_OR_AN
            if phrase is None or new or not _are_many(w, *phrase):
                continue
            if not t.tag[phrase[0] - 1] & PREPOSITION:
                yield phrase[0], last
    for i in range(begin, end - 1):
        if t.lower[i] == "they":
            yield i, i + 1


def _last_many(w: Walk, p: Phrase) -> Answer:
    """The last group or body that did something, or somebody whose gender is not told."""
    many = w.last_trace(p, w.others, lambda trace: _is_many(trace.entity) and w.acts(trace), 3)
    one = w.last_trace(p, w.people, lambda trace: trace.entity.gender is None and w.acts(trace), 3)
    several = (trace for trace in (many, one) if trace)
    last = max(several, key=lambda trace: (trace.sentence, trace.speaks), default=None)
    return (last.entity, _LAST_MANY) if last else (_last_two(w, p), "pronoun: the two who acted last")


def _last_two(w: Walk, p: Phrase) -> Entity | None:
    """The only two who did something just before: "Marr waved. Tom Reed came on stage. *They* said …"."""
    if p.first != w.t.sentences[p.sentence][0] or w.t.word(p.last) in SHOWS:
        return None  # "some mistakes, which *they* made", "Reed cited the polls. *They* suggest …"
    if not _DEATHS.isdisjoint(w.t.lower[w.t.sentences[max(0, p.sentence - _SENTENCES)][0] : p.first]):
        return None  # "Reed died. Marr found him. *They* said …"
    near = [m for m in w.people.back(p.first) if m.sentence >= p.sentence - _SENTENCES and m.entity.named]
    acted = {m.entity for m in near if m.speaks or w.acts(m)}
    only = len(acted) == 2 and all(m.entity in acted for m in near)
    return w.joint(*sorted(acted, key=_BY_FULL_NAME)) if only else None


def _are_many(w: Walk, first: int, last: int) -> bool:
    """Whether a phrase names several, or a body: "analysts at Tollgate", "Ann Marr and Tom Reed", "Marr’s campaign"."""
    t = w.t
    head = head_of(t, first, last)
    if head is None:
        return False
    if t.tag[head] & NUMBER:
        # "The two", "All three", "Nearly half"; not "On May 3"
        return t.lower[head] not in _SINGLE and not (head > first and t.tag[head - 1] & TIME)
    counts = t.tag[head] & PEOPLE or t.lower[head] in HOW_MANY
    if counts and head + 2 < last and t.lower[head + 1] == "of":
        # "Some of these bakers’ *plans*" are none.
        return t.lower[head + 2] == "them" or _are_many(w, head + 2, last)
    words = t.lower[first:last]  # no "border between Arra and Holm"
    pair = "and" in words and "between" not in words and bool(t.tag[last - 1] & (CAPITAL | ROLE))
    # A firm is rather "it".
    several = t.tag[head] & (PEOPLE | ORGANIZATION) or kind_of(t.lower[head]) & PEOPLE
    # "Other Netizens", no "Many questions"
    others = words[0] in _SOME and head == first + 1 and words[1][-1] == "s" and not t.tag[head] & CUE_NOUN
    return pair or others or bool(several) or _are_bodies(t, head)


def _are_bodies(t: Tokens, head: int) -> bool:
    """Whether a word is the plural of one for a body: "unions", "companies"."""
    if t.tag[head] & CAPITAL and t.tag[head - 1] & WORD:
        return False  # "the United States"
    return bool(body_of(t.lower[head]))
