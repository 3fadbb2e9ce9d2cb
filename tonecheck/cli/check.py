"""`tonecheck check`: judge files, folders or stdin."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from tonecheck.cli.terminal import Color, colored, progress
from tonecheck.finding import Report, Severity
from tonecheck.message import Channel, Kind
from tonecheck.report import OutputFormat

if TYPE_CHECKING:
    from tonecheck.paths import Choice
    from tonecheck.run import Input, Run
    from tonecheck.settings import Choices

_RULES = "Rules"
_MESSAGE = "The message"
_OUTPUT = "Output"
_FILES = "Files and settings"

Names = Optional[list[str]]  # noqa: UP045 - typer evaluates it


def check(
    paths: Annotated[
        Optional[list[Path]],  # noqa: UP045
        typer.Argument(metavar="[PATH]…", help="Files, folders, or - for stdin. Default: ."),
    ] = None,
    select: Annotated[
        Names, typer.Option(help="Rules, categories, recommended or ALL.", rich_help_panel=_RULES)
    ] = None,
    extend_select: Annotated[
        Names, typer.Option(help="Rules to add to the selected ones.", rich_help_panel=_RULES)
    ] = None,
    ignore: Annotated[
        Names, typer.Option(help="Rules or categories to leave out.", rich_help_panel=_RULES)
    ] = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="Let categories select preview rules too.")
    ] = False,
    fail_on: Annotated[
        Optional[Severity],  # noqa: UP045
        typer.Option(help="The least severity that makes the exit code 1. Default: warning."),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 even if there are findings.")
    ] = False,
    kind: Annotated[
        Optional[Kind],  # noqa: UP045
        typer.Option(help="What the texts are. Default: told by the file."),
    ] = None,
    channel: Annotated[
        Optional[Channel],  # noqa: UP045
        typer.Option(help="Where the messages go. Default: email."),
    ] = None,
    customer_name: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(help="The customer's name, if known."),
    ] = None,
    first_reply: Annotated[
        Optional[bool],  # noqa: UP045
        typer.Option(
            "--first-reply/--no-first-reply", help="Is it our first reply? Default: assumed."
        ),
    ] = None,
    now: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(help="The time of sending, ISO 8601; the clock is never read."),
    ] = None,
    stdin_filename: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(help="The path that stdin stands for: its format and settings."),
    ] = None,
    output_format: Annotated[
        OutputFormat, typer.Option(envvar="TONECHECK_OUTPUT_FORMAT", help="How to report.")
    ] = OutputFormat.FULL,
    output_file: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("-o", "--output-file", help="Write the report to a file."),
    ] = None,
    report: Annotated[
        Names,
        typer.Option(metavar="FORMAT=PATH", help="A further report to a file; repeatable."),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Count findings by rule instead.")
    ] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print findings only.")] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="Tell on stderr how the run went.")
    ] = False,
    no_snippets: Annotated[
        bool, typer.Option("--no-snippets", help="Keep the messages' words out of the report.")
    ] = False,
    color: Annotated[Color, typer.Option(help="When to colour.")] = Color.AUTO,
    config: Annotated[
        Names,
        typer.Option(metavar="PATH|KEY=VALUE", help="A settings file, or one setting; repeatable."),
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no settings files.")] = False,
    exclude: Annotated[
        Names, typer.Option(metavar="GLOB", help="Files to leave out, as in .gitignore.")
    ] = None,
    force_exclude: Annotated[
        bool,
        typer.Option("--force-exclude", help="Hold files named outright to the excludes too."),
    ] = False,
    show_files: Annotated[
        bool, typer.Option("--show-files", help="List what would be checked and what not.")
    ] = False,
    show_settings: Annotated[
        bool, typer.Option("--show-settings", help="Show the settings for the first path.")
    ] = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", envvar="TONECHECK_NO_CACHE", help="Keep nothing on disk.")
    ] = False,
    cache_dir: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(envvar="TONECHECK_CACHE_DIR", help="Where to keep what is compiled."),
    ] = None,
) -> None:
    """Check messages for courtesy.

    Exits with 1 when there are findings of `--fail-on` or worse, and with 2 when something could
    not be read or used.
    """
    from tonecheck.cache import Cache, default_folder
    from tonecheck.cli.options import config_file, flag_choices
    from tonecheck.message import Context
    from tonecheck.run import Run
    from tonecheck.settings import Choices, Finder

    cache = Cache(None if no_cache else cache_dir or default_folder())
    finder = Finder(cache, given=config_file(config or []), isolated=isolated)
    flags = flag_choices(config or []).over(Choices())
    flags = Choices(
        select=_names(select),
        extend_select=_names(extend_select),
        ignore=_names(ignore),
        fail_on=fail_on,
        kind=kind,
        channel=channel,
        preview=preview or None,
    ).over(flags)
    context = Context(customer_name=customer_name, first_reply=first_reply, now=now)
    run = Run(finder, flags, cache=cache, context=context, snippets=not no_snippets)
    chosen = _inputs(paths or [Path()], stdin_filename, run, exclude or [], force=force_exclude)
    if show_settings:
        _show_settings(run, paths or [Path()])
        return
    if show_files:
        _show_files(chosen)
        return
    inputs = [_input(choice, stdin_filename) for choice in chosen if choice.checked]
    if not inputs:
        from tonecheck.cli import warn

        warn("nothing to check here")
    with progress(len(inputs)) as advance:
        result = run.check(inputs, advance)
    _write(result, output_format, output_file, report or [], color, quiet=quiet, counts=statistics)
    for failure in result.errors:
        print(f"tonecheck: error: {failure.text}", file=sys.stderr)
    if verbose:
        _tell(result, run, inputs)
    raise typer.Exit(_exit_code(result, run, inputs, flags, exit_zero=exit_zero))


def _names(given: Sequence[str] | None) -> tuple[str, ...] | None:
    """Split names at commas, as linters let one write them."""
    if given is None:
        return None
    return tuple(name.strip() for entry in given for name in entry.split(",") if name.strip())


def _inputs(
    paths: list[Path], stdin_filename: Path | None, run: Run, exclude: list[str], *, force: bool
) -> list[Choice]:
    from tonecheck.paths import Choice, choose

    if Path("-") in paths:
        return [Choice(stdin_filename or Path("-"), checked=True)]
    return list(choose(paths, run.finder, exclude=exclude, force=force))


def _input(choice: Choice, stdin_filename: Path | None) -> Input:
    from tonecheck.formats import Format, format_of
    from tonecheck.run import Input

    if choice.path == Path("-") or choice.path is stdin_filename:
        name = "<stdin>" if stdin_filename is None else str(stdin_filename)
        form = format_of(name) or Format.PLAIN
        return Input(stdin_filename or Path.cwd() / "-", name, sys.stdin.buffer.read(), form)
    return Input(choice.path, choice.path.as_posix())


def _write(
    result: Report,
    form: OutputFormat,
    file: Path | None,
    further: list[str],
    color: Color,
    *,
    quiet: bool,
    counts: bool,
) -> None:
    from tonecheck.cli.options import further_report
    from tonecheck.report import render

    people = form in {OutputFormat.FULL, OutputFormat.CONCISE}
    paint = file is None and people and colored(color, sys.stdout)
    if counts:
        text = _statistics(result)
    elif quiet and people and not result.findings:
        text = ""
    else:
        text = render(result, form, color=paint)
    if file is None:
        sys.stdout.write(text)
        sys.stdout.flush()
    else:
        file.write_text(text, "utf-8")
    for entry in further:
        wanted, path = further_report(entry)
        path.write_text(render(result, wanted), "utf-8")


def _statistics(result: Report) -> str:
    counts = Counter((finding.rule, finding.severity) for finding in result.findings)
    ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return "".join(f"{count}\t{severity}\t{rule}\n" for (rule, severity), count in ranked)


def _tell(result: Report, run: Run, inputs: list[Input]) -> None:
    tally = result.tally
    share = tally.parsed / tally.unique if tally.unique else 0.0
    lines = [
        f"{result.files} files, {result.messages} messages, {tally.sentences} sentences, "
        f"{tally.unique} distinct",
        f"parsed {tally.parsed} sentences = {share:.1%}; tokenized {tally.tokenized} more",
    ]
    if inputs:
        _, choices = run.choices(inputs[0].path)
        lines.append(
            f"channel {choices.channel or 'email (assumed)'}; "
            f"kind {choices.kind or 'auto: told by each file (assumed)'}; "
            "first reply assumed unless told"
        )
    for line in lines:
        print(f"tonecheck: {line}", file=sys.stderr)


def _exit_code(
    result: Report, run: Run, inputs: list[Input], flags: Choices, *, exit_zero: bool
) -> int:
    if result.errors:
        return 2
    if exit_zero:
        return 0
    if flags.fail_on is not None:
        return int(result.worst() >= flags.fail_on.rank)
    levels = {}
    for given in inputs:
        _, choices = run.choices(given.path)
        levels[given.name] = (choices.fail_on or Severity.WARNING).rank
    return int(any(f.severity.rank >= levels[f.path] for f in result.findings))


def _show_files(chosen: list[Choice]) -> None:
    for choice in chosen:
        note = "" if choice.checked else f"\tnot read: {choice.reason}"
        print(f"{choice.path.as_posix()}{note}")


def _show_settings(run: Run, paths: list[Path]) -> None:
    from tonecheck.settings import shown

    settings, choices = run.choices(paths[0])
    print(f"# {settings.path or 'no settings file: defaults'}")
    for key, value in shown(choices):
        if value is not None:
            print(f"{key} = {value!r}")
