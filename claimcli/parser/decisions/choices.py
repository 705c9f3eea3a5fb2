"""Tellings of one choice gathered into one, and choices ranked by what the article makes of them."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Final, NamedTuple

from claimcli.lexicon import ORGANIZATION, ROLE, SUBJECT, forms_of
from claimcli.lexicon.decision_words import DECISION_VERBS, UNDO
from claimcli.model import Span, Status
from claimcli.parser.decisions.choosers import can_choose
from claimcli.parser.decisions.sentence import Range, Telling
from claimcli.parser.decisions.stems import STEM, Sayings, stems_in

MOST: Final = 12
"""Most decisions of one article."""

LEAST: Final = 2.0
"""Choices that score less are not worth telling …"""

LEAST_FOR_FOREMOST: Final = 1.5
"""… unless an article tells none that score more: then the foremost is, from here on."""

FOREMOST: Final = 1.0
"""How much further up a choice stands that is told in the article's opening."""

_WHOLE: Final = frozenset({"sue", "run", "bid", "strike"})
"""Verbs that name a course by themselves, beside those of which the lexicon says so ("resign")."""

_OPPOSING: Final = forms_of("oppose resist")

SAME: Final = 0.5
"""Two tellings of one status share their choice where more than this part of the shorter label's stems is the
other's; of two statuses, of the longer label's: "refused to endorse Marr" is no part of "endorsed Marr and Holt"."""

HEARD_WITHIN: Final = 100
"""How many words before an answer a lone name must be heard that gives it."""

SHORT: Final = 3
"""Letters of words by which a label is known that has no longer ones."""

NAMED: Final = (0.0, -0.1, 0.5, 0.75, 1.0)
"""What a label is worth by how many stems it has (more than four count no more)."""


_ANSWERS: Final = frozenset({"answered", "answered it", "outcome"})
"""Rules that tell what became of what was asked for, or who answered it."""

ANSWERED_WITHIN: Final = 3
"""How many sentences after it what was asked for may be answered."""


class Told(NamedTuple):
    """A telling with its places in the article (character offsets), and the stems of its label.

    ``tokens`` is where the article's own tokens have its action up to what is chosen; within a quotation, the
    quotation.
    ``sentence`` is the number of the article's sentence that it stands in.
    """

    telling: Telling
    label: Span
    action: Span
    stems: frozenset[str]
    tokens: Range
    quoted: bool
    sentence: int

    @property
    def is_answer(self) -> bool:
        """Whether it names no choice itself, but answers what was asked: "the minister refused"."""
        return self.telling.rule in _ANSWERS

    def follows(self, other: Told) -> bool:
        """Whether it stands in the same sentence as another telling or in the next, within a quotation too."""
        quotations = self.telling.t is other.telling.t and self.quoted
        apart = self.telling.sentence - other.telling.sentence if quotations else 0
        return self.sentence - other.sentence <= 1 and apart <= 1

    @property
    def words(self) -> frozenset[str]:
        """The stems of all that tells it."""
        t, (first, last) = self.telling.t, self.telling.action
        return self.stems.union([word[:STEM] for word in t.lower[first:last]])

    @property
    def clarity(self) -> tuple[bool, bool, float]:
        """How clearly it tells its choice: in the article's own words, in a sentence, by a telling word."""
        words = self.telling.t.raw[self.telling.label[0] : self.telling.label[1]]
        in_title_case = len(words) > 1 and all(word[0].isupper() for word in words if len(word) > 3)
        return not self.quoted, not in_title_case, self.telling.weight


class Choice:
    """One choice and all that tells it, in the order of the text."""

    __slots__ = ("_final", "score", "tellings")

    def __init__(self, first: Told) -> None:
        self.tellings = [first]
        self.score = 0.0
        self._final: Told | None = first  # none where it is to be found anew

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
    def namers(self) -> list[Told]:
        """The tellings that name the choice, rather than answer another."""
        return [told for told in self.tellings if not told.is_answer] or self.tellings

    @property
    def named(self) -> Told:
        """The telling that names the choice best: the final one, unless that only answers another."""
        final = self.final
        return max(self.namers, key=lambda told: told.clarity) if final.is_answer else final


