"""Where the phrases end that name what is chosen, without what but leads on from them.

Every walk is bounded, so that reading a sentence costs time in step with its length.
"""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    FINITE,
    LINK,
    NOUN,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    PEOPLE,
    PLAIN_VERB,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SOMEBODY,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    TAGS,
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
from claimcli.lexicon.decision_words import ADJECTIVES, DECISION_NOUNS, PARTICLES
from claimcli.parser.decisions.sentence import NEAR, Sentence
from claimcli.parser.grammar import A_OR_AN, ARTICLES, INNER, POSSESSIVE_MARKS, WHICH_TIME, phrase_end
from claimcli.parser.text import QUOTATION

LABEL_REACH: Final = 9
"""Most tokens of a label; a longer one is cut where a phrase within it begins."""
SPARE: Final = 3
"""… unless it ends within so many more."""
QUOTED_REACH: Final = 40
"""Most characters of a quotation that a label goes on over."""
SHORT_LABEL: Final = 5
"""A label of fewer tokens goes on with the infinitive after it: "votes on measures | to expand checks"."""
ASIDES: Final = {"(": ")", "—": "—", "–": "–", "--": "--"}
"""Marks that open an aside, and those that close it."""
_ATTACHING: Final = frozenset(
    "of on in over for to from with against at into by about as inside under between toward".split()
)
COMPARED: Final = frozenset({"more", "less", "fewer"})
"""What leads to a count with "than": "**more** than three"."""
_AIMED: Final = frozenset({"of", "to", "for", "against", "on"})
SPELLING_OUT: Final = frozenset({"saying", "proclaiming"})
"""What leads from what somebody sends or holds up to its words."""
_LEADING_ON: Final = SPELLING_OUT | {"following", "due", "say", "except", "according"}
"""What no label holds: "the ouster of Marr | **following** news", "those who oppose the plan | **say** it is late"."""
_WITHIN: Final = INNER | POSSESSIVE_MARKS | {QUOTATION}
_OFFICE: Final = ROLE | PEOPLE | CAPITAL
_VOTES: Final = frozenset({"vote", "votes", "majority", "margin"})
"""What tells by how many something was chosen: "the sale | by 11 **votes** to eight"."""
_ADJECTIVE_ENDINGS: Final = (
    "ous", "ful", "less", "able", "ible", "-term", "-year", "-day", "-week", "-month", "-hour", "-wide", "-scale",
    "-range", "-style", "-led", "-run", "-based", "-backed", "-free", "-old", "-level", "-sided", "-party",
)  # fmt: skip
_NOT_PLAIN: Final = TIME | TENSED | LINK | WH | RELATIVE | SUBJECT
"""What a word must be to end a phrase, or to part it."""
_RECURRING: Final = frozenset({"last", "next", "this", "that", "every", "each"})
"""What leads to a time that comes again: "**next** week", "**every** Monday"."""
_WHICH: Final = WHICH_TIME | _RECURRING
_UNTENSED: Final = frozenset("be been being have having do".split())
_VERB: Final = FINITE | VERB_ING
_BARE: Final = VERB_BASE | NOUN | CAPITAL
_NO_THING: Final = CAPITAL | OPENS_NOUN | ROLE | PEOPLE | ADVERB | VERB_ING
_NOUNS_TOO: Final = frozenset("proceeds analyses shelves halves summons edits uses digests".split())
_SPENDING: Final = frozenset("spend spends spent spending".split())
_DANGLING: Final = PREPOSITION | COORDINATOR | OPENS_NOUN | ADVERB | TIME | NUMBER


