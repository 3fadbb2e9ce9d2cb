from __future__ import annotations

import codecs
import csv
import io
import json
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.cache import default_folder
from tonecheck.finding import Report
from tonecheck.formats import notation_of, reader
from tonecheck.formats.tree import Document, Node
from tonecheck.run import Input, Plan, Run
from tonecheck.settings import Choices
from tonecheck.sources import Fixed, SourceEntry
from tonecheck.sources.reading import read_records
from tonecheck.text import Source

law = settings(max_examples=500, deadline=None)

FAULT = "You failed to attach the receipt."
WORDS = "You failed to attach"
PLAIN_LINES = [
    "Hello Ana,",
    "é",
    "We will look.",
    "🙂 e\u0301",
    "👩\u200d🚒",
    "it's so",
    "a\xa0b",
    "ok",
]
LINES = [
    *PLAIN_LINES,
    '"so"',
    "back\\slash",
    "a: b",
    "# no",
    "- x",
    "don''t",
    '""',
    "a;b,c\td",
    "[x]",
]
SETTINGS = """
[[sources]]
files = ["*.yaml", "*.toml", "*.tml"]
each = "$.replies[*]"
text = "$.text"
id = "$.id"
[[sources]]
files = ["*.csv", "*.tsv"]
text = "$.text"
id = "$.id"
[[sources]]
files = ["*.po"]
text = "$.msgstr"
"""


class Written(NamedTuple):
    """A text in a file, and what turns characters of the file back into it."""

    raw: str
    decode: Callable[[str], str]


Writer = Callable[[st.DrawFn, list[str], str], Written]


def spaced(draw: st.DrawFn, line: str, fold: str) -> str:
    """Write some spaces of a line as the end of a line that goes on."""
    return re.sub(
        r"(?<=[a-z.,]) (?=[a-zA-Z])", lambda _: fold if draw(st.booleans()) else " ", line
    )


def unfolded(raw: str) -> str:
    return re.sub(r"[ \t]*\r?\n[ \t]*", " ", raw)


def literal(draw: st.DrawFn, lines: list[str], end: str) -> Written:
    header = draw(st.sampled_from(["|", "|-", "|+", "|2", "&a |", "!!str |2- # why"]))
    indent = "      " if "2" in header else draw(st.sampled_from(["     ", "        "]))
    body = "".join(f"{indent if line else ''}{line}{end}" for line in lines)
    return Written(f"{header}{end}{body}", str)


def folded(draw: st.DrawFn, lines: list[str], end: str) -> Written:
    indent = "      "
    raw = spaced(draw, "\n".join(lines), "\0")
    raw = re.sub(r"\n+", lambda run: end * (len(run[0]) + 1) + indent, raw)
    return Written(f">-{end}{indent}{raw}{end}".replace("\0", end + indent), unfolded)


def flow(draw: st.DrawFn, text: str, end: str) -> str:
    blank = draw(st.sampled_from(["", "  "]))
    fold = f"{blank}{end}      "
    raw = re.sub(r"\n+", lambda run: fold * (len(run[0]) + 1), spaced(draw, text, "\0"))
    return raw.replace("\0", fold)


def plain(draw: st.DrawFn, lines: list[str], end: str) -> Written:
    before = draw(st.sampled_from(["", "&a  ", "!x "]))
    return Written(before + flow(draw, "\n".join(lines), end) + end, unfolded)


def single(draw: st.DrawFn, lines: list[str], end: str) -> Written:
    raw = flow(draw, "\n".join(lines).replace("'", "''"), end)
    return Written(f"'{raw}'{end}", lambda raw: unfolded(raw).replace("''", "'"))


def double(draw: st.DrawFn, lines: list[str], end: str) -> Written:
    def spelled(sign: str) -> str:
        plainly = [] if sign in '"\\\n' else [sign, sign, sign]
        short = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\xa0": "\\_"}.get(sign, sign)
        return draw(
            st.sampled_from([*plainly, short, f"\\U{ord(sign):08X}"])
            if len(short) > 1
            else st.sampled_from([*plainly, f"\\U{ord(sign):08x}"])
        )

    raw = "".join(map(spelled, "\n".join(lines)))
    raw = spaced(draw, raw, draw(st.sampled_from([f"{end}      ", f" \\{end}      "])))
    return Written(f'"{raw}"{end}', lambda raw: str(yaml.safe_load(f'"{raw}"')))


def toml_basic(draw: st.DrawFn, lines: list[str], end: str) -> Written:
    raw = json.dumps("\n".join(lines), ensure_ascii=False)
    if draw(st.booleans()):
        raw = re.sub(r"[^\x00-\x7f]", lambda sign: f"\\U{ord(sign[0]):08X}", raw)
    return Written(raw + end, toml_value)


