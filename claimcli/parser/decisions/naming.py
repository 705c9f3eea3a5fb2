"""Which decisions claims name: by the words of a label, its names, or a noun of its verb."""

from __future__ import annotations

from typing import Final, NamedTuple

from claimcli.lexicon import ADVERB, CAPITAL, DETERMINER, NOUN, PREPOSITION, VERB_ING, WORD
from claimcli.lexicon.decision_words import DECISION_VERBS, MEASURES, PARTICLES
from claimcli.parser.decisions.choices import Choice, Told, before_preposition
from claimcli.parser.decisions.choosers import PAPERS
from claimcli.parser.decisions.sentence import Telling
from claimcli.parser.grammar import time_at
from claimcli.parser.stems import Sayings, plain, stem, stems_in

_DONE: Final = frozenset({"be", "been", "was", "were"})
_ENDS: Final = frozenset({"that", "which", "who"})
GOOD_PART: Final = 0.5
"""Which part of a label's words, and two at least, speak of it without the one for what is chosen."""
_CLAUSE: Final = 12
"""Tokens of a clause that is looked through for what a law does."""
_THIRD: Final = frozenset("him her his hers them their".split())
"""Words that may stand for a name."""


def nameable(plain: str, told: Told) -> list[str]:
    """The words of a telling that a noun may stand for: none behind "to" or "of" and the like in its label."""
    t, behind = told.telling.t, told.telling.label[0] + 1
    behind += t.word(behind) == "for"  # "called **for** a ban"
    end, why = before_preposition(told.telling, behind), {"over", "after", "amid"}  # "quit | **over** a plan"
    end = t.find(why, behind, end, end) if told.telling.rule == "went" else end
    return plain[told.action.start : t.end[end - 1]].split()


class Named(NamedTuple):
    """The decisions (by their index) that a claim names by words of their labels."""

    by_words: list[int]  # each once for every word
    by_names: list[int]  # those of whose label it has only names, which it may say of anything
    of_objects: list[int]  # those of which it has names of whom or what is chosen
    plainly: list[int]  # those of which it has a word for what is chosen, or half of all


def named_by_claims(choices: list[Choice], sayings: Sayings) -> list[Named]:
    """For each claim the decisions whose labels have its words.

    Left out, those of whose label it has only the verb, beside neither a name of the label nor a pronoun: "we support
    Holt" beside "support Marr".
    """
    named = [Named([], [], [], []) for _ in sayings.texts]
    for number, choice in enumerate(choices):
        told = choice.named
        words, common = sayings.words_of(told.stems), _common_stems(told)
        spoken = words if common == told.stems else sayings.words_of(common)
        by_verb = told.telling.label_words[0] in DECISION_VERBS
        named_too = by_verb and len(common) == 1 and common != told.stems
        heads = sayings.words_of(_heads_of(told))
        for claim in sayings.words_of(_object_names(told)):
            named[claim].of_objects.append(number)
        for claim, times in words.items():
            others = spoken.get(claim, 0)
            if claim in heads or times >= max(2, GOOD_PART * len(told.stems)):
                named[claim].plainly.append(number)
            if not others:
                named[claim].by_names.extend([number] * times)
            elif not named_too or times > others or not _THIRD.isdisjoint(sayings.texts[claim].split()):
                named[claim].by_words.extend([number] * times)
        for claim, times in sayings.words_of(_spelled_out(told) - told.stems).items():
            named[claim].by_words.extend([number] * times)
            named[claim].plainly.append(number)
    return named


def _heads_of(named: Told) -> frozenset[str]:
    """The stems that say what is chosen: "raise", "bridge" and "toll", of "raise the bridge toll for lorries".

    Of what is counted or shared out that of what stands behind, too: "a rise in **spending**".
    """
    telling = named.telling
    t, (first, last) = telling.t, telling.label
    verb = t.find(_DONE, first, last - 1, first - 1) + 1  # "bridge should be | closed"
    begin = verb + 1
    while begin < last and (t.tag[begin] & (PREPOSITION | ADVERB) or t.lower[begin] in PARTICLES):
        begin += 1
    end = _phrase_end(telling, begin)
    joined = (i + 1 for i in range(verb, end - 1) if "and" in t.lower[i : i + 3 : 2])  # beside "and"
    at = [first, verb, end - 1, *joined]
    if end - 2 >= begin and not t.tag[end - 2] & DETERMINER:
        at.append(end - 2)
    if end < last and (t.lower[end] == "of" or t.lower[end - 1] in MEASURES):
        at.append(_phrase_end(telling, end + 1) - 1)
    if telling.object is not None:
        at.append(telling.object[1] - 1)
    return named.stems.intersection([stem(t.lower[i]) for i in at]) or named.stems


def _phrase_end(telling: Telling, begin: int) -> int:
    """Where the noun phrase of a label ends that opens at an index: "a bill | giving guards arms", "a law | that"."""
    t, last = telling.t, telling.label[1]
    for i in range(begin + 1, last):
        if t.tag[i] & PREPOSITION or t.lower[i] in _ENDS or (t.tag[i] & VERB_ING and t.tag[i - 1] & NOUN):
            return i
    return last


def _spelled_out(named: Told) -> frozenset[str]:
    """The stems of the clause that tells what a law does: "vetoed a bill **that would have raised the tax**"."""
    t, end = named.telling.t, named.telling.label[1]
    until = t.sentences[named.telling.sentence][1]
    last = time_at(t, end, until)
    if t.lower[end - 1] not in PAPERS or last >= until or t.lower[last] not in ("that", "which", "to"):
        return frozenset()
    stop = min(last + _CLAUSE, until)
    end = next((i for i in range(last, stop) if not t.tag[i] & WORD or t.tag[i] & CAPITAL), stop)
    words = plain(t.words(last, end))
    return stems_in(words, 0, len(words))


def _common_stems(named: Told) -> frozenset[str]:
    """The stems of a label that are no names, by which a claim must speak of it; all of a label in names."""
    return named.stems.difference(_names_in(named, *named.telling.label)) or named.stems


def _object_names(named: Told) -> frozenset[str]:
    """The stems of the names of whom or what is chosen: "endorse **Tom Reed**", but not "send nurses to **Arra**"."""
    t, (first, last) = named.telling.t, named.telling.label
    led = (i for i in range(first + 1, last) if t.tag[i] & PREPOSITION and t.lower[i] not in ("of", "from"))
    return named.stems & _names_in(named, first, next(led, last))


def _names_in(named: Told, first: int, last: int) -> frozenset[str]:
    """The stems of the names among the tokens first..last."""
    t = named.telling.t
    return frozenset([stem(t.lower[i]) for i in range(first, last) if t.tag[i] & CAPITAL])
