"""In what plain words a payer tells that money left for somebody else, or into somebody's details.

`payee` knows the turns that name a new bank or a driver's hands. Here it is the story around: who
came forward in the creditor's name, which line of the bank's list was clicked, under whose
dictation the number was noted. Each sentence is asked by itself.
Takes: `TAKES`. Leaves: `LEAVES`.
"""

import re

from relance_mailer.reading.intents.phrases import Sentence, any_of, says, sentences, words_in
from relance_mailer.reading.own_banking import moved_bank, without_own_banking

TAKES = (
    "Réglé le 3 à la société Lantier, qui nous avait écrit pour vous.",
    "Payé, mais ma fille a cliqué une ligne trop bas.",
    "Le virement est fait, une dame m'a dicté le RIB.",
    "L'argent est allé chez un homonyme.",
    "We settled with Harland Recoveries, who wrote on your behalf.",
    "Paid on the 2nd, your office wrote that the bank had changed.",
    "Réglé le 4 au bénéficiaire que désigne la mention subrogative.",
)
LEAVES = (
    "Réglé le 3 par la société mère.",
    "Payé chez vous, au comptoir, on m'a fait un reçu.",
    "Le virement est fait, j'ai recopié le RIB de la facture.",
    "Réglé le 3 par virement, comme à EDF.",
    "We paid from our London account.",
)

_PAID = (
    r"(?:pa(?:ye|ie|yai)\w*|regl(?:e|a|er|ons|ions)\w*|vire\w*|vers(?:e|er|ons|ions|a)\w*|sold(?:e"
    r"|er)\w*|acquitt\w+"
    r"|honore\w*|virements?|versements?|paiements?|reglements?|cheques?|argent|sommes?|fonds"
    r"|montant|mandat cash|especes|liquide|transfere\w*)\b"
)
_HOUSE = (
    r"(?:societe (?!generale|mere)|entreprise|boite (?:de |qui |d )(?!la mairie)|sarl|sas|sasu|eurl"
    r"|snc|firme|autre (?:societe|boite|entreprise"
    r"|maison|agence|garage|fournisseur)|agence de (?:recouvrement|contentieux|gestion|facturation"
    r"|credit)|agence d affacturage|cabinet|organisme|cooperative|tete de reseau"
    r"|franchise\w*|fabricant|constructeur|grossiste|importateur|distributeur|concurrent\w*"
    r"|confrere|consoeur|liquidateur|repreneur|proprietaire|regie|franchiseur|sous traitant\w*"
    r"|filiale|holding|maison mere|groupe)"
)
_TO = (
    r"(?:a|au|aux|chez|aupres d[eu]?|vers|entre les mains d[eu]?|(?:pour|sur) le compte d[eu]?"
    r"|aupres)"
)
_THE = r"(?:la |le |l |les |un |une |cette |cet |ce |leur |votre |vos |des |d )?"
_NOT_ASKED = r"(?:(?!demand|confi[ea]|transm|ordre|dit |fait suivre|justificat|envoye)[^.;?!])"