def toml_long(draw: st.DrawFn, lines: list[str], end: str) -> Written:
    raw = end.join(line.replace("\\", "\\\\").replace('"""', '""\\"') for line in lines)
    raw = spaced(draw, raw, f" \\{end}   {end} ")
    return Written(f'"""{draw(st.sampled_from(["", end]))}{raw}{end}"""{end}', toml_value)


def toml_value(raw: str) -> str:
    return str(tomllib.loads(f'a = """{raw}"""')["a"])


def toml_literal(draw: st.DrawFn, lines: list[str], end: str) -> Written:
    first = draw(st.sampled_from(["", end]))
    return Written(f"'''{first}{end.join(lines)}{end}'''{end}", str)


def po_string(draw: st.DrawFn, lines: list[str], end: str) -> Written:
    """Write strings that go on in the next line, anywhere, and escapes of every kind."""
    escapes = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}

    def spelled(sign: str) -> str:
        numbers = "".join(f"\\{byte:03o}" for byte in sign.encode())
        raw = draw(st.sampled_from([escapes.get(sign, sign)] * 4 + [numbers]))
        return raw + draw(st.sampled_from([""] * 9 + [f'" {end} "']))

    raw = "".join(map(spelled, "\n".join(lines)))
    return Written(f'"{raw}"{end}', po_value)


def po_value(raw: str) -> str:
    joined = re.sub(r'(?<!\\)((?:\\\\)*)"\s+"', r"\1", raw)
    return bytes(codecs.escape_decode(joined.encode())[0]).decode()


def yaml_file(rows: list[str], end: str) -> str:
    return f"%YAML 1.1{end}---{end}replies:{end}" + "".join(
        f"  - id: r{n}{end}    text: {row}" for n, row in enumerate(rows)
    )


def toml_file(rows: list[str], end: str) -> str:
    return "".join(
        f"[[replies]] # {n}{end}id = 'r{n}'{end}text = {row}" for n, row in enumerate(rows)
    )


def po_file(rows: list[str], end: str) -> str:
    head = f'msgid ""{end}msgstr ""{end}"Language: en\\n"{end}'
    return head + "".join(
        f'{end}#: x{end}msgid "r{n}"{end}msgstr {row}' for n, row in enumerate(rows)
    )


FILES: dict[str, tuple[str, list[str], list[Writer], Callable[[list[str], str], str]]] = {
    "block YAML": ("a.yaml", LINES, [literal, folded], yaml_file),
    "plain YAML": ("a.yaml", PLAIN_LINES, [plain], yaml_file),
    "quoted YAML": ("a.yaml", LINES, [single, double], yaml_file),
    "TOML": ("a.toml", LINES, [toml_basic, toml_long, toml_literal], toml_file),
    "PO": ("a.po", LINES, [po_string], po_file),
}


@st.composite
def messages(draw: st.DrawFn, lines: list[str]) -> list[str]:
    """Give the lines of a message, the fault one of them or not."""

    def some() -> list[str]:
        found = draw(st.lists(st.sampled_from(lines), max_size=3))
        return [part for line in found for part in (line, "")]

    if draw(st.booleans()):
        return [*some(), FAULT, "", *some(), draw(st.sampled_from(lines))]
    return [*some(), draw(st.sampled_from(lines))]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("records")
    (folder / "tonecheck.toml").write_text(SETTINGS)
    return folder


Check = Callable[[str, str], Report]


@pytest.fixture(scope="module")
def check(place: Path) -> Check:
    blame = Run(Plan(flags=Choices(select=("you-failed",)), cache=default_folder()))
    return lambda name, text: blame.check([Input(place / name, name, text.encode())])


def strings(node: Node) -> Iterator[Node]:
    if isinstance(node.value, str):
        yield node
    for inner in node.inside.values() if isinstance(node.inside, dict) else node.inside:
        assert isinstance(inner, Node)
        yield from strings(inner)


def holds_together(source: Source) -> list[str]:
    """Check that every string's pieces lie in it, ascend and decode to it; give the strings."""
    notation = notation_of(source.name)
    assert notation is not None
    found = []
    for document in reader(notation).documents(source):
        assert isinstance(document, Document)
        for node in strings(document.root):
            origin, slot = reader(notation).locate(source, node)
            at = node.start
            told = []
            for piece in origin.pieces:
                raw = piece.source.of(source.text)
                told.append(raw if piece.decode is None else piece.decode(raw))
                assert at <= piece.source.start
                at = piece.source.end
            assert at <= node.end
            assert "".join(told) == node.value
            assert node.start <= slot.span.start <= slot.span.end <= node.end
            found.append(str(node.value))
    return found


