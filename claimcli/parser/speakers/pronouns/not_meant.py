"""Whom a mention cannot mean: by the grammar of its clause, by what its claim names, by who has just asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CUE,
    DETERMINER,
    OBJECT,
    PREPOSITION,
    SUBJECT,
    VERB,
    VERB_ING,
    forms_of,
)
from claimcli.lexicon.names import HE_OR_SHE
from claimcli.parser.grammar import A_OR_AN, POSSESSIVE_MARKS, subject_before, verb_group
from claimcli.parser.speakers.entity import Entity, Mention
from claimcli.parser.speakers.phrase import Phrase
from claimcli.parser.text import QUOTATION, Tokens

if TYPE_CHECKING:
    from claimcli.parser.attribution import Attribution
    from claimcli.parser.speakers.walk import Walk

_PARAGRAPHS: Final = 2
_VERBS: Final = 4  # tokens: "has often called"
NOBODY: Final[frozenset[Entity]] = frozenset()


def not_meant(w: Walk, p: Phrase) -> frozenset[Entity]:
    """Whom a "he" or "her" cannot mean."""
    return NOBODY.union(*[rule(w, p) for rule in _RULES], w.asking.barred(p))


def _is_object(w: Walk, at: int) -> bool:
    """Whether a pronoun is what a verb does something to: "praised **her** for …", not "praised **her** plan"."""
    t = w.t
    if not t.tag[at] & OBJECT or not at or not t.tag[at - 1] & VERB:
        return False
    following = t.what(at + 1)
    return bool(following & (PREPOSITION | ADVERB))


def _done_to(w: Walk, p: Phrase) -> frozenset[Entity]:
    """Whom "he" does something to, by name: "He called *Marr* a liar", not "He said *Marr* was late"."""
    at = p.first
    name = w.register.after(at + 1) if p.what & SUBJECT else None
    if name is None or not name.entity.person or w.acts(name):
        return NOBODY
    verbs = w.t.tag[at + 1 : name.title]
    does = 0 < len(verbs) < _VERBS and all(what & (VERB | ADVERB | AUXILIARY) for what in verbs)
    return frozenset((name.entity,)) if does else NOBODY


def _subject_of(w: Walk, first: int, verb: int) -> tuple[bool, Entity | None]:
    """Whether a verb has a subject, and who that is."""
    subject = subject_before(w.t, first, verb_group(w.t, first, verb).start)
    word = subject[2] - 1 if subject is not None else -1
    name = w.register.over(word) if subject is not None else None
    return subject is not None, name.entity if name else w.pronouns.get(word, (None, ""))[0]


def _did_it_to_him(w: Walk, p: Phrase) -> frozenset[Entity]:
    """Who did something to "him" for what is his: Reed in "Marr said Reed shunned her because of **her** vow"."""
    t, k, first = w.t, p.first - 1, w.t.sentences[p.sentence][0]
    k -= t.word(k) == "of" and t.word(k - 1) == "because"
    him = k - 1 - bool(t.what(k - 1) & ADVERB)
    if (
        p.what & SUBJECT
        or t.word(k) not in _REASONS
        or him - first < _VERBS
        or t.lower[him] not in ("him", "her")
    ):
        return NOBODY
    verb = next((i for i in range(him - 1, him - _VERBS, -1) if t.tag[i] & (VERB | AUXILIARY)), 0)
    doer = _subject_of(w, first, verb)[1] if verb and HE_OR_SHE[t.lower[him]] is p.gender else None
    return frozenset((doer,)) if doer else NOBODY


_REASONS: Final = frozenset({"because", "over", "for", "after", "since"})


def _doer(w: Walk, p: Phrase) -> frozenset[Entity]:
    """Who does what is done to "her": the subject of her verb, or of the sentence: "**Marr** spoke, crediting her"."""
    t, at, first = w.t, p.first, w.t.sentences[p.sentence][0]
    if not _is_object(w, at):
        return NOBODY
    told, doer = _subject_of(w, first, at - 1)
    if not told:
        start = verb_group(t, first, at - 1).start
        here = w.people.back(start) if t.tag[at - 1] & VERB_ING else ()
        doer = next((m.entity for m in here if m.sentence == p.sentence and w.acts(m)), None)
    return frozenset((doer,)) if doer else NOBODY


def _answered(w: Walk, p: Phrase) -> frozenset[Entity]:
    """Whom a pronoun answers, and so is not: Reed in "Reed accused her, a charge that she denied"."""
    if w.t.word(p.first - 1) != "that" or w.t.word(p.first - 3) not in A_OR_AN:
        return NOBODY
    return frozenset([m.entity for m in w.people.back(p.first) if m.sentence == p.sentence and m.speaks])


def _only_in_brackets(w: Walk, p: Phrase) -> frozenset[Entity]:
    """Whom only a sentence in brackets speaks of just before: "Marr denied it. (*Reed* did not.) **She** …"."""
    t, number = w.t, p.sentence - 1
    if number < 1 or t.lower[t.sentences[number][0]] != "(":
        return NOBODY
    first, end = t.sentences[number]
    if ")" not in t.lower[end - 2 : end + 1]:
        return NOBODY
    inside, before = set[Entity](), set[Entity]()
    for trace in w.people.back(end):
        (inside if trace.at >= first else before).add(trace.entity)
    return frozenset(inside - before)


def _spoke_for_another(w: Walk, p: Phrase) -> frozenset[Entity]:
    """Who only spoke for whom a paragraph goes on with: "“No,” said *Reed*, his spokesman. / In 2009 **he** left"."""
    goes_on = p.claim is None or any("infinitive" in rule for rule in p.claim.rules)
    here, sentence = w.paragraph_of(p.sentence), p.sentence
    if not (p.what & SUBJECT and goes_on) or w.paragraph_of(max(0, sentence - 1)) == here:
        return NOBODY
    near = [m for m in w.people.back(p.first) if here - _PARAGRAPHS <= w.paragraph_of(m.sentence) < here]
    spoke = next((m.entity for m in near if m.speaks), None)
    if spoke is None or not any(role.head.startswith("spokes") for role in spoke.roles):
        return NOBODY
    another = any(m.entity is not spoke and m.entity.named and m.entity.fits(p.gender) for m in near)
    return frozenset((spoke,)) if another else NOBODY


def _compared(w: Walk, p: Phrase) -> frozenset[Entity]:
    """Whom somebody is only likened to, here or just before: "*Like Reed*, he rises at dawn. / “I do,” **he** said"."""
    t, alike = w.t, set[Entity]()
    for first, end in t.sentences[max(0, p.sentence - 1) : p.sentence + 1]:
        if t.lower[first] in ("like", "unlike"):
            names = w.register.within(first, t.find({","}, first, end, first))
            alike.update([name.entity for name in names if t.word(name.last) not in POSSESSIVE_MARKS])
    return frozenset(alike)


def _only_told_of(w: Walk, p: Phrase) -> frozenset[Entity]:
    """Of whom another only tells who then goes on: "Marr said Reed had won, but **she** added …" is not Reed.

    Nor is who stands in what another says, "a game, *she* said, that Reed had won".
    """
    at, claim = p.first, p.claim
    if claim is None:
        return NOBODY
    adds = claim.lemma in _ADDS and w.t.lower[at - 1] in ("but", "although", "though")
    if not adds and not (w.t.lower[at - 1] == "," and w.t.what(at + 1) & CUE and w.t.word(at + 2) == ","):
        return NOBODY
    spoke = next((m for m in w.people.back(at) if m.speaks or m.sentence < claim.sentence), None)
    if spoke is None or spoke.sentence < claim.sentence or not spoke.entity.fits(p.gender):
        return NOBODY
    return frozenset([m.entity for m in w.register.within(spoke.at + 1, at)]) - {spoke.entity}


_ADDS: Final = frozenset("add warn caution note stress admit concede acknowledge".split())  # none answers


class Asking:
    """Who has just asked, and so does not answer: "Reed asked Marr whether … / “No,” *he* said"."""

    def __init__(self, t: Tokens) -> None:
        self.t = t
        self._who: Entity | None = None
        self._sentence = 0

    def hear(self, a: Attribution, who: Entity) -> None:
        """Remember who asks: "Marr asked whether …", not "asked them to …", "asked for …", "when asked, Marr …"."""
        if a.lemma != "ask" or a.cue is None or "infinitive" in a.rules[0]:
            return
        t, cue = self.t, a.cue[0]
        asks_for = "for" in t.lower[cue : a.cue[1]]
        asks_for |= a.rules[0] == "cue-then-object" and "for" in t.lower[cue : a.content[0][1]]
        if not asks_for and t.lower[cue - 1] not in ("when", "if") and not t.tag[cue - 1] & AUXILIARY:
            self._who, self._sentence = who, a.sentence

    def barred(self, p: Phrase) -> frozenset[Entity]:
        """Who does not make a claim, having asked for it.

        "Reed asked for help. *He* said …" is no answer: that begins with its words.
        """
        claim = p.claim
        if self._who is None or claim is None or claim.core is None or claim.core[0] < claim.content[0][0]:
            return NOBODY
        return frozenset((self._who,)) if 0 <= p.sentence - self._sentence <= 1 else NOBODY


def _rebuffed(w: Walk, p: Phrase) -> frozenset[Entity]:
    """Whose words of another that other just denies: "*An aide* called Marr slow. **He** dismissed the criticism"."""
    t, k = w.t, p.first + 1 + bool(w.t.what(p.first + 1) & ADVERB)
    if t.word(k) not in _REBUFFS or not t.find(_CHARGE, k + 1, min(k + 4, len(t.raw)), 0):
        return NOBODY
    before = [m for m in w.people.back(p.first) if m.sentence == p.sentence - 1 and m.entity.fits(p.gender)]
    others = any(m.entity.named for m in before)
    return frozenset([m.entity for m in before if m.speaks and not m.entity.named]) if others else NOBODY


_RULES: Final[list[Callable[[Walk, Phrase], frozenset[Entity]]]] = [
    _done_to,
    _doer,
    _did_it_to_him,
    _answered,
    _rebuffed,
    _only_in_brackets,
    _compared,
    _only_told_of,
    _spoke_for_another,
]


_REBUFFS: Final = forms_of("reject dismiss deny dispute brush shrug wave rebut refute counter")
_CHARGE: Final = frozenset(
    "accusation accusations allegation allegations attack attacks charge charges claim claims concern concerns "
    "criticism criticisms complaint complaints suggestion".split()
)


def named_in(w: Walk, claim: Attribution) -> frozenset[Entity]:
    """Those named in a claim: nobody says "Marr is wrong" and is Marr."""
    t = w.t
    named: set[Entity] = set()
    for first, last in claim.content:
        for name in w.register.within(first, last):
            if not name.modifier and not _quotes(t, name) and not _is_determined(t, name):
                named.add(name.entity)
        if t.has_quotation(first, last):
            for i in range(first, last):
                if t.lower[i] == QUOTATION:
                    named |= w.register.known.named_in(t.words(i, i + 1))
    return frozenset(named)


def _is_determined(t: Tokens, name: Mention) -> bool:
    """Whether an article makes a person's name a kind of something else: "A Marr presidency, she said"."""
    return name.entity.person and name.title == name.at and bool(t.tag[name.at - 1] & DETERMINER)


def _quotes(t: Tokens, name: Mention) -> bool:
    """Whether a name inside a claim’s content makes a quotation itself: "Asked again, Marr said “No,” she said"."""
    if not t.what(name.last) & CUE:
        return False
    return t.has_quotation(name.last, t.sentences[name.sentence][1])
