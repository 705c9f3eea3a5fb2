"""What tells more of a noun before its verb, and where the noun’s own phrase begins: "A report filed in Arra said"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    CLAUSE,
    COORDINATOR,
    CUE,
    CUE_VERBS,
    DETERMINER,
    FINITE,
    NOUN,
    NUMBER,
    OPENS_NOUN,
    PARTICIPLE,
    PEOPLE,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    SOURCE,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    TAGS,
    TENSED,
    TIME,
    VERB,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_S,
    WH,
    WORD,
)
from claimcli.parser.grammar.nobody import PARTICLES
from claimcli.parser.grammar.noun_phrase import noun_phrase_before
from claimcli.parser.grammar.onward import has_verb, is_finite, phrase_end
from claimcli.parser.grammar.phrase_words import A_OR_AN, RELATIVE_SUBJECTS, is_nominal
from claimcli.parser.grammar.verb_group import REACH
from claimcli.parser.text import QUOTATION, Tokens


def doer_start(t: Tokens, a: int, e: int) -> int:
    """Where who does what a participle behind a phrase tells stands in it: "gifts from **bankers** | backing Marr".

    The head does it where it can: "**a group** of bankers backing", "**half** of the bankers backing".
    """
    joints = [i for i in range(a + 1, e - 1) if t.tag[i] & PREPOSITION and not t.tag[i - 1] & DETERMINER]
    if not joints or not _acts(t, e - 1) or _acts(t, joints[0] - 1):
        return a
    counts = t.tag[joints[0] - 1] & NUMBER or t.lower[joints[0] - 1] in _COLLECTIVE
    return a if counts and len(joints) == 1 and t.lower[joints[0]] == "of" else joints[-1] + 1


def _acts(t: Tokens, i: int) -> bool:
    """Whether a noun names somebody, a body or a document."""
    return bool((t.tag[i] | TAGS.get(t.lower[i].removesuffix("s"), 0)) & _ACTS)


_ACTS: Final = CAPITAL | SOURCE | PRONOUN | SUBJECT
_COLLECTIVE: Final = frozenset(
    "band family pack host bunch mob throng gang constellation chorus parade handful slew majority minority "
    "share".split()
)
"""Nouns that count what stands behind their "of"."""


def head_start(t: Tokens, low: int, a: int) -> int:
    """Where a subject begins whose tail opens at ``a``: "A report filed with | the court", "Foes of closing | it".

    What tells more of it may hold a tail of its own: "A man accused of robbing | a guard outside | the mill".
    """
    low = max(low, a - _LONGEST)
    head = at = a
    while (start := _head_before(t, low, at)) < at:
        at = start
        governs = t.tag[at - 1] if at > low else 0
        clause = governs & (NOUN | SUBORDINATOR | CAPITAL) or t.lower[at - 1] in ("said", "says")
        if clause or not governs & (VERB | PREPOSITION):
            head = at  # "said people living near | the mill", not "(Making) her way around | the hall, Marr said"
    return head


_LONGEST: Final = 2 * REACH
"""Tokens of the longest subject, with all that tells more of it."""


def _head_before(t: Tokens, low: int, a: int) -> int:
    """Where the noun’s phrase begins of which the words before ``a`` tell more; ``a`` where there is none."""
    tail = _tail_start(t, low, a) if a - 2 >= low else -1
    noun = tail > low and (t.tag[tail - 2] & OPENS_NOUN or is_nominal(t.tag[tail - 1], t.lower[tail - 1]))
    if not noun:
        return a  # but "a **meeting** | led by Marr"
    if t.tag[a - 1] & SUBORDINATOR and not _acts(t, tail - 1):
        return a  # "The firm quit Friday after | Marr left", "a setback that came before | Marr left"
    phrase = noun_phrase_before(t, low, tail)
    return a if phrase is None else phrase[0]


def _tail_start(t: Tokens, low: int, a: int) -> int:
    """Where what tells more of a noun begins, that ends with the phrase at ``a``; -1 where nothing does."""
    tag, lower = t.tag, t.lower
    for i in range(a - 1, max(low, a - _NAME), -1):
        if lower[i] in NAMING:
            return i if name_behind(t, low, i) > a else -1  # "A group | called Save | the Port"
        if not tag[i] & CAPITAL and lower[i] not in _IN_NAME:
            break
    if lower[a - 1] in _TAILS:
        # "Towns | across the county", "A baker | living near the mill"
        return _with_participle(t, low, a - 1) if lower[a] != "what" else -1
    if tag[a - 1] & VERB_ING:
        if tag[a - 2] & PREPOSITION:
            return _with_participle(t, low, a - 2)  # "Foes | of closing it"
        if not _may_hold_clause(lower[a - 1]):
            return a - 1  # "Groups | facing a rival", "The couple | suing the city"
    if lower[a - 2] == "to" and _is_base(t, a - 1) and not _may_hold_clause(lower[a - 1]):
        return _with_participle(t, low, a - 2)  # "Her pick | to lead it"
    if lower[a - 3 : a - 1] == ["to", "have"] and tag[a - 1] & VERB_PARTICIPLE:
        return _with_participle(t, low, a - 3)  # "A man | thought to have seen it"
    if _is_present_participle(t, low, a - 2):
        return a - 2  # "States | going to the polls"
    for opens in (_bare_relative_before, _past_participle_before, _relative_before):
        tail = opens(t, low, a)
        if tail >= 0:
            return tail
    return -1


NAMING: Final = frozenset("called named dubbed titled entitled nicknamed".split())
"""Participles that a name stands behind: "a group **called** Save the Port"."""
_IN_NAME: Final = frozenset("the of for & ’s 's".split())
_NAME: Final = 8
"""Tokens of the longest name behind such a participle."""
_TITLE: Final = 60
"""Characters of the longest such name in quotation marks."""
_NAMES_NOBODY: Final = CAPITAL | AUXILIARY | SUBJECT | RELATIVE | ADVERB | PREPOSITION
"""What no name belongs to that such a participle tells: "**he** called Reed a liar"."""


def name_behind(t: Tokens, low: int, k: int) -> int:
    """Where the name ends that a participle at ``k`` gives the noun before it; 0 where it does something else.

    "A group *called* Save the Port | urged …", "a bill *titled* “Dry Land”, …", not "The mayor called Reed a liar".
    """
    noun = k - (t.lower[k - 1] == ",")
    if t.lower[k] not in NAMING or noun - 1 < low or t.tag[noun - 1] & _NAMES_NOBODY:
        return 0
    end = _past_name(t, k + 1)
    phrase = noun_phrase_before(t, low, noun) if end > k + 1 else None
    if phrase is None:
        return 0
    if noun < k:  # "The group, *called* Save the Port, | urged", "The plan, *dubbed* “Dry Land,” | is"
        closed = t.word(end) == "," or "," in t.close_of(end - 1)
        return end if closed and is_finite(t.what(end + (t.word(end) == ","))) else 0
    following = t.what(end)
    if following & (FINITE | AUXILIARY):
        return end  # whichever it is: "The group called Save the Port | says"
    one = t.lower[phrase[0]] in A_OR_AN or following & RELATIVE  # "the box called “Lux” that …"
    goes_on = following & (PREPOSITION | COORDINATOR | RELATIVE) and t.word(end) not in ("for", "to")
    return end if one and (goes_on or not following & WORD) else 0


def _past_name(t: Tokens, p: int) -> int:
    """Behind the name that opens at ``p``, in capitals or quotation marks; ``p`` where none does."""
    if t.word(p) == QUOTATION:
        opens, ends = t.start[p], t.end[p]
        return p + 1 if ends - opens < _TITLE and t.text[opens + 1].isupper() else p
    i = p + (t.word(p) == "the")
    while i < p + _NAME and (t.what(i) & CAPITAL or (i > p and t.word(i) in _IN_NAME)):
        i += 1
    while i > p and not t.tag[i - 1] & CAPITAL:
        i -= 1
    return i


def _is_base(t: Tokens, i: int) -> bool:
    """Whether what stands behind "to" is a verb: "to *lead* it", "the first nun to *bake* the bread"."""
    what = t.tag[i]
    unknown = what in (WORD, WORD | NOUN) and t.tag[i - 2] & (
        ROLE | PEOPLE
    )  # not "thanks to *rain* the mayor"
    return bool(what & VERB_BASE or unknown)


def _with_participle(t: Tokens, low: int, i: int) -> int:
    """Where a tail begins that a participle may open: "The clerk | *accused* of losing it", "*hired* to mend it"."""
    told = i - 2 >= low and t.tag[i - 1] & PARTICIPLE
    return i - 1 if told else i


def _may_hold_clause(word: str) -> bool:
    """Whether what follows a verb may be a clause of its own: "hoped to *see* | the mayor left", "to *say* | he"."""
    return word in _HOLD_CLAUSES or holds_clause(word)


_HOLD_CLAUSES: Final = frozenset(
    "see let make ensure know help watch have get keep feel think hope wish".split()
)
"""Verbs with which what follows "to" may be a clause of its own: "hoped to see | the mayor left"."""


def holds_clause(word: str) -> bool:
    """Whether what follows a cue may be a clause of its own: "who *said* | the plan failed"."""
    frames = CUE_VERBS.get(word)
    return frames is not None and bool(frames.bits & CLAUSE)


def _is_present_participle(t: Tokens, low: int, i: int) -> bool:
    """Whether a participle at ``i`` tells more of the noun before it: "States *going* to the polls"."""
    what = t.tag[i]
    if not what & VERB_ING or what & (SPEECH | NOUN | PREPOSITION) or not t.tag[i + 1] & PREPOSITION:
        return False
    if what & CUE and t.lower[i + 1] in CUE_VERBS[t.lower[i]].particles:
        return False  # "Bakers | *pushing* for a vote"
    return i - 1 >= low and is_nominal(t.tag[i - 1], t.lower[i - 1])


_TAILS: Final = frozenset(
    "across around inside outside like over throughout within without among amongst alongside beyond during off "
    "along".split()
)
"""Prepositions that no verb in front asks for as often as the noun before them: "towns *across* the county"."""


def _past_participle_before(t: Tokens, low: int, a: int) -> int:
    """Where a participle stands that tells more of a noun up to ``a``: "A study | *published* Monday in | Ice"."""
    tag = t.tag
    for i in range(a - 1, max(low, a - _DETAILS), -1):
        what = tag[i]
        if what & VERB_PARTICIPLE and not tag[i - 1] & RELATIVE:
            behind = i + 1 + (t.lower[i + 1] in PARTICLES)  # "a letter *sent* out by"
            # "Marr *insisted* Monday during", "Marr *appeared* in" tell what somebody did
            doubtful = i < a - 2 or (what & SPEECH and tag[i - 1] & CAPITAL)
            alone = i > low and not tag[i - 1] & (AUXILIARY | PEOPLE | PRONOUN | CAPITAL)
            sure = alone or t.lower[i] in UNDERGONE  # "Man *accused* of killing"
            widely = tag[behind] & ADVERB and tag[behind + 1] & (PREPOSITION | SUBORDINATOR) == PREPOSITION
            when = t.lower[behind] in ("late", "early")  # "*issued* late on Monday by"
            counted = "times" in t.lower[behind : behind + 5]  # "*seen* more than 3.1 million times"
            tells = tag[behind] & (PREPOSITION | TIME) or widely or counted or when
            if not tells or (doubtful and not sure):
                return -1
            if t.lower[i - 1] in _LATELY:
                return i - 1  # "a book *just* published"
            return -1 if (what | tag[i - 1]) & AUXILIARY else i
        if (
            not what & WORD
            or t.lower[i] == "as"
            or (what & _NO_DETAIL and not what & (NOUN | CAPITAL | PREPOSITION))
        ):
            break
    return -1


UNDERGONE: Final = frozenset({"accused", "charged", "suspected"})  # with "of", "with", "in" behind
_LATELY: Final = frozenset(
    "being just recently newly previously already first once later still widely since".split()
)


_DETAILS: Final = 8
"""Tokens that may tell when and where of a participle before a name that ends its noun's phrase."""
_NO_VERB: Final = OPENS_NOUN | CAPITAL | SUBJECT | PRONOUN | NUMBER | PEOPLE
_NO_DETAIL: Final = AUXILIARY | SUBJECT | RELATIVE | SUBORDINATOR | COORDINATOR | FINITE | WH


