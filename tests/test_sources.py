from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.cache import Cache, default_folder
from tonecheck.errors import InputError, SettingsError
from tonecheck.finding import Report
from tonecheck.formats import Notation
from tonecheck.message import Channel, Context, Kind, Part
from tonecheck.run import Input, Plan, Run
from tonecheck.settings import Choices, Settings
from tonecheck.settings.reading import read_settings
from tonecheck.sources import NO_READER, NO_SOURCE, Contents, Fixed, SourceEntry
from tonecheck.sources.query import find, mistake, shown
from tonecheck.sources.reading import read_records
from tonecheck.text import Source

law = settings(max_examples=500, deadline=None)

NOTHING_KEPT = Cache(None)


def read(
    text: str, *entries: SourceEntry, notation: Notation = Notation.JSON, name: str = "a.json"
) -> Contents:
    return read_records(Source(name, text), notation, entries or [entry()])


def read_lines(text: str, *entries: SourceEntry) -> Contents:
    return read(text, *entries, notation=Notation.JSON_LINES, name="a.jsonl")


def entry(**fields: Any) -> SourceEntry:  # noqa: ANN401 - whatever fields an entry has
    return SourceEntry(**{"files": ("*.json",), "text": "$.text"} | fields)


def texts(contents: Contents) -> list[tuple[str | None, str]]:
    return [(message.id, message.text) for message in contents.messages]


def said(contents: Contents) -> list[str]:
    return [failure.text for failure in contents.failures]


def left(contents: Contents) -> list[tuple[str | None, str, int | None]]:
    return [(entry.message_id, entry.what, entry.line) for entry in contents.not_read]


# Paths

steps = st.sampled_from(
    ["a", "*", "[0]", "[-1]", "[*]", "['a']", "['']", "['b c']", "[2]", "[-3]", "_x1"]
)
simple = st.lists(steps.map(lambda s: s if s.startswith("[") else f".{s}"), max_size=4).map(
    lambda parts: "$" + "".join(parts)
)
keys = st.sampled_from(["a", "b c", "", "_x1", "0"])
plain = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["", "abc"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=20,
)


@law
@given(simple, plain)
def test_simple_paths_find_what_the_library_finds(path: str, value: Any) -> None:  # noqa: ANN401
    import jsonpath

    query = jsonpath.JSONPathEnvironment(strict=True).compile(path)
    expected = [(match.parts, match.obj) for match in query.finditer(value)]
    assert find(path, value) == expected
    assert mistake(path) is None


@law
@given(plain)
def test_a_location_written_as_a_path_finds_its_place_again(value: Any) -> None:  # noqa: ANN401
    for location, inner in find("$..*", value):
        assert find(shown(location), value) == [(location, inner)]


def test_simple_paths_are_followed_without_the_library() -> None:
    program = (
        "import sys; from tonecheck.sources.query import find, mistake;"
        "print(find('$.a[*].b', {'a': [{'b': 'x'}]}), mistake('$[0]'), 'jsonpath' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[(('a', 0, 'b'), 'x')] None False\n"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("$", [()]),
        ("$..b", [("a", 0, "b"), ("a", 1, "b")]),
        ("$.a[?@.c == 'yes'].b", [("a", 1, "b")]),
        ("$.a[::-1].b", [("a", 1, "b"), ("a", 0, "b")]),
        ("$.é", [("é",)]),
        ('$["é"]', [("é",)]),
        ("$.none.b", []),
        ("$.a[0].b[-1:]", []),
        ("$..b[0:1]", []),
        ("a", [("a",)]),
        ("Macro's text (long)", [("Macro's text (long)",)]),
        ("none", []),
    ],
)
def test_paths_find_places(path: str, expected: list[tuple[str | int, ...]]) -> None:
    value = {"a": [{"b": "x"}, {"b": "y", "c": "yes"}], "é": 1, "Macro's text (long)": 1}
    assert [location for location, _ in find(path, value)] == expected


