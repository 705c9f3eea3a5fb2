"""The forms of verbs and nouns: "say" gives "says", "said", "saying"; "policy" gives "policies"."""

from __future__ import annotations

import re
from typing import Final

from claimcli.lexicon.lists import lines


def _read_irregular() -> dict[str, list[str]]:
    """The forms of each irregular verb, and of those made of it: "overtake", of "take took taken over-"."""
    forms: dict[str, list[str]] = {}
    for words in lines("irregular_verbs.txt"):
        for before in ("", *(word[:-1] for word in words if word[-1] == "-")):
            forms[before + words[0]] = [before + word for word in words if word[-1] != "-"]
    return forms


IRREGULAR: Final = _read_irregular()
_SHORT: Final = re.compile(r"(?:qu|[^aeiou])*[aeiou][^aeiouwxy]")
"""One vowel before one consonant: "ban", "scrap", "quit"."""
_STRESSED_AT_END: Final = frozenset(
    "aver abet abhor acquit admit allot annul befit begin commit compel concur confer control defer demur deter dispel "
    "disbar emit enrol equip excel expel extol forbid forget impel incur infer kidnap occur offset omit outbid outrun "
    "outwit overrun patrol permit prefer program propel rebel rebut recur refer regret remit repel reset rerun "
    "submit transfer transmit unplug unwrap upset".split()
)
_UNSTRESSED_L: Final = re.compile(r"[aeiou][^aeiou]+[aeiou]l$")
"""What doubles its "l" in British spelling alone: "cancelled", "signalling"."""
_HISSING: Final = ("s", "x", "z", "ch", "sh")
_TAKE_ES: Final = ("go", "do", "veto", "echo")


def inflect(lemma: str) -> tuple[str, ...]:
    """The forms of a verb in the order of ``FORM_BITS``; the last two only for "panicked", "cancelled"."""
    stem, ending = lemma, lemma[-1]
    final_y = ending == "y" and lemma[-2] not in "aeiou"
    if final_y:
        s_form = lemma[:-1] + "ies"
    elif lemma.endswith((*_HISSING, *_TAKE_ES)):
        s_form = lemma + "es"
    else:
        s_form = "has" if lemma == "have" else "is" if lemma == "be" else lemma + "s"
    if lemma in _STRESSED_AT_END or _SHORT.fullmatch(lemma):  # "banned", "admitting"
        stem = lemma + ending
    if ending == "e":
        past = lemma + "d"
        if lemma.endswith("ie"):
            ing = lemma[:-2] + "ying"
        else:
            ing = lemma[:-1] + "ing" if lemma != "be" and lemma[-2] not in "eoy" else lemma + "ing"
    else:
        past = lemma[:-1] + "ied" if final_y else stem + "ed"
        ing = stem + "ing"
    participle = past
    if lemma in IRREGULAR:
        past, participle = IRREGULAR[lemma][1], IRREGULAR[lemma][-1]
    if lemma.endswith("ic"):
        return lemma, s_form, past, participle, ing, lemma + "ked", lemma + "king"
    if stem == lemma and _UNSTRESSED_L.search(lemma):
        return lemma, s_form, past, participle, ing, lemma + "led", lemma + "ling"
    return lemma, s_form, past, participle, ing


def forms_of(lemmas: str) -> frozenset[str]:
    """All forms of some verbs: "say ask" gives "say", "says", "said", "saying", "ask" …"""
    return frozenset([form for lemma in lemmas.split() for form in inflect(lemma)])


def plural(noun: str) -> str:
    """The plural of a regular noun: "policies", "pushes", "plans"."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def singular(noun: str) -> str:
    """The word of which a regular noun is the plural: "policy", "plan"; the word itself where it ends otherwise."""
    return noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
