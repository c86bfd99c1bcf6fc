"""A folder of .eml files read as a mailbox."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from relance_mailer.adapters.folder import FolderMailbox
from relance_mailer.dossier.values import MessageId
from relance_mailer.ports import Permanent
from servers.letters import MORNING, message


def _mailbox(root: Path) -> FolderMailbox:
    return FolderMailbox(root, address="compta@example.net", message_bytes_max=2_000)


async def _raws(mailbox: FolderMailbox, folder: str = "INBOX") -> list[bytes]:
    view = await mailbox.look(folder)
    return [one.raw for one in await mailbox.fetch(view, view.uids)]


async def test_les_fichiers_viennent_dans_l_ordre_de_leurs_noms(tmp_path: Path) -> None:
    for name, number in {"b.eml": 2, "a.eml": 1, "C.EML": 0}.items():
        (tmp_path / name).write_bytes(message(number))
    (tmp_path / "notes.txt").write_bytes(b"ce n'est pas un message")
    assert await _raws(_mailbox(tmp_path)) == [message(0), message(1), message(2)]


async def test_un_fichier_qui_s_ajoute_prend_le_numero_suivant(tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_bytes(message(1))
    mailbox = _mailbox(tmp_path)
    before = await mailbox.look("INBOX")
    (tmp_path / "a.eml").write_bytes(message(2))
    after = await mailbox.look("INBOX", above=before.uids[-1])
    assert after.uidvalidity == before.uidvalidity
    (found,) = await mailbox.fetch(after, after.uids)
    assert found.raw == message(2)


async def test_d_autres_fichiers_font_une_autre_validite(tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_bytes(message(1))
    before = await _mailbox(tmp_path).look("INBOX")
    assert await _mailbox(tmp_path).look("INBOX") == before
    (tmp_path / "a.eml").write_bytes(message(2))
    assert (await _mailbox(tmp_path).look("INBOX")).uidvalidity != before.uidvalidity


async def test_les_sous_dossiers_et_rien_au_dessus(tmp_path: Path) -> None:
    (tmp_path / "Envoyés" / "2026").mkdir(parents=True)
    (tmp_path / "Envoyés" / "2026" / "a.eml").write_bytes(message(1))
    mailbox = _mailbox(tmp_path)
    assert await mailbox.folders() == ("INBOX", "Envoyés", "Envoyés/2026")
    assert await _raws(mailbox, "Envoyés/2026") == [message(1)]
    for outside in ("..", "../..", "Envoyés/../..", "/etc", "absent"):
        with pytest.raises(Permanent):
            await mailbox.look(outside)


async def test_la_date_est_celle_du_message_sinon_du_fichier(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(message(1))
    (tmp_path / "b.eml").write_bytes(b"Subject: sans date\r\n\r\n")
    written = datetime(2025, 12, 24, 8, 0, tzinfo=UTC)
    os.utime(tmp_path / "b.eml", (written.timestamp(), written.timestamp()))
    mailbox = _mailbox(tmp_path)
    view = await mailbox.look("INBOX")
    dates = [one.received_at for one in await mailbox.fetch(view, view.uids)]
    assert dates == [MORNING, written]


async def test_un_geant_est_coupe_et_le_dit(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(message(1, body=b"x" * 5_000))
    mailbox = _mailbox(tmp_path)
    view = await mailbox.look("INBOX")
    (found,) = await mailbox.fetch(view, view.uids)
    assert (len(found.raw), found.truncated) == (2_000, True)


async def test_l_identifiant_n_est_cherche_que_dans_les_entetes(tmp_path: Path) -> None:
    folded = b"Subject: a\nmessage-id:\n <plie@debiteur.example>\n\nMessage-ID: <corps@x.example>\n"
    (tmp_path / "a.eml").write_bytes(folded)
    mailbox = _mailbox(tmp_path)
    assert await mailbox.has_message("INBOX", MessageId("plie@debiteur.example"))
    assert not await mailbox.has_message("INBOX", MessageId("corps@x.example"))


async def test_deux_copies_du_meme_message_sont_deux_fichiers(tmp_path: Path) -> None:
    mailbox = _mailbox(tmp_path)
    await mailbox.append("INBOX", message(1), at=MORNING)
    await mailbox.append("INBOX", message(1), at=MORNING)
    assert await _raws(mailbox) == [message(1), message(1)]
