"""Interviews that nothing labels: each question is a paragraph of its own, and what follows is the answer."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise, takewhile
from typing import Final

from claimcli.parser.attribution.closing import OWN_STORY
from claimcli.parser.attribution.labels import goes_on_talking, puts_question, question_before, talk
from claimcli.parser.attribution.sentence import Attribution
from claimcli.parser.text import QUOTATION, Layout, Tokens

ANSWER: Final = "question-then-answer"
"""The rule by which what follows a question is a claim of whoever is interviewed."""
_FEWEST: Final = 3
"""Questions that make an interview: an article may put one or two of its own."""
_LONGEST: Final = 80
"""Tokens of the longest question."""
_INTERVIEWS: Final = frozenset("interview interviewed interviews conversation q&a edited condensed".split())
_TALKING: Final = frozenset("spoke spoken speaks talked talks chatted chats sat sits caught".split())
_TO: Final = frozenset({"to", "with"})
_YOURS: Final = frozenset({"you", "your"})


def read_interview(t: Tokens, layout: Layout) -> dict[int, Attribution | None]:
    """ "Ann Marr sat down with us. / Will the pier reopen? / *Not this year. We have no money.*"

    Returns by sentence number the attribution of the answer that begins there, None for the sentences that it covers.
    The article has to tell of an interview, the questions are put to "you", and most answers are of "me" or "us":
    else they are the article's own, as in "What happens next?".
    """
    asked = [place for place in range(2, len(layout.paragraphs)) if _asks(t, layout, place)]
    if len(asked) < _FEWEST:
        return {}
    begins = [t.start[first] for first, _ in t.sentences]
    opens = [bisect_left(begins, paragraph.start) for paragraph in layout.paragraphs]
    opens.append(len(begins))  # opens[place] is the first sentence behind a paragraph
    answers = _answers(t, asked, opens)
    if not _is_interview(t, [range(opens[place - 1], opens[place]) for place in asked], answers):
        return {}
    found: dict[int, Attribution | None] = {}
    for part in answers:
        found.update(dict.fromkeys(part))
        content = talk(t, [t.sentences[n] for n in part])
        question = question_before(t, layout, part[0])
        found[part[0]] = Attribution(content, None, None, None, part[0], [ANSWER], asked=question)
    return found


def _answers(t: Tokens, asked: list[int], opens: list[int]) -> list[list[int]]:
    """The sentences of each answer: up to the next question, or to what the article tells before that."""
    ends = [*(opens[place - 1] for place in asked[1:]), _end_of_last(t, opens[asked[-1] :])]
    parts = [range(opens[place], end) for place, end in zip(asked, ends, strict=True)]
    spoken = [list(takewhile(lambda n: goes_on_talking(t, t.sentences[n]), part)) for part in parts]
    return [part for part in spoken if part]


def _is_interview(t: Tokens, questions: list[range], answers: list[list[int]]) -> bool:
    """Whether an article tells, above its first question or at its end, that somebody was asked and answers."""
    told = [
        *range(questions[0].start),
        *range(max(questions[-1].stop, len(t.sentences) - 2), len(t.sentences)),
    ]
    to_you = any(not _YOURS.isdisjoint(_words(t, n)) for question in questions for n in question)
    mine = [part for part in answers if any(not OWN_STORY.isdisjoint(_words(t, n)) for n in part)]
    if not to_you or len(mine) < max(2, len(answers) / 2):
        return False
    return any(_tells_of_interview(_words(t, n)) for n in told)


def _words(t: Tokens, number: int) -> list[str]:
    """The words of a sentence."""
    return t.lower[slice(*t.sentences[number])]


def _asks(t: Tokens, layout: Layout, place: int) -> bool:
    """Whether a paragraph is a question that nobody is quoted with."""
    if not puts_question(t, layout, place):
        return False
    start, end = layout.paragraphs[place - 1]
    first, last = bisect_left(t.start, start), bisect_left(t.start, end)
    return (
        last - first <= _LONGEST
        and QUOTATION not in t.lower[first : first + 1]
        and not t.has_quotation(first, last)
    )


def _tells_of_interview(words: list[str]) -> bool:
    """Whether a sentence tells of an interview: "Marr *spoke to* us", "This *interview* has been edited"."""
    if not _INTERVIEWS.isdisjoint(words):
        return True
    return any(word in _TALKING and not _TO.isdisjoint(words[i : i + 3]) for i, word in enumerate(words))


def _end_of_last(t: Tokens, opens: list[int]) -> int:
    """Where the last answer ends, whose paragraphs open at some sentences: what tells of nobody’s "me" is a note."""
    for first, last in list(pairwise(opens))[1:]:
        if all(OWN_STORY.isdisjoint(_words(t, n)) for n in range(first, last)):
            return first
    return opens[-1]
