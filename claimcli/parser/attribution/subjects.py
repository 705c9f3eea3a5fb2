"""Whose a verb is that is a cue: its subject, where that stands beside it, and who acts where it does not."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    COORDINATOR,
    CUE,
    DOCUMENT,
    FINITE,
    LINK,
    NOUN,
    NOUN_VERB,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    PEOPLE,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SOMEBODY,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    VERB,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    WORD,
    forms_of,
)
from claimcli.parser.attribution.after_comma import opens_own_clause, series_end
from claimcli.parser.attribution.finite_subjects import (
    IMPERSONAL,
    first_subject,
    main_clause,
    may_speak,
    nearest_subject,
)
from claimcli.parser.attribution.sentence import ASKING, OPENS_CLAUSE, Sentence
from claimcli.parser.grammar import POSSESSIVE_MARKS, Group, Subject, is_finite, is_trait
from claimcli.parser.text import CLOSED_BY, DASHES, INSERTING

_LEADS_IN: Final = LINK | VERB
_NO_SPEAKER: Final = _LEADS_IN | ADVERB
_CAUSES: Final = forms_of(
    "lead allow cause force require push press compel enable prompt permit get expect help invite leave inspire "
    "encourage persuade tempt oblige obligate want send spur move convince goad motivate provoke incite empower "
    "embolden entitle authorize authorise pay hire recruit train teach dare condition"
)
"""Verbs whose object does what the infinitive behind it says: "led **critics** to say"."""
_RESTS: Final = forms_of("rely depend count call prevail lean") | {"pressure", "onus", "burden"}
"""What rests on somebody who is to do something: "the **pressure** on Marr to say", "**relied** on Marr to say"."""
_ISSUES: Final = forms_of(
    "issue release publish post send write put air run deliver give make file launch sign tweet buy place "
    "revise plant fund sponsor pen draft circulate bankroll finance unveil file fire shoot lead stage spend waste "
    "hold carry wave start"
)
"""Verbs whose object says what their subject says: "issued a statement calling …", "ran ads attacking …".

