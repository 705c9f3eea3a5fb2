"""Whether a form that may also be a noun or an adjective is a verb where it stands: "pilots **claim** that"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    COORDINATOR,
    CUE_NOUN,
    CUE_VERBS,
    DETERMINER,
    DOCUMENT,
    FINITE,
    GERUND,
    INFLECTED,
    NOUN,
    NOUN_VERB,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    ORGANIZATION,
    PARTICIPLE,
    PEOPLE,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    SOMEBODY,
    SPEECH,
    SUBJECT,
    TIME,
    VERB,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    VERB_S,
    WH,
    WORD,
    is_unknown,
)
from claimcli.lexicon.names import persons
from claimcli.parser.attribution.sentence import OPENS_CLAUSE, Sentence
from claimcli.parser.grammar import (
    A_OR_AN,
    ORDINALS,
    POSSESSIVE_MARKS,
    RELATIVE_SUBJECTS,
    SHARES,
    Group,
    head_start,
    headline_list,
    is_field,
    name_behind,
)
from claimcli.parser.text import CLOSES_ASIDE, QUOTATION

_NO_OBJECT: Final = PREPOSITION | COORDINATOR | AUXILIARY | FINITE | NOUN
_NO_NOUN: Final = PREPOSITION | COORDINATOR | AUXILIARY
_OF_POINTS: Final = frozenset({"basis", "percentage", "talking"})


def is_verb(s: Sentence, k: int, group: Group, before: int) -> bool:
    """Whether a form that could also be a noun or an adjective is a verb where it stands."""
    what = s.tag[k]
    previous = s.word(k - 1)
    spine = s.spine()
    if spine is not None and spine[3] == k:
        return True
    if s.lower[k] == "planning" and s.what(k + 1) & (ROLE | ORGANIZATION | PEOPLE):
        return False  # "the city’s *planning* committee", "*Planning* Director Ann Marr"
    if name_behind(s.t, s.first, k) or (s.lower[k] == "think" and s.word(k + 1) in ("tank", "tanks")):
        return False  # "a group *called* Save the Port", "the Marr Institute *think* tank"
    if what & VERB_PARTICIPLE and not group.auxiliary and (_is_of_a_time(s, k) or _tells_of_led(s, k)):
        return False  # "A bill *proposed* last week was passed", "In a note *addressed* to bakers, Marr …"
    joined = s.word(k + 1) == "-" and s.t.start[k + 1] == s.t.end[k]
    # "cut it by 25 basis *points* to 4 percent"
    if joined or previous in _OF_POINTS or _is_programme(s, k):
        return False
    if what & VERB_ING and previous in POSSESSIVE_MARKS and _is_had(s, k):
        return False
    if group.infinitive and what & CAPITAL and not s.title_case():
        return False  # "sent it to Judge Marr"
    if what & (VERB_PAST | VERB_BASE | VERB_ING) and _is_ranked(s, k):
        return False
    if group.auxiliary or group.infinitive:
        bare = not what & (PARTICIPLE | VERB_PAST)
        # "is term limited", "were votes on it"
        return not (bare and s.tag[k - 1] & BE and (what & VERB_BASE or s.what(k + 1) & PREPOSITION))
    if what & VERB_ING:
        if (what & CAPITAL and _opens_title(s, k)) or is_field(s.t, s.first, k):
            return False
        # "the *warning* signs", "some *saying*", but "some *saying* that …"
        told = what & SPEECH and (_opens_object(s, k) or s.what(k + 1) & CAPITAL)
        noun = before & OPENS_NOUN and not (before & PEOPLE and told)
        # "a major *signaling* effect", "two *opposing* forces", "a more *challenging* task"
        leads = before & NUMBER or before & (ADJECTIVE | _NAMES) == ADJECTIVE or previous == "more"
        plain = leads and s.what(k + 1) & WORD and not s.what(k + 1) & (_NO_NOUN | ADVERB | CAPITAL)
        return not (noun or (plain and not _opens_object(s, k))) and not _is_told_of(s, k)
    if what & CAPITAL and k > s.first and not s.title_case():
        return False
    if what & VERB_PAST and not what & VERB_BASE:
        within = previous == "this" and s.what(k - 2) & PREPOSITION  # "in this *charged* mood"
        noun_to_come = before & OPENS_NOUN and (within or not before & PRONOUN)
        if (noun_to_come and previous != "other") or previous in POSSESSIVE_MARKS or previous == "own":
            return False  # "the leaked report"; "the other said"
        return not before & PREPOSITION
    if what & (VERB_BASE | VERB_S):
        return _is_present(s, k, group, before)
    return bool(what & VERB_PARTICIPLE)


def _is_of_a_time(s: Sentence, k: int) -> bool:
    """Whether a participle tells when a thing came that has its verb behind that: "the plan *sought* today **was**"."""
    behind = s.after_time(k + 1)
    thing = s.tag[k - 1] & (NOUN | DOCUMENT) and not s.tag[k - 1] & (_DOES | SOMEBODY)
    return bool(thing and s.what(behind) & AUXILIARY) and behind > k + 1


def _tells_of_led(s: Sentence, k: int) -> bool:
    """Whether a participle tells more of a thing that a preposition leads in with: "In a note *addressed* to …"."""
    if not (
        s.tag[s.first] & PREPOSITION and s.what(s.first + 1) & DETERMINER and s.what(k + 1) & PREPOSITION
    ):
        return False
    plain = all(what & WORD and not what & (_DOES | SOMEBODY | AUXILIARY) for what in s.tag[s.first + 2 : k])
    plain = plain and not s.what(k + 2) & VERB_BASE  # "In a year expected to bring rain, …"
    return plain and s.first + 2 < k < s.first + 6


_DOES: Final = CAPITAL | SUBJECT | RELATIVE
_MEDIA: Final = frozenset("tv television radio talk reality quiz variety".split())
"""What makes a programme of a show: "the radio *show*"."""


def _is_programme(s: Sentence, k: int) -> bool:
    """Whether a "show" is a programme, whose name may follow: "the radio *show*", "the morning *show* “Sunrise”"."""
    named = s.word(k + 1) == QUOTATION and not s.tag[k - 1] & (PLURAL | PEOPLE)
    return s.lower[k] in ("show", "shows") and (
        named or (s.word(k - 1) in _MEDIA and s.word(k + 1) != "that")
    )


def _is_ranked(s: Sentence, k: int) -> bool:
    """Whether a superlative or an ordinal leads a form: "the **most** *feared* judge", "the **second** *offer*"."""
    if k < s.first + 2:
        return False
    previous = s.lower[k - 1]
    if s.lower[k - 2] == "most" and s.tag[k - 1] & ADVERB and s.what(k - 3) & (DETERMINER | COORDINATOR):
        return bool(s.tag[k] & VERB_PARTICIPLE)  # "the most **politically** *charged* change"
    if previous == "least":
        return s.lower[k - 2] != "at"
    if previous == "most":
        ranks = s.tag[k] & VERB_PARTICIPLE
    else:
        noun = s.tag[k] & (NOUN_VERB | NOUN | VERB_ING)
        ranks = noun if previous in ORDINALS and s.lower[k - 2] != "a" else 0  # not "A third *claim*"
    leads = s.tag[k - 2] & OPENS_NOUN or s.lower[k - 2] in POSSESSIVE_MARKS
    return bool(ranks and leads)


def _opens_title(s: Sentence, k: int) -> bool:
    """Whether a participle only opens what somebody is called: "**Planning** Director Ann Marr *said*".

    So in "**Teaching** unions want more", "**Attacking** bakers became a habit": nobody else stands behind a comma.
    """
    tag = s.tag
    if k > s.first:
        return bool(tag[k - 1] & WORD) and not s.title_case()
    if k + 1 >= s.last or not tag[k + 1] & WORD or tag[k + 1] & _NO_TITLE:
        return False
    return not s.find({",", QUOTATION}, k, s.last) and s.has_verb(k + 1, s.last)


_NO_TITLE: Final = OPENS_NOUN | SUBJECT | RELATIVE | PREPOSITION | WH | AUXILIARY


def _is_had(s: Sentence, k: int) -> bool:
    """Whether "’s" before a participle is no "is": "a friend who knows Marr’s *thinking* said"."""
    following = s.what(k + 1)
    if following & CUE_NOUN:
        return True  # "Marr’s *insulting* remarks"
    if s.lower[k] == "ruling":
        return not following & (OPENS_NOUN | OBJECT | ADVERB)  # "the state’s *ruling* party"
    return bool(following & (VERB_PAST | AUXILIARY))


def _is_present(s: Sentence, k: int, group: Group, before: int) -> bool:
    """Whether a form like "claims" or "plan" is a verb in the present tense rather than a noun."""
    what = s.tag[k]
    g = group.start
    previous = s.word(g - 1)
    if what & (PEOPLE | ROLE) and _are_people(s, k):
        return False
    if previous in RELATIVE_SUBJECTS or before & SUBJECT:
        opens = g - 1 == s.first and what & VERB_BASE  # "**That** *order* was late"
        return not (
            previous in ("which", "that") and (opens or s.what(g - 2) & PREPOSITION)
        )  # "in which *state*"
    if (before & (OPENS_NOUN | PREPOSITION) and not before & PRONOUN) or previous in POSSESSIVE_MARKS:
        return False
    following = s.what(k + 1)
    opens_object = _opens_object(s, k)
    leads = k + 1 < s.last and (s.lower[k + 1] in CUE_VERBS[s.lower[k]].particles or s.lower[k + 1] == "to")
    if g < k and before & WORD and not before & (COORDINATOR | TIME):
        return True  # "Marr often blames"
    if before & COORDINATOR:
        goes_on = leads or (bool(following & WORD) and not following & PREPOSITION)
        # "lifts the ban and *says* bakers will"
        return goes_on and (s.subject is not None or opens_object or s.lower[k] == "says")
    if what & VERB_BASE and _is_headline_verb(s, g - 1):
        return False
    plural = _is_plural(s, k, g, before)
    if what & NOUN_VERB:
        return _is_no_noun(s, k, g, before, plural, opens_object, leads)
    if not before & WORD and previous not in SHARES:
        goes_on = opens_object or leads or bool(what & VERB_S or following & CAPITAL)
        return goes_on and (previous in CLOSES_ASIDE or previous == QUOTATION)
    if what & VERB_BASE:
        return plural or (opens_object and not _is_one(s, g))
    return True


def _opens_object(s: Sentence, k: int) -> bool:
    """Whether an object or a clause opens behind the form at ``k``: "*claims* **the** …", "*claims* **that** …"."""
    if k + 1 >= s.last:
        return False
    following, word = s.tag[k + 1], s.lower[k + 1]
    acts = s.what(k + 2) & (AUXILIARY | VERB_PAST) or s.what(k + 2) & (VERB_BASE | NOUN) == VERB_BASE
    if word == "that" and acts and s.tag[k] & NOUN_VERB:
        # "border *states* that have suffered", but "Marr *claims* that was a mistake"
        return s.lower[k + 2] in ("is", "was")
    if following & _OPENS_OBJECT or word in ("that", QUOTATION, ":"):
        return word != "such" or s.word(k + 2) != "as"  # "water *projects* **such as** dams"
    return bool(following & VERB_ING and CUE_VERBS[s.lower[k]].bits & GERUND)


def _is_plural(s: Sentence, k: int, g: int, before: int) -> bool:
    """Whether the subject before the group at ``g`` goes with the form at ``k``: "**pilots** claim".

    A past form needs no plural: "Marr **cast** it as", "Marr **read** it".
    """
    what, previous = s.tag[k], s.word(g - 1)
    if previous in ("one", "each", "another", "this", "that"):
        return False
    if before & (PLURAL | PEOPLE | PRONOUN) or what & VERB_PAST or previous in SHARES:
        return True
    return bool(what & VERB_BASE and before & WORD and not before & VERB) and _are_many(s, g)


def _are_many(s: Sentence, g: int) -> bool:
    """Whether a subject that ends before ``g`` is a plural: "**people** close to Marr", "Reed **and** Marr".

    "**records** obtained by the Ledger", too.
    """
    tag, lower = s.tag, s.lower
    first, last = s.phrase_before(g, s.taken) or (g, g)
    if first > s.taken and tag[first - 1] & PREPOSITION:
        first = head_start(s.t, s.taken, first)
    if first > s.taken and lower[first - 1] == "," and headline_list(s.t, s.taken, first, g) < first:
        return True
    if s.t.holds(COORDINATOR, first, last):
        return bool(tag[last - 1] & _NAMES)  # no "mental and emotional stress"
    ends = [i for i in range(first + 1, last) if tag[i] & PREPOSITION]
    if not ends or (tag[g] & NOUN_VERB and s.t.holds(OPENS_NOUN, ends[-1], last)):
        return False  # "friends from the Marr | campaign"
    told = lower[ends[0] - 1] == "close" or tag[ends[0] - 1] & VERB_PARTICIPLE
    head = ends[0] - (2 if told else 1)
    return bool(tag[head] & (PLURAL | PRONOUN))


def _is_headline_verb(s: Sentence, i: int) -> bool:
    """Whether a headline’s verb stands at ``i``, no plural: "Hospital trust **scraps** plan to close unit"."""
    if not s.tag[i] & VERB_S or s.tag[i] & (NOUN | PEOPLE) or i <= s.first:
        return False
    return s.ends_bare()


def _is_one(s: Sentence, g: int) -> bool:
    """Whether the noun phrase that ends before ``g`` is one of a kind, which has no plural verb: "a passing"."""
    i = s.t.stop_back(OPENS_NOUN | COORDINATOR | PREPOSITION, g - 1, max(s.taken, g - 4) - 1)
    if s.lower[i] not in _SINGULAR or s.lower[i + 1] in _MANY:
        return False
    governs = s.what(i - 1)
    return bool(governs & VERB_PAST) or not governs & (PREPOSITION | VERB)


_SINGULAR: Final = frozenset("a an this that each every another".split())
_MANY: Final = frozenset(
    "few lot majority minority plurality number handful couple group half quarter host pair slew array".split()
)
"""What makes many of "a": "a **majority** say"."""
_OPENS_OBJECT: Final = OPENS_NOUN | SUBJECT | OBJECT
_NAMES: Final = CAPITAL | PEOPLE | ROLE | NOUN


def _are_people(s: Sentence, k: int) -> bool:
    """Whether a form that also names people has its verb behind it: "Privacy *advocates* praised the deal".

    Behind the name that it leads, too: "*Volunteer* **Ann Marr** said".
    """
    name = k + 1
    while s.what(name) & CAPITAL or (s.what(name) & COORDINATOR and s.what(name + 1) & CAPITAL):
        name += 1
    p = s.after_adverbs(name)
    if name == k + 1 and s.tag[k] & ROLE:
        return False
    before, leads = s.lower[k - 1], s.tag[k - 1] & NOUN
    nation = before == "former" or (before in persons().places and s.word(k - 2) not in A_OR_AN)
    several = s.t.holds(COORDINATOR, k + 1, name)
    if name > k + 1 and (several if leads else nation):
        return True  # "Danish *champions* Arra", "the appeals court *judges* Tom Reed and Ann Marr"
    return p < s.last and bool(s.tag[p] & (AUXILIARY | FINITE))


def _is_told_of(s: Sentence, k: int) -> bool:
    """Whether a form in "-ing" is a noun of which "that" tells more: "a court *ruling* **that had** stopped it"."""
    if s.lower[k - 1] == "," or k + 2 >= s.last:
        return False
    behind = s.tag[k + 1]
    if behind & SPEECH and behind & INFLECTED and not behind & NOUN_VERB:
        return True  # "A Labor Board (LB) *ruling* **said** …"
    return s.lower[k + 1] == "that" and bool(s.tag[k + 2] & (AUXILIARY | VERB_PAST))


def _is_no_noun(
    s: Sentence, k: int, g: int, before: int, plural: bool, opens_object: bool, leads: bool
) -> bool:
    """Whether a form that is a noun just as often ("claims", "plan") is a verb: "pilots **claim** that …".

    ``g`` is where its verb group starts, ``before`` the tag of the word there before it.
    """
    what = s.tag[k]
    if before & ADJECTIVE and not before & (NOUN | CAPITAL | PRONOUN):
        return False  # "bakers who lead big *states*"
    following = s.what(k + 1)
    speaks = before & (ROLE | PEOPLE | DOCUMENT | PRONOUN) and (plural or what & VERB_S)
    if speaks and following & WORD and not following & _NO_OBJECT:
        return True
    if not before & WORD and s.word(g - 1) not in SHARES:
        closed = s.word(g - 1) in CLOSES_ASIDE
        joined = following & CAPITAL and s.subject is not None  # "rips Sund, *praises* Reed"
        return closed and bool(what & VERB_S) and bool(opens_object or leads or joined)
    if what & VERB_BASE:
        if what & SPEECH and s.lower[g - 1] in _GROUPS and following & _OPENS_OBJECT:
            return True
        names = following & NUMBER or (following & CAPITAL and not before & CAPITAL)
        that = opens_object and s.word(k + 1) == "that" and not _is_one(s, g)
        return that or (plural and (opens_object or leads or bool(names or before & (PEOPLE | PRONOUN))))
    if before & NUMBER:
        return False  # "two states that voted"
    named = before & CAPITAL and (g - 1 > s.first or (is_unknown(before) and not s.title_case()))
    if following & WORD and not following & _NO_NOUN and _is_headline_verb(s, k):
        return True
    if opens_object or leads or (named and following & (CAPITAL | WH)):
        return True
    # "Budget *fears* | grip …"
    alone = g - 1 == s.first and not following & ADJECTIVE
    return bool((named and not alone) or before & (ROLE | ORGANIZATION)) and _is_only_verb(s, k)


_GROUPS: Final = frozenset(
    "couple pair duo trio family team club staff public government council party".split()
)
"""Who may be told of as many: "the **couple** *claim* they …"."""


def _is_only_verb(s: Sentence, k: int) -> bool:
    """Whether a clause has no other verb than the form at ``k``, which an object follows: "The union *fears* cuts"."""
    tag, following = s.tag, s.what(k + 1)
    if not following & WORD or following & _OPENS_NO_OBJECT:
        return False
    counts = following & VERB_S and s.what(k + 2) & PREPOSITION  # "fears **cuts** to"
    if following & (FINITE | VERB_ING) and not (following & NOUN or counts):
        return False
    for i in range(k + 2, s.last):
        what = tag[i]
        if what & (WORD | OPENS_CLAUSE) != WORD:
            break
        if what & AUXILIARY or (what & FINITE and not what & (NOUN | NOUN_VERB | CAPITAL)):
            return False
    return True


_OPENS_NO_OBJECT: Final = PREPOSITION | COORDINATOR | ADVERB | TIME | RELATIVE | WH
