"""Verbs that lead to what is chosen: "voted to sell", "is considering selling", "named Holt as", "resigned"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    AUXILIARY,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    ORGANIZATION,
    PREPOSITION,
    SUBJECT,
    TIME,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    WORD,
    forms_of,
)
from claimcli.lexicon.decision_words import PARTICLES, STATE, Told
from claimcli.model import Status
from claimcli.parser.decisions.actions import action_from
from claimcli.parser.decisions.choosers import somebody_in
from claimcli.parser.decisions.courses import (
    after_inserted,
    course_at,
    course_verb,
    object_at,
    opens_course,
    phrase_at,
)
from claimcli.parser.decisions.label_end import LABEL_REACH, label_end
from claimcli.parser.decisions.sentence import Range, Sentence, Telling
from claimcli.parser.decisions.subjects import STAYING
from claimcli.parser.decisions.tell import tell
from claimcli.parser.decisions.verb_rules.sites import Site, after_aside
from claimcli.parser.decisions.verb_rules.turning import (
    WILL,
    WOULD,
    action_of,
    is_denied,
    merely_not_done,
    shut_out,
    tell_site,
    turned,
    turns_down,
    who_does,
)
from claimcli.parser.grammar import RELATIVE_SUBJECTS

_TOWARDS: Final = frozenset({"to", "onto", "into", "toward", "towards", "through", "across", "along"})
_SHUTTING_OUT: Final = frozenset({"exclude", "foreclose", "dismiss", "reject", "discount"})
_TALLY: Final = frozenset(
    "– - on last late early unanimously overwhelmingly overnight time times twice"
    " in the past for so far".split()
)
"""What may stand between a verb and its "to" beside counts, times and adverbs: "refused three **times** to"."""
_STATES: Final = forms_of("be have get come become see feel look grow fall rise lose win")
_PROMISING: Final = forms_of("promise vow pledge guarantee swear")
_HOW: Final = frozenset("by along with without after despite over".split())


def chose_to(s: Sentence, site: Site, told: Told) -> Telling | None:
    """ "The council voted to sell the pier." / "She refused to resign." / "They agreed not to appeal." """
    p = after_aside(s, site.after)
    while s.what(p) & (NUMBER | TIME) or s.word(p) in _TALLY:
        p += 1  # "voted 6–3 on Monday to …"
    if s.word(p) != "to":
        p = _to_behind(s, site, after_inserted(s, p))
        if s.word(p) != "to":
            return None
    p = course_verb(s, p + 1)
    p += s.word(p) == "not"
    negated = is_denied(s, site.k + 1, p)
    # "agreed to **a merger**"
    to_noun = site.lemma in ("agree", "commit", "acquiesce") and s.what(p) & WORD
    if to_noun and not s.what(p) & (VERB_BASE | VERB_ING) and s.word(site.k - 1) in STAYING:
        return None  # "**remained** committed to the treaty"
    if not (to_noun or opens_course(s, p)) or (told.minor and s.word(p) in STATE):  # "hopes to win"
        return None
    led = s.what(p + 1) & (OPENS_NOUN | OBJECT | PREPOSITION)
    verb = s.what(p) & (VERB_BASE | AUXILIARY)
    place = not (led or verb or s.word(p + 1) in PARTICLES)
    if place and site.lemma == "move":
        return None  # "moved to | rural Arra"
    actor, label = who_does(s, site), course_at(s, s.after_article(p)) or course_at(s, p)
    if negated and site.lemma == "threaten":
        label = label and (p - 2, label[1])  # "threatened **not to** sign it"
    elif negated:
        told = Told(Status.DECLINED)
    elif told.status is Status.TAKEN and turns_down(s, p):
        told, label = Told(Status.DECLINED), _turned_down(s, p) or label
    elif told.status is Status.DECLINED and (s.word(p) in _SHUTTING_OUT or shut_out(s, p) is not None):
        label = _turned_down(s, p) or label
        return tell(s, Told(Status.PROPOSED), actor, label, action_of(s, site), "left open", 0.8)
    return tell(s, turned(s, told, site), actor, label, action_of(s, site), "chose to", 1.5)


def promised(s: Sentence, site: Site, told: Told) -> Telling | None:
    """ "Marr vowed that the pier **would be rebuilt**.": what is to be done to a thing, by the word of who says so."""
    start = site.after + (s.word(site.after) == "that")
    if s.lower[site.k] not in _PROMISING or not site.finite:
        return None
    for i in range(start + 1, min(start + LABEL_REACH, s.last)):
        if s.lower[i] in WOULD:
            be = s.after_adverbs(i + 1)
            done = s.after_adverbs(be + 1)
            first = s.after_article(start)
            if s.word(be) != "be" or not s.what(done) & VERB_PARTICIPLE or s.tag[first] & SUBJECT:
                return None  # "vowed that **she** would be seen"
            denied = s.lower[i] not in WILL or is_denied(s, i, be + 1) or s.lower[start] == "no"
            told = turned(s, Told(Status.DECLINED) if denied else told, site)
            end = done + 1 + (s.word(done + 1) in PARTICLES)
            return tell_site(s, site, told, (first, end), "chose to", 1.2)
        if s.breaks(i):
            return None
    return None


def _turned_down(s: Sentence, p: int) -> Range | None:
    """What the verb at ``p`` turns down; with the verb where that is one word: "to **withhold details**"."""
    q = p + 1 + (s.word(p + 1) in PARTICLES)
    phrase = phrase_at(s, q + (q > p + 1 and s.what(q) & PREPOSITION != 0))  # "back away from | a fight"
    return (p, phrase[1]) if phrase and phrase[1] - phrase[0] == 1 else phrase


def _to_behind(s: Sentence, site: Site, p: int) -> int:
    """The "to" behind how a vote went, told from ``p`` on: "voted**, with Holt dissenting, to**", "**, 52-48, to**"."""
    comma = s.word(p) == ","
    how = s.word(p + comma) in _HOW or (comma and s.what(p + 1) & NUMBER)
    voted = site.lemma == "vote" or (comma and site.lemma in ("agree", "decide", "resolve"))
    near = range(p + 1, min(p + LABEL_REACH, s.last)) if how and voted else ()
    closed = (i for i in near if s.lower[i] == "to" and (not comma or s.lower[i - 1] == ","))
    return next((i for i in closed if opens_course(s, i + 1)), p)


def chose_as(s: Sentence, site: Site, told: Told) -> Telling | None:
    """ "Marr named Holt as his deputy.", also in passing: "…, naming Holt as his deputy"."""
    phrase = object_at(s, site.after)
    if phrase is None or "as" not in s.lower[slice(*phrase)]:
        return None
    return tell_site(s, site, told, (site.k, phrase[1]), "did")


def chose_doing(s: Sentence, site: Site, told: Told) -> Telling | None:
    """ "The party is considering filing an appeal." """
    goes_on = site.lemma in ("stop", "cease") and merely_not_done(s, site)  # "never stopped talking"
    if goes_on or not s.word(site.after).endswith("ing") or s.what(site.after) & PREPOSITION:
        return None  # "will talk about **during** her speech"
    if told.minor and told.status is Status.TAKEN and s.word(site.after) in _STATES:
        return None  # "keeps **getting** better"
    course = course_at(s, site.after)
    if course and told.status is Status.DECLINED and site.group.modal and not site.group.negated:
        told, course = Told(Status.PROPOSED), (site.k, course[1])  # "drivers **must stop using** it"
    return tell_site(s, site, told, course, "chose doing", 1.1)


def _is_way(s: Sentence, site: Site) -> bool:
    """Whether what looks like a particle leads to a way: "backed **down the road**", not "stepped down this week".

    So does "to" before a place: "walked **out to the pier**".
    """
    p = site.after
    if s.word(p) == "of" and s.word(p + 1) in ("prison", "jail", "custody", "hospital"):
        return True  # "walked out **of jail**"
    p += s.word(p) in _TOWARDS and p > site.k + 1
    return p > site.k + 1 and bool(s.what(p) & OPENS_NOUN) and not s.what(p + 1) & TIME


def went(s: Sentence, site: Site, told: Told) -> Telling | None:
    """ "The union walked out of the government." / "The chairman resigned." """
    actor = who_does(s, site)
    if actor is None or _is_way(s, site) or (site.group.modal and s.asks(actor[0])):
        return None
    start = actor[0] if 0 <= site.group.start - actor[0] < LABEL_REACH else site.group.start
    action = action_from(s, start, site.k)
    label = course_at(s, site.k)
    if label and site.lemma in ("sue", "go"):
        to = s.after_time(label[1])
        if "court" in s.lower[site.k : site.after] and not s.t.holds(ORGANIZATION, *actor):
            return None  # "Tom Reed **went to court** on Monday"
        if s.word(to) == "to" and s.what(to + 1) & VERB_BASE:  # "sued | on Monday | to block the rule"
            label = (label[0], max(to + 2, label_end(s, to + 2, label[0])))
        passing = s.word(site.group.start - 1) in RELATIVE_SUBJECTS or s.lower[site.group.start] == "had"
        if (label[1] == site.k + 1 and passing) or somebody_in(s.t, actor) is None:
            return None  # "who sued", "**the case** went to court"
    return tell(s, turned(s, told, site), actor, label, action, "went", 1.3)
