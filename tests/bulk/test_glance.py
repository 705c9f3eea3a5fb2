"""Lines that are passed over change no answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimcli import load
from claimcli.bulk import extract_to
from claimcli.cli.nothing import nothing
from claimcli.cli.options import Reads
from claimcli.cli.run import Reading
from claimcli.model import Speaker
from claimcli.query import QUOTES, Query
from claimcli.sources import loaded
from claimcli.sources.extracted.speakers import Speakers
from tests.bulk.made import archive, of_texts

TRICKY = [
    '“The key is "speaker": null,” said Ann Lee. Bo Park said that ", "mention": was no word.',
    "“No,” said a spokeswoman. Bo Park, recalling what Ann Lee told him, said it was late.",
    "Nothing was said.",
    "Ann Leigh said that it rained. “It did not,” said Bo Park.",
]
TYPED = ["Ann Lee", "Ann Leigh", "park", "Prak", "okland", "Horak", "li", "Nobody Atall", "spokeswoman"]


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("glance")
    sources = [archive(folder / "a.jsonl", 12), of_texts(folder / "b.jsonl", TRICKY)]
    out = folder / "claims.jsonl"
    extract_to(str(out), map(str, sources), workers=1)
    return out


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("kind", [(), QUOTES])
def test_answers_are_the_same_with_and_without(extracted: Path, typed: str, kind: tuple[str, ...]) -> None:
    query, other = Query(speaker=[typed], kind=kind), Query(speaker=[typed], kind=kind)
    assert query.glance is not None
    glancing = Reading([str(extracted)], Reads(), query)
    found = [(article.text, claim) for article, claim in query.claims(glancing)]
    assert found == [(article.text, claim) for article, claim in other.claims(load(str(extracted)))]
    plain = Reading([str(extracted)], Reads(), Query(kind=kind))
    list(plain)
    assert (glancing.articles, glancing.claims) == (plain.articles, plain.claims)
    plain.query = other
    assert nothing(glancing) == nothing(plain)


@pytest.mark.parametrize(
    ("asked", "texts"),
    [
        (
            {"speaker": "Ann Lee", "since": "2026"},
            ["“It rained,” Lee said. “It snowed,” Park said.", "“It rained,” Bo Lee said."],
        ),
        (
            {"speaker": "Bo Park", "actor": "Ana Lee"},
            [
                "Mayor Ann Lee decided to close the pier, Bo Park said.",
                "Ana Lee vetoed the bill, Eva Dahl said.",
            ],
        ),
    ],
    ids=["in a time", "who decides"],
)
def test_those_who_are_passed_over_are_namesakes_still(
    tmp_path: Path, asked: dict[str, str], texts: list[str]
) -> None:
    rows, out = tmp_path / "a.jsonl", tmp_path / "claims.jsonl"
    dated = [{"text": text, "date": f"2026-05-0{day}"} for day, text in enumerate(texts, 1)]
    rows.write_text("".join(json.dumps(row) + "\n" for row in dated), "utf-8")
    extract_to(str(out), str(rows), workers=1)
    for path in rows, out:
        query = Query(**asked)  # type: ignore[arg-type]
        for _, claims, decisions in query.run(Reading([str(path)], Reads(), query)):
            theirs = {decision.id for decision in decisions}
            assert not [claim for claim in claims if not query.actor or not theirs.isdisjoint(claim.about)]


def test_lines_that_others_have_rewritten_are_read_too(extracted: Path, tmp_path: Path) -> None:
    compact = tmp_path / "compact.jsonl"
    compact.write_text(extracted.read_text("utf-8").replace('", "', '","').replace('": "', '":"'), "utf-8")
    for typed in TYPED:
        query, other = Query(speaker=[typed]), Query(speaker=[typed])
        found = list(query.claims(loaded([str(compact)], wanted=query.glance)))
        assert [claim for _, claim in found] == [claim for _, claim in other.claims(load(str(extracted)))]


def test_claims_alone_are_enough_for_claims(extracted: Path, tmp_path: Path) -> None:
    """As ``claims --format jsonl`` prints them, or whoever filters lines leaves them."""
    lines = [line for line in extracted.read_text("utf-8").splitlines(True) if '"paragraphs"' not in line]
    alone = tmp_path / "claims.jsonl"
    alone.write_text("".join(lines), "utf-8")
    for whole, part in zip(
        [article for article in load(str(extracted)) if article.claims], load(str(alone)), strict=True
    ):
        assert whole.claims == part.claims
        for claim in whole.claims:
            spans = [*claim.spans, *filter(None, (claim.cue, claim.mention))]
            assert [whole.text[a:b] for a, b in spans] == [part.text[a:b] for a, b in spans]


def test_claims_of_an_article_come_together_in_any_order(extracted: Path, tmp_path: Path) -> None:
    lines = [line for line in extracted.read_text("utf-8").splitlines(True) if '"paragraphs"' not in line]
    alone, mixed = tmp_path / "claims.jsonl", tmp_path / "mixed.jsonl"
    alone.write_text("".join(lines), "utf-8")
    mixed.write_text("".join([*lines[::2], *lines[1::2], *lines]), "utf-8")

    def ids(path: Path) -> dict[str, tuple[str, set[str]]]:
        found = list(load(str(path)))
        assert len({article.id for article in found}) == len(found)
        return {article.id: (article.text, {claim.id for claim in article.claims}) for article in found}

    assert ids(mixed) == ids(alone)


def test_speakers_in_memory_do_not_grow_with_the_archive() -> None:
    def made(number: int) -> Speaker | None:
        return speakers.of({"name": f"Ada {number}", "role": None, "aliases": [], "type": "person"})

    speakers = Speakers()
    first = made(0)
    assert made(0) is first
    for number in range(1, 50_000):
        assert made(number) == Speaker(f"Ada {number}")
    assert made(0) == first
    assert made(0) is not first
