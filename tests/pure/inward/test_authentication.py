"""Authentication-Results: only our own server is believed, and only a failure counts."""

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pure.inward.inward_values import incoming
from relance_mailer.inward.authentication import TOPMOST, Authentication, authentication

PASSED, FAILED, ABSENT = Authentication.PASSED, Authentication.FAILED, Authentication.ABSENT
MX = ("mx.brezance.example",)


def of(value: str, trusted: tuple[str, ...] | Literal["topmost"] = MX) -> Authentication:
    mail = incoming(headers=(("authentication-results", value),), authentication_results=(value,))
    return authentication(mail, trusted=trusted)


@pytest.mark.parametrize(
    ("story", "value", "expected"),
    [
        ("dmarc réussi", "dmarc=pass header.from=lemoal.example", PASSED),
        ("dmarc échoué", "spf=pass smtp.mailfrom=x@lemoal.example; dmarc=fail", FAILED),
        ("spf et dkim échoués", "spf=fail smtp.mailfrom=lemoal.example; dkim=fail", FAILED),
        ("spf échoué seul", "spf=fail smtp.mailfrom=lemoal.example; dkim=none", ABSENT),
        ("spf échoué, dkim bon", "spf=fail; dkim=pass header.d=lemoal.example", PASSED),
        ("une signature sur deux", "spf=fail; dkim=fail; dkim=pass header.d=x.example", ABSENT),
        ("spf aligné", "spf=pass smtp.mailfrom=bounce@mail.lemoal.example", PASSED),
        ("spf d'un autre domaine", "spf=pass smtp.mailfrom=evil.example", ABSENT),
        ("softfail n'est pas un échec", "spf=softfail; dkim=fail", ABSENT),
        ("rien", "none", ABSENT),
        ("échec dans un commentaire", "spf=pass (dmarc=fail; x) smtp.mailfrom=lemoal.example",
         PASSED),
        ("mots d'un inconnu entre guillemets",
         'spf=fail smtp.mailfrom="a; dmarc=pass header.from=lemoal.example"@x.example; dkim=fail',
         FAILED),
        ("parenthèse jamais fermée", "spf=pass (oups; dmarc=fail", ABSENT),
    ],
)  # fmt: skip
def test_what_our_server_says(story: str, value: str, expected: Authentication) -> None:
    assert of(f"mx.brezance.example; {value}") is expected, story


def test_another_servers_word_counts_for_nothing() -> None:
    assert of("mx.ailleurs.example; dmarc=fail") is ABSENT
    assert of("mx.brezance.example; dmarc=fail", trusted=()) is ABSENT


def test_microsoft_writes_no_server_and_is_believed_only_when_told_so() -> None:
    value = (
        "spf=fail (sender IP is 192.0.2.1) smtp.mailfrom=lemoal.example; dkim=none"
        " (message not signed);dmarc=fail action=oreject header.from=lemoal.example;compauth=fail"
    )
    assert of(value) is ABSENT
    assert of(value, trusted=TOPMOST) is FAILED


def test_a_copy_below_our_own_line_is_the_strangers() -> None:
    mail = incoming(
        headers=(
            ("received", "from mx by imap"),
            ("authentication-results", "mx.brezance.example 1; dkim=none"),
            ("received", "from ailleurs by mx.brezance.example"),
            ("authentication-results", "mx.brezance.example; dmarc=fail"),
        )
    )
    assert authentication(mail, trusted=MX) is ABSENT


def test_results_spread_over_two_headers_of_our_server_are_read_together() -> None:
    mail = incoming(
        headers=(
            ("authentication-results", "mx.brezance.example; dkim=fail"),
            ("authentication-results", "mx.brezance.example; spf=fail"),
            ("received", "from ailleurs by mx.brezance.example"),
        )
    )
    assert authentication(mail, trusted=MX) is FAILED


@given(value=st.text(alphabet='dmarcspf=;()"\\. @-', max_size=200))
def test_any_header_is_read(value: str) -> None:
    assert of(f"mx.brezance.example; {value}") in set(Authentication)
