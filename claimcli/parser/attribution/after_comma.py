"""What a comma in a content leads to: a list, quoted words, an absolute construction, the main clause again."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    CUE,
    CUE_NOUN,
    DETERMINER,
    FINITE,
    INFLECTED,
    LINK,
    NOUN,
    NUMBER,
    OPENS_NOUN,
    PARTICIPLE,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SOMEBODY,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    TENSED,
    TIME,
    VERB,
    VERB_BASE,
    VERB_ING,
    VERB_PAST,
    WH,
    WORD,
)
from claimcli.parser.attribution.sentence import OPENS_CLAUSE, Sentence
from claimcli.parser.grammar import OPENS_ASIDE, RELATIVE_SUBJECTS, is_participle_adjective, skip_adverbs
from claimcli.parser.grammar.phrase_marks import INNER
from claimcli.parser.text import CLOSED_BY, QUOTATION

FRONTING: Final = frozenset(
    "when while as although though after before because if since once whenever unless".split()
)
"""What opens a clause that stands before the main clause, too: "**When** he left, she …"."""


def quotes_on(s: Sentence, comma: int) -> bool:
    """Whether words in quotation marks follow that no other cue leads to: the speaker's own, ", which “will help”"."""
    lower, tag = s.lower, s.tag
    for i in range(comma + 1, min(comma + 20, s.last)):
        if lower[i] == QUOTATION:
            return i > comma + 1
        if (tag[i] & CUE and tag[i] & (FINITE | VERB_ING)) or lower[i] in (",", ";"):
            return False
    return False


LEADS_ON: Final = frozenset("with to as from for against into by of".split())
"""What goes on behind an aside with the phrase before it: "replaced Marr, a baker, **with** Reed"."""


def behind_aside(s: Sentence, mark: int) -> int:
    """Where a sentence goes on behind an aside that opens at a mark; its end where none closes it."""
    closing = CLOSED_BY.get(s.word(mark), ",")
    tells_more = (s.what(mark) | s.what(mark + 1)) & _OPENS_ASIDE or closing != ","
    for i in range(mark + 1, min(mark + 30, s.last - 1)):
        if s.lower[i] == closing:
            return i + 1
        if s.tag[i] & AUXILIARY and not tells_more:
            return s.last
        if closing == "," and not s.tag[i] & WORD and s.lower[i] not in _WITHIN_ASIDE:
            return s.last
    return s.last


_WITHIN_ASIDE: Final = INNER | {".", QUOTATION}
_OPENS_ASIDE: Final = PREPOSITION | SUBORDINATOR | RELATIVE | WH | OPENS_NOUN
"""What opens an aside that may hold a verb with its auxiliary: ", *who* had left,"."""


def series_end(s: Sentence, k: int) -> int:
    """Where "and" leads to the last of three verbs that share a subject: "raised it, *said* it was due **and** left".

    The verb at ``k`` stands within; 0 if no such series does.
    """
    form, lower, tag = s.tag[k] & INFLECTED, s.lower, s.tag
    front = tag[s.first : k - 1]
    if not form or lower[k - 1] != "," or tag[k + 1] & (CAPITAL | PREPOSITION):
        return 0
    if not (all(what & WORD for what in front) and any(what & form and not what & CAPITAL for what in front)):
        return 0
    ends = (i for i in range(k + 2, s.last - 1) if lower[i] == "and")
    return next((i for i in ends if tag[skip_adverbs(s.t, i + 1, s.last - 1)] & form), 0)


def opens_absolute(s: Sentence, p: int, reach: int = 8) -> bool:
    """Whether "with" opens a construction with a verb of its own: "with critics arguing that …"."""
    tag = s.tag
    for i in range(p, min(p + reach, s.last)):
        if tag[i] & VERB_ING and tag[i] & CUE and i > p:
            return True
        if tag[i] & (AUXILIARY | VERB_PAST | SUBORDINATOR):
            return False
    return False


