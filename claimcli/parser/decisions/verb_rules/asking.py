"""Verbs that ask somebody for a choice: "urged the council to sell", "proposed that it sell"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    NOUN,
    OBJECT,
    OPENS_NOUN,
    ORGANIZATION,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    WH,
    WORD,
    forms_of,
)
from claimcli.lexicon.decision_words import (
    DECISION_VERBS,
    PARTICLES,
    STATE,
    VERB_BITS,
    Told,
    frames_of,
    stands_alone,
)
from claimcli.model import Status
from claimcli.parser.attribution.sentence import OPENS_SUBJECT
from claimcli.parser.decisions.antecedents import DUTY, TELLING
from claimcli.parser.decisions.choosers import LAWS, can_choose, somebody_in
from claimcli.parser.decisions.courses import PERMITTING, course_at, head_words, opens_course, phrase_at
from claimcli.parser.decisions.label_end import closing_mark
from claimcli.parser.decisions.sentence import FAR, NEAR, Range, Sentence, Telling
from claimcli.parser.decisions.tell import ANYBODY, tell
from claimcli.parser.decisions.verb_rules.sites import Site, aside_within
from claimcli.parser.decisions.verb_rules.turning import (
    PERHAPS,
    action_of,
    merely_not_done,
    tell_site,
    turned,
    who_does,
)
from claimcli.parser.grammar import A_OR_AN, ARTICLES, INNER, time_before
from claimcli.parser.text import QUOTATION

_ORDERING: Final = forms_of("order instruct direct command sentence condemn")
_REQUIRING: Final = _ORDERING | forms_of("require oblige")
_FORESEEN: Final = frozenset("expected likely set due going prepared ready".split())
_THEN: Final = frozenset({"after", "before", "since", "as", "until"})
_PRESSING: Final = forms_of("press push lobby advocate")
_PROMPTING: Final = forms_of("prompt lead persuade convince induce spur")
"""Verbs by which who is brought to do something has done it."""
_WANTING: Final = _PRESSING | forms_of("want call")
Asked = tuple[Range | None, Range | None]
"""Who is asked, if that is told, and to do what."""


def offered(s: Sentence, site: Site, told: Told) -> Telling | None:
    """ "The club offered Reed a contract.": Reed has the choice, which only his answer makes news.

    So he has where he "was offered a contract".
    """
    p = site.after
    if site.passive:
        thing = phrase_at(s, p) if s.word(p) in ARTICLES else None
        to = thing and s.find({"to"}, thing[0], thing[1] + 1)  # "a chance **to** speak"
        return None if to else tell_site(s, site, told, thing, "offered", 0.0)
    a = s.find(ARTICLES, p + 1, p + NEAR)
    pronoun = a == p + 1 and s.what(p) & OBJECT
    led = any(s.tag[i] & PREPOSITION and s.lower[i] != "of" for i in range(p, a))
    if not a or led or (s.lower[a] == "the" and not site.finite) or not (pronoun or can_choose(s.t, (p, a))):
        return None
    return tell_site(s, site, told, phrase_at(s, a), "offered")


def asked_that(s: Sentence, site: Site, told: Told) -> Telling | None:
    """ "The guild proposed that the assembly halve the levy.": the assembly has the choice before it."""
    # tells as well what may but be so: "that it **leaked**", beside "that she **leave**"
    suggests = site.lemma in ("suggest", "insist")
    read = asked_behind if s.word(site.after) == "that" else _asked_plainly
    found = read(s, site.after, suggests)
    if found is None:
        return None
    actor, label = found
    told = turned(s, told, site)
    if told.status is not Status.PROPOSED:
        # "**the judge** ordered that the letters be released", "**Marr** did not propose that the board sell it"
        actor = who_does(s, site)
    rule, weight = ("asked that", 1.2) if actor else ("asked", 1.0)
    return tell(s, told, actor, label, action_of(s, site), rule, weight)


def asked_behind(s: Sentence, p: int, suggests: bool) -> Asked | None:
    """Who is asked to do what by the clause of a "that" at ``p``: "that **the assembly** | **halve the levy**"."""
    aside, end = aside_within(s, p + 2, NEAR)
    for i in range(p + 2, min(p + FAR, s.last)):
        what = s.tag[i]
        named = what & s.tag[i - 1] & CAPITAL and not s.what(i + 1) & (CAPITAL | OPENS_NOUN)
        if aside <= i < end or named:  # "that Holt **Lines** | close it"
            continue
        if s.tag[i - 1] & OPENS_NOUN and what & NOUN:
            continue  # "that the **commission** withhold it"
        plainly = s.lower[i] == "be" and not s.tag[i - 1] & AUXILIARY and s.lower[i - 1] != "to"
        if suggests and not plainly and not _is_bare(s, i):
            continue
        # not "that firms **like** Holt Lines close it"
        verb = what & (VERB_BASE | AUXILIARY) and not what & (NOUN | PREPOSITION)
        verb = verb or s.lower[i] in DECISION_VERBS
        if what & AUXILIARY and s.lower[i] not in DUTY:  # "suggested that it is late"
            return asked_done(s, p, i) if s.lower[i] == "be" else None
        if verb and s.word(i + 1) in ("by", "be"):  # "that all scans **read by** Marr be checked"
            continue
        if verb:
            v = s.after_adverbs(i + 1) if what & AUXILIARY else i
            return (p + 1, aside if 0 < end <= i else i), course_at(s, v)
        if s.breaks(i):
            break
    return None


def _is_bare(s: Sentence, i: int) -> bool:
    """Whether the word at ``i`` is a verb without its "s", of one who is to act: "that Marr | **leave** it"."""
    one = s.tag[i - 1] & CAPITAL or not s.tag[i - 1] & PLURAL
    bare = s.tag[i] & (VERB_BASE | VERB_PAST | AUXILIARY) == VERB_BASE
    if not bare or not one or not can_choose(s.t, (i - 1, i)):
        return False
    return not s.what(i + 1) & WORD or bool(s.what(i + 1) & (OPENS_NOUN | OBJECT | CAPITAL))


def _asked_plainly(s: Sentence, p: int, suggests: bool) -> Asked | None:
    """ "The guild recommended | the city **sell** the pool.": as with "that", by a verb without its "s"."""
    if not s.what(p) & (OPENS_NOUN | CAPITAL | SUBJECT):
        return None
    if s.what(p) & SUBJECT and suggests:
        return None  # "suggested | they lied", beside "proposed | **they meet** in May"
    for i in range(p + 1, min(p + NEAR, s.last)):
        bare = (s.tag[i] | VERB_BITS.get(s.lower[i], 0)) & (VERB_BASE | VERB_PAST) == VERB_BASE
        timed = s.after_time(i) > i  # "urged the city | **last** week to"
        if bare and not timed and _is_verb_here(s, p, i) and (can_choose(s.t, (p, i)) or s.lower[p] == "it"):
            return (p, i), course_at(s, i)
        if not s.tag[i] & WORD or s.tag[i] & (PREPOSITION | AUXILIARY | COORDINATOR):
            break
    return None


def _is_verb_here(s: Sentence, p: int, i: int) -> bool:
    """Whether a plain form at ``i`` is a verb of whoever is asked from ``p`` on: "the mayor | **resign**.", "sell it".

    Beside "a police **review**", "the bank **levy** on".
    """
    following = s.what(i + 1)
    if s.tag[p] & SUBJECT:
        return i == p + 1 and s.lower[i] not in STATE
    if following & OPENS_NOUN:
        return True
    if s.tag[i] & NOUN:
        return False
    if not following & WORD:
        return s.lower[p] not in A_OR_AN
    return s.lower[p] == "the" and not following & PREPOSITION


def asked_done(s: Sentence, that: int, be: int) -> Asked | None:
    """ "The fund proposed that **the group be broken up**.": asked for of nobody, but where it is to do something.

    "that **the group be required to** | sell the pier".
    """
    p, done = s.after_article(that + 1), s.after_adverbs(be + 1)
    if not s.what(done) & VERB_PARTICIPLE or s.tag[p] & SUBJECT:
        return None
    if s.lower[done] in _REQUIRING and s.word(done + 1) == "to" and s.what(done + 2) & VERB_BASE:
        return (p, be), course_at(s, done + 2)
    return None, (p, done + 1 + (s.word(done + 1) in PARTICLES))


def asked(s: Sentence, site: Site, told: Told) -> Telling | None:
    """ "Marr urged the council to sell the pier.": the council has the choice before it."""
    p = site.after
    if merely_not_done(s, site) and s.lower[site.k] not in _WANTING:  # "never pressured anybody to lie"
        return None
    start = site.group.start
    if site.group.infinitive and s.word(start - 1) in _FORESEEN and s.group_of(start - 1).negated:
        # "is **not expected** to press Marr to quit"
        return tell_site(s, site, Told(Status.DECLINED), course_at(s, site.k), "would not")
    if s.what(p) & (PREPOSITION | SUBORDINATOR | SUBJECT | AUXILIARY) and not s.what(p) & (
        OBJECT | DETERMINER | CAPITAL
    ):
        return None  # also of "foreign **pressures** | will force firms to"
    # over an aside: "urged Gov. Tom Holt **(R)** to resign", "invited Holt**, a clerk,** to speak"
    i, limit = p, min(p + FAR, s.last)
    while (i := i + 1) < limit:
        if s.lower[i] in ("(", ",") and (aside := _aside_end(s, i)):
            i, limit = aside, min(max(limit, aside + 3), s.last)
            continue
        if s.lower[i] == "to":
            q = s.after_adverbs(i + 1)
            if opens_course(s, q):
                return _asked_to(s, site, told, i, q)
        what = s.tag[i]
        if s.what(i - 1) & RELATIVE and s.word(i + 1) == "to" and "to" in frames_of(s.lower[i]):
            break  # "told aides about a firm that **vowed** to"
        if s.lower[i] == "that" and s.what(i + 1) & OPENS_SUBJECT and s.lower[site.k] in TELLING:
            break  # "told aides **that** Marr’s plan to sell it was wrong"
        if what & (SUBORDINATOR | PREPOSITION | CAPITAL) == SUBORDINATOR or s.lower[i] in _THEN:
            break  # "called for a boycott | **after** the club refused to"
        if what & (AUXILIARY | SUBJECT | WH) and not what & (OBJECT | CAPITAL):  # "in **May**"
            break
        if s.breaks(i) and s.lower[i] not in INNER:
            break
        if what & VERB_ING and s.tag[i - 1] & PREPOSITION:  # "press his case through adding clauses to …"
            break
    return None


def _aside_end(s: Sentence, i: int) -> int:
    """Where an aside ends that a bracket opens at ``i``, or a comma, if "to" comes next; 0 if none does."""
    limit = min(i + FAR, s.last)
    if s.lower[i] == "(":
        return closing_mark(s, i, limit) or 0
    return next((j for j in range(i + 1, limit) if s.lower[j] == "," and s.word(j + 1) in ("to", "not")), 0)


def _asked_end(s: Sentence, p: int, to: int) -> int:
    """Where whoever is asked ends, from ``p`` on, before the "to" of what he is to do."""
    end = to - (s.lower[to - 1] == "not")
    if s.lower[end - 1] in (")", ","):
        end = s.find({"(", ","}, p, end - 1) or end
    end = time_before(s.t, p + 1, end)  # "urged the council | on Monday to …"
    led = (i for i in range(p + 1, end - 1) if s.lower[i] in ("in", "at") and s.lower[i + 1] in ("a", "an"))
    end = next(led, end)  # "asked the board | in a letter to …"
    # "the council | again to"
    return end - (end - p > 1 and s.what(end - 1) & (ADVERB | NOUN | CAPITAL) == ADVERB)


def _decides(s: Sentence, site: Site, subject: Range | None, q: int) -> bool:
    """Whether somebody wants a thing done that is decided on: "wants the pool **to be closed**", not "to be loved"."""
    if subject is None or s.lower[site.k] not in _WANTING:
        return False
    deed, (first, last) = frames_of(s.word(s.after_adverbs(q + 1))), head_words(s, subject)
    wants = can_choose(s.t, (first, last)) and s.lower[last - 1] not in ANYBODY
    return wants and not {"act", "object"}.isdisjoint(deed)


def _asked_to(s: Sentence, site: Site, told: Told, to: int, q: int) -> Telling | None:
    """What is asked of whoever stands between a verb and its "to", by the infinitive at ``q``."""
    p, subject, course = site.after, who_does(s, site), course_at(s, q)
    end = _asked_end(s, p, to)
    acts = subject and somebody_in(s.t, subject)
    # "a gap that **allowed** him to", "**his backing of it** allowed her to"
    of_thing = told.status is Status.TAKEN and (not acts or (s.tag[acts[0]] & POSSESSIVE and acts != subject))
    law = subject is not None and s.has(LAWS, *subject)
    requires = s.lower[site.k] in _REQUIRING
    if s.lower[q] in ("expect", "brace", "beware"):
        return None  # "warned drivers to **expect** delays"
    if s.lower[site.k] in PERMITTING and of_thing and not law:
        return None  # "the thaw **allowed** her to", which she may have left
    # "the storm forced **the city** to"
    forced = s.lower[site.k] in _PROMPTING or (of_thing and not requires and can_choose(s.t, (p, end)))
    perhaps = s.has(PERHAPS, site.group.start, site.k) and (forced or site.lemma == "force")
    if perhaps or (forced and s.lower[q] in STATE):
        return None  # "nothing **could** persuade her to", "the storm forced her to **scramble**"
    asked = told.status is Status.PROPOSED and site.lemma != "invite"
    actor = None if law and requires else (p, end) if asked or forced else subject
    if s.word(site.k + 1) == "for" and s.lower[q] != "be" and not may_be_asked(s, (p, end)):
        return None  # "pressed for **a tax** to close the gap"
    fate = course is not None and _is_fate(s, site, course)
    if course and (s.lower[q] == "be" or fate):
        # "called for the letters **to be released**", of nobody in particular; "**the judge** ordered them to be"
        actor = subject if fate or told.status is Status.TAKEN else None
        told = Told(told.status, told.minor and not _decides(s, site, subject, q))
        course = (s.after_article(p), course[1])
    elif s.lower[to - 1] == "not" and forced:  # "persuaded the council **not to** sell it"
        told = Told(Status.DECLINED)
    else:
        course = _not_to(s, course, to)
    if told.status is Status.TAKEN and course and course[0] == q and _is_natural(s, (p, end)):
        return None
    whole = with_whom(s, course, (p, end))
    if site.lemma == "tell" and whole != course:
        return None  # "told reporters | to wait"
    if whole and whole[0] < q and s.lower[site.k] in PERMITTING:  # "will not **allow** rebels to win"
        whole = (site.k, whole[1])
    return tell(s, turned(s, told, site), actor, whole, action_of(s, site), "asked", 1.4)


def _not_to(s: Sentence, course: Range | None, to: int) -> Range | None:
    """A course with the "not" beside its "to": "urged the mayor **not to** sign it", "told to **not** sign it"."""
    if course is None or "not" not in (s.lower[to - 1], s.word(to + 1)):
        return course
    return (to - 1 if s.lower[to - 1] == "not" else to + 1, course[1])


def may_be_asked(s: Sentence, whom: Range) -> bool:
    """Whether somebody may be asked to do something: no body yet to be set up, as in "called for **an inquiry** to"."""
    opens, head = whom[0] - (s.lower[whom[0]] not in A_OR_AN), head_words(s, whom)[1] - 1
    new = s.word(opens) in A_OR_AN and s.tag[head] & (ORGANIZATION | CAPITAL) == ORGANIZATION
    return can_choose(s.t, whom) and not (new and s.word(opens - 1) == "for")


def _is_natural(s: Sentence, whom: Range) -> bool:
    """Whether what is let or made to do something is a thing, which obeys nobody: "allowed **the glue** to dry"."""
    return not s.tag[whom[0]] & (SUBJECT | OBJECT) and somebody_in(s.t, whom) is None


def _is_fate(s: Sentence, site: Site, course: Range) -> bool:
    """Whether others have the choice of what is to become of somebody: "called for Marr to **go**"."""
    verb, lone = s.lower[course[0]], course[1] - course[0] == 1
    return s.lower[site.k] in _WANTING and (verb == "lose" or (lone and verb in ("go", "stay", "leave")))


def with_whom(s: Sentence, course: Range | None, whom: Range) -> Range | None:
    """A course of one word that says little, with whoever is to take it: "called for **the school to close**"."""
    if course is None or course[1] - course[0] > 1:
        return course
    if s.lower[course[0]] == QUOTATION or stands_alone(s.lower[course[0]]):  # "resign"
        return course
    pronoun = s.tag[whom[0]] & (SUBJECT | OBJECT)
    return course if pronoun or whom[0] > course[0] else (s.after_article(whom[0]), course[1])


def was_asked(s: Sentence, site: Site, told: Told) -> Telling | None:
    """ "The union was urged to call off the strike.", "the firm was ordered to pay a fine" (by whom is seldom told)."""
    ordered, to, actor = told.status is Status.TAKEN, site.after, None
    if s.word(to) == "by" and site.group.start < site.k:  # "was ordered **by the court** to"
        to = s.find({"to"}, to + 2, to + NEAR) or to
        actor = (site.after + 1, to) if can_choose(s.t, (site.after + 1, to)) else None
    # "drivers **will be required** to", beside "**are** required to", and "**will be forced** to" by no choice
    planned = s.lower[site.group.start] == "will" and site.lemma not in ("force", "compel")
    if s.word(to) != "to" or (ordered and not (actor or planned) and s.lower[site.k] not in _ORDERING):
        return None
    if not opens_course(s, to + 1):  # "was directed to | a letter-box"
        return None
    actor = actor if ordered else who_does(s, site)  # who is ordered does not choose
    course = _not_to(s, course_at(s, s.after_adverbs(to + 1)), to)
    weight = 1.0 if ordered else 0.5
    told = Told(Status.PROPOSED) if s.lower[site.group.start] == "be" else told  # "hopes **to be** told to"
    by = s.find({"by"}, course[0] + 1, course[1]) if course else 0
    if course and by and can_choose(s.t, (by + 1, course[1])):  # "urged to resign | **by the club**"
        actor, course = (by + 1, course[1]) if ordered else actor, (course[0], by)
    return tell(s, turned(s, told, site), actor, course, action_of(s, site), "was asked", weight)
