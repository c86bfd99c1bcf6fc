"""The one place where a port meets its adapter; tests and the demonstration override here."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from relance_mailer.adapters.clock import SettableClock, SystemClock
from relance_mailer.adapters.crew import ProcessCrew
from relance_mailer.adapters.documents import DocumentFolder
from relance_mailer.adapters.imap import ImapMailbox
from relance_mailer.adapters.imap_account import ImapAccount, ImapLimits
from relance_mailer.adapters.ledger_csv import CsvLedger
from relance_mailer.adapters.ledger_fields import fold
from relance_mailer.adapters.legal_press import SetPress
from relance_mailer.adapters.papers import PrintedPapers
from relance_mailer.adapters.render import MailRenderer
from relance_mailer.adapters.shipped import shipped
from relance_mailer.adapters.smtp import Account, SmtpMailer
from relance_mailer.adapters.typesetting import Typesetter
from relance_mailer.adapters.witness import FileWitness
from relance_mailer.desk.claimant import Claimant
from relance_mailer.dossier.values import CreditorId
from relance_mailer.flows.house import OPENED_KEY, STARTED_KEY, Creditor, Doors, House
from relance_mailer.flows.read_mail.practice import practise
from relance_mailer.outward.approving import Approval
from relance_mailer.outward.compose import Sender
from relance_mailer.outward.levels import SenderRole
from relance_mailer.outward.managing import Telling
from relance_mailer.outward.vigil import Operator
from relance_mailer.ports import (
    Alone,
    Clock,
    Crew,
    Leases,
    Ledger,
    Mailbox,
    Mailer,
    Papers,
    Permanent,
    Register,
)
from relance_mailer.settings.contradictions import without_template
from relance_mailer.settings.loading import OPERATOR, Settings, own_addresses
from relance_mailer.settings.model import (
    AccountManager,
    ApprovalTable,
    DeskTable,
    Mode,
    OperatorTable,
    Server,
)
from relance_mailer.settings.model import Creditor as CreditorTable
from relance_mailer.store.database import Database, open_database
from relance_mailer.store.inbox import DatabaseInbox
from relance_mailer.store.journal import DatabaseJournal
from relance_mailer.store.leases import DatabaseLeases
from relance_mailer.store.lookup import DatabaseLookup
from relance_mailer.store.outbox import DatabaseOutbox
from relance_mailer.store.register import DatabaseRegister
from relance_mailer.wiring.keeping import keep_before_migration
from relance_mailer.wiring.oauth import tokens_of

ACT_ON_DAYS_BEFORE_START = timedelta(days=30)
MEGABYTE = 1024 * 1024
HANDS_MAX = 4  # some hundred megabytes each


@dataclass(frozen=True, kw_only=True, slots=True)
class Relance:
    """The whole house, ready to work; `close` gives everything back."""

    settings: Settings
    house: House
    creditors: Mapping[CreditorId, Creditor]
    doors: Mapping[CreditorId, Doors]
    anchors: Path
    database: Database
    real_now: Callable[[], datetime]
    leases: Leases

    async def close(self) -> None:
        """Leave the servers and close the database; without it the process would not end."""
        try:
            for doors in self.doors.values():
                await doors.mailer.close()
                await doors.mailbox.close()
                if doors.operator is not None:
                    await doors.operator.close()
            await self.house.crew.rest()
        finally:
            await self.database.close()


async def build(
    settings: Settings,
    *,
    now: datetime | None = None,
    running: bool = False,
    starts: bool = True,
    clock: Clock | None = None,
    mailbox: Callable[[CreditorTable], Mailbox] | None = None,
    mailer: Callable[[CreditorTable], Mailer] | None = None,
    ledger: Callable[[CreditorTable], Ledger] | None = None,
    real_now: Callable[[], datetime] | None = None,
    renderer: MailRenderer | None = None,
    papers: Papers | None = None,
) -> Relance:
    """Everything put together; `now` sets where business time starts (settable clocks only).

    Whoever `starts` reads mail or sends: the first who does fixes the day from which messages are
    acted on. Others leave it to him, or who only looks weeks before would fix it too early.
    `real_now` is the time of machines, by which leases are counted; the database's own, when none
    is given. A renderer or papers that are given serve several houses in one process.

    Raises `Temporary` or `Permanent` when the database cannot be opened, and `Permanent` when a
    level of a timeline has no template.
    """
    real = SystemClock()
    machines = real_now or real.now
    renderer = renderer or renderer_of(settings)
    templates_stand(settings, renderer)
    business = clock or (SettableClock(now, running=running) if now else real)

    async def keep(database: Database, migration: str) -> None:
        await keep_before_migration(settings, database, migration, real.now())

    database = await open_database(settings.database_url, keep=keep)
    try:
        register = DatabaseRegister(database)
        started = await _started_on(register, business, starts=starts)
        house = House(
            clock=business,
            journal=DatabaseJournal(database),
            outbox=DatabaseOutbox(database, real_now=real_now),
            inbox=DatabaseInbox(database),
            lookup=DatabaseLookup(database),
            register=register,
            renderer=renderer,
            papers=papers or papers_of(settings),
            witness=FileWitness(
                settings.path(settings.table.files.anchors),
                sees_all=database.sqlite_file is not None,
                database=settings.database_name,
            ),
            press=SetPress(Typesetter(template_folders(settings)), template_folders(settings)),
            crew=crew_of(_processors()),
        )
        tables = settings.table.creditor
        operator = operator_mailer_of(settings)
        doors = {}
        for row in tables:
            submission = (mailer or (lambda one: mailer_of(settings, one)))(row)
            doors[CreditorId(row.id)] = Doors(
                mailbox=(mailbox or (lambda one: mailbox_of(settings, one)))(row),
                mailer=submission,
                ledger=(ledger or (lambda one: ledger_of(settings, one)))(row),
                operator=operator,
                probe=submission.check if isinstance(submission, SmtpMailer) else None,
            )
        return Relance(
            settings=settings,
            house=house,
            creditors={CreditorId(row.id): creditor_of(settings, row, started) for row in tables},
            doors=doors,
            anchors=settings.path(settings.table.files.anchors),
            database=database,
            real_now=machines,
            leases=DatabaseLeases(database, real_now=real_now),
        )
    except BaseException:
        await database.close()
        raise


def crew_of(processors: int) -> Crew:
    """A hand for each processor, which the system shares out; on a single one it gains nothing."""
    hands = min(processors, HANDS_MAX)
    return ProcessCrew(hands, practise=practise) if processors > 1 else Alone()


def _processors() -> int:
    """How many this process may run on; not every system says so."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


