"""The same quotation across articles."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcli import parse
from claimcli.index import Change, compare
from claimcli.model import Article, Kind, Speaker

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


def test_the_longest_wording_holds_the_parts_of_it_together() -> None:
    whole = "“We will not close the no-fly corridor. Nobody asked the dockers who sleep beside it at night.”"
    parts = ["“We will not close the no-fly corridor.”", "“Nobody asked the dockers who sleep beside it”"]
    articles = [other(number, text) for number, text in enumerate([*parts, whole, whole], 1)]
    (row,) = compare(articles)
    assert row.carried_by == ("a1", "a2", "a3", "a4")
    assert [variant.claims[0].text for variant in row.variants] == [whole, parts[1], parts[0]]


def test_a_quotation_with_its_middle_left_out_is_the_same() -> None:
    whole = "“We will not close the corridor, whatever the insurers may write to us in May, before the winter is over.”"
    cut = "“We will not close the corridor before the winter is over.”"
    (row,) = compare([other(1, whole), other(2, cut)])
    (_, second) = row.variants
    assert [part.change for part in second.differences] == [Change.KEPT, Change.MISSING, Change.KEPT]


def differences(first: str, second: str) -> list[tuple[Change, str | None, str | None]]:
    (row,) = compare([other(1, first), other(2, first), other(3, second)])
    here, there = second, first
    return [
        (
            part.change,
            part.claim and there[slice(*part.claim)],
            part.quote and here[slice(*part.quote)],
        )
        for part in row.variants[1].differences
        if part.change is not Change.KEPT
    ]


def test_another_word_at_the_end_is_no_cut_of_the_sentence_behind_it() -> None:
    kept = "“We will not spend one more euro on a tram that nobody "
    whole = f"{kept}asked for,” … “The money belongs to the schools.”"
    assert differences(whole, f"{kept}wanted.”") == [(Change.CHANGED, "asked for", "wanted")]
    longer = f"{kept}wanted. Nor will we sell the land that it was to run on, whatever is built.”"
    assert differences(f"{kept}asked for.”", longer)[0] == (Change.CHANGED, "asked for", "wanted")


def test_another_word_at_the_beginning_is_no_cut_of_the_sentence_before_it() -> None:
    kept = "will not spend one more euro on a tram that nobody asked for”"
    assert differences(f"“The money is ours. This town {kept}", f"“We {kept}") == [
        (Change.CHANGED, "This town", "We")
    ]


def test_what_was_told_indirectly_is_the_same() -> None:
    told = "they would not close the no-fly corridor over the harbour before winter"
    articles = [make_article(1, SAID), make_article(2, ((KOVAC, Kind.INDIRECT, told),))]
    (row,) = compare(articles)
    assert {claim.kind for variant in row.variants for claim in variant.claims} == {
        Kind.DIRECT,
        Kind.INDIRECT,
    }


def test_the_name_of_a_thing_is_no_quotation() -> None:
    said = [
        "a lawsuit against the North Atlantic Fishing Treaty",
        "the ministers had never read the North Atlantic Fishing Treaty before they signed it",
    ]
    articles = [make_article(number, ((BLOM, Kind.INDIRECT, text),)) for number, text in enumerate(said, 1)]
    assert compare(articles) == []


def test_only_the_claims_that_are_given_are_compared() -> None:
    articles = [make_article(1, SAID), make_article(2, SAID)]
    claims = [claim for article in articles for claim in article.claims if claim.speaker == BLOM]
    assert len(compare(articles)) > len(compare(articles, claims)) > 0
    assert all(row.variants[0].claims[0].speaker == BLOM for row in compare(articles, claims))


def test_the_same_article_twice_shares_nothing_with_itself() -> None:
    assert compare([make_article(1, SAID), make_article(1, SAID)]) == []


@settings(max_examples=50)
@given(
    st.lists(st.lists(st.sampled_from("we will not close the harbour corridor winter".split()), max_size=30))
)
def test_every_claim_is_in_one_row_at_most_and_differences_cover_its_words(texts: list[list[str]]) -> None:
    articles = [other(number, f"“{' '.join(words)}”") for number, words in enumerate(texts, 1)]
    rows = compare(articles)
    found = [claim.article for row in rows for variant in row.variants for claim in variant.claims]
    assert len(found) == len(set(found))
    for row in rows:
        assert set(row.carried_by) | set(row.missing_from) == {article.id for article in articles}
        for variant in row.variants[1:]:
            text = variant.claims[0].text
            told = [
                word
                for part in variant.differences
                if part.quote
                for word in text[slice(*part.quote)].split()
            ]
            assert told == text.strip("“”").split()


def test_short_turns_of_phrase_and_one_article_alone_share_nothing() -> None:
    short = make_article(2, ((BLOM, Kind.DIRECT, "“We will not close”"),))
    assert compare([make_article(1, SAID), short]) == []
    assert compare([make_article(1, SAID + SAID)]) == []
    assert compare([]) == []


def test_of_few_words_only_the_same_persons_quotation_is_shared() -> None:
    def carriers(*said: tuple[Speaker, Kind, str]) -> list[tuple[str, ...]]:
        return [row.carried_by for row in compare([make_article(n, (one,)) for n, one in enumerate(said, 1)])]

    assert carriers((BLOM, Kind.INDIRECT, "to comment"), (KOVAC, Kind.INDIRECT, "to comment")) == []
    assert carriers((BLOM, Kind.INDIRECT, "to comment"), (BLOM, Kind.INDIRECT, "to comment")) == []
    assert carriers((BLOM, Kind.DIRECT, "“I quit,”"), (KOVAC, Kind.DIRECT, "“I quit,”")) == []
    assert len(carriers((BLOM, Kind.DIRECT, "“I quit,”"), (BLOM, Kind.DIRECT, "“I quit,”"))) == 1


def test_a_quotation_inside_a_quotation_is_no_wording_of_it() -> None:
    told = "“The keeper told us, ‘The lamp on the harbour wall will burn all winter,’ and it went out,”"
    articles = [parse(f"{told} Mayor Ann Marr said."), parse(f"{told} said Ann Marr, the mayor of the town.")]
    [row] = compare(articles)
    assert [[claim.text for claim in variant.claims] for variant in row.variants] == [[told, told]]


def test_long_texts_of_one_word_take_no_time() -> None:
    never = "never " * 30_000
    (row,) = compare([other(1, f"“{never}here”"), other(2, f"“{never}now”")])
    ends = [(part.change, part.quote and part.quote.start > 6) for part in row.variants[1].differences]
    assert ends == [(Change.KEPT, False), (Change.CHANGED, True)]
