"""The phrases of a sentence: what is chosen, and how far the words go that tell it.

All positions are token indexes, ranges half-open. Every walk is bounded, so that reading a sentence
costs time in step with its length.
"""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ABBREVIATIONS,
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    NOUN,
    NUMBER,
    OBJECT,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    VERB_S,
    WH,
    WORD,
)
from claimcli.lexicon.decision_words import LIGHT, STATE
from claimcli.parser.grammar import POSSESSIVE_MARKS, skip_adverbs
from claimcli.parser.text import MONEY, QUOTATION, Tokens

Range = tuple[int, int]

LABEL_REACH: Final = 9
"""Most tokens of a label; a longer one is cut where a phrase within it begins."""

QUOTED_REACH: Final = 40
"""Most characters of a quotation that a label goes on over."""

SHORT: Final = 5
"""A label of fewer tokens goes on with the infinitive after it: "votes on measures | to expand checks"."""

ACTION_REACH: Final = 25
"""Most tokens of an action."""

ASIDE_REACH: Final = 12
"""Most tokens of an aside that a label goes on behind."""

INNER: Final = MONEY | {"-", "&", "%", "/", "#", "@"}
"""Marks that part no phrase."""
_STOPS: Final = frozenset({",", ";", ":", "—", "–", "--", "(", ")", "...", "…", "?", "!"})
_ASIDES: Final = {"(": ")", "—": "—", "–": "–", "--": "--"}
"""Marks that open an aside, and those that close it."""
_TURNS: Final = frozenset(
    "according but saying calling arguing citing telling adding noting claiming said says".split()
)
"""Words that lead from what is chosen to what is said of it."""
_ATTACHING: Final = frozenset(
    "of on in over for to from with against at into by about as inside under between toward".split()
)
_COMPARED: Final = frozenset({"more", "less", "fewer"})
_COUNTS: Final = frozenset(
    {"number", "series", "lot", "lots", "handful", "couple", "range", "variety", "slew", "set"}
)
_RECURRING: Final = frozenset({"last", "next", "this", "that", "every", "each"})
_AGAINST: Final = frozenset({"to", "-", "–"})
"""What stands between the votes for something and against it."""
_BEFORE_TIME: Final = _RECURRING | {
    "late",
    "early",
    "mid",
    "past",
    "coming",
    "following",
    "previous",
    "recent",
}
PARTICLES: Final = frozenset({"off", "up", "out", "down", "away", "back", "over", "aside"})
_QUESTIONS: Final = frozenset({"whether", "if", "how", "what", "whatever", "why", "who", "that"})
_MAKING: Final = frozenset({"make", "makes", "made", "making"})
_TOGETHER: Final = frozenset({"together", "apart", "alone"})
_CLAUSE_OPENERS: Final = frozenset({"that", "before", "after", "since", "until"})
_WITHIN: Final = INNER | POSSESSIVE_MARKS | {QUOTATION}
_NOT_PLAIN: Final = (
    TIME | AUXILIARY | PREPOSITION | SUBORDINATOR | COORDINATOR | WH | RELATIVE | SUBJECT | VERB_S | VERB_PAST
)
"""What a word must be to end a phrase, or to part it."""
_NO_VERB: Final = DETERMINER | POSSESSIVE | CAPITAL | NUMBER | OBJECT | WH | VERB_ING
_CLAUSE_REACH: Final = 7
"""How many tokens behind "as" the verb of its clause may stand."""
_OFFICES: Final = ROLE | PEOPLE | CAPITAL
_ADJECTIVES: Final = frozenset(
    "new old big small large huge long short deep high low wide broad deeper higher lower bigger smaller longer shorter"
    " wider broader tougher stricter tighter stronger strict tough tight strong weak fair free bold harsh swift quick"
    " fast slow safe sharp steep stiff modest sweeping far-reaching full-blown hard-line one-off clean cheap sound"
    " costly deadly orderly early quiet secret simple single whole joint cruel crude vague vast rare rich poor proper"
    " comprehensive temporary voluntary mandatory compulsory unilateral bilateral multilateral gradual annual formal"
    " informal legal illegal final total general federal national international regional local global partial"
    " equal official special additional traditional conditional unconditional professional immediate independent"
    " permanent urgent transparent public strategic drastic economic democratic basic domestic".split()
)
_ADJECTIVE_ENDINGS: Final = (
    "ous", "ful", "less", "able", "ible", "-term", "-year", "-day", "-week", "-month", "-hour", "-wide", "-scale",
    "-range", "-style", "-led", "-run", "-based", "-backed", "-free", "-old", "-level", "-sided", "-party",
)  # fmt: skip
_DANGLING: Final = PREPOSITION | COORDINATOR | DETERMINER | POSSESSIVE | ADVERB | TIME


