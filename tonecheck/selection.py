"""Which rules the settings choose, how gravely they speak, and with which options."""

from __future__ import annotations

from tonecheck.engine import Ruleset
from tonecheck.errors import SettingsError, did_you_mean
from tonecheck.library import Library
from tonecheck.rule import Rule
from tonecheck.settings import ALL, RECOMMENDED, Choices


def ruleset(library: Library, choices: Choices, where: str) -> Ruleset:
    """Give the rules that choices select, options and severities applied.

    Raises `SettingsError` for a name that is no rule, category or set, with the nearest one.
    """
    known = {*library.rules, *library.categories(), RECOMMENDED, ALL}
    known |= {alias for rule in library.rules.values() for alias in rule.aliases}
    names = {
        "select": choices.select,
        "extend-select": choices.extend_select,
        "ignore": choices.ignore,
        "severity": tuple(choices.severity or ()),
    }
    for key, listed in names.items():
        for name in listed or ():
            if name not in known:
                raise SettingsError(f"{where}: {key}: no rule ‘{name}’{did_you_mean(name, known)}")
    alone = known - {*library.categories(), RECOMMENDED, ALL}
    for name in choices.rules or ():
        if name not in alone:
            raise SettingsError(f"{where}: rules: no rule ‘{name}’{did_you_mean(name, alone)}")
    selected = (RECOMMENDED,) if choices.select is None else choices.select
    wanted = selected + (choices.extend_select or ())
    preview = bool(choices.preview)
    chosen = [
        _with_options(rule, choices, where)
        for rule in library.rules.values()
        if any(_selects(name, rule, preview=preview) for name in wanted)
        and not any(_names(name, rule) or name == ALL for name in choices.ignore or ())
    ]
    severity = {
        rule.name: level
        for name, level in (choices.severity or {}).items()
        for rule in chosen
        if _names(name, rule)
    }
    return Ruleset(tuple(chosen), severity)


def _selects(name: str, rule: Rule, *, preview: bool) -> bool:
    if name in {rule.name, *rule.aliases}:
        return True
    if rule.status == "preview" and not preview:
        return False
    if name == RECOMMENDED:
        return rule.default
    return name in {ALL, rule.category}


def _names(name: str, rule: Rule) -> bool:
    return name in {rule.name, rule.category, *rule.aliases}


def _with_options(rule: Rule, choices: Choices, where: str) -> Rule:
    for name in (rule.name, *rule.aliases):
        if options := (choices.rules or {}).get(name):
            try:
                return rule.with_options(options)
            except ValueError as error:
                raise SettingsError(f"{where}: rules.{name}: {error}") from error
    return rule
