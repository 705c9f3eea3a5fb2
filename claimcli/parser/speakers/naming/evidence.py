"""Whether a name is a person’s: points for and against."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Mapping
from itertools import pairwise
from typing import Final

from claimcli.lexicon import (
    ADVERB,
    CAPITAL,
    CUE,
    DETERMINER,
    DOCUMENT,
    NOUN,
    ORGANIZATION,
    PEOPLE,
    ROLE,
    TENSED,
    VERB_PAST,
    WORD,
    is_unknown,
)
from claimcli.lexicon.kinds import kind_of
from claimcli.lexicon.names import HE_OR_SHE, Gender, given_names, persons
from claimcli.parser.grammar import A_OR_AN, POSSESSIVE_MARKS
from claimcli.parser.speakers.clause import VERBAL, is_subject, says
from claimcli.parser.speakers.entity import PERSON, Entity, Mention, Role, Words
from claimcli.parser.speakers.heads import is_somebodys_kin
from claimcli.parser.speakers.naming.appositions import age_after
from claimcli.parser.speakers.naming.beside import WITHIN, Beside
from claimcli.parser.speakers.naming.runs import OF
from claimcli.parser.speakers.naming.titles import FUNCTION, PARTISANS, is_titled
from claimcli.parser.text import QUOTATION, Tokens

_FULL_NAME: Final = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
_I: Final = re.compile(r"\bI(?!\w|[-.]\w| [A-Z])")
_INITIALS: Final = re.compile(r"[a-z](?:\.[a-z])+\.?")
_NO_INITIALS: Final = frozenset("us uk un eu dc bc ad am pm la uae ussr".split())
_NO_PERSON: Final = ORGANIZATION | PEOPLE | DOCUMENT
_SURNAMES: Final = frozenset({"banner", "page", "law", "story", "song", "tally"})
"""Words for documents that as well end a person's name: "Ann *Page*"."""
_STATES: Final = frozenset({"israel", "jordan", "georgia", "chad"})
"""States whose names are people's, too."""
JUNIOR: Final = frozenset({"jr", "sr"})
"""What ends a name, but is no word to speak of anybody by."""
_JOINERS: Final = OF | {"&", "and"}
_AT: Final = WITHIN | {"at", "of", "for"}  # "a reporter for Marr News who …"
_ASKS: Final = frozenset({"ask", "asks", "asked", "presses", "pressed", "questions", "questioned"})
_READ: Final = 12  # mentions of a single name that are read for what tells a person
_NEARBY: Final = 20  # tokens
_WHOSE: Final = 3  # tokens: "her late older" brother
_FIRMS_TOO: Final = frozenset(
    "leader owner rival winner champion partner member opponent donor investor backer candidate contender ally".split()
)
LOVERS: Final = frozenset("girlfriend boyfriend partner fiance fiancee fiancé fiancée".split())


def _kind_told(role: Role) -> int:
    """What sort of name a role stands beside: somebody's, "a baker", "its chief executive", or a body's."""
    head = ROLE if role.head.rpartition("-")[2] == "head" else 0
    return head | kind_of(role.head) | kind_of(role.head.rpartition("-")[2])


def _is_somebodys(role: Role) -> bool:
    return bool(_kind_told(role) & ROLE)


def _is_no_body(role: Role) -> bool:
    """Whether what stands beside a name tells somebody rather than a firm: "the spokeswoman", no "leader in chips"."""
    return _kind_told(role) & (ROLE | ORGANIZATION) == ROLE and role.head not in _FIRMS_TOO


def is_place(word: str) -> bool:
    """Whether a name is a place’s, though people may have it as well: "Arra", "Georgia"."""
    return word in persons().places or word in _STATES


def opens_with_initials(word: str) -> bool:
    """Whether a name opens with initials in one word: "J.M. Marr"; not "U.S. Steel", "N.Y. Post"."""
    letters = word.replace(".", "")
    short = "." in word and _INITIALS.fullmatch(word) is not None and letters not in _NO_INITIALS
    return short and letters not in persons().states


