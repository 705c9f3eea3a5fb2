"""Rows of articles and claims put together to articles again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claimcli.model import Article, Claim, Decision, Fact, Kind, Span, Speaker, Status
from claimcli.sources.document import SourceError
from claimcli.sources.extracted.checked import checked
from claimcli.sources.extracted.made_up import made_up
from claimcli.sources.extracted.speakers import Row, Speakers, how_sure

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

Found = Article | SourceError
MISFITS = (KeyError, TypeError, ValueError, IndexError)
_BATCH = 512  # rows of Parquet held at a time
_MOST_APART = 100_000  # claims held at a time whose article is not there


def articles_of_table(source: str, file: ParquetFile) -> Iterator[Found]:
    """The articles of a Parquet file that ``claimcli extract`` has made."""
    rows = (row for batch in file.iter_batches(batch_size=_BATCH) for row in batch.to_pylist())
    yield from articles_of(
        source, ({**row["article"], **row["document"]} if row["document"] else row for row in rows)
    )


def articles_of(source: str, rows: Iterable[Row | Claim | Article | SourceError]) -> Iterator[Found]:
    """Articles of their rows: each goes to the next article.

    Claims whose article is not the one before them, as ``claims --format jsonl`` prints them, come last: all
    of an article together, in whatever order they are. Of very many, an article may come in several parts.
    """
    speakers = Speakers()
    head: Row | None = None
    claims: list[Row | Claim] = []
    apart: dict[str, dict[str, Row]] = {}  # by the id of an article that is not there, its claims by theirs
    held = 0
    for row in rows:
        if isinstance(row, SourceError):
            yield row
        elif isinstance(row, Claim):
            claims.append(row)
        elif isinstance(row, Article) or (isinstance(row, dict) and "paragraphs" in row):
            if head:
                yield _article(source, head, claims, speakers)
            head, claims = None, []
            if isinstance(row, Article):
                yield row
            else:
                head = row
        elif (key := _article_of(row)) is None:
            yield SourceError(source, "a line is neither an article nor a claim; extract it again")
        elif head and key == head.get("id"):
            claims.append(row)
        else:
            apart.setdefault(key, {}).setdefault(str(row.get("id")), row)
            held += 1
            if held >= _MOST_APART:
                yield from (_article(source, None, [*some.values()], speakers) for some in apart.values())
                apart, held = {}, 0
    if head:
        yield _article(source, head, claims, speakers)
    yield from (_article(source, None, [*some.values()], speakers) for some in apart.values())


def _article_of(row: object) -> str | None:
    """The id of the article that a claim is from; None of what is no claim."""
    article = row.get("article") if isinstance(row, dict) and "spans" in row else None
    key = article.get("id") if isinstance(article, dict) else None
    return key if isinstance(key, str) else None


def _article(source: str, head: Row | None, claims: list[Row | Claim], speakers: Speakers) -> Found:
    try:
        head = head or made_up([row for row in claims if isinstance(row, dict)])
        return checked(_made(head, claims, speakers))
    except MISFITS as error:
        return misfit(source, error)


def misfit(source: str, error: Exception) -> SourceError:
    """What is told of an article whose rows cannot be put together, for any of ``MISFITS``."""
    return SourceError(
        source, f"has a row of another shape ({type(error).__name__}: {error}); extract it again"
    )


def _made(head: Row, rows: list[Row | Claim], speakers: Speakers) -> Article:
    key, text = head["id"], head["text"]
    vias = iter([speakers.of(row) for row in head["via"]])
    claims = tuple([row if isinstance(row, Claim) else _claim(row, key, speakers, vias) for row in rows])
    return Article(
        id=key,
        title=head["title"],
        source=head["source"],
        published=head["published"],
        text=text,
        paragraphs=tuple([Span(*span) for span in head["paragraphs"]]),
        claims=claims,
        decisions=tuple([_decision(row) for row in head["decisions"]]),
        speakers=tuple(dict.fromkeys([claim.speaker for claim in claims if claim.speaker])),
        facts=tuple([_fact(row, text, key) for row in head["facts"]]),
    )


def _claim(row: Row, article: str, speakers: Speakers, vias: Iterator[Speaker | None]) -> Claim:
    speaker, because = speakers.of(row["speaker"]), tuple(row["because"])
    return Claim(
        row["id"],
        Kind(row["kind"]),
        row["text"],
        tuple([Span(*span) for span in row["spans"]]),
        speaker,
        _piece(row["mention"]),
        _piece(row["cue"]),
        None if row["via"] is None else _via(row["via"], vias),
        tuple([decision["id"] for decision in row["about"]]),
        row["paragraph"],
        row["confidence"],
        because,
        article,
        how_sure(speaker, because, row.get("speaker_confidence")),
    )


def _via(name: str, vias: Iterator[Speaker | None]) -> Speaker:
    """The next speaker of this name; claims before it may have been filtered out."""
    return next((speaker for speaker in vias if speaker and speaker.name == name), None) or Speaker(str(name))


def _piece(row: Row | None) -> Span | None:
    return None if row is None else Span(row["start"], row["end"])


def _decision(row: Row) -> Decision:
    return Decision(
        id=row["id"],
        label=row["label"],
        actor=row["actor"],
        action=row["action"],
        status=Status(row["status"]),
        when=row["when"],
        evidence=Span(row["start"], row["end"]),
        because=tuple(row.get("because") or ()),  # version 0.1.0 wrote none
    )


def _fact(row: Row, text: str, article: str) -> Fact:
    span = Span(row["start"], row["end"])
    return Fact(row["id"], text[span.start : span.end], span, row["paragraph"], article)
