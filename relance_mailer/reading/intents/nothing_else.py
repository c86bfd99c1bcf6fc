"""Whether a text is a flat refusal and nothing else: every word of it is accounted for.

Rules look for grounds in what they know; a ground may be told in words that nobody foresaw. So this
asks the other way round. Each sentence must be a refusal by the writer or the house he writes for,
or one of the turns that people put around one (`flat_words`), with but small words left over. One
word that belongs to neither, one question, one quotation, and the rules decide as they always did.
"""

import re

from relance_mailer.reading.given_names import GIVEN_NAMES
from relance_mailer.reading.intents.flat_frames import FRAME_WORDS, FRAMES
from relance_mailer.reading.intents.flat_grammar import (
    FIRM_NO,
    MONEY,
    NO,
    PAYING_NOT,
    PAYS_NOT,
    REFUSALS,
    REFUSING,
)
from relance_mailer.reading.intents.flat_out_english import refusing_in
from relance_mailer.reading.intents.flat_words import (
    BODY,
    FAREWELL,
    GLUE,
    MISLEADS,
    NEITHER,
    SAYINGS,
    whole,
)
from relance_mailer.reading.intents.flatly import names_a_ground
from relance_mailer.reading.intents.phrases import BEYOND_DOUBT, any_of, fold, sentences
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

