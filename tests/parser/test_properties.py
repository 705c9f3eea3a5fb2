"""What holds for any text at all, found by hypothesis rather than by a person."""

from __future__ import annotations

import json
from io import BufferedReader, BytesIO
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcli import Article, Kind, Span, parse
from claimcli.output.records import article_line, claim_record
from claimcli.parser.confidence import naming_rule
from claimcli.sources.extracted import json_lines
from tests.parser.test_cases import ALL

# Text that reaches the rules: words that they look for, marks, breaks, and anything at all in between.
WORDS = (
    "said says told claimed that who which whether according to the a his he she they reportedly accused of by "
    "Mayor Ada Reed Oslo council critics decided declined to refused vote decision plan not was has is when and but as "
    "In view For poll claim fears proud seems asked quoted saying adding it clear made U.S. Mr. 2022 Tuesday with"
).split()
MARKS = [
    "“",
    "”",
    "‘",
    "’",
    '"',
    "'",
    "''",
    "``",
    "«",
    "»",
    "„",
    "(",
    ")",
    "—",
    "–",
    "--",
    "-",
    ":",
    ";",
    ",",
    ".",
    "?",
    "!",
    "…",
]
BREAKS = [
    "— Ann Marr (@ann) May 5, 2026",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\x00",
    "\x1b[31m",
    "\u200f",
    "\u2028",
    "\x85",
    "\xa0",
    "🦢",
    "é",
    "e\u0301",
]
news = st.lists(st.sampled_from(WORDS * 3 + MARKS * 2 + BREAKS), min_size=15, max_size=60).map(" ".join)
glued = st.lists(st.sampled_from(WORDS + MARKS * 3 + BREAKS), min_size=10, max_size=50).map("".join)
anything = st.text(st.characters(codec=None), max_size=60)  # lone surrogates too
changes = st.tuples(st.integers(0, 300), st.integers(0, 5), st.sampled_from([*WORDS, *MARKS, *BREAKS, ""]))


def disturbed(text: str, edits: list[tuple[int, int, str]]) -> str:
    """A text with words taken out and put in: (where, how many, what instead)."""
    words = text.split(" ")
    for at, count, word in edits:
        at %= len(words) + 1
        words[at : at + count] = [word]
    return " ".join(words)


def cut_off(text: str, count: int) -> str:
    """The first words of a text: at its very end rules look for what would come next."""
    return " ".join(text.split(" ")[:count])


cases = st.sampled_from([case.text for _, case in ALL])
sentences = st.lists(cases, min_size=1, max_size=3).map(" ".join)
texts = st.one_of(
    news,
    glued,
    anything,
    st.builds(disturbed, sentences, st.lists(changes, max_size=8)),
    st.builds(cut_off, cases, st.integers(1, 30)),
)


def spans_of(article: Article) -> list[Span]:
    """Every span that an article reports."""
    found = [*article.paragraphs]
    for claim in article.claims:
        found += [*claim.spans, *filter(None, [claim.mention, claim.cue])]
    return (
        found + [fact.span for fact in article.facts] + [decision.evidence for decision in article.decisions]
    )


@given(texts)
@example("\ud800“\udfff”\x00 said")
@example("‏“שלום,” said Ada. ‏")
@example("“" * 50 + "said")
@example("0–SAID")
@example("“It is late,” he said —")
@example("Marr said: “the `` council is said to sleep ”")
@example("“No!” blared the front page of")
@example("“It is late,” said the")
@example("It was late when it was revealed in March")
@example("Marr described himself on his page as")
@example("READ - to she")
@example("Marr was ordered Monday by")
@example("It was a happy ending: Ilia Marr,")
@example("The director, Anna Marr, dismissed the report as")
@example("From Manchester, who said it is late")
@example("is!Askedbutyou plan ”hopes statement In” [statement think- — ")
@example("children.—According to the group Marr,")
@example("all About Being Called “A Real Joke.”")
@example("It was late for Ada Reed, a")
@example("Opposing the plan, her lawyer,")
@example("The council proposed a ban, and on Friday")
@example("According to a report, seen")
@example("It is late if the dam is ever closed. “There")
@example('is “‘withForsaying‘" was whom statement saying ')
@example("For\n\n,Asked Reed")
@example("-> nothing = who backs Marr off")
@example("“Only the cook,” said, would bake")
@settings(max_examples=250)
def test_any_text_parses_into_spans_of_it(text: str) -> None:
    article = parse(text)
    assert article.text == text
    for start, end in spans_of(article):
        assert 0 <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()


