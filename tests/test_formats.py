from __future__ import annotations

import re
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator
from email.charset import BASE64, QP, Charset
from email.header import Header
from email.message import EmailMessage
from email.message import Message as Mail
from pathlib import Path
from subprocess import run

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tonecheck.errors import InputError
from tonecheck.formats import Format, format_of, load, read
from tonecheck.formats.markdown import read as read_markdown
from tonecheck.formats.plain import read as read_plain
from tonecheck.formats.unmarked import is_unmarked
from tonecheck.message import Message, Part, What
from tonecheck.text import Source, Span

law = settings(max_examples=500, deadline=None)


def read_one(text: str | bytes, kind: Format) -> Message:
    data = text.encode() if isinstance(text, str) else text
    errors = "surrogateescape" if kind is Format.EMAIL else "strict"
    (message,) = read(Source.decode("x", data, errors=errors), kind)
    assert_lawful(message)
    return message


def assert_lawful(message: Message) -> None:
    here = 0
    for piece in message.origin.pieces:
        raw = piece.source.of(message.source.text)
        assert (piece.decode(raw) if piece.decode else raw) == piece.text.of(message.text)
        assert piece.source.start >= here
        here = piece.source.start
    for block in message.blocks:
        words = message.words(block)
        assert words
        assert words == words.strip()
        assert any(region.span.contains(block) for region in message.regions)


def source_words(message: Message, span: Span) -> str:
    return message.place(span).of(message.source.text)


def blocks(message: Message) -> list[str]:
    return [message.words(block) for block in message.blocks]


def regions(message: Message) -> list[tuple[Part, str]]:
    return [(region.what, message.words(region.span)) for region in message.regions]


def code(message: Message) -> list[str]:
    return [message.words(mark.span) for mark in message.marked(What.CODE)]


# Files


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", Format.PLAIN),
        ("b/a.MD", Format.MARKDOWN),
        ("a.markdown", Format.MARKDOWN),
        ("a.eml", Format.EMAIL),
        ("a.HTML", Format.HTML),
        ("a.htm", Format.HTML),
        ("a.xhtml", Format.HTML),
        ("a.mjml", Format.HTML),
        ("a.html.erb", Format.HTML),
        ("a.txt.liquid", Format.PLAIN),
        ("a.text.erb", Format.PLAIN),
        ("a.md.J2", Format.MARKDOWN),
        ("b.c/a.mjml.twig", Format.HTML),
        ("a.liquid", Format.TEMPLATE),
        ("order.confirmed.hbs", Format.TEMPLATE),
        ("a.blade.php", Format.TEMPLATE),
        ("a.ftl", Format.TEMPLATE),
        ("a.js.erb", None),
        ("a.yml.j2", None),
        (".j2", None),
        ("a.php", None),
        ("a.py", None),
        ("README", None),
        (".md", None),
        ("", None),
    ],
)
def test_a_suffix_names_the_format(name: str, expected: Format | None) -> None:
    assert format_of(name) is expected


def test_a_file_is_read_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfHi\r\n")
    source = load(path, Format.PLAIN)
    assert (source.name, source.text) == (str(path), "Hi\r\n")


def test_mail_may_hold_any_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(b"Hi \xff")
    assert load(path, Format.EMAIL).text == "Hi \udcff"


def missing(folder: Path) -> Path:
    return folder / "none.txt"


def a_folder(folder: Path) -> Path:
    return folder


def undecodable(folder: Path) -> Path:
    (folder / "a.txt").write_bytes(b"\xff")
    return folder / "a.txt"


def binary(folder: Path) -> Path:
    (folder / "a.txt").write_bytes(b"a\0")
    return folder / "a.txt"


def below_a_file(folder: Path) -> Path:
    (folder / "a.txt").touch()
    return folder / "a.txt" / "b.txt"


def too_long(folder: Path) -> Path:
    return folder / ("a" * 5000)


def with_a_nul(folder: Path) -> Path:
    return folder / "a\0b"


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (missing, "no such file"),
        (a_folder, "a folder, not a file"),
        (undecodable, "not UTF-8 text"),
        (binary, "a NUL byte"),
        (below_a_file, "cannot be read"),
        (too_long, "cannot be read"),
        (with_a_nul, "cannot be read"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(
    tmp_path: Path, make: Callable[[Path], Path], reason: str
) -> None:
    path = make(tmp_path)
    with pytest.raises(InputError, match=reason) as error:
        load(path, Format.PLAIN)
    assert str(error.value).startswith(f"{path}:")


def test_a_file_without_permission_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError, match=r"a\.txt: may not be read"):
        load(Path("a.txt"), Format.PLAIN)


