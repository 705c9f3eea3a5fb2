"""People described: "the former secretary-general", "the 54-year-old", "a county judge", "the two"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    CAPITAL,
    DETERMINER,
    DOCUMENT,
    HONORIFIC,
    ORGANIZATION,
    PEOPLE,
    POSSESSIVE,
    ROLE,
    SUBORDINATOR,
    VERB_ING,
)
from claimcli.lexicon.names import Gender, persons
from claimcli.parser.grammar import POSSESSIVE_MARKS, noun_phrase_before
from claimcli.parser.speakers.descriptions.traits import is_definite, is_near, is_the_word, last_before
from claimcli.parser.speakers.entity import Entity, Mention, is_joint
from claimcli.parser.speakers.found import says
from claimcli.parser.speakers.he_or_she import ASKERS
from claimcli.parser.speakers.phrase import ARTICLES, DEFINITE, LEAD, Answer, Phrase, is_bare_role
from claimcli.parser.speakers.pronouns import PRONOUNS
from claimcli.parser.speakers.relatives import people_at_the_end
from claimcli.parser.speakers.roles import head_of

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk
    from claimcli.parser.text import Tokens

_ANYBODY: Final = frozenset({"man", "woman", "boy", "girl", "person", "member", "resident", "voter"})
_SOON: Final = 4  # sentences
_NEXT: Final = 150  # tokens
_NEW: Final = frozenset({"a", "an", "one", "another"})
_PAIR: Final = frozenset({"two", "pair", "both", "duo", "couple"})
_BY_TURNS: Final = 6  # sentences
_NAMELESS: Final = frozenset(
    "official officials source aide adviser advisor insider person executive staffer member operative strategist donor "
    "supporter ally friend relative employee worker resident voter critic lawmaker".split()
)
"""As whom people speak whose names are not told."""
_UNTOLD: Final = frozenset(
    "anonymity anonymous anonymously unnamed unidentified authorized authorised".split()
)
_UNNAMED: Final = frozenset("official source insider member person staffer resident voter".split())
"""Who is hardly named in the next sentence: that is another."""
_SMALL: Final = frozenset("a an the of for and in at to ’s 's by with on from".split())
_BRACKET: Final = 6  # tokens
_FEW: Final = 16  # mentions
_OFTEN: Final = 4  # mentions


def the_pair(w: Walk, p: Phrase) -> Answer | None:
    """ "The two said …", "Both women said …", "The couple said …": the last joint speakers, or the only two near."""
    words = w.t.lower[p.first : p.last]
    if len(words) > 3 or _PAIR.isdisjoint(words) or words[0] not in ("the", "both"):
        return None  # "two officials said": anybody
    if words[0] == "both" and len(words) > 1 and not (w.t.tag[p.head] & PEOPLE or words[-1].endswith("s")):
        return None  # "both the mayor (and her aide)"
    last = w.last_trace(p, w.others, lambda trace: is_joint(trace.entity), 12)
    if last is not None:
        return last.entity, "the pair: last joint speakers"
    if not w.t.tag[p.head] & (ORGANIZATION | DOCUMENT) and words[-1] != "couple":
        spoke = [m for m in w.people.back(p.first) if m.speaks and p.sentence - m.sentence <= _BY_TURNS]
        two = list(dict.fromkeys(m.entity for m in reversed(spoke) if m.entity.named))
        if len(two) == 2 and w.barred(p).isdisjoint(two):
            return w.pair(*two), "the pair: the only two who spoke"
    return None


def the_one_before(w: Walk, p: Phrase) -> Answer | None:
    """ "Ann Marr, a baker *seeking* a seat", "Marr Air, an airline *flying* to …": whose apposition the phrase is."""
    t = w.t
    if p.last != p.head + 1 or p.first < 2 or t.lower[p.first - 1] != ",":
        return None
    if t.lower[p.first] not in ARTICLES or p.last == len(t.tag) or not t.tag[p.last] & VERB_ING:
        return None
    end = p.first - 1
    if t.lower[end - 1] == ")":
        end = _opening_bracket(t, end - 1)
    name = w.register.ending(end)
    what = t.tag[p.head]
    if name is None or what & (PEOPLE | DOCUMENT):
        return None
    one = what & ROLE if name.entity.person else what & ORGANIZATION or t.lower[p.head] in persons().bodies
    return (name.entity, "whose apposition it is") if one else None


def _opening_bracket(t: Tokens, closing: int) -> int:
    """Where the bracket opens that closes behind a name: "Ann Marr *(R-Iowa)*"."""
    return next((k for k in range(closing - 1, max(0, closing - _BRACKET), -1) if t.lower[k] == "("), closing)


def the_age(w: Walk, p: Phrase) -> Answer | None:
    """ "The 54-year-old said …": who is 54."""
    age, _, rest = w.t.lower[p.head].partition("-")
    if rest != "year-old":
        return None
    last = w.last_trace(p, w.people, lambda trace: trace.entity.age == age, 40)
    return (last.entity, "age") if last else None


def the_role(w: Walk, p: Phrase) -> Answer | None:
    """ "The former secretary-general said …": who has that role, by most of the words."""
    roles = ROLE | ORGANIZATION | HONORIFIC
    if not is_definite(w, p) or not (w.t.tag[p.head] & roles or w.t.lower[p.head] in persons().bodies):
        return None
    if p.last - p.first == 1 and w.t.lower[p.head] in persons().epithets:
        return None  # "Republican": of that party, no one of it
    entity = w.holders.best(p, w.barred(p))
    if entity is None or _is_anothers(w, p, entity):
        return None
    loose = _is_somebodys(w, p) or (not entity.person and w.t.lower[p.first] in DEFINITE and is_the_word(p))
    if loose and not is_near(w, entity, p):
        return None
    return entity, "role"


def two_roles(w: Walk, p: Phrase) -> Answer | None:
    """ "The tycoon and former mayor said …": who has one of both roles."""
    t = w.t
    joint = next((i for i in range(p.first + 1, p.last - 1) if t.lower[i] == "and"), None)
    if joint is None or t.tag[joint + 1] & (DETERMINER | POSSESSIVE | PEOPLE):
        return None
    for first, last in ((joint + 1, p.last), (p.first, joint)):
        head = head_of(t, first, last)
        if head is None or not t.tag[head] & ROLE or t.tag[head] & PEOPLE:
            return None
        one = Phrase(first, last, head, p.sentence, p.claim)
        answer = the_role(w, one) or the_person_just_named(w, one)
        if answer is not None:
            return answer
    return None


def _is_anothers(w: Walk, p: Phrase, entity: Entity) -> bool:
    """Whether a possessive speaks against somebody: "its president" is not "Arra’s president" if "it" is Dell."""
    first = p.first
    if not w.t.tag[first] & POSSESSIVE or w.t.lower[first] not in PRONOUNS:
        return False
    owner = PRONOUNS[w.t.lower[first]](w, Phrase(first, first + 1, first, p.sentence, p.claim))[0]
    if owner is None or not owner.named:
        return False
    return any(
        mark in role.words and role.words.isdisjoint(owner.words)
        for role in entity.roles
        for mark in POSSESSIVE_MARKS
    )


def _is_somebodys(w: Walk, p: Phrase) -> bool:
    """Whether a phrase tells who somebody is to another, so that it means no one else’s: "her friend"."""
    t = w.t
    if t.lower[p.head] not in persons().related:
        return False
    return bool(t.tag[p.first] & POSSESSIVE) or any(
        t.lower[k] in POSSESSIVE_MARKS for k in range(p.first, p.head)
    )


def named_later(w: Walk, p: Phrase) -> Answer | None:
    """ "A county judge refused … Judge Ann Marr told the court …": the one named soon after by that title."""
    t = w.t
    if t.lower[p.first] not in ("a", "an") or not t.tag[p.head] & ROLE or t.lower[p.head] in _NAMELESS:
        return None
    if not _UNTOLD.isdisjoint(t.lower[p.last : t.sentences[p.sentence][1]]):
        return None  # "an agent who asked for anonymity"
    holders = [
        e
        for e in w.holders.near(p, w.barred(p))
        if e.person and e.seen_at(p.first) < 0 and w.holders.agree(p, e)
    ]
    if len(holders) != 1 or holders[0].mentions[0].sentence - p.sentence > _SOON:
        return None
    return holders[0], "named later"


def named_next(w: Walk, p: Phrase) -> Answer | None:
    """ "Its director spoke. … Ann Marr told reporters": the first person named, soon after, and without a role.

    "A lawmaker wants a dam. … “It is time,” Ann Marr said": so where the article begins.
    """
    if not w.t.tag[p.head] & ROLE or w.t.tag[p.head] & PEOPLE or _stays_unnamed(w.t, p):
        return None
    begins = p.sentence < LEAD and (w.t.lower[p.first] in ("a", "an") or is_bare_role(w, p.first, p.last))
    if not ((is_definite(w, p) and not w.people.traces) or begins):
        return None
    later = w.register.within(p.last, p.last + _NEXT)
    fresh = (m for m in later if m.entity.person and m.entity.mentions[0] is m and m.sentence > p.sentence)
    first = next((m for m in fresh if not begins or says(w.t, m)), None)
    if first is None or first.sentence - p.sentence > _SOON or not w.acts(first):
        return None
    entity = first.entity
    return (entity, "named next") if len(entity.words) > 1 and not entity.roles and not entity.age else None


def named_right_after(w: Walk, p: Phrase) -> Answer | None:
    """ "Reed’s campaign manager was glad. / Ann Marr, who joined in May, said …": whose name opens the next sentence.

    "The head of the union is worried. In an interview, Ann Marr said …": or who speaks there, without a role.
    """
    t = w.t
    if p.claim is None or not _is_somebody(t, p) or _stays_unnamed(t, p):
        return None
    if p.sentence + 1 == len(t.sentences):
        return None
    if t.lower[p.first] in DEFINITE and (p.sentence >= LEAD or _is_anybody_named(w)):
        return None  # "the mayor": somebody known
    begin, end = t.sentences[p.sentence + 1]
    later = w.register.within(begin, min(end, begin + _NEXT))
    fresh = [m for m in later if m.entity.person and m.entity.mentions[0] is m and len(m.entity.words) > 1]
    opens = (m for m in fresh[:1] if m.title == begin and w.acts(m) and _goes_with(w, p, m))
    speaks = (m for m in fresh if not m.entity.roles and says(t, m))
    name = next(opens, None) or next(speaks, None)
    if name is None or name.entity in w.barred(p) or not _may_be(w, p, name.entity):
        return None
    return name.entity, "named right after"


def _stays_unnamed(t: Tokens, p: Phrase) -> bool:
    """Whether nobody is going to tell the name: "an official", "an aide who asked for anonymity"."""
    end = min(t.sentences[p.sentence][1], p.first + _NEXT)
    return t.lower[p.head] in _UNNAMED or not _UNTOLD.isdisjoint(t.lower[p.first : end])


def _is_anybody_named(w: Walk) -> bool:
    """Whether a person has been named before a phrase, the headline aside, whom it may be of."""
    return any(m.sentence and w.register.over(m.at) is m for m in w.people.traces[:_FEW])


def _is_somebody(t: Tokens, p: Phrase) -> bool:
    """Whether a description is of one person: "an aide", "the woman", "the head of the union"."""
    if t.tag[p.head] & PEOPLE:
        return False
    word, after = t.lower[p.head], t.lower[p.head + 1 : p.last]
    return bool(t.tag[p.head] & ROLE) or word in _ANYBODY or (word == "head" and after[:1] == ["of"])


def _goes_with(w: Walk, p: Phrase, name: Mention) -> bool:
    """Whether what stands beside a name goes with a description: "a top adviser" and "who advises Marr"."""
    said, roles, known = w.t.lower[p.head], name.entity.roles, persons()
    if any(known.role(role.head) in known.heads(said) for role in roles):
        return True
    if name.title < name.at:
        return False
    words = set(w.t.lower[p.first : p.last]) - _SMALL
    vague = said in _ANYBODY or said in known.epithets
    return vague or not roles or any(words & role.words for role in roles)


def the_person(w: Walk, p: Phrase) -> Answer | None:
    """ "A source close to Marr called. The person said …": who has just been described, and not named."""
    if w.t.lower[p.head] != "person" or not is_the_word(p):
        return None
    last = w.last_trace(p, w.people, lambda m: not m.entity.named, 2)
    return (last.entity, "described before") if last else None


def the_one_introduced(w: Walk, p: Phrase) -> Answer | None:
    """ "A board official said … The official added …": who was introduced by that word."""
    t = w.t
    if t.lower[p.first] != "the":
        return None
    known = [one for one in w.described.get(t.lower[p.head], [])[-8:] if one.words[0] in ("a", "an", "one")]
    if not known or not set(t.lower[p.first + 1 : p.head]) <= set(known[-1].words):
        return None
    named = w.holders.best(p, w.barred(p))
    if named is not None and named.seen_at(p.first) > known[-1].seen_at(p.first):
        return None
    return known[-1], "described before"


def introduced_in_between(w: Walk, p: Phrase) -> Answer | None:
    """ "One source said so. A second source shrugged: … the source added", "those voters": the words last used."""
    t = w.t
    what = t.tag[p.head]
    if not is_the_word(p) or t.lower[p.first] == "this" or not what & (ROLE | PEOPLE) or what & CAPITAL:
        return None
    several = t.lower[p.first] in ("those", "these")
    at = last_before(w, t.lower[p.head], p.first)
    if at is None or bool(what & PEOPLE) != several:
        return None
    known = w.described.get(t.lower[p.head], [])
    if known and known[-1].seen_at(p.first) >= at:
        return None
    begin = t.sentences[w.sentence_of(at)][0]
    phrase = noun_phrase_before(t, begin, at + 1)
    if phrase is None or w.register.over(at) is not None:
        return None
    first = people_at_the_end(t, *phrase)
    if first == at or t.lower[first] in DEFINITE or not (several or t.lower[first] in _NEW):
        return None
    if head_of(t, first, at + 1) != at:
        return None  # "a candidate for president"
    return w.meant(first, at + 1, None)[0], "described before"


def the_person_just_named(w: Walk, p: Phrase) -> Answer | None:
    """ "Otto Reed was blunter. The former chancellor said …": the subject of the sentence before."""
    t, known = w.t, persons()
    word = t.lower[p.head]
    aged = word.endswith("-year-old")
    if (
        t.lower[p.first] != "the"
        or not (t.tag[p.head] & ROLE or aged)
        or t.tag[p.head] & (PEOPLE | ORGANIZATION)
    ):
        return None
    if word in _ANYBODY:
        return None
    gender = known.gender.get(word)
    again = aged or word in known.epithets or t.lower[p.first + 1] in ("former", "retired")
    of_a_kind = p.head - p.first > 1 and bool(t.tag[p.head - 1] & CAPITAL)  # "the Florida senator"
    if word in ASKERS and not (of_a_kind and word in known.epithets):
        return None
    again = again or of_a_kind

    subjects = _subjects_before_conjunction(w, p)
    other = _the_other(w, p, gender, subjects) if subjects and again else None
    if other is not None:
        return other, "role: the other one of the sentence"

    def acts(m: Mention) -> bool:
        return m.entity not in subjects and _acts(w, p, gender, m)

    here = w.paragraph_of(p.sentence)
    last = w.last_trace(p, w.people, lambda m: w.paragraph_of(m.sentence) == here and acts(m), 1)
    if last is None and again:
        last = w.last_trace(p, w.people, lambda m: len(m.entity.mentions) >= _OFTEN and acts(m), 1)
    if last is not None:
        return last.entity, "role: the person just named"
    if not again:
        return None
    last = None
    if is_the_word(p):  # "the candidate", and no more, is who the article is about
        last = w.last_trace(p, w.people, lambda m: len(m.entity.mentions) >= _OFTEN and acts(m), 6)
    last = last or w.last_trace(p, w.people, lambda m: not m.entity.roles and acts(m), 6)
    last = last or w.last_trace(p, w.people, acts, 6)
    if last is not None:
        return last.entity, "role: the person called again"
    only = _only_one_near(w, p, gender)
    return (only, "role: the only one it fits") if only else None


def _acts(w: Walk, p: Phrase, gender: Gender | None, trace: Mention) -> bool:
    """Whether somebody named, whom a description fits, is mentioned as the subject of a verb."""
    entity = trace.entity
    fits = entity.named and entity.seen_at(p.first) >= 0 and (not gender or entity.fits(gender))
    return fits and w.acts(trace) and _may_be(w, p, entity)


def _subjects_before_conjunction(w: Walk, p: Phrase) -> frozenset[Entity]:
    """Whom a phrase behind a conjunction is not: "*Ann Marr* wept while the mayor laughed"."""
    if not p.first or not w.t.tag[p.first - 1] & SUBORDINATOR:
        return frozenset()
    return frozenset([m.entity for m in w.people.back(p.first) if m.sentence == p.sentence and w.acts(m)])


def _the_other(w: Walk, p: Phrase, gender: Gender | None, subjects: frozenset[Entity]) -> Entity | None:
    """ "Ann Marr thanked *Tom Reed* when the veteran wept": who is named in the sentence and is not its subject."""
    names = w.register.within(w.t.sentences[p.sentence][0], p.first)[-_FEW:]
    others = {m.entity for m in names if m.entity.person} - subjects - w.barred(p)
    fitting = [e for e in others if (not gender or e.fits(gender)) and _may_be(w, p, e)]
    return fitting[0] if len(fitting) == 1 else None


def _may_be(w: Walk, p: Phrase, entity: Entity) -> bool:
    """Whether nothing that is told of somebody speaks against a description."""
    said = set(w.t.lower[p.first : p.last])
    return not any(persons().clash(said, role.words) for role in entity.roles)


def _only_one_near(w: Walk, p: Phrase, gender: Gender | None) -> Entity | None:
    """ "Fans still ask for Tom Reed. The former champion said …": the only person named just before."""
    back = 6 if gender else 1
    near = {m.entity for m in w.people.back(p.first) if p.sentence - m.sentence <= back}
    fitting = [
        entity
        for entity in near - w.barred(p)
        if entity.named
        and len(entity.words) > 1
        and gender in (None, entity.gender)
        and _may_be(w, p, entity)
    ]
    return fitting[0] if len(fitting) == 1 else None
