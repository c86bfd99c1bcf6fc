"""Which address a text gives to write to from now on."""

import pytest

from relance_mailer.reading.numbers_named import address_to_use

OWN = "claire@perrin.example"
GIVEN = {
    "Ici c'est les rendez-vous et les urgences. Pour les factures, le Dr Rollin : "
    "rollin@perrin.example.": "rollin@perrin.example",
    "Écrivez plutôt à compta@perrin.example.": "compta@perrin.example",
    "En cas d'urgence : garde@perrin.example": None,
    "Pour toute urgence, garde@perrin.example": None,
    "Toute correspondance devra m'être adressée (claire@perrin.example).": OWN,
    "L'ancienne marche plus, écrivez-moi ici : claire@perrin.example": OWN,
    "Je vous demande de ne plus lui écrire. Le détail à claire@perrin.example svp.": OWN,
    "Envoyez-moi la facture à claire@perrin.example.": None,
    "C'est ma sœur, carole@perrin.example. Ah non, au temps pour moi, c'est bien nous.": None,
    "It is Tom you want, tom@perrin.example. Scratch that, it is mine after all.": None,
    "Ne plus utiliser vieux@perrin.example": None,
}


@pytest.mark.parametrize("text", GIVEN)
def test_the_address_from_now_on(text: str) -> None:
    assert address_to_use(text, not_these=(OWN,), own=OWN) == GIVEN[text]
