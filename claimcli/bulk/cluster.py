"""Extraction on a Dask cluster: a part of the input a task, a part of the output a file.

Sources and outputs may be on any file system that fsspec knows; all of them must be within reach of all workers.
A task that is cut off, as its worker dies, is done again by another one, and its file appears only when
it is whole: so nothing is there twice.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import count, islice
from pathlib import Path
from typing import Any, NamedTuple
from uuid import uuid4

from claimcli.bulk.formats import FormatError, format_of
from claimcli.bulk.pool import TIMEOUT
from claimcli.bulk.run import Job, ResumeError, Totals, Watcher, command_of
from claimcli.bulk.units import Problem, Unit, units_of
from claimcli.sources import Fields, SourceError
from claimcli.sources.document import os_problem
from claimcli.sources.extracted.json_lines import begins_so
from claimcli.sources.paths import STANDARD_INPUT, Place, expand, is_url
from claimcli.sources.read import read

try:
    import fsspec  # type: ignore[import-untyped]
    from distributed import Client, as_completed, get_worker
except ImportError as error:
    raise FormatError(
        "--cluster needs extra packages; install them here and on the workers with: pip install 'claimcli[cluster]'"
    ) from error

PART = 32 << 20  # bytes of input that make one part of the output, about
_PLAN = ".claimcli.json"  # in the folder of the parts until all are there: what they are parts of
_AHEAD = 4  # tasks a thread of the cluster that are handed out at a time
_WAIT = 30  # seconds for a scheduler to answer

# These are cut into pieces of lines; of all other files each is read as a whole.
_CUT = (".jsonl", ".ndjson")


class Piece(NamedTuple):
    """A file, or the lines of it that start from byte ``start`` up to ``end``."""

    place: Place
    size: int
    start: int = 0
    end: int | None = None
    lines_before: int = 0


class Part(NamedTuple):
    """What one task does: all that a worker has to know."""

    target: str
    pieces: list[Piece | Problem]
    fields: Fields
    timeout: float


class Done(NamedTuple):
    """What came of a part."""

    totals: Totals
    problems: list[Problem]


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
    ``extract_to`` writes on one machine. ``part_size`` is in bytes of input. ``resume`` makes the parts that
    are missing. Raises as ``extract_to`` does, and ``ConnectionError`` if no scheduler answers.
    """
    sources, fields, watcher = tuple(sources), fields or Fields(), watcher or Watcher()
    if out == "-" or STANDARD_INPUT in sources:
        raise FormatError("a cluster cannot reach standard input and output; name files and a folder")
    format_of(out)
    fs, folder = _file_system(out)
    with _connected(address) as client:
        pieces = _numbered(client, list(_pieces(sources, part_size)))
        groups = list(_groups(pieces, part_size))
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
        raise FormatError(f"{url}: {_extra(url)}") from error
    except ValueError as error:
        raise FormatError(f"{url}: cannot be written ({error})") from error
    return fs, path


def _extra(url: str) -> str:
    scheme = url.partition("://")[0]
    return f"{scheme}:// needs an extra package here and on the workers: pip install 'fsspec[{scheme}]'"


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
        totals = Totals(*map(sum, zip(totals, done.totals, strict=True)))
        for problem in done.problems:
            watcher.problem(problem)
        watcher.progress(totals)
        future.release()
        working.update(submitted(1))
    return totals


# What the client does before: find the files, and cut the large ones into pieces.


def _pieces(sources: tuple[str, ...], part_size: int) -> Iterator[Piece | Problem]:
    for place in _places(sources):
        if isinstance(place, SourceError):
            yield Problem(place.source, place.problem)
            continue
        if place.path.startswith(("http://", "https://")):
            yield Piece(place, 0)
            continue
        try:
            yield from _cut(place, part_size)
        except OSError as error:
            yield Problem(place.source, os_problem(error))


def _places(sources: tuple[str, ...]) -> Iterator[Place | SourceError]:
    """As ``expand``, on all file systems; local paths in full, as workers may run in other folders."""
    for source in sources:
        if is_url(source) and not source.startswith(("http://", "https://")):
            yield from _remote(source)
            continue
        for place in expand([source]):
            if isinstance(place, SourceError) or is_url(place.path):
                yield place
            else:
                yield Place(place.source, os.path.abspath(place.path))


def _remote(source: str) -> Iterator[Place | SourceError]:
    try:
        fs, path = fsspec.core.url_to_fs(source)
        if any(mark in path for mark in "*?["):
            paths = sorted(fs.glob(path))
        else:
            paths = sorted(fs.find(path)) if fs.isdir(path) else [path]
    except ImportError:
        yield SourceError(source, _extra(source))
        return
    except (OSError, ValueError) as error:
        yield SourceError(source, f"cannot be reached ({error}); check the address")
        return
    if not paths:
        yield SourceError(source, "no file matches this pattern; check the path")
    for found in paths:
        if not found.rsplit("/", 1)[-1].startswith("."):
            url = fs.unstrip_protocol(found)
            yield Place(url, url)


def _cut(place: Place, part_size: int) -> Iterator[Piece]:
    fs, path = fsspec.core.url_to_fs(place.path)
    size = fs.size(path) or 0
    if size <= part_size or not path.lower().endswith(_CUT) or not _may_be_cut(fs, path):
        yield Piece(place, size)
        return
    for start in range(0, size, part_size):
        end = min(start + part_size, size)
        yield Piece(place, end - start, start, end)


