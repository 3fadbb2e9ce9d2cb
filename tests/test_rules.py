from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

import pytest

import tonecheck
from tonecheck.checks import Absent
from tonecheck.engine import Engine
from tonecheck.examples import act_complaints, complaints, hold, unmark
from tonecheck.library import bundled, load, rule_files
from tonecheck.library.compiling import read_files
from tonecheck.message import Channel, Kind
from tonecheck.text import Span

RULES, ACTS, _ = read_files(rule_files([bundled()]))
PACKAGE = Path(tonecheck.__file__).parent


@cache
def judge() -> Engine:
    return Engine(load())


@pytest.mark.parametrize("name", RULES)
def test_rule_agrees_with_its_examples(name: str) -> None:
    assert list(complaints(RULES[name], judge())) == []


@pytest.mark.parametrize("name", ACTS)
def test_act_agrees_with_its_examples(name: str) -> None:
    assert list(act_complaints(name, ACTS[name], judge())) == []


@pytest.mark.parametrize("name", RULES)
def test_rule_says_why_and_shows_how(name: str) -> None:
    rule = RULES[name]
    assert rule.summary.strip()
    assert not rule.summary.endswith(".")
    assert len(rule.why.split()) >= 8
    assert rule.text.strip().endswith((".", "?"))
    assert len([example for example in rule.examples if example.bad]) >= 3
    assert len([example for example in rule.examples if example.good]) >= 3
    texts = [example.bad or example.good for example in rule.examples]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("name", [name for name in RULES if isinstance(RULES[name].check, Absent)])
def test_rule_about_what_is_absent_spares_snippets(name: str) -> None:
    when = RULES[name].when
    assert when is not None
    assert when.kind
    assert Kind.SNIPPET not in when.kind


def test_rules_speak_on_some_channel() -> None:
    for rule in RULES.values():
        assert any(rule.severity_on(channel) for channel in Channel)


@pytest.mark.parametrize("folder", ["engine", "checks", "patterns", "library"])
def test_code_names_no_rule_and_no_act(folder: str) -> None:
    # Names of one word are English words too; only a string that is the whole name names an act.
    for path in (PACKAGE / folder).rglob("*.py"):
        strings = set(re.findall(r"[\"']([a-z][a-z-]*)[\"']", path.read_text("utf-8")))
        fields = {"card-number"}  # a kind of check and of secret, whatever rules are called
        assert strings & ({*RULES, *ACTS} - fields) == set(), path


def test_hold_reports_every_file_once() -> None:
    outcomes = list(hold())
    assert [outcome.name for outcome in outcomes] == [*sorted(ACTS), *sorted(RULES)]
    assert [outcome.name for outcome in outcomes if outcome.complaints] == []
    assert sum(outcome.examples for outcome in outcomes) > 300


def own_copy(tmp_path: Path, name: str, old: str, new: str) -> Path:
    """Give a folder with one changed copy of a bundled rule, under a name of its own."""
    (source,) = bundled().rglob(f"{name}.yaml")
    copy = tmp_path / "own" / f"my-{name}.yaml"
    copy.parent.mkdir()
    shutil.copy(source, copy)
    text = copy.read_text("utf-8")
    assert old in text
    copy.write_text(text.replace(old, new, 1), "utf-8")
    return copy


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("You «failed", "You «failed", None),
        ("«You failed to attach» the", "«You failed» to attach the", "found ['You failed to"),
        ("«You failed to attach» the", "Here is the", "nothing found"),
        ("good: You did not do anything wrong.", "good: You failed to pay.", "found fault with"),
        ('good: "You did not do anything wrong."', 'good: "You failed to pay."', "found fault"),
    ],
)
def test_rule_whose_example_is_broken_fails_by_name(
    tmp_path: Path, old: str, new: str, complaint: str | None
) -> None:
    (source,) = bundled().rglob("you-failed.yaml")
    if old not in source.read_text("utf-8"):
        old = new = "summary:"
        complaint = None
    copy = own_copy(tmp_path, "you-failed", old, new)
    (outcome,) = hold([copy.parent])
    assert outcome.name == "my-you-failed"
    assert outcome.path == copy
    if complaint is None:
        assert outcome.complaints == ()
    else:
        (said,) = outcome.complaints
        assert complaint in said


@pytest.mark.parametrize(
    ("text", "plain", "spans"),
    [
        ("Some «blue cheese» here.", "Some blue cheese here.", [Span(5, 16)]),
        ("«A» b «c»", "A b c", [Span(0, 1), Span(4, 5)]),
        ("none", "none", []),
    ],
)
def test_unmark(text: str, plain: str, spans: list[Span]) -> None:
    assert unmark(text) == (plain, spans)
