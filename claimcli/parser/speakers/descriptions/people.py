"""People described: "the former secretary-general", "the 54-year-old", "a county judge", "the two"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    DOCUMENT,
    HONORIFIC,
    ORGANIZATION,
    PEOPLE,
    POSSESSIVE,
    ROLE,
    VERB_ING,
    WORD,
    singular,
)
from claimcli.lexicon.kinds import body_of, kind_of
from claimcli.lexicon.names import HE_OR_SHE, Gender, persons
from claimcli.parser.grammar import ARTICLES, POSSESSIVE_MARKS
from claimcli.parser.speakers.by_name.several import THEIRS
from claimcli.parser.speakers.descriptions.called_again import contrasted, the_person_just_named
from claimcli.parser.speakers.descriptions.traits import (
    ANY_ONE,
    NAMELESS,
    age_told,
    is_definite,
    last_before,
    owner_of,
)
from claimcli.parser.speakers.entity import Entity, is_joint
from claimcli.parser.speakers.heads import head_of, is_owned, is_somebody, is_thing
from claimcli.parser.speakers.naming.appositions import phrase_before
from claimcli.parser.speakers.phrase import DEFINITE, LEAD, Answer, Phrase
from claimcli.parser.speakers.pronouns.opening import opening_of
from claimcli.parser.speakers.pronouns.rules import PRONOUNS
from claimcli.parser.text import QUOTATION

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

_NO_MORE: Final = frozenset({"two", "pair", "both", "duo", "couple"})
"""What tells no more of two than that they are two."""
_PAIR: Final = _NO_MORE | {"friends"}
_OF_A_FAMILY: Final = frozenset("brothers sisters siblings twins spouses newlyweds couple cousins".split())
_MANY: Final = {"two": 2, "three": 3, "four": 4}
_OF_GENDER: Final = {"men": Gender.MALE, "women": Gender.FEMALE}
_JUST_NOW: Final = 4  # sentences
_BY_TURNS: Final = 6  # sentences
_OF_AGE: Final = 18  # years
_WHOSE: Final = frozenset({*HE_OR_SHE, "whose"})
_INTRODUCED: Final = 4  # mentions of somebody that may tell whose they are


def the_pair(w: Walk, p: Phrase) -> Answer | None:
    """ "The two said …", "Both women said …", "The couple said …": the last joint speakers, or the only two near."""
    words = p.words
    if len(words) > 3 or _PAIR.isdisjoint(words) or words[0] not in ("the", "both"):
        return None  # "two officials said": anybody
    if w.t.word(p.last) == "who" or p.word in THEIRS:
        return None  # "the two bakers who left", "both campaigns"
    if words[-1] in _NO_MORE and (just_named := _two_who_open(w, p)):
        return just_named
    last = w.look(p, w.others, lambda m: _are_two(m.entity), 12, "the pair: last joint speakers")
    things = kind_of(p.word) & (ORGANIZATION | DOCUMENT) or body_of(p.word)  # "both *clubs*"
    if last is None and not things and words[-1] != "couple":
        near = [m for m in w.people.back(p.first) if p.sentence - m.sentence <= _BY_TURNS]
        spoke = [m for m in near if m.speaks]
        one = singular(p.word)
        many, told = w.holders.how_many(one), [m for m in spoke if m.entity.is_told_to_be(one)]
        if many > 1 or (many and not told) or one in persons().epithets:
            spoke = told  # "both *candidates*" are no two voters
        here = w.paragraph_of(p.sentence)
        beside = [m for m in spoke if w.paragraph_of(m.sentence) == here]
        for near in (beside, spoke):
            two = list(dict.fromkeys(m.entity for m in reversed(near) if m.entity.named))
            if len(two) == 2:
                return w.joint(*two), "the pair: the only two who spoke"
        last = w.look(
            p, w.others, lambda m: m.entity.words[:1] == ("two",), _BY_TURNS, "the pair: last two described"
        )
    return last


def _two_who_open(w: Walk, p: Phrase, or_named: bool = True) -> Answer | None:
    """ "*Ann Marr and Tom Reed* met. The two said …": who open the sentence before, or else are all it names."""
    opening, first = opening_of(w.t, p.sentence - 1, p.first), w.t.sentences[p.sentence - 1][0]
    # no "Ann Marr, Ida Holt and Tom Reed met"
    if opening is not None and "," not in w.t.lower[first : opening[1]]:
        two = w.meant(*opening, None)[0]
        if two is not None and _are_two(two):
            return two, "the pair: who open the sentence before"
    named = (
        list(dict.fromkeys(m.entity for m in w.register.people_within(first, p.first))) if or_named else []
    )
    return (w.joint(*named), "the pair: who are named in the sentence before") if len(named) == 2 else None


def _are_two(entity: Entity) -> bool:
    """Whether two speak as one: "Ann Marr and Tom Reed", not three."""
    return is_joint(entity) and entity.name.count(" and ") == 1 and ", " not in entity.name


def the_siblings(w: Walk, p: Phrase) -> Answer | None:
    """ "Ann Marr sang. Her sister Eve Marr danced. The sisters said …": two of one surname, the last named."""
    if p.word not in _OF_A_FAMILY:
        return None
    gender = persons().gender.get(singular(p.word))
    for trace in w.people.back(p.first):
        family = w.register.known.by_last.get(trace.entity.words[-1], []) if trace.entity.named else []
        named = [one for one in family if one.since < p.first and len(one.words) > 1]
        if len(named) == 2 and (gender is None or all(one.fits(gender) for one in named)):
            return w.joint(*named), "both of that surname"
    return _two_who_open(w, p, False) if p.is_the_word else None


def those_last_named(w: Walk, p: Phrase) -> Answer | None:
    """ "Ann Marr met Tom Reed. Both women said …", "All three mayors said …": the people last named, if so many.

    "Sens. Ann Marr and Tom Reed met. The *senators* said …": all of that role, where there are two.
    """
    lower, one, gender = w.t.lower, singular(p.word), _OF_GENDER.get(p.word)
    counted = p.head > p.first and p.opens in ("the", "all")
    many = 2 if p.opens == "both" else _MANY.get(lower[p.first + 1], 0) if counted else 0
    role = p.is_the_word and p.opens == "the" and p.what & PEOPLE and not gender
    kind = role and w.holders.how_many(one) == 2
    if not (p.bare and (kind or (many and (gender or one in persons().epithets)))):
        return None
    many = many or 2
    # "Two *senators* objected. The senators": others
    since = last_before(w, p.word, p.first) if kind else None
    named: dict[Entity, None] = {}
    sentence = p.sentence
    for trace in w.people.back(p.first):
        if trace.sentence < sentence and len(named) >= many:
            break
        sentence = trace.sentence
        if p.sentence - sentence > _JUST_NOW or (since is not None and trace.at < since):
            break
        told = trace.entity.is_told_to_be(one)
        plies = any(role.head in persons().trades for role in trace.entity.roles)  # no "both candidates"
        fits = trace.entity.fits(gender) if gender else told or not (kind or plies)
        if trace.entity.named and fits:
            named[trace.entity] = None
    if len(named) != many:
        return None
    return w.joint(*reversed(named)), "the people last named, as many"


def the_one_before(w: Walk, p: Phrase) -> Answer | None:
    """ "Ann Marr, a baker *seeking* a seat", "Ann Marr, a friend of mine *told* Reed": whose apposition it is."""
    t = w.t
    name = w.register.told_of(p.first) if p.opens in ARTICLES else None
    if name is None:
        return None
    tells = p.claim is not None and p.claim.content[0][0] > p.first  # no "“Marr,” an aide said, “left”"
    quoted = name.title - 1  # "“No,” *Ann Marr*, an aide said."
    tells = tells or (t.lower[quoted] == QUOTATION and "," in t.text[t.end[quoted] - 2 : t.end[quoted]])
    unclosed = tells and p.opens != "the" and not t.tag[name.title - 1] & WORD
    if not (unclosed or (p.bare and t.what(p.last) & VERB_ING)):
        return None
    one = not is_thing(p.word) if name.entity.person else kind_of(p.word) & ORGANIZATION
    return (name.entity, "whose apposition it is") if one else None


def the_age(w: Walk, p: Phrase) -> Answer | None:
    """ "The 54-year-old said …": who is 54."""
    age, _, rest = p.word.partition("-")
    if rest != "year-old":
        return None
    return w.look(p, w.people, lambda m: m.entity.age == age, 40, "age")


def the_role(w: Walk, p: Phrase) -> Answer | None:
    """ "The former secretary-general said …": who has that role, by most of the words."""
    roles = ROLE | ORGANIZATION | HONORIFIC
    if not is_definite(p) or not (p.what & roles or is_somebody(w.t, p.head)):
        return None
    if p.alone and (p.word in persons().epithets or p.word in ANY_ONE):
        return None  # "Republican": of that party, no one of it; "official", in a headline: any
    seats = {name.entity for name in w.register.within(p.first, p.last) if not name.entity.person}
    entity = w.holders.best(p, w.named_in(p.claim) | seats | contrasted(w, p))  # "the Luton MP" is no Luton
    if entity is None or _is_anothers(w, p, entity) or _is_told_otherwise(w, p, entity):
        return None
    seen, age = entity.seen_at(p.first), age_told(p)
    if age and entity.age != age and (entity.age or seen < 0):
        return None  # "the *44-year-old* nurse" is no nurse of another age, or who is first named later
    if p.is_the_word and entity.person:
        entity = _who_spoke_of(w, p, entity) or entity
        if _somebody_else_is_spoken_of(w, p, entity) or _is_one_of_several(w, p, entity):
            return None
    # "Her friend" is no one else’s.
    somebodys = p.word in persons().related and is_owned(w.t, p.first, p.head)
    loose = somebodys or (not entity.person and p.opens in DEFINITE and p.is_the_word)
    near = p.sentence - w.sentence_of(seen) <= 1 if seen >= 0 else _is_kin_named_next(w, p, entity)
    return (entity, "role") if near or not loose or _is_kin_of(w, p, entity) else None


def the_spouse(w: Walk, p: Phrase) -> Answer | None:
    """ "Ann Reed’s *husband*, Tom Reed, sings. … Ann Reed said *her husband* …": the only one of that surname."""
    if p.word not in ("husband", "wife") or not p.bare or not is_owned(w.t, max(p.first, p.head - 1), p.head):
        return None
    owner = owner_of(w, p)
    if owner is None or not (owner.named and owner.person):
        return None
    family = [one for one in w.register.known.by_last.get(owner.words[-1], []) if one is not owner]
    one = family[0] if len(family) == 1 and len(family[0].words) > 1 else None
    if one is None or one.gender is not persons().gender[p.word]:
        return None
    told = {role.head for role in (*one.roles, *owner.roles)} & persons().kin  # a daughter, his mother
    child = any(age.isdigit() and int(age) < _OF_AGE for age in (one.age, owner.age))
    return None if child or told - {"husband", "wife"} else (one, "the one of that surname")


def _is_told_otherwise(w: Walk, p: Phrase, entity: Entity) -> bool:
    """Whether another has just spoken, and capitals tell what is new: "*The Liberal mayor* said", of "Mayor Marr"."""
    told = {word.lower() for word in p.t.raw[p.first + 1 : p.head] if word[0].isupper()}
    known = frozenset(entity.words).union(*[role.words for role in entity.roles])
    new = p.opens == "the" and entity.person and told and told.isdisjoint(known)
    spoke = w.last_trace(p, w.people, lambda m: m.speaks and m.sentence < p.sentence, 1) if new else None
    return spoke is not None and spoke.entity is not entity and spoke.entity.named


def _is_kin_of(w: Walk, p: Phrase, entity: Entity) -> bool:
    """Whether somebody of the family was named before: "Tom Reed’s mother, *Jane Reed* … His mother"."""
    if p.word not in persons().kin or p.opens not in HE_OR_SHE or entity.seen_at(p.first) < 0:
        return False
    owner = owner_of(w, p)
    if owner is None or not owner.named:
        return False
    return owner.words[-1:] == entity.words[-1:] or owner in _introduced_by(w, entity)


def _is_kin_named_next(w: Walk, p: Phrase, entity: Entity) -> bool:
    """Whether a lead tells whose kin spoke, and then who: "*Reed’s Son* Says No / His son, *Tom Reed*, said"."""
    if p.sentence >= LEAD or p.word not in persons().kin or entity.mentions[0].sentence > p.sentence + LEAD:
        return False
    mark = w.t.find(POSSESSIVE_MARKS, p.first, p.head, 0)
    return mark > 0 and w.t.lower[mark - 1] == entity.words[-1]


def _is_one_of_several(w: Walk, p: Phrase, entity: Entity) -> bool:
    """Whether several are spoken of after somebody: "Minister *Ann Marr* left. Officials wept. *The official* said"."""
    if p.word not in NAMELESS or any(role.head == p.word for role in entity.roles):
        return False
    several = last_before(w, f"{p.word}s", p.first)
    return several is not None and several > entity.seen_at(p.first) >= 0


def _who_spoke_of(w: Walk, p: Phrase, named: Entity) -> Entity | None:
    """Who has just spoken of another of that role: "Sen. *Marr* said Sen. Reed was late. The senator said …"."""
    spoke = w.last_trace(p, w.people, lambda m: m.speaks and m.sentence < p.sentence, 1)
    if spoke is None or named.seen_at(p.first) <= spoke.at or w.holders.agreement(p, spoke.entity) is None:
        return None
    return spoke.entity


def two_roles(w: Walk, p: Phrase) -> Answer | None:
    """ "The tycoon and former mayor said …": who has one of both roles."""
    t = w.t
    joint = t.find({"and"}, p.first + 1, p.last - 1, 0)
    if not joint:
        return None
    for first, last in ((joint + 1, p.last), (p.first, joint)):
        one = p.part(first, last, head_of(t, first, last) or first)
        answer = the_role(w, one) or the_person_just_named(w, one)
        if answer is not None:
            return answer
    return None


def _somebody_else_is_spoken_of(w: Walk, p: Phrase, entity: Entity) -> bool:
    """Whether a paragraph speaks of another: "Ann Marr was late. *The senator* said …", where Tom Reed is far."""
    first = w.paragraph_of(p.sentence)
    seen = entity.seen_at(p.first)
    if seen >= 0 and w.paragraph_of(w.sentence_of(seen)) >= first - 1:
        return False
    near = [m for m in w.people.back(p.first) if m.sentence >= p.sentence - 2 and m.entity.named]
    return any(w.acts(m) and not m.entity.roles and w.paragraph_of(m.sentence) == first for m in near)


def _is_anothers(w: Walk, p: Phrase, entity: Entity) -> bool:
    """Whether a possessive speaks against somebody: "its president" is not "Arra’s president" if "it" is Dell."""
    owner = owner_of(w, p) if w.t.tag[p.first] & POSSESSIVE and p.opens in PRONOUNS else None
    if owner is entity:
        of_another = any(not POSSESSIVE_MARKS.isdisjoint(role.words) for role in entity.roles)
        return not (of_another or _introduced_by(w, entity))  # "*Her mother*, Ann Marr", is somebody’s
    if owner is None or not owner.named:
        return False
    if any(one is not owner for one in _introduced_by(w, entity)):
        return True
    others = [role.words for role in entity.roles if role.words.isdisjoint(owner.words)]
    return not all(POSSESSIVE_MARKS.isdisjoint(words) for words in others)


def _introduced_by(w: Walk, entity: Entity) -> list[Entity]:
    """Whose somebody was introduced as: "*his* barrister, Ann Marr", "Reed, *whose* mother Ann Marr"."""
    t = w.t
    names = [(phrase_before(t, name) or (name.title - 1, 0), name) for name in entity.mentions[:_INTRODUCED]]
    owners = [t.find_back(_WHOSE, name.at - 1, max(0, phrase[0] - 1)) for phrase, name in names]
    meant = [w.meant(k, k + 1, None)[0] for k in owners if k]
    return [one for one in meant if one is not None]
