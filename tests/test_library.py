from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.cache import Cache
from tonecheck.engine import Engine, Job, Ruleset, prepare
from tonecheck.errors import RuleError
from tonecheck.finding import Report
from tonecheck.formats import Format, read
from tonecheck.library import Library, bundled, load, rule_files
from tonecheck.library.compiled import freeze, thaw
from tonecheck.library.compiling import compile_files, read_files, verb_forms
from tonecheck.message import Channel, Kind
from tonecheck.text import Source

law = settings(max_examples=500, deadline=None)
# A failing law shows its library, which is long; that must not hide what failed.
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

Make = Callable[..., Library]

RULE = """\
summary: Praises blue cheese
severity: warning
check:
  kind: match
  phrases: [blue cheese]
text: "“{match}” smells."
examples:
  - bad: Some blue cheese.
  - bad: More blue cheese.
  - bad: Blue cheese!
  - good: Some brie.
  - good: More brie.
  - good: Brie!
"""
ACT = """\
summary: Says hear hear
any:
  - phrases: [hear hear]
says: [Hear hear!, Oh hear hear., Hear hear to that.]
does-not: [I hear you., Hear me., Here here.]
"""

# Nine times nine times nine …: a few lines that stand for more values than memory holds.
ALIASES = "field-0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"field-{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 10)
)


def compile_one(folder: Path, text: str | bytes, name: str = "own/cheese.yaml") -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    compile_files(rule_files([folder]))


