"""What an article says somebody is: titles before a name, appositions after and before it."""

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
    MODAL,
    NOUN,
    NUMBER,
    ORGANIZATION,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    SUBJECT,
    SUBORDINATOR,
    TAGS,
    TIME,
    VERB,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    WH,
    WORD,
    singular,
)
from claimcli.lexicon.names import persons
from claimcli.model import SpeakerType
from claimcli.parser.grammar import POSSESSIVE_MARKS, noun_phrase_before
from claimcli.parser.speakers.clause import after_seat, before_article
from claimcli.parser.speakers.entity import Mention, Role
from claimcli.parser.text import QUOTATION, Tokens

_REACH: Final = 16  # tokens: an apposition longer than this is not read
_ARTICLES: Final = frozenset({"a", "an", "the", "one"})
_COMPOUNDING: Final = frozenset(
    "prime vice chief attorney secretary inspector surgeon solicitor consul postmaster adjutant governor".split()
)
_WHILE: Final = frozenset({"until", "since", "from", "during", "between", "when", "while", "because"})
_UNDERTAKINGS: Final = frozenset(
    "study research survey trial experiment investigation inquiry enquiry probe review audit report project expedition "
    "excavation dig mission analysis work effort negotiations talks rescue search".split()
)
"""What is led to its end, so that who led it is no former leader."""
_NO_SUBJECT: Final = DETERMINER | POSSESSIVE | CAPITAL | NUMBER
_SEAT: Final = 9  # tokens of "(Liberal Democrat, St Mary’s and Abbey)"
_IN_WARD: Final = frozenset({",", "and", "&", "-", "/", "’s", "'s", "."})
_SHORT: Final = 3  # tokens of "teaches physical education"
_CLOSES_NAME: Final = frozenset({",", ".", "(", ")", "—", "–", "who"})
_AFTER_NOUN: Final = PREPOSITION | RELATIVE
_PARTICIPLE: Final = VERB_PARTICIPLE | VERB_ING
_NO_ROLE: Final = CAPITAL | PREPOSITION | COORDINATOR | SUBJECT | AUXILIARY | PRONOUN | TIME
_ENDS_APPOSITION: Final = frozenset(
    {",", ";", "—", "–", ")", ":", "who", "whose", "that", "which", QUOTATION, "and"}
)
_OPENS_CLAUSE: Final = TIME | DETERMINER | SUBJECT | CAPITAL | RELATIVE  # behind "said"
_CLAUSE: Final = SUBORDINATOR | WH  # "secretary of state *when*"
_WHEN: Final = frozenset({"this", "last", "next", "earlier", "late", "early"})  # "a letter this month"
_TAKES_MORE: Final = frozenset({"close", "familiar", "aware", "privy"})  # "a source close to Marr"
_ENDS_NOUN: Final = frozenset({",", "—", "–", ";", ":", "(", QUOTATION})


_PARTS: Final = frozenset(
    "all both some several many most more fewer few none everyone everybody half third quarter fifth majority "
    "majorities minority handful couple dozens scores hundreds thousands millions bulk share proportion rest".split()
)
_DOERS: Final = ("er", "or", "ist", "man", "woman", "ian", "ant", "eer")
_ANYONE: Final = frozenset("person someone somebody anyone nobody another one".split())
_SINGULAR_S: Final = ("ss", "us", "is", "ics", "news")


def type_of(t: Tokens, first: int, head: int, common: bool = False) -> SpeakerType:
    """What sort of speaker a description names, by its head noun.

    ``common`` is whether that has its capital only from the sentence that it opens.
    """
    what, word = t.tag[head], t.lower[head]
    if common:
        what &= ~CAPITAL
    if what & PEOPLE or t.tag[first] & NUMBER or _is_a_part(t, first, head):
        return SpeakerType.GROUP
    if word[-1] == "s" and not what & ROLE and _are_many(t.raw[head], word, what):
        return SpeakerType.GROUP
    if what & ROLE or word in _ANYONE:
        return SpeakerType.PERSON
    if what & DOCUMENT:
        return SpeakerType.DOCUMENT
    if what & ORGANIZATION or what & CAPITAL:
        return SpeakerType.ORGANIZATION
    if (word.endswith("s") and not word.endswith(_SINGULAR_S)) or what & PRONOUN:
        return SpeakerType.GROUP
    return SpeakerType.PERSON if word.endswith(_DOERS) else SpeakerType.ORGANIZATION


