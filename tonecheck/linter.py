"""The Python interface: texts in, reports out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tonecheck.cache import Cache, default_folder
from tonecheck.engine import Engine, Job, prepare
from tonecheck.finding import Report
from tonecheck.formats import Format, read
from tonecheck.library import load
from tonecheck.message import Channel, Context, Kind, Language
from tonecheck.selection import ruleset
from tonecheck.settings import Choices
from tonecheck.text import Source


class Linter:
    """Rules made ready once, to check any number of texts.

    `select` and `ignore` name rules, categories, `recommended` or `ALL`; `rule_paths` are folders
    of further rules. Settings files are not read. Raises `RuleError` and `SettingsError` for
    rules and names that cannot be used. Not to be shared between threads while checking.
    """

    def __init__(
        self,
        *,
        select: Sequence[str] = ("recommended",),
        ignore: Sequence[str] = (),
        rule_paths: Sequence[str | Path] = (),
        preview: bool = False,
        cache: bool = True,
    ) -> None:
        kept = Cache(default_folder() if cache else None)
        library = load([Path(path) for path in rule_paths], kept)
        choices = Choices(select=tuple(select), ignore=tuple(ignore), preview=preview)
        self._rules = ruleset(library, choices, "Linter")
        self._engine = Engine(library)

    def check(
        self,
        text: str,
        *,
        name: str = "<text>",
        format: Format | str = Format.PLAIN,  # noqa: A002 - the word users know
        kind: Kind | str = Kind.MESSAGE,
        channel: Channel | str = Channel.EMAIL,
        language: Language | str = Language.AUTO,
        context: Context | None = None,
    ) -> Report:
        """Judge one text; offsets and columns in the report are code points of `text`.

        Raises `InputError` for a text that its format cannot read, and `ValueError` for an
        unknown format, kind, channel or language.
        """
        messages = read(Source(name, text), Format(format))
        jobs = [
            Job(
                replace(
                    prepare(message),
                    kind=Kind(kind),
                    channel=Channel(channel),
                    language=Language(language),
                    context=context or message.context,
                ),
                self._rules,
            )
            for message in messages
        ]
        return replace(self._engine.judge(jobs), files=1)


def check(
    text: str,
    *,
    format: Format | str = Format.PLAIN,  # noqa: A002 - the word users know
    kind: Kind | str = Kind.MESSAGE,
    channel: Channel | str = Channel.EMAIL,
    language: Language | str = Language.AUTO,
    context: Context | None = None,
    select: Sequence[str] = ("recommended",),
    ignore: Sequence[str] = (),
) -> Report:
    """Judge one text with the bundled rules; for more than one, make a `Linter` and keep it."""
    linter = Linter(select=select, ignore=ignore)
    return linter.check(
        text, format=format, kind=kind, channel=channel, language=language, context=context
    )
