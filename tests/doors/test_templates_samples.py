"""Every shipped letter of the whole method passes every rule, whatever amounts and names it has."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relance_mailer.adapters.render import MailRenderer
from relance_mailer.dossier.values import Answer
from relance_mailer.outward.compose import Letter, Sender
from relance_mailer.outward.levels import SenderRole, Timeline
from relance_mailer.outward.lint import faults, warnings
from relance_mailer.outward.listing import FORMAL_NOTICE
from relance_mailer.outward.method import METHOD, POSTED
from relance_mailer.outward.samples import Sample, samples
from relance_mailer.words import Segment
from values.letters import CLERK, DIRECTOR, MANAGER, SHIPPED

RENDERER = MailRenderer((SHIPPED,))
MEDIATOR = "CM2C, 49 rue de Ponthieu, 75008 Paris"
SENDERS: Mapping[SenderRole, Sender] = {
    role: replace(person, sender_role=role, mediator=MEDIATOR)
    for role, person in (
        (SenderRole.CUSTOMER_SERVICE, CLERK),
        (SenderRole.AR_CLERK, CLERK),
        (SenderRole.ACCOUNTS, CLERK),
        (SenderRole.CREDIT_MANAGER, MANAGER),
        (SenderRole.MANAGEMENT, DIRECTOR),
    )
}
ALL = tuple(samples(METHOD, SENDERS))
LEVELS = ("pre_due", "reminder_1", "reminder_2", "reminder_3", "formal_notice")
ODD_NAMES = ("Huissier & Fils", "Saisies Express", "Sarl Prochainement", "L'Escroc gourmand", "Ø")

ODD_WORDS = (
    "",
    "sauf erreur vous êtes des escrocs, je règle dès que possible",
    "I hope the bailiffs and the police leave us alone, we will pay ASAP!",
    "on vous paie le 3/11/2026 si possible, sinon voyez avec mon huissier",
    "je règle " + "bientôt " * 20 + "promis",
)


def found(letter: Letter) -> tuple[list[str], list[str]]:
    """What the rules say of it: faults, then remarks."""
    done = RENDERER.printed(letter)
    parts = (letter, done.text, done.html, done.subject, done.printed)
    wrong = [f"{fault.id} : {fault.because}" for fault in faults(*parts)]
    return wrong, [note.because for note in warnings(*parts)]


def told(timelines: Mapping[Segment, Timeline]) -> set[tuple[str, str, str, int]]:
    return {(s.template, s.language, s.segment, s.count) for s in samples(timelines, SENDERS)}


def test_every_level_and_answer_is_tried_for_everybody() -> None:
    tried = told(METHOD)
    for segment in Segment:
        for language in ("fr", "en"):
            for count in (1, 7):
                for name in (*LEVELS, *(answer.value for answer in Answer)):
                    missing = name == "reminder_3" and segment is Segment.CONSUMER
                    assert ((name, language, segment, count) in tried) is not missing


@pytest.mark.parametrize("template", [*LEVELS, *(answer.value for answer in Answer)])
def test_no_shipped_letter_breaks_a_rule(template: str) -> None:
    for sample in (*ALL, *samples(POSTED, SENDERS)):
        if sample.template == template:
            assert found(sample.letter) == ([], []), sample.name


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    sample=st.sampled_from(ALL),
    cents=st.integers(min_value=100, max_value=99_999_999),
    days=st.integers(min_value=0, max_value=20),
    name=st.sampled_from(ODD_NAMES),
    with_interest=st.booleans(),
    words=st.sampled_from(ODD_WORDS),
)
def test_no_amount_day_name_or_quotation_breaks_a_rule(
    sample: Sample, cents: int, days: int, name: str, with_interest: bool, words: str
) -> None:
    letter = _named(sample.letter, name)
    if letter.past is not None and letter.past.what == "message":
        letter = replace(letter, past=replace(letter.past, words=words))
    if letter.says is None:
        letter = _amounts(letter, Decimal(cents) / 100, days)
    if not with_interest:
        letter = _without_interest(letter)
    assert found(letter)[0] == []


def _named(letter: Letter, name: str) -> Letter:
    greeting = name if letter.greeting else ""
    return replace(letter, debtor=replace(letter.debtor, name=name), greeting=greeting)


def _amounts(letter: Letter, amount: Decimal, days: int) -> Letter:
    if not letter.lines or letter.lines[-1].is_credit:
        return letter
    lines = tuple(
        replace(line, amount=amount, left=amount, issued_on=line.issued_on - timedelta(days=days))
        for line in letter.lines
    )
    return replace(letter, lines=lines, total=amount * len(lines))


def _without_interest(letter: Letter) -> Letter:
    lines = tuple(
        replace(line, interest=None, fee=None, rate="", ground="", parts=())
        for line in letter.lines
    )
    return replace(letter, lines=lines, interest=None, fees=None)


def test_a_letter_in_english_says_it_all_in_english() -> None:
    by_name = {(s.template, s.segment, s.count, s.case): s for s in ALL if s.language == "en"}
    letter = by_name[("formal_notice", Segment.SME, 1, "")].letter
    text = RENDERER.printed(letter).text
    assert "Dear Sir or Madam," in text
    assert "I hereby give you formal notice to pay €" in text
    assert "by Tuesday 10 November 2026 at the latest" in text
    assert "an application will be filed with the commercial court (tribunal de commerce)" in text
    assert "12.40% (second half of 2026)" in text
    assert "article L441-10 II of the French Commercial Code" in text
    assert "Director" not in text
    assert "Management, Brézance Matériel" in text
    assert "write to compta@brezance.example" in text
    assert letter.template == FORMAL_NOTICE


def test_a_signatory_and_the_privacy_line_have_their_own_english() -> None:
    own = {
        role: replace(person, role_en="Head of Credit", privacy_en="Your rights: dpo@b.example.")
        for role, person in SENDERS.items()
    }
    text = RENDERER.printed(next(samples(METHOD, own, ("en",))).letter).text
    assert "Head of Credit, Brézance Matériel" in text
    assert "Your rights: dpo@b.example." in text


def test_a_consumer_who_is_refused_is_told_of_the_mediator() -> None:
    sample = next(
        s
        for s in ALL
        if (s.template, s.segment, s.language) == ("dispute_answer", Segment.CONSUMER, "fr")
    )
    assert MEDIATOR in RENDERER.printed(sample.letter).text
    nobody = replace(sample.letter, sender=replace(sample.letter.sender, mediator=""))
    wrong = ["L6 : médiateur de la consommation absent des réglages (C. conso L616-1)"]
    assert found(nobody)[0] == wrong


def test_a_language_that_the_rules_do_not_know_is_stopped() -> None:
    german = replace(ALL[0].letter, language="de")
    done = RENDERER.printed(ALL[0].letter)
    wrong = faults(german, done.text, done.html, done.subject, done.printed)
    assert "les règles ne connaissent pas les mots de « de »" in {f.because for f in wrong}


def test_the_first_day_of_a_month_is_written_as_people_do() -> None:
    letter = replace(ALL[0].letter, composed_for=date(2026, 9, 1))
    assert "Le 1er septembre 2026" in RENDERER.printed(letter).text
