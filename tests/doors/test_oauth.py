"""Access tokens in place of passwords: asked for, kept, renewed; against Dovecot and Postfix."""

import asyncio
import json
import os
import stat
import threading
import traceback
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from chaos.folder import CREDITOR, MORNING, Folder, Where, debts
from relance_mailer.__main__ import app
from relance_mailer.adapters.imap import ImapMailbox
from relance_mailer.adapters.imap_account import ImapAccount
from relance_mailer.adapters.oauth import OauthAccount, Tokens, tokens_for
from relance_mailer.adapters.oauth_consent import Door, code_in, consent_asked
from relance_mailer.adapters.smtp import Account, SmtpMailer
from relance_mailer.ports import Permanent, Taken, Temporary
from relance_mailer.settings.french import WrongSettings
from relance_mailer.settings.loading import load
from relance_mailer.wiring.keeping import files_of
from servers.dovecot import Dovecot, running_dovecot
from servers.ports import LOOPBACK, free_port
from servers.postfix import Postfix, running_postfix
from servers.token_giver import CLIENT, SCOPE, SECRET, TokenGiver, running_token_giver

ADDRESS = "relances@example.net"


@pytest.fixture
def giver() -> Iterator[TokenGiver]:
    with running_token_giver() as one:
        one.user = ADDRESS
        yield one