@pytest.mark.parametrize(
    ("path", "why"),
    [
        (".text", "‘.text’ is neither a name, as ‘text’, nor a JSONPath, which begins with $"),
        ("a[0]", "‘a[0]’ is neither a name"),
        ("a.b", "‘a.b’ is neither a name"),
        ("", "‘’ is neither a name"),
        ("$.a[", "‘$.a[’ is no JSONPath: unexpected end of query"),
        ("$..", "‘$..’ is no JSONPath: "),
        ("$.a b", "‘$.a b’ is no JSONPath: unexpected token"),
        ("$[?foo(@)]", "‘$[?foo(@)]’ is no JSONPath: function 'foo' is not defined"),
        ("$.a | $.b", "‘$.a | $.b’ is no JSONPath: "),
        ("$[99999999999999999999]", "‘$[99999999999999999999]’ is no JSONPath: "),
    ],
)
def test_what_is_no_path_is_said_in_one_line(path: str, why: str) -> None:
    wrong = mistake(path)
    assert wrong is not None
    assert wrong.startswith(why)
    assert "\n" not in wrong


@law
@given(
    st.lists(
        st.sampled_from(
            [*"$.[]'\"*?@()=1-:, \\é&|~^#!<>", "\n", "..", "==", "&&", "[?", ".a", "match(", "@.a"]
        ),
        max_size=10,
    ).map(lambda parts: "$" + "".join(parts)),
    plain,
)
def test_no_path_breaks_anything(path: str, value: Any) -> None:  # noqa: ANN401
    if mistake(path) is None:
        try:
            find(path, value)
        except ValueError as error:
            assert str(error)  # noqa: PT017


# Messages and their ids


def test_each_record_is_a_message_named_by_its_path_or_by_its_id() -> None:
    text = '{"replies": [{"text": "One.", "slug": "a"}, {"text": "Two.", "slug": 7}]}'
    assert texts(read(text, entry(each="$.replies[*]"))) == [
        ("$.replies[0].text", "One."),
        ("$.replies[1].text", "Two."),
    ]
    assert texts(read(text, entry(each="$.replies[*]", id="$.slug"))) == [
        ("a", "One."),
        ("7", "Two."),
    ]


def test_a_record_of_json_lines_is_named_by_its_line() -> None:
    text = '{"text": "One."}\n\n{"text": "Two.", "slug": null}\n{"text": "Three.", "slug": " "}\n'
    for given_id in (None, "$.slug", "$.none"):
        assert texts(read_lines(text, entry(id=given_id))) == [
            ("line 1", "One."),
            ("line 3", "Two."),
            ("line 4", "Three."),
        ]


def test_of_several_texts_each_is_a_message_named_with_its_path() -> None:
    text = '{"id": "x", "parts": [{"text": "One."}, {"text": "Two."}]}'
    assert texts(read(text, entry(text="$..text", id="$.id"))) == [
        ("x $.parts[0].text", "One."),
        ("x $.parts[1].text", "Two."),
    ]
    assert [name for name, _ in texts(read_lines(text, entry(text="$..text")))] == [
        "line 1 $.parts[0].text",
        "line 1 $.parts[1].text",
    ]
    assert [name for name, _ in texts(read(text, entry(text="$..text")))] == [
        "$.parts[0].text",
        "$.parts[1].text",
    ]


def test_among_several_values_only_strings_are_texts() -> None:
    text = '{"mail": {"subject": "Hi.", "count": 3, "other": null, "body": ["Yes."]}}'
    found = read(text, entry(text="$..*"))
    assert texts(found) == [("$.mail.subject", "Hi."), ("$.mail.body[0]", "Yes.")]
    assert not found.failures


def test_a_text_that_two_entries_find_is_read_by_the_first() -> None:
    text = '{"id": "x", "text": "One.", "chat": "Two."}'
    first = entry(id="$.id", channel=Fixed("social"))
    second = entry(id="$.id", text="$['text', 'chat']", channel=Fixed("chat"))
    found = read(text, first, second)
    assert texts(found) == [("x", "One."), ("x $.chat", "Two.")]
    assert [message.channel for message in found.messages] == [Channel.SOCIAL, Channel.CHAT]


def test_a_record_without_text_is_listed_unless_another_entry_reads_it() -> None:
    text = '{"text": "One."}\n{"chat": "Two."}\n{"text": null}\n[]\n7\n'
    assert left(read_lines(text, entry(), entry(text="$.chat"))) == [
        ("line 3", "no text", 3),
        ("line 4", "no text", 4),
        ("line 5", "no text", 5),
    ]
    assert left(read('[\n{"text": "One."},\n{}]', entry(each="$[*]"))) == [("$[1]", "no text", 3)]


@pytest.mark.parametrize(("text", "notation"), [("[]", Notation.JSON), ("\n", Notation.JSON_LINES)])
def test_a_file_without_records_is_listed(text: str, notation: Notation) -> None:
    assert left(read(text, entry(each="$[*]"), notation=notation)) == [(None, "no records", None)]


