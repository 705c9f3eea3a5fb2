"""Who holds a role: "the mayor", by the roles that the article tells of the people it names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import Final, NamedTuple

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    CUE,
    DOCUMENT,
    LINK,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SPEECH,
    SUBJECT,
    TIME,
    VERB,
    WORD,
    forms_of,
)
from claimcli.lexicon.names import HE_OR_SHE, Gender, persons
from claimcli.parser.grammar import A_OR_AN, ARTICLES, POSSESSIVE_MARKS
from claimcli.parser.speakers.clause import before_the, is_subject
from claimcli.parser.speakers.entity import BODY, BY_PLACE, FORMER, Entity, Mention, Role
from claimcli.parser.speakers.heads import head_word
from claimcli.parser.speakers.phrase import LEAD, Phrase
from claimcli.parser.text import MONEY, Tokens

_MADE: Final = frozenset("conducted commissioned done released published issued".split())
_GOES_ON: Final = VERB | AUXILIARY | LINK | TIME | ADVERB | RELATIVE
_FINDINGS: Final = frozenset({"poll", "survey", "study", "report", "analysis"})
"""What is known by the name of its maker."""
OF_STATE: Final = frozenset({"president", "governor", "premier", "chancellor", "speaker", "secretary"})
"""Whom an article means by the word alone rather than who is that of some body: "the president", no union's."""
_OF_ANY_RANK: Final = frozenset({"diplomat", "official", "politician", "lawmaker"})
_EVERYBODYS: Final = frozenset("campaign candidacy bid career life childhood own".split())
_DISMISSING: Final = forms_of("fire oust sack dismiss")
_QUITTING: Final = forms_of("resign quit")
_HAVE_A_CHIEF: Final = frozenset({"staff", "campaign", "army", "navy", "military"})
_OF_WHAT: Final = frozenset({"of", "for"})
_SAME: Final = {"survey": "poll", "suit": "lawsuit", "groups": "organizations"}
_WHEN: Final = 7  # tokens: "released on Wednesday night by"
_RECENTLY: Final = 60  # tokens
_LOOK: Final = 16  # holders of a role, names of documents, tokens
_HEARER: Final = 3  # tokens: "told reporters that" she


class Named(NamedTuple):
    """A document or campaign that bears a name, and where: "the Marr Institute poll"."""

    at: int
    sentence: int
    noun: str
    name: str
    maker: Entity


def _first_mentioned(entity: Entity) -> int:
    return entity.mentions[0].at


