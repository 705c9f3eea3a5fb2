"""Verbs that are themselves the choice: "blocked the merger"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    CAPITAL,
    DETERMINER,
    FINITE,
    NOUN,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    ORGANIZATION,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    ROLE,
    SOMEBODY,
    SUBJECT,
    TENSED,
    TIME,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    WORD,
    forms_of,
)
from claimcli.lexicon.decision_words import (
    CASES,
    DECISION_NOUNS,
    DISMISSING,
    GIVE_UP,
    JUDGED,
    MATTERS,
    PARTICLES,
    REACTED_TO,
    REACTING,
    UNDOING,
    VERB_BITS,
    WISHES,
    Told,
    stands_alone,
)
from claimcli.model import Status
from claimcli.parser.attribution.subjects import HARD
from claimcli.parser.decisions.antecedents import NAMELESS, antecedent, core_of
from claimcli.parser.decisions.choosers import can_choose, somebody_in
from claimcli.parser.decisions.courses import (
    after_inserted,
    are_people,
    course_at,
    cut_to,
    head_words,
    object_at,
    opens_course,
    phrase_at,
)
from claimcli.parser.decisions.label_end import is_adjective, is_general, label_end
from claimcli.parser.decisions.owners import owner_of
from claimcli.parser.decisions.sentence import FAR, Range, Sentence, Telling
from claimcli.parser.decisions.tell import PARTING, is_spelled_out, object_before, tell
from claimcli.parser.decisions.verb_rules.asking import may_be_asked
from claimcli.parser.decisions.verb_rules.outcomes import answer_of, gives_up, is_request
from claimcli.parser.decisions.verb_rules.sites import Site
from claimcli.parser.decisions.verb_rules.turning import (
    BROUGHT_ABOUT,
    NOT_DONE,
    PERHAPS,
    action_of,
    is_to_come,
    merely_not_done,
    shut_out,
    stands_behind,
    turned,
    who_does,
)
from claimcli.parser.grammar import A_OR_AN, ARTICLES, REACH, RELATIVE_SUBJECTS
from claimcli.parser.text import QUOTATION

_BOUND: Final = frozenset(
    "about set expected poised due scheduled ready prepared likely determined forced obliged".split()
)
_OWNING_UP: Final = forms_of("admit confess acknowledge plead")
_HARDSHIP: Final = HARD | {"time"}
PROPOSING: Final = forms_of(
    "seek demand request call push press lobby ask urge propose float pitch recommend suggest"
)
PUTTING_FORWARD: Final = forms_of("introduce reintroduce table submit sponsor co-sponsor")
_BILLS: Final = frozenset(
    "bill bills legislation amendment amendments motion motions resolution resolutions".split()
)
"""What is but proposed as long as others have to pass it: "**introduced a bill** to ban nets"."""
_SAFETY: Final = frozenset(
    "protection relief refuge shelter asylum independence freedom exemption escape divorce separation advice distance"
    " withdrawal exit break split secession release revenge rest respite".split()
)
"""What is for whoever asks for it to use: "**protection** from creditors"."""
_BRINGING_ABOUT: Final = forms_of("reach conclude complete clinch hammer negotiate broker finalize finalise")
"""What those do who come to agree."""
_MAKING_KNOWN: Final = frozenset({"announce", "unveil", "release", "publish"})
AS_IT_IS: Final = frozenset(
    "unchanged steady open closed shut frozen intact unfinished vacant suspended grounded banned home neutral"
    " out".split()
)
"""What something is left as, or stays, by somebody’s choice: "left the airport **closed**", "will stay **home**"."""
_IN_PLACE: Final = (["on", "hold"], ["in", "place"], ["in", "force"], ["in", "custody"])
_HARMED: Final = frozenset(
    "dead injured wounded homeless stranded unconscious hospitalized hospitalised".split()
)
_POINTS: Final = frozenset("% per percent point points pence cents".split())


def did(s: Sentence, site: Site, told: Told) -> Telling | None:
    """ "The judge blocked the merger." / "The club fired its coach." """
    if (s.word(site.k - 1) == QUOTATION and s.subject_before(site.k) is None) or _is_object(s, site):
        return None
    if _is_no_deed(s, site, told):
        return None
    label = (site.group.negated and shut_out(s, site.k)) or _object_of(s, site)
    act = site.frames.get("act") if told.status is Status.PROPOSED else None
    if act is not None and label is not None and _is_act(s, site, label):
        told, label = act, (site.k, label[1])
    if label is None and site.finite and not told.minor and told.status is not Status.PROPOSED:
        return _done_before(s, site, told)
    end = label[1] if label and label[1] == site.after + 2 and s.lower[site.k] in DISMISSING else 0
    # "dismissed **the idea**", beside "dismissed the case"
    dismissed = end > 0 and is_request(s, end) and s.lower[end - 1] not in CASES
    if (
        label is None
        or (not dismissed and _is_reaction(s, site, label))
        or _is_no_object(s, site, told, label)
    ):
        return None
    if gives_up(s, site) and _is_wish_or_nameless(s, site, label):
        told = Told(Status.DECLINED)
    actor = who_does(s, site)
    if site.group.infinitive and (actor is None or _is_but_a_reason(s, site.group.start)):
        return None
    told_of = s.word(label[1]) == "that"  # "rejected an amendment **that** would cap rents" is no answer
    plain = site.finite and not site.group.modal and label[1] == site.after + 2 and not told_of
    if plain and is_request(s, label[1]) and s.word(label[1] - 2) not in ("a", "an"):
        if site.lemma == "vote" and s.word(site.group.start - 1) in RELATIVE_SUBJECTS:
            return None  # "Marr, **who voted** against the plan": one of many
        answer = Told(Status.DECLINED) if dismissed else answer_of(s, site, told)
        if answer is not None:
            return tell(s, turned(s, answer, site), actor, label, action_of(s, site), "outcome")
    if s.lower[site.k] in PUTTING_FORWARD and s.has(_BILLS, *head_words(s, label)):
        told = Told(Status.PROPOSED)
    if told.status is Status.PROPOSED and s.lower[site.k] in PROPOSING:
        actor = _asked_of(s, site, label) or actor
    action, weight = action_of(s, site), _directness(s, site)
    undoes = s.lower[site.k] in UNDOING and s.has(
        JUDGED, *head_words(s, label)
    )  # "**threw out** the verdict"
    if told.status is Status.DECLINED and (undoes or keeps_from(s, label)):
        label, told = (site.k, label[1]), Told(Status.TAKEN)
    elif told.status is Status.DECLINED and _is_course_itself(s, site):
        told = told if site.group.negated else Told(Status.PROPOSED, told.minor)
        return tell(s, told, actor, (site.k, label[1]), action, "did", weight)
    if site.k < label[0] and are_people(s, label):
        label = (site.k, label[1])  # "**blocked** reporters from the hall"
    return tell(s, turned(s, told, site), actor, label, action, "did", weight)


def _is_no_object(s: Sentence, site: Site, told: Told, label: Range) -> bool:
    """Whether what stands behind a verb is nothing done by it: a name, who is spoken to, what is told by a noun."""
    if s.has({"permission"}, site.after + 1, label[1]):
        return True  # "refused the firm **permission** to sell it", told by that
    who = s.phrase_before(site.k) if site.lemma == "name" and site.group.start == site.k else None
    if who and s.lower[who[0]] in A_OR_AN:
        return True  # "a baker **named** Ann Marr", beside "named Ann Marr head"
    if told.minor and told.status is Status.PROPOSED and _is_name(s, site.k, (site.after, label[1])):
        return True  # "asked for **Tom Reed**"
    return _is_addressee(s, site, label)


def _is_but_a_reason(s: Sentence, to: int) -> bool:
    """Whether "to" leads to no deed: "was **too** busy to sign it", "one of the **reasons** to oppose it"."""
    why = s.word(to - 1) in ("reason", "reasons")
    return s.word(to - 2) == "too" or (why and s.word(to - 2) != "no")


def _is_no_deed(s: Sentence, site: Site, told: Told) -> bool:
    """Whether a verb tells of a price or an opinion, or an everyday one of no deed that is plainly somebody's."""
    at = site.k + 1 + bool(s.what(site.k + 1) & ADVERB)
    by = at + (s.word(at) in ("up", "down"))
    moved = s.what(by) & NUMBER and s.word(by + 1) in _POINTS and s.word(by + 2) != "of"
    if moved or (s.word(at) in ("higher", "lower") and not s.what(at + 1) & ~(PREPOSITION | TIME | WORD)):
        return True  # "shares closed **down 11 per cent**", "expanded **one percent**", "ended **slightly higher**"
    plainly = site.finite or site.group.infinitive or _owns_up(s, site) or _heads(s, site.k)
    if told.minor and (merely_not_done(s, site) or not plainly):
        return True
    if s.lower[site.k] in _BRINGING_ABOUT and (merely_not_done(s, site) or s.is_undone(site.group.start)):
        return True  # "failed to **reach** a deal" by no choice
    if site.lemma == "leave" and s.has(_HARMED, site.after + 1, site.after + FAR):
        return True  # "left two miners **dead**"
    if site.lemma != "consider" or site.group.start < site.k:
        return False
    at = site.k - 1 - bool(s.what(site.k - 1) & ADVERB)
    return s.word(at) == ","  # "Arra, **considered** a safe port", "late, **considering** the risks"


