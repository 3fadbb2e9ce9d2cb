"""Readers: from a file to the messages in it, every character with its place in the file.

Regions are coarse here (subject, body, history, code); anatomy finds greeting, sign-off and
signature in the body.
"""

from __future__ import annotations

import os
import re
from enum import StrEnum
from pathlib import Path, PurePath

from tonecheck.errors import InputError
from tonecheck.formats.tree import Reader
from tonecheck.message import Message
from tonecheck.text import Source


class Format(StrEnum):
    """How the messages are written in a file."""

    PLAIN = "text"
    MARKDOWN = "markdown"
    EMAIL = "email"
    MBOX = "mbox"
    HTML = "html"  # and MJML
    TEMPLATE = "template"  # HTML where it looks like it, else plain text


_SUFFIXES = {
    ".txt": Format.PLAIN,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".eml": Format.EMAIL,
    ".mbox": Format.MBOX,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".mjml": Format.HTML,
}
_TEMPLATE_SUFFIXES = frozenset(
    (
        ".j2 .jinja .jinja2 .twig .liquid .hbs .handlebars .mustache .njk .erb .ejs .eex .heex "
        ".ftl .ftlh .blade.php"
    ).split()
)
_MAILDIR = ("cur", "new")
_PROGRAM = "[a-z0-9]{1,4}"  # .js, .yml, .conf: what a template makes is no message


def template_of(name: str) -> str | None:
    """Give the name of what a template makes, such as `a.txt` of `a.txt.j2`; None of others."""
    small = name.lower()
    suffix = ".blade.php" if small.endswith(".blade.php") else PurePath(small).suffix
    return name[: -len(suffix)] if suffix in _TEMPLATE_SUFFIXES else None


def format_of(name: str) -> Format | None:
    """Give the format that a file name's suffix, in any case, stands for; None when unknown.

    Of a template the suffix before its own counts, as in `refund.html.erb`.
    """
    made = template_of(PurePath(name).name)
    if made is None:
        return _SUFFIXES.get(PurePath(name).suffix.lower())
    suffix = PurePath(made).suffix.lower()
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    if suffix == ".text":
        return Format.PLAIN
    return None if re.fullmatch(rf"\.{_PROGRAM}", suffix) else Format.TEMPLATE


def format_at(path: Path) -> Format | None:
    """Give the format that a file's suffix stands for, or its place: a Maildir holds mails."""
    return Format.EMAIL if in_maildir(path) else format_of(path.name)


def in_maildir(path: Path) -> bool:
    """Tell whether a file is a mail of a Maildir: in its `cur` or `new`, beside which is `tmp`."""
    folder = path.parent
    return folder.name in _MAILDIR and is_maildir(folder.parent)


def is_maildir(folder: str | Path) -> bool:
    """Tell whether a folder has the three folders of a Maildir."""
    return all(os.path.isdir(os.path.join(folder, name)) for name in (*_MAILDIR, "tmp"))  # noqa: PTH112, PTH118 - quick


class Notation(StrEnum):
    """How a file of many records is written; settings say where the messages lie in it."""

    JSON = "json"
    JSON_LINES = "json-lines"
    YAML = "yaml"
    TOML = "toml"
    CSV = "csv"
    TSV = "tsv"
    PO = "po"


_NOTATIONS = {
    ".json": Notation.JSON,
    ".jsonl": Notation.JSON_LINES,
    ".ndjson": Notation.JSON_LINES,
    ".yaml": Notation.YAML,
    ".yml": Notation.YAML,
    ".toml": Notation.TOML,
    ".csv": Notation.CSV,
    ".tsv": Notation.TSV,
    ".tab": Notation.TSV,
    ".po": Notation.PO,
}


def notation_of(name: str) -> Notation | None:
    """Give the notation that a file name's suffix, in any case, stands for; None when unknown."""
    return _NOTATIONS.get(PurePath(name).suffix.lower())


def reader(notation: Notation) -> Reader:
    """Give what reads a notation."""
    match notation:
        case Notation.JSON | Notation.JSON_LINES:
            from tonecheck.formats import json

            one = notation is Notation.JSON
            return Reader(json.documents if one else json.lines, json.locate)
        case Notation.YAML:
            from tonecheck.formats import yaml, yaml_scalars

            return Reader(yaml.documents, yaml_scalars.locate)
        case Notation.TOML:
            from tonecheck.formats import toml_records

            return Reader(toml_records.documents, toml_records.locate)
        case Notation.CSV | Notation.TSV:
            from tonecheck.formats import csv

            tabs = notation is Notation.TSV
            return Reader(csv.tab_documents if tabs else csv.comma_documents, csv.locate)
        case Notation.PO:
            from tonecheck.formats import po

            return Reader(po.documents, po.locate)


def load(path: Path, format: Format) -> Source:  # noqa: A002 - the setting's own name
    """Read and decode a file; raise `InputError` when that cannot be done."""
    name = str(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{name}: no such file; check the path") from None
    except IsADirectoryError:
        raise InputError(f"{name}: a folder, not a file; name the files in it") from None
    except PermissionError:
        raise InputError(f"{name}: may not be read; change its permissions or exclude it") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{name}: cannot be read ({reason}); exclude it") from error
    return decode(name, data, format)


def decode(name: str, data: bytes, format: Format) -> Source:  # noqa: A002
    """Decode a file; raises `InputError` when that cannot be done.

    Mail may hold any bytes: its parts name their own charsets.
    """
    is_mail = format in {Format.EMAIL, Format.MBOX}
    return Source.decode(name, data, errors="surrogateescape" if is_mail else "strict")


def read(  # noqa: PLR0911 - one a format
    source: Source,
    format: Format,  # noqa: A002
) -> tuple[Message, ...]:
    """Give the messages in a file, in order; raise `InputError` for what cannot be read as one."""
    match format:
        case Format.PLAIN:
            from tonecheck.formats.plain import read as read_plain

            return read_plain(source)
        case Format.MARKDOWN:
            from tonecheck.formats.unmarked import is_unmarked

            if is_unmarked(source.text):
                return read(source, Format.PLAIN)
            from tonecheck.formats.markdown import read as read_markdown

            return read_markdown(source)
        case Format.EMAIL:
            from tonecheck.formats.email import read as read_email

            return read_email(source)
        case Format.MBOX:
            from tonecheck.formats.mbox import read as read_mbox

            return read_mbox(source)
        case Format.HTML:
            from tonecheck.formats.html import read as read_html

            return read_html(source)
        case Format.TEMPLATE:
            from tonecheck.formats.templates import is_markup

            return read(source, Format.HTML if is_markup(source.text) else Format.PLAIN)
