"""Shapes that hurt, written by hand: `PYTHONPATH=.:tests python -m fuzz.seeds` writes the corpus.

Each is played by the suite in every run, and wounded anew by the long run. What the long run found
stands beside them under the digest of its bytes.
"""

import base64
import gzip
from collections.abc import Mapping
from pathlib import Path

from fuzz.seeds_mail import HTML, MAILS, WORDS

CORPUS = Path(__file__).parent / "corpus"
_HEAD = (
    "dossier,debtor_id,debtor_name,siren,segment,language,contact_name,contact_role,contact_email,"
    "invoice_number,issued_on,due_on,amount,paid,currency,po_number"
)
_ROW = (
    "BZ-1,C-1,Atelier,552100554,sme,fr,Anne,comptable,a@d1.example,"
    "FA-1,2026-08-31,2026-09-30,1500.00,0.00,EUR,"
)
_BESIDE = "\n====\ninvoice_number,paid_on,amount,kind,reference\n"


def _ledger(*rows: str, head: str = _HEAD, end: str = "\n") -> str:
    return end.join([head, *rows]) + end


def _with(old: str, new: str) -> bytes:
    assert old in _ROW
    return _ledger(_ROW.replace(old, new)).encode()


LEDGERS: Mapping[str, bytes] = {
    "whole": _ledger(_ROW).encode(),
    "bom": b"\xef\xbb\xbf" + _ledger(_ROW).encode(),
    "utf16": _ledger(_ROW).encode("utf-16"),
    "latin9": _ledger(_ROW.replace("Atelier", "Société à 5 €")).encode("iso8859-15"),
    "cut-sequence": _ledger(_ROW.replace("Atelier", "Caf")).encode() + b"\xc3",
    "semicolons-and-commas": _ledger(_ROW.replace("1500.00", "1 500,00"))
    .replace(",", ";")
    .replace("1 500;00", "1 500,00")
    .encode(),
    "carriage-returns": _ledger(_ROW, end="\r").encode(),
    "quote-never-closed": _with("Atelier", '"Atelier'),
    "quote-in-the-middle": _with("Atelier", 'Ate"lier'),
    "line-break-in-a-cell": _with("Atelier", '"Ate\nlier"'),
    "cell-never-closed": _with("Atelier", "é" * 300) + b'"' + b"x" * 2_000,
    "backwards-name": _with("Atelier", "\u202egnp.reiletA\u2066"),
    "unseen-signs": _with("BZ-1", "B\u200bZ-\u00ad1\ufeff"),
    "formula": _with("Atelier", "=HYPERLINK(1)"),
    "amount-without-end": _with("1500.00", "1e999999999"),
    "amount-nan": _with("1500.00", "NaN"),
    "amount-5000-figures": _with("1500.00", "9" * 5_000),
    "amount-other-figures": _with("1500.00", "١٥٠٠"),
    "amount-superscript": _with("1500.00", "15²"),
    "amount-two-points": _with("1500.00", "1.500.00"),
    "amount-negative-zero": _with("1500.00", "-0.000"),
    "due-in-year-1": _with("2026-09-30", "0001-01-01"),
    "due-in-year-9999": _with("2026-09-30", "9999-12-31"),
    "due-on-no-day": _with("2026-09-30", "2026-02-30"),
    "due-other-figures": _with("2026-09-30", "٢٠٢٦-٠٩-٣٠"),
    "issued-after-due": _with("2026-08-31", "2027-08-31"),
    "siren-of-800-figures": _with("552100554", "10" * 400),
    "two-ats": _with("a@d1.example", "a@@d1.example, <b@x>; c"),
    "address-with-a-line": _with("a@d1.example", '"a@d1.example\nBcc: x@y.example"'),
    "column-missing": _ledger(_ROW, head=_HEAD.replace("due_on,", "")).encode(),
    "column-twice": _ledger(_ROW, head=_HEAD.replace("paid,", "amount,")).encode(),
    "columns-by-the-thousand": _ledger("," * 3_000, head="," * 3_000).encode(),
    "same-row-twice": _ledger(_ROW, _ROW, _ROW.replace("1500", "15")).encode(),
    "more-cells-than-columns": _ledger(_ROW + ",,,,x").encode(),
    "head-alone": _HEAD.encode(),
    "nul": _ledger(_ROW).encode() + b"\0",
    "blank": b" \n\t\n",
    "payment-without-end": (_ledger(_ROW) + _BESIDE + "FA-1,9999-12-31,1e400,payment,V").encode(),
    "payment-of-nobody": (_ledger(_ROW) + _BESIDE + ",,,,\nFA-9,2026-10-05,5,refund,").encode(),
    "payment-without-head": (_ledger(_ROW) + _BESIDE[:6] + "\x00").encode(),
}

