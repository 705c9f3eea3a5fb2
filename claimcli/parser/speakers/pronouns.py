"""What a pronoun asks for: "they" several or a body, "it" a body or a paper, "who" what stands before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    DOCUMENT,
    FINITE,
    NOUN,
    NUMBER,
    ORGANIZATION,
    PEOPLE,
    PREPOSITION,
    SUBORDINATOR,
    TAGS,
    WORD,
)
from claimcli.lexicon.names import persons
from claimcli.model import SpeakerType
from claimcli.parser.grammar import POSSESSIVE_MARKS, list_start, noun_phrase_before
from claimcli.parser.speakers.entity import Entity, Mention, is_joint
from claimcli.parser.speakers.he_or_she import HE_OR_SHE
from claimcli.parser.speakers.phrase import THINGS, Answer, Phrase
from claimcli.parser.speakers.relatives import HOW_MANY, relative
from claimcli.parser.speakers.roles import head_of

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk
    from claimcli.parser.text import Tokens

_THEY: Final = frozenset({"they", "them", "their", "theirs", "themselves"})
_IT: Final = frozenset({"it", "its", "itself"})
WRITER: Final = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "myself", "ourselves"})
NOBODY: Final = frozenset(
    {"this", "that", "these", "those", "there", "you", "your", "what", "whoever", "one"}
)
_RELATIVE: Final = frozenset({"who", "which", "that", "whom", "whose"})
_PLACES: Final = frozenset(
    {"nation", "country", "state", "city", "county", "team", "crowd", "audience", "public"}
)
_LEADS_IN: Final = COORDINATOR | SUBORDINATOR | ADVERB
_INSERTS: Final = (["including"], ["who"], ["which"])  # what a comma after a subject brings in
_LOOK: Final = 16  # tokens
_DASHES: Final = frozenset({"—", "–", "--"})
_SINGLE: Final = frozenset({"one", "first", "second", "third", "last"})
_REACH: Final = 80  # tokens of a sentence
_LAST_MANY: Final = "pronoun: last group or body that acted"
_CHAIN: Final = 8  # how many of "they" stand for the same
_SENTENCES: Final = 3  # how far back those stand who are "they"


def they(w: Walk, p: Phrase) -> Answer:
    """ "They said …": the many who are the subject here or just before, else the last group or body that acted.

    A "they" before it stands for the same: "Bakers met in Arra. They ate. *They* said …".
    """
    known, earlier = w.pronouns.get(p.first), p
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


def _many_just_before(w: Walk, p: Phrase) -> Answer | Phrase | None:
    """The many of the nearest sentence that tells of any: its first subject, who speaks in it, any other subject.

    Where that is another "they", it is returned as it stands.
    """
    t = w.t
    for sentence in range(p.sentence, max(-1, p.sentence - _SENTENCES), -1):
        begin, end = t.sentences[sentence]
        end = min(end, p.first)
        opening = _opening(t, sentence, end)
        if opening is not None:
            begin = opening[1]
            if t.lower[opening[0] : begin] == ["they"]:
                return Phrase(begin - 1, begin, begin - 1, sentence, p.claim)
            if _are_many(w, *opening):
                return w.meant(*opening, p.claim)[0], "pronoun: the many who open the sentence"
        speaker = _speaker_of(w, p, sentence)
        if speaker is not None:
            return speaker, "pronoun: who speaks just before"
        for first, last in _many_acting(w, begin, end):
            if t.lower[first:last] == ["they"]:
                return Phrase(first, last, first, sentence, p.claim)
            entity = w.meant(first, last, p.claim)[0]
            if entity is not None and entity not in w.barred(p):
                return entity, "pronoun: the many who act just before"
    return None


def _speaker_of(w: Walk, p: Phrase, sentence: int) -> Entity | None:
    """The group or body that speaks in a sentence before a pronoun, or somebody whose gender is not told."""
    for memory in (w.others, w.people):
        for trace in memory.back(p.first):
            if trace.sentence < sentence:
                break
            entity = trace.entity
            who = entity.type is SpeakerType.GROUP and not is_joint(entity)  # "bakers who say"
            fits = entity.gender is None if entity.person else _is_many(entity)
            if trace.sentence == sentence and (trace.speaks or who) and fits and entity not in w.barred(p):
                return entity
    return None


def _is_many(entity: Entity) -> bool:
    """Whether "they" may stand for somebody who is mentioned: a group, a body that is no place."""
    if entity.type is SpeakerType.ORGANIZATION and entity.named:
        return not entity.place and "-".join(entity.words) not in persons().places
    if entity.type is SpeakerType.ORGANIZATION:  # by any words: "Marr’s team", "a majority of lawmakers"
        return any(TAGS.get(word, 0) & (PEOPLE | ORGANIZATION) for word in entity.words)
    return entity.type is SpeakerType.GROUP


def _many_acting(w: Walk, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The phrases for many that are subjects: "As the vote came, *bakers in Arra* met", "*they* met"."""
    t = w.t
    for i in range(max(begin, end - _REACH), end - 1):
        if t.lower[i] == "they":
            yield i, i + 1
        elif t.lower[i] == "and":
            one, other = w.register.ending(i), w.register.over(i + 1)
            both = one is not None and other is not None and one.entity.person and other.entity.person
            if both and one and other and _does(t, other.last):
                yield list_start(t, begin, one.title, other.last), other.last
        elif (t.tag[i] & PEOPLE or _are_bodies(t, i)) and _does(t, i + 1):
            phrase = noun_phrase_before(t, begin, i + 1)
            if phrase is None or not _are_many(w, *phrase):
                continue
            counted = t.lower[phrase[0] - 1] == "of" and t.lower[phrase[0] - 2] in HOW_MANY
            if counted or not t.tag[phrase[0] - 1] & PREPOSITION:
                yield phrase


