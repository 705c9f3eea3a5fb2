"""How often the rule that made a claim is right, as measured on annotated articles.

The figures stand in ``rule_precision.tsv`` beside this file, whose head tells the corpus, the date, what
counts as right, and the command that measures them anew.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from claimcli.model import Kind

TABLE: Final = Path(__file__).with_name("rule_precision.tsv")
ANY: Final = "*"
"""The rule and the kind of the row for claims of every rule."""


def read_table(path: Path) -> dict[tuple[str, str], float]:
    """The confidence of each rule and kind. Its rows are rule, kind, counts, confidence, between tabs."""
    rows = path.read_text(encoding="utf-8").splitlines()
    cells = [row.split("\t") for row in rows if not row.startswith("#")]
    return {(rule, kind): float(confidence) for rule, kind, *_, confidence in cells[1:]}


_CONFIDENCE: Final = read_table(TABLE)
_OF_ANY: Final = _CONFIDENCE[ANY, ANY]


def confidence_of(rule: str, kind: Kind) -> float:
    """How likely a claim of this kind that this rule made is right, 0 to 1; for an unknown rule, any claim."""
    return _CONFIDENCE.get((rule, kind), _OF_ANY)
