"""The day of a payment stands, whatever reason or other half of the bill is told beside it."""

from datetime import datetime

import pytest

from pure.reading.days_said import ANY, assert_promised

DAYS = (
    (
        "2026-02-12",
        "Je règle la totalité à la fin du mois quand mon salaire sera tombé.",
        "2026-02-28",
    ),
    (
        "2026-08-20",
        "No need to worry, that gets paid on Monday when I'm back at my desk.",
        "2026-08-24",
    ),
    ("2026-08-28", "It'll be in your account on bank holiday Monday.", "2026-08-31"),
    ("2026-09-10", "I'll pay you when I'm back on Monday.", "2026-09-14"),
    ("2026-03-10", "Your invoice is due for remittance on 15 March 2026.", "2026-03-15"),
    ("2026-04-01", "You'll be paid this time next week, once she's back.", "2026-04-08"),
    ("2026-09-23", "I've been on the road, will ping it over end of play tmrw.", "2026-09-24"),
    ("2026-09-10", "We'll get it to you within the fortnight.", "2026-09-24"),
    (
        "2026-06-30",
        "To show there are no hard feelings we're paying you on Bastille Day!",
        "2026-07-14",
    ),
    ("2026-12-10", "We'll pay you on Boxing Day.", "2026-12-26"),
    (
        "2026-02-05",
        "Il passe dans la campagne du vendredi 27 février. La réunion, elle, reste fixée au 11.",
        "2026-02-27",
    ),
    ("2026-05-28", "La moitié a été payée hier, l'autre moitié arrivera le 15 juin.", "2026-06-15"),
    (
        "2026-10-08",
        "Je vous ai viré 150 ce matin et je vous envoie les 150 restants le 15.",
        "2026-10-15",
    ),
    ("2026-09-15", "Le 25 c'est réglé.", "2026-09-25"),
    ("2026-09-15", "Fin septembre c'est réglé.", "2026-09-30"),
    ("2026-09-15", "vir fait sous 48h", "2026-09-17"),
)
NO_DAYS = (
    ("2026-10-08", "J'ai viré 150 hier, vous l'aurez le 10 octobre.", ""),
    ("2026-10-08", "La totalité a été virée hier, elle arrivera le 10 octobre.", ""),
    ("2026-09-15", "Le 12 c'est réglé depuis longtemps.", ""),
    ("2026-09-15", "Le 1er c'est payé, regardez votre compte.", ""),
    ("2026-09-15", "Le virement a été fait dans les délais.", ""),
    ("2026-09-15", "I'm back on Monday when the school opens.", ""),
    ("2026-09-15", "La réunion reste fixée au 25.", ""),
)


SUMS = (
    ("J'avais écrit que les 684 € partiraient le 5 ; finalement ce sera le 20.", "684"),
    ("Vous avez écrit pour les 1240,50 euros donc oui je m'en occupe le 20.", "1240.50"),
    ("Il ne savait pas qu'il vous devait 683 euros. Il vous paiera le 20.", "683"),
    ("Deux cent douze euros soixante, c'est ça ? Bref, le 20 je vous vire ça.", "212.60"),
    ("J'ai payé 684 € le 2. Le reste le 20.", None),
)


@pytest.mark.parametrize(("text", "amount"), SUMS)
def test_the_sum_is_the_one_that_the_letter_names(text: str, amount: str | None) -> None:
    assert_promised(datetime.fromisoformat("2026-06-09T10:00:00+02:00"), text, "2026-06-20", amount)


@pytest.mark.parametrize(("said", "text", "days"), [*DAYS, *NO_DAYS])
def test_the_day_is_the_payments(said: str, text: str, days: str) -> None:
    assert_promised(datetime.fromisoformat(f"{said}T10:00:00+02:00"), text, days, ANY)
