"""Whom a subject stands for: "**the mayor**, who", "praised **Marr** for"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    FINITE,
    LINK,
    MODAL,
    NOUN,
    NOUN_VERB,
    OBJECT,
    OPENS_NOUN,
    ORGANIZATION,
    PLURAL,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SUBJECT,
    SUBORDINATOR,
    TENSED,
    VERB_BASE,
    VERB_ING,
    VERB_PAST,
    WH,
    WORD,
    forms_of,
)
from claimcli.lexicon.decision_words import JUDGED_BY, JUDGING
from claimcli.parser.attribution.passives import SPOKEN_TO
from claimcli.parser.attribution.sentence import ASKS, WH_WORDS
from claimcli.parser.decisions.choosers import can_choose, is_part, is_person, somebody_in
from claimcli.parser.decisions.courses import head_words
from claimcli.parser.decisions.sentence import FAR, NEAR, Range, Sentence
from claimcli.parser.grammar import REACH, RELATIVE_SUBJECTS, Subject, is_finite, time_before
from claimcli.parser.text import INSERTING, MONEY

_PHRASE_OPENERS: Final = frozenset(
    {"the", "a", "an", "this", "his", "her", "its", "their", "my", "our", "your"}
)
"""Words that open a noun phrase and never stand within one, but after a preposition or "and" …"""
_LEADS_PHRASE: Final = PREPOSITION | COORDINATOR | ADVERB | DETERMINER | VERB_ING
"""… and the like: "the woman *leading* **the** panel"."""
SAYING: Final = forms_of("say think believe know argue add insist note explain tell feel")
"""Verbs of saying and thinking: whoever says something need not do it."""
TELLING_OF: Final = SAYING.union(
    JUDGED_BY,
    forms_of(
        "attribute ascribe cite mention describe discuss hail welcome decry lament mourn regret fear face suffer endure"
        " survive withstand weather dodge evade flout defy breach violate circumvent blame hate love like see watch"
        " await oppose support back favor favour"
    ),
) - forms_of("defend")
"""Verbs whose subject but speaks of what others chose, or bears it: "**blamed** tariffs on", "**faces** a ban on".

