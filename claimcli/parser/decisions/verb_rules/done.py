"""Verbs that tell in the passive what was chosen: "was fired by the club"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    BE,
    CAPITAL,
    PEOPLE,
    PREPOSITION,
    ROLE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    VERB_ING,
    WORD,
)
from claimcli.lexicon.decision_words import DECISION_NOUNS, DOING, GRANTED, PARTICLES, Told
from claimcli.model import Status
from claimcli.parser.decisions.antecedents import antecedent, body_in
from claimcli.parser.decisions.choosers import PAPERS, can_choose
from claimcli.parser.decisions.courses import course_at, doer_in, head_words, object_at
from claimcli.parser.decisions.label_end import names_choice
from claimcli.parser.decisions.owners import planner
from claimcli.parser.decisions.sentence import FAR, NEAR, Range, Sentence, Telling
from claimcli.parser.decisions.tell import is_spelled_out, tell
from claimcli.parser.decisions.verb_rules.outcomes import answer_of, outcome
from claimcli.parser.decisions.verb_rules.sites import Site
from claimcli.parser.decisions.verb_rules.turning import PERHAPS, action_of, merely_not_done, turned
from claimcli.parser.grammar import RELATIVE_SUBJECTS, Subject, is_finite

_OCCASION: Final = frozenset("by after following because due amid since when until till from".split())
"""What says by whom, when or why something was done: "was closed **because** of the storm"."""
_BOUND: Final = frozenset("set due going scheduled slated".split())
"""What leads to what is to be done to something: "is **set** to be closed"."""
TERMS: Final = frozenset({"for", "to", "with", "of"})
"""What leads to the term or the ground of what was done to somebody: "jailed **for** a year", "charged **with**"."""
_BY_POWER: Final = frozenset("acquit convict dismiss execute hold release".split())
"""What somebody is done to by none but those in power, whether or not they are told."""
_HELD: Final = frozenset("custody detention jail prison police suspicion".split())
_NO_OFFICE: Final = frozenset(
    "killer murderer attacker assailant gunman shooter suspect victim culprit player winner finalist champion".split()
)
"""What somebody is named as who is not put in an office: "named **player** of the year"."""


def was_done(s: Sentence, site: Site, told: Told) -> Telling | None:
    """ "The coach was fired by the club." """
    answer = outcome(s, site, told)
    ruled_out = s.word(site.after - 1) == "out" and s.word(site.after) == "of"
    if ruled_out or (answer is None and _is_how_it_is(s, site)):
        return None  # "was ruled **out of** the final" by an injury
    actor = doer_in(s, site.after, site.after + NEAR)
    actor = actor or (planner(s, site.after) if site.group.modal else None)
    reduced = site.group.start == site.k and not site.joined
    subject = s.subject_before(site.joined or _opens(s, site.group.start))
    voted_on = _is_voted_on(s, site, subject)
    everyday = told.minor and not (voted_on or _tells_choice(s, site, subject))
    if answer is None and (
        (everyday and not _is_plainly_done(s, site, told, actor)) or merely_not_done(s, site)
    ):
        return None
    if "can" in s.lower[site.group.start : site.k]:
        return None  # "a fine **can be waived**": what may be
    kept = s.word(site.after) == "from" and bool(s.what(site.after + 1) & VERB_ING)
    told = Told(Status.TAKEN if kept else told.status, everyday)  # "was barred | from selling it"
    subject = subject or _apposed(s, site)
    phrase = antecedent(s, subject) if subject is not None else None
    if phrase is not None:
        if reduced and names_choice(s, *phrase):
            return None  # "the ban on nets | imposed by the board", which is read by "ban"
        phrase = body_in(s, phrase, beside=True) if reduced else _outer(s, phrase[0]) or phrase
    if phrase is None and answer is not None and s.told and s.told.rule == "choice to":
        action = (s.told.action[0], site.k + 1)  # "the plan to move to Texas | was dropped"
        return tell(s, turned(s, answer, site), actor, (site.k, site.k + 1), action, "outcome")
    if subject is None or phrase is None or s.what(subject[0] - 1) & BE:
        return None  # "who lied while he was **mayor** | was jailed"
    # not "Reed, who was named in May"
    plain = s.lower[subject[0]] not in RELATIVE_SUBJECTS
    alone = phrase[1] - phrase[0] == 1 and bool(s.tag[phrase[0]] & SUBJECT)
    person = alone and s.lower[phrase[0]] in ("he", "she", "they")
    behind = _told_behind(s, site, person) if plain else None
    if behind and s.has({"permission"}, *behind):
        return None  # told by that
    actor = doer_in(s, behind[1], behind[1] + 1) if behind else actor
    if alone and not behind:
        return _it_was(s, site, told, phrase[0], actor) if s.lower[phrase[0]] == "it" else None
    if told.status is Status.PROPOSED and reduced and can_choose(s.t, phrase):
        return None  # "the **delegates** recommended by the party"
    whom = (s.after_article(phrase[0]), phrase[1])
    fate = plain and answer is None and (kept or "act" in site.frames) and can_choose(s.t, whom)
    label = behind or _label(s, site, whom, voted=voted_on or actor is not None, fate=fate)
    action = (site.k if site.joined else phrase[0], action_of(s, site)[1])
    weight = 0.2 if reduced else 1.0 if fate or behind or voted_on else 0.4
    weight += 0.4 * (actor is not None and weight < 1.0)
    if answer is not None:
        return tell(s, turned(s, answer, site), actor, label, action, "outcome", weight)
    if s.lower[site.group.start] == "be":  # "asked that the pier | be closed"
        told = Told(Status.PROPOSED)
    ahead = (
        whom if label[0] == site.k and not behind and not (site.joined and label[1] > site.after) else None
    )
    return tell(s, turned(s, told, site), actor, label, action, "was done", weight, ahead)


def _it_was(s: Sentence, site: Site, told: Told, it: int, actor: Range | None) -> Telling | None:
    """An answer that tells by "it" what was chosen on: "tabled a motion, but **it was defeated**"."""
    answer = None if site.group.modal else answer_of(s, site, told)
    if answer is None:
        return None
    action = (it, action_of(s, site)[1])
    return tell(s, turned(s, answer, site), actor, (site.k, site.k + 1), action, "answered it")


def _tells_choice(s: Sentence, site: Site, subject: Subject | None) -> bool:
    """Whether an everyday act tells a choice: "will not be released", "was held over the fire", "was made chair"."""
    withheld = site.group.negated and s.lower[site.group.start] == "will"
    dealt_with = subject is not None and _is_dealt_with(s, site, (subject[0], subject[2]))
    return withheld or dealt_with or _gets_office(s, site)


def _is_plainly_done(s: Sentence, site: Site, told: Told, actor: Range | None) -> bool:
    """Whether an everyday act was done, for sure, by somebody who chooses: "was opened **by the mayor**"."""
    if site.lemma in ("join", "use") or s.word(site.after) == "to" or told.status is not Status.TAKEN:
        return False
    reduced = site.group.start == site.k and not site.joined
    if (reduced and not s.ends_bare()) or s.has(PERHAPS, site.group.start, site.k):
        return False
    return actor is not None and can_choose(s.t, actor)


def _apposed(s: Sentence, site: Site) -> Subject | None:
    """What a passive between commas is told of: "**The tax**, approved by the council, …"."""
    set_off = s.word(site.group.start - 1) == "," and s.word(site.after) == "by"
    phrase = s.phrase_before(site.group.start - 1) if set_off else None
    return (*phrase, phrase[1]) if phrase else None


def _is_voted_on(s: Sentence, site: Site, subject: Subject | None) -> bool:
    """Whether what is put to a vote is told to have passed or not, whoever voted: "the **bill** was passed".

    Or a deed that a noun names to have been done: "an **inquiry** was opened".
    """
    voted = s.lower[site.k] in GRANTED or site.lemma in ("defeat", "reject", "block", "sign")
    deed = s.lower[site.k] in DOING and site.group.finite
    told = site.group.start < site.k and not (site.group.modal or site.group.negated)
    if subject is None or not ((voted or deed) and told):
        return False
    head = s.lower[head_words(s, (subject[0], subject[2]))[1] - 1]
    return (voted and head in PAPERS) or (deed and "done" in DECISION_NOUNS.get(head, ()))


def _is_dealt_with(s: Sentence, site: Site, whom: Range) -> bool:
    """Whether those in power alone do that to somebody: "Holt was **released**", "was **held over** the fire"."""
    held = s.word(site.after) == "over" or s.has(_HELD, site.after, site.after + NEAR)
    if site.lemma not in _BY_POWER or (site.lemma == "hold" and not held) or s.tag[site.k] & CAPITAL:
        return False  # "was held in Leeds"
    if s.word(site.after) == "as":
        return False  # "was dismissed **as** a fool"
    # not "a film by | Tom Reed was released"
    clear = s.word(s.before_article(whom[0] - 1)) in ("", ":", "that", "and")
    return clear and bool(s.tag[head_words(s, whom)[1] - 1] & (PEOPLE | ROLE | CAPITAL))


def _opens(s: Sentence, start: int) -> int:
    """Where a passive opens: "**is set** to be closed", in a headline behind the thing ("Pool | to be closed")."""
    if s.lower[start] != "be" or s.word(start - 1) != "to":
        return start
    bound = s.what(start - 2) & BE or s.word(start - 2) in _BOUND
    return s.group_of(start - 2).start if bound else start - s.ends_bare()


def _outer(s: Sentence, end: int) -> Range | None:
    """The noun whose clause has its object at ``end``: "**A paper** that claimed to restore | memories | was"."""
    verb = 0
    for i in range(end - 1, max(s.first, end - FAR), -1):
        what = s.tag[i]
        if s.lower[i] == "that" and is_spelled_out(s, i - 1):
            return None  # "no doubt **that** the bridge | was closed"
        if s.lower[i] in RELATIVE_SUBJECTS:
            behind = s.after_adverbs(i + 1)
            return s.phrase_before(i) if verb and verb == behind else None
        if is_finite(s.tag[i]):
            if verb and verb != i + 1:
                return None
            verb = i
        if not what & WORD or (what & SUBORDINATOR and not what & PREPOSITION):
            return None
    return None


def _is_how_it_is(s: Sentence, site: Site) -> bool:
    """Whether a participle tells how something is, of no time and by nobody: "the museum **is closed** on Mondays".

    Or what it is thought to be: "the leak **was considered** small", beside "the sale **is being considered**".
    """
    group = s.lower[site.group.start : site.k]
    if s.lower[site.k] == "opposed":  # "she **is** firmly **opposed**"
        return s.word(site.after) != "by"
    if site.lemma == "consider":
        return not ("being" in group or "be" in group)
    if site.lemma not in ("close", "shut") or len(group) != 1 or group[0] not in ("is", "are", "was", "were"):
        return False
    told = range(site.k + 1, min(site.k + 9, s.last))
    return not any(
        s.lower[i] in _OCCASION or (s.tag[i] & TIME and not s.lower[i].endswith("days")) for i in told
    )


def _label(s: Sentence, site: Site, whom: Range, *, voted: bool, fate: bool) -> Range:
    """What was done, with what it was done to; the verb alone behind an aside: "Ann Marr, 58, was **fired**".

    Its object is told behind it then: "fired Ann Marr".
    """
    aside = whom[1] + (s.word(whom[1]) == ",")  # "The offer, **which** raised pay, was | recommended"
    end = _fate_end(s, site) if fate else site.after
    term = end if s.word(site.after) in TERMS else site.after
    if site.joined:  # "was jailed in May and **fined $400**"
        return (site.k, end)
    if s.word(aside) in RELATIVE_SUBJECTS and aside + 1 < site.group.start:
        return (site.k, term)
    if "object" in site.frames:
        lone = whom[1] - whom[0] == 1
        if lone and s.word(whom[1]) == ",":
            return (site.k, site.after)  # "The ban, **imposed** in May, has"
        carried = lone and voted  # "the plan was approved 5-4"
        told = site.k + 1 + (s.word(site.k + 1) in PARTICLES)
        return (whom[0], told if carried else whom[1])
    return (site.k, term) if s.word(whom[1]) == "," else (whom[0], end)


def _told_behind(s: Sentence, site: Site, person: bool) -> Range | None:
    """What a passive tells of somebody behind it: what he is given or not, of a ``person`` by a pronoun what for.

    "was granted a | **new licence** (by the board)", "was **denied bail**"; "she was | **sentenced to a year**".
    """
    p, act = site.after, site.frames.get("act")
    given = object_at(s, p) if "given" in site.frames and not s.what(p) & TIME else None
    if given is not None:
        end = s.find({"by", "permitting", "allowing"}, given[0] + 1, given[1]) or given[1]
        return (given[0] if end - given[0] > 1 else site.k, end)
    if not person or act is None or act.minor or site.group.modal or s.word(p) not in TERMS:
        return None
    end = _fate_end(s, site)
    return (site.k, s.find({"by"}, p, end) or end)


def _gets_office(s: Sentence, site: Site) -> bool:
    """Whether a verb in the passive puts somebody in office: "was **named** head of the board", "was named as …"."""
    p = site.after
    if "as" not in site.frames and site.lemma != "confirm":
        return False
    if s.word(p) == "as":
        p = s.t.tagged(ROLE, p + 1, min(p + NEAR, s.last), p)
    return bool(s.what(p) & ROLE) and s.lower[p] not in _NO_OFFICE


def _fate_end(s: Sentence, site: Site) -> int:
    """Where ends what was done to somebody, with its term: "was jailed **for six years**", "was named **head**"."""
    course = course_at(s, site.k)
    return course[1] if course else site.after
