"""Whom a mention stands for: rules tried in a visible order.

Each rule takes a phrase and answers, or leaves it to the next. An answer of None is one, too: "this
suggests" has no speaker, and no name is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcli.lexicon import (
    CAPITAL,
    COORDINATOR,
    CUE,
    CUE_NOUN,
    DETERMINER,
    DOCUMENT,
    NOUN,
    NUMBER,
    ORGANIZATION,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    ROLE,
    TIME,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    WORD,
)
from claimcli.lexicon.names import Gender, persons
from claimcli.model import SpeakerType
from claimcli.parser.attribution import Attribution
from claimcli.parser.grammar import noun_phrase_before
from claimcli.parser.speakers.entity import Entity, Mention
from claimcli.parser.speakers.pronouns import ASKERS
from claimcli.parser.speakers.roles import POSSESSIVE_MARKS, head_of, type_of

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk
    from claimcli.parser.text import Tokens

Answer = tuple[Entity | None, str]

HE_OR_SHE = {
    "he": Gender.MALE,
    "him": Gender.MALE,
    "his": Gender.MALE,
    "himself": Gender.MALE,
    "she": Gender.FEMALE,
    "her": Gender.FEMALE,
    "hers": Gender.FEMALE,
    "herself": Gender.FEMALE,
}
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_WRITER = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "myself", "ourselves"})
_NO_SPEAKER = frozenset({"this", "that", "these", "those", "there", "you", "your", "what", "whoever", "one"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_ANYBODY = frozenset({"man", "woman", "boy", "girl", "person"})
_PERSONS = ROLE | PEOPLE | CAPITAL
_SAID = DOCUMENT | CUE | CUE_NOUN
_HOW_MANY = frozenset(
    "lot lots number numbers handful couple bunch chunk majority minority percent share collection dozens".split()
)
_THINGS = (SpeakerType.ORGANIZATION, SpeakerType.DOCUMENT)
_NEAR = 20  # tokens
_PLAIN = 5  # tokens of a phrase that has no other in it
_SOON = 4  # sentences
_LEAD = 3  # sentences in which an article may speak of somebody before it names them
_NEXT = 150  # tokens
_PLACES = frozenset({"nation", "country", "state", "city", "county", "team", "crowd", "audience", "public"})
_CONTRACTED = frozenset({"it", "that", "there"})  # before "’s": no owners
_NEW = frozenset({"a", "an", "one", "another"})
_PRINTED = frozenset({"article", "story", "editorial", "headline"})  # whose words are a paper’s
_PAIR = frozenset({"two", "pair", "both", "duo"})


class Phrase(NamedTuple):
    """A mention to resolve: its tokens, its head noun, where it stands, and whom it cannot mean."""

    first: int
    last: int
    head: int
    sentence: int
    claim: Attribution | None


def relative(w: Walk, p: Phrase) -> Answer:
    """ "Tom Reed, who said …": what stands before the relative pronoun."""
    t = w.t
    begin = t.sentences[p.sentence][0]
    who, end = t.lower[p.first] == "who", p.first
    comma = end - 1 > begin and t.lower[end - 1] in (",", "—", "–")
    end -= comma
    end -= end - 1 > begin and t.lower[end - 1] == "."  # "Tom Reed Jr., who …"
    near = w.register.ending(end) if t.lower[p.first] != "which" else None
    phrase = noun_phrase_before(t, begin, end)
    if phrase is None:
        return (_person_before(w, p, begin, end) if who else None), "relative pronoun: nothing before it"
    if t.tag[end - 1] & PRONOUN and not comma:
        phrase = (end - 1, end)  # "a voice to those who …"
    else:
        phrase = (_after_verb(t, *phrase), end)
        if who and t.tag[end - 1] & (_PERSONS | NUMBER):
            phrase = (_people_at_the_end(t, *phrase), end)
    head = head_of(t, *phrase)
    if near is not None and near.entity.person and head is not None:
        inner = near.at > head and not (not comma and t.tag[head] & (PEOPLE | ROLE))
        if inner or near.last - 1 >= head or (who and t.tag[head] & _SAID):
            return _with_the_one_before(w, p, near) or near.entity, "relative pronoun: the name before it"
    entity, _ = w.meant(*phrase, p.claim)
    if entity is not None and entity.person and t.lower[p.first] == "which":
        return None, "relative pronoun: no thing before it"
    if who and entity is not None and head is not None and _is_no_person(t, entity, head):
        entity = _person_before(w, p, begin, phrase[0]) or entity
    return entity, "relative pronoun: the phrase before it"


def _is_no_person(t: Tokens, entity: Entity, head: int) -> bool:
    """Whether "who" cannot mean what stands right before it: "a baker in Pellbury who …"."""
    if entity.type not in _THINGS or t.tag[head] & (PEOPLE | ROLE | NUMBER | ORGANIZATION):
        return False
    return not t.lower[head].endswith("s") and t.lower[head] not in _HOW_MANY


def _with_the_one_before(w: Walk, p: Phrase, name: Mention) -> Entity | None:
    """ "Ann Marr and Tom Reed, who *show* …": both, where the verb is of several."""
    t = w.t
    other = w.register.ending(name.title - 1) if t.lower[name.title - 1] == "and" else None
    several = p.last < len(t.tag) and (
        t.tag[p.last] & VERB_BASE or t.lower[p.last] in ("have", "are", "were")
    )
    if other is None or not other.entity.person or not several:
        return None
    return w.pair(other.entity, name.entity)


def _person_before(w: Walk, p: Phrase, begin: int, end: int) -> Entity | None:
    """ "Ann Marr of the union in Pellbury *who* …": the person nearest before, where a thing stands between."""
    t = w.t
    for k in range(end - 1, max(begin, end - _NEAR) - 1, -1):
        name = w.register.over(k)
        if name is not None:
            if name.entity.person and not name.modifier:
                return name.entity
        elif t.tag[k] & (PEOPLE | ROLE) and not t.tag[k] & CAPITAL:
            phrase = noun_phrase_before(t, begin, k + 1)
            if phrase is None or k - phrase[0] >= _PLAIN:
                return None
            return w.meant(_after_verb(t, *phrase), phrase[1], p.claim)[0]
    return None


def _after_verb(t: Tokens, first: int, last: int) -> int:
    """Where a phrase begins behind a verb that was taken for its adjective: "said | the woman who …"."""
    verb = t.tag[first] & (VERB_PAST | VERB_BASE) and not t.tag[first] & (CAPITAL | NOUN)
    return first + bool(verb and last - first > 1 and t.tag[first + 1] & (DETERMINER | POSSESSIVE | NUMBER))


def _people_at_the_end(t: Tokens, first: int, last: int) -> int:
    """Where the people begin whom "who" means at the end of a phrase for a thing.

    "a change in the minds of | voters who …", "sixty points among | the 30 percent of voters who …".
    """
    for k in range(first + 1, last - 1):
        if t.tag[k] & PREPOSITION:
            counted = t.lower[k] in ("of", "in") and (t.tag[k - 1] & NUMBER or t.lower[k - 1] in _HOW_MANY)
            if counted or t.tag[k - 1] & _PERSONS:
                break
            first = k + 1
    return first


def he_or_she(w: Walk, p: Phrase) -> Answer:
    """ "She said …": as the walk decided when it came by."""
    return w.he_or_she(p.first, p.claim)


def they(w: Walk, p: Phrase) -> Answer:
    """ "They said …": the last group or body that did something, or somebody whose gender is not told."""
    for sentence in (p.sentence, p.sentence - 1):
        opening = w.opening(sentence, p.first)
        if opening is not None and _are_many(w, *opening):
            return w.meant(*opening, p.claim)[0], "pronoun: the many who open the sentence"
    many = w.last_trace(p, w.others, lambda trace: w.acts(trace) and not trace.entity.place, 3)
    one = w.last_trace(p, w.people, lambda trace: trace.entity.gender is None and w.acts(trace), 3)
    last = max((trace for trace in (many, one) if trace), key=lambda trace: trace.sentence, default=None)
    return (last.entity if last else None), "pronoun: last group or body that acted"


def _are_many(w: Walk, first: int, last: int) -> bool:
    """Whether a phrase names several, or a body: "analysts at Tollgate", "Ann Marr and Tom Reed", "Marr’s campaign"."""
    t = w.t
    head = head_of(t, first, last)
    if head is None:
        return False
    pair = "and" in t.lower[first:last] and bool(t.tag[last - 1] & CAPITAL)
    return pair or bool(t.tag[head] & (PEOPLE | ORGANIZATION))


def _is_a_thing(w: Walk, first: int, last: int) -> bool:
    """Whether a phrase names a body or a paper that can say something: "Marr’s letter", "the council"."""
    head = head_of(w.t, first, last)
    if head is None or w.t.lower[head] in _PLACES:
        return False
    return bool(w.t.tag[head] & (DOCUMENT | ORGANIZATION)) or w.t.lower[head] in persons().issued


def it(w: Walk, p: Phrase) -> Answer:
    """ "It called the bridge unsafe": the last body or document that did something."""
    opening = w.opening(p.sentence - 1, p.first)
    if opening is not None and _is_a_thing(w, *opening):
        return w.meant(*opening, p.claim)[0], "pronoun: what opens the sentence before"

    def fits(trace: Mention) -> bool:
        return trace.entity.type in _THINGS and w.acts(trace) and not trace.entity.place

    last = w.last_trace(p, w.others, fits, 2)
    return (last.entity if last else None), "pronoun: last body or document that acted"


def apposed_name(w: Walk, p: Phrase) -> Answer | None:
    """ "Her predecessor, Desmond Reed, said …": the name that follows the comma."""
    if p.last >= len(w.t.lower) or w.t.lower[p.last] not in (",", "named", "called"):
        return None
    if p.claim is not None and p.claim.cue is not None and p.claim.cue[0] <= p.last < p.claim.cue[1]:
        return None  # "one lawmaker called Marr a fool"
    mention, first = w.register.apposed(p.last) or (None, 0)
    if mention is None and p.head + 1 == p.last:
        mention, first = w.register.between_commas(p.last), p.head
    return (mention.entity, "name in apposition") if mention and first <= p.head else None


def joint(w: Walk, p: Phrase) -> Answer | None:
    """ "Ann Marr and Tom Reed said …": both."""
    t = w.t
    if p.last - p.first < 3 or "and" not in t.lower[p.first + 1 : p.last - 1]:
        return None
    if t.lower[p.last - 1] == "both":
        p = p._replace(last=p.last - 1)
    cuts = [i for i in range(p.first + 1, p.last - 1) if t.lower[i] in ("and", ",")]
    edges = [p.first - 1, *cuts, p.last]
    parts = [(a + 1, b) for a, b in pairwise(edges) if a + 1 < b]
    noun = CAPITAL | DETERMINER | PEOPLE | POSSESSIVE | NUMBER
    if len(parts) < 2 or not all(t.tag[a] & noun for a, _ in parts):
        return None
    entities = [w.meant(a, b, p.claim)[0] for a, b in parts]
    if any(entity is None for entity in entities) or w.is_bare_role(*parts[0]):
        return None
    name = " and ".join(dict.fromkeys(entity.name for entity in entities if entity))
    return w.describe("", name, SpeakerType.GROUP, ("and",)), "joint speakers"


def titled_name(w: Walk, p: Phrase) -> Answer | None:
    """ "University of Arra professor Ann Marr", "master of ceremonies Ann Marr": the person at the end."""
    if not w.t.tag[p.last - 1] & CAPITAL:
        return None
    mention = w.register.ending(p.last)
    if mention is None or not mention.entity.person or mention.at <= p.first:
        return None
    before = w.t.tag[mention.at - 1]
    noun = before & WORD and not before & (PREPOSITION | DETERMINER | COORDINATOR | POSSESSIVE | VERB_ING)
    if (mention.title < mention.at and mention.title <= p.head) or (noun and len(mention.entity.words) > 1):
        return mention.entity, "name"
    return None


def title_of_a_name(w: Walk, p: Phrase) -> Answer | None:
    """ "The Pellbury Public | Advocate Ann Marr": a phrase that was cut off within the titles of a name."""
    mention = w.register.after(p.last)
    if mention is None or not mention.entity.person or not mention.title < p.last <= mention.at:
        return None
    return mention.entity, "name"


def name(w: Walk, p: Phrase) -> Answer | None:
    """ "Rep. Ann Marr of Ohio", "Marr": the name that is the phrase's head."""
    mention = w.register.over(p.head) if w.t.tag[p.head] & CAPITAL else None
    if mention is None or (mention.modifier and mention.last <= p.head):
        return None
    full = mention.last - mention.at > 1
    return mention.entity, "name" if full else "part of a name"


