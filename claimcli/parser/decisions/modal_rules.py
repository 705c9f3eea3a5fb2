"""Modals and judgments that tell a choice, one rule for each, and what is answered to "asked if she would"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    INFLECTED,
    NEGATION,
    PARTICIPLE,
    POSSESSIVE,
    PREPOSITION,
    SUBJECT,
    TIME,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    WH,
    WORD,
    forms_of,
)
from claimcli.lexicon.decision_words import (
    ARRANGED,
    CONSENTING,
    DECISION_NOUNS,
    DECISION_VERBS,
    JUDGED_BY,
    PARTICLES,
    STATE,
    Told,
    frames_of,
    stands_alone,
)
from claimcli.model import Status
from claimcli.parser.decisions.actions import action_from
from claimcli.parser.decisions.antecedents import DUTY, antecedent, passive_subject, subject_meant
from claimcli.parser.decisions.choosers import can_choose
from claimcli.parser.decisions.courses import (
    ENDURING,
    after_inserted,
    course_at,
    doer_in,
    opens_course,
    phrase_at,
)
from claimcli.parser.decisions.label_end import label_end
from claimcli.parser.decisions.owners import haver_of, planner
from claimcli.parser.decisions.sentence import NEAR, Sentence, Telling
from claimcli.parser.decisions.subjects import LINKING, STAYING, chooser_of, teller_of
from claimcli.parser.decisions.tell import tell
from claimcli.parser.decisions.verb_rules.doing import AS_IT_IS
from claimcli.parser.decisions.verb_rules.turning import WOULD, is_announced, shut_out, turns_down
from claimcli.parser.grammar import NOT_ALL, POSSESSIVE_MARKS, REACH, RELATIVE_SUBJECTS, Subject, time_before
from claimcli.parser.stems import plain
from claimcli.parser.text import QUOTATION

_CANNOT: Final = frozenset("cannot can't can’t".split())


class Leaning(NamedTuple):
    """What leads from a word for being for or against a deed to the deed, an -ing form or an infinitive."""

    led_by: frozenset[str]
    gerund: bool
    against: bool


LEANINGS: Final = {
    word: Leaning(frozenset(led_by.split()), gerund, against)
    for led_by, gerund, against, words in (
        ("to", False, False, "willing ready prepared set determined scheduled"),
        ("to", False, True, "unwilling reluctant hesitant loath unprepared"),
        ("to", True, False, "open close committed dedicated"),
        ("to", True, True, "opposed averse"),
        ("of", True, False, "favor favour"),
        ("in", True, False, "interested"),
        ("on", True, False, "intent bent keen"),
        ("toward towards", True, False, "leaning"),
    )
    for word in words.split()
}
"""Words for being for or against a deed: "**reluctant** to sell it", "**opposed** to selling it"."""
_NO_DEED: Final = frozenset(
    "being having becoming getting seeing hearing wearing sleeping sitting eating losing winning facing".split()
)
_STRIVING: Final = frozenset("fight battle strive stop rest".split())
"""Verbs that choose nothing before a preposition: "will **fight** for every seat", beside "will fight the ban"."""
_NOT_JUDGED: Final = _NO_DEED.union(
    "saying speaking talking calling comparing questioning claiming showing displaying implying accusing doing"
    " criticizing criticising chastising mocking mentioning".split()
)
"""What nobody is praised or blamed for as a course that he chose: "mocked her for **saying** so"."""
_CONTESTS: Final = frozenset("race contest running campaign coalition office post union bloc".split())
"""What somebody has chosen who stays in it: "will stay in the **race**"."""
_REPLYING: Final = forms_of("say reply answer respond insist")
_LIKELY: Final = frozenset({"most", "very", "more", "likely", "well"})
_COMPLETING: Final = PARTICLES | {"on"}
"""What makes a choice of verbs that choose nothing alone: "take **over**", "give **up**", "call **on** him to"."""
_WERE: Final = frozenset("was were wasn't wasn’t weren't weren’t".split())
_EXPLAINING: Final = forms_of("explain outline detail describe lay spell set show").union(["details", "plan"])
QUOTED_FIRST: Final = 24
"""How many characters of a quotation are read for its first word."""
_SEEN: Final = forms_of("see view regard perceive understand know remember consider think treat take make")
"""What should be done to nothing but in thought, or tells no deed: "should be **seen** as a tax"."""


def would(s: Sentence, k: int) -> Telling | None:
    """ "We would not send soldiers.", "The museum will hand back the boat.", "The city must act." """
    word, p = s.lower[k], k + 1
    weight = 1.1 if word in DUTY else 0.8
    negated = word.endswith(("n't", "n’t", "not"))
    if word in _CANNOT and not _will_not(s, k):
        return None
    if word == "ought":
        negated, p = s.word(p) == "not", _after_ought(s, k)
    # "Marr **certainly** | will not", "Marr **next week** | will"
    start = s.group_of(k).start if s.what(k - 1) & (ADVERB | TIME) else k
    return _intends(s, start, k, p, negated, weight) if p else None


def _will_not(s: Sentence, k: int) -> bool:
    """Whether who "can’t" do something will not: "I **can’t** vote for it", beside "I can’t support myself"."""
    p, _ = _verb_from(s, k + 1)
    led = not (s.what(p + 1) & POSSESSIVE or s.word(p + 1).endswith(("self", "selves")))
    who = k - 1 - (s.what(k - 1) & ADVERB != 0)
    return s.word(p) in CONSENTING and led and bool(s.what(who) & SUBJECT)


def _after_ought(s: Sentence, k: int) -> int:
    """Where the verb stands that "ought" at ``k`` leads to: "ought not to | quit"; 0 if none."""
    p = k + 1 + (s.word(k + 1) == "not")
    return p + 1 if s.word(p) == "to" else 0


def going_to(s: Sentence, k: int) -> Telling | None:
    """ "We are going to close it.", "The city is to close it."; "**was** going to" is left to the verb behind it."""
    group = s.group_of(k)
    to = k + 1 + (s.word(k + 1) == "not")
    if s.has(_WERE, group.start, k) or s.word(to) != "to":
        return None
    return _intends(s, group.start, k, to + 1, group.negated or to > k + 1, 0.8)


def is_to(s: Sentence, k: int) -> Telling | None:
    """ "Arra board **to** close pier": a headline of what is to come."""
    who, what = s.phrase_before(k), s.what(k + 1)
    does = not what & CAPITAL and (what & VERB_BASE or s.word(k + 1) in DECISION_VERBS)
    opens = who and (who[0] == s.first or s.lower[who[0] - 1] == ":") and can_choose(s.t, who)
    acts = does and opens and s.lower[k - 1] not in DECISION_NOUNS
    return _intends(s, k, k, k + 1, False, 1.0) if acts else None


def arranged(s: Sentence, k: int) -> Telling | None:
    """ "The mayor is not **attending** it.", "I am **staying**.": what no word for a choice tells."""
    group = s.group_of(k)
    stays = s.lower[k] in STAYING and s.word(group.start - 1) in ("i", "we")
    if s.has(_WERE, group.start, k) or not (group.negated or stays):
        return None
    told, rule = (Status.DECLINED, "would not") if group.negated else (Status.TAKEN, "did")
    return _tell_of_subject(s, group.start, k, Told(told), rule, 0.8)


def _verb_from(s: Sentence, p: int) -> tuple[int, bool]:
    """Where the verb stands at or soon after ``p``, and whether it is negated: "will **no longer** | pay for it"."""
    p = after_inserted(s, p)
    p += 3 * (s.word(p) == "in" and s.word(p + 2) == "conscience")  # "cannot **in good conscience** | sign"
    negated = s.word(p) == "no" and s.word(p + 1) == "longer"
    p += 2 * negated
    while s.word(p) in _LIKELY or (
        s.what(p) & (ADVERB | NEGATION) and not s.what(p) & (AUXILIARY | VERB_BASE)
    ):
        negated |= bool(s.what(p) & NEGATION) and s.word(p + 1) not in NOT_ALL  # "will **not only** close it"
        p = after_inserted(s, p + 1)
    return p, negated


def _opens_deed(s: Sentence, p: int) -> bool:
    """Whether what stands at ``p`` behind a modal is a verb that tells a choice, and no other word there does."""
    what = WORD if s.word(p) == QUOTATION and _quotes_deed(s, p) else s.what(p)
    if s.word(p) in ("’ve", "'ve"):  # "she **would’ve** sold it"
        return False
    if what & CAPITAL and not (what & VERB_BASE or s.tag[p - 1] & CAPITAL):
        return False  # "what would **Anna** Marr do"
    if not what & WORD or _chooses_nothing(s, p) or what & (AUXILIARY | DETERMINER | PREPOSITION | SUBJECT):
        return False
    if what & (INFLECTED | PARTICIPLE) and (not what & VERB_BASE or s.lower[p - 1] in ("’d", "'d")):
        return False  # "she’d **cut** it" is "she had", as likely as not
    if s.word(p + 1) == "to" and s.lower[p] in DECISION_VERBS:  # "will seek to close": told by "seek"
        return s.lower[p] == "appeal"
    return True


def _is_deed_going_on(s: Sentence, p: int) -> bool:
    """Whether what stands behind "will be" at ``p`` tells a choice: "will be | **meeting** with them"."""
    verb = DECISION_VERBS.get(s.word(p)) if s.what(p) & VERB_ING else None
    return verb is not None and verb.lemma not in STATE


def _intends(s: Sentence, start: int, modal: int, p: int, negated: bool, weight: float) -> Telling | None:
    """A choice to do, or not to do, what the verb at or soon after ``p`` says; its group opens at ``start``."""
    p, denied = _verb_from(s, p)
    negated |= denied
    if negated and s.word(p) == "be" and s.what(p + 1) & VERB_ING and s.word(p + 1) not in _NO_DEED:
        # "will not be | doing any more tests"
        return _tell_of_subject(s, start, p + 1, Told(Status.DECLINED), "would not", 0.8)
    does_so = s.word(p) == "do" and s.word(p + 1) in ("so", "it", "that")
    asked = s.told is not None and s.told.status is Status.PROPOSED  # "asked him to go, but he | would not"
    if negated and (does_so or (asked and not s.what(p) & WORD and s.word(p) != QUOTATION)):
        return _refuses(s, start, p, p + does_so)
    doing = not negated and s.word(p) == "be" and _is_deed_going_on(s, p + 1)
    p += doing
    opens = doing or _opens_deed(s, p)
    subject = _who_would(s, start, negated) if opens else None
    if subject is None or _asks_how(s, subject[0]):
        return None
    teller = teller_of(s, subject[0])
    plans = planner(s, p + 1)
    if plans is not None:  # "under **the mayor**’s plan, the hall would | close"
        course = (s.after_article(subject[0]), label_end(s, p + 1, p))
        return tell(s, Told(Status.PROPOSED), plans, course, action_from(s, start, p), "would", weight)
    # "**It** would not delay the sale": only a body turns down a course
    body = negated and subject[0] == s.first and s.lower[s.first] == "it"
    if not (teller or body or can_choose(s.t, (subject[0], subject[2]))):
        return None
    chosen = Status.DECLINED if turns_down(s, p) else Status.TAKEN
    told = Told(Status.DECLINED if negated else chosen if _has_chosen(s, modal, p) else Status.PROPOSED)
    weighs = s.word(p) == QUOTATION and s.what(p + 1) & VERB_ING  # "would “consider” | **selling** it"
    label, action = course_at(s, p + bool(weighs)), action_from(s, start, p)
    left_open = shut_out(s, p) if negated else None
    if left_open is not None:
        told, label = Told(Status.PROPOSED), left_open
    if s.asks(subject[0]):
        yes, who = _reply_to(s, label[1]) if label else (None, None)
        if yes is not None:
            told = Told(Status.PROPOSED if yes else Status.DECLINED)
            who = who if s.tag[subject[0]] & SUBJECT else subject
            return tell(s, told, antecedent(s, who), label, action, "asked whether", 1.2)
        if stands_alone(s.lower[p]):
            return None  # "asked whether she would **quit**, she laughed"
    if s.word(subject[0] - 1) in ("why", "where"):
        weight = 0.4  # "where the board would build it"
    elif negated:  # who says "we would not" has chosen
        weight = 1.3 if s.lower[subject[0]] in ("i", "we") else 1.0
    rule = "would not" if negated else "would"
    s.subject = teller or antecedent(s, subject)
    return tell(s, told, s.subject, label, action, rule, weight)


def _refuses(s: Sentence, start: int, p: int, last: int) -> Telling | None:
    """An answer without a verb of its own: "asked him to go, but he **would not**", "would not **do so**"."""
    own, action = s.subject_before(start), action_from(s, start, p)
    return own and tell(s, Told(Status.DECLINED), antecedent(s, own), (last - 1, last), action, "answered")


def _who_would(s: Sentence, start: int, negated: bool) -> Subject | None:
    """Whose a verb's group is that opens at ``start``: "**Marr** is ready to talk, but | would not close it"."""
    subject = s.subject_before(start)
    if negated and subject is None and s.what(start - 1) & COORDINATOR:
        shared = chooser_of(s, start, finite=True)
        return shared and (shared[0], shared[1], shared[1])
    return subject


