"""Plain text: from bytes to characters, newlines kept as they are."""

from __future__ import annotations

import codecs
import re
from io import BufferedReader, TextIOWrapper

from claimcli.sources.document import SourceError

# The longer marks first: UTF-32 begins with the mark of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# “ ” ‘ ’ – — • … in Windows-1252; where most bytes beyond ASCII are these, no other encoding fits English.
_WINDOWS_MARKS = b"\x85\x91\x92\x93\x94\x95\x96\x97"
# The same opened and closed in English, in Windows-1252 and in Mac Roman.
_WINDOWS_QUOTES = re.compile(rb"(?<![^\s(])[\x91\x93](?=[A-Za-z])")
_MAC_QUOTES = re.compile(
    rb"(?<![^\s(])[\xd2\xd4](?=[A-Za-z])|(?<=[a-z.,!?])[\xd1\xd3\xd5\x8e]|(?<= )\xd1(?= )"
)
_LEAST_QUOTES = 0.05  # of the bytes beyond ASCII, where they tell
_FEW = 0.05  # of all bytes, that are beyond ASCII in English
_HEAD = 512  # bytes that tell whether a stream is text
_HALVES = re.compile("[\ud800-\udfff]")


def without_halves(text: str) -> str:
    """``text`` with a replacement character for each half of a surrogate pair that stands alone.

    JSON and damaged files can tell such halves, and no file can hold them so that all programs read it. A
    character for a character, offsets stay right.
    """
    return text if text.isascii() else _HALVES.sub("\ufffd", text)


def decode(source: str, data: bytes) -> str:
    """``data`` as text: by its byte order mark, as UTF-8, or by what its bytes look like.

    Raises ``SourceError`` if it is empty or no text at all.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            break
    else:
        encoding = _two_bytes(data)
        if b"\0" in data and not encoding:
            raise _binary(source)
        try:
            text = data.decode(encoding or "utf-8")
        except UnicodeDecodeError:
            text = _guess(source, data)
    if not text.strip():
        raise SourceError(source, "is empty; name a file that holds an article")
    return text


def stream(source: str, file: BufferedReader) -> TextIOWrapper:
    """``file`` as text that is read bit by bit, newlines as they are. Raises ``SourceError`` if it is no text.

    In the encoding of its byte order mark, in UTF-16 by its zero bytes, else in UTF-8; bytes that are not UTF-8 are
    taken for Windows-1252, which is what they nearly always are.
    """
    head = file.peek(_HEAD)[:_HEAD]
    encoding = next((encoding for mark, encoding in _MARKS if head.startswith(mark)), "utf-8")
    if encoding == "utf-8" and b"\0" in head:
        encoding = _two_bytes(head)
        if not encoding:
            raise _binary(source)
    codecs.register_error(_OR_WINDOWS, _as_windows)
    return TextIOWrapper(file, encoding, errors=_OR_WINDOWS, newline="")


def _two_bytes(data: bytes) -> str:
    """The UTF-16 that text without a byte order mark is in: ASCII has a zero in every other place; else nothing."""
    before, after = data[::2].count(0), data[1::2].count(0)
    if before + after < len(data) / 4:
        return ""
    fewest = (before + after) / 100  # such as that of U+2000, a space
    return "utf-16-be" if after <= fewest else "utf-16-le" if before <= fewest else ""


def _binary(source: str) -> SourceError:
    return SourceError(source, "is binary, not text; name an article in text or Markdown")


_OR_WINDOWS = "claimcli.windows"


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


def _guess(source: str, data: bytes) -> str:
    """Text in another encoding than UTF-8, or in UTF-8 with a few bytes broken or cut off at the end."""
    text = data.decode("utf-8", errors="replace")
    beyond_ascii = sum(not character.isascii() for character in text)
    if text.count("\ufffd") * 10 <= beyond_ascii:
        return text
    beyond = data.translate(None, bytes(range(0x80)))
    mac = len(_MAC_QUOTES.findall(data))
    if mac > max(len(_WINDOWS_QUOTES.findall(data)), _LEAST_QUOTES * len(beyond)):
        return data.decode("mac-roman")
    # English, and no page that tells its encoding
    few = len(beyond) < _FEW * len(data) and b"charset" not in data[:_HEAD].lower()
    if few or len(beyond.translate(None, _WINDOWS_MARKS)) * 2 < len(beyond):
        return data.decode("cp1252", errors="replace")
    from charset_normalizer import from_bytes

    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        raise SourceError(source, "its encoding is not known; save it as UTF-8")
    if best.encoding == "latin_1":  # as a page says of itself that is in Windows-1252, as browsers know
        return data.decode("cp1252", errors="replace")
    # Short texts fit many encodings equally well: take the one that most old text is in.
    for match in matches:
        if "cp1252" in match.could_be_from_charset and match.chaos <= best.chaos:
            return str(match)
    return str(best)
