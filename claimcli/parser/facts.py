"""What the article asserts itself, as facts in the order of the text: sentences that no claim touches."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    CAPITAL,
    CUE_VERBS,
    INSERTED,
    NOUN,
    SUBJECT,
    TENSED,
    VERB_BASE,
    inflect,
)
from claimcli.model import Claim, Fact, Span
from claimcli.parser.attribution.interview import ANSWER
from claimcli.parser.attribution.labels import LABELLED, puts_question
from claimcli.parser.grammar import CONTRACTED, verb_group
from claimcli.parser.ids import Ids
from claimcli.parser.text import DASHES, Layout, Tokens

_ANSWERING: Final = frozenset({ANSWER, LABELLED})
"""Rules of claims that a question may stand before."""
_SHORT: Final = 24
"""Tokens of the longest line, credit or request to the reader."""


def to_facts(t: Tokens, layout: Layout, claims: tuple[Claim, ...], ids: Ids) -> tuple[Fact, ...]:
    """The sentences that no claim touches and that assert something."""
    facts = []
    cited = 0  # where the paragraph ends that only asks or cites
    byline = -2  # the number of the last sentence that is one
    answers = {claim.paragraph for claim in claims if claim.because[0] in _ANSWERING}
    for number in _untouched(t, claims):
        first, last = t.sentences[number]
        start = t.start[first]
        place = layout.paragraph_at(start)
        if _is_cited(t, first) and layout.paragraphs[place - 1].start == start:
            cited = layout.paragraphs[place - 1].end
        elif place + 1 in answers and puts_question(t, layout, place):
            cited = layout.paragraphs[place - 1].end  # "**Take me back to the fire.** / Marr: I was at sea"
        if start < cited:
            continue
        if _is_line(t, first, last, below_byline=byline == number - 1):
            byline = number if t.lower[first] == "by" else byline
        elif not (_asks(t, first, last) or _is_to_reader(t, first, last) or _reports(t, first, last)):
            span = t.span((first, last))
            facts.append(Fact(ids.of([ids.place(span)]), t.words(first, last), span, place, ids.article))
    return tuple(facts)


def _untouched(t: Tokens, claims: tuple[Claim, ...]) -> list[int]:
    """The numbers of the sentences that hold words, and nothing of a claim's content or cue."""
    touched = [span for claim in claims for span in claim.spans]
    touched += [claim.cue for claim in claims if claim.cue is not None]
    touched.sort()
    touched.append(Span(len(t.text), len(t.text)))
    spans = iter(touched)
    claimed, free = next(spans)
    found: list[int] = []
    for number, (first, last) in enumerate(t.sentences):
        while free <= t.start[first]:
            claimed, free = next(spans)
        if t.end[last - 1] <= claimed and any(t.tag[first:last]):
            found.append(number)
    return found


_CITED: Final = frozenset("q question claim myth rumor rumour fiction".split())
_LABEL: Final = 4
"""Tokens of the longest label, with its colon."""


def _is_cited(t: Tokens, first: int) -> bool:
    """Whether a sentence opens with the label of what is asked or put to the test: "*Q:* …", "*The claim:* …"."""
    label = t.lower[first : first + _LABEL]
    return ":" in label[1:] and label[label.index(":") - 1] in _CITED


def _asks(t: Tokens, first: int, last: int) -> bool:
    """Whether a sentence is a question, or a heading that is one: "Did we?", "What the bank says"."""
    return t.lower[last - 1] == "?" or (t.lower[first] in _ASKING and t.text[t.end[last - 1] - 1] != ".")


_ASKING: Final = frozenset("what why how who which".split())


