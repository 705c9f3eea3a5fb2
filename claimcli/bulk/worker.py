"""What a worker does: read its units, parse each article, turn them into rows.

Before each step it notes where it is, so that whoever watches can tell which article it died of.
"""

from __future__ import annotations

import gc
import os
import signal
import time
from collections.abc import Callable, Iterator, MutableSequence
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from claimcli.bulk.formats import known_by
from claimcli.bulk.units import Batch, Problem, Unit
from claimcli.model import Article
from claimcli.parser import parse
from claimcli.sources import Document, Fields, SourceError
from claimcli.sources.paths import Place
from claimcli.sources.read import read

Encode = Callable[[Article], bytes]


class Step(NamedTuple):
    """One step of a batch: reading the next article of a unit, or parsing it; both count from 0."""

    batch: int
    unit: int
    article: int
    parsing: bool


class Task(NamedTuple):
    """A batch, and the steps to leave out because they came to grief before, each with the reason."""

    batch: Batch
    skip: dict[Step, Problem]


class Made(NamedTuple):
    """An article as it is to be written, and what it is known by (its id, or ``known_by``)."""

    key: str
    source: str
    claims: int
    rows: bytes


class Result(NamedTuple):
    """What became of a batch: its articles in order, and what was left out."""

    batch: Batch
    made: list[Made]
    problems: list[Problem]


class Watch:
    """Where a worker is, in memory that it shares with whoever watches it."""

    SIZE = 5  # numbers

    def __init__(self, shared: MutableSequence[float]) -> None:
        self._shared = shared

    def begin(self, step: Step) -> None:
        self._shared[0] = 0.0
        self._shared[1:5] = [float(number) for number in step]
        self._shared[0] = time.monotonic()

    def rest(self) -> None:
        """Nothing that may fail is under way."""
        self._shared[0] = 0.0

    @property
    def seconds(self) -> float:
        """How long the step has taken so far; 0 between steps."""
        began = self._shared[0]
        return time.monotonic() - began if began else 0.0

    @property
    def step(self) -> Step | None:
        if not self._shared[0]:
            return None
        batch, unit, article, parsing = self._shared[1:5]
        return Step(int(batch), int(unit), int(article), bool(parsing))


def serve(
    connection: Connection,
    others: list[Connection],
    shared: MutableSequence[float],
    encode: Encode,
    fields: Fields,
) -> None:
    """Work through tasks until the other end closes. ``others`` are ends of pipes that a fork has copied."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that watches
    for other in others:
        other.close()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)
    watch = Watch(shared)
    try:
        while True:
            connection.send(work(connection.recv(), encode, fields, watch))
    except (EOFError, OSError):
        return  # whoever watches is gone


def work(task: Task, encode: Encode, fields: Fields, watch: Watch) -> Result:
    """All articles of a batch; what fails is a problem, and the rest goes on."""
    made: list[Made] = []
    problems: list[Problem] = []
    for number, unit in enumerate(task.batch.units):
        for found in _articles(unit, Step(task.batch.number, number, 0, False), task.skip, fields, watch):
            done = found if isinstance(found, Problem) else _made(found, encode)
            if isinstance(done, Problem):
                problems.append(done)
            else:
                made.append(done)
    watch.rest()
    # The units are not needed any more, only what the sender knows them by.
    batch = task.batch._replace(units=[])
    return Result(batch, made, problems)


def _made(article: Article, encode: Encode) -> Made | Problem:
    source = article.source or article.title or article.id
    try:
        rows = encode(article)
    except Exception as error:
        return Problem(article.source or "?", f"it cannot be written ({told(error)}); please report this")
    # Of claims alone an article is made up as far as they tell, maybe in several parts.
    key = article.id if article.paragraphs else known_by(article.id, (claim.id for claim in article.claims))
    return Made(key, source, len(article.claims), rows)


def _articles(
    unit: Unit, step: Step, skip: dict[Step, Problem], fields: Fields, watch: Watch
) -> Iterator[Article | Problem]:
    """The articles of a unit, parsed."""
    found = _found(unit, fields)
    while True:
        if step in skip:  # the reader itself came to grief: it will not get past this
            yield skip[step]
            return
        watch.begin(step)
        try:
            document = next(found)
        except StopIteration:
            return
        except Exception as error:
            yield Problem(unit.source or "?", f"reading it failed ({told(error)}); please report this")
            return
        if isinstance(document, SourceError):
            yield Problem(document.source, document.problem)
        else:
            parsing = step._replace(parsing=True)
            watch.begin(parsing)
            if parsing in skip:
                yield skip[parsing]._replace(source=document.source or skip[parsing].source)
            else:
                yield _parsed(document)
        step = step._replace(article=step.article + 1)


def _found(unit: Unit, fields: Fields) -> Iterator[Document | Article | SourceError]:
    if isinstance(unit, Place):
        yield from read(unit, fields)
    else:
        yield unit.error() if isinstance(unit, Problem) else unit


def _parsed(found: Document | Article) -> Article | Problem:
    if isinstance(found, Article):
        return found
    try:
        return parse(found.text, title=found.title, source=found.source, published=found.published)
    except Exception as error:
        return Problem(found.source or "?", f"the parser failed ({told(error)}); please report this")


def told(error: BaseException) -> str:
    """An error in a few words, with the line it comes from."""
    where: Any = error.__traceback__
    while where and where.tb_next:
        where = where.tb_next
    place = f" at {os.path.basename(where.tb_frame.f_code.co_filename)}:{where.tb_lineno}" if where else ""
    return f"{type(error).__name__}{place}: {error}"
