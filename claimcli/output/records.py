"""Articles, claims, decisions, facts and speakers as records, which all formats write."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from claimcli.model import Article, Claim, Decision, Fact, Span, Speaker
from claimcli.output.shapes import (
    AnswerRecord,
    ArticleLine,
    ArticleRecord,
    Cell,
    ClaimRecord,
    DecisionPart,
    DecisionRecord,
    FactRecord,
    HitRecord,
    MatrixRow,
    PieceRecord,
    SpeakerRecord,
    SpeakerRow,
)

if TYPE_CHECKING:
    from claimcli.index import Hit
    from claimcli.register import Entry


def article_record(article: Article) -> ArticleRecord:
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "published": article.published,
    }


def speaker_record(speaker: Speaker) -> SpeakerRecord:
    return {
        "name": speaker.name,
        "role": speaker.role,
        "aliases": list(speaker.aliases),
        "type": speaker.type.value,
    }


def piece_record(article: Article, span: Span) -> PieceRecord:
    return {"text": article.text[span.start : span.end], "start": span.start, "end": span.end}


def offsets(spans: Iterable[Span]) -> list[list[int]]:
    return [[start, end] for start, end in spans]


def claim_record(article: Article, claim: Claim) -> ClaimRecord:
    labels = {decision.id: decision.label for decision in article.decisions}
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "text": claim.text,
        "spans": offsets(claim.spans),
        "speaker": speaker_record(claim.speaker) if claim.speaker else None,
        "mention": piece_record(article, claim.mention) if claim.mention else None,
        "cue": piece_record(article, claim.cue) if claim.cue else None,
        "via": claim.via.name if claim.via else None,
        "about": [{"id": decision, "label": labels[decision]} for decision in claim.about],
        "paragraph": claim.paragraph,
        "confidence": claim.confidence,
        "speaker_confidence": claim.speaker_confidence,
        "because": list(claim.because),
        "article": article_record(article),
    }


def fact_record(article: Article, fact: Fact) -> FactRecord:
    return {
        "id": fact.id,
        "text": fact.text,
        "spans": offsets([fact.span]),
        "paragraph": fact.paragraph,
        "article": article_record(article),
    }


def decision_record(article: Article, decision: Decision, claims: Iterable[Claim]) -> DecisionRecord:
    """``claims`` are those to count; only the ones about ``decision`` are."""
    about = [claim for claim in claims if decision.id in claim.about]
    tally = Counter(claim.speaker.name if claim.speaker else None for claim in about)
    return {
        "id": decision.id,
        "label": decision.label,
        "actor": decision.actor,
        "action": decision.action,
        "status": decision.status.value,
        "when": decision.when,
        "evidence": piece_record(article, decision.evidence),
        "because": list(decision.because),
        "claims": len(about),
        "quotes": sum(claim.is_quote for claim in about),
        "speakers": [
            {"name": name, "claims": count}
            for name, count in sorted(tally.items(), key=lambda row: (row[0] is None, -row[1]))
        ],
        "article": article_record(article),
    }


def hit_record(article: Article, hit: "Hit", *, explain: bool = False) -> HitRecord:
    return {
        **claim_record(article, hit.claim),
        "score": round(hit.score, 1),
        "matches": offsets(hit.spans),
        "article_matches": offsets(hit.article_spans),
        "explain": list(hit.explain) if explain else [],
    }


def answer_record(query: str, hits: list[HitRecord], error: str | None = None) -> AnswerRecord:
    return {"query": query, "hits": hits, "error": error}


def speaker_row(entry: "Entry") -> SpeakerRow:
    roles = entry.roles
    return {
        **speaker_record(entry.speaker),
        "role": roles[0] if roles else None,
        "roles": roles,
        "claims": len(entry.claims),
        "quotes": entry.quotes,
        "articles": entry.articles,
    }


def matrix_cell(article: Article, decision: Decision, claims: int) -> Cell:
    return {
        "id": decision.id,
        "label": decision.label,
        "claims": claims,
        "article": article_record(article),
    }


def matrix_row(speaker: Speaker | None, cells: list[Cell], claims: int) -> MatrixRow:
    return {"speaker": speaker_record(speaker) if speaker else None, "claims": claims, "decisions": cells}


def article_line(article: Article) -> ArticleLine:
    """All of an article but its claims."""
    return {
        "what": "article",
        **article_record(article),
        "text": article.text,
        "paragraphs": offsets(article.paragraphs),
        "decisions": [decision_part(decision) for decision in article.decisions],
        "facts": [
            {"id": fact.id, "start": fact.span.start, "end": fact.span.end, "paragraph": fact.paragraph}
            for fact in article.facts
        ],
        "via": [speaker_record(claim.via) for claim in article.claims if claim.via],
    }


def decision_part(decision: Decision) -> DecisionPart:
    return {
        "id": decision.id,
        "label": decision.label,
        "actor": decision.actor,
        "action": decision.action,
        "status": decision.status.value,
        "when": decision.when,
        "start": decision.evidence.start,
        "end": decision.evidence.end,
        "because": list(decision.because),
    }
