"""It has been paid, or the transfer has been sent.

What will be paid, what someone only believes to be paid, and what was paid of another invoice "la
dernière fois" are not. The examples: `TAKES` and `LEAVES`.
"""

from relance_mailer.reading.intents.payments import find_payments
from relance_mailer.reading.intents.phrases import DONE, OWE_US, find_by, rule
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "La facture a été réglée par virement le 28 mai.",
    "C'est payé depuis mardi, vérifiez votre compte.",
)
LEAVES = (
    "La facture sera réglée vendredi.",
    "Elle n'est pas encore payée, je m'en occupe.",
)

_NOT_YET = (
    r"mise? en paiement (?:pour|le \d|au|du|prevu|semaine|fin)",
    r"c ?est paye (?:lundi|mardi|mercredi|jeudi|vendredi|demain)|(?:est|sera"
    r"|c est) (?:fait|paye|regle) d ici|toujours paye|(?:lundi|mardi|mercredi"
    r"|jeudi|vendredi|samedi|demain|48 ?h|d ici|sem(?:aine)? pro\w*|fin \w+"
    r"|des que .{0,40}|version pdf et|envoye.{0,30} et|ensuite"
    r"|apres) .{0,40}c ?(?:est )?(?:regle|fait|paye|bon)\b|a moitie",
    r"(?:d ici|dans|sous) (?:\w+ ){1,6}vous etes (?:paye|regle|vire)|vous etes (?:donc )?(?:vire"
    r"|paye|regle|credite)e?s? (?:demain|le \d|\w{3,6}di\b(?! dernier))"
    r"|ce jour la",
    r"(?:sera|seront|serez|seriez|serait|seras|soit|etre|aurait (?:ete|du)|auriez"
    r"|doit etre|va etre|devrait|pourra|pourrait|fera|faire|faites) (?:donc "
    r"|bien |alors |toutes? |integralement |mandatee? et |\w+ et )?(?:ete )?" + DONE,
    r"(?:pas|jamais|point|aucun\w*) (?:\w+ )?(?:encore )?(?:ete )?"
    + DONE
    + r"|(?:n ai|n avons|n est|n a) (?:\w+ )?pas|rien (?:n a ete |ete )?(?:"
    + DONE
    + r"|verse)",
    r"(?:(?<!pour )une fois|des que|quand (?:je|il|elle|ce|vous|on|nous)|apres (?:avoir"
    r"|que)|pour etre|avant d(?:e|etre)|si (?:c est|elle|vous|je|on"
    r"|cela)) .{0,40}" + DONE,
    r"(?:regle|reglee) comme (?:du|un|une) (?:papier|metronome|horloge|coucou)",
    r"je (?:ne )?(?:sais|crois) pas si|(?:pense|croit|croyait|croyais|pensais"
    r"|pensait) (?:que )?(?:\w+ ){0,4}(?:c etait|oui|etait|avait|avais|paye)"
    r"|en (?:serez|seront)|comme promis je|(?:elle|il|ils|vous n) (?:ne )?(?:m "
    r"|nous )?(?:a|ont|avez) (?:pas )?(?:encore )?(?:paye|regle)|(?:me|nous"
    r"|a) (?:paye|regle|paie)\b.{0,15}(?:pas|plus|que|a \d)|payes? (?:tous )?(?:a"
    r"|au) (?:\d|nombre|smic)|(?:est|etait) (?:en attente|bloque)"
    r"|pole emploi me paye|client (?:\w+ )?(?:me |nous )?(?:paye|a paye|vire)"
    r"|pas (?:la )?preuve|contre ?(?:fait|valide)|a regler|(?:somme"
    r"|montant) a (?:payer|regler)|avant le (?:paiement|reglement)|reste (?:a|un)",
)

