"""What any description may be: nobody, the one described before, or only its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    CAPITAL,
    ORGANIZATION,
    PEOPLE,
    POSSESSIVE,
    TIME,
    VERB_PARTICIPLE,
)
from claimcli.lexicon.names import persons
from claimcli.parser.grammar import POSSESSIVE_MARKS
from claimcli.parser.speakers.he_or_she import HE_OR_SHE
from claimcli.parser.speakers.phrase import ARTICLES, DEFINITE, Answer, Phrase
from claimcli.parser.speakers.roles import type_of

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk
    from claimcli.parser.text import Tokens

_CONTRACTED: Final = frozenset({"it", "that", "there"})  # before "’s": no owners


def the_same(w: Walk, p: Phrase) -> Answer | None:
    """ "A board official said … The official added …": who was described so before."""
    t = w.t
    known = w.described.get(t.lower[p.head], [])
    words = set(t.lower[p.first + 1 : p.head])
    for entity in reversed(known[-8:]):
        if t.lower[p.head] in persons().bodies and len(set(entity.words) - DEFINITE) < 2:
            continue  # "the company" again: its first mention was not understood, either
        if words <= set(entity.words):
            return entity, "described before"
    return None


def no_one(w: Walk, p: Phrase) -> Answer | None:
    """ "two weeks", "2012", "it’s hard", "her decision", "the other": words that can be nobody’s description."""
    t = w.t
    time = t.tag[p.head] & TIME and not t.tag[p.head] & (PEOPLE | CAPITAL | ORGANIZATION)
    year = t.raw[p.head].isdigit() and p.last - p.first == 1
    first, second = t.lower[p.first], t.lower[p.first + 1] if p.last - p.first > 1 else ""
    other = t.lower[p.first : p.last] == ["the", "other"]
    does = t.lower[p.head] in persons().acts or t.lower[p.head].removesuffix("s") in persons().acts
    act = other or (does and not t.tag[p.head] & CAPITAL)
    clause = first in POSSESSIVE_MARKS or first == "let"
    clause = clause or (first in _CONTRACTED and second in POSSESSIVE_MARKS)
    return (None, "no speaker") if time or year or clause or act else None


def as_described(w: Walk, p: Phrase) -> Answer | None:
    """ "Ukrainian officials", "a person familiar with the talks": no name is told; the words stand."""
    words = tuple(w.t.lower[p.first : p.last])
    known = w.register.known.by_words.get(words) if w.t.tag[p.first] & CAPITAL else None
    if known is not None and known.mentions:
        return known, "name"  # "Chirp", where it opens a sentence
    return w.describe(w.t.lower[p.head], _wording(w, p), type_of(w.t, p.first, p.head), words), "as described"


def _wording(w: Walk, p: Phrase) -> str:
    """A description as it stands, without its article; "his" as the name it stands for."""
    t = w.t
    first, last = p.first, p.last
    if t.lower[first : first + 3] == ["a", "number", "of"] and p.head == first + 1:
        first += 3
    while first < p.head and t.lower[first] in ARTICLES:
        first += 1
    if p.head + 1 < last and t.tag[p.head + 1] & VERB_PARTICIPLE:
        last = p.head + 1  # "a poll released on Friday": the poll
    while t.lower[last - 1] in (",", "."):
        last -= 1
    if first < p.head and t.lower[first] in HE_OR_SHE:
        owned = first
    else:  # "some of *her* followers"
        owned = next((k for k in range(p.head + 2, last - 1) if _is_of_him_or_her(t, k)), last)
    owner = w.he_or_she(owned, None)[0] if owned < last else None
    if owner is None:
        return " ".join(t.words(first, last).split())
    before = f"{t.words(first, owned)} " if first < owned else ""
    return " ".join(f"{before}{owner.name}’s {t.words(owned + 1, last)}".split())


def _is_of_him_or_her(t: Tokens, k: int) -> bool:
    """Whether a token is the possessive in "of his", "of her"."""
    return t.lower[k - 1] == "of" and t.lower[k] in HE_OR_SHE and bool(t.tag[k] & POSSESSIVE)


# What "the", "this" or "those" say of somebody known.
