"""Extraction over many documents: on all cores of a machine, or on a Dask cluster.

``extract`` yields articles as ``load`` does, parsed in parallel; ``extract_to`` writes them to a file.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcli.bulk.out import OutError
from claimcli.bulk.pool import TIMEOUT, Pool, cores
from claimcli.bulk.run import ResumeError, Totals, Watcher, extract_to
from claimcli.bulk.units import batches, find_units
from claimcli.sources import Fields, OnError, Sources, named

if TYPE_CHECKING:
    from claimcli.model import Article

__all__ = ["TIMEOUT", "OutError", "ResumeError", "Totals", "Watcher", "extract", "extract_to"]


def extract(
    sources: Sources,
    *,
    workers: int | None = None,
    timeout: float = TIMEOUT,
    on_error: OnError | None = None,
    fields: Fields | None = None,
) -> Iterator[Article]:
    """The articles of ``sources`` in order, parsed by ``workers`` processes (default: one a core).

    Sources, ``fields`` and ``on_error`` are as for ``load``. An article that takes more than
    ``timeout`` seconds, makes the parser fail or its process die is an error too. Where processes are not
    forked (macOS, Windows), a script that calls this needs ``if __name__ == "__main__":``, as with all of
    multiprocessing. Raises ``ValueError`` if ``workers`` are less than 1.
    """
    fields = fields or Fields()
    pool = Pool(_pickled, fields, workers=cores() if workers is None else workers, timeout=timeout)
    for result in pool.run(batches(find_units(named(sources), fields))):
        for made in result.made:
            yield pickle.loads(made.rows)
        for problem in result.problems:
            if on_error is None:
                raise problem.error()
            on_error(problem.error())


def _pickled(article: Article) -> bytes:
    return pickle.dumps(article, pickle.HIGHEST_PROTOCOL)
