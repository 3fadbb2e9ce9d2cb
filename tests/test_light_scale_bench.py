from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from tonecheck.library import Library

bench = import_module("bench.light")  # pytest puts this folder on the path
exchanges = import_module("bench.exchanges")
learning = import_module("bench.scale")


@pytest.fixture(scope="module")
def replies() -> list[Any]:
    given: list[Any] = bench.replies()
    return given


def test_the_weights_are_what_is_learned_from_the_replies(
    library: Library, replies: list[Any]
) -> None:
    learned = bench.learn(replies, bench.others())
    assert learning.is_learned(library.lexicon.scales[bench.NAME], learned)


def test_what_is_too_light_weighs_more_in_replies_that_were_not_learned(library: Library) -> None:
    scale = library.lexicon.scales[bench.NAME]
    held = (row for row in exchanges.exchanges("first") if row.is_held)
    rows = [row for row in held if row.fault == "tone-mismatch"]
    assert len(rows) == 50
    faulty = sum(bench.heaviest(scale, bench.reply(row.faulty)) >= -50 for row in rows)
    good = sum(bench.heaviest(scale, bench.reply(row.good)) >= -50 for row in rows)
    assert faulty >= 40
    assert good <= 2


@pytest.mark.parametrize(
    ("text", "light", "fitting"),
    [
        ("Hi Bo. «What a day!» I am sorry.", ["what a day!"], ["i am sorry."]),
        ("Hi Bo,\n\n«Well well.» «Oops!»", ["well well.", "oops!"], []),
        ("Hi Bo,\n\nthe fee is waived.", [], ["the fee is waived."]),
    ],
)
def test_sentences_between_marks_are_too_light(
    text: str, light: list[str], fitting: list[str]
) -> None:
    given = bench.reply(text)
    assert [one.strip() for one in given.light] == light
    assert [one.strip() for one in given.fitting if not one.startswith("hi")] == fitting


def test_there_are_700_replies_of_each_sort_and_none_twice(replies: list[Any]) -> None:
    light = [one for one in replies if one.light]
    assert min(len(light), len(replies) - len(light)) >= 700
    said = [(*one.light, *one.fitting) for one in replies]
    assert len(set(said)) == len(said)
    assert all(one.light for one in replies[: len(light)])


def test_hardly_a_reply_that_is_measured_was_learned(replies: list[Any]) -> None:
    known = {(*one.light, *one.fitting) for one in replies}
    for row in exchanges.exchanges("first"):
        for text in filter(None, (row.faulty, row.good)):
            one = bench.reply(text.replace("«", "“").replace("»", "”"))
            assert (*one.light, *one.fitting) not in known, row.place
