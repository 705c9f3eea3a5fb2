"""What courts found and votes carried: "ruled that", "found guilty", "passed 5-4"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import SUBJECT, forms_of
from claimcli.lexicon.decision_words import PARTED, VERDICT
from claimcli.parser.decisions.actions import action_from, clause_end
from claimcli.parser.decisions.courses import phrase_at
from claimcli.parser.decisions.sentence import Sentence, Telling
from claimcli.parser.decisions.tell import tell
from claimcli.parser.decisions.verb_rules.sites import Site, after_count
from claimcli.parser.decisions.verb_rules.turning import subject_of, tell_site, turned
from claimcli.parser.grammar import ARTICLES, skip_adverbs

_FINDING: Final = forms_of("find hold")
_LED_BY: Final = {"contempt": frozenset({"in", "for"}), "leave": frozenset({"on"})}


def ruled(s: Sentence, site: Site) -> Telling | None:
    """ "The court ruled 2-1 that the permit was invalid.": what it found is what it chose."""
    told = site.frames.get("finding")
    p = after_count(s, site.after)
    if told is None or site.passive or not site.finite or s.word(p) != "that":
        return None
    start = p + 1 + (s.word(p + 1) in ARTICLES)
    return tell_site(s, site, told, (start, clause_end(s, start)), "ruled")


def found(s: Sentence, site: Site) -> Telling | None:
    """ "The jury found Holt guilty of fraud." / "Holt was found not guilty." """
    told = site.frames.get("verdict")
    near = range(site.after, min(site.after + PARTED, s.last))
    at = next((i for i in near if s.lower[i] in VERDICT and _is_state(s, site, i)), None)
    whom = subject_of(s, site) if site.passive else (site.after, site.after)
    if told is None or at is None or whom is None:
        return None
    of = skip_adverbs(s.t, at + 1, s.last)  # "guilty | last month | of fraud"
    charge = phrase_at(s, of + 1) if s.word(of) in ("of", "in", "for") else None
    aside = "," in s.lower[whom[0] : site.group.start]  # "Ann Marr, 58, was | found guilty"
    start = site.k if aside else s.after_article(whom[0])
    label = (start, charge[1] if charge else at + 1)
    actor = None if site.passive else subject_of(s, site)
    action = action_from(s, min(whom[0], site.group.start), at)
    return tell(s, turned(s, told, site), actor, label, action, "found")


def _is_state(s: Sentence, site: Site, i: int) -> bool:
    """Whether a word of verdicts is one by its verb: "found guilty", "cited **in** contempt", "put **on** leave"."""
    led_by = _LED_BY.get(s.lower[i])
    if led_by is None:
        return s.lower[site.k] in _FINDING
    return not led_by.isdisjoint(s.lower[max(site.after, i - 3) : i])


def carried(s: Sentence, site: Site) -> Telling | None:
    """ "The levy passed 5-4.": chosen by nobody who is named."""
    told = site.frames.get("vote")
    p = site.after
    count = s.lower[p : after_count(s, p)]
    counted = any("-" in word or "–" in word for word in count)
    phrase = subject_of(s, site) if told and counted and not site.passive else None
    if told is None or phrase is None or s.tag[phrase[0]] & SUBJECT:
        return None
    label = (s.after_article(phrase[0]), site.k + 1)
    return tell(s, turned(s, told, site), None, label, (phrase[0], p + len(count)), "carried")
