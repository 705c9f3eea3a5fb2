"""Whom the actor of a telling stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    AUXILIARY,
    CAPITAL,
    DETERMINER,
    FINITE,
    NOUN,
    NUMBER,
    OPENS_NOUN,
    ORGANIZATION,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    ROLE,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    forms_of,
)
from claimcli.lexicon.decision_words import HEADS
from claimcli.lexicon.names import given_names, persons
from claimcli.model import Speaker, SpeakerType, Status
from claimcli.parser.attribution import Attribution
from claimcli.parser.decisions.antecedents import actor_before, acts_with, core_of
from claimcli.parser.decisions.choices import Choice, Told
from claimcli.parser.decisions.choosers import (
    LAWS,
    can_act,
    is_part,
    names_no_chooser,
    somebody_in,
    tags_of,
    without_count,
    without_participle,
)
from claimcli.parser.decisions.courses import head_words, phrase_at
from claimcli.parser.decisions.owners import LED, named_for, owner_of
from claimcli.parser.decisions.sentence import ASKING_RULES, FAR, Range, Sentence, Telling
from claimcli.parser.decisions.subjects import main_subject
from claimcli.parser.grammar import A_OR_AN, REACH
from claimcli.parser.speakers.naming.spelling import composed
from claimcli.parser.speakers.phrase import LEAD
from claimcli.parser.stems import plain, stem, stems_in
from claimcli.parser.text import Tokens

if TYPE_CHECKING:
    from claimcli.parser.speakers import Speakers

_I: Final = frozenset({"i", "my", "me"})
_WE: Final = frozenset({"we", "our", "us"})
_CALLED: Final = {
    short: full
    for full, shorts in (
        ("United States", ("United States", "U.S.", "US", "U.S.A.", "USA")),
        ("United Kingdom", ("United Kingdom", "U.K.", "UK")),
        ("United Nations", ("United Nations", "U.N.", "UN")),
        ("European Union", ("European Union", "E.U.", "EU")),
        ("House", ("House",)),  # not the White House
        ("Republican Party", ("GOP", "G.O.P.")),
        ("Justice Department", ("DOJ", "Department of Justice")),
        ("Department of Homeland Security", ("DHS", "Homeland Security Department")),
    )
    for short in shorts
}
"""States, their unions and parts of a government by what they are called for short where the article has both."""
_PLACES: Final = frozenset("city cities town towns village villages state states county counties".split())
_BODIES: Final = _PLACES.union(
    "group organization company firm agency union guild club bank airline party".split()
)
"""What somebody calls the body that he is of: "**her group** will march"."""
_BY_WHO_ACTS: Final = frozenset({"did", "chose to", "chose doing", "choice of", "choice to"})
"""Rules by which whoever acts in the clause chooses, where no chooser is told."""
_MAKING_LAWS: Final = forms_of(
    "make sign pass enact adopt approve issue impose introduce draft write propose implement order strike reach"
    " defend"
)
"""Verbs whose subject does what the law does that they name: "**signed** a bill that bans it", beside "upheld"."""
_RULINGS: Final = frozenset("ruling rulings decision decisions verdict judgment judgement".split())
_COURTS: Final = frozenset("court courts judge judges justice justices tribunal".split())
"""Who rules."""
_OTHERS: Final = frozenset({"him", "her", "them", "it"})
"""Pronouns of whom another asks."""
_BY_PLACE: Final = frozenset({"role: the person just named", "role: the person called again"})
"""Rules by which an office is of whoever was told of last, though nothing else tells so."""
_ACTED_NEAR: Final = frozenset({"the body that acted last", "the only body near"})
"""Rules by which a body is the one that was told of last."""
_LED_BY_NAMES: Final = frozenset({"administration", "campaign", "team", "camp", "pac"})
"""Words for bodies that are called by whose they are."""
_SMALL: Final = frozenset("abcdefghijklmnopqrstuvwxyz,")
"""What stands before the blank that leads a word within a sentence."""
_PRONOUNS: Final = frozenset("he she it they him her them his its their who which that".split())


class Actors:
    """Resolves actors as speakers are; within a quotation "I" and "we" are whoever speaks there."""

    def __init__(
        self, t: Tokens, people: Speakers, found: list[Attribution], speakers: list[Speaker | None]
    ) -> None:
        self._t = t
        self._people = people
        self._speakers = speakers
        pieces = [
            (t.start[first], t.end[last - 1], n) for n, a in enumerate(found) for first, last in a.content
        ]
        self._spoken = sorted(pieces)  # where each claim's content stands (character offsets), and its index
        self._known = {speaker.name: speaker for speaker in speakers if speaker is not None}
        self._found: dict[tuple[str, bool], bool] = {}  # what ``_has`` has answered

    def names_in(self, told: Told) -> frozenset[str]:
        """The names of who chooses where it is told, and of his office: stems of words with a capital, no titles."""
        name = self._name_in(told) if told.telling.actor is not None else None
        if name is None or not (name[0].isupper() and name.split()[-1][0].isupper()):
            return frozenset()
        known = self._known.get(name)
        called = " ".join([name, *known.aliases, known.role or ""]) if known else name
        words = called.replace("’s ", " ").replace("'s ", " ").split()
        capitals = [word.lower() for word in words if word[0].isupper()]
        return frozenset([stem(word) for word in capitals if not tags_of(word) & ROLE])

    def name_of(self, choice: Choice) -> str | None:
        """Who chooses, by a name that any telling of the same status gives: "NATO" rather than "alliance"."""
        final = choice.final
        first, described = "", final
        tellings = choice.of_its_status
        if final.is_answer:
            asked = [told for told in choice.tellings if told.telling.rule == "asked"]
            pronoun = _only_word(final.telling.t, final.telling.actor) in _PRONOUNS
            whom = self._name_in(asked[-1]) if pronoun and asked else None
            if whom:
                return whom  # "asked **the board** to sell it, but it refused"
            tellings = [*tellings, *asked]
        for told in tellings:
            name = self._in_lower_case(self._name_in(told) or "")
            asks = final.telling.rule == "asked" and told.telling.rule == "did"  # not who is asked
            if name and _is_name(name) and not (first and (asks or self._are_others(described, told))):
                return name
            if name and not first:
                first, described = name, told
        rule, planned = final.telling.rule, final.telling.status is Status.PROPOSED
        if final.telling.actor is None and (rule == "should be done" or (rule == "asked" and planned)):
            # "a clerk said that **the union** asked that Reed be freed"
            asker = None if final.quoted else self._asker_of(final.telling)
            voice = asker if asker and not names_no_chooser(asker.name) else self._voice_at(final.label.start)
            if voice and voice.type is SpeakerType.DOCUMENT:  # "**Marr**’s letter", "a report"
                return voice.name.partition("’s ")[0] if "’s " in voice.name else None
            return voice.name if voice else None
        return first or self._in_lower_case(self._acting_in(final) or "") or None

    def _in_lower_case(self, name: str) -> str:
        """A description without the capital that a sentence gives it: "**Nurses** struck", "**Rail regulator** fines".

        What has its capital within a sentence, too, is a name: "The **Giants** quit"; in a line of capitals, what ends
        in no word of the text, or one for somebody, may be: "**HOLT** OPENS OVEN", no "**BREAD** OPENS EASIER".
        No thing is one that but opens a sentence: "**Emails** found in May forced him out".
        """
        opens, _, rest = name.partition(" ")
        if not name or self._has(opens, within=True):  # "the **UN**", beside "Bo-un"
            return name
        last = name.split()[-1].lower() if name.isupper() else ""
        # "BAKERS **DOWNPLAY** PLANNED BAN"
        verb = bool(last) and tags_of(last) & (VERB_BASE | NOUN) == VERB_BASE
        if last and not can_act(last, tags_of(last)) and (verb or self._has(last)):
            return ""
        first, then = opens.lower(), rest.split(" ")[0]
        if opens != opens.capitalize() or not self._has(first):
            return name
        told_of = then.islower() and then != "than" and tags_of(then) & (PREPOSITION | VERB_PARTICIPLE)
        if (told_of or not then) and not (can_act(first, tags_of(first)) or is_part(first, tags_of(first))):
            return ""
        return name[0].lower() + name[1:] if name[1:].islower() else name

    def _has(self, word: str, within: bool = False) -> bool:
        """Whether the text has a word as it is written; ``within`` a sentence, behind a small letter or a comma."""
        if (word, within) not in self._found:
            self._found[word, within] = self._finds(word, within)
        return self._found[word, within]

    def _finds(self, word: str, within: bool) -> bool:
        text, led = self._t.text, " " + word
        at = text.find(led)
        while at >= 0:
            if not text[at + len(led) : at + len(led) + 1].isalnum() and (
                not within or text[at - 1] in _SMALL
            ):
                return True
            at = text.find(led, at + 1)
        return not within and bool(re.search(rf"\b{re.escape(word)}\b", text))

    def _are_others(self, *tellings: Told) -> bool:
        """Whether who is named where a choice is told again is not who is described: no man is "the **group**"."""
        are_people = set()
        for told in tellings:
            t, given = told.telling.t, told.telling.actor
            actor = somebody_in(t, given) if given and not told.quoted else None
            speaker = self._people.speaker_of(*without_count(t, actor))[0] if actor else None
            are_people.add(speaker.type is SpeakerType.PERSON if speaker else None)
        return are_people == {True, False}

    def _acting_in(self, told: Told) -> str | None:
        """Who acts in the clause of a choice that is told without a chooser, or of a thing: the nearest subject."""
        telling = told.telling
        t, given = telling.t, telling.actor
        lone = _only_word(t, given) and telling.actor_tags & (DETERMINER | NUMBER | PRONOUN)
        if telling.rule not in _BY_WHO_ACTS or lone or (given is not None and somebody_in(t, given)):
            return None
        s = Sentence(t, telling.sentence)
        law = t.find(LAWS, *given, 0) if given is not None else 0
        court = _court_before(t, telling.sentence, law + 1) if law and t.lower[law] in _RULINGS else None
        if court is not None:
            return self._name_of_other(told, court)
        if given is not None and law:
            made = s.has(_MAKING_LAWS, max(s.first, given[0] - REACH), given[0])
            if not made or s.word(given[0] - 1) == "down":  # "struck **down** | a law that bans it"
                return _place_of_law(s, given[0], law)
        at, noun = telling.action[0], telling.rule in ("choice of", "choice to")
        return self._name_of_other(told, acts_with(s, at, asks=False) if noun else actor_before(s, at))

    def _name_of_other(self, told: Told, actor: Range | None) -> str | None:
        """The name of who chooses, if he is another than the telling has."""
        return self._name_in(told._replace(telling=told.telling._replace(actor=actor)))

    def _name_in(self, told: Told) -> str | None:
        """The resolved name of who chooses where it is told, or none; no name of nobody: "**no judge** would"."""
        t, actor = told.telling.t, told.telling.actor
        if actor is not None and t.lower[actor[0]] in ("no", "none", "nobody"):
            return None
        if t.tag[told.telling.action[0]] & VERB_ING and t.word(told.telling.action[0] - 1) == "that":
            return None  # "Marr said that **closing** the docks would be hard": whoever does it
        actor = somebody_in(t, actor) if actor else None
        if actor is None:
            return None
        name = _without_the(t.words(*actor))
        called = _CALLED.get(name, "")
        if called and (called in t.text or called.startswith(("United ", "European "))):
            return called if called in t.text else name  # "U.S." is no "U.S. Consulate"
        word = _only_word(t, actor)
        if word in _I or word in _WE:
            voice = self._voice_at(told.label.start)
            if voice is not None:
                return (word in _WE and _body_in_role(voice)) or voice.name
        if not told.quoted:
            return self._meant(told, actor)
        if t.tag[actor[1] - 1] & CAPITAL and word not in _PRONOUNS:
            return self._fullest(name)
        return None if word else name

    def _meant(self, told: Told, actor: Range) -> str | None:
        """The name of whom a phrase of the article's own words stands for, if it is somebody who can choose."""
        t = told.telling.t
        actor = whole = without_count(t, actor)
        speaker, rule = self._people.speaker_of(*actor)
        names = (speaker.name, *speaker.aliases) if speaker else ()
        if any(t.words(*actor).endswith(" " + name) for name in names):
            actor = without_participle(t, whole)  # "the club backing **Ann Marr**" is not she
            speaker, rule = self._people.speaker_of(*actor)
        words = _without_the(t.words(*actor))
        if speaker is None:
            return None
        another = rule in _ACTED_NEAR and " " in words  # "the Arran firm" may be no firm that was told of
        if another or (rule in _BY_PLACE and not _may_hold(t.lower[actor[1] - 1], speaker)):
            return words
        if _only_word(t, actor) in _PRONOUNS:
            addressed = t.lower[actor[0]] in _OTHERS and t.tag[actor[0] - 1] & VERB_ING
            whom = addressed and Sentence(t, told.telling.sentence).phrase_before(actor[0] - 1)
            if whom and somebody_in(t, whom) == whom:
                return self._meant(told, whom)  # "wrote to **the minister** asking her to"
            asker = self._asker_of(told.telling) if t.lower[actor[0]] in _OTHERS else None
            asks_himself = asker is not None and asker.name == speaker.name  # "Marr told **her** to rest"
            if names_no_chooser(speaker.name) or asks_himself:
                return None
        elif not t.tag[actor[1] - 1] & CAPITAL:
            person, many = speaker.type is SpeakerType.PERSON, t.tag[actor[1] - 1] & PLURAL
            voice = self._voice_at(t.start[actor[0]]) if person else None
            voice = voice or (self._asker_of(told.telling) if person or many else None)
            if voice is not None and voice.name == speaker.name:  # "Marr thinks **the chancellor** should"
                return words
        named = self._own_firm(t, actor) or (self._compound(t, actor) if actor == whole else None)
        named = named or self._named_next(t, told, actor)
        return named or spoken_by(speaker) or _fitting(t.words(*actor), speaker)

    def _own_firm(self, t: Tokens, actor: Range) -> str | None:
        """The body or place that somebody heads: "Ann Marr, head of **Holt Lines**, said **her firm**"."""
        first, last = actor
        if last - first != 2 or t.lower[first] not in ("his", "her") or t.lower[first + 1] not in _BODIES:
            return None
        owner, _ = self._people.speaker_of(first, first + 1)
        office, _, body = ((owner and owner.role) or "").partition(" of ")
        if owner is None or office.endswith(("mayor", "governor")) != (t.lower[first + 1] in _PLACES):
            return None  # "the mayor of **Arra** said her firm"
        body = _without_the(body)
        return body if body[:1].isupper() else _body_in_role(owner)

    def _compound(self, t: Tokens, actor: Range) -> str | None:
        """The one body whose name leads the word for it elsewhere: "the administration", of "the Marr administration".

        None where the article tells of several: "the Marr campaign", "Holt’s campaign".
        """
        last = actor[1] - 1
        if t.lower[last] not in _LED_BY_NAMES or t.word(last - 1 - (t.word(last - 1) == "super")) != "the":
            return None
        led = rf"(?<![\w-])([A-Z][\w-]+ )?([A-Z][\w-]+)(?:['’]s?)? ((?i:{t.lower[last]}))\b"
        found = re.findall(led, self._t.text)
        names = [each for each in found if not (each[1] == "Super" or tags_of(each[1].lower()) & OPENS_NOUN)]
        if len({name for _, name, _ in names}) != 1:
            return None
        more, name, word = min(names, key=lambda each: each[2][0].isupper())
        return f"{more}{name} {word}" if word[0].isupper() else f"{name} {word}"

    def _named_next(self, t: Tokens, told: Told, actor: Range) -> str | None:
        """The body that opens the next sentence, if it does the same: "**A brewer** will sell. | **Holt Ale** sells".

        So where an article begins, and of no body told of before.
        """
        number = told.telling.sentence + 1
        if t.lower[actor[0]] not in A_OR_AN or not 1 <= number <= min(LEAD, len(t.sentences) - 1):
            return None
        first, last = t.sentences[number]
        first += t.lower[first] == "the"
        end = next((i for i in range(first, last) if not t.tag[i] & CAPITAL), first)
        if end == first or not t.tag[end] & (FINITE | AUXILIARY):
            return None
        said = plain(t.words(end, last))
        kin = t.lower[actor[1] - 1] in t.lower[first:end] or told.stems & stems_in(said, 0, len(said))
        speaker = self._people.speaker_of(first, end)[0] if kin else None
        return speaker.name if speaker and speaker.type is SpeakerType.ORGANIZATION else None

    def _asker_of(self, telling: Telling) -> Speaker | None:
        """Who asks another for a choice, whom he is not: "**Marr** suggested the mayor quit"."""
        if telling.rule not in ASKING_RULES or telling.status is not Status.PROPOSED:
            return None
        s, at = Sentence(telling.t, telling.sentence), telling.action[0]
        asker: Range | None = None
        if s.word(at - 1) == "," and s.tag[at] & VERB_ING:  # "**Marr** met the clerks, asking them to"
            asker = main_subject(s, at)
        elif s.tag[at] & (FINITE | AUXILIARY) and not s.tag[at] & NOUN:  # not "calls for **her** to go"
            asker = actor_before(s, at + 1)
        return self._people.speaker_of(*asker)[0] if asker else None

    def _fullest(self, name: str) -> str:
        """A name by the fullest form of it that a speaker of the article has."""
        words = set(name.split())
        for s in self._speakers:
            if s and (name in s.aliases or words.issubset(s.name.split())):
                return s.name
        return name

    def _voice_at(self, offset: int) -> Speaker | None:
        """Who speaks at an offset, if anybody does: by the claim that begins last before it."""
        at = bisect_right(self._spoken, (offset, 1 << 62, 0)) - 1
        return None if at < 0 or self._spoken[at][1] < offset else self._speakers[self._spoken[at][2]]


