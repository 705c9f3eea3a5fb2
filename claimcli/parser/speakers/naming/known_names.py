"""The names of an article: full ones become entities, and their short forms are noted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from claimcli.lexicon import DOCUMENT, HONORIFIC, ORGANIZATION, PEOPLE, ROLE, TAGS, is_unknown
from claimcli.lexicon.kinds import kind_of
from claimcli.lexicon.look_up import behind_article
from claimcli.lexicon.names import given_names, persons
from claimcli.parser.grammar import A_OR_AN
from claimcli.parser.speakers.clause import is_modifier
from claimcli.parser.speakers.entity import BODY, GROUP, PAPER, PERSON, Entity, Mention, Words
from claimcli.parser.speakers.naming.evidence import Evidence, opens_with_initials
from claimcli.parser.speakers.naming.namesakes import of_titles_gender
from claimcli.parser.speakers.naming.runs import OF, OF_STATES
from claimcli.parser.speakers.naming.spelling import (
    MISSPELT,
    acronyms_of,
    letters_of,
    telling,
)
from claimcli.parser.speakers.naming.titles import PARTISANS, without_postnominals
from claimcli.parser.speakers.naming.written import Written
from claimcli.parser.text import Tokens

_CAPITALISED: Final = re.compile(r"[A-Z\u00c0-\u00de\u0100-\u017f][\w’'-]*\w")
NAMESAKES: Final = 16
"""People of one surname, or first name, that are told apart."""
_FORMS: Final = 20  # mentions of a name that may tell its longest form
_TEXTS: Final = frozenset("act treaty accord protocol directive ordinance amendment agreement".split())
_UNIONS: Final = frozenset({"us", "uk", "un", "eu"})
_UNITED: Final = frozenset({"united", "european"})
"""How the names open that unions of states and peoples go by the letters of."""
_VERSIONS: Final = frozenset({"ii", "iii", "iv"})
"""What counts machines as well as kings."""
_PEERAGE: Final = frozenset("lord lady baroness baron viscount viscountess earl countess marquess".split())
_PUBLIC: Final = frozenset(
    "council police department commission court board county authority district parliament legislature assembly "
    "government ministry embassy university college school schools hospital committee".split()
)
"""Words of bodies that bear the name of their place."""


class KnownNames:
    """The entities of an article by their names: whole, by last or first name, and what bodies are called in short."""

    def __init__(self, t: Tokens, evidence: Evidence, names: list[Mention]) -> None:
        self.t = t
        self.by_words: dict[Words, Entity] = {}
        self.by_last: dict[str, list[Entity]] = defaultdict(list)
        self.by_first: dict[str, list[Entity]] = defaultdict(list)
        self.bodies: dict[Words, Entity] = {}
        self._named_so: dict[Words, int] = {}  # where the body of a short form is first named in full
        self.bare: set[str] = set()  # surnames that mostly stand without a title, though some bearer has one
        self._evidence = evidence
        self.alone: dict[str, list[Mention]] = {}
        # People by the letters of their surnames.
        self._spelt: dict[tuple[str, frozenset[str]], Entity | None] | None = None
        self._gather(Written(t, names))

    def _gather(self, written: Written) -> None:
        """Full names, most telling first, become entities; their short forms are noted."""
        evidence, alone = self._evidence, written.alone
        self.alone = alone
        for words in list(written.full) if written.with_suffixes else ():
            self._part_father_and_son(words, written.full)
        evidence.places = written.places
        evidence.surnames = {words[-1] for words in written.full if words[0] in given_names()}
        for words in sorted(written.full, key=lambda words: -len(words)):
            names = written.full[words]
            if self._names_a_person(words, names, alone):
                self._add_person(words, names)
            else:
                self._add_body(words, names)
        self._note_first_surnames(written)
        for word, names in written.titled.items():
            if not self._is_of_a_person(word):
                self._add_person((word,), names)
                self._add_peerage(word, names[0])
                continue
            self._add_spouse(word, names, written)
            self._count_titled(self.by_last.get(word, []), names)
            if len(alone[word]) > 2 * len(names):
                self.bare.add(word)
        for name in written.headlines:
            self._add_from_headline(name, alone)
        for word, names in alone.items():
            labelled = self._by_initials(word, names[0])
            if labelled is not None:
                self.by_words[word,] = labelled
                continue
            if self._is_of_a_person(word):
                continue  # "*Biographers* said he was late"
            kin = evidence.is_named_as_kin(names)
            firm = self.bodies.get((word,))  # "Marr" of Marr Foods Inc, but not of the Marr Train
            single = is_unknown(self.t.tag[names[0].at]) and not (
                firm and firm.words[-1] in persons().companies
            )
            if kin or (single and evidence.is_single_person(word, names)):
                self._add_person((word,), names)
                self._add_first_name(word)

    def _by_initials(self, word: str, name: Mention) -> Entity | None:
        """Whose initials label what somebody says: "Ann Marr runs the port. / *AM*: It is late."."""
        if self.t.word(name.last) != ":" or not self.t.raw[name.at].isupper():
            return None
        people = {one for one in self.by_words.values() if one.person}
        named = [one for one in people if "".join(filter(str.isupper, one.name)).lower() == word]
        return named[0] if len(named) == 1 else None

    def _note_first_surnames(self, written: Written) -> None:
        """Note who goes by the first of two surnames, and never by the second: "Ana *Restrepo* Arango"."""
        alone, places, given = written.alone.keys() | written.titled.keys(), persons().places, given_names()
        for words, entity in list(self.by_words.items()):
            if not entity.person or len(words) < 3 or words[-1] in alone or words[-2] not in alone:
                continue
            word = words[-2]
            place = word in places or (word,) in self.bodies
            if not (place or word in given or self._is_of_a_person(word)):
                self.by_last[word].append(entity)

    def _is_of_a_person(self, word: str) -> bool:
        """Whether a word is somebody’s last or first name."""
        return word in self.by_last or word in self.by_first

    def _names_a_person(self, words: Words, names: list[Mention], alone: dict[str, list[Mention]]) -> bool:
        """Whether a full name is a person’s: as a part of a longer one, or by the evidence."""
        longer = [known.words for known in self.by_last.get(words[-1], [])]
        # "Le Marr" of "Ann Le Marr", "Ann Ruth Marr" for "Ann Marr"
        part = any(_are_within(words, other) or other[0] == words[0] for other in longer)
        version = words[-1] in _VERSIONS and words[0] not in given_names()
        if part or (words[-1] in persons().suffixes and not version):
            return True  # "Elizabeth II", not "the Abel II", a machine
        shortens = words in self.bodies and words[0] not in given_names()  # "Marr Air" for Marr Air Lines
        return not shortens and self._evidence.is_person(words, names, alone)

    def _add_from_headline(self, headline: Mention, alone: Mapping[str, list[Mention]]) -> None:
        """Take the full name of whom only the headline names in full: "The Fight Over *Ann Marr*", and "Marr said"."""
        lower, given = self.t.lower, given_names()
        for i in range(headline.at, headline.last - 1):
            word = lower[i + 1]
            if lower[i] not in given or word not in alone or word in self.by_last:
                continue
            name = Mention(i, i, i + 2, headline.sentence)
            if is_unknown(self.t.tag[i]) and is_unknown(self.t.tag[i + 1]):
                self._add_person((lower[i], word), [name])

    def _part_father_and_son(self, words: Words, full: dict[Words, list[Mention]]) -> None:
        """Keep apart "Tom Reed" and "Tom Reed Sr.", and "Tom B. Reed" and "Tom Reed Jr.", where one has the initial."""
        by_suffix: dict[str, list[Mention]] = defaultdict(list)
        for name in full[words]:
            by_suffix[self._suffix(name)].append(name)
        plain, seniors = by_suffix.pop("", []), by_suffix.get("sr")
        juniors = [name for names in by_suffix.values() for name in names]
        first = plain and juniors and plain[0].at < juniors[0].at  # who is Jr. is introduced so
        if not (len(by_suffix) > 1 or (plain and (seniors or first or any(map(self._has_initial, plain))))):
            return
        full[words] = kept = plain or by_suffix.pop(next(iter(by_suffix)))
        self._add_person(words, kept)
        for suffix, names in by_suffix.items():
            key = (*words, suffix)
            for name in names:
                name.words = key
            gender = given_names().get(words[0])
            another = Entity(self._fullest(names), PERSON, words, True, gender)
            another.since = names[0].at
            self.by_words[key] = another
            self._note(another, words[-1])

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

    def _add_spouse(self, surname: str, titled: list[Mention], written: Written) -> None:
        """Name in full whom only a title tells: "*Ann* and Tom Marr … Mrs. Marr", "Mrs. Marr’s husband, *Tom*, …"."""
        t, known = self.t, self.by_last.get(surname, [])
        other = known[0].gender if known else None
        wanted = {persons().gender.get(t.lower[name.title]) for name in titled} - {None, other}
        if not wanted or any(one.gender is not other for one in known) or other is None:
            return
        full = [name for one in known for name in written.full.get(one.words, [])[:_FORMS]]
        for name in [*full, *titled[:_FORMS]]:
            spouse = t.find({"wife", "husband"}, name.last, min(name.last + 6, len(t.raw) - 2), 0)
            first = spouse + 1 + (t.lower[spouse + 1] == ",") if spouse else name.title - 2
            joined = spouse or t.word(first + 1) == "and"
            if joined and given_names().get(t.lower[first]) in wanted:
                self._add_person((t.lower[first], surname), [name])
                one = self.by_words[t.lower[first], surname]
                one.name = f"{t.raw[first]} {t.raw[name.last - 1]}"
                one.gender, one.since = wanted.pop(), first
                return

    def _add_first_name(self, surname: str) -> None:
        """Name somebody in full who is named so only in quotations: "“Ann Marr is right,” Marr said"."""
        entity, first = self.by_words[surname,], self._evidence.quoted_names.get(surname)
        if first is not None:
            entity.name = f"{first} {entity.name}"
            entity.words = (first.lower(), surname)
            entity.gender = given_names().get(first.lower())
            self.by_words[entity.words] = entity

    def _add_peerage(self, word: str, name: Mention) -> None:
        """Name a peer by the title, which is part of the name: "*Lord* Marr", whose first name nobody tells."""
        if self.t.lower[name.at - 1] in _PEERAGE:
            entity = self.by_words[word,]
            entity.name = f"{self.t.raw[name.at - 1]} {entity.name}"

    def _add_person(self, words: Words, names: list[Mention]) -> None:
        """Somebody new, or one more name of somebody known: "Tom Marr" and "Thomas Marr" are one."""
        entity = self._known_by(words)
        if entity is None:
            entity = Entity(self._fullest(names), PERSON, words, True, given_names().get(words[0]))
            family = words[0] if len(words) > 1 and words[0] in persons().families else words[-1]
            # "Marr" for Omar al-Marr, "Mr. Lou" for Lou Jiwei
            self._note(entity, words[-1], behind_article(words[-1]), family, _behind_small_words(words))
        else:
            longest = self._fullest(names)
            # By the initials, or a pet form of the second name, who bears it is known.
            known = _goes_by_another(words, entity.words)
            better = words[0] == entity.words[0] or words[0] not in persons().nicknames
            if known or (len(longest) > len(entity.name) and better):
                entity.name = longest
        entity.since = min(entity.since, names[0].at)
        self.by_words[words] = entity

    def _note(self, entity: Entity, *surnames: str) -> None:
        """Note by which surnames, and by which first name, somebody may be called."""
        by_last = [self.by_last[surname] for surname in dict.fromkeys(surnames)]
        for namesakes in (*by_last, self.by_first[entity.words[0]]):
            if len(namesakes) < NAMESAKES:
                namesakes.append(entity)

    def _known_by(self, words: Words) -> Entity | None:
        """Whom the article has named so already: in full, by a nickname; by a surname that is misspelt."""
        entity = self.by_words.get(words)
        if entity is not None:
            return entity
        nicknames = persons().nicknames
        if words[-1] in persons().suffixes and len(words) == 2:  # "Marr Jr.": never the father
            bearers = self.by_first.get(words[0]) or self.by_last.get(words[0], [])
            return next((one for one in bearers if one.name.lower().rstrip(".").endswith(words[1])), None)
        first = nicknames.get(words[0], words[0])
        for known in self.by_last.get(words[-1], []):
            called = known.words[0]
            if _are_within(words, known.words) or nicknames.get(called, called) == first:
                return known
            if _goes_by_another(words, known.words):
                return known
            if len(called) >= MISSPELT and letters_of(called) == letters_of(words[0]):
                return known  # "Hilary" and "Hillary"
        return self.meant_by_misspelling(words[0]) if len(words) == 1 else None

    def meant_by_misspelling(self, word: str) -> Entity | None:
        """Whose surname a word misspells, where that is one person's: "Larbot" for Ann Labrot."""
        if len(word) < MISSPELT:
            return None
        if self._spelt is None:
            self._spelt = {}
            for surname, namesakes in self.by_last.items():
                letters = letters_of(surname)
                twice = letters in self._spelt or len(namesakes) > 1
                self._spelt[letters] = None if twice else namesakes[0]
        return self._spelt.get(letters_of(word))

    def _add_body(self, words: Words, names: list[Mention]) -> None:
        """An organization, a place, anything named that is no person, with the short forms of its name."""
        entity = self.bodies.get(words)
        if entity is None:
            one = words[-1][:-1] if words[-1][-1] == "s" else ""  # of "House Republicans", "Arra Germans"
            many = one in PARTISANS or one in persons().places
            post = "of" not in words and TAGS.get(words[-1], 0) & HONORIFIC  # "Health Minister"
            kind = GROUP if many else PERSON if post and kind_of(words[-1]) & ROLE else BODY
            kind = PAPER if words[-1] in _TEXTS else kind
            entity = Entity(self._fullest(names), kind, words)
            first = self.alone.get(words[0]) or names
            unit = len(words) > 2 or (first[0].at < names[0].at and words[-1] not in persons().companies)
            acronym = unit and words[0].isalpha() and entity.name.partition(" ")[0].isupper()
            for short in _short_forms(words, self._evidence.places):
                if acronym and len(short) == 1 and short[0] == words[0]:
                    continue  # "PNN" is not its "PNN Headline News"
                if short == words[:1] and (self._is_a_thing(names) or self._goes_before(short[0], names[0])):
                    continue  # "Marr said … Marr told … *the Marr Prize*"
                if short not in self.bodies or names[0].at < self._named_so.get(short, 0):
                    self.bodies[short] = entity  # of Marr Foods and its unit Marr Freight who is named first
                    self._named_so[short] = names[0].at
            for name in names[:_FORMS]:
                letters = self._letters_behind(name)
                if letters[:1] == words[0][0]:
                    self.bodies.setdefault((letters,), entity)
            self.bodies[words] = entity
        self.by_words[words] = entity

    def _goes_before(self, word: str, longer: Mention) -> bool:
        """Whether a body of one word is told of before a longer name that opens with it: who is it, is told first.

        Twice where the longer name is no firm’s, or with an article beside that alone: a short form may lead to it.
        """
        before = [name for name in self.alone.get(word, ()) if name.sentence < longer.sentence]
        the = self.t.lower[longer.title - 1] == "the"
        bare = [name for name in before if self.t.lower[name.title - 1] != "the" and name.sentence]
        known, last = persons(), self.t.lower[longer.last - 1]
        firm = last in known.ends_body or TAGS.get(last, 0) & ORGANIZATION
        unit = last in known.places or "school" in known.sorts.get(
            last, ()
        )  # "Marr *Norway*", "Marr *Academy*"
        return (len(before) > 1 and not firm) or bool(before and unit) or bool(the and bare)

    def _is_a_thing(self, names: list[Mention]) -> bool:
        """Whether a name is of what there are several of: "*a Marr Kettle* in every room", not "a Marr Foods plant"."""
        lower = self.t.lower
        if lower[names[0].last - 1] in _VERSIONS:
            return True  # "the Marr II"
        return any(lower[n.title - 1] in A_OR_AN and not is_modifier(self.t, n.last) for n in names[:_FORMS])

    def _letters_behind(self, name: Mention) -> str:
        """The letters told behind a name: "nice" behind "Health Excellence Institute *(NICE)*", ", or *NICE*,"."""
        t, k = self.t, name.last + 1
        if t.word(k - 1) == "," and t.word(k) == "or" and t.word(k + 2) in (",", "."):
            return t.lower[k + 1] if t.raw[k + 1].isupper() else ""
        bracketed = t.word(k - 1) == "(" and t.word(k + 1) == ")"
        short = bracketed and (
            t.raw[k].isupper() or (is_unknown(t.tag[k]) and _is_drawn_from(t.lower[k], name))
        )
        return t.lower[k] if short else ""

    def _fullest(self, names: list[Mention]) -> str:
        """The longest form in which a name is written, in mixed case where there is one."""
        words, t = self.t.words, self.t
        forms = {words(name.at, without_postnominals(t, name)) for name in names[:_FORMS]}
        return " ".join((forms.pop() if len(forms) == 1 else max(forms, key=telling)).split())

    def named_in(self, quoted: str) -> set[Entity]:
        """The people whom quoted words name: of the Reeds, "Ann Reed" is no Tom."""
        named: set[Entity] = set()
        before = ""
        for word in [word.lower() for word in _CAPITALISED.findall(quoted)]:
            namesakes = self.by_last.get(word)
            if namesakes is not None:
                another = before in given_names() and f"{before} {word}" in quoted.lower()
                named.update([one for one in namesakes if before in one.words or not another])
            before = word
        return named


