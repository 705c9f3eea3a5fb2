"""Names and labels matched as people type them: a part, any case, no accents, a typo forgiven."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate, takewhile

# Letters that Unicode does not take apart into a base letter and an accent.
WHOLE_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i"}
)
_INSIDE_WORDS = re.compile(r"['’‘ʼ`´.]")  # O’Brien is OBrien, U.S. is US
_HYPHEN = re.compile("[-‐‑]")
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_MOST_SLIPS = 2  # letters, of one word
_MANY = 200  # names: so many are not compared each with each
_MOST_ALIKE = 20  # names that a name is compared with by one of its spellings
_INITIALS = 3  # letters of a body's, which may be a surname in another case
_SHORT, _LONG = 6, 20  # letters
REMEMBERED = 1 << 15  # names and words of names: an archive has the same ones over and over
_LEGAL_FORMS = frozenset("inc corp co ltd llc llp plc lp gmbh".split())  # "Acme, Inc." is Acme

FILLERS = frozenset(
    "a an and at by for from in of on or the to with".split()
)  # "an" is no beginning of "and"


class Closeness(IntEnum):
    """How near a name is to what was typed; lower is nearer, and each is true."""

    EXACT = 1  # every word typed is a word of the name, and none half of a double one
    ROLE = 2  # what was typed is no name, but the office that somebody holds: "mayor"
    SHORT = 3  # the name is a shorter form of what was typed: the surname alone, or without middle names
    PART = 4  # what was typed is a part of the name: beginnings of its words, some of them run together
    NEAR = 5  # as EXACT, but for a slip or two of the keyboard


def fold(text: str) -> str:
    """The words of ``text`` without case, accents and punctuation, a space between two.

    >>> fold("François  O’Brien-Łuk")
    'francois obrien luk'
    """
    return _BETWEEN_WORDS.sub(" ", _INSIDE_WORDS.sub("", bare(text))).strip()


def bare(text: str) -> str:
    """``text`` without case and accents: "Økland" is "okland"."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(part for part in parts if not unicodedata.combining(part))
    return letters.translate(WHOLE_LETTERS).casefold()


def stem(word: str) -> str:
    """What the inflected forms of a folded word share: "declines", "declined", "declining": "declin".

    Light on purpose: endings of number, tense and possession alone, so that nothing is
    matched that a reader would not call the same word.
    """
    word = word.removesuffix("'s").rstrip("'")
    if len(word) < 4 or not word.isalpha():
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("ied"):
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith(("ches", "shes", "sses", "xes", "zes")) else word[:-1]
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) > 2 and any(letter in "aeiouy" for letter in root):
            doubled = root[-1] == root[-2] and root[-1] not in "ls"
            word = root[:-1] if doubled else root
            break
    return word.removesuffix("e") if len(word) > 3 else word