def _is_a_part(t: Tokens, first: int, head: int) -> bool:
    """Whether a head noun tells how many: "none of the boys", "30 percent", "a number of voters", not "ABC 7"."""
    if t.tag[head] & NUMBER:
        return not (head > first and t.tag[head - 1] & CAPITAL and t.lower[head][0].isdigit())
    return t.lower[head] in _PARTS or t.lower[head : head + 2] in (["number", "of"], ["numbers", "of"])


def _are_many(raw: str, word: str, what: int) -> bool:
    """Whether a plural is of people, whatever its capital: "Russians", "African-Americans", "MPs", "bakers"."""
    if word.rpartition("-")[2][:-1] in persons().places or (len(raw) > 2 and raw[:-1].isupper()):
        return raw[-1] == "s"
    return not what & CAPITAL and are_doers(word)


def are_doers(word: str) -> bool:
    """Whether a word is the plural of who has a role or does something: "bakers", "mourners"."""
    if not word.endswith("s"):
        return False
    stem = word[:-3]
    return bool(TAGS.get(word[:-1], 0) & ROLE) or (
        word.endswith(("ers", "ors")) and any(TAGS.get(one, 0) & VERB for one in (stem, stem + "e"))
    )


def is_thing(head: str) -> bool:
    """Whether a noun names no person: "attacks", "2012"; unknown ones that end as doers do may."""
    word = head.rpartition("-")[2]
    if TAGS.get(word, 0) & ROLE or word in persons().gender or word in persons().related:
        return False
    return not (word.endswith(_DOERS) or word == "head")


def role_of(t: Tokens, a: int, b: int, head: int | None = None) -> Role | None:
    """A phrase as a role: "the former Vermont senator" is "former Vermont senator", its head "senator".

    ``head`` is where the head noun stands, if that is known.
    """
    while a < b and _leads_in(t, a, b):
        a += 1
    while a < b and (t.lower[b - 1] == "." or t.tag[b - 1] & PREPOSITION):
        b -= 1
    if head is None:
        head = head_of(t, a, b)
    if head is None:
        return None
    words = set(t.lower[a:b])
    for word in t.lower[a:b]:
        if "-" in word:
            words.update(word.split("-"))
    return Role(" ".join(t.words(a, b).split()), head_word(t, a, head), frozenset(words))


def _leads_in(t: Tokens, a: int, b: int) -> bool:
    """Whether a word before a role is none of it: "*said* the mayor", "*whose* lawyer", "*its* director"."""
    what = t.tag[a]
    if t.lower[a] in _ARTICLES or what & POSSESSIVE or t.lower[a] == "whose":
        return True
    verb = what & VERB and not what & (CAPITAL | NOUN)
    return bool(verb) and a + 1 < b and bool(t.tag[a + 1] & (DETERMINER | POSSESSIVE))


def head_word(t: Tokens, a: int, head: int) -> str:
    """The head noun at ``head``, with the word before it where both make one title: "prime-minister"."""
    word, before = t.lower[head], t.lower[head - 1] if head > a else ""
    return f"{before}-{word}" if before in _COMPOUNDING else word


def body_of(word: str) -> str:
    """The word for one of several bodies: "union" of "unions"; empty where a word means no several bodies."""
    one = singular(word)
    several = one != word and (one in persons().bodies or TAGS.get(one, 0) & ORGANIZATION)
    return one if several else ""


