"""Who is who: the names of an article gathered into entities, each name decided."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import NamedTuple

from claimcli.lexicon import (
    CAPITAL,
    CUE,
    DETERMINER,
    DOCUMENT,
    ORGANIZATION,
    PEOPLE,
    PREPOSITION,
    ROLE,
    TAGS,
    VERB_PAST,
    WORD,
)
from claimcli.lexicon.names import given_names, persons
from claimcli.model import SpeakerType
from claimcli.parser.speakers.entity import Entity
from claimcli.parser.speakers.found import Name, find_names, is_modifier, is_subject
from claimcli.parser.speakers.roles import age_after, phrase_before, role_of, roles_after, title_role
from claimcli.parser.text import Tokens

Words = tuple[str, ...]
_UNKNOWN = CAPITAL | WORD
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w’'-]*\w")
_WITHIN = frozenset({"in", "from", "near", "across", "outside"})
_ROLES = frozenset(word for word, what in TAGS.items() if what & ROLE)
_NAMESAKES = 16  # people of one surname that are told apart
_NEAR = 4  # sentences: how far back a namesake is the one meant by a bare surname


class Mention(NamedTuple):
    """A name and whom it stands for; whether it is a verb's subject, or modifies ("the Marr campaign")."""

    name: Name
    entity: Entity
    subject: bool
    modifier: bool


