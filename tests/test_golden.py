# Whole outputs for whole messages; `TONECHECK_UPDATE=1` writes them anew, to be read as a diff.

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest

from tonecheck import cli

GOLDEN = Path(__file__).resolve().parent / "golden"
ROOT = GOLDEN.parent.parent
MESSAGES = sorted(p.name for p in GOLDEN.iterdir() if p.suffix in {".txt", ".md", ".eml"})
FORMS = ("full", "concise", "json", "parse")
UPDATE = bool(os.environ.get("TONECHECK_UPDATE"))


def output(
    args: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    monkeypatch.setattr(sys, "argv", ["tonecheck", *args])
    with pytest.raises(SystemExit) as stop:
        cli.main()
    captured = capsys.readouterr()
    assert stop.value.code in {0, 1}
    assert captured.err == ""
    return captured.out


def record_of(name: str) -> str:
    return (GOLDEN / f"{name}.out").read_text("utf-8")


@pytest.mark.parametrize("name", MESSAGES)
def test_the_outputs_for_a_message_are_those_on_record(
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(ROOT)
    path = f"tests/golden/{name}"
    check = ["check", "--isolated", path, "--output-format"]
    outputs = {
        form: output(["parse", path] if form == "parse" else [*check, form], monkeypatch, capsys)
        for form in FORMS
    }
    stem = name.partition(".")[0]
    if UPDATE:
        for form, text in outputs.items():
            (GOLDEN / f"{stem}.{form}.out").write_text(text, "utf-8")
    for form, text in outputs.items():
        assert text == (GOLDEN / f"{stem}.{form}.out").read_text("utf-8"), form


@pytest.mark.parametrize("name", MESSAGES)
def test_the_recorded_findings_stand_where_they_say(name: str) -> None:
    text = (GOLDEN / name).read_text("utf-8")
    record = (GOLDEN / f"{name.partition('.')[0]}.json.out").read_text("utf-8")
    lines = text.split("\n")
    for finding in json.loads(record)["findings"]:
        words = text[finding["start"] : finding["end"]]
        start = sum(len(line) + 1 for line in lines[: finding["line"] - 1]) + finding["column"] - 1
        assert start == finding["start"]
        if finding["words"] and "•" not in finding["words"] and name.endswith(".txt"):
            assert words == finding["words"]


def test_the_readme_shows_what_really_comes_out() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    blocks = re.findall(r"^```(?:text|console)\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    shown = f"$ tonecheck check tests/golden/double-charge.txt\n{record_of('double-charge.full')}"
    assert blocks[0] == (GOLDEN / "double-charge.txt").read_text("utf-8")
    assert blocks[1] == shown


def test_no_record_outlives_its_message() -> None:
    stems = {name.partition(".")[0] for name in MESSAGES}
    assert len(stems) == len(MESSAGES)
    wanted = {f"{stem}.{form}.out" for stem in stems for form in FORMS}
    assert {path.name for path in GOLDEN.glob("*.out")} == wanted


def test_no_record_holds_a_card_number() -> None:
    for form in FORMS:
        path = GOLDEN / f"card-on-file.{form}.out"
        digits = "".join(c for c in path.read_text("utf-8") if c.isdigit() or c in "•\n")
        assert "4111111111111111" not in digits
        assert "378282246310005" not in digits