class Evidence:
    """What tells whether a name is a person’s: in the name itself, around it, in what is said of it."""

    def __init__(self, t: Tokens, beside: Beside) -> None:
        self.t = t
        self._beside = beside
        self._quoted_names: dict[str, str] | None = None  # until they are asked for
        self.places: set[str] = set()  # single names that mostly stand as a place: "in Orlando"
        self.surnames: set[str] = set()  # of those with a known first name

    def is_single_person(self, word: str, names: list[Mention]) -> bool:
        """Whether a single name is a person's: "Marr said *he* …", "Marr’s wife", "Marr came. *She* …"."""
        t, known = self.t, persons()
        tag, lower = t.tag, t.lower
        name = names[0]
        shape = t.raw[name.at][1:]
        if not (shape.islower() and shape.isalpha()):
            return False
        if word in self.places or is_place(word):
            return False
        said, signs = False, 0
        for name in names[:_READ]:
            signs += t.word(name.last) in ("administration", "presidency")
            if tag[name.title - 1] & DETERMINER or lower[name.title - 1] in _AT:
                continue  # "the Marr", "a baker at Marr wrote what *he* knew"
            if self._is_told_to_be_somebody(name) or self._says_i(name):
                return True
            last, end = name.last, t.sentences[name.sentence][1]
            last += last + 1 < end and bool(tag[last] & ADVERB)  # "Marr *also* said"
            what = tag[last] if last < end else 0
            if t.word(last) in ("are", "were"):
                continue  # "*Diamonds* are common. *He* …"
            if what & VERBAL:
                has_said = lower[last] == "has" and last + 1 < end and tag[last + 1] & CUE
                said = said or bool(what & CUE or has_said or word in self.quoted_names)
                signs += self.pronoun_after(last, end) is not None
                opens = (
                    not name.title
                    or "\n" in self.t.text[self.t.end[name.title - 1] : self.t.start[name.title]]
                )
                if opens and self._goes_on_with(last, end) in ("he", "she"):
                    return True  # "Marr closed the bridge. *She* …": nobody else is near
                if signs and said + signs > 1:
                    return True
            elif last + 1 < end and lower[last] in POSSESSIVE_MARKS and lower[last + 1] in known.gender:
                signs += 1
        return signs > 1 or (said and word in self.quoted_names)

    def _is_told_to_be_somebody(self, name: Mention) -> bool:
        """Whether an office or an age stands behind a single name: "*Marr*, the Reed campaign’s spokesman, said"."""
        opens = self.t.word(name.last) == "," and self.t.what(name.last + 1) & (DETERMINER | CAPITAL)
        roles = self._beside.told_after(name) if opens else ()
        return (bool(age_after(self.t, name)) or any(map(_is_no_body, roles))) and is_subject(self.t, name)

    def is_named_as_kin(self, names: list[Mention]) -> bool:
        """Whether a single name tells who somebody's kin is, whatever word it is: "His late brother, *Kit*, said …"."""
        return any(self._follows_kin(name) for name in names[:_READ])

    def _follows_kin(self, name: Mention) -> bool:
        lower, noun = self.t.lower, name.title - 2
        if noun < 1 or lower[noun + 1] != "," or self.t.word(name.last) != ",":
            return False
        return is_somebodys_kin(self.t, noun)

    @property
    def quoted_names(self) -> dict[str, str]:
        """Surnames with the first name that stands before them inside quotation marks."""
        if self._quoted_names is None:
            self._quoted_names = self._names_in_quotations()
        return self._quoted_names

    def _names_in_quotations(self) -> dict[str, str]:
        """Surnames inside quotation marks with the first name before them."""
        t, given = self.t, given_names()
        names: dict[str, str] = {}
        for i in t.quotations:
            for run in _FULL_NAME.findall(t.words(i, i + 1)):
                for first, last in pairwise(run.split()):
                    if first.lower() in given:
                        names.setdefault(last.lower(), first)
        return names

    def pronoun_after(self, at: int, end: int) -> Gender | None:
        """The "he" or "she" that follows in the sentence, before any other name, or opens the next one.

        Where the next one is a quotation, it is who speaks it: "Marr left. “It is late,” *she* said."
        "Marr thanked her" tells of somebody else, "Marr thanked her sister" of Marr.
        """
        t, opens = self.t, self._goes_on_with(at, end)
        if opens in ("he", "she"):
            return HE_OR_SHE[opens]
        end = min(end, at + _NEARBY)
        for i in range(at, end):
            if t.tag[i] & CAPITAL:
                return None
            word = t.lower[i]
            if word in HE_OR_SHE and word != "him" and not (word == "her" and self._ends_phrase(i + 1)):
                return HE_OR_SHE[word]
        return None

    def _goes_on_with(self, at: int, end: int) -> str:
        """The word that opens what follows a sentence, or is who speaks a quotation there: "“No,” *she* said"."""
        t = self.t
        if any(t.tag[i] & CAPITAL and t.tag[i + 1] & TENSED for i in range(at, end - 1)):
            return ""  # "Lux said Tom *Reed* was ill. He …"
        opens = t.word(end)
        if opens == QUOTATION and _ASKS.isdisjoint(t.lower[at - 1 : at + _NEARBY]):
            opens = t.word(end + 1) if t.what(end + 2) & CUE else ""
        return opens

    def _ends_phrase(self, i: int) -> bool:
        """Whether what begins at a token is no noun phrase, so that "her" before it is somebody's own phrase."""
        what = self.t.what(i)
        return not what & WORD or bool(what & FUNCTION and not what & (NOUN | ADVERB))

    def tell_genders(self, mentions: list[Mention]) -> None:
        """Note of whom the list of names does not know what the article calls them: "Ilia Marr closed *her* shop"."""
        t = self.t
        told: dict[Entity, list[Gender]] = defaultdict(list)
        known: dict[Gender, int] = {}  # in which sentence somebody of whom the list knows it stood last
        for name in mentions:
            entity = name.entity
            if entity.type is not PERSON:
                continue
            if entity.gender is not None:
                known[entity.gender] = name.sentence
            elif is_subject(t, name):
                gender = self.pronoun_after(name.last, t.sentences[name.sentence][1])
                if gender is not None and name.sentence - known.get(gender, -2) > 1:
                    told[entity].append(gender)
        for entity, genders in told.items():
            most = max(genders, key=genders.count)
            if 2 * genders.count(most) > len(genders):
                entity.gender = most

    def is_person(self, words: Words, names: list[Mention], alone: Mapping[str, list[Mention]]) -> bool:
        """Whether a full name is a person's: two points of evidence in it and around it."""
        short = alone.get(words[-1], ()) if words[0] not in given_names() else ()
        if any(map(self._is_a_thing, (*names[:_READ], *short[:_READ]))):
            return False  # but "Ann Marr" is not Marr, "which lies on a lake"
        score = self._inner_evidence(words, names[0], alone)
        said = 0
        for name in names[:6]:
            if score + said >= 2:
                break
            score += self._outer_evidence(name)
            said = said or says(self.t, name)
        if score + said < 2:
            score += self._evidence_of_short_form(words, names, alone)
        if score + said == 1:
            score += any(self._goes_on(name) for name in names[:_READ])
        return score + said >= 2

    def _says_i(self, name: Mention) -> bool:
        """Whether a name is of who says "I": "“*I* saw it,” Marr said", "“*I* saw it,” said Marr"."""
        t, said = self.t, CUE | VERB_PAST
        behind = t.what(name.last) & said == said
        quoted = max(0, name.title - (1 if behind else 2))
        # but "“I know.” *Marr* told …" tells anew
        told = t.text[t.end[quoted] - 2] != "." if behind else t.what(quoted + 1) & said == said
        quotes = told and t.lower[quoted] == QUOTATION
        return quotes and _I.search(t.text, t.start[quoted], t.end[quoted]) is not None

    def _is_told_as_somebody(self, name: Mention) -> bool:
        """Whether what follows a name’s comma is told of people: "Ilia Marr, *of the council*", ", *a Dane who* …"."""
        t, i = self.t, name.last + 1
        behind = t.lower[i : i + 1 + _WHOSE]
        if behind[:2] in (["of", "the"], ["from", "the"]):
            return t.word(i + 2) not in persons().places  # "Marr Air, of the Netherlands"
        who = "who" in behind[1:] and "," not in behind and behind[0] in A_OR_AN
        return who or (behind[:1] == ["reporting"] and t.lower[name.title - 1] in POSSESSIVE_MARKS)

    def _is_a_thing(self, name: Mention) -> bool:
        """Whether "which" tells of a name that opens its sentence: "*J. M. Marr*, which publishes books, said"."""
        t = self.t
        which = t.word(name.last) == "," and t.word(name.last + 1) == "which"
        return which and name.title == t.sentences[name.sentence][0]

    def _goes_on(self, name: Mention) -> bool:
        """Whether "he" or "she" goes on with a name of which no word tells anything: "Zorvan Quill came. *He* …"."""
        t = self.t
        plain = all(is_unknown(t.tag[k]) and t.raw[k][1:].islower() for k in range(name.at, name.last))
        goes_on = plain and is_subject(t, name)
        return goes_on and self.pronoun_after(name.last, t.sentences[name.sentence][1]) is not None

    def _evidence_of_short_form(
        self, words: Words, names: list[Mention], alone: Mapping[str, list[Mention]]
    ) -> int:
        """What is told of a part of a name that stands alone: "Mr. Marr", "Marr said that she …"."""
        t, (first, *_, last) = self.t, words
        if len(words) > 2 or last in persons().ends_body:
            return 0
        # "Top Marr aides" opens a sentence: its capital tells nothing.
        inside = next((name for name in names[:_READ] if self._is_set_off(name)), None)
        if inside is not None and is_unknown(t.tag[inside.at]) and is_unknown(t.tag[inside.last - 1]):
            if not t.raw[inside.at][1:].islower():
                return 0
            if last in self.surnames:
                return 2  # of somebody's family: "Ann Marr and Ilia Marr"
            short = alone.get(last)
            if short is not None:
                return 2 * self._tells_a_person(last, short) or any(says(t, one) for one in short[:_READ])
        short = alone.get(first)
        if short is not None and first not in self.surnames and self._tells_a_person(first, short):
            return 4  # the family name comes first: "Ban Ki-moon"
        return 0

    def _is_set_off(self, name: Mention) -> bool:
        """Whether the capitals of a name are its own: within a sentence, or before a comma: "Ilia Marr, head of …"."""
        t = self.t
        return name.title > t.sentences[name.sentence][0] or t.word(name.last) == ","

    def _tells_a_person(self, word: str, names: list[Mention]) -> bool:
        """Whether a single name has a title, or what is said of it is said of people: "Ms. Marr"."""
        titled = any(is_titled(self.t, one) for one in names[:_READ] if one.title < one.at)
        return titled or self.is_single_person(word, names)

    def _inner_evidence(self, words: Words, name: Mention, alone: Container[str]) -> int:
        """What a name itself tells: a known first name, an initial, a body's word; a surname used alone."""
        tag, raw, first = self.t.tag, self.t.raw, words[0]
        given = first in given_names() or ("-" in first and given_names().keys() >= {*first.split("-")})
        score = 2 * (given or opens_with_initials(first) or (len(first) == 1 and raw[name.at + 1] == "."))
        classes = 0
        surname = given and len(words) == 2 and words[1] in _SURNAMES
        # "*Song* Jiongming", "Ann *Page*"
        for what in tag[name.at + (given or first in persons().families) : name.last - surname]:
            classes |= what
        capitals = [word.lower() for word in raw[name.at : name.last] if word.isupper() and len(word) > 2]
        acronyms = sum([not opens_with_initials(word) for word in capitals])
        if len(words) < name.last - name.at:  # what is left out are initials, dots and "Jr."
            left = self.t.lower[name.at + 1 : name.last]
            score += 2 * sum([word in JUNIOR or (len(word) == 1 and word.isalpha()) for word in left])
        if classes & _NO_PERSON or words[-1] in persons().ends_body or not _JOINERS.isdisjoint(words):
            score -= 4
        if "-".join(words) in persons().places or words[-1] in PARTISANS:
            score -= 4  # "New York", "Iowa Republican"
        if 0 < acronyms < len(words):
            score -= 1
        if is_unknown(tag[name.last - 1]) and words[-1] in alone:
            score += 1
        if first in persons().families and all(is_unknown(what) for what in tag[name.at : name.last]):
            score += 1  # "Xi Jinping", called "Xi"
        elif first in self.places or (not given and first in alone and not is_titled(self.t, name)):
            score -= 2
        told = [word for word in words if word not in persons().particles]
        return score - 2 if len(told) > 4 else score

    def _outer_evidence(self, name: Mention) -> int:
        """What stands around a name: a title, an age, "who", an apposition; against it, "the" and "in"."""
        t = self.t
        before = t.lower[name.title - 1] if name.title else ""
        after = t.word(name.last)
        if (name.title < name.at and is_titled(self.t, name)) or before in ("named", "called"):
            return 2
        if before.endswith("-year-old"):
            return 2  # "52-year-old *Zorvan Quill*"
        if after == "who" and before not in _AT:
            return 2
        if before == "the":
            return -2
        if before in WITHIN:
            return -1
        if before == "by" and t.lower[name.title - 3] == "as":
            return 0  # "As reported by Pellbury Weekly, former mayor Ann Marr left"
        score = 0
        if after == ",":
            score += 2 * (t.word(name.last + 1) == "who") + 4 * (age_after(t, name) != "")
            score += 2 * self._is_told_as_somebody(name)
            told = self._beside.told_after(name)
            # "Fang Xueyu, *general manager* of …", called Fang: no firm, and its family name comes first
            score += 2 * any(map(_is_somebodys, told)) + 2 * any(map(_is_no_body, told))
        if before == ",":
            role = self._beside.told_before(name)
            score += 2 * (role is not None and _is_somebodys(role))
        return score
