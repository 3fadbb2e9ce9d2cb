from __future__ import annotations

from pathlib import Path

import pytest

from tonecheck import Linter
from tonecheck.library import bundled, rule_files
from tonecheck.library.compiling import read_files
from tonecheck.report.reference import as_markdown

ROOT = Path(__file__).resolve().parent.parent
RULES = read_files(rule_files([bundled()])).rules


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(ignore=["unresolved-placeholder", "malformed-placeholder", "leftover-bracket"])


def test_the_rule_reference_is_fresh() -> None:
    fresh = as_markdown([RULES[name] for name in sorted(RULES)])
    assert (ROOT / "rules" / "README.md").read_text("utf-8") == fresh


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_says_nothing_that_tonecheck_would_object_to(name: str, linter: Linter) -> None:
    rule = RULES[name]
    for text in (rule.text, rule.why, *rule.suggest):
        for finding in linter.check(text, kind="snippet", channel="chat").findings:
            assert finding.severity == "info" or finding.words is None, finding


def test_the_readme_has_no_fault_outside_its_examples(linter: Linter) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    report = linter.check(text, format="markdown", kind="snippet")
    assert [(f.rule, f.words) for f in report.findings if f.severity != "info"] == []
