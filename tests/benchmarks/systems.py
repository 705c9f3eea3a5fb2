"""The systems that are measured: claimcli, and others that are found here."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Generic, NamedTuple, Protocol, TypeVar

from claimcli import parse
from claimcli.model import Claim, Span
from claimcli.parser.grammar import subject
from tests.benchmarks.corpus import Annotated, Article
from tests.benchmarks.scoring import Score

_LINE = re.compile(r"[^\n]+")


class Found(Protocol):
    """What a system finds: where the content stands, and the words beside the cue that name the speaker."""

    @property
    def spans(self) -> tuple[Span, ...]: ...
    @property
    def mention(self) -> Span | None: ...


class Quotation(NamedTuple):
    """A claim as a peer gives it."""

    spans: tuple[Span, ...]
    mention: Span | None


class MissingPeerError(Exception):
    """A peer that is not installed; the message says what to install."""


F = TypeVar("F", bound=Found)


class System(Generic[F]):
    """One system while it reads a corpus: its score, and the processor's seconds that it took."""

    def __init__(self, name: str, find: Callable[[str], Sequence[F]]) -> None:
        self.name = name
        self.score = Score()
        self.seconds = 0.0
        self.bytes = 0
        self._find = find

    def read(self, article: Article) -> list[tuple[F, Annotated | None]]:
        """What the system finds in one article, each with the annotated claim that it is; None where it is wrong."""
        text = article.text
        began = time.process_time()
        found = self._find(text.text)
        self.seconds += time.process_time() - began
        self.bytes += len(text.text.encode("utf-8", "surrogatepass"))
        judged = [(claim, as_words(article, claim)) for claim in found]
        judged = [(claim, words) for claim, words in judged if words.content]
        right = self.score.add(text, article.attributions, [words for _, words in judged])
        return [
            (claim, article.attributions[right[place]] if place in right else None)
            for place, (claim, _) in enumerate(judged)
        ]

    @property
    def speed(self) -> float:
        """Megabytes of UTF-8 a second, on one core."""
        return self.bytes / self.seconds / 1e6 if self.seconds else 0.0


def as_words(article: Article, claim: Found) -> Annotated:
    mention = [claim.mention] if claim.mention else []
    return Annotated(article.text.words_in(claim.spans), article.text.words_in(mention))


def claimcli() -> System[Claim]:
    """claimcli as Python finds it first: the folder it is run in, plain, or an installed one, compiled or not."""
    return System(f"claimcli{', compiled' * is_compiled()}", lambda text: parse(text).claims)


def is_compiled() -> bool:
    return not Path(subject.__file__).suffix.startswith(".py")


def textacy(*, lean: bool = False) -> System[Quotation]:
    """textacy's direct quotations over spaCy's small English model; raises ``MissingPeerError``.

    As its documentation has it: the whole model, the whole text at once. Lean, it is as well and as fast
    as it can be had: without the model's entity recognizer, which quotations do not need, and paragraph by
    paragraph, since it gives up on a text with an odd number of quotation marks.
    """
    try:
        import spacy
        from textacy.extract import direct_quotations
    except ImportError as error:
        raise MissingPeerError(f"textacy is left out: pip install 'claimcli[bench]' ({error})") from error
    models = [name for name in sorted(spacy.util.get_installed_models()) if name.startswith("en_core_web_sm")]
    if not models:
        raise MissingPeerError("textacy is left out: python -m spacy download en_core_web_sm")
    pipeline = spacy.load(models[0], exclude=["ner"] if lean else [])

    def find(text: str) -> list[Quotation]:
        parts = [match for match in _LINE.finditer(text) if not match[0].isspace()] if lean else [None]
        found = []
        for part, read in zip(parts, pipeline.pipe(part[0] if part else text for part in parts), strict=True):
            moved = part.start() if part else 0
            with suppress(ValueError):
                for speaker, _, content in direct_quotations(read):
                    last = speaker[-1]
                    found.append(
                        Quotation(
                            (_moved(content.start_char, content.end_char, moved),),
                            _moved(speaker[0].idx, last.idx + len(last), moved),
                        )
                    )
        return found

    return System(f"textacy {version('textacy')}{', lean' * lean}", find)


def _moved(start: int, end: int, by: int) -> Span:
    return Span(start + by, end + by)
