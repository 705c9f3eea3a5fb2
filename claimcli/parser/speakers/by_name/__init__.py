"""Whom a phrase stands for that holds a name: "Rep. Ann Marr of Ohio", "her predecessor, Desmond Reed".

Each rule takes a phrase and answers, or leaves it to the next. The list tells the order.
"""

from __future__ import annotations

from typing import Final

from claimcli.parser.speakers.by_name.apposed import apposed_name, apposed_names
from claimcli.parser.speakers.by_name.one_name import (
    letters_behind_a_name,
    name,
    title_of_a_name,
    titled_name,
)
from claimcli.parser.speakers.by_name.several import joint, the_couple, with_others
from claimcli.parser.speakers.phrase import Rule

NAMED: Final[list[Rule]] = [
    joint,
    with_others,
    the_couple,
    apposed_name,
    apposed_names,
    titled_name,
    letters_behind_a_name,
    title_of_a_name,
    name,
]
