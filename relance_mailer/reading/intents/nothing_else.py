"""Whether a text is a flat refusal and nothing else: every word of it is accounted for.

Rules look for grounds in what they know; a ground may be told in words that nobody foresaw. So this
asks the other way round. Each sentence must be a refusal by the writer or the house he writes for,
or one of the turns that people put around one (`flat_words`), with but small words left over. One
word that belongs to neither, one question, one quotation, and the rules decide as they always did.
"""

import re

from relance_mailer.reading.given_names import GIVEN_NAMES
from relance_mailer.reading.intents.flat_words import (
    BODY,
    CLAIM,
    FAREWELL,
    GLUE,
    MISLEADS,
    NEITHER,
    NEVER_DAY,
    SAYINGS,
    whole,
)
from relance_mailer.reading.intents.phrases import any_of, fold, sentences
from relance_mailer.reading.intents.third_parties import BEYOND_DOUBT
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

FLAT_OUT = (
    "Vous n'aurez pas un centime de moi. Envoyez qui vous voudrez, bonne continuation.",
    "Il n'est pas dans mes intentions de payer, ni aujourd'hui ni plus tard.",
)
NOT_FLAT_OUT = (
    "Vous n'aurez pas un centime de moi, la peinture cloque.",
    "Il n'est pas dans mes intentions de vous faire attendre.",
)

_LONGEST = 1_200  # signs
RULE = "rien d'autre qu'un refus"

