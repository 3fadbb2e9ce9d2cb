from __future__ import annotations

import base64
import quopri
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from tonecheck.acts import Reading
from tonecheck.checks.placeholder import Placeholder
from tonecheck.engine import prepare
from tonecheck.errors import InputError
from tonecheck.formats import Format, decode, notation_of, read
from tonecheck.language import sentences
from tonecheck.language.sentences import LONGEST
from tonecheck.message import Channel, Message, Part, What
from tonecheck.report.reading import as_text
from tonecheck.sources import SourceEntry
from tonecheck.sources.reading import read_records
from tonecheck.text import Source, Span

HEAD = "From: Bob <bob@shop.example>\nTo: ana@home.example\nSubject: Your order\n"
FROM = "From bob@shop.example Mon Jan  1 10:00:00 2024\n"
BODY = "Hello Ana,\n\nYou failed to pay.\n\nRegards,\nBob\n"
SECONDS = 20.0  # five times what the slowest takes; what grows with the square takes minutes


def read_one(data: str | bytes, form: Format) -> Message:
    data = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    (message,) = read(decode("x", data, form), form)
    return message


@contextmanager
def in_time() -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < SECONDS


def check_places(message: Message) -> None:
    file = message.source.text
    for piece in message.origin.pieces:
        shown, stands = piece.text.of(message.text), piece.source.of(file)
        assert (stands if piece.decode is None else piece.decode(stands)) == shown


# --- size ---------------------------------------------------------------------------------------

UNITS = (
    *("a", " ", ">", "> ", "{{", "{{x ", "[[x ", "<<", "On Mon wrote ", "Hi Ana, ", '"', '"a '),
    *("“a ", "‘a ", "s' a ", "*", "*a ", "**a ", "_a ", "`", "[", "![", "[a](", "<a ", "<!--"),
    *("&", "\\", "{%", "*|A", "a@b.", "http://a(", "4111 1111 1111 1111; ", "👨\u200d", "🇩"),
    *("\u0301", "\u2028", "\x0b", "א ", "\xa0", "\t", "\n", "\r\n", "\r", "> a\n", "- a\n"),
    *("a\n\n", "a\n===\n", "Regards,\n", "From: a\n", "-- \n", "```\n", "|a|b|\n", "<p>\n"),
    *("A. ", "e.g. ", "not ", "kind ", "=\n", "=41", "=?utf-8?q?a?= ", "dear ", "have a great "),
)


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("unit", UNITS)
def test_what_repeats_is_read_in_time(unit: str, form: Format) -> None:
    many = unit * (30_000 // len(unit))
    text = f"Hello Ana,\n\nso x{many}x\nBob\n"
    head = HEAD + "Content-Transfer-Encoding: quoted-printable\n\n"
    above = {Format.EMAIL: head, Format.MBOX: f"{FROM}{head}"}
    with in_time():
        message = prepare(read_one(above.get(form, "") + text, form))
        found = sentences(message)
    check_places(message)
    assert all(len(sentence.span) <= LONGEST for sentence in found)


@pytest.mark.parametrize("words", ["![" * 100_000 + "x", "Thanks" + "!😀" * 60_000 + "x"])
@pytest.mark.parametrize("form", [Format.PLAIN, Format.MARKDOWN])
def test_a_line_of_marks_above_a_name_is_read_in_time(words: str, form: Format) -> None:
    with in_time():
        message = prepare(read_one(f"Hello.\n\n{words}\nBob\n", form))
    check_places(message)


@pytest.mark.parametrize("markup", ["![", "*a ", "&", "[a](", "<!a", "\\*"])
def test_a_paragraph_of_nothing_but_markup_is_shown_as_it_stands(markup: str) -> None:
    hostile = "x" + markup * 500_000
    page = f"You *failed* to pay.\n\n{hostile}\n\nYou **failed** to call.\n"
    with in_time():
        message = read_one(page, Format.MARKDOWN)
    assert message.text == f"You failed to pay.\n\n{hostile.strip()}\n\nYou failed to call.\n"
    check_places(message)


def test_all_paragraphs_of_a_page_share_what_markup_may_cost() -> None:
    paragraph = "*a* `b` [c](d) " * 300
    with in_time():
        message = read_one(f"{paragraph}\n\n" * 100, Format.MARKDOWN)
    assert message.text.startswith("a b c a b c ")
    assert message.text.rstrip().endswith("*a* `b` [c](d)")


@pytest.mark.parametrize("line", ["- a *b*\n", "\n", "> a\n", "a\r\n", "# a\n"])
def test_a_page_of_very_many_lines_is_read_as_plain_text(line: str) -> None:
    page = line * 120_000
    with in_time():
        message = read_one(page, Format.MARKDOWN)
    assert message.text == page


def test_thousands_of_secrets_are_masked_in_time() -> None:
    text = "4111 1111 1111 1111; " * 20_000
    with in_time():
        message = prepare(read_one(text, Format.PLAIN))
        found = sentences(message)
    assert sum(1 for _ in message.marked(What.SECRET)) == 20_000
    assert not any("4111" in sentence.masked for sentence in found)
    with in_time():
        shown = as_text([Reading(message, (), (), {})], message, ())
    assert "4111 1111" not in shown


def test_thousands_of_placeholders_in_code_are_left_alone_in_time() -> None:
    message = prepare(read_one("Hi {{x}} `{{y}}`. " * 20_000, Format.MARKDOWN))
    check = Placeholder(state="unresolved")
    with in_time():
        found = list(check.find(Reading(message, (), (), {}), "x", Channel.EMAIL))
    assert len(found) == 20_000


def test_asking_for_a_long_line_does_not_copy_it() -> None:
    source = Source("x", "a" * 5_000_000 + "\r\n" + "b" * 5_000_000)
    with in_time():
        for _ in range(20_000):
            assert len(source.line(1)) == len(source.line(2)) == 5_000_000


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("\n", ["", ""]),
        ("a\r\n\r\nb", ["a", "", "b"]),
        ("a\rb\n\rc", ["a", "b", "", "c"]),
        ("a\u2028b\x0bc\x85d\n", ["a\u2028b\x0bc\x85d", ""]),
    ],
)
def test_a_line_ends_before_its_line_end(text: str, lines: list[str]) -> None:
    source = Source("x", text)
    found = [source.line(number).of(text) for number in range(1, len(lines) + 1)]
    assert found == lines
    assert source.position(len(text)).line == len(lines)


