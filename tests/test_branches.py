from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.branches.conditions import Facts, Question, asked
from tonecheck.branches.tree import branches
from tonecheck.engine import prepare
from tonecheck.formats import Format, read
from tonecheck.message import Message, What
from tonecheck.text import Source

SECONDS = 20.0


def read_one(text: str, form: Format = Format.PLAIN) -> Message:
    (message,) = read(Source("a.liquid", text), form)
    return prepare(message)


def shown(message: Message) -> str:
    """Give what a reader sees: the text without its control tags."""
    pieces, at = [], 0
    for tag in message.marked(What.CONTROL_TAG):
        pieces.append(message.text[at : max(at, tag.span.start)])
        at = max(at, tag.span.end)
    return "".join((*pieces, message.text[at:]))


def worlds(text: str, form: Format = Format.PLAIN) -> list[str]:
    message = read_one(text, form)
    if message.branches is None:
        return [" ".join(shown(message).split())]
    return [" ".join(shown(world.message).split()) for world in message.branches.worlds]


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        # Liquid, Jinja, Django, Twig
        ("{% if a %}A{% endif %}", ["A", ""]),
        ("{% if a %}A{% else %}B{% endif %}", ["A", "B"]),
        ("{% if a %}A{% elsif b %}B{% else %}C{% endif %}", ["A", "B", "C"]),
        ("{% if a %}A{% elif b %}B{% endif %}", ["A", "B", ""]),
        ("{% if a %}A{% elseif b %}B{% else %}C{% endif %}", ["A", "B", "C"]),
        ("{%- if a -%} A {%- else -%} B {%- endif -%}", ["A", "B"]),
        ("{%~ if a ~%}A{%+ endif +%}", ["A", ""]),
        ("{%\n  if a\n%}A{% endif %}", ["A", ""]),
        ("{% unless a %}A{% else %}B{% endunless %}", ["A", "B"]),
        ("{% if a %}A{% endif %}{% unless a %}B{% endunless %}", ["A", "B"]),
        ("{% case a %}{% when 1 %}A{% when 2, 3 %}B{% else %}C{% endcase %}", ["A", "B", "C"]),
        ("{% case a %}\n{% when 'x' %}A{% endcase %}", ["A", ""]),
        ("{% switch a %}{% case 1 %}A{% default %}B{% endswitch %}", ["A", "B"]),
        ("{% ifequal a b %}A{% else %}B{% endifequal %}", ["A", "B"]),
        ("{% ifchanged a %}A{% endifchanged %}", ["A", ""]),
        ("{% for a in b %}A{% endfor %} C", ["A C"]),
        ("{% for a in b %}A{% else %}B{% endfor %} C", ["A C", "B C"]),
        ("{% for a in b %}A{% empty %}B{% endfor %} C", ["A C", "B C"]),
        ("{% for a in b %}{% if c %}A{% else %}B{% endif %}{% endfor %}", ["A", "B"]),
        ("{% blocktrans count n=n %}A{% plural %}B{% endblocktrans %}", ["A", "B"]),
        ("{% blocktrans %}A{% endblocktrans %}{% trans 'x' %}", ["A"]),
        ("{% if a %}{% set x = 1 %}{% endif %}A", ["A"]),
        ("{% if a %}A{% end %}", ["A", ""]),
        # Handlebars, Mustache
        ("{{#if a}}A{{else}}B{{/if}}", ["A", "B"]),
        ("{{#if a}}A{{else if b}}B{{else}}C{{/if}}", ["A", "B", "C"]),
        ("{{#if a}}A{{elseif b}}B{{/if}}", ["A", "B", ""]),
        ("{{~#if a~}}A{{~^~}}B{{~/if~}}", ["A", "B"]),
        ("{{#unless a}}A{{else}}B{{/unless}}", ["A", "B"]),
        ("{{#if a}}A{{/if}}{{#unless a}}B{{/unless}}", ["A", "B"]),
        ("{{#a}}A{{/a}}{{^a}}B{{/a}}", ["A", "B"]),
        ("{{^a}}A{{/a}}", ["A", ""]),
        ("{{#each a}}A{{/each}}", ["A"]),
        ("{{#each a}}A{{else}}B{{/each}}", ["A", "B"]),
        ("{{#with a}}A{{/with}}", ["A"]),
        ("{{#ifEquals a 'b'}}A{{else}}B{{/ifEquals}}", ["A", "B"]),
        ("{{#eq a 1}}A{{/eq}}", ["A", ""]),
        ("{{#money total 'EUR'}}A{{/money}}", ["A"]),
        ("{{#> frame}}A{{/frame}}{{#*inline 'b'}}B{{/inline}}", ["AB"]),
        # ERB, EEx
        ("<% if a %>A<% elsif b %>B<% else %>C<% end %>", ["A", "B", "C"]),
        ("<%- if a then -%>A<%- end -%>", ["A", ""]),
        ("<% unless a %>A<% end %>", ["A", ""]),
        ("<% case a %><% when 1 %>A<% when 2 %>B<% end %>", ["A", "B", ""]),
        ("<% a.each do |b| %>A<% end %>", ["A"]),
        ("<% a.each { |b| %>A<% } %>", ["A"]),
        ("<% if a %><%= link_to b do %>A<% end %><% end %>", ["<%= link_to b do %>A", ""]),
        ("<% if a %><% while b %>A<% end %><% else %>B<% end %>", ["A", "B"]),
        ("<% b = 1\n  if a %>A<% end %>", ["A", ""]),
        ("<% b = 1 if a %>A<% c unless d %>", ["A"]),
        ("<% if a then b end %>A", ["A"]),
        ("<%# if a %>A", ["A"]),
        ("<%= if a do %>A<% else %>B<% end %>", ["<%= if a do %>A", "<%= if a do %>B"]),
        ("<% case a do %><% 1 -> %>A<% _ -> %>B<% end %>", ["A", "B"]),
        # EJS
        ("<% if (a) { %>A<% } else if (b) { %>B<% } else { %>C<% } %>", ["A", "B", "C"]),
        ("<% if (a) { %>A<% } %>", ["A", ""]),
        ("<% var c = 1; if (a(b)) { %>A<% } %>", ["A", ""]),
        ("<% a.forEach(function (b) { %>A<% }) %>", ["A"]),
        ("<% for (var i = 0; i < n; i++) { %>A<% } %>", ["A"]),
        (
            "<% switch (a) { case 1: %>A<% break; case 2: %>B<% break; default: %>C<% } %>",
            ["A", "B", "C"],
        ),
        # FreeMarker
        ("<#if a>A<#elseif b>B<#else>C</#if>", ["A", "B", "C"]),
        ("<#if (a > 1)>A</#if>", ["A", ""]),
        ("<#list a as b>A</#list>", ["A"]),
        ("<#list a as b>A<#else>B</#list>", ["A", "B"]),
        ("<#switch a><#case 1>A<#break><#default>B</#switch>", ["A", "B"]),
        # Blade
        ("@if($a)A @elseif($b)B @else C @endif", ["A", "B", "C"]),
        ("@unless($a)A @endunless", ["A", ""]),
        ("@isset($a)A @endisset", ["A", ""]),
        ("@empty($a)A @endempty", ["A", ""]),
        ("@foreach($a as $b)A @endforeach", ["A"]),
        ("@forelse($a as $b)A @empty B @endforelse", ["A", "B"]),
        ("@switch($a)@case(1)A @break @default B @endswitch", ["A", "B"]),
        ("@auth A @endauth @guest B @endguest", ["A B", "B", "A"]),
        # Mailchimp
        ("*|IF:A|*A*|ELSEIF:B|*B*|ELSE:|*C*|END:IF|*", ["A", "B", "C"]),
        ("*|IFNOT:A|*A*|END:IF|*", ["A", ""]),
        ("*|IF:A|*A*|END:IF|**|IFNOT:A|*B*|END:IF|*", ["A", "B"]),
        ("*|INTERESTED:G:X|*A*|ELSE:|*B*|END:INTERESTED|*", ["A", "B"]),
        # nested, and several
        ("{% if a %}A{% if b %}B{% endif %}{% else %}C{% endif %}", ["AB", "C", "A"]),
        ("{% if a %}A{% else %}{% if b %}B{% else %}C{% endif %}{% endif %}", ["A", "B", "C"]),
        ("{% if a %}A{% endif %}{% if b %}B{% endif %}", ["AB", "B", "A"]),
        ("{% if a %}A{% endif %}{% if a %}B{% endif %}", ["AB", ""]),
        ("{% if a %}A{% if a %}B{% else %}C{% endif %}{% endif %}", ["AB", "AC", ""]),
        ("{% if a == 1 %}A{% endif %}{% if a == 2 %}B{% endif %}", ["A", "B"]),
        ("{% if a == b %}A{% endif %}{% if a == c %}B{% endif %}", ["AB", "B", "A"]),
        ("{% case a %}{% when 1 %}A{% endcase %}{% if a == 1 %}B{% endif %}", ["AB", ""]),
        ("{% if a %}{{#if b}}B{{/if}}{% endif %}", ["B", "", ""]),
        # tags that do not match
        ("{% if a %}A", ["A"]),
        ("A{% endif %}B{% else %}C", ["ABC"]),
        ("{% if a %}A{% endfor %}B{% endif %}", ["AB", ""]),
        ("{% if a %}A{% for b in c %}B{% endif %}C", ["ABC", "C"]),
        ("{% if a %}A{% endif %}{% if b %}B", ["AB", "B"]),
        ("{% if a %}{% if b %}B{% else %}C{% endif %}", ["B", "C"]),
        ("{% if a %}A{{/if}}B{{else}}C{% endif %}", ["ABC", ""]),
        ("{% if a %}A{% else %}B{% else %}C{% endif %}", ["A", "B", "C"]),
        ("{% case a %}{% if b %}B{% endif %}", ["B", ""]),
        # what is not shown
        ("{% if a %}{# A #}{% endif %}", [""]),
        ("{# {% if a %} #}A{# {% endif %} #}", ["A"]),
        ("{% comment %}{% if a %}{% endcomment %}A", ["A"]),
        ("{{-- else --}}{{!-- {{else}} --}}<#-- <#else> -->A", ["A"]),
        ("{% if " + "a" * 2500 + " %}A{% endif %}", ["{% if " + "a" * 2500 + " %}A"]),
    ],
)
def test_every_arm_is_read(template: str, expected: list[str]) -> None:
    assert worlds(template) == expected


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("<p>{% if a %}A{% else %}B{% endif %}</p>", ["A", "B"]),
        (
            "<table>{% if a %}<tr><td>A</td></tr>{% endif %}<tr><td>B</td></tr></table>",
            ["A B", "B"],
        ),
        ("<p class='{% if a %}x{% endif %}'>A</p>", ["A"]),
        ("<style>{% if a %}</style><p>A{% endif %}</p>", ["A"]),
        ("<#if a gt 1><p>A</p><#else><p>B</p></#if>", ["A", "B"]),
        ("<?php if ($a): ?><p>A</p><?php else: ?>B<?php endif; ?>", ["A", "B"]),
        (
            "<?php if ($a) { ?>A<?php } elseif ($b) { ?>B<?php } else { ?>C<?php } ?>",
            ["A", "B", "C"],
        ),
        ("<?php foreach ($a as $b): ?>A<?php endforeach ?>", ["A"]),
        ("<?php switch ($a): case 1: ?>A<?php endswitch ?>B", ["AB"]),
        ("@if($a)<p>A</p>@else<p>B</p>@endif", ["A", "B"]),
        ("<img alt='{% if a %}A{% else %}B{% endif %}'>", ["A", "B"]),
        ("{% comment %}<p>A</p>{% endcomment %}<p>B</p>", ["B"]),
    ],
)
def test_every_arm_of_a_page_is_read(template: str, expected: list[str]) -> None:
    assert worlds(template, Format.HTML) == expected