SETTINGS: Mapping[str, bytes] = {
    "empty": b"",
    "not-utf8": b'[mode]\nsend = "\xff\xfe"\n',
    "creditor-is-no-table": b"creditor = 3\n",
    "creditor-empty": b"[[creditor]]\n",
    "table-for-list": b'[creditor]\nid = "x"\n',
    "wrong-types": b'[mode]\nsend = ["send"]\ndaily_ceiling = "many"\nfirst_day_ceiling = 1e400\n',
    "figures-without-end": b"[mode]\ndaily_ceiling = " + b"9" * 5_000 + b"\n",
    "negative": b"[mode]\ndaily_ceiling = -1\n[inbox]\nmax_message_megabytes = -40\n",
    "not-a-number": b"[mail]\nmax_message_megabytes = nan\ninbox_minutes = inf\n",
    "nul-in-a-path": b'[files]\ntimelines = "\\u0000"\n[database]\nurl = "sqlite:///\\u0000"\n',
    "url-of-nothing": b'[database]\nurl = ""\n[desk]\nlisten = "::::99999999"\n',
    "key-twice": b'[mode]\nsend = "send"\nsend = "shadow"\n',
    "unknown-keys": b"[mode]\nsned = 1\n[modle]\nx = 1\n",
    "date-for-a-word": b"[mode]\nsend = 1979-05-27T07:32:00Z\n",
    "secret-is-a-folder": b'[files]\ntoken_key = "secrets"\n',
    "timelines-empty": b"\n====\n",
    "timelines-wrong-types": b"\n====\n[sme]\nlevel = 3\n[[public.level]]\nname = []\n",
    "timelines-days-without-end": b'\n====\n[[sme.level]]\nname = "a"\ndays = 99999999999\n',
    "calendar-no-hour": b'\n====\n\n====\nsend_from = "25:99"\nsend_until = 12:00:00\n',
    "calendar-backwards": b'\n====\n\n====\nsend_from = "17:30"\nsend_until = "08:30"\n',
    "roles-of-nobody": b'\n====\n\n====\n\n====\n[roles]\nusual = [["a"], 1]\nking = "x"\n',
    "rates-without-end": b"\n====\n\n====\n\n====\n\n====\n[[semester]]\nyear = 99999\nhalf = 3\n"
    b'refinancing = "1e400"\nlegal_professional = "NaN"\nlegal_private = "-1"\nsource = 1\n',
}

_READ = (
    b'MessageRead\n{"because":"x","message":"aa","message_id":"m","sender":"s","subject":"s",'
    b'"sent_at":"2026-10-05T09:00:00+02:00","kind":"human","outcome":"review","intents":["paid"]}'
)
_PROMISE = b'PromiseMade\n{"because":"x","until":"2026-10-05","promised_amount":"1.50"}'
JOURNALS: Mapping[str, bytes] = {
    "read": _READ,
    "promise": _PROMISE,
    "empty": b"",
    "kind-alone": b"MessageRead",
    "kind-of-nothing": b"Rien\n{}",
    "kind-with-dunder": b"__class__\n{}",
    "not-utf8": b"\xff\xfe\n\xff",
    "lone-surrogate": _READ.replace(b'"s"', b'"\\ud800"'),
    "naive-moment": _READ.replace(b"+02:00", b""),
    "zone-of-a-day": _READ.replace(b"+02:00", b"+23:59:59.999999"),
    "day-of-year-0": _PROMISE.replace(b"2026-10-05", b"0000-00-00"),
    "week-date": _PROMISE.replace(b"2026-10-05", b"2026-W40-1"),
    "amount-nan": _PROMISE.replace(b"1.50", b"sNaN123"),
    "amount-without-end": _PROMISE.replace(b"1.50", b"9" * 5_000),
    "amount-is-a-number": _PROMISE.replace(b'"1.50"', b"1.5e308"),
    "number-without-end": _PROMISE.replace(b'"1.50"', b"9" * 5_000),
    "key-twice": _PROMISE.replace(b"{", b'{"because":"",'),
    "unknown-key": _PROMISE.replace(b"{", b'{"amount":1,'),
    "list-for-a-word": _READ.replace(b'"x"', b'["x"]'),
    "word-for-a-list": _READ.replace(b'["paid"]', b'"paid"'),
    "unknown-intent": _READ.replace(b"paid", b"laugh"),
    "because-empty": _PROMISE.replace(b'"x"', b'""'),
    "true-for-a-word": _PROMISE.replace(b'"x"', b"true"),
}

