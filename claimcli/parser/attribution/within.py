"""What somebody is reported to have said within what another says: "Aides said Marr had told them that …"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from claimcli.lexicon import COORDINATOR, CUE_VERBS, DOCUMENT, NAMED, SPEECH, SUBJECT, VERB_PAST
from claimcli.parser.attribution.sentence import Attribution, Sentence, lemma_of
from claimcli.parser.attribution.verbs import verb_cue
from claimcli.parser.text import QUOTATION, Tokens

_TELLERS: Final = frozenset(
    "say tell testify recall report according claim add explain acknowledge note state reveal confirm per".split()
)
_SOURCED: Final = frozenset(("according", "per"))
"""What tells of somebody: "Marr **argued** that …, *according to* aides"; what he but "said" is mostly the source’s."""
_ARGUES: Final = frozenset(
    "argue insist contend warn complain testify protest object demand threaten vow admit confess claim deny".split()
)
_NOBODY_NEW: Final = SUBJECT | COORDINATOR


def told_within(t: Tokens, number: int, cues: list[int], here: list[Attribution]) -> list[Attribution]:
    """ "Aides said **Marr had told** them it was safe": what those are told to have said of whom others tell.

    So are their words in quotation marks: "**He called** it “a mess,” an aide said". Else only whoever opens the
    reported clause, by name or noun: its pronoun mostly is who tells of it.
    """
    found: list[Attribution] = []
    for teller in here:
        begin, end = teller.content[0]
        follows = teller.cue is not None and teller.cue[0] >= end
        quoted = follows and t.has_quotation(begin + 2, end)
        paper = teller.core is not None and bool(t.tag[teller.core[1] - 1] & DOCUMENT)
        if teller.lemma not in _TELLERS:
            continue
        if not quoted and t.tag[begin] & (COORDINATOR if paper or teller.lemma in _SOURCED else _NOBODY_NEW):
            continue  # "she" is mostly who tells, but no affidavit, and nobody *according to* whom she did
        for i in range(bisect_right(cues, begin), bisect_left(cues, end)):
            k = cues[i]
            calls = quoted and t.lower[k] in CUE_VERBS and CUE_VERBS[t.lower[k]].bits & NAMED
            calls = calls and QUOTATION not in t.lower[k + 1 : k + 3]  # "a town called “Ice” by some"
            if not (t.tag[k] & SPEECH or calls):
                continue
            quoted = quoted and bool(t.tag[k] & VERB_PAST)
            lemma = lemma_of(t, k)
            sourced = (paper or teller.lemma in _SOURCED) and lemma in _ARGUES
            if sourced or quoted or lemma in ("say", "tell"):
                inner = _told_at(Sentence(t, number), k, begin, end, sourced or quoted)
                if inner is not None:
                    inner.via = teller
                    found.append(inner)
                break
    return found


def _told_at(s: Sentence, k: int, begin: int, end: int, sourced: bool) -> Attribution | None:
    """What the verb at ``k`` introduces within a content, whose subject opens that content."""
    s.taken, s.last = begin, end
    group = s.group_of(k, begin)
    subject = s.subject_before(group.start, begin)
    told = sourced or lemma_of(s.t, k) == "tell" or group.auxiliary  # "had said": before the other spoke
    if not told or not group.finite or group.infinitive or group.modal or group.passive:
        return None
    if subject is None or subject[0] != begin or not verb_cue(s, k):
        return None
    return s.found[0] if s.found and s.found[0].mention else None
