"""Bodies that only tell whose a speaker is: "said Ann Marr, an economist at *Pellbury Bank*"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from claimcli.lexicon import ROLE
from claimcli.lexicon.names import persons
from claimcli.parser.speakers.entity import Mention
from claimcli.parser.speakers.heads import head_of
from claimcli.parser.speakers.phrase import LEAD, Phrase

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

_OF: Final = frozenset({"at", "of", "for", "with", "from"})
_APPOSITION: Final = 16  # tokens


def last_of_the_story(w: Walk, p: Phrase, fits: Callable[[Mention], bool], back: int) -> Mention | None:
    """The last mention that fits of a body that the article is about, not of somebody's employer.

    "Marr Bank cut jobs. “Sad,” said Ann Reed, an economist at Pellbury Bank. The bank said …": Marr Bank. An expert
    says nothing for the bank that pays her; the head of another body may, where none is named before in the lead.
    """
    last = w.last_trace(p, w.others, fits, back)
    role = _role_beside(w, last) if last is not None else ""
    if last is None or not role:
        return last
    other = w.last_trace(p, w.others, lambda trace: fits(trace) and not _role_beside(w, trace), back)
    if role not in persons().leaders:
        return other
    leads = other is not None and other.entity.mentions[0].sentence < LEAD
    return other if leads else last


def is_employer(w: Walk, name: Mention) -> bool:
    """Whether a body only tells where an expert works, who does not speak for it."""
    role = _role_beside(w, name)
    return bool(role) and role not in persons().leaders


def _role_beside(w: Walk, name: Mention) -> str:
    """What somebody is at a body: of "said Ann Marr, an *economist* at Pellbury Bank"; "" where nobody is anything."""
    t, of = w.t, name.title - 1
    if name.speaks or of < 1:
        return ""
    of -= t.lower[of] == "the"
    begin = t.sentences[name.sentence][0]
    if of <= begin or t.lower[of] not in _OF:
        return ""
    person = w.register.person_ending(of)
    if person is not None:  # "economist Ann Marr of Pellbury Bank"
        heads = [role.head for role in person.entity.roles]
        return next((head for head in heads if head in persons().leaders), heads[0] if heads else "")
    comma = next((k for k in range(of - 1, max(begin, of - _APPOSITION), -1) if t.lower[k] == ","), 0)
    head = head_of(t, comma + 1, of) if comma and comma + 1 < of else None
    if head is None or not t.tag[head] & ROLE or t.lower[head].startswith("spokes"):
        return ""
    # "Ann Marr, an economist", "Ann Marr, 45, an economist"
    person = w.register.person_ending(comma) or w.register.person_ending(comma - 2)
    return persons().role(t.lower[head]) if person is not None else ""
