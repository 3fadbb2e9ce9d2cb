"""Output formats: each is a function from a report to text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from enum import StrEnum

from tonecheck.finding import Report


class OutputFormat(StrEnum):
    """What a report can be written as."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    JSON_LINES = "json-lines"

    @property
    def for_people(self) -> bool:
        """Tell whether the format is read on a terminal: it may be coloured, and be brief."""
        return self in {OutputFormat.FULL, OutputFormat.CONCISE}


def render(report: Report, form: OutputFormat, *, color: bool = False, quiet: bool = False) -> str:
    """Write a report; formats for programs know neither colour nor `quiet`."""
    if form is OutputFormat.FULL:
        from tonecheck.report.full import full

        return full(report, color=color, quiet=quiet)
    if form is OutputFormat.CONCISE:
        from tonecheck.report.concise import concise

        return concise(report, color=color)
    from tonecheck.report import machine

    writers: dict[OutputFormat, Callable[[Report], str]] = {
        OutputFormat.JSON: machine.json_report,
        OutputFormat.JSON_LINES: machine.json_lines,
    }
    return writers[form](report)


def statistics(report: Report, form: OutputFormat) -> str:
    """Write how often each rule found something, most often first; JSON for a JSON format.

    Of threads also how long each reply took.
    """
    counts = Counter((finding.rule, finding.severity.value) for finding in report.findings)
    ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    if form.for_people:
        lines = [f"{count}\t{severity}\t{rule}\n" for (rule, severity), count in ranked]
        if report.replies:
            from tonecheck.report.replies import lines as reply_lines

            lines += reply_lines(report.replies)
        return "".join(lines)
    import json

    rows: list[dict[str, object]] = [
        {"rule": r, "severity": s, "count": count} for (r, s), count in ranked
    ]
    rows += [
        {"path": path, "message_id": name, "seconds": waited}
        for path, name, waited in report.replies
    ]
    if form is OutputFormat.JSON:
        return json.dumps(rows, indent=2) + "\n"
    return "".join(json.dumps(row) + "\n" for row in rows)
