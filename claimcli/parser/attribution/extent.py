"""Where contents end: at the sentence’s end, or where another clause, voice or verb begins."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    CUE,
    CUE_NOUN,
    DETERMINER,
    EXPLETIVE,
    FINITE,
    NOUN,
    NOUN_VERB,
    NUMBER,
    OBJECT,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
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
from claimcli.parser.attribution.sentence import Sentence
from claimcli.parser.grammar import clause_verb, has_verb, is_participle_adjective, phrase_end, skip_adverbs
from claimcli.parser.text import DASHES, QUOTATION

_OCCASIONS: Final = frozenset(
    "interview interviews speech speeches statement op-ed letter tweet tweets debate debates rally rallies editorial "
    "email e-mail memo press testimony remarks appearance conference twitter facebook podcast broadcast column show "
    "post video blog hearing forum message release".split()
)
_BACKSHIFTED: Final = frozenset("would could might should had".split())
_ASIDES: Final = frozenset("according which who whose though although a an compared".split())
"""Words after a comma that turn from what is reported to an aside: right more often than not in annotated news."""
_SETTINGS: Final = frozenset("in during by until".split())
_ASIDES_OF_PHRASES: Final = frozenset("but according which who whom though although even compared".split())
_FRONTING: Final = frozenset(
    "when while as although though after before because if since once whenever unless".split()
)
_PHRASE_BREAKS: Final = _FRONTING | frozenset("that by after in on during at".split())
"""Words at which a phrase may end: a look at any other word would be in vain."""
_OWN_BREAKS: Final = _FRONTING - {"as"}
_OPENS_ANOTHER: Final = (
    SUBJECT
    | DETERMINER
    | ADVERB
    | COORDINATOR
    | SUBORDINATOR
    | PREPOSITION
    | WH
    | AUXILIARY
    | VERB_ING
    | VERB_PAST
)
"""What opens another clause, or goes on with the sentence's own, after a comma."""


def end_of_quote(s: Sentence, q: int, k: int | None = None) -> int:
    """The end of a content that opens with a quotation: the quotation, or the clause it is part of.

    ``k`` is the cue, where it stands before the quotation.
    """
    t, lower = s.t, s.t.lower
    if q + 1 >= s.last:
        return q + 1
    closing = t.text[t.end[q] - 2 : t.end[q]]
    if any(mark in closing for mark in ".?!"):
        return q + 1
    if "," in closing:
        ends = t.tag[q + 1] & (VERB_ING | SUBORDINATOR) or lower[q + 1] in (",", ";")
        return q + 1 if ends else clause_end(s, q - 1, q if k is None else k)
    return clause_end(s, q, q if k is None else k)


def clause_end(s: Sentence, start: int, k: int) -> int:
    """Where the clause that opens at ``start`` ends, for the cue at ``k``: mostly with the sentence."""
    lower, tag = s.t.lower, s.t.tag
    last = s.last
    setting: str | None = None
    participle = tag[k] & VERB_ING
    for i in range(start + 1, last):
        word = lower[i]
        if tag[i] & WORD and not tag[i] & COORDINATOR and word != "even":
            continue
        if word == ";" or (participle and tag[i] & COORDINATOR and _opens_absolute(s, i + 1, 4)):
            return i
        if word in ("but", "and") and i + 2 < last and _reports_on(s, k, start, i):
            return i
        if word == "(" and ")" not in lower[i:last]:
            return i
        if word == "even" and lower[i + 1 : i + 2] in (["as"], ["though"]):
            return i - (lower[i - 1] == ",")
        if word in DASHES and i + 1 < last:
            if _dash_before(s, k) or (
                tag[i + 1] & (DETERMINER | CAPITAL | VERB_ING) and DASHES.isdisjoint(lower[i + 1 : last])
            ):
                return i
        if (word == "," or (word == QUOTATION and s.ends_with_comma(i))) and i + 1 < last:
            if setting is None:
                setting = _setting_of(s, k)
            if _turns_away(s, start, i) or (setting and _main_clause_resumes(s, setting, i + 1)):
                return i if word == "," else i + 1
    return last