def the_pair(w: Walk, p: Phrase) -> Answer | None:
    """ "The two said …", "Both women said …", "The two voters said …": the last joint speakers."""
    words = w.t.lower[p.first : p.last]
    if len(words) > 3 or _PAIR.isdisjoint(words) or (len(words) == 3 and words[0] != "the"):
        return None
    last = w.last_trace(p, w.others, lambda trace: trace.entity.words == ("and",), 12)
    return (last.entity, "the pair: last joint speakers") if last else None


def the_age(w: Walk, p: Phrase) -> Answer | None:
    """ "The 54-year-old said …": who is 54."""
    age, _, rest = w.t.lower[p.head].partition("-")
    if rest != "year-old":
        return None
    last = w.last_trace(p, w.people, lambda trace: trace.entity.age == age, 40)
    return (last.entity, "age") if last else None


def the_author(w: Walk, p: Phrase) -> Answer | None:
    """ "Her memoir says …", "Marr’s letter said …", "the school’s post said …": whose words these are."""
    t = w.t
    work, known = t.lower[p.head], persons()
    ends = p.head + 1 == p.last or t.tag[p.head + 1] & VERB_PARTICIPLE
    if not (work in known.works or work in _PRINTED) or not ends or p.head == p.first:
        return None
    entity: Entity | None = None
    outlet = w.register.over(p.head - 1) if work in _PRINTED else None
    if outlet is not None and outlet.modifier and outlet.entity.type is SpeakerType.ORGANIZATION:
        return outlet.entity, "whose words these are"
    if t.lower[p.first] in HE_OR_SHE:
        entity = w.he_or_she(p.first, None)[0]
    else:
        mark = next((k for k in range(p.first + 1, p.head) if t.lower[k] in POSSESSIVE_MARKS), None)
        if mark is not None:
            entity = w.meant(p.first, mark, None)[0]
    fits = entity is not None and entity.named and (entity.person or work in known.issued)
    return (entity, "whose words these are") if fits else None


