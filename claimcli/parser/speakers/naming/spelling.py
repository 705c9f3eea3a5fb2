"""How names are spelt: misspellings, acronyms, the form that tells most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import normalize

from claimcli.lexicon.names import persons
from claimcli.parser.speakers.entity import Words

SMALL: Final = frozenset("of the for and & in on to".split())
"""Words within the names of bodies, which an acronym leaves out."""
MISSPELT: Final = 6
"""Letters of the shortest name that may be misspelt."""


_LISTED: Final = re.compile(r"\s?<[A-Z0-9.]{1,9}>|[<>]")
"""A share behind a firm’s name, or a bracket about the name."""


def with_listed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of a text with the bracket before it and the share or bracket behind: "rival of | Holt Lines <HLT>"."""
    found = _LISTED.match(text, end)
    return start - (text[start - 1 : start] == "<"), found.end() if found else end


def composed(name: str) -> str:
    """A name with each accent in its letter, as people type it, where a text has it as a mark of its own.

    It goes without a share and the brackets about another: "Holt Lines <HLT.N> Inc", "Marr of <Holt Lines".
    """
    name = _LISTED.sub("", name) if "<" in name else name
    return name if name.isascii() else normalize("NFC", name)


def is_adjective(word: str) -> bool:
    """Whether a capital only opens an adjective: "the *Oslo-based* company", "a *Kremlin-friendly* paper"."""
    _, hyphen, tail = word.rpartition("-")
    return bool(hyphen) and len(tail) > 2 and tail.islower()


def telling(form: str) -> tuple[bool, int, str]:
    """How much a written form of a name tells: mixed case before capitals, then the longest."""
    return not form.isupper(), len(form), form


def letters_of(word: str) -> tuple[str, frozenset[str]]:
    """What a misspelling keeps of a name: its first letter, and which others it has."""
    return word[0], frozenset(word)


def acronyms_of(words: Words) -> Iterator[str]:
    """The acronyms of a name: "FDA"; of a department also "DOJ" with its "of", and "HHS" without its first word."""
    if words[-1] in persons().companies and len(words) > 1:
        yield from acronyms_of(words[:-1])  # "MRH" of "Marr Reed Holt Inc", and "MRHI"
    letters = "".join([word[0] for word in words if word not in SMALL])
    if len(letters) > 1:
        yield letters
    before = words[: words.index("and")] if "and" in words else ()
    if sum([word not in SMALL for word in before]) > 2:
        yield from acronyms_of(before)  # "CDC" of the Centers for Disease Control and Prevention
    if words[0] in ("department", "ministry"):
        yield "".join([word[0] for word in words])
        if len(letters) > 3:
            yield letters[1:]
