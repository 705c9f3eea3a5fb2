"""What only its neighbours tell of a token: a dateline, the times that are names, marks that own nothing."""

from __future__ import annotations

import re
from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    CUE,
    HAVE,
    HONORIFIC,
    INFLECTED,
    NEGATION,
    NOUN,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBJECT,
    TAGS,
    TENSED,
    TIME,
    VERB_BASE,
    VERB_ING,
    VERB_PAST,
    VERB_S,
    WH,
    WORD,
)
from claimcli.lexicon.look_up import OPENS_CAPITAL, watch
from claimcli.parser.text.marks import DASHES, QUOTATION, Range

_DATELINE: Final = 14
"""Tokens of the longest dateline, with its dash."""
_IN_DATELINE: Final = frozenset({",", ".", "(", ")", "/"})
_OPENED_BY: Final = {")": "(", "/": "/"}
"""What closes the agency’s name in a dateline, and what opens it: "(Reuters)", "/Reuters/"."""
_TOWN: Final = 4
"""Tokens of the longest name of a town."""
AGENCIES: Final = frozenset(
    "ap afp upi reuters cnn cbs nbc abc bbc npr ani pti ians dpa efe ansa tass interfax xinhua kyodo yonhap "
    "bloomberg politico thomson foundation news prnewswire businesswire globenewswire".split()
)
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d\d(?:[ap]m)?", re.IGNORECASE)
_WITH_CLOCK: Final = frozenset("am pm a.m. p.m. gmt utc bst cet est edt et ist : |".split()) | DASHES


def after_dateline(raw: list[str], tag: list[int], start: list[int], first: int, last: int) -> int:
    """Where a paragraph's first sentence opens: behind its dateline, "PELLBURY, Miss. (Reuters) - | The mayor …".

    The town stands in capitals, or an agency that everybody knows stands behind it: "PELLBURY, May 5. /Reuters/. | The
    mayor …", and what the page has lost a blank before, "Pellbury (Reuters)|The mayor". In what is told as it goes on,
    an hour stands there: "14:05 GMT | The mayor …".
    """
    if last - first < 3:
        return first
    if tag[first] & NUMBER and _CLOCK.fullmatch(raw[first]):
        return _after_clock(raw, tag, first, last)
    shouts = raw[first] == "(" or raw[first].isupper()
    if not (shouts or (tag[first] & (CAPITAL | NUMBER) and "(" in raw[first : first + _DATELINE])):
        return first
    for i in range(first + 1, min(first + _DATELINE, last - 1)):
        agency = raw[i] in _OPENED_BY and _is_agency(raw[first : i + 1])
        if raw[i] in DASHES or agency:
            opening = i + 1
            while opening < last - 1 and (raw[opening] in DASHES or raw[opening] == "."):
                opening += 1
            opens = raw[opening] in (QUOTATION, "#") or tag[opening] & (CAPITAL | NUMBER)
            parted = shouts or not agency or opening > i + 1 or start[i + 1] == start[i] + 1
            return opening if opens and (agency or _is_dateline(raw[first:i])) and parted else first
        if not (tag[i] & (CAPITAL | NUMBER) or raw[i] in _IN_DATELINE):
            break
    return first


def _after_clock(raw: list[str], tag: list[int], first: int, last: int) -> int:
    """Where what an hour stands before opens: "14:05 GMT | The mayor …"."""
    opening = first + 1
    while opening < last - 1 and raw[opening].lower() in _WITH_CLOCK:
        opening += 1
    return opening if raw[opening] is QUOTATION or tag[opening] & CAPITAL else first


def _is_agency(words: list[str]) -> bool:
    """Whether an agency stands between the marks that close some words: "Pellbury (Reuters)", "/AP, Ann Marr/"."""
    mark = _OPENED_BY[words[-1]]
    opened = len(words) - 2 - words[-2::-1].index(mark) if mark in words[:-1] else -2
    named = [word.lower() for word in words[opened + 1 : -1] if word != "/"]
    return bool(named) and named[0] in AGENCIES and (mark == "/" or AGENCIES.issuperset(named))


def _is_dateline(words: list[str]) -> bool:
    """Whether what stands before a dash is a town: "PELLBURY, Miss.", "NEW PELL (RPN)"; or a day: "Nov 12 (RPN)"."""
    if words[-1] == ")" and "(" in words:
        opened = words.index("(")
        if opened and all(word.isdigit() or TAGS.get(word.lower(), 0) & TIME for word in words[:opened]):
            return True
        words = words[:opened]  # whatever agency that is
    town = words[: words.index(",")] if "," in words else words
    return 0 < len(town) <= _TOWN and all(word.isupper() or word == "." for word in town) and len(town[0]) > 1


