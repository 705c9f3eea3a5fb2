"""What a verb introduces and nobody claims: what was not said, or is no speech, or tells but who goes unnamed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from claimcli.lexicon import (
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    CUE_NOUN,
    CUE_VERBS,
    DETERMINER,
    DOCUMENT,
    FINITE,
    HAVE,
    NAMED,
    NEGATION,
    NOUN_VERB,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    PEOPLE,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SOMEBODY,
    SOURCE,
    SPEECH,
    STANCE,
    SUBJECT,
    SUBORDINATOR,
    TENSED,
    TIME,
    VERB,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    WH,
    WORD,
    forms_of,
)
from claimcli.lexicon.no_speech import NO_SPEECH
from claimcli.parser.attribution.finite_subjects import may_speak
from claimcli.parser.attribution.frames import Content
from claimcli.parser.attribution.predicate import before_predicate
from claimcli.parser.attribution.sentence import (
    COURTS,
    DECIDES,
    KEPT,
    MADE_KNOWN,
    NOBODY,
    OPENS_CLAUSE,
    Sentence,
)
from claimcli.parser.attribution.subjects import is_participle
from claimcli.parser.grammar import RELATIVE_SUBJECTS, SELVES, Group, Subject, is_finite
from claimcli.rules import HOLDS_CLAUSE, IF_DENIED, traits_of


class Draft:
    """What the verb at ``k`` is read to introduce, before it is asked whether anybody claims it."""

    __slots__ = ("found", "group", "k", "lemma", "s", "subject")

    def __init__(
        self, s: Sentence, k: int, lemma: str, group: Group, subject: Subject | None, found: Content
    ) -> None:
        self.s, self.k, self.lemma = s, k, lemma
        self.group, self.subject, self.found = group, subject, found


Veto = Callable[[Draft], bool]


def _sees_deed(d: Draft) -> bool:
    """Whether what is seen does something, rather than that it is so: "has **seen** its sales fall", "sees it will"."""
    sees = d.lemma == "see" and d.found.rule == "clause"
    return sees and not d.s.what(d.s.phrase_end(d.found.start)) & AUXILIARY


def vetoed(d: Draft) -> bool:
    """Whether nobody claims what a verb introduces, by one of ``VETOES``.

    No cue within what was not said is read for itself: "did **not** say whether they *agreed*".
    """
    is_object = d.found.rule == "object" or _sees_deed(d)
    for holds in (*VETOES_OF_OBJECTS, *_OF_VERBS.get(d.lemma, ())) if is_object else VETOES:
        if holds(d):
            if holds == _is_not_said and (is_object or traits_of(d.found.rule) & HOLDS_CLAUSE):
                d.s.taken = d.found.end
            return True
    return False


def _is_not_said(d: Draft) -> bool:
    """ "She did **not** say that …", "**failed** to say", "**No one** disputes it"; not "Neither would say who"."""
    s, subject = d.s, d.subject
    if subject is not None and d.group.infinitive and s.lower[subject[0]] in ("little", "nothing"):
        return True  # "There is little to suggest that …"
    if subject is not None and _denies_verb(s, subject):
        if s.lower[subject[0]] != "neither":
            return True
    elif not d.group.negated and not _is_left_undone(d):
        return False
    asked = s.what(d.found.start) & WH
    # "did not deny it", "did not identify the man", not "did not identify **who** left"
    told = _is_refusal(d) if asked else traits_of(d.found.rule) & IF_DENIED
    return not told and not CUE_VERBS[s.lower[d.k]].bits & STANCE


def _is_refusal(d: Draft) -> bool:
    """ "She **would not** say whether", "the note **does not** explain why"; "did not say whether" is but no speech."""
    past = any(d.s.tag[i] & HAVE or d.s.lower[i].startswith("did") for i in range(d.group.start, d.k))
    return d.group.negated and d.lemma in _LEFT_OPEN and not past


_LEFT_OPEN: Final = KEPT | {"tell", "reveal", "explain", "discuss", "confirm"}


def _denies_verb(s: Sentence, subject: Subject) -> bool:
    """Whether a subject denies its verb: "**Neither Marr nor Reed** would say who left"."""
    behind = s.word(subject[0] + 1)
    return s.lower[subject[0]] in NOBODY and behind not in _NO_DENIAL and not behind.isdigit()  # "No 10 said"


_NO_DENIAL: Final = frozenset(("wonder", "doubt", "longer", "less", "fewer", "matter", "."))
"""What makes no denial of "no": "**No wonder** Marr said …", "**No.** 2 leader Marr said"."""


def _only_tells_more(d: Draft) -> bool:
    """ "The patients *admitted* to the ward **are** young": a participle, where the sentence's verb is yet to come."""
    s, subject, found = d.s, d.subject, d.found
    both = VERB_PAST | VERB_PARTICIPLE
    if subject is None or s.tag[d.k] & both != both or d.group.auxiliary:
        return False
    if found.rule not in _NO_CLAUSE or s.tag[subject[1] - 1] & (CAPITAL | SUBJECT | RELATIVE):
        return False
    spine = s.spine()
    if spine is not None and spine[1] <= d.k < spine[2]:
        return not s.t.holds(OPENS_CLAUSE, spine[1], d.k)
    one = d.lemma == "focus" and s.lower[subject[0]] in ("a", "an")
    behind_verb = s.has_verb(s.first, subject[0])
    if one and (
        s.what(subject[0] - 1) & (PREPOSITION | VERB) or (behind_verb and s.comma_at(subject[0] - 1))
    ):
        return True  # "She runs **a magazine** *focused* on bakers"
    if behind_verb:
        return False
    end = before_predicate(s, found.start, found.end, False, sure=not one)
    if end >= found.end or (s.tag[end - 1] & (CAPITAL | TIME)) == CAPITAL:
        return False
    if any(not what & WORD or what & _OWN_CLAUSE for what in s.tag[found.start : end]):
        return False
    inner = range(found.start + 1, end)
    return not any(s.tag[i] & OPENS_NOUN and not s.tag[i - 1] & PREPOSITION for i in inner)