def the_issuer(w: Walk, p: Phrase) -> Answer | None:
    """ "Marr & Reed said in a statement … The statement added …": who issued it."""
    t = w.t
    if not _is_the_word(p) or t.lower[p.head] not in persons().issued:
        return None
    before = w.before(t.lower[p.head], p.first)
    sentence = w.sentence_of(before) if before is not None else p.sentence - 1
    speakers = [
        m
        for memory in (w.people, w.others)
        for m in memory.back(p.first)
        if m.speaks and m.sentence >= sentence
    ]
    who = min(speakers, key=lambda m: (m.sentence != sentence, -m.at), default=None)
    return (who.entity, "who issued it") if who else None


def the_role(w: Walk, p: Phrase) -> Answer | None:
    """ "The former secretary-general said …": who has that role, by most of the words."""
    roles = ROLE | ORGANIZATION
    if not w.is_definite(p) or not (w.t.tag[p.head] & roles or w.t.lower[p.head] in persons().bodies):
        return None
    if p.last - p.first == 1 and w.t.lower[p.head] in persons().epithets:
        return None  # "Republican": of that party, no one of it
    entity = w.holder(p)
    if entity is None:
        return None
    loose = _is_somebodys(w, p) or (not entity.person and w.t.lower[p.first] in DEFINITE and _is_the_word(p))
    if loose and not w.is_near(entity, p):
        return None
    return entity, "role"


