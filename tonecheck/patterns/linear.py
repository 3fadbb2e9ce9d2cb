"""Hand-written regexes of rules: those that cannot run away, and what must be there first."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from math import fsum, prod
from re import _constants as _ops  # type: ignore[attr-defined]  # the only parser of re's own syntax
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from tonecheck.patterns.commonest import frequency

_REPEATS = (_ops.MAX_REPEAT, _ops.MIN_REPEAT, _ops.POSSESSIVE_REPEAT)
_NARROW = (_ops.AT, _ops.LITERAL, _ops.IN)
_LONGEST_BOUND = 40
_HIGHEST_POWER = 3
_MOST_WAYS = 100_000
_ENOUGH_TURNS = 20  # 2 ** 20 is above the limit already
_UPPER = (ord("A"), ord("Z"))


class RegexError(ValueError):
    """A regex that cannot be used; says why."""


def compile_regex(pattern: str) -> tuple[str, ...]:
    """Give the signals one of which a sentence must hold for the regex to match.

    A signal is a word, one punctuation character, `<digit>` or `<caps>` (a word in capitals).
    Raises `RegexError` for a broken regex, one that may run away on a long
    sentence, one that can match nothing at all, and one without any signal.
    """
    try:
        return tuple(sorted(_signals_of(pattern)))
    except RecursionError:
        raise RegexError("groups nested too deep; write them side by side") from None


def _signals_of(pattern: str) -> frozenset[str]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tree = _parser.parse(pattern)
            compiled = re.compile(pattern)
    except re.error as error:
        raise RegexError(f"not a regex: {error}") from error
    except Warning as warning:
        raise RegexError(f"may come to mean something else: {warning}; put a \\ there") from warning
    _refuse_runaways(list(tree))
    if compiled.match(""):
        raise RegexError("matches the empty text, so it would match everywhere")
    folded = bool(tree.state.flags & re.IGNORECASE)
    signals = _rarest(list(tree), folded=folded)
    if signals is None:
        raise RegexError(
            "nothing that must be there: no whole word, punctuation, digit or capitals"
        )
    return signals


def shortest(pattern: str) -> int:
    """Give the length of the shortest text that a regex matches, in code points."""
    least: int = _parser.parse(pattern).getwidth()[0]
    return least


def _refuse_runaways(nodes: list[Any]) -> None:
    """Refuse what can match one stretch in too many ways.

    Long repeats after each other, however deep in groups, are counted by the power of the
    sentence's length that they cost; short ones by the number of ways they can share a stretch.
    """
    power, ways = _choices(nodes, inside_loop=False)
    if power > _HIGHEST_POWER:
        raise RegexError(
            f"more than {_HIGHEST_POWER} unbounded repeats in a row; bound them ({{0,40}})"
        )
    if ways > _MOST_WAYS:
        raise RegexError("its repeats can share a stretch in too many ways; fix their counts")


def _choices(nodes: list[Any], *, inside_loop: bool) -> tuple[int, int]:
    """Give how many long repeats follow each other, and in how many ways short ones can go."""
    power, ways = 0, 1
    for op, argument in nodes:
        if op in (_ops.GROUPREF, _ops.GROUPREF_EXISTS):
            raise RegexError("back-references can take exponential time")
        if op in _REPEATS:
            low, high, body = argument
            long = high == _ops.MAXREPEAT or high > _LONGEST_BOUND
            if long and inside_loop:
                raise RegexError("an unbounded repeat inside another can take exponential time")
            deeper, inner = _choices(list(body), inside_loop=inside_loop or long or high > 1)
            power += deeper + long
            turns = min(int(high), _ENOUGH_TURNS)
            ways *= (1 if long else int(high) - int(low) + 1) * inner**turns
        else:
            bodies = [_choices(list(b), inside_loop=inside_loop) for b in _bodies(op, argument)]
            power += max((deeper for deeper, _ in bodies), default=0)
            ways *= _merged(op, argument, [inner for _, inner in bodies])
        ways = min(ways, _MOST_WAYS + 1)
    return power, ways


def _merged(op: Any, argument: Any, ways: list[int]) -> int:  # noqa: ANN401
    """Give the ways through a group; branches with different first characters exclude others."""
    if op is not _ops.BRANCH:
        return prod(ways)
    firsts = [branch[0] for branch in argument[1] if len(branch)]
    letters = {first[1] for first in firsts if first[0] is _ops.LITERAL}
    return max(ways) if len(letters) == len(ways) else sum(ways)


def _bodies(op: Any, argument: Any) -> Iterator[Any]:  # noqa: ANN401 - re's own tree
    if op is _ops.SUBPATTERN:
        yield argument[-1]
    elif op is _ops.BRANCH:
        yield from argument[1]
    elif op in (_ops.ASSERT, _ops.ASSERT_NOT):
        yield argument[1]
    elif op is _ops.ATOMIC_GROUP:
        yield argument


def _rarest(nodes: list[Any], *, folded: bool) -> frozenset[str] | None:
    """Choose, among what every match must hold, the set that sentences hold least often."""
    found = [signals for signals in _certain(nodes, folded=folded) if signals]
    return min(found, key=lambda words: (fsum(map(_cost, words)), sorted(words)), default=None)


def _cost(signal: str) -> float:
    return {"<digit>": 0.2, "<caps>": 0.2, ".": 0.9, ",": 0.5, "'": 0.3}.get(
        signal, frequency(signal)
    )


def _certain(nodes: list[Any], *, folded: bool) -> Iterator[frozenset[str]]:
    run: list[str] = []
    whole = False  # the run began at a word boundary
    edge = False
    nodes = [*_flat(nodes), (_ops.AT, _ops.AT_END)]
    for number, (op, argument) in enumerate(nodes):
        if op is _ops.LITERAL and _is_word(argument):
            if not run:
                whole = edge
            run.append(chr(argument).lower())
            edge = False
            continue
        boundary = op is _ops.AT and argument is _ops.AT_BOUNDARY
        ends_word = boundary or (op is _ops.LITERAL and not _is_word(argument))
        ends_word = ends_word or (
            op is _ops.IN and argument == [(_ops.CATEGORY, _ops.CATEGORY_SPACE)]
        )
        if run and whole and ends_word:
            yield frozenset({"".join(run)})
        run = []
        edge = ends_word
        beside = nodes[max(0, number - 1) : number], nodes[number + 1 : number + 2]
        yield from _signals(op, _framed(op, argument, *beside), folded=folded)


def _flat(nodes: list[Any]) -> Iterator[Any]:
    """Give the nodes with those of plain groups in their place: a group ends no word."""
    for op, argument in nodes:
        if op is _ops.SUBPATTERN and not any(argument[1:3]):
            yield from _flat(list(argument[-1]))
        else:
            yield op, argument


def _framed(op: Any, argument: Any, before: list[Any], after: list[Any]) -> Any:  # noqa: ANN401
    """Give each alternative the boundary or character on its sides: they bound its words."""
    if op is not _ops.BRANCH:
        return argument
    before, after = ([node for node in side if node[0] in _NARROW] for side in (before, after))
    return argument[0], [[*before, *branch, *after] for branch in argument[1]]


def _is_word(code: int) -> bool:
    return chr(code).isalnum() or chr(code) == "_"


def _signals(op: Any, argument: Any, *, folded: bool) -> Iterator[frozenset[str]]:  # noqa: ANN401
    if op is _ops.LITERAL and not chr(argument).isspace() and not chr(argument).isalnum():
        yield frozenset({chr(argument)})
    elif op is _ops.IN:
        yield from _set(argument, folded=folded)
    elif op is _ops.SUBPATTERN:
        flags = argument[1]
        yield from _certain(list(argument[-1]), folded=folded or bool(flags & re.IGNORECASE))
    elif op is _ops.BRANCH:
        branches = [_rarest(list(branch), folded=folded) for branch in argument[1]]
        if all(branch is not None for branch in branches):
            yield frozenset().union(*(branch for branch in branches if branch))
    elif op in _REPEATS and argument[0] >= 1:
        low, _, body = argument
        if low > 1 and list(body) == [(_ops.IN, [(_ops.RANGE, _UPPER)])] and not folded:
            yield frozenset({"<caps>"})
        yield from _certain(list(body), folded=folded)


def _set(members: Any, *, folded: bool) -> Iterator[frozenset[str]]:  # noqa: ANN401
    if members == [(_ops.CATEGORY, _ops.CATEGORY_DIGIT)] or members == [
        (_ops.RANGE, (ord("0"), ord("9")))
    ]:
        yield frozenset({"<digit>"})
    elif all(op is _ops.LITERAL for op, _ in members):
        characters = {chr(value) for _, value in members}
        if not any(character.isalnum() or character.isspace() for character in characters):
            yield frozenset(characters)
    del folded
