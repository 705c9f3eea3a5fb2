"""Where a content ends that is a phrase: "criticized **the plan** as he left"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    CUE,
    CUE_VERBS,
    DETERMINER,
    FINITE,
    INFLECTED,
    LINK,
    NOUN,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SPEECH,
    SUBJECT,
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
from claimcli.parser.attribution.after_comma import (
    FRONTING,
    LEADS_ON,
    behind_aside,
    is_listed,
    name_before_verb,
    opens_absolute,
    opens_own_clause,
    opens_saying,
    opens_with_aside,
)
from claimcli.parser.attribution.clause_extent import CLAUSE_STOPS, clause_end
from claimcli.parser.attribution.sentence import Sentence
from claimcli.parser.attribution.stops import Opened, Stop, at_comma, at_mark, before_comma, first_stop
from claimcli.parser.grammar import RELATIVE_OBJECTS, skip_adverbs, time_at, time_before
from claimcli.parser.text import DASHES, QUOTATION, Tokens

_OCCASIONS: Final = frozenset(
    "interview interviews speech speeches statement op-ed letter tweet tweets debate debates rally rallies editorial "
    "email e-mail memo press testimony remarks appearance conference twitter facebook podcast broadcast column show "
    "post video blog hearing forum message release homily sermon lecture communique".split()
)
_FORMS: Final = INFLECTED | VERB_ING
"""The forms that another verb has in common with the cue: "criticize**s** the plan and leave**s**"."""
_ASIDES: Final = RELATIVE_OBJECTS | set("but something according though although even compared".split())
_MAY_STOP: Final = WORD | LINK | RELATIVE
"""A phrase ends at none but a mark, a conjunction, a preposition and "that"."""


def phrase_content_end(s: Sentence, start: int, k: int) -> int:
    """Where a content that is a phrase ends: with its clause, or before a new verb's clause."""
    named = _after_name(s, start)
    if named < s.last and _tells_when(s, named):
        return named
    first = start + (s.lower[start] != QUOTATION)
    content = Opened(s, start, k)
    return _before_time(content, first_stop(content, first, PHRASE_STOPS, _MAY_STOP))


def _before_time(content: Opened, end: int) -> int:
    """Where a phrase ends before the time at its end, which is the cue’s: "announced her run **on Monday**"."""
    s, start = content.s, content.start
    i = time_before(s.t, start, end)
    bare = i == end or s.lower[i - 1] == "," or s.lower[i] == "ago"
    if bare or i <= start or s.tag[i - 1] & _MEASURES or (s.tag[i - 1] & CAPITAL and s.tag[i] & CAPITAL):
        return end  # "for | months", "the opening | day", "Super | Tuesday"
    own = not _OCCASIONS.isdisjoint(s.lower[start:i]) or _has_deed(content, i) or _is_of_object(content, i)
    return end if own else i


def _is_of_object(content: Opened, i: int) -> bool:
    """Whether a time at ``i`` is that of what is told: "demanded a vote **in May**", "a vote held **in May**"."""
    s = content.s
    lemma = CUE_VERBS[s.lower[content.k]].lemma if s.lower[content.k] in CUE_VERBS else ""
    held = s.tag[i - 1] & VERB_PARTICIPLE
    return bool(lemma in _AHEAD or held or s.word(i) in ("by", "until", "till", "next", "tomorrow"))


_AHEAD: Final = frozenset("demand promise predict expect warn await schedule forecast foresee".split())
"""What somebody does who speaks of what is to come."""
_MEASURES: Final = COORDINATOR | PREPOSITION | OPENS_NOUN | NUMBER | VERB_ING | ADVERB
"""What stands before a span of time that is no date."""


def _after_name(s: Sentence, start: int) -> int:
    """Where a name or pronoun ends that opens at ``start``: what follows tells when or where, "**Marr** in May"."""
    if s.tag[start] & OBJECT and not s.tag[start] & POSSESSIVE:
        return start + 1
    end = s.name_end(start)
    return end if end > start else s.last


