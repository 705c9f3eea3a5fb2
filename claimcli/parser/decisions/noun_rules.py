"""Nouns that tell a choice, by rules tried in the order of ``NOUN_RULES``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    COORDINATOR,
    CUE_ADJECTIVE,
    FINITE,
    HAVE,
    INFLECTED,
    NEGATION,
    NOUN,
    NOUN_VERB,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
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
    WORD,
    forms_of,
)
from claimcli.lexicon.decision_words import (
    AGREEMENTS,
    DECISION_NOUNS,
    DEED_REACH,
    DEMANDS,
    DOING,
    IDLE,
    LIGHT,
    STATE,
    SUMS,
    Told,
)
from claimcli.model import Status
from claimcli.parser.decisions.actions import action_from
from claimcli.parser.decisions.antecedents import acts_with, only_tells
from claimcli.parser.decisions.choosers import can_choose, somebody_in
from claimcli.parser.decisions.courses import (
    course_at,
    cut_to,
    doer_in,
    head_words,
    opens_course,
    phrase_at,
)
from claimcli.parser.decisions.label_end import is_adjective, is_general, label_end, names_choice
from claimcli.parser.decisions.owners import haver_of, named_for, owner_of
from claimcli.parser.decisions.sentence import NEAR, Range, Sentence, Telling
from claimcli.parser.decisions.subjects import chooser_of, main_subject
from claimcli.parser.decisions.tell import PARTING, REBUFFING, is_spelled_out, tell
from claimcli.parser.decisions.verb_rules.asking import Asked, asked_behind
from claimcli.parser.decisions.verb_rules.sites import is_noun
from claimcli.parser.decisions.verb_rules.turning import PERHAPS
from claimcli.parser.grammar import A_OR_AN, ARTICLES, INNER, ORDINALS, POSSESSIVE_MARKS, REACH, is_finite

_RECEIVING: Final = forms_of(
    "receive pick win get earn secure land gain have draw attract enjoy command garner"
)
_SENT: Final = forms_of("receive get face field hear grapple contend")
"""What those do whom others ask: "**faced** calls for a ban"."""
_SHOWING: Final = forms_of("tout trumpet welcome celebrate score snag collect")
"""What somebody does with the backing that others give: "**touted** the endorsement of the union"."""
_BACKING: Final = frozenset({"backing", "support", "endorsement", "endorsements"})
_MISSING: Final = forms_of("miss attend await lose prevent preclude avert")
_LACKS: Final = forms_of("lack")
_BY_PHRASE: Final = {
    "from": frozenset({"endorsement", "endorsements", "apology", "apologies"}),
    "of": PARTING,
    "between": AGREEMENTS,
}
"""What whoever is told behind it has chosen, by the word between: "an **apology** from the mayor"."""
_GOING: Final = PARTING | {"exit", "exits", "departures"}
_BIDS: Final = frozenset({"bid", "bids", "offer", "offers"})
"""What names a choice only with its "for": "her **bid** for the White House"."""
_RUN_FOR: Final = frozenset(
    "nomination presidency president house office seat governor mayor senate congress parliament leadership"
    " reelection re-election term job premiership chancellor ticket".split()
)
_BEGINNING: Final = forms_of(
    "make launch announce begin start mount declare end suspend abandon drop open kick"
).union("considering weighing mulling planning".split())
"""Verbs that make a choice of a candidacy."""
_OPENS_DEMAND: Final = OPENS_NOUN | PREPOSITION | AUXILIARY | SUBJECT | SUBORDINATOR
"""What stands before all the words that tell of what kind a demand is."""
_MEETING: Final = forms_of("honor honour grant meet heed answer fulfil fulfill satisfy")
_DARING: Final = frozenset("threat threats vow vows pledge pledges".split())
"""What others say that they will do themselves: who laughs off a **threat** turns nothing down."""
_WHICH_ONE: Final = ORDINALS.union(
    "last latest next new newest old own recent initial original previous early earlier final only"
    " repeated earliest subsequent stated policy".split()
)
_CAUSING: Final = forms_of("force cause prompt trigger spark require necessitate")
_REACHING: Final = LIGHT.union(
    "reach broker negotiate strike secure forge seal clinch win get gain pass enact finalize finalise complete conclude"
    " sign order achieve put place come".split()
)
"""Verbs by which a choice comes about: "to **broker** a deal"."""
_UNSURE: Final = frozenset(
    "any possible potential pending likely unlikely planned expected prospective looming impending hypothetical"
    " eventual".split()
)
"""Words before a choice by which it is yet to be made: "**any** decision to sell", "Marr’s **pending** endorsement"."""
_WISHING: Final = forms_of(
    "want wish hope seek push pursue favor favour support back advocate propose urge demand request recommend"
    " clamor consider weigh call plan forecast predict expect anticipate foresee discuss explore study examine"
    " evaluate assess review debate mull contemplate envisage envision"
).union(_UNSURE, "should would will could may might must can proposal proposals idea".split())
"""Words before a choice by which it is but wished for or weighed: "**wants** a ban"."""
_LEFT_UNDONE: Final = frozenset({"failure", "failures", "reluctance"})
_BEYOND_CHOICE: Final = STATE.union(
    "act prevent stop protect reach secure score detect attract anticipate qualify stem halt contain".split()
)
"""What nobody fails to do by choice, or what names none."""
_LEADS_NOUN: Final = OPENS_NOUN | PREPOSITION | NUMBER | COORDINATOR
_OPENS_OBJECT: Final = OPENS_NOUN | OBJECT | CAPITAL | NUMBER
_OPENS_CLAUSE: Final = SUBORDINATOR | COORDINATOR | SPEECH
_NO_NOUN: Final = PREPOSITION | AUXILIARY | TIME | VERB_ING
_CAME_ABOUT: Final = frozenset("made taken reached announced".split())
"""Participles by which a choice has come about: "a decision was **made** to"."""
_MADE: Final = _CAME_ABOUT.union("ordered imposed proposed issued declared introduced".split())
"""What those did who chose: "the ban on nets **imposed** by the board", beside "the vote on nets sold by Marr"."""
_OUT: Final = (["ruled", "out"], ["out", "of", "the", "question"], ["off", "the", "table"])
"""How what is turned down ends: "was ruled out", "is off the table"."""
_CALLS: Final = forms_of("call")


def read_noun(s: Sentence, k: int) -> Telling | None:
    """What the decision noun at ``k`` tells, by the first rule that fits."""
    in_order = s.lower[k] == "order" and s.word(k - 1) == "in"  # "in order to"
    relative = (
        s.what(k - 1) & RELATIVE and s.what(k - 2) & PLURAL and s.tag[k] & VERB_BASE
    )  # "films that deal with"
    if in_order or relative or s.word(k - 1) == "to" or s.what(k - 1) & (SUBJECT | AUXILIARY):
        return None  # "to deal with", "they call for"
    if s.lower[k] == "deals" and not any(is_finite(s.tag[i]) for i in range(s.first, s.last) if i != k):
        return None  # "The book **deals** with grief."
    told_by = DECISION_NOUNS[s.lower[k]]
    for rule in NOUN_RULES:
        telling = rule(s, k, told_by)
        if telling is not None:
            return telling
    return None


def none_such(s: Sentence, k: int, _told_by: dict[str, Told]) -> Telling | None:
    """ "The council has no plans to do so.", "no intention of doing that": what was asked before is turned down."""
    p = k + 2
    if s.word(k - 1) != "no" or s.word(p) not in ("do", "doing") or s.word(p + 1) not in ("so", "that", "it"):
        return None
    actor = _owner_or_haver_of(s, k, Status.PROPOSED)
    return tell(s, Told(Status.DECLINED), actor, (p, p + 1), _action_of(s, actor, k), "answered")


def choice_to(s: Sentence, k: int, told_by: dict[str, Told]) -> Telling | None:
    """ "Its decision not to cooperate", "the mayor’s promise to widen the road", "an effort by Marr to …"."""
    told = told_by.get("to")
    aim = s.word(k - 2) == "in" and s.word(k - 1) in A_OR_AN  # "cut jobs **in a bid** to save money"
    if told is None or aim or s.lower[k] == "votes" or (s.what(k - 1) & PLURAL and s.tag[k] & VERB_BASE):
        return None  # "new jobs **promise** to"
    at, actor = s.after_adverbs(k + 1), None
    p = stands = _behind_made(s, at, told)
    of = s.word(p) == "of" and cut_to(s, phrase_at(s, p + 1))  # "the decision of **the board** | to sell it"
    if s.word(p) in ("by", "from") or (of and s.word(s.after_time(of[1])) == "to" and can_choose(s.t, of)):
        actor = cut_to(s, phrase_at(s, p + 1))  # "a bid by Holt Lines | to buy the ferry"
        p = actor[1] + (s.word(actor[1]) == ",") if actor else p
        actor = None if s.lower[k] in DEMANDS else actor
    # "his refusal so far to …", "her vow on Monday to …", "the decision, made in May, to …"
    p = s.after_time(s.after_adverbs(p))
    if s.word(p) == ",":
        p = next((j + 1 for j in range(p + 2, min(p + NEAR, s.last)) if s.lower[j : j + 2] == [",", "to"]), p)
    if s.word(p) != "to" or not opens_course(s, p + 1):
        return None
    if s.word(k - 1) == "no" and told.status is Status.TAKEN:
        return None  # "there was **no decision** to …"
    if "not" in s.lower[k + 1 : p] or s.word(k - 1) == "no":  # "had no plans to …"
        told = Told(Status.DECLINED)
    elif told.status is Status.TAKEN and s.word(k - 1) in _UNSURE:
        told = Told(Status.PROPOSED)
    told, actor = _answered(s, k, told, actor)
    if s.lower[k] == "permission" and s.group_of(k - 1).passive:
        actor = None  # "the firm was **refused permission** to sell it"
    elif stands == at or told.status is Status.PROPOSED:
        actor = actor or _owner_or_haver_of(s, k, told_by["to"].status)
    course = course_at(s, p + 1)
    actor = (course and s.word(course[1]) != "," and _made_by(s, course[1])) or actor
    if s.lower[k] in _LEFT_UNDONE and (actor is None or s.lower[p + 1] in _BEYOND_CHOICE):
        return None  # "the failure to act", of nobody, "her failure to **win**"
    course = course and _before_own_verb(s, k, course)
    return tell(s, told, actor, course, _action_of(s, actor, k), "choice to", 1.2)


def _before_own_verb(s: Sentence, k: int, label: Range) -> Range:
    """A label up to the verb of its noun, where that opens a clause: "the plan to merge two wards | **worries** us".

    Its verb may look like a noun: then an object follows, or nothing does where no other verb comes.
    """
    phrase = s.phrase_before(k + 1)
    opens = phrase[0] if phrase else k
    opens -= s.word(opens - 1) in ARTICLES
    if opens > s.first and not (s.what(opens - 1) & _OPENS_CLAUSE or s.word(opens - 1) == "that"):
        return label
    for i in range(label[0] + 1, label[1]):
        what, then = s.tag[i], s.what(i + 1)
        if not what & (INFLECTED | CUE_ADJECTIVE) or what & CAPITAL or s.tag[i - 1] & _LEADS_NOUN:
            continue
        ends = i + 1 == s.last or (then & WORD and not then & (COORDINATOR | TENSED | PREPOSITION))
        plainly = what & VERB_S and not what & NOUN and ends
        if then & _OPENS_OBJECT or plainly:
            return label[0], i
    return label


def _behind_made(s: Sentence, p: int, told: Told) -> int:
    """What follows at ``p`` on how a choice stands: "the plan **is** | to", "a decision **was made** | by Marr to"."""
    q = _behind_auxiliaries(s, p)
    if s.word(q) in _CAME_ABOUT:
        return q + 1
    return q if told.status is Status.PROPOSED and s.what(q - 1) & BE else p


def _made_by(s: Sentence, p: int) -> Range | None:
    """By whom a choice was made whose words end at ``p``: "the decision to close it | was made by **Marr**".

    Also in an aside: "the closure of the school**, ordered by Marr**, …".
    """
    aside = s.word(p) == ","
    q = p + 1 if aside else _behind_auxiliaries(s, p)
    known = s.word(q) in (_CAME_ABOUT if q > p else _MADE)
    made = known or (aside and s.what(q) & VERB_PARTICIPLE)
    return phrase_at(s, q + 2) if made and s.word(q + 1) == "by" else None


def _action_of(s: Sentence, actor: Range | None, k: int) -> Range:
    """The words that tell the choice, from the noun at ``k`` on, or from who makes it close before."""
    return action_from(s, actor[0] if actor and 0 < k - actor[0] < 8 else k, k)


def asked_of(s: Sentence, k: int, told_by: dict[str, Told]) -> Telling | None:
    """ "Marr’s request that the council close the pier", "a call for the council **to**": it has the choice."""
    told = told_by.get("to")
    if told is None or told.status is not Status.PROPOSED:
        return None
    found = asked_behind(s, k + 1, True) if s.word(k + 1) == "that" else _asked_to(s, k + 1)
    if found is None:
        return None
    told, actor = _answered(s, k, told, found[0])
    return tell(s, told, actor, found[1], action_from(s, k, k), "asked that", 1.2)


def _asked_to(s: Sentence, p: int) -> Asked | None:
    """Who is asked to do what behind the "for" at ``p``: "a call for **the council** | **to sell the pier**"."""
    phrase = phrase_at(s, p + 1) if s.word(p) in ("for", "on") else None
    to = s.find({"to"}, phrase[0] + 1, phrase[1] + 1) if phrase else 0
    if not to or not opens_course(s, to + 1) or not can_choose(s.t, (p + 1, to)):
        return None
    return (p + 1, to), course_at(s, to + 1)


def _answered(s: Sentence, k: int, told: Told, actor: Range | None) -> tuple[Told, Range | None]:
    """What the noun at ``k`` tells and of whom, once somebody has turned down what it asks for: "**denied** a call"."""
    asked = (told.status is Status.PROPOSED and s.lower[k] not in _DARING) or s.lower[k] == "permission"
    denied = _denied_at(s, k) if asked else None
    return (told, actor) if denied is None else (Told(Status.DECLINED), haver_of(s, denied + 1) or s.subject)


def _denied_at(s: Sentence, k: int) -> int | None:
    """The verb that turns down what the noun at ``k`` asks for: "**denied** Marr’s second request to"."""
    for i in range(k - 1, max(s.first, k - NEAR) - 1, -1):
        if s.lower[i] in REBUFFING:
            return None if s.group_of(i).negated else i
        if s.breaks(i, SUBJECT) and s.lower[i] not in POSSESSIVE_MARKS:
            break  # "dismissed claims that **he** was behind a push to": another clause
    return None


def _owner_or_haver_of(s: Sentence, k: int, status: Status) -> Range | None:
    """Whose the choice is that the noun at ``k`` names: its owner, who has it, else who acts in the sentence.

    The last only of what is asked for or planned: "Marr spoke at length, with a call for a curfew".
    """
    actor = owner_of(s, k) or named_for(s, k) or haver_of(s, k)
    if actor is None and status is Status.PROPOSED:
        verb = s.tag[k] & VERB_S and (s.what(k - 1) & COORDINATOR or not s.what(k - 1) & WORD)
        actor = acts_with(s, k, asks=True)
        of_thing = actor and s.what(actor[1]) & RELATIVE and not can_choose(s.t, actor)
        # "Marr won and **vows** to", "**Marr** has an agenda that drew scorn by pushing cuts in"
        if verb or of_thing or (actor and s.lower[actor[0]] in ("he", "she")):
            actor = main_subject(s, k)
        return actor if actor and can_choose(s.t, actor) else None
    return actor


def choice_of(s: Sentence, k: int, told_by: dict[str, Told]) -> Telling | None:
    """ "The appointment of a new coach", "a ban on fireworks", "calls for a recount", "opposition to a toll"."""
    preposition, p, by = _leads_on(s, k)
    backed = s.lower[k] in _BACKING and "with" in s.lower[max(s.first, k - 2) : k]
    if backed or _is_not_done(s, k) or _is_of_market(s, k, p):
        return None
    told = told_by.get(preposition if preposition != "to" else "toward")
    none = s.word(k - 1) == "no" or (s.word(k - 2) == "no" and is_adjective(s.lower[k - 1]))
    if told is None or (told.status is not Status.PROPOSED and none):
        return None  # "**no** formal deal with"
    phrase = course_at(s, p) if preposition == "doing" else phrase_at(s, p)
    phrase = _both(s, phrase) if preposition == "between" else phrase
    if phrase is None or _is_no_course(s, k, preposition, phrase):
        return None
    if (told.status is Status.TAKEN and _is_caused(s, k)) or _is_candidacy(s, k, phrase):
        return None
    if preposition == "for" and s.lower[k] in _BACKING and is_general(s, p, phrase[1]):
        return None  # "her support for **women’s rights**"
    asked_for = preposition == "for" and told.status is Status.PROPOSED
    told = _as_it_stands(s, k, phrase[1], told)
    # "calls for | help", "a plan for | the Middle East"
    lone = phrase[1] - phrase[0] == 1 and s.lower[phrase[0]] not in IDLE
    lone |= all(what & CAPITAL for what in s.tag[s.after_article(phrase[0]) : phrase[1]])
    meant = preposition == "doing" and told.status is not Status.TAKEN  # "no intention of | selling it"
    start = phrase[0] if meant or (asked_for and not lone and s.lower[k] not in _BIDS) else k
    actor = _owner_or_haver_of(s, k, told.status)
    if asked_for:  # "**ignored** the union’s demand for"
        told, actor = _answered(s, k, told, actor)
    if s.lower[k] in _BY_PHRASE.get(preposition, ()):
        actor = phrase  # "the resignation of **the mayor**", "an apology from **the mayor**"
    elif preposition == "of" and actor and _is_given(s, k, actor, phrase):
        actor = phrase  # "won the endorsement of **the union**"
    action = _action_of(s, actor, k)
    end = _before_own_verb(s, k, phrase)[1]
    doer = _doer_behind(s, k, by, end)
    if asked_for and actor and s.has(_SENT, actor[1], k):
        actor = None  # "**got** a demand for"
    if doer:
        actor, behind = doer, s.before_article(doer[0] - 1)
        end = behind if doer != by and k + 2 < behind < end else end  # "the sale of it | **by** the club"
    if actor and s.tag[actor[0]] & NUMBER and s.what(s.before_article(k - 1)) & BE:
        actor = None  # "**one of them** is the | repeal of the toll"
    return tell(s, told, actor, (start, end), action, "choice of", 1.6)


def _is_no_course(s: Sentence, k: int, preposition: str, phrase: Range) -> bool:
    """Whether a noun of choices leads with its preposition to nothing that may be chosen: "opposition to **Marr**"."""
    if _names_none(s, k, preposition, phrase[1] - 1):
        return True
    if preposition == "from":
        return s.lower[k] in _GOING and owner_of(s, k) is None  # "marked a **departure** from the past"
    if preposition == "of":  # "the **departure** of the train"
        return s.lower[k] in PARTING and not can_choose(s.t, head_words(s, phrase))
    led = preposition == "to" and s.tag[phrase[0] - 1] & PREPOSITION
    return bool(led) and can_choose(s.t, head_words(s, phrase))


def _doer_behind(s: Sentence, k: int, by: Range | None, end: int) -> Range | None:
    """Who made the choice that a noun tells, behind that: "the release of the letters **by the club**"."""
    doer = by or doer_in(s, k + 2, end + 1)
    done = s.before_article(doer[0] - 1) - 1 if doer and not by else k
    if s.tag[done] & (VERB_PARTICIPLE | NOUN) == VERB_PARTICIPLE:
        doer = None
    doer = doer or _made_by(s, end)
    if doer and doer[0] < end < doer[1]:
        doer = (doer[0], end)
    return doer if doer and can_choose(s.t, doer) else None


def _both(s: Sentence, phrase: Range | None) -> Range | None:
    """Those between whom something is agreed, to the last of them: "a deal between **the club | and its fans**"."""
    phrase = cut_to(s, phrase)
    if phrase is None or s.has({"and"}, *phrase):
        return phrase
    others = cut_to(s, phrase_at(s, phrase[1] + 1)) if s.word(phrase[1]) == "and" else None
    return (phrase[0], others[1]) if others else head_words(s, phrase)


def _leads_on(s: Sentence, k: int) -> tuple[str, int, Range | None]:
    """By which preposition the noun at ``k`` leads on, to where, and whoever is named between.

    "the ban *by the council* **on** fireworks", "calls *from traders* **for** a ban".
    """
    preposition, p = s.word(k + 1), k + 2
    if preposition == "in" and s.word(p) in ("favor", "favour", "support"):
        return "for", p + 2, None  # "a vote in favor of the levy"
    by = doer_in(s, k + 1, p, "from" if preposition == "from" else "by")
    if by is not None:
        opens = s.t.tagged(PREPOSITION, by[0], min(by[1] + 1, s.last), by[1])
        if preposition != "from" or s.word(opens) == "for":
            return s.word(opens), opens + 1, (by[0], opens)
    return "doing" if preposition == "of" and s.what(p) & VERB_ING else preposition, p, None


def _as_it_stands(s: Sentence, k: int, end: int, told: Told) -> Told:
    """How what the noun at ``k`` names with a phrase to ``end`` stands: turned down, yet to be chosen, or as told."""
    if (told.status is Status.PROPOSED and s.word(k - 1) == "no") or _is_out(s, end):
        return Told(Status.DECLINED)  # "no plans for a toll"
    # "a ban **was being weighed**", "is **under review**", "A sale of the mill **would** cost jobs"
    p = _behind_auxiliaries(s, end)
    weighed = s.what(end) & BE and (
        s.word(p) in _WISHING or s.word(p) == "under" or s.word(p - 1) == "unlikely"
    )
    supposed = s.word(end) in PERHAPS | {"would"} and (k == s.first or s.has(A_OR_AN, k - 3, k))
    if told.status is Status.TAKEN and (weighed or supposed or _is_wished_for(s, k)):
        return Told(Status.PROPOSED, told.minor)
    return told


def _names_none(s: Sentence, k: int, preposition: str, last: int) -> bool:
    """Whether a phrase to ``last`` names no choice: "sales of **which**", "**is an** extension of"."""
    if s.tag[last] & RELATIVE or s.lower[last] == "own":
        return True  # "an endorsement of his own"
    sum_told = s.tag[last] & NUMBER or s.lower[last] in SUMS
    if s.lower[k] == "sales" and sum_told:
        return True  # "had **sales of** nine million dollars"
    a = s.find_back({"a", "an", "one", "another"}, k - 1, k - 3) if preposition == "of" else 0
    i = a - 1
    while s.what(i) & (ADVERB | NEGATION):
        i -= 1
    then = _behind_auxiliaries(s, last + 1)  # "the removal of the statues **did not take** place"
    if s.word(then) in ("take", "happen", "occur") and s.t.holds(NEGATION, last + 1, then):
        return True
    likened = a and (s.what(i) & BE or s.word(i) == "as" or s.lower[k] == "selection")  # "a **selection** of"
    return bool(likened) or (s.word(last + 1) == "that" and is_spelled_out(s, last))  # "of the idea **that**"


def _is_given(s: Sentence, k: int, actor: Range, phrase: Range) -> bool:
    """Whether who acts is but given what the noun at ``k`` names: "**won** the endorsement of the union"."""
    backed = s.lower[k] in _BACKING and can_choose(s.t, phrase)
    verbs = _RECEIVING | _SHOWING if backed else _RECEIVING
    got = (i for i in range(actor[1], k) if s.lower[i] in verbs)
    # not "**have** urged"
    return any(not (s.tag[i] & HAVE and s.what(i + 1) & (VERB_PARTICIPLE | BE)) for i in got)


def _is_not_done(s: Sentence, k: int) -> bool:
    """Whether what the noun at ``k`` names was not done: "has **not announced** | the closure", "**missed** a vote"."""
    at, near = s.before_article(k - 1), range(k - 1, max(s.first, k - NEAR), -1)
    opens = s.phrase_before(k + 1)
    if opens and s.lower[opens[0]] == "any" and s.t.holds(NEGATION, max(s.first, k - REACH), opens[0]):
        return True  # "did **not** expect it or **any** | plans for a toll"
    if s.what(at) & NEGATION and s.what(at - 1) & BE:
        return True  # "the letters were **not** | endorsements of Marr"
    if _is_lacked(s, near):
        return True
    for i in near:
        if s.lower[i] == "of" and s.word(i - 1) == "instead":
            return True  # "instead of an outright | ban on nets"
        if s.tag[i] & (VERB_BASE | VERB_PAST | VERB_ING):
            group = s.group_of(i)
            if s.lower[i] in _MEETING and s.lower[k] in DEMANDS:
                return False  # "did not answer requests for"
            return s.lower[i] in _MISSING or (group.negated and not group.modal) or s.word(i - 1) == "not"
        if s.breaks(i, PREPOSITION | SUBJECT):
            break
    return False


def _is_lacked(s: Sentence, near: range) -> bool:
    """Whether nobody has what is named: "does **not have** the required | votes for", "**lacks** a"."""
    for i in near:
        if s.lower[i] in _LACKS or s.tag[i] & HAVE:
            return s.lower[i] in _LACKS or s.group_of(i).negated
        if s.breaks(i, PREPOSITION | SUBJECT):
            return False
    return False


_ANYBODYS: Final = frozenset("the no little much more less some".split())
"""What leads to a demand that is nobody’s: "the **demand** for cans", beside "a", "this", "her demand"."""


def _is_of_market(s: Sentence, k: int, p: int) -> bool:
    """Whether a demand is for goods, of nobody in particular: "weak **demand** for cans", beside "a demand for …"."""
    if s.lower[k] != "demand" or (s.what(p) & OPENS_NOUN and s.word(p) not in ("these", "such")):
        return False
    at = k
    while at > s.first and not s.breaks(at - 1, _OPENS_DEMAND) and s.lower[at - 1] not in POSSESSIVE_MARKS:
        at -= 1
    opens = s.what(at - 1) & OPENS_NOUN and s.word(at - 1) not in _ANYBODYS
    return not opens and s.word(at - 1) not in POSSESSIVE_MARKS


def _is_candidacy(s: Sentence, k: int, phrase: Range) -> bool:
    """Whether a "bid for" is but when or who: "in his **bid for the presidency**", "Holt’s first bid for mayor".

    Not where it is begun: "launched her bid for mayor".
    """
    if s.lower[k] not in _BIDS or not s.has(_RUN_FOR, *phrase):
        return False
    return not s.has(_BEGINNING, k - NEAR, k)


def _is_wished_for(s: Sentence, k: int) -> bool:
    """Whether what the noun at ``k`` names is but asked for: "**wants** a ban on", "there **should** be a ban on"."""
    for i in range(k - 1, max(s.first, k - NEAR) - 1, -1):
        word = s.lower[i]
        if word in _CALLS and only_tells(s, i):
            return False  # "called the ban on nets a mistake"
        event = word == "event" and s.word(i + 1) == "of"  # "in the event of a ban on nets"
        if (
            word in _WISHING or event or (word == "to" and s.word(i + 1) in _REACHING)
        ):  # "tried **to broker** a deal"
            return True
        if word in INNER or (word == "," and s.what(i + 1) & OPENS_NOUN):
            continue  # "a proposed 20**%** levy", "wants a park**,** a ban on cars"
        if s.breaks(i, SUBJECT | SUBORDINATOR) or s.tag[i] & (VERB_PAST | VERB_BASE) == VERB_PAST:
            return False
    told = s.told if s.told is not None and s.told.rule == "did" else None
    if told is None or told.status is not Status.PROPOSED:
        return False
    # "**seeks a raise** over six years | and a ban"
    return 0 <= s.find_back({"and", "or"}, k - 1, k - 4) - told.label[1] < NEAR


def _is_out(s: Sentence, p: int) -> bool:
    """Whether what a phrase names that ends at ``p`` is turned down: "a vote for Reed | was **ruled out**"."""
    p = _behind_auxiliaries(s, p)
    return any(s.lower[p : p + len(out)] == out for out in _OUT)


def _behind_auxiliaries(s: Sentence, p: int) -> int:
    """What follows the auxiliaries at ``p``: "has now been | ruled out"."""
    while s.what(p) & (AUXILIARY | ADVERB):
        p += 1
    return p


def _is_caused(s: Sentence, k: int) -> bool:
    """Whether what the noun at ``k`` names is but an effect of things: "the storm **forced** the evacuation of"."""
    at = s.find_back(_CAUSING, k - 1, k - 4)
    subject = s.subject_of_verb(at) if at else None
    return subject is not None and somebody_in(s.t, (subject[0], subject[2])) is None


def own_choice(s: Sentence, k: int, told_by: dict[str, Told]) -> Telling | None:
    """ "The governor’s tax plan": a choice with no more than its owner."""
    told = told_by.get("own")
    owner = owner_of(s, k) if told else None
    if told is None or owner is None:
        return None
    start = owner[1] + (s.lower[owner[1]] in POSSESSIVE_MARKS)
    start = next((i + 1 for i in range(k - 1, start, -1) if s.tag[i] & POSSESSIVE), start)
    if k + 1 - start < 2 or s.what(k - 1) & COORDINATOR or _WHICH_ONE.issuperset(s.lower[start:k]):
        return None  # "Marr’s latest request" says not what for
    if told.status is Status.TAKEN and s.word(k - 1) in _UNSURE:
        told = Told(Status.PROPOSED)
    return tell(s, told, owner, (start, k + 1), (owner[0], k + 1), "own choice", 0.5)


def deed(s: Sentence, k: int, told_by: dict[str, Told]) -> Telling | None:
    """ "The police **opened** a criminal **investigation**.", "The insurers **declared** the storm a **disaster**." """
    told = told_by.get("done")
    then = s.what(k + 1)
    if told is None or (then & (NOUN | NOUN_VERB | CAPITAL) and not then & _NO_NOUN):
        return None  # a "**recall** notice" is none
    v = _doing_before(s, k)
    if not v or (s.lower[v] in _CALLS and s.word(v + 1) not in ("a", "an")) or s.word(v + 1) == "no":
        return None  # "called the deal a scandal", "made no apology"
    group = s.group_of(v)
    if group.infinitive or group.modal or group.negated or group.passive:
        return None
    actor = chooser_of(s, group.start, finite=True)
    if actor is None or somebody_in(s.t, actor) is None:
        return None
    label = (v, max(k + 1, label_end(s, k + 1, v)))
    return tell(s, told, actor, label, action_from(s, group.start, k), "deed", 1.0)


def _doing_before(s: Sentence, k: int) -> int:
    """The verb by which the deed is done that the noun at ``k`` names; 0 if there is none."""
    for i in range(k - 1, max(s.first, k - DEED_REACH - 1), -1):
        what = s.tag[i]
        if s.lower[i] in DOING and what & (FINITE | VERB_PARTICIPLE):
            made = s.what(i + 1) & (VERB_ING | NOUN) == VERB_ING  # "made paying a tax a duty"
            return 0 if made or s.what(i - 1) & OPENS_NOUN or is_noun(s, i) else i
        if s.lower[i] == "that":
            return 0  # "agreed **that** the deal was needed"
        state = s.lower[i] == "of" and s.word(i - 1) == "state"  # "declared a state of | emergency"
        if not what & WORD or (what & (PREPOSITION | AUXILIARY | SUBORDINATOR) and not state):
            return 0
    return 0


def planned(s: Sentence, k: int) -> Telling | None:
    """ "Marr’s **proposed** tax cuts", "his promised review of the levy": asked for or planned by their owner."""
    before = s.what(k - 1)
    if not (before & (POSSESSIVE | ADVERB) or s.word(k - 1) in POSSESSIVE_MARKS):
        return None
    owner = owner_of(s, k)
    phrase = phrase_at(s, k + 1)
    if owner is None or phrase is None or phrase[1] - phrase[0] < 2:
        return None
    if names_choice(s, *phrase):  # "his proposed | ban on nets", which is read by "ban"
        return None
    return tell(s, Told(Status.PROPOSED), owner, phrase, (owner[0], phrase[1]), "own choice")


PLANNED: Final = frozenset("proposed planned promised threatened pledged".split())
"""Participles by which what somebody has is but asked for or planned."""
NOUN_RULES: Final[tuple[Callable[[Sentence, int, dict[str, Told]], Telling | None], ...]] = (
    none_such,
    choice_to,
    asked_of,
    choice_of,
    own_choice,
    deed,
)
