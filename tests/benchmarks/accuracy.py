"""Score the parser on annotated articles, beside other systems, and measure how often its rules are right.

    python -m tests.benchmarks.accuracy GOLD_DIR
    python -m tests.benchmarks.accuracy GOLD_DIR --every 5 --peers
    python -m tests.benchmarks.accuracy GOLD_DIR --people DIR --write-confidence

GOLD_DIR holds ``text/NAME.txt`` and ``attributions/NAME.ann`` in brat standoff, as PolNeAR does
(github.com/networkdynamics/PolNeAR, data/train). ``corpus`` tells the layout, ``scoring`` how it is scored.
DIR, of which there may be several, each after a ``--people``, holds ``NAME.json`` for some of these articles, with
whom each attribution's speaker stands for; ``naming`` tells its layout, and when two names are the same.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from claimcli.model import Claim
from claimcli.parser.confidence import NAMING_TABLE, TABLE, naming_rule
from tests.benchmarks import systems
from tests.benchmarks.calibration import NAMING, RULES, Judged, Told, as_text, at_least, measure, unseen
from tests.benchmarks.corpus import Annotated as Marked
from tests.benchmarks.corpus import read_corpus
from tests.benchmarks.naming import Names, read_names, same_name
from tests.benchmarks.scoring import KINDS, MEASURES
from tests.benchmarks.systems import MissingPeerError, System

# Systems read so many articles in turn: near in time, as what else the machine does changes, and yet none of them
# begins every article with the processor's caches full of what another works with, as it would article by article.
_STRETCH = 20

_STEPS = (0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.0)


def main(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", help="The corpus: text/NAME.txt, attributions/NAME.ann.")
    ],
    every: Annotated[int, typer.Option(min=1, metavar="N", help="Read only every N-th article.")] = 1,
    peers: Annotated[bool, typer.Option("--peers", help="Score textacy too, where it is installed.")] = False,
    people: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="Who the speakers are: NAME.json an article. May be repeated."),
    ] = None,
    write_confidence: Annotated[
        bool, typer.Option("--write-confidence", help="Write what was measured as the package's own tables.")
    ] = False,
) -> None:
    """Score the parser on annotated articles: accuracy, confidence and speed."""
    ours = systems.claimcli()
    others = _peers() if peers else []
    judged: list[Judged] = []
    articles = list(read_corpus(gold, every))
    if not articles:
        print(f"{gold}: no annotated articles: need text/NAME.txt and attributions/NAME.ann", file=sys.stderr)
        raise typer.Exit(2)
    try:
        named = read_names(people or ())
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        raise typer.Exit(2) from error
    judged_names: list[Judged] = []
    errors = Console(stderr=True)
    for number, article in enumerate(
        track(articles, "reading", console=errors, transient=True, disable=not errors.is_terminal)
    ):
        found = ours.read(article)
        judged += [_judged(number, claim, marked is not None) for claim, marked in found]
        if article.name in named:
            judged_names += _judged_names(number, found, named[article.name])
        if number % _STRETCH == _STRETCH - 1 or number == len(articles) - 1:
            for other in others:
                for read in articles[number - number % _STRETCH : number + 1]:
                    other.read(read)
    corpus = gold.resolve().name
    _report(corpus, [ours, *others], judged, judged_names)
    if write_confidence:
        _write(TABLE, RULES, judged, corpus, len(articles))
        if judged_names:
            count = sum(article.name in named for article in articles)
            _write(NAMING_TABLE, NAMING, judged_names, corpus, count)


def _write(table: Path, told: Told, judged: list[Judged], corpus: str, articles: int) -> None:
    table.write_text(as_text(told, measure(judged), corpus, articles, date.today()), encoding="utf-8")
    print(f"wrote {table}", file=sys.stderr)


def _peers() -> list[System[Any]]:
    try:
        return [systems.textacy(), systems.textacy(lean=True)]
    except MissingPeerError as missing:
        print(missing, file=sys.stderr)
        return []


def _judged(article: int, claim: Claim, right: bool) -> Judged:
    return Judged(article, (claim.because[0], claim.kind.value), claim.confidence, right)


def _judged_names(article: int, found: list[tuple[Claim, Marked | None]], names: Names) -> Iterator[Judged]:
    """The speakers of claims that are right, each as right or wrong."""
    for claim, marked in found:
        if claim.speaker is not None and marked is not None and marked.key in names:
            key = (naming_rule(claim.because), claim.speaker.type.value)
            right = same_name(names[marked.key], claim.speaker.name)
            yield Judged(article, key, claim.speaker_confidence or 0.0, right)


def _report(corpus: str, read: list[System[Any]], judged: list[Judged], judged_names: list[Judged]) -> None:
    console = Console(highlight=False)
    score = read[0].score
    console.print(
        f"{corpus}: {score.articles} articles, {score.all('marked')} annotated claims\n", markup=False
    )
    tables = [_rates(read), _kinds(read), _confidence("confidence", "right", judged)]
    if judged_names:
        tables.append(_confidence("speaker confidence", "speaker right", judged_names))
    for table in (*tables, _speed(read)):
        console.print(table)
        console.print()


def _table(*columns: str) -> Table:
    """A table whose columns are numbers, but for the first two."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for place, column in enumerate(columns):
        table.add_column(column, justify="right" if place > 1 else "left", overflow="fold")
    return table


def _rates(read: list[System[Any]]) -> Table:
    table = _table("", "system", "precision", "recall", "F1")
    for measured in MEASURES:
        for system in read:
            table.add_row(measured, system.name, *(f"{rate:.3f}" for rate in system.score.rates(measured)))
    return table


def _kinds(read: list[System[Any]]) -> Table:
    table = _table("kind", "system", "annotated", "recall", "attributed", "found", "precision")
    for kind in KINDS:
        for system in read:
            of = system.score.kind(kind)
            table.add_row(
                kind,
                system.name,
                f"{of['marked']}",
                f"{of['recall']:.3f}",
                f"{of['attributed recall']:.3f}",
                f"{of['found']}",
                f"{of['precision']:.3f}",
            )
    return table


def _confidence(of: str, right: str, judged: list[Judged]) -> Table:
    """Of the claims with at least some confidence, the part that is right.

    By the table that the package ships; and, so that no article is judged by what was learnt from it, by
    tables made from four fifths of the articles for the claims in the other fifth.
    """
    table = _table(of, "table", "claims", right)
    for name, claims in (("shipped", judged), ("unseen", list(unseen(judged)))):
        for step in _STEPS:
            count, share = at_least(claims, step)
            table.add_row(f"{step:.2f} and above", name, f"{count}", f"{share:.3f}")
    return table


def _speed(read: list[System[Any]]) -> Table:
    table = _table("speed", "system", "MB/s", "seconds", "ratio")
    for system in read:
        ratio = read[0].speed / system.speed if system.speed else 0.0
        table.add_row("one core", system.name, f"{system.speed:.3f}", f"{system.seconds:.1f}", f"{ratio:.0f}")
    return table


if __name__ == "__main__":
    typer.run(main)
