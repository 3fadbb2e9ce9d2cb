from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.cache import Cache, default_folder
from tonecheck.errors import SettingsError
from tonecheck.finding import Severity
from tonecheck.library import Library
from tonecheck.message import Channel, Kind
from tonecheck.run import Input, Plan, Run
from tonecheck.selection import ruleset
from tonecheck.settings import Choices, Finder, Settings, Written
from tonecheck.settings.reading import freeze, read_settings, shown, thaw
from tonecheck.settings.validation import validate
from tonecheck.toml import Document

law = settings(max_examples=500, deadline=None)

Make = Callable[..., Library]
NOTHING_KEPT = Cache(None)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


# Which file


def test_nearest_file_above_wins_and_nothing_merges(tmp_path: Path) -> None:
    write(tmp_path / "tonecheck.toml", 'channel = "chat"\nignore = ["a"]\n')
    near = write(tmp_path / "a" / "b" / "tonecheck.toml", 'channel = "sms"\n')
    finder = Finder(NOTHING_KEPT)
    (tmp_path / "a" / "b" / "c").mkdir()
    assert finder.of(tmp_path / "x.txt").written.channel is Channel.CHAT
    assert finder.of(tmp_path / "a" / "x.txt").written.channel is Channel.CHAT
    below = finder.of(tmp_path / "a" / "b" / "c" / "x.txt")
    assert below.written == Written(channel=Channel.SMS)
    assert below.path == near
    assert below.folder == near.parent.resolve()
    assert finder.of(tmp_path / "a" / "b") is below


@pytest.mark.parametrize(
    ("names", "winner"),
    [
        (["tonecheck.toml", ".tonecheck.toml", "pyproject.toml"], "tonecheck.toml"),
        ([".tonecheck.toml", "pyproject.toml"], ".tonecheck.toml"),
        (["pyproject.toml"], "pyproject.toml"),
    ],
)
def test_of_files_in_one_folder_the_plainest_wins(
    tmp_path: Path, names: list[str], winner: str
) -> None:
    for name in names:
        head = "[tool.tonecheck]\n" if name == "pyproject.toml" else ""
        write(tmp_path / name, head + 'kind = "snippet"\n')
    assert Finder(NOTHING_KEPT).of(tmp_path / "x.txt").path == tmp_path / winner


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[tool.ruff]\nline-length = 100\n", Channel.CHAT),
        ("[tool.tonecheckers]\nx = 1\n", Channel.CHAT),
        ("[project]\nname = 'tonecheck'\n", Channel.CHAT),
        ("tool = 3 # tonecheck\n", Channel.CHAT),
        ("broken = [\n", Channel.CHAT),
        ("broken = [ # tonecheck\n[tool.tonecheckers]", Channel.CHAT),
        ("[tool.tonecheck]\nchannel = 'sms'\n", Channel.SMS),
        ("[ tool . tonecheck ]\nchannel = 'sms'\n", Channel.SMS),
        ("[tool]\ntonecheck = {channel = 'sms'}\n", Channel.SMS),
    ],
)
def test_pyproject_counts_only_with_a_table_of_ours(
    tmp_path: Path, text: str, expected: Channel
) -> None:
    write(tmp_path / "tonecheck.toml", "channel = 'chat'\n")
    write(tmp_path / "a" / "pyproject.toml", text)
    assert Finder(NOTHING_KEPT).of(tmp_path / "a" / "x.txt").written.channel is expected


def test_given_file_holds_everywhere_and_isolated_reads_none(tmp_path: Path) -> None:
    write(tmp_path / "tonecheck.toml", "channel = 'chat'\n")
    given_file = write(tmp_path / "other" / "mine.toml", "channel = 'sms'\n")
    path = tmp_path / "x.txt"
    assert Finder(NOTHING_KEPT, given=given_file).of(path).written.channel is Channel.SMS
    assert Finder(NOTHING_KEPT, isolated=True).of(path).written == Written()


def test_each_settings_file_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "tonecheck.toml", "channel = 'chat'\n")
    finder = Finder(NOTHING_KEPT)
    assert finder.of(tmp_path / "x.txt").written.channel is Channel.CHAT
    path.unlink()
    assert finder.of(tmp_path / "y.txt").written.channel is Channel.CHAT


