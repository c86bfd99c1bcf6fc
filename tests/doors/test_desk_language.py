"""A desk in another language: whatever it says by itself is translated, the journal marked French.

A made-up language puts every translated text between ⟦ and ⟧: what stands outside is a name, a
figure, or marked as French, or a text that no translator was given.
"""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po
from typer.testing import CliRunner

from doors.conftest import opened
from doors.desk_browser import browsing
from doors.desk_seat import PAGE, Seat
from flows.world import US, World, paris, row
from relance_mailer.__main__ import app
from relance_mailer.outward.approving import Approval
from relance_mailer.ports import DeskRole, Permanent
from relance_mailer.web.catalogue import gathered, updated
from relance_mailer.web.panel import ACTS
from relance_mailer.web.wording import compiled, environment_of, words_in

DISPUTE = "Nous contestons cette facture : deux cartons manquaient."
TRANSLATED = re.compile("⟦[^⟦⟧]*⟧")
SHOWN = ("aria-label", "title", "placeholder", "alt")
VOID = frozenset({"input", "br", "meta", "link", "img", "hr"})
OWN = re.compile(
    r"Relance|relance -c settings.toml user add Prénom Nom --role manager|Anne|Roux|Zoé|brezance"
    r"|zzz|Re: votre relance|Société C-|Mme Anne|Le Gall"
    r"|BZ-1|FA-1|\S+@\S+|Scierie Guérin|Mme Le Gall|[\w ]*Le Moal|Nadège|comptable|€|\bh\b|\.zip"
    r"|\.eml|text/plain|Kio|octets",
)
"""Names, figures and addresses: of nobody's language."""


class Reading(HTMLParser):
    """What a page shows to eyes and screen readers, what is marked as French left out."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[tuple[str, str]] = []

    @property
    def _language(self) -> str:
        return next((lang for _, lang in reversed(self._open) if lang), "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag not in VOID:
            self._open.append((tag, named.get("lang") or ""))
        if self._language != "fr":
            self.texts += [value for name in SHOWN if (value := named.get(name))]

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        hidden = any(tag in ("script", "style") for tag, _ in self._open)
        mail = any(tag in ("mark", "article") for tag, _ in self._open)
        if not hidden and not mail and self._language != "fr":
            self.texts.append(data)


def pseudo() -> bytes:
    """Every text of the desk between brackets, as a translator's file."""
    catalogue = read_po(BytesIO(updated(b"", "en")))
    for message in catalogue:
        if message.id:
            message.string = f"⟦{message.id}⟧"
    written = BytesIO()
    write_po(written, catalogue)
    return written.getvalue()


def untranslated(page: str) -> list[str]:
    """The texts of a page that nobody could translate."""
    read = Reading()
    read.feed(page)
    left = (OWN.sub("", TRANSLATED.sub("", text)) for text in read.texts)
    return [" ".join(one.split()) for one in left if any(sign.isalpha() for sign in one)]


@pytest.fixture
async def seat(sqlite_url: str) -> AsyncIterator[Seat]:
    """A disputed dossier at a desk that speaks the made-up language."""
    world = World(paris("2026-10-05T09:00"))
    world.ledger.rows = [row()]
    words = compiled(pseudo())
    async with opened(sqlite_url) as database, browsing(database) as empty:
        world.house = replace(empty.desk.house, clock=world.clock, papers=world.papers)
        await world.works()
        world.writes(DISPUTE)
        await world.works()
        creditor = replace(world.creditor, approval=Approval())
        parts = {"house": world.house, "creditors": {US: creditor}}
        async with browsing(database, **parts, language="en", words=words) as browser:
            made = Seat(world=world, browser=browser, database=database)
            await made.enters("Anne Roux", DeskRole.MANAGER)
            yield made


async def test_every_page_is_translated_but_for_the_journal(seat: Seat) -> None:
    digest = (await seat.world.dossier()).messages[-1]
    for path in (
        *("/", "/file/review", "/file/legal", "/calendrier", "/tableau", "/recherche?q=zzz"),
        *(PAGE, f"/message/{digest}", "/nulle/part"),
    ):
        answer = await seat.get(path)
        assert '<html lang="en">' in answer.text
        assert untranslated(answer.text) == [], path


