"""What the tags of template languages say about branches; the language is told by how one begins.

What is no branch of a language that is known here takes no turn, and shows all that it encloses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tonecheck.branches.programs import of_php, of_program
from tonecheck.branches.turns import Kind, Turn, arm, closes, opens, otherwise, value

_COMMENTS = ("{{!", "{{--", "<%#", "<#--", "{#")
_LONGEST = 2000  # characters of a tag that steers
_TRIMS = " \t\r\n-~+"
_NAME = re.compile(r"[\w.-]+")


def turns(words: str) -> tuple[str, tuple[Turn, ...]]:
    """Give the language of a tag, by the sign that it begins with, and the turns it takes."""
    if len(words) <= _LONGEST and not words.startswith(_COMMENTS):
        for sign, read in _READERS.items():
            if words.startswith(sign):
                return sign.rstrip("/#"), tuple(read(words))
    return "", ()


# --- words that mean the same in many languages --------------------------------------------------

Meaning = Callable[[str, str], Turn]
"""Gives the turn of a tag from its name and what follows that."""


def _if(name: str, rest: str) -> Turn:
    return opens(Kind.IF, name, rest)


def _unless(name: str, rest: str) -> Turn:
    return opens(Kind.IF, name, rest, negated=True)


def _if_such(name: str, rest: str) -> Turn:
    return opens(Kind.IF, name, f"{name} {rest}".strip())


def _arm(_name: str, rest: str) -> Turn:
    return arm(rest)


def _else(_name: str, rest: str) -> Turn:
    found = _ELSE_IF.match(rest)
    return arm(rest[found.end() :], negated=found[1] == "unless") if found else otherwise()


def _loop(name: str, _rest: str) -> Turn:
    return opens(Kind.LOOP, name)


def _empty(_name: str, _rest: str) -> Turn:
    return otherwise(Kind.LOOP)


def _switch(name: str, rest: str) -> Turn:
    return opens(Kind.CASE, name, rest)


def _value(_name: str, rest: str) -> Turn:
    return value(rest)


def _default(_name: str, _rest: str) -> Turn:
    return otherwise(Kind.CASE)


_ELSE_IF = re.compile(r"(if|unless)\b")
_SHARED: dict[str, Meaning] = {
    "if": _if,
    "unless": _unless,
    "elseif": _arm,
    "else": _else,
    "for": _loop,
    "switch": _switch,
    "case": _value,
    "default": _default,
}


# --- languages ------------------------------------------------------------------------------------


def _named(content: str) -> tuple[str, str]:
    """Part the first word of a tag from the rest."""
    found = _NAME.match(content)
    end = found.end() if found else 0
    return content[:end], content[end:].strip()


_PERCENT = _SHARED | {
    "ifequal": lambda name, rest: opens(Kind.IF, name, " == ".join(rest.split())),
    "ifnotequal": lambda name, rest: opens(Kind.IF, name, " != ".join(rest.split())),
    "elif": _arm,
    "elsif": _arm,
    "empty": _empty,
    "when": _value,
    "plural": lambda _name, _rest: otherwise(Kind.PLURAL),
    "pluralize": lambda _name, _rest: otherwise(Kind.PLURAL),
    **dict.fromkeys(
        ("trans", "blocktrans", "blocktranslate"), lambda name, _rest: opens(Kind.PLURAL, name)
    ),
}
_LITERAL = re.compile(r"[\"'\d]")


def _percent(words: str) -> Iterator[Turn]:
    """Read Liquid, Jinja, Django, Twig and Nunjucks."""
    name, rest = _named(words[2:-2].strip(_TRIMS))
    if name == "case" and not _LITERAL.match(rest):  # of Liquid; that of Nunjucks names a value
        yield _switch(name, rest)
    elif name in _PERCENT:
        yield _PERCENT[name](name, rest)
    elif name.startswith("end"):
        yield closes(name[3:])
    elif name.startswith("if"):
        yield _if_such(name, rest)


_TESTS = re.compile(
    r"if|(?:is|isnt|eq|neq?|not|and|or|gte?|lte?|compare|contains|equals?|has|hasAny)\Z",
    re.IGNORECASE,
)


def _braces(words: str) -> Iterator[Turn]:
    """Read Handlebars and Mustache, whose sections may have any name."""
    content = words.strip("{}").strip(_TRIMS)
    sign = content[:1]
    name, rest = _named(content[1:].lstrip("*> ") if sign in ("#", "/", "^") else content)
    if sign == "#":
        wraps = content[1:2] in ("*", ">") or name in ("each", "with")
        if wraps or (rest and not _TESTS.match(name) and name != "unless"):
            yield _loop(name, rest)
        else:
            yield {"if": _if, "unless": _unless}.get(name, _if_such)(name, rest)
    elif sign == "^" and name:
        yield _unless(name, name)
    elif sign == "^":
        yield otherwise(Kind.IF, Kind.LOOP)
    elif sign == "/":
        yield closes(name)
    elif name in ("else", "elseif"):
        yield _SHARED[name](name, rest)


_ANGLES = _SHARED | {
    "elseIf": _arm,
    "list": _loop,
    "attempt": _loop,
    "recover": _empty,
    "on": _value,
}


def _angles(words: str) -> Iterator[Turn]:
    """Read FreeMarker."""
    name, rest = _named(words.strip("<>/# \t\r\n"))
    if words.startswith("</"):
        yield closes(name)
    elif name in _ANGLES:
        yield _ANGLES[name](name, rest)


_STARS: dict[str, Meaning] = {
    "IF": _if,
    "IFNOT": lambda _name, rest: _unless("IF", rest),
    "ELSEIF": _arm,
    "ELSE": _else,
    "INTERESTED": _if_such,
    "END": lambda _name, rest: closes(rest),
}


def _stars(words: str) -> Iterator[Turn]:
    """Read Mailchimp."""
    name, _, rest = words[2:-2].strip().partition(":")
    if name in _STARS:
        yield _STARS[name](name, rest)


_BLADE = _SHARED | {
    **dict.fromkeys(("foreach", "forelse", "while"), _loop),
    **dict.fromkeys(
        (
            "isset empty hasSection sectionMissing auth guest can cannot canany env production "
            "error"
        ).split(),
        _if_such,
    ),
}


def _blade(words: str) -> Iterator[Turn]:
    name, rest = _named(words[1:])
    inside = rest.removeprefix("(").removesuffix(")")
    if name == "empty" and not rest:
        yield _empty(name, rest)
    elif name in _BLADE:
        yield _BLADE[name](name, inside)
    elif name.startswith("end"):
        yield closes(name[3:])


_TRIMMED = ("-", "_", "=")  # what may stand beside the marks of a program


def _program(words: str) -> Iterator[Turn]:
    """Read ERB, EJS and EEx."""
    code = words[2:-2]
    yield from of_program(code[code[:1] in _TRIMMED : len(code) - (code[-1:] in _TRIMMED)])


def _php(words: str) -> Iterator[Turn]:
    code = words.removeprefix("<?").removeprefix("=").removeprefix("php").removesuffix("?>")
    yield from of_php(code)


_READERS: dict[str, Callable[[str], Iterator[Turn]]] = {
    "{%": _percent,
    "{{": _braces,
    "<%": _program,
    "<?": _php,
    "<#": _angles,
    "</#": _angles,
    "*|": _stars,
    "@": _blade,
}
