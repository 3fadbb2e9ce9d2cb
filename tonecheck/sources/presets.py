"""Presets: `[[sources]]` for what helpdesks and frameworks export, made from their documentation.

A key that stands beside `preset` goes over the preset's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from tonecheck.errors import brief, did_you_mean
from tonecheck.toml import Document


class Preset(NamedTuple):
    """The entries that a preset stands for, and what its shape was taken from."""

    note: str
    entries: tuple[Mapping[str, Any], ...]


def _entry(text: str, **keys: object) -> Mapping[str, Any]:
    # Greeting and signature are added around these texts: none is a whole reply.
    return {"text": text, "kind": {"value": "snippet"}, **keys}


_ACTIONS = "$..[?@.actions]"

PRESETS: Mapping[str, Preset] = {
    "zendesk-macros": Preset(
        "JSON of the macros API; the comment of each macro, rich or plain",
        (
            _entry(
                "$.actions[?@.field=='comment_value_html'].value",
                each=_ACTIONS,
                id="$.title",
                format="html",
            ),
            _entry(
                "$.actions[?@.field=='comment_value' && @.value > ''].value",
                each=_ACTIONS,
                id="$.title",
            ),
            # A comment for some channels alone is a list: ["channel:all", "the text"].
            _entry(
                "$.actions[?@.field=='comment_value'].value[-1:]",
                each=_ACTIONS,
                id="$.title",
            ),
        ),
    ),
    "freshdesk-canned-responses": Preset(
        "JSON of the canned responses API; `content_html`, else `content`",
        (
            _entry("$.content_html", each="$..[?@.content_html > '']", id="$.title", format="html"),
            _entry(
                "$.content", each="$..[?@.content > '' && !(@.content_html > '')]", id="$.title"
            ),
        ),
    ),
    "intercom-macros": Preset(
        "JSON of the macros API; `body_text`, which keeps the placeholders, else `body`",
        (
            _entry("$.body_text", each="$..[?@.body_text > '']", id="$.name"),
            _entry(
                "$.body",
                each="$..[?@.body > '' && !(@.body_text > '')]",
                id="$.name",
                format="html",
            ),
        ),
    ),
    "helpscout-saved-replies": Preset(
        "JSON of the saved replies API; `text`, and `chatText` as chat",
        (
            _entry("$.text", each="$..[?@.text > '']", id="$.name", format="html"),
            _entry(
                "$.chatText", each="$..[?@.chatText > '']", id="$.name", channel={"value": "chat"}
            ),
        ),
    ),
    "gorgias-macros": Preset(
        "JSON of the macros API; `body_html` of an action, else `body_text` (unconfirmed: the "
        "names of actions, so all are read, and the columns of the CSV export)",
        (
            _entry(
                "$.actions[?@.arguments.body_html > ''].arguments.body_html",
                each=_ACTIONS,
                id="$.name",
                format="html",
            ),
            _entry(
                "$.actions[?@.arguments.body_text > '' && !(@.arguments.body_html>'')]..body_text",
                each=_ACTIONS,
                id="$.name",
            ),
        ),
    ),
    "zammad-text-modules": Preset(
        "CSV as Zammad imports it; `content`, which is HTML. JSON of its API needs "
        '`each = "$[*]"` beside the preset',
        (_entry("$.content", id="$.name", format="html"),),
    ),
    "chatwoot-canned-responses": Preset(
        "JSON of the canned responses API; `content`, which is Markdown",
        (_entry("$.content", each="$..[?@.content > '']", id="$.short_code", format="markdown"),),
    ),
    "osticket-canned-responses": Preset(
        "YAML as osTicket installs it; `response`, which is HTML",
        (_entry("$.response", each="$..[?@.response > '']", id="$.title", format="html"),),
    ),
    "freescout-saved-replies": Preset(
        "JSON; `text`, which is HTML (unconfirmed: all of it, the module is not public)",
        (_entry("$.text", each="$..[?@.text > '']", id="$.name", format="html"),),
    ),
    "github-saved-replies": Preset(
        "JSON of the GraphQL API, or a list of replies in YAML; `body`, which is Markdown",
        (_entry("$.body", each="$..[?@.body > '']", id="$['title', 'name']", format="markdown"),),
    ),
    "front-templates": Preset(
        "JSON of the message templates API; `body`, which is HTML",
        (_entry("$.body", each="$..[?@.body > '']", id="$.name", format="html"),),
    ),
    "rails-i18n": Preset(
        "YAML of English locales; every string. A narrower `text` reads the mailers alone",
        (_entry("$..*", each="$['en', 'en-GB', 'en-US', 'en-AU', 'en-CA', 'en-IE', 'en-NZ']"),),
    ),
    "django-po": Preset(
        'PO; every `msgstr`. Where the `msgid` is the English, add `text = "$.msgid"`',
        (_entry("$['msgstr', 'msgstr[0]', 'msgstr[1]']"),),
    ),
}


def expanded(document: Document) -> tuple[dict[str, Any], list[int]]:
    """Give settings with what presets stand for in their place, and each entry's own number.

    Raises `SettingsError` for a preset that there is not.
    """
    tables = document.data.get("sources")
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        return document.data, []
    entries: list[dict[str, Any]] = []
    numbers: list[int] = []
    for number, table in enumerate(tables):
        found = [table]
        if "preset" in table:
            name = str(table["preset"])
            if name not in PRESETS:
                hint = did_you_mean(name, PRESETS) or f"; there are {', '.join(PRESETS)}"
                wrong = f"no preset is named ‘{brief(name)}’{hint}"
                raise document.error(("sources", number, "preset"), wrong)
            own = {key: value for key, value in table.items() if key != "preset"}
            found = [{**entry, **own} for entry in PRESETS[name].entries]
        entries += found
        numbers += [number] * len(found)
    return document.data | {"sources": entries}, numbers