def _asks_how(s: Sentence, start: int) -> bool:
    """Whether a clause but asks how or what: "unsure **how** | the board would pay for it", "what price | she’ll ask".

    Who **explains** how it will has told of it.
    """
    at = s.before_article(start - 1)
    if s.word(at) not in ("how", "what"):
        at -= 1  # "**what** price | she’ll demand"
        if s.word(at) not in ("what", "which"):
            return False
    return not s.has(_EXPLAINING, at - NEAR, at)


def _tell_of_subject(s: Sentence, start: int, p: int, told: Told, rule: str, weight: float) -> Telling | None:
    """The course that the verb at ``p`` opens, chosen by the subject of the verb group that opens at ``start``."""
    subject = s.subject_before(start)
    if subject is None or not can_choose(s.t, (subject[0], subject[2])):
        return None
    return tell(s, told, antecedent(s, subject), course_at(s, p), action_from(s, start, p), rule, weight)


def _chooses_nothing(s: Sentence, p: int) -> bool:
    """Whether the verb at ``p`` chooses nothing: "will take time", beside "will take over the line"."""
    if s.word(p + 1) == "up" and s.lower[p] in ("end", "wind", "pick"):
        return True  # "will **end up** paying more"
    if s.word(p + 1) == "on" and s.lower[p] in ENDURING:  # "will **fight on**", not "stay on | the board"
        return s.what(p + 2) & (WORD | PREPOSITION) == WORD
    if s.lower[p] in _STRIVING and s.what(p + 1) & PREPOSITION:
        return True
    if s.lower[p] in STAYING:
        within = s.word(p + 1) in ("in", "within") and s.has(_CONTESTS, p + 2, p + 4)
        return not (within or s.word(p + 1) in AS_IT_IS)
    if s.lower[p] == "make" and s.word(p + 2) in ("bid", "offer"):  # "will not make | another bid"
        return False
    if s.lower[p] == "let":  # "will **let** voters decide", not "let you know"
        whom = phrase_at(s, p + 1)
        return whom is None or not any(
            _is_course(s, i) for i in range(p + 2, whom[1] + 1) if s.what(i) & VERB_BASE
        )
    return s.lower[p] in STATE and not (
        s.lower[p] in ("take", "give", "call") and s.word(p + 1) in _COMPLETING
    )


