"""Signs that ask for a human, said in passing: a price agreed, a flaw that one puts up with.

"On avait dit 850, pas 920, mais bon", "la table a une fente, ça lui donne du charme", "encore une
panne, la quatrième": people who pay all the same say why they would rather not. They belong to
`misgivings`, which asks them. The examples: `TAKES` and `LEAVES`.
"""

from relance_mailer.reading.second_looks import sign

TAKES = (
    "On avait dit 850 avec Bruno, pas 920, mais bon, je vire vendredi.",
    "C'est la troisième fois que le portail s'arrête, je vous règle lundi quand même.",
    "La table a une fente mais ça donne du charme, virement fait.",
    "Je vous paie une partie vendredi, le reste quand je pourrai.",
    "Les 60 de rappel je ne vois pas d'où ça sort, le reste part demain.",
    "Je règle vendredi pour ma sœur, c'est sa dette.",
    "Je paie vendredi, juste sous la douche que vos collègues ont posée il y a une flaque.",
    "Je paie lundi et je dépose plainte mardi.",
    "Virement vendredi, et nous irons porter plainte ensuite.",
    "Je paie le 3, une plainte suivra.",
    "Virement lundi, je vous signale à la DGCCRF.",
    "C'est payé, j'ai déposé une plainte contre vous.",
    "Je paie vendredi, nous étions finalement 38 à table, je vous l'avais dit la veille.",
    "Virement lundi. Vous êtes restés sur 40 couverts, je suppose que c'est un oubli.",
    "msg reçu j'en parle au patron, il veut porter plainte",
    "Notre gérant va déposer plainte. Virement lundi.",
    "Nous réglons 1 800 € le 30. Le solde est celui du samedi, il ne sera donc pas réglé.",
    "Virement de 300 lundi, les 40 euros de port ne seront pas versés.",
    "Payé lundi. Le reste ne sera jamais payé.",
    "Vous aurez 500 vendredi. Le samedi, lui, ne sera pas rémunéré.",
    "La facture ne nous est pas parvenue, le matériel non plus. Merci de la renvoyer.",
    "Souci avec la banque, et la moitié du lot est arrivée cassée. Je vous tiens informé.",
    "Ok pour vendredi. L'odeur dans la cuisine est revenue.",
    "Je vous règle jeudi. Le bruit a recommencé.",
    "Notre banque a changé, le virement part vendredi, le carrelage est toujours cassé.",
    "Vous aurez le virement mardi. Vous étiez censés passer reprendre les seuils.",
    "Je reprends les dossiers un par un et le vôtre me pose question.",
    "Quel est le numéro de marché, car le nôtre est clos depuis juin.",
    "Soldé chez nous, par avoir.",
    "Virement le 13, nous aurions aimé que le chantier soit propre.",
    "Paiement le 16, le traiteur est arrivé avec deux heures de retard.",
    "Paiement le 14. La haie n'est coupée que d'un côté.",
    "Je vous règle le 20 mais je reste sur ma faim.",
    "Bon pour paiement le 20, sauf avis contraire du chantier.",
    "On la remet au 15, le temps de tirer ça au clair.",
    "Virement le 19 mars, montant rectifié par nos soins.",
    "Notre banque a rejeté le prélèvement que nous n'avons jamais signé, virement le 15.",
    "La vôtre est en cours d'analyse par le contentieux.",
    "Nous paierons le 15 pour clore le dossier, tout en maintenant nos observations.",
)
LEAVES = (
    "On avait dit 850 le 5, les voilà.",
    "C'est la troisième fois que la banque bloque mon virement, je recommence lundi.",
    "Ma voiture a une rayure, le garage m'a ruiné, virement lundi.",
    "Je vous paie 300 vendredi, le reste le 30.",
    "Je ne sais pas d'où vient le rejet, je refais le virement de 640 euros.",
    "Je règle vendredi, c'est ma dette.",
    "Vos collègues ont laissé la facture à l'accueil, je paie vendredi.",
    "J'ai porté plainte pour le vol de ma carte, je paie lundi.",
    "On a failli porter plainte contre le garagiste, je paie lundi.",
    "J'ai porté plainte à la gendarmerie, l'assurance passe le 18, je paie le 20.",
    "On a porté plainte, la banque joue les innocentes, virement lundi.",
    "Je porte plainte contre X pour le camion, virement lundi.",
    "Notre client porte plainte contre la mairie, virement lundi.",
    "Je ne porterai pas plainte pour trois jours, virement lundi.",
    "Nous étions 12 au bureau ce matin, la compta est revenue, virement lundi.",
    "Elle est restée sur mon bureau, je suppose que c'est un oubli de ma part, virement lundi.",
    "Le maire va porter plainte pour le vol de cuivre, virement lundi.",
    "Mon mari veut porter plainte contre le voisin, virement lundi.",
    "Elle ne sera pas payée avant le 15, la compta est fermée.",
    "Ce ne sera pas réglé aujourd'hui mais lundi.",
    "Les salaires ne seront pas versés avant le 30, puis vous le 31.",
    "Elle ne sera pas payée par chèque mais par virement lundi.",
    "Je ne serai pas payé ce mois-ci, je vous règle le 5.",
    "La subvention ne sera pas versée cette année, je paie quand même le 12.",
    "Vous étiez censés recevoir le virement mardi, je relance la banque.",
    "La comptable est revenue, virement lundi.",
    "Notre client a payé en retard, virement lundi.",
    "Contrairement à votre relance, c'est payé.",
    "Elle n'est signée que d'un côté, le gérant signe lundi et je paie mardi.",
    "Bon pour paiement le 20, sauf avis contraire de votre part.",
    "Nous maintenons notre paiement du 15.",
)

