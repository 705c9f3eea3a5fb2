"""Tellings of one choice gathered into one: those that share what is chosen, answers, and headlines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Final

from claimcli.lexicon import CAPITAL, ORGANIZATION, PEOPLE, ROLE, SUBJECT, VERB_ING, WORD, forms_of
from claimcli.lexicon.decision_words import (
    DECISION_VERBS,
    KIN_NOUNS,
    MADE,
    PARTICLES,
    UNDECIDED,
    frames_of,
    kin_of,
)
from claimcli.model import Status
from claimcli.parser.decisions.choices import LEAVE, Choice, Told
from claimcli.parser.decisions.sentence import Telling
from claimcli.parser.grammar import ARTICLES
from claimcli.parser.stems import is_short, stem

SAME: Final = 0.5
"""Two tellings of one status share their choice where more than this part of the shorter label's stems is the
other's; of two statuses, of the longer label's: "refused to endorse Marr" is no part of "endorsed Marr and Holt"."""

_COURTS: Final = frozenset("judge court courts justice justices panel tribunal".split())

_TITLED: Final = ORGANIZATION | ROLE
"""What a chooser is that is told by a word for a body or an office, rather than by a name."""

_MEANT: Final = frozenset({"chose to", "chose doing", "did", "would"})
"""Rules by which somebody himself means to do, or calls for, what he is told to propose."""

_JUST: Final = 0.01
"""By how much one deed that is told again soon is the same: less than by its words."""
SOON: Final = 3
"""How many sentences on what was asked for is answered, or a headline is told anew, a byline aside."""


def gather(tellings: list[Told]) -> list[Choice]:
    """One choice for all tellings (in the order of the text) that share what is chosen."""
    choices: list[Choice] = []
    by_stem: dict[str, list[Choice]] = defaultdict(list)
    latest: Choice | None = None
    for told in tellings:
        if _is_reaction(told, choices):
            continue
        if latest is not None and _is_told_again(told, latest):
            latest.add(told._replace(telling=told.telling._replace(rule="outcome")))
            continue
        if told.is_answer:
            if _answer(told, choices, latest) or told.telling.rule != "outcome":
                continue
        if told.stems:
            latest = latest if latest and _grounds(told, latest) else _same_choice(told, by_stem)
            if latest is not None:
                latest.add(told)
                continue
            latest = Choice([told])
            choices.append(latest)
            for stem in told.stems:
                by_stem[stem].append(latest)
    return choices


def _is_reaction(told: Told, choices: list[Choice]) -> bool:
    """Whether somebody is but for or against what was told: "signed a deal. … The union **opposed the pact**"."""
    return told.telling.label_words[0] in _STANDING and bool(choices) and _points_to(told, choices[-4:])


def _is_told_again(told: Told, latest: Choice) -> bool:
    """Whether a choice is told by a noun for it: "The board voted to arm guards. It **approved the plan**"."""
    telling, last = told.telling, latest.tellings[-1]
    shared = set(telling.actor_words).intersection(last.telling.actor_words)
    same = telling.by_pronoun or not shared <= ARTICLES
    made = telling.rule in ("did", "outcome") and telling.status is last.telling.status is Status.TAKEN
    return made and same and told.sentence - last.sentence <= SOON and _points_to(told, [latest])


def _points_to(told: Told, choices: list[Choice]) -> bool:
    """Whether a label is but a verb and a noun for what one of some choices is: "approved **the sale**", of selling."""
    words = told.telling.label_words
    if len(words) != 3 or words[1] not in _POINTING:
        return False
    noun = KIN_NOUNS.get(words[2])
    kin = any(noun in kin_of(each.telling.action_words) for choice in choices for each in choice.tellings)
    return kin or words[2] in _ANY_CHOICE


_STANDING: Final = UNDECIDED | forms_of("support back favor favour welcome")
_ANY_CHOICE: Final = frozenset("plan policy proposal measure decision move idea".split())
"""Nouns for whatever was chosen."""
_POINTING: Final = frozenset({"the", "this", "that"})


def _grounds(told: Told, latest: Choice) -> bool:
    """Whether a court tells why it chose what was just told: "A judge halted it. … She **ruled** that it was void".

    Or what that does: "A judge sided with Reed, **overturning** the ban", "overturned a **ruling** and upheld the ban".
    """
    last, telling = latest.tellings[-1], told.telling
    of_ruling = not {telling.label_words[-1], last.telling.label_words[-1]}.isdisjoint(MADE)
    goes_on = told.sentence == last.sentence and (telling.t.tag[telling.action[0]] & VERB_ING or of_ruling)
    if not (telling.rule == "ruled" or (telling.rule == "did" and goes_on)):
        return False
    if last.telling.rule != "did" or told.sentence - last.sentence > SOON:
        return False
    by_court = telling.by_pronoun or not _COURTS.isdisjoint(telling.actor_words)
    return by_court and not _COURTS.isdisjoint(last.telling.actor_words)


def _same_choice(told: Told, by_stem: dict[str, list[Choice]]) -> Choice | None:
    """The choice whose label shares most with a telling's, among the latest that share any stem."""
    best, most, stems = None, SAME, told.stems
    for shared in sorted(stems):
        for choice in by_stem.get(shared, ())[-8:]:
            first = choice.tellings[0].telling
            alike = told.telling.status is first.status
            part = _part(told, choice.tellings[0], alike=alike)
            near = told.sentence - choice.tellings[-1].sentence <= SOON
            if alike and near and part <= SAME and _is_same_deed(told, choice.tellings[0]):
                part = SAME + _JUST
            if part > most and not _are_others(told.telling, first):
                best, most = choice, part
    return best


