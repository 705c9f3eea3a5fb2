"""Each command as a person types it: what comes out, where, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from os import terminal_size
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
import typer
from jsonschema import Draft202012Validator

from claimcli import parse
from claimcli.cli import completion
from claimcli.cli.app import COMMANDS
from claimcli.cli.matrix import matrix_rows
from claimcli.cli.run import NO_SOURCE
from claimcli.output import Screen, write
from claimcli.output.records import decision_record
from claimcli.output.schema import schema
from claimcli.query import Query
from tests.cli.conftest import Run

LISTINGS = ("quotes", "claims", "facts", "speakers", "decisions", "matrix")


def test_quotes_lists_quotations_and_nothing_else(claimcli: Run, article: Path) -> None:
    result = claimcli("quotes", article, "--json")
    texts = [quote["text"] for quote in json.loads(result.out)]
    assert result.code == 0
    assert any("trade our mornings" in text and "open to fishermen" in text for text in texts)
    assert any("against jobs" in text for text in texts)
    assert not any("doubled traffic" in text for text in texts)


def test_claims_include_what_was_said_in_other_words(inside: Run, article: Path) -> None:
    claims = json.loads(inside("claims", article, "--json").out)
    assert {"direct", "indirect"} <= {claim["kind"] for claim in claims}


def test_offsets_point_into_the_file(inside: Run, article: Path) -> None:
    text = article.read_text(encoding="utf-8")
    for claim in json.loads(inside("claims", article, "--json").out):
        assert claim["text"] == " … ".join(text[start:end] for start, end in claim["spans"])
        for piece in filter(None, (claim["mention"], claim["cue"])):
            assert piece["text"] == text[piece["start"] : piece["end"]]


@pytest.mark.parametrize("typed", ["okland", "ØKLAND", "Ingrid", "ingrid okl", "Oklond"])
def test_speaker_matches_as_people_type_names(inside: Run, article: Path, typed: str) -> None:
    quotes = json.loads(inside("quotes", article, "--speaker", typed, "--json").out)
    assert quotes
    assert all("Økland" in quote["speaker"]["name"] for quote in quotes)


def test_a_slip_is_told(inside: Run, article: Path) -> None:
    result = inside("quotes", article, "--speaker", "Oklond")
    assert result.code == 0
    assert "taken for Ingrid Økland" in result.err


def test_filters_may_be_repeated(inside: Run, article: Path) -> None:
    both = json.loads(inside("quotes", article, "-s", "økland", "-s", "horak", "--json").out)
    assert len({quote["speaker"]["name"] for quote in both}) == 2


@pytest.mark.parametrize("command", ["claims", "facts", "decisions", "speakers"])
def test_a_limit_may_be_beyond_all_counting(inside: Run, article: Path, command: str) -> None:
    assert inside(command, article, "--limit", "9" * 30, "--json") == inside(command, article, "--json")


def test_kind_and_limit(inside: Run, article: Path) -> None:
    claims = json.loads(inside("claims", article, "-k", "direct", "-n", "1", "--json").out)
    assert [claim["kind"] for claim in claims] == ["direct"]


def test_several_kinds_may_have_commas_between_them(inside: Run, article: Path) -> None:
    apart = inside("claims", article, "-k", "direct", "-k", "indirect", "--json")
    assert inside("claims", article, "--kind", "direct,Indirect", "--json") == apart
    assert json.loads(apart.out) != json.loads(inside("claims", article, "-k", "direct", "--json").out) != []
    hits = inside("search", "the kind:direct,indirect", article, "--json")
    assert hits == inside("search", "the", article, "--kind", "direct,indirect,", "--json")
    assert inside("claims", article, "-k", "quote", "--json").out == inside("quotes", article, "--json").out
    assert inside("search", "the kind: direct", article, "--json").code == 0
    assert inside("search", "speaker: horak jobs", article) == inside("search", "speaker:horak jobs", article)
    wrong = inside("claims", article, "-k", "direct,loud")
    assert (wrong.code, "'loud'" in wrong.err) == (2, True)


def test_decisions_of_a_status(inside: Run, article: Path) -> None:
    told = article.read_text(encoding="utf-8").replace(" He added that the company would appeal.", "")
    article.write_text(told + "\nOn Friday the port company approved a new ferry.\n", "utf-8")
    everything = json.loads(inside("decisions", article, "--json").out)
    statuses = [decision["status"] for decision in everything]
    assert {"taken", "declined"} == set(statuses)
    for asked in (["declined"], ["taken", "proposed"], ["taken", "declined"]):
        expected = [decision for decision in everything if decision["status"] in asked]
        options = [option for status in asked for option in ("--status", status)]
        assert json.loads(inside("decisions", article, *options, "--json").out) == expected
        assert json.loads(inside("decisions", article, "--status", ",".join(asked), "--json").out) == expected
    none = inside("decisions", article, "--status", "proposed")
    assert (none.code, none.out) == (1, "")
    assert f"{statuses.count('declined')} declined" in none.err
    first = inside("decisions", article, "--status", "taken", "-n", "1", "--json")
    assert [decision["status"] for decision in json.loads(first.out)] == ["taken"]


def test_min_confidence_leaves_the_doubtful_out(inside: Run, article: Path) -> None:
    claims = json.loads(inside("claims", article, "--json").out)
    highest = max(claim["confidence"] for claim in claims)
    kept = json.loads(inside("claims", article, "--json", "--min-confidence", str(highest)).out)
    sure = [claim for claim in claims if claim["confidence"] >= highest]
    assert kept == [claim for claim in sure if (claim["speaker_confidence"] or 1) >= highest]


def test_facts_are_the_sentences_nobody_said(inside: Run, article: Path) -> None:
    facts = json.loads(inside("facts", article, "--json").out)
    assert "The fish market opened in 1911." in [fact["text"] for fact in facts]
    assert not any("mornings" in fact["text"] for fact in facts)


def test_speakers_count_claims_and_quotes(inside: Run, article: Path) -> None:
    speakers = json.loads(inside("speakers", article, "--json").out)
    mayor = next(speaker for speaker in speakers if "Økland" in speaker["name"])
    assert (mayor["claims"], mayor["quotes"], mayor["articles"]) == (2, 1, 1)


def test_the_same_speaker_in_two_articles_is_one_row(inside: Run, tmp_path: Path, article: Path) -> None:
    other = tmp_path / "later.txt"
    other.write_text("“The boats are back,” said Ingrid Økland, the mayor of Sundvik.\n", encoding="utf-8")
    speakers = json.loads(inside("speakers", article, other, "--json").out)
    mayors = [speaker for speaker in speakers if "Økland" in speaker["name"]]
    assert [(mayor["quotes"], mayor["articles"]) for mayor in mayors] == [(2, 2)]


def test_whom_a_row_of_speakers_names_is_found_by_that_name(inside: Run, tmp_path: Path) -> None:
    for name in ("Edward J. Berg", "Ed Berg", "Edward Berg", "Ida Berg"):
        (tmp_path / f"{name}.txt").write_text(f"“The quay must stay open,” {name} said.\n", encoding="utf-8")
    rows = {row["name"]: row["claims"] for row in json.loads(inside("speakers", "--json", tmp_path).out)}
    assert rows == {"Edward J. Berg": 3, "Ida Berg": 1}
    for name, claims in rows.items():
        assert len(json.loads(inside("claims", "--json", "-s", name, tmp_path).out)) == claims


def test_decisions_tell_who_speaks_about_them(inside: Run, article: Path) -> None:
    decisions = json.loads(inside("decisions", article, "--json").out)
    terminal = next(decision for decision in decisions if "cruise terminal" in decision["label"])
    assert terminal["status"] == "declined"
    assert terminal["claims"] >= sum(speaker["claims"] for speaker in terminal["speakers"]) > 0


def test_matrix_counts_agree_with_claims(inside: Run, article: Path) -> None:
    claims = json.loads(inside("claims", article, "--json").out)
    for row in json.loads(inside("matrix", article, "--json").out):
        for cell in row["decisions"]:
            about = [
                claim for claim in claims if cell["id"] in [decision["id"] for decision in claim["about"]]
            ]
            names = {row["speaker"]["name"], *row["speaker"]["aliases"]}
            spoken = [claim for claim in about if claim["speaker"] and claim["speaker"]["name"] in names]
            assert cell["claims"] == len(spoken)


UNTOLD = """Town Sells The Mill

