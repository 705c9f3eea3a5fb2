"""Commands that show one thing in full: a claim in its paragraph, a quotation beside a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from claimcli.names import fold
from claimcli.output import Record
from claimcli.output.blocks import Block, Cell, Column, Fields, Listing, Mark, Prose, Style, Title, Words
from claimcli.output.listings import (
    ID_SHOWN,
    IDENTITY,
    NEVER,
    NOBODY,
    PARAGRAPH,
    SPEAKER,
    described,
    doubt,
    of_claims,
    title,
)

_A_PART = 5  # words in a row of a quotation that is not found, of which it is told that they were said
_WORTH_SHOWING = 40  # of 100: with less in common, the nearest claim to a quotation is no help


def show(records: Iterable[Record]) -> Iterator[Block]:
    for record in records:
        yield title(record["article"])
        for paragraph in record["paragraphs"]:
            yield _paragraph(record, paragraph)
        yield Fields(tuple(_FIELDS[record["what"]](record)))
        if record.get("claims_about"):
            columns = (SPEAKER, Column("Claims about it"), PARAGRAPH, IDENTITY)
            yield of_claims(record["claims_about"], columns, why_about=bool(record["explain"]))


def _paragraph(record: Record, paragraph: Record) -> Prose:
    label = f"¶ {paragraph['number']}"
    if paragraph["place"] != "here":
        return Prose(Words(_beginning(paragraph["text"])), label, quiet=True)
    return Prose(Words(paragraph["text"], _inside(paragraph, _standing_out(record))), label)


def _standing_out(record: Record) -> list[tuple[int, int, Style]]:
    """What of the article is marked; where the cue or mention stands inside the content, it wins."""
    if record["what"] == "decision":
        return [(record["evidence"]["start"], record["evidence"]["end"], Style.CLAIM)]
    stretches = [(start, end, Style.CLAIM) for start, end in record["spans"]]
    for name, style in (("mention", Style.MENTION), ("cue", Style.CUE)):
        if piece := record.get(name):
            stretches = [
                *_without(stretches, piece["start"], piece["end"]),
                (piece["start"], piece["end"], style),
            ]
    return sorted(stretches, key=lambda stretch: stretch[0])


def _without(
    stretches: list[tuple[int, int, Style]], start: int, end: int
) -> Iterator[tuple[int, int, Style]]:
    for first, last, style in stretches:
        for left, right in ((first, min(last, start)), (max(first, end), last)):
            if left < right:
                yield left, right, style


def _inside(paragraph: Record, stretches: list[tuple[int, int, Style]]) -> tuple[Mark, ...]:
    first, last = paragraph["start"], paragraph["end"]
    return tuple(
        Mark(max(start, first) - first, min(end, last) - first, style)
        for start, end, style in stretches
        if start < last and first < end
    )


def _claim_fields(record: Record) -> Iterator[tuple[str, Words]]:
    speaker = record["speaker"]
    yield "claim", Words(record["id"])
    yield "speaker", Words(described(speaker) + doubt(record) if speaker else "not told")
    if record["via"]:
        yield "via", Words(record["via"])
    for name in ("mention", "cue"):
        if record[name]:
            yield name, Words(record[name]["text"])
    yield "kind", Words(record["kind"])
    for decision in record["about"]:
        yield "about", Words(f"{decision['label']} ({decision['id']})")
    yield from _because(record)


def _because(record: Record) -> Iterator[tuple[str, Words]]:
    for place, reason in enumerate(record["explain"]):
        yield "" if place else "because", Words(reason)


def _fact_fields(record: Record) -> Iterator[tuple[str, Words]]:
    yield "fact", Words(f"{record['id']}: in the article's own voice")


def _decision_fields(record: Record) -> Iterator[tuple[str, Words]]:
    yield "decision", Words(f"{record['label']} ({record['id']})")
    yield "status", Words(record["status"])
    yield "actor", Words(record["actor"] or "not told")
    if record["when"]:
        yield "when", Words(record["when"])
    yield "action", Words(record["action"])
    yield from _because(record)


_FIELDS: dict[str, Callable[[Record], Iterator[tuple[str, Words]]]] = {
    "claim": _claim_fields,
    "fact": _fact_fields,
    "decision": _decision_fields,
}


def check(records: Iterable[Record]) -> Iterator[Block]:
    for place, record in enumerate(records):
        claim = record["claim"]
        found = record["verdict"] != "not found"
        if found or place == 0:
            yield Title(_verdict(record))
        if record["in_articles"] and not found:
            yield from _standing(record["in_articles"])
            return
        if claim and (found or (place == 0 and _is_worth_showing(record))):
            yield Fields(tuple(_check_fields(record, claim)))
        if record["in_articles"] and place == 0:
            yield Title("in no claim, but just so in the article")
            yield from _standing(record["in_articles"])


def _is_worth_showing(record: Record) -> bool:
    """Whether the claim nearest to a quotation that is not found is any help: one of whom was asked about always is."""
    return record["score"] >= _WORTH_SHOWING or record["same_speaker"] is True


def _verdict(record: Record) -> str:
    if record["verdict"] == "not found":
        without = record["filtered_out"]
        if record["in_articles"]:
            return "not found in any claim, but the words stand in the article"
        where = f" among the claims that pass the filters; {without} without them" if without else ""
        return f"not found{where}{_a_part(record)}{_of_the_speaker(record)}"
    told = _whose_words(record)
    share = f"{record['score']:.0f}% of the quotation stands so in the claim"
    return f"{record['verdict']}{told}{_whose_mouth(record)}: {share}"


def _a_part(record: Record) -> str:
    """That half a quotation was said, where the other half is nobody's."""
    kept = [part["quote"]["text"] for part in record["differences"] if part["change"] == "kept"]
    if not any(len(words.split()) >= _A_PART for words in kept):
        return ""
    return f" as a whole: {record['score']:.0f}% of the quotation stands so in the claim"