def _does(t: Tokens, i: int) -> bool:
    """Whether a word is the finite verb of what stands before it: "bakers *met*", "bakers *often* meet"."""
    if t.tag[i] & ADVERB and not t.tag[i] & FINITE:
        i += 1
    what = t.tag[i] if i < len(t.tag) else 0
    return bool(what & (FINITE | AUXILIARY)) and not what & (NOUN | CAPITAL)


def _last_many(w: Walk, p: Phrase) -> Answer:
    """The last group or body that did something, or somebody whose gender is not told."""
    many = w.last_trace(p, w.others, lambda trace: _is_many(trace.entity) and w.acts(trace), 3)
    one = w.last_trace(p, w.people, lambda trace: trace.entity.gender is None and _may_be_they(w, trace), 3)
    several = (trace for trace in (many, one) if trace)
    last = max(several, key=lambda trace: (trace.sentence, trace.speaks), default=None)
    return (last.entity if last else None), _LAST_MANY


def _may_be_they(w: Walk, trace: Mention) -> bool:
    """Whether one person may be "they": somebody whom only a description tells, or a name that has just spoken."""
    return w.acts(trace) and (trace.speaks or not trace.entity.named)


def _are_many(w: Walk, first: int, last: int) -> bool:
    """Whether a phrase names several, or a body: "analysts at Tollgate", "Ann Marr and Tom Reed", "Marr’s campaign"."""
    t = w.t
    head = head_of(t, first, last)
    if head is None or t.tag[first] & PREPOSITION:
        return False
    if t.tag[head] & NUMBER:
        return t.lower[head] not in _SINGLE  # "The two", "All three", "Nearly half"
    pair = "and" in t.lower[first:last] and bool(t.tag[last - 1] & CAPITAL)
    return pair or bool(t.tag[head] & (PEOPLE | ORGANIZATION)) or _are_bodies(t, head)


def _are_bodies(t: Tokens, head: int) -> bool:
    """Whether a word is the plural of one for a body: "unions", "companies"."""
    word = t.lower[head]
    one = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    if not word.endswith("s") or (t.tag[head] & CAPITAL and t.tag[head - 1] & WORD):
        return False  # "the United States"
    return one in persons().bodies or bool(TAGS.get(one, 0) & ORGANIZATION)


def it(w: Walk, p: Phrase) -> Answer:
    """ "It called the bridge unsafe": the last body or document that did something."""
    opening = _opening(w.t, p.sentence - 1, p.first)
    if opening is not None and _is_a_thing(w, *opening):
        return w.meant(*opening, p.claim)[0], "pronoun: what opens the sentence before"

    def fits(trace: Mention) -> bool:
        return trace.entity.type in THINGS and w.acts(trace) and not trace.entity.place

    last = w.last_trace(p, w.others, fits, 2)
    return (last.entity if last else None), "pronoun: last body or document that acted"


def _is_a_thing(w: Walk, first: int, last: int) -> bool:
    """Whether a phrase names a body or a paper that can say something: "Marr’s letter", "the council"."""
    head = head_of(w.t, first, last)
    if head is None or w.t.lower[head] in _PLACES:
        return False
    return bool(w.t.tag[head] & (DOCUMENT | ORGANIZATION)) or w.t.lower[head] in persons().issued


def he_or_she(w: Walk, p: Phrase) -> Answer:
    """ "She said …": as the walk decided when it came by."""
    return w.he_or_she(p.first, p.claim)


def _opening(t: Tokens, sentence: int, end: int) -> tuple[int, int] | None:
    """The phrase that opens a sentence as its subject: "But *analysts at Tollgate* took the other side"."""
    if sentence < 0:
        return None
    first, stop = t.sentences[sentence]
    stop = min(stop, first + 2 * _LOOK)
    while first < stop and t.tag[first] & _LEADS_IN and not t.tag[first] & DETERMINER:
        first += 1
    for i in range(first, min(stop, end, first + _LOOK)):
        what = t.tag[i]
        if what & (AUXILIARY | FINITE) and not what & (NOUN | CAPITAL):
            return (first, i) if i > first else None
        if not what & WORD and t.lower[i] not in POSSESSIVE_MARKS and t.lower[i] not in (".", "-"):
            follows = t.lower[i] == "," and t.lower[i + 1 : i + 2] in _INSERTS
            return (first, i) if i > first and (follows or t.lower[i] in _DASHES) else None
    return None


# What a mention of one word stands for, where that word is a pronoun.
PRONOUNS: Final[dict[str, Callable[[Walk, Phrase], Answer]]] = {
    word: rule
    for words, rule in (
        (_IT, it),
        (_THEY, they),
        (HE_OR_SHE, he_or_she),
        (_RELATIVE, relative),
    )
    for word in words
}
