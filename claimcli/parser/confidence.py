"""How often the rule that made a claim is right, and the one that named its speaker, as measured on annotated articles.

The figures stand in ``rule_precision.tsv`` and ``naming_precision.tsv`` beside this file, whose heads tell the
corpus, the date, what counts as right, and the command that measures them anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from claimcli.model import Kind, SpeakerType

TABLE: Final = Path(__file__).with_name("rule_precision.tsv")
NAMING_TABLE: Final = Path(__file__).with_name("naming_precision.tsv")
ANY: Final = "*"
"""The rule and the kind, or type, of the row for claims of every rule."""


def read_table(path: Path) -> dict[tuple[str, str], float]:
    """The confidence of each rule and kind, or type. Its rows are these, counts, confidence, between tabs."""
    rows = path.read_text(encoding="utf-8").splitlines()
    cells = [row.split("\t") for row in rows if not row.startswith("#")]
    return {(rule, kind): float(confidence) for rule, kind, *_, confidence in cells[1:]}


_CONFIDENCE: Final = read_table(TABLE)
_OF_ANY: Final = _CONFIDENCE[ANY, ANY]
_NAMING: Final = read_table(NAMING_TABLE)
_NAMING_OF_ANY: Final = _NAMING[ANY, ANY]


def confidence_of(rule: str, kind: Kind) -> float:
    """How likely a claim of this kind that this rule made is right, 0 to 1; for an unknown rule, any claim."""
    return _CONFIDENCE.get((rule, kind), _OF_ANY)


def speaker_confidence_of(because: Sequence[str], sort: SpeakerType) -> float:
    """How likely the speaker of a claim is the right one, 0 to 1, given that the claim is one.

    By the rule that named the speaker, and by what sort of speaker it found: "as described" is a surer thing of
    "critics" than of "the campaign", which may have a name. For an unknown rule, any speaker.
    """
    return _NAMING.get((naming_rule(because), sort), _NAMING_OF_ANY)


def naming_rule(because: Sequence[str]) -> str:
    """The rule that named the speaker of a claim that has one: it comes next after the rule that found the claim."""
    return because[1] if len(because) > 1 else ""
