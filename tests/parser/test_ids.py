"""What an id survives, and what not."""

from __future__ import annotations

import pytest

from claimcli import Article, parse
from tests.cli.conftest import ARTICLE


def ids(article: Article) -> list[str]:
    found = (*article.claims, *article.decisions, *article.facts)
    return [article.id, *[each.id for each in found]]


AS_GIVEN = parse(ARTICLE)


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE + "\n",
        ARTICLE.rstrip(),
        ARTICLE + " \r\n",
        ARTICLE.replace("\n", "\r\n"),
        ARTICLE.replace("\n", "\r"),
    ],
)
def test_line_ends_and_the_end_of_the_file_are_none_of_an_id(text: str) -> None:
    saved = parse(text)
    assert len(set(ids(AS_GIVEN))) > 5
    assert ids(saved) == ids(AS_GIVEN)
    for one, other in zip(saved.claims, AS_GIVEN.claims, strict=True):
        assert [text[slice(*span)] for span in one.spans] == [ARTICLE[slice(*span)] for span in other.spans]


@pytest.mark.parametrize(
    "changed",
    [
        parse(ARTICLE.replace("1911", "1912")),
        parse(ARTICLE + "Update: none."),
        parse("\n" + ARTICLE),
        parse(ARTICLE, title="Harbour"),
    ],
)
def test_any_other_change_makes_other_ids(changed: Article) -> None:
    assert set(ids(changed)).isdisjoint(ids(AS_GIVEN))
