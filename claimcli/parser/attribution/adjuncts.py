"""Attributions by a phrase: "…, according to the mayor", "In a May poll, …", "In his view, …", "To him, …"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    CUE,
    DETERMINER,
    DOCUMENT,
    FINITE,
    LINK,
    NOUN_VERB,
    NUMBER,
    OPENS_NOUN,
    ORGANIZATION,
    PEOPLE,
    PLURAL,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SPEECH,
    SUBORDINATOR,
    TIME,
    VERB_BASE,
    VERB_PARTICIPLE,
    WH,
    WORD,
)
from claimcli.parser.attribution.after_comma import is_listed
from claimcli.parser.attribution.clause_extent import clause_end
from claimcli.parser.attribution.closing import content_start
from claimcli.parser.attribution.finite_subjects import IMPERSONAL, may_speak
from claimcli.parser.attribution.owners import possessor_of
from claimcli.parser.attribution.sentence import Range, Sentence
from claimcli.parser.grammar import OPENS_ASIDE, POSSESSIVE_MARKS, phrase_with_participle_end
from claimcli.parser.text import INSERTING, QUOTATION

_RECKONINGS: Final = frozenset(
    "account accounts estimate estimates reckoning count calculation calculations admission".split()
)
"""What is somebody's view behind "by": "**by** the mayor’s *account*, …"."""
_VIEWS: Final = _RECKONINGS | frozenset(
    "view opinion words estimation judgment judgement telling mind eyes".split()
)
_RULINGS: Final = frozenset(("judgment", "judgement", "opinion"))
"""What somebody holds, or writes as a judge."""
_NOBODY: Final = IMPERSONAL | {"which", "a"}
_POLLS: Final = frozenset("poll polls survey surveys study studies".split())
ADJUNCT_OPENERS: Final = ("in", "for", "to")
ADJUNCT_WORDS: Final = _POLLS | _VIEWS | {"reportedly"}
"""A sentence that opens with one of the former, or holds one of the latter, may hold one of these phrases."""


def in_the_view_of(s: Sentence) -> bool:
    """ "In his view, the plan is dead", "The plan, in Marr’s words, is dead", "Half left, by his account"."""
    lower = s.lower
    for i in range(s.first + 2, s.last):
        if lower[i] in _VIEWS:
            whose = s.phrase_at(i + 2) if i == s.first + 2 and s.word(i + 1) == "of" else None
            held = _around(s, s.first, whose[1]) if whose is not None and may_speak(s, whose) else []
            if held and lower[s.first] == "in":  # "In the view **of Marr**, …"
                s.taken = s.last
                return s.add(held, whose, (s.first, i + 2), "in-the-view-of", lower[i])
            owner = possessor_of(s, i)
            leads = ("by",) if lower[i] in _RECKONINGS else ("in", "by", "to", "on")
            if owner is None or owner[0] == s.first or lower[owner[0] - 1] not in leads:
                continue
            if lower[i] in _RECKONINGS and _holds(s, SPEECH, s.first, s.last):
                continue
            if lower[i] in _RULINGS and _holds(s, SPEECH, i + 1, s.last):
                continue  # "In her **judgment**, Judge Marr said that …"
            content = _around(s, owner[0] - 1, i + 1)
            if not content:
                return False
            s.add(content, owner, (owner[0] - 1, i + 1), "in-the-view-of", lower[i])
            s.taken = s.last
            return True
    return False


def _around(s: Sentence, a: int, b: int) -> list[Range]:
    """What a phrase from ``a`` to ``b`` tells the source of: the clause behind it, before it, or on both sides."""
    if b < s.last and s.lower[b] not in INSERTING:
        return []
    behind = [(b + 1, s.last)] if b + 1 < s.last else []
    end = a - (s.lower[a - 1] in INSERTING)
    if a == s.first or (end == s.first + 1 and s.tag[s.first] & COORDINATOR):
        return behind  # "But in his view, …"
    if end == a or s.tag[end - 1] & LINK:
        return []
    return [(content_start(s, end), end), *behind]


