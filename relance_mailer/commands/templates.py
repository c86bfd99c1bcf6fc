"""`relance templates`: every letter tried against the rules, or written out to be looked at."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from relance_mailer.adapters import transfer_code
from relance_mailer.adapters.gallery import Shown, write_gallery
from relance_mailer.adapters.render import MailRenderer
from relance_mailer.adapters.shipped import shipped
from relance_mailer.commands.common import Asked, fail, put_json, settings_of
from relance_mailer.commands.french import French
from relance_mailer.commands.words import write_words
from relance_mailer.outward.compose import Letter, Sender
from relance_mailer.outward.levels import SenderRole, Timeline
from relance_mailer.outward.lint import faults, warnings
from relance_mailer.outward.method import METHOD, POSTED
from relance_mailer.outward.samples import LANGUAGES, NotComposed, Sample, samples
from relance_mailer.outward.sheet import Fault
from relance_mailer.outward.transfer import transfer_of
from relance_mailer.ports import Permanent
from relance_mailer.settings.french import system_words
from relance_mailer.wiring.build import renderer_of, senders_of
from relance_mailer.words import Segment

templates = French(help="Essaie et montre les modèles de lettres.")

TEMPLATE = "modèle"  # the id of a fault of the template itself
Senders = Mapping[SenderRole, Sender]
Folder = Annotated[
    Path | None,
    typer.Option(
        "--templates", metavar="RÉPERTOIRE", help="Un autre dossier de modèles à essayer."
    ),
]
Language = Annotated[
    str, typer.Option("--language", metavar="LANGUE", help="« fr » ou « en » ; les deux sinon.")
]
Json = Annotated[bool, typer.Option("--json", help="Une ligne JSON par lettre.")]


@templates.command("check")
def check(
    context: typer.Context, folder: Folder = None, language: Language = "", as_json: Json = False
) -> None:
    """Essaie chaque lettre : niveaux, réponses, débiteurs, 1 et 7 factures, deux langues."""
    renderer = _renderer(context.obj, folder)
    broken = renderer.broken()
    found = list(_shown(context.obj, renderer, language))
    for because in broken:
        if as_json:
            put_json({"letter": None, "faults": [{"rule": TEMPLATE, "because": because}]})
        else:
            typer.echo(f"✗ {because}")
    for one in found:
        if as_json:
            put_json(_row(one))
        elif one.faults:
            typer.echo(f"✗ {one.sample.name}")
            for fault in one.faults:
                typer.echo(f"    {fault.id} : {fault.because}")
    if not as_json:
        _remarks(found)
        for because in _without_mediator(context.obj):
            typer.echo(f"! {because}")
        _sum_up(found, len(broken))
    if broken or any(one.faults for one in found):
        raise typer.Exit(1)


@templates.command("gallery")
def gallery(
    context: typer.Context,
    directory: Annotated[Path, typer.Argument(metavar="RÉPERTOIRE", help="Où écrire les pages.")],
    folder: Folder = None,
    language: Language = "",
) -> None:
    """Écrit chaque lettre en une page à regarder : ordinateur, téléphone, texte."""
    renderer = _renderer(context.obj, folder)
    try:
        count = write_gallery(directory, _shown(context.obj, renderer, language))
    except OSError as error:
        fail(f"{directory} : {system_words(error)}")
    typer.echo(f"{count} lettres ; ouvrez {directory / 'index.html'}")


def _renderer(asked: Asked, folder: Path | None) -> MailRenderer:
    """The operator's templates before the shipped ones."""
    if folder is not None and not (folder / "mail").is_dir():
        fail(f"{folder} : un dossier « mail » était attendu, avec une langue par dossier", code=2)
    own = (folder,) if folder else ()
    if asked.settings is None:
        return MailRenderer((*own, shipped("templates")))
    if own:
        return MailRenderer((*own, shipped("templates")))
    return renderer_of(settings_of(asked))


def _shown(asked: Asked, renderer: MailRenderer, language: str) -> Iterator[Shown]:
    """Every letter of the operator's timelines, then those of the whole method."""
    if language and language not in LANGUAGES:
        fail(f"--language : « {' » ou « '.join(LANGUAGES)} », lu « {language} »", code=2)
    languages = (language,) if language else LANGUAGES
    tried: set[Letter] = set()
    for timelines, senders in _houses(asked):
        try:
            for sample in samples(timelines, senders, languages):
                if sample.letter not in tried:
                    tried.add(sample.letter)
                    yield _tried(renderer, sample)
        except NotComposed as error:
            fail(f"chronologie : {error}")


