"""Pages that Markdown would show as they stand: most replies have no markup at all."""

from __future__ import annotations

import re

# A line begins with a letter or a quotation mark ("a) " would be a list item in plain text),
# has no character that could be markup and no space at its end; a variable is as good as a word.
_VARIABLE = r"\{\{ ?[\w.]++ ?\}\}"
_LINE = (
    rf"(?:(?![A-Za-z]\))[^\W\d_]|[“‘\"']|{_VARIABLE})"
    rf"(?:[^\s`*_\[\]<>&\\|~#{{}}]| (?=[^\s])|{_VARIABLE})*+"
)
_PAGE = re.compile(rf"\n*(?:{_LINE}(?:\n+|\Z))++\Z")


def is_unmarked(page: str) -> bool:
    """Tell whether a page surely has no markup; then it can be read as plain text.

    A library for Markdown takes longer to import than such a page takes to be judged.
    """
    return _PAGE.match(page) is not None