def test_files_of_these_tests_are_right(folder: Path) -> None:
    compile_one(folder, RULE)
    compile_one(folder, ACT, "acts/hears.yaml")


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        # unknown keys
        ("summary", "sumary", 1, "sumary: unknown key (did you mean ‘summary’?)"),
        ("phrases", "phrasse", 5, "check.phrasse: unknown key (did you mean ‘phrases’?)"),
        ("- good: Brie!", "- goood: Brie!", 13, "unknown key (did you mean ‘good’?)"),
        (
            "text: ",
            "when: {sayz: [thanks]}\ntext: ",
            6,
            "when.sayz: unknown key (did you mean ‘says’?)",
        ),
        ("text: ", "when: {any: [{lack: [thanks]}]}\ntext: ", 6, "did you mean ‘lacks’"),
        ("text: ", "fix: {remplace: x}\ntext: ", 6, "did you mean ‘replace’"),
        ("text: ", "name: cheese\ntext: ", 6, "name: unknown key; a rule's name is its file's"),
        ("text: ", "category: own\ntext: ", 6, "category: unknown key"),
        # names that stand for nothing
        ("text: ", "when: {says: [thank]}\ntext: ", 6, "when.says.0: no act ‘thank’ (did you"),
        ("text: ", "when: {customer: [grumble]}\ntext: ", 6, "did you mean ‘grumbles’"),
        ("phrases: [blue", "near: [sorow]\n  phrases: [blue", 5, "did you mean ‘sorrow’"),
        ("text: ", "supersedes: [chese]\ntext: ", 6, "no rule ‘chese’ (did you mean ‘cheese’?)"),
        ("text: ", "supersedes: [cheese]\ntext: ", 6, "each other’s findings"),
        ("text: ", "aliases: [cheese]\ntext: ", 6, "is the name of a rule"),
        ("kind: match", "kind: mtach", 4, "no kind of check ‘mtach’ (did you mean ‘match’?)"),
        ("kind: match", "kind: [match]", 4, "no kind of check ‘['match']’"),
        ("kind: match", f"kind: {'m' * 200}", 4, f"no kind of check ‘{'m' * 79}…’; there are abs"),
        ("phrases: [blue", "unless: [quotd]\n  phrases: [blue", 5, "did you mean ‘quoted’"),
        ("text: ", "in: [boddy]\ntext: ", 6, "in.0: input should be 'subject', 'greeting'"),
        ("severity: warning", "severity: loud", 2, "severity: input should be 'info', 'warning'"),
        ("severity: warning", "severity: {emial: info}", 2, "severity.emial: input should be 'em"),
        ("severity: warning", "severity: {email: loud}", 2, "severity.email: input should be 'in"),
        ("text: ", "options: {max-words: most}\ntext: ", 6, "the check has no figure ‘most’"),
        ("text: ", "language: de\ntext: ", 6, "language: input should be 'en' or 'any'"),
        ("text: ", "status: beta\ntext: ", 6, "status: input should be 'stable' or 'preview'"),
        # texts with fields
        ("{match}", "{mach}", 6, "text: no field {mach}; this check gives {match}"),
        ("{match}", "{}", 6, "text: no field {}; this check gives {match}"),
        ("{match}", "{match", 6, "text: unbalanced braces"),
        ("{match}", "{match!r}", 6, "without : or !"),
        ("{match}", "{match:{evil}}", 6, "without : or !"),
        ("{match}", "{match.__class__}", 6, "no field {match.__class__}"),
        ("text: ", 'suggest: [a, "{mach}"]\ntext: ', 6, "suggest.1: no field {mach}"),
        ("text: ", 'fix: {replace: "{mach}"}\ntext: ', 6, "fix.replace: no field {mach}"),
        # patterns
        ("blue cheese]", '"(a|b)?"]', 5, "check.phrases.0: “(a|b)?”: no word that must be there"),
        ("blue cheese]", '"a", "b <wrod>"]', 5, "check.phrases.1: “b <wrod>”: no class <wrod>"),
        ("phrases: [blue cheese]", 'regex: ["(a+)+!"]', 5, "check.regex.0: “(a+)+!”: an unbounded"),
        ("phrases: [blue cheese]", 'regex: ["("]', 5, "not a regex"),
        ("phrases: [blue cheese]", 'regex: ["[a-z]+"]', 5, "nothing that must be there"),
        ("phrases: [blue cheese]", "tokens: [[{POS: VERB}]]", 5, "check.tokens.0: a tokens patt"),
        ("phrases: [blue cheese]", "syntax: [[{RIGHT_ID: a}]]", 5, "RIGHT_ATTRS is missing"),
        (
            "phrases: [blue cheese]",
            "tokens:\n  - - LOWER: brie\n  - - POS: VERB",
            7,
            "check.tokens.1: a tokens pattern: POS matches nothing",
        ),
        ("phrases: [blue cheese]", 'regex: ["[[a]--b]!"]', 5, "Possible nested set at position 1"),
        ("blue cheese]", f"{'(' * 1000}blue{')' * 1000}]", 5, "nested more than 20 deep"),
        ("phrases: [blue cheese]", "phrases: []", 3, "no phrases, tokens, syntax or regex"),
        ("phrases: [blue cheese]", "never: [blue]", 3, "no phrases, tokens, syntax or regex"),
        ("phrases: [blue", "never: [a … ]\n  phrases: [blue", 5, "cannot stand at an end"),
        ("blue cheese]", f"a, {'very ' * 121}blue]", 5, "check.phrases.1: “very very very"),
        ("blue cheese]", f"{'very ' * 121}blue]", 5, "longer than a sentence ever is (600 char"),
        # shapes
        ("summary: Praises blue cheese", "summary: [a, b]", 1, "summary: input should be a valid"),
        ("phrases: [blue cheese]", "phrases: blue cheese", 5, "check.phrases: input should be"),
        ("text: ", "in: body\ntext: ", 6, "in: input should be a valid tuple"),
        ("text: ", "default: perhaps\ntext: ", 6, "default: input should be a valid boolean"),
        ("text: ", "when: {words: many}\ntext: ", 6, "when.words: not a comparison: ‘many’"),
        ("severity: warning\n", "", 1, "severity: is required"),
        ('text: "“{match}” smells."\n', "", 1, "text: is required"),
        ("  kind: match\n", "", 3, "check: needs a kind: one of absent, asks-for-known"),
        ("text: ", "summary: Again\ntext: ", 6, "summary: named twice"),
        ("phrases: [blue", "kind: said\n  phrases: [blue", 5, "kind: named twice"),
        ("text: ", "? [a, b]\n: c\ntext: ", 6, "a field's name is one word"),
        ("blue cheese]", "blue cheese", 6, "not YAML"),
        ("summary: ", "summary: \t- @", 1, "not YAML"),
        # examples
        ("  - bad: Blue cheese!\n", "", 7, "examples: at least 3 bad ones are needed"),
        ("  - good: Brie!\n", "", 7, "examples: at least 3 good ones are needed"),
        (
            "- good: Brie!",
            "- good: Brie!\n  - channel: chat",
            14,
            "examples.6: needs `bad`, `good`",
        ),
        ("Some blue cheese.", "Some «blue cheese.", 8, "examples.0: a « without its »"),
        ("- good: Brie!", "- good: Brie!\n    channel: fax", 14, "examples.5.channel: input sho"),
    ],
)
def test_rule_file_that_cannot_be_used_is_refused_with_its_line(
    folder: Path, old: str, new: str, line: int, sentence: str
) -> None:
    assert RULE.count(old) >= 1
    with pytest.raises(RuleError) as refused:
        compile_one(folder, RULE.replace(old, new, 1))
    said = str(refused.value)
    assert said.startswith(f"{folder / 'own' / 'cheese.yaml'}:{line}: ")
    assert sentence in said
    assert "\n" not in said


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ("summary", "sumary", 1, "sumary: unknown key (did you mean ‘summary’?)"),
        ("phrases", "phrase", 3, "any.0.phrase: unknown key (did you mean ‘phrases’?)"),
        ("any:\n  - phrases: [hear hear]\n", "", 1, "any: an act needs patterns"),
        ("hear hear]", '"(a)?"]', 3, "any.0.phrases.0: “(a)?”: no word"),
        (
            "  - phrases",
            "  - syntax:\n    - [{RIGHT_ID: a}]\n  - phrases",
            4,
            "any.0.syntax.0: a sy",
        ),
        ("  - phrases", "  - {}\n  - phrases", 2, "no phrases, tokens, syntax or regex"),
        (", Hear hear to that.]", "]", 4, "says: at least 3 examples are needed"),
        (", Here here.]", "]", 5, "does-not: at least 3 examples are needed"),
        ("says:", "layout: header\nsays:", 4, "layout: input should be 'subject', 'greeting'"),
        ("summary: Says hear hear\n", "", 1, "summary: is required"),
    ],
)
def test_act_file_that_cannot_be_used_is_refused_with_its_line(
    folder: Path, old: str, new: str, line: int, sentence: str
) -> None:
    assert ACT.count(old) >= 1
    with pytest.raises(RuleError) as refused:
        compile_one(folder, ACT.replace(old, new, 1), "acts/hears.yaml")
    assert str(refused.value).startswith(f"{folder / 'acts' / 'hears.yaml'}:{line}: ")
    assert sentence in str(refused.value)


