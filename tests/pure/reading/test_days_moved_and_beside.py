"""Days that are moved, denied, told beside a wage, a feast or a state of things."""

from datetime import datetime

import pytest

from pure.reading.days_said import ANY, assert_promised

ON_THURSDAY = datetime.fromisoformat("2026-01-08T10:00:00+01:00")

DAYS = (
    # One day is denied and another told: the denied one is nobody's.
    ("Vendredi prochain, pas demain : demain je suis sur le toit.", "2026-01-16"),
    ("Je vous vire ça mardi, pas lundi, lundi la banque est fermée.", "2026-01-13"),
    ("Finalement ce ne sera pas le 12 mais le 19 pour le virement.", "2026-01-19"),
    ("finalement ce sera pas le dix mais le douze pour le virement excusez moi", "2026-01-12"),
    (
        "Le virement ne partira pas le 12 comme je vous l'avais écrit, mais jeudi 22 : il manque"
        " une signature.",
        "2026-01-22",
    ),
    ("It won't be Monday as I wrote, but we will pay you on Monday 19 January.", "2026-01-19"),
    # From 8 January, a Thursday: the day behind the next one, feasts that move, the day behind.
    ("I'll pay the Monday after next.", "2026-01-19"),
    ("I'll pay the week after next.", "2026-01-23"),
    ("I get paid on the 25th and will pay you the day after.", "2026-01-26"),
    ("The boss signs on Wednesday and we pay the next day.", "2026-01-15"),
    ("I'll pay on Easter Monday.", "2026-04-06"),
    # Paid together with something else, which is no other creditor's day.
    ("vs aurez les 890 en mm tps ke la paie des gars le 28", "2026-01-28"),
    ("slt on regle fin du mois en mm temps ke les salaires dsl", "2026-01-31"),
    ("Je vous paie le 15, en même temps que le loyer.", "2026-01-15"),
    ("On règle votre facture le 20 en même temps que l'URSSAF.", "2026-01-20"),
    ("La facture (plaids, 530 €) : je la règle le 31 janvier avec le loyer.", "2026-01-31"),
    ("We'll pay you on the 30th, at the same time as the wages.", "2026-01-30"),
    (
        "Notre comptable prépare la paie le 5 février et fait les fournisseurs le même jour :"
        " vous serez réglés avec les filles.",
        "2026-02-05",
    ),
    # What day it is, and what feast, says nothing of the payment.
    (
        "Nous sommes jeudi, la campagne de demain est déjà close, ce sera celle de vendredi"
        " prochain : 2 184,60 €.",
        "2026-01-16",
    ),
    ("On est jeudi, je fais votre virement lundi.", "2026-01-12"),
    ("Demain c'est l'anniversaire du petit, je vous règle vendredi 23 janvier.", "2026-01-23"),
    ("Demain c'est férié, je vous règle vendredi 23 janvier.", "2026-01-23"),
    ("Les soldes démarrent demain, votre virement part mercredi.", "2026-01-14"),
    (
        "Il me reste 310 € à vous verser, ce sera fait mardi. La troupe part à Bruxelles demain.",
        "2026-01-13",
    ),
    # A run of next Friday is no run gone by, whatever was done before.
    (
        "La facture, validée hier par notre direction après le contrôle d'usage, figure désormais"
        " dans la campagne de règlement de vendredi prochain.",
        "2026-01-16",
    ),
    ("Elle a été visée ce matin et passe dans le lot de vendredi en huit.", "2026-01-16"),
    (
        "Nous avons obtenu du directeur financier qu'elle soit intégrée à l'échéance de fin"
        " janvier.",
        "2026-01-31",
    ),
    ("J'ai fait en sorte que vous soyez réglés le 20.", "2026-01-20"),
    # Saints' days and English feasts, however they are led in.
    ("Je vous vire 1 200 € le jour de la Saint-Valentin.", "2026-02-14"),
    ("It'll go out on St Patrick's Day.", "2026-03-17"),
    ("You will have the payment by St. Patrick's Day.", "2026-03-17"),
    ("Le reliquat, 1 120 euros, vous l'aurez à la Chandeleur, le 2 février.", "2026-02-02"),
    ("À la Saint-Joseph je vous paie.", "2026-03-19"),
    # A day of a week that comes.
    ("You'll have the transfer by Friday of next week at the latest.", "2026-01-16"),
    ("Payment will go out on the Tuesday of next week.", "2026-01-13"),
    ("je vous vire ca ds la semaine", "2026-01-09"),
    ("cv partir ds huitaine", "2026-01-16"),
    ("je vous regle ss quinzaine", "2026-01-23"),
    ("Programmé en semaine 3, je viens de le vérifier à l'écran.", "2026-01-16"),
    ("Nouveau créneau, ferme celui-là : semaine 5.", "2026-01-30"),
    ("je vous fais le virement sous huitaine le temps que ma femme rentre", "2026-01-16"),
    ("c'est mon mari qui fait les virements il les fait la semaine prochaine", "2026-01-16"),
    ("Je vous confirme que le virement est fait en début de semaine prochaine.", "2026-01-12"),
    ("ill have it paid to you in a fortnight", "2026-01-22"),
    ("The only day we pay is the second Thursday. So 12 February it is.", "2026-02-12"),
    # Whoever is back pays first of all.
    (
        "Je m'en occupe donc à mon retour le 26 janvier, c'est le premier virement que je ferai.",
        "2026-01-26",
    ),
    ("Le comptable public nous a confirmé qu'il la payait le 20 janvier.", "2026-01-20"),
    ("I have instructed our bank for Monday 2 February.", "2026-02-02"),
    ("Payment is released for Friday 16 January.", "2026-01-16"),
    ("I shall see that it is paid by the 27th.", "2026-01-27"),
    # A day of a week that is told before, a saint's, a fortnight as English counts it.
    (
        "Son échéance a été portée à la semaine 5. Le virement sera exécuté au cours de cette"
        " semaine-là.",
        "2026-01-30",
    ),
    ("Relance du 3 bien reçue, paiement au 31.", "2026-01-31"),
    (
        "Je vous avais dit le 4 et le 4 est passé. Je vous fais vos 675 € le 29, puisque c'est ce"
        " jour-là que je règle mon fermage.",
        "2026-01-29",
    ),
    ("Tuesday fortnight for the payment.", "2026-01-27"),
    (
        "Demain c'est la Saint-Guillaume et vendredi c'est la Chandeleur, je vous règle mardi 20"
        " janvier.",
        "2026-01-20",
    ),
    ("Je vous fais vos 675,30 € le 14 février, à la Saint-Valentin.", "2026-02-14"),
    (
        "je vous fais le virement sous huitaine le temps que ma femme rentre elle a les codes"
        " voilà merci",
        "2026-01-16",
    ),
    (
        "on a bien tout reçu c'est mon mari qui fait les virements il les fait la semaine"
        " prochaine comme d'habitude",
        "2026-01-16",
    ),
    (
        "je vous verse six cents euros vendredi 16 et puis le restant avant la fin du mois de"
        " février dernier délai",
        "2026-01-16 2026-02-28",
    ),
    (
        "Je vous envoie 500 € le 20 janvier pour vous montrer que je ne suis pas parti aux"
        " Bahamas.",
        "2026-01-20",
    ),
    (
        "alors je vous paie en deux fois c'est décidé cinq cents euros le dix février et cinq"
        " cents le vingt-quatre",
        "2026-02-10 2026-02-24",
    ),
    (
        "Il ne reste pas lourd à la fin de la semaine. La facture sera réglée à la fin du mois.",
        "2026-01-31",
    ),
    (
        "Je vous avais dit le 6 et je n'ai pas tenu parole. Le 5 au soir j'étais prête à valider"
        " le virement. Finalement ce sera le 21.",
        "2026-01-21",
    ),
    (
        "deux cent cinquante lundi prochain deux cent cinquante le lundi d'après et le reste le"
        " 26 janvier c'est programmé",
        "2026-01-12 2026-01-19 2026-01-26",
    ),
)

