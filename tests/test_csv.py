from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.formats import Notation, notation_of, reader
from tonecheck.formats.tree import Document
from tonecheck.text import Source

law = settings(max_examples=500, deadline=None)


def read(text: str, notation: Notation = Notation.CSV) -> list[tuple[str, object] | str]:
    return [
        (entry.name, entry.root.value) if isinstance(entry, Document) else str(entry)
        for entry in reader(notation).documents(Source("a.csv", text))
    ]


@law
@given(
    st.lists(
        st.sampled_from(
            ["a", '"', '""', ",", ";", "\r\n", "\n", "\r", " ", "é", "🙂", '"x"', '"a\nb"']
        ),
        max_size=12,
    ).map("".join)
)
def test_cells_are_those_of_pythons_csv(text: str) -> None:
    text = "x,y\n" + text
    rows = list(csv.reader(io.StringIO(text, newline="")))[1:]
    ours = read(text)
    opened = any("is opened in this row" in str(entry) for entry in ours)
    wanted = [row for row in rows if any(cell.strip() for cell in row)]
    for entry, row in zip(ours, wanted, strict=not opened):
        if isinstance(entry, tuple):
            assert entry[1] == dict(zip(["x", "y"], row, strict=False))
            assert not any(cell.strip() for cell in row[2:])
        elif "is opened" not in entry:
            assert f"{len(row)} cell" in entry
            assert len(row) != 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n1,2", {"a": "1", "b": "2"}),
        ("a;b;c,d\n1;2;3", {"a": "1", "b": "2", "c,d": "3"}),
        ('"a;b;c",d\n1,2', {"a;b;c": "1", "d": "2"}),
        ("a\tb\n1\t2", {"a": "1", "b": "2"}),
        ("sep=;\r\na,x;b\r\n1;2", {"a,x": "1", "b": "2"}),
        ("\n\n a , b \n1,2", {"a": "1", "b": "2"}),
        ("a,,b,\n1,2,3,4", {"a": "1", "b": "3"}),
        ("a,b\n1,2,, ", {"a": "1", "b": "2"}),
        ("a\n1,2;3", None),
    ],
)
def test_the_header_line_names_the_cells_and_shows_what_divides_them(
    text: str, expected: dict[str, str] | None
) -> None:
    (found,) = read(text)
    assert (found[1] if isinstance(found, tuple) else None) == expected


def test_only_tabs_divide_the_cells_of_tsv() -> None:
    assert read("a,b;c\td\n1,2\t3", Notation.TSV) == [("line 2", {"a,b;c": "1,2", "d": "3"})]


def test_what_is_wrong_with_a_row_costs_that_row_alone() -> None:
    text = 'a,b\n1,2\n\n3\n,\n4,5,6\n"x\n\ny",z\n7,"8\n'
    assert read(text) == [
        ("line 2", {"a": "1", "b": "2"}),
        "a.csv:4: 1 cell, and the header line has 2; add what is missing",
        "a.csv:6: 3 cells, and the header line has 2; put what holds a divider in quotation marks",
        ("line 7", {"a": "x\n\ny", "b": "z"}),
        "a.csv:10: a quotation mark is opened in this row and not closed; close it",
    ]


def test_of_two_columns_of_one_name_the_last_is_read_and_the_name_is_said() -> None:
    assert read("a,b,a\n1,2,3") == [
        "a.csv:1: two columns bear the name ‘a’, only the last is read; rename one",
        ("line 2", {"a": "3", "b": "2"}),
    ]


@pytest.mark.parametrize("text", ["", "a,b", "\n\n", "a,b\n\n,\n"])
def test_a_file_without_rows_has_no_records(text: str) -> None:
    assert read(text) == []


def test_what_is_put_into_a_cell_is_read_back() -> None:
    text = 'a,b\n"x",y'
    source = Source("a.csv", text)
    (row,) = reader(Notation.CSV).documents(source)
    assert isinstance(row, Document)
    _, slot = reader(Notation.CSV).locate(source, row.root.at(("a",)))
    grown = text[: slot.span.end] + slot.escape('"so", he said') + text[slot.span.end :]
    assert read(grown) == [("line 2", {"a": 'x"so", he said', "b": "y"})]


@pytest.mark.parametrize("name", ["a.yml", "a.YAML", "a.csv", "a.tsv", "a.tab", "a.po", "a.toml"])
def test_the_suffix_tells_the_notation(name: str) -> None:
    assert notation_of(name) is not None
