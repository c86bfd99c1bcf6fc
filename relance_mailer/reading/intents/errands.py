"""What the debtor asks of us, as grammar: send a paper, write to someone else, answer, wait.

"Pouvez-vous me …", "il me faut …", "je n'ai pas …" are the same for an invoice, an order number or
bank details: the noun decides.
"""

from relance_mailer.reading.intents.gist import find_turns, turn
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

PAPERS = (
    "Pouvez-vous me faire repasser la facture ? Je ne la vois nulle part.",
    "Je ne sais pas sur quel compte virer, vous avez un iban ?",
)
NO_PAPERS = (
    "La réponse est non et elle ne changera pas.",
    "Vous trouverez le justificatif en pièce jointe.",
)

_PAPER = (
    r"(?:INVOICE|PAPER|duplicata\w*|original|bon de commande|numero (?:de |d )?(?:commande"
    r"|engagement|marche|service)|coordonnees"
    r" bancaires|bank details|po number|po|purchase order|statement|bon de livraison|bl|siret"
    r"|code service|iban|rib|justificatifs?"
    r"|bordereau|ordre de service)"
)
_GET = (
    r"(?:SEND[izxc]|FORWARD[zi]|DO[iz] (?:COMEi|repasser|parvenir|suivre|passer|FORWARDi|SENDi)"
    r"|fournir|remettre|donn\w+|avoir|RECEIVEi|recevoir|obtenir"
    r"|communiquer|redepos\w+|depos\w+|reediter|editer|rajout\w+|ajout\w+|mail\w*|joindre"
    r"|indiquer|resend|send|provide|forward"
    r"|let WE have|transmettre|remettez|retransmettre|REPAIRi|repasser)"
)
_PAPERS = (
    turn(
        "envoyez la pièce",
        rf"{_GET} ~6 {_PAPER}",
        rf"(?:faut|faudrait|manque|besoin|ASK[nx]|exige\w*|reclame\w*|need|needs?|require\w*"
        rf"|missing|OWEn mentionner|doit (?:mentionner|porter|etre"
        rf" (?:depose\w*|adresse\w*|SENDp))) ~4 {_PAPER}",
        rf"(?:ne |n )?(?:HAVE|FIND\w|vois|RECEIVE\w|voyons|retrouv\w+|ai|possed\w+|avons) (?:~1"
        rf" )?(?:pas|never|aucun|rien|plus|nulle|beau) ~4 (?:le |YOUR "
        rf"|ce |un |de )*{_PAPER}",
        rf"{_PAPER} ~5 (?:ne |n )?(?:~3 )?(?:pas|never|jamais|non|introuvable\w*|perdu\w*"
        rf"|egare\w*|FORGET\w|illisible) ~3 (?:RECEIVEp|parvenu\w*|LEAVEp|arriv\w+"
        rf"|FIND\w|eue?s?|recue?s?|ouvre|vu\w*|figure\w*|la|lisible|$|\.|mentionne\w*)",
        r"(?<=^ )(?:rien|jamais|pas|never|non) (?:RECEIVEp|recu|eu|eue|FINDp)(?! ~6 (?:livr"
        r"|marchandise))",
        r"(?:cannot|can pas) find (?:it|the|YOUR|INVOICE|le|HE)|pas (?:seem to )?have (?:it|the"
        r"|un|YOUR)|please (?:re )?send",
        r"(?<=^ )?(?:SENDz|renvoyez|SENDx) (?:le|moi|WE|WE le|le moi|le WE)?(?: (?:\.|!|svp|,|par"
        r"|en|$|moi|de))",
        r"(?:depose\w*|deposer|SENDp|SENDi|passer|adress\w+) ~4 (?:chorus|plateforme|portail|pdp"
        r"|plate forme)",
        r"(?:INVOICE|HE|factures) BE at (?:SENDi|deposer|adresser|redeposer)|chorus(?: pro)? ~4"
        r" (?:sans quoi|obligatoire|pas)",
        r"sur quel compte|quel ~2 (?:iban|rib|PAPER)|(?:lien|telechargement) ~5 (?:expire|marche"
        r"|mort)|ou (?:FINDi|trouver) ~2 INVOICE",
        r"(?:un |le )?(?:PAPER|copie|duplicata|double) (?:par mail |svp |WE )*(?:serait|BEc|m"
        r" aiderait|svp|suffirait|merci)",
        r"(?:siret|numero|code service|engagement|reference|adresse|bon de commande|mention|nom"
        r" de service) ~6 (?:ne |n )?~2 (?:pas|absent\w*|errone\w*|manqu\w+|incorrect\w*|at"
        r" (?:rajout\w+|CORRECTi|ajout\w+))",
        r"pas ce qu HE CONTACTx|c BE pour quel(?:le)? INVOICE|de quelle INVOICE",
        leaves=(
            r"(?:HAVE|BE|been) ~1 (?:bien |deja )?(?:SENDp|RECEIVEp) ~3 (?:YOUR|le|ce)"
            r" (?:INVOICE|CONTACT\w|mail)",
            r"(?:preuve|avis|justificatif|ordre|recu) (?:de |d )(?:MONEY|execution)",
            r"WE (?:YOU )?(?:SEND[nxf]|transmets|joins|adresse|DO[nx] suivre)",
            r"(?:INVOICE|avoir) (?:rectificative|CORRECTp|corrigee|rectifiee)|(?:sans|avec) (?:le"
            r" )?(?:avoir|correction|rectification)",
            r"(?:FINDf|trouverez|ci joint\w*|en PAPER jointe)(?= )(?! ~3 (?:s ouvre|ne))",
            r"detail ~3 (?:prestations?|calcul|heures|interets|somme)",
            r"(?:huissier|avocat|tribunal)",
        ),
    ),
)

