"""The demonstration told short: where everybody stands, and what people saw from outside."""

import asyncio
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path

import pytest
from typer.testing import CliRunner

from relance_mailer.__main__ import app
from relance_mailer.daemon.clockwork import jobs_since
from relance_mailer.demo.behaviour import ColleagueWrites, Debtor, on_day
from relance_mailer.demo.cast import cast
from relance_mailer.demo.folder import DemoFolder
from relance_mailer.demo.play import Ended, play
from relance_mailer.demo.promises import checks
from relance_mailer.demo.telling import quoted
from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import key_of_page
from relance_mailer.workdays import PARIS, business_days_between, is_business_day


@dataclass(frozen=True)
class Mail:
    """A letter as it lay in somebody's mailbox."""

    at: datetime
    to: str
    message: EmailMessage

    @property
    def is_reminder(self) -> bool:
        return self.message["Auto-Submitted"] is None


@dataclass(frozen=True)
class Story:
    """A story that was played, and where."""

    ended: Ended
    root: Path
    mails: Sequence[Mail]

    def mails_to(self, address: str) -> list[Mail]:
        return [mail for mail in self.mails if mail.to == address]

    def standing(self, queue: str) -> dict[str, str]:
        return {
            line.key.dossier: line.reason
            for line in self.ended.queues
            if line.queue == queue and line.key
        }

    def happened(self, dossier: str) -> list[e.Event]:
        return [
            entry.event
            for entry in self.ended.entries
            if entry.event and (key := key_of_page(entry.page)) and key.dossier == dossier
        ]


