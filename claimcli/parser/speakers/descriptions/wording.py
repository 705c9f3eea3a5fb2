"""What any description may be: nobody, the one described before, or only its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    ADVERB,
    CAPITAL,
    CUE,
    DETERMINER,
    DOCUMENT,
    FINITE,
    NOUN,
    NUMBER,
    OPENS_NOUN,
    ORGANIZATION,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    ROLE,
    SOMEBODY,
    SOURCE,
    TAGS,
    TIME,
    VERB,
    VERB_ING,
    VERB_PARTICIPLE,
    is_unknown,
    singular,
)
from claimcli.lexicon.kinds import kind_of
from claimcli.lexicon.names import HE_OR_SHE, persons
from claimcli.parser.grammar import A_OR_AN, ARTICLES, POSSESSIVE_MARKS
from claimcli.parser.speakers.descriptions.traits import ANYBODY, TAKEN_NOTE_OF, tells_of_another
from claimcli.parser.speakers.entity import BODY, GROUP, PERSON, is_joint
from claimcli.parser.speakers.heads import GIVES, HOW_MANY, head_of, type_of, type_of_one
from claimcli.parser.speakers.holders import proper_behind, same_noun
from claimcli.parser.speakers.phrase import DEFINITE, NEW, Answer, Phrase
from claimcli.parser.text import QUOTATION

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

_NOUNS: Final = NOUN | SOURCE | PRONOUN
_NO_NOUN: Final = PREPOSITION | PRONOUN | DETERMINER | ADVERB
_NOT_YET: Final = frozenset("proposed planned failed disputed so-called self-styled formerly only".split())
"""What tells that a body is none, or another."""
_OWNERS: Final = frozenset({"its", "his", "her"})
_ENDS_NONE: Final = ARTICLES | {",", "."}
_OPENS_ANY: Final = ARTICLES | DEFINITE | {"whose", "same", "out"}
"""What opens a description and is none of it: "*that* process", "*the same* council", "sends *out* mail"."""
_ROUND: Final = frozenset({"dozen", "hundred", "thousand", "million", "billion", "few"})
_CONTRACTED: Final = frozenset({"it", "that", "there"})  # before "’s": no owners


def the_same(w: Walk, p: Phrase) -> Answer | None:
    """ "A board official said … The official added …": who was described so before."""
    t = w.t
    known = w.described.get(p.word) or w.described.get(same_noun(p.word), [])
    words = (set(t.lower[p.first + 1 : p.head]) - _OPENS_ANY) | proper_behind(p)
    words -= {"new"} if p.what & DOCUMENT else set()
    for entity in reversed(known[-8:]):
        if p.word in persons().bodies and len(set(entity.words) - DEFINITE) < 2:
            continue  # "the company" again: its first mention was not understood, either
        if words <= set(entity.words) and not tells_of_another(p, entity):
            return entity, "described before"
    return None


def no_one(w: Walk, p: Phrase) -> Answer | None:
    """ "two weeks", "2012", "it’s hard", "her decision", "the other": words that can be nobody’s description."""
    t = w.t
    time = p.what & TIME and not p.what & (PEOPLE | CAPITAL | ORGANIZATION | DOCUMENT)
    year = t.raw[p.head].isdigit() and p.alone
    first, second = p.opens, t.lower[p.first + 1] if p.last - p.first > 1 else ""
    other = p.words in (["the", "other"], ["all", "of", "the"])  # "all of the | rebuilt barns"
    does = p.word in persons().acts or p.word.removesuffix("s") in persons().acts
    act = other or (does and not p.what & CAPITAL)
    act = act or (p.alone and w.register.over(p.head) is None and _is_no_noun(w, p))
    clause = first in POSSESSIVE_MARKS or (first in _CONTRACTED and second in POSSESSIVE_MARKS)
    return (None, "no speaker") if time or year or clause or act else None


def _is_no_noun(w: Walk, p: Phrase) -> bool:
    """Whether a word with a capital is no noun: "*Similarly*, it is late", "*Wednesday* …", "*Got* a minute?"."""
    t, known = w.t, TAGS.get(p.word, 0)
    if not p.what & CAPITAL or known & _NOUNS:
        return False
    manner = p.word.endswith("ly") and p.word not in persons().places
    manner = manner and not t.what(p.last) & (CUE | FINITE)  # but "*Tully* shut the bridge"
    return manner or bool(known & (TIME | VERB))


def another_such(w: Walk, p: Phrase) -> Answer | None:
    """ "One large shareholder said no. *Another* said …": another large shareholder, where one spoke just before.

    Of "One, a nurse, said no", the other is no nurse.
    """
    if p.words != ["another"]:
        return None
    last = w.last_trace(
        p, w.people, lambda m: m.speaks and m.entity.words[0] in NEW and not m.entity.named, 2
    )
    if last is None or len(last.entity.words) < 2 or w.t.lower[last.at] == "one":
        return None
    name = last.entity.name.removeprefix("another ")
    return w.describe(
        "another", f"another {name}", PERSON, ("another", *last.entity.words[1:])
    ), "as described"


def one_of_them(w: Walk, p: Phrase) -> Answer | None:
    """ "Two Arra aides wept. *One of them* said …", "*Nearly half of them* …": one, or half, of two Arra aides."""
    if p.words[-2:] != ["of", "them"] or p.last - p.head != 3:
        return None
    group = w.meant(p.last - 1, p.last, p.claim)[0]
    if group is None or group.named or group.type is not GROUP or is_joint(group):
        return None
    if group.name.endswith(" them") or all(TAGS.get(word, NOUN) & _NO_NOUN for word in group.words):
        return None  # "many of them", "the most"
    opens = group.words[0]
    common = opens in TAGS
    whole = group.name[0].lower() + group.name[1:] if common else group.name
    counted, _, these = whole.partition(" of ")
    how_many = counted.rpartition(" ")[2]
    if how_many in HOW_MANY or TAGS.get(how_many, 0) & (PRONOUN | DETERMINER):
        whole = these or whole  # "*many of* the bakers": of these
        opens = whole.partition(" ")[0]
    the = "" if whole.startswith("the ") or "’s " in whole or TAGS.get(opens, 0) & NUMBER else "the "
    many = "one" if p.word == "one" else p.t.words(p.first, p.head + 1)
    kind = PERSON if p.word == "one" else GROUP
    return w.describe(p.word, f"{many} of {the}{whole}", kind, tuple(p.words)), "as described"


def as_described(w: Walk, p: Phrase) -> Answer:
    """ "Ukrainian officials", "a person familiar with the talks": no name is told; the words stand."""
    words = tuple(p.words)
    known = w.register.known.by_words.get(words) if w.t.tag[p.first] & CAPITAL else None
    if known is not None and known.mentions:
        return known, "name"  # "Chirp", where it opens a sentence
    common = bool(p.what & CAPITAL) and _is_common(w, p)
    kind = type_of(w.t, p.first, p.head, common)
    one = w.t.lower[p.head : p.head + 2] == ["one", "of"]
    if one:
        kind = type_of_one(w.t, p.head + 1, p.last)
    entity = w.describe(p.word, _wording(w, p), kind, words)
    several = head_of(w.t, p.head + 2, p.last) if one and entity.person else None
    if several is not None:  # "One of the bakers said … *The baker* added …"
        such = w.described[singular(w.t.lower[several])]
        if entity not in such[-1:]:
            such.append(entity)
    return entity, "as described"


def _is_common(w: Walk, p: Phrase) -> bool:
    """Whether a word's capital tells nothing: it opens the sentence and is known, or its verb has one, too."""
    word, does = p.word, w.t.what(p.last)
    if does & CAPITAL and does & VERB:
        return True
    if p.head != p.first or (w.t.sentences[p.sentence][0] != p.first and w.t.tag[p.first - 1]):
        return False
    return bool(TAGS.get(word, 0) & _NOUNS) or word in w.written or bool(kind_of(word) & PEOPLE)


