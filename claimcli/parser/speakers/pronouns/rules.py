"""Which rule is asked of which pronoun: "they" wants several, "it" a body or a paper, "who" what stands before it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from claimcli.lexicon.names import HE_OR_SHE
from claimcli.parser.speakers.phrase import Answer, Phrase
from claimcli.parser.speakers.pronouns.he_or_she import he_or_she
from claimcli.parser.speakers.pronouns.it import it
from claimcli.parser.speakers.pronouns.opening import RELATIVES
from claimcli.parser.speakers.pronouns.relatives import relative
from claimcli.parser.speakers.pronouns.they import they

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

_THEY: Final = frozenset({"they", "them", "their", "theirs", "themselves"})
_IT: Final = frozenset({"it", "its", "itself"})
WRITER: Final = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "myself", "ourselves"})
NAMES_NOBODY: Final = frozenset(
    {"this", "that", "these", "those", "there", "you", "your", "what", "whoever", "one"}
)


# What a mention of one word stands for, where that word is a pronoun.
PRONOUNS: Final[dict[str, Callable[[Walk, Phrase], Answer]]] = {
    word: rule
    for words, rule in (
        (_IT, it),
        (_THEY, they),
        (HE_OR_SHE, he_or_she),
        (RELATIVES, relative),
    )
    for word in words
}
