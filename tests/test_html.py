from __future__ import annotations

import re
from html import unescape
from html.entities import html5

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tonecheck.engine import prepare
from tonecheck.formats import Format, read
from tonecheck.linter import Linter
from tonecheck.message import Message, Part, What
from tonecheck.text import Source, Span

law = settings(max_examples=500, deadline=None)


def read_one(text: str, kind: Format = Format.HTML) -> Message:
    (message,) = read(Source("x.html", text), kind)
    assert_lawful(message)
    return message


def assert_lawful(message: Message) -> None:
    here = 0
    for piece in message.origin.pieces:
        raw = piece.source.of(message.source.text)
        assert (piece.decode(raw) if piece.decode else raw) == piece.text.of(message.text)
        assert here <= piece.source.start
        assert len(piece.source) > 0 or not message.text
        here = piece.source.end
    for block in message.blocks:
        words = message.words(block)
        assert words == words.strip() != ""
        assert any(region.span.contains(block) for region in message.regions)
    for mark in message.marks:
        assert mark.span.end <= len(message.text)


def blocks(text: str) -> list[str]:
    message = read_one(text)
    return [message.words(block) for block in message.blocks]


def regions(message: Message) -> list[tuple[Part, str]]:
    return [(region.what, message.words(region.span).strip()) for region in message.regions]


def parts(text: str) -> list[tuple[Part, str]]:
    return regions(read_one(text))


def marked(text: str, *what: What) -> list[str]:
    message = read_one(text)
    return [message.words(mark.span) for mark in message.marked(*what)]


# Words planted in pages: found where they stand, whatever they are broken up with

LETTERS = st.sampled_from([*"abcXYZéñ", "e\u0301", "\U0001f600", "日", "\u200d"])
SPACES = st.sampled_from([" ", "\n", "\r\n", "\r", " \t ", "\r\n    ", "\n\n"])
INSIDE = st.sampled_from(
    ["", "", "<b>", "</b>", "<i\n>", "</i>", "<!-- x > y -->", "<wbr>", "<span title='a > b'>"]
)
TAGS = st.sampled_from(
    ["{{ name }}", "{% if a > b %}", "{{ x | f: '<b>' }}", "<%= a > b %>", "<?php a() ?>", "${a}"]
)
AROUND = st.sampled_from(
    [
        *"<p>|</p>|<div>|</div>|<br>|<td>|<tr>|<table>|</table>|<li>|<ul>|</ul>|<h1>|</h1>".split(
            "|"
        ),
        "<a href=\"{% url 'x' %}\">",
        "</a>",
        '<td style="{{ x }}" {% if a %}class="b"{% endif %}>',
        "<P CLASS=x>",
        "<!--[if mso]>hidden<![endif]-->",
        "<style>p > b { color: red }</style>",
        "<script>if (a < b) x</script>",
        "<div style='display:none'>hidden</div>",
        "&nbsp;",
        "<blockquote type=cite>",
        "</blockquote>",
        "<pre>",
        "</pre>",
        "<code>",
        "</code>",
        " ",
        "\r\n",
        "x < y",
        "AT&T",
    ]
)


OWN = AROUND.filter(lambda part: re.match("<(?:blockquote|pre|code)", part) is None)


@st.composite
def written(draw: st.DrawFn, letter: str) -> str:
    """Write a letter as it stands or as a reference."""
    if len(letter) > 1:
        return letter
    return draw(
        st.sampled_from(
            [letter, letter, f"&#{ord(letter)};", f"&#x{ord(letter):x};", f"&#X{ord(letter):04X};"]
        )
    )


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, list[tuple[str, int, int]]]:
    """Make a page, and the words planted in it with where they begin and end."""
    page = ""
    words: list[tuple[str, int, int]] = []
    for number in range(draw(st.integers(1, 5))):
        page += "".join(draw(st.lists(AROUND | TAGS, max_size=4)))
        sign = f"q{number}w"
        page += " "
        start = len(page)
        word = ""
        for at, letter in enumerate([*sign, *draw(st.lists(LETTERS, max_size=6)), "z"]):
            word += letter
            page += (draw(INSIDE) if at else "") + draw(written(letter))
        words.append((word, start, len(page)))
        page += draw(st.sampled_from(["", " "]))
    return page, words


