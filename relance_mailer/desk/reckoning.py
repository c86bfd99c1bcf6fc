"""The reckoning of a dossier told in French, line by line, so that an accountant can check it."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from relance_mailer.desk.french import amount, day, figure
from relance_mailer.dossier.values import Debtor, InvoiceKind
from relance_mailer.law.rates import B2B_POINTS, FLOOR_TIMES, PUBLIC_POINTS, Rates
from relance_mailer.law.rates import percent_in_french as percent
from relance_mailer.law.reckoning import Flag, Imputation, Part, Reckoning, Regime
from relance_mailer.law.statement import Moved, Movement, Stated, Statement, movements_of
from relance_mailer.words import Segment

IMPUTATIONS = {
    Imputation.LEDGER: "règlements imputés au principal, comme le lettrage du grand livre",
    Imputation.LEGAL: "règlements imputés aux intérêts d'abord (C. civ. 1343-1)",
}
METHOD = (
    "Intérêts : base TTC × taux × jours / 365 (années bissextiles comprises), du lendemain de "
    "l'échéance au jour du décompte ou du règlement inclus, arrondis une fois par facture."
)
NO_INTEREST = {
    Segment.CONSUMER: (
        "aucun intérêt : il ne court qu'à compter de la réception prouvée de la mise en demeure "
        "(C. civ. 1231-6 et 1344-1), dont le jour n'est pas donné"
    ),
    Segment.ASSOCIATION: "aucun intérêt ni indemnité : association sans activité économique",
}
_FLAGS = {
    Flag.RATE_BELOW_FLOOR: (
        "taux convenu sous le plancher de trois fois le taux légal (C. com. L441-10 II) : sa "
        "licéité est à vérifier ; au plancher, les intérêts seraient de"
    ),
    Flag.PAYMENT_UNDATED: (
        "règlement dont le jour n'est pas connu : compté au profit du débiteur, dès l'échéance"
    ),
}
_MOVED = {
    Moved.PAID: "règlement",
    Moved.PAID_BACK: "remboursement ou rejet",
    Moved.CREDITED: "avoir",
    Moved.CONTESTED: "part contestée, hors de la somme due",
    Moved.SET_OFF: "avoirs et acomptes ouverts, déduits",
}
_PERIOD, _DAYS, _BASE, _RATE = 23, 5, 14, 9


def reckoning_in_french(
    statement: Statement, *, debtor: Debtor, dossier: str, currency: str
) -> Iterator[str]:
    """The whole reckoning: head, every invoice with its runs of days, credits, totals, doubts."""
    yield f"Décompte au {day(statement.on)} – dossier {dossier} – {debtor.name}"
    if statement.on != statement.asked_on:
        yield (
            f"Arrêté la veille du jugement d'ouverture, et non au {day(statement.asked_on)} "
            "(C. com. L622-28)"
        )
    yield METHOD
    yield f"Imputation : {IMPUTATIONS[statement.imputation]}."
    for row in statement.rows:
        yield ""
        yield from _invoice(row, debtor, currency)
    if not statement.rows:
        yield ""
        yield "Aucune facture échue n'est à demander à cette date."
    yield from _credits(statement, currency)
    yield from _totals(statement, currency)
    yield from _apart(statement, debtor, currency)
    yield from _sources(statement)


def _invoice(row: Stated, debtor: Debtor, currency: str) -> Iterator[str]:
    invoice, found = row.invoice, row.reckoning
    assert found is not None
    yield (
        f"Facture {invoice.number} du {day(invoice.issued_on)}, échéance "
        f"{day(invoice.due_on)} : {amount(invoice.amount, currency)} TTC"
    )
    for line in movements(row):
        yield f"  {line[0]} : {amount(line[1], currency)}"
    if found.parts:
        yield (
            f"  {'du … au …':<{_PERIOD}}  {'jours':>{_DAYS}}  {'base':>{_BASE}}  "
            f"{'taux':>{_RATE}}  {'semestre du taux':<18}  {'intérêts':>12}"
        )
        yield from (_run(part) for part in found.parts)
        whole = figure_exact(row.interest_exact)
        paid = ""
        if found.interest_paid:
            paid = f", dont {amount(found.interest_paid, currency)} déjà réglés"
        due = found.interest + found.interest_paid
        yield f"  Intérêts : {whole} avant arrondi, soit {amount(due, currency)}{paid}"
        yield f"  Fondement : {found.ground}"
    elif debtor.segment in NO_INTEREST and found.regime is Regime.NONE:
        yield f"  {NO_INTEREST[debtor.segment]}"
    if found.fee:
        article = "CCP D2192-35" if found.regime is Regime.PUBLIC else "C. com. D441-5"
        yield f"  Indemnité forfaitaire ({article}) : {amount(found.fee, currency)}"
    yield f"  Principal restant dû : {amount(found.principal, currency)}"
    yield f"  Total de la facture : {amount(found.total, currency)}"
    yield from _doubts(found, currency)


def movements(row: Stated) -> Iterator[tuple[str, Decimal]]:
    """What lowered an invoice, in words and with its sign: the dated ones first."""
    return ((_movement(one), one.amount) for one in movements_of(row))


def _movement(one: Movement) -> str:
    if one.what is Moved.CONTESTED or one.what is Moved.SET_OFF:
        return _MOVED[one.what]
    if one.on is not None:
        reference = f" ({one.reference})" if one.reference else ""
        return f"{_MOVED[one.what]} du {day(one.on)}{reference}"
    seen = f" (vu au grand livre le {day(one.seen_on)})" if one.seen_on else ""
    return f"{_MOVED[one.what]}, jour non connu{seen}"


def _run(part: Part) -> str:
    period = f"{day(part.starts_on)} – {day(part.ends_on)}"
    return (
        f"  {period:<{_PERIOD}}  {part.days:>{_DAYS}}  {figure(part.base):>{_BASE}}  "
        f"{percent(part.rate):>{_RATE}}  {part.semester!s:<18}  {figure_exact(part.amount):>12}"
    )


def figure_exact(value: Decimal) -> str:
    """« 129,6986 »: an amount before it is rounded to the cent, to four decimals."""
    return f"{value:,.4f}".replace(",", "\u00a0").replace(".", ",")


def _doubts(found: Reckoning, currency: str) -> Iterator[str]:
    for flag in sorted(found.flags):
        floor = ""
        if flag is Flag.RATE_BELOW_FLOOR and found.floor_interest is not None:
            floor = f" {amount(found.floor_interest, currency)}"
        yield f"  À vérifier : {_FLAGS[flag]}{floor}"


def _credits(statement: Statement, currency: str) -> Iterator[str]:
    if not statement.credits:
        return
    yield ""
    for credit in statement.credits:
        word = "Avoir" if credit.kind is InvoiceKind.CREDIT_NOTE else "Acompte"
        left = amount(-credit.left, currency)
        yield f"{word} {credit.number} du {day(credit.issued_on)}, non lettré : {left}"
    taken = sum((row.set_off for row in statement.rows), Decimal("0.00"))
    if taken:
        yield f"Dont déduit des factures ci-dessus : {amount(-taken, currency)}"


def _totals(statement: Statement, currency: str) -> Iterator[str]:
    whole = statement.demanded
    yield ""
    yield f"Principal, avoirs déduits : {amount(whole.principal, currency)}"
    yield f"Intérêts : {amount(whole.interest, currency)}"
    count = sum(1 for row in statement.rows if row.reckoning and row.reckoning.fee)
    detail = f" ({count} × 40,00)" if count else ""
    yield f"Indemnités forfaitaires{detail} : {amount(whole.fee, currency)}"
    yield f"Somme due au {day(statement.on)} : {amount(whole.total, currency)}"
    yield "Intérêts et indemnités ne sont pas soumis à la TVA."


def _apart(statement: Statement, debtor: Debtor, currency: str) -> Iterator[str]:
    for row in statement.contested:
        yield ""
        yield "Contestée, hors de la somme due :"
        yield from _invoice(row, debtor, currency)
    for row in statement.paid_late:
        yield ""
        yield "Réglée en retard, hors de la somme due (aucune lettre ne le réclame) :"
        yield from _invoice(row, debtor, currency)
    if statement.coming:
        yield ""
        yield "Non échues, pour mémoire :"
    for row in statement.coming:
        left = amount(row.invoice.left, currency)
        yield f"  {row.invoice.number}, échéance {day(row.invoice.due_on)} : {left}"


def _sources(statement: Statement) -> Iterator[str]:
    """Where every rate was read, each semester once."""
    used = {
        (found.regime, part.semester): part.rate
        for row in (*statement.rows, *statement.contested, *statement.paid_late)
        if (found := row.reckoning) is not None
        for part in found.parts
    }
    if used:
        yield ""
        yield "Taux et sources :"
    for (regime, semester), rate in sorted(used.items()):
        yield f"  {semester} : {origin(regime, statement.rates[semester], rate)}"


def origin(regime: Regime, rates: Rates, rate: Decimal) -> str:
    """How a rate is made and where it was read: « BCE 2,40 % + 10 points = 12,40 % (…) »."""
    match regime:
        case Regime.B2B_DEFAULT:
            made = f"BCE {percent(rates.refinancing)} + {B2B_POINTS:.0f} points"
        case Regime.PUBLIC:
            made = f"BCE {percent(rates.refinancing)} + {PUBLIC_POINTS:.0f} points, taux gelé"
        case Regime.LEGAL:
            made = "taux légal, créancier professionnel"
        case _:
            legal = percent(rates.legal_professional)
            made = f"taux convenu (plancher : {FLOOR_TIMES} × {legal} = {percent(rates.floor)})"
    return f"{made}, soit {percent(rate)} – {rates.source}"


def doubts(statement: Statement) -> Iterable[Flag]:
    """All that a human should look at in this reckoning."""
    rows = (*statement.rows, *statement.contested, *statement.paid_late)
    return sorted({flag for row in rows if row.reckoning for flag in row.reckoning.flags})
