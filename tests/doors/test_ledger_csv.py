"""The ledger's files on disk: what is read, what is refused row by row, what is refused whole."""

import os
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from relance_mailer.adapters.ledger_csv import CsvLedger
from relance_mailer.adapters.ledger_fields import role_table
from relance_mailer.dossier.values import CreditorId, InvoiceKind
from relance_mailer.outward.reconcile import ANY_INVOICE
from relance_mailer.ports import LedgerReading, Permanent
from relance_mailer.words import Role, Segment

CONFIG = Path(__file__).parents[2] / "config"
ROLES = role_table(tomllib.loads((CONFIG / "roles.toml").read_text("utf-8"))["roles"])
HEADER = (
    "dossier,debtor_id,debtor_name,siren,segment,language,contact_name,contact_role,contact_email,"
    "invoice_number,issued_on,due_on,amount,paid,currency,po_number"
)
ROW = {
    "dossier": "BZ-1",
    "debtor_id": "C1",
    "debtor_name": "Hôtel des Rivières",
    "siren": "001970839",
    "segment": "sme",
    "language": "fr",
    "contact_name": "Armelle Quéguiner",
    "contact_role": "directrice",
    "contact_email": "Direction@Hotel.example",
    "invoice_number": "FA-1",
    "issued_on": "2026-08-22",
    "due_on": "2026-09-21",
    "amount": "2140.00",
    "paid": "0.00",
    "currency": "EUR",
    "po_number": "",
}


def line(**changes: str) -> str:
    """A row of the ledger, further columns last."""
    return ",".join((ROW | changes).values())


def ledger(folder: Path, *lines: str, header: str = HEADER, encoding: str = "utf-8") -> CsvLedger:
    """A folder with a ledger in it."""
    text = "\n".join((header, *lines)) + "\n"
    (folder / "ledger.csv").write_bytes(text.encode(encoding))
    return CsvLedger(creditor=CreditorId("brezance"), path=folder, roles=ROLES)


def read(folder: Path, *lines: str, **how: str) -> LedgerReading:
    """What a ledger of these lines says."""
    return ledger(folder, *lines, **how).read_now()


async def test_une_ligne_saine(tmp_path: Path) -> None:
    reading = await ledger(tmp_path, line()).read()
    (row,) = reading.rows
    assert (reading.faults, reading.refused) == ((), frozenset())
    assert row.key.page == "dossier:brezance/BZ-1"
    assert (row.debtor.name, row.debtor.segment) == ("Hôtel des Rivières", Segment.SME)
    assert row.contacts[0].email == "direction@hotel.example"
    assert (row.invoice.amount, row.invoice.due_on) == (Decimal("2140.00"), date(2026, 9, 21))
    assert row.invoice.po_number is None
    assert reading.modified_at.tzinfo is not None


@pytest.mark.parametrize(
    "sign", ["\u202e", "\u2067", "\u200f", "\u061c", "\u0007", "\u009b", "\ufeff"]
)
def test_un_signe_qui_retourne_un_nom_n_entre_pas(tmp_path: Path, sign: str) -> None:
    """A name with it would be shown backwards in letters, on pages and in terminals."""
    turned = {"debtor_name": f"Hôtel {sign}xuevel seD", "invoice_number": f"FA{sign}-1"}
    (row,) = read(tmp_path, line(**turned, contact_name=f"{sign}Anne")).rows
    assert (row.debtor.name, row.invoice.number) == ("Hôtel xuevel seD", "FA-1")
    assert row.contacts[0].name == "Anne"


def test_un_nom_arabe_ou_a_liaison_reste_entier(tmp_path: Path) -> None:
    """Letters that run from the right are letters; a joiner is part of how a name is spelled."""
    for name in ("شركة النور", "می\u200cخواهم SARL", "L’Étoile\u00a0& Fils"):
        (row,) = read(tmp_path, line(debtor_name=name)).rows
        assert row.debtor.name == " ".join(name.split())


def test_un_chemin_de_fichier_vaut_un_dossier(tmp_path: Path) -> None:
    folder = ledger(tmp_path, line()).read_now()
    file = CsvLedger(creditor=CreditorId("brezance"), path=tmp_path / "ledger.csv", roles=ROLES)
    assert file.read_now().rows == folder.rows


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso8859-15"])
def test_encodages(tmp_path: Path, encoding: str) -> None:
    reading = read(tmp_path, line(), encoding=encoding)
    assert reading.rows[0].debtor.name == "Hôtel des Rivières"
    told = [str(fault) for fault in reading.faults]
    assert ("latin-9" in "".join(told)) is (encoding == "iso8859-15")


