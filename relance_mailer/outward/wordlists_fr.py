r"""French: the words that a letter never says, and those that belong to a rung of the ladder.

Soft words empty the demand, harsh ones insult or threaten. A row is a pattern on normalised text
and a phrase that it finds: « nous nous permettons de » → `(?:nous nous|je me) permet\w*`.
"""

from types import MappingProxyType

from relance_mailer.law.routes import Act
from relance_mailer.outward.tongue import Tongue

_SOFT = (
    (r"(?:nous nous|je me) permet\w*", "nous nous permettons de vous écrire"),
    (r"sauf erreur(?: ou omission)?", "sauf erreur ou omission de notre part"),
    (r"il (?:nous |me )?sembl\w+", "il semblerait que"),
    (r"semble-t-il", "semble-t-il"),
    (r"apparemment", "apparemment"),
    (r"a priori", "a priori"),
    (
        r"(?:vous|t') ?ser(?:ions|ais) (?:tres |infiniment |bien )?(?:reconnaissant|oblige|gre)\w*",
        "nous vous serions reconnaissants",
    ),
    (r"saur(?:ions|ais) (?:infiniment |bien )?gre", "nous vous saurions gré"),
    (r"bien vouloir", "de bien vouloir régler"),
    (
        r"si (?:cela |ceci )?(?:vous |t'|c')?(?:est |semble )?(?:tout a fait )?possible",
        "si cela vous est possible",
    ),
    (
        r"(?:quand|lorsque|des que) vous (?:le |en )?(?:pourr\w+|pouvez|aurez)",
        "quand vous le pourrez",
    ),
    (r"a votre (?:meilleure |entiere )?convenance", "à votre convenance"),
    (r"(?:des|aussitot) que possible", "dès que possible"),
    (r"dans les (?:meilleurs|plus brefs) delais", "dans les meilleurs délais"),
    (r"rapidement", "rapidement"),
    (r"(?:au|le) plus (?:vite|tot)", "au plus vite"),
    (r"prochainement", "prochainement"),
    (r"(?:sous|d'ici) peu", "sous peu"),
    (r"bientot", "bientôt"),
    (
        r"sous (?:huit|quinze|\d+)(?:aine)? ?(?:jours?|heures?)?|sous (?:huitaine|quinzaine)",
        "sous huitaine",
    ),
    (
        r"(?:petite?|simple|gentille?|amicale?|leger|bref)s? (?:mot de )?(?:rappel|relance)s?",
        "petit rappel",
    ),
    (r"(?:simple |un )?oubli de votre part", "un oubli de votre part sans doute"),
    (r"sans doute (?:un oubli|oublie\w*)|simple oubli", "simple oubli"),
    (r"desolee?s? (?:de|d'\w+)", "désolé de vous déranger"),
    (r"navree?s? (?:de|d'\w+)", "navrée de vous relancer"),
    (r"excusez[- ](?:nous|moi) (?:de|d'\w+|pour)", "excusez-nous de vous relancer"),
    (r"pardon (?:de|d'\w+|pour)", "pardon d'insister"),
    (r"nous (?:esperons|souhaiterions|aimerions|voudrions)", "nous espérons"),
    (r"j(?:e |')(?:espere|souhaiterais|aimerais|voudrais|aurais aime)", "j'aurais aimé"),
    (r"nous aurions (?:aime|souhaite)|en esperant|dans l'espoir", "en espérant"),
    (r"n'hesite[zr]? (?:surtout )?pas", "n'hésitez pas à m'appeler"),
    (
        r"(?:je reste|nous restons|je me tiens|nous nous tenons|restant|reste) (?:bien )?"
        r"(?:entierement )?a votre (?:entiere )?disposition",
        "je reste à votre disposition",
    ),
    (
        r"pourr(?:ions|ais|ait|aient) etre (?:amenee?s?|contrainte?s?|obligee?s?|engagee?s?)",
        "nous pourrions être amenés à",
    ),
    (r"(?:nous nous|je me) reserv\w* le droit", "nous nous réservons le droit de"),
)
_HARSH = (
    (r"mauvais(?:e|es)? (?:payeur|payeuse|payeurs|payeuses)", "mauvais payeur"),
    (r"mauvaise foi", "mauvaise foi"),
    (r"malhonnete\w*", "malhonnête"),
    (r"scandal\w+", "scandaleux"),
    (r"inadmissible\w*", "inadmissible"),
    (r"inacceptable\w*", "inacceptable"),
    (r"honteu\w+|honte", "honteux"),
    (r"(?:vous )?vous moquez", "vous vous moquez"),
    (r"irresponsable\w*", "irresponsable"),
    (r"escro\w+", "escroc"),
    (r"vol(?:eur|eurs|euse|euses)", "voleur"),
    (r"menteu\w+|mensong\w+", "mensonge"),
    (r"huissiers?", "huissiers"),
    (r"saisies?(?:-\w+)?", "une saisie"),
    (
        r"saisir (?:vos|votre|ses|les|le) (?:biens?|comptes?|meubles?|salaires?|vehicules?)",
        "saisir vos biens",
    ),
    (r"fich(?:age|er|ee?s?)", "fichage"),
    (r"banque de france", "Banque de France"),
    (
        r"(?:inform|alert|aviser|avert|previen|preven|contact)\w* "
        r"(?:vos|tous vos) (?:clients|fournisseurs|salaries|voisins|partenaires|proches)",
        "informer vos clients",
    ),
    (
        r"(?:inform|alert|aviser|avert|previen|preven|contact)\w* "
        r"votre (?:banque|banquier|entourage|famille|employeur|assureur)",
        "informer votre banque",
    ),
    (r"publi(?:er|ons|erons|ciser|quement)", "publier"),
    (r"depot de plainte", "dépôt de plainte"),
    (r"(?:port|depos)\w* plainte", "nous porterons plainte"),
    (r"gendarme\w*|policiers?", "gendarmes"),
    (r"prisons?|emprisonnement", "prison"),
    (
        r"tous (?:les )?frais (?:seront |sont |restent )?a votre charge",
        "tous les frais à votre charge",
    ),
    (r"commandements?", "commandement"),
    (r"sommations?", "sommation"),
    (r"significations?", "signification"),
    (
        r"derniere? (?:avis|rappel) avant (?:poursuites?|saisie|proces)",
        "dernier avis avant poursuites",
    ),
    (r"notifications? officielles?", "notification officielle"),
    (r"service juridique de l'etat", "service juridique de l'État"),
    (r"republique francaise", "République française"),
    (r"marianne", "Marianne"),
    (r"secouez", "secouez votre comptable"),
    (r"fai(?:tes|re|sons) pression", "faites pression"),
    (
        r"dites a votre (?:patron|patronne|directeur|directrice|chef|direction)",
        "dites à votre patron",
    ),
    (
        r"frais de (?:relance|dossier|gestion|mise en demeure|recommande|procedure|poursuite)s?",
        "frais de dossier",
    ),
    (r"(?:honoraires|frais) d'(?:avocat|huissier)s?", "frais d'avocat"),
    (r"clauses? penales?", "clause pénale"),
)
_INTEREST = (
    (r"penalites? de retard", "pénalités de retard"),
    (r"interets? (?:de retard|moratoires?)", "intérêts moratoires"),
    (r"indemnites? forfaitaires?", "indemnité forfaitaire"),
)

