"""The parser: a text becomes an Article, one stage a line.

Each stage is a function from what it is given to what it adds; none of them changes the text.
"""

from __future__ import annotations

import gc

from claimcli.model import Article
from claimcli.parser.attribution import find_attributions
from claimcli.parser.attribution.nested import find_nested
from claimcli.parser.claims import to_claims
from claimcli.parser.decisions import find_decisions
from claimcli.parser.facts import to_facts
from claimcli.parser.ids import Ids
from claimcli.parser.quotation import find_quotations
from claimcli.parser.speakers import Speakers
from claimcli.parser.text import as_written, lay_out, tokenize


def parse(
    text: str, *, title: str | None = None, source: str | None = None, published: str | None = None
) -> Article:
    """Read an article. Never raises on any text; takes time in step with its length.

    Spans in the result are character offsets into ``text`` exactly as given. Raises ``TypeError`` for what is no text.
    """
    if not isinstance(text, str):
        raise TypeError(
            f"parse takes a text as str, not {type(text).__name__}; bytes are to be decoded first"
        )
    collects = gc.isenabled()
    gc.disable()  # reading makes many objects and next to no garbage in cycles: looking for it cost a sixth
    try:
        return _read(text, title, source, published)
    finally:
        if collects:
            gc.enable()


def _read(text: str, title: str | None, source: str | None, published: str | None) -> Article:
    ids = Ids(title, text)
    layout = lay_out(text)
    written = as_written(text)
    quotations = find_quotations(written, layout.blocks)
    tokens = tokenize(written, layout.blocks, quotations)
    attributions = find_attributions(tokens, layout)
    people = Speakers(tokens, layout)
    speakers = people.resolve(attributions)
    decisions, about = find_decisions(tokens, layout, people, attributions, speakers, ids)
    nested = find_nested(tokens, attributions)
    claims = to_claims(tokens, layout, attributions, speakers, about, nested, people, ids)
    people.release()
    facts = to_facts(tokens, layout, claims, ids)
    found = tuple(dict.fromkeys(claim.speaker for claim in claims if claim.speaker))
    return Article(
        ids.article, title, source, published, text, layout.paragraphs, claims, tuple(decisions), found, facts
    )