@pytest.mark.parametrize(
    "alike",
    [
        ("a", " a ", "(a)", "((a))", "not not a", "! !a", "not (not a)", "a != blank", "a != ''"),
        ("a == 'b'", 'a == "b"', "a  ==\n'b'", "a = 'b'", "a eq 'b'"),
        ("a == 1", "not a != 1", "eq a 1", "(eq a 1)", "ifEquals a 1", "!(a != 1)"),
        ("not a", "!a", "! a", "not(a)", "a == nil", "a == blank"),
        ("a and b", "(a and b)", "a  and\tb"),
        ("not a and b", "not  a and b"),
    ],
)
def test_alike_conditions_ask_the_same(alike: tuple[str, ...]) -> None:
    assert len({asked(words) for words in alike}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a", "b"),
        ("a", "not a"),
        ("not a and b", "not (a and b)"),
        ("(a) and (b)", "a) and (b"),
        ("a == 1", "a == 2"),
        ("a == 1", "a != 1"),
        ("a.b", "a"),
        ("a == 'x y'", "a == 'x'"),
    ],
)
def test_other_conditions_ask_something_else(one: str, other: str) -> None:
    assert asked(one) != asked(other)


def test_one_thing_has_one_value() -> None:
    facts = Facts()
    facts.assume(asked("a == 1"), passes=True)
    assert facts.answer(asked("a == 2")) is False
    assert facts.answer(asked("a != 2")) is True
    assert facts.answer(asked("a == b")) is None
    facts.assume(asked("a == 2"), passes=True)  # too late
    assert facts.answer(asked("a == 1")) is True
    assert facts.answer(Question("a")) is None


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet="ab ()!='\"1|&<>not", max_size=30), st.booleans())
def test_a_negated_condition_asks_for_the_other_answer(words: str, negated: bool) -> None:  # noqa: FBT001
    plain, turned = asked(words, negated=negated), asked(words, negated=not negated)
    assert plain == turned._replace(wanted=not turned.wanted)


