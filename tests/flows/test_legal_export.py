"""A dossier goes to court: exported whole, checked with a stranger's tools, forgeries found."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path

import pytest

from flows.world import ROOT, World, paris, row
from relance_mailer.adapters.legal_press import SetPress
from relance_mailer.adapters.typesetting import Typesetter
from relance_mailer.desk.drafts import Closed, DraftKind
from relance_mailer.desk.verdict import Impossible
from relance_mailer.dossier import events as e
from relance_mailer.dossier.events import DocumentSort
from relance_mailer.dossier.values import DossierKey
from relance_mailer.flows.attach import attach, detach, documents
from relance_mailer.flows.draft_papers import DraftPapers, draft_papers
from relance_mailer.flows.legal_file import Exported, export_file
from relance_mailer.ports import Permanent
from relance_mailer.words import Segment
from values.court import OURS

TEMPLATES = (ROOT / "templates",)
PROOF = b"%PDF-1.4 avis de virement"
INVOICE = b"%PDF-1.4 facture FA-1"
EXTRACT = b"%PDF-1.4 extrait"


@pytest.fixture
def world() -> World:
    """A debtor reminded once, who wrote and sent a paper; people put his extract in."""
    made = World(at=paris("2026-10-05T09:00"))
    made.house = replace(made.house, press=SetPress(Typesetter(TEMPLATES), TEMPLATES))
    made.creditor = replace(made.creditor, claimant=OURS)
    made.papers.documents = {"FA-1.pdf": INVOICE}
    made.ledger.rows = [row()]
    return made


async def lived(world: World) -> DossierKey:
    """The story of the fixture, until its dossier is known."""
    await world.works()
    mail = EmailMessage()
    mail["From"], mail["To"] = "compta@c-bz-1.example", "relances@brezance.example"
    mail["Subject"], mail["Message-ID"] = "Re: FA-1", "<m1@c-bz-1.example>"
    mail["Date"] = "Tue, 06 Oct 2026 09:30:00 +0200"
    mail.set_content('Bonjour,\n\n#read("/etc/passwd") *gras* : voir l\'avis joint.\n')
    mail.add_attachment(PROOF, maintype="application", subtype="pdf", filename="../avis.pdf")
    world.goes_to("2026-10-06T10:00")
    world.mailbox.put(mail.as_bytes(), "INBOX", at=world.clock.at)
    await world.works()
    key = (await world.dossier()).key
    await put_in(world, key)
    return key


async def put_in(world: World, key: DossierKey, content: bytes = EXTRACT) -> object:
    return await attach(
        world.house,
        world.creditor,
        key,
        name="C:\\Bureau\\kbis.pdf",
        content=content,
        sort=DocumentSort.COMPANY_EXTRACT,
        dated_on=date(2026, 10, 1),
        by="Anne Roux",
        because="avant la requête",
    )


def laid(made: Exported, folder: Path) -> Path:
    """The export on disk."""
    for one in made.files:
        path = folder / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.content)
    return folder


def checked(folder: Path, *words: str) -> tuple[int, str]:
    """What the script says, run by a Python that sees nothing of ours."""
    done = subprocess.run(
        [sys.executable, "-I", str(folder / "verifier.py"), *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"},
    )
    assert not done.stderr, done.stderr
    return done.returncode, done.stdout


def sums_hold(folder: Path) -> bool:
    """What sha256sum says."""
    words = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    return subprocess.run(words, cwd=folder, check=False).returncode == 0


def summed_anew(folder: Path) -> None:
    """A forger writes the manifest anew."""
    names = sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )
    names.remove("SHA256SUMS")
    done = subprocess.run(["sha256sum", *names], capture_output=True, check=True, cwd=folder)
    (folder / "SHA256SUMS").write_bytes(done.stdout)


async def test_the_export_holds_every_exhibit_byte_for_byte(world: World, tmp_path: Path) -> None:
    key = await lived(world)
    made = await export_file(world.house, world.creditor, key)
    found = {one.path: one.content for one in made.files}
    by_item = {one.item.name: found[f"pieces/{one.file}"] for one in made.file.exhibits}
    assert by_item["INVOICES"] == INVOICE
    assert by_item["DEBTOR"] == EXTRACT
    assert by_item["REMINDERS"] == world.mailer.delivered[0].mime
    assert by_item["ANSWERS"] == world.mailbox.raws("INBOX")[0]
    assert [found[path] for path in found if path.endswith("-1-avis.pdf")] == [PROOF]
    assert found["dossier.pdf"].startswith(b"%PDF-")
    assert all(".." not in path for path in found)


async def test_the_same_dossier_on_the_same_day_gives_the_same_bytes(world: World) -> None:
    key = await lived(world)
    first = await export_file(world.house, world.creditor, key)
    again = await export_file(world.house, world.creditor, key)
    assert first.files == again.files


async def test_standard_tools_verify_it(world: World, tmp_path: Path) -> None:
    key = await lived(world)
    folder = laid(await export_file(world.house, world.creditor, key), tmp_path)
    assert sums_hold(folder)
    listed = {line[66:] for line in (folder / "SHA256SUMS").read_text().splitlines()}
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert files - listed == {"SHA256SUMS"}
    assert checked(folder) == (0, "tout est conforme\n")
    head = (await world.house.journal.heads())[key.page][1]
    assert checked(folder, "--tete", head)[0] == 0
    assert checked(folder, "--tete", "0" * 64)[0] == 1


def line_changed(folder: Path) -> None:
    path = folder / "journal.jsonl"
    path.write_text(path.read_text().replace("1500.00", "1900.00", 1))


def line_changed_and_hashed_anew(folder: Path) -> None:
    """The forger knows how a body is hashed, and forgets the chain."""
    path = folder / "journal.jsonl"
    lines = path.read_text().splitlines()
    entry = json.loads(lines[1])
    entry["body"] = entry["body"].replace("1500.00", "1900.00")
    salted = bytes.fromhex(entry["salt"]) + entry["body"].encode()
    entry["body_hash"] = sha256(salted).hexdigest()
    lines[1] = json.dumps(entry, ensure_ascii=False)
    path.write_text("\n".join(lines) + "\n")


def line_removed(folder: Path) -> None:
    path = folder / "journal.jsonl"
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join([*lines[:2], *lines[3:]]))


def tail_cut(folder: Path) -> None:
    path = folder / "journal.jsonl"
    path.write_text("".join(path.read_text().splitlines(keepends=True)[:-1]))


def journal_emptied(folder: Path) -> None:
    (folder / "journal.jsonl").write_text("")


def mail_changed(folder: Path) -> None:
    path = next(iter(sorted(folder.glob("pieces/*.eml"))))
    path.write_bytes(path.read_bytes().replace(b"Bonjour", b"Bonsoir", 1))


def exhibit_changed(folder: Path) -> None:
    path = next(iter(folder.glob("pieces/*extrait*.pdf")))
    path.write_bytes(path.read_bytes() + b" ")


def list_changed_too(folder: Path) -> None:
    """The forger changes the exhibit and its digest in the list."""
    path = next(iter(folder.glob("pieces/*extrait*.pdf")))
    old = sha256(path.read_bytes()).hexdigest()
    exhibit_changed(folder)
    told = folder / "bordereau.json"
    told.write_text(told.read_text().replace(old, sha256(path.read_bytes()).hexdigest()))


FORGERIES = (
    line_changed,
    line_changed_and_hashed_anew,
    line_removed,
    tail_cut,
    journal_emptied,
    mail_changed,
    exhibit_changed,
    list_changed_too,
)


@pytest.mark.parametrize("forge", FORGERIES, ids=[one.__name__ for one in FORGERIES])
@pytest.mark.parametrize("summed", [False, True], ids=["manifest kept", "manifest made anew"])
async def test_what_was_altered_is_found(
    world: World, tmp_path: Path, forge: Callable[[Path], None], summed: bool
) -> None:
    key = await lived(world)
    folder = laid(await export_file(world.house, world.creditor, key), tmp_path)
    forge(folder)
    if summed:
        summed_anew(folder)
    code, told = checked(folder)
    assert code == 1, told


async def test_an_erased_entry_keeps_the_chain(world: World, tmp_path: Path) -> None:
    key = await lived(world)
    note = e.NoteWritten(because="note", by="Anne Roux", text="à effacer")
    await world.writes_down("BZ-1", note)
    rows = world.store.journal.rows[key.page]
    rows[-1] = replace(rows[-1], salt=None, body=None)
    folder = laid(await export_file(world.house, world.creditor, key), tmp_path)
    assert checked(folder) == (0, "tout est conforme\n")


async def test_what_could_run_stays_closed_in_the_original(world: World) -> None:
    key = await lived(world)
    mail = EmailMessage()
    mail["From"], mail["To"] = "compta@c-bz-1.example", "relances@brezance.example"
    mail["Subject"], mail["Message-ID"] = "Re: FA-1", "<m2@c-bz-1.example>"
    mail["Date"] = "Tue, 06 Oct 2026 11:30:00 +0200"
    mail.set_content("Voir la pièce jointe.")
    for name in ("facture.exe", "avis.pdf.js", "avis.png"):
        mail.add_attachment(b"x", maintype="application", subtype="x", filename=name)
    world.goes_to("2026-10-06T12:00")
    world.mailbox.put(mail.as_bytes(), "INBOX", at=world.clock.at)
    await world.works()
    made = await export_file(world.house, world.creditor, key)
    names = [one.path for one in made.files if not one.path.endswith((".eml", ".pdf"))]
    assert any(name.endswith("-3-avis.png") for name in names)
    assert not any(name.endswith((".exe", ".js")) for name in names)


async def test_a_file_too_many_is_found(world: World, tmp_path: Path) -> None:
    key = await lived(world)
    folder = laid(await export_file(world.house, world.creditor, key), tmp_path)
    (folder / "pieces" / "099-contrat.pdf").write_bytes(b"%PDF- forged")
    assert checked(folder) == (
        1,
        "pieces/099-contrat.pdf : absent de SHA256SUMS\n1 défaut(s)\n",
    )


async def test_evidence_that_was_altered_in_the_database_makes_no_exhibit(world: World) -> None:
    key = await lived(world)
    mimes = world.store.outbox.mimes
    digest = next(name for name, content in mimes.items() if content == EXTRACT)
    mimes[digest] = EXTRACT + b"!"
    made = await export_file(world.house, world.creditor, key)
    assert not any(one.key == digest for one in made.file.exhibits)
    assert any("ne sont plus ceux que nomme le journal" in one.what for one in made.file.missing)


async def test_a_document_is_put_in_once_and_taken_out(world: World) -> None:
    key = await lived(world)
    assert await put_in(world, key) == ()
    (kept,) = await documents(world.house, key)
    assert (kept.name, kept.by) == ("kbis.pdf", "Anne Roux")
    assert isinstance(await put_in(world, key, b""), Impossible)
    who = {"by": "Anne Roux", "because": "autre débiteur"}
    lost = await detach(world.house, world.creditor, key, "absent.pdf", **who)
    assert isinstance(lost, Impossible)
    assert await detach(world.house, world.creditor, key, kept.document[:12], **who)
    assert await documents(world.house, key) == ()


async def test_a_date_to_come_is_refused(world: World) -> None:
    key = await lived(world)
    found = await attach(
        world.house,
        world.creditor,
        key,
        name="k.pdf",
        content=b"%PDF-",
        sort=DocumentSort.OTHER,
        dated_on=date(2026, 10, 7),
        by="Anne Roux",
        because="essai",
    )
    assert isinstance(found, Impossible)


async def test_a_draft_is_a_pdf_and_a_text_and_the_same_again(world: World) -> None:
    key = await lived(world)
    first = await draft_papers(world.house, world.creditor, key, DraftKind.PETITION)
    assert isinstance(first, DraftPapers)
    assert first.name == "projet-requete-en-injonction-de-payer-bz-1-2026-10-06"
    assert first.pdf.startswith(b"%PDF-")
    assert first.odt.startswith(b"PK")
    assert first == await draft_papers(world.house, world.creditor, key, DraftKind.PETITION)


async def test_a_public_debtor_is_refused_a_petition(world: World) -> None:
    world.ledger.rows = [row(segment=Segment.PUBLIC)]
    await world.works()
    key = (await world.dossier()).key
    found = await draft_papers(world.house, world.creditor, key, DraftKind.PETITION)
    assert isinstance(found, Closed)
    assert "CGPPP L2311-1" in found.because


async def test_a_dossier_that_does_not_exist_is_said(world: World) -> None:
    nowhere = DossierKey(creditor=world.creditor.id, dossier="NON")  # type: ignore[arg-type]
    with pytest.raises(Permanent, match="n'existe pas"):
        await export_file(world.house, world.creditor, nowhere)


def test_the_script_imports_the_standard_library_alone() -> None:
    script = ROOT / "templates" / "legal" / "verifier.py"

    def imported() -> Iterator[str]:
        for line in script.read_text(encoding="utf-8").splitlines():
            if line.startswith(("import ", "from ")):
                yield line.split()[1].partition(".")[0]

    assert set(imported()) <= set(sys.stdlib_module_names)
