"""Findings for people: each with the line it stands on, then what was not judged, then a sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from unicodedata import combining, east_asian_width

from tonecheck.finding import Finding, Frame, Report, Severity, Skipped
from tonecheck.report.style import Style, plural, visible
from tonecheck.sources import COPY, CUSTOMERS, NO_MAILS, NO_READER, NO_SOURCE

_WIDEST = 96  # a paragraph on one line is cut around its finding
_LEAD = 24
_NAMED = 4  # rules that a line names
_WHOLE = {  # what is left unread as one, and is not counted in lines
    "empty": ("empty message", ""),
    "no text": ("record", " without text"),
    "no records": ("file", " without records"),
    CUSTOMERS: (CUSTOMERS, ""),
    COPY: ("copy", " of a mail"),
    NO_MAILS: ("file", " without mails"),
    NO_SOURCE: ("file", f": {NO_SOURCE}"),
    NO_READER: ("file", f": {NO_READER}"),
}
_FOREIGN = "language ("  # of a message, with the language's name


def full(report: Report, *, color: bool = False, quiet: bool = False) -> str:
    """Write a report for the terminal; `quiet` leaves out all but the findings."""
    style = Style(color)
    parts = [_finding(finding, style) for finding in report.findings]
    if not quiet:
        parts += [*_unread(report, style), _sum(report, style)]
    return "\n".join(parts)


def _finding(finding: Finding, style: Style) -> str:
    where = f"{visible(finding.path)}:{finding.start.line}:{finding.start.column}"
    name = f" ({visible(finding.message_id)})" if finding.message_id else ""
    rule = f"{style.severity(finding.severity)}[{style.paint(finding.rule, 'bold')}]"
    lines = [f"{rule} {visible(finding.text)}", f"  {style.paint('-->', 'blue')} {where}{name}"]
    if finding.branch is not None:
        lines.append(f"  {style.paint('branch:', 'blue')} {visible(finding.branch)}")
    if finding.frame is not None:
        lines += _frame(finding.frame, style, _mark(finding.severity))
    lines += [f"  {style.paint('try:', 'cyan')} {visible(text)}" for text in finding.suggestions]
    return "\n".join(lines) + "\n"


def _mark(severity: Severity) -> str:
    return {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}[severity]


def _frame(frame: Frame, style: Style, paint: str) -> Iterator[str]:
    start, end = frame.column - 1, frame.end_column - 1
    text, cut = frame.text, 0
    if len(text) > _WIDEST:
        cut = max(start - _LEAD, 0)
        text = text[cut : cut + _WIDEST]
        end = min(end, cut + len(text))
    before = "…" if cut else ""
    after = "…" if cut + len(text) < len(frame.text) else ""
    gutter = str(frame.line)
    bar = style.paint("|", "blue")
    space = " " * (_width(before) + _width(text[: start - cut]))
    carets = "^" * max(_width(text[start - cut : end - cut]), 1)
    yield f"  {style.paint(gutter, 'blue')} {bar} {before}{visible(text)}{after}"
    yield f"  {' ' * len(gutter)} {bar} {space}{style.paint(carets, 'bold', paint)}"


def _width(text: str) -> int:
    """Count terminal cells: wide characters take two, combining ones none."""
    return sum(
        0 if combining(c) or c in "\u200d\ufe0f" else 1 + (east_asian_width(c) in "WF")
        for c in text
    )


def _unread(report: Report, style: Style) -> Iterator[str]:
    lines = list(_skipped(report))
    stretches: Counter[str] = Counter()
    for entry in report.not_read:
        height = (entry.end_line or 0) - (entry.line or 0) + 1
        whole = entry.what in _WHOLE or entry.what.startswith(_FOREIGN)
        stretches[entry.what] += 1 if whole else height
    for what, count in sorted(stretches.items()):
        noun, why = _WHOLE.get(what, ("line", f" of {what}"))
        if what.startswith(_FOREIGN):
            noun, why = "message", f" in {what.removeprefix(_FOREIGN)[:-1]}"
        lines.append(f"not read: {plural(count, noun)}{why}")
    if lines:
        yield "".join(style.paint(line, "dim") + "\n" for line in lines)


def _skipped(report: Report) -> Iterator[str]:
    """Give a line for each reason why rules were not judged; the machine's reports name all."""
    reasons: dict[str, list[Skipped]] = {}
    for skipped in report.skipped:
        reasons.setdefault(skipped.reason, []).append(skipped)
    for reason, rules in sorted(reasons.items()):
        names = [skipped.rule for skipped in rules]
        if len(names) > _NAMED:
            names[_NAMED - 1 :] = [f"{len(names) - _NAMED + 1} more"]
        among = plural(max(skipped.messages for skipped in rules), "message")
        yield f"not judged ({reason}, {among}): {', '.join(names)}"


def _sum(report: Report, style: Style) -> str:
    lost = [
        plural(count, noun)
        for noun, whole in (("file", True), ("record", False))
        if (count := sum((failure.line is None) is whole for failure in report.errors))
    ]
    failed = f"{' and '.join(lost)} could not be checked"
    if not report.messages:
        return f"{failed}.\n" if report.errors else "No messages to check.\n"
    checked = f"{plural(report.messages, 'message')} in {plural(report.files, 'file')}"
    also = f"; {failed}" if report.errors else ""
    if not report.findings:
        verdict = style.paint("All courteous.", "bold")
        return f"{verdict} Checked {checked}{also}.\n"
    counts = [
        plural(report.count(severity), severity.value)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
        if report.count(severity)
    ]
    return f"Found {', '.join(counts)} in {checked}{also}.\n"