@pytest.mark.parametrize("kind", FILES)
@law
@given(data=st.data())
def test_every_finding_in_a_record_stands_on_the_words_it_reports(
    check: Check, kind: str, data: st.DataObject
) -> None:
    name, lines, writers, whole = FILES[kind]
    texts = data.draw(st.lists(messages(lines), min_size=1, max_size=4))
    end = data.draw(st.sampled_from(["\n", "\r\n"]))

    @st.composite
    def row(draw: st.DrawFn, text: list[str]) -> Written:
        return draw(st.sampled_from(writers))(draw, text, end)

    rows = [data.draw(row(text)) for text in texts]
    file = whole([written.raw for written in rows], end)
    assert {"\n".join(text) for text in texts} <= {
        text.rstrip("\n") for text in holds_together(Source(name, file))
    }
    report = check(name, file)
    assert report.errors == ()
    assert report.messages == len(texts)
    wanted = [number for number, text in enumerate(texts) if FAULT in text]
    assert [finding.message_id for finding in report.findings] == [f"r{n}" for n in wanted]
    source = Source(name, file)
    for finding, number in zip(report.findings, wanted, strict=True):
        assert finding.words == WORDS
        assert rows[number].decode(finding.span.of(file)) == WORDS
        assert source.position(finding.span.start) == finding.start
        assert source.position(finding.span.end) == finding.end


cells = st.lists(
    st.sampled_from([*LINES, "\n\n", "\r\n\r\n", "\n\r\r", " ", "a\nb"]), max_size=5
).map("".join)