class Seconds:
    """Time that stands still until it is told."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def application(giver: TokenGiver, file: Path | None = None) -> OauthAccount:
    return OauthAccount(
        name="boite",
        token_url=giver.token_url,
        client_id=CLIENT,
        client_secret=SECRET,
        scope=SCOPE,
        refresh_token_file=file,
    )


async def test_a_token_is_kept_until_shortly_before_its_end(giver: TokenGiver) -> None:
    seconds = Seconds()
    tokens = Tokens(application(giver), seconds=seconds)
    first = await tokens(False)
    seconds.now += 3_299
    assert await tokens(False) == first
    seconds.now += 2
    assert await tokens(False) != first
    assert [one["grant_type"] for one in giver.asked] == ["client_credentials"] * 2
    assert giver.asked[0]["scope"] == SCOPE


@pytest.mark.parametrize("life", [None, "3600", "bientôt"])
async def test_a_life_that_is_said_otherwise_is_an_hour(giver: TokenGiver, life: object) -> None:
    giver.life, seconds = life, Seconds()
    tokens = Tokens(application(giver), seconds=seconds)
    first = await tokens(False)
    seconds.now += 3_299
    assert await tokens(False) == first
    seconds.now += 2
    assert await tokens(False) != first


async def test_many_who_need_one_ask_once(giver: TokenGiver) -> None:
    tokens = Tokens(application(giver))
    given = await asyncio.gather(*(tokens(False) for _ in range(8)))
    assert len(set(given)) == len(giver.asked) == 1
    again = await asyncio.gather(*(tokens(True) for _ in range(8)))
    assert len(set(again)) == 1
    assert again[0] != given[0]
    assert len(giver.asked) == 2


@pytest.mark.parametrize(
    "status, body, fault, words",
    [
        (401, b'{"error":"invalid_client","error_description":"AADSTS7"}', Permanent, "secret"),
        (400, b'{"error":"invalid_scope"}', Permanent, "scope"),
        (400, b'{"error":"invalid_grant"}', Permanent, "authorize"),
        (404, b"<html>introuvable</html>", Permanent, "token_url"),
        (503, b"plus tard", Temporary, "503"),
        (429, b"{}", Temporary, "429"),
        (200, b"[" * 100_000, Temporary, "pas de jeton"),
        (200, b'{"access_token": 3}', Temporary, "pas de jeton"),
        (200, b'{"access_token": ""}', Temporary, "pas de jeton"),
        (302, b"http://127.0.0.1:9/ailleurs", Temporary, "302"),
    ],
)
async def test_what_a_provider_refuses_is_told_with_what_to_do(
    giver: TokenGiver, status: int, body: bytes, fault: type[Exception], words: str
) -> None:
    giver.answers.append((status, body))
    with pytest.raises(fault, match=words) as caught:
        await Tokens(application(giver))(False)
    told = "".join(traceback.format_exception(caught.value)) + repr(application(giver))
    assert SECRET not in told


async def test_a_provider_that_is_not_there() -> None:
    gone = OauthAccount(
        name="boite",
        token_url=f"http://{LOOPBACK}:{free_port()}/token",
        client_id=CLIENT,
        client_secret=SECRET,
        scope=SCOPE,
    )
    with pytest.raises(Temporary, match="pas de liaison"):
        await Tokens(gone)(False)


async def test_a_refresh_token_that_is_renewed_is_kept_for_oneself(
    giver: TokenGiver, tmp_path: Path
) -> None:
    file = tmp_path / "renouvellement"
    file.write_text("renouvellement-0\n")
    giver.rotates = True
    tokens = Tokens(application(giver, file))
    await tokens(False)
    assert file.read_text().strip() == giver.refresh_token != "renouvellement-0"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]
    await tokens(True)
    assert giver.asked[1]["refresh_token"] == "renouvellement-1"


async def test_a_refresh_token_that_another_daemon_renewed_is_read_again(
    giver: TokenGiver, tmp_path: Path
) -> None:
    file = tmp_path / "renouvellement"
    file.write_text("renouvellement-0")
    tokens = Tokens(application(giver, file))
    original = tokens._from_file

    def overtaken() -> str:
        before = original()
        giver.refresh_token = "renouvellement-d-un-autre"
        file.write_text(giver.refresh_token)
        return before

    tokens._from_file = overtaken  # type: ignore[method-assign]
    assert await tokens(False)


async def test_who_is_cancelled_while_a_token_is_renewed_loses_nothing(
    giver: TokenGiver, tmp_path: Path
) -> None:
    """A stop, or a login that has no time left: the provider has ended the old one already."""
    giver.rotates = True
    file = tmp_path / "renouvellement"
    file.write_text("renouvellement-0\n")
    tokens = Tokens(application(giver, file))
    with giver.slow() as answering:
        asking = asyncio.create_task(tokens(False))
        await asyncio.to_thread(answering.wait, 10)
        asking.cancel()
        await asyncio.wait({asking})
    assert asking.cancelled()
    assert await tokens(False)
    assert file.read_text() == f"{giver.refresh_token}\n"
    assert [one["refresh_token"] for one in giver.asked] == [
        "renouvellement-0",
        "renouvellement-1",
    ]


async def test_a_refresh_token_that_no_disk_takes_serves_meanwhile(
    giver: TokenGiver, tmp_path: Path
) -> None:
    folder = tmp_path / "secrets"
    folder.mkdir()
    file = folder / "renouvellement"
    file.write_text("renouvellement-0")
    giver.rotates = True
    tokens = Tokens(application(giver, file))
    # No file can be made where its name stands already for a folder.
    (folder / f".renouvellement.{os.getpid()}").mkdir()
    assert await tokens(False)
    assert file.read_text() == "renouvellement-0"
    assert await tokens(True)
    (folder / f".renouvellement.{os.getpid()}").rmdir()
    assert await tokens(True)
    assert file.read_text().strip() == giver.refresh_token


@pytest.mark.parametrize("text", [None, "", "  \n"])
async def test_without_a_consent_it_says_how_to_give_it(
    giver: TokenGiver, tmp_path: Path, text: str | None
) -> None:
    file = tmp_path / "renouvellement"
    if text is not None:
        file.write_text(text)
    with pytest.raises(Permanent, match="relance oauth authorize boite"):
        await Tokens(application(giver, file))(False)


@pytest.fixture(scope="module")
def house() -> Iterator[tuple[TokenGiver, Dovecot, Postfix]]:
    """A provider, a Dovecot that asks it about tokens, a Postfix that asks that Dovecot."""
    with (
        running_token_giver() as giver,
        running_dovecot(introspection=f"{giver.url}/introspect") as dovecot,
        running_postfix(dovecot) as postfix,
    ):
        giver.user = ADDRESS
        yield giver, dovecot, postfix


def mailbox(dovecot: Dovecot, tokens: Tokens) -> ImapMailbox:
    account = ImapAccount(
        host=LOOPBACK,
        port=dovecot.imap_port,
        security="none",
        user=ADDRESS,
        token=tokens,
    )
    return ImapMailbox(ADDRESS, account)


def submission(postfix: Postfix, tokens: Tokens) -> SmtpMailer:
    account = Account(
        host="localhost",
        port=postfix.submission_port,
        security="starttls",
        user=ADDRESS,
        password="",
        ca_file=postfix.certificates.authority,
        token=tokens,
    )
    return SmtpMailer(account)


async def test_real_servers_take_the_token(house: tuple[TokenGiver, Dovecot, Postfix]) -> None:
    giver, dovecot, postfix = house
    tokens = Tokens(application(giver))
    box, mailer = mailbox(dovecot, tokens), submission(postfix, tokens)

    async def leaving() -> None:
        return None

    answer = await mailer.hand_over(
        b"From: relances@example.net\r\nTo: x@example.net\r\nSubject: Facture\r\n\r\nBonjour\r\n",
        envelope_from=ADDRESS,
        recipients=["client@example.net"],
        envelope_id="1",
        leaving=leaving,
    )
    assert isinstance(answer, Taken), answer
    assert (await box.look("INBOX")).uids == ()
    await mailer.close()
    await box.close()


async def test_a_token_that_was_withdrawn_is_asked_for_anew(
    house: tuple[TokenGiver, Dovecot, Postfix],
) -> None:
    giver, dovecot, postfix = house
    for door in ("imap", "smtp"):
        tokens = Tokens(application(giver))
        before = await tokens(False)
        giver.withdraw()
        if door == "imap":
            box = mailbox(dovecot, tokens)
            await box.look("INBOX")
            await box.close()
        else:
            mailer = submission(postfix, tokens)
            assert "AUTH" in await mailer.check()
            await mailer.close()
        assert await tokens(False) != before


async def test_a_token_for_another_mailbox_is_refused_in_plain_words(
    house: tuple[TokenGiver, Dovecot, Postfix],
) -> None:
    giver, dovecot, postfix = house
    giver.user = "autre@example.net"
    try:
        tokens = Tokens(application(giver))
        with pytest.raises(Permanent, match="jeton OAuth2") as told:
            await mailbox(dovecot, tokens).look("INBOX")
        assert await tokens(False) not in str(told.value)
        with pytest.raises(Permanent, match=r"SMTP\.SendAsApp"):
            await submission(postfix, tokens).check()
    finally:
        giver.user = ADDRESS


async def test_a_provider_that_is_away_makes_the_mail_wait_and_no_more(
    house: tuple[TokenGiver, Dovecot, Postfix],
) -> None:
    giver, dovecot, postfix = house
    away = replace(application(giver), token_url=f"http://{LOOPBACK}:{free_port()}/token")
    with pytest.raises(Temporary, match="pas de liaison"):
        await submission(postfix, Tokens(away)).check()
    with pytest.raises(Temporary, match="pas de liaison"):
        await mailbox(dovecot, Tokens(away)).look("INBOX")


OAUTH = """
[oauth.boite]
provider = "other"
client_id = "application-1"
client_secret_file = "secrets/application"
token_url = "{url}/token"
authorize_url = "{url}/authorize"
scope = "boite.ouvrir"
{more}
"""


def configured(
    place: Path, house: tuple[TokenGiver, Dovecot, Postfix], more: str = "", **changes: object
) -> Folder:
    """An operator's folder whose two accounts take tokens."""
    giver, dovecot, postfix = house
    place.mkdir(exist_ok=True)
    where = Where(
        mailbox=ADDRESS,
        smtp_port=postfix.submission_port,
        imap_port=dovecot.imap_port,
        security="starttls",
        user=ADDRESS,
        ca_file=str(postfix.certificates.authority),
    )
    both = {"oauth": "boite", "host": "localhost", **changes}
    folder = Folder(place, where, smtp=both, imap=both).write(debts(1))
    text = folder.settings.read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if not line.startswith("password_file")]
    text = "\n".join(kept) + OAUTH.format(url=giver.url, more=more)
    folder.settings.write_text(text, encoding="utf-8")
    secret = place / "secrets" / "application"
    secret.write_text(SECRET + "\n")
    secret.chmod(0o600)
    return folder


