"""The documented shapes, and that records have them."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from claimcli.output.schema import SHAPES, schema
from tests.output.made import article
from tests.output.test_formats import records_of


@pytest.mark.parametrize("command", SHAPES)
def test_every_schema_is_one(command: str) -> None:
    Draft202012Validator.check_schema(schema(command))


def test_records_have_the_shape_of_their_command_and_its_order() -> None:
    for command, record in records_of(article("“Ja”")):
        Draft202012Validator(schema(command)).validate([record])


def test_a_field_too_few_or_too_many_is_told() -> None:
    command, record = records_of(article("“Ja”"))[0]
    validator = Draft202012Validator(schema(command))
    assert not validator.is_valid([{**record, "mood": "calm"}])
    assert not validator.is_valid([{name: value for name, value in record.items() if name != "text"}])
    assert not validator.is_valid([{**record, "spans": [[1]]}])
