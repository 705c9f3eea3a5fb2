"""What a pronoun asks for: "they" several or a body, "it" a body or a paper, "who" what stands before it."""

from __future__ import annotations

from collections.abc import Callable
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
    ORGANIZATION,
    PEOPLE,
    SUBORDINATOR,
    WORD,
)
from claimcli.lexicon.names import persons
from claimcli.parser.speakers.entity import Mention
from claimcli.parser.speakers.he_or_she import HE_OR_SHE
from claimcli.parser.speakers.phrase import THINGS, Answer, Phrase
from claimcli.parser.speakers.relatives import relative
from claimcli.parser.speakers.roles import POSSESSIVE_MARKS, head_of

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


def they(w: Walk, p: Phrase) -> Answer:
    """ "They said …": the last group or body that did something, or somebody whose gender is not told."""
    for sentence in (p.sentence, p.sentence - 1):
        opening = _opening(w.t, sentence, p.first)
        if opening is not None and _are_many(w, *opening):
            return w.meant(*opening, p.claim)[0], "pronoun: the many who open the sentence"
    many = w.last_trace(p, w.others, lambda trace: w.acts(trace) and not _is_a_place(trace), 3)
    one = w.last_trace(p, w.people, lambda trace: trace.entity.gender is None and _may_be_they(w, trace), 3)
    several = (trace for trace in (many, one) if trace)
    last = max(several, key=lambda trace: (trace.sentence, trace.speaks), default=None)
    return (last.entity if last else None), "pronoun: last group or body that acted"


def _is_a_place(trace: Mention) -> bool:
    """Whether a mention is of a place, of which nobody speaks as "they"."""
    entity = trace.entity
    return entity.place or (entity.named and "-".join(entity.words) in persons().places)


def _may_be_they(w: Walk, trace: Mention) -> bool:
    """Whether one person may be "they": somebody whom only a description tells, or a name that has just spoken."""
    return w.acts(trace) and (trace.speaks or not trace.entity.named)


def _are_many(w: Walk, first: int, last: int) -> bool:
    """Whether a phrase names several, or a body: "analysts at Tollgate", "Ann Marr and Tom Reed", "Marr’s campaign"."""
    t = w.t
    head = head_of(t, first, last)
    if head is None:
        return False
    pair = "and" in t.lower[first:last] and bool(t.tag[last - 1] & CAPITAL)
    return pair or bool(t.tag[head] & (PEOPLE | ORGANIZATION))


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
            follows = t.lower[i] == "," and i > first and t.lower[i + 1 : i + 2] in _INSERTS
            return (first, i) if follows else None
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
