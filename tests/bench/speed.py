"""How fast tonecheck is next to proselint, in ratios within one run on one machine.

    python tests/bench/speed.py [--repeats 7]

Prints figures and asserts nothing. Texts come from a seeded generator.
"""

# ruff: noqa: S311, T201

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

SEED = 20_260_504
BIN = Path(sys.executable).parent
OPENINGS = ["Hello Ms {name},", "Hi {name},", "Dear Mr {name},"]
NAMES = "Okafor Lindqvist Haddad Reyes Novak Silva Tanaka Moreau Kowalska Adeyemi".split()
THANKS = [
    "Thank you for writing to us about the {thing}.",
    "Thanks for the photos of the {thing}.",
    "I am sorry that the {thing} arrived {state}.",
]
MIDDLE = [
    "I have looked at order {number} and found the {thing} in our {place}.",
    "The courier scanned the parcel on {day}, and it left our {place} the same evening.",
    "I sent you a new {thing} this morning, and it will be with you by {day}.",
    "We have paid {amount} euros back to the account that you used.",
    "The {thing} is {state}, so please keep the box until {day}.",
    "Our {place} is open on {day}, and my colleague {name} knows about the {thing}.",
    "You can wash the {thing} at forty degrees, and the colour will last.",
    "The label for the way back is free, and the {place} takes the parcel until {day}.",
    "I checked the meter again: {number} is the figure on your bill of {day}.",
    "Since the {thing} was {state}, I asked the {place} to wrap the next one twice.",
]
FAULTS = [
    "You failed to attach the receipt for the {thing}.",
    "Your call is important to us.",
    "You should have checked the {thing} at the door.",
    "As I already told you, the {thing} is not our problem.",
]
NEEDS_GRAMMAR = "Forthwith send the {thing} to our {place}."
CLOSING = "If anything is unclear, just reply to this message.\n\nKind regards,\nTomas"
FILL = {
    "thing": "kettle jacket lamp voucher bicycle blanket teapot charger suitcase mirror".split(),
    "state": "cracked late wet scratched incomplete bent".split(),
    "place": "warehouse shop workshop depot office".split(),
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday".split(),
}
GRAMMAR_RULE = """\
summary: An order in a stiff word
why: It is there to make the language model load.
severity: info
check:
  kind: match
  tokens:
    - [{LOWER: forthwith}, {TAG: {IN: [VB, VBP, NN, JJ]}}]
text: "Stiff."
examples:
  - bad: "Forthwith send the lamp."
  - bad: "Forthwith send the jacket."
  - bad: "Forthwith send the mirror."
  - good: "Please send the lamp."
  - good: "Please send the jacket."
  - good: "Please send the mirror."
"""


def filled(dice: random.Random, sentence: str) -> str:
    values = {key: dice.choice(words) for key, words in FILL.items()}
    return sentence.format(
        name=dice.choice(NAMES),
        number=dice.randrange(10_000, 99_999),
        amount=dice.randrange(5, 200),
        **values,
    )


def reply(dice: random.Random, *, fault: bool, words: int = 120) -> str:
    """Give a reply of about so many words."""
    sentences = [filled(dice, dice.choice(THANKS))]
    if fault:
        sentences.append(filled(dice, dice.choice(FAULTS)))
    while sum(len(sentence.split()) for sentence in sentences) < words - 20:
        sentences.append(filled(dice, dice.choice(MIDDLE)))
    cut = len(sentences) // 2
    body = " ".join(sentences[:cut]) + "\n\n" + " ".join(sentences[cut:])
    return f"{filled(dice, dice.choice(OPENINGS))}\n\n{body}\n\n{CLOSING}\n"


