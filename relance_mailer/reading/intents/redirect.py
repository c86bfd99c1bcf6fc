"""The wrong person: write to someone else, or the person has left.

A stand-in during an absence is none. The examples: `TAKES` and `LEAVES`.
"""

from relance_mailer.reading.intents.errands import find_elsewhere
from relance_mailer.reading.intents.phrases import find_by, rule
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TO_A_SUCCESSOR = "passé à un successeur"
"""The rule of whose affair a successor has, told without an address."""

TAKES = (
    "L'immeuble n'est plus à nous, elle est à adresser au nouveau propriétaire.",
    "Merci d'écrire désormais à compta@exemple.fr.",
    "Je ne travaille plus dans cette société.",
)
LEAVES = (
    "Je transmets à ma collègue de la comptabilité.",
    "En mon absence, écrivez à ma collègue jeanne@exemple.fr.",
)

_ADDRESS = r"[\w.+-]{1,60}(?: [\w.+-]{1,20}){0,3}@[\w.-]{3,60}"
_ABSENCE = (
    r"en (?:mon|son|notre) absence|pendant (?:mes|ses|son|mon|leurs?) (?:conges?"
    r"|absence|vacances)|jusqu a (?:mon|son) retour|de retour le|absent\w* jusqu",
)
_GO = (
    r"(?:ecri\w+|adress\w+|envo\w+|contact\w+|voir|vois|voyez|renvoy\w+"
    r"|transmet\w+|dirig\w+|tourn\w+|joindre|relanc\w+|redirig\w+|rapproch\w+"
    r"|essaye\w*|demand\w+|redepos\w+|utilis\w+|interrog\w+|passer par|passez par"
    r"|parle[rz]?|s?adresser|appartient|deposer)"
)

