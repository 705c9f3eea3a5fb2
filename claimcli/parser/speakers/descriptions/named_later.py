"""Described first and named later: "A county judge refused. … Judge Ann Marr told the court"."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claimcli.lexicon import AUXILIARY, FINITE, NEGATION, PEOPLE, PREPOSITION, ROLE, VERB_PAST
from claimcli.lexicon.names import persons
from claimcli.parser.attribution import Attribution
from claimcli.parser.grammar import A_OR_AN, POSSESSIVE_MARKS
from claimcli.parser.speakers.clause import says
from claimcli.parser.speakers.descriptions.traits import ANY_ONE, ANYBODY, NAMELESS, is_definite, may_be
from claimcli.parser.speakers.entity import Entity, Mention
from claimcli.parser.speakers.heads import is_somebody
from claimcli.parser.speakers.holders import (
    OF_STATE,
    is_of_another,
    is_of_its_own,
    proper_behind,
    tells_other_body,
)
from claimcli.parser.speakers.phrase import DEFINITE, LEAD, Answer, Phrase, is_bare_role
from claimcli.parser.stems import plain, stems_in

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk
    from claimcli.parser.text import Tokens

_SOON: Final = 4  # sentences
_NEAR: Final = 150  # tokens
_FEW: Final = 16  # mentions, claims
_UNNAMED: Final = frozenset(
    "official source insider member person staffer employee worker resident voter".split()
)
"""Who is hardly named in the next sentence: that is another."""
_PLANS: Final = frozenset("idea plan bill ban proposal law".split())
_BEGINS: Final = 4  # sentences: a headline, and what it tells of the article
_MUCH: Final = 3  # stems
_SAYS_NOT: Final = frozenset("ask deny dispute reject dismiss refute rebut question doubt".split())
"""By which nobody says a thing again: "Reed *denied* that the dam had failed"."""
_UNTOLD: Final = frozenset(
    "anonymity anonymous anonymously unnamed unidentified authorized authorised".split()
)
_OWNERS: Final = frozenset({"his", "her"})
_SMALL: Final = frozenset("a an the of for and in at to ’s 's by with on from".split())


def named_later(w: Walk, p: Phrase) -> Answer | None:
    """ "A county judge refused … Judge Ann Marr told the court …": the one named soon after by that title."""
    if p.opens not in A_OR_AN or not p.what & ROLE or p.word in NAMELESS or _wants_no_name(p):
        return None
    later = [e for e in w.holders.near(p, w.named_in(p.claim)) if e.person and e.seen_at(p.first) < 0]
    holders = [e for e in later if w.holders.agreement(p, e) is not None]
    if len(holders) != 1 or holders[0].mentions[0].sentence - p.sentence > _SOON:
        return None
    return holders[0], "named later"


def named_next(w: Walk, p: Phrase) -> Answer | None:
    """ "Its director spoke. … Ann Marr told reporters": the first person named, soon after, and without a role.

    "A lawmaker wants a dam. … “It is time,” Ann Marr said": so where the article begins.
    """
    if not p.what & ROLE or _stays_unnamed(w, p):
        return None
    begins = _in_lead(w, p) and (p.opens in A_OR_AN or is_bare_role(w, p.first, p.last))
    if not ((is_definite(p) and not p.is_the_word and not _is_anybody_named(w, p)) or begins):
        return None
    fresh = [m for m in _fresh(w, p.last, p.last + _NEAR) if m.sentence > p.sentence]
    first = next((m for m in fresh if not begins or _speaks(w.t, m)), None)
    if first is None or first.sentence - p.sentence > _SOON or not w.acts(first):
        return None
    entity = first.entity
    told = _has_office(entity) or entity.age or not may_be(w, p, entity)
    return (entity, "named next") if len(entity.words) > 1 and not told else None


def named_right_after(w: Walk, p: Phrase) -> Answer | None:
    """ "Reed’s campaign manager was glad. / Ann Marr, who joined in May, said …": whose name opens the next sentence.

    "The head of the union is worried. In an interview, Ann Marr said …": or who speaks there, without a role.
    """
    t = w.t
    if p.claim is None or p.what & PEOPLE or not is_somebody(t, p.head) or _stays_unnamed(w, p):
        return None
    if p.sentence + 1 == len(t.sentences):
        return None
    if p.opens in DEFINITE and (not _in_lead(w, p) or _is_anybody_named(w, p)):
        return None  # "the mayor": somebody known
    begin, end = t.sentences[p.sentence + 1]
    fresh = [m for m in _fresh(w, begin, min(end, begin + _NEAR)) if len(m.entity.words) > 1]
    fresh = [m for m in fresh if not (p.is_the_word and _answers(t, m))]
    opens = (m for m in fresh[:1] if m.title == begin and w.acts(m) and _goes_with(p, m))
    # A headline’s word may be anyone of the lead: "Dam will fail, *expert* says / …, said Ann Marr, a nun".
    anyone = not p.sentence and p.word in ANY_ONE and is_bare_role(w, p.first, p.last)
    told = anyone and p.claim.content[0][0] < p.first
    speaks = (m for m in fresh if (told or not _has_office(m.entity)) and _speaks(t, m))
    name = next(opens, None) or next(speaks, None)
    if name is None or name.entity in w.named_in(p.claim) or not may_be(w, p, name.entity):
        return None
    return name.entity, "named right after"


def _has_office(entity: Entity) -> bool:
    """Whether somebody is told to be more than a description may leave out: no "*Conservative* Ann Marr"."""
    return any(role.head not in persons().epithets for role in entity.roles)


def _speaks(t: Tokens, name: Mention) -> bool:
    """Whether somebody says something, and no one else does: not "a spokeswoman for *Tom Reed* said"."""
    return says(t, name) > 0 and not t.tag[name.title - 1] & PREPOSITION


def _answers(t: Tokens, name: Mention) -> bool:
    """Whether somebody takes a stand on what another has done: "The mayor sued. / *Ann Marr* called the move silly"."""
    k = name.last
    if not t.what(k) & VERB_PAST:
        return False
    k += 1 + bool(t.what(k + 1) & PREPOSITION)  # "laughed *at*"
    it = t.word(k) in ("it", "this", "that") and not t.what(k + 1) & (AUXILIARY | FINITE)
    return it or (t.word(k) == "the" and t.word(k + 1) in persons().acts | _PLANS)


def who_says_it_again(w: Walk, told: list[tuple[Attribution, Entity | None]]) -> dict[Entity, Answer]:
    """ "Dam is too costly, *expert* says / … Ann Marr said the dam cost too much": whom the lead does not name.

    That is who alone says most of it again; an expert who stays unnamed later on speaks against it.
    """
    claims = [(a, e) for a, e in told if e and e.person and a.core and a.lemma not in _SAYS_NOT]
    lead = [(a, e) for a, e in claims if a.sentence < _BEGINS and _is_unnamed(e)][:_FEW]
    if not lead or not _UNTOLD.isdisjoint(w.t.lower[: w.t.sentences[lead[-1][0].sentence][1]]):
        return {}
    later = [(a, e, _stems(w.t, a)) for a, e in claims if e.named or a.sentence >= _BEGINS]
    again: dict[str, set[Entity]] = defaultdict(set)  # by the word that the lead has for them
    for a, one in lead:
        stems = _stems(w.t, a)
        much = max(_MUCH, (len(stems) + 1) // 2)
        for b, e, said in later:
            if e is one or (b.sentence > a.sentence and len(stems & said) >= much and _may_be_named(one, e)):
                again[one.words[-1]].add(e)
    names = {word: found.pop() for word, found in again.items() if len(found) == 1}
    return {
        one: (name, "named later") for _, one in lead if (name := names.get(one.words[-1])) and name.named
    }


def _is_unnamed(one: Entity) -> bool:
    """Whether one person is only described, as anybody is of whom nothing has been told: "expert", "a mayor"."""
    known = DEFINITE | POSSESSIVE_MARKS | _OWNERS | {"its", "their", "my", "our"}
    anybody = len(one.words) == 1 or (one.words and known.isdisjoint(one.words))
    return bool(anybody) and not one.named and one.words[-1] not in ("source", "insider")


def _may_be_named(one: Entity, name: Entity) -> bool:
    """Whether nothing that is told of somebody speaks against a word: a union’s head is no "nurse", but "expert"."""
    word = one.words[-1]
    known = any(role.head not in persons().kin for role in name.roles)
    fits = not known or word in ANY_ONE | ANYBODY or name.is_told_to_be(word)
    return fits and (one.gender is None or name.fits(one.gender))


def _stems(t: Tokens, a: Attribution) -> frozenset[str]:
    """The stems of what a claim says; none where it says no."""
    if any(t.holds(NEGATION, *piece) for piece in a.content):
        return frozenset()
    words = plain(" ".join([t.words(*piece) for piece in a.content]))
    return stems_in(words, 0, len(words))


def _fresh(w: Walk, first: int, last: int) -> list[Mention]:
    """The people first named among some tokens."""
    return [m for m in w.register.people_within(first, last) if m.entity.mentions[0] is m]


def _stays_unnamed(w: Walk, p: Phrase) -> bool:
    """Whether nobody is going to tell the name: "an official", "an aide who asked for anonymity".

    Nor that of "a deputy in *her* office": who is named next may well be the one whose office it is.
    """
    if p.word in _UNNAMED or p.word.startswith("spokes") or _wants_no_name(p):
        return True
    behind = p.last + 2 if p.t.what(p.last) & PREPOSITION else p.last
    return not _OWNERS.isdisjoint(p.t.lower[p.first : behind]) and not _is_anybody_named(w, p)


def _wants_no_name(p: Phrase) -> bool:
    """Whether somebody is told of who is to stay unnamed: "spoke on condition of *anonymity*", "not to *be named*"."""
    told = p.t.lower[p.first : min(p.t.sentences[p.sentence][1], p.first + _NEAR)]
    if not _UNTOLD.isdisjoint(told) or ("name" in told and not _GIVING.isdisjoint(told)):
        return True
    return any(pair in _TO_BE_NAMED for pair in pairwise(told))


_TO_BE_NAMED: Final = frozenset({("be", "named"), ("be", "identified"), ("be", "quoted")})
_GIVING: Final = frozenset({"give", "giving", "gave", "publish", "use"})
"""Who would not give a name, or has it kept back."""


def _is_anybody_named(w: Walk, p: Phrase) -> bool:
    """Whether a person has been named before a phrase, the headline and the byline aside, whom it may be of."""
    return any(m.sentence and m.at < p.first and w.register.over(m.at) is m for m in w.people.traces[:_FEW])


def _in_lead(w: Walk, p: Phrase) -> bool:
    """Whether a phrase stands where an article may speak of somebody before it names them."""
    return p.sentence < LEAD + len(w.writer.lines)


def _goes_with(p: Phrase, name: Mention) -> bool:
    """Whether what stands beside a name goes with a description: "a top adviser" and "who advises Marr"."""
    said, roles, known = p.word, name.entity.roles, persons()
    of = proper_behind(p)
    if p.words == ["the", said] and said in OF_STATE and any(map(is_of_its_own, roles)):
        return False  # "the president" is not "Ann Marr, the guild’s president"
    if any(is_of_another(role, of) or tells_other_body(role, p) for role in roles):
        return False
    if name.entity.is_told_to_be(said):
        return True
    if name.title < name.at:
        return False
    words = set(p.words) - _SMALL
    vague = said in ANYBODY or said in known.epithets or (p.opens == "one" and said in known.somebody)
    return vague or not roles or any(words & role.words for role in roles)
