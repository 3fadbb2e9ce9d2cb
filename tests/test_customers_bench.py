from __future__ import annotations

from collections import Counter
from importlib import import_module
from typing import Any

import pytest

from tonecheck.engine import Engine
from tonecheck.library import Library, bundled

bench = import_module("bench.acts")  # pytest puts this folder on the path
BOUNDS: dict[str, float] = bench.CUSTOMER_BOUNDS
MESSAGES = list(bench.labelled(bench.CUSTOMER))


@pytest.fixture(scope="module")
def found(engine: Engine) -> list[Any]:
    return list(bench.recognise(engine, MESSAGES, BOUNDS))


@pytest.mark.parametrize(("act", "bound"), BOUNDS.items())
def test_what_a_customer_does_is_found_as_well_as_it_must_be(
    act: str, bound: float, found: list[Any]
) -> None:
    at = bench.score(act, found)
    assert at.f1 >= bound, at


def test_every_act_of_customers_is_measured_or_weighed(library: Library) -> None:
    acts = {path.stem for path in (bundled() / "acts" / "customer").glob("*.yaml")}
    weighed = {act for act in acts if library.shapes[act].weighs}
    assert acts - weighed == set(BOUNDS)
    assert weighed


def test_the_messages_are_many_and_every_act_is_done_in_both_halves() -> None:
    assert len({message.text for message in MESSAGES}) == len(MESSAGES) >= 220
    halves = Counter(message.split for message in MESSAGES)
    assert set(halves) == {"tune", "held"}
    assert abs(halves["tune"] - halves["held"]) <= 5
    done = Counter((act, message.split) for message in MESSAGES for act in message.acts)
    assert all(done[act, half] >= 3 for act in BOUNDS for half in halves)


def test_labels_of_messages_name_acts_of_customers() -> None:
    for message in MESSAGES:
        assert message.acts | message.arguable <= BOUNDS.keys(), message
        assert not message.acts & message.arguable, message
