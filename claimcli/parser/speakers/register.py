"""Who is who: the names of an article gathered into entities, each name decided."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from claimcli.lexicon import (
    AUXILIARY,
    CAPITAL,
    CUE,
    DETERMINER,
    DOCUMENT,
    FINITE,
    NOUN,
    NUMBER,
    ORGANIZATION,
    PEOPLE,
    ROLE,
    TAGS,
    VERB_PAST,
    WORD,
)
from claimcli.lexicon.names import given_names, persons
from claimcli.model import Speaker, SpeakerType
from claimcli.parser.speakers.entity import Entity, Mention, Role
from claimcli.parser.speakers.found import find_names, is_modifier, is_subject
from claimcli.parser.speakers.roles import (
    POSSESSIVE_MARKS,
    age_after,
    party_and_state,
    phrase_before,
    role_of,
    roles_after,
    title_role,
)
from claimcli.parser.text import QUOTATION, Tokens

Words = tuple[str, ...]
_UNKNOWN = CAPITAL | WORD
_COMMON = ~(_UNKNOWN | CUE)  # what the lexicon knows of common words
_FULL_NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
_CAPITALISED = re.compile(r"[A-Z\u00c0-\u00de\u0100-\u017f][\w’'-]*\w")
_NO_PERSON = ORGANIZATION | PEOPLE | DOCUMENT
_WITHIN = frozenset({"in", "from", "near", "across", "outside"})
_OPENS_APPOSITION = frozenset({",", "(", "—", "–", "of", "from"})
_ENDS_APPOSITION = frozenset({",", "named", "called"})
_TELLS_BEFORE = _WITHIN | _ENDS_APPOSITION
_ALIASES = 24
_SMALL = frozenset({"of", "the", "for", "and", "&", "in"})  # words that an acronym leaves out
_KIND = 4  # tokens of "the buyout firm" before a name
_EVIDENCE = 12  # mentions of a single name that are read for what tells a person
_NEARBY = 20  # tokens
_HE_OR_SHE = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
_VERBAL = FINITE | AUXILIARY
_ROLES = frozenset(word for word, what in TAGS.items() if what & ROLE)
_NAMESAKES = 16  # people of one surname that are told apart
_NEAR = 4  # sentences: how far back a namesake is the one meant by a bare surname


def _telling(form: str) -> tuple[bool, int, str]:
    """How much a written form of a name tells: mixed case before capitals, then the longest."""
    return not form.isupper(), len(form), form


class Register:
    """The entities of an article, and which of them each name stands for."""

    def __init__(self, t: Tokens) -> None:
        self.t = t
        names = find_names(t)
        self.by_words: dict[Words, Entity] = {}
        self.by_last: dict[str, list[Entity]] = defaultdict(list)
        self.by_first: dict[str, list[Entity]] = defaultdict(list)
        self.bodies: dict[Words, Entity] = {}
        self.mentions: list[Mention] = []
        self._no_names: set[str] = set()
        self._titles: dict[str, Role | None] = {}
        self._appositions: dict[int, list[Role]] = {}
        self._places: set[str] = set()  # single names that mostly stand as a place: "in Orlando"
        self._gather(names)
        self._decide(names)
        self._firsts = [mention.at for mention in self.mentions]

    # ---- where names stand ----------------------------------------------------------------------

    def over(self, token: int) -> Mention | None:
        """The name that covers a token, titles aside."""
        k = bisect_right(self._firsts, token) - 1
        mention = self.mentions[k] if k >= 0 else None
        return mention if mention and token < mention.last else None

    def after(self, token: int) -> Mention | None:
        """The first name that begins at a token or behind it."""
        k = bisect_left(self._firsts, token)
        return self.mentions[k] if k < len(self.mentions) else None

    def ending(self, last: int) -> Mention | None:
        """The name that ends before the token ``last``."""
        mention = self.over(last - 1)
        return mention if mention and mention.last == last else None

    def within(self, first: int, last: int) -> list[Mention]:
        """The names that begin among the tokens first..last."""
        return self.mentions[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]

    def apposed(self, comma: int) -> tuple[Mention, int] | None:
        """The name that follows a description and its comma, and where the description begins."""
        k = bisect_right(self._firsts, comma)
        if k == len(self._firsts) or self.mentions[k].title != comma + 1:
            return None
        mention = self.mentions[k]
        phrase = phrase_before(self.t, mention)
        return (mention, phrase[0]) if phrase and role_of(self.t, *phrase) else None

    def between_commas(self, comma: int) -> Mention | None:
        """Somebody’s full name after a comma and before another: "a third farmer, *Ann Marr*, said"."""
        lower = self.t.lower
        mention = self.over(comma + 1) if comma + 1 < len(lower) and lower[comma] == "," else None
        if mention is None or mention.title != comma + 1 or mention.last >= len(lower):
            return None
        named = mention.entity.person and mention.last - mention.at > 1
        return mention if named and lower[mention.last] == "," else None

    def speaker(self, entity: Entity) -> Speaker:
        """An entity as a speaker, made once, so that every claim of it holds the same."""
        if entity.made is None and not (entity.named or entity.described or entity.roles):
            entity.made = Speaker(entity.name, None, (), entity.type)
        if entity.made is None:
            forms: dict[str, None] = {}
            raw, words = self.t.raw, self.t.words
            for mention in entity.mentions if entity.named else ():
                title, at, last = mention.title, mention.at, mention.last
                forms[raw[at] if last - at == 1 else words(at, last)] = None
                if title < at:
                    forms[words(title, last)] = None
                    if len(forms) >= _ALIASES:
                        break
            forms.update(dict.fromkeys(entity.described))
            names = dict.fromkeys([" ".join(form.split()) for form in [*forms][:_ALIASES]])
            aliases = tuple([name for name in names if name != entity.name])
            role = entity.roles[0].text if entity.roles else None
            entity.made = Speaker(entity.name, role, aliases, entity.type)
        return entity.made

    # ---- full names become entities ------------------------------------------------------------

    def _gather(self, names: list[Mention]) -> None:
        """Full names, most telling first, become entities; their short forms are noted."""
        lower, suffixes = self.t.lower, persons().suffixes
        full: dict[Words, list[Mention]] = defaultdict(list)
        titled: dict[Words, list[Mention]] = defaultdict(list)
        alone: dict[str, list[Mention]] = defaultdict(list)
        inside: dict[str, int] = defaultdict(int)
        shorter: dict[Words, Words] = {}  # without initials and suffixes
        single: dict[str, Words] = {}
        for name in names:
            if name.headline:
                continue
            word = lower[name.at]
            if name.last - name.at > 1:
                written = tuple(lower[name.at : name.last])
                words = shorter.get(written)
                if words is None:
                    parts = [part for part in written if len(part) > 1 and part not in suffixes]
                    words = shorter[written] = tuple(parts) or written[:1]
                if len(words) > 1:
                    name.words = words
                    full[words].append(name)
                    continue
                word = words[0]
            words = single.get(word)
            if words is None:
                words = single[word] = (word,)
            name.words = words
            alone[word].append(name)
            if name.title and lower[name.title - 1] in _WITHIN:
                inside[word] += 1
            if name.title < name.at and self._is_titled(name):
                titled[name.words].append(name)
        self._places = {word for word, times in inside.items() if 2 * times > len(alone[word])}
        for several in sorted(full, key=len, reverse=True):
            same = full[several]
            if self._is_part_of_a_name(several) or self._is_person(several, same, alone):
                self._add_person(several, same)
            else:
                self._add_body(several, same)
        for words, same in titled.items():
            word = words[0]
            if word in self.by_last or word in self.by_first:
                self._count_titled(self.by_last.get(word, []), same)
            else:
                self._add_person(words, same)
        tag = self.t.tag
        for word, same in alone.items():
            unknown = tag[same[0].at] == _UNKNOWN and word not in self.by_last and word not in self.by_first
            if unknown and self._is_single_person(word, same):
                self._add_person((word,), same)
                self._add_first_name(word)

    def _count_titled(self, namesakes: list[Entity], names: Iterable[Mention]) -> None:
        """Count "Mrs. Marr" for the one woman among several people called Marr."""
        if len(namesakes) < 2:
            return
        for name in names:
            fitting = self._of_titles_gender(name, namesakes)
            if len(fitting) == 1:
                fitting[0].count += 1

    def _is_single_person(self, word: str, names: list[Mention]) -> bool:
        """Whether a single name is a person's: "Marr said *he* …", "Marr’s wife", "Marr came. *She* …"."""
        t, known = self.t, persons()
        tag, lower = t.tag, t.lower
        name = names[0]
        shape = t.raw[name.at][1:]
        if not (shape.islower() and shape.isalpha()):
            return False
        if word in self._places or word in known.places:
            return False
        said, signs = False, 0
        for name in names[:_EVIDENCE]:
            last, end = name.last, t.sentences[name.sentence][1]
            what = tag[last] if last < end else 0
            if what & _VERBAL and not what & NOUN:
                said = said or bool(what & CUE)
                signs += self._goes_on_as_person(last, end)
                if signs and said + signs > 1:
                    return True
            elif last + 1 < end and lower[last] in POSSESSIVE_MARKS and lower[last + 1] in known.gender:
                signs += 1
        return signs > 1 or (said and (signs > 0 or self._is_quoted(word, names)))

    def _is_quoted(self, word: str, names: list[Mention]) -> bool:
        """Whether a quotation tells the first name to a surname."""
        surname = self.t.raw[names[0].at]
        outside = sum([self.t.raw[name.at] == surname for name in names])
        return self.t.text.count(surname) > outside and word in self._quoted_names

    @cached_property
    def _quoted_names(self) -> dict[str, str]:
        """Surnames with the first name that stands before them inside quotation marks."""
        t, given = self.t, given_names()
        names: dict[str, str] = {}
        for i, word in enumerate(t.lower):
            if word == QUOTATION:
                for run in _FULL_NAME.findall(t.text[t.start[i] : t.end[i]]):
                    for first, last in pairwise(run.split()):
                        if first.lower() in given:
                            names.setdefault(last.lower(), first)
        return names

    def _add_first_name(self, surname: str) -> None:
        """Name somebody in full who is named so only in quotations: "“Ann Marr is right,” Marr said"."""
        entity, first = self.by_words[surname,], self._quoted_names.get(surname)
        if first is not None:
            entity.name = f"{first} {entity.name}"
            entity.words = (first.lower(), surname)
            entity.gender = given_names().get(first.lower())
            self.by_words[entity.words] = entity

    def _goes_on_as_person(self, at: int, end: int) -> bool:
        """Whether "he" or "she" follows in the sentence, before any other name, or opens the next one."""
        t = self.t
        if t.lower[end : end + 1] in (["he"], ["she"]):
            return True
        end = min(end, at + _NEARBY)
        if _HE_OR_SHE.isdisjoint(t.lower[at:end]):
            return False
        for i in range(at, end):
            if t.tag[i] & CAPITAL:
                return False
            if t.lower[i] in _HE_OR_SHE:
                return True
        return False

    def _is_part_of_a_name(self, words: Words) -> bool:
        """Whether a name ends somebody’s longer one: "Le Marr" where there is "Ann Le Marr"."""
        longer = self.by_last.get(words[-1])
        return longer is not None and any(
            known.words[-len(words) :] == words for known in longer[:_NAMESAKES]
        )

    def _is_titled(self, name: Mention) -> bool:
        """Whether a title before a name tells that it is a person's: "Mr. Marr", "campaign manager Marr"."""
        t, known = self.t, persons()
        title = name.at - 1
        if t.lower[title] == "." and title > name.title:
            title -= 1
        word = t.lower[title]
        return bool(t.tag[title] & ROLE) or word in known.short or word in known.courtesy

    def _is_person(self, words: Words, names: list[Mention], alone: Container[str]) -> bool:
        """Whether a full name is a person's: two points of evidence in it and around it."""
        score = self._inner_evidence(words, names[0], alone)
        said = 0
        for name in names[:6]:
            if score + said >= 2:
                break
            score += self._outer_evidence(name)
            said = said or self.says(name)
        return score + said >= 2 and (words not in self.bodies or words[0] in given_names())

    def says(self, name: Mention) -> int:
        """Whether a name is a verb of saying’s subject: bodies say things, too, so it counts once."""
        t = self.t
        if name.last < len(t.tag) and t.tag[name.last] & CUE:
            return 1
        said = CUE | VERB_PAST
        if name.title < 2 or t.tag[name.title - 1] & said != said or t.tag[name.title - 2]:
            return 0
        return 1 + all(what == _UNKNOWN for what in t.tag[name.at : name.last])  # "…, quipped Ann Marr"

    def _inner_evidence(self, words: Words, name: Mention, alone: Container[str]) -> int:
        """What a name itself tells: a known first name, an initial, a body's word; a surname used alone."""
        tag, raw, first = self.t.tag, self.t.raw, words[0]
        given = first in given_names()
        score = 2 if given else 0
        classes = 0
        for what in tag[name.at + given : name.last]:
            classes |= what
        acronyms = 0
        for word in raw[name.at : name.last]:
            if word.isupper() and len(word) > 2:
                acronyms += 1
        if len(words) < name.last - name.at:  # what is left out are initials, dots and "Jr."
            score += 2 * sum([len(word) == 1 and word.isalpha() for word in raw[name.at + 1 : name.last]])
        if classes & _NO_PERSON or "of" in words or "&" in words:
            score -= 4
        if 0 < acronyms < len(words):
            score -= 1
        if tag[name.last - 1] == _UNKNOWN and words[-1] in alone:
            score += 1
        if first in self._places or (not given and first in alone):
            score -= 2
        return score - 2 if len(words) > 4 else score

    def _outer_evidence(self, name: Mention) -> int:
        """What stands around a name: a title, an age, "who", an apposition; against it, "the" and "in"."""
        t = self.t
        before = t.lower[name.title - 1] if name.title else ""
        after = t.lower[name.last] if name.last < len(t.lower) else ""
        if (
            (name.title < name.at and self._is_titled(name))
            or before in ("named", "called")
            or after == "who"
        ):
            return 2
        if before == "the":
            return -2
        if before in _WITHIN:
            return -1
        score = 0
        if after == ",":
            next_word = t.lower[name.last + 1 : name.last + 2]
            score += 2 * (next_word == ["who"] or age_after(t, name) != "")
            score += 2 * any(role.head in _ROLES for role in self._roles_after(name))
        if before == ",":
            phrase = phrase_before(t, name)
            role = role_of(t, *phrase) if phrase else None
            score += 2 * (role is not None and role.head in _ROLES)
        return score

    def _add_person(self, words: Words, names: list[Mention]) -> None:
        tails, nicknames = self.by_words.get(words), persons().nicknames
        if tails is None:
            first = nicknames.get(words[0], words[0])
            for known in self.by_last.get(words[-1], [])[:_NAMESAKES]:
                if known.words[-len(words) :] == words or (
                    len(words) > 1 and nicknames.get(known.words[0], known.words[0]) == first
                ):
                    tails = known
                    break
        if tails is None:
            gender = given_names().get(words[0])
            tails = Entity(self._fullest(names), SpeakerType.PERSON, words, True, gender)
            self.by_last[words[-1]].append(tails)
            self.by_first[words[0]].append(tails)
        else:
            longest = self._fullest(names)
            if len(longest) > len(tails.name) and (words[0] == tails.words[0] or words[0] not in nicknames):
                tails.name = longest
        tails.count += len(names)
        self.by_words[words] = tails

    def _add_body(self, words: Words, names: list[Mention]) -> None:
        """An organization, a place, anything named that is no person, with the short forms of its name."""
        entity = self.bodies.get(words)
        if entity is None:
            entity = Entity(self._fullest(names), SpeakerType.ORGANIZATION, words)
            named_after = words[0] in given_names()  # "Eric Marr" is not the Eric Marr Fund
            numbered = words[-1][-1].isdigit()  # "Marr Air Flight MA804" is not Marr Air
            for n in range(len(words) if numbered else 3 if named_after else 1, len(words)):
                if n > 1 or (len(words[0]) > 2 and words[0] not in self._places):
                    self.bodies.setdefault(words[:n], entity)
            initials = "".join([word[0] for word in words if word not in _SMALL])
            if len(initials) > 1:
                self.bodies.setdefault((initials,), entity)
            self.bodies[words] = entity
        entity.count += len(names)
        self.by_words[words] = entity

    def _fullest(self, names: list[Mention]) -> str:
        """The longest form in which a name is written, in mixed case where there is one."""
        words, name = self.t.words, names[0]
        longest = words(name.at, name.last)
        if len(names) > 1:
            forms = {words(name.at, name.last) for name in names[:20]}
            if len(forms) > 1:
                longest = max(forms, key=_telling)
        return " ".join(longest.split())

    # ---- every name is decided -----------------------------------------------------------------

    def _decide(self, names: list[Mention]) -> None:
        known, t = self.by_words, self.t
        lower, tag, size = t.lower, t.tag, len(t.lower)
        decided, body = self.mentions, SpeakerType.ORGANIZATION
        for name in names:
            if name.headline:
                self._decide_headline(name)
                continue
            entity = known.get(name.words) or self._short_form(name)
            if entity is None:
                continue
            title, last = name.title, name.last
            if (
                title < name.at
                or (last < size and lower[last] in _OPENS_APPOSITION)
                or lower[title - 1] in _TELLS_BEFORE
                or (tag[title - 1] & ORGANIZATION and entity.type is body)
            ):
                self._read_beside(name, entity)
            name.entity = entity
            if last < size and tag[last] & NOUN:
                name.modifier = is_modifier(t, last)
            entity.mentions.append(name)
            decided.append(name)

    def _read_beside(self, name: Mention, entity: Entity) -> None:
        """Read what stands beside a name: titles, an age, appositions."""
        t, title, last = self.t, name.title, name.last
        lower = t.lower
        before, after = lower[title - 1] if title else "", lower[last] if last < len(lower) else ""
        if title < name.at:
            self._note_title(name, entity)
        elif entity.type is SpeakerType.ORGANIZATION:
            self._note_kind(name, entity)
        if after in _OPENS_APPOSITION and last + 1 < len(lower):
            follows = t.tag[last + 1]
            if follows & CAPITAL and (seat := party_and_state(t, name)):
                entity.add_seat(seat)
            for role in self._roles_after(name):
                entity.add_role(role)
            if follows & NUMBER and not entity.age:
                entity.age = age_after(t, name)
        if before in _WITHIN:
            entity.inside += 1
        elif before in _ENDS_APPOSITION:
            phrase = phrase_before(t, name)
            told = role_of(t, *phrase) if phrase else None
            if told:
                entity.add_role(told)

    def _roles_after(self, name: Mention) -> list[Role]:
        """The apposition after a name, read once: it tells that the name is a person’s, and what that is."""
        roles = self._appositions.get(name.at)
        if roles is None:
            roles = self._appositions[name.at] = roles_after(self.t, name)
        return roles

    def _note_kind(self, name: Mention, entity: Entity) -> None:
        """Note what a body is where its name says so: "the buyout firm Marr Capital"."""
        t, kind = self.t, name.title - 1
        if kind <= 0 or t.tag[kind] & (CAPITAL | ROLE) or not t.tag[kind] & ORGANIZATION:
            return
        begin = max(t.sentences[name.sentence][0], kind - _KIND)
        article = next((k for k in range(kind - 1, begin - 1, -1) if t.tag[k] & DETERMINER), None)
        if article is not None and not is_modifier(t, name.last):
            role = role_of(t, article, name.title, kind)
            if role is not None:
                entity.add_role(role)

    def _note_title(self, name: Mention, entity: Entity) -> None:
        t = self.t
        for word in t.lower[name.title : name.at]:
            entity.tell(persons().gender.get(word))
        title = t.words(name.title, name.at)
        if title in self._titles:
            role = self._titles[title]
        else:
            role = self._titles[title] = title_role(t, name)
        if role is not None:
            entity.add_role(role)

    def _short_form(self, name: Mention) -> Entity | None:
        """Whom a surname, a first name, an acronym or a part of a longer name stands for."""
        word = name.words[0]
        if word in self._no_names:
            return None
        has_title = name.title < name.at
        namesakes = self.by_last.get(word)
        if namesakes is None and not has_title:
            namesakes = self.by_first.get(word)
        if namesakes is None:
            body = None if has_title else self.bodies.get(name.words)
            return body or self._new_single(name, word)
        if len(namesakes) == 1:
            self.by_words[name.words] = namesakes[0]
            return namesakes[0]
        if has_title:
            namesakes = self._of_titles_gender(name, namesakes)
        return self._nearest(namesakes, name)

    def _of_titles_gender(self, name: Mention, namesakes: list[Entity]) -> list[Entity]:
        genders = [persons().gender.get(word) for word in self.t.lower[name.title : name.at]]
        told = next((gender for gender in genders if gender), None)
        fitting = [one for one in namesakes[:_NAMESAKES] if told is None or one.gender in (told, None)]
        return fitting or namesakes

    def named_in(self, quoted: str) -> set[Entity]:
        """The people whom quoted words name."""
        named: set[Entity] = set()
        for word in _CAPITALISED.findall(quoted):
            namesakes = self.by_last.get(word.lower())
            if namesakes is not None:
                named.update(namesakes[:_NAMESAKES])
        return named

    def _nearest(self, namesakes: list[Entity], name: Mention) -> Entity:
        """Of several people of one name: the one who just acted, else the one who is most spoken of."""
        if len(namesakes) == 1:
            return namesakes[0]
        namesakes = namesakes[:_NAMESAKES]
        latest = max(namesakes, key=attrgetter("last_sentence"))
        near = latest.mentions and name.sentence - latest.last_sentence <= _NEAR
        if near and is_subject(self.t, latest.mentions[-1]):
            return latest
        return max(namesakes, key=attrgetter("count", "last_sentence"))

    def _new_single(self, name: Mention, word: str) -> Entity | None:
        """Something of one name only ("NATO"); no common word that opens a sentence."""
        t = self.t
        what = t.tag[name.at]
        if what & _COMMON:
            self._no_names.add(word)
            return None
        opens = name.title == t.sentences[name.sentence][0] or t.tag[name.title - 1] == 0
        if opens and not t.raw[name.at].isupper():
            return None
        given = {} if word in persons().places else given_names()  # "Dallas", "Georgia" alone: the places
        kind = SpeakerType.PERSON if word in given else SpeakerType.ORGANIZATION
        entity = Entity(t.words(name.at, name.last), kind, name.words, True, given.get(word))
        entity.count = 1
        self.by_words[name.words] = entity
        return entity

    def _decide_headline(self, name: Mention) -> None:
        """Find known names among the capitalised words of a headline, the longest first."""
        lower = self.t.lower
        i = name.at
        while i < name.last:
            for n in (4, 3, 2, 1):
                words = tuple(lower[i : i + n])
                if i + n > name.last or len(words) < n:
                    continue
                entity = self.by_words.get(words) or self.bodies.get(words)
                if entity is None and n == 1 and self.by_last.get(words[0]):
                    entity = max(self.by_last[words[0]][:_NAMESAKES], key=lambda one: one.count)
                if entity is not None:
                    mention = Mention(i, i, i + n, name.sentence)
                    mention.entity, mention.modifier = entity, is_modifier(self.t, i + n)
                    entity.mentions.append(mention)
                    self.mentions.append(mention)
                    i += n - 1
                    break
            i += 1
