"""The legal file of a dossier, whole, as files: what a lawyer or an officer takes as it is.

Everything but the order and the words is bytes that stand in the evidence. The same dossier on the
same day gives the same bytes, manifest included.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from relance_mailer.desk import french
from relance_mailer.desk.blocks import Fields, Paragraph, Sheet, Verbatim
from relance_mailer.desk.claimant import Claimant
from relance_mailer.desk.documents import file_name
from relance_mailer.desk.legal_file import TITLES, Exhibit, Item, LegalFile, Source
from relance_mailer.desk.legal_sheets import sheets
from relance_mailer.desk.legal_tables import chronology, exhibit_list
from relance_mailer.desk.queues import legal_deadlines
from relance_mailer.dossier.values import DossierKey
from relance_mailer.flows.file_gathered import Gathered, gather_file
from relance_mailer.flows.house import Creditor, House
from relance_mailer.ports import Book, Chained, Readable

EXHIBITS = "pieces"
BUNDLE = "dossier.pdf"
JOURNAL = "journal.jsonl"
HEAD = "journal-tete.json"
LIST = "bordereau.json"
SUMS = "SHA256SUMS"
HARMLESS = (
    *(".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".heic"),
    *(".txt", ".csv", ".odt", ".ods", ".docx", ".xlsx"),
)
"""What is taken out of a debtor's mail; the rest stays in the original, closed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OutFile:
    """A file of the export: its path inside the folder, and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Exported:
    """The file and what it is made of, `SHA256SUMS` last."""

    file: LegalFile
    files: tuple[OutFile, ...]


async def export_file(house: House, creditor: Creditor, key: DossierKey) -> Exported:
    """The whole file of a dossier; touches nothing. Raises `Permanent`, saying what is wrong."""
    gathered = await gather_file(house, creditor, key)
    chained = await house.journal.chained(key.page)
    mails = {
        one.key: house.press.readable(gathered.contents[one.key])
        for one in gathered.file.exhibits
        if one.is_mail
    }
    exhibits = tuple(_exhibits(house, creditor.claimant, gathered, mails))
    bundle = _bundle(house, creditor.claimant, gathered.file, mails, chained)
    files = [
        OutFile(path=BUNDLE, content=bundle),
        *exhibits,
        OutFile(path=LIST, content=_list(gathered.file, exhibits)),
        OutFile(path=JOURNAL, content=_journal(chained)),
        OutFile(path=HEAD, content=_head(chained)),
        *(OutFile(path=one.name, content=one.content) for one in house.press.companions()),
    ]
    sums = OutFile(path=SUMS, content=_sums(files))
    return Exported(file=gathered.file, files=(*files, sums))


def _exhibits(
    house: House, claimant: Claimant, gathered: Gathered, mails: dict[str, Readable]
) -> Iterator[OutFile]:
    """Every exhibit under its number; what came with a debtor's mail lies beside it."""
    file = gathered.file
    printed = iter(_sheets(file, claimant))
    for one in file.exhibits:
        path = f"{EXHIBITS}/{one.file}"
        if one.source is Source.SHEET:
            content = house.press.pdf(_book(file, claimant, (next(printed),)))
            yield OutFile(path=path, content=content)
            continue
        yield OutFile(path=path, content=gathered.contents[one.key])
        if one.item is Item.ANSWERS:
            for number, enclosed in enumerate(mails[one.key].files, 1):
                if not enclosed.name.lower().endswith(HARMLESS):
                    continue
                name = f"{one.number:03d}-{number}-{file_name(enclosed.name)}"
                yield OutFile(path=f"{EXHIBITS}/{name}", content=enclosed.content)


def _sheets(file: LegalFile, claimant: Claimant) -> tuple[Sheet, ...]:
    return sheets(file, claimant, legal_deadlines(file.dossier, file.on))


def _bundle(
    house: House,
    claimant: Claimant,
    file: LegalFile,
    mails: dict[str, Readable],
    chained: Sequence[Chained],
) -> bytes:
    printed = iter(_sheets(file, claimant))
    parts = [
        Sheet(title="Bordereau de pièces", blocks=exhibit_list(file)),
        Sheet(title="Chronologie", blocks=chronology(file)),
    ]
    for one in file.exhibits:
        if one.source is Source.SHEET:
            parts.append(next(printed))
        elif one.is_mail:
            parts.append(_letter(one, mails[one.key]))
    book = _book(file, claimant, tuple(parts), cover=_cover(file, claimant, chained))
    return house.press.pdf(book)


