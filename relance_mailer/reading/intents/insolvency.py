"""Safeguard, receivership or liquidation of the debtor, a consumer's admissible overindebtedness.

A third party's proceedings, a rumour, a threat to file, a tax "redressement", a data "sauvegarde",
a stock clearance, mandat ad hoc and conciliation are none. The examples: `TAKES` and `LEAVES`.
"""

from dataclasses import replace

from relance_mailer.reading.intents.phrases import any_of, find_by, rule, says, sentences
from relance_mailer.reading.intents.stands import find_insolvencies
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "Notre société a été placée en redressement judiciaire le 4 mai.",
    "La société qui exploitait le bar est en liquidation judiciaire.",
    "La société qui vous a loué le chapiteau est en liquidation judiciaire depuis mardi.",
    "Agissant en qualité de liquidateur de la SARL Dupré, je vous invite à déclarer votre créance.",
)
LEAVES = (
    "Notre principal client a déposé le bilan, cela nous retarde un peu.",
    "La procédure de sauvegarde du serveur a effacé nos factures.",
    "Le promoteur pour qui nous travaillons est en liquidation judiciaire et nous doit tout.",
    "La boîte qui devait me payer la saison est passée en liquidation mardi.",
    "L'agence qui nous emploie est en liquidation judiciaire depuis lundi.",
    "La société qui devait nous régler le chantier vient d'être mise en liquidation.",
    "Ceux qui allaient nous payer sont en redressement judiciaire.",
)

_OTHER = (
    r"(?:mon|notre|un|nos|gros|principal|principaux|mes|des|leur|deux de nos"
    r"|plus gros|d un) (?:(?:gros|principal|principaux|bon|ancien|plus|autre"
    r"|meilleur|important) ){0,5}(?:client\w*|fournisseur\w*|donneurs? d ordres?"
    r"|confrere|concurrents?|sous traitants?|partenaires?|franchiseur|locataires?"
    r"|prestataires?|voisin\w*|debiteurs?|bailleur)",
    r"(?:pour|chez|avec) (?:qui|lequel|laquelle|lesquels) (?:je|j|nous|on)\b|(?:qui|il|elle|ils)"
    r" (?:nous|me|m) (?:(?:en |y )?(?:doi\w+|devai\w+|fai\w+ travailler|pay\w+|vers\w+"
    r"|emploi\w*|employ\w+|embauch\w+|a (?:\w+ )?(?:commande|embauche|engage)))"
    r"|(?:qui|il|elle|ils) (?:doi\w+|devai\w+|devrai\w+|allai\w+|va|vont|aurai\w+ (?:du|pu))"
    r" (?:\w+ )?(?:me|nous|m) (?:en )?(?:payer|regler|verser|rembourser|virer|donner|apporter)"
    r"|(?:constructeur|promoteur|employeur"
    r"|maitre d ouvrage)",
    r"votre (?:societe|entreprise|maison|liquidation|redressement)|il para?it"
    r"|parait qu|(?:on|quelqu un|confrere) (?:dit|nous indique|raconte)|rumeur\w*"
    r"|serait en|seriez en",
    r"elle meme|lui meme|chez son|son (?:liquidateur|mandataire|administrateur)"
    r"|leur (?:liquidateur|mandataire)|appartenait|protection des majeurs"
    r"|curatelle|ils vont deposer|si (?:vous|je|on|ca|la|rien|tu"
    r"|nous)\b.{0,90}(?:depos\w+|bilan|liquidation|redressement|cle sous)|sinon"
    r"|autrement (?:je|c)|risque[rz]? (?:de|le|la)|au bord|evit\w+|pour ne pas"
    r"|j ?espere|avant d en arriver",
    r"divorce|regime matrimonial|fiscal\w*|urssaf|impots?\b|tva\b|de l emploi"
    r"|informatique|serveur|fichiers?|donnees|logiciel|disque|succession|notaire"
    r"|heritage",
    r"(?:va|vais|allons|vont) (?:\w+ ){0,3}(?:finir|terminer|partir|couler)\b|finir\w* (?:\w+ )?en"
    r"|(?:si|tant que) (?:ca|cela) continue|peut etre (?:bientot|un jour)",
    r"c est a (?:(?:la|l|une|cette) (?:autre )?(?:societe|entreprise|boite)|lui|elle|eux)"
    r" (?:\w+ ){0,5}(?:de|d) (?:\w+ )?(?:payer|regler)"
    r"|(?:societe|entreprise|boite|sarl) (?:de|d) (?:ma|mon|un|une|son|sa|leur) (?:soeur|frere|fils"
    r"|fille|pere|mere|cousine?|amie?|ex|beau|belle|oncle|tante|neveu|niece)\b",
    r"ad hoc|conciliation|mandat de protection|totale?(?: de| des| du| avant)"
    r"|stocks?\b|soldes|magasin ferme|conges|retraite|ma dette|la dette hier"
    r"|des frais",
    r"ne s agit pas|n ?est pas (?:ma|une|la|notre|en)|(?:pas|aucune|ni|jamais"
    r"|sans) (?:en |de |une )?(?:procedure|redressement|liquidation|sauvegarde"
    r"|cessation|depot|judiciaire)|pas en |n ?est pas (?:\w+ )?(?:procedure"
    r"|liquidation)|n ?a pas depose|sortis? (?:de|du)"
    r"|plan de continuation a ete homologue|de menaces?|me parle de|parle de",
)

