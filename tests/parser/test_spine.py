"""Where the verb of a sentence's opening subject stands, behind all that tells more of the subject."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcli.parser.grammar import without_final_mark
from claimcli.parser.grammar.spine import Spine, spine_of
from claimcli.parser.text import Tokens, as_written, lay_out, tokenize

SPINES = [
    (
        "The woman whose son was killed in Arra said it was late.",
        "The woman",
        "whose son was killed in Arra",
        "said",
    ),
    ("The bakers whom Reed had fired last year left.", "The bakers", "whom Reed had fired last year", "left"),
    ("A man who police said was armed ran away.", "A man", "who police said was armed", "ran"),
    ("A man who said he was ill left.", "A man", "who said he was ill", "left"),
    (
        "Officials whose laws were struck down say it is late.",
        "Officials",
        "whose laws were struck down",
        "say",
    ),
    ("The council after a long debate rejected it.", "The council", "after a long debate", "rejected"),
    (
        "On Monday, the council, citing the cost, rejected it.",
        "the council",
        ", citing the cost ,",
        "rejected",
    ),
    ("Ann Marr, who led it, plans to return.", "Ann Marr", ", who led it ,", "plans"),
    ("Parents, who have been ill, demand more money.", "Parents", ", who have been ill ,", "demand"),
    ("Ann Marr, whose firm, Lux, grew, left.", "Ann Marr", ", whose firm , Lux , grew ,", "left"),
    ("Moments later, the mayor, Ida Holt, left.", "the mayor", ", Ida Holt ,", "left"),
]


def tokens(text: str) -> Tokens:
    return tokenize(as_written(text), lay_out(text).blocks, [])


def spine(t: Tokens) -> Spine | None:
    first, end = t.sentences[0]
    return spine_of(t, first, without_final_mark(t, first, end))


@pytest.mark.parametrize(("text", "subject", "told", "verb"), SPINES, ids=[text for text, *_ in SPINES])
def test_the_verb_behind_what_tells_more(text: str, subject: str, told: str, verb: str) -> None:
    t = tokens(text)
    found = spine(t)
    assert found is not None
    start, core, end, at = found
    assert (" ".join(t.raw[start:core]), " ".join(t.raw[core:end]), t.raw[at]) == (subject, told, verb)


@pytest.mark.parametrize(
    "text",
    [
        "The council rejected it.",  # nothing stands between
        "He left after the council rejected it.",
        "Prices rose after the council rejected it.",
        "Ann Marr, the mayor, and Tom Reed, her aide, left.",  # what is joined is no aside
        "Ann Marr read the plan, which the mayor, Ida Holt, liked.",
        "Two years after Ann Marr left, it closed.",
        "A baker, he backed it, and left.",
    ],
)
def test_no_spine(text: str) -> None:
    assert spine(tokens(text)) is None


WORDS = "the council Ann Marr who whose whom which that after without , — ( ) said plans to was left in May and".split()


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
def test_a_spine_lies_within_its_sentence(words: list[str]) -> None:
    t = tokens(" ".join(words))
    found = spine(t) if t.sentences else None
    if found is not None:
        first, end = t.sentences[0]
        start, core, told, verb = found
        assert first <= start < core < told <= verb < end
