"""Terminals, pipes, interruptions and hostile text: what no command may get wrong."""

from __future__ import annotations

import json
import os
import re
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claimcli.output import Screen
from claimcli.output.records import decision_record
from claimcli.output.schema import SHAPES
from claimcli.output.table import lines as table_lines
from claimcli.sources import load
from tests.cli.conftest import Run, environment

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e[bold red]=HYPERLINK(1)|<script>"


def at_terminal(*arguments: str | Path, columns: int = 80, **changes: str) -> tuple[int, str]:
    """Exit code and what a person sees, results and messages together; skips the test where there are no terminals."""
    pty, fcntl, termios = map(pytest.importorskip, ("pty", "fcntl", "termios"))
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "claimcli", *map(str, arguments)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment(**{"TERM": "xterm-256color", **changes}),
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # how Linux tells that the other side is closed
            break
        if not part:
            break
        seen += part
    os.close(ours)
    return process.wait(), seen.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [60, 140])
def test_a_table_follows_the_window(article: Path, columns: int) -> None:
    code, seen = at_terminal("claims", article, columns=columns)
    lines = COLOUR.sub("", seen).splitlines()
    assert code == 0
    assert all(len(line) <= columns for line in lines)
    assert "mornings" in seen
    assert re.fullmatch(r"\d+ claims", lines[-1])


def test_the_last_line_tells_whether_there_may_be_more(tmp_path: Path) -> None:
    def last_line(*arguments: str | Path) -> str:
        return COLOUR.sub("", at_terminal(*arguments)[1]).splitlines()[-1]

    ports = ("Arra", "Borg", "Dahl", "Eide", "Foss", "Gran", "Hamn", "Kvam", "Lund", "Moen", "Nes")
    said = "\n\n".join(f"“We will never sell the old {port} quay,” said Ada Berg." for port in ports)
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(said, encoding="utf-8")
    second.write_text(f"It rained.\n\n{said}\n\n“It is wet,” said Bo Dahl.", encoding="utf-8")
    more = "; a higher --limit may show more"
    assert last_line("search", "quay", first) == f"10 hits{more}"  # of its own accord
    assert last_line("search", "quay", first, "-n", "20") == "11 hits"
    assert last_line("claims", first, "-n", "1") == f"1 claim{more}"
    assert last_line("speakers", second, "-n", "1") == "1 of 2 speakers"
    assert last_line("compare", first, second) == "11 shared quotations"
    assert last_line("compare", first, second, "-n", "1") == "1 of 11 shared quotations"


@pytest.mark.parametrize("columns", range(40, 141, 10))
def test_a_tally_stays_with_its_name(tmp_path: Path, columns: int) -> None:
    path = tmp_path / "sale.txt"
    path.write_text(
        "The council on Monday rejected a sale of the old library.\n\nCritics said the rejection of the sale was "
        "wrong. Residents said the sale would have been wrong. Opponents said the library sale was bad.\n",
        encoding="utf-8",
    )
    article = next(load(str(path)))
    rows = [decision_record(article, decision, article.claims) for decision in article.decisions]
    table = "\n".join(table_lines("decisions", rows, Screen("table", columns)))
    assert all(f"{name} 1" in table for name in ("Critics", "Residents", "Opponents"))


def test_colours_are_for_terminals_that_want_them(inside: Run, article: Path) -> None:
    arguments = ("search", "fishermen", article)
    assert "\x1b[1;31mfishermen" in at_terminal(*arguments)[1]
    without = at_terminal(*arguments, NO_COLOR="1")[1]
    assert "\x1b[1mfishermen" in without
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", without)
    assert "\x1b" not in at_terminal(*arguments, TERM="dumb")[1]
    assert "\x1b" not in inside(*arguments, FORCE_COLOR="1").out


def test_a_pipe_is_a_hundred_columns_unless_told(claimcli: Run, inside: Run, article: Path) -> None:
    assert max(map(len, claimcli("claims", article).out.splitlines())) == 100
    assert max(map(len, inside("claims", article, COLUMNS="70").out.splitlines())) <= 70
    assert inside("claims", article, COLUMNS="wide").code == 0


def test_messages_stay_out_of_the_results(claimcli: Run, article: Path) -> None:
    result = claimcli("quotes", article, "absent.txt", "--json")
    json.loads(result.out)
    assert "absent.txt" in result.err


def test_a_closed_stream_is_told(article: Path) -> None:
    told = {
        "quotes - <&-": "claimcli: -: standard input is closed",
        "search --queries - harbour.txt <&-": "claimcli search: --queries -: standard input is closed",
        "extract harbour.txt -o - >&-": "claimcli: cannot write -: standard output is closed",
        "extract - -o out.jsonl <&-": "claimcli: -: standard input is closed",
    }
    runs = [
        subprocess.Popen(
            ["bash", "-c", f"'{sys.executable}' -m claimcli {command}"],
            stderr=subprocess.PIPE,
            cwd=article.parent,
            env=environment(),
            text=True,
        )
        for command in told
    ]
    for run, problem in zip(runs, told.values(), strict=True):
        line, *_ = run.communicate(timeout=60)[1].splitlines()  # `extract` also says that it wrote nothing
        assert line.startswith(problem)
        assert run.returncode == 2