def _is_line(t: Tokens, first: int, last: int, *, below_byline: bool) -> bool:
    """Whether a sentence is no assertion but a line of the page: a byline, a credit, a signature, a place, an hour.

    "By Ada Reed", "(Reporting by Ada Reed)", "— Ada Reed, economist", "14:52 GMT"; below a byline, whom the writer
    works for: "Associated Press".
    """
    lower = t.lower
    if last - first > _SHORT and lower[first] != "(":
        return False
    closed = t.text[t.end[last - 1] - 1] in ".!…"
    if below_byline and not closed and all(what & CAPITAL for what in t.tag[first:last]):
        return True
    if _has_verb(t, first, last):
        return lower[last - 1 - closed] in _REPORT and "contributed" in lower[first:last]
    if lower[first] in _OPENS_LINE or (not closed and last - first <= _HEADING):
        return True
    if not any(word.islower() and word not in _IN_LINES for word in t.raw[first:last]):
        return True
    return any(
        word in _PRESS_WORK and lower[k + 1] in _BY for k, word in enumerate(lower[first : last - 1], first)
    )


_HEADING: Final = 8
"""Tokens of the longest heading without a verb."""
_IN_LINES: Final = frozenset({"by", "and", "in", "of", "for", "the", "a.m.", "p.m.", "am", "pm"})
"""What has no capital in a byline."""
_OPENS_LINE: Final = DASHES | {"(", "-", "by"}
_PRESS_WORK: Final = frozenset(
    "reporting editing writing edited written compiled translated translation photograph photographs photo photos "
    "photography illustration illustrations graphic graphics video assistance".split()
)
_BY: Final = frozenset({"by", "from"})
_REPORT: Final = frozenset({"report", "story", "article"})


def _has_verb(t: Tokens, first: int, last: int) -> bool:
    """Whether any word of a sentence may be a finite verb; "press" and "board" are nouns first."""
    lower, tag = t.lower, t.tag
    for k in range(first, last):
        what = tag[k]
        if what & TENSED or (what & VERB_BASE and not what & NOUN):
            return True
        if lower[k] in CONTRACTED and k > first and tag[k - 1] & SUBJECT:
            return True  # "they’re late"
    return False


def _is_to_reader(t: Tokens, first: int, last: int) -> bool:
    """Whether a sentence only asks the reader to read on or to write, or thanks for it.

    "Thanks for reading.", "Sign up for …", "Reach her at ada@post.example."
    """
    if last - first > _SHORT:
        return False
    if t.lower[first] == "(":
        first += 1
    words, text = t.lower[first:last], t.words(first, last)
    if tuple(words[:2]) in _TO_READER or ("edited" in words and "length" in words):
        return True
    writes = t.tag[first] & VERB_BASE or "reached" in words
    return bool(writes and "@" in text) or ("visit" in words and "www." in text)


_TO_READER: Final = frozenset(
    (verb, word)
    for verb, rest in {
        "sign": "up in",
        "subscribe": "to now here today for",
        "follow": "us our me him her them",
        "click": "here the to on",
        "tap": "here the to on",
        "read": "more also next on our it",
        "see": "also more",
        "watch": "more also our",
        "thanks": "for",
        "thank": "you",
        "join": "us our",
        "like": "us our",
        "support": "us our",
        "donate": "to now here today",
        "download": "our the",
        "share": "this your",
        "contact": "us our him her them",
        "reach": "us our him her them",
        "email": "us our him her them",
        "write": "to us",
        "stay": "with tuned",
        "last": "updated",
        "welcome": "to",
        "scroll": "down to",
    }.items()
    for word in rest.split()
)
"""The first two words of what a page says to its reader."""


def _reports(t: Tokens, first: int, last: int) -> bool:
    """Whether a sentence tells what somebody says, though no claim was found in it: that is not the article's word.

    "Nine died, Gov. Reed *said* on the radio": but "Reed has not *said* when" and "He was *told* to leave".
    """
    for k in range(first + 1, last):
        if t.lower[k] in _TELLING and (t.lower[k - 1] != "that" or k - 1 > first):  # "That said, …"
            group = verb_group(t, first, k)
            if not group.negated and not group.passive and not group.infinitive:
                return True
    if t.lower[first] != "as" or "," not in t.lower[first:last]:
        return False
    cue = CUE_VERBS.get(t.lower[t.lower.index(",", first) - 1])  # "As my father used to *say*, …"
    return cue is not None and bool(cue.bits & INSERTED)


_TELLING: Final = frozenset(
    form for lemma in "say tell explain insist argue reply warn".split() for form in inflect(lemma)[1:4]
)
