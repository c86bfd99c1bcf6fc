"""The grounds of a dispute as grammar: what was not done, is broken, differs, or is not owed.

`dispute` knows the words of the trade; here stand the shapes in which people complain whatever the
goods are called: "on attend toujours les …", "votre … n'est jamais revenu", "X facturés pour Y
livrés", "ce n'est pas nous", "je paierai quand vous aurez …".
"""

from relance_mailer.reading.intents.gist import find_turns, turn
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "On attend toujours les palettes manquantes avant de s'occuper de votre facture.",
    "Votre poseur n'est jamais revenu finir les plinthes.",
)
LEAVES = (
    "N'allez pas croire que je conteste, j'ai juste oublié.",
    "Le litige avec votre agence est clos, nous réglons le 30.",
)

_NO = r"(?:pas|never|rien|aucun|plus)"
_MONEY_OR_PAPER = (
    r"(?:MONEY|INVOICE|PAPER|subvention\w*|salaire\w*|paie|paye|financement\w*|indemnite\w*|aides?"
    r"|retour|reponse|validation|accord"
    r"|feu"
    r"|fonds|aval|confirmation|signature|dotation|budget|OUR|caf|cpam|credits?|remboursement de"
    r"|rentree\w*|client\w*|notaire|banque|vote|conseil|qu|que|de|bon|visa|numero|ordre|HE|YOU|WE"
    r"|DAY|NUM|MONTH|ce|recu|mandat\w*|vente|pret|prime|virement\w*|RECEIVE\w|d)"
)
_OURS_TO_DO = (
    r"(?:livrais\w+|reliquat|avoir|remise|geste|rabais|ristourne|reprise|remboursement(?! de"
    r" (?:tva|OUR|le secu|credit))|intervention"
    r"|passage|depannage|technicien|reparat\w+|sav|poseur|pose|installation|mise en service|echange"
    r"|remplacement|CORRECT\w|rectificat\w+|correction|explication\w*|solution|expert\w*|enlevement"
    r"|regularisation|montage|installateur|ouvriers?|equipe|plombier|livreur|transporteur"
    r"|dedommagement|indemnisation|levee de reserves|reserves|finitions?|pieces? (?:manquante"
    r"|de)\w*"
    r"|attachements?|pv|proces verbal|bl|bon de livraison|credit note|replacement|refund|engineer)"
)
_DONE_TO_GOODS = (
    r"(?:DELIVERp|DELIVERx|COMEp|REPAIR[px]|ORDER[px]|SIGNp|SIGNx|pose\w*|installe\w*|monte\w*"
    r"|termine\w*|rendu\w*|realise\w*|raccorde\w*|mis\w* en (?:service|route)|remis\w* en|repris\w*"
    r"|intervenu\w*|refait\w*|nettoye\w*|fini\w*|demarre\w*|commence\w*|servi\w*|souscrit\w*"
    r"|sollicit\w+|valide\w* (?:ce|le) (?:devis|montant|avenant|travaux)|fitted|installed|delivered"
    r"|ordered|arrived|worked|fixed)"
)
_STRONGLY_DONE = (
    r"(?:DELIVERp|DELIVERx|REPAIRp|pose\w*|installe\w*|monte\w*|repare\w*|raccorde\w*|mise? en"
    r" service"
    r"|remplace\w*|repris\w*|intervenu\w*|fitted|installed|delivered)"
)
_BROKEN = (
    r"(?:FAIL[px]|fendu\w*|percee?s?|cassee?s?|abime\w*|fele\w*|tordu\w*|moisi\w*|perime\w*"
    r"|pourri\w*"
    r"|gondole\w*|decolle\w*|defectueu\w+|defaillant\w*|incomplet\w*|inutilisable\w*|inadapte\w*"
    r"|inexploitable\w*|hs|panne|pannes|fuite|fuites|fuit|fuient|malfacon\w*|vice|degats?|casse"
    r"|mal (?:pose|monte|fait|fini|installe|coupe|regle|colle|serre|imprime|execute|livre)\w*"
    r"|manquante?s?|manquait|manquaient|bacle\w*|non conforme\w*|retombee? en panne|ecaille\w*"
    r"|leak\w*|broke|crack\w+|torn|chipped|rotten|out of order|the wrong|missing)"
)
_WORKS = (
    r"(?:marche\w*|marchait|fonctionn\w+|ferme\w*|tient|tiennent|demarr\w+|chauff\w+|tourn\w+|colle"
    r"|s allume|imprim\w+|refroidi\w*|ouvre|correspond\w*|ouvrent|work|works|fit|match|matches)"
)
_RESOLVED = (
    r"(?:BE|HAVE been) (?:donc |desormais |maintenant )?(?:clos|close|resolu\w*|leve\w*|regle\w*"
    r"|PAYp) (?:,|\.|et|WE|depuis|avec)",
    r"(?:litige|desaccord|souci|probleme|reserves?|ecart) ~6 (?:clos|close|resolu\w*|leve\w*|PAYp"
    r"|oublie\w*)",
    r"(?:ne |sans )(?:WE |~1 )?(?:CONTEST\w|contestons|discute\w*|contester)",
    r"(?:loin|pas) ~4 (?:CONTEST\w|litige|contestation|reproche\w*|mettre en cause)",
    r"rien at (?:redire|reprocher|signaler|dire)",
    r"(?:RECEIVEp|RECEIVEn) ~3 (?:avoir|note de credit|rectificative|corrigee)",
    r"plus rien ne|conforme ,|tout (?:WAS|BE) (?:conforme|parfait|en ordre)",
    r"WE HAVE (?:bien )?RECEIVEp (?:le|YOUR) (?:livraison|marchandise|avoir|note)",
)
_OURSELVES = (
    r"(?:de|par) (?:OUR|ma|notre) (?:faute|erreur|part)|sauf erreur|par erreur|OUR erreur",
    r"OUR (?:imprimante|ordinateur|serveur|logiciel|voiture|camion|comptable|secretaire|banque"
    r"|messagerie|boite|fournisseur|client\w*|locataire)",
)

