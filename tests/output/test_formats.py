"""What each format writes, whatever the article says."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claimcli.index import Check, Verdict
from claimcli.model import Article, Speaker
from claimcli.output import FORMATS, Record, Screen, write
from claimcli.output.compared import unfound_record
from claimcli.output.in_context import claim_page, decision_page, fact_page
from claimcli.output.json_lines import encoded
from claimcli.output.markdown import escape
from claimcli.output.records import (
    claim_record,
    decision_record,
    fact_record,
    matrix_cell,
    matrix_row,
    speaker_row,
)
from claimcli.register import Entry
from tests.output.made import article

HOSTILE = "[red]=cmd()|\x1b[31m\x1b]0;own\x07 \x9b31m\u202egnp.\u2066 <b>x</b> `rm` \\ \r\n\t a\u2028b"
SGR = re.compile(r"\x1b\[[0-9;]*m")
ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

# Any text, and often such as terminals, spreadsheets and browsers act on.
texts = st.text(
    st.characters() | st.sampled_from("\x1b\x9b\x07\r\n\t=+-@|`<>&*[]\u202e\u2028\ud800‘”"), max_size=60
)


def drawn(command: str, record: Record, form: str, width: int = 80, *, terminal: bool = False) -> str:
    stream = io.StringIO()
    assert write(command, [record], Screen(form, width, terminal), stream) == 1
    return stream.getvalue()


def records_of(made: Article) -> list[tuple[str, Record]]:
    """A record for every command that reads an article alone."""
    (claim,), (decision,), (fact,) = made.claims, made.decisions, made.facts
    assert claim.speaker
    return [
        ("claims", claim_record(made, claim)),
        ("quotes", claim_record(made, claim)),
        ("facts", fact_record(made, fact)),
        ("decisions", decision_record(made, decision, made.claims)),
        ("speakers", speaker_row(Entry(claim.speaker, [claim, claim]))),
        ("matrix", matrix_row(claim.speaker, [matrix_cell(made, decision, 1)], 1)),
        ("show", claim_page(made, claim, explain=True)),
        ("show", fact_page(made, fact)),
        ("show", decision_page(made, decision)),
    ]


@pytest.mark.parametrize(("sure", "marked"), [(0.74, True), (0.75, False), (None, False)])
def test_a_speaker_who_may_be_another_is_marked(sure: float | None, marked: bool) -> None:
    made = article("“Ja,”")
    made = replace(made, claims=(replace(made.claims[0], speaker_confidence=sure),))
    (claim,) = made.claims
    records = [("claims", claim_record(made, claim)), ("show", claim_page(made, claim, explain=True))]
    for command, record in records:
        for form in ("table", "markdown"):
            assert ("(?)" in drawn(command, record, form)) is marked
        assert "(?)" not in drawn(command, record, "json") + drawn(command, record, "csv")
    assert ("of the speaker 0.7" in drawn(*records[1], "table")) is (sure is not None)


@given(texts, texts, texts)
def test_json_reads_back_as_it_was(content: str, name: str, source: str) -> None:
    for command, record in records_of(article(content, name=name, source=source)):
        line = drawn(command, record, "jsonl")
        assert json.loads(line) == _whole(record)
        assert json.loads(drawn(command, record, "json")) == [_whole(record)]
        assert len(line.splitlines()) == 1
        assert not ACTING.search(line)
        line.encode("utf-8")


def _whole(record: Record) -> Record:
    """``record`` with a replacement character for each half of a surrogate pair."""
    return json.loads(re.sub("[\ud800-\udfff]", "\ufffd", json.dumps(record, ensure_ascii=False)))


@pytest.mark.parametrize("terminal", [False, True])
def test_brackets_are_words_and_no_markup(terminal: bool) -> None:
    made = article("“Ja [red]oder[/red] [/] nein [/b”", name="Ada [bold]Berg[/bold]")
    made = replace(made, decisions=(replace(made.decisions[0], label="sell [red]the pier[/red"),))
    for command, record in records_of(made):
        told = json.dumps(record)
        shown = drawn(command, record, "table", terminal=terminal)
        for words in ("[red]the", "pier[/red", "[bold]Berg[/bold]", "[red]oder[/red]", "[/]"):
            assert words in shown or words not in told


def test_json_escapes_what_cannot_be_seen() -> None:
    signs = "\x7f\x85\x9b\u061c\u200e\u200f\u2028\u2029\u202e\u2066\u2069\ufeff"
    line = encoded({"text": f"{signs}\ud83d\ude00"})
    assert not set(signs) & set(line)
    assert json.loads(line) == {"text": f"{signs}\ufffd\ufffd"}  # not 😀, which would move all behind it


def test_json_keeps_letters_of_all_scripts() -> None:
    assert "Åsa Žižek 李明" in drawn(
        "claims", records_of(article("“Ja”", name="Åsa Žižek 李明"))[0][1], "jsonl"
    )


@given(texts, texts)
def test_csv_reads_back_but_for_what_would_act(content: str, name: str) -> None:
    record = records_of(article(content, name=name))[0][1]
    header, row = csv.reader(io.StringIO(drawn("claims", record, "csv"), newline=""))
    cell = dict(zip(header, row, strict=True))["text"]
    expected = content.replace("\r\n", "\n").replace("\r", "\n")
    if not ACTING.search(expected) and not any(0xD800 <= ord(sign) < 0xE000 for sign in expected):
        assert cell.replace("'", "") == expected.replace("'", "")
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert header[:3] == ["id", "kind", "text"]


def parts(cell: str) -> list[str]:
    """A list put together again from its cell."""
    hidden = re.sub(r"\\(.)", lambda sign: chr(0xE000 + ord(sign[1])), cell)
    shown = str.maketrans({chr(0xE000 + ord(sign)): sign for sign in ";|\\"})
    return [part.translate(shown) for part in hidden.split("; ")]


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_columns_of_a_list_stand_beside_one_another(form: str) -> None:
    tally = [("Berg; mayor", 4), ("C:\\|x", 3), (None, 2)]
    made = {
        **records_of(article("“Ja”"))[3][1],
        "speakers": [{"name": name, "claims": claims} for name, claims in tally],
    }
    header, row = csv.reader(
        io.StringIO(drawn("decisions", made, form), newline=""), delimiter="," if form == "csv" else "\t"
    )
    cells = dict(zip(header, row, strict=True))
    if form == "tsv":
        cells = {name: cell.replace("\\\\", "\\") for name, cell in cells.items()}
    assert parts(cells["speakers.name"]) == [name or "" for name, _ in tally]
    assert parts(cells["speakers.claims"]) == [str(claims) for _, claims in tally]


def test_what_one_side_of_a_difference_lacks_is_an_empty_part() -> None:
    def side(text: str) -> Record:
        return {"text": text, "start": 0, "end": len(text)}

    made = article("“Ja”")
    record = {
        **unfound_record(Check("quote", Verdict.NOT_FOUND, (), wrong_speaker=False)),
        "claim": claim_record(made, made.claims[0]),
        "differences": [
            {"change": "kept", "quote": side("we"), "claim": side("We")},
            {"change": "added", "quote": side("all"), "claim": None},
            {"change": "missing", "quote": None, "claim": side("went")},
        ],
    }
    header, row = csv.reader(io.StringIO(drawn("check", record, "csv"), newline=""))
    cells = dict(zip(header, row, strict=True))
    assert cells["differences.quote.text"] == "we; all; "
    assert cells["differences.claim.text"] == "We; ; went"


def test_a_list_in_a_list_keeps_its_place() -> None:
    page = decision_page(made := article("“Ja”"), made.decisions[0])
    (claim,) = page["claims_about"]
    one = {**claim, "because": ["said", "name; near"]}
    page["claims_about"] = [one, {**claim, "because": []}, one]  # type: ignore[list-item]
    header, row = csv.reader(io.StringIO(drawn("show", page, "csv"), newline=""))
    cells = dict(zip(header, row, strict=True))
    assert cells["claims_about.because"] == r"said | name\; near; ; said | name\; near"
    assert len(parts(cells["claims_about.id"])) == len(parts(cells["claims_about.because"])) == 3


@pytest.mark.parametrize("sign", "=+-@\t\r＝＋－＠")
def test_no_cell_is_a_formula(sign: str) -> None:
    record = records_of(article(f"{sign}cmd(); {sign}cmd()\n{sign}cmd()\r\n{sign}cmd()"))[0][1]
    (_, row) = csv.reader(io.StringIO(drawn("claims", record, "csv"), newline=""))
    assert row[2].startswith("'")
    assert drawn("claims", record, "tsv").splitlines()[1].split("\t")[2].startswith("'")
    rows = csv.reader(io.StringIO(drawn("claims", record, "csv"), newline=""), delimiter=";")
    assert not any(part.strip().startswith(sign) for row in rows for part in row)


@given(texts)
def test_tsv_is_two_lines_of_as_many_cells(content: str) -> None:
    header, row, *rest = drawn("claims", records_of(article(content))[0][1], "tsv").split("\n")
    assert rest == [""]
    assert header.count("\t") == row.count("\t")


@settings(max_examples=50)
@given(texts, texts, texts, st.integers(20, 160))
def test_nothing_that_acts_reaches_a_terminal(content: str, name: str, title: str, width: int) -> None:
    for command, record in records_of(article(content, name=name, role=title, title=title, source=name)):
        for form in FORMATS:
            plain = drawn(command, record, form, width)
            assert not ACTING.search(plain.replace("\t", "") if form in ("csv", "tsv") else plain)
            plain.encode("utf-8")
        coloured = drawn(command, record, "table", width, terminal=True)
        assert not ACTING.search(SGR.sub("", coloured))


@given(st.lists(st.text("abcdefghij", min_size=1, max_size=30), max_size=40), st.integers(20, 160))
def test_tables_wrap_and_cut_nothing(words: list[str], width: int) -> None:
    content = "“" + " ".join(words) + "”"
    for command in ("quotes", "claims"):
        table = drawn(command, records_of(article(content))[0][1], "table", width)
        assert all(len(line) <= width for line in table.splitlines())
        letters = re.sub(r"\s", "", table)
        assert "…" not in letters
        for word in words:
            assert word in letters or width < len(word) + 40  # a long word may break around another column


@pytest.mark.parametrize("width", [60, 80, 140])
def test_wide_letters_keep_columns_straight(width: int) -> None:
    table = drawn(
        "quotes", records_of(article("“" + "国会は橋の通行料を維持した。" * 8 + "”"))[0][1], "table", width
    )
    for line in table.splitlines():
        cells = sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)
        assert cells <= width


def test_a_table_tells_names_of_a_speaker_before_descriptions_and_not_all_of_many() -> None:
    made = article("“Stop,”")
    for count in (3, 30):
        aliases = (*(f"the mayor of day {number}" for number in range(count)), "Berg")
        speaker = Speaker("Ada Berg", "mayor", aliases)
        row = speaker_row(Entry(speaker, [replace(made.claims[0], speaker=speaker)]))
        table = " ".join(drawn("speakers", row, "table", 400).split())
        assert "Ada Berg Berg, the mayor of day 0, " in table
        assert [table.count("day"), " more" in table] == [min(count, 5), count == 30]
        assert len(json.loads(drawn("speakers", row, "json"))[0]["aliases"]) == count + 1


def test_markup_stays_as_it_was_written() -> None:
    table = drawn("quotes", records_of(article("“[red]stop[/red] :smile:”"))[0][1], "table")
    assert "[red]stop[/red] :smile:" in table


def test_matched_words_stand_out_for_people_only() -> None:
    made = article("“The toll stays”")
    hit = {
        **claim_record(made, made.claims[0]),
        "score": 90.0,
        "matches": [[5, 9]],
        "article_matches": [],
        "explain": [],
    }
    assert "\x1b[1;31mtoll\x1b[0m" in drawn("search", hit, "table", terminal=True)
    assert "“The toll stays”" in drawn("search", hit, "table")
    assert "**toll**" in drawn("search", hit, "markdown")


def test_marks_keep_their_place_when_lines_are_joined() -> None:
    made = article("“One\r\n   two”")
    hit = {
        **claim_record(made, made.claims[0]),
        "score": 90.0,
        "matches": [[9, 12]],
        "article_matches": [],
        "explain": [],
    }
    assert "“One **two**”" in drawn("search", hit, "markdown")


def test_show_puts_brackets_where_there_are_no_colours() -> None:
    made = article("“The toll stays,”")
    page = claim_page(made, made.claims[0])
    assert "⟦“The toll stays,”⟧ {said} ‹Ada Berg›" in drawn("show", page, "table")
    assert "⟦" not in drawn("show", page, "table", terminal=True)


def test_markdown_cells_hold_their_row() -> None:
    lines = drawn("quotes", records_of(article(HOSTILE, name="a|b\nc"))[0][1], "markdown").splitlines()
    rows = [line for line in lines if line.startswith("|")]
    assert len(rows) == 3
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {len(re.findall(r"\|", rows[1]))}
    assert "<b>" not in "".join(rows)
    assert "\\`rm\\`" in rows[-1]


@pytest.mark.parametrize(
    "text",
    [
        "see https://evil.example/a?b=1#c or HTTP://evil.example",
        "_www.evil.example_ and (WWW.evil.example)",
        "write to a.b@evil.example, mailto:ada@evil.example",
        "ask @ada about ada/bridge@main",
        "# no heading, $x^2$ no formula, #12 no number of an issue",
    ],
)
def test_markdown_makes_no_links_of_words(text: str) -> None:
    escaped = escape(text)
    page = MarkdownIt("commonmark").render(escaped)
    assert page.replace("\u200b", "").strip() == f"<p>{text}</p>"
    # What programs go by that make links of a page's text, and what those go by that do so before escapes are read.
    assert not re.search(r"://|www\.|@[\w-]", page, re.IGNORECASE)
    assert not re.search(r"(?<![\\&])[#$]", escaped)


def test_narrow_windows_stack_rows() -> None:
    record = records_of(article("“" + "word " * 30 + "”", role=None))[0][1]
    first_line = drawn("claims", record, "table", 44).splitlines()[3]
    assert first_line == "Ada Berg · ¶ 2 · c1a1c1a1"


def test_a_matrix_too_wide_numbers_its_columns() -> None:
    row = records_of(article("“x”"))[5][1]
    labels = [f"decision number {number} of a long council night" for number in range(30)]
    row = {**row, "decisions": [{**row["decisions"][0], "label": label} for label in labels]}
    table = drawn("matrix", row, "table", 60)
    assert all(len(line) <= 60 for line in table.splitlines())
    for number in range(30):
        assert f"[{number + 1}]" in table
        assert f"decision number {number} of" in table


def test_a_part_of_a_matrix_has_the_rows_with_anything_in_it() -> None:
    def row(name: str, counts: list[int]) -> Record:
        made = records_of(article("“x”", name=name))[5][1]
        cells = [
            {**made["decisions"][0], "label": f"decision number {number} of a long night", "claims": count}
            for number, count in enumerate(counts)
        ]
        return {**made, "decisions": cells, "claims": sum(counts)}

    rows = [row("Ada", [7] + [0] * 29), row("Lars", [0] * 29 + [4])]
    for width in (20, 60, 80, 140):
        out = io.StringIO()
        write("matrix", rows, Screen("table", width), out)
        lines = out.getvalue().splitlines()
        assert all(len(line) <= width for line in lines)
        parts = out.getvalue().split("\n\n")[:-1]
        assert sum("Ada" in part for part in parts) == sum("Lars" in part for part in parts) == 1
        assert all(re.search(r"Claims +\[\d+\]", part) for part in parts)


@pytest.mark.parametrize("width", range(40, 141, 10))
def test_the_parts_of_a_matrix_have_as_many_columns_each(width: int) -> None:
    row = records_of(article("“x”"))[5][1]
    labels = [f"decision number {number} of a long council night" for number in range(30)]
    row = {**row, "decisions": [{**row["decisions"][0], "label": label} for label in labels]}
    heads = re.findall(r"^Speaker .*", drawn("matrix", row, "table", width), re.MULTILINE)
    counts = [head.count("[") for head in heads]
    assert sum(counts) == 30
    assert max(counts) - min(counts) <= 1


@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_matrix_of_several_articles_tells_which_a_column_is_from(width: int) -> None:
    row = records_of(article("“x”"))[5][1]
    (cell,) = row["decisions"]

    def drawn_with(*titles: str, form: str = "table") -> str:
        articles = [
            {**cell["article"], "id": f"a{number}", "title": title, "source": f"{number}.txt"}
            for number, title in enumerate(titles)
        ]
        made = {**row, "decisions": [{**cell, "article": article} for article in articles]}
        return drawn("matrix", made, form, width)

    titles = ("Toll Stays", "City Votes on Bridge Toll After Long Night", "Mayor Speaks")
    table = drawn_with(*titles)
    assert all(len(line) <= width for line in table.splitlines())
    words = {word for title in titles for word in title.split()}
    assert words <= set(table.split())
    for title in titles:
        assert f"bridge toll<br>*{title}*" in drawn_with(*titles, form="markdown")
    assert {"0.txt", "1.txt"} <= set(drawn_with("Toll Stays", "Toll Stays").split())
    assert "Toll Stays" not in drawn("matrix", row, "table", width)


def test_markdown_leaves_out_columns_in_which_nothing_stands() -> None:
    made = article("“x”")
    for command, record in records_of(made):
        if command in ("speakers", "decisions"):
            header, _, *rows = [
                line for line in drawn(command, record, "markdown").splitlines() if line[:1] == "|"
            ]
            assert "" not in [cell.strip() for row in rows for cell in row.split("|")[1:-1]]
            assert "Articles" not in header


def test_columns_of_a_matrix_in_csv_have_the_id_of_their_decision() -> None:
    table = drawn("matrix", records_of(article("“x”"))[5][1], "csv")
    assert table.splitlines()[0] == "speaker.name,claims,bridge toll (d0d0d0d0)"


def test_a_very_long_claim_is_wrapped_whole() -> None:
    content = "“" + " ".join(f"word{number}" for number in range(3_000)) + "”"
    table = drawn("quotes", records_of(article(content))[0][1], "table", 80)
    assert re.findall(r"word\d+", table) == [f"word{number}" for number in range(3_000)]