def _may_be_cut(fs: Any, path: str) -> bool:
    """Whether every line is an article, in UTF-8: claims that were extracted belong to the lines before them."""
    with fs.open(path, "rb") as file:
        first = file.readline()
    try:
        return isinstance(json.loads(first.decode("utf-8-sig")), dict) and not begins_so(first)
    except ValueError:
        return False


def _numbered(client: Any, pieces: list[Piece | Problem]) -> list[Piece | Problem]:
    """``pieces`` with the number of lines before each in its file, by which articles without id are named."""
    cut = [place for place, piece in enumerate(pieces) if isinstance(piece, Piece) and piece.end is not None]
    lines = client.gather(client.map(count_lines, [pieces[place] for place in cut], pure=False))
    before = 0
    for place, here in zip(cut, lines, strict=True):
        piece = pieces[place]
        assert isinstance(piece, Piece)
        before = 0 if not piece.start else before
        pieces[place] = piece._replace(lines_before=before)
        before += here
    return pieces


def count_lines(piece: Piece) -> int:
    """How many lines start in ``piece``. Runs on a worker."""
    return sum(1 for _ in _lines(piece))


def _groups(pieces: list[Piece | Problem], part_size: int) -> Iterator[list[Piece | Problem]]:
    """Pieces that make a part together."""
    held: list[Piece | Problem] = []
    size = 0
    for piece in pieces:
        more = piece.size if isinstance(piece, Piece) else 0
        if held and size + more > part_size:
            yield held
            held, size = [], 0
        held.append(piece)
        size += more
    if held:
        yield held


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


# What a worker does: fetch the pieces, extract them, put the part in its place.


def make(part: Part) -> Done:
    """Make one part of the output. Runs on a worker; the articles are parsed in a process of their own."""
    # Dask's workers are daemons, which multiprocessing lets have no children; ours end when they do.
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
    form = format_of(part.target)
    with tempfile.TemporaryDirectory(dir=get_worker().local_directory) as folder:
        problems = _Problems()
        job = Job(_units(part, Path(folder)), "", part.fields, problems)
        made = Path(folder, f"part{Path(part.target).suffix}")
        with closing(form.writer(made)) as writer:
            # A process that runs threads, as Dask's does, is not to be forked.
            job.run(form, writer, workers=1, timeout=part.timeout, start_method="spawn")
            writer.finish()
        _put(made, part.target)
    return Done(job.totals, problems.all)


class _Problems(Watcher):
    def __init__(self) -> None:
        self.all: list[Problem] = []

    def problem(self, problem: Problem) -> None:
        self.all.append(problem)


def _units(part: Part, folder: Path) -> Iterator[tuple[Unit, int]]:
    for number, piece in enumerate(part.pieces):
        if isinstance(piece, Problem):
            yield piece, 0
        elif piece.end is None:
            yield from units_of(_fetched(piece.place, folder / str(number)), part.fields)
        else:
            yield from _cut_units(piece, folder / str(number), part.fields)


def _fetched(place: Place, folder: Path) -> Place | SourceError:
    """``place`` as a local file."""
    if not is_url(place.path) or place.path.startswith(("http://", "https://")):
        return place
    fs, path = fsspec.core.url_to_fs(place.path)
    folder.mkdir()
    local = folder / path.rsplit("/", 1)[-1]
    try:
        fs.get_file(path, str(local))
    except OSError as error:
        return SourceError(place.source, os_problem(error))
    return Place(place.source, str(local))


def _cut_units(piece: Piece, folder: Path, fields: Fields) -> Iterator[tuple[Unit, int]]:
    """The articles of a piece of a file.

    The piece is read under the first line of the file, which tells the columns, and under as many empty
    lines as it takes for every line to have its number.
    """
    folder.mkdir()
    first = folder / "first.jsonl"
    first.write_bytes(next(_lines(piece._replace(start=0, end=1))))
    path = folder / "piece.jsonl"
    with open(path, "wb") as file:
        if piece.start:
            file.write(first.read_bytes() + b"\n" * (piece.lines_before - 1))
        file.writelines(_lines(piece))
    # What the first line gives was told by the first piece.
    known = sum(1 for _ in read(Place(piece.place.source, str(first)), fields)) if piece.start else 0
    for found in islice(read(Place(piece.place.source, str(path)), fields), known, None):
        if isinstance(found, SourceError):
            yield Problem(found.source, found.problem), 0
        else:
            yield found, len(found.text)


def _lines(piece: Piece) -> Iterator[bytes]:
    """The lines that start in ``piece``, each with its line end."""
    fs, path = fsspec.core.url_to_fs(piece.place.path)
    with fs.open(path, "rb", block_size=1 << 20) as file:
        at = piece.start
        if at:
            file.seek(at - 1)
            at += len(file.readline()) - 1
        while piece.end is None or at < piece.end:
            line = file.readline()
            if not line:
                return
            at += len(line)
            yield line


def _put(made: Path, target: str) -> None:
    """Put a file in its place at once: elsewhere by an upload, which counts when it is whole, here by a name."""
    fs, path = fsspec.core.url_to_fs(target)
    if "file" not in (fs.protocol if isinstance(fs.protocol, tuple | list) else (fs.protocol,)):
        fs.put_file(str(made), path)
        return
    before = f"{os.path.dirname(path)}/.{uuid4().hex}"
    fs.put_file(str(made), before)
    os.replace(before, path)
