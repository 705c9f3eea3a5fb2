"""Verbs as cues: "He said that …", "…, adding that …", "which he denies"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AS_OBJECT,
    AUXILIARY,
    COORDINATOR,
    CUE_VERBS,
    FINITE,
    LINK,
    PREPOSITION,
    RELATIVE,
    SEEM,
    SUBJECT,
    VERB,
    VERB_ING,
    VERB_PARTICIPLE,
    WORD,
    Frames,
)
from claimcli.parser.attribution.closing import quoted_saying
from claimcli.parser.attribution.frames import Content, content_after
from claimcli.parser.attribution.passives import judged_passive, passive_cue, reduced_passive, seems_cue
from claimcli.parser.attribution.predicate import before_predicate
from claimcli.parser.attribution.relatives import content_and_relative, noun_told_of, opens_bare_relative
from claimcli.parser.attribution.sentence import Range, Sentence, lemma_of
from claimcli.parser.attribution.subjects import is_participle, opening_speaker, subject_of
from claimcli.parser.attribution.told import court_hears
from claimcli.parser.attribution.verb_or_noun import is_verb
from claimcli.parser.attribution.vetoes import Draft, vetoed
from claimcli.parser.grammar import RELATIVE_SUBJECTS, Group, Subject, is_participle_adjective
from claimcli.parser.text import QUOTATION
from claimcli.rules import GOVERNED, HOLDS_CLAUSE, IF_DENIED, traits_of

_PHRASE: Final = 8  # tokens between a content and the comma that ends the phrase which opens the sentence
_NO_SUBJECT: Final = PREPOSITION | FINITE | ADVERB | COORDINATOR | VERB_ING


def verb_cue(s: Sentence, k: int) -> bool:
    """ "He said that …", "…, adding that …", "she was accused of …", "the plan seems dead"."""
    what = s.tag[k]
    frames = CUE_VERBS[s.lower[k]]
    if frames.lemma == "hear" and court_hears(s, k):
        return True
    group = s.group_of(k, s.taken)
    if frames.lemma in ("quote", "cite", "paraphrase") and _quotes_somebody(s, k, group):
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
    told = quoted_saying(s, k)
    if told is None:
        return False
    whose, said = told
    subject = None if group.passive else subject_of(s, group, k)
    found = content_after(s, said, CUE_VERBS[s.lower[said]]) if subject is not None else None
    if found is None:
        return False
    s.add([(k + 1, found.end)], subject, (k, k + 1), "cue-then-object", lemma_of(s.t, k))
    cue = (said, found.cue_end)
    s.add([(found.start, found.end)], whose, cue, "quoted-as-saying", lemma_of(s.t, said))
    s.subject = subject
    return True


def _active(s: Sentence, k: int, group: Group, frames: Frames) -> bool:
    """ "He said that …", "…, adding that …", "which he denies": what a verb that is no passive introduces."""
    subject = subject_of(s, group, k)
    found, relative = content_and_relative(s, k, frames, subject)
    if found is None and group.finite and not group.negated:
        told = noun_told_of(s, frames, subject)
        if told is not None:
            return s.add([told], subject, (k, k + 1), "cue-then-relative", frames.lemma)
    if found is None or (found.start >= found.end and relative is None):
        return False
    if vetoed(Draft(s, k, frames.lemma, group, subject, found)):
        return False
    if subject is None and (group.infinitive or is_participle(s, k, group)):
        subject = _subject_after(s, found.end) or opening_speaker(s, k)
    head, found = _before_main_verb(s, k, group, subject, found)
    content = [(found.start, found.end)] if found.start < found.end else []
    if relative is not None and not content and s.lower[relative] == "what":
        return False  # "What we know"
    if relative is not None:
        content = [(relative, relative + 1), *content]
    cue = group.start if group.negated else _denied_from(s, group, k)
    s.add(content, subject, (cue, found.cue_end), _rule_name(s, group, k, found.rule), frames.lemma)
    if head is not None:
        s.subject = head[0], found.end, head[1]  # whose verb comes now
    elif subject and group.finite:
        s.subject = subject
    return True


def _denied_from(s: Sentence, group: Group, k: int) -> int:
    """Where a cue begins that tells of no ground for what it says: "**have no reason** to believe"."""
    g = group.start
    no = g - 1 - (s.lower[g - 1] not in _NOTHING)
    if not group.infinitive or no <= s.taken or s.lower[no] not in _NOTHING:
        return k
    return s.group_of(no - 1, s.taken).start if s.tag[no - 1] & (VERB | AUXILIARY) else no


_NOTHING: Final = frozenset("no nothing little scant".split())


def _awaits_predicate(s: Sentence, group: Group, found: Content) -> bool:
    """Whether the sentence has yet to come to its verb: "**To blame** him is easy", "Those eager to blame him"."""
    if group.finite and not group.infinitive:
        return False
    clause = found.rule == "infinitive" and s.lower[found.start] != "to"
    return not clause and not s.has_verb(s.first, group.start)


def _before_main_verb(
    s: Sentence, k: int, group: Group, subject: Subject | None, found: Content
) -> tuple[Range | None, Content]:
    """A content without the sentence's main verb, where the cue is part of that verb's subject, and that subject."""
    if traits_of(found.rule) & GOVERNED and not group.auxiliary and is_participle_adjective(s.t, k):
        # "Voters worried about crime | are young"
        found = found._replace(end=before_predicate(s, found.start, found.end, False, sure=True))
    head = _modified(s, k, group, subject)
    if head is not None:
        clause, sure = bool(traits_of(found.rule) & HOLDS_CLAUSE), s.has_verb(s.first, head[0])
        end = before_predicate(s, found.start, found.end, clause, sure=sure)
        if end == found.end and not sure and _is_bare_clause(s, k, found):
            # "Bakers demanding **a vote** | blocked the road": the sentence has no verb else
            end = before_predicate(s, found.start, end, False)
        return (head if end < found.end else None), found._replace(end=end)
    governs = traits_of(found.rule) & IF_DENIED or found.rule == "addressee-infinitive"
    opens = group.infinitive or (k == s.first and "," not in s.lower[k : found.end])
    if (governs or (opens and _is_bare_clause(s, k, found))) and _awaits_predicate(s, group, found):
        sure = not group.infinitive
        found = found._replace(end=before_predicate(s, found.start, found.end, False, sure=sure))
    return None, found


def _is_bare_clause(s: Sentence, k: int, found: Content) -> bool:
    """Whether what is read as a clause up to its sentence’s end may be an object, and the main verb behind it."""
    if found.rule != "clause" or found.end < s.last or s.ends_bare() or s.tag[found.start] & SUBJECT:
        return False
    return bool(CUE_VERBS[s.lower[k]].bits & AS_OBJECT)


def _modified(s: Sentence, k: int, group: Group, subject: Subject | None) -> Range | None:
    """The phrase that a cue only tells more of, its verb yet to come: "**Voters** who back Marr are young"."""
    at = group.start
    if at == s.first or not s.tag[at - 1] & WORD:
        return None
    if subject and s.lower[subject[0]] in RELATIVE_SUBJECTS:
        at = subject[0]
    elif subject and s.word(k + 1) == "to" and opens_bare_relative(s, subject[0]):
        at = subject[0]  # "**The house** he plans to sell is old"
    elif not s.tag[k] & VERB_ING or group.finite or s.tag[at - 1] & (LINK | VERB):
        return None
    return s.phrase_before(at)


def _subject_after(s: Sentence, end: int) -> Subject | None:
    """The subject of a participle that opens the sentence: "After announcing her run, | Marr left".

    The comma may stand inside a quotation: "Calling it “a mess,” | Marr left".
    """
    if s.lower[end - 1] == QUOTATION and s.ends_with_comma(end - 1):
        end -= 1
    else:
        end = next((i for i in range(end, min(end + _PHRASE, s.last)) if not s.tag[i] & WORD), end)
    while s.what(end + 1) & (VERB_ING | RELATIVE) or s.what(s.phrase_end(end + 1)) & COORDINATOR:
        # a second participle, "After praising Reed, who built it, | Marr left", "Citing cost, delays and noise, | she"
        end = s.t.find({","}, end + 2, s.last, s.last)
    if end + 1 >= s.last or s.lower[end] not in (",", QUOTATION) or s.tag[end + 1] & _NO_SUBJECT:
        return None
    return s.phrase_at(end + 1)


def _rule_name(s: Sentence, group: Group, k: int, rule: str) -> str:
    """The name of a rule by the form of its verb: "participle-then-clause", "cue-then-object"."""
    if s.tag[k] & VERB_ING and not group.finite:
        return f"participle-then-{rule}"
    return f"infinitive-cue-then-{rule}" if group.infinitive else f"cue-then-{rule}"
