"""Verbs that tell a choice, by rules tried in the order of ``VERB_RULES``."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    NOUN,
    NUMBER,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    VERB_BASE,
    VERB_ING,
    VERB_PAST,
    VERB_S,
    WH,
    WORD,
    forms_of,
)
from claimcli.lexicon.decision_words import (
    ASKED,
    CASES,
    DECISION_NOUNS,
    DECISION_VERBS,
    DISMISSING,
    FIGURATIVE,
    GIVE_UP,
    GRANTED,
    MATTERS,
    PARTED,
    PARTING,
    REACTED_TO,
    REACTING,
    SORRY,
    STATE,
    THREATENING,
    THREATS,
    UNDECIDED,
    VERB_BITS,
    VERDICT,
    WISHES,
    Told,
)
from claimcli.model import Status
from claimcli.parser.decisions.actions import action_from, clause_end
from claimcli.parser.decisions.antecedents import antecedent
from claimcli.parser.decisions.choosers import can_choose, somebody_in
from claimcli.parser.decisions.courses import course_at, object_at, opens_course, phrase_at
from claimcli.parser.decisions.phrase_end import INNER, LABEL_REACH
from claimcli.parser.decisions.sentence import Range, Sentence, Telling
from claimcli.parser.decisions.tell import tell
from claimcli.parser.decisions.verb_sites import (
    Site,
    Usage,
    VerbRule,
    action_of,
    after_aside,
    after_count,
    has,
    is_to_come,
    sites,
    subject_of,
    turned,
)
from claimcli.parser.grammar import POSSESSIVE_MARKS, skip_adverbs, subject_before
from claimcli.parser.text import QUOTATION

LEFT_OPEN: Final = "left open"
"""The rule by which a course is told that somebody would not exclude."""

OUTCOME: Final = "outcome"
"""The rule by which it is told what became of what was asked for or planned."""

NOT_DONE: Final = 0.2
"""What it weighs beside a plain clause that somebody has not done something."""

_DUTY: Final = frozenset({"should", "must", "ought", "shall"})
_PERHAPS: Final = frozenset({"could", "might", "may", "can"})
_BOUND: Final = frozenset(
    ["about", "set", "expected", "poised", "due", "scheduled", "ready", "prepared", "likely", "determined"]
)
_INVITING: Final = forms_of("invite")
_AS_IT_IS: Final = frozenset({"unchanged", "open", "closed", "intact", "unfinished", "vacant"})
_TO_WHAT: Final = forms_of("agree commit")
"""Verbs whose "to" may lead to a noun as well: "agreed to a merger"."""
_SHUT_OUT: Final = frozenset({"exclude", "foreclose", "dismiss", "reject", "discount"})
_PLANNED: Final = frozenset({"choice to", "choice of", "own choice"})
_APART: Final = AUXILIARY | SUBJECT | RELATIVE | WH | VERB_S
"""Words that part a subject from what stands before it."""
_TALLY: Final = frozenset({"–", "-", "on", "last", "late", "early", "by", "unanimously", "overwhelmingly"})


def read_verb(s: Sentence, k: int) -> Telling | None:
    """What the decision verb at ``k`` tells, by the first rule that fits."""
    for site in sites(s, k, _USAGES[s.lower[k]]):
        for rule in site.rules:
            telling = rule(s, site)
            if telling is not None:
                return None if _is_figure(s, k, telling) else telling
    return None


def _is_figure(s: Sentence, k: int, telling: Telling) -> bool:
    """Whether a verb is meant otherwise than as a choice: "killed a man", "threatens jobs".

    Who "killed a bill" or "threatened a boycott" chooses.
    """
    verb = s.lower[k]
    if verb in FIGURATIVE:
        return MATTERS.isdisjoint(s.lower[slice(*telling.label)])
    if verb not in THREATENING or telling.rule != "did":
        return False
    return THREATS.isdisjoint(s.lower[slice(*telling.label)])


def chose_to(s: Sentence, site: Site) -> Telling | None:
    """ "The council voted to sell the pier." / "She refused to resign." / "They agreed not to appeal." """
    told = site.frames.get("to")
    if told is None or site.passive:
        return None
    p = after_aside(s, site.after)
    while s.what(p) & (NUMBER | TIME) or s.word(p) in _TALLY or _sets_off_count(s, p, site.after):
        p += 1  # "voted 6–3 on Monday to …"
    if s.word(p) != "to":
        p = _after_adverb(s, p)
        if s.word(p) != "to":
            return None
    p = skip_adverbs(s.t, p + 1, s.last)
    p += s.word(p) == "not"
    negated = "not" in s.lower[site.k + 1 : p]
    to_noun = s.lower[site.k] in _TO_WHAT and s.what(p) & WORD
    if not (to_noun or opens_course(s, p)) or (told.minor and s.word(p) in STATE):  # "hopes to win"
        return None
    actor, label = subject_of(s, site), course_at(s, p)
    if negated and s.lower[site.k] in THREATENING:
        label = label and (p - 2, label[1])  # "threatened **not to** sign it"
    elif negated:
        told = Told(Status.DECLINED)
    elif told.status is Status.TAKEN and _declines(s, p):
        told, label = Told(Status.DECLINED), _turned_down(s, p) or label
    elif told.status is Status.DECLINED and _shuts_out(s, p):
        return tell(
            s, Told(Status.PROPOSED), actor, _turned_down(s, p) or label, action_of(s, site), LEFT_OPEN, 1.5
        )
    return tell(s, turned(s, told, site), actor, label, action_of(s, site), "chose to", 1.5)


def _turned_down(s: Sentence, p: int) -> Range | None:
    """What the verb at ``p`` turns down; with the verb where that is one word: "to **withhold details**"."""
    phrase = phrase_at(s, p + 1 + (s.word(p + 1) in PARTING))
    return (p, phrase[1]) if phrase and phrase[1] - phrase[0] == 1 else phrase


def _shuts_out(s: Sentence, p: int) -> bool:
    """Whether who refuses what the verb at ``p`` says leaves a course open: "refused to **rule out** a toll"."""
    return s.word(p) in _SHUT_OUT or (s.word(p) == "rule" and "out" in s.lower[p + 1 : p + PARTED])


def _after_adverb(s: Sentence, p: int) -> int:
    """What follows an adverb that commas set off at ``p``: "refused**, however,** | to sign"."""
    return p + 3 if s.word(p) == "," and s.what(p + 1) & ADVERB and s.word(p + 2) == "," else p


def _sets_off_count(s: Sentence, p: int, after: int) -> bool:
    """Whether a comma at ``p`` opens or closes a count of votes: "voted Friday**,** 52-48**,** to …"."""
    return s.word(p) == "," and bool(s.what(p + 1) & NUMBER or (p > after and s.what(p - 1) & NUMBER))


def _declines(s: Sentence, p: int) -> bool:
    """Whether the verb at ``p`` turns something down: "voted to reject the loan"."""
    verb = DECISION_VERBS.get(s.word(p))
    for particle, frames in verb.frames.items() if verb else ():
        words = particle.split()
        if s.lower[p + 1 : p + 1 + len(words)] == words and "object" in frames:
            return frames["object"].status is Status.DECLINED
    return False


def asked_that(s: Sentence, site: Site) -> Telling | None:
    """ "The guild proposed that the assembly halve the levy.": the assembly has the choice before it."""
    told = site.frames.get("that")
    p = site.after
    if told is None or site.passive or s.word(p) != "that":
        return None
    for i in range(p + 2, min(p + 14, s.last)):
        what = s.tag[i]
        verb = (what & (VERB_BASE | AUXILIARY) and not what & NOUN) or s.lower[i] in DECISION_VERBS
        if what & AUXILIARY and s.lower[i] not in _DUTY:  # "suggested that it is late"
            return None
        if verb or (what == WORD and s.what(i + 1) & (DETERMINER | POSSESSIVE)):
            v = skip_adverbs(s.t, i + 1, s.last) if what & AUXILIARY else i
            return tell(
                s, turned(s, told, site), (p + 1, i), course_at(s, v), action_of(s, site), "asked that", 1.2
            )
        if not (what & WORD or s.abbreviates(i)):
            break
    return None


def asked(s: Sentence, site: Site) -> Telling | None:
    """ "Marr urged the council to sell the pier.": the council has the choice before it."""
    told = site.frames.get("addressee")
    p = site.after
    if told is None or site.passive or not s.what(p) & WORD:
        return None
    if s.what(p) & (PREPOSITION | SUBORDINATOR | SUBJECT) and not s.what(p) & (OBJECT | DETERMINER):
        return None
    within = False  # an aside: "urged Gov. Tom Holt **(R)** to resign"
    for i in range(p + 1, min(p + 12, s.last)):
        within = s.lower[i] == "(" or (within and s.lower[i - 1] != ")")
        if within:
            continue
        if s.lower[i] == "to":
            q = skip_adverbs(s.t, i + 1, s.last)
            if s.what(q) & WORD and opens_course(s, q):
                return _asked_to(s, site, told, i, q)
        what = s.tag[i]
        if (not what & WORD and s.lower[i] not in INNER and not s.abbreviates(i)) or (
            what & (AUXILIARY | SUBJECT | WH) and not what & (OBJECT | CAPITAL)  # "in **May**"
        ):
            break
        if what & VERB_ING and s.tag[i - 1] & PREPOSITION:  # "press his case through adding clauses to …"
            break
    return None


def _asked_to(s: Sentence, site: Site, told: Told, to: int, q: int) -> Telling | None:
    """What is asked of whoever stands between a verb and its "to", by the infinitive at ``q``."""
    p, subject, course = site.after, subject_of(s, site), course_at(s, q)
    end = to - (s.lower[to - 1] == "not")
    if s.lower[end - 1] == ")" and "(" in s.lower[p:end]:
        end = s.lower.index("(", p)
    while end > p + 1 and s.tag[end - 1] & TIME:  # "urged the council on | Monday to …"
        end -= 1
    forced = told.status is Status.TAKEN and site.finite and can_choose(s.t, (p, end))
    forced = (
        forced and subject is not None and somebody_in(s.t, subject) is None
    )  # "the storm forced **the city** to"
    asked = told.status is Status.PROPOSED and s.lower[site.k] not in _INVITING
    actor = (p, end) if asked or forced else subject
    if s.lower[q] == "be" and course:  # "called for the letters to be released": of nobody in particular
        actor, course = None, (p + (s.lower[p] in ("the", "a", "an")), course[1])
    elif s.lower[to - 1] == "not" and course:  # "urged the mayor **not to** sign it"
        course = (to - 1, course[1])
    return tell(s, turned(s, told, site), actor, course, action_of(s, site), "asked", 1.4)


def was_asked(s: Sentence, site: Site) -> Telling | None:
    """ "The union was urged to call off the strike." """
    told = site.frames.get("addressee")
    if told is None or told.status is Status.TAKEN or not site.passive or s.word(site.after) != "to":
        return None
    label = course_at(s, site.after + 1)
    return tell(s, turned(s, told, site), subject_of(s, site), label, action_of(s, site), "was asked", 0.5)


def chose_as(s: Sentence, site: Site) -> Telling | None:
    """ "Marr named Holt as his deputy.", also in passing: "…, naming Holt as his deputy"."""
    told = site.frames.get("as")
    phrase = object_at(s, site.after) if told and not site.passive else None
    if told is None or phrase is None or "as" not in s.lower[phrase[0] : phrase[1]]:
        return None
    label = (site.k, phrase[1])
    return tell(s, turned(s, told, site), subject_of(s, site), label, action_of(s, site), "did", 1.0)


def chose_doing(s: Sentence, site: Site) -> Telling | None:
    """ "The party is considering filing an appeal." """
    told = site.frames.get("gerund")
    if told is None or site.passive or not s.word(site.after).endswith("ing"):
        return None
    told = turned(s, told, site)
    return tell(
        s, told, subject_of(s, site), course_at(s, site.after), action_of(s, site), "chose doing", 1.1
    )


def answered(s: Sentence, site: Site) -> Telling | None:
    """ "The prosecutor refused on Monday." / "The cabinet turned it down.": what was asked before."""
    told = site.frames.get("answer")
    if site.between and s.lower[site.between[0]] in ("it", "them", "that", "this"):
        told = site.frames.get("object")
    elif s.what(site.after) & WORD:
        return None
    if told is None or site.passive:
        return None
    label, rule = (site.k, site.k + 1), "answered it" if site.between else "answered"
    return tell(s, turned(s, told, site), subject_of(s, site), label, action_of(s, site), rule)


def was_done(s: Sentence, site: Site) -> Telling | None:
    """ "The coach was fired by the club." """
    told = site.frames.get("object") or site.frames.get("act")
    if told is None or not site.passive:
        return None
    answer = _outcome(s, site, told)
    if answer is None and (told.minor or _merely_not_done(s, site)):
        return None
    subject = subject_before(s.t, s.first, site.group.start)
    phrase = antecedent(s, subject) if subject is not None else None
    if phrase is None or s.tag[phrase[0]] & WH or (phrase[1] - phrase[0] == 1 and s.tag[phrase[0]] & SUBJECT):
        return None
    actor = None
    for i in range(site.after, min(site.after + 8, s.last)):
        if s.lower[i] == "by" and not s.what(i + 1) & VERB_ING:
            actor = phrase_at(s, i + 1)
            break
    lone = phrase[1] - phrase[0] - (s.lower[phrase[0]] in ("the", "a", "an")) == 1
    carried = lone and (actor is not None or bool(s.what(site.after) & NUMBER))  # "the plan was approved 5-4"
    end = site.after if carried or "object" not in site.frames else phrase[1]
    label = (phrase[0] + (s.lower[phrase[0]] in ("the", "a", "an")), end)
    action = (phrase[0], action_of(s, site)[1])
    weight = 0.4 if site.group.start < site.k else 0.2  # "was fired", beside "the firms fined by …"
    if answer is not None:
        return tell(s, turned(s, answer, site), actor, label, action, OUTCOME, weight)
    if s.lower[site.group.start] == "be":  # "asked that the pier | be closed"
        told = Told(Status.PROPOSED)
    return tell(s, turned(s, told, site), actor, label, action, "was done", weight)


def _outcome(s: Sentence, site: Site, told: Told) -> Told | None:
    """What became of something asked for or planned: "the request **was refused**", "a plan to … **was dropped**"."""
    group = site.group
    if (
        group.start == site.k
        or group.modal
        or not (_is_planned(s, group.start) or _is_request(s, group.start))
    ):
        return None
    return _answer_of(s, site, told)


def _answer_of(s: Sentence, site: Site, told: Told) -> Told | None:
    """How a verb answers what was asked for, if it does: "rejected", "dropped", "granted"."""
    verb = s.lower[site.k]
    if verb in GIVE_UP or (told.status is Status.DECLINED and verb not in UNDECIDED):
        return Told(Status.DECLINED)
    return Told(Status.TAKEN) if verb in GRANTED else None


def _is_planned(s: Sentence, end: int) -> bool:
    """Whether the subject that ends at ``end`` is a plan that was told just before: "**a plan to sell it** was"."""
    told = s.told
    if told is None or told.status is not Status.PROPOSED or told.rule not in _PLANNED or told.label[1] > end:
        return False
    for i in range(told.label[1], end):
        what = s.tag[i]
        if not (what & WORD or s.abbreviates(i)) or what & _APART:
            return False
    return True


def _is_request(s: Sentence, end: int) -> bool:
    """Whether the subject that ends at ``end`` is but a request, as told before: "**both requests** were"."""
    at = end - 1
    if s.word(at) not in ASKED:
        return False
    before = s.what(at - 1)
    return bool(before & (DETERMINER | POSSESSIVE | NUMBER)) or s.word(at - 1) in POSSESSIVE_MARKS


def did(s: Sentence, site: Site) -> Telling | None:
    """ "The judge blocked the merger." / "The club fired its coach." """
    told = site.frames.get("object") or site.frames.get("act")
    if told is None or site.passive or s.word(site.k - 1) == QUOTATION or _is_object(s, site):
        return None
    if told.minor and (_merely_not_done(s, site) or not (site.finite or site.group.infinitive)):
        return None
    label = _object_of(s, site)
    if label is None or _is_reaction(s, site, label):
        return None
    if s.lower[site.k] in GIVE_UP and _is_own_wish(s, site.after):
        told = Told(Status.DECLINED)
    actor = subject_of(s, site)
    if actor is None and site.group.infinitive:
        return None
    if site.finite and not site.group.modal and label[1] == site.after + 2 and _is_request(s, label[1]):
        answer = _answer_of(s, site, told)
        if answer is not None:
            return tell(s, turned(s, answer, site), actor, label, action_of(s, site), OUTCOME)
    action, weight = action_of(s, site), _directness(s, site)
    if told.status is Status.DECLINED and _is_course_itself(s, site):
        told = told if site.group.negated else Told(Status.PROPOSED, told.minor)
        return tell(s, told, actor, (site.k, label[1]), action, "did", weight)
    return tell(s, turned(s, told, site), actor, label, action, "did", weight)


def _object_of(s: Sentence, site: Site) -> Range | None:
    """What an object names of a choice: with its verb where the verb is part of the choice, or all says little."""
    label = phrase_at(s, site.between[0]) if site.between else _asked_for(s, object_at(s, site.after))
    if label is None:
        return None
    if s.word(label[1]) in _AS_IT_IS:  # "left its key rate **unchanged**"
        return (site.k, label[1] + 1)
    if _opens_clause(s, label):
        return None
    lone = label[1] - label[0] == 1  # one word names no choice: "blocked the bill"
    return (site.k, label[1]) if lone or "object" not in site.frames else label


def _is_reaction(s: Sentence, site: Site, label: Range) -> bool:
    """Whether a verb but says how somebody takes what others did: "accepted the ruling", "dismissed the report".

    Who "dismissed the coach" or "dismissed the case" has chosen; so has who is yet to apologize.
    """
    verb, object_ = s.lower[site.k], s.lower[label[1] - 1]
    if verb in SORRY:
        return not (site.group.negated or site.group.modal or site.group.infinitive)
    if verb in DISMISSING:
        phrase = (site.after, label[1])
        return CASES.isdisjoint(s.lower[slice(*phrase)]) and not can_choose(s.t, phrase)
    return verb in REACTING and object_ in REACTED_TO and label[0] == site.k


def _opens_clause(s: Sentence, label: Range) -> bool:
    """Whether what looks like an object opens a clause: "proposed **the city** should …", "**guarantees** that …".

    Not before a month: "named Reed in late **May**".
    """
    then = s.what(label[1])
    if then & AUXILIARY and not then & CAPITAL:
        return True
    return label[1] - label[0] == 1 and s.word(label[1]) == "that"


def _is_course_itself(s: Sentence, site: Site) -> bool:
    """Whether to turn something down is itself what is chosen, as yet or not at all: "would not | veto the toll".

    Not where it is left open: "would not rule out a toll".
    """
    if site.group.negated:
        return s.word(site.k + 1) != "out"
    return is_to_come(s, site)


def _is_own_wish(s: Sentence, p: int) -> bool:
    """Whether an object at ``p`` is a course that who ends it had asked for or begun: "dropped **its bid**"."""
    if s.word(p) in WISHES and s.word(p + 1) in ("to", "for"):  # "dropped **plans** for a tower"
        return True
    if not s.what(p) & POSSESSIVE:
        return False
    return any(s.lower[i] in WISHES for i in range(p + 1, min(p + 4, s.last)))


def _is_object(s: Sentence, site: Site) -> bool:
    """Whether an -ing form is but the object of a verb: "a wall would mean **closing** the road"."""
    if not VERB_BITS[s.lower[site.k]] & VERB_ING or site.group.start < site.k:
        return False
    at = site.k
    if s.what(at - 1) & COORDINATOR:  # "would mean closing the road and | selling the pier"
        at = next((i for i in range(at - 2, max(s.first, at - 12), -1) if s.tag[i] & VERB_ING), at)
    before = s.what(at - 1)
    return bool(before & (VERB_BASE | VERB_PAST | VERB_S)) and not before & NOUN


def _directness(s: Sentence, site: Site) -> float:
    """How surely somebody chooses: less by "to sign" or "could sign" than in a plain clause, not by an aside."""
    if _merely_not_done(s, site):
        return NOT_DONE
    bound = site.group.infinitive and s.word(site.group.start - 1) in _BOUND
    if (site.group.infinitive and not bound) or has(s, site, _PERHAPS):
        return 0.4
    return 1.0 if site.finite or bound else 0.0


def _merely_not_done(s: Sentence, site: Site) -> bool:
    """Whether something was not done, which need not be a choice: "did not sign" beside "would not sign"."""
    going_on = bool(VERB_BITS[s.lower[site.k]] & VERB_ING)  # "is not closing it"
    return site.group.negated and not (site.group.modal or site.group.infinitive or going_on)


def _asked_for(s: Sentence, label: Range | None) -> Range | None:
    """What a plan that is chosen asks for: "turned down a proposal, drawn up by Marr, to sell the pier"."""
    if label is None or DECISION_NOUNS.keys().isdisjoint(s.lower[label[0] : label[1]]):
        return label
    asks = [i for i in range(label[0] + 1, label[1]) if s.lower[i] == "to" and s.what(i + 1) & VERB_BASE]
    i = asks[0] if asks else label[1]
    if s.word(i) == ",":
        i = next((j + 1 for j in range(i + 1, min(i + 12, s.last)) if s.lower[j] == ","), i)
    if s.word(i) == "to" and not s.what(i + 1) & (DETERMINER | CAPITAL | POSSESSIVE):
        return course_at(s, i + 1)
    return label


def ruled(s: Sentence, site: Site) -> Telling | None:
    """ "The court ruled 2-1 that the permit was invalid.": what it found is what it chose."""
    told = site.frames.get("finding")
    p = after_count(s, site.after)
    if told is None or site.passive or not site.finite or s.word(p) != "that":
        return None
    start = p + 1 + (s.word(p + 1) in ("the", "a", "an"))
    end = clause_end(s, start)
    return tell(s, turned(s, told, site), subject_of(s, site), (start, end), action_of(s, site), "ruled")


def found(s: Sentence, site: Site) -> Telling | None:
    """ "The jury found Holt guilty of fraud." / "Holt was found not guilty." """
    told = site.frames.get("verdict")
    at = next((i for i in range(site.after, min(site.after + PARTED, s.last)) if s.lower[i] in VERDICT), None)
    whom = subject_of(s, site) if site.passive else (site.after, site.after)
    if told is None or at is None or whom is None:
        return None
    of = skip_adverbs(s.t, at + 1, s.last)  # "guilty | last month | of fraud"
    charge = phrase_at(s, of + 1) if s.word(of) in ("of", "in", "for") else None
    aside = "," in s.lower[whom[0] : site.group.start]  # "Ann Marr, 58, was | found guilty"
    start = site.k if aside else whom[0] + (s.word(whom[0]) in ("the", "a", "an"))
    label = (start, charge[1] if charge else at + 1)
    actor = None if site.passive else subject_of(s, site)
    return tell(
        s, turned(s, told, site), actor, label, action_from(s, min(whom[0], site.group.start), at), "found"
    )


def carried(s: Sentence, site: Site) -> Telling | None:
    """ "The levy passed 5-4.": chosen by nobody who is named."""
    told = site.frames.get("vote")
    p = site.after
    count = s.lower[p : after_count(s, p)]
    counted = any("-" in word or "–" in word for word in count)
    phrase = subject_of(s, site) if told and counted and not site.passive else None
    if told is None or phrase is None or s.tag[phrase[0]] & SUBJECT:
        return None
    label = (phrase[0] + (s.lower[phrase[0]] in ("the", "a", "an")), site.k + 1)
    return tell(s, turned(s, told, site), None, label, (phrase[0], p + len(count)), "carried")


def went(s: Sentence, site: Site) -> Telling | None:
    """ "The union walked out of the government." / "The chairman resigned." """
    told = site.frames.get("alone")
    actor = subject_of(s, site) if told and not site.passive else None
    if told is None or actor is None:
        return None
    start = actor[0] if 0 <= site.group.start - actor[0] < LABEL_REACH else site.group.start
    return tell(
        s, turned(s, told, site), actor, course_at(s, site.k), action_from(s, start, site.k), "went", 1.3
    )


VERB_RULES: Final[tuple[tuple[VerbRule, frozenset[str]], ...]] = (
    (chose_to, frozenset({"to"})),
    (asked_that, frozenset({"that"})),
    (was_asked, frozenset({"addressee"})),
    (asked, frozenset({"addressee"})),
    (chose_doing, frozenset({"gerund"})),
    (ruled, frozenset({"finding"})),
    (chose_as, frozenset({"as"})),
    (found, frozenset({"verdict"})),
    (carried, frozenset({"vote"})),
    (answered, frozenset({"answer", "object"})),
    (was_done, frozenset({"object", "act"})),
    (did, frozenset({"object", "act"})),
    (went, frozenset({"alone"})),
)
"""Each rule with the frames of which a verb must have one for the rule to be tried."""


class _Usages(dict[str, tuple[Usage, ...]]):
    """The usages of a decision verb by its form, gathered when first met: those with a particle first."""

    def __missing__(self, form: str) -> tuple[Usage, ...]:
        by_particle = sorted(DECISION_VERBS[form].frames.items(), key=lambda item: not item[0])
        usages = self[form] = tuple(
            Usage(
                particle.split(),
                frames,
                tuple(rule for rule, needed in VERB_RULES if not needed.isdisjoint(frames)),
            )
            for particle, frames in by_particle
        )
        return usages


_USAGES: Final = _Usages()
