"""Whom "who", "whose", "which" and "that" stand for: the phrase or the name before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    DOCUMENT,
    NOUN,
    NUMBER,
    OPENS_NOUN,
    ORGANIZATION,
    PEOPLE,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    TENSED,
    TIME,
    VERB_BASE,
    VERB_ING,
    VERB_PAST,
    VERB_S,
    WORD,
)
from claimcli.lexicon.kinds import kind_of
from claimcli.lexicon.names import given_names
from claimcli.parser.grammar import A_OR_AN, ARTICLES, POSSESSIVE_MARKS, noun_phrase_before
from claimcli.parser.speakers.entity import Entity, Mention
from claimcli.parser.speakers.heads import GIVES, HOW_MANY, head_of
from claimcli.parser.speakers.phrase import DEFINITE, THINGS, Answer, Phrase
from claimcli.parser.text import CLOSED_BY, Tokens

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

_PERSONS: Final = ROLE | PEOPLE | CAPITAL
_NO_PART: Final = PREPOSITION | OPENS_NOUN | PRONOUN | TENSED | ADVERB | COORDINATOR
_PLACES: Final = frozenset({"on", "at", "in", "near", "along", "outside"})
_DOING: Final = frozenset({"in", "without", "after", "before", "on"})
"""Prepositions behind which a participle is what somebody does: "*without* hiring bakers who …"."""
_NEAR: Final = 20  # tokens
_THE_NAME: Final = "relative pronoun: the name before it"
_THE_PHRASE: Final = "relative pronoun: the phrase before it"
_APPOSED: Final = "relative pronoun: the name before its apposition"
_PLAIN: Final = 5  # tokens of a phrase that has no other in it


def relative(w: Walk, p: Phrase) -> Answer:
    """ "Tom Reed, who said …": what stands before the relative pronoun."""
    t = w.t
    begin, end = t.sentences[p.sentence][0], p.first
    comma = end - 1 > begin and t.lower[end - 1] in CLOSED_BY
    end -= comma
    end -= end - 1 > begin and t.lower[end - 1] == "."  # "Tom Reed Jr., who …"
    if p.opens == "who" and not comma and t.tag[end - 1] & PREPOSITION:
        return None, "relative pronoun: none"  # "a row over *who* pays"
    owner = w.register.ending(end) if p.opens == "whose" else None
    if owner is not None:
        return owner.entity, _THE_NAME  # of a body or a place as well
    if p.opens in ("who", "whom", "whose"):
        return _somebody(w, p, begin, end, comma)
    return _something(w, p, begin, end, comma)


def _somebody(w: Walk, p: Phrase, begin: int, end: int, comma: bool) -> Answer:
    """Whom "who" stands for, by what stands from ``begin`` to ``end``."""
    t = w.t
    if not comma and (one := _one_of_whom(t, begin, end)):
        return w.meant(one, end, p.claim)[0], _THE_PHRASE
    told = _who_is_among(w, begin, end) or _who_is_that(w, begin, end)
    if told is not None:
        return told, "relative pronoun: who is told to be that"
    phrase = noun_phrase_before(t, begin, end)
    if phrase is None:
        return _person_before(w, p, begin, end), "relative pronoun: nothing before it"
    if _is_pronoun(t, end, comma):
        phrase = (end - 1, end)  # "a voice to those who …"
    else:
        phrase = (_after_verb(t, *phrase), end)
        if t.tag[end - 1] & (_PERSONS | NUMBER) or kind_of(t.lower[end - 1]) & PEOPLE:
            phrase = (_after_verb(t, people_at_the_end(t, *phrase), end), end)
        of = phrase[0] + 2
        many = not comma and t.lower[of - 2 : of] == ["one", "of"] and t.lower[of] not in DEFINITE
        if t.lower[of - 1 : of + 1] == ["number", "of"]:
            phrase = (of + 1, end)  # "the number of | *bakers* who"
        if many and not t.holds(VERB_S | AUXILIARY, p.first + 1, p.first + 3):
            phrase = (of, end)  # "one of | four bakers who told", not "*one of* four bakers who tells"
    head, near = head_of(t, *phrase), w.register.person_ending(end)
    if near is not None and head is not None and head < near.title - 1:
        # "*tenants* on Marr Street, who"
        placed = t.lower[near.title - 1] in _PLACES and head == near.title - 2
        several = t.what(p.last) & VERB_BASE and t.lower[head].endswith("s")
        if (placed and several) or (_is_someone(t, head) and not comma):
            near = None  # "*an aide* to Ann Marr who …"
    if near is not None and head is not None and near.last - 1 >= head:
        return _who_is_of(w, near) or _with_the_one_before(w, p, near) or near.entity, _THE_NAME
    apposed = _in_apposition(w, begin, *phrase)
    if apposed is not None:
        return apposed, _APPOSED
    entity, _ = w.meant(*phrase, p.claim)
    name = w.register.over(phrase[0])
    cut = name is not None and name.at < phrase[0] and not comma  # "Ministry of Roads and | Highways"
    if entity is not None and head is not None and (cut or _is_no_person(t, entity, head)):
        entity = _person_before(w, p, begin, phrase[0]) or entity
    return entity, _THE_PHRASE


def _one_of_whom(t: Tokens, begin: int, end: int) -> int:
    """Where one opens of whom another is told to be something: "son of | *a baker* who", "aide to | *a man* who"."""
    a = next((k for k in range(end - 2, max(begin + 1, end - _PLAIN), -1) if t.lower[k] in A_OR_AN), 0)
    if not a or t.lower[a - 1] not in ("of", "for", "to") or t.tag[end - 1] & (ROLE | CAPITAL) != ROLE:
        return 0
    somebody = kind_of(t.lower[a - 2]) & ROLE
    return a if somebody and all(what & WORD and not what & PREPOSITION for what in t.tag[a:end]) else 0


def _something(w: Walk, p: Phrase, begin: int, end: int, comma: bool) -> Answer:
    """What "which" or "that" stands for, by what stands from ``begin`` to ``end``; "that" may be somebody, too."""
    t = w.t
    which = p.opens == "which"
    body = w.register.told_of(p.first) if which and comma and t.lower[end - 1] != ")" else None
    if body is not None and _is_a_body(t, body):
        return body.entity, _THE_NAME
    phrase = noun_phrase_before(t, begin, end) or _words_before(t, begin, end)
    if phrase is None:
        return None, "relative pronoun: nothing before it"
    if _is_pronoun(t, end, comma):
        phrase = (end - 1, end)
    else:
        phrase = (_after_verb(t, _thing_at_the_end(t, _after_verb(t, *phrase), end), end), end)
    head, near = head_of(t, *phrase), None if which else w.register.person_ending(end)
    if near is not None and head is not None and near.last - 1 >= head:
        return _with_the_one_before(w, p, near) or near.entity, _THE_NAME
    worded = p.claim is not None and p.claim.lemma in _IN_WORDS
    giver = _giver_of(w, phrase[0]) if worded and head is not None and t.tag[head] & DOCUMENT else None
    if giver is not None:
        return giver, "whose words these are"
    apposed = _body_before(w, phrase[0])
    if apposed is not None:
        return apposed, _APPOSED
    entity, _ = w.meant(*phrase, p.claim)
    if which and entity is not None and entity.person:
        return None, "relative pronoun: no thing before it"
    return entity, _THE_PHRASE


def _giver_of(w: Walk, first: int) -> Entity | None:
    """Who gives out a work that a clause tells of: "*Ann Marr* sent a letter **which** said it was late"."""
    verb = first - 1
    if w.t.lower[verb] not in _GIVES:
        return None
    name = w.register.ending(verb)
    return name.entity if name is not None and name.entity.named else None


_IN_WORDS: Final = frozenset("say read call warn accuse urge ask argue claim demand".split())
"""What a work does with its giver’s words; "records which **showed** it" tell more than who released them."""
_GIVES: Final = GIVES | {"added", "tweeted", "shared", "filed"}


def _is_pronoun(t: Tokens, end: int, comma: bool) -> bool:
    return bool(t.tag[end - 1] & PRONOUN) and not comma


def _who_is_among(w: Walk, begin: int, end: int) -> Entity | None:
    """Of whom the sentence says that they are among some: "Ann Marr, a baker, is *among those who* say …"."""
    t = w.t
    among = t.find_back({"among"}, end - 1, max(begin, end - _PLAIN))
    if not among:
        return None
    verb = among - 1 - (t.lower[among - 1] in ("himself", "herself"))
    if t.lower[verb] not in ("is", "was", "counts", "counted"):
        return None
    name = w.register.person_at(begin)
    return name.entity if name else None


def _who_is_that(w: Walk, begin: int, end: int) -> Entity | None:
    """Who is told to be what stands before "who": "*Ann Marr* is a liar and bully *who* …", "*She* is a baker who"."""
    t, none = w.t, RELATIVE | TENSED
    if t.tag[end - 1] & (_PERSONS | PLURAL | NUMBER | PRONOUN):
        none |= PREPOSITION  # "is at odds with a baker", but "is a baker *in a small town* who"
    for k in range(end - 1, max(begin, end - _NEAR), -1):
        what = t.tag[k]
        if t.lower[k] in ("is", "was", "’s", "'s"):
            break
        plain = what & WORD and not what & none
        if not (plain or t.lower[k] in (",", "-")):
            return None
    else:
        return None
    several = t.tag[end - 1] & (PLURAL | PEOPLE | NUMBER | PRONOUN)
    if several or not t.tag[k + 1] & (OPENS_NOUN | ROLE):
        return None
    if t.lower[k - 1] in ("he", "she"):
        return w.pronouns.get(k - 1, (None, ""))[0]
    joined = t.lower[k - 1] == "and" and k - begin < _NEAR  # "*Ann Marr* lies *and is* a bully who …"
    name = w.register.person_at(begin) if joined else w.register.told_of(k) or w.register.ending(k)
    if joined and name is not None and t.lower[name.last] in POSSESSIVE_MARKS:
        return None
    if name is None or not name.entity.person or (name.title > begin and t.tag[name.title - 1] & WORD):
        return None
    return name.entity


def _words_before(t: Tokens, begin: int, end: int) -> tuple[int, int] | None:
    """The words before a relative pronoun of which no list knows the last: "a round of *loud quarrels* that …"."""
    first = end
    while first > begin and t.tag[first - 1] & WORD and not t.tag[first - 1] & _NO_PART:
        first -= 1
    return (first, end) if first < end else None


def _is_a_body(t: Tokens, name: Mention) -> bool:
    """Whether a name is a body's, and of that alone: "a ruling by *the Pellbury Council*, which said"."""
    if name.entity.person or name.entity.place:
        return False
    return "and" not in t.lower[max(0, name.title - 2) : name.title]


