"""What sort of thing a noun names: somebody, several people, a body, a document."""

from __future__ import annotations

from functools import lru_cache

from claimcli.lexicon import DOCUMENT, ONCE, ORGANIZATION, PEOPLE, ROLE, SOURCE, TAGS, VERB, singular
from claimcli.lexicon.names import persons


@lru_cache(1 << 16)
def kind_of(word: str) -> int:
    """What a (lower-case) noun names, by its tag and by the lists of ``persons.txt``; it may be several.

    ROLE for one person ("mayor", "bloke", "mother-of-two", "ex-baker"), PEOPLE for several ("officials", "mourners"),
    ORGANIZATION for a body ("council", "airline"), DOCUMENT for what is written ("report", "memoir").
    """
    known, what = persons(), TAGS.get(word, 0) & SOURCE
    if word.startswith(ONCE):
        what |= TAGS.get(word.partition("-")[2], 0) & ROLE
    one = word.partition("-of-")[0]
    if "-" in word:  # "editor-in-chief", "eye-witness"
        what |= (TAGS.get(word.partition("-in-")[0], 0) | TAGS.get(word.rpartition("-")[2], 0)) & ROLE
    if one in known.somebody or one in known.gender or one in known.related:
        what |= ROLE
    if word in known.bodies or word in known.kinds:
        what |= ORGANIZATION
    if word in known.works or word in known.texts:
        what |= DOCUMENT
    return what | PEOPLE if _are_doers(word) else what


def _are_doers(word: str) -> bool:
    """Whether a word is the plural of who has a role or does something: "bakers", "mourners"."""
    if not word.endswith("s"):
        return False
    stem = word[:-3]
    does = word.endswith(("ers", "ors")) and bool((TAGS.get(stem, 0) | TAGS.get(f"{stem}e", 0)) & VERB)
    return does or bool(TAGS.get(word[:-1], 0) & ROLE)


def body_of(word: str) -> str:
    """The word for one of several bodies: "union" of "unions"; empty where a word means no several bodies."""
    one = singular(word)
    return one if one != word and kind_of(one) & ORGANIZATION else ""
