"""The words beside a date that tell what the day is for (see `date_roles`)."""

import re

from relance_mailer.reading.calendar_words import MONTH, WEEKDAY
from relance_mailer.reading.intents.phrases import any_of

MONEY = re.compile(
    r"\b(?:pa(?:ie|ye|y)\w*|regl(?!ement interieur)\w+|vir(?!us|age)\w*|vers(?!ion)\w+|sold\w+"
    r"|cheque\w*|chequier|chq|lcr|traite a|sepa|tip|(?<=s )sous|reglement\w*|mandat\w*|prelev\w+"
    r"|acompte\w*"
    r"|(?<=je le )re(?:passe|tente|presente|fais)\b|(?<=on le )re(?:passe|tente|fait)\b"
    r"|moitie|half|tiers|restants?\b|reliquat|reste(?! a (?:votre|disposition)| disponible"
    r"| joignable| (?:bien )?(?:fixee?|prevue?|calee?)\b)|solde|echeance\w*"
    r"|credit\w*|debit\w*|encaissable\w*|acquitt\w+|honor\w+|valeur|run|campagne|bon a payer"
    r"|remit\w*"
    r"|recevr\w+|(?:vous|tu) (?:l |les )?(?:aurez|avez|auras|as) (?=\w+di\b|demain|le \d|avant|au )"
    r"|parvien\w+|parviendra|programm\w+|execut\w+|argent|ordre\b"
    r"|(?:fais|fait|faisons|fera|passe|traite) (?:tous )?(?:les|nos|ses|mes) fournisseurs"
    r"|settl\w+|transfer\w*|wire\w*|payment\w*|balance|clear\w*"
    r"|zahl\w+|bezahl\w*|uberwie\w+|uberweis\w+|beglich\w+|begleich\w*|betrag|rechnung"
    r"|bonifico|paghe\w+|pagat\w+|pagamento|sald\w+|pag\w+|transferencia|abon\w+)"
    r"|\d ?(?:€|euros?\b|eur\b|k\b|e\b)|(?:\b|(?<=\bil re)|(?<=\belle re)|(?<=\bca re)"
    r"|(?<=virement re)|(?<=cheque re)|(?<=tout re))part(?:ent|ira|iront)?\b(?= (?:le|la|lundi"
    r"|mardi"
    r"|mercredi"
    r"|jeudi|vendredi|demain|au|en|avec|dans|semaine|fin|mi|debut))"
)
SENT = any_of(
    r"(?:aura lieu|auront lieu|envoi\w*|envoy\w+|enverr\w+|post\w+|depos\w+|ce sera|c est"
    r"|prevu\w*|due|sent|send"
    r"|fais|ferai|faire|fera|(?:vous|te) fait (?:ca|cela|le|la|un|votre)|mets|mettrai|traite"
    r"|occupe|donne\w*|session|serie|le sera|chez vous"
    r"|part\b|parti\w*|partent?|notez|mettez|retenez|servie?s?\b|engage|aurez|auras|valid\w+"
    r"|ordonnanc\w+|lot|promis"
    r"|ok|sans faute"
    r"|au plus tard|dernier delai|go out|goes|going out|facture|invoice)",
)
# The authority gives the order, which is not yet the payment.
ORDERED = any_of(
    r"(?:sign(?:e|er|era|erai|erons|ons|ent|eront)|mandat\w+|ordonnanc\w+|valid\w+|comptabilis\w+"
    r"|saisi\w*)"
)
BUSINESS = any_of(
    r"(?:(?:on|nous|me|se|qui) (?:se |nous )?mari(?:e|ons|ent|era)\b|rendez vous|rdv|reunion"
    r"|reun[ei]\w*|riuni\w*|trifft|treffen|sitzung|tagt\b|conseil|assemblee|comite|commission"
    r"|audience|tribunal|bureau se|rentre\w*|revien\w*|retour|de retour|conge\w*|vacances"
    r"|absen\w+|ferm\w+|hospitalis\w+|formation|ferie\w*|fetes?"
    r"|(?:me|nous) reclame\w*|me (?:doit|fait)|nous doit|rembourse|mon client|notre client|loto"
    r"|emmenag\w+|seminaire|croise\w*|notaire|examen|dentist\w*|party|inspecteur|acheteur|match(?!ing|ed|es)"
    r"|salon"
    r"|stage|mariage|bapteme|communion|anniversaire|ophtalmo|medecin|hopital|operation|fibre"
    r"|carte (?:\w+ )?arriv\w+|acces\b|je sors|examens?|concours|se clo[ts]\w*"
    r"|kermesse|marche le|livr\w+|commande|contrat|devis|election|elu\w*"
    r"|demenag\w+|signe (?:la|le)|signera|arrete\w*|disponible|joignable|appel\w*|rappel\w*"
    r"|telephon\w+|ecri\w+|parl\w+|dit|demand\w+|notre entretien|passage de|travaux|chantier"
    r"|repasse\w* (?:au|a la)|rouvr\w+|gel(?:e|es|ee|ees)\b|suspendu\w*|interrompu\w*|pars\b"
    r"|partons"
    r"|ouvr(?!e|able)\w+|(?:on|j|nous|qui) ouvr\w+|close (?:our|the)|clotur\w+|inventaire|a lieu"
    r"|vente|vient|verrai|verra"
    r"|aviser\w*|reprend\w*|ait le|bloque\w*|informatique|caf|pole emploi"
    r"|france travail|subvention|prochaine relance|cherch\w+|parapheur|vote\w*|divorce"
    r"|returns?|back|(?<!bank )holiday|meeting|delivery|delivered|seche\w*|nuit d\w*"
    r"|passe (?:prendre|chez|vous voir)|timbre|saurai|finit|termine\w*|commence\w*|sur mon compte)",
)
THERE = any_of(
    r"(?:est|sera|serai|serons|sont|seront|suis|is|will be|be) (?:\w+ )?(?:la|seule?s?|present\w*"
    r"|rentree?s?"
    r"|de retour|au bureau|absent\w*|ferme\w*|disponibles?|joignables?|back|there|here|away|off)"
    r" (?:a partir |des |jusqu |on |from |until )?(?:(?:au|a la) (?:service|bureau|compta\w*) )?"
    r"(?:le |au |du |d )?(?:\d|\w+di\b|\w+day\b|demain|cette semaine)"
)
NEGATED = any_of(
    r"(?:(?:je|j|on|nous) (?:ne )?sai[st] pas|don t know|n attend\w+ (?:rien|pas|plus|aucun)|ne"
    r"|n) (?:\w+ ){0,4}(?:pas|plus|rien|jamais) (?:\w+ )?(?:pay\w+|regl\w+"
    r"|vir\w+|faire|partir|possible|etre possible|vers\w+|honor\w+|la)"
    r"|(?:regler\w*|paier\w*|payer\w*|virer\w*|verser\w*) (?:pas|rien|plus) avant"
    r"|pas possible|impossible|pas en mesure|incapables? de"
    r"|(?:pourrai|peux|va|vais) (?:pas|plus)|pas celui du|jamais dit"
    r"|pas avant les|rien faire avant"
    r"|(?:won t|will not|don t|cannot|can t|not) (?:\w+ ){0,5}(?:before|until|till)\b"
    r"|not (?:be able|possible)|cannot|can t|unable"
    r"|rien ne (?:sera|part|partira|peut)|aucun (?:paiement|virement|reglement) (?:\w+ )?n"
    r"|(?:je|j|on|nous) (?:ne )?sai[st] pas (?:si|quand)|aurait ete|a defaut|faute de quoi"
    r"|sinon(?! (?:(?:je (?:le |la )?(?:glisse|mets|laisse|passe) )?(?:dans (?:la|votre) boite"
    r"|sous la porte|(?:chez|a) (?:la|le) (?:voisine?|gardien\w*))|(?:par|a) la poste\b))"
    r"|si (?:jamais|jeudi|lundi|mardi"
    r"|mercredi|vendredi|vous n|on le|rien|vous (?:envoyez|nous|me|m))"
    r"|serait (?:reporte|reportee)|sans (?:reponse|nouvelles?|retour|reaction|avoir|note de credit"
    r"|geste)\b"
    r"|ne (?:tiendr\w+|tien\w+|vaut|valent) (?:pas|plus)"
    r"|(?:n|ne|j) (?:\w+ )?(?:ai|aurai|aurons|avons|aura|a) (?:pas|plus|rien) (?:\w+ ){0,3}avant",
)
ASKED = any_of(
    r"(?<!si )(?:vous|tu) (?:me |nous |m |n )?(?:avez |aviez |as )?(?:demand|exig|reclam|impos"
    r"|souhait"
    r"|voul|voudr|fix|propos)\w*"
    r"|you (?:ask|want|demand|request)\w*"
)
HOPED = any_of(
    r"(?:j ?espere|nous esperons|on espere|esperons|en esperant|peut etre|j ?essa[iy]\w+"
    r"|si tout va bien|i hope|we hope|hopefully|maybe|hoffe\w*|espero|spero)"
)
# What has left will be seen: "le virement est parti, vous devriez le voir demain".
ARRIVES = any_of(
    r"(?:(?:devri\w+|allez|vas) (?:\w+ )?(?:voir|recevoir|avoir)|arriver\w*"
    r"|should (?:see|receive|have|be)|vous (?:le |l )?(?:verrez|recevrez)"
    r"(?! (?:les |vos |la somme de |le montant de )?\d[\d ,.]*(?:€|eur))|figurera|apparaitra"
    r"|credite\w*)"
)
CONDITION = any_of(
    r"(?:si (?:vous|tu|le|la|les|l|on|mon|ma|notre)|if (?:you|the|we)|wenn sie|sobald|une fois"
    r"|des (?:que|reception)|lorsque|quand vous|a (?:la )?reception|sous reserve|a condition"
    r"|apres reception|sur reception|once|upon|as soon as|when you)\b",
)
# "Rappelez-moi si vous n'avez rien reçu": no payment waits for it.
IF_UNHEARD = re.compile(r"\bsi (?:vous|tu) (?:n |ne )(?:avez|aviez|as|recev\w+|voyez|voyiez)\b")
RELATIVE_ROWS = {
    "today", "in_days", "hours", "bare_days", "fortnight", "english_fortnight", "eight_days",
    "ten_days", "tomorrow",
}  # fmt: skip
FROM_TODAY = re.compile(
    r"^ ?(?:ouvres? )?(?:a compter|a partir|from) (?:de |d |du )?(?:aujourd|ce jour|maintenant"
    r"|demain"
    r"|today|now|la presente)"
)
FROM_AN_EVENT = re.compile(
    r"^ ?(?:ouvres? |maximum |max )?(?:apres|ensuite|plus tard|a compter|a reception|suivant"
    r"|des (?:la |le |que"
    r"|reception)|qui suivent|a partir|from|of (?:receipt|receiving)|after|following|upon"
    r"|once|nach)"
)
# The day on which it falls due gives way to the one on which it is paid.
DUE = re.compile(
    r"\b(?:echeances?|datee?s?|bordereau|echue?s?|exigibles?|due(?: date)?)(?: interne| portee"
    r"| fixee| reportee| calculee| le| au"
    r"| du| de| on"
    r"| the|,| :)*"
    r" ?$"
)
# What nobody vouches for, or what hangs on somebody else's money, is no day.
DOUBTED = any_of(
    r"(?:(?:wouldn t|won t|can t|not) (?:swear|promise|guarantee)|no promises"
    r"|(?:n en|j en) sais rien|sans (?:certitude|garantie)|rien de (?:sur|certain|garanti)"
    r"|si j y arrive|si je m en sors|si j arrive a\b"
    r"|ne (?:vous |te |le |la )*(?:promets|promettons|garanti\w*|jure\w*) (?:rien|pas))"
)
ON_A_THIRD = any_of(
    r"si (?:mon|ma|notre|nos|mes|le|la) (?:\w+ )?(?:client\w*|banque|assur\w+|caf|locataire\w*"
    r"|subvention\w*|prime|pret|credit) .{0,60}(?:pa[iy]e|verse|vire|debloque|accord|valid|arriv"
    r"|tomb)"
)
OTHER_CREDITOR = any_of(
    r"(?:urssaf|virement (?:de )?test|sur nos propres comptes|(?<!avec )(?:les|des|nos) salaires"
    r"|loyer|impots?|la tva|msa|(?:pay|vers|vir"
    r"|regl)\w+ (?:\w+ )?(?:les|des|mes"
    r"|nos) salaires|(?:autre|mon|notre|d autres)"
    r" fournisseurs?(?! le))\b|promis? a (?!vous|toi|tous|tout|mon|ma|notre|nos|la |payer|regler)"
    r"(?:\w+ ){1,4}(?:de|d) (?:les|le|la|l)? ?(?:sold|pay|regl|vir|vers)"
)
TO_YOU = any_of(
    r"(?:vous|te|toi|t|votre|vos|tes|ton|ta|you|your|facture)\b(?! (?:savez|comprenez))"
)
# The authority hands the order to its accountant, who pays when he does.
HANDED_ON = any_of(
    r"mandat\w* (?:\w+ ){0,3}?(?:part\w*|transm\w+|envo\w+|depos\w+|adress\w+|remis)"
    r" (?:\w+ ){0,5}?(?:tresor|tresorerie|perception|percepteur|comptable public|dgfip|sgc"
    r"|payeur)\b"
    r"|remet(?:s|trai|tons|trons)? (?:\w+ ){1,3}?(?:a|au) (?:la|l|mon|ma|notre)"
    r"|(?:envo\w+|enverr\w+|transm\w+|adress\w+|depos\w+|fourni\w*|recevr\w+) (?:\w+ ){0,2}?"
    r"(?:attestation"
    r"|rib\b"
    r"|bon de commande|facture|documents?|papiers?|justificatif|avis|bordereau|swift|preuve|copie"
    r"|duplicata|dossier|mail"
    r"|devis|releve|contrat|photos?)|(?:signe|signera|decid\w+|tranch\w+)\b"
    # "Je m'en occupe à mon retour, vendredi 6": when he looks at it.
    r"|(?:m|nous|s) en (?:occup|charg)\w+ (?:\w+ ){0,2}?(?:(?:a|des) (?:mon|notre|son) retour"
    r"|a ce moment la|en rentrant|en revenant)\b"
    r"|(?:je|j) passe (?!(?:a|au) (?:l |la |le |ma |mon )?(?:banque|poste|guichet|credit|bureau"
    r"|agence"
    r"|comptoir|magasin|depot|caisse|virement|paiement|reglement))(?:a|au) "
    r"|mandat (?:\w+ )?(?:envoye|transmis|emis|parti(?!r)|signe|depose)\w*"
    r"|(?:intervention|livraison|reunion|visite|expertise|audience|formation|depannage|installation"
    r"|rendez vous|rdv) (?:\w+ ){0,2}?(?:est |sera |a ete )?(?:bien )?(?:prevu|programm|cal|fix"
    r"|annonc|planifi)\w*|depose\w* (?:une )?(?:plainte|le bilan|mon bilan|un recours)"
    r"|(?:fais|faisons|fait|ferai|ferons|referai) (?:le |un )?point"
    r"|vois (?:avec )?(?:ma|mon|notre|la|le) \w+|(?:droits a la|en|ma|sa) retraite (?:le|a partir"
    r"|au)"
    r"|quitt\w+ (?:l entreprise|la societe|l association|mes fonctions|mon poste|le service)"
    r"|passage (?:le|prevu)|(?:je|on|nous) (?:la |le |y |vous )?regarde\w*|(?:serai|serons|suis"
    r"|sommes) (?:\w+ )?(?:au bureau|sur place|present\w*|en deplacement)"
)
# What will be said that day, or was meant to be paid.
ANSWERED = any_of(
    r"(?:vous|te|t) (?:le |la |en )?(?:dirai|dirons|redi\w+|reparl\w+|rappel\w+|repond\w*"
    r"|recontact\w+"
    r"|tien\w+ (?:au|informe))"
    r"|(?:faut|merci de|pouvez|devez|voulez) (?:\w+ ){0,2}?(?:ecri\w+|contact\w+|appel\w+"
    r"|joindre)\b"
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
PAYMENT_ITSELF = any_of(
    r"(?:(?:je|on|nous) (?:vous |te )?pa[iy]e|postee?|paiement|virement|reglement|payee?s?"
    r"|regle\w*|vire\w*|cheque)"
)
ELLIPTIC = re.compile(
    r"^\W*(?:(?:et|puis|le|la|les|l|au|autre|second|seconde|reste|restants?|solde|moitie|deuxieme"
    r"|acompte|heure|matin|midi"
    r"|troisieme|dernier|derniere|ensuite|ce|qui|manque|complement|quart|enfin|ou|plus|tard|pour"
    r"|a|un|une|meme|montant|tiers|soit"
    r"|and|the|rest|remaining|balance|other|half|on|by|remainder|und|den|rest|y|el|chose|autres"
    r"|deux|trois"
    r"|pareil|idem|autant"
    r"|same|again|aussi|egalement|chaque|petite|grosse|grande|principale|interets|complement"
    r"|celles?"
    r"|celui|d|quant|premiere?|attendra|suivra|suivront|suit|passera|partira|partiront|follows?"
    r"|goes|out|end|of"
    r"|at|in"
    rf"|for|this|next|versement|{MONTH}"
    r"|derniere|last|e|il|euros?|eur|\d[\d ,.]*|execution|virement|cheque|paiement|reglement|mois"
    r"|x|fois|de|du|somme|facture (?:n )?(?=\w{0,5}\d)|(?:[a-z]{1,4} )?[a-z]{0,5}\d[\w/]*"
    rf"|{WEEKDAY}|comptez|reglement|sera)\b\W*){{0,12}}$|^\W*$"
)
