"""Cue, mention and content into attributions, by named rules tried in a visible order.

A sentence is read twice. First for attributions that follow their content or stand inside it ("…, she
said", "…, according to the mayor, …"): these own the whole sentence. Then, left to right, for those
that stand before it ("He said that …"). What one attribution has taken, no later one takes again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from claimcli.lexicon import (
    ADDRESSEE,
    ADVERB,
    AS_OBJECT,
    AUXILIARY,
    BE,
    CAPITAL,
    CLAUSE,
    COORDINATOR,
    CUE,
    CUE_ADJECTIVE,
    CUE_ADJECTIVES,
    CUE_NOUN,
    CUE_NOUNS,
    CUE_PHRASES,
    CUE_VERBS,
    DETERMINER,
    FINITE,
    Frames,
    GERUND,
    HAVE,
    EXPECTED,
    INFINITIVE,
    INSERTED,
    MODAL,
    NOUN,
    NOUN_VERB,
    NUMBER,
    OBJECT,
    PEOPLE,
    PHRASE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    REPORTEDLY,
    SEEM,
    SPEECH,
    STANCE,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    VERB,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    VERB_S,
    WH,
    WORD,
)
from claimcli.parser.grammar import Group, noun_phrase_before, skip_adverbs, subject_before, verb_group
from claimcli.parser.text import QUOTATION, Layout, Tokens

Range = tuple[int, int]


@dataclass(slots=True)
class Attribution:
    """One attribution in token ranges: content pieces, mention (with its core), cue, and why.

    ``core`` is the mention without its apposition; ``carries`` is the attribution whose speaker a
    quotation without a cue goes on with; ``via`` is the attribution within whose content this one
    stands ("Stoltenberg recalled … Zelensky demanded"); ``rules`` names what made it.
    """

    content: list[Range]
    mention: Range | None
    core: Range | None
    cue: Range | None
    sentence: int
    rules: list[str] = field(default_factory=list)
    lemma: str = ""
    carries: Attribution | None = None
    via: Attribution | None = None


_CUES = CUE | CUE_ADJECTIVE | CUE_NOUN | PHRASE
_MARKS_OF_POSSESSION = ("’s", "'s", "’", "'")
_STOPS = frozenset({".", "!", "?", ";"})
_COPULAS = frozenset(
    "grow grows grew growing grown become becomes became becoming feel feels felt remain remains remained get got getting".split()
)
_OCCASIONS = frozenset(
    "interview interviews speech speeches statement op-ed letter tweet tweets debate debates rally rallies editorial "
    "email e-mail memo press testimony remarks appearance conference twitter facebook podcast broadcast column".split()
)
_BACKSHIFTED = frozenset("would could might should had was were".split()) - {"was", "were"}
_RUBRICS = frozenset(
    "breaking exclusive update latest watch video photos opinion analysis revealed live report reports wow boom newsletter "
    "editorial column letters correction corrections note editor's editor’s updated alert email photo review".split()
)
_VIEWS = frozenset("view opinion words estimation judgment judgement telling mind eyes".split())
_TELLS = frozenset("tell assure remind inform notify convince persuade".split())
_POLLS = frozenset("poll polls survey surveys study studies".split())
_WH_WORDS = frozenset("whether if how why what who when where which".split())
_DASHES = frozenset({"—", "–", "--", "-"})
_FRONTING = frozenset("when while as although though after before because if since once whenever unless".split())
_INVERTS = frozenset("say add write note explain reply ask recall argue report continue declare tweet tell observe".split())
_NEGATED_OK = frozenset("believe think expect want support like agree mention respond approve trust know understand".split())


def find_attributions(t: Tokens, layout: Layout) -> list[Attribution]:
    """The attributions of an article, in the order of the text."""
    found: list[Attribution] = []
    previous: Attribution | None = None  # the last one that holds a quotation
    latest: Attribution | None = None  # the last one that names its speaker
    labels = _labels(t, layout)
    for number, (first, last) in enumerate(t.sentences):
        if number in labels:
            a = labels[number]
            if a is not None:
                found.append(a)
                previous = latest = a
            continue
        here = read_sentence(t, number)
        quotation = _lone_quotation(t, first, last) if not here else None
        if quotation is not None:
            paragraph = layout.paragraph_at(t.start[quotation])
            led_in = _colon_lead_in(t, number) if number else None
            if led_in is not None:
                led_in.content = [(quotation, quotation + 1)]
                found.append(led_in)
                previous = latest = led_in
            elif previous is not None and _same_voice(t, previous, latest) and _goes_on(t, layout, previous, quotation, paragraph):
                previous.content.append((quotation, quotation + 1))
            else:
                new = Attribution([(quotation, quotation + 1)], None, None, None, number, ["quotation-without-cue"])
                new.carries = latest
                found.append(new)
                previous = latest = new
        for a in here:
            found.append(a)
            if a.mention is not None and a.via is None:
                latest = a
            if any(t.lower[i] == QUOTATION for piece in a.content for i in range(*piece)):
                previous = latest = a
    return found


def _labels(t: Tokens, layout: Layout) -> dict[int, Attribution | None]:
    """Paragraphs that open with a speaker and a colon ("TAPPER: …", "Q: …", "Cruz: Trump would lose").

    Returns by sentence number the attribution of the paragraph that begins there, None for the
    sentences that it covers. In a transcript (three labels or more) a paragraph with no label goes on.
    """
    labelled: list[tuple[int, int]] = []
    sentences = t.sentences
    paragraph_of = [layout.paragraph_at(t.start[first]) for first, _ in sentences]
    for number, (first, last) in enumerate(sentences):
        if number and paragraph_of[number - 1] == paragraph_of[number]:
            continue
        colon = _label_end(t, first, last)
        if colon is not None:
            labelled.append((number, colon))
    capitals = [number for number, colon in labelled if t.raw[sentences[number][0]].isupper()]
    transcript = len(capitals) >= 3
    found: dict[int, Attribution | None] = {}
    for index, (number, colon) in enumerate(labelled):
        if not transcript and number > 0:
            continue
        if transcript and number not in capitals:
            continue
        following = labelled[index + 1][0] if index + 1 < len(labelled) else len(sentences)
        letter = t.lower[sentences[number][0]]
        interview = letter in ("q", "a")
        end = number + 1
        while end < following and (paragraph_of[end] == paragraph_of[number] or transcript and not interview and _goes_on_talking(t, sentences[end])):
            end += 1
        first = sentences[number][0]
        content = [(colon + 1, sentences[number][1])] + [sentences[i] for i in range(number + 1, end)]
        content = [(a, _without_final_mark(t, a, b)) for a, b in content if a < b]
        content = [(a, b) for a, b in content if a < b]
        if content and letter != "q":
            mention = None if interview else (first, colon)
            found[number] = Attribution(content, mention, mention, (colon, colon + 1), number, ["label-then-content"])
        if content:
            found.setdefault(number, None)
            for i in range(number + 1, end):
                found[i] = None
    return found


def _goes_on_talking(t: Tokens, sentence: tuple[int, int]) -> bool:
    return t.lower[sentence[0]] not in ("(", "[")


def _label_end(t: Tokens, first: int, last: int) -> int | None:
    """The colon of a label that opens a paragraph: at most six words, names or capitals, no verb."""
    for i in range(first, min(first + 8, last - 1)):
        if t.lower[i] == ":":
            return i if i > first and t.lower[i - 1] not in _RUBRICS else None
        what = t.tag[i]
        if not (what & (CAPITAL | NUMBER) or t.lower[i] in (".", ",", "of", "the", "and", "&", "’s", "'s")) or what & AUXILIARY:
            return None
    return None


def _lone_quotation(t: Tokens, first: int, last: int) -> int | None:
    """The quotation that a sentence consists of, if it is one."""
    if t.lower[first] != QUOTATION:
        return None
    if any(t.tag[i] for i in range(first + 1, last)):
        return None
    return first


def _colon_lead_in(t: Tokens, number: int) -> Attribution | None:
    """The attribution of a quotation that stands alone after a sentence with a colon: "She put it this way:"."""
    first, last = t.sentences[number - 1]
    if t.lower[last - 1] != ":":
        return None
    reader = _Reader(t, number, first, last, [])
    for k in range(last - 1, first - 1, -1):
        what = t.tag[k]
        if what & (FINITE | AUXILIARY) and not what & (NOUN | CAPITAL) and not (what & VERB_BASE and not what & AUXILIARY):
            group = verb_group(t, first, k)
            subject = reader._subject(group, k)
            if subject is not None and group.finite:
                mention, core = (subject[0], subject[1]), (subject[0], subject[2])
                return Attribution([], mention, core, (group.start, k + 1), number, ["colon-then-quotation"], _lemma(t, k))
    return None


def _same_voice(t: Tokens, previous: Attribution, latest: Attribution | None) -> bool:
    """Whether the last claim is nobody else's than that of the last quotation: the same words, a pronoun, or its own."""
    if latest is None or latest is previous or latest.core is None or previous.core is None:
        return True
    if t.tag[latest.core[0]] & (SUBJECT | RELATIVE | POSSESSIVE):
        return True
    return t.lower[latest.core[1] - 1] == t.lower[previous.core[1] - 1]


