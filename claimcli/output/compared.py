"""Quotations beside claims as records: what ``check`` and ``compare`` answer."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from claimcli.model import Article, Claim, Span
from claimcli.output.in_context import paragraph_records
from claimcli.output.records import article_record, claim_record, piece_record
from claimcli.output.shapes import (
    CheckedRecord,
    CheckRecord,
    DifferenceRecord,
    NamedRecord,
    NegationRecord,
    SharedRecord,
    StandingRecord,
    Tally,
    WordsRecord,
)

if TYPE_CHECKING:
    from claimcli.index import Check, Comparison, Difference, Shared
    from claimcli.index.named import Named
    from claimcli.index.standing import Standing


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


def check_record(
    check: "Check",
    comparison: "Comparison",
    article: Article,
    *,
    filtered_out: int = 0,
    asked: list[Tally] | None = None,
) -> CheckRecord:
    claim = comparison.claim
    record = claim_record(article, claim)
    denied = denial(record)
    return {
        "quote": check.quote,
        "verdict": comparison.verdict.value,
        "exact": _is_exact(check, comparison) and denied is None,
        "score": round(comparison.score, 1),
        "same_speaker": comparison.same_speaker,
        "named": _named_record(article, comparison.named),
        "differences": [difference_record(check, claim, part) for part in comparison.differences],
        "negations": [negation_record(check, claim, part) for part in comparison.negations],
        "quoted": comparison.quoted.value,
        "quoted_words": [_words(claim.text, span) for span in comparison.quoted_spans],
        "denied": denied,
        "taken_back": comparison.taken_back,
        "numbers": [difference_record(check, claim, part) for part in comparison.numbers],
        "invented": [_words(check.quote, part.quote) for part in comparison.invented if part.quote],
        "too_short": check.too_short,
        "asked": asked,
        "filtered_out": filtered_out,
        "in_articles": _standing_records(check, filtered_out),
        "claim": record,
    }


def _is_exact(check: "Check", near: "Comparison") -> bool:
    """Whether a quotation may be printed so, as far as words tell: verbatim, and nothing to beware of."""
    beware = near.negations or near.numbers or near.invented or near.taken_back or check.too_short
    in_marks = near.verdict == "verbatim" and near.quoted == "all"
    return in_marks and near.same_speaker is not False and not beware


def unfound_record(check: "Check", *, filtered_out: int = 0, asked: list[Tally] | None = None) -> CheckRecord:
    """Where there is no claim to compare with."""
    return {
        "quote": check.quote,
        "verdict": "not found",
        "exact": False,
        "score": 0.0,
        "same_speaker": None,
        "named": None,
        "differences": [],
        "negations": [],
        "quoted": "none",
        "quoted_words": [],
        "denied": None,
        "taken_back": None,
        "numbers": [],
        "invented": [],
        "too_short": check.too_short,
        "asked": asked,
        "filtered_out": filtered_out,
        "in_articles": _standing_records(check, filtered_out),
        "claim": None,
    }


def checked_record(quote: str, nearest: list[CheckRecord], error: str | None = None) -> CheckedRecord:
    """One quotation of many: the first of ``nearest`` has the verdict; where there is none, nothing could be read."""
    if not nearest and error is None:
        error = "no source could be read"
    return {
        "quote": quote,
        "verdict": nearest[0]["verdict"] if nearest else None,
        "nearest": nearest,
        "error": error,
    }


def _named_record(article: Article, named: "Named | None") -> NamedRecord | None:
    if named is None:
        return None
    return {**piece_record(article, named.span), "paragraph": named.paragraph, "speaks": named.speaks}


def _standing_records(check: "Check", filtered_out: int) -> list[StandingRecord]:
    """Where articles have the words; nothing where a claim has them that the filters leave out."""
    return [] if filtered_out else [_standing_record(found) for found in check.in_articles]


def _standing_record(found: "Standing") -> StandingRecord:
    around = paragraph_records(found.article, [found.span])
    return {
        **piece_record(found.article, found.span),
        "quoted": found.quoted.value,
        "paragraphs": [paragraph for paragraph in around if paragraph["place"] == "here"],
        "article": article_record(found.article),
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
    return None if span is None else _words(text, span)


def _words(text: str, span: Span) -> WordsRecord:
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
