"""Each rule of the lint, failed by a letter that breaks it and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import pytest

from relance_mailer.dossier.state import Dossier, InvoiceKept
from relance_mailer.dossier.values import Answer, Contact, Invoice, InvoiceKind, InvoiceNumber
from relance_mailer.law.routes import Act
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.lint import faults
from relance_mailer.outward.listing import credit_line
from relance_mailer.outward.past import Past
from relance_mailer.outward.sheet import normalised, shown
from relance_mailer.words import Segment
from values.letters import KEY, level_letter


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A letter printed by hand: soundly, unless a test spoils it."""

    letter: Letter
    text: str
    html: str
    subject: str
    printed: tuple[tuple[str, str], ...]

    def ids(self) -> set[str]:
        return {
            fault.id
            for fault in faults(self.letter, self.text, self.html, self.subject, self.printed)
        }


DEADLINE, NEXT = "lundi 12 octobre 2026", "mardi 13 octobre 2026"
AMOUNT = "1\u202f834,20\u00a0€"


def sound(letter: Letter | None = None, more: str = "") -> Sheet:
    """A first reminder as it should be, with a sentence more."""
    letter = letter or level_letter("reminder_1")
    sender, line = letter.sender, letter.lines[0]
    words = [
        "Bonjour Nadège Le Moal,",
        f"La facture {line.number} reste due.",
        f"Je vous demande de régler {AMOUNT} le {DEADLINE} au plus tard.",
        f"À défaut, le {NEXT}, je reprends contact avec vous.",
        *([more] if more else []),
        "Cordialement,",
        sender.person,
        f"Courriel : {sender.mailbox}",
        f"Référence à rappeler : {letter.mark}",
        *sender.mentions,
        sender.privacy,
    ]
    values = {"deadline": DEADLINE, "next_on": NEXT, "demanded": AMOUNT}
    return Sheet(
        letter=letter,
        text="\n\n".join(words) + "\n",
        html="<html><style>p { margin: 0 }</style>"
        + "".join(f"<p>{sentence}</p>" for sentence in words)
        + "</html>",
        subject=f"Facture {line.number} – date de règlement ? {letter.mark}",
        printed=tuple(
            (f"{part}.{name}", value) for part in ("txt", "html") for name, value in values.items()
        ),
    )


def test_une_relance_juste_ne_porte_aucune_faute() -> None:
    assert sound().ids() == set()


SOFT = (
    "Nous nous permettons de vous écrire.",
    "Je me permets de revenir sur ce point.",
    "Sauf erreur ou omission de notre part, elle reste due.",
    "Il semblerait que le règlement manque.",
    "A priori, le virement n'est pas parti.",
    "Nous vous serions reconnaissants de régler.",
    "Réglez si possible cette semaine.",
    "Réglez à votre convenance.",
    "Réglez dès que possible.",
    "Réglez dans les meilleurs délais.",
    "Répondez rapidement.",
    "Réglez au plus vite.",
    "Je vous relancerai prochainement.",
    "Un règlement sous huitaine suffit.",
    "Ceci est un petit rappel.",
    "Un simple rappel de notre facture.",
    "Un oubli de votre part sans doute.",
    "Désolée de vous déranger.",
    "Excusez-nous de cette insistance.",
    "Pardon d\u2019insister.",
    "Nous espérons un virement.",
    "J'aurais aimé une réponse.",
    "Merci de faire le nécessaire.",
    "N\u2019hésitez pas à m'appeler.",
    "Je reste à votre disposition.",
    "Nous pourrions être amenés à agir.",
    "Nous nous réservons le droit d'agir.",
    "Veuillez ne pas tenir compte de ce message. Ne tenez pas compte de ce courriel.",
)
HARSH = (
    "Vous êtes un mauvais payeur.",
    "Votre mauvaise foi est connue.",
    "C'est inadmissible.",
    "Ce retard est INACCEPTABLE.",
    "Vous vous moquez de nous.",
    "Un huissier passera.",
    "Une saisie suivra.",
    "Nous allons saisir vos biens.",
    "Vous serez fiché à la Banque de France.",
    "Nous informerons vos clients.",
    "Un dépôt de plainte suivra.",
    "Vous risquez la prison.",
    "Tous les frais seront à votre charge.",
    "Ceci vaut commandement.",
    "Sommation de payer.",
    "Dernier avis avant poursuites.",
    "Notification officielle.",
    "Secouez votre comptable.",
    "Faites pression sur lui.",
    "Dites à votre patron de payer.",
    "Réglez immédiatement.",
    "Nous exigeons le règlement.",
    "Des frais de dossier s'ajoutent.",
    "Des frais de recouvrement s'ajoutent.",
    "La clause pénale s'applique.",
)