def _in_apposition(w: Walk, begin: int, first: int, last: int) -> Entity | None:
    """Whose apposition ends before "who": "Ann Marr, a baker who …", "Ann Marr of Arra, head of the Guild, who …"."""
    t = w.t
    named = (one for one in reversed(w.register.people_within(begin, last)) if not one.modifier)
    name = next(named, None)  # "Ann Marr, an aide to the *Reed* campaign who …"
    if name is None or name.last >= first:
        return None
    k = t.find({","}, name.last, first, -2)
    k += 2 * (t.lower[k + 2] == ",")  # "Ann Marr, 54, a baker who …"
    if w.register.told_of(k + 1) is not name:
        return None
    if t.lower[k + 1] not in ARTICLES and (t.tag[k + 1] & DETERMINER or t.tag[last - 1] & PLURAL):
        return None  # "in Arra and Pellbury, those who", "Marr and Reed, bakers who"
    if t.lower[k + 1 : k + 3] == ["according", "to"]:
        return None  # "met Ann Marr, according to a baker who …"
    if first == k + 1:
        return name.entity
    plain = all(what & WORD and not what & TENSED for what in t.tag[k + 1 : first])
    return name.entity if plain else None


def _body_before(w: Walk, first: int) -> Entity | None:
    """ "Marr Air, *a company that* says …": the body whose apposition ends before "that" or "which"."""
    t = w.t
    name = w.register.told_of(first) if t.lower[first] in A_OR_AN else None
    return name.entity if name is not None and not name.modifier and _is_a_body(t, name) else None


