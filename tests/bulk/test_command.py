"""``claimcli extract`` as it is typed."""

from __future__ import annotations

import gzip
import json
import os
import pty
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from claimcli.bulk import OutError, extract_to
from tests.bulk.made import archive, of_texts, text
from tests.cli.conftest import Run, claimcli, environment, inside

__all__ = ["claimcli", "inside"]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return archive(tmp_path / "archive.jsonl", 6)


@pytest.mark.parametrize(
    "command",
    [("quotes", "--speaker", "okland"), ("decisions",), ("facts",)],
)
def test_commands_answer_alike_from_what_was_extracted(
    inside: Run, source: Path, command: tuple[str, ...]
) -> None:
    assert inside("extract", source, "-o", "out.jsonl") == (0, "", "")
    answer = inside(*command, source, "--json")
    assert json.loads(answer.out)
    assert inside(*command, "out.jsonl", "--json") == answer


@pytest.mark.parametrize("form", ["csv", "tsv", "json"])
def test_claims_that_are_no_articles_are_told(inside: Run, source: Path, form: str) -> None:
    source.with_name(f"claims.{form}").write_text(inside("claims", source, "--format", form).out, "utf-8")
    answer = inside("claims", f"claims.{form}")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "holds claims that claimcli found, not articles" in answer.err


def test_what_an_id_begins_is_shown_in_its_paragraph(inside: Run, source: Path) -> None:
    assert inside("extract", source, "-o", "out.db") == (0, "", "")
    for command in ("claims", "decisions", "facts"):
        some = json.loads(inside(command, source, "--json").out)[2]["id"]
        for beginning in (some[:6], f"{some[:6]}x", some[0]) if command == "claims" else (some,):
            assert inside("show", beginning, "out.db") == inside("show", beginning, source)


def test_an_id_is_found_in_a_database_without_reading_the_rest(inside: Run, source: Path) -> None:
    inside("extract", source, "-o", "out.db")
    shown = json.loads(inside("claims", source, "--json").out)[0]["id"]
    with sqlite3.connect(source.with_name("out.db")) as database:
        database.execute("UPDATE claims SET spans = 'oops' WHERE article > 0")
    answer = inside("show", shown, "out.db")
    assert (answer.code, answer.err) == (0, "")


def test_to_standard_output(claimcli: Run, inside: Run, source: Path) -> None:
    inside("extract", source, "-o", "out.jsonl")
    answer = claimcli("extract", source, "-o", "-")
    assert answer.out == source.with_name("out.jsonl").read_text(encoding="utf-8")
    assert answer.err == ""
    assert claimcli("quotes", "-", "--json", stdin=answer.out) == inside("quotes", source, "--json")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-o", "claims.xls"], "claims.xls: no format for this name; end it with one of .jsonl"),
        ([], "name the file to write: -o claims.jsonl"),
        (["-o", "-", "--resume"], "name a file with -o"),
        (["-o", "-", "--append"], "name a file with -o"),
        (["-o", "x.db", "--append", "--cluster", "tcp://localhost:1"], "on a cluster nothing is added"),
        *(
            (
                ["-o", f"nowhere/claims{ending}"],
                "there is no folder nowhere; make it first",
            )
            for ending in (".jsonl", ".csv", ".parquet", ".db")
        ),
        (["-o", "s3://news/x.jsonl"], "only files on this machine"),
        (["-o", "x.jsonl", "--workers", "0"], "at least 1"),
        (["-o", "."], ". is a folder; name a file in it"),
    ],
)
def test_bad_usage_is_one_line(inside: Run, source: Path, arguments: list[str], told: str) -> None:
    answer = inside("extract", source, *arguments)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert told in answer.err


@pytest.mark.parametrize("ending", [".jsonl", ".csv", ".parquet", ".db"])
def test_what_is_written_is_not_read(inside: Run, tmp_path: Path, ending: str) -> None:
    if ending == ".parquet":
        pytest.importorskip("pyarrow")
    archive(tmp_path / "archive.jsonl", 3)
    for left in (".lock", ".partial"):
        (tmp_path / f"all{ending}{left}").write_text("left by a run that was killed")
    written = []
    for source in (".", ".", "*"):
        assert inside("extract", source, "-o", f"all{ending}") == (0, "", "")
        written.append((tmp_path / f"all{ending}").read_bytes())
    assert written[0] == written[1]
    assert len(written[2]) <= len(written[0])  # its source has a shorter name
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"all{ending}", "archive.jsonl"]


