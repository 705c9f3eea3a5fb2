"""What extraction writes, and that all of it comes back."""

from __future__ import annotations

import csv
import gzip
import json
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from claimcli import Article, Index, extract, load, parse
from claimcli.bulk import OutError, Watcher, extract_to, run
from claimcli.bulk.formats import ENDINGS, FormatError, format_of
from claimcli.output.json_lines import encoded
from claimcli.output.records import claim_record
from claimcli.output.schema import schema
from claimcli.sources import SourceError
from tests.bulk.made import archive, of_texts, text

ALL_ROWS = [".jsonl", ".parquet", ".db"]

Files = dict[str, Path]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """An archive, and what was extracted from it, by ending."""
    folder = tmp_path_factory.mktemp("formats")
    source = archive(folder / "archive.jsonl", 30)
    made = {"source": source}
    for ending in (".csv", *ALL_ROWS):
        made[ending] = folder / f"claims{ending}"
        extract_to(str(made[ending]), [str(source)], workers=1)
    return made


@pytest.fixture(scope="module")
def articles(files: Files) -> list[Article]:
    return list(load(str(files["source"])))


@pytest.mark.parametrize("ending", ALL_ROWS)
def test_articles_come_back_as_they_were(files: Files, articles: list[Article], ending: str) -> None:
    assert sum(len(article.claims) for article in articles) > 60
    assert list(load(str(files[ending]))) == articles


@pytest.mark.parametrize("ending", ALL_ROWS)
def test_extracting_again_changes_nothing(files: Files, tmp_path: Path, ending: str) -> None:
    again = tmp_path / "again.jsonl"
    extract_to(str(again), [str(files[ending])], workers=1)
    assert again.read_bytes() == files[".jsonl"].read_bytes()


@pytest.mark.parametrize("ending", [".csv", *ALL_ROWS])
def test_the_number_of_workers_changes_no_byte(
    files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.setattr("claimcli.bulk.units.SMALL", 100)
    monkeypatch.setattr("claimcli.bulk.units.BATCH", 1000)
    many, one = tmp_path / f"many{ending}", tmp_path / f"one{ending}"
    extract_to(str(one), [str(files["source"])], workers=1)
    extract_to(str(many), [str(files["source"])], workers=3)
    assert many.read_bytes() == one.read_bytes()


def test_articles_come_in_parallel_in_order(files: Files, articles: list[Article]) -> None:
    assert list(extract([files["source"]], workers=2)) == articles
    assert list(extract(str(files["source"]), workers=1)) == articles


def test_an_unreadable_source_raises_or_is_told(files: Files, articles: list[Article]) -> None:
    with pytest.raises(SourceError, match=r"missing\.txt: no such file"):
        list(extract(["missing.txt"], workers=1))
    told: list[SourceError] = []
    found = list(extract(["missing.txt", files["source"]], workers=1, on_error=told.append))
    assert found == articles
    assert [error.source for error in told] == ["missing.txt"]


@pytest.mark.parametrize("ending", ALL_ROWS)
def test_articles_come_back_packed(
    files: Files, articles: list[Article], tmp_path: Path, ending: str
) -> None:
    packed = tmp_path / f"claims{ending}.gz"
    packed.write_bytes(gzip.compress(files[ending].read_bytes()))
    assert list(load(str(packed))) == articles


def test_lines_come_back_however_they_are_broken(
    files: Files, articles: list[Article], tmp_path: Path
) -> None:
    lines = files[".jsonl"].read_text(encoding="utf-8").splitlines()
    pretty = tmp_path / "pretty"
    pretty.write_text("\n".join(json.dumps(json.loads(line), indent=2) for line in lines), encoding="utf-8")
    assert list(load(str(pretty))) == articles


@pytest.mark.parametrize(
    ("row", "change"),
    [
        (0, {"decisions": []}),
        (0, {"published": 2022}),
        (0, {"title": ["Ferry"]}),
        (0, {"text": "short"}),
        (0, {"paragraphs": [["0", "5"]]}),
        (1, {"spans": [[0, 10**12]]}),
        (1, {"spans": [[0.5, 3.5]]}),
        (1, {"confidence": "high"}),
        (1, {"speaker_confidence": 1.5}),
        (1, {"paragraph": 10**30}),
        (1, {"speaker": {"name": None, "role": None, "aliases": [], "type": "person"}}),
        (1, {"about": [{"id": "0", "label": "nothing"}]}),
    ],
)
def test_a_row_that_does_not_fit_costs_its_article(
    files: Files, articles: list[Article], tmp_path: Path, row: int, change: dict[str, object]
) -> None:
    lines = files[".jsonl"].read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[1])["about"]
    lines[row] = json.dumps({**json.loads(lines[row]), **change})
    odd = tmp_path / "odd.jsonl"
    odd.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    told: list[SourceError] = []
    assert list(load(str(odd), on_error=told.append)) == articles[1:]
    assert [error.source for error in told] == [str(odd)]