def _goes_on(t: Tokens, layout: Layout, previous: Attribution, quotation: int, paragraph: int) -> bool:
    """Whether a lone quotation continues the claim before: in its paragraph, or from a quotation left open."""
    last = previous.content[-1][1] - 1
    if layout.paragraph_at(t.start[last]) == paragraph:
        return True
    return t.lower[last] == QUOTATION and layout.paragraph_at(t.start[last]) == paragraph - 1 and not t.closed(last)


def read_sentence(t: Tokens, number: int) -> list[Attribution]:
    """The attributions of one sentence, in the order of their cues."""
    first, last = t.sentences[number]
    tag = t.tag
    cues = [k for k in range(first, last) if tag[k] & _CUES or t.lower[k] == "according"]
    if not cues and not (t.lower[first] in ("in", "for") or any(word in _POLLS for word in t.lower[first:last])):
        return []
    return _Reader(t, number, first, last, cues).read()


class _Reader:
    """Reads one sentence; holds what its rules share."""

    __slots__ = ("cues", "first", "found", "headline", "last", "number", "subject", "t", "taken")

    def __init__(self, t: Tokens, number: int, first: int, last: int, cues: list[int]) -> None:
        self.t = t
        self.number = number
        self.first = first
        self.last = _without_final_mark(t, first, last)
        self.cues = cues
        self.found: list[Attribution] = []
        self.taken = first  # tokens before this index belong to an attribution already
        self.headline: bool | None = None
        self.subject: tuple[int, int, int] | None = None  # of the last finite verb group

    def read(self) -> list[Attribution]:
        for k in self.cues:
            if self._owns_sentence(k):
                break
        else:
            if not self._in_the_view_of():
                self._in_a_poll()
        for k in self.cues:
            if k >= self.taken:
                self._lead(k)
            elif self.t.tag[k - 1] & REPORTEDLY:
                self._told_through(k)
        return self.found

    def _told_through(self, k: int) -> None:
        """"Marr recalled a meeting where Sund reportedly demanded …": Sund's claim, told by Marr."""
        teller = next((a for a in reversed(self.found) if any(first < k < last for first, last in a.content)), None)
        if teller is None:
            return
        taken, subject, count = self.taken, self.subject, len(self.found)
        self.taken = max(first for first, last in teller.content if first < k)
        self._lead(k)
        for inner in self.found[count:]:
            if inner.mention is not None and inner.mention != teller.mention:
                inner.via = teller
        self.taken, self.subject = taken, subject

    # ---- attributions after or inside their content -------------------------------------------

    def _owns_sentence(self, k: int) -> bool:
        t = self.t
        if t.lower[k] == "according":
            return self._according_to(k)
        if not t.tag[k] & (SPEECH | PHRASE):
            return False
        if k == self.first:
            return self._cue_then_subject_then_quotation(k)
        return self._subject_then_cue_after(k) or self._cue_then_subject_after(k)

    def _according_to(self, k: int) -> bool:
        """"The bridge is safe, according to the mayor." """
        t, lower, tag = self.t, self.t.lower, self.t.tag
        if k + 2 >= self.last or lower[k + 1] != "to":
            return False
        end = _phrase_end(t, k + 2, self.last)
        mention = (k + 2, end)
        before = k - 1 if k > self.first and lower[k - 1] in (",", "—", "–", "--", "-") else k
        if k == self.first or not _has_verb(t, self.first, before):
            comma = next((i for i in range(end, min(end + 20, self.last)) if lower[i] == ","), end)
            if _has_verb(t, end, comma) and not tag[comma - 1] & TIME:
                comma = end
            end = comma
            mention = (k + 2, end)
            start = end + 1 if end < self.last and lower[end] == "," else end
            if start >= self.last:
                return False
            self._add([(start, self.last)], mention, (k, k + 2), "according-to", "according")
            self.taken = self.last
            return True
        content = [(self._content_start(self.first, before), before)]
        if end + 1 < self.last and lower[end] == "," :
            content.append((end + 1, self.last))
            self.taken = self.last
        else:
            self.taken = end
        self._add(content, mention, (k, k + 2), "content-according-to", "according")
        return True

    def _in_the_view_of(self) -> bool:
        """"In his view, the plan is dead", "In Marr’s words, …"."""
        t, lower = self.t, self.t.lower
        if lower[self.first] == "for":
            return self._for_whom()
        if lower[self.first] != "in":
            return False
        for i in range(self.first + 2, min(self.first + 8, self.last - 2)):
            if lower[i] in _VIEWS and lower[i + 1] == ",":
                mention = self._possessor(i)
                if mention is None:
                    return False
                self._add([(i + 2, self.last)], mention, (self.first, i + 1), "in-the-view-of", lower[i])
                self.taken = self.last
                return True
        return False

    def _for_whom(self) -> bool:
        """"For the residents, the ruling was “a death notice.”" """
        t, lower = self.t, self.t.lower
        end = _phrase_end(t, self.first + 1, self.last)
        comma = end
        if end < self.last and lower[end] == "," and end + 1 < self.last and lower[end + 1] in ("who", "which"):
            comma = next((i for i in range(end + 1, self.last) if lower[i] == ","), end)
        if comma >= self.last or lower[comma] != "," or lower[self.last - 1] != QUOTATION or end == self.first + 1:
            return False
        if not _has_verb(t, comma, self.last) or any(t.tag[i] & CUE and t.tag[i] & FINITE for i in range(comma, self.last)):
            return False
        mention = (self.first + 1, end)
        self._add([(comma + 1, self.last)], mention, (self.first, self.first + 1), "for-whom", "for")
        self.taken = self.last
        return True

    def _in_a_poll(self) -> None:
        """"In a May poll, she led him" / "She led him in a May poll"."""
        t, lower = self.t, self.t.lower
        for i in range(self.first, self.last):
            if lower[i] in _POLLS:
                break
        else:
            return
        phrase = noun_phrase_before(t, self.first, i + 1)
        if phrase is None or phrase[0] == self.first or lower[phrase[0] - 1] != "in" or i == phrase[0]:
            return
        at = phrase[0] - 1
        mention = (phrase[0], i + 1)
        if at == self.first and i + 2 < self.last and lower[i + 1] == ",":
            content = (i + 2, self.last)
        elif i + 1 >= self.last or lower[i + 1] == ",":
            content = (self._content_start(self.first, at), at - 1 if lower[at - 1] == "," else at)
        else:
            return
        if content[0] >= content[1] or not _has_verb(t, *content) or any(
            t.tag[j] & SPEECH and t.tag[j] & FINITE for j in range(*content)
        ):
            return
        self._add([content], mention, (at, at + 1), "in-a-poll", "poll")
        self.taken = self.last

    def _subject_then_cue_after(self, k: int) -> bool:
        """"“It is safe,” the mayor said." / "It is safe, the mayor said, and cheap." """
        t, lower = self.t, self.t.lower
        group = verb_group(t, self.first, k)
        if not group.finite or group.negated or group.infinitive or not t.tag[k] & (FINITE | VERB_ING):
            return False
        subject = subject_before(t, self.first, group.start)
        if group.passive or subject is None or subject[0] <= self.first:
            return False
        frames = CUE_VERBS.get(lower[k])
        if lower[subject[0] - 1] == QUOTATION or lower[subject[0] - 2] == QUOTATION and subject[0] - 2 == self.first:
            goes_on = k + 1 < self.last and lower[k + 1] == "on"
            if not (t.tag[k] & SPEECH or goes_on) or t.tag[group.start - 1] & DETERMINER and not t.tag[group.start - 1] & PRONOUN:
                return False
        elif frames is None or not frames.bits & INSERTED or not self._is_verb(k, group, t.tag[group.start - 1]):
            return False
        start = subject[0]
        joint = lower[start - 1]
        if lower[start] in ("who", "which", "that"):
            return False
        end = self._cue_end_after(k)
        if end is None:
            if joint != QUOTATION or not _pauses(t, start - 1) or start - 1 > self.first and t.tag[self.first] & (PREPOSITION | SUBORDINATOR):
                return False
            end = k + 1
        if joint == QUOTATION:
            return self._close(start, k, group, subject, end, "quote-then-cue")
        if joint == "as":
            return self._as_clause(k, group, subject, end)
        if joint in (",", "—", "–", "--", "-", ";") and start - 2 >= self.first:
            if lower[start - 2] == QUOTATION and start - 2 == self.first:
                return self._close(start - 1, k, group, subject, end, "quote-then-cue")
            if end < self.last and lower[end] not in (joint, ";", QUOTATION, "—", "–", "--", "-") or self._ends_with_colon():
                return False
            leads_in = end + 1 < self.last and lower[end + 1] == QUOTATION or end < self.last and lower[end] == QUOTATION
            if leads_in and lower[start - 2] != QUOTATION and t.tag[self.first] & (PREPOSITION | SUBORDINATOR | VERB):
                return False
            inserted = end < self.last and lower[end] == joint
            if not inserted and lower[start - 2] != QUOTATION and not self._is_clause(self.first, start - 1):
                return False
            return self._close(start - 1, k, group, subject, end, "content-then-cue")
        return False

    def _is_clause(self, a: int, b: int) -> bool:
        """Whether tokens make a main clause: a known verb, or at least no phrase that only leads into one."""
        opening = self.t.tag[a]
        leads_in = opening & (PREPOSITION | SUBORDINATOR | VERB_ING | VERB_PARTICIPLE) or self.t.lower[a] == "to"
        if leads_in and QUOTATION not in self.t.lower[a:b]:
            commas = [i for i in range(a, b) if self.t.lower[i] == ","]
            return bool(commas) and _has_verb(self.t, commas[-1], b) or opening & VERB_ING and _has_verb(self.t, a, b)
        return _has_verb(self.t, a, b) or QUOTATION in self.t.lower[a:b] or b - a > 5

    def _as_clause(self, k: int, group: Group, subject: tuple[int, int, int], end: int) -> bool:
        """"As the mayor noted, it is safe" / "It is safe, as the mayor noted"."""
        t, lower = self.t, self.t.lower
        at = subject[0] - 1
        mention, core = (subject[0], subject[1]), (subject[0], subject[2])
        cue = (group.start, k + 1)
        lemma = _lemma(t, k)
        if end + 2 < self.last and lower[end] == "," and not _has_verb(t, self.first, at):
            stop = self._clause_end(end + 1, end + 1)
            self._add([(end + 1, stop)], mention, cue, "as-clause-then-content", lemma, core)
            self.taken = stop
            return True
        if at - 1 > self.first and lower[at - 1] == "," and end >= self.last:
            self._add([(self._content_start(self.first, at - 1), at - 1)], mention, cue, "content-then-as-clause", lemma, core)
            self.taken = end
            return True
        return False

    def _ends_with_colon(self) -> bool:
        return self.t.lower[self.t.sentences[self.number][1] - 1] == ":"

    def _cue_then_subject_after(self, k: int) -> bool:
        """"“It is safe,” said Anna Marr, 54, a baker." """
        t, lower, tag = self.t, self.t.lower, self.t.tag
        before = lower[k - 1]
        if before not in (QUOTATION, ",", "—", "–", "--", "-") or not tag[k] & (VERB_PAST | VERB_S):
            return False
        frames = CUE_VERBS.get(lower[k])
        if frames is None or not t.tag[k] & SPEECH:
            return False
        if before == QUOTATION:
            if not _pauses(t, k - 1) and not frames.bits & INSERTED:
                return False
        elif not frames.bits & INSERTED or before != QUOTATION and frames.lemma not in _INVERTS and not self._title_case():
            return False
        if before != QUOTATION and not self._title_case():
            subject = subject_before(t, self.first, k)
            if subject and subject[0] <= self.first + 2:
                return False
        p = k + 1
        if p >= self.last or not tag[p] & WORD or tag[p] & (SUBJECT | OBJECT) and not tag[p] & (DETERMINER | POSSESSIVE | CAPITAL):
            if not (p < self.last and tag[p] & SUBJECT):
                return False
        if lower[p] in ("that", "to", "in", "on", "it") or tag[p] & (ADVERB | PREPOSITION | SUBORDINATOR) and not tag[p] & DETERMINER:
            return False
        if before != QUOTATION and not self._is_clause(self.first, k - 1):
            return False
        end = _phrase_end(t, p, self.last)
        if end == p or any(what & AUXILIARY for what in tag[p:end]):
            return False
        if end < self.last and before != QUOTATION and lower[end] not in (",", "—", "–", "--", "-", "(", "who", QUOTATION):
            return False
        if end < self.last and tag[end] & (AUXILIARY | FINITE) and not tag[end] & NOUN:
            return False
        whole = _apposition_end(t, end, self.last)
        content_end = k if before == QUOTATION else k - 1
        content = [(self.first, content_end)]
        rule = "quote-then-inverted-cue" if lower[content_end - 1] == QUOTATION else "content-then-inverted-cue"
        self._add_after(content, (p, whole), (p, end), (k, k + 1), whole, rule, CUE_VERBS[lower[k]].lemma)
        self.subject = (p, whole, end)
        if self.taken == whole:
            self.taken = end  # an apposition may hold a cue of its own: ", who also said …"
        return True

    def _cue_then_subject_then_quotation(self, k: int) -> bool:
        """"Said Dorothy Marr, a neighbor: “We were proud.”" """
        t, lower = self.t, self.t.lower
        if _lemma(t, k) not in _INVERTS or not t.tag[k] & (VERB_PAST | VERB_S):
            return False
        end = _phrase_end(t, k + 1, self.last)
        quotation = next((i for i in range(end, min(end + 30, self.last)) if lower[i] == QUOTATION), None)
        if end == k + 1 or quotation is None or lower[quotation - 1] not in (",", ":"):
            return False
        mention = (k + 1, quotation - 1)
        self._add([(quotation, quotation + 1)], mention, (k, k + 1), "inverted-cue-then-quotation", "say", (k + 1, end))
        self.taken = quotation + 1
        return True

    def _cue_end_after(self, k: int) -> int | None:
        """Where a closing attribution ends ("he told reporters on Tuesday"), if nothing but it follows."""
        t, lower, tag = self.t, self.t.lower, self.t.tag
        p = skip_adverbs(t, k + 1, self.last)
        frames = CUE_VERBS.get(lower[k])
        if frames and p < self.last and frames.lemma in _TELLS and tag[p] & WORD and not tag[p] & (PREPOSITION | SUBORDINATOR):
            p = skip_adverbs(t, _phrase_end(t, p, self.last), self.last)
            if p + 1 < self.last and lower[p] == QUOTATION and lower[p + 1] == ",":
                p += 1  # told the weekly ‘The Lantern’, …
        while p < self.last and tag[p] & PREPOSITION and lower[p] not in ("than", "like"):
            if lower[p] == "to" and p + 1 < self.last and tag[p + 1] & VERB_BASE:
                return None
            q = _phrase_end(t, p + 1, self.last)
            if q == p + 1:
                return None
            p = skip_adverbs(t, q, self.last)
        if p >= self.last or lower[p] in (",", ";", "—", "–", "--", "-", ":", QUOTATION, "(", "."):
            return p
        if tag[p] & VERB_ING or lower[p] in ("as", "when", "while", "before", "after", "and"):
            return p
        return None

    def _close(self, content_end: int, k: int, group: Group, subject: tuple[int, int, int], end: int, rule: str) -> bool:
        t = self.t
        self._add_after(
            [(self.first, content_end)],
            (subject[0], subject[1]),
            (subject[0], subject[2]),
            (group.start, k + 1),
            end,
            rule,
            _lemma(t, k),
        )
        self.subject = subject
        return True

    def _add_after(
        self, content: list[Range], mention: Range, core: Range, cue: Range, end: int, rule: str, lemma: str
    ) -> None:
        """Add an attribution that follows its content, with the content that goes on behind it."""
        t, lower = self.t, self.t.lower
        content[0] = (self._content_start(*content[0]), content[0][1])
        self.taken = end
        p = end
        if p < self.last and lower[p] in (",", "—", "–", "--", "-", ":", ";"):
            q = p + 1
            if q < self.last and lower[q] == QUOTATION:
                content.append((q, self._end_of_quote(q)))
                self.taken = content[-1][1]
            elif (
                lower[content[0][1] - 1] != QUOTATION or lower[content[0][0]] != QUOTATION or t.tag[q] & COORDINATOR or lower[q] == "that"
            ) and self._resumes(q):
                stop = self._clause_end(q, q)
                content.append((q, stop))
                self.taken = stop
        elif p < self.last and lower[p] == QUOTATION:
            content.append((p, self._end_of_quote(p)))
            self.taken = content[-1][1]
        self._add(content, mention, cue, rule, lemma, core)

    def _content_start(self, start: int, end: int) -> int:
        """Where a content before its cue begins: after a dateline, "But", or a colon before its quotation."""
        t, lower, tag = self.t, self.t.lower, self.t.tag
        for i in range(start, min(start + 14, end - 1)):
            if lower[i] in ("—", "–", "--", "-") and i > start:
                if all(not what & WORD or what & (CAPITAL | NUMBER | TIME) for what in tag[start:i]):
                    start = i + 1
                break
            if tag[i] & AUXILIARY:
                break
        if lower[end - 1] == QUOTATION and end - 2 > start and lower[end - 2] == ":":
            return end - 1
        if tag[start] & COORDINATOR and start + 1 < end:
            start += 1
        return start

    def _resumes(self, q: int) -> bool:
        """Whether the content goes on after a parenthetical attribution, rather than the article's own voice."""
        t, tag, lower = self.t, self.t.tag, self.t.lower
        if q >= self.last or tag[q] & VERB_ING or lower[q] in ("who", "which", "with", "as", "according", "while", "when"):
            return False
        return not (tag[q] & COORDINATOR and any(tag[i] & CUE and tag[i] & FINITE for i in range(q + 1, min(q + 4, self.last))))

    # ---- attributions before their content ----------------------------------------------------

    def _lead(self, k: int) -> None:
        what = self.t.tag[k]
        if what & PHRASE and self._phrase(k):
            return
        if what & CUE and self._verb(k):
            return
        if what & CUE_ADJECTIVE and self._adjective(k):
            return
        if what & CUE_NOUN:
            self._noun(k)

    def _verb(self, k: int) -> bool:
        t, lower, tag = self.t, self.t.lower, self.t.tag
        what = tag[k]
        frames = CUE_VERBS[lower[k]]
        group = verb_group(t, self.taken, k)
        g = group.start
        before = tag[g - 1] if g > self.first else 0
        if not self._is_verb(k, group, before):
            return False
        if what & VERB_PARTICIPLE and not group.auxiliary and self._reduced_passive(k, group, frames):
            return True
        if group.passive or (what & VERB_PARTICIPLE and not group.finite and not what & VERB_PAST):
            return self._passive(k, group, frames)
        if frames.bits & SEEM:
            return not group.negated and group.finite and self._seems(k, group)
        subject = self._subject(group, k)
        found = self._content(k, frames)
        relative = self._relative_object(subject)
        if relative is not None and lower[relative] == "that":
            found, relative = self._dismissed_as(k) or found, None
        elif found is None and subject and subject[0] > self.first and tag[subject[0] - 1] & (CUE_NOUN | NOUN):
            found = self._dismissed_as(k)  # "a charge he dismissed as …"
        elif relative is not None and (found is None or found[0] in ("infinitive", "object", "clause")):
            found = self._rest_of_relative(k, found)
        if found is None:
            return False
        rule, cue_end, start, end = found
        if start >= end and relative is None:
            return False
        if group.negated and rule != "infinitive" and not frames.bits & STANCE:
            if what & SPEECH and rule.endswith("clause"):
                self.taken = end  # "did not say whether …": what was not said is nobody's claim
            return False
        if subject is None and (what & (VERB_BASE | VERB_S) and not group.finite or what & VERB_PARTICIPLE and k > self.first):
            return False
        if subject is None and what & VERB_ING and end + 1 < self.last and lower[end] == ",":
            stop = _phrase_end(t, end + 1, self.last)
            if stop > end + 1:
                subject = (end + 1, stop, stop)
        name = self._rule_name(group, k, rule)
        mention = (subject[0], subject[1]) if subject else None
        core = (subject[0], subject[2]) if subject else None
        content = [(start, end)] if start < end else []
        if relative is not None:
            content = [(relative, relative + 1), *content]
        self._add(content, mention, (g, cue_end), name, frames.lemma, core)
        if subject and group.finite:
            self.subject = subject
        self.taken = end
        return True

    def _relative_object(self, subject: tuple[int, int, int] | None) -> int | None:
        """Where "which" or "what" stands before a subject as the object of its verb: "which Mr. Ailes denies"."""
        if subject is None or subject[0] <= self.first or subject[0] < self.taken:
            return None
        before = subject[0] - 1
        return before if self.t.lower[before] in ("which", "what", "that") and before >= self.taken else None

    def _rest_of_relative(self, k: int, found: tuple[str, int, int, int] | None) -> tuple[str, int, int, int]:
        """What goes on behind the verb of a relative clause: "which he said | runs the risk"."""
        t, tag = self.t, self.t.tag
        if found is not None and found[0] == "infinitive":
            return found
        p = skip_adverbs(t, k + 1, self.last)
        if p < self.last and (tag[p] & AUXILIARY or tag[p] & FINITE and not tag[p] & NOUN or t.lower[p] == "as"):
            return "relative", k + 1, p, self._clause_end(p, k)
        return "relative", k + 1, k + 1, k + 1

    def _dismissed_as(self, k: int) -> tuple[str, int, int, int] | None:
        """"a claim that Marr dismissed as | “noise”": what it is said to be."""
        if k + 2 >= self.last or self.t.lower[k + 1] != "as":
            return None
        return "as", k + 1, k + 2, self._phrase_content_end(k + 2, k)

    def _rule_name(self, group: Group, k: int, rule: str) -> str:
        what = self.t.tag[k]
        form = "participle" if what & VERB_ING and not group.finite else "infinitive-cue" if group.infinitive else "cue"
        return f"{form}-then-{rule}"

    def _is_verb(self, k: int, group: Group, before: int) -> bool:
        """Whether a form that could also be a noun or an adjective is a verb where it stands."""
        t, lower, tag = self.t, self.t.lower, self.t.tag
        what = tag[k]
        if k + 1 < self.last and lower[k + 1] in ("-",):
            return False
        if group.auxiliary or group.infinitive:
            return True
        previous = lower[k - 1] if k > self.first else ""
        if what & VERB_ING:
            return not before & (DETERMINER | POSSESSIVE) and previous not in _MARKS_OF_POSSESSION and previous != "to"
        if what & CAPITAL and k > self.first and not self._title_case():
            return False
        if what & VERB_PAST and not what & VERB_BASE:
            if before & (DETERMINER | POSSESSIVE) and not before & PRONOUN or previous in _MARKS_OF_POSSESSION:
                return False
            return not (before & PREPOSITION and not what & NOUN and lower[group.start - 1] not in ("that",))
        if what & (VERB_BASE | VERB_S):
            return self._is_present(k, group, before)
        return bool(what & VERB_PARTICIPLE)

    def _is_present(self, k: int, group: Group, before: int) -> bool:
        """Whether a form like "claims" or "plan" is a verb in the present tense rather than a noun."""
        t, lower, tag = self.t, self.t.lower, self.t.tag
        what = tag[k]
        g = group.start
        previous = lower[g - 1] if g > self.first else ""
        if previous in ("who", "that", "which") or before & SUBJECT and not before & POSSESSIVE:
            return True
        if before & (DETERMINER | POSSESSIVE | PREPOSITION) and not before & PRONOUN or previous in _MARKS_OF_POSSESSION:
            return False
        following = tag[k + 1] if k + 1 < self.last else 0
        word = lower[k + 1] if k + 1 < self.last else "."
        opens_object = bool(following & (DETERMINER | POSSESSIVE | SUBJECT)) or word in ("that", QUOTATION, ":")
        leads = word in CUE_VERBS[lower[k]].particles or word == "to"
        if before & COORDINATOR:
            return (self.subject is not None or opens_object) and (leads or bool(following & WORD) and not following & PREPOSITION)
        plural = previous.endswith("s") or bool(before & (PRONOUN | PEOPLE)) or previous == "percent"
        if what & NOUN_VERB:
            if not before & WORD:
                return previous == "," and bool(what & VERB_S) and (opens_object or leads)
            if what & VERB_BASE:
                names = following & CAPITAL and not before & CAPITAL
                return word == "that" or plural and (opens_object or leads or bool(names or before & (PEOPLE | PRONOUN)))
            return opens_object or leads or bool(before & CAPITAL and g - 1 > self.first and following & (CAPITAL | WH))
        if not before & WORD:
            return previous == "," and (opens_object or leads or bool(what & VERB_S))
        if what & VERB_BASE:
            return plural or opens_object
        return not before & NUMBER

    def _title_case(self) -> bool:
        """Whether the sentence is written as a headline: most of its words open with a capital."""
        if self.headline is None:
            words = [what for what in self.t.tag[self.first : self.last] if what & WORD]
            capitals = sum(1 for what in words if what & CAPITAL)
            self.headline = capitals > 0.6 * len(words)
        return self.headline

    def _subject(self, group: Group, k: int) -> tuple[int, int, int] | None:
        t, lower, tag = self.t, self.t.lower, self.t.tag
        g = group.start
        participle = tag[k] & VERB_ING and not group.finite
        if participle or group.infinitive:
            if g > self.first and (lower[g - 1] == "," or lower[g - 1] == QUOTATION and self._ends_with_comma(g - 1)):
                return self.subject or self._first_subject(g - 1)
            if participle and g > self.first and tag[g - 1] & WORD and not tag[g - 1] & (PREPOSITION | SUBORDINATOR | COORDINATOR):
                phrase = subject_before(t, self.taken, g)
                if phrase and not tag[g - 1] & VERB:
                    return phrase
            return self._nearest_subject(g) or (subject_before(t, self.taken, g) if group.infinitive else None)
        if g > self.first and tag[g - 1] & COORDINATOR:
            if self.subject and self.taken == g - 1:
                return self.subject  # the content before has just ended here: the verbs share their subject
            return self._nearest_subject(g - 1)
        subject = subject_before(t, self.first if g > self.first and lower[g - 1] == "," else self.taken, g)
        if subject is None and g > self.first and lower[g - 1] in (",", ")"):
            return self._opening_phrase()
        if subject is None and self.taken > self.first:
            return self.subject
        return subject

    def _opening_phrase(self) -> tuple[int, int, int] | None:
        """The phrase that opens the sentence, if a comma follows it: the subject of a verb after long appositions."""
        t = self.t
        if t.tag[self.first] & (PREPOSITION | SUBORDINATOR | VERB | ADVERB):
            return None
        end = _phrase_end(t, self.first, self.last)
        if end == self.first or end >= self.last or t.lower[end] not in (",", "("):
            return None
        return self.first, end, end

    def _nearest_subject(self, stop: int) -> tuple[int, int, int] | None:
        """The subject of the last finite verb before ``stop``; verbs that share an earlier subject are passed over."""
        t, tag = self.t, self.t.tag
        i = stop - 1
        limit = max(self.first, stop - 60)
        while i >= limit:
            what = tag[i]
            if what & AUXILIARY or (what & (VERB_PAST | VERB_S) and not what & (NOUN | CAPITAL) and not what & VERB_BASE):
                group = verb_group(t, self.first, i)
                subject = subject_before(t, self.first, group.start)
                if subject and (what & AUXILIARY or not _is_participle_adjective(t, i)):
                    return subject
                i = group.start
            i -= 1
        return None

    def _first_subject(self, stop: int) -> tuple[int, int, int] | None:
        """The subject of the sentence's first finite verb, if that stands before ``stop``."""
        t, tag = self.t, self.t.tag
        for i in range(self.first, stop):
            what = tag[i]
            if what & AUXILIARY or (what & (VERB_PAST | VERB_S) and not what & NOUN and not what & VERB_BASE):
                subject = subject_before(t, self.first, verb_group(t, self.first, i).start)
                if subject:
                    return subject
        return None

    def _content(self, k: int, frames: Frames) -> tuple[str, int, int, int] | None:
        """What the cue at ``k`` introduces: (rule, end of the cue, start and end of the content)."""
        t, lower, tag = self.t, self.t.lower, self.t.tag
        last = self.last
        bits = frames.bits
        p = skip_adverbs(t, k + 1, last)
        if p < last and lower[p - 1] == "not" and lower[p] == "to":
            p -= 1
        if p >= last:
            return None
        word, what = lower[p], tag[p]
        if word == "to" and bits & INFINITIVE and p + 1 < last and lower[p + 1] == QUOTATION:
            return "infinitive", k + 1, p, self._clause_end(p, k)
        if bits & ADDRESSEE and frames.lemma in _TELLS and what & WORD and not what & (PREPOSITION | WH | AUXILIARY) and word != "that":
            found = self._after_addressee(p)
            if found is not None and found[0] != "infinitive":
                rule, start = found
                end = self._end_of_quote(start) if rule == "quotation" else self._clause_end(start, k)
                return "addressee-" + rule, k + 1, start, end
        if bits & (CLAUSE | THAT) and not (word in frames.particles and word != "that" and p + 1 < last and word != "to"):
            found = self._clause_start(k, p)
            if found is not None and (bits & CLAUSE or found[0] in ("that-clause", "quotation")):
                rule, start = found
                if rule == "quotation":
                    return rule, k + 1, start, self._end_of_quote(start)
                return rule, k + 1, start, self._clause_end(start, k)
        if word == "not" and p + 1 < last and lower[p + 1] == "to" and bits & INFINITIVE:
            return "infinitive", k + 1, p, self._clause_end(p, k)
        if word == "to" and bits & INFINITIVE and p + 1 < last and _infinitive(t, p + 1):
            q = p + 1
            if tag[q] & SPEECH and tag[q] & VERB_BASE:
                inner = self._content(q, CUE_VERBS[lower[q]])
                if inner:
                    return "infinitive", inner[1], inner[2], inner[3]
            return "infinitive", k + 1, p, self._clause_end(p, k)
        if bits & INFINITIVE and what & PREPOSITION and word not in frames.particles:
            to = self._infinitive_after_phrase(p)
            if to is not None:
                return "infinitive", k + 1, to, self._clause_end(to, k)
        if bits & ADDRESSEE and what & WORD and not what & (PREPOSITION | SUBORDINATOR | AUXILIARY):
            found = self._after_addressee(p)
            if found is not None:
                rule, start = found
                end = self._end_of_quote(start) if rule == "quotation" else self._clause_end(start, k)
                if rule == "infinitive" and frames.lemma != "tell":
                    start = p  # "urged the judge to go": the content tells who is to act
                return "addressee-" + rule, k + 1, start, end
        if word in frames.particles:
            if p + 1 < last and (tag[p + 1] & WORD or lower[p + 1] == QUOTATION):
                start = p + 1
                return "particle", p + 1, start, self._phrase_content_end(start, k)
        if bits & AS_OBJECT and (
            what & WORD and not what & (PREPOSITION | SUBORDINATOR | COORDINATOR | AUXILIARY) or word == QUOTATION
        ):
            if what & ADVERB and not what & DETERMINER:
                return None
            return "object", k + 1, p, self._phrase_content_end(p, k)
        if bits & GERUND and what & VERB_ING:
            return "gerund", k + 1, p, self._clause_end(p, k)
        return None

    def _infinitive_after_phrase(self, p: int) -> int | None:
        """"promised at a rally on Sunday to end …": where "to" stands."""
        t, lower, tag = self.t, self.t.lower, self.t.tag
        for i in range(p + 1, min(p + 12, self.last - 1)):
            if lower[i] == "to" and tag[i + 1] & VERB_BASE:
                return i
            if not tag[i] & WORD and lower[i] != QUOTATION or tag[i] & (AUXILIARY | VERB_PAST | VERB_ING) and not tag[i] & CAPITAL:
                return None
        return None

    def _clause_start(self, k: int, p: int) -> tuple[str, int] | None:
        """Where the clause or quotation that a verb of saying introduces begins."""
        t, lower, tag = self.t, self.t.lower, self.t.tag
        last = self.last
        word, what = lower[p], tag[p]
        if word == QUOTATION:
            return "quotation", p
        if word in (",", ":", "—", "–", "--", "-") and p + 1 < last:
            if lower[p + 1] == QUOTATION:
                return "quotation", p + 1
            if word == ":":
                return "colon", p + 1
            if word == ",":
                return self._clause_after_insertion(p)
            return None
        if word == "that":
            return None if self._points_at_noun(k, p) else ("that-clause", p)
        if what & WH and not what & PREPOSITION:
            return "wh-clause", p
        if what & SUBJECT:
            return "clause", p
        if what & PREPOSITION or word == "to":
            return self._clause_after_phrase(p)
        if what & WORD and not what & (AUXILIARY | COORDINATOR) and (
            CUE_VERBS[lower[k]].lemma == "say" or _clause_verb(t, p, last)
        ):
            return "clause", p
        return None

    def _points_at_noun(self, k: int, p: int) -> bool:
        """Whether "that" points at a noun ("echoed that promise") instead of opening a clause."""
        lower, tag = self.t.lower, self.t.tag
        if not CUE_VERBS[lower[k]].bits & AS_OBJECT or p + 1 >= self.last or tag[p + 1] & (
            SUBJECT | DETERMINER | POSSESSIVE | AUXILIARY | CAPITAL
        ):
            return False
        return p + 2 >= self.last or lower[p + 2] in (",", ".") or bool(tag[p + 1] & (NOUN | CUE_NOUN) and tag[p + 2] & PREPOSITION)

    def _clause_after_insertion(self, p: int) -> tuple[str, int] | None:
        """"said, in a nod to the past, that …"; "said Tuesday, “…”"."""
        t, lower = self.t, self.t.lower
        for i in range(p + 1, min(p + 16, self.last)):
            if lower[i] == ",":
                if i + 1 < self.last and lower[i + 1] in ("that", QUOTATION):
                    return ("quotation" if lower[i + 1] == QUOTATION else "that-clause"), i + 1
                return None
            if t.tag[i] & AUXILIARY:
                return None
        return None

    def _clause_after_phrase(self, p: int) -> tuple[str, int] | None:
        """"said in an interview on Tuesday that …", "said to reporters he …"."""
        t, lower, tag = self.t, self.t.lower, self.t.tag
        last = self.last
        limit = min(p + 22, last)
        for i in range(p + 1, limit):
            word, what = lower[i], tag[i]
            if word == "that" and not (i + 1 < last and tag[i + 1] & TIME):
                return "that-clause", i
            if word in ("whether", "if", "how", "why"):
                return "wh-clause", i
            if word == QUOTATION:
                if lower[i - 1] in (",", ":"):
                    return "quotation", i
                continue
            if what & SUBJECT and not what & (DETERMINER | POSSESSIVE) and not tag[i - 1] & PREPOSITION and word != "you":
                return "clause", i
            if what & AUXILIARY or what & (VERB_PAST | VERB_S) and not what & (NOUN | CAPITAL | VERB_BASE):
                return self._clause_before_verb(p, i)
            if word in (";", ":"):
                return ("quotation", i + 1) if i + 1 < last and lower[i + 1] == QUOTATION else None
        return None

    def _clause_before_verb(self, p: int, verb: int) -> tuple[str, int] | None:
        """The clause whose finite verb stands at ``verb``, after a phrase that opens at ``p``."""
        phrase = noun_phrase_before(self.t, p + 1, verb)
        if phrase is None:
            return None
        start = phrase[0]
        tag, lower = self.t.tag, self.t.lower
        for i in range(verb - 1, p + 1, -1):
            if tag[i] & (DETERMINER | POSSESSIVE) and tag[i - 1] & WORD and not tag[i - 1] & (PREPOSITION | DETERMINER):
                start = i
                break
            if lower[i] == ",":
                start = i + 1
                break
        return ("clause", start) if start > p + 1 else None

    def _after_addressee(self, p: int) -> tuple[str, int] | None:
        """Where the content begins after somebody spoken to: "told reporters on Tuesday that …"."""
        t, lower, tag = self.t, self.t.lower, self.t.tag
        last = self.last
        if tag[p] & (SUBJECT | WH) and not tag[p] & OBJECT and not tag[p] & POSSESSIVE:
            return None
        if tag[p] & OBJECT and tag[p] & SUBJECT and p + 1 < last and tag[p + 1] & (AUXILIARY | FINITE):
            return None  # "told it was late": "it" is the clause's subject
        for i in range(p + 1, min(p + 25, last)):
            word, what = lower[i], tag[i]
            if word == "that":
                return "that-clause", i
            if word == "to":
                if i + 1 < last and tag[i + 1] & (VERB_BASE | ADVERB | BE):
                    return "infinitive", i
                continue
            if word == "not" and i + 1 < last and lower[i + 1] == "to":
                return "infinitive", i
            if word == QUOTATION:
                return ("quotation", i) if lower[i - 1] in (",", ":") or tag[i - 1] & WORD else None
            if word == ":":
                return "colon", i + 1
            if what & WH and not what & (PREPOSITION | SUBORDINATOR) or word in ("how", "why", "what", "whether", "if"):
                return "wh-clause", i
            if what & SUBJECT and not what & (DETERMINER | POSSESSIVE) and not tag[i - 1] & PREPOSITION:
                return "clause", i
            if what & AUXILIARY or what & VERB_PAST and not what & (NOUN | CAPITAL):
                found = self._clause_before_verb(p - 1, i)
                return found if found and found[1] > p else None
            if word in (";",) or word == "," and not (i + 1 < last and lower[i + 1] == QUOTATION):
                return None
        return None

    def _passive(self, k: int, group: Group, frames: Frames) -> bool:
        """"The plan is expected to fail", "she was accused of fraud by the mayor", "asked whether …"."""
        t, lower = self.t, self.t.lower
        if not group.finite or k + 1 >= self.last or group.negated:
            return False
        subject = subject_before(t, self.taken, group.start)
        if lower[k + 1] == "as" and k + 3 < self.last and lower[k + 2] == "saying":
            return self._quoted_as_saying(k, group, subject)
        p = skip_adverbs(t, k + 1, self.last)
        mention: Range | None = None
        if p + 1 < self.last and lower[p] == "by" and not t.tag[p + 1] & VERB_ING:
            stop = _phrase_end(t, p + 1, self.last)
            if stop > p + 1:
                mention, p = (p + 1, stop), skip_adverbs(t, stop, self.last)
        word = lower[p] if p < self.last else ""
        empty = subject is not None and lower[subject[0]] == "it"
        if word == "that" or frames.lemma in ("ask", "tell") and word in _WH_WORDS:
            if word == "that" and not empty and frames.lemma not in ("tell", "ask", "inform", "warn", "remind"):
                return False
            content = [(p, self._clause_end(p, k))]
        elif subject is None or empty:
            return False
        elif mention and word in ("of", "for", "as") and p + 1 < self.last:
            content = [(subject[0], subject[1]), (p, self._clause_end(p, k))]
        elif mention and frames.bits & AS_OBJECT:
            content = [(subject[0], subject[1])]
        elif frames.bits & EXPECTED and word in ("to", "as", "of", "for"):
            content = [(subject[0], subject[1]), (p, self._clause_end(p, k))]
        else:
            return False
        rule = "passive-with-agent" if mention else "passive"
        self._add(content, mention, (group.start, k + 1), rule, frames.lemma)
        self.taken = max(content[-1][1], mention[1] if mention else 0)
        return True

    def _quoted_as_saying(self, k: int, group: Group, subject: tuple[int, int, int] | None) -> bool:
        """"Marr was quoted as saying that …"."""
        found = self._clause_start(k + 2, k + 3)
        if found is None or subject is None:
            return False
        rule, start = found
        end = self._end_of_quote(start) if rule == "quotation" else self._clause_end(start, k)
        self._add([(start, end)], (subject[0], subject[1]), (group.start, k + 3), "quoted-as-saying", "say", (subject[0], subject[2]))
        self.subject, self.taken = subject, end
        return True

    def _reduced_passive(self, k: int, group: Group, frames: Frames) -> bool:
        """"the contests known as Super Tuesday": what is so called, and what it is called."""
        t, lower = self.t, self.t.lower
        if not frames.bits & EXPECTED or k + 2 >= self.last or lower[k + 1] != "as" or group.start <= self.first:
            return False
        end = group.start - 1 if lower[group.start - 1] == "," else group.start
        phrase = noun_phrase_before(t, self.taken, end)
        if phrase is None or t.tag[phrase[0]] & (SUBJECT | OBJECT) and not t.tag[phrase[0]] & POSSESSIVE:
            return False
        if phrase[0] > self.first and t.tag[phrase[0] - 1] & (RELATIVE | WH):
            return False
        stop = self._phrase_content_end(k + 2, k)
        self._add([phrase, (k + 2, stop)], None, (group.start, k + 2), "known-as", frames.lemma)
        self.taken = stop
        return True

    def _seems(self, k: int, group: Group) -> bool:
        """"The plan seems dead": what seems, with its subject, in nobody's mouth."""
        t, lower, tag = self.t, self.t.lower, self.t.tag
        subject = subject_before(t, self.taken, group.start)
        p = k + 1
        if subject is None or p >= self.last or not tag[p] & WORD or lower[p] in ("at", "for", "in", "on", "forward", "back", "into"):
            return False
        end = self._clause_end(p, k)
        content = [(p, end)] if lower[subject[0]] == "it" else [(subject[0], subject[1]), (p, end)]
        self._add(content, None, (group.start, k + 1), "seems", CUE_VERBS[lower[k]].lemma)
        self.taken = end
        return True

    def _phrase(self, k: int) -> bool:
        """"She made it clear that …", "he distanced himself from …"."""
        t, lower, tag = self.t, self.t.lower, self.t.tag
        for phrase in CUE_PHRASES[lower[k]]:
            p = _match(lower, k + 1, self.last, phrase.slots)
            if p is not None:
                break
        else:
            return False
        group = verb_group(t, self.taken, k)
        before = tag[group.start - 1] if group.start > self.first else 0
        if group.passive or group.negated or before & (DETERMINER | POSSESSIVE) and not before & PRONOUN:
            return False
        q = skip_adverbs(t, p, self.last)
        if q >= self.last:
            return False
        if phrase.frame == CLAUSE:
            if lower[q] == "that" or lower[q] == QUOTATION or tag[q] & (SUBJECT | WH):
                start, end = q, self._clause_end(q, k)
            elif lower[q] in (",", ":") and q + 1 < self.last and lower[q + 1] == QUOTATION:
                start, end = q + 1, self._end_of_quote(q + 1)
            elif lower[q] == "to" and (found := self._clause_after_phrase(q)):
                start, end = found[1], self._clause_end(found[1], k)
            else:
                return False
        elif tag[q] & WORD and not tag[q] & (PREPOSITION | COORDINATOR) or lower[q] == QUOTATION:
            start, end = q, self._phrase_content_end(q, k)
        else:
            return False
        subject = self._subject(group, k)
        mention = (subject[0], subject[1]) if subject else None
        core = (subject[0], subject[2]) if subject else None
        self._add([(start, end)], mention, (group.start, p), "phrase-then-content", phrase.lemma, core)
        if subject and group.finite:
            self.subject = subject
        self.taken = end
        return True

    def _adjective(self, k: int) -> bool:
        """"He is confident that …", "she was furious at …"."""
        t, lower, tag = self.t, self.t.lower, self.t.tag
        frames = CUE_ADJECTIVES[lower[k]]
        group = verb_group(t, self.taken, k)
        copula = any(tag[i] & BE for i in range(group.start, k))
        if not copula and group.start > self.first and lower[group.start - 1] in _COPULAS:
            group = verb_group(t, self.taken, group.start - 1)
            copula = True
        apposed = not copula and group.start > self.first and lower[group.start - 1] == ","
        if not (copula or apposed) or group.negated:
            return False
        p = skip_adverbs(t, k + 1, self.last)
        if p >= self.last:
            return False
        word = lower[p]
        if frames.bits & CLAUSE and (word == "that" or tag[p] & SUBJECT or word in _WH_WORDS) and not apposed:
            content, cue_end = (p, self._clause_end(p, k)), k + 1
            rule = "adjective-then-clause"
        elif word in frames.particles and p + 1 < self.last:
            content, cue_end = (p + 1, self._phrase_content_end(p + 1, k)), p + 1
            rule = "adjective-then-particle"
        elif word == "to" and frames.bits & INFINITIVE and p + 1 < self.last and _infinitive(t, p + 1):
            content, cue_end = (p, self._clause_end(p, k)), k + 1
            rule = "adjective-then-infinitive"
        else:
            return False
        subject = subject_before(t, self.taken, group.start)
        if subject is None:
            subject = self.subject
        if subject is None or content[0] >= content[1]:
            return False
        if lower[subject[0]] == "it":
            self._add([content], None, (group.start, cue_end), rule, frames.lemma)
        else:
            self._add([content], (subject[0], subject[1]), (group.start, cue_end), rule, frames.lemma, (subject[0], subject[2]))
            self.subject = subject
        self.taken = content[1]
        return True

    def _noun(self, k: int) -> bool:
        """"Marr's claim that …", "fears among farmers that …", "criticism of …"."""
        t, lower, tag = self.t, self.t.lower, self.t.tag
        frames = CUE_NOUNS[lower[k]]
        p = k + 1
        if p >= self.last:
            return False
        word = lower[p]
        mention: Range | None = None
        if word in ("by", "from", "among") and p + 1 < self.last:
            end = _phrase_end(t, p + 1, self.last)
            mention = (p + 1, end)
            p = end
            if p < self.last and lower[p] == ",":  # "by Marr, the owner, for …"
                closing = next((i for i in range(p + 1, min(p + 20, self.last - 1)) if lower[i] == ","), None)
                if closing and lower[closing + 1] in frames.particles:
                    p = closing + 1
            if p >= self.last:
                return False
            word = lower[p]
        infinitive = word == "to" and frames.bits & INFINITIVE and p + 1 < self.last and _infinitive(t, p + 1)
        if not infinitive and word not in frames.particles or p + 1 >= self.last:
            return False
        if word == "that" and self._is_relative_that(p):
            return False
        if mention is None:
            mention = self._possessor(k)
            if mention is None or tag[mention[0]] & POSSESSIVE:  # "she repeated her call": rather "she" than "her"
                mention = self._subject_of_governing_verb(k) or mention
        if word == "that":
            content, cue_end = (p, self._clause_end(p, k)), k + 1
        elif infinitive:
            content, cue_end = (p, self._clause_end(p, k)), k + 1
        else:
            content, cue_end = (p + 1, self._phrase_content_end(p + 1, k)), p + 1
        if not _has_verb(t, self.first, k):
            content = (content[0], self._before_predicate(*content, allowed=word == "that"))
        if content[0] >= content[1]:
            return False
        self._add([content], mention, (k, cue_end), f"noun-then-{'that' if word == 'that' else 'infinitive' if infinitive else 'phrase'}", frames.lemma)
        self.taken = content[1]
        return True

    def _before_predicate(self, start: int, end: int, allowed: bool) -> int:
        """Where the content of a noun that is itself a subject ends: "Her claim that it is safe | drew scorn"."""
        tag = self.t.tag
        open_clauses = 1 if allowed else 0
        i = start + 1
        while i < end:
            what = tag[i]
            if what & (RELATIVE | WH | SUBORDINATOR) and not what & PREPOSITION or what & SUBJECT and not what & POSSESSIVE:
                open_clauses = max(open_clauses, 1)
            elif what & AUXILIARY or what & (VERB_PAST | VERB_S) and not what & (NOUN | CAPITAL | VERB_BASE | NOUN_VERB):
                if not open_clauses and not _is_participle_adjective(self.t, i):
                    return i
                open_clauses = max(0, open_clauses - 1)
                while i + 1 < end and tag[i + 1] & (AUXILIARY | ADVERB | VERB):
                    i += 1
            i += 1
        return end

    def _is_relative_that(self, p: int) -> bool:
        """Whether "that" opens a relative clause whose verb says something of the noun: "a claim that he dismissed as"."""
        t, lower, tag = self.t, self.t.lower, self.t.tag
        for i in range(p + 2, min(p + 8, self.last - 1)):
            if tag[i] & CUE and tag[i] & FINITE:
                return lower[i + 1] == "as" or i + 1 >= self.last
            if tag[i] & (AUXILIARY | VERB_PAST) and not tag[i] & CAPITAL:
                return False
        return False

    def _possessor(self, k: int) -> Range | None:
        """Whose the noun at ``k`` is: "his claim", "the mayor’s repeated claim"."""
        t, lower, tag = self.t, self.t.lower, self.t.tag
        i = k - 1
        limit = max(self.taken, k - 5)
        while i >= limit:
            if tag[i] & POSSESSIVE:
                return (i, i + 1)
            if lower[i] in _MARKS_OF_POSSESSION:
                return noun_phrase_before(t, self.taken, i)
            if not tag[i] & WORD or tag[i] & (PREPOSITION | DETERMINER | AUXILIARY):
                return None
            i -= 1
        return None

    def _subject_of_governing_verb(self, k: int) -> Range | None:
        """Who has, makes or voices the noun at ``k``: "she made a repeated call for …"."""
        t, tag = self.t, self.t.tag
        for i in range(k - 1, max(self.taken, k - 5) - 1, -1):
            what = tag[i]
            if what & VERB and not what & NOUN or what & HAVE:
                group = verb_group(t, self.taken, i)
                if what & VERB_ING and not group.finite or group.infinitive:
                    subject = self._nearest_subject(group.start)
                else:
                    subject = subject_before(t, self.taken, group.start)
                return (subject[0], subject[1]) if subject else None
            if not what & WORD or what & PREPOSITION:
                return None
        return None

    # ---- where contents end -------------------------------------------------------------------

    def _end_of_quote(self, q: int) -> int:
        """The end of a content that opens with a quotation: the quotation, or the clause it is part of."""
        t, lower = self.t, self.t.lower
        if q + 1 >= self.last:
            return q + 1
        closing = t.text[t.end[q] - 2 : t.end[q]]
        if any(mark in closing for mark in ".?!"):
            return q + 1
        if lower[q + 1] in (",", ";") and "," in closing:
            return q + 1
        return self._clause_end(q, q)

    def _clause_end(self, start: int, k: int) -> int:
        """Where the clause that opens at ``start`` ends, for the cue at ``k``: mostly with the sentence."""
        t, lower, tag = self.t, self.t.lower, self.t.tag
        last = self.last
        setting = self._setting(k)
        participle = tag[k] & VERB_ING
        form = VERB_PAST | VERB_S if participle else tag[k] & (VERB_PAST | VERB_S)
        for i in range(start + 1, last):
            word = lower[i]
            if word == ";" or participle and tag[i] & COORDINATOR and self._absolute(i + 1, 4):
                return i
            if word in ("but", "and") and i + 2 < last and tag[i + 1] & form and tag[i + 1] & CUE and not tag[i + 1] & NOUN:
                if word == "but" or participle or lower[i + 2] in ("that", QUOTATION) or self._shifted_back(start, i):
                    return i  # "said he would stay and urged …": the second verb is the speaker's too
            if word in _DASHES and i + 1 < last:
                if self._dash_before(k) or tag[i + 1] & (DETERMINER | CAPITAL) and not any(w in _DASHES for w in lower[i + 1 : last]):
                    return i
            if (word == "," or word == QUOTATION and self._ends_with_comma(i)) and i + 1 < last:
                following, what = lower[i + 1], tag[i + 1]
                if (
                    following in ("according", "which")
                    or what & VERB_ING and what & CUE
                    or following == "but" and self._leaves_report(i + 2)
                    or following == "with" and self._absolute(i + 2)
                    or setting and self._returns(setting, i + 1)
                ):
                    return i if word == "," else i + 1
        return last

    def _ends_with_comma(self, quotation: int) -> bool:
        """Whether a quotation has a comma before its closing mark."""
        return "," in self.t.text[self.t.end[quotation] - 3 : self.t.end[quotation]]

    def _phrase_content_end(self, start: int, k: int) -> int:
        """Where a content that is a phrase ends: with its clause, or before a new verb's clause."""
        t, lower, tag = self.t, self.t.lower, self.t.tag
        last = self.last
        setting = self._setting(k)
        form = tag[k] & (VERB_PAST | VERB_S | VERB_ING)
        for i in range(start + 1, last):
            word = lower[i]
            if word == ";" or word in _DASHES:
                return i
            if word == "that" and i + 1 < last and not tag[i + 1] & TIME and tag[i - 1] & WORD and not tag[i - 1] & PREPOSITION:
                return self._clause_end(i, k)
            if (word == "," or word == QUOTATION and self._ends_with_comma(i)) and i + 1 < last:
                what = tag[i + 1]
                following = lower[i + 1]
                here = i if word == "," else i + 1
                if following in ("but", "according", "which", "who", "though", "although", "even") or what & (VERB_ING | VERB_PAST | SUBJECT):
                    return here
                if what & ADVERB and i + 2 < last and tag[i + 2] & VERB_ING or following == "with" and self._absolute(i + 2):
                    return here
                if what & DETERMINER and not self._listed(start, i):
                    return here
                if what & COORDINATOR and i + 2 < last and tag[i + 2] & form and tag[i + 2] & (CUE | VERB_PAST):
                    return here
                if setting and self._returns(setting, i + 1):
                    return here
            elif (tag[i] & COORDINATOR or word in _FRONTING) and i + 1 < last:
                what = tag[skip_adverbs(t, i + 1, last - 1)]
                if tag[i + 1] & SUBJECT and not tag[i + 1] & POSSESSIVE or tag[i + 1] & (DETERMINER | CAPITAL) and (
                    word not in ("as", "after", "before", "since") and _clause_verb(t, i + 1, last)
                ):
                    return i
                if what & form and not what & (NOUN | CAPITAL) and what & VERB and not tag[i + 1] & DETERMINER:
                    return i
            elif word == "after" or word in ("in", "on", "during", "at") and self._is_occasion(i + 1):
                return i
        return last

    def _is_occasion(self, p: int) -> bool:
        """Whether a phrase names where something was said ("an interview with CNN", "Twitter"), not what."""
        t = self.t
        for i in range(p, min(p + 5, self.last)):
            if t.lower[i] in _OCCASIONS:
                return True
            if not t.tag[i] & WORD or t.tag[i] & (PREPOSITION | COORDINATOR | AUXILIARY):
                return False
        return False

    def _leaves_report(self, p: int) -> bool:
        """Whether a clause after ", but" is the article's own: its verb is not shifted back as reported speech is."""
        t, tag = self.t, self.t.tag
        if p >= self.last or not tag[p] & (SUBJECT | AUXILIARY | VERB_PAST) or t.lower[p] == "that":
            return False
        if tag[p] & CUE and tag[p] & FINITE:
            return True
        return not any(word in _BACKSHIFTED for word in t.lower[p : p + 4])

    def _shifted_back(self, a: int, b: int) -> bool:
        """Whether the reported clause's own verb is shifted back ("would", "had"), so that a plain past is not in it."""
        return any(word in _BACKSHIFTED for word in self.t.lower[a:b])

    def _absolute(self, p: int, reach: int = 8) -> bool:
        """Whether "with" opens a construction with a verb of its own: "with critics arguing that …"."""
        tag = self.t.tag
        for i in range(p, min(p + reach, self.last)):
            if tag[i] & VERB_ING and tag[i] & CUE and i > p:
                return True
            if not tag[i] & WORD or tag[i] & (AUXILIARY | VERB_PAST | SUBORDINATOR) and not tag[i] & PREPOSITION:
                return False
        return False

    def _dash_before(self, k: int) -> bool:
        """Whether the cue stands between dashes, so that the next dash ends its content."""
        return any(word in _DASHES for word in self.t.lower[max(self.first, k - 12) : k])

    def _setting(self, k: int) -> str:
        """Whether the cue stands in a clause that the main clause resumes from: fronted, or relative."""
        t, lower, tag = self.t, self.t.lower, self.t.tag
        for i in range(k - 1, max(self.first, k - 30) - 1, -1):
            word = lower[i]
            if word in ("who", "which", "whose") and i > self.first and lower[i - 1] == ",":
                return "relative"
            if word in (",", ";", ":", "—", "--"):
                i += 1
                break
            if word == QUOTATION:
                return ""
        else:
            i = max(self.first, k - 30)
        while i < k and tag[i] & (COORDINATOR | ADVERB) and not tag[i] & SUBORDINATOR:
            i += 1
        if lower[i] in _FRONTING and i < k:
            return "fronted"
        if tag[self.first] & (VERB_ING | VERB_PARTICIPLE) or tag[k] & VERB_ING and tag[self.first] & PREPOSITION:
            if not any(what & (AUXILIARY | FINITE) and not what & (NOUN | VERB_ING) for what in tag[self.first + 1 : k]):
                return "fronted"
        return ""

    def _returns(self, setting: str, i: int) -> bool:
        """Whether the main clause goes on at ``i``, after a comma."""
        t, tag = self.t, self.t.tag
        what = tag[i]
        if setting == "relative":
            return bool(what & (AUXILIARY | VERB_PAST | VERB_S)) and not what & NOUN or bool(
                what & ADVERB and i + 1 < self.last and tag[i + 1] & (AUXILIARY | VERB_PAST)
            )
        if what & SUBJECT and not what & POSSESSIVE or self.t.lower[i] == "there":
            return True
        if what & (DETERMINER | CAPITAL | POSSESSIVE | PEOPLE | NUMBER) or what == WORD:
            return _clause_verb(t, i, self.last)
        return False

    def _listed(self, start: int, comma: int) -> bool:
        """Whether a comma in a phrase separates the members of a list: "the wall, the ban and the tax"."""
        lower = self.t.lower
        for i in range(comma + 1, min(comma + 12, self.last)):
            if lower[i] in ("and", "or"):
                return True
            if self.t.tag[i] & (AUXILIARY | VERB_PAST):
                return False
        return False

    def _add(
        self, content: list[Range], mention: Range | None, cue: Range, rule: str, lemma: str, core: Range | None = None
    ) -> None:
        start, end = content[0]
        if self.t.lower[start] == "that" and start + 1 < end and not self.t.tag[start + 1] & (AUXILIARY | VERB_S):
            content[0] = (start + 1, end)  # the conjunction belongs to neither cue nor content
        self.found.append(Attribution(content, mention, core or mention, cue, self.number, [rule], lemma))