@pytest.mark.parametrize(
    ("kind", "kept_out"),
    [
        (Format.PLAIN, ("markdown_it", "email", "tonecheck.formats.html")),
        (Format.MARKDOWN, ("email", "tonecheck.formats.html")),
        (Format.EMAIL, ("markdown_it",)),
        (Format.HTML, ("markdown_it", "email", "html.parser")),
    ],
)
def test_a_reader_imports_only_what_it_needs(kind: Format, kept_out: tuple[str, ...]) -> None:
    script = (
        "import sys; from tonecheck.formats import Format, read; from tonecheck.text import Source;"
        f"read(Source('x', 'Hi'), Format.{kind.name});"
        f"print([name for name in {kept_out} if name in sys.modules])"
    )
    done = run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("kind", [kind for kind in Format if kind is not Format.MBOX])
def test_an_empty_file_has_no_regions(kind: Format) -> None:
    message = read_one("", kind)
    assert (message.text, message.regions, message.blocks) == ("", (), ())


@pytest.mark.parametrize(
    "kind", [kind for kind in Format if kind not in {Format.HTML, Format.MBOX}]
)
def test_a_blank_file_is_body_without_blocks(kind: Format) -> None:
    message = read_one("\n\n", kind)
    assert regions(message) == [(Part.BODY, "\n\n")]
    assert message.blocks == ()


# Planted words: each is found where it stands

ENDS = st.sampled_from(["\n", "\r\n", "\r"])
NOISE = st.text(" \t\n*_~`[]()<>!#&;-+=|\\{}%$@:.,/'\"0é€\u2028\u00a0\U0001f600", max_size=8)


def planted(parts: list[str]) -> tuple[str, list[str]]:
    words = [f"word{number}word" for number in range(len(parts))]
    return "".join(f"{part} {word} " for part, word in zip(parts, words, strict=True)), words


def assert_found(message: Message, word: str) -> None:
    for found in re.finditer(word, message.text):
        assert source_words(message, Span(*found.span())) == word


@law
@given(st.lists(NOISE, min_size=1, max_size=8), ENDS)
def test_words_of_plain_text_stand_where_they_are_found(parts: list[str], end: str) -> None:
    text, words = planted(parts)
    message = read_one(text.replace("\n", end), Format.PLAIN)
    assert message.text == message.source.text
    for word in words:
        assert_found(message, word)
        assert sum(word in block for block in blocks(message)) == 1


@law
@given(st.lists(NOISE, min_size=1, max_size=8), ENDS)
def test_words_of_markdown_stand_where_they_are_found(parts: list[str], end: str) -> None:
    text, words = planted(parts)
    message = read_one(text.replace("\n", end), Format.MARKDOWN)
    assert "\r" not in message.text
    for word in words:
        assert_found(message, word)


@law
@given(
    st.lists(
        st.sampled_from(
            [
                "# {}\n",
                "- {}\n",
                "1. {}\n",
                "> {}\n",
                "**{}** ",
                "*{}*",
                "~~{}~~",
                "`{}`",
                "\n\n",
                "[{}](http://a.b) ",
                "![{}](c.png)",
                "\n\n| {} | {} |\n|---|---|\n| {} | x |\n",
                "\\*{}",
                "&amp;{}&#33;",
                "{}  \n",
                "{}\\\n",
                "<b>{}</b>",
                "{{{{ {} }}}} ",
                "{}\n---\n",
                "- - {}\n",
                "  {}\n",
                "[{}][ref]\n\n[ref]: /url 'title'\n\n",
                "<div>\n{} &lt;\n</div>\n\n",
                "<!-- c --> {}\n",
                "{}, \n",
                "```\n{}\n```\n",
                "    {}\n",
                "> - {}\n>   {}\n",
            ]
        ),
        max_size=8,
    ),
    ENDS,
)
def test_no_shape_of_markdown_loses_or_moves_a_word(shapes: list[str], end: str) -> None:
    count = 0
    text = ""
    for shape in shapes:
        holes = shape.count("{}")
        text += shape.format(*(f"word{count + hole}word" for hole in range(holes)))
        count += holes
    message = read_one(text.replace("\n", end), Format.MARKDOWN)
    hidden = re.findall(r"word\d+word", "".join(re.findall(r"(?s)<!--.*?-->", text)))
    for number in range(count):
        word = f"word{number}word"
        if word not in hidden:
            assert message.text.count(word) == 1
        assert_found(message, word)


