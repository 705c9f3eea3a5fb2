"""What each command answers, as plain data: the documented shapes of JSON, and the rows of all other formats.

Positions are character offsets into the text of the article, end exclusive, unless a field says otherwise.
A field that has no value is null; no field is ever left out.
"""

from typing import Annotated, Literal, TypedDict

Offsets = Annotated[list[int], "start and end of a stretch of text: two character offsets, end exclusive"]
KindName = Literal["direct", "mixed", "indirect"]
StatusName = Literal["taken", "declined", "proposed"]
VerdictName = Literal["verbatim", "altered", "paraphrase", "not found"]
ChangeName = Literal["kept", "changed", "missing", "added"]
QuotedName = Literal["all", "some", "none"]
PlaceName = Literal["before", "here", "after"]
TypeName = Literal["person", "organization", "group", "document"]


class ArticleRecord(TypedDict):
    """The article that something stands in."""

    id: Annotated[str, "short hash of the article"]
    title: Annotated[
        str | None, "as the source gives it; null for plain text, where a headline is part of the text"
    ]
    source: Annotated[str | None, "file, URL or stream that it was read from"]
    published: Annotated[str | None, "date as the source gives it"]


class SpeakerRecord(TypedDict):
    """Whom a mention stands for."""

    name: Annotated[str, "the fullest name that the article gives"]
    role: Annotated[str | None, "title or office, as the article has it"]
    aliases: Annotated[list[str], "other words by which the article names the speaker"]
    type: TypeName


class PieceRecord(TypedDict):
    """Words of the article and where they stand."""

    text: str
    start: int
    end: int


class DecisionName(TypedDict):
    """A decision, in short."""

    id: str
    label: str


class ClaimRecord(TypedDict):
    """One attribution: what `claims` and `quotes` list."""

    id: Annotated[str, "short hash; `claimcli show` takes it or its beginning"]
    kind: Annotated[KindName, "how much stands in quotation marks: all, some, none"]
    text: Annotated[str, "the content, its spans joined by ' … '"]
    spans: list[Offsets]
    speaker: Annotated[SpeakerRecord | None, "null where the article does not tell who speaks"]
    mention: Annotated[PieceRecord | None, "the words beside the cue that name the speaker"]
    cue: Annotated[PieceRecord | None, "what marks the attribution: 'said', 'according to'"]
    via: Annotated[str | None, "name of the speaker through whom another's words come"]
    about: Annotated[list[DecisionName], "the decisions that the claim states, defends, attacks or explains"]
    paragraph: Annotated[int, "counts from 1"]
    confidence: Annotated[float, "0 to 1: how often the rule that found the claim is right"]
    speaker_confidence: Annotated[
        float | None,
        "0 to 1: how often, of claims that are right, the rule that named the speaker is; null without a speaker",
    ]
    because: Annotated[list[str], "the rules that made the claim, in the order in which they applied"]
    article: ArticleRecord


class HitRecord(ClaimRecord):
    """A claim that a search found, best first."""

    score: Annotated[float, "0 to 100"]
    matches: Annotated[list[Offsets], "matched words, as offsets into `text`"]
    article_matches: Annotated[list[Offsets], "matched words, as offsets into the article"]
    explain: Annotated[list[str], "how the score came about; empty without --explain"]


class AnswerRecord(TypedDict):
    """One of the queries of `search --queries`, and what it found."""

    query: Annotated[str, "as its line has it"]
    hits: Annotated[list[HitRecord], "best first; empty where nothing matches"]
    error: Annotated[str | None, "why the query cannot be understood; null for most"]


class FactRecord(TypedDict):
    """A sentence in the article's own voice."""

    id: str
    text: str
    spans: list[Offsets]
    paragraph: Annotated[int, "counts from 1"]
    article: ArticleRecord


class Tally(TypedDict):
    """How many of the claims counted are one speaker's."""

    name: Annotated[str | None, "null for all claims of which the article does not tell who speaks"]
    claims: int


