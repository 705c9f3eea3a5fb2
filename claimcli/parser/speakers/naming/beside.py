"""What stands beside names, and what it tells of those who bear them."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    CAPITAL,
    DETERMINER,
    NUMBER,
    ORGANIZATION,
    PREPOSITION,
    ROLE,
    SUBJECT,
    TAGS,
    WORD,
)
from claimcli.lexicon.kinds import kind_of
from claimcli.lexicon.names import persons
from claimcli.parser.speakers.clause import before_article
from claimcli.parser.speakers.entity import BODY, Entity, Mention, Role
from claimcli.parser.speakers.heads import is_thing
from claimcli.parser.speakers.naming.appositions import age_after, phrase_before, roles_after
from claimcli.parser.speakers.naming.namesakes import titles_gender
from claimcli.parser.speakers.roles import party_and_state, role_of, title_role
from claimcli.parser.text import CLOSED_BY, Tokens

WITHIN: Final = frozenset({"in", "from", "near", "across", "outside"})
_OWNED: Final = frozenset(
    "share shares stake stakes stock stocks investment investments investor investors".split()
)
"""What is in a firm, and tells of no place."""
_OPENS_APPOSITION: Final = frozenset({"of", "from", *CLOSED_BY})
_ENDS_APPOSITION: Final = frozenset({",", "named", "called"})
_BESIDE_SEAT: Final = frozenset({"of", "and", ",", "(", ")", "."})
_SEAT: Final = 8  # tokens of "(R-Ohio) and" between names
_KIND: Final = 4  # tokens of "the buyout firm" before a name

_OF_PLACES: Final = frozenset(
    "city town village state country nation capital republic kingdom county province region island suburb port "
    "district municipality territory borough township hamlet community power ally neighbor neighbour economy".split()
)
"""What a place may be told to be."""


def _may_be_a(word: str, entity: Entity) -> bool:
    """Whether a word may tell what a body is: "in Arra, the campaign *team*" tells nothing of a known place."""
    return word in _OF_PLACES or "-".join(entity.words) not in persons().places


class Beside:
    """The titles, ages and appositions beside an article’s names, each read once."""

    def __init__(self, t: Tokens) -> None:
        self.t = t
        self._titles: dict[str, Role | None] = {}
        self._appositions: dict[int, list[Role]] = {}
        self._shared: tuple[int, Role] | None = None  # the title of several, and where the last name ends

    def read(self, name: Mention, entity: Entity) -> None:
        """Read what stands beside a name: titles, an age, appositions."""
        t, title, last = self.t, name.title, name.last
        lower = t.lower
        before, after = lower[title - 1] if title else "", t.word(last)
        if name.at > 1 and lower[name.at - 1] == "lady" and lower[name.at - 2] == "first":
            first = name.at - 2 - (lower[name.at - 3] == "former")
            entity.add_role(Role(t.words(first, name.at).lower(), "lady", frozenset(lower[first : name.at])))
        if title < name.at:
            self._note_title(name, entity)
        elif entity.type is BODY:
            self._note_kind(name, entity)
        elif self._shared is not None and before in ("and", ","):
            self._share_title(name, entity, *self._shared)
        if t.tag[last - 1] & ROLE and last - name.at > 1 and lower[last - 1] in persons().postnominals:
            word = lower[last - 1]  # letters of an office: "Ann Marr *MP*", not "Ann Marr CBE"
            entity.add_role(Role(t.raw[last - 1], word, frozenset((word,))))
        # "In Arra, the minister …": what follows the place is not said of it.
        fronted = before in WITHIN and not entity.person and title - 1 == t.sentences[name.sentence][0]
        if not fronted and after in _OPENS_APPOSITION and last + 1 < len(lower):
            follows = t.tag[last + 1]
            for role in self.told_after(name):
                kind = TAGS.get(role.head, 0) & (ORGANIZATION | ROLE)
                body = kind_of(role.head) & ORGANIZATION
                if (kind != ORGANIZATION) if entity.person else body and _may_be_a(role.head, entity):
                    entity.add_role(role)  # nobody is an airline, and no paper information
            if after == "of" and title < name.at and entity.roles:
                self._note_state(last + 1, entity)
            if follows & CAPITAL and (seat := party_and_state(t, name)):
                entity.add_seat(seat)
            if follows & NUMBER and not entity.age:
                entity.age = age_after(t, name)
        listed = t.find_back(WITHIN, title - 2, max(0, title - _SEAT)) if before == "and" else 0
        places = listed and all(what & CAPITAL or not what for what in t.tag[listed + 1 : title - 1])
        if before in WITHIN or places:  # "in Arra and *Holm*"
            entity.inside += lower[max(title - 2, 0)] not in _OWNED  # of a firm: "shares **in** Marr Lines"
        elif before in _ENDS_APPOSITION or (before == "the" and lower[before_article(t, name)] == ","):
            told = self.told_before(name)
            if told and (not is_thing(told.head) if entity.person else _may_be_a(told.head, entity)):
                entity.add_role(told)  # "After the deadly attacks, Ann Marr …": nobody is attacks

    def _note_state(self, at: int, entity: Entity) -> None:
        """Note of which state somebody with a title is: "Sen. Ann Marr of *Ohio*"."""
        for n in (2, 1):
            words = self.t.lower[at : at + n]
            if "-".join(words) in persons().whole_states:
                entity.add_seat(Role("", "", frozenset(words)))

    def told_after(self, name: Mention) -> list[Role]:
        """The apposition after a name, read once: it tells that the name is a person’s, and what that is."""
        roles = self._appositions.get(name.at)
        if roles is None:
            roles = self._appositions[name.at] = roles_after(self.t, name)
        return roles

    def told_before(self, name: Mention) -> Role | None:
        """The apposition before a name: "*the party leader*, Ann Marr", "*a farmer* named Ann Marr"."""
        phrase = phrase_before(self.t, name)
        return role_of(self.t, *phrase) if phrase else None

    def _note_kind(self, name: Mention, entity: Entity) -> None:
        """Note what a body is where its name says so: "the buyout firm Marr Capital", "Animal charity Marr"."""
        t, kind = self.t, name.title - 1
        if kind <= 0 or t.tag[kind] & (CAPITAL | ROLE) or not t.tag[kind] & ORGANIZATION:
            return
        begin = max(t.sentences[name.sentence][0], kind - _KIND)
        article = next((k for k in range(kind - 1, begin - 1, -1) if t.tag[k] & DETERMINER), None)
        if article is None and begin == t.sentences[name.sentence][0] and begin < kind:
            plain = all(what & WORD and not what & (PREPOSITION | SUBJECT) for what in t.tag[begin:kind])
            article = begin if plain else None
        if article is not None:
            role = role_of(t, article, name.title, kind)
            if role is not None:
                entity.add_role(role)

    def _share_title(self, name: Mention, entity: Entity, last: int, role: Role) -> None:
        """Note the title that several have in common: "Sens. Ann Marr of Ohio, Eve Reed and *Tom Gray*"."""
        t = self.t
        between = range(last, min(name.title, last + _SEAT))
        self._shared = None
        if all(t.tag[k] & CAPITAL or t.lower[k] in _BESIDE_SEAT for k in between):
            entity.add_role(role)
            self._shared = None if t.lower[name.title - 1] == "and" else (name.last, role)

    def _note_title(self, name: Mention, entity: Entity) -> None:
        t = self.t
        if not entity.told:
            entity.tell(titles_gender(t, name))
        title = t.words(name.title, name.at)
        if title not in self._titles:
            self._titles[title] = title_role(t, name)
        role = self._titles[title]
        if role is not None:
            entity.add_role(role)
            word = t.lower[name.at - 1 - (t.lower[name.at - 1] == ".")]
            several = word[-1] == "s" and word[:-1] in TAGS and word != role.head
            self._shared = (name.last, role) if several else None
