"""What each command answers, as plain data: the documented shapes of JSON, and the rows of all other formats.

Positions are character offsets into the text of the article, end exclusive, unless a field says otherwise.
A field that has no value is null; no field is ever left out.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypedDict

from claimcli.model import Article, Claim, Decision, Fact, Span, Speaker

if TYPE_CHECKING:
    from claimcli.index import Check, Comparison, Difference, Hit, Shared

Offsets = Annotated[list[int], "start and end of a stretch of text: two character offsets, end exclusive"]
KindName = Literal["direct", "mixed", "indirect"]
StatusName = Literal["taken", "declined", "proposed"]
VerdictName = Literal["verbatim", "altered", "paraphrase", "not found"]
ChangeName = Literal["kept", "changed", "missing", "added"]
PlaceName = Literal["before", "here", "after"]
TypeName = Literal["person", "organization", "group", "document"]


class ArticleRecord(TypedDict):
    """The article that something stands in."""

    id: Annotated[str, "short hash of the article"]
    title: str | None
    source: Annotated[str | None, "file, URL or stream that it was read from"]
    published: Annotated[str | None, "date as the source gives it"]


class SpeakerRecord(TypedDict):
    """Whom a mention stands for."""

    name: Annotated[str, "the fullest name that the article gives"]
    role: Annotated[str | None, "title or office, as the article has it"]
    aliases: Annotated[list[str], "other words by which the article names the speaker"]
    type: TypeName


class PieceRecord(TypedDict):
    """Words of the article and where they stand."""

    text: str
    start: int
    end: int


class DecisionName(TypedDict):
    """A decision, in short."""

    id: str
    label: str


class ClaimRecord(TypedDict):
    """One attribution: what `claims` and `quotes` list."""

    id: Annotated[str, "short hash; `claimcli show` takes it or its beginning"]
    kind: Annotated[KindName, "how much stands in quotation marks: all, some, none"]
    text: Annotated[str, "the content, its spans joined by ' … '"]
    spans: list[Offsets]
    speaker: Annotated[SpeakerRecord | None, "null where the article does not tell who speaks"]
    mention: Annotated[PieceRecord | None, "the words beside the cue that name the speaker"]
    cue: Annotated[PieceRecord | None, "what marks the attribution: 'said', 'according to'"]
    via: Annotated[str | None, "name of the speaker through whom another's words come"]
    about: Annotated[list[DecisionName], "the decisions that the claim states, defends, attacks or explains"]
    paragraph: Annotated[int, "counts from 1"]
    confidence: Annotated[float, "0 to 1: how often the rules that made the claim are right"]
    because: Annotated[list[str], "the rules that made the claim, in the order in which they applied"]
    article: ArticleRecord


class HitRecord(ClaimRecord):
    """A claim that a search found, best first."""

    score: Annotated[float, "0 to 100"]
    matches: Annotated[list[Offsets], "matched words, as offsets into `text`"]
    article_matches: Annotated[list[Offsets], "matched words, as offsets into the article"]
    explain: Annotated[list[str], "how the score came about; empty without --explain"]


class AnswerRecord(TypedDict):
    """One of the queries of `search --queries`, and what it found."""

    query: Annotated[str, "as its line has it"]
    hits: Annotated[list[HitRecord], "best first; empty where nothing matches"]


class FactRecord(TypedDict):
    """A sentence in the article's own voice."""

    id: str
    text: str
    spans: list[Offsets]
    paragraph: Annotated[int, "counts from 1"]
    article: ArticleRecord


class Tally(TypedDict):
    """How many of the claims counted are one speaker's."""

    name: Annotated[str | None, "null for all claims of which the article does not tell who speaks"]
    claims: int


class DecisionRecord(TypedDict):
    """A choice about a course of action, and who speaks about it."""

    id: str
    label: Annotated[str, "a short noun phrase in the article's own words"]
    actor: Annotated[str | None, "name of who chooses"]
    action: Annotated[str, "the words that tell the choice"]
    status: StatusName
    when: Annotated[str | None, "date as the article has it"]
    evidence: PieceRecord
    because: Annotated[
        list[str], "the rules and words that tell it, a place each; the status is by the first"
    ]
    claims: Annotated[int, "claims about it"]
    quotes: Annotated[int, "those of them that are direct or mixed"]
    speakers: Annotated[list[Tally], "by whom, most first; null comes last"]
    article: ArticleRecord


class SpeakerRow(SpeakerRecord):
    """A speaker across all articles read, most claims first."""

    claims: int
    quotes: Annotated[int, "those of the claims that are direct or mixed"]
    articles: Annotated[int, "how many articles the speaker speaks in"]


