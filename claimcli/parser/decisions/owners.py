"""Whose the choice is that a noun names: its owner’s, or that of who has it."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    AUXILIARY,
    CAPITAL,
    DETERMINER,
    ORGANIZATION,
    POSSESSIVE,
    PREPOSITION,
    SUBJECT,
    TIME,
    VERB_ING,
    forms_of,
)
from claimcli.lexicon.decision_words import DEMANDS
from claimcli.parser.decisions.antecedents import (
    TELLING,
    actor_before,
    person_judged,
    without_opener,
)
from claimcli.parser.decisions.choosers import can_choose, is_person
from claimcli.parser.decisions.courses import doer_in, head_words, phrase_at
from claimcli.parser.decisions.label_end import is_adjective
from claimcli.parser.decisions.sentence import NEAR, Range, Sentence
from claimcli.parser.decisions.tell import PLANS
from claimcli.parser.grammar import ARTICLES, POSSESSIVE_MARKS

LED: Final = frozenset("led run imposed ordered brokered".split())
"""What behind a name tells that a choice is his: "the Reed-**led** bid"."""
_ONE_OF: Final = forms_of("give grant deny offer").union("lone only sole single deciding one".split())
"""What stands before a name that is but of one of many, or of who is given it: "**gave** Holt permission to"."""


def owner_of(s: Sentence, k: int) -> Range | None:
    """Whose the noun at ``k`` is: "his refusal", "the mayor’s repeated promise"."""
    at = s.before_article(k - 1)
    if s.word(at) == "for" and s.word(at - 1) in DEMANDS:
        return owner_of(s, at - 1)  # "rejected **Holt**’s call for a | ban on nets"
    if s.word(at) in ("for", "over") and (judged := person_judged(s, at)):
        return judged  # "blamed **Holt** for the | decision"
    for i in range(k - 1, max(s.first, k - 6) - 1, -1):
        what = s.tag[i]
        if what & POSSESSIVE:
            haver = haver_of(s, k) if s.lower[i] in ("their", "its") else None
            if haver and s.lower[i] == "its" and is_person(s.t, haver):
                haver = None  # "**Ann Marr** defended | its decision"
            return person_judged(s, i - 1) or haver or (i, i + 1)
        if s.lower[i] in POSSESSIVE_MARKS:
            return owner_before(s, i)
        if what & PREPOSITION:
            return person_judged(s, i)  # "faulted **Holt** for | repeated votes against it"
        if s.breaks(i, DETERMINER | AUXILIARY | SUBJECT):
            return None
    return None


def owner_before(s: Sentence, mark: int) -> Range | None:
    """Whose a thing is by the mark at an index, no further than a preposition: "counter to | Obama’s".

    But for the "of" of who chooses: "the mayor of Arra’s plan", beside "the cost of | Marr’s plan".
    """
    phrase = s.phrase_before(mark)
    which = s.word(mark - 2) in ("last", "next", "this") or s.word(mark - 1).endswith("day")
    if phrase is None or s.tag[mark - 1] & (TIME if which else TIME | CAPITAL) == TIME:
        return None  # "last **year**’s decision", "last **May**’s", "**Monday**’s"
    start, end = without_opener(s, phrase)
    told = s.word(s.before_article(start - 1)) in TELLING  # "told the union of | Marr’s plan"
    for i in range(end - 2, start - 1, -1):
        apart = s.tag[i - 1] & (DETERMINER | TIME)  # "some of | Marr’s", "spoke on Monday of | Marr’s"
        apart = apart or told or s.lower[i] != "of"
        if s.tag[i] & PREPOSITION and (apart or not can_choose(s.t, (start, i))):
            return (i + 1, end)
    return (start, end)


def named_for(s: Sentence, k: int) -> Range | None:
    """Whose the noun at ``k`` is by what names him: "the **Reed administration** plan to", not "the lone Green"."""
    if s.tag[k] & CAPITAL and s.number:
        return None  # "an Executive **Order** to", beside a headline’s "Reed Plan to"
    whose, _, how = s.t.raw[k - 1].rpartition("-")
    if whose and how.islower() and how not in LED:
        return None  # "a **Reed-type** plan to", beside "a Reed-led bid to"
    start = k - bool(s.what(k - 1) & ORGANIZATION and s.what(k - 2) & CAPITAL)
    while start > s.first + 1 and s.tag[start - 1] & (CAPITAL | TIME | PREPOSITION) == CAPITAL:
        start -= 1
    body = s.what(k - 1) & (ORGANIZATION | CAPITAL) == ORGANIZATION and not is_adjective(s.lower[k - 1])
    if start == k and body and s.word(k - 2) in ARTICLES and s.lower[k - 1] != "firm":
        return (k - 1, k)  # "a **government** decision to", beside "a firm decision"
    return (start, k) if start < k and s.lower[start - 1] not in _ONE_OF else None


def planner(s: Sentence, p: int) -> Range | None:
    """Whose plan something would be: "**Under the mayor’s plan**, it would close", behind that at ``p`` as well."""
    under = s.first if s.lower[s.first] == "under" else p
    phrase = phrase_at(s, under + 1) if s.word(under) == "under" else None
    noun = head_words(s, phrase)[1] - 1 if phrase else 0
    if phrase is None or s.lower[noun] not in PLANS:
        return None
    return owner_of(s, noun) or doer_in(s, noun + 1, phrase[1] + NEAR)


def haver_of(s: Sentence, k: int) -> Range | None:
    """Who has what the noun at ``k`` names, the subject of its verb: "the city announced a plan to …"."""
    gerund = s.what(k) & VERB_ING and s.what(k - 1) & PREPOSITION  # "cheated by meeting with …"
    return actor_before(s, k - bool(gerund), PREPOSITION)
