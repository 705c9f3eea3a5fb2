"""Who is who: the names of an article gathered into entities, each name decided."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Final

from claimcli.lexicon import (
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    CUE,
    DETERMINER,
    DOCUMENT,
    NOUN,
    ORGANIZATION,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SUBJECT,
    TAGS,
    WORD,
)
from claimcli.lexicon.names import given_names, persons
from claimcli.model import Speaker
from claimcli.parser.speakers.beside import ENDS_APPOSITION, OPENS_APPOSITION, WITHIN, Beside
from claimcli.parser.speakers.entity import BODY, PERSON, Entity, Mention
from claimcli.parser.speakers.evidence import Evidence, Words
from claimcli.parser.speakers.found import find_names, is_modifier, is_subject
from claimcli.parser.speakers.roles import phrase_before, role_of
from claimcli.parser.text import Tokens

_UNKNOWN: Final = CAPITAL | WORD
_OF_FAMILY: Final = frozenset({"younger", "elder"})
_COMMON: Final = ~(_UNKNOWN | CUE)  # what the lexicon knows of common words
_CAPITALISED: Final = re.compile(r"[A-Z\u00c0-\u00de\u0100-\u017f][\w’'-]*\w")
_TELLS_BEFORE: Final = WITHIN | ENDS_APPOSITION
_NO_TITLE: Final = PREPOSITION | DETERMINER | AUXILIARY | COORDINATOR | SUBJECT | POSSESSIVE | RELATIVE
_TITLE: Final = 3  # tokens before a name that no list knows as its title
_OF_MANY: Final = ROLE | PEOPLE
_ALIASES: Final = 24
_SMALL: Final = frozenset({"of", "the", "for", "and", "&", "in"})  # words that an acronym leaves out
_OF: Final = frozenset({"of", "for", "against"})
_PUBLIC: Final = frozenset(
    "council police department commission court board county authority district parliament legislature assembly "
    "government ministry embassy university college school schools hospital committee".split()
)
"""Words of bodies that bear the name of their place."""
_NAMESAKES: Final = 16  # people of one surname that are told apart
_MISSPELT: Final = 6  # letters of the shortest name that may be misspelt
_NEAR: Final = 4  # sentences: how far back a namesake is the one meant by a bare surname


def _telling(form: str) -> tuple[bool, int, str]:
    """How much a written form of a name tells: mixed case before capitals, then the longest."""
    return not form.isupper(), len(form), form


def _mattering(entity: Entity) -> tuple[int, int]:
    """How much somebody matters in an article about a family: "Mrs. Marr" tells most, then who is named first."""
    return -entity.titled, entity.since


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
        self._spelt: dict[str, Entity | None] | None = None  # people by the letters of their surnames
        self._beside = Beside(t)
        self._evidence = Evidence(t, self._beside)
        self._gather(names)
        self._decide(names)
        self._evidence.tell_genders(self.mentions)
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

    def set_off(self, comma: int, somebody: bool, end: int) -> Mention | None:
        """Somebody’s full name after a comma and before another: "a third farmer, *Ann Marr*, said".

        Behind what names ``somebody`` it may also end the sentence, and have a title before it: "said the envoy at
        the time, *Tom Reed*.", "one farmer, organic grower *Ann Marr*, said"; so may what ends the mention at ``end``.
        """
        lower, tag = self.t.lower, self.t.tag
        if comma + 1 >= len(lower) or lower[comma] != ",":
            return None
        mention = self.after(comma + 1)
        if mention is None or not (mention.entity.person and mention.last - mention.at > 1):
            return None
        led = comma + 1 <= mention.title <= comma + 1 + _TITLE * somebody and all(
            what & WORD and not what & _NO_TITLE for what in tag[comma + 1 : mention.title]
        )
        after = lower[mention.last : mention.last + 1]
        closed = (
            after in ([","], []) or mention.last == end or (somebody and after in (["."], [";"], ["who"]))
        )
        return mention if led and closed else None

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
        lower, suffixes, evidence = self.t.lower, persons().suffixes, self._evidence
        full: dict[Words, list[Mention]] = defaultdict(list)
        titled: dict[Words, list[Mention]] = defaultdict(list)
        alone: dict[str, list[Mention]] = defaultdict(list)
        inside: dict[str, int] = defaultdict(int)
        shorter: dict[Words, Words] = {}  # without initials and suffixes
        single: dict[str, Words] = {}
        suffixes_stand = False
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
                    suffixes_stand = suffixes_stand or not suffixes.isdisjoint(written)
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
            if name.title and lower[name.title - 1] in WITHIN:
                inside[word] += 1
            if name.title < name.at and evidence.is_titled(name):
                titled[name.words].append(name)
        for words in list(full) if suffixes_stand else ():
            self._part_father_and_son(words, full)
        evidence.places = {word for word, times in inside.items() if 2 * times > len(alone[word])}
        evidence.surnames = {words[-1] for words in full if words[0] in given_names()}
        for several in sorted(full, key=len, reverse=True):
            same = full[several]
            if (several[-1] in self.by_last and self._is_part_of_a_name(several)) or (
                (several not in self.bodies or several[0] in given_names())
                and evidence.is_person(several, same, alone)
            ):
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
            if unknown and evidence.is_single_person(word, same):
                self._add_person((word,), same)
                self._add_first_name(word)

    def _part_father_and_son(self, words: Words, full: dict[Words, list[Mention]]) -> None:
        """Keep apart "Tom Reed" and "Tom Reed Sr.", and "Tom B. Reed" and "Tom Reed Jr.", where one has the initial."""
        by_suffix: dict[str, list[Mention]] = defaultdict(list)
        for name in full[words]:
            by_suffix[self._suffix(name)].append(name)
        plain, seniors = by_suffix.pop("", []), by_suffix.get("sr")
        juniors = [name for names in by_suffix.values() for name in names]
        initials = any(map(self._has_initial, plain)) and not any(map(self._has_initial, juniors))
        if not (len(by_suffix) > 1 or (plain and (seniors or initials))):
            return
        kept = plain or by_suffix.pop(next(iter(by_suffix)))
        full[words] = kept
        self._add_person(words, kept)
        for suffix, names in by_suffix.items():
            key = (*words, suffix)
            for name in names:
                name.words = key
            gender = given_names().get(words[0])
            another = Entity(self._fullest(names), PERSON, words, True, gender)
            another.since = names[0].at
            self.by_words[key] = another
            self.by_last[words[-1]].append(another)

    def _suffix(self, name: Mention) -> str:
        """The "jr", "sr" or "iii" that ends a name, if one does."""
        suffixes = persons().suffixes
        return next((word for word in self.t.lower[name.last - 2 : name.last] if word in suffixes), "")

    def _has_initial(self, name: Mention) -> bool:
        return any(len(word) == 1 and word.isalpha() for word in self.t.lower[name.at + 1 : name.last])

    def _count_titled(self, namesakes: list[Entity], names: Iterable[Mention]) -> None:
        """Count "Mrs. Marr" for the one woman among several people called Marr."""
        if len(namesakes) < 2:
            return
        for name in names:
            fitting = self._of_titles_gender(name, namesakes)
            if len(fitting) == 1:
                fitting[0].titled += 1

    def _add_first_name(self, surname: str) -> None:
        """Name somebody in full who is named so only in quotations: "“Ann Marr is right,” Marr said"."""
        entity, first = self.by_words[surname,], self._evidence.quoted_names.get(surname)
        if first is not None:
            entity.name = f"{first} {entity.name}"
            entity.words = (first.lower(), surname)
            entity.gender = given_names().get(first.lower())
            self.by_words[entity.words] = entity

    def _is_part_of_a_name(self, words: Words) -> bool:
        """Whether a name ends somebody’s longer one: "Le Marr" where there is "Ann Le Marr"."""
        longer = self.by_last[words[-1]]
        return any(known.words[-len(words) :] == words for known in longer[:_NAMESAKES])

    def _add_person(self, words: Words, names: list[Mention]) -> None:
        tails, nicknames = self.by_words.get(words), persons().nicknames
        if tails is None:
            first = nicknames.get(words[0], words[0])
            for known in self.by_last.get(words[-1], [])[:_NAMESAKES]:
                if known.words[-len(words) :] == words or (
                    len(words) > 1
                    and (
                        nicknames.get(known.words[0], known.words[0]) == first
                        or _is_misspelt(known.words[0], words[0])
                    )
                ):
                    tails = known
                    break
        if tails is None and len(words) == 1:
            tails = self._meant_by_misspelling(words[0])
        if tails is None:
            gender = given_names().get(words[0])
            tails = Entity(self._fullest(names), PERSON, words, True, gender)
            self.by_last[words[-1]].append(tails)
            self.by_first[words[0]].append(tails)
        else:
            longest = self._fullest(names)
            if len(longest) > len(tails.name) and (words[0] == tails.words[0] or words[0] not in nicknames):
                tails.name = longest
        tails.since = min(tails.since, names[0].at)
        self.by_words[words] = tails

    def _meant_by_misspelling(self, word: str) -> Entity | None:
        """Whose surname a word misspells, where that is one person's: "Larbot" for Ann Labrot."""
        if self._spelt is None:
            self._spelt = {}
            for surname, namesakes in self.by_last.items():
                letters = _letters(surname)
                twice = letters in self._spelt or len(namesakes) > 1
                self._spelt[letters] = None if twice else namesakes[0]
        return self._spelt.get(_letters(word)) if len(word) >= _MISSPELT else None

    def _add_body(self, words: Words, names: list[Mention]) -> None:
        """An organization, a place, anything named that is no person, with the short forms of its name."""
        entity = self.bodies.get(words)
        if entity is None:
            entity = Entity(self._fullest(names), BODY, words)
            named_after = words[0] in given_names()  # "Eric Marr" is not the Eric Marr Fund
            numbered = words[-1][-1].isdigit()  # "Marr Air Flight MA804" is not Marr Air
            office = words[0] in persons().fields or words[0] == "state"  # "State" is the State Department
            public = not office and not _PUBLIC.isdisjoint(words)  # "Arra" is not the Arra Council
            public = public or bool(
                TAGS.get(words[0], 0) & _OF_MANY
            )  # "a Republican" is not the Republican Party
            many = words[1] in _OF and TAGS.get(words[0], 0) & PEOPLE  # "Friends of Arra" are not all friends
            # "Senate Democrats" are not the Senate, and the Marr Poll is not Marr.
            whole = numbered or TAGS.get(words[-1], 0) & (PEOPLE | DOCUMENT)
            for n in range(len(words) if whole else 3 if named_after or many else 1, len(words)):
                if "-".join(words[:n]) in persons().places:
                    continue  # the United States is not its Olympic Committee
                if n > 1 or not (public or len(words[0]) < 3 or words[0] in self._evidence.places):
                    self.bodies.setdefault(words[:n], entity)
            for initials in _initials(words):
                self.bodies.setdefault((initials,), entity)
            self.bodies[words] = entity
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
        decided = self.mentions
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
                or (last < size and lower[last] in OPENS_APPOSITION)
                or lower[title - 1] in _TELLS_BEFORE
                or (tag[title - 1] & ORGANIZATION and entity.type is BODY)
            ):
                self._beside.read(name, entity)
            name.entity = entity
            if last < size and tag[last] & NOUN:
                name.modifier = is_modifier(t, last)
            entity.mentions.append(name)
            if last - name.at > 1:
                entity.named_at = name.sentence
            decided.append(name)

    def _short_form(self, name: Mention) -> Entity | None:
        """Whom a surname, a first name, an acronym or a part of a longer name stands for."""
        word = name.words[0]
        if word in self._no_names:
            return None
        has_title = name.title < name.at
        namesakes = self.by_last.get(word)
        if namesakes is None and not (has_title and word in given_names()):
            namesakes = self.by_first.get(word)  # "Ms. Gao" for Gao Junlan, whose family name comes first
        if namesakes is None:
            body = None if has_title else self.bodies.get(name.words)
            return body or self._new_single(name, word)
        if len(namesakes) == 1:
            self.by_words[name.words] = namesakes[0]
            return namesakes[0]
        if has_title:
            namesakes = self._of_titles_gender(name, namesakes)
        if self.t.lower[name.title - 1] in _OF_FAMILY:
            namesakes = self._of_age(name, namesakes)
        return self._nearest(namesakes, name)

    def _of_age(self, name: Mention, namesakes: list[Entity]) -> list[Entity]:
        """ "The younger Mr. Marr": who is called Jr.; "the elder Mr. Marr": who is not."""
        younger, suffixes = self.t.lower[name.title - 1] == "younger", persons().suffixes
        fitting = [
            one
            for one in namesakes[:_NAMESAKES]
            if (one.name.lower().rstrip(".").rpartition(" ")[2] in suffixes - {"sr"}) is younger
        ]
        return fitting or namesakes

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
        """Of several people of one name: the one who has just acted by the full name, else the one named first.

        A paper names each in full at first, and the one whom it is about by the surname from then on: "Ann Marr
        wants the dam. … Her brother, Tom Marr, objects. … Marr said": that is Ann, unless Tom acted just before.
        """
        if len(namesakes) == 1:
            return namesakes[0]
        namesakes = namesakes[:_NAMESAKES]
        latest = max(namesakes, key=attrgetter("named_at"))
        known = latest.named_at >= 0 and latest.mentions
        if known and name.sentence - latest.named_at <= _NEAR and self._leads(latest.mentions[-1]):
            return latest
        return min(namesakes, key=_mattering)

    def _leads(self, name: Mention) -> bool:
        """Whether a name is a subject, or the apposition of one: "His sister, *Ann Marr*, was calm"."""
        if is_subject(self.t, name):
            return True
        lower, last = self.t.lower, name.last
        apposed = lower[name.title - 1] == "," and lower[last : last + 1] == [","]
        return apposed and last + 1 < len(lower) and bool(self.t.tag[last + 1] & (AUXILIARY | CUE))

    def _new_single(self, name: Mention, word: str) -> Entity | None:
        """Something of one name only ("NATO"); no common word that opens a sentence."""
        t = self.t
        what = t.tag[name.at]
        if what & _COMMON:
            self._no_names.add(word)
            return None
        meant = self._meant_by_misspelling(word)
        if meant is not None:
            self.by_words[name.words] = meant
            return meant
        opens = name.title == t.sentences[name.sentence][0] or t.tag[name.title - 1] == 0
        if opens and not t.raw[name.at].isupper():
            return None
        given = {} if word in persons().places else given_names()  # "Dallas", "Georgia" alone: the places
        kind = PERSON if word in given else BODY
        entity = Entity(t.words(name.at, name.last), kind, name.words, True, given.get(word))
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
                    entity = min(self.by_last[words[0]][:_NAMESAKES], key=_mattering)
                if entity is not None:
                    mention = Mention(i, i, i + n, name.sentence)
                    mention.entity, mention.modifier = entity, is_modifier(self.t, i + n)
                    entity.mentions.append(mention)
                    self.mentions.append(mention)
                    i += n - 1
                    break
            i += 1


def _letters(word: str) -> str:
    """What a misspelling keeps of a name: its first letter, and which others it has."""
    return word[0] + "".join(sorted(set(word)))


def _is_misspelt(known: str, word: str) -> bool:
    """Whether two names have the same letters, once or twice, in whatever order: "Hilary" and "Hillary"."""
    return len(word) >= _MISSPELT and abs(len(known) - len(word)) < 2 and _letters(known) == _letters(word)


def _initials(words: Words) -> Iterator[str]:
    """The acronyms of a name: "FDA"; of a department also "DOJ" with its "of", and "HHS" without its first word."""
    letters = "".join([word[0] for word in words if word not in _SMALL])
    if len(letters) > 1:
        yield letters
    if words[0] in ("department", "ministry"):
        yield "".join([word[0] for word in words])
        if len(letters) > 3:
            yield letters[1:]
