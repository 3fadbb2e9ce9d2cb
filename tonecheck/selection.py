"""Which rules the settings choose, how gravely they speak, and with which options."""

from __future__ import annotations

from collections.abc import Iterable

from tonecheck.engine import Ruleset
from tonecheck.errors import SettingsError, brief, did_you_mean
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
    }
    categories = set(library.categories())
    alone = known - {*categories, RECOMMENDED, ALL}
    _refuse(where, "severity", choices.severity or (), alone | categories)
    _refuse(where, "rules", choices.rules or (), alone)
    for key, listed in names.items():
        _refuse(where, key, listed or (), known)
    selected = (RECOMMENDED,) if choices.select is None else choices.select
    wanted = selected + (choices.extend_select or ())
    preview = bool(choices.preview)
    chosen = [
        _with_options(rule, choices, where)
        for rule in library.rules.values()
        if any(_selects(name, rule, preview=preview) for name in wanted)
        and not any(_covers(name, rule) for name in choices.ignore or ())
    ]
    severity = {
        rule.name: level
        # A rule's own level goes over its category's, wherever either is written.
        for name, level in sorted(
            (choices.severity or {}).items(), key=lambda entry: entry[0] not in categories
        )
        for rule in chosen
        if _names(name, rule)
    }
    return Ruleset(tuple(chosen), severity)


def _refuse(where: str, key: str, names: Iterable[str], known: set[str]) -> None:
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or "; `tonecheck rule` lists what there is"
            raise SettingsError(f"{where}: {key}: no rule ‘{brief(name)}’{hint}")


def _selects(name: str, rule: Rule, *, preview: bool) -> bool:
    if name in {rule.name, *rule.aliases}:
        return True
    if rule.status == "preview" and not preview:
        return False
    if name == RECOMMENDED:
        return rule.default
    return name in {ALL, rule.category}


def _covers(name: str, rule: Rule) -> bool:
    return _names(name, rule) or name == ALL or (name == RECOMMENDED and rule.default)


def _names(name: str, rule: Rule) -> bool:
    return name in {rule.name, rule.category, *rule.aliases}


def _with_options(rule: Rule, choices: Choices, where: str) -> Rule:
    for name in (rule.name, *rule.aliases):
        if options := (choices.rules or {}).get(name):
            try:
                return rule.with_options(options)
            except ValueError as error:
                raise SettingsError(f"{where}: rules.{brief(name)}: {error}") from error
    return rule
