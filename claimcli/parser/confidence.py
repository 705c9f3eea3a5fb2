"""How often the rule that made a claim is right, as measured on annotated articles.

The figures stand in ``rule_precision.tsv`` beside this file, whose head tells the corpus, the date, what
counts as right, and the command that measures them anew.
"""

from __future__ import annotations

from pathlib import Path

from claimcli.model import Kind

TABLE = Path(__file__).with_name("rule_precision.tsv")
ANY = "*"
"""The rule and the kind of the row for claims of every rule."""


def _read() -> dict[tuple[str, str], float]:
    rows = TABLE.read_text(encoding="utf-8").splitlines()
    cells = [row.split("\t") for row in rows if not row.startswith("#")]
    return {(rule, kind): float(confidence) for rule, kind, *_, confidence in cells[1:]}


_CONFIDENCE = _read()


def confidence_of(rule: str, kind: Kind) -> float:
    """How likely a claim of this kind that this rule made is right, 0 to 1; for an unknown rule, any claim."""
    return _CONFIDENCE.get((rule, kind), _CONFIDENCE[ANY, ANY])
