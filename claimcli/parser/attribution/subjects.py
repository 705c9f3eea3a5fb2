"""Whose a cue is: the subject of its verb, the owner of its noun."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    DOCUMENT,
    FINITE,
    HAVE,
    NOUN,
    NOUN_VERB,
    NUMBER,
    OBJECT,
    ORGANIZATION,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    VERB,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    VERB_S,
    WORD,
    forms_of,
)
from claimcli.parser.attribution.sentence import INNER_MARKS, Range, Sentence, Subject
from claimcli.parser.grammar import (
    CONTRACTED,
    POSSESSIVE_MARKS,
    Group,
    has_verb,
    is_participle_adjective,
    noun_phrase_before,
    phrase_end,
    subject_before,
    verb_group,
)
from claimcli.parser.text import QUOTATION

_NO_SPEAKER: Final = PREPOSITION | SUBORDINATOR | VERB | ADVERB | COORDINATOR
_SPEAKING: Final = SUBJECT | OBJECT | RELATIVE | ROLE | PEOPLE | ORGANIZATION | DOCUMENT | NUMBER | PRONOUN
_CAUSES: Final = forms_of(
    "lead allow cause force require push press compel enable prompt permit get expect help invite leave inspire "
    "encourage persuade tempt oblige want send spur move convince"
)
"""Verbs whose object does what the infinitive behind it says: "led **critics** to say"."""

_RESTS: Final = forms_of("rely depend count call prevail lean") | {"pressure", "onus", "burden"}
"""What rests on somebody who is to do something: "the **pressure** on Marr to say", "**relied** on Marr to say"."""
_ISSUES: Final = forms_of(
    "issue release publish post send write put air run deliver give make file launch sign tweet buy place "
    "revise plant fund sponsor pen draft circulate bankroll finance unveil file fire shoot lead stage"
)
"""Verbs whose object says what their subject says: "issued a statement calling …", "ran ads attacking …"."""
_SUFFERS: Final = forms_of(
    "face endure draw receive suffer weather invite attract spark stoke trigger fuel prompt provoke generate bring "
    "investigate dodge deflect reject deny dismiss rebut refute ignore scrap drop abandon ditch axe shelve cancel "
    "delay postpone defer halt block"
)
"""Verbs whose subject does not say what their object says: "faced criticism for", "scrapped a plan to"."""
_ASKED: Final = frozenset(
    "asked pressed questioned challenged told urged quizzed prodded grilled reminded".split()
)
_WHEN: Final = frozenset({"when", "if", "once", "unless", "until"})
_COPULAS: Final = forms_of("become remain")
_IMPERSONAL: Final = frozenset({"it", "that", "there", "this", "what"})  # "it’s hard to say"


def subject_of(s: Sentence, group: Group, k: int) -> Subject | None:
    t, lower, tag = s.t, s.t.lower, s.t.tag
    g = group.start
    if tag[k] & VERB_PARTICIPLE and not group.auxiliary and _is_asked(s, g, k):
        return _by_whom(s, k + 1)
    participle = tag[k] & VERB_ING and not group.finite
    if participle or group.infinitive:
        if g > s.first and (lower[g - 1] == "," or (lower[g - 1] == QUOTATION and s.ends_with_comma(g - 1))):
            return _subject_of_aside(s, g - 1)
        if (
            participle
            and g > s.first
            and tag[g - 1] & WORD
            and not tag[g - 1] & (PREPOSITION | SUBORDINATOR | COORDINATOR)
        ):
            if lower[g - 1] not in _IMPERSONAL and not tag[g - 1] & VERB:
                beside = _issuer(s, g) or subject_before(t, s.taken, g)
                if beside:
                    return beside
        if g > s.first and tag[g - 1] & COORDINATOR and s.taken == g - 1 and s.found:
            before = s.found[-1]
            if before.mention and before.core:
                return before.mention[0], before.mention[1], before.core[1]
        return _subject_of_infinitive(s, g) if group.infinitive else _nearest_subject(s, g)
    if g > s.first and tag[g - 1] & COORDINATOR:
        if s.subject and (s.taken == g - 1 or (s.taken == g - 2 and lower[s.taken] == ",")):
            return s.subject  # the content before has just ended here: the verbs share their subject
        return _subject_shared(s, g - 1, k)
    subject = subject_before(t, s.first if g > s.first and lower[g - 1] == "," else s.taken, g)
    if subject is None and g > s.first and lower[g - 1] in (",", ")"):
        return _opening_phrase(s) or _subject_of_headline(s, g - 1)
    if subject is None and s.subject is None and s.taken == g and tag[k] & FINITE:
        return subject_before(t, s.first, g)  # "**Critics of the plan** say", where "the plan" is a content
    if subject is None and s.taken > s.first:
        return s.subject
    return subject


def _subject_of_headline(s: Sentence, comma: int) -> Subject | None:
    """Whose verb stands behind the comma of a headline: "**Bank** holds rates, *hints* at cut"."""
    return None if not s.ends_bare() or s.t.lower[comma] != "," else _first_subject(s, s.first, comma)


def _subject_shared(s: Sentence, joint: int, k: int) -> Subject | None:
    """Whose the verb at ``k`` is behind an "and": "**Marr** smiled when he left, and *said* …"."""
    nearest = _nearest_subject(s, joint - (s.t.lower[joint - 1] == ","))
    inner = nearest and nearest[0] > s.first + 1 and s.t.tag[nearest[0] - 1] & SUBORDINATOR
    if inner and s.t.tag[k] & SPEECH:
        return _first_subject(s, _main_clause(s, joint), joint) or nearest
    return nearest


def _is_asked(s: Sentence, g: int, k: int) -> bool:
    """Whether a participle tells what is done to somebody: "*asked* by Marr whether", "said when *asked* whether"."""
    lower = s.t.lower
    if lower[k + 1 : k + 2] == ["by"]:
        return lower[k] in _ASKED
    return g > s.first and lower[g - 1] in _WHEN


def _by_whom(s: Sentence, by: int) -> Subject | None:
    """Who is named behind "by" as who does it: "asked by **Marr** whether …", "asked by **Marr** to speak"."""
    if s.t.lower[by : by + 1] != ["by"]:
        return None
    end = phrase_end(s.t, by + 1, s.last)
    if "to" in s.t.lower[by + 1 : end]:
        end = s.t.lower.index("to", by + 1)
    return (by + 1, end, end) if end > by + 1 else None


def _issuer(s: Sentence, g: int) -> Subject | None:
    """Who issued what a participle at ``g`` tells more of: "**Marr** put out a statement calling …"."""
    t = s.t
    phrase = noun_phrase_before(t, s.taken, g)
    if phrase is None:
        return None
    for i in range(phrase[0], max(s.first, phrase[0] - 3), -1):
        if t.lower[i] in _ISSUES and t.tag[i] & VERB:
            group = verb_group(t, s.first, i)
            if group.passive:
                return None
            own = t.tag[i] & FINITE and not group.infinitive
            return (subject_before(t, s.first, group.start) if own else None) or _nearest_subject(s, i)
        if not t.tag[i] & WORD:
            break
    return None


def _subject_of_aside(s: Sentence, comma: int) -> Subject | None:
    """Who does what a participle after a comma says: "**Marr** left, saying …", "**Marr**, citing the fog, left"."""
    if not has_verb(s.t, s.first, comma) and not s.subject and not s.t.tag[s.first] & SUBJECT:
        if s.found and s.found[-1].cue and s.found[-1].cue[0] == s.first:
            return None  # "Praising the oven, calling it a gem, **Marr** left": whoever does both comes later
        end = comma
        if s.t.lower[comma - 1] == ")" and "(" in s.t.lower[s.first : comma]:
            end = s.t.lower.index("(", s.first, comma)  # "Marr (R-Arra), noting"
        phrase = noun_phrase_before(s.t, s.first, end)
        return (phrase[0], end, end) if phrase else None
    main = _main_clause(s, comma)
    subject = (s.subject if main == s.first else None) or _first_subject(s, main, comma)
    if subject and not may_speak(s, subject):  # "The quarrel began when **Marr** came, calling Reed a fool"
        nearest = _nearest_subject(s, comma)
        return nearest if nearest and may_speak(s, nearest) else subject
    return subject


def _main_clause(s: Sentence, stop: int) -> int:
    """Where the main clause begins, behind one that opens the sentence: "Once he was mayor, | Marr left, saying …"."""
    tag, first = s.t.tag, s.first
    opening = first
    while opening + 1 < stop and tag[opening] & (COORDINATOR | ADVERB) and not tag[opening] & SUBORDINATOR:
        opening += 1  # "But even though he was mayor, …"
    if not tag[opening] & SUBORDINATOR:
        return first
    return next((i + 1 for i in range(opening, stop) if s.t.lower[i] == ","), first)


def may_speak(s: Sentence, subject: Subject) -> bool:
    """Whether a subject is somebody, a body or a document, no thing: "Marr", "who", not "the quarrel", "it"."""
    tag, first, last = s.t.tag, subject[0], subject[2]
    head = first
    for i in range(first, last):
        if i > first and (tag[i] & PREPOSITION or not tag[i] & WORD):
            break
        head = i
    if s.t.lower[head] in _IMPERSONAL and s.t.lower[head] != "that":
        return False
    opens = tag[head] & CAPITAL and not (head == first and tag[head] & DETERMINER)
    return bool(opens or tag[head] & _SPEAKING) or s.t.lower[head] in POSSESSIVE_MARKS


def _opening_phrase(s: Sentence) -> Subject | None:
    """The phrase that opens the sentence, if a comma follows it: the subject of a verb after long appositions."""
    t = s.t
    if t.tag[s.first] & (PREPOSITION | SUBORDINATOR | VERB | ADVERB):
        return None
    end = phrase_end(t, s.first, s.last)
    if end == s.first or end >= s.last or t.lower[end] not in (",", "("):
        return None
    return s.first, end, end


def opening_speaker(s: Sentence, k: int) -> Subject | None:
    """The phrase that opens the sentence of a participle: "**Marr** shut the door, rejecting the deal"."""
    t = s.t
    what = t.tag[s.first]
    if t.lower[s.first] in _IMPERSONAL or (what & _NO_SPEAKER and not what & DETERMINER):
        return None
    end = phrase_end(t, s.first, k)
    subject = (s.first, end, end)
    told = len(t.raw[s.first]) > 1 or end > s.first + 1  # no "C.", where an abbreviation parts a sentence
    return subject if s.first < end < k and told and may_speak(s, subject) else None


def _nearest_subject(s: Sentence, stop: int) -> Subject | None:
    """The subject of the last finite verb before ``stop``; verbs that share an earlier subject are passed over."""
    t, tag = s.t, s.t.tag
    i = stop - 1
    limit = max(s.first, stop - 60)
    thing: Subject | None = None
    doubtful: Subject | None = None  # of "struggled on Monday", which may be a verb or a participle
    while i >= limit:
        what = tag[i]
        if not what & WORD:
            pass
        elif t.lower[i] in CONTRACTED and i > s.first and tag[i - 1] & (SUBJECT | RELATIVE):
            return None if t.lower[i - 1] in _IMPERSONAL else (i - 1, i, i)  # "**He**’s trying to say"
        elif what & AUXILIARY or (not what & CAPITAL and _is_plain_finite(s, i)):
            group = verb_group(t, s.first, i)
            subject = subject_before(t, s.first, group.start)
            whose_infinitive = t.lower[i + 1] == "to"  # "Marr refused to say", "a plan designed to say"
            sure = what & AUXILIARY or whose_infinitive or not is_participle_adjective(t, i)
            if subject and _is_over(s, subject[0], i, stop):
                i = subject[0] - 1
                continue
            if subject and sure and may_speak(s, subject):
                return subject
            thing = thing or (subject if sure else None)
            doubtful = subject
            i = group.start
        i -= 1
    return thing or doubtful


def _is_over(s: Sentence, a: int, verb: int, stop: int) -> bool:
    """Whether a relative clause that opens at ``a`` has closed before ``stop``: "Marr**, who left at noon,** …"."""
    lower = s.t.lower
    return bool(s.t.tag[a] & RELATIVE) and lower[a - 1] == "," and "," in lower[verb:stop]


def _subject_of_infinitive(s: Sentence, g: int) -> Subject | None:
    """Who is to do what the infinitive at ``g`` says; nobody in "it is hard to say".

    "**Farmers** tend to say": behind a verb that is no noun, its subject.
    """
    verb = s.t.tag[g - 1] & VERB_BASE and not s.t.tag[g - 1] & (NOUN | NOUN_VERB | CAPITAL)
    end = verb_group(s.t, s.taken, g - 1).start if verb and g - 1 > s.taken else g
    subject = _controller(s, g) or _nearest_subject(s, g) or subject_before(s.t, s.taken, end)
    return None if subject and s.t.lower[subject[0]] == "it" else subject


def _controller(s: Sentence, g: int) -> Subject | None:
    """Whom another verb makes do what the infinitive at ``g`` says: "for **Marr** to say", "led **critics** to say"."""
    t, tag = s.t, s.t.tag
    while g - 2 > s.taken and tag[g - 1] & VERB_BASE and t.lower[g - 2] == "to":
        g -= 2  # "led critics **to begin** to say"
    for i in range(g - 2, max(s.taken, g - 8) - 1, -1):
        what = tag[i]
        if t.lower[i] == "for" or t.lower[i] in _CAUSES or (t.lower[i] == "on" and t.lower[i - 1] in _RESTS):
            phrase = noun_phrase_before(t, i + 1, g)
            return (phrase[0], g, g) if phrase and phrase[0] == i + 1 else None
        if not what & WORD or what & (AUXILIARY | SUBJECT):
            return None
    return None


def _first_subject(s: Sentence, start: int, stop: int) -> Subject | None:
    """The subject of the first finite verb between ``start`` and ``stop``, or the pronoun that opens the clause."""
    t, tag = s.t, s.t.tag
    if tag[start] & SUBJECT and not tag[start] & POSSESSIVE and not tag[start + 1] & COORDINATOR:
        return start, start + 1, start + 1  # "**He** limps home, urging …", whatever his verb is
    for i in range(start, stop):
        what = tag[i]
        if what & AUXILIARY or (not what & CAPITAL and _is_plain_finite(s, i)):
            subject = subject_before(t, start, verb_group(t, start, i).start)
            if subject:
                return subject
    return None


def _is_plain_finite(s: Sentence, i: int) -> bool:
    """Whether a word can only be a finite verb where it stands: "went", "he cut", not "a cut"."""
    what = s.t.tag[i]
    if what & NOUN:
        return False
    if not what & (VERB_PAST | VERB_S):
        return bool(what & VERB_BASE and not what & NOUN_VERB) and _follows_many(s, i)
    if what & NOUN_VERB and not (i > s.first and s.t.tag[i - 1] & (SUBJECT | RELATIVE)):
        return False
    return not what & VERB_BASE or (i > s.first and bool(s.t.tag[i - 1] & (SUBJECT | RELATIVE | CAPITAL)))


_NO_PLURAL: Final = VERB | PREPOSITION | AUXILIARY | DETERMINER | POSSESSIVE | CAPITAL


def _follows_many(s: Sentence, i: int) -> bool:
    """Whether a plural stands before a verb’s base form: "old **friends** still *speak* of"."""
    t = s.t
    while i > s.first and t.tag[i - 1] & ADVERB and not t.tag[i - 1] & (NOUN | PRONOUN):
        i -= 1
    word, before = (t.lower[i - 1], t.tag[i - 1]) if i > s.first else ("", 0)
    return bool(before & PEOPLE) or (word.endswith("s") and len(word) > 3 and not before & _NO_PLURAL)


def nearest_speaker(s: Sentence, k: int) -> Range | None:
    """Who does what the words before the noun at ``k`` tell: "**Friends** still speak with admiration of"."""
    subject = _nearest_subject(s, k)
    if subject is None or not subject[1] < k or not may_speak(s, subject):
        return None
    suffers = not _SUFFERS.isdisjoint(s.t.lower[subject[1] : k])  # "Marr faced criticism for"
    return None if suffers else (subject[0], subject[1])


def possessor_of(s: Sentence, k: int) -> Range | None:
    """Whose the noun at ``k`` is: "his claim", "the mayor’s repeated claim"."""
    lower, tag = s.t.lower, s.t.tag
    i = k - 1
    limit = max(s.taken, k - 5)
    while i >= limit:
        if tag[i] & POSSESSIVE:
            return (i, i + 1)
        if lower[i] in POSSESSIVE_MARKS:
            return _owner(s, i)
        if not tag[i] & WORD or tag[i] & (PREPOSITION | DETERMINER | AUXILIARY):
            return None
        i -= 1
    return None


def _owner(s: Sentence, mark: int) -> Range | None:
    """Whose a possessive mark is, without what leads in: "respond to **Marr**’s call", "news of **Marr**’s vow"."""
    tag = s.t.tag
    phrase = noun_phrase_before(s.t, s.taken, mark)
    if phrase is None:
        return None
    first, last = phrase
    while (
        first + 1 < last and tag[first] & VERB and not tag[first] & (NOUN | CAPITAL | POSSESSIVE | DETERMINER)
    ):
        first += 1
        first += first + 1 < last and bool(tag[first] & PREPOSITION)
    if not may_speak(s, (first, last, last)):
        first = next((i + 1 for i in range(last - 2, first, -1) if tag[i] & PREPOSITION), first)
    return first, last


def whose_role(s: Sentence, k: int) -> Range | None:
    """Who is told to be what the noun at ``k`` says: "**She** is a fierce critic of …", "**Marr**, a critic of …"."""
    t, lower, tag = s.t, s.t.lower, s.t.tag
    for i in range(k - 1, max(s.taken, k - 9), -1):
        if lower[i] == ",":
            return noun_phrase_before(t, s.taken, i)
        if tag[i] & BE or lower[i] in _COPULAS:
            subject = subject_of(s, verb_group(t, s.taken, i), i)
            return (subject[0], subject[1]) if subject else None
        if not tag[i] & WORD or tag[i] & (SUBJECT | AUXILIARY):
            return None
    return None


def subject_of_governing_verb(s: Sentence, k: int) -> Range | None:
    """Who has, makes or voices the noun at ``k``: "she made a repeated call for …", "**she** left with a promise"."""
    t, tag = s.t, s.t.tag
    for i in range(k - 1, max(s.taken, k - 8) - 1, -1):
        what = tag[i]
        if what & VERB and i > s.first and not what & HAVE and is_adjective(s, i):
            continue
        if (what & VERB and not what & NOUN) or what & HAVE:
            if t.lower[i] in _SUFFERS:
                return None
            group = verb_group(t, s.taken, i)
            if (what & VERB_ING and not group.finite) or group.infinitive:
                subject = _nearest_subject(s, group.start)
            else:
                subject = subject_before(t, s.taken, group.start)
            return (subject[0], subject[1]) if subject else None
        indefinite = t.lower[i] in ("a", "an") and i > s.first and tag[i - 1] & PREPOSITION
        if indefinite or (i == k - 1 and what & PREPOSITION):
            subject = _nearest_subject(s, i)
            return (subject[0], subject[1]) if subject else None
        if (not what & WORD and t.lower[i] not in INNER_MARKS) or what & PREPOSITION:
            return None
    return None


def is_adjective(s: Sentence, i: int) -> bool:
    """Whether a participle is but a noun's adjective: "an *impassioned* defense of", "made *veiled* threats"."""
    what, before = s.t.tag[i], s.t.tag[i - 1]
    if before & (DETERMINER | POSSESSIVE):
        return bool(what & (VERB_PARTICIPLE | VERB_ING))
    return bool(what & VERB_PARTICIPLE and before & VERB) and not before & (AUXILIARY | NOUN)