def setting_of(s: Sentence, k: int) -> str:
    """Whether the cue stands in a clause that the main clause resumes from: fronted, or relative."""
    lower, tag = s.lower, s.tag
    if k - s.first < 30 and tag[k] & VERB_ING:
        comma = k - 1
        if lower[comma] == "," and not tag[comma - 1] & ADVERB and not s.has_verb(s.first, comma):
            return "relative"  # "Marr, citing a report that found cracks, | said"
    for i in range(k - 1, max(s.first, k - 30) - 1, -1):
        word = lower[i]
        if word in OPENS_ASIDE:
            told = s.phrase_before(i)  # ", **a baker** who"
            if s.word(i - 1) == "," or (told and s.tag[told[0]] & DETERMINER and s.word(told[0] - 1) == ","):
                return "relative"
        if word in (",", ";", ":", "—", "--"):
            i += 1
            break
        if word == QUOTATION:
            return ""
    else:
        i = max(s.first, k - 30)
    while i < k and tag[i] & _BEFORE_FRONTING and lower[i] not in FRONTING:
        if tag[i] & (DETERMINER | NUMBER) and not tag[i + 1] & (TIME | ADVERB | NUMBER):
            break
        i += 1  # "**Just months** after Marr left, …", "**A day** after"
    if lower[i] in FRONTING and i < k:
        return "fronted"
    tells_more = tag[k] & (VERB_ING | CUE_NOUN) or lower[k - 1] in RELATIVE_SUBJECTS
    tells_more = tells_more or lower[s.first + 1] == "what"  # "In what he called a ramble, | Marr left"
    first = s.first + bool(tag[s.first] & COORDINATOR)  # "**And saying** he was late, | Marr left"
    if tag[first] & PARTICIPLE or (tells_more and tag[first] & PREPOSITION):
        if not any(
            what & (AUXILIARY | FINITE) and not what & (NOUN | VERB_ING) for what in tag[first + 1 : k]
        ):
            return "fronted"
    return ""


_BEFORE_FRONTING: Final = COORDINATOR | ADVERB | TIME | DETERMINER | NUMBER


def closes_lead(s: Sentence, start: int, comma: int) -> bool:
    """Whether a comma closes but what leads in to what is said from ``start`` on: "that **after a leak,** a dam"."""
    that = s.lower[start] == "that"
    first = start + that
    if "," in s.lower[first:comma] or s.lower[first] == "to":
        return False
    leads = bool(s.tag[first] & (PREPOSITION | VERB_ING * that))
    phrase = leads and not s.t.holds(AUXILIARY | SUBJECT, first, comma)
    opens = phrase or s.lower[first] in FRONTING
    return opens and main_clause_resumes(s, "fronted", comma + 1)


def main_clause_resumes(s: Sentence, setting: str, i: int) -> bool:
    """Whether the main clause goes on at ``i``, after a comma."""
    if setting == "fronted" and s.lower[i] == "not" and s.what(i + 1) & (PRONOUN | DETERMINER):
        i += 1  # "When she said so, **not** everyone left"
    what = s.tag[i]
    if setting == "relative":
        if (what & (TENSED | VERB_BASE) and not what & NOUN) or s.lower[i] == "to":
            return s.word(i + 1) != "and"  # not "citing cost, **delays** and noise"
        return bool(what & ADVERB and s.what(i + 1) & TENSED)
    if what & SUBJECT or s.lower[i] == "there" or (s.lower[i] == "that" and s.what(i + 1) & TENSED):
        return True
    if what & NUMBER:
        return s.has_verb(i, min(i + 16, s.last))
    if what & PRONOUN and s.word(i + 1) == "who":
        return True  # "While she says so, **those who** pay disagree"
    if what & _OPENS_PHRASE or what & ~(PLURAL | ADJECTIVE) == WORD:
        if s.what(s.phrase_end(i)) & TENSED or s.opens_clause(i):
            return True  # "aides **to** Marr *said*"
        return opens_with_aside(s, i) and not _awaits_verb(s, i - 1)
    return False


