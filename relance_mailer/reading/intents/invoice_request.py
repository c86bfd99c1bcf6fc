"""The invoice never came or is lost; a duplicate, an order number, a portal, bank details needed.

A formal correction (order number, name, format) is asked for here; the price is a dispute. The
examples: `TAKES` and `LEAVES`.
"""

from relance_mailer.reading.intents.errands import NOT_THERE, find_papers
from relance_mailer.reading.intents.phrases import find_by, rule
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "Pouvez-vous me renvoyer la facture ? Je ne la retrouve pas.",
    "Nous n'avons jamais reçu cette facture, merci de la déposer sur Chorus Pro.",
)
LEAVES = (
    "La facture est fausse, refaites-la au bon prix.",
    "Nous avons bien reçu votre facture.",
)

_PAPER = (
    r"(?:factures?|duplicata|copies?|duplicate|original\w*|documents?|pieces?"
    r"|justificatif|releves?(?: de (?:compte|facture))?|rib\b|iban"
    r"|coordonnees bancaires|r\.i\.b|pdf|exemplaires?|bon de (?:commande"
    r"|livraison)|numero (?:de commande|d engagement)|pj\b|piece jointe|fichier"
    r"|detail|relevé|decompte)"
)
_SEND = (
    r"\b(?:r?envo(?:yer|yez|ie|ies|i|ye)|re?transm\w+|transm\w+|adress(?:er|ez)"
    r"|fai(?:re|tes|s) (?:suivre|parvenir|passer|tenir)|me la faire|redepos\w+"
    r"|depos(?:er|ez)|depot|remettre|fourni\w*|communiqu\w+|re ?ennvoyer"
    r"|balance[rz]?|donne[rz]?|redonne[rz]?|passe[rz]?|joindre|recevoir|avoir"
    r"|ravoir|obtenir|re ?edit\w+|editer|mail(?:er|ez)|scanne[rz]?|partage[rz]?"
    r"|televers\w+|repass\w+|ajout\w+|recycler|re ?emett\w+)"
)