NONE = (
    # No calendar day is pledged: it hangs on what we send.
    "Envoyez-moi votre RIB et je vous vire ça tout de suite.",
    "Renvoyez la facture et je la règle dans l'heure.",
    "Send me your bank details and I'll pay it right away.",
    # The old word is taken back.
    "Je vous avais écrit que ce serait réglé pour le 17, je retire ce que j'ai dit.",
    "Le virement annoncé pour vendredi ne partira pas, oubliez cette date.",
    "Je vous avais promis le règlement pour le 20, et pour une fois j'ai tenu parole, virement"
    " instantané lundi.",
    "Vous l'aurez à la Saint-Glinglin.",
    # Gone already.
    "la LCR au 31 décembre a bien été honorée, je viens de vérifier, débit du 31.",
    "cheque donné au livreur mardi",
    "Votre mail est arrivé quatre heures après mon virement. La banque dit que vous l'aurez"
    " demain.",
)


@pytest.mark.parametrize("text, days", DAYS, ids=[text[:40] for text, _ in DAYS])
def test_days_moved_and_told_beside_others(text: str, days: str) -> None:
    assert_promised(ON_THURSDAY, text, days, ANY)


@pytest.mark.parametrize("text", NONE, ids=[text[:40] for text in NONE])
def test_no_day_where_none_is_pledged(text: str) -> None:
    assert_promised(ON_THURSDAY, text, "", ANY)
