from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tonecheck import cli
from tonecheck.cli import check as check_command
from tonecheck.cli.terminal import Color, colored
from tonecheck.engine import Engine, Job
from tonecheck.finding import Report
from tonecheck.report.style import visible

RUDE = "Your call is important to us. You failed to attach the receipt.\n"
BLAME = "Hello Ms Reyes,\n\nYou failed to attach the receipt.\n\nKind regards,\nTomas\n"
KIND = """\
Hello Ms Reyes,

Thank you for the photos of the kettle. I am sorry that the lid arrived cracked.

I sent you a new lid this morning, and it will be with you by Friday. If anything is unclear, \
just reply to this message and I will help.

Kind regards,
Tomas Lindqvist
"""
ESCAPES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

FINDING_KEYS = set(
    "path message_id rule category severity text words line column end_line end_column start end "
    "message_line message_column region branch fix suggestions fingerprint".split()
)


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str

    @property
    def report(self) -> Any:  # noqa: ANN401 - whatever JSON holds
        return json.loads(self.out)

    @property
    def rules(self) -> list[str]:
        return [finding["rule"] for finding in self.report["findings"]]


Command = Callable[..., Outcome]


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM"):
        monkeypatch.delenv(name, raising=False)

    def call(*args: str | Path, stdin: str | bytes = b"") -> Outcome:
        data = stdin if isinstance(stdin, bytes) else stdin.encode()
        monkeypatch.setattr(sys, "argv", ["tonecheck", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        with pytest.raises(SystemExit) as stop:
            cli.main()
        assert isinstance(stop.value.code, int)
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Outcome(stop.value.code, captured.out, captured.err)

    return call


def process(*args: str, cwd: Path, stdin: bytes = b"", **env: str) -> Outcome:
    done = subprocess.run(
        [sys.executable, "-m", "tonecheck", *args],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        check=False,
        env=os.environ | env,
    )
    assert b"Traceback" not in done.stderr
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def file(folder: Path, name: str, text: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return name


def rule_file(folder: Path, name: str, check: str, bad: str, good: str) -> Path:
    examples = "".join(f'  - bad: "{bad}"\n  - good: "{good}"\n' for _ in range(3))
    file(
        folder,
        f"house/{name}.yaml",
        f"summary: A rule of this house\nwhy: It is tested here.\nseverity: warning\n"
        f'check:\n{check}text: "House rule."\nexamples:\n{examples}',
    )
    return folder / "house"


# Exit codes


def test_findings_exit_with_1_and_a_courteous_message_with_0(tmp_path: Path) -> None:
    file(tmp_path, "rude.txt", BLAME)
    file(tmp_path, "kind.txt", KIND)
    rude = process("check", "rude.txt", cwd=tmp_path)
    assert (rude.code, rude.err) == (1, "")
    assert "warning[you-failed]" in rude.out
    kind = process("check", "kind.txt", "--output-format", "concise", cwd=tmp_path)
    assert kind == Outcome(0, "", "")


@pytest.mark.parametrize(
    ("severity", "flags", "code"),
    [
        ("info", [], 0),
        ("warning", [], 1),
        ("error", [], 1),
        ("info", ["--fail-on", "info"], 1),
        ("info", ["--fail-on", "warning"], 0),
        ("warning", ["--fail-on", "error"], 0),
        ("error", ["--fail-on", "error"], 1),
        ("error", ["--fail-on", "info", "--exit-zero"], 0),
        ("error", ["--config", "fail-on=error"], 1),
        ("warning", ["--config", "fail-on=error"], 0),
    ],
)
def test_the_least_failing_severity_decides(
    run: Command, tmp_path: Path, severity: str, flags: list[str], code: int
) -> None:
    file(tmp_path, "a.txt", BLAME)
    level = ["--select", "you-failed", "--config", f'severity.you-failed="{severity}"']
    assert run("check", "a.txt", *level, *flags).code == code


def test_each_file_fails_at_the_level_of_its_own_settings(run: Command, tmp_path: Path) -> None:
    file(tmp_path, "strict/a.txt", BLAME)
    file(tmp_path, "lax/b.txt", BLAME)
    file(tmp_path, "lax/tonecheck.toml", 'fail-on = "error"')
    only = ["--select", "you-failed"]
    assert run("check", "lax", *only).code == 0
    assert run("check", "strict", *only).code == 1
    assert run("check", ".", *only).code == 1
    assert run("check", ".", *only, "--fail-on", "error").code == 0


def test_a_missing_path_is_an_error_and_the_other_files_are_checked(
    run: Command, tmp_path: Path
) -> None:
    file(tmp_path, "a.txt", BLAME)
    done = run("check", "missing.txt", "a.txt", "--exit-zero")
    assert done.code == 2
    assert "you-failed" in done.out
    assert "1 file could not be checked" in done.out
    assert done.err == "tonecheck: error: missing.txt: no such file; check the path\n"
    report = run("check", "missing.txt", "a.txt", "--output-format", "json").report
    assert [failure["path"] for failure in report["errors"]] == ["missing.txt"]
    assert report["summary"]["files"] == 1


def test_no_exclude_makes_up_for_a_missing_path(run: Command) -> None:
    for name in ("README.md", "missing.csv", "old/a.txt"):
        done = run("check", "--force-exclude", "--exclude", "old/", name)
        assert done.code == 2
        assert done.err == f"tonecheck: error: {name}: no such file; check the path\n"


def test_a_missing_path_is_never_taken_for_a_text(run: Command) -> None:
    done = run("check", "You failed to attach the receipt.")
    assert done.code == 2
    assert "you-failed" not in done.out


def looping(folder: Path) -> str:
    (folder / "a.txt").symlink_to("a.txt")
    return "a.txt"


def too_long(_: Path) -> str:
    return "a" * 300 + ".txt"


def under_a_file(folder: Path) -> str:
    file(folder, "kind.txt", KIND)
    return "kind.txt/a.txt"


@pytest.mark.parametrize("make", [looping, too_long, under_a_file])
def test_an_impossible_path_costs_itself_alone(
    run: Command, tmp_path: Path, make: Callable[[Path], str]
) -> None:
    name = make(tmp_path)
    file(tmp_path, "rude.txt", BLAME)
    done = run("check", name, "rude.txt", "--select", "you-failed")
    assert done.code == 2
    assert "you-failed" in done.out
    assert done.err.startswith(f"tonecheck: error: {name}: ")
    assert done.err.count("\n") == 1
    assert "internal error" not in done.err


def test_a_file_that_may_not_be_read_says_so(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file(tmp_path, "a.txt", BLAME)
    file(tmp_path, "b.txt", BLAME)
    read = Path.read_bytes

    def guarded(path: Path) -> bytes:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", guarded)
    done = run("check", "a.txt", "b.txt")
    assert done.code == 2
    assert "--> b.txt:3:1" in done.out
    assert done.err.startswith("tonecheck: error: a.txt: may not be read; ")


def test_a_folder_without_messages_is_no_error_but_a_warning(run: Command) -> None:
    done = run("check", ".")
    assert (done.code, done.out) == (0, "No messages to check.\n")
    assert done.err.startswith("tonecheck: warning: no messages to check here")


# Files of many records

SOURCE = "[[sources]]\nfiles = ['macros.*']\ntext = '$.text'\nid = '$.id'\n"
ROWS = (
    '{"id": "good", "text": "Hello Ana."}\n'
    '{"id": 1, "text": \n'
    '{"id": "bad", "text": "Hello Ana,\\n\\nYou failed to sign."}\n'
    '{"id": "none"}\n'
)


def test_findings_and_errors_of_one_file_are_told_together(run: Command, tmp_path: Path) -> None:
    file(tmp_path, "tonecheck.toml", SOURCE)
    file(tmp_path, "macros.jsonl", ROWS)
    done = run("check", ".", "--select", "you-failed")
    assert done.code == 2
    assert "--> macros.jsonl:3:38 (bad)" in done.out
    assert "not read: 1 record without text" in done.out
    assert "1 warning in 2 messages in 1 file; 1 record could not be checked.\n" in done.out
    assert done.err.startswith("tonecheck: error: macros.jsonl:2: not JSON: ")
    assert done.err.count("\n") == 1
    report = run("check", ".", "--select", "you-failed", "--output-format", "json").report
    (finding,) = report["findings"]
    assert (finding["message_id"], finding["message_line"]) == ("bad", 3)
    assert [entry["line"] for entry in report["not_read"]] == [4]
    assert [failure["path"] for failure in report["errors"]] == ["macros.jsonl"]


def test_a_file_of_records_without_a_source_is_not_read_and_that_is_said(
    run: Command, tmp_path: Path
) -> None:
    file(tmp_path, "tonecheck.toml", SOURCE)
    file(tmp_path, "package.json", '{"text": "You failed to pay."}')
    named = run("check", "package.json")
    assert named.code == 0
    assert named.err == (
        "tonecheck: warning: package.json: not read: no [[sources]] matches; "
        "settings say where its messages lie\n"
    )
    assert named.out == "not read: 1 file: no [[sources]] matches\n\nNo messages to check.\n"
    report = run("check", "package.json", "--output-format", "json").report
    assert [(entry["path"], entry["what"]) for entry in report["not_read"]] == [
        ("package.json", "no [[sources]] matches")
    ]
    assert report["summary"]["files"] == 0
    assert "package.json\tnot read: no [[sources]] matches" in run("check", "--show-files").out
    found = run("check", ".", "--output-format", "json")
    assert found.report["not_read"] == []
    assert "no messages to check here" in found.err
    assert "no messages to check here" in run("check", "--force-exclude", "package.json").err
    missing = run("check", "missing.json")
    assert (missing.code, missing.err) == (
        2,
        "tonecheck: error: missing.json: no such file; check the path\n",
    )


def test_stdin_is_read_as_the_records_that_its_name_tells(run: Command, tmp_path: Path) -> None:
    file(tmp_path, "tonecheck.toml", SOURCE)
    only = ["--select", "you-failed", "--output-format", "concise"]
    done = run("check", "-", "--stdin-filename", "macros.jsonl", *only, stdin=ROWS)
    assert done.code == 2
    assert done.out.startswith("macros.jsonl:3:38: warning[you-failed] ")
    other = run("check", "-", "--stdin-filename", "other.jsonl", *only, stdin=ROWS)
    assert (other.code, other.out) == (0, "")
    assert "other.jsonl: not read: no [[sources]] matches" in other.err


def test_parse_shows_every_message_of_a_file_of_records(run: Command, tmp_path: Path) -> None:
    file(tmp_path, "tonecheck.toml", SOURCE + "channel = '$.channel'\n")
    file(tmp_path, "macros.jsonl", ROWS + '{"id": "chat", "text": "Hi.", "channel": "chat"}\n')
    done = run("parse", "macros.jsonl")
    assert done.code == 2
    for name in ("good", "bad", "chat"):
        assert f"macros.jsonl ({name}): " in done.out
    assert done.out.count("channel       email (assumed)\n") == 2
    assert done.out.count("channel       chat\n") == 1
    assert "macros.jsonl:4: not read: no text" in done.err
    assert "error: macros.jsonl:2: not JSON" in done.err


def test_processes_tell_the_same_of_records_as_one_does(run: Command, tmp_path: Path) -> None:
    file(tmp_path, "tonecheck.toml", SOURCE.replace("macros.*", "*.jsonl"))
    for name in "abc":
        file(tmp_path, f"{name}.jsonl", ROWS)
    one, two = (
        run("check", ".", "--select", "blame", "--output-format", "json", "--jobs", jobs)
        for jobs in "12"
    )
    assert one.report["errors"]
    assert two == one


# What a file may hold


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a.txt:1: not UTF-8 text (byte 0x89)"),
        (b"Hello\nMs\0 Reyes", "a.txt:2: a NUL byte: this looks like a binary file"),
        ("Hello,\n\nthe caf\xe9".encode("latin-1"), "a.txt:3: not UTF-8 text (byte 0xe9)"),
        ("Hello".encode("utf-16-le"), "a.txt:1: a NUL byte"),
        (b"\xff\xfeH", "a.txt:1: not UTF-16-LE text"),
    ],
)
def test_what_is_no_text_is_refused_with_its_line(
    run: Command, tmp_path: Path, data: bytes, sentence: str
) -> None:
    file(tmp_path, "a.txt", data)
    file(tmp_path, "b.txt", BLAME)
    done = run("check", ".", "--select", "you-failed")
    assert done.code == 2
    assert "--> b.txt:3:1" in done.out
    assert done.err.startswith(f"tonecheck: error: {sentence}")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("text", ["", "\n", " \n\t\r\n", "\ufeff", "…\n", "-- \n"])
def test_a_file_without_words_is_clean(run: Command, tmp_path: Path, text: str) -> None:
    file(tmp_path, "a.txt", text)
    done = run("check", "a.txt", "--select", "ALL", "--output-format", "json")
    assert (done.code, done.err) == (0, "")
    assert done.rules == []
    assert done.report["not_read"][0]["what"] == "empty"


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        ("\ufeffYou failed to sign.".encode(), 1, 1),
        ("You failed to sign.".encode("utf-16"), 1, 1),
        ("A.\nYou failed to sign.".encode("utf-32"), 2, 1),
        (b"Hello,\r\n\r\nYou failed to sign.\r\n", 3, 1),
        (b"Hello,\r\rYou failed to sign.\r", 3, 1),
        ("🙂 é\u0301 You failed to sign.".encode(), 1, 6),
        (b"\tYou failed to sign.", 1, 2),
        ("A\u2028B.\x0bYou failed to sign.".encode(), 1, 6),
    ],
)
def test_lines_and_columns_are_true_whatever_the_encoding(
    run: Command, tmp_path: Path, data: bytes, line: int, column: int
) -> None:
    file(tmp_path, "a.txt", data)
    found = run("check", "a.txt", "--select", "you-failed", "--output-format", "json").report
    (finding,) = found["findings"]
    assert (finding["line"], finding["column"]) == (line, column)
    assert finding["end_column"] - finding["column"] == len(finding["words"])