class Holders:
    """Whom an article names by what they are: "the mayor" is who has, or will have, that role."""

    def __init__(self, t: Tokens, mentions: list[Mention]) -> None:
        self.t = t
        self._mentions = mentions
        # until they are asked for
        self._by_role: dict[str, list[Entity]] | None = None
        self._documents: dict[str, list[Named]] | None = None

    @property
    def _roles(self) -> dict[str, list[Entity]]:
        """Entities by the heads of their roles, with those whose roles were learnt."""
        if self._by_role is None:
            self._by_role = self._told_roles()
        return self._by_role

    def _told_roles(self) -> dict[str, list[Entity]]:
        """Entities by the heads of their roles, in the order of the text: whom "the mayor" may mean."""
        index: dict[str, dict[Entity, None]] = defaultdict(dict)
        office = persons().role
        for entity in dict.fromkeys([mention.entity for mention in self._mentions if mention.entity.roles]):
            for role in entity.roles:
                if entity.person or role.head not in persons().epithets:  # "the Independent MP" is no body
                    index[office(role.head)][entity] = None
        return {head: list(entities) for head, entities in index.items()}

    def learn(self, entity: Entity, role: Role) -> None:
        """Take in what a description has told of somebody: from now on "the justice" may mean them."""
        entity.add_role(role)
        known = self._roles.setdefault(persons().role(role.head), [])
        k = bisect_left(known, entity.mentions[0].at, key=_first_mentioned)
        if known[k : k + 1] != [entity]:
            known.insert(k, entity)

    def how_many(self, noun: str) -> int:
        """How many hold a role anywhere in the article: of "candidate" all candidates."""
        return sum(len(self._roles.get(head, ())) for head in persons().heads(noun))

    @property
    def documents(self) -> dict[str, list[Named]]:
        """The names of documents and campaigns by their noun."""
        if self._documents is None:
            self._documents = self._named_documents()
        return self._documents

    def _named_documents(self) -> dict[str, list[Named]]:
        """The names of documents and campaigns by their noun: where each stands, and whose it is.

        "the Marr Institute *poll*", "the survey, conducted by the Marr Institute"; polls and surveys are one.
        """
        t = self.t
        named: dict[str, list[Named]] = defaultdict(list)
        for m in self._mentions:
            body = m.entity.type is BODY
            name = m.entity.name
            if body and m.last - m.at > 1 and t.lower[m.last - 1] == "poll":
                named["poll"].append(Named(m.at, m.sentence, "poll", name, m.entity))  # "the *Marr Poll*"
                continue
            if m.modifier:
                noun = t.lower[m.last]
                if noun == "campaign" and m.entity.person:
                    name = " ".join(t.words(m.at, m.last).split())
                elif not (body and t.tag[m.last] & DOCUMENT):
                    continue
            else:
                noun = self._made_by(m) if body else ""
            if noun:
                long = not m.modifier and " of " in name
                whole = f"{noun} by {name}" if long else f"{name} {noun}"
                named[same_noun(noun)].append(Named(m.at, m.sentence, noun, whole, m.entity))
        for kind, several in named.items():  # one name for each: "poll", where the article says that, too
            called = {one.maker: one.name for one in reversed(several) if one.noun == kind}
            named[kind] = [one._replace(name=called.get(one.maker, one.name)) for one in several]
        return named

    def named(self, noun: str) -> list[Named]:
        """The documents of a kind that have names."""
        return self.documents.get(same_noun(noun), [])

    def has_one_maker(self, noun: str) -> bool:
        """Whether all documents of a kind that have names are of one maker."""
        return len({one.maker for one in self.named(noun)}) == 1

    def document(self, p: Phrase, whose: Entity | None) -> str | None:
        """The name of the document that "the poll" means: the last named before, else the first named after.

        "The PIA poll" has a name of its own, which speaks against others: it tells ``whose`` poll it is.
        """
        t, noun = self.t, p.word
        named = self.named(noun)
        k = bisect_left(named, p.head, key=BY_PLACE)
        before, after = named[max(0, k - _LOOK) : k], named[k : k + _LOOK]
        own = [part for k in range(p.first, p.head) if t.tag[k] & CAPITAL for part in t.lower[k].split("-")]
        own = [part for part in own if part not in ARTICLES]
        if own:
            fitting = (one.name for one in before + after if one.maker is whose or _has_parts(one.name, own))
            return max(fitting, key=len, default=None)
        nearest = before[::-1] or (after if noun in _FINDINGS or noun == "campaign" else [])
        if not nearest:
            return None
        return next((one for one in nearest if one.noun == noun), nearest[0]).name

    def _made_by(self, name: Mention) -> str:
        """The noun of what a body has made: "the *survey*, released in May by Marr Air", "a *poll* from Marr Air"."""
        t, by = self.t, before_the(self.t, name)
        after = t.what(name.last)
        modifies = after & WORD and not after & _GOES_ON  # "by the Danish *presidency*"
        if by < 2 or modifies or t.lower[by] not in ("by", "from"):
            return ""
        if t.lower[by - 1] in _FINDINGS:
            return t.lower[by - 1]
        if t.lower[by] == "from":
            return ""
        made = t.find_back(_MADE, by - 1, max(1, by - _WHEN))
        if not made:
            return ""
        noun = made - 1 - (t.lower[made - 1] == ",")
        return t.lower[noun] if t.tag[noun] & DOCUMENT else ""

    def near(self, p: Phrase, barred: frozenset[Entity]) -> list[Entity]:
        """Those who have, or will have, the role that a phrase names: the nearest before it, and after."""
        near: list[Entity] = []
        for head in persons().heads(head_word(self.t, p.first, p.head)):
            known = self._roles.get(head, [])
            if head == "candidate":
                seen = (
                    e for e in known if e.seen_at(p.first) >= 0 or not self._is_of_another_year(e.mentions[0])
                )
                known = [*seen]
            k = bisect_right(known, p.first, key=_first_mentioned)
            near += [entity for entity in known[max(0, k - _LOOK) : k + 2] if entity not in barred]
        return near

    def _is_of_another_year(self, name: Mention) -> bool:
        """Whether a sentence tells of some year: "Marr beat nominee *Tom Reed* in 2012", no "Reed, the nominee"."""
        t = self.t
        first, end = t.sentences[name.sentence]
        years = (k for k in range(first, end) if len(t.raw[k]) == 4 and t.raw[k].isdigit())
        told = name.title == first and t.word(name.last) == ","
        return not told and any(t.raw[k - 1] not in MONEY for k in years)

    def _has_left(self, p: Phrase, entity: Entity) -> bool:
        """Whether it is told before that somebody lost a post: "fired Chief *Ann Marr*", "Marr *was ousted*"."""
        t = self.t
        for name in entity.mentions[:_LOOK]:
            be = bool(t.what(name.last) & BE)
            lost = t.lower[name.title - 1] in _DISMISSING or t.word(name.last) in _QUITTING
            if name.at < p.first and (lost or (be and t.word(name.last + 1) in _DISMISSING)):
                return True
        return False

    def best(self, p: Phrase, barred: frozenset[Entity]) -> Entity | None:
        """Who holds the role that a phrase names: the most words in common, then the last mentioned.

        Of two in one sentence that is its subject: "Judge Marr wrote to Judge Reed. *The judge* said …".
        """
        oneself = says_of_oneself(p) if persons().role(p.word) == "candidate" else None
        scored = [
            (score, *self._named_at(entity, p), -n, entity)
            for n, entity in enumerate(self.near(p, barred))
            if oneself is None or entity.fits(oneself)
            if (score := self.agreement(p, entity)) is not None
        ]
        return max(scored, key=lambda item: item[:5])[5] if scored else None

    def _named_at(self, entity: Entity, p: Phrase) -> tuple[int, bool, int]:
        """The last sentence before a phrase that names somebody, whether as a subject there, and where it does."""
        last = entity.mention_before(p.first)
        if last is None:
            return -1, False, -1
        return last.sentence, last.sentence < p.sentence and is_subject(self.t, last), last.at

    def agreement(self, p: Phrase, entity: Entity) -> int | None:
        """How many words a phrase shares with somebody's role; None where they speak against each other."""
        lower, known = self.t.lower, persons()
        said = head_word(self.t, p.first, p.head)
        gender = known.gender.get(p.word)
        if gender and not entity.fits(gender):
            return None
        words = {part for i in range(p.first, p.last) for part in (lower[i], *lower[i].split("-"))} - ARTICLES
        if any(known.clash(words, role.words) for role in entity.roles):
            return None
        unseen = entity.seen_at(p.first) < 0
        best: int | None = None
        for role in entity.roles:
            if not role.is_of_a(said) or _is_other_office(role, p, said, words):
                continue
            own = entity.person and p.words == ["the", said] and is_of_its_own(role)
            if unseen and (own or self._tells_too_little(role, p, entity, said)):
                continue  # "the president" is no union’s president who is only named later
            if self._is_of_other_time(role, p, entity, said, words) or self._is_elsewhere(role, p, entity):
                continue
            past = role.former and not words & FORMER  # who is mayor now comes before
            shared = len(words & role.words.union(entity.words))
            best = max(best or 0, shared + (said in OF_STATE and not own) - past)
        return best

    def _tells_too_little(self, role: Role, p: Phrase, entity: Entity, said: str) -> bool:
        """Whether a phrase is hardly of somebody of that role who is only named later."""
        another = (
            p.head - p.first > 1 or p.word in self.t.lower[p.last : min(entity.since, p.last + _RECENTLY)]
        )
        if role.head != said and another:
            return True  # "the labor leader" is no chairman, nor "chief" behind another
        several = entity.person and p.is_the_word and self.how_many(said) > 1
        if (said in persons().epithets or several) and self._is_far(p, entity):
            return True  # "the second-term Republican" is no "Ann Marr, a Republican"
        return tells_other_body(role, p)  # nor "the leader *of the council*" "union leader Ann Marr"

    def _is_of_other_time(self, role: Role, p: Phrase, entity: Entity, said: str, words: set[str]) -> bool:
        """Whether somebody has had a role whose holder of now is told, or has a role whose former holder is."""
        if words & FORMER:
            return not (role.former or (role.head == said and self._has_left(p, entity)))
        if not role.former:
            return False
        oneself = says_of_oneself(p)
        # "the governor" is hardly a former one, who was not just mentioned
        return not (_was_just_seen(p, entity) and (oneself is None or entity.fits(oneself)))

    def _is_elsewhere(self, role: Role, p: Phrase, entity: Entity) -> bool:
        """Whether a name in a phrase is not of a role: "the Iowa senator" is no senator of Ohio."""
        lower, tag, known = self.t.lower, self.t.tag, persons()
        proper = {lower[i] for i in range(p.first, p.head) if tag[i] & CAPITAL} - ARTICLES - FORMER
        proper -= HE_OR_SHE.keys()
        if not proper or (proper & known.state_tails or proper) & role.words.union(entity.words):
            return False
        # "Arra’s *mayor* said no. … *Mayor* Ann Marr said so": soon enough
        soon = entity.seen_at(p.first) < 0 and 0 <= entity.mentions[0].sentence - p.sentence < LEAD
        return _has_proper(role) or (self._is_far(p, entity) and not soon)

    def _is_far(self, p: Phrase, entity: Entity) -> bool:
        """Whether a phrase is of somebody who was named so far, but not right before it."""
        new = p.opens in A_OR_AN or self.t.tag[p.first] & POSSESSIVE  # "a judge", "its chairman"
        return p.sentence >= LEAD and not new and not _was_just_seen(p, entity)


