"""Debtors who write of orders, deliveries, greetings or news, and mean the claim all the same.

A false `unrelated` loses a debtor's word: none of these may be one, in no thread and unasked.
"""

import pytest

from relance_mailer.reading.kind import kind_of
from relance_mailer.reading.parse import parse
from relance_mailer.words import Kind

HEAD = (
    "Delivered-To: us@own.example\nFrom: Paul Durand <paul@durand.example>\nTo: us@own.example\n"
    "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
)


def kind(subject: str, text: str) -> Kind:
    return kind_of(parse(f"{HEAD}Subject: {subject}\n\n{text}\n".encode())).kind


PERSONS = [
    (
        "commande",
        "Bonjour, on attend toujours la commande de mai, tant qu'elle n'est pas livrée on ne "
        "règle rien.",
    ),
    (
        "chariots",
        "Les chariots livrés en mars sont tous voilés, il m'en faut six neufs avant de parler "
        "d'argent.",
    ),
    ("Devis", "Votre devis disait 1 200, vous facturez 1 450. Refaites la facture."),
    ("rupture", "Nous cessons notre activité le 31 mars et ne passerons plus de commande."),
    (
        "Commande annulée",
        "Cette commande a été annulée en janvier par téléphone, je ne comprends pas votre "
        "courrier.",
    ),
    ("Bonne année", "Bonne année à vous aussi. Le chèque part cette semaine."),
    ("Bonne année", "Meilleurs vœux ! Pour ce que je vous dois, pas avant février, désolé."),
    (
        "déménagement",
        "Nous avons déménagé en avril, votre courrier nous est parvenu avec un mois de retard. "
        "Pouvez-vous renvoyer le document ?",
    ),
    ("changement", "Notre service comptable a changé d'adresse : compta@durand.example."),
    (
        "nouvelle organisation",
        "Suite à la réorganisation du groupe, les factures sont à envoyer au CSP de Lille.",
    ),
    (
        "Changement d'interlocuteur",
        "Je remplace Mme Roux à la comptabilité, merci de m'adresser désormais vos courriers.",
    ),
    ("livraison", "La livraison du 12 n'est jamais arrivée."),
    ("Livraison incomplète", "Il manque deux palettes sur trois. On fait comment ?"),
    (
        "SAV",
        "La machine est en panne depuis la pose, votre technicien n'est jamais venu. On ne paiera "
        "pas tant que ce n'est pas réparé.",
    ),
    ("panne", "Toujours en panne. Venez réparer avant d'envoyer vos rappels."),
    ("Réparation", "La réparation n'a pas tenu, je conteste."),
    (
        "attestation",
        "Sans votre attestation de vigilance nous ne pouvons pas débloquer le paiement.",
    ),
    (
        "Documents manquants",
        "Il nous manque votre Kbis et un RIB pour vous créer en fournisseur, le règlement suivra.",
    ),
    (
        "invitation",
        "Je vous invite à relire nos conditions générales avant de réclamer quoi que ce soit.",
    ),
    ("notre offre", "Nous vous proposons 50 % pour solde de tout compte."),
    ("Proposition", "Notre proposition : trois versements de 200 euros à partir d'avril."),
    ("catalogue", "Le prix du catalogue était de 12 € pièce, pas 15."),
    (
        "stage",
        "La personne qui suivait le dossier était en stage, elle est partie, je reprends tout.",
    ),
    (
        "emploi",
        "Je suis au chômage depuis janvier, je ne peux rien verser avant d'avoir retrouvé un "
        "emploi.",
    ),
    ("candidature", "Je n'ai jamais travaillé chez vous ni commandé quoi que ce soit."),
    ("banque", "Ma banque m'a bloqué la carte, je fais le nécessaire demain."),
    ("abonnement", "J'ai résilié cet abonnement en 2024, arrêtez de prélever."),
    ("Résiliation", "Je résilie mon contrat à effet immédiat et refuse tout nouvel appel."),
    ("colis", "Le colis a été refusé à la livraison, il était ouvert."),
    ("Retour marchandise", "Nous avons retourné les 40 chaises le 3 mars, un avoir est attendu."),
    ("mairie", "Le mandat est parti à la trésorerie hier, comptez dix jours."),
    ("rdv", "On peut se voir jeudi pour trouver un arrangement ?"),
    (
        "Rendez-vous",
        "Pouvez-vous passer à l'atelier ? Je préfère parler de cette histoire de vive voix.",
    ),
    ("Appel", "Appelez-moi quand vous pouvez, j'ai une question sur vos 430 euros."),
    (
        "notre partenariat",
        "Après dix ans de partenariat, recevoir une lettre pareille, bravo. Vous ne nous reverrez "
        "plus.",
    ),
    ("congés", "L'équipe est en congés, Paul s'occupe de votre règlement à son retour."),
    ("succession", "Mon père est décédé le 4 février, le notaire maître Riou s'occupe de tout."),
    ("Tutelle", "Je suis la tutrice de M. Petit, merci de m'écrire à moi désormais."),
    ("fermeture", "Le magasin ferme définitivement samedi."),
    ("vente du fonds", "J'ai vendu le fonds en décembre, adressez-vous au repreneur."),
    ("", "ok"),
    ("", "bien recu je regarde"),
    ("stop", "Merci de ne plus m'écrire à cette adresse."),
    ("désabonnement", "Retirez-moi de votre liste, je ne suis plus cliente depuis longtemps."),
    ("Bonjour", "Bonjour, c'est noté, bonne journée"),
    ("Photos", "Voilà les photos du parquet qui gondole, vous comprendrez."),
    ("document", "Bonjour, je vous joins le document demandé."),
    ("preuve", "Ci-joint la preuve."),
    ("Order", "We never placed that order, please check your records."),
    ("delivery", "The goods arrived damaged, see pictures attached."),
    ("price", "The price we agreed was 9.50, not 11."),
    ("New year", "Happy new year. The transfer goes out on Friday."),
    ("account closed", "We ceased trading in March."),
    ("horaires", "Je ne suis joignable que le mardi matin, rappelez-moi."),
    ("votre site", "Votre site ne marche pas, impossible de payer en ligne."),
    (
        "espace client",
        "Je n'arrive pas à me connecter à votre espace client pour télécharger la facture.",
    ),
    ("travaux", "Les travaux ne sont pas terminés et vous relancez, c'est un comble."),
    ("formation", "La formation de mars n'a pas eu lieu, vous l'avez annulée."),
    ("salon", "Nous n'avons pas exposé au salon, le stand n'a donc pas à être facturé."),
    ("adhésion", "J'ai quitté l'association l'an dernier, je n'ai plus à cotiser."),
    ("don", "On est une petite association, on n'a plus un sou, soyez indulgents."),
    ("dimanche", "Je passe dimanche au marché vous régler en liquide."),
    ("tonton", "Mon oncle Pierre est à l'hôpital, c'est lui qui signe les chèques."),
    ("prix", "Vos prix ont augmenté sans prévenir, on maintient l'ancien tarif."),
    ("Relevé", "Envoyez-moi un relevé complet, je m'y perds."),
    (
        "disponibilité",
        "Avez-vous encore la copie signée du bon de livraison ? Sans elle rien ne part.",
    ),
    ("comptes annuels", "Nos comptes sont dans le rouge, le cabinet regarde ce qu'on peut faire."),
    ("greffe", "Le tribunal a ouvert une procédure de sauvegarde le 3 mars."),
    ("assemblée", "L'assemblée générale doit voter avant que je puisse signer quoi que ce soit."),
    ("subvention", "La subvention de la mairie tombe en avril, vous serez servis les premiers."),
    ("Commande 4410", "La commande 4410 a été passée par l'ancien gérant, voyez avec lui."),
    ("partenariat", "Le contrat de partenariat prévoyait 60 jours, pas 30."),
    ("nettoyage", "Le nettoyage n'a pas été fait en février."),
    ("gaz", "Vous m'avez livré du gaz que je n'ai pas demandé."),
    ("offre", "J'attends toujours votre geste commercial."),
    ("chantier", "Le chantier est à l'arrêt depuis trois semaines par votre faute."),
    ("vœux", "Bonne année, et oubliez-moi."),
    (
        "anniversaire",
        "Joyeux anniversaire à cette facture, un an déjà ! Elle partira avec la paie.",
    ),
]


@pytest.mark.parametrize("subject, text", PERSONS)
def test_a_debtor_in_the_same_words(subject: str, text: str) -> None:
    assert kind(subject, text) is Kind.HUMAN
