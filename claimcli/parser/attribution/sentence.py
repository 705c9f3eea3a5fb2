"""An attribution, and a sentence while it is read: what was found in it, and what is taken already.

All positions are token indexes, ranges half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CUE,
    CUE_VERBS,
    LINK,
    NOUN,
    NOUN_VERB,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    VERB_S,
    WH,
    WORD,
    forms_of,
)
from claimcli.parser import grammar
from claimcli.parser.grammar import (
    CONTRACTED,
    INNER,
    REACH,
    Subject,
    after_heading,
    clause_verb,
    has_verb,
    opens_count,
    phrase_end,
)
from claimcli.parser.text import CLOSED_BY, QUOTATION, Tokens
from claimcli.parser.text import Range as Range
from claimcli.rules import frame_of

_PAUSES: Final = frozenset(",?!")
TELLS: Final = frozenset("tell assure remind inform notify convince persuade".split())
MADE_KNOWN: Final = frozenset("named identified quoted drawn filmed photographed recorded".split())
"""What sources ask not to be."""
ASKS: Final = forms_of("ask press question quiz inquire")
"""Verbs that lead a question."""
KEPT: Final = frozenset("say disclose specify comment elaborate".split())
"""What somebody does not do who will not answer."""
COURTS: Final = frozenset(
    "court courts parliament congress senate jury jurors juries tribunal tribunals inquest inquests hearing hearings "
    "trial inquiry enquiry inquiries magistrates justices judges bench panel committee commission mps lawmakers "
    "legislators council councillors councilors meeting meetings assembly commissioners".split()
)
"""Who is told in public what others claim, by the last word of the phrase: "Arra Crown **Court** heard"."""
NOBODY: Final = frozenset("nobody nothing none neither no not few hardly scarcely barely".split())
"""What opens a subject that denies its verb."""
ASKING: Final = frozenset(("how", "why", "what", "whether", "if"))
"""Words that ask, and tell no more of a noun as "who" and "where" may."""
WH_WORDS: Final = ASKING | {"who", "when", "where", "which"}


@dataclass(slots=True, eq=False)
class Attribution:
    """One attribution in token ranges: content pieces, mention (with its core), cue, and why.

    ``core`` is the mention without its apposition; ``carries`` is the attribution whose speaker a
    quotation without a cue goes on with; ``via`` is the attribution within whose content this one
    stands ("Stoltenberg recalled … Zelensky demanded"); ``asked`` is the question of the paragraph before that it
    answers; ``told_of`` stands before a quotation without a cue, and may have said it; ``rules`` names what made it.
    """

    content: list[Range]
    mention: Range | None
    core: Range | None
    cue: Range | None
    sentence: int
    rules: list[str]
    lemma: str = ""
    carries: Attribution | None = None
    via: Attribution | None = None
    asked: Range | None = None
    told_of: Range | None = None

    def words(self) -> list[Range]:
        """Where what it says stands: its content, the question that it answers, its cue."""
        return [*self.content, *(part for part in (self.asked, self.cue) if part is not None)]

    def subject(self) -> Subject | None:
        """Its mention as the subject of a verb that it shares."""
        return (*self.mention, self.core[1]) if self.mention and self.core else None


_BEHIND_PARTICIPLE: Final = LINK | OPENS_NOUN | SUBJECT | OBJECT | PRONOUN | ADVERB | TIME | WH | CAPITAL
"""What stands behind a participle that is no adjective: "Asked **about** it", "Given **the** cost"."""
DECIDES: Final = frozenset(
    "agree refuse decline reject accept approve decide consent veto ratify endorse block allow permit".split()
)
"""What is settled by a word: under "if" nobody has said it, and it is no view that somebody might hold."""
OPENS_SUBJECT: Final = SUBJECT | OPENS_NOUN | CAPITAL
"""What opens a noun phrase that may be a subject."""
OPENS_CLAUSE: Final = RELATIVE | SUBORDINATOR | WH


class Sentence(grammar.Sentence):
    """One sentence of an article behind a heading that opens it, and what its rules share while they read it.

    Tokens before ``taken`` belong to an attribution already; ``quotes`` tells whether a quotation may stand in it;
    ``subject`` is that of the last attribution's verb.
    """

    __slots__ = ("found", "headline", "quotes", "subject", "taken")

    def __init__(self, t: Tokens, number: int, quotes: bool = True) -> None:
        super().__init__(t, number)
        self.quotes = quotes
        opening = t.raw[self.first]
        if len(opening) > 1 and opening.isupper():
            self.first = after_heading(t, self.first, self.end)
        self.found: list[Attribution] = []
        self.taken = self.first
        self.headline: bool | None = None
        self.subject: Subject | None = None

    def is_clause(self, a: int, b: int) -> bool:
        """Whether tokens make a main clause: a known verb, or at least no phrase that only leads into one."""
        opening = self.tag[a]
        leads_in = opening & (PREPOSITION | SUBORDINATOR | PARTICIPLE)
        verb = has_verb(self.t, a, b)
        behind = self.what(a + 1) if a + 1 < b else 0
        tells = verb and opening & VERB_PARTICIPLE and not behind & _BEHIND_PARTICIPLE
        links = self.lower[a] == "so" and behind & OPENS_SUBJECT
        if tells or links or opens_count(self.t, a):
            leads_in = False  # "Raised fares hurt", "So the dam is safe", "At least nine left"
        if self.t.has_quotation(a, b):
            return True
        if not leads_in:
            return verb or b - a > 5
        commas = [i for i in range(a, b) if self.lower[i] == ","]
        acts = self.t.tagged(AUXILIARY | VERB_PAST, a, b, b)
        if opening & PREPOSITION and acts < self.t.tagged(OPENS_CLAUSE, a, b, b):
            return True  # "By May wool rose to ten, up from nine", not "In a town that had left, …"
        # "In May, **wool rose** to ten, up from nine", not "In May, when wool rose, up from nine"
        own = next((i for i in commas if not self.what(i + 1) & OPENS_CLAUSE), commas[-1] if commas else b)
        return verb and (bool(opening & VERB_ING) or has_verb(self.t, own, b))

    def head_of(self, first: int, last: int) -> int:
        """The head of a noun phrase, its last word before what tells more of it: "a *tax* on firms"."""
        for i in range(first + 1, last):
            if self.tag[i] & PREPOSITION or not (self.tag[i] & WORD or self.lower[i] in INNER):
                return i - 1
        return max(first, last - 1)

    def has_verb(self, first: int, last: int) -> bool:
        """Whether a finite verb stands among the tokens."""
        return has_verb(self.t, first, last)

    def opens_clause(self, p: int) -> bool:
        """Whether a clause with a verb of its own opens at ``p``, rather than an object phrase."""
        return clause_verb(self.t, p, self.last)

    def phrase_end(self, p: int, last: int | None = None) -> int:
        """Where the noun phrase ends that opens at ``p``, no further than ``last``, if given."""
        return phrase_end(self.t, p, self.last if last is None else last)

    def phrase_at(self, p: int, last: int | None = None) -> Subject | None:
        """The noun phrase that opens at ``p``, as the subject that it may be; no further than ``last``, if given."""
        counts = self.word(p + 1) == "than" and self.what(p + 2) & NUMBER  # "**more than 100 towns**"
        end = self.phrase_end(p + 2 if counts else p, last)
        return (p, end, end) if end > p else None

    def end_before_clause(self, end: int) -> int:
        """Where a phrase ends with what tells more of it, before a clause: "Marr | , a baker**,** that it is safe"."""
        close = self.find({","}, end + 1, end + REACH) if self.word(end) == "," else 0
        opens = close > 0 and (self.word(close + 1) == "that" or self.what(close + 1) & WH)
        return close if opens else end

    def saying_behind(self, p: int) -> int:
        """Where a participle of speaking stands behind "as" at ``p``: "quoted Marr as **saying**"; 0 if none does."""
        what = self.what(p + 1)
        return p + 1 if self.word(p) == "as" and what & VERB_ING and what & CUE else 0

    def name_end(self, first: int) -> int:
        """Where a name ends that opens at ``first``, with the stops behind its words: "**Mr. Reed** left"."""
        i = first
        while self.what(i) & CAPITAL or (i > first and self.word(i) == "."):
            i += 1
        return i

    def is_bracketed(self, i: int) -> bool:
        """Whether a mark stands between brackets: "$5 (4 euros**;** 3 pounds)"."""
        opening = self.find_back({"(", ")"}, i - 1, self.first - 1)
        return self.word(opening) == "("

    def title_case(self) -> bool:
        """Whether the sentence is written as a headline: most of its words open with a capital."""
        if self.headline is None:
            words = [what for what in self.tag[self.first : self.last] if what & WORD]
            capitals = sum(1 for what in words if what & CAPITAL)
            self.headline = capitals > 0.6 * len(words)
        return self.headline

    def ends_with_comma(self, quotation: int) -> bool:
        """Whether a quotation has a comma before its closing mark."""
        return "," in self.t.close_of(quotation)

    def comma_at(self, i: int) -> bool:
        """Whether a comma stands at an index, or at the end of a quotation there."""
        return self.lower[i] == "," or (self.lower[i] == QUOTATION and self.ends_with_comma(i))

    def add(self, content: list[Range], speaker: Subject | None, cue: Range, rule: str, lemma: str) -> bool:
        """Add an attribution made by ``rule``, which takes what stands up to the end of its cue and content.

        Who acts within what another tells speaks through that teller. Returns True, as a rule does that fits.
        """
        end = content[0][1]
        # What a cue parts from its content may be but a mark; of "photos that, he said." nothing but "that" is left.
        content = [piece for piece in content if piece[0] < piece[1]] or [(end - 1, end)]
        start, end = content[0]
        if self._leads_with_that(start, end, rule, lemma):
            # the conjunction belongs to neither cue nor content; "that**, if asked,** he would go"
            content[0] = (start + 1 + (self.lower[start + 1] == ","), end)
        content[-1] = self._without_open_end(*content[-1])
        mention = whole = (speaker[0], speaker[1]) if speaker else None
        core = (speaker[0], speaker[2]) if speaker else None
        if mention and _overlaps(mention, content):
            mention = core  # the apposition holds the content
        teller = self.found[-1] if self.found else None
        added = Attribution(content, mention, core, cue, self.number, [rule], lemma)
        self.found.append(added)
        self.taken = max(self.taken, cue[1], content[-1][1])
        if teller and whole and any(a <= whole[0] and whole[1] <= b for a, b in teller.content):
            added.via = teller  # "Police said Reed shut the door and told her …"
        return True

    def _leads_with_that(self, start: int, end: int, rule: str, lemma: str) -> bool:
        """Whether a content opens with the conjunction "that", rather than with a word for what it is about."""
        if self.lower[start] != "that" or not self.first < start < end - 1:  # "**That** dam, she said, leaks"
            return False
        opens = self.tag[start + 1] & WORD or self.lower[start + 1] in (QUOTATION, ",")
        bare = start + 2 == end and self.lower[start + 1] != QUOTATION  # "echoed **that criticism**"
        if not opens or bare or self._is_verb_of_that(start + 1):
            return False
        frame = frame_of(rule)
        if frame == "object" or (frame == "particle" and not has_verb(self.t, start + 1, end)):
            return False  # "opposes that idea", "thinks of that a lot"
        if self.lower[start + 1] in CONTRACTED:
            return False  # "says that’s not true"
        return not (lemma == "expect" and self.lower[start + 1] == "to")  # "expects that to hurt"

    def _without_open_end(self, a: int, b: int) -> Range:
        """A piece of content without the marks behind it that belong to what follows."""
        while b - 1 > a:
            last = self.lower[b - 1]
            if last not in CLOSED_BY and not (last == ")" and "(" not in self.lower[a:b]):
                break
            b -= 1
        return a, b

    def _is_verb_of_that(self, i: int) -> bool:
        """Whether the verb at ``i`` is that of "that" itself: "said that *is* so", not "that *talks* had failed"."""
        what = self.tag[i]
        if not what & (AUXILIARY | VERB_S) or what & VERB_ING:
            return False
        after = self.what(i + 1)
        noun = after & (AUXILIARY | VERB_PAST) or (what & (NOUN | NOUN_VERB) and after & PREPOSITION)
        return bool(what & AUXILIARY or not noun)


def _overlaps(part: Range, pieces: list[Range]) -> bool:
    """Whether a range shares a token with any of some pieces."""
    first, last = part
    for a, b in pieces:  # noqa: SIM110 (a generator would take twice as long)
        if a < last and first < b:
            return True
    return False


def holds_quotation(t: Tokens, pieces: list[Range]) -> bool:
    """Whether a quotation stands in any of the pieces of a content."""
    for first, last in pieces:  # noqa: SIM110 (a generator would take twice as long)
        if t.has_quotation(first, last):
            return True
    return False


def lemma_of(t: Tokens, k: int) -> str:
    """The base form of the cue verb at a token; the word itself where it is no form of one."""
    frames = CUE_VERBS.get(t.lower[k])
    return frames.lemma if frames else t.lower[k]


def ends_with_pause(t: Tokens, quotation: int) -> bool:
    """Whether a quotation ends with a comma, "?" or "!" before its closing mark, as one before "she said" does."""
    return not _PAUSES.isdisjoint(t.close_of(quotation))


_LEAST: Final = 12
"""Characters of the shortest quotation that is taken for an utterance: shorter ones are terms and titles."""
_OPENING: Final = 20
"""Characters in which a quotation has come to its first word, past all marks."""


def opening_of(t: Tokens, quotation: int) -> str:
    """How a quotation opens, without its marks."""
    start = t.start[quotation]
    return t.text[start : min(t.end[quotation], start + _OPENING)].lstrip("“”\"'‘’«»„`[( ")


def is_utterance(t: Tokens, quotation: int) -> bool:
    """Whether a quotation is long enough, and opens, as a sentence does."""
    opening = opening_of(t, quotation)[:1]
    return t.end[quotation] - t.start[quotation] >= _LEAST and (opening.isupper() or opening.isdigit())