async def test_every_form_is_translated(seat: Seat) -> None:
    for slug in ACTS:
        answer = await seat.get(f"{PAGE}?acte={slug}")
        assert untranslated(answer.text) == [], slug


async def test_the_door_is_translated(seat: Seat) -> None:
    await seat.sends("/sortir")
    wrong = await seat.browser.signs_in("Zoé", "faux")
    for answer in (await seat.get("/entrer"), wrong):
        assert untranslated(answer.text) == []


async def test_what_the_journal_says_is_marked_as_french(seat: Seat) -> None:
    page = (await seat.get(PAGE)).text
    story = page.partition('id="histoire"')[2]
    assert '<ol lang="fr">' in story
    told = story.partition("</ol>")[0].partition("<ol")[2]
    assert "contestation" in told
    assert "⟦" not in re.sub(r"<a [^>]*>[^<]*</a>", "", told)


def test_what_was_translated_stays_so_when_the_catalogue_is_written_anew() -> None:
    before = pseudo()
    again = updated(before, "en")
    assert compiled(again).gettext("Clore le dossier") == "⟦Clore le dossier⟧"
    assert updated(again, "en") == again


def test_every_label_and_table_is_gathered() -> None:
    texts = {text for text, _ in gathered()}
    for act in ACTS.values():
        told = [act.label, act.button, act.done, act.lead, act.group.value]
        told += [text for one in act.fields for text in (one.label, one.help)]
        assert {one for one in told if one} <= texts, act.slug
    assert {"Aujourd’hui", "lettres à approuver", "en relance", "lundi"} <= texts


def test_the_catalogue_is_written_by_one_command(tmp_path: Path) -> None:
    file = tmp_path / "desk" / "en.po"
    done = CliRunner().invoke(app, ["templates", "words", str(file)])
    assert done.exit_code == 0
    assert f"{len(gathered())} textes" in done.output
    assert words_in("en", (tmp_path,)).gettext("Clore") == "Clore"
    elsewhere = CliRunner().invoke(app, ["templates", "words", str(tmp_path / "mots.txt")])
    assert elsewhere.exit_code == 2


def test_a_catalogue_with_a_slip_is_left_as_it_is(tmp_path: Path) -> None:
    """Written anew it would have lost what stands at the slip."""
    file = tmp_path / "en.po"
    file.write_text('msgid "Clore"\nmsgstr "Close"\n\nmsgid "x\nbad\n')
    before = file.read_bytes()
    done = CliRunner().invoke(app, ["templates", "words", str(file)])
    assert (done.exit_code, "catalogue illisible" in done.stderr) == (1, True)
    assert file.read_bytes() == before


def test_a_language_without_its_catalogue_does_not_start(tmp_path: Path) -> None:
    with pytest.raises(Permanent, match="il manque le catalogue"):
        words_in("de", (tmp_path,))
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "de.po").write_bytes(b"\xff\xfe msgid")
    with pytest.raises(Permanent, match="catalogue illisible"):
        words_in("de", (tmp_path,))


def catalogue(text: str, translation: str, head: str = "charset=UTF-8") -> bytes:
    """A translator's file with one text in it."""
    top = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; {head}\\n"\n'
    return f'{top}\nmsgid "{text}"\nmsgstr "{translation}"\n'.encode()


def test_a_translation_is_text_and_never_markup() -> None:
    words = compiled(catalogue("Bonjour %(nom)s", '<img src=x> %(nom)s & \\" onfocus=x'))
    pages = environment_of(words, "en", {})
    told = pages.from_string("{{ _('Bonjour %(nom)s', nom='<b>') }}").render()
    assert told == "&lt;img src=x&gt; &lt;b&gt; &amp; &#34; onfocus=x"


@pytest.mark.parametrize(
    ("text", "translation", "head"),
    [
        ("Reste", "100 % left", "charset=UTF-8"),
        ("%(num)s lettres", "%(number)s letters", "charset=UTF-8"),
        ("Reste", "Left", "charset=klingon"),
    ],
)
def test_a_catalogue_that_would_break_a_page_does_not_start(
    text: str, translation: str, head: str, tmp_path: Path
) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "en.po").write_bytes(catalogue(text, translation, head))
    with pytest.raises(Permanent, match="catalogue illisible"):
        words_in("en", (tmp_path,))
