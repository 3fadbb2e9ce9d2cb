from __future__ import annotations

from pathlib import Path

import pytest

from tonecheck.cache import Cache
from tonecheck.errors import SettingsError
from tonecheck.message import Channel, Kind
from tonecheck.run import Input, Plan, Run
from tonecheck.settings.reading import read_settings
from tonecheck.sources.presets import PRESETS

ROOT = Path(__file__).parent.parent

Told = tuple[str, str]

SAMPLES: dict[str, tuple[str, str, list[Told]]] = {
    "zendesk-macros": (
        "macros.json",
        r"""
{"macros": [
  {"id": 1, "title": "Late parcel", "active": true, "actions": [
    {"field": "status", "value": "pending"},
    {"field": "comment_value_html", "value": "<p>Your parcel is <b>late</b>.<\/p><p>Sorry.<\/p>"}]},
  {"id": 2, "title": "Refund", "actions": [
    {"field": "comment_value", "value": "Sent, {{ticket.requester.first_name}}."}]},
  {"id": 3, "title": "Chat", "actions": [
    {"field": "comment_value", "value": ["channel:web", "One moment, please."]}]},
  {"id": 4, "title": "Close", "actions": [{"field": "status", "value": "solved"}]}
], "count": 4, "next_page": null}
""",
        [
            ("Late parcel", "Your parcel is late.\n\nSorry."),
            ("Refund", "Sent, {{ticket.requester.first_name}}."),
            ("Chat", "One moment, please."),
        ],
    ),
    "freshdesk-canned-responses": (
        "responses.json",
        """
[{"id": 7, "title": "Opening hours", "folder_id": 2, "content": "We open at nine.",
  "content_html": "<div>We open at <i>nine</i>.</div>", "attachments": []},
 {"id": 8, "title": "Plain", "folder_id": 2, "content": "We close at five.", "content_html": null}]
""",
        [("Opening hours", "We open at nine."), ("Plain", "We close at five.")],
    ),
    "intercom-macros": (
        "macros.json",
        """
{"type": "list", "data": [
  {"type": "macro", "id": "1", "name": "Order", "visible_to": "everyone",
   "body": "<p>Hello <attribute key=\\"first_name\\" default=\\"there\\"/></p>",
   "body_text": "Hello {{first_name | fallback: 'there'}}"},
  {"type": "macro", "id": "2", "name": "Invoice", "body": "<p>It is attached.</p>"}]}
""",
        [("Order", "Hello {{first_name | fallback: 'there'}}"), ("Invoice", "It is attached.")],
    ),
    "helpscout-saved-replies": (
        "replies.json",
        """
[{"id": 5, "name": "Shipping", "text": "<p>It left our house today.</p>", "chatText": "It left!"},
 {"id": 6, "name": "Returns", "text": "Use the label in the box.<br>"}]
""",
        [
            ("Shipping", "It left our house today."),
            ("Returns", "Use the label in the box."),
            ("Shipping $.chatText", "It left!"),
        ],
    ),
    "gorgias-macros": (
        "macros.json",
        """
{"data": [
  {"id": 3, "name": "Sizes", "actions": [
    {"name": "addTags", "arguments": {"tags": "size"}},
    {"name": "setResponseText", "arguments": {
      "body_text": "Size M fits.", "body_html": "<div>Size M fits.</div>"}}]},
  {"id": 4, "name": "Colours", "actions": [
    {"name": "setResponseText", "arguments": {"body_text": "Blue is back."}}]}]}
""",
        [("Sizes", "Size M fits."), ("Colours", "Blue is back.")],
    ),
    "zammad-text-modules": (
        "text_modules.csv",
        """\
id,name,keywords,content,note,active
1,Delay,late,"<div>It is late, #{ticket.customer.firstname}.</div>
<div>Sorry.</div>",,true
2,Thanks,ty,"Thank you for the ""photo"".",,true
""",
        [
            ("Delay", "It is late, #{ticket.customer.firstname}.\nSorry."),
            ("Thanks", 'Thank you for the "photo".'),
        ],
    ),
    "chatwoot-canned-responses": (
        "canned.json",
        """
[{"id": 1, "short_code": "hours", "content": "We open at **nine**, {{contact.name}}."}]
""",
        [("hours", "We open at nine, {{contact.name}}.")],
    ),
    "osticket-canned-responses": (
        "canned.yaml",
        """\
- isenabled: 1
  title: Where is it?
  response: |
    <p>It left our house on Monday, %{ticket.name.first}.</p>
  notes: for parcels
- title: Second
  response: Nothing else is needed.
""",
        [
            ("Where is it?", "It left our house on Monday, %{ticket.name.first}."),
            ("Second", "Nothing else is needed."),
        ],
    ),
    "freescout-saved-replies": (
        "replies.json",
        """
[{"id": 1, "name": "Password", "text": "<p>Follow the link, {%customer.firstName%}.</p>"}]
""",
        [("Password", "Follow the link, {%customer.firstName%}.")],
    ),
    "github-saved-replies": (
        "replies.json",
        """
{"data": {"viewer": {"savedReplies": {"nodes": [
  {"title": "Duplicate", "body": "Thank you. We track this in *another* issue."}]}}}}
""",
        [("Duplicate", "Thank you. We track this in another issue.")],
    ),
    "front-templates": (
        "templates.json",
        """
{"_results": [{"id": "rsp_1", "name": "Hold", "subject": "Your order",
  "body": "<p>We hold it, {{recipient.first_name}}.</p>", "attachments": []}]}
""",
        [("Hold", "We hold it, {{recipient.first_name}}.")],
    ),
    "rails-i18n": (
        "mailers.en.yml",
        """\
en:
  order_mailer:
    shipped:
      subject: "Order %{number} is on its way"
      body: >
        It left
        our house.
      count: 3
de:
  order_mailer:
    shipped:
      subject: Unterwegs
""",
        [
            ("$.en.order_mailer.shipped.subject", "Order %{number} is on its way"),
            ("$.en.order_mailer.shipped.body", "It left our house."),
        ],
    ),
    "django-po": (
        "django.po",
        """\
msgid ""
msgstr "Language: en\\n"

msgctxt "mail"
msgid "greeting"
msgstr "Hello %(name)s,"

msgid "%(n)d file"
msgid_plural "%(n)d files"
msgstr[0] "One file "
"is here."
msgstr[1] "%(n)d files are here."
""",
        [
            ("mail: greeting", "Hello %(name)s,"),
            ("%(n)d file $['msgstr[0]']", "One file is here."),
            ("%(n)d file $['msgstr[1]']", "%(n)d files are here."),
        ],
    ),
}  # fmt: skip