def _is_wish_or_nameless(s: Sentence, site: Site, label: Range) -> bool:
    """Whether what is given up is one’s own wish, or is not named: "dropped **it**", not "suspended **one** driver"."""
    given_up = site.between[0] if site.between else after_inserted(s, site.after)
    alone = label[1] <= given_up + 1 if site.between is None else site.between[1] == given_up + 1
    return _is_own_wish(s, given_up) or (s.word(given_up) in NAMELESS and alone)


def _owns_up(s: Sentence, site: Site) -> bool:
    """Whether somebody says that he did what an -ing form tells: "admitted to | **closing** it"."""
    at, doing = site.k - 2, VERB_BITS[s.lower[site.k]] & VERB_ING and s.word(site.k - 1) in ("to", "of")
    return bool(doing) and s.word(at - (s.word(at) == "guilty")) in _OWNING_UP


def _heads(s: Sentence, k: int) -> bool:
    """Whether a participle at ``k`` tells in a headline what goes on, right behind who does: "Marr **backing** it"."""
    short = s.number == 0 and s.last - s.first <= REACH and k > s.first
    return short and not (s.t.holds(PREPOSITION, s.first, k) or s.t.holds(TENSED, s.first, s.last))


def _asked_of(s: Sentence, site: Site, label: Range) -> Range | None:
    """Who is to do what is asked for: "sought help **from the unions**", "demanded **Marr**’s resignation"."""
    i = head_words(s, (site.after, label[1]))[1]
    asked, leads, parting = s.word(i - 1), s.word(i), s.word(i - 1) in PARTING
    owner = owner_of(s, i - 1) if parting else None
    if owner is not None:
        return owner if owner[0] >= site.after and not s.tag[owner[0]] & POSSESSIVE else None
    somebody = s.what(i - 1) & (PEOPLE | ROLE)  # "sought **a man** from Leeds"
    given = leads == "from" and not (somebody or asked in _SAFETY)
    if not given and not (leads == "of" and parting):
        return None
    phrase = cut_to(s, phrase_at(s, i + 1))  # "approval from **the board** | to sell it"
    into = s.find({"to", "into"}, i, label[1])  # "a move from Arra **to** Holm"
    return phrase if phrase and somebody_in(s.t, phrase) and into in (0, phrase[1]) else None


