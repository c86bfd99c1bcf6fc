"""`message`: one that came in is shown, explained, linked, corrected, or put aside."""

import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from relance_mailer.commands.acting import AsJson, Because, By, day, money
from relance_mailer.commands.common import (
    at_in_french,
    fail,
    harmless,
    put_json,
    with_house,
)
from relance_mailer.commands.corpus import write_corpus
from relance_mailer.commands.french import French
from relance_mailer.commands.understand import as_row
from relance_mailer.dossier.values import DossierKey
from relance_mailer.flows.labelled import Labelled, labelled
from relance_mailer.flows.read_mail.by_hand import dismiss_by_hand, link_by_hand
from relance_mailer.flows.read_mail.corrected import (
    confirm_by_hand,
    correct_by_hand,
    dossier_of,
)
from relance_mailer.flows.read_mail.decided import Told
from relance_mailer.flows.read_mail.explained import explained, lines_of
from relance_mailer.flows.read_mail.judged import Verdict, judge_raw
from relance_mailer.flows.work_desk import find_one
from relance_mailer.inward.correction import Correction
from relance_mailer.inward.sent import sent_mail
from relance_mailer.ports import Kept, Permanent
from relance_mailer.wiring.build import Relance
from relance_mailer.words import Intent, Kind, Permanence

message = French(
    help="Les messages reçus : voir, expliquer, corriger, rattacher, écarter.",
)


async def _kept(relance: Relance, digest: str) -> Kept:
    kept = await relance.house.inbox.find(digest)
    if kept is None:
        raise Permanent(f"aucun message (ou plusieurs) ne commence par « {digest} »")
    return kept


Digits = Annotated[str, typer.Argument(metavar="MESSAGE", help="Début de son empreinte.")]


@message.command("show")
def show_message(
    context: typer.Context,
    digest: Digits,
    raw: Annotated[bool, typer.Option("--raw", help="Les octets reçus, tels quels.")] = False,
) -> None:
    """Montre un message tel qu'il est arrivé (en-têtes principaux et texte)."""

    async def work(relance: Relance) -> bytes:
        kept = await _kept(relance, digest)
        return (await relance.house.inbox.raw([kept.digest]))[kept.digest]

    data = with_house(context.obj, work)
    if raw:
        text = data.decode("utf-8", "replace")
        if sys.stdout.isatty():
            typer.echo(harmless(text))
        else:
            typer.get_binary_stream("stdout").write(data)
        return
    mail = sent_mail(data)
    sent_at = at_in_french(mail.sent_at) if mail.sent_at else "sans date"
    for name, value in (
        ("De", mail.sender),
        ("À", ", ".join(mail.to)),
        ("Date", sent_at),
        ("Objet", mail.subject),
        ("Message-ID", mail.message_id),
    ):
        typer.echo(f"{name} : {harmless(value)[:300]}")
    typer.echo("")
    typer.echo(harmless(mail.text)[:20_000])


@message.command("link")
def link_message(
    context: typer.Context,
    digest: Digits,
    dossier: Annotated[
        str, typer.Argument(metavar="DOSSIER", help="Identifiant, débiteur, adresse ou facture.")
    ],
    by: By,
    because: Because,
) -> None:
    """Rattache un message à un dossier ; il y est lu comme les autres."""

    async def work(relance: Relance) -> Told:
        kept = await _kept(relance, digest)
        key = await find_one(relance.house, dossier)
        creditor = relance.creditors[key.creditor]
        return await link_by_hand(relance.house, creditor, kept, key, by=by, because=because)

    told = with_house(context.obj, work)
    typer.echo(f"rattaché à {dossier} : {told.outcome} ({told.because})")


@message.command("dismiss")
def dismiss_message(context: typer.Context, digest: Digits, by: By, because: Because) -> None:
    """Écarte un message qui ne concerne aucun dossier."""

    async def work(relance: Relance) -> Told:
        kept = await _kept(relance, digest)
        creditor = relance.creditors[kept.creditor]
        return await dismiss_by_hand(relance.house, creditor, kept, by=by, because=because)

    typer.echo(with_house(context.obj, work).because)


@message.command("explain")
def explain_message(context: typer.Context, digest: Digits, as_json: AsJson = False) -> None:
    """Raconte ce qui est lu d'un message : mots, preuves, vérifications, et pourquoi cette suite.

    C'est la lecture d'aujourd'hui ; ce qui fut lu et décidé en son temps est au journal du dossier.
    """

    async def work(relance: Relance) -> Verdict:
        kept = await _kept(relance, digest)
        raw = (await relance.house.inbox.raw([kept.digest]))[kept.digest]
        creditor = relance.creditors[kept.creditor]
        return await judge_raw(relance.house, creditor, raw, trusts_topmost=False)

    verdict = with_house(context.obj, work)
    if as_json:
        checks = {check.name: check.passed for check in explained(verdict).checks}
        put_json({**as_row(digest, verdict), "checks": checks})
        return
    for line in lines_of(explained(verdict)):
        typer.echo(harmless(line))