_TO_THE_COURT = any_of(r"(?:tribun\w+|huissiers?|juges?|avocats?|procedures?|justice|proces)\b")
_BEGS = any_of(r"(?:s il (?:vous|te) plait|svp|stp|arrete[zr]?|cesse[zr]?|pitie|par pitie)\b")
_DEFIES = any_of(
    r"(?:tribun\w+|huissiers?|juges?|avocats?|saisi\w+|assign\w+|insist\w+|centime|payer \?"
    r"|procedure|justice)"
)
_ALARM = any_of(
    *MISLEADS,
    r"pris avec (?:vous|votre|vos)\b",
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
_INVOICE = any_of(
    r"factures? (?:(?:n|no|numero|num)[ °.]{0,2} ?)?[a-z]{0,4}[ /-]?\d[\w/-]{2,14}",
    r"(?<=\bces )(?:[2-9]|deux|trois|quatre|cinq|six) factures",
)
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
_LONE_NAME = re.compile(
    r"(?!Doubl|Annul|Rembours|Retour|Stop|Non\b|Nope)[A-ZÉÈ][a-zéèêëïîôûç]{2,13}"
)
_OF_A_BRITISH_HOUSE = re.compile(
    r"(?:The )?(?:Company |Honorary )?(?:Secretary|Director|Chairman|Treasurer|Clerk)"
    r"(?:,? (?:of|and|the|to|[A-Z][\w'-]+)){0,8}"
)
_GREETS = re.compile(
    r"\A\W*(?:(?:bonjour|bonsoir|hello|salut|coucou|re)\W+)?(?:(?:ch[eè]re?s?)\s+)?"
    r"(?:(?:madame|monsieur|mme|mademoiselle|messieurs|mesdames|ma[iî]tre|mr|m\.)\b[ ,]*){0,3}"
    r"(?:(?-i:[A-ZÉ][\w'-]+)[ ]?){0,3}[,.!:]?\s*(?:\n|(?<=[,.!])\s)",
    re.IGNORECASE,
)


def find(text: str) -> tuple[Finding, ...]:
    """The refusal, if the whole text is one and nothing else."""
    if len(text) > _LONGEST or _QUOTED.search(text):
        return ()
    if is_english(text):
        return _found_in_english(text)
    whole_text = fold(text)
    closes = _CLOSES.search(whole_text) is not None
    told = sentences(_without_names(text))
    if not any(_may_refuse(_plain(each.folded, closes=closes)) for each in told):
        return ()
    of_a_body = _BODY.search(whole_text) is not None
    refusing: list[str] = []
    said_no: list[str] = []
    noes = 0
    for each in told:
        left, refuses, denies = _left_of(each.folded, of_a_body=of_a_body, closes=closes)
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


_NOW_NOR_THEN = any_of(
    r"(?:ni|pas) (?:aujourd ?hui|maintenant)\W{1,3}(?:et )?(?:(?:ni|pas) (?:demain|apres demain"
    r"|plus tard"
    r"|le mois prochain|l an(?:nee)? prochaine?|la semaine prochaine|dans (?:\w+ ){1,2}(?:mois"
    r"|ans?))\b"
    r"(?:\W{1,3}(?=ni |pas ))?){1,4}"
)
"""Now and later: never to whoever also closes the talk, a postponement to others."""
_CLOSES = any_of(
    r"inutile d(?:e|) ?(?:m |me |nous )?(?:insist|reecri|ecri|relanc|rappel)\w*|pas a (?:me|nous)"
    r" justifi"
    r"|(?:c est|est ce) (?:assez )?clair|faites (?:donc )?(?:ce|comme)|saisissez|assignez|definitiv"
    r"|irrevocable"
    r"|c est (?:non|tout|decide|tranche|comme ca)\b|envoyez qui|aucune (?:raison|explication)"
    r"|pas (?:de raison|d explication)|un point"
)


def _found_in_english(text: str) -> tuple[Finding, ...]:
    told = text if _NO_GREETING.match(text) else _without_names(text)
    return tuple(
        Finding(intent=Intent.REFUSAL, span=span, rule=RULE, strength=BEYOND_DOUBT)
        for span in refusing_in(told)[:1]
    )


_NO_GREETING = re.compile(r"\W*(?:no|not|nope|never)\b", re.IGNORECASE)


def _firm_noes(sentence: str) -> int:
    """How often a sentence says no by more than the bare word, unless it is the court's name."""
    first = FIRM_NO.search(sentence)
    if first is None or _TO_THE_COURT.search(sentence[: first.start()]):
        return 0
    return sum(1 for _ in FIRM_NO.finditer(sentence))


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
    kept = (each for each in findings if each.intent in beside and each.strength > _HINT)
    return (*refusal, *kept)


_HINT = 1


_FOREIGN = any_of(
    r"(?:you|your|the|not|won t|paying|our|and|this|ich|wir|nicht|und|das|los|vamos|pagar|che"
    r"|questa|paghero|pagheremo)\b"
)


def is_french(text: str) -> bool:
    """Whether the words of the text are of the language whose words are known here."""
    return not any(_FOREIGN.search(each.folded) for each in sentences(text))


def is_english(text: str) -> bool:
    """Whether the text is read by the English words of a refusal, and by no others."""
    words = _WORD.findall(fold(text))
    ours = sum(map(_ENGLISH.__contains__, words))
    return ours > sum(map(_NOT_ENGLISH.__contains__, words))


_ENGLISH = frozenset(
    "the of and to is you i our your this that it for not have with please are will my am we be"
    " won paying pay payment us money from court me".split()
)
_NOT_ENGLISH = frozenset(
    "le la les de des du un une et est je vous nous pas que ne qui ce n l d j ich wir nicht und das"
    " die der ist zahle bezahlen el los y por no voy vamos pagar che di questa non paghero"
    " pagheremo per con il lo gli bon bonne week".split()
)


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
        taken = NO.sub("#", REFUSALS.sub("#", words))
        for span in refusals:
            taken = taken.replace(_INVOICE.sub("facture", " ".join(fold(span).split())), "%")
        marked.append(taken)
    return marked


def _has_more(taken: str) -> bool:
    if taken == _ALARMS or _OF_SOMETHING_ELSE.search(taken):
        return True
    framed = _MARK.sub(" § ", taken)
    rest = FAREWELL.sub(" , ", SAYINGS.sub(" , ", framed))
    if _PAYS_AFTER_ALL.search(rest) or _MORE_TO_IT.search(rest):
        return True
    left = FAREWELL.sub(" , ", SAYINGS.sub(" , ", FRAMES.sub(" , ", framed)))
    return _TURNS_IT.search(left) is not None or _MINE.search(framed) is not None


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
_TURNS_IT = any_of(
    r"(?:pas|plus|jamais|rien|aucune?|ni|sauf|sinon|hormis|excepte|seulement|uniquement|beaucoup"
    r"|peu(?! de resultat)|mal|trop|moins|loin|si(?! seulement)|sans|jusqu(?! a (?:paques|la"
    r" trini))"
    r"|filiale|holding|siege|locataires?|voisine?s?|predecesseurs?|clients?|syndic|assur\w+|mairie"
    r"|commune|reclamations?|chacun|moitie|\d\w*|euros?)\b",
    r"(?:remarques?|reproches?|erreurs?|errone\w*|critiques?|reserves?|griefs?|explications?"
    r"|defauts?"
    r"|a redire|d abord|correct\w*|reprendre|refaire|reprises?|(?:retourn|renvoy|restitu|livr"
    r"|repar|recuper|enlev|termin|achev)\w+|rendre|finir|finissez|vise\w*|verra\w*"
    r"|sur (?:votre|vos|le|la|les))\b",
    r"(?:a|ai|ont|avons) (?:paye|regle|vire|perdu)\w*|(?:emploi|chomage|demenage\w*|separe\w*"
    r"|divorc\w*|succession|fermee?s?|malade\w*|hopital|hospitalis\w*|morte?s?|deces|decede\w*"
    r"|ruine\w*)\b",
)
"""What is denied, excepted, counted, another's, ill done or a trouble, beside a refusal."""
_MINE = any_of(
    r"mes (?:courriers?|lettres?|mails?|messages?|appels?|relances?|demandes?)\b",
    r"(?:eu|recu|obtenu) (?:aucune|pas d) (?:explication|reponse)s?\b",
)
"""What was written to us, and what never came of it."""
_ALARMS = "!"
_MARK = re.compile("[#%]")
_LIMIT = re.compile(
    r"[#%] (?:(?:pas|rien|jamais|plus|du tout|cette|votre|la|facture) ){0,3}(?:que|qu|sous|avec"
    r"|avant|apres|sans|tant|tout(?:es?)?\b(?! (?:court|simplement))|plus\b|autant|assez|deux|si\b"
    r"|quand|maintenant|aujourd|demain|ce mois|cette semaine|de (?:suite|moins|plus)|au comptant"
    r"|(?:en|par) (?:ligne|especes|liquide|agence|avance|cheque|virement|carte|prelevement)\b"
    r"|en (?:retard|plusieurs|une|deux|trois)|pour\b|d (?:un (?:seul )?(?:coup|bloc)|avance\b)"
    r"|rapide|immediat"
    r"|partiel|complet|integral|comptant|sous\b|sur (?:ce|le|un|votre|vos|l)\b"
    r"|a (?:cette|une|l autre) adresse)"
)
_TELLS_OF_A_THING = re.compile(
    r"[#%].*[,:;.] (?:le|la|les|l|mon|ma|mes|nos) (?!(?:decision|position|reponse|choix|refus"
    r"|dossier)\b)"
    r"\w+ (?:\w+ )?(?:est|sont|etait|etaient|ne|n|a|ont|reste|sonne|cloque|fuit|coule|manque)\b"
)
_OF_SOMETHING_ELSE = re.compile(
    rf"[#%] (?:(?:a|au) (?:un|votre|l|la|le)?|votre|vos|les|ces|une?|l|la|le|cette|ce)"
    rf" (?:(?:fameuse|jolie|belle|seule?|moindre|derniere|petite|maudite|dite) )?(?!{MONEY})"
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
    r"|\b(?:eu|recue?|obtenue?|donnee?) %|% n (?:a|ont) ete\b|\bpris avec vous\b"
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


def _may_refuse(words: str) -> bool:
    """Whether a sentence says no; of most that is seen in one look, before frames are taken out."""
    pays_not = PAYS_NOT.search(words)
    if not (pays_not or REFUSING.may_match(words)):
        return False
    if _refuses(words, pays_not):
        return True
    return _refuses(" ".join(FRAMES.sub(" , ", words).split()), pays_not)


def _refuses(words: str, pays_not: re.Match[str] | None) -> bool:
    return bool((pays_not and PAYING_NOT.search(words)) or REFUSING.search(words))


def _left_of(sentence: str, *, of_a_body: bool, closes: bool) -> tuple[bool, bool, bool]:
    """Whether anything is left of a sentence; whether it refuses to pay; whether it says no."""
    words = _plain(sentence, closes=closes)
    framed = " ".join(FRAMES.sub(" , ", words).split())
    refused = REFUSALS.sub(" § ", words)
    ways = (
        (words, refused),
        (framed, FRAMES.sub(" , ", refused)),
        (framed, REFUSALS.sub(" § ", framed)),
    )
    known = []
    for told, rest in ways:
        if _ALARM.search(told) or (not of_a_body and _ANOTHER.search(told)):
            continue
        denies = bool(NO.search(rest))
        said = FAREWELL.sub(" , ", SAYINGS.sub(" , ", NO.sub(" ¤ ", rest)))
        if "?" not in said and _SMALL.issuperset(_WORD.findall(said)):
            known.append(("§" in rest, denies))
    refuses, denies = max(known, default=(False, False))
    return not known, refuses, denies


def _plain(sentence: str, *, closes: bool) -> str:
    """A sentence with one word for each way to name the invoice, the sum and never."""
    words = " ".join(sentence.replace(" ' ", " ").split())
    words = NEITHER.sub("jamais", _SUM.sub("cela", _INVOICE.sub("facture", words)))
    return _NOW_NOR_THEN.sub("jamais", words) if closes else words


_SMALL = GLUE | FRAME_WORDS


def _without_names(text: str) -> str:
    """The text without the name in its greeting and those below it."""
    lines = _GREETS.sub("", _SIGNED.sub(_unless_a_name, text.strip()), count=1).split("\n")
    while len(lines) > 1 and (not lines[-1].strip() or _is_a_name(lines[-1])):
        lines.pop()
    if len(lines) > 1 and _LONE_NAME.fullmatch(lines[-1].strip()) and not names_a_ground(lines[-1]):
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
    if _OF_A_HOUSE.fullmatch(" ".join(words)) or _OF_A_BRITISH_HOUSE.fullmatch(line.strip()):
        return True
    others = [word for word in words if word not in _TITLES]
    if not others:
        return True
    if any(not word[0].isupper() for word in re.findall(r"[^\W\d]+", line) if fold(word) in others):
        return len(others) == 1 and others[0] in GIVEN_NAMES
    known = any(word in GIVEN_NAMES for word in others) or _INITIAL.search(line)
    return len(others) <= 4 and (len(words) > 1 or bool(known))
