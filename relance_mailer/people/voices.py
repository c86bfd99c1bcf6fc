"""What debtors write, in French as people write it; the story's chance picks one of each kind.

`{jour}` is the day that is promised, `{facture}` the first invoice, `{montant}` what is owed,
`{reference}` the reference that they read in our letter, `{domaine}` their own domain.
"""

from datetime import date
from random import Random

from babel.dates import format_date

VOICES: dict[str, tuple[str, ...]] = {
    "promise": (
        "Bonjour,\n\nPardon pour ce retard, le virement de {montant} sera fait {jour}.\n\n"
        "Bien cordialement,",
        "Bonjour,\n\nC'est noté. Je vous règle la facture {facture} {jour} au plus tard, "
        "par virement.\n\nCordialement",
        "Bonjour,\n\nJe m'en occupe : paiement prévu {jour}.\n\nBonne journée,",
    ),
    "scheduled": (
        "Bonjour,\n\nBien reçu, la facture est validée chez nous, nous la transmettons pour le "
        "prochain règlement.\n\nCordialement,",
    ),
    "dispute": (
        "Bonjour,\n\nNous contestons la facture {facture} : sur les trois palettes commandées, "
        "une seule a été livrée le jour dit. Nous attendons votre avoir.\n\nCordialement,",
        "Bonjour,\n\nLa livraison facturée sous {facture} était incomplète (il manque deux "
        "cartons, réserves portées sur le bon). Nous ne pouvons pas régler en l'état.\n\n"
        "Cordialement,",
    ),
    "price": (
        "Bonjour,\n\nLe prix de la facture {facture} ne correspond pas au devis signé : vous avez "
        "facturé 1 980 € au lieu de 1 650 €. Merci de nous faire un avoir. L'autre facture sera "
        "payée {jour}.\n\nLoïc",
    ),
    "hostile": (
        "Foutez-moi la paix bande d'escrocs, vous êtes des voleurs. Si vous m'écrivez encore une "
        "fois je sais où vous trouver.",
        "Vous êtes une bande de voleurs et d'incapables, allez vous faire foutre avec vos "
        "relances à la con.",
    ),
    "insolvency": (
        "Madame, Monsieur,\n\nPar jugement du tribunal de commerce, la société Textiles Roubaix "
        "Nord a été placée en liquidation judiciaire, et j'ai été désignée en qualité de "
        "liquidateur judiciaire. Il vous appartient de déclarer votre créance entre mes mains "
        "dans le délai légal. Vos réf. : {reference}, facture {facture}.\n\n"
        "Maître Hélène Marchais\nMandataire judiciaire",
    ),
    "invoice_request": (
        "Bonjour,\n\nSauf erreur nous n'avons jamais reçu la facture {facture}. Pouvez-vous nous "
        "en envoyer un duplicata ?\n\nMerci d'avance,",
        "Bonjour,\n\nJe ne retrouve pas votre facture {facture} dans notre système. Merci de me la "
        "renvoyer par retour de mail.\n\nCordialement,",
    ),
    "paid": (
        "Bonjour,\n\nCette facture a été réglée par virement la semaine dernière, merci de "
        "vérifier.\n\nCordialement,",
        "Bonjour,\n\nC'est payé, le virement est parti hier.\n\nBonne journée",
    ),
    "plan": (
        "Bonjour,\n\nJe traverse une période difficile avec deux chantiers impayés. Serait-il "
        "possible de régler en trois fois, un tiers chaque mois ?\n\nMerci de votre "
        "compréhension,",
    ),
    "refusal": (
        "Je ne paierai pas cette facture. Inutile de me relancer.",
        "Nous ne paierons rien. Faites ce que vous voulez.",
    ),
    "redirect": (
        "Bonjour,\n\nJe ne m'occupe plus des règlements. Merci de vous adresser désormais à ma "
        "collègue Émilie Kern : e.kern@{domaine}.\n\nCordialement,",
    ),
    "opt_out": (
        "Bonjour,\n\nJe vous demande de ne plus m'envoyer de mails et de supprimer mon adresse de "
        "vos fichiers, conformément au RGPD.\n\nNadia Belkacem",
    ),
    "distress": (
        "Bonjour,\n\nNous avons en ce moment un problème de trésorerie, je vois avec ma banque.\n\n"
        "Cordialement,",
    ),
    "ack": (
        "Bonjour,\n\nBien reçu, je transmets à la personne concernée.\n\nBonne journée,",
        "Bonjour,\n\nMerci pour votre message, je fais suivre à la comptabilité.\n\nCordialement,",
    ),
    "question": (
        "Bonjour,\n\nPouvez-vous nous préciser à quelle adresse se trouvait le chantier "
        "concerné par la facture {facture} ?\n\nLe secrétariat de la mairie",
    ),
    "stranger": (
        "Bonjour,\n\nJe réponds pour le dossier {reference} : la facture {facture} sera payée "
        "{jour}.\n\nP. Renard",
    ),
}

NEWSLETTER = (
    "Les rendez-vous de novembre de votre fédération\n\nFormations, salons, chiffres du mois : "
    "retrouvez le programme en ligne.\n\nPour ne plus recevoir cette lettre, désabonnez-vous ici."
)
COLLEAGUE = (
    "Bonjour Madame,\n\nComme convenu au téléphone, je vous redis que la facture {facture} "
    "({reference}) reste à régler.\n\nBien à vous,\n\nMarc Daniel\nCommercial"
)
ABSENCE = (
    "Bonjour,\n\nJe suis absente jusqu'au {jour} inclus. Je répondrai à votre message à mon "
    "retour.\n\nMaud Jaouen"
)
CHALLENGE = (
    "Un clic pour délivrer votre email\n\nBonjour,\n\nJe suis protégé par Protect de Mailinblack. "
    "Je demande à tout nouvel expéditeur de confirmer qu'il est bien humain.\n\nCliquez ici : "
    "https://invitations.mailinblack.example/valider"
)


def spoken(chance: Random, voice: str, facts: dict[str, str]) -> str:
    """One of the ways in which that is said, its facts put in."""
    return chance.choice(VOICES[voice]).format(**facts)


def in_words(day: date) -> str:
    """« vendredi 9 octobre », as people write a day."""
    return format_date(day, "EEEE d MMMM", locale="fr_FR")
