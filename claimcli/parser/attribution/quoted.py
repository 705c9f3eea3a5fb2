"""Quotations that no known cue introduces: any verb beside one can tell who speaks.

"A footnote makes that clear: “…”", "“Mexico!” the audience screamed", "From Marr’s post: “…”". Only whole
utterances count; a word or a title in quotation marks is left alone.
"""

from __future__ import annotations

from claimcli.lexicon import AUXILIARY, CAPITAL, FINITE, NOUN, VERB_BASE, VERB_PAST
from claimcli.parser.attribution.extent import end_of_quote
from claimcli.parser.attribution.sentence import Sentence, ends_with_pause, lemma_of
from claimcli.parser.attribution.subjects import subject_of
from claimcli.parser.grammar import noun_phrase_before, phrase_end, verb_group
from claimcli.parser.text import Tokens

_LEAST = 12
"""Characters of the shortest quotation that is taken for an utterance: shorter ones are terms and titles."""


def quoted_utterance(s: Sentence, q: int) -> bool:
    """Attribute the quotation at ``q``, which no cue has taken."""
    return _led_in(s, q) or _followed_by_verb(s, q)


def _led_in(s: Sentence, q: int) -> bool:
    """ "The notice makes it plain: “…”", "From Marr’s post: “…”"."""
    t, lower, tag = s.t, s.t.lower, s.t.tag
    if q - 2 < s.first or lower[q - 1] not in (",", ":") or not is_utterance(t, q):
        return False
    content = (q, end_of_quote(s, q))
    for k in range(q - 2, max(s.taken, q - 25) - 1, -1):
        if lower[k] in (",", ";") and lower[q - 1] == ",":
            break
        if tag[k] & (FINITE | AUXILIARY) and not tag[k] & (NOUN | CAPITAL) and tag[k] & FINITE != VERB_BASE:
            group = verb_group(t, s.taken, k)
            subject = subject_of(s, group, k) if group.finite and not group.negated else None
            if subject is None:
                return False
            s.add_by(subject, [content], (k, k + 1), "verb-then-quotation", lemma_of(t, k))
            s.taken = content[1]
            return True
    if lower[q - 1] != ":":
        return False
    phrase = noun_phrase_before(t, s.taken, q - 1)
    if phrase is None or phrase[0] > s.first + 1:
        return False
    s.add([content], phrase, (q - 1, q), "colon-then-quotation", ":")
    s.taken = content[1]
    return True


def _followed_by_verb(s: Sentence, q: int) -> bool:
    """ "“Mexico!” the audience roared"."""
    t, tag = s.t, s.t.tag
    if q != s.first or not ends_with_pause(t, q) or q + 2 >= s.last:
        return False
    if tag[q + 1] & VERB_PAST and not tag[q + 1] & (AUXILIARY | NOUN) and tag[q + 2] & CAPITAL:
        end = phrase_end(t, q + 2, s.last)
        s.add([(q, q + 1)], (q + 2, end), (q + 1, q + 2), "quotation-then-verb", lemma_of(t, q + 1))
        s.taken = end
        return True
    end = phrase_end(t, q + 1, s.last)
    if not q + 1 < end < s.last or not tag[end] & VERB_PAST or tag[end] & AUXILIARY:
        return False
    s.add([(q, q + 1)], (q + 1, end), (end, end + 1), "quotation-then-verb", lemma_of(t, end))
    s.taken = end + 1
    return True


def is_utterance(t: Tokens, q: int) -> bool:
    """Whether the quotation at ``q`` is long enough, and opens, as a sentence does."""
    start, end = t.start[q], t.end[q]
    opening = t.text[start:end].lstrip("“”\"'‘’«»„`[( ")[:1]
    return end - start >= _LEAST and (opening.isupper() or opening.isdigit())
