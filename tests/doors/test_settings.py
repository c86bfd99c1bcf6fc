"""The configuration: what is wrong is said in French with file, key and what was expected."""

import shutil
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from time import process_time

import pytest

from relance_mailer.adapters.shipped import shipped
from relance_mailer.law.rates import RATES, rates_on
from relance_mailer.law.routes import Act
from relance_mailer.outward.levels import End, Form
from relance_mailer.ports import Permanent
from relance_mailer.settings.french import WrongSettings
from relance_mailer.settings.loading import OPERATOR, Settings, load
from relance_mailer.wiring.build import (
    operator_mailer_of,
    operator_of,
    renderer_of,
    templates_stand,
)
from relance_mailer.words import Segment

FILES = ("settings.toml", "timelines.toml", "calendar.toml", "roles.toml", "rates.toml")
Change = Callable[[Path], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped configuration with its secrets, as `init` leaves it."""
    for name in FILES:
        shutil.copy(shipped("config") / name, tmp_path / name)
    (tmp_path / "secrets").mkdir()
    for name, text in (
        ("token.key", "ab" * 32),
        ("smtp.password", "secret-smtp\n"),
        ("imap.password", "secret-imap\n"),
    ):
        (tmp_path / "secrets" / name).write_text(text)
        (tmp_path / "secrets" / name).chmod(0o600)
    return tmp_path


def loaded(folder: Path, **environment: str) -> Settings:
    return load(folder / "settings.toml", environment)


def change(folder: Path, before: str, after: str, name: str = "settings.toml") -> None:
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert before in text, before
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def faults(folder: Path, **environment: str) -> str:
    with pytest.raises(WrongSettings) as caught:
        loaded(folder, **environment)
    return "\n".join(caught.value.faults)


def test_the_shipped_configuration_starts_in_shadow_mode(folder: Path) -> None:
    settings = loaded(folder)
    assert settings.table.mode.send == "shadow"
    assert settings.secrets == {
        ("societe", "smtp"): "secret-smtp",
        ("societe", "imap"): "secret-imap",
    }
    assert set(settings.timelines["societe"]) == set(Segment)
    public = settings.timelines["societe"][Segment.PUBLIC]
    assert public.dunning[-1].announces is Act.INTERIM_PAYMENT
    assert public.end is End.LEGAL
    assert settings.database_url == f"sqlite:///{folder}/relance.db"


@pytest.mark.parametrize(
    "before, after, expected",
    [
        ('send = "shadow"', 'send = "envoi"', ["mode.send", "'shadow'", "'envoi'"]),
        ("daily_ceiling = 200", "daily_celing = 200", ["mode.daily_celing", "n'existe pas"]),
        ("daily_ceiling = 200", "daily_ceiling = 0", ["mode.daily_ceiling", "au moins 1"]),
        ('siren = "732829320"', 'siren = "732829321"', ["creditor.0.siren", "clé est juste"]),
        ("7890 189", "7890 188", ["creditor.0.iban", "clé est juste"]),
        ('bic = "AGRIFRPP"', 'bic = "AGRICOLE9"', ["creditor.0.bic", "BIC"]),
        ('rcs = "Rennes"', 'rcs = ""', ["creditor.0", "R123-237"]),
        ('capital = "10 000 €"', 'capital = ""', ["creditor.0", "R123-238"]),
        ("port = 587", 'port = "smtp"', ["creditor.0.smtp.port", "entier", "'smtp'"]),
        ('from = "relances@exemple.fr"', 'from = "relances"', ["creditor.0.smtp.from"]),
        ('proof = "none"', 'proof = "journal"', ["creditor.0.smtp", "journal_address"]),
        ('folders = ["INBOX"]', "folders = []", ["creditor.0.imap.folders", "au moins un"]),
        ('url = "sqlite:///relance.db"', 'url = "mysql://x"', ["database.url", "sqlite"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_wrong_key_or_value_is_named(
    folder: Path, before: str, after: str, expected: list[str]
) -> None:
    change(folder, before, after)
    said = faults(folder)
    assert str(folder / "settings.toml") in said
    for words in expected:
        assert words in said, said


def test_no_password_travels_in_clear_to_another_machine(folder: Path) -> None:
    change(folder, 'host = "127.0.0.1"\nport = 587', 'host = "smtp.exemple.fr"\nport = 587')
    change(folder, 'security = "starttls"', 'security = "none"')
    assert "vers cette machine" in faults(folder)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("noemie@exemple.fr", ""),
        ("relances@exemple.fr", ""),
        ("noemie@ailleurs.fr", "n'est pas une adresse de la maison"),
        ("noemie@gmail.com", "own_domains"),
        ("noemie", "operator.mail.0"),
    ],
    ids=["chez nous", "notre boîte", "ailleurs", "boîte gratuite", "pas une adresse"],
)
def test_alerts_go_to_our_own_house_only(folder: Path, address: str, said: str) -> None:
    change(folder, "mail = []", f'mail = ["{address}"]')
    if said:
        assert said in faults(folder)
    else:
        assert load(folder / "settings.toml").table.operator.mail == (address,)


def test_alerts_may_have_an_account_of_their_own(folder: Path) -> None:
    change(folder, "mail = []", 'mail = ["noemie@exemple.fr"]')
    file = folder / "settings.toml"
    head, _, block = file.read_text(encoding="utf-8").partition("# [operator.smtp]")
    own = "[operator.smtp]" + block.replace("\n# ", "\n")
    file.write_text(head + own, encoding="utf-8")
    assert "operator.smtp.password_file" in faults(folder)
    secret = folder / "secrets" / "operator.password"
    secret.touch(mode=0o600)
    secret.write_text("secret-alertes")
    settings = load(file)
    assert settings.secrets[OPERATOR] == "secret-alertes"
    operator = operator_of(settings.table.operator, settings.table.desk)
    assert operator is not None
    assert operator.sender == "alertes@exemple.fr"
    assert operator_mailer_of(settings) is not None


def test_broken_toml_says_line_and_column(folder: Path) -> None:
    change(folder, "[mode]", "[mode")
    assert "TOML illisible" in faults(folder)
    assert "line" in faults(folder)


BOMBS = {
    "listes": "[database]\nurl = " + "[" * 200_000,
    "tables": "[database]\nurl = " + "{a=" * 100_000,
    "clef de clefs": "a." * 100_000 + "a = 1",
    "titre de titres": "[" + "a." * 100_000 + "a]",
    "entre guillemets": '"a" . ' * 100_000 + "a = 1",
    "entier": "[mode]\ndaily_ceiling = " + "9" * 100_000,
    "hexadécimal": "[mode]\ndaily_ceiling = 0x" + "f" * 100_000,
    "trop de fautes": '[[creditor]]\nid = "a"\n' * 2_000,
    "trop gros": '[mode]\nsend = "' + "a" * 3_000_000 + '"',
    "infini": "[mode]\ndaily_ceiling = 1e999999",
    "nul": '[mode]\nsend = "\0"',
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_at_once_in_french(folder: Path, name: str) -> None:
    """It costs neither memory nor a minute, and what is said can be read."""
    (folder / "settings.toml").write_text(BOMBS[name], encoding="utf-8")
    began = process_time()
    with pytest.raises(WrongSettings) as refused:
        load(folder / "settings.toml", {})
    assert process_time() - began < 5
    assert 1 <= len(refused.value.faults) <= 51
    assert all("settings.toml" in one and len(one) < 400 for one in refused.value.faults)


def test_a_long_text_with_many_points_is_no_bomb(folder: Path) -> None:
    """A sentence, an address and a row of points stand in settings like anything else."""
    settings = folder / "settings.toml"
    words = "M. A. B. C. D. E. F. G. H. I. J. K. L. M. N. O. P. Q. R. S. T. U. V. W. " + "." * 60
    settings.write_text(settings.read_text(encoding="utf-8") + f"\n# {words}\n", encoding="utf-8")
    assert load(settings, {}).table.creditor


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    assert "relance init" in faults(tmp_path)


@pytest.mark.parametrize("name", ["token.key", "smtp.password"])
def test_a_secret_that_others_can_read_is_refused(folder: Path, name: str) -> None:
    (folder / "secrets" / name).chmod(0o644)
    said = faults(folder)
    assert "chmod 600" in said
    assert "secret-smtp" not in said


def test_a_password_in_clear_demands_a_private_settings_file(folder: Path) -> None:
    change(folder, 'password_file = "secrets/smtp.password"', 'password = "en-clair"')
    (folder / "settings.toml").chmod(0o644)
    assert "chmod 600" in faults(folder)
    assert "en-clair" not in faults(folder)
    (folder / "settings.toml").chmod(0o600)
    assert loaded(folder).secrets["societe", "smtp"] == "en-clair"


def test_the_environment_overrides_any_key(folder: Path) -> None:
    settings = loaded(
        folder,
        RELANCE_MODE__SEND="send",
        RELANCE_CREDITOR__SOCIETE__SMTP__PORT="2525",
        RELANCE_CREDITOR__SOCIETE__SMTP__PASSWORD_FILE="secrets/imap.password",
        PATH="/usr/bin",
    )
    assert settings.table.mode.send == "send"
    assert settings.creditor("societe").smtp.port == 2525
    assert settings.secrets["societe", "smtp"] == "secret-imap"


@pytest.mark.parametrize(
    "name", ["RELANCE_TYPO", "RELANCE_CREDITOR__AUTRE__SMTP__PORT", "RELANCE_MOD__SEND"]
)
def test_a_variable_that_names_no_key_is_refused(folder: Path, name: str) -> None:
    assert name in faults(folder, **{name: "1"})


def test_a_token_key_that_is_none_is_refused(folder: Path) -> None:
    (folder / "secrets" / "token.key").write_text("pas une clé")
    assert "hexadécimaux" in faults(folder)


def test_collecting_for_others_demands_what_the_law_demands(folder: Path) -> None:
    change(folder, "[mode]", "acting_for_others = true\n[mode]")
    assert "R124-1" in faults(folder)


@pytest.mark.parametrize(
    "before, after, expected",
    [
        (
            'announces = "follow_up"\ndays = 7\noffset_days = 5',
            'announces = "interim_payment"\ndays = 7\noffset_days = 5',
            ["timeline.large.reminder_1", "interim_payment"],
        ),
        (
            'announces = "follow_up"\ndays = 7\noffset_days = 5',
            'announces = "formal_notice"\ndays = 7\noffset_days = 5',
            ["timeline.large.reminder_1", "reminder_2", "R3"],
        ),
        (
            'announces = "follow_up"\ndays = 7\noffset_days = 5',
            'announces = "follow_up"\noffset_days = 5',
            ["timeline.large.reminder_1", "R1"],
        ),
        ('announces = "payment_order"', 'announces = "prison"', ["timeline.large", "prison"]),
        ("[timeline.large]\n", "[timeline.huge]\n", ["timeline.huge"]),
        ("offset_days = -5", "offset_days = 5", ["timeline.large.pre_due", "négatif"]),
        (
            "days = 7\noffset_days = 5",
            "days = 7\noffset_days = 0",
            ["timeline.large.reminder_1", "L441-10"],
        ),
        (
            'announces = "interest_and_fee"\ndays = 7',
            'announces = "interest_and_fee"\ndays = 7\noffset_days = 15',
            ["timeline.large.reminder_2", "premier niveau", "R2"],
        ),
        (
            'tone = "firm"\nsender = "credit_manager"',
            'tone = "neutral"\nsender = "ar_clerk"',
            ["timeline.large.reminder_3", "retombe", "R5"],
        ),
        (
            'sender = "management"',
            'sender = "ar_clerk"',
            ["timeline.large.formal_notice", "sous « credit_manager »", "R5"],
        ),
        (
            'recipient = "cfo"',
            'recipient = "usual"',
            ["timeline.large.reminder_3", "recipient", "R5"],
        ),
        (
            'recipient = "cfo"',
            'recipient = "president"',
            ["timeline.large.reminder_3", "n'existe pas chez ce débiteur"],
        ),
        ('end = "legal"', 'end = "review"', ["timeline.large.formal_notice", "L121-7"]),
        (
            'name = "formal_notice"\ntemplate = "formal_notice"',
            'name = "formal_notice"\ntemplate = "reminder_3"',
            ["timeline.large.formal_notice", "1344"],
        ),
        (
            'level = "reminder_3"',
            'level = "formal_notice"',
            ["timeline.large.after_legal", "R5"],
        ),
        (
            "offset_days = 2\ndays = 6",
            "offset_days = 9\ndays = 6",
            ["timeline.large.habitual_late", "R4"],
        ),
        ("late_times = 3", "late_times = 7", ["habits", "looked_at"]),
        (
            'end = "legal"',
            'end = "legal"\ncontact_every_business_days = 1',
            ["timeline.large.contact_every_business_days", "R6"],
        ),
        (
            'tone = "firm"\nsender = "ar_clerk"\nrecipient = "chief_accountant"',
            'form = "call"\nsender = "ar_clerk"\nrecipient = "chief_accountant"',
            ["timeline.large.reminder_2", "un appel n'annonce rien"],
        ),
    ],
    ids=[
        "acte fermé",
        "acte sans suite",
        "sans date",
        "acte inconnu",
        "segment inconnu",
        "avant échéance après l'échéance",
        "relance avant le retard",
        "second décalage absolu",
        "ton qui retombe",
        "signataire qui retombe",
        "destinataire qui retombe",
        "destinataire d'un autre monde",
        "menace sans suite",
        "mise en demeure sans son modèle",
        "seule relance impossible",
        "retard récompensé",
        "habitudes impossibles",
        "deux contacts le même jour",
        "appel qui annonce",
    ],
)
def test_an_impossible_timeline_is_refused_at_start(
    folder: Path, before: str, after: str, expected: list[str]
) -> None:
    change(folder, before, after, "timelines.toml")
    said = faults(folder)
    assert "timelines.toml" in said
    for words in expected:
        assert words in said, said


def test_a_fee_announced_to_a_consumer_is_refused_with_its_article(folder: Path) -> None:
    text = (folder / "timelines.toml").read_text(encoding="utf-8")
    head, mark, tail = text.partition("[timeline.consumer]")
    tail = tail.replace('announces = "follow_up"', 'announces = "interest_and_fee"', 1)
    (folder / "timelines.toml").write_text(head + mark + tail, encoding="utf-8")
    said = faults(folder)
    assert "timeline.consumer.reminder_1" in said
    assert "1231-6" in said or "441-10" in said, said


def test_a_call_between_letters_is_accepted_where_only_a_follow_up_was_announced(
    folder: Path,
) -> None:
    call = """[[timeline.large.level]]
name = "call_1"
form = "call"
sender = "ar_clerk"
recipient = "usual"
days = 3

[[timeline.large.level]]
name = "reminder_2\""""
    change(folder, '[[timeline.large.level]]\nname = "reminder_2"', call, "timelines.toml")
    large = loaded(folder).timelines["societe"][Segment.LARGE]
    assert [level.form for level in large.dunning][1] is Form.CALL


def test_a_call_in_the_place_of_an_announced_letter_is_refused(folder: Path) -> None:
    call = """[[timeline.large.level]]
name = "call_3"
form = "call"
sender = "ar_clerk"
recipient = "cfo"

[[timeline.large.level]]
name = "formal_notice\""""
    change(folder, '[[timeline.large.level]]\nname = "formal_notice"', call, "timelines.toml")
    said = faults(folder)
    assert "timeline.large.reminder_3" in said
    assert "téléphone (R3)" in said


def test_a_registered_mail_to_a_consumer_needs_his_consent(folder: Path) -> None:
    """The creditor's own choice becomes a letter; the level's is refused with its article."""
    change(folder, 'formal_notice_form = "by_amount"', 'formal_notice_form = "registered_email"')
    consumer = loaded(folder).timelines["societe"][Segment.CONSUMER]
    assert consumer.dunning[-1].form is Form.REGISTERED_LETTER
    change(folder, 'formal_notice_form = "registered_email"', 'formal_notice_form = "by_amount"')
    text = (folder / "timelines.toml").read_text(encoding="utf-8")
    head, mark, tail = text.partition("[timeline.consumer]")
    tail = tail.replace('tone = "formal"', 'tone = "formal"\nform = "registered_email"', 1)
    (folder / "timelines.toml").write_text(head + mark + tail, encoding="utf-8")
    said = faults(folder)
    assert "timeline.consumer.formal_notice" in said
    assert "L100" in said


def test_a_consumer_is_not_written_to_twice_a_week(folder: Path) -> None:
    change(folder, "contact_every_days = 7", "contact_every_days = 3", "timelines.toml")
    said = faults(folder)
    assert "timeline.consumer.contact_every_days" in said
    assert "L121-6" in said


def test_a_level_whose_template_does_not_exist_stops_the_start(folder: Path) -> None:
    change(folder, 'template = "reminder_2"', 'template = "relance_deux"', "timelines.toml")
    settings = loaded(folder)
    with pytest.raises(Permanent) as caught:
        templates_stand(settings, renderer_of(settings))
    assert "timelines.toml : timeline.large.reminder_2" in str(caught.value)
    assert "« relance_deux »" in str(caught.value)


ROW = """
[[semester]]
year = 2027
half = 1
refinancing = "2.65"
legal_professional = "2.80"
legal_private = "6.90"
source = "arrêté du 15 décembre 2026"
"""


def test_a_new_semester_is_taken_from_rates_toml(folder: Path) -> None:
    (folder / "rates.toml").write_text(ROW, encoding="utf-8")
    rates = rates_on(date(2027, 2, 1), loaded(folder).rates)
    assert (rates.b2b, rates.public, rates.floor) == (
        Decimal("12.65"),
        Decimal("10.65"),
        Decimal("8.40"),
    )
    (folder / "rates.toml").unlink()
    assert loaded(folder).rates == RATES


@pytest.mark.parametrize(
    "before, after, expected",
    [
        ("half = 1", "half = 2", "il manque le 1er semestre 2027"),
        ("year = 2027\nhalf = 1", "year = 2026\nhalf = 2", "contredit la table livrée"),
        ('"2.65"', '"deux"', "refinancing"),
        ('"2.65"', '"265"', "refinancing"),
        ('source = "arrêté du 15 décembre 2026"', "", "source"),
        ("[[semester]]", "[[semestre]]", "semestre"),
        ("year = 2027", "year = ", "illisible"),
    ],
    ids=["un trou", "une contradiction", "pas un nombre", "hors de mesure", "sans source",
         "table inconnue", "TOML faux"],
)  # fmt: skip
def test_a_wrong_rate_is_refused_at_start(
    folder: Path, before: str, after: str, expected: str
) -> None:
    assert before in ROW
    (folder / "rates.toml").write_text(ROW.replace(before, after), encoding="utf-8")
    said = faults(folder)
    assert "rates.toml" in said
    assert expected in said, said


def test_letters_to_approve_are_named_in_settings(folder: Path) -> None:
    file = folder / "settings.toml"
    text = file.read_text(encoding="utf-8")
    text = text.replace('send = "shadow"', 'send = "approve"', 1)
    keys = '\n[approval]\nfrom_level = "reminder_3"\nabove = 5000\n'
    text = text.replace("\n[approval]\n", keys, 1)
    file.write_text(text, encoding="utf-8")
    table = loaded(folder).table
    assert table.mode.send == "approve"
    assert (table.approval.from_level, str(table.approval.above)) == ("reminder_3", "5000")
    assert (table.account_manager.tell, table.account_manager.business_days) == (True, 5)


@pytest.mark.parametrize(
    "old, new, key",
    [
        ("\n[approval]\n", '\n[approval]\nfrom_level = "ultimatum"\n', "approval.from_level"),
        (
            'before_level = "reminder_3"',
            'before_level = "ultimatum"',
            "account_manager.before_level",
        ),
    ],
)
def test_a_level_that_no_timeline_has_is_refused(
    folder: Path, old: str, new: str, key: str
) -> None:
    file = folder / "settings.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    told = faults(folder)
    assert f"{key} = « ultimatum »" in told
    assert "formal_notice" in told
