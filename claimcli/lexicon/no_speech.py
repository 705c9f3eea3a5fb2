"""What a word for speech is done with, or who does it, where nothing is said (``no_speech.txt``)."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from claimcli.lexicon.lists import entries

NO_SPEECH: Final[defaultdict[str, set[str]]] = defaultdict(set)
for _what, _words in entries("no_speech.txt"):
    NO_SPEECH[_what].update(_words)