class Register:
    """The entities of an article, and which of them each name stands for."""

    def __init__(self, t: Tokens) -> None:
        self.t = t
        self.names = find_names(t)
        self.by_words: dict[Words, Entity] = {}
        self.by_last: dict[str, list[Entity]] = defaultdict(list)
        self.by_first: dict[str, list[Entity]] = defaultdict(list)
        self.bodies: dict[Words, Entity] = {}
        self._places: set[str] = set()  # single names that stand as a place: "in Orlando"
        self._words = [self._words_of(name) for name in self.names]
        self._gather()
        self.mentions: list[Mention] = []
        self.at: dict[int, Mention] = {}  # by the last token of the name
        self.apposed: dict[
            int, tuple[Entity, int]
        ] = {}  # by the comma between a description and the name it is of
        self._decide()

    def _words_of(self, name: Name) -> Words:
        """The lower-case words of a name, without initials, dots and "Jr."."""
        suffixes = persons().suffixes
        lower = self.t.lower[name.first : name.last]
        if len(lower) == 1:
            return tuple(lower)
        return tuple(word for word in lower if len(word) > 1 and word not in suffixes) or tuple(lower[:1])

    # ---- full names become entities ------------------------------------------------------------

    def _gather(self) -> None:
        """Full names, most telling first, become entities; their short forms are noted."""
        full: dict[Words, list[Name]] = defaultdict(list)
        titled: dict[Words, list[Name]] = defaultdict(list)
        alone: Counter[str] = Counter()
        for name, words in zip(self.names, self._words, strict=True):
            if name.headline:
                continue
            if len(words) > 1:
                full[words].append(name)
            else:
                alone[words[0]] += 1
                if name.title and self.t.lower[name.title - 1] in _WITHIN:
                    self._places.add(words[0])
                if self._is_titled(name):
                    titled[words].append(name)
        for words, names in sorted(full.items(), key=lambda item: -len(item[0])):
            if self._is_person(words, names, alone):
                self._add_person(words, names)
            else:
                self._add_body(words, names)
        for words, names in titled.items():
            if words[0] not in self.by_last and words[0] not in self.by_first:
                self._add_person(words, names)

    def _is_titled(self, name: Name) -> bool:
        """Whether a title before a name tells that it is a person's: "Mr. Marr", "campaign manager Marr"."""
        if not name.has_title:
            return False
        title = self._last_title(name)
        known = persons()
        return (
            bool(self.t.tag[title] & ROLE)
            or self.t.lower[title] in known.short
            or self.t.lower[title] in known.courtesy
        )

    def _is_person(self, words: Words, names: list[Name], alone: Counter[str]) -> bool:
        """Whether a full name is a person's: two points of evidence in it and around it."""
        score = self._inner_evidence(words, names[0], alone)
        said = 0
        for name in names[:6]:
            if score + said >= 2:
                break
            score += self._outer_evidence(name)
            said = said or self._says(name)
        return score + said >= 2 and words not in self.bodies

    def _says(self, name: Name) -> int:
        """Whether a name is a verb of saying’s subject: bodies say things, too, so it counts once."""
        t = self.t
        if name.last < len(t.tag) and t.tag[name.last] & CUE:
            return 1
        said = CUE | VERB_PAST
        if name.title < 2 or t.tag[name.title - 1] & said != said or t.tag[name.title - 2]:
            return 0
        return 1 + all(what == _UNKNOWN for what in t.tag[name.first : name.last])  # "…, quipped Ann Marr"

    def _inner_evidence(self, words: Words, name: Name, alone: Counter[str]) -> int:
        """What a name itself tells: a known first name, an initial, a body's word; a surname used alone."""
        t = self.t
        inner = t.tag[name.first : name.last]
        raw = t.raw[name.first : name.last]
        given = words[0] in given_names()
        score = 2 * given + 2 * any(len(word) == 1 and word.isalpha() for word in raw[1:])
        if (
            any(what & (ORGANIZATION | PEOPLE | DOCUMENT) for what in inner[given:])
            or "of" in words
            or "&" in words
        ):
            score -= 4
        if any(word.isupper() and len(word) > 2 for word in raw) and not " ".join(raw).isupper():
            score -= 1
        if alone[words[-1]] and not inner[-1] & ~_UNKNOWN:
            score += 1
        if words[0] in self._places or (alone[words[0]] and not given):
            score -= 2
        return score - 2 * (len(words) > 4)

    def _outer_evidence(self, name: Name) -> int:
        """What stands around a name: a title, an age, "who", an apposition; against it, "the" and "in"."""
        t = self.t
        before = t.lower[name.title - 1] if name.title else ""
        after = t.lower[name.last] if name.last < len(t.lower) else ""
        if self._is_titled(name) or before in ("named", "called"):
            return 2
        if before == "the":
            return -2
        if before in _WITHIN:
            return -1
        score = 2 * (after == "who")
        if after == ",":
            next_word = t.lower[name.last + 1 : name.last + 2]
            score += 2 * (next_word == ["who"] or bool(age_after(t, name)))
            score += 2 * any(role.head in _ROLES for role in roles_after(t, name))
        if before == ",":
            phrase = phrase_before(t, name)
            role = role_of(t, *phrase) if phrase else None
            score += 2 * (role is not None and role.head in _ROLES)
        return score

    def _last_title(self, name: Name) -> int:
        i = name.first - 1
        return i - 1 if self.t.lower[i] == "." and i > name.title else i

    def _add_person(self, words: Words, names: list[Name]) -> None:
        tails = self.by_words.get(words)
        if tails is None:
            for known in self.by_last.get(words[-1], [])[:_NAMESAKES]:
                if known.words[-len(words) :] == words or (known.words[0] == words[0] and len(words) > 1):
                    tails = known
                    break
        if tails is None:
            tails = Entity(
                self._fullest(names), SpeakerType.PERSON, words, gender=given_names().get(words[0])
            )
            self.by_last[words[-1]].append(tails)
            self.by_first[words[0]].append(tails)
        else:
            longest = self._fullest(names)
            if len(longest) > len(tails.name) and words[0] == tails.words[0]:
                tails.name = longest
        tails.count += len(names)
        self.by_words[words] = tails

    def _add_body(self, words: Words, names: list[Name]) -> None:
        """An organization, a place, anything named that is no person, with the short forms of its name."""
        entity = self.bodies.get(words)
        if entity is None:
            entity = Entity(self._fullest(names), SpeakerType.ORGANIZATION, words)
            for n in range(1, len(words)):
                if n > 1 or (len(words[0]) > 3 and words[0] not in self._places):
                    self.bodies.setdefault(words[:n], entity)
            initials = "".join(
                word[0] for word in words if word not in ("of", "the", "for", "and", "&", "in")
            )
            if len(initials) > 2:
                self.bodies.setdefault((initials,), entity)
            self.bodies[words] = entity
        entity.count += len(names)
        self.by_words[words] = entity

    def _fullest(self, names: list[Name]) -> str:
        """The longest form in which a name is written, in mixed case where there is one."""
        forms = {" ".join(self.t.words(name.first, name.last).split()) for name in names[:20]}
        return max(forms, key=lambda form: (not form.isupper(), len(form), form))

    # ---- every name is decided -----------------------------------------------------------------

    def _decide(self) -> None:
        for name, words in zip(self.names, self._words, strict=True):
            if name.headline:
                self._decide_headline(name)
                continue
            entity = self.by_words.get(words)
            if entity is None:
                entity = self._short_form(name, words)
            if entity is not None:
                self._note(name, entity)

    def _note(self, name: Name, entity: Entity) -> None:
        """Take down a mention, and what stands beside it."""
        t = self.t
        entity.call(t.words(name.first, name.last))
        if not name.headline:
            if name.has_title:
                self._note_title(name, entity)
            if name.last < len(t.lower) and t.lower[name.last] in (",", "(", "—", "–"):
                for role in roles_after(t, name):
                    entity.add_role(role)
                entity.age = entity.age or age_after(t, name)
            before = t.lower[name.title - 1] if name.title else ""
            if before in (",", "named", "called"):
                phrase = phrase_before(t, name)
                told = role_of(t, *phrase) if phrase else None
                if phrase and told:
                    entity.add_role(told)
                    self.apposed[phrase[1]] = entity, phrase[0]
            entity.inside += before in _WITHIN
        modifier = is_modifier(t, name.last)
        subject = not modifier and is_subject(t, name)
        entity.seen, entity.acted = name.sentence, subject
        entity.places.append(name.first)
        mention = Mention(name, entity, subject, modifier)
        self.mentions.append(mention)
        self.at[name.last - 1] = mention

    def _note_title(self, name: Name, entity: Entity) -> None:
        t = self.t
        entity.call(t.words(name.title, name.last))
        for word in t.lower[name.title : name.first]:
            entity.tell(persons().gender.get(word))
        role = title_role(t, name)
        if role:
            entity.add_role(role)

    def _short_form(self, name: Name, words: Words) -> Entity | None:
        """Whom a surname, a first name, an acronym or a part of a longer name stands for."""
        if len(words) > 1:
            return None
        word = words[0]
        namesakes = self.by_last.get(word, [])
        if name.has_title and len(namesakes) > 1:
            namesakes = self._of_titles_gender(name, namesakes)
        if namesakes:
            return self._nearest(namesakes, name)
        if not name.has_title:
            if word in self.by_first:
                return self._nearest(self.by_first[word], name)
            if words in self.bodies:
                return self.bodies[words]
        return self._new_single(name, word)

    def _of_titles_gender(self, name: Name, namesakes: list[Entity]) -> list[Entity]:
        genders = [persons().gender.get(word) for word in self.t.lower[name.title : name.first]]
        told = next((gender for gender in genders if gender), None)
        fitting = [one for one in namesakes[:_NAMESAKES] if told is None or one.gender in (told, None)]
        return fitting or namesakes

    def named_in(self, quoted: str) -> set[Entity]:
        """The people whom quoted words name."""
        words = _CAPITALISED.findall(quoted)
        return {entity for word in words for entity in self.by_last.get(word.lower(), [])[:_NAMESAKES]}

    def _nearest(self, namesakes: list[Entity], name: Name) -> Entity:
        """Of several people of one name: the one who just acted, else the one who is most spoken of."""
        if len(namesakes) == 1:
            return namesakes[0]
        namesakes = namesakes[:_NAMESAKES]
        latest = max(namesakes, key=lambda entity: entity.seen)
        if latest.acted and name.sentence - latest.seen <= _NEAR:
            return latest
        return max(namesakes, key=lambda entity: (entity.count, entity.seen))

    def _new_single(self, name: Name, word: str) -> Entity | None:
        """Something of one name only ("NATO"); no common word that opens a sentence."""
        t = self.t
        what = t.tag[name.first]
        if what & ~_UNKNOWN & ~CUE or what & (PREPOSITION | DETERMINER):
            return None
        opens = name.title == t.sentences[name.sentence][0] or t.tag[name.title - 1] == 0
        if opens and not t.raw[name.first].isupper():
            return None
        kind = SpeakerType.PERSON if word in given_names() else SpeakerType.ORGANIZATION
        entity = Entity(
            t.words(name.first, name.last), kind, (word,), gender=given_names().get(word), count=1
        )
        self.by_words[(word,)] = entity
        return entity

    def _decide_headline(self, name: Name) -> None:
        """Find known names among the capitalised words of a headline, the longest first."""
        lower = self.t.lower
        i = name.first
        while i < name.last:
            for n in (4, 3, 2, 1):
                words = tuple(lower[i : i + n])
                if i + n > name.last or len(words) < n:
                    continue
                entity = self.by_words.get(words) or self.bodies.get(words)
                if entity is None and n == 1 and self.by_last.get(words[0]):
                    entity = max(self.by_last[words[0]][:_NAMESAKES], key=lambda one: one.count)
                if entity is not None:
                    self._note(Name(i, i, i + n, name.sentence, True), entity)
                    i += n - 1
                    break
            i += 1