_OWN_CLAUSE: Final = SUBJECT | RELATIVE | WH | VERB_ING | VERB_PAST
_NO_CLAUSE: Final = frozenset(("object", "particle", "infinitive"))


def _is_left_undone(d: Draft) -> bool:
    """Whether what the verb says was not done: "left **without** saying", "**failed** to say"."""
    s, g = d.s, d.group.start
    return s.is_undone(g) and (d.group.infinitive or is_participle(s, d.k, d.group))


def _lacks_speaker(d: Draft) -> bool:
    """ "The *claims* …", "**What** worries her is", "**Anyone who** fears it may leave".

    Nor does who reads it: "if **you** want to go".
    """
    s, subject = d.s, d.subject
    if subject is None:
        return _needs_subject(s, d.k, d.group)
    word = s.lower[subject[0]]
    alone = subject[1] == subject[0] + 1 and word in ("what", "whatever", "neither", "you")
    alone |= d.group.infinitive and word == "anyone"  # "before **anyone** had time *to ask*"
    return alone or (word == "who" and s.word(subject[0] - 1) in ("anyone", "anybody"))


def _needs_subject(s: Sentence, k: int, group: Group) -> bool:
    """Whether a verb without a subject is no cue: not a participle ("Asked whether …"), nor with an auxiliary."""
    what, before = s.tag[k], s.what(k - 1)
    if s.lower[group.start] == "having":
        return False
    if what & NOUN_VERB and k > s.first and not (group.auxiliary or group.infinitive):
        return not before & COORDINATOR
    return bool(what & VERB_PARTICIPLE) and k > s.first and not before & SUBORDINATOR


def _is_supposed(d: Draft) -> bool:
    """ "She will move **if** the city *refuses* to pay", "It is **not true that** it *vetoed* it": nobody has."""
    if d.subject is None:
        return False
    s, at = d.s, d.subject[0] - 1
    if s.word(at) == "had" and not s.what(at - 1) & WORD:
        return True  # "**Had** the council approved it, work would have begun"
    if d.lemma not in DECIDES:
        return False
    true = s.word(at - 1) == "true" and s.what(at - 2) & NEGATION
    untrue = s.word(at) == "that" and (true or s.word(at - 1) in ("untrue", "false"))
    return bool(untrue) or s.word(at) in ("if", "unless", "whether")


def _is_barred(d: Draft) -> bool:
    """ "He was **not authorized** to discuss it", "Men were **less likely** than women to say so"."""
    s, g = d.s, d.group.start
    if not d.group.infinitive or g - 2 < s.first:
        return False
    before = s.lower[g - 1]
    if before in _MAY or (before in _FREE and s.tag[g - 2] & NEGATION):
        return True
    if (d.subject is None and before in _HARD) or (before == "not" and d.lemma == "mention"):
        return True  # "It is **hard** *to see* how", "**not** *to mention* a cook"
    if s.lower[g - 1] in _LEAVE and s.lower[g - 2] in ("no", "without"):
        return True  # "She had **no authority** to discuss it"
    let = s.find_back(_LETTING, g - 2, g - 6) if d.lemma in DECIDES or d.lemma == "order" else 0
    if let and s.group_of(let).modal:
        return True  # "a law that would **let the mayor** *order* it", "would **allow her** to ban it"
    likely = g - 1 if before == "likely" else s.find_back({"than"}, g - 2, g - 6) - 1
    return before == "unlikely" or (s.word(likely) == "likely" and s.lower[likely - 1] in ("less", "least"))


