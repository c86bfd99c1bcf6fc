"""A promise, a payment, an acknowledgement is taken at its word only if nothing takes it back."""

from datetime import UTC, datetime

import pytest

from relance_mailer.inward.outcome import DOUBTS
from relance_mailer.reading.intents.order import Weighed
from relance_mailer.reading.message import Finding
from relance_mailer.reading.misgivings import LEAVES, TAKES, misgivings, signs_in
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Intent

DAY = datetime(2026, 3, 10, 9, tzinfo=UTC)


def weighed(intent: Intent, span: str) -> Weighed:
    found = (Finding(intent=intent, span=span, rule="une règle"),)
    return Weighed(intents=frozenset({intent}), findings=found, doubts=())


@pytest.mark.parametrize("text", TAKES)
def test_takes(text):
    assert misgivings(text, weighed(Intent.PROMISE, text))


@pytest.mark.parametrize("text", LEAVES)
def test_leaves(text):
    assert not misgivings(text, weighed(Intent.PROMISE, text))


@pytest.mark.parametrize(
    "text",
    [
        "Bien reçu votre rappel. Le virement partira quand votre équipe aura fini les joints.",
        "C'est noté, je vous règle le 30, déduction faite des deux vitres.",
        "Merci pour votre message. Je transmets, mais vous nous aviez annoncé un forfait.",
        "Je vire 300 vendredi, pour le reste il faudrait qu'on s'arrange.",
        "Bien reçu, mon avocat en prend connaissance.",
        "Merci de votre relance, à laquelle nous ne donnerons pas suite.",
        "Je transmets. Votre poseur n'est jamais revenu.",
        "Thanks, I'll pass this on once you have sent the credit note.",
        "Laissez-moi le temps de rentrer la récolte et je solde tout.",
        "Payé à hauteur de ce qui nous semblait juste.",
        "Facture payée deux fois par erreur, le 9 et le 23. Merci de nous rendre un virement.",
        "J'ai payé 2 fois, rendez-moi 450 €.",
        "La facture a été réglée le 9 puis à nouveau le 23, il faut nous rembourser.",
        "Le virement est parti deux fois, pouvez-vous nous renvoyer l'un des deux ?",
        "We have paid your invoice twice. Please confirm and return one of the payments.",
    ],
)
def test_goes_to_a_human(text):
    reading = read_text(text, sent_at=DAY)
    for_a_human = {
        Intent.DISPUTE,
        Intent.REFUSAL,
        Intent.PLAN_REQUEST,
        Intent.OPT_OUT,
        Intent.QUESTION,
    }
    assert reading.doubts or for_a_human & set(reading.intents)


@pytest.mark.parametrize(
    "text",
    [
        "Désolée pour l'attente, la neige nous a bloqués. Le virement part jeudi.",
        "Je ne conteste rien, je vous fais le virement demain matin.",
        "Le four est réparé, merci à votre technicien. On règle vendredi.",
        "Notre logiciel était en panne, tout est rétabli : virement fait ce matin.",
        "Bien reçu, je transmets à ma collègue et vous tiens au courant.",
        "Je suis surpris de votre rappel, le virement a été exécuté le 3.",
        "Je vous rembourse vendredi.",
        "Dès que la mutuelle me rembourse, je vous paie, soit le 15 avril.",
    ],
)
def test_goes_on_by_itself(text):
    assert read_text(text, sent_at=DAY).doubts == ()


def test_what_is_only_asked_is_not_said():
    asked = "Le virement du 4 est-il parti ?"
    assert misgivings(asked, weighed(Intent.PAID, asked)) == ("only_asked",)


@pytest.mark.parametrize(
    "asked",
    [
        "Le virement du 4 est-il parti ?",
        "Avons-nous payé la facture de mars ?",
        "Le chèque est-il arrivé ?",
        "Est-ce que le virement du 12 est passé ?",
        "La facture n'a-t-elle pas été réglée en mai ?",
    ],
)
def test_what_is_only_asked_names_its_sentence(asked):
    around = f"Bonjour Madame. {asked} Bonne journée à vous."
    paid = Weighed(
        intents=frozenset({Intent.PAID}),
        findings=(Finding(intent=Intent.PAID, span=asked, rule="r"),),
        doubts=(),
    )
    assert ("only_asked", asked) in list(signs_in(around, paid))
    assert all(raw for _, raw in signs_in(around, paid))


def test_a_name_that_is_asked_for_asks_nothing_else():
    told = "C'est payé au comptoir, auprès de votre collègue (Laura ?)."
    assert misgivings(told, weighed(Intent.PAID, "C'est payé")) == ()


def test_a_paper_that_is_asked_for_is_no_condition():
    asked = "Renvoyez-moi la facture : elle part en paiement quand vous l'aurez déposée."
    assert misgivings(asked, weighed(Intent.INVOICE_REQUEST, "Renvoyez-moi la facture")) == ()


def test_each_sign_has_words_for_the_operator():
    every = " ".join(TAKES)
    assert set(misgivings(every, weighed(Intent.PROMISE, "virement"))) <= set(DOUBTS)
