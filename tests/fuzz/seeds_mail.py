"""Mails, pages and words that hurt, written by hand: see `fuzz.seeds`."""

import base64
from collections.abc import Mapping

_FROM = b"From: Anne Le Gall <compta@debiteur1.example>\r\nTo: relances@example.net\r\n"
_ASKS = "Bonjour, nous réglerons la facture FA-2026-00001 le 28 octobre 2026.\r\n".encode()


def _mail(head: bytes, body: bytes = _ASKS) -> bytes:
    return _FROM + head + b"\r\n" + body


def _nested(depth: int) -> bytes:
    whole = _mail(b"Subject: au fond\r\n")
    for _ in range(depth):
        whole = _mail(b"Content-Type: message/rfc822\r\n", whole)
    return whole


_REPORT = (
    b"Return-Path: <>\r\nAuto-Submitted: auto-replied\r\n"
    b"Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n"
)
_PARTS = (
    b"--b\r\n\r\nnon remis\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n%s\r\n"
    b"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <a.1@example.net>\r\n--b--\r\n"
)
_TNEF = b"\x78\x9f\x3e\x22" + b"\xff" * 60

MAILS: Mapping[str, bytes] = {
    "empty": b"",
    "body-alone": b"\r\n" + _ASKS,
    "no-end-of-head": _FROM,
    "nested": _nested(40),
    "never-ends": _mail(b"Content-Type: multipart/mixed; boundary=b\r\n", b"--b\r\n" * 200),
    "one-boundary-for-all": _mail(
        b"Content-Type: multipart/mixed; boundary=b\r\n",
        b"--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" * 60,
    ),
    "boundary-of-nothing": _mail(b'Content-Type: multipart/mixed; boundary=""\r\n', b"--\r\n\r\nx"),
    "boundary-without-end": _mail(b"Content-Type: multipart/mixed; boundary=" + b"b" * 4_000),
    "headers-by-the-hundred": _mail(b"X-A: b\r\n" * 900),
    "folded-without-end": _mail(b"Subject:" + b"\r\n a" * 1_500 + b"\r\n"),
    "encoded-words": _mail(b"Subject: " + b"=?utf-8?B?w6k=?= " * 200 + b"=?x?Q?=ZZ?=\r\n"),
    "encoded-word-cut": _mail(b"Subject: =?utf-8?B?w6k\r\n =?utf-8?q?=E2=82?=\r\n"),
    "8-bit-head": _mail(b"Subject: r\xe9gl\xe9 \xff\xfe \xed\xa0\x80\r\n"),
    "addresses-in-comments": _mail(b"Cc: " + b"(" * 500 + b"a@b.example" + b")" * 499 + b"\r\n"),
    "address-with-route": _mail(b'Reply-To: "a\\"b" <@,@x.example:y@z.example>, g: ;\r\n'),
    "from-twice": _mail(b"From: autre@ailleurs.example\r\nSender: x\r\n"),
    "date-of-no-day": _mail(b"Date: Wed, 32 Feb 99999 25:61:61 +9999\r\n"),
    "date-of-year-1": _mail(b"Date: Mon, 1 Jan 0001 00:00:00 +1400\r\n"),
    "date-of-year-9999": _mail(b"Date: Fri, 31 Dec 9999 23:59:59 -1400\r\n"),
    "received-by-the-hundred": _mail(b"Received: from a by b; 1 Jan 2026 00:00:00 +0000\r\n" * 80),
    "ids-by-the-hundred": _mail(b"References:" + b" <a@x> b <c" * 300 + b"\r\n"),
    "utf7": _mail(b"Content-Type: text/plain; charset=utf-7\r\n", b"+AGEAYg- +// +"),
    "utf16-cut": _mail(b"Content-Type: text/plain; charset=utf-16\r\n", _ASKS[:41]),
    "charset-hz": _mail(b"Content-Type: text/plain; charset=hz\r\n", b"~{<:Ky~ ~} ~{"),
    "charset-idna": _mail(b"Content-Type: text/plain; charset=idna\r\n", b"xn--\xff"),
    "charset-that-is-no-text": _mail(b"Content-Type: text/plain; charset=zlib\r\n", b"x\x9c"),
    "quoted-printable-odd": _mail(
        b"Content-Transfer-Encoding: quoted-printable\r\n", b"=\r\n=C3=G"
    ),
    "base64-odd": _mail(b"Content-Transfer-Encoding: base64\r\n", b"YWJj\x00Z=GVm!=="),
    "base64-of-itself": _mail(
        b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n",
        base64.encodebytes(_mail(b"Subject: dedans\r\n")),
    ),
    "uuencode": _mail(b"Content-Transfer-Encoding: x-uuencode\r\n", b"begin 644 a\nM!!\n`\nend"),
    "name-in-pieces": _mail(b"Content-Type: a/b; name*0*=utf-8''%41; name*2=x; name*1*=%ff\r\n"),
    "tnef": _mail(b'Content-Type: application/ms-tnef; name="winmail.dat"\r\n', _TNEF),
    "type-of-nothing": _mail(b"Content-Type: ; charset\r\nContent-Transfer-Encoding: ?\r\n"),
    "alternatives-that-differ": _mail(
        b"Content-Type: multipart/alternative; boundary=b\r\n",
        b"--b\r\n\r\nC'est pay\xe9.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Jamais.\r\n--b--",
    ),
    "report": _mail(_REPORT, _PARTS % b"Final-Recipient: rfc822; a@b.example\r\nAction: failed"),
    "report-of-nobody": _mail(_REPORT, _PARTS % b"Final-Recipient: ;;;\r\nStatus: 9.9.9.9.9"),
    "report-of-hundreds": _mail(
        _REPORT, _PARTS % (b"\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\nStatus: 5" * 200)
    ),
    "quotes-in-quotes": _mail(b"", b"".join(b">" * n + b" oui\r\n" for n in range(90))),
    "one-line": _mail(b"", b"payer " * 1_000),
    "results-of-everybody": _mail(
        b"Authentication-Results: mx.example.net; dmarc=pass (" + b"p=" * 300 + b"; ((;==\r\n"
    ),
}