async def _started_on(register: Register, clock: Clock, *, starts: bool) -> date:
    """The day of the first start, today as long as nobody started.

    Messages that are much older are shown and move nothing by themselves.
    """
    value = await register.get(STARTED_KEY)
    if value is None:
        value = clock.today().isoformat()
        if await register.get(OPENED_KEY) is None:
            await register.set(OPENED_KEY, value)
        if starts:
            await register.set(STARTED_KEY, value)
    return date.fromisoformat(value)


def creditor_of(settings: Settings, row: CreditorTable, started: date) -> Creditor:
    """A creditor as the flows need him."""
    table = settings.table
    return Creditor(
        id=CreditorId(row.id),
        mailbox=row.smtp.from_.lower(),
        timelines=settings.timelines[row.id],
        holds=settings.holds,
        senders=senders_of(row),
        token_key=settings.token_key,
        envelope_from=row.smtp.from_,
        journal_address=row.smtp.journal_address if row.smtp.proof == "journal" else None,
        proof=row.smtp.proof,
        folders=row.imap.folders,
        sent_folder=row.imap.sent_folder,
        file_sent_copy=row.smtp.file_sent_copy,
        own_domains=tuple(domain.lower() for domain in row.own_domains),
        own_addresses=own_addresses(row),
        language_fallback=row.language_fallback,
        trusted_authserv_ids=table.mail.trusted_authserv_ids,
        unnamed_authserv_is_trusted=table.mail.unnamed_authserv_is_trusted,
        ledger_scope=row.ledger.scope,
        ledger_file_age_counts=not table.clock.settable,
        mode_send=table.mode.send in {"send", "approve"},
        approval=approval_of(table.mode, table.approval),
        telling=telling_of(table.account_manager),
        operator=operator_of(table.operator, table.desk),
        daily_ceiling=table.mode.daily_ceiling,
        first_day_ceiling=table.mode.first_day_ceiling,
        send_from=settings.calendar.send_from,
        send_until=settings.calendar.send_until,
        inbox_minutes=table.freshness.inbox_minutes,
        doubt_minutes=table.mail.doubt_minutes,
        declare_automatic=table.mail.declare_automatic,
        act_on_messages_since=table.mail.act_on_messages_since
        or started - ACT_ON_DAYS_BEFORE_START,
        connections=row.smtp.connections,
        rates=settings.rates,
        claimant=claimant_of(row),
        enclosed_bytes_max=table.mail.max_enclosed_megabytes * MEGABYTE,
    )


def approval_of(mode: Mode, table: ApprovalTable) -> Approval | None:
    """Which letters wait for a human's yes; None where they leave by themselves."""
    if mode.send != "approve":
        return None
    return Approval(
        from_level=table.from_level, above=table.above, first_letters=table.first_letters
    )


def telling_of(table: AccountManager) -> Telling | None:
    """Before which level the account manager is told; None: never."""
    if not table.tell:
        return None
    return Telling(level=table.before_level, business_days=table.business_days)


def operator_of(table: OperatorTable, desk: DeskTable) -> Operator | None:
    """Who is told when sending waits for long; None: nobody."""
    if not table.mail:
        return None
    return Operator(
        mail=table.mail,
        after_minutes=table.after_minutes,
        digest=table.digest,
        sender=table.smtp.from_ if table.smtp else "",
        desk=desk.public_url,
    )


_RISING = tuple(SenderRole)


