"""Passive cues and what merely seems: "was accused of", "is expected to", "known as", "seems"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADDRESSEE,
    ADJECTIVE,
    ADVERB,
    AS_OBJECT,
    AUXILIARY,
    CUE,
    CUE_ADJECTIVE,
    CUE_VERBS,
    EXPECTED,
    INFINITIVE,
    LINK,
    NAMED,
    OBJECT,
    OPENS_NOUN,
    PARTICIPLE,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SOMEBODY,
    SUBJECT,
    TIME,
    VERB_ING,
    WH,
    WORD,
    Frames,
    forms_of,
)
from claimcli.parser.attribution.clause_extent import clause_end, content_end, own_clause_end
from claimcli.parser.attribution.clause_start import clause_start, opener_at
from claimcli.parser.attribution.cue_adjectives import adjective_cue
from claimcli.parser.attribution.frames import content_after
from claimcli.parser.attribution.phrase_extent import phrase_content_end
from claimcli.parser.attribution.predicate import before_predicate
from claimcli.parser.attribution.relatives import SEES, opens_bare_relative
from claimcli.parser.attribution.sentence import Range, Sentence, lemma_of
from claimcli.parser.attribution.vetoes import is_given
from claimcli.parser.grammar import (
    ARTICLES,
    Group,
    Subject,
    is_infinitive,
    is_nominal,
    noun_phrase_before,
)
from claimcli.parser.text import INSERTING, QUOTATION

_MAY_TELL: Final = SOMEBODY | PLURAL | OBJECT
_ENDS: Final = frozenset("end middle beginning start close".split())
"""What with "of" opens a time by which something is expected: "by the **end** of May"."""
_REFUSED: Final = forms_of("decline refuse ask insist") | {"not"}
SPOKEN_TO: Final = frozenset("tell ask inform warn remind assure reassure advise notify promise".split())
"""Verbs whose passive has whom they speak to as its subject: "she **was told** that …"."""
_ADVISES: Final = SPOKEN_TO | set("urge encourage invite request caution".split())
"""What a notice to its reader does: "Drivers **are advised** to use Route 9"."""


def passive_cue(s: Sentence, k: int, group: Group, frames: Frames) -> bool:
    """ "The plan is expected to fail", "she was accused of fraud by the mayor", "asked whether …"."""
    if not group.finite or k + 1 >= s.last or group.negated:
        return False
    if s.word(group.start - 1) == "to" and s.word(group.start - 2) in _REFUSED:
        return False  # "An aide who declined to be *named* said"
    subject = s.subject_before(group.start, s.taken)
    if subject is not None and is_given(s, frames.lemma, subject[0], subject[2]):
        return False  # "A photo was *shared* by Marr"
    if frames.lemma == "quote" and (said := _as_saying(s, k + 1)):
        return _quoted_as_saying(s, said, group, subject)
    p = _behind_adverbs(s, k + 1)
    agent: Subject | None = None
    if p + 1 < s.last and s.lower[p] == "by" and not s.tag[p + 1] & VERB_ING:
        stop = s.phrase_end(p + 1)
        if stop > p + 1:
            # "by **mail**", "by **the end** of May" tell how or when it was told
            tells = stop > p + 2 or s.tag[p + 1] & _MAY_TELL
            at = p + 1 + (s.lower[p + 1] in ARTICLES)
            when = s.lower[at] in _ENDS and s.word(at + 1) == "of"
            whole = s.end_before_clause(stop)
            agent = (p + 1, whole, stop) if tells and not when else None
            why = s.find({"for"}, p + 2, stop)
            if agent and why and s.what(why + 1) & (POSSESSIVE | VERB_ING):
                agent = p + 1, why, why  # "was praised by **friends** for her calm"
            p = _behind_adverbs(s, whole + (whole > stop))
    content = _passive_content(s, k, p, frames, subject, agent)
    if content is None:
        return False
    if agent is None and (agent := _agent_behind(s, k, content[-1])) is not None:
        content[-1] = content[-1][0], agent[0] - 1
    rule = "passive-with-agent" if agent else "passive"
    # "Drivers **are advised** to use Route 9": nobody but the article asks
    asks_reader = frames.lemma in _ADVISES and s.lower[k - 1] in ("is", "are")
    if agent or not (asks_reader or _is_pronoun(s, content)):
        s.add(content, agent, (k, k + 1), rule, frames.lemma)
    s.taken = max(content[-1][1], agent[1] if agent else 0)
    return True


def _agent_behind(s: Sentence, k: int, judgment: Range) -> Subject | None:
    """Who is named behind what something is called or seen as: "is seen as a threat by **bakers**"."""
    first, last = judgment
    by = s.t.find({"by"}, first + 1, last - 1, 0)
    if first < k or not by or not (s.tag[first] & (OPENS_NOUN | ADJECTIVE) or s.lower[first] in ("as", "of")):
        return None
    if s.t.holds(PARTICIPLE | LINK, first + 1, by):
        return None
    end = s.phrase_end(by + 1, last)
    who = s.tag[s.head_of(by + 1, end)]
    if (
        end == by + 1
        or not who & _MAY_TELL
        or who & TIME
        or not _MEASURES.isdisjoint(s.t.raw[by + 1 : end + 1])
    ):
        return None
    end = last if s.word(end) == "who" else end  # "by **those who knew her**"
    return by + 1, end, end


_MEASURES: Final = frozenset("measure measures standard standards account accounts estimates".split())
"""By what something is so, rather than by whom it is called so: "a success by most **measures**"."""


def _is_pronoun(s: Sentence, content: list[Range]) -> bool:
    """Whether a content is but a word for something told before: "papers **that** were released"."""
    first, last = content[0]
    return len(content) == 1 and last == first + 1 and bool(s.tag[first] & (SUBJECT | OBJECT | RELATIVE))


def judged_passive(s: Sentence, k: int, group: Group, frames: Frames) -> bool:
    """ "a step called “petty” by the union", "it was hailed as “bold” by Marr": what is so judged, and by whom."""
    t, lower = s.t, s.lower
    q = k + 1 + (s.word(k + 1) == "as")
    q += s.word(q) in ARTICLES
    if q + 2 >= s.last or lower[q : q + 2] != [QUOTATION, "by"]:
        return False
    end, start = s.phrase_end(q + 2), group.start
    if group.passive:
        subject = s.subject_before(start, s.taken)
        whose = (subject[0], subject[1]) if subject else None
    else:
        whose = noun_phrase_before(t, s.taken, start - (lower[start - 1] in INSERTING))
    if whose is None or end == q + 2:
        return False
    if not group.passive:  # "(dropped the bill in) a move called “petty” by the union"
        opens = (i + 1 for i in range(whose[1] - 1, whose[0], -1) if t.tag[i] & PREPOSITION)
        whose = next(opens, whose[0]), whose[1]
    s.add([whose, (k + 1, q + 1)], (q + 2, end, end), (k, k + 1), "passive-with-agent", frames.lemma)
    s.taken = end
    return True


def _behind_adverbs(s: Sentence, p: int) -> int:
    """Where adverbs at ``p`` end, before a "not": "was warned by them again **not to return**"."""
    end = s.after_adverbs(p)
    return end - 1 if end > p and s.lower[end - 1] == "not" else end


def _passive_content(
    s: Sentence, k: int, p: int, frames: Frames, subject: Subject | None, agent: Subject | None
) -> list[Range] | None:
    """What the passive at ``k`` tells, by the word at ``p`` behind it and whoever is named by "by".

    A clause ("was told **that …**", "it is understood **he left**"), its subject ("**the plan** was denounced"),
    or what its subject is said to do or to be ("**she** was accused **of fraud**", "**it** is expected **to fail**").
    """
    word = s.word(p)
    empty = subject is not None and s.lower[subject[0]] == "it"
    told = empty or frames.lemma in SPOKEN_TO
    bare = word and told and not agent and clause_start(s, k, p) == ("clause", p)
    opener = opener_at(s, p)
    if bare or opener == "that-clause" or (opener == "wh-clause" and frames.lemma in ("ask", "tell")):
        return [(p, clause_end(s, p, k))] if told else None
    if frames.lemma == "ask" and word in ("about", "for") and p + 1 < s.last:
        return [(p + 1, phrase_content_end(s, p + 1, k))]
    if subject is None or (empty and not frames.bits & ADDRESSEE):
        return None
    whose = subject[0], subject[1]
    if word == "dead":
        return None
    if p + 1 < s.last and _tells_why(word, agent is not None, frames):
        return [whose, (p, own_clause_end(s, p, k))]
    acts = frames.bits & (ADDRESSEE | EXPECTED) and _is_to_act(s, p)  # "was said by aides **to be ill**"
    if frames.bits & AS_OBJECT and not acts and (agent or p >= s.last) and frames.lemma not in SEES:
        return [whose]
    called = frames.lemma == "know" and word == "as"  # "is known as the Old Mill": that is its name
    if acts or (
        frames.bits & EXPECTED and word in ("as", "of", "for") and not called
    ):  # not "called **to** the scene"
        start = p + (word == "for" and frames.lemma == "know")  # "is known for | his talks"
        return [whose, (start, own_clause_end(s, start, k))]
    # a name or a judgment: "the winner", "ineligible", a quotation
    led = s.what(p) & (LINK | AUXILIARY) or word == "up"  # "called **to** a fire"
    named = word == QUOTATION or (s.what(p) & WORD and not led)
    if frames.bits & NAMED and named:
        return [whose, (p, phrase_content_end(s, p, k))]
    return None


def _tells_why(word: str, by_whom: bool, frames: Frames) -> bool:
    """Whether a word after a passive leads to what is said of its subject: "was accused by them **of** fraud".

    What was "planned **for** Monday" is told of by nobody.
    """
    if word == "for" and frames.bits & INFINITIVE:
        return False
    if word in ("as", "for"):
        return bool(by_whom or frames.bits & AS_OBJECT)
    return word == "of" and by_whom


def _is_to_act(s: Sentence, p: int) -> bool:
    """Whether it is told at ``p`` what somebody is to do: "was warned by them **(not) to return**"."""
    p += s.word(p) == "not"
    return p + 1 < s.last and s.lower[p] == "to" and is_infinitive(s.t, p + 1)


def _as_saying(s: Sentence, p: int) -> int:
    """Where "saying" stands behind "quoted": "quoted as **saying**", "quoted by the Post as **saying**"; or 0."""
    if s.lower[p] in ("by", "in", "on"):
        p = s.after_adverbs(s.phrase_end(p + 1))
    return s.saying_behind(p) if p + 2 < s.last else 0


def _quoted_as_saying(s: Sentence, said: int, group: Group, subject: Subject | None) -> bool:
    """ "Marr was quoted as saying that …", with "saying" at ``said``: hers, whoever quotes her."""
    found = clause_start(s, said, said + 1)
    if found is None or subject is None:
        return False
    end = content_end(s, found, said)
    s.add([(found[1], end)], subject, (group.start, said + 1), "quoted-as-saying", lemma_of(s.t, said))
    s.subject = subject
    return True


def reduced_passive(s: Sentence, k: int, group: Group, frames: Frames) -> bool:
    """ "the contests known as Super Tuesday": what is so called, and what it is called."""
    t, lower = s.t, s.lower
    to_do = _is_to_act(s, k + 1) and frames.lemma != "call" and not group.negated
    told = frames.bits & EXPECTED and (
        to_do or (s.word(k + 1) == "as" and frames.lemma not in ("say", "know"))
    )
    if not told or k + 2 >= s.last or group.start <= s.first:
        return False
    aside = lower[group.start - 1] == ","
    end = group.start - aside
    phrase = s.phrase_before(end, s.taken)
    if phrase is None:
        return False
    if to_do:
        phrase = _nearest(s, *phrase)
    named = s.phrase_before(phrase[0] - 1, s.taken) if aside and s.word(phrase[0] - 1) == "," else None
    opens = named[0] if named else phrase[0]  # "which **the mayor, Ann Marr**, described as odd"
    if opens > s.first and (t.tag[opens - 1] & (RELATIVE | WH) or opens_bare_relative(s, opens)):
        return False
    extent = own_clause_end if to_do else phrase_content_end
    stop = before_predicate(s, k + 2, extent(s, k + 2, k), False, sure=True)
    if stop <= k + 2:
        return False
    if aside:  # "the contests, known as Super Tuesday, were close"
        stop = t.find({","}, k + 3, stop, stop)
    if not s.has_verb(s.first, phrase[0]):
        stop = before_predicate(s, k + 2, stop, False)  # "Bakers seen as **rich** | pay more"
    return s.add([phrase, (k + 2 - to_do, stop)], None, (k, k + 2 - to_do), "known-as", frames.lemma)


def _nearest(s: Sentence, first: int, last: int) -> Range:
    """The noun that stands next in a phrase: "a hunt for **two men**", "word of **men**"."""
    return next((i + 1 for i in range(last - 1, first, -1) if s.tag[i] & PREPOSITION), first), last


def _leads_to_cue(s: Sentence, p: int) -> bool:
    """Whether what seems is itself that somebody speaks: "Marr seemed **to confirm** that …" is Marr's claim."""
    if p + 1 >= s.last or s.lower[p] != "to" or not s.tag[p + 1] & CUE:
        return False
    return content_after(s, p + 1, CUE_VERBS[s.lower[p + 1]]) is not None


