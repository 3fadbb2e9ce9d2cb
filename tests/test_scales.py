from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.engine import Engine, Job, Ruleset, prepare
from tonecheck.errors import RuleError
from tonecheck.finding import Report
from tonecheck.formats import Format, read
from tonecheck.library import Library, rule_files
from tonecheck.library.compiled import freeze, thaw
from tonecheck.library.compiling import compile_files
from tonecheck.patterns import Scale
from tonecheck.patterns.scales import END, START, terms
from tonecheck.text import Source

Make = Callable[..., Library]

WORDS = st.sampled_from("the cheese is blue , again ! 12 don't you? naïve — “so” x.y".split(" "))
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)
WEIGHTS = st.dictionaries(
    st.one_of(WORDS, st.tuples(WORDS, WORDS).map(" ".join), st.sampled_from([START, END, "#"])),
    st.integers(-300, 300),
)
FILE = """\
summary: What smells
source: the shop round the corner
weights: |
  -50 ^
  +80 blue
  +90 blue cheese
  -200 brie
"""
SMELLS = {"check": {"kind": "weighed", "weights": "smells", "at-least": 100}}


@settings(max_examples=500, deadline=None)
@given(TEXTS, WEIGHTS)
def test_a_sentence_weighs_what_its_terms_weigh_each_counted_once(
    text: str, weights: dict[str, int]
) -> None:
    scale = Scale.of(weights)
    assert scale.weigh(text) == sum(weights.get(term, 0) for term in terms(text))
    heaviest = scale.heaviest(text)
    assert 0 <= heaviest.start <= heaviest.end <= len(text)


@settings(max_examples=500, deadline=None)
@given(st.lists(TEXTS, max_size=4), WEIGHTS)
def test_texts_weighed_as_one_weigh_what_all_their_terms_weigh(
    texts: list[str], weights: dict[str, int]
) -> None:
    together = set().union(*map(terms, texts))
    assert Scale.of(weights).weigh(*texts) == sum(weights.get(term, 0) for term in together)


@settings(max_examples=500, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=8), st.integers(0, 8))
def test_the_heaviest_stretch_is_where_the_heavy_word_stands(words: list[str], at: int) -> None:
    words.insert(at, "heavy")
    text = " ".join(words)
    assert Scale.of({"heavy": 10}).heaviest(text).of(text) == "heavy"


@settings(max_examples=500, deadline=None)
@given(WEIGHTS)
def test_a_scale_keeps_its_weights(weights: dict[str, int]) -> None:
    assert Scale.of(weights).weights == {term: w for term, w in weights.items() if w}


def test_pairs_are_neighbours_and_numbers_are_alike() -> None:
    assert terms("no 12, no 5") >= {"^ no", "no #", "# ,", ", no", "# $"}
    assert Scale.of({"blue cheese": 7}).weigh("blue is the cheese") == 0
    assert Scale.of({"blue cheese": 7}).heaviest("a blue cheese").start == 2


@pytest.fixture
def smells(make: Make, folder: Path) -> Library:
    weights(folder, FILE)
    return make(smells=SMELLS)


def weights(folder: Path, text: str) -> None:
    (folder / "weights").mkdir(exist_ok=True)
    (folder / "weights" / "smells.yaml").write_text(text, "utf-8")


def judge(library: Library, text: str) -> Report:
    (message,) = read(Source("x", text), Format.PLAIN)
    job = Job(prepare(message), Ruleset(tuple(library.rules.values())))
    return Engine(library).judge([job])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have blue cheese today.", ["blue cheese"]),
        ("Blue is the cheese.", []),
        ("We have blue cheese and brie.", []),
        ("Ana said: “We have blue cheese today.”", []),
        ("Brie is fine. The blue cheese is not.", ["blue cheese"]),
        ("> We have blue cheese today.", []),
    ],
)
def test_heavy_sentences_of_our_own_are_found(
    smells: Library, text: str, expected: list[str]
) -> None:
    assert [finding.words for finding in judge(smells, text).findings] == expected


def test_short_sentences_tell_too_little(make: Make, folder: Path) -> None:
    weights(folder, FILE)
    library = make(smells={"check": SMELLS["check"] | {"words": 4}})
    assert judge(library, "Some blue cheese.").findings == ()
    assert len(judge(library, "Have some blue cheese.").findings) == 1


