"""Time the parser on one text that doubles and doubles: news, and texts that are made to be slow.

    python -m tests.benchmarks.speed
    python -m tests.benchmarks.speed --largest 10

Reading should take time in step with the length: twice the text, about twice the time. Exits with 1 where
it takes more than 2.2 times as long. Times are the processor's, so other programs do not count.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from claimcli import parse

MOST = 2.2
"""The most times as long that twice the text may take."""

_LARGER = 5
"""How many times the size texts have in which copying bytes shows, not the work on words alone."""
_LARGE = ("news", "datelines", "speakers in quotations")
_SEEDS = Path(__file__).parents[2] / "seeds"
_DOUBLINGS = 3
_TOO_SHORT = 0.05  # seconds: below it a ratio tells the clock's noise
_LONG = 1.0  # seconds: from there on once is enough
_TRIES = 3


def samples() -> Iterator[tuple[str, str]]:
    """The name of each text and the piece that it repeats; one piece is a few characters to an article."""
    news = [path.read_text(encoding="utf-8") for path in sorted(_SEEDS.rglob("*.txt"))]
    yield "news", "\n\n".join(news) + "\n\n"
    yield "one paragraph", " ".join(" ".join(news).split()) + " "
    yield "one sentence", "he said that the mayor of the town wanted to leave and "
    yield "said that said that", "said that "
    yield "names", "Ann Berg "
    yield "names and commas", "Ann Berg, "
    yield "roles", "the former deputy prime minister "
    yield "pronouns", "He said it. She said so. They agreed. "
    yield (
        "people",
        "".join(f"Kim {first}{second}son said no. " for first in "BDFGLMNPRT" for second in "aeiou"),
    )
    yield "opening marks", "“"
    yield "closing marks", "”"
    yield "straight marks", '"'
    yield "single marks", "‘a "
    yield "apostrophes", "'"
    yield "marks that never close", "“No, said Ann. "
    yield "open paragraphs", "“No.\n\n"
    yield "short quotations", "“No,” she said. "
    yield "speakers in quotations", "“Ann said, ‘No,’ to us,” Kim said. "
    yield "datelines", "PELLBURY, Miss. (Reuters) - The mayor said no.\n\n"
    yield "brackets", "(["
    yield "commas", ", "
    yield "full stops", "."
    yield "initials", "A. "
    yield "colons", "ANN: no: "
    yield "labels", "BERG: No.\n\n"
    yield "dashes", "— "
    yield "blank lines", "\n"
    yield "spaces", " "
    yield "one word", "a"
    yield "one capital word", "A"
    yield "digits", "1."
    yield "decisions", "The council rejected the plan. The plan was rejected. "
    yield "null characters", "\0"
    yield "combining marks", "e\u0301"
    yield "lone surrogates", "\ud83d "
    yield "emoji", "👩‍👩‍👧"


def main(
    largest: Annotated[
        float,
        typer.Option(min=0.01, metavar="MB", help="The size of the longest text, in millions of characters."),
    ] = 1.0,
    only: Annotated[str, typer.Option(metavar="WORD", help="Only texts with this word in their name.")] = "",
) -> None:
    """Time the parser on texts that double in length."""
    sizes = [int(largest * 1e6) >> halvings for halvings in range(_DOUBLINGS, -1, -1)]
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("text")
    for size in sizes:
        table.add_column(f"{size / 1e6:.3g} MB", justify="right")
    table.add_column("doubling", justify="right")
    table.add_column("MB/s", justify="right")
    slow = []
    errors = Console(stderr=True)
    with errors.status("reading") as status:
        for name, piece in samples():
            if only not in name:
                continue
            status.update(name)
            times = _LARGER if name in _LARGE else 1
            seconds = [time_of(repeated(piece, size * times)) for size in sizes]
            doubling = growth(seconds)
            if doubling > MOST:
                slow.append(name)
            told = f"{doubling:.2f}" if doubling else ""
            table.add_row(
                f"{name} × {times}" if times > 1 else name,
                *(f"{one:.2f} s" for one in seconds),
                told,
                f"{times * sizes[-1] / seconds[-1] / 1e6:.2f}",
            )
    Console().print(table)
    if slow:
        errors.print(f"more than {MOST} times as long for twice the text: {', '.join(slow)}", highlight=False)
        raise typer.Exit(1)


def repeated(piece: str, size: int) -> str:
    """The piece over and over, ``size`` characters in all."""
    return (piece * (size // len(piece) + 1))[:size]


def time_of(text: str) -> float:
    """The processor's seconds that the parser takes for a text, the best of up to three where it is quick."""
    times: list[float] = []
    while len(times) < _TRIES and sum(times) < _LONG:
        gc.collect()
        began = time.process_time()
        parse(text)
        times.append(time.process_time() - began)
    return min(times)


def growth(seconds: list[float]) -> float:
    """How many times as long twice the text takes, the mean of all doublings; 0 where too short to tell.

    The mean (geometric), since single doublings vary by a fifth with what else the machine does.
    """
    told = [one for one in seconds if one >= _TOO_SHORT]
    return (told[-1] / told[0]) ** (1 / (len(told) - 1)) if len(told) > 1 else 0.0


if __name__ == "__main__":
    typer.run(main)