# What is wrong


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("chanel = 'chat'", "chanel: unknown key (did you mean ‘channel’?)"),
        ("fail_on = 'error'", "fail_on: unknown key (did you mean ‘fail-on’?)"),
        ("[[overrides]]\nfiles = ['a']\nchanel = 'chat'", "overrides.0.chanel: unknown key (did"),
        ("[a.b]\n'chanel' = 1", "a: unknown key; there are files, select, extend-select, ignore,"),
        ("overrides = 3", "overrides: input should be a list"),
        ("overrides = [3]", "overrides.0: input should be a table"),
        (
            "[[overrides]]\nchannel = 'chat'",
            "overrides.0: needs `files`: the patterns of the files",
        ),
        ("[[overrides]]\nfiles = []", "overrides.0: needs `files`"),
        ("preview = 'maybe'", "preview: input should be true or false"),
        ("k" * 300 + " = 1", f"{'k' * 79}…: unknown key; there are"),
        ("channel = 'fax'", "channel: input should be 'email', 'chat', 'social' or 'sms'"),
        ("kind = 'letter'", "input should be 'auto', 'message', 'template' or 'snippet'"),
        ("kind = 3", "kind: input should be 'auto', 'message', 'template' or 'snippet'"),
        ("fail-on = 'loud'", "fail-on: input should be 'info', 'warning' or 'error'"),
        ("select = 'ALL'", "select: input should be a list"),
        ("[severity]\na = 'loud'", "severity.a: input should be 'info', 'warning' or 'error'"),
        ("[rules.a]\nmax = 'many'", "rules.a.max: input should be a valid number"),
        ("rules = 3", "rules: input should be a table"),
        ("rules.a.max = -1", "rules.a.max: needs a number from 0 up, not -1.0"),
        ("rules.a.max = 1e400", "rules.a.max: needs a number from 0 up, not inf"),
        ("[rules.a]\nmax = nan", "rules.a.max: needs a number from 0 up, not nan"),
        ("[rules.a]\nmax = 1" + "0" * 400, "rules.a.max: input should be a valid number"),
        ("[rules.a]\nmax = 1" + "0" * 5000, "a number of too many digits; write a smaller one"),
        ("rules.a.max = 0x" + "f" * 9000, "rules.a.max: input should be a valid number"),
        ('exclude = ["a", "\\\\"]', "exclude: ‘\\’ is no pattern as in .gitignore, such as"),
        ('files = ["!"]', "files: ‘!’ is no pattern as in .gitignore"),
        ('[[overrides]]\nfiles = ["[z-a]"]', "overrides.0.files: ‘[z-a]’ is no pattern as in"),
        ('rule-paths = ["\\u0000"]', "rule-paths.0: a path holds no NUL; take it out"),
        ("select = " + "[" * 100_000, "nested too deep"),
        (".".join(["a"] * 100_000) + " = 1", "nested too deep"),
        ("a = [", "not TOML"),
        ("a = 1\na = 2", "not TOML"),
    ],
)
def test_settings_that_cannot_be_used_are_refused(tmp_path: Path, text: str, sentence: str) -> None:
    path = write(tmp_path / "tonecheck.toml", text)
    with pytest.raises(SettingsError) as refused:
        read_settings(path, Cache(tmp_path / "cache"))
    assert str(refused.value).startswith(f"{path}:")
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < len(str(path)) + 300


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("channel = 'fax'", 1),
        ("\n\nchanel = 'chat'", 3),
        ('select = """\nchannel = 1\n"""\nchannel = "fax"', 1),
        ('extra = """\nchannel = 1\n"""\nchannel = "fax"', 4),
        ("preview = true\nselect = [\n  'a',\n  3,\n]", 2),
        ("[severity]\na = 'info'\n'b c' = 'loud'", 3),
        ("severity.a = 'info'\nseverity . b = 'loud'", 2),
        ("severity = {a = 'info', b = 'loud'}", 1),
        ("[rules.a]\nmin = 1\nmax = -1", 3),
        ("[rules]\na.max = -1", 2),
        ("[[overrides]]\nfiles = ['a']\n[[overrides]]\nkind = 'auto'", 3),
        ("[[overrides]]\nfiles = ['a']\n[overrides.severity]\na = 'loud'", 4),
        ("[[overrides]]\nfiles=['a']\n[[overrides]]\nfiles=['b']\n[overrides.rules.a]\nb=-1", 6),
        ("preview = true\nselect = [", 2),
        ("preview = true\npreview = false\n\n", 2),
        ("preview = true\n\nselect = 'ä' ö", 3),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    plain = write(tmp_path / "tonecheck.toml", text)
    with pytest.raises(SettingsError) as refused:
        read_settings(plain, NOTHING_KEPT)
    assert str(refused.value).startswith(f"{plain}:{line}: ")


