"""Long automata and short persons: who is away, closed or gone, and who only says so."""

import pytest

from relance_mailer.reading.kind import kind_of
from relance_mailer.reading.message import Incoming
from relance_mailer.reading.parse import parse
from relance_mailer.words import Kind


def mail(text: str, subject: str) -> Incoming:
    head = "Delivered-To: relances@malterie.example\nFrom: Claire Perrin <claire@perrin.example>\n"
    head += f"To: relances@malterie.example\nSubject: {subject}\nMIME-Version: 1.0\n"
    return parse(f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}\n".encode())


AUTOMATA = [
    "Bonjour,\n\nJe suis actuellement en congés et serai de retour le lundi 30 mars "
    "2026.\n\nDurant mon absence, vous pouvez contacter :\n- pour les fournisseurs A "
    "à K : Léa Guen, l.guen@perrin.example, 02 98 00 00 11\n- pour les fournisseurs L "
    "à Z : Marc Abiven, m.abiven@perrin.example, 02 98 00 00 "
    "12\n\nCordialement,\n\nClaire Perrin\nResponsable comptable\nPerrin Toitures\n12 "
    "rue du Port\n29000 Quimper\nTél. 02 98 00 00 01\n\nCe message et ses pièces "
    "jointes sont confidentiels.",
    "(English below)\n\nMadame, Monsieur,\n\nVotre message nous est bien parvenu. Nos "
    "bureaux sont fermés du 1er au 23 août 2026.\nNous ne manquerons pas de vous "
    "répondre à notre retour.\n\n----------------------------------------\n\nDear Sir "
    "or Madam,\n\nWe have received your message. Our offices are closed from 1 to 23 "
    "August 2026.\nWe will answer you upon our return.",
    "Bonjour,\n\nJe vous remercie pour votre email.\nJe suis absente du bureau et "
    "reviendrai le 16/03/2026.\nEn cas d'urgence, merci de contacter Mr Le Gall au 06 "
    "00 00 00 00.\n\nBien cordialement,\nClaire Perrin",
    "Bonjour,\n\nNous avons le regret de vous informer que Mme Perrin ne fait plus "
    "partie de nos effectifs depuis le 31 janvier 2026.\nVotre message ne lui sera "
    "pas transmis. Nous vous invitons à vous rapprocher de notre standard.\n\nLa "
    "direction",
    "Hello,\n\nI will be out of the office starting 02/03/2026 and will not return "
    "until 16/03/2026.\n\nI will respond to your message when I return.",
    "Je suis absent(e) du bureau et n'aurai pas accès à mes e-mails.\nJe vous "
    "répondrai dès mon retour, le 9 mars.",
    "L'agence est fermée ce pont de l'Ascension. Toute l'équipe vous retrouve lundi "
    "18 mai.\n\nAgence du Port",
    "Vacances de Noël\n\nNotre entreprise sera fermée du vendredi 18 décembre au soir "
    "au lundi 4 janvier au matin.\nLes commandes reçues durant cette période seront "
    "traitées à la réouverture.\nJoyeuses fêtes !",
    "Votre message a été transféré automatiquement à notre nouveau prestataire "
    "comptable : compta@cabinet.example. Merci d'enregistrer cette adresse.",
]


@pytest.mark.parametrize("subject", ["Re: Facture FX-118", "Facture FX-118"])
@pytest.mark.parametrize("text", AUTOMATA)
def test_an_automaton_at_length(text: str, subject: str) -> None:
    assert kind_of(mail(text, subject)).kind is Kind.AUTO_REPLY


