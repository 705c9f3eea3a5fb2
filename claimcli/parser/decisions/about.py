"""Which decisions each claim is about, and why.

Each of ``_RULES`` speaks for some decisions, and what it says is worth so many points. A claim is about the
decisions that are given as many as it takes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from claimcli.lexicon import (
    NOUN,
    PEOPLE,
    PREPOSITION,
    SUBORDINATOR,
    TAGS,
    WH,
)
from claimcli.lexicon.decision_words import KIN_NOUNS, MADE, PLANNED, REFERRING_NOUNS, kin_of
from claimcli.model import Span, Speaker, SpeakerType, Status
from claimcli.parser.attribution import Attribution
from claimcli.parser.attribution.sentence import ASKS
from claimcli.parser.decisions.choices import Choice, Told
from claimcli.parser.decisions.naming import nameable, named_by_claims
from claimcli.parser.decisions.sentence import ASKING_RULES
from claimcli.parser.grammar import OPENS_ASIDE, REACH
from claimcli.parser.speakers.naming.evidence import JUNIOR
from claimcli.parser.stems import Sayings, plain, stem
from claimcli.parser.text import QUOTATION, Layout, Tokens

ENOUGH: Final = 8
"""How many points make a claim about a decision …"""

LESS_FOR_MAIN: Final = 3
"""… so many fewer for the one that the article makes most of, which most claims are about …"""

LESS_FOR_QUOTED: Final = 2
"""… fewer where the claim is quoted: articles quote what bears on their matter …"""

MORE_FOR_NOBODY: Final = 2
"""… more for one that is nobody's, unless the claim tells it or points to it by a noun of its …"""

MORE_BESIDE_ANOTHER: Final = 3
"""… and more where the claim tells another decision, or names it. All these, and the worth of the rules, were
weighed on annotated news."""

REFERRED_WITHIN: Final = 4
"""How many tellings before it "the decision" may mean one of, in its own paragraph."""

RECENT: Final = 3
"""How many sentences on what was told or said is still spoken of, if nothing else tells."""

_POINTING: Final = frozenset(
    "the this that these those his her their its our s such hard right wrong".split()
)
"""Words before a noun by which it points to something told: "the", "this", "Marr’s" …"""

_THESE: Final = frozenset({"these", "those", "such"})
"""Words before a noun by which it points to more than one."""

OPENS_WITHIN: Final = 3
"""How many words a claim may open with to the noun that says what it is on: "**The whole ban** is absurd"."""

_OWN: Final = {"my": "", "our": "", "his": "he", "her": "she", "its": "it", "their": "they"}
"""What makes a decision one's own, some only behind a word for who that is: "**she** stood by **her** decision"."""

_WAS_A: Final = frozenset({"this", "that", "it"})
"""Words that point by "was a" to what was told: "**This** was a painful decision"."""

_TAKING_UP: Final = frozenset({"this", "such"})
"""Words by which a claim takes up what was just told, where no noun follows: "He called **this** a mistake" …"""
_AFTER_THAT: Final = frozenset(
    "is was s will would can could may might has had should does did isn wasn".split()
)
"""… and those before which "that" does, and opens no clause: "**That** was a mistake"."""

_SPOKEN: Final = frozenset(
    "comment comments remark remarks statement statements words accusation accusations claim claims".split()
)
"""What a claim was, for one that is on it: "Marr called for a ban. Holt called **the remark** cruel"."""

ASIDE_WITHIN: Final = 4
"""How many tokens before what it tells the word is looked for that opens an aside: "Marr, **who** quit last week"."""

_PARTING: Final = frozenset("while whereas although though but yet ;".split())
"""What parts clauses that may be on different matters: "The board sold the pier, **while** Marr said"."""

_BEFORE_VERB: Final = frozenset(
    "will would to can could may might shall should must do does did not t".split()
)
"""Words after which "vote" or "order" is a verb, and points to nothing."""

_COURTS: Final = frozenset({" court ", " circuit ", " panel ", " bench "})
_JUDGES: Final = (" judge ", " justice ")
"""As whom those speak who are of a court."""

_REFERRING: Final = PLANNED.union(KIN_NOUNS)