def own_clause_end(s: Sentence, start: int, k: int) -> int:
    """Where a clause of the article's own voice ends, with its first comma: "seemed to agree**, when he spoke**"."""
    lower, tag = s.t.lower, s.t.tag
    end = clause_end(s, start, k)
    for i in range(start + 1, end - 1):
        if lower[i] in DASHES or (lower[i] in _OWN_BREAKS and i > start + 2):
            return i
        if lower[i] == "," and tag[i + 1] & _OPENS_ANOTHER and not _is_listed(s, i):
            return i
    return end


_OPENS_CLAUSE: Final = RELATIVE | WH | SUBORDINATOR | EXPLETIVE
_IN_CLAUSE: Final = _OPENS_CLAUSE | SUBJECT | AUXILIARY | VERB_PAST | VERB_S
"""What may open a clause within a phrase, or be a finite verb."""
_NO_FINITE: Final = frozenset("do done be been".split())
"""Auxiliaries that may as well be no finite verb: "help him *do* it", "get it *done*"."""


def before_predicate(s: Sentence, start: int, end: int, allowed: bool, sure: bool = False) -> int:
    """Where the content of a noun that is itself a subject ends: "Her claim that it is safe | drew scorn".

    The content may hold one verb where it is ``allowed``; what is ``sure`` to be another is an auxiliary.
    """
    if start >= end:
        return end
    tag, lower = s.t.tag, s.t.lower
    open_clauses = int(allowed or bool(tag[start] & WH))
    forms = 0 if sure else VERB_PAST | VERB_S
    i = start + 1
    while i < end:
        what = tag[i]
        if not what & _IN_CLAUSE:
            pass
        elif (what & _OPENS_CLAUSE and not what & PREPOSITION) or (what & SUBJECT and not what & POSSESSIVE):
            open_clauses = max(open_clauses, 1)
        elif (_is_auxiliary(s, i) and not (sure and lower[i] in _NO_FINITE)) or (
            what & forms
            and not what & (NOUN | CAPITAL | VERB_BASE | NOUN_VERB)
            and not tag[i - 1] & (DETERMINER | POSSESSIVE | PREPOSITION)
        ):
            if not open_clauses and not is_participle_adjective(s.t, i):
                while i > start + 1 and tag[i - 1] & (ADVERB | COORDINATOR) and not tag[i - 2] & DETERMINER:
                    i -= 1
                return i
            open_clauses = max(0, open_clauses - 1)
            while i + 1 < end and tag[i + 1] & (AUXILIARY | ADVERB | VERB):
                if tag[i + 1] & AUXILIARY and not tag[i] & (AUXILIARY | ADVERB):
                    break  # "that it would close | was late"
                i += 1
        i += 1
    return end


def _is_auxiliary(s: Sentence, i: int) -> bool:
    """Whether a finite auxiliary stands at ``i``: not "to *be*", "*being*"."""
    what = s.t.tag[i]
    return bool(what & AUXILIARY) and not what & VERB_ING and s.t.lower[i - 1] != "to"


def _reports_on(s: Sentence, k: int, start: int, i: int) -> bool:
    """Whether the verb after "and" at ``i`` is the speaker's too: "said he would stay **and urged** …"."""
    lower, tag = s.t.lower, s.t.tag
    participle = tag[k] & VERB_ING
    bare_quotation = lower[i - 1] == QUOTATION and i - 1 == start
    forms = VERB_PAST | VERB_S
    if not bare_quotation:
        forms = forms | VERB_ING if participle else tag[k] & forms
    what = tag[i + 1]
    if not (what & forms and what & CUE) or what & NOUN:
        return False
    if (
        lower[i] == "but"
        or participle
        or bare_quotation
        or what & SPEECH
        or lower[i + 2] in ("that", QUOTATION)
    ):
        return True
    if lower[i + 2] in (",", ":") and lower[i + 3 : i + 4] == [QUOTATION]:
        return True
    return _shifted_back(s, start, i)


