"""The spine of a sentence: its opening subject, and the verb of that behind all that tells more of it.

"**The woman** whose son was killed in Arra *said* …", "**The council**, after a long debate, *rejected* …".
"""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    CUE,
    DETERMINER,
    LINK,
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
    SOMEBODY,
    SOURCE,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    TENSED,
    TIME,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    VERB_S,
    WH,
    WORD,
)
from claimcli.parser.grammar.onward import (
    is_participle_adjective,
    leads_in,
    leads_noun,
    phrase_end,
    skip_adverbs,
)
from claimcli.parser.grammar.phrase_words import OPENS_ASIDE, RELATIVE_SUBJECTS, is_nominal
from claimcli.parser.grammar.subject import Subject
from claimcli.parser.grammar.tails import UNDERGONE, holds_clause
from claimcli.parser.grammar.times import PART_OF_DAY
from claimcli.parser.grammar.verb_group import REACH
from claimcli.parser.text import CLOSES_ASIDE, DASHES, QUOTATION, Tokens

Spine = tuple[int, int, int, int]
"""Where the opening subject starts, where its core ends, where what tells more of it ends, and its verb."""


def spine_of(t: Tokens, first: int, last: int) -> Spine | None:
    """The spine of a sentence where something stands between subject and verb; None where nothing does, or is sure."""
    start = _opening(t, first, last)
    core = phrase_end(t, start, last) if start < last and _opens_subject(t, start) else start
    if t.word(core) == "of" and t.word(core + 1) in _MANY and t.what(core + 2) & RELATIVE:
        core += 2  # "A majority of **those** who"
    if core == start or core >= last or not _is_subject(t, start, core):
        return None
    head = t.tagged(PREPOSITION, start + 1, core, core) - 1  # "A **spokeswoman** for Marr Foods"
    at = bare = skip_adverbs(t, core, last)
    while at < last:
        verb = skip_adverbs(t, at, last)
        if verb < last and _is_verb(t, verb, last, at > bare, head):
            sure = at > bare and t.lower[verb - 1] not in _RELATIVES
            return (start, core, at, verb) if sure else None
        behind = _past_modifier(t, at, last, head)
        if behind <= at:
            return None
        at = behind
    return None


def _opening(t: Tokens, first: int, last: int) -> int:
    """Where the subject may open, behind what leads in: "But **the council**", "On Monday, **the council**"."""
    i = first
    while i < last and t.tag[i] & (COORDINATOR | ADVERB) and not t.tag[i] & _NO_ADVERB:
        i += 1 + (t.word(i + 1) == ",")
    comma = t.find({","}, i, last, i)
    if comma > i and (
        leads_in(t, i, comma) or skip_adverbs(t, i, last) == comma or t.lower[comma - 1] in _THEN
    ):
        return comma + 1
    return i


_THEN: Final = frozenset({"later", "earlier", "ago", "before", "afterward", "afterwards"})
"""What ends a time: "Moments **later**, the council"."""


_NO_ADVERB: Final = DETERMINER | NUMBER | SUBORDINATOR | PREPOSITION | ROLE | PEOPLE


def _opens_subject(t: Tokens, i: int) -> bool:
    """Whether a noun phrase may open at ``i`` that is a subject."""
    what = t.tag[i]
    if what & (LINK | WH | AUXILIARY):
        return False
    return bool(what & (OPENS_NOUN | CAPITAL | PRONOUN)) and not (what & PARTICIPLE and not what & NOUN)


def _is_subject(t: Tokens, start: int, core: int) -> bool:
    """Whether a noun phrase is a subject: no time, "**two years** after …", with no verb, "Marr **read** it"."""
    ends = t.tag[core - 1]
    who = ends & CAPITAL or t.word(start + 1) == "of" or t.holds(SOURCE, start, core)  # "One of the bakers"
    if ends & TIME or (t.tag[start] & NUMBER and not who):
        return False
    nominal = is_nominal(ends, t.lower[core - 1])
    return nominal and not any(_may_be_verb_of(t, i, core) for i in range(start + 1, core))


