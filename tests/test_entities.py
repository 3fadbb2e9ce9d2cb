from __future__ import annotations

from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.entities import Fact, entities

WORDS = st.sampled_from(
    "order no. ticket number: #4418 FD-0098 55-80213 R-4471 £85 $1,200.50 85 EUR 12 May the 3rd "
    "2026 2026-05-04 3pm 14:30 16 GB kits jo.park@mail.example 0161 496 0122 +44 20 7946 0355 "
    "assignment 4 lot 88 is , . é İ".split()
)
texts = st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=80)


@settings(max_examples=500, deadline=None)
@given(texts)
def test_each_fact_has_its_own_place_in_order(text: str) -> None:
    found = entities(text)
    assert all(entity.span.of(text).strip() == entity.span.of(text) != "" for entity in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@settings(max_examples=500, deadline=None)
@given(texts)
def test_what_is_found_is_the_fact(text: str) -> None:
    for entity in entities(text):
        words = entity.span.of(text)
        match entity.fact:
            case Fact.NUMBER | Fact.MAILBOX:
                assert entity.value.casefold() == words.casefold()
            case Fact.PHONE:
                assert entity.value == "".join(sign for sign in words if sign.isdigit())
            case Fact.AMOUNT | Fact.MEASURE:
                assert entity.value[0] in words
            case Fact.DATE | Fact.TIME:
                assert any(sign.isdigit() for sign in words)


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(["order FD-0098", "£85", "12 May", "16 GB kits"]), max_size=4))
def test_facts_do_not_depend_on_what_stands_around(parts: list[str]) -> None:
    found = [(entity.fact, entity.value) for part in parts for entity in entities(part)]
    assert [(e.fact, e.value) for e in entities("; ".join(parts))] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My order 88-4120 is late.", [(Fact.NUMBER, "88-4120", "order")]),
        ("Order number: #4418, please.", [(Fact.NUMBER, "4418", "order")]),
        ("ticket r-4471", [(Fact.NUMBER, "R-4471", "ticket")]),
        ("I moved FD-0098.", [(Fact.NUMBER, "FD-0098", "")]),
        ("my membership, no. 61177", [(Fact.NUMBER, "61177", "membership")]),
        ("assignment 4", [(Fact.NUMBER, "4", "assignment")]),
        ("I paid £85.", [(Fact.AMOUNT, "85.00", "gbp")]),
        ("1,200.50 EUR", [(Fact.AMOUNT, "1200.50", "eur")]),
        ("1.200,50 euros", [(Fact.AMOUNT, "1200.50", "eur")]),
        ("on the 3rd of March 2026", [(Fact.DATE, "03-03", "2026")]),
        ("by Sept. 7", [(Fact.DATE, "09-07", "")]),
        ("on 2026-05-04", [(Fact.DATE, "05-04", "2026")]),
        ("at 3pm or 14:30", [(Fact.TIME, "15:00", ""), (Fact.TIME, "14:30", "")]),
        ("12 am", [(Fact.TIME, "00:00", "")]),
        ("a 16 GB kit", [(Fact.MEASURE, "16", "gb")]),
        ("Jo.Park@mail.example", [(Fact.MAILBOX, "jo.park@mail.example", "")]),
        ("0161 496 0122", [(Fact.PHONE, "01614960122", "")]),
        ("+44 20 7946 0355", [(Fact.PHONE, "442079460355", "")]),
        # none of these
        ("in order to save 20%", []),
        ("my order of 12 lamps", []),
        ("order 3pm", [(Fact.TIME, "15:00", "")]),
        ("covid-19, 24/7, v3.0.1", []),
        ("I may 12 times", []),
        ("https://shop.example/order/4418", []),
    ],
)
def test_facts_of_a_text(text: str, expected: list[tuple[Fact, str, str]]) -> None:
    assert [(e.fact, e.value, e.label) for e in entities(text)] == expected


@pytest.mark.parametrize(
    "part", ["1,", "order ", "0123 ", "a.", "a@", "A-1-", "£", "+1 ", "(1)", "Jan ", "order: # "]
)
def test_long_texts_take_time_by_their_length(part: str) -> None:
    def taken(repeats: int) -> float:
        start = perf_counter()
        entities(f"{part * repeats} 1 @")
        return perf_counter() - start

    taken(10)
    short = min(taken(4_000) for _ in range(3))
    assert taken(32_000) < 40 * short + 0.1
