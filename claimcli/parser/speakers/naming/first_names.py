"""First names that are titles, too: "*Dean* Marr, a plumber", "*Major* Reed, 31", "said *Duke* Gray, a driver"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon.names import persons
from claimcli.parser.speakers.entity import Mention
from claimcli.parser.text import Tokens

_NAMES: Final = frozenset("dean duke major judge bishop king marshal prince".split())
"""Titles that people are christened."""
_ROYAL: Final = frozenset({"king", "prince"})
"""Those whose bearers have no surname, so that an age follows the title, too: "King Otto, 75"."""
_CHURCH_AND_SCHOOL: Final = frozenset(
    "university college school faculty cathedral church academy seminary deans campus institute academic professor "
    "scholar vicar priest canon diocese".split()
)
"""Where these stand, somebody may be a dean."""
_TELLS_MORE: Final = frozenset({"a", "an", "the", "who", "one"})


def keep_first_names(t: Tokens, names: list[Mention]) -> None:
    """Take for first names what would be titles, where an age or a trade beside the name tells that: "Dean Marr, 43".

    Nobody is meant of whom the article tells another first name: "Judge Ann Marr … Judge Marr, 58".
    """
    titled = [name for name in names if _may_be_named(t, name)]
    if not titled:
        return
    others = {t.lower[name.last - 1] for name in names if name.last - name.at > 1 and not name.headline}
    kept: set[tuple[str, str]] = set()
    school = None
    for name in titled:
        first, surname = t.lower[name.at - 1], t.lower[name.at]
        if surname in others or (first, surname) in kept:
            continue
        if _is_told(t, name, first):
            kept.add((first, surname))
        elif first == "dean" and _stands_bare(t, name):
            if school is None:
                school = "dean" in t.raw or not _CHURCH_AND_SCHOOL.isdisjoint(t.lower)
            if not school:
                kept.add((first, surname))
    for name in titled:
        if (t.lower[name.at - 1], t.lower[name.at]) in kept:
            name.at -= 1
            if t.lower[name.title] not in persons().trades:
                name.title = name.at


def _may_be_named(t: Tokens, name: Mention) -> bool:
    """Whether a name is one word with such a title right before it: "*Dean* Marr"."""
    return (
        name.title < name.at
        and name.last - name.at == 1
        and t.lower[name.at - 1] in _NAMES
        and (name.title == name.at - 1 or t.lower[name.at - 2] in persons().trades)
    )


def _is_told(t: Tokens, name: Mention, first: str) -> bool:
    """Whether an age, or a trade that is no such office, stands beside it: "*striker* Dean Marr", "Dean Marr, *43*"."""
    lower, at = t.lower, name.last
    if name.at > 1 and lower[name.at - 2] in persons().trades:
        return True
    if lower[at : at + 1] != [","]:
        return False
    at += 1
    age = at < len(lower) and t.raw[at].isdigit() and len(t.raw[at]) < 4
    at += 2 * age
    if not at < len(lower) or lower[at] not in _TELLS_MORE:
        return age and first not in _ROYAL
    return any(word in persons().trades for word in lower[at + 1 : at + 4])


def _stands_bare(t: Tokens, name: Mention) -> bool:
    """Whether no article and no "of" tells that somebody holds an office: "the dean", "Dean Marr *of*"."""
    before = t.lower[name.title - 1] if name.title else ""
    return before != "the" and t.lower[name.last : name.last + 1] != ["of"]
