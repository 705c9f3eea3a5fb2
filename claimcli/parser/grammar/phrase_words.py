"""Words that may lead a noun phrase or stand within it, "people *close* to Marr", and what only leads in to it."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    CUE,
    DETERMINER,
    HAVE,
    HONORIFIC,
    INFLECTED,
    MODAL,
    NEGATION,
    NOUN,
    NOUN_VERB,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    ORGANIZATION,
    PARTICIPLE,
    PEOPLE,
    PLAIN_VERB,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    VERB,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    WH,
    WORD,
)
from claimcli.parser.grammar.onward import OPENS_MEASURE, THEN_OR_NOW, opens_count
from claimcli.parser.grammar.phrase_marks import POSSESSIVE_MARKS, ends_abbreviation, opening_bracket
from claimcli.parser.grammar.verb_group import REACH
from claimcli.parser.text import DASHES, QUOTATION, Tokens

ORDINALS: Final = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
A_OR_AN: Final = frozenset({"a", "an"})
ARTICLES: Final = A_OR_AN | {"the"}
RELATIVE_SUBJECTS: Final = frozenset(("who", "which", "that"))
"""What may be the subject of a clause that tells of a noun: "the baker *who* left"."""
OPENS_ASIDE: Final = frozenset(("who", "which", "whose", "whom"))
"""What opens such a clause behind a comma: "Marr, *whose* firm grew,"."""
RELATIVE_OBJECTS: Final = OPENS_ASIDE - {"whose"}
"""What opens one by itself, as its subject or its object: "the mayor, *whom* Marr backs"."""
_ATTRIBUTIVE: Final = frozenset(
    "acting leading managing founding sitting visiting voting outgoing incoming ruling surviving remaining opposing "
    "existing rising working retiring competing warring neighboring neighbouring protesting grieving".split()
)
"""Participles that tell of people before their noun: ", *acting* director of the zoo,"."""
_ATTACHING: Final = frozenset(
    "of for at in from with on to by against about between among under behind near within".split()
)
_COMPOUND: Final = frozenset(
    "wake face light front terms lieu spite midst aftermath absence course hope hopes event view pursuit".split()
)
"""Nouns that make one preposition with those around them: "in the *wake* of"."""
_PARTS: Final = frozenset({",", ";", ":", QUOTATION})
"""Marks left of which another clause stands."""


def word_before(t: Tokens, low: int, a: int, e: int) -> int:
    """How many tokens left of ``a``, where a word may be no part of it, belong to the phrase that ends at ``e``."""
    tag = t.tag
    what = tag[a - 1]
    if what & (SUBJECT | RELATIVE) and not what & (OPENS_NOUN | OBJECT):
        return a < e and t.lower[a - 1] == "that" and _is_determiner(t, low, a - 1, e)
    if what & (AUXILIARY | SUBORDINATOR) and (what & HAVE or not what & (PREPOSITION | CAPITAL)):
        return False
    if what & WH and t.lower[a - 1] in ("why", "whether", "what"):
        # "(tell) why | Marr left", but "*What* Marr says is true", "*what* is called a strike"
        return t.raw[a - 1] == "What" or (a == e and t.lower[a - 1] == "what")
    if what & COORDINATOR:
        if t.lower[a] in THEN_OR_NOW and t.lower[a - 2] in THEN_OR_NOW:
            return True  # "*current and* former bakers"
        # not "(chairs) the board and | whose firm"
        return a < e and t.lower[a] != "whose" and _joins(t, max(low, e - REACH), a)
    if what & PREPOSITION and not (what & CAPITAL and a - 1 > low):
        return _preposition_before(t, low, a, e)
    if what & VERB and not what & (NOUN | CAPITAL):
        return _verb_before(t, low, a, e)
    if what & ADVERB and not what & (DETERMINER | TIME | PRONOUN | NUMBER):
        return a < e and _is_adverb_within(t, low, a)
    return True


_ROUND: Final = frozenset("dozen score hundred thousand million billion third quarter fifth".split())


def _preposition_before(t: Tokens, low: int, a: int, e: int) -> int:
    """How many tokens a phrase takes in with the preposition at ``a - 1``: none where it leads the phrase."""
    lower, tag = t.lower, t.tag
    if lower[a - 1] == "than" and a < e and a - 1 > low:
        # "more than two dozen states", "more than a dozen"
        if tag[a] & NUMBER or (lower[a] == "a" and a + 1 < e and lower[a + 1] in _ROUND):
            return lower[a - 2] in ("more", "fewer", "less")
    if a == e or a - 1 <= max(low, e - REACH):
        return False
    if lower[a - 2] in ARTICLES:
        return True  # "an *outside* group"
    if lower[a - 1] == "as" and lower[a - 2] == "such" and a - 3 >= low:
        return 2 if tag[a - 3] & PLURAL else 0  # "groups *such as* the Marr Fund"
    if lower[a - 1] not in _ATTACHING or (lower[a - 2] in _COMPOUND and _is_compound(t, low, a - 1)):
        return False
    if tag[a - 2] & VERB_ING and a - 2 > low and tag[a - 3] & OPENS_NOUN:
        return True  # "the *planning* of the meeting"
    return is_nominal(tag[a - 2], lower[a - 2])


def _is_compound(t: Tokens, low: int, of: int) -> bool:
    """Whether the "of" closes a preposition of several words: "in the wake *of* a poll", "in terms *of* cost"."""
    leads = of - 2 - (t.lower[of - 2] == "the")
    return leads >= low and t.lower[leads] in ("in", "on", "amid")


def _is_adverb_within(t: Tokens, low: int, a: int) -> bool:
    """Whether the adverb at ``a - 1`` stands inside a phrase: "a *newly* hired aide", "bakers and *even* millers"."""
    if t.tag[a] & TIME or denies_all(t, a - 1):
        return True  # "*last* year’s figures"
    if t.lower[a - 1] == "likely" and t.tag[a] & PEOPLE:
        return True  # "six in ten *likely* voters"
    if a - 2 < low:
        return False
    joins = t.tag[a - 2] & COORDINATOR and t.lower[a - 1] == "even"
    return bool(joins or t.tag[a - 2] & OPENS_NOUN) or _is_owner(t, low, a - 2)


def _is_determiner(t: Tokens, low: int, that: int, e: int) -> bool:
    """Whether "that" points at one thing: "*That* person said", "the author of *that* report", not "said *that*"."""
    if t.tag[that + 1] & (CAPITAL | PEOPLE | VERB_PARTICIPLE) or t.tag[e - 1] & PLURAL:
        return False
    before = t.tag[that - 1] if that > low else 0
    runs = e == that + 2 and before & VERB and not before & (CUE | NOUN | AUXILIARY)
    return t.raw[that] == "That" or bool(before & PREPOSITION or runs)  # "(who) run *that* city"


def _is_owner(t: Tokens, low: int, mark: int) -> bool:
    """Whether a possessive mark tells whose a noun is: "Marr**’s** newly hired aide", not "It**’s** also"."""
    owns = t.lower[mark] in POSSESSIVE_MARKS and mark > low
    return owns and not t.tag[mark - 1] & (SUBJECT | RELATIVE | WH)


def _verb_before(t: Tokens, low: int, a: int, e: int) -> bool:
    """Whether a verb's form at ``a - 1`` belongs to a noun phrase: "registered voters", "those surveyed"."""
    lower, tag = t.lower, t.tag
    what, before = tag[a - 1], tag[a - 2] if a - 2 >= low else 0
    inside = a - 1 > low
    if a < e and tag[a] & OPENS_NOUN:
        return False  # "(who) sent | a letter"
    if a < e and lower[a - 1] == "think" and lower[a] in ("tank", "tanks"):
        return True
    if a < e and inside and lower[a - 1] == "close" and lower[a] == "to":
        return bool(before & (NOUN | PEOPLE | PRONOUN))  # "people close to Marr"
    if not what & (VERB_PAST | PARTICIPLE):
        return not (what & PLAIN_VERB or (inside and (before & (SUBJECT | MODAL) or lower[a - 2] == "to")))
    if a == e:
        surveyed = inside and what & VERB_PARTICIPLE and before & PEOPLE
        thinking = what & VERB_ING and inside and lower[a - 2] in POSSESSIVE_MARKS  # "Cruz’s thinking"
        # "the meeting", "the school meeting", not "bakers hoping | to ask"
        noun = before & OPENS_NOUN or (t.word(e) != "to" and is_nominal(before, lower[a - 2]))
        noun |= before & VERB_ING and a - 3 >= low and tag[a - 3] & OPENS_NOUN  # "the burning building"
        meeting = what & VERB_ING and inside and noun
        return bool(surveyed or thinking or meeting) or is_field(t, low, a - 1)
    if not inside:
        return True
    if what & VERB_ING and lower[a - 2] == "," and lower[a - 1] not in _ATTRIBUTIVE:
        # ", saying pictures …": a participle, not part of the phrase; but ", *shipping* sources said"
        speak = a == e - 1 and tag[a] & PEOPLE and not what & CUE
        return bool(speak and t.what(e) & (VERB_PAST | AUXILIARY))
    if lower[a - 1] in ("said", "told"):
        return False  # "Ann Marr, 41, said | workers": never an adjective
    if what & VERB_BASE and lower[a - 2] == "to":
        return False  # "to *let* voters (ask)"
    if before & ADVERB and what & VERB_PAST and a - 3 >= low and tag[a - 3] & AUXILIARY:
        return False  # "has repeatedly *made* promises"
    # "the leaked report": an adjective between determiner and noun; "though *united* bakers (said)"
    leads = before & (OPENS_NOUN | NUMBER | ADVERB | PREPOSITION)
    leads |= before & SUBORDINATOR if what & VERB_PARTICIPLE and not what & CUE and tag[a] & PLURAL else 0
    if before & CAPITAL and tag[a] & PEOPLE and what & VERB_PARTICIPLE and not what & CUE:
        return True  # "Democratic registered voters"
    return bool(leads) or lower[a - 2] in POSSESSIVE_MARKS or lower[a - 2] == "own" or not before & WORD


