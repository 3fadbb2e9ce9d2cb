"""Settings held to their shape, so that a mistake is named by file, line and key."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields

from tonecheck.errors import SettingsError, brief, did_you_mean
from tonecheck.marks import Brackets
from tonecheck.patterns import kebab
from tonecheck.rule import figure
from tonecheck.settings import Choices, Globs, Written
from tonecheck.sources import Fixed, SourceEntry
from tonecheck.toml import Document, Place, mistake_in

_LONGEST = 10  # characters that open or close a placeholder


def validate(document: Document) -> Written:
    """Validate settings as they are written; raises `SettingsError` naming the key."""
    from pydantic import TypeAdapter, ValidationError

    from tonecheck.sources.presets import expanded
    from tonecheck.sources.values import mistake

    data, numbers = expanded(document)
    try:
        written = TypeAdapter(Written).validate_python(data)
    except ValidationError as error:
        place, text, unknown = mistake_in(error.errors())
        if place[0] == "sources" and len(place) > 1 and numbers:
            place = ("sources", numbers[int(place[1])], *place[2:])
        if unknown:
            shape = SourceEntry if place[0] == "sources" else Written
            known = [kebab(f.name) for f in fields(shape)]
            known += ["preset"] if shape is SourceEntry else []
            hint = did_you_mean(str(place[-1]), known) or f"; there are {', '.join(known)}"
            text = f"unknown key{hint}"
        elif place[0] == "sources" and place[-1] in {"str", Fixed.__name__}:
            place = place[:-1]
            text = "needs to be a JSONPath, such as ‘$.name’, or {value = …} with a string or true"
        raise document.error(place, text) from error
    for number, entry in zip(numbers, written.sources, strict=True):
        if (wrong := mistake(entry)) is not None:
            raise document.error(("sources", number, wrong[0]), wrong[1])
        _refuse_globs(document, ("sources", number, "files"), entry.files)
    _refuse(document, (), written)
    if written.format is not None:
        raise document.error(("format",), "belongs in [[overrides]], which say of which files")
    for number, override in enumerate(written.overrides):
        if not override.files:
            raise document.error(
                ("overrides", number), "needs `files`: the patterns of the files that it holds for"
            )
        _refuse(document, ("overrides", number), override)
    return written


def _refuse(document: Document, place: Place, choices: Choices) -> None:
    """Refuse what pydantic cannot see: patterns, paths and figures that cannot be used."""
    _refuse_globs(document, (*place, "files"), choices.files or ())
    _refuse_globs(document, (*place, "exclude"), choices.exclude or ())
    for number, path in enumerate(choices.rule_paths or ()):
        if "\0" in path:
            raise document.error((*place, "rule-paths", number), "a path holds no NUL; take it out")
    for number, form in enumerate(choices.placeholders or ()):
        if (text := _unfit(form)) is not None:
            raise document.error((*place, "placeholders", number), text)
    for number, name in enumerate(choices.known_variables or ()):
        if not re.match(r"[$@&]?\w|\*", name):
            raise document.error(
                (*place, "known-variables", number), "name the variable alone, without its brackets"
            )
    _refuse_agents(document, (*place, "agents"), choices.agents or ())
    for rule, options in (choices.rules or {}).items():
        for option, value in options.items():
            try:
                figure(value)
            except ValueError as error:
                raise document.error((*place, "rules", rule, option), str(error)) from error


def _unfit(form: str | Brackets) -> str | None:
    """Say what is wrong with a way to write placeholders; None where nothing is."""
    from tonecheck.marks.dialects import NAMES

    if isinstance(form, Brackets):
        both = (form.open, form.close)
        if any(not sign.strip() or sign != sign.strip() or len(sign) > _LONGEST for sign in both):
            return f"`open` and `close` are signs without spaces, {_LONGEST} at most"
        return None
    if form in NAMES:
        return None
    hint = (
        did_you_mean(form, NAMES) or f"; there are {', '.join(NAMES)}, or {{open = …, close = …}}"
    )
    return f"no template language ‘{brief(form)}’{hint}"


def _refuse_agents(document: Document, place: Place, agents: Iterable[str]) -> None:
    for number, agent in enumerate(agents):
        if not re.fullmatch(r"[^@\s]{0,200}@[^@\s]{1,200}", agent):
            raise document.error(
                (*place, number),
                f"‘{brief(agent)}’ is neither an address nor an ‘@’ and a domain; "
                "write ‘ana@shop.example’ or ‘@shop.example’",
            )


def _refuse_globs(document: Document, place: Place, patterns: Iterable[str]) -> None:
    try:
        Globs(patterns)
    except SettingsError as error:
        raise document.error(place, str(error)) from error
