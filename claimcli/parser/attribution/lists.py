"""Lists that somebody’s words lead in to: "The minister said:", and a bullet for each thing said."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import SPEECH
from claimcli.parser.attribution.quoted import leader_of
from claimcli.parser.attribution.sentence import Attribution, Sentence, lemma_of
from claimcli.parser.grammar import without_final_mark
from claimcli.parser.text import BULLETS, Layout, Tokens

_BULLETS: Final = BULLETS | frozenset("‣◦-–—")
"""What opens a line of a list."""


def leads_in_list(t: Tokens, number: int, here: list[Attribution]) -> Attribution | None:
    """The attribution whose content is the list below the sentence: "The minister said:", "… recommends that:".

    ``here`` are those of the sentence; one that found nothing but "that" for its content is taken out of them.
    """
    last = t.sentences[number][1]
    if t.lower[last - 1] != ":" or number + 1 == len(t.sentences):
        return None
    if here and t.lower[slice(*here[-1].content[0])] == ["that"]:
        return here.pop()
    led_in = leader_of(Sentence(t, number), last - 1)
    if led_in is None or not t.tag[led_in[1][0]] & SPEECH:
        return None
    subject, cue = led_in
    return Attribution(
        [], (subject[0], subject[1]), (subject[0], subject[2]), cue, number, [], lemma_of(t, cue[0])
    )


def listed(t: Tokens, layout: Layout, number: int, leader: Attribution) -> Attribution | None:
    """What a line of a list says by whoever leads in to it; None where the sentence is no such line."""
    first, last = t.sentences[number]
    line = layout.paragraphs[layout.paragraph_at(t.start[first]) - 1]
    if t.text[line.start] not in _BULLETS:
        return None
    first += t.raw[first] in _BULLETS
    end = without_final_mark(t, first, last)
    if first >= end:
        return None
    rules = ["cue-then-list"]
    return Attribution([(first, end)], leader.mention, leader.core, leader.cue, number, rules, leader.lemma)
