"""What follows from the rule that made a claim, as its name in ``because`` tells it.

Most are named FORM-then-FRAME ("cue-then-clause"): the frame is what the rule read behind the cue, and what follows
from the name follows from the frame alone. ``lexicon/rule_examples.txt`` has an example of each.
"""

from __future__ import annotations

from typing import Final

HOLDS_CLAUSE: Final = 1 << 0
"""The content is a clause, with a subject and a verb of its own."""
GOVERNED: Final = 1 << 1
"""The content is part of the article's own sentence, even where all of it is quoted."""
NEEDS_CUE: Final = 1 << 2
"""The content tells nothing without its cue: "praised: the plan"."""
IF_DENIED: Final = 1 << 3
"""The content is a stance although it is denied ("has not endorsed the plan"), where denied speech is none."""

_TRAITS: Final = {
    "clause": HOLDS_CLAUSE,
    "that-clause": HOLDS_CLAUSE,
    "addressee-clause": HOLDS_CLAUSE,
    "addressee-that-clause": HOLDS_CLAUSE,
    "wh-clause": HOLDS_CLAUSE | NEEDS_CUE,
    "addressee-wh-clause": HOLDS_CLAUSE | NEEDS_CUE,
    "object": GOVERNED | NEEDS_CUE | IF_DENIED,
    "particle": GOVERNED | NEEDS_CUE | IF_DENIED,
    "infinitive": NEEDS_CUE | IF_DENIED,
    "gerund": NEEDS_CUE | IF_DENIED,
    "addressee-infinitive": NEEDS_CUE,
    "as": GOVERNED | NEEDS_CUE,
    "relative": GOVERNED | NEEDS_CUE,
    "known-as": GOVERNED,
    "phrase": NEEDS_CUE,
    "phrase-then-content": NEEDS_CUE,
    "passive": NEEDS_CUE,
    "passive-with-agent": NEEDS_CUE,
    "seems": NEEDS_CUE,
    "stance-received": NEEDS_CUE,
}


def frame_of(rule: str) -> str:
    """What a rule reads behind the cue: "object" for "infinitive-cue-then-object"; else its name."""
    return rule.rpartition("-then-")[2]


def traits_of(rule: str) -> int:
    """What follows from a rule's name, or from that of its frame."""
    return _TRAITS.get(rule) or _TRAITS.get(frame_of(rule), 0)