def test_the_format_of_the_texts_is_the_entrys() -> None:
    text = '{"text": "# Hello\\n\\n**You** failed.\\n\\n    code"}'
    (as_text,) = read(text).messages
    (as_markdown,) = read(text, entry(format="markdown")).messages
    assert as_text.text.startswith("# Hello")
    assert as_markdown.text.startswith("Hello\n\nYou failed.")
    assert [region.what for region in as_markdown.regions] == [Part.BODY, Part.CODE]


# What is known around a message

AROUND = {
    "in_reply_to": "$.customer",
    "customer_name": "$.who.name",
    "channel": "$.channel",
    "kind": "$.kind",
    "first_reply": "$.first",
    "now": "$.at",
}


def record(**fields: object) -> str:
    return json.dumps({"text": "Hello."} | fields)


def test_what_is_known_around_a_message_comes_from_its_record() -> None:
    text = record(
        customer="Where is it?",
        who={"name": "Ana"},
        channel="chat",
        kind="snippet",
        first=False,
        at="2026-05-04T09:30",
    )
    (message,) = read(text, entry(**AROUND)).messages
    assert (message.channel, message.kind) == (Channel.CHAT, Kind.SNIPPET)
    assert message.context == Context(
        in_reply_to="Where is it?", customer_name="Ana", first_reply=False, now="2026-05-04T09:30"
    )


def test_a_fixed_value_holds_for_every_record() -> None:
    fixed = {name: Fixed("Ana") for name in ("in_reply_to", "customer_name")}
    found = read(record(), entry(**fixed, channel=Fixed("sms"), first_reply=Fixed(value=False)))
    (message,) = found.messages
    assert message.context == Context(in_reply_to="Ana", customer_name="Ana", first_reply=False)
    assert message.channel is Channel.SMS


@pytest.mark.parametrize("nothing", [{}, dict.fromkeys(["customer", "channel", "first"]), {
    "customer": "", "channel": " ", "who": {"name": ""}, "kind": "", "at": ""}])  # fmt: skip
def test_what_a_record_does_not_tell_is_unknown(nothing: dict[str, object]) -> None:
    (message,) = read(record(**nothing), entry(**AROUND)).messages
    assert message.context == Context()
    assert (message.channel, message.kind) == (None, None)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"channel": "fax"},
            "channel = $.channel: needs to be one of email, chat, social, sms, not ‘fax’",
        ),
        ({"channel": 3}, "channel = $.channel: needs to be a string, not a number"),
        ({"channel": "a b"}, "channel = $.channel: needs to be one of email, chat, social, sms"),
        (
            {"kind": "auto"},
            "kind = $.kind: needs to be one of message, template, snippet, not ‘auto’",
        ),
        ({"first": "yes"}, "first-reply = $.first: needs to be true or false, not a string"),
        ({"first": 1}, "first-reply = $.first: needs to be true or false, not a number"),
        ({"customer": ["a"]}, "in-reply-to = $.customer: needs to be a string, not an array"),
        (
            {"who": {"name": {}}},
            "customer-name = $.who.name: needs to be a string, not an object",
        ),
        ({"at": "soon"}, "now = $.at: needs to be a time in ISO 8601, such as 2026-05-04T09:30"),
        ({"id": True}, "id = $.id: needs to be a string, not true or false"),
        ({"text": 3.5}, "text = $.text: needs to be a string, not a number"),
        ({"text": {}}, "text = $.text: needs to be a string, not an object"),
    ],
)  # fmt: skip
def test_a_field_that_cannot_be_used_costs_its_record_and_is_named(
    fields: dict[str, object], sentence: str
) -> None:
    text = "\n".join([record(), "", record(**fields), record()])
    found = read_lines(text, entry(id="$.id", **AROUND))
    assert [message.id for message in found.messages] == ["line 1", "line 4"]
    assert said(found) == [f"a.jsonl:3: {sentence}"]
    assert [failure.line for failure in found.failures] == [3]


def test_an_error_in_a_document_stands_on_the_line_of_the_field() -> None:
    text = '[{"text": "One."},\n {"text": "Two.",\n  "channel": "fax"}]'
    found = read(text, entry(each="$[*]", channel="$.channel"))
    assert texts(found) == [("$[0].text", "One.")]
    assert said(found)[0].startswith("a.json:3: channel = $.channel: ")


