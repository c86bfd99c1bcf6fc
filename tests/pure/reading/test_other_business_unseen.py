"""Other business in a second round of hands, some of it mended once it was seen."""

import pytest

from relance_mailer.reading.kind import kind_of
from relance_mailer.reading.parse import parse
from relance_mailer.words import Kind

PAUL = "Paul Durand <paul@durand.example>"
UNSEEN = [
    (
        PAUL,
        "besoin matériel",
        "Bonjour, il me faudrait rapidement 4 extincteurs 6 kg et leur support, vous avez ça en "
        "stock ? On peut passer les chercher demain.",
    ),
    (
        PAUL,
        "Commande mars",
        "Voici nos quantités pour mars : farine T55 40 sacs, sucre 10 sacs, levure 6 cartons. "
        "Livraison le jeudi comme d'hab.",
    ),
    (
        PAUL,
        "Consultation toiture école",
        "Dans le cadre de la rénovation du groupe scolaire, nous vous invitons à nous remettre "
        "une offre avant le 30 mars à midi. Dossier en pièce jointe.",
    ),
    (
        PAUL,
        "re-devis ?",
        "Bonjour, suite à notre visite au showroom, pouvez-vous chiffrer aussi la version en "
        "chêne massif ?",
    ),
    (
        PAUL,
        "Échantillons",
        "Merci d'envoyer trois échantillons de tissu bleu nuit à notre décoratrice, elle décide "
        "la semaine prochaine.",
    ),
    (
        PAUL,
        "accès site",
        "Vos chauffeurs devront se présenter au poste de garde avec une pièce d'identité à partir "
        "du 1er mars.",
    ),
    (
        "Dr Santé <contact@mutualis.example>",
        "Mutuelle collective",
        "Nos experts vous aident à choisir la complémentaire santé de vos salariés. Recevez un "
        "comparatif personnalisé.",
    ),
    (
        "Yuki <yuki@exporter.example>",
        "Business cooperation",
        "Dear manager, our factory supplies outdoor furniture to France for ten years. May I send "
        "you our latest catalogue and price list?",
    ),
    (
        "Paul <paul@drones.example>",
        "Photos aériennes de vos chantiers",
        "Pilote de drone certifié, je réalise vues aériennes et vidéos pour les entreprises du "
        "bâtiment. Premier vol offert.",
    ),
    (
        "ACME <news@acme-outils.example>",
        "Déstockage perceuses",
        "Plus que 3 jours pour profiter de nos prix d'usine. Commandez en ligne, retrait en "
        "agence. Se désabonner",
    ),
    (
        "Fiduciaire <cabinet@fidu.example>",
        "Loi de finances : ce qui change",
        "Chers clients, notre note d'actualité fait le point sur les amortissements, la TVA et "
        "l'épargne salariale. Bonne lecture.",
    ),
    (
        "La Gazette <abonnements@gazette.example>",
        "Votre abonnement se termine",
        "Votre abonnement à La Gazette arrive à échéance le 31 mars. Réabonnez-vous dès "
        "maintenant et recevez un agenda.",
    ),
    (
        "DPX <suivi@dpx.example>",
        "Livraison reprogrammée",
        "Votre destinataire étant absent, le colis 44120 sera présenté de nouveau mardi. Suivi en "
        "ligne.",
    ),
    (
        "Caisse <no-reply@retraite.example>",
        "Attestation disponible",
        "Votre attestation annuelle est disponible dans votre espace entreprise.",
    ),
    (
        "Préfecture <ddtm@pref.example>",
        "Arrêté sécheresse",
        "Le préfet a pris ce jour un arrêté limitant les usages de l'eau dans le bassin de l'Oust.",
    ),
    (
        "OPCO <formation@opco.example>",
        "Vos droits à la formation",
        "Le budget formation des entreprises de moins de 50 salariés est ouvert. Déposez vos "
        "demandes de prise en charge en ligne.",
    ),
    (
        "Lina <lina@postal.example>",
        "Recherche d'alternance",
        "Étudiante en BUT GEA, je suis à la recherche d'une entreprise d'accueil pour septembre. "
        "Je serais ravie de vous rencontrer.",
    ),
    (
        "RH <cabinet@chasseur.example>",
        "Un profil pour vous",
        "J'accompagne un contrôleur de gestion de douze ans d'expérience, en veille active sur "
        "votre secteur. Puis-je vous transmettre son parcours ?",
    ),
    (
        "Salon Bois <orga@salonbois.example>",
        "Votre badge",
        "Le salon ouvre dans dix jours ! Téléchargez votre badge visiteur et le plan des halls.",
    ),
    (
        "Association <bureau@chorale.example>",
        "Concert de printemps",
        "La chorale vous invite à son concert le 21 mars à 20 h 30 en l'église Saint-Yves, entrée "
        "libre.",
    ),
    (
        "Imprimerie <contact@imprimerie.example>",
        "Joyeuses fêtes",
        "Chers clients et partenaires, merci pour cette belle année à vos côtés. Excellentes "
        "fêtes à tous.",
    ),
    (
        "Logiciel <support@gestio.example>",
        "Mise à jour 8.2",
        "La version 8.2 est installée. Consultez la note de version pour les nouveaux états.",
    ),
    (
        "Sécurité <securite@compte.example>",
        "Nouvelle connexion détectée",
        "Une connexion à votre compte a eu lieu depuis Rennes. Si c'était vous, ignorez ce "
        "message.",
    ),
    (
        "Maman <mf.petit@postal.example>",
        "anniv Léo",
        "Tu penses au gâteau pour samedi ? Papa apporte les bougies. Je t'embrasse",
    ),
    (
        "Copieur <sav@copieurs.example>",
        "Relevé compteur",
        "Merci de nous communiquer le relevé du compteur de votre copieur avant le 5.",
    ),
    (
        "Assos <tresor@judo.example>",
        "Tournoi",
        "Nous cherchons des partenaires pour les maillots du tournoi de mai : votre logo y "
        "figurerait en bonne place.",
    ),
    (
        "Wire <info@stockphotos.example>",
        "Your weekly digest",
        "New this week: 40 free templates, a guide to better invoices, and member discounts. "
        "Manage your preferences.",
    ),
    (
        "HR <jobs@cv.example>",
        "Application for accounts assistant",
        "Dear hiring manager, please find attached my résumé for the accounts assistant role. I "
        "have five years of experience in credit control.",
    ),
]


@pytest.mark.parametrize("sender, subject, text", UNSEEN)
def test_other_business_in_other_hands(sender: str, subject: str, text: str) -> None:
    head = f"Delivered-To: us@own.example\nFrom: {sender}\nTo: us@own.example\nSubject: {subject}\n"
    head += "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
    assert kind_of(parse(f"{head}\n{text}\n".encode())).kind is Kind.UNRELATED
