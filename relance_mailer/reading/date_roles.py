"""Which of the dates that a sentence names are days on which its writer pays.

Of an invoice's date, a meeting, a salary, an absence and a payment in one sentence only the last
is a promise. A sentence is cut into clauses; each date is weighed by the words of its own clause
(0: another business, 1: nothing said, 2: something is sent or done, 3: money is paid), and the
heaviest dates are kept. A wrong date is worse than none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from relance_mailer.reading.amounts import amounts_in
from relance_mailer.reading.date_choices import (
    VAGUE,
    Weighed,
    is_fallback,
    is_told_again,
    just_before,
    settles,
    without_alternatives,
)
from relance_mailer.reading.dates import Dated
from relance_mailer.reading.intents.phrases import any_of

_CLAUSE = re.compile(
    r"(?<=[,;:()])\s| (?=\()|(?= mais | car | parce qu| puisqu| quand | apres quoi| donc "
    r"| des qu| et (?:je|on|nous|la|le|les|l|en|apres|vous|payee?s?|reglee?s?|viree?s?|puis)\b"
    r"| et (?=\w+ (?:sera|part))| et (?=(?:\w+ ){0,2}?\w+(?:era|eront|ira|iront)\b)"
    r"| (?:je|nous|on) (?:vous|te|t|la|le|les|l|paie|paye|regle|vire|verse|fais|ferai) "
    r"| because | but | so | then | as soon| and (?:we|i|the|it|will|then)\b| und (?:wir|ich)\b)"
)
_MONEY = re.compile(
    r"\b(?:pa(?:ie|ye|y)\w*|regl(?!ement interieur)\w+|vir(?!us|age)\w*|vers(?!ion)\w+|sold\w+"
    r"|cheque\w*|chq|lcr|traite a|sepa|tip|(?<=s )sous|reglement\w*|mandat\w*|prelev\w+|acompte\w*"
    r"|moitie|tiers|reste(?! a (?:votre|disposition)| disponible| joignable)|solde|echeance\w*"
    r"|credit\w*|debit\w*|encaissable\w*|acquitt\w+|honor\w+|valeur|run|campagne|bon a payer|recevr\w+"
    r"|parvien\w+|parviendra|programm\w+|execut\w+|argent|ordre\b"
    r"|settl\w+|transfer\w*|wire\w*|payment\w*|balance|clear\w*"
    r"|zahl\w+|bezahl\w*|uberwie\w+|uberweis\w+|beglich\w+|begleich\w*|betrag|rechnung"
    r"|bonifico|paghe\w+|pagat\w+|pagamento|sald\w+|pag\w+|transferencia|abon\w+)"
    r"|\d ?(?:€|euros?\b|eur\b|k\b|e\b)|\bpart(?:ent|ira|iront)?\b(?= (?:le|la|lundi|mardi|mercredi"
    r"|jeudi|vendredi|demain|au|en|avec|dans|semaine|fin|mi|debut))"
)
_SENT = any_of(
    r"(?:aura lieu|auront lieu|envoi\w*|envoy\w+|enverr\w+|post\w+|depos\w+|ce sera|c est|prevu\w*|due|sent|send"
    r"|fais|ferai|faire|fera|mets|mettrai|traite|occupe|donne\w*|session|serie|le sera|chez vous"
    r"|part\b|parti\w*|partent?|engage|aurez|auras|valid\w+|ordonnanc\w+|lot|promis|ok|sans faute"
    r"|au plus tard|dernier delai|go out|goes out|going out|facture|invoice)",
)
# The authority gives the order, which is not yet the payment.
_ORDERED = any_of(r"(?:sign(?:e|er|era|erai|erons|ons|ent|eront)|mandat\w+|ordonnanc\w+|valid\w+|comptabilis\w+|saisi\w*)")
_BUSINESS = any_of(
    r"(?:rendez vous|rdv|reunion|reuni\w*|conseil|assemblee|comite|commission"
    r"|audience|tribunal|bureau se|rentre\w*|revien\w*|retour|de retour|conge\w*|vacances"
    r"|absen\w+|ferm\w+|hospitalis\w+|formation|ferie\w*|fetes?"
    r"|me (?:doit|fait)|nous doit|rembourse|mon client|notre client|loto"
    r"|kermesse|marche le|livr\w+|commande|contrat|devis|election|elu\w*"
    r"|demenag\w+|signe (?:la|le)|signera|arrete\w*|disponible|joignable|appel\w*|rappel\w*"
    r"|telephon\w+|ecri\w+|parl\w+|dit|demand\w+|notre entretien|passage de|travaux|chantier"
    r"|repasse\w* (?:au|a la)|rouvr\w+|gel(?:e|es|ee|ees)\b|suspendu\w*|interrompu\w*|pars\b|partons"
    r"|ouvr(?!e|able)\w+|clotur\w+|inventaire|a lieu|vente|vient|verrai|verra"
    r"|aviser\w*|reprend\w*|ait le|bloque\w*|informatique|caf|pole emploi"
    r"|france travail|subvention|prochaine relance|cherch\w+|parapheur|vote\w*|divorce"
    r"|returns?|back|holiday|meeting|delivery|delivered|seche\w*|nuit d\w*|passe (?:prendre|chez"
    r"|vous voir)|timbre|saurai|finit|termine\w*|commence\w*|sur mon compte)",
)
_PAYS_ME = r"(?:pa[iy]e|paiera|payer|verse|versera|verser|vire|regle|reglera|regler|doit|rembourse)"
_THERE = any_of(
    r"(?:est|sera|serai|serons|sont|seront|suis|is|will be|be) (?:\w+ )?(?:la|present\w*|rentree?s?"
    r"|de retour|au bureau|absent\w*|ferme\w*|disponibles?|joignables?|back|there|here|away|off)"
    r" (?:a partir |des |jusqu |on |from |until )?(?:le |au |du |d )?(?:\d|\w+di\b|\w+day\b|demain)"
)
INCOME = any_of(
    r"(?:(?:virement|paiement|reglement|cheque|argent) (?:de|d) (?:mon|ma|notre|mes|nos|un|l|la) "
    r"(?:client\w*|assur\w+|banque|caf|locataire\w*|mutuelle|region|subvention|departement|mairie"
    r"|agence|assurance)|attend\w* (?:l |le |la |un |une |les )?(?:argent|subvention|virement"
    r"|paiement|rentree)|(?:mon|son|le) salaire|(?:salaires?|paies?|payes?|loyers?|pensions?|cotisations?|subventions?"
    r"|primes?|allocations?|rsa|aides?|argent|client\w*|rentree\w*|recettes?) (?:\w+ ){0,3}?tomb\w+"
    r"|tomb\w+ (?:les?|la|mes|nos|ma|mon) (?!\d)"
    r"|la pa(?:ie|ye)|touche\w*"
    r"|(?:suis|serai|sommes|serons) paye\b"
    r"|(?:conjoint|mari|femme|compagn\w+|fils|fille) (?:est|sera) payee?\b"
    r"|(?<!vous )toucher\w*|acompte qui|recevoir \d|recu \d|(?<!vous )(?<!pourrez )(?<!pouvez )encaiss(?!able)\w+|recois|recevrai|recevons|sur mon compte"
    r"|(?:client\w*|assurance\w*|assureur\w*|caf|banque|locataire\w*|maitre d ouvrage"
    rf"|donneur d ordre|mutuelle|notaire|etat|region) (?:\w+ ){{0,3}}?(?:me |nous |m )?{_PAYS_ME}\b"
    rf"|(?:me|nous|m) {_PAYS_ME}\b)",
)
_OWN_PLEDGE = any_of(
    r"(?:je|j|on|i|we) (?:ne |vous |te |t |la |le |les |l |y |en |m |will |ll )*(?:pa[iy]\w+"
    r"|regl\w+|vir\w+|vers\w+|sold\w+|fer(?:ai|ons)|fais|fait le (?:virement|cheque)"
    r"|envo\w+|enverr\w+|depos\w+|poste\w*|mets|engage|pay|settle|transfer|wire)"
    # "Notre client nous paie" is no pledge of ours.
    r"|nous (?:vous |te |t |la |le |les |l |y |en |nous )*(?:pa[iy]\w*ons|regl\w*ons|vir\w*ons"
    r"|vers\w*ons|sold\w*ons|ferons|faisons|envo\w+ons|enverrons|depos\w*ons|post\w*ons"
    r"|mettons|engage\w*)"
    r"|vous (?:serez|aurez|l aurez|etes pay)"
    r"|il vous (?:paie|paye|regle)\w*|(?:partir\w*|partent|part) (?:chez|le|au|des|avec)"
    r"|elle (?:sera|est) (?:payee|reglee|viree)"
)
_NEGATED = any_of(
    r"(?:(?:je|j|on|nous) (?:ne )?sai[st] pas|don t know|n attend\w+ (?:rien|pas|plus|aucun)|ne|n) (?:\w+ ){0,4}(?:pas|plus|rien|jamais) (?:\w+ )?(?:pay\w+|regl\w+"
    r"|vir\w+|faire|partir|possible|etre possible|vers\w+|honor\w+|la)"
    r"|(?:regler\w*|paier\w*|payer\w*|virer\w*|verser\w*) (?:pas|rien|plus) avant"
    r"|pas possible|impossible|pas en mesure|incapables? de"
    r"|(?:pourrai|peux|va|vais) (?:pas|plus)|pas celui du|jamais dit"
    r"|pas avant les|rien faire avant|not (?:be able|possible)|cannot|can t|unable"
    r"|aurait ete|a defaut|faute de quoi|sinon|si (?:jamais|jeudi|lundi|mardi"
    r"|mercredi|vendredi|vous n|on le|rien|vous (?:envoyez|nous|me|m))"
    r"|serait (?:reporte|reportee)",
)
_ASKED = any_of(
    r"(?:vous|tu) (?:me |nous |m |n )?(?:avez |aviez |as )?(?:demand|exig|reclam|impos|souhait"
    r"|voul|voudr|fix|propos)\w*"
    r"|you (?:ask|want|demand|request)\w*"
)
_HOPED = any_of(
    r"(?:j ?espere|nous esperons|on espere|esperons|en esperant|peut etre|j ?essa[iy]\w+"
    r"|si tout va bien|i hope|we hope|hopefully|maybe|hoffe\w*|espero|spero)"
)
PAST = any_of(
    r"(?:allais|allions|allait|comptais|comptions|voulais|voulions|pensais|pensions|etais sur le point)\b",
    r"(?:payee?s?|reglee?s?|soldee?s?|viree?s?) par (?:le|la|l|les|notre|mon|ma|nos|un|une)\b",
    r"(?:payee?s?|reglee?s?|soldee?s?) (?:par|en|via|sur) (?:carte|virement|cheque"
    r"|cb|lcr|especes|ligne|votre|prelevement|tip)|confirmee?s? (?:sur|le \d)",
    r"(?:ai|as|(?:on|il|elle|qui|nous|m|l|vous|client|banque|bureau|\w+iere?"
    r"|compta|direction) a|avons|avez|ont|jai|g|avait|avais|aviez|avions|ete"
    r"|viens|vient|venons) (?!que \d)(?:\w+ ){0,3}?(?:\w{2,}(?:ee?s?|ies?|is|us?|ues?|it"
    r"|ert)\b)|\ba (?:bien |deja |ete )?(?:quitte|passe|vire|regle|paye|verse|envoye|emis|debite"
    r"|execute|effectue|encaisse|transmis|poste|depose)e?s?\b|(?:est|sont|etait|etaient|suis|sommes) (?:bien |deja "
    r"|\w+ |\w+ et \w+ |\w+ \w+ )?(?:pass|part|arriv|venu|repart|revenu|rest|tomb|all|paye|regle"
    r"|encaisse|debite)\w*|(?<!be )(?<!get )(?<!gets )(?<!getting )paid\b|ended|had|have been|was|were|contenait|etait|distribue|levee?s?"
    r"|(?:parti|vire|verse|paye|regle|envoye|poste)e?s? (?:hier|ce matin|\w+di dernier"
    r"|la semaine derniere"
    r"|il y a)|commencee?s?|repart\b|rejet(?:s|ee?s?)?\b|hier|deja|went|yesterday"
    r"|wurden?|haben|habe|bereits|ha sido|hemos|he pagado|e stat[ao]|abbiamo",
)
FUTURE = any_of(
    r"(?:\w+(?:rai|rons|ront|era|ira)\b|vais|va|allons|vont|will|ll\b|prevue?s?|programmee?s?"
    r"|planifiee?s?|attendue?s?|going to|scheduled|due to|(?:prelev|encaiss|present|debit)ez)"
)
"""A verb in the future, or a participle of what is fixed for later."""
# What has left will be seen: "le virement est parti, vous devriez le voir demain".
_ARRIVES = any_of(
    r"(?:(?:devri\w+|allez|vas) (?:\w+ )?(?:voir|recevoir|avoir)|arriver\w*"
    r"|should (?:see|receive|have|be)|vous (?:le |l )?(?:verrez|recevrez)|figurera|apparaitra"
    r"|credite\w*)"
)
AHEAD = any_of(
    r"(?:sans faute|c est sur|attendue?s?\b|\w+(?:rai|ras|ra|rons|rez|ront)\b|vais|vas|va|allons|allez|vont|will"
    r"|ll\b|prevu\w*|programm\w+|planifi\w+|promis\w*|part\b|partent|paie\b|(?:je|on|j|jvous|jte|vous|te|la|les|le|l|tt|tout|tu) paye\b"
    r"|regle\b|vire\b|virement (?:le|lundi|mardi|mercredi|jeudi|vendredi|demain)"
    r"|poste mercredi|doit|engag\w+|donc|ce sera|au plus tard|d ici|ordonnance\w*"
    r"|date du|comptez|decal\w+|accorde|(?:vous|tu) (?:etes|es) (?:pay|regl)\w+"
    r"|(?:vous avez|tu as) (?:votre|vos|ton|tes|le|l) ?(?:cheque|virement|argent|reglement))"
)
_NOT_A_PROMISE = re.compile(
    r"(?:factures?|relances?|mails?|(?<!au )courriers?|lettres?|rappels?|messages?"
    r"|commandes?|devis|recommandes?|courriels?|livraisons?|reunion|entretien|visite|intervention"
    r"|audience|demeure|avoir|releve|statement|invoices?|reminder|letter|email|rechnung|factura"
    r"|fattura"
    r"|echeance etait|bon) (?:(?:n|no|numero|ref|[\w/-]{0,12}\d[\w/-]{0,12}|ci jointe?|recue?s?"
    r"|emise?s?|datee?s?|initiale?|echue?s?|impayee?s?|precedente?s?|en date|was) ){0,3}"
    r"(?:du|de|d|of|dated|au|vom|del|:) ?$"
    r"|(?:depuis|a partir|a compter|apres|jusqu|since|after|from|until|till"
    r"|recue?s?|emise?s?|echue?s?|livree?s?|deposee?s?) (?:le |du |de |d "
    r"|au |on |the |a )?$"
    r"|(?:mois|salaires?|paie|loyer|prestations?|travaux|chantier|periode"
    r"|exercice|trimestre|saison) (?:de |d |du )$"
    r"|(?:fermeture|cloture|conges?|treve|inventaire|primes?) (?:annuelle )?(?:de |d )$"
    r"|(?:wrote|said|told you) (?:on |it |for )?$"
    r"|(?:tous les|chaque|every|each) $|\b(?:au lieu|plutot que|instead of)(?: de| le| du)* ?$"
    r"|\b(?:pas de \w+|rien) avant (?:le )?$|\bpas avant (?:le )?$"
    r"|\b(?:pas|non|not|nicht) (?:le |pour |avant |this |ce |cette )?$"
)
# "Laissez tomber la date du 10 que je vous avais donnée."
_CALLED_OFF = any_of(
    r"(?:laiss\w+ tomber|oubli\w+|annul\w+|ne (?:tien\w+|vaut) plus|caduque?|plus d actualite|forget"
    r"|scrap|ignore)"
)
_SAID_BEFORE = re.compile(
    r"^ ?,? (?:que|qu|dont|i|we|that)\b.{0,30}\b(?:avais?|avions|avez|aviez|ai|avons|gave|told|said)\b"
)
_EVERY_WEEK = re.compile(r"(?<!avant )(?<!pour )(?<!d ici )(?<!au plus tard )\ble $")


def _is_no_day_to_come(before: str, head: str, words: str) -> bool:
    """ "C'est réglé, virement de vendredi" is gone; "la poste ferme le vendredi" comes every week."""
    if before.endswith(" de ") and PAST.search(words):
        return True
    return head.endswith("di") and _EVERY_WEEK.search(before) is not None


_AFTER_IT = re.compile(
    r"^ ?(?:dernier(?! delai)|passe\b|last|je saurai|pas possible|ca va pas"
    r"|qui (?:l|m|vous) arrange)"
)
_INVOICE_BEFORE = re.compile(
    r"(?:factur\w*|relance|mail|courrier|lettre|rappel|message|commande|devis"
    r"|courriel|mise en demeure|recommande) (?:[\w/-]+ )?$"
)
_CONDITION = any_of(
    r"(?:si (?:vous|tu|le|la|les|l|on|mon|ma|notre)|if (?:you|the|we)|wenn sie|sobald|une fois"
    r"|des (?:que|reception)|lorsque|quand vous|a (?:la )?reception|sous reserve|a condition"
    r"|apres reception|sur reception|once|upon|as soon as|when you)\b",
)
_RELATIVE_ROWS = {
    "today", "in_days", "hours", "bare_days", "fortnight", "eight_days", "ten_days", "tomorrow",
}  # fmt: skip
_FROM_TODAY = re.compile(
    r"^ ?(?:ouvres? )?(?:a compter|a partir|from) (?:de |d |du )?(?:aujourd|ce jour|maintenant|demain"
    r"|today|now|la presente)"
)
_FROM_AN_EVENT = re.compile(
    r"^ ?(?:ouvres? |maximum |max )?(?:apres|ensuite|plus tard|a compter|a reception|suivant|des (?:la |le |que"
    r"|reception)|qui suivent|a partir|from|of (?:receipt|receiving)|after|following|upon"
    r"|once|nach)"
)
# The day on which it falls due gives way to the one on which it is paid.
_DUE = re.compile(
    r"\b(?:echeances?|datee?s?|bordereau|echue?s?|exigibles?|due(?: date)?)(?: interne| le| au| du| de| on"
    r"| the|,| :)*"
    r" ?$"
)
# What nobody vouches for, or what hangs on somebody else's money, is no day.
_DOUBTED = any_of(
    r"(?:(?:wouldn t|won t|can t|not) (?:swear|promise|guarantee)|no promises"
    r"|(?:n en|j en) sais rien|sans (?:certitude|garantie)|rien de (?:sur|certain|garanti)"
    r"|ne (?:vous |te |le |la )*(?:promets|promettons|garanti\w*|jure\w*) (?:rien|pas))"
)
_ON_A_THIRD = any_of(
    r"si (?:mon|ma|notre|nos|mes|le|la) (?:\w+ )?(?:client\w*|banque|assur\w+|caf|locataire\w*"
    r"|subvention\w*|prime|pret|credit) .{0,60}(?:pa[iy]e|verse|vire|debloque|accord|valid|arriv"
    r"|tomb)"
)
_OTHER_CREDITOR = any_of(
    r"(?:urssaf|loyer|impots?|la tva|msa|(?:pay|vers|vir|regl)\w+ (?:\w+ )?(?:les|des|mes"
    r"|nos) salaires|(?:autre|mon|notre|d autres)"
    r" fournisseurs?(?! le))\b|promis? a (?!vous|toi|tous|tout|mon|ma|notre|nos|la |payer|regler)"
    r"(?:\w+ ){1,4}(?:de|d) (?:les|le|la|l)? ?(?:sold|pay|regl|vir|vers)"
)
_TO_YOU = any_of(
    r"(?:vous|te|toi|t|votre|vos|tes|ton|ta|you|your|facture)\b(?! (?:savez|comprenez))"
)
# The authority hands the order to its accountant, who pays when he does.
_HANDED_ON = any_of(
    r"mandat\w* (?:\w+ ){0,3}?(?:part\w*|transm\w+|envo\w+|depos\w+|adress\w+|remis)"
    r" (?:\w+ ){0,3}?(?:tresor|tresorerie|perception|percepteur|comptable public|dgfip|sgc"
    r"|payeur)\b"
    r"|remet(?:s|trai|tons|trons)? (?:\w+ ){1,3}?(?:a|au) (?:la|l|mon|ma|notre)"
    r"|(?:envo\w+|enverr\w+|transm\w+|adress\w+|depos\w+|fourni\w*) (?:\w+ ){0,2}?(?:attestation"
    r"|rib\b"
    r"|bon de commande|facture|documents?|papiers?|justificatif|preuve|copie|duplicata|dossier|mail"
    r"|devis|releve|contrat|photos?)|(?:signe|signera|decid\w+|tranch\w+)\b"
    r"|mandat (?:\w+ )?(?:envoye|transmis|emis|parti|signe|depose)\w*"
    r"|(?:intervention|livraison|reunion|visite|expertise|audience|formation|depannage|installation"
    r"|rendez vous|rdv) (?:\w+ ){0,2}?(?:est |sera |a ete )?(?:bien )?(?:prevu|programm|cal|fix"
    r"|annonc|planifi)\w*|depose\w* (?:une )?(?:plainte|le bilan|mon bilan|un recours)"
    r"|passage (?:le|prevu)|(?:je|on|nous) (?:la |le |y |vous )?regarde\w*|(?:serai|serons|suis"
    r"|sommes) (?:\w+ )?(?:au bureau|sur place|present\w*|en deplacement)"
)
# What will be said that day, or was meant to be paid.
_ANSWERED = any_of(
    r"(?:vous|te|t) (?:le |la |en )?(?:dirai|dirons|rappel\w+|repond\w*|recontact\w+"
    r"|tien\w+ (?:au|informe))"
    # "Je vous donne une date d'ici vendredi", "réponse lundi": what is said that day.
    r"|(?:donn\w+|communiqu\w+|indiqu\w+|precis\w+|fix\w+|transm\w+|envo\w+|enverr\w+|ferai"
    r"|give|send|let you have|confirm) (?:\w+ ){0,3}?(?:dates?|reponse|echeancier|planning"
    r"|calendrier|nouvelles|retour|precisions?|visibilite|confirmation|point|answer|update|news)\b"
    r"|promised (?:me|us)|(?:m|nous) (?:a|ont|avait) promis\w*|minutes|\d h\b"
    r"|reviens vers|revenons vers|reviendr\w+ vers|get back|come back to|let you know"
    r"|(?:rendez vous|rdv) (?:le|lundi|mardi|mercredi|jeudi|vendredi|au)|reponse (?:le|lundi"
    r"|mardi|mercredi|jeudi|vendredi|demain|au|pour)|signature\w*"
    r"|(?:je|nous|on) (?:vous |te )?(?:devai|devions|aurais|aurions)\w*"
)
_PAYMENT_ITSELF = any_of(r"(?:paiement|virement|reglement|payee?s?|regle\w*|vire\w*|cheque)")
_ELLIPTIC = re.compile(
    r"^\W*(?:(?:et|puis|le|la|les|l|au|autre|second|seconde|reste|restants?|solde|moitie|deuxieme"
    r"|troisieme|dernier|derniere|ensuite|ce|qui|manque|complement|quart|enfin|ou|plus|tard|pour"
    r"|a|un|une|meme|montant|tiers|soit"
    r"|and|the|rest|balance|other|half|on|by|remainder|und|den|rest|y|el|chose|autres|deux|trois"
    r"|pareil|idem|autant"
    r"|same|again|aussi|egalement|chaque"
    r"|derniere|last|e|il|euros?|eur|\d[\d ,.]*"
    r"|x|fois|de|du)\b\W*){0,8}$|^\W*$"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Clause:
    """A part of a sentence with one verb, and where it begins."""

    words: str
    start: int


def clauses_of(words: str, found: tuple[Dated, ...] = ()) -> tuple[Clause, ...]:
    """The clauses of a sentence; one that is nothing but a date belongs to the next one."""
    cuts = [0, *(match.start() for match in _CLAUSE.finditer(words)), len(words)]
    result: list[Clause] = []
    held = -1
    for start, end in pairwise(cuts):
        if end <= start:
            continue
        begin = held if held >= 0 else start
        held = -1
        if end < len(words) and _is_a_mere_date(words, start, end, found):
            held = begin
            continue
        result.append(Clause(words=words[begin:end], start=begin))
    return tuple(result)


_MERE = re.compile(r"^(?:\W|et|donc|alors|puis|ok|mais|and|so|then|d ici)*$")


def _is_a_mere_date(words: str, start: int, end: int, found: tuple[Dated, ...]) -> bool:
    """ "et le 5 juin | on vous fait le virement", never "…, le 20, …" after an amount."""
    inside = [dated for dated in found if start <= dated.start and dated.end <= end]
    if len(inside) != 1 or words[end - 1 : end] in {",", ";"}:
        return False
    return bool(_MERE.match(words[start : inside[0].start] + words[inside[0].end : end]))


def clause_at(place: int, clauses: tuple[Clause, ...]) -> str:
    """The words of the clause that holds the place."""
    return next((clause.words for clause in reversed(clauses) if clause.start <= place), "")


def payment_days(found: tuple[Dated, ...], words: str) -> list[Weighed]:
    """The dates of a sentence on which its writer pays, heaviest only, in order."""
    if not found:
        return []
    clauses = clauses_of(words, found)
    conditional = _CONDITION.search(words) is not None
    amounts = [amount.start for amount in amounts_in(words, bare=True)]
    if _DOUBTED.search(words) or _ON_A_THIRD.search(words):
        return []
    weighed = [
        Weighed(dated=dated, weight=weight)
        for dated in found
        if not _is_excluded(dated, words, clauses, conditional=conditional)
        and (weight := _weight_of(dated, words, clauses, amounts)) > 0
    ]
    weighed = _refined(weighed, words)
    heaviest = max((each.weight for each in weighed), default=0)
    kept = [
        each
        for each in weighed
        if each.weight == heaviest or _is_elliptic(each.dated, found, words, clauses)
    ]
    return without_alternatives(kept, words)


def _weight_of(
    dated: Dated, words: str, clauses: tuple[Clause, ...], amounts: Sequence[int]
) -> int:
    before = just_before(dated, words)
    if settles(dated, words) or is_told_again(before) or is_fallback(dated, words):
        return 3
    if _DUE.search(before):
        return 2
    clause = next((each for each in reversed(clauses) if each.start <= dated.start), clauses[0])
    start, end = clause.start, clause.start + len(clause.words)
    if _MERE.match(words[start : dated.start] + words[dated.end : end]):
        # "le solde, 420, au 15": the sum stands in the clause before.
        start = max((each.start for each in clauses if each.start < start), default=start)
    stated = any(start <= place < end for place in amounts)
    return _weight(clause.words, stated=stated)


def _weight(clause: str, *, stated: bool = False) -> int:
    own = owns(clause)
    money = stated or _MONEY.search(clause) is not None
    if INCOME.search(clause) and not own:
        return 0
    sent = _SENT.search(clause) is not None
    if _BUSINESS.search(clause):
        if own and money:
            return 3
        return 1 if money or sent else 0
    if money:
        return 2 if _ORDERED.search(clause) and "pa" not in clause else 3
    return 2 if sent else 1


def owns(clause: str) -> bool:
    return _OWN_PLEDGE.search(clause) is not None


def _is_excluded(
    dated: Dated, words: str, clauses: tuple[Clause, ...], *, conditional: bool
) -> bool:
    clause = clause_at(dated.start, clauses)
    if _tells_of_the_past(dated, words, clauses):
        return True
    if settles(dated, words) or is_fallback(dated, words):
        return _is_another(dated, words)
    if PAST.search(clause) and not AHEAD.search(clause):
        return True
    if _ARRIVES.search(clause) and PAST.search(words[: dated.start]) and not owns(clause):
        return True
    if dated.row in _RELATIVE_ROWS and (
        conditional or _counts_from_an_event(dated, words[dated.end : dated.end + 40])
    ):
        return True
    if _OTHER_CREDITOR.search(clause) and not _TO_YOU.search(clause):
        return True
    if _ANSWERED.search(clause) and not owns(clause):
        return True
    if _THERE.search(clause) and not _MONEY.search(clause):
        return True
    if _HANDED_ON.search(clause) and not _PAYMENT_ITSELF.search(clause):
        return True
    return (
        _is_another(dated, words)
        or _NEGATED.search(clause) is not None
        or _HOPED.search(clause) is not None
        or (_ASKED.search(clause) is not None and not owns(clause))
        or _CONDITION.match(clause.strip()) is not None
    )


# What bears the day of a payment: "le virement du 10"; any other noun's day is its own.
_BEARS_A_PAYMENT = re.compile(
    r"\b(?:virements?|vir|paiements?|reglements?|cheques?|versements?|prelevements?|traites?|lcr"
    r"|mandats?|mandatements?|lots?|runs?|trains?|series?|sessions?|campagnes?|vagues?|fournees?"
    r"|echeances?|dates?|valeurs?|celui|celle|ceux|semaines?|journee|matinee|soiree|nuit|soir|matin"
    r"|liste|tour|cycle|traitement|bordereau|execution|emission|depart|decaissement|lotissement"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|autour|partir|compter|proche|des|fin|mi"
    r"|debut|quinzaine|decade|passe|prevu|tresorerie|fournisseurs?|groupes?) $"
)
_NOUN_OF_A_DAY = re.compile(r"\b(?:l|le|la|les|un|une|ce|cet|cette|notre|votre|mon|ma|nos|vos) (\w{4,} )$")


def _is_an_events(before: str) -> bool:
    """Whether "du 17" is the day of a thing that happened: "l'incendie du 17"."""
    noun = _NOUN_OF_A_DAY.search(before)
    return noun is not None and _BEARS_A_PAYMENT.search(noun[1]) is None


# "Le 10, c'est aujourd'hui", "le compte est à 212 € aujourd'hui": how things stand.
_IS_NOW = re.compile(r"^ ?,? (?:c|c est|it s|is) (?:deja )?(?:aujourd|auj\b|today|demain|passe|hier)(?! que)")
_STATE = re.compile(
    r"(?:\bc(?: est)?(?: deja)? |\bencaissables? (?:des )?|\b(?:est|sont|suis|sommes) (?:a|de|at) "
    r"[\d .,]{1,10}(?:€|euros?|eur)? )$"
)
# "saisi ce jour pour une exécution le 3": the day of the entry is not that of the payment.
_ENTERED = re.compile(
    r"\b(?:saisie?|enregistree?|programmee?|validee?|preparee?|ordonnee?|signee?|lancee?|entered"
    r"|set up|initiated|mise? en (?:banque|parapheur|signature)) (?:le |on )?$"
)
_AND_RUNS = re.compile(
    r"^,? (?:et )?(?:pour|avec|for|execut|partira|effecti)[^.;]{0,40}\b(?:execution|le|value|valeur|on)\b"
)
# "Vous pouvez encaisser le chèque à partir du 10": the day from which the money is there.
_CASHABLE = any_of(r"(?:encaiss\w+|remettre|presenter|deposer) (?:\w+ ){0,3}(?:cheques?|lcr|traite)\b")
_FROM = re.compile(r"\b(?:a partir|a compter) (?:du |de )?$")


def _counts_from_an_event(dated: Dated, after: str) -> bool:
    """ "30 jours à réception" names no day; "10 jours à compter d'aujourd'hui" does."""
    if dated.row in {"today", "tomorrow"}:
        return False  # "ce soir après la fermeture"
    return _FROM_AN_EVENT.match(after) is not None and _FROM_TODAY.match(after) is None


_MERE_TIME = re.compile(r"^(?:\W|soir|matin|midi|vers|\d\d? ?h|apres midi|dernier|passe)*$")


def _tells_of_the_past(dated: Dated, words: str, clauses: tuple[Clause, ...]) -> bool:
    """ "J'ai bel et bien payé, lundi soir": a mere day behind a clause of the past is of the past."""
    place = next((at for at, one in enumerate(clauses) if one.start > dated.start), len(clauses))
    if place < 2:
        return False
    this, above = clauses[place - 1], clauses[place - 2]
    rest = words[this.start : dated.start] + words[dated.end : this.start + len(this.words)]
    if dated.row != "weekday" or not _MERE_TIME.match(rest):
        return False
    return bool(PAST.search(above.words)) and not AHEAD.search(above.words)


def _is_another(dated: Dated, words: str) -> bool:
    """Whether the date is an invoice's, a letter's, a beginning, or gone."""
    before, after = words[max(0, dated.start - 45) : dated.start], words[dated.end :]
    if _IS_NOW.match(after) or (dated.row == "today" and _STATE.search(before)):
        return True
    if _AFTER_IT.match(after) or (_ENTERED.search(before) and _AND_RUNS.match(after)):
        return True
    if _NOT_A_PROMISE.search(before):
        return not (_FROM.search(before) and _CASHABLE.search(words))
    head = words[dated.start : dated.end]
    if head.startswith(("until ", "jusqu")):
        return True
    if (
        dated.row == "weekday"
        and not after.startswith(" qui ")
        and _is_no_day_to_come(before, words[dated.start : dated.end], words)
    ):
        return True
    if _CALLED_OFF.search(words) and _SAID_BEFORE.match(after):
        return True
    if not head.startswith("du "):
        return False
    return _INVOICE_BEFORE.search(before) is not None or _is_an_events(before)


def _is_elliptic(
    dated: Dated, found: tuple[Dated, ...], words: str, clauses: tuple[Clause, ...]
) -> bool:
    """ ", le reste le 20": the clause says nothing but a share and its day."""
    start = max((clause.start for clause in clauses if clause.start <= dated.start), default=0)
    clause = clause_at(dated.start, clauses)
    rest, reached = "", start
    for each in found:
        if start <= each.start < start + len(clause):
            rest += words[reached : each.start]
            reached = each.end
    rest += words[reached : start + len(clause)]
    return start > 0 and _ELLIPTIC.match(rest) is not None


def is_a_share(words: str, found: tuple[Dated, ...]) -> bool:
    """Whether a sentence is nothing but a sum and its day: "Le 20 : 250 €."."""
    sums = amounts_in(words, bare=True)
    if len(found) != 1 or len(sums) != 1 or len(words) > _SHARE_MAX:
        return False
    spans = sorted([(found[0].start, found[0].end), (sums[0].start, sums[0].end)])
    rest = words[: spans[0][0]] + words[spans[0][1] : spans[1][0]] + words[spans[1][1] :]
    return _ELLIPTIC.match(rest) is not None


_SHARE_MAX = 60
_MONTH_ROWS = {"month_part", "in_month", "relative_month", "fortnight_of"}


def _refined(weighed: list[Weighed], words: str) -> list[Weighed]:
    """ "début janvier promis, le 6 exactement": the day tells what the period meant."""
    result: list[Weighed] = []
    for each in weighed:
        head = words[each.dated.start : each.dated.end]
        if result and each.dated.row == "today" and head.startswith("dans la "):
            # "le 10, virement dans la journée": that day's.
            result[-1] = replace(result[-1], weight=max(result[-1].weight, each.weight))
            continue
        if each.dated.row in _MONTH_ROWS | VAGUE:
            told = [other for other in weighed if _tells(other.dated, each.dated, words)]
            if told:
                continue
            result.append(each)
            continue
        meant = [other.weight for other in weighed if _tells(each.dated, other.dated, words)]
        result.append(Weighed(dated=each.dated, weight=max([each.weight, *meant])))
    return result


_ANOTHER_PART = re.compile(r"\b(?:reste|solde|puis|ensuite|autre|second\w*|et|and|rest)\b|€")


def _tells(day: Dated, period: Dated, words: str) -> bool:
    """Whether the day says when in the period, in the same breath."""
    if day.row in _MONTH_ROWS | VAGUE | _RELATIVE_ROWS or not _lies_in(day, period):
        return False
    first, second = sorted((day, period), key=lambda dated: dated.start)
    return _ANOTHER_PART.search(words[first.end : second.start]) is None


def _lies_in(day: Dated, period: Dated) -> bool:
    if period.row in _MONTH_ROWS:
        return _month(day.on) == _month(period.on)
    return period.row in VAGUE - {"weekday"} and _week(day.on) == _week(period.on)


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]