def test_two_values_for_one_field_are_an_error() -> None:
    found = read(record(notes=["a", None, "b"]), entry(in_reply_to="$.notes[*]"))
    assert said(found) == [
        "a.json:1: in-reply-to = $.notes[*]: one value is wanted, and there are 2"
    ]


def test_a_broken_document_is_an_error_for_the_file() -> None:
    with pytest.raises(InputError, match=r"a\.json:2: not JSON: "):
        read('{"text":\n')


# In settings

SOURCE = "[[sources]]\nfiles = ['*.json']\ntext = '$.text'\n"


def settings_of(folder: Path, text: str, cache: Cache = NOTHING_KEPT) -> Settings:
    path = folder / "tonecheck.toml"
    path.write_text(text, "utf-8")
    return read_settings(path, cache)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[sources]]\nfiles = ['a']", "sources.0.text: "),
        ("[[sources]]\ntext = '$.a'", "sources.0.files: "),
        ("[[sources]]\nfiles = []\ntext = '$.a'", "sources.0.files: name at least one pattern"),
        ("[[sources]]\nfiles = ['a']\ntext = 'a['", "sources.0.text: ‘a[’ is neither a name"),
        (SOURCE + "each = '$['", "sources.0.each: ‘$[’ is no JSONPath"),
        (SOURCE + "id = '.slug'", "sources.0.id: ‘.slug’ is neither a name"),
        (SOURCE + "now = '$.[a]'", "sources.0.now: ‘$.[a]’ is no JSONPath"),
        (SOURCE + SOURCE + "id = '.slug'", "sources.1.id: ‘.slug’ is neither a name"),
        (SOURCE + "format = 'word'", "sources.0.format: input should be 'text', 'markdown' or"),
        (SOURCE + "first_reply = '$.a'", "unknown key (did you mean ‘first-reply’?)"),
        (SOURCE + "channel = 3", "sources.0.channel: needs to be a JSONPath, such as ‘$.name’, or"),
        (SOURCE + "channel = {valu = 'chat'}", "sources.0.channel: needs to be a JSONPath, such"),
        (SOURCE + "channel = {value = 'fax'}", "sources.0.channel: needs to be one of email, chat"),
        (
            SOURCE + "channel = 'chat'",
            'channel: names a member of each record; for all of them write {value = "chat"}',
        ),
        (SOURCE + "first-reply = 'true'", "sources.0.first-reply: names a member of each record"),
        (SOURCE + "kind = {value = true}", "sources.0.kind: needs to be a string, not true or fal"),
        (SOURCE + "first-reply = {value = 'no'}", "sources.0.first-reply: needs to be true or fal"),
        (SOURCE + "now = {value = 'soon'}", "sources.0.now: needs to be a time in ISO 8601"),
        ("sources = 3", "sources: "),
    ],
)
def test_a_source_that_cannot_be_used_is_refused(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(SettingsError) as refused:
        settings_of(tmp_path, text)
    assert str(refused.value).startswith(f"{tmp_path / 'tonecheck.toml'}:")
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_entries_are_found_by_file_and_kept_as_they_were(tmp_path: Path) -> None:
    text = (
        SOURCE
        + "each = '$[?@.on]'\nid = '$.id'\nformat = 'markdown'\nfirst-reply = {value = false}\n"
        + SOURCE.replace("*.json", "/b/*.json*")
        + "now = {value = '2026-05-04'}\nchannel = {value = 'sms'}\n"
    )
    cache = Cache(tmp_path / "cache")
    fresh, kept = (settings_of(tmp_path, text, cache) for _ in range(2))
    assert fresh == kept
    one = entry(each="$[?@.on]", id="$.id", format="markdown", first_reply=Fixed(value=False))
    other = entry(files=("/b/*.json*",), now=Fixed("2026-05-04"), channel=Fixed("sms"))
    assert kept.entries(tmp_path / "a" / "x.json") == (one,)
    assert kept.entries(tmp_path / "b" / "x.json") == (one, other)
    assert kept.entries(tmp_path / "b" / "x.jsonl") == (other,)
    assert kept.entries(tmp_path / "x.txt") == ()


# Positions

FAULT = "You failed to attach the receipt."
around = st.lists(
    st.sampled_from(
        [
            "Hello Ana,", "\r\n\r\n", "\n\n", "\r", "\t", " ", "🙂", "e\u0301", "\u2028", '"so"',
            "\\", "é", "We will look.", "👩\u200d🚒", "\ud83d", "/", "\x00", "Thanks!", "\u200b",
            "\ufeff",
        ]
    ),
    max_size=6,
).map("".join)  # fmt: skip


@st.composite
def rows(draw: st.DrawFn) -> list[str]:
    return [
        f"{draw(around)}\n\n{FAULT}\n\n{draw(around)}" if draw(st.booleans()) else draw(around)
        for _ in range(draw(st.integers(1, 4)))
    ]


def escaped(text: str, *, every: bool, pretty: bool) -> str:
    """Write a string in JSON: with as few escapes as can be, or with nothing but escapes."""
    if every:
        units = text.encode("utf-16-be", "surrogatepass")
        return (
            '"' + "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2)) + '"'
        )
    return json.dumps(text, ensure_ascii=pretty or "\ud83d" in text)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sources")
    (folder / "tonecheck.toml").write_text(
        """
        [[sources]]
        files = ["*.jsonl"]
        text = "$.text"
        id = "$.id"
        channel = "$.channel"
        kind = "$.kind"
        customer-name = "$.name"
        format = "markdown"
        [[sources]]
        files = ["*.json", "*.foo"]
        each = "$[*]"
        text = "$.text"
        id = "$.id"
        """
    )
    return folder


@pytest.fixture(scope="module")
def blame() -> Run:
    return Run(Plan(flags=Choices(select=("you-failed",)), cache=default_folder()))


Check = Callable[[str, str], Report]


@pytest.fixture(scope="module")
def check(place: Path, blame: Run) -> Check:
    """Give a function that judges the text of a file by one rule."""
    return lambda name, text: blame.check([Input(place / name, name, text.encode())])


@law
@given(rows(), st.booleans(), st.booleans(), st.booleans())
def test_every_finding_in_a_record_stands_on_the_words_it_reports(
    check: Check,
    texts: list[str],
    every: bool,  # noqa: FBT001
    pretty: bool,  # noqa: FBT001
    lines: bool,  # noqa: FBT001
) -> None:
    records = [f'{{"text": {escaped(text, every=every, pretty=pretty)}}}' for text in texts]
    file = "\r\n".join(records) if lines else "[" + ",\n  ".join(records) + "]"
    name = "a.jsonl" if lines else "a.json"
    report = check(name, file)
    assert report.errors == ()
    assert report.messages == len(texts)
    wanted = [number for number, text in enumerate(texts) if FAULT in text]
    ids = [f"line {number + 1}" if lines else f"$[{number}].text" for number in wanted]
    assert [finding.message_id for finding in report.findings] == ids
    source = Source(name, file)
    for finding in report.findings:
        assert finding.words == "You failed to attach"
        assert json.loads(f'"{finding.span.of(file)}"') == finding.words
        assert source.position(finding.span.start) == finding.start
        assert source.position(finding.span.end) == finding.end


THREE = [
    {"id": "first", "text": "Hello Ana,\n\nthe lid is on its way.\n\nBest,\nTom"},
    {"id": "second", "text": "Hi \U0001f642 Jo,\r\n\r\nthank you."},
    {"id": "third", "text": "Caf\xe9 \U0001f642,\n\nsorry. You failed to attach it."},
]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.jsonl", "".join(json.dumps(row) + "\n" for row in THREE), 3),
        ("a.jsonl", "\r\n".join(json.dumps(r, ensure_ascii=False) for r in THREE), 3),
        ("a.json", json.dumps(THREE, indent=2), 12),
        ("a.json", json.dumps(THREE), 1),
        ("a.json", "\ufeff" + json.dumps(THREE, indent=1, ensure_ascii=False), 12),
    ],
)
def test_a_fault_in_the_third_record_has_its_id_line_and_column(
    check: Check, name: str, text: str, line: int
) -> None:
    column = text.removeprefix("\ufeff").split("\n")[line - 1].index("You failed") + 1
    (finding,) = check(name, text).findings
    assert finding.message_id == "third"
    assert (finding.start.line, finding.start.column) == (line, column)
    assert finding.end == (line, column + len("You failed to attach"))
    assert finding.message_start == (3, 8)
    assert finding.frame is not None
    shown_words = finding.frame.text[finding.frame.column - 1 : finding.frame.end_column - 1]
    assert shown_words == "You failed to attach"


