"""Decisions, and what each claim is about.

``tellings`` finds the places that tell a choice, ``gathering`` makes one of those of one choice, ``ranking`` keeps
the choices that the article makes something of, ``actors`` and ``dates`` say who and when, ``about`` links the claims.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from claimcli.lexicon import ADVERB, CAPITAL, COORDINATOR, PLURAL, VERB_BASE, VERB_PAST, VERB_S, WORD
from claimcli.model import Decision, Span, Speaker, Status
from claimcli.parser.attribution import Attribution
from claimcli.parser.decisions.about import Linker
from claimcli.parser.decisions.actors import Actors, spoken_by
from claimcli.parser.decisions.antecedents import DUTY
from claimcli.parser.decisions.choices import Choice, Told, place
from claimcli.parser.decisions.choosers import can_choose
from claimcli.parser.decisions.dates import date_of
from claimcli.parser.decisions.gathering import gather, join_headlines, part_by_actor
from claimcli.parser.decisions.naming import label_of
from claimcli.parser.decisions.ranking import Frame, is_dropped, rank
from claimcli.parser.decisions.sentence import Telling
from claimcli.parser.decisions.tellings import find_tellings
from claimcli.parser.decisions.verb_rules.turning import NOT_DONE
from claimcli.parser.ids import Ids
from claimcli.parser.stems import Sayings, plain
from claimcli.parser.text import Layout, Tokens, tokenize

if TYPE_CHECKING:
    from claimcli.parser.speakers import Speakers

_TITLE: Final = 200
"""A first paragraph of fewer characters is a headline."""

_LEAD: Final = 250
"""How many characters after the headline everyday acts, too, are read in: what an article leads with."""

_NOTES: Final = ("editor s note", "correction  ", "correction \n")
"""What opens a note of the editor's, or is the line above it, as plain text."""

OPENING: Final = 7
"""An article's opening is its headline and this part (a seventh) of the rest."""

_CHOOSES: Final = re.compile(
    r"\W(?:choice to |decision to |(?:refus|declin|promis|vow|decid|reject|agree)[a-z]* )"
)
"""What a quotation must have, as plain text, to be read for all choices; its mark stands before the first word."""
_OFTEN: Final = r"(?:[a-z]+ly |also |just |still |now )?"
_SPEAKS: Final = re.compile(
    rf"\W(?:i|we) {_OFTEN}(?:(?:m|re|am|are|have|ve|don t|do not) )?{_OFTEN}(?:not |never )?(?:[a-z]+(?:ing|ed) "
    r"|will |ll |w(?:o|ould)n t |would (?:[a-z]+ly )?(?:not|never) |ca(?:n t|nnot|n not) |plan |intend |call on |urge "
    r"|chose |sold |quit |withdrew |gave |shut |cut )"
    r"|\W(?:our|my) (?:[a-z]+ )?(?:plan|intention) (?:is|has) | no (?:plan|inten)| will (?:not|never) "
    r"| won t | (?:is|are)(?:n t| not) [a-z]+ing | (?:does not|doesn t) (?:plan|intend) | (?:plans|intends) to "
)
"""What it must have to be read for what who speaks does or means to do, or another turns down."""
_DEMANDS: Final = re.compile(
    r"\W(?!i |we |you |he |she |it |they |that |who |which |this |there )[a-z]+ (?:should|must) "
)
"""What it must have to be read for what somebody should do: "the **council must** close it"."""
_DEMANDED: Final = {"would": 0.5, "would not": 0.5, "should be done": 0.0}
"""Rules by which that is told, and what they weigh less there: what is but demanded is seldom news."""
_OPINIONS: Final = frozenset({"judged", "answered it", "inclined"})
"""Rules by which is told what somebody thinks of a course: "I’m **in favor of** selling it"."""
_PLANS: Final = frozenset({"choice to", "choice of", "own choice"})
_SHALL: Final = frozenset("will ’ll 'll is are am ’m 'm ’re 're".split())
"""How what one means to do opens: "**’m** going to sell it", "**will** sell it", beside "would sell it"."""
_INNER: Final = re.compile(r"[‘“]|\s'\w")
"""What opens a quotation within a quotation, in which another speaks."""
_ONE: Final = frozenset({"i", "we", "my", "our"})


