"""What an article tells of choices, in its own words and in what it quotes.

A quotation is read only where a quick look finds a choice in it: for all choices, for those of who speaks, or for
what somebody should do.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from claimcli.lexicon import ADVERB, CAPITAL, COORDINATOR, PLURAL, VERB_BASE, VERB_PAST, VERB_S, WORD
from claimcli.model import Span, Status
from claimcli.parser.decisions.antecedents import DUTY
from claimcli.parser.decisions.choices import Told, place
from claimcli.parser.decisions.choosers import can_choose
from claimcli.parser.decisions.sentence import Telling
from claimcli.parser.decisions.tellings import find_tellings
from claimcli.parser.decisions.verb_rules.turning import NOT_DONE
from claimcli.parser.text import Tokens, Written, tokenize

_CHOOSES: Final = re.compile(
    r"\W(?:choice to |decision to |(?:refus|declin|promis|vow|decid|reject|agree)[a-z]* )"
)
"""What a quotation must have, as plain text, to be read for all choices; its mark stands before the first word."""
_OFTEN: Final = r"(?:[a-z]+ly |also |just |still |now )?"
_SPEAKS: Final = re.compile(
    rf"\W(?:i|we) {_OFTEN}(?:(?:m|re|am|are|have|ve|don t|do not) )?{_OFTEN}(?:not |never )?(?:[a-z]+(?:ing|ed) "
    r"|will |ll |w(?:o|ould)n t |would (?:[a-z]+ly )?(?:not|never) |ca(?:n t|nnot|n not) |plan |intend |call on |urge "
    r"|chose |sold |quit |withdrew |gave |shut |cut )"
    r"|\W(?:our|my) (?:[a-z]+ )?(?:plan|intention) (?:is|has) | no (?:plan|inten)| will (?:not|never) "
    r"| won t | (?:is|are)(?:n t| not) [a-z]+ing | (?:does not|doesn t) (?:plan|intend) | (?:plans|intends) to "
    r"| (?:is|are) (?:prepared|ready|willing) to "
)
"""What it must have to be read for what who speaks does or means to do, or another turns down."""
_DEMANDS: Final = re.compile(
    r"\W(?!i |we |you |he |she |it |they |that |who |which |this |there )[a-z]+ (?:should|must) "
)
"""What it must have to be read for what somebody should do: "the **council must** close it"."""
_DEMANDED: Final = {"would": 0.5, "would not": 0.5, "should be done": 0.0}
"""Rules by which that is told, and what they weigh less there: what is but demanded is seldom news."""
_OPINIONS: Final = frozenset({"judged", "answered it", "inclined"})
"""Rules by which is told what somebody thinks of a course: "I’m **in favor of** selling it"."""
_PLANS: Final = frozenset({"choice to", "choice of", "own choice"})
_SHALL: Final = frozenset("will ’ll 'll is are am ’m 'm ’re 're".split())
"""How what one means to do opens: "**’m** going to sell it", "**will** sell it", beside "would sell it"."""
_INNER: Final = re.compile(r"[‘“]|\s'\w")
"""What opens a quotation within a quotation, in which another speaks."""
_ONE: Final = frozenset({"i", "we", "my", "our"})


def tellings_of(t: Tokens, lower: str, weighty: bytearray, of_body: set[int]) -> list[Told]:
    """What an article and its quotations, those at ``of_body`` by who speaks for others, tell of choices, in order."""
    told = [place(telling, lower) for telling in find_tellings(t, weighty)]
    read = _quoted(t, lower, of_body)
    inside = [Span(t.start[i] + 1, t.end[i] - t.closed(i)) for i in read]
    blocks = tuple([span for span in inside if span.start < span.end])
    if not blocks:
        return told
    quoted = tokenize(Written(t.text, t.text), blocks, [])
    for telling in find_tellings(quoted, bytearray(len(quoted.raw))):
        quotation = bisect_right(t.start, telling.t.start[telling.label[0]]) - 1
        sentence = bisect_right(t.sentences, (quotation, len(lower))) - 1
        if sentence < 0 or t.sentences[sentence][1] <= quotation:
            continue  # in a line of the page, which tells nothing
        if read[quotation] is _DEMANDS:
            if telling.rule not in _DEMANDED:
                continue
            telling = telling._replace(weight=telling.weight - _DEMANDED[telling.rule])
        elif read[quotation] is _SPEAKS and not _is_chosen(telling, of_body=quotation in of_body):
            continue
        told.append(place(telling, lower, (quotation, sentence)))
    told.sort(key=lambda each: each.label)
    return told


def _quoted(t: Tokens, lower: str, of_body: set[int]) -> dict[int, re.Pattern[str]]:
    """The quotations that may tell a choice, each by the pattern that says so."""
    read = {}
    for i in t.quotations:
        said = lower[t.start[i] : t.end[i]]
        if _CHOOSES.search(said):
            read[i] = _CHOOSES
        elif i in of_body or _SPEAKS.search(said):
            read[i] = _SPEAKS
        elif (" should " in said or " must " in said) and _DEMANDS.search(said):  # first a quick look
            read[i] = _DEMANDS
    return read


def _is_chosen(telling: Telling, *, of_body: bool) -> bool:
    """Whether who speaks, or (``of_body``) for whom he speaks, does or means it; or another surely does not."""
    if not _is_meant(telling):
        return False
    who = _who(telling, of_body=of_body)
    return _is_of_another(telling) if who is None else _is_done(telling, who)


def _is_meant(telling: Telling) -> bool:
    """Whether it is more than an opinion, a duty or what is not done, and told by who speaks here himself."""
    t, first = telling.t, telling.action[0]
    opens = t.start[t.sentences[telling.sentence][0]]
    inner = _INNER.search(t.text, opens, t.start[first])  # "they told us, **‘I’m** leaving’"
    return not (inner or telling.weight <= NOT_DONE or telling.rule in _OPINIONS or t.lower[first] in DUTY)


def _who(telling: Telling, *, of_body: bool) -> int | None:
    """Where "I", "we" or the body stands for which somebody speaks, beside the verb; None where another acts."""
    t, first = telling.t, telling.action[0]
    if of_body and telling.actor is not None and first - telling.actor[1] in (-1, 0, 1):
        return telling.actor[0]
    who = first if t.lower[first] in _ONE else first - 1 - (t.what(first - 1) & ADVERB != 0)
    if t.what(first - 1) & COORDINATOR and telling.actor is not None:  # "**I** cannot and | will not sell it"
        who = telling.actor[0]
    return who if t.word(who) in _ONE else None


def _is_of_another(telling: Telling) -> bool:
    """Whether another who is named surely turns it down or plans it: "**Marr** has no plans to attend"."""
    t, first, rule, actor = telling.t, telling.action[0], telling.rule, telling.actor
    declined = telling.status is Status.DECLINED
    if actor is None:  # "**there** are no plans to"
        return declined and rule in _PLANS and "there" in t.lower[max(0, first - 4) : first]
    several = telling.actor_tags & (PLURAL | CAPITAL) == PLURAL
    if telling.by_pronoun or several or not can_choose(t, actor):
        return False
    undone = rule in _PLANS or rule == "would not" or "not" in t.lower[first : telling.label[0]]
    return rule in ("chose to", "disposed") or (declined and undone)


def _is_done(telling: Telling, who: int) -> bool:
    """Whether the one at ``who`` has done it, means to, or does not: not "the day **I** signed it", "I would sell"."""
    t, first, rule = telling.t, telling.action[0], telling.rule
    if rule == "did":
        plainly = not t.what(who - 1) & WORD or t.what(who - 1) & COORDINATOR
        present = t.tag[first] & (VERB_BASE | VERB_S) and not t.tag[first] & VERB_PAST
        return bool(plainly) and telling.status is not Status.PROPOSED and not present
    if rule in ("choice of", "own choice", "would"):  # not "her candidacy for"
        return telling.status is Status.DECLINED or t.lower[first] in _SHALL
    return rule != "chose to" or telling.weight >= 1  # not "am **trying** to"