def _of_the_speaker(record: Record) -> str:
    """Whether the speaker asked about says anything here, where the quotation is nobody's."""
    if record["asked"] is None:
        return ""
    told = [
        f"{tally['name']} has {tally['claims']} claim{'s' * (tally['claims'] != 1)}"
        for tally in record["asked"][:_NAMED]
    ]
    return f"; here {', '.join(told)}" if told else "; nobody of that name speaks here"


def _whose_mouth(record: Record) -> str:
    """Whether the words are said to be another's than the one's asked about, and whether that is but worked out."""
    if record["same_speaker"] is not False:
        return ""
    if record["claim"]["speaker"] is None:
        return ", but of a speaker that is not told"
    return ", but by another speaker" if _by_name(record["claim"]) else ", but it seems by another speaker"


def _by_name(claim: Record) -> bool:
    """Whether the words beside the cue have the last word of the speaker's name, and it is no description."""
    mention = claim["mention"]
    last = fold(claim["speaker"]["name"]).rpartition(" ")[2]
    described_only = claim["speaker"]["name"].rpartition(" ")[2].islower()
    return mention is not None and not described_only and last in fold(mention["text"]).split()


_MARKED = {
    "all": "in quotation marks",
    "some": "partly in quotation marks",
    "none": "not in quotation marks: they are the article's own",
}


def _standing(places: list[Record]) -> Iterator[Block]:
    """Where articles have the words of a quotation that no claim has."""
    for place in places:
        yield title(place["article"])
        for paragraph in place["paragraphs"]:
            marks = _inside(paragraph, [(place["start"], place["end"], Style.CLAIM)])
            yield Prose(Words(paragraph["text"], marks), f"¶ {paragraph['number']}")
        yield Fields((("stands", Words(_MARKED[place["quoted"]])),))


def _whose_words(record: Record) -> str:
    """Whether the words are the article's, not the speaker's, so that nobody puts marks round what was not spoken."""
    if record["quoted"] == "none":
        indirect = record["claim"]["kind"] == "indirect"
        return f", in the article's words ({'indirect' if indirect else 'outside the quotation marks'})"
    return ", partly in the article's words" if record["quoted"] == "some" else ""


def _check_fields(record: Record, claim: Record) -> Iterator[tuple[str, Words]]:
    said = "was said" if record["quoted"] == "all" else "as told"
    yield "you wrote", _side(record, "quote", Style.ADDED)
    yield said if record["verdict"] != "not found" else "nearest", _side(record, "claim", Style.MISSING)
    yield from _beware(record)
    for change in ("changed", "added", "missing"):
        found = [part for part in record["differences"] if part["change"] == change]
        if found:
            yield change, Words("; ".join(map(_difference, found)))
    yield "by", Words(_by(record, claim))
    if record["named"]:
        yield "named", Words(_named_there(record["named"]))
    where = title(claim["article"])
    yield "in", Words(" · ".join(filter(None, [where.text, where.detail, f"¶ {claim['paragraph']}"])))
    yield "claim", Words(claim["id"])


def _by(record: Record, claim: Record) -> str:
    """Who speaks; where no name tells it, or it is not who was asked about, by which words, and how sure that is."""
    if claim["speaker"] is None:
        return "not told"
    told, mention, sure = (
        described(claim["speaker"]) + doubt(claim),
        claim["mention"],
        claim["speaker_confidence"],
    )
    if _by_name(claim) and record["same_speaker"] is not False:
        return told
    if mention and fold(claim["speaker"]["name"]) not in fold(mention["text"]):
        told += f", for “{mention['text']}”"
    return told if sure is None else f"{told}; right in {100 * sure:.0f} of 100 such cases"


def _named_there(named: Record) -> str:
    """Where the article names the one asked about, for people to see whether the claim is theirs after all."""
    silent = "" if named["speaks"] else ", and is none of the speakers found in the article"
    return f"“{named['text']}” stands in ¶ {named['paragraph']}{silent}"