def _is_other_office(role: Role, p: Phrase, said: str, words: set[str]) -> bool:
    """Whether a role is not what a phrase tells: the deputy mayor is not the mayor, nor Pellbury’s Arra’s."""
    known = persons()
    if role.head != said and known.role(said) == "boss" and _is_chief_of_another(role, p):
        return True  # the president is no "chief of *staff*"
    if (role.words ^ words) & known.ranks and said not in _OF_ANY_RANK:
        return True
    return is_of_another(role, proper_behind(p)) or is_of_something_else(role, p)


def says_of_oneself(p: Phrase) -> Gender | None:
    """The gender of "The Democrat said *she* would stay", "vowed to keep *her* seat": who is mostly told of."""
    t, end = p.t, min(p.t.sentences[p.sentence][1], p.last + _LOOK)
    told = (k for k in range(p.last + 1, end) if t.lower[k] in HE_OR_SHE)
    at = next((k for k in told if t.tag[k] & SUBJECT or _is_somebodys(t, k) or _is_own(t, k)), p.last)
    if at == p.last or t.lower[at - 1] == ",":
        return None
    if _is_somebodys(t, at) and not t.holds(CAPITAL | ROLE | PEOPLE, p.last, at):
        return HE_OR_SHE[t.lower[at]]
    near = t.tag[at - _HEARER : at] if t.tag[at] & SUBJECT else t.tag[p.last : at - 2]
    return HE_OR_SHE[t.lower[at]] if any(what & CUE for what in near) else None


