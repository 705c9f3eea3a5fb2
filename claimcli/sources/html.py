"""Web pages: the article on them, without menus, comments and the rest (extra ``html``).

trafilatura finds the article. It takes the first likely element of a page, so it is helped to the right one:
what the page itself marks as its article's body is shown to it alone, and so is a body that stands in several
parts with advertisements between. Of what it finds, links to other articles are left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from copy import deepcopy
from itertools import dropwhile, islice
from typing import TYPE_CHECKING, NamedTuple

from claimcli.sources.document import Document, SourceError, missing_extra, paragraphs
from claimcli.sources.text import decode

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

    Sizes = dict[HtmlElement, int]  # of paragraphs, in characters

# schema.org's name for the body of an article, in microdata or RDFa.
_MARKED = "(//*[contains(@itemprop, 'articleBody') or contains(@property, 'articleBody')][.//p])[1]"
_MOST = 0.5  # of the characters in all paragraphs of a page: what its article's body has at least
_PART = 0.1  # of a body in several parts: what counts as one of them
_COMMENTS = "ancestor-or-self::*[contains(concat(@id, ' ', @class), 'omment')]"
_INLINE = frozenset("a abbr b big cite code em font i mark q s small span strong sub sup time u".split())
# In the tree that trafilatura makes: where lines of text begin and end, and links.
_LINES = frozenset(("p", "head", "list", "item", "quote", "code", "table", "row", "lb"))
_LINK = "ref"
# What may stand beside a link to another article: "Related:", "Read more:", "[Video]", or nothing.
_LABEL = re.compile(r"(\w+( \w+){0,2}:)?\W{0,40}([\[(]\w+[\])])?\W{0,40}")


class _Line(NamedTuple):
    text: str
    beside: str
    """The text without its links."""
    is_heading: bool


def document(source: str, page: bytes) -> Document:
    """The article of a page, its title first. Raises ``SourceError`` where the page holds none."""
    try:
        from trafilatura import extract_metadata, load_html
    except ImportError:
        raise missing_extra(source, "a web page", "html") from None
    # What stray zeros or two bytes a character have in them, trafilatura decodes itself.
    tree = load_html(page if b"\0" in page else decode(source, page))
    lines = [] if tree is None else _article(tree)
    if not lines:
        raise SourceError(source, "no article on this page; save its text and name that file")
    told = extract_metadata(tree, extensive=False)
    return Document(paragraphs(told.title, lines), title=told.title, source=source, published=told.date)


def _article(tree: HtmlElement) -> list[str]:
    """The lines of the article on a page; none where there is no article."""
    from trafilatura import bare_extraction

    _make_paragraphs(tree)
    _free_quotations(tree)
    # The quick way finds the article oftener, the thorough one finds something where that finds nothing.
    for page, fast in ((_body(tree), True), (tree, True), (tree, False)):
        if page is None:
            continue
        found = bare_extraction(
            page, fast=fast, include_comments=False, include_links=True, output_format="xml"
        )
        body = getattr(found, "body", None)
        # Headings before the first paragraph are the headline once more, or sum the article up.
        lines = dropwhile(lambda line: line.is_heading, () if body is None else _lines(body))
        if article := [line.text for line in lines if not _leads_away(line)]:
            return article
    return []


def _make_paragraphs(tree: HtmlElement) -> None:
    """Make paragraphs of lines that an empty line parts, two breaks, and nothing else, as on old pages."""
    from lxml.html import Element

    breaks = [one for one in tree.iter("br") if not (one.tail or "").strip() and _is_break(one.getnext())]
    for holder in dict.fromkeys(one.getparent() for one in breaks):
        if holder is None or holder.tag == "p":  # trafilatura minds the breaks in a paragraph
            continue
        pieces = list(holder)
        line = Element("p")
        line.text, holder.text, holder[:] = holder.text, None, [line]
        for piece in pieces:
            if piece.tag in _INLINE:
                line.append(piece)
                continue
            line = Element("p")
            line.text, piece.tail = piece.tail, None
            holder.extend([line] if _is_break(piece) else [piece, line])


def _is_break(element: HtmlElement | None) -> bool:
    return element is not None and element.tag == "br"


def _free_quotations(tree: HtmlElement) -> None:
    """Take the names from what frames a quotation alone: "social-embed" tells trafilatura to leave it out."""
    for quotation in tree.iter("blockquote"):
        for frame in quotation.iterancestors("div", "figure"):
            if (frame.text or "").strip() or any(piece.tag != "script" for piece in islice(frame, 1, None)):
                break
            frame.attrib.clear()


def _body(tree: HtmlElement) -> HtmlElement | None:
    """A page with the body of the article alone; None where nothing tells which that is."""
    from lxml.html import builder

    sizes = {paragraph: len(paragraph.text_content()) for paragraph in tree.iter("p")}
    body = _marked(tree, sizes)
    if body is None:
        body = _parted(sizes)
    if body is None:
        return None
    return builder.HTML(builder.BODY(builder.DIV(deepcopy(body), itemprop="articleBody")))


def _marked(tree: HtmlElement, sizes: Sizes) -> HtmlElement | None:
    """What the page marks as the body, unless it is but a teaser."""
    for body in tree.xpath(_MARKED):
        if sum(sizes[paragraph] for paragraph in body.iter("p")) >= _MOST * sum(sizes.values()):
            return body
    return None


def _parted(sizes: Sizes) -> HtmlElement | None:
    """What holds a body that stands in several elements of one class; None where it stands in one."""
    groups: defaultdict[tuple[HtmlElement | None, str, str], Counter[HtmlElement]] = defaultdict(Counter)
    for paragraph, size in sizes.items():
        holder = paragraph.getparent()
        if holder is not None and holder.get("class"):
            article = next(holder.iterancestors("article", "main"), None)
            groups[article, holder.tag, holder.get("class")][holder] += size
    group = max(groups.values(), key=Counter.total, default=Counter())
    parts = [part for part, size in group.items() if size >= _PART * group.total()]
    if len(parts) < 2 or group.total() < _MOST * sum(sizes.values()) or parts[0].xpath(_COMMENTS):
        return None
    around = set(parts[0].iterancestors())
    return next(element for element in parts[-1].iterancestors() if element in around)


def _lines(article: _Element) -> Iterator[_Line]:
    """The lines of text in a tree that trafilatura has made."""
    from lxml.etree import iterwalk

    text: list[str] = []
    beside: list[str] = []
    links = 0
    kind = ""
    for event, element in iterwalk(article, ("start", "end")):
        if element.tag in _LINES or element is article:
            if line := " ".join("".join(text).split()):
                yield _Line(line, " ".join("".join(beside).split()), kind == "head")
            text, beside = [], []
            kind = element.tag if event == "start" else ""
        elif element.tag == _LINK:
            links += 1 if event == "start" else -1
        words = (element.text if event == "start" else element.tail) or ""
        text.append(words)
        if not links:
            beside.append(words)


def _leads_away(line: _Line) -> bool:
    """Whether a line is a link to another article, with a label or nothing beside it."""
    return line.beside != line.text and _LABEL.fullmatch(line.beside) is not None
