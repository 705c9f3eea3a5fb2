"""Verbs as cues: "He said that …", "…, adding that …", "which he denies"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    CAPITAL,
    COORDINATOR,
    CUE,
    CUE_VERBS,
    DETERMINER,
    DOCUMENT,
    FINITE,
    NAMED,
    NEGATION,
    NOUN,
    NOUN_VERB,
    NUMBER,
    OBJECT,
    ORGANIZATION,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SEEM,
    SPEECH,
    STANCE,
    SUBJECT,
    SUBORDINATOR,
    TENSED,
    TIME,
    VERB,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    WH,
    WORD,
    Frames,
    forms_of,
)
from claimcli.parser.attribution.frames import Content, content_after
from claimcli.parser.attribution.passives import judged_passive, passive_cue, reduced_passive, seems_cue
from claimcli.parser.attribution.predicate import before_predicate
from claimcli.parser.attribution.relatives import content_and_relative, noun_told_of
from claimcli.parser.attribution.sentence import DECIDES, NOBODY, Range, Sentence, lemma_of
from claimcli.parser.attribution.subjects import opening_speaker, subject_of
from claimcli.parser.attribution.told import court_hears
from claimcli.parser.attribution.verb_or_noun import is_verb
from claimcli.parser.grammar import Group, Subject, has_verb, noun_phrase_before, phrase_end, verb_group
from claimcli.parser.text import QUOTATION
from claimcli.rules import HOLDS_CLAUSE, IF_DENIED, traits_of

_PHRASE: Final = 8  # tokens between a content and the comma that ends the phrase which opens the sentence
_NO_SUBJECT: Final = FINITE | ADVERB | COORDINATOR | VERB_ING
_NO_SPEAKERS: Final = frozenset(("what", "whatever", "neither"))
"""Subjects of one word that say nothing: "**What** worries her is"."""
_FREE: Final = frozenset(("authorized", "authorised", "allowed", "permitted", "cleared", "able", "free"))
_LEAVE: Final = frozenset(("authority", "authorization", "authorisation", "permission", "clearance"))
_SEEKS: Final = frozenset(("seek", "request"))
_COMMENT: Final = frozenset(("comment", "comments"))
"""What the article itself asks for: "did not return a call seeking **comment**"."""
_CALLED: Final = CAPITAL | OBJECT | PEOPLE | ORGANIZATION | ROLE | NUMBER | DETERMINER
"""Whom somebody calls, where nothing is said of him."""
_NAMED: Final = frozenset("drawn named identified quoted photographed filmed recorded".split())
"""What sources ask not to be."""
_NO_DENIAL: Final = frozenset(("wonder", "doubt", "longer", "less", "fewer", "matter", "."))
"""What makes no denial of "no": "**No wonder** Marr said …", "**No.** 2 leader Marr said"."""


def verb_cue(s: Sentence, k: int) -> bool:
    """ "He said that …", "…, adding that …", "she was accused of …", "the plan seems dead"."""
    what = s.tag[k]
    frames = CUE_VERBS[s.lower[k]]
    if frames.lemma == "hear" and court_hears(s, k):
        return True
    group = verb_group(s.t, s.taken, k)
    if frames.lemma in _QUOTES and _quotes_somebody(s, k, group):
        return True
    if not is_verb(s, k, group, s.what(group.start - 1)):
        return False
    if s.quotes and what & VERB_PARTICIPLE and judged_passive(s, k, group, frames):
        return True
    if what & VERB_PARTICIPLE and not group.auxiliary and reduced_passive(s, k, group, frames):
        return True
    if group.passive or (what & VERB_PARTICIPLE and not group.finite):
        return passive_cue(s, k, group, frames)
    if frames.bits & SEEM:
        return not group.negated and group.finite and seems_cue(s, k, group)
    return _active(s, k, group, frames)


def _quotes_somebody(s: Sentence, k: int, group: Group) -> bool:
    """ "The Courier quoted **Marr** as warning that …": hers, told by the Courier."""
    t = s.t
    end = phrase_end(t, k + 1, s.last)
    said = end + 1
    if said + 1 >= s.last or t.lower[end] != "as" or not t.tag[said] & VERB_ING or not t.tag[said] & CUE:
        return False
    found = content_after(s, said, CUE_VERBS[t.lower[said]])
    subject = subject_of(s, group, k)
    if group.passive or found is None or subject is None:
        return False
    s.add_by(subject, [(k + 1, found.end)], (k, k + 1), "cue-then-object", lemma_of(t, k))
    told = [(found.start, found.end)]
    s.add_by((k + 1, end, end), told, (said, found.cue_end), "quoted-as-saying", lemma_of(t, said))
    s.subject, s.taken = subject, found.end
    return True


_QUOTES: Final = frozenset(("quote", "cite", "paraphrase"))


def _active(s: Sentence, k: int, group: Group, frames: Frames) -> bool:
    """ "He said that …", "…, adding that …", "which he denies": what a verb that is no passive introduces."""
    subject = subject_of(s, group, k)
    found, relative = content_and_relative(s, k, frames, subject)
    if found is None and group.finite and not group.negated:
        told = noun_told_of(s, frames, subject)
        if told is not None:
            s.add_by(subject, [told], (k, k + 1), "cue-then-relative", frames.lemma)
            s.taken = k + 1
            return True
    if found is None or (found.start >= found.end and relative is None):
        return False
    if _is_not_said(s, k, group, subject, found):
        if traits_of(found.rule) & HOLDS_CLAUSE or found.rule == "object":
            s.taken = found.end  # "did not say whether …": what was not said is nobody's claim
        return False
    if _is_no_claim(s, k, group, subject, found):
        return False
    if subject is None and (group.infinitive or _is_participle(s, k, group)):
        subject = _subject_after(s, found.end) or opening_speaker(s, k)
    head, found = _before_main_verb(s, k, group, subject, found)
    content = [(found.start, found.end)] if found.start < found.end else []
    if relative is not None and not content and s.lower[relative] == "what":
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


def _is_participle(s: Sentence, k: int, group: Group) -> bool:
    """Whether a verb stands without a subject of its own: "**saying** that …", "**having said** that …"."""
    return bool(s.tag[k] & VERB_ING and not group.finite) or s.lower[group.start] == "having"


def _is_not_said(s: Sentence, k: int, group: Group, subject: Subject | None, found: Content) -> bool:
    """Whether something is denied that is told only where it was done: "did not say that …", "Neither would say …"."""
    undone = _is_left_undone(s, group.start) and (group.infinitive or _is_participle(s, k, group))
    if subject is not None and _denies_verb(s, subject):
        if s.lower[subject[0]] != "neither":
            return True  # "**No one** disputes it", "**Few** voters back it"
    elif not group.negated and not undone:
        return False
    told = (
        bool(traits_of(found.rule) & IF_DENIED) and not s.tag[found.start] & WH
    )  # "does not identify **who** left"
    return not CUE_VERBS[s.lower[k]].bits & STANCE and not told


def _is_no_claim(s: Sentence, k: int, group: Group, subject: Subject | None, found: Content) -> bool:
    """Whether nobody says what a verb introduces, or it is none of what the article reports."""
    lower = s.lower
    frames = CUE_VERBS[lower[k]]
    if subject is None:
        if not _may_lack_subject(s, k, group):
            return True
    elif subject[1] == subject[0] + 1 and lower[subject[0]] in _NO_SPEAKERS:
        return True
    elif frames.lemma in DECIDES and s.lower[subject[0] - 1] in ("if", "unless") and subject[0] > s.first:
        return True  # "will move **if** the city refuses to pay": nobody has refused
    elif lower[subject[0]] == "who" and lower[subject[0] - 1] in ("anyone", "anybody"):
        return True  # "**Anyone** who fears the dog may leave"
    if group.infinitive and _is_barred(s, group.start):
        return True
    if found.rule in ("infinitive", "wh-clause") and _is_to_go_unnamed(s, found):
        return True
    behind = s.what(found.start + 1)
    if s.word(found.start) == "nothing" and (not behind & WORD or behind & PREPOSITION):
        return True  # "said **nothing** about it"
    if found.rule == "infinitive" and frames.lemma in _BODES and subject and lower[subject[2] - 1] in _EVENTS:
        return True  # "**the drought** threatens to ruin it"
    if "anonymity" in lower[k + 1 : found.start + 1]:
        return True
    if frames.lemma == "call" and not _TROOPS.isdisjoint(lower[found.start : found.end]):
        return lower[k + 1] == "out"
    return found.rule == "object" and _is_no_content(s, k, group, subject, found)


def _is_no_content(s: Sentence, k: int, group: Group, subject: Subject | None, found: Content) -> bool:
    """Whether the object of a verb is nothing that is said by it: "defended **himself**", "called **the police**"."""
    lower, frames = s.lower, CUE_VERBS[s.lower[k]]
    alone = s.word(found.start) if found.end == found.start + 1 else ""
    if alone in _SELVES or (alone == "this" and s.ends_with_colon()):
        return True  # "defended **himself**", "wrote **this**:"
    if s.what(found.start) & VERB_PAST and s.what(found.start + 1) & (DETERMINER | POSSESSIVE | NUMBER):
        s.taken = found.end
        return True  # "The bill Marr supported **cut two** taxes"
    told = subject is not None and not s.tag[subject[0]] & RELATIVE
    if frames.lemma == "see" and s.tag[k] & VERB_PAST and told and "as" not in lower[found.start : found.end]:
        return True  # "saw **a fox**"
    if subject and lower[subject[0]] == "which" and frames.lemma in _SIDES:
        return True  # "Marr Air, which **backs** the deal": what it is
    if frames.lemma == "cite" and (_is_fined(s, found) or _is_source(s, k, found)):
        return True
    if _is_no_word(s, found, frames.lemma):
        return True
    if frames.lemma == "call" and all(what & _CALLED for what in s.tag[found.start : found.end]):
        return True  # "called the police", "calls **Marr**": on the telephone
    if frames.lemma == "recall" and _is_recalled(s, found.start):
        return True  # "recalled 900 lamps", "recalled its envoy"
    if frames.bits & NAMED and subject and _introduces_name(s, k, group, subject):
        return True
    return frames.lemma in _SEEKS and lower[found.start] in _COMMENT


_BODES: Final = frozenset({"threaten", "promise", "offer"})
"""What things do that say nothing."""
_EVENTS: Final = frozenset(
    "scandal disclosure revelation revelations leak lawsuit suit trial hearing case ruling decision verdict dispute "
    "feud fight battle clash crisis shortage drought flood flooding storm hurricane fire blaze wildfire outbreak war "
    "pandemic conflict strike walkout shutdown recession slump inflation tariffs tariff debate primary election race "
    "contest season week weather heat rise surge wave trend shift change controversy uproar backlash row virus".split()
)
_SELVES: Final = frozenset("himself herself itself themselves myself yourself ourselves".split())
_SIDES: Final = frozenset("back support oppose favor favour".split())
_TROOPS: Final = frozenset("guard troops army military militia reserves reservists soldiers cavalry".split())
"""Whom a governor calls out without a word of blame."""


def _is_no_word(s: Sentence, found: Content, lemma: str) -> bool:
    """Whether nothing is said by what is posted, shared or offered: "posted **a loss** of $3 million"."""
    behind = next((i for i in range(found.start, found.end) if s.tag[i] & PREPOSITION), found.end)
    return s.lower[behind - 1] in _NO_WORDS.get(lemma, ())


_NO_WORDS: Final = {
    "post": frozenset(
        "loss losses profit profits gain gains earnings revenue revenues sales surplus deficit".split()
    ),
    "share": frozenset(
        "photo photos photograph photographs picture pictures image images selfie selfies".split()
    ),
    "offer": frozenset(
        "evidence proof discount discounts prize reward refund refunds bribe ride rides".split()
    ),
}
"""What is done with a word for speech where nothing is said, by the verb."""


def _is_fined(s: Sentence, found: Content) -> bool:
    """Whether somebody is cited for what he did, rather than quoted: "cited 40 drivers **for speeding**"."""
    p = phrase_end(s.t, found.start, found.end)
    if "contempt" in s.lower[found.start : p + 2]:
        return True
    return p + 1 < found.end and s.lower[p] == "for" and bool(s.tag[p + 1] & VERB_ING)


def _is_source(s: Sentence, k: int, found: Content) -> bool:
    """Whether it is cited who has told what the subject goes on to report: "The paper, citing **police**, *said*"."""
    opens = k == s.first or (s.what(found.end + 1) & SPEECH and s.what(found.end + 1) & FINITE)
    if not opens or not s.tag[k] & VERB_ING:
        return False
    head = next((i for i in range(found.start, found.end) if s.tag[i] & PREPOSITION), found.end)
    return any(s.tag[i] & _SOURCES or s.lower[i].startswith("source") for i in range(found.start, head))


_SOURCES: Final = PEOPLE | ROLE | ORGANIZATION | DOCUMENT


def _is_recalled(s: Sentence, p: int) -> bool:
    """Whether what is called back stands at ``p``, no memory: "**900 lamps**", "**its** envoy", not "40 years of"."""
    counted = s.lower[p][0].isdigit() and not any(what & TIME for what in s.tag[p : p + 2])
    return counted or s.lower[p] == "its"


def _is_barred(s: Sentence, g: int) -> bool:
    """Whether an infinitive at ``g`` tells only why somebody goes unnamed, or what he may not do.

    "spoke on condition of **anonymity** to discuss it", "was **not authorized** to discuss it".
    """
    if g - 2 < s.first:
        return False
    before, leads = s.lower[g - 1], s.lower[g - 2]
    if _is_unlikely(s, g):
        return True
    if before in _LEAVE and (leads in ("no", "without") or s.lower[g - 3 : g - 1] == ["lack", "of"]):
        return True
    return before == "anonymity" or (before in _FREE and bool(s.tag[g - 2] & NEGATION))


def _is_unlikely(s: Sentence, g: int) -> bool:
    """Whether an infinitive at ``g`` is what few do: "women were **less likely** than men *to say*"."""
    likely = next((i for i in range(g - 1, max(s.first, g - 8), -1) if s.lower[i].endswith("likely")), g)
    beside = likely < g and (likely == g - 1 or s.lower[likely + 1] == "than")
    return beside and (s.lower[likely] == "unlikely" or s.lower[likely - 1] in ("less", "least"))


def _is_to_go_unnamed(s: Sentence, found: Content) -> bool:
    """Whether an infinitive is but how a source wants to appear: "asked **not to be named** because …"."""
    words = s.lower[found.start : found.start + 5]
    return "be" in words[:-1] and words[words.index("be") + 1] in _NAMED


def _is_left_undone(s: Sentence, g: int) -> bool:
    """Whether what the verb at ``g`` says was not done: "left **without** saying", "**failed** to say"."""
    before = s.lower[max(s.first, g - 2) : g]
    return not _LEAVES_UNDONE.isdisjoint(before[-1:]) or before in (["short", "of"], ["instead", "of"])


_LEAVES_UNDONE: Final = forms_of("fail neglect forget omit") | {"without", "yet"}


def _awaits_predicate(s: Sentence, group: Group, found: Content) -> bool:
    """Whether the sentence has yet to come to its verb: "**To blame** him is easy", "Those eager to blame him"."""
    if group.finite and not group.infinitive:
        return False
    clause = s.lower[found.start - 1] == "out" or (
        found.rule == "infinitive" and s.lower[found.start] != "to"
    )
    return not clause and not has_verb(s.t, s.first, group.start)


def _denies_verb(s: Sentence, subject: Subject) -> bool:
    """Whether a subject denies its verb: "**Neither Marr nor Reed** would say who left"."""
    first = subject[0]
    behind = s.word(first + 1)
    return s.lower[first] in NOBODY and behind not in _NO_DENIAL and not behind.isdigit()  # "No 10 said"


def _before_main_verb(
    s: Sentence, k: int, group: Group, subject: Subject | None, found: Content
) -> tuple[Range | None, Content]:
    """A content without the sentence's main verb, where the cue is part of that verb's subject, and that subject."""
    head = _modified(s, k, group, subject)
    if head is not None:
        clause, sure = bool(traits_of(found.rule) & HOLDS_CLAUSE), has_verb(s.t, s.first, head[0])
        end = before_predicate(s, found.start, found.end, clause, sure=sure)
        return (head if end < found.end else None), found._replace(end=end)
    if (traits_of(found.rule) & IF_DENIED or found.rule == "addressee-infinitive") and _awaits_predicate(
        s, group, found
    ):
        found = found._replace(end=before_predicate(s, found.start, found.end, False, sure=True))
    return None, found


def _modified(s: Sentence, k: int, group: Group, subject: Subject | None) -> Range | None:
    """The phrase that a cue only tells more of, its verb yet to come: "**Voters** who back Marr are young"."""
    at = group.start
    if at == s.first or not s.tag[at - 1] & WORD:
        return None
    if subject and s.lower[subject[0]] in ("who", "that"):
        at = subject[0]
    elif (
        not s.tag[k] & VERB_ING
        or group.finite
        or s.tag[at - 1] & (PREPOSITION | SUBORDINATOR | COORDINATOR | VERB)
    ):
        return None
    return noun_phrase_before(s.t, s.first, at)


def _introduces_name(s: Sentence, k: int, group: Group, subject: Subject) -> bool:
    """Whether a participle tells the name of what stands before it: "she sings in **a choir** called Aurora".

    Or its noun's verb is yet to come: "A man named Otto Marr **had** left", "The team, called the Owls, **lost**".
    """
    tag = s.tag
    if group.auxiliary or not tag[k] & VERB_PARTICIPLE:
        return False
    end = phrase_end(s.t, k + 1, s.last)
    end += s.word(end) == ","
    if s.what(end) & TENSED and not tag[end] & (NOUN | NOUN_VERB | CUE):
        return not has_verb(s.t, s.first, group.start)
    if subject[1] != group.start:
        return False
    for i in range(subject[1] - 1, subject[0] - 1, -1):
        if tag[i] & (DETERMINER | POSSESSIVE | SUBJECT | RELATIVE | CAPITAL | PEOPLE):
            return s.lower[i] in ("a", "an", "another") and has_verb(s.t, s.first, i)
    return False


def _may_lack_subject(s: Sentence, k: int, group: Group) -> bool:
    """Whether a verb without a subject can be a cue: a participle ("Asked whether …"), or one with an auxiliary."""
    what = s.tag[k]
    if s.lower[group.start] == "having":
        return True
    if what & NOUN_VERB and k > s.first and not (group.auxiliary or group.infinitive):
        before = s.tag[k - 1]  # of a noun: "refused *requests*", "made new *claims*"
        return bool(before & COORDINATOR) or not before & WORD
    return not (what & VERB_PARTICIPLE and k > s.first and not s.tag[k - 1] & SUBORDINATOR)


def _subject_after(s: Sentence, end: int) -> Subject | None:
    """The subject of a participle that opens the sentence: "After announcing her run, | Marr left".

    The comma may stand inside a quotation: "Calling it “a mess,” | Marr left".
    """
    if s.lower[end - 1] == QUOTATION and s.ends_with_comma(end - 1):
        end -= 1
    else:
        end = next((i for i in range(end, min(end + _PHRASE, s.last)) if not s.tag[i] & WORD), end)
    while s.what(end + 1) & (VERB_ING | RELATIVE):
        # a second participle, or "After praising Reed, who built it, | Marr left"
        end = next((i for i in range(end + 2, s.last) if s.lower[i] == ","), s.last)
    if end + 1 >= s.last or s.lower[end] not in (",", QUOTATION) or s.tag[end + 1] & _NO_SUBJECT:
        return None
    stop = phrase_end(s.t, end + 1, s.last)
    return (end + 1, stop, stop) if stop > end + 1 else None


def _rule_name(s: Sentence, group: Group, k: int, rule: str) -> str:
    """The name of a rule by the form of its verb: "participle-then-clause", "cue-then-object"."""
    if s.tag[k] & VERB_ING and not group.finite:
        return f"participle-then-{rule}"
    return f"infinitive-cue-then-{rule}" if group.infinitive else f"cue-then-{rule}"