The town council voted on Monday to sell the mill. “Selling the mill was right,” said Edda Falk, the mayor.

“To sell the mill is a shame.”

Falk said selling the mill would pay for a school. Tom Bray said he hated the sale of the mill. He resigned.
"""


def test_claims_whose_speaker_is_not_told_are_counted() -> None:
    ours = parse(UNTOLD)
    claim = next(claim for claim in ours.claims if claim.about)
    made = replace(ours, claims=(claim, replace(claim, id="other", speaker=None)))
    decision = next(decision for decision in ours.decisions if decision.id in claim.about)
    record = decision_record(made, decision, made.claims)
    assert [(row["name"], row["claims"]) for row in record["speakers"]] == [("Edda Falk", 1), (None, 1)]
    rows = list(matrix_rows(Query().run([made]), None))
    assert [row["speaker"] and row["speaker"]["name"] for row in rows] == ["Edda Falk", None]
    assert [row["claims"] for row in rows] == [1, 1]
    for form, tally, last in (
        ("table", "Edda Falk 1, — 1", r"— +1 +1"),
        ("markdown", "Edda Falk 1, — 1", r"\| — \| 1 \| 1 \|"),
        ("csv", ',"Edda Falk; ","1; 1",', ",1,1"),
    ):
        out = io.StringIO()
        write("decisions", [record], Screen(form), out)
        write("matrix", rows, Screen(form), out)
        assert tally in out.getvalue()
        assert re.fullmatch(last, out.getvalue().splitlines()[-1])


def test_the_note_of_a_matrix_counts_what_there_is_without_the_limit(inside: Run, tmp_path: Path) -> None:
    path = tmp_path / "mill.txt"
    path.write_text(UNTOLD.replace("He resigned.", "Ula Dorn vowed to close the pier."), "utf-8")
    rows = json.loads(inside("matrix", path, "--json").out)
    speakers = [row for row in rows if row["speaker"]]
    assert len(speakers) > 1 < len(rows[0]["decisions"])
    there = f"{len(speakers)} speakers and {len(rows[0]['decisions'])} decisions"
    assert f"of {there}; --limit shows more" in inside("matrix", path, "-n", "1").err


def test_search_looks_where_it_is_told(inside: Run, article: Path) -> None:
    assert inside("search", "said", article, "--json").code == 1
    found = json.loads(inside("search", "said", article, "--in", "cue, content", "--json").out)
    assert {hit["cue"]["text"] for hit in found} == {"said"}
    wrong = inside("search", "said", article, "--in", "verb")
    assert wrong.code == 2
    assert "'verb'" in wrong.err


def test_search_finds_half_remembered_words_and_marks_them(inside: Run, article: Path) -> None:
    hits = json.loads(inside("search", "quay open fishermn", article, "--json").out)
    best = hits[0]
    text = article.read_text(encoding="utf-8")
    assert "The quay stays open" in best["text"]
    assert "fishermen" in [best["text"][start:end] for start, end in best["matches"]]
    assert "fishermen" in [text[start:end] for start, end in best["article_matches"]]


def test_check_tells_verbatim_from_altered_from_not_found(inside: Run, article: Path) -> None:
    verbatim = inside("check", "The quay stays open to fishermen", article)
    altered = inside("check", "The quay always stays open for fishermen", article)
    absent = inside("check", "Penguins will inherit the stratosphere", article)
    assert (verbatim.code, altered.code, absent.code) == (0, 0, 1)
    assert verbatim.out.startswith("verbatim")
    assert altered.out.startswith("altered")
    assert "{+always+}" in altered.out
    assert "to → for" in altered.out
    assert absent.out.startswith("not found")


def test_check_is_loud_about_a_negation_lost_or_added(inside: Run, article: Path) -> None:
    lost = inside("check", "We will trade our mornings for their afternoons", article)
    assert "beware     the claim has “not”, the quotation does not\n" in lost.out
    added = inside("check", "The quay never stays open to fishermen", article)
    assert "beware     the quotation has “never”, the claim does not\n" in added.out
    (record, *_) = json.loads(
        inside("check", "The quay never stays open to fishermen", article, "--json").out
    )
    assert record["negations"] == [{"change": "added", "text": "never"}]
    assert "beware" not in inside("check", "The quay stays closed to fishermen", article).out


DENIED = """Dana Ruel denied that she had shredded the letters.

