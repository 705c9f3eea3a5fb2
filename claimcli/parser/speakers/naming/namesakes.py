"""Which of several people of one name is meant."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from claimcli.lexicon.names import Gender, persons
from claimcli.parser.grammar import POSSESSIVE_MARKS
from claimcli.parser.speakers.clause import is_subject
from claimcli.parser.speakers.entity import Entity, Mention
from claimcli.parser.speakers.heads import is_somebodys_kin
from claimcli.parser.speakers.naming.titles import FORMERLY
from claimcli.parser.text import Tokens

_FEW: Final = 8  # mentions
_OFTEN: Final = 2  # mentions
_REACH: Final = 40  # tokens
_DEATHS: Final = {("found", "dead"), ("was", "killed"), ("was", "slain"), ("was", "murdered")}
_CLAUSE: Final = 8  # tokens: "…, 34, was found *dead*"
_NEAR: Final = 4  # sentences: how far back a namesake is the one meant by a bare surname


def the_one_meant(t: Tokens, name: Mention, namesakes: list[Entity], bare: bool) -> Entity:
    """Whom a name stands for that several bear: by the title, the age, else by who has acted last.

    ``bare`` is whether the article mostly leaves the title out: that is whom it is about.
    """
    end = min(t.sentences[name.sentence][1], name.last + _REACH)
    behind = list(pairwise(t.lower[name.last : end]))  # "*Reed* ran in the hall built under Tom Reed"
    namesakes = [one for one in namesakes if (one.words[0], one.words[-1]) not in behind] or namesakes
    namesakes = of_titles_gender(t, name, namesakes)
    if t.lower[name.title - 1] in ("younger", "elder"):
        namesakes = _of_age(t, name, namesakes)
    child = 18 if name.title < name.at else 13  # nobody speaks so of who is no older
    namesakes = [one for one in namesakes if not one.age or int(one.age) >= child] or namesakes
    titles = (word for word in t.lower[name.title : name.at] if word != ".")
    if all(word in persons().courtesy for word in titles):
        namesakes = [
            one for one in namesakes if not (_is_brought_in(t, one, namesakes) or _is_a_son(one, namesakes))
        ] or namesakes
        if bare:
            namesakes = [one for one in namesakes if not one.titled] or namesakes
    namesakes = [one for one in namesakes if not _is_called_by_first_name(one)] or namesakes
    return _nearest(t, name, namesakes)


def is_of_the_family(t: Tokens, name: Mention, only: Entity) -> bool:
    """Whether a title is no one’s of a surname who is named in full: "*Ms. Marr* ran. Her husband, Tom Marr, came"."""
    if not is_of_other_gender(t, name, only):
        return False
    titled = any(titles_gender(t, one) == only.gender for one in only.mentions[:_FEW])  # she is "Mrs. Marr"
    return titled or name.at < only.since


def is_of_other_gender(t: Tokens, name: Mention, bearer: Entity) -> bool:
    """Whether a title is no one's of a surname that one bearer has: "Mrs. Marr … *Mr.* Marr"."""
    told = titles_gender(t, name) if name.last - name.at == 1 else None
    return told is not None and bearer.gender not in (told, None)


def mattering(entity: Entity) -> tuple[int, int]:
    """How much somebody matters in an article about a family: "Mrs. Marr" tells most, then who is named first."""
    return -entity.titled, entity.since


def titles_gender(t: Tokens, name: Mention) -> Gender | None:
    """The gender that a title tells: "*Mr.* Marr", "*King* Otto"."""
    genders = [persons().gender.get(word) for word in t.lower[name.title : name.at]]
    return next((gender for gender in genders if gender), None)


def of_titles_gender(t: Tokens, name: Mention, namesakes: list[Entity]) -> list[Entity]:
    """Those of several people whom a name’s title fits: "Mrs. Marr", "King Marr"; all, where it tells nothing."""
    told = titles_gender(t, name)
    fitting = [one for one in namesakes if told is None or one.gender in (told, None)]
    return fitting or namesakes


def _is_brought_in(t: Tokens, entity: Entity, namesakes: list[Entity]) -> bool:
    """Whether somebody was named only once, as another’s kin: "Her husband, *Tom Marr*". "Marr" is then herself."""
    full = [name for name in entity.mentions[:_FEW] if name.last - name.at > 1]
    if len(full) != 1:
        return False
    former = t.lower[full[0].title] in FORMERLY  # "his sister, chief executive Ann Marr" matters by herself
    k = (full[0].title if former else full[0].at) - 1
    kin = k - (t.lower[k] == ",")
    owner = t.lower[t.find_back(POSSESSIVE_MARKS, kin - 1, kin - 3) - 1]
    by_first_name = any(owner == one.words[0] for one in namesakes)  # "*Ann’s* father" is "Mr Marr"
    return is_somebodys_kin(t, kin) and not by_first_name


def _is_a_son(entity: Entity, namesakes: list[Entity]) -> bool:
    """Whether somebody of the very same name is known before: "Tom Marr … Tom Marr Jr. … *Marr*" is the father."""
    return any(one.words == entity.words and one.since < entity.since for one in namesakes)


def _is_called_by_first_name(entity: Entity) -> bool:
    """Whether an article about a family calls somebody "Tom", and never "Marr"."""
    alone = [name.words for name in entity.mentions[-_FEW:] if name.last - name.at == 1]
    return alone.count(entity.words[:1]) >= _OFTEN and entity.words[-1:] not in alone


def _of_age(t: Tokens, name: Mention, namesakes: list[Entity]) -> list[Entity]:
    """ "The younger Mr. Marr": who is called Jr.; "the elder Mr. Marr": who is not."""
    younger, suffixes = t.lower[name.title - 1] == "younger", persons().suffixes - {"sr"}
    fitting = [
        one for one in namesakes if (one.name.lower().rstrip(".").rpartition(" ")[2] in suffixes) is younger
    ]
    return fitting or namesakes


def _nearest(t: Tokens, name: Mention, namesakes: list[Entity]) -> Entity:
    """Of several people of one name: the one who has just acted by the full name, else the one named first.

    A paper names each in full at first, and the one whom it is about by the surname from then on: "Ann Marr
    wants the dam. … Her brother, Tom Marr, objects. … Marr said": that is Ann, unless Tom acted just before.
    Not where he "*was found dead*", who says nothing more.
    """
    named_at = max(one.named_at for one in namesakes)
    latest = min((one for one in namesakes if one.named_at == named_at), key=_named_last)
    known = latest.mentions if latest.named_at >= 0 else []
    if known and _DEATHS & set(pairwise(t.lower[known[-1].last : known[-1].last + _CLAUSE])):
        namesakes = [one for one in namesakes if one is not latest] or namesakes
    elif known and name.sentence - latest.named_at <= _NEAR and is_subject(t, known[-1]):
        return latest
    return min(namesakes, key=mattering)


def _named_last(entity: Entity) -> int:
    """Where somebody stood last by the full name: of two in one sentence, its subject stands first."""
    full = (name.at for name in reversed(entity.mentions[-_FEW:]) if name.last - name.at > 1)
    return next(full, 0)