def told(root: Path, *, days: int, debtors: Sequence[Debtor], seed: int = 1) -> Story:
    folder = DemoFolder(root)
    ended = asyncio.run(
        play(folder, days=days, seed=seed, debtors=debtors, news=lambda entries: None)
    )
    mails = []
    for taken in ended.taken:
        message = BytesParser(policy=default).parsebytes(taken.raw)
        assert isinstance(message, EmailMessage)
        mails.append(Mail(at=taken.at.astimezone(PARIS), to=taken.recipients[0], message=message))
    return Story(ended=ended, root=root, mails=mails)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Thirty days with the first twelve dossiers of the cast."""
    return told(tmp_path_factory.mktemp("demo") / "histoire", days=30, debtors=cast(12))


def hurried(*dossiers: str) -> tuple[Debtor, ...]:
    """These debtors, with invoices that are already due when the story begins."""
    some = [debtor for debtor in cast() if debtor.dossier in dossiers]
    return tuple(
        replace(debtor, bills=tuple(replace(bill, due_day=-9) for bill in debtor.bills))
        for debtor in some
    )


@pytest.fixture(scope="module")
def other_story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """Two weeks with those whose software or whose colleagues answer, and the polite ones."""
    names = (
        "RM-1016 RM-1018 RM-1019 RM-1021 RM-1022 RM-1024 RM-1025 RM-1028 RM-1029 RM-1030 RM-1031"
    )
    return told(tmp_path_factory.mktemp("demo") / "autre", days=15, debtors=hurried(*names.split()))


def test_where_the_others_stand_after_two_weeks(other_story: Story) -> None:
    assert other_story.standing("legal") == {}
    assert other_story.standing("review") == {
        "RM-1016": "plan_request",
        "RM-1019": "opt_out",
        "RM-1022": "question",
        "RM-1024": "challenge",
        "RM-1028": "stranger",
        "RM-1031": "dispute",
    }
    assert {
        check.promise: check.broken for check in checks(other_story.ended) if check.broken
    } == {}


def test_a_letter_returned_by_a_full_mailbox_leaves_again_once(other_story: Story) -> None:
    reminders = [m for m in other_story.mails_to("hugo@studio-grandangle.example") if m.is_reminder]
    first, second = (mail.at.date() for mail in reminders)
    assert business_days_between(first, second) == 2
    assert {mail.message["Subject"].partition(" ")[0] for mail in reminders} == {"Facture"}


def test_the_letters_follow_a_colleague_s_new_address(other_story: Story) -> None:
    assert len(other_story.mails_to("o.prevost@hexal.example")) == 1
    assert other_story.mails_to("e.kern@hexal.example")


def test_a_greylisted_letter_arrives_an_hour_later(other_story: Story) -> None:
    (first, *_) = other_story.mails_to("tom@pixel-ouest.example")
    refused = [ev for ev in other_story.happened("RM-1030") if isinstance(ev, e.LetterRefused)]
    assert [(event.code, event.permanent) for event in refused] == [(451, False)]
    assert first.at.time() == time(10, 0)


def test_a_colleague_s_mail_takes_the_contact_of_the_machine(tmp_path: Path) -> None:
    (debtor,) = hurried("RM-1026")
    beats = (on_day(0, ColleagueWrites()),)
    bills = tuple(replace(bill, due_day=-4) for bill in debtor.bills)
    debtors = (replace(debtor, beats=beats, bills=bills),)
    story = told(tmp_path / "collegue", days=9, debtors=debtors)
    by_hand = next(ev for ev in story.happened("RM-1026") if isinstance(ev, e.LetterSent))
    (reminder,) = story.mails
    wrote_on = by_hand.sent_at.astimezone(PARIS).date()
    assert by_hand.colleague
    assert business_days_between(wrote_on, reminder.at.date()) == 5


def test_where_everybody_stands_after_thirty_days(story: Story) -> None:
    assert story.standing("legal") == {"RM-1004": "hostile", "RM-1005": "insolvency"}
    assert story.standing("review") == {
        "RM-1003": "dispute",
        "RM-1009": "bounce",
        "RM-1010": "no_template_language",
    }
    settled = {
        debtor.dossier
        for debtor in story.ended.debtors
        if any(isinstance(event, e.Settled) for event in story.happened(debtor.dossier))
    }
    assert settled == {"RM-1001", "RM-1002", "RM-1006", "RM-1007", "RM-1008", "RM-1011"}


def test_the_promises_hold_by_the_demonstration_s_own_account(story: Story) -> None:
    assert {check.promise: check.broken for check in checks(story.ended) if check.broken} == {}


def test_nobody_is_written_to_on_a_day_off_or_at_night(story: Story) -> None:
    late = [mail for mail in story.mails if not time(8, 30) <= mail.at.time() <= time(17, 30)]
    off = [mail for mail in story.mails if not is_business_day(mail.at.date())]
    assert (late, off) == ([], [])


def test_no_letter_arrives_twice(story: Story) -> None:
    counts = Counter(mail.message["Message-ID"] for mail in story.mails)
    assert [name for name, count in counts.items() if count > 1] == []
    assert len(counts) >= 18


def test_one_reminder_a_day_to_a_debtor_of_two_dossiers(story: Story) -> None:
    reminders = [m for m in story.mails_to("j.tavernier@groupe-tavernier.example") if m.is_reminder]
    days = [mail.at.date() for mail in reminders]
    dossiers = {mail.message["Subject"].rpartition("[")[2][:7] for mail in reminders}
    assert dossiers == {"RM-1011", "RM-1012"}
    assert len(set(days)) == len(days)


@pytest.mark.parametrize(
    ("who", "address", "dossier", "at_most"),
    [
        ("insulte", "didier.crochon@free.fr", "RM-1004", 0),
        ("liquidation", "f.zenati@textiles-roubaixnord.example", "RM-1005", 0),
        ("conteste", "c.mainguy@distri-ouest-loire.example", "RM-1003", 0),
        ("a tenu sa promesse : un merci", "compta@transports-legallic.example", "RM-1001", 1),
        ("a payé", "boutique@epicerie-castel.example", "RM-1007", 0),
    ],
)
def test_silence_after(story: Story, who: str, address: str, dossier: str, at_most: int) -> None:
    stops = (e.HandedToLegal, e.ReviewAsked, e.Settled)
    stopped_at = min(
        entry.at
        for entry in story.ended.entries
        if isinstance(entry.event, stops) and entry.page.endswith(f"/{dossier}")
    )
    after = [mail for mail in story.mails_to(address) if mail.at > stopped_at]
    before = [mail for mail in story.mails_to(address) if mail.at <= stopped_at]
    assert before, who
    answers = [mail for mail in story.mails_to(address) if not mail.is_reminder]
    assert [mail for mail in after if mail.is_reminder] == []
    assert len(after) <= at_most
    assert all(mail.message["In-Reply-To"] for mail in answers)


def test_the_german_debtor_gets_no_french_letter(story: Story) -> None:
    assert story.mails_to("buchhaltung@bauer-praezision.example") == []


def test_the_duplicate_brings_the_invoice(story: Story) -> None:
    mails = story.mails_to("n.porcher@clinique-saint-aubin.example")
    answers = [mail for mail in mails if not mail.is_reminder]
    documents = [part for mail in answers for part in mail.message.iter_attachments()]
    assert [part.get_filename() for part in documents] == ["F2026-0419.pdf"]
    assert documents[0].get_content().startswith(b"%PDF-1.4")


def test_a_broken_promise_is_followed_by_the_next_level(story: Story) -> None:
    reminders = [
        mail for mail in story.mails_to("contact@menuiserie-aubrac.example") if mail.is_reminder
    ]
    broken = [ev for ev in story.happened("RM-1002") if isinstance(ev, e.PromiseBroken)]
    assert len(reminders) == 2
    assert len(broken) == 1
    assert reminders[1].at.date() > broken[0].promised_on


def test_every_mail_can_be_read_afterwards(story: Story) -> None:
    sent = list((story.root / "mails" / "envoyes").glob("*.eml"))
    received = list((story.root / "mails" / "recus").glob("*.eml"))
    assert len(sent) == len(story.mails)
    assert len(received) == story.ended.delivered


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["queue", "legal", "--json"], '"dossier": "RM-1004"'),
        (["dossier", "show", "RM-1001"], "Transports Le Gallic"),
        (["dossier", "journal", "RM-1005"], "contentieux"),
        (["preview", "--days", "30"], "RM-1012"),
        (["status"], "mode « send »"),
        (["verify"], "intactes"),
        (["rebuild"], "0 lignes différaient"),
    ],
)
def test_the_commands_to_try_really_work(story: Story, words: list[str], says: str) -> None:
    options = ["-c", str(story.root / "settings.toml"), "--now", "2026-10-14T18:10"]
    done = CliRunner().invoke(app, [*options, *words])
    assert done.exit_code == 0, done.output
    assert says in done.output


def test_the_same_seed_tells_the_same_story(tmp_path: Path) -> None:
    first = told(tmp_path / "une", days=7, debtors=cast(5), seed=4)
    again = told(tmp_path / "deux", days=7, debtors=cast(5), seed=4)
    assert first.ended.entries == again.ended.entries
    assert [one.raw for one in first.ended.taken] == [one.raw for one in again.ended.taken]


def test_another_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "lettre.txt").write_text("à garder")
    done = CliRunner().invoke(app, ["demo", "--days", "1", "--out", str(tmp_path)])
    assert done.exit_code == 2
    assert "rien n'a été touché" in done.output
    assert [path.name for path in tmp_path.iterdir()] == ["lettre.txt"]


def test_json_has_one_object_a_line_and_ends_with_the_summary(tmp_path: Path) -> None:
    out = str(tmp_path / "demo")
    options = ["--days", "4", "--debtors", "4", "--json", "--out", out]
    done = CliRunner().invoke(app, ["demo", *options])
    assert done.exit_code == 0, done.output
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert {"at", "kind", "dossier", "debtor", "what", "then"} == set(rows[0])
    assert rows[-1]["kind"] == "summary"
    assert all(broken == [] for broken in rows[-1]["checks"].values())


@pytest.fixture
def without_the_servers(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the package had been installed without its extra."""
    known = [name for name in sys.modules if name.startswith("relance_mailer.demo.")]
    for name in [*known, "aiosmtpd"]:
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "aiosmtpd", None)
    monkeypatch.setitem(sys.modules, "aiosmtpd.smtp", None)


