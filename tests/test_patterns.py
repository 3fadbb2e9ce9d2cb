from __future__ import annotations

import re
import time
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tonecheck.language import fold
from tonecheck.library import Library
from tonecheck.patterns import UNLESS, Analysis, Group, Hit, Lexicon, Patterns, Status
from tonecheck.patterns.compiling import PatternError, compile_patterns
from tonecheck.patterns.grammar import GrammarError, compile_syntax, compile_tokens
from tonecheck.patterns.linear import RegexError, compile_regex
from tonecheck.patterns.phrases import compile_phrase
from tonecheck.patterns.tokens import PhraseError

law = settings(max_examples=500, deadline=None)

VERBS = {
    "fail": ("fail", "failed", "failing", "fails"),
    "be": ("be", "am", "are", "been", "being", "is", "was", "were"),
    "have": ("have", "had", "has", "having"),
    "quibble": ("quibble", "quibbled", "quibbles", "quibbling"),
}


def forms(verb: str) -> tuple[str, ...]:
    return VERBS.get(verb, (verb,))


def lexicon(**patterns: tuple[Any, ...]) -> Lexicon:
    group, compiled = compile_patterns("x", 0, Patterns(**patterns), forms)
    return Lexicon([group], compiled)


def scan(text: str, **patterns: tuple[Any, ...]) -> Analysis:
    return Analysis(lexicon(**patterns), text, fold(text))


def hits(text: str, **patterns: tuple[Any, ...]) -> list[Hit]:
    return scan(text, **patterns).hits("x")


def found(text: str, **patterns: tuple[Any, ...]) -> list[str]:
    return [hit.span.of(text) for hit in hits(text, unless=(), **patterns)]


