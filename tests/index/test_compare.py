"""The same quotation across articles."""

from __future__ import annotations

from claimcli.index import Change, compare
from claimcli.model import Article, Kind

from .conftest import BLOM, KOVAC, SAID, make_article

QUOTE = "“We will not close the no-fly corridor over the harbour before winter,”"


def other(number: int, *texts: str) -> Article:
    return make_article(number, tuple((KOVAC, Kind.DIRECT, text) for text in texts))


def test_a_quotation_that_articles_share_is_one_row_with_its_variants() -> None:
    articles = [
        make_article(1, SAID),
        other(2, QUOTE.replace("“", '"').replace(",”", '."')),
        other(
            3,
            "“We shall not close the corridor over the harbour before winter”",
            "“Unrelated words of hers.”",
        ),
        other(4, "“Nothing that anybody else would carry in a paper.”"),
    ]
    (row,) = compare(articles)
    assert row.carried_by == ("a1", "a2", "a3")
    assert row.missing_from == ("a4",)
    first, second = row.variants
    assert [claim.article for claim in first.claims] == ["a1", "a2"]
    assert first.differences == ()
    text = second.claims[0].text
    changed = [(part.change, part.quote and text[slice(*part.quote)]) for part in second.differences]
    assert (Change.CHANGED, "shall") in changed
    assert (Change.MISSING, None) in changed


def test_a_part_of_a_longer_quotation_is_the_same() -> None:
    part = other(2, "“We will not close the no-fly corridor,”")
    (row,) = compare([make_article(1, SAID), part])
    assert len(row.variants) == 2


def test_short_turns_of_phrase_and_one_article_alone_share_nothing() -> None:
    short = make_article(2, ((BLOM, Kind.DIRECT, "“We will not close”"),))
    assert compare([make_article(1, SAID), short]) == []
    assert compare([make_article(1, SAID + SAID)]) == []
    assert compare([]) == []