def test_a_mistake_in_pyproject_is_named_with_its_line(tmp_path: Path) -> None:
    text = "[project]\nchannel = 'x'\n[tool.tonecheck]\n[tool.tonecheck.severity]\na = 'loud'\n"
    path = write(tmp_path / "pyproject.toml", text)
    with pytest.raises(SettingsError) as refused:
        read_settings(path, NOTHING_KEPT)
    assert str(refused.value).startswith(f"{path}:5: severity.a: input should be 'info'")


@pytest.mark.parametrize(
    "text",
    ["[tool.tonecheck]\nselect = [", "[x\n[ tool . tonecheck.severity]\n", "[[tool.tonecheck.a]\n"],
)
def test_a_broken_pyproject_of_ours_is_an_error(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "pyproject.toml", text)
    with pytest.raises(SettingsError, match="not TOML"):
        Finder(NOTHING_KEPT).of(tmp_path / "x.txt")
    assert str(path)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    for name, head in (("tonecheck.toml", ""), ("pyproject.toml", "[tool.tonecheck]\n")):
        write(tmp_path / name, f"\ufeff{head}channel = 'sms'\n")
        assert Finder(NOTHING_KEPT).of(tmp_path / "x.txt").written.channel is Channel.SMS
        (tmp_path / name).unlink()


def test_settings_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    (tmp_path / "tonecheck.toml").write_bytes(b"a = '\xff'")
    with pytest.raises(SettingsError, match="not TOML"):
        read_settings(tmp_path / "tonecheck.toml", NOTHING_KEPT)
    with pytest.raises(SettingsError, match="cannot be read"):
        read_settings(tmp_path / "none.toml", NOTHING_KEPT)
    write(tmp_path / "pyproject.toml", "[tool]\ntonecheck = 5\n")
    with pytest.raises(SettingsError, match="needs to be a table"):
        read_settings(tmp_path / "pyproject.toml", NOTHING_KEPT)


# Choices


def settings_of(tmp_path: Path, text: str) -> Settings:
    return read_settings(write(tmp_path / "tonecheck.toml", text), NOTHING_KEPT)


OVERRIDES = """
channel = "email"
ignore = ["a"]
[[overrides]]
files = ["chat/**", "*.sms.txt"]
channel = "chat"
ignore = ["b"]
[[overrides]]
files = ["chat/short/"]
channel = "sms"
"""


@pytest.mark.parametrize(
    ("path", "channel", "ignore"),
    [
        ("x.txt", Channel.EMAIL, ("a",)),
        ("chat/x.txt", Channel.CHAT, ("b",)),
        ("deep/chat/x.txt", Channel.EMAIL, ("a",)),
        ("deep/x.sms.txt", Channel.CHAT, ("b",)),
        ("chat/short/x.txt", Channel.SMS, ("b",)),
    ],
)
def test_of_overrides_that_match_the_last_wins_key_by_key(
    tmp_path: Path, path: str, channel: Channel, ignore: tuple[str, ...]
) -> None:
    choices = settings_of(tmp_path, OVERRIDES).choices(tmp_path / path)
    assert (choices.channel, choices.ignore) == (channel, ignore)


def test_flags_go_over_settings() -> None:
    flags = Choices(channel=Channel.SMS, ignore=())
    below = Choices(channel=Channel.CHAT, ignore=("a",), kind=Kind.SNIPPET)
    assert flags.over(below) == Choices(channel=Channel.SMS, ignore=(), kind=Kind.SNIPPET)


def test_rule_paths_are_relative_to_their_settings_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = settings_of(tmp_path / "deep", "rule-paths = ['mine', '../yours']")
    monkeypatch.chdir(tmp_path)
    expected = (tmp_path / "deep" / "mine", tmp_path / "yours")
    assert found.rule_folders(found.choices(tmp_path / "x.txt")) == expected


def test_shown_settings_spell_defaults_out() -> None:
    told = dict(shown(Choices(channel=Channel.CHAT)))
    assert told["select"] == ["recommended"]
    assert told["fail-on"] == "warning"
    assert told["channel"] == "chat"


# Selecting


def selected(library: Library, **choices: Any) -> list[str]:  # noqa: ANN401
    return [rule.name for rule in ruleset(library, Choices(**choices), "flags").rules]