_OTHERS_IN_ENGLISH = (
    r"(?:our|a|one of|my|his|her|their|another) (?:\w+ ){0,3}(?:customers?|suppliers?|clients?"
    r"|landlords?|tenants?|contractors?|distributors?|publishers?|competitors?|neighbou?rs?|brother"
    r"|sister|friend|employer|mother|father|son|daughter|cousin|uncle|aunt)(?: s)?"
    r" (?:(?!we\b|i\b|us\b|company\b)\w+ ){0,5}(?:in|into|bankrupt|wound)\b",
    r"next door|across the (?:road|street)|not (?:us|me|ours)\b",
    r"(?:that|who|which|they|it|he|she) (?:still )?ow(?:es?|ed) (?:us|me)\b",
    r"(?:we|i) (?:have |had |ve |d )?(?:heard|read|hear|gather|saw) (?:that |on \w+ that |in"
    r" \w+ that )?(?:you|your"
    r"|they|he|she)\b",
    r"(?:are|is|am|m|re|s|isn|aren) ?(?:certainly |definitely |fortunately )?(?:not|t) (?:yet "
    r"|actually"
    r" )?(?:in|into|going into|under|bankrupt)\b(?!.*\bbut\b)",
    r"if (?:this|it|things|that) (?:goes?|carr(?:y|ies)|keeps?|drags?) (?:on|going)|(?:nearly"
    r"|almost"
    r"|narrowly) (?:went|go|gone|entered|ended|filed)|(?:came|come|emerged|got) out of"
    r" (?:administration|receivership|liquidation|bankruptcy|examinership)",
    r"(?:paid|sent|transferred|payment|money|cheque|wired) (?:\w+ ){0,4}?to (?:the|your|their|a)"
    r" (?:\w+ )?(?:liquidat|administrat|receiver)",
)

US_TOO = "nous aussi"
_COURT = (
    r"(?:judiciaire|simplifiee|prononc\w+|ouvert\w*|depuis|homologu\w+"
    r"|du tribunal|lundi|mardi|mercredi|jeudi|vendredi|le \d)"
)

