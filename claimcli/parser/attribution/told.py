"""Claims whose speaker stays unnamed, told to a court or of "it": "…, the jury heard", "…, it is understood"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import CUE_VERBS, INSERTED
from claimcli.parser.attribution.clause_extent import content_end
from claimcli.parser.attribution.clause_start import clause_start
from claimcli.parser.attribution.closing import JOINTS, close_attribution, cue_end_after
from claimcli.parser.attribution.sentence import COURTS, Sentence
from claimcli.parser.grammar import Subject, apposition_end

_HEARS: Final = frozenset(("heard", "hears"))


def heard_after(s: Sentence, k: int) -> bool:
    """ "He took the money, jurors heard", "…, the court was told", "The bridge, it is understood, will close"."""
    headline = s.lower[k] == "told" and k + 1 >= s.last and s.ends_bare()
    group = s.group_of(k)
    if not (s.lower[k] in _HEARS or headline or group.passive) or group.negated:
        return False
    subject = s.subject_before(group.start)
    if subject is None or subject[0] - 2 < s.first or s.lower[subject[0] - 1] not in JOINTS:
        return False
    if not (_is_court(s, subject) or _is_it(s, k, subject)):
        return False
    end = cue_end_after(s, k)
    if end is None:
        return False
    teller, p = _teller(s, k)
    if teller is not None:
        end = apposition_end(s.t, p, s.last)
        teller = teller[0], end, teller[2]  # "…, the court was told by **Anna Marr, an engineer**"
    return close_attribution(s, subject[0] - 1, k, teller, end, "content-then-heard")


def court_hears(s: Sentence, k: int) -> bool:
    """ "The jury heard (that) he took the money", "heard from Marr that …": somebody told it so."""
    group = s.group_of(k, s.taken)
    subject = s.subject_before(group.start, s.taken)
    teller, p = _teller(s, k)
    if group.negated or subject is None or p >= s.last or not _is_court(s, subject):
        return False
    found = clause_start(s, k, p)
    if found is None:
        return False
    end = content_end(s, found, k)
    return s.add([(found[1], end)], teller, (k, k + 1), "court-hears", "hear")


def _teller(s: Sentence, k: int) -> tuple[Subject | None, int]:
    """Who tells what is heard at ``k``, and what stands behind that: "heard *from Anna Marr, an engineer,* that …"."""
    p = s.after_adverbs(k + 1)
    of = p + (s.word(p) == "evidence")
    end = s.phrase_end(of + 1) if s.word(of) in ("from", "by") else 0
    if end <= of + 1:
        return None, p
    whole = s.end_before_clause(end)
    return (of + 1, whole, end), whole + (whole > end)


def _is_court(s: Sentence, subject: Subject) -> bool:
    """Whether a court hears or is told: "**the jury** heard", "**Arra Crown Court** was told", "…, **court** told"."""
    return s.lower[subject[2] - 1] in COURTS


def _is_it(s: Sentence, k: int, subject: Subject) -> bool:
    """Whether a passive says that it is told by people unnamed: "**it** is understood"."""
    frames = CUE_VERBS.get(s.lower[k])
    return s.lower[subject[0]] == "it" and frames is not None and bool(frames.bits & INSERTED)
