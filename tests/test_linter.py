from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import tonecheck
from tonecheck import Linter
from tonecheck.errors import RuleError, SettingsError
from tonecheck.finding import Severity
from tonecheck.library import Library
from tonecheck.linter import check
from tonecheck.message import Context

BLAMING = "Hi Ana,\n\nYou failed to attach the receipt.\n\nKind regards,\nBo\n"
KIND = (
    "Hi Ana,\n\nThank you for writing. I am sorry that the lamp broke. I have sent a new one "
    "today, and it reaches you by Friday. Please reply here if it does not.\n\nKind regards,\nBo\n"
)


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter()


def test_fault_is_found_at_its_place(linter: Linter) -> None:
    findings = [f for f in linter.check(BLAMING).findings if f.rule == "you-failed"]
    (finding,) = findings
    assert finding.words == "You failed to attach"
    assert finding.span.of(BLAMING) == finding.words
    assert (finding.path, finding.start.line, finding.start.column) == ("<text>", 3, 1)
    assert finding.severity is Severity.WARNING


def test_kind_message_has_no_findings(linter: Linter) -> None:
    assert linter.check(KIND).findings == ()


def test_texts_do_not_change_each_other(linter: Linter) -> None:
    fresh = linter.check(BLAMING)
    linter.check(KIND)
    assert linter.check(BLAMING) == fresh
    assert linter.check(BLAMING, name="b.txt").findings[0].path == "b.txt"


def test_report_counts_the_text(linter: Linter) -> None:
    report = linter.check(KIND)
    assert (report.files, report.messages) == (1, 1)
    assert linter.check("").not_read[0].what == "empty"


def test_offsets_are_code_points_of_the_text_as_given(linter: Linter) -> None:
    text = "\U0001f642 İ\r\n\r\nYou failed to pay.\r\n"
    (finding,) = [f for f in linter.check(text).findings if f.rule == "you-failed"]
    assert finding.span.of(text) == "You failed to pay"
    assert finding.start.line == 3


def test_markdown_is_read_as_its_reader_sees_it(linter: Linter) -> None:
    text = "You **failed** to pay.\n"
    report = linter.check(text, format="markdown")
    (finding,) = [f for f in report.findings if f.rule == "you-failed"]
    assert finding.words == "You failed to pay"
    assert finding.span.of(text) == "You **failed** to pay"


def test_channel_and_kind_reach_the_rules(linter: Linter) -> None:
    rules = {f.rule for f in linter.check("It is here.").findings}
    snippet = {f.rule for f in linter.check("It is here.", kind="snippet").findings}
    assert "missing-greeting" in rules
    assert "missing-greeting" not in snippet
    assert "missing-greeting" not in {
        f.rule for f in linter.check("It is here.", channel="sms").findings
    }


def test_context_reaches_the_rules(tmp_path: Path, make: Callable[..., Library]) -> None:
    make(
        cheese={
            "check": {"kind": "match", "phrases": ["blue cheese"]},
            "when": {"customer": ["grumbles"]},
        }
    )
    paths = [tmp_path / "rules" / "made", tmp_path / "rules" / "acts" / "grumbles.yaml"]
    linter = Linter(select=["cheese"], rule_paths=paths, cache=False)
    assert linter.check("Blue cheese.").skipped[0].reason == "no customer message"
    answered = linter.check("Blue cheese.", context=Context(in_reply_to="It is broken."))
    assert [finding.rule for finding in answered.findings] == ["cheese"]


def test_select_and_ignore() -> None:
    report = check(BLAMING, select=["blame"])
    assert {finding.category for finding in report.findings} == {"blame"}
    assert check(BLAMING, select=["blame"], ignore=["you-failed"]).findings == ()


@pytest.mark.parametrize("unknown", [{"format": "docx"}, {"kind": "letter"}, {"channel": "fax"}])
def test_unknown_values_are_refused(linter: Linter, unknown: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"docx|letter|fax"):
        linter.check("Hello.", **unknown)  # type: ignore[arg-type]


def test_unknown_names_and_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"did you mean ‘you-failed’"):
        Linter(select=["you-faild"])
    with pytest.raises(RuleError, match=r"no such file or folder of rules"):
        Linter(rule_paths=[tmp_path / "none"])


def test_public_names() -> None:
    assert {"Linter", "check"} <= set(tonecheck.__all__)
    assert tonecheck.Linter is Linter
