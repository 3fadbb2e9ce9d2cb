"""A whole run: files read, each judged by its own settings, one report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tonecheck.cache import Cache
from tonecheck.engine import Engine, Job, Ruleset, prepare
from tonecheck.errors import InputError
from tonecheck.finding import Failure, Report, Tally
from tonecheck.formats import Format, format_of, load, read
from tonecheck.library import Library
from tonecheck.library import load as load_library
from tonecheck.message import Channel, Context, Kind, Message, What
from tonecheck.settings import Choices, Finder, Settings, ruleset
from tonecheck.text import Source


@dataclass(frozen=True, slots=True)
class Input:
    """Something to check: a file, or a text (stdin) that stands in for one."""

    path: Path
    name: str
    text: bytes | None = None
    format: Format | None = None


class Run:
    """Checks inputs with the settings that hold for each; flags go over all settings.

    Raises `RuleError` and `SettingsError`: without rules there is nothing to say. What is wrong
    with an input costs that input alone and stands in the report.
    """

    def __init__(
        self,
        finder: Finder,
        flags: Choices,
        *,
        cache: Cache,
        context: Context | None = None,
        snippets: bool = True,
    ) -> None:
        self.finder = finder
        self._flags = flags
        self._cache = cache
        self._context = context or Context()
        self._snippets = snippets
        self._libraries: dict[tuple[Path, ...], Library] = {}
        self._rulesets: dict[tuple[int, Choices], Ruleset] = {}

    def choices(self, path: Path) -> tuple[Settings, Choices]:
        """Give the settings for a path and the choices that hold, flags included."""
        settings = self.finder.of(path)
        return settings, self._flags.over(settings.choices(path))

    def library(self, path: Path) -> Library:
        """Give the rules that may judge a path."""
        settings, choices = self.choices(path)
        folders = settings.rule_folders(choices)
        if folders not in self._libraries:
            self._libraries[folders] = load_library(folders, self._cache)
        return self._libraries[folders]

    def check(self, inputs: Iterable[Input], advance: Callable[[], None] | None = None) -> Report:
        """Judge all messages of the inputs; findings come sorted by path and place."""
        jobs: dict[int, tuple[Library, list[Job]]] = {}
        failures: list[Failure] = []
        files = 0
        for given in inputs:
            library = self.library(given.path)
            _, queue = jobs.setdefault(id(library), (library, []))
            try:
                queue.extend(self._jobs(given, library))
                files += 1
            except InputError as error:
                failures.append(Failure(given.name, str(error)))
            if advance is not None:
                advance()
        reports = [
            Engine(library, snippets=self._snippets).judge(queue)
            for library, queue in jobs.values()
        ]
        return replace(merge(reports), errors=tuple(failures), files=files)

    def messages(self, given: Input) -> list[Message]:
        """Read an input's messages: regions found, kind, channel and context decided."""
        kind_of_file = given.format or format_of(given.name) or Format.PLAIN
        if given.text is None:
            source = load(given.path, kind_of_file)
        else:
            errors = "surrogateescape" if kind_of_file is Format.EMAIL else "strict"
            source = Source.decode(given.name, given.text, errors=errors)
        _, choices = self.choices(given.path)
        return [
            self._decided(prepare(message), choices, sending=given.text is not None)
            for message in read(replace(source, name=given.name), kind_of_file)
        ]

    def _jobs(self, given: Input, library: Library) -> Iterator[Job]:
        settings, choices = self.choices(given.path)
        key = (id(library), replace(choices, severity=None, rules=None))
        rules = self._rulesets.get(key)
        if rules is None or choices.severity or choices.rules:
            rules = ruleset(library, choices, str(settings.path or "command line"))
            self._rulesets[key] = rules
        yield from (Job(message, rules) for message in self.messages(given))

    def _decided(self, message: Message, choices: Choices, *, sending: bool) -> Message:
        kind = choices.kind
        if kind in {None, "auto"}:
            mail = message.context.subject is not None or message.context.sender is not None
            filled = not any(message.marked(What.PLACEHOLDER, What.CONTROL_TAG))
            kind = Kind.MESSAGE if sending or mail or filled else Kind.TEMPLATE
        given = {
            name: value
            for name in ("in_reply_to", "customer_name", "first_reply", "now")
            if (value := getattr(self._context, name)) is not None
        }
        return replace(
            message,
            kind=Kind(kind),
            channel=choices.channel or Channel.EMAIL,
            context=replace(message.context, **given),
        )


def merge(reports: Sequence[Report]) -> Report:
    """Join the reports of several engines into one, in the order that one would have given."""
    tallies = [report.tally for report in reports]
    return Report(
        findings=tuple(sorted((f for r in reports for f in r.findings), key=lambda f: f.order)),
        skipped=tuple(skipped for report in reports for skipped in report.skipped),
        not_read=tuple(
            sorted(
                (entry for report in reports for entry in report.not_read),
                key=lambda entry: (entry.path, entry.line or 0, entry.what),
            )
        ),
        files=sum(report.files for report in reports),
        messages=sum(report.messages for report in reports),
        tally=Tally(
            sum(t.sentences for t in tallies),
            sum(t.unique for t in tallies),
            sum(t.tokenized for t in tallies),
            sum(t.parsed for t in tallies),
        ),
    )
