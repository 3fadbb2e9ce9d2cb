"""How well the acts are recognised: precision, recall and F1 of each on labelled sentences.

    python tests/bench/acts.py [--slips ACT]

The sentences stand in tests/bench/acts/*.yaml with all acts that each does, whole messages of
customers in its folder `customer`. `arguable` acts count neither way. Acts are improved from the
half marked `tune` alone: `--slips` prints that half's false alarms and misses, and nothing prints
those of the half marked `held`.
"""

# ruff: noqa: T201

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from tonecheck.engine import Engine, prepare
from tonecheck.engine.demand import settle
from tonecheck.engine.readings import Readings
from tonecheck.formats import Format, read
from tonecheck.library import load
from tonecheck.text import Source

FOLDER = Path(__file__).with_name("acts")
BOUNDS = {
    **dict.fromkeys(["greeting", "thanks", "apology", "sign-off", "question"], 0.95),
    **dict.fromkeys(["promise", "deadline", "refusal", "repair", "invitation", "ownership"], 0.90),
    **dict.fromkeys(["empathy", "explanation", "alternative", "admits-fault"], 0.85),
    **dict.fromkeys(["instruction", "first-person"], 0.85),
}
"""The acts that are measured, and the least F1 of each on all sentences."""

CUSTOMER = FOLDER / "customer"
CUSTOMER_BOUNDS = {
    "complains": 0.85,
    "was-let-down": 0.80,
    "is-upset": 0.80,
    "asks": 0.90,
    "asks-again": 0.85,
    "requests": 0.80,
    "suggests": 0.80,
    "cancels": 0.90,
    "follows-up": 0.85,
    "praises": 0.80,
    "reports-loss": 0.80,
    "reports-danger": 0.80,
    "reports-crime": 0.80,
    "gives-evidence": 0.80,
    "writes-formally": 0.85,
}
"""The acts of customers that are measured, and the least F1 of each on all their messages."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence, or a few lines of a message, with the acts that it does."""

    text: str
    acts: frozenset[str]
    arguable: frozenset[str]
    split: str


@dataclass(frozen=True, slots=True)
class Score:
    """How often an act was found rightly, found wrongly and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + self.missed, 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(2 * self.right + self.wrong + self.missed, 1)


Found = tuple[Labelled, frozenset[str]]
"""A labelled sentence and the acts that were found in it."""


def labelled(folder: Path) -> Iterator[Labelled]:
    for path in sorted(folder.glob("*.yaml")):
        for entry in yaml.safe_load(path.read_text("utf-8")):
            acts, arguable = (frozenset(entry.get(key, ())) for key in ("acts", "arguable"))
            yield Labelled(entry["text"], acts, arguable, entry["split"])


def recognise(engine: Engine, sentences: Iterable[Labelled], acts: Iterable[str]) -> list[Found]:
    """Give each sentence with those of some acts that it does; all are parsed in one go."""
    acts = tuple(acts)
    readings = Readings(engine.library.lexicon, engine.library.shapes)
    read_all = []
    for sentence in sentences:
        (message,) = read(Source("sentence", sentence.text), Format.PLAIN)
        read_all.append((sentence, readings.of(prepare(message))))
    settle([(reading, ()) for _, reading in read_all], engine.library.lexicon, eager=True)
    return [
        (sentence, frozenset(act for act in acts if reading.state(act)))
        for sentence, reading in read_all
    ]


def score(act: str, found: Iterable[Found]) -> Score:
    tally = Counter(
        (act in sentence.acts, act in acts)
        for sentence, acts in found
        if act not in sentence.arguable
    )
    return Score(tally[True, True], tally[False, True], tally[True, False])


def table(found: list[Found], bounds: Mapping[str, float]) -> Iterator[str]:
    halves = {half: [one for one in found if one[0].split == half] for half in ("tune", "held")}
    groups = {**halves, "both": found}
    yield f"{'':14}" + "".join(f"{half:>8}  P    R    F1    n" for half in groups)
    for act, bound in bounds.items():
        columns = []
        for group in groups.values():
            at = score(act, group)
            columns.append(
                f"{'':6}{at.precision:5.2f}{at.recall:5.2f}{at.f1:6.3f}{at.right + at.missed:5}"
            )
        mark = "" if score(act, found).f1 >= bound else f"  below {bound:.2f}"
        yield f"{act:14}" + "".join(columns) + mark


def slips(act: str, found: Iterable[Found]) -> Iterator[str]:
    for sentence, acts in found:
        if sentence.split == "tune" and act not in sentence.arguable:
            if act in acts and act not in sentence.acts:
                yield f"false alarm: {sentence.text!r}"
            if act in sentence.acts and act not in acts:
                yield f"missed:      {sentence.text!r}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slips", choices=[*BOUNDS, *CUSTOMER_BOUNDS], metavar="ACT")
    act = parser.parse_args().slips
    engine = Engine(load())
    for folder, bounds in ((FOLDER, BOUNDS), (CUSTOMER, CUSTOMER_BOUNDS)):
        if act is None or act in bounds:
            found = recognise(engine, labelled(folder), bounds)
            print("\n".join(table(found, bounds) if act is None else slips(act, found)))


if __name__ == "__main__":
    main()