_SUM = (
    r"(?<!le )(?<!les )\d[\d ,.]*(?:€ ?|euros? ?|eur ?|balles ?|de l heure ?|le metre ?|la piece ?"
    r"|l unite ?|tout rond ?|par personne ?)?"
)
_AGAINST = (
    r"(?:et pas|pas|et non|au lieu d\w*|contre|j en vois|je vois|je lis|on en est a|nous en sommes"
    r" a|c est(?: devenu)?|c est passe a|ca fait|me voila (?:a|avec)|j en paie|en voila|devenus?"
    r"|vous (?:me |nous )?(?:comptez|facturez|demandez|mettez|reclamez)|(?:la |votre )?facture"
    r" (?:dit|est a|affiche|indique)|sur (?:la |votre )?facture|sur le papier|a l arrivee|a la fin)"
)
_AGREED = r"(?:dit|convenu|parle|annonce|promis|compris|note|retenu|fixe|cale|arrete|lu|vu|entendu)"
_OWN_TOOLS = (
    r"(?:banque\w*|banquier\w*|ordi\w*|pc|internet|box|wifi|connexion|reseau|imprimante|scanner"
    r"|telephone|portable|voiture|auto|camion\w*|fourgon|serveur|messagerie|mails?|boite|carte"
    r"|terminal|dos|sante|genou|coeur|hanche|appli\w*|site|virements?|cheques?|comptable|compta"
    r"|logiciel de compta\w*|chien|chat|fils|fille|mari|femme|gamin|train|facteur|poste|facture"
    r"|relance|rappel|paiement|reglement|prelevement|caisse|tresorerie|budget|planning|agenda"
    r"|electricite|courant|velo|moto|salle d attente|compte|memoire|dossier|mandat|parapheur|visa"
    r"|acces|code|session|ecran|chorus|douane|route|conge)"
)
_THING = (
    rf"(?:le|la|l|les|votre|vos|cette|ce|cet|ma|mon|notre|nos|une?|une des|un des)"
    rf" (?!{_OWN_TOOLS}\b)\w+"
)
_STOPS = (
    r"(?:s (?:est )?(?:re ?)?(?:arret|etein|bloqu|coinc|coup|casse|ouvr|decroch|decoll|dereg)\w*"
    r"|se (?:re ?)?(?:bloqu|coinc|coup|cass|decroch|decoll|dereg)\w*|(?:re)?tomb\w+ (?:\w+ )?en"
    r" panne|(?:re|nous |me |a )?(?:re ?)?(?:lach|plant|saut|disjonct|fuit|deconn)\w*|est (?:\w+"
    r" )?(?:en panne|hs|bloquee?|coincee?|arretee?)|ne (?:se )?(?:marche|fonctionne|demarre"
    r"|chauffe|ferme|ouvre|leve|descend|monte|tourne|repond)\w*)"
)
_STATE = (
    r"(?:(?:lach|bloqu|coinc|arret|plant|saut|disjonct|cass|fui|claqu|deraill)\w*|(?:en (?:rade"
    r"|panne)|hs)\b)"
)
_COMES_LATE = (
    rf"(?:le|la|l|les|votre|vos|cette|ce) (?!(?:{_OWN_TOOLS}|paie|paye|salaires?|courriers?|lettre"
    r"|secretaire|bus|avion|tram|metro|subvention|loyer|clients?|argent|pension|prime|demande"
    r"|allocations?|releves?|nouvelle|information|bon de commande)\b)\w+"
)
_NUISANCE = (
    r"(?:odeurs?|bruits?|fuites?|humidite|moisissures?|taches?|infiltrations?|pannes?|souris|rats?"
    r"|cafards?|fourmis|punaises|frelons|guepes|rouille|grincements?|vibrations?|sifflements?"
    r"|coupures?|defauts?|bugs?|problemes?|soucis?|buee|condensation|mousse|salpetre)\b"
    r"(?! (?:informatique|reseau|bancaire|(?:de|d) (?:ma |la |notre |l )?(?:banque|reseau|internet"
    r"|tresorerie|compta\w*|caisse|sante|connexion|courant|messagerie|logiciel)))"
)
_SPOILT = (
    r"(?<!ordinateur est toujours )(?<!pc est toujours )(?<!imprimante est toujours )"
    r"(?<!bras est toujours )(?<!pied est toujours )(?<!jambe est toujours )"
    r"(?:cass|fel|ray|bancal|abim|decoll|perc|defectueu|fissur|tord|gondol|tach)"
)
_NTH = (
    r"(?:deuxieme|seconde|troisieme|quatrieme|cinquieme|sixieme|septieme|dixieme|enieme|nieme|\d+"
    r" ?(?:e|eme|ieme))"
)
_PANNE = (
    r"(?:panne|fuite|arret|coupure|blocage|bug|plantage)s?\b(?! (?:d|de|du) (?:courant|internet"
    r"|reseau|electricite|ma|mon|notre|la banque|trafic))"
)
_OFTEN = (
    r"(?:une fois (?:sur|par)|un jour sur|tous les|toutes les|(?:a )?chaque|sans (?:arret|cesse)"
    r"|tout le temps|regulierement|souvent|sans prevenir|des qu)"
)
_FLAW = (
    r"(?:fentes?|fissures?|bosses?|rayures?|griffes?|griffures?|eclats?|accrocs?|fel\w+|impacts?"
    r"|ebrechures?|craquelures?|eraflures?|coulures?|aureoles?|defauts?|cloques?|bulles?|trous?"
    r"|taches?|marques?|plis?|bavures?)"
)
_FLAWED = (
    r"(?:raye|ebreche|ecorne|fendu|fendille|fele|cabosse|bossele|craquele|decolore|voile|tordu"
    r"|delave|gondole|bancal|erafle|cloque|decousu|dechire|eclate|jauni|terni|depareille)"
)
_SMALL = r"(?:\w+ ){0,2}?"
_REST = (
    r"(?:le reste|le solde|la suite|le restant|le complement|le surplus|l autre (?:moitie|partie"
    r"|bout)|la difference)"
)
_SOMEDAY = (
    r"(?:plus tard(?! dans la (?:semaine|journee))|quand (?:je|j|on|nous|ca)\b|des"
    r" qu(?:e|) (?:je|j|on|nous|ca|possible|les|la|le|l)\b|on (?:verra|avisera|voit)|je verrai|un"
    r" (?:jour|de ces jours)|au fur et a mesure|petit a petit|(?:je )?(?:ne )?sais pas"
    r"|ulterieur\w*|selon|suivant (?:ce|les|mes|nos)|en fonction|si je (?:peux|pouvais)|avec le"
    r" temps|a l occasion|au compte gouttes|par petits bouts|comme (?:ca|cela) vient)"
)
_CHARGE = (
    r"(?:(?:les|ces|vos|des|de|la|l|le|cette) (?:petits? |fameux |quelques )?(?:\d[\d ,.]* ?(?:€"
    r"|euros?|eur|balles|de|d)\b|frais|penalites?|lignes?|supplements?|majorations?|forfaits?"
    r"|interets?|indemnites?|deplacements?|mise en service|gestion|somme|surplus|option|poste"
    r"|ecotaxe|participation)|(?<!le )\d[\d ,.]* ?(?:€|euros?|eur|balles) (?:de|d|en) (?:plus|trop"
    r"|frais|gestion|deplacement|port|dossier|rappel|mise))"
)
_UNKNOWN = (
    r"(?:(?:ne |n )?(?:vois|sais|comprends|voit|sait|comprend|trouve|retrouve|vis|voyons|savons"
    r"|comprenons) (?:\w+ )?pas (?:\w+ )?(?:d ou|a quoi|ce que|ce qui|pourquoi|comment|quoi)"
    r"|aucune idee|(?:m|nous) (?:en )?(?:a|avait|aviez|avez) (?:\w+ )?(?:parle|souffle|prevenu\w*"
    r"|dit|explique|annonce)|premiere nouvelle|jamais entendu parler|sort\w* (?:de nulle part|d ou"
    r"|du chapeau)|d ou (?:ca |cela |ils? |elles? )?(?:sort|vien|tomb)\w*|tomb\w+ (?:du ciel|de"
    r" nulle part)|(?:me|nous) demand\w+ (?:\w+ )?(?:ce que|a quoi|d ou|pourquoi)|perplexes?\b"
    r"|mystere\b|inconnue?s?\b|l ignore\b|intrigu\w+|c est quoi|(?:un|du) (?:mystere|chinois)"
    r"|(?:je )?cherche encore)"
)
_DID = (
    r"(?:pose|perce|monte|change|installe|refait|repare|branche|mis|fixe|pendu|accroche|carrele"
    r"|peint|repris|livre|travaille|coupe|soude|scelle)e?s?"
)
_HARM = (
    r"(?:flaques?|fuit\w*|eau\b|humid\w+|goutt\w+|suint\w+|coul\w+|moisi\w*|fissur\w+|trous?\b"
    r"|tach\w+|marques?\b|effrit\w+|ecroul\w+|bouge\w*|tomb\w+|rayures?|bosses?|eclats?|mouill\w+"
    r"|aureoles?|tremp\w+|sent (?:le|mauvais)|odeurs?|casse\w*|decoll\w+|penche\w*|s enfonce\w*"
    r"|grince\w*)"
)
_STILL = (
    r"(?! (?:plus\b|(?:\w+ )?(?:est|sont|a ete|ont ete) (?:\w+ )?(?:repar|resol|fini|termin|arret"
    r"|colmat|parti|refai)))"
)
_CREW = (
    r"(?:vos|votre|tes|les|un de vos) (?:gars|collegues?|ouvriers?|technicien\w*|livreurs?"
    r"|equipes?|poseurs?|hommes|jeunes|monteurs?|chauffeurs?|plombiers?|macons?|peintres?"
    r"|stagiaires?|apprentis?)"
)
_HURT = (
    r"(?:(?:tap|cogn)\w+ (?:dans|sur|contre)|(?:ray|abim|cass|trou|renvers|tach|marqu|ecorn|arrach"
    r"|enfonc|salop|mouill|inond|noy|caboss|ebrech|explos|defonc|griff|percut|bousill|degrad|fauch"
    r"|ecras|brul|erafl)\w*)"
)