# Phrases


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        # words
        ("sorry", "We are sorry.", "sorry"),
        ("sorry", "SORRY!", "SORRY"),
        ("Sorry", "so sorry", "sorry"),
        ("we are sorry", "We  are\tsorry", "We  are\tsorry"),
        ("we are sorry", "We are so sorry", None),
        ("sorry", "sorrying", None),
        ("sorry", "unsorry", None),
        ("sorry", "not-sorry", None),
        ("sorry", "sorry-ish", None),
        ("sorry", "sorry - really", "sorry"),
        ("sorry", "‘sorry’", "sorry"),
        ("sorry", "_sorry_", None),
        ("order", "Your order's late", "order"),
        ("order", "reorder", None),
        ("e-mail", "Your e-mail's tone", "e-mail"),
        ("e-mail", "Your e‑mail came", "e‑mail"),
        ("e-mail", "Your e mail came", None),
        ("follow-up call", "A follow-up call's due", "follow-up call"),
        ("24/7 support", "We give 24/7 support.", "24/7 support"),
        ("p&p is free", "P&P is free", "P&P is free"),
        ("o'clock", "at two o’clock", "o’clock"),
        ("y'all are", "Y'all are late", "Y'all are"),
        ("customer's fault", "the customer’s fault", "customer’s fault"),
        ("sh*t happens", "Sh*t happens", "Sh*t happens"),
        # alternatives and optional groups
        ("(so|very) sorry", "I am very sorry", "very sorry"),
        ("(so|very) sorry", "I am sorry", None),
        ("(so|very)? sorry", "I am so sorry", "so sorry"),
        ("(so|very)? sorry", "I am sorry", "sorry"),
        ("(so)? (very)? sorry", "so very sorry", "so very sorry"),
        ("(so)? (very)? sorry", "very sorry", "very sorry"),
        ("we are (so|very)? sorry", "We are very sorry", "We are very sorry"),
        ("we are (so|very)? sorry", "We are sorry", "We are sorry"),
        ("we are (so|very)? sorry", "We are quite sorry", None),
        ("sorry (indeed)?", "sorry indeed", "sorry indeed"),
        ("sorry (indeed)?", "sorry", "sorry"),
        ("(we (are|were)|i am) late", "we were late", "we were late"),
        ("(we (are|were)|i am) late", "I’m late", "I’m late"),
        ("a (b (c)? d)? e", "a b d e", "a b d e"),
        ("a (b (c)? d)? e", "a b c d e", "a b c d e"),
        ("a (b (c)? d)? e", "a e", "a e"),
        ("a (b (c)? d)? e", "a b e", None),
        # gaps
        ("sorry … way", "sorry way", "sorry way"),
        ("sorry … way", "sorry you feel that way", "sorry you feel that way"),
        ("sorry … way", "sorry one two three four way", "sorry one two three four way"),
        ("sorry … way", "sorry one two three four five way", None),
        ("sorry … way", "sorry, it is this way", "sorry, it is this way"),
        ("sorry … way", "sorry for it, that way", "sorry for it, that way"),
        ("sorry … way", "sorry; that way", None),
        ("sorry … way", "sorry: that way", None),
        ("sorry … way", "sorry. That way", None),
        ("sorry … way", "sorry? that way", None),
        ("sorry … way", "sorry! that way", None),
        ("sorry … way", "sorry (in that) way", None),
        ("sorry … way", "sorry [in that] way", None),
        ("sorry …? way", "sorry that way", "sorry that way"),
        ("a … b … c", "a x b y c", "a x b y c"),
        # verbs
        ("~fail to", "You failed to pay", "failed to"),
        ("~fail to", "failing to pay", "failing to"),
        ("~fail to", "a failure to pay", None),
        ("you ~fail", "you’ve failed", None),
        ("you ~have failed", "You’ve failed", "You’ve failed"),
        ("it ~be late", "It’s late", "It’s late"),
        ("they ~be late", "They’re late", "They’re late"),
        # classes
        ("within <number> <unit>", "within two days", "within two days"),
        ("within <number> <unit>", "within 3 working days", "within 3 working days"),
        ("within <number> <unit>", "within 1,000 hours", "within 1,000 hours"),
        ("within <number> <unit>", "within soon", None),
        ("the <number>", "the 21st", "the 21st"),
        ("the <number>", "the threesome", None),
        ("by <day>", "by Friday", "by Friday"),
        ("by <day>", "by Fridays", None),
        ("in <month>", "in Sept", "in Sept"),
        ("at <clock>", "at 9:30 a.m. sharp", "at 9:30 a.m."),
        ("at <clock>", "at 5pm", "at 5pm"),
        ("at <clock>", "at noon", "at noon"),
        ("at <clock>", "at 3 o’clock", "at 3 o’clock"),
        ("thanks <word>", "thanks Ana!", "thanks Ana"),
        ("thanks <word>", "thanks!", None),
        ("stop <word>ing", "Please stop shouting.", "stop shouting"),
        ("stop <word>ing", "Stop e-mailing!", "Stop e-mailing"),
        ("stop <word>ing", "Stop that thing.", None),
        ("stop <word>ing it", "Stop the shouting it does.", None),
        ("stop <word>ing", "Stop nothing.", None),
        ("stop <word>ing", "Stop something-ing.", "Stop something-ing"),
        ("stop <word>ing", "Stop ing.", None),
        ("stop <word>ing", "Stop shoutings.", None),
        ("<word>ly late", "It is awfully late.", "awfully late"),
        ("<word>ly late", "Reply late.", None),
        ("(a|the) <word>'s job", "the driver’s job", "the driver’s job"),
        ("<word>'s late", "the bus's late", "bus's late"),
        ("<word>'ll wait", "Ana’ll wait", "Ana’ll wait"),
        # edges
        ("^thanks", "Thanks a lot", "Thanks"),
        ("^thanks", "“Thanks a lot”", "Thanks"),
        ("^thanks", "Many thanks", None),
        ("noted$", "Noted.", "Noted"),
        ("noted$", "It is noted!!", "noted"),
        ("noted$", "Noted by us", None),
        ("^noted$", "Noted.", "Noted"),
        ("^noted$", "Well noted.", None),
        # punctuation
        ("sorry, but", "Sorry, but no", "Sorry, but"),
        ("sorry, but", "Sorry but no", None),
        (", but", "Sorry, but no", ", but"),
        ("really ?", "Really?", "Really?"),
        ("sorry — but", "Sorry — but no", "Sorry — but"),
        ("ok (, then|now)", "Ok, then go", "Ok, then"),
        ("(, then|now) go", "Ok, then go", ", then go"),
        ("(, then|now) go", "Ok now go", "now go"),
        ("(, then|now) go", "unknow go", None),
        ("(, so)? we go", "Ok, so we go", ", so we go"),
        ("go (now|then !)", "Go then !Now", "Go then !"),
        ("go (now|then !)", "Go nowhere", None),
        ("go (now !)?", "gone", None),
        # contractions: the long form finds the short one
        ("did not", "You didn't", "didn't"),
        ("did not", "You didn’t", "didn’t"),
        ("did not", "you didnt", "didnt"),
        ("cannot", "We can't", "can't"),
        ("cannot", "We can not", "can not"),
        ("cannot", "We cannot", "cannot"),
        ("cannot", "we cant", "cant"),
        ("can not", "We cannot", "cannot"),
        ("will not", "We won’t", "won’t"),
        ("we will not", "We won't", "We won't"),
        ("we will", "We'll see", "We'll"),
        ("we are", "We’re late", "We’re"),
        ("i am", "I'm late", "I'm"),
        ("i am", "im late", "im"),
        ("i have", "I’ve seen", "I’ve"),
        ("you would", "You’d think", "You’d"),
        ("you had", "You’d think", "You’d"),
        ("let us", "Let’s see", "Let’s"),
        ("shall not", "You shan't", "shan't"),
        ("is not", "It isn't", "isn't"),
        ("it is not", "It's not", "It's not"),
        ("we could not have", "We couldn't've", "We couldn't've"),
        # contractions: the short form finds the long one
        ("don't", "We do not", "do not"),
        ("can't", "We cannot", "cannot"),
        ("won't", "We will not", "will not"),
        ("we're", "We are", "We are"),
        ("i'm", "I am", "I am"),
        ("i’ll", "I will", "I will"),
        ("they've", "They have", "They have"),
        ("it's late", "It is late", "It is late"),
        ("it's been", "It has been", "It has been"),
        ("let's", "Let us", "Let us"),
        ("you'd", "You would", "You would"),
        ("you'd", "You had", "You had"),
        ("ain't", "It ain't so", "ain't"),
        # what only looks like a contraction
        ("we can", "We can't", None),
        ("you can", "You cannot", None),
        ("we not", "We went", None),
        ("do not", "The dot", None),
        ("who am", "Whom?", None),
        ("let us", "lettuce", None),
    ],
)
def test_phrase_finds_exactly_its_words(phrase: str, text: str, expected: str | None) -> None:
    assert found(text, phrases=(phrase,)) == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("", "empty"),
        ("^", "empty"),
        ("^$", "empty"),
        ("(a|b", "without its"),
        ("a) b", "unbalanced"),
        ("a | b", "unbalanced"),
        ("(a|) b", "empty alternative"),
        ("() b", "empty alternative"),
        ("((a)? (b)?) c", "may be empty"),
        ("… way", "cannot stand at an end"),
        ("sorry …", "cannot stand at an end"),
        ("(so)? … sorry", "cannot stand at an end"),
        ("sorry … (way)?", "cannot stand at an end"),
        ("(sorry …|b) c", "end of an alternative"),
        ("(a|b)?", "no word that must be there"),
        ("<word>", "no word that must be there"),
        ("(<word>|a)", "no word that must be there"),
        (",", "no word that must be there"),
        ("a ^ b", "end of the phrase only"),
        ("a $ b", "end of the phrase only"),
        ("a <nubmer>", "no class <nubmer> (did you mean ‘number’?)"),
        ("a <said> is <word>", "no class <said>"),
        ("a <insult>", "no class <insult>; there are <number>, <day>"),
        ("a <number>th", "“<number>th”: only <word> takes an ending"),
        ("stop (shout|yell)ing", "“)i…”: a group takes no ending"),
        ("(re)?open", "“)?o…”: a group takes no ending"),
        ("(a)<word> b", "“)<…”: a group takes no ending"),
        ("un<word> a", "“un<…”: put a space before “<”"),
        ("shout(ing|ed)", "“shout(…”: put a space before “(”"),
        ("a \\ b", "cannot read"),
        ("a {2}", "cannot read"),
        ("(" * 1000 + "a" + ")" * 1000, "nested more than 20 deep"),
        ("(a|" * 21 + "b" + ")" * 21, "nested more than 20 deep"),
    ],
)
def test_phrase_that_cannot_be_used_is_refused(phrase: str, why: str) -> None:
    with pytest.raises(PhraseError, match=re.escape(why)):
        compile_phrase(phrase, forms)


