"""What an operator may configure: every key, its sense, its limits and its default.

A model refuses unknown keys and keeps nothing that it did not check. Reading the files and saying
in French what is wrong stands in `loading.py` and `french.py`.
"""

from datetime import date
from decimal import Decimal
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator, model_validator

from relance_mailer.dossier.values import bic_is_sound, iban_is_sound, siren_is_sound
from relance_mailer.outward.levels import SenderRole

Address = Annotated[str, Field(pattern=r"^[^@\s<>,;]+@[^@\s<>,;]+$", max_length=254)]
Security = Literal["tls", "starttls", "none"]


class Table(BaseModel):
    """A table of the configuration: frozen, unknown keys refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Database(Table):
    """Where the journal lives: `sqlite:///file` (relative to the settings) or `postgres://…`."""

    url: str = "sqlite:///relance.db"

    @field_validator("url")
    @classmethod
    def _known_scheme(cls, url: str) -> str:
        if not url.startswith(("sqlite://", "postgres://", "postgresql://", "asyncpg://")):
            raise ValueError("une adresse sqlite:///fichier ou postgres://…")
        return url


class Mode(Table):
    """Whether letters leave, who reads them first, and how many.

    `shadow`: nothing leaves; `approve`: what `[approval]` names waits for a yes; `send`: all leave.
    """

    send: Literal["shadow", "approve", "send"] = "shadow"
    daily_ceiling: int = Field(default=200, ge=1, le=20_000)
    first_day_ceiling: int = Field(default=20, ge=1, le=20_000)


class ApprovalTable(Table):
    """Which letters wait for a yes with `send = "approve"`; nothing set: all of them."""

    from_level: str | None = Field(default=None, pattern=r"^[a-z][a-z0-9_]{1,39}$")
    above: Decimal | None = Field(default=None, ge=0)
    first_letters: int | None = Field(default=None, ge=1, le=100)


class AccountManager(Table):
    """Before which level our account manager is told by mail, and how early (S4)."""

    tell: bool = True
    before_level: str = Field(default="reminder_3", pattern=r"^[a-z][a-z0-9_]{1,39}$")
    business_days: int = Field(default=5, ge=1, le=20)


class ClockTable(Table):
    """Whether `--now` may set business time: for trials only, never in production."""

    settable: bool = False


class Mail(Table):
    """How messages are treated on both roads."""

    declare_automatic: bool = False
    act_on_messages_since: date | None = None
    trusted_authserv_ids: tuple[str, ...] = ()
    unnamed_authserv_is_trusted: bool = False  # Microsoft 365 names no authserv-id
    max_message_megabytes: int = Field(default=40, ge=1, le=200)
    max_enclosed_megabytes: int = Field(default=8, ge=1, le=20)  # documents in one letter
    doubt_minutes: int = Field(default=15, ge=1, le=1_440)


class Freshness(Table):
    """How old knowledge may be before sending waits (P2)."""

    inbox_minutes: int = Field(default=10, ge=1, le=1_440)


class DeskTable(Table):
    """The desk that people see: where it listens, and under which address it is reached."""

    listen: str = Field(default="", pattern=r"^$|^\S+:\d{1,5}$")  # "127.0.0.1:8025"; empty: no desk
    public_url: str = Field(default="", pattern=r"^$|^https?://[^/\s]+$")
    trusted_proxies: tuple[str, ...] = ()  # whose X-Forwarded-For is believed
    session_hours: int = Field(default=12, ge=1, le=168)
    language: str = Field(default="fr", pattern=r"^[a-z]{2}$")  # else templates/desk/LANGUAGE.po

    @model_validator(mode="after")
    def _passwords_stay_secret(self) -> Self:
        if self.listen and not is_loopback(self.host) and not self.url.startswith("https://"):
            raise ValueError(
                "les mots de passe passeraient en clair : écoutez sur 127.0.0.1 derrière un "
                'serveur HTTPS, et donnez public_url = "https://…"'
            )
        return self

    @property
    def host(self) -> str:
        """The address to listen on."""
        return self.listen.rpartition(":")[0].strip("[]")

    @property
    def port(self) -> int:
        """The port to listen on."""
        return int(self.listen.rpartition(":")[2] or 0)

    @property
    def url(self) -> str:
        """The address that people type."""
        return self.public_url or f"http://{self.listen}"


class Oauth(Table):
    """An application registered with a provider, for accounts that take no password (RFC 6749).

    With `refresh_token_file` it acts for the user who consented (`relance oauth authorize`), else
    for itself, as an administrator allowed it to.
    """

    provider: Literal["microsoft", "google", "other"]
    tenant: str = Field(default="", pattern=r"^[A-Za-z0-9.-]*$")  # Microsoft's directory
    client_id: str = Field(min_length=1)
    client_secret: SecretStr | None = None
    client_secret_file: Path | None = None
    refresh_token_file: Path | None = None
    token_url: str = Field(default="", pattern=r"^$|^https?://[^/\s]+/\S*$")
    authorize_url: str = Field(default="", pattern=r"^$|^https?://[^/\s]+/\S*$")
    scope: str = ""

    @model_validator(mode="after")
    def _says_where_and_what(self) -> Self:
        if self.client_secret is not None and self.client_secret_file is not None:
            raise ValueError("client_secret ou client_secret_file, pas les deux")
        if self.provider == "microsoft" and not self.tenant and not self.token_url:
            raise ValueError("tenant : l'annuaire Microsoft (identifiant ou domaine) est attendu")
        if self.provider == "google" and self.refresh_token_file is None:
            raise ValueError(
                "refresh_token_file : Google ne donne une boîte qu'à l'utilisateur qui consent "
                "(« relance oauth authorize »)"
            )
        if self.provider == "other" and not (self.token_url and self.scope):
            raise ValueError('provider = "other" demande token_url et scope')
        for url in (self.token_url, self.authorize_url):
            if url.startswith("http://") and not is_loopback(urlsplit(url).hostname or ""):
                raise ValueError("https:// est attendu : un secret ne passe pas en clair")
        if self.refresh_token_file is None and not (self.client_secret or self.client_secret_file):
            raise ValueError("client_secret_file : le secret de l'application est attendu")
        return self

    @property
    def asks_at(self) -> str:
        """Where tokens are asked for."""
        if self.provider == "google":
            return self.token_url or "https://oauth2.googleapis.com/token"
        return self.token_url or f"{_MICROSOFT}/{self.tenant}/oauth2/v2.0/token"

    @property
    def consents_at(self) -> str:
        """Where a user consents in his browser; empty where nobody said."""
        if self.provider == "google":
            return self.authorize_url or "https://accounts.google.com/o/oauth2/v2/auth"
        if self.provider == "microsoft":
            return self.authorize_url or f"{_MICROSOFT}/{self.tenant}/oauth2/v2.0/authorize"
        return self.authorize_url

    @property
    def asks_for(self) -> str:
        """The scope: mailbox and submission, as the provider names them."""
        if self.scope:
            return self.scope
        if self.provider == "google":
            return "https://mail.google.com/"
        if self.refresh_token_file is None:
            return "https://outlook.office365.com/.default"
        office = "https://outlook.office.com"
        return f"{office}/IMAP.AccessAsUser.All {office}/SMTP.Send offline_access"


_MICROSOFT = "https://login.microsoftonline.com"


class Server(Table):
    """A mail server and an account on it."""

    host: str = Field(min_length=1)
    port: int = Field(ge=1, le=65_535)
    security: Security
    user: str = ""
    password: SecretStr | None = None
    password_file: Path | None = None
    oauth: str | None = None  # the name of a table [oauth.NAME], in place of a password
    ca_file: Path | None = None  # a private authority to trust beside the system's
    timeout_seconds: int = Field(default=60, ge=2, le=900)

    @model_validator(mode="after")
    def _clear_text_stays_home(self) -> Self:
        if self.security == "none" and not is_loopback(self.host):
            raise ValueError(
                'security = "none" n\'est permis que vers cette machine (127.0.0.1, ::1, '
                'localhost) ; mettez "tls" ou "starttls"'
            )
        if self.password is not None and self.password_file is not None:
            raise ValueError("password ou password_file, pas les deux")
        if self.oauth is not None and (self.password or self.password_file):
            raise ValueError("oauth ou un mot de passe, pas les deux")
        if self.oauth is not None and not self.user:
            raise ValueError("user : la boîte pour laquelle le jeton sert est attendue")
        return self


class Smtp(Server):
    """The submission account."""

    from_: Address = Field(alias="from")
    connections: int = Field(default=2, ge=1, le=16)
    letters_per_minute: int = Field(default=30, ge=1, le=100_000)
    proof: Literal["journal", "provider_sent", "none"] = "none"
    journal_address: Address | None = None
    file_sent_copy: bool = True
    data_timeout_seconds: int = Field(default=600, ge=2, le=1_800)

    @model_validator(mode="after")
    def _journal_has_an_address(self) -> Self:
        if self.proof == "journal" and self.journal_address is None:
            raise ValueError('proof = "journal" demande journal_address, une adresse à vous')
        return self


class Imap(Server):
    """The mailbox that is watched."""

    folders: tuple[str, ...] = ("INBOX",)
    sent_folder: str | None = "Sent"

    @field_validator("folders")
    @classmethod
    def _at_least_one(cls, folders: tuple[str, ...]) -> tuple[str, ...]:
        if not folders:
            raise ValueError('au moins un dossier, par exemple ["INBOX"]')
        return folders


class OperatorSmtp(Server):
    """An account of its own for the mails to the operator: the letters' may be what fails."""

    from_: Address = Field(alias="from")