def _is_no_person(t: Tokens, entity: Entity, head: int) -> bool:
    """Whether "who" cannot mean what stands right before it: "a baker in Pellbury who …"."""
    return entity.type in THINGS and not t.tag[head] & (PEOPLE | ROLE | NUMBER | ORGANIZATION | PLURAL)


def _is_someone(t: Tokens, head: int) -> bool:
    """Whether a noun tells of people whom a clause without a comma may single out, as it does no name."""
    return bool(kind_of(t.lower[head]) & (ROLE | PEOPLE)) and not t.tag[head] & CAPITAL


def _who_is_of(w: Walk, name: Mention) -> Entity | None:
    """Who belongs to what is named before "who": "*Tom Reed*, of the charity Rivers First, who …"; no friend of it.

    Or who is somebody to those named: "*Tom Reed*, an adviser to Marr and Holt, who …".
    """
    t, of = w.t, name.title - 1
    other = w.register.ending(of) if t.lower[of] == "and" else None
    to = other.title - 1 if other is not None else 0
    a = t.find_back(A_OR_AN, to - 1, to - _KIND - 1) if t.lower[to] == "to" and t.tag[to - 1] & ROLE else 0
    one = w.register.told_of(a) if a else None
    if one is not None:
        return one.entity
    if name.entity.words[0] in given_names():
        return None  # "said Tom Reed of *Marr*, who quit": Ann Marr
    while of > name.title - _KIND and t.tag[of] & WORD and not t.tag[of] & (CAPITAL | PREPOSITION):
        of -= 1
    one = w.register.person_ending(of - (t.lower[of - 1] == ",")) if t.lower[of] in ("of", "from") else None
    return one.entity if one is not None and one.last - one.at > 1 else None