_TO_A_HOUSE = words_in(
    rf"{_PAID}{_NOT_ASKED}{{0,60}}\b{_TO} {_THE}{_HOUSE}",
    r"(?:pa[iy]e|regle|sold\w+|vers|vir|acquitt)\w*\b[^.;?!]{0,30} (?:chez|aupres d) (?:eux"
    r"|elle|elles|lui)\b",
)
_GIVEN_TO = words_in(
    rf"{_PAID}[^.;?!]{{0,40}}\bchez (?!vous|toi|moi|nous|mon\b|ma\b|mes\b|notre|nos\b|lui|\w+ "
    r"(?:notaire|comptable|banquier|facteur)"
    r"|la banque|l expert|notaire|votre (?:agence|magasin|boutique|depot|comptoir|point)|orange"
    r"|paypal)\w",
    r"(?:argent|virement|sommes?|fonds|paiement|reglement|cheque|ca|tout|c)\b(?: \w+){0,4}? (?:all"
    r"|tomb|atterri|arriv|credit|fini|parven|debarqu)\w*"
    r" (?:\w+ ){0,2}?(?:chez (?!vous|nous|moi)|dans les (?:caisses|mains|poches)|sur le compte "
    r"d(?!e votre (?:societe|entreprise|banque))"
    r"|a (?:la|l|un|une) (?!banque|heure|instant|poste|adresse|date|echeance|signature|compta\w*"
    r"|votre))",
    r"(?:a|au|chez|aux) (?:l |la |le |un |une |votre |vos |son |d )?(?:ancien\w*|precedent\w*|ex) "
    r"(?:\w+ )?(?:patron\w*|proprietaire"
    r"|gerante?|exploitante?|dirigeante?|titulaire|associee?|responsable|direct\w+|commercial\w*"
    r"|vendeu\w+|syndic|locataire|agence|adresse bancaire)",
    r"(?:patron|proprietaire|gerant|syndic|exploitant|dirigeant|associe)\w* (?:precedent\w*|d "
    r"avant) (?:\w+ ){0,2}(?:a|ont|avait) (?:\w+ )?(?:recu|encaisse|touche|pris|garde)",
    r"(?:ancien\w*|ex) (?:patron|proprietaire|gerant|syndic|exploitant|dirigeant|associe"
    r"|commercial)\w* (?:\w+ ){0,3}(?:qui )?(?:l |les |en |nous |m )?(?:a|ont|avait) (?:\w+ "
    r"){0,2}(?:recu|encaisse|touche|pris|garde)",
    r"votre (?:\w+ ){0,4}(?:prestataire|partenaire|sous traitante?|franchise\w*|confrere"
    r"|concurrent|affactureur|filiale)\b.{0,60}(?:preleve|encaisse|recu l|touche)\w*",
    r"(?:somme|argent|paiement|virement|cheque|montant|reglement|facture)\b.{0,30}\b(?:encaisse"
    r"|touche|percu|preleve|recu)\w* par (?:la|une?|le|votre) (?!banque|poste|tresor|comptab\w+"
    r"|compta\b|secretaire|service|collegue|caissi\w+|accueil|agence|livreur)",
    r"(?:paye|regle|dedommag)\w* (?:\w+ ){0,3}?(?:a )?(?:votre|vos|un de vos|le|l) (?:ouvriers?"
    r"|gars|macon|peintre|apprenti|interimaire|manoeuvre|stagiaire)\b(?! (?:a|est|m|nous|peut|de "
    r"la compta))",
    r"(?:de la main a la main)\b(?!.{0,60}(?:recu|comptoir|accueil|patron))",
    r"(?:pas|ni|aucun|sans|jamais) (?:\w+ ){0,2}?(?:laisse |donne |fait |remis |eu |signe "
    r"|demande )(?:de |d |un |aucun )?(?:recu|papier|carnet|ticket|quittance|decharge)\b",
    r"sans (?:me |nous )?(?:laisser|donner|faire|remettre|demander)? ?(?:de |d |un |aucun "
    r")?(?:recu|papier|quittance|decharge|trace)\b(?! (?:de|votre|d|le|la|un|aucun\w*|ce|cette))",
    r"ordre d(?:e|u) (?:mr?|mme|monsieur|madame|mlle)\b",
    r"(?:ordre|nom) d(?:e|u|es)? [^.;!?]{0,80}(?:votre (?:frere|soeur|cousin|mari|femme|epou|fils"
    r"|fille|pere|associe|filiale|holding|groupe|sous traitant|poseur|technicien|commercial"
    r"|ouvrier|confrere|concurrent|voisin"
    r"|ancien(?!(?:ne)? (?:banque|agence|adresse|domiciliation|iban|rib)))|emmel\w+|je crois"
    r"|homonym)",
    r"(?:l |au |un |votre )?(?:huissier|commissaire de justice|(?:societe|agence|cabinet|bureau"
    r"|organisme) de (?:recouvrement|contentieux))\b.{0,40}(?:est passe|est venu|nous a|m a|s est "
    r"presente|contact|reclam|encaiss)",
)
_LEFT_WITH = words_in(
    r"(?:voir|voyez|vois|arrangez vous|reglez ca|demandez) (?:directement )?(?:avec|a) (?:eux|elle"
    r"|lui)\b|demandez (?:lui|leur)\b|rapprochez vous d (?:eux|elle|lui)",
    r"(?:lui|leur) (?:ai|a|avons) (?:\w+ )?(?:pay|regl|vers|vir)\w*"
    r"|(?:lui|leur) (?:ai|a|avons) (?:\w+ )?(?:laisse|donne|remis|envoye|fait|adresse"
    r"|confie) (?:le |l |un |la |mon |notre |les |des |\d+ )(?:cheque|argent|sommes?|virement"
    r"|especes|billets?|enveloppe|euros?|balles|reglement|paiement|montant)",
)
_AS_A_SWINDLER_ASKS = words_in(
    r"(?:mandats? cash\b[^.;]{0,60}(?:retirer|exig|agent|au nom)\w*|western union"
    r"|moneygram|transcash|pcs mastercard|bitcoins?|cryptos?|usdt"
    r"|cartes? (?:cadeaux?|prepayee?s?)|coupons? (?:pcs|recharge|neosurf))\b",
    r"retroced\w*|charge a (?:lui|elle|eux)|a charge pour (?:lui|elle|eux)|(?:detien\w*"
    r"|propriet\w+ de|cede\w*|rachete\w*|acquis) (?:de |d )?(?:votre|vos|la|cette|les) creances?"
    r"|creances? (?:\w+ ){0,3}(?:cedee?s?|rachetee?s?|vendue?s?|transferee?s?)",
    r"(?:apporteur|courtier|intermediaire|negociateur|demarcheur"
    r"|rabatteur)\w*\b[^.;?!]{0,40}(?:pris|encaiss|recu|touch|garde|recuper)\w*",
    r"(?:donne|communique|lu|laisse|dicte)\w* (?:\w+ ){0,2}(?:numero de )?(?:ma|notre|la) carte\b",
)
_IN_YOUR_NAME = words_in(
    r"(?:qui|il|ils|elle|elles|on|societe|dame|monsieur|homme|femme|personne|quelqu un|gars|type"
    r"|cabinet|jeune)\b[^.;?!]{0,40}"
    r"(?:ecri|contact|appel|telephon|relanc|reclam|demand|adress|sollicit|demarch|venue?|passee?"
    r"|encaiss|travaill|collect|agi)\w*[^.;?!]{0,30}"
    r"\b(?:pour vous|pour votre compte|en votre nom|de votre part|a votre place|mandatee? par "
    r"vous)\b",
    r"(?:disant|disai\w+|dit|pretend\w*|soi disant|se present\w+|s est present\w+|s etant "
    r"present\w+|affirm\w+|assur\w+|expliqu\w+)\b[^.;?!]{0,40}"
    r"\b(?:de votre part|pour vous|pour votre compte|en votre nom|de chez vous|comme (?:votre|vos"
    r"|etant)|mandat\w+|representa\w+|encaiss\w+|repris vos|gere\w* (?:vos|votre)|agir)\b",
    r"(?:mandate\w*|missionne\w*|chargee?s?|habilitee?s?) (?:par (?:vous|vos|votre)|d encaisser"
    r"|de (?:recouvrer|percevoir|collecter|vos))",
    r"c est (?:a )?(?:lui|elle|eux|elles|la societe|cette societe) qu(?:i|e"
    r"|)\b[^.;?!]{0,20}(?:(?:a|ont|avait|avaient) (?:\w+ )?(?:reclam|contact|appel|relanc|ecri)\w*"
    r"|(?:encaiss|collect|percev|percoi|factur|gere)\w*)(?!.{0,30}\b(?:de vous (?:payer|regler)))",
    r"(?:nous |m |me )(?:a|ont|avait|avaient) (?:\w+ )?(?:demande|dit|enjoint|prie|ordonne"
    r"|conseille|invite)\w*(?: \w+)? (?:de |d |a )(?:lui|leur|la|le) ?(?:verser|payer|regler|virer"
    r"|adresser|envoyer|remettre)",
    r"(?:ne|n) (?:sont|etaient|etait|est|font|faisaient|faisait|fait) plus (?:chez|partie de|avec"
    r"|lie\w* a) (?:vous|votre)",
    r"(?:une dame|un monsieur|une personne|quelqu un|un homme|une femme|un certain|un individu|un "
    r"inconnu|une voix)\b[^.;?!]{0,30}(?:\bau telephone|nous a (?:telephon|appel|contact)|m a "
    r"(?:telephon|appel|contact)|nous avai\w+ appele|s est present|est passe|est venu|nous appel)",
    r"(?:doi\w+|va|vont|devrai\w+|devai\w+|allai\w+|dit|promis|qu il|qu ils|qu elle"
    r"|charge\w*)\b[^.;?!]{0,25}\bvous (?:l |le |la |les )?(?:revers|remett|rend|transmett"
    r"|reverse)\w*",
    r"(?:ils|il|elle|elles) (?:ferai\w+|feron\w+|fera|fait|font|devai\w+ faire|allai\w+ faire) "
    r"suivre",
)
_WRONG_LINE = words_in(
    r"tromp(?!er)\w* d(?:e|u) (?:\w+ )?(?:ligne|beneficiaire|fournisseur|destinataire|compte"
    r"|societe|nom|rib|iban|creancier|entreprise|personne|garage|client|tiers|boite|case)\b",
    r"ligne (?:trop|au dessus|du dessus|en dessous|du dessous|d au dessus|d en dessous|d a cote"
    r"|suivante|precedente|plus (?:haut|bas))",
    r"(?:le|la|au|du|un|une|sur le|de) mauvais(?:e)? (?:nom|fournisseur|destinataire|beneficiaire"
    r"|compte|rib|iban|tiers|ligne|societe|entreprise|boite|creancier|garage|dupon\w+|martin)\b",
    r"homonym\w+|(?:porte|portent|portant|portait|a|ont|avec|du|sous) (?:presque |quasi\w* "
    r"|exactement )?(?:le )?meme nom\b(?! (?:de famille|que (?:moi|nous)))|nom (?:voisin|proche"
    r"|semblable|similaire|ressembl\w+)|sous un autre nom",
    r"confond\w+ (?:\w+ ){0,4}?(?:vous|votre|vos|societes?|fournisseurs?|noms?|garages?"
    r"|entreprises?|maisons?)\b|confusion (?:\w+ ){0,3}(?:noms?|fournisseurs?|societes?)",
    r"(?:et|mais) (?:pas|non|non pas) (?:a|chez|pour|vers) vous\b|au lieu d(?:e |)(?:chez |a "
    r")?(?:vous|votre|la votre|le votre)\b(?! \w+(?:er|ir|re)\b)|(?:zero|aucune) fois (?:le|la|a"
    r"|chez)|plutot (?:qu a|que chez|qu chez) vous|\w+, (?:et )?pas (?:a|chez|pour) vous\b|pas a "
    r"vous\b",
    r"(?:a|au|chez|aux) (?:l un de |un de |un |une |votre |vos |leur |d )?(?:confreres?"
    r"|concurrents?|consoeurs?|homonyme)\b",
    r"(?:recuperer|recouvrer|ravoir|reavoir|rapatrier|recupere) (?:\w+ )?(?:les fonds|l argent|la "
    r"somme|notre argent|mon argent)|(?:qu |que )?(?:ils|elles) (?:\w+ ){0,2}(?:me|nous|m) (?:\w+ "
    r")?(?:rembours|restitu|renvoi|rend(?:ent|re|ront)\b)\w*",
)

