"""What the command says, in French, of one run and of many."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from relance_mailer.simulate.mishaps import Mishap

Row = dict[str, Any]

SORTS: Mapping[Mishap, str] = {
    Mishap.CRASH: "processus mort entre deux pas",
    Mishap.KILL_IN_COMMIT: "processus mort pendant un enregistrement",
    Mishap.POWER_CUT: "coupure de courant",
    Mishap.LOST_REPLY_TAKEN: "réponse perdue, lettre prise",
    Mishap.LOST_REPLY_NOT_TAKEN: "réponse perdue, lettre non prise",
    Mishap.SMTP_4XX: "refus temporaire (4xx)",
    Mishap.SMTP_421: "serveur d'envoi qui congédie (421)",
    Mishap.SMTP_5XX: "refus définitif (5xx)",
    Mishap.SMTP_ACCOUNT: "compte d'envoi refusé",
    Mishap.SMTP_SLOW: "serveur d'envoi lent",
    Mishap.SMTP_SILENT: "serveur d'envoi muet",
    Mishap.SMTP_DOWN: "serveur d'envoi injoignable",
    Mishap.IMAP_DOWN: "boîte aux lettres injoignable",
    Mishap.IMAP_CUT: "connexion à la boîte coupée",
    Mishap.IMAP_SLOW: "boîte aux lettres lente",
    Mishap.APPEND_REPLY_LOST: "copie déposée, réponse perdue",
    Mishap.DELIVERED_TWICE: "message livré deux fois",
    Mishap.OUT_OF_ORDER: "message arrivé en retard",
    Mishap.UIDVALIDITY: "dossier renuméroté (UIDVALIDITY)",
    Mishap.EXPUNGED: "message supprimé par un collègue",
    Mishap.LEDGER_STALE: "grand livre périmé",
    Mishap.LEDGER_BROKEN: "grand livre illisible",
    Mishap.LEDGER_ROLLED_BACK: "ancien grand livre remis en place",
    Mishap.DISK_FULL: "disque plein",
    Mishap.DATABASE_LOCKED: "base occupée",
    Mishap.DATABASE_GONE: "base injoignable",
    Mishap.CLOCK_AHEAD: "horloge en avance",
    Mishap.CLOCK_BEHIND: "horloge en retard",
    Mishap.TWO_DAEMONS: "deux démons sur la même base",
    Mishap.LANES_TOGETHER: "passes entremêlées",
    Mishap.OPERATOR_IN_PASS: "opérateur au milieu d'une passe",
    Mishap.MAIL_IN_PASS: "courrier au milieu d'une passe",
    Mishap.LEDGER_IN_PASS: "règlement au milieu d'une passe",
    Mishap.SUMMER_TIME: "changement d'heure",
}


def one_line(row: Row) -> str:
    """A run on a line."""
    ended = "promesse rompue" if row["broken"] else "tenu"
    return (
        f"graine {row['seed']} : {ended} · {row['played_days']} jours, {row['letters']} lettres, "
        f"{row['messages']} messages, {sum(row['injected'].values())} incidents, "
        f"{row['deaths']} morts, {row['seconds']:.1f} s"
    )


def breaches(row: Row) -> list[str]:
    """What was broken, a line each."""
    return [f"  {one['promise']} : {one['told']}" for one in row["broken"]]


def injected(rows: Sequence[Row]) -> Counter[str]:
    """The faults of all runs, by sort."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(row["injected"])
    return counts


def faults_told(counts: Mapping[str, int]) -> list[str]:
    """The faults that happened, a line each; those that never did are said too."""
    lines = [f"  {counts[sort]:>8}  {SORTS[sort]}" for sort in SORTS if counts.get(sort)]
    never = [SORTS[sort] for sort in SORTS if not counts.get(sort)]
    if never:
        lines.append(f"  jamais : {', '.join(never)}")
    return lines


def rate(done: int, seconds: float) -> str:
    """How fast it goes."""
    return f"{done / seconds * 60:.1f} graines/min" if seconds > 0 else "–"


def summary(rows: Sequence[Row], seconds: float) -> dict[str, Any]:
    """All runs in figures."""
    broken = sorted(row["seed"] for row in rows if row["broken"])
    return {
        "seeds": len(rows),
        "clean": len(rows) - len(broken),
        "broken_seeds": broken,
        "letters": sum(row["letters"] for row in rows),
        "messages": sum(row["messages"] for row in rows),
        "deaths": sum(row["deaths"] for row in rows),
        "injected": dict(sorted(injected(rows).items())),
        "seeds_a_minute": round(len(rows) / seconds * 60, 2) if seconds > 0 else None,
    }