def label_end(s: Sentence, p: int, start: int) -> int:
    """Where the phrases that open at ``p`` end, at most ``LABEL_REACH`` tokens from ``start``.

    None begins with "said": "the aide she *fired* | said it was late".
    """
    lower, tag = s.lower, s.tag
    limit = min(s.last, start + LABEL_REACH)
    cut, i = 0, p
    while i < limit:
        what, word = tag[i], lower[i]
        if not what & WORD:
            if word == "," and i > p and _parts_adjectives(s, i):
                pass
            elif not (word in _WITHIN or s.abbreviates(i)) or (word == "-" and s.t.start[i] > s.t.end[i - 1]):
                return without_dangling(s, p, i)
            if word == QUOTATION:
                if i > p and s.t.end[i] - s.t.start[i] > QUOTED_REACH:
                    break  # "a plan to | “make the town what it was before the flood”"
                if ends_within(s, i):
                    i += 1
                    break
        elif not what & _NOT_PLAIN:
            if i > p and lower[i - 1] not in ARTICLES and (_leads_on(s, i) or _opens_relative(s, p, i)):
                break
        elif (i > p or word == "and" or word in ("said", "says")) and _parts_phrase(s, i):
            break
        elif i == p and word == "as" and _as_opens_clause(s, i):
            break  # "resigned | **as** costs rose"
        elif what & COORDINATOR:
            if _is_governed(s, start) and opens_clause(s, i):
                break
            cut = i
        elif word == "per" or (what & PREPOSITION and s.word(i - 1) in ARTICLES):
            pass  # "2.5 **per** cent", "a charge **per** trip", "an **outside** audit"
        elif what & PREPOSITION:
            if _leads_away(s, i):
                break
            cut = cut if word == "than" else i
        i += 1
    if i == start + LABEL_REACH < s.last and cut > start + 1:
        i = _end_of_whole(s, p, cut, i + SPARE)
    elif p < i < start + SHORT_LABEL and _tells_what_for(s, i):
        end = max(i + 2, label_end(s, i + 2, start))
        if end > i + 2 or s.tag[i - 1] & (CAPITAL | VERB_ING) or not s.what(end) & (PREPOSITION | ADVERB):
            return end  # not "a tram | to go", of "to go along with it"
    return without_dangling(s, p, i)


def _leads_on(s: Sentence, i: int) -> bool:
    """Whether no label goes on with the word at ``i``: "a strike | **following** news", "a ban | **due** to snow"."""
    return s.lower[i] in _LEADING_ON


def _end_of_whole(s: Sentence, p: int, cut: int, limit: int) -> int:
    """Where a cut label ends: there, or behind "of" with all that it leads to: "the rest | **of the talks**"."""
    if s.lower[cut] == "of" and not s.tag[cut - 1] & COORDINATOR:
        end = phrase_end(s.t, cut + 1, min(limit + 1, s.last))
        whole = cut + 1 < end <= limit and not (
            is_adjective(s.lower[end - 1]) or names_choice(s, cut + 1, end)
        )
        return end if whole else _without_part(s, p, cut)
    return cut - _is_cut_short(s, cut)


def _without_part(s: Sentence, p: int, of: int) -> int:
    """Where a label ends that goes no further than "of", without what needs it: "shut it | at the end (of May)"."""
    at = of - 2 - bool(s.what(of - 2) & OPENS_NOUN)
    return at if at > p and s.tag[at] & PREPOSITION and s.lower[at] != "of" else of


def _is_cut_short(s: Sentence, cut: int) -> bool:
    """Whether what stands before a cut says nothing without what follows: "beat the flood by **calling** | for aid"."""
    # "a bill **dealing** | with"
    led = s.tag[cut - 2] & (PREPOSITION | COORDINATOR) or s.lower[cut] == "with"
    return bool(led) and s.tag[cut - 1] & (VERB_ING | NOUN) == VERB_ING


def is_adjective(word: str) -> bool:
    """Whether a word looks like an adjective."""
    bare = word.removeprefix("un")
    listed = bare in ADJECTIVES or TAGS.get(bare, 0) & ADJECTIVE
    return bool(listed) or word.endswith(_ADJECTIVE_ENDINGS)