@message.command("correct")
def correct_message(  # the contract's fields, one option each
    context: typer.Context,
    digest: Digits,
    by: By,
    because: Because,
    intents: Annotated[
        list[Intent] | None,
        typer.Option("--intent", help="Ce que la personne dit ; à répéter s'il y a plusieurs."),
    ] = None,
    kind: Annotated[Kind, typer.Option("--kind", help="La nature du message.")] = Kind.HUMAN,
    dates: Annotated[
        list[date] | None,
        typer.Option("--date", parser=day, metavar="AAAA-MM-JJ", help="Un jour promis."),
    ] = None,
    amount: Annotated[
        Decimal | None,
        typer.Option("--amount", parser=money, metavar="MONTANT", help="Le montant promis."),
    ] = None,
    invoices: Annotated[
        list[str] | None, typer.Option("--invoice", help="Une facture dont il est question.")
    ] = None,
    redirect_to: Annotated[
        str | None, typer.Option("--redirect-to", help="L'adresse à utiliser désormais.")
    ] = None,
    returns_on: Annotated[
        date | None,
        typer.Option("--returns-on", parser=day, metavar="AAAA-MM-JJ", help="Jour de retour."),
    ] = None,
    permanence: Annotated[
        Permanence | None, typer.Option("--bounce", help="Le retour est-il définitif ?")
    ] = None,
) -> None:
    """Corrige ce qui fut lu d'un message ; le dossier suit aussitôt votre lecture.

    Ce que la machine avait tiré du message (promesse, suspension, réponse due) tombe. Un dossier
    du contentieux n'en sort pas ainsi : « relance dossier reopen ».

    Exemple : relance message correct 3f2a --intent promise --date 2026-11-27 --by "Anne Roux"
    --because "elle écrit « vendredi en huit »"
    """
    correction = Correction(
        kind=kind,
        intents=tuple(dict.fromkeys(intents or ())),
        promise_dates=tuple(dates or ()),
        promised_amount=amount,
        invoices=tuple(invoices or ()),
        redirect_to=redirect_to.lower() if redirect_to else None,
        returns_on=returns_on,
        bounce_permanence=permanence,
    )

    async def work(relance: Relance) -> Told:
        kept, key = await _read_on(relance, digest)
        creditor = relance.creditors[key.creditor]
        return await correct_by_hand(
            relance.house, creditor, kept, key, correction, by=by, because=because
        )

    told = with_house(context.obj, work)
    typer.echo(f"{told.outcome} : {told.because}")


@message.command("confirm")
def confirm_message(context: typer.Context, digest: Digits, by: By, because: Because) -> None:
    """Confirme ce qui fut lu d'un message ; rien ne bouge, et le cas est exportable."""

    async def work(relance: Relance) -> Told:
        kept, key = await _read_on(relance, digest)
        creditor = relance.creditors[key.creditor]
        return await confirm_by_hand(relance.house, creditor, kept, key, by=by, because=because)

    typer.echo(with_house(context.obj, work).because)


async def _read_on(relance: Relance, digest: str) -> tuple[Kept, DossierKey]:
    kept = await _kept(relance, digest)
    return kept, await dossier_of(relance.house, relance.creditors[kept.creditor], kept)


@message.command("export")
def export_messages(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="RÉPERTOIRE", help="Un répertoire neuf.")],
) -> None:
    """Écrit les lectures corrigées ou confirmées comme un corpus étiqueté, pour mesurer le lecteur.

    Le répertoire reçoit ledger.csv, sent/, inbox/ et gold.jsonl : « relance understand --corpus »
    le lit. Il contient des données personnelles : gardez-le comme votre boîte aux lettres.
    """
    if folder.exists() and any(folder.iterdir()):
        fail(f"{folder} n'est pas vide : un répertoire neuf était attendu")

    async def work(relance: Relance) -> list[Labelled]:
        found = []
        for creditor in relance.creditors.values():
            found += [one async for one in labelled(relance.house, creditor)]
        return found

    found = with_house(context.obj, work)
    written = write_corpus(folder, found)
    typer.echo(f"{written} message(s) de {len(found)} dossier(s) dans {folder}")