def _is_somebodys(w: Walk, p: Phrase) -> bool:
    """Whether a phrase tells who somebody is to another, so that it means no one else’s: "her friend"."""
    t = w.t
    if t.lower[p.head] not in persons().related:
        return False
    return bool(t.tag[p.first] & POSSESSIVE) or any(
        t.lower[k] in POSSESSIVE_MARKS for k in range(p.first, p.head)
    )


def named_later(w: Walk, p: Phrase) -> Answer | None:
    """ "A county judge refused … Judge Ann Marr told the court …": the one named soon after by that title."""
    t = w.t
    if t.lower[p.first] not in ("a", "an") or not t.tag[p.head] & ROLE:
        return None
    holders = [e for e in w.holders(p) if e.person and e.seen_at(p.first) < 0 and w.agree(p, e)]
    if len(holders) != 1 or holders[0].mentions[0].sentence - p.sentence > _SOON:
        return None
    return holders[0], "named later"


def named_next(w: Walk, p: Phrase) -> Answer | None:
    """ "Its director spoke. … Ann Marr told reporters": the first person named, soon after, and without a role.

    "A lawmaker wants a dam. … “It is time,” Ann Marr said": so where the article begins.
    """
    if not w.t.tag[p.head] & ROLE or w.t.tag[p.head] & PEOPLE:
        return None
    begins = p.sentence < _LEAD and (w.t.lower[p.first] in ("a", "an") or w.is_bare_role(p.first, p.last))
    if not ((w.is_definite(p) and not w.people.traces) or begins):
        return None
    later = w.register.within(p.last, p.last + _NEXT)
    fresh = (m for m in later if m.entity.person and m.entity.mentions[0] is m and m.sentence > p.sentence)
    first = next((m for m in fresh if not begins or w.register.says(m)), None)
    if first is None or first.sentence - p.sentence > _SOON or not w.acts(first):
        return None
    entity = first.entity
    return (entity, "named next") if len(entity.words) > 1 and not entity.roles and not entity.age else None


