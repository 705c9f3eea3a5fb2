"""An article made up of its claims, where nothing else of it was written."""

from __future__ import annotations

from claimcli.model import Status
from claimcli.sources.extracted.speakers import Row

_MOST = 16 << 20  # characters: an offset beyond is no article's, and one line would ask for much memory


def made_up(claims: list[Row]) -> Row:
    """An article as far as its claims tell: blank but for their words. Raises ``ValueError`` for a far offset."""
    pieces: dict[int, str] = {}
    decisions: dict[str, Row] = {}
    for row in claims:
        at = 0
        for start, end in row["spans"]:  # the text is the spans joined by " … "
            _put(pieces, start, row["text"][at : at + end - start])
            at += end - start + len(" … ")
        for piece in filter(None, (row["mention"], row["cue"])):
            _put(pieces, piece["start"], piece["text"])
        for named in row["about"]:
            told = {"actor": None, "action": named["label"], "status": Status.PROPOSED, "when": None}
            decisions[named["id"]] = {**named, **told, "start": 0, "end": 0}
    nothing: Row = {"paragraphs": [], "facts": [], "via": []}
    return {**claims[0]["article"], **nothing, "text": _text(pieces), "decisions": list(decisions.values())}


def _put(pieces: dict[int, str], start: int, words: str) -> None:
    if not 0 <= start <= _MOST:
        raise ValueError(f"an offset of {start}")
    pieces[start] = max(pieces.get(start, ""), words, key=len)


def _text(pieces: dict[int, str]) -> str:
    """``pieces`` of a text by their offsets, blanks between them; where they overlap they are the same."""
    text: list[str] = []
    length = 0
    for start, words in sorted(pieces.items()):
        new = words[max(0, length - start) :]
        text.append(" " * (start - length) + new)
        length += max(0, start - length) + len(new)
    return "".join(text)