def _is_act(s: Sentence, site: Site, label: Range) -> bool:
    """Whether who stands by something has acted: "backed it", "backs **Marr**", beside "backs lower taxes"."""
    if VERB_BITS[s.lower[site.k]] & VERB_PAST:
        return True
    first, last = head_words(s, (site.after, label[1]))
    return can_choose(s.t, (first, last))


def _done_before(s: Sentence, site: Site, told: Told) -> Telling | None:
    """What was done to the noun of which a clause tells: "**a dam** (that) the board | approved in May"."""
    if not VERB_BITS[s.lower[site.k]] & VERB_PAST:
        return None
    subject = s.subject_before(site.group.start)
    who = core_of(subject)
    ahead = object_before(s, who[0]) if who and can_choose(s.t, who) else None
    actor = antecedent(s, subject)
    if who and ahead is None:
        ahead, actor = _object_beside(s, who)
    if ahead is None or s.tag[ahead[1] - 1] & NUMBER:
        return None  # "the law of **1998** that it passed"
    label, weight = (site.k, site.k + 1), _directness(s, site)
    asked = s.told and s.told.status is Status.PROPOSED and is_request(s, ahead[1])
    answer = answer_of(s, site, told) if asked else None
    if answer is not None:  # "asked for a park, **a wish** that | Marr turned down"
        return tell(s, turned(s, answer, site), actor, label, action_of(s, site), "outcome", weight)
    return tell(s, turned(s, told, site), actor, label, action_of(s, site), "did", weight, ahead)


