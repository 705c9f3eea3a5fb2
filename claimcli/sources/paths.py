"""From what a person types to single places: files, standard input, URLs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from claimcli.sources.document import SourceError, os_problem

STANDARD_INPUT = "-"


class Place(NamedTuple):
    """One file, URL or stream: ``source`` is what the person sees, ``path`` what is opened."""

    source: str
    path: str


def seeds() -> Path:
    """The folder of articles that the package ships: inside an installed wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "seeds"
    return inside if inside.is_dir() else package.parent / "seeds"


def expand(sources: Iterable[str]) -> Iterator[Place | SourceError]:
    """Every place that ``sources`` name, in order.

    First comes an error for each that is missing: whoever takes only a few articles would not get as far.
    """
    sources = tuple(map(str, sources))
    missing = set(filter(_is_missing, sources))
    yield from (
        SourceError(source, os_problem(FileNotFoundError())) for source in sources if source in missing
    )
    for source in sources:
        if source in missing:
            continue
        if source == STANDARD_INPUT or is_url(source):
            yield Place(source, source)
        elif os.path.isdir(source):
            yield from _folder(source)
        elif os.path.lexists(source):
            yield Place(source, source)
        else:
            yield from _glob(source)


def _is_missing(source: str) -> bool:
    if source == STANDARD_INPUT or is_url(source) or _is_glob(source):
        return False
    return not os.path.lexists(source)


def is_url(source: str) -> bool:
    """Whether ``source`` has a scheme, which no path that people type has ("C:\\" is a drive)."""
    scheme, mark, _ = source.partition("://")
    return bool(mark) and len(scheme) > 1 and scheme.replace("+", "").isalnum()


def shipped() -> Iterator[Place | SourceError]:
    """The seeds, under the same short name on every machine."""
    folder = seeds()
    for place in _folder(str(folder)):
        if isinstance(place, SourceError):
            yield place
        else:
            yield Place(f"seeds/{Path(place.path).relative_to(folder).as_posix()}", place.path)


def _folder(folder: str, visited: set[tuple[int, int]] | None = None) -> Iterator[Place | SourceError]:
    """The regular files below ``folder``, sorted, hidden ones left out, each real folder visited once."""
    errors: list[OSError] = []
    visited = set() if visited is None else visited
    empty = True
    for here, folders, files in os.walk(folder, onerror=errors.append, followlinks=True):
        status = os.stat(here)
        loop = here != folder and _leads_back(here)
        if loop or (status.st_dev, status.st_ino) in visited:
            if loop:
                yield SourceError(here, "is a link to a folder that it lies in, so it is left out; remove it")
            folders.clear()
            empty = False
            continue
        visited.add((status.st_dev, status.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = os.path.join(here, name)
            # A pipe or a device in a folder would wait for ever; a broken link is worth an error.
            if not name.startswith(".") and (os.path.isfile(path) or not os.path.exists(path)):
                empty = False
                yield Place(path, path)
        yield from (SourceError(error.filename or folder, os_problem(error)) for error in errors)
        empty = empty and not errors
        errors.clear()
    yield from (SourceError(error.filename or folder, os_problem(error)) for error in errors)
    if empty and not errors:
        yield SourceError(folder, "no files in this folder; name one that holds articles")


def _leads_back(path: str) -> bool:
    """Whether ``path`` is a link to a folder above it, which without end leads to itself."""
    if not os.path.islink(path):
        return False
    above, target = os.path.realpath(os.path.dirname(path)), os.path.realpath(path)
    try:
        return os.path.commonpath([above, target]) == target
    except ValueError:  # they lie on two drives of Windows
        return False


def _is_glob(source: str) -> bool:
    return any(mark in source for mark in "*?[")


def _glob(pattern: str) -> Iterator[Place | SourceError]:
    """What ``pattern`` matches, sorted, each file once. ``**`` does not follow links, so it ends."""
    path = Path(pattern)
    root, relative = (
        (Path(path.anchor), str(path.relative_to(path.anchor))) if path.anchor else (Path(), pattern)
    )
    try:
        matches = sorted(str(match) for match in root.glob(relative) if not _is_hidden(match, path))
    except (ValueError, NotImplementedError) as error:
        yield SourceError(pattern, f"not a pattern that can be read ({error}); write it like 'news/**/*.txt'")
        return
    if not matches:
        yield SourceError(pattern, "no file matches this pattern; check the path")
    seen: set[str] = set()
    visited: set[tuple[int, int]] = set()
    for match in matches:
        if _leads_back(match):
            continue  # the pattern matches all that is in it without it
        for place in _folder(match, visited) if os.path.isdir(match) else [Place(match, match)]:
            if isinstance(place, SourceError):
                yield place
            elif place.path not in seen:
                seen.add(place.path)
                yield place


def _is_hidden(match: Path, pattern: Path) -> bool:
    """Whether a part of ``match`` is hidden that the pattern does not name itself."""
    return any(part.startswith(".") and part not in pattern.parts for part in match.parts if part != "..")