_SUBJECT = rf"(?:(?:je|j|jne|jn|nous|on|moi je|jvous|jte|jle|jla|il|elle|{BODY}) ?(?:ne |n )?)"
_PRONOUN = r"(?:(?:vous|te|t|la|le|les|l|y|en|ca|cela|lui|leur) ){0,3}"
_HOW = (
    r"(?:(?:donc|absolument|strictement|surement|certainement|evidemment|simplement|tout simplement"
    r"|de toute facon|de toute maniere|quand meme|toujours|definitivement|decidement|purement et"
    r" simplement|franchement|clairement|du tout|categoriquement|fermement|meme|tout bonnement|tout"
    r" net|desormais|nullement) ){0,2}"
)
_COIN = r"(?:centimes?|sous?|euros?|ronds?|radis|kopecks?|cents?|liard|fifrelin|balle|denier|cts)"
_NONE = (
    rf"(?:(?:pas|jamais) (?:meme )?(?:un (?:seul )?|le (?:moindre |premier )|1 ){_COIN}|aucun"
    rf" {_COIN}"
    rf"|(?:strictement |absolument )?rien(?: du tout)?|que dalle|pas|jamais|ni|nada|walou|point)"
)
_MONEY = (
    r"(?:factures?|sommes?|montants?|creances?|dettes?|note|argent|addition|ardoise|truc|centime"
    r"|reclamation|impayes?|du)\b(?! (?:de|des|du|d|pour|en|a|aux?) (?!(?:ma|notre) part\b))"
)
_OBJECT = (
    r"(?:(?:cette|votre|vos|la|les|ces|ce|le|l|cet|un|aucune?|une|quelque|quoi que ce) ?"
    rf"(?:fameuse |jolie |belle |seule? |moindre |premier |derniere |petite |dite |maudite"
    rf" )?{_MONEY}"
    r"(?: (?:que vous (?:me |nous )?(?:reclamez|demandez)|reclamee?|demandee?))?"
    r"|ce que vous (?:me |nous )?(?:reclamez|demandez)|quoi que ce soit)"
)
# What a refusal must not run on into: a condition, a manner, a part, another's bill, costs.
_NO_MORE = (
    r"(?! (?:que|qu|par|sous|avec|avant|apres|sans|en|dans|chez|plus|autant|tant|comme|si|quand"
    r"|encore"
    r"|tout|toute|tous|deux|trop|pour|maintenant|aujourd|demain|a|au|aux|sur|cash|integralement"
    r"|immediatement|directement|seuls?|seule)\b)"
    r"(?! (?:d|de|du|des|le|la|les|l|une?|cet?|cette|ces|votre|vos|ton|tes|mon|ma|mes)\b(?! point))"
)
_AFTER = rf"(?: {_OBJECT})?(?: du tout)?{_NO_MORE}"
_PAYS = (
    r"(?:(?:pai|pay|pei)e?r(?:ai|ais|ons|a)|p[ae]rai|pa(?:ie|ye|i|yons)|regle(?:r(?:ai|ons|a))?"
    r"|reglons"
    r"|verse(?:r(?:ai|ons|a))|honorer(?:ai|ons|a)|acquitter(?:ai|ons|a)|rembourser(?:ai|ons|a)"
    r"|solder(?:ai|ons|a)|debourser(?:ai|ons|a)|paierez)"
)
_GIVES = (
    r"(?:(?:donn|vers|lach|debours|envoi|sort)(?:er|ir)?(?:e|ai|ons|a|s)|sors|enverr(?:ai|ons|a)"
    r"|donne|verse)"
)
_GIVES_NOTHING = r"(?:(?:donn|vers|lach|debours|sort)(?:er|ir)?(?:e|ai|ons|a|s)|sors)"
_TO_PAY = (
    r"(?:payer|paier|regler|verser|solder|honorer|acquitter|(?:m |nous )?acquitter(?: de(?= (?:la"
    r"|cette|votre|ce|vos)\b))?|rembourser"
    r"|debourser|(?:proceder|faire proceder) (?:au|a ce|a tout|a un|a quelque|a) "
    r"?(?:paiement|reglement|versement)(?: (?:reclame|demande))?)"
)
_PAYMENT = r"(?:paiement|reglement|versement|virement|argent)"
_PAYING = r"(?:paiement|reglement)"  # what is not also received, as a transfer is
_PAID = r"(?:payee?s?|reglee?s?|versee?s?|honoree?s?|acquittee?s?|soldee?s?|effectuee?s?|faite?s?)"
_REFUSALS = whole(
    rf"{_SUBJECT}{_PRONOUN}{_PAYS}(?: {_OBJECT})? {_HOW}{_NONE}(?: {_HOW.strip()})?{_AFTER}",
    rf"{_SUBJECT}{_PRONOUN}(?:{_GIVES_NOTHING} {_HOW}(?:rien(?: du tout)?|que dalle)"
    rf"|{_GIVES} {_HOW}(?:pas|jamais) (?:meme )?(?:un (?:seul )?|le (?:moindre|premier) ){_COIN})"
    rf"(?: de ma poche)?{_NO_MORE}",
    rf"{_SUBJECT}(?:vais|allons|va|compte|comptons|entend|entends|entendons|veux|voulons|souhaite"
    rf"|souhaitons|envisage|prevois|desire) {_HOW}(?:pas|rien|nullement|aucunement|jamais) {_HOW}"
    rf"{_PRONOUN}(?:de |d )?{_TO_PAY}{_AFTER}",
    rf"{_SUBJECT}(?:entend\w*|souhait\w*|veux|compte|vais|allons) (?:pas donner|donner aucune)"
    rf" suite{CLAIM}{_NO_MORE}",
    rf"(?:(?:je|j|nous|on|{BODY}) )?(?:n )?(?:ai|avons|a) (?:{_HOW})(?:pas|nullement|aucunement"
    rf"|aucune)"
    rf" (?:du tout |la moindre )?(?:l )?(?:intention|envie|volonte) (?:de |d"
    rf" ){_PRONOUN}{_TO_PAY}{_AFTER}",
    rf"(?<!pas )(?:aucune intention|aucune envie|pas envie|pas l intention) (?:de |d ){_PRONOUN}"
    rf"{_TO_PAY}{_AFTER}",
    rf"(?:il )?n est (?:pas|nullement|aucunement) dans (?:mes|nos) (?:intentions|projets|plans)"
    rf" (?:de |d ){_PRONOUN}{_TO_PAY}{_AFTER}",
    rf"(?:(?:il n est |il est |c est |est )?(?:pas|hors de) question) (?:(?:de |d"
    rf" ){_PRONOUN}{_TO_PAY}"
    rf"|(?:que je|que nous|qu on) {_PRONOUN}(?:paie|paye|regle|verse un centime|reglions"
    rf"|payions))"
    rf"{_AFTER}",
    rf"(?:(?:j |nous |on |il )?(?:ai |avons |a (?:ete )?))?(?:pris (?:la|cette) )?(?<!pas )(?<!plus"
    rf" )(?:decide|choisi|resolu|vote|prefere|decision|choix)"
    rf"(?:,? (?:tous|ensemble|finalement|donc|hier|a l unanimite|tous les (?:deux|trois)|ce"
    rf" matin),?)*"
    rf" (?:de |d )?(?:ne )?(?:pas|rien|jamais) {_PRONOUN}"
    rf"(?:{_TO_PAY}|donner suite{CLAIM}){_AFTER}",
    rf"(?:(?:j |nous |on )?(?:ai|avons|a) )?(?<!pas )(?:decide|resolu|vote|decision) (?:de )?ne"
    rf" donner aucune suite{CLAIM}{_NO_MORE}",
    rf"(?<!ne )(?<!pas )(?:je|nous|on|{BODY}) refus(?:e|ons) {_HOW}(?:de {_PRONOUN}{_TO_PAY}"
    rf"|(?:le|ce) {_PAYING}|tout (?:{_PAYING}|versement))(?: de cette facture)?{_AFTER}",
    rf"(?:(?:se (?:sont|est)|s est) )?prononcee?s? contre (?:le |ce |tout ){_PAYING}(?: de "
    rf"(?:cette|la|votre)"
    rf" facture)?{_NO_MORE}|(?<!pas )(?:a )?(?:vote|decide) contre (?:le |ce |tout ){_PAYING}(?:"
    rf" de (?:cette|la|votre)"
    rf" facture)?{_NO_MORE}",
    rf"(?:cette|votre|vos|la) (?:factures?|sommes?|creances?|dette|note) (?:ne |n )?(?:vous )?"
    rf"ser(?:a|ont) {_HOW}(?:pas|jamais|point) {_HOW}{_PAID}{_NO_MORE}",
    rf"(?:elle|celle ci) ne (?:vous )?ser(?:a|ont) {_HOW}(?:pas|jamais|point)"
    rf" {_HOW}{_PAID}{_NO_MORE}",
    rf"aucun {_PAYMENT} (?:ne |n )?(?:vous )?(?:sera|interviendra|aura lieu|partira|est a attendre)"
    rf"(?: {_PAID})?(?: de (?:ma|notre) part| de chez (?:moi|nous))?{_NO_MORE}",
    rf"aucune somme (?:ne )?(?:vous )?sera {_PAID}{_NO_MORE}|rien ne (?:vous )?sera"
    rf" {_PAID}{_NO_MORE}",
    rf"{_SUBJECT}(?:proceder|effectuer|fer)(?:ai|ons|a) (?:a )?(?:aucun|pas (?:a |au |de |a ce )?)"
    rf" ?(?:le |ce )?{_PAYMENT}(?: (?:a|en) (?:votre|vos) (?:profit|faveur|egard))?"
    rf"(?: de (?:cette|la|votre|vos|ces) (?:factures?|sommes?|creance))?{_NO_MORE}",
    rf"{_SUBJECT}(?:y )?donner(?:ai|ons|a) (?:pas|aucune)(?: de)? suite{CLAIM}"
    rf"{_NO_MORE}",
    rf"(?:vous |tu )?(?:n |ne )?(?:en )?(?:aurez|auras|verrez|verras|toucherez|recevrez|obtiendrez"
    rf"|tirerez) {_HOW}(?:{_NONE.replace('|pas|', '|')}|(?:pas|jamais) (?:mon argent|la couleur(?:"
    rf" de"
    rf" (?:mon|cet) argent)?))(?: du tout)?(?: de (?:moi|nous|ma part|notre part|ma poche))?"
    rf"(?! (?:a|de|d|que|en|avant|sans|pour|par|au|si|demain|aujourd|maintenant|ce|cette|tant"
    rf"|encore|plus|tout)\b)",
    r"(?:l argent |(?:ca|cela|rien) )?(?:ne )?sortira (?:pas|jamais) de (?:ma|notre|mes|nos) "
    r"(?:poches?"
    r"|caisses?|comptes?)",
    rf"{_SUBJECT}(?:m |nous )?abstiendr(?:ai|ons) de {_PRONOUN}{_TO_PAY}{_AFTER}",
    rf"(?:c est un|de notre|de mon|mon|notre) refus (?:pur et simple |ferme |categorique |definitif"
    rf" |total )?(?:de (?:payer"
    rf"|regler|paiement|reglement|vous payer)){_AFTER}",
    rf"(?:vous )?(?:n |ne )?(?:tirerez|aurez|obtiendrez|verrez) (?:de (?:moi|nous) )?ni {_COIN} ni "
    rf"(?:explication|excuse"
    r"|reponse|regret|raison)s?",
    rf"(?:votre|cette|la) facture restera (?:donc )?impayee{_NO_MORE}",
    r"(?:je|on) garde (?:mon argent|mes sous)",
    r"payer \?(?: moi \?)?(?: mdr| lol)? ?(?:jamais|non|nan|quelle (?:drole d )?idee)\b",
    r"jamais (?:je|on|nous) (?:ne )?(?:vous )?(?:paierai|payerai|reglerai|paierons|reglerons"
    r"|paiera)"
    rf"{_AFTER}",
    rf"(?:vous serez (?:payee?s?|reglee?s?)|vous (?:aurez|reverrez|verrez) votre argent|je (?:vous"
    rf" )?paierai) {NEVER_DAY.pattern[2:]}"
    r"(?:,? (?:et )?pas avant)?",
)
_FIRM_NOES = (
    r"(?:c est|ce sera|c etait|ca sera|ca restera)(?: (?:donc|toujours|et|ce|sera|un grand|bien))*"
    r" non\b",
    r"(?:la |ma |notre )?reponse (?:est|reste|sera|demeure)(?: (?:donc|toujours|et|reste|restera))*"
    r" non\b(?: et (?:restera|reste|sera|demeurera)(?: toujours)? non\b)?",
    r"(?:je |j ai )?(?:vous )?(?:le )?(?:re)?dis? non\b(?! (?:a|au|aux) (?!vous\b|votre collegue"
    r"|tou))",
    rf"(?<!ai )(?<!avons )(?<!reste )(?<!a )pas un (?:seul )?{_COIN}(?: de (?:ma|notre) part| de"
    rf" moi)?"
    r"(?! (?:de|d|en|que|pour)\b)",
    r"n attendez rien de (?:moi|nous)|ne comptez pas sur (?:moi|nous)(?! (?:pour|avant|a|en)\b)",
)
_NO = whole(*_FIRM_NOES, r"jamais de la vie|(?:non|jamais)(?=\W*$)|quelle (?:drole d )?idee")
"""A no that may be one to anything."""
_FIRM_NO = whole(*_FIRM_NOES)
"""Beside defiance alone such a no is one to paying; "non" by itself may be one to the court."""
_TO_THE_COURT = any_of(r"(?:tribun\w+|huissiers?|juges?|avocats?|procedures?|justice|proces)\b")
_BEGS = any_of(r"(?:s il (?:vous|te) plait|svp|stp|arrete[zr]?|cesse[zr]?|pitie|par pitie)\b")
_DEFIES = any_of(
    r"(?:tribun\w+|huissiers?|juges?|avocats?|saisi\w+|assign\w+|insist\w+|centime|payer \?"
    r"|procedure|justice)"
)
_ALARM = any_of(
    *MISLEADS,
    r"(?:m|me|nous) (?:a|ont|avez|aviez|avait) (?:\w+ )?(?:dit|ecrit|decide|assure)"
    r"|on m a\b(?! (?:demande|charge) de vous repondre\b)",
    r"(?:tribun\w+|juges?|huissiers?|avocats?|justice|collegues?|secretaire|contentieux) (?:\w+"
    r" ){0,2}"
    r"(?:a|ont|avait|est|etait|m a|sait|dit)\b(?! non)",
    r"(?:pas|plus|jamais|rien|non) que\b|(?:est|etait) pas (?:a |pour )?(?:moi|nous)"
    r"|qui\b.{0,20}\ba"
    r" (?:dit|decide)",
    r"(?:ai|avons|reste|a) (?:plus|pas) (?:un|d|de|le|l) (?:seul )?(?:sous?|centime|rond|argent"
    r"|radis)",
    r"(?:ai|avons) (?:plus )?rien\b(?! (?:a|de plus a|d autre a|de particulier a)\b)|(?:dit|dis"
    r"|pretends?) pas\b",
    r"(?:ne|n) (?:vous )?refus\w+ pas|(?:pas|plus|jamais|nullement|aucune)(?: \w+){1,3} (?:de|d) ne"
    r" (?:pas|rien|jamais)",
    r"(?:decisions?|jugements?|arrets?|ordonnances?) (?:du|de|d|des) (?:l |la |un )?(?:tribun|juge"
    r"|justice|huissier"
    r"|cour\b)",
    r"(?:envoy|transm|adress|redig|refai|mett|depos)\w* (?:\w+ ){0,3}factures?|(?:appele[zr]"
    r"|rappele[zr]|contacte[zr]"
    r"|ecrivez|joindre) (?:moi|nous)\b|vous pouvez (?:m|nous|me) (?:appeler|rappeler|contacter"
    r"|joindre|ecrire)"
    r"(?! (?:tous|toutes|autant|si|encore|chaque|jusqu))|(?:transm|adress)\w+ (?:a|au) (?:la|le"
    r"|notre|mon)"
    r" (?!juge|huissier|tribunal)",
)
_BODY = whole(BODY)
_ANOTHER = any_of(r"(?:il|elle) (?:ne|n) (?!est|y|s|faut|sert)")
_QUOTED = re.compile(r"[«»“”\"]|^\s*>", re.M)
_WORD = re.compile(r"\w+")
_INVOICE = any_of(r"factures? (?:(?:n|no|numero|num)[ °.]{0,2} ?)?[a-z]{0,4}[ /-]?\d[\w/-]{2,14}")
_SUM = any_of(
    r"(?:vos|tes|ces|les) \d[\d ., ]{0,9}(?:euros?|€)(?= (?:vous|je|nous) (?:ne |n )?(?:les |en )?"
    r"(?:verrez|toucherez|aurez|paierai|reglerai))"
)
_TITLES = frozenset(
    "le la l de du des les d et pour gerant gerante gerance president presidente tresorier"
    " tresoriere"
    " secretaire directeur directrice direction general generale association docteur dr me maitre m"
    " mme"
    " conseil bureau comite sarl sas sci eurl societe monsieur madame foyer club adjoint".split()
)
_INITIAL = re.compile(r"(?<!\w)[A-ZÉ]\.(?!\w)")
_OF_A_HOUSE = re.compile(
    r"(?:(?:le|la|l|pour) )?(?:gerante?|presidente?|tresori\w+|secretaire|directeur|directrice"
    r"|direction"
    r"|bureau|comite|conseil)(?: general\w*)?(?: (?:de|du|des|d) (?!(?:payer|regler)\b)\w+(?:"
    r" \w+)?){1,3}\W*"
)
_GREETS = re.compile(
    r"\A\W*(?:(?:bonjour|bonsoir|hello|salut|coucou|re)\W+)?(?:(?:ch[eè]re?s?)\s+)?"
    r"(?:(?:madame|monsieur|mme|mademoiselle|messieurs|mesdames|ma[iî]tre|mr|m\.)\b[ ,]*){0,3}"
    r"(?:(?-i:[A-ZÉ][\w'-]+)[ ]?){0,3}[,.!:]?\s*(?:\n|(?<=[,.!])\s)",
    re.IGNORECASE,
)