def place(telling: Telling, lower: str, quotation: Range | None = None) -> Told:
    """A telling with its places in the article, whose text in lower case is given.

    ``quotation`` is the article's token whose words tell it, if it is told in a quotation, and its sentence.
    """
    t = telling.t
    label = Span(t.start[telling.label[0]], t.end[telling.label[1] - 1])
    action = Span(t.start[telling.action[0]], t.end[telling.action[1] - 1])
    tokens = (telling.action[0], telling.label[1]) if quotation is None else (quotation[0], quotation[0] + 1)
    stems = stems_in(lower, *label)
    if telling.object is not None:
        first, last = telling.object
        stems |= stems_in(lower, t.start[first], t.end[last - 1])
    if not stems and _is_whole(telling):
        stems = frozenset(t.lower[slice(*telling.label)])  # "sue" is too short for a stem
    elif not stems and telling.label[1] - telling.label[0] > 1:
        stems = stems_in(lower, *label, least=SHORT)  # "cut the tax"
    if telling.rule in ("did", "was done"):
        stems = (stems - UNDO) or stems  # "struck down a permit" is known by the permit
    sentence = telling.sentence if quotation is None else quotation[1]
    return Told(telling, label, action, stems, tokens, quotation is not None, sentence)


def _is_whole(telling: Telling) -> bool:
    """Whether a label is a verb that names a course by itself: "**resign**", "**step down**", "**sue**"."""
    opens, *particle = telling.t.lower[slice(*telling.label)]
    verb = DECISION_VERBS.get(opens)
    alone = verb is not None and "alone" in verb.frames.get(" ".join(particle), ())
    return alone or (opens in _WHOLE and not particle)


def gather(tellings: list[Told]) -> list[Choice]:
    """One choice for all tellings (in the order of the text) that share what is chosen."""
    choices: list[Choice] = []
    by_stem: dict[str, list[Choice]] = defaultdict(list)
    latest: Choice | None = None
    for told in tellings:
        if told.is_answer and (_answer(told, choices, latest) or told.telling.rule != "outcome"):
            continue
        if told.stems:
            latest = _same_choice(told, by_stem)
            if latest is not None:
                latest.add(told)
                continue
            latest = Choice(told)
            choices.append(latest)
            for stem in told.stems:
                by_stem[stem].append(latest)
    return choices


def join_headlines(choices: list[Choice], title_end: int) -> None:
    """Give what only the headline tells to the choice that the article then tells in other words.

    "Board spurns third Marr bid", of "The board on Monday rejected an offer of $2 billion from Marr".
    """
    headlines = [choice for choice in choices if choice.tellings[-1].label.start < title_end]
    for headline in headlines:
        stems, status = headline.stems, headline.final.telling.status
        for choice in choices:
            told = choice.tellings[0]
            if told.label.start >= title_end and told.telling.status is status:
                if 2 * len(stems & told.words) >= len(stems):
                    choice.add(headline.tellings[0])
                    choices.remove(headline)
                    break


def _answer(told: Told, choices: list[Choice], latest: Choice | None) -> bool:
    """Give an answer to what was asked for shortly before: "refused", or "refused it", of the choice told last.

    Who only "opposes it" leaves it as it stands. Says whether there was anything to answer.
    """
    if latest is None:
        return False
    if told.telling.rule == "answered it":
        if told.telling.t.lower[told.telling.label[0]] in _OPPOSING:
            return False
        asked = [latest] if told.follows(latest.tellings[-1]) else []
    else:
        asked = [latest, *reversed(choices[-4:])]
    for choice in asked:
        last = choice.tellings[-1]
        near = told.sentence - last.sentence <= ANSWERED_WITHIN
        asked_for = last.telling.status is Status.PROPOSED and last.telling.rule != "left open"
        if near and asked_for and not _is_stranger(told, last):
            choice.add(told)
            return True
    return False


def _are_others(one: Told, other: Told) -> bool:
    """Whether two tellings of which one is but a verb are of a body and of a person, so that each chooses its own.

    "**The governor** backed down. … **The firm** backed down from its threat."
    """
    if "went" not in (one.telling.rule, other.telling.rule):
        return False
    actors = [(told.telling.t, told.telling.actor) for told in (one, other)]
    kinds = {t.tag[actor[1] - 1] & (ORGANIZATION | ROLE) for t, actor in actors if actor is not None}
    return kinds == {ORGANIZATION, ROLE}


