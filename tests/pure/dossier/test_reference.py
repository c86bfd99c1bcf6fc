"""The reference: what is put on a letter is known again, what was forged is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance_mailer.dossier.reference import (
    Mark,
    fits,
    mark_of,
    marks_in,
    message_id_for,
    sign,
    token_in,
)
from relance_mailer.dossier.values import CreditorId, DossierId, DossierKey, StepKey

SECRET = b"un secret de la maison"
KEY = DossierKey(creditor=CreditorId("brezance"), dossier=DossierId("BZ-2003"))
STEP = StepKey(course=1, name="reminder_1")
TOKEN = sign(SECRET, KEY, STEP)
FIVE = TOKEN[:5]

dossier_ids = st.from_regex(r"[A-Z0-9][A-Z0-9./_-]{0,18}[A-Z0-9]", fullmatch=True)


def test_a_token_is_the_same_each_time_and_another_for_each_step() -> None:
    assert sign(SECRET, KEY, STEP) == TOKEN
    assert sign(SECRET, KEY, StepKey(course=1, name="reminder_2")) != TOKEN
    assert sign(SECRET, KEY, StepKey(course=1, name="reminder_1", attempt=2)) != TOKEN
    assert len(TOKEN) == 16


def test_all_letters_of_a_dossier_show_the_same_five_characters() -> None:
    assert sign(SECRET, KEY, StepKey(course=2, name="formal_notice"))[:5] == FIVE
    assert mark_of(KEY, TOKEN) == f"[BZ-2003-{FIVE}]"


def test_the_message_id_carries_the_token_whatever_its_case() -> None:
    message_id = message_id_for(TOKEN, STEP, "Brezance.example")
    assert message_id == f"relance.{TOKEN.lower()}.1-1@brezance.example"
    assert len(message_id.partition("@")[0]) < 64
    assert token_in(f"<{message_id.upper()}>") == TOKEN
    assert token_in("relance.court@brezance.example") is None
    assert token_in("20250915.BZ2003@autre.example") is None


@pytest.mark.parametrize(
    ("story", "given_five", "is_ours"),
    [
        ("tel quel", FIVE, True),
        ("recopié en minuscules", FIVE.lower(), True),
        ("inventé", "AAAAA", False),
        ("tronqué", FIVE[:4], False),
        ("vide", "", False),
        ("lettres accentuées", "ÉÉÉÉÉ", False),
    ],
)
def test_five_characters_are_checked_without_the_step(
    story: str, given_five: str, is_ours: bool
) -> None:
    assert fits(SECRET, KEY, given_five) is is_ours, story


def test_signs_that_look_alike_are_taken_for_each_other() -> None:
    for number in range(60):
        key = DossierKey(creditor=KEY.creditor, dossier=DossierId(f"BZ-{number}"))
        five = sign(SECRET, key, STEP)[:5]
        typed = five.replace("O", "0").replace("I", "1").replace("L", "1").replace("B", "8")
        assert fits(SECRET, key, typed)


def test_another_creditor_or_secret_gives_other_signatures() -> None:
    other = DossierKey(creditor=CreditorId("autre"), dossier=KEY.dossier)
    assert not fits(SECRET, other, FIVE)
    assert not fits(b"un autre secret", KEY, FIVE)
    assert fits(SECRET, KEY, TOKEN.lower(), STEP)
    assert not fits(SECRET, KEY, TOKEN, StepKey(course=1, name="reminder_2"))


@pytest.mark.parametrize(
    ("story", "text", "reference"),
    [
        ("objet d'une réponse", "Re: Facture FA2025-0871 [BZ-2003]", "BZ-2003"),
        ("en minuscules", "re : [bz-2003]", "BZ-2003"),
        ("phrase du pied", "Référence à rappeler : BZ-2003", "BZ-2003"),
        ("anglais", "Our reference: BZ-2003.", "BZ-2003"),
        ("numéro nu annoncé", "dossier n° 41872", "41872"),
        ("barre oblique", "votre relance [F/2025/031]", "F/2025/031"),
        ("souligné", "[CLI_00412]", "CLI_00412"),
        ("point", "[75.2003]", "75.2003"),
        ("dans une citation", "> Référence : BZ-2003\n> Merci", "BZ-2003"),
    ],
)
def test_references_are_found(story: str, text: str, reference: str) -> None:
    assert reference in marks_in(text).references, story


@pytest.mark.parametrize(
    ("story", "text"),
    [
        ("montant et date", "je règle 1 834,20 € le 12/10/2025"),
        ("téléphone", "appelez le 02 97 00 10 10"),
        ("adresse", "écrivez à compta2003@exemple.example"),
        ("année seule", "depuis 2003 nous sommes clients"),
    ],
)
def test_bare_numbers_name_no_dossier(story: str, text: str) -> None:
    assert marks_in(text).references == (), story


def test_a_signed_mark_does_not_name_the_dossier_by_its_unsigned_half() -> None:
    marks = marks_in("Re: [BZ-2003-XXXXX] et BZ-2003-YYYYY")
    assert Mark(dossier="BZ-2003", five="XXXXX") in marks.signed
    assert Mark(dossier="BZ-2003", five="YYYYY") in marks.signed
    assert "BZ-2003" not in marks.references


def test_a_mark_broken_at_the_end_of_a_quoted_line_is_put_together() -> None:
    assert marks_in("> Objet : relance [BZ-2003-\n> K7Q2M]").signed == (
        Mark(dossier="BZ-2003", five="K7Q2M"),
    )


@given(dossier=dossier_ids)
def test_what_is_put_on_a_letter_is_known_again(dossier: str) -> None:
    key = DossierKey(creditor=KEY.creditor, dossier=DossierId(dossier))
    token = sign(SECRET, key, STEP)
    signed = marks_in(f"Re: Facture en retard {mark_of(key, token)}").signed
    assert any(mark.dossier == dossier and fits(SECRET, key, mark.five) for mark in signed)


@given(text=st.text(max_size=400))
def test_any_text_is_looked_through(text: str) -> None:
    marks = marks_in(text)
    assert all(len(mark.five) == 5 for mark in marks.signed)
    assert len(marks.references) <= 40
