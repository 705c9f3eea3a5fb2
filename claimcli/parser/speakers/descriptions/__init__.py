"""Whom a description stands for: "the former secretary-general", "his mother", "officials".

Each rule takes a phrase and answers, or leaves it to the next. The lists tell the order.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from claimcli.parser.speakers.descriptions.bodies import (
    the_bodies,
    the_body,
    the_body_of_somebody,
    the_body_of_that_name,
    the_last_body,
    the_school,
)
from claimcli.parser.speakers.descriptions.called_again import (
    introduced_in_between,
    the_one_introduced,
    the_person,
    the_person_just_named,
)
from claimcli.parser.speakers.descriptions.documents import (
    the_author,
    the_document,
    the_document_of_the_lead,
    the_issuer,
    the_paper,
)
from claimcli.parser.speakers.descriptions.named_later import (
    named_later,
    named_next,
    named_right_after,
    the_accused,
)
from claimcli.parser.speakers.descriptions.people import (
    the_age,
    the_one_before,
    the_pair,
    the_role,
    the_siblings,
    those_last_named,
    two_roles,
)
from claimcli.parser.speakers.descriptions.wording import (
    another_such,
    as_described,
    no_one,
    one_of_them,
    the_same,
)
from claimcli.parser.speakers.phrase import Answer, Phrase

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

# What "the", "this" or "those" say of somebody known.
KNOWN: Final[list[Callable[[Walk, Phrase], Answer | None]]] = [
    the_pair,
    the_siblings,
    those_last_named,
    the_bodies,
    the_body_of_that_name,
    the_one_before,
    the_age,
    the_author,
    the_issuer,
    the_person,
    introduced_in_between,
    the_one_introduced,
    two_roles,
    the_role,
    named_next,
    named_right_after,
    the_paper,
    the_body,
    the_school,
    the_body_of_somebody,
    the_document,
    the_same,
    the_last_body,
    the_person_just_named,
    no_one,
    as_described,
]
# What any other words say: "a judge", "his mother", "officials".
DESCRIBED: Final[list[Callable[[Walk, Phrase], Answer | None]]] = [
    the_pair,
    those_last_named,
    the_body_of_that_name,
    the_one_before,
    the_age,
    the_author,
    the_role,
    the_document_of_the_lead,
    named_later,
    the_accused,
    named_next,
    named_right_after,
    another_such,
    one_of_them,
    no_one,
    as_described,
]