def for_whom(s: Sentence) -> bool:
    """ "For the residents, the ruling was “a death notice.”", "To Marr, it was a gift"."""
    word, start = s.lower[s.first], s.first + 1
    if word not in ("for", "to"):
        return False
    comma = end = s.phrase_end(start)
    if s.word(end) == "," and s.word(end + 1) in OPENS_ASIDE:
        comma = s.t.find({","}, end + 1, s.last, end)  # "For the residents, who left**,** …"
    if start == end or s.word(comma) != "," or not s.has_verb(comma, s.last):
        return False
    whom = (start, end, end)
    if word == "for" and (s.lower[s.last - 1] != QUOTATION or _holds(s, CUE, comma, s.last)):
        return False
    nobody = s.tag[start] & _NO_HOLDER or s.lower[start] in _NOBODY or not may_speak(s, whom)
    if word == "to" and nobody:
        return False  # "To **that**, …", "To **a person**, …"
    return s.add([(comma + 1, s.last)], whom, (s.first, s.first + 1), "for-whom", word)


_NO_HOLDER: Final = VERB_BASE | AUXILIARY | ADVERB | WH


def in_a_poll(s: Sentence) -> bool:
    """ "In a May poll, she led him" / "She led him in a poll last month, by two points"."""
    t, lower = s.t, s.lower
    i = t.find(_POLLS, s.first, s.last, -1)
    if i < 0:
        return False
    at = i - 1
    while at > s.first and (
        not t.tag[at] & _LEADS_TO_POLL or t.tag[at] & CAPITAL or lower[at] in _WITHIN_POLL
    ):
        at -= 1
    if lower[at] != "in":
        return False
    end = s.after_adverbs(i + 1)
    if at == s.first:
        # "In a poll **of bakers released on Sunday by the Lantern**, …"
        comma = t.find({","}, end, min(end + 10, s.last), s.last)
        content = (comma + 1, s.last)
    elif lower[i] == "study" or (t.tag[i] & PLURAL and "of" not in lower[at:i]):
        return False  # "used **in a study**", "leads **in the polls**": in all of them, not in "an average of polls"
    elif end >= s.last or (lower[end] in INSERTING and "," not in lower[s.first : at]):
        content = (content_start(s, at), at - (lower[at - 1] == ","))
    else:
        return False
    if not s.has_verb(*content) or _holds(s, SPEECH, *content):
        return False
    s.add([content], (at + 1, i + 1, i + 1), (at, at + 1), "in-a-poll", "poll")
    s.taken = s.last
    return True


_LEADS_TO_POLL: Final = PREPOSITION | SUBORDINATOR | AUXILIARY | WH | FINITE
_WITHIN_POLL: Final = POSSESSIVE_MARKS | {"of"}


def _holds(s: Sentence, what: int, a: int, b: int) -> bool:
    """Whether a finite verb of some class stands among the tokens: "In a poll, half of them **said** …" is theirs."""
    return any(s.tag[j] & what and s.tag[j] & FINITE and not s.tag[j] & NOUN_VERB for j in range(a, b))


def reportedly(s: Sentence) -> bool:
    """ "The bridge is reportedly unsafe": somebody said so, nobody says who."""
    at = s.t.find({"reportedly"}, s.first, s.last, -1)
    if at < 0:
        return False
    start = next(
        (i + 1 for i in range(at - 1, s.first, -1) if s.lower[i] in (",", ";") or s.tag[i] & COORDINATOR),
        s.first,
    )
    pieces = [(a, b) for a, b in ((start, at), (at + 1, clause_end(s, at, at))) if a < b]
    if not pieces:
        return False
    return s.add(pieces, None, (at, at + 1), "reportedly", "reportedly")


def according_to(s: Sentence, k: int) -> bool:
    """ "The bridge is safe, according to the mayor.", "…, per the mayor."; not "…, according women the vote"."""
    t, lower, tag = s.t, s.lower, s.tag
    source = k + 1 + (lower[k] == "according")
    if source >= s.last or lower[source - 1] not in ("to", "per"):
        return False
    end = phrase_with_participle_end(t, source, s.last)
    if end == source or (lower[k] == "per" and not _is_source(s, k, end)):
        return False
    whole = _described_end(s, source, end)
    before = k - 1 if s.word(k - 1) in INSERTING else k
    goes_on = whole + 1 < s.last and lower[whole] in (",", ":")  # "…, according to Marr: “It is safe.”"
    inserted = before < k and goes_on and tag[whole + 1] & (AUXILIARY | FINITE)
    closes = whole >= s.last and before < k  # "About $4 billion, according to the budget office."
    told = inserted or closes or s.has_verb(s.first, before) or QUOTATION in lower[s.first : before]
    start = content_start(s, before) if k > s.first and told else before
    if start >= before:
        return _according_to_before(s, k, source, end)
    content = [(start, before)]
    if goes_on:
        content.append((whole + 1, s.last))
    s.taken = end if s.what(end + 1) & RELATIVE else whole  # "according to Reed, **who** said"
    return s.add(content, (source, whole, end), (k, source), "content-according-to", "according")