def find(text: str) -> tuple[Finding, ...]:
    """The refusal, if the whole text is one and nothing else."""
    if len(text) > _LONGEST or _QUOTED.search(text) or not _may_refuse(text):
        return ()
    of_a_body = _BODY.search(fold(text)) is not None
    refusing: list[str] = []
    said_no: list[str] = []
    noes = 0
    for each in sentences(_without_names(text)):
        left, refuses, denies = _left_of(each.folded, of_a_body=of_a_body)
        if left:
            return ()
        if refuses:
            refusing.append(each.raw)
        elif denies and (firm := _firm_noes(each.folded)):
            said_no.append(each.raw)
            noes += firm
    if not refusing and said_no and (noes > 1 or _defies(fold(text))):
        refusing = said_no
    return tuple(
        Finding(intent=Intent.REFUSAL, span=span, rule=RULE, strength=BEYOND_DOUBT)
        for span in refusing[:1]
    )


def _firm_noes(sentence: str) -> int:
    """How often a sentence says no by more than the bare word, unless it is the court's name."""
    first = _FIRM_NO.search(sentence)
    if first is None or _TO_THE_COURT.search(sentence[: first.start()]):
        return 0
    return sum(1 for _ in _FIRM_NO.finditer(sentence))


def _defies(words: str) -> bool:
    return bool(_DEFIES.search(words)) and not _BEGS.search(words)


