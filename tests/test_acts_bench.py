from __future__ import annotations

from collections import Counter
from importlib import import_module
from typing import Any

import pytest

from tonecheck.engine import Engine

bench = import_module("bench.acts")  # pytest puts this folder on the path
BOUNDS: dict[str, float] = bench.BOUNDS
SENTENCES = list(bench.labelled(bench.FOLDER))
LEAST_PRECISION = 0.85


@pytest.fixture(scope="module")
def found(engine: Engine) -> list[Any]:
    return list(bench.recognise(engine, SENTENCES, BOUNDS))


@pytest.mark.parametrize(("act", "bound"), BOUNDS.items())
def test_an_act_is_found_as_well_as_it_must_be(act: str, bound: float, found: list[Any]) -> None:
    at = bench.score(act, found)
    assert at.f1 >= bound, at
    assert at.precision >= LEAST_PRECISION, at


def test_the_sentences_are_many_and_hold_many_traps() -> None:
    assert len({sentence.text for sentence in SENTENCES}) == len(SENTENCES) >= 600
    assert sum(not sentence.acts for sentence in SENTENCES) >= len(SENTENCES) / 3
    positives = Counter(act for sentence in SENTENCES for act in sentence.acts)
    assert min(positives[act] for act in BOUNDS) >= 20


def test_labels_name_acts_and_halves() -> None:
    halves = Counter(sentence.split for sentence in SENTENCES)
    assert set(halves) == {"tune", "held"}
    assert abs(halves["tune"] - halves["held"]) <= 5
    for sentence in SENTENCES:
        assert sentence.acts | sentence.arguable <= BOUNDS.keys(), sentence
        assert not sentence.acts & sentence.arguable, sentence


def test_slips_of_the_held_half_are_never_told() -> None:
    held = [sentence for sentence in SENTENCES if sentence.split == "held"]
    wrong = [(sentence, frozenset(BOUNDS) - sentence.acts) for sentence in held]
    assert [slip for act in BOUNDS for slip in bench.slips(act, wrong)] == []


@pytest.mark.parametrize(
    ("counts", "figures"),
    [((0, 0, 0), (0, 0, 0)), ((3, 1, 0), (0.75, 1, 6 / 7)), ((1, 0, 3), (1, 0.25, 0.4))],
)
def test_figures_of_a_score(
    counts: tuple[int, int, int], figures: tuple[float, float, float]
) -> None:
    at = bench.Score(*counts)
    assert (at.precision, at.recall, at.f1) == pytest.approx(figures)