def head_of(t: Tokens, a: int, b: int) -> int | None:
    """The head noun of a phrase: the last word before "of", "who", "filed with", a comma."""
    lower = t.lower
    head = None
    for i, what in enumerate(t.tag[a:b], a):
        if not what & WORD:
            if head is not None and lower[i] in _ENDS_NOUN:
                break
            continue
        if lower[i] in POSSESSIVE_MARKS:
            continue
        if head is not None and not what & CAPITAL and not _in_office_of_owner(t, head, i, b):
            if (
                what & _AFTER_NOUN
                or lower[i] in _TAKES_MORE
                or (lower[i] in _WHEN and i + 1 < b and t.tag[i + 1] & TIME)
            ):
                break
            if what & _PARTICIPLE and not what & NOUN and _postmodifies(t, i, b):
                break
        head = i
    return head


def _in_office_of_owner(t: Tokens, head: int, of: int, b: int) -> bool:
    """Whether "of" stands in an office whose own is spoken of: "the secretary *of* state’s website"."""
    if t.lower[of] != "of" or not t.tag[head] & ROLE or of + 3 >= b:
        return False
    return not t.tag[of + 1] & (CAPITAL | DETERMINER | POSSESSIVE) and t.lower[of + 2] in POSSESSIVE_MARKS


def _postmodifies(t: Tokens, i: int, b: int) -> bool:
    """Whether a participle follows its noun: "a report filed with the court", not "registered voters"."""
    if t.tag[i - 1] & (DETERMINER | POSSESSIVE | NUMBER | ADVERB) or t.lower[i - 1] in POSSESSIVE_MARKS:
        return False
    return i + 1 >= b or bool(t.tag[i + 1] & (PREPOSITION | TIME | ADVERB | DETERMINER | NUMBER))


def title_role(t: Tokens, name: Mention) -> Role | None:
    """The role that the words before a name tell: "Former NATO Secretary General | Jens …"."""
    a, b = name.title, name.at
    courtesy = persons().courtesy
    while a < b and (t.lower[a] in courtesy or t.lower[a] == "."):
        a += 1
    while b > a and (t.lower[b - 1] == "." or t.lower[b - 1] in courtesy):
        b -= 1
    role = role_of(t, a, b) if a < b else None
    full = persons().short.get(role.head) if role else None
    if role is None or full is None:
        return role
    return Role(role.text[: -len(role.head)] + full.capitalize(), full, role.words | {full})


def party_and_state(t: Tokens, name: Mention) -> Role | None:
    """What the letters after a politician’s name tell: "Ann Marr (R-Iowa)" is a Republican of Iowa."""
    seat, known = name.last + 1, persons()
    if seat + 1 >= len(t.lower) or t.lower[seat][0] not in known.parties:
        return None
    letter, dash, place = t.lower[seat].partition("-")
    if t.lower[name.last] == "(" and letter in known.parties and len(letter) > 1:
        return _party_and_ward(t, seat)
    if len(letter) > 1 or not (dash or t.lower[seat + 1] == ")"):
        return None
    place = place.replace(".", "")
    state = known.states.get(place, place).split("-") if dash else []
    text = known.parties[letter][0].capitalize()
    if state:
        text += f" of {' '.join(word.capitalize() for word in state)}"
    return Role(text, "politician", frozenset({*known.parties[letter], *state}))


def _party_and_ward(t: Tokens, seat: int) -> Role | None:
    """What a bracket tells of a councillor: "Ann Marr *(Lab, Eastgate)*" is a Labour politician of Eastgate."""
    closing = next((k for k in range(seat + 1, min(len(t.lower), seat + _SEAT)) if t.lower[k] == ")"), 0)
    if not closing or not all(t.tag[k] & CAPITAL or t.lower[k] in _IN_WARD for k in range(seat, closing)):
        return None
    comma = t.lower.index(",", seat, closing) if "," in t.lower[seat:closing] else closing
    party = persons().parties[t.lower[seat]][0]
    whole = persons().parties.get("-".join(t.lower[seat:comma]), (party,))[0]
    ward = t.words(comma + 1, closing).strip() if comma < closing else ""
    text = whole.replace("-", " ").title()
    words = {*persons().parties[t.lower[seat]], *whole.split("-"), *ward.lower().split()}
    return Role(f"{text}, {ward}" if ward else text, "politician", frozenset(words))


