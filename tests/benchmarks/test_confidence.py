"""Confidence as measured: the table, how it is made, and the commands that make and use it."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from claimcli import parse
from claimcli.model import Kind, SpeakerType
from claimcli.parser import confidence
from tests.benchmarks import accuracy
from tests.benchmarks.calibration import NAMING, RULES, Judged, as_text, at_least, measure, unseen

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
        as_text(RULES, measure(judged("often", 90, 10)), "harbour", 7, date(2024, 5, 6)), encoding="utf-8"
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


def test_a_speaker_has_the_confidence_of_the_rule_that_named_it() -> None:
    name, pronoun, company, nobody = parse(
        "“The quay stays open,” said Ann Berg. She added that the toll would rise.\n\n"
        "The company said that jobs would go.\n\nIt was said that the mill would close."
    ).claims
    assert name.speaker
    assert name.speaker == pronoun.speaker
    for claim in (name, pronoun, company):
        assert claim.speaker
        of_rule = confidence.speaker_confidence_of(claim.because, claim.speaker.type)
        assert claim.speaker_confidence == of_rule
    assert pronoun.because[1] == confidence.naming_rule(pronoun.because)
    assert pronoun.because[1].startswith("pronoun: ")
    sure = [claim.speaker_confidence or 0 for claim in (company, pronoun, name)]
    assert sure == sorted(set(sure))
    assert (nobody.speaker, nobody.speaker_confidence) == (None, None)


def test_a_rule_that_was_not_measured_is_as_good_as_any() -> None:
    unknown = {confidence.confidence_of("no-such-rule", kind) for kind in Kind}
    assert len(unknown) == 1
    assert 0 < unknown.pop() < 1
    unnamed = {
        confidence.speaker_confidence_of(because, sort)
        for because in (("quote-then-cue", "no such rule"), ("quote-then-cue",), ())
        for sort in SpeakerType
    }
    assert len(unnamed) == 1
    assert 0 < unnamed.pop() < 1


@pytest.mark.parametrize(
    ("table", "column"),
    [(confidence.TABLE, "kind"), (confidence.NAMING_TABLE, "type")],
    ids=["rules", "naming"],
)
def test_the_shipped_tables_tell_where_they_come_from_and_add_up(table: Path, column: str) -> None:
    lines = table.read_text(encoding="utf-8").splitlines()
    assert any(line.startswith("# Measured on ") for line in lines)
    names, overall, *rows = (line.split("\t") for line in lines if not line.startswith("#"))
    assert names == ["rule", column, "claims", "right", "precision", "confidence"]
    for count in (2, 3):
        assert int(overall[count]) == sum(int(row[count]) for row in rows)
    assert all(0 < float(row[5]) < 1 for row in rows)


def test_every_rule_that_was_measured_for_names_is_one_of_the_parser() -> None:
    """A rule that gets another name would be taken for an average one until it is measured again."""
    parser = confidence.NAMING_TABLE.parent
    source = "".join(path.read_text(encoding="utf-8") for path in parser.rglob("*.py"))
    rules = {rule for rule, _ in confidence.read_table(confidence.NAMING_TABLE)} - {confidence.ANY}
    assert [rule for rule in sorted(rules) if f'"{rule}"' not in source] == []


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.benchmarks.accuracy", *map(str, arguments)]
    top = Path(__file__).parents[2]
    return subprocess.run(command, capture_output=True, text=True, cwd=top, timeout=60)


def corpus(tmp_path: Path, speaker: str | None) -> Path:
    """A corpus of one claim by Ann Berg, who is named as ``speaker`` in its folder ``people``."""
    text = "“The quay stays open,” said Ann Berg."
    for folder, name, content in (
        ("text", "a.txt", text),
        (
            "attributions",
            "a.ann",
            "T1\tContent 0 22\t…\nT2\tSource 28 36\t…\nE1\tAttribution:T3 Content:T1 Source:T2\n",
        ),
        ("people", "a.json", json.dumps({"speakers": {"E1": speaker}})),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(content, encoding="utf-8")
    return tmp_path


def test_the_accuracy_command_prints_its_tables(tmp_path: Path) -> None:
    gold = corpus(tmp_path, "Berg")
    done = run(gold, "--people", gold / "people")
    assert done.returncode == 0, done.stderr
    rows = [line.split() for line in done.stdout.splitlines()]
    assert ["attributed", "claimcli", "1.000", "1.000", "1.000"] in rows
    assert ["direct", "claimcli", "1", "1.000", "1.000", "1", "1.000"] in rows
    assert ["0.90", "and", "above", "shipped", "1", "1.000"] in rows
    assert "\x1b" not in done.stdout
    of_speakers = done.stdout.partition("speaker confidence")[2]
    assert ["0.90", "and", "above", "shipped", "1", "1.000"] in [
        line.split() for line in of_speakers.splitlines()
    ]


@pytest.mark.parametrize(("speaker", "right"), [("Berg", "1"), ("Tom Berg", "0"), (None, "0")])
def test_both_tables_are_written_where_speakers_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, speaker: str | None, right: str
) -> None:
    gold, rules, naming = corpus(tmp_path, speaker), tmp_path / "rules.tsv", tmp_path / "naming.tsv"
    monkeypatch.setattr(accuracy, "TABLE", rules)
    monkeypatch.setattr(accuracy, "NAMING_TABLE", naming)
    accuracy.main(gold, write_confidence=True)
    assert rules.exists()
    assert not naming.exists()
    accuracy.main(gold, people=[gold / "people"], write_confidence=True)
    told = naming.read_text(encoding="utf-8")
    assert f"Measured on 1 articles of {gold.name} annotated with names by hand" in told
    assert told.startswith(f"# {NAMING.measures}")
    rows = [line.split("\t")[:4] for line in told.splitlines()]
    assert rows[-1] == ["name", "person", "1", right]


def test_speakers_of_another_shape_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = corpus(tmp_path, "Berg")
    (gold / "people" / "a.json").write_text("[]", encoding="utf-8")
    with pytest.raises(typer.Exit):
        accuracy.main(gold, people=[gold / "people"])
    assert "a.json: no speakers" in capsys.readouterr().err


def test_a_folder_that_is_no_corpus_is_told_in_one_line(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 2
    assert "no annotated articles" in done.stderr
    assert len(done.stderr.splitlines()) == 1