def test_a_line_of_ten_megabytes_is_checked(run: Command, tmp_path: Path) -> None:
    filler = "The new lid is on its way and will be there soon, " * 20 + "so rest easy. "
    text = filler * (10_000_000 // len(filler)) + "You failed to sign."
    file(tmp_path, "a.txt", text)
    done = run("check", "a.txt", "--select", "you-failed")
    assert done.code == 1
    assert f"a.txt:1:{len(text) - 18}" in done.out
    assert max(map(len, done.out.splitlines())) < 200


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.eml"])
def test_a_thousand_nested_quotes_are_history(run: Command, tmp_path: Path, name: str) -> None:
    file(tmp_path, name, f"{KIND}\n{'>' * 1000} You failed to sign.\n")
    done = run("check", name, "--select", "you-failed", "--output-format", "json")
    assert (done.code, done.rules) == (0, [])


# Rules and settings that cannot be used


def test_a_broken_rule_is_named_with_line_and_field(run: Command, tmp_path: Path) -> None:
    folder = rule_file(tmp_path, "no-foo", "  kind: match\n  phrase: [foo]\n", "foo", "bar")
    file(tmp_path, "a.txt", KIND)
    done = run("check", "a.txt", "--config", f'rule-paths=["{folder.name}"]')
    assert (done.code, done.out) == (2, "")
    assert "no-foo.yaml:6: check.phrase: unknown key (did you mean ‘phrases’?)" in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ("selct = ['blame']", "selct: unknown key (did you mean ‘select’?)"),
        ("fail-on = 'fatal'", "fail-on: "),
        ("select = ['blam']", "select: no rule ‘blam’ (did you mean ‘blame’?)"),
        ("[severity]\nyou-faild = 'info'", "no rule ‘you-faild’ (did you mean ‘you-failed’?)"),
        ("select = [", "not TOML"),
    ],
)
def test_a_wrong_setting_is_named_with_its_file(
    run: Command, tmp_path: Path, settings: str, sentence: str
) -> None:
    file(tmp_path, "a.txt", KIND)
    file(tmp_path, "tonecheck.toml", settings)
    done = run("check", "a.txt")
    assert (done.code, done.out) == (2, "")
    assert "tonecheck.toml:" in done.err
    assert sentence in done.err
    assert run("check", "a.txt", "--isolated").code == 0


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["--select", "you-faild"], "select: no rule ‘you-faild’ (did you mean ‘you-failed’?)"),
        (["--ignore", "you-faild"], "ignore: no rule ‘you-faild’ (did you mean ‘you-failed’?)"),
        (["--extend-select", "x1"], "extend-select: no rule ‘x1’"),
        (["--config", "selct=['blame']"], "--config: selct: unknown key (did you mean ‘select’?)"),
        (["--config", "channel=mail"], "--config: channel: "),
        (["--config", "none.toml"], "no settings file ‘none.toml’; a setting is KEY=VALUE"),
        (["--config", "a.txt", "--config", "b.txt"], "one settings file at most, not 2"),
        (["--config", "files=['*']"], "‘files’ belongs in a settings file"),
        (["--report", "jsn=x"], "no format ‘jsn’ (did you mean ‘json’?)"),
        (["--report", "json"], "‘json’ names no file; write json=PATH"),
        (["--output-file", "none/x.txt"], "none/x.txt: cannot be written: No such file"),
        (["--report", "json=none/x"], "none/x: cannot be written: No such file"),
        (["--now", "tomorrow"], "‘tomorrow’ is no time in ISO 8601, such as 2026-05-04T09:30"),
        (["--fail-on", "fatal"], "'fatal' is not one of 'info', 'warning', 'error'"),
        (["--jobs", "0"], "0 is not in the range x>=1"),
        (["--select", ""], "--select: names no rule; name one or leave it out"),
        (["--select", ","], "--select: names no rule"),
        (["--extend-select", " , "], "--extend-select: names no rule"),
        (["--ignore", ""], "--ignore: names no rule"),
        (["--select", "x" * 300], f"select: no rule ‘{'x' * 79}…’; `tonecheck rule` lists"),
        (["--exclude", "b.txt", "--exclude", "!"], "--exclude: ‘!’ is no pattern as in .gitignore"),
        (["--config", "exclude=['[z-a]']"], "--config: exclude: ‘[z-a]’ is no pattern"),
        (["--config", "rules.long-sentence.max-words=-1"], "needs a number from 0 up, not -1.0"),
        (["--config", f"select=['{'x' * 300}']"], "no rule ‘xxx"),
        (["--config", "n" * 300], "no settings file ‘nnn"),
        (["--config", "select=" + "[" * 10_000], "--config: select: input should be a list"),
        (["--nope"], "No such option: --nope"),
    ],
)
def test_a_wrong_flag_is_a_sentence_and_exit_code_2(
    run: Command, tmp_path: Path, args: list[str], sentence: str
) -> None:
    file(tmp_path, "a.txt", KIND)
    file(tmp_path, "b.txt", KIND)
    done = run("check", "a.txt", *args)
    assert (done.code, done.out) == (2, "")
    assert sentence in done.err


