"""What stands beside the day of a payment and is none of its own: a wage, a rent, a day denied.

Takes "en même temps que la paie des gars le 28", "le 15, avec le loyer" as words that only say
what else is paid then; "vendredi, pas demain : demain je suis sur le toit" as a day that is
denied. Leaves "je paie le loyer le 5", "pas avant le 15".
"""

import re
from datetime import date

from relance_mailer.reading.dates import Dated
from relance_mailer.reading.given_names import GIVEN_NAMES
from relance_mailer.reading.tenses import owns

_OTHERS = (
    r"(?:pa[iy]es?|payes?|salaires?|loyers?|urssaf|tva|impots?|msa|charges|cotisations|traitements?"
    r"|wages|salaries|payroll|rent|vat|credits?|traites? du camion|assurances?|mensualites?)"
)
_ALONGSIDE = re.compile(
    r"\b(?:en (?:meme|mem|mm|m) (?:temps|tps|tmps|tems) (?:qu[ei]?|k[e]?)"
    r"|(?:at )?the same time as|along with|together with|avec|comme)"
    rf" (?:(?:le|la|les|l|mes|mon|ma|nos|notre|celle|celui|the|our|my) ){{0,2}}{_OTHERS}\b"
    r"(?: (?:des|du|de(?: la)?|d) (?!\d)\w+)?"
)
_DENIED = re.compile(
    r"\b(?:(?:pas|non|not) (?:le |ce |pour |celui du |this |on |the )?|(?:not|won t|isn t) be"
    r" (?:this |on )?)$"
)


def without_company(words: str) -> str:
    """The words with blanks for what else is paid on that day, of the same length."""
    return _ALONGSIDE.sub(lambda match: " " * len(match[0]), words)


def denied_days(found: tuple[Dated, ...], words: str) -> frozenset[date]:
    """The days of which a sentence says "not then", where it names another."""
    denied = frozenset(each.on for each in found if _DENIED.search(words[: each.start]))
    return denied if any(each.on not in denied for each in found) else frozenset()


# "La compagnie part à Bruxelles demain": people leave, and no money.
_DEPARTS = re.compile(
    r"\b(?:je|on|nous|compagnie|troupe|famille|equipe|enfants?|petits|gosses|gamins?|parents|mari"
    r"|femme|fils|fille"
    r"|epou\w+"
    r"|patron\w*|direct\w+|gerante?|president\w*|tresori\w+|collegues?|chef|cheffe|gars|classe|club"
    r"|ecole|orchestre|chorale|choeur|groupe|saisonniers) (?:\w+ )?(?:pars|part|partent|partons"
    r"|partira|partiront|partirons|partirai) (?:tous |tout |demain )?(?:a|en|pour|au|aux|chez) "
    r"(?!(?:la |le |l )?(?:banque|poste|paiement|reglement|virement|signature|encaissement|meme"
    r"|courrier|recommande|fin|debut|mi)\b)"
    r"|\b(?:compagnie|troupe|famille|enfants?|petits|gars|classe"
    r"|saisonniers|voisins?|grands|vacanciers|mari|femme|gosses|gamins?|loulous|minots|fils|fille"
    r"|parents|colons?|eleves|ados?|touristes|campeurs|pensionnaires|clients|invites|locataires"
    r"|stagiaires?|apprentis?|ouvriers|bovins|agneaux|veaux|betes|chiens?|chevaux)"
    r" (?:s en )?(?:(?:re)?part(?:ent|iront|ira)?|rentrent?|reviennent|arrivent?|debarquent?|s en"
    r" vont)"
    r" (?=demain|apres demain|\w{2,6}di\b|le \d|ce soir|cet|dans \w+ (?:jours|semaines))"
)
_MOVES = re.compile(r"\b(?:virements?|cheques?|paiements?|reglements?|argent|sommes?|sous)\b|€")


_SOMEBODY_GOES = re.compile(
    r"\b(?:(?P<title>mme|mlle|mr?\.?|monsieur|madame) )?(?P<name>[a-z]{2,}) (?:s en (?:va|ira)"
    r"|(?:re)?part(?:ira)?|arrive(?:ra)?|debarque)\b"
)


def leaves_himself(clause: str) -> bool:
    """Whether somebody goes away then, and nothing is paid in the same clause."""
    if _MOVES.search(clause):
        return False
    if _DEPARTS.search(clause):
        return True
    told = _SOMEBODY_GOES.search(clause)
    return told is not None and (told["title"] is not None or told["name"] in GIVEN_NAMES)


# "Envoyez-moi votre RIB et je vous vire ça tout de suite": counted from when it comes.
_AGAINST_A_PAPER = re.compile(
    r"\b(?:r?envoy(?:ez|e|er)|r?envoie|transmet(?:tez|s)|donnez?|adressez?|communiquez?|redonnez?"
    r"|passez|file[rz]?|balance[rz]?|faites (?:moi|nous) (?:passer|parvenir|suivre)|send|forward"
    r"|email|give|let (?:me|us) have)\b[^.;!?]{0,45}?\b(?:rib|iban|factures?|duplicatas?|double"
    r"|copies?|coordonnees|bank details|account details|invoices?|copy|details|lien|link)\b"
    r"[^.;!?]{0,40}?(?:,|:|\bet|\band|\bso|\bthen|\bpuis)"
    r" (?:(?:je|j|on|nous|jvous|jte|i|we|it|ce sera|c est|le (?:virement|reglement))\b)"
)


def hangs_on_a_paper(words: str) -> bool:
    """Whether we are told to send a paper or our details first, and that is all it hangs on."""
    return _AGAINST_A_PAPER.search(words) is not None


_TAKEN_BACK = re.compile(
    r"\b(?:je|on|nous) (?:retire|reprends?|reviens|retirons|revenons) (?:sur )?(?:ce qu"
    r"|ma (?:parole"
    r"|promesse)|ca\b|cela|cette)|\boubli(?:ez|e) (?:cette|la|ma) (?:date|promesse|echeance)"
    r"|\btenu (?:ma |notre |mes |la )?(?:parole|promesse)|\bn ose (?:plus|pas)\b|\bi (?:take"
    r"|took) (?:it|that) back"
)


def is_taken_back(words: str) -> bool:
    """Whether a sentence takes its own word back and gives no other."""
    return _TAKEN_BACK.search(words) is not None


_KEPT = re.compile(
    r"\b(?:ai|avons|a|jai) (?:bien |donc )?tenu (?:ma |notre |mes )?(?:parole|promesse)"
)


_MORE_FOLLOWS = re.compile(
    r"\b(?:solde|reste|suite|reliquat|suivante?|deuxieme|seconde?|autre|balance|rest)\b[^.;]{0,30}?"
    r"\b(?:part|partira|suit|suivra|sera|arrive|arrivera|tombe|tombera|vient|viendra|follows"
    r"|goes|will)\b"
)


def has_kept_his_word(words: str) -> bool:
    """Whether a sentence says that what was promised is done, and promises nothing else."""
    kept = _KEPT.search(words) is not None
    return kept and not owns(words) and _MORE_FOLLOWS.search(words) is None
