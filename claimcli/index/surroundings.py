"""What stands around the words of a claim and takes them back: "has scrapped plans to …", "it is untrue that …"."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from claimcli.index.words import WORD, fold, is_negation
from claimcli.lexicon.denials import denies
from claimcli.lexicon.inflection import forms_of
from claimcli.model import Article, Claim, Span

_ANY_MARK = re.compile(r"[.,;:!?…—–()\[\]\"“”«»„\n]")
_MAIN_CLAUSE_ENDS = re.compile(r"[.;:!?…—–]|,\s+(?:and|but|so|yet|while)\b")
_SENTENCE_ENDS = re.compile(r"[.!?…][\"”’'»)\]]*$")

_REACH = 3  # words before others that may turn these
_WEAK = frozenset("hardly scarcely barely".split())  # "barely mentioned" the plan
# Adverbs and verbs by which a report is told as wrong: "falsely claimed", "was misquoted as saying".
_WRONGLY = frozenset("falsely wrongly incorrectly mistakenly erroneously misquoted misreported".split())
# What may stand between "not" and a cue: "had not been quoted as saying", "no immediate plans".
_BETWEEN = frozenset(
    "have has had be been being ever even once yet quoted as saying to the a an any his her its their our my such "
    "immediate current further specific concrete firm".split()
)
# What becomes of a plan, promise or threat that its owner gives up; never "ended by saying".
_GIVEN_UP = forms_of(
    "scrap drop abandon shelve ditch axe cancel withdraw reverse rescind revoke halt suspend freeze postpone pause nix "
    "retract renounce disavow deny"
)
_GIVE_UP = (
    rf"(?:{'|'.join(sorted(_GIVEN_UP))}|ruled out|called off|gave up|given up|(?:backed|walked) away from)"
)
_FALSE = (
    r"(?:untrue|not true|false|incorrect|a lie|a myth|a hoax|a fabrication|fabricated|made up|not the case)"
)

# "scrapped its plans", right before the cue
_GIVEN_UP_BEFORE = re.compile(
    rf"\b{_GIVE_UP}(?:\s+(?!(?:by|with|on|and|to|for|after|in|of|at)\b)[\w’'-]+){{0,3}}\s*$", re.IGNORECASE
)
# "(the plan to close it) was later scrapped", "… but has since dropped the idea"
_GIVEN_UP_AFTER = re.compile(
    rf"^\s*(?:was|were|has been|have been|had been)\s+(?:[\w-]+\s+)?{_GIVE_UP}\b"
    rf"|\bbut\s+(?:[\w’'-]+\s+){{0,3}}?(?:{_GIVE_UP}\s+(?:it|them|the (?:plans?|idea|bid|threat))"
    r"|backed (?:down|off)|backtracked|relented|changed \w+ mind)\b",
    re.IGNORECASE,
)
# The same in a claim's own words, which need not stop there: "scrapped plans to" (sell the park)
_PLAN_GIVEN_UP = re.compile(
    rf"\b{_GIVE_UP}(?:\s+[\w’'-]+){{0,3}}?\s+(?:plans?|proposals?|bids?|ideas?|efforts?|attempts?|threats?|promises?|"
    r"pledges?|offers?|schemes?|intentions?|decisions?|talks)\s+(?:to|for|of|on|that)\b",
    re.IGNORECASE,
)
_FALSE_BEFORE = re.compile(
    rf"\b(?:{_FALSE}|no truth (?:in|to) (?:[\w’'-]+\s+){{0,2}}[\w’'-]+|no evidence)\s+that\b"
    r"|\bfalse (?:reports?|rumou?rs?|claims?|statements?|suggestions?)\s+that\b",
    re.IGNORECASE,
)
_FALSE_AFTER = re.compile(
    r"^[\s,.\"'”’—–-]*(?:(?:which|that|this|it|a \w+ that)\s+)?"
    rf"(?:is|was|were|are|turned out to be|proved)\s+(?:\w+ly\s+)?(?:{_FALSE}|wrong)\b",
    re.IGNORECASE,
)


def taken_back(claim: Claim, matched: Span, article: Article | None) -> str | None:
    """The words beside those of ``claim.text`` that are ``matched`` which deny them, or say that they were not said.

    They may stand in the claim ("It is not true that …") or, where its article is known, in the sentence around it.
    None where nothing does.
    """
    return _by_claim(claim.text, matched) or (
        _by_article(claim, article) if article and article.paragraphs else None
    )


def _by_claim(text: str, matched: Span) -> str | None:
    """By the claim's own words before: "not going to" (close it), "refuse to" (pay), "it is not true that" (he is)."""
    clause = _last_piece(_MAIN_CLAUSE_ENDS, text[: matched.start])
    if found := _FALSE_BEFORE.search(clause):
        return found[0]
    phrase = _last_piece(_ANY_MARK, text[: matched.start])
    words = list(WORD.finditer(phrase))[-_REACH:]
    for place, word in enumerate(words):
        folded = fold(word[0])
        denied = is_negation(folded) and not (folded == "not" and _is_only(words, place + 1))
        refused = denies(folded) and [other[0] for other in words[place + 1 : place + 2]] in (
            ["to"],
            ["that"],
        )
        if denied or refused or folded in _WRONGLY:
            return phrase[word.start() :].strip()
    given_up = _PLAN_GIVEN_UP.search(phrase + text[matched.start : matched.end])
    if given_up and given_up.start() < len(phrase) and len(WORD.findall(phrase[given_up.end() :])) < _REACH:
        return given_up[0]
    return None


