"""Scores of a corpus small enough to count by hand."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from claimcli.model import Span
from tests.benchmarks.corpus import Annotated, Text, read_annotations, read_corpus
from tests.benchmarks.scoring import MEASURES, Score, pair
from tests.benchmarks.systems import MissingPeerError, Quotation, System, textacy

TEXT = (
    "“The quay stays open,” said Ann Berg. Pavel Horák said that “some jobs” would move. They hope for rain."
)


def standoff(text: str, *claims: tuple[str, str, str]) -> str:
    """A brat file: a line a mark, a line a claim, each claim given by its speaker, cue and content."""
    lines: list[str] = []
    for number, claim in enumerate(claims):
        roles = []
        for role, words in zip(("Source", "Cue", "Content"), claim, strict=True):
            if words:
                key = f"T{len(lines) + 1}"
                start = text.index(words)
                lines.append(f"{key}\t{role} {start} {start + len(words)}\t{words}")
                roles.append(f"{role}:{key}")
        lines.append(f"E{number + 1}\tAttribution:T0 {' '.join(roles)}")
    return "\n".join(lines) + "\n"


ANNOTATION = standoff(
    TEXT,
    ("Ann Berg", "said", "“The quay stays open,”"),
    ("Pavel Horák", "said", "that “some jobs” would move"),
    ("They", "hope", "for rain"),
)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A corpus of one annotated article, and one that nobody annotated."""
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "harbour.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "text" / "market.txt").write_text("Fish is sold.", encoding="utf-8")
    (tmp_path / "attributions" / "harbour_a1b2.ann").write_text(ANNOTATION, encoding="utf-8")
    return tmp_path


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def scored(*found: Quotation) -> Score:
    text = Text(TEXT)
    score = Score()
    marked = list(read_annotations(text, ANNOTATION.splitlines()))
    claims = [
        Annotated(text.words_in(one.spans), text.words_in([one.mention] if one.mention else []))
        for one in found
    ]
    score.add(text, marked, claims)
    return score


def test_only_annotated_articles_are_read(gold: Path) -> None:
    assert [article.name for article in read_corpus(gold)] == ["harbour"]


def test_the_first_annotator_counts(gold: Path) -> None:
    (gold / "attributions" / "harbour_a0b0.ann").write_text("", encoding="utf-8")
    (article,) = read_corpus(gold)
    assert article.attributions == ()


def test_offsets_count_carriage_returns(gold: Path) -> None:
    text = "One.\r\n\r\nTwo said three."
    (gold / "text" / "returns.txt").write_bytes(text.encode())
    (gold / "attributions" / "returns.ann").write_text(
        standoff(text, ("Two", "said", "three")), encoding="utf-8"
    )
    _, article = read_corpus(gold)
    (claim,) = article.attributions
    assert [article.text.word(number) for number in claim.content | claim.speaker] == ["Two", "three"]


def test_an_unreadable_file_is_told_and_the_rest_goes_on(
    gold: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (gold / "text" / "broken.txt").write_bytes(b"\xff\xfe\xfa")
    (gold / "attributions" / "broken.ann").write_text("", encoding="utf-8")
    assert [article.name for article in read_corpus(gold)] == ["harbour"]
    assert "broken.txt" in capsys.readouterr().err


def test_a_mark_in_pieces_and_with_line_breaks() -> None:
    text = Text("No, she said, never\nagain.")
    lines = [
        "T1\tContent 0 2;14 25\tNo never",
        "again",
        "T2\tSource 4 7\tshe",
        "E1\tAttribution:T3 Content:T1 Source:T2",
    ]
    (claim,) = read_annotations(text, lines)
    assert [text.word(number) for number in sorted(claim.content)] == ["No", "never", "again"]


def test_kinds_follow_the_marks_of_the_text() -> None:
    text = Text(TEXT)
    kinds = [text.kind(claim.content) for claim in read_annotations(text, ANNOTATION.splitlines())]
    assert kinds == ["direct", "mixed", "indirect"]


@pytest.mark.parametrize("quoted", ["“a b”", '"a b"', "«a b»", "„a b“", "‘a b’", "''a b''", "``a b''"])
def test_marks_of_all_sorts_are_quotation_marks(quoted: str) -> None:
    text = Text(f"x {quoted} y")
    assert [text.word(number) for number in sorted(text.quoted)] == ["a", "b"]


def test_everything_found_is_everything_right() -> None:
    score = scored(
        Quotation((span("The quay stays open"),), span("Ann Berg")),
        Quotation((span("“some jobs” would move"),), span("Horák")),
        Quotation((span("for rain"),), span("They")),
    )
    assert [score.rates(measured).f1 for measured in MEASURES[:3]] == [1, 1, 1]
    assert score.rates("tokens").recall == 10 / 11  # the opening "that" is a word like any other


def test_each_fault_counts_where_it_belongs() -> None:
    score = scored(
        Quotation((span("quay stays open"),), span("Pavel")),  # the wrong speaker, a word too few
        Quotation((span("jobs"),), span("Pavel Horák")),  # less than half of the content
        Quotation((span("for rain"),), None),  # no speaker where there is one
    )
    assert score.rates("claims") == pytest.approx((2 / 3, 2 / 3, 2 / 3))
    assert score.rates("attributed").recall == 0
    assert score.rates("exact").precision == pytest.approx(1 / 3)
    words_marked = 4 + 5 + 2
    assert score.rates("tokens") == pytest.approx((1, 6 / words_marked, 12 / (6 + words_marked)))
    assert score.kind("direct")["recall"] == 1
    assert score.kind("mixed")["recall"] == 0
    assert score.kind("mixed")["found"] == 0  # what was found of it is wholly quoted
    assert score.kind("direct")["precision"] == pytest.approx(1 / 2)


def test_nothing_found_is_no_error() -> None:
    assert scored().rates("claims") == (0, 0, 0)


def test_the_nearest_are_paired_first_and_once() -> None:
    def claim(*words: int) -> Annotated:
        return Annotated(frozenset(words), frozenset())

    assert pair([claim(1, 2, 3, 4)], [claim(1, 2, 3), claim(1, 2, 3, 4)]) == [(0, 1)]
    assert pair([claim(1, 2), claim(1, 2)], [claim(1, 2)]) == [(0, 0)]
    assert pair([claim(1, 2, 3)], [claim(3, 4)]) == []


def test_a_system_is_timed_and_told_which_claims_are_right(gold: Path) -> None:
    (article,) = read_corpus(gold)
    claims = [Quotation((span("They hope"),), None), Quotation((span("The quay stays open"),), None)]
    system = System("two claims", lambda _: claims)
    assert system.read(article) == [(claims[0], None), (claims[1], article.attributions[0])]
    assert system.bytes == len(TEXT.encode())
    assert system.score.articles == 1


def test_a_peer_that_is_not_installed_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(MissingPeerError, match=r"claimcli\[bench\]"):
        textacy()
