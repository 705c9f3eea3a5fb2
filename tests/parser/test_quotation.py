"""Quotation marks of every kind, and the quotations that they mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcli.parser.quotation import find_quotations
from claimcli.parser.text import as_written, lay_out


def quotations(text: str) -> list[str]:
    return [text[start:end] for start, end in find_quotations(as_written(text), lay_out(text).blocks)]


MARKS = [
    ("“", "”"),
    ("‘", "’"),
    ('"', '"'),
    ("'", "'"),
    ("''", "''"),
    ("``", "''"),
    ("«", "»"),
    ("« ", " »"),
    ("«\xa0", "\xa0»"),
    ("»", "«"),
    ("‹", "›"),
    ("›", "‹"),
    ("„", "“"),
    ("„", "”"),
    ("‚", "‘"),
    ("‚", "’"),
    ("”", "”"),
    ("“ ", " ”"),
    ("`` ", " ''"),
]


@pytest.mark.parametrize(("opening", "closing"), MARKS)
def test_marks_of_every_kind(opening: str, closing: str) -> None:
    first, second = f"{opening}The tide is out,{closing}", f"{opening}Come back at noon.{closing}"
    assert quotations(f"{first} she said. {second} They left.") == [first, second]


@pytest.mark.parametrize(("opening", "closing"), MARKS)
def test_words_in_a_sentence(opening: str, closing: str) -> None:
    words = f"{opening}Tide{closing}"
    assert quotations(f"She called it {words} and left.") == [words]


@pytest.mark.parametrize(("opening", "closing"), [pair for pair in MARKS if pair[0].strip() == pair[0]])
def test_beside_other_punctuation(opening: str, closing: str) -> None:
    words = f"{opening}The tide is out{closing}"
    assert quotations(f"She left ({words}). Then — {words}; {words}: {words}, and “?”")[:4] == [words] * 4


@pytest.mark.parametrize(
    "text",
    [
        "It’s six o’clock at O’Malley’s, and they’re the Reeds’ guests.",
        "It's six o'clock at O'Malley's, and they're the Reeds' guests.",
        "The dogs’ bowls and the cats’ bowls are James’ own.",
        "The dogs' bowls and the cats' bowls are James' own.",
        "Rock ’n’ roll of the ’90s, and get ’em.",
        "Rock 'n' roll of the '90s, and get 'em.",
        "Rock ‘n’ roll of the ‘90s, and get ‘em.",
        "Marr‘s plan and Odell‘s bridge.",
        "'Tis late. 'Twas later.",
        'He is 6\'2" tall, the pipe is 3" wide.',
        "“",
        "' '",
        "",
    ],
)
def test_no_quotation(text: str) -> None:
    assert quotations(text) == []


@pytest.mark.parametrize(
    "quotation",
    [
        "“The sign says ‘closed’ today,”",
        "‘The sign says “closed” today,’",
        "‘The sign says ‘closed,’ but it lies,’",
        "“The sign says “closed” today,”",
        '"The sign says "closed" today,"',
        "\"The sign says 'closed' today,\"",
        "'The sign says \"closed\" today,'",
        "«The sign says “closed” today,»",
        "„The sign says ‚closed‘ today,“",
        "“The sign says ‘closed.’”",
        "“Who wrote ‘closed’?”",
        "‘The keepers’ sign isn’t the visitors’ sign,’",
        "'The keepers' sign isn't the visitors' sign,'",
        "“My brother’s ‘dog’s dinner’ of a plan,”",
    ],
)
def test_nested(quotation: str) -> None:
    """Only the outermost quotation counts; an apostrophe within it closes nothing."""
    assert quotations(f"{quotation} she said.") == [quotation]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The tide is out,’ she said.", ["“The tide is out,’"]),
        ("‘The tide is out,” she said.", ["‘The tide is out,”"]),
        ('“The tide is out," she said.', ['“The tide is out,"']),
        ('"The tide is out,” she said.', ['"The tide is out,”']),
        ("“The tide is out,“ she said, and left.", ["“The tide is out,“"]),
        ("“The ‘tide is out,” she said.", ["“The ‘tide is out,”"]),
        ("The tide is out,” she said.", []),
        ('"It says \'closed\'". She left. "So!"', ["\"It says 'closed'\"", '"So!"']),
    ],
    ids=lambda value: str(value)[:30],
)
def test_badly_matched(text: str, expected: list[str]) -> None:
    assert quotations(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The tide is out. It will be back.", ["“The tide is out. It will be back."]),
        ("“The tide is out, she said. “It will be back.”", ["“The tide is out,", "“It will be back.”"]),
        ("‘The tide is out, said Ole Torn, 81. ‘I saw it.’", ["‘The tide is out,", "‘I saw it.’"]),
        ("“The tide is out, the keeper said on Monday.", ["“The tide is out,"]),
        ("“The tide is out, and I know he said it.", ["“The tide is out, and I know he said it."]),
        ("“The tide is out.\n\nShe left.", ["“The tide is out."]),
        ("“The tide is out.\n\n“It will be back.”", ["“The tide is out.", "“It will be back.”"]),
        ('Reed: "It floats. She is "sure", she said: "So!" He left.', ['"It floats.', '"sure"', '"So!"']),
        ('\'It floats says Reed. "So!" she said.', ["'It floats says Reed.", '"So!"']),
        ("“It floats. He wrote ‘so’ and left.", ["“It floats. He wrote ‘so’ and left."]),
    ],
    ids=lambda value: str(value)[:30],
)
def test_left_open(text: str, expected: list[str]) -> None:
    """It ends where an attribution follows its comma, or where others follow with its sentence, else its paragraph."""
    assert quotations(text) == expected


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("‘", "’")])
def test_paragraphs_of_one_speech_joined_into_a_line(opening: str, closing: str) -> None:
    """Each paragraph opens with a mark and only the last closes: the article goes on behind it."""
    speech = f"{opening}The tide is out. {opening}Nobody knew. {opening}It will be back.{closing}"
    other = f"{opening}Go home,{closing}"
    assert quotations(f"{speech} Reed was asleep. {other} he said.") == [speech, other]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“I was late. “Go home,” he told me.” She left. “So!”",
            ["“I was late. “Go home,” he told me.”", "“So!”"],
        ),
        ("“I was late, said Reed. “He left.” She slept. “So!”", ["“I was late,", "“He left.”", "“So!”"]),
        ('"Late, said Reed. "He left. "I slept." She ran.', ['"Late,', '"He left. "I slept."']),
    ],
    ids=lambda value: str(value)[:30],
)
def test_mark_that_opens_within_a_quotation(text: str, expected: list[str]) -> None:
    assert quotations(text) == expected


@given(st.text("“”‘’\"'`«»‹›„‚ ,.saA9\n", max_size=80))
def test_in_order_and_apart(text: str) -> None:
    layout = lay_out(text)
    end = 0
    for quotation in find_quotations(as_written(text), layout.blocks):
        assert end <= quotation.start < quotation.end
        end = quotation.end
        assert any(a <= quotation.start and quotation.end <= b for a, b in layout.blocks)
    assert end <= len(text)
