from __future__ import annotations

import re
from pathlib import Path

import pytest

import tonecheck
from tonecheck.checks import Absent
from tonecheck.engine import Engine
from tonecheck.examples import act_complaints, complaints, hold, unmark
from tonecheck.library import Library, bundled, rule_files
from tonecheck.library.compiling import read_files
from tonecheck.message import Channel, Kind
from tonecheck.text import Span

RULES, ACTS, WORDS = read_files(rule_files([bundled()]))[:3]
PACKAGE = Path(tonecheck.__file__).parent


@pytest.mark.parametrize("name", RULES)
def test_rule_agrees_with_its_examples(name: str, engine: Engine) -> None:
    assert list(complaints(RULES[name], engine)) == []


@pytest.mark.parametrize("name", ACTS)
def test_act_agrees_with_its_examples(name: str, engine: Engine) -> None:
    assert list(act_complaints(name, ACTS[name], engine)) == []


@pytest.mark.parametrize("name", RULES)
def test_rule_says_why_and_shows_how(name: str) -> None:
    rule = RULES[name]
    assert rule.summary.strip()
    assert not rule.summary.endswith(".")
    assert len(rule.why.split()) >= 8
    assert rule.text.strip().endswith((".", "?"))
    assert len([example for example in rule.examples if example.bad]) >= 3
    assert len([example for example in rule.examples if example.good]) >= 3
    assert len(set(map(repr, rule.examples))) == len(rule.examples)


def test_every_word_list_is_used() -> None:
    written = [str(rule.check) for rule in RULES.values()] + [str(act.any) for act in ACTS.values()]
    for name in WORDS:
        assert any(f"<{name}>" in text for text in written), name


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
        # Kinds of check and of secret, whatever rules are called.
        kinds = {RULES[name].check.kind for name in RULES} | {"access-key"}
        assert strings & ({*RULES, *ACTS} - kinds) == set(), path


def test_hold_reports_every_file_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tonecheck.examples.load", lambda _: library)  # as it would compile it
    outcomes = list(hold())
    assert [outcome.name for outcome in outcomes] == [*sorted(ACTS), *sorted(RULES)]
    assert [outcome.name for outcome in outcomes if outcome.complaints] == []
    assert sum(outcome.examples for outcome in outcomes) > 300


OWN = """\
summary: Praises blue cheese
severity: warning
check:
  kind: match
  phrases: [blue cheese, mild brie]
text: "“{match}” smells."
fix: {replace: gouda}
examples:
  - bad: Some «blue cheese» here.
  - bad: "«Mild brie» and «blue cheese»!"
  - {bad: "More blue cheese.", good: "More gouda."}
  - good: Some brie.
  - good: Not blue cheese.
"""


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder of rules that stand without the bundled ones, which take long to compile."""
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    for place in ("tonecheck.examples", "tonecheck.library"):
        monkeypatch.setattr(f"{place}.bundled", lambda: nothing)
    (tmp_path / "own").mkdir()
    return tmp_path / "own"


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("«blue cheese» here", "blue cheese here", None),
        ("«blue cheese» here", "«blue» cheese here", "found ['blue cheese']"),
        ("«blue cheese» here", "nothing here", "nothing found"),
        ("and «blue cheese»", "and blue cheese", "found ['Mild brie', 'blue cheese']"),
        ("Some brie.", "Some mild brie.", "found fault with 'mild brie'"),
        ("More gouda.", "More edam.", "mended to 'More gouda.', not to 'More edam.'"),
        ("text:", "when: {customer: [grumbles]}\ntext:", "not judged (no customer message)"),
    ],
)
def test_rule_whose_example_is_broken_fails_by_name(
    alone: Path, old: str, new: str, complaint: str | None
) -> None:
    acts = alone / "acts"
    acts.mkdir()
    (acts / "grumbles.yaml").write_text(GRUMBLES, "utf-8")
    path = alone / "blue-cheese.yaml"
    assert old in OWN
    path.write_text(OWN.replace(old, new, 1), "utf-8")
    act, rule = hold([alone])
    assert (act.name, act.complaints) == ("grumbles", ())
    assert (rule.name, rule.path) == ("blue-cheese", path)
    if complaint is None:
        assert rule.complaints == ()
    else:
        assert complaint in rule.complaints[0]


GRUMBLES = """\
summary: Says that something is broken
any:
  - phrases: [is broken]
says: [It is broken., The lamp is broken!, This is broken too.]
does-not: [It is not broken., If it is broken call., It broke.]
"""


def test_act_whose_example_is_broken_fails_by_name(alone: Path) -> None:
    acts = alone / "acts"
    acts.mkdir()
    text = GRUMBLES.replace("It broke.", "That is broken.").replace("is broken!", "was broken!")
    (acts / "grumbles.yaml").write_text(text, "utf-8")
    (outcome,) = hold([acts])
    assert outcome.name == "grumbles"
    assert outcome.complaints == (
        "says: 'The lamp was broken!': the act is not found",
        "does-not: 'That is broken.': found in 'is broken'",
    )


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