@pytest.mark.usefixtures("without_the_servers")
def test_what_is_missing_is_said_in_french(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["demo", "--out", str(tmp_path / "demo")])
    assert done.exit_code == 1
    assert "pip install 'relance-mailer[demo]'" in done.output


def test_the_cast_is_everybody() -> None:
    everybody = cast()
    assert 30 <= len({debtor.debtor_id for debtor in everybody}) <= 40
    assert len({debtor.dossier for debtor in everybody}) == len(everybody)
    assert {debtor.segment.value for debtor in everybody} == {
        "large",
        "sme",
        "sole_trader",
        "association",
        "public",
        "consumer",
    }


def test_jobs_of_a_jump_are_those_of_the_table_each_once() -> None:
    night = datetime(2026, 9, 15, 20, 0, tzinfo=PARIS)
    morning = datetime(2026, 9, 16, 8, 31, tzinfo=PARIS)
    minute = datetime(2026, 9, 16, 8, 32, tzinfo=PARIS)
    assert [job.value for job in jobs_since(night, morning)] == [
        "sync-ledger",
        "fetch-mail",
        "fetch-all-mail",
        "read-mail",
        "plan-letters",
        "tell-managers",
        "send-letters",
        "file-copies",
        "tell-operator",
    ]
    assert [job.value for job in jobs_since(morning, minute)] == [
        "fetch-mail",
        "read-mail",
        "tell-managers",
        "send-letters",
        "tell-operator",
    ]


@pytest.mark.parametrize(
    ("text", "decisive", "shown"),
    [
        ("Bonjour,\n\nC'est payé.", "", "« C'est payé. »"),
        ("un mot " * 30 + "virement vendredi", "virement vendredi", "virement vendredi »"),
    ],
)
def test_the_words_that_decided_are_shown(text: str, decisive: str, shown: str) -> None:
    assert quoted(text, decisive).endswith(shown)
