"""Whose message it is: the contract's §4, case by case."""

import pytest

from pure.inward.inward_values import HOUSE, LETTER, candidate, incoming, key
from relance_mailer.dossier.values import DebtorId, InvoiceNumber
from relance_mailer.inward.link import Candidate, Contested, Link, Linked, Nobody, link
from relance_mailer.words import Kind

INVOICE = InvoiceNumber("FA2026-0871")
THREAD = candidate(by_message_id=(LETTER,))
BY_ADDRESS = candidate(by_address=("compta@lemoal.example",))
OTHER = candidate("BZ-2007", known_addresses=("x@autre.example",), known_domains=("autre.example",))
STRANGER = "inconnu@ailleurs.example"


def of(
    *candidates: Candidate, sender: str = "compta@lemoal.example", kind: Kind = Kind.HUMAN
) -> Link:
    return link(incoming(sender), kind, candidates, own_addresses=HOUSE)


def also(found: Candidate, name: str, **fields: object) -> Candidate:
    """Another dossier of the same debtor."""
    return candidate(name, debtor_id=DebtorId(found.debtor_id), **fields)


@pytest.mark.parametrize(
    ("story", "found", "evidence"),
    [
        ("réponse dans le fil", THREAD, f"répond à une lettre envoyée {LETTER}"),
        ("référence signée", candidate(by_token=True), "référence signée BZ-2003"),
        ("référence nue", candidate(by_reference=True), "référence du dossier BZ-2003"),
        ("numéro de facture", candidate(by_invoice=(INVOICE,)), "numéro de facture FA2026-0871"),
        ("adresse connue", BY_ADDRESS,
         "adresse de l'expéditeur ou du destinataire compta@lemoal.example"),
        ("domaine du débiteur", candidate(by_domain=("lemoal.example",)),
         "domaine de l'expéditeur lemoal.example"),
    ],
)  # fmt: skip
def test_one_evidence_is_enough_for_somebody_known(
    story: str, found: Candidate, evidence: str
) -> None:
    result = of(found)
    assert isinstance(result, Linked), story
    assert result.key == key()
    assert result.evidence == (evidence,)
    assert not result.stranger


def test_all_evidence_is_recorded() -> None:
    found = candidate(by_message_id=(LETTER,), by_reference=True, by_invoice=(INVOICE,))
    result = of(found)
    assert isinstance(result, Linked)
    assert len(result.evidence) == 3


@pytest.mark.parametrize(
    ("story", "candidates"),
    [
        ("répond à l'un, nomme l'autre", (THREAD, candidate("BZ-2007", by_reference=True))),
        ("référence de l'un, facture de l'autre",
         (candidate(by_reference=True), candidate("BZ-2007", by_invoice=(INVOICE,)))),
        ("fil qui passe par deux dossiers", (THREAD, candidate("BZ-2007", by_message_id=("z@b",)))),
        ("deux dossiers du même débiteur, adresse seule",
         (BY_ADDRESS, also(BY_ADDRESS, "BZ-2007", by_address=("compta@lemoal.example",)))),
        ("l'un des deux seul a des factures ouvertes : on ne devine pas",
         (candidate(by_address=("compta@lemoal.example",), open_invoices=2),
          candidate("BZ-2007", by_address=("compta@lemoal.example",)))),
        ("domaine partagé par deux sociétés",
         (candidate(by_domain=("lemoal.example",)),
          candidate("BZ-2007", by_domain=("lemoal.example",)))),
    ],
)  # fmt: skip
def test_evidence_for_two_dossiers_is_never_settled_by_guessing(
    story: str, candidates: tuple[Candidate, ...]
) -> None:
    result = of(*candidates)
    assert isinstance(result, Contested), story
    assert result.candidates == (key("BZ-2003"), key("BZ-2007"))


def test_one_accountant_of_two_debtors_is_settled_by_the_invoice_named() -> None:
    both = ("s.leguen@cabinet.example",)
    first = candidate(by_address=both, known_addresses=both, by_invoice=(INVOICE,))
    second = candidate("BZ-2007", by_address=both, known_addresses=both)
    result = of(first, second, sender=both[0])
    assert isinstance(result, Linked)
    assert result.key == key()


