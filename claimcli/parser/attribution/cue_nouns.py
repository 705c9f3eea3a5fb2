"""Nouns as cues: "Marr’s *claim* that …", "*fears* among farmers that …", "won the *support* of …"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    AUXILIARY,
    BE,
    CAPITAL,
    COORDINATOR,
    CUE,
    CUE_NOUNS,
    HAVE,
    INFINITIVE,
    OBJECT,
    OPENS_NOUN,
    PERSON,
    POSSESSIVE,
    PREPOSITION,
    RECEIVED,
    RELATIVE,
    SOMEBODY,
    SUBORDINATOR,
    VERB,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    WORD,
    Frames,
    forms_of,
)
from claimcli.parser.attribution.clause_extent import clause_end
from claimcli.parser.attribution.clause_start import opener_at
from claimcli.parser.attribution.finite_subjects import may_speak
from claimcli.parser.attribution.frames import Content
from claimcli.parser.attribution.owners import (
    is_adjective,
    is_circumstance,
    nearest_speaker,
    possessor_of,
    subject_of_governing_verb,
    whose_role,
)
from claimcli.parser.attribution.phrase_extent import phrase_content_end, plan_end
from claimcli.parser.attribution.predicate import before_predicate
from claimcli.parser.attribution.sentence import Range, Sentence
from claimcli.parser.attribution.subjects import subject_of
from claimcli.parser.attribution.vetoes import is_assault
from claimcli.parser.grammar import POSSESSIVE_MARKS, Subject, is_infinitive

_RECEIVES: Final = forms_of(
    "win earn gain get receive have enjoy draw attract garner secure lose face seek meet find command pick court "
    "obtain count retain take collect pull muster score land boast provoke prompt spark ignite sew ring line wrap"
)
"""Verbs whose subject others support, praise or blame: "**won** the support of", "**picked** up praise from"."""
_AIMED: Final = frozenset(("criticism", "praise", "condemnation", "scrutiny"))
"""What is said of that which its "of" leads to."""
_INSIGHTS: Final = frozenset(("knowledge", "understanding", "awareness"))


def noun_cue(s: Sentence, k: int) -> bool:
    """ "Marr's claim that …", "fears among farmers that …", "criticism of …"."""
    frames = CUE_NOUNS[s.lower[k]]
    group = s.group_of(k) if s.tag[k] & VERB_BASE else None
    if group and (group.infinitive or (group.auxiliary and not s.tag[k - 1] & HAVE)):
        return False  # "They do not **mention** that …"
    if frames.bits & RECEIVED and _received(s, k):
        return True
    named, p = _named_behind(s, k, frames)
    if p + 1 >= s.last:
        return False
    return _noun_is_that(s, k, p, frames, named) or _noun_then_content(s, k, p, frames, named)


def _noun_is_that(s: Sentence, k: int, p: int, frames: Frames, named: Subject | None) -> bool:
    """ "Marr’s fear is that …", "the question of whether …"."""
    lower, being = s.lower, s.tag[p] & BE
    if p + 2 >= s.last or not (being or lower[p] == "of"):
        return False
    if opener_at(s, p + 1) not in (("wh-clause", "that-clause") if being else ("wh-clause",)):
        return False
    # "settled **the** question of whether"
    whose = named or (possessor_of(s, k) if _is_known_already(s, k) else _holder(s, k, frames))
    rule, cue_end = "noun-is-that" if being else "noun-then-that", p + 1 if named is None else k + 1
    return s.add([(p + 1, clause_end(s, p + 1, k))], whose, (k, cue_end), rule, frames.lemma)


def _noun_then_content(s: Sentence, k: int, p: int, frames: Frames, named: Subject | None) -> bool:
    """ "Marr’s claim that …", "her promise to …", "criticism of …"."""
    t, lower, word = s.t, s.lower, s.lower[p]
    if word in ("of", "for") and _is_motive(s, k):
        return False
    infinitive = word == "to" and frames.bits & INFINITIVE and is_infinitive(t, p + 1)
    owned = f"{word}+" in frames.particles
    if not infinitive and not owned and word not in frames.particles:
        return False
    if owned and named is None and possessor_of(s, k) is None:
        return False
    when = s.after_time(p) if word in ("on", "in") else p
    if when > p and not s.what(when) & VERB_ING:
        return False  # "the attack on **Monday**"
    if word == "that" and _is_relative_that(s, p):
        return False
    whose = named or _holder(s, k, frames)
    if whose is None and frames.bits & PERSON:
        return False
    if infinitive and whose is not None and not (may_speak(s, whose) or possessor_of(s, k)):
        return False  # "Other methods involve plans to cut it"
    if word == "that" or infinitive:
        rule = "noun-then-that" if word == "that" else "noun-then-infinitive"
        found = Content(rule, k + 1, p, plan_end(s, p, k) if infinitive else clause_end(s, p, k))
    elif named is None and not frames.bits & PERSON and (_is_known_already(s, k) or _tells_insider(s, k)):
        return False
    else:
        cue_end = p + 1 if named is None else k + 1
        found = Content("noun-then-phrase", cue_end, p + 1, phrase_content_end(s, p + 1, k))
    bare = whose is None and not s.tag[found.start] & (
        OPENS_NOUN | OBJECT | CAPITAL
    )  # "attacks on **bakers**"
    if frames.lemma in ("attack", "assault") and (bare or is_assault(s, k, whose, found.start, found.end)):
        return False
    if lower[k] == "demand" and lower[k - 1] != "a" and possessor_of(s, k) is None:
        return False  # "Snow boosts *demand* for wool"
    end, own = found.end, s.word(k - 1) == "whose" or not s.has_verb(s.first, k)
    if own or word != "that":
        end = before_predicate(s, found.start, end, allowed=word == "that", sure=not own)
    if found.start >= end:
        return False
    if named or possessor_of(s, k) or not _is_unanswered(s, k):
        s.add([(found.start, end)], whose, (k, found.cue_end), found.rule, frames.lemma)
    s.taken = end
    return True


def _is_unanswered(s: Sentence, k: int) -> bool:
    """Whether it is only told that somebody gave no answer: "did **not** respond to *questions* about"."""
    for i in range(k - 1, max(s.taken, k - 8) - 1, -1):
        what = s.tag[i]
        if not what & WORD or what & (RELATIVE | COORDINATOR):
            return False
        if s.lower[i] in _ANSWERS or (s.lower[i], s.lower[k]) == ("take", "questions"):
            return s.group_of(i, s.taken).negated
    return False


_ANSWERS: Final = forms_of("respond reply answer react return field address")


def _is_motive(s: Sentence, k: int) -> bool:
    """Whether a noun only tells why something is done: "**out of** *fear* of", "(marched) **in** *defense* of"."""
    before = s.lower[max(s.first, k - 2) : k]
    if before[-1:] == ["in"] and s.lower[k] in ("defense", "defence", "favor", "favour"):
        # but "spoke in defense of", "voted 3-2 in favor of"
        return not s.t.holds(CUE, max(s.first, k - 4), k - 1)
    return before in (["out", "of"], ["because", "of"]) or (s.lower[k] == "fear" and before[-1:] == ["for"])


def _is_relative_that(s: Sentence, p: int) -> bool:
    """Whether "that" opens a relative clause whose verb says something of the noun: "a claim that he dismissed as"."""
    lower, tag = s.lower, s.tag
    if s.what(s.after_adverbs(p + 1)) & (AUXILIARY | VERB_PAST):
        return True  # "a finding that (also) had cost them millions"
    for i in range(p + 2, min(p + 8, s.last - 1)):
        if tag[i] & (CUE | AUXILIARY | VERB_PAST):
            return bool(tag[i] & CUE) and lower[i + 1] == "as"
    return False


def _is_known_already(s: Sentence, k: int) -> bool:
    """Whether "the" stands before a noun that only refers to what was told before: "**the** attack on it"."""
    i = s.t.stop_back(OPENS_NOUN | PREPOSITION | AUXILIARY, k - 1, max(s.first, k - 4) - 1, POSSESSIVE_MARKS)
    return s.word(i) == "the"


def _tells_insider(s: Sentence, k: int) -> bool:
    """Whether a noun only tells how somebody knows what he says: "people **with** direct *knowledge* of the talks"."""
    return s.lower[k] in _INSIGHTS and "with" in s.lower[max(s.first, k - 2) : k]


def _named_behind(s: Sentence, k: int, frames: Frames) -> tuple[Subject | None, int]:
    """Who is named behind a noun ("claims **by Marr**, the owner, that …"), and where its content may begin."""
    p = k + 1
    if s.what(p) & VERB_PARTICIPLE and s.word(p + 1) == "by":
        p += 1  # "concerns **raised by Marr** that …"
    whose = s.phrase_at(p + 1) if s.word(p) == "of" else None
    if whose is not None and s.what(whose[1]) & BE and s.word(whose[1] + 1) == "that":
        speaks = s.tag[s.head_of(whose[0], whose[1])] & SOMEBODY
        return (whose, whose[1]) if speaks else (None, p)  # "the argument **of Marr** is that …"
    if p + 1 >= s.last or s.lower[p] not in ("by", "from", "among"):
        return None, k + 1
    named = s.phrase_at(p + 1)
    end = named[1] if named else p + 1
    for i in range(p + 2, end - 1):
        if s.lower[i] in frames.particles and s.lower[i] not in _OF_NAMES:
            return (p + 1, i, i), i  # "a call by the mayor | for a ban"
    if s.word(end) == ",":
        closing = s.t.find({","}, end + 1, min(end + 20, s.last - 1), 0)
        if closing and s.lower[closing + 1] in frames.particles:
            return named, closing + 1
    return named, end


_OF_NAMES: Final = frozenset({"of", "in", "at", "on"})
"""What may belong to who is named: "the mayor *of* Arra"."""


def _holder(s: Sentence, k: int, frames: Frames) -> Subject | None:
    """Whose claim, plea or view a noun is: its owner, or the subject of the verb that it belongs to."""
    if frames.bits & PERSON:
        return whose_role(s, k)
    owner = possessor_of(s, k)
    if owner is None and is_circumstance(s, k):
        return None
    if owner is None or s.tag[owner[0]] & POSSESSIVE:  # "she repeated her call": rather "she" than "her"
        return (
            subject_of_governing_verb(s, k)
            or owner
            or (None if _has_own_verb(s, k) else nearest_speaker(s, k))
        )
    return owner


def _has_own_verb(s: Sentence, k: int) -> bool:
    """Whether a noun is the subject of a clause of its own: "Marr left, and *calls* to … grew"."""
    opens = COORDINATOR | SUBORDINATOR | RELATIVE
    i = s.t.stop_back(opens | PREPOSITION | VERB | AUXILIARY, k - 1, max(s.first, k - 5))
    what = s.what(i)
    return i > 0 and (not what & WORD or bool(what & opens and not what & PREPOSITION))


def _received(s: Sentence, k: int) -> bool:
    """ "**Marr** won the support of many farmers": what farmers support."""
    if k + 2 >= s.last or s.lower[k + 1] not in ("of", "from", "among"):
        return False
    if s.tag[k + 2] & POSSESSIVE and s.lower[k] in _AIMED:
        return False  # "faced criticism of its tactics"
    whose, holder = _receiver(s, k), s.phrase_at(k + 2)
    if whose is None or holder is None or s.lower[whose[0]] in ("that", "which"):
        return False  # "a move **that** drew praise from …"
    s.add([whose], holder, (k, k + 1), "stance-received", s.lower[k])
    s.taken = holder[1]
    return True


def _receiver(s: Sentence, k: int) -> Range | None:
    """Who has the stance of others that the noun at ``k`` tells: "**Marr** won the support of"."""
    lower, tag = s.lower, s.tag
    for i in range(k - 1, max(s.taken, k - 7) - 1, -1):
        if lower[i] in _RECEIVES:
            group = s.group_of(i, s.taken)
            if group.infinitive or group.modal or group.negated:
                return None  # "struggled to win the support of": they do not support him
            subject = subject_of(s, group, i)  # not in "Her claim that **it is safe** drew scorn from"
            return subject[:2] if subject is not None and subject[0] >= s.taken else None
        if tag[i] & PREPOSITION or (tag[i] & VERB_PAST and not is_adjective(s, i)):
            return None
    return None