def _book(
    file: LegalFile, claimant: Claimant, parts: tuple[Sheet, ...], *, cover: Sheet | None = None
) -> Book:
    debtor = file.dossier.debtor
    assert debtor is not None
    return Book(
        title=f"Dossier {file.dossier.key.dossier} – {claimant.name} contre {debtor.name}",
        author=claimant.name,
        reference=f"{file.dossier.key.dossier}, au {french.day(file.on)}",
        dated=file.on,
        sheets=parts,
        cover=cover,
        mentions=claimant.mentions,
    )


def _cover(file: LegalFile, claimant: Claimant, chained: Sequence[Chained]) -> Sheet:
    debtor, whole = file.dossier.debtor, file.statement.demanded
    assert debtor is not None
    needed = sum(1 for one in file.missing if one.needed)
    siren = f" (SIREN {debtor.siren})" if debtor.siren else ""
    return Sheet(
        title="Dossier de recouvrement",
        blocks=(
            Fields(
                rows=(
                    ("Créancier", claimant.name),
                    ("Débiteur", f"{debtor.name}{siren}"),
                    ("Dossier", file.dossier.key.dossier),
                    ("Arrêté au", french.day(file.on)),
                    ("Somme due", french.amount(whole.total, file.dossier.currency)),
                    ("Pièces", str(len(file.exhibits))),
                    ("Pièces manquantes", str(needed) if needed else "aucune"),
                )
            ),
            Paragraph(text="Créancier : " + " – ".join(claimant.mentions), small=True),
            Paragraph(
                text=f"Journal : {len(chained)} lignes enchaînées, dernière empreinte "
                f"{chained[-1].chain if chained else 'aucune'}. Vérification : LISEZMOI.txt.",
                small=True,
            ),
        ),
    )


def _letter(one: Exhibit, mail: Readable) -> Sheet:
    """A mail as it is read: its headers, its text, what came with it."""
    names = [f"{file.name} ({_size(len(file.content))})" for file in mail.files]
    rows = (*mail.headers, *((("Joint", ", ".join(names)),) if names else ()))
    return Sheet(
        title=f"Pièce n° {one.number} – {one.title}",
        blocks=(
            Fields(rows=(*rows, ("SHA-256", one.key))),
            Verbatim(text=mail.text or "(sans texte)"),
        ),
    )


def _size(size: int) -> str:
    return f"{max(round(size / 1000), 1)} ko"


def _list(file: LegalFile, exhibits: Sequence[OutFile]) -> bytes:
    digests = {one.path: sha256(one.content).hexdigest() for one in exhibits}
    told = {
        "dossier": file.dossier.key.dossier,
        "on": file.on.isoformat(),
        "exhibits": [
            {
                "number": one.number,
                "item": one.item.value,
                "title": one.title,
                "dated_on": one.dated_on.isoformat() if one.dated_on else None,
                "source": one.source.value,
                "file": f"{EXHIBITS}/{one.file}",
                "sha256": digests[f"{EXHIBITS}/{one.file}"],
            }
            for one in file.exhibits
        ],
        "missing": [
            {
                "item": one.item.value,
                "title": TITLES[one.item],
                "what": one.what,
                "needed": one.needed,
            }
            for one in file.missing
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _journal(chained: Sequence[Chained]) -> bytes:
    """A line an entry, with all that its hashes are made of."""
    return "".join(
        json.dumps(
            {
                "page": one.page,
                "seq": one.seq,
                "at": one.at,
                "kind": one.kind,
                "version": one.version,
                "salt": one.salt.hex() if one.salt is not None else None,
                "body": one.body.decode("utf-8") if one.body is not None else None,
                "body_hash": one.body_hash,
                "chain": one.chain,
            },
            ensure_ascii=False,
        )
        + "\n"
        for one in chained
    ).encode("utf-8")


def _head(chained: Sequence[Chained]) -> bytes:
    last = chained[-1]
    told = {"page": last.page, "seq": last.seq, "chain": last.chain}
    return (json.dumps(told, ensure_ascii=False) + "\n").encode("utf-8")


def _sums(files: Sequence[OutFile]) -> bytes:
    """A line a file, as sha256sum writes and reads it."""
    lines = [f"{sha256(one.content).hexdigest()}  {one.path}\n" for one in files]
    return "".join(sorted(lines, key=lambda line: line[66:])).encode("utf-8")
