"""What a run of tonecheck reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import field
from enum import StrEnum
from typing import NamedTuple

from tonecheck.record import record
from tonecheck.text import Position, Span


class Severity(StrEnum):
    """How much a finding matters."""

    INFO = "info"  # consider
    WARNING = "warning"  # should change
    ERROR = "error"  # do not send

    @property
    def rank(self) -> int:
        """Give 0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


class Edit(NamedTuple):
    """Replace one range of the file; the replacement is already escaped for its place."""

    span: Span
    replacement: str


class Fix(NamedTuple):
    """Edits that belong together: sorted, apart. Safe ones cannot change what is meant."""

    edits: tuple[Edit, ...]
    safe: bool = False


class Frame(NamedTuple):
    """The file's own line under a finding, secrets masked; columns count from 1, end exclusive."""

    line: int
    text: str
    column: int
    end_column: int


@record(frozen=True, slots=True)
class Finding:
    """One objection to one place of one message.

    `span` is the range of the file in code points; `message_span` that of the message's text.
    What is absent stands at the first or last own word and has no `words`.
    """

    path: str
    message_id: str | None
    rule: str
    category: str
    severity: Severity
    text: str
    words: str | None
    span: Span
    start: Position
    end: Position
    message_span: Span
    message_start: Position
    region: str
    fingerprint: str
    suggestions: tuple[str, ...] = ()
    fix: Fix | None = None
    branch: str | None = None
    frame: Frame | None = None

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Give the key that findings are sorted by: path, start, end, rule, message."""
        return (self.path, self.span.start, self.span.end, self.rule, self.message_id or "")


class Skipped(NamedTuple):
    """A rule that could not be judged, why, and in how many messages."""

    rule: str
    reason: str
    messages: int


class NotRead(NamedTuple):
    """A stretch that was left unjudged; whole files have no lines."""

    path: str
    message_id: str | None
    what: str
    line: int | None = None
    end_line: int | None = None


class Failure(NamedTuple):
    """A file, or a record of one, that could not be checked, and the sentence that says why."""

    path: str
    text: str
    line: int | None = None  # of a record: the rest of its file was checked


class Reply(NamedTuple):
    """A reply of a thread, and how many seconds the message that it answers waited for it."""

    path: str
    message_id: str | None
    waited: int


class Tally(NamedTuple):
    """How a run went: figures for `-v`, not part of any report."""

    sentences: int = 0
    unique: int = 0
    tokenized: int = 0
    parsed: int = 0


@record(frozen=True, slots=True)
class Report:
    """All that a run has to say; findings are in their order."""

    findings: tuple[Finding, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    not_read: tuple[NotRead, ...] = ()
    errors: tuple[Failure, ...] = ()
    files: int = 0
    messages: int = 0
    suppressed: int = 0
    replies: tuple[Reply, ...] = ()
    tally: Tally = field(default_factory=Tally)

    def count(self, severity: Severity) -> int:
        """Tell how many findings have a severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def worst(self) -> int:
        """Give the rank of the gravest finding, or -1 when there is none."""
        return max((finding.severity.rank for finding in self.findings), default=-1)


def merge(reports: Sequence[Report]) -> Report:
    """Join the reports of several engines into one, in the order that one would have given."""
    tallies = [report.tally for report in reports]
    skipped: Counter[tuple[str, str]] = Counter()
    for report in reports:
        skipped.update({(entry.rule, entry.reason): entry.messages for entry in report.skipped})
    return Report(
        findings=tuple(sorted((f for r in reports for f in r.findings), key=lambda f: f.order)),
        skipped=tuple(Skipped(*key, number) for key, number in sorted(skipped.items())),
        not_read=tuple(
            sorted(
                (entry for report in reports for entry in report.not_read),
                key=lambda entry: (entry.path, entry.line or 0, entry.what),
            )
        ),
        errors=tuple(
            sorted(
                (failure for report in reports for failure in report.errors),
                key=lambda failure: (failure.path, failure.line or 0, failure.text),
            )
        ),
        replies=tuple(reply for report in reports for reply in report.replies),
        files=sum(report.files for report in reports),
        messages=sum(report.messages for report in reports),
        tally=Tally(
            sum(t.sentences for t in tallies),
            sum(t.unique for t in tallies),
            sum(t.tokenized for t in tallies),
            sum(t.parsed for t in tallies),
        ),
    )