def is_field(t: Tokens, low: int, i: int) -> bool:
    """Whether an "-ing" tells what an office or a body is for: "head of *marketing*", "ministry of *planning*"."""
    if i - 2 < low or t.lower[i - 1] != "of" or not t.tag[i] & VERB_ING:
        return False
    return bool(t.tag[i - 2] & (ROLE | HONORIFIC | ORGANIZATION)) or t.lower[i - 2] in ("head", "ministry")


def is_title(t: Tokens, quotation: int) -> bool:
    """Whether a quotation is the title of a work or a body’s name: "her memoir, **“Dry Land,”**"."""
    words = t.words(quotation, quotation + 1).split()
    return len(words) <= _TITLE and all(word.strip("“\"'‘")[:1].isupper() or len(word) <= 4 for word in words)


_TITLE: Final = 9  # words


def is_nominal(what: int, word: str) -> bool:
    """Whether a token can be the noun that a preposition attaches to."""
    if not what & WORD:
        return word in (")", "%") or word == QUOTATION
    if what & PLAIN_VERB:
        return False
    if what & (AUXILIARY | PREPOSITION | SUBORDINATOR | ADVERB | SUBJECT) and not what & (
        CAPITAL | PRONOUN | TIME
    ):
        return False
    return not (what & (VERB_PAST | PARTICIPLE) and not what & (NOUN | CAPITAL))