@pytest.mark.parametrize("ending", [".jsonl", ".csv", ".parquet", ".db"])
def test_only_what_claimcli_wrote_is_replaced(inside: Run, source: Path, ending: str) -> None:
    if ending == ".parquet":
        pytest.importorskip("pyarrow")
    out = source.with_name(f"out{ending}")
    out.touch()
    for _ in range(2):
        assert inside("extract", source, "-o", out.name) == (0, "", "")
    for notes in (b"my notes", b"PAR1 my notes", b"SQLite format 3\0 my notes"):
        out.write_bytes(notes)
        answer = inside("extract", source, "-o", out.name)
        assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
        assert f"{out.name} is there and not of claimcli's making" in answer.err
        assert out.read_bytes() == notes


@pytest.mark.parametrize("ending", [".jsonl", ".csv", ".parquet", ".db"])
def test_where_no_article_is_read_nothing_is_replaced(inside: Run, source: Path, ending: str) -> None:
    if ending == ".parquet":
        pytest.importorskip("pyarrow")
    inside("extract", source, "-o", f"out{ending}")
    before = source.with_name(f"out{ending}").read_bytes()
    source.with_name("nothing").mkdir()
    source.with_name("empty.txt").touch()
    for wrong in ("archve.jsonl", "*.text", "nothing", "empty.txt"):
        for out, left in ((f"out{ending}", "is left as it was"), (f"new{ending}", "is not written")):
            answer = inside("extract", wrong, "-o", out)
            assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 2)
            assert answer.err.endswith(f"no article could be read, so {out} {left}\n")
    with pytest.raises(OutError, match="no article"):
        extract_to(str(source.with_name(f"out{ending}")), [])
    assert source.with_name(f"out{ending}").read_bytes() == before
    left_behind = {path.name for path in source.parent.iterdir()}
    assert left_behind == {f"out{ending}", source.name, "nothing", "empty.txt"}


def test_many_articles_replaced_by_few_are_told(inside: Run, source: Path) -> None:
    inside("extract", source, "-o", "out.jsonl")
    few = archive(source.with_name("few.jsonl"), 1)
    added = inside("extract", few, "-o", "out.jsonl", "--append")
    assert (added.code, added.err.split(": the")[0]) == (
        0,
        "claimcli extract: read before, so it counts once",
    )
    other = of_texts(source.with_name("other.jsonl"), [text(number) for number in range(1, 60)])
    replaced = inside("extract", other, "-o", "out.jsonl")
    told = "out.jsonl was replaced, without 1 article that it had; --append adds to what is there"
    assert (replaced.code, replaced.err) == (0, f"claimcli: {told}\n")
    assert inside("extract", other, "-o", "out.jsonl") == (0, "", "")


def test_nothing_to_go_on_with_is_told_where_something_is_there(inside: Run, source: Path) -> None:
    assert inside("extract", source, "-o", "out.jsonl", "--resume") == (0, "", "")
    again = inside("extract", source, "-o", "out.jsonl", "--resume")
    assert (again.code, again.err.count("\n")) == (0, 1)
    assert "no interrupted run of out.jsonl" in again.err


def test_what_can_be_read_is_added_though_not_all_can(inside: Run, source: Path) -> None:
    archive(source.with_name("few.jsonl"), 1)
    inside("extract", "few.jsonl", "-o", "out.jsonl")
    before = source.with_name("out.jsonl").read_bytes()
    assert inside("extract", "missing", source, "-o", "out.jsonl", "--append", "--strict").code == 2
    assert source.with_name("out.jsonl").read_bytes() == before
    assert inside("extract", "missing", source, "-o", "out.jsonl", "--append").code == 2
    assert source.with_name("out.jsonl").stat().st_size > len(before)


@pytest.mark.parametrize("ending", [".jsonl", ".csv", ".parquet", ".db"])
def test_a_link_stays_and_so_does_who_may_read(inside: Run, source: Path, ending: str) -> None:
    if ending == ".parquet":
        pytest.importorskip("pyarrow")
    archive(source.with_name("few.jsonl"), 1)
    out, link = source.with_name(f"out{ending}"), source.with_name(f"link{ending}")
    inside("extract", "few.jsonl", "-o", out.name)
    before = out.stat().st_size
    out.chmod(0o600)
    link.symlink_to(out.name)
    assert inside("extract", source, "-o", link.name, "--append").code == 0
    assert link.is_symlink()
    assert (out.stat().st_mode & 0o777, out.stat().st_size > before) == (0o600, True)


def test_what_is_read_only_is_not_replaced(inside: Run, source: Path) -> None:
    out = source.with_name("out.jsonl")
    inside("extract", source, "-o", out.name)
    out.chmod(0o444)
    answer = inside("extract", source, "-o", out.name)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "out.jsonl is read-only" in answer.err


