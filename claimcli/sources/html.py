"""Web pages: the article on them, without menus, comments and the rest (extra ``html``)."""

from __future__ import annotations

from claimcli.sources.document import Document, SourceError, missing_extra, paragraphs


def document(source: str, page: bytes) -> Document:
    """The article of a page, its title first. Raises ``SourceError`` where the page holds none."""
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise missing_extra(source, "a web page", "html") from None
    # The quick way finds the article oftener, the thorough one finds something where that finds nothing.
    for fast in (True, False):
        found = bare_extraction(page, include_comments=False, with_metadata=True, fast=fast)
        body = (getattr(found, "text", None) or "").strip()
        if body:
            break
    else:
        raise SourceError(source, "no article on this page; save its text and name that file")
    title = getattr(found, "title", None)
    return Document(
        paragraphs(title, body.split("\n")),
        title=title,
        source=source,
        published=getattr(found, "date", None),
    )