def senders_of(row: CreditorTable) -> dict[SenderRole, Sender]:
    """Who signs at each rank: the person configured, else the nearest lower one configured."""
    named = [role for role in _RISING if role in row.signatory]
    senders = {}
    for role in _RISING:
        below = [one for one in named if _RISING.index(one) <= _RISING.index(role)]
        person = row.signatory[below[-1] if below else named[0]]
        senders[role] = Sender(
            creditor_name=row.name,
            mailbox=row.smtp.from_,
            mentions=row.mentions,
            privacy=row.privacy,
            iban=row.iban,
            bic=row.bic,
            person=person.name,
            role=person.role,
            phone=person.phone,
            sender_role=role,
            role_en=person.role_en,
            privacy_en=row.privacy_en,
            mediator=row.mediator,
            seat=row.seat,
        )
    return senders


def claimant_of(row: CreditorTable) -> Claimant:
    """The creditor as a court has to know him."""
    own = row.claimant
    signatory = senders_of(row)[SenderRole.MANAGEMENT]
    return Claimant(
        name=row.name,
        legal_form=row.legal_form,
        capital=row.capital,
        siren=row.siren,
        rcs=row.rcs,
        seat=row.seat,
        iban=row.iban,
        bic=row.bic,
        mailbox=row.smtp.from_,
        phone=signatory.phone,
        signatory=signatory.person,
        signatory_role=signatory.role,
        represented_by=own.represented_by,
        person=own.person,
        profession=own.profession,
        home=own.home,
        nationality=own.nationality,
        born_on=own.born_on,
        born_at=own.born_at,
        mentions=row.mentions,
    )


def renderer_of(settings: Settings) -> MailRenderer:
    """The renderer: the operator's templates before the shipped ones."""
    return MailRenderer(template_folders(settings))


def papers_of(settings: Settings) -> PrintedPapers:
    """The papers: each creditor's folder of documents, and one typesetter."""
    limit = settings.table.mail.max_enclosed_megabytes * MEGABYTE
    folders = {
        CreditorId(row.id): DocumentFolder(settings.path(row.documents), bytes_max=limit)
        for row in settings.table.creditor
        if row.documents
    }
    to_post = {
        CreditorId(row.id): settings.path(row.to_post)
        for row in settings.table.creditor
        if row.to_post
    }
    return PrintedPapers(folders, Typesetter(template_folders(settings)), to_post)


def template_folders(settings: Settings) -> tuple[Path, Path]:
    """The operator's templates, then the shipped ones."""
    return settings.path(settings.table.files.templates), shipped("templates")


def templates_stand(settings: Settings, renderer: MailRenderer) -> None:
    """Every level that is configured can be written; raises `Permanent` naming file and level."""
    known = {template for language, template in renderer.templates() if language == "fr"}
    file = settings.path(settings.table.files.timelines)
    faults = [
        f"{file} : timeline.{segment}.{fault}"
        for segment, timeline in next(iter(settings.timelines.values())).items()
        for fault in without_template(timeline, known)
    ]
    if faults:
        raise Permanent("\n".join(faults))


def mailbox_of(settings: Settings, row: CreditorTable) -> ImapMailbox:
    """The mailbox of a creditor."""
    imap = row.imap
    return ImapMailbox(
        row.smtp.from_.lower(),
        ImapAccount(
            host=imap.host,
            port=imap.port,
            security=imap.security,
            user=imap.user,
            password=settings.secrets[(row.id, "imap")],
            token=tokens_of(settings, imap),
            authority=settings.path(imap.ca_file) if imap.ca_file else None,
        ),
        ImapLimits(
            quiet_seconds=float(imap.timeout_seconds),
            message_bytes=settings.table.mail.max_message_megabytes * MEGABYTE,
        ),
    )


def mailer_of(settings: Settings, row: CreditorTable) -> SmtpMailer:
    """The submission account of a creditor."""
    smtp = row.smtp
    return SmtpMailer(
        replace(
            _account(settings, smtp, settings.secrets[(row.id, "smtp")]),
            connections=smtp.connections,
            letters_per_minute=smtp.letters_per_minute,
            data_timeout_seconds=float(smtp.data_timeout_seconds),
        )
    )


def operator_mailer_of(settings: Settings) -> SmtpMailer | None:
    """The account of mails to the operator, None where they leave by the creditor's."""
    smtp = settings.table.operator.smtp
    if smtp is None:
        return None
    return SmtpMailer(_account(settings, smtp, settings.secrets[OPERATOR]))


def _account(settings: Settings, smtp: Server, password: str) -> Account:
    return Account(
        host=smtp.host,
        port=smtp.port,
        security=smtp.security,
        user=smtp.user,
        password=password,
        token=tokens_of(settings, smtp),
        ca_file=settings.path(smtp.ca_file) if smtp.ca_file else None,
        timeout_seconds=float(smtp.timeout_seconds),
    )


def ledger_of(settings: Settings, row: CreditorTable) -> CsvLedger:
    """The ledger of a creditor."""
    return CsvLedger(
        path=settings.path(row.ledger.path),
        creditor=CreditorId(row.id),
        roles={fold(word): role for word, role in settings.roles.items()},
    )