def test_a_misspelt_rule_is_an_error_even_without_messages(run: Command) -> None:
    assert run("check", "--select", "you-faild").code == 2


# stdin


def test_stdin_is_a_message_and_its_name_gives_the_format(run: Command) -> None:
    quoted = "Hello,\n\n    You failed to sign.\n"  # code in Markdown alone
    plain = run("check", "-", "--select", "you-failed", "--output-format", "json", stdin=quoted)
    assert plain.rules == ["you-failed"]
    assert plain.report["findings"][0]["path"] == "<stdin>"
    for args in (["-", "--stdin-filename", "x.md"], ["--stdin-filename", "x.md"]):
        assert run("check", *args, "--select", "you-failed", stdin=quoted).code == 0


def test_the_name_of_stdin_gives_its_settings_and_excludes(run: Command, tmp_path: Path) -> None:
    file(tmp_path, "sub/tonecheck.toml", "ignore = ['you-failed']\nexclude = ['old/']")
    only = ["--select", "you-failed", "--output-format", "json", "--stdin-filename"]
    assert run("check", *only, "a.txt", stdin=BLAME).rules == ["you-failed"]
    assert run("check", *only, "sub/a.txt", stdin=BLAME).rules == []
    old = ["sub/old/a.txt", "--config", "ignore=[]"]
    assert run("check", *only, *old, stdin=BLAME).rules == ["you-failed"]
    assert run("check", *only, *old, "--force-exclude", stdin=BLAME).rules == []


def test_stdin_and_files_may_be_checked_together(run: Command, tmp_path: Path) -> None:
    file(tmp_path, "a.txt", BLAME)
    done = run("check", "a.txt", "-", "--select", "you-failed", "-q", stdin=BLAME)
    assert "--> a.txt:3:1" in done.out
    assert "--> <stdin>:3:1" in done.out


def test_stdin_that_is_no_text_is_an_error(run: Command) -> None:
    done = run("check", "-", stdin=b"caf\xe9")
    assert done.code == 2
    assert done.err.startswith("tonecheck: error: <stdin>:1: not UTF-8 text")


