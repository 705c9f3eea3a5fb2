"""Who speaks where nobody is named: the writer of a text, and who answers in an interview."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import ADVERB, PREPOSITION, WORD
from claimcli.parser.attribution.labels import ASKERS
from claimcli.parser.speakers.entity import PERSON, Entity, Memory, Mention
from claimcli.parser.speakers.naming.register import Register
from claimcli.parser.speakers.phrase import Answer
from claimcli.parser.text import Tokens, turn_of

_PENS: Final = frozenset(
    "author columnist contributor contributors contributing editor fellow writer blogger professor".split()
)
_PASSING: Final = ADVERB | PREPOSITION
_NOTES: Final = frozenset(
    "is was serves chairs edits leads heads directs teaches writes covers hosts works lives".split()
)
_HERE_IS: Final = frozenset({"here is", "here are", "following is", "below is", "the following"})
_TEXTS: Final = frozenset("text transcript version excerpt excerpts full".split())
_FORMS: Final = frozenset(
    "speech address remarks letter statement testimony oration sermon eulogy op-ed essay memo".split()
)
_OPENING: Final = 6  # sentences
_TOP: Final = 3  # sentences: a headline, a line below it, a byline
_SPEECH: Final = 40  # sentences of a letter or an answer
_SIGNATURE: Final = 7  # tokens
_HANDLE: Final = 3  # tokens: "@ann_marr."
_MESSAGE: Final = 1000  # characters


class Writer:
    """Whose "I" it is outside quotation marks: by a byline, a signature, the labels of an interview."""

    def __init__(self, t: Tokens, register: Register, people: Memory) -> None:
        self.t = t
        self.register = register
        self.people = people
        self.lines = self._find_lines()
        self.byline = self._find_byline()
        self._announced = 0  # the sentence that says whose speech the text is
        self.orator = self._find_orator()
        self._handles: dict[str, Entity] = {}
        self._interview: int | None = None  # the sentence of its first question or answer

    def _find_byline(self) -> Entity | None:
        """Who wrote the article, where it says so: "By Ann Marr" at its top, "Ann Marr is a columnist …" at its end."""
        t, count = self.t, len(self.t.sentences)
        if self.lines:
            name = self.register.person_at(t.sentences[self.lines.start][0] + 1)
            return name.entity if name is not None else None
        for number in range(max(3, count - 2), count):
            first, end = t.sentences[number]
            name = self.register.person_at(first)
            if name is None or len(name.entity.words) < 2:
                continue
            told = t.find(_NOTES, name.last, end, 0)
            passing = t.lower[told] == "was" and t.what(told + 1) & _PASSING  # "Marr was *against* it"
            new = told > 0 and not passing and name is name.entity.mentions[0]
            if new or t.find(_PENS, name.last, end, 0) > 0:
                return name.entity
        return None

    def _find_lines(self) -> range:
        """The sentences of the byline that stands at the top of an article, with what the writer is below it."""
        t = self.t
        for number in range(min(_TOP, len(t.sentences) - 1)):
            first, end = t.sentences[number]
            if t.lower[first] == "by" and end - first > 2 and self._only_name(first + 1, end):
                below, last = t.sentences[number + 1]
                told = last - below <= _SIGNATURE and t.tag[last - 1] & WORD  # "Transport correspondent"
                return range(number, number + 1 + bool(told))
        return range(0)

    def _find_orator(self) -> Entity | None:
        """Whose speech or letter the text is, where its opening says so: "Here is the text of Ann Marr’s speech"."""
        t = self.t
        for number in range(min(_OPENING, len(t.sentences))):
            first, end = t.sentences[number]
            words = t.lower[first:end]
            begins = " ".join(words[:2]) in _HERE_IS or words[0] in _TEXTS
            if not begins or _TEXTS.isdisjoint(words):
                continue
            opens = t.sentences[max(0, number - 1)][0]  # "Marr gives her speech today. Here is a draft"
            if _FORMS.isdisjoint(t.lower[opens:end]):
                continue
            self._announced = number
            inside = self.register.people_within(first, end)
            if inside:
                return inside[0].entity
            before = self.register.people_within(0, first)
            owned = before and not {"her", "his", "she", "he"}.isdisjoint(words)
            return before[-1].entity if owned else None
        return None

    def first_person(self, sentence: int) -> Answer:
        """Whose "I" is outside quotation marks: who answers in an interview, who signs the text or the letter."""
        label = self._label(sentence)
        if label:
            return (self.interviewed(sentence), "who is interviewed") if label == "A" else (None, "who asks")
        if self.orator is not None and sentence > self._announced:
            return self.orator, "whose speech this is"
        if self.byline is not None:
            return self.byline, "the writer, by the byline"
        signer = self._signer(sentence)
        return (signer, "the writer, by the signature") if signer else (None, "the writer")

    def _label(self, sentence: int) -> str:
        """The "Q" or "A" that opens the paragraphs of an interview around a sentence; "" where there is none."""
        t = self.t
        for number in range(sentence, max(-1, sentence - _SPEECH), -1):
            turn = turn_of(t, t.sentences[number][0])
            if turn:
                return turn
        return ""

    def _signer(self, sentence: int) -> Entity | None:
        """Who signs a letter: the name, or the "@name", that is the next paragraph of its own."""
        t = self.t
        for number in range(sentence + 1, min(sentence + _SPEECH, len(t.sentences))):
            first, end = t.sentences[number]
            if t.raw[first] == "@" and 1 < end - first <= _HANDLE and self._is_next(sentence, first):
                handle = t.words(first, first + 2)
                return self._handles.setdefault(handle, Entity(handle, PERSON))
            name = self._only_name(first, end) if end - first <= _SIGNATURE else None
            if name is not None:
                return name.entity
        return None

    def _only_name(self, first: int, end: int) -> Mention | None:
        """The full name of somebody that a line is, from a token on."""
        name = self.register.person_at(first)
        alone = name is not None and name.last >= end - 1 and len(name.entity.words) > 1
        return name if alone else None

    def _is_next(self, sentence: int, first: int) -> bool:
        """Whether what begins at a token is the paragraph after a sentence: a message has one of its own."""
        t = self.t
        begin = t.start[t.sentences[sentence][0]]
        return t.start[first] - begin < _MESSAGE and len(t.text[begin : t.start[first]].split("\n\n")) == 2

    def _asks(self, one: Entity) -> bool:
        """Whether somebody named before an interview is who asks: "*Reporter Tom Reed* met the mayor"."""
        return one is self.byline or any(role.head in ASKERS for role in one.roles)

    def interviewed(self, sentence: int) -> Entity | None:
        """Who answers in an interview: whom its title names, else of whom most is told before its first question.

        "Ann Marr, the new harbour master, spoke to *Tom Reed*" tells more of her than of who asks.
        """
        t = self.t
        if self._interview is None:
            turns = (turn_of(t, first) for first, _ in t.sentences)
            self._interview = next((n for n, turn in enumerate(turns) if turn), sentence)
        start = t.sentences[self._interview][0]
        titled = self.register.people_within(0, min(start, t.sentences[0][1]))
        told = {name.entity: 0 for name in titled if not self._asks(name.entity)}
        for trace in self.people.back(start) if not told else ():
            if trace.entity.named and not self._asks(trace.entity):
                told[trace.entity] = told.get(trace.entity, 0) + 1
        return max(told, key=lambda one: (bool(one.roles or one.age), told[one]), default=None)
