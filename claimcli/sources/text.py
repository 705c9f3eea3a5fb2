"""Plain text: from bytes to characters, newlines kept as they are."""

from __future__ import annotations

import codecs

from claimcli.sources.document import SourceError

# The longer marks first: UTF-32 begins with the mark of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(source: str, data: bytes) -> str:
    """``data`` as text: by its byte order mark, as UTF-8, or by what its bytes look like.

    Raises ``SourceError`` if it is empty or no text at all.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            break
    else:
        if b"\0" in data:
            raise SourceError(source, "is binary, not text; name an article in text or Markdown")
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = _guess(source, data)
    if not text.strip():
        raise SourceError(source, "is empty; name a file that holds an article")
    return text


def _guess(source: str, data: bytes) -> str:
    """Text in another encoding than UTF-8, or in UTF-8 with a few bytes broken or cut off at the end."""
    text = data.decode("utf-8", errors="replace")
    beyond_ascii = sum(not character.isascii() for character in text)
    if text.count("\ufffd") * 10 <= beyond_ascii:
        return text
    from charset_normalizer import from_bytes

    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        raise SourceError(source, "its encoding is not known; save it as UTF-8")
    # Short texts fit many encodings equally well: take the one that most old text is in.
    for match in matches:
        if match.encoding == "cp1252" and match.chaos <= best.chaos:
            return str(match)
    return str(best)
