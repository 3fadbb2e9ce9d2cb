from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tonecheck.formats import _SUFFIXES, _TEMPLATE_SUFFIXES

ROOT = Path(__file__).resolve().parent.parent
LONGEST_MODULE = 350
SHAPELESS = {"utils", "util", "common", "constants", "helpers", "misc"}


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in found if path.is_file()]


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "--no-cache", "--output-format", "concise"],
        ["ruff", "format", "--check", "--no-cache"],
        ["mypy", "--no-error-summary"],
        ["lint-imports", "--no-cache"],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_the_code_keeps_to_the_rules_of_the_house(command: list[str]) -> None:
    program = Path(sys.executable).parent / command[0]
    done = subprocess.run(
        [program, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_modules_are_short_and_named_for_what_they_hold() -> None:
    modules = [path for path in tracked() if path.suffix == ".py" and "tests" not in path.parts]
    assert len(modules) > 20
    for module in modules:
        lines = module.read_text("utf-8").count("\n")
        assert lines <= LONGEST_MODULE, module
        assert module.stem not in SHAPELESS, module
        assert not SHAPELESS & set(module.relative_to(ROOT).parts), module


def blocks_of(heading: str) -> list[str]:
    readme = (ROOT / "README.md").read_text("utf-8")
    section = readme.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"^```sh\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)


def test_the_quick_start_is_two_blocks_and_ci_runs_the_second() -> None:
    first, second = blocks_of("Quick start")
    assert "tonecheck check" in first
    steps = [line for line in second.splitlines() if line.strip()]
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert steps
    for step in steps:
        program, _, rest = step.partition(" ")
        own = f"{program} {rest}" if program == "python3" else rest
        own = own.replace("python3 -m venv .venv", "python3 -m venv ")
        assert own in script, step
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o100


def test_the_hook_names_a_command_and_files_that_exist() -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    assert "entry: tonecheck check --force-exclude\n" in hook
    (pattern,) = re.findall(r"^  files: '(.*)'$", hook, re.MULTILINE)
    for name in ("a.txt", "replies/b.md", "c.markdown", "d.eml", "e.json", "f.jsonl", "g.ndjson"):
        assert re.search(pattern, name), name
    for suffix in (*_SUFFIXES, *_TEMPLATE_SUFFIXES):
        assert re.search(pattern, f"replies/a{suffix}"), suffix
    for name in ("a.yaml", "b.py", "c.txt.bak"):
        assert not re.search(pattern, name), name