def wall(command: Sequence[str | Path], cwd: Path, repeats: int) -> float:
    """Give the median wall time of a command in seconds; one run before warms every cache."""
    times = []
    for _ in range(repeats + 1):
        start = time.perf_counter()
        subprocess.run(command, cwd=cwd, stdout=subprocess.DEVNULL, check=False)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def peak(command: Sequence[str | Path], cwd: Path) -> float:
    """Give the peak resident memory of a command in megabytes."""
    child = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(child.pid, 0)
    child.returncode = 0
    per_megabyte = 1024 * 1024 if sys.platform == "darwin" else 1024
    return usage.ru_maxrss / per_megabyte


def row(what: str, ours: float, theirs: float, unit: str, target: float) -> None:
    verdict = "ok" if ours <= target * theirs else "MISSED"
    print(
        f"{what:44} {ours:8.3f} {unit:3} {theirs:8.3f} {unit:3} "
        f"{ours / theirs:6.2f}x  (target {target:g}x) {verdict}"
    )


def prepare(folder: Path) -> list[str]:
    dice = random.Random(SEED)
    (folder / "one.md").write_text(reply(dice, fault=False), "utf-8")
    stiff = reply(dice, fault=False).replace(CLOSING, f"{filled(dice, NEEDS_GRAMMAR)} {CLOSING}")
    (folder / "stiff.md").write_text(stiff, "utf-8")
    (folder / "house").mkdir()
    (folder / "house" / "stiff-order.yaml").write_text(GRAMMAR_RULE, "utf-8")
    (folder / "many").mkdir()
    names = [f"many/{number:03}.md" for number in range(500)]
    for number, name in enumerate(names):
        (folder / name).write_text(reply(dice, fault=number % 5 == 0), "utf-8")
    for times in (1, 2, 4):
        paragraphs = [reply(dice, fault=n % 5 == 0) for n in range(100 * times)]
        (folder / f"long-{times}.txt").write_text("\n".join(paragraphs), "utf-8")
    return names


def measure(folder: Path, repeats: int) -> None:
    names = prepare(folder)
    few = max(repeats // 2, 2)
    ours: list[str | Path] = [BIN / "tonecheck", "check", "--jobs", "1"]
    grammar = [*ours, "--config", "rule-paths=['house']"]
    theirs: list[str | Path] = [BIN / "proselint", "check"]
    python: list[str | Path] = [sys.executable, "-c"]
    print(f"{'':44} {'tonecheck':>12} {'the other':>12}")
    other = wall([*theirs, "one.md"], folder, repeats)
    row(
        "one reply, cold, against proselint",
        wall([*ours, "one.md"], folder, repeats),
        other,
        "s",
        2,
    )
    spacy = wall([*python, "import spacy"], folder, few)
    row("one that needs grammar, against import spacy",
        wall([*grammar, "stiff.md"], folder, few), spacy, "s", 1.8)  # fmt: skip
    other = wall([*theirs, *names], folder, few)
    row("500 replies, against proselint", wall([*ours, *names], folder, few), other, "s", 3)
    print(f"{'500 replies with --jobs 2':44} "
          f"{wall([*ours, '--jobs', '2', *names], folder, 2):8.3f} s")  # fmt: skip
    row("500 replies, peak memory, against 350 MB", peak([*ours, *names], folder), 350, "MB", 1)
    row("with grammar, peak memory, against 350 MB",
        peak([*grammar, "stiff.md", *names], folder), 350, "MB", 1)  # fmt: skip
    print("\none long text, s per run less start-up:")
    start = wall([*ours, "one.md"], folder, few)
    times = {size: wall([*ours, f"long-{size}.txt"], folder, 2) - start for size in (1, 2, 4)}
    for size, taken in times.items():
        print(f"{size}x: {taken:8.3f} s = {taken / times[1] / size:5.2f} of linear")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=7)
    repeats = parser.parse_args().repeats
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["TONECHECK_CACHE_DIR"] = str(folder / "cache")
        # An installed tool's modules are compiled, and the others' here are.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        measure(folder, repeats)


if __name__ == "__main__":
    main()