def _court_before(t: Tokens, number: int, stop: int) -> Range | None:
    """Whose a ruling is that was told last: "a **Holm Court** ruling", "**the judge** ruled … The decision bans it"."""
    for each in range(number, max(number - FAR, -1), -1):
        s = Sentence(t, each)
        for i in range(min(stop, s.last) - 1, s.first - 1, -1):
            if s.lower[i] in _RULINGS:
                ruler = owner_of(s, i) or named_for(s, i) or (s.word(i + 1) == "of" and phrase_at(s, i + 2))
            else:
                ruler = core_of(s.subject_of_verb(i)) if s.lower[i] in ("ruled", "rules") else None
            if ruler and s.has(_COURTS, *head_words(s, ruler)):
                return ruler
    return None


def _place_of_law(s: Sentence, first: int, law: int) -> str | None:
    """The place whose law is told at ``law``, of nobody who made it: "upheld an **Ohio** law that bans it".

    Or the one that is a side in the case: "sided with the state of **Ohio** to uphold a law that bans it".
    """
    end, of = law, s.find_back({"of"}, first - 1, max(s.first, first - REACH))
    opens = next((i for i in range(law, first, -1) if not s.tag[i - 1] & CAPITAL), first)
    if opens == law and of and s.lower[of - 1] in _PLACES and s.word(of - 3) in ("with", "against"):
        opens = of + 1
        end = next((i for i in range(opens, first) if not s.tag[i] & CAPITAL), first)
    named = s.t.words(opens, end)
    return named if _is_known_place(named) else None


