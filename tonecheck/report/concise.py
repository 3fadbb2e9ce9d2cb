"""One line a finding: `path:line:col: severity[rule] text`."""

from __future__ import annotations

from tonecheck.finding import Report
from tonecheck.report.style import Style, visible


def concise(report: Report, *, color: bool = False) -> str:
    """Write a line for each finding; nothing at all for none."""
    style = Style(color)
    return "".join(
        f"{style.paint(visible(f.path), 'bold')}:{f.start.line}:{f.start.column}: "
        f"{style.severity(f.severity)}[{f.rule}] {visible(f.text)}"
        f"{f' (branch: {visible(f.branch)})' if f.branch else ''}\n"
        for f in report.findings
    )
