"""Labels by which somebody speaks, with a colon: "TAPPER: …", "Q: …", "More on the flood - Anna Marr: “…”"."""

from __future__ import annotations

from bisect import bisect_left
from itertools import zip_longest
from typing import Final, NamedTuple

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    DETERMINER,
    DOCUMENT,
    FINITE,
    HONORIFIC,
    LINK,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    ORGANIZATION,
    PEOPLE,
    PREPOSITION,
    ROLE,
    SOMEBODY,
    SPEECH,
    SPOKEN_FORMS,
    SUBORDINATOR,
    TENSED,
    TIME,
    VERB_BASE,
    VERB_PARTICIPLE,
    VERB_PAST,
    WORD,
)
from claimcli.lexicon.names import given_names
from claimcli.parser.attribution.sentence import Attribution, Sentence, is_utterance
from claimcli.parser.grammar import has_verb, without_final_mark
from claimcli.parser.text import BULLETS, DASHES, QUOTATION, Layout, Range, Tokens, turn_of

LABELLED: Final = "label-then-content"
"""The rule by which what stands behind a label is a claim."""
RUBRICS: Final = frozenset(
    "breaking exclusive update latest watch video photos opinion analysis revealed live report reports wow boom "
    "newsletter editorial column letters correction corrections note editor's editor’s updated alert email photo "
    "review q&a claim claims claimed fact facts fiction myth truth verdict assessment background context rating ruling "
    "conclusion explanation evidence answer source sources summary line check factbox timeline explainer obituary "
    "roundup briefing cycling soccer football tennis golf rugby cricket athletics olympics basketball hockey "
    "swimming boxing rowing sailing skiing gymnastics baseball".split()
)
"""What stands before a colon without speaking: "Breaking: …", "Correction: …", "THE FACTS: …"."""
ASKERS: Final = frozenset("reporter journalist correspondent interviewer questioner moderator caller".split())
"""Who puts questions, which are nobody's claim."""
_NAME: Final = 3
"""Tokens of the longest name by which somebody is labelled in mixed case."""
_TALK: Final = frozenset({"i", "you", "we", "my", "your", "our"})
_TALKING: Final = 8
"""How many people may talk to each other by name."""
_IN_LABEL: Final = frozenset((".", ",", "of", "for", "the", "and", "&", "’s", "'s"))
_LABEL: Final = 8
"""Tokens of the longest label, with its colon …"""
_LONGEST: Final = 20
"""… and of one that a name in brackets closes: "The Secretary of State for Business and Trade (Ann Marr):"."""


class _Label(NamedTuple):
    """A label that opens a paragraph: its sentence, its tokens up to the colon, and whether it is in capitals."""

    number: int
    first: int
    colon: int
    shouts: bool


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
    labels = _on_record(t, labels) or labels
    capitals = {label.number for label in labels if label.shouts}
    asks = any(turn_of(t, label.first) == "Q" for label in labels)
    transcript = len(capitals) >= (2 if asks else 3)
    exchange = set() if transcript else _exchange(t, layout, labels)
    counting = (capitals if transcript else {0}) | exchange
    found: dict[int, Attribution | None] = {}
    for label, following in zip_longest(labels, labels[1:]):
        number, first, colon, shouts = label
        if number not in counting or not name_end(t, first, colon):
            continue
        goes_on = transcript and shouts and not turn_of(t, first)
        goes_on = goes_on or (following is not None and {number, following.number} <= exchange)
        end = _end_of_labelled(t, layout, label, following, goes_on)
        content = talk(t, [(colon + 1, t.sentences[number][1]), *t.sentences[number + 1 : end]])
        if not content:
            continue
        found.update(dict.fromkeys(range(number, end)))
        if not _only_asks(t, first, colon, t.sentences[end - 1][1]):
            mention = None if turn_of(t, first) == "A" else _named_in(t, first, colon)
            cue = (colon, colon + 1)
            asked = question_before(t, layout, number)
            found[number] = Attribution(content, mention, mention, cue, number, [LABELLED], asked=asked)
    return found


