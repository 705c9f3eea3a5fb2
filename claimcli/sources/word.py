"""Word documents (extra ``word``)."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from claimcli.sources import limit
from claimcli.sources.document import Document, SourceError, missing_extra


def document(source: str, data: bytes) -> Document:
    """The paragraphs and tables of a .docx file in order, its title and date from its properties."""
    try:
        import docx
        from docx.opc.exceptions import OpcError
        from docx.table import Table
    except ImportError:
        raise missing_extra(source, "a Word document", "word") from None
    try:
        with ZipFile(BytesIO(data)) as packed:
            limit.check(source, sum(part.file_size for part in packed.infolist()))
        found = docx.Document(BytesIO(data))
    except (BadZipFile, OpcError, KeyError, ValueError) as error:
        raise SourceError(
            source,
            "is packed as ZIP, but no Word document that can be read; unpack it, or save it as .docx or text",
        ) from error
    blocks: list[str] = []
    for part in found.iter_inner_content():
        if isinstance(part, Table):
            blocks += ["\t".join(cell.text for cell in row.cells) for row in part.rows]
        else:
            blocks.append(part.text)
    text = "\n\n".join(block for block in blocks if block.strip())
    if not text:
        raise SourceError(source, "is empty; name a file that holds an article")
    properties = found.core_properties
    date = properties.created.date().isoformat() if properties.created else None
    return Document(text, title=properties.title or None, source=source, published=date)