# Plain text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi Ana,\n\nyour parcel\nis lost.\n", ["Hi Ana,", "your parcel\nis lost."]),
        ("a\n \t\nb", ["a", "b"]),
        ("a\r\n\r\nb", ["a", "b"]),
        ("a\r\rb", ["a", "b"]),
        ("a\u2028\u2028b", ["a\u2028\u2028b"]),
        (
            "Do:\n- one\n* two\n• three\n1. four\n2) five\na) six\n",
            ["Do:", "- one", "* two", "• three", "1. four", "2) five", "a) six"],
        ),
        ("- one\n  more\n- two", ["- one\n  more", "- two"]),
        ("-1 degree\n1.5 kg\n2024. was", ["-1 degree\n1.5 kg\n2024. was"]),
        (
            "mine\n> yours\n> yours too\n>> older\nmine",
            ["mine", "> yours\n> yours too", ">> older", "mine"],
        ),
        ("> a\n>\n> b", ["> a", "> b"]),
        ("> - a\n> - b", ["> - a", "> - b"]),
        ("Ana\n-- \nBob\n_____\nc", ["Ana", "Bob", "c"]),
        ("  a  ", ["a"]),
    ],
)
def test_paragraphs_and_items_of_plain_text_are_blocks(text: str, expected: list[str]) -> None:
    assert blocks(read_one(text, Format.PLAIN)) == expected


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n```\nb\n```\nc", [("a\n", "a"), ("```\nb\n```\n", None), ("c", "c")]),
        ("```sh -x\nb\n\n```", [("```sh -x\nb\n\n```", None)]),
        ("````\n```\nb\n`````\nc", [("````\n```\nb\n`````\n", None), ("c", "c")]),
        ("  ```\nb\n   ```\n", [("  ```\nb\n   ```\n", None)]),
        ("```\na\n```sh\nb", [("```\na\n```sh\nb", "```\na\n```sh\nb")]),
        ("a\n```\nb", [("a\n```\nb", "a\n```\nb")]),
        ("a ```b``` c\n```d```\ne\n```", [("a ```b``` c\n```d```\ne\n```",) * 2]),
        ("    ```\na\n    ```", [("    ```\na\n    ```", "```\na\n    ```")]),
        ("    a = 1\n\tb", [("    a = 1\n\tb", "a = 1\n\tb")]),
        ("> ```\n> a\n> ```", [("> ```\n> a\n> ```",) * 2]),
    ],
)
def test_what_is_fenced_in_plain_text_and_mail_is_code(
    text: str, expected: list[tuple[str, str | None]], end: str
) -> None:
    parts = [
        (Part.BODY if block else Part.CODE, words.replace("\n", end)) for words, block in expected
    ]
    prose = [block.replace("\n", end) for _, block in expected if block]
    message = read_one(text.replace("\n", end), Format.PLAIN)
    assert (regions(message), blocks(message)) == (parts, prose)
    mail = read_one(f"From: a@b.example\nSubject: S\n\n{text}".replace("\n", end), Format.EMAIL)
    assert regions(mail) == [(Part.SUBJECT, f"S{end}"), *parts]
    assert blocks(mail) == ["S", *prose]


# Markdown

