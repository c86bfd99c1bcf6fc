"""What stands only in words that somebody else wrote, in the forms in which people pass them on."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from relance_mailer.reading.judgement import LEGAL, NEEDS_A_HUMAN
from relance_mailer.reading.message import Reading
from relance_mailer.reading.parse import parse
from relance_mailer.reading.passed_on import DOUBT, Parted, with_what_is_lent
from relance_mailer.reading.understand import understand
from relance_mailer.words import Intent, Kind

HEAD = (
    "From: Anne Durand <anne@durand.example>\nTo: Brezance <relances@brezance.example>\n"
    "Subject: RE: Relance\nDate: Thu, 12 Mar 2026 10:00:00 +0100\nMIME-Version: 1.0\n"
)
LETTER = (
    "De : Brezance <relances@brezance.example>\nEnvoyé : lundi 2 mars 2026 09:04\n"
    "À : anne@durand.example\nObjet : Relance\n\nVotre facture FX-118 reste impayée."
)
SUPPLIER = "Recouvrement Lesage <r.lesage@pneus-lesage.example>"
LIQUIDATOR = "SELARL Dupont <etude@dupont-mj.example>"
INSULT = (
    "Vous êtes des escrocs, bande de voleurs. Allez vous faire foutre, je ne paierai rien.\n"
    "Mon avocat vous assigne lundi."
)
REFUSAL = "Dis-leur qu'on ne paiera pas, point final. Inutile d'insister."


def quoted(text: str) -> str:
    return "".join(f"> {line}\n" for line in text.split("\n"))


FORMS: dict[str, Callable[[str, str], str]] = {
    "Outlook": lambda who, text: (
        f"De : {who}\nEnvoyé : lundi 9 mars 2026 08:02\nÀ : Anne Durand <anne@durand.example>\n"
        f"Objet : dernier avis\n\n{text}"
    ),
    "Outlook en ligne": lambda who, text: (
        f"________________________________\nDe : {who}\nEnvoyé : lundi 9 mars 2026 08:02\n"
        f"À : Anne Durand\nObjet : dernier avis\n\n{text}"
    ),
    "Outlook anglais": lambda who, text: (
        f"From: {who}\nSent: Monday, March 9, 2026 8:02 AM\nTo: Anne <anne@durand.example>\n"
        f"Subject: FW: final notice\n\n{text}"
    ),
    "message d'origine": lambda who, text: (
        f"-----Message d'origine-----\nDe : {who}\nEnvoyé : lundi 9 mars 2026 08:02\n"
        f"À : anne@durand.example\nObjet : dernier avis\n\n{text}"
    ),
    "Gmail": lambda who, text: (
        f"---------- Forwarded message ---------\nDe : {who}\nDate: lun. 9 mars 2026 à 08:02\n"
        f"Subject: dernier avis\nTo: Anne Durand <anne@durand.example>\n\n{text}"
    ),
    "Thunderbird": lambda who, text: (
        "-------- Message transféré --------\nSujet : dernier avis\nDate : Mon, 9 Mar 2026 "
        f"08:02:22 +0100\nDe : {who}\nPour : anne@durand.example\n\n{text}"
    ),
    "Apple": lambda who, text: (
        "Début du message transféré :\n\n"
        + quoted(
            f"De: {who}\nObjet: dernier avis\nDate: 9 mars 2026 à 08:02:22 UTC+1\n"
            f"À: Anne Durand <anne@durand.example>\n\n{text}"
        )
    ),
    "Zimbra": lambda who, text: (
        f'----- Mail transféré -----\nDe: {who}\nÀ: "Anne Durand" <anne@durand.example>\n'
        f"Envoyé: Lundi 9 Mars 2026 08:02:03\nObjet: dernier avis\n\n{text}"
    ),
    "Orange": lambda who, text: quoted(
        f"Message du 09/03/26 08:02\nDe : {who}\nA : anne@durand.example\nCopie à : \n"
        f"Objet : dernier avis\n\n{text}"
    ),
    "Samsung": lambda who, text: (
        f"-------- Message d'origine --------\nDe : {who}\nDate : 09/03/2026  08:02  "
        f"(GMT+01:00)\nÀ : anne@durand.example\nObjet : dernier avis\n\n{text}"
    ),
    "Roundcube": lambda who, text: (
        f"-------- Message original --------\nObjet: dernier avis\nDate: 09-03-2026 08:02\n"
        f"De: {who}\nÀ: anne@durand.example\n\n{text}"
    ),
    "Yahoo, d'un trait": lambda who, text: (
        f"----- Mail transféré -----De : {who}À : anne@durand.exampleEnvoyé : lundi 9 mars 2026 "
        f"à 08:02:03 UTC+1Objet : dernier avis\n\n{text}"
    ),
    "une attribution": lambda who, text: f"Le 9 mars 2026 à 08:02, {who} a écrit :\n\n{text}",
    "une attribution, cité": lambda who, text: (
        f"Le lun. 9 mars 2026 à 08:02, {who} a écrit :\n\n{quoted(text)}"
    ),
    "un tiret, sans en-tête": lambda _, text: f"-------- Message transféré --------\n\n{text}",
}
forms = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)


def read(text: str) -> Reading:
    raw = f"{HEAD}Content-Type: text/plain; charset=utf-8\n\n{text}\n"
    return understand(parse(raw.encode()), own_domains=("brezance.example",))


def is_for_a_human(reading: Reading) -> bool:
    return bool(reading.doubts or not reading.intents or NEEDS_A_HUMAN & set(reading.intents))


@forms
@pytest.mark.parametrize("own", ["C'est réglé chez vous depuis fin février.", "Pour info.", ""])
def test_insults_of_another_house_are_not_the_debtors(
    own: str, form: Callable[[str, str], str]
) -> None:
    reading = read(f"{own}\n\n{form(SUPPLIER, INSULT)}\n\n{LETTER}")
    assert not LEGAL & set(reading.intents)
    assert DOUBT in reading.doubts


@pytest.mark.parametrize(
    "notice",
    [
        "Par jugement du 2 mars 2026, le tribunal de commerce de Lyon a ouvert une procédure de "
        "liquidation judiciaire à l'encontre de la société Durand. Vous avez deux mois pour "
        "déclarer votre créance.\n\nMaître Dupont, liquidateur",
        "La société Durand a été placée en redressement judiciaire. Je suis désigné mandataire.",
        "Jugement d'ouverture de sauvegarde du 2 mars : toute créance antérieure est gelée.",
        "Avis : clôture pour insuffisance d'actif de la SARL Durand, jugement du 2 mars.",
        REFUSAL,
        INSULT,
    ],
    ids=["liquidation", "redressement", "sauvegarde", "clôture", "refus", "insultes"],
)
@pytest.mark.parametrize(
    "own",
    [
        "Voir jugement ci-dessous.",
        "Bien reçu, merci de lire le courrier ci-dessous.",
        "Je vous règle le 30 mars. Ci-dessous le courrier reçu hier.",
        "Facture déjà payée le 3 février par virement. Voir ci-dessous.",
    ],
)
def test_what_is_passed_on_about_the_debtor_reaches_a_human(own: str, notice: str) -> None:
    for form in FORMS.values():
        reading = read(f"Bonjour,\n\n{own}\n\nCordialement\n\n{form(LIQUIDATOR, notice)}")
        assert is_for_a_human(reading), form(LIQUIDATOR, "")
        assert not LEGAL & set(reading.intents)


@pytest.mark.parametrize("name", [name for name in FORMS if name != "un tiret, sans en-tête"])
def test_a_director_answers_through_his_assistant(name: str) -> None:
    """His words count in full where she gives them as the answer (contract §2)."""
    told = FORMS[name]("Yves Durand <y.durand@durand.example>", REFUSAL)
    reading = read(f"Madame, ci-dessous la réponse de notre direction.\n\n{told}\n\n{LETTER}")
    assert (reading.intents, reading.doubts) == ((Intent.REFUSAL,), ())


def test_a_bare_name_is_theirs_where_somebody_of_theirs_is_said_to_answer() -> None:
    told = FORMS["Outlook"]("Yves Lesage", REFUSAL)
    said = read(f"Voici la réponse de notre directeur.\n\n{told}\n\n{LETTER}")
    assert (said.intents, said.doubts) == ((Intent.REFUSAL,), ())
    unsaid = read(f"Voici la réponse de Pneus Lesage.\n\n{told}\n\n{LETTER}")
    assert not LEGAL & set(unsaid.intents)
    assert is_for_a_human(unsaid)


@forms
def test_a_colleague_rants_and_nobody_says_that_it_is_the_answer(
    form: Callable[[str, str], str],
) -> None:
    told = form("Quai <quai@durand.example>", INSULT)
    reading = read(f"Je vous transfère ceci pour information.\n\n{told}\n\n{LETTER}")
    assert not LEGAL & set(reading.intents)
    assert is_for_a_human(reading)


def test_a_customers_promise_is_none_of_the_debtors() -> None:
    told = FORMS["Outlook"]("Batiplus <compta@batiplus.example>", "Nous vous réglons le 30 mars.")
    reading = read(f"Bien reçu, voir ci-dessous.\n\n{told}\n\n{LETTER}")
    assert Intent.PROMISE not in reading.intents
    assert DOUBT in reading.doubts
    assert not reading.promise_dates


def test_the_husbands_promise_from_a_private_address_is_theirs() -> None:
    told = FORMS["Gmail"]("Paul Martin <paul.martin@orange.fr>", "Dis-leur que je vire lundi 16.")
    reading = read(f"Voici la réponse de mon mari.\n\n{told}\n\n{LETTER}")
    assert (reading.intents, reading.doubts) == ((Intent.PROMISE,), ())
    assert [f"{day:%d/%m}" for day in reading.promise_dates] == ["16/03"]


def test_the_banks_notice_still_tells_of_a_payment() -> None:
    told = FORMS["Gmail"](
        "Banque du Port <conseil@port.example>", "Le virement de 1240 € est parti."
    )
    assert Intent.PAID in read(f"Pour info, réponse de notre banque.\n\n{told}").intents


@pytest.mark.parametrize(
    "text",
    [
        "Voilà ce que m'écrit mon bailleur ce matin :\n\nVous êtes un escroc, bande de voleurs, je "
        "vous assigne lundi.\n\nChez vous c'est réglé depuis février.",
        "Je vous colle le mail de notre client, vous comprendrez :\nMadame, la société Batiplus a "
        "été placée en liquidation judiciaire par jugement du 2 mars. Maître Dupont, liquidateur.",
        "Voilà ce que m'a répondu Pneus Lesage : vous êtes des escrocs, bande de voleurs, on vous "
        "assigne.",
        "Le message du bailleur : vous êtes des voleurs, bande d'escrocs, on vous assigne.",
        "Le message de notre bailleur\n« Vous êtes des escrocs, bande de voleurs, on ne lâchera "
        "rien. »\nVotre facture est payée.",
        "My other supplier wrote this to me:\nYou are crooks, thieves, go to hell, we will sue "
        "you.\n\nYours was paid on 3 February.",
    ],
)
def test_words_pasted_without_any_mark(text: str) -> None:
    reading = read(text)
    assert not LEGAL & set(reading.intents)
    assert is_for_a_human(reading)


@pytest.mark.parametrize(
    "text",
    [
        "Voilà ce que j'ai dit à votre collègue : vous êtes des escrocs, bande de voleurs, allez "
        "vous faire foutre.",
        "Suite à votre mail du 3 mars : on ne paiera pas, bande d'escrocs. Allez au diable.",
        "Voilà ce que nous a répondu notre gérant :\non ne paiera pas, point final.",
        "Le message de notre bailleur : « Bonjour, votre loyer est en retard. »\nEt vous, vous "
        "êtes des escrocs, bande de voleurs, allez vous faire foutre.",
        "Notre directeur m'a répondu : « on ne paiera pas, point final, inutile d'insister ».",
    ],
)
def test_words_of_the_debtors_own_side_are_theirs(text: str) -> None:
    assert LEGAL & set(read(text).intents)


def test_no_second_opinion_makes_them_the_debtors() -> None:
    """However sure both voices are of the whole, what the sender answers for decides."""
    whole = Reading(kind=Kind.HUMAN, intents=(Intent.HOSTILE, Intent.PAID), officer=True)
    vouched = replace(whole, intents=(Intent.PAID,), officer=False)
    parts = Parted(vouched="C'est payé.", lent=INSULT, unclaimed="", not_lent=LEGAL)
    kept = with_what_is_lent(whole, vouched, parts)
    assert (kept.intents, kept.doubts, kept.officer) == ((Intent.PAID,), (DOUBT,), False)
    silent = with_what_is_lent(whole, replace(vouched, intents=()), parts)
    assert (silent.intents, silent.doubts, silent.officer) == ((Intent.PAID,), (DOUBT,), False)


def test_own_insults_above_anothers_words_stay_the_debtors() -> None:
    told = FORMS["Gmail"](SUPPLIER, "Bonjour, votre commande part lundi.")
    assert Intent.HOSTILE in read(f"{INSULT}\n\n{told}").intents


def test_a_mail_attached_is_passed_on_too() -> None:
    attached = (
        f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; "
        "charset=utf-8\n\nC'est réglé depuis février.\n--b\nContent-Type: message/rfc822\n\n"
        f"From: {SUPPLIER}\nContent-Type: text/plain; charset=utf-8\n\n{INSULT}\n--b--\n"
    )
    reading = understand(parse(attached.encode()), own_domains=("brezance.example",))
    assert (reading.intents, reading.doubts) == ((Intent.PAID,), (DOUBT,))


def test_history_of_nobody_knows_whom_is_no_payment_to_rely_on() -> None:
    """A name that is neither ours nor the sender's, and a judgement below it."""
    told = quoted("Le tribunal a ouvert une procédure de liquidation judiciaire de Durand.")
    text = (
        f"Facture payée le 3 février.\n\nLe lun. 9 mars 2026 à 08:02, P. Dupont a écrit :\n{told}"
    )
    reading = read(text)
    assert (reading.intents, reading.doubts) == ((Intent.PAID,), (DOUBT,))
