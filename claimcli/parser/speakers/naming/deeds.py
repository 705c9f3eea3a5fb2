"""What somebody is by what they do: who "chairs the board" is its chair, who "taught chemistry" a former teacher."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import CAPITAL, DETERMINER, MODAL, NUMBER, POSSESSIVE, PREPOSITION, ROLE, VERB_PAST
from claimcli.lexicon.names import persons
from claimcli.parser.speakers.entity import Role
from claimcli.parser.speakers.roles import end_of_apposition, role_of
from claimcli.parser.text import Tokens

_WHILE: Final = frozenset({"until", "since", "from", "during", "between", "when", "while", "because"})
_UNDERTAKINGS: Final = frozenset(
    "study research survey trial experiment investigation inquiry enquiry probe review audit report project expedition "
    "excavation dig mission analysis work effort negotiations talks rescue search".split()
)
"""What is led to its end, so that who led it is no former leader."""
_NO_SUBJECT: Final = DETERMINER | POSSESSIVE | CAPITAL | NUMBER
_SHORT: Final = 3  # tokens of "teaches physical education"


def roles_of_deeds(t: Tokens, i: int, end: int) -> list[Role]:
    """ "who chairs the county commission": chair; "who served as minister of farming": minister."""
    verbs = persons().verbs
    roles = []
    former = False
    for k in range(i, end):
        word = t.lower[k]
        if t.tag[k] & MODAL:
            break  # "who would be the first woman to serve as president"
        former = former or bool(t.tag[k] & VERB_PAST)
        if word == "as" and k + 1 < end and t.tag[k + 1] & ROLE:
            role = role_of(t, k + 1, end_of_apposition(t, k + 1, end))
            if role:
                roles.append(role._replace(words=role.words | {"former"}) if former else role)
        elif word in verbs and (k == i or t.lower[k - 1] in ("now", "and", "also")):
            if verbs[word] == "teacher" and "to" in t.lower[k + 1 : end_of_apposition(t, k + 1, end)]:
                continue  # "who taught children to swim": no office
            roles.append(_role_of_deed(t, k, verbs[word], end_of_apposition(t, k + 1, end)))
    return roles


def _role_of_deed(t: Tokens, verb: int, head: str, stop: int) -> Role:
    """What somebody is by what they do: "led the union until 2019" is "former leader of the union".

    Who teaches chemistry is a chemistry teacher; who led a study is its leader for good.
    """
    lower = t.lower
    stop = next((k for k in range(verb + 1, stop) if lower[k] in _WHILE), stop)
    stop -= stop > verb + 1 and lower[stop - 1] == "."
    done = not _UNDERTAKINGS.isdisjoint(lower[verb + 1 : stop])
    done = done or head == "founder"  # for good
    past = ["former"] if t.tag[verb] & VERB_PAST and not done else []
    what = t.tag[verb + 1] if verb + 1 < stop else 0
    subject = head in ("teacher", "coach") and stop - verb <= _SHORT and not what & _NO_SUBJECT
    of = " ".join(t.words(verb + 1, stop).split())
    if not of or what & PREPOSITION:  # "who teaches at Arra High"
        text = f"{head} {of}".strip()
    elif subject:
        text = f"{of} {head}"
    else:
        text = f"{head} of {of}"
    return Role(" ".join([*past, text]), head, frozenset([head, *past, *lower[verb + 1 : stop]]))
