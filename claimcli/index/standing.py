"""Where the words of a quotation stand in articles, whether or not they are in a claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimcli.index.alignment import Token, tokens_of
from claimcli.index.quoted import Quoted, how_quoted, in_marks
from claimcli.model import Article, Span


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an article has all words of a quotation in their order, and how many of them in quotation marks.

    ``span`` are character offsets into the article's text; what an ellipsis or brackets stand for is within it.
    """

    article: Article
    span: Span
    quoted: Quoted


def standing(articles: Iterable[Article], quote: Sequence[Token]) -> Iterator[Standing]:
    """The first such place of each article that has one."""
    pieces = _pieces(quote)
    for article in articles if pieces else ():
        if article.paragraphs and (words := _found(pieces, tokens_of(article.text))):
            quoted, _ = how_quoted(words, in_marks(article.text, article.paragraphs))
            yield Standing(article, Span(words[0].start, words[-1].end), quoted)


def _pieces(quote: Sequence[Token]) -> list[list[str]]:
    """The words of a quotation as far as they must follow one another, an editor's own left out."""
    pieces: list[list[str]] = []
    parted = True
    for token in quote:
        if token.bracketed:
            parted = True
            continue
        if parted or token.after_gap:
            pieces.append([])
        pieces[-1].append(token.word)
        parted = False
    return pieces


def _found(pieces: Sequence[Sequence[str]], text: Sequence[Token]) -> list[Span]:
    """The words of ``text`` that are ``pieces`` one after the other; none where any is missing."""
    words = [token.word for token in text]
    found: list[Span] = []
    at = 0
    for piece in pieces:
        last = len(words) - len(piece)
        while at <= last and words[at : at + len(piece)] != piece:
            at += 1
        if at > last:
            return []
        found += [token.span for token in text[at : at + len(piece)]]
        at += len(piece)
    return found
