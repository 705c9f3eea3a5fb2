"""What is chosen: a course of action that opens with a verb, or an object that a noun phrase names."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    FINITE,
    LINK,
    NOUN,
    NOUN_VERB,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    PEOPLE,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    ROLE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    WH,
    WORD,
    forms_of,
)
from claimcli.lexicon.decision_words import LIGHT, PARTICLES, STATE, stands_alone
from claimcli.parser.attribution.sentence import ASKING, WH_WORDS
from claimcli.parser.decisions.choosers import can_choose
from claimcli.parser.decisions.label_end import ends_within, is_adjective, label_end
from claimcli.parser.decisions.sentence import NEAR, Range, Sentence
from claimcli.parser.grammar import ARTICLES, ORDINALS, POSSESSIVE_MARKS
from claimcli.parser.speakers.heads import head_of
from claimcli.parser.text import MONEY, QUOTATION

_COUNTS: Final = frozenset(
    {"number", "series", "lot", "lots", "handful", "couple", "range", "variety", "slew", "set"}
)
_QUESTIONS: Final = ASKING | {"whatever", "who", "that"}
_OWN_TO: Final = frozenset(
    "response reaction reply addition contrast relation regard opposition access".split()
)
"""Nouns to which a "to" behind them belongs."""
ENDURING: Final = frozenset({"fight", "stay", "play"})
"""Verbs that with "on" tell a course: "will **fight on**"."""
PERMITTING: Final = forms_of("allow permit let enable")
MAKING: Final = forms_of("make")
_TOGETHER: Final = frozenset({"together", "apart", "alone", "again", "anew", "afresh"})
_ANY: Final = frozenset(("another", "others", "more", "either", "any"))
"""What an act may be done to, by no more than how many."""
_AWAY: Final = frozenset("over back off out away down".split())
_GIVING: Final = frozenset({"a", "an", "with"})
"""What opens what is given to whoever stands before: "offer members **a** loan"."""
_JOINING: Final = LINK | TIME | ADVERB
_NO_VERB: Final = OPENS_NOUN | CAPITAL | NUMBER | OBJECT | WH | VERB_ING | PLURAL | PREPOSITION


def course_at(s: Sentence, v: int) -> Range | None:
    """A course of action that opens with the verb at ``v``: "send our soldiers into the fight".

    A verb that adds nothing to its object is left out: to "impose a no-fly zone" is a "no-fly zone".
    """
    bare = v + 1 + (s.word(v + 1) in PARTICLES)
    if s.what(bare) & (SUBORDINATOR | PREPOSITION) == SUBORDINATOR:
        alone = stands_alone(s.lower[v], " ".join(s.lower[v + 1 : bare]))
        if alone or s.word(bare) not in _QUESTIONS:
            return (v, bare)  # "would walk out | unless they paid"
    if v >= s.last or _is_no_course(s, v):
        return None
    if s.lower[v] == QUOTATION and ends_within(s, v):
        return (v, v + 1)
    # "hold **up** the budget", "hold **firm** on pay"
    leads_on = s.what(v + 1) & PREPOSITION or s.word(v + 1) in PARTICLES or s.word(v + 1) in ("firm", "fast")
    if s.lower[v] in LIGHT and not (leads_on or _makes_so(s, v)):
        phrase = phrase_at(s, v + 1)
        if phrase is not None and phrase[1] - phrase[0] > 1:
            # "**launch** two passengers into space"
            whole = _joins_deed(s, v, phrase) or are_people(s, phrase)
            return (v, phrase[1]) if whole else phrase
    if s.word(v + 1) == "to" and s.what(v + 2) & VERB_BASE:  # "act to control gun violence"
        return (v, max(v + 3, label_end(s, v + 3, v)))
    p = bare + (s.lower[v] in ("go", "going") and s.word(bare) in ("after", "further"))
    if s.what(v + 1) & OBJECT and s.word(v + 2) in _AWAY:
        p = v + 3  # "hand **her over** | to the police"
    if _meets_verb(s, v, p):
        return (v, p)
    end = max(p, label_end(s, p, v))
    end += end == v + 1 and s.word(end) in _ANY  # "would not seek **another**"
    if end == v + 1 and s.lower[v] not in STATE:
        end = _complement_end(s, end)
    following = s.what(end + 1)
    targets = not following & NOUN or s.what(end + 2) & DETERMINER  # "and **target** the banks"
    if s.word(end) in ("and", "or") and following & (VERB_BASE | NOUN_VERB) and targets:
        end = max(end + 2, label_end(s, end + 2, end))  # "close it and sell it"
    return (v, end)


def _joins_deed(s: Sentence, v: int, phrase: Range) -> bool:
    """Whether an object goes on with another deed: "build | a port **and hire** guards", "allow | him **to win**"."""
    allows = s.lower[v] in PERMITTING
    return any(
        (s.tag[i] & COORDINATOR or (allows and s.lower[i] == "to"))
        and s.tag[i + 1] & (VERB_BASE | NOUN | PLURAL | CAPITAL) == VERB_BASE
        for i in range(phrase[0], phrase[1] - 1)
    )


def are_people(s: Sentence, phrase: Range) -> bool:
    """Whether a phrase names people, of whom what is done to them is chosen: "reporters from Arra"."""
    head = head_of(s.t, *phrase)
    return head is not None and bool(s.tag[head] & (ROLE | PEOPLE))


def _meets_verb(s: Sentence, v: int, p: int) -> bool:
    """Whether the verb at ``v``, with its particle, ends before another at ``p``: "calls for him to resign | grow"."""
    what = s.what(p)
    if what & AUXILIARY:
        return True
    verb = what & FINITE and not what & (NOUN | PLURAL | CAPITAL | PREPOSITION)
    return bool(verb) and stands_alone(s.lower[v], " ".join(s.lower[v + 1 : p]))


def _makes_so(s: Sentence, v: int) -> bool:
    """Whether the verb at ``v`` says more than its object: "**make** Arra safe", "**grant** them visas"."""
    following = s.what(v + 1)
    whom = following & OBJECT and not following & POSSESSIVE
    made = following & CAPITAL or s.what(v + 2) & OPENS_NOUN  # "make | public the list"
    # "make lists **public**", not "make a public **list**"
    i = s.find({"into"} if s.lower[v] in PERMITTING else _GIVING, v + 2, v + NEAR)
    led = any(s.tag[j] & (PREPOSITION | COORDINATOR) and s.lower[j] != "of" for j in range(v + 1, i))
    if i and not led and can_choose(s.t, (v + 1, i)):
        return True  # "**offer** members a loan", "**allow** refugees into"
    so = any(is_adjective(s.word(i)) and s.what(i + 1) & (WORD | _JOINING) != WORD for i in (v + 2, v + 3))
    whom = whom or "contempt" in s.lower[v + 2 : v + 8]  # "**hold** the mayor in contempt"
    return bool(whom or (s.lower[v] in MAKING and (made or so)))


def _complement_end(s: Sentence, p: int) -> int:
    """Where what completes a lone verb ends, from ``p``: "rally **around her**", "focus **on winning**"."""
    p += s.word(p) in _TOGETHER
    if s.what(p) & PREPOSITION and s.word(p) != "along" and s.what(p + 1) & (WORD | PREPOSITION) != WORD:
        p += 1  # "follow **through** on it", "a wall to pay **for**."
    what, following = s.what(p), s.what(p + 1)
    if not what & PREPOSITION or what & (SUBORDINATOR | COORDINATOR) or following & (TIME | NUMBER | SUBJECT):
        return p
    phrase = course_at(s, p + 1) if following & VERB_ING else object_at(s, p + 1)
    return phrase[1] if phrase else p


def opens_course(s: Sentence, v: int) -> bool:
    """Whether what stands at ``v``, after "to", is a verb: not "moved to | Arra", "access to | files"."""
    what, word = s.what(v), s.word(v)
    if not what & WORD:
        return word == QUOTATION
    if s.word(v - 1) == "to" and s.word(v - 2) in _OWN_TO:
        return False  # "in response to | missile tests"
    return bool(what & VERB_BASE) or not (what & _NO_VERB or s.word(v + 1) == "of")  # "moved to | front of"


def course_verb(s: Sentence, p: int) -> int:
    """Where the verb of an infinitive stands whose "to" is before ``p``: "to quietly | sell it", "to | back down".

    What looks like a time may be one: "refused to | fall in line".
    """
    leads = s.what(p + 1) & (OPENS_NOUN | CAPITAL | OBJECT) or s.word(p + 1) in PARTICLES
    verb = s.what(p) & VERB_BASE and leads
    return p if verb else s.after_adverbs(p)


def after_inserted(s: Sentence, p: int) -> int:
    """What follows a time or an adverb set off at ``p``: "did not**, though,** | sign", "move **to May** | a vote"."""
    later = s.after_time(p + 1) if s.word(p) in ("until", "till", "to") else 0
    if later > p + 1 and s.what(later) & DETERMINER:
        return later
    return p + 3 if s.word(p) == "," and s.what(p + 1) & ADVERB and s.word(p + 2) == "," else p


def _is_no_course(s: Sentence, v: int) -> bool:
    """Whether the verb at ``v`` only leads to a question ("decide whether"), or is "be": "be calm", not "be a vet"."""
    if s.lower[v] == "be":
        p = s.after_adverbs(v + 1)
        whom = phrase_at(s, p) if s.what(p) & OPENS_NOUN else None
        trade = whom is not None and s.t.holds(ROLE | PEOPLE, *head_words(s, whom))
        return not (trade or s.what(p) & VERB_PARTICIPLE)
    then = s.after_time(v + 1)  # "decide in May whether to"
    asks = s.word(v + 1) in _QUESTIONS or (s.word(then) == "whether" and s.word(then + 1) == "to")
    return asks or (s.word(v + 1) in PARTICLES and s.word(v + 2) in WH_WORDS)


def object_at(s: Sentence, p: int) -> Range | None:
    """The object that opens at ``p``, if one does."""
    word, what = s.word(p), s.what(p)
    if word == QUOTATION or word in MONEY:
        return phrase_at(s, p)
    if word == "that" and not (s.what(p + 1) & WORD or s.what(p - 1) & PREPOSITION):
        return (p, p + 1)  # "rejected | that, too"
    if word == "that" and _points_at(s, p + 1):
        return (p, p + 2)
    if what & OBJECT and (
        not s.what(p + 1) & WORD or s.what(p + 1) & (PREPOSITION | ADVERB) or s.word(p + 1) in PARTICLES
    ):
        charge = label_end(s, p + 2, p) if s.word(p + 1) in ("with", "of") else 0
        return (p, max(p + 1, charge))  # "charged him | **with theft**"
    if what & CAPITAL and not what & PREPOSITION:
        return phrase_at(s, p)
    led = s.what(p - 1) & TIME or s.what(p + 1) & (OPENS_NOUN | CAPITAL)
    if what & VERB_PAST and led:
        return None  # "Labour advocates hailed the vote", "the aid that it cut last May | paid for"
    if word == "that" and not s.what(p - 1) & PREPOSITION:
        return None  # but "voted for | that war"
    if not what & WORD or what & (LINK | AUXILIARY | WH):
        return None
    # "ended up in court", "ended up second"
    particle = word in PARTICLES and (s.what(p + 1) & (PREPOSITION | VERB_ING) or s.word(p + 1) in ORDINALS)
    return None if particle else phrase_at(s, p)


def _points_at(s: Sentence, i: int) -> bool:
    """Whether a "that" before a noun points at it: "rejected | that idea on Monday", "that truce", no clause."""
    what, then = s.what(i), s.word(i + 1)
    if not what & WORD or what & (PLURAL | CAPITAL | SUBJECT | AUXILIARY | VERB_ING | PREPOSITION):
        return False
    return not s.what(i + 1) & WORD and then not in (",", QUOTATION)


def head_words(s: Sentence, label: Range) -> Range:
    """A label up to its head: "**positive results** | from a trial"."""
    first, last = label
    return first, s.t.tagged(PREPOSITION, first + 1, last, last)


def phrase_at(s: Sentence, p: int) -> Range | None:
    """The noun phrase that opens at ``p``, without its article and counts: "a number of | new rules"."""
    p = _after_determiners(s, p)
    if s.word(p) in _COUNTS and s.word(p + 1) == "of":
        p = _after_determiners(s, p + 2)
    what = s.what(p)
    if p >= s.last or (what & (AUXILIARY | SUBJECT | SUBORDINATOR) and not what & CAPITAL):
        return None
    end = label_end(s, p, p)
    return (p, end) if end > p else None


def doer_in(s: Sentence, p: int, end: int, word: str = "by") -> Range | None:
    """Who does something, as some words tell: "was fired **by the club**", not "by leaving"; "calls **from** them"."""
    by = (i for i in range(p, min(end, s.last)) if s.lower[i] == word and not s.what(i + 1) & VERB_ING)
    return cut_to(s, next((phrase_at(s, i + 1) for i in by), None))


def cut_to(s: Sentence, phrase: Range | None) -> Range | None:
    """A phrase, if any, up to what it tells of: "by a court | not to buy it", "barred by him | from selling it".

    Or why: "jailed by a court | for selling it".
    """
    to = s.find({"to", "from"}, *phrase) if phrase else 0
    why = s.find({"for", "after", "over"}, *phrase) if phrase else 0
    if phrase and why and s.what(why + 1) & (VERB_ING | NOUN) == VERB_ING:
        return phrase[0], why
    if phrase is None or not to or s.what(to + 1) & (OPENS_NOUN | CAPITAL):  # "the aide | to the mayor"
        return phrase
    return phrase[0], to - (s.lower[to - 1] == "not")


def _after_determiners(s: Sentence, p: int) -> int:
    """What follows articles, owners and the like at ``p``: "the | new rules", "his own | plan"."""
    while s.word(p) in ARTICLES or (s.what(p) & OPENS_NOUN and not s.what(p) & (NUMBER | CAPITAL)):
        p += 1
        if s.what(p) & TIME and s.word(p + 1) in POSSESSIVE_MARKS:
            p += 2  # "last week’s | offer"
        if s.word(p) == "of" and s.what(p + 1) & (OPENS_NOUN | CAPITAL | OBJECT):  # "many of | his ideas"
            p += 1
    return p