def _may_be_verb_of(t: Tokens, i: int, core: int) -> bool:
    """Whether a word in what looks like a noun phrase may be its verb: "Marr **read** it", "Reed **hopes** aides"."""
    what = t.tag[i]
    if what & VERB_PAST and not what & (NOUN | CAPITAL) and not leads_noun(t.tag[i - 1]):
        return True
    if what & VERB_S and what & CUE:  # "The union fears cuts", not "The fears of", "Union fears of"
        return bool(t.tag[i - 1] & (CAPITAL | SOURCE)) or (i + 1 < core and not t.tag[i + 1] & PREPOSITION)
    return _is_bare(t, i, i - 1)


def _is_verb(t: Tokens, i: int, last: int, told: bool, head: int) -> bool:
    """Whether the subject’s verb stands at ``i``, behind what tells more of it if ``told``."""
    what = t.tag[i]
    if what & AUXILIARY:
        return not what & VERB_ING
    if what & CAPITAL:
        return False
    if what & TENSED and not what & (NOUN | PREPOSITION | PLURAL):
        return told
    if told and _is_bare(t, i, head):
        return True
    if t.tag[i - 1] & WORD or not what & (VERB_S | VERB_BASE):
        return False
    # "Marr, who left, *plans* to return", "Parents, who left, *demand* more money"
    following, noun = t.what(i + 1), t.tag[head]
    agrees = bool(what & VERB_S) != bool(noun & (PLURAL | PEOPLE))
    goes_on = not following & _NO_OBJECT and i + 1 < last
    return agrees and bool(goes_on or t.word(i + 1) in _LEADS_ON)


_NO_OBJECT: Final = PREPOSITION | COORDINATOR | TENSED | NOUN
_LEADS_ON: Final = frozenset({"to", "that", QUOTATION})


def _is_reduced(t: Tokens, i: int, last: int) -> bool:
    """Whether a participle tells more of the noun before it, whose verb is to come: "A man *hit* by a bus died"."""
    what, before = t.tag[i], t.tag[i - 1]
    following = t.what(i + 1 + (t.word(i + 1) in PART_OF_DAY))  # "a poll *held* late on Monday"
    if not what & VERB_PARTICIPLE or holds_clause(t.lower[i]) or t.word(i + 1) == "to":
        return False
    undergone = t.word(i + 1) == "by" or t.lower[i] in _UNDERGONE
    if before & (CAPITAL | PRONOUN | SUBJECT | PEOPLE | AUXILIARY) and not undergone:
        return False
    return bool(following & (PREPOSITION | TIME)) and _next_verb(t, i + 1, last) < last


_UNDERGONE: Final = UNDERGONE | {"convicted"}


def _next_verb(t: Tokens, i: int, last: int) -> int:
    """The next verb with no mark, conjunction or subject of its own before it; ``last`` where there is none."""
    stop = min(last, i + REACH)
    while i < stop:
        what = t.tag[i]
        if not what & WORD or what & _OPENS_ANOTHER or t.lower[i] == "to":
            return last
        if what & TENSED and not what & (NOUN | CAPITAL | PREPOSITION):
            told = what & VERB_PARTICIPLE and (leads_noun(t.tag[i - 1]) or is_participle_adjective(t, i))
            if not told:
                return i
        i += 1
    return last


_OPENS_ANOTHER: Final = COORDINATOR | SUBORDINATOR | SUBJECT | RELATIVE | WH


def _past_modifier(t: Tokens, at: int, last: int, head: int) -> int:
    """Where what tells more of a subject ends that opens at ``at``; ``at`` where nothing does."""
    lower, what = t.lower, t.tag[at]
    if lower[at] == "," or lower[at] in DASHES:
        return _past_aside(t, at, last, head)
    if what & (RELATIVE | WH) and lower[at] in _RELATIVES:
        return _past_clause(t, at, last, head)
    if what & SUBJECT:  # "The aide **she fired** | said"
        verb = skip_adverbs(t, at + 1, last)
        bare = verb < last and _may_be_verb(t.tag[verb]) and not holds_clause(lower[verb])
        return _past_group(t, verb, last) if bare else at
    time = skip_adverbs(t, at, last)
    if time > at:
        return time
    if what & PREPOSITION:
        if what & SUBORDINATOR and not (t.tag[head] & SOMEBODY and t.raw[at].islower()):
            return at  # "Shares slump after the council | *rejects* …"
        opens = at + 1 + bool(t.what(at + 1) & VERB_ING)
        end = _past_phrase(t, opens, last, head)
        return end if end > opens and lower[at] != "to" else at
    if what & VERB_PARTICIPLE and _is_reduced(t, at, last):
        return _next_verb(t, at + 1, last)
    return at