def _is_source(s: Sentence, per: int, end: int) -> bool:
    """Whether "per" leads to somebody: not "$5, per person", "per 1,000 people", "Per Holt said", "Reed, Per Holt,"."""
    counted = s.lower[per + 1][0].isdigit()
    some = OPENS_NOUN | PEOPLE | CAPITAL | (0 if counted else NUMBER)
    if not s.tag[per + 1] & some or s.tag[per - 1] & WORD or s.what(end) & FINITE:
        return False
    return per == s.first or not s.tag[per] & CAPITAL


_TELLS_MORE: Final = OPENS_ASIDE | {"including"}


def _described_end(s: Sentence, source: int, end: int) -> int:
    """Where a source ends with what tells more of it behind a comma at ``end``.

    "according to Ann Marr**, a baker**", "her lawyer**, Ann Marr**", "Marr**, who left**, but …", "a report**,
    published in May**"; ``end``, where the content goes on: "according to the mayor, but …".
    """
    t, lower, tag = s.t, s.lower, s.tag
    a = end + 1
    stop = t.find(INSERTING, a, s.last, s.last)
    if s.word(end) == "who":
        return stop  # "two people **who saw it**, …"
    if a >= s.last or lower[end] != ",":
        return end
    if tag[a] & VERB_PARTICIPLE and t.holds(DOCUMENT, source, end):
        return stop
    phrase = t.find(_TELLS_MORE, a, stop, stop)
    noun = a + 2 * bool(tag[a] & DETERMINER)  # "a *trade* group"
    if phrase > a and (s.has_verb(noun, phrase) or not _describes(s, end, a, stop)):
        return end
    return stop if s.has_verb(stop, s.last) else s.last


def _describes(s: Sentence, end: int, a: int, stop: int) -> bool:
    """Whether a phrase says who the source is that ends at ``end``: a name by its office, an office by its name."""
    if s.lower[a] in ("known", "formerly", "or"):
        return True  # "the Guild of Millers, **known** as Mill Fire", "**or** GM"
    if s.tag[end - 1] & ORGANIZATION and s.name_end(a) == stop:
        return not is_listed(s, stop)  # "the news agency**, ARNA**"
    if not s.tag[end - 1] & CAPITAL:
        return bool(s.tag[end - 1] & ROLE)
    head = s.tag[s.head_of(a, s.phrase_end(a, stop))]  # "Ann Marr**, chief baker at Arra Mills**"
    most = a + 1 < stop and (s.lower[a + 1] in _NO_DESCRIPTION or s.lower[a + 1].endswith("est"))
    office = (s.tag[a] & OPENS_NOUN and not most) or head & (ROLE | PEOPLE | PLURAL) == ROLE
    return bool(office) or not POSSESSIVE_MARKS.isdisjoint(s.lower[a:stop])


_NO_DESCRIPTION: Final = frozenset("most least first only same".split())


def _according_to_before(s: Sentence, k: int, source: int, end: int) -> bool:
    """ "According to the mayor of the town, the bridge is safe.": the phrase ends by ``end``, or with its comma."""
    comma = s.t.find({","}, end, min(end + 20, s.last), end)
    if s.tag[comma - 1] & TIME or not s.has_verb(end, comma):
        end = comma
    whole = _described_end(s, source, end)
    whole = whole if whole < s.last else end
    start = whole + 1 if s.word(whole) == "," else whole
    return start < s.last and s.add(
        [(start, s.last)], (source, whole, end), (k, source), "according-to", "according"
    )


def as_told_by(s: Sentence, k: int) -> bool:
    """ "As first reported by the Post, the bridge is safe." """
    if s.lower[s.first] != "as" or k + 2 >= s.last or s.lower[k + 1] != "by":
        return False
    if s.group_of(k).start != s.first + 1:
        return False
    return _according_to_before(s, k, k + 2, s.phrase_end(k + 2))


def retold(s: Sentence) -> None:
    """ "“It is safe,” Marr said, according to the Post": what Marr said, told by the Post."""
    inner, comma = s.found[-1], s.taken
    if s.lower[comma : comma + 3] != [",", "according", "to"] or QUOTATION not in s.lower[s.first : comma]:
        return
    teller = s.phrase_at(comma + 3)
    if teller is None:
        return
    content = (inner.content[0][0], comma)
    s.add([content], teller, (comma + 1, comma + 3), "content-according-to", "according")
    inner.via = s.found.pop()
    s.found.insert(len(s.found) - 1, inner.via)
    s.taken = teller[1]
