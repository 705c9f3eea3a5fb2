"""Where the clause or quotation begins that a verb introduces: at once, behind a phrase, behind whom it speaks to."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AS_OBJECT,
    AUXILIARY,
    CAPITAL,
    CLAUSE,
    COORDINATOR,
    CUE_NOUN,
    CUE_VERBS,
    DETERMINER,
    DOCUMENT,
    INFINITIVE,
    INFLECTED,
    LINK,
    NOUN,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    PEOPLE,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SUBJECT,
    SUBORDINATOR,
    TAGS,
    TENSED,
    TIME,
    VERB,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    WH,
    WORD,
    forms_of,
)
from claimcli.lexicon.no_speech import NO_SPEECH
from claimcli.parser.attribution.after_comma import FRONTING, behind_aside, main_clause_resumes
from claimcli.parser.attribution.phrase_extent import is_occasion
from claimcli.parser.attribution.sentence import ASKING, COURTS, OPENS_SUBJECT, Sentence, opening_of
from claimcli.parser.grammar import (
    head_start,
    is_infinitive,
    is_reduced,
    leads_noun,
    opens_count,
)
from claimcli.parser.text import AGENCIES, DASHES, INSERTING, MONEY, QUOTATION

SCANT: Final = frozenset("no little few scant insufficient".split())
"""What there is too little of to be but come upon: "found **no** fraud"."""
_NEED_CLAUSE: Final = frozenset("say think believe hope".split())
"""Verbs that have no phrase for an object: what follows them is a clause, however far its verb is."""
_ASSERT: Final = forms_of("argue contend insist allege") | {"claim", "claims"}
"""Forms of verbs that may have a phrase for an object, but mostly have a clause."""


def opener_at(s: Sentence, i: int) -> str:
    """What the word at an index opens by itself, if anything: a quotation, "**that** …", "**why** …", "**he** left"."""
    if not s.first <= i < s.last:
        return ""
    word, what = s.lower[i], s.tag[i]
    if word == QUOTATION:
        return "quotation"
    if word == "that":
        return "that-clause"
    if what & WH or word == "which":
        return "wh-clause"
    return "clause" if what & SUBJECT else ""


def _opener_behind(s: Sentence, i: int) -> str:
    """What a word opens behind others, of which it tells no more: not "a town **where** …", "in **that** case"."""
    opener = opener_at(s, i)
    if opener == "wh-clause":
        return opener if s.lower[i] in ASKING else ""
    return "" if opener != "quotation" and s.tag[i - 1] & PREPOSITION else opener


_RESUMES: Final = frozenset({"that-clause", "quotation"})
"""What goes on with the content behind a comma, however long the phrase before it."""


def clause_start(s: Sentence, k: int, p: int) -> tuple[str, int] | None:
    """Where the clause or quotation that a verb of saying introduces begins."""
    t, lower, tag = s.t, s.lower, s.tag
    last = s.last
    word, what = lower[p], tag[p]
    opener = opener_at(s, p)
    if CUE_VERBS[lower[k]].lemma == "hold":  # "held **that** the law was void", not "held that office"
        return (opener, p) if word == "that" and s.opens_clause(p) else None
    if (word in (",", ":", "(") or word in DASHES) and p + 1 < last:
        behind = opener_at(s, p + 1)
        if behind == "quotation" or (word == "," and behind == "that-clause"):
            return behind, p + 1
        if word == ":":
            return "colon", p + 1
        told = _clause_behind_adjunct(s, k, p) if word == "," and p > k + 1 else None
        return told or _clause_after_insertion(s, k, p)
    if opener == "that-clause" and _points_at_noun(s, k, p):
        return None
    if opener:
        return opener, p
    if opens_count(t, p) and (s.opens_clause(p) or CUE_VERBS[lower[k]].lemma in _NEED_CLAUSE):
        return "clause", p  # "said about half of them had left"
    if what & PREPOSITION or word in ("prior", "ahead"):
        acts = word == "to" and CUE_VERBS[lower[k]].bits & INFINITIVE and opens_infinitive(s, p + 1)
        return None if acts else clause_after_phrase(s, p) or _clause_behind_adjunct(s, k, p)
    if (
        (what & WORD or word in MONEY)
        and (not what & (AUXILIARY | COORDINATOR) or what & VERB_ING)
        and (
            (CUE_VERBS[lower[k]].lemma in _NEED_CLAUSE and not what & OBJECT)
            or s.opens_clause(p)
            or (lower[k] in _ASSERT and _comes_to_verb(s, p))
            or (CUE_VERBS[lower[k]].lemma == "find" and (lower[p] in SCANT or _is_found_by_poll(s, k)))
            or (s.quotes and CUE_VERBS[lower[k]].bits & CLAUSE and _verb_is_quoted(s, p))
        )
    ):
        return "clause", p
    return None


def _comes_to_verb(s: Sentence, p: int) -> bool:
    """Whether the phrase at ``p`` has its verb yet to come, in no other clause: "argued **a case** that *was* lost"."""
    for i in range(p + 1, s.last):
        parted = s.lower[i - 1] == ","
        if s.tag[i] & (COORDINATOR if parted else RELATIVE | SUBORDINATOR | WH):
            return s.has_verb(p, i)  # "argued the case, **and** they left"
    return s.has_verb(p, s.last)


def _is_found_by_poll(s: Sentence, k: int) -> bool:
    """Whether a document tells what it found: "A **survey** by the firm in May *found* Marr with a lead"."""
    phrase = s.phrase_before(k, s.taken)
    if phrase is None:
        return False
    return bool(s.tag[s.head_of(head_start(s.t, s.taken, phrase[0]), phrase[1])] & DOCUMENT)


def _verb_is_quoted(s: Sentence, p: int) -> bool:
    """Whether the first words that are quoted open with the clause's verb: "claiming the fair “hurts” it"."""
    q = next((i for i in range(p, min(p + 10, s.last)) if not s.tag[i] & WORD or s.tag[i] & _ENDS), p)
    verb = s.lower[q - 1] == "longer" or _opening_of(s, q) & TENSED  # "claiming it no longer **“suits” him**"
    return p < q and s.lower[q] == QUOTATION and bool(verb)


