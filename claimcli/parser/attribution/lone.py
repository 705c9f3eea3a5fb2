"""Quotations that stand alone, and paragraphs that open with a speaker’s label."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    AUXILIARY,
    CAPITAL,
    CUE,
    NOUN,
    NUMBER,
    POSSESSIVE,
    RELATIVE,
    SPEECH,
    SPOKEN_FORMS,
    SUBJECT,
    VERB_PAST,
    VERB_S,
)
from claimcli.parser.attribution.closing import RUBRICS
from claimcli.parser.attribution.quoted import label_end, leader_of
from claimcli.parser.attribution.sentence import Attribution, Range, Sentence, lemma_of
from claimcli.parser.grammar import is_finite, without_final_mark
from claimcli.parser.text import DASHES, QUOTATION, Layout, Tokens

_ASKERS: Final = frozenset({"reporter", "question", "questioner", "interviewer", "journalist"})
"""By which labels questions are put that are nobody's claim."""
_NAME: Final = 3
"""Tokens of the longest name by which somebody is labelled in mixed case."""
_TALK: Final = frozenset({"i", "you", "we", "my", "your", "our"})
_TALKING: Final = 8
"""How many people may talk to each other by name."""
_LABEL: Final = 8
"""Tokens of the longest label, with its colon."""


def read_labels(t: Tokens, layout: Layout) -> dict[int, Attribution | None]:
    """Paragraphs that open with a speaker and a colon ("TAPPER: …", "Q: …", "Cruz: Trump would lose").

    Returns by sentence number the attribution of the paragraph that begins there, None for the
    sentences that it covers. In a transcript (three labels or more in capitals) only such labels count, and names by
    which people talk to each other; a paragraph with no label goes on. Elsewhere such names count, and a label that
    opens the article.
    """
    labels = _labels(t, layout)
    if not labels:
        return {}
    capitals = {number for number, _ in labels if t.raw[t.sentences[number][0]].isupper()}
    asks = any(t.raw[t.sentences[number][0]] == "Q" for number in capitals)
    transcript = len(capitals) >= (2 if asks else 3)
    exchange = _exchange(t, layout, labels, transcript)
    counting = (capitals if transcript else {0}) | exchange
    found: dict[int, Attribution | None] = {}
    for index, (number, colon) in enumerate(labels):
        if number not in counting or _names_topic(t, number, colon):
            continue
        first, last = t.sentences[number]
        following = labels[index + 1][0] if index + 1 < len(labels) else len(t.sentences)
        goes_on = transcript and number in capitals and t.lower[first] not in ("q", "a")
        goes_on = goes_on or (number in exchange and following in exchange)
        again = following < len(t.sentences) and t.lower[labels[index + 1][1] - 1] == t.lower[colon - 1]
        end = _end_of_labelled(t, layout, number, following, goes_on, again)
        pieces = [(colon + 1, last), *t.sentences[number + 1 : end]]
        pieces = [(a, _without_stop(t, a, b)) for a, b in pieces if a < b]
        content = [(a, b) for a, b in pieces if a < b]
        if not content:
            continue
        found.update(dict.fromkeys(range(number, end)))
        if not _only_asks(t, first, colon, t.sentences[end - 1][1]):
            mention = None if t.lower[first] == "a" else (first, _end_of_name(t, first, colon))
            cue = (colon, colon + 1)
            found[number] = Attribution(content, mention, mention, cue, number, ["label-then-content"])
    return found


def _names_topic(t: Tokens, number: int, colon: int) -> bool:
    """Whether a headline’s label only names its topic, since its speaker closes it: "Arra: Reds rise, *says coach*".

    Or since it is no name: "School Cancels Prom: …".
    """
    if not _end_of_name(t, t.sentences[number][0], colon):
        return True
    last = t.sentences[number][1]
    for k in range(max(colon + 2, last - _CLOSING), last - 1):
        if t.tag[k] & SPEECH and t.tag[k] & VERB_S and t.lower[k - 1] in (",", "-", "–", QUOTATION):
            return bool(t.tag[last - 1])
    return False


_CLOSING: Final = 6
"""Tokens of the longest attribution that closes a headline: ", says former Arra coach"."""


def _without_stop(t: Tokens, first: int, last: int) -> int:
    """Where a sentence ends before its full stop; a question keeps its mark."""
    return last if t.lower[last - 1] == "?" else without_final_mark(t, first, last)


def _only_asks(t: Tokens, first: int, colon: int, last: int) -> bool:
    """Whether a labelled paragraph only asks, which is nobody's claim: "*Q:* …", "*REPORTER:* Was it late?"."""
    if t.raw[first] == "Q" and colon == first + 1:
        return True
    return colon - first == 1 and t.lower[first] in _ASKERS and t.lower[last - 1] == "?"


