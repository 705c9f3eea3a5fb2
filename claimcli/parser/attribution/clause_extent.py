"""Where a content ends that is a clause or a quotation: mostly with its sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AS_OBJECT,
    AUXILIARY,
    BE,
    CAPITAL,
    COORDINATOR,
    CUE,
    CUE_VERBS,
    DETERMINER,
    FINITE,
    GERUND,
    INFLECTED,
    LINK,
    MODAL,
    NOUN,
    NOUN_VERB,
    OBJECT,
    OPENS_NOUN,
    PEOPLE,
    PLURAL,
    PREPOSITION,
    RELATIVE,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    TENSED,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    VERB_S,
    WH,
    WORD,
)
from claimcli.parser.attribution.after_comma import (
    FRONTING,
    LEADS_ON,
    behind_aside,
    is_listed,
    opens_absolute,
    opens_own_clause,
    opens_saying,
)
from claimcli.parser.attribution.finite_subjects import may_speak
from claimcli.parser.attribution.sentence import KEPT, Sentence
from claimcli.parser.attribution.stops import Opened, Stop, at_comma, at_mark, before_comma, first_stop
from claimcli.parser.grammar import (
    A_OR_AN,
    OPENS_ASIDE,
    has_verb,
    is_finite,
)
from claimcli.parser.text import DASHES, QUOTATION

_BACKSHIFTED: Final = frozenset("would could might should had".split())
_ASIDES: Final = frozenset("according which who whose a an compared".split())
"""Words after a comma that turn from what is reported to an aside: right more often than not in annotated news."""
_MAY_STOP: Final = WORD | COORDINATOR | ADVERB | SUBORDINATOR
"""A clause ends at none but a mark, a conjunction and an adverb ("**even** as")."""
_OWN_BREAKS: Final = FRONTING - {"as"}
_LEADS_BREAK: Final = frozenset("just shortly soon only even especially immediately".split())
_OPENS_ANOTHER: Final = SUBJECT | DETERMINER | ADVERB | LINK | WH | AUXILIARY | VERB_ING | VERB_PAST
"""What opens another clause, or goes on with the sentence's own, after a comma."""


def end_of_quote(s: Sentence, q: int, k: int | None = None) -> int:
    """The end of a content that opens with a quotation: the quotation, or the clause it is part of.

    ``k`` is the cue, where it stands before the quotation.
    """
    if q + 1 >= s.last:
        return q + 1
    closing = s.t.close_of(q)
    if any(mark in closing for mark in ".?!"):
        return q + 1
    cue = q if k is None else k
    if "," not in closing:
        return clause_end(s, q, cue)
    ends = bool(s.tag[q + 1] & (VERB_ING | SUBORDINATOR))
    if not ends and s.tag[q + 1] & COORDINATOR:
        # "“…,” and left", "“…,” but he left"
        ends = s.what(q + 2) & (VERB_PAST | NOUN) == VERB_PAST or opens_own_clause(s, q + 2)
    return q + 1 if ends else clause_end(s, q - 1, cue)


def clause_end(s: Sentence, start: int, k: int) -> int:
    """Where the clause that opens at ``start`` ends, for the cue at ``k``: mostly with the sentence."""
    return first_stop(Opened(s, start, k), start + 1, CLAUSE_STOPS, _MAY_STOP)


def content_end(s: Sentence, opening: tuple[str, int], k: int) -> int:
    """Where what the cue at ``k`` introduces ends, by what opens it and where: a quotation, or a clause."""
    rule, start = opening
    return end_of_quote(s, start, k) if rule == "quotation" else clause_end(s, start, k)


def own_clause_end(s: Sentence, start: int, k: int) -> int:
    """Where a clause of the article's own voice ends, with its first comma: "seemed to agree**, when he spoke**"."""
    lower, tag = s.lower, s.tag
    end = clause_end(s, start, k)
    for i in range(start + 1, end - 1):
        if lower[i] in DASHES or (lower[i] in _OWN_BREAKS and i > start + 2):
            return i - (lower[i - 1] in _LEADS_BREAK)
        if lower[i] == "but" and opens_own_clause(s, i + 1):
            return i
        if lower[i] == "," and tag[i + 1] & _OPENS_ANOTHER and not is_listed(s, i):
            return i
    return end


