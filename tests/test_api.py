"""What ``import claimcli`` gives a program."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import FrozenInstanceError, fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import claimcli
from claimcli import (
    Article,
    Claim,
    Decision,
    Fact,
    Kind,
    Span,
    Speaker,
    SpeakerType,
    Status,
    documents,
    extract,
    extract_to,
    load,
    parse,
    search,
)
from claimcli.output.schema import schema

TEXT = "The council declined to sell the pier. “We like it,” said Ada Reed, the mayor. “It stays.”"


def test_everything_named_is_there() -> None:
    for name in claimcli.__all__:
        assert getattr(claimcli, name) is not None
        assert name in dir(claimcli)
    with pytest.raises(AttributeError, match="nothing"):
        _ = claimcli.nothing


def test_parse_gives_an_article() -> None:
    article = parse(TEXT, title="Pier", source="pier.txt", published="2026-05-04")
    assert (article.title, article.source, article.published) == ("Pier", "pier.txt", "2026-05-04")
    assert article.text is TEXT
    assert article.paragraphs == (Span(0, len(TEXT)),)
    claim = article.claims[-1]
    assert claim.kind is Kind.DIRECT
    assert claim.is_quote
    assert claim.text == "“We like it,” … “It stays.”"
    assert claim.speaker is not None
    assert claim.speaker.name == "Ada Reed"
    assert claim.speaker in article.speakers
    assert claim.speaker.type is SpeakerType.PERSON
    assert [decision.status for decision in article.decisions] == [Status.DECLINED]


@pytest.mark.parametrize("kind", [Article, Claim, Decision, Fact, Speaker])
def test_the_model_does_not_change(kind: type) -> None:
    assert is_dataclass(kind)
    assert hasattr(kind, "__slots__")
    article = parse(TEXT)
    for thing in (article, article.claims[0], article.decisions[0], article.speakers[0]):
        with pytest.raises(FrozenInstanceError):
            setattr(thing, fields(thing)[0].name, "other")


def test_kinds_and_statuses_are_their_words() -> None:
    assert [str(kind) for kind in Kind] == ["direct", "mixed", "indirect"]
    assert [str(status) for status in Status] == ["taken", "declined", "proposed"]
    assert [str(kind) for kind in SpeakerType] == ["person", "organization", "group", "document"]


def test_articles_compare_and_hash_by_value() -> None:
    assert parse(TEXT) == parse(TEXT)
    assert len({parse(TEXT), parse(TEXT), parse(TEXT + "!")}) == 2


def test_load_reads_files(tmp_path: Path) -> None:
    path = tmp_path / "pier.txt"
    path.write_text(TEXT, encoding="utf-8")
    (article,) = load(path)
    assert [claim.text for claim in article.claims] == [claim.text for claim in parse(TEXT).claims]


def test_sources_are_named_alike_everywhere(tmp_path: Path) -> None:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_text(f"{TEXT} {path.name}", encoding="utf-8")
    both = list(load(str(paths[0]), str(paths[1])))
    assert [article.source for article in both] == list(map(str, paths))
    for ways in ((paths,), (map(str, paths),), (paths[0], [paths[1]])):
        assert list(load(*ways)) == both
    assert [text.source for text in documents(paths)] == list(map(str, paths))
    assert list(extract(paths, workers=1)) == both
    assert list(extract([], workers=1)) == []
    extract_to(str(tmp_path / "out.jsonl"), str(paths[0]), workers=1)
    assert [article.source for article in load(tmp_path / "out.jsonl")] == [str(paths[0])]
    assert list(extract(paths[0], workers=1)) == list(load(paths[0])) == both[:1]


def test_what_is_found_as_the_documented_json() -> None:
    article = parse("The pier opened in 1911. " + TEXT, source="pier.txt")
    for command, things in (
        ("claims", article.claims),
        ("decisions", article.decisions),
        ("facts", article.facts),
    ):
        assert things
        made = json.loads(json.dumps([thing.to_dict(article) for thing in things]))
        Draft202012Validator(schema(command)).validate(made)
        assert [each["id"] for each in made] == [thing.id for thing in things]


def test_what_belongs_to_another_article_is_refused() -> None:
    article, another = parse("The pier opened in 1911. " + TEXT), parse("It rained.")
    for thing in (article.claims[0], article.decisions[0], article.facts[0]):
        with pytest.raises(ValueError, match=f"{another.id}.*give the one that it stands in"):
            thing.to_dict(another)


@pytest.mark.parametrize("wrong", [None, b"It rained.", 5])
def test_what_is_no_text_and_no_source_is_a_type_error(wrong: Any) -> None:
    with pytest.raises(TypeError, match=f"not {type(wrong).__name__}"):
        parse(wrong)
    if wrong != b"It rained.":
        with pytest.raises(TypeError, match=f"not {type(wrong).__name__}"):
            load(wrong)


def test_search_ranks_claims() -> None:
    article = parse(TEXT)
    hits = search(article.claims, "it stays")
    assert next(hit.claim for hit in hits) == article.claims[-1]


def test_importing_costs_no_parser() -> None:
    code = "import sys, claimcli; print(*[m for m in sys.modules if m.startswith('claimcli')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert sorted(done.stdout.split()) == ["claimcli", "claimcli.model"]