def _is_known_place(name: str) -> bool:
    """Whether a name is of a place that a public list has."""
    return name.lower().replace(" ", "-") in persons().places


def _without_the(words: str) -> str:
    """A name or a description without its article, spelled as names are; "Reed" of "Reed-led"."""
    whose, _, how = words.rpartition("-")
    return composed((whose if how in LED else words).removeprefix("the ").removeprefix("The ").lstrip())


def _is_name(words: str) -> bool:
    """Whether words are a name: "Ann Marr", beside "Half of the board", "Romanian hacker" and "her aunt"."""
    opens, _, rest = words.partition(" ")
    counts = rest[:1].islower() and is_part(opens.lower(), tags_of(opens.lower()))
    of_place = _is_known_place(opens) and rest.split(" of ")[0].islower()
    return words[0].isupper() and not counts and not of_place


def _may_hold(noun: str, speaker: Speaker) -> bool:
    """Whether an office may be somebody’s of whom another is told: "the **senator**" is no "ambassador to Norway"."""
    known = persons()
    if not speaker.role or (known.role(noun) not in known.offices and known.role(noun) != "candidate"):
        return True
    told = [known.role(word.strip(".,")) for word in speaker.role.lower().split()]
    return not set(known.heads(noun)).isdisjoint(told)


