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
        r"(?<=^ )(?:vu|note|entendu|OK|ok|merci|thanks|noted|recu|RECEIVEp) (?:,|\.|!|$|et"
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
        r"(?:expli\w+|detaill\w+|precis\w+|eclair\w+|justifi\w+) (?:moi|WE|YOU)|(?<!WE"
        r" )(?<!personne ne )"
        r"(?<!en )(?:CAN|pouvez|pourriez|CANc|could) (?:YOU )?~2 (?:m |WE |me )?(?:expliquer"
        r"|detailler"
        r"|preciser|appeler|CONTACTi|(?:(?<=m )|(?<=WE )|(?<=me ))dire|eclairer|confirmer"
        r"|justifier|give WE a call|call|explain|donner ~2"
        r" detail)",
        r"(?:at quoi|de quoi|pourquoi|comment|combien|qui BE|d ou|what|who|why|how|where) ~12 \?",
        r"parler (?:at|HAVE|avec) ~2 (?:responsable|quelqu\w*|humain|directeur|vraie? personne)",
        r"(?:rappelez|CONTACTz|appelez|telephonez|call) (?:moi|WE|me|us)",
        leaves=(rf"{_PAPER}", r"(?:si|que) YOU ne savez|comment GO"),
    ),
)


NOT_THERE = (
    r"(?:factures?|elle|celle ci|celle la|la (?:\w+ )?\d+|\d{3,})\b(?: (?:est|reste|encore|toujours"
    r"|deja|a ce jour|helas|malheureusement|n|ne|figure|apparait|toujours pas)){0,4} (?:manqu\w+"
    r"|absente?s?|introuvables?|inconnue?s?|pas|invisibles?)(?: (?:encore|toujours|a ce jour"
    r"|pas)){0,2} (?:sur|dans|de|du|en) (?:le |la |l |notre |nos |mon |chorus\b)?(?:portail"
    r"|plate ?forme|outil|systeme|logiciel|chorus|ged\b|sap\b|base|comptabilite|compta\b|fichiers?"
    r"|journal|grand livre|echeancier|circuit)"
)
"""An invoice that our debtor's own books or portal do not hold."""

