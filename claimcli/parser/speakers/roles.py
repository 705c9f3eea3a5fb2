"""What an article says somebody is: titles before a name, appositions after and before it."""

from __future__ import annotations

from claimcli.lexicon import (
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    DOCUMENT,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    SUBJECT,
    TIME,
    WORD,
)
from claimcli.lexicon.names import persons
from claimcli.parser.grammar import noun_phrase_before
from claimcli.parser.speakers.entity import Role
from claimcli.parser.speakers.found import Name
from claimcli.parser.text import QUOTATION, Tokens

_REACH = 16  # tokens: an apposition longer than this is not read
_POSSESSIVE_MARKS = frozenset({"’s", "'s", "’", "'"})
_ARTICLES = frozenset({"a", "an", "the", "one"})


def role_of(t: Tokens, a: int, b: int) -> Role | None:
    """A phrase as a role: "the former Vermont senator" is "former Vermont senator", its head "senator"."""
    while a < b and t.lower[a] in _ARTICLES:
        a += 1
    head = head_of(t, a, b)
    if head is None:
        return None
    words = frozenset(part for word in t.lower[a:b] for part in (word, *word.split("-")))
    return Role(" ".join(t.words(a, b).split()), t.lower[head], words)


def head_of(t: Tokens, a: int, b: int) -> int | None:
    """The head noun of a phrase: the last word before what follows it ("of", "who", a comma)."""
    tag, lower = t.tag, t.lower
    head = None
    for i in range(a, b):
        what = tag[i]
        if not what & WORD:
            if head is not None and lower[i] in (",", "—", "–", ";", ":", "(", QUOTATION):
                break
            continue
        if lower[i] in _POSSESSIVE_MARKS:
            continue
        if head is not None and what & (PREPOSITION | RELATIVE) and not what & CAPITAL:
            break
        head = i
    return head


def title_role(t: Tokens, name: Name) -> Role | None:
    """The role that the words before a name tell: "Former NATO Secretary General | Jens …"."""
    a, b = name.title, name.first
    courtesy = persons().courtesy
    while a < b and (t.lower[a] in courtesy or t.lower[a] == "."):
        a += 1
    while b > a and (t.lower[b - 1] == "." or t.lower[b - 1] in courtesy):
        b -= 1
    role = role_of(t, a, b) if a < b else None
    if role is None:
        return None
    full = persons().short.get(role.text.lower())
    return role._replace(text=full.capitalize()) if full else role


def age_after(t: Tokens, name: Name) -> str:
    """The age that stands after a name: "Ann Marr, 54, …"."""
    b, end = name.last, t.sentences[name.sentence][1]
    if b + 1 < end and t.lower[b] == "," and t.raw[b + 1].isdigit() and len(t.raw[b + 1]) < 4:
        return t.raw[b + 1]
    return ""


def role_after(t: Tokens, name: Name) -> Role | None:
    """The apposition after a name: "Ann Marr, 54, a retired baker, said", "Ann Marr, who leads the union"."""
    lower, tag = t.lower, t.tag
    end = min(t.sentences[name.sentence][1], name.last + _REACH)
    i = name.last
    if i + 1 >= end or lower[i] not in (",", "(", "—", "–"):
        return None
    i += 1
    if tag[i] & NUMBER and i + 2 < end and lower[i + 1] == ",":
        i += 2
    if lower[i] == "who":
        return _role_of_deed(t, i + 1, end)
    stop = _end_of_apposition(t, i, end)
    opens = lower[i] in _ARTICLES or (tag[i] & ROLE and not tag[i] & CAPITAL)
    inner = tag[i] & WORD and not tag[i] & (
        CAPITAL | PREPOSITION | COORDINATOR | SUBJECT | AUXILIARY | PRONOUN | TIME
    )
    head = head_of(t, i + 1 if lower[i] in _ARTICLES else i, stop)
    if head is None or stop == i or not (opens or (inner and tag[head] & ROLE)):
        return None
    if tag[head] & (DOCUMENT | TIME | CAPITAL) and not tag[head] & ROLE:
        return None
    return role_of(t, i, stop)


def _end_of_apposition(t: Tokens, i: int, end: int) -> int:
    stops = (",", ";", "—", "–", ")", ":", ".", "who", "that", "which", QUOTATION, "and")
    while i < end and t.lower[i] not in stops and not t.tag[i] & AUXILIARY:
        i += 1
    return i


def _role_of_deed(t: Tokens, i: int, end: int) -> Role | None:
    """ "who chairs the county commission": chair; "who served as minister of farming": minister."""
    verbs = persons().verbs
    for k in range(i, end):
        word = t.lower[k]
        if word == "as" and k + 1 < end and t.tag[k + 1] & ROLE:
            return role_of(t, k + 1, _end_of_apposition(t, k + 1, end))
        if word in verbs and (k == i or t.lower[k - 1] in ("now", "and", "also")):
            stop = _end_of_apposition(t, k + 1, end)
            head = verbs[word]
            words = frozenset(t.lower[k + 1 : stop]) | {head}
            former = "former " if word.endswith(("ed", "led", "ran")) else ""
            after = " ".join(t.words(k + 1, stop).split())
            return Role(f"{former}{head} of {after}" if after else head, head, words)
    return None


def role_before(t: Tokens, name: Name) -> Role | None:
    """The apposition before a name: "the party leader, Ann Marr, said", "her predecessor, Desmond Marr, said"."""
    lower, tag = t.lower, t.tag
    begin, end = t.sentences[name.sentence]
    comma = name.title - 1
    if comma - 1 <= begin or lower[comma] != "," or tag[comma - 1] & CAPITAL or not tag[comma - 1] & WORD:
        return None
    b = name.last
    if b < end and not (lower[b] in (",", ".", ")", "—", "–") or tag[b] & AUXILIARY or lower[b] == "who"):
        return None
    phrase = noun_phrase_before(t, begin, comma)
    if phrase is None:
        return None
    a = phrase[0]
    definite = tag[a] & (DETERMINER | POSSESSIVE) or any(
        lower[k] in _POSSESSIVE_MARKS for k in range(a, comma)
    )
    return role_of(t, a, comma) if definite and lower[a] not in ("a", "an") else None