# Words that meet in contractions, hyphens, classes and guards
ATOMS = (
    *"we you i it that do did can could will shall is are am have had would not us let".split(),
    *"sorry fail e-mail o'clock 24/7 don't can't won't we're it's you'd let's customer's".split(),
    *"follow-up ~fail ~be ~have <number> <unit> <day> <month> <clock> <word>".split(),
    *(", but", "fail !", "? not", ","),
)
elements = st.recursive(
    st.sampled_from(ATOMS),
    lambda inner: st.tuples(
        st.lists(st.lists(inner, min_size=1, max_size=2).map(" ".join), min_size=1, max_size=3),
        st.sampled_from([")", ")?"]),
    ).map(lambda group: f"({'|'.join(group[0])}{group[1]}"),
    max_leaves=4,
)
phrases = st.builds(
    lambda parts, gap, front, back: front + gap.join(parts) + back,
    st.lists(elements, min_size=1, max_size=4),
    st.sampled_from([" ", " … ", ", "]),
    st.sampled_from(["", "^"]),
    st.sampled_from(["", "$"]),
)
TEXT_ATOMS = (
    "we you i it that do did can could will shall is are am have had would not us let sorry fail "
    "failed e-mail e-mail's o'clock 24/7 don't didn't cannot can't cant wont won't we're we've im "
    "I'm it's it’s that's you'd you'd've let's lets shan't isn't customer's follow-up's was went "
    "dot 3 21st two sixth twelve days hours working Monday may Sept 9:30 5pm noon couldn't've , . "
    "- – “sorry” 'sorry' x-sorry sorry-x ain't"
).split()
texts = st.lists(
    st.tuples(st.sampled_from(TEXT_ATOMS), st.sampled_from([" ", " ", " ", "", ", ", "-", "'"])),
    min_size=1,
    max_size=10,
).map(lambda parts: "".join(word + between for word, between in parts))