PERSONS = [
    "Bonjour Madame,\n\nJe suis rentrée hier de congés et j'ai trouvé vos deux "
    "courriers. La facture FX-118 sera payée le 16/03/2026.\nEn cas d'urgence vous "
    "pouvez me joindre au 06 00 00 00 00.\n\nBien cordialement,\nClaire Perrin",
    "Bonjour,\n\nMme Perrin ne fait plus partie de la société. Je la remplace depuis "
    "janvier et j'ai repris votre dossier : il manque le bon de "
    "commande.\n\nCordialement,\nLéa Guen",
    "Bonjour,\n\nNous sommes fermés jusqu'au 23 août. Votre facture sera traitée à la "
    "rentrée, pas avant.\n\nLa direction",
    "Bonjour,\n\nMerci d'avoir contacté notre service. Nous ne trouvons aucune trace "
    "de cette facture. Pouvez-vous nous la renvoyer ?\n\nL'équipe comptabilité",
    "Bonjour, je ne gère plus les fournisseurs. Adressez-vous à Marc Abiven "
    "(m.abiven@perrin.example).",
    "Je suis en télétravail, le scan de la facture est au bureau. Je vous dis lundi.",
    "Nous avons bien reçu votre message mais nous n'avons jamais passé cette commande.",
    "Madame, votre demande a été transmise au service contentieux de notre assurance. "
    "Nous ne réglerons rien d'ici là.",
    "Je serai absent jusqu'au 9 mars mais vous pouvez prélever dès maintenant.",
    "Retour de vacances lundi, je m'occupe de vous.",
    "Bonjour, fermeture définitive de notre agence le 31 mars. Contactez le siège "
    "pour le règlement.",
    "Ok je vois ça à mon retour le 9",
    "En arrêt depuis janvier je n'ai plus de revenus, pouvez-vous m'accorder du temps",
    "bjr, je suis plus dans cette boite depuis juin dernier, voyez avec le patron",
    "Je suis en congé mais mon mari me dit que c'est réglé.",
    "Absente la semaine dernière, je n'ai pas vu passer votre facture.",
    "Le bureau est fermé à cause des inondations, tout est sous l'eau, on ne sait pas "
    "quand on pourra rouvrir ni vous régler.",
    "Nous avons fermé le 31 décembre et sommes en cours de radiation.",
    "Je ne serai pas là lundi mais passez mardi, je vous ferai un chèque.",
    "Merci de patienter, notre logiciel est en panne jusqu'à jeudi.",
    "Merci d'attendre le 15, la trésorière est en vacances.",
    "Veuillez noter que nous ne travaillons plus avec vous depuis mars.",
    "Veuillez adresser vos demandes à notre avocat, Maître Le Roux.",
    "Vous pouvez joindre notre avocat au 02 98 00 00 09.",
    "Pour toute question, contactez le mandataire judiciaire, Me Corre.",
    "En cas d'impayé voyez avec mon assurance.",
    "Votre message a été lu par toute l'équipe, c'est honteux.",
    "Nous avons bien reçu votre relance, elle est infondée.",
    "Je reprends le travail lundi après six mois d'arrêt, soyez patients.",
    "Nous sommes fermés pour travaux et sans rentrées jusqu'en mai.",
    "Le restaurant est fermé par décision administrative depuis le 2 mars.",
    "En déplacement, je vous rappelle ce soir.",
    "Je vous répondrai quand vous m'aurez envoyé le bon de livraison.",
    "Ne m'écrivez plus à cette adresse.",
    "Cette adresse est personnelle, merci de ne plus l'utiliser.",
    "Cette boîte n'est pas celle de la compta, c'est compta@perrin.example",
    "Je suis à l'hôpital. Laissez-moi tranquille.",
    "Mon père est décédé le 2 mars, l'entreprise est fermée.",
    "Suite au décès de M. Perrin, la société est fermée. Contactez l'étude notariale Kermarrec.",
    "Vacances ou pas, je ne paierai pas.",
    "Nous n'avons pas accès à Chorus, envoyez un PDF.",
    "Je ne suis pas disponible pour une visio, écrivez.",
    "Retour de congés : je confirme notre accord pour 3 fois.",
    "Fermé le lundi. Sinon oui le virement est parti.",
    "Merci pour votre retour rapide, bonne journée",
    "Bien noté, bonnes vacances à vous",
    "Vous êtes fermés quand ? Je voudrais passer payer.",
    "I'm back from leave today and will check.",
    "I'm travelling but I approved it this morning.",
    "We closed the business in December.",
    "The office is closed for good.",
]


@pytest.mark.parametrize("subject", ["Re: Facture FX-118", "bonjour", ""])
@pytest.mark.parametrize("text", PERSONS)
def test_a_person_who_is_away_or_closed_or_gone(text: str, subject: str) -> None:
    assert kind_of(mail(text, subject)).kind is Kind.HUMAN