TAGS = (
    *("{% if a %}", "{% elsif b %}", "{% else %}", "{% endif %}", "{%- unless a -%}"),
    *("{% endunless %}", "{% case a %}", "{% when 1 %}", "{% endcase %}", "{% for a in b %}"),
    *("{% empty %}", "{% endfor %}", "{% plural %}", "{% blocktrans %}", "{% endblocktrans %}"),
    *("{{#if a}}", "{{else}}", "{{/if}}", "{{#a}}", "{{^a}}", "{{/a}}", "{{ name }}", "{# a #}"),
    *("<% if a %>", "<% else %>", "<% end %>", "<% a.each do %>", "<% if (a) { %>", "<% } %>"),
    *("<% } else { %>", "<#if a>", "<#else>", "</#if>", "*|IF:A|*", "*|ELSE:|*", "*|END:IF|*"),
    *("@if(a)", "@else", "@endif", "{% comment %}", "{% endcomment %}", "<?php"),
)
SOUP = st.lists(
    st.sampled_from(
        (*TAGS, *TAGS, "One. ", "two", " ", "\n", "\n\n", "<p>", "</p>", "“", "”", '"')
    ),
    max_size=25,
).map("".join)


@settings(max_examples=500, deadline=None)
@given(SOUP, st.sampled_from([Format.PLAIN, Format.MARKDOWN, Format.HTML]))
def test_any_heap_of_tags_is_read_and_nothing_is_lost(text: str, form: Format) -> None:
    message = read_one(text, form)
    if message.branches is None:
        return
    arms, found = message.branches
    seen: set[int] = set()
    for world in found:
        seen |= world.arms
        left = world.message
        for piece in left.origin.pieces:
            raw = piece.source.of(text)
            assert (piece.decode(raw) if piece.decode else raw) == piece.text.of(left.text)
        for piece in world.origin.pieces:
            assert piece.source.of(message.text) == piece.text.of(left.text)
        for one, next_ in pairwise(left.blocks):
            assert one.end <= next_.start
        assert all(left.words(block) == left.words(block).strip() != "" for block in left.blocks)
        assert list(left.marked(What.CONTROL_TAG))
    assert seen == set(range(len(arms)))
    visible = {
        offset for world in found for p in world.origin.pieces for offset in range(*_ends(p))
    }
    assert visible == set(range(len(message.text)))