def _is_only(words: list[re.Match[str]], place: int) -> bool:
    return place < len(words) and words[place][0] == "only"


def _by_article(claim: Claim, article: Article) -> str | None:
    """By the sentence around a claim, which names the speaker and tells what became of the words."""
    sentence = _sentence(article, claim)
    text = article.text
    before = _last_piece(_MAIN_CLAUSE_ENDS, text[sentence.start : claim.spans[0].start])
    if found := _FALSE_BEFORE.search(before):
        return found[0]
    if claim.cue and (told := _before_cue(text, sentence, claim.cue)):
        return told
    content = text[claim.spans[-1].start : claim.spans[-1].end]
    if _SENTENCE_ENDS.search(content):
        return None
    after = text[claim.spans[-1].end : sentence.end]
    found = _FALSE_AFTER.search(after) or (_GIVEN_UP_AFTER.search(after) if claim.kind != "direct" else None)
    return found[0].strip(" ,.\"'”’—–-") if found else None


def _before_cue(text: str, sentence: Span, cue: Span) -> str | None:
    """A negation of the cue, or a verb that gives up what it tells: "never said", "has scrapped plans"."""
    word = text[cue.start : cue.end]
    if denies(word):  # "did not deny": a speaker's denial is told by the cue itself
        return None
    before = _last_piece(_ANY_MARK, text[min(sentence.start, cue.start) : cue.start])
    words = list(WORD.finditer(before))
    for other in reversed(words[-4:]):
        folded = fold(other[0])
        if folded in _WRONGLY or (is_negation(folded) and folded not in _WEAK):
            return f"{before[other.start() :].strip()} {word}"
        if folded not in _BETWEEN and not folded.endswith("ly"):
            break
    given_up = None if word.endswith("ing") else _GIVEN_UP_BEFORE.search(before)
    return f"{given_up[0].strip()} {word}" if given_up else None


def _last_piece(marks: re.Pattern[str], text: str) -> str:
    """What of a text stands behind the last of these marks."""
    last = 0
    for mark in marks.finditer(text):
        last = mark.end()
    return text[last:]


def _sentence(article: Article, claim: Claim) -> Span:
    """The sentence, or sentences, of a claim's paragraph that hold its content and cue."""
    first, last = claim.spans[0].start, claim.spans[-1].end
    at = bisect_right(article.paragraphs, first, key=lambda paragraph: paragraph.start) - 1
    if at < 0 or first >= article.paragraphs[at].end:
        return Span(first, last)
    begin, end = article.paragraphs[at]
    if claim.cue:
        first, last = min(first, claim.cue.start), max(last, claim.cue.end)
    sentences = _sentences(article.text[begin:end])
    starts = [begin + sentence.start for sentence in sentences if begin + sentence.start <= first]
    ends = [begin + sentence.end for sentence in sentences if begin + sentence.end >= last]
    return Span(max(starts, default=first), min(ends, default=last))


@lru_cache(maxsize=1 << 10)  # of many quotations, many are looked for in the same place
def _sentences(paragraph: str) -> tuple[Span, ...]:
    from claimcli.parser.quotation import find_quotations  # the parser, which claims read back do without
    from claimcli.parser.text import as_written, tokenize

    whole, written = (Span(0, len(paragraph)),), as_written(paragraph)
    tokens = tokenize(written, whole, find_quotations(written, whole))
    return tuple(Span(tokens.start[begin], tokens.end[end - 1]) for begin, end in tokens.sentences)
