"""claimcli: who said what, about which decision.

``parse`` turns a text into an Article of claims, ``load`` reads articles from files, folders and
streams, ``extract`` does so on all cores. ``Query`` holds filters, ``search`` ranks claims by what a person half
remembers, ``check`` compares a quotation with them, ``compare`` finds what articles share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcli.model import Article, Claim, Decision, Fact, Kind, Span, Speaker, SpeakerType, Status

if TYPE_CHECKING:
    from claimcli.bulk import extract
    from claimcli.index import Hit, Index, check, compare, search
    from claimcli.parser import parse
    from claimcli.query import Query
    from claimcli.sources import load

__version__ = "0.2.0.dev0"

__all__ = [
    "Article",
    "Claim",
    "Decision",
    "Fact",
    "Hit",
    "Index",
    "Kind",
    "Query",
    "Span",
    "Speaker",
    "SpeakerType",
    "Status",
    "check",
    "compare",
    "extract",
    "load",
    "parse",
    "search",
]

_WHERE = {
    "parse": "claimcli.parser",
    "load": "claimcli.sources",
    "extract": "claimcli.bulk",
    "Query": "claimcli.query",
    **dict.fromkeys(("Hit", "Index", "check", "compare", "search"), "claimcli.index"),
}


def __getattr__(name: str) -> Any:
    """Import a part when it is first used, so that importing the package costs next to nothing."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_WHERE[name]), name)
    globals()[name] = value
    return value
