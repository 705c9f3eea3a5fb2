"""What a pronoun asks for: "they" several or a body, "it" a body or a paper, "who" what stands before it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from claimcli.lexicon import DOCUMENT, ORGANIZATION, PREPOSITION, VERB
from claimcli.lexicon.names import persons
from claimcli.parser.grammar import noun_phrase_before
from claimcli.parser.speakers.clause import is_modifier
from claimcli.parser.speakers.entity import Entity, Mention
from claimcli.parser.speakers.he_or_she import HE_OR_SHE
from claimcli.parser.speakers.heads import head_of
from claimcli.parser.speakers.opening import RELATIVES, opening_of
from claimcli.parser.speakers.phrase import THINGS, Answer, Phrase
from claimcli.parser.speakers.relatives import relative
from claimcli.parser.speakers.they import is_said, they

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

_THEY: Final = frozenset({"they", "them", "their", "theirs", "themselves"})
_IT: Final = frozenset({"it", "its", "itself"})
WRITER: Final = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "myself", "ourselves"})
NAMES_NOBODY: Final = frozenset(
    {"this", "that", "these", "those", "there", "you", "your", "what", "whoever", "one"}
)
_PLACES: Final = frozenset({"nation", "country", "state", "city", "county", "crowd", "audience", "public"})
_PARTS: Final = frozenset({"page", "chart", "map", "table", "chapter"})
_REACH: Final = 80  # tokens of a sentence


def it(w: Walk, p: Phrase) -> Answer:
    """ "It called the bridge unsafe": the body or document that opens this sentence or the one before, or acted last.

    Where there is none, the last that some words name: "Marr cited *a memorandum*. It says …".
    """
    for sentence in (p.sentence, p.sentence - 1):
        opening = opening_of(w.t, sentence, p.first)
        if opening is not None and not is_said(p, opening[0]) and _is_a_thing(w, *opening):
            return w.meant(*opening, p.claim)[0], "pronoun: what opens the sentence"

    def fits(trace: Mention) -> bool:
        return trace.entity.type in THINGS and w.acts(trace) and not trace.entity.place

    last = w.last_trace(p, w.others, fits, 2)
    if last is not None:
        return last.entity, "pronoun: last body or document that acted"
    return _thing_mentioned(w, p), "pronoun: the body or document mentioned last"


def _thing_mentioned(w: Walk, p: Phrase) -> Entity | None:
    """The last body or document that some words name in this sentence or the one before: "a book by Marr. It …".

    Who stands behind a preposition is asked last: "Marr read *a memo* from the council. It …".
    """
    t = w.t
    behind: Entity | None = None
    for sentence in (p.sentence, p.sentence - 1):
        begin, end = t.sentences[sentence] if sentence >= 0 else (0, 0)
        end = min(end, p.first)
        for i in range(end - 1, max(begin, end - _REACH) - 1, -1):
            what = t.tag[i]
            if not what & (DOCUMENT | ORGANIZATION) or what & VERB or t.lower[i] in _PLACES:
                continue
            if t.lower[i].endswith("s") or is_modifier(t, i + 1) or is_said(p, i):
                continue
            if t.lower[i] in _PARTS and t.tag[i - 1] & PREPOSITION:
                continue  # "on *page* three"
            phrase = noun_phrase_before(t, begin, i + 1)
            entity = w.meant(*phrase, p.claim)[0] if phrase else None
            if phrase is None or entity is None or entity.type not in THINGS or entity in w.barred(p):
                continue
            if not t.tag[phrase[0] - 1] & PREPOSITION:
                return entity
            behind = behind or entity
        if behind is not None:
            break
    return behind


def _is_a_thing(w: Walk, first: int, last: int) -> bool:
    """Whether a phrase names a body or a paper that can say something: "Marr’s letter", "the council"."""
    head = head_of(w.t, first, last)
    if head is None or w.t.lower[head] in _PLACES:
        return False
    return bool(w.t.tag[head] & (DOCUMENT | ORGANIZATION)) or w.t.lower[head] in persons().issued


def he_or_she(w: Walk, p: Phrase) -> Answer:
    """ "She said …": as the walk decided when it came by."""
    return w.he_or_she(p.first, p.claim)


# What a mention of one word stands for, where that word is a pronoun.
PRONOUNS: Final[dict[str, Callable[[Walk, Phrase], Answer]]] = {
    word: rule
    for words, rule in (
        (_IT, it),
        (_THEY, they),
        (HE_OR_SHE, he_or_she),
        (RELATIVES, relative),
    )
    for word in words
}