WORDS = """\
summary: Cheeses
source: the shop round the corner
words:
  - brie
  - blue cheese
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ("words:", "wrds:", 3, "wrds: unknown key (did you mean ‘words’?)"),
        ("summary: Cheeses\n", "", 1, "summary: is required"),
        ("  - brie\n  - blue cheese", "  []", 3, "words: a list has words"),
        ("- brie", "- (brie", 4, "words.0: “(brie” cannot be used: a “(” without its “)”"),
        ("- brie", "- brie$", 4, "words.0: “brie$” may stand anywhere in a phrase"),
        ("- brie", "- <word>", 4, "words.0: “<word>” cannot be used: no word that must be there"),
        ("- brie", "- <milk>", 4, "words.0: “<milk>” cannot be used: no class <milk>"),
        ("- brie", "- blue cheese", 5, "words.1: “blue cheese” is named twice"),
    ],
)
def test_word_list_that_cannot_be_used_is_refused_with_its_line(
    folder: Path, old: str, new: str, line: int, sentence: str
) -> None:
    assert old in WORDS
    with pytest.raises(RuleError) as refused:
        compile_one(folder, WORDS.replace(old, new, 1), "words/cheese.yaml")
    assert str(refused.value).startswith(f"{folder / 'words' / 'cheese.yaml'}:{line}: {sentence}")


def test_word_list_bears_no_name_of_a_class(folder: Path) -> None:
    with pytest.raises(RuleError, match="<month> is a class of the phrase language"):
        compile_one(folder, WORDS, "words/month.yaml")


def test_phrases_of_rules_and_acts_name_word_lists(folder: Path) -> None:
    compile_one(folder, WORDS, "words/cheese.yaml")
    compile_one(folder, ACT.replace("hear hear]", "hear <cheese>]"), "acts/hears.yaml")
    compile_one(folder, RULE.replace("blue cheese]", "no <cheese>]"), "own/praise.yaml")
    with pytest.raises(RuleError, match=re.escape("praise.yaml:5: check.phrases.0: “no <chese>”")):
        compile_one(folder, RULE.replace("blue cheese]", "no <chese>]"), "own/praise.yaml")


def test_rule_may_bear_the_name_of_a_word_list(folder: Path) -> None:
    compile_one(folder, WORDS, "words/cheese.yaml")
    compile_one(folder, RULE)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", ":1: a rule, an act or a word list is a mapping of fields"),
        (b"# nothing\n", ":1: a rule, an act or a word list is a mapping of fields"),
        (b"- a\n- b\n", ":1: a rule, an act or a word list is a mapping of fields"),
        (b"cheese", ":1: a rule, an act or a word list is a mapping of fields"),
        (b"summary: \xff\xfe", ": not UTF-8 text; save it as UTF-8"),
        (b"summary: \x01", ":1: not YAML: a control character (U+0001)"),
        (b"summary: \xc3\xa9\n\nwhy: a\0b", ":3: not YAML: a control character (U+0000)"),
        (b"summary: &a [*a]", ":1: nested too deep, or an alias that holds itself"),
        (b"why: a\nsummary: &a {b: *a}", ":2: nested too deep, or an alias that holds itself"),
        (b"summary: " + b"[" * 100_000, ":1: nested too deep"),
        (b"summary:\n" + b"- " * 100_000, ":2: nested too deep"),
        (ALIASES.encode(), ":6: field-5: more than 100,000 values once aliases (*) stand for"),
        (b"summary: a\n---\nsummary: b\n", ":2: not YAML"),
    ],
)
def test_file_that_is_no_mapping_is_refused(folder: Path, content: bytes, sentence: str) -> None:
    with pytest.raises(RuleError, match=re.escape(f"cheese.yaml{sentence}")):
        compile_one(folder, content)


@pytest.mark.parametrize(
    "name", ["Cheese", "blue_cheese", "blue cheese", "-cheese", "2cheese", "é"]
)
def test_name_that_is_not_kebab_case_is_refused(folder: Path, name: str) -> None:
    with pytest.raises(RuleError, match="must be kebab-case"):
        compile_one(folder, RULE, f"own/{name}.yaml")


def test_two_files_of_one_name_are_refused(folder: Path) -> None:
    compile_one(folder, RULE, "other/cheese.yaml")
    with pytest.raises(RuleError, match=r"the name ‘cheese’ is taken by .*other"):
        compile_one(folder, RULE, "own/cheese.yaml")


@pytest.mark.parametrize("name", ["own/thanks.yaml", "own/own.yaml", "own/sorrow.yml"])
def test_rule_bears_no_name_of_an_act_or_a_category(folder: Path, name: str) -> None:
    with pytest.raises(RuleError, match="never bears the name of an act or a category"):
        compile_one(folder, RULE, name)


def test_rules_that_drop_each_other_are_refused(folder: Path) -> None:
    compile_one(folder, RULE)
    compile_one(folder, RULE + "supersedes: [cheese]\n", "own/brie.yaml")
    with pytest.raises(RuleError, match=r"brie and cheese would drop|cheese and brie would drop"):
        compile_one(folder, RULE + "supersedes: [brie]\n")


def test_absent_rule_has_no_words_to_mark(folder: Path) -> None:
    text = RULE.replace(
        "  kind: match\n  phrases: [blue cheese]", "  kind: absent\n  acts: [thanks]"
    )
    text = text.replace("“{match}” smells", "It stinks")
    compile_one(folder, text)
    with pytest.raises(RuleError, match=r"examples\.0: what is absent has no words to mark"):
        compile_one(folder, text.replace("Some blue cheese.", "Some «blue cheese»."))
    with pytest.raises(RuleError, match="this check gives no fields"):
        compile_one(folder, text.replace("It stinks", "{match}"))


def test_long_phrase_of_short_alternatives_is_one_that_can_match(folder: Path) -> None:
    words = "|".join(f"cheese{number}" for number in range(100))
    compile_one(folder, RULE.replace("blue cheese]", f'"blue ({words})"]'))


def test_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such file or folder of rules"):
        load([tmp_path / "none"])


def test_file_named_twice_is_read_once(folder: Path) -> None:
    compile_one(folder, RULE)
    again = folder / ".." / "rules"
    assert rule_files([folder, again, folder / "own" / "cheese.yaml"]) == rule_files([folder])


def test_values_of_files_stay_strings(folder: Path) -> None:
    text = RULE.replace("summary: Praises blue cheese", "summary: no").replace(
        "blue cheese]", "on, yes we do, 12]"
    )
    compile_one(folder, text)
    rules = read_files(rule_files([folder])).rules
    assert rules["cheese"].summary == "no"
    assert rules["cheese"].check.slots()["match"].phrases == ("on", "yes we do", "12")


@pytest.mark.parametrize(
    ("verb", "some"),
    [
        ("fail", {"failed", "failing", "fails"}),
        ("be", {"am", "is", "are", "was", "were", "been", "being"}),
        ("go", {"went", "gone", "goes", "going"}),
        ("tell", {"told", "tells"}),
    ],
)
def test_verb_forms(verb: str, some: set[str]) -> None:
    forms = verb_forms(verb)
    assert forms[0] == verb
    assert some <= set(forms)
    assert list(forms[1:]) == sorted(set(forms[1:]))


def test_resolve_gives_the_rule_of_an_old_name(make: Make) -> None:
    library = make(cheese={"aliases": ["cheddar"]})
    assert library.resolve("cheese") == library.resolve("cheddar") == "cheese"
    assert library.resolve("brie") is None
    assert library.categories() == ("made",)


# The compiled form

FRAGMENTS = (
    "Hi Ana,|Dear customer,|Thank you for your message.|Thanks for nothing.|You failed to pay.|"
    "We are sorry, but no.|As per my last email, calm down.|We will call.|It is broken!!!|"
    "Your call is important to us.|If you failed to read it, “you failed”.|Kind regards,\nBo|"
    "Hi {{ name }},|Card 4111 1111 1111 1111.|You didn’t read it.|> You never pay.|ASAP PLEASE|"
    "We cannot help.|Unfortunately, this is not possible.|Sorry for the inconvenience."
).split("|")
drafts = st.lists(
    st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from([" ", "\n", "\n\n"])), max_size=8
).map(lambda parts: "".join(text + after for text, after in parts))


def judge(library: Library, text: str, kind: Kind = Kind.MESSAGE) -> Report:
    (message,) = read(Source("x", text), Format.PLAIN)
    message = replace(prepare(message), kind=kind, channel=Channel.EMAIL)
    return Engine(library).judge([Job(message, Ruleset(tuple(library.rules.values())))])


def frozen(library: Library) -> bytes:
    return freeze(library.rules, library.shapes, library.acts, library.lexicon)


@pytest.fixture(scope="module")
def thawed(library: Library) -> Library:
    return Library(*thaw(frozen(library)))


@law
@given(drafts, st.sampled_from(Kind))
def test_compiled_form_judges_as_the_files_do(
    library: Library, thawed: Library, text: str, kind: Kind
) -> None:
    assert judge(thawed, text, kind) == judge(library, text, kind)


def every_kind(make: Make) -> Library:
    """Make a library with every field and every kind of check in it."""
    thanks: dict[str, Any] = {"kind": "said", "act": "thanks", "near": ["sorrow"], "within": 2}
    return make(
        one={"check": thanks, "severity": {"email": "error", "chat": "info"}},
        two={"check": {"kind": "absent", "acts": ["thanks"], "at": "end"}, "default": False},
        three={"check": {"kind": "count", "of": "thanks", "max": {"email": 2}}},
        four={"check": {"kind": "count", "of": {"regex": ["!"]}, "max": 2, "per": "sentence"}},
        five={"check": {"kind": "metric", "of": "ari", "max": 9}, "options": {"most": "max"}},
        six={"check": {"kind": "placeholder", "state": "malformed"}, "status": "preview"},
        seven={"check": {"kind": "card-number"}, "in": ["body", "history", "code"]},
        eight={
            "check": {"kind": "sequence", "first": "sorrow", "then": {"phrases": ["but"]}},
            "fix": {"delete": "match", "safe": True},
            "suggest": ["a", "b"],
            "aliases": ["ocho"],
            "supersedes": ["one"],
            "when": {
                "kind": ["message"],
                "first-reply": True,
                "says": ["thanks"],
                "any": [{"words": ">= 3", "customer": ["grumbles"]}, {"lacks": ["pledge"]}],
            },
        },
        nine={
            "check": {
                "kind": "match",
                "phrases": ["blue cheese"],
                "tokens": [[{"LEMMA": "moulder", "OP": "+"}]],
                "syntax": [[{"RIGHT_ID": "a", "RIGHT_ATTRS": {"LEMMA": "moulder"}}]],
                "never": ["no blue"],
                "unless": ["quoted"],
                "lacking": ["thanks"],
            }
        },
    )


def test_compiled_form_keeps_all_that_a_run_needs(make: Make) -> None:
    library = every_kind(make)
    again = Library(*thaw(frozen(library)))
    assert again.shapes == library.shapes
    assert again.acts == library.acts
    assert frozen(again) == frozen(library)
    for name, rule in again.rules.items():
        full = library.rules[name]
        assert replace(rule, check=full.check, examples=full.examples) == full


# The cache


def kept(folder: Path) -> Path:
    (path,) = folder.glob("rules-*.kept")
    return path


@pytest.fixture
def few(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a cache's folder, with a few files in place of the bundled ones, which are slow."""
    compile_one(folder, RULE, "own/praise.yaml")
    monkeypatch.setattr("tonecheck.library.bundled", lambda: folder)
    return folder.parent / "cache"


