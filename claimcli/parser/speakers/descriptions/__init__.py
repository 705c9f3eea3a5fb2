"""Whom a description stands for: "the former secretary-general", "his mother", "officials".

Each rule takes a phrase and answers, or leaves it to the next. The list tells the order.
"""

from __future__ import annotations

from typing import Final

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
from claimcli.parser.speakers.phrase import DEFINITE, Phrase, Rule

_ANY, _KNOWN, _THE_WORD, _NEW = "any", "known", "the word", "new"
# The rules in their order, and of which phrases each is asked: of any; of those that speak of somebody known ("the",
# "this", "those"); of these where they are no more than the word; of any others ("a judge", "his mother", "officials").
_RULES: Final[list[tuple[Rule, str]]] = [
    (the_pair, _ANY),
    (the_siblings, _KNOWN),
    (those_last_named, _ANY),
    (the_bodies, _THE_WORD),
    (the_body_of_that_name, _ANY),
    (the_one_before, _ANY),
    (the_age, _ANY),
    (the_author, _ANY),
    (the_issuer, _THE_WORD),
    (the_person, _THE_WORD),
    (introduced_in_between, _THE_WORD),
    (the_one_introduced, _KNOWN),
    (two_roles, _KNOWN),
    (the_role, _ANY),
    (the_document_of_the_lead, _NEW),
    (named_later, _NEW),
    (the_accused, _NEW),
    (named_next, _ANY),
    (named_right_after, _ANY),
    (the_paper, _THE_WORD),
    (the_body, _KNOWN),
    (the_school, _THE_WORD),
    (the_body_of_somebody, _THE_WORD),
    (the_document, _KNOWN),
    (the_same, _KNOWN),
    (the_last_body, _KNOWN),
    (the_person_just_named, _KNOWN),
    (another_such, _NEW),
    (one_of_them, _NEW),
    (no_one, _ANY),
    (as_described, _ANY),
]


def _asked(*of: str) -> list[Rule]:
    return [rule for rule, shape in _RULES if shape in of]


_OF_THE_WORD: Final = _asked(_ANY, _KNOWN, _THE_WORD)
_OF_THE_KNOWN: Final = _asked(_ANY, _KNOWN)
_OF_OTHERS: Final = _asked(_ANY, _NEW)


def rules_for(p: Phrase) -> list[Rule]:
    """The rules that are asked of a phrase."""
    if p.opens not in DEFINITE:
        return _OF_OTHERS
    return _OF_THE_WORD if p.is_the_word else _OF_THE_KNOWN