def test_a_frame_shows_nothing_of_the_other_fields(check: Check) -> None:
    row = {"customer": "4111 1111 1111 1111", "text": "You failed to pay.", "note": "secret"}
    (finding,) = check("a.jsonl", json.dumps(row)).findings
    assert finding.frame is not None
    assert finding.frame.text == "You failed to pay."


def test_a_fix_is_written_as_the_file_needs_it(make: Any) -> None:  # noqa: ANN401
    from tonecheck.engine import Engine, Job, Ruleset, prepare

    library = make(cheese={"fix": {"replace": 'a "mild"\\\ncheese'}})
    text = json.dumps({"text": "Have some blue cheese \u00e9."})
    (message,) = read_lines(text).messages
    report = Engine(library).judge([Job(prepare(message), Ruleset(tuple(library.rules.values())))])
    (finding,) = report.findings
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    mended = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    assert json.loads(mended) == {"text": 'Have some a "mild"\\\ncheese \u00e9.'}


def test_errors_stand_beside_the_findings_of_the_other_records(check: Check) -> None:
    rows = [
        '{"text": "You failed to pay.", "channel": "fax"}',
        '{"text": ',
        '{"text": "You failed to sign."}',
        '{"id": 10}',
    ]
    report = check("a.jsonl", "\n".join(["", *rows]))
    assert [finding.start.line for finding in report.findings] == [4]
    assert [failure.text.partition(": ")[0] for failure in report.errors] == [
        "a.jsonl:2",
        "a.jsonl:3",
    ]
    assert [(entry.what, entry.line) for entry in report.not_read] == [("no text", 5)]
    assert (report.files, report.messages) == (1, 1)