class _Saying:
    """A claim as the rules see it; decisions are told by their index."""

    paragraph: int
    place: int  # how many tellings begin before it
    opens: bool  # its sentence opens its paragraph
    quoted: bool  # its content opens with a quotation mark, or it answers a question
    asks: bool  # it is a question
    points: bool  # back by a pronoun
    takes_up: bool  # by a pronoun, where its sentence opens a paragraph by one among its first words
    on_words: bool  # it is on what somebody said
    supposes: bool  # by "if"
    told: list[int]  # the decisions that its words tell
    named: list[int]  # those whose labels have its words, each once for every word
    of_who_chose: list[int]  # those of whoever it speaks of

    def __init__(self, number: int, a: Attribution, speaker: Speaker | None) -> None:
        self.number = number  # its index
        self.speaker = speaker
        self.ranges = a.words()
        self.first = self.ranges[0][0]  # its first token
        self.mention = a.mention[0] if a.mention else -1  # where its speaker's mention begins
        self.sentence = a.sentence
        self.called: list[int] = []  # the decisions that it points to by a noun of theirs
        self.found: list[int] = []  # those that it is about
        # by which it points to one, of those for any decision: "the **ruling**", "the **idea**"
        self.noun = ""
        self.own = False  # of the speaker's
        self.on_it = False  # it opens by such a noun, and tells no decision


