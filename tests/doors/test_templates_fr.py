"""The shipped French templates: every level and answer, every segment, 1 and 7 invoices, sound."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from relance_mailer.adapters.render import MailRenderer
from relance_mailer.dossier.events import Instalment
from relance_mailer.dossier.values import HUMAN_ANSWERS, Answer
from relance_mailer.law.routes import Act
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.lint import faults
from relance_mailer.outward.past import Past
from relance_mailer.outward.sheet import shown
from relance_mailer.ports import Rendered
from relance_mailer.words import Segment
from values.letters import LEVELS, SHIPPED, answer_letter, invoices_of, level_letter, lines_of

RENDERER = MailRenderer((SHIPPED,))
MACHINE_ANSWERS = tuple(answer for answer in Answer if answer not in HUMAN_ANSWERS)
LETTERS = [
    pytest.param(level_letter(template, segment, count), id=f"{template} {segment} {count}")
    for template in LEVELS
    for segment in Segment
    for count in (1, 7)
    if (template, segment) != ("reminder_3", Segment.CONSUMER)
] + [
    pytest.param(
        answer_letter(answer, segment, count, "je vous règle ça"), id=f"{answer} {segment} {count}"
    )
    for answer in MACHINE_ANSWERS
    for segment in Segment
    for count in (1, 7)
]


def sound(letter: Letter) -> Rendered:
    rendered = RENDERER.render(letter)
    found = faults(letter, rendered.text, rendered.html, rendered.subject, rendered.printed)
    assert found == ()
    return rendered


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_chaque_etape_a_son_modele(language: str) -> None:
    wanted = {*LEVELS, *(answer.value for answer in Answer)}
    assert {name for known, name in RENDERER.templates() if known == language} == wanted


@pytest.mark.parametrize("letter", LETTERS)
def test_chaque_lettre_livree_passe_les_regles(letter: Letter) -> None:
    rendered = sound(letter)
    assert rendered.subject.endswith(letter.mark)
    assert "  " not in rendered.subject
    assert " ." not in rendered.text
    # A word glued to the next one is what a forgotten blank of a template leaves.
    assert not re.search(r"\d{4}[a-zà-ÿ]|[a-zà-ÿ][,;:.][A-Za-zà-ÿ]{3,} ", rendered.text)


@pytest.mark.parametrize("letter", LETTERS)
def test_texte_et_html_disent_la_meme_chose(letter: Letter) -> None:
    rendered = RENDERER.render(letter)
    in_text, in_html = set(words(rendered.text)), set(words(shown(rendered.html)))
    table = set(
        words("Facture Échéance Montant TTC Reste dû du Total restant Principal Jours retard")
    )
    table |= set(
        words("jours de échéance reste Indemnité Indemnités indemnité forfaitaire Pénalités")
    )
    table |= set(words("pénalités intérêts moratoires Intérêts à"))
    assert (in_text ^ in_html) - table == set()


@pytest.mark.parametrize("letter", LETTERS)
def test_en_cinq_lignes_on_sait_quoi_payer_et_pour_quand(letter: Letter) -> None:
    if letter.deadline_on is None or letter.template == "formal_notice":
        return
    top = [line for line in RENDERER.render(letter).text.splitlines() if line][:5]
    assert any("au plus tard" in line and "€" in line for line in top)


SUBJECTS = [
    (
        "pre_due",
        Segment.SME,
        1,
        "Facture FA2026-0871 – 1 834,20 € à échéance le 30/09/2026 : "
        "passage en paiement à confirmer",
    ),
    (
        "reminder_1",
        Segment.SME,
        1,
        "Facture FA2026-0871 échue le 03/08/2026 – 1 834,20 € : date de règlement ?",
    ),
    ("reminder_1", Segment.SME, 7, "7 factures échues – 16 936,20 € : date de règlement ?"),
    (
        "reminder_1",
        Segment.PUBLIC,
        1,
        "Facture FA2026-0871 – dépôt CPP-880412 du 04/07/2026 – "
        "délai de paiement expiré le 03/08/2026",
    ),
    ("reminder_1", Segment.CONSUMER, 1, "Votre commande W-550 – règlement attendu le 12/10/2026"),
    (
        "reminder_2",
        Segment.SME,
        7,
        "2e relance – 16 936,20 € échus – règlement attendu le 20/10/2026",
    ),
    (
        "reminder_3",
        Segment.SME,
        1,
        "Relance avant mise en demeure – 1 923,43 € – décision attendue le 28/10/2026",
    ),
    (
        "formal_notice",
        Segment.SME,
        1,
        "Mise en demeure de payer – 1 928,41 € – échéance du 10/11/2026",
    ),
]


@pytest.mark.parametrize("template, segment, count, expected", SUBJECTS)
def test_l_objet_suit_le_modele_du_niveau(
    template: str, segment: Segment, count: int, expected: str
) -> None:
    letter = level_letter(template, segment, count)
    subject = RENDERER.render(letter).subject
    assert re.sub(r"\s", " ", subject) == f"{expected} {letter.mark}"


@pytest.mark.parametrize("template", ["reminder_1", "reminder_2", "formal_notice"])
def test_l_objet_ne_dit_pas_la_dette_d_un_consommateur(template: str) -> None:
    assert "€" not in RENDERER.render(level_letter(template, Segment.CONSUMER, 7)).subject


def test_la_mise_en_demeure_par_courriel_ne_parle_pas_de_recommande() -> None:
    for template in ("reminder_3", "formal_notice"):
        rendered = RENDERER.render(level_letter(template))
        assert "recommandé" not in rendered.text + rendered.subject


def test_la_copie_d_une_lettre_postee_le_dit() -> None:
    letter = replace(
        level_letter("formal_notice"), copy_of_posted=True, posted_on=date(2026, 10, 29)
    )
    rendered = sound(letter)
    assert "l'original vous est adressé en recommandé" in rendered.text
    assert "(copie du recommandé)" in rendered.subject
    announced = replace(level_letter("reminder_3"), next_registered=True)
    assert "en recommandé avec avis de réception." in sound(announced).text


def test_une_promesse_rompue_est_citee_avec_ses_dates() -> None:
    past = Past(on=date(2026, 10, 2), what="promise_broken", promised_on=date(2026, 10, 9))
    rendered = sound(replace(level_letter("reminder_2"), past=past))
    assert rendered.subject.startswith("Engagement du 02/10/2026 non tenu – ")
    assert (
        "Votre message du 2 octobre 2026 annonçait un règlement pour le 9 octobre" in rendered.text
    )


def test_l_ecrit_d_un_collegue_est_cite_avec_son_nom() -> None:
    past = Past(
        on=date(2026, 10, 8), what="message", who="Yann Le Bris", words="je m'en occupe rapidement"
    )
    text = sound(replace(level_letter("reminder_2"), past=past)).text
    quoted = "Le 8 octobre 2026, Yann Le Bris nous a écrit : « je m'en occupe rapidement »."
    assert quoted in text.replace("\u00a0", " ")


def test_un_echeancier_promis_est_confirme_ligne_a_ligne() -> None:
    letter = replace(
        answer_letter(Answer.PROMISE_CONFIRMATION),
        instalments=(
            Instalment(due_on=date(2026, 10, 16), amount=Decimal("800.00")),
            Instalment(due_on=date(2026, 10, 30), amount=Decimal("1034.20")),
        ),
    )
    text = sound(letter).text.replace("\u00a0", " ").replace("\u202f", " ")
    assert "- Règlement de 800,00 € le vendredi 16 octobre 2026." in text
    assert "- Règlement de 1 034,20 € le vendredi 30 octobre 2026." in text


def test_la_seconde_promesse_dit_ce_qui_suit() -> None:
    letter = replace(
        answer_letter(Answer.PROMISE_CONFIRMATION),
        announces=Act.FORMAL_NOTICE,
        announced_for_promise=True,
    )
    assert "à l'étape suivante : une mise en demeure de payer." in sound(letter).text.replace(
        "\u00a0", " "
    )


def test_le_decompte_par_facture_et_par_semestre() -> None:
    today = date(2026, 10, 21)
    old = replace(invoices_of(1)[0], due_on=date(2026, 5, 31))
    lines = lines_of((old,), Segment.SME, today, reckoned=True)
    letter = replace(
        level_letter("reminder_3"), lines=lines, interest=lines[0].interest, fees=lines[0].fee
    )
    text = sound(letter).text.replace("\u00a0", " ").replace("\u202f", " ")
    assert "30 jours à 12,15 %, 113 jours à 12,40 %" in text
    assert "1er semestre 2026" in text
    assert "2e semestre 2026" in text
    assert "\n  Indemnité forfaitaire pour frais de recouvrement : 40,00 €\n" in text


def test_sans_suite_configuree_une_personne_decide() -> None:
    letter = replace(level_letter("reminder_1", Segment.ASSOCIATION), announces=None)
    assert "la personne responsable de votre dossier décide" in sound(letter).text


def test_le_merci_dit_ce_qui_reste_ouvert() -> None:
    paid = answer_letter(Answer.THANKS)
    assert "plus aucune somme ne reste due" in sound(paid).text
    open_lines = level_letter("reminder_1").lines
    rest = replace(paid, lines=open_lines, total=open_lines[0].left)
    assert "restent ouverts" in sound(rest).text


@pytest.mark.parametrize("segment", Segment)
def test_le_duplicata_dit_la_situation_l_exigence_et_la_proposition(segment: Segment) -> None:
    letter = answer_letter(Answer.DUPLICATE, segment, 1, "je n'ai pas reçu la facture")
    said = " ".join(sound(letter).text.replace("\u00a0", " ").replace("\u202f", " ").split())
    situation = said.index("Elle est jointe à ce message")
    requirement = said.index("était à régler le")
    proposal = said.index("Vous engagez-vous à régler")
    assert situation < requirement < proposal
    assert "Répondez-moi par oui" in said[proposal:]
    assert "À cette date, je vérifie que le règlement est fait" in said[proposal:]


def plain_blanks(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_deux_reglements_promis_ne_sont_pas_dits_dus_le_premier_jour() -> None:
    letter = replace(
        answer_letter(Answer.PROMISE_CONFIRMATION),
        instalments=(
            Instalment(due_on=date(2026, 10, 16), amount=Decimal("800.00")),
            Instalment(due_on=date(2026, 10, 30), amount=Decimal("1034.20")),
        ),
    )
    rendered = sound(letter)
    assert " : 1 834,20 € en 2 règlements [" in plain_blanks(rendered.subject)
    text = plain_blanks(rendered.text)
    assert "suspendues tant que chaque règlement arrive à sa date" in text
    assert "Le mardi 20 octobre 2026, je vérifie que le premier figure sur notre compte" in text
    assert "suspendues jusqu'au" not in text


@pytest.mark.parametrize(
    ("how", "amount", "said"),
    [
        ("mail", None, "un règlement pour le 9 octobre 2026 ; il ne figure pas sur notre compte."),
        ("mail", Decimal("300.00"), "; à ce jour, 300,00 € figurent sur notre compte."),
        ("plan", None, "; il ne figure pas en totalité sur notre compte."),
    ],
    ids=["rien reçu", "une partie reçue", "un échéancier perdu"],
)
def test_une_promesse_rompue_dit_ce_qui_est_arrive(
    how: str, amount: Decimal | None, said: str
) -> None:
    past = Past(
        on=date(2026, 10, 2),
        what="promise_broken",
        promised_on=date(2026, 10, 9),
        how=how,
        amount=amount,
    )
    assert said in plain_blanks(sound(replace(level_letter("reminder_2"), past=past)).text)


@pytest.mark.parametrize("segment", [Segment.CONSUMER, Segment.SOLE_TRADER])
def test_avant_l_echeance_on_parle_simplement_a_qui_n_a_pas_de_comptabilite(
    segment: Segment,
) -> None:
    text = plain_blanks(sound(level_letter("pre_due", segment)).text)
    assert "L'avez-vous reçue, et son règlement est-il prévu pour cette échéance ?" in text
    assert "programmée" not in text


def test_l_objet_de_la_mise_en_demeure_precede_l_appel() -> None:
    text = plain_blanks(sound(level_letter("formal_notice")).text)
    subject, greeting = "Objet : mise en demeure de payer", "Madame, Monsieur,"
    assert 0 < text.index(subject) < text.index(greeting)
