"""A person who names the number of a request is no ticket robot, and a robot is no person."""

import pytest

from relance_mailer.reading.parse import parse
from relance_mailer.reading.understand import understand
from relance_mailer.words import Intent, Kind

HEAD = (
    "From: Sophie Perrin <compta@perrin.example>\nTo: relance@atelier.example\n"
    "Subject: Re: Relance facture FX-118\nDate: Thu, 19 Nov 2026 09:00:00 +0100\n"
    "Message-ID: <a@perrin.example>\nContent-Type: text/plain; charset=utf-8\n\n"
)
PERSONS = (
    "Bonjour,\n\nVotre demande est enregistrée sous le n° 4512, je reviens vers vous.\n\nSophie",
    "Bonjour,\n\nvotre demande est enregistrée sous le numéro 2026-118, je la regarde demain "
    "avec ma collègue.\n\nSophie Perrin",
    "Bonjour Madame,\n\nVotre relance a été enregistrée sous la référence REC-4512. Je vous "
    "tiens au courant.\n\nSophie",
    "Bonjour,\n\nC'est bien noté, j'ai enregistré votre demande sous le n° 77120 et je reviens "
    "vers vous cette semaine.\n\nSophie",
    "Bonjour,\n\nVos factures ont bien été enregistrées sous le numéro 8841, je les ai données "
    "à Paul pour signature.\n\nCdt, Sophie",
    "Bonjour,\n\nBien reçu, votre courrier est enregistré sous le n° 2026/311. Je m'en "
    "occupe.\n\nSophie Perrin\nMairie de Plouzané",
    "Bonjour,\n\nVotre demande est enregistrée sous le n° 4512. Je regarde et je vous rappelle "
    "jeudi.\n\nSophie",
    "Bonjour Monsieur Martin,\n\nVotre dossier est enregistré sous le numéro 552. Je le "
    "transmets à mon responsable.\n\nSophie",
    "Bonjour,\n\nElle a bien été enregistrée sous la référence 4410, je vous confirme le "
    "paiement pour le 30.\n\nSophie",
    "Bonjour,\n\nNous accusons réception de votre demande, je m'en occupe dès lundi.\n\nSophie "
    "Perrin",
    "Bonjour,\n\nVotre mail est enregistré sous le n° 4512, je reviens vers vous.\n\nBien à "
    "vous,\nSophie",
)
ROBOTS = (
    "Bonjour,\n\nVotre demande a été enregistrée sous le numéro 4512. Un conseiller vous "
    "répondra dans les meilleurs délais.\n\nLe service clients",
    "Votre demande a bien été enregistrée sous le n° TCK-99120. Merci de rappeler ce numéro "
    "dans vos échanges.",
    "Bonjour,\n\nNous avons bien reçu votre demande, qui a été enregistrée sous la référence "
    "88120. Nous reviendrons vers vous sous 48 h.\n\nL'équipe support",
    "Votre demande est enregistrée sous le n° 4512. Ne pas répondre à ce message.",
    "Bonjour,\n\nVotre demande a été enregistrée sous le n° 4512. Je suis l'assistant virtuel "
    "de Perrin, un collègue vous répondra.\n",
    "Bonjour,\n\nNous accusons réception de votre message sur la boîte générique. Il a été "
    "enregistré sous le numéro 331.\n\nCentre de services",
    "Ticket #4512 created. Your request has been logged under the reference 4512.",
    "Bonjour,\n\nVotre message a bien été enregistré sous la référence 2211 et sera traité par "
    "ordre d'arrivée.\n\nComptabilité fournisseurs",
    "Votre demande a été enregistrée sous le numéro 4512. Je vous remercie de votre confiance. "
    "Le service clients",
    "Bonjour, je vous confirme que votre demande a été enregistrée sous le numéro 4512. Délai "
    "de traitement : 5 jours ouvrés. Ceci est un message automatique.",
    "Bonjour,\n\nVotre demande a été enregistrée sous le n° 4512. Sophie du support reviendra "
    "vers vous sous 2 jours ouvrés.\n",
    "Votre sollicitation a été enregistrée sous le n° 20261119-12. Elle sera traitée dans un "
    "délai de 72 heures.",
)


@pytest.mark.parametrize("words", PERSONS)
def test_who_acts_himself_is_a_person(words: str) -> None:
    assert understand(parse(f"{HEAD}{words}\n".encode())).kind is Kind.HUMAN


@pytest.mark.parametrize("words", ROBOTS)
def test_a_desk_s_program_is_none(words: str) -> None:
    assert understand(parse(f"{HEAD}{words}\n".encode())).kind is Kind.AUTO_REPLY


def test_a_registered_request_that_somebody_takes_up_is_an_acknowledgement() -> None:
    words = "Votre relance a été enregistrée sous le n° REC-4512. Je reviens vers vous.\n\nSophie"
    assert understand(parse(f"{HEAD}{words}\n".encode())).intents == (Intent.ACK,)
