"""The names of an article: full ones become entities, and their short forms are noted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from claimcli.lexicon import (
    DOCUMENT,
    PEOPLE,
    ROLE,
    TAGS,
)
from claimcli.lexicon.names import given_names, persons
from claimcli.parser.speakers.beside import WITHIN
from claimcli.parser.speakers.entity import BODY, PERSON, UNKNOWN, Entity, Mention
from claimcli.parser.speakers.evidence import Evidence, Words
from claimcli.parser.speakers.runs import OF
from claimcli.parser.speakers.titles import without_postnominals
from claimcli.parser.text import QUOTATION, Tokens

_CAPITALISED: Final = re.compile(r"[A-Z\u00c0-\u00de\u0100-\u017f][\w’'-]*\w")
_ARTICLES_OF_NAMES: Final = frozenset({"al", "el", "ul", "abd", "abu", "jean"})
_BLEND: Final = re.compile(r"([A-Z][a-z]{1,8})([A-Z][a-z]{1,8})")
_OF_MANY: Final = ROLE | PEOPLE
_SMALL: Final = frozenset({"of", "the", "for", "and", "&", "in"})  # words that an acronym leaves out
_PUBLIC: Final = frozenset(
    "council police department commission court board county authority district parliament legislature assembly "
    "government ministry embassy university college school schools hospital committee".split()
)
"""Words of bodies that bear the name of their place."""
NAMESAKES: Final = 16  # people of one surname that are told apart
_MISSPELT: Final = 6  # letters of the shortest name that may be misspelt


class KnownNames:
    """The entities of an article by their names: whole, by last or first name, and what bodies are called in short."""

    def __init__(self, t: Tokens, evidence: Evidence, names: list[Mention]) -> None:
        self.t = t
        self.by_words: dict[Words, Entity] = {}
        self.by_last: dict[str, list[Entity]] = defaultdict(list)
        self.by_first: dict[str, list[Entity]] = defaultdict(list)
        self.bodies: dict[Words, Entity] = {}
        self.bare: set[str] = set()  # surnames that mostly stand without a title, though some bearer has one
        self._evidence = evidence
        self._in_two_words: dict[str, list[Words]] | None = None  # bodies by how their two words begin
        self._spelt: dict[str, Entity | None] | None = None  # people by the letters of their surnames
        self._gather(names)

    def _gather(self, names: list[Mention]) -> None:
        """Full names, most telling first, become entities; their short forms are noted."""
        lower, suffixes, evidence = self.t.lower, persons().suffixes, self._evidence
        full: dict[Words, list[Mention]] = defaultdict(list)
        titled: dict[Words, list[Mention]] = defaultdict(list)
        alone: dict[str, list[Mention]] = defaultdict(list)
        inside: dict[str, int] = defaultdict(int)
        shorter: dict[Words, Words] = {}  # without initials and suffixes
        single: dict[str, Words] = {}
        suffixes_stand, left_out, letters = False, suffixes | {QUOTATION}, persons().postnominals
        headlines: list[Mention] = []
        for name in names:
            if name.headline:
                headlines.append(name)
                continue
            word = lower[name.at]
            last = name.last
            if lower[last - 1] in letters:
                last = without_postnominals(self.t, name)
            if last - name.at > 1 and ("-" in word or "-" in lower[name.at + 1]):
                _cut_adjective(self.t, name, last)
                word = lower[name.at]
            if last - name.at > 1:
                written = tuple(lower[name.at : last])
                words = shorter.get(written)
                if words is None:
                    parts = [part for part in written if len(part) > 1 and part not in left_out]
                    if len(parts) == 1 and len(written[0]) == 1 and written[-1] == parts[0]:
                        parts.insert(0, written[0])  # "J. Marr"
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
                if len(alone[word]) > 2 * len(same):
                    self.bare.add(word)
            else:
                self._add_person(words, same)
        for name in headlines:
            self._add_from_headline(name, alone)
        tag = self.t.tag
        for word, same in alone.items():
            unknown = tag[same[0].at] == UNKNOWN and word not in self.by_last and word not in self.by_first
            if unknown and evidence.is_single_person(word, same):
                self._add_person((word,), same)
                self._add_first_name(word)

    def _add_from_headline(self, headline: Mention, alone: Mapping[str, list[Mention]]) -> None:
        """Take the full name of whom only the headline names in full: "The Fight Over *Ann Marr*", and "Marr said"."""
        lower, raw, given = self.t.lower, self.t.raw, given_names()
        for i in range(headline.at, headline.last - 1):
            word = lower[i + 1]
            if lower[i] not in given or word not in alone or word in self.by_last or word in self.by_first:
                continue
            if raw[i + 1].isupper() or raw[i + 1] != raw[alone[word][0].at] or (word,) in self.bodies:
                continue
            name = Mention(i, i, i + 2, headline.sentence)
            if self.t.tag[i] == self.t.tag[i + 1] == UNKNOWN and word not in self._evidence.places:
                self._add_person((lower[i], word), [name])

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
            fitting = of_titles_gender(self.t, name, namesakes)
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
        return any(known.words[-len(words) :] == words for known in longer[:NAMESAKES])

    def _add_person(self, words: Words, names: list[Mention]) -> None:
        tails, nicknames = self.by_words.get(words), persons().nicknames
        if tails is None:
            first = nicknames.get(words[0], words[0])
            for known in self.by_last.get(words[-1], [])[:NAMESAKES]:
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
            tails = self.meant_by_misspelling(words[0])
        if tails is None:
            gender = given_names().get(words[0])
            tails = Entity(self._fullest(names), PERSON, words, True, gender)
            self.by_last[words[-1]].append(tails)
            self.by_first[words[0]].append(tails)
            if len(words) > 1 and words[0] in persons().families:
                self.by_last[words[0]].append(tails)  # "Mr. Lou" for Lou Jiwei
        else:
            longest = self._fullest(names)
            if len(longest) > len(tails.name) and (words[0] == tails.words[0] or words[0] not in nicknames):
                tails.name = longest
        tails.since = min(tails.since, names[0].at)
        self.by_words[words] = tails

    def meant_by_misspelling(self, word: str) -> Entity | None:
        """Whose surname a word misspells, where that is one person's: "Larbot" for Ann Labrot."""
        if len(word) < _MISSPELT:
            return None
        if self._spelt is None:
            self._spelt = {}
            for surname, namesakes in self.by_last.items():
                letters = _letters(surname)
                twice = letters in self._spelt or len(namesakes) > 1
                self._spelt[letters] = None if twice else namesakes[0]
        return self._spelt.get(_letters(word))

    def blended(self, word: str) -> Entity | None:
        """Whose two words a name is made of: "LantPo" for the Lantern Post, where that is one body’s."""
        parts = _BLEND.fullmatch(word)
        if parts is None:
            return None
        one, two = parts[1].lower(), parts[2].lower()
        if self._in_two_words is None:
            self._in_two_words = defaultdict(list)
            for words in self.bodies:
                if len(words) == 2:
                    self._in_two_words[words[0][:2] + words[1][:2]].append(words)
        several = self._in_two_words.get(one[:2] + two[:2], [])[:NAMESAKES]
        fitting = [words for words in several if words[0].startswith(one) and words[1].startswith(two)]
        return self.bodies[fitting[0]] if len(fitting) == 1 else None

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
            many = words[1] in OF and TAGS.get(words[0], 0) & PEOPLE  # "Friends of Arra" are not all friends
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
        longest = words(name.at, without_postnominals(self.t, name))
        if len(names) > 1:
            forms = {words(name.at, without_postnominals(self.t, name)) for name in names[:20]}
            if len(forms) > 1:
                longest = max(forms, key=_telling)
        return " ".join(longest.split())

    def named_in(self, quoted: str) -> set[Entity]:
        """The people whom quoted words name."""
        named: set[Entity] = set()
        for word in _CAPITALISED.findall(quoted):
            namesakes = self.by_last.get(word.lower())
            if namesakes is not None:
                named.update(namesakes[:NAMESAKES])
        return named