@pytest.mark.parametrize("deep", ["> ", "- ", "1. ", "> - ", "  "])
def test_deep_nesting_is_read(deep: str) -> None:
    page = "\n".join(f"{deep * depth}You failed." for depth in range(0, 1000, 7))
    message = prepare(read_one(page, Format.MARKDOWN))
    assert message.text.count("You failed.") == 143
    check_places(message)


def test_marks_of_a_range_are_found_without_a_look_at_the_others() -> None:
    message = prepare(read_one("😀 so 🙂.\n" * 30_000, Format.PLAIN))
    with in_time():
        found = [
            mark.span
            for block in sentences(message)
            for mark in message.marked(What.EMOJI, within=block.span)
        ]
    assert found == [mark.span for mark in message.marked(What.EMOJI)]


# --- mail ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "mail",
    [
        HEAD + "\n" + BODY,
        HEAD + BODY,  # the blank line is missing
        "From bob@shop.example Mon Jan  1 10:00:00 2024\n" + HEAD + "\n" + BODY,
        (HEAD + "\n" + BODY).replace("\n", "\r"),
        HEAD.replace("\n", "\r\n") + "\n" + BODY,
        b"\xef\xbb\xbf" + (HEAD + "\n" + BODY).encode(),
        (HEAD + "\n" + BODY).encode("utf-16"),
        HEAD + "Content-Type: ;;;===;\n\n" + BODY,
        HEAD + "Content-Type: text/plain" + ";a=b" * 100_000 + "\n\n" + BODY,
        HEAD + 'Content-Type: text/plain; a="' + ';"' * 100_000 + "\n\n" + BODY,
        HEAD + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n" + BODY,  # never closed
        HEAD + "".join(f"X-Trace-{at}: a\n" for at in range(20_000)) + "\n" + BODY,
        HEAD + "Cc: " + "(" * 200_000 + "\n\n" + BODY,
    ],
)
def test_a_damaged_mail_is_read_all_the_same(mail: str | bytes) -> None:
    with in_time():
        message = prepare(read_one(mail, Format.EMAIL))
    parts = {region.what: message.words(region.span).strip() for region in message.regions}
    assert parts == {
        Part.SUBJECT: "Your order",
        Part.GREETING: "Hello Ana,",
        Part.BODY: "You failed to pay.",
        Part.CLOSING: "Regards,",
        Part.SIGNATURE: "Bob",
    }
    check_places(message)