def _is_somebodys(t: Tokens, k: int) -> bool:
    """Whether "his" or "her" tells of what everybody has: "Marr spoke of *her* mother", not "blamed *her* bid"."""
    if not t.tag[k] & POSSESSIVE or (t.tag[k - 1] & CUE and not t.tag[k - 1] & SPEECH):
        return False
    return t.word(k + 1) in persons().kin or t.word(k + 1) in _EVERYBODYS


def _is_own(t: Tokens, k: int) -> bool:
    """Whether "his" or "her" tells what somebody is to do with: "to keep *her* seat", not "to beat *her* in Arra"."""
    if t.lower[k - 2] != "to" or not t.tag[k] & POSSESSIVE or k + 1 >= len(t.raw):
        return False
    return not t.tag[k + 1] & PREPOSITION


def proper_behind(p: Phrase) -> set[str]:
    """The names behind "of" or "in" that tell of what somebody is it: "the mayor *of Arra*", "the chief *in Arra*"."""
    of = p.head + 1
    if p.t.word(of) not in ("of", "in"):
        return set()
    return {p.t.lower[k] for k in range(of + 1, p.last) if p.t.tag[k] & CAPITAL}


def is_of_another(role: Role, of: set[str]) -> bool:
    """Whether a role is of something else: of Arra, not of Pellbury; of the Tea Institute, not of the Tea Board."""
    words = role.text.partition(" of ")[2].split()
    own = {word.lower() for word in words if word[:1].isupper()}
    return bool(own - of and of - own)