def _on_record(t: Tokens, labels: list[_Label]) -> list[_Label]:
    """The labels of a parliament's record, where two or more are of its form and somebody is spoken to.

    "Ann Marr (Arra West) (Lab): …", "The Minister for Ports (Tom Reed): …"; then "Ann Marr: …", "Mr Speaker: …" are
    such as well, and a paragraph without a label goes on.
    """
    formal = {label for label in labels if _is_formal(t, label.first, label.colon)}
    if len(formal) < 2 or not any(_talks(t, *t.sentences[label.number]) for label in formal):
        return []
    plain = [label for label in labels if label in formal or _is_plain(t, label.first, label.colon)]
    return [label._replace(shouts=True) for label in plain]


def _is_formal(t: Tokens, first: int, colon: int) -> bool:
    """Whether a label tells a seat and a party behind a name, or a name behind an office."""
    opens = t.find({"("}, first, colon, 0)
    if not opens or t.lower[colon - 1] != ")" or t.holds(NUMBER, opens, colon):
        return False
    if t.lower[first] == "the" and t.holds(ROLE, first, opens):
        return colon - opens > 3 and all(what & CAPITAL for what in t.tag[opens + 1 : colon - 1])
    seat = t.find({")"}, opens, colon - 1, 0)
    return bool(seat) and t.lower[seat + 1] == "(" and _is_plain(t, first, opens)


def _is_plain(t: Tokens, first: int, end: int) -> bool:
    """Whether a label is but a name: "Ann Marr"."""
    return end - first <= _NAME and all(what & CAPITAL for what in t.tag[first:end])


def _named_in(t: Tokens, first: int, colon: int) -> Range:
    """The name in a label: what its bracket holds behind an office, "The Minister for Ports (**Tom Reed**)"."""
    end = name_end(t, first, colon)
    return (end + 1, colon - 1) if _is_formal(t, first, colon) and t.lower[first] == "the" else (first, end)


def talk(t: Tokens, sentences: list[Range]) -> list[Range]:
    """What somebody says in some sentences, without their stops: but a question keeps its mark."""
    pieces = [(a, b if t.lower[b - 1] == "?" else without_final_mark(t, a, b)) for a, b in sentences if a < b]
    return [(a, b) for a, b in pieces if a < b]


def without_topic(
    t: Tokens, layout: Layout, labels: dict[int, Attribution | None], found: list[Attribution]
) -> dict[int, Attribution | None]:
    """The labels but for a headline’s that tells what the article is about: "*Arra*: Mill to close", not "*Marr*: …".

    Who is named there speaks in the article, too, or is a body by its letters, or a word for who speaks ("*Study*: …");
    or quoted words stand behind the colon.
    """
    label = labels.get(0)
    alone = not any(labels[number] for number in labels if number)  # not of those who talk to each other
    if not alone or label is None or label.core is None or len(layout.paragraphs) == 1:
        return labels
    first, last = label.core
    name = t.lower[last - 1]
    letters = t.raw[last - 1].isupper() and len(name) > 1 and name not in ("us", "uk")
    sources = ROLE | PEOPLE | DOCUMENT | (ORGANIZATION if last - first == 1 else 0)
    if letters or t.tag[last - 1] & sources or t.lower[label.content[0][0]] == QUOTATION:
        return labels
    if _speaks(t, name, [a for a in found if a is not label]):
        return labels
    return {}


def _speaks(t: Tokens, name: str, found: list[Attribution]) -> bool:
    """Whether who bears a name has words found, or a spokesman of it or somebody whom it owns: "Arra’s mayor"."""
    for first, last in [a.core or a.mention for a in found if a.mention]:
        given = name in given_names() and name in t.lower[first:last]
        if given or any(t.lower[k] == name and t.word(k + 1) in _GOES_ON for k in range(first, last - 1)):
            return True
        if t.lower[last - 1] == name:
            return True
    return False


_GOES_ON: Final = frozenset("’s 's and , ( spokesman spokeswoman spokesperson".split())
"""What goes on behind a name in a mention of whoever bears it."""


