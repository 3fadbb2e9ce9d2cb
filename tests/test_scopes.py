from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.language import Scope, fold, scopes
from tonecheck.text import Span

law = settings(max_examples=500, deadline=None)

CASES = [
    line.split(" | ", 1)
    for line in Path(__file__).with_name("scopes.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
SCRAPS = (
    "we you not n't don't cant no never nor only but and so if unless should had imagine said told "
    "us asked why or enough , ; : . ? ! \" ' « » — - ( ) 5 3,5 the customers' sorry thanks 🙂"
).split(" ")
phrases = st.one_of(
    st.lists(st.sampled_from(SCRAPS), max_size=30).map(" ".join),
    st.lists(st.sampled_from(SCRAPS), max_size=30).map("".join),
    st.text(max_size=120),
).map(fold)


def test_the_table_is_long_enough() -> None:
    assert len(CASES) >= 200
    assert len({case[1] for case in CASES}) == len(CASES)


@pytest.mark.parametrize(("expected", "marked"), CASES, ids=[case[1] for case in CASES])
def test_scopes_over_the_marked_words(expected: str, marked: str) -> None:
    before, words, after = re.split("[«»]", marked)
    place = Span(len(before), len(before + words))
    found = {
        scope.value for scope, span in scopes(fold(before + words + after)) if span.contains(place)
    }
    assert found == set(expected.split()) - {"-"}


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("it says « you failed » here", " you failed "),
        ("it says «you failed» here", "you failed"),
        ('«it says "no" here»', 'it says "no" here'),
    ],
)
def test_guillemets_quote(sentence: str, quoted: str) -> None:
    found = [span.of(sentence) for scope, span in scopes(sentence) if scope is Scope.QUOTED]
    assert found == [quoted]


@law
@given(phrases)
def test_scopes_lie_inside_the_sentence_and_are_not_empty(folded: str) -> None:
    for _, span in scopes(folded):
        assert span.end <= len(folded)
        assert len(span) > 0


@law
@given(phrases)
def test_scopes_are_sorted(folded: str) -> None:
    found = scopes(folded)
    assert list(found) == sorted(found, key=lambda one: (one[1].start, one[1].end, one[0]))
    assert len(set(found)) == len(found)


@law
@given(phrases)
def test_scopes_of_one_name_lie_apart(folded: str) -> None:
    found = scopes(folded)
    for name in Scope:
        at = 0
        for span in sorted(span for scope, span in found if scope is name):
            assert span.start >= at
            at = span.end


@law
@given(phrases)
def test_scopes_are_a_pure_function(folded: str) -> None:
    first = scopes(folded)
    scopes("you said we are not sorry if it is late, 'is' it?")
    assert scopes(folded) == first


@law
@given(phrases)
def test_only_a_question_is_asked_and_wholly(folded: str) -> None:
    asked = [span for scope, span in scopes(folded) if scope is Scope.ASKED]
    assert asked in ([], [Span(0, len(folded))])
    if "?" not in folded:
        assert not asked
    if folded.endswith("?"):
        assert asked


@pytest.mark.parametrize(
    "unit",
    [
        "not ",
        "n't ",
        "a",
        "if ",
        "you said ",
        '"a ',
        "'a ",
        "a's ",
        "? ",
        "can't a ",
        " ",
        "no,",
        "\"a\" 'b' ",
    ],
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    folded = unit * (200_000 // len(unit))
    start = time.process_time()
    scopes(folded)
    assert time.process_time() - start < 4