def _relative_before(t: Tokens, low: int, a: int) -> int:
    """Where a noun’s clause begins that ends at ``a``: "a poll | that was held in", "fans | who saw"."""
    a -= bool(t.tag[a - 1] & ADVERB and t.tag[a - 2] & BE)  # "who is now | an aide in"
    governs = t.tag[a - 1]
    if governs & COORDINATOR:  # "Bakers | who worked with Marr or | Reed (said)", whose verb is yet to come
        first = noun_phrase_before(t, low, a - 1)
        tail = _relative_before(t, low, first[0]) if first and first[0] > low + 1 else -1
        whose = noun_phrase_before(t, low, tail) if tail > low else None
        return tail if whose and whose[0] == low else -1
    if t.lower[a - 1] == "who" and not t.tag[a] & _NO_VERB:
        return a - 1  # "fans | who works in the hall", whatever the verb is
    one = not t.tag[a - 2] & (PLURAL | PEOPLE) and is_nominal(t.tag[a - 2], t.lower[a - 2])
    does = t.tag[a] & (VERB_S | PLURAL) and not t.tag[a] & _NO_VERB
    if governs & RELATIVE and one and does and t.what(a + 1) & (WORD | TENSED) == WORD:
        return a - 1  # "a firm | that brews beer", "a group | that tracks it"
    # "those | who knew him"
    known = t.lower[a - 2] == "who" and (t.lower[a - 1] in ("know", "knew") or awaits_verb(t, low, a - 2))
    if not governs & (PREPOSITION | VERB | BE) or (
        governs & SPEECH and _may_hold_clause(t.lower[a - 1]) and not known
    ):
        return -1
    for i in range(a - 2, max(low, a - 16), -1):
        if not t.tag[i] & WORD:
            return -1
        if t.lower[i] in RELATIVE_SUBJECTS:
            if governs & BE and i != a - 2 and t.lower[a - 1] not in ("been", "be"):
                return -1  # "fans who cheer | are young"
            opens = i + 1 + bool(t.tag[i + 1] & ADVERB)
            return i if t.tag[opens] & (AUXILIARY | FINITE) else -1
    return -1