def _turns_away(s: Sentence, start: int, comma: int) -> bool:
    """Whether what follows a comma is no more what is reported: an aside, a participle, another’s words."""
    following, what = s.t.lower[comma + 1], s.t.tag[comma + 1]
    if s.quotes and _quotes_on(s, comma):
        return False
    if following in _ASIDES:
        listed = following in ("a", "an") and s.t.lower[comma + 2 : comma + 3] == [QUOTATION]
        if listed:
            return False  # "is a “liar,” a “cheat” and …"
        return has_verb(s.t, start, comma) and not _is_inserted(s, comma)
    if what & VERB_ING and what & CUE:
        return True
    if following in ("but", "while") and comma > start + 1:
        return _leaves_report(s, comma + 2)
    if following == "and":
        return _says(s, comma + 2)
    return following == "with" and _opens_absolute(s, comma + 2)


def _quotes_on(s: Sentence, comma: int) -> bool:
    """Whether words in quotation marks follow that no other cue leads to: the speaker's own, ", which “will help”"."""
    lower, tag = s.t.lower, s.t.tag
    for i in range(comma + 1, min(comma + 20, s.last)):
        if lower[i] == QUOTATION:
            return i > comma + 1
        if (tag[i] & CUE and tag[i] & (FINITE | VERB_ING)) or lower[i] in (",", ";"):
            return False
    return False


def _is_inserted(s: Sentence, comma: int) -> bool:
    """Whether an aside only parts a subject from its verb: "said the dam, which leaks**, would** be mended"."""
    lower, tag = s.t.lower, s.t.tag
    for i in range(comma + 2, min(comma + 30, s.last - 1)):
        if lower[i] == ",":
            what = tag[i + 1]
            return bool(what & (AUXILIARY | VERB_PAST | VERB_S)) and not what & (NOUN | CUE)
        if not tag[i] & WORD and lower[i] != QUOTATION:
            return False
    return False


def phrase_content_end(s: Sentence, start: int, k: int) -> int:
    """Where a content that is a phrase ends: with its clause, or before a new verb's clause."""
    lower, tag = s.t.lower, s.t.tag
    last = s.last
    setting: str | None = None
    forms = tag[k] & (VERB_PAST | VERB_S | VERB_ING)
    named = _after_name(s, start)
    if named < last and _tells_when(s, named):
        return named
    for i in range(start + 1, last):
        word = lower[i]
        if tag[i] & WORD and not tag[i] & COORDINATOR and word not in _PHRASE_BREAKS:
            continue
        if word == ";" or word in DASHES:
            return i
        if i + 1 >= last:
            break
        if word == "that" and not tag[i + 1] & TIME and tag[i - 1] & WORD and not tag[i - 1] & PREPOSITION:
            return clause_end(s, i, k)
        if word == "," or (word == QUOTATION and s.ends_with_comma(i)):
            if setting is None:
                setting = _setting_of(s, k)
            if _leaves_phrase(s, i, forms) or (setting and _main_clause_resumes(s, setting, i + 1)):
                return i if word == "," else i + 1
        elif tag[i] & COORDINATOR or word in _FRONTING:
            if _opens_clause(s, i) or _joins_verb(s, i, forms):
                return i
        elif word == "by" and tag[i + 1] & VERB_ING and tag[i + 1] & SPEECH:
            return i
        if word == "after" or (word in ("in", "on", "during", "at") and _is_occasion(s, i + 1)):
            return i
    return last


def _after_name(s: Sentence, start: int) -> int:
    """Where a name or pronoun ends that opens at ``start``: what follows tells when or where, "**Marr** in May"."""
    lower, tag = s.t.lower, s.t.tag
    i = start
    if tag[i] & OBJECT and not tag[i] & POSSESSIVE:
        return i + 1
    while i < s.last and (tag[i] & CAPITAL or (lower[i] == "." and i > start)):
        i += 1
    return i if i > start else s.last