ROWS = [
    ("plain words", "plain words"),
    ("*a* **b** ***c*** _d_ __e__ ~~f~~", "a b c d e f"),
    ("a*b*c a_b_c", "abc a_b_c"),
    ("* a", "a"),
    ("a * b * c", "a * b * c"),
    ("**a *b** c*", "a b c"),
    ("*a **b*", "*a *b"),
    ("*a **b***", "a b"),
    ("**a", "**a"),
    ("~a~ ~~~b~~~ ~~~ c", "~a~ ~b~ ~~~ c"),
    (r"\*a\* \_ \# \\ \q \[x\](y)", r"*a* _ # \ \q [x](y)"),
    ("&amp; &lt;b&gt; &copy; &#65; &#x42; &nope; & &amp", "& <b> © A B &nope; & &amp"),
    ("&#0;", "\ufffd"),
    ("&ngE; x", "≧̸ x"),
    ("[a *b*](http://c.d 'e') f", "a b f"),
    ("[a](<b c>) d", "a d"),
    ("[a](b (c)) d", "a d"),
    ("[a](b\n'c') d", "a d"),
    ("[a] (b)", "[a] (b)"),
    ("[a](b", "[a](b"),
    ("[a][r] [r][] [r] [none]\n\n[r]: /x", "a r r [none]"),
    ("[a [b](c)](d)", "[a b](d)"),
    ("<https://a.b/c?d=e> <x@y.z>", "https://a.b/c?d=e x@y.z"),
    ("<https://a.b/%C3%A9>", "https://a.b/é"),
    ("![a *b* `c` &amp;](d) e", "a b c & e"),
    ("[![a](b)](c)", "a"),
    ("![a ![b](c)](d)", "a b"),
    ("`a` ``b`c`` ` d ` `e\nf`", "a b`c d e f"),
    ("`a *b* \\` c", "a *b* \\ c"),
    ("``a`", "``a`"),
    ("a  \nb\\\nc\nd", "a\nb\nc\nd"),
    ("a \n   b", "a\nb"),
    ("a<br>b<BR />c", "a\nb\nc"),
    ("<b class='x'>a</b> <!-- b --> c", "a  c"),
    ("a < b > c <3", "a < b > c <3"),
    ("# a #\n\n## b ##c\n\n#d", "a\nb ##c\n#d"),
    ("#\n\na", "a"),
    ("# a #b # \n", "a #b"),
    ("a\n===\n\nb\nc\n---", "a\nb\nc"),
    ("a\n***\nb", "a\nb"),
    ("- a\n- b\n  c\n\n  d", "a\nb\nc\nd"),
    ("1. a\n2) b", "a\nb"),
    ("- - a", "a"),
    ("-\ta\n\n\tb", "a\nb"),
    ("> a\nb\n> c", "a\nb\nc"),
    ("> > a", "a"),
    ("```x\na\n  b\n```\nc", "a\n  b\nc"),
    ("~~~\na", "a"),
    ("- ```\n  a\n  ```", "a"),
    ("    a\n      b", "a\n  b"),
    ("\ta\n\t\tb", "a\n\tb"),
    ("|a|b|\n|-|-|\n|c|d|", "a\tb\nc\td"),
    ("a | b\n-|-\nc\\|d | `e\\|f`", "a\tb\nc|d\te|f"),
    ("| a |\n|---|\n| b | c |\n| |", "a\nb"),
    ("<div>\na &amp; <i>b</i>\n<!-- c -->\n</div>\n\nd", "a & b\nd"),
    ("<script>\nx\n</script>\n\na", "a"),
    ("<!-- a\n\nb -->\nc", "c"),
    ("[a]: /b 'c'\nd", "d"),
    ("---\ntitle: x\n---\na", "a"),
    ("---\ntitle: x\n---\n", ""),
    ("---\n\na\n\n---\n", "a"),
    ("\u00a0a", "a"),
    ("a\u2028b", "a\u2028b"),
    ("Hi {{ first_name }}, *|LAST_NAME|* <<no_de>> [[x]]", None),
    ("{% if a < b %}*c*{% endif %}", "{% if a < b %}c{% endif %}"),
    ("%{a_b_c} ${d*e*} #{f} {{{g_h_}}} <%= i %>", None),
    ("**{{ a | default: 'b*c' }}**", "{{ a | default: 'b*c' }}"),
    ("[x]({{ url }}?a=b c) [y]({{ u r l }})", "[x]({{ url }}?a=b c) y"),
    ("| {{ a | b }} | c |\n|---|---|", "{{ a | b }}\tc"),
    ("`{{ a }}`", "{{ a }}"),
    ("[[a]](b)", "[a]"),
    ("Hi <name>, *we* <first name> <Kunde>", "Hi <name>, we <first name> <Kunde>"),
    ("*a* <order-no>", "a <order-no>"),
    ("<name>\n\n*a*", "<name>\na"),
    ("<agent name>", None),
    ("[a](<b c>) `<name>` <!-- <name> -->", "a <name> "),
    ("<div>\nHi <name> <b>c</b>\n</div>", "Hi <name> c"),
    ("<custom>a</custom> <my-box>b</my-box>", "a b"),
    ("a<br>b <span>c</span> <TIME>d <h2>", "a\nb c d "),
    ("<a@b.example> <http://a.b> <name key=1>", "a@b.example http://a.b "),
]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_markdown_is_read_as_it_is_shown(text: str, expected: str | None, end: str) -> None:
    message = read_one(text.replace("\n", end), Format.MARKDOWN)
    lines = re.sub(r"\n+", "\n", message.text).strip("\n")
    assert lines == (text if expected is None else expected)


