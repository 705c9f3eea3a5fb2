"""Works and papers described: "her memoir", "the statement", "a new poll", and who speaks by them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcli.lexicon import DOCUMENT, VERB_PARTICIPLE
from claimcli.lexicon.names import persons
from claimcli.parser.grammar import A_OR_AN, ARTICLES, noun_phrase_before
from claimcli.parser.speakers.descriptions.traits import TAKEN_NOTE_OF, last_before, owner_of
from claimcli.parser.speakers.descriptions.wording import owning
from claimcli.parser.speakers.entity import BODY, BY_PLACE, PAPER, Entity, is_joint
from claimcli.parser.speakers.heads import GIVES, head_of
from claimcli.parser.speakers.phrase import LEAD, Answer, Phrase
from claimcli.parser.speakers.pronouns.opening import opening_of

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

_PRINTED: Final = frozenset("article story editorial headline page cover".split())
"""Whose words are a paper’s."""
_PAPERS: Final = frozenset(
    "letter letters email e-mail emails memo memorandum plan proposal lawsuit suit complaint petition affidavit".split()
)
"""What speaks by itself, whoever wrote it: "Ann Marr’s *letter*"."""
_FRESH: Final = frozenset({"new", "latest"})
_NEW: Final = A_OR_AN | _FRESH
_TO_WHOM: Final = frozenset({"to", "in", "on", "at", "about"})
"""What may stand behind somebody's own words: "her letter *to* the farmers"."""
_TOLD_BEHIND: Final = 12  # tokens
_NEAR: Final = 2  # sentences


def the_author(w: Walk, p: Phrase) -> Answer | None:
    """ "Her memoir says …", "Marr’s letter said …", "a note sent by Marr said …": whose words these are."""
    t = w.t
    work, known, papers = p.word, persons(), p.word in _PAPERS
    ends = p.bare or t.tag[p.head + 1] & VERB_PARTICIPLE or t.lower[p.head + 1] in _TO_WHOM
    leads = t.lower[p.head + 1] if p.head + 2 < p.last else ""
    by = _sent_by(p) if work in known.works else 0
    if by:
        entity = w.meant(by + 1, p.last, None)[0]
        told = entity is not None and (entity.named or is_joint(entity) or "’s " in entity.name)
        if told and entity is not None and papers:
            entity = _paper_of(w, entity, p.first, p.head)
        return (entity, "whose words these are") if told else None
    if work in _PRINTED and leads in ("in", "of"):
        paper = w.meant(p.head + 2, p.last, None)[0]
        if paper is not None and paper.named and paper.type is BODY:
            return paper, "whose words these are"
    if papers or not (work in known.works or work in _PRINTED) or not ends or p.head == p.first:
        return None
    outlet = w.register.over(p.head - 1) if work in _PRINTED else None
    if outlet is not None and outlet.modifier and outlet.entity.type is BODY:
        return outlet.entity, "whose words these are"
    entity = owner_of(w, p)
    return (entity, "whose words these are") if entity is not None and entity.named else None


def _paper_of(w: Walk, whose: Entity, first: int, work: int) -> Entity:
    """Somebody's paper, told by its first words: "Ann Marr’s open letter", "letter from Ann Marr’s aides"."""
    t, name = w.t, whose.name
    first += t.lower[first] in ARTICLES
    told = " ".join(t.words(first, work + 1).split())
    long = "’s " in name or " of " in name
    told = f"{told} from {name}" if long else f"{owning(name)} {told}"
    return w.describe(t.lower[work], told, PAPER, (t.lower[work],))


def _sent_by(p: Phrase) -> int:
    """Where a phrase goes on with whose words a work is: "a letter *from* Marr", "a suit filed in court *by* Marr"."""
    behind = p.head + 1
    if behind + 1 >= p.last:
        return 0
    if p.t.lower[behind] in ("by", "from"):
        return behind
    if not p.t.tag[behind] & VERB_PARTICIPLE or p.t.lower[behind] in TAKEN_NOTE_OF:
        return 0
    by = p.t.find({"by"}, behind + 1, p.last - 1, 0)
    other = by > behind + 1 and p.t.tag[by - 1] & VERB_PARTICIPLE  # "issued after talks **led by** Marr"
    return 0 if other else by


