"""Cues by which somebody denies, doubts or refuses what follows, by what their words mean (``denial_cues.txt``)."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from claimcli.lexicon import NEGATION, TAGS, inflect, plural
from claimcli.lexicon.lists import entries


def _read() -> tuple[frozenset[str], frozenset[str], dict[str, list[list[str]]]]:
    """Words that deny, words that deny by a negation, and by each form of its verb what goes on with a phrase."""
    deny: set[str] = set()
    assent: set[str] = set()
    phrases: dict[str, list[list[str]]] = defaultdict(list)
    for kind, words in entries("denial_cues.txt"):
        if kind == "phrase":
            for form in inflect(words[0]):
                phrases[form].append(words[1:])
        elif kind in ("verb", "assent"):
            forms = deny if kind == "verb" else assent
            forms.update(words, *map(inflect, words))
        else:
            deny.update(words, map(plural, words) if kind == "noun" else ())
    return frozenset(deny), frozenset(assent), phrases


_DENY, _ASSENT, _PHRASES = _read()
_NO: Final = frozenset(word for word, tags in TAGS.items() if tags & NEGATION) | {"no"}


def denies(cue: str) -> bool:
    """Whether a cue, as the article has it, denies, doubts or refuses what follows.

    >>> [denies(cue) for cue in ("denied", "pleaded not guilty to", "does not believe", "said", "did not deny")]
    [True, True, True, False, False]
    """
    words = cue.lower().split()
    for place, word in enumerate(words):
        if any(words[place + 1 : place + 1 + len(rest)] == rest for rest in _PHRASES.get(word, ())):
            return True
    negated = not _NO.isdisjoint(words)
    return not (_ASSENT if negated else _DENY).isdisjoint(words)