@law
@given(pages())
def test_planted_words_are_shown_once_and_stand_where_they_were_planted(
    planted: tuple[str, list[tuple[str, int, int]]],
) -> None:
    page, words = planted
    message = read_one(page)
    for word, start, end in words:
        (found,) = re.finditer(re.escape(word), message.text)
        span = Span(*found.span())
        assert message.place(span) == Span(start, end)
        assert sum(block.contains(span) for block in message.blocks) == (
            0 if any(r.what is Part.CODE and r.span.contains(span) for r in message.regions) else 1
        )
    assert "hidden" not in message.text
    assert "color" not in message.text


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(select=["you-failed"])


@law
@given(data=st.data(), before=st.lists(OWN | TAGS, max_size=4).map("".join))
def test_finding_stands_where_its_words_do(
    linter: Linter, data: st.DataObject, before: str
) -> None:
    page = f"{before}<p>😀 I am afraid that "
    start = len(page)
    for number, word in enumerate(["you", "failed", "to", "pay"]):
        page += data.draw(SPACES) if number else ""
        for at, letter in enumerate(word):
            page += (data.draw(INSIDE) if at else "") + data.draw(written(letter))
    end = len(page)
    page += " us.</p>"
    (finding,) = linter.check(page, format=Format.HTML).findings
    assert (finding.span, finding.words) == (Span(start, end), "you failed to pay")


@law
@given(st.lists(SPACES, min_size=2, max_size=2), INSIDE, INSIDE)
def test_words_with_tags_and_white_space_between_read_as_one_phrase(
    gaps: list[str], before: str, after: str
) -> None:
    page = f"<p>Hi, you{gaps[0]}{before}failed{after}{gaps[1]}to &amp; so</p>"
    message = read_one(page)
    at = message.text.index("you failed to &")
    place = message.place(Span(at, at + len("you failed to &")))
    assert place.of(page) == page[page.index("you") : page.index("&amp;") + 5]


@law
@given(TAGS, SPACES)
def test_template_tags_stay_whole_and_are_marked(tag: str, gap: str) -> None:
    message = read_one(f"<p>a {tag}{gap}<b>c</b> {tag}</p><p title='{tag}'>{tag}</p>")
    found = [
        message.words(mark.span) for mark in message.marked(What.PLACEHOLDER, What.CONTROL_TAG)
    ]
    assert found == [tag] * 3
    assert message.text.startswith(f"a {tag}")


RUBBISH = st.text("<>&;\"'=/ab{}%-! \n#?[]$@") | st.lists(
    st.sampled_from(
        [
            *"<>&;\"'=/ \n\r\t",
            *"<p </p> <table> <td> <tr </td> <li> </li> <a <b> </b> <div> </div>".split(),
            *"{{ }} {% %} <% %> <? ?> <!-- --> <![CDATA[ ]]> <!-- --!> <#if > </#if>".split(),
            *"&amp; &#x41; &#0; &#xD800; &#99999999999; &notit; &lt &nbsp; &zwnj; &#13;".split(),
            *"<pre> </pre> <code> </code> <script> </script> <style> </style> <head>".split(),
            "<body>",
            "<style>.x{display:none}</style>",
            "<i class=x>",
            "<img alt='a &lt; b'>",
            '<img alt="\U0001f600">',
            "<div style='display:none'>",
            "<div style='font-size:0'>",
            "<p style='font-size:9px'>",
            "<blockquote>",
            "</blockquote>",
            "<div class=gmail_quote>",
            "<div style='border-top:solid 1px'>",
            "From: a",
            "<br>",
            "</br>",
            "<hr id=stopSpelling>",
            "<div style='white-space:pre-wrap'>",
            "<template>",
            "x",
            "\ue000",
            "- a",
            "> b",
            "-- ",
        ]
    ),
    max_size=30,
).map("".join)