_SUCCESSOR = (
    r"(?:successeurs?|repreneurs?|acquereurs?|acheteurs?|nouve(?:au|aux|lle|lles)"
    r" (?:syndics?|proprietaires?|gestionnaires?|exploitants?|gerante?s?|locataires?))"
)
_RULES = (
    rule(
        "écrivez à",
        rf"{_GO} (?:\w+ ){{0,14}}?(?:a |au |aux |avec |par |vers |l adresse |chez "
        rf"|sur |sont |: ?){{0,5}}[^@.]{{0,60}}?\S{{1,60}}@\S{{3,60}}",
        r"(?:releve(?:nt)? de|regle tout maintenant|son|leur|sa|l|nouvelle|bonne"
        r"|nouveau|seule|unique|voici|mail|e ?mail|courriel|adresse|contact"
        r"|interlocut\w+|referente?|joint ici|point d entree|service|comptabilite"
        r"|compta|bal generique|remplac\w+|successeur|c est|pour payer|gestion"
        r"|tutelle|syndic|associe|gerant|siege) (?:[^@.]{0,70}?)[\w.+-]{1,40}(?: "
        r"[\w.+-]{1,20}){0,3}@[\w.-]{3,60}",
        r"(?:please )?(?:contact|write to|email|redirect|send|forward|address|reach"
        r"|use|speak to|handled by|go through"
        r"|direct)\b[^@.]{0,90}[\w.+-]{1,60}@[\w.-]{3,60}|(?:wenden sie sich"
        r"|schreiben sie|kontaktieren)[^@]{0,60}@|(?:escriba\w*|dirija\w*"
        r"|contact\w+)[^@]{0,60}@|(?:scriv\w+|rivolg\w+|contatt\w+)[^@]{0,60}@",
        leaves=(
            *_ABSENCE,
            r"(?:renvoyez|envoyez|transmettez|adressez|redonnez|renvoie|envoie) (?:moi"
            r"|nous|la moi|la nous) (?:la |le |une |un )?(?:facture|duplicata|copie|rib)"
            r"|justificatifs? a",
        ),
        strength=3,
    ),
    rule(
        "à qui, on ne sait",
        r"ai pas (?:leurs?|ses|son|l) ?(?:adresses?|coordonnees|mails?|contacts?)\b",
        r"(?:ne |n )?(?:sai[st]|savons|saurais) (?:vraiment |absolument |meme )?pas"
        r" (?:vous dire )?a qui (?:il faut |vous (?:devez|pouvez|pourriez) |faut il )?"
        r"(?:(?:vous |s )adresser|ecrire|contacter|relancer)",
        r"n avons repris que (?:les murs|le (?:local|bail|fonds))",
        leaves=(
            r"(?:pai|pay|regl|vir|vers)(?:e|es|er|erai|erons|ons|era)\b|cheque|virement|@",
            *_ABSENCE,
        ),
    ),
    rule(
        "pas la bonne personne",
        r"(?:ne |n )?(?:suis|est|sommes|fais|fait|travaille|travaillons"
        r"|fait) (?:\w+ )?plus (?:\w+ ){0,4}(?:partie|ici|la|dans|chez|au club"
        r"|pour cette|en charge|tresori\w+|president\w*|gerante?|comptable|le gerant"
        r"|la (?:gerante|tresoriere|presidente)|responsable|salarie\w*|employe\w*"
        r"|de (?:la societe|l entreprise)|membre|associe\w*|proprietaire|secretaire"
        r"|l interlocut\w*|le bon|le tresorier)|(?:c |c ?est )(?:plus|pas) moi (?:qui"
        r"|le|la|l)|plus moi le gerant|(?:j ?ai|a) (?:quitte|vendu|cede) (?:la |l "
        r"|le |mes |en |mon |ma |notre |\w+ )|(?:a quitte|ne fait plus partie"
        r"|a ete mut\w+|est parti\w* (?:a la retraite|en retraite)"
        r"|n est plus (?:en poste|chez nous|parmi|dans|la\b|salari\w+|tresori"
        r"|presid))|je quitte (?:l |la |mes |mon )",
        r"(?:pas|mauvais\w*) (?:moi|la bonne personne|le bon (?:service|contact"
        r"|interlocut\w*|destinataire|martin|interlocuteur)|le bon|bonne personne"
        r"|concernee?|competent\w*|habilit\w+|le bon endroit|mon service"
        r"|chez nous que)\b|^(?:ah |non |\W){0,5}pas moi\b"
        r"|vous vous trompez de (?:martin|destinataire|service|adresse|interlocut\w+"
        r"|\w+\W*$)|mauvais (?:service|destinataire|interlocut\w+|numero|martin)"
        r"|mauvaise (?:adresse|societe|boite|personne|mairie)|(?:je|on"
        r"|nous) (?:ne )?(?:gere|traite|m occupe|s occupe|m en occupe|gerons|traitons"
        r"|suis) (?:pas|plus|que|uniquement) (?:\w+ ){0,4}(?:compta\w*|factures?"
        r"|reglements?|paiements?|chantiers|plannings|plaquettes|achats|commandes"
        r"|dossiers?|l argent|tresorerie|cela|ca\b|ces|les)|ne suis que (?:le|la|l)"
        r"|je (?:gere|m occupe) (?:uniquement|seulement|que)"
        r"|moi je (?:ne )?(?:peux rien|suis (?:juste|que)|m occupe)"
        r"|n ai plus (?:la main|acces)|ne suis pas (?:concernee?|la bonne|le bon"
        r"|comptable|en charge|habilit\w+)|je (?:suis|reste) (?:juste |que "
        r"|simplement )?(?:a la r&d|acheteur|le gardien|le webmaster|l hebergeur"
        r"|au planning|locataire)",
        r"(?:adressez|voyez|contactez|ecrivez|demandez|voir|tournez|essayez|appelez"
        r"|relancez|rapprochez|faut voir|parlez) (?:vous |plutot |donc |desormais "
        r"|directement |en |ca |maintenant |plutot ){0,5}(?:a |au |aux |avec |la |le "
        r"|l |les |de |du |mon |ma |notre |son |chez )+(?:tresori\w+|compta\w*"
        r"|comptab\w+|president\w*|siege|nouveau|nouvelle|gerante?|daf|patron\w*"
        r"|direction|service|mairie|syndic|tutelle|notaire|curateur|mandataire"
        r"|expert comptable|associe|ancien\w*|frere|soeur|mari|fils|fille|employeur"
        r"|proprietaire|locataire|agence|udaf|collegue|successeur|remplac\w+"
        r"|secretari\w+|perception|tresor\w*|acheteu\w+|groupe|maison mere|cabinet)"
        r"|(?:c ?est|desormais|maintenant) (?:desormais |maintenant |plutot )?(?:le "
        r"|la |l |au |mon |ma |notre |nos )?(?:\w+ )?(?:qui (?:s en occupe|gere|paie"
        r"|paye|traite|suit|regle|a la main|a repris)|a (?:voir|adresser"
        r"|traiter) avec)|(?:passe|passent|tout passe|transite\w*) (?:desormais "
        r"|maintenant |par |\w+ ){0,3}(?:par|chez) (?:ma|mon|notre|le|la|l"
        r"|un) (?:comptable|cabinet|expert|siege|prestataire|centre|service|groupe)"
        r"|(?:tuteur|tutrice|tutelle|curatelle|curatrice|sous tutelle"
        r"|sous curatelle)\b|n (?:etes|ecrivez) pas (?:au bon|a la bonne)|le siege !!",
        r"(?:mon (?:alternance|stage|contrat) s est acheve\w*|reprendre contact par"
        r"|tout l administratif est|vous tourner vers|vous trompez de boite"
        r"|n est plus concernee?)|(?:no longer (?:work|with|at|in charge|responsible"
        r"|handle|employed)|wrong (?:person|contact|department|address)"
        r"|not (?:the right|responsible|in charge|my department|handled by)"
        r"|has left (?:the|our)|left the company|above my pay grade|i (?:don t"
        r"|do not) (?:handle|deal))|(?:nicht (?:mehr )?(?:zustandig|der richtige)"
        r"|ausgeschieden)|(?:ya no trabaj\w+|no soy la persona)|(?:non lavor\w+ piu"
        r"|non sono la persona)",
        leaves=(
            *_ABSENCE,
            r"^\W*(?:c ?est|ce n est) pas moi qui (?:vous )?(?:dois|doit|conteste)"
            r"|rien a (?:faire|voir) (?:dans|avec) (?:cette|la) (?:dette|facture)"
            r"|j ?ai vendu (?:la voiture|le|ma|mon|un) (?:terrain|voiture|fourgon|camion"
            r"|vieux)|(?:vendu|vendre) (?:la|ma|mon) voiture"
            r"|pas habilitee? a (?:traiter les ecarts|donner)|pas concernee? par (?:cette"
            r"|la) (?:dette|facture)",
        ),
    ),
    rule(
        TO_A_SUCCESSOR,
        # "Elle est à adresser à notre successeur." "Un repreneur dont nous ignorons l'adresse."
        rf"(?:a|est) (?:adresser|envoyer|transmettre|facturer|reclamer|presenter|demander)"
        rf" (?:\w+ ){{0,2}}?(?:a |au |aux |chez )(?:le |la |l |les )?(?:notre |nos |mon |mes "
        rf"|leur |son )?{_SUCCESSOR}",
        rf"{_SUCCESSOR} (?:\w+ )?(?:dont|duquel|desquels) (?:nous|je|j|on) (?:\w+ )?(?:ignor\w+"
        r"|n (?:ai|avons|a) (?:pas|plus|ni|aucun)|ne (?:connai\w+|sai\w+|sav\w+|possed\w+))",
        r"(?:sommes|suis) plus (?:\w+ )?(?:le |la |les |l )?(?:syndics?|gestionnaires?"
        r"|regisseurs?|exploitants?|proprietaires?) (?:de |du |des |d |depuis|la bas)",
        strength=3,
    ),
)


def find(text: str) -> tuple[Finding, ...]:
    """Where the text points to someone else."""
    return find_by(Intent.REDIRECT, _RULES, text) + find_elsewhere(text)
