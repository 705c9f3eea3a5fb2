"""Verbs that tell in the passive what was chosen: "was fired by the club"."""

from __future__ import annotations

from claimcli.lexicon import NUMBER, SUBJECT, VERB_ING, WH
from claimcli.lexicon.decision_words import Told
from claimcli.model import Status
from claimcli.parser.decisions.antecedents import antecedent
from claimcli.parser.decisions.courses import phrase_at
from claimcli.parser.decisions.sentence import Range, Sentence, Telling
from claimcli.parser.decisions.tell import tell
from claimcli.parser.decisions.verb_rules.outcomes import outcome
from claimcli.parser.decisions.verb_rules.sites import Site
from claimcli.parser.decisions.verb_rules.turning import action_of, merely_not_done, turned
from claimcli.parser.grammar import subject_before


def was_done(s: Sentence, site: Site) -> Telling | None:
    """ "The coach was fired by the club." """
    told = site.frames.get("object") or site.frames.get("act")
    if told is None or not site.passive:
        return None
    answer = outcome(s, site, told)
    if answer is None and (told.minor or merely_not_done(s, site)):
        return None
    subject = subject_before(s.t, s.first, site.group.start)
    phrase = antecedent(s, subject) if subject is not None else None
    if phrase is None or s.tag[phrase[0]] & WH or (phrase[1] - phrase[0] == 1 and s.tag[phrase[0]] & SUBJECT):
        return None
    actor = _doer(s, site.after)
    start = s.after_article(phrase[0])
    lone = phrase[1] - start == 1
    carried = lone and (actor is not None or bool(s.what(site.after) & NUMBER))  # "the plan was approved 5-4"
    label = (start, site.after if carried or "object" not in site.frames else phrase[1])
    action = (phrase[0], action_of(s, site)[1])
    weight = 0.4 if site.group.start < site.k else 0.2  # "was fired", beside "the firms fined by …"
    if answer is not None:
        return tell(s, turned(s, answer, site), actor, label, action, "outcome", weight)
    if s.lower[site.group.start] == "be":  # "asked that the pier | be closed"
        told = Told(Status.PROPOSED)
    return tell(s, turned(s, told, site), actor, label, action, "was done", weight)


def _doer(s: Sentence, p: int) -> Range | None:
    """By whom it was done, soon after ``p``: "was fired on Monday **by the club**", not "by leaving"."""
    by = (i for i in range(p, min(p + 8, s.last)) if s.lower[i] == "by" and not s.what(i + 1) & VERB_ING)
    return next((phrase_at(s, i + 1) for i in by), None)