“I shredded nothing,” Ruel denied. Omar Lund said the letters were gone, a claim that Ruel dismissed as “a stunt.”
"""


@pytest.fixture
def denied(tmp_path: Path) -> Path:
    path = tmp_path / "denied.txt"
    path.write_text(DENIED, encoding="utf-8")
    return path


def test_check_is_loud_about_words_that_the_speaker_denied(inside: Run, denied: Path) -> None:
    told = inside("check", "she had shredded the letters", denied)
    assert "beware     the words are what Dana Ruel denied, doubted or refused: “denied”\n" in told.out
    (record, *_) = json.loads(inside("check", "she had shredded the letters", denied, "--json").out)
    assert record["denied"] == "denied"
    for quote in ("I shredded nothing", "the letters were gone", "a stunt"):
        (record, *_) = json.loads(inside("check", quote, denied, "--json").out)
        assert (record["verdict"], record["denied"]) == ("verbatim", None)
        assert ("beware" in inside("check", quote, denied).out) is record["too_short"] is (quote == "a stunt")


@pytest.mark.parametrize("command", [("claims",), ("search", "shredded letters")])
def test_tables_put_the_cue_of_a_denial_before_the_words(
    inside: Run, denied: Path, command: tuple[str, ...]
) -> None:
    table = inside(*command, denied).out
    assert "denied: she had shredded the letters" in table
    assert "denied: “I shredded nothing" not in table
    assert "said: " not in table
    if command[0] == "search":
        assert (
            "denied: she had **shredded** the **letters**" in inside(*command, denied, "-f", "markdown").out
        )


def test_tables_put_a_cue_before_words_that_tell_nothing_without_it(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(
        "Dana Ruel praised the new timetable. She asked Omar Lund to step down. Lund said that he would stay.\n",
        encoding="utf-8",
    )
    table = inside("claims", tmp_path / "plan.txt").out
    assert "praised: the new timetable" in table
    assert "asked: Omar Lund to step down" in table
    assert "said:" not in table


def test_check_tells_the_words_of_the_article_from_those_of_the_speaker(inside: Run, denied: Path) -> None:
    told = inside("check", "the letters were gone", denied).out
    assert told.startswith("verbatim, in the article's words (indirect): 100% ")
    assert "as told    the letters were gone\n" in told
    assert "was said" not in told
    said = inside("check", "I shredded nothing", denied).out
    assert said.startswith("verbatim: 100% ")
    assert "was said   “I shredded nothing,”\n" in said


def test_check_warns_of_what_turns_the_meaning(inside: Run, tmp_path: Path) -> None:
    path = tmp_path / "mill.txt"
    path.write_text(
        "The mill has scrapped plans to close the bakery.\n\n"
        "“We will hire 120 bakers in the spring and pay them well,” said Dana Ruel.\n",
        encoding="utf-8",
    )
    for quote, code, told in (
        ("We will hire 1,200 bakers in the spring", 0, "the quotation has “1,200”, the claim “120”"),
        ("close the bakery", 0, "beside the words stands “scrapped plans”"),
        ("pay them", 0, "a quotation is too short to tell"),
        (
            "We will hire 120 bakers in the spring and build boats",
            0,
            "the claim has nothing like “build boats”",
        ),
    ):
        result = inside("check", quote, path, COLUMNS="140")
        assert result.code == code
        assert f"beware     {told}" in result.out.replace("of one or two words ", "")
        assert inside("check", quote, path, "--exact").code == 1
    half = "We will hire 120 bakers in the spring, build boats, sell timber and move to Lapland"
    result = inside("check", half, path)
    assert (result.code, result.out.startswith("not found as a whole: ")) == (1, True)


def test_check_exact_lets_only_through_what_may_be_printed_so(inside: Run, denied: Path) -> None:
    for quote, options, code in (
        ("I shredded nothing", [], 0),
        ("I shredded nothing", ["-s", "Ruel"], 0),
        ("I shredded nothing", ["-s", "Lund"], 1),
        ("I never shredded nothing", [], 1),
        ("I … shredded", [], 1),
        ("the letters were gone", [], 1),  # the article's own words
        ("she had shredded the letters", [], 1),
        ("Penguins rule the stratosphere", [], 1),
    ):
        result = inside("check", quote, denied, "--exact", "--json", *options)
        assert result.code == code, quote
        assert json.loads(result.out)[0]["exact"] is (code == 0)


def test_check_tells_what_the_asked_speaker_says_here(inside: Run, denied: Path) -> None:
    told = inside("check", "I burned nothing but the toast", denied, "--speaker", "Lund")
    assert told.code == 1
    assert told.out.startswith("not found; here Omar Lund has 1 claim\n")
    (record, *_) = json.loads(
        inside("check", "I burned nothing but the toast", denied, "-s", "Ruel", "--json").out
    )
    assert record["asked"] == [{"name": "Dana Ruel", "claims": 3}]
    assert record["claim"]["speaker"]["name"] == "Dana Ruel"
    absent = inside("check", "I burned nothing but the toast", denied, "-s", "Zebra")
    assert absent.out.startswith("not found; nobody of that name speaks here\n")
    assert (
        json.loads(inside("check", "I shredded nothing", denied, "-s", "Ruel", "--json").out)[0]["asked"]
        is None
    )


def test_each_quotation_of_a_file_is_answered_in_a_line(inside: Run, denied: Path, tmp_path: Path) -> None:
    path = tmp_path / "quotations.txt"
    path.write_text("I shredded nothing\n\nPenguins rule the stratosphere\n", encoding="utf-8")
    result = inside("check", "--queries", path, denied)
    answers = [json.loads(line) for line in result.out.splitlines()]
    assert [(answer["quote"], answer["verdict"], answer["error"]) for answer in answers] == [
        ("I shredded nothing", "verbatim", None),
        ("Penguins rule the stratosphere", "not found", None),
    ]
    assert answers[0]["nearest"] == json.loads(inside("check", "I shredded nothing", denied, "--json").out)
    assert result.code == 0
    assert inside("check", "--queries", path, denied, "--exact").code == 1
    piped = inside("check", denied, "--queries", "-", stdin=path.read_bytes())
    assert piped.out == result.out
    Draft202012Validator(schema("check")).validate(answers)
    path.write_text("…\nPenguins rule the stratosphere\n", encoding="utf-8")
    bad = inside("check", "--queries", path, denied)
    assert (bad.code, len(bad.out.splitlines())) == (2, 2)
    assert json.loads(bad.out.splitlines()[0])["error"].startswith("has no words")
    assert "line 1: has no words" in bad.err
    path.write_text("Penguins rule the stratosphere\n", encoding="utf-8")
    none = inside("check", "--queries", path, denied)
    assert (none.code, none.err) == (1, "claimcli check: none of 1 quotation is found\n")
    missing = inside("check", "--queries", path, tmp_path / "missing.txt")
    assert (missing.code, json.loads(missing.out)["verdict"]) == (2, None)
    assert inside("check", "--queries", path, denied, "-f", "csv").code == 2
    assert "QUOTE is missing" in inside("check").err


def test_a_line_of_quotations_ends_at_a_line_feed_alone(inside: Run, denied: Path, tmp_path: Path) -> None:
    path = tmp_path / "quotations.txt"
    path.write_bytes("I shredded\u2028nothing\r\nel niño\n".encode() + b"clos\xe9\n")
    result = inside("check", "--queries", path, denied)
    quotes = [json.loads(line)["quote"] for line in result.out.splitlines()]
    assert quotes == ["I shredded\u2028nothing", "el niño", "closé"]
    assert "line 3: is not UTF-8" in result.err
    path.write_bytes(b"")
    assert "write a quotation" in inside("check", "--queries", path, denied).err


HALF = """Dana Ruel said the mill would close "before winter, not after", and that it was "no great loss".

Ruel dismissed the protest as "a lot of noise". Omar Lund said, "I'll stay. The Ruels' mill stays."
"""


@pytest.mark.parametrize(
    ("quote", "quoted", "words", "title"),
    [
        (
            "the mill would close before winter",
            "some",
            ['"before winter, not after"'],
            ", partly in the article",
        ),
        (
            "the mill shall close before winter",
            "some",
            ['"before winter, not after"'],
            ", partly in the article",
        ),
        ("the mill would close", "none", [], ", in the article's words (outside the quotation marks): "),
        ("before winter, not after", "all", ['"before winter, not after"'], ": "),
        ("a lot of noise", "all", ['"a lot of noise"'], ": "),
        ("I'll stay. The Ruels' mill stays", "all", ["\"I'll stay. The Ruels' mill stays.\""], ": "),
    ],
)
def test_check_never_puts_marks_round_words_that_nobody_spoke(
    inside: Run, tmp_path: Path, quote: str, quoted: str, words: list[str], title: str
) -> None:
    (tmp_path / "mill.txt").write_text(HALF, encoding="utf-8")
    inside("extract", "mill.txt", "-o", "mill.db")
    for source in ("mill.txt", "mill.db"):
        (record, *_) = json.loads(inside("check", quote, source, "--json").out)
        assert (record["quoted"], [piece["text"] for piece in record["quoted_words"]]) == (quoted, words)
        for piece in record["quoted_words"]:
            assert record["claim"]["text"][piece["start"] : piece["end"]] == piece["text"]
        table = inside("check", quote, source).out
        assert table.startswith(record["verdict"] + title)
        assert ("was said" in table) == (quoted == "all")
        assert ("in quotation marks stands only" in table) == (quoted == "some")


UNHEARD = """The owner, who "bled the café dry", has gone. A sign on the door reads: "Back in May, I hope."

