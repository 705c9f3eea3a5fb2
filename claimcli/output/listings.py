"""Commands that list: their records as rows and columns, an article after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from claimcli.output import Record
from claimcli.output.blocks import GLUE, NONE, Block, Cell, Column, Listing, Mark, Style, Title, Words
from claimcli.output.compared import denial
from claimcli.rules import NEEDS_CUE, traits_of

NEVER = 10_000  # wider than any window: a column that always goes beneath
NOBODY = "—"  # where the article does not tell who speaks
UNSURE = "(?)"  # behind a speaker who may well be another
SURE: Final = 0.75  # how often the rule that named a speaker has to be right to go without it
_ROLES = 2  # of a speaker, beside the first
_ALIASES = 6  # of a speaker; a whole archive has dozens
ID_SHOWN = 8  # characters of an id that people see: enough to be unique, few enough to type

SPEAKER = Column("Speaker", most=22)
KIND = Column("Kind", most=8, fold=80)
ABOUT = Column("About", most=20, fold=100, lead="about ")
PARAGRAPH = Column("¶", most=4, right=True, lead="¶ ")
IDENTITY = Column("ID", most=ID_SHOWN)


def quotes(records: Iterable[Record]) -> Iterator[Block]:
    for article, rows in _by_article(records):
        yield article
        yield of_claims(rows, (SPEAKER, Column("Quote"), ABOUT, PARAGRAPH, IDENTITY))


def claims(records: Iterable[Record]) -> Iterator[Block]:
    for article, rows in _by_article(records):
        yield article
        yield of_claims(rows, (SPEAKER, Column("Claim"), ABOUT, KIND, PARAGRAPH, IDENTITY))


def of_claims(records: Iterable[Record], columns: Sequence[Column], *, why_about: bool = False) -> Listing:
    """Claims of one article; a speaker's role is told the first time, why they are about decisions if asked."""
    rows = []
    introduced = set()
    for record in records:
        name = record["speaker"] and record["speaker"]["name"]
        cells = {
            SPEAKER: _speaker(record, with_role=name not in introduced),
            ABOUT: _cell(_about(record)),
            KIND: _cell(record["kind"]),
            PARAGRAPH: _cell(record["paragraph"]),
            IDENTITY: _identity(record),
        }
        introduced.add(name)
        prose = Cell(_content(record), _why_about(record) if why_about else ())
        rows.append(tuple(cells.get(column, prose) for column in columns))
    return Listing(tuple(columns), rows)


def search(records: Iterable[Record]) -> Iterator[Block]:
    """Ranked, so the articles are told hit by hit, unless all hits are of one."""
    hits = list(records)
    articles = {hit["article"]["id"] for hit in hits}
    columns = (SPEAKER, Column("Claim"), Column("Article", fold=NEVER), ABOUT, PARAGRAPH, IDENTITY)
    rows = []
    for hit in hits:
        where = title(hit["article"])
        rows.append(
            (
                _speaker(hit, with_role=False),
                Cell(_content(hit, hit["matches"]), _score(hit)),
                _cell(" · ".join(filter(None, [where.text, where.detail])) if len(articles) > 1 else ""),
                _cell(_about(hit)),
                _cell(hit["paragraph"]),
                _identity(hit),
            )
        )
    if len(articles) == 1:
        yield title(hits[0]["article"])
    if hits:
        yield Listing(columns, rows)


def facts(records: Iterable[Record]) -> Iterator[Block]:
    for article, group in _by_article(records):
        yield article
        columns = (Column("Fact"), PARAGRAPH, IDENTITY)
        yield Listing(
            columns,
            [(_cell(fact["text"]), _cell(fact["paragraph"]), _identity(fact)) for fact in group],
        )


def speakers(records: Iterable[Record]) -> Iterator[Block]:
    rows = list(records)
    several = any(row["articles"] > 1 for row in rows)  # where all are 1, the column tells nothing
    columns = (
        Column("Speaker"),
        Column("Also called", most=30, fold=80, lead="also "),
        Column("Type", most=12, fold=80),
        Column("Claims", most=6, right=True, lead="claims: "),
        Column("Quotes", most=6, right=True, lead="quotes: "),
        Column("Articles", most=8, right=True, fold=80, lead="articles: "),
    )
    if rows:
        yield Listing(
            columns,
            [
                (
                    _cell(row["name"], *_roles(row)),
                    _cell(_aliases(row)),
                    _cell(row["type"]),
                    _cell(row["claims"]),
                    _cell(row["quotes"]),
                    _cell(row["articles"] if several else None),
                )
                for row in rows
            ],
        )


def decisions(records: Iterable[Record]) -> Iterator[Block]:
    columns = (
        Column("Decision", least=20),
        Column("Status", most=8),
        Column("Actor", most=20),
        Column("When", most=12),
        Column("Claims", most=6, right=True, lead="claims: "),
        Column("By", most=28, fold=100, lead="by "),
        IDENTITY,
    )
    for article, group in _by_article(records):
        yield article
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


