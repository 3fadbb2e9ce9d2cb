"""Turns in tags that hold a program: Ruby and Elixir, JavaScript, PHP."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.branches.turns import Kind, Turn, arm, closes, opens, otherwise, value

_BLOCK_OF_BRACES = re.compile(r"\{\s*(?:\|[^|]*\|)?\Z")
_BLOCK = re.compile(r"\bdo\s*(?:\|[^|]*\|)?\Z")
_ENDED = re.compile(r"\bend\Z")
_RUBY = re.compile(
    r"(?P<word>if|unless|case|when|in|elsif|else|end|while|until|for|begin|cond)\b(?P<rest>.*)",
    re.DOTALL,
)
_ASSIGNED = re.compile(r"[\w\])]\s*=\s*(?:if|unless|case|begin)\b")
_JS_ELSE = re.compile(r"\}\s*else(?:\b|(?=if\b))\s*")
_JS_IF = re.compile(r"(?:\A|[;}\n])\s*(?=if\s*\()")
_JS_CASE = re.compile(r"(?:\A|[;{\s])(?:case\b|default\s*\Z)")
_PHP = re.compile(r"(?:if|elseif|else\s+if|else|foreach|for|while|switch|case|default)\b")
_PHP_END = re.compile(r"end(if|foreach|for|while|switch)\b")


def of_program(code: str) -> Iterator[Turn]:
    """Give the turns in a tag of ERB, EJS or EEx, without its marks."""
    code = code.strip()
    if code.startswith("}") or _BLOCK_OF_BRACES.search(code) or code.endswith(":"):
        yield from _with_braces(code)
        return
    for statement in re.split(r"[;\n]", code):
        yield from _ruby(statement.strip())


def of_php(code: str) -> Iterator[Turn]:
    """Give the turns in a tag of PHP, without its marks."""
    code = code.strip().rstrip(";").rstrip()
    if code.startswith("}") or code.endswith("{"):
        yield from _with_braces(code)
    elif found := _PHP_END.match(code):
        yield closes(found[1])
    elif code.endswith(":") and (found := _PHP.match(code)):
        word, rest = " ".join(found.group().split()), code[found.end() : -1].strip()
        match word:
            case "if":
                yield opens(Kind.IF, "if", rest)
            case "elseif" | "else if":
                yield arm(rest)
            case "else":
                yield otherwise()
            case "switch":
                yield opens(Kind.CASE, "switch", rest)
            case "case":
                yield value(rest)
            case "default":
                yield otherwise(Kind.CASE)
            case _:
                yield opens(Kind.LOOP, word)


def _ruby(statement: str) -> Iterator[Turn]:
    found = _RUBY.match(statement)
    word = found["word"] if found else ""
    rest = found["rest"].strip() if found else ""
    bare = _BLOCK.sub("", rest).strip().removesuffix("then").rstrip()
    if word == "end":
        yield closes()
    elif word == "else":
        yield otherwise()
    elif word == "elsif":
        yield arm(bare)
    elif word in ("when", "in"):
        yield value(bare)
    elif statement.endswith("->"):
        pattern = statement.removesuffix("->").strip()
        yield otherwise(Kind.CASE) if pattern == "_" else value(pattern)
    elif _ENDED.search(statement):
        return
    elif word in ("if", "unless"):
        yield opens(Kind.IF, word, bare, negated=word == "unless")
    elif word in ("case", "cond"):
        yield opens(Kind.CASE, word, bare or None)
    elif word or _BLOCK.search(statement) or _ASSIGNED.search(statement):
        yield opens(Kind.LOOP, word or "do")


def _with_braces(code: str) -> Iterator[Turn]:
    goes_on = _BLOCK_OF_BRACES.search(code) is not None
    if code.endswith(":"):
        if code.startswith("switch"):
            head, _, code = code.partition("{")
            yield opens(Kind.CASE, "switch", head.removeprefix("switch"))
        yield from _case(code[:-1])
    elif found := _JS_ELSE.match(code):
        yield from _otherwise(code[found.end() :])
    elif code.startswith("switch") and goes_on:
        yield opens(Kind.CASE, "switch", code.removeprefix("switch").rstrip("{ \t\r\n"))
    else:
        if code.startswith("}"):
            yield closes()
        if goes_on:
            asked = [code[found.end() :] for found in _JS_IF.finditer(code)][-1:]
            yield opens(Kind.IF, "if", _tested(asked[0])) if asked else opens(Kind.LOOP, "for")


def _otherwise(rest: str) -> Iterator[Turn]:
    yield arm(_tested(rest)) if rest.startswith("if") else otherwise(Kind.IF)


def _tested(words: str) -> str:
    """Give what stands between `if` and the brace after it."""
    return words.removeprefix("if").rstrip("{ \t\r\n").lstrip()


def _case(code: str) -> Iterator[Turn]:
    last = [code[found.start() :].lstrip("; {\t\r\n") for found in _JS_CASE.finditer(code)][-1:]
    for words in last:
        case = words.startswith("case")
        yield value(words.removeprefix("case").strip()) if case else otherwise(Kind.CASE)