def the_one_introduced(w: Walk, p: Phrase) -> Answer | None:
    """ "A board official said … The official added …": who was introduced by that word."""
    t = w.t
    if t.lower[p.first] != "the":
        return None
    known = [one for one in w.described.get(t.lower[p.head], [])[-8:] if one.words[0] in ("a", "an", "one")]
    if not known or not set(t.lower[p.first + 1 : p.head]) <= set(known[-1].words):
        return None
    named = w.holder(p)
    if named is not None and named.seen_at(p.first) > known[-1].seen_at(p.first):
        return None
    return known[-1], "described before"


def introduced_in_between(w: Walk, p: Phrase) -> Answer | None:
    """ "One source said so. A second source shrugged: … the source added", "those voters": the words last used."""
    t = w.t
    what = t.tag[p.head]
    if not _is_the_word(p) or t.lower[p.first] == "this" or not what & (ROLE | PEOPLE) or what & CAPITAL:
        return None
    several = t.lower[p.first] in ("those", "these")
    at = w.before(t.lower[p.head], p.first)
    if at is None or bool(what & PEOPLE) != several:
        return None
    known = w.described.get(t.lower[p.head], [])
    if known and known[-1].seen_at(p.first) >= at:
        return None
    begin = t.sentences[w.sentence_of(at)][0]
    phrase = noun_phrase_before(t, begin, at + 1)
    if phrase is None or w.register.over(at) is not None:
        return None
    first = _people_at_the_end(t, *phrase)
    if first == at or t.lower[first] in DEFINITE or not (several or t.lower[first] in _NEW):
        return None
    return w.meant(first, at + 1, None)[0], "described before"