@settings(max_examples=1500, deadline=None)
@given(RUBBISH)
@example("<a x='")
@example("<")
@example("&")
@example("</")
@example("<!")
@example("<a/")
@example("<a b=>c")
def test_rubbish_is_read_and_every_place_is_true(text: str) -> None:
    prepare(read_one(text))
    read_one(text, Format.TEMPLATE)


@law
@given(
    st.sampled_from(sorted(html5))
    | st.from_regex(r"\A(?:#\d{1,12}|#[xX][0-9a-fA-F]{1,8}|\w{1,9})\Z")
)
def test_references_read_as_the_standard_library_reads_them(name: str) -> None:
    page = f"<pre wrap>a&{name}b</pre>"
    shown = unescape(f"a&{name}b").replace("\r", "\n")
    assert read_one(page).text == shown


@pytest.mark.parametrize(
    ("page", "expected", "places"),
    [
        ("&amp;x", "&x", ["&amp;"]),
        ("&ampx", "&x", ["&amp"]),
        ("&notit;", "¬it;", ["&not"]),
        ("&#8217;", "’", ["&#8217;"]),
        ("&#146;", "’", ["&#146;"]),
        ("&#x92", "’", ["&#x92"]),
        ("&#0;", "\ufffd", ["&#0;"]),
        ("&#xD800;", "\ufffd", ["&#xD800;"]),
        (f"&#{'9' * 5000};", "\ufffd", [f"&#{'9' * 5000};"]),
        (f"&#{'0' * 5000}65;", "A", [f"&#{'0' * 5000}65;"]),
        ("&NotEqualTilde;", "≂̸", ["&NotEqualTilde;"]),
        ("&nope; & AT&T", "&nope; & AT&T", []),
    ],
    ids=lambda value: str(value)[:12],
)
def test_references_are_pieces_of_their_own(page: str, expected: str, places: list[str]) -> None:
    message = read_one(page)
    assert message.text == expected
    found = [piece.source.of(page) for piece in message.origin.pieces if piece.decode]
    assert found == places


# Blocks and lines


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>a<p>b</p>c", "a\n\nb\n\nc"),
        ("<div>a</div><div>b</div>", "a\nb"),
        ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
        ("<div>a<br></div><div>b</div>", "a\nb"),
        ("a<br>b<br/>c<BR />d</br>e", "a\nb\nc\nd\ne"),
        ("a<br><br>b", "a\n\nb"),
        ("a <br>\n b", "a\nb"),
        ("a<br><br><br><br>b", "a\n\nb"),
        ("<ul><li>a<li>b</ul>c", "a\nb\n\nc"),
        ("<dl><dt>a<dd>b</dl>", "a\nb"),
        ("<table><tr><td>a<td>b<tr><td>c</table>d", "a\tb\nc\nd"),
        ("<table><tr><td><p>a</p></td><td>b</td></tr></table>", "a\n\nb"),
        ("<h1>a</h1>b<hr>c", "a\n\nb\n\nc"),
        ("<p class=MsoNormal>a<p class=MsoNormal>b", "a\nb"),
        ("<p style='margin:0in 0in 0.0001pt'>a</p><p style='margin:0'>b</p>", "a\nb"),
        ("<p style='margin:0 0 1em'>a</p><p>b</p>", "a\n\nb"),
        ("a<span style='display:block'>b</span>c", "a\nb\nc"),
        ("a<div style='display:inline'>b</div>c", "abc"),
        (" a\n  b\t<b> c</b> <i>d</i>e ", "a b c de"),
        ("a&#32;&#10; b", "a b"),
        ("a &nbsp; b", "a \u00a0 b"),
        ("<p> <p>&nbsp;<p>a", "\u00a0\n\na"),
        ("a<b>b</b>c", "abc"),
        ("<p>a</b></i></font>b", "ab"),
        ("<p>a</table></td>b", "a\nb"),
        ("<b><p>a</b>b", "ab"),
        ("<DIV>a</DIV><P\nid=x>b", "a\n\nb"),
        ("<o:p>a</o:p><x-y/>b", "ab"),
        ("<pre>\na\n  b\n</pre>c", "a\n  b\n\nc"),
        ("<div style='white-space:pre-wrap'>a  b\r\nc</div>", "a  b\nc"),
        ("<textarea>a</textarea>b", "b"),
    ],
)
def test_elements_part_their_words_as_browsers_show_them(page: str, expected: str) -> None:
    assert read_one(page).text == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>a</p>b<div>c</div>", ["a", "b", "c"]),
        ("a<br>b<br><br>c", ["a\nb", "c"]),
        ("To do:<br>- one<br>- two", ["To do:", "- one", "- two"]),
        ("a<br>-- <br>b", ["a", "b"]),
        ("<p>&nbsp;</p><p>&zwnj;&#847;</p><p>a</p>", ["a"]),
        ("<td>a<td>b", ["a", "b"]),
    ],
)
def test_blocks_end_with_their_elements_and_at_blank_lines(page: str, expected: list[str]) -> None:
    assert blocks(page) == expected