class DecisionRecord(TypedDict):
    """A choice about a course of action, and who speaks about it."""

    id: str
    label: Annotated[
        str,
        "a short phrase in the article's own words; in [brackets], by which it tells elsewhere what is meant",
    ]
    actor: Annotated[str | None, "name of who chooses"]
    action: Annotated[str, "the words that tell the choice"]
    status: StatusName
    when: Annotated[str | None, "date as the article has it"]
    evidence: PieceRecord
    because: Annotated[
        list[str], "the rules and words that tell it, a place each; the status is by the first"
    ]
    claims: Annotated[int, "claims about it"]
    quotes: Annotated[int, "those of them that are direct or mixed"]
    speakers: Annotated[list[Tally], "by whom, most first; null comes last"]
    article: ArticleRecord


class SpeakerRow(SpeakerRecord):
    """A speaker across all articles read, most claims first."""

    roles: Annotated[
        list[str], "the role of most articles, and those that share no word with it, maybe of a namesake"
    ]
    claims: int
    quotes: Annotated[int, "those of the claims that are direct or mixed"]
    articles: Annotated[int, "how many articles the speaker speaks in"]


class Cell(DecisionName):
    """A column of the matrix, and the number in it."""

    claims: int
    article: ArticleRecord


class MatrixRow(TypedDict):
    """A speaker, and for every decision how many of the speaker's claims are about it."""

    speaker: Annotated[
        SpeakerRecord | None, "null in the last row: claims of which the article does not tell who speaks"
    ]
    claims: Annotated[int, "all that are about any of the decisions; a claim about two counts once"]
    decisions: Annotated[list[Cell], "the same decisions in the same order in every row"]


class WordsRecord(TypedDict):
    """Words of the quotation or of the claim's `text`; offsets are into that text."""

    text: str
    start: int
    end: int


class DifferenceRecord(TypedDict):
    """A run of words with one fate."""

    change: Annotated[ChangeName, "missing: only the claim has them; added: only the quotation has them"]
    quote: WordsRecord | None
    claim: WordsRecord | None


class NegationRecord(TypedDict):
    """A word that turns the meaning, as "not" does, and stands on one side alone."""

    change: Annotated[
        Literal["missing", "added"], "missing: only the claim has it; added: only the quotation has it"
    ]
    text: str


class ParagraphRecord(PieceRecord):
    """A paragraph of the article."""

    number: Annotated[int, "counts from 1"]
    place: Annotated[PlaceName, "where it stands to what is shown"]


class StandingRecord(TypedDict):
    """Where an article has all words of a quotation, in their order."""

    text: Annotated[str, "the words, as they stand there"]
    start: int
    end: int
    quoted: Annotated[QuotedName, "how many of the words stand in quotation marks"]
    paragraphs: Annotated[list[ParagraphRecord], "those that hold the words"]
    article: ArticleRecord


class NamedRecord(PieceRecord):
    """Where an article names somebody."""

    paragraph: Annotated[int, "counts from 1"]
    speaks: Annotated[bool, "whether any claim of the article is theirs"]


class CheckRecord(TypedDict):
    """A quotation beside a claim near to it. The first record has the verdict on the quotation."""

    quote: Annotated[str, "as it was typed"]
    verdict: VerdictName
    exact: Annotated[
        bool,
        "verbatim, all in quotation marks, of the speaker asked about if one was, and nothing to beware of",
    ]
    score: Annotated[float, "0 to 100: how much of the quotation the claim has, in order"]
    same_speaker: Annotated[bool | None, "whether it is the speaker asked about; null when none was"]
    named: Annotated[
        NamedRecord | None, "where the article names the speaker asked about, if the claim is another's"
    ]
    differences: Annotated[list[DifferenceRecord], "the whole of both texts, in order"]
    negations: Annotated[list[NegationRecord], "negations among the differences; empty where there is none"]
    quoted: Annotated[
        QuotedName,
        "how many of the words that both have stand in quotation marks; the others are the article's own",
    ]
    quoted_words: Annotated[list[WordsRecord], "the stretches of the claim in marks that hold such words"]
    denied: Annotated[
        str | None, "the cue of the claim, where the speaker denies, doubts or refuses the words by it"
    ]
    taken_back: Annotated[
        str | None,
        "words beside the claim which deny its words, or say that they were not said: 'never said', 'scrapped plans'",
    ]
    numbers: Annotated[
        list[DifferenceRecord],
        "numbers that are others in the claim, or nowhere in it; empty where there is none",
    ]
    invented: Annotated[
        list[WordsRecord], "runs of words of the quotation that the claim has neither there nor elsewhere"
    ]
    too_short: Annotated[bool, "whether the quotation has but one or two words, which anybody may have said"]
    asked: Annotated[
        list[Tally] | None,
        "where it is not found: the speakers here that --speaker stands for, and how many claims each has; else null",
    ]
    filtered_out: Annotated[int, "where it is not found: claims that have it, but that the filters leave out"]
    in_articles: Annotated[
        list[StandingRecord], "articles in which all the words stand, where no claim has them"
    ]
    claim: Annotated[ClaimRecord | None, "null where no claim is near"]