def _only_asks(t: Tokens, first: int, colon: int, last: int) -> bool:
    """Whether a labelled paragraph only asks, which is nobody's claim: "*Q:* …", "*REPORTER:* Was it late?"."""
    asks = t.lower[first] in ASKERS and t.lower[last - 1] == "?"
    return colon == first + 1 and (turn_of(t, first) == "Q" or asks)


def _exchange(t: Tokens, layout: Layout, labels: list[_Label]) -> set[int]:
    """The labels by which people talk to each other that the article names: "*Reed:* Was it late? / *Marr:* It was".

    Somebody has to answer, or to speak again, and one of them to say "I" or "you", or ask: else the labels are those
    of a list ("*Marr:* First place. / *Reed:* Second").
    """
    turns: dict[str, list[int]] = {}
    answers: dict[str, int] = {}
    at = -1  # the paragraph of the label before
    for number, first, colon, _ in labels:
        place = layout.paragraph_at(t.start[first])
        if _is_plain(t, first, colon):
            name = t.lower[colon - 1]
            turns.setdefault(name, []).append(number)
            if puts_question(t, layout, place - 1):
                # "*Tom Reed:* Was it late? / *Ann Marr:* It was."
                sure = at == place - 1 and colon - first > 1
                answers[name] = answers.get(name, 0) + (2 if sure else 1)
        at = place
    if max(answers.values(), default=0) > 1 and len(turns) <= _TALKING:
        return {number for numbers in turns.values() for number in numbers}
    if len(turns) < 2 or len(turns) > _TALKING:
        return set()
    named = {name: numbers for name, numbers in turns.items() if t.lower.count(name) > len(numbers)}
    spoken = [number for numbers in named.values() for number in numbers]
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


def question_before(t: Tokens, layout: Layout, number: int) -> Range | None:
    """The question that the paragraph before that of a sentence puts, if it does."""
    place = layout.paragraph_at(t.start[t.sentences[number][0]]) - 1
    if not puts_question(t, layout, place):
        return None
    return bisect_left(t.start, layout.paragraphs[place - 1].start), t.sentences[number][0]


def _labels(t: Tokens, layout: Layout) -> list[_Label]:
    """The labels that open paragraphs."""
    openings = {start + 2 * t.text.startswith("**", start) for start in layout.starts}
    asks = False  # whether there is a "Q." that its "A." answers
    found: list[_Label] = []
    for number, (first, last) in enumerate(t.sentences):
        if t.start[first] not in openings:
            continue
        colon: int | None = None
        if (turn := turn_of(t, first)) and last > first + 2:
            asks = asks or turn == "Q"
            colon = first + 1 if asks or t.raw[first : first + 2] == ["A", ":"] else None
        elif ":" in t.lower[first : first + _LONGEST]:
            colon = _colon_of(t, first, last)
        if colon is not None:
            found.append(_Label(number, first, colon, bool(turn) or t.raw[first].isupper()))
    return found


def _end_of_labelled(
    t: Tokens, layout: Layout, label: _Label, following: _Label | None, goes_on: bool
) -> int:
    """The first sentence that a label does not cover: by the ``following`` label at the latest.

    The label covers its paragraph and, where the speaker ``goes_on``, further ones that are no words of the article's.
    Where the next label is the same again, somebody else asks before it.
    """
    again = following is not None and t.lower[following.colon - 1] == t.lower[label.colon - 1]
    asker = (
        layout.paragraph_at(t.start[following.first]) - 1 if following and again and not label.shouts else 0
    )
    paragraph = layout.paragraph_at(t.start[label.first])
    end = label.number + 1
    while end < (following.number if following else len(t.sentences)):
        place = layout.paragraph_at(t.start[t.sentences[end][0]])
        bold = t.text.startswith("**", layout.paragraphs[place - 1].start)
        asked = bold or place == asker or ((again or not label.shouts) and puts_question(t, layout, place))
        if place != paragraph and not (goes_on and not asked and goes_on_talking(t, t.sentences[end])):
            break
        end += 1
    return end