def _parts_adjectives(s: Sentence, i: int) -> bool:
    """Whether a comma at ``i`` stands between adjectives: "new**,** deep tax cuts"."""
    if s.tag[i - 1] & CAPITAL or not is_adjective(s.lower[i - 1]):
        return False
    following = s.what(i + 1)
    return bool(following & WORD) and not following & _NOT_PLAIN


def ends_within(s: Sentence, i: int) -> bool:
    """Whether a phrase ends with the quotation at ``i``, by the mark within: "be a “voice for change,” | Marr"."""
    return s.t.text[s.t.end[i] - s.t.closed(i) - 1] in ",.;?!"


def _tells_what_for(s: Sentence, i: int) -> bool:
    """Whether an infinitive opens at ``i``: "a plan | to close the docks"."""
    return s.word(i) == "to" and s.what(i + 1) & (VERB_BASE | CAPITAL) == VERB_BASE


def _opens_relative(s: Sentence, p: int, i: int) -> bool:
    """Whether who acts opens at ``i`` behind his deed: "the damage | **Tom Reed had** done", "**the club** had"."""
    before, led = s.tag[i - 1], s.lower[i] in ARTICLES and not s.what(i + 1) & TIME
    if (s.tag[i] & (CAPITAL | TIME) != CAPITAL and not led) or not s.t.holds(OPENS_NOUN, p - (p > 0), i - 1):
        return False  # not "oust rival | **Tom Reed** had failed"
    if before & _NO_THING or is_adjective(s.lower[i - 1]) or before & _NOT_PLAIN & ~VERB_S:
        return False
    i += 1 + led
    acts = next((what for what in s.tag[i : min(i + NEAR - 1, s.last)] if what & (CAPITAL | WORD) == WORD), 0)
    return bool(acts & AUXILIARY) or acts & (VERB_PAST | VERB_BASE | NOUN) == VERB_PAST


def _parts_phrase(s: Sentence, i: int) -> bool:
    """Whether a new clause, a verb or a time begins at ``i``."""
    what, word = s.tag[i], s.lower[i]
    if what & TIME:
        return _begins_time(s, i)
    if what & CAPITAL and not what & (AUXILIARY | SUBORDINATOR):
        return False
    if what & AUXILIARY and s.lower[i - 1] in ARTICLES:
        return False  # "overturn the **will** of the voters"
    if what & (AUXILIARY | SUBORDINATOR | WH | RELATIVE) and not what & (DETERMINER | PREPOSITION):
        return True
    following = s.what(i + 1)
    if what & SUBJECT:
        return not what & (OBJECT | POSSESSIVE) or _has_own_verb(s, i, following)
    if word == "as":
        role = s.what(s.after_article(i + 1)) & ROLE  # "opposed the treaty | **as mayor**"
        of_thing = role and not s.tag[i - 1] & (SOMEBODY | OBJECT)
        compared = "as" in s.lower[i + 2 : i + 5] or "as" in s.lower[i - 3 : i]  # "as soon **as** possible"
        at = i + 1 + bool(following & ADVERB)
        alone = not s.what(at + 1) & WORD or s.what(at + 1) & _NOT_PLAIN
        so = alone and not compared and is_adjective(s.word(at))  # "ended the trip | **as reckless**"
        return not following or bool(of_thing or so) or _as_opens_clause(s, i)
    return _joins_clause(s, i) if what & COORDINATOR else _is_finite_here(s, i)


def _begins_time(s: Sentence, i: int) -> bool:
    """Whether a word for a time tells when, and what no noun behind it is: "sign it **Monday**"."""
    following = s.what(i + 1)
    at = i - is_adjective(s.word(i - 1))  # "a **big** Monday speech"
    own = s.word(at - 1) in POSSESSIVE_MARKS or s.word(at - 1) in ARTICLES or s.what(at - 1) & POSSESSIVE
    led = own or s.word(i - 1) == "of"  # "Marr’s **Monday** speech", "the Fourth of **July** parade"
    if following & VERB_ING and s.has(_SPENDING, i - 4, i):
        return False  # "spend the **next month** driving"
    if led and following & WORD and not following & _NOT_PLAIN:
        return False
    return bool(s.tag[i] & (ADVERB | CAPITAL)) or s.word(i - 1) in _RECURRING