@st.composite
def near_misses(draw: st.DrawFn) -> tuple[str, str]:
    """Give a phrase and a text that has much in common with it."""
    phrase = draw(phrases)
    if draw(st.booleans()):
        return phrase, draw(texts)
    plain = re.sub(r"\([^()]*\)\?|[()^$~|]|<\w+>|…", " ", phrase)
    own = [word for word in plain.split() if draw(st.booleans()) or draw(st.booleans())]
    glue = draw(st.sampled_from([" ", " ", "'", "-", ", "]))
    return phrase, draw(texts) + " " + glue.join(own) + draw(st.sampled_from(["", ".", "'s"]))


@settings(max_examples=1500, deadline=None)
@given(near_misses())
def test_index_never_hides_what_a_phrase_matches(pair: tuple[str, str]) -> None:
    phrase, text = pair
    try:
        compiled = compile_phrase(phrase, forms)
    except PhraseError:
        assume(False)  # noqa: FBT003
    folded = fold(text)
    expected = [match.span(1) for match in re.finditer(compiled.regex, folded)]
    got = [(hit.span.start, hit.span.end) for hit in hits(text, phrases=(phrase,), unless=())]
    assert got == expected


@law
@given(phrases)
def test_phrase_compiles_or_says_why(phrase: str) -> None:
    try:
        compiled = compile_phrase(phrase, forms)
    except PhraseError:
        return
    assert compiled.needs
    assert all(compiled.needs)
    assert re.compile(compiled.regex).groups == 1


@law
@given(st.text("()|?…~<>^$, abn't'-—.", max_size=20))
def test_phrase_of_any_characters_compiles_or_says_why(phrase: str) -> None:
    try:
        compiled = compile_phrase(phrase, forms)
    except PhraseError:
        return
    assert re.compile(compiled.regex).groups == 1


# Regexes

REGEXES = (
    r"!{3,}",
    r"[!?]{2,}",
    r"\bASAP\b",
    r"(?i)\basap\b",
    r"[A-Z]{2,}",
    r"(?i)[A-Z]{2,}!",
    r"\bdon\b",
    r"\bwon\b",
    r"\bs\b",
    r"\bll\b",
    r"\bfoo_bar\b",
    r"\bcustomers' ",
    r"\b\d{3}\b",
    r"[0-9]+%",
    r"e-mail\b",
    r"\b(?:we|you) can\b",
    r", (?:but|yet)",
    r"\bcan\b(?:not)?",
    r"(\w+) - (\w+)",
    r"(?i)\bre:\s",
    r"\(\w+\)",
)