@pytest.mark.parametrize("sentence", SOFT)
def test_un_mot_faible_bloque(sentence: str) -> None:
    assert sound(more=sentence).ids() == {"soft"}


@pytest.mark.parametrize("sentence", HARSH)
def test_un_mot_dur_bloque(sentence: str) -> None:
    assert sound(more=sentence).ids() == {"harsh"}


@pytest.mark.parametrize(
    "sentence",
    [
        "La facture est exigible depuis son échéance.",
        "Nous avons reçu votre fichier.",
        "Le tableau suit le plan convenu.",
        "Indiquez-moi la date du virement.",
        "Une précision : la plaquette est à part.",
    ],
)
def test_un_mot_qui_ressemble_ne_bloque_pas(sentence: str) -> None:
    assert sound(more=sentence).ids() == set()


def test_les_mots_du_debiteur_ne_sont_pas_les_notres() -> None:
    words = "désolé, un oubli de ma part, nous espérons payer rapidement"
    letter = replace(
        level_letter("reminder_1"), past=Past(on=date(2026, 10, 2), what="message", words=words)
    )
    assert sound(letter, more=f"Vous nous avez écrit : «\u00a0{words}\u00a0».").ids() == set()
    assert "soft" in sound(more=f"Nous disons : {words}.").ids()


def test_un_nom_de_societe_n_est_pas_une_menace() -> None:
    letter = level_letter("reminder_1")
    debtor = replace(letter.debtor, name="Huissier & Fils")
    named = replace(letter, debtor=debtor)
    assert sound(named, more="Au nom de Huissier & Fils.").ids() == set()


def test_le_html_est_lu_comme_il_s_affiche() -> None:
    html = "<style>x{}</style><p>Réglez d&egrave;s&nbsp;que <b>possible</b></p>"
    assert normalised(shown(html)).strip() == "reglez des que possible"
    spoiled = replace(sound(), html=sound().html.replace("</html>", html))
    assert spoiled.ids() == {"soft"}


def spoil(**changes: object) -> Callable[[Sheet], Sheet]:
    return lambda sheet: replace(sheet, letter=replace(sheet.letter, **changes))  # type: ignore[arg-type]


def swap(old: str, new: str) -> Callable[[Sheet], Sheet]:
    return lambda sheet: replace(
        sheet,
        text=sheet.text.replace(old, new),
        html=sheet.html.replace(old, new),
        subject=sheet.subject.replace(old, new),
    )


def unprinted(name: str) -> Callable[[Sheet], Sheet]:
    return lambda sheet: replace(
        sheet, printed=tuple(row for row in sheet.printed if row[0] != name)
    )


def reprinted(name: str, value: str) -> Callable[[Sheet], Sheet]:
    return lambda sheet: replace(
        sheet, printed=tuple((k, value if k == name else v) for k, v in sheet.printed)
    )