_DETAILS = (
    r"(?:ibans?|ribs?|rip|coordonnees(?: bancaires)?|domiciliation(?: bancaire)?"
    r"|numeros? de compte|references? bancaires?)\b"
)
_NOT_OWN_BEFORE = r"(?<!notre )(?<!mon )(?<!nos )(?<!mes )(?<!son )(?<!leurs )"
_NOT_OWN_AFTER = r"(?! (?:de |du |d |a )(?:mon|ma|mes|notre|nos|mon)\b)"
_LANDS = (
    r"(?:portugal|espagne|lituanie|lettonie|estonie|pologne|bulgarie|roumanie|hongrie|chypre|malte"
    r"|irlande|belgique|allemagne"
    r"|italie|royaume uni|angleterre|luxembourg|hollande|pays bas|autriche|suisse|etranger|dubai"
    r"|chine)"
)
_DICTATED = words_in(
    rf"{_NOT_OWN_BEFORE}{_DETAILS}{_NOT_OWN_AFTER}[^.;?!]{{0,60}}(?:dict\w+|telephone|\btel\b|sms"
    r"|texto|whatsapp|\bmails?\b|messagerie|courriel|logo|appel\w*|vive voix|visio)(?! (?:pro"
    r"|perso))",
    r"(?:dict\w+|telephone|appele|sms|texto|whatsapp|mail|courriel|appel|logo|lettre|courrier"
    rf"|message)\b[^.;?!]{{0,60}}\b(?:le|les|un|votre|vos|nouvel|ce|cet|l|de) (?:\w+ "
    rf")?{_NOT_OWN_BEFORE}{_DETAILS}{_NOT_OWN_AFTER}(?! (?:de|a|sur) (?:la|votre|cette) facture)",
    rf"(?:les|vos|leurs|ses|de|ces|des) (?:nouvelles|autres) coordonnees{_NOT_OWN_AFTER}",
    rf"{_NOT_OWN_BEFORE}{_DETAILS}{_NOT_OWN_AFTER} (?:\w+ ){{0,3}}?(?:(?:avai\w+|ont|a|viennent de"
    r"|venaient de|etai\w+) (?:\w+ )?(?:chang|modifi)\w*|changee?s?|modifiee?s?|different\w*)",
    r"(?:modifi|chang|remplac|corrig|rectifi|actualis)\w* (?:bien )?(?:de |d )?(?:le |l |votre "
    rf"|vos |les |un )?(?:\w+ )?{_DETAILS}{_NOT_OWN_AFTER}",
    rf"{_NOT_OWN_BEFORE}{_DETAILS} (?:n |ne )?(?:\w+ ){{0,3}}pas (?:le|la|les) memes?\b",
    rf"{_NOT_OWN_BEFORE}(?:nouve(?:l|au|lle)|autre|different\w*) (?:{_DETAILS}|compte (?:bancaire "
    r")?(?:a|en|au|de (?:votre|la|cette))\b)",
    rf"(?:comptes?|iban|rib|banque) (?:\w+ ){{0,2}}(?:en|au|aux|a l) {_LANDS}\b",
    r"(?:titulaire|intitule|beneficiaire|nom) (?:du compte |de l iban |affiche )?(?:\w+ "
    r"){0,3}(?:un certain|une certaine|bizarre|inconnue?|different|autre nom|pas (?:le |votre )"
    r"|ne correspond)",
    r"(?:mail|message|courrier|lettre|facture|site|page)\b[^.;?!]{0,60}\b(?:vos couleurs|votre "
    r"(?:logo|en ?tete|entete|charte|graphisme|visuel))|memes? (?:visuel|logo|en ?tete"
    r"|presentation|mise en page) (?:que|sur le mail)\b",
    r"(?:un|une) (?:type|mec|gars|dame|monsieur|homme|femme|fille|personne|conseiller\w*|agent"
    r"|certain\w*)\b[^.;?!]{0,30}\b(?:m ?a|nous ?a|m avait|nous avait) (?:\w+ )?(?:appel|contact"
    r"|ecri|telephon|dit|demand)\w*",
    r"(?:sur|vers) (?:un|1|l|un second|un deuxieme) ?autre compte|otre compte|compte (?:bis"
    r"|secondaire|d encaissement|provisoire|temporaire|sequestre|tiers|de secours)|votre (?:compte"
    r"|banque) (?:\w+ )?(?:a|est|etait|serait|avait|ete) (?:\w+ )?(?:bloque|ferme|clos|cloture"
    r"|gele|suspendu|audit)\w*|(?:modifi|chang)\w* (?:le|votre|de) compte",
    r"lien[^.;?!]{0,40}\b(?:texto|sms|whatsapp)\b|(?:texto|sms|whatsapp)\b[^.;?!]{0,40}\blien\b",
    r"sans (?:me |nous |se |trop |plus )*mefi\w+|(?=[^.;?!]*\b(?:rib|iban|compte bancaire|lien"
    r"|payee?s?|regl\w+|viree?s?|versee?s?)\b)(?:\w[^.;?!]*)?\b(?:(?:hamecon|phish|arnaqu"
    r"|escro[qc])\w*|faux (?:mail|rib|site|courrier|fournisseur|conseiller|agent)|usurp\w+)",
    r"(?:compte|rib|iban|banque en ligne|titulaire|beneficiaire)\b[^.;?!]{0,60}(?:bizarre|etrange"
    r"|louche|suspect\w*|curieux|pas l air)|(?:bizarre|etrange|louche|suspect\w*"
    r"|curieux)\b[^.;?!]{0,60}\b(?:compte|rib|iban|banque en ligne|neobanque|titulaire)\b",
    r"(?:votre|annonc\w+|signal\w+|indiqu\w+|inform\w+) (?:\w+ ){0,3}changement (?:de |d "
    r")(?:banque|compte|domiciliation|rib|iban|beneficiaire)(?! (?:chez nous|de notre|chez moi|de "
    r"mon))|vous (?:\w+ ){0,2}chang\w+ (?:de |d )(?:banque|compte|domiciliation|rib|iban)",
)
_IN_ENGLISH = words_in(
    # That our bank is another now, and what account was named for it.
    r"(?:the|your|its|their) bank(?:ers?|ing| account| details)? (?:has|had|have|is|was|were)"
    r" (?:\w+ )?(?:chang|mov|switch|differ|new\b)\w*(?! (?:its|their|the|my|our) (?:website|app"
    r"|opening|password|hours|system|token|card))|(?:you|they|he|she)(?: ?(?:d|ve|had|have|were"
    r"|are))? (?:chang|switch|mov)(?:ed|ing) (?:your )?(?:banks?|bankers)\b|(?:gave|give|given"
    r"|with|to|into|named|quoted)"
    r" (?:us |me )?(?:an|another|some|a) (?:\w+ )?(?:account|iban|bank) (?:in|at|with|of|from)"
    r" (?!our|my|the (?:post|same)|france\b)|(?:account|bank|iban) (?:in|from|of|held in) "
    r"(?:lithuania"
    r"|latvia|estonia|bulgaria|romania|poland|cyprus|malta|hong kong|dubai|portugal|hungary)",
    r"(?:to|into) (?:the|that) (?:account|iban|bank) (?:they|he|she|someone|somebody|the (?:caller"
    r"|lady|man|gentleman|voice|girl))\b|\b(?:caller|rang|phoned|called"
    r"|telephoned)\b.{0,60}\b(?:new|other|another|different) (?:account|bank|iban|details)",
    r"(?:paid|settled|sent|transferred|wired|payment|money|transfer)\b.{0,80}\b(?:on your behalf"
    r"|acting for you|claiming to|from your (?:collection|agent)|collections? (?:agency|firm"
    r"|company|house)|bailiff|debt collector)",
    r"(?:wrong|similar|same) (?:supplier|payee|beneficiary|account|company|vendor|name|line"
    r"|firm)\b|line (?:above|below)|instead of (?:to )?you\b|not (?:to )?you\b[^a-z]*$|by mistake "
    r"to",
    r"(?<!\bour )(?<!\bmy )(?:new|fresh|changed|updated|different|other|amended|revised) (?:bank"
    r" )?(?:account|details"
    r"|iban|sort code|bank\b)|change of bank|(?:account|details|iban|sort code) (?:\w+ "
    r"){0,4}(?:over the phone|by (?:text|email|e mail|phone)|emailed|e mailed|texted|dictated"
    r"|phoned)",
    r"(?:account|iban|(?:bank )?details|sort code)(?: number)? (?:that |which )?(?!(?:i|we|my|our"
    r"|your invoice|the invoice)\b)(?:\w+ ){1,3}(?:gave|sent|read out|passed|supplied"
    r"|provided)(?: on)?"
    r"(?: to)? (?:us|me)\b|(?:account|iban|bank details|details)(?: number)? (?:in|from|on)"
    r" your (?:\w+"
    r" ){0,2}(?:e ?mail|mail|message|text|sms)|paypal\b.{0,50}\b(?:gave|sent|texted|told)"
    r" (?:us|me)\b|to (?:the|your|a) (?:\w+ )?(?:liquidator|administrator|receiver)s?\b(?! of)",
    r"(?:cash|banknotes|notes)\b.{0,40}\b(?:driver|fitter|engineer|lad|bloke|guy|man|rep|salesman)"
    r"|(?:driver|fitter|lad|bloke|guy|rep|salesman)\b.{0,40}\b(?:in cash|cash)",
    r"(?:paid|payment|money|cheque|transfer|sent it|went)\b.{0,40}\bto (?:your |the |a )(?:former"
    r"|previous|old|head office of|subcontractor|franchis\w+|competitor|landlord|parent|agent"
    r"|factor)|made out to (?!you)",
    r"(?:paid|settled|pay|paying) (?:direct(?:ly)? )?(?:with )?(?:your|the) (?:\w+ "
    r")?(?:subcontractor|sub contractor|fitter|driver|plumber|builder|installer|agent|franchis\w+"
    r"|supplier|manufacturer|competitor|predecessor|landlord|lad|man)\b",
    r"(?:who|they|he|she) (?:said|told us|told me|claimed) .{0,40}(?:for you|your behalf|from your"
    r"|collect\w+|new)",
)
_AT_OUR_PLACE = (
    r"(?:(?<=chez )(?:nous|moi)\b|ete\b|fait (?:le|un|ce|son|l)\b|bon (?:prix|port|compte"
    r"|escient)\b|vous|toi|tort"
    r"|credit|temps|nouveau|reception|dates?|ce jour|jour|cette date|partir"
    r"|distance|hauteur|titre|moitie|midi|minuit|tous|cause|raison|terme|vue|terre|votre|vos|tes"
    r"|ton"
    r"|notre|nos|mon|ma|mes|son|sa|ses|leurs?|\d|lance|peu|part|bord|domicile|main|jamais|l "
    r"(?:instant|echeance|heure|amiable|avance|aide|ouverture|epoque|identique|accueil|agence|euro"
    r"|ancien|adresse|arrache|ordre|issue|aube|occasion|unite|automne|ete|hiver|atelier|entrepot"
    r"|arriere)"
    r"|la (?:fois|livraison|commande|date|fin|mi|main|suite|premiere|demande|place|reprise"
    r"|reception|caisse|boutique|compta\w*|banque|poste|perception|signature|rentree|seconde"
    r"|minute|caissiere|secretaire|dame de l|comptable|facture|toussaint|saint|jardinerie|semaine"
    r"|veille|va|hate|boulangerie|hauteur|traine|recre|maison)\b"
    r"|comptoir|comptant|magasin|depot|bureau|guichet|secretariat|salon|debut|mois|cours|plus"
    r"|moyen|telephone|tel|matin|soir|final|total|centime|passage|retour|fil|prix|detail|printemps"
    r"|moment|petit|lieu|dernier|premier|prochain|fur|jour|stand|pied|sujet|nom|lit|credit|debit"
    r"|pro|compte|lendemain|niveau|vol|calme|chaud|plaisir|noir|guichet|reveil|milieu|alentours"
    r"|comptable|tresor|travers|besoin|sein|bas|dos)\b"
)
_ANYWHERE_ELSE = words_in(
    r"(?:(?:pay|regl|vir|vers|sold|acquitt|credit|transfer)e(?:e|es|s)?|(?:virement|paiement"
    r"|reglement|versement)s?(?: \w+){0,2}? (?:parti|fait|effectue|passe|emis|alle|adresse)s?)"
    r"(?: (?!par\b|via\b|depuis\b|avec\b|pour\b|de\b|du\b|il\b|y\b|a\b|au\b|aux\b|n\b|sur\b|qui\b"
    r"|que\b|qu\b|et\b|grace\b|comptoir|vous\b|caisse|agence|suite|face)[a-z0-9]+,?){0,4}?"
    r" (?:directement )?(?:a|au|aux|chez|aupres d[eu]?s?|entre les mains d[eu]?s?)(?: une?| vos| "
    rf"l un de)? (?!(?:une? )?{_AT_OUR_PLACE})(?!\w+(?:er|ir|re)\b)[a-z]{{2,}}",
    r"(?:paye|regle|solde|verse|vire) (?:directement |a |aussi )?(?:maitre|me|mr?\.|monsieur"
    r"|madame|mme) [a-z]",
    r"(?:paye|regle|solde) (?:directement )?(?:a )?(?:votre|vos|le|l|un|la) (?:sous traitante?s?"
    r"|prestataires?|partenaires?|predecesseurs?|confreres?|huissier|franchis\w+|filiale"
    r"|cooperative|societe \w+ )\b(?! (?:qui a|a|m|nous|peut|est)\b)",
    r"(?:a|aux|chez) (?:vos|votre|le|les|l) (?:predecesseurs?|successeurs?|repreneurs?)",
    r"c est (?:a|chez) (?:elle|lui|eux|elles|la|le|l|cette|un|une) (?:\w+ ){0,3}qu(?:e|) (?!vous)",
    r"(?:profite|revenu|beneficie)(?:e|es|s)? a (?!vous|votre|notre|nos|mon|ma)|inver(?:sion"
    r"|se\w*) (?:\w+ ){0,3}(?:codes?|fiches?|fournisseurs?|comptes?|beneficiaires?|noms?)"
    r"|(?:a|au|chez|sur|vers) (?:un |l )?(?:autre|mauvais) (?:tiers|fournisseur|code|fiche)\b",
    r"(?:au nom|ordre) d(?:e|u|es|) ?(?:l entreprise|la societe|l ancien\w*|un particulier|une "
    r"personne|une autre|un autre|un tiers)",
)
_BY_WORD = (
    r"(?:coup de (?:fil|telephone)|telephon\w+|appel(?:e|ee|es)?|sms|texto|whatsapp|courriels?"
    r"|mails?|messages?|lettres?"
    r"|prevenue?s?|sommation|averti\w*|dit que|informe\w*)\b"
)
_OF_MONEY = (
    r"(?:plateforme|repren(?:ait|aient|drait|d) (?:\w+ ){0,3}(?:vos|votre)|repris (?:vos|votre)"
    r"|rachet\w+|cession|poste clients?|(?<!avoir )(?<!ai )(?<!avons )encaiss\w+|(?:ancien|autre"
    r"|nouveau|votre) compte|banque "
    r"differente|(?:concernant|sur) (?:la |votre |une autre )?banque"
    r"|en votre nom|domiciliation|etait clos|affactur\w+)"
)
_STORY = words_in(
    rf"{_BY_WORD}[^;?!]{{0,120}}\b{_OF_MONEY}", rf"{_OF_MONEY}\b[^;?!]{{0,120}}\b{_BY_WORD}"
)
_USUAL = any_of(
    r"habitu\w+|(?:la|votre|vos|cette) factures?|toujours|depuis (?:dix|des|le debut|\d+|longtemps"
    r"|cinq|deux|trois)|(?<!pas )(?:le|du) meme|meme (?:rib|iban|compte)|(?:ma|notre) (?:nouvelle "
    r")?banque"
    r"|(?:la|le) (?:banque|conseiller|banquier) (?:m|nous|a|voul\w+|me)|r?ajout\w*|chiffres?"
    r"|favoris|en memoire"
    r"|finissant|terminant|releve|(?:mon|ma|nos|notre|mes) (?:\w+ )?(?:rib|iban|compte|coordonnees"
    r"|carte)|bon (?:rib|iban)"
)
_ANY_DETAILS = words_in(
    r"(?:ibans?|ribs?\b|numeros? de compte|coordonnees bancaires|references bancaires|(?:autre"
    r"|nouvelle|cette) banque|banque (?:differente|indiquee)"
    r"|compte ouvert|titulaire du compte)"
)
_BESIDE = any_of(
    r"(?:j |je |on |nous |ai |avons |a )+(?:d abord|aussi|egalement|deja du)\b|(?:mon|ma|un|notre"
    r"|une) (?:client\w*|voisin\w*|locataire|copain|ami\w*|collegue|fils|frere) (?:\w+ )?(?:a"
    r"|avait|s est|ont)\b"
    r"|(?:comme|ainsi que|autant que) (?:a |chez |pour )?(?:edf|l urssaf|les autres)"
)
_BOOKED = any_of(
    r"(?:affecte|impute|rattache|lettre|classe)\w*\b|(?:rejet|relance|impaye|incident|retard"
    r"|erreur)"
    r"\b[^.;]{0,40}\b(?:concern\w+|vis\w+) (?:un |une |l |le |notre |mon )?homonymes?\b|(?:mon"
    r"|notre|mes|nos) homonymes?\b"
    r"|(?:vous )?(?:aviez|avez) retrouve"
)
_CARRIED = any_of(r"cheques?\b(?!.{0,60}(?:ordre|nom d))")
_YOUR_PEOPLE = any_of(
    r"(?:votre|vos) (?:\w+ )?(?:livreu\w+|chauffeur|collegue|accueil|secretaire|comptab\w+"
    r"|caissi\w+|agence"
    r"|comptoir|magasin|technicien\w*|poseur|vendeu\w+)|accueil|comptoir|guichet|secretariat"
)
# "LCR passée au CIC": the bank that pays it.
_AT_MY_BANK = any_of(
    r"(?:lcr|traite|effet|lettre de change|prelevement|sepa)\b[^.;]{0,30}\b(?:pass|present|debit"
    r"|honor"
    r"|domicili|prelev)\w* (?:a|au|a la|chez|sur le|par le|par la) (?:cic|lcl|bnp|credit \w+"
    r"|caisse d"
    r" epargne|banque \w+|societe generale|hsbc|boursorama)\b"
)
_STILL = any_of(r"(?:pour vous|votre|vos|vous|chez eux)\b")


