"""Every intent's own examples, the order of intents, and what one intent does to another."""

from types import ModuleType

import pytest

from relance_mailer.reading.intents import (
    ack,
    dispute,
    distress,
    hostile,
    insolvency,
    invoice_request,
    opt_out,
    paid,
    plan_request,
    promise,
    question,
    redirect,
    refusal,
)
from relance_mailer.reading.intents.order import OUTCOME, RULES, ordered, outcome_of, weigh
from relance_mailer.reading.intents.phrases import fold, sentences
from relance_mailer.words import Intent, Outcome

MODULES: tuple[ModuleType, ...] = (
    hostile,
    refusal,
    insolvency,
    dispute,
    opt_out,
    paid,
    plan_request,
    promise,
    invoice_request,
    redirect,
    distress,
    ack,
    question,
)


def cases(kind: str) -> list[tuple[ModuleType, str]]:
    return [(module, text) for module in MODULES for text in getattr(module, kind)]


@pytest.mark.parametrize("module, text", cases("TAKES"))
def test_intent_takes_its_examples(module: ModuleType, text: str) -> None:
    found = module.find(text)
    assert any(finding.strength >= 2 for finding in found)
    assert all(finding.span in " ".join(text.split()) for finding in found)


@pytest.mark.parametrize("module, text", cases("LEAVES"))
def test_intent_leaves_its_counter_examples(module: ModuleType, text: str) -> None:
    assert [finding for finding in module.find(text) if finding.strength >= 2] == []


def test_every_intent_has_its_rule_and_its_consequence() -> None:
    assert tuple(intent for intent, _ in RULES) == tuple(Intent)
    assert set(OUTCOME) == set(Intent)


def test_each_intent_shows_two_examples_and_two_counter_examples() -> None:
    for module in MODULES:
        assert len(module.TAKES) >= 2
        assert len(module.LEAVES) >= 2


FIRST = (
    ("Vous n'êtes que des voleurs, je ne paierai rien.", Intent.HOSTILE),
    ("Je ne paierai pas, faites ce que vous voulez.", Intent.REFUSAL),
    ("Notre société est en liquidation judiciaire depuis mardi.", Intent.INSOLVENCY),
    ("La chaudière n'a jamais fonctionné, je conteste la facture.", Intent.DISPUTE),
    ("Ne m'écrivez plus sur cette adresse, merci.", Intent.OPT_OUT),
    ("C'est réglé depuis mardi par virement.", Intent.PAID),
    ("Serait-il possible de payer en trois fois ?", Intent.PLAN_REQUEST),
    ("Le virement partira vendredi.", Intent.PROMISE),
    ("Je n'ai pas reçu la facture, pouvez-vous me la renvoyer ?", Intent.INVOICE_REQUEST),
    ("Ce n'est pas moi, écrivez à compta@exemple.test.", Intent.REDIRECT),
    ("La trésorerie est très tendue en ce moment.", Intent.DISTRESS),
    ("Bien reçu, je transmets à la comptabilité.", Intent.ACK),
    ("À quoi correspondent les 40 € en bas de page ?", Intent.QUESTION),
    ("We will pay on Friday 20 March.", Intent.PROMISE),
    ("The invoice was paid last week, please check.", Intent.PAID),
    ("Goods arrived damaged, we dispute this invoice.", Intent.DISPUTE),
    ("Der Betrag wird am Freitag überwiesen.", Intent.PROMISE),
    ("La factura ya ha sido pagada el lunes.", Intent.PAID),
    ("Il bonifico sarà effettuato entro venerdì.", Intent.PROMISE),
)


@pytest.mark.parametrize("text, intent", FIRST)
def test_first_intent_of_a_plain_message(text: str, intent: Intent) -> None:
    weighed = weigh(text)
    dated = intent is Intent.PROMISE
    assert ordered(weighed.intents, dated=dated, addressed="@" in text)[0] is intent


NEVER_LEGAL = (
    "Je ne refuse pas de payer, j'attends ma paie.",
    "Je ne paie pas tant que la fuite n'est pas réparée.",
    "Je ne peux pas payer ce mois-ci.",
    "Je ne vais pas payer deux fois, c'est réglé depuis mardi.",
    "Moi sans facture je ne paie pas, envoyez-la.",
    "Je suis acheteur, je ne paie rien : voyez compta@exemple.test.",
    "Notre principal client est en redressement judiciaire, nous attendons.",
    "Nous sortons d'un redressement fiscal.",
    "La sauvegarde du serveur a échoué, nous recherchons votre facture.",
    "Un mandat ad hoc est en cours, nous vous proposons six mensualités.",
    "Sinon je dépose le bilan, laissez-moi souffler.",
    "Notre transporteur est un voleur, désolé du retard.",
    "Quel idiot je fais, j'ai oublié ! Je paie demain.",
    "Merde, j'ai complètement zappé.",
    "Mon mari vous a dit d'aller vous faire voir, je m'en excuse.",
    "Sans parler de harcèlement, un courrier papier me conviendrait mieux.",
    "Mon avocat vous écrira au sujet de la livraison manquante.",
    "Je saisis la DGCCRF de cette clause que nous contestons.",
)


@pytest.mark.parametrize("text", NEVER_LEGAL)
def test_what_only_sounds_legal_never_is(text: str) -> None:
    assert not weigh(text).intents & {Intent.HOSTILE, Intent.REFUSAL, Intent.INSOLVENCY}


def test_amicable_proceeding_asks_for_a_human() -> None:
    assert "amicable_proceeding" in weigh("Nous sommes en conciliation.").doubts


def test_nothing_understood_asks_for_a_human() -> None:
    assert "nothing_understood" in weigh("Les mouettes volent bas ce matin.").doubts


def test_most_protective_outcome_comes_first() -> None:
    intents = frozenset({Intent.PROMISE, Intent.DISPUTE, Intent.ACK, Intent.HOSTILE})
    expected = (Intent.HOSTILE, Intent.DISPUTE, Intent.PROMISE, Intent.ACK)
    assert ordered(intents, dated=True) == expected


@pytest.mark.parametrize(
    "intent, known, outcome",
    [
        (Intent.PROMISE, {"dated": True}, Outcome.HOLD_UNTIL),
        (Intent.PROMISE, {}, Outcome.HOLD),
        (Intent.ACK, {"back": True}, Outcome.HOLD_UNTIL),
        (Intent.REDIRECT, {"addressed": True}, Outcome.CONTINUE),
        (Intent.REDIRECT, {}, Outcome.REVIEW),
        (Intent.REFUSAL, {}, Outcome.LEGAL),
    ],
)
def test_outcome_of_an_intent(intent: Intent, known: dict[str, bool], outcome: Outcome) -> None:
    assert outcome_of(intent, **known) is outcome


def test_folding_keeps_the_length() -> None:
    written = "J’AI déjà réglé l'œuvre — été 2026…"
    assert len(fold(written)) == len(written)
    assert fold("J’AI DÉJÀ-PAYÉ") == "j ai deja paye"


def test_wrapped_lines_are_one_sentence() -> None:
    assert (
        len(sentences("Je vous confirme que le virement\npartira vendredi.\n\nCordialement")) == 2
    )