IMAP: Mapping[str, bytes] = {
    "whole": b'12 FETCH (UID 9 RFC822.SIZE 12 INTERNALDATE "05-Oct-2026 09:00:00 +0200" '
    b"BODY[] {5}\r\nabcde)\r\nSEARCH 1 2 3\r\nOK done",
    "quoted-body": b'1 FETCH (UID 1 BODY[] "a\\"b\\\\c")\r\nOK',
    "nil-body": b"1 FETCH (UID 1 BODY[] NIL)\r\nOK",
    "no-uid": b"1 FETCH (FLAGS (\\Seen))\r\n2 FETCH (UID NIL)\r\nOK",
    "found-below-nothing": b"SEARCH -1 0 1:* 00000000001 \xc2\xb2 x\r\nOK",
    "two-uids-in-one": b"1 FETCH (UID 1 UID 2 BODY[] {1}\r\nx UID 3)\r\nOK",
    "uid-in-the-body": b"1 FETCH (BODY[] {6}\r\nUID 7) UID 8)\r\nOK",
    "literal-of-another-length": b"1 FETCH (UID 1 BODY[] {99999999999}\r\nab",
    "day-of-no-month": b'1 FETCH (UID 1 INTERNALDATE "31-Feb-2026 25:61:61 +9999")\r\nOK',
    "year-0": b'1 FETCH (UID 1 INTERNALDATE " 1-Jan-0000 00:00:00 +0000")\r\nOK',
    "year-1-in-the-east": b' 1-Jan-0001 00:00:00 +1400\r\n"01-Jan-0001 00:00:00 +1400"\r\nOK',
    "year-9999-in-the-west": b"31-Dec-9999 23:59:59 -1400\r\nDate: Fri, 31 Dec 9999 23:59:59 -1400",
    "other-figures": '"٠٥-Oct-٢٠٢٦ 09:00:00 +0200"\r\nOK'.encode(),
    "folders": b'LIST (\\HasNoChildren) "/" "Envoy&AOk-s"\r\nLIST (\\Noselect) NIL X\r\nOK',
    "folder-never-closed": b'LIST () "/" "Envoy&AOk\r\nLIST () "/" &\r\nLIST () "/" "a\\"\r\nOK',
    "folder-of-half-a-sign": b'LIST () "/" "&2AA-"\r\nLIST () "/" "&,,,,-"\r\nOK',
    "folder-as-literal": b'LIST () "/" {6}\r\nEnvoy&\r\nOK',
    "folder-not-ascii": b'LIST () "/" "Envoy\xc3\xa9s"\r\nLIST () "/" "\xff"\r\nOK',
    "parentheses": b"1 FETCH " + b"(" * 2_000 + b"\r\nOK",
}

_SCAN = b"From: a@debiteur1.example\r\n"
GLANCES: Mapping[str, bytes] = {
    **{name: MAILS[name] for name in ("folded-without-end", "8-bit-head", "encoded-words")},
    "names-by-the-hundred": _SCAN + b"References:" + b" <a@x.example>" * 400 + b"\r\n",
    "invoices-by-the-hundred": _SCAN
    + b"Subject:"
    + b"".join(b" FA-2026-%05d" % number for number in range(300)),
    "name-never-closed": _SCAN + b"In-Reply-To: <" + b"a" * 3_000,
    "headers-again": _SCAN * 60,
    "header-without-colon": b"From a@b\r\nSubject\r\n\r\nFrom: x@y.example\r\n",
    "carriage-returns": b"From: a@b.example\rSubject: BZ-1\r\rSubject: BZ-2",
    "blank": b"\r\n\r\n",
    "mark-in-pieces": b"Subject: =?utf-8?Q?[BZ-00001_?=\r\n =?utf-8?Q?K7Q2M]?=\r\n\r\n",
}

_LEAF = b"Content-Type: %s\r\nContent-Transfer-Encoding: base64\r\n\r\n%s"
_PACKED = gzip.compress(b"\0" * 200_000, mtime=0)
SHOWN: Mapping[str, bytes] = {
    **{name: MAILS[name] for name in ("nested", "never-ends", "one-boundary-for-all", "report")},
    "packed": _LEAF % (b"application/gzip; name=a.gz", base64.encodebytes(_PACKED)),
    "name-that-climbs": b"Content-Type: application/pdf\r\nContent-Disposition: attachment; "
    b"filename*0*=utf-8''..%2F..%2F; filename*1=%00a.exe\r\n\r\nx",
    "name-without-end": b"Content-Type: application/pdf; name=" + b"a" * 3_000 + b"\r\n\r\nx",
    "leaves-by-the-hundred": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
    + b"--b\r\n\r\nx\r\n" * 300,
    "base64-of-half": _LEAF % (b"text/plain; charset=utf-16", b"YQ=\r\n=Y!Q"),
    "charset-that-is-none": _LEAF % (b"text/plain; charset=../../etc", b"YQ=="),
    "html-alone": b"Content-Type: text/html\r\n\r\n" + HTML["entities"],
}

SEEDS: Mapping[str, Mapping[str, bytes]] = {
    "message": MAILS,
    "words": WORDS,
    "html": HTML,
    "glance": GLANCES,
    "shown": SHOWN,
    "ledger": LEDGERS,
    "settings": SETTINGS,
    "journal": JOURNALS,
    "imap": IMAP,
}


def main() -> None:
    """Write every seed into its target's folder."""
    for target, seeds in SEEDS.items():
        folder = CORPUS / target
        folder.mkdir(parents=True, exist_ok=True)
        for name, raw in seeds.items():
            (folder / f"{name}.bin").write_bytes(raw)


if __name__ == "__main__":
    main()
