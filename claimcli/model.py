"""The words of the field as types: what an article says, who says it, about which decision.

Every position is a pair of character offsets into the article's text exactly as it was given,
end exclusive, so that ``article.text[start:end]`` is what a person sees.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimcli.output.shapes import ClaimRecord, DecisionRecord, FactRecord


class Span(NamedTuple):
    """A stretch of the article's text: character offsets, end exclusive."""

    start: int
    end: int


class Kind(StrEnum):
    """How much of a claim's content stands in quotation marks: all, some or none.

    Quoted words that the cue governs as its object are mixed, even where nothing else is said: in
    "dismissed it as ‘a stunt’" they are a part of the article's own sentence, not a sentence of the speaker's.
    """

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Status(StrEnum):
    """How far a decision has come."""

    TAKEN = "taken"
    DECLINED = "declined"
    PROPOSED = "proposed"


class SpeakerType(StrEnum):
    """What sort of speaker stands behind a claim."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom mentions stand for, by the fullest name that the article gives."""

    name: str
    role: str | None = None
    aliases: tuple[str, ...] = ()
    type: SpeakerType = SpeakerType.PERSON


@dataclass(frozen=True, slots=True)
class Decision:
    """A choice about a course of action that the article reports.

    ``label`` is a short phrase in the article's own words; of "the bill" and the like, square brackets hold by which
    words the article tells elsewhere what is meant: "vetoed the [bill that bans nets]". ``actor`` is the resolved name
    of who chooses, ``action`` the words that tell the choice, ``when`` the date as the article has it.
    ``because`` holds a line for each place that tells the choice, "rule: “words” (status, ¶ number)": first the
    one that ``status``, ``action`` and ``evidence`` are of, then the others in the order of the text.
    """

    id: str
    label: str
    actor: str | None
    action: str
    status: Status
    when: str | None
    evidence: Span
    because: tuple[str, ...] = ()

    def to_dict(self, article: Article) -> DecisionRecord:
        """The same as the documented JSON of ``claimcli decisions``, with the claims of its ``article`` about it.

        Raises ``ValueError`` for another article.
        """
        from claimcli.output.records import decision_record

        if self not in article.decisions:
            raise ValueError(
                f"decision {self.id} is none of article {article.id}; give the one that it stands in"
            )
        return decision_record(article, self, article.claims)


@dataclass(frozen=True, slots=True)
class Claim:
    """One attribution: a speaker, a cue and a content.

    ``text`` is the spans as they stand, quotation marks included, joined by " … ".
    ``about`` holds decision ids, ``paragraph`` counts from 1, ``because`` names the rules
    that made the claim, in the order in which they applied. ``article`` is the article's id.

    ``confidence`` is how often the rule that found the claim is right, ``speaker_confidence`` how often, where it
    is, the rule that named the speaker names the right one, each 0 to 1; None where there is no speaker.
    """

    id: str
    kind: Kind
    text: str
    spans: tuple[Span, ...]
    speaker: Speaker | None
    mention: Span | None
    cue: Span | None
    via: Speaker | None
    about: tuple[str, ...]
    paragraph: int
    confidence: float
    because: tuple[str, ...]
    article: str
    speaker_confidence: float | None = None

    @property
    def is_quote(self) -> bool:
        """Whether any of the content stands in quotation marks."""
        return self.kind is not Kind.INDIRECT

    def to_dict(self, article: Article) -> ClaimRecord:
        """The same as the documented JSON of ``claimcli claims``; ``article`` is the one that it stands in.

        Raises ``ValueError`` for another.
        """
        from claimcli.output.records import claim_record

        _expect_own("claim", self.id, self.article, article)
        return claim_record(article, self)


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence in the article's own voice: no claim covers it. What the article asserts, not what is true."""

    id: str
    text: str
    span: Span
    paragraph: int
    article: str

    def to_dict(self, article: Article) -> FactRecord:
        """The same as the documented JSON of ``claimcli facts``; ``article`` is the one that it stands in.

        Raises ``ValueError`` for another.
        """
        from claimcli.output.records import fact_record

        _expect_own("fact", self.id, self.article, article)
        return fact_record(article, self)


@dataclass(frozen=True, slots=True)
class Article:
    """One document and everything that was found in it.

    Claims and facts stand in the order of the text, decisions by how much the article makes of
    them, speakers by their first claim. ``paragraphs`` are spans; ``claim.paragraph`` counts them from 1.
    """

    id: str
    title: str | None
    source: str | None
    published: str | None
    text: str
    paragraphs: tuple[Span, ...]
    claims: tuple[Claim, ...]
    decisions: tuple[Decision, ...]
    speakers: tuple[Speaker, ...]
    facts: tuple[Fact, ...]


def _expect_own(what: str, key: str, its_article: str, article: Article) -> None:
    """Raises ``ValueError`` where ``article`` is not that of a claim or fact."""
    if its_article != article.id:
        raise ValueError(
            f"{what} {key} is of article {its_article}, not of {article.id}; give the one that it stands in"
        )