def _wording(w: Walk, p: Phrase) -> str:
    """A description as it stands, without its article or "that"; whose it is by name: "his", "the mayor’s"."""
    t = w.t
    first, last = p.first, p.last
    if t.lower[first : first + 3] == ["all", "of", "the"]:
        first += 3  # "all of the bakers" are the bakers
    elif p.opens in A_OR_AN and p.word == "number" and p.head + 2 < last:
        if all(what & VERB_ING for what in t.tag[first + 1 : p.head]):  # "a growing *number of* bakers"
            first = p.head + 2 + (t.lower[p.head + 2] == "the")
    elif p.opens == "one" and _is_but_a(p):
        first += 1  # "*one* baker"
    told = p.head + 1
    while told < last and t.tag[told] & ADVERB:
        told += 1  # "a poll *just* released"
    if told < last and t.tag[told] & VERB_PARTICIPLE and _does_without(w, p, told):
        last = p.head + 1  # "a poll released on Friday": the poll
    while last - 1 > p.head and (t.lower[last - 1] in _ENDS_NONE or t.tag[last - 1] & PREPOSITION):
        last -= 1  # "the crop of farmers *on the*"
    if t.word(last) == QUOTATION and t.lower[last - 1].startswith(("self-", "so-")):
        last += 1  # "self-described “pool dads”"
    owned = _owned(w, p, last)
    if owned is None:
        counts = t.lower[first] != "the" and (p.word in HOW_MANY or t.word(first + 1) in _ROUND)
        when = t.lower[first] == "this" and t.tag[first + 1] & TIME  # "this year’s campaign"
        first += t.lower[first : first + 2] == ["both", "the"]  # "*Both the* House and the Senate"
        while first < p.head and t.lower[first] in _OPENS_ANY and not (counts or when):
            first += 1  # "a handful of bakers" keeps it
        first = _behind_adjectives(p, first)
        return " ".join(t.words(first, last).split())
    begin, end, owner = owned
    if begin > first and t.lower[first] in ARTICLES:
        first += 1
    before = f"{t.words(first, begin)} " if first < begin else ""
    return " ".join(f"{before}{owning(owner)} {t.words(end, last)}".split())