_RELATIVES: Final = RELATIVE_SUBJECTS | OPENS_ASIDE | {"where"}


def _past_phrase(t: Tokens, i: int, last: int, head: int) -> int:
    """Where the noun phrase ends that opens at ``i``, before a verb of the head; ``i`` where none does."""
    if i >= last or t.tag[i] & WH:
        return i
    end = phrase_end(t, i, last)
    if end == i and t.tag[i] & (OPENS_NOUN | NUMBER) and t.what(i + 1) & TIME:
        return i + 2  # "after **a day** of talks"
    return next((j for j in range(i + 1, end) if _is_bare(t, j, head)), end)


def _past_aside(t: Tokens, mark: int, last: int, head: int) -> int:
    """Behind the mark that closes an aside, where the subject’s verb stands; ``mark`` where none does.

    What is joined to it is no aside: "Ann Marr, the mayor, and Tom Reed, her aide, said".
    """
    if t.what(mark + 1) & SUBJECT:
        return mark  # "A baker, **he** backed it, and said"
    clause = bool(t.what(mark + 1) & (RELATIVE | WH | SUBORDINATOR))  # ", **who** left,", ", **when** asked,"
    awaits = t.word(mark + 1) in _RELATIVES  # "Marr, **whose** firm, Lux, *grew*, | said"
    for i in range(mark + 1, min(mark + _ASIDE, last - 1)):
        what = t.tag[i]
        clause = clause or bool(what & (RELATIVE | WH))
        # "who *leads* it", "whom critics *accuse*"
        awaits &= not ((i == mark + 2 and what & (VERB_S | VERB_BASE)) or _is_bare(t, i, i - 1))
        if what & TENSED and not what & (NOUN | CAPITAL | PREPOSITION):
            awaits = False
            if not what & VERB_PARTICIPLE and not clause:
                return mark
        if t.lower[i] != t.lower[mark]:
            continue
        if t.tag[i + 1] & COORDINATOR:
            return mark
        if awaits:
            continue
        verb = skip_adverbs(t, i + 1, last)
        if verb < last and _is_verb(t, verb, last, True, head):
            return i + 1
    return mark


_ASIDE: Final = 40
"""Tokens of the longest aside."""


def _past_clause(t: Tokens, who: int, last: int, head: int) -> int:
    """Where the clause of a relative pronoun ends, before the verb of its noun; ``who`` where it does not.

    "The woman **whose son was killed in Arra** | *said*", "A man **who said he was ill** | *left*".
    """
    tag, lower = t.tag, t.lower
    verb = skip_adverbs(t, who + 1, last)
    own = verb < last and lower[who] in RELATIVE_SUBJECTS and _may_be_verb(tag[verb])
    if not own:
        verb = verb + 1 if verb < last and tag[verb] & SUBJECT else _past_phrase(t, verb, last, head)
        verb = skip_adverbs(t, verb, last)
        if verb >= last or not _may_be_verb(tag[verb]):
            return who
    i = _past_group(t, verb, last)
    inner = holds_clause(lower[i - 1]) and not t.what(i) & (PREPOSITION | TIME)  # a clause in the clause
    if inner and t.what(i) & TENSED and _next_verb(t, _past_group(t, i, last), last) == last:
        inner = False  # "that Marr *questioned* | are lost", not "who police *said* was armed | left"
    over = 0  # the cue that an inner clause may hold, and is the noun's verb if no other comes
    while i < last and tag[i] & WORD:
        what = tag[i]
        if what & COORDINATOR:
            joined = skip_adverbs(t, i + 1, last)
            i = _past_group(t, joined, last) if joined < last and _may_be_verb(tag[joined]) else i + 1
            continue
        if _is_next(t, i, last, head):
            if not inner or (what & SPEECH and not tag[i - 1] & (SOMEBODY | SUBJECT)):
                while tag[i - 1] & (ADVERB | PREPOSITION) == ADVERB:
                    i -= 1
                return i
            inner = False
            over = over or (i if own and what & CUE else 0)  # "Those who knew the boy *said* he was kind"
            i = _past_group(t, i, last)
            continue
        says = what & VERB_ING and holds_clause(lower[i])
        if says or (what & (SUBJECT | SUBORDINATOR | WH) and not what & PREPOSITION):
            inner = True
        i += 1
    return over or who