@pytest.mark.parametrize(
    "page",
    [
        "Hi Ana,<br><br>We found your parcel.<br><br>Kind regards,<br>Tom",
        "<p>Hi Ana,</p><p>We found your parcel.</p><p>Kind regards,<br>Tom</p>",
        (
            "<div>Hi Ana,</div><div><br></div><div>We found your parcel.</div><div><br></div>"
            "<div>Kind regards,</div><div>Tom</div>"
        ),
        (
            "<table><tr><td>Hi Ana,</td></tr><tr><td>We found your parcel.</td></tr><tr><td>Kind "
            "regards,</td></tr><tr><td>Tom</td></tr></table>"
        ),
        (
            "<p class=MsoNormal>Hi Ana,<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
            "<p class=MsoNormal>We found your parcel.</p><p class=MsoNormal>Kind regards,</p>"
            "<p class=MsoNormal>Tom</p>"
        ),
        (
            "<mjml><mj-head><mj-title>x</mj-title><mj-preview>y</mj-preview></mj-head><mj-body>"
            "<mj-section><mj-column><mj-text>Hi Ana,</mj-text><mj-text>We found your parcel."
            "</mj-text><mj-text>Kind regards,<br/>Tom</mj-text></mj-column></mj-section></mj-body>"
        ),
    ],
    ids=["br", "p", "div", "table", "Outlook", "MJML"],
)
def test_greeting_and_sign_off_are_found_in_every_layout(page: str) -> None:
    assert regions(prepare(read_one(page))) == [
        (Part.GREETING, "Hi Ana,"),
        (Part.BODY, "We found your parcel."),
        (Part.CLOSING, "Kind regards,"),
        (Part.SIGNATURE, "Tom"),
    ]