def age_after(t: Tokens, name: Mention) -> str:
    """The age that stands after a name: "Ann Marr, 54, …"."""
    b, end = name.last, t.sentences[name.sentence][1]
    if b + 1 < end and t.lower[b] == "," and t.raw[b + 1].isdigit() and len(t.raw[b + 1]) < 4:
        return t.raw[b + 1]
    return ""


def roles_after(t: Tokens, name: Mention) -> list[Role]:
    """The apposition after a name: "Ann Marr, 54, a retired baker, said", "Ann Marr, who leads the union"."""
    lower, tag = t.lower, t.tag
    end = min(t.sentences[name.sentence][1], name.last + _REACH)
    i = _after_place(t, name.last, end)
    if lower[i : i + 1] == ["("] and party_and_state(t, name):
        closing = next((k for k in range(i + 1, min(end, i + _SEAT)) if lower[k] == ")"), i - 1)
        i = closing + 1  # "Ann Marr (Green, Eastgate), *cabinet member*"
    if i + 1 >= end or lower[i] not in (",", "(", "—", "–"):
        return []
    i += 1
    if tag[i] & NUMBER and i + 2 < end and lower[i + 1] == ",":
        i += 2
    if lower[i] == "who":
        return _roles_of_deeds(t, i + 1, end)
    article = lower[i] in _ARTICLES
    if lower[i : i + 2] == ["one", "of"]:
        return []  # "Ann Marr, one of the twins"
    if not article and tag[i] & _NO_ROLE and not _is_owner(t, i, end):
        return []
    if tag[i] & FINITE and tag[i] & CUE and not tag[i] & NOUN:
        return []  # "Ann Marr, said the mayor was …"
    stop = _end_of_apposition(t, i, end)
    if article and stop + 1 < end and t.lower[stop] == "," and _is_adjective(t, i + 1, stop):
        i, stop = stop + 1, _end_of_apposition(t, stop + 1, end)  # "the brisk, tall governor of Iowa"
    head = head_of(t, i + article, stop)
    if head is None or stop == i or (tag[head] & (DOCUMENT | TIME | CAPITAL) and not tag[head] & ROLE):
        return []
    if not article and not (tag[head] & ROLE or lower[head : head + 2] == ["head", "of"]):
        return []
    if _is_a_clause(t, head + 1, stop):
        if not tag[head] & ORGANIZATION:
            return []
        stop = head + 1  # of a body, it most likely calls again the one just named
    role = role_of(t, i, stop, head)
    return [role] if role else []


def _is_owner(t: Tokens, i: int, end: int) -> bool:
    """Whether a name that owns what follows begins at a token: "Ann Marr, *Arra’s* former mayor"."""
    k = i
    while k < end and t.tag[k] & CAPITAL:
        k += 1
    return k > i and k < end and t.lower[k] in POSSESSIVE_MARKS


def _is_adjective(t: Tokens, a: int, b: int) -> bool:
    """Whether what stands between an article and a comma can but be an adjective: "the *brisk*, tall governor"."""
    return b - a == 1 and not t.tag[a] & (NOUN | CAPITAL | ROLE | PEOPLE | ORGANIZATION | DOCUMENT | TIME)


def _is_a_clause(t: Tokens, verb: int, stop: int) -> bool:
    """Whether a verb of saying follows the noun behind a comma: "to Ann Marr, the airline *said* Thursday"."""
    said = CUE | VERB_PAST
    if verb >= stop or t.tag[verb] & said != said or t.tag[verb] & NOUN:
        return False
    return verb + 1 == stop or bool(t.tag[verb + 1] & _OPENS_CLAUSE)


def _after_place(t: Tokens, i: int, end: int) -> int:
    """Past "of Ohio" in "Ann Marr of Ohio, a Republican"."""
    if t.lower[i] not in ("of", "from"):
        return i
    i += 1
    while i < end and t.tag[i] & CAPITAL:
        i += 1
    return i