def _exchange(t: Tokens, layout: Layout, labels: list[tuple[int, int]], transcript: bool) -> set[int]:
    """The labels by which people talk to each other that the article names: "*Reed:* Was it late? / *Marr:* It was".

    Outside a transcript somebody has to answer, or to speak again, and one of them to say "I" or "you", or ask: else
    the labels are those of a list ("*Marr:* First place. / *Reed:* Second").
    """
    turns: dict[str, list[int]] = {}
    answers: dict[str, int] = {}
    at = -1  # the paragraph of the label before
    for number, colon in labels:
        first = t.sentences[number][0]
        plain = colon - first <= _NAME and all(what & CAPITAL for what in t.tag[first:colon])
        place = layout.paragraph_at(t.start[first])
        if plain and not (transcript and t.raw[first].isupper()):
            name = t.lower[colon - 1]
            turns.setdefault(name, []).append(number)
            if puts_question(t, layout, place - 1):
                sure = (
                    at == place - 1 and colon - first > 1
                )  # "*Tom Reed:* Was it late? / *Ann Marr:* It was."
                answers[name] = answers.get(name, 0) + (2 if sure else 1)
        at = place
    if not transcript and max(answers.values(), default=0) > 1 and len(turns) <= _TALKING:
        return {number for numbers in turns.values() for number in numbers}
    if len(turns) < 2 or len(turns) > _TALKING:
        return set()
    named = {name: numbers for name, numbers in turns.items() if t.lower.count(name) > len(numbers)}
    spoken = [number for numbers in named.values() for number in numbers]
    if transcript:
        return set(spoken) if len(named) > 1 else set()
    again = sum(len(numbers) > 1 for numbers in named.values()) > 1
    return set(spoken) if again and any(_talks(t, *t.sentences[number]) for number in spoken) else set()


def _talks(t: Tokens, first: int, last: int) -> bool:
    """Whether a sentence is said to somebody: "*I* think so", "Was it late*?*"."""
    return t.lower[last - 1] == "?" or not _TALK.isdisjoint(t.lower[first:last])


def puts_question(t: Tokens, layout: Layout, place: int) -> bool:
    """Whether a paragraph puts a question: it ends with its mark, or is printed bold as a whole."""
    if place < 1:
        return False
    start, end = layout.paragraphs[place - 1]
    bold = t.text.startswith("**", start) and t.text.endswith("**", start + 2, end)
    return bold or t.text.endswith("?", start, end)


def _labels(t: Tokens, layout: Layout) -> list[tuple[int, int]]:
    """The sentences that open a paragraph with a label, each with the label's colon."""
    openings = {start + 2 * t.text.startswith("**", start) for start in layout.starts}
    asks = False  # whether there is a "Q." that its "A." answers
    found: list[tuple[int, int]] = []
    for number, (first, last) in enumerate(t.sentences):
        if t.start[first] not in openings:
            continue
        if t.raw[first] in ("Q", "A") and last > first + 2 and t.lower[first + 1] == ".":
            asks = asks or t.raw[first] == "Q"
            if asks:
                found.append((number, first + 1))  # "Q. Was it late?"
        elif ":" in t.lower[first : first + _LABEL]:
            colon = _label_end(t, first, last)
            if colon is not None:
                found.append((number, colon))
    return found


def _end_of_labelled(
    t: Tokens, layout: Layout, number: int, following: int, goes_on: bool, again: bool
) -> int:
    """The first sentence after ``number`` that its label does not cover: by the next label at the latest.

    The label covers its paragraph and, where the speaker ``goes_on``, further ones that are no words of the article's.
    Where the next label is the same ``again``, somebody else asks before it.
    """
    shouts = t.raw[t.sentences[number][0]].isupper()
    before = layout.paragraph_at(t.start[t.sentences[following][0]]) - 1 if again and not shouts else 0
    label = t.sentences[number][0]
    paragraph = layout.paragraph_at(t.start[label])
    end = number + 1
    while end < following:
        place = layout.paragraph_at(t.start[t.sentences[end][0]])
        bold = t.text.startswith("**", layout.paragraphs[place - 1].start)
        asked = bold or place == before or ((again or not shouts) and puts_question(t, layout, place))
        if place != paragraph and not (goes_on and not asked and _goes_on_talking(t, t.sentences[end])):
            break
        end += 1
    return end


def _goes_on_talking(t: Tokens, sentence: tuple[int, int]) -> bool:
    """Whether a sentence below a label's paragraph is still its speaker's: not what the article tells of it."""
    words = t.lower[slice(*sentence)]
    return words[0] not in ("(", "[") and (QUOTATION not in words or SPOKEN_FORMS.isdisjoint(words))


