"""Confidence as measured: the table, how it is made, and the commands that make and use it."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcli import parse
from claimcli.model import Kind
from claimcli.parser import confidence
from tests.benchmarks.calibration import Judged, as_text, at_least, measure, unseen

judgements = st.lists(
    st.builds(
        Judged,
        article=st.integers(0, 20),
        key=st.tuples(
            st.sampled_from(["quote-then-cue", "cue-then-object"]), st.sampled_from(["direct", "mixed"])
        ),
        confidence=st.floats(0, 1),
        right=st.booleans(),
    ),
    min_size=1,
)


def judged(rule: str, right: int, wrong: int, article: int = 0) -> list[Judged]:
    return [Judged(article, (rule, "indirect"), 0.5, place < right) for place in range(right + wrong)]


def test_few_claims_are_drawn_to_the_mean_and_many_speak_for_themselves() -> None:
    rows = measure(judged("often", 900, 100) + judged("once", 0, 1))
    mean = rows["*", "*"].confidence
    assert mean == pytest.approx(0.9, abs=0.01)
    assert rows["often", "indirect"] == (1000, 900, 0.9)
    assert mean > rows["once", "indirect"].confidence > 0.8


@given(judgements)
def test_a_measure_is_a_probability_and_between_the_mean_and_what_was_seen(claims: list[Judged]) -> None:
    rows = measure(claims)
    mean = rows.pop(("*", "*")).confidence
    assert sum(row.claims for row in rows.values()) == len(claims)
    for row in rows.values():
        seen = row.right / row.claims
        assert min(mean, seen) - 0.01 <= row.confidence <= max(mean, seen) + 0.01


def test_no_article_is_judged_by_what_it_taught() -> None:
    claims = judged("here", 5, 0, article=0) + judged("there", 0, 30, article=1)
    (confidence_here,) = {claim.confidence for claim in unseen(claims) if claim.key[0] == "here"}
    assert confidence_here == 0  # the other articles know nothing but failure
    assert len(list(unseen(claims))) == len(claims)


def test_those_at_least_as_sure_are_counted() -> None:
    claims = [
        Judged(0, ("rule", "direct"), sure, right)
        for sure, right in ((0.9, True), (0.9, False), (0.4, False))
    ]
    assert at_least(claims, 0.9) == (2, 0.5)
    assert at_least(claims, 0.95) == (0, 0)


def test_the_table_reads_back_as_it_was_written(tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    table.write_text(
        as_text(measure(judged("often", 90, 10)), "harbour", 7, date(2024, 5, 6)), encoding="utf-8"
    )
    assert "harbour: 7 articles, 2024-05-06" in table.read_text(encoding="utf-8")
    assert confidence.read_table(table) == {("*", "*"): 0.9, ("often", "indirect"): 0.9}


def test_a_claim_has_the_confidence_of_its_rule_and_kind() -> None:
    direct, indirect = parse(
        "“The quay stays open,” said Ann Berg.\n\nShe seemed tired of the debate."
    ).claims
    for claim in (direct, indirect):
        assert claim.confidence == confidence.confidence_of(claim.because[0], claim.kind)
    assert direct.confidence > indirect.confidence


def test_a_rule_that_was_not_measured_is_as_good_as_any() -> None:
    unknown = {confidence.confidence_of("no-such-rule", kind) for kind in Kind}
    assert len(unknown) == 1
    assert 0 < unknown.pop() < 1


def test_the_shipped_table_tells_where_it_comes_from_and_adds_up() -> None:
    lines = confidence.TABLE.read_text(encoding="utf-8").splitlines()
    assert any(line.startswith("# Measured on ") for line in lines)
    names, overall, *rows = (line.split("\t") for line in lines if not line.startswith("#"))
    assert names == ["rule", "kind", "claims", "right", "precision", "confidence"]
    for column in (2, 3):
        assert int(overall[column]) == sum(int(row[column]) for row in rows)
    assert all(0 < float(row[5]) < 1 for row in rows)


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.benchmarks.accuracy", *map(str, arguments)]
    top = Path(__file__).parents[2]
    return subprocess.run(command, capture_output=True, text=True, cwd=top, timeout=60)


def test_the_accuracy_command_prints_its_tables(tmp_path: Path) -> None:
    text = "“The quay stays open,” said Ann Berg."
    for folder, name, content in (
        ("text", "a.txt", text),
        (
            "attributions",
            "a.ann",
            "T1\tContent 0 22\t…\nT2\tSource 28 36\t…\nE1\tAttribution:T3 Content:T1 Source:T2\n",
        ),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(content, encoding="utf-8")
    done = run(tmp_path)
    assert done.returncode == 0, done.stderr
    rows = [line.split() for line in done.stdout.splitlines()]
    assert ["attributed", "claimcli", "1.000", "1.000", "1.000"] in rows
    assert ["direct", "claimcli", "1", "1.000", "1.000", "1", "1.000"] in rows
    assert ["0.9", "and", "above", "shipped", "1", "1.000"] in rows
    assert "\x1b" not in done.stdout


def test_a_folder_that_is_no_corpus_is_told_in_one_line(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 2
    assert "no annotated articles" in done.stderr
    assert len(done.stderr.splitlines()) == 1