def _is_but_a(p: Phrase) -> bool:
    """Whether "one" says no more than "a": not "one percent of", "one more baker", "One Nation", "one and another"."""
    several = {"more", "other", "and"}.intersection(p.t.lower[p.first + 1 : p.head])
    named = p.what & CAPITAL and not p.what & (ROLE | PEOPLE)
    return p.head > p.first and p.word not in HOW_MANY and not several and not named


def owning(owner: str) -> str:
    """A name or description with the mark of a possessive: "Ann Marr’s", "bakers’"."""
    return owner + ("’" if owner[-1] == "s" and owner.rpartition(" ")[2].islower() else "’s")


def _behind_adjectives(p: Phrase, first: int) -> int:
    """Where a body's description begins with its name: "*bitterly divided* Arra school board" is one with others."""
    t = p.t
    name = t.tagged(CAPITAL, first, p.head, first)
    told = (t.raw[k] for k in range(first, name))  # no "anti-Marr", "proposed", "new"
    plain = all(word.islower() and word.endswith(("ed", "ly")) and word not in _NOT_YET for word in told)
    body = kind_of(p.word) & (ORGANIZATION | ROLE) == ORGANIZATION and is_unknown(t.tag[name])
    return name if plain and body else first


def _does_without(w: Walk, p: Phrase, participle: int) -> bool:
    """Whether a description tells enough without its participle: "*a poll* released on Friday", not "files found …"."""
    maker = w.register.ending(p.head) if p.t.lower[participle] in GIVES and p.head > p.first else None
    given = maker is not None and maker.entity.type is BODY
    by = p.t.word(participle + 1) == "by" and p.t.lower[participle] not in TAKEN_NOTE_OF
    if (by and not given) or p.word in ANYBODY:
        return False  # "a person *briefed on it*", of whom nothing else is told
    first = p.t.tag[p.first]
    named = p.first < p.head and first & CAPITAL and not TAGS.get(p.opens, 0)  # "*Marr* polls released"
    named = named or p.t.holds(CAPITAL, p.first + 1, p.head + 1)
    return bool(named or first & OPENS_NOUN)


def _owned(w: Walk, p: Phrase, last: int) -> tuple[int, int, str] | None:
    """The words of a description that tell whose somebody is, and that owner’s name.

    "*his* mother", "some of *her* followers", "*the mayor’s* spokesman", "Marr, *whose* aides".
    """
    t, k = w.t, p.first
    if k > 1 and t.lower[k] == "whose":
        whose = w.meant(k, k + 1, p.claim)[0]
        return (k, k + 1, whose.name) if whose is not None else None
    mark = t.find(POSSESSIVE_MARKS, k + 1, p.head, k)
    name = w.register.person_ending(mark) if mark > k else None
    if name is not None and name.title == k:
        return k, mark + 1, name.entity.name
    if t.lower[k] == "the" and mark > k:
        capitals = t.holds(CAPITAL, k + 1, mark)
        vague = capitals or t.lower[mark - 1] in persons().epithets or p.word == "office"  # of whoever it is
        owner = None if vague else w.meant(k, mark, None)[0]
        if owner is None or not owner.named:
            return None
        return k, mark + 1, owner.name
    if k == p.head or t.lower[k] not in _OWNERS:
        of = (i for i in range(p.head + 2, last - 1) if t.lower[i - 1] == "of")
        k = next((i for i in of if t.lower[i] in HE_OR_SHE), last)
    its = k < last and t.lower[k] == "its"
    if its and not p.what & (SOURCE | SOMEBODY):
        return None  # no "its plan"
    owner = w.meant(k, k + 1, p.claim if its else None)[0] if k < last else None
    named = owner is not None and (owner.named or "-".join(owner.words) in persons().places)  # "*Brazil*’s"
    if owner is None or (not named and its) or (not owner.named and "’s " in owner.name):
        return None  # no "Ann Marr’s aide’s brother"
    return k, k + 1, owner.name
