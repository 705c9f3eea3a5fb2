"""A telling in its place in the article, and a choice: all that tells it."""

from __future__ import annotations

from typing import Final, NamedTuple

from claimcli.lexicon import OBJECT, PREPOSITION, forms_of
from claimcli.lexicon.decision_words import MADE, PARTICLES, UNDO, kin_of, stands_alone
from claimcli.model import Span, Status
from claimcli.parser.decisions.sentence import Range, Telling
from claimcli.parser.stems import stem, stems_in

_UNDO: Final = frozenset([stem(form) for form in UNDO])

_ANNOUNCING: Final = forms_of("announce unveil")
"""Verbs that say of an act that it was made known, and not what is done: "**announced** the closure"."""

LEAVE: Final = "leave"
"""What those do who leave office, in whichever words: "quit", "resigned as mayor", "step down"."""

SHORTEST: Final = 3
"""Letters of words by which a label is known that has no longer ones."""


class Told(NamedTuple):
    """A telling with its places in the article (character offsets), and the stems of its label.

    ``act`` is the stem of the word that says what is done, ``nouns`` are those by which that act may be named.
    ``tokens`` is where the article's own tokens have its action up to what is chosen; within a quotation, the
    quotation.
    ``sentence`` is the number of the article's sentence that it stands in.
    """

    telling: Telling
    label: Span
    action: Span
    stems: frozenset[str]
    act: str
    nouns: frozenset[str]
    tokens: Range
    quoted: bool
    sentence: int

    @property
    def is_answer(self) -> bool:
        """Whether it names no choice itself, but answers what was asked: "the minister refused"."""
        return self.telling.rule in ("answered", "answered it", "outcome")

    def follows(self, other: Told) -> bool:
        """Whether it stands in the same sentence as another telling or in the next, within a quotation too."""
        quotations = self.telling.t is other.telling.t and self.quoted
        apart = self.telling.sentence - other.telling.sentence if quotations else 0
        return self.sentence - other.sentence <= 1 and apart <= 1

    @property
    def words(self) -> frozenset[str]:
        """The stems of all that tells it."""
        t, (first, last) = self.telling.t, self.telling.action
        return self.stems.union([stem(word) for word in t.lower[first:last]])

    @property
    def clarity(self) -> tuple[bool, bool, bool, float]:
        """How clearly it tells its choice: in the article's own words, in a sentence, by a noun, by a telling word."""
        words = self.telling.t.raw[self.telling.label[0] : self.telling.label[1]]
        in_title_case = len(words) > 1 and all(word[0].isupper() for word in words if len(word) > 3)
        pronoun = len(words) > 1 and self.telling.t.tag[self.telling.label[1] - 1] & OBJECT
        of_ruling = words[-1] in MADE  # "overturned a ruling and **upheld the ban**"
        return not self.quoted, not in_title_case, not (pronoun or of_ruling), self.telling.weight


def place(telling: Telling, lower: str, quotation: Range | None = None) -> Told:
    """A telling with its places in the article, whose text in lower case is given.

    ``quotation`` is the article's token whose words tell it, if it is told in a quotation, and its sentence.
    """
    t = telling.t
    label, action = t.span(telling.label), t.span(telling.action)
    tokens = (telling.action[0], telling.label[1]) if quotation is None else (quotation[0], quotation[0] + 1)
    stems = stems_in(lower, *label)
    if telling.object is not None:
        stems |= stems_in(lower, *t.span(telling.object))
    if not stems and is_whole(telling):
        stems = frozenset(telling.label_words)  # "sue" is too short for a stem
    elif not stems and telling.label[1] - telling.label[0] > 1:
        stems = stems_in(lower, *label, least=SHORTEST)  # "cut the tax"
    act, nouns = _act(telling)
    if act == LEAVE:
        stems = stems.difference([*telling.label_words[:2], stem(telling.label_words[0])]) | {"resig"}
    if telling.rule in ("did", "was done"):
        stems = (stems - _UNDO) or stems  # "struck down a permit" is known by the permit
    sentence = telling.sentence if quotation is None else quotation[1]
    return Told(telling, label, action, stems, act, nouns, tokens, quotation is not None, sentence)


def _act(telling: Telling) -> tuple[str, frozenset[str]]:
    """The stem of the word that says what is done ("**shut** the mill", "a **ban** on nets"), and nouns for it."""
    t, (first, end) = telling.t, telling.label
    last = before_preposition(telling, first + 1)
    words = t.lower[first:last]
    known = last > first + 1 and words[0] in _ANNOUNCING
    nouns = kin_of([words[-1] if known else words[0], *PARTICLES.intersection(words)])
    alone = (last == end or t.lower[last] == "as") and stands_alone(words[0], " ".join(words[1:]))
    if alone and "resignation" in nouns:
        return LEAVE, frozenset(nouns)
    act = words[0] if nouns and not known else words[-1]
    return stem(act), frozenset(nouns or kin_of([act]))


def before_preposition(telling: Telling, start: int) -> int:
    """Where a label has its first preposition from an index on, or ends: "close the mill | in May"."""
    tag, lower, last = telling.t.tag, telling.t.lower, telling.label[1]
    led = (i for i in range(start, last) if tag[i] & PREPOSITION and lower[i] not in PARTICLES)
    return next(led, last)


def is_whole(telling: Telling) -> bool:
    """Whether a label is a verb that names a course by itself: "**resign**", "**step down**", "**sue**"."""
    opens, *particle = telling.label_words
    return stands_alone(opens, " ".join(particle))


class Choice:
    """One choice and all that tells it, in the order of the text."""

    __slots__ = ("_final", "score", "tellings")

    def __init__(self, tellings: list[Told]) -> None:
        self.tellings = tellings
        self.score = 0.0
        self._final: Told | None = None  # until it is looked for

    def add(self, told: Told) -> None:
        """Take in another telling."""
        self.tellings.append(told)
        self._final = None

    @property
    def stems(self) -> frozenset[str]:
        """What the choice is known by."""
        return self.tellings[0].stems

    @property
    def start(self) -> int:
        """Where it is first told (a character offset)."""
        return min(self.tellings[0].label.start, self.tellings[-1].label.start)

    @property
    def final(self) -> Told:
        """The telling that says how the choice stands: one that was made outweighs one that was asked for."""
        if self._final is None:
            made = [told for told in self.tellings if told.telling.status is not Status.PROPOSED]
            self._final = max(made or self.namers, key=lambda told: told.clarity)
        return self._final

    @property
    def others(self) -> list[Told]:
        """The tellings beside the final one, in the order of the text."""
        return [told for told in self.tellings if told is not self.final]

    @property
    def of_its_status(self) -> list[Told]:
        """The final telling, then the others that tell of the choice as it stands."""
        status = self.final.telling.status
        return [self.final, *(told for told in self.others if told.telling.status is status)]

    @property
    def namers(self) -> list[Told]:
        """The tellings that name the choice, rather than answer another."""
        return [told for told in self.tellings if not told.is_answer] or self.tellings

    @property
    def named(self) -> Told:
        """The telling that names the choice best: the final one, unless that only answers another in a word."""
        final = self.final
        if final.is_answer:
            return max(self.namers, key=lambda told: told.clarity)
        asked = self.tellings[0]
        verb = final.telling.label_words
        return asked if len(verb) == 1 and verb == asked.telling.label_words[:1] else final
