"""A creditor's folder for a run: settings, timelines, the key, the database; papers that are cheap.

The letters are the real ones, rendered by the real templates. Only what is set in type with them
(statements, notices, the picture of a transfer) is a line of text here: setting it costs more than
the rest of a simulated day, and nothing that is judged stands in it.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from shutil import copyfile

from relance_mailer.adapters.render import MailRenderer
from relance_mailer.adapters.shipped import shipped
from relance_mailer.dossier.values import CreditorId
from relance_mailer.law.statement import Stated
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.enclosing import Shelf
from relance_mailer.outward.levels import Form
from relance_mailer.ports import Enclosure, NoPapers
from relance_mailer.settings.loading import Settings, load
from relance_mailer.simulate.cast import CREDITOR
from relance_mailer.simulate.world import JOURNAL, OURS
from relance_mailer.store.database import make_private, open_database

DATABASE = "relance.db"
DOUBT_MINUTES = 15
INBOX_MINUTES = 10


class CheapPapers(NoPapers):
    """Papers of one line each; none is at hand, and a notice is laid out in memory."""

    def shelf(self, creditor: CreditorId) -> Shelf:
        """An empty shelf."""
        return Shelf()

    def statement(self, letter: Letter, history: Sequence[Stated]) -> Enclosure:
        """The statement of account, as one line."""
        return Enclosure(name=letter.statement, content=f"%PDF {letter.demanded}".encode())

    def notice(
        self, letter: Letter, history: Sequence[Stated], reminders: Sequence[date], form: Form
    ) -> bytes:
        """The notice, as one line."""
        return f"%PDF {letter.demanded} {letter.deadline_on}".encode()


@cache
def renderer() -> MailRenderer:
    """The real renderer with the shipped templates; one serves all runs of a process."""
    return MailRenderer((Path("/nonexistent"), shipped("templates")))


def configured(root: Path, seed: int) -> Settings:
    """The settings of a run, written to its folder and read as any other."""
    chance = Random(f"{seed}:estate")
    for name in ("timelines.toml", "calendar.toml", "roles.toml"):
        copyfile(shipped("config") / name, root / name)
    (root / "templates").mkdir()
    secrets = root / "secrets"
    secrets.mkdir(mode=0o700)
    for name, text in (("token.key", f"{chance.getrandbits(256):064x}"), ("mail.password", "x")):
        file = secrets / name
        file.touch(mode=0o600)
        file.write_text(f"{text}\n", encoding="utf-8")
    proof = chance.choice(("none", "journal"))
    journal = f'journal_address = "{JOURNAL}"' if proof == "journal" else ""
    approves = chance.random() < 0.2
    text = _SETTINGS.format(
        creditor=CREDITOR,
        address=OURS,
        domain=OURS.partition("@")[2],
        proof=proof,
        journal=journal,
        send="approve" if approves else "send",
        doubt=DOUBT_MINUTES,
        inbox=INBOX_MINUTES,
    )
    file = root / "settings.toml"
    file.write_text(text, encoding="utf-8")
    return load(file, environment={})


def database_url(file: Path) -> str:
    """The database of a process; one thread does all, and waits for nobody."""
    return f"sqlite:///{file}?busy_timeout=1&at_once=1"


async def lay_database(file: Path) -> None:
    """A new database with its tables; they are made once, all runs of a process begin with a copy.

    That migrations run is shown elsewhere; here they would take longer than ten passes.
    """
    if not _EMPTY:
        database = await open_database(database_url(file))
        await database.checkpoint()
        await database.close()
        _EMPTY.append(file.read_bytes())
    make_private(file)
    file.write_bytes(_EMPTY[0])


_EMPTY: list[bytes] = []
_SETTINGS = """\
[mode]
send = "{send}"
daily_ceiling = 60
first_day_ceiling = 20

[approval]
from_level = "reminder_3"

[database]
url = "sqlite:///relance.db"

[mail]
doubt_minutes = {doubt}
trusted_authserv_ids = ["mx.imprimerie-simulee.example"]

[freshness]
inbox_minutes = {inbox}

[files]
token_key = "secrets/token.key"

[[creditor]]
id = "{creditor}"
name = "Imprimerie simulée"
legal_form = "SARL"
capital = "30 000 €"
siren = "732829320"
rcs = "Rennes"
seat = "4 quai des Imprimeurs, 35000 Rennes"
privacy = "Vos données servent au recouvrement de nos factures ; vos droits : à cette adresse."
iban = "FR76 3000 6000 0112 3456 7890 189"
bic = "AGRIFRPP"
own_domains = ["{domain}"]
formal_notice_form = "mail"

[creditor.smtp]
host = "127.0.0.1"
port = 25
security = "none"
user = "{address}"
password_file = "secrets/mail.password"
from = "{address}"
connections = 1
proof = "{proof}"
{journal}

[creditor.imap]
host = "127.0.0.1"
port = 143
security = "none"
user = "{address}"
password_file = "secrets/mail.password"
folders = ["INBOX"]
sent_folder = "Sent"

[creditor.ledger]
path = "grand-livre"

[creditor.signatory.ar_clerk]
name = "Claire Morvan"
role = "Chargée de relance"
phone = "02 99 00 00 11"

[creditor.signatory.management]
name = "Hélène Trévidic"
role = "Gérante"
phone = "02 99 00 00 10"
"""
