"""Grounds said in passing beside a promise or a payment: a human sees each of them."""

from datetime import UTC, datetime

import pytest

from pure.reading.plain_mail import outcome_of_words
from pure.reading.signs_shown import signs_shown
from relance_mailer.reading.said_in_passing import LEAVES, SIGNS, TAKES
from relance_mailer.words import Outcome

AGREED = (
    "on avait dit 850 avec Bruno, pas 920, mais bon, je vire vendredi",
    "On s'était mis d'accord sur 850, vous facturez 920, je vire vendredi.",
    "Le prix convenu c'était 400, je vois 460, bref, virement lundi.",
    "Bruno m'avait dit 850, c'est 920 sur la facture, je règle vendredi.",
    "Votre collègue nous avait annoncé 1200 et on en est à 1350, virement le 30.",
    "C'était 300 au téléphone, 340 sur le papier, tant pis je paie lundi.",
    "J'avais compris 50 de l'heure et c'est 60, je vire demain.",
    "Normalement c'était 700 tout compris, je paie quand même les 780 vendredi.",
    "Entre nous c'était 90 le mètre, pas 105, mais je règle vendredi.",
    "Le devis signé disait 2000, la facture dit 2200. Virement lundi.",
    "850 qu'on avait dit, pas 920 ! Enfin, je fais le virement vendredi.",
    "Avec votre patron on s'était tapé dans la main à 1200, là je vois 1350, virement lundi.",
    "Au départ on parlait de 45 la pièce, me voilà avec 52, je règle vendredi.",
    "Notre accord verbal portait sur 2000, vous m'en comptez 2300, virement le 30.",
    "On avait topé à 600, pas 680, mais passons, je paie demain.",
    "Mon mari a retenu 75 et je lis 90, bon, ça part vendredi.",
    "Paul m'a assuré 300 tout rond, j'en paie 340, c'est la vie, vendredi.",
)
RECURRING = (
    "c'est la troisième fois que le portail s'arrête, je vous règle lundi quand même",
    "La porte se rebloque une fois par semaine, virement vendredi.",
    "Encore une panne ce matin, la quatrième, je paie lundi.",
    "Le chauffage retombe toujours en panne, virement fait quand même.",
    "Deuxième fois en un mois que la pompe s'arrête, je règle vendredi.",
    "Ça s'arrête tous les deux jours votre machine, je vous paie le 30.",
    "La clim recommence à faire des siennes, je vire lundi.",
    "Rebelote, le volet est coincé, je règle vendredi.",
    "C'est la deuxième fois cette année que la chaudière nous lâche, virement le 5.",
    "Le logiciel replante à chaque mise à jour, mais je paie vendredi.",
    "La barrière ne se lève plus une fois sur deux, règlement vendredi.",
    "Le monte-charge est encore bloqué, comme en mars et en juin, virement vendredi.",
    "Toutes les semaines le portail se met en sécurité, je règle lundi.",
    "Votre machine tombe en rade un jour sur trois, ça ne m'empêche pas de payer vendredi.",
    "L'alarme se déclenche pour rien toutes les nuits, je vire demain.",
    "Le four s'éteint dès qu'on le pousse, c'est fait vendredi.",
    "La pompe nous a encore lâchés dimanche, règlement demain.",
)
FLAWED = (
    "la table a une fente mais ça donne du charme, virement fait",
    "Le plan de travail est rayé mais on s'y fera, je vire vendredi.",
    "Il y a une bosse sur la porte, pas grave, virement fait.",
    "Le meuble a un coin écorné, bon, je règle lundi.",
    "Le miroir a une petite griffe, tant pis, payé ce matin.",
    "Le canapé est un peu plus foncé que sur la photo, virement parti.",
    "Une des chaises boite un peu, c'est rigolo, je paie vendredi.",
    "Le carrelage a deux éclats, ça fait ancien, virement lundi.",
    "Un tiroir ferme mal, on vivra avec, virement fait hier.",
    "La tasse est ébréchée, je la garde pour moi, virement vendredi.",
    "Le tissu a un accroc, on a mis un coussin dessus, c'est payé.",
    "Le bois a travaillé, il y a un jour entre deux planches, c'est rustique, je vire lundi.",
    "Le vernis s'est écaillé dans un coin, on le cache avec une plante, virement fait.",
    "Une poignée est montée à l'envers, ça nous fait rire, je paie vendredi.",
    "Il manque une vis, j'en ai trouvé une, c'est réglé.",
    "La couleur n'est pas tout à fait la même, on s'habitue, virement vendredi.",
    "La nappe est arrivée avec une tache, je la retourne, payé ce matin.",
)
OPEN_REST = (
    "je vous paie une partie, le reste quand je pourrai",
    "Je vous fais 200 vendredi, le reste plus tard.",
    "Je verse un acompte lundi, la suite dès que possible.",
    "Je mets 100 vendredi et le solde quand ça ira mieux.",
    "Je vous règle la moitié vendredi, pour l'autre on verra.",
    "Virement de 300 ce jour, le restant quand j'aurai des rentrées.",
    "Je peux payer 150 lundi, le complément au fur et à mesure.",
    "Je paie ce que je peux vendredi, le reste suivra un jour.",
    "Une partie part demain. Le reste, je ne sais pas encore quand.",
    "Je commence par 80 vendredi, après je verrai pour le reste.",
    "Voilà déjà 50 euros virés ce matin, le reste dès que j'ai mieux.",
    "Voici un premier morceau vendredi, pour la suite je vous redirai.",
    "Je vous envoie ce que j'ai, soit 80 euros vendredi, et le reste à l'occasion.",
    "100 vendredi, et après on avise.",
    "Un bout demain, un autre bout quand la saison reprend.",
    "Je lâche 200 ce soir, pour le solde laissez-moi souffler.",
    "Je peux faire 50 vendredi, le restant au compte-gouttes.",
)
UNKNOWN_CHARGE = (
    "les 60 de rappel je ne vois pas d'où ça sort, le reste part demain",
    "Je ne sais pas d'où viennent les 40 euros de plus, virement vendredi.",
    "C'est quoi les 15 euros en bas, je règle le reste vendredi.",
    "Les frais de dossier, aucune idée de ce que c'est, virement lundi.",
    "Je ne retrouve pas à quoi correspond la ligne de 35 euros, je paie vendredi.",
    "Personne ne m'a parlé de ces 25 euros, je vire vendredi.",
    "Vos 12 euros de gestion sortent de nulle part, je règle lundi.",
    "D'où sortent ces 60 euros ? Virement vendredi.",
    "Première nouvelle pour les 90 de déplacement, je règle lundi.",
    "Les pénalités je ne les comprends pas, le principal part vendredi.",
    "Je me demande ce que sont les 45 de mise en service, virement demain.",
    'La ligne "divers" à 35, mystère, mais je paie vendredi.',
    "À quoi servent les 18 euros de dossier, ça je l'ignore, virement lundi.",
    "Les 22 euros d'écotaxe, on ne m'en avait pas soufflé mot, je règle demain.",
    "Je n'ai pas la moindre idée de ce que sont ces 50, virement vendredi.",
    "Votre supplément week-end, inconnu au bataillon, je règle le reste vendredi.",
    "Ces 30 euros me laissent perplexe, virement demain.",
)
HARMED = (
    "je paie vendredi, juste sous la douche que vos collègues ont posée il y a une flaque",
    "Vos gars ont laissé un trou dans le mur, je règle vendredi.",
    "Depuis le passage du plombier le plafond du dessous est mouillé, virement lundi.",
    "Il y a de l'eau par terre sous le lavabo que vous avez changé, je paie vendredi.",
    "Le mur où vous avez posé l'étagère s'effrite, virement vendredi.",
    "Après les travaux le parquet a une marque, je paie lundi.",
    "Sous l'évier que vous avez monté c'est humide, virement vendredi.",
    "Là où vous avez percé ça coule un peu, je règle vendredi.",
    "Le voisin du dessous a une auréole depuis que vous êtes venus, virement lundi.",
    "Vos collègues ont tapé dans la boîte aux lettres en partant, je vire vendredi.",
    "Il y a une rayure sur la porte là où ils sont passés, je règle lundi.",
    "En bougeant le buffet vos deux jeunes ont fait une belle entaille au parquet, je règle lundi.",
    "Le carreau de la porte n'a pas survécu à votre livraison, virement vendredi.",
    "On patauge un peu autour du chauffe-eau que vous venez de poser, je vire lundi.",
    "Le crépi est tombé à l'endroit de la fixation, je règle vendredi.",
    "Depuis que vos hommes sont passés la porte du garage frotte, virement lundi.",
    "Le plombier de chez vous a fendu une dalle, rien de grave, je paie vendredi.",
)
ANOTHER_S = (
    "je règle pour ma soeur, c'est sa dette, virement vendredi",
    "Virement vendredi de ma part, mais c'est leur ardoise.",
    "Je paie pour mon fils lundi, ce n'est pas ma dette.",
    "Je vire vendredi, c'est bien sa dette à elle, je dépanne.",
)
INNOCENT = (
    "On avait dit 850 le 5, les voilà.",
    "On avait dit 200 par mois, pas de souci, le virement part lundi.",
    "Nous avions convenu de 300 euros par mois, le virement de novembre part vendredi.",
    "C'était 640 euros avec le port, je vire vendredi.",
    "C'est la troisième fois que la banque bloque mon virement, je recommence lundi.",
    "C'est la deuxième fois que vous m'écrivez, pardon, je règle vendredi.",
    "C'est la troisième fois que mon ordinateur s'arrête, virement lundi.",
    "C'est la deuxième fois que je vous le promets, cette fois c'est sûr, vendredi.",
    "Mon ordinateur replante tous les matins, virement vendredi.",
    "Ma banque fait encore des siennes, je vire lundi.",
    "Ma voiture est encore tombée en panne, je vous règle vendredi.",
    "Encore une panne d'internet ce matin, le virement part lundi.",
    "Mon dos recommence à faire des siennes, je passe à la banque lundi.",
    "Encore une panne de courant, je fais le virement ce soir.",
    "Ma voiture a une rayure, le garage m'a ruiné, virement lundi.",
    "Le camion a une bosse, l'assurance tarde, je vous paie vendredi.",
    "J'ai un trou dans le budget, je règle le 30.",
    "Il y a un trou dans ma caisse, je vous paie le 30.",
    "J'ai deux trous dans mon planning vendredi, je passe vous payer.",
    "Mon fils a une marque au front, nuit aux urgences, je vire lundi.",
    "Ma comptable a une tache urgente, virement vendredi.",
    "Je vous paie 300 vendredi, le reste le 30.",
    "Je vous règle la moitié vendredi, le solde le 15.",
    "200 vendredi et le reste quand ma paie tombe le 28.",
    "Je paie vendredi, pour le reste tout va bien.",
    "Virement vendredi, après je pars en congés.",
    "Je règle vendredi, ensuite on verra pour la prochaine commande.",
    "Le solde part vendredi, on verra ensemble pour la suite du chantier.",
    "Je passe à la banque puis je vire vendredi.",
    "Je ne sais pas d'où vient le rejet, je refais le virement de 640 euros.",
    "Je ne sais pas pourquoi le virement de 640 euros est revenu, je le refais lundi.",
    "Je ne comprends pas pourquoi ma banque a rejeté, je recommence lundi.",
    "Je ne vois pas comment j'ai pu oublier, je règle les 640 euros vendredi.",
    "Personne ne m'a dit que la facture était là, je règle vendredi.",
    "Je me demande où est passée la lettre, virement vendredi.",
    "Je cherche encore la facture, virement vendredi.",
    "Aucune idée d'où est passé le chèque, je fais un virement de 120 euros demain.",
    "Première nouvelle de cette facture, je règle vendredi.",
    "Vos collègues ont laissé la facture à l'accueil, je paie vendredi.",
    "Vos gars ont laissé le chantier impeccable, je règle vendredi.",
    "Vos techniciens ont fait du beau travail, virement vendredi.",
    "Depuis les travaux tout est parfait, virement vendredi.",
    "Depuis votre passage la fuite est réparée, je règle vendredi.",
    "La douche que vous avez posée est superbe, virement vendredi.",
    "Là où vous avez percé, c'est propre, je paie lundi.",
    "Vos collègues ont tapé à la porte, j'étais sortie, je paie vendredi.",
    "Il y a eu une fuite dans notre local, le virement part lundi.",
    "Le dossier est un peu plus long que prévu, virement vendredi.",
    "La note est un peu plus grande que prévu pour moi, je règle le 30.",
    "La file à la banque est plus longue que prévu, virement demain.",
)


@pytest.mark.parametrize(
    "text",
    [*AGREED, *RECURRING, *FLAWED, *OPEN_REST, *UNKNOWN_CHARGE, *HARMED, *ANOTHER_S],
)
def test_what_is_said_in_passing_stops(text: str) -> None:
    mail = f"Bonjour,\n\n{text}\n\nCordialement,"
    assert outcome_of_words(mail, datetime(2026, 11, 19, 9, tzinfo=UTC)) is Outcome.REVIEW


@pytest.mark.parametrize("text", TAKES)
def test_a_sign_shows(text: str) -> None:
    assert signs_shown(SIGNS, text)


@pytest.mark.parametrize("text", [*INNOCENT, *LEAVES])
def test_the_innocent_show_none(text: str) -> None:
    assert signs_shown(SIGNS, text) == []