LIBRARY = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shown(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        broken = token.type == "html_inline" and re.fullmatch(r"(?i)<br[ \t]*/?>", token.content)
        if token.type in ("text", "text_special", "code_inline"):
            yield token.content
        elif broken or token.type in ("softbreak", "hardbreak"):
            yield "\n"
        else:
            yield from shown(token.children or [])


def layout_aside(words: str) -> str:
    return re.sub(r"[ \t]+", " ", words).strip()


MARKUP = st.lists(
    st.sampled_from(
        [
            *"*_~`[]()<>!#&;\\-+=|>:/\"' \n\tab1.é\xa0\u200b",
            "**",
            "__",
            "~~",
            "``",
            "```",
            "\n\n",
            "](",
            "![",
            "<b>",
            "</b>",
            "<br>",
            "<!--",
            "-->",
            "&amp;",
            "&#33;",
            "&#x2a;",
            "http://a.b",
            "<http://a.b/%20>",
            "[a]: /b\n",
            "[a]",
            "- ",
            "1. ",
            "> ",
            "# ",
            "|-|-|\n",
            "\n---\n",
            "  \n",
            "\\\n",
            "word ",
            "a|b\n-|-\nc|d\n",
            "    ",
            "<x@y.z>",
            "&ngE;",
            "\\|",
            "\x0b",
            "\x0c",
        ]
    ),
    max_size=30,
).map("".join)


@settings(max_examples=2000, deadline=None)
@given(MARKUP)
@example("\\\n\u00a0")
@example("\u00a0| a |\u00a0\n|-|\n")
@example("| |a|\n|-|-|\n|\u00a0|b|\n")
@example("# \x1ca\x1c")
def test_our_words_are_those_of_the_library(text: str) -> None:
    assume(not re.search(r"\{\{|\*\||<<|\[\[", text))
    # To the library `<word b>` is HTML; we show it, as no browser knows such an element.
    assume(set(re.findall(r"<([A-Za-z][A-Za-z0-9-]*)(?: [\w'-]+)*>", text)) <= {"a", "b", "br"})
    assume(not re.match(r"---[ \t]*\n", text))
    # The library keeps the indent of a continued line within code; the standard has none left.
    assume(not re.search(r"`\n[ \t]|\n[ \t]+`", text))
    tokens = LIBRARY.parse(text)
    assume(not any(token.type == "html_block" for token in tokens))
    theirs = ["".join(shown(token.children or [])) for token in tokens if token.type == "inline"]
    ours = [layout_aside(block) for block in blocks(read_one(text, Format.MARKDOWN))]
    assert ours == [layout_aside(words) for words in theirs if words.strip()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\n> b\n\nc\n", [(Part.BODY, "a\n\n"), (Part.HISTORY, "b\n\n"), (Part.BODY, "c\n")]),
        ("a\n```\nb\n```\n", [(Part.BODY, "a\n\n"), (Part.CODE, "b\n\n")]),
        ("> ```\n> a\n> ```\n", [(Part.HISTORY, "\na\n\n")]),
        ("\n    a\n", [(Part.CODE, "\na\n")]),
        ("> a\n\n\n> b", [(Part.HISTORY, "a\n\n\nb")]),
        ("[a]: /b\n", [(Part.BODY, "\n")]),
    ],
)
def test_quoted_and_literal_blocks_of_markdown_are_regions(
    text: str, expected: list[tuple[Part, str]]
) -> None:
    assert regions(read_one(text, Format.MARKDOWN)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a `b` c", ["b"]),
        ("`a``b` `c\nd`", ["a``b", "c d"]),
        ("**`a`** `b`", ["a", "b"]),
        ("`a``b`", ["a``b"]),
        ("![x `a`](b) `c`", ["a", "c"]),
        ("`{{ a }}`", ["{{ a }}"]),
        ("```\na\n```", []),
        ("`` ` ``", ["`"]),
    ],
)
def test_code_spans_are_marked(text: str, expected: list[str]) -> None:
    assert code(read_one(text, Format.MARKDOWN)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "![" * 3000 + "](a)" * 3000,
        "{{" * 20000,
        "> " * 5000 + "a",
        "[" * 20000,
        "`a``" * 5000,
        "<!--" * 20000,
        "<div>" + "<!--" * 20000,
        "a*_" * 5000,
        "{%" * 20000,
        "&" * 20000,
        "\\" * 9999,
    ],
    ids=lambda text: text[:5],
)
def test_hostile_markdown_is_read(text: str) -> None:
    assert set(read_one(text, Format.MARKDOWN).text) <= {*text, "\n"}


