"""What became of what was asked for or planned ("refused", "turned it down"), and what courts and votes found."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    FINITE,
    LINK,
    MODAL,
    NOUN,
    NUMBER,
    OPENS_NOUN,
    PLURAL,
    PREPOSITION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    VERB_ING,
    VERB_S,
    WH,
    WORD,
)
from claimcli.lexicon.decision_words import (
    ASKED,
    GIVE_UP,
    GRANTED,
    PARTED,
    PARTICLES,
    UNDECIDED,
    VERB_BITS,
    VERDICT,
    Told,
)
from claimcli.model import Status
from claimcli.parser.attribution.sentence import ASKS, WH_WORDS
from claimcli.parser.decisions.actions import action_from, mark_after
from claimcli.parser.decisions.choosers import LAWS, can_choose
from claimcli.parser.decisions.courses import head_words, phrase_at
from claimcli.parser.decisions.label_end import LABEL_REACH, SHORT_LABEL, label_end
from claimcli.parser.decisions.sentence import NEAR, Sentence, Telling
from claimcli.parser.decisions.tell import tell
from claimcli.parser.decisions.verb_rules.sites import Site, after_count, aside_within
from claimcli.parser.decisions.verb_rules.turning import is_denied, tell_site, turned, who_does
from claimcli.parser.grammar import POSSESSIVE_MARKS, RELATIVE_SUBJECTS, is_finite

_OPEN: Final = WH_WORDS - {"whether", "if"}
"""Words of questions that ask of more than yes or no."""
_MOVED: Final = frozenset("motion motions proposal proposals petition petitions bill bills".split())
"""What others turn down by a vote; a bid or an effort, which may fail by itself, stays whose it was."""
_CHAMBERS: Final = frozenset(
    "senate house parliament congress assembly legislature committee council board".split()
)
"""Bodies that vote on a bill which passes them."""
_VOTED_ON: Final = frozenset(
    "bill bills amendment amendments measure measures legislation ordinance budget levy resolution referendum".split()
)
"""What passes or fails by votes alone; a merger or a plan may fail by itself."""
_LED_BY: Final = {"contempt": frozenset({"in", "for"}), "leave": frozenset({"on"})}


def answered(s: Sentence, site: Site, told: Told) -> Telling | None:
    """ "The prosecutor refused on Monday.": what was asked before."""
    who = who_does(s, site)
    asked = s.t.find(ASKS, s.first, site.k, site.k)
    if (
        s.what(site.after) & WORD
        or (
            s.word(asked + 1) in _OPEN and not s.what(asked - 1) & WORD
        )  # "asked **when** it opens, he demurred"
        or not site.finite
        or who is None
        or not (s.tag[who[0]] & SUBJECT or can_choose(s.t, who))
    ):
        return None  # "an offer he can ill afford to refuse", "**its popularity** has declined"
    return tell_site(s, site, told, (site.k, site.k + 1), "answered")


def answered_to(s: Sentence, site: Site, told: Told) -> Telling | None:
    """ "Marr considered selling it but decided **not to**." / "Asked to sign it, she refused **to do so**."."""
    p = site.after + (s.word(site.after) == "not")
    negated = is_denied(s, site.k, p)
    end = p + 1 + 2 * (s.word(p + 1) == "do" and s.word(p + 2) in ("so", "that", "it", "this"))
    if s.word(p) != "to" or not (negated or end > p + 1):
        return None
    if s.what(end) & WORD and not s.what(end) & (LINK | TIME | VERB_ING):
        return None  # but "decided not to | because of the cost"
    told = Told(Status.DECLINED) if negated else told
    return tell_site(s, site, told, (site.k, site.k + 1), "answered")


def outcome(s: Sentence, site: Site, told: Told) -> Told | None:
    """What became of something asked for or planned: "the request **was refused**", "a plan to … **was dropped**"."""
    group = site.group
    if group.start == site.k or group.modal:
        return None
    asked = _is_planned(s, group.start) or is_request(s, group.start)
    return answer_of(s, site, told) if asked else None


def gives_up(s: Sentence, site: Site) -> bool:
    """Whether a verb ends or puts off its object: "dropped", "**called off**", not "gave the green light to"."""
    if s.lower[site.k] not in GIVE_UP or s.word(site.after - 1) == "sale":  # "put it up for **sale**"
        return False
    parted = site.between is not None or s.word(site.k + 1) in PARTICLES
    return parted or site.lemma not in ("give", "call", "put")


def answer_of(s: Sentence, site: Site, told: Told) -> Told | None:
    """How a verb answers what was asked for, if it does: "rejected", "dropped", "granted"."""
    verb = s.lower[site.k]
    if gives_up(s, site) or (told.status is Status.DECLINED and verb not in UNDECIDED):
        return Told(Status.DECLINED)
    return Told(Status.TAKEN) if verb in GRANTED else None


def _is_planned(s: Sentence, end: int) -> bool:
    """Whether the subject that ends at ``end`` is a plan that was told just before: "**a plan to sell it** was"."""
    told = s.told
    end -= s.word(end - 1) == "it"  # "tabled a motion, but | **it** failed"
    if told is None or told.status is not Status.PROPOSED or told.label[1] > end:
        return False
    between = range(told.label[1], end)
    return not any(s.breaks(i, AUXILIARY | SUBJECT | RELATIVE | WH | VERB_S) for i in between)


def is_request(s: Sentence, end: int) -> bool:
    """Whether the subject that ends at ``end`` is but a request, as told before: "**both requests** were"."""
    at = end - 1
    if s.word(at) not in ASKED:
        return False
    before, word = s.what(at - 1), s.word(at - 1)
    return bool(before & (OPENS_NOUN | NUMBER)) or word in POSSESSIVE_MARKS or word == "that"


def ruled(s: Sentence, site: Site, told: Told) -> Telling | None:
    """ "The court ruled 2-1 that the permit was invalid.": what it found is what it chose."""
    p = after_count(s, site.after)
    if site.finite and not s.what(s.after_time(p)) & WORD:
        return _ruled_before(s, site, told)
    noun = VERB_BITS[s.lower[site.k]] & VERB_S
    relative = noun and s.what(p + 1) & FINITE and not s.what(p + 1) & (NOUN | PLURAL | CAPITAL)
    if not site.finite or s.word(p) != "that" or relative:  # "party **rules** that | bind them"
        return None
    start = s.after_article(p + 1)
    end, limit = mark_after(s, start), min(start + LABEL_REACH + NEAR, s.last)
    end = next((i for i in range(end, limit) if s.breaks(i, LINK)), limit)
    return tell_site(s, site, told, (start, end), "ruled")


def _ruled_before(s: Sentence, site: Site, told: Told) -> Telling | None:
    """ "**Holt will stay in jail**, a judge ruled on Monday.": what it found stands first."""
    subject = s.subject_of_verb(site.k)
    end = s.before_article(subject[0] - 1) if subject else s.first
    other = s.tag[s.first] & (PREPOSITION | SUBORDINATOR | ADVERB | WH)
    if other or s.word(end) != "," or not any(is_finite(what) for what in s.tag[s.first : end]):
        return None  # "In a split decision, the court ruled"
    modal = s.t.tagged(MODAL, s.first + 1, end, end)
    start = s.after_article(s.first) if modal - s.first < SHORT_LABEL else modal
    return tell_site(s, site, told, (start, min(end, label_end(s, modal + 2, start))), "ruled")


def found(s: Sentence, site: Site, told: Told) -> Telling | None:
    """ "The jury found Holt guilty of fraud." / "Holt was found not guilty." """
    aside = aside_within(s, site.after, PARTED)  # "put the clerk**, Ann Marr,** on"
    near = range(site.after, min(max(aside[1], site.after) + PARTED, s.last))
    at = next((i for i in near if s.lower[i] in VERDICT and _is_found_so(s, site, i)), None)
    bare = bool(s.what(site.after) & PREPOSITION) and at is not None and not s.what(at + 1) & OPENS_NOUN
    passive = site.passive or bare  # "Chief | placed **on leave**", not "placed on leave **the chief**"
    whom = who_does(s, site) if passive else (site.after, site.after)
    if at is None or whom is None:
        return None
    of = s.after_adverbs(at + 1)  # "guilty | last month | of fraud"
    charge = phrase_at(s, of + 1) if s.word(of) in ("of", "in", "for", "to") else None
    apart = "," in s.lower[whom[0] : site.group.start]  # "Ann Marr, 58, was | found guilty"
    puts = site.lemma == "plead" or (s.lower[at] == "leave" and not passive)
    start = site.k if apart or puts else s.after_article(whom[0])
    label = (start, charge[1] if charge else at + 1)
    actor = None if passive else who_does(s, site)
    action = action_from(s, min(whom[0], site.group.start), at)
    return tell(s, turned(s, told, site), actor, label, action, "found")


def _is_found_so(s: Sentence, site: Site, i: int) -> bool:
    """Whether a word of verdicts is one by its verb: "found guilty", "cited **in** contempt", "put **on** leave"."""
    led_by = _LED_BY.get(s.lower[i])
    if led_by is None:
        return site.lemma in ("find", "hold", "plead")
    return s.has(led_by, max(site.after, i - 3), i)


def carried(s: Sentence, site: Site, told: Told) -> Telling | None:
    """ "The levy passed 5-4", "the bill passed on Monday": by nobody who is named; "passed **the Senate**": by that.

    "A motion to sell it | failed", "passed by five votes to four": what was asked for.
    """
    p = site.after
    count = s.lower[p : after_count(s, p)]
    counted = any("-" in word or "–" in word for word in count)
    asked = s.told if s.word(p) != "to" and _is_planned(s, site.group.start) else None
    if asked and s.has(_MOVED, asked.action[0], asked.label[0]):
        label, action = (site.k, site.k + 1), (asked.action[0], site.k + 1)
        return tell(s, turned(s, told, site), None, label, action, "outcome")
    told_of = counted or site.passive or s.word(site.group.start - 1) in RELATIVE_SUBJECTS
    body = None if told_of else phrase_at(s, p)
    by = body if body and s.word(head_words(s, body)[1] - 1) in _CHAMBERS else None
    bare = not told_of and not by and (p >= s.last or s.what(p) & TIME)
    phrase = who_does(s, site) if counted or by or bare else None
    if phrase is None or s.tag[phrase[0]] & SUBJECT:
        return None
    if (by or bare) and not s.has(_VOTED_ON if bare else LAWS, *head_words(s, phrase)):
        return None
    label = (s.after_article(phrase[0]), site.k + 1)
    action, weight = (phrase[0], by[1] if by else p + len(count)), 0.6 if by else 1.0
    return tell(s, turned(s, told, site), by, label, action, "carried", weight)
