"""Claims by what a person half remembers.

``search`` ranks them, ``check`` compares a quotation with them, ``compare`` finds the same one in several
articles.
"""

from __future__ import annotations

from claimcli.index.alignment import Change, Difference
from claimcli.index.checking import Check, Comparison, Verdict, check
from claimcli.index.comparing import Shared, Variant, compare
from claimcli.index.inverted import FIELDS, Hit, Index, search
from claimcli.index.names import match_names
from claimcli.index.query import QueryError

__all__ = [
    "FIELDS",
    "Change",
    "Check",
    "Comparison",
    "Difference",
    "Hit",
    "Index",
    "QueryError",
    "Shared",
    "Variant",
    "Verdict",
    "check",
    "compare",
    "match_names",
    "search",
]
