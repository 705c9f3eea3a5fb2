"""A "he" or "she" as the walk comes by: who is told of before it, what it asks, whom it cannot mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    ADVERB,
    BE,
    CAPITAL,
    LINK,
    OPENS_NOUN,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    ROLE,
    SUBJECT,
    TIME,
)
from claimcli.lexicon.names import HE_OR_SHE, persons
from claimcli.parser.attribution import Attribution
from claimcli.parser.attribution.subjects import ASKED
from claimcli.parser.grammar import A_OR_AN, POSSESSIVE_MARKS, phrase_end
from claimcli.parser.speakers.entity import PERSON, Entity
from claimcli.parser.speakers.heads import SOMEONE, head_of, is_somebody
from claimcli.parser.speakers.phrase import Answer, Phrase
from claimcli.parser.speakers.pronouns.judged import whom_judged
from claimcli.parser.speakers.pronouns.not_meant import NOBODY, not_meant
from claimcli.parser.speakers.pronouns.opening import does, opening_of
from claimcli.parser.speakers.pronouns.question import Question, person_meant

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk
    from claimcli.parser.text import Tokens


_OPENS_CONDITION: Final = ASKED | {"if", "unless"}
_LOOK: Final = 16  # tokens
_MAY_LEAD: Final = OPENS_NOUN | PRONOUN | LINK | ADVERB | TIME
_BACK: Final = 2  # sentences


def he_or_she(w: Walk, p: Phrase) -> Answer:
    """Whom a "he", "she", "his" … stands for: decided once, and remembered as a mention there."""
    at = p.first
    known = w.pronouns.get(at)
    if known is not None:
        return known
    if not w.walked and p.sentence >= w.told:
        _see_told(w, p.sentence, w.told, at)
        w.told = p.sentence + 1
    answer = w.pronouns[at] = _decide(w, p)
    if answer[0] is not None and not w.walked:
        w.trace(at, p.sentence, answer[0], bool(p.what & SUBJECT), False)
        if w.t.sentences[p.sentence][0] == at and answer[0].named:
            w.learn(answer[0], at + 1, p.sentence)
    return answer


def _decide(w: Walk, p: Phrase) -> Answer:
    """Whom it stands for, whose claim it may make."""
    claim, gender = p.claim, p.gender
    ahead = _subject_ahead(w, p)
    if ahead is not None:
        return ahead, "pronoun: the subject after its phrase"
    other = whom_judged(w, p) or _joined_to(w, p)
    if other is not None and other.fits(gender):
        return other, "pronoun: whose it is by what is done"
    teller = _teller(w, p) if claim is None else None
    if teller is not None:
        return teller, "pronoun: who says so"
    owner = _told_of_by_own(w, p, claim) if claim is not None and not w.walked else None
    if owner is not None:
        return owner, "pronoun: whose somebody tells of it"
    q = _question(w, p)
    entity, rule = person_meant(q)
    if entity is w.unnamed:
        return None, "pronoun: somebody unnamed"
    if entity is not None and not entity.told and not w.walked and q.alone:
        entity.tell(gender)
    return entity, rule


def _teller(w: Walk, p: Phrase) -> Entity | None:
    """Who says of themselves what a pronoun opens: "Marr, alleging that Reed was late, said *she* would wait"."""
    says = w.says.get(p.first)
    return says if says and says.named and says.fits(p.gender) and p.what & SUBJECT else None


def _joined_to(w: Walk, p: Phrase) -> Entity | None:
    """Who has what more is joined to: "*Marr’s* votes on tolls and **her** vow", "*her* fault is **her** vow"."""
    t, at = w.t, p.first
    told = bool(t.what(at - 1) & BE)
    if p.what & SUBJECT or not (told or t.word(at - 1) in _JOINING):
        return None
    owner: Entity | None = None
    for k in range(at - 2, max(at - _LOOK, t.sentences[p.sentence][0] - 1), -1):
        if t.lower[k] == t.lower[at]:
            return he_or_she(w, Phrase(t, k, k + 1, k, p.sentence, None))[0]
        mark = t.lower[k] in POSSESSIVE_MARKS
        name = w.register.over(k - mark)
        if name is None or (owner is not None and not mark):
            continue
        theirs = (t.what(at + 1) | t.what(at + 2)) & PEOPLE or not t.tag[name.title - 1] & PREPOSITION
        joined = k == at - 2 and t.word(at - 1) == "and" and name.entity.fits(p.gender)
        if (joined and theirs) or (told and k == at - 2 and t.lower[name.title - 1] in _ABOUT):
            return name.entity  # "*Marr* and her aides", "the trouble *with Marr* is her vow"
        if owner is not None or not mark:
            return None  # "*Reed’s* praise of Marr’s plan", "picked *Reed* as her aide"
        owner = name.entity
    return owner


_ABOUT: Final = frozenset({"about", "on", "with"})
_JOINING: Final = frozenset("and including particular especially notably as like".split())


def _told_of_by_own(w: Walk, p: Phrase, claim: Attribution) -> Entity | None:
    """Of whom their own somebody tells: "According to *his* lawyer, **he** denied it" is not the lawyer."""
    own = claim.via.core[0] if claim.via is not None and claim.via.core is not None else p.first
    if own >= p.first or HE_OR_SHE.get(w.t.lower[own]) is not p.gender:
        return None
    return w.pronouns.get(own, (None, ""))[0]


def _question(w: Walk, p: Phrase) -> Question:
    """What a pronoun asks: where it stands, and whom it cannot mean."""
    t, at, claim = w.t, p.first, p.claim
    named = w.named_in(claim)
    if claim is not None and named and not t.has_quotation(*claim.content[0]):
        named -= _told_of_here(w, p, claim)
    first = t.sentences[p.sentence][0]
    opens = t.word(at - 1) == "," and t.lower[first] in _OPENS_CONDITION  # "*Asked about Reed*, he"
    return Question(w, p, not_meant(w, p), named, first if opens else at)


def _told_of_here(w: Walk, p: Phrase, claim: Attribution) -> frozenset[Entity]:
    """Who is alone in a paragraph and owns something in the claim: "*Marr* liked her work, **she** said"."""
    (first, last), here = claim.content[0], w.paragraph_of(p.sentence)
    owns = (k for k in range(first, last) if HE_OR_SHE.get(w.t.lower[k]) is p.gender)
    own = next((k for k in owns if not w.t.tag[k] & SUBJECT), first)
    told = frozenset([m.entity for m in w.people.back(last) if w.paragraph_of(m.sentence) == here])
    if w.t.tag[own - 1] & BE:
        return NOBODY  # "*Marr* was her friend, **she** said"
    acts = any(w.acts(name) and name.entity in told for name in w.register.within(first, own))
    return told if len(told) == 1 and acts else NOBODY


_FRONTING: Final = frozenset("though although while as if before once since because despite".split())
"""What opens a clause whose "he" is who acts behind its comma, unlike "when" and "after"."""


def _subject_ahead(w: Walk, p: Phrase) -> Entity | None:
    """ "In *her* statement, Ann Marr said …", "Asked if *she* ran, Ann Marr …": the subject after what opens it.

    "Though *he* had voted for it, Tom Reed …" is Reed, right behind the comma.
    """
    t, at, gender = w.t, p.first, p.gender
    first, end = t.sentences[p.sentence]
    if t.lower[at - 1] in _FRONTING and at - 1 - (t.lower[first] == "even") == first:
        comma = t.find({","}, at, min(end - 1, at + _LOOK), 0)
        name = w.register.after(comma + 1) if comma else None
        if name is None or name.title != comma + 1 or not w.acts(name):
            return None
        return name.entity if name.entity.fits(gender) else None
    asked = t.lower[first] in ASKED and at - first == 2
    if not asked and (at - first != 1 or not t.tag[first] & PREPOSITION or t.tag[at] & SUBJECT):
        return None
    for name in w.register.within(at, min(end, at + _LOOK)):
        if w.acts(name):
            return name.entity if name.entity.fits(gender) else None
    comma = t.find({","}, at, min(end - 1, at + _LOOK), 0) if asked else 0
    stop = phrase_end(t, comma + 1, end) if comma and t.lower[comma + 1] == "the" else 0
    head = head_of(t, comma + 1, stop) if stop and does(t, stop) else None
    if head is None or t.tag[head] & (ROLE | PEOPLE | CAPITAL) != ROLE:
        return None
    entity = w.meant(comma + 1, stop, None)[0]  # "Asked if *she* ran, the mayor …"
    return entity if entity and entity.fits(gender) else None


def _is_one_person(t: Tokens, first: int, head: int) -> bool:
    """Whether a phrase tells one person: "a baker", "the head of the school", "the Mayor of Arra", "one of them"."""
    what, word = t.tag[head], t.lower[head]
    if word in SOMEONE:
        return True
    if not t.tag[first] & OPENS_NOUN:
        return False
    return is_somebody(t, head) and not (what & CAPITAL and t.lower[first] != "the")


def _see_told(w: Walk, sentence: int, seen: int, at: int) -> None:
    """Remember who is the subject here and in the two sentences before, from ``seen`` on: "*A baker* was hurt"."""
    t = w.t
    for number in range(max(seen, sentence - _BACK), sentence + 1):
        _see_kin(w, number, at)
        if not t.tag[t.sentences[number][0]] & _MAY_LEAD:
            continue
        opening = opening_of(t, number, at)
        head = head_of(t, *opening) if opening else None
        if opening is None or head is None or not _is_one_person(t, opening[0], head):
            continue
        fronted = number == sentence and t.lower[at - 1] == "," and t.lower[opening[0]] in A_OR_AN
        kins = HE_OR_SHE.get(t.lower[opening[0]])
        if fronted or (kins is not None and kins is persons().gender.get(t.lower[head])):
            continue  # "As a baker, Ann Marr …", "*A baker* who had seen it, she …", "When *his father* died, he …"
        entity = w.meant(*opening, None)[0]
        if entity is None or entity.type is not PERSON:
            continue
        if not entity.named:
            entity.tell(persons().gender.get(t.lower[head]))
        w.trace(head, number, entity, True, False)


def _see_kin(w: Walk, sentence: int, at: int) -> None:
    """Remember whose kin a sentence tells of, where nobody else of that gender is there, or the kin acts.

    "Ann Marr told *her husband* …" (he is not Ann Marr), "*Ann Marr’s father* stood up".
    """
    t, known, lower = w.t, persons(), w.t.lower
    first, end = t.sentences[sentence]
    for k in range(first + 1, min(end, at)):
        gender = known.gender.get(lower[k]) if lower[k] in known.kin else None
        if gender is None or lower[k + 1] == ",":
            continue
        acts = lower[k - 1] in POSSESSIVE_MARKS and does(t, k + 1)
        name = w.register.person_ending(k - 1) if acts else None
        others = [m.entity for m in w.people.back(k) if m.sentence == sentence]
        alone = HE_OR_SHE.get(lower[k - 1], gender) is not gender and not any(e.fits(gender) for e in others)
        entity = w.meant(name.title if name is not None else k - 1, k + 1, None)[0] if name or alone else None
        if entity is not None and entity.person:
            entity.tell(gender)
            w.trace(k, sentence, entity, True, False)
