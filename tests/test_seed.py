"""The article that the package ships, and everything that must be found in it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from claimcli import Article, Claim, Decision, Kind, Speaker, Status, load, parse
from claimcli.model import Span
from claimcli.sources import seeds

STOLTENBERG = "Jens Stoltenberg"

# kind, speaker, mention, cue and the pieces of the content, in the order of the text. What ends with
# "(via …)" is told through another speaker.
CLAIMS = """
indirect | Jens Stoltenberg | Stoltenberg | Reveals
    NATO Declines No-Fly Zone Over Ukraine in 2022 Amid Concerns Over Conflict Escalation
indirect | Jens Stoltenberg | Former NATO Secretary General Jens Stoltenberg | revealed
    the alliance declined to impose a no-fly zone over Ukraine in 2022
indirect | Jens Stoltenberg | He | explained
    when Russian forces were near Kyiv, Ukraine requested a no-fly zone, but it would require \
eliminating Russia’s air defense systems and shooting down Russian planes over Ukrainian territory
direct | Jens Stoltenberg | Stoltenberg | said
    ‘This was a very difficult decision, but we had to consider the risks of escalating the conflict,’
    ‘A no-fly zone would have meant direct confrontation with Russia, which we were not prepared to risk \
at the time.’
indirect | critics | critics | arguing
    NATO’s reluctance to act more decisively left Ukraine vulnerable
indirect | Jens Stoltenberg | Stoltenberg | emphasizing
    the primary goal was to avoid a broader war
direct | Jens Stoltenberg | he | added
    ‘Our priority was to prevent the conflict from spilling over into NATO territory,’
    ‘We supported Ukraine in other ways, but we drew a clear line in the sand.’
mixed | Jens Stoltenberg | He | described
    Zelensky as ‘a leader who was both resolute and desperate, pushing for maximum support even as he \
understood the risks.’
indirect | Volodymyr Zelensky (via Jens Stoltenberg) | Zelensky | demanded
    guarantees that NATO would not hesitate to intervene if Russia crossed certain thresholds
direct | Jens Stoltenberg | Stoltenberg | said
    ‘I told him we would do everything possible, but we would not send our soldiers into the fight,’
    ‘He understood, but he was clearly frustrated.’
direct | Jens Stoltenberg | Stoltenberg | noted
    ‘Biden was very clear about the need for unity within NATO,’
    ‘He referred to Zelensky as a ‘warrior leader,’ but he also cautioned against overpromising. ‘There \
was a lot of back-and-forth between the White House and NATO headquarters, but the consensus was that we \
could not take actions that would trigger a direct military confrontation with Russia.’
indirect | Ukrainian officials | Ukrainian officials | accused
    NATO and the U.S. of withholding critical support
mixed | Jens Stoltenberg | Stoltenberg | dismissed
    ‘mischaracterizations of the alliance’s position.’
direct | Jens Stoltenberg | he | said
    ‘We gave Ukraine everything we could without risking a larger conflict,’
    ‘The burden of the war has always been on Russia, but the West has done its part to ensure that Ukraine \