def _end_of_apposition(t: Tokens, i: int, end: int) -> int:
    for k in range(i, end):
        what = t.tag[k]
        if t.lower[k] == "and" and t.tag[k - 1] & CAPITAL and k + 1 < end and t.tag[k + 1] & CAPITAL:
            continue  # "of the Center for Roads and Bridges"
        if t.lower[k] in _ENDS_APPOSITION or what & AUXILIARY or (what & _CLAUSE and not what & PREPOSITION):
            return k
    return max(i, end)


def _roles_of_deeds(t: Tokens, i: int, end: int) -> list[Role]:
    """ "who chairs the county commission": chair; "who served as minister of farming": minister."""
    verbs = persons().verbs
    roles = []
    former = False
    for k in range(i, end):
        word = t.lower[k]
        if t.tag[k] & MODAL:
            break  # "who would be the first woman to serve as president"
        former = former or bool(t.tag[k] & VERB_PAST)
        if word == "as" and k + 1 < end and t.tag[k + 1] & ROLE:
            role = role_of(t, k + 1, _end_of_apposition(t, k + 1, end))
            if role:
                roles.append(role._replace(words=role.words | {"former"}) if former else role)
        elif word in verbs and (k == i or t.lower[k - 1] in ("now", "and", "also")):
            roles.append(_role_of_deed(t, k, verbs[word], _end_of_apposition(t, k + 1, end)))
    return roles


def _role_of_deed(t: Tokens, verb: int, head: str, stop: int) -> Role:
    """What somebody is by what they do: "led the union until 2019" is "former leader of the union".

    Who teaches chemistry is a chemistry teacher; who led a study is its leader for good.
    """
    lower = t.lower
    stop = next((k for k in range(verb + 1, stop) if lower[k] in _WHILE), stop)
    stop -= stop > verb + 1 and lower[stop - 1] == "."
    done = not _UNDERTAKINGS.isdisjoint(lower[verb + 1 : stop])
    past = ["former"] if t.tag[verb] & VERB_PAST and not done else []
    what = t.tag[verb + 1] if verb + 1 < stop else 0
    subject = head in ("teacher", "coach") and stop - verb <= _SHORT and not what & _NO_SUBJECT
    of = " ".join(t.words(verb + 1, stop).split())
    if not of or what & PREPOSITION:  # "who teaches at Arra High"
        text = f"{head} {of}".strip()
    elif subject:
        text = f"{of} {head}"
    else:
        text = f"{head} of {of}"
    return Role(" ".join([*past, text]), head, frozenset([head, *past, *lower[verb + 1 : stop]]))


def _is_letters_of_office(t: Tokens, head: int) -> bool:
    """Whether capitals are short for an office: "Arra’s *MP*", "the firm’s *CEO*"."""
    return bool(t.tag[head] & ROLE) and t.raw[head].isupper()


def phrase_before(t: Tokens, name: Mention) -> tuple[int, int] | None:
    """The apposition before a name: "*the party leader*, Ann Marr, said", "*a farmer* named Ann Marr".

    A place may follow the name: "*the party leader*, Ann Marr of Arra, said".
    """
    lower, tag = t.lower, t.tag
    begin, end = t.sentences[name.sentence]
    at = before_article(t, name)
    if at <= begin or not tag[at - 1] & WORD or (at < name.title - 1 and lower[at] != ","):
        return None
    b = after_seat(t, name.last, end) if lower[name.last : name.last + 1] == ["of"] else name.last
    if lower[at] == "," and b < end and lower[b] not in _CLOSES_NAME and not tag[b] & AUXILIARY:
        return None
    phrase = noun_phrase_before(t, begin, at)
    head = head_of(t, *phrase) if phrase else None
    if phrase is None or head is None or (tag[head] & CAPITAL and not _is_letters_of_office(t, head)):
        return None
    first = phrase[0]
    owned = tag[first] & POSSESSIVE or any(lower[k] in POSSESSIVE_MARKS for k in range(first, head))
    known = owned or (tag[first] & DETERMINER and lower[first] not in ("a", "an"))
    return phrase if known or lower[at] != "," else None
