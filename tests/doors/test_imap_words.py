"""The words of IMAP, without a server: names, dates, sets, answers in pieces of any size."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone

import pytest

from relance_mailer.adapters.imap import retry_seconds
from relance_mailer.adapters.imap_answers import (
    Fetched,
    fetched,
    internal_date,
    listed_folders,
    read_internal_date,
    uid_set,
)
from relance_mailer.adapters.imap_names import decode_folder, encode_folder, quote
from relance_mailer.adapters.imap_protocol import HardenedProtocol


@pytest.mark.parametrize(
    "name, encoded",
    [
        ("INBOX", '"INBOX"'),
        ("Sent Items", '"Sent Items"'),
        ("Envoyés", '"Envoy&AOk-s"'),
        ("Éléments envoyés", '"&AMk-l&AOk-ments envoy&AOk-s"'),
        ("R&D", '"R&-D"'),
        ('a "b" \\c', '"a \\"b\\" \\\\c"'),
        ("Relances * 2026", '"Relances * 2026"'),
        ("客户", '"&W6JiNw-"'),
        ("📁 été", '"&2D3cwQ- &AOk-t&AOk-"'),
        ("deux\r\nlignes", '"deux&AA0ACg-lignes"'),
    ],
)
def test_un_nom_de_dossier_va_et_revient(name: str, encoded: str) -> None:
    assert encode_folder(name) == encoded
    inner = encoded[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    assert decode_folder(inner.encode()) == name


@pytest.mark.parametrize("raw", ["A&B", "Envoyés", "&AOk", "&!!!-", "&AO-x"])
def test_un_nom_mal_ecrit_reste_tel_quel(raw: str) -> None:
    assert decode_folder(raw.encode()) == raw


@pytest.mark.parametrize("text", ["é", "a\r\nb", "a\0b"])
def test_ce_qui_ne_tient_pas_entre_guillemets(text: str) -> None:
    with pytest.raises(ValueError, match="quoted string"):
        quote(text)


@pytest.mark.parametrize(
    "uids, words",
    [((5,), "5"), ((3, 4, 5, 9), "3:5,9"), ((9, 8, 9, 1), "1,8:9"), ((), "")],
)
def test_les_numeros_en_court(uids: tuple[int, ...], words: str) -> None:
    assert uid_set(uids) == words


@pytest.mark.parametrize(
    "text, moment",
    [
        (" 2-Mar-2026 10:00:00 +0100", datetime(2026, 3, 2, 9, 0, tzinfo=UTC)),
        ("02-mar-2026 09:00:00 +0000", datetime(2026, 3, 2, 9, 0, tzinfo=UTC)),
        ("31-Dec-2025 23:30:00 -0230", datetime(2026, 1, 1, 2, 0, tzinfo=UTC)),
        ("31-Feb-2026 09:00:00 +0000", None),
        ("02-Mär-2026 09:00:00 +0000", None),
        ("", None),
    ],
)
def test_la_date_de_reception(text: str, moment: datetime | None) -> None:
    assert read_internal_date(text) == moment


def test_la_date_d_une_copie() -> None:
    moment = datetime(2026, 8, 7, 6, 5, 4, tzinfo=timezone(timedelta(hours=2)))
    assert internal_date(moment) == "07-Aug-2026 06:05:04 +0200"
    assert read_internal_date(internal_date(moment)) == moment


@pytest.mark.parametrize(
    "lines, names",
    [
        (
            [b'LIST (\\HasNoChildren) "/" INBOX', b'LIST () "." "Sent Items"'],
            ["INBOX", "Sent Items"],
        ),
        ([b'LIST () "/" "Relances * 2026"', b"LIST () NIL Tout"], ["Relances * 2026", "Tout"]),
        ([b'LIST () "\\\\" "a \\"b\\""', b'LIST (\\Noselect) "/" Archives'], ['a "b"']),
        ([b'LIST () "/" {7}', bytearray(b"(a {9})"), b"", b'list () "/" Bas'], ["(a {9})", "Bas"]),
    ],
)
def test_les_dossiers_annonces(lines: list[bytes | bytearray], names: list[str]) -> None:
    assert list(listed_folders([*lines, b"done"])) == names


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64, 100_000])
async def test_une_reponse_en_morceaux_de_toute_taille(size: int) -> None:
    protocol = HardenedProtocol(asyncio.get_running_loop(), answer_bytes_max=100_000)
    transport = _Transport()
    protocol.connection_made(transport)
    protocol.data_received(b"* OK ready\r\n")
    protocol.state = "SELECTED"
    asking = asyncio.create_task(protocol.uid("FETCH", "1:3", "(BODY.PEEK[])"))
    tag = (await transport.first_word.get()).decode()
    answer = (
        b"* 1 FETCH (UID 4 BODY[] {12}\r\n* 9 FETCH (\r\n)\r\n"
        b"* 2 FETCH (FLAGS (\\Seen) UID 5)\r\n"
        b"* 3 FETCH (BODY[] {3}\r\n\r\n) UID 6 RFC822.SIZE 3)\r\n" + f"{tag} OK done\r\n".encode()
    )
    for start in range(0, len(answer), size):
        protocol.data_received(answer[start : start + size])
    lines = (await asking).lines
    assert list(fetched(lines)) == [
        Fetched(uid=4, size=None, received="", body=b"* 9 FETCH (\r\n)"[:12]),
        Fetched(uid=5, size=None, received="", body=None),
        Fetched(uid=6, size=3, received="", body=b"\r\n)"),
    ]
    assert protocol.lost is None


class _Transport(asyncio.Transport):
    """Notes the tag of what is written."""

    def __init__(self) -> None:
        super().__init__()
        self.first_word: asyncio.Queue[bytes] = asyncio.Queue()

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.first_word.put_nowait(bytes(data).split(b" ", 1)[0])


@pytest.mark.parametrize(
    "failures, chance, seconds",
    [
        (1, 1.0, 1.0),
        (1, 0.25, 0.25),
        (3, 0.0, 0.0),
        (4, 1.0, 8.0),
        (9, 1.0, 256.0),
        (10, 1.0, 300.0),
        (10_000, 0.5, 150.0),
    ],
)
def test_on_attend_de_plus_en_plus_au_hasard(failures: int, chance: float, seconds: float) -> None:
    assert retry_seconds(failures, lambda: chance) == seconds