Or who spends a time on it: "spent the day defending …".
"""
_GOES: Final = forms_of("enter leave exit finish end begin open close quit")
"""Verbs with whose object somebody says what a participle behind it does: "**left** the hall saying …"."""
ASKED: Final = frozenset(
    "asked pressed questioned challenged told urged quizzed prodded grilled reminded".split()
)
_ASKS: Final = ASKING | {"that"}
"""What opens a clause that a comma or "but" closes: "asked **whether** Marr could come, *but said* …"."""


def subject_of(s: Sentence, group: Group, k: int) -> Subject | None:
    """Whose the verb at ``k`` is: "**the mayor** has *said*", "**Marr** left, *saying* …", "*asked* by **Marr**"."""
    what = s.tag[k]
    if what & VERB_PARTICIPLE and not group.auxiliary and _is_asked(s, group.start, k):
        return s.phrase_at(k + 2) if s.word(k + 1) == "by" else None  # "asked by **Marr** whether …"
    participle = is_participle(s, k, group)
    if group.infinitive or participle:
        return _subject_of_phrase(s, group, participle)
    return _subject_of_finite(s, group.start, k)


def is_participle(s: Sentence, k: int, group: Group) -> bool:
    """Whether a verb stands without a subject of its own: "**saying** that …", "**having said** that …"."""
    return bool(s.tag[k] & VERB_ING and not group.finite) or s.lower[group.start] == "having"


def _subject_of_phrase(s: Sentence, group: Group, participle: bool) -> Subject | None:
    """Whose a participle or an infinitive is: "**critics** *saying* …", "**Marr** refused *to say* …"."""
    g = group.start
    if g > s.first:
        if _opens_with_participle(s, g) or s.lower[g - 1] == "worth":
            return None  # whoever does both comes later; nobody in "it is worth noting that"
        before = s.tag[g - 1]
        if participle and s.subject and before & SUBORDINATOR and s.taken == g - 1 - (s.lower[g - 2] == ","):
            return s.subject  # "**She** said it was safe *before* adding that …"
        if s.comma_at(g - 1):
            return _subject_of_aside(s, g - 1)
        noun = before & DOCUMENT and s.what(g - 2) & OPENS_NOUN  # "A petition *asking* him to go"
        if participle and (noun or not before & _LEADS_IN) and s.lower[g - 1] not in IMPERSONAL:
            doer = _issuer(s, g) or s.subject_before(g, s.taken)
            if doer and s.word(doer[0] - 1) == "$":  # "gave $3 million to **a group** backing it"
                whom = s.t.tagged(PREPOSITION, doer[0], doer[1], g)
                doer = (whom + 1, doer[1], doer[1]) if whom < g else None
            if doer:
                return _who_is_where(s, doer, g) or doer
        if participle and s.lower[g - 1] == "for" and s.what(g - 2) & (SOMEBODY | OBJECT):
            pronoun = s.tag[g - 2] & OBJECT
            blamed = (g - 2, g - 1) if pronoun else s.phrase_before(g - 1, s.taken)
            return (blamed[0], blamed[1], blamed[1]) if blamed else None  # "blamed **her** for backing it"
        if participle and before & COORDINATOR and (first := _joined_participle(s, g)):
            return _subject_of_phrase(s, first, participle)
        joined = s.found[-1].subject() if before & COORDINATOR and s.taken == g - 1 and s.found else None
        if joined:
            return joined
    return _subject_of_infinitive(s, g) if group.infinitive else nearest_subject(s, g)


def _who_is_where(s: Sentence, phrase: Subject, g: int) -> Subject | None:
    """Who does what the participle at ``g`` says in a place told before: "**Marr** sat in the hall *praising* …".

    So does who has trouble, and who hopes or fears, whatever thing stands before it: "took his life *hoping* …".
    """
    a, _, e = phrase
    head = s.head_of(a, e)
    named = s.tag[head] & CAPITAL
    place = s.lower[a - 1] in _AT if named else s.tag[g] & SPEECH and s.lower[a - 1] in _PLACES
    place = place or (named and s.lower[a - 1] in _TOWARDS and is_finite(s.tag[a - 2]))
    if may_speak(s, phrase) and not (named and place):
        return None
    if not place and s.lower[head] not in HARD and s.lower[g] not in _MINDS:
        return None
    who = nearest_subject(s, a)
    return who if who and may_speak(s, who) else None


_SAYS: Final = SPEECH | NOUN | NOUN_VERB | VERB_BASE
_AT: Final = frozenset({"in", "on", "at"})
_TOWARDS: Final = frozenset({"to", "for", "from", "into"})
_PLACES: Final = _AT | frozenset(
    "to around across into onto near outside inside through behind aboard".split()
)
HARD: Final = frozenset("trouble difficulty difficulties problem problems fun luck success".split())
"""What somebody has doing something: "has **trouble** accepting it"."""
_MINDS: Final = frozenset("hoping fearing believing thinking wanting knowing wondering wishing".split())
"""What only somebody does."""


def _opens_with_participle(s: Sentence, g: int) -> bool:
    """Whether the sentence opens with a participle’s phrase that goes on to ``g``: "**Using a lamp** *to show* …"."""
    t, first = s.t, s.first
    what = t.tag[first]
    if not what & VERB_ING:
        return False
    opens_object = t.tag[first + 1] & (OPENS_NOUN | OBJECT | PREPOSITION | VERB_ING)
    if not opens_object and t.tag[g - 1] & NOUN:
        return False  # "Leading bakers"
    return not s.has_verb(first, g)


def _joined_participle(s: Sentence, g: int) -> Group | None:
    """The participle that "and" joins with the one at ``g``: "featuring bakers **telling** of it and *praising* …"."""
    i = s.t.stop_back(VERB_ING, g - 2, max(s.taken, g - 12))
    group = s.group_of(i, s.taken) if s.what(i) & VERB_ING else None
    return None if group is None or group.finite else group


def _subject_of_finite(s: Sentence, g: int, k: int) -> Subject | None:
    """Whose the finite verb at ``k`` is, whose group starts at ``g``: "**the mayor** *said*", "… and *said*"."""
    before = s.word(g - 1)
    joint = g - 1 if before and s.tag[g - 1] & COORDINATOR else _joint_before_adjunct(s, g)
    if joint:
        goes_on = s.taken == joint or (s.taken == joint - 1 and s.lower[s.taken] in INSERTING)
        if s.subject and goes_on and not _aside_before(s, joint):
            # the content before has just ended here: the verbs share their subject
            return s.subject
        return _subject_shared(s, joint, k) or (opening_speaker(s, k) if s.tag[k] & _SAYS == SPEECH else None)
    subject = beside(s, g, s.first if before == "," else s.taken)
    if subject is not None:
        return subject
    if before in (",", ")"):
        # "**Bank** holds rates, *hints* at cut"
        shares = s.ends_bare() or series_end(s, k)
        if s.subject and s.taken == g - 1 and not s.tag[s.subject[0]] & RELATIVE:
            return s.subject  # "**Marr** slams Reed, *praises* Sund"
        who = opening_speaker(s, k)  # behind long appositions
        opens = who is not None and s.word(who[1]) in (",", "(")
        return who if opens else first_subject(s, s.first, g - 1) if shares else None
    if s.subject is None and s.taken == g and s.tag[k] & FINITE:
        return s.subject_before(g)  # "**Critics of the plan** say", where "the plan" is a content
    return s.subject if s.taken > s.first else None


def beside(s: Sentence, g: int, low: int) -> Subject | None:
    """The subject right before the verb group at ``g``, from ``low`` on, or with an aside: "Marr, who …, | said"."""
    subject = s.subject_before(g, low)
    if subject or not (s.comma_at(g - 1) or s.lower[g - 1] in DASHES):
        return subject
    return s.subject_before(g) if s.subject is None or _is_told_of(s) else None


def _joint_before_adjunct(s: Sentence, g: int) -> int:
    """The "and" that leads to the verb group at ``g`` by way of a phrase: "left *and* in a letter | said"; else 0."""
    tag = s.tag
    if tag[g - 1] & (PLURAL | CAPITAL | PEOPLE | ROLE | NUMBER | SUBJECT):
        return 0
    i = s.t.stop_back(COORDINATOR, g - 3, max(s.first, g - 8))
    if not s.what(i) & COORDINATOR or s.lower[i + 1] not in ("in", "at", "on", "during"):
        return 0
    apart = any(tag[j] & OPENS_NOUN and not tag[j - 1] & (PREPOSITION | OPENS_NOUN) for j in range(i + 3, g))
    if apart or s.phrase_before(g, i + 2) != (i + 2, g) or not s.has_verb(s.first, i):
        return 0  # "and in the stands **a fan** cried"
    return i


def _subject_shared(s: Sentence, joint: int, k: int) -> Subject | None:
    """Whose the verb at ``k`` is behind an "and": "**Marr** smiled when he left, and *said* …"."""
    aside = _aside_before(s, joint)
    if aside:
        for a in s.found:
            if a.content[-1][1] == aside and (held := a.subject()):
                return held
        nearest = nearest_subject(s, aside)
        told = nearest and s.tag[nearest[0]] & RELATIVE  # "a plan that cuts it — “No,” he said — and"
        return first_subject(s, main_clause(s, aside), aside) if told else nearest
    nearest = nearest_subject(s, joint - (s.lower[joint - 1] == ","))
    leads = nearest[0] - 1 if nearest and nearest[0] > s.first + 1 else s.first
    inner = s.tag[leads] & SUBORDINATOR
    inner |= s.lower[leads] in _ASKS and (s.lower[joint - 1] == "," or s.lower[joint] == "but")
    if not inner or not s.tag[k] & SPEECH:
        return nearest
    main = first_subject(s, main_clause(s, joint), joint)
    return main if main and may_speak(s, main) else nearest


def _aside_before(s: Sentence, joint: int) -> int:
    """Where an aside opens that ends before an "and": "Marr objects *— “It is late,” she said —* and"; else 0."""
    mark = s.lower[joint - 1 - (s.lower[joint - 1] == ",")]
    opening = "(" if mark == ")" else mark
    if opening != "(" and opening not in DASHES:
        return 0
    marks = [i for i in range(s.first, joint - 2) if s.lower[i] == opening]
    opens = bool(marks) and (opening == "(" or len(marks) % 2 == 1) and s.has_verb(s.first, marks[-1])
    return marks[-1] if opens else 0


def _is_asked(s: Sentence, g: int, k: int) -> bool:
    """Whether a participle tells what is done to somebody: "*asked* by Marr whether", "said when *asked* whether".

    So it does behind the first comma: "Marr, *asked* about it, laughed", not "Marr, a baker, *asked* about it".
    """
    if s.word(k + 1) == "by":
        return s.lower[k] in ASKED
    if s.word(g - 1) == "," and s.lower[k] in ASKED and not s.has_verb(s.first, g - 1):
        asks = s.word(k + 1) in _ASKS or s.what(k + 1) & PREPOSITION
        return bool(asks) and all(what & WORD for what in s.tag[s.first : g - 1])
    return s.word(g - 1) in ("when", "if", "once", "unless", "until")


def _issuer(s: Sentence, g: int) -> Subject | None:
    """Who issued what a participle at ``g`` tells more of: "**Marr** put out a statement calling …"."""
    t = s.t
    phrase = s.phrase_before(g, s.taken)
    if phrase is None:
        return None
    whole = (phrase[0], phrase[1], phrase[1])
    for i in range(phrase[0], max(s.first, phrase[0] - 3), -1):
        if t.tag[i] & VERB and (t.lower[i] in _ISSUES or (t.lower[i] in _GOES and not may_speak(s, whole))):
            group = s.group_of(i)
            if group.passive:
                return None
            own = t.tag[i] & FINITE and not group.infinitive
            return (s.subject_before(group.start) if own else None) or nearest_subject(s, i)
        if not t.tag[i] & WORD:
            break
    return None


def _subject_of_aside(s: Sentence, comma: int) -> Subject | None:
    """Who does what a participle after a comma says: "**Marr** left, saying …", "**Marr**, citing the fog, left"."""
    if not s.has_verb(s.first, comma) and not s.subject and not s.tag[s.first] & SUBJECT:
        end = s.find({"("}, s.first, comma) or comma  # "**Marr** (R-Arra), noting"
        phrase = s.phrase_before(end)
        return (phrase[0], end, end) if phrase else None
    closed = (
        bool(s.found) and s.taken == comma > s.found[-1].content[-1][1]
    )  # "It and the inn burnt, **Marr** said,"
    main = s.first if closed else _last_clause(s, comma) or main_clause(s, comma)
    shared = s.subject if main == s.first else None
    shown = s.found[-1] if s.found and s.found[-1].lemma in ("show", "reveal") else None
    if shown and shown.content[-1][1] == comma and s.tag[comma + 1] & SPEECH:
        start = shown.content[-1][0]  # "Records show that **Reed** sued the firm, alleging …"
        actor = first_subject(s, start, comma)
        if actor and actor[0] == start and may_speak(s, actor) and s.tag[actor[1]] & VERB_PAST:
            shared = actor
    subject = shared or first_subject(s, main, comma)
    if subject and not may_speak(s, subject) and not _is_body(s, subject):
        # "The quarrel began when **Marr** came, calling Reed a fool"
        nearest = nearest_subject(s, comma)
        return nearest if nearest and may_speak(s, nearest) else subject
    return subject


def _is_told_of(s: Sentence) -> bool:
    """Whether what was last said is but told of whom the sentence opens with: "Marr, *who calls it a gem*, left"."""
    who = s.subject[0] if s.subject else s.first
    return bool(s.tag[who] & RELATIVE) and s.lower[who - 1] in CLOSED_BY and not s.has_verb(s.first, who)


def _last_clause(s: Sentence, stop: int) -> int:
    """Where a second main clause begins before ``stop``: "Marr left, but | **Reed** stayed, saying"; 0 if none."""
    t, main = s.t, main_clause(s, stop)
    for i in range(stop - 1, main, -1):
        if t.tag[i] & COORDINATOR and opens_own_clause(s, i + 1):
            reported = any(first <= i < last for a in s.found for first, last in a.content)
            within = t.lower[i - 1] != "," and t.holds(OPENS_CLAUSE, main, i)
            return 0 if reported or within or not s.has_verb(s.first, i) else i + 1
    return 0


def _is_body(s: Sentence, subject: Subject) -> bool:
    """Whether "it" is a body by what its verb tells it says: "**it** declined, citing …", not "it was …, citing"."""
    tag, i = s.tag, subject[1]
    if s.lower[subject[0]] != "it":
        return False
    while s.what(i) & (AUXILIARY | ADVERB) and not tag[i] & BE:
        i += 1
    return i < s.last and bool(tag[i] & CUE)


def opening_speaker(s: Sentence, k: int) -> Subject | None:
    """The phrase that opens the sentence of a participle: "**Marr** shut the door, rejecting the deal"."""
    what = s.tag[s.first]
    if s.lower[s.first] in IMPERSONAL or what & _NO_SPEAKER:
        return None
    subject = s.phrase_at(s.first, k)
    if subject is None or (len(s.t.raw[s.first]) == 1 and subject[1] == s.first + 1):
        return None  # "C.", where an abbreviation parts a sentence
    return subject if subject[1] < k and may_speak(s, subject) else None


def _subject_of_infinitive(s: Sentence, g: int) -> Subject | None:
    """Who is to do what the infinitive at ``g`` says; nobody in "it is hard to say".

    "**Farmers** tend to say": behind a verb that is no noun, its subject.
    """
    verb = s.tag[g - 1] & VERB_BASE and not s.tag[g - 1] & (NOUN | NOUN_VERB | CAPITAL)
    end = s.group_of(g - 1, s.taken).start if verb and g - 1 > s.taken else g
    subject = _controller(s, g) or nearest_subject(s, g) or s.subject_before(end, s.taken)
    if subject is None or is_trait(s.t, subject[0], subject[2]) or s.lower[subject[0]] == "it":
        return None
    return _whose_aim(s, subject)


def _whose_aim(s: Sentence, subject: Subject) -> Subject | None:
    """Whose an aim is, where that is the subject: "**Marr**’s goal was *to say* …"; nobody’s is "The aim was …"."""
    a, _, e = subject
    head = s.t.tagged(PREPOSITION, a + 1, e, e) - 1
    if s.lower[head] not in _AIMS:
        return subject
    mark = s.find_back(POSSESSIVE_MARKS, head - 1, a)
    if mark or s.tag[a] & POSSESSIVE:
        return a, mark or a + 1, mark or a + 1
    return None


_AIMS: Final = frozenset(
    "ability aim aims attempt attempts chance choice desire duty effort efforts failure goal goals job option options "
    "opportunity path plan power priority purpose reason reasons right role strategy task way ways willingness".split()
)
"""Nouns for what somebody is to do."""


def _controller(s: Sentence, g: int) -> Subject | None:
    """Whom another verb makes do what the infinitive at ``g`` says: "for **Marr** to say", "led **critics** to say"."""
    t, tag = s.t, s.tag
    while g - 2 > s.taken and tag[g - 1] & VERB_BASE and t.lower[g - 2] == "to":
        g -= 2  # "led critics **to begin** to say"
    for i in range(g - 2, max(s.taken, g - 8) - 1, -1):
        what = tag[i]
        rests = t.lower[i] == "on" and not _RESTS.isdisjoint(t.lower[i - 1 - bool(tag[i - 1] & ADVERB) : i])
        if t.lower[i] == "for" or t.lower[i] in _CAUSES or rests:
            phrase = s.phrase_before(g, i + 1)
            if phrase is None or phrase[0] != i + 1:
                return None
            end = t.find({"to", "into"}, i + 2, g, g)
            return phrase[0], end, end  # "sent **bakers** to Arra to learn"
        if not what & WORD or what & (AUXILIARY | SUBJECT):
            return None
    return None