def _object_beside(s: Sentence, who: Range) -> tuple[Range | None, Range | None]:
    """A noun, and who stands right behind it as the subject of its clause: "**the dam** | **the board** (sold)"."""
    first, last = who
    at = next((i for i in range(first + 2, last) if s.tag[i] & CAPITAL and not s.tag[i - 1] & _TITLES), 0)
    if at and all(what & CAPITAL for what in s.tag[at:last]):
        who = (at, last)
    elif not s.tag[first] & (OPENS_NOUN | SUBJECT):
        return None, None
    noun = s.phrase_before(who[0])
    if noun is None or s.lower[noun[0]] not in ARTICLES or not can_choose(s.t, who) or can_choose(s.t, noun):
        return None, None
    return (s.after_article(noun[0]), noun[1]), who


_TITLES: Final = ADJECTIVE | SOMEBODY | PREPOSITION | DETERMINER


def _object_of(s: Sentence, site: Site) -> Range | None:
    """What an object names of a choice: with its verb where the verb is part of the choice, or all says little."""
    if site.between and site.after - site.between[1] > 1:
        return (site.k, site.after)  # "put the new pier on hold"
    if site.between:
        return _parted(s, site.between, "object" in site.frames)
    label = _asked_for(s, site, object_at(s, after_inserted(s, site.after)))
    when = s.word(site.after - 1) in ("after", "before") and s.what(site.after - 2) & TIME
    if label is None or when:  # "moved the day **after** | a man died"
        return None
    if s.lower[site.k] in GIVE_UP and s.word(label[1]) == "that" and s.tag[label[0] - 1] & POSSESSIVE:
        end = label_end(s, label[1] + 1, site.k)  # "dropped **its advice that boys learn to sew**"
        return (site.k, label[1] if s.what(end) & TENSED else end)
    if site.lemma in _MAKING_KNOWN and label[0] > site.after and s.lower[label[0] - 1] == "to":
        return None  # "announced **plans to** sue", which is told by its noun
    as_it_is = _as_it_is(s, label) if site.lemma in ("keep", "leave", "hold") else 0
    if as_it_is:
        return (site.k, as_it_is)
    so = s.what(label[1]) & VERB_PARTICIPLE and s.word(site.k - 1) not in RELATIVE_SUBJECTS
    if site.lemma == "order" and so:
        return (label[0], label_end(s, label[1] + 1, site.k))  # "ordered **Reed held on bail**"
    if site.lemma == "keep" or _is_whole_clause(s, site, label):
        return None
    away = s.lower[label[0]] in PARTICLES  # "passed **out** leaflets"
    # one word names no choice, "blocked the bill", but a verb may: "rejected calls to **resign**"
    named = s.word(label[0] - 1) == "to" and stands_alone(s.lower[label[0]])
    lone = away or (label[1] - label[0] == 1 and not named)
    whole = lone or "object" not in site.frames or _is_name(s, site.k, label)
    if not whole:
        label = _given(s, label)
        whole = label[1] - label[0] == 1 and not named
    return (site.k, label[1]) if whole and "," not in s.lower[site.after - 1 : site.after + 1] else label


def _given(s: Sentence, label: Range) -> Range:
    """An object without whom it is given: "granted the firm a | **mining licence**"."""
    at = s.find(A_OR_AN, label[0] + 1, label[1] - 1)
    return (at + 1, label[1]) if at and s.tag[at - 1] & (ROLE | PEOPLE | ORGANIZATION | OBJECT) else label


def _parted(s: Sentence, between: Range, whole: bool) -> Range | None:
    """What stands between a verb and its particle: "turned **the new job** down"; with both where that is one word.

    Then also with what follows, unless the verb and a pronoun are a ``whole``: "turned it down | in May".
    """
    it = between[1] - between[0] == 1 and s.lower[between[0]] in NAMELESS  # "called **it** off"
    label = between if it else phrase_at(s, between[0])
    if label is None:
        return None
    first, last = label[0], min(label[1], between[1])
    if last - first > 1:
        return (first, last)
    k, end = between[0] - 1, between[1] + 1
    return (k, end if it and whole else max(end, label_end(s, end, k)))