@law
@given(
    st.lists(st.tuples(cells, cells, st.booleans()), min_size=1, max_size=4),
    st.sampled_from(list(",;\t")),
    st.sampled_from(["\r\n", "\n"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_every_finding_in_a_cell_stands_on_the_words_it_reports(
    check: Check,
    rows: list[tuple[str, str, bool]],
    divider: str,
    end: str,
    quoting: Any,  # noqa: ANN401
) -> None:
    texts = [f"{a}\n\n{FAULT}\n\n{b}" if faulty else f"{a}{b}." for a, b, faulty in rows]
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=divider, lineterminator=end, quoting=quoting)
    writer.writerow(["id", "text", "note"])
    writer.writerows([f"r{n}", text, text] for n, text in enumerate(texts))
    file = out.getvalue()
    name = "a.tsv" if divider == "\t" and quoting == csv.QUOTE_ALL else "a.csv"
    assert holds_together(Source(name, file))[1::3] == texts
    report = check(name, file)
    assert report.errors == ()
    wanted = [f"r{n}" for n, text in enumerate(texts) if FAULT in text]
    assert [finding.message_id for finding in report.findings] == wanted
    for finding in report.findings:
        assert finding.span.of(file).replace('""', '"') == finding.words == WORDS


THIRD = {
    "block.yaml": """\
replies:
  - {id: first, text: "Hello 🙂"}
  - id: second
    text: 'It''s on

      its way.'
  # the one with the fault
  - id: third
    text: >
      Café 🙂,

      sorry. «You failed to
      attach» it.
""",
    "literal.yaml": """\
replies:
- id: first
  text: &first |
    Hello.
- id: second
  text: |2+

      Hello.

- id: third
  text: !!str |-  # as it is sent
       Café 🙂,

       sorry. «You failed to attach» it.
""",
    "plain.yaml": """\
replies:
- {id: first, text: Hello.}
- {id: second, text: Hello.}
- id: third
  text: sorry 🙂.
    «You failed
    to attach» it.
""",
    "two.csv": """\
id;text;note
first;"Hello ""you"";
a line";"a,b,c,d"

second;Hello.;
third;"Café 🙂,

sorry ""there"". «You failed to attach» it.";
""",
    "three.tsv": """\
id\ttext
first\tHello.
second\t"a

b"
third\tCafé. «You failed to attach» it.
""",
    "four.po": """\
msgid ""
msgstr "Language: en\\n"

#, python-format
msgctxt "mail"
msgid "first"
msgstr "Hello."

msgid "second"
msgstr ""
"Hello.\\n"
"Good-bye."

msgid "third"
msgstr ""
"Caf\\303\\251 🙂,\\n\\n"
"sorry. «You fail"
"ed to \\141ttach» it."
""",
    "five.toml": '''\
# "no text"
[[replies]]
id = "first"
text = "Hello \\"you\\"."
[[replies]]
text = \'\'\'
Hello.\'\'\'
id = "second"
[[replies]]
id = "third"
text = """
Caf\\u00e9 🙂,

sorry. «You failed \\
   to attach» it."""
''',
}  # fmt: skip


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", THIRD)
def test_a_fault_in_the_third_record_has_its_id_line_and_column(
    check: Check, name: str, end: str, mark: str
) -> None:
    before, words, after = re.split("[«»]", THIRD[name].replace("\n", end))
    (finding,) = check(name, mark + before + words + after).findings
    assert finding.message_id == "third"
    lines = before.split(end)
    assert finding.start == (len(lines), len(lines[-1]) + 1)
    lines = (before + words).split(end)
    assert finding.end == (len(lines), len(lines[-1]) + 1)


def entry(**fields: Any) -> SourceEntry:  # noqa: ANN401 - whatever fields an entry has
    return SourceEntry(**{"files": ("*",), "text": "$.text"} | fields)


def read(name: str, text: str, *entries: SourceEntry) -> list[tuple[str | None, str]]:
    notation = notation_of(name)
    assert notation is not None
    found = read_records(Source(name, text), notation, entries or [entry()])
    return [(message.id, message.text) for message in found.messages]


def test_a_text_that_aliases_repeat_is_one_message_with_every_id() -> None:
    text = "\n".join(
        [
            "- {id: a, text: &t Hello., chat: &c Hi.}",
            *(f"- {{id: {name}, text: *t, chat: *c}}" for name in "bcdef"),
            "- {id: g, text: Hello.}",
        ]
    )
    assert read(
        "a.yaml",
        text,
        entry(each="$[*]", id="$.id"),
        entry(each="$[:2]", text="$.chat", id="$.id", channel=Fixed("chat")),
    ) == [("a, b, c, d and 2 more", "Hello."), ("g", "Hello."), ("a $.chat, b $.chat", "Hi.")]


def test_what_a_merge_key_brings_in_belongs_to_the_record() -> None:
    text = "base: &b {text: Hello., who: all}\none: {<<: *b, id: x}\ntwo: {id: y, <<: [*b]}"
    assert read("a.yaml", text, entry(each="$['one', 'two']", id="$.id")) == [("x, y", "Hello.")]


def test_documents_of_one_file_are_told_apart() -> None:
    assert read("a.yaml", "---\ntext: A.\n---\n...\n---\ntext: B.\n---\n") == [
        ("document 1", "A."),
        ("document 2", "B."),
    ]
    assert read("a.yaml", "---\ntext: A.\n---\n") == [("$.text", "A.")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "text,first,at\nHello.,False,2026-05-04\n"),
        ("a.yaml", "{text: Hello., first: false, at: 2026-05-04}"),
        ("a.toml", "text = 'Hello.'\nfirst = false\nat = 2026-05-04"),
    ],
)
def test_what_is_known_around_a_message_is_told_in_every_notation(name: str, text: str) -> None:
    notation = notation_of(name)
    assert notation is not None
    given = entry(first_reply="$.first", now="$.at")
    (message,) = read_records(Source(name, text), notation, [given]).messages
    assert (message.context.first_reply, message.context.now) == (False, "2026-05-04")


def test_a_date_is_no_text() -> None:
    found = read_records(Source("a.toml", "text = 2026-05-04"), notation_of("a.toml"), [entry()])  # type: ignore[arg-type]
    assert [failure.text for failure in found.failures] == [
        "a.toml:1: text = $.text: needs to be a string, not a date or time"
    ]


def test_a_fault_in_html_in_a_string_stands_where_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "tonecheck.toml").write_text(
        "[[sources]]\nfiles = ['*']\neach = '$[*]'\ntext = '$.text'\nformat = 'html'\n"
    )
    text = """\
- text: ok
- text: >
    <p>Sorry &amp; thanks 🙂.
    «You <b>failed</b>
    to&nbsp;attach» it.</p>
- text: "<p>Caf&eacute;.\\n«Yo\\x75 failed \\
    to att&#97;ch» it.<\\/p>"
"""
    *parts, end = re.split("[«»]", text)
    file = "".join([*parts, end])
    run = Run(Plan(flags=Choices(select=("you-failed",)), cache=default_folder()))
    found = run.check([Input(tmp_path / "a.yaml", "a.yaml", file.encode())]).findings
    assert [finding.message_id for finding in found] == ["$[1].text", "$[2].text"]
    assert [finding.span.of(file) for finding in found] == parts[1::2]
