"""What in a text that would go on by itself asks for a human after all.

The rules look for what a message says. Here it is looked at the other way round: a promise, a
payment, an acknowledgement is taken at its word only if nothing else in the message conditions it,
cuts it, contradicts it, bargains with it or speaks of goods, law or tempers. These signs are no
intents: they catch much that is harmless, say nothing of what the person wants, and only ever lead
to a human.
"""

from collections.abc import Iterator
from functools import cache

from relance_mailer.reading.english_besides import SIGNS as ENGLISH_BESIDES
from relance_mailer.reading.english_faults import SIGNS as ENGLISH_FAULTS
from relance_mailer.reading.english_harm import SIGNS as ENGLISH_HARM
from relance_mailer.reading.english_reserves import SIGNS as ENGLISH_RESERVES
from relance_mailer.reading.english_troubles import SIGNS as ENGLISH_TROUBLES
from relance_mailer.reading.gates import Index
from relance_mailer.reading.harmless_english import hides_nothing_in_english
from relance_mailer.reading.harmless_signs import hides_nothing
from relance_mailer.reading.harmless_talk import hides_nothing_in_talk
from relance_mailer.reading.intents.order import Weighed
from relance_mailer.reading.intents.phrases import (
    WHEN,
    Sentence,
    index_of,
    tried_in,
)
from relance_mailer.reading.only_asked import ASKING, only_asked
from relance_mailer.reading.plain_troubles import SIGNS as PLAIN_TROUBLES
from relance_mailer.reading.said_in_passing import SIGNS as SAID_IN_PASSING
from relance_mailer.reading.second_looks import SIGNS, Sign, sign
from relance_mailer.reading.side_by_side import SIGNS as SIDE_BY_SIDE
from relance_mailer.words import Intent

TAKES = (
    "Le virement est prêt, il part quand vous aurez repris les palettes.",
    "Règlement le 30, déduction faite des vitres brisées.",
    "Bien reçu. Pour mémoire, vous nous aviez annoncé un autre prix.",
    "Je transmets, mais la porte grince toujours.",
    "C'est noté, mon avocat vous répondra.",
    "Je vire 300 lundi, il faudrait un délai pour la suite.",
)
LEAVES = (
    "Désolé pour l'attente, le virement part jeudi.",
    "Le four est réparé, merci. On règle vendredi.",
    "Je vous tiens au courant dès que possible.",
    "300 lundi, le reste le 30.",
)


_OURS = (
    r"(?:vendeu\w+|commercia\w+|technicien\w*|poseurs?|livreurs?|chauffeurs?|equipes?|collegues?"
    r"|collaborat\w+|representante?|conseill\w+|artisan|ouvriers?|gars|employes?|monteurs?"
    r"|installat\w+|sales|rep|driver|engineer|fitter|team|colleague)"
)
_SETTLED = (
    r"(?:repare\w*|resolue?s?|(?:etant|est|a ete|sont) (?:\w+ )?(?:regle|clos|leve|solde)\w*"
    r"|bien (?:recue?s?|arrivee?s?|marche)|impeccable|parfait\w*|en ordre|retabli\w*|satisf\w+"
    r"|content\w*|(?:pas|aucun|aucune|sans|ni|plus|no) (?:de |d |la )?(?:litige|reclam\w+|reserves?"
    r"|contest\w+|souci|probleme|dispute|complaint|erreur)|rien a redire|ne conteste\w*"
    r"|erreur de (?:ma|notre)|de notre cote|chez nous|(?:notre|mon|ma|nos) (?:logiciel|serveur"
    r"|imprimante|ordinateur|banque|carte|telephone|systeme|voiture|camion|site|erp|messagerie"
    r"|comptable)|logiciel|serveur|informati\w+|reseau|internet|imprim\w+|voiture|camion"
    r"|ordinateur|boite mail|poste\b)"
)
_ONCE = r"(?:quand|lorsque|des que|des lors que|apres que|avant que|jusqu a ce que|une fois que|si)"
_PAPER_COMES = (
    r"(?:facture|duplicata|copie|rib|iban|document|piece|exemplaire|pdf|bon de commande|invoice"
    r"|copy|siret|numero|releve d identite)"
)
_OWN_TOOLS = (
    r"(?:site|appli\w*|banque|ordinateur|internet|logiciel|connexion|serveur|wifi|terminal|carte"
    r"|erp|telephone|chequier|poste|facteur)\b"
)
_WORKS = (
    r"(?:tourne\w*|fonctionne\w*|marche\w*|demarre\w*|chauffe\w*|ferme\w*|tien\w+|(?:est|sera|sont"
    r"|seront) (?:\w+ )?(?:droite?s?|repeint\w*|repare\w*|posee?s?|propres?|en place|pret\w*"
    r"|change\w*|finie?s?|etanche\w*|conforme\w*))\b"
)
_TROUBLE = (
    r"(?:en panne|plant(?:e|er|ait)\b|bug\w*|perdu\w*|cass\w+|abim\w+|bloque\w*"
    r"|ne (?:marche|fonctionne|demarre)\w*|disjonct\w+)"
)
_SINCE_YOU = (
    r"(?:apres|depuis|suite a|a cause d\w*) (?:le |la |l )?(?:votre|vos|passage de (?:votre|vos))"
    r" (?:\w+ )?(?:passage|mise a jour|intervention\w*|visite|travaux|depannage|installation|venue"
    r"|maintenance|livraison|pose|equipe|technicien)"
)
_POOR = (
    r"(?:moches?|nul(?:le)?s?|mauvais\w*|decevan\w+|mediocres?|laids?|pas (?:terrible|top|fameu\w+"
    r"|propre|soigne\w*|serieux|droit\w*|net(?:te)?s?))\b"
)

