"""What somebody is: a role made of a phrase, of the titles before a name, of the letters or the party behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CUE,
    HONORIFIC,
    NEGATION,
    NOUN,
    OPENS_NOUN,
    ORGANIZATION,
    POSSESSIVE,
    PREPOSITION,
    ROLE,
    SUBORDINATOR,
    TAGS,
    VERB,
    WH,
    WORD,
)
from claimcli.lexicon.kinds import kind_of
from claimcli.lexicon.names import persons
from claimcli.parser.grammar import ARTICLES, POSSESSIVE_MARKS
from claimcli.parser.speakers.entity import Mention, Role
from claimcli.parser.speakers.heads import head_of, head_word
from claimcli.parser.text import CLOSED_BY, CLOSES_ASIDE, QUOTATION, Tokens

OPENS_ROLE: Final = ARTICLES | {"one", "another"}
SEAT: Final = 9  # tokens of "(Liberal Democrat, St Mary’s and Abbey)"
_POSTS: Final = frozenset(
    "minister president secretary officer executive director general attorney premier".split()
)
"""How posts end that go by their letters."""
_LETTERS: Final = 4  # of the longest such name
_ENDS_APPOSITION: Final = frozenset(
    {";", ":", QUOTATION, "who", "whose", "that", "which", "and", *CLOSED_BY, *CLOSES_ASIDE}
)
_CLAUSE: Final = SUBORDINATOR | WH  # "secretary of state *when*"
_IS: Final = frozenset({"is", "was", "been", "became", "remains", "remained"})
_SERVES: Final = frozenset({"works", "worked", "serves", "served"})
TELLS: Final = _IS | _SERVES | {"has", "had"}
"""What begins to tell what somebody is."""
WHILE: Final = frozenset({"until", "since", "from", "during", "between", "when", "while", "because"})
_LONG: Final = 16  # tokens


def role_of(t: Tokens, a: int, b: int, head: int | None = None) -> Role | None:
    """A phrase as a role: "the former Vermont senator" is "former Vermont senator", its head "senator".

    ``head`` is where the head noun stands, if that is known.
    """
    while a < b and (not t.tag[a] & WORD or t.lower[a] in POSSESSIVE_MARKS or _leads_in(t, a, b)):
        a += 1
    while a < b and (t.lower[b - 1] == "." or t.tag[b - 1] & PREPOSITION):
        b -= 1
    if head is None:
        head = head_of(t, a, b)
    if head is None:
        return None
    words = set(t.lower[a:b])
    for word in t.lower[a:b]:
        if "-" in word:
            words.update(word.split("-"))
    return Role(" ".join(t.words(a, b).split()), head_word(t, a, head), frozenset(words))


def _leads_in(t: Tokens, a: int, b: int) -> bool:
    """Whether a word before a role is none of it: "*said* the mayor", "*whose* lawyer", "*its* director"."""
    what = t.tag[a]
    if t.lower[a] in OPENS_ROLE or what & POSSESSIVE:
        return True
    verb = what & VERB and not what & (CAPITAL | NOUN)
    follows = OPENS_NOUN | (CAPITAL if what & CUE else 0)  # "*wrote* Marr’s chief", "retired Marr chief"
    return bool(verb) and a + 1 < b and bool(t.tag[a + 1] & follows)


def letters_of_post(role: Role) -> Iterator[str]:
    """By which letters the holder of a post goes: "PM" of "Prime Minister", "CEO" of "Arra chief executive", "MEC"."""
    words, post = role.text.split(), role.head.rpartition("-")[2]
    lower = [word.lower() for word in words]
    if post not in lower or role.former:
        return
    del words[lower.index(post) + 1 :]  # "of Arra"
    if words[-1].isupper():
        yield post
    elif post in _POSTS:
        letters = "".join([word[0] for word in words]).lower()
        fewest = len(letters) if role.words & persons().ranks else 2  # no deputy prime minister is "the PM"
        for n in range(max(2, fewest), _LETTERS + 1):
            yield letters[-n:]
        if letters[-2:] == "ce":
            yield "ceo"


def title_role(t: Tokens, name: Mention) -> Role | None:
    """The role that the words before a name tell: "Former NATO Secretary General | Jens …"."""
    a, b = name.title, name.at
    courtesy = persons().courtesy
    while a < b and (t.lower[a] in courtesy or t.lower[a] == "."):
        a += 1
    while b > a and (t.lower[b - 1] == "." or t.lower[b - 1] in courtesy):
        b -= 1
    role = role_of(t, a, b) if a < b else None
    if role is not None and role.head in persons().ends_body:
        # "Bank of Arra *Governor* Ann Marr", but "Arra *News* Ann Marr"
        role = role_of(t, a, b, b - 1) if t.tag[b - 1] & ROLE else None
    if role is not None and role.head[-1] == "s" and TAGS.get(role.head[:-1], 0) & HONORIFIC:
        one = role.head[:-1]  # "*Senators* Marr and Reed"
        role = Role(role.text[:-1], one, role.words | {one})
    short = role.head.removeprefix("ex-").removeprefix("then-") if role else ""
    full = persons().short.get(short)
    if role is None or full is None:
        return role
    return Role(role.text[: -len(short)] + full.capitalize(), full, role.words | {full})


def party_and_state(t: Tokens, name: Mention) -> Role | None:
    """What the letters after a politician’s name tell: "Ann Marr (R-Iowa)" is a Republican of Iowa."""
    seat, known = name.last + 1, persons()
    if seat + 1 >= len(t.raw) or t.lower[seat][0] not in known.parties:
        return None
    letter, dash, place = t.lower[seat].partition("-")
    if len(letter) > 1 or not (dash or t.lower[seat + 1] == ")"):
        return None
    place = place.replace(".", "")
    state = known.states.get(place, place).split("-") if dash else []
    text = known.parties[letter][0].capitalize()
    if state:
        text += f" of {' '.join(word.capitalize() for word in state)}"
    return Role(text, known.parties[letter][0], frozenset({*known.parties[letter], *state}))


def told_to_be(t: Tokens, verb: int, end: int) -> Role | None:
    """What a verb tells somebody to be: "*is a baker in Arra*", "*has been mayor* since May", "*works as a nurse*"."""
    if t.word(verb) not in TELLS:
        return None
    i = verb + (t.lower[verb] in ("has", "had"))
    i += t.word(i) in _IS or (t.word(i) in _SERVES and t.word(i + 1) == "as" and 2)
    while verb < i < end and t.tag[i] & ADVERB and not t.tag[i] & NEGATION:
        i += 1  # "is *now* a baker"
    article = t.word(i) in ARTICLES
    if i == verb or i + article >= end or not (article or t.tag[i] & ROLE):
        return None
    stop = end_of_apposition(t, i, min(end, i + _LONG))
    stop = t.find(WHILE, i + 1, stop, stop)
    head = head_of(t, i + article, stop)
    if head is None or not kind_of(t.lower[head]) & (ROLE | ORGANIZATION):
        return None
    if t.lower[head] in ("person", "man", "woman"):
        return None  # "Ann Marr is the first *person* to swim it"
    role = role_of(t, i, stop, head)
    past = role is not None and t.lower[verb] in ("was", "had", "worked", "served")
    return role._replace(words=role.words | {"former"}) if past and role is not None else role


def _is_within_trade(t: Tokens, i: int, k: int, end: int) -> bool:
    """Whether "and" stands within what somebody works on: "an oil **and** gas *analyst*", no "baker and city clerk"."""
    if k + 2 >= end or not t.tag[k + 2] & ROLE or t.tag[k + 1] & (ROLE | OPENS_NOUN):
        return False
    return not any(what & (ROLE | PREPOSITION) for what in t.tag[i:k])


def end_of_apposition(t: Tokens, i: int, end: int) -> int:
    """Where an apposition from a token on ends: "a retired baker | who …", "minister of farming | and"."""
    for k in range(i, end):
        what = t.tag[k]
        if t.lower[k] == "and" and t.tag[k - 1] & CAPITAL and k + 1 < end and t.tag[k + 1] & CAPITAL:
            continue  # "of the Center for Roads and Bridges"
        if t.lower[k] == "and" and _is_within_trade(t, i, k, end):
            continue
        if t.lower[k] == "-" and t.start[k] == t.end[k - 1]:
            continue  # "A.F.L.-C.I.O."
        if t.lower[k] in _ENDS_APPOSITION or what & AUXILIARY or (what & _CLAUSE and not what & PREPOSITION):
            return k
    return max(i, end)
