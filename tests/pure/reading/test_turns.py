"""Turns of phrase over tags: grammar that must hold for persons, tenses and spellings."""

from collections.abc import Callable

import pytest

from relance_mailer.reading.intents import errands, grounds, insults, payments, stands
from relance_mailer.reading.intents.gist import gist_of
from relance_mailer.reading.intents.lexicon import tag_of
from relance_mailer.reading.intents.phrases import sentences
from relance_mailer.reading.message import Finding

Find = Callable[[str], tuple[Finding, ...]]

TABLES: tuple[tuple[Find, tuple[str, ...], tuple[str, ...]], ...] = (
    (grounds.find_grounds, grounds.TAKES, grounds.LEAVES),
    (insults.find_insults, insults.TAKES, insults.LEAVES),
    (stands.find_refusals, stands.REFUSALS, stands.NO_REFUSALS),
    (stands.find_insolvencies, stands.INSOLVENCIES, stands.NO_INSOLVENCIES),
    (stands.find_silences, stands.SILENCES, stands.NO_SILENCES),
    (payments.find_payments, payments.PAYMENTS, payments.NO_PAYMENTS),
    (errands.find_papers, errands.PAPERS, errands.NO_PAPERS),
)


def surely(find: Find, text: str) -> list[Finding]:
    return [finding for finding in find(text) if finding.strength >= 2]


@pytest.mark.parametrize("find, text", [(f, text) for f, takes, _ in TABLES for text in takes])
def test_a_turn_takes_its_examples_and_quotes_them(find: Find, text: str) -> None:
    found = surely(find, text)
    assert found
    assert all(finding.span and finding.span in text for finding in found)


@pytest.mark.parametrize("find, text", [(f, text) for f, _, leaves in TABLES for text in leaves])
def test_a_turn_leaves_its_counter_examples(find: Find, text: str) -> None:
    assert surely(find, text) == []


@pytest.mark.parametrize(
    "find, text",
    [
        (grounds.find_grounds, "Le montant ne correspond pas au devis signé en mars."),
        (grounds.find_grounds, "Relisez votre BL : 18 cartons signés, 24 facturés."),
        (grounds.find_grounds, "Vous vous trompez de société."),
        (grounds.find_grounds, "Ce n'est pas nous, nous n'avons aucun chantier à Limoges."),
        (grounds.find_grounds, "Le virement est prêt, il partira quand vous aurez corrigé."),
        (grounds.find_grounds, "Je suis prêt à payer, mais le bon montant."),
        (grounds.find_grounds, "The pump never worked and your engineer never came."),
        (insults.find_insults, "Vous êtes une belle bande d'escrocs."),
        (insults.find_insults, "Sale vautour"),
        (insults.find_insults, "On va s'expliquer, je viens te voir avec mes potes."),
        (insults.find_insults, "You lot are nothing but thieving parasites."),
        (stands.find_refusals, "Je n'ai pas l'intention de régler cette somme."),
        (stands.find_refusals, "Nous ne procéderons à aucun paiement."),
        (stands.find_refusals, "We have no intention of paying."),
        (stands.find_insolvencies, "On est passé en redressement judiciaire."),
        (stands.find_insolvencies, "Le tribunal a prononcé la liquidation de l'entreprise."),
        (stands.find_silences, "Ne m'écrivez plus, je veux être désinscrit : désinscription."),
        (stands.find_silences, "Écrivez à mon avocat et à lui seul."),
        (payments.find_payments, "g fait le virement hier"),
        (payments.find_payments, "On a soldé par chèque la semaine dernière."),
        (payments.find_pledges, "Notre trésorier fera le virement mardi."),
        (payments.find_pledges, "jvs regle ca vendredi"),
        (payments.find_pledges, "Mise en paiement prévue le 15."),
        (payments.find_plans, "Peut-on étaler sur quatre mois ?"),
        (payments.find_plans, "Pourriez-vous patienter jusqu'à la rentrée ?"),
        (payments.find_lack, "La trésorerie est un peu juste en ce moment."),
        (errands.find_papers, "Il me faut un duplicata pour ma compta."),
        (errands.find_papers, "Merci de nous communiquer votre RIB."),
        (errands.find_elsewhere, "Voyez avec le siège."),
        (errands.find_receipts, "Je transmets à ma collègue de la compta."),
        (errands.find_enquiries, "Pouvez-vous m'expliquer d'où vient cette somme ?"),
    ],
)
def test_what_is_meant_is_seen_in_any_wording(find: Find, text: str) -> None:
    assert surely(find, text)


@pytest.mark.parametrize(
    "find, text",
    [
        (grounds.find_grounds, "Il ne conteste rien, il attend son salaire pour payer."),
        (grounds.find_grounds, "La secrétaire n'est pas revenue de congé."),
        (insults.find_insults, "Ma banque est une bande de voleurs."),
        (insults.find_insults, "Ne me dites pas que vous êtes des voleurs, je ne le crois pas."),
        (insults.find_insults, "Je suis vraiment nul avec les mails."),
        (insults.find_insults, "« Vous êtes des escrocs », m'a dit mon voisin en lisant."),
        (stands.find_refusals, "Je ne paierai pas deux fois la même chose."),
        (stands.find_refusals, "On ne réglera pas l'option que vous avez ajoutée."),
        (stands.find_refusals, "Je ne vais pas payer aujourd'hui, mais demain."),
        (stands.find_insolvencies, "On a évité la liquidation de justesse."),
        (stands.find_insolvencies, "L'URSSAF nous a mis un redressement."),
        (payments.find_payments, "Une fois que la subvention est versée, nous paierons."),
        (payments.find_pledges, "Je vous réglerai lundi si votre technicien passe avant."),
        (payments.find_pledges, "Notre client nous paie lundi."),
        (errands.find_papers, "Nous avons bien reçu votre facture."),
    ],
)
def test_near_misses_are_left(find: Find, text: str) -> None:
    assert surely(find, text) == []


@pytest.mark.parametrize(
    "word, tag",
    [
        ("virment", "MONEY"),
        ("facure", "INVOICE"),
        ("payyer", "PAYi"),
        ("reglerons", "PAYf"),
        ("versees", "PAYp"),
        ("brouette", "brouette"),
    ],
)
def test_forms_and_slips_have_one_family(word: str, tag: str) -> None:
    assert tag_of(word) == tag


def test_an_accent_tells_a_participle_from_a_present() -> None:
    (present,) = sentences("je paye")
    (past,) = sentences("payé")
    assert gist_of(present).tags == " WE PAYx "
    assert gist_of(past).tags == " PAYp "


def test_a_quotation_is_no_word_of_the_writer() -> None:
    (sentence,) = sentences("Vous écrivez « je ne paierai pas » mais où ?")
    assert "PAYf" not in gist_of(sentence).tags
