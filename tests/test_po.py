from __future__ import annotations

import pytest

from tonecheck.formats import Notation, reader
from tonecheck.formats.tree import Document
from tonecheck.text import Source

PO = reader(Notation.PO)


def read(text: str) -> list[tuple[str, object] | str]:
    return [
        (entry.name, entry.root.value) if isinstance(entry, Document) else str(entry)
        for entry in PO.documents(Source("a.po", text))
    ]


def test_entries_are_read_that_programs_show() -> None:
    text = """\
# Translators
#, fuzzy
msgid ""
msgstr ""
"Language: en\\n"

domain "mails"
#: a.py:3
#| msgid "older"
msgid "one"
msgstr "1"
#, python-format, fuzzy
msgctxt "mail"
msgid "two"
msgstr "2"
msgctxt "mail"
msgid "three" " and "
  "more"
msgid_plural "threes"
msgstr[0] "3"
msgstr[1] "33"
#, python-format
msgid "four"
msgstr ""
#~ msgid "five"
#~ msgstr "5"
msgctxt "only a context"
msgid ""
msgstr "6"
"""
    assert read(text) == [
        ("one", {"msgid": "one", "msgstr": "1"}),
        (
            "mail: three and more",
            {
                "msgctxt": "mail",
                "msgid": "three and more",
                "msgid_plural": "threes",
                "msgstr[0]": "3",
                "msgstr[1]": "33",
            },
        ),
        ("four", {"msgid": "four", "msgstr": ""}),
        ("only a context", {"msgctxt": "only a context", "msgid": "", "msgstr": "6"}),
    ]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (r"\n\t\"\\\a\b\f\v\r", '\n\t"\\\a\b\f\v\r'),
        (r"\303\251\41\x41 \360\237\231\202", "é!A 🙂"),
        (r"\xc3\xa9\303x", "é\ufffdx"),
        (r"\q%s", "q%s"),
    ],
)
def test_escapes_are_what_gettext_takes_them_for(raw: str, expected: str) -> None:
    text = f'msgid "a"\nmsgstr "{raw}"'
    assert read(text) == [("a", {"msgid": "a", "msgstr": expected})]


@pytest.mark.parametrize(
    ("wrong", "line", "sentence"),
    [
        ('msgstr "a', 2, "neither a comment nor a keyword with its string in quotation marks"),
        ("hello", 2, "neither a comment nor a keyword with its string in quotation marks"),
        ('msgstr "a" b', 2, "neither a comment nor a keyword with its string in quotation marks"),
        ('msgid "b"', 1, "this entry has no msgstr"),
        ('msgid "b"\nmsgid "c"', 1, "this entry has no msgstr"),
    ],
)
def test_a_broken_entry_costs_itself_alone(wrong: str, line: int, sentence: str) -> None:
    text = f'msgid "a"\n{wrong}\n\nmsgid "ok"\nmsgstr "yes"\n'
    found = read(text)
    assert ("ok", {"msgid": "ok", "msgstr": "yes"}) in found
    assert isinstance(found[0], str)
    assert found[0].startswith(f"a.po:{line}: not PO: {sentence}; mend ")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('msgstr "a"', "a.po:1: not PO: this string belongs to no keyword of an entry"),
        ('"a"', "a.po:1: not PO: this string belongs to no keyword of an entry"),
        ('msgctxt "a"\nmsgstr "b"', "a.po:1: not PO: this entry has no msgid"),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"', "a.po:3: not PO: this string belongs to no keyword"),
    ],
)
def test_strings_that_belong_to_nothing_are_refused(text: str, sentence: str) -> None:
    assert str(read(text)[0]).startswith(sentence)


def test_what_is_put_into_a_string_is_read_back() -> None:
    text = 'msgid "a"\nmsgstr "b"'
    source = Source("a.po", text)
    (entry,) = PO.documents(source)
    assert isinstance(entry, Document)
    _, slot = PO.locate(source, entry.root.at(("msgstr",)))
    more = '"so"\\\n\té'
    grown = text[: slot.span.end] + slot.escape(more) + text[slot.span.end :]
    assert read(grown) == [("a", {"msgid": "a", "msgstr": "b" + more})]
