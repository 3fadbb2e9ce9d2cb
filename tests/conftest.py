from __future__ import annotations

import gc
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tonecheck.cache import Cache
from tonecheck.cli import _ALLOCATIONS
from tonecheck.engine import Engine
from tonecheck.library import Library, load, rule_files
from tonecheck.library.compiling import compile_files


def pytest_collection_finish() -> None:
    """Collect garbage as seldom as the program itself does, and never look at what stays."""
    gc.set_threshold(_ALLOCATIONS, 50, 50)
    gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TONECHECK_CACHE_DIR", str(folder))
        yield folder


@pytest.fixture(scope="session")
def library(own_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Give the bundled rules, compiled, and keep what was compiled for whatever else needs it."""
    empty = tmp_path_factory.mktemp("compiled")
    compiled = load(cache=Cache(empty))
    shutil.copytree(empty, own_cache, dirs_exist_ok=True)
    return compiled


@pytest.fixture(scope="session")
def engine(library: Library) -> Engine:
    return Engine(library)


Make = Callable[..., Library]

ACTS = {
    "thanks": {"phrases": ["thank you", "thanks"], "never": ["thanks for nothing"]},
    "sorrow": {"phrases": ["(we are|i am) … sorry", "we apologise"]},
    "pledge": {"phrases": ["we will (call|write|send)"]},
    "deadline": {"phrases": ["by <day>", "today"]},
    "grumbles": {"phrases": ["is broken", "never arrived"]},
}


def rule_file(**fields: object) -> str:
    """Give the text of a rule file that is right, but for the fields that are given."""
    rule: dict[str, object] = {
        "summary": "s",
        "severity": "warning",
        "check": {"kind": "match", "phrases": ["blue cheese"]},
        "text": "Leave it out.",
        "examples": [{"bad": "a"}] * 3 + [{"good": "a"}] * 3,
    }
    given = {key.rstrip("_").replace("_", "-"): value for key, value in fields.items()}
    return json.dumps({k: v for k, v in (rule | given).items() if v is not None})


def act_file(**fields: object) -> str:
    """Give the text of an act file that is right, but for the fields that are given."""
    act: dict[str, object] = {
        "summary": "s",
        "any": [{"phrases": ["hear hear"]}],
        "says": ["a"] * 3,
        "does-not": ["a"] * 3,
    }
    return json.dumps({k: v for k, v in (act | fields).items() if v is not None})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder of rules with a few acts and no rules yet."""
    acts = tmp_path / "rules" / "acts"
    acts.mkdir(parents=True)
    for name, patterns in ACTS.items():
        (acts / f"{name}.yaml").write_text(act_file(any=[patterns]), "utf-8")
    return tmp_path / "rules"


@pytest.fixture
def make(folder: Path) -> Make:
    """Give a function that makes a library of rules: their fields by name."""

    def of(**rules: dict[str, object]) -> Library:
        for name, fields in rules.items():
            place = folder / "made" / f"{name.replace('_', '-')}.yaml"
            place.parent.mkdir(exist_ok=True)
            place.write_text(rule_file(**fields), "utf-8")
        return Library(*compile_files(rule_files([folder])))

    return of


@pytest.fixture(scope="session")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Give the bundled rules and some whose patterns need tokens and parses."""
    folder = tmp_path_factory.mktemp("grammar")
    (folder / "acts").mkdir()
    patterns: dict[str, dict[str, Any]] = {
        "quibbles": {"tokens": [[{"LOWER": "you"}, {"LEMMA": "quibble"}]]},
        "moulders": {
            "syntax": [
                [
                    {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"LEMMA": "moulder"}},
                    {
                        "LEFT_ID": "verb",
                        "REL_OP": ">",
                        "RIGHT_ID": "who",
                        "RIGHT_ATTRS": {"DEP": "nsubj"},
                    },
                ]
            ]
        },
        "attaches": {"tokens": [[{"TAG": "TO"}, {"LEMMA": "attach"}]]},
        "regrets": {"tokens": [[{"LEMMA": "regret"}]]},
    }
    for name, written in patterns.items():
        (folder / "acts" / f"{name}.yaml").write_text(act_file(any=[written]))
    rules: dict[str, dict[str, Any]] = {
        "says-quibbles": {"check": {"kind": "said", "act": "quibbles", "lacking": ["moulders"]}},
        "no-moulders": {
            "check": {"kind": "absent", "acts": ["moulders", "regrets"]},
            "when": {"says": ["quibbles"], "lacks": ["attaches"]},
        },
        "counts-attaches": {"check": {"kind": "count", "of": "attaches", "max": 0}},
        "moulders-then": {
            "check": {"kind": "sequence", "first": "moulders", "then": patterns["regrets"]}
        },
        "match-near": {
            "check": {
                "kind": "match",
                "tokens": [[{"TAG": {"IN": ["NN", "NNS"]}}, {"LOWER": "label"}]],
                "phrases": ["calm down"],
                "near": ["regrets", "quibbles"],
                "lacking": ["attaches"],
                "within": 1,
            }
        },
        "customer-thanks": {
            "check": {"kind": "match", "phrases": ["you"]},
            "when": {"any": [{"customer": ["thanks"]}, {"says": ["moulders"]}]},
        },
    }
    for name, fields in rules.items():
        (folder / f"{name}.yaml").write_text(rule_file(**fields))
    return load([folder])