def relance(folder: Folder, *words: str, typed: str = "") -> tuple[int, str]:
    before = ["-c", str(folder.settings), "--now", MORNING]
    done = CliRunner().invoke(app, [*before, *words], input=typed)
    return done.exit_code, done.output + done.stderr


def test_check_opens_both_accounts_with_tokens(
    tmp_path: Path, house: tuple[TokenGiver, Dovecot, Postfix]
) -> None:
    folder = configured(tmp_path / "maison", house)
    assert CREDITOR in folder.settings.read_text()
    code, said = relance(folder, "check")
    assert code == 0, said
    assert "envoi SMTP : localhost" in said
    assert "boîte IMAP : localhost" in said
    code, said = relance(folder, "oauth", "test", "boite", "--json")
    assert code == 0, said
    told = json.loads(said.splitlines()[0])
    assert told["given"] is True


def test_a_wrong_secret_is_said_by_the_trial(
    tmp_path: Path, house: tuple[TokenGiver, Dovecot, Postfix]
) -> None:
    folder = configured(tmp_path / "maison", house)
    (folder.root / "secrets" / "application").write_text("perime")
    code, said = relance(folder, "oauth", "test", "boite")
    assert code == 1
    assert "client_secret_file" in said
    assert "perime" not in said


def test_an_address_that_answers_another_asking_keeps_nothing(
    tmp_path: Path, house: tuple[TokenGiver, Dovecot, Postfix]
) -> None:
    more = 'refresh_token_file = "secrets/renouvellement"'
    folder = configured(tmp_path / "maison", house, more)
    code, said = relance(folder, "oauth", "authorize", "boite", "--paste", typed="http://x/?a=b\n")
    assert code == 1
    assert "ne répond pas à la demande en cours" in said
    assert not (folder.root / "secrets" / "renouvellement").exists()
    code, said = relance(folder, "oauth", "test", "boite")
    assert code == 1
    assert "relance oauth authorize boite" in said


