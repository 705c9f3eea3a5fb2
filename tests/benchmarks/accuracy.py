"""Score the parser on annotated articles, beside other systems, and measure how often its rules are right.

    python -m tests.benchmarks.accuracy GOLD_DIR
    python -m tests.benchmarks.accuracy GOLD_DIR --every 5 --peers
    python -m tests.benchmarks.accuracy GOLD_DIR --write-confidence

GOLD_DIR holds ``text/NAME.txt`` and ``attributions/NAME.ann`` in brat standoff, as PolNeAR does
(github.com/networkdynamics/PolNeAR, data/train). ``corpus`` tells the layout, ``scoring`` how it is scored.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from claimcli.model import Claim
from claimcli.parser.confidence import TABLE
from tests.benchmarks import systems
from tests.benchmarks.calibration import Judged, as_text, at_least, measure, unseen
from tests.benchmarks.corpus import read_corpus
from tests.benchmarks.scoring import KINDS, MEASURES
from tests.benchmarks.systems import MissingPeerError, System

_STEPS = (0.9, 0.8, 0.7, 0.6, 0.5, 0.0)


def main(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", help="The corpus: text/NAME.txt, attributions/NAME.ann.")
    ],
    every: Annotated[int, typer.Option(min=1, metavar="N", help="Read only every N-th article.")] = 1,
    peers: Annotated[bool, typer.Option("--peers", help="Score textacy too, where it is installed.")] = False,
    write_confidence: Annotated[
        bool, typer.Option("--write-confidence", help="Write what was measured as the package's own table.")
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
    errors = Console(stderr=True)
    for number, article in enumerate(
        track(articles, "reading", console=errors, transient=True, disable=not errors.is_terminal)
    ):
        judged += [_judged(number, claim, right) for claim, right in ours.read(article)]
        for other in others:
            other.read(article)
    _report(gold.resolve().name, [ours, *others], judged)
    if write_confidence:
        TABLE.write_text(
            as_text(measure(judged), gold.resolve().name, len(articles), date.today()), encoding="utf-8"
        )
        print(f"wrote {TABLE}", file=sys.stderr)


def _peers() -> list[System[Any]]:
    try:
        return [systems.textacy(), systems.textacy(lean=True)]
    except MissingPeerError as missing:
        print(missing, file=sys.stderr)
        return []


def _judged(article: int, claim: Claim, right: bool) -> Judged:
    return Judged(article, (claim.because[0], claim.kind.value), claim.confidence, right)


def _report(corpus: str, read: list[System[Any]], judged: list[Judged]) -> None:
    console = Console(highlight=False)
    score = read[0].score
    console.print(
        f"{corpus}: {score.articles} articles, {score.all('marked')} annotated claims\n", markup=False
    )
    for table in (_rates(read), _kinds(read), _confidence(judged), _speed(read)):
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


def _confidence(judged: list[Judged]) -> Table:
    """Of the claims with at least some confidence, the part that is right.

    By the table that the package ships; and, so that no article is judged by what was learnt from it, by
    tables made from four fifths of the articles for the claims in the other fifth.
    """
    table = _table("confidence", "table", "claims", "right")
    for name, claims in (("shipped", judged), ("unseen", list(unseen(judged)))):
        for step in _STEPS:
            count, right = at_least(claims, step)
            table.add_row(f"{step:.1f} and above", name, f"{count}", f"{right:.3f}")
    return table


def _speed(read: list[System[Any]]) -> Table:
    table = _table("speed", "system", "MB/s", "seconds", "ratio")
    for system in read:
        ratio = read[0].speed / system.speed if system.speed else 0.0
        table.add_row("one core", system.name, f"{system.speed:.3f}", f"{system.seconds:.1f}", f"{ratio:.0f}")
    return table


if __name__ == "__main__":
    typer.run(main)
