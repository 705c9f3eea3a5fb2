"""Bodies described: "the council", "the company", "the Arra and Pellbury councils"."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    AUXILIARY,
    CAPITAL,
    DOCUMENT,
    ORGANIZATION,
    PEOPLE,
    ROLE,
    SUBORDINATOR,
    forms_of,
    singular,
)
from claimcli.lexicon.kinds import body_of, kind_of
from claimcli.lexicon.names import persons
from claimcli.parser.grammar import A_OR_AN, ARTICLES, POSSESSIVE_MARKS, noun_phrase_before
from claimcli.parser.speakers.clause import before_the, ends_lead
from claimcli.parser.speakers.descriptions.traits import last_before
from claimcli.parser.speakers.entity import BODY, Entity, Mention, is_joint
from claimcli.parser.speakers.heads import OF_WHAT, head_of
from claimcli.parser.speakers.naming.known_names import of_another
from claimcli.parser.speakers.naming.runs import OF, OF_STATES
from claimcli.parser.speakers.phrase import LEAD, Answer, Phrase
from claimcli.parser.speakers.pronouns.opening import opening_of

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk
    from claimcli.parser.text import Tokens

_OF_A_SORT: Final = frozenset(
    "university college school academy court tribunal chamber legislature parliament".split()
)
"""Words for bodies whose names mostly tell what they are."""
_OF_OTHERS: Final = frozenset({"panel", "channel"})
"""Words before which stands whose it is, or of what sort: "a *Senate* panel", "the *TV* channel"."""
_ACTED: Final = "the body that acted last"
_APPOSITION: Final = 16  # tokens
_LEAD_TOKENS: Final = 200
_FRONT: Final = 4  # tokens: "But a new" poll
_FAR: Final = 30  # sentences
_WITHIN: Final = 1000  # tokens
_BESIDE: Final = 2  # tokens: "the fund Marr Capital"
_OFTEN: Final = 4  # times that a word may stand before it is told whose it is: in a headline, a lead
_CLOSE: Final = 3  # sentences
_SOMEBODYS: Final = frozenset({"campaign", "family", "team", "estate", "staff", "foundation", "office"})
"""Words for those around somebody."""
_USED: Final = A_OR_AN | {"on", "using", "taking"}
"""What stands before the names of goods."""
_ANY_FIRM: Final = frozenset({"company", "firm", "corporation", "business", "group"})
"""Words for whatever firm is told of; hardly for a newspaper, where it writes of another."""
_PAPERS: Final = frozenset({"newspaper", "paper", "tabloid", "broadsheet", "daily", "weekly"})
_TOLD: Final = forms_of("tell")
"""Verbs whose object is who asks, and does not act: "told *Pellbury News* that the company …"."""
_HANDED: Final = forms_of("give send file submit provide hand supply mail email deliver lodge share") | {
    "interview"
}
"""Behind which "to" and "with" bring in who gets what another says: "filed with *the Guild*"."""
_REPORTS: Final = frozenset({"reported", "reports", "revealed", "reveals", "wrote", "writes", "first"})
"""What who tells of a firm does: "*Pellbury News* reported that the company …"."""
_SITE: Final = re.compile(r"\w\w\.\w|^(?:\w\.)+$")
"""What shows the name of a page, "marr.com", or but the initials of a place, "N.Y."; no "U.S. Navy"."""
_THING: Final = re.compile(r"(?!G-)[A-Za-z]{1,6}-\d[\w-]*|(?:HM|US|RM|S)S .+|[MFR]V .+")
"""Names of drugs, cars, aircraft and ships: "LMR-204", "GX-5", "F-16", "HMS Marr", "MV Marr"; not "G-20"."""


def the_bodies(w: Walk, p: Phrase) -> Answer | None:
    """ "The Arra and Pellbury councils met. … The councils said …": the bodies last named together."""
    one = body_of(p.word)
    if not one or p.what & CAPITAL:
        return None
    rule = "the bodies last named together"
    return w.look(p, w.others, lambda m: is_joint(m.entity) and one in m.entity.name.lower(), 3, rule)


def the_body(w: Walk, p: Phrase) -> Answer | None:
    """ "The council said …": the body in whose name these words stand, "Pellbury Council"."""
    if not p.bare or p.word in persons().epithets or p.word in OF_STATES:
        return None  # "the Independent *MP*" is no body, "the *US*" not US Steel
    words = set(w.t.lower[p.first + 1 : p.last])
    known = _last_of_the_story(w, p, lambda m: _has_words(words, m), "the body of that word")
    if known is None and p.is_the_word and p.word not in persons().bodies:
        # "the Louvre, *a museum* in Arra. … The museum"
        rule = "the body told to be that"
        known = w.look(p, w.others, lambda m: m.entity.named and m.entity.is_told_to_be(p.word), _FAR, rule)
    if known is None and words == {"high", "court"} and not p.what & CAPITAL:
        known = _last_of_the_story(w, p, lambda m: _has_words({"supreme", "court"}, m), "the high court")
    if known is None and words == {"central", "bank"}:
        known = _last_of_the_story(w, p, _is_central_bank, "the central bank")
    return known


def _is_central_bank(name: Mention) -> bool:
    """Whether a name is of a state’s bank: "the Bank of Norland", "the Federal Reserve"."""
    words = name.entity.words
    of_state = words[:1] == ("bank",) and words[-1] not in ("america", "scotland", "ireland")
    return _is_named_body(name.entity) and (of_state or "reserve" in words)


def _has_words(words: set[str], name: Mention) -> bool:
    """Whether words stand in a body's name: "the bank" in "Marr Bank", not in "Marr Bank Staff Union"."""
    own = ("party",) if name.entity.words == ("gop",) else name.entity.words
    if any("chamber" in persons().sorts.get(word, ()) for word in words):
        # not the Senate’s *committee*, nor the White House
        noun = next((word for word, on in pairwise(own) if on in OF), own[-1] if own else "")
        if noun not in words or own[-2:] == ("white", "house"):
            return False
    return words.issubset(own) and _is_named_body(name.entity) and words.issubset(own[of_another(own) :])