def _tells_when(s: Sentence, i: int) -> bool:
    """Whether only a time or place stands at ``i``: "endorsed Marr **in May**", not "… in May **over** his taxes"."""
    t, lower = s.t, s.t.lower
    if lower[i] in _SETTINGS:
        end = phrase_end(t, i + 1, s.last)
    elif t.tag[i] & TIME or (i + 1 < s.last and t.tag[i + 1] & TIME):
        end = skip_adverbs(t, i, s.last)
    else:
        return False
    return i < end and (end >= s.last or not t.tag[end] & PREPOSITION)


def _leaves_phrase(s: Sentence, comma: int, forms: int) -> bool:
    """Whether what follows a comma is no part of a phrase before it: an aside, a participle, a verb."""
    if s.quotes and _quotes_on(s, comma):
        return False
    i = comma + 1
    following, what = s.t.lower[i], s.t.tag[i]
    after = s.t.tag[i + 1] if i + 1 < s.last else 0
    if following in _ASIDES_OF_PHRASES or (
        what & (VERB_ING | VERB_PAST | SUBJECT) and not what & PREPOSITION
    ):
        return True
    if what & ADVERB and after & VERB_ING:
        return True
    if what & DETERMINER and not _is_listed(s, comma):
        return True
    if what & forms and what & CUE and not what & NOUN:
        return True  # "supports a raise, opposes a freeze"
    if what & COORDINATOR and after & forms and after & (CUE | VERB_PAST):
        return True
    return following == "with" and _opens_absolute(s, i + 1)


def _opens_clause(s: Sentence, i: int) -> bool:
    """Whether the conjunction at ``i`` opens a clause: "… **and he** left", "… **while pilots warned**"."""
    word, what = s.t.lower[i], s.t.tag[i + 1]
    if what & SUBJECT and not what & POSSESSIVE:
        return True
    if word in ("as", "after", "before", "since") or not (what & (DETERMINER | CAPITAL) or word == "while"):
        return False
    return clause_verb(s.t, i + 1, s.last)


def _joins_verb(s: Sentence, i: int, forms: int) -> bool:
    """Whether the conjunction at ``i`` joins a second verb: "criticized the plan **and left**"."""
    tag = s.t.tag
    what = tag[skip_adverbs(s.t, i + 1, s.last - 1)]
    if s.t.lower[i] == "and" and what & AUXILIARY and not what & (VERB_ING | CAPITAL):
        return True
    if not what & NOUN and not what & CAPITAL:
        speaks = what & SPEECH and what & (VERB_S | VERB_PAST)
        return bool(speaks or (what & forms and what & VERB and not tag[i + 1] & DETERMINER))
    opens_object = i + 2 < s.last and tag[i + 2] & (CAPITAL | DETERMINER | POSSESSIVE)
    return bool(what & forms & VERB_S and what & CUE and opens_object)  # "chides Ruan and praises Marr"


def _says(s: Sentence, p: int) -> bool:
    """Whether a clause opens that reports somebody else's words: ", while nine in ten said they …"."""
    tag = s.t.tag
    for i in range(p, min(p + 10, s.last)):
        if tag[i] & SPEECH and tag[i] & FINITE and not tag[i] & NOUN:
            return i > p
        if tag[i] & (AUXILIARY | VERB_PAST | SUBORDINATOR) and not tag[i] & (CAPITAL | PREPOSITION):
            return False
    return False


def _is_occasion(s: Sentence, p: int) -> bool:
    """Whether a phrase names where something was said ("an interview with CNN", "Twitter"), not what."""
    t = s.t
    for i in range(p, min(p + 5, s.last)):
        if t.lower[i] in _OCCASIONS:
            return True
        if not t.tag[i] & WORD or t.tag[i] & (PREPOSITION | COORDINATOR | AUXILIARY):
            return False
    return False