def _only_word(t: Tokens, actor: Range | None) -> str:
    """The word of an actor that is but one, such as a pronoun: "asked the mayor to resign. **She** refused"."""
    return t.lower[actor[0]] if actor is not None and actor[1] - actor[0] == 1 else ""


def _fitting(words: str, speaker: Speaker) -> str:
    """The name of whom words stand for: by no longer name of somebody else, a place by its name alone.

    "The Senate" is no "Senate Guard", but "Holt" is "Holt Motors"; "the city of Arra" is "Arra".
    """
    name, plain = speaker.name, _without_the(words)
    if words.rpartition("-")[2] in LED:
        return plain
    if name[0].isupper():  # not "governor’s office"
        name = name.removesuffix("’s office")
    kind, _, place = name.partition(" of ")
    if kind in _PLACES and place[:1].isupper():
        return place
    person = speaker.role or name.split()[0].lower() in given_names()
    within = plain in name.split()[1:]
    if within and (plain.isupper() or (_is_known_place(plain) and not person)):
        return plain  # no "Daily Norway", no "German NATO"
    begins = speaker.type is not SpeakerType.PERSON and name.startswith(plain + " ")
    return plain if begins and (plain != words or plain not in speaker.aliases) else name


def spoken_by(speaker: Speaker) -> str | None:
    """For whom somebody speaks, who chooses nothing himself: "spokesman for Holt Lines", "Holt Lines spokesman"."""
    for told in (speaker.name, speaker.role or ""):
        before, spokes, after = told.partition("spokes")
        if spokes and " for " in after:
            return _without_the(after.partition(" for ")[2])
        if spokes:
            return before.removesuffix("’s ").removesuffix("'s ").strip()
    return None


def _body_in_role(speaker: Speaker) -> str | None:
    """For whom a speaker says "we", by the role: whose it is, the body that he heads, one named by an acronym.

    "the **Holt Council**’s director"; "chief executive of **Holt Lines**"; "**NATO** Secretary General".
    """
    role = (speaker.role or "").replace("'s ", "’s ")
    owner, owns, _ = role.partition("’s ")
    if owns and owner and tags_of(owner.split()[-1].lower()) & ORGANIZATION:
        return _without_the(owner)
    office, of, body = role.partition(" of ")
    if not HEADS.isdisjoint(office.lower().split()[-1:]):
        names = takewhile(lambda word: word[0].isupper() and not tags_of(word.lower()) & ROLE, office.split())
        body = body if of else " ".join(names)
        if body[:1].isupper() and (of or " " in body):
            return _without_the(body)
    acronyms = [word for word in role.split() if len(word) > 2 and word.isalpha() and word.isupper()]
    return acronyms[0] if acronyms and acronyms[0] != "CEO" else spoken_by(speaker)
