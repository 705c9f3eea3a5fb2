"""An article made up of its claims, where nothing else of it was written."""

from __future__ import annotations

from claimcli.model import Status
from claimcli.sources import limit
from claimcli.sources.extracted.speakers import Row


def made_up(claims: list[Row]) -> Row:
    """An article as far as its claims tell: blank but for their words."""
    text: list[str] = []
    decisions: dict[str, Row] = {}
    for row in claims:
        at = 0
        for start, end in row["spans"]:  # the text is the spans joined by " … "
            _put(text, start, row["text"][at : at + end - start])
            at += end - start + len(" … ")
        for piece in filter(None, (row["mention"], row["cue"])):
            _put(text, piece["start"], piece["text"])
        for named in row["about"]:
            told = {"actor": None, "action": named["label"], "status": Status.PROPOSED, "when": None}
            decisions[named["id"]] = {**named, **told, "start": 0, "end": 0}
    nothing: Row = {"paragraphs": [], "facts": [], "via": []}
    return {**claims[0]["article"], **nothing, "text": "".join(text), "decisions": list(decisions.values())}


def _put(text: list[str], start: int, words: str) -> None:
    if not 0 <= start <= limit.MOST:
        raise ValueError(f"an offset of {start}")
    text += " " * (start + len(words) - len(text))
    text[start : start + len(words)] = words
