"""Who does what a verb tells: its own subject, that of its clause, or whoever stands beside it."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    CUE_ADJECTIVE,
    INFLECTED,
    NOUN,
    NUMBER,
    OBJECT,
    PLURAL,
    PREPOSITION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TAGS,
    TENSED,
    VERB_ING,
    VERB_PARTICIPLE,
    WORD,
    forms_of,
)
from claimcli.lexicon.decision_words import DEMANDS, JUDGED_BY, frames_of
from claimcli.parser.decisions.antecedents import (
    NAMELESS,
    SAYING,
    actor_before,
    antecedent,
    core_of,
    is_main_verb,
    person_judged,
)
from claimcli.parser.decisions.choosers import LAWS, can_choose, is_person
from claimcli.parser.decisions.courses import head_words, phrase_at
from claimcli.parser.decisions.owners import owner_of
from claimcli.parser.decisions.sentence import FAR, NEAR, Range, Sentence
from claimcli.parser.grammar import REACH, RELATIVE_SUBJECTS, is_finite

STAYING: Final = forms_of("remain stay")
"""Verbs that make a state of it: "**remained** committed to the treaty"."""
LINKING: Final = STAYING | forms_of("seem appear happen tend fail neglect forget omit") | {"needs", "needed"}
"""Verbs that only link who chooses to what tells it, or say that it is not done."""
_SAID: Final = frozenset(
    "said says announced stated states confirmed confirms acknowledged admitted warned suggested suggests insisted"
    " insists claimed claims".split()
)
_REPORTING: Final = (SAYING | forms_of("report announce claim")) - forms_of("feel")
_OBJECTS: Final = frozenset({"him", "her", "them", "us", "me"})
_PURPOSE: Final = forms_of("assemble put hire recruit deploy merge").union(
    "with to at from against in into over along across through".split()
)
"""Words behind whose object an infinitive tells what for: "met with them | to urge …", "**hired** lawyers | to"."""
_GIVING: Final = forms_of("give grant offer deny")
"""Verbs whose first object may do what an infinitive tells: "**gave** the board power | to sell it"."""
_BEARING: Final = frozenset(
    "failure inability readiness willingness reluctance eagerness attempt attempts effort efforts struggle".split()
)
"""Nouns of which an infinitive tells what their owner does or not: "Marr’s **failure** | to act"; no mere power."""


def chooser_of(s: Sentence, start: int, *, finite: bool) -> Range | None:
    """Who chooses, where the verb group opens at ``start``: its own subject, or that of its clause."""
    name = s.what(start) & s.what(start - 1) & CAPITAL and not s.what(start + 1) & CAPITAL
    start += bool(name and s.what(start) & ADVERB)  # "Harlow First | vowed"
    if s.word(start - 1) in LINKING:  # "Marr **remains** | committed to", "Marr **failed** | to act"
        start, finite = s.group_of(start - 1).start, True
    if finite and s.word(start - 1) == "to" and s.what(start - 2) & VERB_PARTICIPLE:
        start = s.group_of(start - 2).start  # "**Marr** is said to | have sold it"
    if not finite:
        near = _beside(s, start) or _nearer(s, start)
        acts = actor_before if _tells_of_others(s, start) else main_subject
        return near or acts(s, start) or _told_of(s, start) or _subject_ahead(s, start)
    if s.word(start - 1) in SAYING and s.what(start - 2) & SUBJECT and s.tag[start] & AUXILIARY:
        return None  # "a bill that **he believes** | would cut the tax"
    joined = s.what(start - 1) & COORDINATOR
    own = told_more_of(s, start)
    opens = own and s.what(s.before_article(own[0] - 1)) & (COORDINATOR | SUBORDINATOR)
    behind = own and s.subject and own[0] >= s.subject[1] and (opens or is_person(s.t, own))
    around = own and s.subject and own[0] < s.subject[0]  # "**Marr**, whose aunt sold it, | refused"
    other = behind or around
    if joined or (s.word(start - 1) == "," and s.subject and not other):
        shared = _shared_subject(s, start) if joined else None
        return shared or (joined and _teller_told_of(s, start)) or s.subject or main_subject(s, start)
    asked = s.lower[s.first] == "why" and s.what(s.first + 1) & AUXILIARY  # "Why Does | Holt | Refuse to …?"
    subject = s.subject_before(start, s.first + 2 * bool(asked))
    if subject is not None:
        s.subject = teller_of(s, subject[0]) or antecedent(s, subject)
    return s.subject


def _nearer(s: Sentence, start: int) -> Range | None:
    """Who acts in the clause of a phrase, or was found last: "Marr vowed to act if **they** dare | to"."""
    acts, known = actor_before(s, start), s.subject
    return acts if acts and can_choose(s.t, acts) and (known is None or acts[0] >= known[1]) else known


def _tells_of_others(s: Sentence, start: int) -> bool:
    """Whether whoever opens the sentence says what others do: "Marr said | the plan had helped | to", not ", vowing".

    "It" is he where he is a body: "**the bank** said | it | saw no reason to".
    """
    verb = next((i for i in range(s.first + 1, min(start, s.first + REACH)) if is_main_verb(s, i)), start)
    verb = s.after_adverbs(verb + 1) if s.what(verb) & AUXILIARY else verb
    tells = s.word(verb) in _REPORTING or s.word(verb) in JUDGED_BY
    apart = verb < start - 2 and s.word(start - 1) != ","  # not "argues against | selling it"
    return tells and apart and "it" not in s.lower[verb:start]


def teller_of(s: Sentence, i: int) -> Range | None:
    """The body that "it" at ``i`` is, whose words these are: "**Holt Lines** said on Monday | it | was closing"."""
    said = s.find_back(_SAID, i - 1, i - (FAR if s.word(i - 1) == "that" else 6))
    if s.lower[i] != "it" or not said:
        return None
    teller = antecedent(s, s.subject_of_verb(said)) or main_subject(s, i)
    if teller is None or s.lower[slice(*teller)] == ["it"]:  # "**It** said on Monday | it"
        return teller
    return teller if can_choose(s.t, teller) and not is_person(s.t, teller) else None


def told_more_of(s: Sentence, start: int) -> Range | None:
    """Whom an apposition tells more of that a comma closes before a verb: "**Marr**, the clerk, | sold it"."""
    subject = s.subject_before(start) if s.word(start - 1) in (",", ")") else None
    led = (
        subject and s.what(s.before_article(subject[0] - 1)) & PREPOSITION
    )  # "Under **Marr**, the club wants to …"
    return core_of(subject) if subject and subject[2] < start - 1 and not led else None


def _shared_subject(s: Sentence, start: int) -> Range | None:
    """The subject of the last verb of the same form: "**Marr** has met those who pay it and has vowed …"."""
    auxiliary = s.lower[start] if s.tag[start] & AUXILIARY else ""
    form = s.tag[start] & INFLECTED
    for i in range(start - 2, max(s.first, start - REACH), -1):
        what = s.tag[i]
        if (s.lower[i] != auxiliary) if auxiliary else (not what & form or what & (NOUN | CAPITAL)):
            continue
        group = s.group_of(i)
        if group.start < i and s.word(start + 1) in NAMELESS:
            continue  # "said that Holt | had lied, and | fined it"
        plain = group.start == i and not s.what(i - 1) & (SUBJECT | RELATIVE | CAPITAL)
        reduced = plain and s.what(i + 1) & PREPOSITION  # "visas issued in 2014"
        subject = None if reduced else s.subject_before(group.start)
        told = group.start < i
        at = s.before_article(subject[0] - 1) if subject is not None else s.first
        if told and s.word(at - (s.word(at) == "that")) in _SAID:
            continue  # "said that Holt | had been robbed and | vowed to"
        if subject is not None:
            return antecedent(s, subject)
    return None


def _teller_told_of(s: Sentence, start: int) -> Range | None:
    """Who acts in what somebody says, which goes on: "Marr said **Holt** had lost money | and would close it"."""
    if not s.tag[start] & AUXILIARY or s.has(_OBJECTS, start + 1, start + 4):
        return None  # "and | has sued **him**"
    for i in range(start - 2, max(s.first, start - REACH), -1):
        if s.lower[i] in SAYING:
            return None
        subject = s.subject_of_verb(i) if is_finite(s.tag[i]) else None
        if subject is not None:
            at = s.before_article(subject[0] - 1)
            at -= s.word(at) == "that"
            told = antecedent(s, subject) if s.word(at) in _REPORTING else None
            return told if told and can_choose(s.t, told) else None
    return None


def _beside(s: Sentence, start: int) -> Range | None:
    """Somebody who stands just before: "prompted the council to allow …", "the council choosing …"."""
    if not s.what(start - 1) & WORD:
        return None
    if start - 1 == s.first and TAGS.get(s.lower[s.first], 0) & CUE_ADJECTIVE:
        return _subject_ahead(s, start)  # "Ready | to sell it, **Marr** …"
    judged = person_judged(s, start - 1)
    if judged is not None:
        return judged
    if s.lower[start - 1] in _OBJECTS:
        return None if _tells_purpose(s, start, start - 1) else (start - 1, start)
    if s.tag[start] & VERB_ING and s.lower[start - 1] in ("of", "in"):
        owner = owner_of(s, start - 1)  # "**Marr**’s history of | closing schools"
        if owner is not None:
            return owner
    led = s.find_back({"for"}, start - 2, start - NEAR) if s.lower[start] == "to" else 0
    if (
        led
        and (s.what(led - 1) & COORDINATOR or s.word(led - 1) in DEMANDS)
        and can_choose(s.t, (led + 1, start))
    ):
        return (led + 1, start)  # "asked for calm, and for **the police** | to leave"
    given = _given(s, start)
    if given is not None:
        return given
    phrase = s.phrase_before(start)
    if phrase is None:
        return None
    if s.word(start - 1) in LAWS and head_words(s, phrase)[1] < phrase[1]:
        return (start - 1, start)  # "protests in Arra against **a law** | banning it"
    bears = s.word(start - 1) in _BEARING
    if bears or not can_choose(s.t, phrase):
        # "**Marr**’s ad promising to", "**Marr**’s failure to"
        return owner_of(s, start) if s.tag[start] & VERB_ING or bears else None
    if _tells_purpose(s, start, phrase[0]):
        return None
    k = phrase[0] - 2  # "**Marr**, urged by the club to …"
    asks = s.word(k + 1) == "by" and s.word(k - 1) == "," and "addressee" in frames_of(s.word(k))
    return (s.phrase_before(k - 1) if asks else None) or phrase


def _given(s: Sentence, start: int) -> Range | None:
    """Who is given what an infinitive tells more of: "gave **the board** broad power | to sell it"."""
    bare = s.lower[start] == "to" and not s.what(start - 1) & (CAPITAL | OBJECT)
    verb = s.find_back(_GIVING, start - 3, start - FAR) if bare else 0
    for i in range(verb + 2, start - 1) if verb else ():
        # not "gave the clerks **500** euros to"
        goes_on = s.tag[i] & (CAPITAL | NOUN | NUMBER | PREPOSITION)
        if s.tag[i - 1] & (CAPITAL | NOUN | PLURAL | OBJECT) and not goes_on:
            return (verb + 1, i) if can_choose(s.t, (verb + 1, i)) or s.tag[i - 1] & PLURAL else None
    return None


def _tells_purpose(s: Sentence, start: int, beside: int) -> bool:
    """Whether an infinitive tells what for, not of those beside it: "met with **Holt** | to", "hired **Holt** | to"."""
    return s.lower[start] == "to" and s.word(beside - 1) in _PURPOSE


def main_subject(s: Sentence, stop: int) -> Range | None:
    """The subject of the first finite verb of the sentence before ``stop``, that of an aside only if no other."""
    aside = None
    for i in range(s.first + 1, min(stop, s.first + REACH)):
        if is_main_verb(s, i):
            subject = s.subject_of_verb(i)
            if subject and (subject[2] - subject[0] > 1 or s.lower[subject[0]] not in RELATIVE_SUBJECTS):
                return antecedent(s, subject)
            aside = subject  # "With a debt **that** grew, Marr vowed …"
    return antecedent(s, aside)


def _told_of(s: Sentence, start: int) -> Range | None:
    """Of whom a sentence that he opens tells by an aside: "**Marr**, refusing to sell it, …", "in refusing to"."""
    comma = start - 1 - bool(s.what(start - 1) & PREPOSITION)
    phrase = s.phrase_before(comma) if s.word(comma) == "," else None
    return phrase if phrase and phrase[0] <= s.first + 1 and can_choose(s.t, phrase) else None


def _subject_ahead(s: Sentence, start: int) -> Range | None:
    """Who acts in the clause that an opening phrase leads to: "By voting to sell it, | the board | ended …"."""
    if start - s.first > NEAR:
        return None
    for i in range(start + 1, min(s.last, start + REACH)):
        if s.lower[i] == ",":
            phrase = phrase_at(s, i + 1) or (i + 1, min(i + 2, s.last))  # a pronoun
            acts = s.what(phrase[1]) & (TENSED | ADVERB)
            if acts and can_choose(s.t, phrase):
                return phrase
    return None
