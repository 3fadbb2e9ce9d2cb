from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from tonecheck.record import record


@record(frozen=True, slots=True)
class Shelf:
    wood: str
    boards: int = 3
    books: tuple[str, ...] = ()
    notes: dict[str, str] = field(default_factory=dict)


@record(frozen=True, slots=True, kw_only=True)
class Ladder(Shelf):
    rungs: int


@dataclass(frozen=True, slots=True)
class Plain:
    wood: str
    boards: int = 3
    books: tuple[str, ...] = ()
    notes: dict[str, str] = field(default_factory=dict)


CALLS: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    (("oak",), {}),
    (("oak", 5, ("one", "two")), {"notes": {"a": "b"}}),
    ((), {"boards": 1, "wood": "ash"}),
    ((), {}),
    (("oak",), {"wood": "ash"}),
    (("oak", 1, (), {}, 5), {}),
    (("oak",), {"shelves": 2}),
]


@pytest.mark.parametrize(("given", "named"), CALLS)
def test_a_record_is_made_as_a_dataclass_is(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    try:
        plain = Plain(*given, **named)
    except TypeError:
        with pytest.raises(TypeError):
            Shelf(*given, **named)
        return
    made = Shelf(*given, **named)
    assert asdict(made) == asdict(plain)
    assert repr(made) == repr(plain).replace("Plain", "Shelf")


def test_records_compare_by_class_and_values() -> None:
    assert Shelf("oak") == Shelf("oak")
    assert Shelf("oak") != Shelf("ash")
    plain: object = Plain("oak")
    assert Shelf("oak") != plain
    assert Ladder(wood="oak", rungs=3) != Shelf("oak")


def test_records_of_values_that_can_be_hashed_can_be_keys() -> None:
    @record(frozen=True, slots=True)
    class Point:
        x: int

    assert {Point(1): "a"}[Point(1)] == "a"


def test_a_record_cannot_be_changed() -> None:
    shelf = Shelf("oak")
    with pytest.raises(FrozenInstanceError):
        shelf.wood = "ash"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del shelf.wood
    with pytest.raises(FrozenInstanceError):
        shelf.colour = "red"  # type: ignore[attr-defined]
    assert not hasattr(shelf, "__dict__")


def test_default_factories_are_called_for_each() -> None:
    assert Shelf("oak").notes is not Shelf("oak").notes


def test_the_functions_of_dataclasses_take_records() -> None:
    assert replace(Shelf("oak"), boards=9) == Shelf("oak", 9)
    assert [entry.name for entry in fields(Ladder)] == [
        "wood",
        "boards",
        "books",
        "notes",
        "rungs",
    ]


def test_records_survive_pickling() -> None:
    shelf = Shelf("oak", 2, ("one",), {"a": "b"})
    assert pickle.loads(pickle.dumps(shelf)) == shelf  # noqa: S301 - our own bytes


def test_pydantic_validates_records() -> None:
    adapter = TypeAdapter(Ladder)
    assert adapter.validate_python({"wood": "oak", "rungs": 2, "books": ["x"]}) == Ladder(
        wood="oak", rungs=2, books=("x",)
    )
    with pytest.raises(ValidationError):
        adapter.validate_python({"wood": "oak"})
