"""What a verb introduces: a clause or quotation, an infinitive, somebody spoken to, a phrase."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from claimcli.lexicon import (
    ADDRESSEE,
    ADVERB,
    AS_OBJECT,
    AUXILIARY,
    CAPITAL,
    CLAUSE,
    COORDINATOR,
    CUE,
    CUE_NOUNS,
    CUE_VERBS,
    DETERMINER,
    DOCUMENT,
    GERUND,
    INFINITIVE,
    INFLECTED,
    LINK,
    NUMBER,
    OBJECT,
    OBJECT_AS,
    OPENS_NOUN,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    WH,
    WORD,
    Frames,
)
from claimcli.parser.attribution.after_comma import behind_aside
from claimcli.parser.attribution.clause_extent import clause_end, content_end
from claimcli.parser.attribution.clause_start import after_addressee, clause_start, opens_infinitive
from claimcli.parser.attribution.finite_subjects import may_speak
from claimcli.parser.attribution.phrase_extent import phrase_content_end, plan_end
from claimcli.parser.attribution.sentence import OPENS_SUBJECT, TELLS, Sentence
from claimcli.parser.grammar import WHICH_TIME, is_finite, is_infinitive, opens_count
from claimcli.parser.text import CLOSED_BY, MONEY, QUOTATION

_TO_WHOM_OR_WHERE: Final = frozenset({"to", "with", "at", "in", "on", "before"})
"""What leads to a phrase between a verb and its particle: "talked **to the pilots** about the lamp"."""
_BEHIND_WHOM: Final = frozenset({"about", "of", "for", "against", "over"})
"""What leads to the content behind that phrase: "apologized to the crew **for** the noise"."""
_OPENS_PHRASE: Final = MONEY | {QUOTATION}
"""What opens a phrase although it is no word."""
_PARTICLES: Final = frozenset("up down away aside forward apart together".split())
"""What makes another verb of a verb: "backed **down**" is not "backed"."""

_OPENS_CLAUSE: Final = SUBJECT | OPENS_NOUN | PREPOSITION | AUXILIARY | RELATIVE | WH | CAPITAL
"""What opens a clause behind an adverb, which then is no adjective."""


class Content(NamedTuple):
    """What a cue introduces: by which rule, where the cue ends, and where the content stands."""

    rule: str
    cue_end: int
    start: int
    end: int


def content_after(s: Sentence, k: int, frames: Frames) -> Content | None:
    """What the cue at ``k`` introduces, by the first rule of FRAME_RULES that finds something."""
    p = _behind_how_often(s, s.after_adverbs(k + 1))
    if k + 1 < p < s.last and _is_verb_of_phrase(s, k, p):
        return None
    if p < s.last and s.lower[p - 1] == "not" and s.lower[p] == "to":
        p -= 1
    if p - 1 > k and opens_count(s.t, p - 1):
        p -= 1  # "said nearly 300 …"
    when = s.word(k + 1) in WHICH_TIME and s.tag[p - 1] & TIME and is_finite(s.what(p))
    month = s.what(k + 1) & TIME and s.what(k + 1) & CAPITAL and not s.lower[k + 1].endswith("day")
    if p < s.last and (when or (month and p == k + 2 and s.opens_clause(p))):
        p = k + 1  # "said **this month was** the worst", "said **March imports** rose"
    if p < s.last and s.lower[p - 1] == "further" and not s.tag[p] & _OPENS_CLAUSE:
        p -= 1  # "said further talks …", but "said further that …"
    if p >= s.last or (s.lower[p] == "so" and _is_manner(s, p + 1)):
        return None
    for needed, rule in FRAME_RULES:
        found = rule(s, k, p, frames) if needed == _ANY or needed & frames.bits else None
        if found is not None:
            return found._replace(start=p - 1) if _is_limited(s, k, p, found) else found
    return None


def _is_limited(s: Sentence, k: int, p: int, found: Content) -> bool:
    """Whether an adverb before ``p`` tells how much of what follows is meant: "shows **just** how weak it is"."""
    limits = k + 1 < p == found.start and s.lower[p - 1] in _LIMITS
    return limits and found.rule in ("object", "clause", "wh-clause", "addressee-infinitive")


_LIMITS: Final = frozenset(
    "just only exactly precisely merely nearly almost even far perhaps increasingly".split()
)


def _behind_how_often(s: Sentence, p: int) -> int:
    """Where what is said stands behind how often or how long: "said *several times* | that", "*for months* | that"."""
    lasts = s.word(p) == "for"
    i = p + lasts
    while s.what(i) & (NUMBER | DETERMINER | PRONOUN | ADVERB) or s.word(i) in ("of", "than", "more"):
        i += 1
    ends = s.what(i) & (TIME | PLURAL) == TIME | PLURAL if lasts else i > p and s.word(i) == "times"
    goes_on = s.what(i + 1) & PREPOSITION or s.word(i + 1) in ("that", QUOTATION)
    return i + 1 if ends and goes_on else p


def _is_manner(s: Sentence, p: int) -> bool:
    """Whether what stands at ``p`` behind "so" is how: "said so **again**", not "said so **far** nobody left"."""
    return bool(s.what(p) & ADVERB) and not s.has_verb(p, s.last)


def _is_verb_of_phrase(s: Sentence, k: int, p: int) -> bool:
    """Whether the cue only tells more of a noun whose verb stands at ``p``: "A poll *released* on Friday found"."""
    what = s.tag[p]
    if not s.tag[k] & VERB_PARTICIPLE or not what & CUE:
        return False
    return bool(what & INFLECTED) or s.word(p + 1) == "that"


def _told_somebody(s: Sentence, k: int, p: int, frames: Frames) -> Content | None:
    """ "told reporters he was late": somebody spoken to comes before the clause."""
    if frames.lemma not in TELLS or s.lower[p] == "that":
        return None
    found = _addressee(s, k, p, frames)
    return found if found and found.rule != "addressee-infinitive" else None


def _clause(s: Sentence, k: int, p: int, frames: Frames) -> Content | None:
    """ "said (that) it was late", "said: “It is late.”", "asked whether …"."""
    word = s.lower[p]
    leads_to_phrase = word in frames.particles and word not in ("that", "to") and p + 1 < s.last
    if leads_to_phrase:
        return None
    found = clause_start(s, k, p)
    if found is None or (not frames.bits & CLAUSE and found[0] not in ("that-clause", "quotation")):
        return None
    return Content(found[0], k + 1, found[1], content_end(s, found, k))


def _infinitive(s: Sentence, k: int, p: int, _frames: Frames) -> Content | None:
    """ "vowed (not) to leave"; "refused to say | whether …"."""
    if not s.tag[p] and s.lower[p] in CLOSED_BY:
        p = behind_aside(s, p)
    if p + 1 >= s.last:
        return None
    q = p + 1
    if s.lower[p] != "not" and (s.lower[p] != "to" or not is_infinitive(s.t, q)):
        return None
    if s.lower[p] == "to" and s.tag[q] & SPEECH and s.lower[q] != "see":  # "wants | **to see** it mended"
        inner = content_after(s, q, CUE_VERBS[s.lower[q]])
        if inner:
            return inner._replace(rule="infinitive")
    return Content("infinitive", k + 1, p, plan_end(s, p, k))


def _infinitive_after_phrase(s: Sentence, k: int, p: int, frames: Frames) -> Content | None:
    """ "promised at a rally on Sunday to end …"."""
    lower, tag = s.lower, s.tag
    if not tag[p] & PREPOSITION or lower[p] in frames.particles:
        return None
    for i in range(p + 1, min(p + 12, s.last - 1)):
        if lower[i] == "to" and tag[i + 1] & VERB_BASE:
            return Content("infinitive", k + 1, i, plan_end(s, i, k))
        stops = tag[i] & (AUXILIARY | VERB_PAST | VERB_ING) and not tag[i] & CAPITAL
        if stops or (not tag[i] & WORD and lower[i] != QUOTATION):
            return None
    return None


def _addressee(s: Sentence, k: int, p: int, frames: Frames) -> Content | None:
    """ "urged the judge to go", "appealed to the judge to go": who is to act is told in the content."""
    appeals = frames.lemma == "appeal"
    if appeals:
        p += 1  # behind the "to"
        if s.lower[p - 1] != "to" or p >= s.last or opens_infinitive(s, p):
            return None
    what = s.tag[p]
    leads_on = what & (PREPOSITION | SUBORDINATOR | AUXILIARY) and not opens_count(s.t, p)
    if not what & WORD or s.lower[p] == "ahead" or (leads_on and not what & CAPITAL):
        return None  # "pressed **ahead**", but "told **May**", "told **about** 40 bakers"
    found = after_addressee(s, p)
    if found is None:
        return None
    rule, start = found
    to = s.find({"to"}, start, s.last) if rule == "clause" and frames.lemma == "want" else 0
    if to and is_infinitive(s.t, to + 1):
        rule, start = "infinitive", to  # "wants the bread **she bakes** to be sold"
    untold = s.lower[start] == "that" and frames.lemma not in _ALERTS
    if (untold or frames.lemma in ("push", "press")) and _is_thing(s, p, start):
        return None  # "promised a tax on **firms** that pollute rivers", "pushed **the cart** to get home"
    if frames.lemma == "teach" and rule == "infinitive":
        return None  # "taught children to swim": a skill, and nothing said
    if (appeals or frames.lemma == "push") and rule != "infinitive":
        return None  # "appealed to voters that …", "pushed plans that …"
    end = plan_end(s, start, k) if rule == "infinitive" else content_end(s, found, k)
    at = p if rule == "infinitive" and frames.lemma != "tell" else start
    return Content("addressee-" + rule, k + 1, at, end)


_ALERTS: Final = TELLS | set("warn advise caution alert admonish counsel".split())
"""Verbs behind which "that" opens what is said, whatever stands between."""


def _is_thing(s: Sentence, p: int, end: int) -> bool:
    """Whether what a phrase names can be told nothing: "a **tax** on firms", not "voters in Arra"."""
    return bool(s.tag[p] & DETERMINER) and s.head_of(p, end) > p and not may_speak(s, (p, end, end))


def _particle(s: Sentence, k: int, p: int, frames: Frames) -> Content | None:
    """ "called for a ban", "lashed out at the press"."""
    lower, tag = s.lower, s.tag
    if lower[p] not in frames.particles and lower[p] in _TO_WHOM_OR_WHERE and p + 1 < s.last:
        end = s.phrase_end(p + 1)
        if lower[p] == "to" and "for" in frames.particles and "for" in lower[p + 2 : end]:
            end = lower.index("for", p + 2)  # "apologized to the crew | for it"
        q = s.after_adverbs(end)
        leads = q + 1 < s.last and lower[q] in _BEHIND_WHOM and not tag[q + 1] & TIME
        p = q if leads and not (lower[p] == "to" and opens_infinitive(s, p + 1)) else p
    if lower[p] not in frames.particles or p + 1 >= s.last:
        return None
    if not tag[p + 1] & WORD and lower[p + 1] not in _OPENS_PHRASE:
        return None
    if lower[p] != "to" and tag[p + 1] & AUXILIARY and not tag[p + 1] & (VERB_ING | CAPITAL):
        return None  # "Voting against were …"
    if lower[p + 1] in _BEHIND_STRANDED:
        return None  # "the ban that he called for | **since** May"
    if lower[p] == "with":  # "agreed with Marr | that it was late", not "with the plan that they made"
        told = after_addressee(s, p + 1)
        that = told[1] if told is not None and lower[told[1]] == "that" else 0
        clause = that and s.what(that + 1) & OPENS_SUBJECT and s.opens_clause(that + 1)
        if told and clause and may_speak(s, (p + 1, that, that)):
            return Content("addressee-that-clause", k + 1, told[1], content_end(s, told, k))
    return Content("particle", p + 1, p + 1, phrase_content_end(s, p + 1, k))


_BEHIND_STRANDED: Final = frozenset("for since in at during before after until from or and".split())
"""What leads no object behind a preposition: what that leads stands before it."""


def _object(s: Sentence, k: int, p: int, frames: Frames) -> Content | None:
    """ "criticized the plan", "accused the mayor of fraud"."""
    if s.lower[p] == "out" and s.what(p + 1) & OPENS_NOUN:
        p += 1  # "tweeted out | his reply"
    what = s.tag[p]
    if (what & ADVERB and not what & DETERMINER) or s.lower[p] in _PARTICLES:
        return None
    if what & OBJECT and s.word(p + 1) in _PARTICLES:
        return None  # "backed **them up**"
    opens_phrase = what & WORD and not what & (LINK | AUXILIARY)
    if not opens_phrase and s.lower[p] not in _OPENS_PHRASE:
        return None
    if frames.lemma in _ABOUT:  # "asked Marr **about** | his record", "reminded her **of** | it"
        for i in range(p + 1, min(p + _NEAR, s.last - 1)):
            somebody = not s.tag[i - 1] & DOCUMENT and may_speak(s, (p, i, i))
            if somebody and s.lower[i] in _ABOUT[frames.lemma] and s.tag[i + 1] & WORD:
                return Content("object", i + 1, i + 1, phrase_content_end(s, i + 1, k))
            if not s.tag[i] & WORD or s.tag[i] & PREPOSITION:
                break
    if frames.lemma in _PUBLISHES and _tells_by_participle(s, p):
        return None  # "released a report **detailing** the losses"
    noun = _attitude(s, k, p, frames.lemma)
    if noun is None:
        return Content("object", k + 1, p, phrase_content_end(s, p, k))
    if s.lower[noun + 1] == "that":  # "expressed doubt **that it was safe**", "voiced anger over **the ban**"
        return Content("that-clause", noun + 1, noun + 1, clause_end(s, noun + 1, k))
    if s.lower[noun + 1] == "to" and is_infinitive(s.t, noun + 2):  # "showed no wish **to leave**"
        return Content("infinitive", noun + 1, noun + 1, plan_end(s, noun + 1, k))
    return Content("particle", noun + 2, noun + 2, phrase_content_end(s, noun + 2, k))


def _attitude(s: Sentence, k: int, p: int, lemma: str) -> int | None:
    """The noun in what somebody expresses or shows that leads on to what it is about: "showed no **wish** to go"."""
    if lemma in ("express", "voice"):
        noun = CUE_NOUNS.get(s.lower[p])
        return p if noun is not None and s.word(p + 1) in noun.particles and p + 2 < s.last else None
    if lemma not in ("show", "signal") or s.what(k - 1) & DOCUMENT:
        return None  # "The poll showed support for it" tells of support
    for i in range(p, min(p + _NEAR, s.last - 2)):
        if s.lower[i] in _ATTITUDES:
            acts = s.lower[i + 1] == "to" and is_infinitive(s.t, i + 2)
            return i if acts or s.lower[i + 1] in _TOWARD else None
        if not s.tag[i] & WORD or s.tag[i] & PREPOSITION:
            break
    return None


_ATTITUDES: Final = frozenset(
    "interest inclination sign signs support desire wish enthusiasm respect zeal willingness readiness intention "
    "sympathy contempt disdain concern eagerness reluctance appetite".split()
)
_TOWARD: Final = frozenset("in of for with toward towards about".split())
_ABOUT: Final = {
    **dict.fromkeys(("ask", "question", "challenge"), ("about",)),
    **dict.fromkeys(("remind", "warn"), ("about", "of")),
}
"""What leads to the content of verbs, behind who is spoken to."""
_PUBLISHES: Final = frozenset("release publish issue post circulate air unveil".split())
_NEAR: Final = 8  # tokens to what belongs to an object


def _tells_by_participle(s: Sentence, p: int) -> bool:
    """Whether a participle tells what a paper says that is published: "a letter on Monday (strongly) *opposing* it"."""
    for q in range(p + 1, min(p + _NEAR, s.last - 1)):
        what = s.tag[q]
        if not what & WORD or what & (AUXILIARY | VERB_PAST | RELATIVE):
            return False
        if what & VERB_ING and what & CUE and not s.tag[q - 1] & (PREPOSITION | DETERMINER | COORDINATOR):
            return content_after(s, q, CUE_VERBS[s.lower[q]]) is not None
    return False


def _object_as(s: Sentence, k: int, p: int, frames: Frames) -> Content | None:
    """ "cast the plan as a gift", "put the loss at $3 million"."""
    found = _object(s, k, p, frames)
    if frames.lemma == "put":
        at = s.find({"at"}, p + 1, found.end) if found is not None else 0
        return found if at and s.t.holds(NUMBER, at + 1, at + 3) else None
    as_at = s.phrase_end(p)
    return found if found is not None and as_at < found.end and s.lower[as_at] == "as" else None


def _gerund(s: Sentence, k: int, p: int, _frames: Frames) -> Content | None:
    """ "denied having a list"."""
    return Content("gerund", k + 1, p, clause_end(s, p, k)) if s.tag[p] & VERB_ING else None


FrameRule = Callable[[Sentence, int, int, Frames], Content | None]
_ANY: Final = ~0
FRAME_RULES: Final[tuple[tuple[int, FrameRule], ...]] = (
    (ADDRESSEE, _told_somebody),
    (CLAUSE | THAT, _clause),
    (INFINITIVE, _infinitive),
    (INFINITIVE, _infinitive_after_phrase),
    (ADDRESSEE, _addressee),
    (_ANY, _particle),
    (AS_OBJECT, _object),
    (OBJECT_AS, _object_as),
    (GERUND | AS_OBJECT, _gerund),
)
"""Rules in the order in which they are tried, each for cues with one of its frames."""
