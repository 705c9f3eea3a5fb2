"""JSON Lines: a line an article, then a line a claim, the record that ``claims --format jsonl`` prints."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from claimcli.bulk.formats import damaged, names_of
from claimcli.bulk.formats.appended import Appended
from claimcli.model import Article
from claimcli.output.json_lines import encoded
from claimcli.output.records import article_line, claim_record
from claimcli.output.shapes import ArticleLine, ClaimRecord

# Our own lines begin so.
_ARTICLE = b'{"what": "article", "id": "'
_CLAIM = b'{"id": "'
_MADE_UP = b', "paragraphs": [], '  # inside a string, the quotation marks would have backslashes


def encode(article: Article) -> bytes:
    lines = [encoded(article_line(article))]
    lines += [encoded(claim_record(article, claim)) for claim in article.claims]
    return "".join(line + "\n" for line in lines).encode()


class Writer(Appended):
    """Lines, one after another."""

    def fits(self, old: BinaryIO) -> bool:
        """Whether the lines as far as the first claim have the keys that are written now."""
        for number, line in enumerate(old):
            is_claim = number > 0 and line.startswith(_CLAIM)
            shape = ClaimRecord if is_claim else ArticleLine
            try:
                if json.loads(line).keys() != shape.__annotations__.keys():
                    return False
            except (ValueError, AttributeError):
                return number > 0 or line.startswith(_ARTICLE)  # it is damaged there, which `names` tells
            if is_claim:
                break
        return True

    def names(self, path: Path) -> Iterator[tuple[str, ...]]:
        return ((name,) for name in names_of(self._rows(path)))

    def _rows(self, path: Path) -> Iterator[tuple[str, bool | None]]:
        """The id in each line, and whether an article is whole."""
        with open(path, "rb") as file:
            for number, line in enumerate(file, 1):
                begins = next(filter(line.startswith, (_CLAIM, _ARTICLE)), None)
                if begins is None or not line.endswith(b"}\n"):
                    raise damaged(self._out, f"line {number}")
                key = line[len(begins) :].split(b'"', 1)[0].decode()
                yield key, None if begins is _CLAIM else _MADE_UP not in line
