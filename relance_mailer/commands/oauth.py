"""`oauth`: let a user consent in his browser, and try whether the provider gives a token."""

import asyncio
import webbrowser
from typing import Annotated

import typer

from relance_mailer.adapters.oauth import Tokens, keep
from relance_mailer.adapters.oauth_consent import (
    LOOPBACK,
    Consent,
    Door,
    code_in,
    consent_asked,
    refresh_token_for,
)
from relance_mailer.commands.acting import AsJson
from relance_mailer.commands.common import fail, put_json, settings_of
from relance_mailer.commands.french import French
from relance_mailer.ports import Fault
from relance_mailer.settings.loading import Settings
from relance_mailer.settings.model import Server
from relance_mailer.wiring.oauth import oauth_account

oauth = French(
    help="Les boîtes sans mot de passe (Microsoft 365, Gmail) : consentir, essayer.",
)

Name = Annotated[str, typer.Argument(metavar="NOM", help="La table [oauth.NOM] de settings.toml.")]


@oauth.command("authorize")
def authorize(
    context: typer.Context,
    name: Name,
    paste: Annotated[
        bool,
        typer.Option(
            "--paste",
            help="Le navigateur est sur une autre machine : recopier ici l'adresse d'arrivée.",
        ),
    ] = False,
    port: Annotated[
        int,
        typer.Option(
            min=0, max=65_535, help="Port d'arrivée sur cette machine (0 : n'importe lequel)."
        ),
    ] = 0,
) -> None:
    """Fait consentir l'utilisateur de la boîte, et garde le jeton de renouvellement (mode 600).

    À refaire quand il retire son accord ou change de mot de passe. Chez le fournisseur,
    l'application doit connaître l'adresse de retour http://localhost (« application de bureau »).
    """
    settings = settings_of(context.obj)
    table = settings.table.oauth.get(name)
    if table is None:
        fail(_unknown(settings, name))
    if table.refresh_token_file is None:
        fail(
            f"[oauth.{name}] n'a pas de refresh_token_file : l'application agit pour elle-même, "
            "personne n'a à consentir"
        )
    if not table.consents_at:
        fail(f"[oauth.{name}] : authorize_url est attendu, l'adresse où consentir")
    account = oauth_account(settings, name)
    try:
        with Door(port) as door:
            consent = consent_asked(
                account,
                table.consents_at,
                user=_user(settings, name),
                port=door.port,
                host="localhost" if table.provider == "microsoft" else LOOPBACK,
            )
            address = _pasted(consent) if paste else _brought(consent, door)
        token = asyncio.run(refresh_token_for(consent, code_in(consent, address)))
        file = settings.path(table.refresh_token_file)
        keep(file, token)
    except Fault as error:
        fail(str(error))
    typer.echo(f"L'autorisation est gardée dans {file}.")
    typer.echo(f"Ensuite : relance oauth test {name}, puis relance check")


@oauth.command("test")
def trial(context: typer.Context, name: Name, as_json: AsJson = False) -> None:
    """Demande un jeton au fournisseur ; ne l'affiche pas et n'ouvre aucune boîte."""
    settings = settings_of(context.obj)
    if name not in settings.table.oauth:
        fail(_unknown(settings, name))
    account = oauth_account(settings, name)
    try:
        asyncio.run(Tokens(account)(False))
        given, said = True, f"{account.token_url} a donné un jeton"
    except Fault as error:
        given, said = False, str(error)
    if as_json:
        put_json({"oauth": name, "given": given, "said": said})
    else:
        typer.echo(f"{'✓' if given else '✗'} {said}")
    if not given:
        raise typer.Exit(1)


def _unknown(settings: Settings, name: str) -> str:
    known = ", ".join(sorted(settings.table.oauth)) or "aucune"
    return f"{settings.file} : aucune table [oauth.{name}] (connues : {known})"


def _user(settings: Settings, name: str) -> str:
    """The mailbox that the consent is for, so that the browser proposes it."""
    servers: list[Server] = [one for row in settings.table.creditor for one in (row.imap, row.smtp)]
    return next((server.user for server in servers if server.oauth == name), "")


def _brought(consent: Consent, door: Door) -> str:
    typer.echo("Ouvrez cette adresse dans un navigateur de cette machine :", err=True)
    typer.echo(consent.url)
    door.state = consent.state
    webbrowser.open(consent.url)
    return door.answer()


def _pasted(consent: Consent) -> str:
    typer.echo("Ouvrez cette adresse dans le navigateur de l'utilisateur, et consentez :", err=True)
    typer.echo(consent.url)
    typer.echo(
        "Le navigateur finit sur une page de cette machine-là qui ne s'ouvre pas : c'est normal.",
        err=True,
    )
    address: str = typer.prompt("Adresse d'arrivée, en entier", err=True)
    return address