# What is no prose


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x < y; '<p>x'</script>",
        "<style>x{}</style>",
        "<title>x</title>",
        "<template><p>x</p></template>",
        "<svg><title>x</title><text>x</text></svg>",
        "<!-- x -->",
        "<!-->",
        "<!--x--!>",
        "<!--[if mso]><p>x</p><![endif]-->",
        "<![CDATA[ x > y ]]>",
        "<!doctype html>",
        "<?xml version='1.0'?>",
        "<a title='x > y' alt=x></a>",
        "<input value='x' type=text>",
        "<span style='display: none !important'>x <b>y</b></span>",
        "<div style='DISPLAY:NONE'>x<p>y</div>",
        "<div style='visibility:hidden'>x</div>",
        "<div style='max-height:0px;overflow:hidden'>x</div>",
        "<div style='mso-hide:all'>x</div>",
        "<div hidden>x</div>",
        "<div style='font-size:0'>x</div>",
        "<div style='font-size:0px'><b style='font-size:1em'>x</b></div>",
        (
            "<style>.mobile, p.x { display : none } @media print { .c { display: none } }</style>"
            "<p class='a mobile'>x</p><p class=x>y</p>"
        ),
        "<span class=preheader>x</span>",
        "<mj-preview>x</mj-preview>",
        "<mj-head><mj-attributes><mj-all/></mj-attributes><mj-style>x</mj-style></mj-head>",
        "<div hidden>x<div>y</div>z</div>",
        "<p hidden>x",
        "<img alt=''>",
        "<img src='x'>",
        "<textarea>x</textarea>",
        "</>",
        "</ x>",
    ],
)
def test_what_is_hidden_is_no_prose(hidden: str) -> None:
    assert read_one(f"<p>a</p>{hidden}<p class=c>b</p>").text == "a\n\nb"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<head><title>x</title>{{> styles}}</head><body>a", "a"),
        ("<head><title>x</title><p>a", "a"),
        ("<!--[if !mso]><!--><p>a</p><!--<![endif]-->", "a"),
        ("<![if !mso]>a<![endif]>", "a"),
        ("<!--[if !mso]><!--><b style='mso-hide:all'>a</b><!--<![endif]-->", "a"),
        ("<a href=x style='mso-hide:all'>a</a>", "a"),
        ("<div style='font-size:0'><p style='font-size:14px'>a</p></div>", "a"),
        ("<div style='visibility:hidden'><p style='visibility:visible'>a</p></div>", "a"),
        ("<p style='{% if x %}display:none{% endif %}'>a</p>", "a"),
        ("<div hidden=until-found>a</div>", "a"),
        ("<noscript>a</noscript>", "a"),
        ("<div><span hidden>x</div>a", "a"),
        ("<style>@media print { .a { display: none } }</style><p class=a>a", "a"),
        ("<style>.a b { display: none }</style><p class=a>a", "a"),
        ("<style>/* .a{display:none} */ .a{}</style><p class=a>a", "a"),
        ("<button>a</button>", "a"),
        ("<mj-button href='x'>a</mj-button>", "a"),
    ],
)
def test_what_only_seems_hidden_is_prose(page: str, expected: str) -> None:
    assert read_one(page).text == expected


@pytest.mark.parametrize(
    ("page", "text", "place"),
    [
        ('a <img alt="Blue &amp; new"> b', "Blue & new", "Blue &amp; new"),
        ("a <img alt='two\n  words' src=x> b", "two words", "two\n  words"),
        ("a <IMG SRC=x ALT=logo> b", "logo", "logo"),
        ("a <mj-image alt='logo' /> b", "logo", "logo"),
        ("a <img alt='x &copy=1'> b", "x &copy=1", "x &copy=1"),
        ("a <img alt='{{ product.name }}'> b", "{{ product.name }}", "{{ product.name }}"),
    ],
)
def test_what_stands_for_a_picture_is_a_block_of_its_own(page: str, text: str, place: str) -> None:
    message = read_one(page)
    assert [message.words(block) for block in message.blocks] == ["a", text, "b"]
    assert message.place(message.blocks[1]).of(page) == place


def test_signs_that_are_pictures_stay_in_their_sentence() -> None:
    assert blocks("<p>Thanks <img alt='\U0001f600' src=x> for it</p>") == [
        "Thanks \U0001f600 for it"
    ]


@pytest.mark.parametrize(
    ("page", "code", "expected"),
    [
        ("a <code>b <i>c</i></code> d", ["b c"], [(Part.BODY, "a b c d")]),
        ("<kbd>a</kbd><samp>b</samp>", ["a", "b"], [(Part.BODY, "ab")]),
        (
            "a<pre>b <code>c</code></pre>d",
            [],
            [(Part.BODY, "a"), (Part.CODE, "b c"), (Part.BODY, "d")],
        ),
        ("<pre wrap>Hi\nyou</pre>", [], [(Part.BODY, "Hi\nyou")]),
        ("<pre class='moz-quote-pre'>a</pre>", [], [(Part.BODY, "a")]),
        ("<code>a<p>b</code>c</p>d", ["a", "b"], [(Part.BODY, "a\n\nbc\n\nd")]),
        ("<code>a<p>b</p></code>", ["a", "b"], [(Part.BODY, "a\n\nb")]),
    ],
)
def test_code_is_marked_and_blocks_of_it_are_regions(
    page: str, code: list[str], expected: list[tuple[Part, str]]
) -> None:
    assert marked(page, What.CODE) == code
    assert parts(page) == expected