class Cell(DecisionName):
    """A column of the matrix, and the number in it."""

    claims: int
    article: ArticleRecord


class MatrixRow(TypedDict):
    """A speaker, and for every decision how many of the speaker's claims are about it."""

    speaker: Annotated[
        SpeakerRecord | None, "null in the last row: claims of which the article does not tell who speaks"
    ]
    claims: Annotated[int, "all that are about any of the decisions; a claim about two counts once"]
    decisions: Annotated[list[Cell], "the same decisions in the same order in every row"]


class WordsRecord(TypedDict):
    """Words of the quotation or of the claim's `text`; offsets are into that text."""

    text: str
    start: int
    end: int


class DifferenceRecord(TypedDict):
    """A run of words with one fate."""

    change: Annotated[ChangeName, "missing: only the claim has them; added: only the quotation has them"]
    quote: WordsRecord | None
    claim: WordsRecord | None


class NegationRecord(TypedDict):
    """A word that turns the meaning, as "not" does, and stands on one side alone."""

    change: Annotated[
        Literal["missing", "added"], "missing: only the claim has it; added: only the quotation has it"
    ]
    text: str


class CheckRecord(TypedDict):
    """A quotation beside a claim near to it. The first record has the verdict on the quotation."""

    quote: Annotated[str, "as it was typed"]
    verdict: VerdictName
    score: Annotated[float, "0 to 100: how much of the quotation the claim has, in order"]
    same_speaker: Annotated[bool | None, "whether it is the speaker asked about; null when none was"]
    differences: Annotated[list[DifferenceRecord], "the whole of both texts, in order"]
    negations: Annotated[list[NegationRecord], "negations among the differences; empty where there is none"]
    denied: Annotated[
        str | None, "the cue of the claim, where the speaker denies, doubts or refuses the words by it"
    ]
    filtered_out: Annotated[int, "where it is not found: claims that have it, but that the filters leave out"]
    claim: Annotated[ClaimRecord | None, "null where no claim is near"]


class VariantDifference(TypedDict):
    """What became of a run of words between the first wording of a quotation and another one."""

    change: Annotated[ChangeName, "missing: only the first wording has them; added: only this one has them"]
    first: Annotated[WordsRecord | None, "in the `text` of the first variant"]
    here: Annotated[WordsRecord | None, "in the `text` of this one"]


class VariantRecord(TypedDict):
    """One wording of a shared quotation, and the claims that have it."""

    text: str
    differences: Annotated[
        list[VariantDifference], "in order, from where both begin to where either ends; empty for the first"
    ]
    claims: Annotated[list[ClaimRecord], "in the order of their articles"]


class SharedRecord(TypedDict):
    """A quotation that several articles carry."""

    articles: Annotated[int, "how many carry it"]
    variants: Annotated[list[VariantRecord], "that of most articles first, longer ones before shorter"]
    carried_by: list[ArticleRecord]
    missing: Annotated[int, "how many of the articles read do not carry it"]
    missing_from: Annotated[list[ArticleRecord] | None, "those, unless they are more than 100"]


class ParagraphRecord(PieceRecord):
    """A paragraph of the article."""

    number: Annotated[int, "counts from 1"]
    place: Annotated[PlaceName, "where it stands to what is shown"]


class ClaimPage(ClaimRecord):
    """A claim in its paragraph."""

    what: Literal["claim"]
    explain: Annotated[list[str], "why it is a claim, in words; empty without --explain"]
    paragraphs: list[ParagraphRecord]


class FactPage(FactRecord):
    """A fact in its paragraph."""

    what: Literal["fact"]
    paragraphs: list[ParagraphRecord]


class DecisionPage(DecisionRecord):
    """A decision in the paragraph of its evidence, with the claims about it."""

    what: Literal["decision"]
    explain: Annotated[list[str], "why it is a decision, in words; empty without --explain"]
    claims_about: list[ClaimRecord]
    paragraphs: list[ParagraphRecord]


class FactPart(TypedDict):
    """A fact, as part of its article."""

    id: str
    start: int
    end: int
    paragraph: Annotated[int, "counts from 1"]


class DecisionPart(TypedDict):
    """A decision, as part of its article."""

    id: str
    label: str
    actor: str | None
    action: str
    status: StatusName
    when: str | None
    start: Annotated[int, "of the evidence"]
    end: Annotated[int, "of the evidence"]
    because: Annotated[
        list[str], "the rules and words that tell it, a place each; the status is by the first"
    ]