def _end_of_name(t: Tokens, first: int, colon: int) -> int:
    """Where the name in a label ends: "**ODA FELL** (caller):", "**Mayor Fell** On The Flood:"."""
    if t.lower[colon - 1] == ")":
        return t.lower.index("(", first, colon)
    return label_end(t, first, colon)


def _label_end(t: Tokens, first: int, last: int) -> int | None:
    """The colon of a label that opens a paragraph: a few names or capitals, no verb; a bracket may follow."""
    end = min(first + _LABEL, last - 1)
    bracket = False
    for i in range(first, end):
        if t.lower[i] == ":":
            return i if i > first and not bracket and t.lower[i - 1] not in RUBRICS else None
        if t.lower[i] == "(" and i > first:
            bracket = True
        if bracket:
            bracket = t.lower[i] != ")"
            continue
        what = t.tag[i]
        if (
            not (what & (CAPITAL | NUMBER) or t.lower[i] in (".", ",", "of", "the", "and", "&", "’s", "'s"))
            or what & AUXILIARY
        ):
            return None
    return None


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
    signature = _signature(t, number, quotation)
    if signature is not None:
        return Attribution([piece], signature, signature, None, number, ["quotation-then-name"])
    if previous is not None and _same_voice(t, previous, latest) and _goes_on(t, layout, previous, quotation):
        previous.content.append(piece)
        if previous.via is not None and previous.via.sentence == previous.sentence:
            previous.via.content.append(piece)  # "“…,” Marr said, according to the Post. “…”"
        return previous
    if _is_heading(t, number, quotation):
        return None
    return Attribution([piece], None, None, None, number, ["quotation-without-cue"], carries=latest)


def _is_heading(t: Tokens, number: int, quotation: int) -> bool:
    """Whether a quotation that stands alone is a heading: "“Related:”", "“A PLAN TOO MANY”", with no final mark."""
    text = t.text[t.start[quotation] : t.end[quotation]].rstrip("”’\"'»")
    bare = t.sentences[number] == (quotation, quotation + 1) and t.closed(quotation)
    return bare and len(text) < _HEADING and text[-1:] not in ".?!…,"


_HEADING: Final = 60
"""Characters of the longest heading."""


def _signature(t: Tokens, number: int, quotation: int) -> Range | None:
    """Whose name stands on a line of its own below a quotation.

    "“It is safe.” / — Anna Marr, mayor", or before the closing mark: "“It is safe. / Anna Marr, mayor”".
    """
    if number + 1 == len(t.sentences):
        return None
    first, last = t.sentences[number + 1]
    dash = t.lower[first] in DASHES
    if not dash and (t.closed(quotation) or not t.closed(last - 1)):
        return None
    first, last = first + dash, without_final_mark(t, first, last - (not dash))
    if not 0 < last - first <= _SIGNATURE:
        return None
    end = next((i for i in range(first, last) if t.lower[i] == ","), last)
    if first == end or t.lower[last - 1] in DASHES or not t.tag[first] & CAPITAL:
        return None
    if any(is_finite(what) for what in t.tag[first:end]):
        return None
    return first, end


_SIGNATURE: Final = 16
"""Tokens of the longest line that tells who made the quotation above it."""

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
    if layout.paragraph_at(t.start[first]) != layout.paragraph_at(t.start[previous.cue[0]]):
        return False
    return any(t.lower[i] == QUOTATION and t.end[i] - t.start[i] >= _PART for i in range(first, last))


def _lone_quotation(t: Tokens, first: int, last: int) -> int | None:
    """The quotation that a sentence consists of, if it is one."""
    if t.lower[first] != QUOTATION:
        return None
    if any(t.tag[i] for i in range(first + 1, last)):
        return None
    return first


def lead_in(t: Tokens, number: int) -> Attribution | None:
    """The attribution, still empty, that the sentence before leads in: "She put it this way:", "Marr agreed." """
    first, last = t.sentences[number - 1]
    if t.lower[last - 1] != ":" and not _ends_with_cue(t, first, last):
        return None
    s = Sentence(t, number - 1)
    led_in = leader_of(s, last - 1)
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
    return bool(t.tag[k] & CUE and t.tag[k] & (VERB_PAST | VERB_S)) and not t.tag[k] & NOUN


def _same_voice(t: Tokens, previous: Attribution, latest: Attribution | None) -> bool:
    """Whether the last claim is by whom the last quotation is: the same words, a pronoun, or itself."""
    if latest is None or latest is previous or latest.core is None or previous.core is None:
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