def goes_on_talking(t: Tokens, sentence: Range) -> bool:
    """Whether a sentence below a label's paragraph is still its speaker's: not what the article tells of it."""
    words = t.lower[slice(*sentence)]
    return words[0] not in ("(", "[") and (QUOTATION not in words or SPOKEN_FORMS.isdisjoint(words))


def _colon_of(t: Tokens, first: int, last: int) -> int | None:
    """The colon of a label that opens a paragraph: a few names or capitals, no verb; a bracket may follow.

    In a headline, to whom and on what, too: "Marr *on the new pier*: …", "Marr *to anglers*: …", not "Marr to quit: …".
    """
    bracket = aside = False
    for i in range(first, min(first + _LONGEST, last - 1)):
        if t.lower[i] == ":":
            named = first < i < first + _LABEL or t.lower[i - 1] == ")"
            return i if named and not bracket and t.lower[i - 1] not in RUBRICS else None
        if t.lower[i] == "(" and i > first:
            bracket = True
        if bracket:
            bracket = t.lower[i] != ")"
            continue
        what = t.tag[i]
        if i > first == t.sentences[0][0] and t.lower[i] in _TO_WHOM and not t.tag[i + 1] & VERB_BASE:
            aside = True
        if not (what & (CAPITAL | NUMBER) or t.lower[i] in _IN_LABEL):
            if not (aside and what & WORD) or what & (TENSED & ~VERB_PARTICIPLE):
                return None
    return None


_TO_WHOM: Final = frozenset({"on", "to", "about"})


def closing_label(t: Tokens, layout: Layout, found: list[Attribution] | None = None) -> Attribution | None:
    """A headline that ends with whose words it tells: "Pier to close: *council*", "‘It is old’: *Marr* on the pier".

    Behind a dash, too, where the name is of who has ``found`` words in the article: "Pier to close - *Marr*".
    """
    first, last = t.sentences[0]
    colon = t.find_back({":"} if found is None else DASHES, last - 2, max(first, last - _LABEL))
    if not colon or t.end[last - 1] != layout.paragraphs[0].end:
        return None
    end = name_end(t, colon + 1, last)
    told = t.lower[first] in ("no", QUOTATION) or has_verb(t, first, colon) or "to" in t.lower[first:colon]
    if not end or not told or not (_is_source(t, colon + 1, end) or _is_known(t, colon + 1, end, found)):
        return None
    mention = (colon + 1, end)
    return Attribution([(first, colon)], mention, mention, (colon, colon + 1), 0, ["content-then-label"])


def _is_source(t: Tokens, first: int, end: int) -> bool:
    """Whether a headline closes with a word for who speaks: "*council*", "*Arra appeals court*"."""
    if end == first or t.holds(OPENS_NOUN | LINK | AUXILIARY | ADVERB, first, end):
        return False
    return bool(t.tag[end - 1] & (_SOURCES if end - first == 1 else _SOURCES & ~CAPITAL))


def _is_known(t: Tokens, first: int, end: int, found: list[Attribution] | None) -> bool:
    """Whether a headline closes with a name: one with a title, in letters or told again, or of who has words found."""
    if end == first or not all(what & CAPITAL for what in t.tag[first:end]):
        return False
    if found is not None:
        return _speaks(t, t.lower[end - 1], found)
    shown = (t.tag[i] & (ROLE | HONORIFIC) or t.raw[i].isupper() for i in range(first, end))
    return all(sure or t.lower.count(t.lower[i]) > 1 for i, sure in enumerate(shown, first))


def headline_quotation(t: Tokens, here: list[Attribution]) -> list[Attribution]:
    """ "*‘We had no choice’*: Marr defends the sale": what a headline opens with is of whose words the rest tells."""
    quotation = t.sentences[0][0]
    if t.lower[quotation] != QUOTATION or t.word(quotation + 1) != ":" or not here:
        return []
    a = here[0]
    if a.mention is None or a.mention[0] != quotation + 2 or a.content[0][0] < a.mention[0]:
        return []
    return [Attribution([(quotation, quotation + 1)], a.mention, a.core, None, 0, ["quotation-then-name"])]


