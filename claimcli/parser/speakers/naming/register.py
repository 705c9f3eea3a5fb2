"""Who is who: the names of an article gathered into entities, each name decided."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import Final

from claimcli.lexicon import (
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    CUE,
    DOCUMENT,
    HONORIFIC,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    ORGANIZATION,
    PREPOSITION,
    RELATIVE,
    SUBJECT,
    TAGS,
    UNKNOWN,
    VERB,
    VERB_PAST,
)
from claimcli.lexicon.kinds import body_of, kind_of
from claimcli.lexicon.names import given_names, persons
from claimcli.model import Speaker
from claimcli.parser.grammar import POSSESSIVE_MARKS, opening_bracket
from claimcli.parser.speakers.clause import after_seat, before_article, is_modifier, is_subject, says
from claimcli.parser.speakers.entity import BODY, BY_PLACE, GROUP, PERSON, Entity, Mention, Role, Words
from claimcli.parser.speakers.naming.appositions import phrase_before
from claimcli.parser.speakers.naming.beside import Beside
from claimcli.parser.speakers.naming.evidence import Evidence, is_place
from claimcli.parser.speakers.naming.found import find_names
from claimcli.parser.speakers.naming.known_names import KnownNames
from claimcli.parser.speakers.naming.namesakes import (
    is_of_other_gender,
    is_of_the_family,
    mattering,
    the_one_meant,
)
from claimcli.parser.speakers.naming.spelling import composed, is_adjective
from claimcli.parser.speakers.roles import letters_of_post
from claimcli.parser.text import CLOSED_BY, Tokens

_BEFORE_FIRST_NAMES: Final = frozenset(
    "sir dame king queen prince princess pope saint brother sister father mother lord lady wife husband son daughter "
    "uncle aunt bishop archbishop archdeacon canon rabbi".split()
)
_OF_CLERGY: Final = frozenset({"reverend", "father", "monsignor", "venerable"})
"""Styles that tell less of somebody than any office."""
_OF_ANOTHER: Final = frozenset({"rival", "opponent", "counterpart", "predecessor"})
"""What tells only where somebody stands to another, and is no role to show."""
_COMMON: Final = ~(UNKNOWN | CUE)  # what the lexicon knows of common words
_NO_TITLE: Final = PREPOSITION | OPENS_NOUN | AUXILIARY | COORDINATOR | SUBJECT | RELATIVE
_TITLE: Final = 3  # tokens before a name that no list knows as its title
_ALIASES: Final = 24
_OF_A_STATE: Final = frozenset(
    "ministry department court parliament senate assembly legislature army navy police embassy treasury".split()
)
"""Words of bodies of which every state has one."""


def _is_role_of(entity: Entity, role: Role) -> bool:
    """Whether a role is shown: of a person any but "rival", of a body what bodies are: "airline", but no "chief"."""
    if entity.type is not PERSON:
        return bool(kind_of(role.head) & ORGANIZATION)
    return role.head.rpartition("-")[2] not in _OF_ANOTHER


class Register:
    """The entities of an article, and which of them each name stands for."""

    def __init__(self, t: Tokens) -> None:
        self.t = t
        names = find_names(t)
        self._beside = Beside(t)
        evidence = Evidence(t, self._beside)
        self.known = KnownNames(t, evidence, names)
        self._places = evidence.places
        self.mentions: list[Mention] = []
        self._no_names: set[str] = set()
        self._by_state: dict[Words, dict[str, Entity]] = {}
        self._posts: dict[str, Entity] = {}  # who was told last to hold one, by its letters: "PM"
        self._firms: bool | None = None  # whether the article calls somebody a firm, once that is asked
        self._decide(names)
        evidence.tell_genders(self.mentions)
        self._firsts = [mention.at for mention in self.mentions]

    def _tells_of_a_firm(self) -> bool:
        """Whether the article calls somebody a firm."""
        if self._firms is None:
            sorts = persons().sorts
            self._firms = any("firm" in sorts[word] for word in sorts.keys() & set(self.t.lower))
        return self._firms

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

    def person_ending(self, last: int) -> Mention | None:
        """The person’s name that ends before the token ``last``."""
        mention = self.ending(last)
        return mention if mention and mention.entity.person else None

    def person_at(self, first: int) -> Mention | None:
        """The person’s name that begins at a token with its titles."""
        mention = self.after(first)
        return mention if mention and mention.title == first and mention.entity.person else None

    def told_of(self, first: int) -> Mention | None:
        """The name before words that tell of it: "*Marr Air*, | an airline", "*Ann Marr*, 54, | a baker"."""
        lower, end = self.t.lower, first - 1
        if end < 1 or lower[end] not in CLOSED_BY:
            return None
        end -= 2 * (lower[end - 2] == "," and bool(self.t.tag[end - 1] & NUMBER))
        if lower[end - 1] == ")":
            end = opening_bracket(self.t, 0, end - 1)
        name = self.ending(end)
        if name is not None and lower[name.title - 1] in ("of", "from"):
            return self.ending(name.title - 1) or name  # "Ann Marr of Arra, | a baker"
        return name

    def within(self, first: int, last: int) -> list[Mention]:
        """The names that begin among the tokens first..last."""
        return self.mentions[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]

    def people_within(self, first: int, last: int) -> list[Mention]:
        """The names of people that begin among the tokens first..last."""
        return [name for name in self.within(first, last) if name.entity.person]

    def apposed(self, comma: int) -> Mention | None:
        """The name that follows a description and its comma."""
        k = bisect_right(self._firsts, comma)
        if k == len(self._firsts) or before_article(self.t, self.mentions[k]) != comma:
            return None
        mention = self.mentions[k]
        return mention if phrase_before(self.t, mention) else None

    def set_off(self, comma: int, somebody: bool) -> Mention | None:
        """Somebody’s full name after a comma and before another: "a third farmer, *Ann Marr*, said".

        Behind what names ``somebody`` it may also end the sentence, and have a title before it: "said the envoy at
        the time, *Tom Reed*.", "one farmer, organic grower *Ann Marr*, said".
        """
        t, lower, tag = self.t, self.t.lower, self.t.tag
        if comma + 1 >= len(t.raw) or lower[comma] not in CLOSED_BY:
            return None
        begin = comma + 1 + (somebody and lower[comma + 1] == "the")  # "her aide, the late *Tom Reed*, said"
        reach = begin + _TITLE * somebody
        names = self.people_within(begin, reach + _TITLE)
        mention = next((name for name in names if name.title <= reach), None)
        if mention is None or mention.last - mention.at < 2:
            return None
        led = all(not what & _NO_TITLE for what in tag[begin : mention.title])
        last = mention.last
        if somebody and t.word(last) == "of":
            last = after_seat(t, last, len(t.raw))  # "Ann Marr of the Arra Institute"
        after = t.word(last)
        closed = after in ("", "(", CLOSED_BY[lower[comma]], ",") or (somebody and after in (".", ";", "who"))
        return mention if led and closed else None

    def speaker(self, entity: Entity) -> Speaker:
        """An entity as a speaker, made once, so that every claim of it holds the same."""
        if entity.made is None:
            entity.made = self._make(entity)
        return entity.made

    def _make(self, entity: Entity) -> Speaker:
        name = composed(entity.name)
        if not entity.named:
            return Speaker(name, None, (), entity.type)
        forms: dict[str, None] = {}
        raw, words = self.t.raw, self.t.words
        for mention in entity.mentions:
            title, at, last = mention.title, mention.at, mention.last
            forms[raw[at] if last - at == 1 else words(at, last)] = None
            if title < at:
                forms[words(title, last)] = None
        forms.update(dict.fromkeys(entity.described))
        names = dict.fromkeys([composed(" ".join(form.split())) for form in [*forms][:_ALIASES]])
        roles = [role for role in entity.roles if _is_role_of(entity, role)]
        told = roles[0] if roles else None
        if told and told.head in _OF_CLERGY:
            told = next((role for role in roles if role.head not in _OF_CLERGY), told)
        if told is not None:  # "*foreign* minister", where it was "minister" first
            fuller = (role for role in roles if role.text.endswith(f" {told.text}") and not role.former)
            told = max(fuller, key=lambda role: len(role.text), default=told)
        aliases = tuple([alias for alias in names if alias != name])
        return Speaker(name, told.text if told else None, aliases, entity.type)

    # ---- every name is decided -----------------------------------------------------------------

    def _decide(self, names: list[Mention]) -> None:
        openers: dict[Words, list[Mention]] = defaultdict(list)
        for name in names:
            if name.headline:
                self._decide_headline(name)
                continue
            entity = self._called_by_post(name) or self.known.by_words.get(name.words)
            if entity is None or (name.title < name.at and is_of_other_gender(self.t, name, entity)):
                entity = self._short_form(name)
            if entity is not None:
                self._settle(name, entity)
            elif name.last - name.title == 1:
                openers[name.words].append(name)
        self._decide_openers(openers)

    def _decide_openers(self, openers: dict[Words, list[Mention]]) -> None:
        """Find names that only open a sentence where they stand first: "*Arrowline* cuts jobs. … said Arrowline".

        Elsewhere these do something, too: "Covid is near. … Few died of Covid" tells of no body.
        """
        for words, names in openers.items():
            entity = self.known.by_words.get(words)
            if entity is None or entity.type is not BODY:
                continue
            if any(is_subject(self.t, name) for name in entity.mentions):
                for name in names:
                    self._settle(name, entity)
                entity.mentions.sort(key=BY_PLACE)
                self.mentions.sort(key=BY_PLACE)

    def _settle(self, name: Mention, entity: Entity) -> None:
        """Take in a name and what stands beside it, now that it is known whose it is."""
        title, last = name.title, name.last
        if entity.type is BODY and self.t.lower[title - 1] in POSSESSIVE_MARKS and title > 1:
            entity = self._of_its_state(name, entity)
        known = len(entity.roles)
        self._beside.read(name, entity)
        for role in entity.roles[known:] if entity.person else ():
            self._posts.update(dict.fromkeys([*letters_of_post(role), role.text.lower()], entity))
        name.entity = entity
        name.modifier = is_modifier(self.t, last)
        entity.mentions.append(name)
        if last - name.at > 1:
            entity.named_at = name.sentence
        self.mentions.append(name)

    def _of_its_state(self, name: Mention, entity: Entity) -> Entity:
        """One state's body that others have, too: "*Norway’s Health Ministry*", "*Sweden’s*"."""
        mark = name.title - 1
        owner = self.mentions[-1] if self.mentions else None
        state = self.t.words(owner.at if owner is not None and owner.last == mark else mark - 1, mark)
        word = "-".join(state.lower().split())
        if not is_place(word) or _OF_A_STATE.isdisjoint(name.words):
            return entity
        bodies = self._by_state.setdefault(name.words, {})
        if state not in bodies:
            whole = f"{state}’s {self.t.words(name.at, name.last)}"
            bodies[state] = Entity(whole, BODY, entity.words) if bodies else entity
            bodies[state].name = whole
        self.known.by_words[name.words] = bodies[state]  # who is named so without a state from now on
        return bodies[state]

    def _called_by_post(self, name: Mention) -> Entity | None:
        """Whose post a name is the letters of: "Prime Minister Ann Marr … The *PM* said"; no "CEO of Marr Air"."""
        at, lower = name.at, self.t.lower
        whole = self._posts.get(" ".join(name.words)) if len(name.words) > 1 else None
        if whole is not None and lower[at - 1] == "the":
            return whole  # "German Chancellor Ann Marr … *The German Chancellor*"
        if not at or lower[at] not in self._posts or lower[at - 1] != "the" or not self.t.raw[at].isupper():
            return None
        if self.t.tag[at] & OBJECT:
            return None  # "the US"
        return None if self.t.word(name.last) in ("of", ",") else self._posts[lower[at]]

    def _short_form(self, name: Mention) -> Entity | None:
        """Whom a surname, a first name, an acronym or a part of a longer name stands for."""
        word = name.words[0]
        paper = self.t.lower[name.at - 1] == "the" and TAGS.get(word, 0) & DOCUMENT
        if word in self._no_names or (paper and word in given_names()):
            return None  # "*The Bill* would require it" is not Bill Marr
        has_title = name.title < name.at
        namesakes = self.known.by_last.get(word)
        bearers = self.known.by_first.get(word, [])  # "Premier Zafir Marr … Mr *Zafir*", whom none calls Marr
        sole = len(bearers) == 1 and bearers[0].words[-1] not in self.known.alone
        christened = has_title and word in given_names() and not sole
        if (namesakes is None and not christened) or self._is_called_sir(name):
            # "Ms. Gao" for Gao Junlan, whose family name comes first; "Sir Tom" for Tom Reed
            namesakes = self.known.by_first.get(word, namesakes)
        firm = None if has_title else self.known.bodies.get(name.words)
        if namesakes is None:
            return firm or self._new_single(name, word)
        if firm is not None and firm.mentions and all(one.since > name.at for one in namesakes):
            if persons().may_call("company", firm.words):
                return firm  # "Marr Foods met. *Marr* said no. Its founder, Ann Marr, left"
        if len(namesakes) == 1 and has_title and is_of_the_family(self.t, name, namesakes[0]):
            another = Entity(self.t.words(name.at, name.last), PERSON, name.words)
            another.since = name.at
            namesakes.append(another)  # whom no first name tells
        if len(namesakes) == 1:
            self.known.by_words[name.words] = namesakes[0]
            return namesakes[0]
        return the_one_meant(self.t, name, namesakes, word in self.known.bare)

    def _is_called_sir(self, name: Mention) -> bool:
        """Whether a title stands before first names: "*Sir* Tom", "*Princess* Ann", "*Sister* Ann"."""
        return name.title < name.at and self.t.lower[name.at - 1] in _BEFORE_FIRST_NAMES

    def _new_single(self, name: Mention, word: str) -> Entity | None:
        """Something of one name only ("NATO"); no common word that opens a sentence."""
        t = self.t
        what = t.tag[name.at]
        if what & HONORIFIC and t.raw[name.at].isupper() and t.lower[name.at - 1] == "the":
            what = UNKNOWN  # "the SEC" is no secretary
        if (
            # "*Unite*, the union"
            (what & _COMMON and not (what & VERB and self._is_told_to_be_a_body(name)))
            or is_adjective(t.raw[name.last - 1])
            or word in persons().somebody
            or word in persons().bodies  # "the NGO"
            or body_of(word)  # "super PACs"
        ):
            self._no_names.add(word)
            return None
        meant = self.known.meant_by_misspelling(word)
        if meant is not None:
            self.known.by_words[name.words] = meant
            return meant
        opens = name.title == name.at and (
            name.title == t.sentences[name.sentence][0] or t.tag[name.title - 1] == 0
        )
        opens = opens and not self._does_what_names_do(name)
        plain = t.raw[name.at][1:].islower() and not word.endswith(("’s", "'s"))
        # "Dallas", "Georgia" alone; "in Savannah"
        place = is_place(word) or word in self._places
        given = {} if place else given_names()
        named = word in given and (t.lower[name.title - 1] == "," or says(t, name) > 0)
        if opens and plain and not named and not self._is_told_to_be_a_body(name):
            return None  # unlike "FDA", "CalMarr", "Marr’s"
        kind = PERSON if word in given else BODY
        if kind is BODY and word[-1] == "s" and word[:-1] in self.known.by_last:
            kind = GROUP  # "the Marrs"
        entity = Entity(t.words(name.at, name.last), kind, name.words, True, given.get(word))
        self.known.by_words[name.words] = entity
        return entity

    def _does_what_names_do(self, name: Mention) -> bool:
        """Whether a word that no list knows says something where it opens a sentence: "*Arrowline* said".

        It is a firm, where the article speaks of one; else somebody whose first name it does not tell.
        """
        t, last = self.t, name.last
        last += t.word(last) == "has"
        what = t.what(last)
        said = what & CUE and what & VERB_PAST
        return bool(said) and self._tells_of_a_firm()

    def _is_told_to_be_a_body(self, name: Mention) -> bool:
        """Whether what a body is stands beside a name: "the operator, *Arrowline*, said", "*Arrowline*, an airline"."""
        t, kind = self.t, name.title - 2
        if t.word(name.last) not in (",", "."):
            return False
        if t.lower[name.title - 1] != ",":
            if t.word(name.last + 1) in persons().companies:
                return True  # "*Arrowline*, Inc."
            return any(kind_of(role.head) & ORGANIZATION for role in self._beside.told_after(name))
        return kind >= 0 and not t.tag[kind] & CAPITAL and bool(kind_of(t.lower[kind]) & ORGANIZATION)

    def _decide_headline(self, name: Mention) -> None:
        """Find known names among the capitalised words of a headline, the longest first."""
        lower = self.t.lower
        i = name.at
        while i < name.last:
            for n in (4, 3, 2, 1):
                words = tuple(lower[i : i + n])
                if i + n > name.last:
                    continue
                entity = self.known.by_words.get(words) or self.known.bodies.get(words)
                if entity is None and n == 1 and self.known.by_last.get(words[0]):
                    entity = min(self.known.by_last[words[0]], key=mattering)
                if entity is None and n == 1 and words[0] in given_names():
                    called = self.known.by_first.get(words[0], [])
                    entity = called[0] if len(called) == 1 else None
                if entity is not None:
                    mention = Mention(i, i, i + n, name.sentence)
                    mention.entity, mention.modifier = entity, is_modifier(self.t, i + n)
                    entity.mentions.append(mention)
                    self.mentions.append(mention)
                    i += n - 1
                    break
            i += 1
