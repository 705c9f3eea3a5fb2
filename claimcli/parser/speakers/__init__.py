"""Mentions to speakers: names, roles, pronouns, groups.

The register gathers the article's names (``naming``): where they stand, which are people's, what stands beside
them. Then one walk through the text, from event to event (a name, a pronoun, the mention of a claim), decides whom
each stands for, by the rules of ``by_name``, ``descriptions`` and ``pronouns``.
"""

from __future__ import annotations

from claimcli.lexicon import DETERMINER, OBJECT, SUBJECT
from claimcli.model import Speaker
from claimcli.parser.attribution import Attribution
from claimcli.parser.attribution.nested import Nested
from claimcli.parser.speakers.heads import head_of, type_of
from claimcli.parser.speakers.phrase import Phrase
from claimcli.parser.speakers.pronouns.they import they
from claimcli.parser.speakers.walk import Walk
from claimcli.parser.text import Layout, Tokens


class Speakers:
    """Whom the mentions of one article stand for: ``resolve``, then ``speaker_of`` at will."""

    def __init__(self, t: Tokens, layout: Layout) -> None:
        self._walk = Walk(t, layout)

    def resolve(self, found: list[Attribution]) -> list[Speaker | None]:
        """The speaker of each attribution, in order; adds the name of the rule to its ``rules``."""
        speakers: list[Speaker | None] = []
        speaker = self._walk.register.speaker
        for a, (entity, rule) in zip(found, self._walk.through(found), strict=True):
            if rule:
                a.rules.append(rule)
            speakers.append(speaker(entity) if entity else None)
        return speakers

    def speaker_of(self, first: int, last: int) -> tuple[Speaker | None, str]:
        """The speaker whom the tokens first..last stand for, and the name of the rule that found it."""
        walk = self._walk
        entity, rule = walk.by_name(walk.same.get((first, last)) or walk.meant(first, last, None))
        return (walk.register.speaker(entity) if entity else None), rule

    def release(self) -> None:
        """Part people from their mentions, which hold each other, so that all are freed at once when no more needed.

        Else they would wait for the garbage collector, which takes longer over them than many a stage over a text.
        """
        self._walk.release()

    def quoted(self, nested: Nested, teller: Speaker | None) -> Speaker | None:
        """The speaker of what ``teller`` quotes somebody else as saying.

        A name is its bearer’s, "I" the teller’s, "they" the last body’s; "my neighbour" stays as described.
        """
        t, register = nested.t, self._walk.register
        first, last = nested.attribution.core or nested.attribution.mention or (0, 0)
        head = head_of(t, first, last)
        if head is None or t.tag[head] & (SUBJECT | OBJECT):
            if t.lower[first:last] == ["i"]:
                return teller
            if t.lower[first:last] != ["they"]:
                return None
            at, w = nested.at, self._walk
            entity = they(w, Phrase(w.t, at, at + 1, at, w.sentence_of(at), None))[0]
            return register.speaker(entity) if entity else None
        return self._described(t, first, last, head)

    def _described(self, t: Tokens, first: int, last: int, head: int) -> Speaker | None:
        """Who is named or described within quoted words, by the tokens first..last of these."""
        register = self._walk.register
        named = register.known.named_in(t.words(first, last))
        if not named and last - first == 1:
            named = set(register.known.by_first.get(t.lower[first], []))
        if named:
            return register.speaker(named.pop()) if len(named) == 1 else None
        first += last - first > 1 and bool(t.tag[first] & DETERMINER)
        return Speaker(" ".join(t.words(first, last).split()), None, (), type_of(t, first, head))