def the_school(w: Walk, p: Phrase) -> Answer | None:
    """ "Arra High School closed. … The school said …", "The university said …": the body of that sort last named."""
    known = persons()
    if p.word not in _OF_A_SORT or w.t.word(p.last) == "that":
        return None  # "the college *that* fails you" may be any
    sort = known.sorts[p.word]

    def fits(trace: Mention) -> bool:
        name = trace.entity.words  # of "the University of Arra" and "Arra University" the noun
        noun = next((word for word, of in pairwise(name) if of in OF), name[-1])
        return _is_named_body(trace.entity) and not sort.isdisjoint(known.sorts.get(noun, ()))

    return _last_of_the_story(w, p, fits, "the body of that sort")


def _last_of_the_story(w: Walk, p: Phrase, fits: Callable[[Mention], bool], rule: str) -> Answer | None:
    """The last mention that fits of a body that the article is about, not of somebody's employer.

    "Marr Bank cut jobs. “Sad,” said Ann Reed, an economist at Pellbury Bank. The bank said …": Marr Bank. An expert
    says nothing for the bank that pays her; the head of another body may, where none is named before in the lead.
    """
    last = w.last_trace(p, w.others, fits, _FAR)
    role = _role_beside(w, last) if last is not None else ""
    if last is None or not role:
        return (last.entity, rule) if last else None
    other = w.look(p, w.others, lambda trace: fits(trace) and not _role_beside(w, trace), _FAR, rule)
    leads = role in persons().leaders and not (other and other[0] and other[0].mentions[0].sentence < LEAD)
    return (last.entity, rule) if leads else other


def _role_beside(w: Walk, name: Mention) -> str:
    """What somebody is at a body: of "said Ann Marr, an *economist* at Pellbury Bank"; "" where nobody is anything."""
    t, of = w.t, before_the(w.t, name)
    begin = t.sentences[name.sentence][0]
    if name.speaks or of <= begin or t.lower[of] not in OF_WHAT:
        return ""
    comma = t.find_back({","}, of - 1, max(begin, of - _APPOSITION))
    head = head_of(t, comma + 1, of) if comma and comma + 1 < of else None
    if head is None or not t.tag[head] & ROLE or t.lower[head].startswith("spokes"):
        return ""
    beside = w.register.told_of(comma + 1)  # "Ann Marr, 45, an economist"
    return persons().role(t.lower[head]) if beside is not None and beside.entity.person else ""