def test_second_load_compiles_nothing(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(cache=Cache(few))
    monkeypatch.setattr("tonecheck.library.compiling.compile_files", None)
    second = load(cache=Cache(few))
    assert second.rules.keys() == first.rules.keys()
    assert frozen(second) == frozen(first)


def test_changed_rule_is_compiled_anew(few: Path, tmp_path: Path) -> None:
    own = tmp_path / "house"
    compile_one(own, RULE, "blue-cheese.yaml")
    cache = Cache(few)
    assert load([own], cache).rules["blue-cheese"].summary == "Praises blue cheese"
    for verb in ("Hallows", "Regards", "Lauds"):  # the first two as long as what they replace
        compile_one(own, RULE.replace("Praises", verb), "blue-cheese.yaml")
        assert load([own], cache).rules["blue-cheese"].summary == f"{verb} blue cheese"


def test_unchanged_files_are_not_read(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(few)
    first = load(cache=cache)
    later = time.time() + 60
    for path in few.glob("seen-*"):
        os.utime(path, (later, later))  # long after the files were changed
    monkeypatch.setattr("tonecheck.library._contents", None)
    assert frozen(load(cache=cache)) == frozen(first)


@pytest.mark.parametrize(
    "form", [b"", b"null", b"{}", b"000000000002{}", b'000000000014{"rules": [7]}']
)
def test_form_of_another_version_is_compiled_anew(few: Path, form: bytes) -> None:
    cache = Cache(few)
    sound = load(cache=cache)
    path = kept(few)
    whole = path.read_bytes()
    cache.put_content(path.stem, form)
    assert path.read_bytes() != whole
    assert frozen(load(cache=cache)) == frozen(sound)
    assert path.read_bytes() == whole


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: b"",  # noqa: ARG005
        lambda data: b"\xff\xfe\x00",  # noqa: ARG005
        lambda data: b"null",  # noqa: ARG005
        lambda data: b"[]",  # noqa: ARG005
        lambda data: b"{}",  # noqa: ARG005
        lambda data: b"7",  # noqa: ARG005
        lambda data: b'{"rules": [], "shapes": [], "groups": [], "patterns": [], "acts": []}',  # noqa: ARG005
        lambda data: data.replace(b'"severity"', b'"gravity"'),
        lambda data: data.replace(b'"warning"', b'"loud"'),
        lambda data: data.replace(b'"shapes":{', b'"shapes":{"x":[],'),
        lambda data: data.replace(b'"groups":', b'"groups":1'),
        lambda data: data.replace(b'"phrase"', b'"regex"', 1),
        lambda data: data + b"\n",
    ],
)
def test_damaged_cache_is_rebuilt_silently(
    few: Path, damage: Callable[[bytes], bytes], capfd: pytest.CaptureFixture[str]
) -> None:
    sound = load(cache=Cache(few))
    whole = kept(few).read_bytes()
    kept(few).write_bytes(damage(whole))
    assert kept(few).read_bytes() != whole
    again = load(cache=Cache(few))
    assert frozen(again) == frozen(sound)
    assert kept(few).read_bytes() == whole
    assert capfd.readouterr() == ("", "")