@pytest.fixture
def few(make: Make) -> Library:
    return make(
        cheese={"aliases": ["cheddar"]},
        bread={"default": False},
        wine={"status": "preview"},
        long={
            "check": {"kind": "metric", "of": "words", "max": 30},
            "options": {"max-words": "max"},
        },
    )


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({}, ["cheese", "long"]),
        ({"select": ("recommended",)}, ["cheese", "long"]),
        ({"select": ("ALL",)}, ["bread", "cheese", "long"]),
        ({"select": ("made",)}, ["bread", "cheese", "long"]),
        ({"select": ("ALL",), "preview": True}, ["bread", "cheese", "long", "wine"]),
        ({"preview": True}, ["cheese", "long", "wine"]),
        ({"select": ("wine",)}, ["wine"]),
        ({"select": ("cheddar",)}, ["cheese"]),
        ({"select": ("bread", "cheese")}, ["bread", "cheese"]),
        ({"select": ()}, []),
        ({"select": (), "extend_select": ("bread",)}, ["bread"]),
        ({"extend_select": ("bread",)}, ["bread", "cheese", "long"]),
        ({"ignore": ("cheese",)}, ["long"]),
        ({"ignore": ("cheddar",)}, ["long"]),
        ({"ignore": ("made",)}, []),
        ({"select": ("cheese",), "ignore": ("ALL",)}, []),
        ({"select": ("ALL",), "ignore": ("recommended",)}, ["bread"]),
    ],
)
def test_rules_are_selected_by_name_category_and_set(
    few: Library, choices: dict[str, Any], expected: list[str]
) -> None:
    assert selected(few, **choices) == expected


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        ({"select": ("chese",)}, "flags: select: no rule ‘chese’ (did you mean ‘cheese’?)"),
        ({"extend_select": ("chese",)}, "flags: extend-select: no rule ‘chese’"),
        ({"ignore": ("mad",)}, "flags: ignore: no rule ‘mad’ (did you mean ‘made’?)"),
        ({"severity": {"chese": Severity.INFO}}, "flags: severity: no rule ‘chese’"),
        ({"severity": {"ALL": Severity.INFO}}, "flags: severity: no rule ‘ALL’"),
        ({"select": ("x" * 300,)}, f"no rule ‘{'x' * 79}…’; `tonecheck rule` lists what there is"),
        ({"rules": {"cheese": {"x": 1.0}}}, "rules.cheese: no option ‘x’; there are none"),
        ({"rules": {"long": {"x": 1.0}}}, "rules.long: no option ‘x’; there are max-words"),
        ({"rules": {"long": {"max-words": -1.0}}}, "max-words: needs a number from 0 up, not -1.0"),
        ({"rules": {"chese": {"x": 1.0}}}, "flags: rules: no rule ‘chese’"),
        ({"rules": {"made": {"max-words": 1.0}}}, "flags: rules: no rule ‘made’"),
        ({"rules": {"long": {"max-word": 1.0}}}, "no option ‘max-word’ (did you mean ‘max-words’"),
    ],
)
def test_names_that_stand_for_nothing_are_refused(
    few: Library, choices: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(SettingsError) as refused:
        selected(few, **choices)
    assert sentence in str(refused.value)


def test_severity_and_options_reach_the_rules(few: Library) -> None:
    chosen = ruleset(
        few,
        Choices(severity={"cheddar": Severity.ERROR}, rules={"long": {"max-words": 3.0}}),
        "x",
    )
    assert chosen.severity == {"cheese": Severity.ERROR}
    (long,) = [rule for rule in chosen.rules if rule.name == "long"]
    assert getattr(long.check, "max") == 3.0  # noqa: B009
    assert getattr(few.rules["long"].check, "max") == 30.0  # noqa: B009


@pytest.mark.parametrize("order", [1, -1])
def test_the_severity_of_a_rule_goes_over_that_of_its_category(few: Library, order: int) -> None:
    severity = {"made": Severity.INFO, "cheddar": Severity.ERROR}
    chosen = ruleset(few, Choices(severity=dict(list(severity.items())[::order])), "x")
    assert chosen.severity == {"cheese": Severity.ERROR, "long": Severity.INFO}


def test_choices_of_one_file_do_not_leak_into_another(tmp_path: Path) -> None:
    write(
        tmp_path / "tonecheck.toml",
        "[[overrides]]\nfiles = ['a.txt']\n[overrides.severity]\nyou-failed = 'error'\n"
        "[[overrides]]\nfiles = ['c.txt']\nignore = ['you-failed']\n",
    )
    for name in ("a.txt", "b.txt", "c.txt"):
        write(tmp_path / name, "You failed to pay.\n")
    for order in (("a.txt", "b.txt", "c.txt"), ("c.txt", "b.txt", "a.txt")):
        run = Run(Plan(flags=Choices(select=("you-failed",)), cache=default_folder()))
        report = run.check([Input(tmp_path / name, name) for name in order])
        assert [(f.path, f.severity) for f in report.findings] == [
            ("a.txt", Severity.ERROR),
            ("b.txt", Severity.WARNING),
        ]


# The cache

names = st.lists(st.sampled_from(["a", "b-c", "é", ""]), max_size=3).map(tuple)
patterns = st.lists(st.sampled_from(["a/**", "*.b-c", "é"]), min_size=1, max_size=3).map(tuple)
some_choices: dict[str, st.SearchStrategy[Any]] = {
    "files": patterns,
    "select": names,
    "extend_select": names,
    "ignore": names,
    "fail_on": st.sampled_from(Severity),
    "kind": st.sampled_from(["auto", *Kind]),
    "channel": st.sampled_from(Channel),
    "exclude": names,
    "rule_paths": names,
    "preview": st.booleans(),
    "severity": st.dictionaries(st.sampled_from("ab"), st.sampled_from(Severity)),
    "rules": st.dictionaries(
        st.sampled_from("ab"), st.dictionaries(st.sampled_from("cd"), st.floats(0, 9))
    ),
}
options = st.fixed_dictionaries({}, optional=some_choices)
overriding = options.flatmap(lambda chosen: patterns.map(lambda files: chosen | {"files": files}))


@law
@given(options, st.lists(overriding, max_size=2))
def test_frozen_settings_thaw_to_what_they_were(
    chosen: dict[str, Any], overrides: list[dict[str, Any]]
) -> None:
    written = Written(**chosen, overrides=tuple(Choices(**entry) for entry in overrides))
    assert thaw(freeze(written)) == written
    assert validate(Document("x", freeze(written))) == written


@pytest.mark.parametrize(
    "text",
    [
        "preview = 'no'\n",
        "[rules.a]\nmax = '3'\n",
        OVERRIDES,
        "",
        "select = []\nfail-on = 'info'\n",
    ],
)
def test_kept_settings_are_the_fresh_ones(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "tonecheck.toml", text)
    cache = Cache(tmp_path / "cache")
    fresh = read_settings(path, NOTHING_KEPT)
    assert read_settings(path, cache) == fresh
    assert len(list((tmp_path / "cache").iterdir())) == 1
    assert read_settings(path, cache) == fresh


@pytest.mark.parametrize("damage", ["", "[]", "{}", "null", '{"settings": {"chanel": "x"}}', "7"])
def test_damaged_kept_settings_are_read_anew(tmp_path: Path, damage: str) -> None:
    path = write(tmp_path / "tonecheck.toml", "channel = 'sms'\n")
    cache = Cache(tmp_path / "cache")
    fresh = read_settings(path, cache)
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_text(damage)
    assert read_settings(path, cache) == fresh


@pytest.mark.parametrize(("old", "new"), [(b"sms", b"chat"), (b'":"', b'": "')])
def test_altered_kept_settings_are_read_anew(tmp_path: Path, old: bytes, new: bytes) -> None:
    path = write(tmp_path / "tonecheck.toml", "channel = 'sms'\n")
    cache = Cache(tmp_path / "cache")
    fresh = read_settings(path, cache)
    (kept,) = (tmp_path / "cache").iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole.replace(old, new))
    assert kept.read_bytes() != whole
    assert read_settings(path, cache) == fresh
    assert kept.read_bytes() == whole


def test_kept_values_are_those_of_their_name(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("a", {"é": [1]})
    assert cache.get("a") == {"é": [1]}
    (tmp_path / "a.kept").rename(tmp_path / "b.kept")
    assert cache.get("b") is None


def test_a_message_never_enters_the_cache(tmp_path: Path) -> None:
    draft = write(tmp_path / "a.txt", "You failed to pay Xylophonia.\n")
    Run(Plan(cache=tmp_path / "cache")).check([Input(draft, "a.txt")])
    kept = [path.read_text("utf-8") for path in (tmp_path / "cache").iterdir()]
    assert kept
    assert not any("xylophonia" in text.lower() for text in kept)
    assert "a.txt" not in os.listdir(tmp_path / "cache")  # noqa: PTH208


@pytest.mark.parametrize("agent", ["shop.example", "", "a b@c.example", "a@b@c", "@"])
def test_an_agent_is_an_address_or_a_domain(tmp_path: Path, agent: str) -> None:
    path = tmp_path / "tonecheck.toml"
    path.write_text(f'agents = ["@shop.example", "{agent}"]\n')
    with pytest.raises(SettingsError, match=r"agents\.1: .* is neither an address nor an ‘@’"):
        read_settings(path, Cache(None))
