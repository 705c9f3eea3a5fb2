"""Who is told of by a description that is a sentence's subject, so that "he" or "she" may go on with them."""

from __future__ import annotations

from bisect import insort
from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    ADVERB,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    TIME,
)
from claimcli.lexicon.names import persons
from claimcli.parser.grammar import ARTICLES
from claimcli.parser.speakers.entity import BY_PLACE, PERSON, Mention
from claimcli.parser.speakers.heads import head_of, is_somebody
from claimcli.parser.speakers.pronouns.opening import opening_of

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk
    from claimcli.parser.text import Tokens

_OPENS: Final = DETERMINER | POSSESSIVE
_SOMEONE: Final = frozenset({"one", "someone", "somebody"})
_MAY_LEAD: Final = _OPENS | PRONOUN | COORDINATOR | SUBORDINATOR | ADVERB | PREPOSITION | TIME
_A: Final = ARTICLES - {"the"}
_BACK: Final = 2  # sentences


def _is_one_person(t: Tokens, first: int, head: int) -> bool:
    """Whether a phrase tells one person: "a baker", "the head of the school", "the Mayor of Arra", "one of them"."""
    what, word = t.tag[head], t.lower[head]
    if word in _SOMEONE:
        return True
    if not t.tag[first] & _OPENS:
        return False
    return is_somebody(t, head) and not (what & CAPITAL and t.lower[first] != "the")


def see_told(w: Walk, sentence: int, seen: int, at: int) -> None:
    """Remember who is the subject here and in the two sentences before, from ``seen`` on: "*A baker* was hurt"."""
    t = w.t
    for number in range(max(seen, sentence - _BACK), sentence + 1):
        if not t.tag[t.sentences[number][0]] & _MAY_LEAD:
            continue
        opening = opening_of(t, number, at)
        head = head_of(t, *opening) if opening else None
        if opening is None or head is None or not _is_one_person(t, opening[0], head):
            continue
        fronted = number == sentence and t.lower[at - 1] == "," and t.lower[opening[0]] in _A
        if fronted:
            continue  # "As a baker, Ann Marr …", "*A baker* who had seen it, she …"
        entity = w.meant(*opening, None)[0]
        if entity is None or entity.type is not PERSON:
            continue
        if not entity.named:
            entity.tell(persons().gender.get(t.lower[head]))
        mention = Mention(head, head, head + 1, number)
        mention.entity, mention.subject = entity, True
        insort(w.people.traces, mention, key=BY_PLACE)
