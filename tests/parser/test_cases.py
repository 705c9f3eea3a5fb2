"""Sentences and the claims in them. The readable cases are in ``cases/``; its README tells how to add one."""

from __future__ import annotations

import re

import pytest

from claimcli import Article, Claim, parse
from claimcli.model import Span
from claimcli.parser.confidence import ANY, TABLE
from tests.parser.case_files import CASES, Case, read

_RULE_AT_END = re.compile(r"\(([a-z]+(?:-[a-z]+)*)\)$")
ALL = [(file.stem, case) for file in sorted(CASES.glob("*.txt")) for case in read(file)]


def rule_of(case: Case) -> str | None:
    """The rule that must have made a claim of a case, where its title names one."""
    rule = _RULE_AT_END.search(case.title)
    return rule.group(1) if rule else None


def told(article: Article, claim: Claim) -> str:
    """A claim as the cases write it."""

    def words(span: Span | None) -> str:
        return " ".join(article.text[slice(*span)].split()) if span else "-"

    carried_over = f"({claim.speaker.name})" if claim.speaker and not claim.mention else "-"
    mention = words(claim.mention) if claim.mention else carried_over
    parts = [claim.kind, mention, words(claim.cue), claim.text]
    return " | ".join(parts + ([f"via {claim.via.name}"] if claim.via else []))


@pytest.mark.parametrize(("file", "case"), ALL, ids=[f"{file}: {case.title}" for file, case in ALL])
def test_claims_of(file: str, case: Case) -> None:
    article = parse(case.text)
    claims = [told(article, claim) for claim in article.claims]
    assert (claims or ["nothing"]) == case.expected, file
    rule = rule_of(case)
    if rule:
        assert rule in [claim.because[0] for claim in article.claims]


def test_page_stored_as_one_line() -> None:
    """What only holds a quotation goes on with the one before it within a paragraph, not within a whole page."""
    text = "“The pier is safe,” Reed said. The inn leaks “in each of its many dark rooms.”"
    page = text + " The pier is old." * 150
    assert [len(parse(each).claims[0].spans) for each in (text, page)] == [2, 1]


def test_titles_differ() -> None:
    titles = [(file, case.title) for file, case in ALL]
    assert len(set(titles)) == len(titles)


def test_each_rule_has_a_case() -> None:
    rows = [line.split("\t")[0] for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    assert set(rows[1:]) - {ANY} <= {rule_of(case) for _, case in ALL}
