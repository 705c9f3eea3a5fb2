"""Described again: "Otto Reed was blunter. The former chancellor said", "A source called. … The source added"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    CUE,
    DOCUMENT,
    HONORIFIC,
    INFLECTED,
    ORGANIZATION,
    PEOPLE,
    PREPOSITION,
    ROLE,
    SUBORDINATOR,
    TAGS,
    WORD,
)
from claimcli.lexicon.names import persons
from claimcli.parser.attribution.labels import ASKERS
from claimcli.parser.grammar import A_OR_AN, ARTICLES, POSSESSIVE_MARKS, leads_in, noun_phrase_before
from claimcli.parser.speakers.descriptions.traits import (
    ANYBODY,
    NAMELESS,
    age_told,
    last_before,
    may_be,
    tells_of_another,
)
from claimcli.parser.speakers.entity import FORMER, Entity, Mention
from claimcli.parser.speakers.heads import TAKES_MORE, head_of, is_somebody
from claimcli.parser.speakers.holders import proper_behind, says_of_oneself
from claimcli.parser.speakers.naming.titles import PARTISANS
from claimcli.parser.speakers.phrase import DEFINITE, NEW, Answer, Phrase
from claimcli.parser.speakers.pronouns.relatives import people_at_the_end
from claimcli.parser.speakers.roles import TELLS

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

_KNOW: Final = TAKES_MORE | {"briefed", "knowledge", "anonymity"}
_OF_COUNTRIES: Final = frozenset(
    "president minister premier chancellor king queen emperor ambassador envoy".split()
)
"""Who holds an office of a country, which needs no name: "the Danish **president**"."""
_NEAR: Final = 150  # tokens
_PLAIN: Final = 2  # tokens of "the head" teacher
_OFTEN: Final = 4  # mentions
_JUST: Final = "role: the person just named"
_AGAIN: Final = "role: the person called again"


def the_person(w: Walk, p: Phrase) -> Answer | None:
    """ "A source close to Marr called. The person said …": who has just been described, and not named.

    "Two people close to Marr met. *The sources* said …": those in the know.
    """
    if p.word == "sources":
        return w.look(p, w.others, lambda m: not _KNOW.isdisjoint(m.entity.words), 4, "described before")
    if p.word != "person":
        return None
    return w.look(p, w.people, lambda m: not m.entity.named, 2, "described before")


def the_one_introduced(w: Walk, p: Phrase) -> Answer | None:
    """ "A board official said … The official added …": who was introduced by that word."""
    t = w.t
    known = [one for one in w.described.get(p.word, [])[-8:] if one.words[0] in ("a", "an", "one")]
    behind = set(t.lower[p.head + 1 : p.last]) - ARTICLES  # "the man in the **red hat**", of two men
    fitting = [one for one in known if behind.issubset(one.words)] or known[-1:]
    one = max(fitting, key=lambda one: one.seen_at(p.first), default=None)
    if one is None or not set(t.lower[p.first + 1 : p.head]).issubset(one.words) or tells_of_another(p, one):
        return None
    named = w.holders.best(p, w.named_in(p.claim))
    called = p.is_the_word or (named is not None and any(role.head == p.word for role in named.roles))
    if named is not None and called and named.seen_at(p.first) > one.seen_at(p.first):
        return None  # but "the *senior harbour* official" is who was called so, no minister
    return one, "described before"


def introduced_in_between(w: Walk, p: Phrase) -> Answer | None:
    """ "One source said so. A second source shrugged: … the source added", "those voters": the words last used."""
    t, what = w.t, p.what
    if p.opens == "this" or not what & (ROLE | PEOPLE | DOCUMENT) or what & CAPITAL:
        return None
    if what & DOCUMENT and w.holders.named(p.word):
        return None
    several = p.opens in ("those", "these")
    at = last_before(w, p.word, p.first)
    if at is None or bool(what & PEOPLE) != several:
        return None
    known = w.described.get(p.word, [])
    if known and known[-1].seen_at(p.first) >= at:
        return None
    begin = t.sentences[w.sentence_of(at)][0]
    phrase = noun_phrase_before(t, begin, at + 1)
    if phrase is None or w.register.over(at) is not None:
        return None
    first = people_at_the_end(t, *phrase)
    if first == at or t.lower[first] in DEFINITE or not (several or t.lower[first] in NEW):
        return None
    if head_of(t, first, at + 1) != at:
        return None  # "a candidate for president"
    k = first - 1
    k -= bool(t.tag[k] & ADVERB)  # "Ann Marr is now *a nurse*"
    if t.lower[k] in TELLS or t.lower[k] == "as" or w.register.told_of(first) is not None:
        return None  # "Marr Air, *an operator* of ferries", "Ann Marr works as *a nurse*": tells what the name is
    return w.meant(first, at + 1, None)[0], "described before"


def the_person_just_named(w: Walk, p: Phrase) -> Answer | None:
    """ "Otto Reed was blunter. The former chancellor said …": the subject of the sentence before."""
    of_a_nation = p.what & CAPITAL > 0 and p.word in persons().somebody  # "the German said"
    if of_a_nation and last_before(w, p.word, p.first) is not None:
        # "The *Russian* coach, Otto Reed, was late. … The *Russian* said".
        return w.look(p, w.people, lambda m: any(p.word in role.words for role in m.entity.roles), 6, _AGAIN)
    if not (_may_be_known(p) or of_a_nation):
        return None
    meant = _Meant(w, p, of_a_nation or _calls_again(w, p))
    other = meant.the_other() if meant.again else None
    if other is not None:
        return other, "role: the other one of the sentence"
    here = w.paragraph_of(p.sentence)
    just = meant.look(_JUST, 1, lambda m: w.paragraph_of(m.sentence) == here)
    if just is not None or not meant.again:
        return just
    about = meant.look(_JUST, 1, _is_often_named) or (
        meant.look(_AGAIN, 6, _is_often_named) if p.is_the_word else None
    )
    if about is not None:
        return about  # whom the article is about
    last = meant.look(_AGAIN, 1, lambda m: m.speaks)
    last = last or meant.look(_AGAIN, 6, lambda m: not m.entity.roles) or meant.look(_AGAIN, 6, None)
    return last or meant.only_one_near()


def contrasted(w: Walk, p: Phrase) -> set[Entity]:
    """Who does something else meanwhile, and is another: "The mayor sang while *Ann Marr* wept".

    So is who acts in what leads to the clause: "Because *Ann Marr* objected, the mayor left".
    """
    t, (begin, end) = w.t, w.t.sentences[p.sentence]
    if t.lower[p.first - 1] == "," and p.first > begin and leads_in(t, begin, p.first - 1):
        again = p.word in persons().epithets  # "When Ann Marr said that *Tom Reed* was late, the candidate"
        said = t.find({"that"}, begin, p.first, p.first) if again else p.first
        named = w.register.people_within(begin, said)  # but "as *a Reed* aide" tells of no Reed
        return {m.entity for m in named if not (m.modifier and t.lower[m.title - 1] in A_OR_AN)}
    opens = t.find({"while", "whereas"}, p.last, end - 1, end) + 1
    name = w.register.person_at(opens) if opens < end else None
    return {name.entity} if name is not None and w.acts(name) else set()


def _is_often_named(name: Mention) -> bool:
    return len(name.entity.mentions) >= _OFTEN


class _Meant:
    """Whom a description may call again: none of some others, nor who is told to be something else."""

    def __init__(self, w: Walk, p: Phrase, again: bool) -> None:
        self.w = w
        self.p = p
        self.gender = persons().gender.get(p.word) or says_of_oneself(p)
        second = p.t.lower[p.first + 1]
        self.formerly = second in ("former", "retired") or second.startswith("ex-")
        self.again = again or self.formerly
        self.another = not self.again and not _tells_much(p)
        tag, before = p.t.tag, p.t.tag[p.first - 1] if p.first else 0
        that = p.first > 1 and p.t.lower[p.first - 1] == "that"
        says = that and bool(tag[p.first - 2] & CUE and tag[p.first - 2] & INFLECTED)
        # "*Tom Reed’s* aides said that the candidate …", "a picture of *Tom Reed*, and a note that the businessman …"
        self.told = says or (that and p.word in persons().gender)
        opens = says or bool(before & SUBORDINATOR)  # "*Ann Marr* suggested that the veteran …"
        leads = opens or bool(before & PREPOSITION)
        here = [m for m in w.people.back(p.first) if m.sentence == p.sentence] if leads else []
        # "*Ann Marr* wept while the mayor laughed", "*Otto Reed* heard it from the mayor": somebody else.
        self.subjects = frozenset([m.entity for m in here if opens and w.acts(m)])
        beside = [
            m for m in here if before & PREPOSITION and all(what & WORD for what in tag[m.last : p.first - 1])
        ]
        # "In an interview with *Tom Reed*, the mayor said": somebody else, too.
        first, within = p.t.sentences[p.sentence][0], before & WORD and not before & COORDINATOR
        along = p.t.find({"with"}, first, p.first, p.first) if p.t.lower[p.first - 1] == "," else p.first
        mention = p.claim.mention if p.claim is not None else None
        self.others = self.subjects.union(
            [m.entity for m in beside],
            [m.entity for m in w.register.within(along, p.first)],
            contrasted(w, p),
            # "*Marr denied* that, with the mayor weeping"; no "Marr said yes, and *the mayor* wept"
            {who for q, who in w.says.items() if first <= q < p.first} if within else (),
            # "The thief who robbed *Tom Reed* said": nor he
            [m.entity for m in w.register.people_within(p.last, mention[1] if mention else p.last)],
        )

    def may_be(self, entity: Entity) -> bool:
        """Whether nothing that is told of somebody, or of the clause, speaks against it."""
        told = self.formerly and self.p.word in persons().offices and _serves(entity)
        if self.another:  # an MP may well be a secretary
            told = any(role.head not in persons().postnominals for role in entity.roles)
        told = told or bool(entity.roles and self.p.word.startswith("spokes"))  # no analyst is the spokesman
        return entity not in self.others and not told and may_be(self.w, self.p, entity)

    def look(self, rule: str, back: int, also: Callable[[Mention], bool] | None) -> Answer | None:
        """Who was the last to act among those whom it may call again, and of whom something else holds, too."""
        return self.w.look(
            self.p, self.w.people, lambda m: (also is None or also(m)) and self._acts(m), back, rule
        )

    def _acts(self, trace: Mention) -> bool:
        """Whether somebody named, whom the description fits, is mentioned as the subject of a verb."""
        entity, gender = trace.entity, self.gender
        fits = entity.named and entity.seen_at(self.p.first) >= 0 and (not gender or entity.fits(gender))
        if FORMER.isdisjoint(self.p.t.lower[self.p.first : self.p.head]) and proper_behind(self.p):
            return False  # "the mayor *of Arra*" is no one else, "the former mayor of Arra" may be
        first, end = self.p.t.sentences[trace.sentence]
        heads = trace.title == first and trace.last == end - 1  # "6. *Ann Marr*. The Ohio governor …"
        return fits and (heads or self.w.acts(trace)) and self.may_be(entity)

    def the_other(self) -> Entity | None:
        """ "Ann Marr thanked *Tom Reed* when the veteran wept": who is named in the sentence and is not its subject."""
        w, p = self.w, self.p
        parted = bool(self.subjects) or self.told  # "Fans of *Tom Reed* like *the veteran’s* claim"
        if not parted and w.t.word(p.last) not in POSSESSIVE_MARKS:
            return None
        names = w.register.within(max(w.t.sentences[p.sentence][0], p.first - _NEAR), p.first)
        named = {m.entity for m in names if m.entity.person and not m.modifier and (parted or not w.acts(m))}
        others = named - self.subjects - w.named_in(p.claim)
        fitting = [e for e in others if may_be(w, p, e)]
        return fitting[0] if len(fitting) == 1 else None

    def only_one_near(self) -> Answer | None:
        """ "Fans still ask for Tom Reed. The former champion said …": the only person named just before."""
        w, p, gender = self.w, self.p, persons().gender.get(self.p.word)
        back = 6 if gender else 1
        near = {m.entity for m in w.people.back(p.first) if p.sentence - m.sentence <= back}
        full = [e for e in near - w.named_in(p.claim) if e.named and len(e.words) > 1]
        fitting = [e for e in full if gender in (None, e.gender) and self.may_be(e)]
        fits = len(fitting) == 1 and (not self.gender or fitting[0].fits(self.gender))
        return (fitting[0], "role: the only one it fits") if fits else None


def _may_be_known(p: Phrase) -> bool:
    """Whether a description may be of somebody known: "the chancellor", no "man" that may be anybody, no reporter."""
    if p.opens != "the" or p.word in ANYBODY or p.what & (PEOPLE | ORGANIZATION):
        return False
    if p.t.raw[p.head].istitle() and p.word not in PARTISANS and not p.is_the_word:
        return False  # "the Marr *Star*", a paper
    if p.word in ASKERS and p.word not in persons().epithets:
        return False
    return is_somebody(p.t, p.head) or age_told(p) != ""


def _calls_again(w: Walk, p: Phrase) -> bool:
    """Whether words mostly call somebody again: "the billionaire", "the 54-year-old", "the Florida senator"."""
    return age_told(p) != "" or p.word in persons().epithets or _is_of_a_kind(w, p)


def _tells_much(p: Phrase) -> bool:
    """Whether words tell more than a role: "the famously gruff senator", "the fund’s manager", "is the architect".

    "The nurse", "the head teacher" are not who is told to be something else.
    """
    marked = p.t.holds(ADVERB | CAPITAL, p.first + 1, p.head)
    told = p.first > 0 and p.t.tag[p.first - 1] & AUXILIARY
    return marked or bool(told) or p.head - p.first > _PLAIN


def _is_of_a_kind(w: Walk, p: Phrase) -> bool:
    """ "The Florida senator" is somebody known; "the Danish president" holds an office that needs no name.

    "The Marr Air clerk" is anybody who works there.
    """
    if p.head - p.first < 2 or not p.t.tag[p.head - 1] & CAPITAL or p.word in _OF_COUNTRIES:
        return False
    name = w.register.over(p.head - 1)
    return name is None or name.entity.place or p.word not in NAMELESS | persons().trades


def _serves(entity: Entity) -> bool:
    """Whether what somebody is now speaks against "the former mayor": a campaign manager; not a senator, a wife."""
    vague = persons().epithets | persons().kin
    now = (role.head for role in entity.roles if not role.former)
    return any(head not in vague and not TAGS.get(head, 0) & HONORIFIC for head in now)