def set_up(folder: Path, settings: str, name: str, text: str) -> Input:
    (folder / "tonecheck.toml").write_text(f"[[sources]]\nfiles = ['*']\n{settings}\n", "utf-8")
    (folder / name).write_text(text, "utf-8")
    return Input(folder / name, name)


@pytest.mark.parametrize("preset", PRESETS)
def test_sample_of_what_a_preset_is_for_is_read_as_snippets(tmp_path: Path, preset: str) -> None:
    name, text, wanted = SAMPLES[preset]
    given = set_up(tmp_path, f"preset = '{preset}'", name, text)
    contents = Run(Plan()).contents(given)
    assert contents.failures == ()
    told = [(message.id, message.text.strip()) for message in contents.messages]
    assert told == wanted
    assert {message.kind for message in contents.messages} == {Kind.SNIPPET}
    assert not any("kind" in message.assumed for message in contents.messages)


def test_replies_for_chat_have_their_channel(tmp_path: Path) -> None:
    name, text, _ = SAMPLES["helpscout-saved-replies"]
    given = set_up(tmp_path, "preset = 'helpscout-saved-replies'", name, text)
    channels = [message.channel for message in Run(Plan()).contents(given).messages]
    assert channels == [Channel.EMAIL, Channel.EMAIL, Channel.CHAT]


def test_macro_without_a_comment_is_listed(tmp_path: Path) -> None:
    name, text, _ = SAMPLES["zendesk-macros"]
    given = set_up(tmp_path, "preset = 'zendesk-macros'", name, text)
    left = Run(Plan()).contents(given).not_read
    assert [(entry.message_id, entry.what) for entry in left] == [("$.macros[3]", "no text")]


def test_keys_beside_a_preset_go_over_its_own(tmp_path: Path) -> None:
    settings = """preset = 'zammad-text-modules'
each = '$[*]'
format = 'text'
kind = {value = 'template'}"""
    text = '[{"name": "a", "content": "<b>Hello.</b>"}]'
    given = set_up(tmp_path, settings, "modules.json", text)
    (message,) = Run(Plan()).contents(given).messages
    assert (message.id, message.text, message.kind) == ("a", "<b>Hello.</b>", Kind.TEMPLATE)


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ("preset = 'zendesk'", ":3: sources.0.preset: no preset is named ‘zendesk’ (did you mean"),
        (
            "preset = 'x'",
            ":3: sources.0.preset: no preset is named ‘x’; there are zendesk-macros, ",
        ),
        ("preset = ['x']", ":3: sources.0.preset: no preset is named ‘['x']’; there are "),
        (
            "preset = 'zendesk-macros'\n[[sources]]\nfiles = ['b']\ntext = '$'\ntxt = '$'",
            ":7: sources.1.txt: unknown key (did you mean ‘text’?)",
        ),
        (
            "preset = 'zendesk-macros'\n[[sources]]\nfiles = ['b']\ntext = '$['",
            ":6: sources.1.text: ‘$[’ is no JSONPath",
        ),
        ("pre-set = 'x'\ntext = '$'", ":3: sources.0.pre-set: unknown key (did you mean ‘preset’"),
        ("preset = 'django-po'\nid = '[x'", ":4: sources.0.id: ‘[x’ is neither a name"),
    ],
)
def test_what_is_wrong_beside_presets_is_said_of_its_own_table(
    tmp_path: Path, settings: str, sentence: str
) -> None:
    set_up(tmp_path, settings, "a.json", "")
    with pytest.raises(SettingsError) as refused:
        read_settings(tmp_path / "tonecheck.toml", Cache(None))
    assert sentence in str(refused.value)


def test_kept_settings_have_their_presets(tmp_path: Path) -> None:
    set_up(tmp_path, "preset = 'zendesk-macros'", "a.json", "")
    cache = Cache(tmp_path / "cache")
    fresh, kept = (read_settings(tmp_path / "tonecheck.toml", cache) for _ in range(2))
    assert fresh == kept
    assert len(kept.written.sources) == len(PRESETS["zendesk-macros"].entries)


def test_readme_lists_the_presets_with_their_notes() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for name, preset in PRESETS.items():
        assert f"| `{name}` | {preset.note} |\n" in readme
