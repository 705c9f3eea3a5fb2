"""An article made by hand, so that what is written does not depend on what is found."""

from __future__ import annotations

from claimcli.model import Article, Claim, Decision, Fact, Kind, Span, Speaker, Status

DECISION = Decision(
    "d0d0d0d0", "bridge toll", "the city", "drop the bridge toll", Status.DECLINED, "2019", Span(0, 30)
)


def article(
    content: str,
    *,
    name: str = "Ada Berg",
    role: str | None = "mayor",
    title: str | None = "Toll Stays",
    source: str | None = "toll.txt",
) -> Article:
    """Three paragraphs, the second ``content`` and who said it; one claim, one decision, one fact."""
    before, after = "The city kept its bridge toll.", "The bridge is long."
    text = f"{before}\n{content} said {name}\n{after}"
    start = len(before) + 1
    spoken = Span(start, start + len(content))
    cue = Span(spoken.end + 1, spoken.end + 5)
    mention = Span(cue.end + 1, cue.end + 1 + len(name))
    claim = Claim(
        id="c1a1c1a1c1a1c1a1",
        kind=Kind.DIRECT,
        text=text[spoken.start : spoken.end],
        spans=(spoken,),
        speaker=Speaker(name, role, ("Berg",)),
        mention=mention,
        cue=cue,
        via=None,
        about=(DECISION.id,),
        paragraph=2,
        confidence=0.9,
        because=("quote-then-cue",),
        article="a0a0",
    )
    last = Span(mention.end + 1, len(text))
    return Article(
        id="a0a0",
        title=title,
        source=source,
        published=None,
        text=text,
        paragraphs=(Span(0, len(before)), Span(start, mention.end), last),
        claims=(claim,),
        decisions=(DECISION,),
        speakers=(claim.speaker,) if claim.speaker else (),
        facts=(Fact("f0f0f0f0", after, last, 3, "a0a0"),),
    )