class Typed:
    """A name as somebody typed it, to hold against the names that there are. ``ValueError`` if empty.

    A word may be cut short, to its initial where there are others beside it; but never does the middle of a word
    match, "Ann" no "Joanna". ``inflected``: other forms of its words are as good, "vetoed" for "veto", as they are of
    labels.
    """

    def __init__(self, text: str, *, inflected: bool = False) -> None:
        self.text = text
        self._words = fold(text).split()
        if (
            self._words[1:] and self._words[0] == "the"
        ):  # "the council" is "council"; "A Reed" may be Ann Reed
            del self._words[0]
        self._run = "".join(self._words)
        self._stems = set(map(stem, self._words)) if inflected else None
        if not self._words:
            raise ValueError(f"no name in {text!r}")
        self._without_form = tuple(self._words[:-1]) if self._words[-1] in _LEGAL_FORMS else None
        self._literal = lru_cache(REMEMBERED)(self._literal_closeness)
        self._slipped = lru_cache(REMEMBERED)(self._is_near)
        self._calls = lru_cache(REMEMBERED)(self._has_more_than_role)

    def closeness(self, names: Iterable[str], *, near: bool = True) -> Closeness | None:
        """How near the nearest of ``names`` comes, None if none does. Without ``near``, typos are not.

        The first of a person's names is the fullest: "minister" alone is not near to what has a role before that,
        "Minister Ann Reed", but "Minister Reed" is.
        """
        names = tuple(names)
        if len(self.text) == 2 and self.text.isupper():  # "UN" is not Kim Jong Un
            names = tuple(name for name in names if not name.endswith(f" {self.text.title()}"))
        ranks = [(rank, name) for name in names if (rank := self._literal(name)) is not None]
        literal = [rank for rank, name in ranks if self._calls(name, names[0])]
        if Closeness.EXACT in literal:
            return Closeness.EXACT
        if names and self._has_other_initial(folded_words(names[0])):
            return None
        if literal:
            return min(literal)
        if near and any(self._slipped(name) and self._calls(name, names[0]) for name in names):
            return Closeness.NEAR
        return None

    @property
    def words(self) -> tuple[str, ...]:
        """What was typed, folded."""
        return tuple(self._words)

    def is_shortened_by(self, name: str) -> bool:
        """Whether ``name`` may be short for what was typed: "Reed", "Ann Reed" or "Annie Reed" for "Ann B. Reed"."""
        is_body = name.isupper() and len(fold(name)) <= _INITIALS  # "UN" is not Kim Jong Un
        return name[:1].isupper() and not is_body and may_shorten(folded_words(name), self._words)

    def _has_more_than_role(self, name: str, fullest: str) -> bool:
        """Whether what was typed has, of a name with a role before it, more than the role."""
        if name == fullest or self._stems is not None:
            return True
        begin = tuple(word for word in self._words if len(word) == 1 and word not in folded_words(name))
        if not all(any(there.startswith(word) for there in folded_words(fullest)) for word in begin):
            return False  # "H Reed" is not "Harbour fellow Ann Reed"
        own = set(folded_words(name)).intersection(folded_words(fullest))
        own = {word for word in own if len(word) > 1} or own  # an initial is everybody's
        return not own or any(
            there.startswith(word) or _is_slip(word, there) for there in own for word in self._words
        )

    def _literal_closeness(self, name: str) -> Closeness | None:
        words = folded_words(name)
        if words == self._without_form:
            return Closeness.EXACT
        if self._has_other_initial(words):
            return None
        if all(word in words for word in self._words):
            return Closeness.PART if self._halves(name) else Closeness.EXACT
        if self._stems and self._stems <= set(map(stem, words)):
            return Closeness.EXACT
        return Closeness.PART if self._is_part_of(words) else None

    def _has_other_initial(self, words: tuple[str, ...]) -> bool:
        """Whether a name of the first name typed has another middle initial: "Ada C. Berg" for "Ada B. Berg"."""
        first, *middles = self._words
        if len(middles) < 2 or self._stems is not None or first not in words:
            return False
        name = words[words.index(first) :]
        return (
            initials_differ(self._words, name) and f" {' '.join(self._words)} " not in f" {' '.join(words)} "
        )

    def _halves(self, name: str) -> bool:
        """Whether of a person's double name only one half was typed: "Velk" of "Velk-Dorosh"."""
        if self._stems is not None or not _HYPHEN.search(name):
            return False
        typed = set(self._words)
        doubles = [set(fold(part).split()) for part in name.split() if _HYPHEN.search(part)]
        return any(double & typed and not double <= typed for double in doubles)

    def _is_part_of(self, words: tuple[str, ...]) -> bool:
        if len(self._run) < 2:  # an initial alone is everybody's
            return False
        if self._stems is None:
            words = tuple(word for word in words if word not in FILLERS)
        long = tuple(word for word in self._words if len(word) > 1)
        # that of "Reed" begins no middle name
        initials = [there[0] for there in words if not there.startswith(long)]
        if all(
            word in initials if len(word) == 1 else any(there.startswith(word) for there in words)
            for word in self._words
        ):
            return True
        return any(there.startswith(self._run) for there in words) or _run_together(self._run, words)

    def _is_near(self, name: str) -> bool:
        words = folded_words(name)
        if all(any(_is_slip(word, there) for there in words) for word in self._words):
            return True
        if len(words) == len(self._words):
            return _is_slip(self._run, "".join(words))
        # A space more or less, and a letter: "State Dept" is no statement, and Ann Reed Jr. not Ann Reed.
        return words[: len(self._words)] != tuple(self._words)[: len(words)] and _are_near(
            self._run, "".join(words), 1
        )


