"""Output formats: each is a function from a report to text."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from tonecheck.finding import Report


class OutputFormat(StrEnum):
    """What a report can be written as."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    JSON_LINES = "json-lines"


def render(report: Report, form: OutputFormat, *, color: bool = False) -> str:
    """Write a report; only `full` and `concise` know colour."""
    if form is OutputFormat.FULL:
        from tonecheck.report.full import full

        return full(report, color=color)
    if form is OutputFormat.CONCISE:
        from tonecheck.report.concise import concise

        return concise(report, color=color)
    from tonecheck.report import machine

    writers: dict[OutputFormat, Callable[[Report], str]] = {
        OutputFormat.JSON: machine.json_report,
        OutputFormat.JSON_LINES: machine.json_lines,
    }
    return writers[form](report)
