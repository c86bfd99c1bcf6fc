"""Innocent words beside a promise or a payment, and the complaints that have nearly the same."""

from datetime import UTC, datetime

import pytest

from relance_mailer.reading import harmless_signs
from relance_mailer.reading.intents import harmless
from relance_mailer.reading.intents.order import weigh
from relance_mailer.reading.misgivings import misgivings
from relance_mailer.reading.remainder import hides_a_ground
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Intent

DAY = datetime(2026, 3, 10, 9, tzinfo=UTC)
FOR_A_HUMAN = {
    Intent.HOSTILE,
    Intent.REFUSAL,
    Intent.INSOLVENCY,
    Intent.DISPUTE,
    Intent.OPT_OUT,
    Intent.PLAN_REQUEST,
    Intent.QUESTION,
}

INNOCENT = (
    "Je paie vendredi. Merci pour le pare-brise.",
    "Chèque posté mardi. Avec la grève à la Poste ça peut mettre un peu de temps.",
    # Numbers that name a paper.
    "Le bon numéro d'engagement est RS2025-1187 et non 1178. Je règle vendredi.",
    "La facture 1187 et non 1178 est virée depuis lundi.",
    "Je lisais la 0412 et non la 0421, pardon. Le virement part jeudi.",
    "Elle était au centre de coûts 640 au lieu du 460, paiement mercredi.",
    # "L'avoir", to have it.
    "C'est pour l'avoir dans le classeur. Je règle vendredi.",
    "L'avoir sous les yeux m'a fait un choc. Tout sera soldé le 12.",
    "J'étais persuadée de l'avoir payée. Je vire demain.",
    "Je suis confus de ne pas l'avoir réglée plus tôt, virement demain.",
    # Papers that came, papers that lack.
    "Facture rectificative bien reçue et mandatée ce matin. Paiement le 22 mai.",
    "Avoir reçu, merci. Paiement du solde le 20.",
    "J'ai pas le papier de cette facture, tu peux l'envoyer en pdf ?",
    "J'ai que le bon de livraison, pas la facture. Envoyez-la-moi.",
    "Je n'ai pas reçu la facture, seulement le bon de livraison. Envoyez-la-moi.",
    "Je n'ai pas le bordereau sous la main mais c'est parti vendredi.",
    "Merci de la redéposer, nos agents ne sont pas autorisés à corriger une pièce.",
    # One's own people, tools and money.
    "L'ordi a planté ce matin. Je vous paye mercredi.",
    "Le van est tombé en rade sur l'autoroute. Le 25 vous êtes payés.",
    "500 euros à la fin du mois et la suite quand la trésorerie respirera.",
    "La subvention du département n'est pas arrivée. Je règle le 30.",
    "Je n'ai jamais planté un fournisseur en trente ans. Vendredi, par virement.",
    "Je vous règle le 6, mon vieux camion a rendu l'âme.",
    # A dispute that is over, or never was.
    "Le conseil ne conteste évidemment pas cette dette et la paiera le 20.",
    "Le litige avec votre agence est clos depuis mai. Paiement le 20.",
    "Virement le 11, sans réserve ni retenue.",
    "Votre créance a été éteinte par notre règlement du 15 février.",
    # Praise.
    "Vos installateurs sont passés hier, tout est en ordre. Le virement part le 2 avril.",
    "Vos ouvriers ont laissé le chantier impeccable. Je règle lundi.",
    "Votre livreur est passé, tout va bien. Je règle sous quinzaine.",
    "Le facteur n'est pas passé. Le chèque part demain.",
    "On a eu un litige avec notre banque, le virement part lundi.",
    "Je reprends le 18 mars et votre facture sera le premier papier que je paierai.",
    "Rien ne rentre tant que ça n'a pas repris. Je règle le 30 mars.",
    "J'ai tapé un chiffre de travers et l'argent m'est revenu. Je le refais jeudi.",
    "L'adresse de livraison est quai n° 3, merci de la corriger dans votre base. Je règle le 20.",
    "Nos livres font apparaître un solde nul à votre égard. Dernier règlement : 870 € le 25 mars.",
    # Numbers a day, days of the month, questions that want no answer.
    "Nous servons 300 couverts par jour, je vous vire la somme le 18.",
    "La CAF nous verse l'aide le 25 de chaque mois, vous serez réglés le 28.",
    "À qui la faute ? À ma corbeille. Vendredi, 417 euros, sur votre compte.",
    "Comment ne pas vous donner raison ? Versement le 29.",
    "Vous avez vu ce temps ? Je règle jeudi par virement.",
    "Je te paie vendredi. Content ?",
    "Le virement est parti le 2 mars, la banque limite à 1 000 € par jour.",
    "Pas besoin d'échéancier, je paie tout vendredi.",
    "Half went over on Tuesday, didn't it? The other half you'll have on the 28th.",
    "La 0233 a été réglée vendredi dernier, vous pouvez la sortir de votre liste.",
    # Other words with a hard sound.
    "Je ne veux plus voir un chiffre avant lundi. Vous serez payé le 20.",
    "J'ai supprimé votre mail par mégarde, renvoyez donc la facture.",
    "La liquidation de la dépense a été faite, le paiement interviendra le 29.",
    "Je paye, point final ! Virement vendredi.",
    "Ma gamine est malade, je vous règle jeudi.",
)
REAL = (
    "Vous nous avez facturé 1187 et non 1178. Je règle vendredi.",
    "Douze palettes facturées et non dix, je règle vendredi.",
    "Le montant est de 640 € au lieu de 460 €. Paiement mercredi.",
    "Il me faut l'avoir pour les palettes cassées. Je règle vendredi le reste.",
    "J'attends toujours l'avoir promis, je règle vendredi.",
    "Facture rectificative toujours pas reçue, je règlerai quand je l'aurai.",
    "Vous n'étiez pas autorisés à intervenir. Je règle vendredi la première.",
    "Votre machine est tombée en panne. Je paie mercredi.",
    "Le camion que vous avez réparé est tombé en rade. Le 25 vous êtes payés.",
    "Je réglerai quand la chaudière marchera.",
    "La livraison n'est pas arrivée. Je règle le 30.",
    "Votre logiciel a planté trois fois. Je vous paye mercredi.",
    "Le litige avec votre agence n'est pas clos. Paiement le 20 de la première.",
    "Je conteste cette facture et ne paierai que la première, le 20.",
    "Vos installateurs n'ont jamais fini. Le virement part le 2 avril.",
    "Vos ouvriers ont laissé les gravats. Je règle lundi.",
    "Votre livreur a cassé deux assiettes. Je règle sous quinzaine.",
    "Je peux vous verser 300 euros par mois.",
    "Pourquoi me facturez-vous deux fois ? Je règle jeudi la première.",
    "À qui la faute ? À votre transporteur. Je règle vendredi.",
    "Je ne veux plus voir vos mails. Vous serez payé le 20.",
    "La liquidation de la société a été prononcée le 3 mars.",
    "Je ne paierai pas, point final !",
    "Votre technicien n'est pas passé. Le chèque part demain.",
    "Nous sommes en litige avec votre agence, le virement part lundi.",
    "L'avoir de 3 125 € est faux, le solde sera payé au 31 mars.",
    "Vous nous comptez un mois de trop. Je règle le reste jeudi.",
    "Je paierai 100 € par jour de marché.",
    "Merci de me retirer de votre liste. C'est payé.",
    "Merci de corriger le montant, je règle le 20.",
    "Rien ne sera payé tant que la porte n'est pas réparée.",
    "C'est payé depuis longtemps par l'assurance, et puis votre expert avait tort.",
    "Envoyez-moi la facture et le bon de livraison signé, parce que nous on n'a rien eu.",
)


