"""The speakers of many articles, each name once.

Two people of one name are one row. Roles do not tell them apart: of 231 people in several of 840 annotated articles, 74
have roles without a word in common ("retired neurosurgeon", "presidential candidate"), and next to none are two people.
So a row tells all roles, and who reads it can see.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from claimcli.model import Article, Claim, Speaker, SpeakerType
from claimcli.names import christened, fold, is_initials, may_shorten, slips_apart
from claimcli.query import called
from claimcli.roles import is_respelled, unlike


@dataclass(slots=True)
class Entry:
    """One speaker and what the articles have of theirs."""

    speaker: Speaker
    claims: list[Claim] = field(default_factory=list)

    @property
    def roles(self) -> list[str]:
        """The role of most articles, and those that share no word with it: somebody else of the name, it may be."""
        given = dict.fromkeys((claim.article, claim.speaker.role) for claim in self.claims if claim.speaker)
        counts = Counter(role for _, role in given if role)
        return unlike(role for role, _ in counts.most_common())

    @property
    def quotes(self) -> int:
        return sum(claim.is_quote for claim in self.claims)

    @property
    def articles(self) -> int:
        return len({claim.article for claim in self.claims})


def register(claims: Iterable[tuple[Article, Claim]]) -> list[Entry]:
    """The speakers of ``claims``, those with the most claims first; claims without a speaker are left out.

    Speakers of one name are one, and so are two spellings of a name in one office ("Sergei", "Sergey"), and an
    organization and its initials, where they are nobody else's. A person who goes by a surname, a pet form or no
    middle name in one article is the person of the fuller name in another, unless two different people may be meant
    that the role does not tell apart. Whoever has no name, "a spokesman" or "critics", is somebody else in every
    article.
    """
    entries: dict[str, Entry] = {}
    keys: dict[tuple[str, Speaker], str] = {}
    named: set[str] = set()
    for article, claim in claims:
        if claim.speaker is None:
            continue
        known = (claim.article, claim.speaker)
        if known not in keys:
            nameless = _is_nameless(claim.speaker, article)
            key = keys[known] = fold(claim.speaker.name) + nameless * f" {claim.article}"
            if not nameless:
                named.add(key)
            if key in entries:
                entries[key].speaker = _merged(entries[key].speaker, claim.speaker)
            else:
                entries[key] = Entry(claim.speaker)
        entries[keys[known]].claims.append(claim)
    _join_short_names(entries)
    _join_spellings(entries, named)
    _join_initials(entries)
    return sorted(entries.values(), key=lambda entry: -len(entry.claims))


def _join_short_names(entries: dict[str, Entry]) -> None:
    """Move the claims of a person's shorter names to the only fuller name that fits."""
    people = [
        key
        for key, entry in entries.items()
        if key and entry.speaker.type is SpeakerType.PERSON and _ends_in_name(entry.speaker)
    ]
    alike: dict[tuple[str, ...], list[str]] = {}
    for key in people:
        for shared in {_ends(key), _ends(key)[-1:]}:
            alike.setdefault(shared, []).append(key)
    for short in sorted(people, key=len):
        words = short.split()
        others = (key for key in alike[_ends(short)] if key in entries and key != short)
        fuller = [key for key in others if may_shorten(words, key.split())]
        role = entries[short].speaker.role
        in_role = [key for key in fuller if _is_same_role(role, entries[key].speaker.role)]
        longest = _one_person(fuller) or _one_person(in_role)
        if longest:
            _join(entries, short, longest)


def _ends(name: str) -> tuple[str, ...]:
    """What every name has that a folded one may be short for: its surname, and the christened name if it has one."""
    *before, surname = name.split()
    return (christened(before[0]), surname) if before else (surname,)


def _join_spellings(entries: dict[str, Entry], named: Container[str]) -> None:
    """Move the claims of a person's rarer spellings to the one with the most claims."""
    people = [
        key
        for key, entry in entries.items()
        if entry.speaker.type is SpeakerType.PERSON and " " in key and key in named
    ]
    alike: dict[tuple[str, str], list[str]] = {}
    for key in sorted(people, key=lambda key: -len(entries[key].claims)):
        first, *_, last = key.split()
        alike.setdefault((first[0], last), []).append(key)
        alike.setdefault((first, last[0]), []).append(key)
    for group in alike.values():
        keys = [key for key in group if key in entries]
        names = [fold(entries[key].speaker.name) for key in keys]
        for rare, alike_before in zip(keys, slips_apart(names), strict=True):
            usual = (keys[other] for other in alike_before)
            same = next((key for key in usual if key in entries and _are_respelled(entries, key, rare)), None)
            if same:
                _join(entries, rare, same, renamed=False)