def _reports_on(s: Sentence, k: int, start: int, i: int) -> bool:
    """Whether the verb after "and" at ``i`` is the speaker's too: "said he would stay **and urged** …"."""
    lower, tag = s.lower, s.tag
    participle = tag[k] & VERB_ING
    # "said (that) **“time is short”** | and"
    bare_quotation = lower[i - 1] == QUOTATION and i - 1 == start + (lower[start] == "that")
    forms, verb = INFLECTED, i + 1
    if lower[i] == "and":
        verb = s.after_adverbs(verb)  # "and **also on Monday** urged"; not "but still feared"
        if not bare_quotation and _differs_in_form(s, k, start, i):
            return True
    if not bare_quotation:
        forms = forms | VERB_ING if participle else tag[k] & forms
    what = s.what(verb)
    if lower[i] == "but" and what & AUXILIARY:  # "but **did not say** when", "but **would not name** her"
        return s.word(verb + 1 + (s.word(verb + 1) == "not")) in _KEPT
    if not (what & forms and (what & CUE or bare_quotation)) or (
        what & NOUN and not (what & VERB_S and s.what(verb + 1) & _OPENS_OBJECT)
    ):
        return False
    if lower[i] == "and" and lower[verb] in _FINDS:
        return False  # "said police searched it | and **found**"
    if lower[i] == "and" and s.what(verb + 1) & OBJECT and s.word(verb + 1) in {*lower[start:i]} - {"it"}:
        return False  # "said police beat **him** | and *told* **him** to leave"
    if lower[i] == "but" or lower[i - 1] == "," or participle or bare_quotation or what & SPEECH:
        return True
    comma = s.t.find_back({","}, i - 2, start)
    if comma > 0 and tag[comma + 1] & (WH | RELATIVE):
        return False  # "said he had left Arra, **where** crowds set fires | and blocked the road"
    return _shifted_back(s, start, i) or (lower[i] == "and" and _only_describes(s, start, i, verb))


def _differs_in_form(s: Sentence, k: int, start: int, i: int) -> bool:
    """Whether the verb after "and" goes with the cue's form and no verb's of the content.

    "She *says* it **was** safe | and *refuses* to close it", "Some *fear* that it **is** weak | and *warn* that".
    """
    tag, what = s.tag, s.tag[i + 1]
    alike = tag[k] & what & (VERB_S | VERB_BASE)
    bare = alike & VERB_BASE and (s.word(k - 1) == "to" or s.what(k - 1) & AUXILIARY)
    if not alike or bare or not what & CUE or what & (NOUN | NOUN_VERB):
        return False  # not "says the lamp was made in 1900 and **hangs** in the hall"
    words = _OF_ONE if alike & VERB_S else _OF_MANY
    first = max(start, i - 2 * _NEAR)
    verbs = [j for j in range(first, i) if tag[j] & (TENSED | alike) and not tag[j] & (NOUN | CAPITAL)]
    same = any(s.lower[j] in words or tag[j] & (alike | AUXILIARY) == alike for j in verbs)
    return bool(verbs) and not same


_OF_ONE: Final = frozenset("is has does ’s 's".split())
_OF_MANY: Final = frozenset("are have do will would can could may might should must shall".split())


_OPENS_OBJECT: Final = OPENS_NOUN | OBJECT | PEOPLE
"""What shows that "urges" before it is no noun: "says it is late and *urges* **users** to"."""


_NEAR: Final = 20
_KEPT: Final = KEPT | {"name", "give"}
_PERFECT: Final = frozenset(("has", "have"))
_FINDS: Final = frozenset("found discovered determined decided".split())
"""What those find out or settle who have looked into something."""