def _joins_clause(s: Sentence, i: int) -> bool:
    """Whether a word that joins leads to another clause or choice: "sell it | **but** keep the name", "and left"."""
    following = s.what(i + 1)
    if following & ADVERB:  # "and **then** dropped it"
        following = s.what(i + 2)
    # "a plan to widen it and | **his vote to** close it"
    choice = i + 2 if s.what(i + 1) & OPENS_NOUN else s.last
    return (
        s.lower[i] == "but"
        # "and **for banks to** fund it"
        or (s.word(i + 1) == "for" and s.find({"to"}, i + 3, i + NEAR) > 0)
        or names_choice(s, choice, min(i + 5, s.last))
        or (bool(following & (TENSED | SUBJECT | SPEECH)) and not following & (NOUN | CAPITAL))
        or (s.lower[i] == "or" and following & _BARE == VERB_BASE and bool(s.what(i + 2) & OPENS_NOUN))
    )


def _has_own_verb(s: Sentence, i: int, following: int) -> bool:
    """Whether a pronoun at ``i`` that may be an object has a verb of its own: "the advice | **it** got"."""
    behind = s.tag[i - 1] & (PREPOSITION | VERB_BASE | VERB_ING) and not s.tag[i - 1] & NOUN
    return bool(following & TENSED) and not (following & NOUN or behind)


def _is_governed(s: Sentence, start: int) -> bool:
    """Whether a verb opens a label at ``start`` or leads to it: "**shut** the pool", "**backed** a ban"."""
    i = start
    if s.tag[i] & VERB_BASE and (s.what(i - 1) & AUXILIARY or s.word(i - 1) == "to"):
        return s.word(i - 2) not in DECISION_NOUNS  # "the **vow** to raise fares and taxes | had won"
    if not s.tag[i] & _VERB or s.tag[i] & NOUN:
        i -= 1
        while s.what(i) & OPENS_NOUN:
            i -= 1
        i -= bool(s.what(i) & PREPOSITION)  # "**voted** for the bill"
    return bool(s.what(i) & _VERB) and not s.tag[i] & (NOUN | CAPITAL | AUXILIARY)


def opens_clause(s: Sentence, i: int) -> bool:
    """Whether a clause with a subject opens behind "and" at ``i``: "shut the pool and | **the staff went** home"."""
    if s.word(i) not in ("and", "but"):
        return False
    for j in range(i + 2, min(i + NEAR, s.last)):
        what = s.tag[j]
        if what & AUXILIARY and s.lower[j] not in _UNTENSED:
            return j > i + 2 or not s.tag[i + 1] & CAPITAL  # "raise fares and | some riders **will** walk"
        if s.breaks(j, RELATIVE | WH | COORDINATOR | AUXILIARY | SUBORDINATOR):
            return False
        if not what & (CAPITAL | AUXILIARY) and _is_finite_here(s, j):
            # "and **she** refused to", not "and cables | tied to it"
            own = s.tag[j - 1] & SUBJECT and s.tag[j - 2] & (COORDINATOR | NUMBER | TIME)
            return bool(own) or not (what & VERB_PARTICIPLE and s.what(j + 1) & PREPOSITION)
    return False


def names_choice(s: Sentence, first: int, last: int) -> bool:
    """Whether some words have a noun that names a choice, with what leads on from it: "a **ban on** nets"."""
    return any(s.word(j + 1) in DECISION_NOUNS.get(s.lower[j], ()) for j in range(first, last))


