"""Claims by what a person half remembers.

``search`` ranks them, ``check`` compares a quotation with them, ``compare`` finds the same one in several
articles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcli.index.collection import FIELDS
from claimcli.index.inverted import Hit, Index, search
from claimcli.index.query import QueryError

if TYPE_CHECKING:
    from claimcli.index.alignment import Change, Difference
    from claimcli.index.checking import Check, Comparison, Verdict, check
    from claimcli.index.comparing import Shared, Variant, compare
    from claimcli.index.quoted import Quoted
    from claimcli.index.standing import Standing

__all__ = [
    "FIELDS",
    "Change",
    "Check",
    "Comparison",
    "Difference",
    "Hit",
    "Index",
    "QueryError",
    "Quoted",
    "Shared",
    "Standing",
    "Variant",
    "Verdict",
    "check",
    "compare",
    "search",
]

_WHERE = {
    **dict.fromkeys(("Change", "Difference"), "alignment"),
    **dict.fromkeys(("Check", "Comparison", "Verdict", "check"), "checking"),
    **dict.fromkeys(("Shared", "Variant", "compare"), "comparing"),
    "Quoted": "quoted",
    "Standing": "standing",
}


def __getattr__(name: str) -> Any:
    """Import checking and comparing when they are first used: search starts sooner without them."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"claimcli.index.{_WHERE[name]}"), name)
