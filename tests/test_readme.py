"""What the README shows is what happens."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from claimcli.cli.app import COMMANDS
from tests.cli.conftest import Run, inside
from tests.readme import README, ROOT, remade, run

__all__ = ["inside"]

TEXT = README.read_text(encoding="utf-8")
PYTHON = re.findall(r"^```pycon\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def test_screens_and_fields_are_what_the_program_says() -> None:
    assert remade(TEXT).splitlines() == TEXT.splitlines(), "make them anew: python -m tests.readme"


def test_every_command_is_shown() -> None:
    assert [command for command in COMMANDS if f"$ claimcli {command}" not in TEXT] == []


def test_every_option_is_told(inside: Run) -> None:
    pages = "".join(inside(command, "--help").out for command in COMMANDS)
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", pages)) - {"--help"}
    assert options
    assert sorted(option for option in options if f"`{option}" not in TEXT) == []


def test_a_command_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="exit code 7"):
        run("exit 7", str(tmp_path))


@pytest.mark.parametrize("example", PYTHON)
def test_python_examples(example: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    told: list[str] = []
    test = doctest.DocTestParser().get_doctest(example, {}, "README.md", "README.md", 0)
    result = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, out=told.append)
    assert result.attempted
    assert not result.failed, "".join(told)
