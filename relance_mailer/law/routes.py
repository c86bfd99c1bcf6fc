"""Which legal road is open to whom, and what may be announced on the way.

The software prepares and computes; a person chooses, signs and files. No directory of courts is
shipped: the *kind* of court is computed, its seat comes from the ledger or the operator. What is
announced must be permitted for that debtor and really follow (R3): towards a consumer, threatening
a step that is not legally possible is an offence (C. conso L121-7 3°).
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from relance_mailer.dossier.values import Debtor
from relance_mailer.words import Segment
from relance_mailer.workdays import Zone, zone_of


class Act(StrEnum):
    """What a letter may announce as its consequence."""

    FOLLOW_UP = "follow_up"  # nouvelle relance, puis la direction comptable
    INTEREST_AND_FEE = "interest_and_fee"  # pénalités et 40 € réclamés et chiffrés
    FORMAL_NOTICE = "formal_notice"  # mise en demeure
    PAYMENT_ORDER = "payment_order"  # requête en injonction de payer
    OFFICER_OR_COURT = "officer_or_court"  # commissaire de justice ou tribunal (consommateur)
    LETTER_TO_PRESIDENT = "letter_to_president"  # courrier au président (association)
    LETTER_TO_PUBLIC_ACCOUNTANT = "letter_to_public_accountant"  # courrier au comptable public
    LETTER_TO_HEAD_OF_BODY = "letter_to_head_of_body"  # courrier au représentant de l'organisme
    INTERIM_PAYMENT = "interim_payment"  # référé-provision administratif


_BUSINESSES = (Segment.LARGE, Segment.SME, Segment.SOLE_TRADER)
_NOT_A_BODY = "il n'y a ni comptable public ni ordonnateur chez ce débiteur (CCP L2192-10)"
_ADMINISTRATIVE_ONLY = (
    "le référé-provision administratif ne vise qu'une personne publique (CJA R541-1)"
)
_NOT_NAMED = (
    "la voie annoncée doit être nommée exactement (R3) ; « commissaire de justice ou tribunal » "
    "est la formule des consommateurs, annoncez la requête en injonction de payer"
)
_PUBLIC_IS_NOT_SEIZED = (
    "pas d'injonction de payer contre une personne publique, dont les biens sont insaisissables "
    "(CGPPP L2311-1) ; la voie est le référé-provision administratif (CJA R541-1)"
)

CLOSED: MappingProxyType[tuple[Act, Segment], str] = MappingProxyType(
    {
        (Act.INTEREST_AND_FEE, Segment.CONSUMER): (
            "ni pénalités entre professionnels ni indemnité de 40 € envers un consommateur "
            "(C. com. L441-10 et D441-5 ; frais : CPCE L111-8)"
        ),
        (Act.INTEREST_AND_FEE, Segment.ASSOCIATION): (
            "ni pénalités ni indemnité de 40 € envers une association sans activité économique "
            "(C. com. L441-10 et D441-5, entre professionnels)"
        ),
        (Act.PAYMENT_ORDER, Segment.PUBLIC): _PUBLIC_IS_NOT_SEIZED,
        **{
            (Act.OFFICER_OR_COURT, segment): _NOT_NAMED
            for segment in (*_BUSINESSES, Segment.ASSOCIATION)
        },
        (Act.OFFICER_OR_COURT, Segment.PUBLIC): _PUBLIC_IS_NOT_SEIZED,
        **{
            (Act.LETTER_TO_PRESIDENT, segment): (
                "le courrier au président est le niveau des associations (R29)"
            )
            for segment in Segment
            if segment is not Segment.ASSOCIATION
        },
        **{
            (act, segment): because
            for act, because in (
                (Act.LETTER_TO_PUBLIC_ACCOUNTANT, _NOT_A_BODY),
                (Act.LETTER_TO_HEAD_OF_BODY, _NOT_A_BODY),
                (Act.INTERIM_PAYMENT, _ADMINISTRATIVE_ONLY),
            )
            for segment in Segment
            if segment is not Segment.PUBLIC
        },
    }
)
"""What may not be announced, to whom, and the article or rule that closes it."""


def why_closed(act: Act, segment: Segment, *, economic: bool = False) -> str | None:
    """Why this act may not be announced to that segment, in French with its article; None: it may.

    `economic`: an association that trades answers for interest and fee as a business does.
    """
    if act is Act.INTEREST_AND_FEE and segment is Segment.ASSOCIATION and economic:
        return None
    return CLOSED.get((act, segment))


def is_abroad(debtor: Debtor) -> bool:
    """Whether the ledger says that he lives or has his seat outside France."""
    country = (debtor.country or "").strip().upper()
    return country not in ("", "FR", "FRANCE")


class CourtKind(StrEnum):
    """Before which kind of court a debtor is sued."""

    COMMERCIAL = "commercial_court"  # tribunal de commerce (ou des activités économiques)
    COMMERCIAL_CHAMBER = "commercial_chamber"  # chambre commerciale du TJ, Alsace-Moselle
    CIVIL = "civil_court"  # tribunal judiciaire
    ADMINISTRATIVE = "administrative_court"  # tribunal administratif
    UNKNOWN = "unknown"  # une donnée manque


@dataclass(frozen=True, kw_only=True, slots=True)
class Court:
    """The court as computed: `printed` follows « une requête … », with its preposition."""

    kind: CourtKind
    printed: str
    missing: tuple[str, ...] = ()  # what the ledger would have to say: court, trader
    assumed: bool = False  # a company is taken for a trader until the ledger says otherwise


_NAMES = {
    CourtKind.COMMERCIAL: "le tribunal de commerce",
    CourtKind.COMMERCIAL_CHAMBER: "la chambre commerciale du tribunal judiciaire",
    CourtKind.CIVIL: "le tribunal judiciaire",
    CourtKind.ADMINISTRATIVE: "le tribunal administratif",
    CourtKind.UNKNOWN: "le tribunal compétent",
}


def court_of(debtor: Debtor) -> Court:
    """Before which court a claim against this debtor goes, the creditor being a trader (§7.1).

    The place is where the debtor lives or has its seat, whatever a clause says (CPC 1406).
    """
    kind, missing = _kind_of(debtor)
    if debtor.court:
        return Court(kind=kind, printed=_named(kind, debtor.court), missing=missing)
    return Court(
        kind=kind,
        printed=f"devant {_NAMES[kind]} {_whose_place(kind, debtor.segment)}",
        missing=(*missing, "court"),
        assumed=debtor.trader is None and debtor.segment in (Segment.LARGE, Segment.SME),
    )


def court_named(debtor: Debtor, seat: str) -> str:
    """« le tribunal de commerce de Lorient », with `seat` where nobody knows the town."""
    kind, _ = _kind_of(debtor)
    if debtor.court:
        return _named(kind, debtor.court).removeprefix("devant ")
    return f"{_NAMES[kind]} {seat}"


def _kind_of(debtor: Debtor) -> tuple[CourtKind, tuple[str, ...]]:
    if is_abroad(debtor):
        return CourtKind.UNKNOWN, ("country",)
    if debtor.segment is Segment.PUBLIC:
        return CourtKind.ADMINISTRATIVE, ()
    if debtor.segment in (Segment.CONSUMER, Segment.ASSOCIATION):
        return CourtKind.CIVIL, ()
    if debtor.trader is False:
        return CourtKind.CIVIL, ()
    # A sole trader may be a shopkeeper or a liberal profession: nobody guesses which.
    if debtor.trader is None and debtor.segment is Segment.SOLE_TRADER:
        return CourtKind.UNKNOWN, ("trader",)
    if zone_of(debtor.postcode) is Zone.ALSACE_MOSELLE:
        return CourtKind.COMMERCIAL_CHAMBER, ()
    return CourtKind.COMMERCIAL, ()


def _whose_place(kind: CourtKind, segment: Segment) -> str:
    if kind is CourtKind.ADMINISTRATIVE:
        return "territorialement compétent"
    place = {
        Segment.CONSUMER: "votre domicile",
        Segment.SOLE_TRADER: "votre établissement",
    }.get(segment, "votre siège")
    return f"dans le ressort duquel se trouve {place}".replace(
        "duquel", "de laquelle" if kind is CourtKind.COMMERCIAL_CHAMBER else "duquel"
    )


def _named(kind: CourtKind, court: str) -> str:
    """The ledger may give a court's whole name or its city alone."""
    court = court.strip()
    if court.lower().startswith("tribunal"):
        return f"devant le {court[0].lower()}{court[1:]}"
    if court.lower().startswith(("chambre", "juridiction")):
        return f"devant la {court[0].lower()}{court[1:]}"
    return f"devant {_NAMES[kind]} {of_city(court)}"