def test_cache_folder_that_cannot_be_written_is_no_error(few: Path) -> None:
    few.write_text("in the way")
    assert load(cache=Cache(few)).rules


WARM = """
import sys
from tonecheck import Linter
report = Linter().check("Hello Ana,\\n\\nYou failed to pay.\\n\\nKind regards,\\nBo\\n")
assert any(finding.rule == "you-failed" for finding in report.findings), report
assert report.tally.parsed == report.tally.tokenized == 0
heavy = ("pydantic", "yaml", "spacy", "textstat", "lemminflect")
print([name for name in heavy if name in sys.modules])
"""


def run_python(program: str, **environment: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def test_compiled_bytes_do_not_depend_on_the_hash_seed_and_warm_runs_import_nothing_heavy(
    tmp_path: Path,
) -> None:
    for seed in ("0", "1"):
        run_python(WARM, TONECHECK_CACHE_DIR=str(tmp_path / seed), PYTHONHASHSEED=seed)
    assert kept(tmp_path / "0").read_bytes() == kept(tmp_path / "1").read_bytes()
    assert run_python(WARM, TONECHECK_CACHE_DIR=str(tmp_path / "0")) == "[]"


def test_bundled_files_are_plain_data() -> None:
    files = rule_files([bundled()])
    assert len(files) > 20
    for _, path in files:
        assert isinstance(yaml.safe_load(path.read_text("utf-8")), dict)
