"""Mail about something else than a claim, by many hands: orders, offers, notices, invitations."""

import pytest

from relance_mailer.reading.kind import kind_of
from relance_mailer.reading.parse import parse
from relance_mailer.words import Kind

PAUL = "Paul Durand <paul@durand.example>"


def kind(subject: str, text: str, *, sender: str = PAUL, headers: str = "") -> Kind:
    head = f"Delivered-To: us@own.example\n{headers}From: {sender}\nTo: us@own.example\n"
    head += f"Subject: {subject}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
    return kind_of(parse(f"{head}\n{text}\n".encode())).kind


OTHER_BUSINESS = [
    (
        PAUL,
        "commande",
        "Bonjour, pouvez-vous nous livrer 12 palettes de granulés la semaine du 9, adresse "
        "habituelle ? Merci de confirmer la disponibilité.",
    ),
    (
        PAUL,
        "Bon de commande BC-2291",
        "Veuillez trouver ci-joint notre bon de commande n° BC-2291. Merci d'en accuser réception "
        "et de nous indiquer le délai de livraison.",
    ),
    (
        PAUL,
        "prix",
        "Bonjour, quel serait votre meilleur tarif pour 300 m² de gazon en rouleau, livré à "
        "Vannes ?",
    ),
    (
        PAUL,
        "Réassort",
        "Il nous reste deux cartons de filtres. Pourriez-vous nous en remettre dix dans la "
        "prochaine tournée ?",
    ),
    (
        PAUL,
        "Demande de renseignements",
        "Bonjour, vos étagères existent-elles en profondeur 60 ? Nous équipons un nouveau local "
        "en avril et comparons plusieurs fournisseurs.",
    ),
    (
        PAUL,
        "chantier de Pluneret",
        "Bonjour, le chantier démarre lundi 14. Prévoyez deux bennes et un camion grue pour 8 h, "
        "accès par la rue du Port.",
    ),
    (
        PAUL,
        "Visite",
        "Seriez-vous disponible jeudi pour passer prendre les cotes de la verrière ? Le "
        "propriétaire sera sur place toute la matinée.",
    ),
    (PAUL, "", "bonjour vous faites aussi la location de nacelle le week end ? merci"),
    (
        PAUL,
        "fiche technique",
        "Bonjour, auriez-vous la fiche technique et la déclaration de conformité de la pompe P40 "
        "? C'est pour le bureau de contrôle.",
    ),
    (
        PAUL,
        "Rdv maintenance",
        "Le technicien peut-il venir mercredi plutôt que vendredi pour l'entretien annuel de la "
        "chaudière ?",
    ),
    (
        PAUL,
        "Modification livraison",
        "Le magasin sera fermé samedi : merci de décaler la livraison au mardi suivant, avant 10 "
        "h.",
    ),
    (
        PAUL,
        "Order 5521",
        "Hello, please find attached our purchase order 5521 for 40 units. Kindly confirm the "
        "lead time.",
    ),
    (
        PAUL,
        "Enquiry",
        "Hi, do you ship to Ireland, and what would be the price for a pallet of 60 bags?",
    ),
    (
        "Julie Morel <julie@lumivente.example>",
        "Vos luminaires",
        "Bonjour, fabricant d'éclairage LED depuis 1987, nous livrons les artisans sous 48 h "
        "partout en France. Je vous adresse nos conditions pour le printemps.",
    ),
    (
        "Offres <contact@bureauplus.example>",
        "Jusqu'à 40 % sur le mobilier",
        "Du 3 au 31 mars, toutes nos chaises de bureau sont en promotion. Livraison gratuite dès "
        "250 € d'achat.",
    ),
    (
        "Marc <marc@cleanvit.example>",
        "Entretien de vos locaux",
        "Bonjour, notre société de nettoyage intervient déjà chez plusieurs de vos voisins de la "
        "zone. Puis-je passer vous établir un chiffrage gratuit ?",
    ),
    (
        "Léa Fabre <lea@facturis.example>",
        "Facturation électronique 2026 : êtes-vous prêt ?",
        "Bonjour, dès septembre toutes les entreprises devront recevoir leurs factures par une "
        "plateforme agréée. Notre logiciel vous met en conformité en une journée. On en parle "
        "quinze minutes ?",
    ),
    (
        "Karim <karim@flottauto.example>",
        "véhicules",
        "Bonjour Monsieur, nous proposons aux PME des utilitaires en location longue durée, "
        "entretien compris. Souhaitez-vous une simulation ?",
    ),
    (
        "Sophie <sophie@assurpro.example>",
        "Votre contrat",
        "Bonjour, courtier en assurances, je fais économiser en moyenne 18 % à mes clients "
        "artisans. Quand pourrions-nous échanger ?",
    ),
    (
        "Energie <contact@courtwatt.example>",
        "Baisse des prix du gaz",
        "Les prix du gaz reculent : c'est le moment de renégocier votre contrat. Envoyez-nous "
        "votre dernière facture d'énergie, notre étude est gratuite et sans engagement.",
    ),
    (
        "Tom <tom@growthly.example>",
        "quick question",
        "Hi there, I came across your website and noticed you could double your traffic. We help "
        "companies like yours get more customers. Worth a chat next week?",
    ),
    (
        "Linh <sales@shenzhen-parts.example>",
        "Supplier of steel parts",
        "Dear Sir or Madam, we are a manufacturer of steel brackets in Ningbo, China, with 15 "
        "years of experience. Please see our product list; samples are free.",
    ),
    (
        "Agence <bonjour@webetmoi.example>",
        "Votre site internet",
        "Bonjour, en visitant votre site j'ai remarqué qu'il ne s'affiche pas bien sur mobile. "
        "Notre agence refait des sites vitrines à partir de 490 €.",
    ),
    (
        "Recouvr'Actif <info@recouvractif.example>",
        "Impayés : et si vous les récupériez ?",
        "Nos juristes récupèrent 82 % des factures impayées, et vous ne payez qu'en cas de "
        "succès. Demandez votre audit offert.",
    ),
    (
        "CCI <lettre@cci-littoral.example>",
        "La lettre de mars",
        "Au sommaire : aides à l'embauche, réforme de la facturation, agenda des ateliers. Bonne "
        "lecture !\n\nPour ne plus recevoir cette lettre, cliquez ici.",
    ),
    (
        "Le Moniteur du Bois <redaction@moniteurbois.example>",
        "Ce qui a marqué la semaine",
        "Le prix du sapin recule, la filière recrute, et notre enquête sur les délais de paiement "
        ": un client sur trois règle en retard.\nLire la suite\nGérer mes abonnements",
    ),
    (
        "Syndicat <info@federation-metiers.example>",
        "Info adhérents n° 12",
        "Chers adhérents, vous trouverez les nouveaux taux de cotisation et le calendrier des "
        "réunions régionales. L'équipe de la fédération",
    ),
    (
        "Pennylink <hello@pennylink.example>",
        "Nouveautés de février",
        "Découvrez l'import bancaire automatique et les relances par SMS. Votre cabinet y gagne "
        "deux heures par semaine. Se désinscrire",
    ),
    (
        "Chronolivre <notification@chronolivre.example>",
        "Votre colis arrive demain",
        "Votre colis 8R00412 sera livré demain entre 9 h et 13 h. Suivez-le ou modifiez la "
        "livraison dans votre espace.",
    ),
    (
        "Transports Gallec <exploitation@gallec.example>",
        "Avis d'expédition",
        "Nous vous informons que la marchandise de la société Duval (3 palettes, 840 kg) vous "
        "sera présentée le 12/03 dans la matinée. Merci de prévoir un quai.",
    ),
    (
        "Poste <ne-pas-repondre@courriers.example>",
        "Lettre recommandée à retirer",
        "Un envoi recommandé vous attend au bureau de poste. Munissez-vous d'une pièce d'identité.",
    ),
    (
        "Banque de l'Ouest <service@banqueouest.example>",
        "Nos conditions tarifaires au 1er avril",
        "Madame, Monsieur, vous trouverez dans votre espace client la nouvelle brochure tarifaire "
        "applicable aux professionnels. Votre conseiller reste à votre disposition.",
    ),
    (
        "Banque de l'Ouest <alerte@banqueouest.example>",
        "Virement reçu",
        "Vous avez reçu un virement de 1 250,00 € sur le compte se terminant par 418. "
        "Connectez-vous à votre espace pour le détail.",
    ),
    (
        "Urssaf <ne-pas-repondre@cotisations.example>",
        "Votre déclaration est à transmettre",
        "Votre déclaration sociale de février doit être transmise avant le 15 mars sur votre "
        "espace en ligne.",
    ),
    (
        "Impots <noreply@fisc.example>",
        "Un nouveau document est disponible",
        "Un avis de CFE est disponible dans la messagerie de votre espace professionnel.",
    ),
    (
        "Mairie de Plouay <voirie@plouay.example>",
        "Travaux rue du Lac",
        "Madame, Monsieur, des travaux de voirie auront lieu rue du Lac du 4 au 29 mars. La "
        "circulation sera alternée et le stationnement interdit.",
    ),
    (
        "Insee <enquetes@statistique.example>",
        "Enquête annuelle",
        "Votre entreprise a été sélectionnée pour l'enquête sectorielle annuelle, dont la réponse "
        "est obligatoire. Le questionnaire est à remplir en ligne.",
    ),
    (
        "Médecine du travail <rdv@santetravail.example>",
        "Convocation",
        "La visite médicale de M. Alan Riou est fixée au 22 mars à 10 h 30. Merci de lui remettre "
        "cette convocation.",
    ),
    (
        "Tribunal <greffe@greffe.example>",
        "Dépôt des comptes",
        "Nous vous rappelons que vos comptes annuels doivent être déposés au greffe dans le mois "
        "qui suit leur approbation.",
    ),
    (
        "Emma Le Roy <emma@postal.example>",
        "Candidature comptable",
        "Madame, Monsieur, titulaire d'un BTS comptabilité et gestion, je souhaite rejoindre "
        "votre équipe. Vous trouverez mon CV et ma lettre en pièces jointes.",
    ),
    (
        "Noah <noah@postal.example>",
        "Stage 3e",
        "Bonjour, je suis en troisième au collège Anita-Conti et je cherche un stage "
        "d'observation du 9 au 13 février. Merci de votre réponse.",
    ),
    (
        "Interim <agence@interimo.example>",
        "Profils disponibles",
        "Bonjour, deux caristes CACES 3 et une assistante comptable trilingue sont disponibles "
        "dès lundi. Un besoin en ce moment ?",
    ),
    (
        "Chambre <evenements@chambre.example>",
        "Invitation : petit-déjeuner de l'export",
        "Nous avons le plaisir de vous convier à notre petit-déjeuner débat le 18 mars à 8 h 30. "
        "Inscription avant le 12.",
    ),
    (
        "Atelier Bréhat <contact@brehat.example>",
        "Inauguration",
        "Toute l'équipe vous attend le vendredi 20 mars à 18 h pour fêter ses nouveaux locaux "
        "autour d'un verre. Réponse souhaitée avant le 13.",
    ),
    (
        "Garage Le Bihan <contact@lebihan.example>",
        "Bonne année !",
        "Toute l'équipe du garage vous présente ses meilleurs vœux de santé et de réussite pour "
        "cette nouvelle année.",
    ),
    (
        "Club <club@rotary.example>",
        "Loto du 14 mars",
        "Chers amis, nous cherchons des lots pour notre loto annuel. Un petit geste de votre "
        "maison serait le bienvenu.",
    ),
    (
        "Papeterie Sarah <info@papsarah.example>",
        "Nous déménageons",
        "À compter du 1er avril, nos bureaux et notre dépôt s'installent 4 rue des Tanneurs. Nos "
        "numéros de téléphone ne changent pas.",
    ),
    (
        "Loxam-like <agence@loueur.example>",
        "Nouveaux horaires",
        "Votre agence vous accueille désormais du lundi au samedi de 7 h à 19 h sans interruption.",
    ),
    (
        "Duval SAS <communication@duval.example>",
        "Duval devient Novéa",
        "Nous sommes heureux de vous annoncer que Duval change de nom et d'identité visuelle. Vos "
        "interlocuteurs restent les mêmes.",
    ),
    (
        "Teams <noreply@collab.example>",
        "Léna vous a mentionné dans un document",
        "Léna a commenté « planning mars ». Ouvrir le document.",
    ),
    (
        "Hébergeur <support@hebergeur.example>",
        "Maintenance programmée",
        "Une intervention sur nos serveurs aura lieu dans la nuit du 7 au 8 mars. Vos sites "
        "pourront être indisponibles quelques minutes.",
    ),
    (
        "Sauvegarde <robot@sauvegarde.example>",
        "Rapport hebdomadaire",
        "Toutes les sauvegardes de la semaine se sont terminées sans erreur. Espace utilisé : 64 "
        "%.",
    ),
    (
        "Tonton <jl.petit@postal.example>",
        "dimanche",
        "Coucou ma grande, on fait les crêpes dimanche, vous venez à quelle heure ? Gros bisous à "
        "tous les deux",
    ),
    (
        "Anaïs <anais@postal.example>",
        "photos",
        "Salut, voilà les photos de la rando, t'as vu la tête de Pierre ? Bises",
    ),
    ("Maud <m@archi.example>", "Accepté : réunion de chantier mardi", ""),
    ("Yann <y@archi.example>", "Décliné: point planning lot 4", ""),
    (
        "Ecole <direction@ecole.example>",
        "Sortie scolaire",
        "Chers parents, la sortie au zoo aura lieu le 24 mars. Prévoir un pique-nique et des "
        "bottes.",
    ),
    (
        "Syndic <syndic@copro.example>",
        "Convocation assemblée générale",
        "Madame, Monsieur, vous êtes convoqués à l'assemblée générale des copropriétaires le 3 "
        "avril à 18 h.",
    ),
]


