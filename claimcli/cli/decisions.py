"""``claimcli decisions``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from claimcli.cli.options import (
    STATUSES,
    About,
    DateField,
    IdField,
    Json,
    Kinds,
    Limit,
    MinConfidence,
    Output,
    Sources,
    Speakers,
    Statuses,
    Strict,
    TextField,
    TitleField,
    Via,
)
from claimcli.cli.run import Reading, answer, query_of
from claimcli.output.records import decision_record
from claimcli.output.shapes import DecisionRecord
from claimcli.query import Selection
from claimcli.sources import Fields


def decisions(
    sources: Sources = None,
    speaker: Speakers = None,
    about: About = None,
    kind: Kinds = None,
    status: Statuses = None,
    via: Via = None,
    min_confidence: MinConfidence = 0.0,
    limit: Limit = None,
    text_field: TextField = None,
    title_field: TitleField = None,
    date_field: DateField = None,
    id_field: IdField = None,
    strict: Strict = False,
    output: Output = None,
    json: Json = False,
) -> int:
    """What was decided, by whom and when, and who speaks about it.

    Article by article, those first that it makes most of: that it tells early, plainly and by name, and that
    most is said about.

    With --speaker, --kind, --via or --min-confidence only the claims that pass are counted, and only
    decisions that some of them are about are listed.

    \b
    Examples:
      claimcli decisions
      claimcli decisions --about "no-fly" --status declined
    """
    query = query_of(speaker, about, kind, via, min_confidence)
    fields = Fields(text_field, title_field, date_field, id_field)
    reading = Reading(sources, query, fields=fields, strict=strict)
    counts_claims = bool(speaker or kind or via or min_confidence)
    records = _rows(query.run(reading), reading, status or STATUSES, counts_claims)
    return answer("decisions", islice(records, limit), reading, output=output, json=json)


def _rows(
    selections: Iterable[Selection], reading: Reading, wanted: Collection[str], counts_claims: bool
) -> Iterator[DecisionRecord]:
    """The decisions of these statuses, those with claims if these are counted; where there is none, a hint."""
    others: Counter[str] = Counter()
    none = True
    for article, claims, decisions in selections:
        for decision in decisions:
            row = decision_record(article, decision, claims)
            if counts_claims and not row["claims"]:
                continue
            if decision.status in wanted:
                none = False
                yield row
            else:
                others[decision.status] += 1
    if none and others:
        there = ", ".join(f"{count} {status}" for status, count in others.most_common())
        reading.hints.append(f"decisions here: {there}")
