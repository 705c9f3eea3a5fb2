"""Which decisions each claim is about, and why.

Each of ``RULES`` speaks for some decisions, and what it says is worth so many points. A claim is about the
decisions that are given as many as it takes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from operator import itemgetter
from typing import Final

from claimcli.lexicon import CAPITAL
from claimcli.lexicon.decision_words import REFERRING_NOUNS
from claimcli.model import Speaker
from claimcli.parser.attribution import Attribution
from claimcli.parser.decisions.choices import Choice
from claimcli.parser.decisions.stems import STEM, Sayings, Weights
from claimcli.parser.text import QUOTATION, Layout, Tokens

ENOUGH: Final = 8
"""How many points make a claim about a decision …"""

LESS_FOR_MAIN: Final = 3
"""… so many fewer for the one that the article makes most of, which most claims are about …"""

LESS_FOR_QUOTED: Final = 2
"""… fewer where the claim is quoted: articles quote what bears on their matter …"""

MORE_BESIDE_ANOTHER: Final = 3
"""… and more for what a claim does not name that plainly speaks of another decision. All these, and the
worth of the rules, were weighed on annotated news."""

PARTS: Final = 4
"""A claim speaks of a decision once for each of so many parts of its label, by weight, whose words it has."""

PLAINLY: Final = 3
"""With the words of so many parts it speaks of it plainly."""

_POINTING: Final = frozenset(
    [
        "the",
        "this",
        "that",
        "his",
        "her",
        "their",
        "its",
        "our",
        "s",
        "such",
        "a",
        "an",
        "hard",
        "right",
        "wrong",
    ]
)
"""Words before a noun by which it points to something told: "the", "this", "Marr’s" …"""

_STEM_OF: Final = itemgetter(slice(STEM))
_KIN: Final = frozenset([noun[:STEM] for noun in REFERRING_NOUNS])
_KIN_LENGTHS: Final = sorted({len(beginning) for beginning in _KIN})


class _Saying:
    """A claim as the rules see it.

    ``place`` is the number of the tellings that begin before it; ``opens`` says that its sentence opens its
    paragraph. ``words`` are those of its plain text with its cue.
    ``told`` are the decisions that its words tell, ``named`` those whose labels have its words, each as often
    as ``PARTS`` says, ``found`` those that it is about.
    """

    __slots__ = ("found", "named", "opens", "paragraph", "place", "speaker", "told", "words")

    def __init__(self, speaker: Speaker | None, paragraph: int, place: int) -> None:
        self.speaker, self.paragraph, self.place = speaker, paragraph, place
        self.opens = False
        self.words: list[str] = []
        self.told: list[int] = []
        self.named: list[int] = []
        self.found: list[int] = []

    @property
    def plainly_of(self) -> set[int]:
        """The decisions that the claim plainly speaks of."""
        return {*self.told, *[n for n in self.named if self.named.count(n) >= PLAINLY]}


class Linker:
    """Links the claims of one article, in the order of the text, to its decisions (by their index)."""

    def __init__(
        self, t: Tokens, layout: Layout, plain: str, choices: list[Choice], sayings: Sayings
    ) -> None:
        self._t, self._layout, self._plain, self._weights = t, layout, plain, Weights(plain)
        self._choices = choices
        self._labels = [choice.stems for choice in choices]
        self._weighing: dict[int, float] = {}  # what a label weighs, of those that were asked for
        self._common = [_common_stems(choice) for choice in choices]
        self._by_label = _by_member(self._labels)
        self._texts = sayings.texts
        self._vocabulary = frozenset(self._by_label)
        told = [(told, number) for number, choice in enumerate(choices) for told in choice.tellings]
        self._actions = sorted([(*told.action, number) for told, number in told])
        self._paragraphs = [layout.paragraph_at(start) for start, _, _ in self._actions]
        self._longest = max([end - start for start, end, _ in self._actions])
        self._tells = bytearray(len(t.raw))  # one byte a token: 1 where it belongs to any action
        for each, _ in told:
            first, last = each.tokens
            self._tells[first:last] = b"\x01" * (last - first)
        self.before: _Saying | None = None  # the last claim

    def link(self, claim: int, a: Attribution, speaker: Speaker | None) -> list[int]:
        """The indexes of the decisions that a claim (by its index) is about; adds to its ``rules`` why."""
        saying = self._saying(claim, a, speaker)
        points: dict[int, int] = {}
        reasons: list[tuple[str, int, list[int]]] = []
        for rule, worth, why in _RULES:
            numbers = rule(self, saying)
            if numbers:
                reasons.append((why, worth, numbers))
                for number in numbers:
                    points[number] = points.get(number, 0) + worth
        found = saying.found
        if points:
            enough = ENOUGH - LESS_FOR_QUOTED * self._is_quoted(a)
            plainly = saying.plainly_of
            for number in sorted(points):
                needed = enough - LESS_FOR_MAIN * (number == 0)
                needed += MORE_BESIDE_ANOTHER * bool(plainly and number not in plainly)
                if points[number] >= needed:
                    found.append(number)
                    a.rules += [why for why in _plainest(reasons, number, needed) if why not in a.rules]
        self.before = saying
        return found

    # ---- what a claim has to do with the decisions --------------------------------------------

    def _saying(self, claim: int, a: Attribution, speaker: Speaker | None) -> _Saying:
        start = self._t.start
        ranges = [*a.content, a.cue] if a.cue else a.content
        at = start[ranges[0][0]]
        saying = _Saying(speaker, self._layout.paragraph_at(at), bisect_left(self._actions, (at,)))
        opening = self._layout.starts[saying.paragraph - 1]
        saying.opens = start[self._t.sentences[a.sentence][0]] <= opening
        saying.words = self._texts[claim].split()
        for first, last in ranges:
            if self._tells.find(1, first, last) >= 0:
                saying.told += self._told_in(first, last)
        stems = self._vocabulary.intersection(map(_STEM_OF, saying.words))
        if stems:
            for number in _numbers(self._by_label, stems):
                saying.named += [number] * self._parts_named(stems, number)
        return saying

    def _parts_named(self, stems: frozenset[str], number: int) -> int:
        """How many parts of a decision's label are among some stems; none if those are but names."""
        if stems.isdisjoint(self._common[number]):
            return 0
        label = self._labels[number]
        if label <= stems:
            return PARTS
        weighing = self._weighing.get(number)
        if weighing is None:
            weighing = self._weighing[number] = self._weights.of(label)
        return int(PARTS * self._weights.of(stems & label) / weighing)

    def _is_quoted(self, a: Attribution) -> bool:
        """Whether a claim, or a piece of it, begins with quoted words."""
        return any(self._t.lower[first] == QUOTATION for first, _ in a.content)

    def _told_in(self, first: int, last: int) -> list[int]:
        """The decisions whose action meets a range of tokens."""
        start, end = self._t.start[first], self._t.end[last - 1]
        low = bisect_left(self._actions, (start - self._longest,))
        high = bisect_left(self._actions, (end,))
        return sorted({number for _, until, number in self._actions[low:high] if until > start})

    # ---- what the rules ask -------------------------------------------------------------------

    def last_told(self, saying: _Saying) -> list[int]:
        """The decision told last before a claim, in its own paragraph."""
        at = saying.place - 1
        return [self._actions[at][2]] if at >= 0 and self._paragraphs[at] == saying.paragraph else []

    def told_next(self, saying: _Saying) -> list[int]:
        """The decision told next after a claim begins, in its own paragraph or the next."""
        at = saying.place
        soon = at < len(self._actions) and self._paragraphs[at] <= saying.paragraph + 1
        return [self._actions[at][2]] if soon else []

    def gone_on_from(self, saying: _Saying) -> list[int]:
        """What the claim before is about, where a claim goes on from that.

        It does in the same paragraph, and in the next by the same speaker or where that opens with the claim:
        what the article tells between the two leads to another matter.
        """
        before = self.before
        if before is None or not before.found or saying.paragraph > before.paragraph + 1:
            return []
        by_same = saying.speaker is not None and saying.speaker == before.speaker
        goes_on = saying.paragraph == before.paragraph or by_same or saying.opens
        return before.found if goes_on else []

    def refers(self, saying: _Saying) -> str | None:
        """The noun by which a claim points to a decision: "the decision", "this move", "such a ban"."""
        words = saying.words
        if REFERRING_NOUNS.keys().isdisjoint(words):
            return None
        at = [i for i, word in enumerate(words) if word in REFERRING_NOUNS]
        return next((words[i] for i in at if not _POINTING.isdisjoint(words[max(0, i - 3) : i])), None)

    def kin(self, noun: str) -> list[int]:
        """The first decision that is told by a noun or its kin: "such a ban", of banning fireworks."""
        kin = self._first_of_kin.get(noun[:STEM])
        return [] if kin is None else [kin]

    # ---- what is known of the decisions -------------------------------------------------------

    @cached_property
    def _first_of_kin(self) -> dict[str, int]:
        """For each beginning of a referring noun the first decision that is told by a word so begun."""
        first: dict[str, int] = {}
        for number, choice in enumerate(self._choices):
            for told in choice.tellings:
                for word in self._plain[told.action.start : told.label.end].split():
                    for length in _KIN_LENGTHS:
                        if word[:length] in _KIN:
                            first.setdefault(word[:length], number)
        return first


