"""Which decisions each claim is about, and why: the first of ``RULES`` that finds any decides."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from claimcli.lexicon.decision_words import REFERRING_NOUNS
from claimcli.model import Span, Speaker
from claimcli.parser.attribution import Attribution
from claimcli.parser.decisions.choices import Choice
from claimcli.parser.decisions.stems import Weights, stems_of
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
    """A claim as the rules see it: where it stands, its spans (with its cue), its words, and who speaks."""

    __slots__ = ("a", "paragraph", "repeats", "spans", "speaker", "start", "words")

    def __init__(self, a: Attribution, speaker: Speaker | None, spans: list[Span], words: list[str]) -> None:
        self.a = a
        self.speaker = speaker.name if speaker else None
        self.spans = spans
        self.start = spans[0].start
        self.words = words
        self.paragraph = 0
        self.repeats: list[int] = []


class Linker:
    """Links the claims of one article, in the order of the text, to its decisions (by their index)."""

    def __init__(
        self, t: Tokens, layout: Layout, plain: str, choices: list[Choice], weights: Weights
    ) -> None:
        self._t, self._layout, self._plain, self._weights = t, layout, plain, weights
        self._stems = [choice.stems for choice in choices]
        self._vocabulary = frozenset().union(*self._stems)
        enough = [SAME_WORDS_AS_MAIN] + [SAME_WORDS] * (len(choices) - 1)
        self._enough = [part * weights.of(stems) for part, stems in zip(enough, self._stems, strict=True)]
        told = [(told, number) for number, choice in enumerate(choices) for told in choice.tellings]
        self._actions = sorted([(*told.action, number) for told, number in told])
        self._longest = max([told.action.end - told.action.start for told, _ in told])
        self._in_sentence: dict[int, list[int]] = {}
        for each, number in told:
            if not each.quoted:
                self._in_sentence.setdefault(each.telling.sentence, []).append(number)
        self._title_end = layout.paragraphs[0].end if len(layout.paragraphs) > 1 else 0
        # the last claim, where it was about a decision of itself, and those decisions
        self.last: tuple[_Saying, list[int]] | None = None

    def link(self, a: Attribution, speaker: Speaker | None) -> list[int]:
        """The indexes of the decisions that a claim is about; adds to its ``rules`` why."""
        saying = self._saying(a, speaker)
        found: list[int] = []
        for rule in RULES:
            found = rule(self, saying)
            if found:
                a.rules.append(f"about: {rule.__name__.replace('_', ' ')}")
                break
        self.last = (saying, found) if found and rule is not goes_on_from_a_claim_that_is else None
        return found

    # ---- what the rules ask -------------------------------------------------------------------

    def _saying(self, claim: Attribution, speaker: Speaker | None) -> _Saying:
        start, end = self._t.start, self._t.end
        ranges = [*claim.content, claim.cue] if claim.cue else claim.content
        spans = [Span(start[first], end[last - 1]) for first, last in ranges]
        saying = _Saying(claim, speaker, spans, [word for a, b in spans for word in self._plain[a:b].split()])
        saying.paragraph = self._layout.paragraph_at(saying.start)
        said = self._vocabulary.intersection(stems_of(saying.words))
        if said:
            weigh = self._weights.of
            saying.repeats = [
                n for n, stems in enumerate(self._stems) if weigh(said & stems) >= self._enough[n]
            ]
        return saying

    def told_in(self, span: Span) -> list[int]:
        """The decisions whose action meets a span."""
        first = bisect_left(self._actions, (span.start - self._longest,))
        last = bisect_left(self._actions, (span.end,))
        return [number for _, end, number in self._actions[first:last] if end > span.start]

    def told_in_sentence(self, sentence: int) -> list[int]:
        """The decisions that a sentence of the article tells in its own words."""
        return self._in_sentence.get(sentence, [])

    def last_told(self, saying: _Saying) -> list[int]:
        """The decision told last before a claim, in its own paragraph."""
        at = bisect_left(self._actions, (saying.start,)) - 1
        if at < 0 or self._layout.paragraph_at(self._actions[at][0]) < saying.paragraph:
            return []
        return [self._actions[at][2]]

    def refers(self, saying: _Saying) -> bool:
        """Whether a claim says "the decision", "this move", "a painful choice"."""
        words = saying.words
        if REFERRING_NOUNS.isdisjoint(words):
            return False
        at = [i for i, word in enumerate(words) if word in REFERRING_NOUNS]
        return any(not _POINTING.isdisjoint(words[max(0, i - 3) : i]) for i in at)

    def in_title(self, saying: _Saying) -> bool:
        """Whether a claim stands in the headline."""
        return saying.start < self._title_end


def tells_the_decision(linker: Linker, saying: _Saying) -> list[int]:
    """ "The mayor **vowed to close the bridge**": its words tell the choice."""
    told = [number for span in saying.spans for number in linker.told_in(span)]
    return sorted({*told, *saying.repeats}) if told else []


def same_words(linker: Linker, saying: _Saying) -> list[int]:  # noqa: ARG001 (a rule asks the linker if it must)
    """ "“A **no-fly zone** would have meant war,” he said": it repeats the words of a label."""
    return saying.repeats


def stands_where_the_decision_is_told(linker: Linker, saying: _Saying) -> list[int]:
    """ "The board rejected the bid, **saying** it was low": in the sentence that tells the choice."""
    return sorted(set(linker.told_in_sentence(saying.a.sentence)))


def refers_to_the_decision(linker: Linker, saying: _Saying) -> list[int]:
    """ "“**This was a hard decision**,” she said": the last told in its paragraph, else the main one."""
    return (linker.last_told(saying) or [0]) if linker.refers(saying) else []


def goes_on_from_a_claim_that_is(linker: Linker, saying: _Saying) -> list[int]:
    """ "“…,” she said. **“I would do it again.”**": next in its paragraph, or by its speaker."""
    if linker.last is None:
        return []
    before, found = linker.last
    same_speaker = saying.speaker is not None and saying.speaker == before.speaker
    near = saying.paragraph == before.paragraph or (same_speaker and saying.paragraph == before.paragraph + 1)
    return [0] if near and 0 in found else []


def stands_in_the_headline(linker: Linker, saying: _Saying) -> list[int]:
    """ "**‘It no longer pays’**, says college head": what the article makes most of."""
    return [0] if linker.in_title(saying) else []


def stands_beside_the_decision(linker: Linker, saying: _Saying) -> list[int]:
    """ "The museum will return the boat. **“It was never ours,” Holt said**": told in its paragraph."""
    return linker.last_told(saying)


RULES: tuple[Callable[[Linker, _Saying], list[int]], ...] = (
    tells_the_decision,
    same_words,
    stands_where_the_decision_is_told,
    refers_to_the_decision,
    goes_on_from_a_claim_that_is,
    stands_in_the_headline,
    stands_beside_the_decision,
)
