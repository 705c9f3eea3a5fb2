"""Whom "it" stands for: the body or paper that opens the sentence, acted last, or was mentioned last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    DOCUMENT,
    OPENS_NOUN,
    ORGANIZATION,
    PLURAL,
    PREPOSITION,
    ROLE,
    VERB,
    forms_of,
)
from claimcli.lexicon.kinds import kind_of
from claimcli.lexicon.names import persons
from claimcli.model import SpeakerType
from claimcli.parser.grammar import ARTICLES, noun_phrase_before
from claimcli.parser.speakers.clause import before_the, is_modifier
from claimcli.parser.speakers.entity import BODY, PAPER, Entity, Mention
from claimcli.parser.speakers.heads import head_of
from claimcli.parser.speakers.phrase import THINGS, Answer, Phrase
from claimcli.parser.speakers.pronouns.opening import opening_of
from claimcli.parser.speakers.pronouns.they import SHOWS, is_said

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk
    from claimcli.parser.text import Tokens

_PLACES: Final = frozenset({"nation", "country", "state", "city", "county", "crowd", "audience", "public"})
_FINDS: Final = SHOWS | forms_of("find")
"""What studies do."""
_READS: Final = frozenset({"read", "reads"})
"""What only papers do, if not people."""
_READ_ON: Final = 4  # sentences that may be quoted from one
_NEAR: Final = 2  # sentences in which anything else is mentioned
_LAST_THING: Final = "pronoun: last body or document that acted"
_OF_BODIES: Final = frozenset({"for", "at", "with"})
_APPOSITION: Final = 16  # tokens
_REACH: Final = 80  # tokens of a sentence


def it(w: Walk, p: Phrase) -> Answer:
    """ "It called the bridge unsafe": the body or document that opens this sentence or the one before, or acted last.

    Who acts in the sentence itself comes first: "Reed left after *Marr Air* said it would close". Where there is
    none, the last that some words name: "Marr cited *a memorandum*. It says …"; a paper before an older body.
    """
    means = w.t.word(p.last) in ("means", "meant") and w.t.word(p.last + 1) != "to"
    if means or w.t.lower[p.last : p.last + 2] == ["falls", "to"] or _is_empty(w.t, p.last):
        return None, _LAST_THING  # "*It falls to* the mayor to …" is said of no body; "*it* means to sue" is
    only_papers = w.t.word(p.last) in _READS
    sorts = (PAPER,) if only_papers else THINGS

    def fits(thing: Mention) -> bool:
        return thing.entity.type in sorts and w.acts(thing) and not thing.entity.place

    finds = w.t.word(p.last + bool(w.t.what(p.last) & ADVERB)) in _FINDS
    told = w.last_trace(p, w.others, lambda m: m.entity.type is PAPER and w.acts(m), 2) if finds else None
    if told is not None:
        return told.entity, "pronoun: the papers that tell it"
    for sentence in (p.sentence, p.sentence - 1):
        opening = opening_of(w.t, sentence, p.first)
        if opening is not None and not is_said(p, opening[0]):
            thing = w.meant(*opening, p.claim)[0] if _is_a_thing(w, *opening) else None
            if thing is None and (sentence == p.sentence or p.opens == "its"):
                thing = _place(w, *opening)
            if thing is not None and (thing.type is PAPER or not only_papers):
                return thing, "pronoun: what opens the sentence"
            spoken_for = _whose_spokesman(w, *opening)
            if spoken_for is not None:
                return spoken_for, "pronoun: whose somebody opens the sentence"
        here = w.look(p, w.others, fits, 0, _LAST_THING) if sentence == p.sentence else None
        if here is not None:
            return here
    last = w.last_trace(p, w.others, fits, 2)
    if last is not None and last.sentence >= p.sentence - 1:
        return last.entity, _LAST_THING
    thing = _thing_mentioned(w, p, sorts)
    goes_on = opening is not None and w.t.lower[opening[0] : opening[1]] == ["it"]
    if last is not None and (goes_on or thing is None or thing.type is not PAPER):
        return last.entity, _LAST_THING
    return thing, "pronoun: the body or document mentioned last"


def _is_empty(t: Tokens, k: int) -> bool:
    """Whether a clause tells what "it" is: "it *might be noted that* …", "it*’s not odd that* …", no "it has said"."""
    told = False
    while t.what(k) & (AUXILIARY | ADVERB) or t.word(k) in _IS:
        told = told or bool(t.what(k) & BE) or t.word(k) in _IS
        k += 1
    return told and t.word(k + 1) == "that"


_IS: Final = frozenset({"’s", "'s"})


def _thing_mentioned(w: Walk, p: Phrase, sorts: tuple[SpeakerType, ...]) -> Entity | None:
    """The last body or document that some words name in this sentence or those before: "a book by Marr. It …".

    Who stands behind a preposition is asked last: "Marr read *a memo* from the council. It …".
    """
    t = w.t
    behind: Entity | None = None
    within = _NEAR if BODY in sorts else _READ_ON
    for sentence in range(p.sentence, max(-1, p.sentence - within), -1):
        begin, end = t.sentences[sentence]
        end = min(end, p.first)
        for i in range(end - 1, max(begin, end - _REACH) - 1, -1):
            what = t.tag[i]
            if not what & (DOCUMENT | ORGANIZATION) or t.lower[i] in _PLACES:
                continue
            if what & PLURAL or is_modifier(t, i + 1) or is_said(p, i):
                continue
            if t.tag[i - 1] & PREPOSITION:
                continue  # "on *page* three", "a memo from the *council*"
            phrase = noun_phrase_before(t, begin, i + 1)
            if phrase and t.lower[phrase[0] + 1] == "by":
                continue  # "Signed by members of the *party*, it says"
            if phrase and what & VERB and not t.tag[phrase[0]] & OPENS_NOUN:
                continue  # "to sign", "a sign"
            entity = w.meant(*phrase, p.claim)[0] if phrase else None
            if phrase is None or entity is None or entity.type not in sorts or entity in w.named_in(p.claim):
                continue
            if not t.tag[phrase[0] - 1] & PREPOSITION:
                return entity
            behind = behind or entity
        if behind is not None:
            break
    return behind


def _place(w: Walk, first: int, last: int) -> Entity | None:
    """The place that opens the sentence itself: "*Arra* has spent the money | it | promised to save", "*The city*"."""
    place = w.meant(first, last, None)[0]
    if place is None or place.type is not BODY:
        return None
    sort = last - first == 2 and w.t.lower[last - 1] in _PLACES
    return place if sort or place.place or "-".join(w.t.lower[first:last]) in persons().places else None


def _is_a_thing(w: Walk, first: int, last: int) -> bool:
    """Whether a phrase names a body or a paper that can say something: "Marr’s letter", "the council"."""
    head = head_of(w.t, first, last)
    if head is None or w.t.lower[head] in _PLACES:
        return False
    if w.t.tag[head] & (PLURAL | CAPITAL) == PLURAL:
        return False  # "the results"
    return bool(kind_of(w.t.lower[head]) & (DOCUMENT | ORGANIZATION))


def _whose_spokesman(w: Walk, first: int, last: int) -> Entity | None:
    """The body of which somebody is who opens a sentence: "A spokesman for *Marr Air*"."""
    t = w.t
    if t.word(last) == "," and t.word(last + 1) in ARTICLES:  # "Tom Reed, a spokesman for *Marr Air*, …"
        first, last = last + 1, t.find({","}, last + 1, min(len(t.raw), last + _APPOSITION), last + 1)
    head = head_of(t, first, last) if first < last else None
    if head is None or not t.tag[head] & ROLE:
        return None
    for name in w.register.within(first, last):
        told = head < name.title and t.lower[before_the(t, name)] in _OF_BODIES  # but no "resident of Arra"
        if told and name.entity.type is BODY and not name.entity.place:
            return name.entity
    return None