class Browser:
    """Somebody's browser: it opens an address and goes wherever it is sent."""

    def __init__(self) -> None:
        self.page = ""
        self._threads: list[threading.Thread] = []

    def opens(self, *urls: str) -> bool:
        def go() -> None:
            for url in urls:
                with (
                    suppress(urllib.error.HTTPError),
                    urllib.request.urlopen(url, timeout=30) as answer,
                ):
                    self.page = answer.read().decode()

        thread = threading.Thread(target=go, daemon=True)
        self._threads.append(thread)
        thread.start()
        return True

    def done(self) -> str:
        for thread in self._threads:
            thread.join(30)
        return self.page


def test_a_user_consents_in_the_browser_of_this_machine(
    tmp_path: Path,
    house: tuple[TokenGiver, Dovecot, Postfix],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    giver = house[0]
    more = 'refresh_token_file = "secrets/renouvellement"'
    folder = configured(tmp_path / "maison", house, more)
    browser = Browser()
    monkeypatch.setattr("webbrowser.open", browser.opens)
    code, said = relance(folder, "oauth", "authorize", "boite")
    assert code == 0, said
    assert "Vous pouvez fermer cette page" in browser.done()
    file = folder.root / "secrets" / "renouvellement"
    assert file.read_text().strip() == giver.refresh_token
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    code, said = relance(folder, "check")
    assert code == 0, said
    assert giver.asked[-1]["grant_type"] == "refresh_token"


def test_a_consent_that_is_refused_is_said(giver: TokenGiver) -> None:
    consent = consent_asked(application(giver), f"{giver.url}/authorize", user=ADDRESS, port=1)
    state = consent.state
    with pytest.raises(Permanent, match="access_denied"):
        code_in(consent, f"http://127.0.0.1:1/?error=access_denied&state={state}")
    assert code_in(consent, f" http://127.0.0.1:1/?code=c&state={state} \n") == "c"


def test_a_door_takes_the_answer_to_its_own_asking_only() -> None:
    with Door() as door:
        door.state = "la-bonne"
        knocked = Browser()
        # One after the other: who knocks beside the right answer finds the door closed.
        at = f"http://{LOOPBACK}:{door.port}/"
        knocked.opens(f"{at}?state=une-autre&code=piege", f"{at}?state=la-bonne&code=c")
        assert "code=c" in door.answer(30)
        assert "Vous pouvez fermer cette page" in knocked.done()


async def test_mailbox_and_submission_share_their_tokens(giver: TokenGiver) -> None:
    one, two = tokens_for(application(giver)), tokens_for(application(giver))
    assert await one(False) == await two(False)
    assert len(giver.asked) == 1


def test_a_consent_that_others_can_read_is_refused(
    tmp_path: Path, house: tuple[TokenGiver, Dovecot, Postfix]
) -> None:
    more = 'refresh_token_file = "secrets/renouvellement"'
    folder = configured(tmp_path / "maison", house, more)
    kept = folder.root / "secrets" / "renouvellement"
    kept.write_text("r")
    kept.chmod(0o644)
    with pytest.raises(WrongSettings, match=r"refresh_token_file.*chmod 600"):
        load(folder.settings, {})


def test_a_browser_that_never_comes_is_said() -> None:
    with Door() as door, pytest.raises(Temporary, match="--paste"):
        door.answer(0.0)


@pytest.mark.parametrize(
    "before, after, words",
    [
        ('provider = "other"', 'provider = "microsoft"', ""),
        ('provider = "other"', 'provider = "google"', "refresh_token_file"),
        ('scope = "boite.ouvrir"', "", "token_url et scope"),
        ('client_secret_file = "secrets/application"', "", "client_secret_file"),
        ('token_url = "http://127.0.0.1', 'token_url = "http://ailleurs.example', "https://"),
        ("[oauth.boite]", "[oauth.autre]", "aucune table [oauth.boite] (connues : autre)"),
        ('oauth = "boite"', 'oauth = "boite"\npassword = "x"', "pas les deux"),
        ('client_id = "application-1"', "", "client_id"),
    ],
)
def test_settings_that_cannot_work_are_refused_in_french(
    tmp_path: Path,
    house: tuple[TokenGiver, Dovecot, Postfix],
    before: str,
    after: str,
    words: str,
) -> None:
    folder = configured(tmp_path / "maison", house)
    text = folder.settings.read_text(encoding="utf-8")
    assert before in text
    folder.settings.write_text(text.replace(before, after, 1), encoding="utf-8")
    if not words:
        assert load(folder.settings, {}).table.oauth["boite"].asks_at.endswith("/token")
        return
    with pytest.raises(WrongSettings) as caught:
        load(folder.settings, {})
    assert words in "\n".join(caught.value.faults)


def test_the_great_providers_are_known_by_name(
    tmp_path: Path, house: tuple[TokenGiver, Dovecot, Postfix]
) -> None:
    folder = configured(tmp_path / "maison", house)
    text = folder.settings.read_text(encoding="utf-8").partition("[oauth.boite]")[0]
    tables = """
[oauth.boite]
provider = "microsoft"
tenant = "exemple.fr"
client_id = "a"
client_secret = "dans-le-fichier"
[oauth.personne]
provider = "microsoft"
tenant = "exemple.fr"
client_id = "a"
refresh_token_file = "secrets/r1"
[oauth.gmail]
provider = "google"
client_id = "a"
client_secret_file = "secrets/application"
refresh_token_file = "secrets/r2"
"""
    folder.settings.write_text(text + tables, encoding="utf-8")
    with pytest.raises(WrongSettings, match="chmod 600"):
        load(folder.settings, {})
    folder.settings.chmod(0o600)
    settings = load(folder.settings, {})
    known = settings.table.oauth
    assert known["boite"].asks_at == (
        "https://login.microsoftonline.com/exemple.fr/oauth2/v2.0/token"
    )
    assert known["boite"].asks_for == "https://outlook.office365.com/.default"
    assert "offline_access" in known["personne"].asks_for
    assert known["gmail"].asks_at == "https://oauth2.googleapis.com/token"
    assert known["gmail"].asks_for == "https://mail.google.com/"
    assert "dans-le-fichier" not in repr(settings.table)
    kept = b"".join(files_of(settings).values())
    assert b"[oauth.boite]" in kept
    assert b"dans-le-fichier" not in kept
