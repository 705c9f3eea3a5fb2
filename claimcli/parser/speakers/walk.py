"""One walk through an article, from event to event: every name, pronoun and mention of a claim is decided.

Names come first (``by_name``), then what the rules for pronouns (``pronouns``) and for descriptions
(``descriptions``) say of the rest.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from typing import Final

from claimcli.lexicon import ORGANIZATION, PREPOSITION, ROLE, SUBORDINATOR, VERB_ING
from claimcli.lexicon.kinds import kind_of
from claimcli.lexicon.look_up import watch
from claimcli.lexicon.names import persons
from claimcli.model import SpeakerType
from claimcli.parser.attribution import Attribution
from claimcli.parser.attribution.interview import ANSWER
from claimcli.parser.attribution.labels import ASKERS
from claimcli.parser.grammar import POSSESSIVE_MARKS
from claimcli.parser.speakers.by_name import NAMED
from claimcli.parser.speakers.by_name.one_name import apposed_name
from claimcli.parser.speakers.by_name.several import both_parted, set_off_too
from claimcli.parser.speakers.clause import is_subject
from claimcli.parser.speakers.descriptions import rules_for
from claimcli.parser.speakers.descriptions.named_later import who_says_it_again
from claimcli.parser.speakers.entity import BODY, GROUP, JOINT, PERSON, Entity, Memory, Mention
from claimcli.parser.speakers.heads import head_of, is_thing
from claimcli.parser.speakers.holders import Holders
from claimcli.parser.speakers.naming.appositions import roles_of_deeds
from claimcli.parser.speakers.naming.evidence import LOVERS
from claimcli.parser.speakers.naming.register import Register
from claimcli.parser.speakers.narrowing import behind_lead, end_of_name, what_one_is
from claimcli.parser.speakers.phrase import Answer, Phrase
from claimcli.parser.speakers.pronouns.he_or_she import he_or_she
from claimcli.parser.speakers.pronouns.not_meant import NOBODY, Asking, named_in
from claimcli.parser.speakers.pronouns.opening import RELATIVES
from claimcli.parser.speakers.pronouns.rules import NAMES_NOBODY, PRONOUNS, WRITER
from claimcli.parser.speakers.roles import TELLS, role_of, told_to_be
from claimcli.parser.speakers.writer import Writer
from claimcli.parser.text import Layout, Tokens, turn_of

_HE_SHE: Final = watch(["he", "she"])
_PRONOUN, _MENTION, _NO_MENTION = 1, 2, 3  # in which order events at one token come
_BY_DESCRIPTION: Final = ("role", "age", "described", "the body", "named")
_SPOUSES: Final = LOVERS | {"wife", "husband", "spouse"}
_DEED: Final = 16  # tokens
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
        self.writer = Writer(t, self.register, self.people)
        self.pronouns: dict[int, Answer] = {}
        self.same: dict[tuple[int, int], Answer] = {}  # whom the words at one place stand for, as who says it
        self.described: dict[str, list[Entity]] = defaultdict(list)
        self._starts = [first for first, _ in t.sentences]
        self._written: frozenset[str] | None = None  # until it is asked for
        self._paragraphs = _paragraphs(t, layout)
        self.asking = Asking(t)
        self._again: dict[Entity, Answer] = {}  # of whom the lead leaves unnamed
        self.walked = False  # then nothing new is remembered: who asks afterwards changes nobody
        self.told = 0  # the first sentence whose subject no pronoun has looked at
        self._seen = 0  # how many of the names the walk has come by
        self.unnamed = Entity("", PERSON, ("one",), False)  # who "one" is, of whom nothing is told
        self._tells = TELLS.union(one for one, head in persons().verbs.items() if head != "leader")
        self.says: dict[int, Entity] = {}  # who says what begins at a token: "Marr said *she*"
        self._named: dict[int, frozenset[Entity]] = {}  # in a claim, by its id

    def release(self) -> None:
        """Take their mentions from all who are mentioned."""
        known = self.register.known
        for several in (known.by_words.values(), known.bodies.values(), *self.described.values()):
            for entity in several:
                entity.mentions = []

    @property
    def written(self) -> frozenset[str]:
        """The words of the article as they stand, capitals and all."""
        if self._written is None:
            self._written = frozenset(self.t.raw)
        return self._written

    def paragraph_of(self, sentence: int) -> int:
        """The number of the block that holds a sentence."""
        return self._paragraphs[sentence]

    # ---- the walk -----------------------------------------------------------------------------

    def through(self, found: list[Attribution]) -> list[Answer]:
        """Whom each attribution's mention stands for, in their order."""
        answers: dict[int, Answer] = {}  # by the id of the attribution
        by_word = {a.core[0]: a for a in found if a.core is not None and a.core[1] - a.core[0] == 1}
        upcoming = sentence = 0  # where the next name begins; in which sentence an event is
        for at, kind, n in self._events(found):
            if at >= upcoming:
                upcoming = self._see_names(at)
            # what stands in a line of the page above the first sentence counts with that
            sentence = max(0, bisect_right(self._starts, at, sentence) - 1)
            if kind == _PRONOUN:
                he_or_she(self, Phrase(self.t, at, at + 1, at, sentence, by_word.get(at)))
                continue
            a = found[n]
            if a.core is None:
                answer = self._unmentioned(a, answers)
            else:
                first, last = a.core
                answer = self.same.get(a.core) or self.meant(first, last, a)
                if answer[0] is not None:
                    self.same[a.core] = answer
            answers[id(a)] = answer
            if answer[0] is not None:
                teller = answers.get(id(a.via), answer)[0]
                self._note_speaker(at, sentence, a, answer[0], answer[1], teller)
            elif self._speaks_unnamed(a):
                self.trace(at, sentence, self.unnamed, True, True)
        self._see_names(len(self.t.raw))
        self.walked = True
        self._again = who_says_it_again(self, [(a, answers[id(a)][0]) for a in found])
        return [self.by_name(answers[id(a)]) for a in found]

    def by_name(self, answer: Answer) -> Answer:
        """An answer with the name of whom the article’s lead leaves unnamed."""
        return self._again.get(answer[0], answer) if answer[0] is not None else answer

    def _events(self, found: list[Attribution]) -> list[tuple[int, int, int]]:
        """What the walk comes by, names aside: at which token, what, and the number of the attribution."""
        # What leads to another page stands in no sentence.
        first = self._starts[0] if self._starts else len(self.t.raw)
        events = [(i, _PRONOUN, i) for i in self.t.where(_HE_SHE) if i >= first]
        for n, a in enumerate(found):
            if a.core is None:
                events.append((a.content[0][0], _NO_MENTION, n))
            else:
                events.append((a.core[1] - 1, _MENTION, n))
        events.sort()
        return events

    def _speaks_unnamed(self, a: Attribution) -> bool:
        """Whether nothing tells whose a claim is but "one": "*One* said no", not "posts like *one* saying no"."""
        if a.core is None or a.cue is None or self.t.lower[a.core[1] - 1] not in ("one", "other"):
            return False
        return not self.t.tag[a.cue[0]] & VERB_ING

    def _note_speaker(
        self, at: int, sentence: int, a: Attribution, entity: Entity, rule: str, teller: Entity | None
    ) -> None:
        """Remember who makes a claim, who asks, and by which words somebody named was described."""
        told = rule.startswith(_BY_DESCRIPTION) and entity.named and len(entity.described) < _DESCRIPTIONS
        if told and a.core is not None:
            entity.described += (self.t.words(a.core[0], end_of_name(self, *a.core)),)
            role = role_of(self.t, *a.core) if rule == "role: the person just named" else None
            if role is not None:
                self.holders.learn(entity, role)
        self.asking.hear(a, entity)
        if a.core is not None and self.t.lower[at] in WRITER:
            return  # "I asked Reed, and *he* said …": nobody calls oneself so
        # Who says something in passing does not go on: "Reed, *who* asked", "She mocked *Reed’s* vow".
        aside = self.t.lower[at] in RELATIVES or self.t.word(at + 1) in POSSESSIVE_MARKS
        # Nor does of whom somebody tells: "Marr said *a nurse* had told her that …".
        aside = aside or (teller is not None and teller is not entity and teller.type is PERSON)
        aside = aside or (a.lemma == "ask" and entity.words[-1] in ASKERS)
        by = entity.type is PERSON and self._is_agent(a)
        mention = self.trace(at, sentence, entity, not by, not (aside or by))
        if entity.type is PERSON and a.content[0][0] > at:
            self.says[a.content[0][0]] = entity
        if not entity.named:
            entity.mentions.append(mention)

    def _is_agent(self, a: Attribution) -> bool:
        """Whether who makes a claim only stands behind "by": "Marr was told *by a baker* that …"."""
        if a.core is None or a.cue is None:
            return False
        return self.t.lower[a.core[0] - 1] == "by" and a.cue[0] < a.core[0]

    def _see_names(self, at: int) -> int:
        """Remember the names that begin up to a token; returns where the next one begins."""
        mentions, k = self.register.mentions, self._seen
        while k < len(mentions):
            mention = mentions[k]
            if mention.at > at:
                self._seen = k
                return mention.at
            k += 1
            if mention.modifier or mention.sentence in self.writer.lines:
                continue
            told = self.t.word(mention.last) in self._tells and self.acts(mention)
            if told and not self.t.what(mention.title - 1) & SUBORDINATOR:  # "if Ann Marr is a nurse"
                self.learn(mention.entity, mention.last, mention.sentence)
            if mention.entity.type is not PERSON:
                self.others.add(mention)
                continue
            self.people.add(mention)
            first = self.named_along_with(mention) if mention.title > 2 else None
            if first is not None and first.entity.type is PERSON:
                both = self.joint(first.entity, mention.entity)
                self.trace(mention.at, mention.sentence, both, True, False)
        self._seen = k
        return len(self.t.raw) + 1

    def learn(self, entity: Entity, verb: int, sentence: int) -> None:
        """Take in what a verb tells somebody to be: "Ann Marr *is a baker*. … The baker"; no person is an airline."""
        end = self.t.sentences[sentence][1]
        told = told_to_be(self.t, verb, end)
        for role in [told] if told is not None else roles_of_deeds(self.t, verb, min(end, verb + _DEED)):
            if is_thing(role.head) is not entity.person:
                self.holders.learn(entity, role)

    def named_along_with(self, second: Mention) -> Mention | None:
        """The first of two named together: "*Ann Marr* and Tom Reed", "*Tom Reed*, 25, and his wife, Ann Marr"."""
        lower, at = self.t.lower, second.title - 1
        if lower[at] == "and":
            return self.register.ending(at)
        at -= lower[at] == ","
        if lower[at] not in _SPOUSES or lower[at - 1] not in ("his", "her") or lower[at - 2] != "and":
            return None
        return self.register.told_of(at - 2) or self.register.ending(at - 2)

    def joint(self, *several: Entity) -> Entity:
        """Several people as one speaker: "Ann Marr, Tom Reed and Otto Gray"."""
        *names, last = dict.fromkeys([one.name for one in several])
        return self.joint_by_name(f"{', '.join(names)} and {last}" if names else last)

    def joint_by_name(self, name: str) -> Entity:
        """Several people by their names as the article joins them: "Ann and Tom Reed"."""
        return self.describe("", name, GROUP, JOINT)

    def trace(self, at: int, sentence: int, entity: Entity, subject: bool, speaks: bool) -> Mention:
        memory = self.people if entity.type is PERSON else self.others
        mention = Mention(at, at, at + 1, sentence)
        mention.subject, mention.speaks = subject, speaks
        mention.entity = entity
        memory.add(mention)
        return mention

    def _unmentioned(self, a: Attribution, answers: dict[int, Answer]) -> Answer:
        """Whose a claim is that names nobody: an answer in an interview, or a quotation that goes on."""
        if a.rules == [ANSWER] or (a.cue is not None and turn_of(self.t, a.cue[0] - 1) == "A"):
            return self.writer.interviewed(a.sentence), "who is interviewed"
        told_of = self.meant(*a.told_of, None)[0] if a.told_of is not None else None
        if told_of is not None and told_of.type is PERSON:
            return told_of, "told of in the sentence before"
        if a.carries is None:
            return None, ""
        entity, _ = answers.get(id(a.carries), (None, ""))
        if entity is not None and not entity.named and entity.type is BODY:
            if entity.name[0].islower() and not kind_of(entity.words[-1]) & ORGANIZATION:
                return None, ""  # "an agreement to help it"
        return (entity, "speaker carried over") if entity else (None, "")

    def sentence_of(self, at: int) -> int:
        """The number of the sentence that holds a token."""
        return bisect_right(self._starts, at) - 1

    def named_in(self, claim: Attribution | None) -> frozenset[Entity]:
        """Those named in a claim, found once: whom its mention cannot mean."""
        if claim is None:
            return NOBODY
        known = self._named.get(id(claim))
        if known is None:
            known = self._named[id(claim)] = named_in(self, claim)
        return known

    # ---- one mention --------------------------------------------------------------------------

    def meant(self, first: int, last: int, claim: Attribution | None) -> Answer:
        """Whom the tokens first..last stand for, and by which rule; ``claim`` is the one that they make."""
        answer = self._alone(first, last, claim)
        if claim is None or answer[0] is None or self.t.word(last + 1) != "and":
            return answer
        others = set_off_too(self.t, last, self.t.sentences[self.sentence_of(first)][1])
        other = self.meant(*others, None)[0] if others is not None else None
        return (self.joint(answer[0], other), "joint speakers") if other is not None else answer

    def _alone(self, first: int, last: int, claim: Attribution | None) -> Answer:
        """Whom some tokens stand for, whatever is set off behind them."""
        both = both_parted(self, first, last) if last - first > 5 else None
        if both is not None:
            return both
        last = end_of_name(self, first, last)
        owner = self._owner(first, last)
        if owner is not None:
            return owner, "name"
        first, last = what_one_is(self.t, behind_lead(self.t, first, last), last)
        t, word, sentence = self.t, self.t.lower[first], self.sentence_of(first)
        if last - first == 1:
            pronoun = PRONOUNS.get(word)
            if pronoun is not None:
                return pronoun(self, Phrase(self.t, first, last, first, sentence, claim))
            if word in WRITER and t.raw[first] != "US":
                return self.writer.first_person(sentence)
            if word in NAMES_NOBODY:
                one = Phrase(t, first, last, first, sentence, claim)
                named = apposed_name(self, one) if word == "one" else None
                if named is not None:
                    return named  # "One, *Ann Marr*, said …"
                those = self._those_who(first, claim)
                return those, "as described" if those is not None else "no speaker"
        head = head_of(t, first, last) if last - first > 1 or t.tag[first] else None
        if head is None:
            return None, "no speaker"
        p = Phrase(self.t, first, last, self._behind_body(head, last), sentence, claim)
        for rules in (NAMED, rules_for(p)):
            for rule in rules:
                answer = rule(self, p)
                if answer is not None:
                    return answer
        return None, ""

    def _those_who(self, at: int, claim: Attribution | None) -> Entity | None:
        """ "*Those who voted* said …": whom only a clause describes."""
        last = claim.mention[1] if claim is not None and claim.mention else at
        if self.t.lower[at : at + 2] != ["those", "who"] or last < at + 3:
            return None
        words = self.t.words(at, last).rstrip(" ,")
        return self.describe("those", " ".join(words.split()), GROUP, tuple(self.t.lower[at:last]))

    def _behind_body(self, head: int, last: int) -> int:
        """The head behind a body’s name or its letters: "a Department of Health *aide*", "Bakers Union (BU) *aide*"."""
        name = self.register.over(head) if self.t.word(head + 1) in ("of", "(", ",") else None
        behind = name.last if name is not None and not name.entity.person else last
        if self.t.word(behind) == "(":
            behind = self.t.find({")"}, behind, last, last - 1) + 1
        what = self.t.tag[behind] if behind + 1 == last else 0
        return behind if what & ROLE else head

    def _owner(self, first: int, last: int) -> Entity | None:
        """ "*Rep. Ann Marr*’s office": the person who is named before the mark, not "a friend close to *Marr*’s"."""
        t = self.t
        if last - first < 2 or t.word(last) not in POSSESSIVE_MARKS:
            return None
        owner = self.register.person_ending(last)
        if owner is None:
            return None
        return None if t.holds(PREPOSITION, first, owner.title) else owner.entity

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
            if fits(trace) and trace.entity not in self.named_in(p.claim):
                if trace.speaks:
                    return trace
                if nearest is None:
                    nearest, earliest = trace, trace.sentence
        return nearest

    def look(
        self, p: Phrase, memory: Memory, fits: Callable[[Mention], bool], back: int, rule: str
    ) -> Answer | None:
        """The last mention before a phrase that fits, as a rule’s answer."""
        last = self.last_trace(p, memory, fits, back)
        return (last.entity, rule) if last else None

    def describe(self, key: str, name: str, kind: SpeakerType, words: tuple[str, ...]) -> Entity:
        """Somebody who is only described; the same words stand for the same speaker."""
        for entity in self.described[key][-8:]:
            if entity.name.lower() == name.lower():
                entity.name = max(
                    entity.name, name
                )  # no capital but where it opens a sentence: "*Critics* said"
                return entity
        entity = Entity(name, kind, words, False)
        if kind is PERSON:
            entity.tell(persons().gender.get(key))
        self.described[key].append(entity)
        return entity


def _paragraphs(t: Tokens, layout: Layout) -> list[int]:
    """The number of the block that holds each sentence."""
    numbers, number, blocks = [], 0, layout.blocks
    for first, _ in t.sentences:
        while number < len(blocks) and blocks[number].start <= t.start[first]:
            number += 1
        numbers.append(number)
    return numbers
