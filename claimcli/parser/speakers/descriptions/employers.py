"""Bodies that only tell whose a speaker is: "said Ann Marr, an economist at *Pellbury Bank*"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from claimcli.lexicon import ROLE
from claimcli.lexicon.names import persons
from claimcli.parser.speakers.clause import before_the
from claimcli.parser.speakers.entity import Mention
from claimcli.parser.speakers.heads import head_of
from claimcli.parser.speakers.phrase import LEAD, Answer, Phrase

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

_OF: Final = frozenset({"at", "of", "for", "with", "from"})
_APPOSITION: Final = 16  # tokens
_FAR: Final = 30  # sentences


def last_of_the_story(w: Walk, p: Phrase, fits: Callable[[Mention], bool], rule: str) -> Answer | None:
    """The last mention that fits of a body that the article is about, not of somebody's employer.

    "Marr Bank cut jobs. “Sad,” said Ann Reed, an economist at Pellbury Bank. The bank said …": Marr Bank. An expert
    says nothing for the bank that pays her; the head of another body may, where none is named before in the lead.
    """
    last = w.last_trace(p, w.others, fits, _FAR)
    role = _role_beside(w, last) if last is not None else ""
    if last is None or not role:
        return (last.entity, rule) if last else None
    other = w.look(p, w.others, lambda trace: fits(trace) and not _role_beside(w, trace), _FAR, rule)
    leads = role in persons().leaders and not (other and other[0] and other[0].mentions[0].sentence < LEAD)
    return (last.entity, rule) if leads else other


def is_employer(w: Walk, name: Mention) -> bool:
    """Whether a body only tells where an expert works, who does not speak for it."""
    role = _role_beside(w, name)
    return bool(role) and role not in persons().leaders


def _role_beside(w: Walk, name: Mention) -> str:
    """What somebody is at a body: of "said Ann Marr, an *economist* at Pellbury Bank"; "" where nobody is anything."""
    t, of = w.t, before_the(w.t, name)
    begin = t.sentences[name.sentence][0]
    if name.speaks or of <= begin or t.lower[of] not in _OF:
        return ""
    person = w.register.person_ending(of)
    if person is not None:  # "economist Ann Marr of Pellbury Bank"
        heads = [role.head for role in person.entity.roles]
        return next((head for head in heads if head in persons().leaders), heads[0] if heads else "")
    comma = next((k for k in range(of - 1, max(begin, of - _APPOSITION), -1) if t.lower[k] == ","), 0)
    head = head_of(t, comma + 1, of) if comma and comma + 1 < of else None
    if head is None or not t.tag[head] & ROLE or t.lower[head].startswith("spokes"):
        return ""
    beside = w.register.told_of(comma + 1)  # "Ann Marr, 45, an economist"
    return persons().role(t.lower[head]) if beside is not None and beside.entity.person else ""