_KIND: Final = 5
"""Tokens of "of the housing charity", "a former economic adviser to"."""


def _with_the_one_before(w: Walk, p: Phrase, name: Mention) -> Entity | None:
    """ "Ann Marr and Tom Reed, who *show* …": both, where the verb is of several."""
    t = w.t
    other = w.register.person_ending(name.title - 1) if t.lower[name.title - 1] == "and" else None
    several = t.what(p.last) & VERB_BASE or t.word(p.last) in ("have", "are", "were")
    return None if other is None or not several else w.joint(other.entity, name.entity)


def _person_before(w: Walk, p: Phrase, begin: int, end: int) -> Entity | None:
    """ "Ann Marr of the union in Pellbury *who* …": the person nearest before, where a thing stands between."""
    t = w.t
    for k in range(end - 1, max(begin, end - _NEAR) - 1, -1):
        name = w.register.over(k)
        if name is not None:
            if name.entity.person and not name.modifier:
                return name.entity
        elif t.tag[k] & (PEOPLE | ROLE):
            phrase = noun_phrase_before(t, begin, k + 1)
            if phrase is None or k - phrase[0] >= _PLAIN:
                return None
            return w.meant(_after_verb(t, *phrase), phrase[1], p.claim)[0]
    return None


def _after_verb(t: Tokens, first: int, last: int) -> int:
    """Where a phrase begins behind a verb taken for its adjective: "said | the woman who", "in hiring | men who"."""
    if last - first > 1 and t.tag[first] & VERB_ING and t.lower[first - 1] in _DOING:
        return first + 1
    verb = t.tag[first] & (VERB_PAST | VERB_BASE) and not t.tag[first] & (CAPITAL | NOUN)
    return first + bool(verb and last - first > 1 and t.tag[first + 1] & (OPENS_NOUN | NUMBER))


def _thing_at_the_end(t: Tokens, first: int, last: int) -> int:
    """Where the thing begins that "which" means at the end of a phrase: "talk in Arra of | a law that …".

    "A list of rules that …" is one thing; so is "a poll of voters, which …".
    """
    for k in range(last - 2, first, -1):
        if t.tag[k] & PREPOSITION:
            named = all(what & CAPITAL for what in t.tag[k + 1 + (t.lower[k + 1] == "the") : last])
            if t.lower[k] in ("by", "from") and t.tag[k - 1] & DOCUMENT and named:
                return first  # "a poll by *Marr College* that …": a name needs no such clause
            own = t.lower[k] != "of" or t.tag[k + 1] & OPENS_NOUN
            thing = not t.tag[last - 1] & (ROLE | PEOPLE | NUMBER | TIME)
            return k + 1 if own and thing else first
    return first


def people_at_the_end(t: Tokens, first: int, last: int) -> int:
    """Where the people begin whom "who" means at the end of a phrase for a thing.

    "a change in the minds of | voters who …", "sixty points among | the 30 percent of voters who …".
    """
    for k in range(first + 1, last - 1):
        if t.tag[k] & PREPOSITION:
            counted = t.lower[k] in ("of", "in") and (t.tag[k - 1] & NUMBER or t.lower[k - 1] in HOW_MANY)
            if counted or t.tag[k - 1] & _PERSONS:
                break
            first = k + 1
    return first