def _joins(t: Tokens, low: int, a: int) -> bool:
    """Whether the coordinator at ``a - 1`` joins two halves of one subject: no verb stands left of it."""
    tag = t.tag
    inside = a  # where a bracket opens: "Ann Marr *(R-Iowa)* and Tom Reed"
    for i in range(a - 2, low - 1, -1):
        what = tag[i]
        if i >= inside:
            continue
        if not what & WORD:
            if t.lower[i] == ")":
                inside = opening_bracket(t, low, i)
                continue
            if ends_abbreviation(t, low, i):
                continue  # "Mr. Marr and Mr. Reed"
            return i < a - 2 and (t.lower[i] in _PARTS or t.lower[i] in DASHES)
        if what & (AUXILIARY | SUBJECT) or (
            what & (INFLECTED | VERB_ING) and not what & (NOUN | CAPITAL) and t.lower[i] not in _ATTRIBUTIVE
        ):
            noun = i == a - 2 and what & NOUN_VERB  # "from island **states** and the bank"
            if not noun or not t.holds(PREPOSITION, low, i):
                return False
        if what & (SUBORDINATOR | RELATIVE) and not what & PREPOSITION:
            return i < a - 2
    return True


def trim_left(t: Tokens, a: int, e: int) -> int:
    """Drop from a phrase what leads into it: a preposition's phrase, conjunctions, adverbs, times."""
    tag = t.tag
    while a < e:
        what = tag[a]
        if what & (ADVERB | TIME) and is_times_own(t, a, e):
            break
        if what & NEGATION and a + 1 < e and denies_all(t, a):
            break  # "*Not every* baker"
        if t.lower[a] in OPENS_MEASURE and opens_count(t, a):
            break  # "*at least* 40 bakers"
        if (
            (what & NUMBER and _is_year(t, a, e))
            or what & COORDINATOR
            or not what & WORD
            or (what & SUBORDINATOR and not what & PREPOSITION)  # "While Reed said …"
            or (what & ADVERB and not what & (DETERMINER | PRONOUN | NOUN) and not _is_ordinal(t, a, e))
        ):
            a += 1
        elif what & PREPOSITION:
            start = _after_prepositional(t, a, e)
            a = a + 1 if start == e and what & SUBORDINATOR else start
        elif what & TIME and a + 1 < e and t.lower[a + 1] != "of":
            a += 1  # but "**minutes** of the meeting", "**years** of research"
        elif what & (NUMBER | DETERMINER) and "ago" in t.lower[a + 1 : min(e - 1, a + 4)]:
            a = t.lower.index("ago", a) + 1  # "*Ten years ago* the board"
        else:
            break
    return a


