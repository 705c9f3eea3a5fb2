"""Verbs that tell a choice, by rules tried in the order of ``ACTIVE_RULES`` and ``PASSIVE_RULES``."""

from __future__ import annotations

from functools import cache
from typing import Final

from claimcli.lexicon import CAPITAL, DETERMINER, PEOPLE, ROLE, UNKNOWN, VERB_ING
from claimcli.lexicon.decision_words import DECISION_VERBS, OBJECTS, PARTICLES, Told
from claimcli.model import Status
from claimcli.parser.decisions.choosers import is_part
from claimcli.parser.decisions.courses import head_words
from claimcli.parser.decisions.sentence import FAR, Range, Sentence, Telling
from claimcli.parser.decisions.verb_rules.asking import asked, asked_that, offered, was_asked
from claimcli.parser.decisions.verb_rules.choosing import chose_as, chose_doing, chose_to, promised, went
from claimcli.parser.decisions.verb_rules.doing import did, keeps_from
from claimcli.parser.decisions.verb_rules.done import was_done
from claimcli.parser.decisions.verb_rules.outcomes import (
    answered,
    answered_to,
    carried,
    found,
    ruled,
)
from claimcli.parser.decisions.verb_rules.sites import Rules, Usage, VerbRule, sites


def read_verb(s: Sentence, k: int) -> Telling | None:
    """What the decision verb at ``k`` tells, by the first rule that fits."""
    for site in sites(s, k, _usages(s.lower[k])):
        for rule, told in site.rules:
            telling = rule(s, site, told)
            if telling is not None:
                return None if _is_figure(s, k, telling) else telling
    return None


def _is_figure(s: Sentence, k: int, telling: Telling) -> bool:
    """Whether a verb is meant otherwise than as a choice: "killed a man", "threatens jobs".

    Who "killed a bill" or "threatened a boycott" chooses; so does who has forbidden a deed ("stopped her from going").
    """
    if telling.rule not in ("did", "was done", "answered it"):
        return False
    if telling.rule == "answered it" and telling.label == (k, k + 1):  # "it was **defeated**"
        return False
    verb, lemma, particle = s.lower[k], DECISION_VERBS[s.lower[k]].lemma, s.word(k + 1)
    if lemma == "name":  # "named “Holt” **as her favorite film**", beside "as her deputy"
        at, end = s.find({"as"}, telling.label[0], telling.label[1] + FAR), telling.label[1] + FAR
        offices = (i for i in range(at, min(end, s.last)) if s.tag[i] & (ROLE | PEOPLE))
        return at > 0 and all(s.tag[i] & DETERMINER for i in offices)  # "the **most** dangerous town"
    objects = OBJECTS.get((verb, particle if particle in PARTICLES else ""))
    if objects is None or (lemma in ("give", "hand") and telling.rule == "did"):
        return False  # "gave the seat **up**", beside "was given a seat"
    if objects.needed:
        if lemma in ("recall", "issue", "recognize", "recognise", "complete", "conclude", "reach"):
            # not "recalled **the loss of** two vans", "issued **a report** on the rules"
            head = head_words(s, telling.label)
            return bool(s.what(k + 1) & VERB_ING) or not s.has(objects.words, *head)
        forbids = telling.status is Status.TAKEN and keeps_from(s, telling.label)
        made = telling.status is not Status.PROPOSED  # "bowed to **calls** to | close it"
        first = min(k + 1, telling.label[0]) if made else telling.label[0]
        named = [i for i in range(first, telling.label[1]) if s.lower[i] in objects.words]
        # not "defeated the **Bills**", beside "the Bill", and a headline’s "Defeats Bills"
        teams = [i for i in named if s.tag[i] & CAPITAL and s.lower[i][-1] == "s" and not s.tag[k] & CAPITAL]
        return not forbids and len(named) == len(teams)
    first, last = _named(s, telling.label)
    named = [i for i in range(first + (first == k), last) if s.lower[i] in objects.words]
    # not before a noun that no list knows: "ended its night **classes**"
    return any(i + 1 == last or i == k + 1 or s.tag[i + 1] & ~UNKNOWN for i in named)


def _named(s: Sentence, label: Range) -> Range:
    """A label up to its head, or what that counts: "most of | **the money**", "half of | **his life**"."""
    first, head = head_words(s, label)
    counts = s.word(head) == "of" and is_part(s.lower[head - 1], s.tag[head - 1])
    return head_words(s, (head + 1, label[1])) if counts and head + 1 < label[1] else (first, head)


_Framed = tuple[tuple[VerbRule, tuple[str, ...]], ...]
ACTIVE_RULES: Final[_Framed] = (
    (answered_to, ("to",)),
    (chose_to, ("to",)),
    (promised, ("to",)),
    (asked_that, ("that",)),
    (asked, ("addressee",)),
    (offered, ("offer",)),
    (chose_doing, ("gerund",)),
    (ruled, ("finding",)),
    (chose_as, ("as",)),
    (found, ("verdict",)),
    (carried, ("vote",)),
    (answered, ("answer",)),
    (did, ("object", "act")),
    (went, ("alone",)),
)
"""Each rule with the frames of which a verb must have one for the rule to be tried: the first says what it tells."""
PASSIVE_RULES: Final[_Framed] = (
    (was_asked, ("addressee",)),
    (offered, ("offer",)),
    (found, ("verdict",)),
    (was_done, ("object", "act", "given")),
    (carried, ("vote",)),
)
"""Those of a verb in the passive."""


def _fitting(rules: _Framed, frames: dict[str, Told]) -> Rules:
    """The rules for which a usage has a frame."""
    told = [(rule, [frames[each] for each in needed if each in frames]) for rule, needed in rules]
    return tuple([(rule, found[0]) for rule, found in told if found])


@cache
def _usages(form: str) -> list[Usage]:
    """The usages of a decision verb by its form: those with a particle first."""
    verb = DECISION_VERBS[form]
    by_particle = sorted(verb.frames.items(), key=lambda item: not item[0])
    return [
        Usage(
            verb.lemma, words.split(), frames, _fitting(ACTIVE_RULES, frames), _fitting(PASSIVE_RULES, frames)
        )
        for words, frames in by_particle
    ]