_OURS_IN_ENGLISH = (
    r"(?:we|us|our (?:\w+ ){0,2}?(?:company|business|firm|club|charity|partnership|shop|restaurant"
    r"|hotel|pub|association|farm)|(?:the|this) (?:company|firm|business))"
)
_PROCEEDING = (
    r"(?:(?:voluntary|compulsory|creditors(?: s)?|court|judicial|company|insolvency|provisional"
    r"|members) )*(?:administration|liquidation|receivership|examinership|bankruptcy|insolvency"
    r"|(?:restructuring|insolvency|bankruptcy|rehabilitation) proceedings|reorgani[sz]ation"
    r"|winding up|moratorium|chapter (?:7|11|seven|eleven))"
)
_RULES = (
    rule(
        "procédure ouverte",
        r"(?:liquidation|redressement|rj\b|lj\b|reglement|sauvegarde) (?:judiciaires?|acceler\w+)",
        r"(?:en|mise? en|ma|place\w* en|plac\w+ en|passe\w* en|sommes en|suis en"
        r"|est en|placement en|ouverture (?:d une|du|de la|d un"
        r"|de)) (?:etat de )?(?:liquidation|redressement|sauvegarde)\b",
        r"(?:prononc\w+|ordonn\w+|ouvert\w*|ouvrant|ouverture|conversion"
        r"|demand\w+) (?:\w+ ){0,4}(?:liquidation|redressement|sauvegarde|faillite"
        r"|procedure collective)",
        r"(?:liquidation|redressement|faillite) (?:de (?:la|l|notre|mon"
        r"|ma) \w+ )?(?:a ete |est |vient d etre )?(?:prononc\w+|ordonn\w+|ouvert\w*"
        r"|homologu\w+)",
        r"procedures? (?:collectives?|de sauvegarde|de (?:redressement|liquidation)"
        r"|d insolvabilite|de retablissement personnel|de surendettement)"
        r"|retablissement personnel",
        r"(?:plan|periode|jugement) (?:de (?:sauvegarde|redressement|continuation"
        r"|cession)|d observation|d ouverture|declaratif|de liquidation)|l62[0-9] ?\d"
        r"|l64\d ?\d|bodacc",
        r"(?:(?:en )?(?:etat de )?cessation (?:de|des) paiements?)|depot de bilan"
        r"|(?:ai|avons|a|viens de|venons de|avait|est|fait"
        r"|faire) (?:\w+ )?depos\w+ (?:le|mon|son|notre) bilan|depos\w+ (?:le|mon"
        r"|notre) bilan (?:hier|lundi|mardi|mercredi|jeudi|vendredi|ce matin"
        r"|la semaine|le|au)|(?:on|nous|je) (?:a|avons|viens de|venons de"
        r"|ai) depos\w+|mis\w? en faillite|(?:sommes|suis|est) en faillite",
        r"(?:dossier|demande|plan|commission)(?: de surendettement)?(?: \w+){0,4} "
        r"(?:recevable|declare\w* recevable|accept\w+ (?:par|le))"
        r"|banque de france(?: \w+){0,8} recevable|recevable(?: \w+){0,6} banque de france"
        r"|surendettement(?: \w+){0,6} (?:recevab\w+|accept\w+|valid\w+|homologu\w+)"
        r"|recevabilite|effacement (?:de (?:mes|nos|la|ma)|des) dettes?|toutes (?:les"
        r"|mes|nos) dettes sont effacees",
        r"(?:went|gone|go|goes|going|placed|put|entered|is|are|now|been) (?:now "
        r"|into |in |in to )+(?:administration|receivership|liquidation|bankruptcy"
        r"|insolvency|examinership)|(?:filed|filing) for (?:bankruptcy|insolvency"
        r"|administration|chapter)|chapter (?:7|11)|in (?:administration|receivership"
        r"|liquidation)\b|receivership proceedings|insolvency (?:proceedings"
        r"|practitioner|administrator|petition)|(?:joint "
        r"|judicial )?(?:administrators?|liquidators?|receivers?) (?:has|have|was"
        r"|were|is|are) (?:been )?appointed|joint administrators|proof of debt"
        r"|wound up|winding up",
        r"(?:vorlaufige[sn]? )?insolvenz\w*|konkurs\w*|concurso de acreedores"
        r"|en concurso\b|quiebra|administrador(?:a)? concursal|fallimento"
        r"|concordato (?:preventivo|in)|liquidazione giudiziale"
        r"|curatore (?:fallimentare)?|procedura (?:concorsuale|fallimentare)",
        leaves=(*_OTHER, *_OTHERS_IN_ENGLISH),
        within_quotes=False,
    ),
    rule(
        "procédure ouverte",
        r"(?:entered|entering|enters|gone into|went into|placed (?:in|into)|put into|is in|now in"
        r"|are in"
        r"|commenced|began) (?:a |an )?(?:(?:creditors?|company|court|voluntary|compulsory"
        r"|provisional|s)"
        r" {1,2}){1,4}(?:liquidation|administration|winding up)\b",
        r"(?:claims?|proofs?(?: of debt)?) (?:should|must|are to|can|may|need to|have to) (?:now"
        r" )?be"
        r" (?:lodged|filed|submitted|sent|directed|addressed|made) (?:with|to) (?:the )?(?:joint )?"
        r"(?:liquidators?|administrators?|receivers?|trustees?|examiners?|insolvency"
        r" practitioners?)\b",
        r"(?:court|judge) (?:has |have )?(?:yesterday |today |now )?appointed (?:an? |the"
        r" )?(?:interim |joint"
        r" |provisional )?(?:examiner|liquidators?|administrators?|receivers?)\b|(?:examiner"
        r"|liquidators?)"
        r" (?:was|were|has been|have been) appointed (?:to|over) (?:us|the company|our company)\b",
        leaves=(
            *_OTHER,
            r"(?:our|a|an|one of|main|former|largest|biggest|their|his|her|your|another) (?:\w+"
            r" ){0,3}"
            r"(?:customers?|suppliers?|clients?|landlords?|tenants?|contractors?|partners?"
            r"|distributors?"
            r"|publishers?|competitors?|neighbou?rs?|subsidiar\w+|brother|sister|friend|employer"
            r"|parent)\b",
            r"(?:who|which|they|it|he|she) (?:still )?ow(?:es?|ed) (?:us|me)\b|(?:heard|rumou?rs?"
            r"|apparently"
            r"|it seems|they say|might|may have|could|would|if|unless|avoid\w*|nearly|almost"
            r"|narrowly"
            r"|risk\w*|never|not (?:yet )?(?:in|entered)|your (?:company|firm|liquidat\w+))\b",
        ),
        within_quotes=False,
    ),
    rule(
        "mandataire",
        r"(?:me|maitre)(?: \w+){1,3} ?,? ?(?:co ?)?(?:mandataire judiciaire|liquidat(?:eur|rice)"
        r"|administrat(?:eur|rice) judiciaire)\b",
        r"(?:en (?:ma )?qualite de|es qualites?(?: de)?|designe\w* (?:en qualite de "
        r"|comme )?|nomme\w* (?:en qualite de )?|m ?a designe\w* (?:en qualite de )?"
        r"|suis (?:le |la )?|par|nomme un|nous a nomme un|chez|avec|(?:le|la|du|au"
        r"|notre|l|un|me \w+|maitre \w+) ?,? ?)(?:co ?)?(?:mandataire judiciaire"
        r"|mandataires? ?(?:liquidateur)?|liquidat(?:eur|rice)s?|administrat(?:eur"
        r"|rice)s? judiciaires?|juge commissaire|administrat(?:eur"
        r"|rice) provisoire)\b",
        r"commissaire a l execution du plan|admise? au passif"
        r"|mandataire (?:judiciaire|liquidateur|va (?:t|vous)|au redressement)"
        r"|administrateur judiciaire|juge commissaire|declar\w+ (?:de |votre |vos "
        r"|la |sa |leur |ta )?creances?|(?:reglement|creances?|dettes?|factures?"
        r"|passif|somme\w*|paiements?) (?:anterieur\w*|nee?s? avant)(?= (?:au|a l"
        r"|a la|le|gel|doit|ne|sont|est|\w+ ){1,4}(?:jugement|ouverture|procedure"
        r"|juge|gele|soumis|\d))",
        leaves=(
            *_OTHER,
            r"protection|tutell\w*|curatell\w*|(?:n ?est|pas) |social\b"
            r"|mandataires? (?:social|immobilier|auto|suppleant|de (?:la )?(?:regie|gestion"
            r"|l (?:occe|ecole|amicale))|financier|familial|sps|pacsee?|postal)"
            r"|rien de judiciaire",
            # The creditor's own kin: whoever was paid there is no debtor of ours.
            r"(?:liquidat|mandataire|administrat)\w* (?:judiciaire )?d(?:e|u|es) (?:votre|vos)"
            r" (?:filiale|maison mere|holding|groupe|societe (?:soeur|mere)|franchis\w+"
            r"|sous traitant\w*|ancienne? \w+)",
        ),
        within_quotes=False,
    ),
    rule(
        "procédure ouverte",
        # As the English tell it: an officer is in, a court has spoken, a composition binds all.
        r"(?:court|judge|nclt|tribunal)(?: of \w+| in \w+)? (?:has |have |had )?(?:yesterday "
        r"|today |now"
        r" |also )?(?:appointed|named|put in) (?:an? |the )?(?:\w+ )?(?:examiner|liquidators?"
        r"|administrators?|receivers?|trustees?|resolution professional)(?: \w+)? (?:to|over|for) "
        r"(?:us"
        r"|our company|the company|our firm|our business)\b",
        rf"{_OURS_IN_ENGLISH} (?:\w+ ){{0,3}}?(?:put|placed|went|gone|go|taken|taking|entered|is"
        rf"|are"
        rf"|was|were|been|now|moved) (?:\w+ )?(?:into|in|under|to) (?:a |an )?{_PROCEEDING}\b",
        rf"(?:put|placed|took|taken|forced|pushed|moved) (?:the|our) (?:\w+ ){{0,2}}?(?:company"
        rf"|business"
        rf"|firm|club|charity|partnership) (?:in|into|under) (?:a |an )?{_PROCEEDING}\b",
        r"(?:signed|handed|turned|made) (?:the|our) (?:company|business|firm) over to (?:a|the|an"
        r" official) (?:liquidator|receiver|administrator|insolvency practitioner)s?\b",
        rf"(?:opened|ordered|granted|made|admitted) (?:an? |the )?{_PROCEEDING}(?:,? "
        rf"[^.;]{{0,60}}?)?"
        rf" (?:for|over|against|to|of|in respect of) {_OURS_IN_ENGLISH}\b",
        r"cirp (?:has been |was |is )?(?:admitted|initiated|commenced)|admitted (?:in)?to cirp"
        r"|resolution professional (?:\w+ ){0,2}(?:is|has|was) (?:\w+ )?(?:in charge|appointed"
        r"|taken)",
        r"(?:company|creditors) voluntary arrangement (?:\w+ ){0,3}?(?:was|has been|is|were) "
        r"(?:\w+ )?"
        r"(?:approved|agreed|passed|in force)|(?:our|the) c ?va (?:was|has been|is|were) (?:\w+ )?"
        r"(?:approved|agreed|passed|in force|accepted)",
        r"(?:the )?(?:official )?(?:receiver|liquidator|administrator)s? ?(?:s|is|are|has|have) "
        r"(?:now"
        r" )?(?:in (?:and|since|now|charge)|taken (?:over|charge|possession|the keys))",
        r"(?:struck off|strike off|dissol\w+)\b.{0,60}\b(?:official receiver|liquidator"
        r"|administrator)"
        r" (?:is|was|has been|s) (?:\w+ )?(?:appointed|in charge)",
        leaves=(
            r"(?:our|a|an|one of|main|former|largest|biggest|their|his|her|your|another) (?:\w+"
            r" ){0,3}"
            r"(?:customers?|suppliers?|landlords?|tenants?|contractors?|distributors?|publishers?"
            r"|competitors?|neighbou?rs?|subsidiar\w+|brother|sister|friend|employer|parent|buyer"
            r"|franchis\w+|insurers?|debtors?|agents?|hauliers?)(?: s)?\b",
            r"(?:who|which|they|it|he|she) (?:still )?ow(?:es?|ed) (?:us|me)\b|rumou?rs?|apparently"
            r"|(?:might|may|could|would|should|to avoid|avoided|risk\w*|nearly|almost|narrowly"
            r"|never"
            r"|not(?: yet)?(?!.*\bbut\b)|\w*n t|if|unless|threaten\w*|afraid of|fear\w*|soon|if "
            r"things|going to"
            r"|will be|talk of|thinking of|consider\w*) (?:be |have |been |being |go |going |put"
            r" |us |the |our |company |into |in |a |to |taken )*(?:administ|liquid|receiv|bankrupt"
            r"|insolv"
            r"|examin|restruct|appointed|placed|put|administrator)\w*|your (?:company|firm"
            r"|liquidat\w+"
            r"|business)\b",
            r"next door|not (?:us|me|ours)\b|(?:came|come|emerged|got|are) out of\b|used to be"
            r"|years"
            r" ago|back in (?:19|20)\d\d",
        ),
        within_quotes=False,
    ),
    rule(
        "mandataire",
        r"(?:i|we) (?:write|act|am writing|are writing|am acting|are acting|have been appointed|was"
        r" appointed|were appointed) as (?:the )?(?:joint |official |court appointed |provisional "
        r")*"
        r"(?:administrators?|liquidators?|receivers?|trustees?(?: in bankruptcy)?|examiners?) (?:of"
        r"|to|over|for)\b(?! (?:nothing|nobody|no one))",
        leaves=(r"(?:our|a|one of) (?:customers?|suppliers?|landlords?)\b",),
        within_quotes=False,
    ),
    # Only a hint: it makes an insolvency where the second opinion sees nothing else (`judgement`).
    rule(
        "peut-être une procédure",
        r"(?:liquid(?:ee?|ation|ateur)|liquid\b|redressement|sauvegarde|administrateur|mandataire"
        r"|surendettement|insuffisance d actif|retablissement personnel|trustee|receiver"
        r"|liquidator|bankrupt\w*)",
        leaves=(
            *_OTHER,
            *_OTHERS_IN_ENGLISH,
            r"(?:we|i) (?:have |had |ve )?(?:heard|read|understand|were told|was told)\b"
            r"|rumou?rs?\b",
            r"not (?:been |gone |going |put )?(?:in|into|under) (?:liquidation|receivership"
            r"|administration|bankruptcy)\b",
        ),
        strength=1,
        within_quotes=False,
    ),
    rule(
        US_TOO,
        r"(?:liquidation|redressement|sauvegarde|bilan|faillite)\b[^.;?]{0,80}?\b(?:et )?(?:nous"
        r"|moi)"
        r" (?:meme )?(?:aussi|egalement|pareil|de meme)(?= *(?:$|[.,;!]|depuis|le \d|lundi|mardi"
        r"|mercredi|jeudi|vendredi|hier|maintenant|du coup))",
        r"(?:liquidation|redressement|sauvegarde|bilan|faillite)\b[^.;?]{0,120}?\b(?:a (?:notre"
        r"|mon) tour"
        r"|(?:nous|m) a (?:mis|place|admis)\w* en)\b",
        strength=1,
        within_quotes=False,
    ),
)

