"""The word lists: that each can be read, says what it means, and that words have their forms."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from claimcli import lexicon
from claimcli.lexicon import (
    ABBREVIATIONS,
    CAPITAL,
    CLAUSE,
    CUE,
    CUE_NOUN,
    CUE_NOUNS,
    CUE_PHRASES,
    CUE_VERBS,
    DETERMINER,
    INFINITIVE,
    NUMBER,
    PLURAL,
    PRONOUN,
    SPEECH,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    VERB_S,
    WORD,
    inflect,
)
from claimcli.lexicon.lists import entries
from claimcli.lexicon.look_up import look_up

FOLDER = Path(lexicon.__file__).parent
LISTS = [path for path in sorted(FOLDER.glob("*.txt")) if path.name != "rule_examples.txt"]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_a_list_opens_with_what_it_is_and_is_lower_case(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    for line in lines:
        words = line.partition("#")[0].partition(":")[2].split()
        assert words == [word.lower() for word in words], line


@pytest.mark.parametrize("name", ["cue_verbs.txt", "cue_nouns.txt", "cue_adjectives.txt"])
def test_no_word_stands_twice_in_a_line(name: str) -> None:
    for kind, words in entries(name):
        twice = [word for word, count in Counter(words).items() if count > 1]
        assert not twice, f"{kind}: {twice}"


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("argue", ["argue", "argues", "argued", "argued", "arguing"]),
        ("deny", ["deny", "denies", "denied", "denied", "denying"]),
        ("say", ["say", "says", "said", "said", "saying"]),
        ("stress", ["stress", "stresses", "stressed", "stressed", "stressing"]),
        ("admit", ["admit", "admits", "admitted", "admitted", "admitting"]),
        ("ban", ["ban", "bans", "banned", "banned", "banning"]),
        ("scrap", ["scrap", "scraps", "scrapped", "scrapped", "scrapping"]),
        ("equip", ["equip", "equips", "equipped", "equipped", "equipping"]),
        ("veto", ["veto", "vetoes", "vetoed", "vetoed", "vetoing"]),
        ("fix", ["fix", "fixes", "fixed", "fixed", "fixing"]),
        ("need", ["need", "needs", "needed", "needed", "needing"]),
        ("agree", ["agree", "agrees", "agreed", "agreed", "agreeing"]),
        ("tie", ["tie", "ties", "tied", "tied", "tying"]),
        ("write", ["write", "writes", "wrote", "written", "writing"]),
    ],
)
def test_forms_of_a_verb(lemma: str, expected: list[str]) -> None:
    assert list(inflect(lemma)) == expected


@pytest.mark.parametrize("kind", ["panic", "mimic"])
def test_verbs_in_ic_take_a_k(kind: str) -> None:
    assert f"{kind}ked" in inflect(kind)
    assert f"{kind}king" in inflect(kind)


def test_verbs_in_l_have_their_british_forms_as_well() -> None:
    assert {"canceled", "cancelled", "canceling", "cancelling"} <= set(inflect("cancel"))
    assert "repealled" not in inflect("repeal")


@pytest.mark.parametrize(
    ("word", "has"),
    [
        ("said", CUE | SPEECH | VERB_PAST | VERB_PARTICIPLE),
        ("says", CUE | VERB_S),
        ("Arguing", CUE | VERB_ING | CAPITAL),
        ("claims", CUE_NOUN | VERB_S),
        ("the", DETERMINER | WORD),
        ("Everybody", PRONOUN),
        ("2022", NUMBER | WORD),
        ("zugzwanged", VERB_PAST | VERB_PARTICIPLE),
        ("didn’t", WORD),
        ("didn't", WORD),
    ],
)
def test_what_is_known_of_a_word(word: str, has: int) -> None:
    (tag,) = look_up([word])[2]
    assert tag & has == has


@pytest.mark.parametrize("word", "bakers Bakers claims men Rabbis comics days".split())
def test_plurals(word: str) -> None:
    assert look_up([word])[2][0] & PLURAL


@pytest.mark.parametrize(
    "word", "baker press Politics news campus crisis his always was denies ’s Marr’s".split()
)
def test_what_ends_as_plurals_do(word: str) -> None:
    assert not look_up([word])[2][0] & PLURAL


@pytest.mark.parametrize("mark", [".", ",", "“", "(", "—", "😀", "\x00", "\ud800"])
def test_marks_are_no_words(mark: str) -> None:
    assert look_up([mark])[2] == [0]


def test_what_may_follow_a_verb() -> None:
    assert CUE_VERBS["vowed"].lemma == "vow"
    assert CUE_VERBS["vowed"].bits & INFINITIVE
    assert CUE_VERBS["said"].bits & CLAUSE
    assert not CUE_VERBS["praised"].bits & CLAUSE
    assert "for" in CUE_VERBS["calling"].particles
    assert "that" in CUE_NOUNS["claims"].particles
    assert CUE_PHRASES["takes"]


def test_every_cue_has_something_that_may_follow_it() -> None:
    for frames in {id(frames): frames for frames in [*CUE_VERBS.values(), *CUE_NOUNS.values()]}.values():
        assert frames.bits or frames.particles, frames.lemma


def test_base_forms_are_known_as_such() -> None:
    for lemma in {frames.lemma for frames in CUE_VERBS.values() if frames.lemma.isalpha()}:
        assert look_up([lemma])[2][0] & VERB_BASE, lemma


def test_abbreviations_have_no_stop() -> None:
    assert not [word for word in ABBREVIATIONS if not word.replace("-", "").isalpha()]
