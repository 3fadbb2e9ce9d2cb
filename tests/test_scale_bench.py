from __future__ import annotations

from importlib import import_module

import pytest

from tonecheck.language import word_count
from tonecheck.library import Library
from tonecheck.patterns import Scale

bench = import_module("bench.scale")  # pytest puts this folder on the path


Material = tuple[list[str], list[str]]
"""Sentences that hurt, and others."""


@pytest.fixture(scope="module")
def material() -> Material:
    sentences: Material = bench.material()
    return sentences


@pytest.fixture(scope="module")
def learned(material: Material) -> Scale:
    scale: Scale = bench.learn(material)
    return scale


def test_the_weights_are_what_is_learned_from_the_sentences(
    library: Library, learned: Scale
) -> None:
    assert bench.is_learned(library.lexicon.scales[bench.NAME], learned)


def test_what_hurts_weighs_more_in_sentences_that_were_not_learned(library: Library) -> None:
    scale = library.lexicon.scales[bench.NAME]
    ((_, share),) = bench.shares(scale, [135])
    assert share["hurtful"] >= 0.22
    assert share["kind"] <= 0.005
    assert share["innocent"] <= 0.02
    assert share["courteous"] <= 0.01


def test_hardly_a_sentence_that_is_measured_was_learned(material: Material) -> None:
    hurtful, fine = material
    known = {*hurtful, *fine}
    said = (folded for sample in bench.unlearned() for folded in bench.weighed(sample))
    measured = [folded for folded in said if word_count(folded) >= bench.FEWEST_WORDS]
    assert sum(folded in known for folded in measured) <= 0.002 * len(measured)