class OperatorTable(Table):
    """Who is told by mail when sending waits for long, and what waits for people every morning."""

    mail: tuple[Address, ...] = Field(default=(), max_length=10)
    after_minutes: int = Field(default=60, ge=5, le=2_880)
    digest: str = Field(default="", pattern=r"^$|^([01]\d|2[0-3]):[0-5]\d$")
    smtp: OperatorSmtp | None = None


class LedgerSource(Table):
    """Where the invoices come from: a folder with ledger.csv, or that file."""

    path: Path
    scope: Literal["all", "open_items"] = "all"


class Signatory(Table):
    """A person who signs letters."""

    name: str = Field(min_length=2)
    role: str = Field(min_length=2)
    role_en: str = ""  # as letters in English name it
    phone: str = ""


class Claimant(Table):
    """What a court asks of a claimant beside his identity (CPC 54); all may be left to a pen."""

    represented_by: str = ""  # « sa gérante, Mme Anne Roux »
    person: str = ""  # a sole trader's given names and name
    profession: str = ""
    home: str = ""
    nationality: str = ""
    born_on: date | None = None
    born_at: str = ""


class Creditor(Table):
    """A company that claims its money: identity, legal mentions, accounts, ledger."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")
    name: str = Field(min_length=2)
    legal_form: str = Field(min_length=2)
    capital: str = ""
    siren: str
    rcs: str = ""
    seat: str = Field(min_length=8)
    in_liquidation: bool = False
    privacy: str = Field(min_length=20)
    privacy_en: str = ""  # the same in English
    mediator: str = ""  # the consumer mediator (C. conso L616-1): name, address, site
    iban: str = Field(min_length=14)
    bic: str = ""
    documents: Path | None = None
    to_post: Path | None = None  # where formal notices to sign and post are laid, as PDF
    own_domains: tuple[str, ...] = ()
    language_fallback: dict[str, str] = Field(default_factory=dict)
    formal_notice_form: (
        Literal["by_amount", "mail", "registered_letter", "registered_email"] | None
    ) = None
    min_amount: Decimal = Field(default=Decimal("30.00"), ge=0)
    big_amount: Decimal = Field(default=Decimal("10000.00"), ge=0)
    smtp: Smtp
    imap: Imap
    ledger: LedgerSource
    signatory: dict[SenderRole, Signatory]
    claimant: Claimant = Claimant()

    @field_validator("iban")
    @classmethod
    def _right_account(cls, iban: str) -> str:
        if not iban_is_sound(iban):
            raise ValueError("un IBAN dont la clé est juste : c'est lui que les lettres donnent")
        return iban

    @field_validator("bic")
    @classmethod
    def _right_bank(cls, bic: str) -> str:
        if bic and not bic_is_sound(bic):
            raise ValueError("un BIC de 8 ou 11 signes, ou rien")
        return bic

    @field_validator("siren")
    @classmethod
    def _right_digits(cls, siren: str) -> str:
        digits = siren.replace(" ", "")
        if not siren_is_sound(digits):
            raise ValueError("un SIREN de neuf chiffres dont la clé est juste")
        return digits

    @model_validator(mode="after")
    def _mentions_are_whole(self) -> Self:
        company = self.legal_form.upper() not in {"EI", "ENTREPRENEUR INDIVIDUEL"}
        if company and not self.rcs:
            raise ValueError("rcs : la ville du greffe (C. com. R123-237)")
        if company and self.legal_form.upper() not in {"ASSOCIATION", "GIE"} and not self.capital:
            raise ValueError("capital : le capital social (C. com. R123-238)")
        if not self.signatory:
            raise ValueError("au moins un signataire, par exemple [creditor.signatory.ar_clerk]")
        return self

    @property
    def mentions(self) -> tuple[str, ...]:
        """The sender's mandatory mentions (C. com. R123-237, R123-238; R526-27), a line each."""
        siren = f"{self.siren[:3]} {self.siren[3:6]} {self.siren[6:]}"
        if self.legal_form.upper() in {"EI", "ENTREPRENEUR INDIVIDUEL"}:
            first = f"{self.name} – Entrepreneur individuel (EI)"
        elif self.capital:
            first = f"{self.name} – {self.legal_form} au capital de {self.capital}"
        else:
            first = f"{self.name} – {self.legal_form}"
        registry = f"RCS {self.rcs} {siren}" if self.rcs else f"SIREN {siren}"
        liquidation = " – en liquidation" if self.in_liquidation else ""
        return (first + liquidation, f"Siège : {self.seat} – {registry}")


class ActingForOthers(Table):
    """What a collector for others must have before the first letter (CPCE R124-1 to R124-7)."""

    insurance: str = Field(min_length=3)
    dedicated_account_iban: str = Field(min_length=14)
    prosecutor_declaration: str = Field(min_length=3)
    written_mandate: str = Field(min_length=3)


class Files(Table):
    """The other files of the configuration, relative to the settings."""

    timelines: Path = Path("timelines.toml")
    calendar: Path = Path("calendar.toml")
    roles: Path = Path("roles.toml")
    rates: Path = Path("rates.toml")  # may be absent: the shipped table alone
    templates: Path = Path("templates")
    token_key: Path = Path("token.key")
    desk_key: Path = Path("secrets/desk.key")
    anchors: Path = Path("anchors.jsonl")


def is_loopback(host: str) -> bool:
    """Whether a host name is this machine itself."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
