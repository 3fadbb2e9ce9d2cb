from __future__ import annotations

import inspect
import sys
from dataclasses import fields
from typing import Any

import pytest
import typer

import tonecheck
from tonecheck import cli
from tonecheck.cli.app import build
from tonecheck.message import Kind
from tonecheck.patterns import kebab
from tonecheck.report import OutputFormat
from tonecheck.rule import Example
from tonecheck.sources import SourceEntry
from tonecheck.sources.values import AROUND

COMMANDS = ("check", "parse", "rule", "test")


def test_the_public_names_are_sorted_and_each_can_be_imported() -> None:
    assert tonecheck.__all__ == sorted(tonecheck.__all__)
    for name in tonecheck.__all__:
        assert getattr(tonecheck, name) is not None
        if inspect.isclass(found := getattr(tonecheck, name)):
            assert found.__doc__


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'tonecheck' has no attribute 'lint'"):
        _ = tonecheck.lint


def test_the_python_interface_finds_what_its_docstring_says() -> None:
    report = tonecheck.check("You failed to attach the receipt.", select=["you-failed"])
    assert [finding.rule for finding in report.findings] == ["you-failed"]
    assert report.findings[0].start == tonecheck.Position(1, 1)
    linter = tonecheck.Linter(select=["blame"], ignore=["you-failed"])
    assert linter.check("You failed to attach the receipt.").findings == ()


def test_a_wrong_name_is_an_error_that_says_so() -> None:
    with pytest.raises(tonecheck.SettingsError, match="no rule ‘you-faild’"):
        tonecheck.Linter(select=["you-faild"])
    with pytest.raises(ValueError, match="mail"):
        tonecheck.check("Hello.", channel="mail")


def parameters(name: str) -> list[Any]:
    command = typer.main.get_command(build())
    assert isinstance(command, typer.core.TyperGroup)
    return command.commands[name].params


def test_there_are_these_commands_and_no_others() -> None:
    command = typer.main.get_command(build())
    assert isinstance(command, typer.core.TyperGroup)
    assert sorted(command.commands) == sorted(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_explains_every_flag(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for flag in ("--help", "-h"):
        monkeypatch.setattr(sys, "argv", ["tonecheck", name, flag])
        with pytest.raises(SystemExit) as stop:
            cli.main()
        assert stop.value.code == 0
        shown = capsys.readouterr().out
        assert shown.startswith(f"Usage: tonecheck {name} ")
    for parameter in parameters(name):
        for option in parameter.opts:
            if option.startswith("-"):
                assert option in shown
                help_text = getattr(parameter, "help", None)
                assert help_text, option
                assert help_text[0].isupper(), option
                assert help_text.endswith((".", "?")), option


def test_check_has_the_flags_that_scripts_rely_on() -> None:
    options = {option for parameter in parameters("check") for option in parameter.opts}
    options |= {option for parameter in parameters("check") for option in parameter.secondary_opts}
    assert options >= set(
        "--select --extend-select --ignore --preview --fail-on --exit-zero --kind --channel "
        "--in-reply-to --customer-name --first-reply --no-first-reply --now --stdin-filename "
        "--output-format -o --output-file --report --statistics -q --quiet -v --verbose "
        "--no-snippets --color --config --isolated --exclude --force-exclude --show-files "
        "--show-settings --jobs --no-cache --cache-dir".split()
    )


def test_what_is_known_around_a_message_has_one_name_everywhere() -> None:
    around = {kebab(name) for name in AROUND}
    for command in ("check", "parse"):
        assert {f"--{name}" for name in around} <= {o for p in parameters(command) for o in p.opts}
    assert around <= {kebab(field.name) for field in fields(Example)}
    assert around <= {kebab(field.name) for field in fields(SourceEntry)}


def test_the_names_in_flags_are_those_of_the_types() -> None:
    by_flag = {option: p for p in parameters("check") for option in p.opts}
    assert set(by_flag["--output-format"].type.choices) == {form.value for form in OutputFormat}
    assert set(by_flag["--kind"].type.choices) == {kind.value for kind in Kind}