def test_errors_come_in_the_order_of_their_lines(check: Check) -> None:
    report = check("a.jsonl", "{\n" * 11)
    assert [failure.line for failure in report.errors] == list(range(1, 12))


def test_flags_go_over_records_and_records_over_settings(tmp_path: Path) -> None:
    (tmp_path / "tonecheck.toml").write_text(
        "channel = 'sms'\nkind = 'snippet'\n[[sources]]\nfiles = ['*.jsonl']\ntext = '$.text'\n"
        "channel = '$.channel'\nkind = '$.kind'\ncustomer-name = '$.name'\n"
    )
    row = json.dumps({"text": "Hi.", "channel": "chat", "kind": "template", "name": "Ana"})
    given = Input(tmp_path / "a.jsonl", "a.jsonl", f'{row}\n{{"text": "Hi."}}'.encode())

    def read_by(plan: Plan) -> list[tuple[object, ...]]:
        return [
            (m.channel, m.kind, m.context.customer_name, m.assumed)
            for m in Run(plan).contents(given).messages
        ]

    none: frozenset[str] = frozenset()
    assert read_by(Plan()) == [
        (Channel.CHAT, Kind.TEMPLATE, "Ana", none),
        (Channel.SMS, Kind.SNIPPET, None, none),
    ]
    flags = Plan(
        Choices(channel=Channel.SOCIAL, kind=Kind.MESSAGE), context=Context(customer_name="Jo")
    )
    assert read_by(flags) == [(Channel.SOCIAL, Kind.MESSAGE, "Jo", none)] * 2
    assert read_by(Plan(isolated=True)) == []


def test_what_nothing_told_is_assumed(place: Path) -> None:
    text = '{"text": "Hi.", "channel": "chat"}\n{"text": "Hi."}'
    given = Input(place / "a.jsonl", "a.jsonl", text.encode())
    messages = Run(Plan()).contents(given).messages
    assert [message.assumed for message in messages] == [{"kind"}, {"kind", "channel"}]


def test_kinds_of_records_are_told_by_their_placeholders(place: Path) -> None:
    file = place / "kinds.jsonl"
    file.write_text('{"text": "Hello {{ name }}."}\n{"text": "Hello Ana."}\n')
    messages = Run(Plan()).contents(Input(file, "kinds.jsonl")).messages
    assert [message.kind for message in messages] == [Kind.TEMPLATE, Kind.MESSAGE]


@pytest.mark.parametrize(
    ("name", "isolated", "why"),
    [("a.json", True, NO_SOURCE), ("a.jsonl", True, NO_SOURCE), ("a.foo", False, NO_READER)],
)
def test_a_file_that_nothing_tells_how_to_read_is_listed(
    place: Path, name: str, why: str, *, isolated: bool
) -> None:
    file = place / name
    file.write_text('{"text": "You failed to pay."}')
    report = Run(Plan(isolated=isolated, cache=default_folder())).check([Input(file, name)])
    assert [(entry.path, entry.what) for entry in report.not_read] == [(name, why)]
    assert (report.files, report.messages, report.findings, report.errors) == (0, 0, (), ())
    file.unlink()