def the_document(w: Walk, p: Phrase) -> Answer | None:
    """ "The new poll found …": the poll that has a name, where only one has, "the Marr Institute poll"."""
    word = w.t.lower[p.head]
    if not w.t.tag[p.head] & DOCUMENT:
        return None
    named = w.documents.get(word, ())
    if len(named) != 1:
        return None
    return w.describe(word, f"{named[0]} {word}", SpeakerType.DOCUMENT, (word,)), "the named document"


def the_same(w: Walk, p: Phrase) -> Answer | None:
    """ "A board official said … The official added …": who was described so before."""
    t = w.t
    known = w.described.get(t.lower[p.head], [])
    words = set(t.lower[p.first + 1 : p.head])
    for entity in reversed(known[-8:]):
        if t.lower[p.head] in persons().bodies and len(set(entity.words) - DEFINITE) < 2:
            continue  # "the company" again: its first mention was not understood, either
        if words <= set(entity.words):
            return entity, "described before"
    return None


def the_body(w: Walk, p: Phrase) -> Answer | None:
    """ "The council said …": the body in whose name these words stand, "Pellbury Council"."""
    if p.head + 1 != p.last:
        return None
    words = set(w.t.lower[p.first + 1 : p.last])
    last = w.last_trace(
        p, w.others, lambda trace: _is_named_body(trace.entity) and words.issubset(trace.entity.words), 30
    )
    return (last.entity, "the body of that word") if last else None


def the_last_body(w: Walk, p: Phrase) -> Answer | None:
    """ "Marr & Reed sells ships. … The company said …": the last body that did something.

    Else the only one near, the last one that acted further back, the one most spoken of. A word with
    others before it ("the gun group") may be another body: that looks less far.
    """
    t, word = w.t, w.t.lower[p.head]
    if p.last - p.head != 1 or word not in persons().bodies:
        return None
    if any(what & CAPITAL for what in t.tag[p.first + 1 : p.head]):
        return None

    def acting(back: int) -> Mention | None:
        return w.last_trace(p, w.others, lambda trace: _is_named_body(trace.entity) and w.acts(trace), back)

    last = acting(1)
    near = [m for m in w.others.back(p.first) if p.sentence - m.sentence <= 3 and _is_named_body(m.entity)]
    around = {m.entity for m in near if p.sentence - m.sentence <= 1}
    if last is None and len(around) == 1 and word != "campaign":
        return around.pop(), "the only body near"
    plain = _is_the_word(p)
    last = last or acting(6 if plain else 2)
    if last is not None:
        return last.entity, "the body that acted last"
    bodies = [m.entity for m in near if m.entity not in w.barred(p)] if plain else []
    most = max(bodies, key=lambda entity: len(entity.mentions), default=None)
    return (most, "the body most spoken of") if most else None


def _is_the_word(p: Phrase) -> bool:
    """Whether a phrase is no more than "the" and a noun."""
    return p.head - p.first == 1 and p.last - p.head == 1


def _is_named_body(entity: Entity) -> bool:
    body = entity.named and entity.type is SpeakerType.ORGANIZATION and not entity.place
    return body and "." not in entity.name and "-".join(entity.words) not in persons().places