def _only_describes(s: Sentence, start: int, i: int, then: int) -> bool:
    """Whether a clause tells what a thing does or is, so that the speaker judges it: "says **costs doubled** | and
    criticizes …", "says **the city is broke** | and blames …"; not "says the baker was kind and loved bread".
    """
    bits = CUE_VERBS[s.lower[then]].bits
    first = start + (s.lower[start] == "that")
    subject = max(s.phrase_end(first, i), first + 1)
    is_so = s.what(subject) & BE and not (
        s.what(subject + 1) & VERB_ING or bits & GERUND or s.tag[first] & SUBJECT
    )
    thing = is_so or not may_speak(s, (first, subject, subject))
    return bool(bits & AS_OBJECT and thing)


def _at_open_bracket(content: Opened, i: int) -> int:
    """ "said it was safe **(**he left": a bracket that the sentence does not close."""
    return 0 if ")" in content.s.lower[i : content.s.last] else i


def _at_even(content: Opened, i: int) -> int:
    """ "said it was safe**, even as** it leaks"; not "said it was shut, even as it leaked"."""
    s = content.s
    as_now = s.lower[i + 1] == "as" and _tells_of_now(s, i + 2, s.last)
    leads = as_now or (s.lower[i + 1] in ("as", "though") and _concedes(content, i + 1))
    return before_comma(s, i) if leads else 0


def _at_dash(content: Opened, i: int) -> int:
    """ "said it was safe **—** a claim that …", "— she said it was safe **—**"."""
    s, k = content.s, content.k
    if not DASHES.isdisjoint(s.lower[max(s.first, k - 12) : k]):
        return i
    if sum([word in DASHES for word in s.lower[content.start : i]]) % 2:
        # "said the firms — two mills — **all** left", "When Reed said it leaked — and it did — **she** left"
        return i if content.main_clause_resumes(i + 1) and content.setting == "fronted" else 0
    opens = s.tag[i + 1] & (DETERMINER | CAPITAL | VERB_ING)
    return i if opens and DASHES.isdisjoint(s.lower[i + 1 : s.last]) else 0


def _at_conjunction(content: Opened, i: int) -> int:
    """ "saying it was safe **or** warning that …"."""
    s = content.s
    return i if s.tag[content.k] & VERB_ING and opens_absolute(s, i + 1, 4) else 0


def _at_and(content: Opened, i: int) -> int:
    """ "said it was safe **and** urged …": the same speaker; "said it was safe **but** others say …": another."""
    s, start = content.s, content.start
    if s.lower[i] == "but" and s.lower[i - 1] == "all":
        return 0  # "said he had **all but** decided"
    if _at_conjunction(content, i) or content.opens_share(i + 1):
        return before_comma(s, i)
    if i + 2 >= s.last:
        return 0
    quoted = s.lower[i - 1] == QUOTATION and i - 1 == start
    if s.lower[content.k - 1] == "," and content.series_end() == i:
        return before_comma(s, i)
    told = s.tag[content.k] & VERB_PARTICIPLE and s.what(content.k - 1) & BE
    nobodys = told and s.word(content.k - 2) == "it"  # "It is understood he left **and** Marr says …"
    another = quoted or nobodys or (s.lower[i] == "but" and not s.tag[i + 1] & ADVERB)
    another = another and others_say(s, i + 1)
    return before_comma(s, i) if another or _reports_on(s, content.k, start, i) else 0


def _at_after(content: Opened, i: int) -> int:
    """ "agreed to leave **after** Marr warned that …": hers is no part of what the other is to do."""
    s = content.s
    if s.lower[content.start] == "to":
        return before_comma(s, i) if others_say(s, i + 1) else 0
    adds = s.lower[i] == "before" and s.word(i + 2) in ("that", QUOTATION) and opens_saying(s, i + 1)
    # "said it was safe **before** adding that it leaked"; not "said he would wait before telling them that"
    modal = _shifted_back(s, max(content.start, i - _NEAR), i)
    return before_comma(s, i) if adds and s.tag[content.k] & VERB_PAST and not modal else 0


