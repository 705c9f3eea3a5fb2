"""The readable cases of the parser; ``cases/README.md`` tells how to add one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).with_name("cases")
_CASE = re.compile(r"(?ms)(.+?)\n((?:^-> [^\n]*(?:\n+|\Z))+)")


class Case(NamedTuple):
    """A text, and the lines that tell what must come out of it."""

    title: str
    text: str
    expected: list[str]


def read(file: Path) -> list[Case]:
    """The cases of a file, of which several in a row may have one title."""
    found = []
    for block in re.split(r"(?m)^= ", file.read_text(encoding="utf-8"))[1:]:
        title, _, rest = block.partition("\n")
        for text, lines in _CASE.findall(rest):
            found.append(Case(title, text.strip(), re.findall(r"(?m)^-> (.*)", lines)))
        assert [case.title for case in found[-1:]] == [title], f"no line tells what must come of it: {title}"
    return found