def _are_within(words: Words, longer: Words) -> bool:
    """Whether a name holds others’ words, in their order."""
    return any(longer[k : k + len(words)] == words for k in range(len(longer) - len(words) + 1))


def _behind_small_words(words: Words) -> str:
    """The first of several surnames, if small words are before it: "Ana de la *Cruz* Restrepo"."""
    particles = persons().particles
    k = next((k for k in range(1, len(words)) if words[k] in particles), len(words))
    return next((word for word in words[k:] if word not in particles), words[-1])


def _goes_by_another(words: Words, longer: Words) -> bool:
    """Whether somebody goes by a middle name or initials: "*Ted* Marr" for Ralph *Edward* Marr, "J.D. Reed"."""
    if len(words) != 2 or len(longer) < 3:
        return False
    letters, initials = words[0].replace(".", ""), "".join([word[0] for word in longer])
    return letters in (initials, initials[:-1]) or persons().nicknames.get(words[0]) in longer[1:-1]


def _is_drawn_from(short: str, name: Mention) -> bool:
    """Whether a word’s letters stand so in a name: "Scopa", of the "Standing Committee on Public Accounts"."""
    letters = iter(" ".join(name.words))
    return len(name.words) > len(short) // 3 and all(letter in letters for letter in short)


def _short_forms(words: Words, places: set[str]) -> Iterator[Words]:
    """What a body may be called in short, by its first words or its initials: "Marr & Reed", "Marr", "MRH"."""
    known = persons()
    for n in range(_fewest(words), len(words)):
        if "-".join(words[:n]) in known.places:
            continue  # the United States is not its Olympic Committee
        if n > 1 or not (_is_public(words) or len(words[0]) < 3 or words[0] in places | OF_STATES):
            yield words[:n]
    if "press" in known.sorts.get(words[-1].rpartition("-")[2], ()):  # "the Times" for the New York Times
        yield from [words[n:] for n in range(1, len(words)) if "-".join(words[:n]) in known.places]
        if words[-1] in known.ends_body:
            yield words[-1:]  # "the Tribune" for the Arra Tribune
    if words[-1] in known.companies and words[0] in given_names():
        yield from (words[:2], words[1:2])  # "Eli Marr", "Marr" for "Eli Marr and Co"
    for letters in acronyms_of(words):
        if letters not in _UNIONS or words[0] in _UNITED:
            yield (letters,)  # no "US" of the US Senate, nor "EU" of Elm University
    if len(words) == 2 and opens_with_initials(words[0]) and words[1] not in places:
        yield words[1:]  # "Marr" for "J.M. Marr"
    if words[0] in OF_STATES and len(words) > 2:  # "the U.S. Food and Drug Administration"
        yield words[1:]
        yield from _short_forms(words[1:], places)
    if words[:2] == ("federal", "reserve") and words[2:] in ((), ("board",), ("system",)):
        yield ("fed",)


