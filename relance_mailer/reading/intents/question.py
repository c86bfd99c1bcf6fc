"""Something is asked that no other intent covers.

A question for the invoice, for time or about a ground is read by those rules first: `order` lets
a question stand only where nothing else explains it. The examples: `TAKES` and `LEAVES`.
"""

from relance_mailer.reading.intents.errands import find_enquiries
from relance_mailer.reading.intents.phrases import Sentence, find_by, rule, sentences
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "À quoi correspondent les 40 € de la dernière ligne ?",
    "Pouvez-vous me rappeler demain matin ?",
)
LEAVES = (
    "Comment allez-vous ?",
    "On se voit au salon ?",
)

_RULES = (
    rule(
        "demande explicite",
        r"a qui (?:devons|dois|faut|puis)|(?:devons|besoin de"
        r"|dois) (?:\w+ )?(?:savoir|connaitre)|(?:ou pas|ou non) ?\?|(?<!\bc )(?:es"
        r"|est) ce? ?que? (?:vous|je|c)|es que (?:vous|je|c|on)|(?:(?:pouvez|pourriez|sauriez"
        r"|savez)"
        r" vous|(?:peux|pourrais|saurais) tu) (?:me |m |nous |l |te )?(?:dire|indiquer|expliquer"
        r"|preciser|confirmer|rappeler|appeler|renseigner|restituer|eclairer|informer"
        r"|verifier|faire savoir|donner le)|(?:je |nous )?(?:voudrais|souhait\w+"
        r"|aimerais|aimerions|voudrions|desir\w+) (?:savoir|comprendre|connaitre"
        r"|avoir (?:une explication|confirmation)|un detail|juste savoir"
        r"|que vous m expliq\w+)|(?<!regle la )(?<!tranche la )(?:question|questions) (?:pratique"
        r"|en attendant|:"
        r"|un peu|simple|bete|,)|(?:merci|priere) de (?:m |me |nous )?(?:indiquer"
        r"|preciser|confirmer(?! (?:la |sa |bonne )*reception)|expliquer|appeler|rappeler|dire)"
        r"|(?:me demande"
        r"|demandons|(?<!m a )(?<!m ont )(?<!nous a )demande) (?:si|a quoi|quel\w*|qui|comment"
        r"|pourquoi"
        r"|sur quelle base|de confirmer)|(?<!\bc )est ce que (?:je|vous|c|on|le|la|ca|cela)"
        r"|(?<!regarder )(?<!voir )a quoi (?:correspond\w*|servent|ca)|c ?est quoi|qui etes vous"
        r"|vous etes qui|quel(?:le)?s? (?!(?:est|sont|etait) (?:le|la|les|votre|vos|notre|ton)"
        r" (?:bon "
        r")?(?:numeros?|n|codes?|references?|siret|siren|bon) (?:de |d |du )?(?:l |la |votre "
        r"|notre )?(?:bon de commande|commande|bdc|marche|engagement|service|siret|tva|po\b"
        r"|executant)(?!.{0,60}\b(?:aurai\w*|aurions|serait|pretend\w*|soi disant|jamais"
        r"|passee?\b)))(?:est|sont|droit|taux|base|solde|date|etait"
        r"|montant)|de quoi (?:s agit|parlez)|qu est ce que|sur quelle base|combien"
        r"|comment (?:vous calcul|fait|puis|dois|se fait|est|calculez)|acceptez vous"
        r"|prenez vous|avez vous|etes vous|dois je|puis je (?:(?:vous|te|le|la|les|l|y|en|me|m"
        r"|donc|encore"
        r"|aussi) ){0,3}\w+(?:er|ir|re)\b|suis je|(?<!peut etre )y a t il|faut il"
        r"|appelez moi|rappelez moi|(?:merci|priere|veuillez|pouvez|pourriez|pourrait|peux|pouvoir"
        r"|demand\w+|souhait\w+|voudr\w+|aimer\w+|faut|faudrait|attend\w*|svp|daigne\w*)(?:"
        r" (?!pas\b"
        r"|inutile\b)\w+){0,4} (?:de |d |a )?(?:m appeler|me rappeler)|j aimerais savoir"
        r"|besoin (?:de savoir|d une precision|d un (?:chiffre|renseignement"
        r"|eclairci\w+))|(?:could|can|would) you (?:please )?(?:tell|confirm|explain"
        r"|clarify|let me know|advise|call)|do you (?:\w+ )?(?:take|accept|have|know"
        r"|offer)|(?:what (?:is|are|does)|who (?:are|is))\b(?=[^?]{0,200}\?)|^\W*(?:what|who)"
        r" (?:is|are)|konnen sie|was ist"
        r"|puede\w* (?:decir|confirmar|indicar)|potete|puo (?:dirmi|confermare)",
    ),
)

_SMALL_TALK = rule(
    "politesse",
    r"(?:pas la peine|inutile) (?:de |d )?(?:me |nous )?(?:re|r)?(?:appeler|ecrire|lancer)",
    r"vous l avez (?:bien )?(?:eu|recue?)|c ?est (?:celle|ca)\b"
    r"|reponse automatique|franchement|comment (?:allez|vas|ca va)|ca va ?\?"
    r"|on se voit|vous connaissez|n ?est ce pas|hein\b|non \?|vraiment \?"
    r"|vous voyez le|figurez|vous comprenez|tu vois|qui sait|que voulez vous"
    r"|pourquoi pas|d accord \?|ok \?|croyez vous|voulez rire|^\W*(?:et )?(?:ton|ta|tes|votre|vos)"
    r" (?:\w+ )?(?:fils|fille|filles|femme|mari|enfants?|petite?s?|bebe|mere|pere|chien|chat|jument"
    r"|cheval|jambe|genou|dos|vacances|conges|voyage|week end|jardin|demenagement)\b|vous aimez"
    r"|t as vu le|(?:avez vous|vous avez|t as) vu (?:le|ce|la|cette) (?:prix du|match|meteo|temps"
    r"|neige"
    r"|orage|final\w*)",
)


def find(text: str) -> tuple[Finding, ...]:
    """What the text asks; strength 1 for a bare question mark."""
    asked = find_by(Intent.QUESTION, _RULES, text, leaves=_is_small_talk)
    told = sentences(text)
    marks = tuple(
        Finding(
            intent=Intent.QUESTION, span=each.raw[-120:], rule="point d'interrogation", strength=1
        )
        for each in told
        if each.asks and not _is_small_talk(each)
    )
    return (*asked, *find_enquiries(text), *marks)


def _is_small_talk(sentence: Sentence) -> bool:
    return _SMALL_TALK.takes.search(sentence.folded) is not None
