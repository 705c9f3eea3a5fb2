"""The index in a database that extract wrote finds what an index in memory finds."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcli import Article, load, parse
from claimcli.bulk.formats import format_of
from claimcli.index import Index
from claimcli.index.checking import check_in
from claimcli.model import Kind
from claimcli.query import Query
from claimcli.sources import SourceError

from .conftest import BLOM, KOVAC, SAID, UNION, make_article

QUERIES = [
    "no-fly zone",
    "nofly zone",
    "declines to imopse",
    "health care",
    '"no-fly corridor"',
    "no-fly -corridor",
    "speaker:kovac",
    "speaker:kovc zone",
    "kind:quote the",
    'about:"no-fly zone" winter',
    "cafe 1500 crowns",
    "zebra",
    "",
]


def stored(folder: Path, articles: Sequence[Article]) -> Path:
    out = folder / "claims.db"
    out.unlink(missing_ok=True)
    form = format_of(str(out))
    writer = form.writer(out)
    for article in articles:
        writer.write(form.encode(article))
    writer.finish()
    return out


def both(path: Path) -> tuple[Index, Index]:
    articles = list(load(str(path)))
    claims = [claim for article in articles for claim in article.claims]
    return Index.stored(path), Index(claims, articles=articles)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Three articles: the second has the texts of the first, the third is the first again."""
    first = make_article(1, SAID)
    other = make_article(2, (*SAID[::-1], (BLOM, Kind.DIRECT, "“No fly on the harbour wall”")))
    return stored(tmp_path, [first, other, first])


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("limit", [1, 3, None])
def test_the_same_hits_in_the_same_order(archive: Path, query: str, limit: int | None) -> None:
    ours, memory = both(archive)
    assert ours.search(query, limit=limit) == memory.search(query, limit=limit)


@pytest.mark.parametrize("query", ["about:closure", "about:closing school", "about:bridge"])
def test_the_same_decisions_by_what_they_are_called(tmp_path: Path, query: str) -> None:
    text = "The council decided to close the school, Ann Reed said. “The closure of the school hurts,” said Tom Marr."
    ours, memory = both(stored(tmp_path, [parse(text)]))
    assert ours.search(query) == memory.search(query)
    assert bool(ours.search(query)) == (query != "about:bridge")


def test_the_same_claims_when_only_some_are_asked_for(archive: Path) -> None:
    ours, memory = both(archive)
    for query in (Query(speaker=["union"]), Query(kind=["direct"]), Query(about=["no-fly"])):
        found = [
            index.search("the harbour for dockers no-fly", only=index.collection.judge(query))
            for index in (ours, memory)
        ]
        assert found[0] == found[1] != []


@pytest.mark.parametrize("quote", ["We will never close the no-fly corridor before winter", "Zebras", "…"])
def test_the_same_verdict(archive: Path, quote: str) -> None:
    ours, memory = both(archive)
    assert check_in(ours, quote, speaker="blom") == check_in(memory, quote, speaker="blom")


def test_a_long_quotation_that_only_the_article_has(archive: Path, tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(1500))
    path = stored(tmp_path, [*load(str(archive)), parse(f"The list of words is {words}.")])
    one, other = (check_in(index, words) for index in both(path))
    assert one == other
    assert [found.article.text[found.span.start :][:5] for found in one.in_articles] == ["word0"]
    assert check_in(Index.stored(path), f"{words} zebra").in_articles == ()


def test_articles_are_folded_once_for_many_quotations(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[str] = []
    for module in ("collection", "stored"):
        monkeypatch.setattr(
            f"claimcli.index.{module}.searchable", lambda text: folded.append(text) or text.casefold()
        )
    for index in both(archive):
        check_in(index, "Zebras graze")
        once = len(folded)
        check_in(index, "Zebras sleep")
        assert len(folded) == once > 0


def test_any_thread_may_search(archive: Path) -> None:
    ours, memory = both(archive)
    asked = QUERIES * 5
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(ours.search, asked)) == list(map(memory.search, asked))
        checked = list(threads.map(lambda quote: check_in(ours, quote), asked))
    assert checked == [check_in(memory, quote) for quote in asked]


def test_an_index_is_closed(archive: Path) -> None:
    ours, memory = both(archive)
    with ours as index, memory:
        assert index.search("zone")
    with pytest.raises(ValueError, match=r"claims\.db is closed"):
        ours.search("corridor")
    assert memory.search("corridor")


# Words of every kind that the database might take apart or fold in its own way.
_TEXTS = st.text(
    st.sampled_from("abcé'’-_ ,.\"“”ßſİıøΩ①½⑴ﷺ𝐀Ａ我\u0301\u0345\0\n1000")
    | st.characters(exclude_categories=["Cs"]),
    min_size=1,
    max_size=40,
)


@settings(max_examples=60)
@given(st.lists(_TEXTS, min_size=1, max_size=8), st.data())
def test_any_text_is_found_alike(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], data: st.DataObject
) -> None:
    speakers = (KOVAC, BLOM, UNION)
    said = tuple((speakers[place % 3], Kind.DIRECT, text) for place, text in enumerate(texts))
    ours, memory = both(stored(tmp_path_factory.mktemp("any"), [make_article(1, said)]))
    query = data.draw(st.sampled_from(texts) | _TEXTS)
    assert ours.search(query) == memory.search(query)


def test_other_files_have_no_index(tmp_path: Path) -> None:
    text = tmp_path / "news.txt"
    text.write_text("SQLite format 3", encoding="utf-8")
    foreign = tmp_path / "foreign.db"
    with sqlite3.connect(foreign) as database:
        database.execute("CREATE TABLE claims (text)")
    for path in (text, foreign, tmp_path):
        with pytest.raises(ValueError, match="has no index"):
            Index.stored(path)
    with pytest.raises(FileNotFoundError, match=r"missing\.db"):
        Index.stored(tmp_path / "missing.db")


def test_a_damaged_database_is_named(archive: Path) -> None:
    """Its tables are told at its beginning; of what lies further on, some is overwritten."""
    whole = archive.read_bytes()
    archive.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    with pytest.raises(SourceError, match=r"claims\.db: is damaged"):
        list(load(str(archive)))
    with pytest.raises((SourceError, ValueError), match=r"claims\.db"):
        Index.stored(archive).search("no-fly zone")


def test_a_cell_that_does_not_fit_costs_its_article(archive: Path) -> None:
    articles = list(load(str(archive)))
    with sqlite3.connect(archive) as database:
        database.execute("UPDATE claims SET spans = 'oops' WHERE article = 0 AND key = 1")
    told: list[SourceError] = []
    assert list(load(str(archive), on_error=told.append)) == articles[1:]
    assert [error.source for error in told] == [str(archive)]
    with pytest.raises(SourceError, match="has a row of another shape"):
        Index.stored(archive).collection.claim(1)
