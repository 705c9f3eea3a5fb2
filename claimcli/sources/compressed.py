"""Files packed with gzip, bzip2 or Zstandard, unpacked as they are read."""

from __future__ import annotations

from collections.abc import Callable
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, cast

from claimcli.sources.document import missing_extra

if TYPE_CHECKING:
    from zstandard import ZstdDecompressionObj

_GZIP = b"\x1f\x8b"
_BZIP2 = b"BZh"
_ZSTANDARD = b"\x28\xb5\x2f\xfd"
_PIECE = 1 << 10  # packed bytes at a time, of which Zstandard may make 30,000 times as many


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
        unpackers = zstandard.ZstdDecompressor().decompressobj
        return name.removesuffix(".zst"), BufferedReader(_Zstandard(file, unpackers, zstandard.ZstdError))
    return name, file


class _Zstandard(RawIOBase):
    """Zstandard unpacked bit by bit, which tells when it is cut off."""

    def __init__(
        self,
        file: BufferedReader,
        unpackers: Callable[[], ZstdDecompressionObj],
        damage: type[Exception],
    ) -> None:
        self._file = file
        self._unpackers = unpackers
        self._unpacker = unpackers()
        self._damage = damage
        self._held = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer``; the number of bytes, 0 at the end. Raises ``EOFError`` for damage."""
        while not self._held:
            packed = self._unpacker.unused_data if self._unpacker.eof else b""
            packed = packed or self._file.read(_PIECE)
            if not packed:
                if not self._unpacker.eof:
                    raise EOFError("it ends too early")
                return 0
            if self._unpacker.eof:  # another frame follows
                self._unpacker = self._unpackers()
            try:
                self._held = memoryview(self._unpacker.decompress(packed))
            except self._damage as error:
                raise EOFError(str(error)) from error
        count = min(len(buffer), len(self._held))
        buffer[:count] = self._held[:count]
        self._held = self._held[count:]  # a view: the rest is not copied at every read
        return count