@pytest.mark.parametrize(("amount", "expected"), [("2140,50", "2140.50"), ("2140.50", "2140.50")])
def test_point_virgule_et_virgule_decimale(tmp_path: Path, amount: str, expected: str) -> None:
    text = line(amount="AMOUNT").replace(",", ";").replace("AMOUNT", amount)
    reading = read(tmp_path, text, header=HEADER.replace(",", ";"))
    assert reading.rows[0].invoice.amount == Decimal(expected)


@pytest.mark.parametrize(
    ("changes", "column", "words"),
    [
        ({"amount": "2140.555"}, "amount", "deux décimales"),
        ({"amount": "2 140.00"}, "amount", "illisible"),
        ({"amount": ""}, "amount", "illisible"),
        ({"amount": "-5.00"}, "amount", "négatif"),
        ({"amount": "1e3"}, "amount", "illisible"),
        ({"paid": ""}, "paid", "illisible"),
        ({"issued_on": "22/08/2026"}, "issued_on", "AAAA-MM-JJ"),
        ({"due_on": "2026-02-30"}, "due_on", "AAAA-MM-JJ"),
        ({"due_on": "0206-09-21"}, "due_on", "invraisemblable"),
        ({"segment": "pme"}, "segment", "sole_trader"),
        ({"segment": ""}, "segment", "absente"),
        ({"contact_email": "direction@hotel"}, "contact_email", "mal formée"),
        ({"contact_email": "a@x.example;b@x.example"}, "contact_email", "mal formée"),
        ({"currency": ""}, "currency", "absente"),
        ({"currency": "euros"}, "currency", "trois lettres"),
        ({"dossier": ""}, "dossier", "absente"),
        ({"debtor_id": ""}, "debtor_id", "absente"),
    ],
)
def test_une_mauvaise_ligne_est_refusee_seule(
    tmp_path: Path, changes: dict[str, str], column: str, words: str
) -> None:
    good = line(dossier="BZ-2", invoice_number="FA-2")
    reading = read(tmp_path, line(**changes), good)
    (fault,) = reading.faults
    assert (fault.file, fault.line, fault.column) == ("ledger.csv", 2, column)
    assert words in str(fault)
    assert reading.refused == {"FA-1"}
    assert [row.invoice.number for row in reading.rows] == ["FA-2"]


def test_sans_numero_de_facture_le_dossier_est_douteux(tmp_path: Path) -> None:
    reading = read(tmp_path, line(), line(invoice_number=""), "BZ-3,C3", "TOTAL" + "," * 15)
    assert reading.refused == {f"{ANY_INVOICE}{name}" for name in ("BZ-1", "BZ-3", "TOTAL")}


def test_ligne_trop_courte_ou_trop_longue(tmp_path: Path) -> None:
    good = line(dossier="BZ-2", invoice_number="FA-2")
    reading = read(tmp_path, line() + ",de trop", "BZ-3,C3", good)
    assert [fault.because for fault in reading.faults] == [
        "17 colonnes au lieu de 16",
        "2 colonnes au lieu de 16",
    ]
    assert len(reading.rows) == 1


@pytest.mark.parametrize(
    ("other", "column", "words"),
    [
        ({"dossier": "BZ-2", "debtor_id": "C2"}, "invoice_number", "dans le dossier BZ-1"),
        ({}, "invoice_number", "deux fois"),
    ],
)
def test_la_meme_facture_deux_fois_n_est_connue_de_personne(
    tmp_path: Path, other: dict[str, str], column: str, words: str
) -> None:
    reading = read(tmp_path, line(), line(**other))
    assert reading.rows == ()
    assert reading.refused == {"FA-1"}
    assert reading.faults[0].column == column
    assert words in reading.faults[0].because