def _leaves_report(s: Sentence, p: int) -> bool:
    """Whether a clause after ", but" is the article's own: its verb is not shifted back as reported speech is."""
    t, tag = s.t, s.t.tag
    if p >= s.last or t.lower[p] == "that":
        return False
    if not tag[p] & (SUBJECT | AUXILIARY | VERB_PAST):
        verb = phrase_end(t, p, s.last)  # ", but the owner denied …", ", but pollsters warn …"
        speaks = p < verb < s.last and tag[verb] & CUE and tag[verb] & FINITE and not tag[verb] & NOUN
        return bool(speaks) or (t.lower[p - 1] == "while" and _says(s, p))
    if tag[p] & CUE and tag[p] & FINITE:
        return True
    return not _shifted_back(s, p, p + 4)


def _shifted_back(s: Sentence, a: int, b: int) -> bool:
    """Whether the reported clause's own verb is shifted back ("would", "had"), so that a plain past is not in it."""
    return not _BACKSHIFTED.isdisjoint(s.t.lower[a:b])


def _opens_absolute(s: Sentence, p: int, reach: int = 8) -> bool:
    """Whether "with" opens a construction with a verb of its own: "with critics arguing that …"."""
    tag = s.t.tag
    for i in range(p, min(p + reach, s.last)):
        if tag[i] & VERB_ING and tag[i] & CUE and i > p:
            return True
        if (not tag[i] & WORD and s.t.lower[i] != ".") or (
            tag[i] & (AUXILIARY | VERB_PAST | SUBORDINATOR) and not tag[i] & PREPOSITION
        ):
            return False
    return False


def _dash_before(s: Sentence, k: int) -> bool:
    """Whether the cue stands between dashes, so that the next dash ends its content."""
    return not DASHES.isdisjoint(s.t.lower[max(s.first, k - 12) : k])


def _setting_of(s: Sentence, k: int) -> str:
    """Whether the cue stands in a clause that the main clause resumes from: fronted, or relative."""
    lower, tag = s.t.lower, s.t.tag
    for i in range(k - 1, max(s.first, k - 30) - 1, -1):
        word = lower[i]
        if word in ("who", "which", "whose") and i > s.first and lower[i - 1] == ",":
            return "relative"
        if word in (",", ";", ":", "—", "--"):
            i += 1
            break
        if word == QUOTATION:
            return ""
    else:
        i = max(s.first, k - 30)
    while i < k and tag[i] & (COORDINATOR | ADVERB) and not tag[i] & SUBORDINATOR:
        i += 1
    if lower[i] in _FRONTING and i < k:
        return "fronted"
    if tag[s.first] & (VERB_ING | VERB_PARTICIPLE) or (
        tag[k] & (VERB_ING | CUE_NOUN) and tag[s.first] & PREPOSITION
    ):
        if not any(
            what & (AUXILIARY | FINITE) and not what & (NOUN | VERB_ING) for what in tag[s.first + 1 : k]
        ):
            return "fronted"
    return ""


def _main_clause_resumes(s: Sentence, setting: str, i: int) -> bool:
    """Whether the main clause goes on at ``i``, after a comma."""
    t, tag = s.t, s.t.tag
    what = tag[i]
    if setting == "relative":
        return (bool(what & (AUXILIARY | VERB_PAST | VERB_S)) and not what & NOUN) or bool(
            what & ADVERB and i + 1 < s.last and tag[i + 1] & (AUXILIARY | VERB_PAST)
        )
    if (what & SUBJECT and not what & POSSESSIVE) or s.t.lower[i] == "there":
        return True
    if what & NUMBER:
        return has_verb(t, i, min(i + 16, s.last))
    if what & (DETERMINER | CAPITAL | POSSESSIVE | PEOPLE | NUMBER) or what == WORD:
        return clause_verb(t, i, s.last)
    return False


def _is_listed(s: Sentence, comma: int) -> bool:
    """Whether a comma in a phrase separates the members of a list: "the wall, the ban and the tax"."""
    lower = s.t.lower
    for i in range(comma + 1, min(comma + 12, s.last)):
        if lower[i] in ("and", "or"):
            return True
        if s.t.tag[i] & (AUXILIARY | VERB_PAST):
            return False
    return False