def _beware(record: Record) -> Iterator[tuple[str, Words]]:
    """A line for each reason not to print the words as this speaker's, few though the words may be that differ."""
    if record["verdict"] == "not found":
        return
    if record["too_short"]:
        yield _warning("of one or two words a quotation is too short to tell: many may have said them")
    if record["quoted"] == "some":
        marked = " and ".join(piece["text"] for piece in record["quoted_words"])
        yield _warning(f"in quotation marks stands only {marked}; the other words are the article's")
    if record["denied"]:
        speaker = record["claim"]["speaker"]
        name = speaker["name"] if speaker else "somebody"
        yield _warning(f"the words are what {name} denied, doubted or refused: “{record['denied']}”")
    if record["taken_back"]:
        yield _warning(f"beside the words stands “{record['taken_back']}”")
    for change, has, lacks in (("missing", "claim", "quotation"), ("added", "quotation", "claim")):
        found = [f"“{part['text']}”" for part in record["negations"] if part["change"] == change]
        if found:
            yield _warning(f"the {has} has {', '.join(dict.fromkeys(found))}, the {lacks} does not")
    for part in record["numbers"]:
        there = f"the claim “{part['claim']['text']}”" if part["claim"] else "the claim does not"
        yield _warning(f"the quotation has “{part['quote']['text']}”, {there}")
    for words in record["invented"]:
        yield _warning(f"the claim has nothing like “{words['text']}”")


def _warning(told: str) -> tuple[str, Words]:
    return "beware", Words(told, (Mark(0, len(told), Style.BEWARE),))


def _side(record: Record, side: str, style: Style) -> Words:
    """One of the two texts, with what the other has not."""
    text = record["quote"] if side == "quote" else record["claim"]["text"]
    changed = [part[side] for part in record["differences"] if part["change"] != "kept" and part[side]]
    return Words(text, tuple(Mark(part["start"], part["end"], style) for part in changed))


def _difference(part: Record) -> str:
    claim, quote = part["claim"], part["quote"]
    if claim and quote:
        return f"{claim['text']} → {quote['text']}"
    return str((claim or quote)["text"])


_NAMED = 12  # articles named one by one
_MOST = 90  # characters of a paragraph’s first words


def compare(records: Iterable[Record]) -> Iterator[Block]:
    columns = (SPEAKER, Column("Wording"), Column("In", fold=NEVER, lead="in "), IDENTITY)
    for record in records:
        yield Title(f"in {record['articles']} of {record['articles'] + record['missing']} articles")
        yield Listing(columns, [_variant(variant) for variant in record["variants"]])
        if record["missing"]:
            yield Fields((("not in", Words(_named(record["missing_from"] or [], record["missing"]))),))


def _variant(variant: Record) -> tuple[Cell, ...]:
    claims = variant["claims"]
    speakers = dict.fromkeys(claim["speaker"]["name"] if claim["speaker"] else NOBODY for claim in claims)
    where = [f"{_place(claim['article'])} ¶ {claim['paragraph']}" for claim in claims[:_NAMED]]
    more = [f"{len(claims) - _NAMED} more"] if len(claims) > _NAMED else []
    return (
        Cell(Words("; ".join(speakers))),
        Cell(_changed(variant)),
        Cell(Words(", ".join([*where, *more]))),
        Cell(Words(claims[0]["id"][:ID_SHOWN])),
    )


def _changed(variant: Record) -> Words:
    """A wording, with the words of the first one that it lacks put in where they would stand."""
    text = variant["text"]
    pieces: list[tuple[str, Style | None]] = []
    done = 0  # characters of ``text`` that are among the pieces
    for part in variant["differences"]:
        here, there = part["here"], part["first"]
        if here:
            pieces.append((text[done : here["start"]], None))
            done = here["end"]
        if there and part["change"] != "kept":
            before, after = ("", " ") if here else (" ", "")
            pieces += [(before, None), (there["text"], Style.MISSING), (after, None)]
        if here:
            pieces.append((here["text"], None if part["change"] == "kept" else Style.ADDED))
    pieces.append((text[done:], None))
    marks = []
    size = 0
    for piece, style in pieces:
        if style:
            marks.append(Mark(size, size + len(piece), style))
        size += len(piece)
    return Words("".join(piece for piece, _ in pieces), tuple(marks))


def _named(articles: list[Record], count: int) -> str:
    told = [_place(article) for article in articles[:_NAMED]]
    if not told:
        return f"{count} articles"
    return ", ".join([*told, *([f"{count - len(told)} more"] if count > len(told) else [])])


def _place(article: Record) -> str:
    return str(article["source"] or article["title"] or article["id"])


def _beginning(text: str) -> str:
    """The first words of a paragraph, for context."""
    if len(text) <= _MOST:
        return text
    return text[:_MOST].rsplit(None, 1)[0].rstrip(" ,;:") + " …"