def _has_chosen(s: Sentence, modal: int, p: int) -> bool:
    """Whether who "will" do what the verb at ``p`` says has announced it, and does more by it than to propose."""
    proposes = any(told.status is Status.PROPOSED for told in frames_of(s.lower[p]).values())
    return not proposes and is_announced(s, modal)


def whether_to(s: Sentence, k: int) -> Telling | None:
    """ "The board debated whether to sell the pier." """
    p = s.after_adverbs(k + 2)
    if not _is_course(s, p):
        return None
    told, action = Told(Status.PROPOSED), action_from(s, k, p)
    k = time_before(s.t, s.first, k)  # "will decide **in May** | whether to"
    noun = k - 1 - bool(s.what(k - 1) & PREPOSITION)  # "will make a **decision** on | whether to"
    actor = haver_of(s, k) if s.word(noun) not in DECISION_NOUNS else haver_of(s, noun)
    if actor is None and s.word(k - 2) == "to":  # "has yet **to decide** | whether to"
        actor = chooser_of(s, k - 2, finite=False)
    return tell(s, told, actor, course_at(s, p), action, "whether to", 0.9)


def leans(s: Sentence, k: int) -> Telling | None:
    """ "The council is prepared to widen the road.", "She was reluctant to act.", "He is in favor of closing it." """
    leaning = LEANINGS[s.lower[k]]
    if s.word(k + 1) not in leaning.led_by or s.word(k - 1) == "too":
        return None
    p = s.after_adverbs(k + 2)
    deed = s.what(p) & VERB_ING and s.lower[p] not in _NO_DEED if leaning.gerund else _is_course(s, p)
    k -= s.word(k - 1) == "in" or s.word(k - 1) in LINKING  # "**seems** intent on"
    group = s.group_of(k)
    if not deed or (group.start == k and s.lower[k] not in LINKING):
        return None
    told = Told(Status.DECLINED if leaning.against != group.negated else Status.PROPOSED)
    rule, weight = ("inclined", 1.1) if leaning.gerund else ("disposed", 0.9)
    return _tell_of_subject(s, group.start, p, told, rule, weight)