def is_adjective(word: str) -> bool:
    """Whether a capital only opens an adjective: "the *Oslo-based* company", "a *Kremlin-friendly* paper"."""
    _, hyphen, tail = word.rpartition("-")
    return bool(hyphen) and len(tail) > 2 and tail.islower()


def _cut_adjective(t: Tokens, name: Mention, last: int) -> None:
    """Take from a name the adjective before it: "New York-based | *Marr Air*", not "Al-shaab Bank"."""
    for k in (name.at + 1, name.at):
        if k + 1 < last and is_adjective(t.raw[k]) and t.lower[k].partition("-")[0] not in _ARTICLES_OF_NAMES:
            name.title = name.at = k + 1
            return


def mattering(entity: Entity) -> tuple[int, int]:
    """How much somebody matters in an article about a family: "Mrs. Marr" tells most, then who is named first."""
    return -entity.titled, entity.since


def of_titles_gender(t: Tokens, name: Mention, namesakes: list[Entity]) -> list[Entity]:
    """Those of several people whom a name’s title fits: "Mrs. Marr", "King Marr"; all, where it tells nothing."""
    genders = [persons().gender.get(word) for word in t.lower[name.title : name.at]]
    told = next((gender for gender in genders if gender), None)
    fitting = [one for one in namesakes[:NAMESAKES] if told is None or one.gender in (told, None)]
    return fitting or namesakes


def _telling(form: str) -> tuple[bool, int, str]:
    """How much a written form of a name tells: mixed case before capitals, then the longest."""
    return not form.isupper(), len(form), form


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