def _without_final_mark(t: Tokens, first: int, last: int) -> int:
    while last > first and t.lower[last - 1] in (".", "!", "?", "…", "...", ")", ",", ";", ":"):
        last -= 1
    return last


def _lemma(t: Tokens, k: int) -> str:
    frames = CUE_VERBS.get(t.lower[k])
    return frames.lemma if frames else t.lower[k]


def _match(lower: list[str], p: int, last: int, slots: tuple[frozenset[str], ...]) -> int | None:
    """Where the words of a phrase end, if they stand from ``p`` on (a slot that holds "" may be missing)."""
    for slot in slots:
        if p < last and lower[p] in slot:
            p += 1
        elif "" not in slot:
            return None
    return p


def _is_participle_adjective(t: Tokens, i: int) -> bool:
    """Whether an -ed form modifies a noun ("the plan announced in May") instead of being the clause's verb."""
    return bool(t.tag[i] & VERB_PARTICIPLE) and i + 1 < len(t.tag) and bool(t.tag[i + 1] & PREPOSITION) and not (
        i > 0 and t.tag[i - 1] & (SUBJECT | CAPITAL | ADVERB | AUXILIARY | RELATIVE)
    )


def _infinitive(t: Tokens, p: int) -> bool:
    """Whether what follows "to" is a verb rather than a noun phrase."""
    what = t.tag[p]
    if what & (VERB_BASE | ADVERB | BE | AUXILIARY) or t.lower[p] == QUOTATION:
        return True
    return bool(what & WORD) and not what & (
        DETERMINER | POSSESSIVE | CAPITAL | OBJECT | NOUN | NUMBER | PRONOUN | VERB | PREPOSITION | WH
    )