def _at_that(content: Opened, i: int) -> int:
    """ "warned the crew **that** it leaked": with the clause."""
    tag = content.s.tag
    opens = tag[i - 1] & WORD and not tag[i - 1] & PREPOSITION
    return clause_end(content.s, i, content.k) if opens else 0


def _at_comma(content: Opened, i: int) -> int:
    return at_comma(content, i, _leaves_phrase)


def _at_conjunction(content: Opened, i: int) -> int:
    """ "criticized the plan **and** left", "… **while** pilots warned that …"."""
    s = content.s
    asked = s.tag[i] & WH and s.tag[i - 1] & PREPOSITION  # "no hint as to **when** it left"
    if s.lower[i] in FRONTING and (asked or _tells_of_deed(content, i)):
        return 0
    if s.lower[i] in ("while", "before") and opens_saying(s, i + 1) and not _has_deed(content, i):
        return before_comma(s, i)
    joins = s.tag[i] & COORDINATOR or s.lower[i - 1] == ","
    ends = _joins_clause(s, i) or (joins and _joins_verb(s, i, content.k))
    return before_comma(s, i) if ends else 0


def _at_as(content: Opened, i: int) -> int:
    """A headline: "Reds reject offer **as** mayor pleads for calm"; else as every conjunction."""
    s = content.s
    return (
        i
        if s.ends_bare() and (s.opens_clause(i + 1) or name_before_verb(s, i + 1))
        else _at_conjunction(content, i)
    )


def _at_after(content: Opened, i: int) -> int:
    """ "criticized the plan **after** a visit", "declared victory | shortly **after** noon"."""
    if _tells_of_deed(content, i):
        return 0
    return i - bool(i > content.start + 1 and content.s.tag[i - 1] & ADVERB)


def _tells_of_deed(content: Opened, i: int) -> bool:
    """Whether a phrase tells what is done, so that a clause may tell when: "accused Marr of **lying** *when* he left".

    Not where the clause has a cue of its own: "accuses Marr of lying *while* Reed **praises** her".
    """
    s = content.s
    tag, lower = s.tag, s.lower
    if any(what & CUE and what & FINITE and not what & NOUN for what in tag[i + 1 : min(i + 10, s.last)]):
        return False
    if lower[i] == "while" and not tag[i + 1] & (SUBJECT | VERB_ING):
        return False
    return _has_deed(content, i)


def _has_deed(content: Opened, i: int) -> bool:
    """Whether a phrase up to ``i`` has a verb of its own."""
    s = content.s
    tag, lower = s.tag, s.lower
    for j in range(content.start, i - 1):
        what = tag[j]
        if what & (AUXILIARY | RELATIVE | WH) or (lower[j] == "to" and tag[j + 1] & VERB_BASE):
            return True
        if what & VERB_ING and not tag[j - 1] & OPENS_NOUN:
            return True
    return False


def _at_by(content: Opened, i: int) -> int:
    """ "defended the plan **by** saying that …"."""
    behind = content.s.tag[i + 1]
    return i if behind & VERB_ING and behind & SPEECH else 0


def _at_occasion(content: Opened, i: int) -> int:
    """ "criticized the plan **in** an interview"; not "called her **in a letter** *as* “…”"."""
    s = content.s
    end = s.phrase_end(i + 1)  # behind it the judgment may stand
    judged = s.word(end) == "as" and s.word(end + 1) == QUOTATION
    return i if not judged and is_occasion(s.t, i + 1, s.last) else 0