def should_be_done(s: Sentence, k: int) -> Telling | None:
    """ "The toll **should be abolished**, Marr said.": asked for by whose words these are."""
    p = s.after_adverbs(_after_ought(s, k) or k + 1)
    v = s.after_adverbs(p + 1)
    if s.word(p) != "be" or not s.what(v) & VERB_PARTICIPLE or s.lower[v] in _SEEN:
        return None  # "the decision must be **taken** by them"
    phrase = None if s.word(k - 1) in RELATIVE_SUBJECTS else subject_meant(s, k)  # "a seat **that** must be"
    if phrase is None or s.tag[phrase[0]] & SUBJECT:
        return None
    if s.what(phrase[0] - 1) & WH or s.word(phrase[0] - 1) == "which":
        return None  # "**which ovens** should be used"
    start = s.after_article(phrase[0])
    told = Told(Status.DECLINED if "not" in s.lower[k:v] else Status.PROPOSED)
    doer = doer_in(s, v + 1, v + 1 + NEAR)  # "must be signed **by the mayor**"
    actor = doer if doer and can_choose(s.t, doer) else None
    onward = s.word(v + 1) in ("to", "from", "into", "on")  # "should be put | **to a vote**"
    end = label_end(s, v + 1, start) if onward else v + 1
    return tell(s, told, actor, (start, end), action_from(s, phrase[0], v), "should be done", 1.1)


