"""What a page shows to a person is read; what it hides is evidence, and nobody's word."""

import pytest

from relance_mailer.reading.message import Incoming
from relance_mailer.reading.parse import parse
from relance_mailer.reading.styles import melts, shade

SHEET = (
    "<style>.x.y{display:none} i{visibility:hidden} #q{font-size:0} .dark{background:#002}"
    "@media print{.m{display:none}} @media only screen and (max-width:600px){.n{display:none}"
    " .o{color:#fff}}</style>"
)


def page(body: str) -> Incoming:
    head = "From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
    return parse(f"{head}<html><head>{SHEET}</head><body>{body}</body></html>".encode())


STYLES = [
    "display: none !important", "display&#58;none", r"d\69splay:none", "display/**/:/* x */none",
    "font-size:0.1px", "font-size:.01em", "font:0/0 a", "font-size:2px", "font-size:0%",
    "color:hsl(0,0%,100%)", "color:rgba(0,0,0,0)", "color:rgba(10,10,10,0.01)", "color:#00000000",
    "color:snow", "color:WhiteSmoke", "color:#f5f5f5", "color:rgb(100%,100%,100%)",
    "opacity:.05", "opacity:0%", "filter:opacity(0)", "height:0;overflow:hidden",
    "line-height:0;height:0px;overflow:hidden", "width:0px;overflow:hidden",
    "position:absolute;left:-999em", "transform:scale(0)", "transform:translateX(-9999px)",
    "text-indent:-9999px", "position:absolute;clip-path:inset(100%)", "clip:rect(0,0,0,0)",
    "mso-hide:all", "background:#123456;color:#123457",
]  # fmt: skip


@pytest.mark.parametrize("style", STYLES)
def test_a_style_that_hides(style: str) -> None:
    found = page(f'<p>vu</p><div style="{style}">caché ici</div>')
    assert (found.text, found.hidden_text) == ("vu", "caché ici")
    assert "texte caché dans la version HTML" in found.oddities


@pytest.mark.parametrize(
    "hidden",
    [
        '<p class="x y">caché ici</p>', "<i>caché ici</i>", "<p id=q>caché ici</p>",
        "<div hidden>caché ici</div>", '<font size="0">caché ici</font>',
        "<table bgcolor=white><tr><td><font color=white>caché ici</font></td></tr></table>",
        '<textarea style="display:none">caché ici</textarea>',
    ],
)  # fmt: skip
def test_a_rule_or_an_attribute_that_hides(hidden: str) -> None:
    found = page(f"<p>vu</p>{hidden}")
    assert (found.text, found.hidden_text) == ("vu", "caché ici")


@pytest.mark.parametrize(
    "shown",
    [
        "<p class=x>vu</p>", "<p class=m>vu</p>", "<p class=n>vu</p>", "<p class=o>vu</p>",
        '<div aria-hidden="true">vu</div>', "<font size=1>vu</font>", '<p style="font-size:8pt">vu',
        '<p style="font-size:0.8em">vu</p>', '<p style="opacity:0.6">vu</p>',
        '<div style="max-height:100px">vu</div>', '<div style="height:0">vu</div>',
        '<div style="margin-left:-5px">vu</div>', '<p style="color:#999">vu</p>',
        '<div style="background:url(x.png) #003366"><b style="color:#fff">vu</b></div>',
        '<table background="x.png"><tr><td style="color:#fff">vu</td></tr></table>',
        '<div style="background:linear-gradient(#003,#006)"><b style="color:#fff">vu</b></div>',
        '<div class=dark><b style="color:#fff">vu</b></div>', "<![if !mso]><p>vu</p><![endif]>",
        '<p style="color:#fff;background-color:rgb(0,0,0)">vu</p>',
        "<!--[if mso]><p>caché</p><![endif]--><p>vu</p><!-- caché -->",
        '<p style="font:11pt/1.2 Calibri">vu</p>', '<p style="font:italic 11px Arial">vu</p>',
    ],
)  # fmt: skip
def test_what_is_seen_stays(shown: str) -> None:
    found = page(shown)
    assert (found.text, found.hidden_text) == ("vu", "")


@pytest.mark.parametrize(
    "color, shown",
    [("#FFF", "ffffff"), ("#ffffffff", "ffffff"), ("#fff0", "transparent"), ("white", "ffffff"),
     ("rgb(1, 2, 300)", "0102ff"), ("transparent", "transparent"), ("inherit", ""),
     ("rebeccapurple", "other"), ("rgb(1)", "other"), ("", "")],
)  # fmt: skip
def test_shades(color: str, shown: str) -> None:
    assert shade(color) == shown


@pytest.mark.parametrize(
    "ink, ground, gone",
    [("ffffff", "", True), ("777777", "", False), ("transparent", "other", False),
     ("other", "ffffff", False), ("101010", "000000", True), ("zzzzzz", "", False)],
)  # fmt: skip
def test_ink_that_melts_into_its_ground(ink: str, ground: str, gone: bool) -> None:
    assert melts(ink, ground) is gone


def test_words_below_more_tags_than_the_parser_follows_are_still_read() -> None:
    found = page("<b>" * 900 + "je conteste" + "</b>" * 900)
    assert "je conteste" in found.text


@pytest.mark.parametrize("body", ["<title>x</title>", "<noscript>x</noscript>", ""])
def test_a_page_that_shows_nothing_has_no_words(body: str) -> None:
    assert page(body).text == ""
