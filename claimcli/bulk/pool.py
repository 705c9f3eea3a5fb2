"""Processes that parse, and one that watches them: results in the order of the batches.

``concurrent.futures`` gives up all its work when one process dies. Here a process that dies, or takes too
long over an article, is replaced, and the article that it was at is left out and named.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext

from claimcli.bulk.units import Batch, Problem
from claimcli.bulk.worker import Encode, Result, Step, Task, Watch, serve
from claimcli.model import Article
from claimcli.sources import Document, Fields
from claimcli.sources.paths import Place

TIMEOUT = 60.0  # seconds for one article, unless told otherwise
_AHEAD = 4  # batches a worker that may be done before the next in order is
_LOOK = 0.2  # seconds between two looks at the clock
_DEATHS = 2  # of workers at one step, before the step is left out
_STILLBIRTHS = 3  # workers in a row that die before they begin anything


class WorkerError(RuntimeError):
    """Workers die whatever they are given, so nothing can be done."""


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _nothing() -> None:
    pass


class Pool:
    """``workers`` processes, at least one. ``encode`` makes the rows of an article, in the worker.

    ``idle`` is called several times a second while there is nothing else to do. ``retried`` hears of each
    article that a worker died at, when it is tried once more.
    """

    def __init__(
        self,
        encode: Encode,
        fields: Fields,
        *,
        workers: int,
        timeout: float = TIMEOUT,
        idle: Callable[[], None] = _nothing,
        retried: Callable[[Problem], None] = lambda _: None,
        start_method: str | None = None,
    ) -> None:
        if workers < 1:
            raise ValueError(f"workers={workers}: at least 1 is needed, or None for one a core")
        self._context: BaseContext = multiprocessing.get_context(start_method)
        self._encode = encode
        self._fields = fields
        self._most = workers
        self._timeout = timeout
        self._idle = idle
        self._retried = retried
        self._workers: list[_Worker] = []
        self._again: deque[Task] = deque()
        self._done: dict[int, Result] = {}
        self._deaths: Counter[Step] = Counter()
        self._stillbirths = 0

    def run(self, batches: Iterator[Batch]) -> Iterator[Result]:
        """The results of ``batches`` in their order; of both only a few are held at a time."""
        following = 0
        left = next(batches, None)
        try:
            while left or self._again or self._done or any(worker.task for worker in self._workers):
                while self._again and self._give(self._again[0]):
                    self._again.popleft()
                while left and left.number < following + _AHEAD * self._most and self._give(Task(left, {})):
                    left = next(batches, None)
                # The workers have what they need before the results are looked at.
                while following in self._done:
                    yield self._done.pop(following)
                    following += 1
                self._wait()
                self._end_late_ones()
        finally:
            for worker in self._workers:
                worker.close()
            self._workers.clear()

    def _give(self, task: Task) -> bool:
        """Hand ``task`` to an idle worker, a new one if need be; False if all are busy."""
        worker = next((one for one in self._workers if not one.task), None)
        if worker is None:
            if len(self._workers) >= self._most:
                return False
            others = [one.connection for one in self._workers]
            worker = _Worker(self._context, self._encode, self._fields, others)
            self._workers.append(worker)
        worker.give(task)
        return True

    def _wait(self) -> None:
        """Take what the workers send, waiting a little for it; those that have died are replaced."""
        self._idle()
        busy = {worker.connection: worker for worker in self._workers if worker.task}
        for connection in wait(list(busy), _LOOK) if busy else ():
            self._take(busy[connection])  # type: ignore[index]

    def _take(self, worker: _Worker) -> None:
        try:
            result = worker.take()
        except (EOFError, OSError, pickle.UnpicklingError):
            self._bury(worker)
        else:
            self._done[result.batch.number] = result
            self._stillbirths = 0

    def _end_late_ones(self) -> None:
        for worker in list(self._workers):
            if worker.task and worker.watch.seconds > self._timeout:
                worker.process.kill()
                worker.process.join()
                if worker.connection.poll():  # it was done just now, or died while sending
                    self._take(worker)
                else:
                    self._bury(worker)

    def _bury(self, worker: _Worker) -> None:
        """Note what a worker died of, and have its batch done by another."""
        self._workers.remove(worker)
        worker.process.join()
        task, step = worker.task, worker.watch.step
        worker.close()
        if task is None:
            return
        if step and step.batch == task.batch.number:
            self._blame(step, task, worker.watch.seconds > self._timeout, worker.process.exitcode)
        else:
            self._stillbirths += 1
            if self._stillbirths >= _STILLBIRTHS:
                raise WorkerError(f"worker processes die at once ({_death(worker.process.exitcode)})")
        self._again.append(task)

    def _blame(self, step: Step, task: Task, late: bool, exitcode: int | None) -> None:
        self._deaths[step] += 1
        source = _source(task.batch, step)
        if late:
            problem = (
                f"took more than {self._timeout:g} seconds and was left out; a larger --timeout gives it more"
            )
            task.skip[step] = Problem(source, problem)
        elif self._deaths[step] >= _DEATHS:
            problem = f"a worker process died of it ({_death(exitcode)}), so it was left out"
            task.skip[step] = Problem(source, problem)
        else:
            self._retried(Problem(source, f"a worker process died at it ({_death(exitcode)}); trying again"))


class _Worker:
    """One process, and the task that it has not answered yet."""

    def __init__(
        self, context: BaseContext, encode: Encode, fields: Fields, others: list[Connection]
    ) -> None:
        self.connection, theirs = context.Pipe()
        shared = context.RawArray("d", Watch.SIZE)
        self.watch = Watch(shared)
        self.task: Task | None = None
        # A forked process gets copies of our ends of the pipes, and as long as it has them nobody can
        # see that we are gone.
        copied = [*others, self.connection] if context.get_start_method() == "fork" else []
        self.process = context.Process(  # type: ignore[attr-defined]
            target=serve, args=(theirs, copied, shared, encode, fields), daemon=True
        )
        self.process.start()
        theirs.close()

    def give(self, task: Task) -> None:
        self.task = task
        with suppress(OSError):  # it is dead, which shows when its result is awaited
            self.connection.send(task)

    def take(self) -> Result:
        result: Result = self.connection.recv()
        self.task = None
        return result

    def close(self) -> None:
        self.connection.close()  # upon which the process ends by itself
        self.process.join(1)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def _source(batch: Batch, step: Step) -> str:
    unit = batch.units[step.unit]
    if isinstance(unit, Document | Article | Problem) or not step.article:
        return unit.source or "?"
    assert isinstance(unit, Place)
    return f"{unit.source} (article {step.article + 1})"


def _death(exitcode: int | None) -> str:
    if exitcode is not None and exitcode < 0:
        return f"killed by signal {-exitcode}"
    return f"exit code {exitcode}"