def _part(one: Told, other: Told, *, alike: bool) -> float:
    """How much of what two choose is the same: of one act in two words ("shut", "closure of") only what is done to.

    Who leaves office does so in any words.
    """
    if one.act == other.act == LEAVE:
        return 1.0
    first, second = one.stems, other.stems
    if one.act != other.act and one.nouns.isdisjoint(other.nouns) and (_is_by_act(one) or _is_by_act(other)):
        return 0.0
    if one.act != other.act and not one.nouns.isdisjoint(other.nouns) and min(len(first), len(second)) > 1:
        first, second = first - {one.act}, second - {other.act}
    alike = alike or _is_told_further(one.telling, other.telling) or _is_refused(one.telling, other.telling)
    return len(first & second) / (min if alike else max)(len(first), len(second))


def _is_same_deed(one: Told, other: Told) -> bool:
    """Whether two tellings are of one act of one actor on one thing: "The port halts work", "suspended all work"."""
    t, verb, another = other.telling.t, _verb_of(one.telling), _verb_of(other.telling)
    if t.tag[t.sentences[other.telling.sentence][1] - 1] & WORD:
        return False  # a headline, which no stop ends, is joined later
    if (verb is None or verb != another) and one.nouns.isdisjoint(other.nouns):
        return False
    verbs = {stem(word) for word in (verb, another, one.act, other.act) if word}
    names: list[set[str]] = []
    actors: list[set[str]] = []
    for telling in (one.telling, other.telling):
        names.append({telling.t.lower[i] for i in range(*telling.label) if telling.t.tag[i] & CAPITAL})
        actors.append(set() if telling.by_pronoun else set(telling.actor_words).difference(ARTICLES))
    same = actors[0] <= actors[1] or actors[1] <= actors[0]
    return (
        same and not (all(names) and names[0].isdisjoint(names[1])) and not one.stems & other.stems <= verbs
    )


def _is_by_act(told: Told) -> bool:
    """Whether a verb too short for a stem tells apart what is done to a thing: "**sue** the panel"."""
    return len(told.stems) == 1 and is_short(told.act) and told.act == told.telling.label_words[0]


