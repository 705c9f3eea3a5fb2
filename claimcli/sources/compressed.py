"""Files packed with gzip, bzip2 or Zstandard, unpacked as they are read."""

from __future__ import annotations

from io import BufferedReader
from typing import TYPE_CHECKING, cast

from claimcli.sources.document import missing_extra

if TYPE_CHECKING:
    from io import RawIOBase

_GZIP = b"\x1f\x8b"
_BZIP2 = b"BZh"
_ZSTANDARD = b"\x28\xb5\x2f\xfd"


def unpacked(source: str, name: str, file: BufferedReader) -> tuple[str, BufferedReader]:
    """``file`` unpacked if it is packed, and ``name`` without the ending that says so.

    Damage shows when it is read: as OSError, EOFError or zlib.error. Raises ``SourceError`` where the package
    for Zstandard is missing.
    """
    head = file.peek(4)
    if head.startswith(_GZIP):
        import gzip

        return name.removesuffix(".gz"), BufferedReader(cast("RawIOBase", gzip.GzipFile(fileobj=file)))
    if head.startswith(_BZIP2):
        import bz2

        return name.removesuffix(".bz2"), BufferedReader(cast("RawIOBase", bz2.BZ2File(file)))
    if head.startswith(_ZSTANDARD):
        try:
            import zstandard
        except ImportError:
            raise missing_extra(source, "a .zst file", "zst") from None
        unpacker = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True)
        return name.removesuffix(".zst"), BufferedReader(cast("RawIOBase", unpacker))
    return name, file