def the_state(w: Walk, p: Phrase) -> Answer | None:
    """ "Ohio closed its parks. … The state said …": the one that is named last, and no other along with it.

    "However, Japan is a rival. The *country* plans …": the one that acted last.
    """
    if p.word not in ("state", "country"):
        return None
    t, known = w.t, persons()
    states = known.places if p.word == "country" else known.whole_states - {"washington"}  # mostly the city
    for sentence in range(p.sentence, max(-1, p.sentence - _CLOSE - 1), -1):
        first, end = t.sentences[sentence]
        names = w.register.within(max(first, p.first - _WITHIN), min(end, p.first))
        named = {m.entity for m in names if "-".join(m.words) in states}
        phrase = opening_of(t, sentence, p.first) or (first, first)
        opens = "-".join(t.lower[slice(*phrase)]) in states and phrase[1] < p.first
        opener = w.meant(*phrase, None)[0] if opens else None  # "*Ohio* sued"
        if opener is not None and not opener.person:
            named.add(opener)
        # "*Ohio* Gov. Ann Marr"
        titles = [m.title for m in names if m.title < m.at and t.lower[m.title] in states]
        named.update([w.describe(t.lower[at], t.raw[at], BODY, (t.lower[at],)) for at in titles])
        if named:
            only = named.pop() if len(named) == 1 else None
            acts = only is opener or any(m.entity is only and w.acts(m) for m in names)
            return (only, "the state named last") if only and (acts or p.word == "state") else None
    return None


def the_body_of_somebody(w: Walk, p: Phrase) -> Answer | None:
    """ "*Ann Marr’s family* met. … The family said …", "*The Marr campaign* …": whose it was just before."""
    t, word = w.t, p.word
    if word not in _SOMEBODYS:
        return None
    at = last_before(w, word, p.first)
    before = t.sentences[p.sentence - 1][0]
    if at is None or at <= before or word in t.lower[before:at]:
        return None  # one of several
    owner = w.register.ending(at - (t.lower[at - 1] in POSSESSIVE_MARKS))
    if owner is None:
        return None
    entity = w.meant(owner.title - (t.lower[owner.title - 1] == "the"), at + 1, None)[0]
    return (entity, "described before") if entity is not None else None


def the_last_body(w: Walk, p: Phrase) -> Answer | None:
    """ "Marr & Reed sells ships. … The company said …": the last body that did something, else the nearest."""
    t, word = w.t, p.word
    if not p.bare or word not in persons().bodies or t.lower[p.head - 1] in POSSESSIVE_MARKS:
        return None  # "the agency's website" says what the agency does
    based = any(word.endswith("-based") for word in t.lower[p.first + 1 : p.head])
    for i in range(p.first + 1, p.head):
        if t.tag[i] & CAPITAL and not based and t.lower[i].partition("-")[0] not in persons().places:
            return None  # of another name; "the British retailer", "the Arra-based firm" may be any
    paper = _paper(w, p) if _is_of_press(word) else None
    if paper is not None:
        return paper
    introduced = _introduced(w, p)
    if introduced is not None:
        return introduced, "described before"
    meant = _Meant(w, p)
    beside = _told_beside(w, p, meant)
    if beside is not None:
        return beside
    nation = next((t.lower[k] for k in range(p.first + 1, p.head) if t.tag[k] & CAPITAL), "")
    parties = _parties(w, p) if nation and not based else []
    if len(parties) > 1:  # "Marr Air met Reed Air. The *Danish* carrier …": who is told to be that
        told = [one for one in parties if any(nation in role.text.lower() for role in one.roles)]
        return (told[0], "the body of that nation") if len(told) == 1 else None
    called = w.look(p, w.others, meant.has_its_words, _FAR, _ACTED)
    if called is None and p.claim is not None and (t.word(p.last) == "also" or p.claim.lemma == "add"):
        # "Marr Air said no. Reed Oil is its client. The company *also* said …"
        called = w.look(p, w.others, lambda m: m.speaks and meant.fits(m), _CLOSE, "the body that spoke last")
    return called or w.look(p, w.others, meant.acts, 1, _ACTED) or _nearest_body(w, p, meant, based)


def _introduced(w: Walk, p: Phrase) -> Entity | None:
    """The body that the word brought in, and no name: "*Norway’s wealth fund* sold its stake in Reed Oil. The fund"."""
    t, front = w.t, min(p.first, _WITHIN)
    places = [i for i in range(front) if t.lower[i] == p.word] if p.word not in _ANY_FIRM else []
    if any(t.tag[at] & CAPITAL or _is_named_beside(w, at) for at in places):
        return None
    for at in places[:_OFTEN]:
        phrase = noun_phrase_before(t, t.sentences[w.sentence_of(at)][0], at + 1)
        if phrase is None:
            return None
        if t.lower[phrase[0]] in A_OR_AN or t.find(POSSESSIVE_MARKS, phrase[0], at, 0):
            entity = w.meant(*phrase, None)[0]
            return entity if entity is not None and entity.type is BODY and not entity.named else None
    return None


