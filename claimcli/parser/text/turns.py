"""The labels of questions and answers: "Q: Was it late?", "A. It was.", "Question: …"."""

from __future__ import annotations

from typing import Final

from claimcli.parser.text.tokens import Tokens

_TURNS: Final = {"Q": "Q", "A": "A", "Question": "Q", "Answer": "A", "QUESTION": "Q", "ANSWER": "A"}


def turn_of(t: Tokens, first: int) -> str:
    """Whether a sentence that opens at a token is labelled as a question, "Q", an answer, "A", or as neither, ""."""
    turn = _TURNS.get(t.raw[first], "")
    mark = t.word(first + 1) if turn else ""
    return turn if mark == ":" or (mark == "." and len(t.raw[first]) == 1) else ""