def is_of_something_else(role: Role, p: Phrase) -> bool:
    """Whether common words tell that a role is another: "head of *research*", "head of *sales*".

    So is a union’s spokesman, who is not "*the company’s* spokesman", nor its head "the head of *the guild*".
    """
    t, kinds = p.t, persons().is_of_a_kind
    mark = t.find(POSSESSIVE_MARKS, p.first, p.head, 0)
    if mark:
        bodies = [word for word in role.words if word in persons().kinds]
        return bool(bodies) and not any(kinds(t.lower[mark - 1], [one]) for one in bodies)
    said = t.raw[p.head + 2 : p.last] if t.word(p.head + 1) in _OF_WHAT else []
    words = role.text.split()
    told = words[next((k for k, word in enumerate(words, 1) if word in _OF_WHAT), len(words)) :]
    if not (told and said and all(map(str.islower, told + said))) or not {*told}.isdisjoint(
        {*said} - ARTICLES
    ):
        return False
    if ARTICLES.isdisjoint((told[0], said[0])):
        return True
    ours, theirs = ([word for word in of if word in persons().kinds] for of in (told, said))
    return bool(ours and theirs) and not any(kinds(one, ours) for one in theirs)


def tells_other_body(role: Role, p: Phrase) -> bool:
    """Whether a role and a phrase tell of what, in no word alike: "union leader", "leader *of Arra council*"."""
    if p.t.word(p.head + 1) not in _OF_WHAT:
        return False
    own = role.words - {role.head, *p.t.lower[p.first : p.head]} - FORMER - persons().ranks
    return bool(own) and own.isdisjoint(p.t.lower[p.head + 2 : p.last])


def _is_chief_of_another(role: Role, p: Phrase) -> bool:
    """Whether a chief is of what another office is not: "the *police* chief", "the chief of *staff*", no president."""
    t = p.t
    what = t.word(p.head + 2) if t.word(p.head + 1) == "of" else t.lower[p.head - 1]
    return (what in persons().fields or what in _HAVE_A_CHIEF) and what not in role.words


def is_of_its_own(role: Role) -> bool:
    """Whether a role is of some body: "president of the guild", "union president", no title as "House Speaker"."""
    words = role.text.split()
    return len(words) > 1 and role.head in words


def same_noun(noun: str) -> str:
    """Under which word something is known: a survey is a poll."""
    return _SAME.get(noun, noun)


def _has_parts(name: str, parts: list[str]) -> bool:
    """Whether a name has words, or words with initials: "Quinnipiac poll" is "the Q poll"."""
    words = name.lower().replace("-", " ").replace("/", " ").split()
    return all(any(word.startswith(part) for word in words) for part in parts)


def _was_just_seen(p: Phrase, entity: Entity) -> bool:
    seen = entity.seen_at(p.first)
    return seen >= 0 and p.first - seen <= _RECENTLY


def _has_proper(role: Role) -> bool:
    """Whether a role tells a place or a body of its own: "Vermont senator", not "Senator"."""
    plain = {role.head, "former", *role.head.split("-")}
    return not persons().state_tails.isdisjoint(role.words) or any(
        word[:1].isupper() and word.lower() not in plain for word in role.text.split()
    )
