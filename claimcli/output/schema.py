"""The shapes of the records as JSON Schema, and as the columns of a flat table."""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from claimcli.output import shapes

DIALECT = "https://json-schema.org/draft/2020-12/schema"

# What a command answers is an array of one of these.
SHAPES: dict[str, tuple[type, ...]] = {
    "quotes": (shapes.ClaimRecord,),
    "claims": (shapes.ClaimRecord,),
    "facts": (shapes.FactRecord,),
    "speakers": (shapes.SpeakerRow,),
    "decisions": (shapes.DecisionRecord,),
    "matrix": (shapes.MatrixRow,),
    "search": (shapes.HitRecord, shapes.AnswerRecord),
    "check": (shapes.CheckRecord, shapes.CheckedRecord),
    "compare": (shapes.SharedRecord,),
    "show": (shapes.ClaimPage, shapes.FactPage, shapes.DecisionPage),
    "extract": (shapes.ArticleLine, shapes.ClaimRecord),
}

# How its records are asked for, where that is not --json.
_PRINTED = {"extract": "-o claims.jsonl (an item is a line)"}

_SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def schema(command: str) -> dict[str, Any]:
    """The JSON Schema of what ``command`` prints with ``--json``; one of its items is a line of JSON Lines."""
    shared: dict[str, Any] = {}
    items = [_schema(shape, shared) for shape in SHAPES[command]]
    return {
        "$schema": DIALECT,
        "title": f"claimcli {command} {_PRINTED.get(command, '--json')}",
        "type": "array",
        "items": items[0] if len(items) == 1 else {"anyOf": items},
        "$defs": dict(sorted(shared.items())),
    }


def schemas() -> dict[str, Any]:
    """The schemas of all commands, by name."""
    return {command: schema(command) for command in SHAPES}


def shape_of(command: str, record: Mapping[str, Any] | None) -> type:
    """The shape of a record of ``command``; of the first of its shapes when there is no record."""
    known = SHAPES[command]
    if record is None or len(known) == 1:
        return known[0]
    return next(shape for shape in known if get_type_hints(shape).keys() == record.keys())


def columns(shape: type) -> list[tuple[str, ...]]:
    """The fields of ``shape`` and of the objects in it, as paths: ("speaker", "name")."""
    paths: list[tuple[str, ...]] = []
    for name, hint in get_type_hints(shape).items():
        inner = _object_in(hint)
        paths += [(name, *path) for path in columns(inner)] if inner else [(name,)]
    return paths


def _object_in(hint: Any) -> type | None:
    """The TypedDict that ``hint`` is, may be, or is a list of."""
    if is_typeddict(hint):
        return hint  # type: ignore[no-any-return]
    return next(filter(None, map(_object_in, get_args(hint))), None)


def _schema(hint: Any, shared: dict[str, Any]) -> dict[str, Any]:
    """The schema of a type; objects go to ``shared`` and are referred to."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return {**_schema(inner[0], shared), "description": inner[1]}
    if origin is Literal:
        return {"type": "string", "enum": list(inner)}
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(part, shared) for part in inner]}
    if origin is list:
        if hint == get_args(shapes.Offsets)[0]:
            position = {"type": "integer", "minimum": 0}
            return {"type": "array", "items": position, "minItems": 2, "maxItems": 2}
        return {"type": "array", "items": _schema(inner[0], shared)}
    if hint in _SCALARS:
        return {"type": _SCALARS[hint]}
    return _object(hint, shared)


def _object(shape: type, shared: dict[str, Any]) -> dict[str, Any]:
    if shape.__name__ not in shared:
        shared[shape.__name__] = {}  # holds the place, should a shape come to hold itself
        fields = {
            name: _schema(hint, shared) for name, hint in get_type_hints(shape, include_extras=True).items()
        }
        shared[shape.__name__] = {
            "description": (shape.__doc__ or "").strip(),
            "type": "object",
            "properties": fields,
            "required": list(fields),
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{shape.__name__}"}
