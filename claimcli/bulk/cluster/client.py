"""What the client does: have the pieces made into parts by the workers, and see that none is missing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any
from uuid import uuid4

import fsspec  # type: ignore[import-untyped]
from distributed import Client, as_completed

from claimcli.bulk.cluster.part import Part, make
from claimcli.bulk.cluster.pieces import Piece, groups_of, numbered, pieces_of, what_it_needs
from claimcli.bulk.formats import FormatError, format_of
from claimcli.bulk.pool import TIMEOUT
from claimcli.bulk.run import ResumeError, Totals, Watcher, command_of
from claimcli.bulk.units import Problem
from claimcli.sources import Fields
from claimcli.sources.paths import STANDARD_INPUT

PART = 32 << 20  # bytes of input that make one part of the output, about
_PLAN = ".claimcli.json"  # in the folder of the parts until all are there: what they are parts of
_AHEAD = 4  # tasks a thread of the cluster that are handed out at a time
_WAIT = 30  # seconds for a scheduler to answer


def extract_on(
    address: str,
    out: str,
    sources: Iterable[str],
    *,
    resume: bool = False,
    timeout: float = TIMEOUT,
    fields: Fields | None = None,
    watcher: Watcher | None = None,
    part_size: int = PART,
) -> Totals:
    """Extract ``sources`` on the Dask cluster at ``address`` into ``out``, a folder of part-00000 and so on.

    The ending of ``out`` is the format of the parts; their rows, one after another, are those that
    ``extract_to`` writes on one machine, but for an article that is in two parts. ``part_size`` is in bytes of
    input. ``resume`` makes the parts that
    are missing. Raises as ``extract_to`` does, and ``ConnectionError`` if no scheduler answers.
    """
    sources, fields, watcher = tuple(sources), fields or Fields(), watcher or Watcher()
    if out == "-" or STANDARD_INPUT in sources:
        raise FormatError("a cluster cannot reach standard input and output; name files and a folder")
    format_of(out)
    fs, folder = _file_system(out)
    with _connected(address) as client:
        pieces = numbered(client, list(pieces_of(sources, part_size)))
        groups = list(groups_of(pieces, part_size))
        _plan(fs, folder, f"{command_of(sources, fields)} {_hash(pieces)}", resume)
        there = {path.rsplit("/", 1)[-1] for path in fs.ls(folder, detail=False)}
        width = max(5, len(str(len(groups))))
        names = [f"part-{number:0{width}}{Path(out).suffix}" for number in range(len(groups))]
        parts = (
            Part(fs.unstrip_protocol(f"{folder}/{name}"), group, fields, timeout)
            for name, group in zip(names, groups, strict=True)
            if name not in there
        )
        try:
            totals = _run(client, parts, watcher)
        except ImportError as error:
            raise FormatError(f"a package is missing on the workers ({error}); install it there") from error
    paths = fs.ls(folder, detail=False)
    if not {path.rsplit("/", 1)[-1] for path in paths}.issuperset(names):
        raise FileNotFoundError(2, "parts are missing that the workers made; name a folder that all share")
    for path in paths:
        if path.rsplit("/", 1)[-1].startswith("."):  # the plan, and what dead workers have left
            fs.rm_file(path)
    return totals


def _file_system(url: str) -> tuple[Any, str]:
    """What ``url`` lies on, and its path there. Raises ``FormatError`` where nothing that is installed knows."""
    try:
        fs, path = fsspec.core.url_to_fs(url)
    except ImportError as error:
        raise FormatError(f"{url}: {what_it_needs(url)}") from error
    except ValueError as error:
        raise FormatError(f"{url}: cannot be written ({error})") from error
    return fs, path


def _connected(address: str) -> Any:
    if not address.rpartition(":")[2].isdecimal():
        raise ConnectionError(f"{address} is no scheduler's address; write it like tcp://10.0.0.1:8786")
    try:
        return Client(address, timeout=_WAIT, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ConnectionError(
            f"no Dask scheduler answers at {address}; start one with: dask scheduler"
        ) from error


def _run(client: Any, parts: Iterator[Part], watcher: Watcher) -> Totals:
    """Hand out ``parts``, never many more than are being done."""
    totals = Totals()
    threads = sum(client.nthreads().values()) or 1
    run = uuid4().hex[:8]
    keys = (f"claimcli-{run}-{number}" for number in count())

    def submitted(amount: int) -> list[Any]:
        return [client.submit(make, part, key=next(keys), pure=False) for part in islice(parts, amount)]

    working: Any = as_completed(  # type: ignore[no-untyped-call]
        submitted(_AHEAD * threads), loop=client.loop, with_results=True
    )
    for future, done in working:
        totals = totals.plus(done.totals)
        for problem in done.problems:
            watcher.problem(problem)
        for source in done.repeats:
            watcher.repeated(source)
        watcher.progress(totals)
        future.release()
        working.update(submitted(1))
    return totals


def _hash(pieces: list[Piece | Problem]) -> str:
    return hashlib.sha256(repr(pieces).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _plan(fs: Any, folder: str, plan: str, resume: bool) -> None:
    """Make the folder, and note in it what its parts are parts of."""
    fs.makedirs(folder, exist_ok=True)
    path = f"{folder}/{_PLAN}"
    there = json.loads(fs.cat_file(path))["plan"] if fs.exists(path) else None
    if resume and there is not None:
        if there != plan:
            raise ResumeError(
                f"{folder} holds parts of other sources or options; repeat that command, or name a new folder"
            )
    elif fs.ls(folder, detail=False):
        raise ResumeError(f"{folder} is not empty; name a new folder, or go on with --resume")
    else:
        fs.pipe_file(path, json.dumps({"plan": plan}).encode())