def _is_stranger(told: Told, asked: Told) -> bool:
    """Whether who answers is but a word that opens its sentence and was not heard before: "**Attendance** declined"."""
    telling, before = told.telling, asked.telling
    t, actor = telling.t, telling.actor
    if actor is None or actor[1] - actor[0] > 1 or before.t is not t or t.tag[actor[0]] & SUBJECT:
        return False
    start = max(t.sentences[before.sentence][0], actor[0] - HEARD_WITHIN)
    opens = actor[0] == t.sentences[telling.sentence][0]
    return opens and t.lower[actor[0]] not in t.lower[start : actor[0]]


def _same_choice(told: Told, by_stem: dict[str, list[Choice]]) -> Choice | None:
    """The choice whose label shares most with a telling's, among the latest that share any stem."""
    best, most, stems = None, SAME, told.stems
    if by_stem.keys().isdisjoint(stems):
        return None
    for stem in sorted(stems):
        for choice in by_stem.get(stem, ())[-8:]:
            alike = told.telling.status is choice.tellings[0].telling.status
            shorter, longer = sorted((len(stems), len(choice.stems)))
            part = len(stems & choice.stems) / (shorter if alike else longer)
            if part > most and not _are_others(told, choice.tellings[0]):
                best, most = choice, part
    return best


class Frame(NamedTuple):
    """What choices are weighed against.

    Where the article's headline and opening end (character offsets); one byte a token of the article, whether
    it belongs to a claim's cue; and what claims say.
    """

    title_end: int
    opening_end: int
    cues: bytearray
    sayings: Sayings


def rank(choices: list[Choice], frame: Frame) -> list[Choice]:
    """The choices that the article makes something of, most first."""
    for choice in choices:
        choice.score = _score(choice, frame)
    ranked = sorted(
        choices,
        key=lambda choice: (-choice.score - FOREMOST * (choice.start < frame.opening_end), choice.start),
    )
    told = [c for c in ranked if c.score >= LEAST_FOR_FOREMOST and not _lacks_object(c)]
    return [choice for choice in told if choice.score >= LEAST][:MOST] or told[:1]


def _lacks_object(choice: Choice) -> bool:
    """Whether a choice is but a verb that needs an object or a place, which is not told: "she would **sign**".

    Who "refused to sign" has chosen, whatever it was; who "refused to **leave**" has not, for a reader.
    """
    if len(choice.stems) > 1:
        return False
    telling = choice.named.telling
    first, last = telling.label
    if last - first > 1 or telling.object is not None:
        return False
    verb = DECISION_VERBS.get(telling.t.lower[first])
    frames = verb.frames.get("", {}) if verb else {}
    if telling.status is Status.DECLINED:
        return "act" in frames and frames["act"].minor and "alone" not in frames
    return telling.status is Status.PROPOSED and "object" in frames and "alone" not in frames


def _score(choice: Choice, frame: Frame) -> float:
    """How much the article makes of a choice: how surely and fully it is told, and by whom, where and how often.

    The parts were weighed on annotated news: each is worth what it adds to the odds that a reader, too, makes
    a decision of the choice.
    """
    final, stems, start = choice.final.telling, choice.stems, choice.start
    weight, told_by_cue, all_quoted = 0.0, False, True
    for told in choice.tellings:
        weight = max(weight, told.telling.weight)
        told_by_cue = told_by_cue or frame.cues.find(1, *told.tokens) >= 0
        all_quoted = all_quoted and told.quoted
    named = 2 if len(stems) < 2 and _is_whole(choice.named.telling) else min(len(stems), 4)
    score = weight + NAMED[named] + 0.4 * math.log1p(frame.sayings.on(stems))
    score += 0.4 * told_by_cue - 0.5 * all_quoted + 0.2 * (final.status is Status.DECLINED)
    if start < frame.opening_end:
        score += 0.2 if start >= frame.title_end else 0.8
    chooser = final if final.actor is not None else choice.named.telling  # "both requests were refused"
    if chooser.actor is not None and can_choose(chooser.t, chooser.actor):
        score += 0.6
    return score