PHRASE_STOPS: Final[dict[str, Stop]] = {
    ";": at_mark,
    **dict.fromkeys(DASHES, at_mark),
    "that": _at_that,
    ",": _at_comma,
    QUOTATION: _at_comma,
    **dict.fromkeys(("and", "or", "but", "nor", "yet", *FRONTING), _at_conjunction),
    "as": _at_as,
    **dict.fromkeys(("after", "despite"), _at_after),
    "by": _at_by,
    **dict.fromkeys(("in", "on", "during", "at"), _at_occasion),
}
"""Why a phrase ends before its sentence does, by the word at its end."""


def plan_end(s: Sentence, start: int, k: int) -> int:
    """Where an infinitive ends that tells what is to be done: "vowed **to go, if asked**, and *left*"."""
    return first_stop(Opened(s, start, k), start + 1, PLAN_STOPS, _MAY_STOP | ADVERB)


def _at_joint(content: Opened, i: int) -> int:
    """ "vowed to go **and** he went", "… **but** did not"; not "to help Reed **and** the crew mend it"."""
    s = content.s
    if end := CLAUSE_STOPS[s.lower[i]](content, i):
        return end
    verb = s.after_adverbs(s.phrase_end(i + 1))
    following = skip_adverbs(s.t, i + 1, s.last - 1)
    if s.lower[following] in ("to", "be", "do", "have"):
        return 0  # "to cut it, **but** also to", "to win **and** have a say"
    leaves = s.lower[i - 1] == "," or s.tag[i + 1] & SUBJECT or s.what(verb) & TENSED
    return _at_conjunction(content, i) if leaves or _joins_verb(s, i, content.k) else 0


def _at_plan_comma(content: Opened, i: int) -> int:
    """ "vowed to go**,** adding that …"; not "to go, even if it rains"."""
    own = CLAUSE_STOPS[","](content, i)
    return own or (0 if _plan_goes_on(content.s, i) else _at_comma(content, i))


def _plan_goes_on(s: Sentence, comma: int) -> bool:
    """Whether a plan goes on: "to go, **even if** it rains", "to sit, **shut** up and", "to sell it, a pit, **to**"."""
    i = comma + 1
    # "to ban burning, **driving** and noise"
    listed = s.what(i) & VERB_ING and s.word(i + 1) in (",", "and", "or")
    if listed or s.word(i + 1) == "if" or s.what(i) & VERB_BASE:
        return True
    if s.tag[i] & COORDINATOR:
        return s.word(s.after_adverbs(i + 1)) == "to"
    aside = s.lower[i] in RELATIVE_OBJECTS or s.tag[i] & DETERMINER
    return bool(aside) and s.word(behind_aside(s, comma)) in _LEADS_ON


_LEADS_ON: Final = LEADS_ON | {"about"}


PLAN_STOPS: Final[dict[str, Stop]] = {
    **CLAUSE_STOPS,
    **dict.fromkeys(("and", "but", "nor"), _at_joint),
    ",": _at_plan_comma,
    QUOTATION: _at_plan_comma,
}


def _tells_when(s: Sentence, i: int) -> bool:
    """Whether only a time or place stands at ``i``: "endorsed Marr **in May**", not "… in May **over** his taxes"."""
    end = s.phrase_end(i + 1) if s.lower[i] in ("in", "during", "by", "until") else time_at(s.t, i, s.last)
    return i < end and (end >= s.last or not s.tag[end] & PREPOSITION)