def _ends(piece: object) -> tuple[int, int]:
    span = piece.source  # type: ignore[attr-defined]
    return span.start, span.end


def test_twenty_ifs_are_twenty_one_worlds() -> None:
    text = "".join(f"{{% if a{n} %}}A{n} {{% endif %}}" for n in range(20))
    assert len(worlds(text)) == 21


def test_more_worlds_than_sixty_four_are_not_read() -> None:
    text = "".join(f"{{% if a{n} %}}A{n} {{% else %}}B{n} {{% endif %}}\n" for n in range(100))
    found = worlds(text)
    assert len(found) == 64
    assert all(f"A{n}" in found[0] for n in range(100))
    assert [n for n in range(100) if any(f"B{n}" in world for world in found)] == [*range(63)]


def test_where_there_are_too_many_worlds_words_are_read_before_what_says_nothing() -> None:
    ifs = "".join(f"{{% if a{n} %}}A{n} {{% endif %}}\n" for n in range(100))
    assert worlds(f"{ifs}{{% if b %}}B{{% else %}}C{{% endif %}}")[1].endswith("C")


@pytest.mark.parametrize(
    "unit",
    [
        "{% if a %}",
        "{% if aNNN %}x{% endif %} ",
        "{% endif %}{% else %}",
        "{% case a %}",
        "{% if a %}{{#b}}",
        "{% if a %}b{% for a in b %}",
        "<% if (a) { %>b",
        "<% " + "if(" * 600 + "{ %>",
        "<% " + "case " * 390 + ": %>",
        "{% if " + "(" * 300 + " %}",
        "{% if " + "not " * 70 + " %}",
        "{% if a %}x{% else %}",
    ],
)
def test_tags_without_end_are_read_in_time(unit: str) -> None:
    count = 400_000 // len(unit)
    half = "".join(unit.replace("NNN", str(n)) for n in range(count // 2))
    text = half + "{% endif %}" * 10_000 + half
    start = time.process_time()
    message = read_one(text)
    assert time.process_time() - start < SECONDS
    assert message.branches is None or len(message.branches.worlds) < 64
    assert all(branch.chosen for branch in branches(message))
