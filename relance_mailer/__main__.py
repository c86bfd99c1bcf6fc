"""The entry: `relance`, with its commands put together."""

from pathlib import Path
from typing import Annotated

import typer

from relance_mailer.commands import (
    agreements,
    books,
    colleagues,
    keeping,
    ledger,
    message,
    queue,
    service,
    setup,
    user,
)
from relance_mailer.commands.common import Asked, now_option
from relance_mailer.commands.dossier import dossier
from relance_mailer.commands.export import export, write_draft
from relance_mailer.commands.french import French
from relance_mailer.commands.letter import letter
from relance_mailer.commands.oauth import oauth
from relance_mailer.commands.operator import operator
from relance_mailer.commands.reckon import reckon
from relance_mailer.commands.status import show_status
from relance_mailer.commands.templates import templates
from relance_mailer.commands.understand import understand
from relance_mailer.demo.command import demo
from relance_mailer.simulate.command import simulate

app = French(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Relance vos factures impayées : envoie, lit les réponses, suspend, passe la main.",
)


@app.callback()
def options(
    context: typer.Context,
    settings: Annotated[
        Path | None,
        typer.Option("-c", "--settings", metavar="FICHIER", help="Le fichier settings.toml."),
    ] = None,
    now: Annotated[
        str | None,
        typer.Option(
            "--now",
            metavar="DATE-HEURE",
            help="Le moment tenu pour présent ; demande [clock] settable = true.",
        ),
    ] = None,
) -> None:
    """Relance vos factures impayées : envoie, lit les réponses, suspend, passe la main."""
    context.obj = Asked(settings=settings, now=now_option(now))


app.command("init")(setup.init)
app.command("check")(setup.check)
app.command("run")(service.run)
app.command("once")(service.once)
app.command("import-sent")(ledger.take_over)
app.command("status")(show_status)
app.command("preview")(ledger.show_preview)
app.command("queue")(queue.queue)
app.command("close-paid")(queue.close_all_paid)
app.add_typer(dossier, name="dossier")
app.add_typer(message.message, name="message")
app.add_typer(templates, name="templates")
app.command("reckon")(reckon)
app.add_typer(letter, name="letter")
app.add_typer(agreements.dispute, name="dispute")
app.add_typer(agreements.plan, name="plan")
app.add_typer(colleagues.task, name="task")
app.command("call-sheet")(colleagues.call_sheet)
app.add_typer(colleagues.absence, name="absence")
app.add_typer(user.user, name="user")
app.add_typer(operator, name="operator")
app.add_typer(oauth, name="oauth")
app.command("export")(export)
app.command("draft")(write_draft)
app.command("verify")(books.verify_journal)
app.command("rebuild")(books.rebuild_caches)
app.command("backup")(keeping.backup)
app.command("restore")(keeping.restore)
app.command("stop")(service.stop)
app.command("start")(service.start)
app.command("understand")(understand)
app.command("demo")(demo)
app.command("simulate")(simulate)


def main() -> None:
    """The console script `relance`."""
    app()


if __name__ == "__main__":
    main()