_RULES = (
    rule(
        "renvoyez la facture",
        r"(?:no encontramos|no tenemos|nos falta) (?:la|su|esa|esta) factura"
        r"|reenviar|(?:we|i) (?:have )?(?:not|never) (?:had|got|seen"
        r"|received) (?:the|an|your|that|this|any) invoice|rechnung (?:noch einmal"
        r"|erneut|nochmals)|rechnung (?:liegt|fehlt)",
        rf"{_SEND} (?:moi |nous |la |le |les |lui |vite |svp |stp |donc |l |juste "
        r"|a nouveau |par mail |une |un |directement |tout |encore |de nouveau "
        r"|en piece jointe |d abord |sur \w+ |toutes |votre |vos |cette |ce |ces "
        rf"|ton |ta |le fameux |fichu |petit |simple |\w+ ){{0,6}}{_PAPER}",
        rf"{_PAPER} (?:\w+ ){{0,6}}(?:svp|stp|s il (?:vous|te) plait|a (?:me"
        r"|nous) (?:renvoyer|transmettre|envoyer)|serait bienvenu\w*|manquant\w*"
        r"|introuvable\w*|d avance)|^\W*(?:votre |ton |le |c est quoi (?:le|ton"
        r"|votre) )?(?:rib|iban)\b",
        r"(?:refaites|refaire|refais) (?:l envoi|partir|suivre|parvenir)"
        r"|a (?:renvoyer|redeposer) (?:svp|stp|merci)|me les redonner"
        r"|transmettre un (?:edite|nouveau|autre)|rien dans les spams|faute de (?:rib"
        r"|facture)|(?:renvoyez|r?envoyez|r?envoies?|renvoie|retransmettez|remettez"
        r"|redeposez|deposez|transmettez|adressez|redonne[zs]?|mailez|passez) (?:la"
        r"|le|les|l|tout|moi|nous|lui)\b(?!.{0,30}(?:huissier|avoir))|(?:pouvez"
        r"|pourriez|peux|pourrais|possible|merci|voudriez|veuillez|peut on|serait il"
        r"|puis je|priere|prie|gre) (?:\w+ ){0,6}(?:(?:la |le |les |l )?(?:renvoyer"
        r"|redeposer|deposer|retransmettre|reemettre|recevoir (?:la|une|un)"
        r"|re ?envoyer|remettre (?:dans|en piece)|re ?deposer|repasser"
        r"|refaire passer))",
        r"(?:besoin|faut|faudrait|manque|attend\w*|demand\w*|souhait\w+|voudrais"
        r"|aimerais|recherch\w+|cherch\w+|reclam\w+|veut|veux"
        rf"|exig\w+) (?:\w+ ){{0,6}}{_PAPER}",
        r"(?:send|resend|forward|provide|share|get|have|email|attach|need|re ?send"
        r"|supply) (?:\w+ ){0,5}(?:invoices?|copy|copies|duplicate|statement"
        r"|bank details|iban|purchase order|po number|proof of delivery|pdf)|(?:never"
        r"|not|didn t|haven t|no trace|can t find|cannot find|no record|don t have"
        r"|don t seem to have)(?: \w+){0,4} (?:received|got|seen|invoice|find the"
        r"|copy|your invoice)|missing (?:invoice|po)|rechnungskopie"
        r"|kopie der rechnung|rechnung (?:\w+ ){0,4}(?:nicht (?:erhalten|bekommen"
        r"|vor)|zusenden|schicken)|copia de la factura|(?:enviar|envien|mandar"
        r"|reenviar)(?:nos|me)? (?:\w+ ){0,3}(?:factura|copia)"
        r"|no hemos recibido (?:\w+ )?factura|copia (?:della )?fattura|(?:inviare"
        r"|inviarci|mandare|inviateci) (?:\w+ ){0,3}(?:fattura|copia)"
        r"|non abbiamo (?:mai )?ricevuto (?:\w+ )?fattura",
        leaves=(
            r"demandes? (?:relative|concernant|au sujet|liee|portant|quant)|not pay\b|won t pay"
            r"|justifier|motiver|paierai pas|payerai pas"
            r"|paye pas|paie pas|reglerons pas",
            r"a quoi correspond|(?:trois|deux|3|2|\d) dernieres factures demander"
            r"|envoyez (?:la|le|une) piece d abord|not be paying|la terre entiere|retirez"
            r"|i have your|relative a une facture|huissier|pas (?:regler|payer)"
            r"|facture (?:rectificative|corrigee|d avoir|rectifiee)|(?:envoye[rz]? (?:l "
            r"|un |les )?(?:huissier|avocat))|(?:j ?ai|avons"
            r"|a) (?:\w+ )?(?:bien )?(?:envoye|transmis|adresse|depose|communique"
            r"|fourni) (?:le |la |l |les |votre |au )|(?:je|on|nous) (?:vous |te "
            r"|t )?(?:transmets|envoie|joins|adresse|fais suivre)|vous (?:m "
            r"|nous )?avez (?:\w+ )?(?:envoy|adress|depos)|au bon prix|avoir pour"
            r"|un avoir|l avoir|sans (?:facture )?rectif|preuve de (?:paiement|virement)"
            r"|attestation fiscale|calcul\w*|penalit\w*|a (?:qui|quelle adresse)"
            r"|detail (?:du calcul|par facture|lisible)|change d iban|inchange\w*"
            r"|tenue? de recevoir|retrouve pas la trace de la \d",
        ),
    ),
    rule(
        "jamais reçue",
        r"(?:jamais|pas|rien|aucune?|point|plus|ni|nulle) (?:\w+ ){0,5}(?:recu\w*"
        r"|eu|vu\w*|parven\w+|arriv\w+|destinataire|trace|retrouv\w+|trouv\w+"
        r"|recept\w+|en (?:base|ma possession|notre possession|notre systeme)"
        r"|la main sur|capture\w*|enregistre\w*|identifi\w+"
        r"|figure\w*)\b(?=(?:.{0,70}(?:factur|fa\b|piece|document|elle|celle"
        r"|original|rib|nom|duplicat|reference|f ?\d|fact))|\W*$)",
        r"(?:factures?|celle|elle|document|original|piece|fichier|pdf|novembre"
        r"|octobre|septembre|pj)\b(?: \w+){0,6} (?:jamais|pas|rien|introuvable\w*"
        r"|perdue?s?|egaree?s?|illisible|manquant\w*|n est pas (?:dans|la|arriv\w+"
        r"|parven\w+)|s ouvre pas|non (?:recue?|parvenue"
        r"|arrivee))(?: \w+){0,3}(?: (?:recue?s?|parven\w+|arriv\w+|vue?s?|eue?s?"
        r"|trouvee?s?|retrouvee?s?|figure|ouvre|lisible|la|le classeur)|\W*$)",
        r"(?:retrouve|trouve|retrouvons|trouvons|vois|voit|ai|avons|j ai|recu|possede"
        r"|remets? pas la main sur|met pas la main sur|recois|avait"
        r"|a) (?:\w+ ){0,2}(?:pas|plus|jamais|aucune|rien|point|nulle part"
        r"|pas l original|ni) (?:\w+ ){0,4}(?:facture|la \d|l original|celle|recu"
        r"|votre piece|cette piece|trace|numero|rib|iban|document|exemplaire|la fa)"
        r"|(?:pas|point|aucune) de (?:votre |vos )?(?:facture|trace)|(?:sans|faut"
        r"|pas de) (?:la |votre |une |ma |cette )?facture|(?:perdu|egare|jete|mang\w+"
        r"|efface|supprime)e?s? (?:\w+ ){0,4}(?:facture|documents?|papiers?|tous|la"
        r"|mail)|(?:facture|l ai|l avons) (?:\w+ ){0,3}(?:perdue?|egaree?|jetee?"
        r"|mangee?)|n ai ni facture|^\W*perdue?\b|j ai (?:la|le) \w+ et (?:la"
        r"|le) \w+ mais pas|ouvrir (?:la|votre|le|l|cette) (?:facture|piece|fichier"
        r"|pdf|lien)|lien (?:est )?(?:mort|casse|expire|ne marche)"
        r"|n arrive pas a ouvrir|(?:ne )?s ouvre pas|piece jointe (?:vide|manquante"
        r"|absente|illisible)|sans piece jointe|rien en piece jointe"
        r"|trompe\w* de piece jointe",
        leaves=(
            r"y reviend\w+|honor\w+|eu le temps|sous le siege|pas validee|motiver sa"
            r"|vu passer (?:le"
            r"|votre) virement|(?:marchandise|colis|materiel|livraison|commande (?:jamais"
            r"|non)|sacs?|palette|produit|paiement|reglement|avoir|reponse|remise"
            r"|virement|cheque) (?:\w+ ){0,3}(?:jamais|pas|recu)"
            r"|jamais (?:ete )?(?:commande|livre|signe)|pas change|animat\w+"
            r"|pas recu (?:le|la|les|mon|ma|mes|vos|cette|ce|un) (?!facture|document"
            r"|original|pdf|duplicata|rib|mail|courrier|piece)\w+|reserve|rien a (?:dire"
            r"|redire)|probleme avec la facture|avons bien recu|bien recu(?:e)? (?:la"
            r"|votre)|sans facture rectif\w*|la (?:deuxieme|2e) page",
        ),
    ),
    rule(
        "portail et mentions",
        r"(?:chorus(?: pro)?|coupa|ariba|tradeshift|basware|pennylane|esker|generix"
        r"|plateforme agreee|portail (?:fournisseurs?|de (?:depot|facturation)"
        r"|chorus)|e ?facture|factur ?x|votre (?:propre )?plateforme"
        r"|notre plateforme)\b(?=.{0,160}(?:depos|redepos|absen|aucune|pas|manqu"
        r"|transm|vide|rejet|obligat|figure|verif|invisibl|bloque|recu|passer|seul))",
        r"(?:depos\w+|transiter|passer|rejet\w+|bloqu\w+|recycl\w+"
        r"|refus\w+) (?:\w+ ){0,7}(?:chorus|portail|plateforme|engagement|siret"
        r"|code service|adresse unique|bon de commande|numero de commande"
        r"|n ?o? ?(?:de )?commande|format|motif)|(?:numero|n\W{0,2}|no) ?(?:d |de "
        r"|du )?(?:engagement|commande|marche|bon de commande|convention"
        r"|po\b)(?=.{0,120}(?:absen|manqu|doit|erron|obligat|faux|autre|corrig|ajout"
        r"|figur|indiqu|merci|exig|mention|mauvais|redepos|correct|bon numero))"
        r"|engagement (?:juridique )?(?:absent|manquant)"
        r"|mentions? (?:obligatoires? )?(?:absente?s?|manquante?s?)"
        r"|contr[oô]le de conformite|siret (?:\w+ ){0,6}(?:ferme|errone|faux"
        r"|different|nouveau|invalide|obsolete|suivant|le \d)|mauvais (?:siret|numero"
        r"|destinataire|nom|format)|(?:libelle\w*|etabli\w*|factur\w*) (?:a"
        r"|au) (?:mon|notre|la bonne|bon) (?:nom|entite|raison|adresse)"
        r"|vrai nom dessus|bon (?:nom|libelle|format|numero|etablissement)"
        r"|notre nouveau siret|ancienne adresse|nouvelle adresse"
        r"|adresse (?:unique de depot|de facturation|postale a change)|pdf natif"
        r"|seul(?:s)? format|format (?:attendu|excel|pdf|factur)|en (?:jpg|excel"
        r"|anglais|dollars)|rejet (?:e facture|code|technique)|purchase order"
        r"|po number|vendor portal|supplier portal",
        leaves=(
            r"(?:prestation|livraison|marchandise|service fait|quantite|prix"
            r"|travaux)(?: \w+){0,6} (?:non|pas|refus|ecart|jamais)\w*|non (?:realisee?"
            r"|livree?|conforme)|destinataire errone|mauvaise societe|mandat(?:ee?)? (?:n"
            r"|le|emis)|deposee? (?:sur chorus )?(?:est|au statut)"
            r"|statut (?:« )?mise en paiement|ne plus|reclamation",
        ),
    ),
    rule(
        "absente de nos fichiers",
        NOT_THERE,
        leaves=(
            r"(?:manque\w*|absent\w*) (?:au|a la|a l) (?:livraison|reception|commande)"
            r"|(?:colis|cartons?|palettes?|marchandises?|pieces detachees|materiel|avoir|signature"
            r"|vis\w*|service fait)\b",
        ),
        strength=3,
    ),
    rule(
        "quel numéro",
        r"quels? (?:est|sont|etait) (?:le|la|les|votre|vos|notre|ton) (?:bon )?(?:numeros?|n|codes?"
        r"|references?|siret|siren|bon) (?:de |d |du )?(?:l |la |votre |notre )?(?:bon de commande"
        r"|commande|bdc|marche|engagement|service|siret|tva|po\b|executant)",
        leaves=(
            r"aurai\w*|aurions|serait|pretend\w*|soi disant|jamais|passee?\b|livr\w+"
            r"|(?:est|etait|sont) (?:\w+ )?(?:clos|close|echue?|resilie|solde|expire|perime|annule)"
            r"\w*",
        ),
        strength=3,
    ),
    rule(
        "RIB",
        r"(?:vous auriez|auriez vous|t as|tu as|avez vous) (?:la |le |l |un |une "
        r"|votre |ton )?(?:rib|iban|facture|copie|duplicata)|ni iban",
        r"(?:votre|ton|vos|le|l|un|nouveau|bon) (?:rib|iban|coordonnees bancaires"
        r"|releve d identite)(?=.{0,60}(?:\?|svp|stp|merci|illisible|envoy|manqu"
        r"|perdu|besoin|redonn|renvoy|change de tel|transm|communiq))|(?:il (?:me"
        r"|nous) faut|c ?est quoi|redonne|besoin d|renvoyez?|donnez?|avoir"
        r"|envoye[rz]?) (?:\w+ ){0,4}(?:rib|iban|coordonnees bancaires"
        r"|releve d identite)|ni iban|rib (?:svp|stp|\?)|sur quel compte"
        r"|comment (?:voulez vous qu on|vous) pay\w*|your (?:bank details|iban)",
        leaves=(
            r"inchange\w*|confirm\w+ que|(?:verifi\w*|change|inchange"
            r"|erreur).{0,25}(?:votre|de) iban\W*\?|mal saisi|ancien rib",
        ),
    ),
)


def find(text: str) -> tuple[Finding, ...]:
    """What paper the text asks for."""
    return find_by(Intent.INVOICE_REQUEST, _RULES, text) + find_papers(text)
