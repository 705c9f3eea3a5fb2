"""What is built: a wheel that works away from the checkout, with everything that the program reads."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
from email.message import Message
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

import claimcli

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def built(what: str, folder: Path) -> Path:
    """The one file that the build of ``what`` leaves in ``folder``."""
    build = f"from hatchling.build import build_{what} as build; build({str(folder)!r})"
    environment = os.environ | {"CLAIMCLI_COMPILE": "0"}
    subprocess.run(
        [sys.executable, "-c", build], cwd=ROOT, env=environment, check=True, capture_output=True, timeout=60
    )
    (file,) = folder.iterdir()
    return file


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the contents of the wheel, as pip would lay them out."""
    folder = tmp_path_factory.mktemp("installed")
    with ZipFile(built("wheel", tmp_path_factory.mktemp("wheel"))) as wheel:
        wheel.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def metadata(installed: Path) -> Message:
    (file,) = installed.glob("*.dist-info/METADATA")
    return Parser().parsestr(file.read_text(encoding="utf-8"))


def test_the_wheel_holds_every_file_of_the_package(installed: Path) -> None:
    package = ROOT / "claimcli"
    files = {file.relative_to(package) for file in package.rglob("*") if file.is_file()}
    wanted = {file for file in files if "__pycache__" not in file.parts}
    there = {file.relative_to(installed / "claimcli") for file in (installed / "claimcli").rglob("*")}
    assert Path("py.typed") in wanted
    assert wanted <= there


def test_the_wheel_holds_the_seeds_byte_for_byte(installed: Path) -> None:
    seeds = {file.name: file.read_bytes() for file in (ROOT / "seeds").iterdir()}
    assert seeds
    assert {file.name: file.read_bytes() for file in (installed / "claimcli/seeds").iterdir()} == seeds


def test_the_wheel_runs_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "claimcli", "quotes", "--speaker", "Stoltenberg"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "a clear line in the sand" in " ".join(done.stdout.split())


def test_metadata(metadata: Message) -> None:
    assert metadata["Version"] == claimcli.__version__
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert metadata.get_payload().startswith("# claimcli")


def test_what_is_not_released_has_a_version_of_its_own() -> None:
    """So that, for one, nobody goes on with --resume where another version stopped."""
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    unreleased, *released = re.split(r"^## \[(?!Unreleased)", changes, flags=re.MULTILINE)
    assert "\n- " not in unreleased or claimcli.__version__ not in {
        part.partition("]")[0] for part in released
    }


def test_the_extra_all_is_every_extra() -> None:
    extras = PROJECT["optional-dependencies"]
    (everything,) = extras["all"]
    assert everything == f"claimcli[{','.join(sorted(set(extras) - {'all', 'bench', 'dev'}))}]"


def test_the_source_distribution_holds_what_builds_and_tests_it(tmp_path: Path) -> None:
    with tarfile.open(built("sdist", tmp_path)) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "pyproject.toml",
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        ".build/compile.py",
        ".build/rare.h",
    } <= names
    assert {"claimcli/py.typed", "seeds/nato-no-fly-zone.txt", "tests/test_packaging.py"} <= names
