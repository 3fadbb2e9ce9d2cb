from __future__ import annotations

import base64
import hashlib
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.errors import LanguageError
from tonecheck.language import model, parse, straighten, tokenize, vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc

# SHA-256 as a wheel's RECORD writes it, of the data files of en_core_web_sm 3.8.0 as its makers
# published it. README.md and meta.json are left out: they name the package.
OFFICIAL = {
    "LICENSE": "OTPBdpebaLxtC8yQLH1sEw8dEn9Hbxe6XNuo2Zz9ABI",
    "LICENSES_SOURCES": "INnfrNIVESJR8VNB7dGkex-Yvzk6IS8Q8ZT_3H7pipA",
    "accuracy.json": "51ctfy88GOmSFHH50LNCT4z38akJrkhPoQt4ChP0xnY",
    "attribute_ruler/patterns": "-Ll_fr75uFNrul8Pwec69hg1Y-luIyW8uwIbjG28ZoM",
    "config.cfg": "ZcVFyi2lvUuHsi1JFzGGBTYLN97m7WsYUWoDb4cxn3k",
    "lemmatizer/lookups/lookups.bin": "62T0DA-DltF2JzDA3fTa0qUtE49aOJ9xoaHQiBc7dzc",
    "ner/cfg": "pxcu2tr7qfRy6awPJmDuwEtkBeRxvp4gJnt5xnKI0i0",
    "ner/model": "zZPpypEmxp8dEKEDnvZ8PZ7BIjtE0HmFZwWXDw8Z_04",
    "ner/moves": "2CsTRz69M-A5YATdIvAMcf48ElF0K_H3xFVPI_07CvQ",
    "parser/cfg": "4qJA7wH5Xlj13UydbpDWH1l7jZmJZlcNMAndgeiHl4A",
    "parser/model": "4AmJEFNahj1DAILs5XRV1foHHNTKOgBU6AWCB2x1Kx4",
    "parser/moves": "7EExjDLrf55NjwULLoRm7meVTS00VcGuxzq_Rsgt1n8",
    "senter/cfg": "Kk20pym2Rp2h-H1xzHzT7SpzNgzIUyaCHoUINsRnEQM",
    "senter/model": "tp5xdKC2MHc5rew8gFOsRf261xccTT2L_NlxPsvAH4w",
    "tagger/cfg": "1ITD2TkfN7-ccnqi60xHeiTLEDAg-V5S3DeEKBi1ARg",
    "tagger/model": "HsPZPzjOvhcvK1yJ2EvnKFbOQsjxpk8WmfHZincfNrc",
    "tok2vec/cfg": "-KWibjBW62-wbe6z28z9iK50kAIAyYxwtZZru37J1N4",
    "tok2vec/model": "6E_AbrMZyU0o5GD8M04pISCwHxi6pdyLUMl3RZggoJA",
    "tokenizer": "sBTou6SVixIK8tDBxj6rt8ADefK6yvEN98UyXv0upGc",
    "vocab/key2row": "dr6LUo0Adfeq6Y1vpXptPIOuSAqEaeZo17CvlomVrHE",
    "vocab/lookups.bin": "_OnIg8VhZfKVc8yTjCocnUF6xhvY9WtnHdX3mW3nBoI",
    "vocab/strings.json": "sZZtHwegW2hXbfB_Q_QCA7ThESStgsyDnoMSrY1_2uc",
    "vocab/vectors": "FHcraD5yZDbVlIrT__K0PQNu8uu-NFiq_tYATgWkBwY",
    "vocab/vectors.cfg": "_0NZCRlSyM0W8fBIL1dw-4LRcHNo1cyjxGqlAfVS48U",
}

SENTENCES = [
    "Thank you for your order, Alex    , it left today.",
    "We didn't find \"the blue one\" and we're sorry!",
    "Order Alexxxxxxxxx was shipped on 5.3. at 10:30, see Linkkkkkkkkk",
    "Please open the lid, press Start and send us a photo.",
    "u need to attach it pls :) 🙂",
    "Cannot we've gonna e.g. don't (ok)...",
    "You failed to attach the slip.",
]


def data_files() -> Path:
    spec = find_spec(model.MODEL)
    assert spec is not None
    assert spec.origin is not None
    (folder,) = Path(spec.origin).parent.glob(f"{model.MODEL}-*")
    return folder


def tokens(docs: list[Doc]) -> list[list[tuple[str, int]]]:
    return [[(token.text, token.idx) for token in doc] for doc in docs]


def analysis(docs: list[Doc]) -> list[list[tuple[str, str, int]]]:
    return [[(token.tag_, token.dep_, token.head.i) for token in doc] for doc in docs]


def fresh(program: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=True
    )
    return ran.stdout