def _is_next(t: Tokens, i: int, last: int, head: int) -> bool:
    """Whether another finite verb stands at ``i``: "officials whose laws were struck down **say** …"."""
    what = t.tag[i]
    if what & (NOUN | CAPITAL | PREPOSITION) or t.lower[i - 1] == "to":
        return False
    if what & TENSED:
        led = what & VERB_PARTICIPLE and t.tag[i - 1] & AUXILIARY  # "who asked not to be *named*"
        return not (led or leads_noun(t.tag[i - 1]) or _is_reduced(t, i, last))
    return _is_bare(t, i, head)


def _is_bare(t: Tokens, i: int, head: int) -> bool:
    """Whether the verb of a plural stands at ``i``: "officials who left *say* …", not "who went on *strike*"."""
    many = t.tag[head] & (PLURAL | PEOPLE) or t.lower[head] in _MANY
    if not t.tag[i] & VERB_BASE or t.tag[i] & (NOUN | CAPITAL) or not many:
        return False
    return not t.tag[i - 1] & _LEADS_NOUN


_MANY: Final = frozenset("those these many some others most few several both all".split())
_LEADS_NOUN: Final = PREPOSITION | OPENS_NOUN | ADJECTIVE | AUXILIARY


def _may_be_verb(what: int) -> bool:
    """Whether a word may be a finite verb where one is awaited."""
    if what & CAPITAL:
        return False
    return bool(what & VERB_BASE or (what & TENSED and not what & NOUN))


def _past_group(t: Tokens, i: int, last: int) -> int:
    """Where a verb group ends that opens at ``i``: "**has not been seen** | in Arra"."""
    tag = t.tag
    awaits = bool(tag[i] & AUXILIARY)
    i += 1
    while i < last and tag[i] & WORD:
        what = tag[i]
        if awaits and what & AUXILIARY:
            pass
        elif awaits and what & (PARTICIPLE | VERB_BASE):
            awaits = False
        elif not what & ADVERB:
            break
        i += 1
    return i


def tells_who(t: Tokens, spine: Spine, subject: Subject | None) -> bool:
    """Whether a subject found within what tells more is who that is: "The other man, **Tom Reed**, 40, said"."""
    if subject is None:
        return False
    named = t.tag[subject[0]] & CAPITAL and t.lower[subject[0] - 1] == ","
    opens = spine[1] + 1
    apart = not t.tag[opens - 1] & WORD
    return bool(named) or (apart and not t.what(opens) & _NO_APPOSITION)


_NO_APPOSITION: Final = RELATIVE | WH | PREPOSITION | SUBORDINATOR | PARTICIPLE


def end_before_verb(t: Tokens, spine: Spine) -> int:
    """Where what tells more of a subject ends, without the mark that closes it: "Marr, who left | , *said*"."""
    end = spine[2]
    return end - (t.lower[end - 1] in CLOSES_ASIDE)


def end_of_told(t: Tokens, spine: Spine) -> int:
    """Where a subject ends with what tells more of it; before an adverb’s commas: "**Marr**, however, said"."""
    core, end = spine[1], end_before_verb(t, spine)
    return core if end <= core + 2 and t.tag[end - 1] & (ADVERB | SUBORDINATOR) else end
