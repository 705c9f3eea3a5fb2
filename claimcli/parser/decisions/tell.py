"""What becomes a telling: not what chooses nothing, is but supposed or denied, or is told of nobody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from claimcli.lexicon import (
    AUXILIARY,
    CAPITAL,
    CUE_NOUN,
    DETERMINER,
    DOCUMENT,
    NEGATION,
    NOUN,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SOMEBODY,
    SUBJECT,
    TAGS,
    TENSED,
    TIME,
    VERB_BASE,
    VERB_ING,
    VERB_PAST,
    VERB_S,
    WORD,
    forms_of,
)
from claimcli.lexicon.decision_words import (
    ASKED,
    CROWD,
    FORCES,
    IDLE,
    MATTERS,
    OBJECTS,
    PARTICLES,
    UNDECIDED,
    VAGUE,
    Told,
)
from claimcli.model import Status
from claimcli.parser.attribution.sentence import ASKS, MADE_KNOWN
from claimcli.parser.decisions.antecedents import NAMELESS, without_opener
from claimcli.parser.decisions.choosers import LAWS, PAPERS, can_choose, somebody_in
from claimcli.parser.decisions.courses import course_at, head_words
from claimcli.parser.decisions.label_end import SPELLING_OUT
from claimcli.parser.decisions.sentence import NEAR, Range, Sentence, Telling
from claimcli.parser.grammar import POSSESSIVE_MARKS, REACH, RELATIVE_OBJECTS, RELATIVE_SUBJECTS
from claimcli.parser.grammar.phrase_marks import SHARES

EVERYDAY: Final = 0.35
"""What the telling of an everyday act weighs beside that of a plain choice."""
IN_PASSING: Final = 0.5
"""What a telling weighs less that the article gives but to say who somebody is, or when something else was."""
TIMING: Final = frozenset({"as", "when", "while", "since", "until"})
_CONDITIONS: Final = frozenset({"if", "unless", "lest", "had", "wish", "wished", "wishes"})
_ASKING: Final = forms_of("ask wonder know see decide determine question debate consider").union(["unclear"])
_DENIED: Final = forms_of(
    "deny doubt dispute refute fear hope worry pretend predict forecast assume presume bet guess"
).union(
    "rumor rumors rumour rumours speculation fear fears hope hopes allegation allegations suggestion suggestions"
    " prediction predictions evidence false untrue falsely myth idea chance possibility unlikely".split()
)
"""Words after which a clause tells nothing that is sure to have happened: "denied that", "rumours that"."""
_ALLEGED: Final = VAGUE.union(
    "report reports information rumblings charge charges indication sign signs".split()
)
REBUFFING: Final = forms_of(
    "reject refuse rebuff spurn deny ignore disregard dismiss brush shrug scoff wave laugh sneer refute rebut dispute"
    " contradict downplay discount debunk"
)
_UNTRUE: Final = REBUFFING.union("counter countered no false untrue baseless unfounded bogus".split())
"""Words by which what is told of somebody is said to be not so."""
_AS_IT_STANDS: Final = frozenset({"asked whether", "choice of", "choice to", "own choice"})
"""Rules by which a question tells of a choice: it is answered, or asks about one: "asked whether **his plan to** …"."""
_TOLD_OF: Final = MADE_KNOWN | {"interviewed", "reached"}
PLANS: Final = ASKED | MATTERS
PARTING: Final = frozenset("resignation resignations retirement departure recusal".split())
"""What is asked or told of whom it is said to be of: "the **resignation** of the mayor"."""
_REQUESTING: Final = frozenset("asking urging calling demanding imploring requesting".split())
_LETTERS: Final = frozenset("letter letters petition petitions note email memo message statement".split())
_REFUSING: Final = forms_of("refuse decline")
_TELLING_MORE: Final = frozenset({"give", "offer", "provide", "share"})
"""What those do not who tell no more: "declined to **give** details"."""
_DETAILS: Final = frozenset("detail details specifics figure figures numbers estimate estimates".split())
_ASKED_BY_PRESS: Final = frozenset({"interview", "interviews", "comment"})
_SUSPECTING: Final = forms_of("suspect accuse").union(["suspicion", "allegations", "accusations"])
_RISKS: Final = frozenset("risk danger verge brink".split())
_NONE: Final = frozenset({"no", "none", "nobody", "neither", "few"})
_LANDS: Final = frozenset({"states", "counties", "districts"})
_MEANING: Final = forms_of(
    "mean imply prove show guarantee ensure suggest indicate say state specify confirm announce"
).union(["sure", "certain", "convinced", "true"])
_IS: Final = frozenset({"is", "are", "’s"})
_AWAITED: Final = frozenset({"once", "before", "until", "whenever", "after"})
"""What leads to a choice that somebody has yet to make: "**once** the board sells it"; not "once it sold it"."""
ANYBODY: Final = frozenset(
    "people voters voter latino hispanic percent % majority quarter third thirds half anyone anybody everyone everybody"
    " majorities nobody somebody someone respondents electorate plurality you".split()
)
"""Those who decide nothing that an article tells when they want, plan or back something."""
_OBJECT_OPENERS: Final = RELATIVE_OBJECTS | {"that"}
_BEFORE_SAID: Final = TENSED | SUBJECT | OBJECT | CAPITAL
"""Words behind which a "that" opens what is said, and is no object."""
_SPELLED_OUT: Final = VAGUE.union(
    "idea concept fact news possibility hypothesis condition time times moment reason place point extent degree".split()
)
_UNMEANT: Final = frozenset("nearly almost accidentally inadvertently mistakenly unwittingly".split())
"""What tells of a deed that it was not done, or not meant."""
_RIGHTS: Final = frozenset(
    "have has required obliged entitled eligible free used unable ability inability".split()
)
"""Words behind which an infinitive tells a right, a duty, a habit or a power: "are **entitled** | to vote on it"."""
_EASE: Final = frozenset("easy easier difficult possible impossible simpler".split())


@dataclass(slots=True, eq=False)
class Draft:
    """What a rule has read, before it is asked whether anybody made this choice; ``start`` is where its verb stands."""

    s: Sentence
    told: Told
    actor: Range | None
    label: Range
    start: int
    rule: str


Veto = Callable[[Draft], bool]


def tell(
    s: Sentence,
    told: Told,
    actor: Range | None,
    label: Range | None,
    action: Range,
    rule: str,
    weight: float = 1.0,
    ahead: Range | None = None,
) -> Telling | None:
    """A telling, unless it has no label or one of ``VETOES`` holds; ``ahead`` is an object that stands before."""
    if label is None or label[0] >= label[1]:
        return None
    label, action = s.before_main_verb(label), s.before_main_verb(action)
    if actor and s.tag[actor[1] - 1] & TIME and s.lower[actor[1] - 1].endswith("day"):
        actor = (actor[0], max(actor[0] + 1, actor[1] - 1))  # "**Marr** Friday vetoed it"
    if told.status is Status.PROPOSED and s.lower[label[0]] in ("vote", "votes", "voted", "voting"):
        label = _put_to_vote(s, label[0]) or label
    draft = Draft(s, told, actor, label, action[0], rule)
    for holds in VETOES:
        if holds(draft):
            return None
    last = label[1] - (s.lower[label[1] - 1] in PARTICLES and label[1] - label[0] > 2)  # "called it | off"
    most = 2 + (s.word(label[0] + 1) == "for")  # "called **for** it"
    if last - label[0] <= most and s.lower[last - 1] in NAMELESS:
        rule = "answered it"  # "threatened to veto them": names no choice by itself
        if s.word(action[0] - 1) in RELATIVE_SUBJECTS:
            return None  # "laws **that** | restrict it" answer nothing
    status = told.status
    undergoes = label if actor is None and rule == "was done" else None  # "**not one** guard was fired"
    who = actor or undergoes
    if who is not None and _is_none(s, who[0]):
        if status is not Status.PROPOSED:
            return None  # "**no** court has overturned it"
        status = Status.DECLINED
    no = label[0] + 1  # not "no more than", "vote no on it"
    none = s.word(no) == "no" and s.word(no + 1) not in ("more", "less") and not s.what(no + 1) & PREPOSITION
    if none and label[1] - no > 1:
        status = Status.DECLINED  # "agreed to **take no** action"
    if told.minor:
        weight = EVERYDAY * min(weight, 1.0)
    if _is_in_passing(s, actor, action[0]):
        weight -= IN_PASSING
    if actor and label[1] - label[0] == 1:
        ahead = ahead or object_before(s, actor[0], RELATIVE_OBJECTS)
    return Telling(s.t, status, actor, label, action, s.number, rule, weight, ahead)


def _put_to_vote(s: Sentence, k: int) -> Range | None:
    """What a vote at ``k`` is to be on, if that is a plan: "will vote on Monday on **a plan to** | close the pool"."""
    on = s.after_time(k + 1)
    if s.word(on) != "on":
        return None  # "will vote for a plan to", "vote it down"
    for i in range(on + 1, min(on + NEAR, s.last)):
        if s.lower[i] == "to" and (s.lower[i - 1] in PLANS or s.lower[i - 1] == "whether"):
            return course_at(s, i + 1) if s.what(i + 1) & VERB_BASE else None
        if s.breaks(i, AUXILIARY | SUBJECT):
            return None
    return None


def _is_in_passing(s: Sentence, actor: Range | None, start: int) -> bool:
    """Whether a clause but says who or when: "Marr, **who** closed it, said", "it rained **when** Marr closed it"."""
    if "who" in s.lower[max(s.first, start - 3) : start]:
        return True
    if actor is None or actor[0] >= start:
        return False
    at = s.before_article(actor[0] - 1)
    # not where it goes on with the news: "lost last week, | when the court refused it"
    return s.word(at) in TIMING and s.word(at - 1) not in (",", "such")


def object_before(s: Sentence, start: int, relatives: frozenset[str] = _OBJECT_OPENERS) -> Range | None:
    """What a clause lacks for an object, of which it tells: "**the levy**, which | Marr vowed to keep"."""
    at = s.before_article(start - 1)
    # "said that", "said on Facebook that"
    if s.word(at) not in relatives or (s.word(at) == "that" and s.what(at - 1) & _BEFORE_SAID):
        return None
    phrase = s.phrase_before(at - (s.word(at - 1) == ","))
    if phrase is None:
        return None
    first, last = without_opener(s, phrase)
    first = s.after_article(first)
    return (first, last) if first < last else None


def is_spelled_out(s: Sentence, i: int) -> bool:
    """Whether a "that" behind the noun at ``i`` says what it is, and is no object: "the **news** that they left"."""
    return s.lower[i] in _SPELLED_OUT or bool(s.tag[i] & CUE_NOUN and s.lower[i] not in MATTERS)


def _is_none(s: Sentence, start: int) -> bool:
    """Whether a phrase that opens at ``start`` is hardly anybody: "**no** party wants it", "**not one** backs it"."""
    if s.lower[start] == "not":
        return s.word(start + 1) in ("one", "a")
    if s.lower[start] not in _NONE:  # an article may be left out: "no | party"
        start -= 1
        if start < s.first or s.lower[start] != "no":
            return False
    counted = s.what(start + 1) & NUMBER and s.word(start + 1) != "one"
    return not counted and s.word(start - 1) != "a"  # "No 10", "a few"


def _is_idle(d: Draft) -> bool:
    """ "declined to **comment**", "to **be named**", "declined **interview** requests"."""
    s, first = d.s, d.label[0]
    refused = d.told.status is Status.DECLINED or s.word(d.start - 1) in _REFUSING
    turned_down = refused or d.rule == "choice of"
    label = s.lower[first : d.label[1]]
    if turned_down and not _ASKED_BY_PRESS.isdisjoint(label):
        return True
    given = turned_down and s.find(_TELLING_MORE, d.start, first + 1)
    head = head_words(s, d.label)
    if given and s.lower[head[1] - 1] in _DETAILS:
        return True  # "declined to **offer** a figure"
    if label[:2] == ["go", "into"]:  # "declined to **go into** details"
        return not (_DETAILS | NAMELESS).isdisjoint(label[2:])
    if label[:2] == ["weigh", "in"] or (label[0] == "make" and "clear" in label[:3]):
        return True  # "urged her to **make it clear** that"
    asks = s.find(_REQUESTING, first + 1, d.label[1] + 1) if d.told.status is Status.TAKEN else 0
    if asks and s.lower[asks - 1] in _LETTERS:
        return True  # "signed **a letter urging** Marr to go": what is asked for is told by itself
    if label[0] in ("sure", "certain") and s.word(first - 1) != "the":
        return True  # "efforts to make **sure** he did not"
    if s.lower[first] in ("confirm", "send"):
        # "to send **a message**", "to **confirm** the report", beside "the nominee"
        needed, words = OBJECTS[s.lower[first], ""]
        return s.has(words, *head) != needed
    if s.word(d.label[1]) in SPELLING_OUT and s.lower[d.label[1] - 1] not in PLANS:
        return not can_choose(s.t, d.label)  # "sent a note **saying** that", not "fired Reed saying that"
    if label[0] == "answer" and head[1] - head[0] > 2 and s.lower[head[1] - 1] not in VAGUE:
        return False  # "refused to **answer the survey**", beside "answer questions"
    if s.lower[first] in IDLE:
        if label[0] in ("name", "names") and not turned_down:  # "will **name** Marr as his deputy"
            return not s.t.holds(ROLE, first + 1, d.label[1])
        return s.word(first + 1) != "at"  # but "to **speak at** the rally"
    return s.lower[first] == "be" and s.word(first + 1) in _TOLD_OF


def _is_vague(d: Draft) -> bool:
    """ "raised **questions** about …": the label’s own words name no course; beside "pay … to settle a claim"."""
    s, (first, last) = d.s, d.label
    if d.rule == "outcome":
        return False  # "rejected **the suggestion**" answers it
    led = s.word(first + 1) == "for" and first + 2 < last and s.lower[first] not in VAGUE
    first += 2 * led  # "called for **calm**"
    first, last = head_words(s, (first, last))
    vague = [i for i in range(first, last) if s.lower[i] in VAGUE]
    return any(i + 1 == last or not _tells_kind(s, i) for i in vague)


def _tells_kind(s: Sentence, i: int) -> bool:
    """Whether a noun at ``i`` only tells of what kind the next is: "its **claims** office", "a **unity** rally"."""
    return bool(s.tag[i + 1] & (NOUN | OBJECT) or s.what(i - 1) & OPENS_NOUN)


def _is_supposed(d: Draft) -> bool:
    """ "**If** they | ban it", "**once** he | bans it", "**had** | the council sold it", "**rumours** he left"."""
    s, actor = d.s, d.actor
    if s.word(d.label[0] - 1) == "of" and s.word(d.label[0] - 2) in _RISKS:
        return True  # "is at risk of | dropping out"
    # "feared that | **her** plan to"
    had = d.rule in _AS_IT_STANDS and actor is not None and _has_it(s, actor)
    # "hoped | **it** would sell it"
    unreal = _is_unreal(s, d.start - bool(s.what(d.start - 1) & SUBJECT), denied=not had)
    opens = s.before_article((min(actor[0], d.start) if actor else d.start) - 1)
    awaited = s.word(opens) in _AWAITED or (s.word(opens) == "as" and s.word(opens - 1) == "soon")
    passive = d.rule == "was done" and s.has(_IS, d.start, d.label[1] + 1)  # "once **the pier is sold**"
    if awaited and (s.what(d.start) & VERB_S or passive):
        return True
    if actor is None or unreal:
        return unreal
    # not "doubted **Marr’s** promise that …", "feared **the union** that …"
    near = actor[1] + 1 >= d.start and not s.what(d.start - 1) & RELATIVE
    own = near or s.word(actor[0] - 1) == "that"  # "denied that | she had threatened to …"
    opens = actor[0] + (s.lower[actor[0]] in _MEANING)  # "doesn’t | **mean Marr** closes it"
    return _is_unreal(s, opens, denied=own and not had)


def _has_it(s: Sentence, actor: Range) -> bool:
    """Whether a choice is told as somebody’s own, which stands whatever is said of it: "feared **Marr’s** ban"."""
    return s.word(actor[1]) in POSSESSIVE_MARKS or bool(s.tag[actor[0]] & POSSESSIVE)


def _is_question(d: Draft) -> bool:
    """ "Asked **whether** | she would sign", "look into whether | she signed"; not "asked whether his plan to"."""
    s, done = d.s, d.rule == "was done"  # "to determine **whether** | the pier was sold"
    start = d.start if done else d.actor[0] if d.actor else s.first + 1
    start = s.before_article(start - 1) + 1
    at = start - (not s.what(start) & AUXILIARY)  # "Pool row: | **could** it"
    asked = s.what(at) & AUXILIARY and not s.what(at - 1) & WORD and s.t.word(s.last) == "?"
    if asked and d.told.status is not Status.PROPOSED:
        return True  # "**Did** | the council close it**?**"
    if (d.actor is None and not done) or d.rule in _AS_IT_STANDS:
        return False
    present = s.tag[d.start] & (VERB_BASE | VERB_S) and not s.tag[d.start] & VERB_PAST
    if s.word(start - 1) in ("how", "what") and present and d.told.status is Status.TAKEN:
        return True  # "depends on **how** they | decide to proceed"
    if s.word(start - 1) == "whether" and d.told.status is not Status.PROPOSED:
        # whoever asks does not know, but for "whether she broke it **by closing** the docks"
        return not s.tag[d.start] & VERB_ING
    return s.asks(start) and s.has(ASKS, start - NEAR, start)


def _is_anybody(d: Draft) -> bool:
    """ "**Voters** want a ban", "**43% of the sailors** back it": the public, or a part of those who were polled.

    What all who buy or travel do is a trend: "**Tourists** are cancelling trips".
    """
    if d.actor is None or d.s.lower[d.label[0]] == "not":  # "urged **voters** not to back it"
        return False
    s, (first, last) = d.s, d.actor
    if s.lower[first] == "any":
        return True
    head = head_words(s, d.actor)[1] - 1
    if (d.told.status is Status.TAKEN or d.rule == "would") and s.lower[head] in CROWD:
        return not s.tag[first] & (DETERMINER | NUMBER)
    if d.rule == "choice of":
        return s.lower[head] in ANYBODY  # "the backing of **40 percent** of them"
    if not (d.told.minor or d.told.status is Status.PROPOSED or s.lower[d.start] in UNDECIDED):
        return False
    if s.lower[d.start] == "voted" and s.word(head + 1) == "of":
        return False  # "**half of the members** voted against it" is no poll
    return s.lower[head] in ANYBODY or s.lower[last - 1] in ANYBODY


_HOLDING: Final = forms_of("support back favor favour oppose vote prefer endorse approve")


def _is_polled(d: Draft) -> bool:
    """ "57 **percent** back it, 22 **percent** do not": what those hold who were asked in a poll."""
    s, first, end = d.s, max(d.s.first, d.start - REACH), d.label[1] + REACH
    share = s.find(SHARES, first, end) if s.has(_HOLDING, d.start, d.label[1]) else 0
    they = share < d.start and d.actor is not None and s.lower[d.actor[0]] == "they"
    return share > 0 and (they or s.find(SHARES, share + 1, end) > 0)  # "21 percent say **they** oppose it"


def _is_thing(d: Draft) -> bool:
    """ "**New machines** threaten to …": a thing, which chooses nothing.

    Not a law or a ruling, which does what those chose who made it; nor "many", which may be of those just told.
    """
    if d.actor is None:
        return False
    s, actor, (first, last) = d.s, d.actor, d.actor
    opens, head = s.tag[first], s.tag[last - 1]
    at = head_words(s, actor)[1] - 1
    if s.lower[at] in FORCES or (last - first == 1 and s.lower[first] in ("this", "that")):
        return True
    if last == d.start and _is_deed(s, first):
        return True
    if last - first <= 2 and head & SOMEBODY and (last - first == 1 or opens & (DETERMINER | SOMEBODY)):
        return False  # a look at the words: "Marr", "the mayor"
    law = s.has(LAWS, *actor)
    if not 0 <= d.start - last <= 2 or (law and d.rule != "chose to"):
        return False  # "a law**, which** bans it", but "the rules **aim to** …" is no choice
    if last - first == 1 and opens & (DETERMINER | NUMBER | SUBJECT):
        return False
    return somebody_in(s.t, actor) is None


def _is_deed(s: Sentence, first: int) -> bool:
    """Whether a phrase from ``first`` tells a deed, which chooses nothing: "**Backing Marr** would not save it"."""
    i = first if s.tag[first] & VERB_ING else s.before_article(first - 1)
    if TAGS.get(s.word(i), 0) & (VERB_ING | NOUN) != VERB_ING or s.word(i - 1) not in ("", "that", "merely"):
        return False
    return bool(s.what(i + 1) & (OPENS_NOUN | CAPITAL))


def _is_of_nobody(d: Draft) -> bool:
    """ "The road was closed", "**the storm** closed it": an everyday act of nobody; "**nearly** sold it"."""
    s = d.s
    grown = s.lower[d.label[0]].endswith(("doubled", "tripled", "halved"))  # "nearly **doubled** its fares"
    if s.word(d.label[0] - 1) in _UNMEANT and not grown:
        return True
    if not d.told.minor or d.actor is None:
        return d.told.minor
    # "a plea that **it** pay", "40 **states** voted for it"
    asked = s.tag[d.actor[0]] & SUBJECT and not s.what(d.start) & TENSED
    acts = can_choose(s.t, d.actor) or (not asked and somebody_in(s.t, d.actor) is not None)
    lands = s.find(_LANDS, *d.actor)
    return not acts or (lands > 0 and not s.tag[lands] & CAPITAL)  # but "the United **States** cut it"


def _is_right(d: Draft) -> bool:
    """ "They **can** vote to close it", "**have** | to vote", "are **required** | to sign": what all may or must."""
    s, start = d.s, d.start
    if d.rule == "went" and s.word(d.label[0] - 1) == "to":
        start = d.label[0] - 1
    if s.lower[start] != "to":
        at = d.actor[1] if d.actor is not None and d.actor[0] == start else start
        return s.lower[at] == "can"
    eased = s.has(_EASE, start - NEAR, start)  # "made it **easier** for firms | to sell it"
    inclined = s.word(start - 1) in ("likely", "apt", "prone") and s.word(start - 2) in ("more", "less")
    return eased or inclined or s.word(start - 1) in _RIGHTS


_SETTLED: Final = forms_of("plan intend vow promise pledge threaten refuse decline")
"""Verbs that tell even in the present what is chosen once."""


def _is_standing(d: Draft) -> bool:
    """ "Holt, **which backs** the rebels, said", "the office **that approves** visas": what somebody does all along."""
    s, verb = d.s, d.start
    present = s.tag[verb] & (VERB_S | VERB_BASE) and not s.tag[verb] & (VERB_PAST | AUXILIARY)
    if not present or (d.rule == "chose to" and s.lower[verb] in _SETTLED):  # but "which **plans to** sue"
        return False
    at = s.before_article(d.actor[0] - 1) if d.actor else verb
    own = d.told.minor or not s.tag[verb - 1] & SUBJECT  # not "where she **opposes** a toll"
    if own and (
        s.word(at) in ("where", "whenever") or (s.word(at) == "which" and s.what(at - 1) & PREPOSITION)
    ):
        return True  # "the hall **where** she posts the rules"
    aside = s.word(verb - 1) in RELATIVE_OBJECTS and s.word(verb - 2) in (",", "(")
    if s.word(verb - 1) != "that" or not s.tag[verb] & VERB_S:
        return aside
    return not (s.what(verb - 2) & DOCUMENT or s.word(verb - 2) in PAPERS)  # not "a letter that urges"


VETOES: Final[tuple[Veto, ...]] = (
    _is_idle,
    _is_vague,
    _is_supposed,
    _is_question,
    _is_anybody,
    _is_polled,
    _is_thing,
    _is_of_nobody,
    _is_right,
    _is_standing,
)
"""Why nobody made a choice, tried in this order."""


def _is_unreal(s: Sentence, start: int, *, denied: bool) -> bool:
    """Whether the clause that opens at ``start`` is but supposed, or told as untrue or unsure.

    "If | the council sells it", "Had | the council sold it", "rumours that | he resigned".
    """
    before = s.word(start - 1)
    at = start - 1 - (before == "that")
    told_by = s.word(at)
    if before == "of" and s.has(_SUSPECTING, start - NEAR, start):
        return True  # "is suspected of | taking bribes"
    rejected = told_by in _ALLEGED and s.has(_UNTRUE, start - 6, start - 2)
    if told_by in _DENIED or rejected:
        return denied  # "rejected **reports** that | he planned to sell it"
    if told_by in _MEANING and s.what(at - 1) & NEGATION:
        return True  # "that doesn’t **mean** | the council sells it"
    if before == "if":  # "asked if | the council would sell it"
        return s.word(start - 2) not in _ASKING
    in_event = told_by == "event" and (at < start - 1 or s.word(at - 1) in ("the", "unlikely"))
    if in_event or (told_by == "case" and s.word(at - 1) == "in"):
        return True  # "**in case** | the judge rejects it", "in the event that"
    return before in _CONDITIONS and (before != "had" or start - 1 == s.first)
