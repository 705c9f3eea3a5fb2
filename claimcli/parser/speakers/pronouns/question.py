"""Whom "he" and "she" stand for: rules tried in a visible order.

The memory is a list of mentions in the order of the text; a rule looks back over the last few sentences
of it, never over the whole article.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from claimcli.lexicon import ROLE, SPEECH_FORMS, SUBJECT, SUBORDINATOR, TAGS
from claimcli.lexicon.names import HE_OR_SHE, Gender, given_names
from claimcli.parser.attribution.labels import ASKERS
from claimcli.parser.grammar import POSSESSIVE_MARKS
from claimcli.parser.speakers.entity import Entity, Mention
from claimcli.parser.speakers.heads import is_somebody
from claimcli.parser.speakers.phrase import DEFINITE, Phrase
from claimcli.parser.speakers.pronouns.opening import opening_of

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

_SENTENCES: Final = 12
_ENOUGH: Final = 8


class Question:
    """A "he" or "she" to resolve: where it stands, whom it cannot mean, and the mentions before it.

    ``named`` are those of the claim whose mention it is, hardly its speaker; from ``aside`` on a clause before it
    tells of whom it hardly means. ``near`` holds the mentions of people whom it fits, last first; ``against`` those
    whose first name alone speaks against it.
    """

    __slots__ = ("against", "aside", "at", "barred", "gender", "named", "near", "owns", "p", "sentence", "w")

    def __init__(
        self, w: Walk, p: Phrase, barred: frozenset[Entity], named: frozenset[Entity], aside: int
    ) -> None:
        self.w, self.p = w, p
        self.at, self.sentence, self.gender = p.first, p.sentence, p.gender
        self.barred, self.named, self.aside = barred, named, aside
        self.owns = not p.what & SUBJECT  # "his", "her"
        self.near: list[Mention] = []
        self.against: list[Mention] = []
        self._recall()

    def _recall(self) -> None:
        """Gather the mentions that the pronoun may stand for.

        Named people come before those described, unless these have just spoken or acted.
        """
        described: list[Mention] = []
        earliest, barred, near = self.sentence - _SENTENCES, self.barred | self.named, self.near
        other = Gender.FEMALE if self.gender is Gender.MALE else Gender.MALE
        for trace in self.w.people.back(self.at):
            if trace.sentence < earliest:
                break
            entity = trace.entity
            if entity in barred or trace.at >= self.aside:
                continue
            gender = entity.gender
            if gender is other:
                if not entity.told:
                    self.against.append(trace)
            elif entity.named or self._just_introduced(trace):
                if len(near) == 1 and self._calls_again(near[0], trace):
                    near.clear()
                near.append(trace)
                if len(near) >= _ENOUGH:
                    break
                if entity.told and trace.sentence == self.sentence and self.w.acts(trace):
                    break  # nobody before the subject of this sentence will be asked for
            else:
                described.append(trace)
        self.near = self.near or described

    def _just_introduced(self, trace: Mention) -> bool:
        """Whether somebody unnamed spoke or acted just before: "…, said a cashier. *She* …"; not who only asked."""
        entity = trace.entity
        # "*A baker* said no to Reed. He said …": who is but named in what is said comes after who says it.
        cue = self.p.claim.cue if self.p.claim is not None else None
        goes_on = cue is not None and self.w.t.lower[cue[0]] in SPEECH_FORMS and trace.speaks
        passing = all(one.sentence == trace.sentence and not self.w.acts(one) for one in self.near)
        fresh = not self.near or (goes_on and passing and trace.sentence < self.sentence)
        fresh = fresh and self.sentence - trace.sentence <= 1 and (trace.speaks or self.w.acts(trace))
        if self.owns and entity.words[0] in HE_OR_SHE:
            return False  # "His aide said no. *His* wife said yes": of both who has the aide
        bare = entity.words[0] in ("no", "nobody", "none") or entity.words[:3] == ("one", "of", "them")
        bare = bare or bool(TAGS.get(entity.words[0], 0) & ROLE)
        return fresh and not bare and (trace.speaks or entity.words[-1] not in ASKERS)

    def _calls_again(self, described: Mention, named: Mention) -> bool:
        """Whether a description may be of who is named before it: "Marr came. *The senator* was late. She …"."""
        one, other = described.entity, named.entity
        definite = not one.named and one.words[0] in DEFINITE and "of" not in one.words
        known, here = other.named and not other.roles, self.w.paragraph_of
        return definite and known and here(described.sentence) == here(named.sentence)

    @property
    def nearest(self) -> list[Mention]:
        """Those of the nearest sentence with a name, last first."""
        return list(takewhile(lambda trace: trace.sentence == self.near[0].sentence, self.near))

    @property
    def alone(self) -> bool:
        """Whether one person only was mentioned in this sentence and the one before."""
        close = {trace.entity for trace in self.near + self.against if self.sentence - trace.sentence <= 1}
        return len(close) == 1


def only_person_near(q: Question) -> Entity | None:
    """ "Ashley Marr runs the mill. *He* said …": the article's pronoun is stronger than the list of names."""
    if q.near or not q.against or not q.alone or _is_quoted_of(q) or q.sentence - q.against[0].sentence > 1:
        return None
    t, who = q.w.t, q.against[0]
    others = any(is_somebody(t, k) for k in range(who.last, q.at))  # "Ann Marr met *the baker*. He …"
    return None if others else who.entity