_WHERE: Final = frozenset(
    "at for in on forward off out back into before alongside beside with near behind across next among by via "
    "together".split()
)
"""What tells where or with whom somebody came to be seen: "appeared **before** the jury"."""


def seems_cue(s: Sentence, k: int, group: Group) -> bool:
    """ "The plan seems dead": what seems, with its subject, in nobody's mouth."""
    subject = s.subject_before(group.start, s.taken)
    p = k + 1
    if s.what(p) & CUE_ADJECTIVE and adjective_cue(s, p):
        return True  # "He *seems* **wary of** it"
    if subject is None or p >= s.last or not s.tag[p] & WORD or _leads_to_cue(s, p) or s.lower[p] in _WHERE:
        return False
    stands = not s.what(p + 1) & WORD or (s.what(p + 1) & (PREPOSITION | TIME) and s.lower[p + 1] != "to")
    if s.tag[p] & (ADVERB | TIME) and stands:
        return False  # "It appeared *instead* in May", beside "appeared instead *to grow*"
    at = subject[1] - 1
    if s.lower[at] == "that" and is_nominal(s.what(at - 1), s.word(at - 1)):
        return False  # "a line **that** seems aimed at her" tells more of it; not "**That** seems fair"
    end = own_clause_end(s, p, k)
    expletive = s.lower[subject[0]] == "it" and s.lower[p] not in ("to", "like")  # "it seems clear that …"
    content = [(p, end)] if expletive else [(subject[0], subject[1]), (p, end)]
    return s.add(content, None, (k, k + 1), "seems", CUE_VERBS[s.lower[k]].lemma)