def test_a_writer_known_elsewhere_contests_a_thread_in_which_he_is_a_stranger() -> None:
    other = candidate(
        "BZ-2007", known_addresses=("x@autre.example",), by_address=("x@autre.example",)
    )
    assert isinstance(of(THREAD, other, sender="x@autre.example"), Contested)


def test_a_sister_company_on_the_same_domain_may_answer_the_thread() -> None:
    sister = candidate("BZ-2007", by_address=("compta@lemoal.example",))
    result = of(candidate(by_message_id=(LETTER,), known_addresses=()), sister)
    assert isinstance(result, Linked)
    assert result.key == key()
    assert not result.stranger


def test_a_name_does_not_choose_between_two_companies_on_one_domain() -> None:
    """A group's signature bears the name of one of its companies, whoever writes."""
    domain = ("lemoal.example",)
    found = of(
        candidate(by_domain=domain, by_name=True),
        candidate("BZ-2007", by_domain=domain),
        sender="j.lemarchand@lemoal.example",
    )
    assert isinstance(found, Contested)
    assert {one.dossier for one in found.candidates} == {"BZ-2003", "BZ-2007"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [(frozenset[str](), Contested), (frozenset({"Garage Le Moal"}), Linked)],
)
def test_one_box_of_two_companies_is_settled_by_a_name_only_in_ones_own_words(
    told: frozenset[str], expected: type
) -> None:
    """Whoever pays for two companies signs for both: "Groupe Le Moal (Garage, Location)"."""
    both = ("compta@lemoal.example",)
    one = candidate(by_address=both, by_name=True, debtor_name="Garage Le Moal")
    other = candidate(
        "BZ-2007", by_address=both, debtor_id=DebtorId("C9"), debtor_name="Location Le Moal"
    )
    found = link(incoming(both[0]), Kind.HUMAN, (one, other), names_told=told)
    assert isinstance(found, expected)


def test_another_debtors_name_in_the_text_contests_nothing() -> None:
    assert isinstance(of(THREAD, candidate("BZ-2007", by_name=True)), Linked)


@pytest.mark.parametrize(
    ("story", "found"),
    [
        ("connaît la référence", candidate(by_reference=True)),
        ("cite la facture", candidate(by_invoice=(INVOICE,))),
        ("répond dans le fil", THREAD),
        ("donne le SIREN", candidate(by_siren=True)),
    ],
)
def test_a_stranger_keeps_the_dossier_that_strong_evidence_names(
    story: str, found: Candidate
) -> None:
    result = of(found, sender=STRANGER)
    assert isinstance(result, Linked), story
    assert result.stranger
    assert result.named


def test_a_stranger_who_only_tells_a_name_is_contested() -> None:
    assert of(candidate(by_name=True), sender=STRANGER) == Contested(
        candidates=(key(),), why="nom du débiteur, mais l'expéditeur est inconnu du dossier"
    )


@pytest.mark.parametrize(
    ("story", "sender", "is_stranger"),
    [
        ("le contact", "compta@lemoal.example", False),
        ("une adresse à qui l'on a écrit", "nlemoal@gmail.com", False),
        ("un collègue du même domaine", "accueil@lemoal.example", False),
        ("une autre boîte gratuite", "autre@gmail.com", True),
        ("sans adresse", "", True),
    ],
)
def test_who_is_a_stranger(story: str, sender: str, is_stranger: bool) -> None:
    result = of(THREAD, sender=sender)
    assert isinstance(result, Linked), story
    assert result.stranger is is_stranger


@pytest.mark.parametrize("kind", [Kind.BOUNCE, Kind.AUTO_REPLY, Kind.CHALLENGE])
def test_an_automaton_is_no_stranger(kind: Kind) -> None:
    result = of(THREAD, sender="mailer-daemon@fai.example", kind=kind)
    assert isinstance(result, Linked)
    assert not result.stranger


def test_a_bounce_is_known_by_the_recipient_that_failed() -> None:
    result = of(BY_ADDRESS, sender="mailer-daemon@fai.example", kind=Kind.BOUNCE)
    assert isinstance(result, Linked)