_DEEP = b"<div>" * 1_500
HTML: Mapping[str, bytes] = {
    "empty": b"",
    "deep": _DEEP + b"x",
    "deep-and-closed": _DEEP[:2_500] + b"x" + b"</div>" * 500,
    "tables-in-tables": b"<table><tr><td>" * 400 + b"x",
    "quotes-in-quotes": b"<blockquote>" * 300 + b"oui" + b"</blockquote>" * 299,
    "closed-never-opened": b"</p></div></html>" * 300 + b"x",
    "comment-never-closed": b"a<!--" * 500 + b"b",
    "conditional": b"<!--[if mso]>a<![endif]--><![if !mso]>b<![endif]><!--[if gte mso 9]>c",
    "cdata": b"<![CDATA[a]]>" * 100 + b"<![CDATA[b",
    "entities": b"&nbsp;&#0;&#1114112;&#xD800;&#99999999999999999999;&amp;amp;&eacute&zzz;" * 30,
    "attributes-by-the-hundred": b"<p " + b" a=b" * 1_500 + b">x",
    "attribute-never-closed": b'<p style="color:#fff' + b"x" * 3_000,
    "style-never-closed": b"<style>p{" + b"}" * 1_000,
    "hidden": b"<p style='display:none'>paye</p><p hidden>paye</p><font color=white>paye</font>"
    b"<p style='font-size:0'>paye</p><p style='DISPLAY : NONE !important'>paye",
    "scripts": b"<script>document.write('<p>')</script><svg onload=x><math><mtext></p>",
    "plaintext": b"<plaintext><p>a</p><xmp></p>",
    "noscript-and-template": b"<noscript><p>a</noscript><template><p>b</template><frameset>",
    "nul": b"<p>a\0b<\0p>c</\0p>",
    "not-utf8": b"<p>\xe9t\xe9 \xff\xfe \xed\xa0\x80",
    "bom-in-the-middle": "<p>a\ufeffb\u2028c\x85d".encode(),
    "half-tags": b"<" * 1_000 + b"</" * 500 + b"<!" * 500 + b"<?" * 500,
    "doctype": b"<!DOCTYPE html [<!ENTITY a 'b'>]>&a;" * 20,
    "base-and-refresh": b"<base href=//x><meta http-equiv=refresh content=0;url=//y><p>a",
    "pre-and-breaks": b"<pre>\r\n a\tb\r</pre>" + b"<br>" * 800 + b"<hr>x",
    "misnested": b"<b><i></b></i>" * 300 + b"<a><a><a>",
}


