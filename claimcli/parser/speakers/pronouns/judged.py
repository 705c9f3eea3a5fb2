"""Whose things another judges, punishes or asks to give up: "Reed criticized *Marr* for **her** plan"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcli.lexicon import ADVERB, FINITE, POSSESSIVE, TIME, forms_of
from claimcli.lexicon.decision_words import JUDGING
from claimcli.parser.grammar import noun_phrase_before
from claimcli.parser.speakers.entity import Entity
from claimcli.parser.speakers.phrase import Phrase

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

_JUDGMENTS: Final = frozenset(
    "criticism criticisms attack attacks assault assaults praise complaint complaints condemnation rebuke ridicule "
    "anger outrage fury angry furious mad upset out".split()  # "hit *out* at"
)
_TOWARDS: Final = frozenset({"on", "of", "at", "against", "with", "about"})
_DEEDS: Final = frozenset("refusal failure decision role vote votes handling conduct".split())
_PROMISES: Final = forms_of("promise")
_GIVING_UP: Final = frozenset("abandon drop explain reconsider release reverse withdraw".split())


def whom_judged(w: Walk, p: Phrase) -> Entity | None:
    """ "Reed criticized *Marr* for **her** plan", "an attack on *Ann Marr*, the mayor, over **her** plan".

    So is whom somebody does anything to "for her refusal", or asks "to drop her plan".
    """
    t, k, begin = w.t, p.first - 1, w.t.sentences[p.sentence][0]
    if not p.what & POSSESSIVE or k - begin < 2 or t.word(p.last) == "own":
        return None
    asked = t.lower[k] in _GIVING_UP and t.lower[k - 1] == "to"
    if not asked and t.lower[k] not in ("for", "over", "about"):
        return None
    behind = k - asked
    while behind > begin and (t.tag[behind - 1] & (ADVERB | TIME) or t.lower[behind - 1] == "on"):
        behind -= 1  # "criticized Marr | *on Monday* for"
    name = w.register.ending(behind)
    if name is None and t.lower[k - 1] == ",":
        names = [name for name in w.register.within(begin, k - 1) if t.word(name.last) == ","]
        name = names[-1] if names else None
    if name is None or name.modifier or name.title - begin < 2:
        return None
    before = name.title - 1
    asked = asked and t.lower[before] not in _PROMISES
    if t.lower[before] == "," and (phrase := noun_phrase_before(t, begin, before)):
        # "an attack *on* the city’s judge, Ann Marr"
        before = t.find_back(_TOWARDS, before - 1, phrase[0]) or phrase[0] - 1
    done = t.tag[before] & FINITE and t.lower[k] in ("for", "over")
    done = done and not _DEEDS.isdisjoint(t.lower[p.last : p.last + 2])
    towards = t.lower[before] in _TOWARDS and t.lower[before - 1] in _JUDGMENTS
    return name.entity if asked or done or towards or t.lower[before] in JUDGING else None
