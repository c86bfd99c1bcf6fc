"""Words of a ground that are about the debtor's own house: his bank, his van, his promise, a paper.

"Le virement n'est pas passé" has the shape of "la livraison n'est pas venue", and "mon four est en
panne, la réparation a tout pris" that of a complaint. Who or what it is said of tells them apart:
money and dates, the debtor's own people and clients, and papers are no goods of ours. What the
creditor did or should have done, in the same sentence, makes a ground of it again
(`over.THEIR_DOING`). The examples: `TAKES` and `LEAVES`.
"""

from relance_mailer.reading.intents.phrases import Sentence, words_in

TAKES = (
    "Le virement que j'attendais n'est pas passé.",
    "Je ne tiendrai pas la date que je vous avais donnée.",
    "Le four est tombé en panne et la réparation a tout pris.",
    "Je n'ai aucune trace de cette facture.",
    "L'audit n'est pas fini, rien ne sort.",
)
LEAVES = (
    "La livraison n'est pas arrivée.",
    "Le parquet ne tient pas.",
    "Le four est tombé en panne au bout d'une semaine.",
    "Je n'ai aucune trace de cette commande.",
    "Le chantier n'est pas fini.",
)

_NOT = r"(?:pas|plus|jamais|guere|rien)"
_MONEY = (
    r"(?:virements?|reglements?|paiements?|versements?|cheques?|prelevements?|loyers?|argent|fonds"
    r"|salaires?"
    r"|pa[iy]es?|pensions?|retraites?|subventions?|dotations?|aides?|primes?|prets?|credit"
    r"|allocations?|indemnites journalieres|recettes?|caf|acompte de (?:mon|notre)|rentrees?"
    r"|remboursement de (?:la |l |ma |notre )?(?:tva|secu\w*|mutuelle|assurance|impots?|credit)"
    r"|mandats?|transferts?|transfert|decouvert|autorisation de decouvert)"
)
_HAPPENS = (
    r"(?:pass|arriv|tomb|vers|credit|valid|part|rentr|debloqu|execut|pay|regl|vir|signe|sort|suiv"
    r"|accept|accord|reconduit|reconduite|renouvel|la\b|emis|saisi)\w*"
)
_DATE = (
    r"(?:promesses?|parole|dates?|delais?|echeances?|engagements?|calendrier|fin|mi|debut"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|\d{1,2}(?: \w+)?|semaine|planning)"
)
_OWN_PEOPLE = (
    r"(?:audit|notaire|banque|banquiere?|conseillere?|prefecture|l etat|juge|greffe|agence"
    r"|(?:mon|notre|ma|le|la|votre) (?:service )?(?:compta|comptable|comptabilite|tresorerie"
    r"|tresoriere?|expert comptable)|service (?:comptable|paie|financier|informatique|achats"
    r"|facturation)|personne (?:en charge|habilitee|responsable|qui (?:signe|paie|gere))"
    r"|signataire|inspecteur|percepteur|tresor public|departement|region|mairie|mutuelle)"
)
_OWN_DOES = (
    r"(?:fini\w*|revenu\w*|rentre\w*|recu\w*|repondu\w*|debloque\w*|bouge\w*|verse\w*|vire\w*"
    r"|tranche\w*|statue\w*|encore (?:fait|pointe|passe|saisi|enregistre)\w*|rappele\w*|vote\w*"
    r"|signe (?:le|la|les) (?:virement|mandat|bordereau|parapheur|cheque|ordre)\w*"
    r"|fait (?:le|la) (?:rapprochement|saisie|point|virement))"
)
_THING = (
    r"(?:fours?|chambre froide|camion\w*|voiture|fourgon|frigo\w*|vitrine refrigeree|chaudiere"
    r"|tracteur|machine|caisse|ordinateur|serveur|congel\w*|moteur|toit\w*|chauffe eau|lave"
    r" vaisselle|petrin|moto|scooter|pelle|presse|citerne|groupe electrogene)"
)
_BREAKS = (
    r"(?:panne|lache\w*|morte?\b|mourir|casse\w*|rendu l ame|brule\w*|h\.?s\b|vole\w*|plante\w*"
    r"|grille\w*|explose\w*|claque\w*|fichue?|foutue?)"
)
_COSTS = (
    r"(?:(?:la|cette|une|de|les) reparations?|(?:m|nous|ca|a) (?:\w+ )?cout\w+|tout pris|mange\w*"
    r"|vide (?:la|ma|notre)|treso\w*|imprevu\w*|perdu pour|ruin\w+|d ou (?:le|mon|notre) retard"
    r"|economies|plombe\w*|oublie\w* (?:tout|le reste)|avale\w*|dans les garages)"
)
_PAPER = (
    r"(?:factures?|originaux|original|documents?|duplicatas?|papiers?|courriers?|mails?|courriels?"
    r"|releve (?:de compte)?|pieces? jointes?|pdf|scan|lien|double|bon de livraison|bl\b"
    r"|justificatifs?|relances?|rappels?|lettres?|attachement|note)"
)
_OCCASION = (
    r"(?:festivals?|evenements?|mariages?|spectacles?|concerts?|salons?|fetes?|bals?|vols?|trains?"
    r"|tournees?|lotos?|brocantes?|chantiers? (?:de|chez) \w+|reservations de (?:nos|mes))"
)

