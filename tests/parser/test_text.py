"""Paragraphs, sentences, tokens, and the sentences that are the article's own voice."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from claimcli import parse
from claimcli.lexicon.look_up import ENDS, OPENS_CAPITAL
from claimcli.model import Span
from claimcli.parser.quotation import find_quotations
from claimcli.parser.text import LONGEST_SENTENCE, QUOTATION, QUOTED, Tokens, as_written, lay_out, tokenize


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in lay_out(text).paragraphs]


def blocks(text: str) -> list[str]:
    return [text[start:end] for start, end in lay_out(text).blocks]


def tokens(text: str) -> Tokens:
    written, blocks = as_written(text), lay_out(text).blocks
    return tokenize(written, blocks, find_quotations(written, blocks))


def sentences(text: str) -> list[str]:
    read = tokens(text)
    return [read.words(first, last) for first, last in read.sentences]


@pytest.mark.parametrize("quotation", ["“No!”", "‘ No ’", "“”", "“No.”\xa0 "])
@pytest.mark.parametrize(
    "text", ["{0}", "{0} {0} ", "  She said: {0}  He left.", " {0}{0}\u3000Later, {0}. "]
)
def test_tokens_stand_where_they_say(text: str, quotation: str) -> None:
    text = text.format(quotation)
    whole = (Span(0, len(text)),)
    quotations = [Span(*m.span()) for m in re.finditer(quotation.strip(), text)]
    read = tokenize(as_written(text), whole, quotations)
    spans = list(zip(read.start, read.end, strict=True))
    hidden = [Span(*span) for span, word in zip(spans, read.raw, strict=True) if word == QUOTATION]
    assert hidden == quotations
    assert [text[a:b] for (a, b), w in zip(spans, read.raw, strict=True) if w != QUOTATION] == [
        word for word in read.raw if word != QUOTATION
    ]
    left_out = [text[a:b] for a, b in pairwise([0, *(at for span in spans for at in span), len(text)])][::2]
    assert not "".join(left_out).strip()


@pytest.mark.parametrize(
    "ending", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\n \t\n", "\u2028", "\u2029", "\x85"]
)
def test_paragraphs(ending: str) -> None:
    text = f"  The ferry sank. {ending} Nobody drowned.{ending}"
    assert paragraphs(text) == ["The ferry sank.", "Nobody drowned."]


@pytest.mark.parametrize("text", ["", " ", "\n", "\r\n\r\n", " \t\n \u2028"])
def test_no_paragraph(text: str) -> None:
    assert paragraphs(text) == []


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_hard_wrapped_lines_are_one_paragraph(ending: str) -> None:
    first = ["The ferry sank in the night, and the", "people of the lower town rowed out in", "the dark."]
    second = ["Nobody drowned, which the bishop called", "a wonder and the captain called luck."]
    text = ending.join([*first, "", *second])
    assert paragraphs(text) == [ending.join(first), ending.join(second)]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_hard_wrapped_paragraphs_are_told_by_lines_set_in(ending: str) -> None:
    first = ["The ferry sank in the night, and the", "people of the lower town rowed out in", "the dark."]
    second = [
        "    Nobody drowned, which the bishop",
        "called a wonder. The captain said that",
        "luck had it.",
    ]
    text = ending.join([*first, *second])
    assert paragraphs(text) == [ending.join(first), ending.join(second).strip()]


def test_hard_wrapped_paragraphs_may_end_with_short_lines() -> None:
    told = ["    The ferry sank in the night, and the", "people of the lower town rowed out in", "it."]
    text = "\n".join(told * 4)
    assert len(paragraphs(text)) == 4
    assert len(paragraphs("It sank.\nNobody drowned.\nThe ferry was old, though, said Marr.\nIt was.")) == 4


def test_what_goes_on_an_item_of_a_list_is_no_paragraph() -> None:
    text = """\
- the ferry, which had sunk in a night
  of rain, was found by the divers of
  the harbour on Sunday, as it was low;