def test_rule_that_yields_is_silent_where_another_speaks_of_the_sentence(
    make: Make, folder: Path
) -> None:
    weights(folder, FILE)
    library = make(
        smells=SMELLS | {"yields": True},
        crumbs={"check": {"kind": "match", "phrases": ["crumbs"]}},
        no_thanks={"check": {"kind": "absent", "acts": ["thanks"]}},
    )
    report = judge(library, "The blue cheese is here. Blue cheese leaves crumbs.")
    assert [(f.rule, f.words) for f in report.findings] == [
        ("no-thanks", None),
        ("smells", "blue cheese"),
        ("crumbs", "crumbs"),
    ]


STINKS = """\
summary: Smells
weighs: {weights: smells, at-least: 100}
says: [a, b, c]
does-not: [d, e, f]
"""
ABSENT = {"check": {"kind": "absent", "acts": ["sorrow"]}, "when": {"says": ["stinks"]}}


@pytest.fixture
def stinks(make: Make, folder: Path) -> Library:
    weights(folder, FILE)
    (folder / "acts" / "stinks.yaml").write_text(STINKS, "utf-8")
    return make(unsorry=ABSENT, mourned={"check": {"kind": "said", "act": "stinks"}})


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("We have blue cheese today.", "We have blue cheese today."),
        ("It is cheese. It is blue. The blue cheese is here.", "The blue cheese is here."),
        ("It is blue. Our cheese is fine.", None),
        ("We have blue cheese. Blue is fine.", "We have blue cheese."),
        ("We have blue cheese. Brie is fine.", None),
        ("> We have blue cheese today.", None),
        ("", None),
    ],
)
def test_an_act_is_done_by_all_that_is_said_where_it_weighs_enough(
    stinks: Library, text: str, place: str | None
) -> None:
    report = judge(stinks, text)
    assert ("unsorry" in {finding.rule for finding in report.findings}) is (place is not None)
    said = [finding.words for finding in report.findings if finding.rule == "mourned"]
    assert said == ([] if place is None else [place])


def test_compiled_acts_weigh_as_their_files_do(stinks: Library) -> None:
    again = Library(*thaw(freeze(stinks.rules, stinks.shapes, stinks.acts, stinks.lexicon)))
    assert again.shapes == stinks.shapes
    text = "We have blue cheese today."
    assert judge(again, text) == judge(stinks, text)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("smells,", "smell,", ":2: weighs.weights: no file weights/smell.yaml (did you mean ‘sm"),
        ("100", "100, worst: 1", ":2: weighs.worst: unknown key"),
        (", at-least: 100", "", ":2: weighs.at-least: is required"),
    ],
)
def test_acts_that_cannot_be_weighed_are_refused_with_their_line(
    folder: Path, old: str, new: str, sentence: str
) -> None:
    weights(folder, FILE)
    path = folder / "acts" / "stinks.yaml"
    path.write_text(STINKS.replace(old, new), "utf-8")
    with pytest.raises(RuleError) as refused:
        compile_files(rule_files([folder]))
    assert str(refused.value).startswith(f"{path}{sentence}")


def test_compiled_scales_weigh_as_the_files_do(smells: Library) -> None:
    again = Library(*thaw(freeze(smells.rules, smells.shapes, smells.acts, smells.lexicon)))
    assert again.lexicon.scales["smells"].weights == smells.lexicon.scales["smells"].weights
    text = "We have blue cheese today. We have brie."
    assert judge(again, text) == judge(smells, text)


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ("weights:", "wights:", 3, "wights: unknown key (did you mean ‘weights’?)"),
        ("source: the shop round the corner\n", "", 1, "source: is required"),
        ("+80 blue", "+80", 3, "weights: “+80” is no weight; write a whole number and its word"),
        ("+80 blue", "blue 80", 3, "weights: “blue 80” is no weight"),
        ("+80 blue", "+8.5 blue", 3, "weights: “+8.5 blue” is no weight"),
        ("-200 brie", "-200 blue", 3, "weights: “blue” is weighed twice"),
    ],
)
def test_weights_that_cannot_be_used_are_refused_with_their_line(
    folder: Path, old: str, new: str, line: int, sentence: str
) -> None:
    assert old in FILE
    weights(folder, FILE.replace(old, new, 1))
    with pytest.raises(RuleError) as refused:
        compile_files(rule_files([folder]))
    path = folder / "weights" / "smells.yaml"
    assert str(refused.value).startswith(f"{path}:{line}: {sentence}")


def test_rule_names_weights_that_are_there(make: Make, folder: Path) -> None:
    weights(folder, FILE)
    with pytest.raises(RuleError, match=r"no file weights/smell\.yaml \(did you mean ‘smells’\?\)"):
        make(smells={"check": {"kind": "weighed", "weights": "smell", "at-least": 1}})