_SOMEBODY_NAMED = re.compile(
    r"(?:[Rr][ée]gl[ée]|[Ss]old[ée]|[Pp]ay[ée]|[Pp]aid|[Ss]ettled)[^.;!?]{0,30}\b(?:avec|with) "
    r"(?:[A-Z][\w-]+ ?){1,4},? "
    r"(?:qui|dont|who|which) (?!a (?:valid|sign|fait le vir))"
)


# Our own people took it, and gave a paper of ours for it.
WITH_A_PAPER = any_of(
    r"(?:votre|vos) (?:livreu\w+|chauffeur|vendeu\w+)\b[^.;]{0,40}\b(?:contre (?:un )?recu"
    r"|j ai (?:le|un|son) recu|m a (?:fait|signe|donne) un recu)\b",
    r"(?:votre|vos) (?:livreu\w+|chauffeur|vendeu\w+)\b[^.;]{0,60}\b(?:il"
    r"|elle) m a (?:meme )?(?:fait"
    r"|signe|donne) un recu\b",
    r"(?:au|a la|a l) ?(?:magasin|comptoir|caisse|boutique|accueil|guichet|agence|secretariat)\b"
    r"[^.;]{0,60}\brecu\b[^.;]{0,20}\bsigne (?:de|par) (?:votre|vos|un de vos|une de vos)\b",
    r"cheque\b[^.;]{0,80}(?:a la dame|au monsieur|a la personne|a la jeune femme) (?:de l |du "
    r"|a l )"
    r"(?:accueil|comptoir|guichet|secretariat)\b",
    r"(?:votre|vos) (?:livreu\w+|chauffeur|vendeu\w+|technicien\w*|commercial\w*)\b[^.;]{0,60}"
    r"\b(?:carte|terminal|tpe)\b[^.;]{0,40}\b(?:ticket|recu|facturette)\b"
    r"|(?:carte|cb)\b[^.;]{0,40}\b(?:votre|vos) (?:livreu\w+|chauffeur|vendeu\w+|technicien\w*)"
    r"[^.;]{0,40}\bterminal\b[^.;]{0,40}\b(?:ticket|recu|facturette)\b",
)


