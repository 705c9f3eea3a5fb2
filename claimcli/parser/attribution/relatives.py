"""Cues in relative clauses, whose content or subject stands before them: "which he denies"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    AS_OBJECT,
    AUXILIARY,
    BE,
    CAPITAL,
    COORDINATOR,
    CUE_NOUN,
    DETERMINER,
    FINITE,
    NAMED,
    NOUN,
    NOUN_VERB,
    OBJECT_AS,
    OPENS_NOUN,
    PREPOSITION,
    RELATIVE,
    SPEECH,
    WORD,
    Frames,
)
from claimcli.parser.attribution.clause_extent import clause_end
from claimcli.parser.attribution.frames import Content, content_after
from claimcli.parser.attribution.phrase_extent import phrase_content_end
from claimcli.parser.attribution.sentence import Range, Sentence
from claimcli.parser.grammar import Subject, is_infinitive, is_nominal

SEES: Final = frozenset(("see", "view", "read", "review"))
"""What says nothing of what it is done to: "a letter **seen** by the Post"."""
_JUDGES: Final = AS_OBJECT | OBJECT_AS


def content_and_relative(
    s: Sentence, k: int, frames: Frames, subject: Subject | None
) -> tuple[Content | None, int | None]:
    """What the verb introduces, and where it stands in a relative clause the pronoun that is its object."""
    found = content_after(s, k, frames)
    relative = _relative_object(s, subject)
    if found is None and subject is not None and _is_subject(s, subject[0]):
        return None, None
    that = relative is None or s.lower[relative] == "that"
    itself = subject is not None and s.lower[subject[0]] == "who"  # "bakers who *complained* were late"
    if that and found is None and not itself and _lacks_subject(s, k):
        return _rest_of_relative(s, k), None
    if relative is None:  # "a charge he dismissed as …"
        judges = found is None and subject and frames.bits & _JUDGES and opens_bare_relative(s, subject[0])
        return (_dismissed_as(s, k) if judges else found), None
    if that:
        return _dismissed_as(s, k) or found, None
    if found is not None and found.rule in ("infinitive", "object"):
        named = frames.bits & NAMED  # "**what** they call “a sham”"
        return found, relative if named or s.lower[relative] != "what" else None
    seen = frames.lemma in SEES and s.word(k + 1) != "as"
    if found is None and (seen or (s.word(k + 1) == "to" and is_infinitive(s.t, k + 2))):
        # "which the Courier has **seen**", "voted **to drop**", not "what they saw as a threat"
        return None, None
    if found is None or s.tag[found.start] & (AUXILIARY | FINITE):
        return _rest_of_relative(s, k), relative
    return found, None


def _is_subject(s: Sentence, a: int) -> bool:
    """Whether a clause whose subject opens at ``a`` is itself a subject: "**What Marr** said was true"."""
    at = a - (s.word(a - 1) in _OPEN_SUBJECT)
    opens = at - 1 <= s.first and s.what(at - 1) & COORDINATOR  # "**But** what Marr said was true"
    if s.word(at) not in _OPEN_SUBJECT or (at > s.first and s.tag[at - 1] & WORD and not opens):
        return False
    return at < a or bool(s.what(at + 1) & (CAPITAL | OPENS_NOUN))


_OPEN_SUBJECT: Final = frozenset("what whatever how nothing everything anything".split())


def opens_bare_relative(s: Sentence, a: int) -> bool:
    """Whether the subject at ``a`` opens a clause that tells of the noun before it: "a trip | **the pilot** called"."""
    if a <= s.first or not is_nominal(s.tag[a - 1], s.lower[a - 1]):
        return False
    noun = s.phrase_before(a, s.taken)
    return bool(s.tag[a - 1] & (CUE_NOUN | NOUN)) or (noun is not None and bool(s.tag[noun[0]] & DETERMINER))


def noun_told_of(s: Sentence, frames: Frames, subject: Subject | None) -> Range | None:
    """The noun that a relative clause tells of, whose object it is: "…, **a point** (that) Marr disputes"."""
    lower, tag = s.lower, s.tag
    if subject is None or not frames.bits & AS_OBJECT or tag[subject[0]] & RELATIVE:
        return None
    end = subject[0] - (lower[subject[0] - 1] == "that")
    if end <= s.taken or not tag[end - 1] & WORD:
        return None
    phrase = s.phrase_before(end, s.taken)
    if phrase is None or phrase[0] == s.first or lower[phrase[0]] not in ("a", "an"):
        return None
    return phrase if tag[phrase[0] - 1] & BE or not tag[phrase[0] - 1] & WORD else None


def _relative_object(s: Sentence, subject: Subject | None) -> int | None:
    """Where "which" or "what" stands before a subject as the object of its verb: "which Mr. Ailes denies"."""
    if subject is None or subject[0] <= s.first or subject[0] < s.taken:
        return None
    before = subject[0] - 1
    if s.lower[before] not in ("which", "what", "that", "whom", "who") or before < s.taken:
        return None
    if s.what(before - 1) & PREPOSITION and s.lower[before] != "what":
        return None  # "in which he said"
    return before


def _lacks_subject(s: Sentence, k: int) -> bool:
    """Whether a verb follows whose subject stands before the cue: "a probe that the mayor said **was** late"."""
    if not s.tag[k] & SPEECH or not s.tag[k] & FINITE or s.tag[k] & NOUN_VERB:
        return False
    p = s.after_adverbs(k + 1)
    return p < s.last and bool(s.tag[p] & AUXILIARY)


def _rest_of_relative(s: Sentence, k: int) -> Content:
    """What goes on behind the verb of a relative clause: "which he said | runs the risk"."""
    p = s.after_adverbs(k + 1)
    if p < s.last and (s.tag[p] & (AUXILIARY | FINITE) or s.lower[p] in ("as", "of")):
        return Content("relative", k + 1, p, clause_end(s, p, k))
    return Content("relative", k + 1, k + 1, k + 1)


def _dismissed_as(s: Sentence, k: int) -> Content | None:
    """ "a claim that Marr dismissed as | “noise”": what it is said to be."""
    if k + 2 >= s.last or s.lower[k + 1] != "as":
        return None
    return Content("as", k + 1, k + 2, phrase_content_end(s, k + 2, k))