def _is_named_beside(w: Walk, at: int) -> bool:
    """Whether a name stands behind what a body is: "the fund *Marr Capital*", "an airline, *Marr Air*, …"."""
    name = w.register.after(at)
    beside = _APPOSITION if w.t.word(at + 1) in (",", "called", "named") else _BESIDE
    if name is None or name.title - at > beside:
        return False
    return not w.t.holds(AUXILIARY, at, name.title)


class _Meant:
    """Of which bodies a word may tell again: of any firm, of the only one near, of one told to be such."""

    def __init__(self, w: Walk, p: Phrase) -> None:
        self.w, self.p = w, p
        self.any_firm = persons().is_of_a_kind(p.word, ["company"])
        self.alone = None if self.any_firm else _only_body_near(w, p) or _body_described(w, p)
        # "Marr Oil sank, the Post wrote. *The company* …": no newspaper, where there is another.
        known = {m.entity for m in w.others.back(p.first)} if p.word in _ANY_FIRM else set()
        named = (e for e in known if _is_named_body(e) and not _is_paper(e))
        self.no_paper = any(_may_be_called(e, p.word) for e in named)
        # "The agency told *the Post*": none speaks to itself
        claim = p.claim
        heard = w.register.within(claim.cue[1], claim.content[0][0]) if claim and claim.cue else ()
        self.heard = frozenset([name.entity for name in heard])

    def fits(self, name: Mention) -> bool:
        """Whether a mention is of such a body."""
        body = name.entity
        if (
            body in self.heard
            or not _is_named_body(body)
            or self._is_but_a_word(name)
            or (self.no_paper and _is_paper(body))
        ):
            return False
        return (self.any_firm or body is self.alone or _is_told(body)) and _may_be_called(body, self.p.word)

    def _is_but_a_word(self, name: Mention) -> bool:
        """Whether a name may be none, but what opens the sentence: "*Water*, the charity said, is no luxury"."""
        opens = self.w.t.sentences[self.p.sentence][0] == name.at == self.p.first - 2
        return opens and len(name.entity.mentions) == 1

    def has_its_words(self, name: Mention) -> bool:
        """Whether a name has what stands before the word: "Marr *Foods*", of "the *food* company"."""
        own = {singular(word) for word in self.p.words[1:-1]}
        return not own.isdisjoint(map(singular, name.entity.words)) and self.fits(name)

    def acts(self, name: Mention) -> bool:
        """Whether it also does something, and does not only hear or report what another does."""
        if not (self.fits(name) and self.w.acts(name)) or _only_hears(self.w.t, name):
            return False
        return not _only_reports(self.w, self.p, name, self.any_firm)


def _nearest_body(w: Walk, p: Phrase, meant: _Meant, based: bool) -> Answer | None:
    """The only body near, else the last one that acted further back, the one near most spoken of, that of the story.

    A word with others before it ("the gun group") may be another body: that looks less far.
    """
    close = [m for m in _near(w, p) if meant.fits(m) and not _only_reports(w, p, m)]
    if "society" not in persons().sorts.get(p.word, ()):  # nor where an expert works
        close = [m for m in close if _role_beside(w, m) in persons().leaders | {""}]
    goods = meant.any_firm and p.word in persons().kinds and not _is_of_press(p.word)
    close = [m for m in close if _is_spoken_of_as_a_body(w, m.entity, goods)]
    clause = w.t.what(p.first - 1) & SUBORDINATOR  # "Reed spoke of Marr Air, *when* the company balked"
    here = {m.entity for m in close if clause and m.sentence == p.sentence}
    around = {m.entity for m in close if p.sentence - m.sentence <= (len(here) != 1)}
    if len(around) == 1:
        return around.pop(), "the only body near"
    last = w.look(p, w.others, meant.acts, 6 if p.is_the_word else 4 if based else 2, _ACTED)
    if last is not None or not p.is_the_word:
        return last
    bodies = [m.entity for m in close if m.entity not in w.named_in(p.claim)]
    most = max(bodies, key=lambda entity: len(entity.mentions), default=None)
    if most is not None:
        return most, "the body most spoken of"
    story = _body_of_the_story(w, p, meant) if meant.any_firm else None
    return (story, "the body of the story") if story else None


def _named_before(w: Walk, p: Phrase) -> list[Mention]:
    """The names that stand before a phrase, not far away."""
    return w.register.within(max(0, p.first - _WITHIN), p.first)