def _at_comma(content: Opened, i: int) -> int:
    return at_comma(content, i, _turns_away)


CLAUSE_STOPS: Final[dict[str, Stop]] = {
    ";": at_mark,
    "(": _at_open_bracket,
    "even": _at_even,
    "and": _at_and,
    "but": _at_and,
    "or": _at_conjunction,
    "nor": _at_conjunction,
    "yet": _at_conjunction,
    **dict.fromkeys(("after", "when", "once", "before"), _at_after),
    ",": _at_comma,
    QUOTATION: _at_comma,
    **dict.fromkeys(DASHES, _at_dash),
}
"""Why a clause ends before its sentence does, by the word at its end."""


def _turns_away(content: Opened, comma: int) -> bool:
    """Whether what follows a comma is no more what is reported: an aside, a participle, another’s words."""
    s = content.s
    turns = _TURNS.get(s.lower[comma + 1])
    if turns is not None:
        return turns(content, comma)
    what = s.tag[comma + 1]
    return bool(what & VERB_ING and what & CUE)  # ", *adding* that …"


def _to_aside(content: Opened, comma: int) -> bool:
    """ "said the dam was safe**, according** to …", "**, though** it leaked", "**, a** claim that …"."""
    s = content.s
    listed = is_listed(s, comma) and not s.tag[comma - 1] & CAPITAL
    if s.lower[comma + 1] in A_OR_AN and listed:
        return False  # "is a “liar,” a “cheat” and …", "bought a car, a boat and a house"
    if s.lower[comma + 1] == "which" and s.word(comma + 2) == "means":
        return False
    return s.has_verb(content.start, comma) and not _is_inserted(s, comma)


def _to_concession(content: Opened, comma: int) -> bool:
    """ "decided to close it**, though** it was new", "said it was safe**, although** others say …"."""
    return has_verb(content.s.t, content.start, comma) and _concedes(content, comma + 1)


def _concedes(content: Opened, though: int) -> bool:
    """Whether "though" at an index turns to what somebody else says, or from what is to be done to why not."""
    s = content.s
    reach = range(though + 1, min(though + 10, s.last))
    return s.lower[content.start] == "to" or any(s.tag[i] & CUE and s.tag[i] & FINITE for i in reach)


def _to_contrast(content: Opened, comma: int) -> bool:
    """ "said it was safe**, but** he left", "**, while** warning that …"."""
    s = content.s
    if comma <= content.start + 1:
        return False
    adds = s.lower[comma + 1] == "while"  # beside "said it was growing, but also *seeking* cuts"
    behind = s.what(s.after_adverbs(comma + 2) if adds else comma + 2)
    if behind & VERB_ING and behind & CUE:
        return True  # ", while (also) *warning* that …"
    behind = s.what(comma + 2)
    verb = comma + 2 + bool(behind & SUBJECT)
    told, be = s.tag[content.k], s.what(verb) & (BE | MODAL)
    now = (told & VERB_S and be) or (told & VERB_PAST and _tells_of_now(s, content.start, comma))
    if s.word(verb) in _NOW and now:
        return False  # "said he *opposes* it, but (it) **will** pass", "*says* it was late, but (it) **is** done"
    return _leaves_report(s, comma + 2)


def _to_another(content: Opened, comma: int) -> bool:
    """ "promised to close it**, and** farmers left", "said it was safe**, and** others say …"."""
    s, start = content.s, content.start
    if s.word(comma + 2) == "not":
        return False  # "age, and not diet, explained it"
    infinitive = s.lower[start] == "to" and not s.t.holds(_HOLDS_CLAUSE, start, comma)
    return (infinitive and opens_own_clause(s, comma + 2)) or others_say(s, comma + 2)