_PERSON = r"(?:personne|service|interlocut\w+|destinataire|contact|departement|department|person)"
_REDIRECTS = (
    turn(
        "adressez-vous ailleurs",
        rf"(?:pas|mauvais\w*|wrong|erreur de) (?:le |OUR )?(?:bon\w* |right )?{_PERSON}",
        r"(?:ce |HE )(?:ne )?BE (?:pas|plus) (?:WE |OUR |at WE |moi )(?:qui|de|que|service)?",
        r"(?:WE )?(?:ne |n )?(?:m |WE |s )?HANDLE[xn] (?:plus|pas) de|(?:no longer|pas) (?:work"
        r"|handle|deal|manage)|WE only handle",
        r"(?:HAVE|WE) (?:quitte\w*|LEAVEp|left|pris OUR retraite|CAN LEAVE) |HAVE quitte (?:le"
        r"|OUR)|parti\w* (?:at|en) (?:le )?retraite|BE LEAVEp at le retraite|has left",
        r"(?:SEND[zi]|CONTACT[zi]|voyez|voir|ecriv\w+|ecrire|adress\w+|contact|write|talk|speak"
        r"|essayez|joindre|joignable|tourn\w+ YOU|utilis\w+) ~9 @",
        r"(?:SEND[zi]|CONTACT[zi]|voyez|ecrivez|adressez YOU|please contact|tourn\w+ YOU"
        r"|rapproch\w+) ~4 (?:avec |at |vers |de |to )?(?:OUR |le )?(?:siege|maison mere"
        r"|holding|service (?:comptab\w+|fournisseurs|financier)|comptab\w+|compta|nouveau"
        r" (?:president|gerant|tresorier)|president|tresori\w+|finance (?:department|team)"
        r"|accounts|cabinet|successeur|repreneur|syndic|tutrice|tuteur|curat\w+)",
        r"ce BE (?:OUR |le |un )?(?:service|siege|centre|cabinet|agence|compta\w*|holding|maison"
        r" mere|collegue|frere|soeur|notaire|lui|elle|HE|LAWYER)"
        r" ~6 (?:qui|qu HE faut)",
        r"(?:dossier|comptes?|INVOICE|facturation|comptabilite|tout|MONEY) ~3 (?:BE|HAVE been|at)"
        r" ~2 (?:suivi\w*|gere\w*|HANDLEp|centralise\w*|LEAVEp|transfere\w*|SENDp|FORWARDp)"
        r" (?:par|at|chez|desormais)",
        r"(?:contact|try|want|ask|CONTACTz|parlez ~1 at|voyez avec|voir avec|demandez at|talk to)"
        r" ~4 (?:department|head office|procurement|accounts|collegue|siege|agence|service"
        r"|finance|soeur|frere)",
        r"WE BE (?:at|en) (?:le )?retraite|BE LEAVEp at le (?:retraite|concurrence)|WE (?:ne )?BE"
        r" plus (?:adherente?|membre|tresori\w+|gerante?|president\w*|salarie\w*|en poste"
        r"|responsable)"
        r"|moved to another|(?:trompez|trompe) ~2 de (?:interlocut\w+|personne|service)|chez le"
        r" bonne personne|notre (?:expert )?comptable traite",
        r"(?:compta|comptabilite|successeur|remplacant\w*|nouvelle? (?:adresse|boite|mail)"
        r"|desormais|dorenavant|at l avenir) ~9 @",
        leaves=(
            r"(?:OUR )?(?:absence|absente?|conges?|retour)",
            r"(?:avocat\w*|maitre|liquidat\w+|mandataire|conseil)",
            r"YOU (?:BE|YOU) ~3 tromp\w+|mauvais\w* (?:couleur|prix|taille|montant)",
        ),
    ),
)