def the_issuer(w: Walk, p: Phrase) -> Answer | None:
    """ "Marr & Reed said in a statement … The statement added …": who issued it."""
    if p.word not in persons().issued:
        return None
    before = last_before(w, p.word, p.first)
    known = w.described.get(p.word)
    if known and known[-1].type is PAPER and known[-1].seen_at(p.first) == before:
        return known[-1], "described before"  # "*A memo* said so. … the memo said"
    who = _sender(w, before) if before is not None else None
    who = who or _giver(w, p, before)
    if who is not None and p.word in _PAPERS:
        at = p.head if before is None else before
        phrase = noun_phrase_before(w.t, max(0, at - _TOLD_BEHIND), at + 1) or (at, at + 1)
        told = w.t.lower[phrase[0]] in A_OR_AN and head_of(w.t, *phrase) == at
        who = _paper_of(w, who, phrase[0] if told else at, at)
    return (who, "who issued it") if who else None


def _giver(w: Walk, p: Phrase, before: int | None) -> Entity | None:
    """Who gave a statement where it was told of last, or spoke just before it."""
    sentence = w.sentence_of(before) if before is not None else p.sentence - 1
    near = [m for memory in (w.people, w.others) for m in memory.back(p.first) if m.sentence >= sentence]
    giving = [
        m for m in near if before is not None and m.at < before and m.sentence == sentence and w.acts(m)
    ]
    who = max(giving, key=BY_PLACE, default=None)  # "Reed said *Marr* gave a statement"
    who = who or min(
        [m for m in near if m.speaks and m.entity.type is not PAPER],
        key=lambda m: (m.sentence != sentence, -m.at),
        default=None,
    )
    return who.entity if who else None


def _sender(w: Walk, work: int) -> Entity | None:
    """Whose a statement is where it is first told of: "a note *issued by Marr Air*", "*Her campaign* sent a letter"."""
    t, sentence = w.t, w.sentence_of(work)
    end = min(t.sentences[sentence][1], work + _TOLD_BEHIND)
    by = _sent_by(Phrase(t, work, end, work, sentence, None))
    name = w.register.after(by + 1) if by else None
    if name is not None and name.title - by - 1 <= (t.lower[by + 1] == "the"):
        return w.meant(by + 1, name.last + name.modifier, None)[0]
    opening = opening_of(t, sentence, work)
    if opening is None or t.lower[opening[1]] not in GIVES:
        return None
    entity = w.meant(*opening, None)[0]
    return entity if entity is not None and entity.type is not PAPER else None


def the_document(w: Walk, p: Phrase) -> Answer | None:
    """ "The new poll found …", "The campaign said …": the one that was named last."""
    campaign = p.word == "campaign" and p.is_the_word
    if not (p.what & DOCUMENT or campaign):
        return None
    maker = w.register.over(p.head - 1)
    near = _campaign_near(w, p) if campaign else ""
    name = near or w.holders.document(p, maker.entity if maker else None)
    if name is None:
        return None
    return w.describe(p.word, name, BODY if campaign else PAPER, (p.word,)), "the named document"


def _campaign_near(w: Walk, p: Phrase) -> str:
    """The campaign of who is spoken of just before: "Reed may win. … *The campaign* worries that Marr leads"."""
    named = w.holders.named(p.word)
    names = {one.maker: one.name for one in named}
    since = max([p.sentence - _NEAR, *[one.sentence + 1 for one in named if one.at < p.first]])
    near = [m for m in w.people.back(p.first) if m.sentence >= since and m.entity in names]
    acting = [m.entity for m in near if w.acts(m)]
    makers = {m.entity for m in near}
    return names[acting[0] if acting else near[0].entity] if len(makers) == 1 or acting else ""


def the_document_of_the_lead(w: Walk, p: Phrase) -> Answer | None:
    """ "… wins, a new poll found. … The survey, conducted by the Marr Institute, …": the only one that has a name."""
    fresh = p.sentence < LEAD or not _FRESH.isdisjoint(w.t.lower[p.first : p.head])
    lead = fresh and p.opens in _NEW and p.what & DOCUMENT
    return the_document(w, p) if lead and w.holders.has_one_maker(p.word) else None
