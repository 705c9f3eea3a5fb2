"""The README's screens are real: ``python -m tests.readme`` runs its examples and writes their output anew.

A block of ``console`` holds commands, each with its output; one that ends in a line "…" shows the beginning. The line
that the shipped example is read, which the text tells once, is left out. The blocks run side by side.
Between the marks ``<!-- fields -->`` and ``<!-- /fields -->`` stand the fields of JSON, from their definitions.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from claimcli.cli.run import NO_SOURCE
from claimcli.output.fields import shapes_of

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"

_CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_FIELDS = re.compile(r"(?<=^<!-- fields -->\n).*?(?=^<!-- /fields -->$)", re.MULTILINE | re.DOTALL)
_WIDTH = 80  # columns
_CUT = "…"
_TOLD = ("claims", "decisions")  # of all commands ``claimcli schema --table`` tells


def remade(text: str) -> str:
    """``text`` of a README with the output of its commands, and its table of fields, as they are now."""
    with TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "seeds", Path(folder, "seeds"))
        _programs(Path(folder, ".bin"))
        with ThreadPoolExecutor() as threads:
            blocks = threads.map(lambda block: _block(block, folder), _CONSOLE.findall(text))
            text = _CONSOLE.sub(lambda _: next(blocks), text)
    return _FIELDS.sub(lambda _: "\n" + "\n".join(fields()) + "\n", text)


def _programs(folder: Path) -> None:
    """The commands as an installation has them, of this checkout and this Python."""
    folder.mkdir()
    for name, arguments in (("claimcli", "-m claimcli"), ("python3", "")):
        program = folder / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n')
        program.chmod(0o755)


def _block(block: str, folder: str) -> str:
    """Commands, each with its output as it is now, as much of it as was shown."""
    shown = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return "".join(_screen(command, folder) for command in shown)


def _screen(shown: str, folder: str) -> str:
    command, _, before = shown.partition("\n")
    lines = [line for line in run(command, folder).splitlines() if line != NO_SOURCE]
    kept = before.rstrip().splitlines()
    if kept and kept[-1] == _CUT:
        lines = [*lines[: len(kept) - 1], _CUT]
    blank = "\n" if before.endswith("\n\n") else ""
    return "\n".join([f"$ {command}", *lines]) + "\n" + blank


def run(command: str, folder: str) -> str:
    """What ``command`` prints in a pipe; raises ``RuntimeError`` if it is bad usage or fails."""
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env={
            **kept,
            "PATH": f"{folder}/.bin{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "COLUMNS": str(_WIDTH),
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{command}: exit code {done.returncode}: {done.stdout}")
    return done.stdout


def fields() -> Iterator[str]:
    """A table a shape, of what people ask for most."""
    for shape in shapes_of(_TOLD):
        commands = ", ".join(f"`{name}`" for name in shape.commands)
        yield f"**{shape.name}**{f' ({commands})' if commands else ''}: {shape.meaning}"
        yield ""
        yield "| field | type | |"
        yield "| --- | --- | --- |"
        for name, kind, meaning in shape.fields:
            yield f"| `{name}` | {kind} | {meaning} |"
        yield ""


if __name__ == "__main__":
    README.write_text(remade(README.read_text(encoding="utf-8")), encoding="utf-8")
