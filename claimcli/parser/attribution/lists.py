"""Lists that somebody’s words lead in to: "The minister said:", and a bullet for each thing said."""

from __future__ import annotations

from claimcli.lexicon import SPEECH
from claimcli.parser.attribution.lone import lead_in
from claimcli.parser.attribution.sentence import Attribution
from claimcli.parser.grammar import without_final_mark
from claimcli.parser.text import BULLETS, Layout, Tokens


def leads_in_list(t: Tokens, number: int, here: list[Attribution]) -> Attribution | None:
    """The attribution whose content is the list below the sentence: "The minister said:", "… recommends that:".

    ``here`` are those of the sentence; one that found nothing but "that" for its content is taken out of them.
    """
    last = t.sentences[number][1]
    if t.lower[last - 1] != ":" or number + 1 == len(t.sentences):
        return None
    if here and t.lower[slice(*here[-1].content[0])] == ["that"]:
        return here.pop()
    leader = lead_in(t, number + 1)
    return leader if leader is not None and leader.cue and t.tag[leader.cue[0]] & SPEECH else None


def listed(t: Tokens, layout: Layout, number: int, leader: Attribution) -> Attribution | None:
    """What a line of a list says by whoever leads in to it; None where the sentence is no such line."""
    first, last = t.sentences[number]
    line = layout.paragraphs[layout.paragraph_at(t.start[first]) - 1]
    if t.text[line.start] not in BULLETS:
        return None
    first += t.raw[first] in BULLETS
    end = without_final_mark(t, first, last)
    if first >= end:
        return None
    rules = ["cue-then-list"]
    return Attribution([(first, end)], leader.mention, leader.core, leader.cue, number, rules, leader.lemma)
