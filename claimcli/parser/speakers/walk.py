"""One walk through an article, from event to event: every name, pronoun and mention of a claim is decided.

Names come first, then what the rules of ``mentions`` and ``pronouns`` say of the rest.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property, partial
from operator import attrgetter

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    CUE,
    DETERMINER,
    DOCUMENT,
    FINITE,
    NOUN,
    NUMBER,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    ROLE,
    SUBJECT,
    SUBORDINATOR,
    VERB_PARTICIPLE,
    WORD,
)
from claimcli.lexicon.names import Gender, persons
from claimcli.model import SpeakerType
from claimcli.parser.attribution import Attribution
from claimcli.parser.speakers.entity import Entity, Mention, Role
from claimcli.parser.speakers.found import is_subject
from claimcli.parser.speakers.mentions import (
    DEFINITE,
    DESCRIBED,
    HE_OR_SHE,
    KNOWN,
    NAMED,
    NOBODY,
    PRONOUNS,
    Answer,
    Phrase,
)
from claimcli.parser.speakers.pronouns import Memory, Question, person_meant
from claimcli.parser.speakers.register import Register
from claimcli.parser.speakers.roles import POSSESSIVE_MARKS, head_of, head_word
from claimcli.parser.text import QUOTATION, Layout, Tokens

_ADVERB = ADVERB | WORD
_PERSON = SpeakerType.PERSON
_NONE: frozenset[Entity] = frozenset()
_I = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
_PENS = frozenset(
    "author columnist contributor contributors contributing editor fellow writer blogger professor".split()
)
_NOTES = frozenset(
    "is was serves chairs edits leads heads directs teaches writes covers hosts works lives".split()
)
_HE_SHE = ("he", "she")
_PRONOUN, _MENTION, _NO_MENTION = 1, 2, 3  # in which order events at one token come
_BY_DESCRIPTION = ("role", "age", "described", "the body", "named later", "named next")
_WITH_SUBJECT = ("participle", "phrase")  # rules of cues that have their sentence’s subject, if not their own
_TRAILING = frozenset({"’s", "'s", "’", "'", "himself", "herself", "itself", "themselves"})
_ARTICLES = frozenset({"a", "an", "the"})
_FORMER = frozenset({"former", "ex", "onetime", "retired", "predecessor"})
_OPENS_ASIDE = frozenset({"if", "unless", "asked", "pressed", "questioned", "challenged", "told"})
_SPEECH = 40  # sentences of a letter or an answer
_SIGNATURE = 7  # tokens
_DATELINE = 8  # tokens
_DASHES = frozenset({"-", "—", "–", "--"})
_BACK = 150  # tokens
_LEADS_IN = COORDINATOR | SUBORDINATOR | ADVERB
_INSERTS = (["including"], ["who"], ["which"])  # what a comma after a subject brings in
_LOOK = 16  # tokens, or mentions, to look at


class Walk:
    """What is known of an article's speakers, and the memory of who was mentioned where."""

    def __init__(self, t: Tokens, layout: Layout) -> None:
        self.t = t
        self.register = Register(t)
        self.acts = partial(is_subject, t)  # whether somebody is mentioned as the subject of a verb
        self.people = Memory()
        self.others = Memory()  # bodies, groups, documents, several people at once
        self.pronouns: dict[int, Answer] = {}
        self._interview: int | None = None  # the sentence of its first question or answer
        self.described: dict[str, list[Entity]] = defaultdict(list)
        self._starts = [first for first, _ in t.sentences]
        self._blocks = [block.start for block in layout.blocks]
        self._asked: tuple[Entity, int] | None = None  # who asked last, and in which sentence
        self._walked = False  # then nothing new is remembered: who asks afterwards changes nobody
        self._seen = 0  # how many of the names the walk has come by
        self._named: dict[int, frozenset[Entity]] = {}  # in a claim, by its id

    def paragraph_of(self, sentence: int) -> int:
        """The number of the block that holds a sentence."""
        return bisect_right(self._blocks, self.t.start[self._starts[sentence]])

    @cached_property
    def _roles(self) -> dict[str, list[Entity]]:
        """Entities by the heads of their roles, in the order of the text: whom "the mayor" may mean."""
        index: dict[str, dict[Entity, None]] = defaultdict(dict)
        for entity in dict.fromkeys(mention.entity for mention in self.register.mentions):
            for role in entity.roles:
                index[persons().role(role.head)][entity] = None
        return {head: list(entities) for head, entities in index.items()}

    @cached_property
    def documents(self) -> dict[str, list[str]]:
        """The names that documents have, by the noun: "poll" for "the Marr Institute poll"."""
        t = self.t
        named: dict[str, dict[str, None]] = defaultdict(dict)
        for m in self.register.mentions:
            if m.modifier and t.tag[m.last] & DOCUMENT and m.entity.type is SpeakerType.ORGANIZATION:
                named[t.lower[m.last]][" ".join(t.words(m.at, m.last).split())] = None
        return {noun: list(names) for noun, names in named.items()}

    # ---- the walk -----------------------------------------------------------------------------

    def through(self, found: list[Attribution]) -> list[Answer]:
        """Whom each attribution's mention stands for, in their order."""
        answers: dict[int, Answer] = {}  # by the id of the attribution
        spoken: dict[int, Attribution] = {}
        events = [(i, _PRONOUN, i) for word in _HE_SHE for i in _places_of(word, self.t.lower)]
        for n, a in enumerate(found):
            if a.core is None:
                events.append((a.content[0][0], _NO_MENTION, n))
                continue
            events.append((a.core[1] - 1, _MENTION, n))
            if a.core[1] - a.core[0] == 1:
                spoken[a.core[0]] = a
        events.sort()
        upcoming = sentence = 0  # where the next name begins; in which sentence an event is
        for at, kind, n in events:
            if at >= upcoming:
                upcoming = self._see_names(at)
            sentence = bisect_right(self._starts, at, sentence) - 1
            if kind == _PRONOUN:
                self._hear(at, sentence, spoken.get(at))
            else:
                a = found[n]
                answer = self._unmentioned(a, answers) if a.core is None else self.meant(*a.core, a)
                answers[id(a)] = answer
                entity, rule = answer
                if entity is None:
                    continue
                if entity.named and a.core is not None and rule.startswith(_BY_DESCRIPTION):
                    entity.described += (self.t.words(*a.core),)
                mention = self._trace(at, sentence, entity, True, True)
                if not entity.named:
                    entity.mentions.append(mention)
                if a.lemma == "ask" and self._asks(a):
                    self._asked = entity, a.sentence
        self._see_names(len(self.t.lower))
        self._walked = True
        return [answers[id(a)] for a in found]

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
            if mention.entity.type is not _PERSON:
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
        before = self.t.lower[at - 1] if at else ""
        barred = self._barred(claim) if claim else _NONE
        if before == "that":
            barred |= self._answered(at, sentence)
        if self._asked is not None:
            barred |= self._asker(claim, sentence)
        aside = self._opening_clause(at, sentence) if before == "," else at
        q = Question(at, sentence, self.paragraph_of, self.acts, gender, barred, aside)
        q.recall(self.people)
        entity, rule = None, "pronoun: the subject after its phrase"
        if at and self.t.tag[at - 1] & PREPOSITION:
            entity = self._subject_ahead(at, sentence, gender)
        if entity is None:
            entity, rule = person_meant(q)
        if entity is None:
            entity, rule = self._perhaps_a_person(at, sentence), "pronoun: a name that may be a person’s"
        self.pronouns[at] = entity, rule if entity else "pronoun: nobody it can stand for"
        if entity is not None and not self._walked:
            entity.type = _PERSON
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

    def _perhaps_a_person(self, at: int, sentence: int) -> Entity | None:
        """A single name that just did something, where no person is known: "Marr spoke. He said …"."""
        for trace in self.others.back(at):
            entity = trace.entity
            if sentence - trace.sentence > 3:
                return None
            if len(entity.words) == 1 and entity.named and self.acts(trace) and not entity.place:
                if not entity.name.isupper():
                    return entity
        return None

    def _answered(self, at: int, sentence: int) -> frozenset[Entity]:
        """Whom a pronoun answers, and so is not: Reed in "Reed accused her, a charge that she denied"."""
        if self.t.lower[at - 3 : at - 2] not in (["a"], ["an"]):
            return _NONE
        return frozenset(
            trace.entity for trace in self.people.back(at) if trace.sentence == sentence and trace.speaks
        )

    def _asker(self, claim: Attribution | None, sentence: int) -> frozenset[Entity]:
        """Who has just asked, and so does not answer: "Reed asked Marr whether … / “No,” *he* said"."""
        if claim is None or claim.lemma == "ask" or self._asked is None:
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
        memory = self.people if entity.person else self.others
        mention = Mention(at, at, at + 1, sentence)
        mention.subject, mention.speaks = subject, speaks
        mention.entity = entity
        memory.traces.append(mention)
        return mention

    def _unmentioned(self, a: Attribution, answers: dict[int, Answer]) -> Answer:
        """Whose a claim is that names nobody: an answer in an interview, or a quotation that goes on."""
        if a.cue is not None and self.t.raw[a.cue[0] - 1 : a.cue[0] + 1] == ["A", ":"]:
            return self._interviewed(a.sentence), "who is interviewed"
        if a.carries is None:
            subject = self._subject_before(a) if a.rules[0].startswith(_WITH_SUBJECT) else None
            return (subject, "subject of the sentence") if subject else (None, "")
        entity, _ = answers.get(id(a.carries), (None, ""))
        return (entity, "speaker carried over") if entity else (None, "")

    def _subject_before(self, a: Attribution) -> Entity | None:
        """Who does something in the sentence before a claim: "Marr spent four days there, *touting* the dam"."""
        at = a.content[0][0]
        here = (
            m for memory in (self.people, self.others) for m in memory.back(at) if m.sentence == a.sentence
        )
        last = max((m for m in here if self.acts(m)), key=attrgetter("at"), default=None)
        return last.entity if last else None

    def _interviewed(self, sentence: int) -> Entity | None:
        """Who answers in an interview: whom its title names, else the last person named before its first question."""
        t = self.t
        if self._interview is None:
            labels = (["Q", ":"], ["A", ":"])
            openings = (t.raw[first : first + 2] for first, _ in t.sentences)
            self._interview = next((n for n, opening in enumerate(openings) if opening in labels), sentence)
        start = t.sentences[self._interview][0]
        for name in self.register.within(0, t.sentences[0][1]):
            if name.entity.person and name.at < start:
                return name.entity
        return next((trace.entity for trace in self.people.back(start) if trace.entity.named), None)

    def sentence_of(self, at: int) -> int:
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
                    if not m.modifier and not self._quotes(m)
                ]
            )
            if QUOTATION in t.lower[first:last]:
                for i in range(first, last):
                    if t.lower[i] == QUOTATION:
                        named |= self.register.named_in(t.text[t.start[i] : t.end[i]])
        return frozenset(named)

    def _quotes(self, name: Mention) -> bool:
        """Whether a name inside a claim’s content makes a quotation itself: "Asked again, Marr said “No,” she said"."""
        t = self.t
        if name.last >= len(t.tag) or not t.tag[name.last] & CUE or not t.tag[name.last] & FINITE:
            return False
        return QUOTATION in t.lower[name.last : t.sentences[name.sentence][1]]

    @cached_property
    def byline(self) -> Entity | None:
        """Who wrote the article, where it says so: "By Ann Marr" at its top, "Ann Marr is a columnist …" at its end."""
        t = self.t
        for number in (
            *range(min(3, len(t.sentences))),
            *range(max(0, len(t.sentences) - 2), len(t.sentences)),
        ):
            first, end = t.sentences[number]
            for mention in self.register.within(first, min(first + 2, end)):
                by = mention.title == first + 1 and t.lower[first] == "by" and mention.last >= end - 1
                note = mention.title == first and number > 2
                said = t.lower[mention.last : end] if note else []
                new = mention is mention.entity.mentions[0] and not _NOTES.isdisjoint(said)
                of_note = note and (new or not _PENS.isdisjoint(said))
                if mention.entity.person and len(mention.entity.words) > 1 and (by or of_note):
                    return mention.entity
        return None

    # ---- one mention --------------------------------------------------------------------------

    def meant(self, first: int, last: int, claim: Attribution | None) -> Answer:
        """Whom the tokens first..last stand for, and by which rule; ``claim`` is the one that they make."""
        t = self.t
        name = self.register.over(last - 1) if t.tag[last - 1] & CAPITAL else None
        if name is not None and name.last == last and name.title == first and name.entity.person:
            return name.entity, "name" if last - name.at > 1 or first < name.at else "part of a name"
        while last - first > 1 and (t.lower[last - 1] in _TRAILING or t.tag[last - 1] == _ADVERB):
            last -= 1
        if last - first > 1 and last < len(t.lower) and t.lower[last] in POSSESSIVE_MARKS:
            owner = self.register.ending(last)
            if owner is not None and owner.entity.person:
                return owner.entity, "name"
        if first and t.tag[first] & (NUMBER | CAPITAL):
            first = self._after_dateline(first, last)
        sentence = self.sentence_of(first)
        word = t.lower[first]
        if last - first == 1:
            pronoun = PRONOUNS.get(word)
            if pronoun is not None:
                return pronoun(self, Phrase(first, last, first, sentence, claim))
            if word in _I:
                return self._first_person(sentence)
            if word in NOBODY:
                return None, NOBODY[word]
        head = head_of(t, first, last) if last - first > 1 or t.tag[first] else None
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

    def _first_person(self, sentence: int) -> Answer:
        """Whose "I" is outside quotation marks: who answers in an interview, who signs the text or the letter."""
        label = self._label(sentence)
        if label:
            return (self._interviewed(sentence), "who is interviewed") if label == "A" else (None, "who asks")
        if self.byline is not None:
            return self.byline, "the writer, by the byline"
        signer = self._signer(sentence)
        return (signer, "the writer, by the signature") if signer else (None, "the writer")

    def _label(self, sentence: int) -> str:
        """The "Q" or "A" that opens the paragraphs of an interview around a sentence; "" where there is none."""
        t = self.t
        for number in range(sentence, max(-1, sentence - _SPEECH), -1):
            first = t.sentences[number][0]
            opening = t.raw[first : first + 2]
            if opening in (["Q", ":"], ["A", ":"]):
                return opening[0]
        return ""

    def _signer(self, sentence: int) -> Entity | None:
        """Who signs a letter: the name that is the next paragraph of its own."""
        t = self.t
        for number in range(sentence + 1, min(sentence + _SPEECH, len(t.sentences))):
            first, end = t.sentences[number]
            name = self.register.over(first) if end - first <= _SIGNATURE else None
            if (
                name is not None
                and name.title == first
                and name.last >= end - 1
                and len(name.entity.words) > 1
            ):
                return name.entity if name.entity.person and not name.entity.name.isupper() else None
        return None

    def _after_dateline(self, first: int, last: int) -> int:
        """Behind "31 (Reuters) - " or "PELLBURY - ", where a phrase begins with the end of a dateline."""
        lower = self.t.lower
        for k in range(first + 1, min(last - 1, first + _DATELINE)):
            if lower[k] in _DASHES:
                return k + 1 if self.t.raw[k - 1].isupper() or lower[k - 1] == ")" else first
        return first

    def _work(self, first: int, last: int) -> Entity | None:
        """ "“The Lantern” reported …": what quotation marks name."""
        if last - first != 1 or self.t.lower[first] != QUOTATION:
            return None
        title = self.t.words(first, last).strip("“”\"'‘’«»„ ,.")
        return (
            self.describe(QUOTATION, title, SpeakerType.DOCUMENT, ()) if title and len(title) < 60 else None
        )

    # ---- what the rules ask -------------------------------------------------------------------

    def is_definite(self, p: Phrase) -> bool:
        """Whether a phrase speaks of somebody known: "the mayor", "his sister", "museum head"."""
        t = self.t
        if t.lower[p.first] in ("a", "an", "one", "another", "some") or t.tag[p.head] & PEOPLE:
            return False
        return bool(t.tag[p.first] & (DETERMINER | POSSESSIVE | CAPITAL) or t.tag[p.head] & ROLE)

    def is_bare_role(self, first: int, last: int) -> bool:
        """Whether a phrase is a role without article or name: "former Secretary of State"."""
        head = head_of(self.t, first, last)
        if head is None or self.t.tag[first] & (DETERMINER | POSSESSIVE | NUMBER):
            return False
        name = self.register.over(head)
        return bool(self.t.tag[head] & ROLE) and (name is None or not name.entity.person)

    def holders(self, p: Phrase) -> list[Entity]:
        """Those who have, or will have, the role that a phrase names: the nearest before it, and after."""
        near: list[Entity] = []
        barred = self.barred(p)
        for head in persons().heads(head_word(self.t, p.first, p.head)):
            known = self._roles.get(head, [])
            k = bisect_right(known, p.first, key=lambda entity: entity.mentions[0].at)
            near += [entity for entity in known[max(0, k - _LOOK) : k + 2] if entity not in barred]
        return near

    def opening(self, sentence: int, end: int) -> tuple[int, int] | None:
        """The phrase that opens a sentence as its subject: "But *analysts at Tollgate* took the other side"."""
        if sentence < 0:
            return None
        t = self.t
        first, stop = t.sentences[sentence]
        stop = min(stop, first + 2 * _LOOK)
        while first < stop and t.tag[first] & _LEADS_IN and not t.tag[first] & DETERMINER:
            first += 1
        for i in range(first, min(stop, end, first + _LOOK)):
            what = t.tag[i]
            if what & (AUXILIARY | FINITE) and not what & (NOUN | CAPITAL):
                return (first, i) if i > first else None
            if not what & WORD and t.lower[i] not in POSSESSIVE_MARKS and t.lower[i] not in (".", "-"):
                follows = t.lower[i] == "," and i > first and t.lower[i + 1 : i + 2] in _INSERTS
                return (first, i) if follows else None
        return None

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

    def before(self, word: str, at: int) -> int | None:
        """Where a word stands last before a token, not far back."""
        lower = self.t.lower
        return next((i for i in range(at - 1, max(-1, at - _BACK), -1) if lower[i] == word), None)

    def is_near(self, entity: Entity, p: Phrase) -> bool:
        """Whether somebody was just mentioned: in this sentence or in the one before."""
        at = entity.seen_at(p.first)
        return at >= 0 and p.sentence - self.sentence_of(at) <= 1

    def holder(self, p: Phrase) -> Entity | None:
        """Who holds the role that a phrase names: the most words in common, then the last mentioned."""
        scored = [
            (score, entity.seen_at(p.first), -n, entity)
            for n, entity in enumerate(self.holders(p))
            if (score := self._agreement(p, entity)) is not None
        ]
        return max(scored, key=lambda item: item[:3])[3] if scored else None

    def agree(self, p: Phrase, entity: Entity) -> bool:
        """Whether a phrase may be a description of somebody, by the roles that the article tells."""
        return self._agreement(p, entity) is not None

    def _agreement(self, p: Phrase, entity: Entity) -> int | None:
        """How many words a phrase shares with somebody's role; None where they speak against each other."""
        lower, tag = self.t.lower, self.t.tag
        known = persons()
        said = head_word(self.t, p.first, p.head)
        gender = known.gender.get(lower[p.head])
        if gender and not entity.fits(gender):
            return None
        words = {
            part for i in range(p.first, p.last) for part in (lower[i], *lower[i].split("-"))
        } - _ARTICLES
        proper = {lower[i] for i in range(p.first, p.head) if tag[i] & CAPITAL} - _ARTICLES - _FORMER
        best: int | None = None
        if any(known.clash(words, role.words) for role in entity.roles):
            return None
        for role in entity.roles:
            if known.role(role.head) not in known.heads(said):
                continue
            if words & _FORMER and not role.words & _FORMER:
                continue
            told = role.words.union(entity.words)
            if proper and not proper & told and _has_proper(role):
                continue
            best = max(best or 0, len(words & told))
        return best

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

    def wording(self, p: Phrase) -> str:
        """A description as it stands, without its article; "his" as the name it stands for."""
        t = self.t
        first, last = p.first, p.last
        if t.lower[first : first + 3] == ["a", "number", "of"] and p.head == first + 1:
            first += 3
        while first < p.head and t.lower[first] in _ARTICLES:
            first += 1
        if p.head + 1 < last and t.tag[p.head + 1] & VERB_PARTICIPLE:
            last = p.head + 1  # "a poll released on Friday": the poll
        while t.lower[last - 1] in (",", "."):
            last -= 1
        owner = self.he_or_she(first, None)[0] if t.lower[first] in HE_OR_SHE else None
        if owner is not None and first < p.head:
            return f"{owner.name}’s {' '.join(t.words(first + 1, last).split())}"
        return " ".join(t.words(first, last).split())


def _places_of(word: str, words: list[str]) -> list[int]:
    """Where a word stands among others."""
    places = []
    at = -1
    with suppress(ValueError):
        while True:
            at = words.index(word, at + 1)
            places.append(at)
    return places


def _has_proper(role: Role) -> bool:
    """Whether a role tells a place or a body of its own: "Vermont senator", not "Senator"."""
    plain = {role.head, "former", *role.head.split("-")}
    return not persons().state_names.isdisjoint(role.words) or any(
        word[:1].isupper() and word.lower() not in plain for word in role.text.split()
    )
