"""What plays up, lacks, was kept or ended, told in plain words beside a promise."""

import pytest

from pure.reading.signs_shown import signs_shown
from relance_mailer.reading.plain_troubles import LEAVES, SIGNS, TAKES

STOPS = (
    "Virement jeudi, la terrasse bouge toujours.",
    "Le technicien est venu finir, pas la bonne couleur.",
    "C'est réglé demain, mais il manque encore deux étagères.",
    "Je paie le 5, en attendant que vous veniez reprendre les seuils.",
    "Tout n'est fini qu'à moitié, je règle vendredi.",
    "Je vérifie ce qui justifie ce montant.",
    "On a attendu quatre jours pour rien, virement lundi.",
    "La facture n'est pas arrivée, les palettes non plus.",
    "Règlement vendredi, hors la pose.",
    "J'ai payé ce que j'avais commandé.",
    "Payé hier à un monsieur venu de votre part.",
    "Mon juriste regarde, je vous réponds.",
    "Il y a une erreur de 60 €, je règle vendredi.",
    "Virement vendredi, il faudra qu'on discute du reste.",
    "Je paie vendredi, allez vous faire voir.",
    "Je règle lundi, je suis furieux contre votre chef d'équipe.",
    "Merci de me rembourser le trop-perçu.",
    "La société a été dissoute en mai.",
)
PASSES = (
    "Virement jeudi, la terrasse ne bouge plus, merci.",
    "C'est réglé demain, mais il manque encore la signature du gérant.",
    "Je paie le 5, en attendant que ma paie arrive.",
    "J'ai fait une erreur de 60 €, je complète vendredi.",
    "Vous n'y êtes pour rien, virement lundi.",
    "La facture n'est pas arrivée, la relance non plus.",
    "Règlement vendredi, 420 € hors taxes.",
    "Je vous mets 216 € tout rond.",
    "On attend encore la réponse de la banque.",
    "Je viens de récupérer le poste de ma collègue.",
    "J'ai corrigé votre adresse dans notre base.",
    "Je me dépêche, elle vient chercher son fils à seize heures.",
    "Virement vendredi. Le portail Chorus bloque sur le SIRET, merci de redéposer.",
    "Mon portail bloque, j'étais coincée dehors, virement fait hier.",
    "Je n'ai pas pu utiliser le lien de paiement, virement vendredi.",
    "Nos clients n'ont pas pu payer, virement le 30.",
    "J'ai bien reçu l'avoir, merci. Virement vendredi.",
    "Je trouve le ton léger mais bon, virement demain.",
    "Vu l'état de ma compta, je préfère vous payer vendredi.",
    "J'attends le RIB par vous, virement dès réception.",
    "Merci d'avance pour votre patience, virement le 30.",
    "J'ai dû appeler une autre banque, le virement part vendredi.",
    "Mon rideau refuse de descendre, je règle lundi.",
    "Le temps d'ouvrir la porte au facteur et je règle.",
    "Je n'ai pas touché à mon salaire, virement lundi.",
    "Le fichier joint refuse de s'ouvrir, merci de le renvoyer.",
)


@pytest.mark.parametrize("text", [*STOPS, *TAKES])
def test_a_plain_trouble_stops(text: str) -> None:
    assert signs_shown(SIGNS, text)


@pytest.mark.parametrize("text", [*PASSES, *LEAVES])
def test_what_is_no_trouble_passes(text: str) -> None:
    assert signs_shown(SIGNS, text) == []