def _fewest(words: Words) -> int:
    """How many of its first words at least stand for a body; all, where only the whole name does."""
    last = TAGS.get(words[-1], 0)
    # "Marr Air Flight MA804" is not Marr Air, "Senate Democrats" are not the Senate, the Marr Poll is not Marr.
    # But "Marr & Sons" may be called Marr.
    if words[-1][-1].isdigit() or (last & (PEOPLE | DOCUMENT) and words[-1] not in ("sons", "daughters")):
        return len(words)
    # "Eric Marr" is not the Eric Marr Fund, but "Harlan" may be Harlan Foods.
    somebodys = words[0] in given_names() and words[1] not in persons().ends_body
    return max(3 if somebodys else 1, of_another(words) + 1)


def of_another(words: Words) -> int:
    """How many of a society's first words name the body whose people are in it: "*Marr Air* Pilots Union"; or 0.

    Members stand behind that name, or it ends with what that body is: "*Pellbury Bank* Defence League".
    """
    sorts = persons().sorts.get(words[-1], ())
    if not ("society" in sorts and "firm" not in sorts) and words[-1] != "board":
        return 0
    for n in range(len(words) - 2, 0, -1):
        if TAGS.get(words[n], 0) & PEOPLE:
            return n
    ends = (n for n in range(len(words) - 1, 0, -1) if TAGS.get(words[n - 1], 0) & ORGANIZATION)
    return next((n for n in ends if words[n] not in OF), 0)  # no "Brotherhood of Marr Workers"


def _is_public(words: Words) -> bool:
    """Whether a body bears the name of its place, or of its members: "Arra" is not the Arra Council."""
    if TAGS.get(words[0], 0) & (ROLE | PEOPLE):
        return True  # "a Republican" is not the Republican Party
    office = words[0] in persons().fields and words[-1] != "committee"  # "Justice" is its Department
    return not office and not _PUBLIC.isdisjoint(words)