_ENDS: Final = AUXILIARY | SUBORDINATOR | RELATIVE
"""What shows that a verb stands there already, or another clause."""


def _opening_of(s: Sentence, q: int) -> int:
    """What the first word of the quotation at ``q`` may be."""
    return TAGS.get(opening_of(s.t, q).split(" ", 1)[0], 0)


def opens_infinitive(s: Sentence, p: int) -> bool:
    """Whether surely a verb stands behind "to": "to *leave*", "to soon *plant* a hedge", "to *“go on”*".

    Not "to residents that".
    """
    if p + 1 >= s.last:
        return s.word(p) == QUOTATION
    if s.tag[p] & ADVERB and s.tag[p + 1] & VERB_BASE:
        return True
    object_follows = s.tag[p + 1] & (OPENS_NOUN | OBJECT)
    return bool(s.tag[p] & VERB_BASE or object_follows) or s.lower[p] == QUOTATION


def _points_at_noun(s: Sentence, k: int, p: int) -> bool:
    """Whether "that" points at something ("echoed that promise", "said that, and left") and opens no clause."""
    then = p + 1 + (s.word(p + 1) == ",")
    if s.what(then) & COORDINATOR and s.what(s.after_adverbs(then + 1)) & TENSED:
        return True
    if s.word(p + 1) == "same":
        return True
    if (
        not CUE_VERBS[s.lower[k]].bits & AS_OBJECT
        or p + 1 >= s.last
        or s.tag[p + 1] & (SUBJECT | OPENS_NOUN | AUXILIARY | CAPITAL)
    ):
        return False
    noun = s.tag[p + 1]
    return (
        p + 2 >= s.last
        or s.lower[p + 2] in (",", ".")
        # not "that **people** like Marr"
        or bool(noun & (NOUN | CUE_NOUN) and not noun & (PLURAL | PEOPLE) and s.tag[p + 2] & PREPOSITION)
    )


