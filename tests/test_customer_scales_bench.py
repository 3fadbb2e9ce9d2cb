from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from itertools import chain
from typing import Any

import pytest

from tonecheck.library import Library

bench = import_module("bench.customers")  # pytest puts this folder on the path
acts = import_module("bench.acts")
exchanges = import_module("bench.exchanges")
learning = import_module("bench.scale")
Material = tuple[Sequence[tuple[str, ...]], Sequence[tuple[str, ...]]]
"""Messages of customers of whom a scale tells something, and others: their folded sentences."""


SUBJECTS: dict[str, Any] = {subject.name: subject for subject in bench.SUBJECTS}


@pytest.fixture(scope="module", params=SUBJECTS)
def name(request: pytest.FixtureRequest) -> str:
    subject: str = request.param
    return subject


@pytest.fixture(scope="module")
def material(name: str) -> Material:
    messages: Material = bench.material(SUBJECTS[name])
    return messages


@pytest.fixture(scope="module")
def unlearned() -> list[Any]:
    return list(acts.labelled(acts.CUSTOMER))


def test_the_weights_are_what_is_learned_from_the_messages(
    library: Library, name: str, material: Material
) -> None:
    learned = bench.learn(bench.Labelled(*material))
    assert learning.is_learned(library.lexicon.scales[name], learned)


def test_there_are_1500_messages_of_each_sort_and_none_twice(material: Material) -> None:
    wanted, others = material
    assert min(len(wanted), len(others)) >= 1500
    assert not set(wanted) & set(others)


def test_who_was_let_down_weighs_more_in_messages_that_were_not_learned(
    library: Library, unlearned: list[Any]
) -> None:
    scale = library.lexicon.scales[bench.LET_DOWN.name]
    weights: dict[bool, list[int]] = {True: [], False: []}
    for message in unlearned:
        if "was-let-down" not in message.arguable:
            told = "was-let-down" in message.acts
            weights[told].append(scale.weigh(*bench.folded(message.text)))
    assert share(weights[True], 150) >= 0.4
    assert share(weights[False], 150) <= 0.06


def test_who_is_burdened_weighs_more_in_messages_that_were_not_learned(library: Library) -> None:
    scale = library.lexicon.scales[bench.BURDENED.name]
    weights: dict[bool, list[int]] = {True: [], False: []}
    for row in exchanges.exchanges("first"):
        if row.is_held and row.fault in {"tone-mismatch", exchanges.TRAP}:
            told = row.fault == "tone-mismatch"
            weights[told].append(scale.weigh(*bench.folded(row.customer)))
    assert share(weights[True], 0) >= 0.85
    assert share(weights[False], 0) <= 0.3


def share(weights: list[int], least: int) -> float:
    return sum(weight >= least for weight in weights) / len(weights)


def test_hardly_a_message_that_is_measured_was_learned(
    material: Material, unlearned: list[Any]
) -> None:
    known = {*material[0], *material[1]}
    rows = (row.customer for row in exchanges.exchanges("first"))
    measured = chain(rows, (message.text for message in unlearned))
    assert not [text for text in measured if bench.folded(text) in known]
