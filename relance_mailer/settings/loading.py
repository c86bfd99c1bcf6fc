"""`config/*.toml` and the environment → frozen `Settings`, or a clear French refusal to start.

The environment overrides any key: `RELANCE_SECTION__KEY`, and for a creditor
`RELANCE_CREDITOR__ITS-ID__SMTP__PASSWORD` (dashes of the id written as underscores).
"""

import os
import re
import stat
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from relance_mailer.inward.holds import Holds
from relance_mailer.law.rates import RateTable
from relance_mailer.outward.levels import Timeline
from relance_mailer.outward.vigil import is_of_house
from relance_mailer.settings.french import WrongSettings, faults_of, system_words
from relance_mailer.settings.model import (
    AccountManager,
    ActingForOthers,
    ApprovalTable,
    ClockTable,
    Creditor,
    Database,
    DeskTable,
    Files,
    Freshness,
    Mail,
    Mode,
    Oauth,
    OperatorTable,
    Server,
    Table,
)
from relance_mailer.settings.rates import rates_of
from relance_mailer.settings.timelines import timelines_of
from relance_mailer.words import Role, Segment

PREFIX = "RELANCE_"
NOT_SETTINGS = ("RELANCE_TEST_",)
OPERATOR = ("", "operator")
"""Under which the password of the operator's own account stands: no creditor has an empty name."""
OAUTH = "[oauth]"
"""With the name of a table [oauth.NAME], its application's secret; no creditor has brackets."""


class SettingsFile(BaseSettings):
    """The settings as the file and the environment give them."""

    model_config = SettingsConfigDict(extra="forbid", frozen=True)

    database: Database = Database()
    mode: Mode = Mode()
    approval: ApprovalTable = ApprovalTable()
    account_manager: AccountManager = AccountManager()
    operator: OperatorTable = OperatorTable()
    clock: ClockTable = ClockTable()
    mail: Mail = Mail()
    freshness: Freshness = Freshness()
    desk: DeskTable = DeskTable()
    files: Files = Files()
    acting_for_others: bool = False
    mandate: ActingForOthers | None = None
    oauth: dict[str, Oauth] = Field(default_factory=dict)
    creditor: tuple[Creditor, ...] = Field(min_length=1)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The file and the environment are merged by us: creditors are a list with names."""
        assert isinstance(init_settings, InitSettingsSource)
        return (init_settings,)


class CalendarTable(Table):
    """`calendar.toml`: when letters may leave."""

    send_from: str = Field(default="08:30", pattern=r"^([01]\d|2[0-3]):[0-5]\d$")
    send_until: str = Field(default="17:30", pattern=r"^([01]\d|2[0-3]):[0-5]\d$")
    closed_days: tuple[date, ...] = ()


class RolesTable(Table):
    """`roles.toml`: the words for a role, as ledgers write them."""

    roles: dict[Role, tuple[str, ...]] = Field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """All that was configured, checked."""

    file: Path
    table: SettingsFile
    timelines: Mapping[str, Mapping[Segment, Timeline]]  # by creditor
    holds: Holds
    calendar: CalendarTable
    roles: Mapping[str, Role]  # words → role
    rates: RateTable
    secrets: Mapping[tuple[str, str], str]
    """(creditor, smtp|imap) → password; OPERATOR's own; (OAUTH, name) → the application's."""
    token_key: bytes

    @property
    def folder(self) -> Path:
        """Where the settings stand; other paths are relative to it."""
        return self.file.parent

    def path(self, path: Path) -> Path:
        """A configured path, absolute."""
        return path if path.is_absolute() else self.folder / path

    @property
    def database_url(self) -> str:
        """The database, a relative SQLite file taken from the settings' folder."""
        url = self.table.database.url
        for prefix in ("sqlite:///", "sqlite://"):
            rest = url.removeprefix(prefix)
            if rest != url and not rest.startswith("/"):
                name, _, query = rest.partition("?")
                return f"sqlite:///{self.folder.resolve() / name}{'?' + query if query else ''}"
        return url

    @property
    def database_name(self) -> str:
        """What the database is called wherever it stands: a file's name, or a server's database."""
        return self.database_url.partition("?")[0].rpartition("/")[2]

    def creditor(self, identifier: str) -> Creditor:
        """The creditor of that identifier."""
        return next(row for row in self.table.creditor if row.id == identifier)


