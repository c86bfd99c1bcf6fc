"""`init` writes a configuration that starts in shadow mode; `check` tries all that can be tried."""

import re
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from relance_mailer.adapters.shipped import shipped
from relance_mailer.commands.common import Asked, fail, finished, is_terminal, settings_of
from relance_mailer.ports import Fault
from relance_mailer.settings.french import system_words
from relance_mailer.wiring.checks import Attempt, checks

CONFIG_FILES = ("settings.toml", "timelines.toml", "calendar.toml", "roles.toml", "rates.toml")
FORMS = ("by_amount", "mail", "registered_letter", "registered_email")
LEDGER_HEAD = (
    "dossier,debtor_id,debtor_name,siren,segment,language,contact_name,contact_role,"
    "contact_email,invoice_number,issued_on,due_on,amount,paid,currency,po_number\n"
)


def init(
    folder: Annotated[Path, typer.Argument(metavar="RÉPERTOIRE", help="Dossier à créer.")],
    formal_notice: Annotated[
        str | None,
        typer.Option(
            "--mise-en-demeure",
            help="Forme de la mise en demeure : by_amount (courriel, LRAR au-delà de big_amount), "
            "mail, registered_letter ou registered_email.",
        ),
    ] = None,
) -> None:
    """Écrit une configuration commentée, en mode « shadow » : tout se voit, rien ne part."""
    taken = [name for name in CONFIG_FILES if (folder / name).exists()]
    if taken:
        fail(f"{folder} : {', '.join(taken)} existe déjà ; rien n'a été écrit")
    form = formal_notice or _asked_form()
    if form not in FORMS:
        fail(f"--mise-en-demeure : {' ou '.join(FORMS)} était attendu, reçu « {form} »", code=2)
    try:
        _write(folder, form)
    except OSError as error:
        fail(f"{folder} : écriture impossible : {system_words(error)}")
    typer.echo(f"{folder}/settings.toml est prêt, en mode « shadow ».")
    typer.echo("Ensuite :")
    typer.echo("  1. votre identité, vos comptes et vos signataires dans settings.toml ;")
    typer.echo("  2. les mots de passe dans secrets/smtp.password et secrets/imap.password ;")
    typer.echo("  3. vos factures dans grand-livre/ledger.csv ;")
    typer.echo(f"  4. relance -c {folder}/settings.toml check")


def _asked_form() -> str:
    if not is_terminal():
        return "by_amount"
    typer.echo("La mise en demeure part-elle par mail (preuve faible), par lettre recommandée")
    typer.echo("à poster vous-même, par recommandé électronique, ou selon le montant (by_amount) ?")
    answer: str = typer.prompt(f"Forme ({', '.join(FORMS)})", default="by_amount")
    return answer.strip()


def _write(folder: Path, form: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    source = shipped("config")
    for name in CONFIG_FILES:
        text = (source / name).read_text(encoding="utf-8")
        if name == "settings.toml":
            wanted = f'formal_notice_form = "{form}"'
            text = re.sub(r'^formal_notice_form = ".*"$', wanted, text, flags=re.MULTILINE)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "templates" / "mail" / "fr").mkdir(parents=True, exist_ok=True)
    (folder / "grand-livre").mkdir(exist_ok=True)
    (folder / "grand-livre" / "ledger.csv").write_text(LEDGER_HEAD, encoding="utf-8")
    private = folder / "secrets"
    private.mkdir(mode=0o700, exist_ok=True)
    for name, text in (
        ("token.key", secrets.token_hex(32) + "\n"),
        ("smtp.password", ""),
        ("imap.password", ""),
    ):
        file = private / name
        file.touch(mode=0o600, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def check(context: typer.Context) -> None:
    """Essaie réglages, modèles, base, grand livre, comptes SMTP et IMAP ; une ligne chacun."""
    asked: Asked = context.obj
    settings = settings_of(asked)
    typer.echo(f"✓ réglages : {settings.file}")
    if not finished(_tried(checks(settings))):
        raise typer.Exit(1)


async def _tried(rows: Iterable[Attempt]) -> bool:
    sound = True
    for row in rows:
        try:
            said = await row.attempt()
        except Fault as error:
            typer.echo(f"✗ {row.name} : {error}")
            sound = False
        else:
            typer.echo(f"{'!' if row.is_warning(said) else '✓'} {row.name} : {said}")
    return sound