_SIGNS = (
    *SIGNS,
    *PLAIN_TROUBLES,
    *SIDE_BY_SIDE,
    *SAID_IN_PASSING,
    *ENGLISH_TROUBLES,
    *ENGLISH_FAULTS,
    *ENGLISH_HARM,
    *ENGLISH_BESIDES,
    *ENGLISH_RESERVES,
    sign(
        "condition",
        r"tant qu(?! on y est)|aussi longtemps|le jour ou (?:vous|votre|la|le|les|l)\b"
        r"|a condition|a charge\b|sous (?:toute )?reserve|moyennant|encore (?:faudrait|faut) il"
        r"|encore faudrait|n atten\w+ (?:plus )?(?:que|qu) (?!une chose)"
        r"|il (?:ne )?manque (?:plus )?que\b|subordonn\w+|conditionn\w+|en contrepartie|en echange",
        rf"{_ONCE} (?:d ici la )?(?:votre|vos|vous(?! (?:plai|paye|regl|consol|dire|vir)))\b",
        rf"{_ONCE} (?:\w+ ){{1,3}}(?:votre|vos|vous (?:aurez|avez|serez|ayez|soyez))\b",
        rf"{_ONCE} (?:\w+ ){{1,6}}(?:vos|votre) (?:travaux|chantier|livraison|pose|prestations?"
        rf"|ouvrage"
        r"|marchandise|intervention|equipe|technicien|materiel|pieces)\b",
        rf"{_ONCE} (?:que )?(?:la|le|les|l|ca|cela|tout|elle|il) (?:(?!{_OWN_TOOLS})\w+ ){{0,4}}"
        rf"(?:ne )?{_WORKS}",
        rf"{_ONCE} (?:le |la |l |les |un |une |son |leur )?(?:poseu\w+|technicien\w*|monteu\w+"
        r"|installat\w+|artisans?|ouvriers?|macons?|carreleurs?|menuisiers?|plombiers?|peintres?"
        r"|couvreurs?|electriciens?|chauffagistes?|depanneurs?|reparateurs?"
        r"|equipes?) (?:\w+ ){0,2}?"
        r"(?:passe\w*|repasse\w*|ven(?:u|ue|us)\b|revenu\w*|viendr\w*|reviendr\w*|fini\w*"
        r"|termine\w*|intervenu\w*)\b",
        r"(?:unless|until|once|when|if|after|as soon as|before) (?:\w+ ){0,2}(?:you|your)\b"
        r"|provided|subject to|only if",
        leaves=(
            r"(?:si|quand|des que) vous (?:le )?(?:voul\w+|souhait\w+|desir\w+|prefer\w+|avez (?:la"
            r" moindre|une|des|besoin|d autres)|passez|repassez|etes (?:press\w+|disponible))",
            rf"(?:des|quand|lorsque|si|once|when|as soon as|if)\b.{{0,50}}\b{_PAPER_COMES}",
            r"if you (?:need|have any|wish|prefer|want|require)|si (?:besoin|ca|cela) "
            r"|si votre (?:banque|boite)|(?:si|if) .{0,30}(?:n avez rien|appelez|ring me|call me)"
            r"|(?:signature|validation|visa|feu vert|accord (?:du|de la))\b",
            r"(?:bon\w*|joyeu\w*|belle\w*) (?:\w+ ){1,3}si vous (?:en |y |\w+ez)"
            r"|si vous (?:y tenez|pouviez|pouvez|permettez|insistez|preferez|ne (?:voyez|trouvez"
            r"|recevez|l avez|la voyez|le voyez)|n avez (?:pas|rien|toujours|plus)|fermez"
            r"|etes (?:ferme|absent|dans)|passez|venez|n y voyez)"
            r"|if you (?:visit|can t|cannot|don t|do not|see|met|get|ever|could|can)"
            r"|quand vous (?:etes (?:dans|la)|passez|l aurez faite|pouvez|avez une minute)"
            r"|il ne manque que (?:le|la|les) (?:sport|soleil)",
        ),
        silent=(Intent.DISTRESS,),
    ),
    sign(
        "part_only",
        r"deduction|dedui\w+|retranch\w+|defalqu\w+|soustrai\w+|excepte\w*|a l exception|hormis"
        r"|sauf\b|a hauteur d|surplus|au prorata|ce qui (?:est|etait|nous|me|vous)"
        r" (?:\w+ )?(?:du|doit|revien\w+|revenait|sembl\w+)|qui (?:nous|me) revenai\w+"
        r"|doit l etre|ce que (?:valait|vaut)|(?:deja )?(?:bien|assez|cher) paye\w*"
        r"|pour (?:le|un tel|ce) (?:travail|resultat)",
        r"hors (?:frais|ligne|transport|option|port|majoration)|(?:de|pour) ce qui (?:a ete"
        r"|est) (?:reelle"
        r"|vraiment|effective)|(?:reellement|effectivement|vraiment) (?:fait|livre|recu|effectue"
        r"|du)"
        r"|(?:au|le) (?:juste prix|prix (?:juste|affiche|convenu|normal)|tarif de)|la (?:part"
        r"|partie) (?:qui"
        r"|que|reconnue|non contestee)|(?:\d+|quarante|cinquante|soixante|quatre vingts?) ?(?:%"
        r"|pour cent)"
        r"|moins (?:le|la|les|l|un|une|deux|trois)\b|exclusion d|a (?:ceci|cela) pres"
        r"|dans la limite"
        r"|quantites? (?:recue|livree|figurant|validee)|que nous avons (?:recu|garde|valide"
        r"|en commande)"
        r"|(?:valide|vise|pointe|metre)e?s? (?:par (?:notre|le|mon)(?! (?:siege|groupe|patron"
        r"|gerant|direct\w+|chef|president\w*|tresorier|dg|daf|maire|conseil|service|comptable|bureau)\b)"
        r"|pour)|de notre (?:commande"
        r"|point de vue)"
        r"|(?:arrondi|compense|ramene)e? (?:a|avec|par)\b|note de debit|retenu|la difference"
        r"|ce que ca vaut",
        r"au vu (?:de |du |des )|(?:me|nous) (?:semble|parait) (?:\w+ )?(?:correct|juste|honnete"
        r"|normal|raisonnable|suffisant)|(?:part|partie|moitie) (?:conforme|livree|faite|realisee"
        r"|executee|posee|recue|terminee)|(?<!pour )(?<!de )(?:ma|notre) (?:part|moitie|quote)\b"
        r"|(?:sans|hors|moins) (?:l |les |vos |la |le |ces )?\d+(?:,\d+)? ?(?:€|euros?|eur)\b"
        r"|(?:est|sera|etait) (?:\w+ )?de \d[\d ,.]*(?:€|euros?|eur)? ?(?:parce qu|car|vu|puisqu"
        r"|a cause)",
        r"(?:la|l|les) ?(?:\d{1,12}|autres?|seconde|deuxieme|premiere|derniere),? non\W*$",
        r"except\b|apart from|minus\b|less (?:the|two|a|one)|net of|what (?:we agreed"
        r"|i (?:believe|think))"
        r"|the amount on our|for the (?:units|items|quantity|hours)|agreed (?:figure|price)|snag"
        r"|sign off",
        leaves=(
            r"sauf (?:erreur|imprevu|contr\w+|jours? feri\w+|le \w+di|moi\b|reglement|a\b)"
            r"|tout ce qui|escompte|100 ?%|cent pour cent|au moins|avoir (?:a ete |est "
            r"|bien )?(?:dedui"
            r"|recu|impute|enregistre)\w*|plus ou moins|moins une|compensation de|retenu (?:la|le"
            r"|votre|par)"
            r"|avoir deduit|deduction de l avoir|dedui\w+ (?:de )?l avoir|avoir (?:de \w+ )?deduit",
            r"(?:veux|voudrais|aimerais|voulons|demande qu a|ai) (?:bel et )?bien pay\w*"
            r"|sauf (?:de vous|que (?:cette|la|le)|si (?:votre|la|ma|notre) banque|celle que je n"
            r"|le dentiste|imprevu)"
            r"|(?:mise en paiement|payer|paiement|facture|elle) (?:\w+ ){0,4}(?:valide|vise)e?s?"
            r" par"
            r"|valide par (?:le|notre) (?:conseil|bureau|chef|daf|direct\w+|comite|patron|maire"
            r"|syndic)|montant retenu|loyer\w*\b.{0,20}%|for sign off|fonds disponibles"
            r"|net of the credit|moins l avoir",
        ),
    ),
    sign(
        "rest_open",
        r"(?:pour (?:le reste|la suite|le solde)|quant aux? (?:reste|solde|autres?)|le reste"
        r"|le solde|the rest|the balance|the remainder)\b",
        leaves=(
            WHEN,
            r"solde (?:de|total|du compte|est|a ete|regle|vire|complet)|(?:est|part|partie?"
            r"|vire|regle|paye)\w* (?:aussi|egalement|deja)|il ne reste|\d{1,2}(?:st|nd|rd|th)?"
            r" [a-z]{3}|(?:wired|paid|sent|clear\w*|transfer\w*)\b|\S+@|interlocut\w+|voir avec"
            r"|rouvr\w+|fait le reste|le reste (?:aussi|comme je peux)|goes out with",
        ),
    ),
    sign(
        "agreed_otherwise",
        r"vous (?:\w+ ){0,2}(?:aviez|deviez|n avez (?:jamais|toujours|pas (?:fini|livre|tenu|fait"
        r"|repondu|respecte))|n aviez|avez (?:\w+ )?(?:oublie|repris|compte|facture|annule|accepte"
        r"|dit|promis|repondu|casse|change|laisse|perdu|confondu|offert|propose|convenu|plante"
        r"|abime|detruit|rate\b|gache|bousille|endommage|fait perdre))",
        rf"(?:votre|vos|your|un de vos) {_OURS}\b.{{0,40}}\b(?:avai\w+|a (?:dit|promis|accepte"
        rf"|confirme|repris|laisse|casse|oublie)|m a|nous a|n |dev\w+|jamais|said|never|told"
        rf"|promised|agreed)",
        r"(?:m|nous|lui) avai\w+ (?:dit|promis|assure|garanti|annonce|propose)|avait promis"
        r"|(?:etait|etaient) (?:prevue?s?|convenue?s?|offerte?s?|comprise?s?|gratuit\w*)"
        r"|on s etait|nous nous etions|mis(?:es)? d accord|(?:pas|jamais) prevue?s?|pour memoire"
        r"|un accord (?:ecrit|verbal|oral|signe|ferme|avec (?:vous|votre|m|mme))|tout compris"
        r"|(?:je|nous) vous rappel(?:le|ons) que|(?:ai|avons) deja (?:dit|ecrit|signale|explique"
        r"|repondu)|restent? valables?|sachez que|qui a (?:commande|signe)",
        r"personne (?:ne |n )?(?:m a|nous a|n?ous ai|est) (?:rappele|venu|revenu|passe)\w*"
        r"|laisse (?:\w+ )?(?:\d+|deux|trois|plusieurs|des) messages",
        rf"{_TROUBLE}.{{0,60}}\b{_SINCE_YOU}|{_SINCE_YOU}.{{0,60}}\b{_TROUBLE}",
        r"as (?:i|we) (?:said|told)|already (?:said|told|wrote|explained)|supposed to|we agreed",
        leaves=(
            r"comme (?:prevu|convenu)|n avez (?:pas|rien) a|vous aviez (?:raison|mon|notre|mandate)"
            r"|avais deja dit|ce sera\b|affactur\w+|virement groupe",
            r"(?:chorus|portail|depos\w+|plateforme|collectivite\w*|comptabilite)\b",
            r"(?:que |comme )?vous (?:m |nous |l )?(?:aviez|avez) (?:joint|ecrit|envoye|adresse"
            r"|accepte|ete oublie|relance|transmis)\w*|qui (?:m |nous )?aviez envoye"
            r"|l avoir que vous|on s etait dit .{0,40}(?:euros|€|\d)|tout compris\W*$"
            r"|tout est bloque",
        ),
    ),
    sign(
        "astonishment",
        r"etonn\w+|surpris\w*|surpren\w+|(?:ne |n )?(?:\w+ )?comprend\w* (?:pas|rien|mal|pourquoi"
        r"|plus)|surprised|puzzled|je croyais que (?!c etait (?:lui|elle|toi|la facture|regle|paye"
        r"|fait|moi)|\w+ (?:vous|t) avait)",
        leaves=(
            r"(?:on|vous|tu) comprend\w+|comprends (?:votre|que)|quelle (?:bonne )?surprise"
            r"|(?:ne )?vous etonnez pas|(?:pas|rien) d etonnant|certain etonnement, vos",
        ),
        silent=(Intent.PAID, Intent.DISTRESS),
    ),
    sign(
        "disagreement",
        r"d apres (?:lui|elle|moi|nous|eux|notre|nos|mes|le chef|la personne)|selon (?:lui|elle|moi"
        r"|nous|eux|notre|nos|mes)|de memoire|je croyais que (?:c etait|vous|la|le) (?:\w+"
        r" )?(?:offert|compris|gratuit|annule|repri)\w*|comprendre (?:pourquoi|ce|d ou|comment"
        r"|a quoi)|a quoi correspond\w*|ecarts? (?:de|entre|sur)|l ecart\b|ne (?:me|nous) (?:dit"
        r"|disent|parle|parlent) (?:\w+ )?rien|vous (?:\w+ ){0,2}confond\w+|le compte n y est"
        r"|doublon\w*|en double|pas (?:moi|nous)(?! meme)\b|dossier ouvert|arbitrage"
        r"|position de (?:notre|mon|la)",
        r"(?:je|nous|on) (?:le |la )?maintien\w*(?! (?:ma|notre|mon) (?:promesse|parole"
        r"|engagement|date))"
        r"|(?:est|sont|etait|ete|was|were) (?:\w+ )?(?:rejete|refuse|retourne|bloque|rejected"
        r"|returned)e?s?\b"
        r"|rejected at|retournee? (?:ce|hier)|fantaisist\w+|plus (?:competente?|debit\w+)"
        r"|charges? (?:me|us)"
        r" for|you (?:billed|charged)|(?:que )?vous (?:me |nous )?factur(?:ez|iez)"
        r"|refaite?s? (?:au nom|a l ordre)|(?:ne dit|disent) rien a personne|perplexe\w*"
        r"|(?:ne )?(?:devrait|doit)"
        r" pas exister|solde de tout compte|vaudra\b|(?:est|sommes) quittes"
        r"|(?:affaire|dossier) (?:close?\b|classee?\b)"
        r"|(?:qui|ca|quelque chose) cloche\w*|double passage|deja paye (?:cela|ca) deux",
        r"however|although|actually|i believe|i (?:still )?think (?:we|you)|do(?:n t"
        r"| not) (?:recogni[sz]e|understand)"
        r"|between you and|only (?:booked|received|got)|discrepanc\w+",
        leaves=(
            r"pas (?:moi|nous) qui (?:gere|suis|m en|s en|paie|traite|regle)|pay\w+ pas moi"
            r"|(?:virement|cheque|prelevement|banque|chorus|portail|plateforme|bank|bounced)\b"
            r"|(?:d apres|selon) (?:notre|nos|mes) (?:banque|releve\w*|logiciel|compta\w*|extrait"
            r"|service|tresorerie)",
            r"(?:rejetee?|refusee?|bloquee?|rejected)s?\b.{0,90}\b(?:siret|siren|numero|code"
            r"|libelle|caractere|chiffre|mention\w*|champ|scanner|automat\w+|engagement|po\b"
            r"|format|saisie|iban|rib|plafond|provision|piece manquante|number)",
            r"(?:comptes?|decaissements?|tout|images?|pieces? jointes?|succession|fonds|depenses"
            r"|paiements|campagnes?) (?:\w+ ){0,3}(?:est|sont|etait|etaient|a ete|ont ete) (?:\w+"
            r" )?"
            r"(?:bloque|gele)e?s?|(?:mandat|dossier|carte|pret|lien|rib|ancien)\b.{0,60}(?:rejete"
            r"|refuse|retourne)e?s?|(?:settled|paid) i believe|i believe (?:it|this|that) (?:was"
            r"|has)|(?:d apres|selon) eux",
        ),
    ),
    sign(
        "reservation",
        r"par contre|en revanche|toutefois|cependant|bien que?\b|quoiqu\w*|pourvu qu"
        r"|sous toutes reserves"
        r"|meme si (?:personne|nous n|je n|vous)|(?:nous|je) (?:nous |me )?reserv\w+",
        leaves=(
            WHEN,
            _PAPER_COMES,
            r"chorus|portail|\S+@|(?:croy\w+|semble|sais|savez|pense) bien que"
            r"|jamais (?:eu|vue?|recue?)\b",
        ),
        silent=(Intent.DISTRESS,),
    ),
    sign(
        "goods",
        r"(?:fele\w*|cass(?:e|es|ee|ees)\b|abim\w+|tache[es]?\b|de travers|ferme (?:toujours )?mal"
        r"|fuit|fuites?\b|en panne|grince\w*|rouill\w+|fissur\w+|gravats|(?<!a )(?<!par )defau\w+"
        r"|moisi\w*|malfacon\w*|reclamation\w*|litige\w*|contest\w+|inacheve\w*|manqu(?:ait"
        r"|aient)|reliquat|service qualite|(?:notre|mon|l) expert\b(?! comptable)|expertise"
        r"|rapport d|constater|ramass\w+|(?:un|votre|d un|mon|notre) avoir\b(?! (?:ete|fait|regle"
        r"|paye))|avoir (?:de \d|sur|correspondant)|remise (?:prevue|promise|accordee|commerciale"
        r"|de \d)|rabais|(?:un|au) forfait\b|taux horaire|geste commercial|broken|damaged|faulty"
        r"|leak\w*|cracked|refund\w*|credit note|(?:goods|delivery|work|job|item\w*) (?:\w+ "
        r"){0,4}(?:not|never|late|wrong))",
        r"(?:pas|jamais|personne|toujours pas) (?:\w+ ){0,2}(?:venu\w*|passe\w* (?:voir|chez)"
        r"|livre\w*|fini\w*|fonctionn\w+|intervenu\w*|pose\w*|installe\w*|commandee?s?\b"
        r"|demandee?s?\b|signe\w*)",
        rf"(?:travail|resultat|boulot|rendu|finitions?|pose|peinture|ouvrage|chantier) {_POOR}"
        rf"|(?:travail|resultat|boulot|rendu|finitions?|pose|peinture|ouvrage|chantier)"
        rf" (?:\w+ ){{0,2}}(?:est|sont|etait|etaient|reste|restent) (?:\w+ ){{0,2}}{_POOR}",
        r"votre expert\b|bon de livraison\b.{0,60}(?:rien|jamais) (?:eu|recu)|(?:rien|jamais) (?:eu"
        r"|recu)\b.{0,60}bon de livraison",
        r"fai(?:t|sait) (?:toujours |encore |deja |de plus en plus )(?:du|un|le|des|de la)\b",
        r"(?:noirci\w*|gondol\w+|jauni\w*|goutt(?:e|ent)|suint\w+|bancale?s?|tordue?s?|ecaill\w+"
        r"|boite\w* de partout|sonne\w* creux|se (?:decolle|dechire|detache|descelle)\w*)\b",
        leaves=(
            _SETTLED,
            r"terminal|demande (?:de|mieux)|pas une contestation|conteste?(?:ons)? rien",
            r"(?:votre|toute|vos|une) reclamations? (?:\w+ ){0,3}(?:enregistr\w+|transmis\w*"
            r"|relative|attribue\w*|suivie)|signatures? (?:qui )?(?:me |nous |y )?manqu\w+"
            r"|(?:habilite|autorise)\w* a signer|sign\w+ (?:le|la|les) (?:bordereau|mandat|virement"
            r"|cheque|parapheur|ordre)|defaut de (?:code|numero|siret|presentation|provision"
            r"|mention)"
            r"|comprends goutte|s est casse|(?:credit note|avoir) (?:\w+ ){0,2}(?:landed|received"
            r"|raised|bien recu)|chiffre de travers|pour l expert|l expert (?:est|passe|vient)"
            r"|notre expert|(?:recu|merci pour) (?:votre|l) avoir",
        ),
    ),
    sign(
        "quote",
        r"devis\b",
        leaves=(_PAPER_COMES, _SETTLED),
        silent=(Intent.INVOICE_REQUEST, Intent.REDIRECT),
    ),
    sign(
        "bargaining",
        r"(?:un|le|ce|de|du) (?:petit )?(?:delai|report|sursis)\b(?! (?:de|du) (?:banque|traitement"
        r"|virement|reponse|validation|paiement|\d))|delai supplementaire|patienter"
        r"|repouss(?:er|ez|iez|ons)\b|(?:pas|plus|jamais) (?:\w+ ){0,3}d un (?:coup|bloc|seul"
        r" coup)|etaler|echelonn\w+|(?:\d|euros?|€|cents?|un peu) .{0,15}(?:par|chaque|tous les)"
        r" (?:fin de )?mois|en (?:deux|trois|quatre|cinq|six|plusieurs|\d+) (?:fois|cheques?"
        r"|mensualites|versements|echeances)|mensualites|indulgen\w+|comprehension"
        r"|bienveillan\w+|ca vous (?:va|irait|convient|conviendrait)|si (?:ca|cela) vous (?:va"
        r"|convient)|(?:il|je|nous) (?:me |nous |vous )?propos\w+|il (?:me|nous)? ?faudrait"
        r"|ce serait|le mieux (?:pour|serait)|geste de|on verra (?:pour|apres|ensuite|la suite)"
        r"|qu on en (?:parle|discute)|discute\w* du reste|m arrangerait|laissez (?:moi"
        r"|nous)\b(?! (?:juste|le temps de )?(?:regarder|verifier|voir|retrouver|ouvrir"
        r"|chercher|faire le point|consulter|me renseigner|en parler|demander|un instant|rentrer,"
        r"|finir))",
        r"(?:il )?(?:faudra|faudrait) (?:voir|regarder|en (?:re)?parler|revoir|discuter)\b",
        r"(?:le reste|la suite|le solde)\W+on (?:verra|avisera)"
        r"|en plusieurs morceaux|on (?:en )?(?:reparle\w*|rediscut\w+)"
        r"|(?:cela|ca) vous convient|si vous acceptez"
        r"|(?:pourrai|pourrons|pourra|peux|peut|pouvons) (?:\w+ ){0,3}(?:pas|rien)"
        r" (?:\w+ ){0,3}avant (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre"
        r"|octobre|novembre|decembre"
        r"|l annee|le printemps|l ete|la rentree|(?:deux|trois|quelques|plusieurs|\d+) mois)"
        r"|accordez moi|(?:demande|prie) (?:\w+ ){0,2}de pouvoir|on vous proposera|instal+ments?"
        r"|(?:a|per|each|every) month|more time"
        r"|bear with|over the summer|if you ll"
        r"|would it be|an? extension",
        leaves=(
            r"(?:merci|desole\w*|pardon|excus\w+|remerci\w+) (?:\w+ ){0,4}(?:delai|comprehension"
            r"|indulgen\w+|patien\w+|bienveillan\w+)|comme convenu|(?:plan|echeancier) (?:convenu"
            r"|accepte|en place)|delai (?:global|habituel|legal|bancaire)|seuls a patienter"
            r"|soyez indulgent|(?:me|nous) convient|propose par votre"
            rf"|faudrait .{{0,40}}{_PAPER_COMES}",
            r"(?:faudrait|faudra) (?:que vous|la version|me la|nous la)"
            r"|ce serait (?:gentil|parfait|bien aimable|sympa|super|top|fait|genial|formidable"
            r"|plus simple|lundi|mardi|mercredi|jeudi|vendredi|regle)"
            r"|(?:dans|ce|le|du) delai (?:reglementaire|legal|de (?:trente|quarante|soixante|\d+)"
            r" jours|vous ennuie|n expire|est (?:porte|lance|de))|paye\w* dans ce delai"
            r"|etonn\w+ (?:pas )?du delai|(?:paye|regle|vire|relance)\w*\b.{0,60} en (?:deux|trois"
            r"|plusieurs) fois|propose rien|laissez moi (?:vous (?:raconter|expliquer)"
            r"|juste (?:finir|retrouver|le temps))|(?:envoie|envoy\w+|trace).{0,20} on en reparle",
        ),
    ),
    sign(
        "law",
        r"(?:avocate?s?\b|(?:mon|notre) conseil\b(?! (?:municipal|d|syndical|regional|bancaire))"
        r"|tribuna\w+|greffe|jugement|juge\b|mandataire|liquidat\w+|administrateur judiciaire"
        r"|cessation|(?:sinistre|juridique)\b"
        r"|cesse (?:ses|nos|mes|notre|mon|toute) (?:paiements|activite)|redressement"
        r"|sauvegarde\b(?! (?:informatique|des donnees|du|a ete))|surendettement|cnil|rgpd"
        r"|(?:mon|notre) huissier|prescri(?:t|te|ption)\b|protection juridique|mise en cause"
        r"|solicitor\w*|lawyer\w*|(?:in|to|the) court\b|administrators?\b|receiver\b|gdpr)",
        r"(?:depos\w+|depot d\w+) (?:le |notre |de )?bilan|radiee?\b|ufc\b|dgccrf|que choisir"
        r"|mediateur\w*"
        r"|associations? de consommateurs|lettre recommandee sur",
        r"maitre [a-z]{3,} (?:suit|repren|represent|vous|est charge|a toutes?)",
        leaves=(
            r"liquidation (?:totale |partielle )?(?:des?|du) stocks?|(?:client\w*|fournisseur)"
            r" (?:\w+ ){0,4}(?:redressement|liquidation)|succession|sort\w+ d un redressement"
            r"|posterieure? au jugement|saisir\w+|protection des majeurs|curat\w+",
            r"engagements? juridique|service juridique|(?:depuis|sur|par|la) (?:la )?sauvegarde"
            r" (?:a|\w+ (?:informatique|quotidienne)|\W)|rejoue|(?:serveur|disque|fichier\w*)\b"
            r"|menac\w+ (?:\w+ )?(?:du|de|d un|d) (?:tribunal|avocate?s?|juge|huissier)"
            r"|threaten us with|(?:avocat|juge) de voisin|controle fiscal|liquidation [(]"
            r"|(?:client\w*|fournisseur\w*|donneur d ordre|promoteur)\b.{0,110}(?:liquidation"
            r"|redressement|depos\w+ le bilan)",
        ),
    ),
    sign(
        "no_more_mail",
        r"(?:je|nous|on) (?:ne|n) (?:\w+ )?(?:veux|voulons|souhait\w+|desire\w*|accepte\w*)"
        r" (?:plus|pas) (?:\w+ ){0,2}(?:recev|voir|etre|que|vos|ce genre|de)\w*|(?:adresse|boite"
        r"|mail) (?:\w+ ){0,3}(?:privee?|personnelle?|perso)\b|courrier papier|voie postale"
        r"|(?:effac\w*|supprim\w*|retir\w*|vire[rz]|raye[rz]|sortez|enlev\w*) (?:\w+"
        r" ){0,3}(?:adresse|coordonnees|donnees|fichier\w*|base)\b|oubliez (?:moi|nous|mon (?:nom"
        r"|adresse|mail))|retire mon (?:accord|consentement)|toutes les donnees|(?:plus (?:jamais"
        r" )?)voir votre nom|derniere fois que (?:vous\b|(?:je|nous|on) (?:veu\w+|voul\w+"
        r"|souhait\w+|accept\w+|tolere\w*|reponds?|repondons|lis))|(?:autre|prochain\w*|nouve\w+)"
        r" (?:message|mail|courri\w+|lettre|relance)s? (?:\w+ ){0,4}?(?:corbeille|poubelle|spams?"
        r"|broyeur|feu)\b|ne (?:devait|doit|devrait) pas (?:servir|etre utilis)|(?:my|this)"
        r" (?:private|personal) (?:email|address|inbox)|(?:ne )?lirai (?:plus|pas)",
    ),
    sign(
        "veiled_refusal",
        r"(?:pas|aucune) suite\b|(?:decide|tranche|repondu)\w* que non|(?:ne|n) (?:\w+"
        r" )?(?:recevrez|aurez|toucherez|verrez) (?:rien|pas|jamais|plus)|aucun(?:e)? (?:somme"
        r"|paiement|reglement|virement|versement) (?:ne |n )|(?:ne|n) (?:\w+ ){0,2}(?:p[ae]i\w+"
        r"|regl\w+|vers\w+|fer\w+ (?:ce|le|de|aucun)) (?:pas|rien|jamais|point)|decided not"
        r"|not going to|hold your breath|(?:ma|notre) reponse (?:est|reste|n a|sera)"
        r"|(?:je|nous|on) (?:le |la |vous )?refus\w+|(?:mon|notre) refus",
        r"c ?(?:est )?mort\b|meme si j (?:en )?(?:avais|pouvais)|(?:ce|ca) serait non"
        r"|saint glinglin|poules"
        r"|(?:30|31) fevrier|autre vie|buvez de l eau|encadrer (?:votre|ta)|n en ferai rien"
        r"|n attendez (?:pas"
        r"|rien)|pas l intention|n y repondr\w+|favorablement|toujours courir"
        r"|compte[rz]? (?:la )?dessus et"
        r"|(?:veulent|veut|voulons) pas (?:payer|regler)|ne (?:reglera|paiera)\w* rien"
        r"|ne comptez pas"
        r"|certainement pas|(?:sans|hors) (?:l |les )?(?:indemnite|interets|penalites|frais)",
        leaves=(
            r"sans depot|fermeture|calendrier|vous n aurez (?:plus|pas|plus rien) a"
            r"|aucun souci|pas avant|(?:sans|hors) (?:frais|penalites) (?:supplementaires?|jusqu)"
            r"|ne p[ae]i\w+ jamais sans (?:facture|justificatif|piece)|jamais dit que|cette periode"
            r"|n aurez plus (?:de raison|besoin)|vous ne l aurez pas (?:redepose|corrige|renvoye)",
        ),
    ),
    sign(
        "temper",
        rf"vous allez (?:le regretter|comprendre|voir)\b(?! (?:le|la|les|mon|ma|notre"
        rf"|nos|un|que|{_ONCE}"
        r"|arriver|passer|l|comme)\b)|tu vas voir\b",
        r"(?:abruti\w*|cretin\w*|debiles?|imbeciles?|tocards?|bouffons?|guignols?|minables?"
        r"|na[sz]es?)\b",
        r"(?:parasit\w+|vampir\w+|vautour\w*|clown\w*|charogn\w+|sangsue\w*|rapace\w*|racket\w*"
        r"|etouff\w+ vous|de mes nouvelles|honte a vous|foutez|foutre|harcelement|vous harcel\w+"
        r"|harass\w*|insult\w+|prose\b|rigole)|sales? tetes?|cuire un o|pauvres? types?|la grosse"
        r"|gens qui n aiment|de quel bois|jolie maison|qu il vous etouffe|tetes de rats?"
        r"|especes? de",
        leaves=(
            r"desole\w* de vous harcel\w+|(?:aurez|donne\w*) (?:bien )?(?:vite |bientot )?de mes"
            r" nouvelles (?:rapidement|vite|bientot|avant|des|sous|tres)|la grosse (?:[(]|facture)"
            r"|pour la grosse je|(?:voisin|on|il|elle|ca|non je) rigole|mon vieux",
            r"(?:quel(?:le)?|suis|fais|etais|ai ete|comme) (?:\w+ ){0,3}(?:abruti|cretin|debile"
            r"|imbecile|tocard|bouffon|guignol|minable|na[sz]e)\w*|(?:mon|ma|notre|un|nos)"
            r" (?:comptable|banquier|logiciel|banque|associe\w*|patron\w*|stagiaire)\b",
        ),
    ),
)

