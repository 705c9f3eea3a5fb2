"""The fields of the shapes of JSON, for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NamedTuple,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from claimcli.output.blocks import Block, Cell, Column, Listing, Title, Words
from claimcli.output.schema import SHAPES
from claimcli.output.shapes import Offsets

_NAMES = {str: "string", int: "integer", float: "number", bool: "true or false", NoneType: "null"}
_COLUMNS = (Column("Field", most=24), Column("Type", most=30), Column("Meaning", least=24))


class Field(NamedTuple):
    """A field of a record: its name, its type in words, and what it means, empty where the name tells."""

    name: str
    type: str
    meaning: str


class Shape(NamedTuple):
    """A record that some commands print, or that stands in one; it has all fields of ``base`` too, if that is told."""

    name: str
    meaning: str
    commands: tuple[str, ...]
    base: str
    fields: tuple[Field, ...]


def shapes_of(commands: Iterable[str]) -> Iterator[Shape]:
    """What some commands print, each shape before those within it."""
    known: dict[str, dict[str, Any]] = {}
    tops = (shape for command in commands for shape in SHAPES[command])
    for shape in dict.fromkeys(each for top in tops for each in (top, *_inside(top))):
        hints = get_type_hints(shape, include_extras=True)
        wholes = [name for name in known if known[name].items() < hints.items()]
        base = max(wholes, key=lambda name: len(known[name]), default="")
        own = {name: hint for name, hint in hints.items() if name not in known.get(base, ())}
        yield Shape(
            shape.__name__,
            " ".join((shape.__doc__ or "").split()),
            tuple(command for command, shapes in SHAPES.items() if shape in shapes),
            base,
            tuple(Field(name, _type(hint), _meaning(hint)) for name, hint in own.items()),
        )
        known[shape.__name__] = hints


def page(command: str | None) -> Iterator[Block]:
    """The shapes of what a command prints, or all do, as tables."""
    for shape in shapes_of(SHAPES if command is None else [command]):
        more = f" All fields of {shape.base}, and:" if shape.base else ""
        yield Title(shape.name, shape.meaning + more)
        rows = [tuple(Cell(Words(text)) for text in field) for field in shape.fields]
        yield Listing(_COLUMNS, rows)


def _inside(hint: Any) -> Iterator[type]:
    """The shapes within a hint."""
    within = get_type_hints(hint).values() if is_typeddict(hint) else get_args(hint)
    for part in within:
        if is_typeddict(part):
            yield part
        yield from _inside(part)


def _type(hint: Any) -> str:
    origin, inner = get_origin(hint), get_args(hint)
    if hint == Offsets:
        return "[start, end]"
    if origin is Annotated:
        return _type(inner[0])
    if origin is Literal:
        return " or ".join(f"“{value}”" for value in inner)
    if origin in (Union, UnionType):
        return " or ".join(map(_type, inner))
    if origin is list:
        return f"list of {_type(inner[0])}"
    return _NAMES.get(hint) or str(hint.__name__)


def _meaning(hint: Any) -> str:
    return str(get_args(hint)[1]) if get_origin(hint) is Annotated else ""