def _are_respelled(entries: dict[str, Entry], one: str, other: str) -> bool:
    return is_respelled(_called(entries[one]), _called(entries[other]))


def _join_initials(entries: dict[str, Entry]) -> None:
    """Move the claims of initials to the only organization that an article tells they stand for."""
    owners: dict[str, list[str]] = {}
    for key, entry in entries.items():
        for alias in entry.speaker.aliases:
            if is_initials(alias, entry.speaker.name):
                owners.setdefault(fold(alias), []).append(key)
    for short, named in owners.items():
        bare = entries.get(short)
        if bare and bare.speaker.type is SpeakerType.ORGANIZATION and len(named) == 1 and named[0] != short:
            _join(entries, short, named[0])


def _called(entry: Entry) -> tuple[str, ...]:
    return called(entry.speaker.name, entry.speaker.role, entry.speaker.aliases)


def _join(entries: dict[str, Entry], one: str, other: str, *, renamed: bool = True) -> None:
    """Move the claims of one entry to another, which takes the fuller name of both, or keeps its own."""
    entry = entries.pop(one)
    entries[other].claims += entry.claims
    entries[other].speaker = _merged(entries[other].speaker, entry.speaker, renamed=renamed)


def _one_person(names: list[str]) -> str:
    """The longest of the names, if the others may all be short for it; empty if they may not."""
    longest = max(names, key=len, default="")
    whole = longest.split()
    return longest if all(name == longest or may_shorten(name.split(), whole) for name in names) else ""


def _is_same_role(one: str | None, other: str | None) -> bool:
    """Whether two roles may be one office: "mayor" and "mayor of Arra"."""
    some, others = set(fold(one or "").split()), set(fold(other or "").split())
    return bool(some and others) and (some <= others or others <= some)


def _is_nameless(speaker: Speaker, article: Article) -> bool:
    """Whether somebody is only described: "spokesman", "one of them", "Critics", "Resident of the town"."""
    first, _, rest = speaker.name.partition(" ")
    if rest and not rest.islower():
        return False
    if first.islower():
        return True
    if speaker.type is SpeakerType.PERSON:
        return bool(rest) or _stands_for_a_noun(first)
    if speaker.type is SpeakerType.ORGANIZATION and not rest:
        return False
    return _has_its_capital_from_a_sentence(first, article)


def _stands_for_a_noun(word: str) -> bool:
    """Whether a word alone is nobody's name: "Another", "One"."""
    from claimcli.lexicon import DETERMINER, NUMBER, PRONOUN, TAGS

    return bool(TAGS.get(word.lower(), 0) & (DETERMINER | NUMBER | PRONOUN))


def _has_its_capital_from_a_sentence(word: str, article: Article) -> bool:
    """Whether a word has a capital only where a sentence begins: "Critics", not "Democrats" or "Ukrainian officials".

    Of an article that is known in part, nobody can tell.
    """
    within = rf"\b[^\W\d_A-Z]\w{{0,40}},? {re.escape(word)}\b"
    return bool(article.paragraphs) and re.search(within, article.text) is None


def _ends_in_name(speaker: Speaker) -> bool:
    """Whether the last word may be a surname, as that of "PM's spokesman" is not."""
    return not speaker.name.rpartition(" ")[2].islower()


def _merged(one: Speaker, other: Speaker, *, renamed: bool = True) -> Speaker:
    """Both under the fuller name, or under the first one's."""
    if one == other:
        return one
    full, short = (other, one) if renamed and len(other.name) > len(one.name) else (one, other)
    aliases = dict.fromkeys([*full.aliases, short.name, *short.aliases])
    aliases.pop(full.name, None)
    return Speaker(full.name, full.role or short.role, tuple(aliases), full.type)