@pytest.mark.parametrize("text", INNOCENT)
def test_no_rule_hears_an_alarm_in_innocent_words(text: str) -> None:
    weighed = weigh(text)
    assert not weighed.intents & FOR_A_HUMAN
    assert misgivings(text, weighed) == ()


@pytest.mark.parametrize("text", REAL)
def test_a_complaint_with_nearly_the_same_words_reaches_a_human(text: str) -> None:
    reading = read_text(text, sent_at=DAY)
    assert reading.doubts or set(reading.intents) & FOR_A_HUMAN


@pytest.mark.parametrize(("intent", "text"), harmless.HARMLESS)
def test_what_the_words_take(intent: Intent, text: str) -> None:
    assert intent not in weigh(text).intents


@pytest.mark.parametrize(("intent", "text"), harmless.REAL)
def test_what_the_words_leave(intent: Intent, text: str) -> None:
    assert intent in weigh(text).intents


@pytest.mark.parametrize("text", harmless_signs.HIDES_NOTHING)
def test_a_sign_within_harmless_words_hides_nothing(text: str) -> None:
    assert misgivings(text, weigh(text)) == ()


@pytest.mark.parametrize("text", harmless_signs.HIDES)
def test_the_same_sign_elsewhere_brings_a_human(text: str) -> None:
    reading = read_text(text, sent_at=DAY)
    assert reading.doubts or set(reading.intents) & FOR_A_HUMAN


@pytest.mark.parametrize(
    "text",
    [
        "Wrong inbox, please write to accounts@client.example.",
        "Paid on 3 March, it went out with the wrong reference. No complaints at all.",
        "Je ne signe aucune facture, écrivez à compta@client.example.",
        "La facture n'a pas franchi notre antispam, merci de la renvoyer en pdf.",
    ],
)
def test_what_is_said_of_the_paper_itself_hides_no_ground(text: str) -> None:
    assert not hides_a_ground(text, weigh(text), dated=False)


@pytest.mark.parametrize(
    "text",
    [
        "Paid on 3 March. The wrong reference of tap came, by the way.",
        "Je ne signe rien pour ce chantier pas fini, écrivez à compta@client.example.",
    ],
)
def test_the_same_words_of_the_goods_hide_one(text: str) -> None:
    weighed = weigh(text)
    assert Intent.DISPUTE in weighed.intents or hides_a_ground(text, weighed, dated=False)