class ArticleLine(TypedDict):
    """An article that `claimcli extract` has read; its claims are on the lines after it."""

    what: Literal["article"]
    id: Annotated[str, "short hash of the article"]
    title: str | None
    source: Annotated[str | None, "file, URL or stream that it was read from"]
    published: Annotated[str | None, "date as the source gives it"]
    text: Annotated[str, "all of it, exactly as it was read"]
    paragraphs: list[Offsets]
    decisions: list[DecisionPart]
    facts: list[FactPart]
    via: Annotated[list[SpeakerRecord], "speakers through whom claims come, one for each such claim in order"]


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
        "because": list(claim.because),
        "article": article_record(article),
    }


def denial(claim: Mapping[str, Any]) -> str | None:
    """The cue of a claim (as a record) by which its speaker denies, doubts or refuses the words: "does not believe".

    A sentence in quotation marks is the speaker's own, "“I took nothing,” she denied", and so is what follows
    "as": "dismissed it as “a stunt”".
    """
    if claim["cue"] is None or claim["kind"] == "direct" or claim["because"][:1] == ["cue-then-as"]:
        return None
    from claimcli.lexicon.denials import denies

    cue: str = claim["cue"]["text"]
    return cue if denies(cue) else None


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


def answer_record(query: str, hits: list[HitRecord]) -> AnswerRecord:
    return {"query": query, "hits": hits}


def check_record(
    check: "Check", comparison: "Comparison", article: Article, *, filtered_out: int = 0
) -> CheckRecord:
    claim = comparison.claim
    record = claim_record(article, claim)
    return {
        "quote": check.quote,
        "verdict": comparison.verdict.value,
        "score": round(comparison.score, 1),
        "same_speaker": comparison.same_speaker,
        "differences": [difference_record(check, claim, part) for part in comparison.differences],
        "negations": [negation_record(check, claim, part) for part in comparison.negations],
        "denied": denial(record),
        "filtered_out": filtered_out,
        "claim": record,
    }


def unfound_record(quote: str, *, filtered_out: int = 0) -> CheckRecord:
    """Where there is no claim to compare with."""
    return {
        "quote": quote,
        "verdict": "not found",
        "score": 0.0,
        "same_speaker": None,
        "differences": [],
        "negations": [],
        "denied": None,
        "filtered_out": filtered_out,
        "claim": None,
    }


def difference_record(check: "Check", claim: Claim, part: "Difference") -> DifferenceRecord:
    return {
        "change": part.change.value,
        "quote": _words_record(check.quote, part.quote),
        "claim": _words_record(claim.text, part.claim),
    }


def negation_record(check: "Check", claim: Claim, part: "Difference") -> NegationRecord:
    if part.quote is not None:
        return {"change": "added", "text": check.quote[slice(*part.quote)]}
    return {"change": "missing", "text": claim.text[slice(*part.claim)] if part.claim else ""}


def _words_record(text: str, span: Span | None) -> WordsRecord | None:
    if span is None:
        return None
    return {"text": text[span.start : span.end], "start": span.start, "end": span.end}


MOST_MISSING = 100  # articles that do not carry a quotation; of an archive there would be too many to list


def shared_record(articles: Mapping[str, Article], shared: "Shared") -> SharedRecord:
    first = shared.variants[0].claims[0]
    missing = len(shared.among) - len(shared.carried_by)
    return {
        "articles": len(shared.carried_by),
        "variants": [
            {
                "text": variant.claims[0].text,
                "differences": [
                    {
                        "change": part.change.value,
                        "first": _words_record(first.text, part.claim),
                        "here": _words_record(variant.claims[0].text, part.quote),
                    }
                    for part in variant.differences
                ],
                "claims": [claim_record(articles[claim.article], claim) for claim in variant.claims],
            }
            for variant in shared.variants
        ],
        "carried_by": [article_record(articles[key]) for key in shared.carried_by],
        "missing": missing,
        "missing_from": None
        if missing > MOST_MISSING
        else [article_record(articles[key]) for key in shared.missing_from],
    }


def speaker_row(speaker: Speaker, claims: int, quotes: int, articles: int) -> SpeakerRow:
    return {**speaker_record(speaker), "claims": claims, "quotes": quotes, "articles": articles}


def matrix_cell(article: Article, decision: Decision, claims: int) -> Cell:
    return {
        "id": decision.id,
        "label": decision.label,
        "claims": claims,
        "article": article_record(article),
    }


def matrix_row(speaker: Speaker | None, cells: list[Cell], claims: int) -> MatrixRow:
    return {"speaker": speaker_record(speaker) if speaker else None, "claims": claims, "decisions": cells}


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
    return [*map(_by_example, claim.because), f"confidence {claim.confidence:.2f}"]


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