FRENCH = Tongue(
    language="fr",
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    months=tuple(
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre "
        "decembre".split()
    ),
    first_of_month="1er",
    figures=r"\b\d{1,2}/\d{1,2}/\d{1,4}\b",
    soft=_SOFT,
    undated=(
        (r"(?:faire|de faire|faites) le necessaire", "merci de faire le nécessaire"),
        (r"(?:faire|faisons) (?:le|un) point", "faire le point"),
        (r"(?:revenir|reviendr\w*|reviens|revenez) vers (?:vous|nous|moi)", "je reviens vers vous"),
    ),
    hedges=(
        (r"peut[- ]etre", "peut-être"),
        (r"eventuellement", "éventuellement"),
        (r"le cas echeant", "le cas échéant"),
    ),
    disregard=(
        (
            r"(?:ne (?:pas|plus) tenir|ne tenez (?:pas|plus)) compte (?:de|du) (?:ce|present)\w*",
            "veuillez ne pas tenir compte de ce message",
        ),
    ),
    harsh=_HARSH,
    below_notice=(
        (r"immediatement|immediat", "immédiatement"),
        (r"exige(?:ons|r)?", "nous exigeons"),
        (r"(?:vous )?somm(?:ons|e de)", "nous vous sommons"),
        (r"sans delai", "sans délai"),
    ),
    consumer=(
        (r"(?<![\d,.])40(?:,00)? ?(?:€|euros?)", "40 €"),
        (r"indemnites? forfaitaires?", "indemnité forfaitaire"),
        (r"penalites? de retard", "pénalités de retard"),
        (r"interets? (?:de retard|moratoires?)", "intérêts de retard"),
        (r"bce|banque centrale europeenne", "BCE"),
        (r"l ?441-10|d ?441-5", "article L441-10"),
    ),
    costs=((r"frais de recouvrement", "frais de recouvrement"),),
    costs_allowed=(
        r"indemnites? forfaitaires? (?:de \d+(?:,\d+)? ?(?:€|euros?) )?pour frais de recouvrement"
    ),
    degree=(
        (r"tres", "très"),
        (r"extremement", "extrêmement"),
        (r"malheureusement", "malheureusement"),
        (r"evidemment", "évidemment"),
        (r"manifestement", "manifestement"),
        (r"regulierement", "régulièrement"),
        (r"sans cesse", "sans cesse"),
        (
            r"(?:totalement|particulierement|vraiment|gravement|constamment|systematiquement)",
            "vraiment",
        ),
    ),
    motives=(
        (r"vous ne (?:souhaitez|voulez|daignez) (?:pas|plus)?", "vous ne souhaitez pas"),
        (r"vous refusez", "vous refusez"),
        (r"vous (?:cherchez|tentez|essayez) (?:a|de|d')", "vous cherchez à"),
        (r"vous faites (?:expres|semblant|trainer)", "vous faites exprès"),
    ),
    repeated=("toujours", "encore"),
    interest=_INTEREST,
    notice=((r"mise en demeure", "mise en demeure"),),
    notice_act=(
        (
            r"(?:vous mets? en demeure|mettons en demeure|vaut mise en demeure)",
            "je vous mets en demeure",
        ),
    ),
    posted=(
        (r"recommandee?s?", "en recommandé"),
        (r"lrar", "LRAR"),
        (r"(?:accuse|avis) de reception", "avis de réception"),
    ),
    before_due=(
        (r"echues?", "échue"),
        (r"(?:en retard|retard de|retards?)", "en retard"),
        (r"impayee?s?", "impayée"),
        (r"relances?", "relance"),
        (r"a defaut", "à défaut"),
    ),
    court=(
        (r"tribuna\w*", "tribunal"),
        (r"injonction de payer", "injonction de payer"),
        (r"commissaires? de justice", "commissaire de justice"),
        (r"refere-provision", "référé-provision"),
    ),
    acts=MappingProxyType(
        {
            Act.FOLLOW_UP: (
                (r"repren(?:ds|ons) contact", "je reprends contact avec vous"),
                (r"vous (?:re)?contacte", "je vous recontacte"),
            ),
            Act.INTEREST_AND_FEE: _INTEREST[:2],
            Act.FORMAL_NOTICE: ((r"mise en demeure", "une mise en demeure"),),
            Act.PAYMENT_ORDER: ((r"injonction de payer", "injonction de payer"),),
            Act.OFFICER_OR_COURT: ((r"commissaire de justice", "commissaire de justice"),),
            Act.LETTER_TO_PRESIDENT: ((r"presiden\w+", "la présidence de votre association"),),
            Act.LETTER_TO_PUBLIC_ACCOUNTANT: ((r"comptable public", "comptable public"),),
            Act.LETTER_TO_HEAD_OF_BODY: (
                (r"represent\w+ de votre organisme", "représentant de votre organisme"),
                (r"ordonnateur", "ordonnateur"),
            ),
            Act.INTERIM_PAYMENT: ((r"refere-provision", "référé-provision"),),
        }
    ),
    semester=r"semestre",
    vat=r"\b(?:ttc|tva)\b",
    vat_none=r"(?:ne sont pas soumis\w*|hors|sans|non soumis\w*)(?: a la| champ de la)? tva",
    alternatives=(
        "monsieur/",
        "madame/",
        "monsieur /",
        "madame /",
        "m./",
        "mme/",
        "m. /",
        "mme /",
    ),
    greetings=("bonjour", "madame", "monsieur"),
    small_words=frozenset(
        "le la les des du une nous vous votre vos notre nos est sont qui que pour dans avec sur au "
        "aux ce cette cet ces reste payer facture".split()
    ),
)