def of_city(city: str) -> str:
    """A city after « de » : de Lyon, d'Évry, du Mans, de La Rochelle, des Sables-d'Olonne."""
    for article, contracted in (("Le ", "du "), ("Les ", "des ")):
        if city.startswith(article):
            return contracted + city.removeprefix(article)
    return f"d'{city}" if city[:1].lower() in "aeiouyéèêhâîôœ" else f"de {city}"


class Road(StrEnum):
    """The legal roads of §7."""

    PAYMENT_ORDER = "payment_order"  # injonction de payer
    OFFICER_UNCONTESTED = "officer_uncontested"  # factures non contestées entre commerçants
    SMALL_CLAIM = "small_claim"  # petites créances
    INTERIM_PAYMENT = "interim_payment"  # référé-provision
    SUMMONS = "summons"  # assignation
    ADMINISTRATIVE_INTERIM = "administrative_interim"  # référé-provision administratif
    PROOF_OF_CLAIM = "proof_of_claim"  # déclaration de créance


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """A road as it is shown to whoever chooses: name, articles, form, what must be known first."""

    road: Road
    name: str
    articles: str
    form: str
    warnings: tuple[str, ...] = ()
    needs_confirmation: bool = False  # texts too recent or incomplete


SMALL_CLAIM_MAX = Decimal("5000.00")  # CPCE R125-1: principal et intérêts
AMICABLE_ATTEMPT_MAX = Decimal("5000.00")  # CPC 750-1, devant le tribunal judiciaire
LAWYER_ABOVE = Decimal("10000.00")  # CPC 853 et 761