_OF_A_THEFT = (
    r"plaintes? (?:(?!contre\b|plainte)\w+ ){0,4}?(?:pour|suite a|apres|du"
    r"|a cause d[eu]) (?:le |la |un"
    r" |une |l |notre |mon |ma |ce |cette )?(?:vol|cambriolage|piratage|agression|accident"
    r"|effraction"
    r"|incendie|vandalisme|carte|sac|camion|voiture|velo|portefeuille|portable|telephone)"
)
SIGNS = (
    sign(
        "agreed_otherwise",
        r"vous (?:en )?(?:etes|etiez) (?:\w+ )?restee?s? (?:sur|a) (?:\d|la|le|les|nos|un|une)\b",
        r"(?:nous (?:n )?etions|on (?:n )?etait) (?:finalement |bien |que |plus que |seulement"
        r" |exactement ){0,2}\d+ (?:a table|personnes|convives|adultes|enfants|participants"
        r"|couverts|stagiaires|inscrits|presents)\b",
        r"suppose que c(?: est|a doit etre) (?:un |une )?(?:oubli|erreur|meprise|confusion"
        r"|coquille)\b(?! (?:de (?:ma|notre|mon) |chez nous))",
    ),
    sign(
        "complaint_filed",
        r"(?:patronn?e?|chef|cheffe|boss|gerante?|direct\w+|president\w*|maire|associee?s?|mari"
        r"|femme|conseil|bureau|comite|pere|mere|fils|fille)\b[^.;?]{0,60}\b(?:va|veut|vont|veulent"
        r"|compte|pense|envisage|souhaite|menace|parle|a decide|est prete?) (?:de |d |a )?(?:\w+ )?"
        r"(?:porter|deposer) (?:\w+ )?plainte\b",
        leaves=(_OF_A_THEFT, r"plaintes? contre (?!vous|votre|vos)"),
    ),
    sign(
        "complaint_filed",
        r"(?:je|nous|on|j) (?:(?!(?:ai|avons|a|avais|avait|avions)\b)\w+ ){0,2}?(?:port|depos"
        r"|redepos"
        r"|enregistr)(?:e|ons|erai|erons|era)\b"
        r" (?:\w+ ){0,2}plaintes?\b",
        r"(?:vais|allons|va|compte|comptons|pense|pensons|envisage\w*|souhait\w+|veux|voulons"
        r"|prepar\w+"
        r"|prete?s? a|irai|irons|dois|devrai|oblige\w*|contrain\w*"
        r"|reste (?:plus )?qu) (?:\w+ ){0,3}"
        r"(?:re)?(?:porter|deposer) (?:\w+ )?plaintes?\b",
        r"plaintes? (?:\w+ ){0,2}(?:sera|seront|suivra|suit|partira|part|est en (?:cours"
        r"|preparation))"
        r"\b|plaintes?\b[^.;?]{0,30} contre (?:vous|votre|vos)\b",
        r"(?:je|nous|on|j)\b(?: \w+){0,2} (?:saisi(?:s|rai|rons|ssons|r)|signal(?:e|erai|erons"
        r"|ons|er)"
        r"|alert(?:e|erai|erons|er)) (?:\w+ ){0,4}(?:procureur|dgccrf|signal ?conso|police"
        r"|gendarme\w*"
        r"|repression des fraudes|ufc|que choisir|60 millions)\b",
        leaves=(
            _OF_A_THEFT,
            r"(?:vol|cambriol\w+|pirat\w+)\b[^.;]{0,60}\bplainte\b(?![^.;]{0,40}(?:vous|votre"
            r"|vos)\b)",
            r"plaintes? contre (?:x\b|inconnu|mon|ma|mes|notre|nos|un ancien|une ancienne"
            r"|l ancien|le"
            r" voisin|la voisine|la banque|le chauffard)",
            r"(?:il|elle|ils|elles|client\w*|voisin\w*|salarie\w*|locataire\w*|banque"
            r"|mairie) (?:a|ont|va"
            r"|vont|veut|veulent) (?:\w+ )?(?:port|depos)\w* (?:\w+ )?plainte(?! contre (?:vous"
            r"|votre))",
            r"(?:failli|falli|manque) (?:\w+ )?(?:porter|deposer) plainte",
            r"(?:ne|n) (?:\w+ ){0,2}(?:port|depos)\w* (?:pas|aucune|jamais) (?:de )?plainte",
        ),
    ),
    sign(
        "agreed_otherwise",
        rf"(?:avait|avions|avais|aviez|etait|etions|ai|a) (?:\w+ ){{0,2}}?{_AGREED} (?:(?!le\b"
        rf"|les\b|du\b|au\b)\w+ ){{0,3}}?{_SUM}[^.;?!]{{0,40}}\b{_AGAINST} ?(?:\w+ )?\d",
        rf"(?:c etait|il y avait|on avait|on etait a|nous etions a|on parlait d\w*|nous parlions"
        rf" d\w*|on partait sur|on tablait sur|m a (?:dit|assure|garanti|annonce)) (?:\w+"
        rf" ){{0,2}}?{_SUM}[^.;?!]{{0,40}}\b{_AGAINST} ?(?:\w+ )?\d",
        r"(?:c etait|normalement|entre nous) (?:\w+ ){0,2}?\d[^.;?!]{0,12}(?:au telephone|de vive"
        r" voix|au comptoir|sur le devis|a l oral|entre nous|tout compris)[^.;?!]{0,30}\d",
        rf"{_SUM}(?:qu on avait|que nous avions|comme on avait|qu on s etait)"
        rf" {_AGREED}\b[^.;?!]{{0,12}}\bpas \d",
    ),
    sign(
        "goods",
        # The thing fails again and again.
        rf"{_NTH} fois (?:(?!que\b|qu\b)\w+ ){{0,4}}?(?:que|qu) (?:ca|cela|elle|il|{_THING})"
        rf" (?:\w+ ){{0,3}}?{_STOPS}",
        rf"(?:encore|de nouveau|a nouveau|re|nouvelle) (?:une |un )?(?:nouvelle |nouvel )?{_PANNE}"
        rf"|{_NTH} {_PANNE}|rebelote\b",
        rf"(?:{_THING}|ca|cela) (?:\w+ ){{0,2}}?{_STOPS}(?: \w+){{0,4}}? {_OFTEN}\b",
        rf"{_THING} (?:\w+ ){{0,4}}?(?:encore|de nouveau|a nouveau) (?:une fois )?{_STATE}",
        rf"(?:toutes les|tous les|chaque) (?:\w+ )?(?:semaines?|nuits?|matins?|jours?|soirs?)"
        rf" {_THING} (?:\w+ )?(?:{_STOPS}|se (?:declench|met)\w*)",
        rf"{_THING} se (?:declench|met)\w*(?: \w+){{0,4}}? (?:toutes les|tous les|sans (?:raison"
        rf"|arret)|pour rien)\b",
        rf"{_THING} (?:\w+ )?(?:se |s )?re ?(?:bloqu|coinc|tomb|plant|disjonct|fui|lach|cass|goutt"
        rf"|deconn|claqu|arret)\w+",
        rf"{_THING} (?:\w+ )?(?:re|recommence a )?(?:fait|faire|refait) (?:encore )?des siennes"
        rf"|{_THING} recommence\w* (?:a (?:deconn|fui|goutt|plant|bloqu|coinc|fair|grinc|saut)\w+)",
    ),
    sign(
        "goods",
        # A flaw that one sees and puts up with.
        rf"(?:{_THING}|elle|il) (?:\w+ ){{0,2}}?(?:a|ont|avait|presente|porte) (?:juste )?(?:une?"
        rf"|deux|trois|des|quelques|plusieurs) {_SMALL}{_FLAW}\b(?! (?:de|d|du|dans) (?:l |la |le "
        rf"|ma |mon |mes |notre |nos )?(?:memoire|gamme|caisses?|tresorerie|securite|budget"
        rf"|planning|agenda|comptes?|compta\w*|emploi)\b)",
        rf"il y a (?:juste )?(?:une?|deux|trois|des|quelques|plusieurs) {_SMALL}(?:fentes?"
        rf"|fissures?|bosses?|rayures?|griff\w+|eclats?|accrocs?|impacts?|ebrechures?|eraflures?"
        rf"|coulures?|aureoles?|cloques?|flaques?)\b",
        rf"{_THING} (?:\w+ ){{0,4}}?(?:est|sont|etait|etaient|arrivee?s?) (?:\w+"
        rf" ){{0,2}}?{_FLAWED}(?:e|s|es|ee|ees)?\b",
        r"(?:boite|boitent|branle|branlent|grince|grincent|couine|couinent|penche|penchent|frotte"
        r"|frottent) (?:un (?:peu|chouia|tantinet|poil)|legerement|toujours|beaucoup|quand)\b",
        r"(?:plus|moins) (?:fonce|clair|petit|court|haut|large|etroit|epais|fin|rouge|vert|bleu"
        r"|gris|brillant|mat)e?s? que (?:prevu|sur|la photo|commandee?|l echantillon|convenu"
        r"|demandee?|le modele|dans)|(?:plus|moins) (?:grand|long)e?s? que (?:sur|la photo"
        r"|commandee?|l echantillon|convenu|demandee?|le modele)",
    ),
    sign(
        "rest_open",
        rf"{_REST},? (?:\w+ ){{0,3}}?{_SOMEDAY}",
        r"(?:pai\w*|pay\w*|regl\w*|vir\w*|vers\w*|mets|envoie|donne) (?:\w+ )?ce que (?:je|nous"
        r"|on) (?:peux|peut|pouvons|pourrai)",
        r"pour (?:l autre|le reste|la suite|le solde),? (?:on|je|nous|ca) (?:vous )?(?:\w+"
        r" )?(?:verra\w*|(?:re)?dira\w*|revien\w+|avise\w*|depend\w*|attend\w*)",
        r"(?:apres|ensuite|puis),? (?:je|on|nous) (?:\w+ )?(?:verr|avis)\w* pour (?:le|la)"
        r" (?:reste|suite|solde)",
        r"\d[^.;?!]{0,40}\b(?:apres|ensuite),? on (?:avise\w*|verra)\W*$",
        leaves=(r"comme (?:convenu|prevu|accorde)",),
    ),
    sign(
        "disagreement",
        rf"{_CHARGE}[^.;?!]{{0,35}}?\b{_UNKNOWN}",
        rf"{_UNKNOWN} (?:(?!virement|cheque|paiement|reglement|prelevement|banque)\w+"
        rf" ){{0,4}}?{_CHARGE}",
    ),
    sign(
        "goods",
        rf"(?:que|ou|la ou) (?:vous|vos \w+|votre \w+|tes \w+) (?:l |la |les |nous |m )?(?:avez"
        rf"|ont|a) (?:\w+ )?{_DID}\b[^.;?!]{{0,45}}\b{_HARM}",
        rf"{_HARM}[^.;?!]{{0,45}}\b(?:que|la ou|a l endroit ou|ou) (?:vous|vos \w+|votre \w+|ils)"
        rf" (?:l |la |les |nous |m )?(?:avez|ont|a|sont) (?:\w+ )?(?:{_DID}|passe\w*|travaille)\b",
        rf"{_CREW} (?:\w+ ){{0,4}}?(?:ont|a|avaient) (?:\w+ )?{_HURT}\b(?! (?:la carte|leur nom"
        rf"|mon numero|le rendez|le coup|fort|juste))",
        r"(?:est|sont|etait|etaient) (?:\w+ )?rest\w+ (?:chez vous|(?:dans|sur) (?:votre|vos) "
        r"(?:camion|depot|atelier|entrepot|quai|magasin|stock))",
        rf"{_HARM} (?:\w+ )?a l endroit (?:de la|du|des) (?:fixation|pose|percage|trous?|vis"
        rf"|raccord|soudure|joints?)\b",
        rf"{_CREW} (?:\w+ ){{0,4}}?(?:ont|a|avaient) (?:\w+ )?laisse (?:un |une |des |de la |du "
        rf"|de l )(?:\w+ )?(?:trous?|marques?|traces?|taches?|gravats|poussiere|rayures?|bordel"
        rf"|chantier|flaque|eau|platre|peinture|dechets?|boue|fissures?|fils?)\b",
        rf"(?:depuis|apres) (?:que vous etes|qu ils sont|qu il est|leur|votre|les|la|le|l) (?:\w+"
        rf" )?(?:venus?|passes?|passage|travaux|pose|visite|intervention|livraison"
        rf"|chantier)\b[^.;?!]{{0,60}}\b{_HARM}\b{_STILL}",
        rf"{_HARM}[^.;?!]{{0,30}}\bdepuis (?:que vous etes|qu ils sont|leur|votre) (?:\w+"
        rf" )?(?:venus?|passes?|passage|travaux|pose|visite|intervention|livraison|chantier)\b",
    ),
    sign(
        "disagreement",
        r"ne ser(?:a|ont) (?:\w+ ){0,2}?(?:pas|jamais) (?:\w+ )?(?:pay|regl|vers|sold|honor"
        r"|acquitt|remuner|indemnis|vire)\w*\b(?! (?:avant|d ici|ce|cet|cette|aujourd|demain"
        r"|a temps|a l heure|dans|plus tot|par|en|tout de suite|immediat\w*|le|au|aux?|tant)\b)",
        leaves=(
            r"(?:salaires?|subventions?|loyers?|paies?|primes?|allocations?|aides?|pensions?"
            r"|clients?|locataires?)\b",
        ),
    ),
    sign(
        "goods",
        # What was away is back, and was not wished for.
        rf"(?:l |la |le |les |cette |ce |un |une |des ){_NUISANCE}(?: \w+){{0,4}}? (?:est|sont|a"
        rf"|ont)(?: \w+)? (?:revenu|repris|recommence|reapparu|de retour|toujours la)\w*",
        rf"(?:est|sont|reste|restent) (?:toujours|encore|quand meme) {_SPOILT}(?:e|s|es|ee|ees)?\b",
    ),
    sign(
        "goods",
        # "Vous étiez censés reprendre les seuils": what was to be done.
        r"(?:vous|ils|il|elle|(?:votre|vos|le|la) (?!virement|cheque|paiement|reglement|banque"
        r"|facture|comptab|compta)\w+) (?:etiez|etaient|etait) (?:\w+ )?(?:cense"
        r"|suppose)e?s? (?!avoir"
        r" recu|recevoir|etre (?:pay|regl|parti)|partir|paye|regle|vous|arriver|toucher|voir|savoir"
        r"|avoir (?:le|l|votre|ete))",
    ),
    sign(
        "disagreement",
        r"(?:mainten|maintien|reiter|confirm)\w* (?:\w+ )?(?:nos|mes|toutes nos"
        r"|toutes mes|l ensemble"
        r" de nos) (?:\w+ )?(?:observations?|remarques?|reserves?|objections?|griefs?|critiques?"
        r"|reproches?|contestations?)",
    ),
    sign(
        "disagreement",
        r"(?:(?:le|la) votre|votre (?:facture|dossier|demande)|elle|celle ci|ca"
        r"|cela) (?:\w+ )?(?:me"
        r"|nous) (?:pose(?:nt)? (?:une |des |\w+ )?(?:question|souci"
        r"|probleme)(?! (?:de|d) )|interpelle|chiffonne"
        r"|laisse perplexe|surprend|etonne)",
        r"(?:marche|commande|contrat|engagement|notre|mien)\w* (?:est|etait|a ete) (?:\w+ )?(?:clos"
        r"|close|echue?|resilie|expire|perime|denonce)\w*",
        r"(?:sold|regl|apur|pay|acquitt)\w*\b[^.;?!]{0,25}\bpar (?:un |votre |vos |l "
        r"|voie d |une? )?"
        r"(?:avoirs?|imputation|compensation(?! bancaire))\b",
    ),
    sign(
        "goods",
        # Half of it, late, cut short, or left lying about.
        rf"{_THING} (?:ne |n )(?:est|sont|a|ont|etait|avait) (?:ete )?(?!pay|regl|vir"
        rf"|valid|sign|ouver"
        r"|saisi|prev|program|dispo|possib)\w+ que (?:d un (?:seul )?cote|a moitie"
        r"|la moitie|en partie"
        r"|a demi|sur (?:une?|la|le|un)|aux? (?:deux|trois) )",
        rf"{_COMES_LATE} (?:\w+ )?(?:arriv|ven|debarqu|present|livr"
        rf"|point)\w* (?:\w+ )?(?:avec|en) (?:\w+"
        r" ){0,3}?retard\b",
        r"(?<!mon )(?<!mes )(?<!ma )(?:formations?|cours|seances?|stages?|prestations?"
        r"|visites?|soiree|concert|sejour"
        r"|interventions?|ateliers?|spectacle|lecons?) (?:\w+ ){0,3}?(?:ecourt|raccourci|tronqu"
        r"|amput|interromp|bacl)\w+",
        r"(?:voyant|temoin|alarme|signal)s? (?:\w+ ){0,2}?(?:rallum|clignot|(?:re)?sonn)\w*",
        rf"{_THING} (?:ne |n )(?:avai(?:t|ent)|a|ont) (?:\w+ )?(?:pas"
        rf"|jamais) ete (?:chang|remplac|vidang"
        r"|nettoy|repar|pos|install|peint|ponc|purg|graiss|fix|branch|mont)\w+",
        r"(?:retrouv|ramass|trouv)\w* (?:\w+ )?(?:des|une|un|de la|du|plein de"
        r"|encore des) (?:\w+ )?(?:vis"
        r"|clous?|gravats?|eclats?|verre|morceaux|dechets?|megots?|platre|agrafes?|copeaux)\b",
        r"merci (?:de |d )(?:\w+ )?(?:livrer|expedier|finir|terminer|reparer)\b(?! (?:\w+ )?(?:\w+"
        r" )?(?:facture|duplicata|copie|rib|releve|justificatif|document))",
    ),
    sign(
        "disagreement",
        r"rest\w* sur (?:ma|notre|sa) faim",
        r"contrairement a (?:vos|votre) (?!relance|courrier|mail|message|lettre|rappel|information"
        r"|releve|fichier|tableau|compta|indication|dire|habitude|courriel|ecrit)",
        r"(?:aurais?|aurions|aurait) (?:\w+ )?(?:aime|apprecie|prefere|souhaite) que (?:le|la|les|l"
        r"|votre|vos|ce) (?!banque|virement|paiement|reglement|client|tresor|argent|cheque|compta)"
        r"\w+ (?:\w+ ){0,2}?(?:soi(?:t|ent)|ai(?:t|ent)|fu(?:t|ssent))\b",
        r"sauf (?:avis|instructions?|ordre|contre ordre) (?:contraires? )?(?:du "
        r"|de la |de notre |de l"
        r" )(?!banque)",
        r"expert\b(?! compta) (?:\w+ ){0,3}?(?:passe|pass|vien|viendr|doit|va)\w* (?:\w+ )?(?:voir"
        r"|constater|examiner|verifier|controler)\b",
        leaves=(r"sinistre|degats? des eaux|incendie|assurance|inond\w+|tempete|grele",),
    ),
    sign(
        "disagreement",
        # What waits to be cleared up, was put right by the payer, or was never signed.
        r"(?:tir|mett|mis)\w* (?:ca |cela |tout ca |les choses |tout |ce point )?au clair\b",
        r"(?:montant|somme|total|quantites?|prix|tva) (?:\w+ )?(?:rectifi|corrig|ramen"
        r"|recalcul|ajust"
        r"|revu|minor|diminu)\w* (?:par (?:nos|mes) soins|par (?:nous|moi)|a la baisse|d office|de"
        r" (?:notre|mon) cote)",
        r"(?:prelevements?|mandat|autorisation|lcr|traite|effet)\b[^.;?!]{0,40}\b(?:jamais (?:\w+"
        r" )?(?:sign|autoris|accept|reconn|demand)|pas (?:ete )?(?:sign|autoris|accept"
        r"|reconn|demand)"
        r"\w* par (?:nous|moi)\b)",
        r"(?:chez nous|de notre cote|dans nos livres),? pas (?:de|l ombre d une"
        r"|trace d une) commande"
        r"\b",
    ),
    sign(
        "part_only",
        r"(?:virement|paiement|reglement|cheque) (?:\w+ )?(?:des|pour les) (?:deux "
        r"|trois )?autres\b",
        leaves=(r"celle ci|celle la|la votre|ci jointe?",),
    ),
    sign(
        "law",
        r"(?:analys|etud|examin|examen|regard|trait|suivi|pris)\w*[^.;]{0,20}\b(?:par|chez|au|aupres"
        r" de) (?:le |notre |nos |mon |son )?(?:service )?(?:contentieux|juridique|juriste)",
    ),
    sign(
        "third_party",
        # Who pays for another says whose debt it is.
        r"(?:c est|ce sont|c etait) (?:bien |toujours |quand meme )?(?:sa|ses|leurs?) "
        r"(?:dettes?|ardoises?)\b",
        r"(?:pas|jamais ete) (?:du tout )?(?:ma|notre) (?:propre )?(?:dette|ardoise)\b",
    ),
    sign(
        "fault_told",
        # What an errand or a bank's trouble in the same breath makes no smaller.
        r"(?:parven|recu|arriv|livr)\w*[^.;?!]{0,30}\b(?:le|la|les) (?:materiel|marchandises?|colis"
        r"|produits?|meubles?|palettes?) non plus\b",
        r"(?:moitie|partie|tiers|quart|plupart) (?:du|de la|des) (?:\w+ )?(?:est|sont) arrivee?s?"
        r" (?:casse|brise|ebreche|fele|endommage|deforme)\w*",
    ),
)