def test_a_closed_pipe_ends_quietly(article: Path, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(60):
        text = article.read_text(encoding="utf-8")
        (many / f"{number}.txt").write_text(f"{text}{number} boats.\n", encoding="utf-8")
    for form in ("table", "jsonl"):
        process = subprocess.Popen(
            [sys.executable, "-m", "claimcli", "claims", str(many), "--format", form],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0
        process.stderr.close()


@pytest.mark.parametrize("debug", ["", "1"])
def test_a_fault_is_one_line_unless_all_of_it_is_asked_for(claimcli: Run, tmp_path: Path, debug: str) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import claimcli.cli.app as a\na.app = lambda *_, **__: 1 / 0\n", "utf-8"
    )
    result = claimcli(
        "quotes", PYTHONPATH=f"{tmp_path}{os.pathsep}{environment()['PYTHONPATH']}", CLAIMCLI_DEBUG=debug
    )
    assert "ZeroDivisionError" in result.err
    assert ("Traceback" in result.err) == bool(debug)
    assert debug or (result.code, len(result.err.splitlines())) == (2, 1)


def test_ctrl_c_exits_130_without_a_word() -> None:
    fcntl, termios = map(pytest.importorskip, ("fcntl", "termios"))
    process = subprocess.Popen(
        [sys.executable, "-m", "claimcli", "quotes", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdin
    process.stdin.write(b"It rained. ")
    process.stdin.flush()
    while struct.unpack("i", fcntl.ioctl(process.stdin, termios.FIONREAD, bytes(4)))[0]:
        time.sleep(0.01)  # until it has read this, and waits for more
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a full disk to write to")
def test_a_full_disk_is_told_in_one_line(article: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "claimcli", "quotes", article],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
    assert done.returncode == 2
    assert b"cannot write the results" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a full disk to write to")
def test_messages_that_nobody_can_take_change_no_exit_code(article: Path) -> None:
    for arguments, code in (
        (("quotes",), 0),
        (("quotes", "-s", "zebra", article), 1),
        (("quotes", "no.txt"), 2),
    ):
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "claimcli", *arguments],
                stdout=subprocess.PIPE,
                stderr=full,
                env=environment(),
                check=False,
            )
        assert (done.returncode, bool(done.stdout)) == (code, code == 0)


def test_results_survive_a_terminal_that_knows_ascii_alone(claimcli: Run, article: Path) -> None:
    assert claimcli("quotes", article, PYTHONIOENCODING="ascii").code == 0
    quotes = json.loads(claimcli("quotes", article, "--json", PYTHONIOENCODING="ascii").out)
    assert any("“" in quote["text"] for quote in quotes)


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "tsv", "markdown"])
def test_hostile_words_do_nothing(inside: Run, tmp_path: Path, form: str) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(f"“Stay {HOSTILE} calm,” said Ada Berg, the mayor.\n", encoding="utf-8")
    others = [["search", "calm"], ["check", f"Stay {HOSTILE} calm"]] if form == "table" else []
    for command in (["quotes"], *others):
        result = inside(*command, path, "--format", form)
        assert result.code in (0, 1)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", result.out + result.err)
        if form == "markdown":
            assert "<script>" not in result.out


def test_hostile_names_do_nothing(inside: Run, tmp_path: Path) -> None:
    path = tmp_path / "[red]\x1b[2J\nnews.txt"
    path.write_text("“Stay calm,” said Ada Berg, the mayor.\n", encoding="utf-8")
    shown = inside("quotes", path)
    missing = inside("quotes", f"{path}?")
    wanted = inside("quotes", path, "--speaker", "\x1b[2Jx")
    for result in (shown, missing, wanted):
        assert "\x1b" not in result.out + result.err
    assert "[red]" in shown.out
    assert (missing.code, len(missing.err.splitlines())) == (2, 1)
    assert (wanted.code, len(wanted.err.splitlines())) == (1, 1)


def test_a_name_in_no_encoding_does_no_harm(claimcli: Run, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "w", encoding="utf-8") as file:
        file.write("“Stay calm,” said Ada Berg, the mayor.\n")
    source = os.fsdecode(name)
    assert claimcli("quotes", source).code == 0
    told = json.loads(claimcli("quotes", source, "--json").out)[0]["article"]["source"]
    assert told == source.replace(
        os.fsdecode(b"\xe9"), "\N{REPLACEMENT CHARACTER}"
    )  # or few programs could read it


@pytest.mark.parametrize("command", SHAPES)
def test_real_output_fits_the_schema_that_is_printed(
    inside: Run, article: Path, papers: list[Path], command: str
) -> None:
    extra = {"search": ["town"], "check": ["The quay always stays open"], "compare": papers}.get(command, [])
    validator = Draft202012Validator(json.loads(inside("schema", command).out))
    if command == "show":
        for listing in ("claims", "decisions", "facts"):
            identity = json.loads(inside(listing, article, "--json").out)[0]["id"]
            validator.validate(json.loads(inside("show", identity, article, "--json").out))
        return
    if command == "extract":
        written = inside(command, article, "-o", "-").out.splitlines()
        validator.validate([json.loads(line) for line in written])
        return
    records = json.loads(inside(command, *extra, article, "--json").out)
    assert records
    validator.validate(records)
    lines = inside(command, *extra, article, "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == records


@pytest.mark.parametrize("command", SHAPES)
def test_the_fields_of_a_command_for_people(inside: Run, command: str) -> None:
    shapes = json.loads(inside("schema", command).out)["$defs"]
    lines = inside("schema", command, "--table").out.splitlines()
    assert set(shapes) <= set(lines)
    told = {line.split()[0] for line in lines if line}
    assert {field for shape in shapes.values() for field in shape["properties"]} <= told


def test_the_fields_of_all_commands_for_people(inside: Run) -> None:
    assert set(inside("schema", "quotes", "--table").out.split()) < set(
        inside("schema", "--table").out.split()
    )


def test_all_schemas_at_once(inside: Run) -> None:
    assert list(json.loads(inside("schema").out)) == list(SHAPES)