def _clause_after_insertion(s: Sentence, k: int, p: int) -> tuple[str, int] | None:
    """ "said, in a nod to the past, that …"; "said Tuesday, “…”"; "said — again — that …", "as she had, that …".

    "Marr says, **if elected,** she will go".
    """
    i = behind_aside(s, p)
    opener = opener_at(s, i)
    if opener in _RESUMES:
        return opener, i
    if i < s.last and all(what & ADVERB for what in s.tag[p + 1 : i - 1]):
        return clause_start(s, k, i)  # "said, **however,** the dam was safe"
    leads = opener == "clause" and p == k + 1 and CUE_VERBS[s.lower[k]].lemma in _NEED_CLAUSE
    if leads:
        inserted = s.lower[p] != "," or s.what(p + 1) & (
            COORDINATOR | VERB_ING
        )  # "said, **and** many agree, it is"
        return opener, i if inserted else p + 1
    asks = s.word(i) in ASKING and s.lower[p + 1] in ("as", "like")  # "wondered, **as** I do, why"
    return (opener, i) if asks else None


def clause_after_phrase(s: Sentence, p: int) -> tuple[str, int] | None:
    """ "said in an interview on Tuesday that …", "said to reporters he …"."""
    lower, tag = s.lower, s.tag
    limit = min(p + 22, s.last)
    for i in range(p + 1, limit):
        word, what = lower[i], tag[i]
        if word == "," and opener_at(s, i + 1) not in _RESUMES:
            commas = [j for j in range(i + 1, limit - 1) if lower[j] == ","]
            start = next((j + 1 for j in commas if opener_at(s, j + 1) in _RESUMES), None)
            if start is None or (lower[start] == QUOTATION and s.has_verb(p, start)):
                return None
            return opener_at(s, start), start
        if word == "there" and s.what(i + 1) & AUXILIARY:
            return "clause", i  # "said in a statement **there was** no list"
        opener = _opener_behind(s, i)
        if opener == "quotation" and lower[i - 1] not in (",", ":"):
            continue
        if opener:
            return opener, i
        before = tag[i - 1 - bool(tag[i - 1] & ADVERB)]  # "in a newly **leaked** memo that …"
        if what & VERB_PARTICIPLE and i > p + 1 and (is_reduced(s.t, i) or leads_noun(before)):
            continue  # "in a report **published** on Monday that …", "in a **leaked** memo that …"
        acts = what & INFLECTED and not (what & (NOUN | CAPITAL | VERB_BASE) or leads_noun(tag[i - 1]))
        if what & AUXILIARY or acts:
            # "accused of killing the cat": the noun is what is killed
            leads_away = tag[p + 1] & VERB_ING or s.t.holds(SUBORDINATOR, p + 1, i)
            return None if leads_away else _clause_before_verb(s, p, i)
        if word in (";", ":"):
            return ("quotation", i + 1) if s.word(i + 1) == QUOTATION else None
    return None


def _clause_behind_adjunct(s: Sentence, k: int, p: int) -> tuple[str, int] | None:
    """ "says **despite the rain,** it is safe": with the phrase that opens it; "said *in a note,* **it** was safe"."""
    comma = s.t.find({","}, p, min(p + 22, s.last), 0)
    adjunct = CUE_VERBS[s.lower[k]].lemma in _NEED_CLAUSE and not s.t.holds(AUXILIARY | SUBJECT, p, comma)
    if not (comma and adjunct and main_clause_resumes(s, "fronted", comma + 1)):
        return None
    is_said = s.lower[p] in (",", "to", "of", "about") or is_occasion(s.t, p + 1, s.last)
    return "clause", comma + 1 if is_said else p


