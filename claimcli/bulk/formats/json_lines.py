"""JSON Lines: a line an article, then a line a claim, the record that ``claims --format jsonl`` prints."""

from __future__ import annotations

import json
from collections.abc import Iterator

from claimcli.bulk.formats.appended import Appended
from claimcli.model import Article
from claimcli.output.json_lines import encoded
from claimcli.output.records import article_line, claim_record
from claimcli.sources.extracted.json_lines import begins_so

_ARTICLE = b'{"what": "article", '  # our own lines begin so
_MADE_UP = b', "paragraphs": [], '  # inside a string, the quotation marks would have backslashes


def encode(article: Article) -> bytes:
    lines = [encoded(article_line(article))]
    lines += [encoded(claim_record(article, claim)) for claim in article.claims]
    return "".join(line + "\n" for line in lines).encode()


class Writer(Appended):
    """Lines, one after another."""

    def fits(self, beginning: bytes) -> bool:
        return begins_so(beginning)

    def known(self) -> Iterator[str]:
        with open(self.partial, "rb") as file:
            for line in file:
                if line.startswith(_ARTICLE) and _MADE_UP not in line:
                    yield json.loads(line)["id"]