# Mail

CHARSETS = ["utf-8", "iso-8859-1", "cp1252", "koi8-r", "shift_jis", "gb18030", "euc-kr"]
WRAPPED_CHARSETS = [*CHARSETS, "iso-2022-jp", "utf-16", "utf-16-le", "utf-7", "utf-8-sig"]
LETTERS = st.one_of(
    st.sampled_from("ab =_?.\n\t\u00a0éß€’日本語한я\u2028\U0001f600"),
    st.characters(exclude_categories=["Cs", "Cc"]),
)


def survivors(text: str, charset: str) -> str:
    return text.encode(charset, "ignore").decode(charset)


def mail(body: bytes, *, charset: str, encoding: str, more: str = "", end: bytes = b"\n") -> bytes:
    head = f"From: Ana <ana@example.org>\n{more}Content-Type: text/plain; charset={charset}\n"
    head += f"Content-Transfer-Encoding: {encoding}\n\n"
    return (head.encode() + body).replace(b"\n", end)


@law
@given(
    st.text(LETTERS, max_size=60),
    st.sampled_from(CHARSETS),
    st.sampled_from(["8bit", "quoted-printable", "base64"]),
    st.sampled_from([b"\n", b"\r\n"]),
)
def test_what_the_standard_library_writes_is_read_back(
    text: str, charset: str, encoding: str, end: bytes
) -> None:
    text = survivors(text, charset).replace("\r", "")
    sent = EmailMessage()
    sent["Subject"] = "Hello"
    sent.set_content(text, charset=charset, cte=encoding)
    data = sent.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", end)
    message = read_one(data, Format.EMAIL)
    body = message.text.removeprefix("Hello" + end.decode()).replace("\r\n", "\n")
    assert body == text.removesuffix("\n") + "\n"


@law
@given(st.text(LETTERS, max_size=60), st.sampled_from(WRAPPED_CHARSETS), st.integers(1, 30))
def test_base64_is_decoded_wherever_its_lines_end(text: str, charset: str, width: int) -> None:
    data = survivors(text, charset).encode(charset)
    digits = b64encode(data)
    lines = b"\n".join(digits[at : at + width] for at in range(0, len(digits), width))
    message = read_one(mail(lines, charset=charset, encoding="base64"), Format.EMAIL)
    assert message.text == data.decode(charset)


@law
@given(st.text(LETTERS, max_size=60), st.sampled_from(WRAPPED_CHARSETS), st.data())
def test_quoted_printable_is_decoded_wherever_its_lines_end(
    text: str, charset: str, data: st.DataObject
) -> None:
    assume("utf-16" not in charset)
    body = survivors(text, charset).encode(charset)
    quoted = b""
    for byte in body:
        plain = 33 <= byte <= 126 and byte != ord("=") and data.draw(st.booleans())
        quoted += bytes([byte]) if plain else b"=%02X" % byte
        quoted += b"=\n" if data.draw(st.integers(0, 9)) == 0 else b""
    message = read_one(mail(quoted, charset=charset, encoding="quoted-printable"), Format.EMAIL)
    assert message.text == body.decode(charset)