_OFFICER = any_of(
    r"(?:agissant )?en (?:ma )?qualite de (?:co ?)?(?:liquidat\w+|mandataire\w*|administrat\w+)",
    r"es qualites?\b|m ?a (?:nomme|designe)\w*|(?:avoir|ai) ete (?:nomme|designe)\w*",
    r"(?:l|la|le) ?(?:administrat(?:eur|rice) judiciaire|mandataire judiciaire"
    r"|liquidat(?:eur|rice)(?: judiciaire)?)\W*$",
    r"entre mes mains|selarl|scp d? ?(?:mandataires?|administrateurs?)"
    r"|the (?:judicial )?(?:administrator|liquidator)\W*$",
    # Whoever takes claims in: nobody but the officer says "à moi" of a declaration.
    r"\bme? (?:\w+ ){0,2}(?:adresser|parvenir|transmettre|envoyer|remettre)\b(?: \S+){0,6}"
    r" declarations?\b|\bme (?:la |les )declarer\b|\bme declarer(?: \S+){0,3} creances?\b"
    r"|creances?\b(?: \S+){0,6} (?:a|aupres de) (?:mon|notre|l) (?:etude|cabinet)\b",
    r"(?:i was|i have been|we were|we have been) appointed (?:as )?(?:the )?(?:joint )?"
    r"(?:administrat\w+|liquidat\w+|trustee\w*|receiver\w*)"
    r"|on behalf of the (?:joint )?(?:administrators?|liquidators?|trustees?|receivers?)\b"
    r"|(?:i am|we are|as) (?:the )?(?:joint )?(?:administrators?|liquidators?|trustees?) of",
    r"(?:i|we) (?:write|act|am writing|are writing|am acting|are acting) as (?:the )?(?:joint "
    r"|official"
    r" |court appointed |provisional )*(?:administrators?|liquidators?|receivers?|trustees?"
    r"|examiners?) (?:of|to|over|for)\b",
    r"proof of debt\b(?: \S+){0,8} (?:reach (?:me|us)|to (?:me|us|this office|my office))\b",
)


