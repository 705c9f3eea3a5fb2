"""The dateline that may open a paragraph: "PELLBURY, Miss. (Reuters) - "."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import CAPITAL, NUMBER
from claimcli.parser.text.marks import DASHES, QUOTATION

_DATELINE: Final = 14
"""Tokens of the longest dateline, with its dash."""
_IN_DATELINE: Final = frozenset({",", ".", "(", ")", "/"})
_TOWN: Final = 4
"""Tokens of the longest name of a town."""
_AGENCIES: Final = frozenset(
    "ap afp upi reuters cnn cbs nbc abc bbc npr ani pti ians dpa efe ansa tass interfax xinhua kyodo yonhap "
    "bloomberg politico thomson foundation news".split()
)


def after_dateline(raw: list[str], tag: list[int], first: int, last: int) -> int:
    """Where a paragraph's first sentence opens: behind its dateline, "PELLBURY, Miss. (Reuters) - | The mayor …".

    The town stands in capitals, or an agency that everybody knows stands behind it.
    """
    if last - first < 3 or not tag[first] & CAPITAL:
        return first
    if not raw[first].isupper() and "(" not in raw[first + 1 : first + _DATELINE]:
        return first
    for dash in range(first + 1, min(first + _DATELINE, last - 1)):
        if raw[dash] in DASHES:
            opens = raw[dash + 1] is QUOTATION or tag[dash + 1] & (CAPITAL | NUMBER)
            return dash + 1 if opens and _is_dateline(raw[first:dash]) else first
        if not (tag[dash] & (CAPITAL | NUMBER) or raw[dash] in _IN_DATELINE):
            break
    return first


def _is_dateline(words: list[str]) -> bool:
    """Whether what stands before a dash is a town: "PELLBURY, Miss.", "NEW PELL (AP)", "Pellbury (Reuters)"."""
    if words[-1] == ")" and "(" in words:
        opened = words.index("(")
        if _AGENCIES.issuperset([word.lower() for word in words[opened + 1 : -1] if word != "/"]):
            return opened > 0
    town = words[: words.index(",")] if "," in words else words
    return len(town) <= _TOWN and all(word.isupper() or word == "." for word in town) and len(town[0]) > 1