def _is_paper(entity: Entity) -> bool:
    """Whether a name is a newspaper’s: "the Pellbury Post"."""
    return persons().sorts.get(entity.words[-1].rpartition("-")[2]) == {"press"}


def _is_of_press(word: str) -> bool:
    """Whether a word is for papers and sites, whose names stand before it: "Home Fires *magazine*"."""
    return word in persons().kinds and persons().is_of_a_kind(word, ["tabloid"])


def _paper(w: Walk, p: Phrase) -> Answer | None:
    """Behind whose name the word stands, "Home Fires *magazine* ran it. … The magazine said", else the last paper."""
    lower = w.t.lower
    before = _named_before(w, p)
    named = (m for m in reversed(before) if lower[m.last] == p.word and lower[m.title - 1] not in ARTICLES)
    titled = next((m.entity for m in named if m.modifier and _is_named_body(m.entity)), None)
    if titled is not None:
        return titled, "the body of that name"
    if p.word not in _PAPERS:
        return None
    return w.look(p, w.others, lambda m: _is_named_body(m.entity) and _is_paper(m.entity), 6, _ACTED)


def _told_beside(w: Walk, p: Phrase, meant: _Meant) -> Answer | None:
    """The body before the comma, the union of workers, or whose paper opens the sentence before."""
    t = w.t
    beside = w.register.told_of(p.first)
    if beside is not None and meant.fits(beside) and not ends_lead(t, beside):
        return beside.entity, "the body before the comma"  # "he worked for Marr Air, the airline said"
    unions = _named_before(w, p) if p.word == "union" else []
    of_workers = [m.entity for m in unions if _is_named_body(m.entity) and of_another(m.entity.words)]
    of_workers = [entity for entity in of_workers if _may_be_called(entity, p.word)]  # no "Arra City Council"
    if of_workers:
        return of_workers[-1], _ACTED  # "Northern League *Players Association*"
    opens = t.sentences[max(0, p.sentence - 1)][0]
    front = [m for m in w.register.within(opens, opens + _FRONT) if m.modifier and t.tag[m.last] & DOCUMENT]
    maker = front[0].entity if front else None  # "A *PNN* poll found Marr ahead. The network said …"
    named = maker is not None and _is_named_body(maker) and _may_be_called(maker, p.word)
    return (maker, "whose paper opens the sentence before") if named else None


def _parties(w: Walk, p: Phrase) -> list[Entity]:
    """The bodies named here and in the sentence before that a word may call so: "Marr Air hired it from *Reed Air*"."""
    near = [m.entity for m in _near(w, p) if p.sentence - m.sentence <= 1]
    return [one for one in dict.fromkeys(near) if one.named and _may_be_called(one, p.word)]


def _near(w: Walk, p: Phrase) -> list[Mention]:
    """The bodies mentioned in the last sentences, last first, those aside that are only told something."""
    earliest = p.sentence - 3
    return [m for m in w.others.back(p.first) if m.sentence >= earliest and not _only_hears(w.t, m)]


def _only_hears(t: Tokens, name: Mention) -> bool:
    """Whether a body is told what another has to say: "told *the Post*", "a letter to *it*", "filed with *it*"."""
    to = before_the(t, name)
    if to < 1 or t.lower[to] not in ("to", "with"):
        return t.lower[to] in _TOLD
    word = t.lower[to - 1]
    return bool(kind_of(word) & DOCUMENT) or word in _HANDED


def _only_reports(w: Walk, p: Phrase, name: Mention, any_firm: bool = True) -> bool:
    """Whether a body reports what another does of whom its sentence tells: "*The Post* wrote that Marr Air sank"."""
    t, end = w.t, w.t.sentences[name.sentence][1]
    by = before_the(t, name)
    if by > 0 and t.lower[by] == "by" and t.lower[by - 1] in _REPORTS:
        return True  # "It was first reported by *the Post*"
    if not any_firm or name.last >= end or t.lower[name.last] not in _REPORTS:
        return False
    others = w.register.within(name.last, end)
    return name.sentence == p.sentence or any(_is_named_body(other.entity) for other in others)


def _body_of_the_story(w: Walk, p: Phrase, meant: _Meant) -> Entity | None:
    """The only body that does something in the lead of the article, and of which it speaks again, and most."""
    end = min(w.t.sentences[min(LEAD, p.sentence)][0], _LEAD_TOKENS)
    lead = [name for name in w.register.within(0, end) if meant.fits(name)]
    leads = {name.entity for name in lead if meant.acts(name)}
    only = leads.pop() if len(leads) == 1 else None
    if only is None or len(only.mentions) < max(2, *[len(name.entity.mentions) for name in lead]):
        return None
    return only