def _said(*lines: str) -> bytes:
    return "\n".join(lines).encode()


WORDS: Mapping[str, bytes] = {
    "empty": b"",
    "thirty-figures": _said("Nous avons payé 123456789012345678901234567890 €."),
    "5000-figures": _said("Facture FA-" + "9" * 5_000 + " payée."),
    "groups-of-three": _said("Virement de 2,000,000,000,000,000,000,000,000,00 € fait."),
    "figures-and-points": _said("1.234.567,89.10 € puis 1,2,3,4,5 € puis 0,0000001 €"),
    "other-figures": _said("Payé ١٢٣٤ € le ٢٨/١٠/٢٠٢٦, ½ du reste, ² fois, 一二三 €."),
    "zero-width": _said(
        "C'est p\u200bay\u200c\u00e9 dep\u2060uis le 2\ufeff mars.", "\u200b" * 900
    ),
    "soft-hyphens": _said("Nous con\u00adtes\u00adtons la fac\u00adture."),
    "mixed-direction": _said("Payé le \u202e6202/01/82\u202c, \u2066שולם\u2069 1 240,50 €."),
    "marks-upon-marks": _said("paye" + "\u0301" * 600 + " demain"),
    "decomposed": _said("Re\u0301gle\u0301 le 5 de\u0301cembre, a\u0300 bientôt."),
    "look-alikes": _said("Nоus рayerоns lе 28 оctоbre.", "Ｎｏｕｓ ｐａｙｅｒｏｎｓ ２８／１０"),
    "unbroken-blanks": _said(
        "Nous\u00a0paierons\u202f1\u202f240,50\u00a0€\u2009le\u300028 octobre."
    ),
    "days-of-no-month": _said("le 31 février, le 29/02/2027, le 00/00/0000, le 45/13/99999"),
    "year-1-and-9999": _said(
        "payé le 01/01/0001, nous paierons le 31/12/9999, le 1er janvier 10000"
    ),
    "in-years-without-end": _said("dans 99999999999 jours, sous 10000 mois, dans 9999999 ans"),
    "instalments-without-end": _said("en 99999999 fois de 0,01 € le 31 de chaque mois"),
    "instalments-of-nothing": _said("en 0 fois, 0 × 0 €, 3 fois 400 € puis -200 €"),
    "absent-for-ever": _said("Je suis absent jusqu'au 31 décembre 9999, puis jusqu'à hier."),
    "hours-of-no-day": _said("à 25h61, à 99:99, le 28 octobre à 24h00, midi et demi"),
    "words-for-figures": _said("quatre-vingt-dix-neuf mille " * 60 + "euros"),
    "milliards": _said("un milliard de milliards de milliards d'euros le trente et un"),
    "no-no-no": _said("pas " * 900 + "payé"),
    "one-word": _said("a" * 3_000),
    "commas": _said("," * 3_000 + "payé" + ";" * 3_000),
    "quote-marks": _said(*["> " * 40 + "payé"] * 60, "Le 2 mars, X a écrit :", ">"),
    "headings-again": _said(*["De : a", "Envoyé : b", "À : c", "Objet : d"] * 40),
    "separators": _said(*["-- ", "____", "-----Message d'origine-----", "***"] * 50),
    "carriage-returns": b"Pay\xc3\xa9\rle 2 mars\r\r\n\x0b\x0cdemain\x1c\x1d\x85\xe2\x80\xa8oui",
    "controls": bytes(range(32)) * 20 + "payé".encode(),
    "not-utf8": b"pay\xe9 \xff\xfe \xed\xa0\x80 \xf4\x90\x80\x80",
    "beyond-the-plane": _said("💩" * 300 + " payé 👍🏽 \U000e0041\U0010ffff"),
    "iban-and-siren": _said("IBAN FR76 3000 6000 0112 3456 7890 189 SIREN 552 100 554", "00" * 500),
    "addresses": _said("écrivez à a@b.example, " + "a@" * 600 + "b", "@" * 600),
    "reference-in-pieces": _said("[BZ-\u200b00001 K7Q\u00ad2M] [BZ-00001", "K7Q2M] BZ 00001"),
    "everything-at-once": _said(
        "Voleurs, en liquidation, nous contestons et refusons, ne m'écrivez plus, payé hier,",
        "nous paierons demain en 3 fois, envoyez un duplicata, je suis absent, adressez-vous à X.",
    ),
}