def with_the_refusal_alone(findings: tuple[Finding, ...], text: str) -> tuple[Finding, ...]:
    """The findings; of a text that is nothing but a refusal that alone, and what stands beside it.

    Insults and the wish for no more letters are no ground: they keep their own place.
    """
    refusal = find(text)
    if not refusal:
        return findings
    beside = (Intent.HOSTILE, Intent.OPT_OUT)
    return (*refusal, *(each for each in findings if each.intent in beside))


_FOREIGN = any_of(
    r"(?:you|your|the|not|won t|paying|our|and|this|ich|wir|nicht|und|das|los|vamos|pagar|che"
    r"|questa|paghero|pagheremo)\b"
)


def is_french(text: str) -> bool:
    """Whether the words of the text are of the language whose words are known here."""
    return not any(_FOREIGN.search(each.folded) for each in sentences(text))


_CLAUSE = re.compile(r"[,;:.!?()]+")
_PAYS_AFTER_ALL = any_of(
    r"(?:je|j|nous|on) (?:vous |te |la |le |les |l |en |vais |veux |prefere |tiens a ){0,3}"
    r"(?:pai\w*|pay\w*|regl\w*"
    r"|solde\w*|vir(?:e|ons|erai)\b)|serez (?:bien )?(?:payee?s?|reglee?s?)|decide (?:de |que )"
    r"(?:je |nous |on |vous )?"
    r"(?:la |le |vous )?(?:pai|pay|regl)\w*|on (?:pai|pay|regl)e\b|(?:factures?|oui)\W{1,3}oui\b(?!"
    r" (?:je|j)\b)|"
    r"(?<!ni )(?:la |le )(?:suivante?"
    r"|prochaine?|reste|principal)\b",
)
_MORE_TO_IT = any_of(
    r"(?:je|c est pour) (?:vous )?(?:plaisant|blagu|rigol|rire|deconn)\w*"
    r"|une (?:blague|plaisanterie)\b|"
    r"vous (?:ne |n |m |me |nous |l |les |la )*(?:avez|aviez|etes|savez|devez|deviez|connaissez)\b"
    r"(?! (?:bien )?(?:(?:repondu|dit) non\b|fait votre (?:travail|metier|boulot|devoir)|assez "
    r"(?:gagne|ecrit|relance"
    r"|insiste)))|"
    r"(?:voir|(?<!y )voyez|cf"
    r"|relisez|lisez)\b|raisons?\b|motifs?\b|convenu\w*|comme (?:dit|prevu|vu|promis|ecrit"
    r"|explique)|d accord\b"
    r"|jugements?\b|moitie\b|expliqu(?!er\b)\w+|(?:pour|vous|a|t) expliquer\b|pourquoi\b|mes "
    r"(?:courriers?|lettres?|mails?|messages?"
    r"|appels?|relances?)"
    r"|(?:je suis|nous sommes|on est|suis) (?!associe|installe|desole|navre|las\b)|annul\w+|avec "
    r"(?:votre|un de vos)"
    r"|votre (?:collegue|commercial\w*|patron\w*|service|societe|technicien\w*|chef|direct\w+)|est "
    r"(?:venue?|passee?)"
    r"|en procedure|plainte\b|(?:tribun\w+|juges?|justice|huissiers?) (?:\w+ )?(?:a|ont|est|etait"
    r"|avait)\b|(?:par|du)"
    r" jugement|adressez|demandez (?!pas)|reparer|promis\b|reprenez|venez\b|cherch\w+ (?:chez|votre"
    r"|vos|la|les)|gardez"
    r"|(?:le|la|les|bien) (?:savez|savent|sait)\b|mais (?:une autre|dites|la bonne)\b|(?:dites"
    r"|disez)"
    r" moi\b|sans (?:les?|la|l|avoir|que) (?!moindre)|pas avec (?!moi)|c est (?:mon|ma|mes|nos"
    r"|notre)"
    r" (?!(?:droit|choix|dernier|decision|reponse|position|argent|affaire|probleme|derniere"
    r"|refus)\b)"
    r"|(?:avais|avions) (?!prevenu|dit (?:non|que (?:je|nous)))|dans (?:le|la|les|mon|ma|mes|notre)"
    r" (?!(?:vide|vent|bac|poubelle|corbeille|panneau|cheminee|tableau|meme|monde|mur|boite|foulee"
    r"|vie"
    r"|futur|broyeuse|tiroir|rue|temps|suite|limite)\b)"
    r"|photos?\b|preuves?\b|budget\w*|moquez|a la (?:procedure|facture)\b"
    r"|personne ne|(?<!laisser )(?<!,  )sans reponse|jamais (?:repond\w*|rappele\w*|ecrit)|pas "
    r"(?:repondu|rappele|ecrit)"
    r"|n est pas\b"
    r"|c est (?:(?:a|au|chez|moi|vous|eux|lui|signe)\b|(?:le|la|l) (?!seule?|meme|moins|derni|premi"
    r"|mien|vie))"
    r"|(?<!c )est\s*(?:,|au\b|devant\b|en\b)|non (?:a|au|aux) (?!vous|votre|tou)",
)