def find_decisions(
    t: Tokens,
    layout: Layout,
    people: Speakers,
    found: list[Attribution],
    speakers: list[Speaker | None],
    ids: Ids,
) -> tuple[list[Decision], list[tuple[str, ...]]]:
    """The decisions of an article, most made of first, and for each attribution the ids of those it is about.

    Adds to the ``rules`` of an attribution why it is about a decision.
    """
    lower = plain(t.text)
    title_end = _title_end(layout)
    lead_end = _lead_end(t, title_end)
    opening_end = max(title_end + (len(lower) - title_end) // OPENING, lead_end)
    cues = bytearray(len(t.raw))
    _mark(cues, [a.cue for a in found if a.cue])
    weighty = bytearray(cues)
    _mark(weighty, [(0, bisect_left(t.start, max(title_end + 1, min(opening_end, title_end + _LEAD))))])
    _mark(weighty, [piece for a in found for piece in a.content])
    spoken = [a for a, who in zip(found, speakers, strict=True) if who and spoken_by(who) is not None]
    of_body = {i for a in spoken for first, last in a.content for i in range(first, last)}
    told = _tellings(t, lower, weighty, of_body)
    notes = {number for opener in _NOTES for number in _notes(opener, lower, layout)}
    if notes:
        told = [each for each in told if layout.paragraph_at(each.action.start) not in notes]
    if not told:
        return [], [() for _ in found]
    gathered = gather(told)
    join_headlines(gathered, title_end)
    sayings = _sayings(t, lower, found)
    actors = Actors(t, people, found, speakers)
    headline_end = title_end * (t.end[t.sentences[0][1] - 1] >= title_end)  # two sentences are no headline
    parted = [each for choice in gathered for each in part_by_actor(choice, actors.names_in, headline_end)]
    ranked = rank(parted, Frame(title_end, lead_end, opening_end, opening_end >= t.end[-1], cues, sayings))
    named = [(choice, actors.name_of(choice)) for choice in ranked]
    unnamed = [choice for choice, name in named[:1] if not name]
    choices = [choice for choice, name in named if not is_dropped(choice, name)] or unnamed
    if not choices:
        return [], [() for _ in found]
    names = dict(named)
    decisions = [_decision(choice, names[choice], layout, ids) for choice in choices]
    linker = Linker(t, layout, lower, choices, sayings, [decision.actor for decision in decisions])
    links = [linker.link(number, a, speakers[number]) for number, a in enumerate(found)]
    known = [decision.id for decision in decisions]
    return decisions, [tuple([known[number] for number in numbers]) for numbers in links]


def _sayings(t: Tokens, lower: str, found: list[Attribution]) -> Sayings:
    """What claims say, with their cues."""
    start, end = t.start, t.end
    texts = []
    for a in found:
        ranges = [*a.content, a.cue] if a.cue else a.content
        texts.append(" ".join([lower[start[first] : end[last - 1]] for first, last in ranges]))
    return Sayings(texts)


def _mark(marks: bytearray, ranges: Iterable[tuple[int, int]]) -> None:
    """Set the byte of every token that belongs to any of the ranges."""
    for first, last in ranges:
        marks[first:last] = b"\x01" * (last - first)


def _tellings(t: Tokens, lower: str, weighty: bytearray, of_body: set[int]) -> list[Told]:
    """What an article and its quotations, those at ``of_body`` by who speaks for others, tell of choices, in order."""
    told = [place(telling, lower) for telling in find_tellings(t, weighty)]
    read = _quoted(t, lower, of_body)
    inside = [Span(t.start[i] + 1, t.end[i] - t.closed(i)) for i in read]
    blocks = tuple([span for span in inside if span.start < span.end])
    if not blocks:
        return told
    quoted = tokenize(t.text, blocks, [])
    for telling in find_tellings(quoted, bytearray(len(quoted.raw))):
        quotation = bisect_right(t.start, telling.t.start[telling.label[0]]) - 1
        sentence = bisect_right(t.sentences, (quotation, len(lower))) - 1
        if read[quotation] is _DEMANDS:
            if telling.rule not in _DEMANDED:
                continue
            telling = telling._replace(weight=telling.weight - _DEMANDED[telling.rule])
        elif read[quotation] is _SPEAKS and not _is_chosen(telling, of_body=quotation in of_body):
            continue
        told.append(place(telling, lower, (quotation, sentence)))
    told.sort(key=lambda each: each.label)
    return told


def _quoted(t: Tokens, lower: str, of_body: set[int]) -> dict[int, re.Pattern[str]]:
    """The quotations that may tell a choice, each by the pattern that says so."""
    read = {}
    for i in t.quotations:
        said = lower[t.start[i] : t.end[i]]
        if _CHOOSES.search(said):
            read[i] = _CHOOSES
        elif i in of_body or _SPEAKS.search(said):
            read[i] = _SPEAKS
        elif (" should " in said or " must " in said) and _DEMANDS.search(said):  # first a quick look
            read[i] = _DEMANDS
    return read


def _is_chosen(telling: Telling, *, of_body: bool) -> bool:
    """Whether who speaks, or (``of_body``) for whom he speaks, does or means it; or another surely does not."""
    t, first, rule = telling.t, telling.action[0], telling.rule
    actor = telling.actor or (first, first)
    declined = telling.status is Status.DECLINED
    opens = t.start[t.sentences[telling.sentence][0]]
    inner = _INNER.search(t.text, opens, t.start[first])  # "they told us, **‘I’m** leaving’"
    if inner or telling.weight <= NOT_DONE or rule in _OPINIONS or t.lower[first] in DUTY:
        return False
    who = first if t.lower[first] in _ONE else first - 1 - (t.what(first - 1) & ADVERB != 0)
    beside = of_body and telling.actor is not None and first - actor[1] in (-1, 0, 1)
    if beside or t.what(first - 1) & COORDINATOR:  # "**I** cannot and | will not sell it"
        who = actor[0]
    if not (beside or t.word(who) in _ONE):
        if telling.actor is None:  # "**there** are no plans to"
            return declined and rule in _PLANS and "there" in t.lower[max(0, first - 4) : first]
        several = telling.actor_tags & (PLURAL | CAPITAL) == PLURAL
        if telling.by_pronoun or several or t.lower[actor[0]] in _ONE or not can_choose(t, actor):
            return False
        undone = rule in _PLANS or rule == "would not" or "not" in t.lower[first : telling.label[0]]
        return rule == "chose to" or (declined and undone)
    if rule == "did":
        plainly = not t.what(who - 1) & WORD or t.what(who - 1) & COORDINATOR  # not "the day | I signed it"
        present = t.tag[first] & (VERB_BASE | VERB_S) and not t.tag[first] & VERB_PAST
        return bool(plainly) and telling.status is not Status.PROPOSED and not present
    if rule in ("choice of", "own choice", "would"):  # not "her candidacy for", "would sell it"
        return declined or t.lower[first] in _SHALL
    return rule != "chose to" or telling.weight >= 1  # not "am **trying** to"


def _notes(opener: str, lower: str, layout: Layout) -> Iterator[int]:
    """The numbers of the paragraphs that are notes of the editor's, which belong to no article."""
    at = lower.find(opener)
    while at >= 0:
        number = layout.paragraph_at(at)
        start, end = layout.paragraphs[number - 1]
        if not lower[start:at].strip(" *_–—-"):
            yield number + (at + len(opener) > end)  # "CORRECTION:" is a line of its own
        at = lower.find(opener, max(at + 1, end))


def _decision(choice: Choice, actor: str | None, layout: Layout, ids: Ids) -> Decision:
    """A choice as a decision: named by its clearest telling, with the status and date of its final one."""
    final, named = choice.final, choice.named
    t = final.telling.t
    label = label_of(named.telling, final.telling.status)
    return Decision(
        id=ids.of(["decision", label, ids.place(named.label)]),
        label=label,
        actor=actor,
        action=t.words(*final.telling.action),
        status=final.telling.status,
        when=_when(choice),
        evidence=t.span(t.sentences[final.telling.sentence]),
        because=tuple(_because(choice, layout)),
    )


def _because(choice: Choice, layout: Layout) -> Iterator[str]:
    """Each telling of a choice by its rule, words and place: the final one, then the others as the text has them."""
    for told in (choice.final, *sorted(choice.others, key=lambda told: told.action)):
        telling, paragraph = told.telling, layout.paragraph_at(told.action.start)
        yield f"{telling.rule}: “{telling.t.words(*telling.action)}” ({telling.status}, ¶ {paragraph})"


def _when(choice: Choice) -> str | None:
    """When a choice was made: by its final telling, else the first of the same status that says so, else the first."""
    for told in (*choice.of_its_status, *choice.others[:1]):
        date = date_of(told.telling)
        if date:
            return date
    return None


def _lead_end(t: Tokens, title_end: int) -> int:
    """Where the first sentence behind the headline ends: a short article’s opening is no less."""
    token = bisect_left(t.start, title_end)
    number = bisect_right(t.sentences, (token, len(t.raw))) - 1
    return t.end[t.sentences[number][1] - 1] if number >= 0 and token < len(t.raw) else title_end


def _title_end(layout: Layout) -> int:
    """Where the headline ends: with the first paragraph, where that is short and others follow."""
    first = layout.paragraphs[0] if layout.paragraphs else Span(0, 0)
    return first.end if len(layout.paragraphs) > 1 and first.end - first.start < _TITLE else 0
