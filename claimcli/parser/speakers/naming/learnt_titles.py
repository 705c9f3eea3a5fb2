"""Titles that no list knows, learnt from the article: "*Cr* Jan Marr … *Cr* Marr"."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from claimcli.lexicon import CAPITAL
from claimcli.lexicon.names import given_names
from claimcli.parser.speakers.entity import UNKNOWN, Mention
from claimcli.parser.text import Tokens

_LONGEST: Final = 5  # tokens of a full name and its title


def part_learnt_titles(t: Tokens, names: list[Mention]) -> None:
    """Part from the names the titles that stand before a surname and before the same full name.

    "*Cr* Jan Marr opposed it. *Cr* Marr said": whatever "Cr" is, it is no first name, for "Jan" is hers.
    """
    short: dict[str, set[str]] = defaultdict(set)  # surnames by what stands before them
    for name in names:
        if name.last - name.at == 2 and not name.headline and _may_be_a_title(t, name.at):
            short[t.lower[name.at]].add(t.lower[name.last - 1])
    if not short:
        return
    learnt = {
        title
        for name in names
        if (title := _title_of(t, name)) in short and t.lower[name.last - 1] in short[title]
    }
    for name in names if learnt else ():
        if name.last - name.at > 1 and not name.headline and t.lower[name.at] in learnt:
            name.at += 1


def _may_be_a_title(t: Tokens, i: int) -> bool:
    """Whether a word is neither a common one nor a first name."""
    word = t.lower[i]
    return t.tag[i] == UNKNOWN and word not in given_names()


def _title_of(t: Tokens, name: Mention) -> str:
    """The word before a known first name and a surname: "*Cr* Jan Marr"; it may have been taken for an opener."""
    if name.headline or not 2 <= name.last - name.at <= _LONGEST:
        return ""
    first = name.at + 1
    if t.lower[name.at] in given_names():
        first = name.at
    if first < 1 or name.last - first < 2 or t.lower[first] not in given_names():
        return ""
    opens = t.tag[first - 1] & CAPITAL and first > t.sentences[name.sentence][0]
    return t.lower[first - 1] if opens else ""
