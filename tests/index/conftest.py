"""A handful of claims by three speakers, as they would come out of two articles."""

from __future__ import annotations

import pytest

from claimcli.model import Article, Claim, Decision, Kind, Span, Speaker, Status

KOVAC = Speaker("Ana Kovač", role="harbour minister", aliases=("Kovač", "the minister"))
BLOM = Speaker("Pieter Blom")
UNION = Speaker("Dockers’ Union")

SAID = (
    (KOVAC, Kind.DIRECT, "“We will not close the no-fly corridor over the harbour before winter,”"),
    (KOVAC, Kind.INDIRECT, "the alliance declined to impose a no-fly zone over the strait"),
    (BLOM, Kind.DIRECT, "“A café owner lost everything.” … “The insurers paid 1,500 crowns.”"),
    (UNION, Kind.MIXED, "healthcare for dockers was “a promise broken twice”"),
    (BLOM, Kind.INDIRECT, "the impact of tariffs on fishing fleets would be felt for decades"),
    (UNION, Kind.INDIRECT, "negotiations were declining into shouting"),
)


def make_article(number: int, said: tuple[tuple[Speaker, Kind, str], ...]) -> Article:
    """An article in which each claim stands in a paragraph of its own, after its speaker."""
    text = ""
    paragraphs, claims = [], []
    for place, (speaker, kind, content) in enumerate(said):
        begun = len(text)
        text += f"{speaker.name} told reporters: "
        spans = []
        for piece in content.split(" … "):
            spans.append(Span(len(text), len(text) + len(piece)))
            text += piece + " He paused. "
        paragraphs.append(Span(begun, len(text)))
        text += "\n\n"
        mention = Span(begun, begun + len(speaker.name))
        claims.append(
            Claim(
                id=f"c{number}{place}",
                kind=kind,
                text=content,
                spans=tuple(spans),
                speaker=speaker,
                mention=mention,
                cue=Span(mention.end + 1, mention.end + 5),
                via=None,
                about=("d1",) if "no-fly" in content else (),
                paragraph=place + 1,
                confidence=1.0,
                because=(),
                article=f"a{number}",
            )
        )
    decision = Decision("d1", "no-fly zone", None, "declined", Status.DECLINED, None, Span(0, 1))
    return Article(
        id=f"a{number}",
        title="Harbour stays open",
        source=None,
        published=None,
        text=text,
        paragraphs=tuple(paragraphs),
        claims=tuple(claims),
        decisions=(decision,),
        speakers=(),
        facts=(),
    )


@pytest.fixture
def article() -> Article:
    return make_article(1, SAID)


@pytest.fixture
def claims(article: Article) -> list[Claim]:
    return list(article.claims)