IN_CONTEXT: Final = watch("may march today he she who is last next".split())
"""The spot of words that mean another thing beside some others: ``tell_may`` and the like tell which."""


def by_word(raw: list[str], places: list[int]) -> dict[str, list[int]]:
    """Where each of the words at some places stands."""
    where: dict[str, list[int]] = {}
    for i in places:
        where.setdefault(raw[i], []).append(i)
    return where


LEADS_TO_MONTH: Final = frozenset(
    "in of last this next early late mid since until till by from between through during before after and or".split()
)
"""What stands before a month, and not before a name or a verb: "by **May**"."""
_BEHIND_MODAL: Final = VERB_BASE | BE | HAVE | NEGATION | ADVERB
_OPENS_PHRASE: Final = SUBJECT | OPENS_NOUN


def _beside(tag: list[int], i: int) -> tuple[int, int]:
    """The tags before and behind a token: none at an end of the text."""
    return tag[i - 1] if i else 0, tag[i + 1] if i + 1 < len(tag) else 0


def tell_may(where: dict[str, list[int]], lower: list[str], tag: list[int]) -> None:
    """Tell the month ("in *May*", "*May* 5") and the name ("Theresa *May* said") from the modal verb.

    It stays a verb where it opens a wish and within a headline: "*May* they win", "Marr *May* Stay". A "march" is none.
    """
    for i in where.get("march", ()):
        tag[i] &= ~TIME
    for i in where.get("May", ()):
        before, after = _beside(tag, i)
        month = (i and lower[i - 1] in LEADS_TO_MONTH) or after & NUMBER
        if not month and ((after & CAPITAL and after & _BEHIND_MODAL) or after & _OPENS_PHRASE):
            continue
        named = after & TENSED or before & (CAPITAL | HONORIFIC) or (i and not before)
        tag[i] = CAPITAL | WORD if named and not month else TIME | CAPITAL | WORD


def tell_today(where: dict[str, list[int]], raw: list[str], tag: list[int]) -> None:
    """Tell the last word of a paper's name from the time: "USA *TODAY*", "Baking *Today* reported"."""
    for i in (*where.get("Today", ()), *where.get("TODAY", ())):
        before, after = _beside(tag, i)
        letters = i and raw[i - 1].isupper() and len(raw[i - 1]) > 2  # "USA"
        if letters or (before & CAPITAL and not before & TIME and after & WORD and not after & CAPITAL):
            tag[i] = CAPITAL | WORD


def tell_who(
    where: dict[str, list[int]], raw: list[str], lower: list[str], tag: list[int], spots: bytearray
) -> None:
    """Tell names: "the *WHO* said", "says *IS* may" beside "it IS"; not in a line of capitals."""
    for i in (*where.get("WHO", ()), *where.get("IS", ())):
        beside = [word for word in (*raw[max(0, i - 1) : i], *raw[i + 1 : i + 2]) if len(word) > 1]
        before, after = _beside(tag, i)
        led = before & (PREPOSITION | VERB_ING | INFLECTED) or lower[i - 1] in ("a", "an", "the")
        named = raw[i] == "WHO" or not before & WORD or led or after & (AUXILIARY | VERB_S)
        if named and not any(word.isupper() for word in beside):
            lower[i], tag[i], spots[i] = f"{'.'.join(lower[i])}.", CAPITAL | WORD, OPENS_CAPITAL


def tell_last(where: dict[str, list[int]], raw: list[str], tag: list[int]) -> None:
    """Tell what opens a noun phrase from the adverb: "rejected *last* week’s offer"."""
    for i in (*where.get("last", ()), *where.get("next", ())):
        if raw[i + 2 : i + 3] in _OWNS and tag[i + 1] & TIME:
            tag[i] = OPENS_NOUN | WORD


def tell_planned(tag: list[int], sentences: list[Range]) -> None:
    """Tell a name from a verb that opens a sentence and can have no subject: "*Planned* Parenthood said"."""
    told, said = CAPITAL | CUE | VERB_PAST, INFLECTED
    for first, last in sentences:
        if tag[first] & told == told and not tag[first] & NOUN:
            k = next((k for k in range(first + 1, last) if tag[k] != CAPITAL | WORD), 0)
            if k > first + 1 and tag[k] & CUE and tag[k] & said:
                tag[first] = CAPITAL | WORD


