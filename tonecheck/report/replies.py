"""How long replies took, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tonecheck.finding import Reply
from tonecheck.report.style import duration, visible


def lines(replies: Sequence[Reply]) -> Iterator[str]:
    """Write a line for each reply, then the median; of two in the middle the shorter."""
    for path, name, waited in replies:
        yield f"{duration(waited)}\treply\t{visible(f'{path} ({name})' if name else path)}\n"
    ranked = sorted(reply.waited for reply in replies)
    yield f"{duration(ranked[(len(ranked) - 1) // 2])}\tmedian reply\n"