class CheckedRecord(TypedDict):
    """One of the quotations of `check --queries`, and what became of it."""

    quote: Annotated[str, "as its line has it"]
    verdict: Annotated[VerdictName | None, "null where there is none, for the reason that `error` tells"]
    nearest: Annotated[list[CheckRecord], "what `check` answers to it"]
    error: Annotated[str | None, "why it cannot be checked; null for most"]


class VariantDifference(TypedDict):
    """What became of a run of words between the first wording of a quotation and another one."""

    change: Annotated[ChangeName, "missing: only the first wording has them; added: only this one has them"]
    first: Annotated[WordsRecord | None, "in the `text` of the first variant"]
    here: Annotated[WordsRecord | None, "in the `text` of this one"]


class VariantRecord(TypedDict):
    """One wording of a shared quotation, and the claims that have it."""

    text: str
    differences: Annotated[
        list[VariantDifference], "in order, from where both begin to where either ends; empty for the first"
    ]
    claims: Annotated[list[ClaimRecord], "in the order of their articles"]


class SharedRecord(TypedDict):
    """A quotation that several articles carry."""

    articles: Annotated[int, "how many carry it"]
    variants: Annotated[list[VariantRecord], "that of most articles first, longer ones before shorter"]
    carried_by: list[ArticleRecord]
    missing: Annotated[int, "how many of the articles read do not carry it"]
    missing_from: Annotated[list[ArticleRecord] | None, "those, unless they are more than 100"]


class ClaimPage(ClaimRecord):
    """A claim in its paragraph."""

    what: Literal["claim"]
    explain: Annotated[list[str], "why it is a claim, in words; empty without --explain"]
    paragraphs: list[ParagraphRecord]


class FactPage(FactRecord):
    """A fact in its paragraph."""

    what: Literal["fact"]
    paragraphs: list[ParagraphRecord]


class DecisionPage(DecisionRecord):
    """A decision in the paragraph of its evidence, with the claims about it."""

    what: Literal["decision"]
    explain: Annotated[list[str], "why it is a decision, in words; empty without --explain"]
    claims_about: list[ClaimRecord]
    paragraphs: list[ParagraphRecord]


class FactPart(TypedDict):
    """A fact, as part of its article."""

    id: str
    start: int
    end: int
    paragraph: Annotated[int, "counts from 1"]


class DecisionPart(TypedDict):
    """A decision, as part of its article."""

    id: str
    label: str
    actor: str | None
    action: str
    status: StatusName
    when: str | None
    start: Annotated[int, "of the evidence"]
    end: Annotated[int, "of the evidence"]
    because: Annotated[
        list[str], "the rules and words that tell it, a place each; the status is by the first"
    ]


class ArticleLine(TypedDict):
    """An article that `claimcli extract` has read; its claims are on the lines after it."""

    what: Annotated[Literal["article"], "the lines of claims have none: they are what `claims` prints"]
    id: Annotated[str, "short hash of the article"]
    title: str | None
    source: Annotated[str | None, "file, URL or stream that it was read from"]
    published: Annotated[str | None, "date as the source gives it"]
    text: Annotated[str, "all of it, exactly as it was read"]
    paragraphs: list[Offsets]
    decisions: list[DecisionPart]
    facts: list[FactPart]
    via: Annotated[list[SpeakerRecord], "speakers through whom claims come, one for each such claim in order"]
