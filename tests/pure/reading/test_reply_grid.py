"""What a person newly wrote, in every form of reply and for every way of writing it."""

import pytest

from relance_mailer.reading.parse import parse
from relance_mailer.reading.quoting import new_text
from values.client_forms import FORMS, LETTER, THREAD, wrapped

# What stands between the greeting and the quote: (as written, as kept).
SIGNED = (
    "Claire Perrin\nGérante\nPerrin Toitures SARL\n12 rue du Port, 29000 Quimper\n02 98 00 00 01"
)
WRITINGS: dict[str, tuple[str, str]] = {
    "deux mots": ("Réglé hier.", "Réglé hier."),
    "une lettre": (
        "Bonjour,\n\nLa facture est en signature, elle part au virement du 12.\n\nCordialement,",
        "Bonjour,\n\nLa facture est en signature, elle part au virement du 12.\n\nCordialement,",
    ),
    "une lettre signée": (
        f"Bonjour,\n\nNous paierons le 12.\n\nCordialement,\n\n{SIGNED}",
        "Bonjour,\n\nNous paierons le 12.\n\nCordialement,",
    ),
    "une lettre signée et une mention": (
        f"Bonjour,\n\nNous paierons le 12.\n\nCordialement,\n{SIGNED}\n\nCe message et ses pièces "
        "jointes sont confidentiels et réservés à leurs destinataires.",
        "Bonjour,\n\nNous paierons le 12.\n\nCordialement,",
    ),
    "un rappel de ce qui fut écrit": (
        "Le 12 mars j'ai écrit que la pose était à refaire :\npersonne n'est venu.",
        "Le 12 mars j'ai écrit que la pose était à refaire :\npersonne n'est venu.",
    ),
    "un collègue qui a écrit": (
        "Bonjour,\nle 2 mars 2026 votre collègue nous a écrit : c'est soldé.\nVérifiez svp.",
        "Bonjour,\nle 2 mars 2026 votre collègue nous a écrit : c'est soldé.\nVérifiez svp.",
    ),
    "des étiquettes": (
        "De : moi\nÀ : vous\nJe paie la FX-118 le 12, pas avant.",
        "De : moi\nÀ : vous\nJe paie la FX-118 le 12, pas avant.",
    ),
    "une liste à puces": (
        "Voici où nous en sommes :\n- FX-118 payée\n- FX-119 contestée\n* le reste en mai",
        "Voici où nous en sommes :\n- FX-118 payée\n- FX-119 contestée\n* le reste en mai",
    ),
    "une liste à chevrons": (
        "Ce que je propose :\n> 400 euros le 5\n> le solde en mai\nDites-moi.",
        "Ce que je propose :\n> 400 euros le 5\n> le solde en mai\nDites-moi.",
    ),
    "un filet": (
        "Le détail :\n----------\nFX-118 payée\n----------\nFX-119 en attente",
        "Le détail :\n----------\nFX-118 payée\n----------\nFX-119 en attente",
    ),
    "une formule au milieu": (
        "Bonjour,\n\nNous payons le 12.\n\nCordialement,\n\nAh si : la FX-119 n'est pas due.",
        "Bonjour,\n\nNous payons le 12.\n\nCordialement,\n\nAh si : la FX-119 n'est pas due.",
    ),
    "un post-scriptum sous la signature": (
        "Nous payons le 12.\n\nBien à vous,\nClaire Perrin\n\nPS : le chèque 44 est annulé.",
        "Nous payons le 12.\n\nBien à vous,\n\nPS : le chèque 44 est annulé.",
    ),
    "en anglais": (
        "Hi,\n\nOn Monday we wrote to you: the goods were late.\nWe will pay on March "
        "20.\n\nThanks",
        "Hi,\n\nOn Monday we wrote to you: the goods were late.\nWe will pay on March "
        "20.\n\nThanks",
    ),
    "un message d'origine dont on parle": (
        "Je n'ai pas retrouvé votre message d'origine.\nMerci de renvoyer la facture.",
        "Je n'ai pas retrouvé votre message d'origine.\nMerci de renvoyer la facture.",
    ),
    "un bandeau de passerelle": (
        "[EXTERNE]\n\nNous payons le 12.",
        "Nous payons le 12.",
    ),
}  # fmt: skip


def _squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("writing", WRITINGS)
@pytest.mark.parametrize("form", FORMS)
def test_the_words_are_kept_and_the_history_goes(form: str, writing: str) -> None:
    written, kept = WRITINGS[writing]
    for letter in (LETTER, THREAD):
        found = new_text(parse(wrapped(form, written, letter).raw))
        assert _squeezed(found.reply) == _squeezed(kept)
        assert found.forwarded == ""