def load(file: Path, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of a file; raises `WrongSettings` with one French line for each fault."""
    environ = os.environ if environment is None else environment
    file = file.resolve()
    data = _with_environment(read_toml(file), environ, file)
    try:
        table = SettingsFile(**data)
    except ValidationError as error:
        raise WrongSettings(faults_of(error, file)) from error
    _same_names_once(table, file)
    _operator_is_of_the_house(table, file)
    _oauth_is_described(table, file)
    if table.acting_for_others and table.mandate is None:
        raise WrongSettings((_MANDATE.format(file=file),))
    where = file.parent
    calendar = _calendar(where / table.files.calendar)
    timelines_file = where / table.files.timelines
    timelines: dict[str, Mapping[Segment, Timeline]] = {}
    holds = Holds()
    rows = read_toml(timelines_file)
    for creditor in table.creditor:
        timelines[creditor.id], holds = timelines_of(
            rows,
            timelines_file,
            min_amount=creditor.min_amount,
            big_amount=creditor.big_amount,
            formal_notice_form=creditor.formal_notice_form,
            closed_days=frozenset(calendar.closed_days),
        )
    _levels_exist(table, timelines, file)
    return Settings(
        file=file,
        table=table,
        timelines=timelines,
        holds=holds,
        calendar=calendar,
        roles=_roles(where / table.files.roles),
        rates=rates_of(where / table.files.rates),
        secrets=_secrets(table, where, file),
        token_key=_token_key(where / table.files.token_key),
    )


def _levels_exist(
    table: SettingsFile, timelines: Mapping[str, Mapping[Segment, Timeline]], file: Path
) -> None:
    """A level that no timeline has would wait for nobody, and tell nobody."""
    known = {
        level.name for rows in timelines.values() for one in rows.values() for level in one.levels
    }
    manager = table.account_manager
    told = manager.before_level if "before_level" in manager.model_fields_set else None
    named = (
        ("approval.from_level", table.approval.from_level),
        ("account_manager.before_level", told),
    )
    faults = tuple(
        f"{file} : {key} = « {name} » : aucune chronologie n'a ce niveau "
        f"(connus : {', '.join(sorted(known))})"
        for key, name in named
        if name is not None and name not in known
    )
    if faults:
        raise WrongSettings(faults)


_MANDATE = (
    "{file} : acting_for_others = true : recouvrer pour autrui demande la table [mandate] "
    "(insurance, dedicated_account_iban, prosecutor_declaration, written_mandate) : "
    "CPCE R124-1 à R124-7"
)


TOML_BYTES_MAX = 2_000_000
_DEEP_KEY = re.compile(r"(?:[^\s.=\[\]{},#]{1,100}[ \t]{0,8}\.[ \t]{0,8}){64}")
"""A key of keys of keys: tomllib takes time and memory as the square of its depth."""


def read_toml(file: Path) -> dict[str, Any]:
    """A TOML file as a dictionary; raises `WrongSettings` when it is absent or broken."""
    try:
        size = file.stat().st_size
        if size > TOML_BYTES_MAX:
            raise WrongSettings((f"{file} : {size} octets, {TOML_BYTES_MAX} au plus attendus",))
        text = file.read_text(encoding="utf-8-sig")
        if _DEEP_KEY.search(text):
            raise RecursionError
        return tomllib.loads(text)
    except FileNotFoundError as error:
        raise WrongSettings(
            (f"{file} : fichier introuvable ; « relance init DOSSIER » en écrit un",)
        ) from error
    except RecursionError as error:
        why = "listes ou tables trop imbriquées, quelques niveaux étaient attendus"
        raise WrongSettings((f"{file} : TOML illisible : {why}",)) from error
    except tomllib.TOMLDecodeError as error:
        raise WrongSettings((f"{file} : TOML illisible : {error}",)) from error
    except OSError as error:
        raise WrongSettings((f"{file} : illisible : {system_words(error)}",)) from error
    except UnicodeDecodeError as error:
        raise WrongSettings((f"{file} : illisible : {error}",)) from error
    except ValueError as error:
        # A number of thousands of digits, which Python does not even convert.
        raise WrongSettings((f"{file} : TOML illisible : nombre démesuré",)) from error


def _with_environment(
    data: dict[str, Any], environment: Mapping[str, str], file: Path
) -> dict[str, Any]:
    faults = []
    for name, value in environment.items():
        if not name.startswith(PREFIX) or name.startswith(NOT_SETTINGS):
            continue
        parts = name.removeprefix(PREFIX).lower().split("__")
        if parts[0] not in SettingsFile.model_fields or not _put(data, parts, value):
            faults.append(f"variable {name} : aucune clé de {file.name} ne porte ce nom")
    if faults:
        raise WrongSettings(tuple(faults))
    return data


def _put(data: dict[str, Any], parts: list[str], value: str) -> bool:
    if parts[0] == "creditor":
        rows = data.get("creditor", [])
        wanted = parts[1] if len(parts) > 1 else ""
        row = next((r for r in rows if str(r.get("id", "")).replace("-", "_") == wanted), None)
        if row is None or len(parts) < 3:
            return False
        data, parts = row, parts[2:]
    for part in parts[:-1]:
        inner: object = data.setdefault(part, {})
        if not isinstance(inner, dict):
            return False
        data = inner
    data[parts[-1]] = value
    return True


def _same_names_once(table: SettingsFile, file: Path) -> None:
    ids = [creditor.id for creditor in table.creditor]
    twice = sorted({identifier for identifier in ids if ids.count(identifier) > 1})
    boxes = [f"{c.imap.user.lower()}@@{c.imap.host}:{c.imap.port}" for c in table.creditor]
    shared = sorted({box.partition("@@")[0] for box in boxes if boxes.count(box) > 1})
    if shared:
        names = ", ".join(shared)
        raise WrongSettings(
            (f"{file} : creditor.imap : deux créanciers lisent la même boîte ({names})",)
        )
    if twice:
        names = ", ".join(twice)
        raise WrongSettings(
            (f"{file} : creditor.id : ces identifiants servent deux fois : {names}",)
        )


def _operator_is_of_the_house(table: SettingsFile, file: Path) -> None:
    """An alert names our own figures: it goes to no domain but ours, of every creditor."""
    faults = tuple(
        f"{file} : operator.mail : « {address} » n'est pas une adresse de la maison pour le "
        f"créancier « {row.id} » : ajoutez son domaine à own_domains, ou choisissez-en une autre"
        for row in table.creditor
        for address in table.operator.mail
        if not is_of_house(address, row.smtp.from_, row.own_domains, own_addresses(row))
    )
    if faults:
        raise WrongSettings(faults)


def _oauth_is_described(table: SettingsFile, file: Path) -> None:
    """A server may name only an application that stands in the file."""
    faults = tuple(
        f"{file} : {key}.oauth = « {server.oauth} » : aucune table [oauth.{server.oauth}] "
        f"(connues : {', '.join(sorted(table.oauth)) or 'aucune'})"
        for key, _, server in _servers(table)
        if server.oauth is not None and server.oauth not in table.oauth
    )
    if faults:
        raise WrongSettings(faults)


def _servers(table: SettingsFile) -> Iterator[tuple[str, tuple[str, str], Server]]:
    """Every account of the file: its key there, its place among the secrets, itself."""
    for creditor in table.creditor:
        for name, server in (("smtp", creditor.smtp), ("imap", creditor.imap)):
            yield f"creditor.{creditor.id}.{name}", (creditor.id, name), server
    if table.operator.smtp is not None:
        yield "operator.smtp", OPERATOR, table.operator.smtp


def own_addresses(row: Creditor) -> tuple[str, ...]:
    """A creditor's own addresses: never a debtor's, whatever comes back from them."""
    known = (row.smtp.from_, row.smtp.journal_address, row.imap.user)
    return tuple(dict.fromkeys(one.lower() for one in known if one and "@" in one))


def _calendar(file: Path) -> CalendarTable:
    try:
        return CalendarTable.model_validate(read_toml(file))
    except ValidationError as error:
        raise WrongSettings(faults_of(error, file)) from error


def _roles(file: Path) -> dict[str, Role]:
    try:
        table = RolesTable.model_validate(read_toml(file))
    except ValidationError as error:
        raise WrongSettings(faults_of(error, file)) from error
    return {word: role for role, words in table.roles.items() for word in words}


def _secrets(table: SettingsFile, where: Path, file: Path) -> dict[tuple[str, str], str]:
    secrets = {place: _password(row, where, file, key) for key, place, row in _servers(table)}
    for name, row in table.oauth.items():
        key = f"oauth.{name}"
        secrets[(OAUTH, name)] = _secret(
            row.client_secret, row.client_secret_file, where, file, f"{key}.client_secret"
        )
        consent = where / row.refresh_token_file if row.refresh_token_file else None
        if consent is not None and consent.is_file():
            _check_private(consent, f"{key}.refresh_token_file")
    return secrets


def _password(server: Server, where: Path, file: Path, key: str) -> str:
    given = server.password is not None or server.password_file is not None
    if server.user and not given and server.oauth is None:
        raise WrongSettings((f"{file} : {key} : password_file manque pour « {server.user} »",))
    return _secret(server.password, server.password_file, where, file, f"{key}.password")


def _secret(said: SecretStr | None, beside: Path | None, where: Path, file: Path, key: str) -> str:
    if beside is not None:
        path = beside if beside.is_absolute() else where / beside
        return _private_text(path, f"{key}_file").rstrip("\r\n")
    if said is None:
        return ""
    if _in_clear(file, said.get_secret_value()):
        _check_private(file, key)
    return said.get_secret_value()


def _in_clear(file: Path, password: str) -> bool:
    return password in file.read_text(encoding="utf-8-sig")


def _private_text(path: Path, key: str) -> str:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise WrongSettings((f"{path} : {key} : illisible : {system_words(error)}",)) from error
    except ValueError as error:  # a path with a NUL, a text that is no UTF-8
        raise WrongSettings((f"{str(path)!r} : {key} : illisible : {error}",)) from error
    _check_private(path, key)
    return text


def _check_private(path: Path, key: str) -> None:
    if stat.S_IMODE(path.stat().st_mode) & 0o044:
        raise WrongSettings(
            (
                f"{path} : {key} : d'autres comptes peuvent lire ce fichier, qui contient un "
                f"secret ; faites « chmod 600 {path} »",
            )
        )


def _token_key(path: Path) -> bytes:
    text = _private_text(path, "files.token_key").strip()
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) < 16:
        raise WrongSettings(
            (f"{path} : files.token_key : au moins 32 chiffres hexadécimaux étaient attendus",)
        )
    return key
