"""How French people say on which day they pay: spans, occasions, corrections, other days beside."""

from datetime import datetime
from decimal import Decimal

import pytest

from relance_mailer.reading.understand import read_text

THURSDAY = "2026-10-29T10:12:00+01:00"

SAID = (
    (
        THURSDAY,
        "Bonjour, votre dossier est passé en compta ce matin, le virement devrait quitter notre"
        " banque mardi.",
        "2026-11-03",
        None,
    ),
    (
        THURSDAY,
        "Je viens de voir avec ma comptable : elle vous règle ça au plus tard le 12.",
        "2026-11-12",
        None,
    ),
    (THURSDAY, "Pas de souci, ce sera soldé pour la mi-novembre.", "2026-11-15", None),
    (THURSDAY, "On solde tout d'ici une dizaine de jours, promis.", "2026-11-08", None),
    (THURSDAY, "Le règlement part par LCR à échéance du 15 décembre.", "2026-12-15", None),
    (
        THURSDAY,
        "Nous avons prévu de vous payer sur la première semaine de novembre.",
        "2026-11-06",
        None,
    ),
    (
        THURSDAY,
        "Je vous fais un chèque lundi en huit, je suis en déplacement d'ici là.",
        "2026-11-09",
        None,
    ),
    (
        THURSDAY,
        "Comptez sur un virement dans la seconde quinzaine de novembre.",
        "2026-11-30",
        None,
    ),
    (THURSDAY, "Vous serez crédités courant semaine 46.", "2026-11-13", None),
    (
        THURSDAY,
        "Notre prochaine échéance fournisseurs est le 10/11, la facture y figure.",
        "2026-11-10",
        None,
    ),
    (
        THURSDAY,
        "Vous pouvez compter dessus pour mercredi 4 novembre au plus tard.",
        "2026-11-04",
        None,
    ),
    (THURSDAY, "Paiement calé au 25/11/2026 dans notre outil.", "2026-11-25", None),
    (
        THURSDAY,
        "Le virement a été saisi ce jour pour une exécution le 3 novembre.",
        "2026-11-03",
        None,
    ),
    (
        THURSDAY,
        "Je règle en début de mois prochain, dès que j'ai touché mes commissions.",
        "2026-11-02",
        None,
    ),
    (
        THURSDAY,
        "Je vous verse la moitié tout de suite et l'autre moitié fin novembre.",
        "2026-10-29 2026-11-30",
        None,
    ),
    (
        THURSDAY,
        "Ma trésorerie se reconstitue, je vous propose rien, je m'engage : tout sera réglé le"
        " vendredi 13 novembre.",
        "2026-11-13",
        None,
    ),
    (THURSDAY, "Désolé pour l'attente. Chèque posté demain.", "2026-10-30", None),
    (
        THURSDAY,
        "Le paiement était prévu pour le 30/10, il est décalé au 6 novembre.",
        "2026-11-06",
        None,
    ),
    (THURSDAY, "J'avais dit le 5, ce sera plutôt le 9, désolé.", "2026-11-09", None),
    (
        THURSDAY,
        "Contrairement à ce que je vous ai indiqué hier, ce n'est pas le 4 mais le 11 novembre"
        " que le virement partira.",
        "2026-11-11",
        None,
    ),
    (
        THURSDAY,
        "Nous payons le 15 de chaque mois : votre facture sera donc réglée le 15 novembre.",
        "2026-11-15",
        None,
    ),
    (
        THURSDAY,
        "Nos fournisseurs sont réglés le dernier vendredi du mois, vous serez donc payés le 27"
        " novembre.",
        "2026-11-27",
        None,
    ),
    (
        THURSDAY,
        "Nos fournisseurs sont réglés tous les derniers jeudis du mois, donc pour vous ce sera le"
        " 26.",
        "2026-11-26",
        None,
    ),
    (
        THURSDAY,
        "Bien reçu votre relance du 26 octobre. Le règlement vous parviendra le 5 novembre.",
        "2026-11-05",
        None,
    ),
    (
        THURSDAY,
        "La facture du 15 septembre, échue depuis le 15 octobre, sera payée lundi.",
        "2026-11-02",
        None,
    ),
    (
        THURSDAY,
        "Suite à votre courrier daté du 20 octobre, nous procéderons au paiement le 10 novembre"
        " prochain.",
        "2026-11-10",
        None,
    ),
    (
        THURSDAY,
        "Le comptable rentre de congés le 2 novembre et fera le virement le 4.",
        "2026-11-04",
        None,
    ),
    (
        THURSDAY,
        "Je suis absent jusqu'au 6, je ferai le virement à mon retour, le 9.",
        "2026-11-09",
        None,
    ),
    (
        THURSDAY,
        "Notre conseil d'administration se réunit le 5 ; le règlement suivra le 12.",
        "2026-11-12",
        None,
    ),
    (
        THURSDAY,
        "On attend une subvention le 15 novembre, on vous paie dans la foulée, le 18.",
        "2026-11-18",
        None,
    ),
    (THURSDAY, "La paie tombe le 5, je vous vire la somme le lendemain.", "2026-11-06", None),
    (
        THURSDAY,
        "Je touche mon salaire le 28 novembre donc je vous règle le 30.",
        "2026-11-30",
        None,
    ),
    (
        THURSDAY,
        "Notre client nous paie le 10 novembre et nous vous réglons le 13.",
        "2026-11-13",
        None,
    ),
    (THURSDAY, "ok c bon jvous fé le virement dem1", "2026-10-30", None),
    (THURSDAY, "slt, jpaye le 3 sans faute", "2026-11-03", None),
    (THURSDAY, "vs aurez largent mardi max", "2026-11-03", None),
    (THURSDAY, "vir. mer. 4/11", "2026-11-04", None),
    (THURSDAY, "RAS, c'est planifié pour S46.", "2026-11-13", None),
    (THURSDAY, "Paiement S47 comme prévu.", "2026-11-20", None),
    (THURSDAY, "Ce sera fait avant la fin de la semaine prochaine.", "2026-11-06", None),
    (THURSDAY, "Le nécessaire sera fait pour un règlement sous 8 jours.", "2026-11-06", None),
    (THURSDAY, "Règlement sous 72h.", "2026-11-01", None),
    (THURSDAY, "Virement sous 48 heures ouvrées.", "2026-11-02", None),
    (THURSDAY, "Nous nous engageons à régulariser sous cinq jours ouvrés.", "2026-11-05", None),
    (THURSDAY, "Nous réglerons dans les quinze jours.", "2026-11-13", None),
    (THURSDAY, "Dans un délai de trois semaines vous aurez la totalité.", "2026-11-19", None),
    (THURSDAY, "Je vous demande de patienter, tout sera payé d'ici un mois.", "2026-11-29", None),
    (
        THURSDAY,
        "Je paierai le tout avant les vacances de Noël, disons le 18 décembre.",
        "2026-12-18",
        None,
    ),
    (THURSDAY, "À la Toussaint je vous règle, parole.", "2026-11-01", None),
    (THURSDAY, "Le virement sera fait pour la Saint-Nicolas, le 6 décembre.", "2026-12-06", None),
    (THURSDAY, "Après les fêtes, vers le 10 janvier, je solde.", "2027-01-10", None),
    (THURSDAY, "On règle ça le lundi qui suit la Toussaint.", "2026-11-02", None),
    (THURSDAY, "Le règlement aura lieu le 1er jour ouvré de novembre.", "2026-11-02", None),
    (
        THURSDAY,
        "Notre prochain train de virements part le 12 novembre, vous êtes dedans.",
        "2026-11-12",
        None,
    ),
    (THURSDAY, "Vous êtes sur le lot du 20 novembre.", "2026-11-20", None),
    (
        THURSDAY,
        "Votre facture est en signature, elle partira au paiement de mercredi prochain.",
        "2026-11-04",
        None,
    ),
    (THURSDAY, "Je vous l'apporte en main propre samedi matin.", "2026-10-31", None),
    (THURSDAY, "Je passe chez vous mardi avec le chèque.", "2026-11-03", None),
    (
        THURSDAY,
        "Un premier chèque de 300 € partira le 5, un deuxième de 250 € le 19 et un dernier de 180"
        " € le 3 décembre.",
        "2026-11-05 2026-11-19 2026-12-03",
        "730.00",
    ),
    (
        THURSDAY,
        "Voici ce que je peux tenir : 200 le 10/11, 200 le 10/12 et le solde le 10/01.",
        "2026-11-10 2026-12-10 2027-01-10",
        "400.00",
    ),
    (
        THURSDAY,
        "J'effectuerai trois virements : les 5, 15 et 25 novembre.",
        "2026-11-05 2026-11-15 2026-11-25",
        None,
    ),
    (
        THURSDAY,
        "La moitié partira le 6 et le reste la semaine suivante.",
        "2026-11-06 2026-11-13",
        None,
    ),
    (
        THURSDAY,
        "Premier règlement le 2 novembre, le second un mois plus tard.",
        "2026-11-02 2026-12-02",
        None,
    ),
    (
        THURSDAY,
        "Le premier tiers lundi, le deuxième le lundi suivant et le dernier le 23.",
        "2026-11-02 2026-11-09 2026-11-23",
        None,
    ),
    (
        THURSDAY,
        "Paiement en deux fois sans discussion : 50 % au 15 novembre, 50 % au 15 décembre.",
        "2026-11-15 2026-12-15",
        None,
    ),
    (
        THURSDAY,
        "Acompte de 1 000 € demain, le restant sera viré avant le 20.",
        "2026-10-30 2026-11-20",
        "1000.00",
    ),
    (THURSDAY, "Vous recevrez 450 euros entre le 2 et le 6 novembre.", "2026-11-06", "450.00"),
    (THURSDAY, "Le virement interviendra du 9 au 13 novembre.", "2026-11-13", None),
    (THURSDAY, "Je paie fin de semaine, vendredi ou samedi.", "2026-10-31", None),
    (THURSDAY, "Je règle demain, lundi au plus tard.", "2026-11-02", None),
    (THURSDAY, "Ça part mardi, mercredi si la banque traîne.", "2026-11-04", None),
    (THURSDAY, "Le règlement sera fait cette semaine encore.", "2026-10-30", None),
    (THURSDAY, "Cette semaine c'est mort, mais lundi je fais le virement.", "2026-11-02", None),
    (
        THURSDAY,
        "Pas possible avant le 10, mais le 10 c'est sûr, je vous vire tout.",
        "2026-11-10",
        None,
    ),
    (
        THURSDAY,
        "Impossible pour moi de payer fin octobre, je le ferai le 15 novembre.",
        "2026-11-15",
        None,
    ),
    (
        THURSDAY,
        "Je ne peux pas le 31 ; le 7 novembre en revanche c'est faisable et je le ferai.",
        "2026-11-07",
        None,
    ),
    (
        THURSDAY,
        "Vous demandez un règlement sous huit jours : nous tiendrons ce délai, le virement part"
        " le 4.",
        "2026-11-04",
        None,
    ),
    (THURSDAY, "Vous m'avez laissé jusqu'au 15, je paierai avant, le 12.", "2026-11-12", None),
    (THURSDAY, "C'est noté pour le 15, vous aurez le virement à cette date.", "2026-11-15", None),
    (THURSDAY, "Entendu. Lundi 9, ferme et définitif, je règle la totalité.", "2026-11-09", None),
    (THURSDAY, "Je vous confirme la date du 17 pour le règlement.", "2026-11-17", None),
    (THURSDAY, "Date de paiement prévue : 12/11/2026.", "2026-11-12", None),
    (THURSDAY, "Date prévisionnelle de règlement : 30.11.2026", "2026-11-30", None),
    (THURSDAY, "Statut : validée, mise en paiement le 06/11/26.", "2026-11-06", None),
    (
        THURSDAY,
        "Mandat n° 1542 émis, paiement par le SGC attendu le 18 novembre.",
        "2026-11-18",
        None,
    ),
    (
        THURSDAY,
        "La trésorerie publique mettra en paiement autour du 20 novembre.",
        "2026-11-20",
        None,
    ),
    (
        THURSDAY,
        "Le trésorier de l'association signera le chèque dimanche et il vous sera posté lundi.",
        "2026-11-02",
        None,
    ),
    (THURSDAY, "La trésorière passe le chèque au courrier mercredi.", "2026-11-04", None),
    (THURSDAY, "Mon gérant a donné son accord pour un paiement au 10.", "2026-11-10", None),
    (THURSDAY, "Le BAP est donné, règlement prévu à échéance du 30 novembre.", "2026-11-30", None),
    (
        THURSDAY,
        "Nos conditions étant à 45 jours fin de mois, règlement le 15 décembre.",
        "2026-12-15",
        None,
    ),
    (
        THURSDAY,
        "Je reviens de vacances. Je fais partir les 840 € aujourd'hui même.",
        "2026-10-29",
        "840.00",
    ),
    (
        THURSDAY,
        "Je suis à la banque cet après-midi, je vous fais le virement en même temps.",
        "2026-10-29",
        None,
    ),
    (THURSDAY, "Prélèvement accepté : présentez-le le 5 novembre.", "2026-11-05", None),
    (THURSDAY, "Vous pourrez encaisser le chèque à partir du 10 novembre.", "2026-11-10", None),
    (THURSDAY, "Le chèque est prêt, encaissable le 15.", "2026-11-15", None),
)


@pytest.mark.parametrize(("written_at", "text", "dates", "amount"), SAID)
def test_the_day_of_a_promise_is_found_among_others(
    written_at: str, text: str, dates: str, amount: str | None
) -> None:
    reading = read_text(text, sent_at=datetime.fromisoformat(written_at))
    assert " ".join(on.isoformat() for on in reading.promise_dates) == dates
    assert reading.promised_amount == (None if amount is None else Decimal(amount))
