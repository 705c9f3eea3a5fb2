"""How far a long run has come, for people at a terminal."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

import typer

from claimcli.bulk.run import STANDARD_OUTPUT, Totals, Watcher
from claimcli.bulk.units import Problem, expected_size
from claimcli.cli import BAD, counted, say

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_REFRESH = 0.1  # seconds


class Progress(Watcher):
    """A bar on standard error while it is a terminal, and a line for each problem anyway.

    With ``strict`` the first article or source that is left out ends it all, with the exit code for that.
    """

    def __init__(
        self, sources: Sequence[str], out: str, *, append: bool = False, strict: bool = False
    ) -> None:
        self._out = out
        self._append = append
        self._strict = strict
        self._began = time.monotonic()
        self._before = Totals()
        self._drawn = 0.0
        self.repeats: list[str] = []  # where articles stand that were read before
        self._bar: Bar | None = None
        self._for_people = sys.stderr is not None and sys.stderr.isatty()
        # Results and a bar on the same terminal would run into each other.
        if self._for_people and not (
            out == STANDARD_OUTPUT and sys.stdout is not None and sys.stdout.isatty()
        ):
            self._bar = _bar(expected_size(sources))

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()
            self._bar = None

    def problem(self, problem: Problem) -> None:
        self.retried(problem)
        if self._strict:
            raise typer.Exit(BAD)

    def retried(self, problem: Problem) -> None:
        self.say(str(problem.error()))

    def repeated(self, source: str) -> None:
        self.repeats.append(source)

    def replaced(self, lost: int) -> None:
        articles = counted(lost, "article")
        self.say(f"{self._out} was replaced, without {articles} that it had; --append adds to what is there")

    def resumed(self, totals: Totals) -> None:
        if not totals.articles:
            if self._for_people or os.path.exists(self._out):
                self.say(f"no interrupted run of {self._out} is left to go on with: all is extracted anew")
            return
        self._before = totals
        if self._for_people:
            self.say(f"going on after {counted(totals.articles, 'article')}")

    def progress(self, totals: Totals) -> None:
        now = time.monotonic()
        if self._bar is None or now - self._drawn < _REFRESH:
            return
        self._drawn = now
        task = self._bar.tasks[0]
        expected = task.total if task.total is None else max(task.total, totals.size)
        self._bar.update(
            task.id,
            completed=totals.size,
            total=expected,
            articles=counted(totals.articles, "article"),
            claims=counted(totals.claims, "claim"),
            speed=self._speed(totals),
        )
        self._bar.refresh()

    def _speed(self, totals: Totals) -> str:
        seconds = max(time.monotonic() - self._began, 0.001)
        return f"{_amount((totals.size - self._before.size) / seconds)}/s"

    def say(self, message: str) -> None:
        """A line for the person, above the bar."""
        if self._bar:
            from rich.text import Text

            from claimcli.output.safe import one_line

            self._bar.console.print(Text(one_line(f"claimcli: {message}")), soft_wrap=True)
        else:
            say(f"claimcli: {message}")

    def summary(self, totals: Totals) -> None:
        """What came of it, in one line, if anybody is there to read it."""
        if not self._for_people:
            return
        self.__exit__(None, None, None)
        left_out = f", {totals.problems:,} left out" if totals.problems else ""
        seconds = time.monotonic() - self._began
        done = "added" if self._append else "written"
        where = "standard output" if self._out == STANDARD_OUTPUT else self._out
        found = f"{counted(totals.articles, 'article')}, {counted(totals.claims, 'claim')}"
        say(
            f"{found}{left_out}; {_amount(totals.size)} "
            f"in {_duration(seconds)} ({self._speed(totals)}); {done} to {where}"
        )


def _amount(size: float) -> str:
    """A number of bytes for people."""
    return f"{size / 1e6:,.1f} MB" if size >= 1e6 else f"{size / 1e3:.0f} KB"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return f"{seconds:.1f} s"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s"


def _bar(total: int | None) -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    # Drawn between batches and not by a thread: processes are forked here, and threads do not survive that.
    bar = Progress(
        BarColumn(bar_width=None),
        TaskProgressColumn(),
        TextColumn("{task.fields[articles]}"),
        TextColumn("{task.fields[claims]}"),
        TextColumn("{task.fields[speed]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True, highlight=False),
        auto_refresh=False,
        transient=True,
        expand=True,
    )
    bar.add_task("", total=total, articles="", claims="", speed="")
    return bar
