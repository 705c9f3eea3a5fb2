"""The subjects of finite verbs in a stretch of a sentence: the nearest, the first, and which may speak."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    INFLECTED,
    NOUN,
    NOUN_VERB,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    PEOPLE,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SOURCE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    VERB,
    VERB_BASE,
    VERB_S,
)
from claimcli.parser.attribution.sentence import Sentence
from claimcli.parser.grammar import CONTRACTED, PARTICLES, POSSESSIVE_MARKS, Subject, is_participle_adjective

_SPEAKING: Final = SUBJECT | OBJECT | RELATIVE | SOURCE | NUMBER | PRONOUN
IMPERSONAL: Final = frozenset({"it", "that", "there", "this", "what"})  # "it’s hard to say"


def main_clause(s: Sentence, stop: int) -> int:
    """Where the main clause begins, behind one that opens the sentence: "Once he was mayor, | Marr left, saying …".

    Such a clause may stand behind a preposition or its phrase: "In what he called a ramble, | Marr left", "In a debate,
    while Reed smiled, | Marr left".
    """
    tag, first = s.tag, s.first
    opening = first
    while opening + 1 < stop and tag[opening] & (COORDINATOR | ADVERB) and not tag[opening] & SUBORDINATOR:
        opening += 1  # "But even though he was mayor, …"
    if not tag[opening] & (SUBORDINATOR | PREPOSITION):
        return first
    commas = [i for i in range(opening, stop - 1) if s.lower[i] == ","]
    if commas and (tag[opening] & SUBORDINATOR or s.lower[opening + 1] == "what"):
        return commas[0] + 1
    return commas[1] + 1 if len(commas) > 1 and tag[commas[0] + 1] & SUBORDINATOR else first


def may_speak(s: Sentence, subject: Subject) -> bool:
    """Whether a subject is somebody, a body or a document, no thing: "Marr", "who", not "the quarrel", "it"."""
    tag, first, head = s.tag, subject[0], s.head_of(subject[0], subject[2])
    if s.lower[head] in IMPERSONAL and s.lower[head] != "that":
        return False
    opens = tag[head] & CAPITAL and not (head == first and tag[head] & DETERMINER)
    return bool(opens or tag[head] & _SPEAKING) or s.lower[head] in POSSESSIVE_MARKS


def nearest_subject(s: Sentence, stop: int) -> Subject | None:
    """The subject of the last finite verb before ``stop``; verbs that share an earlier subject are passed over."""
    t, tag = s.t, s.tag
    i = stop - 1
    limit = max(s.first, stop - 60)
    thing: Subject | None = None
    over: Subject | None = None
    doubtful: Subject | None = None  # of "struggled on Monday", which may be a verb or a participle
    while i >= limit:
        what = tag[i]
        if t.lower[i] in CONTRACTED and s.what(i - 1) & (SUBJECT | RELATIVE):
            return None if t.lower[i - 1] in IMPERSONAL else (i - 1, i, i)  # "**He**’s trying to say"
        if what & AUXILIARY or (not what & CAPITAL and is_plain_finite(s, i)):
            group = s.group_of(i)
            subject = s.subject_before(group.start)
            whose_infinitive = t.lower[i + 1] == "to"  # "Marr refused to say", "a plan designed to say"
            sure = what & AUXILIARY or whose_infinitive or not is_participle_adjective(t, i)
            told_of = subject is not None and s.tag[subject[0]] & RELATIVE and t.lower[subject[0] - 1] == ","
            if subject and told_of and any(s.comma_at(j) for j in range(i, stop)):
                over = over or subject
                i = subject[0] - 1  # "Marr**, who left at noon,** …": a clause that is over
                continue
            if subject and sure and may_speak(s, subject):
                return subject
            thing = thing or (subject if sure else None)
            doubtful = subject
            i = group.start
        elif what & SUBJECT and not what & (OBJECT | POSSESSIVE):
            return i, i + 1, i + 1  # "as **he** labors to say", whatever his verb is
        i -= 1
    return thing or doubtful or over


def first_subject(s: Sentence, start: int, stop: int) -> Subject | None:
    """The subject of the first finite verb between ``start`` and ``stop``, or the pronoun that opens the clause."""
    t, tag = s.t, s.tag
    if tag[start] & SUBJECT:
        return start, start + 1, start + 1  # "**He** limps home, urging …", whatever his verb is
    told_of: Subject | None = None
    for i in range(start, stop):
        what = tag[i]
        if what & AUXILIARY or (not what & CAPITAL and is_plain_finite(s, i)):
            subject = s.subject_of_verb(i, start)
            if not subject or (subject[0] == start + 1 and tag[start] & PREPOSITION):
                continue  # not "In **a letter** released on Monday, Marr objected, saying …"
            if told_of is None and tag[subject[0]] & RELATIVE and t.lower[subject[0] - 1] == ",":
                told_of = subject  # on to the main verb: "**Marr**, who likes it, stayed, saying …"
            elif told_of is None or subject[0] < told_of[0]:
                return subject
    return told_of


def is_plain_finite(s: Sentence, i: int) -> bool:
    """Whether a word can only be a finite verb where it stands: "went", "he cut", not "a cut"."""
    what = s.tag[i]
    if what & NOUN or (what & VERB_S and s.what(i - 1) & (NUMBER | TIME) == NUMBER):
        return False  # "two **titles**"
    if not what & INFLECTED:
        return bool(what & VERB_BASE and not what & NOUN_VERB) and _follows_many(s, i)
    if what & NOUN_VERB and not s.what(i - 1) & (SUBJECT | RELATIVE):
        return s.lower[i] == "needs" and s.word(i + 1) == "to"
    if not what & VERB_BASE or (i > s.first and s.tag[i - 1] & (SUBJECT | RELATIVE | CAPITAL)):
        return True
    phrase = s.phrase_before(i) if s.word(i + 1) in _BEHIND or s.what(i + 1) & OPENS_NOUN else None
    return phrase is not None and phrase[0] == s.first  # "The mayor *put* out a note"


_BEHIND: Final = PARTICLES | {"back"}
_NO_PLURAL: Final = VERB | PREPOSITION | AUXILIARY | OPENS_NOUN | CAPITAL


def _follows_many(s: Sentence, i: int) -> bool:
    """Whether a plural stands before a verb’s base form: "old **friends** still *speak* of"."""
    while s.what(i - 1) & ADVERB:
        i -= 1
    before = s.what(i - 1)
    return bool(before & PEOPLE or (before & PLURAL and not before & _NO_PLURAL))
