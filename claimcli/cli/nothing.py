"""What people are told where nothing was found: which filter left nothing, and what would have matched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from claimcli.cli import counted
from claimcli.model import Kind
from claimcli.names import Closeness, Typed, fold
from claimcli.query import QUOTES

if TYPE_CHECKING:
    from claimcli.cli.run import Reading
    from claimcli.dates import Days

_NAMES_TOLD = 5
# What a listing is one of, to tell people at a terminal how many there were.
LISTED = {
    "quotes": "quote",
    "claims": "claim",
    "facts": "fact",
    "speakers": "speaker",
    "decisions": "decision",
    "search": "hit",
    "compare": "shared quotation",
}
# What there is none of, where a command that is not counted so finds nothing.
_SOUGHT = {**LISTED, "matrix": "decision"}


def nothing(reading: Reading, command: str = "claims") -> str:
    """Why nothing matched, and what would have."""
    if (reading.outside or reading.undated) and not reading.articles:
        return _when(reading.outside, some_undated=bool(reading.undated))
    if told := unmatched(reading):
        return told
    articles = counted(reading.articles, "article")
    if any(query.narrows or query.actor for query in (reading.query, *reading.typed)) and reading.everybody:
        found = {"search": f"nothing found in {articles}", "quotes": "no quote"}.get(command, "nothing")
        return "; ".join([_left_none(reading, found, command), *reading.hints])
    if command == "search" or reading.hints:
        return "; ".join([f"nothing found in {articles}", *reading.hints])
    if command == "matrix" and reading.decisions:
        return f"no claims about the decisions in {articles}"
    return f"no {_SOUGHT[command]}s in {articles}"


def _when(outside: Sequence[Days], *, some_undated: bool) -> str:
    """That no article is of the time asked for, and of when they are."""
    if not outside:
        return "no article with a date here"
    first, last = min(days.first for days in outside), max(days.last for days in outside)
    whose = "those with a plain date are" if some_undated else "they are"
    return f"no article of that time here; {whose} from {first}" + (f" to {last}" if last > first else "")


def _left_none(reading: Reading, nothing_here: str, command: str) -> str:
    """Which filter leaves nothing, where everything that was asked for is here."""
    queries = (reading.query, *reading.typed)
    kinds = " or ".join(kind for kind in Kind if kind in reading.query.kinds)
    for query in queries:
        meant = query.speaker.meant if query.speaker else []
        if meant and not any(reading.speakers[name] for name in meant):
            claims = counted(sum(reading.everybody[name] for name in meant), "claim")
            return f"{', '.join(meant[:_NAMES_TOLD])}: {claims} here, none of them {kinds}"
    all_kinds = QUOTES if command == "quotes" else Kind
    used = {
        "speaker": any(query.speaker for query in queries),
        "about": any(query.about for query in queries),
        "kind": any(len(query.kinds) < len(all_kinds) for query in queries),
        "via": any(query.via for query in queries),
        "actor": any(query.actor for query in queries),
        "min-confidence": any(query.min_confidence for query in queries),
    }
    filters = [name for name, is_used in used.items() if is_used]
    if not filters:
        return "nothing here is in quotation marks; claimcli claims lists what is told without"
    together = (
        f"the filters {', '.join(filters)} together" if len(filters) > 1 else f"the filter {filters[0]}"
    )
    return f"{nothing_here} passes {together}"


def unmatched(reading: Reading) -> str:
    """The names asked for that stand for nobody and nothing here, and those that there are; empty if all do."""
    from shlex import quote

    reading.count()
    parts = []
    for query in (reading.query, *reading.typed):
        for noun, wanted, there in (
            ("speaker", query.speaker, reading.speakers),
            ("go-between", query.via, reading.via),
            ("decision", query.about, reading.decisions),
            ("actor", query.actor, reading.actors),
        ):
            if wanted.unmatched:
                typed = " or ".join(f"“{name}”" for name in wanted.unmatched)
                hint = "; of several, each has an option of its own" if "," in typed else ""
                if noun == "speaker" and (meant := _in_role(wanted.unmatched, reading.roles)):
                    hint += f"; by role: {some(meant)}"
                elif noun == "speaker" and (named := list(filter(reading.is_named, wanted.unmatched))):
                    hint += f"; articles have the name: claimcli search --in article {quote(named[0])}"
                elif noun == "decision" and (said := list(filter(reading.is_said, wanted.unmatched))):
                    hint += f"; claims have the words: claimcli search {quote(said[0])}"
                parts.append(f"no {noun} like {typed}{hint}; {_listed(noun, there, wanted.unmatched)}")
    return ". ".join(parts)


def _listed(noun: str, names: Counter[str], typed: Sequence[str]) -> str:
    """Those that there are: first any that share a word with what was typed, then names before descriptions."""
    if not names:
        return f"no {noun}s here"
    asked = set(fold(" ".join(typed)).split())
    ordered = sorted(
        (name for name, _ in names.most_common()),
        key=lambda name: (asked.isdisjoint(fold(name).split()), noun != "decision" and name[:1].islower()),
    )
    return f"{noun}s here: {some(ordered)}"


def some(names: Sequence[str], most: int = _NAMES_TOLD) -> str:
    """The first few names, and how many more there are."""
    told = names[:most]
    more = f" and {len(names) - len(told)} more" if len(names) > len(told) else ""
    return f"{', '.join(told)}{more}"


def _in_role(typed: Iterable[str], roles: Mapping[str, str]) -> list[str]:
    """The speakers whose role, which is no name, has the words that were typed."""
    asked = [Typed(text) for text in typed]
    exact = Closeness.EXACT
    return [name for name, role in roles.items() if any(each.closeness([role]) is exact for each in asked)]