def _is_refused(one: Telling, other: Telling) -> bool:
    """Whether one refuses in a word what the other asks of him: "asked Marr to sell it. … Marr refused **to sell**"."""
    lone = one.status is Status.DECLINED and other.status is Status.PROPOSED and len(one.label_words) == 1
    same = one.label_words[0] == other.label_words[0]
    return lone and same and one.actor_words[-1:] == other.actor_words[-1:]


def _is_told_further(one: Telling, other: Telling) -> bool:
    """Whether of two labels one but tells more of the same: "a night ferry", "a night ferry **to Holt**"."""
    short, long = sorted((one.label_words, other.label_words), key=len)
    end = len(short)
    further = long[end : end + 1] in (["to"], ["for"], ["in"], ["at"], ["on"])
    return further and end > 1 and short == long[:end]


def _are_others(one: Telling, other: Telling) -> bool:
    """Whether two tellings are of different choices: "**Marr** quit. … **Holt** resigned."."""
    if _are_named_otherwise(one, other):
        return True
    if {one.status, other.status} == {Status.TAKEN, Status.DECLINED}:
        return _are_called_otherwise(one, other)
    if "went" not in (one.rule, other.rule):
        return False
    named = [each for each in (one, other) if each.actor_tags & (CAPITAL | SUBJECT | _TITLED) == CAPITAL]
    return len({telling.actor_words[-1] for telling in named}) > 1


def _are_named_otherwise(one: Telling, other: Telling) -> bool:
    """Whether what two choose ends with other names: "endorsed **Tom Reed**", "endorsed **Ida Holt**"."""
    names = []
    for telling in (one, other):
        t, (first, last) = telling.t, telling.label
        if not t.tag[last - 1] & CAPITAL or t.tag[first] & CAPITAL:  # no name, or title case
            return False
        named = {t.lower[i] for i in range(first, last) if t.tag[i] & CAPITAL}.difference(telling.actor_words)
        # "the president of **Mexico**", "**Mexican** President Ann Marr"
        names.append({stem(name) for name in named})
    return bool(names[0] and names[1]) and names[0].isdisjoint(names[1])  # not "the backing of **Tom Reed**"


def _are_called_otherwise(one: Telling, other: Telling) -> bool:
    """Whether two choose that are called by other words: "**The council** approved it. **The panel** refused it."."""
    if not (one.actor_tags & _TITLED and other.actor_tags & _TITLED):
        return False
    return ARTICLES.issuperset(set(one.actor_words).intersection(other.actor_words))


def _answer(told: Told, choices: list[Choice], latest: Choice | None) -> bool:
    """Give an answer to what was asked for shortly before: "refused", or "refused it", of the choice told last.

    Who only "opposes it" leaves it as it stands. Says whether there was anything to answer.
    """
    if latest is None:
        return False
    if told.telling.rule == "answered it":
        asked = [latest] if told.follows(latest.tellings[-1]) else []
    else:
        asked = [latest, *reversed(choices[-4:])]
    for choice in asked:
        last = choice.tellings[-1]
        near = told.sentence - last.sentence <= SOON
        asked_for = last.telling.status is Status.PROPOSED
        if near and asked_for:
            if told.telling.label_words[0] not in UNDECIDED:
                choice.add(_as_answer(told, last))
            return True
    return False


def _as_answer(told: Told, asked: Told) -> Told:
    """An answer by what "it" is there: who vowed to veto a bill and "signed **it**" has not vetoed it."""
    object_told = frames_of(asked.telling.label_words[0]).get("object")
    if told.telling.rule != "answered it" or not object_told or object_told.status is not Status.DECLINED:
        return told
    status = Status.TAKEN if told.telling.status is Status.DECLINED else Status.DECLINED
    return told._replace(telling=told.telling._replace(status=status))