Who defends a policy mostly made it.
"""
_CALLING: Final = forms_of("call label brand dub find deem judge rule conclude")
_JUDGED_FOR: Final = frozenset({"for", "over", "about", "with", "of"})
_MOODS: Final = frozenset("angry mad furious upset livid annoyed unhappy happy pleased".split())
_PLACED: Final = frozenset({"in", "from", "near", "outside"})
NAMELESS: Final = frozenset({"it", "them", "one", "this", "that", "these", "those", "so"})
"""What names neither who chooses nor what is chosen."""
TELLING: Final = forms_of(" ".join(SPOKEN_TO - {"ask"}))
DUTY: Final = frozenset({"should", "must", "ought", "shall"})
"""What leads to what somebody is to do: "he **should** go"."""
_OBLIGED: Final = DUTY | {"had", "needs", "need"}
_FACING: Final = frozenset({"against", "with", "by", "between", "about"})
"""What leads to others who act, rather than to where something is: "a fight **with** a firm that"."""
_APART: Final = frozenset(
    "after before until till despite by of over amid about against to from since as than".split()
)
"""What leads to a noun that whoever acts in its clause need not choose: "left **after** the closure of the mill"."""
_LEADS_NOUN: Final = LINK | TENSED | VERB_ING
_COMPARING: Final = frozenset({"as", "than", "like"})


def person_judged(s: Sentence, p: int) -> Range | None:
    """Whom a verb of praise or blame names before the preposition at ``p``: "blasted **Holt** on Monday | for"."""
    if s.word(p) not in _JUDGED_FOR:
        return None
    p = time_before(s.t, s.first, p)
    if s.word(p - 1) in JUDGING:  # "**Holt** was praised | for"
        return passive_subject(s, p - 1)
    if s.what(p - 1) & OBJECT:
        phrase = (p - 1, p)
    else:
        named = s.phrase_before(p)
        if named is None or not can_choose(s.t, named):
            return None
        phrase = without_opener(s, named)
    mood = s.find(_MOODS, max(phrase[0] - 2, s.first), phrase[1] - 2)
    if mood and s.lower[mood + 1] in ("at", "with"):  # "mad at | Holt for"
        return (mood + 2, phrase[1])
    before = s.word(phrase[0] - 1)
    after = before == "after" and s.word(phrase[0] - 2) in ("go", "goes", "going", "gone", "went")
    return phrase if before in JUDGING or before == "against" or after else None


def passive_subject(s: Sentence, k: int) -> Range | None:
    """Whom a verb of praise or blame in the passive at ``k`` names: "**Marr** was blasted | by Holt for"."""
    group = s.group_of(k)
    return subject_meant(s, group.start) if group.passive else None


def antecedent(s: Sentence, subject: Subject | None) -> Range | None:
    """A subject, if any, without its apposition; for "who", "which" and "that" the phrase before them."""
    if subject is None:
        return None
    first, _, core = subject
    if core - first == 1:
        word = s.lower[first]
        if word in ("he", "she", "they"):
            return _who_tells(s, first) or (first, core)
        if word in RELATIVE_SUBJECTS:
            return _before_relative(s, first)
    relative = s.find({"whose"}, first + 1, core - 1)  # "**a judge** whose | rulings closed it"
    if relative:
        owned = (relative + 1, core)
        return owned if can_choose(s.t, owned) else named_before(s, without_opener(s, (first, relative)))
    whose = s.lower[first] == "whose"  # "the union, whose | board voted"
    opened = without_opener(s, (first + whose, core))
    return (_with_partner(s, opened[0]), opened[1])


def core_of(subject: Subject | None) -> Range | None:
    """A subject, if any, as it stands but without its apposition."""
    return (subject[0], subject[2]) if subject else None


def _before_relative(s: Sentence, i: int) -> Range | None:
    """Whom "who", "which" or "that" at ``i`` stands for, by the phrase before it."""
    who = s.lower[i] == "who"
    end = i - (s.word(i - 1) == "(" or s.word(i - 1) in INSERTING)
    if not s.what(end - 1) & CAPITAL:  # "beat Marr | **last year**, who"
        end = time_before(s.t, s.first, end)
    phrase = s.phrase_before(_before_places(s, end) if who else end)
    if phrase is None:
        return None
    phrase = _behind_participle(s, without_opener(s, phrase))
    i = s.find_back(_PLACED, phrase[1] - 2, phrase[0] - 2) if who else 0
    if i and s.tag[i + 1] & CAPITAL and not s.what(i - 1) & (NOUN | PLURAL | CAPITAL):
        phrase = s.phrase_before(i - 1) or phrase  # "**a clerk** born in Arra who"
    if who:
        return _person_in(s, named_before(s, phrase))
    facing = s.find(_FACING, phrase[0] + 1, phrase[1] - 1)
    name = s.what(facing + 1) & CAPITAL and not s.tag[phrase[1] - 1] & ORGANIZATION
    faced = (facing + 1, phrase[1])  # "their fight against | **a group** that"; not "an upset by Marr that"
    if facing and not name and can_choose(s.t, faced):
        return faced
    # not of "Ann Marr, **the head of the bank**, which"
    named = named_before(s, phrase) if s.lower[phrase[0]] != "the" else phrase
    for told in (phrase, named):  # "Ann Marr, a friend of | **the union** that"
        if is_person(s.t, head_words(s, told)) and (inner := body_in(s, told, beside=True)) != told:
            return inner
    return body_in(s, named, beside=False) if named != phrase else phrase


def _before_places(s: Sentence, end: int) -> int:
    """Where those are told of whose places the names to ``end`` are: "clerks | in Arra and Holm, who"."""
    at, several = end - 1, False
    while at > s.first and (s.tag[at] & CAPITAL or s.lower[at] in (",", "and", ".")):
        several |= s.lower[at] == "and" or (s.lower[at] == "," and end - at <= 3)  # a state is one word
        at -= 1
    return at if several and s.lower[at] in _PLACED and can_choose(s.t, (at - 1, at)) else end


def _with_partner(s: Sentence, start: int) -> int:
    """Where those open who act in a clause that another leads to: "said | **the clerk** and the mayor".

    Or that of which somewhere is but the end: "**a raid** into Arra | is to", "**clubs** across Arra | sold it".
    """
    at = s.before_article(start - 1)
    leads = s.word(at) in ("into", "across", "against", "towards", "between")
    other = s.phrase_before(at) if leads or s.word(at) == "and" else None
    if leads and other:
        return other[0]
    if other is None or somebody_in(s.t, other) is None:
        return start
    lead = s.before_article(other[0] - 1)
    led = s.word(lead) in SAYING or (s.what(lead) & SUBORDINATOR and s.lower[lead] not in _COMPARING)
    return other[0] if led else start


def subject_meant(s: Sentence, start: int) -> Range | None:
    """Whom the subject of the verb group that opens at ``start`` stands for."""
    return antecedent(s, s.subject_before(start))


def actor_before(s: Sentence, stop: int, breaks: int = 0) -> Range | None:
    """The subject of the last finite verb before ``stop``: "**Marr** is looking to put | curbs on fishing in place".

    None behind a verb of saying or bearing, whose subject tells of others: "Marr praised | the release of …"; nor
    beyond what ends a phrase, if ``breaks`` tells what does.
    """
    for i in range(stop - 1, max(s.first, stop - (NEAR if breaks else REACH)), -1):
        if leads_to_others(s, i, stop):
            return None
        if is_main_verb(s, i):
            # "did not **say** when | the plan"
            does = s.after_adverbs(i + 1) if s.tag[i] & AUXILIARY else i
            if only_tells(s, does if does < stop and not s.tag[does] & VERB_ING else i):
                return None
            start = s.group_of(i).start
            if s.what(start - 1) & COORDINATOR:  # "said Holt would sue and | had no plans to"
                return actor_before(s, start - 1)
            subject = s.subject_before(start)
            if subject is not None:
                return antecedent(s, subject)
        if breaks and s.breaks(i, breaks):
            return None
    return None


def acts_with(s: Sentence, k: int, *, asks: bool) -> Range | None:
    """Who acts in the clause to which the noun at ``k`` belongs: "**Marr** spoke at length, with a | call for calm".

    None where it but tells when, why or what of ("left after | the sale of"), opens a clause, or somebody bears it;
    one of a list only of what somebody ``asks`` for: "wants a park and a | ban on cars".
    """
    i, low = k - 1, max(s.first, k - REACH)
    while i > low and (s.tag[i] & NOUN or s.lower[i] in MONEY or not s.breaks(i, _LEADS_NOUN)):
        i -= 1
    if s.lower[i] in ("face", "faces", "faced", "facing"):
        return core_of(s.subject_of_verb(i))  # "**Marr** faces | demands to"
    if s.lower[i] == "of" and is_part(s.lower[i - 1], s.tag[i - 1]):
        i -= 1  # "wants a pair **of** bans on"
    listed = s.lower[i] == "," or s.tag[i] & COORDINATOR
    if listed and (not asks or any(is_main_verb(s, j) for j in range(k + 1, min(k + FAR, s.last)))):
        return None  # "wants a park, but a | ban on cars **was dropped**"
    led = s.tag[i] & WORD and s.tag[i] & (SUBORDINATOR | PREPOSITION) != SUBORDINATOR
    to_do = s.lower[i] == "to" and s.tag[i + 1] & VERB_BASE  # "tried to broker a | deal with"
    if (s.lower[i] in _APART and not to_do) or not (listed or led):
        return None
    verb = next((j for j in range(k - 1, low, -1) if is_main_verb(s, j)), k)
    return None if s.group_of(verb).passive else actor_before(s, k)


def is_main_verb(s: Sentence, i: int) -> bool:
    """Whether a finite verb stands at ``i``, by its form or behind a pronoun: "she | **offers**"."""
    what = s.tag[i]
    return is_finite(what) or bool(what & TENSED and s.what(i - 1) & (SUBJECT | OBJECT) == SUBJECT)


def only_tells(s: Sentence, i: int) -> bool:
    """Whether who does what the verb at ``i`` says but speaks of what others chose: "**called** the ban a mistake"."""
    return s.lower[i] in TELLING_OF or (s.lower[i] in _CALLING and s.word(i + 1) in ("the", "his", "her"))


def leads_to_others(s: Sentence, i: int, k: int) -> bool:
    """Whether a word at ``i`` leads to what others did by the noun at ``k``: "found **that** the arrest of Reed"."""
    if s.lower[i] == "against" and i == s.before_article(k - 1):  # "fought **against** | plans to"
        return True
    return s.lower[i] == "that" and k - i <= 3 and bool(is_finite(s.what(i - 1)) or s.what(i - 1) & VERB_ING)


def _who_tells(s: Sentence, i: int) -> Range | None:
    """Who tells somebody what "he" at ``i`` will do, whoever is told it: "**Marr** informed Holt that | he | would …".

    Who is told where it is what he ought to do: "told **Holt** | he | should …", and asked: "asked **Holt** how he".
    """
    duty = s.word(i + 1) in _OBLIGED and (s.word(i + 1) != "had" or s.word(i + 2) == "to")  # not "had agreed"
    end = i - (s.word(i - 1) == "that" or s.word(i - 1) in WH_WORDS)
    for k in range(end - 1, max(s.first, end - NEAR), -1):
        if s.lower[k] in ASKS and s.word(end) in WH_WORDS:
            return (k + 1, end) if can_choose(s.t, (k + 1, end)) else None
        if s.lower[k] in TELLING and k < end - 1:
            group = s.group_of(k)
            if s.tag[k] & NOUN and s.what(k - 1) & (OPENS_NOUN | NOUN | PREPOSITION):
                return None  # "kept his **promise** on Monday when | he"
            if duty:
                return (k + 1, time_before(s.t, k, end))
            return None if group.infinitive else core_of(s.subject_before(group.start))
        if s.breaks(k, VERB_PAST | AUXILIARY | SUBJECT):
            return None
    return None


def named_before(s: Sentence, phrase: Range) -> Range:
    """Who is named before what an article or "one of" opens: "**Ann Marr**, a lawyer who"."""
    start = phrase[0]
    opens = s.lower[start] in ("a", "an", "one", "the")
    if opens and s.what(start - 1) & BE:  # "**Holt** is a lawyer who"
        is_he = core_of(s.subject_of_verb(start - 1))
        return is_he if is_he and can_choose(s.t, is_he) else phrase
    if s.word(start - 1) != "," or not opens:
        return phrase
    named = s.phrase_before(start - 1)
    if named is None or not s.tag[named[1] - 1] & CAPITAL:
        return phrase
    # "In Arra, a lawyer who …", "According to Marr, the lawyer who"
    led = s.tag[s.first] & PREPOSITION or s.word(s.first + 1) == "to"
    return phrase if led and named[0] <= s.first + 2 else without_opener(s, named)


def _person_in(s: Sentence, phrase: Range) -> Range:
    """Whom "who" stands for at the end of a phrase: "handed the bill to | the mayor, who …".

    Not what is of somebody: "the help of | Marr, who".
    """
    if not can_choose(s.t, phrase):
        return phrase
    for i in range(phrase[1] - 2, phrase[0], -1):
        if s.tag[i] & PREPOSITION:
            deed = s.tag[i + 1] & VERB_ING  # "for praising | the mayor, who"
            # nor whom a name is brought to: "compared Marr to | Holt, who"
            other = s.tag[i - 1] & (CAPITAL | ROLE) == CAPITAL and s.lower[i] in ("to", "with", "against")
            if other or not can_choose(s.t, (phrase[0], i)):
                return (i + 1 + bool(deed), phrase[1])
            if s.lower[i] != "of":
                return phrase
    return phrase


def body_in(s: Sentence, phrase: Range, *, beside: bool) -> Range:
    """What "that" stands for at the end of a phrase: "the director of | Holt Lines, a firm that …".

    ``beside`` a person it may be what a name leads to: "Ann Marr at | a hearing that …"; so may what a bare participle
    tells more of: "stayed the sale on | **a plea** | filed by Marr".
    """
    found = phrase
    for i in range(phrase[1] - 2, phrase[0], -1):
        if s.tag[i] & PREPOSITION and (not s.tag[i - 1] & CAPITAL or (beside and s.lower[i] != "of")):
            found = (i + 1, phrase[1])
            # not "a friend of | a bank in **Arra** that"
            if s.lower[i] not in ("in", "of") or not s.tag[i + 1] & CAPITAL:
                break
    return found


def _behind_participle(s: Sentence, phrase: Range) -> Range:
    """A phrase without the participle that leads to it: "in writing | a law that"."""
    first, last = phrase
    for i in range(last - 2, first, -1):
        if s.tag[i] & VERB_ING and s.tag[i - 1] & PREPOSITION:
            return (i + 1, last)
    return phrase


def without_opener(s: Sentence, phrase: Range) -> Range:
    """A phrase without what leads to it: "details about how | a president", "voters say | the mayor"."""
    before, opens = s.what(phrase[0] - 1), s.tag[phrase[0]]
    led = before & MODAL or s.word(phrase[0] - 1) in ("did", "do", "does")
    # "to help | **firms**", "go and elect | **members**", "she hopes | **bakers** who"
    goes_on = before & COORDINATOR and opens & (VERB_BASE | NOUN | NOUN_VERB | ADJECTIVE) == VERB_BASE
    led = led or goes_on or (s.word(phrase[0] - 1) == "to" and opens & VERB_BASE)
    led = led or (before & SUBJECT and opens & FINITE)
    if led and phrase[1] - phrase[0] > 1 and not s.tag[phrase[0]] & (OPENS_NOUN | CAPITAL | SUBJECT):
        phrase = (phrase[0] + 1, phrase[1])  # "could slow | **farmers**’ calls for"
    if s.lower[phrase[1] - 1] in NAMELESS and not s.what(phrase[1] - 2) & PREPOSITION:  # "hopes | this"
        return (phrase[1] - 1, phrase[1])
    for i in range(phrase[1] - 2, phrase[0] - 1, -1):
        what = s.tag[i]
        if i > phrase[0] and s.lower[i] in ("say", "says", "said", "saying"):
            return (i + 1, phrase[1])  # "Marr Says | Rivals Lied"
        opens = what & (WH | RELATIVE | SUBORDINATOR | TENSED)
        if opens and not what & (NOUN | CAPITAL | PREPOSITION | OPENS_NOUN):
            following = s.tag[i + 1]
            if not following & PREPOSITION or following & SUBORDINATOR:  # not "those hurt in the fire"
                return (i + 1, phrase[1])
        behind = i > phrase[0] and s.lower[i - 1] != "," and not s.tag[i - 1] & _LEADS_PHRASE
        if behind and s.lower[i] in _PHRASE_OPENERS:
            return (i, phrase[1])  # "the part | her aunt" (played)
    return phrase