@law
@given(
    st.sampled_from(REGEXES),
    st.lists(
        st.tuples(
            st.sampled_from(
                "we you can cannot can't don't won't won we'll it's it customers customers' asap "
                "ASAP A BB 123 5% foo_bar foo bar e-mail e-mail's but yet re: (ok) - ! !! ??? ,"
                "".split()
            ),
            st.sampled_from([" ", " ", "", "-", "_", "'"]),
        ),
        max_size=8,
    ).map(lambda parts: "".join(word + between for word, between in parts)),
)
def test_index_never_hides_what_a_regex_matches(regex: str, text: str) -> None:
    group = min(re.compile(regex).groups, 1)
    expected = [match[group] or match[0] for match in re.finditer(regex, text)]
    assert found(text, regex=(regex,)) == expected


@pytest.mark.parametrize(
    ("regex", "why"),
    [
        (r"(a+)+!", "inside another"),
        (r"(?:a*)*!", "inside another"),
        (r"(?:\w+\s)*!", "inside another"),
        (r"(?:a{0,40}){0,40}!", "too many ways"),
        (r"(?:a?a?){0,40}!", "too many ways"),
        (r"(?:\w\w|\w){2,}!", "too many ways"),
        (r"(a*)(a*)(a*)(a*)!", "unbounded repeats in a row"),
        (r"(?:a*)?(?:a*)?(?:a*)?(?:a*)?!", "unbounded repeats in a row"),
        (r"a{0,40}a{0,40}a{0,40}a{0,40}!", "too many ways"),
        (r"(a)\1!", "back-references"),
        (r"(a)?(?(1)!|\?)", "back-references"),
        (r"(", "not a regex"),
        (r"!*", "empty text"),
        (r"x?", "empty text"),
        (r"\w+", "nothing that must be there"),
        (r"foo", "nothing that must be there"),
        (r"!|\w", "nothing that must be there"),
        (r"\b(foo)s?\b", "nothing that must be there"),
        (r"\bx(?:foo|bar)\b", "nothing that must be there"),
        (r"\b(?:foo|bar)(?:s|ed)\b", "nothing that must be there"),
        (r"(?i:[A-Z]{2,})", "nothing that must be there"),
        (r"[[a]--b]!", "Possible nested set at position 1; put a \\ there"),
        (r"[a||b]!", "Possible set union"),
        ("(" * 2000 + "a!" + ")" * 2000, "nested too deep"),
        *(("(?:" * deep + "a!" + ")" * deep, "nested too deep") for deep in (900, 1500)),
    ],
)
def test_regex_that_cannot_be_used_is_refused(regex: str, why: str) -> None:
    with pytest.raises(RegexError, match=re.escape(why)):
        compile_regex(regex)


@pytest.mark.parametrize(
    ("regex", "signals"),
    [
        (r"!{3,}", ("!",)),
        (r"[!?]{2,}", ("!", "?")),
        (r"\bASAP\b", ("asap",)),
        (r"\b[A-Z]{3,}\b", ("<caps>",)),
        (r"\d+ %", ("%",)),
        (r"\b\d{2}\b", ("<digit>",)),
        (r"!|\?", ("!", "?")),
        (r"(?:Ha!)+", ("!",)),
        (r"(?:foo|bar){2}!", ("!",)),
        (r"\b(foo)\b", ("foo",)),
        (r"\b(fo)(o)\b", ("foo",)),
        (r"\b(?:foo|bar)\b", ("bar", "foo")),
        (r"\b(foo|bar) !?", ("bar", "foo")),
    ],
)
def test_regex_gives_what_must_be_there(regex: str, signals: tuple[str, ...]) -> None:
    assert compile_regex(regex) == signals


def test_group_of_a_regex_is_the_hit_where_it_says_something() -> None:
    assert found("Well, instead of it", regex=(r",\s(instead)\b",)) == ["instead"]
    assert found("so!", regex=(r"!(\w*)",)) == ["!"]