def test_files_that_tell_not_how_sure_the_speaker_is_tell_the_rule(
    files: Files, articles: list[Article], tmp_path: Path
) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    lines, database, table = (tmp_path / f"old{ending}" for ending in (".jsonl", ".db", ".parquet"))
    rows = [json.loads(line) for line in files[".jsonl"].read_text(encoding="utf-8").splitlines()]
    kept = [{key: row[key] for key in row if key != "speaker_confidence"} for row in rows]
    lines.write_text("".join(json.dumps(row) + "\n" for row in kept), encoding="utf-8")
    shutil.copy(files[".db"], database)
    with sqlite3.connect(database) as connection:
        connection.execute("ALTER TABLE claims DROP COLUMN speaker_confidence")
    pq.write_table(pq.read_table(files[".parquet"]).drop_columns(["speaker_confidence"]), table)
    for old in (lines, database, table):
        assert list(load(str(old))) == articles
    with Index.stored(database) as index:
        (hit,) = index.search("crowns harbour", limit=1)
        assert hit.claim.speaker_confidence
    claims = [claim for article in articles for claim in article.claims]
    assert {claim.speaker_confidence is None for claim in claims} == {False}


def test_an_article_that_cannot_be_written_is_left_out(articles: list[Article]) -> None:
    from claimcli.bulk.units import Batch
    from claimcli.bulk.worker import Task, Watch, work
    from claimcli.sources import Fields

    odd = replace(articles[1], decisions=())
    batch = Batch(0, [articles[0], odd, articles[2]], 1)
    encode = format_of("a.db").encode
    result = work(Task(batch, {}), encode, Fields(), Watch([0.0] * Watch.SIZE))
    assert [made.rows for made in result.made] == [encode(articles[0]), encode(articles[2])]
    assert [problem.source for problem in result.problems] == [odd.source]


def test_lines_are_the_documented_records(files: Files, articles: list[Article]) -> None:
    lines = files[".jsonl"].read_text(encoding="utf-8").splitlines()
    assert not list(Draft202012Validator(schema("extract")).iter_errors([json.loads(line) for line in lines]))
    expected = [encoded(claim_record(article, claim)) for article in articles for claim in article.claims]
    assert [line for line in lines if not line.startswith('{"what"')] == expected


