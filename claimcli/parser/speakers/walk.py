"""One walk through an article, from event to event: every name, pronoun and mention of a claim is decided.

Names come first (``names``), then what the rules for pronouns (``pronouns``, ``he_or_she``, ``relatives``) and
for descriptions (``descriptions``, ``holders``) say of the rest.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from functools import cached_property, partial
from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CUE,
    DETERMINER,
    FINITE,
    NOUN,
    NUMBER,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    ROLE,
    SUBJECT,
    TIME,
    WORD,
    watch,
)
from claimcli.lexicon.names import Gender
from claimcli.model import SpeakerType
from claimcli.parser.attribution import Attribution
from claimcli.parser.grammar import POSSESSIVE_MARKS
from claimcli.parser.speakers.beside import WITHIN
from claimcli.parser.speakers.clause import is_subject
from claimcli.parser.speakers.descriptions import DESCRIBED, KNOWN
from claimcli.parser.speakers.entity import PERSON, Entity, Mention
from claimcli.parser.speakers.he_or_she import HE_OR_SHE, Question, person_meant
from claimcli.parser.speakers.heads import head_of
from claimcli.parser.speakers.holders import Holders
from claimcli.parser.speakers.memory import Memory
from claimcli.parser.speakers.names import NAMED, with_others
from claimcli.parser.speakers.own_clause import not_meant
from claimcli.parser.speakers.phrase import DEFINITE, Answer, Phrase
from claimcli.parser.speakers.pronouns import NOBODY, PRONOUNS, WRITER
from claimcli.parser.speakers.register import Register
from claimcli.parser.speakers.roles import role_of
from claimcli.parser.speakers.told_subjects import see_told
from claimcli.parser.speakers.writer import Writer
from claimcli.parser.text import DASHES, QUOTATION, Layout, Tokens

_ADVERB: Final = ADVERB | WORD
_MAY_LEAD: Final = NUMBER | CAPITAL
_NONE: Final[frozenset[Entity]] = frozenset()
_HE_SHE: Final = watch(["he", "she"])
_PRONOUN, _MENTION, _NO_MENTION = 1, 2, 3  # in which order events at one token come
_BY_DESCRIPTION: Final = ("role", "age", "described", "the body", "named")
_TRAILING: Final = frozenset("’s 's ’ ' himself herself itself themselves both all alike".split())
_OPENS_ASIDE: Final = frozenset({"if", "unless", "asked", "pressed", "questioned", "challenged", "told"})
_DATELINE: Final = 8  # tokens
_FRONTS: Final = frozenset({"in", "at", "on", "during", "after", "before"})
_LEADS_IN: Final = frozenset("but and or so yet whether why how if because while though although".split())
_LONG_MENTION: Final = 32  # tokens
_LOOK: Final = 16  # tokens
_DESCRIPTIONS: Final = 24  # of one speaker that are remembered: more are no news


class Walk:
    """What is known of an article's speakers, and the memory of who was mentioned where."""

    def __init__(self, t: Tokens, layout: Layout) -> None:
        self.t = t
        self.register = Register(t)
        self.holders = Holders(t, self.register.mentions)
        self.acts = partial(is_subject, t)  # whether somebody is mentioned as the subject of a verb
        self.people = Memory()
        self.others = Memory()  # bodies, groups, documents, several people at once
        self._writer = Writer(t, self.register, self.people)
        self.pronouns: dict[int, Answer] = {}
        self.described: dict[str, list[Entity]] = defaultdict(list)
        self._starts = [first for first, _ in t.sentences]
        self._blocks = [block.start for block in layout.blocks]
        self._asked: tuple[Entity, int] | None = None  # who asked last, and in which sentence
        self._walked = False  # then nothing new is remembered: who asks afterwards changes nobody
        self._told = 0  # the first sentence whose subject no pronoun has looked at
        self._seen = 0  # how many of the names the walk has come by
        self._named: dict[int, frozenset[Entity]] = {}  # in a claim, by its id

    def release(self) -> None:
        """Take their mentions from all who are mentioned."""
        for people in (self.register.known.by_words, self.register.known.bodies):
            for entity in people.values():
                entity.mentions = []
        for described in self.described.values():
            for entity in described:
                entity.mentions = []

    @cached_property
    def written(self) -> frozenset[str]:
        """The words of the article as they stand, capitals and all."""
        return frozenset(self.t.raw)

    def paragraph_of(self, sentence: int) -> int:
        """The number of the block that holds a sentence."""
        return bisect_right(self._blocks, self.t.start[self._starts[sentence]])

    # ---- the walk -----------------------------------------------------------------------------

    def through(self, found: list[Attribution]) -> list[Answer]:
        """Whom each attribution's mention stands for, in their order."""
        answers: dict[int, Answer] = {}  # by the id of the attribution
        by_word = {a.core[0]: a for a in found if a.core is not None and a.core[1] - a.core[0] == 1}
        same: dict[tuple[int, int], Answer] = {}  # the same words at one place stand for the same speaker
        upcoming = sentence = 0  # where the next name begins; in which sentence an event is
        for at, kind, n in self._events(found):
            if at >= upcoming:
                upcoming = self._see_names(at)
            sentence = bisect_right(self._starts, at, sentence) - 1
            if kind == _PRONOUN:
                self._hear(at, sentence, by_word.get(at))
                continue
            a = found[n]
            if a.core is None:
                answer = self._unmentioned(a, answers)
            else:
                answer = same.get(a.core) or self.meant(*a.core, a)
                if answer[0] is not None:
                    same[a.core] = answer
            answers[id(a)] = answer
            if answer[0] is not None:
                self._note_speaker(at, sentence, a, answer[0], answer[1])
        self._see_names(len(self.t.lower))
        self._walked = True
        return [answers[id(a)] for a in found]

    def _events(self, found: list[Attribution]) -> list[tuple[int, int, int]]:
        """What the walk comes by, names aside: at which token, what, and the number of the attribution."""
        events = [(i, _PRONOUN, i) for i in self.t.where(_HE_SHE)]
        for n, a in enumerate(found):
            if a.core is None:
                events.append((a.content[0][0], _NO_MENTION, n))
            else:
                events.append((a.core[1] - 1, _MENTION, n))
        events.sort()
        return events

    def _note_speaker(self, at: int, sentence: int, a: Attribution, entity: Entity, rule: str) -> None:
        """Remember who makes a claim, who asks, and by which words somebody named was described."""
        told = rule.startswith(_BY_DESCRIPTION) and entity.named and len(entity.described) < _DESCRIPTIONS
        if told and a.core is not None:
            entity.described += (self.t.words(*a.core),)
            role = role_of(self.t, *a.core) if rule == "role: the person just named" else None
            if role is not None:
                self.holders.learn(entity, role)
        aside = self.t.lower[at] == "who"  # who says something in passing does not go on
        mention = self._trace(at, sentence, entity, True, not aside)
        if not entity.named:
            entity.mentions.append(mention)
        if a.lemma == "ask" and self._asks(a):
            self._asked = entity, a.sentence

    def _see_names(self, at: int) -> int:
        """Remember the names that begin up to a token; returns where the next one begins."""
        mentions, k = self.register.mentions, self._seen
        people, others, lower = self.people.traces, self.others.traces, self.t.lower
        while k < len(mentions):
            mention = mentions[k]
            if mention.at > at:
                self._seen = k
                return mention.at
            k += 1
            if mention.modifier:
                continue
            if mention.entity.type is not PERSON:
                others.append(mention)
                continue
            people.append(mention)
            if mention.title > 1 and lower[mention.title - 1] == "and":
                self._see_pair(mention)
        self._seen = k
        return len(lower) + 1

    def _see_pair(self, second: Mention) -> None:
        """Remember "Ann Marr and Tom Reed" as a pair."""
        first = self.register.ending(second.title - 1)
        if first is not None and first.entity.person:
            both = self.pair(first.entity, second.entity)
            self._trace(second.at, second.sentence, both, True, False)

    def pair(self, first: Entity, second: Entity) -> Entity:
        """Two people as one speaker."""
        return self.describe("", f"{first.name} and {second.name}", SpeakerType.GROUP, ("and",))

    def _hear(self, at: int, sentence: int, claim: Attribution | None) -> Answer:
        """Decide whom a "he" or "she" stands for; ``claim`` is the one whose mention it is."""
        gender = HE_OR_SHE[self.t.lower[at]]
        if not self._walked and sentence >= self._told:
            see_told(self, sentence, self._told, at)
            self._told = sentence + 1
        before = self.t.lower[at - 1] if at else ""
        barred = self._asker(claim, sentence) if self._asked is not None else _NONE
        if before == "that":
            barred |= self._answered(at, sentence)
        barred |= not_meant(self, at, sentence)
        aside = self._opening_clause(at, sentence) if before == "," else at
        q = Question(at, sentence, self.paragraph_of, self.acts, gender, barred, self._barred(claim), aside)
        entity, rule = None, "pronoun: the subject after its phrase"
        if at and self.t.tag[at - 1] & PREPOSITION:
            entity = self._subject_ahead(at, sentence, gender)
        if entity is None:
            entity, rule = person_meant(q, self.people)
        self.pronouns[at] = entity, rule
        if entity is not None and not self._walked:
            if not entity.told and q.alone:
                entity.tell(gender)
            self._trace(at, sentence, entity, bool(self.t.tag[at] & SUBJECT), False)
        return self.pronouns[at]

    def he_or_she(self, at: int, claim: Attribution | None) -> Answer:
        """Whom a "he", "she", "his" … stands for."""
        return self.pronouns.get(at) or self._hear(at, self.sentence_of(at), claim)

    def _subject_ahead(self, at: int, sentence: int, gender: Gender) -> Entity | None:
        """ "In *her* statement, Ann Marr said …": the subject after the phrase that opens the sentence."""
        t = self.t
        first, end = t.sentences[sentence]
        if at - first != 1 or t.tag[at] & SUBJECT:
            return None
        for name in self.register.within(at, min(end, at + _LOOK)):
            if t.lower[name.title - 1] == "," and self.acts(name):
                return name.entity if name.entity.fits(gender) else None
        return None

    def _opening_clause(self, at: int, sentence: int) -> int:
        """Where a condition or question before a pronoun begins: "*If Reed comes*, he", "*Asked about Reed*, he"."""
        first = self.t.sentences[sentence][0]
        return first if self.t.lower[first] in _OPENS_ASIDE else at

    def _answered(self, at: int, sentence: int) -> frozenset[Entity]:
        """Whom a pronoun answers, and so is not: Reed in "Reed accused her, a charge that she denied"."""
        if self.t.lower[at - 3 : at - 2] not in (["a"], ["an"]):
            return _NONE
        return frozenset(
            trace.entity for trace in self.people.back(at) if trace.sentence == sentence and trace.speaks
        )

    def _asker(self, claim: Attribution | None, sentence: int) -> frozenset[Entity]:
        """Who has just asked, and so does not answer: "Reed asked Marr whether … / “No,” *he* said".

        "Reed asked for help. *He* said …" is no answer: that begins with its words.
        """
        if claim is None or claim.core is None or claim.lemma == "ask" or self._asked is None:
            return _NONE
        if claim.core[0] < claim.content[0][0]:
            return _NONE
        entity, when = self._asked
        return frozenset({entity}) if 0 <= sentence - when <= 1 else _NONE

    def _asks(self, a: Attribution) -> bool:
        """Whether "ask" makes a question: "Marr asked whether …", not "Marr asked them to …", "when asked, Marr …"."""
        if a.cue is None or "infinitive" in a.rules[0]:
            return False
        t, cue = self.t, a.cue[0]
        return not (t.lower[cue - 1] in ("when", "if") or t.tag[cue - 1] & AUXILIARY or t.tag[cue] & CAPITAL)

    def _trace(self, at: int, sentence: int, entity: Entity, subject: bool, speaks: bool) -> Mention:
        memory = self.people if entity.type is PERSON else self.others
        mention = Mention(at, at, at + 1, sentence)
        mention.subject, mention.speaks = subject, speaks
        mention.entity = entity
        memory.traces.append(mention)
        return mention

    def _unmentioned(self, a: Attribution, answers: dict[int, Answer]) -> Answer:
        """Whose a claim is that names nobody: an answer in an interview, or a quotation that goes on."""
        if a.cue is not None and self.t.raw[a.cue[0] - 1 : a.cue[0] + 1] == ["A", ":"]:
            return self._writer.interviewed(a.sentence), "who is interviewed"
        if a.carries is None:
            return None, ""
        entity, _ = answers.get(id(a.carries), (None, ""))
        return (entity, "speaker carried over") if entity else (None, "")

    def sentence_of(self, at: int) -> int:
        """The number of the sentence that holds a token."""
        return bisect_right(self._starts, at) - 1

    def barred(self, p: Phrase) -> frozenset[Entity]:
        """Whom a phrase cannot mean."""
        return self._barred(p.claim)

    def _barred(self, claim: Attribution | None) -> frozenset[Entity]:
        """Those named in a claim: nobody says "Marr is wrong" and is Marr."""
        if claim is None:
            return _NONE
        known = self._named.get(id(claim))
        if known is None:
            known = self._named[id(claim)] = self._named_in(claim)
        return known

    def _named_in(self, claim: Attribution) -> frozenset[Entity]:
        named: set[Entity] = set()
        t = self.t
        for first, last in claim.content:
            named.update(
                [
                    m.entity
                    for m in self.register.within(first, last)
                    if not m.modifier and not self._quotes(m) and not self._determined(m)
                ]
            )
            if QUOTATION in t.lower[first:last]:
                for i in range(first, last):
                    if t.lower[i] == QUOTATION:
                        named |= self.register.known.named_in(t.text[t.start[i] : t.end[i]])
        return frozenset(named)

    def _determined(self, name: Mention) -> bool:
        """Whether an article makes a person's name a kind of something else: "A Marr presidency, she said"."""
        return name.entity.person and name.title == name.at and bool(self.t.tag[name.at - 1] & DETERMINER)

    def _quotes(self, name: Mention) -> bool:
        """Whether a name inside a claim’s content makes a quotation itself: "Asked again, Marr said “No,” she said"."""
        t = self.t
        if name.last >= len(t.tag) or not t.tag[name.last] & CUE or not t.tag[name.last] & FINITE:
            return False
        return QUOTATION in t.lower[name.last : t.sentences[name.sentence][1]]

    # ---- one mention --------------------------------------------------------------------------

    def meant(self, first: int, last: int, claim: Attribution | None) -> Answer:
        """Whom the tokens first..last stand for, and by which rule; ``claim`` is the one that they make."""
        t = self.t
        tag, lower = t.tag, t.lower
        name = self.register.over(last - 1) if tag[last - 1] & CAPITAL else None
        if name is not None and name.last == last and name.title == first and name.entity.type is PERSON:
            others = claim is not None and claim.mention is not None and claim.mention[1] > last + 2
            several = (
                with_others(self, Phrase(first, last, last - 1, name.sentence, claim)) if others else None
            )
            if several is not None:
                return several
            return name.entity, "name" if last - name.at > 1 or first < name.at else "part of a name"
        if last - first > 3 and "," in lower[first:last]:
            last = self._before_clause(first, last)
        while last - first > 1 and (lower[last - 1] in _TRAILING or self._trails(last - 1)):
            last -= 1
        if last - first > 1 and last < len(lower) and lower[last] in POSSESSIVE_MARKS:
            owner = self.register.ending(last)
            if owner is not None and owner.entity.person and not self._leads_to(first, owner):
                return owner.entity, "name"
        while last - first > 1 and lower[first] in _LEADS_IN:
            first += 1
        if first and tag[first] & _MAY_LEAD:
            first = self._after_dateline(first, last)
            first, last = self._after_place(first, last, claim)
        if first and tag[first - 1] & PREPOSITION:
            first, last = self._after_opening(first, last, claim)
        sentence = self.sentence_of(first)
        word = lower[first]
        if last - first == 1:
            pronoun = PRONOUNS.get(word)
            if pronoun is not None:
                return pronoun(self, Phrase(first, last, first, sentence, claim))
            if word in WRITER:
                return self._writer.first_person(sentence)
            if word in NOBODY:
                return None, "no speaker"
        head = head_of(t, first, last) if last - first > 1 or tag[first] else None
        if head is None:
            return self._work(first, last), "title of a work"
        p = Phrase(first, last, head, sentence, claim)
        for rule in NAMED:
            answer = rule(self, p)
            if answer is not None:
                return answer
        for rule in KNOWN if word in DEFINITE else DESCRIBED:
            answer = rule(self, p)
            if answer is not None:
                return answer
        return None, ""

    def _before_clause(self, first: int, last: int) -> int:
        """Where a phrase ends before what is told of it: "*Ann Marr herself*, who was late"."""
        lower = self.t.lower
        for k in range(first + 1, last - 1):
            if lower[k] == "," and lower[k + 1] in ("who", "which"):
                return k
        return last

    def _trails(self, at: int) -> bool:
        """Whether a word belongs to what follows a phrase: "Marr *also*", in a headline "Ann Marr *Is Finally*"."""
        what = self.t.tag[at]
        if what == _ADVERB:
            return True
        if not what & CAPITAL or not (what & (AUXILIARY | ADVERB) or self.t.lower[at].endswith("ly")):
            return False
        return not what & (NOUN | TIME) and self.register.over(at) is None

    def _leads_to(self, first: int, name: Mention) -> bool:
        """Whether a phrase only leads to a name: "*a friend close to* Marr’s family"."""
        return any(what & PREPOSITION for what in self.t.tag[first : name.title])

    def _after_dateline(self, first: int, last: int) -> int:
        """Behind "31 (Reuters) - " or "PELLBURY - ", where a phrase begins with the end of a dateline."""
        lower = self.t.lower
        for k in range(first + 1, min(last - 1, first + _DATELINE)):
            if lower[k] in DASHES:
                return k + 1 if self.t.raw[k - 1].isupper() or lower[k - 1] == ")" else first
        return first

    def _after_place(self, first: int, last: int, claim: Attribution | None) -> tuple[int, int]:
        """Who acts behind a place that opens the sentence: "In Arra, | the minister|, Ann Marr, welcomed it"."""
        t = self.t
        if t.lower[first - 1] not in WITHIN or t.sentences[self.sentence_of(first)][0] != first - 1:
            return first, last
        place = self.register.over(first)
        end = max(last, claim.mention[1]) if claim and claim.mention else last
        if place is None or place.entity.person or place.last + 1 >= end or t.lower[place.last] != ",":
            return first, last
        if t.lower[place.last + 1] in (
            "who",
            "which",
            "that",
        ):  # "From Arra, *who* said": stands for the place
            return first, last
        first = place.last + 1
        rest = t.lower[first:end]
        return first, first + rest.index(",") if "," in rest else end

    def _after_opening(self, first: int, last: int, claim: Attribution | None) -> tuple[int, int]:
        """Who acts behind what opens the sentence: "In a statement to the Post, | *her aide*|, Tom Reed, said"."""
        t = self.t
        if t.lower[first - 1] not in _FRONTS or t.sentences[self.sentence_of(first)][0] != first - 1:
            return first, last
        end = min(claim.mention[1] if claim and claim.mention else last, first + _LONG_MENTION)
        commas = [k for k in range(first, end - 1) if t.lower[k] == ","]
        head = head_of(t, first, commas[0]) if commas else None
        name = self.register.after(first)
        person = name is not None and name.title == first and name.entity.person
        if head is None or person or t.tag[head] & (ROLE | PEOPLE):
            return first, last
        for comma, stop in zip(commas, [*commas[1:], end], strict=True):
            name = self.register.after(comma + 1)
            if name is not None and name.title == comma + 1 and name.entity.person:
                return name.title, name.last
            head = head_of(t, comma + 1, stop) if t.tag[comma + 1] & (DETERMINER | POSSESSIVE) else None
            if head is not None and t.tag[head] & ROLE and not t.tag[head] & PEOPLE:
                return comma + 1, stop
        return first, last

    def _work(self, first: int, last: int) -> Entity | None:
        """ "“The Lantern” reported …": what quotation marks name."""
        if last - first != 1 or self.t.lower[first] != QUOTATION:
            return None
        title = self.t.words(first, last).strip("“”\"'‘’«»„ ,.")
        return (
            self.describe(QUOTATION, title, SpeakerType.DOCUMENT, ()) if title and len(title) < 60 else None
        )

    # ---- what the rules ask -------------------------------------------------------------------

    def last_trace(
        self, p: Phrase, memory: Memory, fits: Callable[[Mention], bool], back: int
    ) -> Mention | None:
        """The last mention before a phrase that fits, no more than some sentences back.

        Of several in one sentence, the one who makes a claim.
        """
        nearest: Mention | None = None
        earliest = p.sentence - back
        for trace in memory.back(p.first):
            if trace.sentence < earliest:
                break
            if fits(trace) and trace.entity not in self.barred(p):
                if trace.speaks:
                    return trace
                if nearest is None:
                    nearest, earliest = trace, trace.sentence
        return nearest

    def body_before(self, at: int) -> Entity | None:
        """The last group or body that did something before a token: whom "they" in a quotation may mean."""
        return PRONOUNS["they"](self, Phrase(at, at + 1, at, self.sentence_of(at), None))[0]

    def describe(self, key: str, name: str, kind: SpeakerType, words: tuple[str, ...]) -> Entity:
        """Somebody who is only described; the same words stand for the same speaker."""
        for entity in self.described[key][-8:]:
            if entity.name == name:
                return entity
        entity = Entity(name, kind, words, False)
        self.described[key].append(entity)
        return entity