could defend itself.’
"""

# What a further reader might also count; nothing else may be found.
ALSO = [
    "the alliance’s stance",
    "the alliance's stance",
    "the fraught conversations",
    "one particularly tense meeting",
    "the role of U.S.",
]


def as_told(article: Article, claim: Claim) -> str:
    """A claim as CLAIMS writes it."""

    def words(span: Span | None) -> str:
        return article.text[slice(*span)] if span else "-"

    speaker = claim.speaker.name if claim.speaker else "nobody"
    via = f" (via {claim.via.name})" if claim.via else ""
    head = f"{claim.kind} | {speaker}{via} | {words(claim.mention)} | {words(claim.cue)}"
    return "\n    ".join([head, *map(words, claim.spans)])


def asked_for(marks: Callable[[str], str] = str) -> list[str]:
    return re.split(r"\n(?=\w)", marks(CLAIMS.strip()).replace("\r", ""))


def found(article: Article) -> list[str]:
    """The claims of an article as told, without those that a reader may count or not."""
    return [
        as_told(article, claim)
        for claim in article.claims
        if not any(claim.text.startswith(beginning) for beginning in ALSO)
    ]


@pytest.fixture(scope="module")
def seed() -> Article:
    (article,) = load(seeds())
    return article


def of(article: Article, beginning: str) -> Claim:
    """The claim whose content begins so."""
    (claim,) = [c for c in article.claims if c.text.startswith(beginning)]
    return claim


def test_claims(seed: Article) -> None:
    assert found(seed) == asked_for()


def test_seven_quotes_by_stoltenberg_in_order(seed: Article) -> None:
    quotes = [claim for claim in seed.claims if claim.is_quote]
    assert {claim.speaker.name for claim in quotes if claim.speaker} == {STOLTENBERG}
    assert [claim.text[:26] for claim in quotes] == [
        "‘This was a very difficult",
        "‘Our priority was to preve",
        "Zelensky as ‘a leader who ",
        "‘I told him we would do ev",
        "‘Biden was very clear abou",
        "‘mischaracterizations of t",
        "‘We gave Ukraine everythin",
    ]
    assert [claim.kind for claim in quotes].count(Kind.MIXED) == 2


def test_nobody_speaks_who_is_only_spoken_about(seed: Article) -> None:
    speakers = {claim.speaker.name for claim in seed.claims if claim.speaker}
    assert speakers == {STOLTENBERG, "Volodymyr Zelensky", "Ukrainian officials", "critics"}
    assert not any(claim.text.startswith("‘warrior leader") for claim in seed.claims)


def test_every_claim_says_why_and_how_sure(seed: Article) -> None:
    for claim in seed.claims:
        assert claim.because
        assert 0 < claim.confidence < 1


def test_speakers(seed: Article) -> None:
    by_name: dict[str, Speaker] = {speaker.name: speaker for speaker in seed.speakers}
    assert [speaker.name for speaker in seed.speakers] == [
        STOLTENBERG,
        "critics",
        "Volodymyr Zelensky",
        "Ukrainian officials",
    ]
    assert by_name[STOLTENBERG].role == "Former NATO Secretary General"
    assert "Stoltenberg" in by_name[STOLTENBERG].aliases
    assert by_name["Volodymyr Zelensky"].role == "Ukrainian President"


def test_decisions(seed: Article) -> None:
    def told(decision: Decision) -> tuple[str, str | None, Status, str | None]:
        return decision.label, decision.actor, decision.status, decision.when

    assert [told(decision) for decision in seed.decisions] == [
        ("no-fly zone over Ukraine", "NATO", Status.DECLINED, "2022"),
        ("send our soldiers into the fight", "NATO", Status.DECLINED, None),
    ]


@pytest.mark.parametrize(
    ("beginning", "label"),
    [
        ("NATO Declines", "no-fly zone over Ukraine"),
        ("the alliance declined", "no-fly zone over Ukraine"),
        ("when Russian forces", "no-fly zone over Ukraine"),
        ("‘This was a very difficult decision", "no-fly zone over Ukraine"),
        ("NATO’s reluctance", "no-fly zone over Ukraine"),
        ("‘I told him we would do everything", "send our soldiers into the fight"),
    ],
)
def test_claims_about_decisions(seed: Article, beginning: str, label: str) -> None:
    labels = {decision.id: decision.label for decision in seed.decisions}
    assert [labels[number] for number in of(seed, beginning).about] == [label]


def test_claim_about_no_decision(seed: Article) -> None:
    assert of(seed, "Zelensky as ‘a leader").about == ()
    assert of(seed, "guarantees that NATO").about == ()


def test_faulty_break_cuts_no_sentence(seed: Article) -> None:
    facts = [" ".join(fact.text.split()) for fact in seed.facts]
    beginning = "The former secretary-general also addressed the role of U.S."
    assert not any(fact.startswith("President Joe Biden") for fact in facts)
    told = [" ".join(claim.text.split()) for claim in seed.claims] + facts
    assert any(beginning in text or "the role of U.S. … President Joe Biden" in text for text in told)


def straight(text: str) -> str:
    """With straight marks for the typographic ones, and straight apostrophes."""
    return re.sub(r"(?<!\w)‘|’(?!\w)", '"', text).replace("’", "'")


def doubled(text: str) -> str:
    """With double marks for single ones; apostrophes stay."""
    return re.sub(r"’(?!\w)", "”", text.replace("‘", "“"))


def one_a_line(text: str) -> str:
    """With no empty lines between the paragraphs."""
    return re.sub(r"\n+", "\n", text)


def windows(text: str) -> str:
    return text.replace("\n", "\r\n")


@pytest.mark.parametrize("change", [straight, doubled, one_a_line, windows])
def test_other_marks_and_layouts(seed: Article, change: Callable[[str], str]) -> None:
    article = parse(change(seed.text))
    assert found(article) == asked_for(change)
    labels = [(decision.label, decision.actor, decision.status) for decision in article.decisions]
    assert labels == [(decision.label, decision.actor, decision.status) for decision in seed.decisions]
    assert [claim.speaker for claim in article.claims if claim.is_quote] == [
        claim.speaker for claim in seed.claims if claim.is_quote
    ]


def test_ids_belong_to_the_article(seed: Article) -> None:
    again = parse(seed.text, title=seed.title)
    assert [claim.id for claim in again.claims] == [claim.id for claim in seed.claims]
    changed = parse(seed.text + ".", title=seed.title)
    assert not {claim.id for claim in changed.claims} & {claim.id for claim in seed.claims}