@law
@given(
    st.text(LETTERS.filter(lambda letter: letter not in "\n\t"), min_size=1, max_size=60),
    st.sampled_from(["utf-8", "iso-8859-1", "koi8-r", "shift_jis", "iso-2022-jp"]),
    st.sampled_from([QP, BASE64]),
)
@example(text="\uff61", charset="shift_jis", encoding=QP)
def test_a_subject_is_decoded(text: str, charset: str, encoding: int) -> None:
    text = survivors(text, charset)
    assume(text.strip() == text and text and "\u2028" not in text)
    style = Charset(charset)
    style.header_encoding = encoding
    style.output_charset = style.output_codec = charset  # not the one that Python prefers for it
    sent = Mail()
    sent["Subject"] = Header(text, style).encode()
    sent["To"] = "x@example.org"
    message = read_one(sent.as_bytes() + b"Hi.\n", Format.EMAIL)
    assert regions(message) == [(Part.SUBJECT, text + "\n"), (Part.BODY, "Hi.\n")]
    assert message.context.subject == text


@law
@given(st.lists(NOISE, min_size=1, max_size=8), st.sampled_from(["8bit", "quoted-printable"]))
def test_words_of_mail_stand_where_they_are_found(parts: list[str], encoding: str) -> None:
    text, words = planted(parts)
    sent = EmailMessage()
    sent.set_content(text, charset="utf-8", cte=encoding)
    message = read_one(sent.as_bytes(), Format.EMAIL)
    for word in words:
        assert word in message.text
        for found in re.finditer(word, message.text):
            assert source_words(message, Span(*found.span())).replace("=\n", "") == word


@law
@given(st.text(LETTERS, max_size=30), st.text("xyz", min_size=1, max_size=9))
def test_words_in_base64_stand_in_the_fewest_digits(before: str, word: str) -> None:
    before = before.replace("x", "")
    digits = b64encode((before + word).encode()).decode()
    message = read_one(mail(digits.encode(), charset="utf-8", encoding="base64"), Format.EMAIL)
    first = len(before.encode()) // 3 * 4
    place = message.place(Span(len(before), len(before) + len(word)))
    start = message.source.text.index(digits)
    assert place == Span(start + first, start + len(digits.rstrip("=")))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_a_mail_is_subject_body_and_context(end: str) -> None:
    text = (
        "From: =?utf-8?q?Ana_Lund=C3=A9?= <ana@example.org>\n"
        'To: "Roe, Kim" <kim@example.org>,\n lee@example.org\n'
        "Date: Mon, 2 Feb 2026 10:00:00 +0000\n"
        "Subject: Your\n parcel =?utf-8?q?no=2E?=\n =?utf-8?b?IDUg4oKs?=\n\nHi Kim,\n\nlost.\n"
    )
    message = read_one(text.replace("\n", end), Format.EMAIL)
    assert regions(message) == [
        (Part.SUBJECT, f"Your parcel no. 5 €{end}"),
        (Part.BODY, f"Hi Kim,{end}{end}lost.{end}"),
    ]
    assert blocks(message) == ["Your parcel no. 5 €", "Hi Kim,", "lost."]
    context = message.context
    assert context.subject == "Your parcel no. 5 €"
    assert context.sent == "Mon, 2 Feb 2026 10:00:00 +0000"
    assert context.sender == "Ana Lundé"
    assert context.recipients == ("Roe, Kim", "lee@example.org")
    assert context.attachments == ()


@pytest.mark.parametrize(
    "text",
    [
        "Note: this is prose\n\nSubject: x\n",
        "Hi Ana,\n\nSubject: x\n\n",
        "Subject: no blank line",
        "Subject: prose comes\nnext\n\nHi",
        " Subject: x\n\nHi",
        "\nSubject: x\n\nHi",
        "X: y\n\nHi",
    ],
)
def test_what_has_no_mail_headers_is_plain_text(text: str) -> None:
    message = read_one(text, Format.EMAIL)
    assert regions(message) == [(Part.BODY, text)]
    assert message.context.subject is None


@pytest.mark.parametrize("name", ["Subject", "date", "X-Mailer", "Content-Language", "RECEIVED"])
def test_a_known_header_makes_a_mail(name: str) -> None:
    assert read_one(f"Other: 1\n{name}: 2\n\nHi", Format.EMAIL).text.endswith("Hi")
    assert "Other" not in read_one(f"Other: 1\n{name}: 2\n\nHi", Format.EMAIL).text