_ASKED_ONLY = "only_asked"
SIGN_NAMES = frozenset((*(each.name for each in _SIGNS), _ASKED_ONLY))
"""The names of all signs."""


def misgivings(text: str, weighed: Weighed) -> tuple[str, ...]:
    """The names of the signs in a text, each once."""
    return tuple(dict.fromkeys(name for name, _ in signs_in(text, weighed)))


def signs_in(text: str, weighed: Weighed) -> Iterator[tuple[str, str]]:
    """The names of the signs in a text, each with the sentence that shows it."""
    for sentence, tried in tried_in(text, _index()):
        for number, parts in tried:
            each = _SIGNS[number]
            if (
                not each.silent & weighed.intents
                and _shows(each, sentence, parts, text)
                and not (each.name == "condition" and _asks_for_it(sentence, weighed))
            ):
                yield each.name, sentence.raw
    for sentence in only_asked(text, weighed):
        yield _ASKED_ONLY, sentence.raw


@cache
def _index() -> Index:
    return index_of(each.takes for each in _SIGNS)


def _shows(each: Sign, sentence: Sentence, parts: list[int], text: str) -> bool:
    words = sentence.folded
    if each.takes.first_of(parts, words) is None:
        return False
    if each.leaves is not None and each.leaves.search(words):
        return False
    hits = each.takes.pattern.finditer(words)
    return not all(
        hides_nothing(each.name, words, hit.start(), hit.end())
        or hides_nothing_in_english(each.name, words, hit.start(), hit.end())
        or hides_nothing_in_talk(each.name, words, hit.start(), hit.end(), text)
        for hit in hits
    )


def _asks_for_it(sentence: Sentence, weighed: Weighed) -> bool:
    """Whether a paper or an address is asked for or given here: then it conditions nothing."""
    return any(
        finding.intent in ASKING and finding.span in sentence.raw for finding in weighed.findings
    )
