"""Messages that concern no claim: newsletters, prospecting, spam, colleagues, other business.

Said only on strong marks, and never of a message that answers one of ours: a debtor's words taken
for advertising would be lost. `by_topic` findings give way to a known invoice or reference.
"""

import re

from relance_mailer.reading.business_topics import is_a_grievance, is_of_a_claim, matter_of
from relance_mailer.reading.gates import gated
from relance_mailer.reading.intents.phrases import fold
from relance_mailer.reading.message import Incoming

_NEWSLETTER = gated(
    r"se (?:désinscrire|désabonner)|désinscription|désabonne(?:ment|r|z)|unsubscribe|"
    r"gérer mes préférences|manage (?:your )?preferences|vous recevez ce(?:t|tte)? (?:message|"
    r"mail|courriel|e-?mail|newsletter|lettre)|"
    r"view (?:this )?(?:e-?mail )?in (?:your )?browser|version en ligne|voir (?:cet e-?mail|"
    r"ce message) dans|si (?:cet e-?mail|ce message) ne s['’]affiche pas|newsletter",
    re.IGNORECASE,
)
_PROSPECTING = (
    r"je me permets de (?:vous (?:contacter|écrire|solliciter|relancer)|revenir vers vous)",
    r"auriez-vous .{0,30}(?:minutes|quelques instants|un créneau)|\b1[05] minutes\b|"
    r"un (?:petit )?quart d['’]heure\b|ça vous (?:parle|tente|intéresse)|"
    r"quick (?:demo|call|chat)|book a (?:call|demo)|(?:une|en) démo\b|"
    r"démonstration (?:gratuite|de notre)",
    r"\b(?:notre|nos) (?:solutions?|offres?|logiciel|outil|application|agence|expertise|plateforme|"
    r"savoir-faire)\b|"
    r"our (?:platform|solution|ai|team of|software)|AI-powered|clé en main|sur-mesure",
    r"récup[ée]r(?:ons|ez|er) .{0,30}(?:créances|impayés)|vos créances|vos impayés|DSO|"
    r"affacturage|vous paient en retard|recouvr(?:ons|er) vos|sans résultat|success fee|no win",
    r"(?:following up on|further to) my (?:previous|last|earlier)|suite à mon (?:précédent|"
    r"dernier) (?:mail|message|e-?mail)|sans retour de votre part|should i stop reaching out|"
    r"reach(?:ing)? out",
    r"webinaire|livre blanc|inscri(?:vez|ption)|nouvelle offre|-\s?\d{1,2}\s?%|offre "
    r"(?:spéciale|promotionnelle|"
    r"exceptionnelle)|promotion|remise de \d+ ?%|profitez|essai gratuit|free trial|catalogue",
    r"nous (?:accompagnons|aidons|proposons|équipons|conseillons) (?:\w+ "
    r"){0,2}(?:pme|tpe|entreprises|"
    r"dirigeants|professionnels|sociétés|clients|artisans)|réduisez vos|optimis(?:er|ez) vos",
    r"(?:rapide|bref) (?:échange|appel)|vos besoins en|(?:un moment|un créneau|un "
    r"échange|échanger)[^.\n]{0,40}(?:cette semaine|semaine "
    r"prochaine|échanger|"
    r"téléphon|visio)|discuter de vos (?:besoins|projets)",
    r"(?:vous )?faire une offre|fabricants? d['e ]|grossiste en|nouvelle gamme",
    r"puis-je vous (?:appeler|rappeler|rencontrer)|renouvelez (?:avant|dès|maintenant)|"
    r"(?:abonnement|licence|garantie) (?:arrive à (?:échéance|terme)|expire)",
    r"seriez-vous (?:intéressé|disponible|ouvert)|être recontacté|interested in|leads?\b|"
    r"référencement|SEO|partenariat|business developer|choisir un créneau",
    r"(?:rach[eè]t|financ|encaiss|achet)\w* (?:\w+ ){0,3}?(?:vos|de vos) (?:factures|créances"
    r"|impayés)|confiez[- ]nous|sans avance|dossier test|vous ne payez que si|satisfait ou",
    r"(?:souhaitez|voulez|aimeriez)-vous (?:\w+ ){0,3}(?:démonstration|démo|essai|rendez-vous"
    r"|devis)|seriez-vous (?:libre|partante?)|(?:dix|quinze|vingt|trente) minutes\b",
    r"\d{1,2} ?% off|best prices|this week only|limited (?:time|offer)|hot deals?",
    r"shop now|buy now|order now|free shipping",
    r"pay later|in \d (?:easy )?instal+ments",
    # A club or a parish that asks for support, or invites.
    r"\b(?:concert|spectacle|vide-greniers?|loto|tombola|kermesse|gala|tournoi|exposition"
    r"|portes ouvertes|représentation|chanterons|jouerons|bourse aux)\b",
    r"comptons sur (?:votre|ta) (?:soutien|présence|participation|générosité)|libre participation"
    r"|entrée (?:libre|gratuite)|venez nombreu|billetterie|chers amis|chers adhérents"
    r"|faites un don",
)
_SPAM = (
    r"dear (?:beneficiary|friend|customer|sir/madam)|beneficiary|chère? (?:bénéficiaire"
    r"|client\(e\)|"
    r"assurée?\b|contribuable|usag(?:er|ère)\b|abonnée?\b|titulaire)",
    r"(?:votre|un) remboursement\b[^.\n]{0,60}(?:expire|en attente|disponible|bloqué)|"
    r"somme de [\d ,.]+ ?€?[^.\n]{0,40}vous être (?:versée|remboursée)|vous être remboursé",
    r"(?:mettez|mettre) à jour votre (?:carte|compte|moyen|profil)|(?:confirmez|saisissez"
    r"|vérifiez) "
    r"vo(?:tre|s) (?:carte|identité|identifiants|coordonnées)|faute de quoi (?:la procédure|votre "
    r"(?:compte|dossier|carte))",
    r"(?:USD|US\$|\$|GBP|£|EUR|€)\s?\d{1,3}(?:[.,]\d{3}){2,}|million (?:dollars|euros|usd)",
    r"(?:bank details|coordonnées bancaires).{0,80}passport|copy of your passport|"
    r"copie de votre (?:passeport|pièce)",
    r"(?:votre|your) (?:colis|parcel|package)\b",
    r"(?:frais de douane|frais de (?:livraison|port|réexpédition)|customs fee)",
    r"payer maintenant|pay now|cliquez ici pour (?:payer|régler|confirmer|mettre à jour)|"
    r"verify your account|votre compte (?:sera|a été) (?:suspendu|bloqué|limité)|"
    r"mettre à jour vos (?:informations|coordonnées)",
    r"bitcoin|crypto|lottery|loterie|héritage|inheritance|barrister|viagra|casino|gagné|"
    r"félicitations|sélectionnée? parmi|frais d['’]inscription|dormant account|trustworthy|"
    r"you have won|winner",
    r"(?:late|deceased) client|handling the estate|next of kin|seek your "
    r"(?:partnership|assistance)",
    r"https?://|cliquez ici|click here",
    r"(?:moyen de paiement|identifiants|boîte vocale|message vocal|voicemail|votre "
    r"(?:abonnement|boîte "
    r"mail|messagerie|espace))\b[^\n]{0,80}(?:expir|suspen|à jour|écoute|bloqu|vérif)|sous 24 "
    r"?h(?:eures)?\b"
    r"[^\n]{0,60}suspen|écoutez-le",
    r"mot de passe (?:expire|a expiré)|password (?:expires|will expire)|"
    r"boîte (?:mail )?(?:presque )?pleine.{0,40}cliquez",
)
_ALARMS = (
    r"ch[eè]re?s? (?:client|utilisat|abonn|membre|titulaire)\w*|dear (?:user|client|member"
    r"|account)",
    r"(?:votre|your) (?:compte|bo[iî]te|account|mailbox|messagerie|espace)[^.\n]{0,80}(?:suspen"
    r"|bloqu|limit|quota|désactiv|v[ée]rifi|confirm|expir)|confirmez[^.\n]{0,30}votre compte",
    r"dernier avis|action requise|final notice|action required|alerte de sécurité|security alert",
    r"(?:immédiatement|sous (?:24|48) ?h|dans les (?:24|48) ?h)[^.\n]{0,80}(?:suspen|bloqu"
    r"|poursuites"
    r"|définitiv|sous peine)|sous peine de",
    r"cliquez|click|https?://|service technique",
)
# What a supplier of ours tells us of our own order, or a service of what it will debit.
_TO_ITS_CUSTOMER = gated(
    r"\bvotre (?:commande|livraison|colis|expédition)\b[^.\n]{0,80}\b(?:arriver(?:a|ont)"
    r"|(?:a été|est|sera) (?:bien )?(?:expédié|livré)e?\b|en préparation|partira)"
    r"|\bretard de livraison\b[^\n]{0,40}commande"
    r"|\bvotre facture\b[^\n]{0,120}(?:est disponible|sera prélevée?|prélèvement)"
    r"|(?:sera|seront) prélevée?s? le\b|aucune action de votre part"
    r"|your order\b[^.\n]{0,60}(?:has shipped|will arrive|is delayed|on its way)",
    re.IGNORECASE,
)
_TERMS_ASKED = re.compile(r"conditions de (?:paiement|règlement)|payment terms", re.IGNORECASE)
_TOPICS = (
    r"\b(?:candidature|chargée? de recouvrement pour un poste|stage|alternance|"
    r"curriculum vitae|mon cv|lettre de motivation|offre d['’]emploi)\b",
    r"\b(?:demande de (?:devis|prix|tarifs?)|meilleurs? prix|(?:faire|faire parvenir|donner) "
    r"(?:un|votre|vos) prix|(?:établir|faire|envoyer|adresser) un devis|devis pour|quote for|"
    r"quotation request|nouvelle commande|passer commande)\b",
    r"\battestation (?:de vigilance|d['’]assurance|fiscale|urssaf)\b|\bkbis\b|documents? sociaux",
    r"\b(?:pot de départ|anniversaire|cagnotte|enveloppe|déjeuner|afterwork|fête de fin)\b",
    r"\b(?:circularisation|confirmation de solde|confirmer le solde|audit (?:des|de vos|"
    r"de nos) comptes|balance confirmation)\b",
    r"\b(?:forum des associations|prêt gracieux|mécénat|sponsor\w*|invitation|inauguration|"
    r"portes ouvertes|vœux|salon professionnel)\b",
    r"\b(?:appel d['’]offres|consultation des entreprises|catalogue|tarifs? 20\d\d|"
    r"grille tarifaire|disponibilités? pour|réserver|réservation)\b",
)
_REPAIR = gated(
    r"\b(?:en panne|dépannage|technicien|sav\b|fuit|réparation|intervention urgente|"
    r"tombée? en panne)\b",
    re.IGNORECASE,
)
# In the body only what can hardly stand in an answer about a claim.
_SURE_TOPICS = gated(
    r"\b(?:pot de (?:départ|rentrée|fin)|candidature spontanée|bts \S+[^.\n]{0,60}stage|"
    r"recherche un stage|attestation de vigilance|prix par retour|"
    r"rien à voir avec (?:la |le |vos |votre |les )?(?:compta\w*|factur\w+|relances?|règlements?)"
    r"|compte rendu de la (?:réunion|visite|séance)"
    r"|(?:établir|faire|envoyer|adresser) un devis|forum des associations|afterwork)\b",
    re.IGNORECASE,
)
_DUNNING_US = gated(
    r"\bvotre (?:facture|abonnement|échéance|loyer|cotisation)\b.{0,120}(?:reste|demeure|"
    r"est) (?:à ce jour )?(?:impayée?|en attente de (?:règlement|paiement))|"
    r"merci de régulariser|nous n['’]avons pas reçu votre (?:règlement|paiement)|"
    r"your (?:invoice|account|payment) .{0,60}(?:is|remains) (?:overdue|unpaid|outstanding)",
    re.IGNORECASE | re.DOTALL,
)
_THEIR_CLAIM = gated(
    r"\b(?:notre facture|nos factures|our invoice)\b[^.]{0,80}\b(?:attend\w*|reste\w*|demeure\w*|"
    r"impayée?s?|échue?s?|"
    r"(?:is|are|remains?) (?:still )?(?:overdue|unpaid|outstanding|awaiting))\b"
    r"(?!.{0,200}(?:votre facture|pénalit|avoir|compens|conteste|préjudice|dédui))",
    re.IGNORECASE | re.DOTALL,
)
# An auditor asks for the balance of a customer of ours.
_AUDIT = gated(
    r"(?:confirm(?:er|ez|ing)?|attester) (?:\w+ ){0,3}(?:the|le|votre|leur|your) (?:balance"
    r"|solde)\b"
    r"|not a request for payment|n['’]est pas une demande de paiement",
    re.IGNORECASE,
)
_AUDITOR = gated(
    r"our client|notre client|audit|commissaires? aux comptes|directly to us|directement à",
    re.IGNORECASE,
)
# A supplier bills us: an invoice of theirs, joined, with its terms; never words of a debtor.
_THEIR_INVOICE = gated(
    r"(?:ci-joint|ci-jointe?s?|veuillez trouver|vous trouverez|please find)\b.{0,60}\b(?:notre "
    r"facture|nos"
    r" factures|our invoice)\b(?!.{0,200}(?:votre "
    r"facture|pénalit|avoir|compens|conteste|préjudice))",
    re.IGNORECASE | re.DOTALL,
)
_FROM_A_SERVICE = gated(
    r"^(?:no|ne|do-?not)[-_.]?(?:pas[-_.]?)?(?:reply|repondre)|^(?:notifications?|alertes?|newsle"
    r"tter|"
    r"invitations?|promo\w*)@",
    re.IGNORECASE,
)
_OF_A_SERVICE = gated(
    r"espace (?:client|personnel|abonné)|votre abonnement|prélevée? le|certificat|nom de domaine|"
    r"votre (?:consommation|contrat d['’]énergie|livraison|colis|commande n)|sauvegarde "
    r"(?:réussie|échouée)|"
    r"mise à jour (?:disponible|de nos conditions)|invite à rejoindre",
    re.IGNORECASE,
)
# What a debtor says of a claim: below it a newsletter's footer makes no newsletter of it.
_ANSWERS_A_CLAIM = re.compile(
    r"\bvotre (?:relance|rappel|mise en demeure|courrier|lettre|réclamation)\b|que vous (?:me "
    r"|nous )?"
    r"réclam\w+|\b(?:je|j['’]|nous|on)\s(?:\S+\s){0,3}?(?:pa[iy]e\w*|paierons|payons|r[èe]gl\w+|c"
    r"ontest\w+"
    r"|refus\w+|devons|dois|traversons|traverse|conteste)\b|\b(?:virement|ch[èe]que)s?\s(?:\S+\s)"
    r"{0,2}?"
    r"(?:est|sont|a|part|partira|parti|fait|effectué|envoyé|n°|ci-joint|de)\b|(?:liquidation|redr"
    r"essement|"
    r"sauvegarde) "
    r"judiciaire|\blitige\b|\b(?:i|we)\s(?:\S+\s){0,3}?(?:pay|paid|dispute|refuse|owe)\b",
    re.IGNORECASE,
)
_CLAIM_WORDS = gated(
    r"\b(?:factur\w*|pa(?:ie|ye|yé|yer|iement)\w*|r[èe]gl(?:é|er|ée|ement|erai|ons)\w*|"
    r"virement\w*|ch[èe]ques?|relanc\w*|impay\w*|litige\w*|mise en demeure|échéancier|"
    r"invoices?|overdue|unpaid|paid|payments?|supplier"
    r"|dois|doit|dett\w+|vir[ée]e?s?|votre (?:courrier|lettre|proposition)|sans réponse|"
    r"circularisation\. l)\b",
    re.IGNORECASE,
)
_CALENDAR_SUBJECT = re.compile(
    r"^\s*(?:accept[ée]e?|d[ée]clin[ée]e?|refus[ée]e?|provisoire|accept[ée]e? provisoirement"
    r"|accepted"
    r"|declined|tentative(?:ly accepted)?|invitation(?: mise à jour)?|updated invitation"
    r"|annul[ée]e?"
    r"|cancell?ed)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
_NEWSLETTER_WORDS = 9
_PROSPECTS = tuple(gated(words, re.IGNORECASE) for words in _PROSPECTING)
_ALARM_MARKS = tuple(gated(words, re.IGNORECASE) for words in _ALARMS)
_SPAMS = tuple(gated(words, re.IGNORECASE) for words in _SPAM)
_SUBJECTS = tuple(gated(words, re.IGNORECASE) for words in _TOPICS)
_QUOTATION = re.compile(r"«[^«»\n]{0,200}»|“[^“”\n]{0,200}”|\"[^\"\n]{0,200}\"")
_REFERENCE = re.compile(r"\[[A-Z]{1,6}-\d{2,}(?:-[A-Z0-9]{5})?\]")
_ANSWER = re.compile(
    r"^\s*(?:re|tr|fwd?|aw|wg|rv|r|i|réf\.?|antw)\s*(?:\[\d+\])?\s*:", re.IGNORECASE
)


def is_internal(incoming: Incoming, own_domains: frozenset[str]) -> bool:
    """Whether it comes from our own house: the domain that the message was delivered to."""
    return incoming.sender.domain in own_domains


def answers_us(incoming: Incoming) -> bool:
    """Whether the message continues a thread, or carries a reference of a dossier."""
    if incoming.in_reply_to or incoming.references:
        return True
    return bool(_REFERENCE.search(incoming.subject) or _REFERENCE.search(incoming.text))


def is_mass_mail(incoming: Incoming) -> bool:
    """Newsletter or mailing list that answers nothing of ours."""
    if answers_us(incoming):
        return False
    names = {name for name, _ in incoming.headers}
    listed = "list-id" in names or "list-unsubscribe" in names
    bulk = re.match(r"bulk|list|junk", incoming.header("precedence").strip().lower())
    if _is_of_a_list(incoming):
        return True
    if _ANSWERS_A_CLAIM.search(_QUOTATION.sub(" ", incoming.text)):
        return False
    if listed or "x-campaign" in names:
        return True
    if len(incoming.text.split()) < _NEWSLETTER_WORDS:
        return False  # "Désinscription svp" is a person's wish
    words = len({found[0].lower() for found in _NEWSLETTER.finditer(incoming.text)})
    promoted = words and any(pattern.search(incoming.text) for pattern in _PROSPECTS)
    return bool(promoted or (bulk and words) or words > 1)


def is_solicitation(incoming: Incoming, own: str) -> bool:
    """Prospecting or spam: two marks of one family at least, in no thread of ours."""
    if answers_us(incoming):
        return False
    if _ANSWERS_A_CLAIM.search(own):
        return False
    text = f"{incoming.subject}\n{own}"
    prospects = sum(bool(pattern.search(text)) for pattern in _PROSPECTS)
    spams = sum(bool(pattern.search(text)) for pattern in _SPAMS)
    return prospects >= 2 or spams >= 2 or sum(bool(one.search(text)) for one in _ALARM_MARKS) >= 3


def is_notice(incoming: Incoming, own: str) -> bool:
    """What a service tells all its customers, by machine: a statement to fetch, a parcel, works.

    Asked before automata: such a notice is no answer to anything (RFC 3834 §5: auto-generated).
    """
    if answers_us(incoming) or _ANSWER.search(incoming.subject):
        return False
    found = matter_of(incoming.subject, own, sender=incoming.sender.address)
    return found is not None and found.matter in {"notice", "parcel"}


def is_other_business(incoming: Incoming, own: str) -> bool:
    """A new message about something else than a claim: an order, an application, a breakdown.

    Also another creditor who duns us. A known invoice number in it outweighs this finding.
    """
    if answers_us(incoming) or _ANSWER.search(incoming.subject):
        return False
    text = f"{incoming.subject}\n{own}"
    if _is_calendar_reply(incoming, own):
        return True
    if _DUNNING_US.search(text) and re.search(r"recouvrement|relance", text, re.IGNORECASE):
        return True
    if (_THEIR_INVOICE.search(own) or _THEIR_CLAIM.search(own)) and not _REFERENCE.search(text):
        return True
    if _TO_ITS_CUSTOMER.search(text) and not _REFERENCE.search(text):
        return True
    if _AUDIT.search(own) and _AUDITOR.search(text):
        return True
    if not _ANSWERS_A_CLAIM.search(own) and matter_of(
        incoming.subject, own, sender=incoming.sender.address
    ):
        return True
    if _CLAIM_WORDS.search(_TERMS_ASKED.sub("", own.replace("recouvrement", ""))):
        return False
    if _FROM_A_SERVICE.search(incoming.sender.address) and _OF_A_SERVICE.search(text):
        return True
    if _SURE_TOPICS.search(own):
        return True
    if is_of_a_claim(_TERMS_ASKED.sub("", own)):
        return False
    if _REPAIR.search(incoming.subject):
        return True
    return any(one.search(incoming.subject) for one in _SUBJECTS) and not is_a_grievance(fold(own))


def _is_calendar_reply(incoming: Incoming, own: str) -> bool:
    """ "Accepté : réunion de chantier": a calendar's answer to an invitation, no word beside it."""
    if not _CALENDAR_SUBJECT.search(incoming.subject) or own.strip() not in incoming.subject:
        return False
    return not _CLAIM_WORDS.search(incoming.subject)


def _is_of_a_list(incoming: Incoming) -> bool:
    """Whether a list of somebody else's house sent it: its tag stands in the subject.

    Our own mailbox may be a list as well (a group address): then the name is of our domain.
    """
    tag = re.match(r"\s*\[([\w .-]{3,40})\]", incoming.subject)
    listed = incoming.header("list-id").lower()
    if tag is None or tag[1].lower() not in listed:
        return False
    return bool(incoming.sender.domain) and incoming.sender.domain in listed
