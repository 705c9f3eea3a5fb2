"""Workers that fail, hang and die cost one article each."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimcli import Article, load, parse
from claimcli.bulk import extract
from claimcli.bulk.pool import Pool, WorkerError
from claimcli.bulk.units import Batch, batches, find_units
from claimcli.sources import Document, Fields, SourceError
from tests.bulk.made import of_texts, text

pytestmark = pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="only a forked worker has the parser of the test"
)


def hostile(words: str, **about: Any) -> Article:
    """A parser that some words are too much for."""
    if "FAIL" in words:
        raise ZeroDivisionError("seven eighths")
    if "DIE" in words:
        os.kill(os.getpid(), signal.SIGKILL)
    if "HANG" in words:
        time.sleep(60)
    if "WAIT" in words:
        while not Path(words.split("WAIT ")[1].split()[0]).exists():
            time.sleep(0.01)
    if "DIE ONCE" in words or "ONCE " in words:
        marker = Path(words.split("ONCE ")[1].split()[0])
        if not marker.exists():
            marker.touch()
            os._exit(3)
    return parse(words, **about)


@pytest.fixture(autouse=True)
def _parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcli.bulk.worker.parse", hostile)


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("FAIL", "the parser failed (ZeroDivisionError at test_pool.py"),
        ("DIE", "a worker process died of it (killed by signal 9)"),
        ("HANG", "took more than 0.5 seconds"),
    ],
)
def test_a_bad_article_is_left_out_and_named(tmp_path: Path, word: str, told: str, workers: int) -> None:
    texts = [text(number) for number in range(8)]
    texts[3] = f"{word}. {text(3)}"
    source = of_texts(tmp_path / "a.jsonl", texts)
    errors: list[SourceError] = []
    found = list(extract(source, workers=workers, timeout=0.5, on_error=errors.append))
    expected = [article for article in load(str(source)) if word not in article.text]
    assert found == expected
    assert [error.source for error in errors] == [f"{source}#n3"]
    assert told in errors[0].problem


def test_an_article_in_a_file_of_many_is_told_by_its_place(tmp_path: Path) -> None:
    """A small file is opened by the worker, which takes the reader with it when it dies."""
    source = of_texts(tmp_path / "a.jsonl", [text(0), f"DIE. {text(1)}", text(2)])
    errors: list[SourceError] = []
    found = list(extract([source], workers=1, on_error=errors.append))
    assert [article.text for article in found] == [text(0), text(2)]
    assert len(errors) == 1


def test_an_article_that_a_worker_died_at_by_chance_is_tried_again(tmp_path: Path) -> None:
    once = f"ONCE {tmp_path / 'marker'} . {text(1)}"
    source = of_texts(tmp_path / "a.jsonl", [text(0), once, text(2)])
    assert [article.text for article in extract(source, workers=1)] == [text(0), once, text(2)]


def test_workers_that_cannot_start_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcli.bulk.worker.work", lambda *_: os._exit(4))
    source = of_texts(tmp_path / "a.jsonl", [text(0)])
    pool = Pool(_text, Fields(), workers=1)
    with pytest.raises(WorkerError, match="exit code 4"):
        list(pool.run(batches(find_units([str(source)], Fields()))))


def test_an_article_that_a_worker_dies_of_as_it_is_written_is_left_out(tmp_path: Path) -> None:
    source = of_texts(tmp_path / "a.jsonl", [text(0), "Too much.", text(2)])
    (result,) = Pool(_broken, Fields(), workers=1).run(batches(find_units([str(source)], Fields())))
    assert [made.source for made in result.made] == [f"{source}#n0", f"{source}#n2"]
    assert "a worker process died of it (exit code 4)" in result.problems[0].problem


def _broken(article: Article) -> bytes:
    if article.text == "Too much.":
        os._exit(4)
    return b""


def test_no_workers_at_all_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        next(extract(of_texts(tmp_path / "a.jsonl", [text(0)]), workers=0))


def test_few_batches_are_drawn_while_the_first_is_held_up(tmp_path: Path) -> None:
    go_on, drawn, idle_at = tmp_path / "go_on", 0, list[int]()

    def all_batches() -> Iterator[Batch]:
        nonlocal drawn
        for number in range(50):
            drawn += 1
            yield Batch(number, [Document(f"WAIT {go_on} ." if number == 0 else text(number))], 1)

    def idle() -> None:
        idle_at.append(drawn)
        if idle_at[-4:] == [drawn] * 4:  # nothing more comes
            go_on.touch()

    pool = Pool(_text, Fields(), workers=2, idle=idle)
    results = pool.run(all_batches())
    first = next(results)
    assert first.batch.number == 0
    assert drawn < 20
    assert [result.batch.number for result in results] == list(range(1, 50))


def _text(article: Article) -> bytes:
    return article.text.encode()


def test_no_process_is_left_behind(tmp_path: Path) -> None:
    source = of_texts(tmp_path / "a.jsonl", map(text, range(20)))
    articles = extract(source, workers=2)
    next(articles)
    articles.close()
    assert multiprocessing.active_children() == []
