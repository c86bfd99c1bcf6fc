"""What the fuzzing found, each as small as it was: it raised, or took minutes."""

import pytest

from fuzz.targets import TARGETS
from relance_mailer.store.faults import fault_of

NINES = b"9" * 5_000


@pytest.mark.parametrize("letters", [400, 4_000])
def test_a_long_word_behind_the_last_sentence_is_read_in_time(letters: int) -> None:
    raw = (
        b"From: Anne Le Gall <compta@debiteur1.example>\r\nTo: relances@example.net\r\n"
        b"Subject: Re: facture\r\n\r\nBonjour tout le monde. " + b"a" * letters + b"!\r\n"
    )
    TARGETS["message"].survives(raw, seconds=5)


@pytest.mark.parametrize("target", ["html", "shown"])
def test_an_entity_of_five_thousand_figures_is_shown(target: str) -> None:
    head = b"From: a@b.example\r\nContent-Type: text/html\r\n\r\n" if target == "shown" else b""
    TARGETS[target].survives(head + b"<p>a &#" + NINES + b"; b")


@pytest.mark.parametrize(
    "answer",
    [
        b"1 FETCH (UID " + NINES + b")\r\nOK",
        b"1 FETCH (UID 1 RFC822.SIZE " + NINES + b")\r\nOK",
        b"SEARCH " + NINES + b" 1\r\nOK",
    ],
    ids=["uid", "size", "found"],
)
def test_a_server_that_counts_without_end_is_survived(answer: bytes) -> None:
    TARGETS["imap"].survives(answer)


def test_a_database_that_did_not_answer_in_time_says_so() -> None:
    assert str(fault_of(TimeoutError())).endswith("aucune réponse à temps")