def _leaves_phrase(content: Opened, comma: int) -> bool:
    """Whether what follows a comma is no part of a phrase before it: an aside, a participle, a verb."""
    s = content.s
    i = comma + 1
    following, what = s.lower[i], s.tag[i]
    after = s.what(i + 1)
    if following in RELATIVE_OBJECTS or what & DETERMINER:
        close = behind_aside(s, comma)
        if s.word(close) == "as" or (s.word(close) == "to" and s.what(close + 1) & VERB_BASE):
            return False  # "cited Marr, who was there, as a witness", "asked Marr, a baker, to go"
    leaves = following in _ASIDES or ((what & ADVERB or following == "while") and after & VERB_ING)
    if leaves or (what & (VERB_ING | VERB_PAST | SUBJECT) and not what & PREPOSITION):
        return True
    if name_before_verb(s, i):
        return True  # "a baker who backs the bridge, **Marr wants** …"
    if what & DETERMINER and not is_listed(s, comma):
        return True
    time = i + (following in ("just", "only"))
    time += bool(s.what(time) & NUMBER)
    if s.what(time) & TIME and s.word(time + 1) in ("after", "before"):
        return True  # "criticized the plan, **days after** he left"
    if what & s.tag[content.k] & _FORMS and what & CUE:
        return True  # "supports a raise, opposes a freeze"
    if following == "in":  # "to go, **in a move** that"
        return not {"move", "decision", "step"}.isdisjoint(s.lower[i + 2 : i + 4])
    return following == "with" and opens_absolute(s, i + 1)


def _joins_clause(s: Sentence, i: int) -> bool:
    """Whether the conjunction at ``i`` opens a clause: "… **and he** left", "… **while pilots warned**"."""
    word, what = s.lower[i], s.tag[i + 1]
    if what & SUBJECT:
        return True
    if word == "and" and s.tag[i - 1] & SUBJECT and not s.tag[i - 1] & OBJECT:
        return False  # "a visit in which she *and* Marr spoke"
    if word in ("and", "but") and s.comma_at(i - 1):
        names = bool(what & (OPENS_NOUN | CAPITAL))
        return opens_own_clause(s, i + 1) or (names and (s.opens_clause(i + 1) or opens_with_aside(s, i + 1)))
    if word in ("as", "after", "before", "since") or not (what & (DETERMINER | CAPITAL) or word == "while"):
        return False
    return s.opens_clause(i + 1)


def _joins_verb(s: Sentence, i: int, k: int) -> bool:
    """Whether the conjunction at ``i`` joins a second verb: "criticized the plan **and left**"."""
    forms, verb = s.tag[k] & _FORMS, skip_adverbs(s.t, i + 1, s.last - 1)
    what = s.tag[verb]
    if what & AUXILIARY or what & forms & VERB_ING:
        return True
    if what & SPEECH and (what & (VERB_BASE | NOUN)) == VERB_BASE and _is_present(s, i, k):
        return True
    if not what & NOUN and not what & CAPITAL:
        done = what & (VERB_PAST | VERB_BASE) == VERB_PAST and not s.t.holds(RELATIVE, k, i)
        if done and (s.what(verb + 1) & NUMBER or _goes_on(s, verb + 1)):
            return True  # "dropped plans to go **and sold the** ship"
        speaks = what & SPEECH and what & INFLECTED
        return bool(speaks or what & forms)
    return bool(what & forms & VERB_S and _goes_on(s, i + 2))  # "chides Ruan and praises Marr"


def _is_present(s: Sentence, i: int, k: int) -> bool:
    """Whether a bare verb behind ``i`` is that of many who do more: "(bakers) blame it **and** *say*"."""
    group = s.group_of(k)
    now = s.lower[group.start] in ("are", "have") if group.auxiliary else not group.infinitive
    return bool(now and group.finite and not s.t.holds(RELATIVE | WH, k, i) and "to" not in s.lower[k:i])


def _goes_on(s: Sentence, i: int) -> bool:
    """Whether what stands at ``i`` shows that a verb stands before it, no noun: "praises **Marr**"."""
    return bool(s.what(i) & (CAPITAL | OPENS_NOUN)) or s.word(i) in ("to", "that")


def is_occasion(t: Tokens, p: int, last: int) -> bool:
    """Whether a phrase names where something was said ("an interview with CNN", "Twitter"), not what."""
    for i in range(p, min(p + 5, last)):
        if t.lower[i] in _OCCASIONS:
            return True
        if not t.tag[i] & WORD or t.tag[i] & (PREPOSITION | COORDINATOR | AUXILIARY):
            return False
    return False
