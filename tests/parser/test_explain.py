"""Every rule that attribution names can be told by an example."""

import re
from pathlib import Path

import claimcli.parser.attribution as attribution
import claimcli.parser.decisions as decisions
from claimcli.parser.explain import example_of

SOURCES = sorted(Path(attribution.__file__).parent.glob("*.py"))
NAMES = sorted(
    {name for path in SOURCES for name in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', path.read_text("utf-8"))}
)


def test_a_rule_is_told_by_an_example_of_what_it_reads():
    assert example_of("quote-then-cue") == "“It is safe,” the mayor said"
    assert example_of("participle-then-that-clause") == "said that it is safe"
    assert example_of("part of a name") is None


def test_no_rule_of_decisions_lacks_its_example():
    folder = Path(decisions.__file__).parent
    nested = r"(?:[^()]|\((?:[^()]|\([^()]*\))*\))*"
    rules = {
        name
        for path in folder.rglob("*.py")
        for call in re.findall(rf"\btell(?:_site)?\({nested}\)", path.read_text("utf-8"))
        for name in re.findall(r'"([a-z ]+)"', call)
    }
    assert len(rules) > 15
    assert [
        rule
        for rule in sorted(rules | {"answered", "answered it", "would", "would not"})
        if not example_of(rule)
    ] == []


def test_no_rule_of_attribution_lacks_its_example():
    rules = [name for name in NAMES if "-then-" in name or example_of(name)]
    assert len(rules) > 20
    assert [
        name for name in rules if example_of(name) is None and example_of(f"cue-then-{name}") is None
    ] == []