_ACKS = (
    turn(
        "transmis, noté, regardé",
        r"WE (?:YOU |le |en |LOOK |me |m |s )?~2 (?:transmets|transmettons|SENDn|SENDx ~2 at"
        r"|FORWARD[nx]|relaie|LOOK[nx]|verifie|regarde|renseigne|DO[nx] (?:suivre|remonter"
        r"|le point|passer)|pose le question|vois (?:ca|avec|ce|HE)|voyons|revien\w*|COMEn vers"
        r"|HANDLE[nx]|note|prends note|prenons note|redis|tiens au courant)",
        r"(?:HAVE|BE|been) ~2 (?:bien )?(?:SENDp|transfere\w*|remonte\w*|FORWARDp|relaye\w*|PAYx)"
        r" ~2 (?:ce (?:DAY )?)?(?:YOUR |le )?~2 (?:at|au|aux|a) (?:OUR|le|m|qui|monsieur|madame"
        r"|personne|service|mme)",
        r"(?:bien|well) RECEIVEp|bonne reception|accus\w+ (?:bonne )?reception|(?:prise? en"
        r" compte|bien note|noted|c BE note|ce BE note)",
        r"(?<=^ )(?:vu|note|entendu|OK|ok|merci|thanks|noted|recu|RECEIVEp) (?:,|\.|!|$|pour|et"
        r"|merci)",
        r"(?:pass|passing|forward\w*|looking) (?:it |this |HE )?(?:on|into|to)|get back to YOU"
        r"|will check|let YOU know",
        r"(?:revien\w+|reviendr\w+|repondr\w+|recontact\w+|DOi un retour) (?:vers )?YOU|YOU"
        r" (?:redis|tiens au courant|recontacte|repond\w*|COMEn|revien\w*)",
        r"(?:controle|verification|validation|rapprochement|traitement|instruction|examen|analyse"
        r"|HE|ce|INVOICE|dossier|demande) ~4 en (?:cours|attente)"
        r"(?! (?:de (?:MONEY|PAYi)|de YOUR))|suit son cours|bonnes mains|haut de (?:le )?pile"
        r"|(?:ouvert|cree) ~2 ticket|logged|copy that|WE (?:creuse|fouille|me renseigne)",
        r"(?:WE|HE) ~1 CONTACT[nx] (?:le|OUR|aujourd|de|DAY)|prends ~3 (?:main|charge)|(?:remis"
        r"|parvenu|SENDp|arrive) ~4 (?:au |le )(?:service|bureau|personne)"
        r"|YOU (?:dirons|dirai|dis)|(?:merci|thanks) (?:de le |du |pour (?:le|YOUR) )(?:rappel"
        r"|relance|CONTACTx|message)|service fait ~5 (?:constate|en cours|valide)",
        r"DO[nfx] (?:le )?necessaire|(?:dossier|demande|relance) (?:~2 )?(?:transmis\w*|SENDp"
        r"|remonte\w*|transfere\w*|prise? en compte)",
        leaves=(
            r"(?:PAY[fnxi]|MONEY|virement) ~8 (?:DAY|NUM|demain)",
            r"\?",
            r"(?:avocat|tribunal|litige|huissier)",
        ),
    ),
)

_QUESTIONS = (
    turn(
        "demande une explication",
        r"(?:expli\w+|detaill\w+|precis\w+|eclair\w+|justifi\w+) (?:moi|WE|YOU)|(?:CAN|pouvez"
        r"|pourriez|CANc|could) (?:YOU )?~2 (?:m |WE |me )?(?:expliquer|detailler|preciser|appeler"
        r"|CONTACTi|dire|eclairer|confirmer|justifier|give WE a call|call|explain|donner ~2"
        r" detail)",
        r"(?:at quoi|de quoi|pourquoi|comment|combien|qui BE|d ou|what|who|why|how|where) ~12 \?",
        r"parler (?:at|HAVE|avec) ~2 (?:responsable|quelqu\w*|humain|directeur|vraie? personne)",
        r"(?:rappelez|CONTACTz|appelez|telephonez|call) (?:moi|WE|me|us)",
        leaves=(rf"{_PAPER}", r"(?:si|que) YOU ne savez|comment GO"),
    ),
)


def find_papers(text: str) -> tuple[Finding, ...]:
    """Where a paper or a number is asked for, or said to be missing."""
    return find_turns(Intent.INVOICE_REQUEST, _PAPERS, text)


def find_elsewhere(text: str) -> tuple[Finding, ...]:
    """Where somebody else is to be written to."""
    return find_turns(Intent.REDIRECT, _REDIRECTS, text)


def find_receipts(text: str) -> tuple[Finding, ...]:
    """Where the letter is merely received, noted, passed on."""
    return find_turns(Intent.ACK, _ACKS, text)


def find_enquiries(text: str) -> tuple[Finding, ...]:
    """Where an explanation or a call is asked for."""
    return find_turns(Intent.QUESTION, _QUESTIONS, text)