def test_a_person_is_not_known_by_an_address_in_the_text() -> None:
    assert isinstance(of(BY_ADDRESS, sender=STRANGER), Nobody)


def test_a_challenge_is_known_by_the_subject_of_a_recent_letter_and_nobody_else_is() -> None:
    found = candidate(by_subject=True)
    result = of(found, sender="x@invitations.mailinblack.example", kind=Kind.CHALLENGE)
    assert isinstance(result, Linked)
    assert not result.named
    assert isinstance(of(found), Nobody)


@pytest.mark.parametrize(
    ("story", "found", "sender", "expected"),
    [
        ("courrier d'un débiteur sur autre chose", BY_ADDRESS, "compta@lemoal.example", Nobody),
        ("répond pourtant à une lettre", THREAD, "compta@lemoal.example", Linked),
        ("notre copie", candidate(by_token=True), "recouvrement@brezance.example", Nobody),
        ("transfert d'un collègue", THREAD, "ventes@brezance.example", Nobody),
    ],
)
def test_unrelated_messages_are_nobodys_unless_they_answer_a_letter(
    story: str, found: Candidate, sender: str, expected: type
) -> None:
    assert isinstance(of(found, sender=sender, kind=Kind.UNRELATED), expected), story


def test_a_debtors_mail_passed_on_by_a_colleague_keeps_its_dossier() -> None:
    mail = incoming("ventes@brezance.example", subject="TR: Votre relance")
    named = candidate(by_reference=True)
    kept = link(mail, Kind.UNRELATED, (named,), own_addresses=HOUSE, passed_on=True)
    assert isinstance(kept, Linked)
    assert isinstance(link(mail, Kind.UNRELATED, (named,), own_addresses=HOUSE), Nobody)


ACCOUNTANT = "s.leguen@cabinet.example"
THEIRS = candidate(
    by_message_id=(LETTER,), by_address=(ACCOUNTANT,), known_addresses=(ACCOUNTANT,),
    debtor_name="Transports Le Moal Frères", invoices=(INVOICE,),
)  # fmt: skip
ALSO_THEIRS = candidate(
    "BZ-2007", by_address=(ACCOUNTANT,), known_addresses=(ACCOUNTANT,), known_domains=(),
    debtor_name="Garage Ozanne",
)  # fmt: skip


def _said(other: Candidate, *names: str, invoices: tuple[str, ...] = ()) -> Link:
    return link(
        incoming(ACCOUNTANT),
        Kind.HUMAN,
        (THEIRS, other),
        own_addresses=HOUSE,
        names_told=frozenset(names),
        invoices_told=invoices,
    )


def test_who_answers_for_two_debtors_and_speaks_of_the_other_is_contested() -> None:
    result = _said(ALSO_THEIRS, "Garage Ozanne")
    assert isinstance(result, Contested)
    assert result.candidates == (key("BZ-2003"), key("BZ-2007"))
    assert "Garage Ozanne" in result.why


@pytest.mark.parametrize(
    ("story", "other", "names", "invoices"),
    [
        ("ne nomme personne", ALSO_THEIRS, (), ()),
        ("nomme les deux", ALSO_THEIRS, ("Garage Ozanne", THEIRS.debtor_name), ()),
        ("cite une facture du dossier", ALSO_THEIRS, ("Garage Ozanne",), (INVOICE,)),
        ("nomme un client qui n'est pas à lui",
         candidate("BZ-2007", by_name=True, known_addresses=(), known_domains=(),
                   debtor_name="Garage Ozanne"), ("Garage Ozanne",), ()),
        ("nomme un autre dossier du même débiteur",
         candidate("BZ-2007", debtor_id=THEIRS.debtor_id, by_address=(ACCOUNTANT,),
                   known_addresses=(ACCOUNTANT,), debtor_name="Garage Ozanne"),
         ("Garage Ozanne",), ()),
    ],
)  # fmt: skip
def test_the_thread_stands(
    story: str, other: Candidate, names: tuple[str, ...], invoices: tuple[str, ...]
) -> None:
    assert isinstance(_said(other, *names, invoices=invoices), Linked), story


def test_without_evidence_it_is_nobodys() -> None:
    assert isinstance(of(), Nobody)
    assert isinstance(of(OTHER), Nobody)