def goes_further(text: str, refusals: list[str]) -> bool:
    """Whether a refusal goes on, in its clause or beside it, in what may be condition or ground.

    Not as strict as `find`: what people tell of themselves beside a refusal is let pass here.
    """
    return any(
        _has_more(taken) or any(_runs_on(clause) for clause in _CLAUSE.split(taken))
        for taken in _marked(text, refusals)
    )


def is_limited(text: str, refusals: list[str]) -> bool:
    """Whether a mere hint of a refusal stands beside a limit, a payment or a ground."""
    return any(
        _LIMIT.search(taken) or _TELLS_OF_A_THING.search(taken) or _has_more(taken)
        for taken in _marked(text, refusals)
    )


def _marked(text: str, refusals: list[str]) -> list[str]:
    """The folded sentences; "#" is a refusal whose words are all known, "%" another of those given.

    Of a sentence that alarms by itself a limit is left.
    """
    of_a_body = _BODY.search(fold(text)) is not None
    marked = []
    for each in sentences(_without_names(text)):
        words = " ".join(each.folded.split())
        if _ALARM.search(words) or (not of_a_body and _ANOTHER.search(words)):
            marked.append(_ALARMS)
        words = _PUTS_IT.sub(" ", NEITHER.sub("jamais", _INVOICE.sub("facture", words)))
        taken = _NO.sub("#", _REFUSALS.sub("#", words))
        for span in refusals:
            taken = taken.replace(" ".join(fold(span).split()), "%")
        marked.append(taken)
    return marked