_OPENS_PHRASE: Final = OPENS_NOUN | SOMEBODY | NUMBER | PRONOUN


def opens_with_aside(s: Sentence, i: int) -> bool:
    """Whether a subject opens at ``i`` whose verb stands behind an aside: "…, **Ann Marr, who built it, said** …"."""
    return bool(s.what(behind_aside(s, s.phrase_end(i))) & TENSED)


def name_before_verb(s: Sentence, first: int) -> int:
    """Where a name ends whose verb stands behind it, or its comma: "backing Mr. Reed, **Ann Marr**, said"; 0 if none.

    Behind a comma a first name and a surname are of another than the name before, so that they belong to an earlier
    noun: "one baker backing …".
    """
    end = first
    while s.what(end) & CAPITAL or (end > first and s.word(end) in (".", "of", "the")):
        end += 1
    apart = end > first + 1 and s.word(end) == "," and s.tag[first - 2] & CAPITAL
    return end if end > first and s.what(end + bool(apart)) & TENSED else 0


def _awaits_verb(s: Sentence, comma: int) -> bool:
    """Whether the clause before a comma has yet to come to its verb: "said **that Marr**, the mayor, who left, was"."""
    for i in range(comma - 1, max(s.first, comma - ASIDE), -1):
        if s.tag[i] & TENSED:
            return False
        if s.tag[i] & OPENS_CLAUSE:
            return i + 2 < comma
    return False


ASIDE: Final = 24
"""Tokens of the longest aside between a subject and its verb, an attribution among them."""


def opens_own_clause(s: Sentence, i: int) -> bool:
    """Whether a clause with a subject of its own opens at ``i``: "and **farmers left**", "and **on Friday he** …"."""
    if i + 1 < s.last and s.tag[i] & PREPOSITION:
        i = s.after_adverbs(i)  # "on Friday"
    if i + 1 >= s.last:
        return False
    what = s.tag[i]
    if what & SUBJECT or s.lower[i] in OPENS_ASIDE:
        return True
    if what & _NO_OPENING:
        return False
    verb = s.phrase_end(i)
    if i < verb and s.what(verb) & TENSED:
        return not is_participle_adjective(s.t, verb)
    return s.word(verb) == "to"


_NO_OPENING: Final = LINK | AUXILIARY | RELATIVE | VERB_ING | VERB_PAST | VERB_BASE


def parts_words(s: Sentence, comma: int) -> bool:
    """Whether a comma parts two words before their noun: "a **new, leaking** roof", "the **last, loud** cry"."""
    before, leads = s.tag[comma - 1], s.tag[comma - 2]
    adjective = leads & OPENS_NOUN if before & ADVERB else before & ADJECTIVE and leads & (OPENS_NOUN | VERB)
    if not adjective:
        return False
    opens_another = OPENS_NOUN | CAPITAL | COORDINATOR | PREPOSITION | AUXILIARY | SUBJECT | ADVERB
    return all(what & WORD and not what & opens_another for what in s.tag[comma + 1 : comma + 3])


def opens_saying(s: Sentence, p: int) -> bool:
    """Whether a participle of speaking opens what the speaker does, too: "while **praising** Reed", "before adding"."""
    verb = s.after_adverbs(p)
    what = s.what(verb)
    speaks = what & SPEECH or s.lower[p - 1] == "while"
    return bool(what & VERB_ING and what & CUE and speaks)


def is_listed(s: Sentence, comma: int) -> bool:
    """Whether a comma in a phrase separates the members of a list: "the wall, the ban and the tax"."""
    for i in range(comma + 1, min(comma + 12, s.last)):
        if s.lower[i] in ("and", "or"):
            return True
        if s.tag[i] & (AUXILIARY | VERB_PAST | RELATIVE):
            return False
    return False
