"""Described again: "Otto Reed was blunter. The former chancellor said", "A source called. … The source added"."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from claimcli.lexicon import CAPITAL, ORGANIZATION, PEOPLE, ROLE, SUBORDINATOR
from claimcli.lexicon.names import Gender, persons
from claimcli.parser.grammar import noun_phrase_before
from claimcli.parser.speakers.descriptions.traits import ANYBODY, is_the_word, last_before, may_be
from claimcli.parser.speakers.entity import Entity, Mention
from claimcli.parser.speakers.heads import head_of
from claimcli.parser.speakers.phrase import DEFINITE, Answer, Phrase
from claimcli.parser.speakers.pronouns.he_or_she import ASKERS
from claimcli.parser.speakers.pronouns.relatives import people_at_the_end

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

_NEW: Final = frozenset({"a", "an", "one", "another"})
_NEAR: Final = 150  # tokens
_OFTEN: Final = 4  # mentions


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
    if first > 1 and t.lower[first - 1] == "," and w.register.ending(first - 1) is not None:
        return None  # "Marr Air, *an operator* of ferries": tells what the name is
    return w.meant(first, at + 1, None)[0], "described before"


def the_person_just_named(w: Walk, p: Phrase) -> Answer | None:
    """ "Otto Reed was blunter. The former chancellor said …": the subject of the sentence before."""
    t, known = w.t, persons()
    word = t.lower[p.head]
    aged = any(part.endswith("-year-old") for part in t.lower[p.first + 1 : p.head + 1])
    nation = t.tag[p.head] & CAPITAL and word in known.somebody
    of_a_nation = bool(nation) and is_the_word(p)  # "the German said"
    if (
        t.lower[p.first] != "the"
        or not (t.tag[p.head] & ROLE or aged or of_a_nation)
        or t.tag[p.head] & (PEOPLE | ORGANIZATION)
    ):
        return None
    if word in ANYBODY or (of_a_nation and last_before(w, word, p.first) is not None):
        return _of_the_nation(w, p) if of_a_nation else None
    gender = known.gender.get(word)
    formerly = t.lower[p.first + 1] in ("former", "retired") or t.lower[p.first + 1].startswith("ex-")
    again = aged or formerly or of_a_nation or word in known.epithets
    of_a_kind = p.head - p.first > 1 and bool(t.tag[p.head - 1] & CAPITAL)  # "the Florida senator"
    if word in ASKERS and not (of_a_kind and word in known.epithets):
        return None
    again = again or of_a_kind

    subjects = _subjects_before_conjunction(w, p)
    other = _the_other(w, p, gender, subjects) if subjects and again else None
    if other is not None:
        return other, "role: the other one of the sentence"

    # No function in here: compiled, one that lambdas call would hold itself, and with it the whole article.
    acts = partial(_acts, w, p, gender, subjects)
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


def _of_the_nation(w: Walk, p: Phrase) -> Answer | None:
    """ "The *Russian* coach, Otto Reed, was late. … The *Russian* said": who was told to be one, and nobody else."""
    word = w.t.lower[p.head]
    last = w.last_trace(p, w.people, lambda m: any(word in role.words for role in m.entity.roles), 6)
    return (last.entity, "role: the person called again") if last else None


def _acts(w: Walk, p: Phrase, gender: Gender | None, others: frozenset[Entity], trace: Mention) -> bool:
    """Whether somebody named, whom a description fits, is mentioned as the subject of a verb; none of some others."""
    entity = trace.entity
    if entity in others:
        return False
    fits = entity.named and entity.seen_at(p.first) >= 0 and (not gender or entity.fits(gender))
    return fits and w.acts(trace) and may_be(w, p, entity)


def _subjects_before_conjunction(w: Walk, p: Phrase) -> frozenset[Entity]:
    """Whom a phrase behind a conjunction is not: "*Ann Marr* wept while the mayor laughed"."""
    if not p.first or not w.t.tag[p.first - 1] & SUBORDINATOR:
        return frozenset()
    return frozenset([m.entity for m in w.people.back(p.first) if m.sentence == p.sentence and w.acts(m)])


def _the_other(w: Walk, p: Phrase, gender: Gender | None, subjects: frozenset[Entity]) -> Entity | None:
    """ "Ann Marr thanked *Tom Reed* when the veteran wept": who is named in the sentence and is not its subject."""
    begin = max(w.t.sentences[p.sentence][0], p.first - _NEAR)
    names = w.register.within(begin, p.first)
    others = {m.entity for m in names if m.entity.person} - subjects - w.barred(p)
    fitting = [e for e in others if (not gender or e.fits(gender)) and may_be(w, p, e)]
    return fitting[0] if len(fitting) == 1 else None


def _only_one_near(w: Walk, p: Phrase, gender: Gender | None) -> Entity | None:
    """ "Fans still ask for Tom Reed. The former champion said …": the only person named just before."""
    back = 6 if gender else 1
    near = {m.entity for m in w.people.back(p.first) if p.sentence - m.sentence <= back}
    fitting = [
        entity
        for entity in near - w.barred(p)
        if entity.named and len(entity.words) > 1 and gender in (None, entity.gender) and may_be(w, p, entity)
    ]
    return fitting[0] if len(fitting) == 1 else None
