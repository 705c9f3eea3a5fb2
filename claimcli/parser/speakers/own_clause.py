"""Whom a pronoun cannot mean by the grammar of its own clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    ADVERB,
    CUE,
    NOUN,
    OBJECT,
    PREPOSITION,
    SUBJECT,
    VERB,
    VERB_ING,
    VERB_PARTICIPLE,
    WORD,
)
from claimcli.parser.grammar import subject_before, verb_group
from claimcli.parser.speakers.entity import Entity, Mention

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

_NOBODY: Final[frozenset[Entity]] = frozenset()


def not_meant(w: Walk, at: int, sentence: int) -> frozenset[Entity]:
    """Whom the "him", "her" or "his" at a token cannot mean: who does it to him, or who has asked him."""
    if w.t.tag[at] & SUBJECT:
        return _NOBODY
    doer = _doer(w, at, sentence) if _is_object(w, at) else _asker(w, at, sentence)
    return frozenset((doer,)) if doer else _NOBODY


def _is_object(w: Walk, at: int) -> bool:
    """Whether a pronoun is what a verb does something to: "praised **her** for …", not "praised **her** plan"."""
    t = w.t
    if not t.tag[at] & OBJECT or not at or not t.tag[at - 1] & VERB:
        return False
    following = t.tag[at + 1] if at + 1 < len(t.tag) else 0
    return not following & WORD or bool(following & (PREPOSITION | ADVERB) and not following & NOUN)


def _doer(w: Walk, at: int, sentence: int) -> Entity | None:
    """Who does what is done to "her": the subject of her verb, or of the sentence: "**Marr** spoke, crediting her"."""
    t, first = w.t, w.t.sentences[sentence][0]
    start = verb_group(t, first, at - 1).start
    subject = subject_before(t, first, start)
    if subject is not None:
        word = subject[2] - 1
        name = w.register.over(word)
        return name.entity if name else w.pronouns.get(word, (None, ""))[0]
    if not t.tag[at - 1] & VERB_ING:
        return None
    acting = (trace for trace in w.people.back(start) if trace.sentence == sentence and w.acts(trace))
    return next((trace.entity for trace in acting), None)


def _asker(w: Walk, at: int, sentence: int) -> Entity | None:
    """Who has asked whom "his" stands for: "Marr was asked **by Reed** whether his plan …"."""
    here = [trace for trace in w.people.back(at) if trace.sentence == sentence]
    for trace in here:
        by = trace.title - 1
        if by > 0 and w.t.lower[by] == "by" and w.t.tag[by - 1] & VERB_PARTICIPLE and w.t.tag[by - 1] & CUE:
            return trace.entity if any(_leads(w, other, trace) for other in here) else None
    return None


def _leads(w: Walk, other: Mention, trace: Mention) -> bool:
    """Whether another person does something, or is done something to, before a mention."""
    return other.at < trace.at and other.entity is not trace.entity and w.acts(other)