def shortens(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether ``short`` is a surname alone, or ``full`` without the names between its first and last (folded words),
    or with an initial for such a name.
    """
    if not 0 < len(short) <= len(full) or short[-1] != full[-1] or short == full:
        return False
    if len(short) == 1:
        return True
    if short[0] != full[0]:
        return False
    if len(short) == len(full):
        return all(part == name or part == name[:1] for part, name in zip(short, full, strict=True))
    keeps_initial = len(short[1]) > 1 or short[1] == full[1]  # George W. Marr is not George H. W. Marr
    return set(short) <= set(full) and keeps_initial


def initials_differ(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names that begin alike (folded words) have middle initials that are not one person's.

    "Ada B. Reed" is not Ada C. Reed, nor Ada Cole Reed; but who has none, or is Ada Beth Reed, may be her.
    """
    if shortens(one, other) or shortens(other, one):
        return False
    middles = zip(one[1:-1], other[1:-1], strict=False)
    return any(min(len(name), len(there)) == 1 and name[0] != there[0] for name, there in middles)


def may_shorten(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether ``short`` shortens ``full``, maybe with a pet form of its first name: "Tom Marr" of Thomas B. Marr."""
    if shortens(short, full):
        return True
    if len(short) < 2 or not full or short[-1] != full[-1]:
        return False
    whole = [christened(short[0]), *short[1:]]
    return whole[0] != short[0] and (whole == [*full] or shortens(whole, full))


def christened(first: str) -> str:
    """The name that a folded first name is a pet form of, if it is one: "thomas" for "tom"."""
    from claimcli.lexicon.names import persons

    return persons().nicknames.get(first, first)


def respells(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names (folded words) are a slip in one word apart: "sergei marr", "sergey marr"."""
    unlike = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    if len(one) != len(other) or len(one) < 2 or len(unlike) != 1:
        return False
    (some, others), *_ = unlike
    return some[0] == others[0] and _is_slip(some, others)


def slips_apart(names: Sequence[str]) -> Iterator[list[int]]:
    """For each name the places of those before it that differ from it by no more than a slip in one word may make."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if len(names) > _MANY:
        yield from _slips_apart_of_many(names)
        return
    for place, name in enumerate(names):
        near = process.extract(name, names[:place], scorer=OSA.distance, score_cutoff=_MOST_SLIPS, limit=None)
        yield sorted(other for *_, other in near)


def _slips_apart_of_many(names: Sequence[str]) -> Iterator[list[int]]:
    """The same in step with the number of names: those that are alike are so with a letter or two left out of each.

    Where many are alike, the first will do.
    """
    from rapidfuzz.distance import OSA

    before = _begin_alike(names)
    behind = _begin_alike([name[:before:-1] for name in names])
    seen: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        keys = _with_letters_left_out(name[before : len(name) - behind])
        alike = {other for key in keys for other in seen.get(key, ())}
        yield sorted(other for other in alike if OSA.distance(name, names[other]) <= _MOST_SLIPS)
        for key in keys:
            if len(places := seen.setdefault(key, [])) < _MOST_ALIKE:
                places.append(place)


def _begin_alike(words: Sequence[str]) -> int:
    """How many letters all of these words begin with."""
    letters = zip(min(words), max(words), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], letters))


def _with_letters_left_out(word: str) -> set[str]:
    """A word, and what is left of it without any letter or, where it is neither short nor very long, two."""
    one = {word[:place] + word[place + 1 :] for place in range(len(word[:_LONG]))}
    two = {
        rest[:place] + rest[place + 1 :]
        for rest in (one if _SHORT <= len(word) <= _LONG else ())
        for place in range(len(rest))
    }
    return {word} | one | two


def is_initials(short: str, name: str) -> bool:
    """Whether ``short`` is the first letters of a name's words: "HSA" or "HOSAA" of "House of Science and Art"."""
    if not short.isupper() or " " in short:
        return False
    words = folded_words(name)
    all_words, long_words = (
        "".join(word[0] for word in of) for of in (words, [w for w in words if w not in FILLERS])
    )
    return len(words) > 1 and fold(short) in (all_words, long_words)


def _run_together(run: str, words: tuple[str, ...]) -> bool:
    """Whether ``run`` is whole words without their spaces: "nofly" of "no-fly zone", not "marrp" of "Marr Park"."""
    whole, edges = "".join(words), {0, *accumulate(map(len, words))}
    return any(edge + len(run) in edges and whole.startswith(run, edge) for edge in edges)


@lru_cache(maxsize=REMEMBERED)
def folded_words(name: str) -> tuple[str, ...]:
    return tuple(fold(name).split())


def _slips(length: int) -> int:
    """How many wrong, missing, extra or swapped letters a word of ``length`` letters may have."""
    return 0 if length < 4 else 1 if length < 8 else _MOST_SLIPS


@lru_cache(maxsize=REMEMBERED)
def _is_slip(typed: str, there: str) -> bool:
    return _are_near(typed, there, _MOST_SLIPS)


def _are_near(typed: str, there: str, most: int) -> bool:
    allowed = min(_slips(min(len(typed), len(there))), most)
    if abs(len(typed) - len(there)) > allowed:
        return False
    from rapidfuzz.distance import OSA  # costs tens of milliseconds, and most names need none of it

    return OSA.distance(typed, there, score_cutoff=allowed) <= allowed
