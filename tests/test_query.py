"""Which claims a query leaves, as articles stream past."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from claimcli import parse
from claimcli.index import check, search
from claimcli.model import Article, Kind, Speaker
from claimcli.query import Query
from tests.output.made import article


def by(name: str, *, via: str | None = None) -> Article:
    """An article in which ``name`` says one thing, about the bridge toll."""
    made = article("“Ja,”", name=name)
    (claim,) = made.claims
    claim = replace(claim, speaker=Speaker(name, "mayor"), via=Speaker(via) if via else None)
    return replace(made, claims=(claim,))


def names(query: Query, *articles: Article) -> list[str]:
    return [claim.speaker.name for _, claim in query.claims(articles) if claim.speaker]


def test_nothing_asked_is_everything() -> None:
    assert names(Query(), by("Ada Berg"), by("Bo Dahl")) == ["Ada Berg", "Bo Dahl"]


def test_an_exact_match_anywhere_beats_a_near_one() -> None:
    assert names(Query(speaker=["Obama"]), by("Osama"), by("Barack Obama")) == ["Barack Obama"]
    assert names(Query(speaker=["Obama"]), by("Barack Obama"), by("Osama")) == ["Barack Obama"]


def test_one_string_is_as_good_as_a_list_of_it() -> None:
    there = by("Ada Berg"), by("Bo Dahl"), by("Ed Sands")
    for asked in ("berg", ["berg"], ("berg",), iter(["berg"])):
        assert names(Query(speaker=asked), *there) == ["Ada Berg"]
    assert names(Query(about="toll", kind="direct"), *there) == ["Ada Berg", "Bo Dahl", "Ed Sands"]
    assert names(Query(kind="quote"), *there) == names(Query(kind=["quote", Kind.MIXED]), *there)
    assert Query(kind="quote").kinds == {Kind.DIRECT, Kind.MIXED}
    with pytest.raises(ValueError, match="'loud'"):
        Query(kind="loud")


def test_a_surname_beats_half_of_a_double_one() -> None:
    both = by("Marta Velk-Dorosh"), by("Anton Velk")
    assert names(Query(speaker=["Velk"]), *both) == ["Anton Velk"]
    assert names(Query(speaker=["Velk"]), both[0]) == ["Marta Velk-Dorosh"]


def test_a_near_match_counts_where_nothing_is_nearer() -> None:
    assert names(Query(speaker=["Obama"]), by("Osama"), by("Ada Berg")) == ["Osama"]


@pytest.mark.parametrize(
    ("typed", "here", "found"),
    [
        ("Ada Berg", ["Berg", "Bo Dahl"], ["Berg"]),  # only the surname is told
        ("Ada Berg", ["Berg", "Ada Berg"], ["Ada Berg", "Berg"]),
        ("Ada B. Berg", ["Ada Berg"], ["Ada Berg"]),
        ("Ada Berg", ["Berg", "Tom Berg"], []),  # may well be Tom
        ("Ada Berg", ["Tom Berg", "Ada Berg", "Berg"], ["Ada Berg"]),
        ("Ada M. Berg", ["Tom Berg", "Ada Berg", "Berg"], ["Ada Berg"]),  # no Tom is an Ada
        ("Ada M. Berg", ["Ada C. Berg", "Ada M. Berg", "Ada Berg"], ["Ada M. Berg"]),
        ("Ada K. M. Berg", ["Ada M. Berg", "Ada K. M. Berg"], ["Ada K. M. Berg"]),  # her daughter is another
        ("Ada B. Berg", ["Ada C. Berg"], []),
        ("Ada B. Berg", ["Ada C. Berg", "Ada Beth Berg"], ["Ada Beth Berg"]),
        ("Ada Beth Berg", ["Ada C. Berg", "Ada B. Berg"], ["Ada B. Berg"]),
        ("Ada W. Berg", ["Ada H. W. Berg"], []),
        ("Ana M. de la Cruz", ["Ana de la Cruz"], ["Ana de la Cruz"]),
        ("Ana de la Cruz", ["Ana M. de la Cruz"], ["Ana M. de la Cruz"]),
        ("Ada M. Berg", ["Ada Berg and Tom Berg", "Ada M. Berg", "Ada Berg"], ["Ada M. Berg", "Ada Berg"]),
        ("Thomas Berg", ["Tom Berg", "Ida Berg"], ["Tom Berg"]),  # by a pet form
        ("Ada Berg", ["Ada"], []),
        ("Kim Jong Un", ["UN", "U.N.", "Un"], ["Un"]),
        ("river police", ["police"], []),  # no name
    ],
)
def test_a_shorter_name_counts_where_it_may_be_nobody_elses(
    typed: str, here: list[str], found: list[str]
) -> None:
    assert names(Query(speaker=[typed]), *map(by, here)) == found


def cast(name: str, role: str | None, *aliases: str) -> Article:
    """An article in which somebody of this name, role and aliases makes the one claim."""
    made = article("“Ja,”", name=name)
    speaker = Speaker(name, role, aliases)
    return replace(made, claims=(replace(made.claims[0], speaker=speaker),))


def test_a_word_of_the_role_is_no_middle_initial() -> None:
    here = cast("Ada J. Berg", None), cast("Ada Berg", "judge", "judge Ada Berg"), cast("Ada Berg", None)
    assert names(Query(speaker="Ada J. Berg"), *here) == ["Ada J. Berg", "Ada Berg", "Ada Berg"]
    assert names(Query(speaker="Ada J. Berg"), cast("Ada C. Berg", "judge", "Judge Ada Berg")) == []


def test_a_word_of_the_role_is_no_first_initial() -> None:
    fellow = cast("Ada Berg", "Harbour fellow", "Harbour fellow Ada Berg")
    assert names(Query(speaker="H Berg"), fellow) == []
    assert names(Query(speaker="A Berg"), fellow) == ["Ada Berg"]


def test_whoever_is_described_by_somebodys_name_is_somebody_else() -> None:
    aide = cast("Bo W. Dahl", "aide to Ada W. Berg", "the former aide to Mayor Ada W. Berg")
    assert names(Query(speaker="Ada W. Berg"), aide, cast("Ada W. Berg", None)) == ["Ada W. Berg"]


@pytest.mark.parametrize("typed", ["Sergei Berg", "Sergey Berg"])
def test_a_name_counts_in_each_spelling_that_the_same_office_has(typed: str) -> None:
    here = cast("Sergei Berg", "port minister"), cast("Sergey Berg", "Minister of Ports")
    for order in (here, here[::-1]):
        assert sorted(names(Query(speaker=typed), *order)) == ["Sergei Berg", "Sergey Berg"]
    query = Query(speaker=typed)
    list(query.claims(here))
    assert query.speaker.guesses == {typed: ["Sergei Berg", "Sergey Berg"]}


@pytest.mark.parametrize(
    ("other", "role"),
    [
        ("Sergey Berg", "Arra poet"),  # somebody else, as far as anybody can tell
        ("Sergey Berg", None),
        ("Tergei Berg", "port minister"),
    ],
)
def test_another_spelling_in_another_office_is_somebody_else(other: str, role: str | None) -> None:
    here = cast(other, role), cast("Sergei Berg", "port minister")
    assert names(Query(speaker="Sergei Berg"), *here) == ["Sergei Berg"]


def test_other_genders_are_other_people() -> None:
    here = cast("Daniel Berg", "senator"), cast("Daniela Berg", "senator")
    assert names(Query(speaker="Daniel Berg"), *here) == ["Daniel Berg"]


def test_initials_count_where_they_are_one_bodys() -> None:
    long, short = cast("Arra Port Board", None, "APB"), cast("APB", None)
    for order in ((long, short), (short, long)):
        assert sorted(names(Query(speaker="Arra Port Board"), *order)) == ["APB", "Arra Port Board"]
    other = cast("Arra Poetry Bureau", None, "APB")
    assert names(Query(speaker="Arra Port Board"), long, short, other) == ["Arra Port Board"]
    assert names(Query(speaker="Arra Port Board"), cast("Arra Port Board", None), short) == [
        "Arra Port Board"
    ]


def test_a_label_has_no_shorter_form() -> None:
    assert names(Query(about=["rail toll"]), by("Ada Berg")) == []


def test_any_of_several_names() -> None:
    assert names(Query(speaker=["berg", "dahl"]), by("Ada Berg"), by("Cy Eng"), by("Bo Dahl")) == [
        "Ada Berg",
        "Bo Dahl",
    ]


def holding(name: str, role: str | None, *aliases: str) -> Article:
    """The same of a speaker with this role."""
    made = by(name)
    speaker = Speaker(name, role, aliases)
    return replace(made, claims=(replace(made.claims[0], speaker=speaker),))


def test_a_role_is_all_who_have_it() -> None:
    mayors = (
        holding("Ada Berg", "mayor", "the mayor"),
        holding("Bo Dahl", "Mayor of Arra", "Mayor Dahl"),
        holding("Cy Eng", "Arra Mayor", "Mayor"),
    )
    others = (
        holding("Di Falk", "deputy mayor"),
        holding("Ed Gran", "spokesman for the mayor", "the spokesman"),
        holding("Flo Hall", "Mayor Berg’s aide"),
        holding("Gus Ims", None),
    )
    for there in ((*mayors, *others), (*others, *reversed(mayors))):
        query = Query(speaker="mayor")
        assert sorted(names(query, *there)) == ["Ada Berg", "Bo Dahl", "Cy Eng"]
        assert sorted(query.speaker.guesses["mayor"]) == ["Ada Berg", "Bo Dahl", "Cy Eng"]
        assert names(Query(speaker="deputy mayor"), *there) == ["Di Falk"]
        assert names(Query(speaker="mayor of Arra"), *there) == [
            name for name in names(Query(speaker="mayor"), *there) if name != "Ada Berg"
        ]
        assert names(Query(speaker=["Mayor Berg"]), *there) == ["Ada Berg"]


def test_a_role_and_a_name_are_both_told() -> None:
    query = Query(speaker="king")
    assert names(query, by("Ada King"), holding("Harald V", "King")) == ["Ada King", "Harald V"]
    assert query.speaker.guesses == {"king": ["Ada King", "Harald V"]}


def test_a_title_is_the_role_that_it_is_short_for() -> None:
    there = holding("Ada Berg", "Governor", "Gov. Berg"), holding("Bo Dahl", "governor"), by("government")
    assert names(Query(speaker="gov"), *there) == ["Ada Berg", "Bo Dahl"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("lieutenant governor", ["Ada Berg"]),
        ("lt gov", ["Ada Berg"]),
        ("governor", ["Bo Dahl"]),
        ("gov", ["Bo Dahl"]),
        ("chancellor", []),
        ("shadow chancellor", ["Cy Eng"]),
        ("minister", ["Ed Gran"]),
        ("prime minister", []),
        ("deputy prime minister", ["Di Falk"]),
    ],
)
def test_who_stands_under_an_office_has_another(asked: str, found: list[str]) -> None:
    there = (
        holding("Ada Berg", "Lt. Governor", "Lt. Gov. Ada Berg"),
        holding("Bo Dahl", "Gov.", "Gov. Dahl"),
        holding("Cy Eng", "Shadow Chancellor"),
        holding("Di Falk", "Deputy Prime Minister"),
        holding("Ed Gran", "Minister for Housing"),
    )
    assert names(Query(speaker=asked), *there) == found


def test_a_typo_is_forgiven_in_every_article_alike() -> None:
    assert names(Query(speaker="Unions"), by("African Union"), by("Union of Bakers")) == [
        "African Union",
        "Union of Bakers",
    ]


def test_a_beginning_is_that_of_a_word_of_the_name_itself() -> None:
    there = by("Andreas Berg"), by("Arra and Norr"), by("Institute of Health")
    assert names(Query(speaker="an"), *there) == ["Andreas Berg"]
    assert names(Query(speaker="arra and"), *there) == ["Arra and Norr"]


def test_filters_add_up() -> None:
    there = by("Ada Berg", via="Bo Dahl")
    assert names(Query(speaker=["berg"], via=["dahl"], about=["toll"], kind=["direct"]), there) == [
        "Ada Berg"
    ]
    assert names(Query(speaker=["berg"], via=["eng"]), there) == []
    assert names(Query(about=["harbour"]), there) == []
    assert names(Query(kind=[Kind.INDIRECT]), there) == []
    assert names(Query(min_confidence=0.95), there) == []


def test_a_speaker_has_to_be_as_sure_as_the_claim() -> None:
    def sure(of_speaker: float | None) -> Article:
        made = by("Ada Berg")
        return replace(made, claims=(replace(made.claims[0], speaker_confidence=of_speaker),))

    query = Query(min_confidence=0.85)  # the claim itself has 0.9
    assert names(query, sure(0.8)) == []
    assert names(query, sure(0.85)) == ["Ada Berg"]
    assert names(query, sure(None)) == ["Ada Berg"]  # nothing is known of it


def test_a_limit_stops_the_reading() -> None:
    def endless() -> Iterator[Article]:
        while True:
            yield by("Ada Berg")

    assert len(list(Query(speaker=["berg"], limit=3).claims(endless()))) == 3


def test_exact_matches_come_while_articles_still_do() -> None:
    def first_of_many() -> Iterator[Article]:
        yield by("Ada Berg")
        raise AssertionError("the next article was read before the first claim was given")

    article_, claim = next(Query(speaker=["berg"]).claims(first_of_many()))
    assert claim in article_.claims


def test_decisions_without_claims_are_kept_by_their_label() -> None:
    silent = replace(by("Ada Berg"), claims=())
    (selection,) = Query(about=["toll"]).run([silent])
    assert [decision.label for decision in selection.decisions] == ["bridge toll"]


def test_who_decides_is_asked_for_as_who_speaks_is() -> None:
    def labels(query: Query, *articles: Article) -> list[str | None]:
        return [decision.actor for selection in query.run(articles) for decision in selection.decisions]

    def decided(actor: str | None, made: Article) -> Article:
        return replace(made, decisions=tuple(replace(each, actor=actor) for each in made.decisions))

    mayor = holding("Ada Berg", "mayor", "the mayor")
    speaks = decided(
        "Ada Berg", replace(mayor, speakers=tuple({c.speaker for c in mayor.claims if c.speaker}))
    )
    there = decided("harbour ministry", by("Cy Eng")), speaks, decided(None, by("Di Falk"))
    for typed, found in (
        ("ministry", "harbour ministry"),
        ("Berg", "Ada Berg"),
        ("mayor", "Ada Berg"),
        ("Bergg", "Ada Berg"),
    ):
        query = Query(actor=typed)
        assert labels(query, *there) == [found]
        assert len(list(query.claims(there))) == 3  # it is no filter of claims
    assert labels(Query(actor="Cy Eng"), *there) == []
    with pytest.raises(ValueError, match="no name"):
        Query(actor="!")


def test_a_near_name_gives_decisions_with_their_claims() -> None:
    made = by("Ada Berg"), by("Bo Dahl")
    (first, second) = Query(speaker="Bergg").run(made)
    assert not first.claims or not second.claims
    (found,) = [each for each in (first, second) if each.claims]
    assert [decision.id for decision in found.decisions] == list(found.claims[0].about)


def test_only_articles_of_a_time() -> None:
    there = [
        replace(by(name), published=day)
        for name, day in (("Ada Berg", "2026-11-02"), ("Bo Dahl", "26 Nov 2026"), ("Cy Eng", None))
    ]
    assert names(Query(since="2026-11-10"), *there) == ["Bo Dahl"]
    assert names(Query(until="2026-11-10"), *there) == ["Ada Berg"]
    assert names(Query(since="2026", until="2026"), *there) == ["Ada Berg", "Bo Dahl"]
    with pytest.raises(ValueError, match="'soon' is no date"):
        Query(since="soon")


def test_what_matched_nothing_is_told() -> None:
    query = Query(speaker=["berg", "nobody"])
    list(query.claims([by("Ada Berg")]))
    assert query.speaker.unmatched == ("nobody",)


def test_a_name_that_was_only_near_tells_what_it_was_taken_for() -> None:
    query = Query(speaker=["Obama", "dahl"])
    list(query.claims([by("Osama"), by("Bo Dahl")]))
    assert query.speaker.guesses == {"Obama": ["Osama"]}


def test_a_name_that_was_only_shorter_tells_what_it_was_taken_for() -> None:
    query = Query(speaker=["Ada Berg", "Bo Dahl"])
    list(query.claims([by("Berg"), by("Dahl"), by("Cy Dahl")]))
    assert query.speaker.guesses == {"Ada Berg": ["Berg"]}
    assert query.speaker.unmatched == ("Bo Dahl",)


def test_a_name_that_was_only_begun_tells_what_it_was_taken_for() -> None:
    query = Query(speaker=["ber", "Bo Dahl"])
    assert names(query, by("Ada Berg"), by("Bo Dahl"), by("Ida Amber")) == ["Bo Dahl", "Ada Berg"]
    assert query.speaker.guesses == {"ber": ["Ada Berg"]}


def test_a_description_tells_whom_it_was_taken_for() -> None:
    described = by("Ada Berg")
    who = Speaker("Ada Berg", "mayor", ("Mayor Berg", "the mayor", "AB"))
    described = replace(described, claims=(replace(described.claims[0], speaker=who),))
    for typed, told in (("mayor", {"mayor": ["Ada Berg"]}), ("ab", {}), ("mayor berg", {}), ("berg", {})):
        query = Query(speaker=typed)
        assert names(query, described, holding("Bo Dahl", "baker")) == ["Ada Berg"]
        assert query.speaker.guesses == told


@pytest.mark.parametrize("wrong", [{"speaker": ["!"]}, {"kind": ["loud"]}])
def test_what_cannot_be_asked(wrong: dict[str, list[str]]) -> None:
    with pytest.raises(ValueError, match=r"no name|loud"):
        Query(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("impossible", [-0.1, 1.1, float("nan")])
def test_a_confidence_that_none_can_be_is_told(impossible: float) -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        Query(min_confidence=impossible)


def test_a_query_may_be_run_again_and_side_by_side() -> None:
    query = Query(speaker=["Obama"])
    assert names(query, by("Barack Obama")) == ["Barack Obama"]
    assert names(query, by("Osama")) == ["Osama"]
    assert query.speaker.guesses == {"Obama": ["Osama"]}
    alone = query.claims([by("Osama"), by("Ada Berg")])
    beside = query.claims([by("Osama"), by("Barack Obama")])
    assert next(beside)[1].speaker == Speaker("Barack Obama", "mayor")
    assert [claim.speaker for _, claim in alone] == [Speaker("Osama", "mayor")]


def test_a_limit_below_0_is_told() -> None:
    there = by("Ada Berg")
    assert names(Query(limit=0), there) == []
    for ask in (
        lambda: Query(limit=-1),
        lambda: search(there.claims, "ja", limit=-1),
        lambda: check(there.claims, "ja", limit=-1),
    ):
        with pytest.raises(ValueError, match="0 or more, not -1"):
            ask()


@pytest.mark.parametrize(
    ("about", "labels"),
    [("lockout", ["lock out players"]), ("pier sale", ["sell the old pier"]), ("closure", [])],
)
def test_a_decision_is_asked_for_by_a_noun_of_its_verb(about: str, labels: list[str]) -> None:
    told = parse("The league will lock out players on Friday. The Harlow Council voted to sell the old pier.")
    (selection,) = Query(about=about).run([told])
    assert [decision.label for decision in selection.decisions] == labels
