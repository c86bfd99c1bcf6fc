"""Whether a text without any header's help is an automaton's: nothing in it is said to one reader.

An automaton speaks to whoever writes, so each of its sentences is of a known sort: away or closed,
a period, whom to ask, what becomes of the message, thanks. One sentence about the matter, one
answer, one question, and a person wrote it: a text that is not explained whole stays a person's.

Takes: "Toute l'équipe est en congés. Réponses à compter du 7.", "Demande n° 12 bien enregistrée."
Leaves: "Je suis en congés, Paul s'occupe du virement", "Nous sommes en sommeil, plus d'argent".
"""

import re

from relance_mailer.reading.intents.phrases import any_of, sentences

SENTENCES_MAX = 30
_SHORT_WORDS = 5

_AWAY = any_of(
    r"absen(?:te?s?|ces?)\b|conges?\b|vacances|fer(?:mee?s?|meture)\b|indisponible|(?:en|de) "
    r"deplace"
    r"ment|en (?:formation|mission|teletravail|rtt|tournee|stage|seminaire|arret)|pour formation"
    r"|arret (?:maladie|de travail)|hospitalis\w+|maternite|paternite|parental|temps partiel"
    r"|(?:au|sur un|sur le|en) salon|hors (?:du|de (?:mon|notre)) bureau|injoignables?"
    r"|(?:ne|n) (?:suis|sommes|serai|serons|est|sera) pas (?:present\w*|la\b|au bureau|disponible"
    r"|joignable|ouvert)|sans acces|acces (?:tres )?limite|pas (?:d )?acces a|sur les chantiers"
    r"|en (?:rendez vous|reunion|clientele|voyage)|retraite\b|demenage\w*|effectif "
    r"reduit|perturbe\w*"
    r"|periode estivale|permanence|mutterschutz|elternzeit|plus en fonction|on parental"
    r"|treve|inventaire|faisons le pont|prends? quelques (?:jours|conges)|quartiers d"
    r"|out of (?:the |my )?office|away\b|on (?:annual |sick |maternity |parental "
    r")?leave|holidays?\b"
    r"|vacation|closed\b|travell?ing|not (?:be )?(?:in the office|available|checking)"
    r"|no (?:e ?mail |)access|without access|urlaub|abwesend|nicht im (?:buro|haus)|geschlossen"
    r"|vacaciones|fuera de (?:la )?oficina|ausente|cerrad[oa]s?\b|ferie\b|chius[oaie]\b|assente"
    r"|fuori (?:ufficio|sede)"
)
_PERIOD = any_of(
    r"jusqu|(?:du|le|les|ce|cette|au|avant|apres|pour|pendant|durant|entre|des|fin|debut|mi"
    r"|de) (?:le |l |la |les |au )?(?:\d|1er|lun|mar|mer|jeu|ven|sam|dim|jan|fev|avr|mai|juin|juil"
    r"|aou|sep|oct|nov|dec|semaine|noel|mois|fetes|ete\b|annee|matin|duree)|retour\b|r(?:e)?ouv"
    r"|repri(?:se|end|s)|reprends|revien\w+|rentre\w*|inclus|demain|aujourd hui|until|till|back\b"
    r"|return\w*|reopen\w*|from \w+ to|bis (?:zum|ein|\d)|ab (?:dem|\d)|hasta|fino al|dal \d|riapr"
    r"|regres\w+|this week|next week|indeterminee"
    r"|pont\b|retrouv\w+|dans (?:\d+|une?|deux|trois|quelques) "
    r"(?:jours?|semaines?|mois)|scolaires?|estivale|(?:tous|chaque) (?:les )?"
    r"(?:jours?|matins?|apres midis?|week ends?)|une fois par"
)
_ASK = any_of(
    r"urgen\w*|en cas d|pour (?:tou(?:t|te|s|tes)|les?|une?) (?:\w+ )?(?:question|demande|urgence"
    r"|information|renseignement|besoin)|(?:veuillez|merci d|vous pouvez|n hesitez pas|priere "
    r"d|vous "
    r"invit\w+|vous prie)|(?:contacte[rz]|appele[rz]|laisse[rz]|adresse[rz]|ecri(?:re|vez)"
    r"|telephone[rz]|joindre|joignables?|utilise[rz]|rapproche[rz]|consulte[rz])\b|remplac\w+"
    r"|prend(?:ra)? le relais|interim|(?:suivi|gere|traite|assure)e?s? par|mes "
    r"collegues|(?:le|au) standard\b"
    r"|l accueil\b|repondez (?:simplement )?a "
    r"ce|preferez|telephone\b|permanence|contact\b|successeur|dorenavant|desormais"
    r"|please (?:contact|call|use|write|direct|send)|for (?:any|anything|urgent)|reception\b"
    r"|contact form|dringend|wenden sie sich|vertret|rivolger\w+|contattare|contactar|dirigirse"
    r"|ecrire a|traitent|assurent|suivent"
)
_FATE = any_of(
    r"(?:vo(?:tre|s)|ce|les?|l|votre) (?:messages?|mails?|courriels?|e ?mails?|demandes?|courriers?"
    r"|requetes?|tickets?|envois?|sollicitations?) .{0,60}(?:recue?s?|parvenue?s?|enregistre\w*"
    r"|pris\w* en "
    r"(?:compte|charge)|traite\w*|cree\w*|ouverte?s?\b|attribue\w*|transmise?s?|lue?s?\b|transfer"
    r"e\w*|achemine\w*"
    r"|oriente\w*|consulte\w*)"
    r"|(?:adresse|boite|messagerie) (?:mail |e mail )?(?:generique|partagee|commune)|consultee? "
    r"(?:que|deux|une"
    r"|ponctuel)|(?:received|got) your (?:message|e ?mail|request|enquiry)|redirige\w*|(?:ne "
    r")?renvoyez pas"
    r"|(?:avons|ai|a) bien (?:recu|enregistre)|accus\w+ (?:de )?(?:bonne )?reception"
    r"|(?:meilleurs|plus brefs) delais|delais? (?:de reponse|moyens?|habituel)"
    r"|sous \d+ ?(?:h|j|heures|jours)|(?:jours|heures) ouvre\w*|ne pas (?:y )?repondre"
    r"|ne repondez pas|inutile d|your (?:e ?mail|message|enquiry|request|query|ticket) (?:has|will"
    r"|is|was)|do not reply|(?:business|working) (?:days|hours)|been (?:assigned|logged|received)"
    r"|nicht weitergeleitet|ihre (?:nachricht|e mail|anfrage)|su (?:mensaje|correo|solicitud)"
    r"|il (?:suo|vostro) messaggio"
)
_NUMBERED = any_of(
    r"#\d{3,}|porte le numero|(?:numero|n°|n) (?:de |du "
    r")?(?:dossier|ticket|demande|suivi)|(?:sous|avec|under|with) "
    r"(?:the |la |le "
    r"|l )?(?:reference|numero|ticket)|reference \w*\d|ticket\b|vorgang"
)
_LATER = any_of(
    r"(?:repond\w*|repons\w+|reviendr\w+|recontacte\w*|prendr(?:ai|ons|a) (?:contact"
    r"|connaissance)|traite(?:rai|rons|ra|ront)|rappeller\w+)\b|(?:revenons|reviens|reviendrons) "
    r"vers vous|(?:tarder|plus de temps|slower response)"
    r"|we (?:reply|respond|answer)|des (?:que possible|mon retour"
    r"|notre re)|a (?:mon|notre|son) retour|(?:releve|consulte|lis|lira|lirai)\w* (?:pas|plus|ses"
    r"|mes|ma|rarement)|(?:ne|n) (?:releve|consulte|lis)\w*"
    r"|(?:will|shall|aim to|ll) (?:reply|respond|get back|answer|be in touch|come back)"
    r"|responder\w*|antworte\w*|rispond\w+|beantwort\w+"
)
_GONE = any_of(
    r"plus (?:consulte|releve|utilise|valide|active?|en service|lue?|suivie)\w*"
    r"|je (?:ne )?(?:fais|travaille|suis) plus|j ai quitte|retraitee? depuis|sera "
    r"(?:supprime|ferme)\w*"
    r"|changement d adresse|nouvelle adresse|not (?:monitored|read)|no longer|adresse obsolete"
)
_MACHINE = any_of(r"automati\w+|robot\b|generated|chatbot|assistant virtuel|virtual")
_COURTESY = any_of(
    r"bonjour|bonsoir|madame|monsieur|merci|remerci\w+|thank\w*|gracias|grazie|danke|vielen dank"
    r"|guten tag|sehr geehrte|hello|hi\b|dear|cher|chere|cordialement|bien a vous|salutations"
    r"|regards|(?:belles?|bonnes?|joyeuses?|excellentes?) "
    r"(?:fetes|vacances|annee|journee|fin|soiree"
    r"|semaine|noel)|a (?:bientot|tres vite)|(?:votre|vous) (?:patience|comprehension)"
    r"|toute l equipe|saludos|saluti|mit freundlichen|gruß|grus\w+|regret\w*|confiance"
)
# Said by one person to another, or about the matter: no automaton knows any of it.
_TO_ONE_READER = any_of(
    r"argent|tresorerie|banque\b|bancaire|\brib\b|iban|virements?|cheques?|paiements?|pa[iy]e\w*|"
    r"payer"
    r"|regl(?:e|es|er|ee|ees|ons|erai|erons|ement)\b|solde\w*|rembours\w+|devis|prix|litige|erreur"
    r"|relance\w*|rappels?\b|echeance|factur(?:e|es|ee|er)\b|avoir\b|creance|impaye\w*|definitiv"
    r"\w+|revenus?\b|prelev\w+|huissier|a"
    r"vocat"
    r"|tribunal|livr\w+|commande\w*|chantier (?:de|du|est|n)|acompte|dett\w+|dois\b|doit\b|devons"
    r"|radi(?:ation|ee?s?)\b|dec(?:es|ede\w*)\b|decision|sinistre|incendie|inondation\w*|travaux|"
    r"sans (?:rentrees"
    r"|activite|travail|emploi|ressources)|chomage|notair\w+|notarial\w*|faillite|vendue?s?\b|ced"
    r"ee?s?\b"
    r"|repreneur|patients\b|visio|avons ferme|for good|permanently|the business|funeral"
    r"|contest\w+|refus\w+|d accord\b|ok\b|\bok\b|c est (?:note|bon|fait|vu)|bien note|bien "
    r"recu[,.]|compris\b"
    r"|j (?:etais|avais|ai\b(?! quitte))|oui\b|non\b|votre "
    r"(?:numero|siret|societe|entreprise|compte|service)"
    r"|demandons|suspendre|octroy\w+|sollicitons|delai de \w+ (?:mois|semaines)|conseille\b|siret\b"
    r"|finances\b|credits?\b|epou(?:x|se)\b|dirigeant|gerant|directeur|patron\w*"
    r"|(?:etais|etions) "
    r"(?:absent"
    r"|en|ferme)|de retour d[eu]\b|rentre(?:e|s)? (?:juste )?d[eu]\b|je (?:rentre (?:juste "
    r")?d[eu]\b|decouvre|viens de|reprends (?:son|sa|ses|tout|le (?:dossier|suivi)|la suite)|vois"
    r"|regarde|m en|m occupe|transmets|passe|valide|gere|comprends|pense|crois|sais|demande|tiens"
    r"|vous (?:ai|dis|confirme|envoie|tiens|demande|rappelle\b|appelle|regle|paie|fais))"
    r"|(?:on|nous) (?:vous )?(?:verr\w+|voit|voyons|regarde\w*|avise\w*|fera|ferons|tient|tenons)"
    r"|hier\b|semaine derniere|je vous prie|pas la "
    r"main|on "
    r"(?:a|fait|met|peut|doit|attend|ne)\b|tu\b|te\b|toi\b|ton\b|ta\b|desole|pardon|excus\w+|sorr"
    r"y|apolog\w+"
    r"|pa(?:y|id)\b|payment|invoices?|overdue|owe|cash|rechnung|bezahl\w+|uberweis\w+|factura\b"
    r"|pago|pagar|transferencia|fattura|bonific\w+|pagament\w+|pag[ao]\w*to|mon (?:associe|mari"
    r"|client|patron|fils|pere)|ma (?:femme|fille|mere)|sommeil|cessation|liquid\w+|redressement"
)
# "Pour toute question de règlement, voir Paul" says whom to ask, and nothing of this claim.
_ROUTING = re.compile(
    r"\b(?:les|vos|toutes les) (?:commandes|factures|livraisons) "
    r"(?:recues|passees|envoyees|deposees)\b|"
    r"\S+@\S+|\b(?:(?:pour|concernant|en cas d\w*|toutes?) (?:\w+ ){0,4}?|(?:relatives?|liees?) "
    r"(?:a |aux? |au )?)"
    r"(?:reglements?|paiements?|factur\w+|relances?|tresorerie|virements?|commandes?|livraisons?)\b"
)
# What an automaton does in the first person, by the beginnings of its verbs; anything else that
# "je" or "nous" does is somebody's answer.
_DOES = re.compile(
    r"\b(?:je|j|nous) (?:(?:ne|n|vous|me|m|y|en|l|le|la|les|lui|leur|nous|se|s) "
    r"){0,3}(\w+)(?: (\w+))?"
    r"(?: (\w+))?"
)
_DOES_AS_EVER = re.compile(
    r"(?:suis|sommes|serai|serons|sera|est|revien|reven|reviendr|reprend|rentr|repond|prend|consu"
    r"lt|lis"
    r"\b|lir"
    r"|relev|travaill|trait|remerci|invit|recontact|contact|ferm|rouvr|retrouv|souhait|aur|accus|"
    r"prie|ferai"
    r"|ferons|manqu|rappell|pourr|peux|pouvons|dispos|fonctionn|demenag|faisons|decroch|regrett|a"
    r"ssur"
    r"|efforc|tach|mett|rest|excus|join|ecri|adress|transmett|laiss|apport|etud|donn|quitt|ador|p"
    r"ech|part"
    r"|rapproch|tien|vous|nous|a|au|aux|de|d|du|des|sur|par|pour|et|ou|qui|que|dans|avec|moi|meme)"
)
_HAS = re.compile(
    r"(?:ai|avons|avez|aurai|a) (?:(?:pas|plus|qu|un|une|aucun|bien|donc|tres|le) "
    r")*(?:acces|recu|quitte|pris"
    r"|regret|enregistre|plaisir|transmis|connexion|reseau)|fais plus partie|faisons le pont"
)
_ASKS_TO = re.compile(
    r"\b(?:pouvez vous|vous pouvez|pourriez vous|veuillez|merci (?:de|d)|priere (?:de|d)|n "
    r"hesitez pas a"
    r"|vous (?:prie|prions|invite|invitons) (?:de|d|a)) "
    r"(?:(?:bien|vous|nous|me|m|le|la|y|toutefois|egalement"
    r"|aussi|directement|donc|en cas d urgence) ){0,3}(\w+)"
)
_ASKS_AS_EVER = re.compile(
    r"(?:contact|join|ecri|appel|adress|telephon|rapproch|consult|utilis|laiss|repond|not|patient"
    r"|comprend|reiter|renouvel|mett|prend|voir|pass|formul|visit|enregistr|avoir|avance|votre|vo"
    r"s|ton"
    r"|l\b|la\b|cet|ce\b|ne\b|pas|par|trouver|recevoir|croire|agreer|excus|tourn|solliciter|privi"
    r"leg|prefer"
    r"|diriger|transmettre|vous|et|ou)"
)
_FIRST_PERSON = any_of(r"je\b|j (?=ai|etais|y|en)|moi\b|i\b|i m\b|i ll\b|ich\b")
_CONTACT_LINE = re.compile(r"@|\d\d[ .]?\d\d[ .]?\d\d|https?:|www\.")
_KNOWN = (_AWAY, _PERIOD, _ASK, _FATE, _NUMBERED, _LATER, _GONE, _MACHINE)