def find(text: str) -> tuple[Finding, ...]:
    """Insolvency of the debtor itself."""
    found = find_by(Intent.INSOLVENCY, _RULES, text, leaves=lambda sentence: sentence.asks)
    return tuple(_as_if(each, text) for each in found + find_insolvencies(text))


UNREAL = "procédure crainte"
_ENDS = r"(?:administrat|liquidat|receiver|bankrupt|insolven|examiner|restructur|chapter)\w*"
_KIN = (
    r"(?:wife|husband|partner|brother|sister|mother|father|mum|dad|son|daughter|uncle|aunt|cousin"
    r"|friend|mate|neighbour|landlord|employer|boyfriend|girlfriend|ex)"
)
_COMPANY = (
    r"[^.;!?]*\b(?:ltd|limited|llp|plc|inc|gmbh|bv|company|co|sons|liquidat\w*|insolven\w*"
    r"|creditors?"
    r"|bankrupt\w*|court|claims?|proofs?)\b"
)
_UNREAL = any_of(
    rf"(?:nearly|almost|narrowly|just about|(?:came )?close to|on the (?:verge|brink) of|afraid"
    rf" of|fear(?:ing)?|scared of|(?:threat|risk|talk) of|think(?:ing)? (?:of|about)|instead of"
    rf"|rather than|avoid(?:ed|ing)?|heading for|(?:may|might) have to|may (?:well )?(?:go|be|end "
    rf"up)"
    rf"|might (?:go|be|end)|could (?!you)|would (?!like)|(?:will|ll) (?:soon |probably |all "
    rf")*(?:end"
    rf" up|have to)|going to have to|if (?:you (?:keep|go on|carry|insist|continue|don t|press"
    rf"|push)"
    rf"|this|it goes|things|nothing|that (?:goes|keeps)))\b.{{0,60}}\b{_ENDS}",
    r"liquidation (?:stock|sale|trade|goods|shop)s?\b|sister company|partnership with an? (?:\w+ "
    r")?liquidat"
    r"|(?:administration|administrators?) (?:is|was) (?:\w+ )?(?:chaos|chaotic|slow|a mess"
    r"|approv\w+)"
    r"|\bfor my (?:uncle|aunt|mother|father|brother|sister|son|daughter|grand\w+)\b"
    r"|\bwe (?:are|re) not(?= ?[.,;!]|$)",
    rf"\b(?:my|his|her|our|the) (?:\w+ )?{_KIN}(?: s)? (?:\w+ ){{1,2}}(?:is|s|was|has|went|goes|got"
    rf"|had)\b(?! (?:and )?(?:i|we|me|us)\b)[^.;!?]{{0,30}}\b{_ENDS}",
    rf"^(?:\W*(?:and|but|so|also) )?(?:her|his) (?!and\b)(?:\w+ ){{1,2}}(?:is|was|has|went|goes|got"
    rf"|had)\b[^.;!?]{{0,30}}\b{_ENDS}|(?:firm|company|people|place|shop|landlord|crowd|outfit)"
    rf" (?:that"
    rf" )?(?:we|i) (?:rent|lease|buy|bought|hire|hired|work|worked|get|got|order)\w*\b"
    rf"[^.;!?]{{0,30}}\b{_ENDS}",
    # Who looks after a hall, a fund, a school or its rents.
    rf"(?:trustees?|administrators?|receivers?) (?:of|to|for|at) (?:rents?\b|(?!{_COMPANY})(?:\w+ "
    rf"){{0,4}}?(?:halls?|church|chapel|charity|trust|fund|foundation|school|college|museum"
    rf"|parish|club"
    rf"|society|association|allotments?|playgroup|nursery|website|web ?page|page|portal|group"
    rf"|office)"
    rf"\b)(?!{_COMPANY})",
    r"administration (?:building|block|wing|department|fees?|office|team|desk|floor)\b"
    r"|\bestate\b|\blate (?:mother|father|husband|wife|aunt|uncle|brother|sister)\b|probate\b",
)
_HEARD = any_of(
    r"(?:have|has) (?:\w+ )?(?:heard|read|been told) (?:that )?(?:we|our)\b|rumou?rs?\b"
    r"|(?:le )?bruits? (?:court|courent|circul\w+)|rumeurs?\b|il se (?:dit|raconte)|(?:vous a"
    r"|vous ont|avez|on a) (?:\w+ )?(?:dit|raconte|lu|entendu|annonce)\b",
)
_DENIED = any_of(
    r"(?:we|this|that|it|they) ?(?:are|re|is|s) (?:certainly |definitely |simply |just )?not(?= "
    r"?[.,;!]"
    r"|$| (?:true|so|the case|us|correct))|(?:we|that|it) (?:aren t|isn t)(?= ?[.,;!]|$| true)"
    r"|untrue"
    r"|nonsense\b",
    r"(?:c est|cela est|tout ca est) (?:\w+ )?(?:faux|inexact|un mensonge)\b|il n en est rien\b"
    r"|ce n est pas (?:vrai|exact|le cas)\b",
)


def _as_if(finding: Finding, text: str) -> Finding:
    """The finding, marked as `UNREAL` where it is only feared, a false rumour or a house's name."""
    told = [each.folded for each in sentences(text) if finding.span in each.raw]
    denied = says(text, _DENIED) and any(_HEARD.search(words) for words in told)
    if denied or any(_UNREAL.search(words) for words in told):
        return replace(finding, strength=1, rule=UNREAL)
    return finding


def officer_writes(text: str) -> bool:
    """Whether the writer speaks as trustee, administrator or liquidator."""
    return says(text, _OFFICER)


_AMICABLE = any_of(
    r"mandat(?:aire)? ad hoc",
    r"(?:procedure |phase |en )(?:de )?conciliation\b",
    r"conciliateur",
)


def is_amicable_proceeding(text: str) -> bool:
    """Whether mandat ad hoc or conciliation is spoken of: confidential, and no insolvency."""
    return says(text, _AMICABLE)
