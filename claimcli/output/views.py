"""What people are shown of each command's records: titles, prose, fields and listings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

from claimcli.output import Record
from claimcli.output.blocks import (
    Block,
    Cell,
    Column,
    Fields,
    Listing,
    Mark,
    Prose,
    Style,
    Title,
    Words,
)

_NEVER = 10_000  # wider than any window: a column that always goes beneath

SPEAKER = Column("Speaker", most=22)
ABOUT = Column("About", most=20, fold=100, lead="about ")
PARAGRAPH = Column("¶", most=4, right=True, lead="¶ ")
IDENTITY = Column("ID", most=8)
_WORTH_SHOWING = 40  # of 100: with less in common, the nearest claim to a quotation is no help
_ID_SHOWN = 8  # characters of an id that people see: enough to be unique, few enough to type


def blocks(command: str, records: Iterable[Record]) -> Iterator[Block]:
    """The page for ``records``, begun as soon as the first article is through."""
    return _VIEWS[command](records)


def _cell(text: Any = None, *beneath: str) -> Cell:
    return Cell(Words("" if text is None else str(text)), tuple(filter(None, beneath)))


# Listings


def _quotes(records: Iterable[Record]) -> Iterator[Block]:
    return _claims_by_article(records, (SPEAKER, Column("Quote"), ABOUT, PARAGRAPH, IDENTITY))


def _claims(records: Iterable[Record]) -> Iterator[Block]:
    kind = Column("Kind", most=8, fold=80)
    return _claims_by_article(records, (SPEAKER, Column("Claim"), ABOUT, kind, PARAGRAPH, IDENTITY))


def _claims_by_article(records: Iterable[Record], columns: tuple[Column, ...]) -> Iterator[Block]:
    for title, group in _by_article(records):
        yield title
        rows = []
        introduced = set()
        for record in group:
            name = record["speaker"] and record["speaker"]["name"]
            cells = {
                SPEAKER.header: _speaker(record, with_role=name not in introduced),
                ABOUT.header: _cell(_about(record)),
                "Kind": _cell(record["kind"]),
                PARAGRAPH.header: _cell(record["paragraph"]),
                IDENTITY.header: _identity(record),
            }
            introduced.add(name)
            rows.append(tuple(cells.get(column.header, _cell(record["text"])) for column in columns))
        yield Listing(columns, rows)


def _search(records: Iterable[Record]) -> Iterator[Block]:
    """Ranked, so the articles are told hit by hit, unless all hits are of one."""
    hits = list(records)
    articles = {hit["article"]["id"] for hit in hits}
    columns = (SPEAKER, Column("Claim"), Column("Article", fold=_NEVER), ABOUT, PARAGRAPH, IDENTITY)
    rows = []
    for hit in hits:
        title = _title(hit["article"])
        found = Words(hit["text"], _marks(hit["matches"], Style.MATCH))
        rows.append(
            (
                _speaker(hit, with_role=False),
                Cell(found, tuple(hit["explain"])),
                _cell(" · ".join(filter(None, [title.text, title.detail])) if len(articles) > 1 else ""),
                _cell(_about(hit)),
                _cell(hit["paragraph"]),
                _identity(hit),
            )
        )
    if len(articles) == 1:
        yield _title(hits[0]["article"])
    if hits:
        yield Listing(columns, rows)


def _facts(records: Iterable[Record]) -> Iterator[Block]:
    for title, group in _by_article(records):
        yield title
        columns = (Column("Fact"), PARAGRAPH, IDENTITY)
        yield Listing(
            columns,
            [(_cell(fact["text"]), _cell(fact["paragraph"]), _identity(fact)) for fact in group],
        )


def _speakers(records: Iterable[Record]) -> Iterator[Block]:
    rows = [
        (
            _cell(row["name"], row["role"] or ""),
            _cell(", ".join(row["aliases"])),
            _cell(row["type"]),
            _cell(row["claims"]),
            _cell(row["quotes"]),
            _cell(row["articles"]),
        )
        for row in records
    ]
    if rows:
        yield Listing(
            (
                Column("Speaker"),
                Column("Also called", most=30, fold=80, lead="also "),
                Column("Type", most=12, fold=80),
                Column("Claims", most=6, right=True, lead="claims: "),
                Column("Quotes", most=6, right=True, lead="quotes: "),
                Column("Articles", most=8, right=True, fold=80, lead="articles: "),
            ),
            rows,
        )


def _decisions(records: Iterable[Record]) -> Iterator[Block]:
    columns = (
        Column("Decision"),
        Column("Status", most=8),
        Column("Actor", most=18),
        Column("When", most=12),
        Column("Claims", most=6, right=True, lead="claims: "),
        Column("By", most=28, fold=100, lead="by "),
        IDENTITY,
    )
    for title, group in _by_article(records):
        yield title
        yield Listing(
            columns,
            [
                (
                    _cell(row["label"]),
                    _cell(row["status"]),
                    _cell(row["actor"]),
                    _cell(row["when"]),
                    _cell(row["claims"]),
                    _cell(_tally(row)),
                    _identity(row),
                )
                for row in group
            ],
        )


def _matrix(records: Iterable[Record]) -> Iterator[Block]:
    rows = list(records)
    if not rows:
        return
    labels = [cell["label"] for cell in rows[0]["decisions"]]
    columns = tuple(Column(label, most=24, right=True) for label in labels)
    yield Listing(
        (Column("Speaker", most=24), *columns, Column("Claims", most=6, right=True)),
        [
            (
                _cell(row["speaker"]["name"]),
                *(_cell(cell["claims"] or "·") for cell in row["decisions"]),
                _cell(row["claims"]),
            )
            for row in rows
        ],
    )


# Pages


def _show(records: Iterable[Record]) -> Iterator[Block]:
    for record in records:
        yield _title(record["article"])
        for paragraph in record["paragraphs"]:
            yield _paragraph(record, paragraph)
        yield Fields(tuple(_PAGES[record["what"]](record)))


def _paragraph(record: Record, paragraph: Record) -> Prose:
    label = f"¶ {paragraph['number']}"
    if paragraph["place"] != "here":
        return Prose(Words(_beginning(paragraph["text"])), label, quiet=True)
    return Prose(Words(paragraph["text"], _inside(paragraph, _standing_out(record))), label)


def _standing_out(record: Record) -> list[tuple[int, int, Style]]:
    """What of the article is marked; where the cue or mention stands inside the content, it wins."""
    if record["what"] == "decision":
        return [(record["evidence"]["start"], record["evidence"]["end"], Style.CLAIM)]
    stretches = [(start, end, Style.CLAIM) for start, end in record["spans"]]
    for name, style in (("mention", Style.MENTION), ("cue", Style.CUE)):
        if piece := record.get(name):
            stretches = [
                *_without(stretches, piece["start"], piece["end"]),
                (piece["start"], piece["end"], style),
            ]
    return sorted(stretches, key=lambda stretch: stretch[0])


def _without(
    stretches: list[tuple[int, int, Style]], start: int, end: int
) -> Iterator[tuple[int, int, Style]]:
    for first, last, style in stretches:
        for left, right in ((first, min(last, start)), (max(first, end), last)):
            if left < right:
                yield left, right, style


def _inside(paragraph: Record, stretches: list[tuple[int, int, Style]]) -> tuple[Mark, ...]:
    first, last = paragraph["start"], paragraph["end"]
    return tuple(
        Mark(max(start, first) - first, min(end, last) - first, style)
        for start, end, style in stretches
        if start < last and first < end
    )


def _claim_fields(record: Record) -> Iterator[tuple[str, Words]]:
    speaker = record["speaker"]
    yield "claim", Words(record["id"])
    yield "speaker", Words(_described(speaker) if speaker else "not told")
    if record["via"]:
        yield "via", Words(record["via"])
    for name in ("mention", "cue"):
        if record[name]:
            yield name, Words(record[name]["text"])
    yield "kind", Words(record["kind"])
    for decision in record["about"]:
        yield "about", Words(f"{decision['label']} ({decision['id']})")
    for place, reason in enumerate(record["explain"]):
        yield "" if place else "because", Words(reason)


def _fact_fields(record: Record) -> Iterator[tuple[str, Words]]:
    yield "fact", Words(f"{record['id']}: in the article's own voice")


def _decision_fields(record: Record) -> Iterator[tuple[str, Words]]:
    yield "decision", Words(f"{record['label']} ({record['id']})")
    yield "status", Words(record["status"])
    yield "actor", Words(record["actor"] or "not told")
    if record["when"]:
        yield "when", Words(record["when"])
    yield "action", Words(record["action"])
    for claim in record["claims_about"]:
        name = claim["speaker"]["name"] if claim["speaker"] else "not told"
        yield claim["id"], Words(f"{name}: {claim['text']}")


_PAGES: dict[str, Callable[[Record], Iterator[tuple[str, Words]]]] = {
    "claim": _claim_fields,
    "fact": _fact_fields,
    "decision": _decision_fields,
}


def _check(records: Iterable[Record]) -> Iterator[Block]:
    for place, record in enumerate(records):
        claim = record["claim"]
        found = record["verdict"] != "not found"
        if found or place == 0:
            yield Title(_verdict(record))
        if claim and (found or (place == 0 and record["score"] >= _WORTH_SHOWING)):
            yield Fields(tuple(_check_fields(record, claim)))


def _verdict(record: Record) -> str:
    if record["verdict"] == "not found":
        return "not found"
    other = ", but by another speaker" if record["same_speaker"] is False else ""
    return f"{record['verdict']}{other}: {record['score']:.0f}% of the quotation stands so in the claim"


def _check_fields(record: Record, claim: Record) -> Iterator[tuple[str, Words]]:
    said = "was said" if record["verdict"] != "not found" else "nearest"
    yield "you wrote", _side(record, "quote", Style.ADDED)
    yield said, _side(record, "claim", Style.MISSING)
    for change in ("changed", "added", "missing"):
        found = [part for part in record["differences"] if part["change"] == change]
        if found:
            yield change, Words("; ".join(map(_difference, found)))
    speaker = claim["speaker"]
    yield "by", Words(_described(speaker) if speaker else "not told")
    title = _title(claim["article"])
    yield "in", Words(" · ".join(filter(None, [title.text, title.detail, f"¶ {claim['paragraph']}"])))
    yield "claim", Words(claim["id"])


def _side(record: Record, side: str, style: Style) -> Words:
    """One of the two texts, with what the other has not."""
    text = record["quote"] if side == "quote" else record["claim"]["text"]
    changed = [part[side] for part in record["differences"] if part["change"] != "kept" and part[side]]
    return Words(text, tuple(Mark(part["start"], part["end"], style) for part in changed))


def _difference(part: Record) -> str:
    claim, quote = part["claim"], part["quote"]
    if claim and quote:
        return f"{claim['text']} → {quote['text']}"
    return str((claim or quote)["text"])


# Parts


def _by_article(records: Iterable[Record]) -> Iterator[tuple[Title, list[Record]]]:
    for _, group in groupby(records, key=lambda record: record["article"]):
        rows = list(group)
        yield _title(rows[0]["article"]), rows


def _title(article: Record) -> Title:
    detail = " · ".join(filter(None, [article["source"], article["published"]]))
    return Title(article["title"], detail) if article["title"] else Title(detail or article["id"])


def _speaker(record: Record, *, with_role: bool) -> Cell:
    speaker, via = record["speaker"], record["via"]
    beneath = f"via {via}" if via else ""
    if speaker is None:
        return _cell("—", beneath)
    return _cell(speaker["name"], beneath, speaker["role"] or "" if with_role else "")


def _described(speaker: Record) -> str:
    return ", ".join(filter(None, [speaker["name"], speaker["role"]]))


def _identity(record: Record) -> Cell:
    return _cell(record["id"][:_ID_SHOWN])


def _about(record: Record) -> str:
    return "; ".join(decision["label"] for decision in record["about"])


def _tally(row: Record) -> str:
    return ", ".join(f"{speaker['name']} {speaker['claims']}" for speaker in row["speakers"])


def _marks(spans: Iterable[list[int]], style: Style) -> tuple[Mark, ...]:
    return tuple(Mark(start, end, style) for start, end in sorted(spans))


def _beginning(text: str, most: int = 90) -> str:
    """The first words of a paragraph, for context."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(None, 1)[0].rstrip(" ,;:") + " …"


_VIEWS: dict[str, Callable[[Iterable[Record]], Iterator[Block]]] = {
    "quotes": _quotes,
    "claims": _claims,
    "facts": _facts,
    "speakers": _speakers,
    "decisions": _decisions,
    "matrix": _matrix,
    "search": _search,
    "show": _show,
    "check": _check,
}
