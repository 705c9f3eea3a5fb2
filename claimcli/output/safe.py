"""Words from articles and file names, made harmless for the place they go to."""

from __future__ import annotations

import re

# What a terminal may act on: C0 and C1 controls, the bidirectional embeddings, overrides and isolates;
# and halves of surrogate pairs, which no encoding can write.
_ACTING = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_UNSAFE = re.compile(f"[{_ACTING}]")
_SPACE = re.compile(r"\s+")


def visible(text: str) -> str:
    """``text`` with a sign for every character that a terminal may act on; line ends and tabs stay.

    >>> visible("\\x1b[31mred")
    '␛[31mred'
    """
    return _UNSAFE.sub(lambda found: _sign(found[0]), text)


def one_line(text: str) -> str:
    """``text`` visible, every run of white space a single space."""
    return visible(_SPACE.sub(" ", text)).strip()


def _sign(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)  # the block of control pictures: ␀ to ␟
    return "␡" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"
