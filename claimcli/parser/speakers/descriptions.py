"""Whom a description stands for: "the former secretary-general", "his mother", "officials".

Each rule takes a phrase and answers, or leaves it to the next. The lists at the end tell the order.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    CAPITAL,
    DETERMINER,
    DOCUMENT,
    HONORIFIC,
    ORGANIZATION,
    PEOPLE,
    POSSESSIVE,
    ROLE,
    TAGS,
    TIME,
    VERB_PARTICIPLE,
)
from claimcli.lexicon.names import Gender, persons
from claimcli.model import SpeakerType
from claimcli.parser.grammar import POSSESSIVE_MARKS, noun_phrase_before
from claimcli.parser.speakers.entity import Entity, Mention, is_joint
from claimcli.parser.speakers.found import says
from claimcli.parser.speakers.he_or_she import ASKERS, HE_OR_SHE
from claimcli.parser.speakers.phrase import ARTICLES, DEFINITE, Answer, Phrase, is_bare_role
from claimcli.parser.speakers.pronouns import PRONOUNS
from claimcli.parser.speakers.relatives import people_at_the_end
from claimcli.parser.speakers.roles import head_of, type_of

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk
    from claimcli.parser.text import Tokens

_ANYBODY: Final = frozenset({"man", "woman", "boy", "girl", "person", "member", "resident", "voter"})
_SOON: Final = 4  # sentences
_LEAD: Final = 3  # sentences in which an article may speak of somebody before it names them
_NEXT: Final = 150  # tokens
_CONTRACTED: Final = frozenset({"it", "that", "there"})  # before "’s": no owners
_NEW: Final = frozenset({"a", "an", "one", "another"})
_PRINTED: Final = frozenset(
    {"article", "story", "editorial", "headline", "page", "cover"}
)  # whose words are a paper’s
_RESEARCH: Final = ("study", "journal", "research", "researchers", "scientists")
_PAIR: Final = frozenset({"two", "pair", "both", "duo", "couple"})
_BY_TURNS: Final = 6  # sentences
_NAMELESS: Final = frozenset(
    "official officials source aide adviser advisor insider person executive staffer member operative strategist donor "
    "supporter ally friend relative employee worker resident voter critic lawmaker".split()
)
"""As whom people speak whose names are not told."""
_UNTOLD: Final = frozenset(
    "anonymity anonymous anonymously unnamed unidentified authorized authorised".split()
)
_OFTEN: Final = 4  # mentions
_BACK: Final = 149  # tokens


def the_pair(w: Walk, p: Phrase) -> Answer | None:
    """ "The two said …", "Both women said …", "The couple said …": the last joint speakers, or the only two near."""
    words = w.t.lower[p.first : p.last]
    if len(words) > 3 or _PAIR.isdisjoint(words) or words[0] not in ("the", "both"):
        return None  # "two officials said": anybody
    if words[0] == "both" and len(words) > 1 and not (w.t.tag[p.head] & PEOPLE or words[-1].endswith("s")):
        return None  # "both the mayor (and her aide)"
    last = w.last_trace(p, w.others, lambda trace: is_joint(trace.entity), 12)
    if last is not None:
        return last.entity, "the pair: last joint speakers"
    if not w.t.tag[p.head] & (ORGANIZATION | DOCUMENT) and words[-1] != "couple":
        spoke = [m for m in w.people.back(p.first) if m.speaks and p.sentence - m.sentence <= _BY_TURNS]
        two = list(dict.fromkeys(m.entity for m in reversed(spoke) if m.entity.named))
        if len(two) == 2 and w.barred(p).isdisjoint(two):
            return w.pair(*two), "the pair: the only two who spoke"
    return None


def the_bodies(w: Walk, p: Phrase) -> Answer | None:
    """ "The Arra and Pellbury councils met. … The councils said …": the bodies last named together."""
    word = w.t.lower[p.head]
    if not _is_the_word(p) or not word.endswith("s") or w.t.tag[p.head] & CAPITAL:
        return None
    one = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    if one not in persons().bodies and not TAGS.get(one, 0) & ORGANIZATION:
        return None
    last = w.last_trace(
        p, w.others, lambda trace: is_joint(trace.entity) and one in trace.entity.name.lower(), 3
    )
    return (last.entity, "the bodies last named together") if last else None


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
    leads = t.lower[p.head + 1] if p.head + 2 < p.last else ""
    if work in known.works and leads in ("by", "from"):
        entity = w.meant(p.head + 2, p.last, None)[0]
        named = entity is not None and (entity.named or is_joint(entity))
        return (entity, "whose words these are") if named else None
    if work in _PRINTED and leads in ("in", "of"):
        paper = w.meant(p.head + 2, p.last, None)[0]
        if paper is not None and paper.named and paper.type is SpeakerType.ORGANIZATION:
            return paper, "whose words these are"
    if not (work in known.works or work in _PRINTED) or not ends or p.head == p.first:
        return None
    entity = None
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
    before = _before(w, t.lower[p.head], p.first)
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
    roles = ROLE | ORGANIZATION | HONORIFIC
    if not _is_definite(w, p) or not (w.t.tag[p.head] & roles or w.t.lower[p.head] in persons().bodies):
        return None
    if p.last - p.first == 1 and w.t.lower[p.head] in persons().epithets:
        return None  # "Republican": of that party, no one of it
    entity = w.holders.best(p, w.barred(p))
    if entity is None or _is_anothers(w, p, entity):
        return None
    loose = _is_somebodys(w, p) or (not entity.person and w.t.lower[p.first] in DEFINITE and _is_the_word(p))
    if loose and not _is_near(w, entity, p):
        return None
    return entity, "role"


def two_roles(w: Walk, p: Phrase) -> Answer | None:
    """ "The tycoon and former mayor said …": who has one of both roles."""
    t = w.t
    joint = next((i for i in range(p.first + 1, p.last - 1) if t.lower[i] == "and"), None)
    if joint is None or t.tag[joint + 1] & (DETERMINER | POSSESSIVE | PEOPLE):
        return None
    for first, last in ((joint + 1, p.last), (p.first, joint)):
        head = head_of(t, first, last)
        if head is None or not t.tag[head] & ROLE or t.tag[head] & PEOPLE:
            return None
        one = Phrase(first, last, head, p.sentence, p.claim)
        answer = the_role(w, one) or the_person_just_named(w, one)
        if answer is not None:
            return answer
    return None


def _is_anothers(w: Walk, p: Phrase, entity: Entity) -> bool:
    """Whether a possessive speaks against somebody: "its president" is not "Arra’s president" if "it" is Dell."""
    first = p.first
    if not w.t.tag[first] & POSSESSIVE or w.t.lower[first] not in PRONOUNS:
        return False
    owner = PRONOUNS[w.t.lower[first]](w, Phrase(first, first + 1, first, p.sentence, p.claim))[0]
    if owner is None or not owner.named:
        return False
    return any(
        mark in role.words and role.words.isdisjoint(owner.words)
        for role in entity.roles
        for mark in POSSESSIVE_MARKS
    )


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
    if t.lower[p.first] not in ("a", "an") or not t.tag[p.head] & ROLE or t.lower[p.head] in _NAMELESS:
        return None
    if not _UNTOLD.isdisjoint(t.lower[p.last : t.sentences[p.sentence][1]]):
        return None  # "an agent who asked for anonymity"
    holders = [
        e
        for e in w.holders.near(p, w.barred(p))
        if e.person and e.seen_at(p.first) < 0 and w.holders.agree(p, e)
    ]
    if len(holders) != 1 or holders[0].mentions[0].sentence - p.sentence > _SOON:
        return None
    return holders[0], "named later"


def named_next(w: Walk, p: Phrase) -> Answer | None:
    """ "Its director spoke. … Ann Marr told reporters": the first person named, soon after, and without a role.

    "A lawmaker wants a dam. … “It is time,” Ann Marr said": so where the article begins.
    """
    if not w.t.tag[p.head] & ROLE or w.t.tag[p.head] & PEOPLE:
        return None
    begins = p.sentence < _LEAD and (w.t.lower[p.first] in ("a", "an") or is_bare_role(w, p.first, p.last))
    if not ((_is_definite(w, p) and not w.people.traces) or begins):
        return None
    later = w.register.within(p.last, p.last + _NEXT)
    fresh = (m for m in later if m.entity.person and m.entity.mentions[0] is m and m.sentence > p.sentence)
    first = next((m for m in fresh if not begins or says(w.t, m)), None)
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
    named = w.holders.best(p, w.barred(p))
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
    at = _before(w, t.lower[p.head], p.first)
    if at is None or bool(what & PEOPLE) != several:
        return None
    known = w.described.get(t.lower[p.head], [])
    if known and known[-1].seen_at(p.first) >= at:
        return None
    begin = t.sentences[w.sentence_of(at)][0]
    phrase = noun_phrase_before(t, begin, at + 1)
    if phrase is None or w.register.over(at) is not None:
        return None
    first = people_at_the_end(t, *phrase)
    if first == at or t.lower[first] in DEFINITE or not (several or t.lower[first] in _NEW):
        return None
    return w.meant(first, at + 1, None)[0], "described before"


def the_document(w: Walk, p: Phrase) -> Answer | None:
    """ "The new poll found …", "The campaign said …": the one that was named last."""
    word = w.t.lower[p.head]
    campaign = word == "campaign" and _is_the_word(p)
    if not (w.t.tag[p.head] & DOCUMENT or campaign):
        return None
    maker = w.register.over(p.head - 1)
    name = w.holders.document(p, maker.entity if maker else None)
    if name is None:
        return None
    kind = SpeakerType.ORGANIZATION if campaign else SpeakerType.DOCUMENT
    return w.describe(word, name, kind, (word,)), "the named document"


def the_document_of_the_lead(w: Walk, p: Phrase) -> Answer | None:
    """ "… wins, a new poll found. … The survey, conducted by the Marr Institute, …": the only one that has a name."""
    lead = p.sentence < _LEAD and w.t.lower[p.first] in ("a", "an") and w.t.tag[p.head] & DOCUMENT
    makers = {one.maker for one in w.holders.named(w.t.lower[p.head])} if lead else ()
    return the_document(w, p) if len(makers) == 1 else None


def the_paper(w: Walk, p: Phrase) -> Answer | None:
    """ "A study in a journal found it. … The paper suggests …": a study, and no newspaper."""
    if w.t.lower[p.head] != "paper" or not _is_the_word(p):
        return None
    if all(_before(w, word, p.first) is None for word in _RESEARCH):
        return None
    return w.describe("paper", "paper", SpeakerType.DOCUMENT, ("the", "paper")), "as described"


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
    if p.last - p.head != 1 or word not in persons().bodies or word == "campaign":
        return None  # a campaign is somebody's, and named so before
    if any(what & CAPITAL for what in t.tag[p.first + 1 : p.head]):
        return None

    def acting(back: int) -> Mention | None:
        return w.last_trace(p, w.others, lambda trace: _is_named_body(trace.entity) and w.acts(trace), back)

    beside = w.register.ending(p.first - 1) if p.first and t.lower[p.first - 1] == "," else None
    if beside is not None and _is_named_body(beside.entity):
        return beside.entity, "the body before the comma"  # "he worked for Marr Air, the airline said"
    last = acting(1)
    near = [m for m in w.others.back(p.first) if p.sentence - m.sentence <= 3 and _is_named_body(m.entity)]
    around = {m.entity for m in near if p.sentence - m.sentence <= 1}
    if last is None and len(around) == 1:
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
    if word in _ANYBODY:
        return None
    gender = known.gender.get(word)
    again = aged or word in known.epithets or t.lower[p.first + 1] in ("former", "retired")
    of_a_kind = p.head - p.first > 1 and bool(t.tag[p.head - 1] & CAPITAL)  # "the Florida senator"
    if word in ASKERS and not (of_a_kind and word in known.epithets):
        return None
    again = again or of_a_kind

    acts = partial(_acts, w, p, gender)
    here = w.paragraph_of(p.sentence)
    last = w.last_trace(p, w.people, lambda m: w.paragraph_of(m.sentence) == here and acts(m), 1)
    if last is None and again:
        last = w.last_trace(p, w.people, lambda m: len(m.entity.mentions) >= _OFTEN and acts(m), 1)
    if last is not None:
        return last.entity, "role: the person just named"
    if not again:
        return None
    last = w.last_trace(p, w.people, lambda m: not m.entity.roles and acts(m), 6)
    last = last or w.last_trace(p, w.people, acts, 6)
    if last is not None:
        return last.entity, "role: the person called again"
    only = _only_one_near(w, p, gender)
    return (only, "role: the only one it fits") if only else None


def _acts(w: Walk, p: Phrase, gender: Gender | None, trace: Mention) -> bool:
    """Whether somebody named, whom a description fits, is mentioned as the subject of a verb."""
    entity = trace.entity
    fits = entity.named and entity.seen_at(p.first) >= 0 and (not gender or entity.fits(gender))
    return fits and w.acts(trace) and _may_be(w, p, entity)


def _may_be(w: Walk, p: Phrase, entity: Entity) -> bool:
    """Whether nothing that is told of somebody speaks against a description."""
    said = set(w.t.lower[p.first : p.last])
    return not any(persons().clash(said, role.words) for role in entity.roles)


def _only_one_near(w: Walk, p: Phrase, gender: Gender | None) -> Entity | None:
    """ "Fans still ask for Tom Reed. The former champion said …": the only person named just before."""
    back = 6 if gender else 1
    near = {m.entity for m in w.people.back(p.first) if p.sentence - m.sentence <= back}
    fitting = [
        entity
        for entity in near - w.barred(p)
        if entity.named
        and len(entity.words) > 1
        and gender in (None, entity.gender)
        and _may_be(w, p, entity)
    ]
    return fitting[0] if len(fitting) == 1 else None


def no_one(w: Walk, p: Phrase) -> Answer | None:
    """ "two weeks", "2012", "it’s hard", "her decision", "the other": words that can be nobody’s description."""
    t = w.t
    time = t.tag[p.head] & TIME and not t.tag[p.head] & (PEOPLE | CAPITAL | ORGANIZATION)
    year = t.raw[p.head].isdigit() and p.last - p.first == 1
    first, second = t.lower[p.first], t.lower[p.first + 1] if p.last - p.first > 1 else ""
    other = t.lower[p.first : p.last] == ["the", "other"]
    does = t.lower[p.head] in persons().acts or t.lower[p.head].removesuffix("s") in persons().acts
    act = other or (does and not t.tag[p.head] & CAPITAL)
    clause = first in POSSESSIVE_MARKS or first == "let"
    clause = clause or (first in _CONTRACTED and second in POSSESSIVE_MARKS)
    return (None, "no speaker") if time or year or clause or act else None


def as_described(w: Walk, p: Phrase) -> Answer | None:
    """ "Ukrainian officials", "a person familiar with the talks": no name is told; the words stand."""
    words = tuple(w.t.lower[p.first : p.last])
    known = w.register.by_words.get(words) if w.t.tag[p.first] & CAPITAL else None
    if known is not None and known.mentions:
        return known, "name"  # "Chirp", where it opens a sentence
    return w.describe(w.t.lower[p.head], _wording(w, p), type_of(w.t, p.first, p.head), words), "as described"


def _is_definite(w: Walk, p: Phrase) -> bool:
    """Whether a phrase speaks of somebody known: "the mayor", "his sister", "museum head"."""
    t = w.t
    if t.lower[p.first] in ("a", "an", "one", "another", "some") or t.tag[p.head] & PEOPLE:
        return False
    return bool(t.tag[p.first] & (DETERMINER | POSSESSIVE | CAPITAL) or t.tag[p.head] & ROLE)


def _is_near(w: Walk, entity: Entity, p: Phrase) -> bool:
    """Whether somebody was just mentioned: in this sentence or in the one before."""
    at = entity.seen_at(p.first)
    return at >= 0 and p.sentence - w.sentence_of(at) <= 1


def _before(w: Walk, word: str, at: int) -> int | None:
    """Where a word stands last before a token, not far back."""
    near = w.t.lower[max(0, at - _BACK) : at]
    near.reverse()
    return at - 1 - near.index(word) if word in near else None


def _wording(w: Walk, p: Phrase) -> str:
    """A description as it stands, without its article; "his" as the name it stands for."""
    t = w.t
    first, last = p.first, p.last
    if t.lower[first : first + 3] == ["a", "number", "of"] and p.head == first + 1:
        first += 3
    while first < p.head and t.lower[first] in ARTICLES:
        first += 1
    if p.head + 1 < last and t.tag[p.head + 1] & VERB_PARTICIPLE:
        last = p.head + 1  # "a poll released on Friday": the poll
    while t.lower[last - 1] in (",", "."):
        last -= 1
    if first < p.head and t.lower[first] in HE_OR_SHE:
        owned = first
    else:  # "some of *her* followers"
        owned = next((k for k in range(p.head + 2, last - 1) if _is_of_him_or_her(t, k)), last)
    owner = w.he_or_she(owned, None)[0] if owned < last else None
    if owner is None:
        return " ".join(t.words(first, last).split())
    before = f"{t.words(first, owned)} " if first < owned else ""
    return " ".join(f"{before}{owner.name}’s {t.words(owned + 1, last)}".split())


def _is_of_him_or_her(t: Tokens, k: int) -> bool:
    """Whether a token is the possessive in "of his", "of her"."""
    return t.lower[k - 1] == "of" and t.lower[k] in HE_OR_SHE and bool(t.tag[k] & POSSESSIVE)


# What "the", "this" or "those" say of somebody known.
KNOWN: Final[list[Callable[[Walk, Phrase], Answer | None]]] = [
    the_pair,
    the_bodies,
    the_age,
    the_author,
    the_issuer,
    introduced_in_between,
    the_one_introduced,
    two_roles,
    the_role,
    named_next,
    the_paper,
    the_body,
    the_document,
    the_same,
    the_last_body,
    the_person_just_named,
    no_one,
    as_described,
]
# What any other words say: "a judge", "his mother", "officials".
DESCRIBED: Final[list[Callable[[Walk, Phrase], Answer | None]]] = [
    the_pair,
    the_age,
    the_author,
    the_role,
    the_document_of_the_lead,
    named_later,
    named_next,
    no_one,
    as_described,
]
