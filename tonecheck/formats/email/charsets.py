"""Charsets as mail names them, and what its bytes mean where the name is wrong or missing."""

from __future__ import annotations

import codecs
import re

_ASCII = frozenset({"", "us-ascii", "ascii", "unknown-8bit", "x-unknown", "default"})
_OTHERS = {"utf8mb4": "utf-8", "x-sjis": "shift_jis", "x-unicode-2-0-utf-8": "utf-8"}
_NOT_OF_MAIL = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape"})
LAST_RESORT = "latin-1"  # in which any bytes are characters
_BIG_ENDIAN = {"utf-16": b"\xfe\xff", "utf-32": b"\x00\x00\xfe\xff"}


def known(name: str) -> str:
    """Give a charset's name as it is known here; one that is not known stays."""
    small = name.lower()
    for one in (small, small.removeprefix("x-"), re.sub(r"-[ie]$", "", small), _OTHERS.get(small)):
        if one and is_charset(one):
            return one
    return name


def is_charset(name: str) -> bool:
    """Tell whether bytes can be decoded under this name; the empty name stands for a guess."""
    if name.lower() in _ASCII:
        return True
    try:
        "a".encode(name)
        return codecs.lookup(name).name.replace("_", "-") not in _NOT_OF_MAIL
    except (LookupError, ValueError):
        return False


def decode(data: bytes, charset: str) -> str:
    """Decode by the declared charset, else as UTF-8, else as Windows does."""
    for name in (charset.lower(), "utf-8", "cp1252"):
        if name in _ASCII:
            continue
        try:
            return data.decode(name)
        except UnicodeError:
            continue
    return data.decode(LAST_RESORT)


def of(data: bytes, charset: str) -> str:
    """Give the first charset that `decode` would succeed with."""
    for name in (charset.lower(), "utf-8", "cp1252"):
        if name in _ASCII:
            continue
        try:
            data.decode(name)
        except UnicodeError:
            continue
        return name
    return LAST_RESORT


def is_wide(charset: str) -> bool:
    """Tell whether all characters of a charset have two bytes, or four."""
    return charset.replace("_", "-").lower().startswith(("utf-16", "utf-32", "utf16", "utf32"))


def with_byte_order(data: bytes, charset: str) -> str:
    """Give the charset with the order of its bytes, which the first of them may tell."""
    codec = codecs.lookup(charset).name
    if codec not in {"utf-16", "utf-32"}:
        return charset
    return f"{codec}-be" if data.startswith(_BIG_ENDIAN[codec]) else f"{codec}-le"