def _clause_before_verb(s: Sentence, p: int, verb: int) -> tuple[str, int] | None:
    """The clause whose finite verb stands at ``verb``, after a phrase that opens at ``p``."""
    phrase = s.phrase_before(verb, p + 1)
    if phrase is None:
        return None
    start, tag = phrase[0], s.tag
    for i in range(verb - 1, p + 1, -1):
        if tag[i] & OPENS_NOUN and not tag[i - 1] & (PREPOSITION | DETERMINER):
            start = i
            break
        told = tag[i - 1] & OBJECT and not tag[i - 1] & (SUBJECT | POSSESSIVE)
        if told or (tag[i - 1] & DOCUMENT and tag[i] & (PLURAL | PEOPLE)):
            start = i  # "told me | engineers had found it", "said in a statement | prices had risen"
            break
    return ("clause", start) if start > p + 1 else None


def _subject_of_quoted(s: Sentence, p: int, q: int) -> int:
    """Where the subject of the verb begins that a quotation opens with: "told the Post **the mayor** “will run”"; 0."""
    verb = _opening_of(s, q) & TENSED or s.has_verb(p, q)
    found = _clause_before_verb(s, p - 1, q) if verb else None
    return found[1] if found and found[1] > p else 0


def _behind_verb(s: Sentence, p: int, verb: int) -> tuple[str, int] | None:
    """The clause with a verb behind somebody spoken to: "told her **it was** late", "told men gathered **that** …"."""
    found = _clause_before_verb(s, p - 1, verb)
    if found and found[1] > p:
        return found
    that = s.t.find({"that", ",", ";"}, verb + 1, min(verb + _ADDRESSED, s.last), verb)
    more = s.tag[verb] & VERB_PARTICIPLE and not s.tag[verb - 1] & (CAPITAL | COORDINATOR)
    return ("that-clause", that) if more and s.lower[that] == "that" else None


def _behind_who(s: Sentence, who: int) -> tuple[str, int] | None:
    """What goes on behind a clause that tells whom somebody speaks to: "warned bakers who live there | **that** …"."""
    for i in range(who + 2, min(who + _ADDRESSED, s.last - 1)):
        if s.lower[i] in ("that", "to") and not s.tag[i - 1] & (VERB | AUXILIARY | PREPOSITION):
            return ("that-clause" if s.lower[i] == "that" else "infinitive"), i
    return None


_ADDRESSED: Final = 14
"""Tokens of the longest such clause."""
_TOLD: Final = forms_of("tell warn assure remind inform")
_WHO_ASKS: Final = forms_of("ask tell")
_GOES_ON: Final = LINK | ADVERB | TIME | VERB | SUBJECT | AUXILIARY | RELATIVE | WH
"""What opens no clause behind who is told something: "told bakers **on** Monday", "told bakers **working** there"."""


def _hears_at_once(s: Sentence, p: int) -> bool:
    """Whether no more is told of several people, an agency or a court at ``p``: "told *bakers* **the mill** burnt"."""
    whom = p + bool(s.tag[p] & OPENS_NOUN)
    behind = s.what(whom + 1)
    # not "told *Fox Arra* **he** was"
    agency = s.word(whom) in AGENCIES and not s.what(whom + 2) & (SUBJECT | OPENS_NOUN)
    hears = s.what(whom) & PEOPLE or (agency and s.what(whom) & CAPITAL) or s.word(whom) in COURTS
    return bool(hears and s.lower[p - 1] in _TOLD and behind & WORD and not behind & _GOES_ON)