_OWNS: Final = (["’s"], ["'s"])
_BEFORE_WORD: Final = ("’s ", "'s ")
_BEFORE_MARK: Final = ("’s", "'s")
_MARKS: Final = _BEFORE_WORD + _BEFORE_MARK
_NO_NAME: Final = (
    SUBJECT | OBJECT | WH | RELATIVE | OPENS_NOUN | PRONOUN | ADVERB | TIME | PEOPLE | AUXILIARY | PREPOSITION
)
"""Words whose "’s" is a verb, or that own something: "It’s", "Today’s", "Bakers’s"."""
_NEVER_FIRST: Final = frozenset({"been", "being", "having", "done", "got", "gotten", "to", "need", "like"})
"""What stands behind a verb "’s" rather than a name: "Marr’s *been* told"."""


def names_in_s(text: str, found: list[str]) -> list[int]:
    """Which marks "’s" among the pieces of a text (each with its blanks) belong to the name before them.

    Those before a verb, and the same name’s elsewhere: "Moody’s said …. The Moody’s analyst". A name that
    the text has without the mark, too, is an owner: "Marr’s said to be ill. Marr …".
    """
    before_word, before_mark = _where(text, found, *_BEFORE_WORD), _where(text, found, *_BEFORE_MARK)
    names = {found[i - 1] for i in before_word if 1 <= i < len(found) - 2 and _has_verb_behind(found, i)}
    names |= {found[i - 1] for i in before_mark if 1 <= i < len(found) - 2 and _is_told_more(found, i)}
    if not names:
        return []
    owners = {
        word
        for i, piece in enumerate(found)
        if (word := piece.rstrip()) in names and found[i + 1 : i + 2] and found[i + 1] not in _MARKS
    }
    marks = sorted(before_word + before_mark)
    return [i for i in marks if i and found[i - 1] in names and found[i - 1] not in owners]


def listings(found: list[str]) -> list[int]:
    """Which pieces are brackets about a firm’s name, or tell its share: "*<*Holt Lines*>*", "Holt Lines *<HLT.N>*".

    Not before a stop, which would else be taken for that of "Co.": "Holt Co <HLT>."
    """
    left_out: list[int] = []
    for i, piece in enumerate(found):
        near = range(i + 2, min(i + 12, len(found) - 1)) if piece == "<" else ()
        end = next((k for k in near if found[k][0] in "<>"), 0)
        if end and found[end][0] == ">" and found[i + 1][0].isupper() and found[end + 1][0] != ".":
            share = end == i + 2 and found[i + 1].isupper()
            left_out += range(i, end + 1) if share else (i, end)
    return left_out


def _has_verb_behind(found: list[str], mark: int) -> bool:
    """Whether a verb follows a capitalised word and its "’s" that can only be this name's."""
    name = found[mark - 1]
    if not name[0].isupper() or TAGS.get(name.lower(), 0) & _NO_NAME:
        return False
    if mark > 1 and found[mark - 2].rstrip() == "of":
        return False  # "a friend of Marr’s said"
    verb, behind = found[mark + 1].rstrip(), found[mark + 2].rstrip().lower()
    what, after = TAGS.get(verb, 0), TAGS.get(behind, 0)
    if what & AUXILIARY:
        if verb in _NEVER_FIRST:
            return False
        return not what & NOUN and (verb != "will" or bool(after & VERB_BASE))  # "Marr’s *will* was read"
    if not what & CUE or what & NOUN or not what & INFLECTED:
        return False
    return bool(after & _OPENS_PHRASE)


def _is_told_more(found: list[str], mark: int) -> bool:
    """Whether a name with its "’s" is told more of: "Moody’s*, the* rating agency", "McDonald’s*, which*"."""
    name, behind = found[mark - 1], found[mark + 2].rstrip()
    if not name[0].isupper() or TAGS.get(name.lower(), 0) & _NO_NAME or found[mark + 1].rstrip() != ",":
        return False
    return behind in ("the", "which") and not (mark > 1 and found[mark - 2].rstrip() == "of")


def _where(text: str, pieces: list[str], *wanted: str) -> list[int]:
    """Where some pieces stand among those that a text is cut into, one by one: in most texts, nowhere."""
    return [i for piece in wanted if piece in text for i, each in enumerate(pieces) if each == piece]