LINE = level_letter("reminder_1").lines[0]
SENDER = level_letter("reminder_1").sender
CASES: tuple[tuple[str, str, Callable[[Sheet], Sheet]], ...] = (
    ("L1", "pas de date limite calculée", spoil(deadline_on=None)),
    ("L1", "date limite absente du HTML", unprinted("html.deadline")),
    ("L1", "date limite imprimée deux fois", lambda s: replace(s, printed=s.printed * 2)),
    ("L1", "la date imprimée n'est pas celle calculée", spoil(deadline_on=date(2026, 10, 13))),
    ("L1", "jour de semaine faux", swap("lundi 12 octobre", "mardi 12 octobre")),
    ("L1", "date limite un dimanche", spoil(deadline_on=date(2026, 10, 11))),
    ("L1", "date limite avant l'envoi", spoil(composed_for=date(2026, 10, 12))),
    ("L1", "autre date dans la demande", swap("régler", "régler avant le 9 octobre 2026")),
    ("L2", "un autre acte que celui annoncé", spoil(announces=Act.INTEREST_AND_FEE)),
    ("L2", "la suite n'est pas datée", unprinted("txt.next_on")),
    ("L2", "rien n'est prévu ensuite", spoil(next_on=None)),
    ("L3", "la somme n'est pas le total", spoil(total=Decimal("12.00"))),
    ("L3", "facture soldée", spoil(lines=(replace(LINE, left=Decimal("0.00")),))),
    ("L3", "facture pas encore échue", spoil(lines=(replace(LINE, due_on=date(2026, 11, 1)),))),
    ("L3", "facture non citée", swap(f"La facture {LINE.number}", "La facture")),
    ("L3", "montant imprimé faux", reprinted("txt.demanded", "12,00\u00a0€")),
    ("L3", "montant demandé absent", unprinted("html.demanded")),
    ("L4", "intérêts sans taux", spoil(interest=Decimal("3.00"))),
    ("L5", "emplacement non rempli", swap("reste due", "reste due {{ depuis }}")),
    ("L5", "valeur vide", swap("reste due", "reste due None")),
    ("L5", "formule d'appel vide", swap("Bonjour Nadège Le Moal,", "Bonjour ,")),
    ("L5", "alternative ouverte", swap("Bonjour Nadège Le Moal,", "Monsieur/Madame,")),
    ("L6", "mention obligatoire absente", swap(SENDER.mentions[1], "")),
    ("L6", "référence absente de l'objet", lambda s: replace(s, subject="Facture")),
    ("L6", "adresse de réponse absente", swap(SENDER.mailbox, "ailleurs")),
    ("L6", "partie texte vide", lambda s: replace(s, text=" \n")),
    (
        "L6",
        "image qui piste",
        lambda s: replace(s, html=s.html + '<img src="https://pixel.example/a.gif">'),
    ),
    ("L7", "lettre trop longue", swap("Cordialement,", "Un mot de trop. " * 40)),
    ("L8", "pénalités dès la première relance", swap("Cordialement,", "Des pénalités de retard.")),
    ("L8", "tribunal dès la première relance", swap("Cordialement,", "Le tribunal décide.")),
    ("L8", "mise en demeure non annoncée", swap("Cordialement,", "Une mise en demeure suit.")),
    ("L8", "met en demeure trop tôt", swap("Cordialement,", "Je vous mets en demeure.")),
    ("L8", "recommandé qui n'existe pas", swap("Cordialement,", "Envoi en recommandé.")),
    ("L10", "accents abîmés", swap("défaut", "dÃ©faut")),
    ("L10", "montant avec une espace simple", swap(AMOUNT, "1 834,20 €")),
    ("L10", "point d'exclamation", swap("Cordialement,", "Merci !")),
    ("L10", "date en chiffres", swap("reste due", "reste due depuis le 03/08/2026")),
)


@pytest.mark.parametrize(
    "rule, story, spoiled", CASES, ids=[f"{rule} {story}" for rule, story, _ in CASES]
)
def test_chaque_regle_arrete_la_lettre_qui_l_enfreint(
    rule: str, story: str, spoiled: Callable[[Sheet], Sheet]
) -> None:
    assert rule in spoiled(sound()).ids(), story


@pytest.mark.parametrize(
    "sentence",
    [
        "Des pénalités de retard courent.",
        "Une indemnité forfaitaire de 40,00 € est due.",
        "Le taux de la BCE s'applique.",
    ],
)
def test_un_consommateur_ne_lit_ni_frais_ni_interets(sentence: str) -> None:
    letter = replace(
        level_letter("reminder_1"), debtor=level_letter(segment=Segment.CONSUMER).debtor
    )
    assert "L4" in sound(letter, more=sentence).ids()


def test_quarante_euros_reclames_a_un_consommateur_sont_sa_facture() -> None:
    letter = level_letter("reminder_1")
    consumer = replace(letter, debtor=replace(letter.debtor, segment=Segment.CONSUMER))
    assert "L4" not in sound(consumer, more="Total : 1\u202f240,00\u00a0€.").ids()