_TURNS = (
    turn(
        "on attend encore quelque chose",
        rf"WAIT[nm] ~2 (?:still ~2 )?(?:le|un|YOUR|de) (?!{_MONEY_OR_PAPER} )[^ ]+ ~6 (?:avant"
        rf"|pour) ~3"
        r"(?:PAY\w|HANDLEi|MONEY|INVOICE|solder)",
        rf"(?:WAIT[nm]|WAIT4|attente) ~4 (?:le |un |YOUR |de |ce )?{_OURS_TO_DO}",
        r"(?:still|toujours) (?:pas |aucun )(?:de )?(?:nouvelle\w* de|vu|trace de|signe de) ~2"
        r"(?:le|YOUR|un) ~1",
        rf"(?:sans|avant|pas) ~2 {_OURS_TO_DO} ~4 (?:pas|aucun|sans) ~2 (?:MONEY|PAYi)",
        r"avant de (?:~2 )?(?:PAYi|solder|s HANDLEi) ~8 (?:YOU|YOUR) ~4 (?:finir|terminer|livrer"
        r"|reprendre|REPAIRi|COMEi)",
        leaves=_RESOLVED,
    ),
    turn(
        "pas fait",
        rf"(?:YOUR|YOU|tout|travaux|chantier|machine|appareil|technicien|poseur) ~6 (?:ne )?(?:BE"
        rf"|HAVE|HAD|WAS"
        rf"|been|soit) ~2 (?:pas|never|aucun) ~3 {_DONE_TO_GOODS}",
        rf"(?:le|un|ce|de|HE) ~6 (?:BE|HAVE|HAD|WAS|been) ~2 (?:pas|never|aucun) ~3"
        rf" {_STRONGLY_DONE}",
        r"WE (?:ne )?~1 HAVE (?:never|rien|aucun) ~2 (?:ORDER[px]|SIGN[px]|DELIVERp|valide"
        r"|souscrit\w*)",
        rf"(?<!SPAN HAVE )(?<!saison HAVE )(?<!exercice HAVE )(?:never|non|mal) (?:still |encore"
        rf" )?{_STRONGLY_DONE}|pas (?:still )?{_STRONGLY_DONE}",
        r"(?:personne|aucun|nobody|no one) ~5 (?:COME[npfz]|passe|vient|rappele|bouge|DELIVERp"
        r"|came)",
        r"(?:(?<!le )YOUR (?![^ ]+ ~6 (?:pour rien|en cause|exception|debat|souffr\w+|surpris\w*) )"
        r"(?!(?:NUM|EUR|,|CONTACT\w|INVOICE|PAPER|MONEY|systeme|logiciel|rapprochement|mails?"
        r"|courriers?|emetteur|messages?|serveur|service|lettres?|numero|insistance|timbres|ton"
        r"|site|plateforme|compta\w*|banque|DEBT) )[^ ]+(?! (?:et|mais|and|but) )|le (?:poseur"
        r"|technicien|plombier|installateur"
        r"|carreleur|monteur|reparateur|engineer)) ~2"
        r"(?:ne |HAVE )~3 (?:pas|never|rien|cass\w+|FAIL\w|abim\w+|oubli\w+|laiss\w+)",
        r"(?:prestation|travaux|chantier|mission|lot|pose|installation|montage|formation|service)s?"
        r" ~4 (?:pas|never|non|jamais|inacheve\w*|interrompu\w*|abandonn\w+|que) ~3 (?:DOp"
        r"|EXECUTE[px]"
        r"|REPAIR[px]|termin\w+|fini\w*|achev\w+|realis\w+|conforme\w*|rendu\w*|SPAN|NUM|deux|une)",
        r"(?:pas|sans) (?:de )?(?:chantier|livraison|marchandise|travaux|intervention|resultat) ~3"
        r"pas (?:de )?(?:MONEY|sous|argent)",
        r"(?:perdu|bloque|coince|egare) (?:en|dans le|par le) (?:transit|transport\w*|livreur"
        r"|douane)",
        r"CONTESTp (?:le )?(?:colis|livraison|marchandise|reception|palette)|colis (?:CONTESTp"
        r"|jamais)",
        r"(?:DELIVER[pxi]|DOp|pose|fini) (?:at )?(?:moitie(?! (?:maintenant|moins|le|DAY|ce|en))"
        r"|demi|en partie|partiellement)",
        r"pv (?:de reception )?~4 (?:pas|non) ~1 SIGN[px]|service fait ~6 (?:pas|impossible"
        r"|refuse)",
        r"(?:nobody|you|engineer|driver|technician) (?:has |HAVE )?(?:never|pas) ~1 (?:came|come"
        r"|finished|fixed|delivered|turned)",
        leaves=(
            *_RESOLVED,
            r"(?:INVOICE|PAPER|mail|courrier|releve|lien|message|MONEY) ~6 (?:DELIVERp|COMEp"
            r"|never|pas)",
            r"WE ne? ?HAVE pas (?:still )?(?:REPAIR[px]|COMEp|PAYp|SIGN[px])",
            r"(?:MONEY|INVOICE|cheque|parapheur|parafeur|convention|mandat) ~5 SIGN[px]",
            r"OUR (?:tresori\w+|gerant|directeur|president|patron|maire|comptable|client\w*) ~4",
        ),
    ),
    turn(
        "cassé ou ne marche pas",
        rf"(?:YOUR|le|un|ce|de|deux|trois|NUM|NUMBER) ~4 (?:BE |HAVE been |been |WAS |s BE"
        rf" )(?!pas )~2 {_BROKEN}",
        rf"YOUR ~4 {_BROKEN}|(?:HE|qui) (?:BE |HAVE |fuit|WAS )~2 {_BROKEN}",
        rf"(?:le|YOUR|ce|HE|un|de|qui|that) ~3 (?:ne |pas )?~1"
        rf"{_WORKS} (?:~1 (?:pas|plus|mal|never|jamais|rien)|~2 still pas)",
        rf"(?:YOUR|le|HE|ce) ~3 (?:pas|wont|never) {_WORKS}(?! HE )|still pas {_WORKS}",
        rf"(?:carton|palette|colis|piece|dalle|chaise|vitre|porte|machine|appareil|plaque|meuble"
        rf"|sac"
        rf"|bouteille|tuyau|lavabo|parquet|carrelage|four|pompe|frigo)s? ~2 {_BROKEN}",
        r"(?:YOU|YOUR ~1|HE) (?:WE )?HAVE ~1 (?:FAIL[px]|cass\w+|ray\w+|abim\w+|deterior\w+|fendu"
        r"|perce"
        r"|inond\w+|sali|brul\w+) (?:le|un|OUR|ma|de|tout)",
        r"(?:mauvais\w*|pas (?:le|de) (?:le )?(?:bon\w*|meme)) (?:couleur|teinte|taille|reference"
        r"|modele|produit|article|dimension\w*|longueur|pointure|marque|version|epaisseur)",
        r"(?:wrong|different) (?:shade|colour|color|size|model|item|product|part|goods)",
        r"(?:sous|encore sous|couvert par le|prise? en) garantie|garantie ~4 (?:couvr\w+|MUSTc"
        r"|aurait du)",
        r"(?:(?<!WE )BE|HAVE) (?:~1 )?(?:flou\w*|at le envers|de travers|bancal\w*|trop (?:petit"
        r"|grand"
        r"|court|long|etroit)\w*"
        r"|disjoncte\w*|lache le|plante\w*)|disjoncte|(?:logiciel|site|appli\w*) ~2 (?:plante\w*"
        r"|bugge\w*|rame)"
        r"|flous? sur|(?:quality|finish) ~4 pas|pose ~4 (?:envers|travers)|mur ~4 pas droit",
        r"(?:YOUR|le) ~4 (?:posé|pose|livre|fourni|DELIVERp) ~2 (?:ne )?(?:HAVE|BE) pas ~2"
        r" (?:teinte|couleur|taille|modele)",
        r"(?:service (?:client|apres vente)|sav) ~4 (?:balade|promene|repond pas|repond plus"
        r"|injoignable)",
        leaves=(
            *_RESOLVED,
            *_OURSELVES,
            r"MONEY ~3 FAIL\w|casse (?:le|les) (?:pieds|oreilles)",
            r"(?:mail|mails|courriels?|fichier|lien|PAPER|relance|document|token|banque|terminal"
            r"|wifi"
            r"|internet|CONTACTx|rib|chauffage|voiture|camion|plafond|ordinateur)",
        ),
    ),
    turn(
        "autre compte que convenu",
        r"(?:NUM|NUMBER) (?!MONTH )~4 (?:BILL[pxn]|compte\w*(?! que)|factures?|INVOICE) ~4"
        r" (?:(?:pour|contre) ~1 (?:NUM|NUMBER|un|DELIVERp|RECEIVEp|ORDERp|DOp)(?! MONTH)|contre"
        r"|alors"
        r"|et pas|et non|au lieu|mais|(?<!des )(?<!afin )que)",
        r"(?:NUM|NUMBER) ~5 (?:DELIVERp|RECEIVEp|SIGN[px]|valide\w*|commande\w*|ORDERp|pointe\w*)"
        r" , (?:NUM|NUMBER) ~3 BILL[px]",
        r"(?:NUM|NUMBER) ~3 (?:et|mais) (?:pas|non) (?:pas )?(?:at )?(?:NUM|NUMBER)",
        r"(?:INVOICE|MONEY|DEBT|prix|quantite|taux|tarif|total|heures|metrage|HE) ~4 (?:ne"
        r" )?(?:correspond\w*"
        r"|colle\w*|concord\w+|respect\w+) ~1 (?:pas|plus|aucun)",
        r"(?:INVOICE|MONEY|DEBT|prix|quantite|taux|tarif|total|heures|modele|imprimante|YOU HAVE"
        r" DELIVERp|YOUR ~1)"
        r" ~4 (?:ne )?BE ~1 pas ~2 (?:celui|celle|ceux|conforme|bon|bonne|correct\w*|exact\w*"
        r"|juste)",
        r"(?:quantite|prix|DEBT|tarif|total|MONEY|heures?|metrage|taux) ~4 (?:excede\w*|depasse\w*"
        r"|superieur\w*|plus (?:eleve|cher|haut)\w*|fantaisist\w+|exager\w+|delirant\w*|gonfle\w*"
        r"|exorbitant\w*|abusi\w+|inexact\w*|incorrect\w*|errone\w*|faux|fausse\w*)",
        r"trop (?:cher|eleve\w*)|plus (?:cher|eleve\w*) que (?:prevu|convenu|LIEp|le (?:devis"
        r"|commande))|faut pas exagerer|exager\w+ (?:non|un peu|franchement)",
        r"(?:prix|tarif|devis|chiffrage|forfait|remise|rabais|offre|budget|montant|DEBT|taux"
        r"|franco) ~6"
        r"(?:LIEp|signe\w*|accorde\w*|WAS|negocie\w*|valide\w*|de depart|initial\w*|atteint"
        r"|offert\w*)",
        r"(?:LIEp|assur\w+|dit) (?:que )?~5 (?:offert\w*|gratuit\w*|inclus\w*|compris\w*|en"
        r" charge|remise"
        r"|geste|rabais|forfait|paierais (?:que|pas|rien))",
        r"(?<!declaration de )(?<!attestation )(?:tva|taux) ~12 (?:NUM|reduit|MUST\w* |au lieu"
        r"|OWE[nm])|ecart (?:de |entre )?~1"
        r"(?:prix|tarif|quantite|heures|le|factur\w+|montant)|ecart (?:de )?prix",
        r"(?:erreur|(?<!aucun )anomalie|(?<!aucun )ecart|(?<!sans )faute(?! de frappe)|incoherence)"
        r" ~3 (?:sur|dans|de (?:prix|quantite|tarif"
        r"|calcul"
        r"|reference|tva|factur\w+|saisie de YOUR|YOUR)|YOUR|le (?:montant|prix))",
        r"reconnu ~3 (?:erreur|faute|tort|probleme|retard)",
        r"(?<!rien at )(?<!autre at )(?<!de YOU )(?<!se )CORRECT[iz] (?:(?:le|HE|ce|faire|DOi|YOUR"
        r"|PAPER|calculs?|fichier|total|at|moitie|NUM|donc|svp) ){0,3}\.|CORRECTz (?:moi |le )?et"
        r" WE"
        r"|(?:revoir|revoyez|revoie\w*|revue?s?|merci de revoir|CORRECT[iz]) ~3 (?:YOUR (?:copie"
        r"|calcul"
        r"|INVOICE|facturation|prix|compte\w*)|svp|le (?:INVOICE|DEBT|prix|quantite))",
        r"(?:frais|supplement|option|penalites|indemnite|interets|transport|port|forfait) ~6"
        r" (?:pas ~2"
        r"(?:prevu\w*|demande\w*|convenu\w*|commande\w*|du|due|dus)|enlev\w+|CORRECT[iz]|retir\w+)",
        r"(?:heures|jours|metres|quantites?) ~3 (?:BILL[px]|facture\w*) ~4 (?:heures|jours|reel\w*"
        r"|effectiv\w+|passe\w*)",
        r"(?:alors|or|mais) (?:qu |que |WE )?~4 (?:HAD|WAS|HAVE|BE) ~3 (?:LIEp|rendu|annul\w+"
        r"|CANCEL\w"
        r"|offert|gratuit|inclus|compris|retourn\w+|atteint)",
        r"(?:WE|on) HAD ~1 LIEp ~2 (?:de |un |que |avec |\.)",
        r"(?:DELIVERi|livrer) ~4 et BILLi",
        r"(?:BILLp|charged|invoiced) ~6 (?:but|instead|should|never|twice|already|in (?:may|june))",
        r"(?:rate|price|amount|discount|quantity|figure) ~8 (?:BE pas|agreed|wrong|LIEp|should|too"
        r"|isn t|incorrect|doesn t|ORDERp)|wrong (?:amount|price|quantity|invoice|company|person"
        r"|rate)",
        r"please (?:amend|correct|credit|revise)|WE (?:agreed|LIEp) (?:un|a|on) (?!MONEY)~2",
        leaves=(
            *_RESOLVED,
            *_OURSELVES,
            r"(?:siret|rib|adresse|iban|numero|code|reference|mention|nom|destinataire|service) ~5"
            r"(?:correspond\w*|BE pas|errone\w*|incorrect\w*)",
            r"(?:numero|reference|engagement|code|siret) (?:~1 )?BE ~1 [^ ]+ ~1 (?:et"
            r"|,) ~1 (?:non|pas)",
            r"comme LIEp|(?:echeancier|calendrier|MONEY|date|versement) LIEp|LIEp (?:avec|par"
            r"|pour|de le"
            r" PAY\w|juré|de PAYi)|WE HAD LIEp de",
        ),
    ),
    turn(
        "rien à payer",
        r"(?:rien|pas) (?:at|HAVE) (?:WE ~1 |YOU |~1 )?(?:PAYi|supporter|debourser|regler)"
        r"|(?<!plus )(?:rien|pas) (?:at|HAVE) (?:WE ~1 |YOU |~1 )?devoir",
        r"(?:ne |n )(?:BE|WAS|BEf) (?:donc |aucun|pas )+~1 (?:du|due|dus|dues|OWEp|exigible\w*"
        r"|fonde\w*"
        r"|justifie\w*|recevable|concerne\w*|at OUR (?:charge|nom))",
        r"(?:pas|aucunement|nullement) (?:(?<!compte ne BE pas )(?<!MONEY ne BE pas )"
        r"(?<!achats ne BE pas )concerne\w*|redevable\w*|debit\w+|client\w*|OUR"
        r" (?:facture"
        r"|INVOICE|dette|DEBT|commande|chantier|societe|affaire|probleme))",
        r"(?:HE|ce|INVOICE) (?:pas|BE pas|s pas) (?:ours|mine|for|OUR(?! (?:rayon|nom|service"
        r"|domaine"
        r"|role|travail|boulot|bureau|ressort|style|genre|habitude|fort|metier|truc|jour)))",
        r"YOU ~1 (?:trompez|trompe|confondez) ~2 (?:de (?:societe|client|destinataire|entreprise"
        r"|boite"
        r"|debiteur|cible)|avec|\.|!)|(?:DOz|faites|fais) erreur",
        r"(?:wrong|mauvais\w*|erreur de) (?:societe|entreprise|client|debiteur|company|ltd)",
        r"(?:(?<!compte de un )(?<!compte de OUR )(?<!chez un )(?<!chez YOUR )(?<!chez OUR"
        r" )homonymes?"
        r"|(?<!suite de un )homonymie|usurp\w+|(?<!suspicion de )(?<!sur le )fraude\w*|faux bon"
        r"|signature inconnue|signature ~3"
        r" (?:pas|not))",
        r"(?:ne |n )?(?:connais\w*|reconnais\w*|HAVE) (?:pas|never|aucun|rien) ~3 (?:compte chez"
        r"|contrat"
        r"|commande|chantier|ce (?:dette|DEBT)|abonnement|bon de commande|ce (?:INVOICE|chantier)"
        r"|trace ~3 (?:commande|bon|contrat|devis))",
        r"(?:trouv\w+|FIND\w|HAVE) ~1 (?:aucun|pas|nulle) ~2 (?:trace )?(?:de )?(?:un )?(?:bon de"
        r" commande"
        r"|commande|contrat|devis|engagement signe|livraison|bl|bon de livraison)",
        r"(?:jamais|never|ne HAVE pas|pas)(?! bon SIGNx) ~1 (?:mis les? pieds(?! le (?:bureau"
        r"|magasin))"
        r"|DOp appel|ORDER[px]"
        r"|SIGN[px]"
        r"|demand\w+|ASK[px]|souscri\w+|donne (?:OUR |mon |notre )?accord"
        r"|autoris\w+(?! at (?:CORRECTi|PAYi|SIGNi|HANDLEi|VALIDi|completer|communiquer|donner) )"
        r"|ete client"
        r"|been client|utilis\w+ (?:YOUR|ce|le)|achet\w+|vu (?:YOUR|le) (?:marchandise|technicien"
        r"|materiel))",
        r"sans (?:OUR|mon|notre|WE) (?:accord|avis|consentement|demander|en parler|prevenir)",
        r"(?:CANCEL[pxiz]|annulation|cancell?ed) ~3 (?:commande|contrat|abonnement|reservation"
        r"|devis|INVOICE"
        r"|ce|it|HE|order|prestation|intervention)|resili\w+|retract\w+|denonc\w+ ~3 (?:contrat"
        r"|en temps|par)"
        r"|(?:commande|contrat|abonnement|reservation|devis|prestation|maintenance) ~5 (?:CANCELp"
        r"|CANCELx|annule\w*|resili\w+|denonc\w+)",
        r"(?<!m )(?<!me )(?<!des que WE )(?:HAVE|been|BE|HAD) ~2 (?:(?<!jugement HAVE been"
        r" )rendu\w*|retourne\w*"
        r"|restitue\w*"
        r"|SENDp en retour|returned|sent back"
        r"|ramene\w*|rapporte\w*) (?!~3 (?:dossier|clefs?|cles|mail|service|main|reponse|compte"
        r"|avis"
        r"|verdict|decision|archives|papiers|enveloppe|pochette|mots"
        r"|OUR (?:profit|encontre)|liquidateur))(?:le|at"
        r"|par|chez|de|,|\.|ce|in|all|DAY|YOU|tout|depuis|sous)",
        r"(?:marchandise|materiel|machine|colis|ponceuse|appareil|location|palettes?) ~6"
        r" (?:rendu\w*"
        r"|restitue\w*|repris\w*|reprendre|retourne\w*|returned)",
        r"bon de (?:reprise|retour)|retour (?:marchandise|accepte)|(?:venez|COMEi|passez) ~2"
        r" (?:le|la|la)"
        r" ?(?:rechercher|reprendre|recuperer|chercher)",
        r"(?:dette|DEBT|creance|action|INVOICE) ~4 (?:prescrit\w*|eteint\w*(?! (?:DAY|en|le NUM))"
        r"|forclos\w*|trop"
        r" ancien\w*"
        r"|ancien\w* de plus|perim\w+)|prescription",
        r"(?:(?<!statut )compens(?!ation bancaire|er (?:\.|,|$))\w+|YOU WE (?:OWEn|devez)|YOU ne"
        r" WE ~1 (?:devez|OWEn)|note de debit|YOU (?:me"
        r"|WE|m)"
        r" devez|set off(?! le (?:sprinkler|alarm|fire|siren))|owe us)",
        r"(?:NUM fois|(?:deuxieme|seconde|meme) ~3 (?:fois|INVOICE|note)) ~4 (?:le |la )?(?:meme"
        r"|INVOICE|note|BILLp|facture)|NUM ~3 (?:INVOICE|note) ~4 (?:meme|BILLp)"
        r"|(?:doublon|(?<!detail )(?<!RECEIVEp )en double|fait double emploi"
        r"|deja (?:ete |been )?(?:BILLp"
        r"|facture\w*"
        r"|compte\w*))|already (?:billed|charged|invoiced|BILLp)",
        r"(?:(?:un|YOUR) avoir|remise|rabais|ristourne|acompte(?! que WE WAIT\w)|note de credit"
        r"|discount|deposit)"
        r" ~6 (?:pas"
        r"|never|oublie\w*|FORGETp|manque|absent\w*|deduit\w*|CORRECTp|a valoir|at valoir|isn t|n y"
        r"|BE pas|LIEp|missing|apparait pas|WAIT\w|attend\w*)",
        r"(?:HAVE|been|DOp) ~1 (?:CORRECTp|deduit\w*|retire\w*|retenu\w*|defalque\w*|took off"
        r"|withheld"
        r"|deducted) (?!(?:pour )?le (?:NUM|decaissement|campagne))~8 (?:EUR|NUM|INVOICE|casse"
        r"|vitre"
        r"|penalite\w*)|(?<!sa )(?<!leur )retenue de(?! ~8 (?:libere|comprise|caution))|appliqu\w+"
        r" ~3"
        r" penalites"
        r"|penalites (?:de retard )?~3 (?:prevues|ccap|marche|contrat)|(?:took off|deducted"
        r"|withh\w+) ~1 NUM",
        r"(?:dettes?|DEBT|charges?|consommations?|loyers?|INVOICE) ~4 (?:incomb\w+|nouveau"
        r" proprietaire|ancien (?:occupant"
        r"|locataire|gerant|proprietaire)|predecesseur|vendeur|cedant|at le charge de)|cession de"
        r" (?:le )?fonds ~6"
        r"|pas responsable de|outrepasse|(?:BE|HAVE) (?:nul|nulle|illegal\w*)(?= )|nullite|loi"
        r" chatel|sans pouvoir(?! YOU| WE| ~1 [^ ]+er )"
        r"|reconduit\w* ~4 sans|pas enforceable|capped at",
        r"(?:reclamation|courrier de contestation|lettre) ~6 (?:lettre morte|sans reponse|sans"
        r" suite|pas repondu)",
        r"YOU (?:ne )?HAVE pas respecte|penalites (?:contractuelles )?~2 applique\w*"
        r"|(?<!wont )pretend(?! (?:otherwise|pas|to) )(?:e?z|s|iez|u|ue|us|ues|ument|ait|aient"
        r"|ent)? ~8",
        r"(?:indexation|frais|majoration|penalites?|supplement|augmentation) ~6 pas ~2"
        r" (?:prevue?s?|au contrat|par le)",
        r"(?:rendez|restituez|remboursez|rendre|PAYz) (?:moi|WE) ~2 (?:cles|acompte|caution"
        r"|argent|MONEY|depot)|YOU (?:deviez"
        r"|OWEn|devez|MUSTc) ~3 PAYi ~3 (?:caution|acompte|depot|trop)",
        r"(?:essai|mois|intervention|SPAN|option|livraison) ~4 (?:gratuit\w*|offert\w*)|gratuite?"
        r" ~3 (?:de apres|selon|accord\w+)"
        r"|accord\w+ ~2 (?:gratuite|remise|geste)|ACCORDp ~2 (?:gratuite|remise|geste|rabais)",
        r"que YOU (?:finiss\w+|termin\w+|repar\w+|REPAIR\w(?! de (?:banque|nom|adresse))|livr\w+"
        r"|repren\w+|vene\w+|veniez(?! (?:de|WE voir|voir|boire|prendre)))",
        r"(?:radie\w*|n existe plus|dissoute?|cede\w*|rachete\w*) ~6 (?:pas|plus|WE|depuis|en NUM)"
        r"(?=.* (?:INVOICE|dette\w*|DEBT|pas|destinataire))",
        r"(?:bailleur|locataire|assurance|assureur|syndic|ex mari|ex femme|fils|proprietaire"
        r"|promoteur"
        r"|donneur) ~5 (?:qui|doit|OWEn|prend\w*|prendrait|de PAYi|PAY\w|commande|ORDER\w) (?!~3"
        r" WE PAY)",
        leaves=(
            *_RESOLVED,
            *_OURSELVES,
            r"(?:HE|ce) ~1 pas OUR (?:call|decision|choice|place)|doublon ,? ~2 (?:ne )?en BE pas",
            r"numero de commande|n de commande|(?:mail|messages?|boite|adresse) ~6 accord|(?:pas"
            r"|sans) (?:le )?(?:bon|numero) de commande",
            r"HE (?:me|WE) (?:PAY|doi)|YOU (?:OWEn|doi)\w* ~2 rien",
            r"(?:pas|nullement) (?:CONTEST\w|conteste)|jamais (?:PAY|eu de (?:souci|probleme))",
            r"(?:pas|plus) (?:WE qui|OUR service|de OUR ressort|le bon\w* (?:personne|interlocuteur"
            r"|service|adresse))",
        ),
    ),
    turn(
        "pas nous",
        r"ce (?:ne )?BE (?:donc |vraiment |certainement |pourtant )?(?:pas|never)"
        r" (?:du tout |at |at )?(?:WE|OUR|chez WE|pour WE|at WE)(?!"
        r" (?:rayon|nom|service|domaine|role|travail|boulot|bureau|ressort|style|genre|habitude"
        r"|fort"
        r"|metier|truc|jour|qui"
        r" (?:HANDLE\w|decide\w*|signe\w*|gere\w*|PAY\w|s HANDLE\w)|personne))",
        r"(?:INVOICE|seconde|autre|deuxieme|premiere|NUM|celle) ~3 (?:ne )?BE pas (?:at|pour"
        r"|due?) ?(?:WE|OUR)?",
        r"WE (?:~1 )?(?:CONTEST[nx]|suspend\w*|retien\w*|gel\w+) ~2(?:MONEY|INVOICE)",
        leaves=(*_RESOLVED, r"@", r"(?:pas|plus) WE qui"),
    ),
    turn(
        "paie si vous",
        r"PAY[fn] ~2 (?:des que|des qu|quand|une fois que|lorsque|le jour ou|WHENIF) (?!~3 (?:OUR"
        r"|WE|client\w*|salaire\w*|subvention"
        r"|INVOICE|caf|banque|RECEIVEp|credit\w*|fonds|MONEY|treso\w*|CAN|possible|moment"
        r"|assurance|etat|YOU SEND\w|PAPER))~4"
        r"(?:BEf|aur\w+|[^ ]+era|[^ ]+eront|[^ ]+ira|BE (?:CORRECT\w|rectifi\w+|REPAIR\w"
        r"|repar\w+))",
        r"(?:SENDz|DOz COMEi|COMEz) (?:WE )?d abord ~2 (?:technicien|quelqu|ouvrier|plombier"
        r"|reparateur)",
        r"(?:WHENIF|le jour ou) (?:le|YOUR) ~6 (?:marchera|chauffera|fonctionnera|tournera"
        r"|fermera|[^ ]+era) (?:\.|,)",
        r"(?:leverez|corrigerez|reprendrez|finirez|CORRECTf|REPAIRf) ~6 , (?:puis|et|ensuite) WE"
        r" PAYf",
        r"(?:PAY[fincx]|MONEY (?:BEf|BE pret)|HANDLE[fn]|LEAVEf|partira|reparlera) ~6 (?:WHENIF"
        r"|si|des"
        r"(?: qu| que)?|une fois|apres|sous reserve|at condition|contre) (?:que |qu )?~3"
        r"(?:YOU|YOUR|livr\w+|DELIVER\w|REPAIR\w|CORRECT\w|rectifi\w+|reserves?|tout (?:BEf"
        r"|fonctionn)"
        r"|le (?:machine|portail|chantier|travaux|appareil|chaudiere|INVOICE (?:CORRECT\w"
        r"|rectifi\w+"
        r"|corrige\w*)|avoir|technicien|fuite|porte)|HE (?:BEf|tourner\w*|marcher\w*"
        r"|fonctionner\w*))",
        r"(?:WHENIF|des que|une fois que|le jour ou|si|apres que) ~8 (?:marchera|fonctionnera"
        r"|REPAIR\w"
        r"|tournera|repare\w*|livr\w+|DELIVER\w|CORRECT\w|corrige\w*|rectifi\w+|fini\w*|conforme"
        r"|YOU ~3 (?:DOp|REPAIR\w|CORRECT\w|COMEp|passe\w*|COMEf)) ~6 (?:PAY\w|MONEY|reparler\w*"
        r"|verra"
        r"|solder\w*|HANDLE\w|en reparle\w*|YOU|WE)",
        r"(?:tant que|tant qu) (?:YOU|YOUR|le|HE|ce|rien|personne) ~12 (?:non|pas|never|rien"
        r"|aucun)",
        r"(?:once|when|until|as soon as) ~3 (?:YOU|YOUR|the|le|it|HE) ~5 (?:corrected|fixed"
        r"|replaced"
        r"|delivered|REPAIR\w|CORRECT\w|credit\w*|repaired|turn up|arriv\w+|works?|DELIVER\w|here)",
        r"(?:hold|holding(?! pour)|held|withh\w+|keep\w*) ~3 (?:money|MONEY|PAYi|payment|back|it)",
        r"(?:veux|WANT|pret\w*|BE pret\w*|d accord|happy|CAN) (?:bien )?(?:at |de |pour )?(?:PAYi"
        r"|payer) ~1"
        r"(?:,|mais) (?:mais )?(?:pas|le bon|uniquement|seulement|que|une fois|quand|des)",
        r"PAY[nxf] (?:que )?(?:ce (?:que|qu) (?:WE|j|je) OWEn|le (?:partie|part) (?:non|qui"
        r"|livree)|que ce"
        r"|ce qui)|(?:le |OUR )?(?:part|quote part) qui (?:WE|me) (?:concerne|revient)",
        r"(?:sinon|autrement) (?:non|rien|ce BE non) \\.",
        r"(?:PAYp|PAYx|MONEY) ~6 (?:mais )?(?:pour )?(?:le|les|de) (?:NUM |EUR )?(?:NUM"
        r" )?(?:reste|restants?"
        r"|restantes?|difference|solde) ~4 (?:voyez|correspond\w*|ne|pas|BE|conteste|YOU"
        r"|attend\w*)",
        leaves=(
            *_RESOLVED,
            r"(?:SENDi|SEND[zxf]|INVOICE|PAPER|rib|iban) ~2 (?:d abord|avant)",
            r"YOU ~2 (?:SEND\w|INVOICE|PAPER|rib|communiqu\w+|transmett\w+|confirm\w+)",
            r"WHENIF ~3 (?:OUR|WE|client|subvention\w*|salaire)",
        ),
    ),
)


def find_grounds(text: str) -> tuple[Finding, ...]:
    """What complains, whatever the goods are called."""
    return find_turns(Intent.DISPUTE, _TURNS, text)