_OWN = words_in(
    # Money and dates.
    rf"{_MONEY}\b(?: (?!que vous|mais|livr|command)[\w.]+){{0,8}}? (?:ne |n )?(?:\w+ ){{0,3}}{_NOT}"
    rf" (?:\w+ ){{0,2}}{_HAPPENS}",
    r"(?:fonds|argent|somme|virement|cheque|prelevement)s? (?:\w+ ){0,4}(?:rendu|retourne"
    r"|revenu|restitue|refuse|rejete|bloque)\w*",
    rf"{_DATE}\b(?:,? \w+){{0,9}}? (?:ne |n )(?:\w+ )?tien\w+ (?:\w+ )?{_NOT}",
    rf"(?:annonce|promis|dit|donne|ecrit)e?s? (?:ne |n )tien\w+ {_NOT}",
    rf"(?:je|nous|on) (?:ne |n )?(?:la |le |les |l |vous |y |pourrai |pourrons ){{0,2}}"
    rf"(?:tiend\w+|tiens|tenons|arriver\w+) (?:\w+ )?{_NOT}\b",
    r"oublie\w* (?:pas|jamais) (?:ma|notre|cette|la|mes|nos) (?:dettes?|ardoise)",
    # One's own people, clients and tools.
    rf"{_OWN_PEOPLE}\b(?: \w+){{0,6}}? (?:ne |n )?(?:\w+ ){{0,2}}{_NOT} (?:\w+ )?{_OWN_DOES}",
    rf"clients?\b(?: \w+){{0,8}}? (?:ne |n )?(?:\w+ ){{0,2}}{_NOT} (?:\w+ )?(?:pay\w*|pa[iy]\w*"
    r"|regl\w*|vers\w*|honor\w*|encore)",
    r"(?:opco|mutuelle|msa|assurance|assureur|secu|region|departement|agefice|fafcea)\b(?:"
    r" \w+){0,3}"
    r" (?:pas|jamais|plus) (?:encore )?rembours\w+",
    r"(?:adresse|boite|lien|messagerie|telephone)\b(?: \w+){0,2} ne"
    r" (?:marche|marchait|fonctionne|fonctionnait) (?:plus|pas)",
    rf"{_THING}\b.{{0,40}}\b{_BREAKS}.{{0,90}}\b{_COSTS}",
    rf"{_COSTS}.{{0,60}}\b{_THING}\b.{{0,40}}\b{_BREAKS}",
    r"(?:rendu|rendre|rends) (?:l ame|(?:les|mes|nos|mon|notre) (?:cles?|tablier|appartement|local"
    r"|bail)|visite|fou|folle|malade)",
    rf"{_OCCASION} (?:\w+ ){{0,4}}annul\w+|annul\w+ (?:\w+ ){{0,2}}{_OCCASION}",
    r"(?:degats? des eaux|inondation|incendie|dans le feu|cambriol\w+|demenag\w+)",
    r"(?:marche|cours|ventes?|chiffre|frequentation|activite|plafond|toit)\b.{0,30}effondr\w+",
    # Papers that were not seen, or came without a part.
    rf"(?:n ai|n avons|n a|n y a|ai|avons|ja[mn]ais|pas) (?:\w+ ){{0,2}}?(?:aucune trace|nulle"
    rf" trace"
    rf"|pas|jamais|rien) (?:\w+ ){{0,2}}?(?:de |recu |vu |trouve |eu |retrouve |passer ){{0,3}}"
    rf"(?:la |le |les |l |cette |ce |votre |vos |ces |d |une? |celle )?{_PAPER}\b"
    r"(?! (?:de|du|des) (?:marchandise|travaux|livraison))",
    rf"{_PAPER}\b(?: \w+){{0,5}}? (?:n est|n a|n y est|ne (?:m|nous) est|est) (?:\w+ )?{_NOT}"
    r" (?:\w+ )?(?:arrive|parvenu|venu|transmis|passe|joint|dans|sur|atteint)\w*",
    r"(?:numero|n|reference|code|bon) (?:de |d )?(?:commande|engagement|service|marche|affaire)"
    r" (?:\w+ ){0,2}(?:pas (?:dessus|mentionne|indique|reporte|la|porte)|absent\w*|manqu\w*"
    r"|n (?:y )?(?:figure|apparait)|ne figure)",
    r"sans (?:la |sa |le |son |ses |les )?(?:\w+ )?(?:pages?|pj|annexes?|rib|piece jointe)\b",
    r"en double exemplaire|(?:rib|iban|siret|bic)\b.{0,30}ne correspond\w*|anti ?fraudes?",
    r"refai\w+ (?:moi |nous )?(?:suivre|parvenir|passer|un (?:propre|double|exemplaire|scan|envoi"
    r"|point)|l envoi"
    r"|une copie|surface|le plein|les comptes)",
    r"manqu\w+ (?:plus )?(?:que |juste |encore )?(?:\w+ ){0,2}(?:signatures?|tampon|visa|validation"
    r"|minutes?|temps|timbre|numero|n|rib|iban|factures?|rapport|secondes?|feu vert|derniere)\b"
    r"|(?:ne|n) manqu\w+ pas de|papier manquant|(?:il me|il nous) manque la \d|fond de la reserve"
    r"|(?:sur|dans) (?:la|nos|les) reserves?\b(?! (?:emise|de la reception))",
    r"au nom de (?:votre|toute|l equipe|la s|notre)|(?:chez un|notre|mon) homonyme|planning, pas",
    r"(?:contre|chez) mon operateur|banque\b.{0,60}montant (?:etait|est) (?:inhabituel|eleve|trop)",
    r"(?:la|une|cette|chaque) personne (?:en charge|qui (?:gere|suit|paie|signe)|habilitee"
    r"|concernee)",
    r"\S{1,60}@\S{0,60} (?:ne )?(?:marche|fonctionne)\w* plus|(?:attachment|page|link|file"
    r"|pdf)\b.{0,20}missing",
    r"(?:surs?|certaine?s?|apres|souviens) (?:de )?l avoir \w+|(?:duplicata|copie|double) de l"
    r" avoir",
    r"quand (?:le carnet|les choses|la situation|la saison|les affaires|ca ira|tout ira)",
    r"(?:fournisseur|client|poissonnier|boucher|boulanger|grossiste|chef|serveur|commis|associee?"
    r"|locataire|stagiaire|extra)s? (?:\w+ )?(?:m|nous) (?:a|ont) (?:\w+ )?(?:plante|lache)e?s?\b"
    r"|(?:part|partie?s?|partons) planter (?:des|mes|nos)",
    r"(?:saison|billetterie|frequentation|activite|recette)\b(?: \w+){0,2} (?:pas|plus|jamais|s"
    r" est)"
    r" (?:\w+ )?(?:demarr|decoll|pris\b|marche|effondr)\w*",
    r"plainte (?:a la gendarmerie|au commissariat|a la police)\b(?! contre (?:vous|votre))",
    # Slips of one's own.
    r"(?:tape|coche|clique|impute|libelle|execution|lisais)e?s?\b[^.;]{0,60} au lieu d",
    r"mauvais\w* (?:chantier|dossier|ligne|centre|classeur|case|engagement|imputation)\b"
    r"[^.;]{0,40} au lieu d",
    r"(?:je|on|nous) (?:vous |te )?(?:ecri\w+|repond\w+|previen\w+|appelle\w*),? au lieu d|banque"
    r" affich\w+\b[^.;]{0,40} au lieu d",
    # Talk.
    r"au lieu de (?:m |me |nous |vous |la |le )?(?:ecrire|relancer|menacer|envoyer|harceler"
    r"|attendre|crier|appeler|passer|courir|perdre|parler|celui)\b",
    r"(?:par|via) (?:votre|le|un|vos) (?:technicien|livreur|chauffeur|commercial|collegue|site)s?"
    r"\b(?! (?:qui|que|n|ne|a cass|mal))",
    r"(?:technicien|poseur|livreur|chauffeur|commercial|plombier|equipe|collegue|macon|peintre"
    r"|ouvrier|gars)\w*\b.{0,30}\b(?:a fait (?:du |un )?(?:tres )?(?:beau|bon|super|excellent|joli)"
    r"|(?:etait|est|a ete|ont ete|sont) (?:tres |vraiment |super |bien |d une )?(?:charmant|gentil"
    r"|aimable|adorable|patient|efficace|parfait|impeccable|sympa|courtois|correct|pro\b|au top"
    r"|formidable|serieu)\w*|(?:pas vous|l autre))",
    r"(?:faites|vous faites|fait) erreur (?:de destinataire|d adresse|d interlocuteur|de service)"
    r"|vous (?:vous )?trompez (?:de (?:destinataire|service|bureau|adresse|boite mail)"
    r"|d (?:interlocuteur|adresse|interlocutrice))",
    r"(?:faites erreur|vous vous trompez).{0,12}(?:j ai|nous avons|on a|c est) (?:\w+ )?(?:paye"
    r"|regle|vire|solde|envoye)\w*",
    r"wrong (?:department|team|desk|inbox|person\b(?!.{0,60}(?:order|bought|owe|client)))"
    r"|(?:isn t|not) my (?:department|area|job|remit)",
    r"(?:atterri|arrive|tombe|recu)\w* (?:\w+ ){0,3}(?:au|dans le|chez nous au) (?:sav|service"
    r" (?:apres vente|litiges|qualite|client\w*))",
)


def is_own_affair(sentence: Sentence) -> bool:
    """Whether what sounds like a ground is said of the debtor's own house."""
    return _OWN.search(sentence.folded) is not None
