"""What is set side by side stops: one thing paid and of the other told why not, a sum, a count."""

import pytest

from pure.reading.plain_mail import read_plain_mail
from pure.reading.signs_shown import signs_shown
from relance_mailer.reading.side_by_side import LEAVES, SIGNS, TAKES
from relance_mailer.words import Intent, Kind

STOPS = (
    "Le lot peinture est payé vendredi, le lot sols non.",
    "Pour le 88 j'ai un sérieux doute, le 87 part lundi.",
    "Vous réclamez 900, mais le passage d'octobre était pour mon frère.",
    "La balance du quai en a compté 14.",
    "The timesheet shows 6, payment Friday.",
    "On en compte 9 au quai, virement lundi.",
    "Le cours de jeudi n'a pas eu lieu, virement fin du mois.",
    "La borne ne démarre plus, je règle le 30.",
    "Ce sont nos apprentis qui ont repeint, virement lundi.",
    "Die Lieferung kommt ins Lager, bei der zweiten Rechnung fehlt der Rabatt.",
    "Je suis l'autre Martin de la rue.",
    "Je ne suis plus la trésorière, c'est Odile.",
    "Payment on Friday, then take me off your reminder list.",
    "Vous ferez donc votre procès.",
    "Règlement le 6, sous protestation.",
    "Nous virons 200 € vendredi sans que cela vaille reconnaissance.",
    "L'option assurance, je ne l'ai pas cochée.",
    "Novembre, j'étais déjà chez un concurrent.",
    "Samedi, mais 80 balles pour changer une ampoule, quand même.",
    "Il y a encore du sable depuis votre passage.",
    "Tu devais revenir samedi. Virement lundi.",
    "L'une part le 15. L'autre en revanche je la mets de côté.",
    "La deuxième, on la laisse en suspens pour l'instant.",
    "Le groupe a été repris le dimanche, donc une journée de trop.",
    "Je vois trois palettes en trop sur la seconde.",
    "C'était payé à l'heure, alors que votre collègue parlait d'un forfait.",
)
PASSES = (
    "Le lot peinture est payé, le lot sols non plus n'attendra pas.",
    "Je transmets à mon associé, il va vous répondre dans la semaine.",
    "Votre équipe a été formidable, je règle lundi.",
    "La banque m'a retiré le découvert, je règle lundi.",
    "L'autre, il faut que je demande à mon associé.",
    "Le bon est signé de sa main, la somme part le 30.",
    "Permettez-moi de vous expliquer comment nous payons.",
    "Je n'ai jamais vu passer la facture, merci de la renvoyer.",
    "La mairie était fermée lundi, le mandat part demain.",
    "Notre comptable a fait le virement hier.",
    "Je vous règle les 45 restants le 30.",
    "Voici 300 € pour commencer.",
    "Depuis votre passage tout marche, virement lundi.",
    "Le traiteur avait assuré, le solde part lundi.",
    "Je mets la somme de côté cette semaine, virement vendredi.",
    "J'ai mis votre lettre de côté et je l'ai oubliée.",
)


@pytest.mark.parametrize("text", [*STOPS, *TAKES])
def test_what_is_set_side_by_side_stops(text: str) -> None:
    assert signs_shown(SIGNS, text)


@pytest.mark.parametrize("text", [*PASSES, *LEAVES])
def test_what_sets_nothing_against_anything_passes(text: str) -> None:
    assert signs_shown(SIGNS, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "J'aurais besoin d'un petit délai, si possible jusqu'au 12. Mon salaire tombe ce jour-là.",
        "La visite du 6 n'a jamais eu lieu, le gymnase était fermé ce jour-là.",
        "Merci de ne plus utiliser cette adresse, c'est celle de mon employeur.",
        "C'est plus moi la présidente de l'amicale, elle tient permanence le mardi.",
    ],
)
def test_a_person_who_writes_like_an_absence_note_is_a_person(text: str) -> None:
    assert read_plain_mail(text).kind is Kind.HUMAN


@pytest.mark.parametrize(
    "text",
    [
        "Le mandataire suppléant de la régie vous paiera mercredi au guichet.",
        "La mandataire de l'OCCE a signé hier, 120 euros partent le 6.",
    ],
)
def test_the_agent_of_a_school_or_a_till_is_no_liquidator(text: str) -> None:
    assert Intent.INSOLVENCY not in read_plain_mail(text).intents
