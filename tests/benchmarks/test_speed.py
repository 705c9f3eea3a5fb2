"""The texts that are timed, and how their times are judged."""

from __future__ import annotations

import pytest

from tests.benchmarks.speed import growth, repeated, samples


@pytest.mark.parametrize(("name", "piece"), list(samples()))
def test_texts_grow_to_the_length_asked(name: str, piece: str) -> None:
    text = repeated(piece, 5000)
    assert len(text) == 5000, name
    assert text.startswith(piece[:5000])


def test_growth_is_the_mean_of_all_doublings() -> None:
    assert growth([1, 2, 4, 8]) == pytest.approx(2)
    assert growth([1, 4, 16]) == pytest.approx(4)
    assert growth([1, 2.5, 4]) == pytest.approx(2)  # one slow moment of the machine
    assert growth([0.0001, 0.0008]) == 0  # too short to tell