# "Une mention subrogative au profit de Nordia Factor": from then on the factor alone may be paid.
_CEDED = words_in(
    r"subrog(?:ati|atoi|ee?s?\b|ation)\w*(?!.{0,30}\b(?:assur|levee))|(?:quittances?|bordereaux?"
    r"|cession\w*) (?:de (?:vos |votre |la |cette )?)?(?:subrogati\w+|dailly|creances?\b)"
    r"|(?:votre|vos|la|cette|les) (?:factures?|creances?) (?:\w+ ){0,4}?(?:cede|transfere|mobilise"
    r"|vendu|apporte|confie)e?s? (?:a|au|aux|aupres|chez)\b"
    r"|vous (?:l |la |les |nous )?avez (?:\w+ )?(?:cede|transfere|mobilise|vendu)e?s? (?:la|les"
    r"|vos|votre|cette)? ?(?:factures?|creances?)"
    r"|(?<!notre )(?<!mon )(?<!nos )(?:votre |vos |un |une |leur |au |la societe d )"
    r"(?:factor|affactur\w+)\b"
    r"|(?<!par )(?:le |du |l |la )(?:factor|affactureur|(?:organisme |societe )?cessionnaire)\b"
    r"(?! (?:se|s|(?:ne |n )?(?:nous|m|me)|a (?:tarde|debloque|traine|retard)\w*|tarde|traine"
    r"|debloque)\b)",
    r"(?:pay|regl|vir|vers|sold|acquitt)\w*\b[^.;?!]{0,70}\b(?:et|mais) (?:non|pas) (?:a |aupres de"
    r" |chez )?(?:vous(?: memes?)?|votre (?:societe|entreprise|maison|etablissement))(?= *(?:$"
    r"|[.,;!)]))",
    r"paiement (?:\w+ ){0,2}liberatoire|(?:votre|le|au|du) (?:factor|affactureur|cessionnaire)\b"
    r"(?! (?:vous|nous|a (?:deja )?(?:confirme|rendu|rejete|main leve)))",
    r"(?:factoring|assign(?:ed|ment)|subrogat\w+)\b.{0,80}\b(?:paid|settled|discharge\w*|payment)"
    r"|(?:paid|settled|payment|discharge\w*)\b.{0,80}\b(?:factoring|factors?\b|assignee|assigned "
    r"to)",
)
# "La LCR a été payée, mais pas par nous": whose money it was nobody knows.
_BY_NOBODY_KNOWN = words_in(
    r"(?:pas|ni|non|jamais) par (?:nous|moi|notre (?:societe|entreprise|association|maison"
    r"|boite))\b",
    r"(?:mais|et)? ?(?:pas|non) (?:chez nous|(?:de|depuis|sur) (?:notre|nos|mon) (?:compte|banque"
    r"|caisse)s?|avec notre argent)\W*$",
    r"par (?:qui|quelle (?:societe|boite|entreprise|maison))\b[^.;?!]{0,40}\b(?:sai[st]|savons"
    r"|ignor\w+|mystere|aucune idee|dire)\b|(?:sai[st]|savons|ignor\w+|dire) (?:\w+ ){0,2}?par"
    r" qui\b",
    r"(?:paye|regle|sold|acquitt|vire|honore|debit)e?e?s? (?:\w+ ){0,3}?par (?:erreur par )?(?:on"
    r" ne"
    r" sait|quelqu un d autre|un (?:autre|inconnu|tiers|homonyme)|une autre|d autres|personne"
    r" chez)",
)
_BY_ANOTHER_LEAVES = any_of(
    r"par (?:l |le |la |les )?(?:mon|ma|mes|notre|nos|son|sa|siege|compta\w*|comptable|banque"
    r"|tresor\w*|holding|mairie|service|direction|associee?|gerante?|patronn?e?)\b(?! (?:societe"
    r"|entreprise|association|maison|boite)\b)|c est (?:l |le |la )?(?:mon|ma|notre|nos|siege"
    r"|compta\w*"
    r"|holding|mairie|gerante?|patronn?e?)",
    r"(?:une? autre|tiers)(?: de (?:nos|mes) \w+| (?:service|compte|associee?|collegue|entite du"
    r" groupe|filiale du groupe|banque|agence))",
)


