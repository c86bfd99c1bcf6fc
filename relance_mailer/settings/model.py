"""What an operator may configure: every key, its sense, its limits and its default.

A model refuses unknown keys and keeps nothing that it did not check. Reading the files and saying
in French what is wrong stands in `loading.py` and `french.py`.
"""

from datetime import date
from decimal import Decimal
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal, Self

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
    """Whether letters leave, and how many."""

    send: Literal["shadow", "send"] = "shadow"
    daily_ceiling: int = Field(default=200, ge=1, le=20_000)
    first_day_ceiling: int = Field(default=20, ge=1, le=20_000)


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


class Server(Table):
    """A mail server and an account on it."""

    host: str = Field(min_length=1)
    port: int = Field(ge=1, le=65_535)
    security: Security
    user: str = ""
    password: SecretStr | None = None
    password_file: Path | None = None
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


class LedgerSource(Table):
    """Where the invoices come from: a folder with ledger.csv, or that file."""

    path: Path
    scope: Literal["all", "open_items"] = "all"


class Signatory(Table):
    """A person who signs letters."""

    name: str = Field(min_length=2)
    role: str = Field(min_length=2)
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
    anchors: Path = Path("anchors.jsonl")


def is_loopback(host: str) -> bool:
    """Whether a host name is this machine itself."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
