"""`user`: who may sign in at the desk."""

import getpass
import sys
from typing import Annotated

import typer

from relance_mailer.commands.common import (
    at_in_french,
    fail,
    is_terminal,
    put_json,
    table,
    with_house,
)
from relance_mailer.commands.french import French
from relance_mailer.flows.colleagues import add_colleague, change_colleague
from relance_mailer.ports import AccessLine, Colleague, DeskRole
from relance_mailer.store.colleagues import DatabaseColleagues
from relance_mailer.web.desk import ROLES
from relance_mailer.web.passwords import LEAST_SIGNS, hashed
from relance_mailer.wiring.build import Relance

user = French(help="Qui peut entrer au bureau, et avec quels droits.")

Name = Annotated[str, typer.Argument(metavar="NOM", help="Prénom et nom, tels qu'au journal.")]
AsRole = Annotated[
    DeskRole,
    typer.Option(
        "--role",
        help="reader lit ; agent consigne ; manager accorde, rouvre et abandonne.",
    ),
]
FromInput = Annotated[
    bool,
    typer.Option("--password-stdin", help="Lit le mot de passe sur l'entrée standard."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Un objet JSON par ligne.")]


@user.command("add")
def add(
    context: typer.Context, name: Name, role: AsRole = DeskRole.AGENT, from_input: FromInput = False
) -> None:
    """Ajoute une personne ; son mot de passe est demandé, jamais choisi pour elle."""
    password = _password(from_input)

    async def work(relance: Relance) -> Colleague:
        return await add_colleague(
            DatabaseColleagues(relance.database),
            name,
            role,
            await hashed(password),
            at=relance.real_now(),
            where=_here(),
        )

    added = with_house(context.obj, work)
    typer.echo(f"{added.name} peut entrer ({ROLES[added.role]}).")


@user.command("role")
def role(context: typer.Context, name: Name, role: AsRole) -> None:
    """Donne un autre rôle ; les sessions ouvertes se ferment."""
    changed = _changed(context, name, role=role)
    typer.echo(f"{changed.name} : {ROLES[changed.role]}.")


@user.command("password")
def password(context: typer.Context, name: Name, from_input: FromInput = False) -> None:
    """Change le mot de passe ; les sessions ouvertes se ferment."""
    _changed(context, name, password=_password(from_input))
    typer.echo(f"{name} : mot de passe changé.")


@user.command("disable")
def disable(context: typer.Context, name: Name) -> None:
    """Ferme la porte à une personne, aussitôt ; ce qu'elle a fait reste à son nom."""
    _changed(context, name, disabled=True)
    typer.echo(f"{name} ne peut plus entrer.")


@user.command("enable")
def enable(context: typer.Context, name: Name) -> None:
    """Rouvre la porte à une personne."""
    _changed(context, name, disabled=False)
    typer.echo(f"{name} peut entrer de nouveau.")


@user.command("list")
def list_all(context: typer.Context, as_json: AsJson = False) -> None:
    """Qui peut entrer, et avec quels droits."""

    async def work(relance: Relance) -> tuple[Colleague, ...]:
        return await DatabaseColleagues(relance.database).all()

    found = with_house(context.obj, work)
    if as_json:
        for one in found:
            put_json({"name": one.name, "role": one.role, "disabled": one.disabled})
        return
    rows = [(one.name, ROLES[one.role], "fermé" if one.disabled else "ouvert") for one in found]
    table(rows, ("nom", "rôle", "accès"))


@user.command("log")
def log(
    context: typer.Context,
    limit: Annotated[int, typer.Option("--last", min=1, max=10_000, help="Combien.")] = 50,
    as_json: AsJson = False,
) -> None:
    """Ce qui s'est passé à la porte : entrées, refus, comptes changés."""

    async def work(relance: Relance) -> tuple[AccessLine, ...]:
        return await DatabaseColleagues(relance.database).lines(limit=limit)

    for line in with_house(context.obj, work):
        if as_json:
            put_json(
                {
                    "at": line.at,
                    "who": line.who,
                    "what": line.what,
                    "where": line.where,
                    "because": line.because,
                }
            )
        else:
            told = f" ({line.because})" if line.because else ""
            typer.echo(f"{at_in_french(line.at)}  {line.what:10} {line.who}  {line.where}{told}")


def _changed(
    context: typer.Context,
    name: str,
    *,
    role: DeskRole | None = None,
    password: str | None = None,
    disabled: bool | None = None,
) -> Colleague:
    async def work(relance: Relance) -> Colleague:
        return await change_colleague(
            DatabaseColleagues(relance.database),
            name,
            at=relance.real_now(),
            where=_here(),
            role=role,
            password=await hashed(password) if password is not None else None,
            disabled=disabled,
        )

    return with_house(context.obj, work)


def _here() -> str:
    """Who typed the command: the operator's account on this machine."""
    return f"ligne de commande ({getpass.getuser()})"


def _password(from_input: bool) -> str:
    if from_input:
        return sys.stdin.readline().rstrip("\n")
    if not is_terminal():
        fail("sans terminal, donnez le mot de passe par --password-stdin", code=2)
    asked: str = typer.prompt(f"Mot de passe ({LEAST_SIGNS} signes au moins)", hide_input=True)
    if typer.prompt("Encore une fois", hide_input=True) != asked:
        fail("les deux mots de passe diffèrent : recommencez")
    return asked
