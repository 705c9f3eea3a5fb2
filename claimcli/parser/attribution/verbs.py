"""Verbs as cues: "He said that …", "…, adding that …", "which he denies"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    COORDINATOR,
    CUE,
    CUE_NOUN,
    CUE_VERBS,
    DETERMINER,
    DOCUMENT,
    FINITE,
    GERUND,
    NAMED,
    NEGATION,
    NOUN,
    NOUN_VERB,
    NUMBER,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    SEEM,
    SPEECH,
    STANCE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    VERB,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    VERB_S,
    WH,
    WORD,
    Frames,
)
from claimcli.parser.attribution.extent import before_predicate, clause_end, phrase_content_end
from claimcli.parser.attribution.frames import Content, content_after
from claimcli.parser.attribution.passives import passive_cue, reduced_passive, seems_cue
from claimcli.parser.attribution.sentence import Range, Sentence, Subject
from claimcli.parser.attribution.subjects import opening_speaker, subject_of
from claimcli.parser.grammar import (
    POSSESSIVE_MARKS,
    Group,
    has_verb,
    noun_phrase_before,
    phrase_end,
    skip_adverbs,
    verb_group,
)
from claimcli.parser.text import QUOTATION

_TOLD_IF_DENIED: Final = frozenset({"object", "particle", "infinitive", "gerund"})
"""What is a stance although it is denied ("has not endorsed the plan"), where denied speech is none."""
_PHRASE: Final = 8  # tokens between a content and the comma that ends the phrase which opens the sentence
_PHRASES: Final = _TOLD_IF_DENIED | {"addressee-infinitive"}
"""What holds no clause unless a word opens it."""
_NO_SUBJECT: Final = FINITE | ADVERB | COORDINATOR | VERB_ING
_NO_OBJECT: Final = PREPOSITION | COORDINATOR | AUXILIARY | FINITE | NOUN
_NO_NOUN: Final = PREPOSITION | COORDINATOR | AUXILIARY
_NOBODY: Final = frozenset(("nobody", "none", "neither", "no"))
_FREE: Final = frozenset(("authorized", "authorised", "allowed", "permitted", "cleared", "able", "free"))
_SEEKS: Final = frozenset(("seek", "request"))
_COMMENT: Final = frozenset(("comment", "comments"))
"""What the article itself asks for: "did not return a call seeking **comment**"."""
_NO_DENIAL: Final = frozenset(("wonder", "doubt", "longer", "less", "matter"))
"""What makes no denial of "no": "**No wonder** Marr said …"."""


def verb_cue(s: Sentence, k: int) -> bool:
    """ "He said that …", "…, adding that …", "she was accused of …", "the plan seems dead"."""
    what = s.t.tag[k]
    frames = CUE_VERBS[s.t.lower[k]]
    group = verb_group(s.t, s.taken, k)
    if not is_verb(s, k, group, s.t.tag[group.start - 1] if group.start > s.first else 0):
        return False
    if what & VERB_PARTICIPLE and not group.auxiliary and reduced_passive(s, k, group, frames):
        return True
    if group.passive or (what & VERB_PARTICIPLE and not group.finite and not what & VERB_PAST):
        return passive_cue(s, k, group, frames)
    if frames.bits & SEEM:
        return not group.negated and group.finite and seems_cue(s, k, group)
    return _active(s, k, group, frames)


def _active(s: Sentence, k: int, group: Group, frames: Frames) -> bool:
    what = s.t.tag[k]
    subject = subject_of(s, group, k)
    found, relative = _content_and_relative(s, k, frames, subject)
    if found is None or (found.start >= found.end and relative is None):
        return False
    if _is_not_said(s, k, group, subject, found):
        if what & SPEECH and found.rule.endswith("clause"):
            s.taken = found.end  # "did not say whether …": what was not said is nobody's claim
        return False
    if _is_no_claim(s, k, group, subject, found):
        return False
    if subject is None and (group.infinitive or (what & VERB_ING and not group.finite)):
        subject = _subject_after(s, found.end) or opening_speaker(s, k)
    head, found = _before_main_verb(s, k, group, subject, found)
    content = [(found.start, found.end)] if found.start < found.end else []
    if relative is not None and not content and s.t.lower[relative] == "what":
        return False  # "What we know"
    if relative is not None:
        content = [(relative, relative + 1), *content]
    cue = group.start if group.negated else k
    s.add_by(subject, content, (cue, found.cue_end), _rule_name(s, group, k, found.rule), frames.lemma)
    if head is not None:
        s.subject = head[0], found.end, head[1]  # whose verb comes now
    elif subject and group.finite:
        s.subject = subject
    s.taken = found.end
    return True


def _is_not_said(s: Sentence, k: int, group: Group, subject: Subject | None, found: Content) -> bool:
    """Whether something is denied that is told only where it was done: "did not say that …", "Neither would say …"."""
    undone = s.t.tag[k] & VERB_ING and not group.finite and _is_left_undone(s, group.start)
    if not group.negated and not undone and (subject is None or not _is_nobody(s, subject)):
        return False
    return not CUE_VERBS[s.t.lower[k]].bits & STANCE and found.rule not in _TOLD_IF_DENIED


def _is_no_claim(s: Sentence, k: int, group: Group, subject: Subject | None, found: Content) -> bool:
    """Whether nobody says what a verb introduces, or it is none of what the article reports."""
    lower = s.t.lower
    frames = CUE_VERBS[lower[k]]
    if subject is None:
        if not _may_lack_subject(s, k, group):
            return True
    elif subject[1] == subject[0] + 1 and lower[subject[0]] in _NOBODY:
        return True  # "nobody wants to …"
    if group.infinitive and _is_barred(s, group.start):
        return True
    if found.rule != "object":
        return False
    if frames.bits & NAMED and subject and _introduces_name(s, k, group, subject):
        return True
    return frames.lemma in _SEEKS and lower[found.start] in _COMMENT


def _is_barred(s: Sentence, g: int) -> bool:
    """Whether somebody may not do what the infinitive at ``g`` says: "was **not authorized** to discuss it"."""
    return g - 2 >= s.first and s.t.lower[g - 1] in _FREE and bool(s.t.tag[g - 2] & NEGATION)


def _is_left_undone(s: Sentence, g: int) -> bool:
    """Whether what the participle at ``g`` says was not done: "left **without** saying", "**instead of** saying"."""
    before = s.t.lower[max(s.first, g - 2) : g]
    return before[-1:] == ["without"] or before in (["short", "of"], ["instead", "of"])


def _awaits_predicate(s: Sentence, group: Group, found: Content) -> bool:
    """Whether the sentence has yet to come to its verb: "**To blame** him is easy", "Those eager to blame him"."""
    if group.finite and not group.infinitive:
        return False
    lower = s.t.lower
    clause = lower[found.start - 1] == "out" or (found.rule == "infinitive" and lower[found.start] != "to")
    return not clause and not has_verb(s.t, s.first, group.start)


def _is_nobody(s: Sentence, subject: Subject) -> bool:
    """Whether a subject denies its verb: "**Neither Marr nor Reed** would say who left"."""
    first = subject[0]
    return s.t.lower[first] in _NOBODY and s.t.lower[first + 1] not in _NO_DENIAL


def _before_main_verb(
    s: Sentence, k: int, group: Group, subject: Subject | None, found: Content
) -> tuple[Range | None, Content]:
    """A content without the sentence's main verb, where the cue is part of that verb's subject, and that subject."""
    head = _modified(s, k, group, subject)
    if head is not None:
        clause, sure = found.rule.endswith("clause"), has_verb(s.t, s.first, head[0])
        end = before_predicate(s, found.start, found.end, clause, sure=sure)
        return (head if end < found.end else None), found._replace(end=end)
    if found.rule in _PHRASES and _awaits_predicate(s, group, found):
        found = found._replace(end=before_predicate(s, found.start, found.end, False, sure=True))
    return None, found


def _modified(s: Sentence, k: int, group: Group, subject: Subject | None) -> Range | None:
    """The phrase that a cue only tells more of, its verb yet to come: "**Voters** who back Marr are young"."""
    tag, lower = s.t.tag, s.t.lower
    at = group.start
    if at == s.first or not tag[at - 1] & WORD:
        return None
    if subject and lower[subject[0]] in ("who", "that"):
        at = subject[0]
    elif (
        not tag[k] & VERB_ING
        or group.finite
        or tag[at - 1] & (PREPOSITION | SUBORDINATOR | COORDINATOR | VERB)
    ):
        return None
    return noun_phrase_before(s.t, s.first, at)


def _content_and_relative(
    s: Sentence, k: int, frames: Frames, subject: Subject | None
) -> tuple[Content | None, int | None]:
    """What the verb introduces, and where it stands in a relative clause the pronoun that is its object."""
    found = content_after(s, k, frames)
    relative = _relative_object(s, subject)
    that = relative is None or s.t.lower[relative] == "that"
    if that and found is None and _lacks_subject(s, k):
        return _rest_of_relative(s, k), None
    if relative is not None and s.t.lower[relative] == "that":
        return _dismissed_as(s, k) or found, None
    if relative is not None and found is not None and found.rule in ("infinitive", "object"):
        return found, None if s.t.lower[relative] == "what" else relative
    if relative is not None and (
        found is None or (found.rule == "clause" and s.t.tag[found.start] & (AUXILIARY | FINITE))
    ):
        return _rest_of_relative(s, k), relative
    if found is None and subject and subject[0] > s.first and s.t.tag[subject[0] - 1] & (CUE_NOUN | NOUN):
        return _dismissed_as(s, k), None  # "a charge he dismissed as …"
    return found, None


def _introduces_name(s: Sentence, k: int, group: Group, subject: Subject) -> bool:
    """Whether a participle tells the name of what stands before it: "she sings in **a choir** called Aurora"."""
    tag = s.t.tag
    if group.auxiliary or not tag[k] & VERB_PARTICIPLE or subject[1] != group.start:
        return False
    for i in range(subject[1] - 1, subject[0] - 1, -1):
        if tag[i] & (DETERMINER | POSSESSIVE | SUBJECT | RELATIVE | CAPITAL | PEOPLE):
            return s.t.lower[i] in ("a", "an", "another") and has_verb(s.t, s.first, i)
    return False


def _may_lack_subject(s: Sentence, k: int, group: Group) -> bool:
    """Whether a verb without a subject can be a cue: a participle ("Asked whether …"), or one with an auxiliary."""
    what = s.t.tag[k]
    if what & (VERB_BASE | VERB_S) and not group.finite:
        return False
    if what & NOUN_VERB and k > s.first and not (group.auxiliary or group.infinitive):
        before = s.t.tag[k - 1]  # of a noun: "refused *requests*", "made new *claims*"
        return bool(before & COORDINATOR) or not before & WORD
    return not (what & VERB_PARTICIPLE and k > s.first and not s.t.tag[k - 1] & SUBORDINATOR)


def _subject_after(s: Sentence, end: int) -> Subject | None:
    """The subject of a participle that opens the sentence: "After announcing her run, | Marr left".

    The comma may stand inside a quotation: "Calling it “a mess,” | Marr left".
    """
    if s.t.lower[end - 1] == QUOTATION and s.ends_with_comma(end - 1):
        end -= 1
    else:
        end = next((i for i in range(end, min(end + _PHRASE, s.last)) if not s.t.tag[i] & WORD), end)
    while end + 1 < s.last and s.t.lower[end] == "," and s.t.tag[end + 1] & VERB_ING:
        end = next((i for i in range(end + 2, s.last) if s.t.lower[i] == ","), s.last)  # a second participle
    if end + 1 >= s.last or s.t.lower[end] not in (",", QUOTATION) or s.t.tag[end + 1] & _NO_SUBJECT:
        return None
    stop = phrase_end(s.t, end + 1, s.last)
    return (end + 1, stop, stop) if stop > end + 1 else None


def _relative_object(s: Sentence, subject: Subject | None) -> int | None:
    """Where "which" or "what" stands before a subject as the object of its verb: "which Mr. Ailes denies"."""
    if subject is None or subject[0] <= s.first or subject[0] < s.taken:
        return None
    before = subject[0] - 1
    if s.t.lower[before] not in ("which", "what", "that", "whom") or before < s.taken:
        return None
    if before > s.first and s.t.tag[before - 1] & PREPOSITION:
        return None  # "in which he said"
    return before


def _lacks_subject(s: Sentence, k: int) -> bool:
    """Whether a verb follows whose subject stands before the cue: "a probe that the mayor said **was** late"."""
    tag = s.t.tag
    if not tag[k] & SPEECH or not tag[k] & FINITE or tag[k] & NOUN_VERB:
        return False
    p = skip_adverbs(s.t, k + 1, s.last)
    return p < s.last and bool(tag[p] & AUXILIARY and not tag[p] & (VERB_ING | CAPITAL))


def _rest_of_relative(s: Sentence, k: int) -> Content:
    """What goes on behind the verb of a relative clause: "which he said | runs the risk"."""
    t, tag = s.t, s.t.tag
    p = skip_adverbs(t, k + 1, s.last)
    if p < s.last and (tag[p] & AUXILIARY or (tag[p] & FINITE and not tag[p] & NOUN) or t.lower[p] == "as"):
        return Content("relative", k + 1, p, clause_end(s, p, k))
    return Content("relative", k + 1, k + 1, k + 1)


def _dismissed_as(s: Sentence, k: int) -> Content | None:
    """ "a claim that Marr dismissed as | “noise”": what it is said to be."""
    if k + 2 >= s.last or s.t.lower[k + 1] != "as":
        return None
    return Content("as", k + 1, k + 2, phrase_content_end(s, k + 2, k))


def _rule_name(s: Sentence, group: Group, k: int, rule: str) -> str:
    if s.t.tag[k] & VERB_ING and not group.finite:
        return f"participle-then-{rule}"
    return f"infinitive-cue-then-{rule}" if group.infinitive else f"cue-then-{rule}"


def is_verb(s: Sentence, k: int, group: Group, before: int) -> bool:
    """Whether a form that could also be a noun or an adjective is a verb where it stands."""
    lower, tag = s.t.lower, s.t.tag
    what = tag[k]
    if k + 1 < s.last and lower[k + 1] == "-":
        return False
    previous = lower[k - 1] if k > s.first else ""
    if what & VERB_ING and previous in POSSESSIVE_MARKS and _is_had(s, k):
        return False
    if group.auxiliary or group.infinitive:
        base = what & (VERB_BASE | VERB_PARTICIPLE | VERB_PAST) == VERB_BASE
        return not (base and tag[k - 1] & BE)  # "is term limited"
    if what & VERB_ING:
        return not before & (DETERMINER | POSSESSIVE) and previous not in POSSESSIVE_MARKS
    if what & CAPITAL and k > s.first and not s.title_case():
        return False
    if what & VERB_PAST and not what & VERB_BASE:
        noun_to_come = before & (DETERMINER | POSSESSIVE) and not before & PRONOUN
        if (noun_to_come and previous != "other") or previous in POSSESSIVE_MARKS:
            return False  # "the leaked report"; "the other said"
        return not (before & PREPOSITION and not what & NOUN and lower[group.start - 1] != "that")
    if what & (VERB_BASE | VERB_S):
        return _is_present(s, k, group, before)
    return bool(what & VERB_PARTICIPLE)


def _is_had(s: Sentence, k: int) -> bool:
    """Whether "’s" before a participle is no "is": "a friend who knows Marr’s *thinking* said"."""
    following = s.t.tag[k + 1] if k + 1 < s.last else 0
    says = following & CUE and following & (VERB_S | VERB_BASE)
    return bool((says or following & (VERB_PAST | AUXILIARY)) and not following & NOUN)


def _is_present(s: Sentence, k: int, group: Group, before: int) -> bool:
    """Whether a form like "claims" or "plan" is a verb in the present tense rather than a noun."""
    lower, tag = s.t.lower, s.t.tag
    what = tag[k]
    g = group.start
    previous = lower[g - 1] if g > s.first else ""
    if what & PEOPLE and _are_people(s, k):
        return False
    if previous in ("who", "that", "which") or (before & SUBJECT and not before & POSSESSIVE):
        return True
    if (
        before & (DETERMINER | POSSESSIVE | PREPOSITION) and not before & PRONOUN
    ) or previous in POSSESSIVE_MARKS:
        return False
    following = tag[k + 1] if k + 1 < s.last else 0
    word = lower[k + 1] if k + 1 < s.last else "."
    opens_object = bool(following & (DETERMINER | POSSESSIVE | SUBJECT)) or word in ("that", QUOTATION, ":")
    opens_object |= bool(following & VERB_ING and CUE_VERBS[lower[k]].bits & GERUND)
    leads = word in CUE_VERBS[lower[k]].particles or word == "to"
    if g < k and tag[k - 1] & ADVERB and before & WORD and not before & (COORDINATOR | TIME):
        return True  # "Marr often blames"
    if before & COORDINATOR:
        return (s.subject is not None or opens_object) and (
            leads or (bool(following & WORD) and not following & PREPOSITION)
        )
    if what & VERB_BASE and _is_headline_verb(s, g - 1):
        return False
    plural = previous.endswith("s") or bool(before & (PRONOUN | PEOPLE)) or previous == "percent"
    plural |= bool(what & VERB_PAST)  # "Marr cast it as", "Marr read it": no plural is needed
    if previous in ("one", "each", "another", "this", "that"):
        plural = False
    elif not plural and what & VERB_BASE and before & WORD and not before & VERB:
        plural = _are_many(s, g)
    if what & NOUN_VERB:
        return _is_no_noun(s, k, g, before, plural, opens_object, leads)
    if not before & WORD:
        return previous in (",", ")") and (
            opens_object or leads or bool(what & VERB_S or following & CAPITAL)
        )
    if what & VERB_BASE:
        return plural or (opens_object and not _is_one(s, g))
    return not before & NUMBER


def _are_many(s: Sentence, g: int) -> bool:
    """Whether a subject that ends before ``g`` is a plural: "**people** close to Marr", "Reed **and** Marr"."""
    tag, lower = s.t.tag, s.t.lower
    first, last = noun_phrase_before(s.t, s.taken, g) or (g, g)
    if any(tag[i] & COORDINATOR for i in range(first, last)):
        return bool(tag[last - 1] & _NAMES)  # no "mental and emotional stress"
    ends = [i for i in range(first + 1, last) if tag[i] & PREPOSITION]
    if not ends or (tag[g] & NOUN_VERB and any(tag[i] & _OPENS_NOUN for i in range(ends[-1], last))):
        return False  # "friends from the Marr | campaign"
    head = ends[0] - (2 if lower[ends[0] - 1] == "close" else 1)
    plural = lower[head].endswith("s") and not lower[head].endswith(_NO_PLURALS) and len(lower[head]) > 3
    return plural or lower[head] == "people" or bool(tag[head] & PRONOUN)


def _is_headline_verb(s: Sentence, i: int) -> bool:
    """Whether a headline’s verb stands at ``i``, no plural: "Hospital trust **scraps** plan to close unit"."""
    tag = s.t.tag
    if not tag[i] & VERB_S or tag[i] & (NOUN | PEOPLE) or i <= s.first:
        return False
    before = tag[i - 1]
    subject = before & WORD and not before & (
        DETERMINER | POSSESSIVE | PREPOSITION | NUMBER | COORDINATOR | VERB_ING
    )
    return bool(subject) and not any(what & DETERMINER for what in tag[s.first : i]) and s.ends_bare()


def _is_one(s: Sentence, g: int) -> bool:
    """Whether the noun phrase that ends before ``g`` is one of a kind, which has no plural verb: "a passing"."""
    tag, lower = s.t.tag, s.t.lower
    for i in range(g - 1, max(s.taken, g - 4) - 1, -1):
        if tag[i] & (DETERMINER | POSSESSIVE):
            one = lower[i] in _SINGULAR and lower[i + 1] not in _MANY and not tag[i + 1] & NUMBER
            return one and not (i > s.first and tag[i - 1] & (PREPOSITION | VERB))
        if not tag[i] & WORD or tag[i] & (COORDINATOR | PREPOSITION):
            return False
    return False


_SINGULAR: Final = frozenset("a an this that each every another".split())
_MANY: Final = frozenset(
    "few lot majority minority plurality number handful couple group half quarter host pair slew array".split()
)
"""What makes many of "a": "a **majority** say"."""
_NO_PLURALS: Final = ("ss", "us", "is")
_OPENS_NOUN: Final = DETERMINER | POSSESSIVE
_NAMES: Final = CAPITAL | PEOPLE | ROLE | NOUN


def _are_people(s: Sentence, k: int) -> bool:
    """Whether a form that also names people has its verb behind it: "Privacy *advocates* praised the deal"."""
    tag = s.t.tag
    p = skip_adverbs(s.t, k + 1, s.last)
    return p < s.last and bool(tag[p] & (AUXILIARY | FINITE)) and not tag[p] & (NOUN | CAPITAL | PREPOSITION)


def _is_no_noun(
    s: Sentence, k: int, g: int, before: int, plural: bool, opens_object: bool, leads: bool
) -> bool:
    """Whether a form that is a noun just as often ("claims", "plan") is a verb: "pilots **claim** that …".

    ``g`` is where its verb group starts, ``before`` the tag of the word there before it.
    """
    tag = s.t.tag
    what = tag[k]
    following = tag[k + 1] if k + 1 < s.last else 0
    speaks = before & (ROLE | PEOPLE | DOCUMENT | PRONOUN) and (plural or what & VERB_S)
    if speaks and following & WORD and not following & _NO_OBJECT:
        return True
    if not before & WORD:
        closed = g > s.first and s.t.lower[g - 1] in (",", ")")
        return closed and bool(what & VERB_S) and (opens_object or leads)
    if what & VERB_BASE:
        names = following & CAPITAL and not before & CAPITAL
        that = k + 1 < s.last and s.t.lower[k + 1] == "that" and not _is_one(s, g)
        return that or (plural and (opens_object or leads or bool(names or before & (PEOPLE | PRONOUN))))
    if before & NUMBER:
        return False  # "two states that voted"
    named = before & CAPITAL and (g - 1 > s.first or (before == CAPITAL | WORD and not s.title_case()))
    if following & WORD and not following & _NO_NOUN and _is_headline_verb(s, k):
        return True
    return opens_object or leads or bool(named and following & (CAPITAL | WH))
