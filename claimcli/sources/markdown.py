"""Markdown: the words that a reader of the rendered page sees, a block a paragraph."""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcli.sources.document import Document, SourceError, paragraphs

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*\r?\n(.*?\n)??(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^(title|headline|date|published)[ \t]*:[ \t]*(\S.*)$", re.MULTILINE | re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")

# The reader of Markdown goes no deeper, and leaves out what is: such a line loses its marks instead.
NESTING = 20
_DEEP = re.compile(rf"^(?:[ \t]*[>*+-](?=[ \t>])){{{NESTING - 4},}}[> \t]*", re.MULTILINE)


def document(source: str, markdown: str) -> Document:
    """The document that ``markdown`` renders to.

    The title is that of the front matter, else the first heading. A title of the front matter is put
    before the text, as a page shows it, so that what it claims is found.
    """
    front, body = _split_front_matter(markdown)
    blocks = list(_blocks(body))
    heading = next((text for is_heading, text in blocks if is_heading), None)
    title = front.get("title") or front.get("headline") or heading
    if not blocks:
        raise SourceError(source, "is empty; name a file that holds an article")
    return Document(
        paragraphs(title if title != heading else None, (text for _, text in blocks)),
        title=title,
        source=source,
        published=front.get("date") or front.get("published"),
    )


def _split_front_matter(markdown: str) -> tuple[dict[str, str], str]:
    """Title and date of YAML (``---``) or TOML (``+++``) front matter, and what follows it."""
    found = _FRONT_MATTER.match(markdown)
    if found is None:
        return {}, markdown
    body = markdown[found.end() :]
    inside = found[2] or ""
    if found[1] == "---":
        return {key.lower(): _unquoted(value) for key, value in _ENTRY.findall(inside)}, body
    try:
        entries = tomllib.loads(inside)
    except tomllib.TOMLDecodeError:
        return {}, body
    return {
        key.lower(): str(value) for key, value in entries.items() if key.lower() in ("title", "date")
    }, body


def _unquoted(value: str) -> str:
    value = value.rstrip(" \t\r")
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _blocks(markdown: str) -> Iterator[tuple[bool, str]]:
    """(whether it is a heading, its words) for each block."""
    from markdown_it import MarkdownIt  # comes with Rich

    tokens = MarkdownIt("commonmark", {"maxNesting": NESTING}).enable("table").parse(_DEEP.sub("", markdown))
    before = ""
    row: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield False, "\t".join(row)
            row = None
        elif token.type == "inline":
            words = "".join(_inline(token.children or [])).strip()
            if row is not None:
                row.append(words)
            elif words:
                yield before == "heading_open", words
        elif token.type in ("fence", "code_block", "html_block"):
            words = _without_tags(token.content) if token.type == "html_block" else token.content
            if words.strip():
                yield False, words.strip()
        before = token.type


def _inline(tokens: list[Token]) -> Iterator[str]:
    """The words of a paragraph. A line end within it is a space, as a browser shows it."""
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type == "softbreak":
            yield " "
        elif token.type == "hardbreak":
            yield "\n"
        elif token.type == "image":
            yield "".join(_inline(token.children or []))


def _without_tags(fragment: str) -> str:
    """``fragment`` of HTML without comments and tags; a comment that never ends is text."""
    end = fragment.rfind("-->") + len("-->") if "-->" in fragment else 0
    return html.unescape(_TAG.sub("", _COMMENT.sub("", fragment[:end]) + fragment[end:]))