OUTLOOK = (
    "<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in'>"
    "<p class=MsoNormal><b>{}</b> Ana<br><b>Sent:</b> Monday<br></p></div><p>old</p>"
)


@pytest.mark.parametrize(
    "quoted",
    [
        "<div class='gmail_quote'><p>On Monday Ana wrote:</p><blockquote>old</blockquote></div>",
        "<blockquote type='cite'>old</blockquote>",
        "<blockquote>old</blockquote>",
        "<div class='moz-cite-prefix'>Ana wrote:</div><blockquote type=cite>old</blockquote>",
        "<div id='appendonsend'></div><hr><div id='divRplyFwdMsg'><b>From:</b> Ana</div><p>old",
        "<div id='x_divRplyFwdMsg'>From: Ana</div><div>old</div>",
        "<span id=OLK_SRC_BODY_SECTION>From: Ana<br>old</span>",
        "<div id='yahoo_quoted_123' class='yahoo_quoted'>old</div>",
        OUTLOOK.format("From:"),
        OUTLOOK.format("Von:"),
        "<hr id=zwchr data-marker='__DIVIDER__'><div>From: Ana</div>old",
    ],
)
def test_quoted_mail_is_history(quoted: str) -> None:
    (own, mine), (old, theirs) = parts(f"<p>new</p>{quoted}")
    assert (own, mine, old) == (Part.BODY, "new", Part.HISTORY)
    assert re.search("old|Ana", theirs)


@pytest.mark.parametrize(
    "page",
    [
        OUTLOOK.format("Total:"),
        "<blockquote style='margin:0 0 0 40px;border:none;padding:0'>indented</blockquote>",
        "<div class='gmail_default'>own</div>",
    ],
)
def test_own_words_are_no_history(page: str) -> None:
    assert [part for part, _ in parts(page)] == [Part.BODY]


def test_words_after_quoted_mail_are_own_again() -> None:
    assert parts("a<blockquote type=cite><p>b<pre>c</pre></blockquote>d") == [
        (Part.BODY, "a"),
        (Part.HISTORY, "b\n\nc"),
        (Part.BODY, "d"),
    ]


@pytest.mark.parametrize(
    "opening",
    ["<div class=gmail_signature>", "<div id=Signature>", "<pre wrap class=moz-signature>"],
)
def test_signatures_that_programs_mark_are_regions(opening: str) -> None:
    assert parts(f"<p>a</p>{opening}Tom</div></pre>") == [(Part.BODY, "a"), (Part.SIGNATURE, "Tom")]


# Template tags


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("a < b and c > d, 1 <2, <3", "a < b and c > d, 1 <2, <3"),
        ("<td style=\"{{ a > 'b' }}\">x</td>", "x"),
        ('<a href="{% url \'a\' b="c" %}">x</a>', "x"),
        ('<a href="<%= link_to("a") %>">x</a>', "x"),
        ("<p {% if a > b %}class='c'{% endif %}>x", "x"),
        ("<p {{#if a}}hidden{{/if}}>x", "x"),
        ("<p>{% if a > b %}x{% endif %}</p>", "{% if a > b %}x{% endif %}"),
        ("<% if x > 1 %>a<% end %>", "<% if x > 1 %>a<% end %>"),
        ("<?php if ($a > 1): ?>x<?php endif; ?>", "<?php if ($a > 1): ?>x<?php endif; ?>"),
        ("x <?php echo $a; // to the end", "x <?php echo $a; // to the end"),
        ("<#if (a > b)>x</#if>", "<#if (a > b)>x</#if>"),
        ("<@mail.box a='b'>x</@mail.box>", "<@mail.box a='b'>x</@mail.box>"),
        ("<#-- a > b -->x", "<#-- a > b -->x"),
        ("${a.b!} x", "${a.b!} x"),
        ("{{ a | f: '<b>' }}", "{{ a | f: '<b>' }}"),
        ("{{<b>a</b>}} {{ b.<span style='x'>c</span> }}", "{{a}} {{ b.c }}"),
        ("{{! <p>a</p> }}x", "{{! <p>a</p> }}x"),
        ("{%\n  if a\r\n%}x", "{%   if a  %}x"),
        ("<p>\n{% if a %}\nx y\n{% endif %}\n</p>", "{% if a %}\nx y\n{% endif %}"),
        (f"{{{{ t '{'<i>' * 90}{{b}}' }}}}", f"{{{{ t '{'<i>' * 90}{{b}}' }}}}"),
        ("*|IF:A|*x*|END:IF|*", "*|IF:A|*x*|END:IF|*"),
    ],
)
def test_template_tags_are_atoms(page: str, expected: str) -> None:
    assert read_one(page).text == expected