_RULES = (
    rule(
        "déjà payé",
        r"(?:ai|avons) (?:\w+ ){1,5}et (?:\w+ )?(?:solde|regle|paye|vire|verse) (?:ce que|la|le"
        r"|tout"
        r"|votre|vos|les|l)\b|(?:finally|just|sat down|went|logged|yesterday"
        r"|last night)\b[^.;!?]{0,40}"
        r"\b(?:and )?paid (?:you|it|the|both|your)\b",
        rf"on (?:vous |t |te |l )?a (?:deja |bien )?{DONE}\b|(?:banque|comptable"
        r"|compta|patronn?e?|tresori\w+|associee?|mari|femme|fils|fille|service"
        r"|directeur|direction|conjoint) (?:\w+ )?(?:vous )?a (?:deja "
        rf"|bien )?(?:tout )?(?:{DONE}|execute|effectue)\b",
        r"(?:est|sont) (?:bien |deja )?parti(?:e|es|s)? (?:ce matin|hier|le \d|par"
        r"|lundi|mardi|mercredi|jeudi|vendredi|comme)|(?:tout|l) (?:ai |avons "
        r"|avait |a )?(?:regle|paye) hier|(?:j ai|jai|avons|a) tout (?:paye|regle"
        r"|vire|solde)|photo du recu|recu (?:avec|du paiement)",
        r"^\W*(?:facture |bonjour |la |celle ci )*(?:[\w/-]+ )?(?:payee?s?"
        r"|reglee?s?|soldee?s?) (?:par|en|via|sur votre|a l echeance|a echeance)\b",
        r"(?:c ?est|c|a ete|ont ete|est|sont|etait|tout est|ete|fut|entierement"
        r"|integralement|bien ete|tout a ete|factures?|celle ci|elle est|ai|avons"
        r"|ont|on a|avez ete|vous etes|jai|j ?ai|g|ay?ant) (?:\w+ )?(?:deja |bien "
        r"|tout |ete |bel et bien |donc |normalement |toujours |effectivement "
        r"|entierement |integralement |depuis longtemps |vous |te |l |la |les |le "
        r"|meme |integralement |normalement |pourtant |tous "
        rf"|toutes ){{0,5}}(?:{DONE}|encaisse\w*|debite\w*|credite\w*|preleve\w*"
        r"|mise en paiement|expedie\w* le cheque|lettre\w*)\b(?! (?:que|quoi))",
        r"^(?:\W|alors |ok |oui |bonjour |bonsoir |mais |donc |deja |bien |facture "
        r"|tout |re |rebonjour ){0,5}(?:paye|regle|solde|fait|virement|cheque"
        r"|reglement|paiement)(?:e|es|s)?(?: (?:a l instant|ce jour|ce matin|hier"
        r"|depuis|vendredi dernier|effectue|fait|envoye|parti|emis|deja"
        r"|la semaine derniere|il y a|y a|execute|en date du)|\W*$|[.!,])",
        r"(?:virement|cheque|paiement|reglement|transfert|ordre|prelevement|mandat"
        r"|lcr|traite|somme|fonds|argent|acompte|tip|effet)s?\b(?: (?!n |jamais|et|je"
        r"|pas|on|pretendument||ne |n est|pas|sera|seront|devrait"
        r"|va\b)[\w/€.,]+){0,6}? (?:(?:est|sont|a ete|ont ete|a|ont|etait"
        r"|avait ete) (?:\w+ )?)?(?:bien |deja )?(?:effectue|parti|emis|envoye"
        r"|execute|debite|encaisse|poste|remis|fait|realise|valide et execute"
        r"|recu par vous|expedie|ordonne|distribue|presente et paye|quitte|verse|vire"
        r"|acceptee? et payee?|sorti|libere|signe et poste|depose)(?:e|es|s)?\b",
        r"(?:viens|vien|venons|vient) (?:juste |tout juste |a l instant )?de (?:vous "
        r"|te |le |la |l |les )?(?:payer|regler|virer|faire (?:le |un )?vire\w*"
        r"|verser|poster|solder|effectuer|proceder|passer (?:le|l)|faire (?:le|l)"
        r"|paye\w*)",
        r"(?:j ?ai|g|jai|on a|nous avons|avons|a|ont|ayant|avoir) (?:\w+ )?(?:deja "
        r"|bien )?(?:fait|effectue|emis|envoye|poste|depose|remis|passe|execute|donne"
        r"|vire|verse|mis|procede|porte|opere|programme et execute)(?:e"
        r"|r)? (?:\w+ ){0,3}(?:virements?|viremen|vir\b|cheques?|paiements?"
        r"|reglements?|transferts?|l argent|la somme|le solde|les fonds|sous"
        r"|au reglement|par paypal)",
        r"(?:mail|message|relance|courrier|lettre|rappel)\b[^.;!?]{0,50}? (?:apres"
        r"|derriere) (?:mon|notre)"
        r" (?:virement|paiement|reglement|cheque)\b",
        r"(?<!pas )tenu (?:ma |notre |mes )?(?:parole|promesse)\b(?=[^.;!?]{0,40}(?:vir|\d|pay"
        r"|regl))",
        r"(?:c ?est|c(?= parti)|ca|deja|elle est|elles sont|tout est|tout) (?:bien "
        r"|deja )?(?:parti(?:e|es|s)?\b|fait|en route|sorti\w*|debite\w*)(?: (?:ce matin|hier"
        r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|le \d|depuis|a l instant"
        r"|aujourd|avec|de chez|par|pour vous|justement|aujourdhui|la semaine)|\W*$)"
        r"|^(?:\W|voila |ok |oui |c ){0,5}fait (?:a l instant|ce jour|ce matin|hier"
        r"|!)|fait a l instant",
        r"(?:cheque|virement)\b.{0,50}(?:chez vous|dans (?:votre|vos) (?:boite"
        r"|bannette)|debite|en main propre|accuse)|(?:avis|preuve|justificatif|recu"
        r"|confirmation|copie|ordre) (?:d |de |du )?(?:operation|virement|paiement"
        r"|execution|reglement|ecran|transfert|debit)\b(?! (?:recu|souhait))"
        r"|votre banque (?:aurait|a du|devrait)|notre reglement du|(?:on|je) l a(?:i"
        r"|vait)? paye\w*|valide le virement|(?:figure|passe|passee?) au debit de"
        r"|avait deja fait le virement|compte nul|deja chez vous"
        r"|^\W*(?:c est )?ok depuis|preuve (?:jointe|ci jointe)"
        r"|vous devriez etre credites|relance (?:a|s est) croise\w*|mails? (?:se sont"
        r"|s etant) croise\w*|je (?:ne )?vais pas (?:\w+ )?payer (?:deux|2) fois"
        r"|(?:compte|nous sommes|on est) (?:est )?(?:donc )?(?:a jour|quitte|quittes)"
        r"|reste rien|(?:voyez|verifiez|regardez) (?:avec |aupres de "
        r"|sur )?(?:votre (?:banque|compte|releve)|de votre cote)|acquit de"
        r"|facture payee|somme a ete consignee|j ?ai (?:\w+ )?payee?\b",
        leaves=(
            *_NOT_YET,
            r"(?:fait|etabli|rempli|libelle|pret) et signe\b(?![^.;!?]{0,60}(?:est parti|ai poste"
            r"|envoye|hier)\b)",
            r"versee?s? (?:au|aux|dans le) (?:dossier|archives|pieces|debats)\b",
        ),
    ),
    rule(
        "avez-vous reçu mon règlement",
        r"avez vous (?:bien |deja )?(?:vu passer|vu arriver|vu|recu|eu|encaisse"
        r"|trouve) (?:\w+ )?(?:mon|notre"
        r"|nos|mes) (?:\w+ )?(?:virement|reglement|cheque|paiement|versement)s?"
        r"|(?:mon|notre) (?:virement|reglement|cheque|paiement) (?:\w+ )?(?:est il|vous est il"
        r"|est bien"
        r"|est t il) (?:\w+ )?(?:arrive|parvenu|recu)",
        r"vous (?:l )?avez (?:bien |deja )?(?:vu passer|vu|recu|eu|encaisse) (?:mon|notre|nos"
        r"|mes) (?:\w+ )?"
        r"(?:virement|reglement|cheque|paiement|versement)s?\b",
        r"(?:did|have) you (?:\w+ )?(?:get|receive[d]?|see[n]?|had) (?:my|our) (?:payment"
        r"|transfer|cheque"
        r"|wire)",
    ),
    rule(
        "paid, bezahlt, pagado",
        r"(?:has|have|had|was|were|already|been|is|are|we|i|ve|just|s) (?:been "
        r"|already |just |now |indeed |in fact |both ){0,5}(?:paid|settled|wired"
        r"|transferred|remitted|released|cleared)\b|(?:paid|settled|wired"
        r"|transferred) (?:on|in full|by|via|last|this morning|yesterday|since"
        r"|already)|payment (?:was|has been|has already been|of .{0,25}(?:was"
        r"|has been)) (?:made|sent|released|processed|executed|issued)|(?:sent|made"
        r"|issued) (?:the |a |your |our )?(?:payment|transfer|wire|cheque|check)"
        r"|remittance (?:advice )?(?:is )?attached|went out (?:on|this|yesterday"
        r"|last)|money (?:left|went)",
        r"(?:wurden?|ist|haben|habe|bereits|schon|war) (?:[\w.]+ ){0,7}(?:bezahlt"
        r"|uberwiesen|beglichen|angewiesen)|(?:ha sido|hemos|he|esta|fue|ya"
        r"|han) (?:\w+ ){0,4}(?:pagad[oa]s?|abonad[oa]s?|transferid[oa]s?"
        r"|realizad[oa] (?:la transferencia|el pago)|efectuad[oa])"
        r"|transferencia (?:realizada|hecha|enviada)|(?:transferencia|pago) se (?:hizo|realizo"
        r"|efectuo|envio)|(?:pagamento|bonifico) (?:e |e stato |e gia )?(?:stato )?(?:disposto"
        r"|partito|inviato|eseguito|effettuato)|(?:gia |abbiamo )?(?:gia )?provveduto al pagamento"
        r"|(?:zahlung|betrag|geld|rechnung) (?:wurde|ist) (?:[\w.]+ ){0,5}(?:ausgelost|angewiesen"
        r"|veranlasst|uberwiesen)|(?:e stat[oa]|abbiamo|ho|gia"
        r"|sono state|e gia|e) (?:\w+ ){0,4}(?:pagat[oaie]|saldat[oaie]|partit[oa]"
        r"|effettuat[oa]|eseguit[oa])|bonifico (?:e )?(?:partito|effettuato|eseguito)",
        leaves=(
            r"(?:not|never|nicht|no|non|will|once|when|until|before|to be|should be"
            r"|werden|wird|sara|sera|can be|be) (?:\w+ )?(?:yet |been |ancora |ha "
            r"|noch )?(?:paid|settled|bezahlt|uberwiesen|beglichen|pagad|pagat|wired"
            r"|transferred|saldat|released)\w*",
            r"(?:see|make sure|ensure|arrange)(?: to it)?(?: that)? (?:it|this|you|the invoice|your"
            r" invoice) (?:is|are|gets?) (?:\w+ )?paid",
            r"should (?:not )?have been (?:\w+ )?(?:paid|settled)",
            r"(?:having|getting|have|get) (?:it|this|you|yours|that) (?:paid|settled)|becomes paid",
            r"(?:released|cleared|set up) for",
            OWE_US,
        ),
    ),
)


def find(text: str) -> tuple[Finding, ...]:
    """Where the text says that money has left."""
    return find_by(Intent.PAID, _RULES, text) + find_payments(text)