_SOURCES: Final = SOMEBODY | DOCUMENT


def is_rubric(t: Tokens, first: int, colon: int) -> bool:
    """Whether but a rubric stands before a colon: "THE CLAIM: “…”", not "Her claim: “…”"."""
    return all(word in RUBRICS or word == "the" for word in t.lower[first:colon])


def labelled_quotation(s: Sentence, q: int) -> bool:
    """ "More on the flood - Anna Marr: “…”": a name between a dash, or the sentence's start, and a colon.

    What the speaker speaks about is no part of the name: "Anna Marr On The Flood: “…”".
    """
    t, lower = s.t, s.lower
    a = q - 1
    if a <= s.taken or lower[a] != ":" or is_rubric(t, s.first, a):
        return False
    while a > s.taken and t.tag[a - 1] & CAPITAL:
        a -= 1
    if a == q - 1 or not (a == s.first or lower[a - 1] in DASHES):
        return False
    end = name_end(t, a, q - 1)
    return s.add([(q, q + 1)], (a, end, end) if end else None, (q - 1, q), LABELLED, ":")


def label_with_aside(s: Sentence, q: int) -> bool:
    """ "Anna Marr, *the mayor*: “…”", "Marr, *asked why they left*: “…”", "Anna Marr *(54)*: “…”".

    Only who the name is, where and on what she speaks may part it from the colon, no verb of hers: "Marr, smiling,
    held up a sign: “…”".
    """
    t, first, colon = s.t, s.first, q - 1
    if s.word(colon) != ":" or any(s.tag[q + 1 : s.last]) or not is_utterance(t, q):
        return False
    first += s.lower[first] in BULLETS
    end = s.name_end(first)
    if end == first or t.holds(TIME | DETERMINER | PREPOSITION | SUBORDINATOR, first, end):
        return False
    if s.tag[first] & SPEECH and s.tag[first] & VERB_PAST:
        return False  # "**Said** Anna Marr, the mayor: …"
    bracket = s.lower[end] == "(" and s.lower[colon - 1] == ")"
    if not bracket and (s.lower[end] != "," or not _tells_more(s, end, colon)):
        return False
    if end - first == 1 and not bracket and s.lower[end + 1] not in _ON_WHAT:
        return False  # "Arra, in brief: “…”"
    return s.add([(q, q + 1)], (first, colon, end), (colon, q), LABELLED, ":")


_ON_WHAT: Final = frozenset({"on", "about", "asked", "who", "when"})
"""What a surname alone, which may be a place or a paper, is followed by where it speaks."""


def _tells_more(s: Sentence, comma: int, colon: int) -> bool:
    """Whether what stands between a name’s ``comma`` and a colon tells but who speaks, where and on what."""
    last = s.find_back({","}, colon - 1, comma)
    opens = s.after_adverbs((last or comma) + 1)
    acts = s.tag[opens] & TENSED and (last or not s.tag[opens] & VERB_PARTICIPLE)
    k = colon - 1 - bool(s.tag[colon - 1] & OBJECT)
    says = s.tag[k] & SPEECH and s.tag[k] & FINITE and s.lower[k - 1] not in DASHES
    if says and s.lower[comma + 1] not in _ON_WHAT:
        return False  # "Marr, a baker, smiled and **told him**: “…”"
    return not acts


def name_end(t: Tokens, first: int, colon: int) -> int:
    """Where the name in a label ends: "**Mayor Fell** On The Flood:", "**ODA FELL** (caller):".

    0 for a headline, "School Cancels Prom:".
    """
    if t.lower[colon - 1] == ")":
        return t.find({"("}, first, colon, 0)
    end = t.find(_TO_WHOM, first + 1, colon, colon)
    for i in range(first, end):
        what = t.tag[i]
        if what & _NO_NAME and t.lower[i] not in _IN_NAMES:
            return 0
    return end


_NO_NAME: Final = PREPOSITION | SUBORDINATOR | TENSED
_IN_NAMES: Final = frozenset(("of", "for", "in", "at", "from"))
