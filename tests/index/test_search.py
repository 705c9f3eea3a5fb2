"""Search finds what people half remember, says where and why, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcli.index import Hit, Index, QueryError, search
from claimcli.model import Article, Claim

from .conftest import SAID, make_article

CORRIDOR, ZONE, CAFE, HEALTH, TARIFFS, TALKS = range(6)


def first(claims: list[Claim], query: str) -> int:
    return claims.index(search(claims, query)[0].claim)


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("impose a no-fly zone", ZONE),
        ("IMPOSE A NO FLY ZONE", ZONE),
        ("nofly zone", ZONE),  # joined
        ("zone no-fly impose", ZONE),  # in another order
        ("declined to imopse", ZONE),  # letters swapped
        ("the alliense declined", ZONE),  # one letter wrong, one too many
        ("alliance impose", ZONE),  # words left out
        ("cafe owner", CAFE),  # without the accent
        ("insurers paid 1500", CAFE),
        ("insurer pays", CAFE),  # other endings
        ("health care for dockers", HEALTH),  # parted
        ("an impact to tariffs", TARIFFS),  # other small words
        ("tariff's impact", TARIFFS),
        ("negotiation declines", TALKS),
    ],
)
def test_finds_the_claim_that_is_meant(claims: list[Claim], query: str, place: int) -> None:
    assert first(claims, query) == place


@pytest.mark.parametrize("query", ["", "   ", "zebra", "quantum chromodynamics", "“”", "…", "-", "-zebra"])
def test_finds_nothing_where_nothing_is_meant(claims: list[Claim], query: str) -> None:
    assert search(claims, query) == []


def test_words_as_typed_score_100_and_changed_words_less(claims: list[Claim]) -> None:
    exact = search(claims, "declined to impose")[0]
    changed = search(claims, "declines to impose")[0]
    assert exact.score == 100.0
    assert exact.claim == changed.claim
    assert 80 < changed.score < 100


def test_a_row_of_words_beats_the_same_words_apart(claims: list[Claim]) -> None:
    hits = search(claims, "no-fly corridor over")
    assert claims.index(hits[0].claim) == CORRIDOR
    assert hits[0].score == 100.0 > hits[1].score


def test_spans_are_the_matched_words_in_claim_and_article(claims: list[Claim], article: Article) -> None:
    hit = search(claims, "cafe paid crowns")[0]
    assert [hit.claim.text[slice(*span)] for span in hit.spans] == ["café", "paid", "crowns"]
    assert [article.text[slice(*span)] for span in hit.article_spans] == ["café", "paid", "crowns"]
    hit = search(claims, "no fly zone")[0]
    assert [hit.claim.text[slice(*span)] for span in hit.spans] == ["no-fly zone"]


def test_a_span_over_two_pieces_of_a_claim_is_cut_in_the_article(
    claims: list[Claim], article: Article
) -> None:
    hit = search(claims, "everything the insurers")[0]
    assert [article.text[slice(*span)] for span in hit.article_spans] == ["everything", "The insurers"]


def test_explain_tells_what_was_found_what_stands_for_what_and_what_was_not(claims: list[Claim]) -> None:
    told = " / ".join(search(claims, "alliance declines a zeppelin zone")[0].explain)
    assert "“declined” for “declines”" in told
    assert "“zeppelin” not found" in told
    assert search(claims, "declined to impose")[0].explain == ("“declined to impose” found",)


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ('"no-fly corridor"', [CORRIDOR]),
        ("“corridor no-fly”", []),
        ("no-fly -corridor", [ZONE]),
        ('no-fly -"fly zone"', [CORRIDOR]),
        ("kind:direct", [CORRIDOR, CAFE]),
        ("kind:quote", [CORRIDOR, CAFE, HEALTH]),
        ("speaker:kovac", [CORRIDOR, ZONE]),
        ('speaker:"Pieter Blom" kind:indirect', [TARIFFS]),
        ("speaker:kovac zone", [ZONE]),
        ("speaker:nobody zone", []),
        ("about:d1", [CORRIDOR, ZONE]),
    ],
)
def test_query_language(claims: list[Claim], query: str, places: list[int]) -> None:
    assert sorted(claims.index(hit.claim) for hit in search(claims, query)) == places


def test_about_matches_the_label_of_a_decision(claims: list[Claim], article: Article) -> None:
    hits = search(claims, 'about:"no-fly zone"', articles=[article])
    assert [claims.index(hit.claim) for hit in hits] == [CORRIDOR, ZONE]


def test_an_unknown_kind_is_an_error_that_says_what_to_write(claims: list[Claim]) -> None:
    with pytest.raises(QueryError, match="direct, mixed, indirect, quote"):
        search(claims, "kind:shouted zone")


def test_a_whole_text_is_no_query(claims: list[Claim]) -> None:
    with pytest.raises(QueryError, match="300 words"):
        search(claims, "zone " * 300)


def test_other_fields(claims: list[Claim], article: Article) -> None:
    articles = [article]
    assert search(claims, "minister") == []
    by_role = search(claims, "harbour minister", fields=("speaker",))
    assert {hit.claim.speaker for hit in by_role} == {claims[CORRIDOR].speaker}
    assert by_role[0].article_spans == (claims[CORRIDOR].mention,)
    mixed = search(claims, "blom tariffs", fields=("content", "speaker"))
    assert claims.index(mixed[0].claim) == TARIFFS
    told = search(claims, "told", fields=("cue",), articles=articles)
    assert len(told) == len(claims)
    assert [article.text[slice(*span)] for span in told[0].article_spans] == ["told"]
    assert len(search(claims, "harbour stays open", fields=("article",), articles=articles)) == len(claims)
    beside = search(claims, "blom reporters decades", fields=("article",), articles=articles)[0]
    assert [article.text[slice(*span)] for span in beside.article_spans] == ["Blom", "reporters", "decades"]
    assert beside.spans == ()
    with pytest.raises(ValueError, match="fields are content, speaker, cue, article"):
        Index(claims, fields=("headline",))


def test_limit_and_ties_in_the_order_given(claims: list[Claim]) -> None:
    again = list(make_article(2, SAID).claims)
    hits = search(claims + again, "impose a no-fly zone", limit=3)
    assert [hit.claim.id for hit in hits] == ["c11", "c21", "c10"]
    assert [hit.claim.id for hit in search(again + claims, "impose a no-fly zone", limit=1)] == ["c21"]
    assert len(search(claims + again, "no-fly", limit=None)) == 4


def test_a_claim_given_twice_is_one_hit(claims: list[Claim]) -> None:
    assert len(search(claims * 3, "impose a no-fly zone", limit=None)) == 2


def test_notices_that_the_list_changed(claims: list[Claim]) -> None:
    assert search(claims, "shouting")
    shouting = claims.pop()
    assert search(claims, "shouting") == []
    claims[0] = replace(shouting, text="they were shouting")
    assert search(claims, "shouting")[0].claim.text == "they were shouting"


def same_hits(one: list[Hit], other: list[Hit]) -> bool:
    return [(hit.claim.id, hit.score) for hit in one] == [(hit.claim.id, hit.score) for hit in other]


@given(st.text(alphabet='no-fly zéro"“” :-speaker…\n', max_size=40))
def test_any_query_is_answered_with_spans_inside_the_text(query: str) -> None:
    claims = make_article(1, SAID).claims
    index = Index(claims)
    hits = index.search(query, limit=None)
    assert same_hits(hits[:2], index.search(query, limit=2))
    for hit in hits:
        assert 0 < hit.score <= 100
        assert all(0 <= start < end <= len(hit.claim.text) for start, end in hit.spans)


@given(st.sampled_from(SAID), st.data())
def test_any_words_in_a_row_are_found_whole(said: tuple[object, object, str], data: st.DataObject) -> None:
    claims = make_article(1, SAID).claims
    words = said[2].replace("…", "").split()
    start = data.draw(st.integers(0, len(words) - 3))
    query = " ".join(word.strip("“”.,") for word in words[start : start + 3])
    best = search(claims, query)
    assert best == [] or best[0].score == 100.0


@pytest.mark.parametrize(
    ("query", "fields"),
    [('about:"no-fly zone"', ("content",)), ("told", ("cue",)), ("harbour", ("content", "article"))],
)
def test_what_needs_articles_says_so(article: Article, query: str, fields: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="articles="):
        search(article.claims, query, fields=fields)
    assert search(article.claims, query, fields=fields, articles=[article])
    assert search(article.claims, query, fields=fields, articles=iter([article]))
    assert search(article.claims, "about:d1")


def test_of_no_hits_there_are_none(claims: list[Claim]) -> None:
    for query in ("corridor", "speaker:blom"):
        assert search(claims, query, limit=0) == []
