from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import pytest

from tonecheck.library import Library
from tonecheck.patterns import Scale

bench = import_module("bench.letdown")  # pytest puts this folder on the path
acts = import_module("bench.acts")
Material = tuple[Sequence[tuple[str, ...]], Sequence[tuple[str, ...]]]
"""Messages of customers whom we let down, and others: their folded sentences."""


@pytest.fixture(scope="module")
def material() -> Material:
    messages: Material = bench.material()
    return messages


@pytest.fixture(scope="module")
def learned(material: Material) -> Scale:
    scale: Scale = bench.learn(material)
    return scale


@pytest.fixture(scope="module")
def unlearned() -> list[Any]:
    return list(acts.labelled(acts.CUSTOMER))


def test_the_weights_are_what_is_learned_from_the_messages(
    library: Library, learned: Scale
) -> None:
    kept = library.lexicon.scales[bench.NAME].weights
    # Where two weigh nearly alike, another solver's rounding may keep the one or the other.
    assert len(kept.keys() & learned.weights.keys()) >= 0.98 * len(kept)
    assert all(abs(kept[term] - learned.weights.get(term, kept[term])) <= 2 for term in kept)


def test_there_are_1500_messages_of_each_sort_and_none_twice(material: Material) -> None:
    let_down, other = material
    assert min(len(let_down), len(other)) >= 1500
    assert not set(let_down) & set(other)


def test_who_was_let_down_weighs_more_in_messages_that_were_not_learned(
    library: Library, unlearned: list[Any]
) -> None:
    scale = library.lexicon.scales[bench.NAME]
    weights: dict[bool, list[int]] = {True: [], False: []}
    for message in unlearned:
        if "was-let-down" not in message.arguable:
            told = "was-let-down" in message.acts
            weights[told].append(scale.weigh(*bench.folded(message.text)))
    assert share(weights[True], 250) >= 0.4
    assert share(weights[False], 250) <= 0.06


def share(weights: list[int], least: int) -> float:
    return sum(weight >= least for weight in weights) / len(weights)


def test_hardly_a_message_that_is_measured_was_learned(
    material: Material, unlearned: list[Any]
) -> None:
    known = {*material[0], *material[1]}
    assert not [one for one in unlearned if bench.folded(one.text) in known]