def _pauses(t: Tokens, quotation: int) -> bool:
    """Whether a quotation ends with a comma, "?" or "!" before its closing mark, as one before "she said" does."""
    return any(mark in t.text[t.end[quotation] - 3 : t.end[quotation]] for mark in ",?!")


def _has_verb(t: Tokens, a: int, b: int) -> bool:
    """Whether a finite verb stands among the tokens."""
    tag = t.tag
    return any(
        what & AUXILIARY or what & (VERB_PAST | VERB_S | VERB_BASE) and not what & (NOUN | CAPITAL)
        for what in tag[a:b]
    )


def _clause_verb(t: Tokens, p: int, last: int) -> bool:
    """Whether a clause with a verb of its own opens at ``p``, rather than an object phrase."""
    tag, lower = t.tag, t.lower
    for i in range(p + 1, min(p + 16, last)):
        what, word = tag[i], lower[i]
        if what & AUXILIARY:
            return True
        if what & (VERB_PAST | VERB_S) and not what & (NOUN | VERB_BASE | CAPITAL):
            if not (what & VERB_PARTICIPLE and (lower[i - 1] in ("a", "the") or _is_participle_adjective(t, i))):
                return True
        elif what & VERB_BASE and not what & (NOUN | CAPITAL) and (
            lower[i - 1].endswith("s") and not tag[i - 1] & (VERB | PREPOSITION) or tag[i - 1] & PEOPLE
        ):
            return True
        if what & (WH | SUBORDINATOR) and not word == "as" or word in _CLAUSE_BREAKS:
            return False
        if what & COORDINATOR and i + 1 < last and tag[i + 1] & (VERB_PAST | AUXILIARY | SUBJECT) and not tag[i + 1] & NOUN:
            return False
    return False