def matrix(records: Iterable[Record]) -> Iterator[Block]:
    rows = list(records)
    if not rows:
        return
    cells = rows[0]["decisions"]
    names = _names([cell["article"] for cell in cells])
    columns = [
        Column(cell["label"], most=24, right=True, beneath=name)
        for cell, name in zip(cells, names, strict=True)
    ]
    yield Listing(
        (Column("Speaker", most=24), *columns, Column("Claims", most=6, right=True)),
        [
            (
                _cell(row["speaker"]["name"] if row["speaker"] else NOBODY),
                *(_cell(cell["claims"] or NONE) for cell in row["decisions"]),
                _cell(row["claims"]),
            )
            for row in rows
        ],
    )


# Parts


def _by_article(records: Iterable[Record]) -> Iterator[tuple[Title, list[Record]]]:
    for _, group in groupby(records, key=lambda record: record["article"]):
        rows = list(group)
        yield title(rows[0]["article"]), rows


def _names(articles: Sequence[Record]) -> list[str]:
    """What to call each of ``articles``: its title if no other has it; nothing if all are the same one."""
    different = {article["id"]: title(article) for article in articles}
    if len(different) < 2:
        return [""] * len(articles)
    alike = Counter(name.text for name in different.values())
    return [
        " · ".join(filter(None, name)) if alike[name.text] > 1 else name.text
        for name in (different[article["id"]] for article in articles)
    ]


def _cell(text: Any = None, *beneath: str) -> Cell:
    return Cell(Words("" if text is None else str(text)), tuple(filter(None, beneath)))


def _content(record: Record, matches: Iterable[list[int]] = ()) -> Words:
    """The words of a claim, after the cue where they are no sentence or are denied: "denied: she had taken bribes"."""
    rule = record["because"][0] if record["because"] else ""
    needed = record["cue"] and traits_of(rule) & NEEDS_CUE
    cue = record["cue"]["text"] if needed else denial(record)
    before = f"{cue}: " if cue else ""
    moved = [[len(before) + start, len(before) + end] for start, end in matches]
    return Words(before + record["text"], marks(moved, Style.MATCH))


def _speaker(record: Record, *, with_role: bool) -> Cell:
    speaker, via = record["speaker"], record["via"]
    beneath = f"via {via}" if via else ""
    if speaker is None:
        return _cell(NOBODY, beneath)
    return _cell(speaker["name"] + doubt(record), beneath, speaker["role"] or "" if with_role else "")


def doubt(record: Record) -> str:
    """What stands behind the name of a claim's speaker where it is far from sure: " (?)"."""
    sure = record["speaker_confidence"]
    return f"{GLUE}{UNSURE}" if sure is not None and sure < SURE else ""


def _roles(row: Record) -> Iterator[str]:
    """The role of a speaker, and what other articles have instead, where they are not too many."""
    first, *others = row["roles"] or [""]
    yield first
    if others:
        more = f" and {len(others) - _ROLES} more" if len(others) > _ROLES else ""
        yield f"elsewhere {'; '.join(others[:_ROLES])}{more}"


def _aliases(speaker: Record) -> str:
    """What else a speaker is called, names before descriptions, where that is too much the first of it."""
    told = sorted(_telling(speaker), key=lambda alias: alias[:1].islower() or alias.startswith("The "))
    more = f" and {len(told) - _ALIASES} more" if len(told) > _ALIASES else ""
    return ", ".join(told[:_ALIASES]) + more


def _telling(speaker: Record) -> list[str]:
    """Aliases that are more than a title before another: "Sanders" tells all that "Sen. Sanders" does."""
    names = {name.casefold() for name in (speaker["name"], *speaker["aliases"])}

    def ends_in_another(alias: str) -> bool:
        words = alias.casefold().split()
        return any(" ".join(words[place:]) in names for place in range(1, len(words)))

    told = {alias.casefold(): alias for alias in reversed(speaker["aliases"]) if not ends_in_another(alias)}
    return list(reversed(told.values()))


def _identity(record: Record) -> Cell:
    return _cell(record["id"][:ID_SHOWN])


def _about(record: Record) -> str:
    return "; ".join(decision["label"] for decision in record["about"])


def _why_about(record: Record) -> tuple[str, ...]:
    return tuple(rule for rule in record["because"] if rule.startswith("about: "))


def _tally(row: Record) -> str:
    return ", ".join(f"{speaker['name'] or NOBODY}{GLUE}{speaker['claims']}" for speaker in row["speakers"])


def title(article: Record) -> Title:
    detail = " · ".join(filter(None, [article["source"], article["published"]]))
    return Title(article["title"], detail) if article["title"] else Title(detail or article["id"])


def described(speaker: Record) -> str:
    return ", ".join(filter(None, [speaker["name"], speaker["role"]]))


def marks(spans: Iterable[list[int]], style: Style) -> tuple[Mark, ...]:
    """``spans`` as marks in order, without what two of them share."""
    found: list[Mark] = []
    for start, end in sorted(spans):
        first = max(start, found[-1].end) if found else start
        if first < end:
            found.append(Mark(first, end, style))
    return tuple(found)


def _score(hit: Record) -> tuple[str, ...]:
    """The score and how it came about, where somebody asked."""
    return (" · ".join([f"score {hit['score']:.0f}", *hit["explain"]]),) if hit["explain"] else ()