_NOWHERE = (
    r"(?:nulle part|aucune trace|no trace|introuvable|perdu\w*|egare\w*|impossible de (?:le |mettre"
    r"|FINDi|retrouver|remettre)|pas (?:en PAPER|RECEIVEp|trouve\w*|FINDp|parvenu\w*)"
    r"|never (?:reached"
    r"|RECEIVEp|came|arrived|LEAVEp|RECEIVEp|parvenu\w*)|nothing|rien ~2 ce (?:numero|nom"
    r"|reference))"
)
_COPY = (
    r"(?:copy|copie|scan|duplicat\w*|double|pdf|xml|factur x|facturx|exemplaire|PAPER|INVOICE"
    r"|fichier)"
)
_SURE_PAPERS = (
    turn(
        "remettez-la-moi",
        rf"(?:ping|shoot|drop|fire|pop|bung|fling|email|mail|send|SEND[xiz]|pass) ~3"
        rf" (?:over |across |again |through |un |le |me |us |WE )*{_COPY}",
        rf"(?:mettez|mets|joignez|joins|repassez|redonnez|remettez|SENDz|SENDx|renvoyez|DOz|passez"
        rf"|deposez|redeposez|refaites|CANc|CAN|pouvez|pourriez|pouvoir) ~1 (?:moi|WE|m|me|le|HE"
        rf"|YOU)"
        rf" ~4 (?:{_COPY}|repasser|renvoyer|SENDi|remettre|redonner)",
        rf"(?:un|juste|simple|une|just) {_COPY} (?:et|ou|par|svp|s il|suffi\w+|,|YOUR|as ~1"
        rf"|please|merci|\?|serait|en|BEc)",
        rf"{_NOWHERE} ~9 (?:{_COPY}|numero|reference|number|SEND\w|repass\w+)",
        r"(?:rib|iban|kbis|siret|w 8|bank letter|onboarding form|engagement|fiche fournisseur"
        r"|vendor form) ~6 (?:manque\w*|svp|faut|faudrait|at jour|moins de|required|needed"
        r"|signe\w*)",
        rf"(?:manque|faut|faudrait|need|besoin) ~4 (?:un |le |YOUR )*(?:{_COPY}|rib|iban|kbis|w"
        rf"|bon de"
        rf" commande|numero|siret|engagement)",
        r"(?:set up|onboard\w*|register\w*|enregistrer|creer|ouvrir) ~4 (?:vendor|supplier"
        r"|fournisseur"
        r"|compte fournisseur|fiche)",
        r"quel(?:le)? (?:compte|iban|rib|coordonnees)|ou (?:est ce que )?~2 (?:FIND\w"
        r"|trouve\w*) ~3 (?:rib"
        r"|iban|coordonnees|INVOICE)",
        r"(?:plateforme|portail|systeme|robot|chorus|outil|system|portal) ~4 (?:refuse\w*|rejet\w+"
        r"|CONTEST[nxp]|accepte\w* (?:pas|plus|que)|bounced|HAVE (?:CONTESTp|refuse)|only"
        r"|tire rien)",
        r"(?:ne |n )le HAVE (?:aucun LEAVEn|still pas|plus trace)|(?:HE|INVOICE"
        r"|celle) ~3 never"
        r" ~2 LEAVEp",
        r"resend|re send|send (?:it|this) (?:again|over)",
        leaves=(
            r"(?:HAVE|BE|been) ~1 (?:bien |deja )?(?:SENDp|RECEIVEp) ~3 (?:YOUR|le|ce) (?:INVOICE"
            r"|CONTACT\w)",
            r"(?:preuve|avis|justificatif|ordre|recu) (?:de |d )(?:MONEY|execution)",
            r"WE (?:YOU )?(?:SEND[nxf]|transmets|joins|adresse|DO[nx] suivre)",
            r"(?:avoir|credit note|rectificative|corrigee|CORRECTp)",
            r"redonner ~1 (?:de |un |le )?(?:date|jour|autre date)",
            r"(?:FINDf|trouverez|ci joint\w*|attached|enclosed)",
            r"(?:SPREADi|reporter|decaler|detail (?:par|de le calcul))",
            r"(?:livr\w+|marchandise\w*|DELIVER\w|ORDER\w|huissiers?|avocats?|tribunal|lawyers?)",
            r"(?:preuve|justifi\w+|expli\w+|detail\w* de|bon de livraison|contrat|proof)",
            r"(?:never|jamais|pas) ~2 (?:ORDERp|SIGNp|demande)",
        ),
        strength=3,
    ),
)
_PLACE = (
    r"(?:bureau|ecran|clavier|nez|pile|bannette|parapheur|ordre de le jour|mot|casier|case|table"
    r"|chemise"
    r"|chaise|liste|agenda|post it|desk|chair|list|tray|inbox|radar)"
)
_SURE_ACKS = (
    turn(
        "posé sur le bureau de quelqu'un",
        rf"(?:WE|HE) ~3 (?:met\w*|pose\w*|depose\w*|porte\w*|glisse\w*|range\w*|laisse\w*"
        rf"|accroche\w*"
        rf"|lege) ~6 {_PLACE}",
        rf"(?:est|BE|it|HE|dossier|INVOICE) ~2 (?:sur|on|dans|sous|in|at) ~3 {_PLACE}",
        r"(?:rattache\w*|classe|classee?s?|affecte\w*|verse\w*|enregistre\w*) ~3"
        r" (?:dossier|bannette|acheteur|bureau|service)",
        r"(?:dans|in) ~1 (?:tuyaux|circuit|workflow|pipe|pipeline|rouage\w*)"
        r"|(?:circuit|workflow) de? ~2 (?:approbation|VALID\w|validation|signature|visa)",
        r"(?:deux|trois|NUM|NUMBER|dernier|attend\w*|WAITn|manque\w*) ~5 (?:visas?|valid\w+|VALID\w"
        r"|signature|sign off|approb\w+)",
        r"WE (?:~1 )?HAVE ~1 (?:CONTACTp|relance\w*|nudged|chased|flagged|forwarded|passed|asked"
        r"|been asking|transfere\w*)",
        r"WE ~1 (?:CONTACT[nx]|relance\w*) ~2 (?:directeur|direction|patron\w*|chef\w*|gerant\w*"
        r"|compta\w*|service|tresori\w+)",
        r"(?<=^ )forwarded to|with ~4 for (?:sign off|approval)",
        r"WE ~3 (?:tien\w+|tiendr\w+|dis|dirai|redis|dirons) ~3 (?:jus|courant|informe\w*|quoi"
        r"|ce qu)",
        r"(?:reunion|bureau|conseil|comite) ~3 (?:DAY|NUM) ~3 WE ~3 (?:presente|soumet\w*|montre"
        r"|parle"
        r"|expose|met\w*)",
        r"(?:bien|well) (?:pris|prise|RECEIVEp|note)|got YOUR|(?:mail|message|CONTACTx|rappel"
        r"|courrier"
        r"|note) (?:YOU )?(?:m |WE |me )?(?:arrive|parvient|LEAVEn|RECEIVEp)|HAVE (?:bien )?YOUR"
        r" (?:CONTACT\w|rappel|mail|message|courrier)",
        r"WE ~1 (?:reprend\w*|reprendr\w+|rouvr\w*) ~5 (?:retour|des que|avec|DAY|rentree)",
        leaves=(
            r"\?|PAYf|demain|MONEY ~4 (?:DAY|LEAVE\w)",
            r"(?:avocats?|tribunal|litiges?|huissiers?|plainte|lawyers?|liquidat\w+|mandataire)",
            r"(?:DELIVER\w|livr\w+|casse\w*|FAIL[px]|defaut|facture\w* (?:deux|trop)|panne"
            r"|sans OUR)",
            r"(?:mais|cependant|toutefois|pourtant|sauf|but|however|never|personne|aucun"
            r"|remplace\w*)",
            r"(?:pas|plus) (?:d accord|PAYi|RECEIVEp|recu|eu|vu|DOp|ORDERp|SIGNp|PAY[fp])",
        ),
        strength=3,
    ),
)
_SURE_REDIRECTS = (
    turn(
        "la main est passée",
        r"(?:ce |HE )(?:ne )?BE plus (?:moi|WE|me)(?= )|WE (?:ne |n )?~1 (?:HAVE"
        r"|ai) ~2 (?:plus|pas) ~4"
        r" (?:le main|budget|acces)",
        r"(?:caisse|tresorerie|presidence|comptes?|compta\w*|suite|dossier|relais|gestion"
        r"|flambeau) ~3 (?:passe"
        r"|FORWARDx|FORWARDn|passent|BE ~1 (?:repris\w*|assure\w*|LEAVEp)|revient) ~2 (?:at|par"
        r"|de)",
        r"(?:tout ce qui BE|pour (?:tout|le|les)|anything|invoices|suppliers"
        r"|factur\w+) ~6 (?:ce BE|voyez|go to"
        r"|live with|sit with|BE with|s adress\w+|ecrivez)",
        r"(?:queue|inbox|desk|boite|service|adresse|standard|secretariat) ~2 (?:BE|only|ne|serves"
        r"|est) ~4 (?:only"
        r"|sales|achats|us|que|rendez)",
        leaves=(
            r"(?:absence|absente?|conges?|retour|avocat\w*|liquidat\w+|mandataire|\?)",
            r"(?:dgfip|tresorerie|tresor|perception|sgc|comptable public|tresorier)",
            r"pas (?:moi|WE) (?:qui|que) (?:HAVE|ai) (?:ORDERp|commande\w*|SIGNp)",
        ),
    ),
)


def find_papers(text: str) -> tuple[Finding, ...]:
    """Where a paper or a number is asked for, or said to be missing."""
    return find_turns(Intent.INVOICE_REQUEST, _PAPERS + _SURE_PAPERS, text)


def find_elsewhere(text: str) -> tuple[Finding, ...]:
    """Where somebody else is to be written to."""
    return find_turns(Intent.REDIRECT, _REDIRECTS + _SURE_REDIRECTS, text)


def find_receipts(text: str) -> tuple[Finding, ...]:
    """Where the letter is merely received, noted, passed on."""
    return find_turns(Intent.ACK, _ACKS + _SURE_ACKS, text)


def find_enquiries(text: str) -> tuple[Finding, ...]:
    """Where an explanation or a call is asked for."""
    return find_turns(Intent.QUESTION, _QUESTIONS, text)