_LETTING: Final = forms_of("allow let enable permit empower authorize authorise")
_LEAVE: Final = frozenset(("authority", "authorization", "authorisation", "permission", "clearance"))
_FREE: Final = frozenset(("authorized", "authorised", "cleared", "able"))
_MAY: Final = frozenset("allowed permitted supposed obliged required having pressure chance enough".split())
"""What leads to what somebody may or must yet say: "is **obliged** to report it", "is under **pressure** to do so"."""
_HARD: Final = frozenset("hard harder difficult easy easier impossible".split())


def _is_yet_to_come(d: Draft) -> bool:
    """ "met **to protest** it", "**may learn** who left", "put off **sharing** them"; not "seems to share it"."""
    s, g = d.s, d.group
    clause = traits_of(d.found.rule) & HOLDS_CLAUSE
    done = clause or d.found.rule == "object"
    if not done or g.negated or d.lemma not in NO_SPEECH["LESSONS" if clause else "DEEDS"]:
        return False
    if d.lemma in ("see", "view") and _is_view(d):
        return False
    if s.word(g.start - 1) in _DONE or (g.infinitive and s.word(g.start - 1) in _HARD):
        return False
    participle = s.tag[d.k] & VERB_ING and not g.auxiliary
    led = participle and s.what(g.start - 1) & (PREPOSITION | SUBORDINATOR)
    return g.infinitive or g.modal or bool(led)


def _is_view(d: Draft) -> bool:
    """ "Will see it **as** a threat": what somebody thinks of it."""
    return "as" in d.s.lower[d.found.start : d.found.end]


_DONE: Final = forms_of("seem appear tend continue begin start") | {"on", "after", "by"}
"""What leads to what is done all the same: "**continued** to share it", "went **on** to share it", "**by** sharing"."""


def _is_of_unnamed(d: Draft) -> bool:
    """ "She spoke on condition of **anonymity** to discuss it", "asked **not to be named** because …"."""
    s, found = d.s, d.found
    if d.group.infinitive and s.word(d.group.start - 1) == "anonymity":
        return True
    if "anonymity" in s.lower[d.k + 1 : found.start + 1]:
        return True
    words = s.lower[found.start : found.start + 5] if found.rule in ("infinitive", "wh-clause") else []
    return "be" in words[:-1] and words[words.index("be") + 1] in MADE_KNOWN


def _is_nothing(d: Draft) -> bool:
    """ "He said **nothing** about it", "said **little**", "sees **it differently**"; but "said nothing changed"."""
    s, p = d.s, d.found.start
    if s.word(p) == "it" and s.word(p + 1) in ("differently", "otherwise") and d.found.end == p + 2:
        return True
    if s.word(p) not in ("nothing", "little"):
        return False
    behind = s.what(p + 1)
    return not behind & WORD or bool(behind & PREPOSITION)


def _is_of_thing(d: Draft) -> bool:
    """ "**The talks** focused on bread", "**The wall** blocks the road": a thing does so, which says nothing."""
    s, subject = d.s, d.subject
    lets = d.lemma == "allow" and d.found.rule == "clause"  # "The plan *allows* it to grow"
    phrase = lets or d.found.rule in ("object", "particle")
    if subject and d.found.rule == "infinitive" and d.lemma in ("threaten", "promise", "offer"):
        return s.lower[subject[2] - 1] in NO_SPEECH["EVENTS"]  # "**The drought** threatens to ruin it"
    if subject is None or not phrase or d.lemma not in NO_SPEECH["THINGS"]:
        return False
    if d.lemma == "see" and _is_view(d):
        return False
    who = s.phrase_before(subject[0]) if s.lower[subject[0]] in ("that", "which") else subject[::2]
    if who is None or may_speak(s, (*who, who[1])) or s.lower[s.head_of(*who)] in COURTS:
        return False
    return not s.t.holds(SOURCE, who[0], s.head_of(*who) + 1)  # "a **source** close to the talks"