- the captain was not found, though they
  looked for him until the next morning"""
    assert paragraphs(text) == [text]


def test_short_lines_are_paragraphs() -> None:
    assert paragraphs("Eggs\nMilk\nFlour\nA stamp\nString") == ["Eggs", "Milk", "Flour", "A stamp", "String"]


@pytest.mark.parametrize(
    "text",
    [
        "The mission was paid for by the government of U.S.\n\nGeological Survey staff ran it.",
        "The letter was read out in the old chapel by Mrs.\nReed and her son.",
        "The keeper shut the gate,\nand so the geese stayed.",
        "The keeper shut the gate —\nand so the geese stayed.",
        "The keeper of the old harbour gate, who was late and wet, told\nthe geese that it was shut.",
    ],
)
def test_faulty_break_cuts_no_sentence(text: str) -> None:
    assert len(paragraphs(text)) == 2
    assert blocks(text) == [text]
    assert len(sentences(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank.\nNobody drowned.",
        "A storm is coming\nThe harbour closes",
        "The keeper of the old harbour gate, who was late, tells the wet geese of it\nby Ann Reed",
        "The keeper tells geese\nthe gate is shut",
        "The guests of honour came by train from Oslo and the U.S.\n\nThey stayed a week.",
        "The guests of honour had all been invited by the U.N.\n\nUNESCO paid for their rooms.",
        "The guests of honour left the old town hall at 7 p.m.\n\nReed stayed a week.",
    ],
)
def test_other_breaks_do(text: str) -> None:
    assert len(sentences(text)) == 2


@pytest.mark.parametrize(
    "expected",
    [
        ["The ferry sank.", "Nobody drowned."],
        ["Mr. Reed left with Mrs. Reed.", "Dr. Lund stayed."],
        ["J. R. Reed, J.K. Reed and Sgt. A. Reed left.", "They came back."],
        ["He moved to the U.S. in May.", "She moved to the U.K.", "They write."],
        ["The U.S. Navy left.", "The E.U. stayed."],
        ["It opened at 9 a.m. on Jan. 5 and shut at 5 p.m.", "It was cold."],
        ["It cost $2.5 million.", "That is 3.14 percent of 1,000.50 million."],
        ["He paid Reed Inc. a sum.", "He sued Reed Inc.", "The firm paid."],
        ["She voted no.", "Her aunt lives at No. 5."],
        ["The film is a work of art.", "It drew a great mass.", "Then it burned."],
        ["He waited ... and waited … and left.", "She stayed."],
        ["What?", "No!!!", "Is it so?!", "It is."],
        ["He has a Ph.D. from Oslo.", "She has none."],
        ["The site www.example.com is old.", "It is slow."],
        ["He left (she stayed).", "They met."],
        ["He left.", "(She stayed.)", "They met."],
        ["“It sank,” she said.", "“It was old.”", "They left."],
        ["She called it “old.”", "They left."],
        ["“Why?” she asked.", "He shrugged."],
        ["“Why?”", "He shrugged."],
        ["“Stop!” cried Ada Reed.", "“Go!”"],
        ["“Why? How?” asked the keeper of the light.", "Nobody knew."],
        ["“One. Two. Three,” he counted.", "Four came."],
    ],
    ids=lambda value: value[0][:40],
)
def test_sentences(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_quoted_words_are_one_token() -> None:
    read = tokens("She said: “It sank. It was old.” They left.")
    assert [*filter(None, read.lower)] == ["she", "said", ":", QUOTATION, "they", "left", "."]
    assert [read.text[a:b] for a, b in zip(read.start, read.end, strict=True)][3] == "“It sank. It was old.”"


def test_tokens_are_found_by_their_spots() -> None:
    read = tokens("Ann Marr left. She said: “It sank.” Why?")
    assert read.where(OPENS_CAPITAL) == [0, 1, 4, 8]
    assert read.where(ENDS) == [3, 7, 9]
    assert read.where(QUOTED) == read.quotations == [7]
    assert read.by_sentence(OPENS_CAPITAL) == [[0, 1], [4], [8]]
    assert [read.has_quotation(*sentence) for sentence in read.sentences] == [False, True, False]


def test_a_text_without_tokens() -> None:
    read = tokens("")
    assert read.where(ENDS) == read.by_sentence(ENDS) == read.sentences == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia’s O’Malley didn't", ["Russia", "’s", "O’Malley", "didn't"]),
        ("They’ll and she'd", ["They", "’ll", "and", "she", "'d"]),
        ("no-fly at 1,000.5 and 10:30", ["no-fly", "at", "1,000.5", "and", "10:30"]),
        ("the U.S. -- so ... yes", ["the", "U.S.", "--", "so", "...", "yes"]),
        ("naïve Łódź 東京", ["naïve", "Łódź", "東京"]),
        (
            "Jose\u0301 Mun\u0303oz left",
            ["Jose\u0301", "Mun\u0303oz", "left"],
        ),  # accents as letters of their own
        ("PeÃ±a and JuÃ¡rez agreed", ["PeÃ±a", "and", "JuÃ¡rez", "agreed"]),  # read with the wrong encoding
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text).raw == expected


def test_what_is_longer_than_any_sentence_is_cut() -> None:
    read = tokens("and so on " * LONGEST_SENTENCE)
    assert max(last - first for first, last in read.sentences) == LONGEST_SENTENCE
    assert [first for first, _ in read.sentences[1:]] == [last for _, last in read.sentences[:-1]]


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("PELLBURY — The dam held.", "The"),
        ("NEW PELL (AP) — A dam broke.", "A"),
        ("ST. ODA, Miss., Nov. 3 (UPI) -- Dams break.", "Dams"),
        ("Pellbury (Reuters) - “Dams break,” she said.", QUOTATION),
        ("Pellbury, Orland (CNN)The dam broke.", "The"),
        ("(CNN)Dams broke, officials said.", "Dams"),
        ("PELLBURY, May 5. /TASS/. The dam broke.", "The"),
        ("PELLBURY (Orland), May 5. /TASS, Ann Marr/ The dam broke.", "The"),
        ("Pellbury Broadcasting (PBS) Chairman Ann Marr left.", "Pellbury"),
        ("Arra Broadcasting (NBC) Chairman Ann Marr left.", "Arra"),
        ("PELLBURY — which is a town — flooded.", "PELLBURY"),
        ("Ann Marr (R-Pell) — Senators left.", "Ann"),
        ("The Dam — A History", "The"),
    ],
)
def test_a_sentence_opens_behind_its_dateline(text: str, opening: str) -> None:
    read = tokens(text)
    assert read.raw[read.sentences[0][0]] == opening


def test_a_dateline_names_nobody() -> None:
    article = parse("NEW PELL (AP) — Marr Foods closed a mill. The company said it was old.")
    assert [claim.speaker.name for claim in article.claims if claim.speaker] == ["Marr Foods"]
    assert [fact.text for fact in article.facts] == ["Marr Foods closed a mill."]


def test_a_headline_that_ends_with_an_abbreviation_is_no_part_of_the_dateline() -> None:
    text = "Harlow court sends a trader it held in May to the U.S.\n\nPELLBURY — A judge ruled on Monday."
    assert len(lay_out(text).blocks) == 2
    wrapped = text.replace(
        "to the U.S.\n\nPELLBURY — A judge", "to court in a U.S.\n\nState of his choice; a judge"
    )
    assert len(lay_out(wrapped).blocks) == 1