class Phrases:
    """A sentence as its phrases are read."""

    __slots__ = ("first", "last", "lower", "number", "t", "tag")

    def __init__(self, t: Tokens, number: int) -> None:
        self.t = t
        lower, tag = self.lower, self.tag = t.lower, t.tag
        self.number = number
        first, last = t.sentences[number]
        while last > first and not tag[last - 1] and lower[last - 1] != QUOTATION:
            last -= 1
        self.first, self.last = first, last

    def word(self, i: int) -> str:
        """The word at an index, or nothing outside the sentence."""
        return self.lower[i] if self.first <= i < self.last else ""

    def what(self, i: int) -> int:
        """The tags of the word at an index, or none outside the sentence."""
        return self.tag[i] if self.first <= i < self.last else 0

    def course(self, v: int) -> Range | None:
        """A course of action that opens with the verb at ``v``: "send our soldiers into the fight".

        A verb that adds nothing to its object is left out: to "impose a no-fly zone" is a "no-fly zone".
        """
        if v >= self.last or self._is_state(v):
            return None
        if self.lower[v] == QUOTATION and self._ends_within(v):
            return (v, v + 1)
        if self.lower[v] in LIGHT and not self.what(v + 1) & PREPOSITION and not self._makes_so(v):
            phrase = self.noun_phrase(v + 1)
            if phrase is not None and phrase[1] - phrase[0] > 1:
                return phrase
        if self.word(v + 1) == "to" and self.what(v + 2) & VERB_BASE:  # "act to control gun violence"
            return (v, max(v + 3, self._phrase_end(v + 3, v)))
        p = v + 1 + (self.word(v + 1) in PARTICLES)
        end = max(p, self._phrase_end(p, v))
        if end == v + 1 and self.lower[v] not in STATE:
            end = self._complement_end(end)
        following = self.what(end + 1)
        if (
            self.word(end) == "and" and following & VERB_BASE and not following & NOUN
        ):  # "close it and sell it"
            end = max(end + 2, self._phrase_end(end + 2, end))
        return (v, end)

    def _makes_so(self, v: int) -> bool:
        """Whether the verb at ``v`` says more than its object: "**make** Arra safe", "**grant** them visas"."""
        following = self.what(v + 1)
        whom = following & OBJECT and not following & POSSESSIVE
        return bool(whom or (self.lower[v] in _MAKING and following & CAPITAL))

    def _complement_end(self, p: int) -> int:
        """Where what completes a lone verb ends, from ``p``: "rally **around her**", "focus **on winning**"."""
        p += self.word(p) in _TOGETHER
        if self.what(p) & PREPOSITION and (not self.what(p + 1) & WORD or self.what(p + 1) & PREPOSITION):
            p += 1  # "weigh **in**, however, on the debate"
        what, following = self.what(p), self.what(p + 1)
        if (
            not what & PREPOSITION
            or what & (SUBORDINATOR | COORDINATOR)
            or following & (TIME | NUMBER | SUBJECT)
        ):
            return p
        phrase = self.course(p + 1) if following & VERB_ING else self.object_at(p + 1)
        return phrase[1] if phrase else p

    def opens_course(self, v: int) -> bool:
        """Whether what stands at ``v``, after "to", is a verb: not "moved to | Arra", "access to | files"."""
        what, word = self.what(v), self.word(v)
        if not what & WORD:
            return word == QUOTATION
        if what & VERB_BASE or what & _NO_VERB:
            return bool(what & VERB_BASE)
        return not word.endswith("s") or word.endswith(("ss", "us"))

    def _is_state(self, v: int) -> bool:
        """Whether the verb at ``v`` only leads to a question ("decide whether"), or is "be" ("be calm")."""
        if self.lower[v] == "be":
            p = skip_adverbs(self.t, v + 1, self.last)
            return not self.what(p) & VERB_PARTICIPLE
        return self.word(v + 1) in _QUESTIONS

    def clause_end(self, p: int) -> int:
        """Where a clause that opens at ``p`` ends, at most ``LABEL_REACH`` tokens on."""
        limit = min(self.last, p + LABEL_REACH)
        return next((i for i in range(p, limit) if self.lower[i] in _STOPS), limit)

    def object_at(self, p: int) -> Range | None:
        """The object that opens at ``p``, if one does."""
        word, what = self.word(p), self.what(p)
        if word == QUOTATION or word in MONEY:
            return self.noun_phrase(p)
        if word in _COMPARED and self.word(p + 1) == "than" and self.what(p + 2) & NUMBER:
            return None  # "ended **more than three** weeks ago"
        if what & OBJECT and (not self.what(p + 1) & WORD or self.what(p + 1) & (PREPOSITION | ADVERB)):
            return (p, p + 1)
        if what & CAPITAL:
            return self.noun_phrase(p)
        if what & VERB_PAST and not what & NOUN and self.what(p + 1) & (DETERMINER | POSSESSIVE | CAPITAL):
            return None  # "Labour advocates hailed the vote"
        if (
            not what & WORD
            or (word in PARTICLES and self.what(p + 1) & (PREPOSITION | VERB_ING))  # "ended up in court"
            or (word == "well" and self.word(p + 1) != "-")
            or (word == "that" and not self.what(p - 1) & PREPOSITION)  # but "voted for | that war"
            or what & (SUBORDINATOR | COORDINATOR | AUXILIARY | WH | PREPOSITION)
        ):
            return None
        return None if what & ADVERB and not what & (DETERMINER | NOUN) else self.noun_phrase(p)

    def noun_phrase(self, p: int) -> Range | None:
        """The noun phrase that opens at ``p``, without its article and counts: "a number of | new rules"."""
        p = self._after_determiners(p)
        if self.word(p) in _COUNTS and self.word(p + 1) == "of":
            p = self._after_determiners(p + 2)
        what = self.what(p)
        if p >= self.last or (what & (AUXILIARY | SUBJECT | SUBORDINATOR) and not what & CAPITAL):
            return None
        end = self._phrase_end(p, p)
        return (p, end) if end > p else None

    def _after_determiners(self, p: int) -> int:
        while self.word(p) in ("the", "a", "an") or (
            self.what(p) & (DETERMINER | POSSESSIVE) and not self.what(p) & (NUMBER | CAPITAL)
        ):
            p += 1
        return p

    def _phrase_end(self, p: int, start: int) -> int:
        """Where the phrases that open at ``p`` end, at most ``LABEL_REACH`` tokens from ``start``."""
        limit = min(self.last, start + LABEL_REACH)
        cut, i = 0, p
        while i < limit:
            what, word = self.tag[i], self.lower[i]
            if not what & WORD:
                if word == "," and i > p and self._parts_adjectives(i):
                    pass
                elif not (word in _WITHIN or self.abbreviates(i)):
                    onward = self._over_aside(i, start) if word in _ASIDES else None
                    return onward or self._without_dangling(p, i)
                if word == QUOTATION:
                    if i > p and self._is_long(i):
                        break
                    if self._ends_within(i):
                        i += 1
                        break
            elif not what & _NOT_PLAIN:
                pass
            elif i > p and self._ends_phrase(i):
                break
            elif what & COORDINATOR:
                cut = i
            elif what & PREPOSITION:
                counts = word == "than" and self.word(i - 1) in _COMPARED
                if (word not in _ATTACHING and not counts) or _opens_other(
                    word, self.word(i + 1), self.what(i + 1)
                ):
                    break
                cut = i
            i += 1
        if i == start + LABEL_REACH < self.last and cut > start + 1:
            i = cut
        elif p < i < start + SHORT and self._opens_infinitive(i):
            return max(i + 2, self._phrase_end(i + 2, start))
        return self._without_dangling(p, i)

    def _parts_adjectives(self, i: int) -> bool:
        """Whether a comma at ``i`` stands between adjectives: "new**,** deep tax cuts"."""
        word = self.lower[i - 1]
        if self.tag[i - 1] & CAPITAL or not (word in _ADJECTIVES or word.endswith(_ADJECTIVE_ENDINGS)):
            return False
        following = self.what(i + 1)
        return bool(following & WORD) and not following & _NOT_PLAIN

    def _over_aside(self, i: int, start: int) -> int | None:
        """Where a phrase ends that goes on behind the aside at ``i``: "ban nets — all of them — **from the bay**"."""
        aside = self._aside_end(i, min(self.last, i + ASIDE_REACH))
        if aside is None or self.word(aside + 1) not in _ATTACHING:
            return None
        end = self._phrase_end(aside + 1, start + aside - i)
        return end if end > aside + 2 else None

    def _is_long(self, quotation: int) -> bool:
        """Whether a quotation says more than a phrase: "a plan to | “make the town what it was before the flood”"."""
        return self.t.end[quotation] - self.t.start[quotation] > QUOTED_REACH

    def _ends_within(self, i: int) -> bool:
        """Whether a phrase ends with the quotation at ``i``, by the mark within: "be a “voice for change,” | Marr"."""
        t = self.t
        return t.text[t.end[i] - t.closed(i) - 1] in ",.;?!"

    def _opens_infinitive(self, i: int) -> bool:
        """Whether an infinitive opens at ``i``: "a plan | to close the docks"."""
        return self.word(i) == "to" and self.what(i + 1) & (VERB_BASE | CAPITAL) == VERB_BASE

    def abbreviates(self, i: int) -> bool:
        """Whether a stop at ``i`` ends an abbreviation or an initial: "Ann K**.** Marr"."""
        before = self.word(i - 1)
        return self.lower[i] == "." and (before in ABBREVIATIONS or len(before) == 1)

    def _without_dangling(self, p: int, i: int) -> int:
        """The end of a phrase without prepositions, conjunctions, times or marks that lead on from it."""
        i = self._without_count(p, i)
        while i > p:
            what, word = self.tag[i - 1], self.lower[i - 1]
            if word in POSSESSIVE_MARKS:
                pass
            elif not what & WORD:
                if word in ("%", QUOTATION):
                    break
            elif (
                not (what & (_DANGLING | NUMBER) or word in _BEFORE_TIME)
                or (what & NUMBER and not self.what(i) & TIME)  # but "the levy | three weeks ago"
                or (what & CAPITAL and not what & (PREPOSITION | TIME | DETERMINER))
                or (what & TIME and i - 1 > p and self._is_head(i - 1))
            ):
                break
            i -= 1
        return i

    def _is_head(self, i: int) -> bool:
        """Whether a time at ``i`` is what a phrase names: "a four-day **week**", "its **hours**", "a school **day**".

        So is how long something lasts: "close it for two **weeks**".
        """
        if self.tag[i] & (CAPITAL | ADVERB):
            return False
        before, word = self.tag[i - 1], self.lower[i - 1]
        if before & POSSESSIVE:
            return not self.what(i - 2) & PREPOSITION
        if before & NUMBER:
            return self.word(i - 2) == "for"
        if "-" in word:
            return True
        plain = before & WORD and not before & (_NOT_PLAIN | NUMBER | DETERMINER | ADVERB | CAPITAL)
        return bool(plain) and word not in _BEFORE_TIME and not self.lower[i].endswith("s")

    def _without_count(self, p: int, i: int) -> int:
        """The end of a phrase without a count of votes: "rejected the offer | 212-30", "the contract | 212 to 30"."""
        if i - 1 <= p or not self.tag[i - 1] & NUMBER:
            return i
        votes, _, others = self.lower[i - 1].partition("-")
        if votes.isdigit() and others.isdigit():
            return i - 1
        counted = i - 3 > p and self.lower[i - 2] in _AGAINST and _is_count(self.lower[i - 3])
        return i - 3 if counted and _is_count(votes) and self.lower[i - 4] != "from" else i

    def _ends_phrase(self, i: int) -> bool:
        """Whether a new clause, a verb or a time begins at ``i``."""
        what, word = self.tag[i], self.lower[i]
        if what & TIME and self.word(i - 1) in POSSESSIVE_MARKS:  # "Marr’s **Monday** speech"
            return False
        if what & TIME:
            return bool(what & (ADVERB | CAPITAL)) or self.word(i - 1) in _RECURRING
        if what & CAPITAL and not what & (AUXILIARY | SUBORDINATOR):
            return False
        if word in _CLAUSE_OPENERS or (
            what & (AUXILIARY | SUBORDINATOR | WH | RELATIVE) and not what & (DETERMINER | PREPOSITION)
        ):
            return True
        if what & SUBJECT:
            return not what & (OBJECT | POSSESSIVE)
        following = self.what(i + 1)
        if word == "as":
            return (
                not following
                or bool(following & SUBJECT)
                or self.word(i - 1) in ("even", "just")
                or self._opens_clause_of_as(i)
            )
        if what & COORDINATOR:
            return word == "but" or (
                bool(following & (VERB_PAST | VERB_S | AUXILIARY | SUBJECT))
                and not following & (NOUN | CAPITAL)
            )
        return self._is_finite(i)

    def _opens_clause_of_as(self, i: int) -> bool:
        """Whether "as" at ``i`` opens a clause: "drops plan | as costs rise", beside "hired Reed as head coach".

        In a headline, whose verbs may look like nouns, any does but before an office.
        """
        for j in range(i + 2, min(i + _CLAUSE_REACH, self.last)):
            what = self.tag[j]
            if not what & WORD and not self.abbreviates(j):
                break
            if what & (AUXILIARY | VERB_PAST | VERB_S) and not what & (NOUN | PREPOSITION | CAPITAL):
                return True
            if what & PREPOSITION:
                break
        marked = self.last < self.t.sentences[self.number][1]  # no headline, which no stop ends
        if marked or self.what(i + 1) & DETERMINER:
            return False
        return not any(what & _OFFICES for what in self.tag[i + 1 : min(i + 4, self.last)])

    def _is_finite(self, i: int) -> bool:
        """Whether the word at ``i`` looks like the verb of a clause, rather than a noun or an adjective."""
        what = self.tag[i]
        if what & NOUN:
            return False
        if what & VERB_S:
            return bool(self.what(i + 1) & (DETERMINER | POSSESSIVE | OBJECT))
        return bool(what & VERB_PAST) and not (
            what & VERB_BASE or self.tag[i - 1] & (DETERMINER | POSSESSIVE | PREPOSITION | NUMBER | ADVERB)
        )

    def action(self, start: int, k: int) -> Range:
        """The words that tell the choice: from ``start`` to where the clause of the word at ``k`` ends."""
        limit = min(self.last, k + ACTION_REACH)
        i = k + 1
        while i < limit:
            what = self.tag[i]
            if not what:
                if self.lower[i] in _ASIDES:
                    end = self._aside_end(i, limit)
                    if not end:
                        return (start, i)
                    i = end
                elif self.lower[i] in _STOPS and not self._goes_on(i):
                    return (start, i)
            elif what & COORDINATOR:
                following = self.what(i + 1)
                if following & (VERB_PAST | VERB_S | SUBJECT) and not following & (NOUN | OBJECT):
                    return (start, i)
            i += 1
        return (start, limit)

    def _aside_end(self, i: int, limit: int) -> int | None:
        """Where the aside ends that a dash or bracket at ``i`` opens: "ban the nets — **all of them —** from"."""
        closing = _ASIDES[self.lower[i]]
        return next((j for j in range(i + 1, limit) if self.lower[j] == closing), None)

    def _goes_on(self, i: int) -> bool:
        """Whether a clause goes on after a comma at ``i``: with a list, or what tells more of what it names.

        Not with another clause ("…, **she said**", "…, **but** he lost"), nor with what is said of it ("saying").
        """
        what, word = self.what(i + 1), self.word(i + 1)
        if self.lower[i] != "," or word in _TURNS or not (what & WORD or word == QUOTATION):
            return False
        if what & (SUBJECT | VERB_S | VERB_PAST) and not what & (
            DETERMINER | POSSESSIVE | NOUN | VERB_PARTICIPLE
        ):
            return False
        if what & COORDINATOR:
            return not self.what(i + 2) & SUBJECT
        return not what & SUBORDINATOR or bool(what & PREPOSITION)


def _is_count(word: str) -> bool:
    """Whether a word may count the votes of a body, in figures."""
    return word.isdigit() and len(word) <= 3


def _opens_other(preposition: str, following: str, what: int) -> bool:
    """Whether a preposition opens an infinitive ("to pay") or a date ("in 2022", "on Tuesday")."""
    if preposition == "to":
        return bool(what & VERB_BASE) and not what & (NOUN | CAPITAL)
    return bool(what & TIME) or (preposition == "in" and bool(what & NUMBER) and following.isdigit())
