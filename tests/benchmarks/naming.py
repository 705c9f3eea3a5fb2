"""Whether a claim's speaker is the one that a person named, by the names alone.

Names are written in more than one way ("Donald Trump", "Mr. Trump", "the Trump campaign"), so they are compared
by their words: the words of one are all among those of the other, and both are about the same thing, which is
the last word before an "of", "for" or the like ("the mayor | of Lund"), of a person's name the surname.
Articles, owners and titles before a name do not count. Of several people joined by "and" each has to be among
the others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

Names = Mapping[str, str | None]
"""Of one article: the speaker of each attribution, by its key in the annotation; None where nobody is named."""

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_BEFORE_A_NAME = frozenset(
    "a an the some my our his her its their mr mrs ms dr gen gov rep sen governor president secretary senator".split()
)
_ENDS_THE_HEAD = frozenset("of for to at from in with on by who that which".split())


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names stand for the same speaker; nobody is the same as nobody alone."""
    if not one or not other:
        return not one and not other
    people, others = one.split(" and "), other.split(" and ")
    if 1 < len(people) == len(others):
        return all(any(same_name(person, each) for each in others) for person in people)
    words, other_words = _words(one), _words(other)
    fewer, more = sorted((set(words), set(other_words)), key=len)
    return fewer <= more and _head(words) == _head(other_words)


def _words(name: str) -> list[str]:
    """The words of a name in small letters, without what stands before it."""
    words = [_POSSESSIVE.sub("", word).replace(".", "") for word in _WORD.findall(name.lower())]
    opens = next((place for place, word in enumerate(words) if word not in _BEFORE_A_NAME), len(words) - 1)
    return words[opens:]


def _head(words: list[str]) -> str:
    """The word that says what is named: the surname, or the noun that others belong to."""
    ends = next((place for place, word in enumerate(words) if place and word in _ENDS_THE_HEAD), len(words))
    return words[ends - 1] if words else ""


def read_names(folders: Iterable[Path]) -> dict[str, Names]:
    """The speakers of each article that somebody annotated with names, by the article's name.

    Each is a file ``NAME.json``, ``{"speakers": {"E1": "Ann Berg", "E2": null}}``; of one that stands in several
    folders the first counts. Raises ``OSError``, or ``ValueError`` for a file of another shape.
    """
    found: dict[str, Names] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            if path.stem not in found:
                found[path.stem] = _names(path)
    return found


def _names(path: Path) -> Names:
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error
    names = read.get("speakers") if isinstance(read, dict) else None
    if not isinstance(names, dict):
        raise ValueError(f'{path}: no speakers: need {{"speakers": {{"E1": name or null}}}}')
    return names