def _as_it_is(s: Sentence, label: Range) -> int:
    """Where what says how an object is left ends: "its key rate | **unchanged**", "rates **on hold**"; else 0."""
    first, p = label
    if s.word(p) in AS_IT_IS:
        return p + 1
    at = s.find({"at"}, first + 1, p + 1)
    if at and s.what(at + 1) & NUMBER and not s.what(at + 2) & CAPITAL:
        return max(p, label_end(s, at + 1, at))  # "its key rate **at 4 percent**"
    held = s.lower[p - 1] in AS_IT_IS or s.lower[p - 2 : p] in _IN_PLACE
    return p if p - first > 1 and held else 0


def _is_name(s: Sentence, k: int, label: Range) -> bool:
    """Whether an object is but a name, which names no choice either: "signed **Tom Reed**"; not in title case."""
    return not s.tag[k] & CAPITAL and all(s.tag[i] & CAPITAL for i in range(*label))


def _is_reaction(s: Sentence, site: Site, label: Range) -> bool:
    """Whether a verb but says how somebody takes what others did: "accepted the ruling", "welcomed the ban".

    Who "dismissed the coach" or "dismissed the case" has chosen. Who "admitted the loss" lets nobody in.
    """
    verb, whom = s.lower[site.k], head_words(s, (site.after, label[1]))
    somebody = can_choose(s.t, whom)  # "welcomed **refugees**"
    if site.lemma == "admit":
        return bool(s.what(site.after) & VERB_ING) or not somebody
    views = site.lemma in ("support", "back", "oppose") and verb != "backed"
    if views and is_general(s, site.after, label[1]):
        return not (site.group.modal or site.group.infinitive)
    if verb != "considering" and site.lemma == "consider" and _is_held_so(s, site, label):
        return True
    as_it = s.find({"as"}, site.after, label[1] + 1) if verb in DISMISSING else 0
    if as_it and not can_choose(s.t, (as_it + 1, as_it + 2)):
        return not s.has(CASES, *whom)  # "dismissed the guild **as** a relic", beside "the suit as void"
    if site.lemma == "welcome" or verb in DISMISSING:
        return not somebody and (verb not in DISMISSING or not s.has(CASES, *whom))
    taken_so = not REACTED_TO.isdisjoint((s.lower[whom[1] - 1], s.lower[label[1] - 1]))
    return verb in REACTING and taken_so and s.word(whom[1]) != "to"


def _is_held_so(s: Sentence, site: Site, label: Range) -> bool:
    """Whether something is but thought to be so: "considered **it a mistake**", "considered **a liberal**"."""
    lone = label[1] - site.after == 1 and is_adjective(s.lower[site.after])
    phrase = head_words(s, (s.after_article(site.after), label[1]))
    another = any(s.what(i) & OPENS_NOUN for i in range(phrase[0] + 1, phrase[1] + 1))
    another |= s.lower[label[1] - 1] == QUOTATION  # "the move **“a rush job”**"
    lone |= s.lower[site.after].endswith(("self", "selves"))
    be = s.find({"be"}, phrase[1] + 1, label[1] + FAR)
    lone |= s.word(phrase[1]) == "as" or be > 0
    for i in range(phrase[0] + 1, phrase[1]):  # "the film **wildly** funny", not "a bill **recently** passed"
        lone |= bool(s.tag[i] & ADVERB and not s.what(i + 1) & VERB_PARTICIPLE and s.lower[i].endswith("ly"))
    # "the letters **secret**", "a merger | **likely**"
    lone |= (phrase[1] - phrase[0] > 1 and is_adjective(s.lower[phrase[1] - 1])) or is_adjective(
        s.word(phrase[1])
    )
    return lone or another or (can_choose(s.t, phrase) and s.word(phrase[1]) != "for")


def _is_addressee(s: Sentence, site: Site, label: Range) -> bool:
    """Whether an object is somebody who is asked, or told what is to come: "urged **people to stay in**".

    So is to whom something is promised: "promised **voters** in May that …".
    """
    if "offer" in site.frames:
        return bool(s.tag[head_words(s, (site.after, label[1]))[1] - 1] & (PEOPLE | OBJECT))
    if "addressee" not in site.frames:
        return False
    asks = (i for i in range(label[0] + 1, label[1] + 1) if s.word(i) == "to" and opens_course(s, i + 1))
    to = next(asks, 0)
    return bool(to) and may_be_asked(s, (label[0], to))


