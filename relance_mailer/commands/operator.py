"""`operator`: try that the mails about a wait arrive, and see what one would say now."""

import typer

from relance_mailer.commands.acting import AsJson
from relance_mailer.commands.common import fail, put_json, with_house
from relance_mailer.commands.french import French
from relance_mailer.flows.tell_operator import send_trial, would_say
from relance_mailer.ports import Fault
from relance_mailer.wiring.build import Relance

operator = French(
    help="Qui est prévenu quand plus rien ne part ([operator] mail) : essayer, relire.",
)


@operator.command("test")
def trial(context: typer.Context, as_json: AsJson = False) -> None:
    """Envoie un essai aux adresses de [operator] mail, par le compte qui servirait."""

    async def work(relance: Relance) -> dict[str, tuple[bool, str]]:
        said = {}
        for name, creditor in relance.creditors.items():
            try:
                answer = await send_trial(relance.house, creditor, relance.doors[name])
            except Fault as error:
                said[name] = (False, str(error))
            except ValueError as error:
                fail(str(error))
            else:
                said[name] = (answer.startswith("2"), answer)
        return {str(name): one for name, one in said.items()}

    answers = with_house(context.obj, work)
    for creditor, (taken, answer) in answers.items():
        if as_json:
            put_json({"creditor": creditor, "taken": taken, "answer": answer})
        else:
            typer.echo(f"{'✓' if taken else '✗'} {creditor} : {answer}")
    if not all(taken for taken, _ in answers.values()):
        raise typer.Exit(1)


@operator.command("preview")
def preview(context: typer.Context, as_json: AsJson = False) -> None:
    """Montre le courriel que l'attente de ce moment ferait partir ; n'envoie rien."""

    async def work(relance: Relance) -> dict[str, tuple[str, str]]:
        creditors = relance.creditors.items()
        return {str(name): await would_say(relance.house, one) for name, one in creditors}

    for creditor, (subject, text) in with_house(context.obj, work).items():
        if as_json:
            put_json({"creditor": creditor, "subject": subject, "text": text})
        else:
            typer.echo(f"Objet : {subject}\n\n{text}")