@pytest.mark.parametrize("mail", [HEAD, HEAD.rstrip(), HEAD + "\n"])
def test_a_mail_of_nothing_but_its_head_has_a_subject(mail: str) -> None:
    message = read_one(mail, Format.EMAIL)
    assert message.text.strip() == message.context.subject == "Your order"


def nested(depth: int) -> str:
    part = "Content-Type: text/plain\n\n" + BODY
    for at in range(depth):
        kind = f"Content-Type: multipart/mixed; boundary=b{at}"
        part = f"{kind}\n\n--b{at}\n{part}\n--b{at}--\n"
    return HEAD + part


def test_parts_may_lie_in_each_other() -> None:
    assert "You failed to pay." in read_one(nested(20), Format.EMAIL).text


@pytest.mark.parametrize(
    ("mail", "text"),
    [
        (nested(21), "^x: the parts of a multipart cannot be told apart"),
        (nested(2000), "^x: the parts of a multipart cannot be told apart"),
        (HEAD + "Content-Type: multipart/mixed\n\n" + BODY, "no boundary is named"),
        (HEAD + 'Content-Type: multipart/mixed; boundary=""\n\n--\n\n' + BODY, "no boundary"),
        (HEAD + f"Content-Type: text/plain; charset={'x' * 100_000}\n\n", "^.{1,120}utf-8$"),
        ("\0", "^x:1: a NUL byte: this looks like a binary file; exclude it, or save it as UTF-8"),
    ],
)
def test_a_mail_that_cannot_be_read_gets_a_sentence(mail: str, text: str) -> None:
    with pytest.raises(InputError, match=text):
        read_one(mail, Format.EMAIL)


# --- places -------------------------------------------------------------------------------------

LETTER = "Hello Zoé 😀,\n\nThanks. You failed to pay\nthe fee 👨\u200d👩\u200d👧 as café.\n\nBob\n"
FAULT = "You failed to pay"
MIME = f"{HEAD}MIME-Version: 1.0\nContent-Type: text/plain; charset="
WIDE = base64.b64encode(FAULT.encode("utf-16-le")).decode().rstrip("=")
PAGE = f"Hello **Zoé** 😀,\n\n- Thanks&nbsp;a lot. {FAULT}\n  the *fee*.\n"


def quoted_printable(text: str, charset: str) -> bytes:
    head = f"{MIME}{charset}\nContent-Transfer-Encoding: quoted-printable\n\n"
    return head.encode() + quopri.encodestring(text.encode(charset))


def in_base64(text: str, charset: str) -> bytes:
    head = f"{MIME}{charset}\nContent-Transfer-Encoding: base64\n\n"
    return head.encode() + base64.encodebytes(text.encode(charset))


