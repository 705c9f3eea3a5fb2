"""What ``show`` answers: a claim, a fact or a decision in its paragraphs, and why it is one."""

from collections.abc import Iterable

from claimcli.model import Article, Claim, Decision, Fact, Span
from claimcli.output.records import claim_record, decision_record, fact_record, piece_record
from claimcli.output.shapes import ClaimPage, DecisionPage, FactPage, ParagraphRecord, PlaceName


def paragraph_records(article: Article, spans: Iterable[Span]) -> list[ParagraphRecord]:
    """The paragraphs that ``spans`` touch, and those beside them."""
    spans = list(spans)
    here = [
        number
        for number, paragraph in enumerate(article.paragraphs, 1)
        if any(span.start < paragraph.end and paragraph.start < span.end for span in spans)
    ]
    rows: list[ParagraphRecord] = []
    for number, paragraph in enumerate(article.paragraphs, 1):
        if here and here[0] - 1 <= number <= here[-1] + 1:
            place: PlaceName = "before" if number < here[0] else "after" if number > here[-1] else "here"
            rows.append({**piece_record(article, paragraph), "number": number, "place": place})
    return rows


def claim_page(article: Article, claim: Claim, *, explain: bool = False) -> ClaimPage:
    beside = [span for span in (claim.cue, claim.mention) if span]
    return {
        **claim_record(article, claim),
        "what": "claim",
        "explain": _why(claim) if explain else [],
        "paragraphs": paragraph_records(article, [*claim.spans, *beside]),
    }


def _why(claim: Claim) -> list[str]:
    """The rules that made a claim, in their order, with an example of what each reads, and how far to trust them."""
    sure = f"confidence {claim.confidence:.2f}"
    if claim.speaker_confidence is not None:
        sure += f", of the speaker {claim.speaker_confidence:.2f}"
    return [*map(_by_example, claim.because), sure]


def _why_decided(decision: Decision) -> list[str]:
    """The places that tell a decision, each by its rule, with an example of what that reads, and its words."""
    told = [
        (_by_example(rule), words) for rule, _, words in (line.partition(": ") for line in decision.because)
    ]
    lines = [f"{rule}: {words}" for rule, words in told]
    return [f"{lines[0]}, which gives the status", *lines[1:]] if len(lines) > 1 else lines


def _by_example(rule: str) -> str:
    from claimcli.parser.explain import example_of

    return f"{rule} (as in: {example})" if (example := example_of(rule)) else rule


def fact_page(article: Article, fact: Fact) -> FactPage:
    return {
        **fact_record(article, fact),
        "what": "fact",
        "paragraphs": paragraph_records(article, [fact.span]),
    }


def decision_page(article: Article, decision: Decision, *, explain: bool = False) -> DecisionPage:
    about = [claim_record(article, claim) for claim in article.claims if decision.id in claim.about]
    return {
        **decision_record(article, decision, article.claims),
        "what": "decision",
        "explain": _why_decided(decision) if explain else [],
        "claims_about": about,
        "paragraphs": paragraph_records(article, [decision.evidence]),
    }
