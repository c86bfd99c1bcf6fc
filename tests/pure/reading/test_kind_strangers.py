"""Strangers' mail in other voices: prospectors, phishers, auditors, gateways; and their doubles."""

from datetime import UTC, date, datetime

import pytest

from relance_mailer.reading.absences import returns_on
from relance_mailer.reading.kind import KindReading, kind_of
from relance_mailer.reading.parse import parse
from relance_mailer.words import Kind, Permanence

STRANGER = "Paul Durand <paul@durand.example>"


def read(
    text: str,
    *,
    subject: str,
    sender: str = STRANGER,
    headers: str = "Delivered-To: us@own.example",
) -> KindReading:
    head = f"{headers}\nFrom: {sender}\nTo: us@own.example\nSubject: {subject}\nMIME-Version: 1.0\n"
    return kind_of(parse(f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}\n".encode()))


UNRELATED = [
    (
        "RE: notre rendez-vous",
        "Je me permets de revenir vers vous. Notre outil relève vos bons de livraison tout seul. "
        "Mardi, un quart d'heure, ça vous tente ?",
    ),
    (
        "Votre remboursement de 212,10 € expire ce soir",
        "Cher assuré, votre remboursement est en attente. Mettez à jour votre carte pour le "
        "recevoir.",
    ),
    (
        "facture 4471",
        "Sauf oubli, notre facture 4471 de mars attend toujours votre règlement. Avez-vous une "
        "date ?",
    ),
    (
        "Balance at 30 June",
        "Our client asked us to confirm the balance on their account. Please return the form "
        "directly "
        "to us; this is not a request for payment.",
    ),
    ("sangles", "Rien à voir avec la compta : il me faudrait 40 sangles, prix par retour svp."),
]


@pytest.mark.parametrize("subject, text", UNRELATED)
def test_strangers_business(subject: str, text: str) -> None:
    assert read(text, subject=subject).kind is Kind.UNRELATED


PERSONS = [
    ("facture", "Je me permets de revenir vers vous : le virement part mardi, ça vous va ?"),
    ("facture", "Une somme de 318 € n'a pas pu vous être versée, la banque l'a rejetée."),
    ("compte", "Notre facture de pénalités attend votre avoir, nous compensons."),
    (
        "oubliez-moi",
        "Partie à la retraite en juin, je lis encore cette boîte. Merci de retirer mon nom de vos "
        "listes, c'est mon droit.",
    ),
]


@pytest.mark.parametrize("subject, text", PERSONS)
def test_a_debtor_in_words_like_theirs(subject: str, text: str) -> None:
    assert read(text, subject=subject).kind is Kind.HUMAN


def test_a_newsletter_may_quote_a_debtor() -> None:
    found = read(
        "Que répondre à « le virement est parti » ? Notre dossier du mois.\n\nSe désabonner",
        subject="Impayés : cinq idées",
        headers="Delivered-To: us@own.example\nPrecedence: bulk",
    )
    assert found.kind is Kind.UNRELATED


@pytest.mark.parametrize(
    "text",
    [
        "Hola, este buzón solo admite correos de remitentes confirmados. Su mensaje está retenido. "
        "Pulse aquí: https://filtro.example/v/3",
        "Questa casella accetta solo mittenti verificati. Il messaggio è trattenuto: cliccare qui "
        "https://filtro.example/v/3",
        "Dieses Postfach nimmt nur bestätigte Absender an. Ihre Nachricht wird zurückgehalten, "
        "bitte "
        "klicken Sie hier: https://filter.example/v/3",
    ],
)
def test_challenges_in_our_neighbours_languages(text: str) -> None:
    assert read(text, subject="Verificación: Facture FX-118").kind is Kind.CHALLENGE


def test_a_refusal_for_good_is_no_warning_though_it_speaks_of_attempts() -> None:
    found = read(
        "Nous n'avons pas réussi à remettre votre courriel :\n\n  destinataire : c@perrin.example\n"
        "  réponse : 550 5.4.1 Recipient address rejected: Access denied\n\n"
        "Aucune nouvelle tentative ne sera faite.",
        subject="Message non distribué",
        sender="Mail <MAILER-DAEMON@mx.example>",
        headers="Delivered-To: us@own.example\nReturn-Path: <>",
    )
    assert (found.kind, found.permanence) == (Kind.BOUNCE, Permanence.PERMANENT)


SENT = datetime(2026, 3, 10, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "text, back",
    [
        ("Nous sommes en inventaire. Vos messages seront lus à partir du lundi 16 mars.", (16, 3)),
        (
            "Le secrétariat répond du lundi au vendredi de 8h30 à 18h. En cas d'absence, rappelez.",
            None,
        ),
        ("Je suis en congés du lundi 16 au vendredi 20 mars.", (23, 3)),
        ("Je reviens sur ma réponse du 8 : vous serez payée sous huitaine.", None),
    ],
)
def test_opening_hours_are_no_absence(text: str, back: tuple[int, int] | None) -> None:
    assert returns_on(text, SENT) == (date(2026, back[1], back[0]) if back else None)