def after_addressee(s: Sentence, p: int) -> tuple[str, int] | None:
    """Where the content begins after somebody spoken to: "told reporters on Tuesday that …"."""
    lower, tag = s.lower, s.tag
    last = s.last
    if (tag[p] & (SUBJECT | WH) and not tag[p] & OBJECT) or lower[p] in SCANT:
        return None
    head = s.head_of(p, s.phrase_end(p, last))
    if not NO_SPEECH["TALES"].isdisjoint((lower[head], s.word(p + 1))):
        return None  # "told (friends) **the story** of a fire that he had seen"
    if _hears_at_once(s, p) and s.opens_clause(whom := p + 1 + bool(tag[p] & OPENS_NOUN)):
        return "clause", whom  # "told bakers **the mill** had burnt"
    place = p  # up to here stands the name of a place between commas
    for i in range(p + 1, min(p + 25, last)):
        word, what = lower[i], tag[i]
        if i < place:
            continue
        if word == "to":
            if i + 1 < last and is_infinitive(s.t, i + 1):
                return "infinitive", i
            continue
        if word == "not" and s.word(i + 1) == "to":
            return "infinitive", i
        if word == "who":
            return (_behind_who(s, i) if not tag[i - 1] & OBJECT else None) or ("wh-clause", i)
        if word == ":":
            return "colon", i + 1
        if word == "when" and lower[p - 1] in _WHO_ASKS and s.what(i + 1) & OPENS_SUBJECT:
            # "asked them **when** it would end", "told the crew when he came | **that** it was late"
            at = s.t.find({"that", "whether"}, i + 2, min(i + _ADDRESSED, last), i)
            return ("that-clause" if lower[at] == "that" else "wh-clause"), at
        if word == "there" and lower[p - 1] in _WHO_ASKS:
            return "clause", i  # "told the hall **there was** no list"
        opener = _opener_behind(s, i)
        if opener == "quotation" and tag[i - 1] & WORD and (start := _subject_of_quoted(s, p, i)):
            return "clause", start
        if opener:
            adverbial = opener == "clause" and lower[i - 1] in FRONTING
            tells_more = word == "that" and s.what(i + 1) & AUXILIARY
            tells_more = tells_more and (lower[p - 1] not in _TOLD or s.t.holds(PREPOSITION, p, i))
            # "challenged her **when** she ran", "told them of the fees **that** had hurt them"
            return None if adverbial or tells_more else (opener, i)
        if what & AUXILIARY or (what & VERB_PAST and not what & (NOUN | CAPITAL)):
            return _behind_verb(s, p, i)
        if word in INSERTING and (behind := _behind_place(s, i)) is not None:
            place = behind
        elif word == ";" or (word == "," and s.word(i + 1) not in (QUOTATION, "that")):
            if lower[p - 1] not in _WHO_ASKS or s.phrase_end(p) < i or s.what(i + 1) & (RELATIVE | WH):
                return None
            # "told the hall**, lamps** are old"
            return ("clause", i + 1) if main_clause_resumes(s, "fronted", i + 1) else None
        elif word == "but":
            return None  # "promised a road **but** the town wanted a school", "want a road **but** say it is late"
    return None


_TELLS_MORE: Final = OPENS_NOUN | RELATIVE | WH | ROLE | VERB_PARTICIPLE | SUBORDINATOR
"""What opens an aside on what was just named."""


def _behind_place(s: Sentence, comma: int) -> int | None:
    """Where a phrase goes on behind a place, an age or who that is: "told Marr**, 41,** that", "**, a nun,** that".

    Or behind what more is told of it: "told staff in a letter**, seen by the Post,** that".
    """
    told = behind_aside(s, comma) if s.what(comma + 1) & _TELLS_MORE else s.last
    if s.word(told) == "that" or (s.word(told) == "to" and is_infinitive(s.t, told + 1)):
        return told
    end = comma + 2 if s.what(comma + 1) & NUMBER else s.name_end(comma + 1)
    named = s.tag[comma - 1] & (CAPITAL | ROLE) and comma + 1 < end < comma + 5
    return end + 1 if named and s.word(end) == "," and s.word(end + 1) not in (QUOTATION, "a", "an") else None
