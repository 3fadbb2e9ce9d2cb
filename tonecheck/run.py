"""A whole run: files read, each judged by its own settings, one report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import field, fields, replace
from pathlib import Path
from typing import NamedTuple

from tonecheck.cache import Cache
from tonecheck.engine import Engine, Job, Ruleset, prepare
from tonecheck.errors import InputError, TonecheckError
from tonecheck.finding import Failure, NotRead, Reply, Report, merge
from tonecheck.formats import Format, decode, format_at, in_maildir, load, notation_of, read
from tonecheck.library import Library
from tonecheck.library import load as load_library
from tonecheck.message import Channel, Context, Kind, Message, Teller, What
from tonecheck.record import record
from tonecheck.selection import ruleset
from tonecheck.settings import Choices, Finder, Settings
from tonecheck.sources import NO_MAILS, NO_READER, NO_SOURCE, Contents

_PACKAGE = Path(__file__).resolve().parent


class Input(NamedTuple):
    """Something to check: a file, or a text (stdin) that stands in for one."""

    path: Path
    name: str
    text: bytes | None = None
    format: Format | None = None


@record(frozen=True, slots=True)
class Plan:
    """All that a run is made from; small enough to hand to another process.

    `cache` is a folder (None keeps nothing), `settings` a settings file that holds for all files
    instead of the nearest ones; `isolated` reads none. Flags go over all settings.
    """

    flags: Choices = field(default_factory=Choices)
    cache: Path | None = None
    settings: Path | None = None
    isolated: bool = False
    context: Context = field(default_factory=Context)
    snippets: bool = True


class Run:
    """Checks inputs with the settings that hold for each.

    Raises `RuleError` and `SettingsError`: without rules there is nothing to say. What is wrong
    with an input costs that input alone and stands in the report.
    """

    def __init__(self, plan: Plan) -> None:
        self._cache = Cache(plan.cache)
        self.finder = Finder(self._cache, given=plan.settings, isolated=plan.isolated)
        self._plan = plan
        self._libraries: dict[tuple[Path, ...], Library] = {}
        self._rulesets: dict[tuple[int, str], Ruleset] = {}

    def choices(self, path: Path) -> tuple[Settings, Choices]:
        """Give the settings for a path and the choices that hold, flags included."""
        settings = self.finder.of(path)
        return settings, self._plan.flags.over(settings.choices(path))

    def library(self, path: Path) -> Library:
        """Give the rules that may judge a path."""
        settings, choices = self.choices(path)
        folders = settings.rule_folders(choices)
        if folders not in self._libraries:
            self._libraries[folders] = load_library(folders, self._cache)
        return self._libraries[folders]

    def ruleset(self, path: Path) -> Ruleset:
        """Give the rules that judge a path; raises `SettingsError` for a name that is no rule."""
        library = self.library(path)
        settings, choices = self.choices(path)
        key = (id(library), repr(choices))  # choices hold dicts, which cannot be a key
        rules = self._rulesets.get(key)
        if rules is None:
            ruleset(library, self._plan.flags, "command line")  # a flag's mistake is not the file's
            rules = ruleset(library, choices, str(settings.path or "command line"))
            self._rulesets[key] = rules
        return rules

    def check(
        self,
        inputs: Sequence[Input],
        advance: Callable[[], None] | None = None,
        *,
        among: Sequence[Input] | None = None,
    ) -> Report:
        """Judge all messages of the inputs; findings come sorted by path and place.

        Threads may go on in the inputs that they are `among`.
        """
        threads = self.threads(inputs if among is None else among)
        jobs: dict[int, tuple[Library, list[Job]]] = {}
        failures: list[Failure] = []
        not_read: list[NotRead] = []
        replies: list[Reply] = []
        files = 0
        for given in inputs:
            library = self.library(given.path)
            rules = self.ruleset(given.path)
            _, queue = jobs.setdefault(id(library), (library, []))
            try:
                contents = threads.get(given) or self.contents(given)
                queue.extend([Job(message, rules) for message in contents.messages])
                failures += contents.failures
                not_read += contents.not_read
                replies += [
                    Reply(given.name, one.id, waited)
                    for one in contents.messages
                    if (waited := one.context.waited) is not None
                ]
                files += not contents.unmatched
            except InputError as error:
                failures.append(Failure(given.name, str(error)))
            except TonecheckError:
                raise
            except Exception as error:  # noqa: BLE001 - the other files can still be judged
                failures.append(Failure(given.name, f"{given.name}: {internal(error)}"))
            if advance is not None:
                advance()
        reports = [
            report
            for library, queue in jobs.values()
            for report in _judged(Engine(library, snippets=self._plan.snippets), queue)
        ]
        files -= sum(failure.line is None for report in reports for failure in report.errors)
        rest = Report(
            errors=tuple(failures), not_read=tuple(not_read), replies=tuple(replies), files=files
        )
        return merge([*reports, rest])

    def threads(self, inputs: Sequence[Input]) -> dict[Input, Contents]:
        """Give the inputs that are mail, of settings with `agents`, as their threads show them.

        What cannot be read is left out.
        """
        read: dict[Input, tuple[Contents, tuple[str, ...]]] = {}
        for given in inputs:
            settings, choices = self.choices(given.path)
            if choices.agents and self._format(given, settings) in {Format.EMAIL, Format.MBOX}:
                with suppress(Exception):  # whoever reads it next will hear of it
                    read[given] = self.contents(given), choices.agents
        if not read:
            return {}
        from tonecheck.threads import sorted_out

        return dict(zip(read, sorted_out(list(read.values())), strict=True))

    def contents(self, given: Input) -> Contents:
        """Read an input: regions found, kind, channel and context of each message decided."""
        contents = self._read(given)
        _, choices = self.choices(given.path)
        sending = given.text is not None
        wanted = choices.placeholders if choices.placeholders not in {None, ("auto",)} else ()
        messages = [
            self._decided(prepare(message, wanted), choices, sending=sending)
            for message in contents.messages
        ]
        return contents._replace(messages=tuple(messages))

    def _read(self, given: Input) -> Contents:
        settings = self.finder.of(given.path)
        known = self._format(given, settings)
        kind_of_file = known or Format.PLAIN
        if given.text is None:
            source = load(given.path, kind_of_file)
        else:
            source = decode(given.name, given.text, kind_of_file)
        source = replace(source, name=given.name)
        notation = None if known is Format.EMAIL else notation_of(given.name)
        if notation is None and known:
            messages = read(source, kind_of_file)
            if not messages:
                return Contents(not_read=(NotRead(given.name, None, NO_MAILS),))
            if given.format is None and in_maildir(given.path):
                messages = tuple(_named(message, given.path) for message in messages)
            if "subject" in given.path.name.lower():
                messages = tuple(_subjects(messages))
            return Contents(messages)
        entries = settings.entries(given.path)
        if notation is None:
            if not entries:
                return Contents(read(source, kind_of_file))
            return Contents(not_read=(NotRead(given.name, None, NO_READER),))
        if not entries:
            return Contents(not_read=(NotRead(given.name, None, NO_SOURCE),))
        from tonecheck.sources.reading import read_records

        return read_records(source, notation, entries)

    @staticmethod
    def _format(given: Input, settings: Settings) -> Format | None:
        return settings.choices(given.path).format or given.format or format_at(given.path)

    def _decided(self, message: Message, choices: Choices, *, sending: bool) -> Message:
        flags = self._plan.flags
        kind = flags.kind or message.kind or choices.kind
        channel = flags.channel or message.channel or choices.channel
        assumed = {"channel"} if channel is None else set()
        if kind in {None, "auto"}:
            assumed.add("kind")
            mail = message.context.subject is not None or message.context.sender is not None
            filled = not any(message.marked(What.PLACEHOLDER, What.CONTROL_TAG))
            kind = Kind.MESSAGE if sending or mail or filled else _kind_of_template(message)
        settled = {} if choices.known_variables is None else {"known_variables": Teller.SETTINGS}
        given = {
            name: value
            for name in ("in_reply_to", "customer_name", "first_reply", "now")
            if (value := getattr(self._plan.context, name)) is not None
        }
        context = replace(message.context, known_variables=choices.known_variables, **given)
        teller = Teller.HEADER if message.slot is None else Teller.RECORD
        known = {
            part.name: teller
            for part in fields(message.context)
            if getattr(message.context, part.name) is not None
        }
        return replace(
            message,
            kind=Kind(kind),
            channel=channel or Channel.EMAIL,
            language=choices.language or message.language,
            assumed=frozenset(assumed),
            context=context,
            told_by=known | dict.fromkeys(given, Teller.FLAG) | settled,
        )


def _kind_of_template(message: Message) -> Kind:
    from tonecheck.formats.parts import is_framed

    return Kind.SNIPPET if is_framed(message) else Kind.TEMPLATE


def _subjects(messages: Iterable[Message]) -> Iterator[Message]:
    from tonecheck.formats.parts import as_subject, is_subject

    return (as_subject(one) if is_subject(one) else one for one in messages)


def _named(message: Message, path: Path) -> Message:
    """Name a mail of a Maildir by its Message-ID, else by what stays of its file's name."""
    own = message.envelope.id if message.envelope else None
    return replace(message, id=own or path.name.partition(":")[0])


def _judged(engine: Engine, jobs: list[Job]) -> Iterator[Report]:
    """Judge all at once; where that fails, file by file, so that one costs no other."""
    try:
        yield engine.judge(jobs)
    except TonecheckError:
        raise
    except Exception:  # noqa: BLE001
        by_file: dict[str, list[Job]] = {}
        for job in jobs:
            by_file.setdefault(job.message.source.name, []).append(job)
        for name, own in by_file.items():
            try:
                yield engine.judge(own)
            except Exception as error:  # noqa: BLE001
                yield Report(errors=(Failure(name, f"{name}: {internal(error)}"),))


def internal(error: Exception) -> str:
    """Say that tonecheck itself failed, and where; what the error quotes may be a message.

    With TONECHECK_TRACEBACK set, the traceback goes to stderr.
    """
    from traceback import extract_tb, print_exception

    if os.environ.get("TONECHECK_TRACEBACK"):
        print_exception(error)
    frames = extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    last = next(reversed(own or frames), None)
    where = "" if last is None else f" in {Path(last.filename).name}, line {last.lineno}"
    return (
        f"internal error ({type(error).__name__}{where}); please report it. "
        "TONECHECK_TRACEBACK=1 shows more"
    )