def judged(s: Sentence, k: int) -> Telling | None:
    """ "Marr praised the governor for cutting taxes.", "the governor was praised by Marr for cutting them"."""
    if not s.what(k + 1) & WORD or (s.what(k + 1) & PREPOSITION and s.lower[k + 1] != "by"):
        return None
    for i in range(k + 2, min(k + 9, s.last)):
        if s.lower[i] == JUDGED_BY[s.lower[k]]:
            negated = s.word(i + 1) == "not"
            q = i + 1 + negated
            if s.word(q) in _NOT_JUDGED or not s.what(q) & VERB_ING:
                return None  # "for **calling** it a gem"
            if negated and s.find({"more", "enough"}, q + 1, q + 5):
                return None  # "for not doing **more**"
            undone = s.lower[q] == "failing"  # "for failing to | call her"
            if s.word(q + 1) == "to" and s.lower[q] in DECISION_VERBS and not undone:
                return None  # "for refusing to resign", told by "refuse"
            told = Told(Status.DECLINED if negated or undone else Status.TAKEN)
            q += 2 * undone
            whom = passive_subject(s, k) if s.lower[k + 1] == "by" else (k + 1, i)
            return tell(s, told, whom, course_at(s, q), action_from(s, k, k), "judged", 0.6)
        if s.breaks(i) and s.lower[i] not in POSSESSIVE_MARKS:
            return None
    return None