def _is_whole_clause(s: Sentence, site: Site, label: Range) -> bool:
    """Whether what looks like an object opens a clause: "proposed **the city** should …", "**guarantees** that …".

    Not before a month: "named Reed in late **May**".
    """
    then = s.what(label[1])
    if then & AUXILIARY and not then & TIME:
        return True
    if label[1] - label[0] > 1 or s.word(label[1]) != "that":
        return False
    if s.what(label[1] + 1) & (TIME | CAPITAL) == TIME:
        return False  # "fired her **that week**"
    if s.lower[label[0]] in MATTERS and s.what(label[1] + 1) & TENSED:
        return False  # "voted for a **plan that has** no park"
    asks = not site.frames.keys().isdisjoint(("addressee", "offer"))
    # not "sold **the pier** that it built"
    return asks or is_spelled_out(s, label[0]) or s.word(label[0] - 1) != "the"


def _is_course_itself(s: Sentence, site: Site) -> bool:
    """Whether to turn something down is itself what is chosen, as yet or not at all: "would not | veto the toll".

    Not where it is left open: "would not rule out a toll".
    """
    return shut_out(s, site.k) is None if site.group.negated else is_to_come(s, site)


def keeps_from(s: Sentence, label: Range) -> bool:
    """Whether who stops somebody forbids a deed, which is a choice taken: "barred **the firm from selling** phones"."""
    return any(s.lower[i] == "from" and s.what(i + 1) & VERB_ING for i in range(label[0], label[1]))


def _is_own_wish(s: Sentence, p: int) -> bool:
    """Whether an object at ``p`` is a course that who ends it had asked for or begun: "dropped **its bid**"."""
    p += s.word(p) in ("a", "the")  # "dropped **a plan to** sell it"
    if s.word(p) in WISHES and s.word(p + 1) in ("to", "for"):  # "dropped **plans** for a tower"
        return True
    if not s.what(p) & POSSESSIVE:
        return False
    i = s.find(WISHES, p + 1, p + 4)
    # who ends "his campaign" leaves the race
    return i > 0 and s.lower[i] != "campaign"


def _is_object(s: Sentence, site: Site) -> bool:
    """Whether an -ing form is but the object of a verb: "a wall would mean **closing** the road"."""
    if not VERB_BITS[s.lower[site.k]] & VERB_ING or site.group.start < site.k:
        return False
    at = site.k
    if s.word(at - 1) in _HARDSHIP:
        return True  # "would have a hard **time** | vetoing it"
    before = s.what(at - 1)
    return bool(before & FINITE) and not before & NOUN


def _directness(s: Sentence, site: Site) -> float:
    """How surely somebody chooses: less by "to sign" or "could sign" than in a plain clause, not by an aside."""
    if merely_not_done(s, site):
        return NOT_DONE
    brought = stands_behind(s, site, BROUGHT_ABOUT)
    bound = site.group.infinitive and (brought or s.word(site.group.start - 1) in _BOUND)
    if (site.group.infinitive and not bound) or s.has(PERHAPS, site.group.start, site.k):
        return 0.1
    by_it = s.word(site.k - 1) == "by" and not is_to_come(s, site)
    has_done = s.lower[site.group.start] == "having"
    return 1.0 if site.finite or bound or has_done or _owns_up(s, site) else 0.6 * by_it


def _asked_for(s: Sentence, site: Site, label: Range | None) -> Range | None:
    """What a plan that is chosen asks for: "turned down a proposal, drawn up by Marr, to sell the pier"."""
    nouns = [DECISION_NOUNS.get(word, {}) for word in s.lower[slice(*label)]] if label else []
    asks_whom = "addressee" in site.frames
    if label is None or not (any("to" in frames for frames in nouns) or (asks_whom and nouns[-1])):
        return label  # "weighed **a curfew** | to end the strike", "asked for **a raid with the power** | to end it"
    asks = [i for i in range(label[0] + 1, label[1]) if s.lower[i] == "to" and s.what(i + 1) & VERB_BASE]
    i = asks[0] if asks else label[1]
    if s.word(i) == ",":
        i = max(i, s.find({","}, i + 1, i + FAR) + 1)
    if s.word(i) == "to" and opens_course(s, i + 1):
        course = course_at(s, i + 1)
        whom = s.find_back({"for"}, i - 1, label[0]) if course and s.lower[i + 1] == "be" else 0
        return (s.after_article(whom + 1), course[1]) if course and whom else course or label
    return label