def is_general(s: Sentence, first: int, last: int) -> bool:
    """Whether an object is of no particular thing: "backs **women’s rights**", not "a levy" or "lower taxes".

    In a headline, which leaves out articles, none is told to be.
    """
    what, word = s.what(first), s.word(first)
    if what & (OPENS_NOUN | OBJECT | CAPITAL | VERB_ING):
        return False
    at_one = s.t.find(_AIMED, first + 1, last, s.last)  # "cuts **to the** school budget"
    if s.word(at_one + 1) == "the" or s.what(at_one + 1) & CAPITAL:
        return False
    in_headline = s.last == s.t.sentences[s.number][1]
    compared = word.endswith("er") and is_adjective(word)
    return not (in_headline or compared or names_choice(s, first, last))


def _as_opens_clause(s: Sentence, i: int) -> bool:
    """Whether "as" at ``i`` opens a clause: "drops plan | as costs rise", beside "hired Reed as head coach".

    In a headline, whose verbs may look like nouns, any does but before an office.
    """
    for j in range(i + 2, min(i + NEAR, s.last)):
        what = s.tag[j]
        if s.breaks(j):
            break
        if what & TENSED and not what & (NOUN | PREPOSITION | CAPITAL):
            return True
        if what & PREPOSITION:
            break
    marked = s.last < s.t.sentences[s.number][1]  # no headline, which no stop ends
    if marked or s.what(i + 1) & DETERMINER:
        return False
    return not s.t.holds(_OFFICE, i + 1, min(i + 4, s.last))


def _is_finite_here(s: Sentence, i: int) -> bool:
    """Whether the word at ``i`` looks like the verb of a clause, rather than a noun or an adjective."""
    what = s.tag[i]
    if what & NOUN:
        return False
    if what & VERB_S:
        before = s.tag[i - 1]
        plain = what & PLAIN_VERB and s.lower[i] not in _NOUNS_TOO and not before & (OPENS_NOUN | PREPOSITION)
        # "a call for a “revolution” | **draws** crowds", "his plan for a park | **appears** dead"
        ends = s.lower[i - 1] == QUOTATION or plain
        counted = before & NUMBER or s.lower[i - 1] in ARTICLES  # "sold two million **shares** it held"
        return bool(ends or (s.what(i + 1) & (OPENS_NOUN | OBJECT) and not counted))
    if s.tag[i - 1] & VERB_ING and s.what(i + 1) & PLURAL:
        return False  # "stop booking **paid** appearances"
    return bool(what & VERB_PAST) and not (
        what & VERB_BASE or s.tag[i - 1] & (OPENS_NOUN | PREPOSITION | NUMBER | ADVERB)
    )


def closing_mark(s: Sentence, i: int, limit: int) -> int | None:
    """Where the aside ends that a dash or bracket at ``i`` opens: "ban the nets — **all of them —** from"."""
    closing = ASIDES[s.lower[i]]
    return next((j for j in range(i + 1, limit) if s.lower[j] == closing), None)


def sets_terms(s: Sentence, i: int) -> bool:
    """Whether a preposition at ``i`` opens on what terms, or how: "offered to quit | **on the condition** that"."""
    at = s.after_article(i + 1)
    return s.word(at) in ("condition", "way", "ways", "part") and s.word(at + 1) in ("that", "of", "")


def _leads_away(s: Sentence, i: int) -> bool:
    """Whether a preposition at ``i`` leads on from a phrase: to an infinitive, a date, a count of votes, to terms."""
    word, what = s.lower[i], s.what(i + 1)
    if word in PARTICLES and s.word(i - 2) == "and" and s.tag[i - 1] & VERB_BASE:
        return False  # "close two schools and lay **off** 38 people"
    counts = word == "than" and s.word(i - 1) in COMPARED
    votes = word == "by" and s.has(_VOTES, i + 1, i + 4)
    if votes or _tells_occasion(s, i) or (word not in _ATTACHING and not counts) or sets_terms(s, i):
        return True
    if word == "to":
        return what & (VERB_BASE | NOUN | CAPITAL) == VERB_BASE
    dated = (what & TIME and word != "of") or (word == "in" and what & NUMBER and s.word(i + 1).isdigit())
    return bool(dated)


