"""Compile the parser while a wheel is built, so that it reads almost twice as fast; where that fails, do without.

An editable install, which is for changing the code, is not compiled. ``CLAIMCLI_COMPILE=0`` leaves compiling
out, which saves a minute; with ``CLAIMCLI_COMPILE=1`` the build fails where it does not work.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILED = ("claimcli/lexicon", "claimcli/parser")
LIBRARIES = (".so", ".pyd")
RARE = "rare.h"
QUICKER = f"-flto=auto -include {RARE} -freorder-blocks-and-partition"
"""What the parser is compiled with for an eighth more speed and a fifth more time to compile: linked as one, what
is rare kept apart."""


class CompileHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds to a wheel what mypyc makes of ``COMPILED``, beside the Python files."""

    folder: str | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        wanted = os.environ.get("CLAIMCLI_COMPILE")
        if self.target_name != "wheel" or version == "editable" or wanted == "0":
            return
        self.folder = tempfile.mkdtemp(prefix="claimcli-build-")
        try:
            libraries = compile_package(Path(self.root), Path(self.folder), loud=wanted == "1")
        except (OSError, subprocess.CalledProcessError):
            if wanted == "1":
                raise
            self.app.display_warning("the parser is not compiled: it does the same, but takes longer")
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["force_include"].update(libraries)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)


def compile_package(root: Path, folder: Path, *, loud: bool) -> dict[str, str]:
    """Compile a copy of the package in ``folder``: the libraries by path, each with its place in a wheel.

    Raises ``OSError`` or ``subprocess.CalledProcessError`` where that cannot be done.
    """
    compiler = os.environ.get("CC") or sysconfig.get_config_var("CC")
    if compiler and not shutil.which(shlex.split(compiler)[0]):
        raise OSError(f"no C compiler: {compiler}")  # what mypyc makes for it takes a minute
    left_out = shutil.ignore_patterns("__pycache__", *(f"*{suffix}" for suffix in LIBRARIES))
    shutil.copytree(root / "claimcli", folder / "claimcli", ignore=left_out)
    shutil.copy(root / ".build" / RARE, folder)
    try:
        _compile(folder, QUICKER, loud=loud)
    except subprocess.CalledProcessError:
        shutil.rmtree(folder / "build", ignore_errors=True)  # not every compiler or mypyc knows these
        _compile(folder, "", loud=loud)
    shutil.rmtree(folder / "build")  # the same libraries once more
    found = [path for path in folder.rglob("*") if path.suffix in LIBRARIES]
    return {str(path): path.relative_to(folder).as_posix() for path in found}


def _compile(folder: Path, further: str, *, loud: bool) -> None:
    """Compile ``COMPILED`` where it stands, with ``further`` flags. Raises as ``compile_package`` does."""
    # No warnings of generated code: they are of use to nobody, and take gcc longer than compiling it. Its many
    # functions are called from each other alone: hidden, they are called at once and need not be kept apart, which
    # makes both compiling and parsing faster. "-O2" would take half as long again for a hundredth.
    flags = {
        "CFLAGS": f"{os.environ.get('CFLAGS', '')} -Wno-all -fvisibility=hidden -fno-plt -g0 {further}",
        "MYPYC_OPT_LEVEL": "1",
        "MYPYC_DEBUG_LEVEL": "0",
    }
    subprocess.run(
        [sys.executable, "-m", "mypyc", "--ignore-missing-imports", "--follow-imports=silent", *COMPILED],
        cwd=folder,
        env=os.environ | flags,
        stdout=None if loud else subprocess.DEVNULL,
        stderr=None if loud else subprocess.DEVNULL,
        check=True,
    )
