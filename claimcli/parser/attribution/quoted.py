"""Quotations that no known cue introduces: any verb beside one can tell who speaks.

"A footnote makes that clear: “…”", "“Mexico!” the audience screamed", "From Marr’s post: “…”". Only whole
utterances count; a word or a title in quotation marks is left alone.
"""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    DETERMINER,
    INFLECTED,
    LINK,
    NOUN,
    NUMBER,
    RELATIVE,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    WH,
)
from claimcli.parser.attribution.clause_extent import end_of_quote
from claimcli.parser.attribution.labels import is_rubric, labelled_quotation
from claimcli.parser.attribution.sentence import Range, Sentence, ends_with_pause, is_utterance, lemma_of
from claimcli.parser.attribution.subjects import subject_of
from claimcli.parser.grammar import REACH, Subject, is_finite

_SPEAKER: Final = CAPITAL | DETERMINER | SUBJECT | NUMBER
_BEHIND_WHO: Final = frozenset({"to", "on", "about"})
_NO_SPEAKER: Final = AUXILIARY | VERB_PAST | LINK | ADVERB | VERB_ING


def quoted_utterance(s: Sentence, q: int) -> bool:
    """Attribute the quotation at ``q``, which no cue has taken."""
    return labelled_quotation(s, q) or _led_in(s, q) or _followed_by_verb(s, q)


def _led_in(s: Sentence, q: int) -> bool:
    """ "The notice makes it plain: “…”", "From Marr’s post: “…”"."""
    if q - 2 < s.first or s.lower[q - 1] not in (",", ":") or not is_utterance(s.t, q):
        return False
    led_in = leader_of(s, q - 1)
    if led_in is None:
        return False
    subject, cue = led_in
    of = s.find({"of", "from"}, subject[0], subject[2])
    if of and s.lower[of - 1] in _ANSWERS:  # "The answer **of Anna Marr** was short: “…”"
        subject = (of + 1, subject[1], subject[2])
    content = (q, end_of_quote(s, q, cue[0]))
    rule = "colon-then-quotation" if s.lower[cue[0]] == ":" else "verb-then-quotation"
    return s.add([content], subject, cue, rule, lemma_of(s.t, cue[0]))


_ANSWERS: Final = frozenset("answer response reply words message view verdict note".split())
"""What somebody says with whoever says it behind."""


def leader_of(s: Sentence, mark: int) -> tuple[Subject, Range] | None:
    """Who leads in to what follows the comma or colon at ``mark``, and by which word.

    "The notice *makes* it plain: …", "Reed *smiled* at what happened: …", "*Stated* Reed: …", "From
    Reed’s post*:* …".
    """
    t, lower, tag = s.t, s.lower, s.tag
    floor = max(s.taken, mark - REACH)
    k = mark - 1
    inner: tuple[Subject, Range] | None = None  # who does what in a clause that stands between
    while k >= floor:
        if lower[k] in (",", ";") and lower[mark] == "," and not inner:
            break
        if is_finite(tag[k]):
            group = s.group_of(k, floor)
            if group.start > s.first and tag[group.start - 1] & (RELATIVE | WH):
                floor = max(s.first, mark - REACH)  # on to the main verb
            elif (subject := subject_of(s, group, k)) is not None:
                if tag[subject[0]] & NUMBER and s.what(subject[0] + 1) & TIME:
                    return None  # "**Two minutes** later came another: “…”"
                verb = k
                if tag[k] & AUXILIARY:  # "has just smiled"
                    verb = t.tagged(VERB_PARTICIPLE, k + 1, min(k + 4, mark), k)
                if inner is None and s.what(subject[0] - 1) & SUBORDINATOR:
                    # "She said as **he introduced** her, “…”": on to "said"
                    inner = subject, (verb, verb + 1)
                elif inner is None or tag[verb] & SPEECH:
                    return subject, (verb, verb + 1)
        k -= 1
    if inner or lower[mark] != ":":
        return inner
    if tag[s.first] & SPEECH and tag[s.first] & VERB_PAST:
        end = s.phrase_end(s.first + 1, mark)
        return ((s.first + 1, mark, end), (s.first, s.first + 1)) if end > s.first + 1 else None
    phrase = s.phrase_before(mark, s.taken)
    if phrase is None or phrase[0] > s.first + 1 or is_rubric(t, s.first, mark):
        return None
    end = t.find(_BEHIND_WHO, *phrase, phrase[1])  # "Reed to bakers: “…”"
    return (phrase[0], end, end), (mark, mark + 1)


def _followed_by_verb(s: Sentence, q: int) -> bool:
    """ "“Mexico!” the audience roared"; "“Mad” is how Marr described it"."""
    t, tag = s.t, s.tag
    how = s.what(q + 1) & AUXILIARY and s.word(q + 2) == "how"
    if q != s.first or not (how or ends_with_pause(t, q)) or q + 2 >= s.last:
        return False
    if how:
        return _followed_by_speech(s, q, q + 3)
    inverted = tag[q + 1] & VERB_PAST and tag[q + 2] & CAPITAL  # "“Mexico!” *roared* Ann Marr"
    start = q + 2 if inverted else q + 1
    end = s.phrase_end(start)
    verb = q + 1 if inverted else end
    if start < end and s.what(verb) & VERB_PAST:
        s.add([(q, q + 1)], (start, end, end), (verb, verb + 1), "quotation-then-verb", lemma_of(t, verb))
        s.taken = max(s.taken, end)
        return True
    return _followed_by_speech(s, q, q + 1)


def _followed_by_speech(s: Sentence, q: int, opens: int) -> bool:
    """ "“Who pays?” a reporter in a hat “from Paris” can be heard asking as …": whoever stands before the verb."""
    t, tag = s.t, s.tag
    for k in range(opens, min(q + REACH, s.last)):
        told = tag[k] & (INFLECTED | VERB_ING) and not tag[k] & (NOUN | CAPITAL)
        if not (told and tag[k] & SPEECH):
            continue
        start, stop = (k + 1, s.last) if k == q + 1 else (opens, s.group_of(k, opens).start)
        core = end = s.phrase_end(start, stop)
        if start == end:  # "said the printed card", "From said"
            core = end = t.find({","}, start, stop, stop)
        if core == start or (tag[start] & _NO_SPEAKER and not tag[start] & _SPEAKER):
            return False
        if k > start and t.lower[end] == ",":
            end = stop - (t.lower[stop - 1] == ",")
        s.add([(q, q + 1)], (start, end, core), (k, k + 1), "quotation-then-verb", lemma_of(t, k))
        s.taken = max(k + 1, core)
        return True
    return False