def _is_course(s: Sentence, p: int) -> bool:
    """Whether a verb at ``p`` opens a course of action."""
    return bool(s.what(p) & WORD) and s.lower[p] not in STATE and opens_course(s, p)


def _reply_to(s: Sentence, p: int) -> tuple[bool | None, Subject | None]:
    """Whether a question that ends at ``p`` is answered by yes or no, and by whom: "…, **he said it would not**"."""
    v = s.find(_REPLYING, p + 1, p + REACH)
    q = v + 1
    while s.word(q) in ("that", ",", ":") or (s.what(q) & SUBJECT and s.what(q + 1) & AUXILIARY):
        q += 1
    end = q + 1 + (s.word(q + 1) == "not")
    if not v or s.what(end) & WORD:
        return None, None
    if s.what(q) & AUXILIARY:
        return end == q + 1 and not s.what(q) & NEGATION, s.subject_of_verb(v)
    said = first_quoted(s, q) if s.word(q) == QUOTATION else s.word(q)
    return (said == "yes" if said in ("yes", "no") else None), s.subject_of_verb(v)


def _quotes_deed(s: Sentence, i: int) -> bool:
    """Whether the quotation at ``i``, behind "would", opens with the verb of a choice: "would “**veto** it”"."""
    if " " not in s.t.words(i, i + 1):
        return False  # "would “close” it", as others call it
    return any(not told.minor for told in frames_of(first_quoted(s, i)).values())


def first_quoted(s: Sentence, i: int) -> str:
    """The first word of the quotation at ``i``, plain; behind an adverb that opens it: "“strongly **consider**”"."""
    words = plain(s.t.text[s.t.start[i] : min(s.t.end[i], s.t.start[i] + QUOTED_FIRST)]).split()
    if len(words) > 1 and words[0].endswith("ly"):
        return words[1]
    return words[0] if words else ""


_IS: Final = frozenset({"is", "are"})
"""What leads to what is to be done: "the city **is** to close it"."""
BEFORE_TO: Final = _IS | {"going", "whether"}
"""Words of these rules that tell nothing but before "to"."""
OTHER_READERS: Final[tuple[tuple[frozenset[str], Callable[[Sentence, int], Telling | None]], ...]] = (
    (DUTY, should_be_done),
    (WOULD | DUTY | _CANNOT, would),
    (ARRANGED, arranged),
    (_IS | {"going"}, going_to),
    (frozenset(JUDGED_BY), judged),
    (frozenset({"whether"}), whether_to),
    (frozenset({"to"}), is_to),
)
"""Words that tell a choice and are neither decision verbs nor decision nouns, and how each is read."""
