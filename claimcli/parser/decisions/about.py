"""Which decisions each claim is about, and why.

Each of ``RULES`` speaks for some decisions, and what it says is worth so many points. A claim is about the
decisions that are given as many as it takes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Final

from claimcli.lexicon import CAPITAL
from claimcli.lexicon.decision_words import REFERRING_NOUNS
from claimcli.model import Speaker
from claimcli.parser.attribution import Attribution
from claimcli.parser.decisions.choices import Choice
from claimcli.parser.decisions.stems import STEM, Sayings
from claimcli.parser.text import QUOTATION, Layout, Tokens

ENOUGH: Final = 8
"""How many points make a claim about a decision …"""

LESS_FOR_MAIN: Final = 3
"""… so many fewer for the one that the article makes most of, which most claims are about …"""

LESS_FOR_QUOTED: Final = 2
"""… fewer where the claim is quoted: articles quote what bears on their matter …"""

MORE_BESIDE_ANOTHER: Final = 3
"""… and more where the claim tells another decision. All these, and the worth of the rules, were weighed on
annotated news."""

_POINTING: Final = frozenset("the this that his her their its our s such a an hard right wrong".split())
"""Words before a noun by which it points to something told: "the", "this", "Marr’s" …"""

_BEFORE_VERB: Final = frozenset(
    "will would to can could may might shall should must do does did not t".split()
)
"""Words after which "vote" or "order" is a verb, and points to nothing."""

_REFERRING: Final = frozenset(REFERRING_NOUNS)


class _Saying:
    """A claim as the rules see it.

    ``place`` is the number of the tellings that begin before it; ``opens`` says that its sentence opens its
    paragraph. ``text`` is its plain text with its cue.
    ``told`` are the decisions that its words tell, ``named`` those whose labels have its words, each once
    for every word, ``found`` those that it is about.
    """

    __slots__ = ("found", "named", "opens", "paragraph", "place", "speaker", "text", "told")

    def __init__(
        self, text: str, named: list[int], speaker: Speaker | None, paragraph: int, place: int
    ) -> None:
        self.text, self.named, self.speaker = text, named, speaker
        self.paragraph, self.place = paragraph, place
        self.opens = False
        self.told: list[int] = []
        self.found: list[int] = []


class Linker:
    """Links the claims of one article, in the order of the text, to its decisions (by their index)."""

    def __init__(
        self, t: Tokens, layout: Layout, plain: str, choices: list[Choice], sayings: Sayings
    ) -> None:
        self._t, self._layout, self._plain = t, layout, plain
        self._choices = choices
        self._texts = sayings.texts
        self._named = _named(choices, sayings)
        told = [(told, number) for number, choice in enumerate(choices) for told in choice.tellings]
        self._actions = sorted([(*told.action, number) for told, number in told])
        self._starts = [start for start, _, _ in self._actions]
        self._paragraphs = [layout.paragraph_at(start) for start in self._starts]
        self._longest = max([end - start for start, end, _ in self._actions])
        self._tells = bytearray(len(t.raw))  # one byte a token: 1 where it belongs to any action
        for each, _ in told:
            first, last = each.tokens
            self._tells[first:last] = b"\x01" * (last - first)
        self._kin: dict[str, list[int]] = {}  # by the stem of a noun, the first decision that is told by it
        self.before: _Saying | None = None  # the last claim

    def link(self, claim: int, a: Attribution, speaker: Speaker | None) -> list[int]:
        """The indexes of the decisions that a claim (by its index) is about; adds to its ``rules`` why."""
        saying = self._saying(claim, a, speaker)
        reasons = [(why, worth, numbers) for rule, worth, why in _RULES if (numbers := rule(self, saying))]
        if reasons:
            self._weigh(saying, a, reasons)
        self.before = saying
        return saying.found

    def _weigh(self, saying: _Saying, a: Attribution, reasons: list[tuple[str, int, list[int]]]) -> None:
        """Find what a claim is about: the decisions for which the reasons are worth as many points as it takes."""
        points: dict[int, int] = {}
        for _, worth, numbers in reasons:
            for number in numbers:
                points[number] = points.get(number, 0) + worth
        enough = ENOUGH - LESS_FOR_QUOTED * self._is_quoted(a)
        for number in sorted(points):
            needed = enough - LESS_FOR_MAIN * (number == 0)
            needed += MORE_BESIDE_ANOTHER * bool(saying.told and number not in saying.told)
            if points[number] >= needed:
                saying.found.append(number)
                a.rules += [why for why in _plainest(reasons, number, needed) if why not in a.rules]

    # ---- what a claim has to do with the decisions --------------------------------------------

    def _saying(self, claim: int, a: Attribution, speaker: Speaker | None) -> _Saying:
        """A claim (by its index) as the rules see it."""
        start = self._t.start
        ranges = [*a.content, a.cue] if a.cue else a.content
        at = start[ranges[0][0]]
        paragraph, place = self._layout.paragraph_at(at), bisect_left(self._starts, at)
        saying = _Saying(self._texts[claim], self._named[claim], speaker, paragraph, place)
        opening = self._layout.starts[paragraph - 1]
        saying.opens = start[self._t.sentences[a.sentence][0]] <= opening
        for first, last in ranges:
            if self._tells.find(1, first, last) >= 0:
                saying.told += self._told_in(first, last)
        return saying

    def _is_quoted(self, a: Attribution) -> bool:
        """Whether a claim, or a piece of it, begins with quoted words."""
        return any(self._t.lower[first] == QUOTATION for first, _ in a.content)

    def _told_in(self, first: int, last: int) -> list[int]:
        """The decisions whose action meets a range of tokens."""
        start, end = self._t.start[first], self._t.end[last - 1]
        low = bisect_left(self._starts, start - self._longest)
        high = bisect_left(self._starts, end)
        return sorted({number for _, until, number in self._actions[low:high] if until > start})

    # ---- what the rules ask -------------------------------------------------------------------

    def last_told(self, saying: _Saying) -> list[int]:
        """The decision told last before a claim, in its own paragraph."""
        at = saying.place - 1
        return [self._actions[at][2]] if at >= 0 and self._paragraphs[at] == saying.paragraph else []

    def gone_on_from(self, saying: _Saying) -> list[int]:
        """What the claim before is about, where a claim goes on from that.

        It does in the same paragraph, and in the next by the same speaker or where that opens with the claim:
        what the article tells between the two leads to another matter.
        """
        before = self.before
        if before is None or not before.found or saying.paragraph > before.paragraph + 1:
            return []
        if saying.paragraph == before.paragraph or saying.opens:
            return before.found
        by_same = saying.speaker is not None and saying.speaker == before.speaker
        return before.found if by_same else []

    def refers(self, saying: _Saying) -> str | None:
        """The noun by which a claim points to a decision: "the decision", "this move", "such a ban"."""
        words = saying.text.split()
        if _REFERRING.isdisjoint(words):
            return None
        at = [i for i, word in enumerate(words) if word in _REFERRING and words[i - 1] not in _BEFORE_VERB]
        return next((words[i] for i in at if not _POINTING.isdisjoint(words[max(0, i - 3) : i])), None)

    def kin(self, noun: str) -> list[int]:
        """The first decision that is told by a noun or its kin: "such a ban", of banning fireworks."""
        stem = noun[:STEM]
        if stem not in self._kin:
            self._kin[stem] = next(([n] for n, each in enumerate(self._choices) if self._has(each, stem)), [])
        return self._kin[stem]

    def _has(self, choice: Choice, stem: str) -> bool:
        """Whether a word that tells a choice begins with a stem."""
        for told in choice.tellings:
            text = self._plain[told.action.start : told.label.end]
            if stem in text and any(word.startswith(stem) for word in text.split()):
                return True
        return False


def _plainest(reasons: list[tuple[str, int, list[int]]], number: int, enough: int) -> Iterator[str]:
    """The plainest of the reasons for a decision that are enough together."""
    for why, worth, numbers in reasons:
        if number in numbers:
            yield why
            enough -= worth * numbers.count(number)
            if enough <= 0:
                return


def _named(choices: list[Choice], sayings: Sayings) -> list[list[int]]:
    """For each claim the decisions (by their index) whose labels have its words, each once for every word.

    But none of whose label it has only names: those it may say of anything.
    """
    named: list[list[int]] = [[] for _ in sayings.texts]
    for number, choice in enumerate(choices):
        words = sayings.words_of(choice.stems)
        common = _common_stems(choice)
        speaking = words if common == choice.stems else sayings.words_of(common)
        for claim in speaking:
            named[claim] += [number] * words[claim]
    return named


def _common_stems(choice: Choice) -> frozenset[str]:
    """The stems of a label that are no names, by which a claim must speak of it; all of a label in names."""
    t, (first, last) = choice.tellings[0].telling.t, choice.tellings[0].telling.label
    names = [t.lower[i][:STEM] for i in range(first, last) if t.tag[i] & CAPITAL]
    return choice.stems.difference(names) or choice.stems


# ---- the rules, from the plainest to the faintest ---------------------------------------------


def tells_the_decision(linker: Linker, saying: _Saying) -> list[int]:  # noqa: ARG001 (rules are called alike)
    """ "The mayor **vowed to close the bridge**": its words tell the choice."""
    return saying.told


def same_words(linker: Linker, saying: _Saying) -> list[int]:  # noqa: ARG001
    """ "“A **no-fly zone** would have meant war,” he said": it repeats the words of a label."""
    return saying.named


def refers_to_the_decision(linker: Linker, saying: _Saying) -> list[int]:
    """ "“**This was a hard decision**,” she said": the last told in its paragraph, else the main one.

    A noun for some decisions alone means the one told by it: "**such a ban**", of banning fireworks.
    """
    noun = linker.refers(saying)
    if noun is None:
        return []
    return (linker.last_told(saying) or [0]) if REFERRING_NOUNS[noun] else linker.kin(noun)


def stands_where_the_decision_is_told(linker: Linker, saying: _Saying) -> list[int]:
    """ "The board rejected the bid, **saying** it was low": the last told before it, in its paragraph."""
    return linker.last_told(saying)


def goes_on_from_a_claim_that_is(linker: Linker, saying: _Saying) -> list[int]:
    """ "“…,” she said. **“I would do it again.”**": next in its paragraph, or on into another."""
    return linker.gone_on_from(saying)


RULES: Final[tuple[tuple[Callable[[Linker, _Saying], list[int]], int], ...]] = (
    (tells_the_decision, ENOUGH),
    (same_words, 3),
    (refers_to_the_decision, 6),
    (stands_where_the_decision_is_told, 8),
    (goes_on_from_a_claim_that_is, 4),
)
"""The rules, and how many points a decision gets each time that one speaks for it."""

_RULES: Final = [(rule, worth, f"about: {rule.__name__.replace('_', ' ')}") for rule, worth in RULES]
