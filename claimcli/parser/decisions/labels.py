"""The words of a decision's label: what is chosen, told so that it stands alone."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final, NamedTuple

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    NOUN,
    NUMBER,
    OPENS_NOUN,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    TENSED,
    TIME,
    VERB,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    WH,
    WORD,
)
from claimcli.lexicon.decision_words import AGREEMENTS, PARTICLES
from claimcli.model import Status
from claimcli.parser.decisions.choosers import PAPERS
from claimcli.parser.decisions.label_end import is_adjective, label_end
from claimcli.parser.decisions.sentence import Range, Sentence, Telling
from claimcli.parser.decisions.verb_rules.doing import PROPOSING, PUTTING_FORWARD
from claimcli.parser.decisions.verb_rules.done import TERMS
from claimcli.parser.grammar import ARTICLES, POSSESSIVE_MARKS, time_at
from claimcli.parser.text import QUOTATION, Tokens

_QUOTED: Final = "“”„\"'‘’«»,.;:!? "
_CLAUSE: Final = frozenset({"that", "which"})
"""What opens a clause that tells what a law does."""
_BARE: Final = frozenset({"the", "this", "that", "these", "those"})
_TELLS_MORE: Final = frozenset("of on for against whether that which".split())
"""What leads from a noun to what tells it apart: "a plan **for** the docks"."""
_PARTIES: Final = frozenset({"with", "between"})
"""What leads to those who agree: "a deal **with** Holt Lines", beside "won the nomination | with votes to spare"."""
_OF_NONE: Final = frozenset("no any such every each what which whatever".split())
"""What opens a phrase of no one thing: "**any** bill"."""
_NO_MODIFIER: Final = (
    OPENS_NOUN | RELATIVE | PREPOSITION | PRONOUN | AUXILIARY | ADVERB | NUMBER | TIME | COORDINATOR
)
_ACTS: Final = TENSED | VERB_BASE | VERB_ING
_MODIFIERS: Final = 5
"""Most words before a noun that are looked at for what tells it apart."""


def label_of(telling: Telling, status: Status) -> str:
    """A label in words: without a time behind its verb ("closed | on Monday | the pier"), or a quotation's marks.

    What was proposed and then turned down or taken goes without its verb: "proposed | a meeting".
    """
    t, (first, last) = telling.t, telling.label
    if last - first == 1 and t.lower[first] == QUOTATION:
        return t.words(first, first + 1).strip(_QUOTED)
    then = time_at(t, first + 1, last)
    parted = first + 1 < then < last and t.tag[then] & DETERMINER
    if t.word(first + 1) == ",":  # "appointed, after a long search, | Ann Marr"
        then = t.find({","}, first + 2, last, last) + 1
        parted = then < last
    behind = then if parted else first + 1
    answered = status is not telling.status and telling.rule == "did"
    if answered and behind < last and t.lower[first] in PROPOSING | PUTTING_FORWARD:
        behind += behind + 1 < last and t.lower[behind] == "for"
        behind += behind + 1 < last and t.lower[behind] in ARTICLES
        return t.words(behind, last)
    if telling.object is None:
        opens = f"{t.raw[first]} " if parted else ""
        return opens + _told_whole(t, telling.sentence, then if parted else first, last)
    term = t.find(TERMS, first + 1, last, last)
    end = first + 1 + (t.word(first + 1) in PARTICLES)  # "**turned down** | the offer"
    # "jailed | the surgeon | for seven years"
    whole = _told_whole(t, telling.sentence, *telling.object)
    return f"{t.words(first, end)} {whole} {t.words(term, last)}".rstrip()


def _told_whole(t: Tokens, number: int, first: int, last: int) -> str:
    """The words of a label; a law that it but names, with what tells which one.

    So it is with the clause behind it, "signed a bill **that bans nets**"; or in the words in which the article tells
    it elsewhere, in square brackets: "vetoed the **[bill that bans nets]**", for "vetoed the bill".
    """
    words = t.words(first, last)
    if t.lower[last - 1] not in PAPERS or t.tag[last - 1] & CAPITAL:  # a name: "the Clean Rivers **Act**"
        return words
    clause = _clause(Sentence(t, number), last)
    if clause is not None:
        return f"{words} {t.words(*clause)}"
    opens = last - 2
    if opens <= first or t.lower[opens] not in _BARE or _tells_more(t, last):
        return words
    fuller = _fuller(t, (first, last))
    if fuller is None:
        return words
    owned = not POSSESSIVE_MARKS.isdisjoint(t.lower[fuller.first : fuller.noun])  # "**Marr’s** bill"
    return f"{t.words(first, opens + 1 - owned)} [{t.words(fuller.first, fuller.end)}]"


class _Whole(NamedTuple):
    """The words by which a noun tells which thing it is, in token indexes: "the | **GOP** bill **to cut aid**"."""

    first: int
    noun: int
    end: int


def _clause(s: Sentence, last: int) -> Range | None:
    """The clause that tells what the law does that ends before an index: "a bill last year **that bans nets**"."""
    opens = time_at(s.t, last, s.last)
    if s.word(opens) not in _CLAUSE:
        return None
    verb = opens + 1
    while verb < s.last and s.tag[verb] & (AUXILIARY | ADVERB) and not s.tag[verb] & NOUN:
        verb += 1
    acts = s.what(verb) & VERB
    end = label_end(s, verb + 1, verb) if acts else verb
    if s.word(end) == "to" and s.what(end + 1) & VERB_BASE and end > verb + 1:
        end = max(end, label_end(s, end + 2, end + 1))  # "allows shops | **to open on Sundays**"
    return (opens, end) if end > verb + 1 and not s.tag[end - 1] & (WH | RELATIVE) else None


def _tells_more(t: Tokens, i: int) -> bool:
    """Whether the words at an index tell which thing the noun before them names: "the plan | to close the docks"."""
    word, following = t.word(i), t.what(i + 1)
    if word == "to":
        return bool(following & VERB_BASE)  # not "sent the bill | to the House"
    if word in _PARTIES:
        return t.word(i - 1) in AGREEMENTS
    return word in _TELLS_MORE or bool(word and t.tag[i] & VERB_PARTICIPLE and t.word(i + 1) == "by")


def _fuller(t: Tokens, label: Range) -> _Whole | None:
    """Where the article tells more of the law that ends a label: last before it, else first behind it.

    None where it tells of several, which share no word: "the Arra law", "the Berga law".
    """
    noun = t.lower[label[1] - 1]
    others = [i for i, word in enumerate(t.lower) if word == noun and not label[0] <= i < label[1]]
    found = [whole for whole in [_whole(t, i) for i in others] if whole is not None]
    if not found:
        return None
    best = next((whole for whole in reversed(found) if whole.first < label[0]), found[0])
    words = frozenset(t.lower[best.first : best.end]) - {noun}
    for each in found:
        own = [word for word in t.lower[each.first : each.noun] if not is_adjective(word)]
        if own and words.isdisjoint(own):
            return None
    return best


def _whole(t: Tokens, i: int) -> _Whole | None:
    """The words by which the noun at an index tells which thing it is: "the | **GOP** bill", "a | bill **to cut aid**".

    Without an article, but whose it is: "**Marr’s** bill".
    """
    s = Sentence(t, bisect_right(t.sentences, (i, len(t.raw))) - 1)
    if not s.first <= i < s.last or (s.what(i + 1) & NOUN and not s.what(i + 1) & (TENSED | PREPOSITION)):
        return None  # "the bill **sponsor**"
    first = i
    while first > max(s.first, i - _MODIFIERS) and _modifies(s, first - 1):
        first -= 1
    while (
        first < i
        and not s.what(first - 1) & OPENS_NOUN
        and s.tag[first] & _ACTS
        and not s.tag[first] & CAPITAL
    ):
        first += 1  # "by | **pulling** House bills"
    mark = t.find(POSSESSIVE_MARKS, first, i, i)
    if mark < i:
        first = mark
        while first > s.first and s.tag[first - 1] & CAPITAL:
            first -= 1  # "dislike | **Ann Marr’s** bill"
    if s.word(first - 1) in _OF_NONE or s.word(i + 1) in POSSESSIVE_MARKS:
        return None
    known = any(s.tag[k] & CAPITAL or not is_adjective(s.lower[k]) for k in range(first, i))
    clause = _clause(s, i + 1)
    end = clause[1] if clause else label_end(s, i, i) if _tells_more(t, i + 1) else i + 1
    return _Whole(first, i, end) if known or end > i + 2 else None


def _modifies(s: Sentence, i: int) -> bool:
    """Whether the word at an index may stand before a noun to tell it apart: "a **House** bill", "**Marr’s** bill"."""
    if s.lower[i] in POSSESSIVE_MARKS:
        return bool(s.what(i - 1) & CAPITAL)
    what = s.tag[i]
    verb = what & TENSED and not what & (NOUN | CAPITAL | VERB_PARTICIPLE)
    return bool(what & WORD) and not (what & _NO_MODIFIER or verb)
