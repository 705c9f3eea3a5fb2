"""Where names stand in a text: runs of capitalised words, with the titles before them.

One pass over the capitalised tokens. Nothing is decided here about whom a name stands for.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from claimcli.lexicon import CAPITAL, CUE, NUMBER, ORGANIZATION, ROLE, TIME
from claimcli.lexicon.look_up import OPENS_CAPITAL
from claimcli.lexicon.names import given_names, persons
from claimcli.parser.grammar import after_heading
from claimcli.parser.speakers.entity import Mention
from claimcli.parser.speakers.headlines import headline_runs, is_heading, is_headline
from claimcli.parser.speakers.runs import LONGEST_NAME, NAMING, joiners, names_an_aim, run_end
from claimcli.parser.speakers.titles import FORMERLY, FUNCTION, TITLES, is_of_several, split
from claimcli.parser.text import Tokens

_BRACKET: Final = 8  # tokens
_SUSPICIOUS: Final = CAPITAL | FUNCTION | TIME | CUE


def find_names(t: Tokens) -> list[Mention]:
    """The names of an article, in the order of the text; whose they are is not decided."""
    capitals = t.where(OPENS_CAPITAL)
    capitals.append(len(t.tag))
    found: list[Mention] = []
    at = 0
    for number, (begin, end) in enumerate(t.sentences):
        if capitals[at] >= end:
            continue
        first, at = at, bisect_left(capitals, end, at)
        many = at - first >= 4 and 3 * (at - first) > end - begin
        if at - first < 4 and t.raw[begin].isupper() and is_heading(t, begin, end):
            continue
        if many and is_headline(t, begin, end, capitals[first:at]):
            found += headline_runs(t, number, capitals[first:at])
            continue
        if many and t.raw[begin].isupper() and (opens := after_heading(t, begin, end)) > begin:
            heading, first = first, bisect_left(capitals, opens, first, at)
            found += headline_runs(t, number, capitals[heading:first])
        if first < at:
            found += _names_of_sentence(t, number, capitals[first:at])
    return found


def _names_of_sentence(t: Tokens, number: int, capitals: list[int]) -> list[Mention]:
    """The names of a sentence, by its capitals. Most are one or two words."""
    tag, lower, joining = t.tag, t.lower, joiners()
    begin, end = t.sentences[number]
    found: list[Mention] = []
    free, k, last = begin, 0, len(capitals)
    if tag[begin] & FUNCTION and capitals[0] == begin:
        goes_on = last > 1 and capitals[1] == begin + 1
        k += not goes_on and _only_opens(t, begin)
    while k < last:
        i = capitals[k]
        k += 1
        if i < free:
            continue
        free = i + 1
        while k < last and capitals[k] == free:
            free += 1
            k += 1
        after = lower[free] if free < end else ""
        if after in joining or (after == "to" and names_an_aim(t, free)) or free - i > LONGEST_NAME:
            free = run_end(t, i, end)
        if i > begin and tag[i - 1] & NUMBER and _is_numbered(t, i, free):
            found.append(Mention(i - 1, i - 1, free, number))
        elif free - i < 3 and _is_plain(t, i, free, begin):
            found.append(Mention(i, i, free, number))
        else:
            name = split(t, i, free, begin, number)
            if name is not None:
                found.append(name)
        if i > begin and lower[i - 1] == ")" and len(found) > 1 and found[-1].title == i:
            _take_title_with_bracket(t, found)
    return found


def _take_title_with_bracket(t: Tokens, found: list[Mention]) -> None:
    """Give the last name its title where a bracket parts them: "*Joint Commissioner (Crime)* Ann Marr"."""
    name = found[-1]
    opening = next(
        (k for k in range(name.title - 2, max(0, name.title - _BRACKET), -1) if t.lower[k] == "("), 0
    )
    k = len(found) - 2
    while k >= 0 and found[k].at > opening:
        k -= 1  # what the bracket names
    if not opening or k < 0 or found[k].last != opening or name.last - name.at == 1:
        return
    before = found[k]
    titled = any(t.tag[i] & TITLES for i in range(before.title, before.last))
    given = given_names()
    if titled and not any(word in given for word in t.lower[before.title : before.last]):
        name.title = before.title
        found[k:] = [name]


def _is_plain(t: Tokens, i: int, last: int, begin: int) -> bool:
    """Whether one or two words are a name as they stand: no title in it or before it, no word that is none."""
    what, word = t.tag[i], t.lower[i]
    if i == begin and last - i == 2 and word in persons().kinds:
        return False
    if what & _SUSPICIOUS != CAPITAL or "-" in word or (i > begin and t.tag[i - 1] & ROLE):
        return False
    return last - i == 1 or not (
        what & TITLES
        or t.tag[i + 1] & TIME
        or word in FORMERLY
        or (word[-1] == "s" and is_of_several(t, i, last))
    )


def _is_numbered(t: Tokens, a: int, b: int) -> bool:
    """Whether the ordinal before capitals belongs to a body's name: "the *9th* Circuit Court of Appeals"."""
    word = t.lower[a - 1]
    ordinal = word[0].isdigit() and word.endswith(("st", "nd", "rd", "th"))
    return ordinal and any(
        t.tag[k] & ORGANIZATION or t.lower[k] in ("circuit", "district", "division", "regiment")
        for k in range(a, b)
    )


def _only_opens(t: Tokens, begin: int) -> bool:
    """Whether a function word has its capital from the sentence that it opens: "But the mayor said", not "US"."""
    if t.tag[begin] & NAMING or t.raw[begin].isupper():
        return False
    after = begin + 1
    return after == len(t.lower) or t.lower[after] not in joiners()