def _has_more(taken: str) -> bool:
    if taken == _ALARMS or _OF_SOMETHING_ELSE.search(taken):
        return True
    rest = FAREWELL.sub(" , ", SAYINGS.sub(" , ", _MARK.sub(" § ", taken)))
    return bool(_PAYS_AFTER_ALL.search(rest) or _MORE_TO_IT.search(rest))


def _runs_on(clause: str) -> bool:
    said = FAREWELL.sub(" ", SAYINGS.sub(" ", clause))
    if "#" in clause and not GLUE.issuperset(_WORD.findall(said)):
        return True
    return "%" in clause and not _TAILS.issuperset(_WORD.findall(said.rpartition("%")[2]))


_PUTS_IT = any_of(
    r"jusqu a (?:ce que mort s ensuive|la fin des temps|mon dernier souffle)\b",
    r"c est moi qui (?=dis\b|refuse\b|#|%)|je suis (?:seulement |juste |simplement )?charge\w* de"
    r" vous (?:le|l) \w+"
    r"(?: savoir)?",
    r"(?:dis|dites) (?:leur|lui) (?:que |qu )",
    r"(?:et )?ne (?:fournir|donner|dir)\w+ (?:aucune|pas de|pas d) (?:justification"
    r"|explication)s?\b",
    r"f[ae](?:i)?tes? (?:ce )?(?:que|ke) (?:vous|tu) (?:voulez|veux|voudrez)\b",
)
_ALARMS = "!"
_MARK = re.compile("[#%]")
_LIMIT = re.compile(
    r"[#%] (?:(?:pas|rien|jamais|plus|du tout|cette|votre|la|facture) ){0,3}(?:que|qu|sous|avec"
    r"|avant|apres|sans|tant|tout(?:es?)?\b(?! (?:court|simplement))|plus\b|autant|assez|deux|si\b"
    r"|quand|maintenant|aujourd|demain|ce mois|cette semaine|de (?:suite|moins|plus)|au comptant"
    r"|en (?:retard|plusieurs)|pour\b)"
)
_TELLS_OF_A_THING = re.compile(
    r"[#%].*[,:;.] (?:le|la|les|l|mon|ma|mes|nos) (?!(?:decision|position|reponse|choix|refus"
    r"|dossier)\b)"
    r"\w+ (?:\w+ )?(?:est|sont|etait|etaient|ne|n|a|ont|reste|sonne|cloque|fuit|coule|manque)\b"
)
_OF_SOMETHING_ELSE = re.compile(
    rf"[#%] (?:(?:a|au) (?:un|votre|l|la|le)?|votre|vos|les|ces|une?|l|la|le|cette|ce)"
    rf" (?:(?:fameuse|jolie|belle|seule?|moindre|derniere|petite|maudite|dite) )?(?!{_MONEY})"
    r"(?!prochaine?s?\b|location|prestation|commande|intervention|moindre|jour|mois|fois|semaine"
    r"|dessus|point|annee)\w{3,}"
    r"|\bc est (?:la|le|l|les|au|a la) ?(?:direction|bureau|comptab\w+|societe|siege|mairie"
    r"|gerance)\b"
    r"|[#%] (?:de|d) (?:frais|penalit\w*|interets|indemnit\w*|majoration\w*|huissiers?|avocats?"
    r"|acomptes?|provision|caution)|[#%] ?\?|[#%] (?:(?:pas|jamais|rien|cette facture) )?(?:par|via"
    r"|sur) (?:\w+ )?(?:telephone|mails?|e ?mails?|sms|internet|fax|courriels?|ligne)\b"
    r"|\b(?:jamais|pas) dit (?:que|qu)\b|\bjamais (?:vue?s?|rencontre\w*)\b"
    r"|\bjamais (?:je|nous|on) ne vous %|\bmais (?:une autre\b|dites)|\bpour retrouver\b|\ba (?:ma"
    r"|notre) place\b"
    r"|\b(?:dossier|affaire|litige) est (?:[%#]|au\b|devant\b|chez\b|en\b)"
    r"|[#%] sur (?:moi|nous) (?:pour (?!payer|regler|vous payer)|avant\b|a\b)"
    r"|[#%] suite (?:a|aux) (?:votre|vos|la|cette) \w+ (?:de|d|concernant)"
    r" (?!(?:paiement|reglement|relance)\b)"
)