def _tells_occasion(s: Sentence, i: int) -> bool:
    """Whether a preposition at ``i`` leads to where or how a choice was told: "signed the pact | **at** a ceremony".

    But not right behind a verb: "to speak **at** a rally".
    """
    nouns = _OCCASIONS.get(s.lower[i])
    if nouns is None or s.word(i + 1) not in A_OR_AN:
        return False
    at = s.find(nouns, i + 2, i + 2 + _NEAR_OCCASION)
    return at > 0 and not s.tag[i - 1] & VERB_BASE


_NEAR_OCCASION: Final = 4
"""Words from "a" to the noun for the occasion: "a packed news **conference**"."""
_OCCASIONS: Final = {
    "at": frozenset("ceremony meeting rally conference hearing summit event briefing party dinner".split()),
    "in": frozenset(
        "statement letter email e-mail memo speech address interview tweet post note message ruling vote video"
        " bid effort attempt".split()
    ),
}
"""At or in what a choice is made or told, or what for ("**in a bid** to save it"), which is no part of it."""


def without_dangling(s: Sentence, p: int, i: int) -> int:
    """The end of a phrase without prepositions, conjunctions, times or marks that lead on from it."""
    i = _without_count(s, p, i)
    # "an ad | compiling (some of it)", "in hopes | of shedding (what …)"
    i -= i - 1 > p and s.tag[i - 1] & (VERB_ING | NOUN) == VERB_ING and bool(s.what(i) & (OPENS_NOUN | WH))
    while i > p:
        what, word = s.tag[i - 1], s.lower[i - 1]
        than = word in COMPARED and s.word(i) == "than" and s.what(i - 2) & PREPOSITION
        than |= word == "more" and s.what(i) & ADVERB
        if word in POSSESSIVE_MARKS or (word in ("hopes", "order") and s.word(i - 2) == "in") or than:
            pass  # "sell it | more (quickly)", "a plan | in order (to)", "in hopes of saving (what …)"
        elif not what & WORD:
            if word in ("%", QUOTATION):
                break
        elif (
            not (what & _DANGLING or word in _WHICH)
            or (what & NUMBER and not s.what(i) & TIME)  # but "the levy | three weeks ago"
            or (what & CAPITAL and not what & (PREPOSITION | TIME | DETERMINER))
            or (what & TIME and i - 1 > p and _is_head(s, i - 1))
        ):
            break
        i -= 1
    dated = s.word(i) == "of" and s.what(s.after_article(i + 1)) & TIME
    return _without_part(s, p, i) if dated else i


def _is_head(s: Sentence, i: int) -> bool:
    """Whether a time at ``i`` is what a phrase names: "a four-day **week**", "its **hours**", "a school **day**".

    So is how long something lasts: "close it for two **weeks**".
    """
    before, word = s.tag[i - 1], s.lower[i - 1]
    if before & POSSESSIVE:
        return not s.what(i - 2) & PREPOSITION
    if before & NUMBER:
        return s.word(i - 2) == "for"
    plain = not before & (_NOT_PLAIN | NUMBER | DETERMINER | ADVERB | CAPITAL)
    return bool(plain) and word not in _WHICH and not s.tag[i] & PLURAL


_NO_VOTES: Final = frozenset(("from", "age", "aged", "ages"))
"""What leads to two numbers that count no votes: "children **aged** 5 to 9"."""


def _without_count(s: Sentence, p: int, i: int) -> int:
    """The end of a phrase without a count of votes: "rejected the offer | 212-30", "the contract | 212 to 30"."""
    if i - 1 <= p:
        return i
    votes, _, others = s.lower[i - 1].partition("-")
    if votes.isdigit() and others.isdigit():
        return i - 1
    to = s.lower[i - 2] in ("to", "–") and s.lower[i - 4] not in _NO_VOTES  # "212 **to** 30"
    counts = i - 3 > p and to and all(each.isdigit() and len(each) < 4 for each in (votes, s.lower[i - 3]))
    return i - 3 if counts else i
