"""Whom a description stands for: "the former secretary-general", "his mother", "officials".

Each rule takes a phrase and answers, or leaves it to the next. The list tells the order.
"""

from __future__ import annotations

from typing import Final

from claimcli.parser.speakers.descriptions import (
    bodies,
    called_again,
    documents,
    named_later,
    people,
    wording,
)
from claimcli.parser.speakers.phrase import DEFINITE, Phrase, Rule

_ANY, _KNOWN, _THE_WORD, _NEW = "any", "known", "the word", "new"
# The rules in their order, and of which phrases each is asked: of any; of those that speak of somebody known ("the",
# "this", "those"); of these where they are no more than the word; of any others ("a judge", "his mother", "officials").
_RULES: Final[list[tuple[Rule, str]]] = [
    (people.the_pair, _ANY),
    (people.the_siblings, _KNOWN),
    (people.those_last_named, _ANY),
    (bodies.the_bodies, _THE_WORD),
    (bodies.the_state, _THE_WORD),
    (bodies.the_body_of_that_name, _ANY),
    (bodies.the_body_of_its_place, _ANY),
    (people.the_one_before, _ANY),
    (people.the_age, _ANY),
    (documents.the_author, _ANY),
    (documents.the_issuer, _THE_WORD),
    (called_again.the_person, _THE_WORD),
    (called_again.introduced_in_between, _THE_WORD),
    (called_again.the_one_introduced, _KNOWN),
    (people.two_roles, _KNOWN),
    (people.the_role, _ANY),
    (people.the_spouse, _NEW),
    (documents.the_document_of_the_lead, _NEW),
    (bodies.the_body_of_the_headline, _NEW),
    (named_later.named_later, _NEW),
    (named_later.named_next, _ANY),
    (named_later.named_right_after, _ANY),
    (bodies.the_body, _KNOWN),
    (bodies.the_school, _THE_WORD),
    (bodies.the_body_of_somebody, _THE_WORD),
    (documents.the_document, _KNOWN),
    (wording.the_same, _KNOWN),
    (bodies.the_last_body, _KNOWN),
    (called_again.the_person_just_named, _KNOWN),
    (wording.another_such, _NEW),
    (wording.one_of_them, _NEW),
    (wording.no_one, _ANY),
    (wording.as_described, _ANY),
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