@pytest.mark.parametrize(
    ("body", "charset", "encoding", "expected"),
    [
        (b"caf\xe9", "iso-8859-1", "8bit", "café"),
        (b"caf\xc3\xa9", "iso-8859-1", "8bit", "cafÃ©"),
        (b"caf\xc3\xa9", "us-ascii", "7bit", "café"),
        (b"caf\xe9 \x80", "utf-8", "8bit", "café €"),
        (b"caf\xe9", '""', "8bit", "café"),
        (b"a=3D=\nb=20\nc  \nd", "utf-8", "quoted-printable", "a=b \nc\nd"),
        (b"caf=C3=\n=A9=", "utf-8", "quoted-printable", "café"),
        (b"a=ZZ =4", "utf-8", "quoted-printable", "a=ZZ =4"),
        (b"caf=E9", "utf-8", "quoted-printable", "café"),
        (b"Y2Fm\nw6k=", "utf-8", "BASE64", "café"),
        (b"Y2FmwA", "utf-8", "base64", "cafÀ"),
        (b"no base64!", "utf-8", "base64", "no base64!"),
        (b"a", "utf-8", "x-unheard-of", "a"),
    ],
)
def test_bodies_are_decoded(body: bytes, charset: str, encoding: str, expected: str) -> None:
    assert read_one(mail(body, charset=charset, encoding=encoding), Format.EMAIL).text == expected


@pytest.mark.parametrize("charset", ["x-nonsense", "base64", "idna", "unicode_escape"])
def test_an_unknown_charset_gets_a_sentence(charset: str) -> None:
    with pytest.raises(InputError, match=f"^x: unknown charset ‘{charset}’"):
        read_one(mail(b"a", charset=charset, encoding="8bit"), Format.EMAIL)


def test_a_part_without_headers_is_plain_text() -> None:
    text = "Content-Type: multipart/mixed; boundary=a\n\n--a\n\nHi\n--a--"
    assert read_one(text, Format.EMAIL).text == "Hi"


@pytest.mark.parametrize("wrapped", ["=20" * 30000, " " * 50000 + "a", "=\n" * 30000, "= " * 30000])
def test_hostile_mail_is_read(wrapped: str) -> None:
    data = mail(wrapped.encode(), charset="utf-8", encoding="quoted-printable")
    assert len(read_one(data, Format.EMAIL).text) <= len(wrapped)
    data = mail(wrapped.encode(), charset="utf-8", encoding="base64")
    assert len(read_one(data, Format.EMAIL).text) <= len(wrapped)


def test_hostile_addresses_name_nobody() -> None:
    message = read_one("From: " + '"(' * 20000 + "\n\nHi", Format.EMAIL)
    assert (message.text, message.context.sender) == ("Hi", None)


PLAIN_WORDS = (
    'Hi Ana,|We|are|sorry|{{name}}|{{ a.b }}|-|1.|==|a)|a) b|http://a.b/c|a@b.de|(x)|!|\'|"so"|'
    "e\u0301|Éa|🙂|x\u2028|\u00a0|T|50%|$5|^|;|P.S.|…|—|**|<b>|&amp;|#|>"
).split("|")


@law
@given(
    st.lists(
        st.sampled_from([*PLAIN_WORDS, " ", "\n", " ", "\n\n", "Thank", "you", " ", "for"]),
        min_size=1,
        max_size=14,
    ).map("".join)
)
def test_a_page_without_markup_is_read_alike_by_both_readers(page: str) -> None:
    source = Source("x", page)
    if is_unmarked(page):
        assert read_plain(source) == read_markdown(source)


@pytest.mark.parametrize(
    "page", ["Hi Ana,\n\nWe are sorry.\n\nKind regards,\nTom\n", "Hello {{ name }},\nit is late.\n"]
)
def test_a_simple_reply_has_no_markup(page: str) -> None:
    assert is_unmarked(page)


@pytest.mark.parametrize(
    "page",
    [
        "",
        "a *b*\n",
        "a\n---\n",
        "a  \nb\n",
        "- a\n",
        "a) b\n",
        "a\tb",
        "a &amp; b",
        "1. a",
        " a",
        "a\rb",
    ],
)
def test_what_could_be_markup_is_left_to_markdown(page: str) -> None:
    assert not is_unmarked(page)
