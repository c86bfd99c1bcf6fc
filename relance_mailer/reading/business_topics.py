"""What an unsought message may be about that is no claim: orders, offers, notices, invitations.

Each matter is a family of marks, and says how many different marks make it out. A text that says
nothing of claims or money needs no more; one that does needs one mark more, and none of the
sentences by which a debtor takes a stand. What sounds like a grievance, a promise or a farewell
is never other business: a debtor's word taken for advertising would be lost.

Takes: "Quel serait votre meilleur tarif pour 300 m² de gazon ?", "Du 3 au 31 mars, -40 %."
Leaves: "Les chariots livrés sont voilés", "Le prix du catalogue était de 12 €, pas 15."
"""

import re
from dataclasses import dataclass

from relance_mailer.reading.gates import Gated, gated
from relance_mailer.reading.intents.phrases import fold

TEXT_MAX = 6_000
"""Characters that are looked at; a longer text than that is a newsletter by other marks."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Matter:
    """A sort of business with its marks: so many different ones make it out."""

    name: str
    asked: int
    marks: tuple[Gated, ...]


def _matter(name: str, asked: int, *marks: str) -> Matter:
    return Matter(name=name, asked=asked, marks=tuple(gated(rf"\b(?:{one})") for one in marks))


_GOODS = (
    r"(?:sacs?|cartons?|palettes?|rouleaux|bidons?|caisses?|bouteilles?|litres|kg|m2|metres|unites"
    r"|paquets?|boites|tonnes|exemplaires|units|boxes|bags|pallets?)\b"
)
_THING = (
    r"(?!duplicata|copie|facture|releve|rib\b|preuve|justificatif|avoir\b|geste|delai|echeancier"
    r"|echelonnement|arrangement|original|temps\b|report\b)"
)

MATTERS = (
    _matter(
        "order",
        1,
        r"(?:ci joints?|ci jointe|en piece jointe|veuillez trouver|vous trouverez|voici|please find"
        r"|je vous (?:envoie|transmets|adresse|joins)|find attached) (?:\w+ ){0,4}(?:commandes?\b"
        r"|quantites\b|purchase order)",
        r"(?:souhait\w+|voudr\w+|aimer\w+|desir\w+|besoin de|il (?:me|nous) fau\w+) (?:\w+ ){0,2}"
        r"(?:commander|reserver|louer|acheter|acquerir)\b",
        r"il (?:me|nous) (?:faudrait|faut|reste) (?:\w+ ){0,2}(?:un (?:prix|tarif|devis)\b"
        rf"|(?:\d+|deux|trois|quatre|cinq|six|dix|douze) (?!jours|mois|semaines|euros|h\b|fois)"
        rf"{_THING}\w+)",
        r"(?:quels? (?:est|sont|serai\w*)|votre|vos|un|meilleurs?) (?:(?:votre|vos|le|les"
        r"|meilleurs?)"
        r" ){0,2}(?:prix|tarifs?) (?:\w+ ){0,2}pour\b|demande de (?:devis|prix|tarifs?"
        r"|renseignements?)|(?:chiffrer|chiffrage d|price (?:for|of) (?:a|an|\d|one)|quotation"
        r"|quote"
        r" for|price list)\b|remettre (?:une|votre|la meilleure) (?:offre|proposition)"
        r"|(?:etablir|faire|envoyer|adresser|avoir|faire parvenir) un devis",
        r"(?:pouvez|pourriez|pouvons|pourrions) (?:vous|nous) (?:nous |me |m |en )*(?:livrer"
        r"|reserver"
        r"|chiffrer|mettre de cote|remettre (?:\d|dix|deux|trois|un carton))",
        r"(?:merci (?:de|d)|priere de|veuillez) (?:nous |me )?(?:livrer|reserver"
        r"|decaler la livraison"
        r"|reporter la livraison|confirmer (?:la disponibilite|le delai de)"
        r"|envoyer .{0,20}echantillons?)",
        r"(?:decaler|avancer|reporter|reprogrammer) (?:la |notre |votre |l )?(?:livraison|visite"
        r"|intervention|rendez vous de|enlevement)",
        r"(?:avez vous|auriez vous|vous avez|l avez vous) (?:\w+ ){0,3}en stock"
        r"|delai de (?:livraison"
        r"|fabrication)|(?:vendez|livrez|louez|proposez|fabriquez) vous\b(?! un (?:eche|arr|del))"
        r"|vous (?:faites|vendez|louez) (?:aussi|egalement|encore|toujours)"
        r"|do you (?:ship|sell|offer|deliver|stock)|existent? (?:t )?(?:ils?|elles?) en"
        r"|lead time|place an order",
        r"(?:la|les|votre|une|vos) (?:fiches? (?:techniques?|de securite)"
        r"|declarations? de conformite"
        r"|certificats? de conformite|notices? d (?:utilisation|emploi)|nuancier)"
        r"|prendre les (?:cotes|mesures)|passer (?:prendre les|les chercher)"
        r"|releve (?:du|de votre) compteur",
        rf"(?:livraison|livrer|commande|prevoyez|prevoir|quantites|reassort|reappro\w*)\b.{{0,60}}"
        rf"(?:\d|deux|trois|dix|cent) {_GOODS}|\d+ {_GOODS}.{{0,60}}(?:livraison|livre[rz]|a "
        "livrer)"
        rf"|\d+ {_GOODS}(?:[^.!?]{{0,30}}\d+ {_GOODS})",
        r"(?:prevoyez|prevoir) (?:\w+ ){0,2}(?:bennes?|camions?|grues?|nacelles?|quai)\b"
        r"|chantier (?:demarre|commence|debute)|poste de garde|(?:technicien|equipe|monteur)"
        r" (?:peut|pourrait|peuvent) (?:il|elle|ils) (?:venir|passer)",
        r"(?:consultation|appel d offres) .{0,60}(?:offre|dossier|remise)"
        r"|invit\w+ a (?:nous )?remettre"
        r" une offre",
    ),
    _matter(
        "offer",
        2,
        r"fabricante?s?\b|grossiste|courtier|manufacturer|wholesale\w*|supplier of|our factory"
        r"|distributeur (?:de|officiel|exclusif)|pilote de|specialis\w+ (?:dans|en|de)"
        r"|leader (?:de|du"
        r"|en)\b|certifiee? qualiopi|(?:\d+|dix|quinze|vingt) (?:ans|annees|years) (?:d "
        r"|of )experience",
        r"(?:notre|nos|our) (?:societe|agence|cabinet|equipes?|experts?|consultants?|juristes"
        r"|conseillers|logiciels?|solutions?|plateforme|gamme|produits|offres?|outil|application"
        r"|catalogue|collection|formules?|platform|team|software|products|services?|application"
        r"|etude|prestations)\b",
        r"(?:nous|on|je) (?:vous )?(?:proposons|propose|realisons|realise|accompagnons|accompagne"
        r"|aidons"
        r"|intervenons|livrons les|equipons|fournissons|concevons|fais economiser|aide les"
        r"|recuperons)\b"
        r"|we (?:help|offer|supply|provide|are a)\b|vous (?:aident|aide|accompagnent?"
        r"|permet\w*) (?:a|de)\b",
        r"gratuit\w*|(?<!etait )offerte?s?\b|sans engagement|free (?:samples?|trial|quote)"
        r"|samples are free"
        r"|satisfait ou rembourse|aucun frais|sans frais de dossier",
        r"(?:en )?promo(?:tion)?s?\b|soldes d|destockage|prix d usine|prix casses|ventes? privees?"
        r"|jusqu a (?:moins )?-?\d+ ?%|moins \d+ ?%|-\d+ ?% (?:sur|de)|(?:a partir d|des"
        r"|demarre a) \d+"
        r" ?(?:€|euros|eur)|offre (?:speciale|exceptionnelle|limitee|de lancement)|bons? plans?\b"
        r"|(?:remise|reduction|rabais) de \d+ ?%|nos conditions pour|discounts?\b|economis\w+ "
        r"(?:en moyenne|jusqu)",
        r"profitez|decouvrez|commandez (?:en ligne|des|vite)|rendez vous sur (?:notre|nos|www)"
        r"|contactez nous|demandez (?:votre|un|une)|recevez (?:un|une|votre|vos|nos)|en savoir plus"
        r"|reabonnez vous|abonnez vous|inscrivez vous|reservez|telechargez"
        r"|envoyez nous votre derniere",
        r"(?:puis|pourrais|may|can) (?:je|i) (?:passer|vous (?:appeler|transmettre|presenter"
        r"|envoyer|proposer)"
        r"|send you)|on en parle|quand pourrions nous|(?:souhaitez|voulez) vous (?:une|un|recevoir"
        r"|en)\b"
        r"|worth a (?:chat|call)|(?:un|une) (?:simulation|demonstration|demo|comparatif|echange"
        r"|etude)\b"
        r"|quinze minutes|\d\d minutes|quick (?:question|chat|call)|un besoin en ce moment",
        r"(?:gerer|manage) (?:mes|vos|your)|se (?:desabonner|desinscrire)|unsubscribe"
        r"|nouveautes? (?:de|du)"
        r"|gagne[rz]? (?:du temps|\w+ heures)|votre operateur|fibre pro|mise en service",
        r"came across|j ai (?:vu|visite|remarque|decouvert) (?:\w+ ){0,2}(?:votre|vos|site)"
        r"|en visitant"
        r"|companies like yours|votre secteur|vos (?:voisins|concurrents|locaux|salaries|ventes"
        r"|vehicules)"
        r"|votre (?:visibilite|referencement|site (?:internet|web)|telephonie|flotte|mutuelle"
        r"|energie)|aux? (?:pme|tpe|artisans|professionnels|entreprises)\b|dear (?:manager"
        r"|purchasing)|business cooperation",
        r"recuper\w+ (?:\w+ ){0,3}(?:factures impayees|creances|impayes)|qu en cas de succes"
        r"|au resultat\b|facturation electronique|plateforme agreee|en conformite"
        r"|location longue duree|complementaire sante|sites? vitrines?|vues? aeriennes?",
    ),
    _matter(
        "letter_to_many",
        1,
        r"au sommaire|bonne lecture|lire la suite|lire l article|read more|(?:weekly|monthly|daily)"
        r" digest|new this week|note d actualite|info adherents|la lettre d(?:e|u"
        r"|es)? (?:\w+ )?(?:jan|fev"
        r"|mar|avr|mai|jui|aou|sep|oct|nov|dec|la|l)\w*",
        r"(?:gerer|manage) (?:mes|vos|your) (?:abonnements?|preferences)|(?:pour )?ne plus recevoir"
        r" (?:cette|nos|ces|notre)|quitter la liste|se (?:desabonner|desinscrire)|unsubscribe",
        r"chers? (?:adherents?|abonnes?|lecteurs|membres|partenaires|parents|sociétaires"
        r"|societaires"
        r"|coproprietaires|riverains|exposants)\b|cheres? adherentes?|dear (?:members|subscribers"
        r"|readers)",
    ),
    _matter(
        "parcel",
        2,
        r"(?:votre|le|ce|your) (?:colis|paquet|parcel|pli)\b",
        r"suiv(?:i|ez)[^.]{0,20} (?:en ligne|colis|livraison|le\b)|numero de suivi|tracking"
        r"|point relais"
        r"|avis (?:de passage|d expedition)|modifiez la livraison",
        r"(?:sera|seront) (?:\w+ )?(?:livre|presente|expedie|enleve)\w*|arrive demain|livraison"
        r" (?:reprogrammee|prevue)|will be delivered|a ete expedie\w*",
        r"nous vous informons|marchandise|prevoir un quai|munissez vous|bureau de poste|vous attend"
        r"|votre destinataire",
    ),
    _matter(
        "notice",
        2,
        r"(?:espace|messagerie) (?:client|personnel|pro\b|professionnel|entreprise|en ligne|abonne"
        r"|adherent|securise)|connectez vous|(?:sur|dans) (?:le|votre) (?:portail|espace"
        r"|compte en ligne)",
        r"(?:est|sont) (?:desormais |maintenant )?(?:disponibles?|installee?|a transmettre)\b"
        r"|nouveau document"
        r"|nouveau message|is (?:now )?available|doit etre (?:transmise?|deposee?|renouvelee?)"
        r"|doivent etre deposes",
        r"vous avez recu un virement|virement recu|sur (?:le|votre) compte (?:se terminant|n)",
        r"(?:releve|extrait) (?:de compte|d [a-z]+|bancaire)|votre conseill\w+"
        r"|vos comptes (?:pro\w*|annuels)"
        r"|conditions tarifaires|brochure tarifaire|alerte\b|carte bancaire|nouveau conseiller"
        r"|agence de",
        r"declaration (?:sociale|de tva|fiscale|annuelle|mensuelle)|votre declaration|teledecla\w+"
        r"|\bcfe\b"
        r"|urssaf|impots?\b|dgfip|avis d imposition|insee|attestation (?:annuelle|fiscale|de)"
        r"|depot des comptes|depos\w+ (?:au greffe|vos demandes)|prise en charge en ligne",
        r"enquete (?:sectorielle|annuelle|de satisfaction)|enquete annuelle|questionnaire"
        r"|dont la reponse est obligatoire"
        r"|a ete selectionnee? pour",
        r"prefet|prefecture|la mairie|travaux de (?:voirie|reseaux?)|travaux auront lieu",
        r"arrete (?:municipal|prefectoral|limitant|du maire)|un arrete\b|auront? lieu|circulation"
        r" (?:sera|alternee)|stationnement (?:sera )?interdit|coupure (?:d eau|d electricite"
        r"|de courant)|usages de l eau",
        r"visite medicale|medecine du travail|sante au travail",
        r"convocation|convoques? a|est fixee? (?:au|le)",
        r"(?:vos )?droits a la formation|budget formation|opco\b|formation des entreprises",
        r"maintenance (?:programmee|planifiee)",
        r"intervention sur (?:nos|vos|les) serveurs|indisponibles?"
        r" quelques|mise a jour (?:\d|de nos|disponible)|version \d|note de version",
        r"sauvegardes? (?:\w+ ){0,5}(?:terminee?s?|reussies?|sans erreur|echouee?s?)|espace utilise"
        r"|rapport (?:hebdomadaire|mensuel|quotidien)",
        r"mot de passe|nouvelle connexion|code de (?:verification|securite)"
        r"|double authentification",
        r"connexion a votre compte|si c etait (?:bien )?vous|si vous n etes pas a l origine"
        r"|ignorez ce",
        r"vous a mentionne|a (?:commente|partage)\b|ouvrir le document|vous invite a rejoindre"
        r"|invitation a (?:rejoindre|collaborer)|vous a ajoutee?",
        r"(?:votre )?abonnement (?:\w+ ){0,6}(?:se termine|arrive a echeance|expire|sera renouvele)"
        r"|certificat (?:ssl|expire)|nom de domaine|renouvellement (?:automatique|de votre)",
    ),
    _matter(
        "job",
        1,
        r"mon (?:cv|curriculum)|lettre de motivation|my (?:resume|cv)\b|cover letter"
        r"|hiring manager",
        r"candidature (?:spontanee|comptable|au|pour|a l|en|stage)|ma candidature"
        r"|application for \w+",
        r"(?:recherche|cherche|a la recherche) (?:d )?(?:un |une )?(?:stage|alternance"
        r"|apprentissage|contrat d app|entreprise d accueil|poste|emploi)",
        r"stage d observation|stage (?:de )?(?:3|troisieme)|titulaire d un|etudiante? en"
        r"|rejoindre votre"
        r" (?:equipe|entreprise|societe)|votre (?:annonce|offre d emploi)",
        r"profils? (?:disponibles?|pour vous)|sont disponibles des lundi|caristes?\b"
        r"|en veille active"
        r"|annees d experience|son parcours|agence d interim",
    ),
    _matter(
        "invitation",
        1,
        r"(?:plaisir|joie|honneur) de vous (?:convier|inviter|accueillir|recevoir)"
        r"|vous (?:convi\w+|invit\w+)"
        r" (?:cordialement )?(?:a (?:son|notre|nos|leur|l inauguration|la|une?|participer|decouvrir"
        r"|assister)|au|aux)\b(?! (?:regl|pai|relect|respect))",
        r"inauguration|portes ouvertes|petit dejeuner (?:debat|d)|autour d un verre|vernissage"
        r"|entree libre"
        r"|badge (?:visiteur|exposant)|plan des halls|sortie scolaire|pique nique"
        r"|reponse souhaitee avant",
        r"(?:notre|nos|pour (?:le|la)|le|organis\w+ (?:sa|son|ses|une?|la)) (?:loto|tombola"
        r"|tournoi|kermesse|gala|vide grenier|marche de noel)s?\b"
        r"|lots? a (?:offrir|gagner)|offrir un lot|cherch\w+ des (?:lots|partenaires"
        r"|sponsors|benevoles)|votre logo|pour les maillots",
        r"convoques? a l assemblee|assemblee generale (?:des|ordinaire|de la copro)",
    ),
    _matter(
        "greetings",
        1,
        r"(?:toute l equipe|nos equipes|la direction|l ensemble d\w+) .{0,60}(?:vous (?:souhait"
        r"|present"
        r"|adress)\w+) .{0,60}(?:v.ux|annee|fetes|noel)",
        r"chers? clients?(?:,| et).{0,80}(?:annee|fetes|noel|v.ux|fidelite|confiance)",
    ),
    _matter(
        "reorganised",
        2,
        r"nous (?:demenageons|avons demenage|changeons d adresse|emmenageons)|nos (?:bureaux"
        r"|locaux|ateliers)"
        r" .{0,40}s installent|(?:change|changeons) de (?:nom|denomination)|devient \w+",
        r"(?:nouveaux?|nouvelle) (?:horaires|site internet|locaux|identite|logo)|identite visuelle"
        r"|vous accueille|sans interruption|heureux de vous (?:annoncer|accueillir|informer)",
        r"(?:nos|les|vos) (?:coordonnees|numeros|interlocuteurs|contacts)\b.{0,30} (?:changent"
        r"|restent)"
        r"|a compter du|a partir du|desormais|s installent",
    ),
    _matter(
        "private",
        2,
        r"bisous?\b|bises?\b|biz\b|je (?:t|vous) embrasse|love you",
        r"coucou\b|salut ma|ma (?:grande|belle|cherie|puce|vieille|poule)|mon (?:grand|cheri|vieux"
        r"|poulet)",
        r"papa|maman|mamie|papi\b|tonton|tata|les enfants|la famille|les cousins",
        r"anniv\w*|gateau|dessert|apero|crepes|barbecue|raclette|resto|rando|places? de (?:concert"
        r"|cine)"
        r"|vacances|photos de|film\b|match\b",
        r"on se voit|tu (?:penses|viens|as vu|me|peux|fais)|t as\b|t es\b|vous venez",
    ),
)

_OF_A_CLAIM = gated(
    r"\b(?:factur(?!ation electronique)\w*|fact\b|pa(?:ie|ye|yo|ya|yi|i\b)\w*"
    r"|regl(?!ement interieur|ementa)"
    r"\w*|virement\w*|vir(?:e|es|er|ee?s?|ons|erai)\b|vers(?:e|er|es|ee?s?|ons|erai|erons|ement)\b"
    r"|cheques?|chq|relanc\w*|rappel(?!ons que vos)\w*|impay\w*|litig\w*|demeure\b"
    r"|(?<!arrive a )echeanc\w*|malgre|dois|devons"
    r"|dues?\b|dett\w*|creanc\w*|sommes? (?:due|de|d)\b|montants?|solde\b|argent|fric\b|rond\b"
    r"|avoir de|contest\w*|refus\w*|huissier\w*|commissaire de|avocat\w*|tribuna\w*|liquid\w*"
    r"|redressement|sauvegarde (?:judi|de l)|procedure\w*|erreur\w* (?!permanente)|rib\b|iban"
    r"|mandat(?:e|ons)\w*"
    r"|(?:en|ce|notre|votre) retard|dossier (?:de|en|n|a|est)\b|reclam\w*|votre (?:courrier|lettre"
    r"|mail|message|courriel)"
    r"|acompte|mensualit\w*|prelev\w*|rembours\w*|harcel\w*|arnaq\w*|vol(?:eurs?)?\b|penalit\w*"
    r"|interets?\b|plainte|en plusieurs fois|\d fois\b|echelonn\w*|invoices?|pa(?:y|id)\w*|overdue"
    r"|owe\w*"
    r"|transfer\w*|remind\w*|settle\w*|dispute\w*|rechnung\w*|zahl\w*|bezahl\w*|uberweis\w*"
    r"|factura\w*"
    r"|pag[aoh]\w*|fattur\w*|bonific\w*|tresorerie|contentieux|\d+ ?€|\d+ euros?\b)"
)
_OF_A_GRIEVANCE = gated(
    r"\b(?:jamais|(?:pas|plus) (?:encore |ete |bien )?(?:recue?s?|livree?s?|arrivee?s?|conformes?"
    r"|commandee?s?|fini\w*|termine\w*|faite?s?|prevue?s?|valable)|non (?:conforme|livre)\w*"
    r"|manqu\w+|cass\w+"
    r"|abim\w+|defect\w+|defaut\w*|en panne|panne\b|voilee?s?|fuit\b|fuites?\b|rayee?s?"
    r"|(?:ne|n) (?:\w+ )?(?:marche|fonctionne|repond|tient|va)\w* (?:pas|plus)|mauvais\w*"
    r"|incomplet\w*"
    r"|inaccept\w*|inadmiss\w*|honte|arrete[rz]\b|stop\b|oublie[rz]?\b|laisse[rz] (?:moi|nous|mon)"
    r"|retire[rz] (?:moi|mon)|supprime[rz]|tant que|avant d(?:e)? (?:payer|parler|reclamer|envoyer"
    r"|signer)"
    r"|(?<!puis )(?:je|on|nous) (?:vous )?(?:transmet\w*|regarde\w*|m en occupe|verifie\w*"
    r"|tiens? au courant"
    r"|comprend\w*|confirme\w*|rappelle\w*)|c est (?:note|bon(?! pour moi)|fait|promis|moi|nous"
    r"|pas|faux)|promis\b|ca part"
    r"|part(?:ira)? (?:demain|ce|lundi|mardi|mercredi|jeudi|vendredi|hier)|deced\w+|dece(?:s|de)\b"
    r"|hopital"
    r"|obseques|ferme\w* definitivement|fermeture definitive|cess(?:e|er|ation|ons|ed)\b"
    r"|vendu (?:le|mon|ma)"
    r"|repreneur|tut(?:eur|rice|elle)\b|curat\w+|faillite|desolee?s?|pardon|excus\w+"
    r"|geste commercial"
    r"|resili\w+|comme (?:convenu|promis|prevu)|arrangement|bloqu\w+|en attente d|conteste\w*"
    r"|annul\w+"
    r"|je reprends|(?:elle|il) est partie?|alors que|or (?:je|nous|on)\b|av(?:ait|iez) (?:assure"
    r"|promis|dit)"
    r"|gdpr|rgpd|personal data|donnees personnelles|take me off|remove me|pourquoi|au lieu d"
    r"|contrairement|comprends? pas|n avons pas|n ai (?:pas|rien)|sans (?:votre"
    r"|vos) (?:attestation|accord)"
    r"|nous n |je n |plus client|wrong|never|damaged|broken|faulty|missing|ceased|closed down"
    r"|sorry|stop)\b"
)
# Neither the price of what is offered nor what a product does says anything of a claim.
_PRICED = re.compile(
    r"\b(?:relances (?:par sms|automati\w+|clients)|(?:delais|moyens?) de paiement|paiement (?:en"
    r" (?:ligne|\d fois)|securise)|gerer (?:mes|vos|ses) (?:abonnements?|preferences|factures))\b"
    r"|\b(?:a partir de|des|demarre a|pour|seulement|au prix de|moins de) \d[\d ]*(?:,\d\d)? ?(?:€"
    r"|euros?)"
)
_DUE = re.compile(r"\bdûe?s?\b", re.IGNORECASE)
_FEW_WORDS = 9
_I_MYSELF = re.compile(r"\b(?:je|j|me|moi|mon|ma|mes|i|my|myself)\b")
_OF_A_SERVICE = re.compile(
    r"^(?:(?:no|ne|do-?not)[-_.]?(?:pas[-_.]?)?(?:reply|repondre)|noreply|notifications?|alertes?"
    r"|newsletter|news|lettre|info-?lettre|invitations?|promo\w*|offres?|marketing|communication"
    r"|evenements?|events?|robot|suivi|tracking|enquetes?|abonnements?|redaction|jobs|orga)\b"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """The matter that a text is about, and how many of its marks stand in it."""

    matter: str
    marks: int


def matter_of(subject: str, own: str, *, sender: str = "") -> Found | None:
    """The other business that an unsought text is about, or None when it may be of a claim.

    `own` is what the sender wrote, `sender` the address: that of a service is a mark by itself.
    """
    text = f"{subject}. {own}"[:TEXT_MAX]
    words = " ".join(fold(text).split())
    if is_a_grievance(words):
        return None
    more = 1 if is_of_a_claim(text) else 0
    served = 1 if _OF_A_SERVICE.match(sender) else 0
    best: Found | None = None
    for matter in MATTERS:
        marks = sum(mark.search(words) is not None for mark in matter.marks)
        if matter.name == "letter_to_many" and (
            len(own.split()) < _FEW_WORDS or _I_MYSELF.search(_PRICED.sub(" ", words))
        ):
            continue  # "Désinscription svp" is a person's wish
        enough = marks and marks + served >= matter.asked + more
        if enough and (best is None or marks > best.marks):
            best = Found(matter=matter.name, marks=marks)
    return best


def is_a_grievance(words: str) -> bool:
    """Whether the folded words complain, put off, pass on or take leave, as debtors do."""
    return _OF_A_GRIEVANCE.search(words) is not None


def is_of_a_claim(text: str) -> bool:
    """Whether anything in the text could be said of a claim; the price of an offer cannot."""
    words = " ".join(fold(text[:TEXT_MAX]).split())
    return bool(_DUE.search(text) or _OF_A_CLAIM.search(_PRICED.sub(" ", words)))
