"""Which decisions each claim is about, and why: the first of ``RULES`` that finds any decides."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from claimcli.lexicon import CAPITAL
from claimcli.lexicon.decision_words import REFERRING_NOUNS
from claimcli.model import Speaker
from claimcli.parser.attribution import Attribution
from claimcli.parser.decisions.choices import Choice
from claimcli.parser.decisions.stems import STEM, Weights
from claimcli.parser.text import Layout, Tokens

SAME_WORDS = 0.6
"""A claim that has this part of the stems of a decision's label, by weight, speaks of it …"""

SAME_WORDS_AS_MAIN = 0.4
"""… or this part, where the decision is the one that the article makes most of."""

_POINTING = frozenset(
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


class _Saying:
    """A claim as the rules see it: its ranges of tokens (with its cue) and where it starts, in characters.

    ``words`` are those of its plain text, ``repeats`` the decisions whose words it has.
    """

    __slots__ = ("a", "paragraph", "ranges", "repeats", "speaker", "start", "words")

    def __init__(self, a: Attribution, speaker: Speaker | None, t: Tokens) -> None:
        self.a = a
        self.speaker = speaker.name if speaker else None
        self.ranges = [*a.content, a.cue] if a.cue else a.content
        self.start = t.start[self.ranges[0][0]]
        self.words: list[str] = []
        self.paragraph = 0
        self.repeats: list[int] = []


class Linker:
    """Links the claims of one article, in the order of the text, to its decisions (by their index)."""

    def __init__(
        self, t: Tokens, layout: Layout, plain: str, choices: list[Choice], weights: Weights
    ) -> None:
        self._t, self._layout, self._plain, self._weights = t, layout, plain, weights
        self._stems = [choice.stems for choice in choices]
        self._told_by = [
            {w for told in choice.tellings for w in plain[told.action.start : told.label.end].split()}
            for choice in choices
        ]
        self._common = [_common_stems(choice) for choice in choices]
        self._enough = [SAME_WORDS * weights.of(stems) for stems in self._stems]
        self._enough[0] *= SAME_WORDS_AS_MAIN / SAME_WORDS
        self._having: dict[str, list[int]] = {}
        for number, stems in enumerate(self._stems):
            for stem in stems:
                self._having.setdefault(stem, []).append(number)
        self._vocabulary = frozenset(self._having)
        told = [(told, number) for number, choice in enumerate(choices) for told in choice.tellings]
        self._actions = sorted([(*told.action, number) for told, number in told])
        self._paragraphs = [layout.paragraph_at(start) for start, _, _ in self._actions]
        self._longest = max([end - start for start, end, _ in self._actions])
        self.tells = bytearray(len(t.raw))  # one byte a token: 1 where it belongs to any action
        for each, _ in told:
            first, last = each.tokens
            self.tells[first:last] = b"\x01" * (last - first)
        self._in_sentence: dict[int, list[int]] = {}
        for each, number in told:
            if not each.quoted:
                self._in_sentence.setdefault(each.telling.sentence, []).append(number)
        # the last claim, where it was about a decision of itself, and those decisions
        self.last: tuple[_Saying, list[int]] | None = None

    def link(self, a: Attribution, speaker: Speaker | None) -> list[int]:
        """The indexes of the decisions that a claim is about; adds to its ``rules`` why."""
        saying = self._saying(a, speaker)
        for rule, why in _RULES:
            found = rule(self, saying)
            if found:
                a.rules.append(why)
                self.last = (saying, found) if rule is not goes_on_from_a_claim_that_is else None
                return found
        self.last = None
        return []

    # ---- what the rules ask -------------------------------------------------------------------

    def _saying(self, claim: Attribution, speaker: Speaker | None) -> _Saying:
        start, end, plain = self._t.start, self._t.end, self._plain
        saying = _Saying(claim, speaker, self._t)
        saying.paragraph = self._layout.paragraph_at(saying.start)
        text = " ".join([plain[start[first] : end[last - 1]] for first, last in saying.ranges])
        words = saying.words = text.split()
        said = self._vocabulary.intersection([word[:STEM] for word in words])
        if said:
            numbers = {number for stem in said for number in self._having[stem]}
            saying.repeats = sorted([number for number in numbers if self._is_named_by(said, number)])
        return saying

    def _is_named_by(self, said: frozenset[str], number: int) -> bool:
        """Whether stems name a decision: they have enough of the stems of its label, by weight."""
        if said.isdisjoint(self._common[number]):
            return False
        return self._weights.of(said & self._stems[number]) >= self._enough[number]

    def told_in(self, first: int, last: int) -> list[int]:
        """The decisions whose action meets a range of tokens."""
        start, end = self._t.start[first], self._t.end[last - 1]
        low = bisect_left(self._actions, (start - self._longest,))
        high = bisect_left(self._actions, (end,))
        return [number for _, until, number in self._actions[low:high] if until > start]

    def told_in_sentence(self, sentence: int) -> list[int]:
        """The decisions that a sentence of the article tells in its own words."""
        return self._in_sentence.get(sentence, [])

    def last_told(self, saying: _Saying) -> list[int]:
        """The decision told last before a claim, in its own paragraph."""
        at = bisect_left(self._actions, (saying.start,)) - 1
        if at < 0 or self._paragraphs[at] < saying.paragraph:
            return []
        return [self._actions[at][2]]

    def refers(self, saying: _Saying) -> str | None:
        """The noun by which a claim points to a decision: "the decision", "this move", "such a ban"."""
        words = saying.words
        if REFERRING_NOUNS.keys().isdisjoint(words):
            return None
        at = [i for i, word in enumerate(words) if word in REFERRING_NOUNS]
        return next((words[i] for i in at if not _POINTING.isdisjoint(words[max(0, i - 3) : i])), None)

    def kin(self, noun: str) -> list[int]:
        """The first decision that is told by a noun or its kin: "such a ban", of banning fireworks."""
        kin = noun[:STEM]
        return next(
            ([n] for n, words in enumerate(self._told_by) if any(word.startswith(kin) for word in words)), []
        )


def _common_stems(choice: Choice) -> frozenset[str]:
    """The stems of a label that are no names, by which a claim must speak of it; all of a label in names."""
    t, (first, last) = choice.tellings[0].telling.t, choice.tellings[0].telling.label
    names = [t.lower[i][:STEM] for i in range(first, last) if t.tag[i] & CAPITAL]
    return choice.stems.difference(names) or choice.stems


def tells_the_decision(linker: Linker, saying: _Saying) -> list[int]:
    """ "The mayor **vowed to close the bridge**": its words tell the choice."""
    told: list[int] = []
    for first, last in saying.ranges:
        if linker.tells.find(1, first, last) >= 0:
            told += linker.told_in(first, last)
    return sorted({*told, *saying.repeats}) if told else []


def same_words(linker: Linker, saying: _Saying) -> list[int]:  # noqa: ARG001 (a rule asks the linker if it must)
    """ "“A **no-fly zone** would have meant war,” he said": it repeats the words of a label."""
    return saying.repeats


def stands_where_the_decision_is_told(linker: Linker, saying: _Saying) -> list[int]:
    """ "The board rejected the bid, **saying** it was low": in the sentence that tells the choice."""
    told = linker.told_in_sentence(saying.a.sentence)
    return sorted(set(told)) if told else told


def refers_to_the_decision(linker: Linker, saying: _Saying) -> list[int]:
    """ "“**This was a hard decision**,” she said": the last told in its paragraph, else the main one."""
    noun = linker.refers(saying)
    if noun is None:
        return []
    return linker.kin(noun) or linker.last_told(saying) or ([0] if REFERRING_NOUNS[noun] else [])


def goes_on_from_a_claim_that_is(linker: Linker, saying: _Saying) -> list[int]:
    """ "“…,” she said. **“I would do it again.”**": next in its paragraph, or by its speaker."""
    if linker.last is None:
        return []
    before, found = linker.last
    same_speaker = saying.speaker is not None and saying.speaker == before.speaker
    if 0 not in found:
        return []
    further = saying.paragraph - before.paragraph
    return [0] if further == 0 or (same_speaker and further == 1) else []


def stands_beside_the_decision(linker: Linker, saying: _Saying) -> list[int]:
    """ "The museum will return the boat. **“It was never ours,” Holt said**": told in its paragraph."""
    return linker.last_told(saying)


RULES: tuple[Callable[[Linker, _Saying], list[int]], ...] = (
    tells_the_decision,
    same_words,
    stands_where_the_decision_is_told,
    refers_to_the_decision,
    goes_on_from_a_claim_that_is,
    stands_beside_the_decision,
)

_RULES = [(rule, f"about: {rule.__name__.replace('_', ' ')}") for rule in RULES]
