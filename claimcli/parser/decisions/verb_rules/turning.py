"""How what a verb tells is turned by what leads to it: "**would not** sell", "**ready to** sell"; and who does it."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    AUXILIARY,
    COORDINATOR,
    NOUN,
    SUBJECT,
    SUBORDINATOR,
    VERB_BASE,
    VERB_ING,
    VERB_PAST,
    VERB_S,
    forms_of,
)
from claimcli.lexicon.decision_words import DECISION_VERBS, OBJECTS, PARTED, VERB_BITS, Told
from claimcli.model import Status
from claimcli.parser.decisions.actions import action_from
from claimcli.parser.decisions.antecedents import DUTY, named_before
from claimcli.parser.decisions.courses import course_at, phrase_at
from claimcli.parser.decisions.sentence import ASKING_RULES, NEAR, Range, Sentence, Telling
from claimcli.parser.decisions.subjects import chooser_of, main_subject, told_more_of
from claimcli.parser.decisions.tell import tell
from claimcli.parser.decisions.verb_rules.sites import Site
from claimcli.parser.grammar import NOT_ALL, ORDINALS, REACH, RELATIVE_SUBJECTS, is_finite
from claimcli.parser.stems import plain
from claimcli.parser.text import DASHES, QUOTATION

NOT_DONE: Final = 0.2
"""What it weighs beside a plain clause that somebody has not done something."""
WILL: Final = frozenset({"will", "would", "’ll", "'ll", "’d", "'d"})
PERHAPS: Final = frozenset({"could", "might", "may", "can"})
WOULD: Final = WILL | {"won't", "won’t", "wouldn't", "wouldn’t"}
_LATER: Final = (PERHAPS | WILL | DUTY) - {"’d", "'d"}  # "she’d" is "she had", as likely as not
_ANNOUNCED: Final = forms_of("announce").union(["announcement"])
_BY_MEANS: Final = DASHES | {"by", ","}
_ORDINALS: Final = ORDINALS | {"only", "latest", "earliest", "among"}
"""Words behind which an infinitive tells what somebody was first, or among several, to do."""
_MEANS: Final = forms_of("spend hold assemble shell pay use")
"""Verbs that tell by what means something is done."""
BROUGHT_ABOUT: Final = frozenset(
    "prompted led caused persuaded convinced induced compelled spurred managed proceeded helped enabled went"
    " joined united".split()
)
"""Verbs behind which an infinitive tells what was done: "the outcry **led** the board to ban it"."""
_READY: Final = frozenset({"ready", "willing", "prepared"})
_NEEDS: Final = frozenset({"need", "reason", "desire", "wish", "point", "appetite"})
_SHUNNING: Final = forms_of("refrain abstain object")
"""Verbs that with a preposition tell what somebody does not: "**refrained** from selling it"."""
_UNMADE: Final = frozenset(
    "idea notion possibility prospect option chance hope hopes dream goal thought talk talks discussion discussions"
    " negotiations debate conversation conversations consultation consultations talked spoke talking speaking".split()
)


def shut_out(s: Sentence, p: int) -> Range | None:
    """What the verb at ``p`` shuts out, which is left open by who does not: "would not rule out | **a toll**"."""
    if s.word(p) not in ("rule", "rules", "ruled", "ruling") or "out" not in s.lower[p + 1 : p + PARTED]:
        return None
    p += 1 + (s.word(p + 1) == "out")
    return course_at(s, p) if s.what(p) & VERB_ING else phrase_at(s, p)


def turns_down(s: Sentence, p: int) -> bool:
    """Whether the verb at ``p`` turns something down: "voted to **reject** it", "announced she would **skip** it"."""
    verb = DECISION_VERBS.get(s.word(p))
    for particle, frames in verb.frames.items() if verb else ():
        words = particle.split()
        if s.lower[p + 1 : p + 1 + len(words)] == words and "object" in frames:
            objects = OBJECTS.get((s.lower[p], particle))  # "tried to **kill the guard**", beside "the bill"
            figure = objects and objects.needed and not s.has(objects.words, p + 1, p + NEAR)
            return frames["object"].status is Status.DECLINED and not figure
    return False


def is_denied(s: Sentence, first: int, last: int) -> bool:
    """Whether a "not" among some words denies: "voted **not** to sell it", beside "voted not only to sell it"."""
    return any(s.lower[i] in ("not", "never") and s.word(i + 1) not in NOT_ALL for i in range(first, last))


def merely_not_done(s: Sentence, site: Site) -> bool:
    """Whether something was not done, which need not be a choice: "did not sign" beside "would not sign"."""
    going_on = bool(VERB_BITS[s.lower[site.k]] & VERB_ING)  # "is not closing it"
    return site.group.negated and not (site.group.modal or site.group.infinitive or going_on)


def turned(s: Sentence, told: Told, site: Site) -> Told:
    """What a verb tells once negation and modals are heard: "would not approve", "will sign"."""
    if site.group.modal and _is_regretted(s, site):
        return Told(Status.TAKEN if site.group.negated else Status.DECLINED, told.minor)
    if site.group.negated or _is_not_done(s, site):
        return Told(Status.PROPOSED if told.status is Status.DECLINED else Status.DECLINED, told.minor)
    before = _goes_on_from(s, site)  # "voted to close the hall and | **sell** the pier"
    if before is not None and before.rule == "chose doing":
        return Told(before.status, told.minor)
    if told.status is Status.TAKEN and is_to_come(s, site) and not is_announced(s, site.group.start):
        same = before is not None and before.rule == "chose to"
        return Told(before.status if before and same else Status.PROPOSED, told.minor)
    return told


def _goes_on_from(s: Sentence, site: Site) -> Telling | None:
    """What is told right before, where the verb goes on from it: "asked Marr to sell the pier, | **cut** the toll".

    Also by a second "to" or "-ing": "agreed to sell it and | **to cut** jobs", "proposed selling it and | **cutting**".
    """
    told, to = s.told, site.group.start
    if told is None or site.k - max(s.after_time(told.label[1]), told.action[1]) > 2:
        return None  # but "close it by May, | **sell** it"
    doing = VERB_BITS[s.lower[site.k]] & VERB_ING and told.rule == "chose doing" and to == site.k
    again = (s.lower[to] == "to" or doing) and s.what(to - 1) & COORDINATOR
    return told if again or _follows_verb(s, site) else None


def _is_regretted(s: Sentence, site: Site) -> bool:
    """Whether a verb tells what ought to have been otherwise: "**should have** resigned", "**should not have** met"."""
    words = s.lower[site.group.start : site.k]
    return "have" in words and any(word.startswith("should") for word in words)


def is_to_come(s: Sentence, site: Site) -> bool:
    """Whether what a verb tells is yet to be done: "**to sell** it", "**will** sell it", "the idea of **selling**"."""
    at = site.group.start
    if s.word(at - 1) in ("of", "about", "on", "over") and s.word(at - 2) in _UNMADE:
        return True
    if s.tag[at] & VERB_ING and s.word(at - 1) in _BY_MEANS and _is_bare_before(s, at - 1):
        return True  # "wants to help by | **selling** it", "will sell the pier, | **forcing** it to close"
    bare = site.group.infinitive and not (
        stands_behind(s, site, _ORDINALS | BROUGHT_ABOUT) or _is_done_by(s, at) or _had_to(s, at)
    )
    return bare or s.has(_LATER, at, site.k) or _follows_verb(s, site) or _would_be_let(s, at)


def _is_done_by(s: Sentence, to: int) -> bool:
    """Whether what an infinitive at ``to`` tells was done, by means told before: "**spent** $9 million | to buy it"."""
    for i in range(to - 2, max(s.first, to - REACH), -1):
        if s.lower[i] in _MEANS and s.tag[i] & VERB_PAST:
            group = s.group_of(i)
            return not (group.modal or group.passive)
        if s.breaks(i, AUXILIARY | SUBJECT | SUBORDINATOR) and s.lower[i] not in (",", "$"):
            return False
    return False


def _had_to(s: Sentence, to: int) -> bool:
    """Whether somebody did under duress what an infinitive at ``to`` tells: "**was forced** | to sell it"."""
    if s.word(to - 1) not in ("forced", "obliged"):
        return False
    group = s.group_of(to - 1)
    return group.passive and not (group.modal or "being" in s.lower[group.start : to])


def _would_be_let(s: Sentence, start: int) -> bool:
    """Whether somebody would be let do what a verb group at ``start`` tells: "**would let** firms | sell it"."""
    if not s.tag[start] & VERB_BASE:
        return False
    for i in range(start - 1, max(s.first, start - NEAR), -1):
        if s.lower[i] in ("let", "help", "make"):
            return s.lower[i - 1] == "to" or s.lower[i - 1] in _LATER
        if s.breaks(i, COORDINATOR):
            break
    return False


def is_announced(s: Sentence, modal: int) -> bool:
    """Whether who "will" do something has chosen to, as it is announced: "the museum will move, she announced"."""
    return s.lower[modal] in WILL and s.has(_ANNOUNCED, s.first, s.last)


def _is_not_done(s: Sentence, site: Site) -> bool:
    """Whether a verb tells what is not done: "without **asking**", "failed to **ask**", "short of **buying** it".

    Also behind "against", "in no mood" and what is quoted: "was “not ready” **to seek** it".
    """
    at = site.group.start
    before = s.word(at - 1)
    q = at - 1 - (before == "of")  # "has “no intention” of **selling** it"
    if s.word(q) == QUOTATION:
        quoted = plain(s.t.words(q, q + 1)).split()
        return quoted[:1] == ["no"] or (quoted[:1] == ["not"] and quoted[-1] in _READY)
    if s.word(at - 2) == "no" and (s.word(at - 3) == "in" or before in _NEEDS):
        return True  # "sees no need | **to sell** it"
    shuns = before in ("from", "to") and s.word(at - 2) in _SHUNNING
    return s.is_undone(at) or (at == site.k and (before == "against" or shuns))


def stands_behind(s: Sentence, site: Site, words: frozenset[str]) -> bool:
    """Whether a verb follows soon on one of some words: "the **first** town to ban it", "**managed** to ban it"."""
    return s.has(words, site.group.start - 6, site.group.start)


def _follows_verb(s: Sentence, site: Site) -> bool:
    """Whether a bare verb goes on from another: "vowed to close the docks, **sell** the pier"."""
    k, form = site.k, VERB_BITS[s.lower[site.k]]
    joined = s.word(k - 1) == "," or s.what(k - 1) & COORDINATOR
    bare = form & VERB_BASE and joined and site.group.start == k
    if not bare or (form & VERB_PAST and s.word(k - 1) == "but"):
        return False  # "agreed to sell the pier **but put** off a vote"
    own = told_more_of(s, k)
    if own is not None and not _is_bare_before(s, own[0]):
        return False  # "Marr and Reed, the clerks, | **reject** it"
    did = s.told if s.told and s.told.rule == "did" and s.told.status is Status.TAKEN else None
    if did and s.tag[did.label[0]] & (VERB_BASE | VERB_PAST) == VERB_BASE:
        return False  # "Dockers **seize** the pier, | close it", not "put"
    # "Ministers back the dam, **but shelve** the toll"
    return not (form & VERB_PAST or s.word(k - 1) == "but") or _is_bare_before(s, k - 1)


def _is_bare_before(s: Sentence, end: int) -> bool:
    """Whether the last verb before ``end`` is bare, as "cut" behind it then is: "**will close** it | and cut jobs"."""
    for i in range(end - 1, max(s.first, end - REACH), -1):
        if s.lower[i] in _LATER or (s.lower[i] == "to" and s.what(i + 1) & VERB_BASE):
            # not "the firm, **which would** help, | cut jobs"
            return s.lower[end] != "," or s.lower[i - 1] not in RELATIVE_SUBJECTS
        if is_finite(s.tag[i]) and not s.tag[i] & (VERB_BASE | VERB_S | NOUN):
            return False
    return False


def who_does(s: Sentence, site: Site) -> Range | None:
    """Who does what the verb tells; what goes on from what is asked of somebody is asked of him as well."""
    asked = _goes_on_from(s, site)
    if asked and (asked.rule in ASKING_RULES or asked.rule == "chose doing"):
        return asked.actor  # "asked Marr to sell the pier, | **cut** the toll"
    if site.group.infinitive and stands_behind(s, site, _ORDINALS):
        start = site.group.start
        one = s.find_back({"one"}, start - 1, start - 6)
        named = named_before(s, (one, start)) if one and s.word(one - 1) == "," else (one, start)
        return named if named[0] != one else main_subject(s, start)
    return chooser_of(s, site.group.start, finite=site.finite)


def action_of(s: Sentence, site: Site) -> Range:
    """The words that tell the choice, from the verb's group on."""
    return action_from(s, site.group.start, site.k)


def tell_site(
    s: Sentence, site: Site, told: Told, label: Range | None, rule: str, weight: float = 1.0
) -> Telling | None:
    """What a verb tells that its own subject chooses, once what leads to the verb is heard."""
    return tell(s, turned(s, told, site), who_does(s, site), label, action_of(s, site), rule, weight)