def dossier_of(*invoices: Invoice) -> Dossier:
    return Dossier(key=KEY, invoices=tuple(InvoiceKept(invoice=invoice) for invoice in invoices))


def listed(**changes: object) -> Invoice:
    invoice = Invoice(
        number=LINE.number,
        issued_on=LINE.issued_on,
        due_on=LINE.due_on,
        amount=LINE.amount,
    )
    return replace(invoice, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "story, dossier, expected",
    [
        ("le grand livre n'a pas bougé", dossier_of(listed()), set()),
        ("payée entre-temps", dossier_of(listed(paid=LINE.amount)), {"L3"}),
        ("payée en partie entre-temps", dossier_of(listed(paid=Decimal("10.00"))), {"L3"}),
        (
            "contestée",
            Dossier(key=KEY, invoices=(InvoiceKept(invoice=listed(), disputed=True),)),
            {"L3"},
        ),
        (
            "destinataire rejeté entre-temps",
            replace(dossier_of(listed()), bounced=("compta@lemoal.example",)),
            {"L9"},
        ),
        (
            "destinataire absent",
            replace(dossier_of(listed()), absent=(("compta@lemoal.example", date(2026, 11, 2)),)),
            {"L9"},
        ),
    ],
)
def test_la_lettre_est_confrontee_au_dossier(
    story: str, dossier: Dossier, expected: set[str]
) -> None:
    sheet = sound()
    found = faults(
        sheet.letter, sheet.text, sheet.html, sheet.subject, sheet.printed, dossier=dossier
    )
    assert {fault.id for fault in found} == expected, story


def test_un_avoir_doit_encore_etre_ouvert_et_le_total_ne_pas_passer_ce_qui_est_du() -> None:
    note = replace(listed(), number=InvoiceNumber("AV-7"), amount=Decimal("34.20"))
    note = replace(note, kind=InvoiceKind.CREDIT_NOTE)
    plain = level_letter("reminder_1")
    total = plain.total - note.left
    letter = replace(plain, lines=(*plain.lines, credit_line(note)), total=total)
    both = Dossier(key=KEY, invoices=(InvoiceKept(invoice=listed()), InvoiceKept(invoice=note)))
    assert _l3(letter, both) == set()
    assert _l3(letter, dossier_of(listed())) == {"la facture AV-7 n'est plus ouverte"}
    assert _l3(plain, both) == {"1834.20 demandés, 1800.00 dus"}


def _l3(letter: Letter, dossier: Dossier) -> set[str]:
    """What the ledger says against the letter; its own text is not looked at here."""
    sheet = sound(letter)
    both = faults(letter, sheet.text, sheet.html, sheet.subject, sheet.printed, dossier=dossier)
    alone = faults(letter, sheet.text, sheet.html, sheet.subject, sheet.printed)
    return {fault.because for fault in both if fault not in alone}


def test_l_anglais_a_ses_propres_listes() -> None:
    english = replace(level_letter("reminder_1"), language="en")
    assert "soft" in sound(english, more="Just a friendly reminder.").ids()
    assert "harsh" in sound(english, more="We will tell your customers.").ids()
    assert sound(more="Votre police d'assurance est jointe.").ids() == set()


def test_une_faute_dit_en_francais_ce_qui_ne_va_pas() -> None:
    sheet = sound(more="Réglez dès que possible.")
    found = faults(sheet.letter, sheet.text, sheet.html, sheet.subject, sheet.printed)
    assert [fault.because for fault in found] == ["« des que possible » affaiblit la demande"]


def test_les_gabarits_de_reponse_n_ont_pas_de_date_limite() -> None:
    letter = level_letter("reminder_1")
    answer = replace(
        letter,
        step=replace(letter.step, name=f"answer:{Answer.DATE_REQUEST.value}:0f3a"),
        template=Answer.DATE_REQUEST.value,
        deadline_on=None,
        next_on=None,
        announces=None,
        to=(Contact(email="a@b.example"),),
    )
    sheet = replace(sound(answer), printed=())
    assert sheet.ids() == set()