class Linker:
    """Links the claims of one article, in the order of the text, to its decisions (by their index)."""

    def __init__(
        self,
        t: Tokens,
        layout: Layout,
        lower: str,
        choices: list[Choice],
        sayings: Sayings,
        actors: list[str | None],
    ) -> None:
        self._actors = actors
        self._by_actor: dict[str, list[int]] = {}  # by each name of who chooses, what he chose
        for number, actor in enumerate(actors):
            if actor is not None:
                self._by_actor.setdefault(actor, []).append(number)
        self._naming: dict[int, list[tuple[str, str]]] = {}  # the claims with the last word of such a name
        for actor in self._by_actor:
            word = _last_word(actor)
            for claim in sayings.with_word(word) if word else ():
                self._naming.setdefault(claim, []).append((actor, f" {word} "))
        self._t, self._layout = t, layout
        self._texts, self._plain = sayings.texts, lower
        self._named = named_by_claims(choices, sayings)
        self._spoken: dict[str, set[int]] = {}  # the decisions that each speaker has spoken of
        self._meant = [choice.final.telling.rule == "would" for choice in choices]
        self._asked = [choice.final.telling.rule in ASKING_RULES for choice in choices]
        self._stems = [choice.named.stems for choice in choices]
        self._planned = [choice.final.telling.status is Status.PROPOSED for choice in choices]
        told = [(told, number) for number, choice in enumerate(choices) for told in choice.tellings]
        told.sort(key=lambda each: (_extent(each[0]), each[1]))
        self._actions = [(*_extent(each), number) for each, number in told]
        self._labels = [each.label.end for each, _ in told]  # where each telling's label ends
        self._sentences = [each.sentence for each, _ in told]
        self._aside = [self._is_aside(each) for each, _ in told]
        self._starts = [start for start, _, _ in self._actions]
        self._past = [each.telling.action_words[:1] == ["had"] for each, _ in told]
        self._first = [len(told)] * len(choices)  # the number of the telling that first tells each
        self._kin: dict[str, list[int]] = {}  # by each noun that may name them, the decisions told so
        for place, (each, number) in enumerate(told):
            self._first[number] = min(place, self._first[number])
            for noun in kin_of(nameable(lower, each)):
                known = self._kin.setdefault(noun, [])
                if number not in known:
                    insort(known, number)
        self._paragraphs = [layout.paragraph_at(start) for start in self._starts]
        self._longest = max([end - start for start, end, _ in self._actions])
        tells = bytearray(b"0") * len(t.raw)  # one byte a token: "1" where it belongs to any action
        for each, _ in told:
            first, last = each.tokens
            tells[first:last] = b"1" * (last - first)
        self._tells = tells.decode()
        self.before: _Saying | None = None  # the last claim

    def link(self, claim: int, a: Attribution, speaker: Speaker | None) -> list[int]:
        """The indexes of the decisions that a claim (by its index) is about; adds to its ``rules`` why."""
        saying = self._saying(claim, a, speaker)
        reasons = [(why, worth, numbers) for rule, worth, why in _RULES if (numbers := rule(self, saying))]
        if reasons:
            self._weigh(saying, a, reasons)
        self.before = saying
        if speaker is not None and saying.found:
            self._spoken.setdefault(speaker.name, set()).update(saying.found)
        return saying.found

    def _weigh(self, saying: _Saying, a: Attribution, reasons: list[tuple[str, int, list[int]]]) -> None:
        """Find what a claim is about: the decisions for which the reasons are worth as many points as it takes."""
        points: dict[int, int] = {}
        for _, worth, numbers in reasons:
            for number in numbers:
                points[number] = points.get(number, 0) + worth
        surely = saying.told or saying.called
        enough = ENOUGH - LESS_FOR_QUOTED * saying.quoted
        for number in sorted(points):
            needed = enough - LESS_FOR_MAIN * (number == 0)
            if number not in surely:
                needed += MORE_FOR_NOBODY * (self._actors[number] is None)
                needed += MORE_BESIDE_ANOTHER * bool(surely)
            if points[number] >= needed:
                saying.found.append(number)
                a.rules += [why for why in _plainest(reasons, number, needed) if why not in a.rules]

    # ---- what a claim has to do with the decisions --------------------------------------------

    def _saying(self, claim: int, a: Attribution, speaker: Speaker | None) -> _Saying:
        """A claim (by its index) as the rules see it."""
        t, start = self._t, self._t.start
        saying = _Saying(claim, a, speaker)
        begin = start[saying.first]
        saying.paragraph = self._layout.paragraph_at(begin)
        saying.opens = start[t.sentences[a.sentence][0]] <= self._layout.starts[saying.paragraph - 1]
        words = self._texts[claim].split()
        saying.place = bisect_left(self._starts, begin)
        own_words = a.cue is None or a.asked is not None  # a post, an answer
        saying.quoted = own_words or any(t.lower[opening] == QUOTATION for opening, _ in a.content)
        saying.asks = self._asks(a, speaker)
        saying.points = _points(words)
        saying.takes_up = _points(words[:3]) if saying.opens else saying.points
        saying.on_words = _is_on_words(words)
        saying.supposes = "if" in words
        telling = [part for part in saying.ranges if self._tells.find("1", *part) >= 0]
        saying.told = [n for part in telling for n in self._told_in(*part)]
        saying.named = self._named[claim].by_words
        saying.of_who_chose = self._of_who_chose(saying)
        self._point(saying, words[: len(words) - (a.cue[1] - a.cue[0])] if a.cue else words)
        return saying

    def _asks(self, a: Attribution, speaker: Speaker | None) -> bool:
        """Whether a claim is a question that the next may answer: "**Asked about the ban**", "asked **whether** …"."""
        if a.cue is None or self._t.lower[a.cue[0]] not in ASKS:
            return False
        return speaker is None or bool((WH | SUBORDINATOR | PREPOSITION) & self._t.tag[a.content[0][0]])

    def _told_in(self, first: int, last: int) -> list[int]:
        """The decisions whose action meets a range of tokens."""
        start, end = self._t.start[first], self._t.end[last - 1]
        low = bisect_left(self._starts, start - self._longest)
        high = bisect_left(self._starts, end)
        return sorted({number for _, until, number in self._actions[low:high] if until > start})

    def _point(self, saying: _Saying, words: list[str]) -> None:
        """Find the decisions told before a claim that its content points to by a noun: by theirs, or by one for any."""
        for i, word in enumerate(words):
            if word not in _REFERRING or words[i - 1] in _BEFORE_VERB:
                continue
            if words[i + 1 : i + 2] == ["to"] and word in ("bid", "offer", "proposal"):
                continue  # "the proposal to sell the pier" says itself what it is
            no = "not" in words[max(0, i - 3) : i]  # "*it* was not an easy decision"
            was_a = words[max(0, i - 4 - no)] in _WAS_A
            if _POINTING.isdisjoint(words[max(0, i - 3) : i]) and not was_a:
                continue
            noun = KIN_NOUNS.get(word, word)
            named = [n for n in self._kin.get(noun, ()) if self._first[n] < saying.place]
            if named and named[0] not in saying.called:
                saying.called.append(named[0])
            if noun != word and _THESE.isdisjoint(words[max(0, i - 2) : i]):
                noun = ""  # "your votes" are not "these votes"
            any_other = REFERRING_NOUNS.get(noun) and saying.noun not in PLANNED
            if not named and (noun in PLANNED or any_other):
                owner = _OWN.get(words[i - 1], "-")
                own = not owner or owner in words[: i - 1]
                saying.noun, saying.own = noun, own and noun not in PLANNED
            if i < OPENS_WITHIN and not saying.told and (named or saying.noun):
                saying.on_it = True

    # ---- the rules, from the plainest to the faintest ------------------------------------------

    def tells_the_decision(self, saying: _Saying) -> list[int]:
        """ "The mayor **vowed to close the bridge**": its words tell the choice."""
        return saying.told

    def same_words(self, saying: _Saying) -> list[int]:
        """ "“A **no-fly zone** would have meant war,” he said": it repeats the words of a label.

        It has the one for what is chosen, or half of all; any two are enough for what was told shortly before.
        Before the article tells a decision a single word is too little, and more are unless it is the main one or who
        chose is spoken of. Names are too little by themselves, but from whoever has spoken of the decision before:
        "**Reed** is honest", of endorsing Reed; of sending nurses to Arra, "Arra" is only beside a name for who chose.
        Where a claim with "if" has words of what is only planned, it supposes just that: "**If** the bridge is closed,
        we starve". What opens by a noun of what was just told is on it: "**The bridge** is beautiful".
        """
        first, named, known = self._first, saying.named, self._named[saying.number]
        since = bisect_left(self._sentences, saying.sentence - RECENT, 0, saying.place)
        near, plain = {n for _, _, n in self._actions[since : saying.place]}, known.plainly
        found = [
            n for n in named if (n in plain and first[n] < saying.place) or (n in near and named.count(n) > 1)
        ]
        ahead = [n for n in named if n in plain and first[n] >= saying.place and named.count(n) > 1]
        if ahead:
            may_be = [0, *saying.of_who_chose]
            found += [n for n in ahead if n in may_be]
        if known.by_names and saying.speaker is not None:
            spoken = self._spoken.get(saying.speaker.name, set())
            of_it = known.of_objects + saying.of_who_chose
            found += [n for n in known.by_names if n in spoken and n in of_it]
        if saying.supposes:
            found += [n for n in set(found) if self._planned[n]]
        if not saying.told and not saying.called:
            found += [n for n in self._opened_by(saying) if n in plain] * 2
        return found

    def _opened_by(self, saying: _Saying) -> list[int]:
        """The decisions just told whose label has the noun that a claim opens with."""
        if not saying.named:
            return []
        words = self._texts[saying.number].split()[: OPENS_WITHIN + 1]
        opened = [
            stem(word) for i, word in enumerate(words) if not _POINTING.isdisjoint(words[max(0, i - 2) : i])
        ]
        near = bisect_left(self._paragraphs, saying.paragraph - 1, 0, saying.place)
        told = {number for _, _, number in self._actions[near : saying.place]}
        return [n for n in sorted(told.intersection(saying.named)) if not self._stems[n].isdisjoint(opened)]

    def calls_it_by_name(self, saying: _Saying) -> list[int]:
        """ "**Such a ban** is cruel", of banning fireworks: it points to it by a noun of what is done.

        A question does so surely, and what opens by it is on it: "asked about **the ban**", "**The ban** is cruel".
        """
        return saying.called * 2 if saying.asks or saying.on_it else saying.called

    def refers_to_the_decision(self, saying: _Saying) -> list[int]:
        """ "“**This was a hard decision**,” she said": the last told in its paragraph, else the main one told so far.

        None that was only planned, where the claim's noun means one that was made, nor the other way round; but what
        somebody just meant to do he has decided: "Marr **will close** the pier. The union called **the decision** …".
        What opens by the noun is on it.
        """
        if saying.called or not saying.noun:
            return []
        told = range(saying.place - 1, max(-1, saying.place - 1 - REFERRED_WITHIN), -1)
        news = [at for at in told if not self._past[at]]  # "they **had** put it off. … The vote"
        here = [self._actions[at][2] for at in news if self._paragraphs[at] == saying.paragraph]
        before = [number for number, place in enumerate(self._first) if place < saying.place]
        own = self._by_actor.get(saying.speaker.name, []) if saying.own and saying.speaker else []
        if any(number in before for number in own):
            return [number for number in own if number in before][:1] * 2
        if saying.noun in PLANNED:  # "the idea" is one that was just told of
            before = []
        may = [number for number in here if self._may_mean(saying, number)]
        if saying.noun in MADE:
            may += [number for number in here if self._meant[number]]
        may += [number for number in before if self._may_mean(saying, number)]
        if saying.noun == "decision" and not may and self._first[0] < saying.place:
            return [0]  # "will close it", then "**the decision** is cruel"
        return may[:1] * 2 if saying.on_it else may[:1]

    def _may_mean(self, saying: _Saying, number: int) -> bool:
        """Whether the noun by which a claim refers to a decision, if it does, may mean one that stands so."""
        return saying.noun not in (MADE if self._planned[number] else PLANNED)

    def stands_where_the_decision_is_told(self, saying: _Saying) -> list[int]:
        """ "The board rejected the bid, **saying** it was low": the last told in its sentence or the one before.

        What stands in a sentence of its own, or behind "while" or "but", may be on anything, unless it is quoted
        (articles quote what bears on their matter) or takes up what that tells; so may all that follows what is told by
        the way. Only what opens the next paragraph goes on over its beginning.
        """
        at = saying.place - 1
        if at < 0 or saying.speaker is None or saying.sentence - self._sentences[at] > 1:
            return []
        further, number = saying.paragraph - self._paragraphs[at], self._actions[at][2]
        if (further and not saying.opens) or not self._may_mean(saying, number):
            return []
        beside = saying.sentence == self._sentences[at] and not self._is_parted(saying, at)
        tied = (beside or saying.quoted) and not self._aside[at]
        tied = tied or saying.takes_up or bool(saying.noun)
        tied = tied or (not further and number in saying.named)
        return [number] if tied else []

    def is_by_who_chose(self, saying: _Saying) -> list[int]:
        """ "Marr vowed to close the bridge. **“It is old,” she said**": what who is quoted chose, if just told.

        Told in the same paragraph or the one before, or in its sentence, where it need not be quoted: "…, **saying
        it was old**", but must point to what is told by the way; a second claim of a sentence goes on from the first.
        What is told by the way of whoever has just spoken is why they are asked: "“…,” said Marr, **who quit**".
        """
        second = self.before is not None and self.before.sentence == saying.sentence
        if second or saying.speaker is None:
            return []
        name = saying.speaker.name
        found = self._told_of_speaker(saying, name) if saying.quoted else []
        for at in range(saying.place - 1, max(-1, saying.place - 1 - REFERRED_WITHIN), -1):
            beside = saying.sentence == self._sentences[at]
            beside = beside and (saying.points or not self._aside[at])
            if saying.paragraph - self._paragraphs[at] > 1 or not (beside or saying.quoted):
                break
            number = self._actions[at][2]
            if number not in found and (self._actors[number] == name or self._is_of(number, saying.speaker)):
                found.append(number)
        return found

    def _is_of(self, number: int, speaker: Speaker) -> bool:
        """Whether somebody is told to be of whoever chose: "**Holt Lines** spokeswoman", a judge, of a court."""
        namesake = speaker.role is None and speaker.type is SpeakerType.PERSON and speaker.name[:1].isupper()
        actor = self._actors[number]
        last = _last_word(actor) if actor is not None and not namesake else ""
        word, role = f" {last} ", f" {plain(speaker.role or speaker.name)} "
        if not last:
            return False
        return word in role or (word in _COURTS and any(judge in role for judge in _JUDGES))

    def _told_of_speaker(self, saying: _Saying, name: str) -> list[int]:
        """What whoever has just spoken chose, where that is told by the way: "“…,” said Marr, **who quit**"."""
        ahead = bisect_right(self._sentences, saying.sentence, saying.place)
        told = [self._actions[at][2] for at in range(saying.place, ahead) if self._aside[at]]
        return [number for number in told if self._actors[number] == name] * 2

    def _is_aside(self, told: Told) -> bool:
        """Whether a relative clause tells a choice: "Marr, **who** last week closed the bridge"."""
        action = bisect_left(self._t.start, _extent(told).start)
        first = max(self._t.sentences[told.sentence][0], action - ASIDE_WITHIN)
        return not OPENS_ASIDE.isdisjoint(self._t.lower[first:action])

    def _is_parted(self, saying: _Saying, at: int) -> bool:
        """Whether a claim stands in another clause than the telling before it: "…, **while** Marr said that".

        Behind "and", where its speaker follows: "…, **and** Marr said that".
        """
        stop, first, lower = self._labels[at], saying.first, self._t.lower
        for i in range(first - 1, max(-1, first - REACH), -1):
            if self._t.start[i] < stop:
                break
            if lower[i] in _PARTING or (lower[i] == "and" and i + 1 == saying.mention):
                return True
        return False

    def names_who_chose_it(self, saying: _Saying) -> list[int]:
        """ "“**Marr** needs no **bridge**,” he said", of the one that Marr closed: who chose, beside words for what."""
        return [number for number in saying.of_who_chose if number in saying.named]

    def _of_who_chose(self, saying: _Saying) -> list[int]:
        """What those chose of whom a claim speaks, each as often as it names them."""
        name = saying.speaker.name if saying.speaker else None
        chosen = self._by_actor.get(name, ()) if name is not None else ()
        found = [n for n in chosen if n in saying.named]
        for actor, word in self._naming.get(saying.number, ()):
            if actor != name and self._names(saying, word):
                found += self._by_actor[actor]
        return found

    def _names(self, saying: _Saying, word: str) -> bool:
        """Whether a word of a claim is a name, or stands for one: "**Cook** lied", "the **court**"; not "to cook"."""
        if TAGS.get(word[1:-1], 0) & PEOPLE:
            return True
        lower = self._plain
        for first, last in saying.ranges:
            end = self._t.end[last - 1] + 1
            at = lower.find(word, max(0, self._t.start[first] - 1), end)
            while at >= 0:
                if self._t.text[at + 1].isupper() or lower.endswith("the", 0, at):
                    return True
                at = lower.find(word, at + 1, end)
        return False

    def goes_on_from_a_claim_that_is(self, saying: _Saying) -> list[int]:
        """ "“…,” she said. **“I would do it again.”**": what the claim before is about, where it goes on from that.

        It does in the same paragraph, and in the next by the same speaker or where that opens with the claim:
        what the article tells between the two leads to another matter. What answers a question does so surely, as does
        what is on the words themselves, "Holt called **the remark** cruel"; and what points back by a pronoun, which is
        to the sentence before, and has no words of a decision's: "“**It** will be hard,” she said". But who chose
        speaks of much besides.
        """
        before = self.before
        if before is None or saying.paragraph > before.paragraph + 1:
            return []
        by_same = saying.speaker is not None and saying.speaker == before.speaker
        if saying.paragraph > before.paragraph and not (saying.opens or by_same):
            return []
        apart = saying.sentence - before.sentence
        if apart > RECENT:
            return []
        answers = before.asks and not by_same
        if answers or saying.on_words:
            return before.found * 2
        if saying.speaker is None or saying.named or not saying.points or apart > 1:
            return before.found
        return before.found + [n for n in before.found if self._actors[n] != saying.speaker.name]