def is_said_to_one_reader(own: str) -> bool:
    """Whether something in the text is said by one person to another, or about the matter."""
    return any(_is_to_one_reader(sentence.folded) for sentence in sentences(own))


def _is_to_one_reader(words: str) -> bool:
    if _TO_ONE_READER.search(_ROUTING.sub(" ", words)):
        return True
    for done in _DOES.finditer(words):
        told = " ".join(word for word in done.groups() if word)
        if not _DOES_AS_EVER.match(told) and not _HAS.search(words[done.start() :]):
            return True
    return any(not _ASKS_AS_EVER.match(asked[1]) for asked in _ASKS_TO.finditer(words))


def is_said_to_anyone(own: str) -> bool:
    """Whether every sentence of the text is one that an automaton says, and its gist is one too."""
    told = sentences(own)
    if not told or len(told) > SENTENCES_MAX or any(one.asks for one in told):
        return False
    found: set[re.Pattern[str]] = set()
    for sentence in told:
        words = sentence.folded
        if _is_to_one_reader(words):
            return False
        sorts = {sort for sort in _KNOWN if sort.search(words)}
        if not sorts and not _is_filling(words):
            return False
        found |= sorts
    alone = not any(_FIRST_PERSON.search(sentence.folded) for sentence in told)
    return _has_the_gist(found, alone=alone)


def _is_filling(words: str) -> bool:
    """A greeting, thanks, a name, a way to reach somebody: what stands around the gist."""
    return bool(
        _COURTESY.search(words) or _CONTACT_LINE.search(words) or len(words.split()) < _SHORT_WORDS
    )


def _has_the_gist(found: set[re.Pattern[str]], *, alone: bool) -> bool:
    """Away and for how long or whom to ask; a desk's receipt that says what follows; an end."""
    if _AWAY in found and found & {_PERIOD, _ASK, _LATER, _FATE}:
        return True
    if _FATE in found and alone and found & {_LATER, _NUMBERED, _MACHINE}:
        return True
    return _GONE in found and bool(found & {_ASK, _FATE, _LATER})