def _is_quoted_of(q: Question) -> bool:
    """Whether the words just quoted name somebody of that gender: "“I trust *Tom Reed*,” Ann Marr said. **He** …"."""
    t, given = q.w.t, given_names()
    low = bisect_left(t.quotations, t.sentences[max(0, q.sentence - 1)][0])
    quoted = t.quotations[low : bisect_left(t.quotations, q.at, low)]
    words = [word.strip("“”,.") for i in quoted for word in t.words(i, i + 1).split()]
    return any(word.istitle() and given.get(word.lower()) is q.gender for word in words)


def subject_of_this_sentence(q: Question) -> Entity | None:
    """ "Marr said that *she* would …": the subject that stands before the pronoun in its sentence."""
    here = (trace for trace in q.near if trace.sentence == q.sentence)
    return next((trace.entity for trace in here if q.w.acts(trace)), None)


def named_right_before(q: Question) -> Entity | None:
    """ "It matters to Marr as *she* runs again": the name that the pronoun's clause is added to."""
    last, t = q.near[0] if q.near else None, q.w.t
    if last is None or last.last != q.at - 1 or not t.tag[q.at - 1] & SUBORDINATOR:
        return None
    return last.entity


def owner_of_the_subject(q: Question) -> Entity | None:
    """ "*Marr’s* victory changed that; **she** …", "*The mayor’s* victory …": whose what opens the sentence is."""
    opening = None if q.owns else opening_of(q.w.t, q.sentence, q.at)
    mark = q.w.t.find(POSSESSIVE_MARKS, *opening, 0) if opening else 0
    if opening is None or not mark:
        return None
    owner = q.w.meant(opening[0], mark, None)[0]
    named = owner is not None and owner.named and owner.fits(q.gender)
    return owner if named and owner not in q.barred | q.named else None


def speaker_of_the_sentence_before(q: Question) -> Entity | None:
    """ "Reed is late, Marr said. *She* added …": who spoke in the nearest sentence with a name."""
    return next((trace.entity for trace in q.nearest if trace.speaks), None)


def subject_of_the_sentence_before(q: Question) -> Entity | None:
    """ "Marr closed the bridge. *She* said …": the first subject of the nearest sentence with a name."""
    return next((trace.entity for trace in reversed(q.nearest) if q.w.acts(trace)), None)


def only_one_of_the_paragraph(q: Question) -> Entity | None:
    """ "The vote followed a speech by Ann Marr. *She* said …": nobody else was named in the paragraph."""
    here = q.w.paragraph_of(q.sentence)
    return _only(trace for trace in q.near if q.w.paragraph_of(trace.sentence) == here)


def only_one_of_the_sentence_before(q: Question) -> Entity | None:
    """ "It was heard by Ann Marr." / "*She* said …": nobody else was named in the sentence before."""
    t = q.w.t
    asks = t.lower[t.sentences[q.sentence - 1][1] - 1] == "?"  # "What if it is later than *Reed*?": hardly he
    before = (trace for trace in q.near if q.sentence - trace.sentence == 1)
    return _only(trace for trace in before if not asks or q.w.acts(trace))


def last_subject(q: Question) -> Entity | None:
    """ "Marr met Reed’s sister …": the last of that gender who did something."""
    return next((trace.entity for trace in q.near if q.w.acts(trace)), None)


def only_one(q: Question) -> Entity | None:
    """ "The bridge was built by Marr. It stood. *She* said …": the only one of that gender, far or near."""
    return _only(q.near)


def _only(traces: Iterable[Mention]) -> Entity | None:
    """Who alone is mentioned."""
    several = {trace.entity for trace in traces}
    return several.pop() if len(several) == 1 else None


PersonRule = Callable[[Question], Entity | None]
CLOSE: Final[list[tuple[str, PersonRule]]] = [
    ("pronoun: subject of its sentence", subject_of_this_sentence),
    ("pronoun: named right before its clause", named_right_before),
    ("pronoun: whose somebody or something opens it", owner_of_the_subject),
    ("pronoun: speaker of the sentence before", speaker_of_the_sentence_before),
    ("pronoun: subject of the sentence before", subject_of_the_sentence_before),
    ("pronoun: the only person of the paragraph", only_one_of_the_paragraph),
    ("pronoun: the only person of the sentence before", only_one_of_the_sentence_before),
]
FAR: Final[list[tuple[str, PersonRule]]] = [
    ("pronoun: the only person near", only_person_near),
    ("pronoun: last subject of that gender", last_subject),
    ("pronoun: the only person of that gender", only_one),
]


def person_meant(q: Question) -> tuple[Entity | None, str]:
    """Whom a "he" or "she" stands for, and the rule that says so.

    Those whom the claim itself names come before those who are far: "Marr is running. *She* said the Marr
    fund was small", where nobody else is near.
    """
    answer = _first(CLOSE, q)
    if answer is None and (q.named or q.aside < q.at):
        answer = _first(CLOSE, Question(q.w, q.p, q.barred, frozenset(), q.at))
    return answer or _first(FAR, q) or (None, "pronoun: nobody it can stand for")


def _first(rules: list[tuple[str, PersonRule]], q: Question) -> tuple[Entity, str] | None:
    """What the first of some rules says that finds anybody."""
    for name, rule in rules:
        entity = rule(q)
        if entity is not None:
            return entity, name
    return None
