"""What a person types, taken apart: words, phrases in quotation marks, ``-word``, ``speaker:`` and so on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcli.index.words import WORD, fold
from claimcli.query import KINDS

MOST_WORDS = 250
"""Words of a query: nobody half remembers more, and each is looked for in every way it may be written."""
_FIELD = re.compile(r"[A-Za-z]+:(?=\w)")
_PART = re.compile(
    r"""(?P<minus>(?<!\S)-)?
        (?:(?P<filter>\b(?:speaker|about|kind)):\s*(?=\S))?
        (?:"(?P<straight>[^"]+)"|“(?P<curly>[^“”]+)”|(?P<plain>[^\s"“”]+)|["“”])""",
    re.VERBOSE | re.IGNORECASE,
)


class QueryError(ValueError):
    """A query that cannot be understood. The message is one line and says what to type instead."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it was typed: ``words`` in order, phrases included; ``phrases`` and ``without`` as folded words.

    ``unknown``: what looks like a filter and is none, "source:"; it is taken for words.
    """

    words: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()
    speaker: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def has_filters(self) -> bool:
        return bool(self.speaker or self.about or self.kind)


def parse_query(typed: str) -> Asked:
    """``typed`` taken apart. Raises ``QueryError`` for a kind that does not exist, and for a whole text as a query."""
    words: list[str] = []
    phrases: list[tuple[str, ...]] = []
    without: list[tuple[str, ...]] = []
    unknown: list[str] = []
    filters: dict[str, list[str]] = {"speaker": [], "about": [], "kind": []}
    for part in _PART.finditer(typed):
        quoted = part["straight"] or part["curly"]
        value = quoted or part["plain"] or ""
        folded = tuple(map(fold, WORD.findall(value)))
        if part["filter"]:
            filters[part["filter"].lower()].append(value)
        elif not folded:
            continue
        elif part["minus"]:
            without.append(folded)
        else:
            words += folded
            if quoted:
                phrases.append(folded)
            elif field := _FIELD.match(value):
                unknown.append(field[0])
    kinds = [kind for typed in filters["kind"] for kind in typed.split(",") if kind]
    for kind in kinds:
        if kind.lower() not in KINDS:
            raise QueryError(f"kind:{kind} is not a kind; write kind: and one of {', '.join(KINDS)}")
    if len(words) > MOST_WORDS:
        raise QueryError(
            f"{len(words):,} words are no query, which has {MOST_WORDS} at most; type the few that tell it apart"
        )
    return Asked(
        tuple(words),
        tuple(phrases),
        tuple(without),
        tuple(filters["speaker"]),
        tuple(filters["about"]),
        tuple(kind.lower() for kind in kinds),
        tuple(unknown),
    )
