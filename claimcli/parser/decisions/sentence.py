"""A sentence as the rules of decisions see it: what makes a telling, and who chooses."""

from __future__ import annotations

from typing import Final, NamedTuple

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    NEGATION,
    NOUN,
    NUMBER,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    VERB_BASE,
    VERB_ING,
    VERB_PAST,
    VERB_S,
    WH,
    WORD,
    forms_of,
    inflect,
)
from claimcli.lexicon.decision_words import CHOOSERS, DECISION_VERBS, IDLE, JUDGED_BY, VAGUE, Told
from claimcli.model import Status
from claimcli.parser.decisions.choosers import SOMEBODY
from claimcli.parser.decisions.phrases import PARTICLES, Phrases, Range
from claimcli.parser.grammar import POSSESSIVE_MARKS, noun_phrase_before, subject_before, verb_group
from claimcli.parser.text import Tokens

SUBJECT_REACH: Final = 40
"""How many tokens into a sentence its main verb is looked for."""

OPENING_REACH: Final = 8
"""How many tokens into a sentence the verb of a phrase that opens it may stand."""

VERB_REACH: Final = 8
"""How many tokens the verbs of a clause of "who" may take."""

EVERYDAY: Final = 0.35
"""What the telling of an everyday act weighs beside that of a plain choice."""

_PHRASE_OPENERS: Final = frozenset(
    {"the", "a", "an", "this", "his", "her", "its", "their", "my", "our", "your"}
)
"""Words that open a noun phrase and never stand within one, but after a preposition or "and"."""
_SAYING: Final = frozenset(
    form
    for verb in "say think believe know argue add insist note explain tell feel".split()
    for form in inflect(verb)
)
_SAYS: Final = frozenset({"say", "says", "said"})
_ARTICLES: Final = (["a"], ["an"], ["the"])
_BROUGHT_TO: Final = frozenset({"to", "with", "against"})
_OF_ANOTHER: Final = frozenset({"his", "her", "its", "their"})
_CONDITIONS: Final = frozenset({"if", "unless", "lest", "had", "wish", "wished", "wishes"})
_ASKING: Final = forms_of("ask wonder know see decide determine question debate consider").union(["unclear"])
_DENIED: Final = frozenset(
    form for verb in "deny doubt dispute refute fear hope worry pretend".split() for form in inflect(verb)
).union(
    "rumor rumors rumour rumours speculation fear fears hope hopes allegation allegations suggestion suggestions"
    " evidence false untrue falsely idea chance possibility unlikely".split()
)
"""Words after which a clause tells nothing that is sure to have happened: "denied that", "rumours that"."""
_NONE: Final = frozenset({"no", "none", "nobody", "neither", "few"})
_MEANING: Final = forms_of("mean imply prove show guarantee ensure suggest indicate")
_JUDGED_FOR: Final = frozenset({"for", "over", "about", "with", "of"})
_WENT: Final = forms_of("go")
_NAMELESS: Final = frozenset({"it", "them", "this", "that", "these", "those", "so"})
_ANYBODY: Final = frozenset(
    "people voters voter percent % majority quarter third thirds half anyone anybody everyone everybody nobody"
    " somebody someone respondents electorate plurality you".split()
)
"""Those who decide nothing that an article tells when they want, plan or back something."""
_RELATIVE_OBJECTS: Final = frozenset({"which", "whom", "who"})
_RELATIVES: Final = frozenset({"who", "which", "that"})
_IT: Final = frozenset({"it", "they"})
_NOBODY: Final = frozenset({"it", "its", "that", "which", "this", "you", "your"})
_OPENERS: Final = WH | RELATIVE | SUBORDINATOR | AUXILIARY | VERB_PAST | VERB_S
_NOMINAL_OPENERS: Final = DETERMINER | POSSESSIVE | CAPITAL | SUBJECT


class Telling(NamedTuple):
    """One place that tells a choice, in ranges of the tokens ``t`` (an article's, or its quotations').

    ``weight`` says how surely the words tell a choice; 1 is a plain verb with its object.
    """

    t: Tokens
    status: Status
    actor: Range | None
    label: Range
    action: Range
    sentence: int
    rule: str
    weight: float
    object: Range | None = None
    """What the label's verb has for an object where that stands before: "the **levy**, which Marr vowed to keep"."""


