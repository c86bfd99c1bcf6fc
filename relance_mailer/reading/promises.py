"""On which days money is promised, how much, and when it was paid."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from relance_mailer.reading.amounts import Amount, amounts_in, decimal_of
from relance_mailer.reading.dates import Dated, dates_in, in_figures, past_dates_in
from relance_mailer.reading.intents import paid, promise
from relance_mailer.reading.intents.phrases import Sentence, any_of, sentences

_DATES_MAX = 24
_ALONE_AHEAD_DAYS_MAX = 240


@dataclass(frozen=True, kw_only=True, slots=True)
class Pledge:
    """The days on which money is promised, and the sum stated with them."""

    dates: tuple[date, ...] = ()
    amount: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Clause:
    words: str
    start: int


_CLAUSE = re.compile(
    r"(?<=[,;:()])\s|(?= mais | car | parce qu| puisqu| quand | apres quoi| donc "
    r"| des qu| et (?:je|on|nous|la|le|les|l|en|apres|vous) | et (?=\w+ (?:sera"
    r"|part))"
    r"| because | but | so | then | as soon)"
)
_PAYS = any_of(
    r"(?:pa(?:ie|ye|y)\w*|regl\w+|vir\w+|vers\w+|sold\w+|cheque\w*|reglement\w*"
    r"|mandat\w*|prelev\w+|execut\w+|recevr\w+|aurez|auras|parti\w*|partent?"
    r"|parvien\w+|parviendra|envoi\w*|envoy\w+|post\w+|depos\w+|debit\w*"
    r"|credit\w*|acquitt\w+|honor\w+|valeur|run|campagne|ce sera|c est"
    r"|programm\w+|prevu\w*|settl\w+|transfer\w*|wire\w*|sent|send|due|zahl\w+"
    r"|uberwie\w+|uberweis\w+|beglich\w+|bonifico|paghe\w+|pagamento"
    r"|transferencia|fais|ferai|fait|faire|mets|mettrai|traite|occupe|donne\w*"
    r"|moitie|€|euros?|tiers|reste|solde|session|serie|le sera|chez vous|part\b"
    r"|engage)",
)
_OTHER_BUSINESS = any_of(
    r"(?:rendez vous|rdv|reunion|reuni\w*|conseil|assemblee|comite|commission"
    r"|audience|bureau se|rentre\w*|revien\w*|retour|de retour|conge\w*|vacances"
    r"|absen\w+|ferm\w+|hospitalis\w+|formation|salaire tombe|tombe|touche\w*"
    r"|toucherai|encaiss\w+|recois|recevrai|recevons|me (?:paie|paye|verse|vire"
    r"|doit)|nous (?:paie|paye|verse|doit)|rembourse|mon client|notre client|loto"
    r"|kermesse|marche le|livr\w+|commande|contrat|devis|election|elu\w*"
    r"|demenag\w+|signe (?:la|le)|signera|arrete\w*|disponible|appel\w*|rappel\w*"
    r"|telephon\w+|ecri\w+|parl\w+|dit|demand\w+|notre entretien|passage de"
    r"|debloqu\w+|ouvr\w+|clotur\w+|inventaire|a lieu|vente|vient|verrai|verra"
    r"|aviser\w*|reprend\w*|ait le|bloque\w*|informatique|caf|pole emploi"
    r"|france travail|subvention|prochaine relance|votre)",
)
_NOT_A_PROMISE = re.compile(
    r"(?:factures?|relances?|mails?|(?<!au )courriers?|lettres?|rappels?|messages?"
    r"|commandes?|devis|recommandes?|courriels?"
    r"|demeure|avoir|releve|statement|invoice|reminder|letter|email"
    r"|echeance etait|bon) (?:[\w-]+ ){0,2}(?:du|de|d|of|dated|en date du|au"
    r"|:) ?$"
    r"|(?:depuis|des|a partir|a compter|apres|jusqu|since|after|from|until"
    r"|recue?s?|emise?s?|echue?s?|livree?s?|deposee?s?) (?:le |du |de "
    r"|au |on |the )?$"
    r"|(?:mois|salaires?|paie|loyer|prestations?|travaux|chantier|periode"
    r"|exercice|trimestre|saison) (?:de |d |du )$"
    r"|(?:tous les|chaque|every|each) $"
)
_AFTER_IT = re.compile(r"^ ?(?:dernier|passe|last|je saurai|pas possible|ca va pas)")
_INCOME = any_of(
    r"(?:tombe\w*|la pa(?:ie|ye)|(?:suis|serai) paye\w*|salaire|touche\w*"
    r"|toucher\w*|acompte qui|encaiss\w+|rentre\w*|de retour|revien\w*|reprend\w*"
    r"|me (?:fait|paie|paye|verse|vire|doit)|nous (?:paie|paye|verse|doit)"
    r"|sur mon compte|lundi de paques|nuit d\w*|travaux|cherch\w+|parapheur"
    r"|cloturons|informatique|debloqu\w+|reunit|reunion|conseil|vote\w*|divorce"
    r"|a lieu)",
)
_NEGATED = any_of(
    r"(?:ne|n) (?:\w+ ){0,4}(?:pas|plus|rien|jamais) (?:\w+ )?(?:pay\w+|regl\w+"
    r"|vir\w+|faire|partir|possible|etre possible|vers\w+|honor\w+|la)"
    r"|pas possible|impossible|(?:pourrai|peux|va|vais) (?:pas|plus)|pas celui du"
    r"|jamais dit|pas avant les|rien faire avant|not (?:be able|possible)"
    r"|aurait ete|a defaut|faute de quoi|sinon|si (?:jamais|jeudi|lundi|mardi"
    r"|mercredi|vendredi|vous n|on le|rien|vous (?:envoyez|nous|me|m))"
    r"|serait (?:reporte|reportee)",
)
_PAST = any_of(
    r"(?:payee?s?|reglee?s?|soldee?s?) (?:par|en|via|sur) (?:carte|virement|cheque"
    r"|cb|lcr|especes|ligne|votre|prelevement|tip)|confirme\w* (?:sur|le)",
    r"(?:ai|as|(?:on|il|elle|qui|nous|m|l|vous|client|banque|bureau|\w+iere?"
    r"|compta|direction) a|avons|avez|ont|jai|g|avait|avais|aviez|avions|ete"
    r"|viens|vient|venons) (?:\w+ ){0,3}?(?:\w{2,}(?:ee?s?|ies?|is|us?|ues?|it"
    r"|ert)\b)|(?:est|sont|etait|etaient|suis|sommes) (?:bien |deja "
    r"|\w+ )?(?:pass|part|arriv|venu|repart|revenu|rest|tomb|all|paye|regle"
    r"|encaisse|debite)\w*|had|have been|was|were|contenait|etait|distribue"
    r"|commencee?s?|repart\b|hier|deja",
)
_AHEAD = any_of(
    r"(?:\w+(?:rai|ras|ra|rons|rez|ront)\b|vais|vas|va|allons|allez|vont|will"
    r"|ll\b|prevu\w*|programm\w+|planifi\w+|promis\w*|part\b|partent|paie|paye"
    r"|regle\b|vire\b|virement (?:le|lundi|mardi|mercredi|jeudi|vendredi|demain)"
    r"|poste mercredi|doit|engag\w+|donc|ce sera|au plus tard|d ici|ordonnance\w*"
    r"|date du|comptez|decal\w+|accorde)"
)
_CONDITION = any_of(r"si (?:vous|tu|le|la|les|l)\b", r"if you\b", r"wenn sie\b")
_OR = re.compile(
    r"^ ?(?:\w+ ){0,1}?(?:ou|or|oder|o|et au plus tard|au plus tard|soit|donc"
    r"|valeur|soit le|plutot|voire|entre) (?:le |au |on |bien |plus |le |the "
    r"|on )*$"
)
_RANGE_FROM = re.compile(r"\b(?:entre|du|between|from) (?:le |the )?$")


@lru_cache(maxsize=16)
def pledge_in(
    text: str,
    sent_at: datetime,
    *,
    undisputed: bool = True,
    told: frozenset[str] = frozenset(),
) -> Pledge:
    """What the text promises; dates resolved against the day of `sent_at` in its own offset.

    `undisputed`: nothing is contested, paid or asked beside it, so that the one amount which the
    text states elsewhere is the promised one. `told` are sentences known to promise, beside those
    that the rules find.
    """
    day = sent_at.date()
    dates: list[date] = []
    amounts: list[tuple[Decimal, bool]] = []
    spans = {finding.span for finding in promise.find(text)} | told
    gone = {finding.span for finding in paid.find(text)}
    carried = False
    for sentence in sentences(text):
        if sentence.asks or (
            sentence.raw not in told
            and any(span in sentence.raw for span in gone)
            and not _STILL_TO_COME.search(sentence.folded)
        ):
            continue
        promised = any(span in sentence.raw for span in spans)
        if carried and not promised and (alone := _amount_alone(sentence)) is not None:
            amounts.append((alone, bool(dates)))
        if not promised and not (carried and _carries_on(sentence)):
            carried = carried and len(sentence.folded) < 40
            continue
        carried = True
        words = in_figures(_without_quotes(sentence))
        kept = _kept(dates_in(words, day), words)
        # "F-25/0577 réglée le 22/12", said in February, is last December's.
        if len(kept) == 1 and (kept[0].on - day).days > _ALONE_AHEAD_DAYS_MAX:
            continue
        dates.extend(dated.on for dated in kept)
        amounts.extend(_stated(words, kept, day))
    return Pledge(
        dates=tuple(sorted(dict.fromkeys(dates)))[:_DATES_MAX],
        amount=_sum(amounts) if amounts or not undisputed else _only_amount(text),
    )


def _without_quotes(sentence: Sentence) -> str:
    """The sentence without our own words that it quotes; whole when nothing would be left."""
    return sentence.unquoted if len(sentence.unquoted.strip()) > 10 else sentence.raw


_OWN_PLEDGE = any_of(
    r"(?:je|j|nous|on) (?:vous |te |t |la |le |les |l |y |en )*(?:pa[iy]\w+"
    r"|regl\w+|vir\w+|vers\w+|sold\w+|fer(?:ai|ons)|fais|envo\w+|depos\w+"
    r"|poste\w*|mets)|vous (?:serez|aurez|l aurez|etes)|(?:partir\w*|partent"
    r"|part) (?:chez|le|au|des|avec)"
)
_ALONE = re.compile(
    r"^\W*(?:(?:les|soit|montant) )?(\d[\d ]*(?:[.,]\d{2})?) ?(?:€|euros?"
    r"|eur\b)?(?: comme \w.{0,30})?\W*$"
)


def _amount_alone(sentence: Sentence) -> Decimal | None:
    """A sentence that is an amount and no more, after a promise: "278,90"."""
    match = _ALONE.match(in_figures(sentence.raw))
    value = decimal_of(match[1]) if match else None
    return None if value is None else value.quantize(Decimal("0.01"))


_STILL_TO_COME = any_of(
    r"(?:\w+(?:rai|ras|ra|rons|rez|ront)\b|vais|va|allons|will|ll\b|prevu\w*"
    r"|programm\w+|solde (?:le|part|sera)|reste|restants?|paiement le|virement le"
    r"|part\b|partent|demain|prochaine?|d ici|au plus tard|avant le|je (?:la |le "
    r"|l |vous |te )*(?:passe|paie|paye|regle|vire|fais)|(?:c )?est (?:fait|regle"
    r"|paye) (?:d ici|demain|lundi|mardi|mercredi|jeudi|vendredi))"
)
_CONTINUES = re.compile(
    r"^(?:\W|et |donc |puis |alors |le reste|le solde|l autre|la deuxieme"
    r"|le second|la seconde|ce sera|deuxieme|vendredi|lundi|mardi|mercredi|jeudi"
    r"|au plus|dernier|tres exactement|soit)"
)


def _carries_on(sentence: Sentence) -> bool:
    return not sentence.asks and _CONTINUES.match(sentence.folded) is not None


def _kept(found: tuple[Dated, ...], words: str) -> list[Dated]:
    clauses = _clauses(words)
    kept: list[Dated] = []
    candidates: list[tuple[Dated, bool]] = []
    for dated in found:
        clause = _clause_of(dated, clauses)
        if _PAST.search(clause) and not _AHEAD.search(clause):
            continue
        if _is_another(dated, words) or _NEGATED.search(clause) or _CONDITION.match(clause.strip()):
            continue
        doubtful = bool(_OTHER_BUSINESS.search(clause)) and not _PAYS.search(clause)
        doubtful = doubtful or (bool(_INCOME.search(clause)) and not _OWN_PLEDGE.search(clause))
        candidates.append((dated, doubtful))
    sure = [dated for dated, doubtful in candidates if not doubtful]
    kept = sure or [dated for dated, _ in candidates if not _only_business(dated, clauses)]
    return _without_alternatives(kept, words)


def _only_business(dated: Dated, clauses: tuple[_Clause, ...]) -> bool:
    return len(clauses) > 1 and bool(_OTHER_BUSINESS.search(_clause_of(dated, clauses)))


def _clauses(words: str) -> tuple[_Clause, ...]:
    cuts = [0, *(match.start() for match in _CLAUSE.finditer(words)), len(words)]
    return tuple(
        _Clause(words=words[start:end], start=start) for start, end in pairwise(cuts) if end > start
    )


def _clause_of(dated: Dated, clauses: tuple[_Clause, ...]) -> str:
    return _clause_at(dated.start, clauses)


def _clause_at(place: int, clauses: tuple[_Clause, ...]) -> str:
    for clause in reversed(clauses):
        if clause.start <= place:
            return clause.words
    return ""


def _is_another(dated: Dated, words: str) -> bool:
    """Whether the date is an invoice's, a letter's, a beginning, or gone."""
    before, after = words[max(0, dated.start - 45) : dated.start], words[dated.end :]
    head = words[dated.start : dated.end]
    if _NOT_A_PROMISE.search(before) or _AFTER_IT.match(after):
        return True
    return head.startswith("du ") and bool(
        re.search(
            r"(?:factur\w*|relance|mail|courrier|lettre|rappel|message|commande|devis"
            r"|courriel|mise en demeure|recommande) (?:[\w-]+ )?$",
            before,
        )
    )


_VAGUE = {"weekday", "week_number", "this_week", "next_week"}


def _without_alternatives(kept: list[Dated], words: str) -> list[Dated]:
    """ "jeudi ou vendredi", "entre le 10 et le 15", "le 5, valeur le 7": the last one holds."""
    result: list[Dated] = []
    for dated in kept:
        if result:
            between = words[result[-1].end : dated.start]
            ranged = _RANGE_FROM.search(words[: result[-1].start]) and re.match(
                r"^ ?(?:et|au|and|to)(?: le| the)? ?$", between
            )
            apposed = re.match(r"^ ?[,(:]? ?(?:soit|donc|c est a dire)? ?$", between) is not None
            if (
                _OR.match(between)
                or ranged
                or (apposed and dated.on == result[-1].on)
                or (
                    apposed
                    and {dated.row, result[-1].row}
                    & {
                        "weekday",
                        "week_number",
                        "this_week",
                        "next_week",
                    }
                )
            ):
                result.pop()
        result.append(dated)
    return result


_PAID_ALREADY = re.compile(
    r"(?:deja|hier|a ete|ont ete|avons|j ai|jai) (?:\w+ ){0,3}(?:paye|regle|vire"
    r"|verse|sold)|\bil (?:me |vous )?reste(?: \w+)? $|sur (?:les|un total de"
    r"|l) ?$|au lieu de|facture de $|plus de frais"
)


def _stated(words: str, kept: list[Dated], day: date) -> list[tuple[Decimal, bool]]:
    """The amounts of the sentence, each with whether a promised date stands in the sentence."""
    found: list[tuple[Decimal, bool]] = []
    for amount in amounts_in(words, bare=True):
        before = words[max(0, amount.start - 40) : amount.start]
        clause = _clause_at(amount.start, _clauses(words))
        gone = bool(_PAST.search(clause)) and not _AHEAD.search(clause)
        if gone or _PAID_ALREADY.search(before) or _is_a_date(amount, kept):
            continue
        found.append((amount.value, bool(kept)))
    return found


def _only_amount(text: str) -> Decimal | None:
    """The one amount that the whole text states, when the promise itself states none."""
    values = {
        amount.value
        for sentence in sentences(text)
        for amount in amounts_in(in_figures(_without_quotes(sentence)))
        if "frais" not in sentence.folded
    }
    return values.pop() if len(values) == 1 else None


def _is_a_date(amount: Amount, kept: list[Dated]) -> bool:
    return any(dated.start < amount.end and amount.start < dated.end for dated in kept)


def _sum(amounts: list[tuple[Decimal, bool]]) -> Decimal | None:
    dated = [value for value, has_date in amounts if has_date]
    values = dated or [value for value, _ in amounts]
    if not values:
        return None
    for place, value in enumerate(values):
        others = values[:place] + values[place + 1 :]
        if len(others) > 1 and sum(others) == value:
            return value
    if len(values) > 1 and len(set(values)) == 1 and not dated:
        return values[0]
    return sum(values, Decimal(0))


def paid_on(text: str, sent_at: datetime) -> date | None:
    """The day of payment that a `paid` states, on or before the message's day."""
    spans = {finding.span for finding in paid.find(text)}
    for sentence in sentences(text):
        if not any(span in sentence.raw for span in spans):
            continue
        found = past_dates_in(in_figures(sentence.raw), sent_at.date())
        if found:
            return found[-1].on if len(found) == 1 else found[0].on
    return None