# Streams


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    file(tmp_path, "a.txt", "You failed to sign.\n" * 1000)  # more than a pipe holds
    for args in (["check", "a.txt", "--select", "you-failed"], ["rule", "--all"]):
        with subprocess.Popen(
            [sys.executable, "-m", "tonecheck", *args],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as child:
            assert child.stdout is not None
            assert child.stderr is not None
            child.stdout.readline()
            child.stdout.close()
            assert child.stderr.read() == b""
            assert child.wait() == 0


@pytest.mark.parametrize(
    ("command", "code", "sentence"),
    [
        ("check a.txt >&-", 2, "cannot write the report: stdout is closed"),
        ("check a.txt > /dev/full", 2, "cannot write the report: No space left on device"),
        ("rule --all > /dev/full", 2, "cannot write the report: No space left on device"),
        ("check a.txt --show-files > /dev/full", 2, "cannot write the report: No space left"),
        ("--help > /dev/full", 2, "cannot write the report: No space left on device"),
        ("check a.txt -o b.out >&-", 1, ""),
        ("check - <&-", 2, "stdin is closed; name a file"),
        ("check - 0> b.out", 2, "stdin cannot be read: Bad file descriptor; name a file"),
        ("check none.txt >&- 2>&-", 2, ""),
        ("check none.txt 2> /dev/full", 2, ""),
        ("check --nope 2> /dev/full", 2, ""),
    ],
)
def test_a_stream_that_is_closed_or_full_gets_a_sentence(
    tmp_path: Path, command: str, code: int, sentence: str
) -> None:
    file(tmp_path, "a.txt", BLAME)
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m tonecheck {command}'],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done
    assert done.stderr.startswith(f"tonecheck: error: {sentence}" if sentence else "")
    assert done.stderr.count("\n") == bool(sentence)


@pytest.mark.parametrize(
    "args",
    [
        ["check", ""],
        ["check", "a.txt", ""],
        ["check", "a.txt", "-o", ""],
        ["check", "--stdin-filename", ""],
        ["check", "a.txt", "--cache-dir", ""],
        ["parse", ""],
        ["test", ""],
    ],
)
def test_an_empty_path_is_not_the_current_folder(
    run: Command, tmp_path: Path, args: list[str]
) -> None:
    file(tmp_path, "a.txt", KIND)
    done = run(*args)
    assert (done.code, done.out) == (2, "")
    assert "an empty path; name a file, or . for the current folder" in done.err


def test_an_interrupt_exits_with_130(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    file(tmp_path, "a.txt", KIND)
    monkeypatch.setattr(Engine, "judge", interrupted)
    assert run("check", "a.txt") == Outcome(130, "", "")


# Whoever runs the tests in the background has them ignore the signal, and their children too.
INTERRUPTIBLE = """\
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("tonecheck", run_name="__main__")
"""


def test_ctrl_c_while_stdin_is_read_exits_with_130(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tonecheck", "check", "-v", "--show-settings", "."],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
    ) as warm:
        assert warm.wait() == 0
    with subprocess.Popen(
        [sys.executable, "-X", "importtime", "-c", INTERRUPTIBLE, "check", "-"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stderr is not None
        for line in child.stderr:
            if b"tonecheck.run" in line:  # all that is left before it reads
                break
        child.send_signal(signal.SIGINT)
        rest = child.stderr.read()
        assert child.wait(timeout=60) == 130
        assert b"Traceback" not in rest


def broken(*_: object, **__: object) -> Report:
    raise RuntimeError("“You failed to attach” is what the customer reads")


def test_an_internal_error_is_one_sentence_without_the_messages_words(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file(tmp_path, "a.txt", KIND)
    monkeypatch.setattr(check_command, "_judge", broken)
    done = run("check", "a.txt")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith("tonecheck: error: internal error (RuntimeError in ")
    assert "customer" not in done.err


def test_an_internal_error_costs_its_file_alone(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file(tmp_path, "a.txt", BLAME)
    file(tmp_path, "b.txt", KIND)
    judge = Engine.judge

    def fragile(engine: Engine, jobs: Sequence[Job]) -> Report:
        if any(job.message.source.name == "b.txt" for job in jobs):
            return broken()
        return judge(engine, jobs)

    monkeypatch.setattr(Engine, "judge", fragile)
    done = run("check", ".", "--output-format", "json", "--select", "you-failed")
    assert done.code == 2
    assert done.rules == ["you-failed"]
    assert done.report["summary"]["files"] == 1
    assert done.err.startswith("tonecheck: error: b.txt: internal error (RuntimeError in ")


@pytest.mark.parametrize("flag", ["-v", "--show-files", "--show-settings", "-q", "--statistics"])
def test_stdout_carries_data_alone(run: Command, tmp_path: Path, flag: str) -> None:
    file(tmp_path, "a.txt", KIND)
    done = run("check", "a.txt", "missing.txt", flag)
    assert "tonecheck:" not in done.out
    assert all(line.startswith("tonecheck: ") for line in done.err.splitlines())


# Colour


@pytest.mark.parametrize(
    ("env", "choice", "terminal", "wanted"),
    [
        ({}, "auto", True, True),
        ({}, "auto", False, False),
        ({}, "always", False, True),
        ({}, "never", True, False),
        ({"NO_COLOR": "1"}, "auto", True, False),
        ({"NO_COLOR": ""}, "auto", True, True),
        ({"NO_COLOR": "1"}, "always", False, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, "auto", True, False),
        ({"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, "auto", True, False),
        ({"FORCE_COLOR": "1"}, "auto", False, True),
        ({"FORCE_COLOR": "1"}, "never", True, False),
        ({"FORCE_COLOR": "0"}, "auto", False, False),
        ({"FORCE_COLOR": ""}, "auto", False, False),
        ({"CLICOLOR_FORCE": "1"}, "auto", False, True),
        ({"CLICOLOR_FORCE": "0"}, "auto", False, False),
        ({"CLICOLOR": "0"}, "auto", True, False),
        ({"CLICOLOR": "1"}, "auto", False, False),
        ({"CLICOLOR": "0", "CLICOLOR_FORCE": "1"}, "auto", True, True),
        ({"TERM": "dumb"}, "auto", True, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, "auto", True, True),
        ({"TERM": "xterm"}, "auto", True, True),
    ],
)
def test_colour_is_decided_by_flag_then_environment_then_terminal(
    monkeypatch: pytest.MonkeyPatch,
    env: dict[str, str],
    choice: str,
    *,
    terminal: bool,
    wanted: bool,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: terminal)
    assert colored(Color(choice), stream) is wanted


def test_formats_for_people_are_coloured_and_others_never(run: Command, tmp_path: Path) -> None:
    file(tmp_path, "a.txt", BLAME)
    for form in ("full", "concise", "json", "json-lines"):
        plain = run("check", "a.txt", "--output-format", form)
        painted = run("check", "a.txt", "--output-format", form, "--color", "always")
        assert "\x1b" not in plain.out
        assert ("\x1b[" in painted.out) is (form in {"full", "concise"})
        assert re.sub(r"\x1b\[[\d;]*m", "", painted.out) == plain.out
        run("check", "a.txt", "--output-format", form, "--color", "always", "-o", "report")
        assert (tmp_path / "report").read_text("utf-8") == plain.out


def test_help_has_no_escapes_where_ci_would_force_them(tmp_path: Path) -> None:
    done = process("check", "--help", cwd=tmp_path, GITHUB_ACTIONS="1", PY_COLORS="1")
    assert done.code == 0
    assert "--fail-on" in done.out
    assert "\x1b" not in done.out + done.err


HOSTILE = "\x1b]0;gotcha\x07 \x9b31m \u202eYou failed to sign\u2066 it.\x7f\x1b[2J\x08\n"


@pytest.mark.parametrize("form", ["full", "concise", "json", "json-lines"])
def test_no_message_steers_the_terminal(run: Command, tmp_path: Path, form: str) -> None:
    name = file(tmp_path, "evil\x1b[31m\n::stop::.txt", HOSTILE)
    done = run("check", name, "no\x1bne.txt", "--select", "you-failed", "--output-format", form)
    assert done.code == 2
    assert "you-failed" in done.out
    assert not ESCAPES.search(done.out + done.err)
    assert not any(line.startswith("::") for line in done.out.splitlines())
    assert not ESCAPES.search(run("parse", name).out)
    assert not ESCAPES.search(run("check", ".", "--show-files").out)


def test_what_is_shown_keeps_its_length_and_loses_what_steers() -> None:
    text = "a\tb\nc\r\x1b\u202e\ud800é🙂\u200d"
    shown = visible(text)
    assert len(shown) == len(text)
    assert shown == "a b c \ufffd\ufffd\ufffdé🙂\u200d"


def test_bytes_that_no_charset_explains_can_still_be_printed(run: Command, tmp_path: Path) -> None:
    head = b"From: a@example.org\nContent-Type: text/plain; charset=utf-8\n\n"
    file(tmp_path, "a.eml", head + b"Caf\xe9: You failed to sign.\n")
    for form in ("full", "concise", "json"):
        done = run("check", "a.eml", "--select", "you-failed", "--output-format", form)
        assert done.code == 1
        done.out.encode("utf-8")
        assert "\\ud" not in done.out


def test_a_terminal_without_curly_quotes_is_no_error(tmp_path: Path) -> None:
    file(tmp_path, "a.txt", BLAME)
    done = process("check", "a.txt", cwd=tmp_path, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.code == 1
    assert "\\u201cYou failed to attach\\u201d" in done.out


# Reports


def test_the_json_report_has_these_keys_and_no_others(run: Command, tmp_path: Path) -> None:
    file(tmp_path, "a.txt", f"{BLAME}\n> Where is it?\n")
    report = run("check", "a.txt", "none.txt", "--output-format", "json").report
    assert set(report) == set(
        "version tool column_unit summary findings skipped not_read errors".split()
    )
    assert report["version"] == 1
    assert set(report["tool"]) == {"name", "version"}
    assert report["column_unit"] == "code_point"
    assert set(report["summary"]) == set("files messages errors warnings infos suppressed".split())
    assert report["findings"]
    for finding in report["findings"]:
        assert set(finding) == FINDING_KEYS
    assert report["not_read"] == [
        {"path": "a.txt", "message_id": None, "what": "history", "line": 8, "end_line": 8}
    ]
    assert [set(failure) for failure in report["errors"]] == [{"path", "text"}]


def test_what_could_not_be_judged_is_reported_with_its_count(run: Command, tmp_path: Path) -> None:
    folder = rule_file(
        tmp_path, "no-foo", "  kind: match\n  phrases: [foo fighters]\n", "Foo fighters.", "Bar."
    )
    path = folder / "no-foo.yaml"
    context = path.read_text().replace("check:", "when: {customer: [question]}\ncheck:")
    path.write_text(context.replace('- bad: "', '- in-reply-to: "Why?"\n    bad: "'))
    file(tmp_path, "a.txt", KIND)
    file(tmp_path, "b.txt", KIND)
    flags = ["--config", f'rule-paths=["{folder.name}"]', "--select", "no-foo"]
    report = run("check", "a.txt", "b.txt", *flags, "--output-format", "json").report
    (skipped,) = report["skipped"]
    assert (skipped["rule"], skipped["messages"]) == ("no-foo", 2)
    shown = run("check", "a.txt", "b.txt", *flags).out
    assert "not judged (no customer message, 2 messages): no-foo\n" in shown


def test_every_position_in_the_json_report_is_true(run: Command, tmp_path: Path) -> None:
    text = f"\n\n  {RUDE}🙂 So you failed to sign it.\r\n\r\nYou neglected to reply.\n"
    file(tmp_path, "a.txt", text)
    report = run("check", "a.txt", "--select", "ALL", "--output-format", "json").report
    lines = re.split(r"\r\n|\r|\n", text)
    assert len([f for f in report["findings"] if f["rule"] == "you-failed"]) == 3
    for finding in report["findings"]:
        words = text[finding["start"] : finding["end"]]
        if finding["words"] is not None:
            assert finding["words"] == words
        if finding["line"] == finding["end_line"]:
            line = lines[finding["line"] - 1]
            assert line[finding["column"] - 1 : finding["end_column"] - 1] == words


def test_a_draft_is_judged_as_it_is_piped_in(tmp_path: Path) -> None:
    done = process("check", "--output-format", "json", "-", cwd=tmp_path, stdin=RUDE.encode())
    assert done.code == 1
    by_rule = {finding["rule"]: finding for finding in done.report["findings"]}
    assert {"missing-greeting", "stock-phrase", "you-failed", "missing-next-step"} <= set(by_rule)
    stock, failed = by_rule["stock-phrase"], by_rule["you-failed"]
    assert stock["words"] == "Your call is important to us"
    assert (stock["line"], stock["column"], stock["end_column"]) == (1, 1, 29)
    assert failed["words"] == "You failed to attach"
    assert (failed["line"], failed["column"], failed["end_column"]) == (1, 31, 51)
    for absent in ("missing-greeting", "missing-next-step"):
        assert by_rule[absent]["words"] is None
        assert by_rule[absent]["line"] == 1
    kind = process("check", "--output-format", "json", "-", cwd=tmp_path, stdin=KIND.encode())
    assert kind.code == 0
    assert kind.rules == []


def test_json_lines_are_the_findings_of_the_json_report(run: Command, tmp_path: Path) -> None:
    file(tmp_path, "a.txt", RUDE)
    lines = run("check", "a.txt", "--output-format", "json-lines").out.splitlines()
    report = run("check", "a.txt", "--output-format", "json").report
    assert [json.loads(line) for line in lines] == report["findings"]


def test_concise_is_one_line_a_finding_that_editors_can_jump_to(
    run: Command, tmp_path: Path
) -> None:
    file(tmp_path, "a.txt", RUDE)
    done = run("check", "a.txt", "--select", "blame,stock", "--output-format", "concise")
    assert [line.partition("]")[0] for line in done.out.splitlines()] == [
        "a.txt:1:1: warning[stock-phrase",
        "a.txt:1:31: warning[you-failed",
    ]


def test_statistics_count_by_rule(run: Command, tmp_path: Path) -> None:
    file(tmp_path, "a.txt", RUDE + "You failed to sign.")
    only = ["check", "a.txt", "--select", "blame,stock", "--statistics"]
    assert run(*only).out == "2\twarning\tyou-failed\n1\twarning\tstock-phrase\n"
    rows = run(*only, "--output-format", "json").report
    assert rows[0] == {"rule": "you-failed", "severity": "warning", "count": 2}


def test_quiet_prints_findings_and_nothing_else(run: Command, tmp_path: Path) -> None:
    file(tmp_path, "rude.txt", f"{BLAME}\n> Where is it?\n")
    file(tmp_path, "kind.txt", KIND)
    assert run("check", "kind.txt", "-q") == Outcome(0, "", "")
    loud = run("check", "rude.txt", "--select", "you-failed").out
    quiet = run("check", "rude.txt", "--select", "you-failed", "-q").out
    assert loud.startswith(quiet)
    assert loud.removeprefix(quiet) == (
        "\nnot read: 1 line of history\n\nFound 1 warning in 1 message in 1 file.\n"
    )


def test_verbose_tells_how_much_was_parsed(run: Command, tmp_path: Path) -> None:
    file(tmp_path, "a.txt", KIND)
    done = run("check", "a.txt", "-v", "--select", "you-failed")
    assert "tonecheck: parsed 0 sentences = 0.0%" in done.err
    assert "channel email (assumed)" in done.err
    assert "settings: none found" in done.err


@pytest.mark.parametrize("form", ["full", "concise", "json", "json-lines"])
def test_without_snippets_no_word_of_the_message_is_printed(
    run: Command, tmp_path: Path, form: str
) -> None:
    text = "Zanzibar quixotically regrets. You failed to attach xylophones, Wolfeschlegel.\n"
    file(tmp_path, "a.txt", text)
    flags = ["--select", "ALL", "--output-format", form, "-v"]
    shown = run("check", "a.txt", *flags)
    hidden = run("check", "a.txt", *flags, "--no-snippets")
    assert "failed to attach" in shown.out
    assert hidden.code == shown.code == 1
    assert "you-failed" in hidden.out
    for word in ("Zanzibar", "quixotically", "failed to attach", "xylophones", "Wolfeschlegel"):
        assert word not in hidden.out + hidden.err


def test_one_run_writes_many_reports(run: Command, tmp_path: Path) -> None:
    file(tmp_path, "a.txt", BLAME)
    full = run("check", "a.txt").out
    done = run("check", "a.txt", "--report", "json=r.json", "--report", "concise=r.txt")
    assert done.out == full
    assert json.loads((tmp_path / "r.json").read_text())["summary"]["warnings"] >= 1
    assert (tmp_path / "r.txt").read_text("utf-8").startswith("a.txt:")
    done = run("check", "a.txt", "-o", "full.txt")
    assert done.out == ""
    assert (tmp_path / "full.txt").read_text("utf-8") == full


def test_a_long_line_is_cut_around_its_finding(run: Command, tmp_path: Path) -> None:
    file(tmp_path, "a.txt", f"{'日本 ' * 40}You failed to sign. {'bla ' * 40}\n")
    lines = run("check", "a.txt", "--select", "you-failed").out.splitlines()
    frame, carets = lines[2], lines[3]
    assert frame.endswith("…")
    before = frame.index("You failed")
    wide = sum(1 for c in frame[:before] if c in "日本")
    assert carets.index("^") == before + wide
    assert carets.count("^") == len("You failed to sign")


# What is checked, and by which rules


def test_files_are_listed_with_the_reason_why_not(run: Command, tmp_path: Path) -> None:
    for name in ("a.txt", "README.md", "data.csv", "old/b.txt"):
        file(tmp_path, name, BLAME)
    done = run("check", "--show-files", "--exclude", "old/")
    assert done.code == 0
    assert done.out.splitlines() == [
        "README.md\tnot read: a project file, not a message",
        "a.txt",
        "data.csv\tnot read: no [[sources]] matches",
        "old/b.txt\tnot read: excluded by settings",
    ]
    listed = run("check", "--show-files", "--config", "exclude=['old/']").out
    assert listed == done.out


def test_settings_are_shown_as_toml_with_flags_on_top(run: Command, tmp_path: Path) -> None:
    settings = "channel = 'chat'\n[severity]\nyou-failed = 'error'\n[rules.x]\nmax-words = 3\n"
    file(tmp_path, "tonecheck.toml", settings)
    done = run("check", "--show-settings", "--fail-on", "info", "--kind", "snippet")
    assert "tonecheck.toml" in done.out.splitlines()[0]
    shown = tomllib.loads(done.out)
    assert shown == {
        "select": ["recommended"],
        "fail-on": "info",
        "kind": "snippet",
        "channel": "chat",
        "language": "auto",
        "placeholders": ["auto"],
        "preview": False,
        "severity": {"you-failed": "error"},
        "rules": {"x": {"max-words": 3}},
    }


@pytest.mark.parametrize(
    ("flags", "rules"),
    [
        (["--select", "you-failed"], {"you-failed"}),
        (["--select", "blame"], {"you-failed"}),
        (["--select", "blame,stock"], {"you-failed", "stock-phrase"}),
        (["--select", "blame", "--select", "stock"], {"you-failed", "stock-phrase"}),
        (["--select", "blame", "--extend-select", "stock"], {"you-failed", "stock-phrase"}),
        (["--select", "blame,stock", "--ignore", "stock"], {"you-failed"}),
        (["--select", "ALL", "--ignore", "ALL"], set()),
        (["--config", "select=['blame']"], {"you-failed"}),
        (["--config", "select=['ALL']", "--select", "blame"], {"you-failed"}),
    ],
)
def test_rules_are_selected_by_name_category_and_set(
    run: Command, flags: list[str], rules: set[str]
) -> None:
    done = run("check", "-", *flags, "--output-format", "json", stdin=RUDE)
    assert set(done.rules) == rules


def test_a_template_may_hold_what_a_message_may_not(run: Command, tmp_path: Path) -> None:
    template = KIND.replace("Ms Reyes", "{{ customer_name }}")
    flags = ["--select", "placeholder", "--output-format", "json"]
    sent = run("check", "-", *flags, stdin=template)
    assert (sent.code, len(sent.rules)) == (1, 1)
    assert run("check", "-", *flags, "--kind", "template", stdin=template).rules == []
    assert run("check", file(tmp_path, "a.txt", template), *flags).rules == []
    assert run("check", "a.txt", *flags, "--kind", "message").rules == sent.rules


def test_a_chat_line_needs_no_letter_around_it(run: Command) -> None:
    line = "Done, your refund of 12 euros arrives by Friday.\n"
    flags = ["--select", "missing-signoff", "--output-format", "json"]
    assert run("check", "-", *flags, stdin=line).rules == ["missing-signoff"]
    assert run("check", "-", *flags, "--channel", "chat", stdin=line).rules == []


def test_settings_given_by_flags_go_over_files(run: Command, tmp_path: Path) -> None:
    file(tmp_path, "tonecheck.toml", "select = ['stock']\nchannel = 'chat'")
    file(tmp_path, "other.toml", "select = ['blame']")
    flags = ["check", "-", "--output-format", "json"]
    assert run(*flags, stdin=RUDE).rules == ["stock-phrase"]
    assert run(*flags, "--config", "other.toml", stdin=RUDE).rules == ["you-failed"]
    assert run(*flags, "--config", "select=['blame']", stdin=RUDE).rules == ["you-failed"]
    both = ["--config", "other.toml", "--config", "select=['stock']"]
    assert run(*flags, *both, stdin=RUDE).rules == ["stock-phrase"]
    assert len(run(*flags, "--isolated", stdin=RUDE).rules) > 1


def test_an_ordinary_python_project_holds_no_messages(run: Command, tmp_path: Path) -> None:
    nasty = "You failed to read this. Your call is important to us!!!\n"
    names = (
        "README.md CHANGELOG.md LICENSE LICENSE.md CONTRIBUTING.md requirements.txt "
        "requirements-dev.txt docs/index.md docs/guide/use.md .github/workflows/ci.yml "
        ".github/PULL_REQUEST_TEMPLATE.md src/pkg/__init__.py src/pkg/main.py tests/data/x.txt "
        "CMakeLists.txt robots.txt setup.cfg Makefile CODE_OF_CONDUCT.md SECURITY.md "
        "src/pkg.egg-info/SOURCES.txt src/pkg.egg-info/top_level.txt"
    )
    for name in names.split():
        file(tmp_path, name, nasty)
    file(tmp_path, "pyproject.toml", f'[project]\nname = "{nasty.strip()}"\n')
    done = run("check", ".")
    assert (done.code, done.out) == (0, "No messages to check.\n")
    assert run("check", "README.md").code == 1  # named outright, it is meant
    assert run("check", "README.md", "--force-exclude").code == 0


# Determinism


def many(folder: Path) -> list[str]:
    texts = [RUDE, KIND, BLAME, f"{BLAME}\n> Why?\n", "", "caf\xe9 You failed to sign."]
    names = [
        file(folder, f"m/{number:02}.txt", f"{text}{number}\n")
        for number in range(6)
        for text in (texts[number],)
    ]
    return [*names, file(folder, "m/bad.txt", b"\xff"), file(folder, "m/worse.txt", b"\0")]


def test_the_same_bytes_whatever_the_order_cache_and_number_of_processes(
    run: Command, tmp_path: Path
) -> None:
    names = many(tmp_path)
    shuffled = sorted(names, key=lambda name: name[::-1])
    for form in ("json", "full", "concise"):
        flags = ["--output-format", form, "--select", "ALL"]
        first = run("check", *names, *flags)
        assert first.code == 2
        assert run("check", *shuffled, *flags).out == first.out
        assert run("check", "m", *flags).out == first.out
        assert run("check", *names, *flags, "--no-cache").out == first.out
        assert run("check", *names, *flags, "--cache-dir", tmp_path / form).out == first.out
        assert run("check", *names, *flags, "--cache-dir", tmp_path / form).out == first.out


def test_two_processes_report_what_one_does(tmp_path: Path) -> None:
    names = many(tmp_path)
    flags = ("--output-format", "json", "--select", "ALL")
    one = process("check", *names, *flags, "--jobs", "1", cwd=tmp_path, PYTHONHASHSEED="1")
    two = process("check", *names, *flags, "--jobs", "2", cwd=tmp_path, PYTHONHASHSEED="2")
    assert two == one
    assert one.code == 2


# Law: what is not needed is not loaded, and nothing goes out

WATCH = """
import sys
def watch(event, args):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}:
        print("network:", event, file=sys.stderr)
        sys.stderr.flush()
        __import__("os")._exit(99)
sys.addaudithook(watch)
from tonecheck.cli import main
try:
    main()
finally:
    print("loaded:", *sorted(sys.modules), file=sys.stderr)
"""


def watched(*args: str, cwd: Path) -> tuple[Outcome, set[str]]:
    done = subprocess.run(
        [sys.executable, "-c", WATCH, *args], cwd=cwd, capture_output=True, text=True, check=False
    )
    told, _, loaded = done.stderr.partition("loaded: ")
    return Outcome(done.returncode, done.stdout, told), set(loaded.split())


def test_a_quick_check_loads_nothing_heavy(tmp_path: Path) -> None:
    file(tmp_path, "a.txt", KIND)
    file(tmp_path, "b.eml", f"From: shop@example.org\nSubject: Your kettle\n\n{KIND}")
    file(tmp_path, "tonecheck.toml", "fail-on = 'warning'")
    watched("check", "a.txt", "b.eml", cwd=tmp_path)
    done, loaded = watched("check", "a.txt", "b.eml", "-v", cwd=tmp_path)
    assert done.code == 0
    assert "parsed 0 sentences = 0.0%; tokenized 0 more" in done.err
    heavy = set("spacy textstat pydantic yaml rich numpy lemminflect nltk pathspec".split())
    assert not loaded & heavy


def test_records_found_by_simple_paths_load_nothing_heavy(tmp_path: Path) -> None:
    file(tmp_path, "macros.jsonl", json.dumps({"text": KIND}))
    file(tmp_path, "tonecheck.toml", SOURCE)
    watched("check", "macros.jsonl", cwd=tmp_path)
    done, loaded = watched("check", "macros.jsonl", "-v", cwd=tmp_path)
    assert done.code == 0
    assert "1 message" in done.err
    heavy = set("spacy textstat pydantic yaml rich numpy lemminflect nltk jsonpath".split())
    assert not loaded & heavy


def test_a_run_that_needs_all_of_it_stays_off_the_network(tmp_path: Path) -> None:
    match = "  kind: match\n"
    words = f"{match}  tokens: [[{{LOWER: forsooth}}, {{IS_TITLE: false}}]]\n"
    tags = f"{match}  tokens: [[{{LOWER: forthwith}}, {{TAG: {{IN: [VB, VBP]}}}}]]\n"
    grade = "  kind: metric\n  of: ari\n  max: 1\n"
    rule_file(tmp_path, "house-word", words, "Forsooth it rains.", "It rains.")
    rule_file(tmp_path, "house-tag", tags, "Please forthwith send it.", "Please send it.")
    rule_file(tmp_path, "house-grade", grade, "Bad.", "Good.")
    body = "Forsooth we will mend the kettle. Please forthwith send it to us. " * 4
    file(tmp_path, "a.txt", KIND.replace("Thank you", f"{body}Thank you"))
    done, loaded = watched(
        "check", "a.txt", "-v", "--output-format", "json", "--select", "house",
        "--config", "rule-paths=['house']", cwd=tmp_path,
    )  # fmt: skip
    assert done.code == 1, done.err
    assert set(done.rules) == {"house-word", "house-tag", "house-grade"}
    assert "parsed 1 sentence = " in done.err
    assert {"spacy", "textstat"} <= loaded


# The other commands

LONG_MAIL = """\
From: Ana Ruiz <ana@shop.example>
To: Jo Park <jo@mail.example>
Subject: Your order {{ order_id }}

Hi {{ customer_name }},

Thank you for writing. I am sorry that the parcel is late.

We are not saying you failed to pay. I will send a new one by Friday.

Kind regards,
Ana Ruiz
Harbour Street Shop

On Mon, 4 May 2026 at 09:12, Jo Park <jo@mail.example> wrote:
> Where is my parcel?
> You promised Tuesday.
"""


def test_parse_shows_every_region_act_and_placeholder_with_its_place(
    run: Command, tmp_path: Path
) -> None:
    file(tmp_path, "a.eml", LONG_MAIL)
    done = run("parse", "a.eml")
    assert (done.code, done.err) == (0, "")
    rows = [re.split(r"\s{2,}", line.strip()) for line in done.out.splitlines()]
    shown = {(row[0].split("-")[0], row[1]) for row in rows if len(row) > 1}
    lines = LONG_MAIL.splitlines()

    def at(words: str) -> str:
        number = next(n for n, line in enumerate(lines) if words in line)
        return f"{number + 1}:{lines[number].index(words) + 1}"

    wanted = {
        "subject": "Your order", "greeting": "Hi {{", "body": "Thank you", "closing": "Kind",
        "signature": "Ana Ruiz\n", "history": "On Mon", "placeholder order_id": "{{ order",
        "placeholder customer_name": "{{ customer", "thanks (said)": "Thank you",
        "apology (said)": "I am sorry", "promise (said)": "I will send",
        "deadline (said)": "by Friday", "sign-off (said)": "Kind",
    }  # fmt: skip
    for what, words in wanted.items():
        place = "12:1" if what == "signature" else at(words)
        assert (place, what) in shown, what
    assert any(what.endswith(("(negated)", "(reported)")) for _, what in shown)


def test_parse_says_what_was_assumed_and_what_was_told(run: Command) -> None:
    assumed = run("parse", stdin=KIND).out
    assert "channel       email (assumed)" in assumed
    told = run("parse", "--channel", "chat", "--kind", "snippet", stdin=KIND).out
    assert "channel       chat\n" in told
    assert "kind          snippet\n" in told


def test_parse_tells_what_is_known_around_a_message_and_from_where(
    run: Command, tmp_path: Path
) -> None:
    file(tmp_path, "a.eml", LONG_MAIL)
    shown = run("parse", "a.eml").out
    assert "\ncontext\n" in shown
    assert "  in-reply-to   Where is my parcel? You promised Tuesday. (history)\n" in shown
    assert "  customer-name Jo Park (header)\n" in shown
    assert "  sender        Ana Ruiz (header)\n" in shown
    assert "  first-reply   yes (assumed)\n" in shown
    assert "  now           unknown\n" in shown
    file(tmp_path, "their.txt", "My card is 4111 1111 1111 1111.\n\nThanks,\nJo Park\n")
    flags = ("--in-reply-to", "their.txt", "--now", "2026-05-04", "--no-first-reply")
    told = run("parse", "-", *flags, stdin=KIND).out
    assert f"  in-reply-to   My card is {19 * '•'}. Thanks, Jo Park (flag)\n" in told
    assert "  customer-name Jo Park (in-reply-to)\n" in told
    assert "  first-reply   no (flag)\n" in told
    assert "  now           2026-05-04 (flag)\n" in told
    named = run("parse", "-", "--customer-name", "Mo", *flags, stdin=KIND).out
    assert "  customer-name Mo (flag)\n" in named


def test_the_customers_message_comes_from_a_file(run: Command, tmp_path: Path) -> None:
    mail = "From: Jo Park <jo@mail.example>\nTo: shop@shop.example\n\nWhere is order 4418?\n"
    file(tmp_path, "their.eml", mail)
    reply = "Hi Joe,\n\norder 4481 is on the van.\n"
    rules = ("--select", "name-mismatch,wrong-entity", "--output-format", "json")
    done = run("check", "-", "--in-reply-to", "their.eml", *rules, stdin=reply)
    assert (done.code, done.rules) == (1, ["name-mismatch", "wrong-entity"])
    named = run("check", "-", "--in-reply-to", "their.eml", "--customer-name", "Joe Ray", *rules,
                stdin=reply)  # fmt: skip
    assert named.rules == ["wrong-entity"]
    alone = run("check", "-", *rules, stdin=reply)
    assert (alone.code, alone.rules, len(alone.report["skipped"])) == (0, [], 2)
    for command in ("check", "parse"):
        missing = run(command, "-", "--in-reply-to", "none.eml", stdin=reply)
        assert (missing.code, missing.out) == (2, "")
        assert "none.eml: no such file" in missing.err


def test_parse_masks_secrets(run: Command) -> None:
    done = run("parse", stdin="Hello,\n\nyour card is 4111 1111 1111 1111 now.\n")
    assert "4111 1111" not in done.out
    assert "•" in done.out


def test_rules_are_explained_by_name_and_category(run: Command) -> None:
    one = run("rule", "you-failed").out
    assert one.startswith("you-failed (blame, warning)\n")
    assert "Why\n" in one
    assert one in run("rule", "blame").out
    every = json.loads(run("rule", "--all", "--output-format", "json").out)
    assert [rule["name"] for rule in every] == sorted(rule["name"] for rule in every)
    required = set("name category summary why evidence severity default examples".split())
    assert all(required <= set(rule) for rule in every)
    assert len(run("rule").out.splitlines()) == len(every)
    unknown = run("rule", "you-faild")
    assert unknown.code == 2
    assert "did you mean ‘you-failed’?" in unknown.err


def test_test_holds_a_house_rule_to_its_examples(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = "  kind: match\n  phrases: [foo fighters]\n"
    good = rule_file(tmp_path / "1", "no-foo", check, "«Foo fighters» here.", "Bar.")
    done = run("test", good)
    assert (done.code, done.err) == (0, "")
    assert done.out == "1 rules and acts agree with their examples, 0 do not; 6 examples run.\n"
    nothing = tmp_path / "nothing"  # in place of the bundled rules, which are slow
    nothing.mkdir()
    for place in ("tonecheck.examples", "tonecheck.library"):
        monkeypatch.setattr(f"{place}.bundled", lambda: nothing)
    assert run("test", good, "-q") == Outcome(0, "", "")
    bad = rule_file(tmp_path / "2", "no-foo", check, "Bar.", "Bar.")
    done = run("test", bad, "-q")
    assert done.code == 1
    assert "bad: 'Bar.': nothing found" in done.out
    assert run("test", "none").code == 2


def test_nothing_to_do_shows_help_and_the_version_is_known(tmp_path: Path) -> None:
    from tonecheck import __version__

    assert process("--version", cwd=tmp_path).out == f"tonecheck {__version__}\n"
    bare = process(cwd=tmp_path)
    assert bare.code == 2
    assert "Commands:" in bare.out + bare.err