def test_csv_has_a_row_a_claim(files: Files, articles: list[Article]) -> None:
    with open(files[".csv"], encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == [claim.id for article in articles for claim in article.claims]
    assert {"Pavel Horák", "Li Wei"} <= {row["speaker.name"] for row in rows}


def test_a_database_has_its_tables_linked(files: Files, articles: list[Article]) -> None:
    with sqlite3.connect(files[".db"]) as database:
        counts = {
            table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("articles", "claims", "decisions", "facts", "links")
        }
        assert counts == {
            "articles": len(articles),
            "claims": sum(len(article.claims) for article in articles),
            "decisions": sum(len(article.decisions) for article in articles),
            "facts": sum(len(article.facts) for article in articles),
            "links": sum(len(claim.about) for article in articles for claim in article.claims),
        }
        assert counts["links"]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        query = (
            "SELECT name, claims.text FROM claims JOIN speakers ON speakers.key = claims.speaker "
            "WHERE claims.key IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH 'crowns harbour')"
        )
        found = database.execute(query).fetchall()
    assert found
    assert all("crowns for the harbour wall" in words for _, words in found)


def test_parquet_has_a_row_a_claim_and_a_row_an_article(files: Files, articles: list[Article]) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    table = pq.read_table(files[".parquet"]).to_pylist()
    claims = [row for row in table if row["document"] is None]
    assert [row["text"] for row in claims] == [claim.text for article in articles for claim in article.claims]
    assert [row["article"]["id"] for row in table if row["document"]] == [article.id for article in articles]


@pytest.mark.parametrize("ending", [".csv", *ALL_ROWS])
def test_the_same_article_twice_is_there_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.setattr("claimcli.bulk.units.SMALL", 100)
    monkeypatch.setattr("claimcli.bulk.units.BATCH", 1000)  # so that they come in different batches
    source = of_texts(tmp_path / "a.jsonl", map(text, (1, 2, 3, 1, 1, 2)))
    twice, once = tmp_path / f"twice{ending}", tmp_path / f"once{ending}"
    told = _Repeats()
    assert extract_to(str(twice), [str(source)], workers=2, watcher=told).articles == 3
    assert told.sources == [f"{source}#n{number}" for number in (3, 4, 5)]
    of_texts(source, map(text, (1, 2, 3)))
    extract_to(str(once), [str(source)], workers=1)
    assert twice.read_bytes() == once.read_bytes()


@pytest.mark.parametrize("ending", [".csv", *ALL_ROWS])
def test_added_articles_are_as_if_all_had_been_extracted_at_once(tmp_path: Path, ending: str) -> None:
    monday = str(of_texts(tmp_path / "monday.jsonl", map(text, (1, 2, 3))))
    tuesday = str(of_texts(tmp_path / "tuesday.jsonl", map(text, (2, 4, 5))))
    out, whole = tmp_path / f"out{ending}", tmp_path / f"whole{ending}"
    assert extract_to(str(out), [monday], workers=1, append=True).articles == 3  # where nothing is, too
    told = _Repeats()
    assert extract_to(str(out), [tuesday], workers=1, append=True, watcher=told).articles == 2
    assert told.sources == [f"{tuesday}#n0"]
    extract_to(str(whole), [monday, tuesday], workers=1)
    if ending != ".db":  # whose pages lie otherwise
        assert out.read_bytes() == whole.read_bytes()
        return
    assert list(load(str(out))) == list(load(str(whole)))
    with Index.stored(str(out)) as ours, Index.stored(str(whole)) as theirs:
        for words in ("harbour wall", "crowns"):
            assert ours.search(words) == theirs.search(words) != []


@pytest.mark.parametrize("ending", [".csv", *ALL_ROWS])
def test_where_nothing_can_be_added_the_file_stays(tmp_path: Path, ending: str) -> None:
    source = str(of_texts(tmp_path / "a.jsonl", map(text, (1, 2))))
    out = tmp_path / f"out{ending}"
    extract_to(str(out), [source], workers=1)
    before = out.stat()
    assert extract_to(str(out), [source], workers=1, append=True) == (0, 0, Path(source).stat().st_size, 0)
    with pytest.raises(OutError):
        extract_to(str(out), [str(tmp_path / "missing")], workers=1, append=True)
    assert (out.stat().st_ino, out.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    other = tmp_path / (f"other{ending}" if ending != ".csv" else "other.db")
    extract_to(str(tmp_path / "other.csv"), [source], workers=1)
    (tmp_path / "other.csv").rename(other)
    content = other.read_bytes()
    with pytest.raises(FormatError, match="rows of another form"):
        extract_to(str(other), [source], workers=1, append=True)
    assert other.read_bytes() == content
    assert {path.name for path in tmp_path.iterdir()} == {"a.jsonl", out.name, other.name}


@pytest.mark.parametrize("ending", [".csv", *ALL_ROWS])
def test_claims_alone_are_added_once(tmp_path: Path, ending: str) -> None:
    whole, claims, out = tmp_path / "whole.jsonl", tmp_path / "claims.jsonl", tmp_path / f"out{ending}"
    extract_to(str(whole), [str(of_texts(tmp_path / "a.jsonl", map(text, (1, 2))))], workers=1)
    lines = [line for line in whole.read_text().splitlines(keepends=True) if "paragraphs" not in line]
    claims.write_text("".join(lines))
    extract_to(str(out), [str(claims)], workers=1)
    before = out.read_bytes()
    told = _Repeats()
    assert extract_to(str(out), [str(claims)], workers=1, append=True, watcher=told).articles == 0
    assert (out.read_bytes(), len(told.sources)) == (before, 2)
    claims.write_text("".join(lines[:-1]))  # of which nobody knows whether they are others
    assert extract_to(str(out), [str(claims)], workers=1, append=True).articles == 1


def test_what_was_written_just_before_is_added_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = (str(of_texts(tmp_path / f"{n}.jsonl", [text(n)])) for n in (1, 2))
    out = str(tmp_path / "out.jsonl")
    check = run.check

    def checked(*asked: Any) -> None:
        check(*asked)
        monkeypatch.undo()
        extract_to(out, [first], workers=1)  # another run, which ends before this one begins

    monkeypatch.setattr(run, "check", checked)
    extract_to(out, [second], workers=1, append=True)
    assert len(list(load(out))) == 2


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda row: json.dumps(row, separators=(",", ":")), "rows of another form"),
        (lambda row: json.dumps({key: row[key] for key in row if key != "because"}), "rows of another form"),
        (lambda row: json.dumps(row) + "\n" * ("what" not in row), "out.jsonl: line 3 is not"),
        (lambda row: json.dumps(row)[:-9], "out.jsonl: line 1 is not"),
    ],
)
def test_lines_that_claimcli_does_not_write_so_are_not_added_to(
    tmp_path: Path, change: Callable[[Any], str], told: str
) -> None:
    source, out = str(of_texts(tmp_path / "a.jsonl", [text(1)])), tmp_path / "out.jsonl"
    extract_to(str(out), [source], workers=1)
    changed = "".join(f"{change(json.loads(line))}\n" for line in out.read_text().splitlines())
    out.write_text(changed)
    with pytest.raises(FormatError, match=told):
        extract_to(str(out), [source], workers=1, append=True)
    assert out.read_text() == changed