_TAILS = frozenset(
    "cette votre vos la les ces facture factures somme creance dette point voila moi nous de notre"
    " location prestation commande intervention ma part et ni jamais non merci donc a vous cela ca"
    " barre rien final enfin bref centime sou"
    " euro".split()
)


def _may_refuse(text: str) -> bool:
    words = fold(text)
    return bool(_REFUSALS.search(NEITHER.sub("jamais", words)) or _NO.search(words))


def _left_of(sentence: str, *, of_a_body: bool) -> tuple[bool, bool, bool]:
    """Whether anything is left of a sentence; whether it refuses to pay; whether it says no."""
    if _ALARM.search(sentence) or (not of_a_body and _ANOTHER.search(sentence)):
        return True, False, False
    words = " ".join(sentence.replace(" ' ", " ").split())
    words = NEITHER.sub("jamais", _SUM.sub("cela", _INVOICE.sub("facture", words)))
    rest = _REFUSALS.sub(" § ", words)
    refuses = rest != words
    denies = bool(_NO.search(rest))
    rest = FAREWELL.sub(" , ", SAYINGS.sub(" , ", _NO.sub(" ¤ ", rest)))
    left = "?" in rest or not GLUE.issuperset(_WORD.findall(rest))
    return left, refuses, denies


def _without_names(text: str) -> str:
    """The text without the name in its greeting and those below it."""
    lines = _GREETS.sub("", _SIGNED.sub(_unless_a_name, text.strip()), count=1).split("\n")
    while len(lines) > 1 and (not lines[-1].strip() or _is_a_name(lines[-1])):
        lines.pop()
    return "\n".join(lines)


_SIGNED = re.compile(r"(?<=[\w,.!])[ ,]\s*((?:[A-ZÉ][\w-]+\s+){1,2}[A-ZÉ][\w-]+)\s*\Z")


def _unless_a_name(match: re.Match[str]) -> str:
    first = _WORD.findall(fold(match[1]))[0]
    return "" if first in GIVEN_NAMES else match[0]


def _is_a_name(line: str) -> bool:
    words = _WORD.findall(fold(line))
    if not words or len(words) > 8:
        return False
    if _OF_A_HOUSE.fullmatch(" ".join(words)):
        return True
    others = [word for word in words if word not in _TITLES]
    if not others:
        return True
    if any(not word[0].isupper() for word in re.findall(r"[^\W\d]+", line) if fold(word) in others):
        return len(others) == 1 and others[0] in GIVEN_NAMES
    known = any(word in GIVEN_NAMES for word in others) or _INITIAL.search(line)
    return len(others) <= 4 and (len(words) > 1 or bool(known))