class Sentence(Phrases):
    """One sentence being read; ``subject`` is the last that was found to choose, ``told`` the last telling."""

    __slots__ = ("subject", "told")

    def __init__(self, t: Tokens, number: int) -> None:
        super().__init__(t, number)
        self.subject: Range | None = None
        self.told: Telling | None = None

    def open_with(self, subject: Range | None) -> None:
        """Read what stands behind an opening bullet, as what a subject does that the list’s first line names."""
        self.first += 1
        self.subject = subject

    def telling(
        self,
        told: Told,
        actor: Range | None,
        label: Range | None,
        action: Range,
        rule: str,
        weight: float = 1.0,
    ) -> Telling | None:
        """A telling, unless it has no label or chooses nothing ("declined to comment")."""
        if label is None or label[0] >= label[1] or self.lower[label[0]] in IDLE:
            return None
        if not VAGUE.isdisjoint(self.lower[label[0] : label[1]]) and self._is_vague(label):
            return None
        if self._is_unreal(action[0]):
            return None
        if actor is not None:
            near = actor[1] + 1 >= action[0]  # not "doubted **Marr’s** promise that …"
            own = near or self.word(actor[0] - 1) == "that"  # "denied that | she had threatened to …"
            if self._is_unreal(actor[0], denied=own) or self._is_not_meant(actor[0]):
                return None
            if (told.minor or told.status is Status.PROPOSED) and self._is_anybody(actor):
                return None
        if label[1] - label[0] <= 2 and self.lower[label[1] - 1] in _NAMELESS:
            rule = "answered it"  # "threatened to veto them": names no choice by itself
        status = told.status
        if actor is not None and self._is_none(actor[0]):
            status = Status.PROPOSED if status is Status.DECLINED else Status.DECLINED
        if told.minor:
            if actor is None or not can_choose(self.t, actor):
                return None
            weight = EVERYDAY * min(weight, 1.0)
        before = self._object_before(actor[0]) if actor and label[1] - label[0] == 1 else None
        return Telling(self.t, status, actor, label, action, self.number, rule, weight, before)

    def _object_before(self, start: int) -> Range | None:
        """What a clause lacks for an object, of which it tells: "**the levy**, which | Marr vowed to keep"."""
        at = start - 1
        if self.word(at) not in _RELATIVE_OBJECTS:
            return None
        phrase = noun_phrase_before(self.t, self.first, at - (self.word(at - 1) == ","))
        if phrase is None:
            return None
        first, last = self._without_opener(phrase)
        first += self.lower[first] in ("the", "a", "an")
        return (first, last) if first < last else None

    def _is_none(self, start: int) -> bool:
        """Whether a phrase that opens at ``start`` is hardly anybody: "**no** party wants it", "**few** back it"."""
        lower = self.lower
        if lower[start] not in _NONE:  # an article may be left out: "no | party"
            start -= 1
            if start < self.first or lower[start] != "no":
                return False
        return not self.what(start + 1) & NUMBER and self.word(start - 1) != "a"  # "No 10", "a few"

    def _is_anybody(self, actor: Range) -> bool:
        """Whether an actor is the public, or a part of those who were polled: "voters", "43% of the sailors"."""
        first, last = actor
        head = next((i for i in range(first + 1, last) if self.tag[i] & (PREPOSITION | RELATIVE)), last) - 1
        return self.lower[head] in _ANYBODY or self.lower[last - 1] in _ANYBODY

    def _is_vague(self, label: Range) -> bool:
        """Whether a label's own words name no course: "raise **questions** about …", not "pay … to settle a claim"."""
        inside = range(label[0] + 1, label[1])
        end = next((i for i in inside if self.tag[i] & PREPOSITION), label[1])
        return not VAGUE.isdisjoint(self.lower[label[0] : end])

    def _is_unreal(self, start: int, *, denied: bool = True) -> bool:
        """Whether the clause that opens at ``start`` is but supposed, or told as untrue or unsure.

        "If | the council sells it", "Had | the council sold it", "rumours that | he resigned".
        """
        before = self.lower[start - 1] if start > self.first else ""
        if before in _DENIED or (before == "that" and self.word(start - 2) in _DENIED):
            return denied
        if before == "if":  # "asked if | the council would sell it"
            return self.word(start - 2) not in _ASKING
        if before in _CONDITIONS:
            return before != "had" or self._opens_clause(start - 1)
        return (
            self.lower[start] == "had"
            and self._opens_clause(start)
            and bool(self.what(start + 1) & _NOMINAL_OPENERS)
        )

    def _is_not_meant(self, start: int) -> bool:
        """Whether the clause that opens at ``start`` does not follow: "that doesn’t **mean** the council sells it"."""
        i = start if self.lower[start] in _MEANING else start - 1
        i -= self.word(i) == "that"
        return self.word(i) in _MEANING and bool(self.what(i - 1) & NEGATION)

    def _opens_clause(self, i: int) -> bool:
        return i == self.first or not self.tag[i - 1] & WORD

    # ---- who chooses --------------------------------------------------------------------------

    def subject_of(self, start: int, *, finite: bool) -> Range | None:
        """Who chooses, where the verb group opens at ``start``: its own subject, or that of its clause."""
        if not finite:
            near = self._beside(start) or self.subject
            return near or self.main_subject(start) or self._subject_ahead(start)
        joined = self.what(start - 1) & COORDINATOR
        if joined or (self.word(start - 1) == "," and self.subject):
            shared = self._shared_subject(start) if joined else None
            return shared or self.subject or self.main_subject(start)
        subject = subject_before(self.t, self.first, start)
        subject = (subject and self._outer_subject(subject[0])) or subject
        if subject is not None:
            self.subject = self.antecedent(subject)
        return self.subject

    def _outer_subject(self, inner: int) -> tuple[int, int, int] | None:
        """The subject whose "who" has its object at ``inner``: "**The rival** who beat | the mayor | vowed"."""
        for i in range(inner - 1, max(self.first, inner - VERB_REACH), -1):
            if self.lower[i] == "who":
                return (i, i + 1, i + 1) if self.tag[i - 1] & WORD else None
            if not self.tag[i] & (VERB_PAST | VERB_S | ADVERB | AUXILIARY) or self.lower[i] in _SAYING:
                return None
        return None

    def _shared_subject(self, start: int) -> Range | None:
        """The subject of the last verb of the same form: "**Marr** has met those who pay it and has vowed …"."""
        auxiliary = self.lower[start] if self.tag[start] & AUXILIARY else ""
        form = self.tag[start] & (VERB_PAST | VERB_S)
        for i in range(start - 2, max(self.first, start - SUBJECT_REACH), -1):
            what = self.tag[i]
            if (self.lower[i] != auxiliary) if auxiliary else (not what & form or what & (NOUN | CAPITAL)):
                continue
            group = verb_group(self.t, self.first, i)
            plain = group.start == i and not self.what(i - 1) & (SUBJECT | RELATIVE | CAPITAL)
            reduced = plain and self.what(i + 1) & PREPOSITION  # "visas issued in 2014"
            subject = None if reduced else subject_before(self.t, self.first, group.start)
            if subject is not None:
                return self.antecedent(subject)
        return None

    def _judged(self, p: int) -> Range | None:
        """Whom a verb of praise or blame names before the preposition at ``p``: "blasted **Holt** on Monday | for"."""
        if self.word(p) not in _JUDGED_FOR:
            return None
        while self.what(p - 1) & TIME:
            p -= 1
        p -= self.word(p - 1) == "on"
        if self.what(p - 1) & OBJECT and not self.what(p - 1) & CAPITAL:
            phrase = (p - 1, p)
        else:
            named = noun_phrase_before(self.t, self.first, p)
            if named is None or not can_choose(self.t, named):
                return None
            phrase = self._without_opener(named)
        before = self.word(phrase[0] - 1)
        after = before == "after" and self.word(phrase[0] - 2) in _WENT
        return phrase if before in JUDGED_BY or after else None

    def _beside(self, start: int) -> Range | None:
        """Somebody who stands just before: "prompted the council to allow …", "the council choosing …"."""
        if not self.what(start - 1) & WORD:
            return None
        judged = self._judged(start - 1)
        if judged is not None:
            return judged
        phrase = noun_phrase_before(self.t, self.first, start)
        if phrase is None:
            return None
        if not can_choose(self.t, phrase):
            return (
                self.owner_of(start) if self.tag[start] & VERB_ING else None
            )  # "**Marr**’s ad promising to"
        if self.word(phrase[0] - 1) == "by":
            return self._asked_by(phrase[0] - 2) or phrase
        for i in range(phrase[0] + 1, phrase[1] - 1):
            if self.lower[i] == "to" and not self.tag[i - 1] & (NOUN | ROLE | CAPITAL):
                return (i + 1, phrase[1])  # "due to | the board choosing"
            gerund = self.tag[i] & VERB_ING and self.tag[i - 1] & PREPOSITION
            if gerund and self.tag[i + 1] & _NOMINAL_OPENERS:
                return (i + 1, phrase[1])  # "praised for persuading | the board to sell"
        return phrase

    def _asked_by(self, k: int) -> Range | None:
        """Who is asked by the participle at ``k``, if it asks: "**Marr**, urged by the club to …"."""
        verb = DECISION_VERBS.get(self.word(k))
        if verb is None or "addressee" not in verb.frames.get("", {}):
            return None
        start = verb_group(self.t, self.first, k).start
        asked = subject_before(self.t, self.first, start) if self.word(start - 1) != "," else None
        if asked is not None:
            return self.antecedent(asked)
        return noun_phrase_before(self.t, self.first, start - (self.word(start - 1) == ","))

    def antecedent(self, subject: tuple[int, int, int]) -> Range | None:
        """A subject without its apposition; for "who", "which" and "that" the phrase before them.

        None where only an article is left of it: "made **a** politically | charged visit".
        """
        first, _, core = subject
        if core - first == 1 and self.lower[first] in _IT and self.word(first - 1) == "that":
            return self._told_alike(first) or (first, core)
        if core - first == 1 and self.lower[first] in _RELATIVES:
            phrase = noun_phrase_before(self.t, self.first, first - (self.word(first - 1) == ","))
            if phrase is None:
                return None
            phrase = self._without_opener(phrase)
            named = self._named_before(phrase)
            if self.lower[first] == "who":
                return self._person_in(named)
            return phrase if named == phrase else self._body_in(named)
        opened = self._without_opener((first, core))
        if self._is_seat(opened[0]):
            return self._named_before(opened)  # "Ann Marr, D-Ohio, who leads it, | voted"
        return None if self.lower[slice(*opened)] in _ARTICLES else opened

    def _told_alike(self, i: int) -> Range | None:
        """Whom the clause before "and that it" tells of: "said **the board** had met, and that | it | had agreed"."""
        if self.word(i - 2) != "and":
            return None
        for j in range(i - 3, max(self.first, i - SUBJECT_REACH), -1):
            if self.lower[j] in _SAYING:
                phrase = self.noun_phrase(j + 1 + (self.word(j + 1) == "that"))
                return phrase if phrase and can_choose(self.t, phrase) and phrase[1] < i else None
        return None

    def _is_seat(self, i: int) -> bool:
        """Whether a token is a party with a place: "D-Ohio"."""
        return self.lower[i][1:2] == "-" and bool(self.tag[i] & CAPITAL)

    def _named_before(self, phrase: Range) -> Range:
        """Who is named before what "a" or "one of" opens, or a seat: "**Ann Marr**, a lawyer who", "…, D-Ohio, who"."""
        start = phrase[0]
        opens = self._is_seat(start) or self.lower[start] in ("a", "an", "one")
        if self.word(start - 1) != "," or not opens:
            return phrase
        named = noun_phrase_before(self.t, self.first, start - 1)
        if named is None or not self.tag[named[1] - 1] & CAPITAL:
            return phrase
        fronted = (
            named[0] == self.first + 1 and self.tag[self.first] & PREPOSITION
        )  # "In Arra, a lawyer who …"
        return phrase if fronted else self._without_opener(named)

    def named_after(self, phrase: Range) -> Range:
        """Who is named after what describes them, if a name does: "a former rival, **Ann Marr**"."""
        if self.word(phrase[1]) == "," and not self.tag[phrase[1] - 1] & CAPITAL:
            named = self.noun_phrase(phrase[1] + 1)
            if named is not None and self.tag[named[1] - 1] & CAPITAL:
                return named
        return phrase

    def _person_in(self, phrase: Range) -> Range:
        """Whom "who" stands for at the end of a phrase: "handed the bill to | the mayor, who …".

        Not what is of somebody, nor whom a name is brought to: "the help of | Marr, who", "Marr to | Holt, who".
        """
        if not can_choose(self.t, phrase):
            return phrase
        for i in range(phrase[1] - 2, phrase[0], -1):
            if self.tag[i] & PREPOSITION:
                deed = self.tag[i + 1] & VERB_ING  # "for praising | the mayor, who"
                name = self.tag[i - 1] & CAPITAL and not self.tag[i - 1] & ROLE
                outer = not deed and (can_choose(self.t, (phrase[0], i)) or self.lower[i - 1] in CHOOSERS)
                if not outer or (name and self.lower[i] in _BROUGHT_TO):
                    return (i + 1 + bool(deed), phrase[1])
                if self.lower[i] != "of":
                    return phrase
        return phrase

    def _body_in(self, phrase: Range) -> Range:
        """What "that" stands for at the end of a phrase: "the director of | Holt Lines, a firm that …"."""
        for i in range(phrase[1] - 2, phrase[0], -1):
            if self.tag[i] & PREPOSITION and not self.tag[i - 1] & CAPITAL:
                return (i + 1, phrase[1])
        return phrase

    def _without_opener(self, phrase: Range) -> Range:
        """A phrase without what leads to it: "details about how | a president", "voters say | the mayor"."""
        if self.lower[phrase[0]] in PARTICLES and phrase[1] - phrase[0] > 1:
            phrase = (phrase[0] + 1, phrase[1])  # "struck down | a law"
        if (
            self.lower[phrase[1] - 1] in _NAMELESS and not self.what(phrase[1] - 2) & PREPOSITION
        ):  # "hopes | this"
            return (phrase[1] - 1, phrase[1])
        for i in range(phrase[1] - 2, phrase[0] - 1, -1):
            what = self.tag[i]
            if self.lower[i] in _SAYS and i > phrase[0]:  # in a headline: "Marr Says | Rivals Lied"
                return (i + 1, phrase[1])
            if what & _OPENERS and not what & (NOUN | CAPITAL | PREPOSITION | POSSESSIVE | DETERMINER):
                following = self.tag[i + 1]
                if not following & PREPOSITION or following & SUBORDINATOR:  # not "those hurt in the fire"
                    return (i + 1, phrase[1])
            if i > phrase[0] and self._opens_another(i):
                return (i, phrase[1])
        return phrase

    def _opens_another(self, i: int) -> bool:
        """Whether an article or an owner at ``i`` opens a phrase of its own: "the part | her aunt" (played)."""
        if self.lower[i] not in _PHRASE_OPENERS:
            return False
        before = self.tag[i - 1]
        return bool(before & WORD) and not before & (PREPOSITION | COORDINATOR | ADVERB | DETERMINER)

    def main_subject(self, stop: int) -> Range | None:
        """The subject of the first finite verb of the sentence before ``stop``, that of an aside only if no other."""
        aside = None
        for i in range(self.first + 1, min(stop, self.first + SUBJECT_REACH)):
            what = self.tag[i]
            if what & AUXILIARY or (what & (VERB_PAST | VERB_S) and not what & (NOUN | VERB_BASE)):
                subject = subject_before(self.t, self.first, verb_group(self.t, self.first, i).start)
                if subject is None:
                    continue
                if subject[2] - subject[0] > 1 or self.lower[subject[0]] not in _RELATIVES:
                    return self.antecedent(subject)
                aside = aside or subject  # "With a debt **that** grew, Marr vowed …"
        return self.antecedent(aside) if aside else None

    def _subject_ahead(self, start: int) -> Range | None:
        """Who acts in the clause that an opening phrase leads to: "By voting to sell it, | the board | ended …"."""
        if start - self.first > OPENING_REACH:
            return None
        for i in range(start + 1, min(self.last, start + SUBJECT_REACH)):
            if self.lower[i] == ",":
                phrase = self.noun_phrase(i + 1)
                if phrase is None and self.what(i + 1) & SUBJECT:
                    phrase = (i + 1, i + 2)
                acts = phrase is not None and self.what(phrase[1]) & (AUXILIARY | VERB_PAST | VERB_S | ADVERB)
                if phrase is not None and acts and can_choose(self.t, phrase):
                    return phrase
        return None

    def owner_of(self, k: int) -> Range | None:
        """Whose the noun at ``k`` is: "his refusal", "the mayor’s repeated promise"."""
        for i in range(k - 1, max(self.first, k - 6) - 1, -1):
            what = self.tag[i]
            if what & POSSESSIVE:
                haver = self.haver_of(k) if self.lower[i] in ("their", "its") else None
                return self._judged(i - 1) or self._faulted(i) or haver or (i, i + 1)
            if self.lower[i] in POSSESSIVE_MARKS:
                return self._owner_before(i)
            if (not what & WORD and self.lower[i] != "-" and not self.abbreviates(i)) or what & (
                PREPOSITION | DETERMINER | AUXILIARY | SUBJECT
            ):
                return None
        return None

    def _faulted(self, i: int) -> Range | None:
        """Whose "his" is in what "is" says of somebody’s thing: "one of **Holt**’s faults is **his** refusal"."""
        if self.lower[i] not in _OF_ANOTHER or not self.what(i - 1) & BE:
            return None
        phrase = noun_phrase_before(self.t, self.first, verb_group(self.t, self.first, i - 1).start)
        marks = [j for j in range(*phrase) if self.lower[j] in POSSESSIVE_MARKS] if phrase else []
        return self._owner_before(marks[0]) if marks else None

    def _owner_before(self, mark: int) -> Range | None:
        """Whose a thing is by the mark at an index, no further than a preposition: "counter to | Obama’s".

        But for the "of" of who chooses: "the mayor of Arra’s plan", beside "the cost of | Marr’s plan".
        """
        phrase = noun_phrase_before(self.t, self.first, mark)
        if phrase is None:
            return None
        start, end = self._without_opener(phrase)
        for i in range(end - 2, start - 1, -1):
            if self.tag[i] & PREPOSITION and (self.lower[i] != "of" or not can_choose(self.t, (start, i))):
                return (i + 1, end)
        return (start, end)

    def named_for(self, k: int) -> Range | None:
        """Whose the noun at ``k`` is by the name before it: "the **Harlow Council** vote on …"."""
        start = k
        while start > self.first + 1 and self.tag[start - 1] & CAPITAL and not self.tag[start - 1] & TIME:
            start -= 1
        return (start, k) if start < k and can_choose(self.t, (start, k)) else None

    def haver_of(self, k: int) -> Range | None:
        """Who has what the noun at ``k`` names, the subject of its verb: "the city announced a plan to …"."""
        gerund = self.what(k) & VERB_ING and self.what(k - 1) & PREPOSITION  # "cheated by meeting with …"
        for i in range(k - 1 - bool(gerund), max(self.first, k - 6) - 1, -1):
            what = self.tag[i]
            if what & (VERB_PAST | VERB_S | AUXILIARY) and not what & NOUN:
                if self.lower[i] in _SAYING:  # "Marr said the ban on …": not his
                    return None
                subject = subject_before(self.t, self.first, verb_group(self.t, self.first, i).start)
                actor = self.antecedent(subject) if subject else None
                if actor or subject is None:
                    return actor
            if not (what & WORD or self.abbreviates(i)) or what & PREPOSITION:
                break
        return None

    def owner_or_haver_of(self, k: int, status: Status) -> Range | None:
        """Whose the choice is that the noun at ``k`` names: its owner, who has it, else who acts in the sentence.

        The last only of what is asked for or planned: "Marr spoke at length, with a call for a curfew".
        """
        actor = self.owner_of(k) or self.named_for(k) or self.haver_of(k)
        if actor is None and status is Status.PROPOSED:
            actor = self._told_of(k) or self.main_subject(k)
            return actor if actor and can_choose(self.t, actor) else None
        return actor

    def _told_of(self, k: int) -> Range | None:
        """Whose are the deeds that a clause before ``k`` is about: "said that | Marr’s record of backing a ban"."""
        that = next(
            (i for i in range(k - 1, max(self.first, k - SUBJECT_REACH), -1) if self.lower[i] == "that"), 0
        )
        if not that or not self.tag[that - 1] & (VERB_PAST | VERB_S | VERB_BASE):
            return None
        phrase = self.noun_phrase(that + 1)
        marks = [i for i in range(*phrase) if self.lower[i] in POSSESSIVE_MARKS] if phrase else []
        return self._owner_before(marks[0]) if marks and marks[0] < k else None


def can_choose(t: Tokens, phrase: Range) -> bool:
    """Whether a phrase is somebody: a pronoun of persons, a name, an office, a body or people."""
    first, head = phrase[0], phrase[1] - 1
    if t.lower[head] == "." and head > first:  # "Holt Corp."
        head -= 1
    what = t.tag[head]
    if first == head and what & (SUBJECT | RELATIVE | POSSESSIVE):
        return t.lower[head] not in _NOBODY
    if what & SOMEBODY:
        return True
    for i in range(first + 1, head):  # "**candidates** in close races"
        if t.tag[i] & PREPOSITION:
            return bool(t.tag[i - 1] & SOMEBODY)
    return False