def join_headlines(choices: list[Choice], title_end: int) -> None:
    """Give what only the headline tells to the choice that the article then tells in other words.

    "Board spurns third Marr bid", of "The board on Monday rejected an offer of $2 billion from Marr".
    """
    headlines = [choice for choice in choices if choice.tellings[-1].label.start < title_end]
    firsts = [choice.tellings[0] for choice in choices]
    lead = min([told.sentence for told in firsts if told.label.start >= title_end], default=0)
    for headline in headlines:
        stems, status = headline.stems, headline.final.telling.status
        for choice in choices:
            told, title = choice.tellings[0], headline.tellings[0].telling
            if told.label.start < title_end or _are_others(title, told.telling):
                continue
            by_verb = _leads_alike(headline.tellings[0], told)
            shared = len((stems - PARTICLES) & told.words)
            # what is turned down in the lead, or done by the same one, may be told in quite other words
            leads, statuses = told.sentence == lead, {told.telling.status, status}
            again = leads and title.actor and title.actor_words[-1:] == told.telling.actor_words[-1:]
            enough = 1 if again or (leads and status is Status.DECLINED) else len(stems) / 2
            planned = by_verb and statuses == {Status.PROPOSED, Status.TAKEN}
            stands_so = len(statuses) == 1 or (again and Status.PROPOSED not in statuses)
            if planned or (stands_so and (by_verb or shared >= enough)):
                choice.add(headline.tellings[0])
                choices.remove(headline)
                break


def _leads_alike(headline: Told, told: Told) -> bool:
    """Whether the first sentence tells what the headline does: "Governor **vetoes** plan", of "vetoed", "the veto".

    Not of another who is named: "Holt sells mill", of "Marr sold the pier".
    """
    title, lead = headline.telling, told.telling
    verb = _verb_of(title)
    if verb is None or told.sentence - headline.sentence > SOON:
        return False
    kin = title.status is lead.status and not headline.nouns.isdisjoint(told.nouns)
    if verb != _verb_of(lead) and not kin:
        return False  # "**scraps** route", of "is to **axe** it"
    if title.actor is None or title.actor_tags & (_TITLED | PEOPLE):
        return True
    return not set(title.actor_words).isdisjoint(lead.actor_words)


def _verb_of(telling: Telling) -> str | None:
    """The verb that tells a choice: "veto", of "has **vetoed** a levy"."""
    return next((DECISION_VERBS[word].lemma for word in telling.action_words if word in DECISION_VERBS), None)


def part_by_actor(choice: Choice, names_in: Callable[[Told], frozenset[str]], title_end: int) -> list[Choice]:
    """A choice by each who made one alike, as far as they are told by names that share no word.

    "**Holt** froze its fares in May. … **Marr Lines** has frozen fares, too." Who but asked for what others then
    chose has no choice of his own, nor has a name that only the headline gives.
    """
    tellings = choice.tellings
    if len(tellings) == 1:
        return [choice]
    asked = all(told.telling.status is Status.PROPOSED for told in tellings)
    alike = [told for told in tellings if asked or told.telling.status is not Status.PROPOSED]
    actors = {" ".join(told.telling.actor_words) for told in alike if told.telling.actor}
    if len(actors) < 2:
        return [choice]
    parts: list[list[int]] = [[]]
    part_of: dict[str, int] = {}  # by each name
    statuses: set[Status] = set()
    at = 0
    for number, told in sorted(enumerate(tellings), key=lambda each: each[1].label.start < title_end):
        status = told.telling.status
        names = names_in(told)
        own = [part_of[name] for name in names if name in part_of]
        if own:
            at = min(own)
        elif told.label.start < title_end:  # a headline, looked at last
            at, names = 0, frozenset()
        elif names:
            meant = status is not Status.PROPOSED or (asked and told.telling.rule in _MEANT)
            at = len(parts) if meant and status in statuses else 0
        if at == len(parts):
            parts.append([])
        if names:
            statuses.add(status)
            part_of.update([(name, part_of.get(name, at)) for name in names])
        parts[at].append(number)
    return [Choice([tellings[number] for number in sorted(part)]) for part in parts]