def _plainest(reasons: list[tuple[str, int, list[int]]], number: int, enough: int) -> Iterator[str]:
    """The plainest of the reasons for a decision that are enough together."""
    for why, worth, numbers in reasons:
        if number in numbers:
            yield why
            enough -= worth * numbers.count(number)
            if enough <= 0:
                return


def _by_member(sets: list[frozenset[str]]) -> dict[str, list[int]]:
    """For each word or stem the indexes of the sets that hold it."""
    by_member: dict[str, list[int]] = {}
    for number, members in enumerate(sets):
        for member in members:
            by_member.setdefault(member, []).append(number)
    return by_member


def _numbers(by_member: dict[str, list[int]], members: Iterable[str]) -> list[int]:
    """The indexes of the sets that hold any of some words or stems."""
    return sorted({number for member in members for number in by_member.get(member, ())})


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


def leads_to_the_decision(linker: Linker, saying: _Saying) -> list[int]:
    """ "**The pier is rotten, engineers say.** The council will sell it": the choice is told next."""
    return linker.told_next(saying)


RULES: Final[tuple[tuple[Callable[[Linker, _Saying], list[int]], int], ...]] = (
    (tells_the_decision, ENOUGH),
    (same_words, 3),
    (refers_to_the_decision, 6),
    (stands_where_the_decision_is_told, 8),
    (goes_on_from_a_claim_that_is, 4),
    (leads_to_the_decision, 2),
)
"""The rules, and how many points a decision gets each time that one speaks for it."""

_RULES: Final = [(rule, worth, f"about: {rule.__name__.replace('_', ' ')}") for rule, worth in RULES]
