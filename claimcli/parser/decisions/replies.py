"""What somebody answers who was asked whether to choose: "asked if she would resign, Marr **said no**"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import AUXILIARY, NEGATION, SUBJECT, WORD, forms_of
from claimcli.lexicon.decision_words import Told
from claimcli.model import Status
from claimcli.parser.decisions.antecedents import antecedent
from claimcli.parser.decisions.sentence import Range, Sentence, Telling
from claimcli.parser.decisions.stems import plain
from claimcli.parser.decisions.tell import tell
from claimcli.parser.grammar import subject_before, verb_group
from claimcli.parser.text import QUOTATION

_REPLYING: Final = forms_of("say reply answer respond insist add state tell")
REPLY_REACH: Final = 25
"""How many words behind a question the verb of its answer may stand."""
QUOTED_REPLY: Final = 8
"""How many characters of a quotation are read for its first word."""
_LEADS_REPLY: Final = frozenset({"that", ",", ":", "simply", "only", "just", "flatly"})

Reply = tuple[bool, tuple[int, int, int] | None]
"""What somebody answers to a question, yes or no, and who."""


def reply_to(s: Sentence, start: int, p: int) -> Reply | None:
    """What is answered to a question that opens at ``start`` and ends at ``p``: "…, **he said it would not**".

    Also ahead of it: "**Marr said no** when asked if …".
    """
    if s.word(start - 4) in ("no", "yes"):
        subject = subject_before(s.t, s.first, verb_group(s.t, s.first, start - 5).start)
        return s.word(start - 4) == "yes", subject
    for v in range(p + 1, min(p + REPLY_REACH, s.last)):
        if s.lower[v] in _REPLYING:
            yes = _says_yes(s, v + 1)
            who = subject_before(s.t, s.first, verb_group(s.t, s.first, v).start)
            return None if yes is None else (yes, who)
    return None


def _says_yes(s: Sentence, p: int) -> bool | None:
    """Whether what is said from ``p`` on is but yes or no: "that **he would**", "**it would not**", "**no**"."""
    q = p
    while s.word(q) in _LEADS_REPLY or (s.what(q) & SUBJECT and s.what(q + 1) & AUXILIARY):
        q += 1
    if q > p and s.what(q) & AUXILIARY:
        if s.word(q + 1) == "no":  # "he had **no plans**"
            return False
        negated = s.word(q + 1) == "not"
        ends = not s.what(q + 1 + negated) & WORD
        return not (negated or s.what(q) & NEGATION) if ends else None
    if s.word(q) == QUOTATION:
        words = plain(s.t.text[s.t.start[q] : s.t.start[q] + QUOTED_REPLY]).split()
        said = words[0] if words else ""
    else:
        said = "" if s.what(q + 1) & WORD else s.word(q)
    return said == "yes" if said in ("yes", "no") else None


def answered_whether(
    s: Sentence, subject: tuple[int, int, int], label: Range, action: Range, reply: Reply
) -> Telling | None:
    """A course that somebody who was asked about it answers for: chosen against by "no"."""
    yes, who = reply
    pronoun = subject[2] - subject[0] == 1 and s.tag[subject[0]] & SUBJECT
    actor = who if pronoun and who is not None else subject
    told = Told(Status.PROPOSED if yes else Status.DECLINED)
    return tell(s, told, antecedent(s, actor), label, action, "asked whether", 1.2)
