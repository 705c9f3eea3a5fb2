"""Extraction on a Dask cluster: a part of the input a task, a part of the output a file.

Sources and outputs may be on any file system that fsspec knows; all of them must be within reach of all workers.
A task that is cut off, as its worker dies, is done again by another one, and its file appears only when
it is whole: so nothing is there twice.
"""

from __future__ import annotations

from claimcli.bulk.formats import FormatError

try:
    from claimcli.bulk.cluster.client import extract_on
except ImportError as error:
    raise FormatError(
        "--cluster needs extra packages; install them here and on the workers with: pip install 'claimcli[cluster]'"
    ) from error

__all__ = ["extract_on"]