ADVERSARIAL = [
    "a " * 300,
    "you " * 150,
    "you did not " * 50,
    "!" * 600,
    "? " * 300,
    "A" * 600,
    "Aa " * 200,
    "1" * 600,
    "1 " * 300,
    "-" * 600,
    "'" * 600,
    "n't" * 200,
    ", " * 300,
    " " * 600,
    "Would not have been if you had, " * 19,
    "we will you we are you " * 26,
]


def test_bundled_patterns_are_fast_on_hostile_sentences(library: Library) -> None:
    regexes = {p.body for p in library.lexicon.patterns if p.kind in {"phrase", "regex"}}
    regexes |= {regex for group in library.lexicon.groups for regex, _ in group.never}
    assert len(regexes) > 100
    for regex in sorted(regexes):
        compiled = re.compile(regex)
        for text in ADVERSARIAL:
            for shown in (text[:600], fold(text[:600])):
                start = time.perf_counter()
                assert sum(1 for _ in compiled.finditer(shown)) <= 600
                assert time.perf_counter() - start < 0.5, (regex, text[:20])


# Guards and scopes


def test_never_voids_the_hits_that_it_overlaps_and_no_others() -> None:
    patterns = {"phrases": ("thanks",), "never": ("thanks for nothing",)}
    assert found("Thanks for nothing, and thanks for all", **patterns) == ["thanks"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("You failed to pay.", Status.SAID),
        ("Did it say you failed to pay?", Status.ASKED),
        ("We are not saying you failed to pay.", Status.NEGATED),
        ("If you failed to pay, call us.", Status.HYPOTHETICAL),
        ("The page says “you failed to pay”.", Status.QUOTED),
        ("You wrote that you failed to pay.", Status.REPORTED),
    ],
)
def test_hit_bears_the_scope_that_it_stands_in(text: str, status: Status) -> None:
    (hit,) = hits(text, phrases=("you failed to pay",))
    assert hit.status is status
    assert hit.counts is (status in {Status.SAID, Status.ASKED})


@pytest.mark.parametrize("scope", UNLESS)
def test_only_the_scopes_of_unless_void(scope: str) -> None:
    text = "If it is not what you wrote, “you failed to pay”."
    statuses = {hit.status for hit in hits(text, phrases=("you failed",), unless=(scope,))}
    assert statuses <= {Status.SAID, Status(scope)}


def test_unknown_scope_is_refused_with_the_nearest() -> None:
    with pytest.raises(PatternError, match="did you mean ‘quoted’"):
        compile_patterns("x", 0, Patterns(phrases=("a",), unless=("quotd",)), forms)


def test_patterns_without_anything_to_look_for_are_refused() -> None:
    with pytest.raises(PatternError, match="no phrases"):
        compile_patterns("x", 0, Patterns(never=("a",)), forms)


# Grammar


def test_lemma_becomes_the_forms_of_the_verb() -> None:
    body, words, deep = compile_tokens([{"LEMMA": "fail"}, {"LOWER": "to"}], forms)
    assert body == [{"LOWER": {"IN": ["fail", "failed", "failing", "fails"]}}, {"LOWER": "to"}]
    assert words == ("fail", "failed", "failing", "fails")
    assert not deep


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ([{"POS": "VERB"}], "use TAG"),
        ([{"MORPH": "Tense=Past"}], "use LOWER, LEMMA, TAG"),
        ([{"ENT_TYPE": "PERSON"}], "use LOWER, LEMMA, TAG"),
        ([{"IS_SENT_START": "true"}, {"LOWER": "quibble"}], "is not set"),
        ([{"TAG": "VBD"}], "no word that must be there"),
        ([{"LOWER": "quibble", "OP": "?"}], "no word that must be there"),
        ([{"LOWER": "quibble", "OP": "often"}], "no OP often"),
        ([{"LOWER": "Quibble"}], "capitals"),
        ([{"LEMMA": {"REGEX": "x"}}], "LEMMA is one word"),
        ([{"LOWER": "you"}, {"TAG": "VBD"}], "common word (you)"),
        ([{"LOWER": "n't"}, {"TAG": "VBD"}], "common word (')"),
    ],
)
def test_token_pattern_that_cannot_be_used_is_refused(
    pattern: list[dict[str, Any]], why: str
) -> None:
    with pytest.raises(GrammarError, match=re.escape(why)):
        compile_tokens(pattern, forms)


