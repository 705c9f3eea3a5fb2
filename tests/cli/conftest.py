"""The command, in a process of its own or in this one, and an article to ask about."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from io import BufferedReader, BytesIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

import pytest

import claimcli as package
from claimcli.cli import main

ARTICLE = "\n\n".join(
    [
        "Harbour Council Rejects Cruise Terminal",
        "The harbour council on Tuesday rejected a cruise terminal at the old fish market.",
        "“We will not trade our mornings for their afternoons,” said Ingrid Økland, the mayor of Sundvik. "
        "“The quay stays open to fishermen.”",
        "Økland said that the terminal would have doubled traffic in the old town.",
        "“This is a decision against jobs,” said Pavel Horák, a spokesman for the port company. "
        "He added that the company would appeal.",
        "The fish market opened in 1911.\n",
    ]
)


class Result(NamedTuple):
    """How a run ended, and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]

# By which a person changes how results look, and when they are written.
SETTINGS = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "TERM", "PYTHONUNBUFFERED")


def environment(**changes: str | None) -> dict[str, str]:
    """The environment of a run: none of the settings of whoever runs the tests."""
    kept = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    kept["PYTHONPATH"] = str(Path(package.__file__).parent.parent)
    return kept | {name: value for name, value in changes.items() if value is not None}


@pytest.fixture
def claimcli(tmp_path: Path) -> Run:
    """``claimcli(*arguments, stdin="", **environment)``, run in an empty folder."""

    def run(*arguments: str | Path, stdin: str | bytes = b"", **changes: str) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "claimcli", *map(str, arguments)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=tmp_path,
            env=environment(**changes),
            timeout=60,
            check=False,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The same without a process of its own, which takes a tenth of the time: for what is no matter of the process."""

    def run(*arguments: str | Path, stdin: str | bytes = b"", **changes: str) -> Result:
        sent = BytesIO(stdin.encode() if isinstance(stdin, str) else stdin)
        with (
            TemporaryFile("w+", encoding="utf-8", newline="") as out,
            TemporaryFile("w+", encoding="utf-8", newline="") as err,
            monkeypatch.context() as here,
        ):
            here.chdir(tmp_path)
            for name in SETTINGS:
                here.delenv(name, raising=False)
            for name, value in changes.items():
                here.setenv(name, value)
            here.setattr(sys, "argv", ["claimcli", *map(str, arguments)])
            here.setattr(sys, "stdin", TextIOWrapper(BufferedReader(sent)))
            here.setattr(sys, "stdout", out)
            here.setattr(sys, "stderr", err)
            with pytest.raises(SystemExit) as ended:
                main()
            out.seek(0)
            err.seek(0)
            return Result(int(ended.value.code or 0), out.read(), err.read())

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    """Three articles: the second cuts a quotation of the first short and alters it, the third has none of it."""
    texts = {
        "monday.txt": "“Our plan was to keep the ferry running through the winter, and we will keep our word to the "
        "islands,” said Ada Berg, the mayor.\n\nPavel Horák said that the ferry was late.\n",
        "tuesday.txt": "Ada Berg was asked again. “Our only plan was to keep the ferry going through the winter,” "
        "the mayor said.\n",
        "wednesday.txt": "“It rained,” said Li Wei, a fisherman.\n",
    }
    for name, text in texts.items():
        tmp_path.joinpath(name).write_text(text, encoding="utf-8")
    return [tmp_path / name for name in texts]