def _is_no_speech(d: Draft) -> bool:
    """ "She posted **a loss** of $3 million", "called out **the Guard**", "The firm offers **two boats**"."""
    s, found, nouns = d.s, d.found, NO_SPEECH.get(d.lemma, ())
    if found.rule == "object" and is_given(s, d.lemma, found.start, found.end):
        return True
    return bool(nouns) and any(s.lower[head] in nouns for head in _heads(s, found.start, found.end))


def _heads(s: Sentence, start: int, end: int) -> tuple[int, int]:
    """The head nouns of an object, and of its first phrase."""
    return s.head_of(start, end), s.head_of(start, min(s.phrase_end(start), end))


def is_given(s: Sentence, lemma: str, start: int, end: int) -> bool:
    """Whether what is given out is nothing that is said: "offers **two boats**", but "shared **her view**"."""
    if lemma not in NO_SPEECH["GIVES"]:
        return False
    heads = _heads(s, start, end)
    said = any(s.tag[i] & (CUE_NOUN | DOCUMENT) or s.lower[i] in NO_SPEECH["SAID"] for i in heads)
    return not said and not s.t.has_quotation(start, end)


def _is_topic(d: Draft) -> bool:
    """ "**Commenting on** the leak, she said it was small", "a firm **focusing on** lamps": only what it is about."""
    topic = d.found.rule == "particle" and d.lemma in ("comment", "focus", "read", "speak")
    return bool(topic and d.s.tag[d.k] & VERB_ING and not d.group.auxiliary)


def _is_self(d: Draft) -> bool:
    """ "He defended **himself**"."""
    return d.found.end == d.found.start + 1 and d.s.lower[d.found.start] in SELVES


def _is_main_verb(d: Draft) -> bool:
    """ "The bill Marr supported **cut** two taxes", "The club he blamed **said** it was late"."""
    s, p = d.s, d.found.start
    return bool(is_finite(s.what(p)) and s.what(p + 1) & (OPENS_NOUN | NUMBER | SUBJECT))


def _is_sight(d: Draft) -> bool:
    """ "He **saw** a fox", "has **seen** it fall", "after **seeing** it"; but "saw it as a threat", "who saw it"."""
    s = d.s
    if _is_view(d):
        return False
    if s.tag[d.k] & (VERB_PAST | VERB_PARTICIPLE):
        return d.subject is not None and s.lower[d.subject[0]] != "who"
    return bool(s.tag[d.k] & VERB_ING and s.what(d.group.start - 1) & (PREPOSITION | SUBORDINATOR))


def _tells_only_whom(d: Draft) -> bool:
    """ "Reed, who is challenging **Marr**", "echoing **Marr**"; but "challenged Marr *to* a debate", "echoed it"."""
    s, found = d.s, d.found
    head = s.head_of(found.start, max(s.phrase_end(found.start, found.end), found.start + 1))
    if not _ABOUT_WHAT.isdisjoint(s.lower[head + 1 : found.end]):
        return False
    if head == found.start and s.tag[head] & OBJECT:
        return s.lower[head] not in ("it", "them", "this", "that", "these", "those")
    named = d.lemma == "echo" or s.tag[d.k] & VERB_ING  # beside "states challenged Obamacare"
    return bool(s.tag[head] & (SOMEBODY if named else PEOPLE | ROLE))


_ABOUT_WHAT: Final = frozenset("to on over about that".split())


def _is_trait(d: Draft) -> bool:
    """ "Marr Air, **which backs** the deal, lost": what it is."""
    return d.subject is not None and d.s.lower[d.subject[0]] == "which"


def _is_fined(d: Draft) -> bool:
    """ "Police cited 40 drivers **for speeding**", "cited her for **contempt**"."""
    s, found = d.s, d.found
    p = s.phrase_end(found.start, found.end)
    fined = p + 1 < found.end and s.lower[p] == "for" and s.tag[p + 1] & VERB_ING
    return bool(fined) or "contempt" in s.lower[found.start : p + 2]


def _is_source(d: Draft) -> bool:
    """ "The paper, citing **police**, *said* …": who has told what the subject goes on to report."""
    s, found = d.s, d.found
    if not s.tag[d.k] & VERB_ING:
        return False
    behind = s.t.what(found.end + 1)
    if d.k != s.first and not (behind & SPEECH and behind & FINITE):
        return False
    head = s.head_of(found.start, found.end)
    return s.t.holds(SOURCE, found.start, head + 1)


