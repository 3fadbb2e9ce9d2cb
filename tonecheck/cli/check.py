"""`tonecheck check`: judge files, folders or stdin."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from tonecheck.cli import as_path
from tonecheck.cli.context import CustomerName, FirstReply, InReplyTo, Now, StdinFilename
from tonecheck.cli.terminal import Color, progress
from tonecheck.finding import Report, Severity
from tonecheck.message import Channel, Kind
from tonecheck.report import OutputFormat

if TYPE_CHECKING:
    from tonecheck.run import Input, Plan, Run

_WORTH_A_PROCESS = 1000  # files; below that a second process starts up for longer than it helps

Names = Optional[list[str]]  # noqa: UP045 - typer evaluates it


def check(
    paths: Annotated[
        Optional[list[Path]],  # noqa: UP045
        typer.Argument(
            metavar="[PATH]…", parser=as_path, help="Files, folders, or - for stdin. Default: ."
        ),
    ] = None,
    select: Annotated[
        Names,
        typer.Option(
            metavar="NAME,…",
            help="The rules to apply: names, categories, recommended or ALL. Default: recommended.",
        ),
    ] = None,
    extend_select: Annotated[
        Names, typer.Option(metavar="NAME,…", help="Rules or categories to add.")
    ] = None,
    ignore: Annotated[
        Names, typer.Option(metavar="NAME,…", help="Rules or categories to leave out.")
    ] = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="Let categories and ALL select preview rules too.")
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
    in_reply_to: InReplyTo = None,
    customer_name: CustomerName = None,
    first_reply: FirstReply = None,
    now: Now = None,
    stdin_filename: StdinFilename = None,
    output_format: Annotated[
        OutputFormat, typer.Option(envvar="TONECHECK_OUTPUT_FORMAT", help="How to report.")
    ] = OutputFormat.FULL,
    output_file: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(
            "-o",
            "--output-file",
            metavar="PATH",
            parser=as_path,
            help="Write the report there, not to stdout.",
        ),
    ] = None,
    report: Annotated[
        Names,
        typer.Option(metavar="FORMAT=PATH", help="A further report to a file; repeatable."),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Count findings by rule instead of listing them.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="Print findings and nothing about the run.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="Tell on stderr how the run went.")
    ] = False,
    no_snippets: Annotated[
        bool, typer.Option("--no-snippets", help="Keep the messages' words out of the report.")
    ] = False,
    color: Annotated[Color, typer.Option(help="When to colour.")] = Color.AUTO,
    config: Annotated[
        Names,
        typer.Option(
            metavar="PATH|KEY=VALUE", help="A settings file, or one setting as TOML; repeatable."
        ),
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
    jobs: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option(min=1, metavar="N", help="Processes. Default: by the number of files."),
    ] = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", envvar="TONECHECK_NO_CACHE", help="Keep nothing on disk.")
    ] = False,
    cache_dir: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(
            envvar="TONECHECK_CACHE_DIR",
            metavar="PATH",
            parser=as_path,
            help="Where to keep what is compiled.",
        ),
    ] = None,
) -> None:
    """Check messages for courtesy.

    Exits with 1 when there are findings of `--fail-on` or worse, and with 2 when something could
    not be read or used.
    """
    from tonecheck.cache import default_folder
    from tonecheck.cli import inputs, options, output, tell, warn
    from tonecheck.run import Plan, Run
    from tonecheck.settings import Choices
    from tonecheck.sources import NO_READER, NO_SOURCE

    further = [options.further_report(entry) for entry in report or []]
    written = options.flag_choices(config or [])
    flags = Choices(
        select=options.names("--select", select),
        extend_select=options.names("--extend-select", extend_select),
        ignore=options.names("--ignore", ignore),
        fail_on=fail_on,
        kind=kind,
        channel=channel,
        preview=preview or None,
    ).over(written)
    plan = Plan(
        flags=flags,
        cache=None if no_cache else cache_dir or default_folder(),
        settings=options.config_file(config or []),
        isolated=isolated,
        context=options.around(in_reply_to, customer_name, first_reply, now),
        snippets=not no_snippets,
    )
    run = Run(plan)
    if show_settings:
        output.show_settings(run, next(iter(paths or []), Path()))
        return
    left_out = [*options.patterns(exclude), *(written.exclude or ())]
    found = inputs.chosen(paths or [], stdin_filename, run, left_out, force=force_exclude)
    if show_files:
        output.show_files(found)
        return
    wanted = [
        inputs.opened(choice.path, stdin_filename)
        for choice in found
        if choice.checked or choice.missed
    ]
    if not wanted:
        run.ruleset(Path.cwd() / "-")  # a misspelt rule is an error all the same
        warn("no messages to check here; --show-files tells why")
    result = _judge(plan, run, wanted, jobs)
    output.write(
        result, output_format, output_file, further, color=color, quiet=quiet, counts=statistics
    )
    if verbose:
        output.tell_run(result, run, wanted)
    for entry in result.not_read:
        if entry.what == NO_SOURCE:
            warn(f"{entry.path}: not read: {NO_SOURCE}; settings say where its messages lie")
        elif entry.what == NO_READER:
            warn(f"{entry.path}: not read: {NO_READER}; rename it after the format that it is in")
    for failure in result.errors:
        tell(f"error: {failure.text}")
    if result.errors:
        raise typer.Exit(2)
    raise typer.Exit(0 if exit_zero else int(_fails(result, run, wanted)))


def _judge(plan: Plan, run: Run, inputs: Sequence[Input], jobs: int | None) -> Report:
    if jobs is None:
        jobs = min(len(inputs) // _WORTH_A_PROCESS, os.cpu_count() or 1)
    jobs = min(jobs, len(inputs))
    with progress(len(inputs)) as advance:
        if jobs <= 1:
            return run.check(inputs, advance)
        from tonecheck.processes import spread

        return spread(plan, inputs, jobs, advance)


def _fails(result: Report, run: Run, inputs: Sequence[Input]) -> bool:
    """Tell whether a finding is as grave as its file's settings, or the flags, must not have."""
    levels: dict[str, int] = {}
    for given in inputs:
        _, choices = run.choices(given.path)
        levels[given.name] = (choices.fail_on or Severity.WARNING).rank
    return any(finding.severity.rank >= levels[finding.path] for finding in result.findings)