def awaits_verb(t: Tokens, low: int, who: int) -> bool:
    """Whether a sentence’s one verb stands behind its subject’s clause: "The man who found *the ship* | **left**"."""
    phrase, a = noun_phrase_before(t, low, who), who + 2
    if phrase is None or phrase[0] != low or not t.what(a) & OPENS_NOUN:
        return False
    stop = t.find({".", "!", "?"}, a, min(a + 2 * REACH, len(t.raw)), 0)
    verb = phrase_end(t, a, stop)
    return verb < stop and is_finite(t.tag[verb]) and not has_verb(t, verb + 1, stop)


def _bare_relative_before(t: Tokens, low: int, a: int) -> int:
    """Where a clause without "who" or "that" begins that ends at ``a``: "Nobody | I met in Leeds could say"."""
    tag = t.tag
    if not tag[a - 1] & (PREPOSITION | VERB):
        return -1
    for i in range(a - 2, max(low, a - _DETAILS), -1):
        what = tag[i]
        if not what & WORD or what & (COORDINATOR | SUBORDINATOR | RELATIVE | WH):
            return -1
        if what & SUBJECT:
            noun = tag[i - 1]
            told_of = noun & (PEOPLE | NOUN | PRONOUN) and not noun & (SUBORDINATOR | TIME | VERB)
            return i if told_of else -1
    return -1


def relative_behind(t: Tokens, low: int, i: int) -> int:
    """Where the pronoun stands whose clause goes on behind a phrase with a preposition: "**who** in March *said*"."""
    for p in range(i, max(low, i - 4), -1):
        if t.lower[p - 1] in RELATIVE_SUBJECTS:
            leads = t.tag[p] & PREPOSITION and (not t.tag[p] & SUBORDINATOR or t.lower[p] == "as")
            return p - 1 if leads else 0
        if not t.tag[p - 1] & WORD:
            break
    return 0
