"""When two names are one speaker's, and the speakers that people annotated."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks.naming import read_names, same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Berg", "Ann Berg"),
        ("Ann Berg", "Berg"),
        ("Mr. Berg", "Tom Berg"),
        ("the union’s members", "union members"),
        ("U.S. officials", "US officials"),
        ("mayor of Lund", "mayor"),
        ("Ann Berg and Tom Reed", "Tom Reed and Berg"),
        ("the president", "president"),
        (None, None),
        ("", None),
    ],
)
def test_names_that_are_one_speakers(one: str | None, other: str | None) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Berg", "Tom Berg"),
        ("Ann Berg", "Berg campaign"),
        ("Ann Berg", "mayor of Lund"),
        ("mayor of Lund", "Lund"),
        ("Ann Berg and Tom Reed", "Ann Berg"),
        ("Ann Berg and Tom Reed", "Ann Berg and Cy Eng"),
        ("Ann Berg", None),
    ],
)
def test_names_that_are_not(one: str | None, other: str | None) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)


def test_the_first_folder_that_has_an_article_counts(tmp_path: Path) -> None:
    for folder, article, name in (("a", "quay", "Ann"), ("b", "quay", "Bo"), ("b", "mill", None)):
        (tmp_path / folder).mkdir(exist_ok=True)
        row = {"speakers": {"E1": name}, "decisions": []}
        (tmp_path / folder / f"{article}.json").write_text(json.dumps(row), encoding="utf-8")
    found = read_names([tmp_path / "a", tmp_path / "b"])
    assert found == {"quay": {"E1": "Ann"}, "mill": {"E1": None}}


@pytest.mark.parametrize("text", ["[]", '{"people": {}}', '{"speakers": ["Ann"]}', "{"])
def test_a_file_of_another_shape_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "quay.json").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"quay\.json"):
        read_names([tmp_path])