@pytest.mark.parametrize(
    ("changes", "column"), [({"currency": "USD"}, "currency"), ({"debtor_id": "C2"}, "debtor_id")]
)
def test_un_dossier_une_devise_un_debiteur(
    tmp_path: Path, changes: dict[str, str], column: str
) -> None:
    reading = read(tmp_path, line(), line(invoice_number="FA-2", **changes))
    assert (len(reading.rows), reading.faults[0].column) == (1, column)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "vide"),
        (b"  \n\n", "vide"),
        (b"%PDF-1.7\0\1\2", "octet nul"),
        ("\ufeffdossier,montant\n1,2\n".encode("utf-16"), "octet nul"),
        (b"dossier,amount\nBZ-1,3\n", "colonne(s) absente(s) : debtor_id"),
        (HEADER.encode() + b"\n", "aucune ligne"),
        (HEADER.encode() + b",amount\n", "deux fois : amount"),
        (HEADER.encode() + b'\n"BZ-1,C1\n', "guillemets"),
    ],
    ids=["vide", "blanc", "pdf", "utf-16", "colonnes", "sans ligne", "deux fois", "guillemets"],
)
def test_un_fichier_casse_est_refuse_entier(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "ledger.csv").write_bytes(content)
    broken = CsvLedger(creditor=CreditorId("brezance"), path=tmp_path)
    with pytest.raises(Permanent, match=r"ledger\.csv") as caught:
        broken.read_now()
    assert words in str(caught.value)


def test_un_fichier_introuvable_le_dit(tmp_path: Path) -> None:
    with pytest.raises(Permanent, match="introuvable"):
        CsvLedger(creditor=CreditorId("brezance"), path=tmp_path / "rien").read_now()


OPTIONAL = (
    "creditor,kind,status,performed_on,agreed_rate,trader,postcode,payment_run_days,economic,"
    "last_level,last_contact_on,contact_phone"
)


def more(**changes: str) -> str:
    """A row with optional columns."""
    known = dict.fromkeys(OPTIONAL.split(","), "")
    return line(**(known | changes))


def test_colonnes_facultatives(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        more(
            kind="credit_note",
            status="cancelled",
            performed_on="2026-08-20",
            agreed_rate="12.5",
            trader="oui",
            postcode="67000",
            payment_run_days="10/25",
            economic="non",
            last_level="2",
            last_contact_on="2026-10-01",
            contact_phone="02 97 00 10 10",
        ),
        header=f"{HEADER},{OPTIONAL}",
    )
    (row,) = reading.rows
    assert (row.invoice.kind, row.cancelled) == (InvoiceKind.CREDIT_NOTE, True)
    assert row.invoice.agreed_rate == Decimal("12.5")
    assert (row.debtor.trader, row.debtor.economic) == (True, False)
    assert row.debtor.payment_run_days == (10, 25)
    assert (row.last_level, row.last_contact_on) == ("2", date(2026, 10, 1))
    assert row.contacts[0].phone == "02 97 00 10 10"


def test_colonne_vide_inconnue_jamais_devinee(tmp_path: Path) -> None:
    (row,) = read(tmp_path, more(), header=f"{HEADER},{OPTIONAL}").rows
    assert (row.debtor.trader, row.debtor.postcode, row.debtor.court) == (None, None, None)
    assert (row.last_level, row.last_contact_on, row.invoice.performed_on) == (None, None, None)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("trader", "peut-être"),
        ("payment_run_days", "32"),
        ("agreed_rate", "douze"),
        ("kind", "facture"),
        ("status", "ouverte"),
        ("last_contact_on", "hier"),
    ],
)
def test_colonne_facultative_illisible(tmp_path: Path, column: str, value: str) -> None:
    reading = read(tmp_path, more(**{column: value}), header=f"{HEADER},{OPTIONAL}")
    assert (reading.rows, reading.faults[0].column) == ((), column)


def test_les_lignes_d_un_autre_creancier_sont_les_siennes(tmp_path: Path) -> None:
    other = more(creditor="autre", invoice_number="FA-2")
    reading = read(tmp_path, more(creditor="brezance"), other, header=f"{HEADER},{OPTIONAL}")
    assert [row.invoice.number for row in reading.rows] == ["FA-1"]
    assert reading.faults == ()


@pytest.mark.parametrize(
    ("words", "segment", "role"),
    [
        ("Gérante", "sme", Role.LEGAL_REPRESENTATIVE),
        ("CHEF COMPTABLE", "large", Role.CHIEF_ACCOUNTANT),
        ("directeur administratif et financier", "large", Role.CFO),
        ("président", "association", Role.PRESIDENT),
        ("président", "sme", Role.LEGAL_REPRESENTATIVE),
        ("trésorière", "association", Role.TREASURER),
        ("cfo", "large", Role.CFO),
        ("comptable fournisseurs", "large", Role.USUAL),
        ("vétérinaire associée", "sme", Role.USUAL),
        ("", "sme", Role.USUAL),
    ],
)
def test_les_fonctions_deviennent_des_roles(
    tmp_path: Path, words: str, segment: str, role: Role
) -> None:
    (row,) = read(tmp_path, line(contact_role=words, segment=segment)).rows
    assert row.contacts[0].role is role