def the_body_of_that_name(w: Walk, p: Phrase) -> Answer | None:
    """ "The Pellbury Echo newspaper said …": the body whose name stands before what it is."""
    told = p.bare and p.word in persons().bodies and p.word not in _OF_OTHERS
    name = w.register.ending(p.head) if told else None
    if name is None or w.t.lower[name.title - 1] in POSSESSIVE_MARKS or not _is_named_body(name.entity):
        return None
    return name.entity, "the body of that name"


def the_body_of_its_place(w: Walk, p: Phrase) -> Answer | None:
    """ "*Denmark’s central bank* said …": the body whose name is made of these words, "Bank of Denmark"."""
    mark = w.t.find(POSSESSIVE_MARKS, p.first + 1, p.head, 0)
    if not (mark and p.bare and p.what & ORGANIZATION and w.t.tag[p.first] & CAPITAL):
        return None
    words = {*p.words} - POSSESSIVE_MARKS - {"central"}
    before = _named_before(w, p)
    named = {m.entity for m in before if words == set(m.entity.words) - OF}
    return (named.pop(), "the body of that place") if len(named) == 1 else None


def the_body_of_the_headline(w: Walk, p: Phrase) -> Answer | None:
    """ "*Network* drops show, it says. / The Pellbury Network …": the one body of the lead that the word may be."""
    if p.sentence or not p.alone or p.word not in persons().bodies:
        return None
    end = w.t.sentences[min(LEAD, len(w.t.sentences) - 1)][1]
    meant = _Meant(w, p)
    called = {m.entity for m in w.register.within(p.last, end) if meant.fits(m) and w.acts(m)}
    return (called.pop(), "named later") if len(called) == 1 else None


def _may_be_called(entity: Entity, word: str) -> bool:
    """Whether a word may call a body again: "the company" no "Bakers Association", "the charity" no "Marr Inc."."""
    known, ends = persons(), entity.name.rpartition(" ")[2].lower().rstrip(".")
    told = [*(role.head for role in entity.roles), *entity.words[-1:]]
    return (
        known.is_of_a_kind(word, told)
        and known.may_call(word, entity.words)
        and known.may_call(word, [ends])  # "United Steelworkers", "the Airlines Association": no company
    )


def _only_body_near(w: Walk, p: Phrase) -> Entity | None:
    """Who alone is named near, and more than once: "Solident met. Solident left. The union said …"."""
    near = _near(w, p)
    only = near[0].entity if len({m.entity for m in near}) == 1 else None
    acts = any(w.acts(m) for m in near)  # no "It sued *Solident*. The union said …"
    return only if only and acts and len(only.mentions) > 1 else None


def _body_described(w: Walk, p: Phrase) -> Entity | None:
    """Who acted just before, of more than a word: "Solident met. The *tax watchdog* said …", no "*bakers* union"."""
    if p.head - p.first < 2 or w.t.holds(PEOPLE, p.first + 1, p.head):
        return None
    last = w.last_trace(p, w.others, lambda m: m.sentence < p.sentence and _is_named_body(m.entity), 1)
    return last.entity if last is not None and w.acts(last) and not _only_hears(w.t, last) else None


def _is_told(entity: Entity) -> bool:
    """Whether it is told what a body is: "Bakers Union", "Solident, the union"; "CalMarr" may be a firm, "UBW" any."""
    known = persons()
    told = any(role.head in known.kinds for role in entity.roles)
    return told or entity.name.isupper() or any(word in known.sorts for word in entity.words)


def _is_spoken_of_as_a_body(w: Walk, entity: Entity, goods: bool) -> bool:
    """Whether a name of one word is more than what people drive, take or wear: not "patients on *Solident*".

    Where a firm is meant that makes ``goods``, not "the *Solident*" either.
    """
    if len(entity.words) > 1 or entity.name.isupper():
        return True
    used = _USED | {"the"} if goods else _USED
    return any(w.t.lower[name.title - 1] not in used for name in entity.mentions)


def _is_named_body(entity: Entity) -> bool:
    if not entity.named or entity.type is not BODY or entity.place or _THING.fullmatch(entity.name):
        return False
    place = "-".join(entity.words)
    return not _SITE.search(entity.name) and place not in persons().places and place not in OF_STATES
