"""Reports for programs: the JSON of version 1, whole or one finding a line."""

from __future__ import annotations

import json
import re
from typing import Any

from tonecheck.finding import Finding, Report, Severity

REPORT_VERSION = 1
_SURROGATE = re.compile("[\ud800-\udfff]")  # a byte that could not be decoded; no program takes it


def json_report(report: Report) -> str:
    """Write the whole report as one JSON object; columns and offsets are code points."""
    from tonecheck import __version__

    value = {
        "version": REPORT_VERSION,
        "tool": {"name": "tonecheck", "version": __version__},
        "column_unit": "code_point",
        "summary": {
            "files": report.files,
            "messages": report.messages,
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "infos": report.count(Severity.INFO),
            "suppressed": report.suppressed,
        },
        "findings": [_finding(finding) for finding in report.findings],
        "skipped": [
            {"rule": s.rule, "reason": s.reason, "messages": s.messages} for s in report.skipped
        ],
        "not_read": [
            {
                "path": _sound(entry.path),
                "message_id": None if entry.message_id is None else _sound(entry.message_id),
                "what": entry.what,
                "line": entry.line,
                "end_line": entry.end_line,
            }
            for entry in report.not_read
        ],
        "errors": [
            {"path": _sound(failure.path), "text": _sound(failure.text)}
            for failure in report.errors
        ],
    }
    return json.dumps(value, ensure_ascii=True, indent=2) + "\n"


def json_lines(report: Report) -> str:
    """Write one JSON object a line, a finding each."""
    return "".join(json.dumps(_finding(finding)) + "\n" for finding in report.findings)


def _finding(finding: Finding) -> dict[str, Any]:
    fix = finding.fix
    return {
        "path": _sound(finding.path),
        "message_id": None if finding.message_id is None else _sound(finding.message_id),
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity.value,
        "text": _sound(finding.text),
        "words": None if finding.words is None else _sound(finding.words),
        "line": finding.start.line,
        "column": finding.start.column,
        "end_line": finding.end.line,
        "end_column": finding.end.column,
        "start": finding.span.start,
        "end": finding.span.end,
        "message_line": finding.message_start.line,
        "message_column": finding.message_start.column,
        "region": finding.region,
        "branch": finding.branch,
        "fix": None
        if fix is None
        else {
            "safe": fix.safe,
            "edits": [
                {"start": e.span.start, "end": e.span.end, "replacement": e.replacement}
                for e in fix.edits
            ],
        },
        "suggestions": [_sound(text) for text in finding.suggestions],
        "fingerprint": finding.fingerprint,
    }


def _sound(text: str) -> str:
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
