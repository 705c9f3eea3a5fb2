"""claimcli: who said what, about which decision.

``parse`` turns a text into an Article of claims, ``load`` reads articles from files, folders and streams, ``extract``
does so on all cores, ``extract_to`` into a file. ``Query`` holds filters, ``search`` ranks claims by what a person
half remembers, ``check`` compares a quotation with them, ``compare`` finds what articles share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcli.model import Article, Claim, Decision, Fact, Kind, Span, Speaker, SpeakerType, Status

if TYPE_CHECKING:
    from claimcli.bulk import OutError, ResumeError, Totals, extract, extract_to
    from claimcli.bulk.formats import FormatError
    from claimcli.index import (
        Change,
        Check,
        Comparison,
        Difference,
        Hit,
        Index,
        QueryError,
        Quoted,
        Shared,
        Standing,
        Variant,
        Verdict,
        check,
        compare,
        search,
    )
    from claimcli.parser import parse
    from claimcli.query import Query
    from claimcli.sources import Fields, SourceError, documents, load

__version__ = "0.2.0.dev0"

__all__ = [
    "Article",
    "Change",
    "Check",
    "Claim",
    "Comparison",
    "Decision",
    "Difference",
    "Fact",
    "Fields",
    "FormatError",
    "Hit",
    "Index",
    "Kind",
    "OutError",
    "Query",
    "QueryError",
    "Quoted",
    "ResumeError",
    "Shared",
    "SourceError",
    "Span",
    "Speaker",
    "SpeakerType",
    "Standing",
    "Status",
    "Totals",
    "Variant",
    "Verdict",
    "check",
    "compare",
    "documents",
    "extract",
    "extract_to",
    "load",
    "parse",
    "search",
]

_WHERE = {
    "parse": "claimcli.parser",
    "Query": "claimcli.query",
    **dict.fromkeys(("Fields", "SourceError", "documents", "load"), "claimcli.sources"),
    "FormatError": "claimcli.bulk.formats",
    **dict.fromkeys("OutError ResumeError Totals extract extract_to".split(), "claimcli.bulk"),
    **dict.fromkeys(
        (
            "Change Check Comparison Difference Hit Index QueryError Quoted Shared Standing Variant Verdict "
            "check compare search"
        ).split(),
        "claimcli.index",
    ),
}


def __getattr__(name: str) -> Any:
    """Import a part when it is first used, so that importing the package costs next to nothing."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_WHERE[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """All that can be imported, whether or not it was used yet, and nothing else."""
    return [*__all__, "__version__"]
