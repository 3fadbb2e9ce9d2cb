from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.given_names import ANYONES, FIRST_FAMILIES, MEN, WOMEN
from tonecheck.names import alike, fold, is_person, parts

names = st.text("aábcdeéfnorsøßüýzABÇIŁ'’-", min_size=1, max_size=12).filter(fold)


@settings(max_examples=500, deadline=None)
@given(names)
def test_a_name_is_alike_itself_however_it_is_written(name: str) -> None:
    for other in (name, name.upper(), f"-{name}'", name.swapcase()):
        assert alike(fold(name), fold(other))


@settings(max_examples=500, deadline=None)
@given(names, names)
def test_likeness_has_no_direction(one: str, other: str) -> None:
    assert alike(fold(one), fold(other)) == alike(fold(other), fold(one))


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_held_against_names(text: str) -> None:
    assert all(part == fold(part) for part in parts(text))
    assert not is_person(text) or parts(text)


def test_given_names_are_folded_and_of_one_kind_each() -> None:
    kinds = (WOMEN, MEN, ANYONES)
    assert all(name == fold(name) for kind in (*kinds, FIRST_FAMILIES) for name in kind)
    assert len(WOMEN | MEN | ANYONES) == sum(map(len, kinds))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Zoë", "Zoe", True),
        ("O’Neill", "ONeill", True),
        ("Jean-Luc", "Jeanluc", True),
        ("Jürgen", "Juergen", True),
        ("Søren", "Soren", True),
        ("Łukasz", "lukasz", True),
        ("Alex", "Alexander", True),
        ("Samantha", "Sam", True),
        ("J", "Jane", True),
        ("Bob", "Robert", True),
        ("Peggy", "Margaret", True),
        ("Liz", "Elizabeth", True),
        ("Bill", "William", True),
        ("Pete", "Peter", True),
        ("Kit", "Christopher", True),
        # one letter fewer is another name, and so is another spelling
        ("Sara", "Sarah", False),
        ("Jo", "Joe", False),
        ("Ann", "Anna", False),
        ("Catherine", "Katherine", False),
        ("Stephen", "Steven", False),
        ("Maria", "Mario", False),
        ("Liz", "Beth", False),
        ("Al", "Alexis", False),
        ("Siobhán", "Simone", False),
    ],
)
def test_two_names_may_be_one_person(one: str, other: str, *, expected: bool) -> None:
    assert alike(fold(one), fold(other)) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Dr. Siobhán O'Neill-Ray", ["siobhan", "oneillray"]),
        ("Lopez, Maria", ["lopez", "maria"]),
        ("Anna van der Berg", ["anna", "berg"]),
        ("Van", ["van"]),
        ("Mr Cho", ["cho"]),
        ("Maren T.", ["maren", "t"]),
        ("  ", []),
    ],
)
def test_a_name_falls_into_words(name: str, expected: list[str]) -> None:
    assert parts(name) == expected


@pytest.mark.parametrize(
    "name", ["Ana", "Maria Lopez", "Dr. Siobhán O'Neill", "Maren T.", "de Vries"]
)
def test_a_person_has_a_name_in_letters(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    ["", "王伟", "Harbour Lamps Ltd", "kev_1987", "a@b.example", "Sales Team", "A", "Smith & Sons"],
)
def test_firms_handles_and_other_scripts_are_no_names_to_compare(name: str) -> None:
    assert not is_person(name)