def _is_deprived(d: Draft) -> bool:
    """ "Denied **the town** *its water*", "denied **her** *a visa*": kept from somebody, not said to be untrue."""
    s, found = d.s, d.found
    end = s.phrase_end(found.start + 1, found.end)
    for i in range(found.start + 1, min(end + 1, found.end)):
        if s.tag[i] & OPENS_NOUN and not s.tag[i - 1] & _LEADS_NOUN:
            return not s.has_verb(i + 1, found.end)  # beside "denied the claim | **its** lawyers made"
    return False


_LEADS_NOUN: Final = PREPOSITION | COORDINATOR | DETERMINER | VERB_ING


def _is_called(d: Draft) -> bool:
    """ "She called **the police**", "calls **Marr**": on the telephone. "A group calling **itself Arra Watch**"."""
    p = d.found.start
    itself = d.s.lower[p] in SELVES and d.s.what(p + 1) & CAPITAL
    return bool(itself) or all(what & _CALLED for what in d.s.tag[p : d.found.end])


_CALLED: Final = SOMEBODY | OBJECT | NUMBER | DETERMINER


def _is_called_back(d: Draft) -> bool:
    """ "The firm recalled **900 lamps**", "recalled **its** envoy"; but "recalled 40 years of"."""
    s, p = d.s, d.found.start
    counted = s.lower[p][0].isdigit() and not s.t.holds(TIME, p, p + 2)
    return counted or s.lower[p] == "its"


def is_assault(s: Sentence, k: int, subject: Subject | None, start: int, end: int) -> bool:
    """Whether an attack is no speech, by who attacks, how or what: "**gunmen** *attacked* it", "a *bomb* attack on"."""
    who = subject[::2] if subject else None
    if subject and s.lower[subject[0]] in RELATIVE_SUBJECTS:
        who = s.phrase_before(subject[0])
    heads = [s.head_of(*part) for part in (who, (start, min(s.phrase_end(start), end))) if part]
    words = [s.lower[head] for head in heads] + s.lower[max(s.first, k - 3) : k]
    return not NO_SPEECH["ARMS"].isdisjoint(words)


def _is_assault(d: Draft) -> bool:
    """ "**Gunmen** *attacked* the bus": no speech."""
    return is_assault(d.s, d.k, d.subject, d.found.start, d.found.end)


def _introduces_name(d: Draft) -> bool:
    """ "She sings in **a choir** called Aurora", "A man named Otto Marr **had** left"."""
    s, k, subject = d.s, d.k, d.subject
    tag = s.tag
    if subject is None or not CUE_VERBS[s.lower[k]].bits & NAMED:
        return False
    if d.group.auxiliary or not tag[k] & VERB_PARTICIPLE:
        return False
    end = s.phrase_end(k + 1)
    end += s.word(end) == ","
    # "The ministry called **the levy** *unfounded*", where a name would stand
    judged = s.what(k + 1) & OPENS_NOUN and s.what(end) & VERB_PARTICIPLE
    if not judged and s.what(end) & TENSED:
        return not s.has_verb(s.first, d.group.start)
    if subject[1] != d.group.start:
        return False
    for i in range(subject[1] - 1, subject[0] - 1, -1):
        if tag[i] & (OPENS_NOUN | SUBJECT | RELATIVE | CAPITAL | PEOPLE):
            return s.lower[i] in ("a", "an", "another") and s.has_verb(s.first, i)
    return False


VETOES: Final[tuple[Veto, ...]] = (
    _is_not_said,
    _lacks_speaker,
    _is_supposed,
    _only_tells_more,
    _is_barred,
    _is_yet_to_come,
    _is_of_unnamed,
    _is_nothing,
    _is_of_thing,
    _is_no_speech,
    _is_topic,
)
"""Why nobody claims what a verb introduces, tried in this order."""
VETOES_OF_OBJECTS: Final[tuple[Veto, ...]] = (
    *VETOES,
    _is_self,
    _is_main_verb,
    _introduces_name,
)
"""Those and why its object is nothing that is said."""
_OF_VERBS: Final[dict[str, tuple[Veto, ...]]] = {
    "see": (_is_sight,),
    **dict.fromkeys(("challenge", "echo"), (_tells_only_whom,)),
    **dict.fromkeys("back support oppose favor favour".split(), (_is_trait,)),
    "cite": (_is_fined, _is_source),
    **dict.fromkeys(("attack", "blast"), (_is_assault,)),
    "deny": (_is_deprived,),
    "call": (_is_called,),
    "recall": (_is_called_back,),
}
"""Why the object of some verbs is nothing that is said."""