@given(texts)
def test_text_of_a_claim_is_its_spans(text: str) -> None:
    article = parse(text)
    for claim in article.claims:
        assert claim.spans
        assert claim.text == " … ".join(text[start:end] for start, end in claim.spans)
        assert claim.article == article.id
        assert claim.because
        assert 0 < claim.confidence < 1
        if claim.speaker is None:
            assert claim.speaker_confidence is None
        else:
            assert not naming_rule(claim.because).startswith(("about: ", "no "))
            assert 0 < (claim.speaker_confidence or 0) < 1
    for fact in article.facts:
        assert fact.text == text[slice(*fact.span)]


@given(texts)
def test_pieces_stand_in_order_each_in_its_paragraph(text: str) -> None:
    article = parse(text)
    for claim in article.claims:
        assert all(before.end <= after.start for before, after in pairwise(claim.spans))
        for start, end in claim.spans:
            assert any(a <= start and end <= b for a, b in article.paragraphs)
        paragraph = article.paragraphs[claim.paragraph - 1]
        assert paragraph.start <= claim.spans[0].start < paragraph.end


@given(texts)
def test_content_holds_neither_cue_nor_mention(text: str) -> None:
    for claim in parse(text).claims:
        for start, end in filter(None, [claim.mention, claim.cue]):
            assert all(end <= piece.start or piece.end <= start for piece in claim.spans)


@given(texts)
def test_claims_and_facts_stand_in_the_order_of_the_text(text: str) -> None:
    article = parse(text)
    starts = [claim.spans[0].start for claim in article.claims]
    assert starts == sorted(starts)
    facts = [fact.span for fact in article.facts]
    assert all(before.end <= after.start for before, after in pairwise(facts))


@given(texts)
def test_facts_and_claims_do_not_overlap(text: str) -> None:
    article = parse(text)
    claimed = [span for claim in article.claims for span in claim.spans]
    for fact in article.facts:
        assert not any(start < fact.span.end and fact.span.start < end for start, end in claimed)


@given(texts)
def test_ids_are_unique_and_stable(text: str) -> None:
    article = parse(text, title="A")
    for things in (article.claims, article.facts, article.decisions):
        ids = [thing.id for thing in things]
        assert len(set(ids)) == len(ids)
    assert parse(text, title="A") == article
    assert parse(text, title="A", source="elsewhere").id == article.id
    assert parse(text, title="B").id != article.id
    assert parse(text + ".", title="A").id != article.id


@given(texts)
def test_decisions_and_speakers_are_those_of_the_claims(text: str) -> None:
    article = parse(text)
    decisions = {decision.id for decision in article.decisions}
    speakers = {claim.speaker for claim in article.claims if claim.speaker}
    assert {number for claim in article.claims for number in claim.about} <= decisions
    assert set(article.speakers) == speakers
    assert all(speaker.name.strip() for speaker in speakers)


@given(texts)
def test_kind_tells_how_much_is_quoted(text: str) -> None:
    for claim in parse(text).claims:
        marked = any(mark in claim.text for mark in "“”‘’\"'`«»„‹›‚")
        assert marked or claim.kind is Kind.INDIRECT


@pytest.mark.parametrize(
    "mark", ["“", "”", '"', "‘", "’", "'", "«", "»", "said ", "Ada ", "“Yes,” he said. ", "\n", "("]
)
def test_a_text_of_one_thing_only(mark: str) -> None:
    article = parse(mark * 300)
    assert all(end <= len(article.text) for _, end in spans_of(article))


@given(texts)
def test_an_article_comes_back_from_its_json_lines(text: str) -> None:
    article = parse(text, title="A")
    records = [article_line(article), *(claim_record(article, claim) for claim in article.claims)]
    written = "".join(json.dumps(record) + "\n" for record in records).encode()
    assert list(json_lines.lines("a.jsonl", BufferedReader(BytesIO(written)))) == [article]


@pytest.mark.parametrize(
    "text",
    [
        "He lives in Arra with what she called",
        "The guard sent photos that, he said,",
        "Marr said they back",
        "Bakers recommend that:\n-",
        "READ MORE: “Holt rejects the ban",
        "“h d e d no g called for o to be given decid t",
        "WATCH: Marr according to s)The.M were accused of",
        "A: they lend they",
        "Anna Marr was offered a pension",
        "“We are late,” said Ann Marr, Tom Reed and Otto",
        "It rained. It snowed. It hailed. It was late. Rep. Ann Marr, D-Ohio, was",
    ],
)
def test_a_text_that_breaks_off(text: str) -> None:
    for claim in parse(text).claims:
        assert claim.text == " … ".join(text[start:end] for start, end in claim.spans) != ""
