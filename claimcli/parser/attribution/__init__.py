"""Cue, mention and content into attributions, by named rules tried in a visible order.

Where a label, an interview or a post tells whose the words are, that is read alone (``labels``, ``interview``,
``posts``). Any other sentence is read twice. First for an attribution that follows its content or stands inside it
("…, she said", "…, according to the mayor, …"): it owns the sentence, but for what stands in front of it for itself,
and what opens anew behind it. Then, left to right, for those that stand before their content ("He said that …"). What
one attribution has taken, no later one takes again, but for words that somebody is reported to have said within it
(``within``). A quotation that is left over has its speaker from the sentences around it (``lone``).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from claimcli.lexicon import (
    AUXILIARY,
    BE,
    CUE,
    CUE_ADJECTIVE,
    CUE_NOUN,
    PHRASE,
    REPORTEDLY,
    SPEECH,
    TAGS,
    WH,
    WORD,
)
from claimcli.lexicon.look_up import watch
from claimcli.parser.attribution.adjuncts import (
    ADJUNCT_OPENERS,
    ADJUNCT_WORDS,
    according_to,
    as_told_by,
    for_whom,
    in_a_poll,
    in_the_view_of,
    reportedly,
    retold,
)
from claimcli.parser.attribution.after import subject_then_cue_after
from claimcli.parser.attribution.closing import closes_again
from claimcli.parser.attribution.cue_adjectives import adjective_cue
from claimcli.parser.attribution.cue_nouns import noun_cue
from claimcli.parser.attribution.cue_phrases import phrase_cue
from claimcli.parser.attribution.interview import read_interview
from claimcli.parser.attribution.inverted import cue_then_subject_after, cue_then_subject_then_quotation
from claimcli.parser.attribution.labels import (
    closing_label,
    headline_quotation,
    label_with_aside,
    read_labels,
    without_topic,
)
from claimcli.parser.attribution.lone import leads_in_list, listed, read_lone_quotation
from claimcli.parser.attribution.posts import read_posts
from claimcli.parser.attribution.quoted import quoted_utterance
from claimcli.parser.attribution.sentence import Attribution, Sentence, holds_quotation
from claimcli.parser.attribution.signatures import source_in_brackets
from claimcli.parser.attribution.told import heard_after
from claimcli.parser.attribution.verbs import verb_cue
from claimcli.parser.attribution.within import told_within
from claimcli.parser.grammar import end_before_verb
from claimcli.parser.text import DASHES, QUOTATION, Layout, Tokens

__all__ = ["Attribution", "find_attributions"]

# Rules for attributions that follow their content, for cues of some classes. A subject that stands behind
# its cue leaves the cue right behind a mark: where a word stands there, one rule is left.
Rule = Callable[[Sentence, int], bool]
AFTER_A_WORD: Final[tuple[Rule, ...]] = (as_told_by, subject_then_cue_after)
AFTER_WHO_HEARS: Final[tuple[Rule, ...]] = (as_told_by, heard_after, subject_then_cue_after)
AFTER_A_MARK: Final[tuple[Rule, ...]] = (
    cue_then_subject_then_quotation,
    subject_then_cue_after,
    cue_then_subject_after,
)
# Rules for attributions by a phrase, tried where no cue owns the sentence.
BY_PHRASE: Final = (in_the_view_of, for_whom, in_a_poll)
# Rules for attributions that stand before their content, each for cues of a class.
BEFORE_CONTENT: Final = (
    (PHRASE, phrase_cue),
    (CUE, verb_cue),
    (CUE_ADJECTIVE, adjective_cue),
    (CUE_NOUN, noun_cue),
)
_CUES: Final = CUE | CUE_ADJECTIVE | CUE_NOUN | PHRASE
STARTS: Final = watch(
    ["according", "per", QUOTATION, *ADJUNCT_WORDS, *[word for word, what in TAGS.items() if what & _CUES]]
)
"""The spot of all that a rule may start from: it tells whether a sentence is to be read at all."""


_OTHERS: Final[dict[str, Rule]] = {"according": according_to, "per": according_to, "heard": heard_after}
"""Words of other classes that tell whose a content is that stands before them."""
_PARTS: Final = DASHES | {",", ";", "as", QUOTATION}
"""What can part a content from the cue that follows it."""


def find_attributions(t: Tokens, layout: Layout) -> list[Attribution]:
    """The attributions of an article, in the order of the text; once more where its headline opens with but a topic."""
    labels = (read_labels(t, layout) or read_interview(t, layout)) | read_posts(t, layout)
    found = _read(t, layout, labels)
    kept = without_topic(t, layout, labels, found)
    if kept is not labels:
        found = _read(t, layout, kept)
    closing = closing_label(t, layout, found) if found and found[0].sentence else None
    return found if closing is None else [closing, *found]


def _read(t: Tokens, layout: Layout, labels: dict[int, Attribution | None]) -> list[Attribution]:
    """The attributions of an article; ``labels`` tells of some sentences whose words they are."""
    found: list[Attribution] = []
    previous: Attribution | None = None  # the last one that holds a quotation
    latest: Attribution | None = None  # the last one that names its speaker
    leader: Attribution | None = None  # the one that leads in to a list
    for number, starts in enumerate(t.by_sentence(STARTS)):
        if number in labels:
            labelled = labels[number]
            if labelled is not None:
                found.append(labelled)
                previous = latest = labelled
            continue
        here = read_sentence(t, number, starts)
        if number == 0:
            closing = closing_label(t, layout) if not here else None
            here = [closing] if closing is not None else headline_quotation(t, here) + here
        line = listed(t, layout, number, leader) if leader is not None else None
        leader = leader if line is not None else leads_in_list(t, number, here)
        here = here or ([line] if line is not None else [])
        if not here and starts and t.has_quotation(*t.sentences[number]):
            lone = read_lone_quotation(t, layout, number, previous, latest)
            if lone is not None and lone is not previous:
                found.append(lone)
                previous = latest = lone
        found += here
        for a in here:
            if a.mention is None:
                a.mention = a.core = source_in_brackets(t, a.content[-1][1])
            if holds_quotation(t, a.content):
                previous = latest = a
            elif a.mention is not None and a.via is None and not _opens_with(t, number, previous):
                latest = a
        if here and len(starts) > 1:
            found += told_within(t, number, starts, here)
    return found


_TOPIC: Final = 6
"""Tokens of the longest topic before a question, with its colon."""


def _opens_with(t: Tokens, number: int, previous: Attribution | None) -> bool:
    """Whether a sentence opens with what somebody is quoted as saying; whoever else speaks in it does so aside.

    "“It is safe,” said Marr, whom Reed praised. “It is cheap.”": Marr goes on.
    """
    return previous is not None and t.sentences[number][0] == previous.content[0][0]


def read_sentence(t: Tokens, number: int, starts: list[int]) -> list[Attribution]:
    """The attributions of one sentence, in the order of the words that its rules start from."""
    first = t.sentences[number][0]
    lower = t.lower
    adjunct = lower[first] in ADJUNCT_OPENERS
    if not starts and not adjunct:
        return []
    words = [lower[k] for k in starts]
    s = Sentence(t, number, QUOTATION in words)
    opens = t.find({":"}, first, min(first + _TOPIC, s.last), first - 1) + 1
    if lower[s.end - 1] == "?" and s.tag[opens] & (AUXILIARY | WH):
        return []  # "Dam: Does she believe that it is safe?": what the article itself asks is nobody's claim
    if s.quotes and label_with_aside(s, starts[words.index(QUOTATION)]):
        return s.found
    adjunct = adjunct or not ADJUNCT_WORDS.isdisjoint(words)
    if _follows_content(s, starts):
        _in_front(s, starts)
        if closes_again(s, s.taken + 1):
            s.first = s.taken + 2 + (s.word(s.taken + 2) == ",")
            _follows_content(s, [k for k in starts if k >= s.first])
            s.first = first
    elif adjunct:
        for rule in BY_PHRASE:
            if rule(s):
                break
    for k in starts:
        if k >= s.taken:
            _stands_before_content(s, k)
        elif t.tag[k - 1] & REPORTEDLY:
            _told_through(s, k)
    if adjunct and not s.found:
        reportedly(s)
    return s.found


def _follows_content(s: Sentence, cues: list[int]) -> bool:
    """Whether one of the cues follows its content; the first that does owns the sentence."""
    lower, tag = s.lower, s.tag
    at, parted = s.first, False  # what stands before ``at`` has a part in it, or has not
    for k in cues:
        if tag[k] & (SPEECH | PHRASE):
            parted = parted or not _PARTS.isdisjoint(lower[at:k])
            at = k
            if not parted and k != s.first:
                continue
            before = tag[k - 1]
            if not before & WORD or k == s.first:
                rules = AFTER_A_MARK
            else:
                hears = lower[k] == "told" or (before & BE and lower[k - 2] == "it")
                rules = AFTER_WHO_HEARS if hears else AFTER_A_WORD
            for rule in rules:
                if rule(s, k):
                    retold(s)
                    return True
        elif lower[k] in _OTHERS and _OTHERS[lower[k]](s, k):
            return True
    return False


def _in_front(s: Sentence, cues: list[int]) -> None:
    """Read for itself what stands before a later attribution and is no part of its content.

    "She argues that it is safe; the nets, she notes, are not.", "He urged them to free men who, he says, are ill."
    """
    a = s.found[0]
    front = min(part[0] for part in (a.content[0], a.mention, a.cue) if part)
    while front > s.first and (
        s.lower[front - 1] in _JOINS or not (s.tag[front - 1] & WORD or s.lower[front - 1] == QUOTATION)
    ):
        front -= 1
    behind, s.found = s.found, []
    taken, last = s.taken, s.last
    s.taken, s.last = s.first, front
    for k in cues:
        if s.taken <= k < front:
            _stands_before_content(s, k)
    s.taken, s.last = taken, last
    s.found += behind


_JOINS: Final = frozenset(("as", "that", "when", "and", "but"))
"""What joins an attribution to what stands in front: "papers *that*, he said, show", "it is safe, *as* she said"."""


def _stands_before_content(s: Sentence, k: int) -> None:
    """Read what the cue at ``k`` introduces, or the quotation at ``k``, by the first rule that fits.

    A cue in the sentence’s subject takes nothing of the main verb: "Marr, who *said so*, | left".
    """
    spine, last = s.spine(), s.last
    if spine is not None:
        # "Her *warning* that … | was"
        claims = k + 1 == spine[1] and s.lower[k + 1] == "that"
        if claims or spine[1] <= k < spine[2]:
            s.last = end_before_verb(s.t, spine)
    if s.lower[k] == QUOTATION:
        quoted_utterance(s, k)
    for classes, rule in BEFORE_CONTENT:
        if s.tag[k] & classes and rule(s, k):
            break
    s.last = last


def _told_through(s: Sentence, k: int) -> None:
    """ "Marr recalled a meeting where Sund reportedly demanded …": Sund's claim, told by Marr."""
    teller = next((a for a in reversed(s.found) if any(first < k < last for first, last in a.content)), None)
    if teller is None:
        return
    taken, subject, count = s.taken, s.subject, len(s.found)
    s.taken = max(first for first, last in teller.content if first < k)
    _stands_before_content(s, k)
    for inner in s.found[count:]:
        if inner.mention not in (None, teller.mention):
            inner.via = teller
    s.taken, s.subject = taken, subject