_CLAUSE_BREAKS = frozenset({",", ";", ":", "—", "--", "that", "to", QUOTATION})


def _phrase_end(t: Tokens, p: int, last: int) -> int:
    """The end of the noun phrase that opens at ``p``, with its prepositional phrases, without an apposition."""
    tag, lower = t.tag, t.lower
    i = p
    while i < last:
        what, word = tag[i], lower[i]
        if not what & WORD:
            if word == "." or word in ("&", "-", "%", "$", "’", "'"):
                i += 1
                continue
            break
        if i > p and what & (AUXILIARY | SUBJECT | SUBORDINATOR | WH) and not what & (PREPOSITION | DETERMINER | POSSESSIVE):
            break
        if what & COORDINATOR and not (i + 1 < last and tag[i + 1] & (CAPITAL | DETERMINER | NOUN | POSSESSIVE)):
            break
        if i > p and what & (VERB_PAST | VERB_S | VERB_PARTICIPLE) and not what & (NOUN | CAPITAL | VERB_BASE):
            break
        if i > p and what & ADVERB and not what & DETERMINER and not tag[i - 1] & (DETERMINER | POSSESSIVE) or i > p and what & TIME and not what & CAPITAL:
            break
        if i > p and what & PREPOSITION and (
            word not in ("of", "for", "at", "in", "from", "with", "on", "to", "by") or i + 1 < last and tag[i + 1] & VERB_ING
        ):
            break
        i += 1
    while i > p and (tag[i - 1] & (PREPOSITION | COORDINATOR | DETERMINER) or not tag[i - 1] & WORD):
        i -= 1
    return i


def _apposition_end(t: Tokens, end: int, last: int) -> int:
    """The end of what stands in apposition after a phrase: ", 54, a baker who …" up to the sentence's end."""
    lower = t.lower
    if end < last and lower[end] == ",":
        for i in range(end + 1, last):
            if lower[i] == QUOTATION or lower[i] in (";", ":"):
                return i - 1 if lower[i - 1] == "," else i
            if lower[i] == "," and i + 1 < last and t.tag[i + 1] & VERB_ING and t.tag[i + 1] & CUE:
                return i
        return last
    return end


RULES: list[Callable[..., bool]] = []
_ = (MODAL, NUMBER, SEEM)