_ORDER = Way(
    road=Road.PAYMENT_ORDER,
    name="requête en injonction de payer",
    articles="CPC 1405 à 1425",
    form="requête datée et signée au greffe, avec décompte et pièces numérotées (1407)",
)
_OFFICER = Way(
    road=Road.OFFICER_UNCONTESTED,
    name="recouvrement par commissaire de justice de factures non contestées",
    articles="CPCE L126-1 et suivants (loi du 23 avril 2026)",
    form="acte remis par le commissaire de justice, un mois pour payer ou contester",
    warnings=("toute contestation y met fin", "décret et tarif à vérifier"),
    needs_confirmation=True,
)
_SMALL = Way(
    road=Road.SMALL_CLAIM,
    name="procédure simplifiée des petites créances",
    articles="CPCE L125-1 et R125-1 à R125-8",
    form="invitation par le commissaire de justice du ressort du débiteur, réponse sous un mois",
    warnings=(
        "demande l'accord du débiteur, le silence vaut refus (R125-2)",
        "aucun paiement ne peut être reçu pendant la procédure (R125-7)",
        "tous les frais restent au créancier",
    ),
)
_INTERIM = Way(
    road=Road.INTERIM_PAYMENT,
    name="référé-provision",
    articles="CPC 873 et 835",
    form="assignation, l'obligation n'étant pas sérieusement contestable",
)
_SUMMONS = Way(
    road=Road.SUMMONS,
    name="assignation au fond",
    articles="CPC 54, 56 et 855",
    form="assignation par commissaire de justice",
)
_ADMINISTRATIVE = Way(
    road=Road.ADMINISTRATIVE_INTERIM,
    name="référé-provision administratif",
    articles="CJA R541-1",
    form="requête au tribunal administratif",
    warnings=("aucune saisie contre une personne publique (CGPPP L2311-1)",),
)


def ways_open(debtor: Debtor, claimed: Decimal) -> tuple[Way, ...]:
    """The roads open against this debtor for a claim (principal and interest), usual one first."""
    if debtor.segment is Segment.PUBLIC:
        return (_ADMINISTRATIVE,)
    civil = court_of(debtor).kind is CourtKind.CIVIL
    warnings = []
    if claimed > LAWYER_ABOVE:
        warnings.append(
            "au-delà de 10 000 €, avocat obligatoire en cas d'opposition (CPC 853, 761)"
        )
    order = _with(_ORDER, *warnings)
    before_civil = (
        ("tentative amiable préalable obligatoire jusqu'à 5 000 € (CPC 750-1)",)
        if civil and claimed <= AMICABLE_ATTEMPT_MAX
        else ()
    )
    ways = [order]
    if claimed <= SMALL_CLAIM_MAX:
        ways.append(_SMALL)
    if debtor.trader and debtor.segment in _BUSINESSES:
        ways.append(_OFFICER)
    return (*ways, _with(_INTERIM, *before_civil), _with(_SUMMONS, *before_civil))


_NOT_A_TRADER = (
    "réservé aux factures entre commerçants (CPCE L126-1), et le débiteur doit en être un"
)
_TOO_MUCH = "au-delà de 5 000 € en principal et intérêts (CPCE R125-1)"
_NO_PROCEEDINGS = "aucune procédure collective n'est ouverte (C. com. L622-24)"
_STOPPED = "le jugement d'ouverture interdit les actions individuelles (C. com. L622-21)"


def ways_closed(
    debtor: Debtor, claimed: Decimal, *, insolvent: bool = False
) -> tuple[tuple[Road, str], ...]:
    """The roads that are closed against this debtor, each with the article that closes it.

    `insolvent`: collective proceedings are open; the claim is declared, nothing else.
    """
    if insolvent:
        return tuple((road, _STOPPED) for road in Road if road is not Road.PROOF_OF_CLAIM)
    found = {way.road for way in ways_open(debtor, claimed)}
    return tuple((road, _why(road, debtor)) for road in Road if road not in found)


def _why(road: Road, debtor: Debtor) -> str:
    match road:
        case Road.PROOF_OF_CLAIM:
            return _NO_PROCEEDINGS
        case Road.ADMINISTRATIVE_INTERIM:
            return _ADMINISTRATIVE_ONLY
        case _ if debtor.segment is Segment.PUBLIC:
            return _PUBLIC_IS_NOT_SEIZED
        case Road.OFFICER_UNCONTESTED:
            return _NOT_A_TRADER
        case _:
            return _TOO_MUCH


def _with(way: Way, *warnings: str) -> Way:
    return Way(
        road=way.road,
        name=way.name,
        articles=way.articles,
        form=way.form,
        warnings=(*way.warnings, *warnings),
        needs_confirmation=way.needs_confirmation,
    )
