"""What the names in ``Claim.because`` and ``Decision.because`` mean, by an example each."""

from __future__ import annotations

from functools import cache

from claimcli.lexicon.lists import entries


@cache
def _examples() -> dict[str, str]:
    return {name: " ".join(words) for name, words in entries("rule_examples.txt")}


def example_of(rule: str) -> str | None:
    """An example of what a rule of attribution or of decisions reads; None for names that say it themselves."""
    examples = _examples()
    if rule in examples:
        return examples[rule]
    form, _, frame = rule.partition("-then-")
    return examples.get(frame) if frame and form in examples else None