def denies_all(t: Tokens, i: int) -> bool:
    """Whether "not" at ``i`` denies who does something, rather than what is done: "*Not all* bakers said so"."""
    return t.lower[i] == "not" and t.lower[i + 1] in _COUNTED


_COUNTED: Final = frozenset("a an all every everyone everybody everything many much one".split())


def _is_year(t: Tokens, a: int, e: int) -> bool:
    """Whether a number only tells when: "In *1979* | the station proposed", "In May *1979* | Arra and Holt left"."""
    dates = t.word(a - 1) == "in" or t.what(a - 1) & TIME
    opens = OPENS_NOUN | CAPITAL if dates else OPENS_NOUN
    return a + 1 < e and len(t.raw[a]) == 4 and t.raw[a].isdigit() and bool(t.tag[a + 1] & opens)


def is_times_own(t: Tokens, a: int, e: int) -> bool:
    """Whether a time owns the noun behind it: "**Last year’s** figures", "**Monday night’s** vote"."""
    while a < e and t.tag[a] & (ADVERB | TIME):
        a += 1
    return a < e and t.lower[a] in POSSESSIVE_MARKS


def _is_ordinal(t: Tokens, a: int, e: int) -> bool:
    """Whether a word that is also an adverb counts a noun: "*First* lady Ann Marr", not "*First* his wife said"."""
    return a + 1 < e and bool(t.tag[a] & NUMBER) and not t.tag[a + 1] & OPENS_NOUN


def _after_prepositional(t: Tokens, a: int, e: int) -> int:
    """Where the subject begins after an opening "in an interview …": a name after a noun."""
    tag = t.tag
    day = a + 1
    while day < e and tag[day] & (TIME | NUMBER):
        day += 1
    if a + 1 < day < e:
        return day  # "on Friday | ministers"
    for i in range(e - 1, a + 1, -1):
        what, before = tag[i], tag[i - 1]
        if not before & WORD:
            continue
        if what & CAPITAL and not before & (CAPITAL | PREPOSITION | OPENS_NOUN | COORDINATOR | HONORIFIC):
            return i
    return e - 1 if a + 2 < e and tag[e - 1] & CAPITAL and not tag[e - 2] & PREPOSITION else e