@pytest.mark.parametrize("sender, subject, text", OTHER_BUSINESS)
def test_other_business(sender: str, subject: str, text: str) -> None:
    assert kind(subject, text, sender=sender) is Kind.UNRELATED


@pytest.mark.parametrize("sender, subject, text", OTHER_BUSINESS)
def test_in_a_thread_of_ours_it_is_read_as_an_answer(sender: str, subject: str, text: str) -> None:
    headers = "In-Reply-To: <BZ-1.2@own.example>\nReferences: <BZ-1.2@own.example>\n"
    assert kind(f"Re: {subject}", text, sender=sender, headers=headers) is not Kind.UNRELATED


# A debtor's sentence in such a mail keeps it a person's.
SENTENCES = [
    "Au fait, je conteste votre facture de janvier.",
    "Quant à ce que je vous dois, le virement part vendredi.",
    "Je ne paierai pas tant que la livraison n'est pas complète.",
    "Nous sommes en redressement judiciaire depuis lundi.",
    "PS : votre relance, je refuse d'y donner suite.",
]
OF_PERSONS = [row for row in OTHER_BUSINESS if row[0] is PAUL]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("sender, subject, text", OF_PERSONS)
def test_a_sentence_about_the_claim_keeps_it_a_persons(
    sender: str, subject: str, text: str, sentence: str
) -> None:
    assert kind(subject, f"{text}\n\n{sentence}", sender=sender) is Kind.HUMAN


def test_a_list_of_somebody_elses_house_is_none_of_a_debtor() -> None:
    text = "Chez nous on ne paie pas ceux qui relancent mal."
    theirs = "List-Id: <daf.forum.example>\nPrecedence: list\n"
    sender = "Liste DAF <daf@forum.example>"
    assert kind("[daf] Re: délais", text, sender=sender, headers=theirs) is Kind.UNRELATED


def test_our_own_mailbox_may_be_a_list() -> None:
    ours = "List-Id: <us.own.example>\nPrecedence: list\n"
    assert kind("[us] rappel", "Je ne paie pas.", headers=ours) is Kind.HUMAN


def test_a_calendar_answers_an_invitation_not_a_claim() -> None:
    assert kind("Accepté : réunion de chantier", "") is Kind.UNRELATED
    assert kind("Refusé : facture 118", "") is Kind.HUMAN


def test_a_persons_wish_to_be_left_alone_is_no_newsletter() -> None:
    for wish in ("Désinscription svp", "Unsubscribe", "Unsubscribe me.", "Désabonnez-moi"):
        assert kind("", wish) is Kind.HUMAN
