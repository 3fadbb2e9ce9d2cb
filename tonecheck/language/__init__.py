"""What a sentence is, and how its words stand in it."""

from __future__ import annotations

from tonecheck.language.folding import fold, places, straighten, words
from tonecheck.language.model import parse, tokenize, vocabulary
from tonecheck.language.scopes import Scope, scopes
from tonecheck.language.sentences import Sentence, sentences, word_count, word_spans

__all__ = [
    "Scope",
    "Sentence",
    "fold",
    "parse",
    "places",
    "scopes",
    "sentences",
    "straighten",
    "tokenize",
    "vocabulary",
    "word_count",
    "word_spans",
    "words",
]
