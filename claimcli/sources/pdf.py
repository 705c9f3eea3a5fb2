"""PDF (extra ``pdf``)."""

from __future__ import annotations

import logging
import re
from io import BytesIO
from typing import TYPE_CHECKING

from claimcli.sources import limit
from claimcli.sources.document import Document, SourceError, missing_extra

if TYPE_CHECKING:
    from pypdf import DocumentInformation

# A line that is full and does not end a sentence goes on in the next; a hyphen at its end parted a word.
_PARTED = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_GOES_ON = re.compile(r"(?<![.!?:”’\"'\n \t])[ \t]*\n(?=[^\n])")


def document(source: str, data: bytes) -> Document:
    """The text of a PDF, its lines joined to paragraphs, its title and date from its properties."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError
    except ImportError:
        raise missing_extra(source, "a PDF", "pdf") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong is told once, with the file's name
    try:
        found = PdfReader(BytesIO(data))
        pages: list[str] = []
        size = 0
        for page in found.pages:
            pages.append(page.extract_text())
            size += len(pages[-1])
            limit.check(source, size)
        text = "\n".join(pages)
        told = found.metadata
    except (DependencyError, FileNotDecryptedError) as error:
        raise SourceError(source, "is encrypted; save it without a password, or save its text") from error
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise SourceError(source, "is no PDF that can be read; save its text and name that file") from error
    text = _GOES_ON.sub(" ", _PARTED.sub("", text)).strip()
    if not text:
        raise SourceError(source, "holds pictures, not text; run it through OCR first")
    title, date = (told.title or None, _date(told)) if told else (None, None)
    return Document(text, title=title, source=source, published=date)


def _date(told: DocumentInformation) -> str | None:
    try:
        return told.creation_date.date().isoformat() if told.creation_date else None
    except ValueError:  # it is written in another way
        return None