def test_contacts_a_cote(tmp_path: Path) -> None:
    (tmp_path / "contacts.csv").write_text(
        "debtor_id,role,name,title,email,phone\n"
        "C1,cfo,Yann Le Gall,DAF,daf@hotel.example,\n"
        "C1,usual,Armelle Quéguiner,Directrice,direction@hotel.example,02 97 00 10 11\n"
        "C1,patron,X,,x@hotel.example,\n"
        "C9,cfo,Autre,,autre@ailleurs.example,\n",
        "utf-8",
    )
    reading = read(tmp_path, line())
    contacts = reading.rows[0].contacts
    assert [(one.email, one.role) for one in contacts] == [
        ("direction@hotel.example", Role.USUAL),
        ("daf@hotel.example", Role.CFO),
    ]
    assert contacts[0].phone == "02 97 00 10 11"
    assert [(fault.file, fault.line, fault.column) for fault in reading.faults] == [
        ("contacts.csv", 4, "role")
    ]


def test_paiements_a_cote(tmp_path: Path) -> None:
    (tmp_path / "payments.csv").write_text(
        "invoice_number,paid_on,amount,kind,reference\n"
        "FA-1,2026-10-05,500.00,payment,VIR 1\n"
        "FA-1,2026-10-06,100.00,credit_note,AV-1\n"
        "FA-2,hier,100.00,payment,\n",
        "utf-8",
    )
    reading = read(tmp_path, line(), line(invoice_number="FA-2"))
    assert [(one.kind, one.amount) for one in reading.payments] == [
        ("payment", Decimal("500.00")),
        ("credit_note", Decimal("100.00")),
    ]
    assert reading.refused == {"FA-2"}
    assert [row.invoice.number for row in reading.rows] == ["FA-1"]


def test_l_empreinte_suit_les_octets_et_l_age_le_plus_vieux_fichier(tmp_path: Path) -> None:
    first = read(tmp_path, line())
    assert read(tmp_path, line()).digest == first.digest
    assert read(tmp_path, line(paid="10.00")).digest != first.digest
    (tmp_path / "payments.csv").write_text("invoice_number,paid_on,amount\n", "utf-8")
    os.utime(tmp_path / "payments.csv", (1_700_000_000, 1_700_000_000))
    assert read(tmp_path, line()).modified_at.timestamp() == 1_700_000_000


def test_un_grand_fichier(tmp_path: Path) -> None:
    lines = [line(dossier=f"D{n // 3}", invoice_number=f"F{n}") for n in range(20_000)]
    assert len(read(tmp_path, *lines).rows) == 20_000


def test_un_grand_livre_demesure_est_refuse_sans_etre_lu(tmp_path: Path) -> None:
    (tmp_path / "ledger.csv").touch()
    os.truncate(tmp_path / "ledger.csv", 1_000_000_000)
    csv_ledger = CsvLedger(creditor=CreditorId("brezance"), path=tmp_path, roles=ROLES)
    with pytest.raises(Permanent, match="1000 Mo, alors que 100 Mo au plus étaient attendus"):
        csv_ledger.read_now()


def test_une_cellule_de_plusieurs_mega_refuse_le_fichier_et_le_dit(tmp_path: Path) -> None:
    with pytest.raises(Permanent, match="champ démesuré"):
        read(tmp_path, line(), line(debtor_name="A" * 5_000_000, invoice_number="FA-2"))


@pytest.mark.parametrize("amount", ["1e400", "NaN", "Infinity", "-1e-400", "0x10"])
def test_un_montant_qui_n_en_est_pas_un_est_refuse_avec_sa_ligne(
    tmp_path: Path, amount: str
) -> None:
    reading = read(tmp_path, line(), line(invoice_number="FA-2", amount=amount))
    assert [row.invoice.number for row in reading.rows] == ["FA-1"]
    (fault,) = reading.faults
    assert "FA-2" not in {row.invoice.number for row in reading.rows}
    assert amount in str(fault)