@pytest.mark.parametrize(("ending", "cut"), [(".csv", -9), (".csv", -300), (".jsonl", -1), (".jsonl", -300)])
def test_a_file_that_is_cut_off_is_not_added_to(tmp_path: Path, ending: str, cut: int) -> None:
    source, out = str(of_texts(tmp_path / "a.jsonl", [text(1)])), tmp_path / f"out{ending}"
    extract_to(str(out), [source], workers=1)
    content = out.read_bytes()
    out.write_bytes(content[:cut])
    with pytest.raises(FormatError, match=f"out{ending}: its last line is not"):
        extract_to(str(out), [source], workers=1, append=True)
    assert out.read_bytes() == content[:cut]


class _Repeats(Watcher):
    def __init__(self) -> None:
        self.sources: list[str] = []

    def repeated(self, source: str) -> None:
        self.sources.append(source)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_place_that_cannot_be_written_is_an_error_of_the_system(tmp_path: Path, ending: str) -> None:
    with pytest.raises(OSError, match=r"."):
        format_of(f"a{ending}").writer(tmp_path / "nowhere" / f"a{ending}")


_ODD = st.text(alphabet=st.sampled_from("ab “”\"'\\\n\r\t\0\x1b\u2028\ud800😀é,;="), max_size=60)


@pytest.mark.parametrize("ending", ENDINGS)
@settings(max_examples=25)
@given(odd=_ODD)
def test_any_character_survives(tmp_path_factory: pytest.TempPathFactory, ending: str, odd: str) -> None:
    article = parse(f"“We {odd} go,” said Ann Lee.\n\n{odd}\n\nAnn Lee said that {odd} was.", title=odd)
    out = tmp_path_factory.mktemp("odd") / f"out{ending}"
    form = format_of(str(out))
    writer = form.writer(out)
    writer.write(form.encode(article))
    writer.finish()
    if ending == ".csv":
        return  # which is for spreadsheets, and cannot be read back
    article = replace(article, text=article.text.replace("\ud800", "\ufffd"))  # no file can hold half of one
    (back,) = load(str(out))
    assert back.text == article.text
    assert [claim.spans for claim in back.claims] == [claim.spans for claim in article.claims]
    assert [claim.id for claim in back.claims] == [claim.id for claim in article.claims]