@pytest.mark.parametrize("form", ["archive.jsonl", "./archive.jsonl", "link.jsonl", "*.jsonl", "."])
def test_a_source_is_not_replaced(inside: Run, source: Path, form: str) -> None:
    os.symlink(source, source.with_name("link.jsonl"))
    before = source.read_bytes()
    answer = inside("extract", form, "-o", "archive.jsonl")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "archive.jsonl is one of the sources" in answer.err
    assert source.read_bytes() == before


def test_nothing_found(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "dull.txt").write_text("It rained.")
    answer = inside("extract", "dull.txt", "-o", "out.jsonl")
    assert (answer.code, answer.err) == (1, "claimcli extract: nothing found in 1 article\n")
    assert (tmp_path / "out.jsonl").read_text().count("\n") == 1


def test_broken_files_cost_a_line_each(claimcli: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    whole = json.dumps({"text": text(1)}) + "\n"
    packed = gzip.compress(whole.encode() * 50)
    broken = {
        "a-empty.txt": b"",
        "b-binary.txt": bytes(range(256)),
        "c-cut.jsonl.gz": packed[: len(packed) // 2],
        "d-no-text.csv": b"when,where\n1,2\n",
        "e-not.jsonl": whole.encode() + b"{broken\n",
        "f-not.db": b"SQLite format 3\0and then nothing",
        "g-not.parquet": b"PAR1 no more",
        "h-other.jsonl": b'{"what": "article", "id": "0"}\n',
        "i-deep.jsonl": b'{"text": "x"}\n' + b"[" * 100_000 + b"\n",
    }
    for name, content in broken.items():
        (folder / name).write_bytes(content)
    os.symlink(folder, folder / "j-loop")
    (folder / "l-deep.html").write_text("<html><body>" + "<div>" * 50_000 + text(3), encoding="utf-8")
    (folder / "k-good.txt").write_text(text(2), encoding="utf-8")
    answer = claimcli("extract", folder, "-o", "out.jsonl")
    assert answer.code == 2
    assert "Traceback" not in answer.err
    lines = answer.err.splitlines()
    assert [line.split(":")[1].strip().split("/")[-1].split("#")[0] for line in lines] == [
        *broken,
        "l-deep.html",
        "j-loop",
    ]
    assert text(2) in [
        json.loads(line).get("text") for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    ]


def test_on_a_terminal_a_bar_and_a_summary(source: Path) -> None:
    command = [sys.executable, "-m", "claimcli", "extract", str(source), "-o", str(source.with_name("o.csv"))]
    ours, theirs = pty.openpty()
    run = subprocess.Popen(command, stderr=theirs, stdout=subprocess.PIPE, env=environment(COLUMNS="100"))
    os.close(theirs)
    shown = b""
    while True:
        try:
            read = os.read(ours, 4096)
        except OSError:
            break
        if not read:
            break
        shown += read
    assert run.communicate()[0] == b""
    assert b"%" in shown
    last = shown.decode().splitlines()[-1]
    assert "6 articles, " in last
    assert f"; {max(round(source.stat().st_size / 1000), 1)} KB in " in last
    assert last.endswith("o.csv")


def test_a_closed_pipe_ends_quietly(source: Path) -> None:
    run = subprocess.run(
        f"{sys.executable} -m claimcli extract {source} -o - | head -n 1",
        shell=True,
        capture_output=True,
        env=environment(),
        check=False,
    )
    assert (run.stdout.count(b"\n"), run.stderr) == (1, b"")


def test_columns_are_named_where_they_cannot_be_guessed(inside: Run, tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_text("when,words,no\n2020,“We go now” said Ann Lee.,7\n", encoding="utf-8")
    named = ("--text-field", "words", "--date-field", "when", "--id-field", "no")
    answer = inside("quotes", "odd.csv", "--json", *named)
    (quote,) = json.loads(answer.out)
    assert (quote["article"]["published"], quote["article"]["source"]) == ("2020", "odd.csv#7")
    inside("extract", "odd.csv", "-o", "out.jsonl", *named)
    assert inside("quotes", "out.jsonl", "--json") == answer
    assert "no column 'nix'" in inside("quotes", "odd.csv", "--text-field", "nix").err


def test_strict_stops_at_the_first(inside: Run, source: Path) -> None:
    for command in (("quotes",), ("extract", "-o", "out.jsonl")):
        answer = inside(*command, "no.txt", "nor.txt", source, "--strict")
        assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert list(source.parent.iterdir()) == [source]