def the_person_just_named(w: Walk, p: Phrase) -> Answer | None:
    """ "Otto Reed was blunter. The former chancellor said …": the subject of the sentence before."""
    t, known = w.t, persons()
    word = t.lower[p.head]
    aged = word.endswith("-year-old")
    if (
        t.lower[p.first] != "the"
        or not (t.tag[p.head] & ROLE or aged)
        or t.tag[p.head] & (PEOPLE | ORGANIZATION)
    ):
        return None
    if word in _ANYBODY or word in ASKERS:
        return None
    said, gender = set(t.lower[p.first : p.last]), known.gender.get(word)
    again = aged or word in known.epithets or t.lower[p.first + 1] in ("former", "retired")
    again = again or (p.head - p.first > 1 and bool(t.tag[p.head - 1] & CAPITAL))  # "the Florida senator"

    def acts(trace: Mention) -> bool:
        entity = trace.entity
        if (
            not entity.named
            or entity.seen_at(p.first) < 0
            or (gender and not entity.fits(gender))
            or not w.acts(trace)
        ):
            return False
        return not any(known.clash(said, role.words) for role in entity.roles)

    def here(trace: Mention) -> bool:
        return w.paragraph_of(trace.sentence) == w.paragraph_of(p.sentence) and acts(trace)

    last = w.last_trace(p, w.people, here, 1)
    if last is None and again:
        last = w.last_trace(p, w.people, lambda trace: not trace.entity.roles and acts(trace), 6)
        last = last or w.last_trace(p, w.people, acts, 6)
    return (last.entity, "role: the person just named") if last else None


def the_unnamed(w: Walk, p: Phrase) -> Answer | None:
    """ "A cashier shook her head. … the woman said": the last one who was described and not named."""
    t = w.t
    if t.lower[p.first] != "the" or p.last - p.first != 2 or t.lower[p.head] not in _ANYBODY:
        return None
    gender = persons().gender.get(t.lower[p.head])
    last = w.last_trace(p, w.people, lambda trace: trace.speaks and not trace.entity.named, 8)
    if last is None or (gender and not last.entity.fits(gender)):
        return None
    return last.entity, "the one described before"


def no_one(w: Walk, p: Phrase) -> Answer | None:
    """ "two weeks", "2012", "it’s hard": words that can be nobody’s description."""
    t = w.t
    time = t.tag[p.head] & TIME and not t.tag[p.head] & (PEOPLE | CAPITAL | ORGANIZATION)
    year = t.raw[p.head].isdigit() and p.last - p.first == 1
    first, second = t.lower[p.first], t.lower[p.first + 1] if p.last - p.first > 1 else ""
    clause = first in POSSESSIVE_MARKS or first == "let"
    clause = clause or (first in _CONTRACTED and second in POSSESSIVE_MARKS)
    return (None, "no speaker") if time or year or clause else None


def as_described(w: Walk, p: Phrase) -> Answer | None:
    """ "Ukrainian officials", "a person familiar with the talks": no name is told; the words stand."""
    words = tuple(w.t.lower[p.first : p.last])
    return w.describe(w.t.lower[p.head], w.wording(p), type_of(w.t, p.first, p.head), words), "as described"


# Pronouns that stand for nobody named: "I expect …" outside quotation marks, "This suggests …".
NOBODY = dict.fromkeys(_WRITER, "the writer") | dict.fromkeys(_NO_SPEAKER, "no speaker")
# What a mention of one word stands for, where that word is a pronoun.
PRONOUNS: dict[str, Callable[[Walk, Phrase], Answer]] = {
    word: rule
    for words, rule in (
        (_IT, it),
        (_THEY, they),
        (HE_OR_SHE, he_or_she),
        (_RELATIVE, relative),
    )
    for word in words
}
# Whom a phrase stands for: first what its names say, …
NAMED: list[Callable[[Walk, Phrase], Answer | None]] = [
    apposed_name,
    joint,
    titled_name,
    title_of_a_name,
    name,
]
# … then what "the", "this" or "those" say of somebody known, …
KNOWN: list[Callable[[Walk, Phrase], Answer | None]] = [
    the_pair,
    the_age,
    the_author,
    the_issuer,
    introduced_in_between,
    the_one_introduced,
    the_role,
    named_next,
    the_body,
    the_document,
    the_same,
    the_last_body,
    the_unnamed,
    the_person_just_named,
    no_one,
    as_described,
]
# … or any other words: "a judge", "his mother", "officials".
DESCRIBED: list[Callable[[Walk, Phrase], Answer | None]] = [
    the_pair,
    the_age,
    the_author,
    the_role,
    named_later,
    named_next,
    no_one,
    as_described,
]
