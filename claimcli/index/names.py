"""Names as people type them: part of a name, any case, without accents, a typo forgiven."""

from __future__ import annotations

from collections.abc import Iterable

from claimcli.index.words import WORD, fold, stem

# A typed word of five letters may have one wrong, as in near spelling of the texts.
_TYPO = 78.0


def match_names(typed: str, names: Iterable[str]) -> list[str]:
    """Those of ``names`` that ``typed`` may mean, in their order.

    Every typed word must be a word of the name. Better kinds of match leave out the weaker ones:
    the whole name, then all typed words as they stand, then as beginnings, then with a typo.
    """
    wanted = [stem(fold(word)) for word in WORD.findall(typed)]
    if not wanted:
        return []
    parts = {name: [stem(fold(word)) for word in WORD.findall(name)] for name in dict.fromkeys(names)}
    whole = [name for name, words in parts.items() if words == wanted]
    if whole and len(wanted) > 1:
        return whole
    exact = [name for name, words in parts.items() if all(word in words for word in wanted)]
    if exact:
        return exact
    begun = [
        name
        for name, words in parts.items()
        if all(any(word.startswith(start) for word in words) for start in wanted)
    ]
    if begun:
        return begun
    from rapidfuzz import fuzz

    return [
        name
        for name, words in parts.items()
        if all(
            any(_alike(fuzz.ratio(typed_word, word), typed_word) for word in words) for typed_word in wanted
        )
    ]


def _alike(ratio: float, typed: str) -> bool:
    return len(typed) > 3 and ratio >= _TYPO
