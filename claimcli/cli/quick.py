"""Typer's commands without its validation library, which takes longer to import than most answers take.

Typer 0.29 reads every argument through pydantic, which doubles the time that a command takes to start (0.23 seconds
of computing for 0.11). Ours are words, numbers and names from a list, so they are read here instead, in what Typer
keeps to itself. Any other version reads them in its own way, to the same end.
"""

from __future__ import annotations

from enum import Enum
from typing import Any, get_args

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup


class Plain:
    """Reads what was typed for one parameter, by the type that the command's function names."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ARG002
        """Nothing typed is None; raises ``typer.BadParameter``."""
        if value is None or value == ():
            return None
        annotation = param.type_descriptor.annotation
        if isinstance(value, list | tuple):
            (kind,) = get_args(annotation)
            return [_read(one, kind, param) for one in value]
        return _read(value, annotation, param)


def _read(value: Any, kind: Any, param: Any) -> Any:
    if isinstance(value, kind):
        return value
    if issubclass(kind, Enum):
        choices = {str(choice.value): choice for choice in kind}
        if value.lower() not in choices:
            raise typer.BadParameter(f"{value!r} is none of {', '.join(choices)}", param=param)
        return choices[value.lower()]
    try:
        return kind(value)
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is no number", param=param) from error


class Command(TyperCommand):
    """A command whose arguments are read plainly."""

    def get_params(self, ctx: Any) -> Any:
        return _plainly(super().get_params(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        try:
            return super().parse_args(ctx, args)
        except Exception as error:
            if getattr(error, "ctx", ctx) is None:  # else the help of all commands would be pointed to
                setattr(error, "ctx", ctx)  # noqa: B010
            raise


class Group(TyperGroup):
    """The commands together, likewise."""

    def get_params(self, ctx: Any) -> Any:
        return _plainly(super().get_params(ctx))


def _plainly(params: Any) -> Any:
    if not typer.__version__.startswith("0.29."):
        return params
    for param in params:
        param._runtime_param = Plain()
        if isinstance(param, TyperArgument):
            param.display_type_rich = _no_type  # type: ignore[method-assign]
    return params


def _no_type(ctx: Any) -> str:  # noqa: ARG001
    """In place of "<list[str]>", which tells a reader of the help nothing."""
    return ""