def tells_of_somebody_else(text: str) -> bool:
    """Whether a sentence of one who has paid tells that somebody else has the money."""
    papered, moved = says(text, WITH_A_PAPER), moved_bank(text)
    return any(
        _to_somebody_else(each, papered=papered, moved=moved)
        or _CEDED.search(each.folded)
        or (_BY_NOBODY_KNOWN.search(each.folded) and not _BY_ANOTHER_LEAVES.search(each.folded))
        for each in sentences(text)
    )


def promises_to_somebody_else(text: str) -> bool:
    """Whether a sentence of one who promises names another house that is to have the money."""
    return any(
        _TO_A_HOUSE.search(each.folded)
        or _IN_YOUR_NAME.search(each.folded)
        or _CEDED.search(each.folded)
        for each in sentences(text)
        if not _BESIDE.search(each.folded)
    )


def tells_of_other_details(text: str) -> bool:
    """Whether a sentence of one who has paid tells of details that an invoice doesn't show."""
    moved = moved_bank(text)
    told = (without_own_banking(each.folded, moved=moved) for each in sentences(text))
    return any(_of_other_details(words) for words in told)


_ASK_HIM = any_of(r"demandez (?:lui|leur)\b")
_NO_DETAILS = any_of(
    r"traitee?s? d escro[qc]\w*",
    r"enveloppe(?: \w+){0,4} (?:votre|vos) (?:en tete|entete|logo|couleurs)",
    r"(?:bordel|bazar|cirque|plaie|galere|honte|misere|enfer|incapables?|catastrophe) (?:de |que )?"
    r"cette banque",
)
"""An envelope that bears our name, an outcry about one's own bank."""