def _to_others(content: Opened, comma: int) -> bool:
    """ "said it would close**, as** unions called for a strike"; not "**, as** experts had warned"."""
    s = content.s
    verb = s.phrase_end(comma + 2)
    on = s.word(verb + 1) in ("that", "for") or s.what(verb + 1) & (OPENS_NOUN | PLURAL)
    says = on and s.what(verb) & FINITE and others_say(s, verb - 1)
    return bool(says) and s.has_verb(content.start, comma)


def _to_absolute(content: Opened, comma: int) -> bool:
    """ "said it was safe**, with** critics arguing that …"."""
    return opens_absolute(content.s, comma + 2)


_TURNS: Final[dict[str, Callable[[Opened, int], bool]]] = {
    **dict.fromkeys(_ASIDES, _to_aside),
    "but": _to_contrast,
    **dict.fromkeys(("though", "although"), _to_concession),
    "while": _to_contrast,
    "and": _to_another,
    "as": _to_others,
    "with": _to_absolute,
}
"""What may turn away from a report, by the word behind a comma."""


def _tells_of_now(s: Sentence, start: int, comma: int) -> bool:
    """Whether the first verb of a reported clause is in the present: "(said) he **opposes** it"."""
    tag, lower = s.tag, s.lower
    for i in range(start, min(comma, start + _NEAR)):
        what = tag[i]
        if what & AUXILIARY:
            return lower[i] in _NOW
        if is_finite(what):
            return not what & VERB_PAST
    return False


_NOW: Final = frozenset("will can is are has have does do won’t won't can’t can't".split())
_HOLDS_CLAUSE: Final = SPEECH | SUBORDINATOR | WH | RELATIVE


def _is_inserted(s: Sentence, comma: int) -> bool:
    """Whether an aside only parts a subject from its verb: "said the dam, which leaks**, would** be mended"."""
    close = behind_aside(s, comma)
    what = s.what(close)
    return (is_finite(what) and not what & CUE) or s.word(close) in LEADS_ON


def others_say(s: Sentence, p: int) -> bool:
    """Whether a clause opens that reports somebody else's words: ", while nine in ten said they …"."""
    tag, contrasts = s.tag, s.lower[p - 1] in ("but", "while")
    for i in range(p, min(p + 10, s.last)):
        said = tag[i] & FINITE or (contrasts and s.lower[i - 1] in _PERFECT)  # "but others *have said*"
        calls = s.lower[i] == "called" and s.word(i + 1) in ("on", "for")  # no SPEECH by itself
        if said and (tag[i] & SPEECH or calls) and not tag[i] & NOUN:
            return i > p and s.lower[i - 1] != "to"
        if tag[i] & (AUXILIARY | VERB_PAST | SUBORDINATOR) and not tag[i] & (CAPITAL | PREPOSITION):
            if not contrasts or i == p or s.lower[i] not in _PERFECT:
                return False
    return False


def _leaves_report(s: Sentence, p: int) -> bool:
    """Whether a clause after ", but" is the article's own: its verb is not shifted back as reported speech is."""
    t, tag = s.t, s.tag
    if s.what(p) & SUBORDINATOR and not tag[p] & PREPOSITION:
        # ", but **if it rained,** he would stay"
        p = t.find({","}, p, min(p + _NEAR, s.last), p - 1) + 1
    if s.word(p) == "that":
        return False
    if not tag[p] & (SUBJECT | AUXILIARY | VERB_PAST):
        verb = s.phrase_end(p)  # ", but the owner denied …", ", but pollsters warn …"
        if s.word(verb) == "," and s.word(verb + 1) in OPENS_ASIDE:
            verb = behind_aside(s, verb)  # ", while Marr, who left, warned"
        speaks = p < verb and s.what(verb) & CUE and not tag[verb] & NOUN
        return bool(speaks) or ((t.lower[p - 1] == "while" or not tag[p] & ADVERB) and others_say(s, p))
    return not _shifted_back(s, p, p + 4)


def _shifted_back(s: Sentence, a: int, b: int) -> bool:
    """Whether the reported clause's own verb is shifted back ("would", "had"), so that a plain past is not in it."""
    return not _BACKSHIFTED.isdisjoint(s.lower[a:b])
