"""No more mail is asked for, data protection is invoked, or a lawyer's address for service.

"Pas la peine de me relancer, je paie vendredi" is no opt-out: it says when. The examples: `TAKES`
and `LEAVES`.
"""

from relance_mailer.reading.intents.phrases import WHEN, find_by, rule
from relance_mailer.reading.intents.stands import find_silences
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "Merci de ne plus m'écrire à cette adresse.",
    "En application du RGPD, je vous demande d'effacer mes données.",
)
LEAVES = (
    "Ne m'écrivez plus d'ici là, le virement part vendredi.",
    "Écrivez-moi plutôt à la fin du mois.",
)

_MAIL = (
    r"(?:mails?|mels?|courriels?|e ?mails?|messages?|courriers?|relances?"
    r"|rappels?|envois?|spams?|sms|lettres?)"
)
_UNTIL = (
    r"d ?ici (?:la|lundi|mardi|mercredi|jeudi|vendredi|le|fin)|en attendant"
    rf"|{WHEN}.{{0,25}}(?:regle|paie|vire|pay)",
    r"inutile de (?:me |nous )?(?:relancer|rappeler)|merci d ?arreter les relances d",
)

_RULES = (
    rule(
        "plus de mails",
        r"ne (?:plus|pas) (?:utiliser|vous servir de|ecrire (?:a|sur)) (?:cette|mon"
        r"|ma|notre|l) (?:\w+ )?(?:adresse|mail|boite|messagerie|email)",
        r"plus (?:de|d|aucun) (?:mails?|messages?|courriels?|e ?mails?|sms)\b",
        r"(?:plus|plus aucun|plus jamais|aucun autre|pas d autres?) (?:de |d "
        r"|un seul |un |recevoir (?:\w+ )?(?:de )?)?(?:vos "
        rf"|tes )?{_MAIL}(?: \w+)?(?: (?:svp|merci|stp|s il|de votre|de vous|a cette"
        r"|sur|par|mon|,|\.|!)|\W*$|(?=\W))(?<!plus d envoi)",
        r"(?:ne |n )?(?:plus|jamais) (?:m en |me |m |nous |lui |leur "
        r"|vous adresser (?:directement )?a |rien (?:lui |me |m |nous )?)?(?:ecrire"
        r"|contacter|solliciter|adresser|envoyer|importuner|deranger|mailer"
        r"|recontacter|relancer (?:par|sur|a|ici)|recevoir (?:de |d |vos |aucun|rien)"
        r"|joindre par)",
        r"(?:ne )?(?:m |nous )?(?:ecrivez|contactez|envoyez|sollicitez|ecris|contacte"
        r"|importunez|derangez) (?:moi |nous )?(?:plus(?! (?:longuement|tard|souvent))|pas|rien"
        r"|jamais)"
        r"|veux plus (?:\w+ ){0,3}(?:recevoir|voir|entendre|un seul|aucun)"
        r"|souhait\w+ (?:ne )?plus (?:recevoir|etre)|ne (?:souhaite|desire|veux"
        r"|souhaitons) plus (?:\w+ )?(?:recevoir|etre (?:contact|sollicit|relanc))\w*",
        r"(?:arret\w+|cess\w+|stopp\w+|suspend\w+|interromp\w+|stop|mettre fin a"
        rf"|met\w+ fin a|fin a) (?:\w+ ){{0,4}}(?:de m ecrire|d ecrire|m ecrire"
        r"|ecrire a|m envoyer|nous envoyer|de me contacter|tout envoi"
        r"|toute communication|(?:ces|vos|les|tes|ce|l envoi de ces"
        rf"|vos) (?:\w+ )?{_MAIL}|vos rappels|votre correspondance|me (?:mailer"
        r"|contacter|spammer))|d y mettre fin",
        r"stop (?:aux? |les |vos )?(?:mails?|relances?|messages?)|(?:desabonn\w+|desinscri\w+"
        r"|unsubscribe|(?<!l a )(?<!l ont )retir\w+|supprim\w+|enlev\w+|ray\w+|effac\w+|sort\w+"
        r"|vire) (?:moi |nous |\w+ ){0,3}(?:mon (?:mail|adresse|numero|nom)"
        r"|ma (?:boite|adresse)|notre adresse|cette adresse|mes (?:donnees"
        r"|coordonnees)|de (?:votre|vos|la|cette) (?:liste|fichier|base|diffusion"
        r"|mailing)\w*|mon e ?mail)|desabonnez|(?:faites )?une croix sur mon mail",
        r"(?:preferer\w*|prefere|passer(?! a la poste)|passez|uniquement|exclusivement|desormais"
        r"|(?:seulement|tout)(?= (?:\w+ ){0,4}(?:par|au) )) (?:\w+ ){0,4}(?:par |au |une"
        r" )?(?:(?:la )?poste"
        r"|courrier postal|lettre|voie postale|recommande|courrier papier|papier"
        r"|voie du portail)\b(?!.{0,40}facture)|passer au courrier"
        r"|m ecrire (?:uniquement )?par (?:la poste|courrier|voie)"
        r"|par voie postale\W*$",
        r"(?:utiliser|usage de|emploi de|ecrire a|servir de|sur) (?:plus )?(?:mon"
        r"|cette|ma|notre|la) (?:adresse (?:personnelle|perso|pro\w*|prive\w*)"
        r"|messagerie|boite (?:personnelle|perso|pro\w*|prive\w*)|mail (?:personnel"
        r"|perso|pro))",
        r"(?:stop|no more|cease|do not|don t|please stop"
        r"|stop all) (?:\w+ )?(?:e ?mail\w*|contact\w*|writing|sending|messag\w+"
        r"|correspond\w+|reminders)|(?:remove|take|delete) (?:me|us|this (?:mailbox"
        r"|address|email)|my (?:email|address|data|details))|unsubscribe"
        r"|opt(?:ing)? ?out",
        r"keine (?:weiteren )?(?:e ?mails?|mahnungen|nachrichten)|no (?:me"
        r"|nos) (?:escriban?|envien?|contacten?) mas|non (?:mi|ci) (?:scrivete"
        r"|contattate|inviate) piu",
        leaves=(
            *_UNTIL,
            r"huissier|nouvelles?\b|plus (?:de )?(?:nouvelles?|facture)|plus recu|(?:j "
            r"|je |n )(?:ai|avons|a) (?:\w+ )?(?:pas|jamais|plus) (?:\w+ )?(?:recu|eu)"
            r"|pas (?:recu|eu|vu|encore|de facture)|j ?ai pas|n est plus|erreur"
            r" plus d|pas (?:un |de )?(?:message|mail) (?:de|automatique)"
            r"|pas de mail (?:de|recu|avec)",
        ),
    ),
    rule(
        "données personnelles",
        r"(?:rgpd|r\.?g\.?p\.?d|gdpr|dsgvo|cnil\b|droit (?:d ?opposition"
        r"|a l ?effacement|a l ?oubli|d ?acces)|protection des donnees"
        r"|mes donnees (?:personnelles)?|donnees personnelles|opposition (?:a l"
        r"|au traitement|formelle)|m ?oppose (?:a|au) (?:tout |la |toute "
        r"|l )?(?:traitement|utilisation|usage|envoi)|art(?:icles?|\.)? (?:15|17"
        r"|21)\b|data protection|vie privee|data subject|datenschutz"
        r"|proteccion de datos)",
    ),
    rule(
        "avocat ou représentant",
        r"(?:elisons|elit|fait|election de|elu|elis) (?:election de )?domicile"
        r"|domicile (?:elu|en mon cabinet)|(?:est|suis|sommes|desormais"
        r"|maintenant) (?:desormais )?represente\w* par|(?:toute"
        r"|toutes) (?:communication|correspondance|notification"
        r"|demande)s? (?:\w+ ){0,4}(?:doit|devra|doivent|devront|passer|etre|a"
        r"|par) (?:\w+ ){0,3}(?:mon|notre|son|adresse\w*|lui|conseil|avocat"
        r"|exclusiv\w+|maitre)|(?:voyez|adressez vous|parlez|passez|vous adresser"
        r"|ecrivez|contactez|voir)(?: \w+){0,3} (?:a |avec |par |directement )+(?:mon"
        r"|notre|son|l|me\b|maitre) ?(?:avocate?|conseil\b|maitre)|(?:confie|remis"
        r"|transmis) (?:\w+ ){0,4}(?:a (?:mon|notre|ma) (?:avocate?|conseil\b"
        r"|protection juridique))|(?:address|direct|refer) (?:all"
        r"|any) (?:further )?(?:correspondence|communications?) to (?:our"
        r"|my) (?:solicitors?|lawyers?|attorneys?|counsel)",
        leaves=(r"redressement|liquidation|sauvegarde|insolvenz",),
    ),
    rule(
        "lassitude",
        r"(?:laissez|laisse|foutez|fichez|lachez|fous) (?:moi|nous) (?:tranquille"
        r"|en paix|la paix|la grappe|les baskets)|trop de (?:mails|relances|messages)"
        r"|(?:arret\w+|cess\w+) (?:de )?(?:me |nous )?(?:relancer|harceler|inquieter"
        r"|importuner|embeter|spammer)|arretez (?:les|vos|ces|avec vos) relances"
        r"|suspendre vos (?:envois|courriels|relances|rappels|mails)",
        leaves=_UNTIL,
        strength=1,
    ),
)


def find(text: str) -> tuple[Finding, ...]:
    """Where the text asks for silence or for another channel."""
    return find_by(Intent.OPT_OUT, _RULES, text) + find_silences(text)
