"""JSON Lines: a line an article, then a line a claim, the record that ``claims --format jsonl`` prints."""

from __future__ import annotations

from claimcli.bulk.formats.appended import Appended as Writer
from claimcli.model import Article
from claimcli.output.json_lines import encoded
from claimcli.output.records import article_line, claim_record

__all__ = ["Writer", "encode"]


def encode(articles: list[Article]) -> bytes:
    lines: list[str] = []
    for article in articles:
        lines.append(encoded(article_line(article)))
        lines += [encoded(claim_record(article, claim)) for claim in article.claims]
    return "".join(line + "\n" for line in lines).encode()