@pytest.mark.parametrize(
    ("data", "form", "line", "column", "stands"),
    [
        (LETTER, Format.PLAIN, 3, 9, FAULT),
        (LETTER.replace("\n", "\r\n"), Format.PLAIN, 3, 9, FAULT),
        (LETTER.replace("\n", "\r"), Format.PLAIN, 3, 9, FAULT),
        ("\ufeff" + LETTER, Format.PLAIN, 3, 9, FAULT),
        (LETTER.encode("utf-16"), Format.PLAIN, 3, 9, FAULT),
        (b"\xfe\xff" + LETTER.encode("utf-16-be"), Format.PLAIN, 3, 9, FAULT),
        (LETTER.encode("utf-32"), Format.PLAIN, 3, 9, FAULT),
        (LETTER.replace("Thanks", "\u2028a\x0bb\x0cc\x85"), Format.PLAIN, 3, 10, FAULT),
        (PAGE, Format.MARKDOWN, 3, 22, FAULT),
        (PAGE.replace("\n", "\r\n"), Format.MARKDOWN, 3, 22, FAULT),
        (PAGE.encode("utf-16"), Format.MARKDOWN, 3, 22, FAULT),
        ("😀 You **failed** to [pay](x)", Format.MARKDOWN, 1, 3, "You **failed** to [pay"),
        ("| a |\n|---|\n| \\| You failed to pay |", Format.MARKDOWN, 3, 6, FAULT),
        ("> 1. You failed\n>    to pay", Format.MARKDOWN, 1, 6, "You failed\n>    to pay"),
        (f"{MIME}utf-8\n\n{LETTER}", Format.EMAIL, 9, 9, FAULT),
        (f"{MIME}utf-8\n\n{LETTER}".replace("\n", "\r\n"), Format.EMAIL, 9, 9, FAULT),
        (quoted_printable(LETTER, "utf-8"), Format.EMAIL, 10, 9, FAULT),
        (
            quoted_printable("é" * 20 + f" {FAULT}", "latin-1"),
            Format.EMAIL,
            8,
            62,
            "You failed to =\npay",
        ),
        (in_base64(LETTER, "utf-8"), Format.EMAIL, 8, 33, "LiBZb3UgZmFpbGVkIHRvIHBheQp0"),
        (in_base64(f"abc{FAULT}", "utf-16-le"), Format.EMAIL, 8, 9, WIDE),
    ],
)
def test_words_stand_where_they_are_said_to(
    data: str | bytes, form: Format, line: int, column: int, stands: str
) -> None:
    message = prepare(read_one(data, form))
    folded = message.text.replace("\n", " ")
    start = folded.index(FAULT)
    source = message.source
    place = message.origin.hull(Span(start, start + len(FAULT)))
    assert place.of(source.text) == stands
    assert source.position(place.start) == (line, column)
    check_places(message)


# --- files of records ---------------------------------------------------------------------------

RECORDS = {
    "a.yaml": [
        *(
            "[",
            "{",
            "{a: ",
            "- ",
            "? ",
            "&a ",
            "!",
            "!<",
            "#",
            "%",
            ": ",
            "---\n",
            "- &a b\n",
            "''",
        ),
        *("\t", "\r", "- |1-\n", "- >\n", "a: b\n", "*a ", "<<: *a\n", "\x85", "\\", "- ' \n'\n"),
    ],
    "a.csv": ['"', ",", ";", "\n", "\r", '"a\n', "a,b\n", '"x"', '"a"x', "sep=;\n", '"a",\n'],
    "a.po": [
        *("msgid ", '"a" ', '"a"\n', "\\", '"\\', "#,", "#, fuzzy\n", "#~ ", 'msgid "a"\n', "\n"),
        *('msgstr "a"\n', 'msgctxt "a"\n', 'msgid "a"\nmsgstr "b"\n', 'domain "a"\n', "msgstr["),
    ],
    "a.toml": [
        "a=[",
        "a={",
        "[",
        "[[a]]\n",
        "a.",
        '"""',
        "'''",
        '"',
        "\\",
        "#",
        "\n",
        "[a]\n",
        "='x'\n",
    ],
    "a.json": ["[", "{", '{"a":', '"', "\\", "1", "[],", '"a",'],
}


@pytest.mark.parametrize(
    ("name", "unit"), [(name, unit) for name, units in RECORDS.items() for unit in units]
)
@pytest.mark.parametrize(
    ("before", "after"),
    [("", ""), ("a: |\n ", "\n"), ("a: '", "'\n"), ('msgid "', '"\n'), ('a = """', '"""')],
)
def test_what_repeats_in_a_file_of_records_is_read_or_refused_in_time(
    name: str, unit: str, before: str, after: str
) -> None:
    notation = notation_of(name)
    assert notation is not None
    source = Source(name, before + unit * (60_000 // len(unit)) + after)
    entry = SourceEntry(files=("*",), text="$.a")
    with in_time(), suppress(InputError):
        read_records(source, notation, [entry])