QUIBBLED = {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"LEMMA": "quibble"}}
SUBJECT = {
    "LEFT_ID": "verb",
    "REL_OP": ">",
    "RIGHT_ID": "who",
    "RIGHT_ATTRS": {"DEP": "nsubj", "LOWER": "you"},
}


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ([{"RIGHT_ID": "a"}], "RIGHT_ATTRS is missing"),
        ([{"RIGHT_ATTRS": {"LOWER": "quibble"}}], "RIGHT_ID is missing"),
        ([QUIBBLED, {"RIGHT_ID": "b", "RIGHT_ATTRS": {}}], "LEFT_ID is missing"),
        ([QUIBBLED, SUBJECT | {"LEFT_ID": "nobody"}], "names no node"),
        ([QUIBBLED, SUBJECT | {"REL_OP": ">>>"}], "no REL_OP >>>"),
        ([QUIBBLED | {"COLOUR": "red"}], "unknown key COLOUR"),
        ([QUIBBLED | {"RIGHT_ATTRS": "quibble"}], "is a mapping"),
        ([{"RIGHT_ID": "verb", "RIGHT_ATTRS": {"LOWER": "you"}}], "common word (you)"),
        ([{"RIGHT_ID": "verb", "RIGHT_ATTRS": {"TAG": "VBD"}}], "no word that must be there"),
    ],
)
def test_syntax_pattern_that_cannot_be_used_is_refused(
    pattern: list[dict[str, Any]], why: str
) -> None:
    with pytest.raises(GrammarError, match=re.escape(why)):
        compile_syntax(pattern, forms)


def settled(text: str, **patterns: tuple[Any, ...]) -> tuple[list[str], tuple[int, int]]:
    found_by = lexicon(**patterns)
    analysis = Analysis(found_by, text, fold(text))
    cost = found_by.settle([(analysis, frozenset(analysis.pending))])
    assert not any(analysis.pending.values())
    return [hit.span.of(text) for hit in analysis.hits("x")], cost


@pytest.mark.parametrize(
    ("text", "expected", "cost"),
    [
        ("You quibbled twice.", ["You quibbled"], (1, 0)),
        ("You QUIBBLE a lot.", ["You QUIBBLE"], (1, 0)),
        ("We quibbled twice.", [], (0, 0)),
        ("You paid twice.", [], (0, 0)),
    ],
)
def test_token_pattern_needs_tokens_only(
    text: str, expected: list[str], cost: tuple[int, int]
) -> None:
    pattern = ({"LOWER": "you"}, {"LEMMA": "quibble"})
    assert settled(text, tokens=(pattern,)) == (expected, cost)


def test_token_pattern_finds_the_tokens_of_contractions() -> None:
    pattern = ({"LOWER": "do"}, {"LOWER": "n't"}, {"LOWER": "quibble"})
    assert settled("We don't quibble.", tokens=(pattern,))[0] == ["don't quibble"]
    assert settled("We quibble.", tokens=(({"LOWER": "n't"},),)) == ([], (0, 0))
    assert settled("We couldn't.", tokens=(({"LOWER": "n't"},),)) == (["n't"], (1, 0))


def test_token_pattern_with_tags_needs_a_parse() -> None:
    pattern = ({"TAG": {"IN": ["PRP"]}}, {"LEMMA": "quibble"})
    assert settled("You quibbled twice.", tokens=(pattern,)) == (["You quibbled"], (0, 1))


def test_many_rare_words_start_a_pattern_that_has_a_common_word_too() -> None:
    cheeses = ["brie", "cheddar", "edam", "feta", "gouda", "gruyere", "halloumi", "manchego"]
    pattern: list[dict[str, Any]] = [{"LOWER": "sunday"}, {"TAG": "IN"}, {"LOWER": {"IN": cheeses}}]
    assert compile_tokens(pattern, forms)[1:] == (tuple(cheeses), True)
    assert compile_tokens([pattern[0], pattern[2]], forms)[1:] == (("sunday",), False)


def test_syntax_pattern_finds_words_that_stand_apart() -> None:
    words, cost = settled("You, once more, quibbled.", syntax=((QUIBBLED, SUBJECT),))
    assert words == ["You, once more, quibbled"]
    assert cost == (0, 1)
    assert settled("We quibbled with you.", syntax=((QUIBBLED, SUBJECT),))[0] == []