def _extent(told: Told) -> Span:
    """Where a choice is told: the action, but of "Marr, who quit last week, sat there" only "quit"."""
    return told.label if told.telling.rule == "went" else told.action


def _last_word(name: str) -> str:
    """The last word of a name, by which others speak of it: "marr", of "Ann Marr Jr."."""
    words = [word for word in plain(name).split() if word not in JUNIOR]
    return words[-1] if words else ""


def _points(words: list[str]) -> bool:
    """Whether words point back by a pronoun: "**it** was unsafe", "**that** was a mistake"; not "this talk"."""
    if "it" in words:
        return True
    for word, after in pairwise([*words, ""]):
        if word == "that" and after in _AFTER_THAT:
            return True
        if word in _TAKING_UP and (not TAGS.get(after, NOUN) & NOUN or not after or after.endswith("ly")):
            return True
    return False


def _is_on_words(words: list[str]) -> bool:
    """Whether words begin by pointing to what was said: "**those comments**", "**his remarks** as a joke"."""
    spoken = not _SPOKEN.isdisjoint(words[1:3])  # "the rude **remarks**"
    return spoken and not _POINTING.isdisjoint(words[:1])


def _plainest(reasons: list[tuple[str, int, list[int]]], number: int, enough: int) -> Iterator[str]:
    """The plainest of the reasons for a decision that are enough together."""
    for why, worth, numbers in reasons:
        if number in numbers:
            yield why
            enough -= worth * numbers.count(number)
            if enough <= 0:
                return


_Rule = Callable[[Linker, _Saying], list[int]]
_RULES: Final[list[tuple[_Rule, int, str]]] = [
    (rule, worth, f"about: {rule.__name__.replace('_', ' ')}")
    for rule, worth in (
        (Linker.tells_the_decision, ENOUGH),
        (Linker.same_words, 3),
        (Linker.calls_it_by_name, 5),
        (Linker.refers_to_the_decision, 6),
        (Linker.stands_where_the_decision_is_told, 5),
        (Linker.is_by_who_chose, 5),
        (Linker.goes_on_from_a_claim_that_is, 4),
        (Linker.names_who_chose_it, 2),
    )
]
"""The rules, how many points a decision gets each time that one speaks for it, and what they are called."""
