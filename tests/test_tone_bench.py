from __future__ import annotations

from collections import Counter
from importlib import import_module
from typing import Any

import pytest

from tonecheck.engine import Engine

bench = import_module("bench.tone")  # pytest puts this folder on the path
SAMPLES = list(bench.samples())


@pytest.fixture(scope="module")
def judged(engine: Engine) -> list[Any]:
    return list(bench.judge(engine, SAMPLES))


@pytest.mark.parametrize("half", bench.HALVES)
def test_kind_versions_and_innocent_look_alikes_are_left_alone(
    half: str, judged: list[Any]
) -> None:
    kind, innocent = (bench.share(judged, sort=sort, split=half) for sort in ("kind", "innocent"))
    assert kind.found <= 0.01 * kind.of, kind
    assert innocent.found <= 0.04 * innocent.of, innocent


def test_courteous_replies_are_left_alone(judged: list[Any]) -> None:
    courteous = bench.share(judged, sort="courteous")
    assert courteous.found <= 0.01 * courteous.of, courteous


def test_hardly_a_sentence_that_hurts_nobody_is_hinted_at(judged: list[Any]) -> None:
    for sort, share in (("kind", 0.02), ("innocent", 0.05), ("courteous", 0.05)):
        hinted = bench.share(judged, sort=sort, hinted=True)
        assert hinted.found <= share * hinted.of, (sort, hinted)


def test_what_hurts_is_named_in_sentences_that_no_rule_was_written_from(judged: list[Any]) -> None:
    hurtful = bench.share(judged, sort="hurtful", split="held")
    assert hurtful.found >= 0.25 * hurtful.of, hurtful


def test_the_samples_are_many_and_differ() -> None:
    texts = Counter((sample.sort, sample.text) for sample in SAMPLES)
    assert [text for text, times in texts.items() if times > 1] == []
    assert Counter(sample.sort for sample in SAMPLES)["hurtful"] >= 1800
    assert Counter(sample.sort for sample in SAMPLES)["courteous"] >= 700
