"""Whom a phrase stands for that holds a name: "Rep. Ann Marr of Ohio", "her predecessor, Desmond Reed".

Each rule takes a phrase and answers, or leaves it to the next. The list tells the order.
"""

from __future__ import annotations

from typing import Final

from claimcli.parser.speakers.by_name import one_name, several
from claimcli.parser.speakers.phrase import Rule

NAMED: Final[list[Rule]] = [
    several.joint,
    several.with_others,
    one_name.whole_name,
    several.the_couple,
    one_name.apposed_name,
    several.apposed_names,
    one_name.titled_name,
    one_name.letters_behind_a_name,
    one_name.title_of_a_name,
    one_name.name,
]
