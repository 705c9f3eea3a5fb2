"""Quotations and lists that stand alone, by whoever leads in to them or spoke last, if no label does (``labels``)."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    CUE,
    INFLECTED,
    POSSESSIVE,
    RELATIVE,
    SOMEBODY,
    SPEECH,
    SUBJECT,
)
from claimcli.parser.attribution.labels import is_rubric
from claimcli.parser.attribution.quoted import leader_of
from claimcli.parser.attribution.sentence import Attribution, Range, Sentence, lemma_of
from claimcli.parser.attribution.signatures import signed_in_line, signer
from claimcli.parser.grammar import is_finite, without_final_mark
from claimcli.parser.text import BULLETS, QUOTATION, Layout, Tokens


def read_lone_quotation(
    t: Tokens, layout: Layout, number: int, previous: Attribution | None, latest: Attribution | None
) -> Attribution | None:
    """The attribution of a sentence that is nothing but a quotation, None where it is none.

    ``previous`` is the last attribution that holds a quotation, ``latest`` the last one that names its
    speaker. The quotation goes on with the previous one (which then is returned, longer), is led in by a
    colon, or is a claim of its own whose speaker carries over. A sentence that only holds a quotation can go on too.
    """
    quotation = _lone_quotation(t, *t.sentences[number])
    if quotation is None:
        signature = signed_in_line(t, number)
        if signature is not None:
            piece = (signature[0] - 2, signature[0] - 1)
            return Attribution([piece], signature, signature, None, number, ["quotation-then-name"])
        if previous is not None and _quotes_on(t, layout, number, previous):
            first, last = t.sentences[number]
            previous.content.append((first, without_final_mark(t, first, last)))
            return previous
        return None
    piece = (quotation, quotation + 1)
    led_in = lead_in(t, number) if number else None
    if led_in is not None:
        led_in.content = [piece]
        return led_in
    signature = signer(t, layout, number, quotation, previous)
    if signature is not None:
        return Attribution([piece], signature, signature, None, number, ["quotation-then-name"])
    if quotation > t.sentences[number][0]:
        return None
    if previous is not None and _same_voice(t, previous, latest) and _goes_on(t, layout, previous, quotation):
        previous.content.append(piece)
        if previous.via is not None:
            previous.via.content.append(piece)  # "“…,” Marr said, according to the Post. “…”"
        return previous
    if _is_heading(t, number, quotation, previous):
        return None
    told_of = _told_of_before(t, number, latest)
    return Attribution(
        [piece], None, None, None, number, ["quotation-without-cue"], carries=latest, told_of=told_of
    )


def _told_of_before(t: Tokens, number: int, latest: Attribution | None) -> Range | None:
    """Of whom the sentence before a quotation tells, if nobody speaks in it: "*Reed* was furious. / “Shame.”"."""
    if number < 2 or (latest is not None and latest.sentence == number - 1):
        return None
    s = Sentence(t, number - 1)
    if t.has_quotation(s.first, s.last):
        return None
    for verb in range(s.first + 1, s.last):
        subject = s.subject_of_verb(verb) if is_finite(s.tag[verb]) else None
        # behind "Reed, **who** left, was furious" the main verb is to come
        if subject is not None and not t.tag[subject[2] - 1] & RELATIVE:
            return (subject[0], subject[2]) if t.tag[subject[2] - 1] & SOMEBODY else None
    return None


def _is_heading(t: Tokens, number: int, quotation: int, previous: Attribution | None) -> bool:
    """Whether a quotation that stands alone is a heading: "“Related:”", "“A PLAN TOO MANY”", with no final mark.

    Any mark may end one in single marks, where what is said has double ones: "‘A long road.’"
    """
    text = t.words(quotation, quotation + 1).rstrip("”’\"'»")
    bare = t.sentences[number] == (quotation, quotation + 1) and t.closed(quotation)
    if not bare or len(text) >= _HEADING:
        return False
    said = (
        k
        for piece in (previous.content if previous else ())
        for k in range(*piece)
        if t.lower[k] == QUOTATION
    )
    other = _is_single(t, quotation) and not _is_single(t, next(said, quotation))
    return other or text[-1:] not in ".?!…,"


def _is_single(t: Tokens, quotation: int) -> bool:
    """Whether a quotation opens with one mark of a single stroke: "‘No,’", not "“No,”", "''No,''"."""
    opens = t.text[t.start[quotation] : t.start[quotation] + 2]
    return opens[0] in "‘'" and opens != "''"


_HEADING: Final = 60
"""Characters of the longest heading."""


_PAGE: Final = 2000
"""Characters of the longest paragraph; what is longer is a page stored as one line."""
_PART: Final = 25
"""Characters of the shortest quotation inside a sentence that carries a claim on: shorter ones are terms."""


def _quotes_on(t: Tokens, layout: Layout, number: int, previous: Attribution) -> bool:
    """Whether a sentence without a cue quotes on from the one before: "…, he said. They face “a long, cold year.”" """
    if number == 0 or previous.cue is None:
        return False
    begin, end = t.sentences[number - 1]
    if not begin <= max(previous.content[-1][1] - 1, previous.cue[0]) < end:
        return False
    first, last = t.sentences[number]
    paragraph = layout.paragraph_at(t.start[first])
    if paragraph != layout.paragraph_at(t.start[previous.cue[0]]):
        return False
    block = layout.paragraphs[paragraph - 1]
    opens = next((i for i in range(first, last) if t.tag[i] or t.lower[i] == QUOTATION), first)
    if block.end - block.start > _PAGE and t.lower[opens] != QUOTATION:
        return False  # what may stand in another paragraph
    return any(t.lower[i] == QUOTATION and t.end[i] - t.start[i] >= _PART for i in range(first, last))


def _lone_quotation(t: Tokens, first: int, last: int) -> int | None:
    """The quotation that a sentence consists of, if it is one, and a rubric: "THE CLAIM: “…” — Ann Marr"."""
    colon = t.find({":"}, first + 1, min(first + 4, last - 1), 0)
    first = colon + 1 if colon and is_rubric(t, first, colon) else first
    return None if t.lower[first] != QUOTATION or any(t.tag[first + 1 : last]) else first


def lead_in(t: Tokens, number: int) -> Attribution | None:
    """The attribution, still empty, that the sentence before leads in: "She put it so:", "Marr agreed" """
    first, last = t.sentences[number - 1]
    led_in = None
    if t.lower[last - 1] == ":" or _ends_with_cue(t, first, last):
        led_in = leader_of(Sentence(t, number - 1), last - 1)
    if led_in is None:
        return None
    subject, cue = led_in
    mention, core = (subject[0], subject[1]), (subject[0], subject[2])
    return Attribution([], mention, core, cue, number, ["colon-then-quotation"], lemma_of(t, cue[0]))


def _ends_with_cue(t: Tokens, first: int, last: int) -> bool:
    """Whether a short sentence does no more than say that somebody spoke: "Marr agreed." """
    k = without_final_mark(t, first, last) - 1
    if not first < k < first + 12 or QUOTATION in t.lower[first:k] or "," in t.lower[first:k]:
        return False
    return bool(t.tag[k] & CUE and t.tag[k] & INFLECTED)


def _same_voice(t: Tokens, previous: Attribution, latest: Attribution | None) -> bool:
    """Whether the last claim is by whom the last quotation is: the same words, a pronoun, or itself."""
    if latest is None or latest.core is None or previous.core is None:
        return True
    if t.tag[latest.core[0]] & (SUBJECT | RELATIVE | POSSESSIVE):
        return True
    return t.lower[latest.core[1] - 1] == t.lower[previous.core[1] - 1]


def _goes_on(t: Tokens, layout: Layout, previous: Attribution, quotation: int) -> bool:
    """Whether a lone quotation continues the claim before: in its paragraph, or from a quotation left open."""
    paragraph = layout.paragraph_at(t.start[quotation])
    last = previous.content[-1][1] - 1
    if layout.paragraph_at(t.start[last]) == paragraph:
        return True
    return (
        t.lower[last] == QUOTATION
        and layout.paragraph_at(t.start[last]) == paragraph - 1
        and not t.closed(last)
    )


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
    """What a line of a list says by whoever leads in to it; None where the sentence is none, or an empty one."""
    first, last = t.sentences[number]
    line = layout.paragraphs[layout.paragraph_at(t.start[first]) - 1]
    if t.text[line.start] not in BULLETS:
        return None
    first += t.raw[first] in BULLETS
    end = without_final_mark(t, first, last)
    if first >= end:
        return None  # a bullet, and nothing behind it
    rules = ["cue-then-list"]
    return Attribution([(first, end)], leader.mention, leader.core, leader.cue, number, rules, leader.lemma)