def _houses(asked: Asked) -> Iterator[tuple[Mapping[Segment, Timeline], Senders]]:
    if asked.settings is None:
        yield METHOD, INVENTED
        yield POSTED, INVENTED
        return
    settings = settings_of(asked)
    for row in settings.table.creditor:
        senders = {role: _with_mediator(one) for role, one in senders_of(row).items()}
        yield settings.timelines[row.id], senders
        yield METHOD, senders


def _with_mediator(sender: Sender) -> Sender:
    """A house without consumers names no mediator: its templates are tried all the same."""
    return replace(sender, mediator=sender.mediator or _CLERK.mediator)


def _without_mediator(asked: Asked) -> Iterator[str]:
    """What the settings leave out, and which letter it will stop."""
    if asked.settings is None:
        return
    for row in settings_of(asked).table.creditor:
        if not row.mediator:
            yield (
                f"{row.id} : aucun médiateur de la consommation (clé « mediator ») ; une réponse "
                "défavorable à un particulier serait arrêtée"
            )


def _tried(renderer: MailRenderer, sample: Sample) -> Shown:
    letter = sample.letter
    asked = transfer_of(letter)
    picture = transfer_code.png(asked) if asked else b""
    try:
        rendered = renderer.printed(letter, pictured=bool(picture))
    except Permanent as error:
        return Shown(sample=sample, rendered=None, faults=(Fault(id=TEMPLATE, because=str(error)),))
    parts = (letter, rendered.text, rendered.html, rendered.subject, rendered.printed)
    return Shown(
        sample=sample,
        rendered=rendered,
        picture=picture,
        faults=faults(*parts),
        warnings=warnings(*parts),
    )


def _row(one: Shown) -> dict[str, object]:
    sample = one.sample
    return {
        "letter": sample.template,
        "language": sample.language,
        "segment": sample.segment.value,
        "invoices": sample.count,
        "case": sample.case,
        "subject": one.rendered.subject if one.rendered else "",
        "faults": [{"rule": fault.id, "because": fault.because} for fault in one.faults],
        "warnings": [{"rule": note.id, "because": note.because} for note in one.warnings],
    }


def _remarks(found: list[Shown]) -> None:
    """What stops nothing, each remark once with the first letter that earns it."""
    told: dict[tuple[str, str], str] = {}
    for one in found:
        for note in one.warnings:
            told.setdefault((one.sample.template, note.because), one.sample.name)
    for (_, because), name in told.items():
        typer.echo(f"! {name} : {because}")


def _sum_up(found: list[Shown], broken: int) -> None:
    wrong = sum(1 for one in found if one.faults)
    said = f"{len(found)} lettres essayées, {wrong} en faute"
    several = "s" if broken > 1 else ""
    typer.echo(said + (f", {broken} fichier{several} illisible{several}" if broken else ""))


templates.command("words")(write_words)

_CLERK = Sender(
    creditor_name="Votre Société",
    mailbox="relances@exemple.fr",
    mentions=(
        "Votre Société – SARL au capital de 10 000 €",
        "Siège : 1 rue de l'Exemple, 35000 Rennes – RCS Rennes 732 829 320",
    ),
    privacy="Vos données servent au recouvrement de nos factures ; vos droits : à cette adresse.",
    iban="FR7630006000011234567890189",
    bic="AGRIFRPP",
    person="Prénom Nom",
    role="Chargée de relance",
    phone="02 00 00 00 00",
    sender_role=SenderRole.AR_CLERK,
    mediator="Médiation de l'Exemple, 1 rue de l'Exemple, 75008 Paris",
)
INVENTED: Senders = {
    role: replace(_CLERK, sender_role=role, role=title)
    for role, title in (
        (SenderRole.CUSTOMER_SERVICE, "Service clients"),
        (SenderRole.AR_CLERK, "Chargée de relance"),
        (SenderRole.ACCOUNTS, "Comptabilité clients"),
        (SenderRole.CREDIT_MANAGER, "Responsable crédit"),
        (SenderRole.MANAGEMENT, "Gérante"),
    )
}
"""Who signs where no settings are given."""