def test_only_asked_owners_are_settled() -> None:
    first, tokens = compile_patterns("a", 0, Patterns(tokens=(({"LOWER": "quibble"},),)), forms)
    second, more = compile_patterns("b", 1, Patterns(tokens=(({"LOWER": "quibble"},),)), forms)
    both = Lexicon([first, second], [*tokens, *more])
    analysis = Analysis(both, "We quibble.", "we quibble.")
    assert both.settle([(analysis, frozenset({"a"}))]) == (1, 0)
    assert analysis.hits("a")
    assert not analysis.hits("b")
    assert analysis.pending == {"a": [], "b": [1]}


def test_scopes_void_what_grammar_finds_too() -> None:
    found_by = lexicon(tokens=(({"LOWER": "you"}, {"LEMMA": "quibble"}),))
    text = "If you quibble, write to us."
    analysis = Analysis(found_by, text, fold(text))
    found_by.settle([(analysis, frozenset({"x"}))])
    assert [hit.status for hit in analysis.hits("x")] == [Status.HYPOTHETICAL]


def test_group_of_patterns_bears_its_owner() -> None:
    group, _ = compile_patterns("act", 3, Patterns(phrases=("a b",), unless=("quoted",)), forms)
    assert group == Group("act", ("quoted",), ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Well, rain is rain.", "rain is rain"),
        ("A rule's a rule.", "rule's a rule"),
        ("The fee is the feeling.", None),
        ("It is it.", None),  # a word has three letters at least
    ],
)
def test_same_is_the_word_said_before(text: str, words: str | None) -> None:
    regex = compile_phrase("<word> (is|are) (a|an|the)? <same>", forms).regex
    found = re.search(regex, fold(text))
    assert (found and found[1]) == words


@pytest.mark.parametrize("phrase", ["rain is <same>", "<same> is <word>"])
def test_same_needs_a_word_to_repeat(phrase: str) -> None:
    with pytest.raises(PhraseError, match="repeats a <word>"):
        compile_phrase(phrase, forms)


# Word lists

LISTS = {"cheese": ("brie", "blue cheese", "goat's cheese", "~quibble"), "sauce": ("mint",)}


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("more <cheese>", "More brie!", "More brie"),
        ("more <cheese>", "More blue cheese!", "More blue cheese"),
        ("more <cheese>", "More goat’s cheese!", "More goat’s cheese"),
        ("more <cheese>", "more quibbling", "more quibbling"),
        ("more <cheese>", "More mint.", None),
        ("(<cheese>|ham) (with|and) <sauce>", "Ham and mint.", "Ham and mint"),
        ("(<cheese>|ham) (with|and) <sauce>", "Brie with mint.", "Brie with mint"),
        ("(<cheese>)? please", "Some brie, please", "please"),
        ("(<cheese>)? please", "Some brie please", "brie please"),
        ("<cheese>", "Brie", "Brie"),
    ],
)
def test_list_in_a_phrase_stands_for_each_of_its_words(
    phrase: str, text: str, expected: str | None
) -> None:
    group, compiled = compile_patterns("x", 0, Patterns(phrases=(phrase,)), forms, LISTS)
    hits = Analysis(Lexicon([group], compiled), text, fold(text)).hits("x")
    assert [hit.span.of(text) for hit in hits] == ([] if expected is None else [expected])


def test_rarest_part_of_a_word_is_what_a_sentence_must_hold() -> None:
    assert compile_phrase("closed-minded", forms).words == ("minded",)
    assert compile_phrase("e-mail's", forms).words == ("mail",)


def test_list_is_compiled_away() -> None:
    written = "more (brie|blue cheese|goat's cheese|~quibble) with (mint)"
    assert compile_phrase("more <cheese> with <sauce>", forms, LISTS) == compile_phrase(
        written, forms
    )


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("more <chese>", "no class <chese> (did you mean ‘cheese’?)"),
        ("more <cheese>s", "“<cheese>s”: only <word> takes an ending"),
        ("more <wine>", "<cheese>, <sauce>"),
    ],
)
def test_list_that_cannot_be_used_is_refused(phrase: str, why: str) -> None:
    with pytest.raises(PhraseError, match=re.escape(why)):
        compile_phrase(phrase, forms, LISTS)
