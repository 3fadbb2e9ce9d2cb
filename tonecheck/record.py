"""Frozen dataclasses whose definition costs a tenth: their methods are shared, not generated.

`dataclasses` compiles seven methods for each class, which for the shapes of rules and settings
alone would be a fifteenth of a short run. Records are dataclasses in all else, to type checkers,
to `dataclasses` and to pydantic. They are slower to make; for what is made by the thousand a
dataclass is the better choice.
"""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any, cast

__all__ = ["record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:

    def record(*, frozen: bool, slots: bool, kw_only: bool = False):  # noqa: ANN201
        """Make a class a frozen dataclass with slots; there are no other records."""
        if not (frozen and slots):
            raise TypeError("a record is frozen and has slots")

        def made(cls: type) -> type:
            for name, method in _METHODS.items():
                setattr(cls, name, method)
            return dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)

        return made


@cache
def _layout(cls: type) -> tuple[tuple[str, bool, Any, Any], ...]:
    """Give name, place among the positional ones, default and factory of each field."""
    return tuple(
        (f.name, not f.kw_only, f.default, f.default_factory) for f in fields(cast("Any", cls))
    )


def _init(self: Any, /, *given: object, **named: object) -> None:  # noqa: ANN401
    cls: Any = type(self)
    layout = _layout(cls)
    if given:
        positional = [name for name, is_positional, _, _ in layout if is_positional]
        if len(given) > len(positional):
            raise TypeError(f"{cls.__name__}: {len(given)} values for {len(positional)} fields")
        for name, value in zip(positional, given, strict=False):
            if name in named:
                raise TypeError(f"{cls.__name__}: two values for {name}")
            named[name] = value
    known = 0
    for name, _, default, factory in layout:
        if name in named:
            value = named[name]
            known += 1
        elif default is not MISSING:
            value = default
        elif factory is not MISSING:
            value = factory()
        else:
            raise TypeError(f"{cls.__name__}: no value for {name}")
        object.__setattr__(self, name, value)
    if known < len(named):
        unknown = named.keys() - {name for name, *_ in layout}
        raise TypeError(f"{cls.__name__}: no field {', '.join(sorted(unknown))}")


def _values(self: Any) -> tuple[object, ...]:  # noqa: ANN401
    return tuple(getattr(self, field.name) for field in fields(self))


def _eq(self: object, other: object) -> bool:
    return _values(self) == _values(other) if type(self) is type(other) else NotImplemented


def _hash(self: object) -> int:
    return hash(_values(self))


def _repr(self: Any) -> str:  # noqa: ANN401
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in fields(self))
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _setattr(self: object, name: str, value: object) -> None:
    del self, value
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(self: object, name: str) -> None:
    del self
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _setstate(self: Any, state: tuple[object, ...]) -> None:  # noqa: ANN401
    for field, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


_METHODS = {
    "__init__": _init,
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _setattr,
    "__delattr__": _delattr,
    "__getstate__": _values,
    "__setstate__": _setstate,
}
