"""Articles made up for extraction: different enough that each has claims and ids of its own."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

PEOPLE = ("Ingrid Økland", "Pavel Horák", "Amara Nwosu", "Jean-Luc Béart", "Siobhán O’Rourke", "Li Wei")
MATTERS = (
    "a toll on the bridge",
    "the night ferry",
    "a new school",
    "cuts to the library",
    "the harbour wall",
)


def text(number: int) -> str:
    person, other = PEOPLE[number % 6], PEOPLE[(number + 1) % 6]
    matter = MATTERS[number % 5]
    return "\n\n".join(
        [
            f"Council Rejects Plan Number {number}",
            f"The council on Tuesday rejected {matter} after {number} hours of talks.",
            f"“We will not pay {number} crowns for {matter},” said {person}, the mayor. “Not this year.”",
            f"{other} said that {matter} would have cost {number + 7} jobs.",
            f"According to {other}, “nobody asked for it”. The council meets again in spring.",
        ]
    )


def archive(path: Path, articles: int) -> Path:
    """A file of JSON Lines with ``articles`` articles."""
    return of_texts(path, map(text, range(articles)))


def of_texts(path: Path, texts: Iterable[str]) -> Path:
    rows = ({"id": f"n{number}", "date": "2024-05-02", "text": text} for number, text in enumerate(texts))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path