@pytest.mark.parametrize("name", OFFICIAL)
def test_the_model_is_the_one_its_makers_published(name: str) -> None:
    digest = hashlib.sha256((data_files() / name).read_bytes()).digest()
    assert base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == OFFICIAL[name]


def test_the_model_has_no_other_files() -> None:
    folder = data_files()
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found == {*OFFICIAL, "README.md", "meta.json"}


def test_tokens_are_the_same_whether_parsed_or_not() -> None:
    program = (
        "from tonecheck.language import parse, tokenize\n"
        f"sentences = {SENTENCES!r}\n"
        "shape = lambda docs: [[(t.text, t.idx) for t in doc] for doc in docs]\n"
        "before = shape(tokenize(sentences))\n"
        "parsed = shape(parse(sentences))\n"
        "print(before == parsed == shape(tokenize(sentences)))\n"
    )
    assert fresh(program) == "True\n"


def test_parsing_does_not_depend_on_what_was_tokenized_before() -> None:
    program = (
        "import sys\n"
        "from tonecheck.language import parse, tokenize\n"
        f"sentences = {SENTENCES!r}\n"
        "kept = TOKENIZE\n"
        "print([[(t.tag_, t.dep_, t.head.i) for t in doc] for doc in parse(sentences)])\n"
        "assert [doc.text for doc in kept] == sentences[:len(kept)]\n"
    )
    alone = fresh(program.replace("TOKENIZE", "[]"))
    assert fresh(program.replace("TOKENIZE", "tokenize(sentences)")) == alone
    assert alone == f"{analysis(parse(SENTENCES))}\n"


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=80).map(straighten))
def test_tokenizers_agree_on_any_text(text: str) -> None:
    loaded = model._model().tokenizer(text)
    blank = model._blank().tokenizer(text)
    assert tokens([loaded]) == tokens([blank])
    assert tokens(tokenize([text])) == tokens([loaded])


def test_parsing_does_not_depend_on_the_batch() -> None:
    many = SENTENCES * 20
    alone = [analysis(parse([sentence]))[0] for sentence in SENTENCES]
    assert analysis(parse(many)) == alone * 20
    assert analysis(parse(SENTENCES[::-1])) == alone[::-1]


def test_parsing_finds_subjects_and_negation() -> None:
    (doc,) = parse(["You did not attach the slip."])
    assert {(token.text, token.dep_) for token in doc} >= {("You", "nsubj"), ("not", "neg")}


def test_nothing_to_parse_gives_nothing() -> None:
    assert parse([]) == tokenize([]) == []


def test_one_vocabulary_serves_both() -> None:
    from spacy.matcher import Matcher

    matcher = Matcher(vocabulary())
    matcher.add("failure", [[{"LOWER": "you"}, {"LOWER": {"IN": ["failed", "forgot"]}}]])
    for doc in (*tokenize(["So You failed."]), *parse(["So You failed."])):
        assert [(start, end) for _, start, end in matcher(doc)] == [(1, 3)]
        assert doc.vocab is vocabulary()


def test_patterns_made_before_the_model_is_loaded_still_match() -> None:
    program = (
        "from spacy.matcher import Matcher\n"
        "from tonecheck.language import parse, tokenize, vocabulary\n"
        "matcher = Matcher(vocabulary())\n"
        "matcher.add('oddword', [[{'LOWER': 'zyxgfed'}, {'TAG': {'IN': ['VBD', 'VBZ']}}]])\n"
        "tokenize(['The zyxgfed broke.'])\n"
        "(doc,) = parse(['The zyxgfed broke.'])\n"
        "print([(vocabulary().strings[m], s, e) for m, s, e in matcher(doc)])\n"
    )
    assert fresh(program) == "[('oddword', 1, 3)]\n"


def test_importing_the_language_package_does_not_import_spacy() -> None:
    program = "import sys, tonecheck.language; print({'spacy', 'numpy'} & set(sys.modules))"
    assert fresh(program) == "set()\n"


def test_a_missing_model_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "MODEL", "en_no_such_model")
    model._model.cache_clear()
    try:
        with pytest.raises(LanguageError, match=r"en_no_such_model.*pip install") as caught:
            parse(["Hello."])
    finally:
        model._model.cache_clear()
    assert "\n" not in str(caught.value)


def test_a_broken_model_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text('[nlp]\nlang = "en"\npipeline = ["tagger"]\n')
    (tmp_path / "meta.json").write_text("{}")
    monkeypatch.setattr(model, "MODEL", str(tmp_path))
    model._model.cache_clear()
    try:
        with pytest.raises(LanguageError, match="pip install"):
            parse(["Hello."])
    finally:
        model._model.cache_clear()


def test_a_missing_spacy_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(LanguageError, match=r"spaCy cannot be imported.*reinstall") as caught:
        model._blank.__wrapped__()
    assert "\n" not in str(caught.value)