Ruel’s lawyer was away. Dana Ruel said the mill would close in May.
"""


@pytest.mark.parametrize(
    ("quote", "quoted", "paragraph"),
    [
        ("bled the cafe dry", "all", 1),
        ("who bled the café dry, has gone", "some", 1),
        ("who bled … has gone", "some", 1),
        ("Ruel's lawyer was away", "none", 2),
    ],
)
def test_check_tells_words_that_stand_in_an_article_and_in_no_claim(
    inside: Run, tmp_path: Path, quote: str, quoted: str, paragraph: int
) -> None:
    (tmp_path / "mill.txt").write_text(UNHEARD, encoding="utf-8")
    inside("extract", "mill.txt", "-o", "mill.db")
    for source in ("mill.txt", "mill.db"):
        result = inside("check", quote, source)
        assert result.code == 1
        assert not result.out.startswith("not found\n")
        assert "⟦" in result.out
        assert f"¶ {paragraph}" in result.out
        record = json.loads(inside("check", quote, source, "--json").out)[0]
        (place,) = record["in_articles"]
        assert (record["verdict"], place["quoted"]) == ("not found", quoted)
        assert place["text"] == UNHEARD[place["start"] : place["end"]]
        assert [row["number"] for row in place["paragraphs"]] == [paragraph]
    for other in ("Penguins rule the mill", "dry the bled café"):
        assert json.loads(inside("check", other, "mill.txt", "--json").out)[0]["in_articles"] == []


def test_check_tells_what_only_the_filters_leave_out(inside: Run, denied: Path, tmp_path: Path) -> None:
    inside("extract", denied, "-o", tmp_path / "claims.db")
    for source in (denied, tmp_path / "claims.db"):
        for filters in (("-k", "direct"), ("--min-confidence", "1")):
            result = inside("check", "the letters were gone", source, *filters)
            assert result.code == 1
            assert result.out.startswith("not found among the claims that pass the filters; 1 without them\n")
        records = json.loads(inside("check", "the letters were gone", source, "-k", "direct", "--json").out)
        assert {record["filtered_out"] for record in records} == {1}
        assert not any(record["in_articles"] for record in records)
        absent = inside("check", "Penguins rule the stratosphere", source, "-k", "direct")
        assert absent.out.startswith("not found\n")


def test_check_gives_no_verdict_on_what_it_could_not_read(inside: Run, tmp_path: Path) -> None:
    missing = inside("check", "Stay calm", tmp_path / "missing.txt", "--json")
    assert missing.code == 2
    assert json.loads(missing.out) == []
    assert "missing.txt" in missing.err


def test_check_tells_a_quotation_in_the_wrong_mouth(inside: Run, article: Path) -> None:
    result = inside("check", "The quay stays open to fishermen", article, "--speaker", "Horák")
    assert result.code == 1
    assert "verbatim, but by another speaker: 100%" in result.out
    assert "“Horák” stands in ¶ 5\n" in result.out
    assert "Økland" in result.out


def test_check_tells_how_sure_another_speaker_is(inside: Run, tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(
        "Ada Berg, the mayor, opened the quay. The Dahl brothers stayed away.\n\n“It is ours,” she said.\n",
        encoding="utf-8",
    )
    result = inside("check", "It is ours", path, "--speaker", "Dahl")
    assert (result.code, result.err.startswith("claimcli check: no speaker like “Dahl”")) == (1, True)
    assert "verbatim, but it seems by another speaker" in result.out
    assert re.search(r"by +Ada Berg, mayor, for “she”; right in \d+ of 100 such cases\n", result.out)
    assert re.search(
        r"named +“Dahl” stands in ¶ 1, and is none of the speakers found in the article\n", result.out
    )
    (record,) = json.loads(inside("check", "It is ours", path, "--speaker", "Dahl", "--json").out)
    assert record["named"] == {"text": "Dahl", "start": 42, "end": 46, "paragraph": 1, "speaks": False}
    right = inside("check", "It is ours", path, "--speaker", "Berg")
    assert (right.code, "named" in right.out, "for “she”; right in" in right.out) == (0, False, True)

    listed = inside("claims", path, "--speaker", "Dahl").err
    assert (
        "no speaker like “Dahl”; articles have the name: claimcli search --in article Dahl; speak" in listed
    )


def test_filters_in_a_query_are_those_of_the_options(inside: Run, article: Path) -> None:
    def found(*arguments: str) -> list[tuple[str, float]]:
        hits = json.loads(inside("search", *arguments, article, "--json").out)
        return [(hit["id"], hit["score"]) for hit in hits]

    assert found("the speaker:okland") == found("the", "--speaker", "okland") != found("the")
    assert found("the speaker:Oklond") == found("the", "--speaker", "Oklond") != []
    assert found("the kind:indirect") == found("the", "--kind", "indirect") != []
    assert found('the about:"cruise terminal"') == found("the", "--about", "cruise terminal") != []


def test_a_filter_in_a_query_tells_what_it_was_taken_for_and_what_there_is(
    inside: Run, article: Path
) -> None:
    assert "taken for Ingrid Økland" in inside("search", "speaker:oklond the", article).err
    nobody = inside("search", "speaker:nobody the", article)
    assert nobody.code == 1
    assert "no speaker like “nobody”; speakers here: " in nobody.err


def test_what_looks_like_a_filter_and_is_none_is_told(inside: Run, article: Path) -> None:
    plain = inside("search", "quay stays", article)
    told = inside("search", "quay stays:open", article)
    assert (told.code, plain.err) == (0, "")
    assert told.err.startswith("claimcli search: stays: is no filter")
    for words in (
        '"stays:open" quay',
        "quay 12:30",
        "quay https://a.b",
        "quay stays: open",
        "kind:direct quay",
    ):
        assert "no filter" not in inside("search", words, article).err


@pytest.fixture
def queries(tmp_path: Path) -> Path:
    path = tmp_path / "queries.txt"
    path.write_text("\ufeffquay stays open\n\n  #town\r\npenguins\nspeaker:horák jobs\n", encoding="utf-8")
    return path


def test_each_query_of_a_file_is_answered_in_a_line(inside: Run, article: Path, queries: Path) -> None:
    result = inside("search", "--queries", queries, article)
    answers = [json.loads(line) for line in result.out.splitlines()]
    assert result.code == 0
    assert [answer["query"] for answer in answers] == [
        "quay stays open",
        "#town",
        "penguins",
        "speaker:horák jobs",
    ]
    assert [bool(answer["hits"]) for answer in answers] == [True, True, False, True]
    alone = inside("search", "quay stays open", article, "--json")
    assert answers[0]["hits"] == json.loads(alone.out)
    as_array = json.loads(inside("search", "--queries", queries, article, "--json").out)
    assert as_array == answers
    piped = inside("search", article, "--queries", "-", stdin=queries.read_bytes())
    assert piped.out == result.out


def test_queries_tell_by_the_exit_code_whether_any_was_found(
    inside: Run, article: Path, tmp_path: Path
) -> None:
    path = tmp_path / "queries.txt"
    path.write_text("penguins\nzebras\n", encoding="utf-8")
    none = inside("search", "--queries", path, article)
    assert (none.code, len(none.out.splitlines())) == (1, 2)
    assert none.err == "claimcli search: nothing found for any of 2 queries\n"
    path.write_text("kind:loud\nquay\n", encoding="utf-8")
    bad = inside("search", "--queries", path, article)
    assert bad.code == 2
    assert "line 1" in bad.err
    assert len(bad.err.splitlines()) == 1
    assert [json.loads(line)["query"] for line in bad.out.splitlines()] == ["kind:loud", "quay"]
    assert [json.loads(line)["error"] is None for line in bad.out.splitlines()] == [False, True]
    path.write_text(" \n", encoding="utf-8")
    assert "is empty" in inside("search", "--queries", path, article).err
    assert inside("search", "--queries", path, article, "--format", "csv").code == 2


def test_a_database_answers_as_the_articles_do(inside: Run, papers: list[Path], tmp_path: Path) -> None:
    inside("extract", *papers, "-o", tmp_path / "claims.db")
    for arguments in (
        ["search", "ferry winter"],
        ["search", "ferry", "--speaker", "berg"],
        ["search", "late", "--in", "content,speaker"],
        ["check", "Our plan was to keep the ferry running"],
        ["check", "keep our word to the islands", "--speaker", "horák"],
        ["search", "zebra"],
        ["search", "ferry", "--speaker", "Nobody"],
        ["compare"],
    ):
        ours = inside(*arguments, tmp_path / "claims.db", "--json")
        theirs = inside(*arguments, *papers, "--json")
        assert ours == theirs, arguments


def test_compare_sets_the_wordings_of_a_quotation_side_by_side(inside: Run, papers: list[Path]) -> None:
    (row,) = json.loads(inside("compare", *papers, "--json").out)
    assert (row["articles"], row["missing"]) == (2, 1)
    assert [Path(article["source"]).name for article in row["carried_by"]] == ["monday.txt", "tuesday.txt"]
    assert [Path(article["source"]).name for article in row["missing_from"]] == ["wednesday.txt"]
    first, second = row["variants"]
    assert "keep our word" in first["text"]
    assert first["differences"] == []
    changed = {
        part["change"]: (part["first"] and part["first"]["text"], part["here"] and part["here"]["text"])
        for part in second["differences"]
        if part["change"] != "kept"
    }
    assert changed == {"added": (None, "only"), "changed": ("running", "going")}
    for part in second["differences"]:
        for side, text in (("first", first["text"]), ("here", second["text"])):
            if part[side]:
                assert text[part[side]["start"] : part[side]["end"]] == part[side]["text"]


def test_compare_in_the_other_formats(inside: Run, papers: list[Path]) -> None:
    table = inside("compare", *papers).out
    assert "in 2 of 3 articles" in table
    assert "“Our {+only+} plan was" in table
    assert "[-running-] {+going+}" in table
    assert "not in" in table
    markdown = inside("compare", *papers, "-f", "markdown").out
    assert "~~running~~ **going**" in markdown
    rows = list(csv.DictReader(io.StringIO(inside("compare", *papers, "-f", "csv").out)))
    assert [(row["quotation"], row["variant"], row["changes"]) for row in rows] == [
        ("1", "1", ""),
        ("1", "2", "∅ → only; running → going"),
    ]


def test_compare_heeds_filters_and_limit(inside: Run, papers: list[Path]) -> None:
    assert inside("compare", *papers, "--speaker", "Berg", "-n", "1").code == 0
    assert inside("compare", *papers, "--kind", "indirect").code == 1
    nobody = inside("compare", *papers, "--speaker", "Nobody")
    assert nobody.code == 1
    assert "Ada Berg" in nobody.err


def test_compare_counts_articles_of_an_extract_that_lack_the_speaker(
    inside: Run, papers: list[Path], tmp_path: Path
) -> None:
    for name in ("claims.jsonl", "claims.db"):
        inside("extract", *papers, "-o", tmp_path / name)
        rows = inside("compare", tmp_path / name, "--speaker", "berg", "--json")
        assert rows == inside("compare", *papers, "--speaker", "berg", "--json")
        assert json.loads(rows.out)[0]["missing"] == 1


def test_compare_wants_two_articles(inside: Run, papers: list[Path], tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(papers[0].read_bytes())
    for sources, told in (
        ([papers[0]], "only one is here"),
        ([papers[0], copy], "both hold the same one"),
        ([papers[0], copy, copy], "all 3 hold the same one"),
    ):
        result = inside("compare", *sources)
        assert (result.code, result.out) == (2, "")
        assert told in result.err
    apart = inside("compare", papers[0], papers[2])
    assert apart.code == 1
    assert len(apart.err.splitlines()) == 1
    missing = inside("compare", papers[0], papers[1], "absent.txt")
    assert (missing.code, bool(missing.out)) == (2, True)


def test_an_article_from_several_sources_counts_once(
    inside: Run, article: Path, papers: list[Path], tmp_path: Path
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(article.read_bytes())
    inside("extract", article, "-o", tmp_path / "claims.jsonl")
    (tmp_path / "part.jsonl").write_text(inside("quotes", article, "-f", "jsonl").out, encoding="utf-8")
    claim = json.loads(inside("claims", article, "--json").out)[0]
    others = (copy, tmp_path / "claims.jsonl", tmp_path / "part.jsonl")
    for arguments in (
        *((listing,) for listing in LISTINGS),
        ("claims", "-s", "okland"),
        ("search", "quay"),
        ("check", "The quay always stays open"),
        ("compare", *papers),
        ("show", claim["id"]),
    ):
        once = inside(*arguments, article, "--json")
        again = inside(*arguments, article, *others, "--json")
        assert (again.code, again.out) == (once.code, once.out), arguments
        (note,) = again.err.splitlines()
        assert "copy.txt and 2 more" in note


def test_claims_of_one_article_may_come_in_parts(
    inside: Run, article: Path, papers: list[Path], tmp_path: Path
) -> None:
    claims = inside("claims", article, "-f", "jsonl").out.splitlines()
    parts = [tmp_path / f"{number}.jsonl" for number in range(3)]
    for part, lines in zip(parts, (claims[:2], claims[1:], claims[1:]), strict=True):
        part.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    assert len(claims) > 3
    result = inside("claims", *parts, "-f", "jsonl")
    assert result.out.splitlines() == claims
    for command in (["search", "kind:direct"], ["search", "company jobs"], ["compare", *papers]):
        assert inside(*command, *parts, "--json").out == inside(*command, article, "--json").out
    assert len(result.err.splitlines()) == 1


def test_show_marks_the_claim_in_its_paragraph(inside: Run, article: Path) -> None:
    quote = json.loads(inside("quotes", article, "-s", "økland", "--json").out)[0]
    result = inside("show", quote["id"][:6], article, "--explain")
    assert "⟦“We will not trade our mornings for their afternoons,”⟧ {said}" in result.out
    assert "⟦“The quay stays open to fishermen.”⟧" in result.out
    assert "The harbour council on Tuesday rejected" in result.out  # the neighbour before
    assert all(rule in result.out for rule in quote["because"])


def test_show_takes_decisions_and_facts(inside: Run, article: Path) -> None:
    decision = json.loads(inside("decisions", article, "--json").out)[0]
    fact = json.loads(inside("facts", article, "--json").out)[0]
    shown = json.loads(inside("show", decision["id"], article, "--json").out)[0]
    assert (shown["what"], len(shown["claims_about"])) == ("decision", decision["claims"])
    assert "⟦" in inside("show", fact["id"], article).out


def test_a_decision_tells_why_it_was_found(inside: Run, article: Path, tmp_path: Path) -> None:
    decision = json.loads(inside("decisions", article, "--about", "cruise terminal", "--json").out)[0]
    first, *others = decision["because"]
    assert first == "did: “on Tuesday rejected a cruise terminal at the old fish market” (declined, ¶ 2)"
    assert others == ["did: “Rejects Cruise Terminal” (declined, ¶ 1)"]
    plain = inside("show", decision["id"], article).out
    assert "because" not in plain
    assert "about: " not in plain
    explained = inside("show", decision["id"], article, "--explain").out
    words = " ".join(explained.split())
    assert "because did (as in: The judge blocked the merger): “" in words
    assert "(declined, ¶ 2), which gives the status" in words
    assert "(declined, ¶ 1)" in words
    assert "about: " in explained
    for name in ("claims.jsonl", "claims.db", "claims.parquet"):
        inside("extract", article, "-o", tmp_path / name)
        assert inside("show", decision["id"], tmp_path / name, "--explain").out == explained


def test_a_database_without_the_reasons_of_decisions_is_read(
    inside: Run, article: Path, tmp_path: Path
) -> None:
    made = tmp_path / "claims.db"
    inside("extract", article, "-o", made)
    before = inside("search", "quay", made).out
    with closing(sqlite3.connect(made)) as connection:
        connection.execute("ALTER TABLE decisions DROP COLUMN because")
        connection.commit()
    decisions = json.loads(inside("decisions", made, "--json").out)
    assert {tuple(decision["because"]) for decision in decisions} == {()}
    assert inside("show", decisions[0]["id"], made, "--explain").code == 0
    assert inside("search", "quay", made).out == before


def test_show_wants_a_beginning_that_is_unique(inside: Run, tmp_path: Path) -> None:
    path = tmp_path / "many.txt"
    path.write_text("".join(f"Boat {number} left.\n\n" for number in range(200)), encoding="utf-8")
    first = json.loads(inside("facts", path, "--json").out)[0]["id"][0]
    result = inside("show", first, path)
    assert (result.code, len(result.err.splitlines())) == (2, 1)
    assert result.err.count("(fact)") == 5
    assert re.search(r" and \d+ more; type more of it", result.err)


def test_nothing_found_says_what_would_have_been(claimcli: Run, inside: Run, article: Path) -> None:
    result = claimcli("quotes", article, "--speaker", "Nobody")
    assert (result.code, result.out) == (1, "")
    assert "Nobody" in result.err
    assert "Ingrid Økland" in result.err
    result = inside("claims", article, "--about", "moon landing")
    assert result.code == 1
    assert "cruise terminal" in result.err


def test_words_that_are_no_decision_but_stand_in_claims_are_to_be_searched_for(
    inside: Run, article: Path, tmp_path: Path
) -> None:
    inside("extract", article, "-o", tmp_path / "claims.db")
    for source in (article, tmp_path / "claims.db"):
        result = inside("claims", source, "--about", "old town")
        assert (result.code, result.out) == (1, "")
        assert (
            "no decision like “old town”; claims have the words: claimcli search 'old town'; " in result.err
        )
        for command in ("search", "traffic"), ("search", 'traffic about:"old town"'), ("check", "traffic"):
            about = [] if "about:" in command[1] else ["--about", "old town"]
            assert (
                "; claims have the words: claimcli search 'old town'; "
                in inside(*command, source, *about).err
            )
        assert "claimcli search" not in inside("claims", source, "--about", "old moon").err
        assert "claimcli search" not in inside("claims", source, "--about", "old fish market").err


def test_a_name_that_stands_in_articles_and_is_nobody_who_speaks_is_told(
    inside: Run, article: Path, tmp_path: Path
) -> None:
    inside("extract", article, "-o", tmp_path / "claims.db")
    hint = "; articles have the name: claimcli search --in article market; speakers here: "
    for source in (article, tmp_path / "claims.db"):
        for command in ("quotes",), ("search", "quay"), ("check", "The quay"):
            assert f"no speaker like “market”{hint}" in inside(*command, source, "-s", "market").err
        assert hint in inside("search", "quay speaker:market", source).err
        assert "articles have" not in inside("search", "quay", source, "-s", "mark").err


def test_nothing_found_says_which_filter_left_nothing(inside: Run, article: Path, tmp_path: Path) -> None:
    with article.open("a", encoding="utf-8") as file:
        file.write("\nResidents said the quay was theirs.\n")
    silent = inside("quotes", article, "-s", "residents")
    assert (silent.code, silent.out) == (1, "")
    assert silent.err == "claimcli quotes: Residents: 1 claim here, none of them direct or mixed\n"
    both = inside("claims", article, "-s", "residents", "-a", "cruise terminal", "--min-confidence", "0.99")
    assert "speaker, about, min-confidence together" in both.err
    inside("extract", article, "-o", tmp_path / "claims.db")
    for source in (article, tmp_path / "claims.db"):
        assert "the filter kind" in inside("search", "penguins", source, "-k", "direct").err
        assert (
            "none of them direct" in inside("search", "quay", source, "-k", "direct", "-s", "residents").err
        )
    told = tmp_path / "told.txt"
    told.write_text("Residents said the quay was theirs.\n", encoding="utf-8")
    unquoted = inside("quotes", told)
    assert (unquoted.code, unquoted.out, "claimcli claims lists" in unquoted.err) == (1, "", True)
    assert inside("quotes", told, "-s", "residents", "-k", "direct").err.endswith("none of them direct\n")
    both = inside("quotes", article, "-s", "Økland", "--min-confidence", "0.999").err
    assert both == "claimcli quotes: no quote passes the filters speaker, min-confidence together\n"
    listed = inside("claims", article, "-s", "Økland,Horák").err
    assert "option of its own; speakers here: " in listed


@pytest.mark.parametrize("command", ["search", "check"])
def test_a_file_in_the_place_of_the_words_is_told(inside: Run, article: Path, command: str) -> None:
    told = f"{article} is a file or folder, but is taken for the words, which come before it"
    assert told in inside(command, article).err
    assert told not in inside(command, "quay", article).err


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("quotes", "no quotes in 1 article"),
        ("claims", "no claims in 1 article"),
        ("speakers", "no speakers in 1 article"),
        ("decisions", "no decisions in 1 article"),
        ("matrix", "no decisions in 1 article"),
    ],
)
def test_nothing_is_told_by_its_name(inside: Run, tmp_path: Path, command: str, told: str) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("The boats are old.\n", encoding="utf-8")
    assert inside(command, path) == (1, "", f"claimcli {command}: {told}\n")


def test_a_matrix_without_claims_about_its_decisions_says_so(inside: Run, tmp_path: Path) -> None:
    path = tmp_path / "mute.txt"
    path.write_text("The king signed a ban on boats.\n", encoding="utf-8")
    assert json.loads(inside("decisions", path, "--json").out)
    assert "no claims about the decisions in 1 article" in inside("matrix", path).err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("search", "penguin"), "claimcli search: nothing found in 1 article"),
        (("claims", "-s", "Zebra"), "claimcli claims: no speaker like “Zebra”; speakers here: "),
        (("decisions", "-s", "Zebra"), "claimcli decisions: no speaker like “Zebra”; speakers here: "),
        (("show", "ffff"), "claimcli show: no id begins with 'ffff'"),
    ],
)
def test_nothing_is_told_beside_what_could_not_be_read(
    inside: Run, article: Path, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    result = inside(*arguments, article, empty)
    assert (result.code, result.out) == (2, "")
    unread, nothing = result.err.splitlines()
    assert "empty.txt: is empty" in unread
    assert nothing.startswith(told)
    assert len(inside(*arguments, empty).err.splitlines()) == 1  # where nothing could be read, that is all


def test_queries_tell_that_nothing_was_found_beside_what_could_not_be_read(
    inside: Run, article: Path, tmp_path: Path
) -> None:
    path = tmp_path / "queries.txt"
    path.write_text("penguins\n", encoding="utf-8")
    result = inside("search", "--queries", path, article, "absent.txt")
    assert result.code == 2
    assert result.err.endswith("claimcli search: nothing found for any of 1 query\n")


def test_search_tells_where_else_the_words_stand(inside: Run, article: Path, tmp_path: Path) -> None:
    article.write_text(
        article.read_text(encoding="utf-8") + "\nA lighthouse stands there.\n", encoding="utf-8"
    )
    inside("extract", article, "-o", tmp_path / "claims.db")
    for source in (article, tmp_path / "claims.db"):
        for words, told in (
            ("Horak", "; a speaker here: --speaker Horak; in the article's own words: --in article\n"),
            (
                "pavel horak",
                "; a speaker here: --speaker 'pavel horak'; in the article's own words: --in article\n",
            ),
            ("spokesman", "; in the article's own words: --in article\n"),
            ("lighthouse", "; in the article's own words: claimcli facts\n"),
            ("zebra", "nothing found in 1 article\n"),
        ):
            result = inside("search", words, source)
            assert (result.code, result.out) == (1, "")
            assert result.err.endswith(told)
        assert "--speaker" not in inside("search", "speaker:økland horak", source).err
        assert inside("search", "horak", source, "--in", "content,speaker").code == 0
        assert inside("search", "spokesman", source, "--in", "article").code == 0


def test_check_tells_that_nobody_has_the_name_asked_for(inside: Run, article: Path, tmp_path: Path) -> None:
    inside("extract", article, "-o", tmp_path / "claims.db")
    for source in (article, tmp_path / "claims.db"):
        for quote in ("The quay stays open to fishermen", "Penguins rule the stratosphere"):
            result = inside("check", quote, source, "--speaker", "Zebra")
            assert result.code == 1
            assert result.err.startswith("claimcli check: no speaker like “Zebra”; speakers here: ")
        slip = inside("check", "The quay stays open to fishermen", source, "--speaker", "Oklond")
        assert (slip.code, slip.err) == (0, "claimcli check: “Oklond” is taken for Ingrid Økland\n")
        inner = inside("check", "The quay stays open to fishermen", source, "--speaker", "land")
        assert (inner.code, "by another speaker" in inner.out) == (1, True)
        begun = inside("check", "The quay stays open to fishermen", source, "--speaker", "Ing")
        assert (begun.code, begun.err) == (0, "claimcli check: “Ing” is taken for Ingrid Økland\n")
        role = inside("check", "The quay stays open to fishermen", source, "--speaker", "mayor")
        assert (role.code, role.err) == (0, "claimcli check: “mayor” is taken for Ingrid Økland\n")


def test_who_there_is_begins_with_who_may_be_meant(inside: Run, tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(
        "On Monday residents said it was late. The residents said it was cold.\n\n"
        "“It was,” said Ada Berg. “Not so,” said Bo Dahl.\n",
        encoding="utf-8",
    )
    assert "speakers here: Ada Berg, Bo Dahl, residents\n" in inside("claims", path, "-s", "zebra").err
    assert "speakers here: Bo Dahl, Ada Berg, residents\n" in inside("claims", path, "-s", "Cy Dahl").err


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "tsv", "table", "markdown"])
def test_an_empty_result_is_empty_in_every_format(inside: Run, article: Path, form: str) -> None:
    result = inside("quotes", article, "--speaker", "Nobody", "--format", form)
    assert result.code == 1
    if form == "json":
        assert result.out == "[]\n"
    else:
        assert len(result.out.splitlines()) == (1 if form in ("csv", "tsv") else 0)


def test_a_missing_file_is_told_and_the_rest_goes_on(claimcli: Run, article: Path) -> None:
    result = claimcli("quotes", "absent.txt", article, "--json")
    assert result.code == 2
    assert json.loads(result.out)
    assert len(result.err.splitlines()) == 1
    assert "absent.txt" in result.err


@pytest.mark.parametrize("command", ["quotes", "facts", "decisions"])
def test_what_strict_stops_leaves_a_whole_array_or_nothing(
    inside: Run, article: Path, tmp_path: Path, command: str
) -> None:
    (tmp_path / "empty.txt").touch()
    result = inside(command, article, "empty.txt", "--json", "--strict")
    assert result.code == 2
    assert json.loads(result.out) == json.loads(inside(command, article, "--json").out)
    assert inside(command, "empty.txt", article, "--json", "--strict")[:2] == (2, "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["quotes", "--spaeker", "x"],
        ["quotes", "--kind", "loud"],
        ["quotes", "--kind", "indirect"],
        ["quotes", "--kind", "direct,indirect"],
        ["quotes", "--kind", ","],
        ["decisions", "--status", "vetoed"],
        ["quotes", "--limit", "0"],
        ["quotes", "--limit", "many"],
        ["quotes", "--min-confidence", "nan"],
        ["quotes", "--speaker", "…"],
        ["quotes", "--json", "--format", "csv"],
        ["search"],
        ["search", "--queries", "absent.txt"],
        ["search", "--queries", ".", "--json"],
        ["search", "--queries", "-", "-"],
        ["search", "kind:loud"],
        ["search", ""],
        ["search", "…"],
        ["check", ""],
        ["check", " … "],
        ["show", " "],
        ["search", "speaker:…"],
        ["search", "--", "-terminal"],
        ["check", "x", "--speaker", "…"],
        ["compare"],
        ["compare", "--format", "xml"],
        ["serch", "x"],
        ["schema", "weather"],
    ],
)
def test_bad_usage_is_one_line_and_exit_code_2(inside: Run, arguments: list[str]) -> None:
    result = inside(*arguments)
    assert (result.code, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1
    assert "--help" in result.err


def test_an_option_without_its_value_points_to_the_help_that_has_it(inside: Run) -> None:
    for arguments in (["quotes", "--limit"], ["quotes", "--json=3"]):
        assert inside(*arguments).err.endswith("; see claimcli quotes --help\n")


@pytest.mark.parametrize("command", ["check", "search"])
def test_words_that_begin_with_a_hyphen(inside: Run, article: Path, command: str) -> None:
    wrong = inside(command, "-5 degrees", article)
    assert (wrong.code, len(wrong.err.splitlines())) == (2, 1)
    assert "-- before" in wrong.err
    assert inside(command, article, "--jsn", "x").err.count("-- before") == 0
    assert inside(command, "--json", "--", "-terminal jobs", article).code in (0, 1)


def test_arguments_are_read_alike_in_typers_own_way(
    inside: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = (
        ("claims", article, "-k", "direct,Mixed", "--min-confidence", "0.5", "--limit", "1", "--json"),
        ("decisions", article, "--status", "declined", "-f", "CSV"),
        ("search", "quay", article, "-s", "økland", "-s", "horak", "--explain"),
        ("check", "The quay stays open", article),
        ("schema", "quotes"),
    )
    ours = [inside(*line) for line in lines]
    assert {result.code for result in ours} == {0}
    bad = [("claims", "-k", "loud"), ("claims", "-n", "0"), ("claims", "-n", "x"), ("claims", "-f", "xml")]
    monkeypatch.setattr(typer, "__version__", "another")
    assert [inside(*line) for line in lines] == ours
    for line in bad:
        result = inside(*line)
        assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)


def test_standard_input(claimcli: Run) -> None:
    result = claimcli("quotes", "-", "--json", stdin="“It rained,” said Ada Berg.")
    assert [quote["text"] for quote in json.loads(result.out)] == ["“It rained,”"]


def test_no_source_means_the_shipped_example_and_says_so(claimcli: Run, inside: Run, article: Path) -> None:
    result = claimcli("quotes", "--speaker", "Stoltenberg", "--json", stdin="“It rained,” said Ada Berg.")
    assert result.code == 0
    assert all(quote["article"]["source"].startswith("seeds/") for quote in json.loads(result.out))
    assert result.err == NO_SOURCE + "\n"
    for named in (article, "-"):
        assert inside("quotes", named, stdin="“It rained,” said Ada Berg.").err == ""


def test_extract_wants_a_source(inside: Run, tmp_path: Path) -> None:
    result = inside("extract", "-o", "claims.db")
    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
    assert list(tmp_path.iterdir()) == []


def test_csv_has_a_column_a_field(inside: Run, article: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(inside("quotes", article, "-f", "csv").out)))
    records = json.loads(inside("quotes", article, "--json").out)
    assert [row["text"] for row in rows] == [record["text"] for record in records]
    assert [row["speaker.name"] for row in rows] == [record["speaker"]["name"] for record in records]


def test_tsv_is_one_line_a_record(inside: Run, article: Path) -> None:
    header, *rows = inside("claims", article, "-f", "tsv").out.splitlines()
    assert len(rows) == len(inside("claims", article, "-f", "jsonl").out.splitlines())
    assert {row.count("\t") for row in rows} == {header.count("\t")}


def test_version(claimcli: Run) -> None:
    from claimcli import __version__

    assert claimcli("--version").out == claimcli("version").out == f"claimcli {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.usefixtures("papers")
def test_examples_in_the_help_run_as_they_stand(inside: Run, command: str) -> None:
    import shlex

    page = inside(command, "--help").out
    examples = re.findall(r"^ +claimcli (.+)$", page, re.MULTILINE)
    assert examples
    for example in examples:
        result = inside(*shlex.split(example))
        assert result.code == 0, example + result.err


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("columns", [60, 80])
def test_the_help_fits_the_window(
    inside: Run, command: str, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.get_terminal_size", lambda *_: terminal_size((columns, 24)))
    lines = inside(*filter(None, [command]), "--help").out.splitlines()
    assert [line for line in lines if len(line) > columns] == []


def test_help_as_a_command(inside: Run) -> None:
    assert inside("help") == inside("--help")
    assert inside("help", "quotes") == inside("quotes", "--help")


def test_help_without_a_command(claimcli: Run) -> None:
    result = claimcli()
    assert result.code == 0
    assert all(command in result.out for command in COMMANDS)


def test_completion_offers_speakers_of_the_named_source(claimcli: Run, inside: Run, article: Path) -> None:
    def offered(words: str, run: Run = inside) -> list[str]:
        shell = {
            "_CLAIMCLI_COMPLETE": "complete_bash",
            "COMP_WORDS": words,
            "COMP_CWORD": str(words.count(" ")),
        }
        return run(**shell).out.splitlines()

    assert "Pavel\\ Horák" in offered(f"claimcli quotes {article} --speaker ", claimcli)
    assert offered(f"claimcli quotes {article} --speaker hor") == ["horák"]
    assert "Jens\\ Stoltenberg" in offered("claimcli quotes --speaker ")
    assert offered("claimcli dec") == ["decisions"]
    assert offered("claimcli quotes --kind direct,M") == ["direct,Mixed"]
    assert offered("claimcli decisions --status ") == ["taken", "declined", "proposed"]


def test_completion_leaves_out_sources_that_would_take_long(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = cast(typer.Context, SimpleNamespace(params={"sources": [str(article)]}, args=[]))
    assert "Pavel Horák" in completion.speaker_names(line, "")
    monkeypatch.setattr(completion, "MOST_BYTES", article.stat().st_size)
    assert completion.speaker_names(line, "") == []


def test_speakers_stand_in_the_order_asked_for(inside: Run, tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(
        "Bo Dahl said it was late. Dahl said it was cold. Bo Dahl said that it rained.\n\n"
        "“It was,” said Cy Eng. “I saw it. It was,” Eng said.\n\nAda Berg said nobody asked her.\n",
        encoding="utf-8",
    )

    def order(*options: str) -> list[str]:
        return [row["name"] for row in json.loads(inside("speakers", path, "--json", *options).out)]

    assert order() == order("--sort", "claims") == ["Bo Dahl", "Cy Eng", "Ada Berg"]
    assert order("--sort", "Quotes")[0] == "Cy Eng"
    assert order("--sort", "name", "-n", "2") == ["Ada Berg", "Bo Dahl"]
    wrong = inside("speakers", path, "--sort", "age")
    assert (wrong.code, "claims, quotes, name" in wrong.err) == (2, True)


def test_decisions_of_an_actor(inside: Run, article: Path) -> None:
    for typed in ("harbour council", "council", "counc"):
        rows = json.loads(inside("decisions", article, "--actor", typed, "--json").out)
        assert {row["actor"] for row in rows} == {"Harbour Council"}
    nobody = inside("decisions", article, "--actor", "zebra")
    assert (
        nobody.code,
        nobody.err.startswith("claimcli decisions: no actor like “zebra”; actors here: "),
    ) == (1, True)


@pytest.mark.parametrize("asked", [*LISTINGS, "search ban"])
def test_answers_are_of_a_time(inside: Run, tmp_path: Path, asked: str) -> None:
    command = asked.split()[0]
    days = {"Ada Berg": "2026-11-02", "Bo Dahl": "Thu, 26 Nov 2026 10:00:00 GMT", "Cy Eng": "11/03/26"}
    path = tmp_path / "rows.jsonl"
    rows = [
        {"text": f"The council banned the ferry {who}.\n\n“The ban is bad,” said {who}.", "date": day}
        for who, day in days.items()
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    inside("extract", path, "-o", tmp_path / "claims.jsonl")
    inside("extract", path, "-o", tmp_path / "claims.db")
    for source in (path, tmp_path / "claims.jsonl", tmp_path / "claims.db"):
        result = inside(*asked.split(), source, "--since", "2026-11-10", "--until", "2026", "--json")
        assert "Bo Dahl" in result.out
        assert not any(who in result.out for who in ("Ada Berg", "Cy Eng"))
        assert result.err == f"claimcli {command}: left out, as it has no date that can be read: {path}#3\n"
        later = inside(*asked.split(), source, "--since", "2027-01-01")
        span = "those with a plain date are from 2026-11-02 to 2026-11-26"
        assert (later.code, f"no article of that time here; {span}" in later.err) == (1, True)
    wrong = inside(*asked.split(), path, "--since", "tomorrow")
    assert (wrong.code, len(wrong.err.splitlines())) == (2, 1)


def test_articles_of_a_time_are_compared(inside: Run, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    rows = [
        {"text": f"{day} “The old ferry is a danger to all,” said Bo Dahl.", "date": day}
        for day in ("2024-01-01", "2025-01-01", "2026-01-01")
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (shared,) = json.loads(inside("compare", path, "--since", "2025", "--json").out)
    assert "2024-01-01" not in json.dumps(shared)
    one = inside("compare", path, "--since", "2026")
    assert (one.code, "only one of that time is here" in one.err) == (2, True)


def test_what_was_met_with_a_stance_is_told_with_it(inside: Run, tmp_path: Path) -> None:
    path = tmp_path / "rail.txt"
    path.write_text(
        "The mayor vetoed the bill. The decision drew criticism from labor leaders.\n", encoding="utf-8"
    )
    assert "criticism: The decision" in inside("claims", path, "-s", "leaders").out
