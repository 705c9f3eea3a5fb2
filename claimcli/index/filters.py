"""The filters of a query: which claims may be hits at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from claimcli.index.names import match_names
from claimcli.index.query import Query
from claimcli.model import Article, Claim


def make_filter(
    asked: Query, claims: Sequence[Claim], articles: Mapping[str, Article]
) -> Callable[[Claim], bool]:
    """Whether a claim has a speaker, a decision and a kind that the query asks for."""
    if not asked.has_filters:
        return lambda _: True
    speakers = _speakers(asked.speaker, claims)
    decisions = _decisions(asked.about, claims, articles)

    def passes(claim: Claim) -> bool:
        return (
            (not asked.speaker or (claim.speaker is not None and claim.speaker.name in speakers))
            and (not asked.about or not decisions.isdisjoint(claim.about))
            and (not asked.kind or claim.kind in asked.kind or (claim.is_quote and "quote" in asked.kind))
        )

    return passes


def _speakers(typed: Sequence[str], claims: Sequence[Claim]) -> set[str]:
    """Names of the speakers that ``typed`` may mean, by name or alias."""
    if not typed:
        return set()
    names: dict[str, set[str]] = {}
    for claim in claims:
        if claim.speaker:
            for name in (claim.speaker.name, *claim.speaker.aliases):
                names.setdefault(name, set()).add(claim.speaker.name)
    return {speaker for wanted in typed for name in match_names(wanted, names) for speaker in names[name]}


def _decisions(typed: Sequence[str], claims: Sequence[Claim], articles: Mapping[str, Article]) -> set[str]:
    """Ids of the decisions that ``typed`` may mean, by the beginning of the id or by the label."""
    if not typed:
        return set()
    ids = {decision for claim in claims for decision in claim.about}
    labels: dict[str, set[str]] = {}
    for article in articles.values():
        for decision in article.decisions:
            labels.setdefault(decision.label, set()).add(decision.id)
    by_id = {known for known in ids for wanted in typed if known.startswith(wanted)}
    return by_id.union(*(labels[label] for wanted in typed for label in match_names(wanted, labels)))