@pytest.mark.parametrize(
    ("page", "variables", "tags"),
    [
        ("<?= $a->name ?>", ["$a->name"], []),
        ("<?php echo $a ?>", ["$a"], []),
        ("<?php if (a): ?>", [], ["php if (a):"]),
        ("<#if a>${b}</#if>", ["b"], ["#if a", "#if a"[:3]]),
        ("<%= a %><% b %>", ["a"], ["b"]),
        ("{{<b>name</b>}}", ["name"], []),
    ],
)
def test_variables_are_told_from_control_tags(
    page: str, variables: list[str], tags: list[str]
) -> None:
    message = prepare(read_one(page))
    assert [mark.key for mark in message.marked(What.PLACEHOLDER)] == variables
    assert [mark.key for mark in message.marked(What.CONTROL_TAG)] == tags


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>Hi {{ name }}</p>", "Hi {{ name }}"),
        ("Hi {{ name }},<br>you", "Hi {{ name }},\nyou"),
        ("Hi {{ name }}\nAT&amp;T <3 a<b", "Hi {{ name }}\nAT&amp;T <3 a<b"),
        ("<%= a %>\n<#if b>c</#if>", "<%= a %>\n<#if b>c</#if>"),
        ("{{ '<p>' }}\nx", "{{ '<p>' }}\nx"),
    ],
)
def test_template_is_html_only_where_it_looks_like_it(text: str, expected: str) -> None:
    assert read_one(text, Format.TEMPLATE).text == expected


# Rubbish


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("a <b", "a <b"),
        ("a <b c='d", "a <b c='d"),
        ("<a href='x>text</a> more", "text more"),
        ("a <!-- b", "a"),
        ("a </", "a </"),
        ("<p a=1 a=2 =3 / b>c", "c"),
        ("<script>a", ""),
        ("<script/>a", "a"),
        ("<script/>a</script>b", "b"),
        ("a <> b", "a <> b"),
        ("<td><div>a</td>b</div>c", "a\nb\nc"),
        ("<table><tr><td><table><tr><td>a</tr></table></td></tr>b", "a\nb"),
        ("\ufeff<p>a", "\ufeff\n\na"),
    ],
)
def test_broken_markup_shows_its_words(page: str, expected: str) -> None:
    assert read_one(page).text == expected


@pytest.mark.parametrize(
    "unit",
    [
        "<div>",
        "<b>",
        "<b><div></i>",
        "<div><span></b>",
        "</div>",
        "<p><a href='",
        '<a "x=">',
        "<a x='\">",
        "<",
        "<a ",
        "<!--",
        "<!",
        "<![CDATA[",
        "</",
        "&",
        "&a",
        "&#",
        "&#1",
        "{{",
        "{{'",
        '"{{',
        "{%",
        "<%",
        "<?php ",
        "<#if (",
        "<@a ((",
        "<script/>",
        "<title>",
        "<style>{",
        "<style>.a{display:none}</style><p class=a>",
        "<table><tr><td>",
        "<td><p>",
        "<li><ul>",
        "<pre>\n",
        "<br>",
        " <b> ",
        "a ",
        "<img alt='a b'>",
        "<blockquote>a",
        "<p style='margin:0'>",
        "<p style='::::;;;;'>",
        "<div style='border-top:solid'>",
        "<code>a<p>",
        "<p a=b c=d e='f'",
        "x='",
        "- a<br>",
    ],
)
def test_hostile_pages_are_read_in_linear_time(unit: str) -> None:
    page = unit * (200_000 // len(unit))
    message = read_one(page)
    assert len(message.text) <= len(page)