def _of_other_details(words: str) -> bool:
    words = _NO_DETAILS.sub(" ", words)
    if _DICTATED.search(words):
        return True
    return bool(_ANY_DETAILS.search(words) or _STORY.search(words)) and not _USUAL.search(words)


def _to_somebody_else(sentence: Sentence, *, papered: bool, moved: bool) -> bool:
    words = without_own_banking(sentence.folded, moved=moved)
    if papered:
        words = _ASK_HIM.sub(" ", words)
    if _AS_A_SWINDLER_ASKS.search(words):
        return True
    if _LEFT_WITH.search(words) and not _YOUR_PEOPLE.search(words):
        return True
    if _WRONG_LINE.search(words) and not _BOOKED.search(words):
        return True
    if any(each.search(words) for each in (_IN_YOUR_NAME, _IN_ENGLISH, _CEDED)):
        return True
    if _NAMED_HOUSE.search(sentence.raw) or _SOMEBODY_NAMED.search(sentence.raw):
        return True
    if _ANYWHERE_ELSE.search(words) and not any(
        each.search(words) for each in (_BESIDE, _BOOKED, _CARRIED, _AT_MY_BANK)
    ):
        return True
    told = _TO_A_HOUSE.search(words) or _GIVEN_TO.search(words)
    return bool(told) and not (_BESIDE.search(words) and not _STILL.search(words))


_NAMED_HOUSE = re.compile(
    r"(?:[Pp]ay[ée]|[Rr][ée]gl[ée]|[Vv]ir[ée]|[Vv]ers[ée]|[Ss]old[ée]|[Vv]irement|[Pp]aiement"
    r"|[Rr][èe]glement|[Cc]h[èe]que|[Pp]aid|[Ss]ettled)"
    r"[^.;!?]{0,50}\b(?:à|chez|auprès de|vers|to|with) (?:[A-Z]\w+ ){1,3}"
    r"(?:Distribution|Mat[ée]riaux|Services?|Affacturage|Factor\w*|Partenaires?|Fr[èe]res"
    r"|Recouvrement|Gestion|Conseil|Paysages?"
    r"|Groupe|Holding|SARL|SAS|SA|SNC|EURL|Solutions|Industries?|Manutention|Transports?"
    r"|[ÉE]lectricit[ée]|Plomberie|Collections?|Recover\w+|Ltd|Limited|& \w+|et Fils|Cr[ée]dit"
    r"|Finance\w*|Invest\w*)\b"
)
