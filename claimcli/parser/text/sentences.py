"""Where sentences end: at which full stops, marks and quotations."""

from __future__ import annotations

import re
from typing import Final

from claimcli.lexicon import ABBREVIATIONS, SPOKEN_FORMS
from claimcli.parser.text.marks import CLOSERS, QUOTATION, Range

_QUOTATION_ENDS_SENTENCE: Final = re.compile(r"[.?!…][”’\"'»)\]]{1,3}$")
LONGEST_SENTENCE: Final = 250
"""How many tokens a sentence may have. The longest in 28,000 sentences of news has 101, the longest list of
names 220; what is longer is a table or no prose at all, and is cut so that reading it stays in step with its length."""

_TERMINATORS: Final = frozenset({".", "?", "!", "…", "..."})
# Abbreviations by where they stand; all are in abbreviations.txt.
_LOWER_CASE: Final = frozenset("vs v etc al ca cf eds".split())
_NEVER_LAST: Final = frozenset(
    "mr mrs ms dr prof sen sens rep reps gov lt col sgt capt cmdr gen adm rev hon st v vs".split()
)

_BLANKS_AND_MARKS: Final = " \n“\"'‘`«„[(.…"
_STARTERS: Final = frozenset(
    "The He She It They We But And In On At A An This That These Those There His Her Its My Our Their If As When While "
    "After Before For Still Some Many Most No Not I You Others Several Few Both Each Another Neither Everyone Nobody "
    "Who What Why How Since Because Although Though Until Without Meanwhile However".split()
)


def find_sentences(
    text: str,
    raw: list[str],
    end: list[int],
    firsts: list[int],
    openings: list[int],
    may_end: list[int],
) -> list[Range]:
    """Cut the tokens into sentences, none across the start of a block, each after one that may end it.

    A block's first sentence begins at its opening, behind a dateline.
    """
    found = []
    ends = iter(may_end)
    i = next(ends, len(raw))
    for begin, last in zip(openings, [*firsts[1:], len(raw)], strict=False):
        while i < last - 1:
            cut = _cut_after(text, raw, end, i, begin)
            if cut and begin < cut < last and _may_open(raw[cut], raw[i], text[end[cut - 1]].isspace()):
                found.append((begin, cut))
                begin = cut
            i = next(ends, len(raw))
        if i == last - 1:
            i = next(ends, len(raw))
        if begin < last:
            found.append((begin, last))
    longest = LONGEST_SENTENCE
    found = [
        (_behind_link(text, raw, end, *each), each[1]) if raw[each[0]] in _LINKS else each for each in found
    ]
    return [(at, min(at + longest, last)) for first, last in found for at in range(first, last, longest)]


_LINKS: Final = frozenset({"(", "READ", "WATCH"})


def _behind_link(text: str, raw: list[str], end: list[int], first: int, last: int) -> int:
    """Where a sentence opens behind what leads to another page: "READ MORE: Pier to close | The mayor …".

    Or behind the day of what stood before: "(07.06.2016) | The mayor …". A line that is but a link is none.
    """
    if raw[first] == "(":
        day = last - first > 3 and raw[first + 2] == ")" and raw[first + 1][0].isdigit()
        return first + 3 * day
    i = colon = first
    while i < last:
        if raw[i] in _LINKS and raw[i] != "(":
            colon = i + 1 + (raw[i + 1] == "MORE") if last - i > 3 else i
            i = colon + 1
        elif raw[i] in _STARTERS or (
            raw[i] is QUOTATION and text[end[i - 1] : end[i]].lstrip()[:1] in ("“", '"')
        ):
            return i
        i += 1
    return colon + 1 if raw[last - 1] in _TERMINATORS else last


def _cut_after(text: str, raw: list[str], end: list[int], i: int, begin: int) -> int | None:
    """Where the next sentence would begin if the token ``i`` ended one; None where it does not."""
    word = raw[i]
    if word in _TERMINATORS:
        if word == "." and raw[i + 1] == ")" and "(" in raw[max(begin, i - 2) : i]:
            return None  # "Ann Marr (D-Calif.)"
        if raw[i + 1] in _TERMINATORS or (word == "." and _is_abbreviation(text, raw, end, i, begin)):
            return None
    elif word is QUOTATION:
        match = _QUOTATION_ENDS_SENTENCE.search(text, max(0, end[i] - 5), end[i])
        if not match or (raw[i - 1] not in (",", ":") and _is_attributed(raw, i + 1, match.group()[0])):
            return None
    elif not (_opens_sentence(text, raw, end, i + 1)):
        return None
    return i + 2 if raw[i + 1] in CLOSERS else i + 1


def _is_attributed(raw: list[str], i: int, mark: str) -> bool:
    """Whether words after a quotation tell who made it, so that it ends no sentence, though it has a final mark.

    After a question or exclamation, words of all kinds can: "“Why?” asked Marr, the mayor, who …"; after a full
    stop, which is a slip, only a few that do nothing else: "“It is safe.” Marr said."
    """
    reach, between = (6, (".",)) if mark == "." else (12, (".", ","))
    for j in range(i, min(i + reach, len(raw))):
        if raw[j].lower() in SPOKEN_FORMS:
            return mark != "." or (j > i and raw[j + 1 : j + 2] == ["."])
        if not (raw[j][0].isalnum() or raw[j] in between):
            return False
    return False


def _is_abbreviation(text: str, raw: list[str], end: list[int], i: int, begin: int) -> bool:
    """Whether the full stop at ``i`` belongs to the word before it rather than to the sentence."""
    if i <= begin:
        return False
    before, after = raw[i - 1], raw[i + 1]
    word = before.lower()
    if word not in ABBREVIATIONS:
        network = before == "X" and raw[i - 2].lower() in ("on", "to")  # "wrote on X."
        return len(before) == 1 and before.isupper() and before != "I" and not network
    if word in ("no", "art", "vol", "pp"):
        return after[0].isdigit()
    if before.islower() and word not in _LOWER_CASE:
        return False  # "a dry mass.", "she felt ill."
    return word in _NEVER_LAST or not _opens_sentence(text, raw, end, i + 1)


def _may_open(word: str, ended_by: str, parted: bool) -> bool:
    """Whether a token can open a sentence: a capital, a digit, a quotation, an opening mark or its writer's address."""
    if word is QUOTATION:
        return ended_by != "…"
    return (not word[0].islower() or (parted and "@" in word)) and word not in (",", ";", ":")


def _opens_sentence(text: str, raw: list[str], end: list[int], i: int) -> bool:
    """Whether the token ``i`` surely opens a sentence: "The", or a quotation whose first word has a capital."""
    if raw[i] is QUOTATION:
        return text[end[i - 1] : end[i - 1] + 9].lstrip(_BLANKS_AND_MARKS)[:1].isupper()
    return raw[i] in _STARTERS
