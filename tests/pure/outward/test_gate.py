"""Every check of the gate, one table each: what it lets pass, what it refuses, who mends it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier, Resume
from relance_mailer.dossier.values import (
    Answer,
    Contact,
    CreditorId,
    DossierId,
    DossierKey,
    InvoiceKind,
    StepKey,
    answer_step,
)
from relance_mailer.outward.asked import ContactDay, Refusal, Sight
from relance_mailer.outward.gate import CHECKS, refusals
from relance_mailer.outward.levels import Timeline
from relance_mailer.outward.timeline import LetterStep, due
from relance_mailer.words import Intent, Kind, Outcome, Permanence
from relance_mailer.workdays import PARIS
from values.sights import TEMPLATES, sight
from values.stories import (
    KEY,
    Story,
    day,
    debtor,
    digest,
    heard,
    held,
    invoice,
    owed,
    paid,
    promised,
    story,
)
from values.timelines import CONSUMER, POSTED, SME

TODAY = day("2026-10-13")
ELSEWHERE = DossierKey(creditor=CreditorId("brezance"), dossier=DossierId("BZ-9"))


def lived() -> Story:
    """A dossier that got its first reminder on 5 October, eight days later."""
    begun = story(SME)
    begun.until("2026-10-12")
    return begun


def level(
    name: str = "reminder_2", timeline: Timeline = SME, due_on: str = "2026-10-13"
) -> LetterStep:
    """The step of a level in the first course."""
    return LetterStep(
        key=StepKey(course=1, name=name), due_on=day(due_on), level=timeline.level(name)
    )


def answer(kind: Answer = Answer.DUPLICATE, message: str = "m1") -> LetterStep:
    """The step of an answer owed."""
    return LetterStep(
        key=answer_step(1, kind, digest(message)),
        due_on=TODAY,
        answer=owed(kind, message, TODAY.isoformat()),
    )


def asked(
    step: LetterStep, dossier: Dossier, seen: Sight, timeline: Timeline = SME, **facts: object
) -> dict[str, Refusal]:
    """The refusals by their check's name."""
    found = refusals(step, dossier, seen, timeline=timeline, **facts)  # type: ignore[arg-type]
    return {refusal.check: refusal for refusal in found}


def test_rien_ne_s_y_oppose() -> None:
    assert asked(level(), lived().dossier, sight(TODAY)) == {}
    assert asked(answer(), lived().dossier, sight(TODAY)) == {}


def test_les_noms_sont_ceux_du_dessin() -> None:
    assert [check.__name__ for check in CHECKS] == (
        "mode_is_send no_stop_is_set database_knows_what_left amicable_phase "
        "ordered_by_a_human_when_in_review "
        "template_exists_for_this_dossier knows_what_its_debtor_said something_is_owed "
        "contact_can_be_reached contact_is_confirmed inbox_was_read_lately ledger_is_fresh "
        "no_unread_word_from_debtor composed_for_today daily_ceiling working_hours_in_france "
        "level_not_held not_before_has_come no_unsolicited_contact_today "
        "no_contact_in_five_business_days level_follows_the_last_one "
        "deadline_announced_has_passed posting_is_recorded claim_is_not_limited "
        "road_is_open_where_he_lives no_other_answer_today answers_a_person "
        "no_colleague_works_on_it no_plan_is_running a_human_approved_it "
        "account_manager_was_told"
    ).split()


NOW = datetime(2026, 10, 13, 10, 0, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("changes", "check", "time_mends"),
    [
        ({"mode_send": False}, "mode_is_send", True),
        ({"stopped": True}, "no_stop_is_set", True),
        ({"lost": "base revenue"}, "database_knows_what_left", True),
        ({"inbox_read_at": None}, "inbox_was_read_lately", True),
        ({"inbox_read_at": NOW - timedelta(minutes=11)}, "inbox_was_read_lately", True),
        ({"inbox_read_at": NOW - timedelta(minutes=10)}, "", True),
        # The clock was set back, or another machine's runs ahead: that look proves nothing.
        ({"inbox_read_at": NOW + timedelta(minutes=6)}, "inbox_was_read_lately", True),
        ({"inbox_read_at": NOW + timedelta(minutes=5)}, "", True),
        ({"ledger_synced_at": NOW + timedelta(days=1)}, "ledger_is_fresh", True),
        ({"ledger_synced_at": NOW + timedelta(minutes=5)}, "", True),
        ({"ledger_synced_at": None}, "ledger_is_fresh", True),
        (
            {"ledger_synced_at": datetime(2026, 10, 12, 11, 59, tzinfo=PARIS)},
            "ledger_is_fresh",
            True,
        ),
        ({"ledger_synced_at": datetime(2026, 10, 12, 10, 0, tzinfo=UTC)}, "", True),
        ({"unread": 3}, "no_unread_word_from_debtor", True),
        ({"set_aside_names_debtor": True}, "no_unread_word_from_debtor", False),
        ({"sent_today": 200}, "daily_ceiling", True),
        ({"sent_today": 20, "daily_ceiling": 20}, "daily_ceiling", True),
        ({"sent_today": 199}, "", True),
        (
            {"templates": frozenset({("en", "reminder_2")})},
            "template_exists_for_this_dossier",
            False,
        ),
        (
            {"templates": TEMPLATES - {("fr", "reminder_2")}},
            "template_exists_for_this_dossier",
            False,
        ),
    ],
)
def test_ce_que_le_monde_refuse(changes: dict[str, object], check: str, time_mends: bool) -> None:
    found = asked(level(), lived().dossier, sight(TODAY, **changes))
    assert set(found) == ({check} if check else set())
    assert all(refusal.time_mends is time_mends for refusal in found.values())


@pytest.mark.parametrize(
    ("today", "at", "again_on"),
    [
        ("2026-10-13", "08:29", "2026-10-13"),
        ("2026-10-13", "08:30", None),
        ("2026-10-13", "17:30", None),
        ("2026-10-13", "17:31", "2026-10-14"),
        ("2026-10-17", "10:00", "2026-10-19"),
        ("2026-11-11", "10:00", "2026-11-12"),
    ],
    ids=["trop tôt", "ouverture", "fermeture", "trop tard", "samedi", "11 novembre"],
)
@pytest.mark.parametrize("step", [level(), answer()], ids=["niveau", "réponse"])
def test_heures_et_jours_ouvres(
    step: LetterStep, today: str, at: str, again_on: str | None
) -> None:
    found = asked(step, lived().dossier, sight(day(today), at))
    refusal = found.get("working_hours_in_france")
    assert (refusal.again_on if refusal else None) == (day(again_on) if again_on else None)


def test_langue_sans_modele_nomme_sa_raison() -> None:
    told = story(SME, who=debtor(language="de"))
    found = asked(level("reminder_1"), told.dossier, sight(TODAY))
    assert found["template_exists_for_this_dossier"].reason == "no_template_language"
    assert asked(level("reminder_1"), told.dossier, sight(TODAY), language="fr") == {}


@pytest.mark.parametrize("step", [level(), answer()], ids=["niveau", "réponse"])
def test_au_contentieux_rien(step: LetterStep) -> None:
    told = lived()
    told.happens(e.HandedToLegal(because="", reason="silent"))
    found = asked(replace(step, ordered=_order()), told.dossier, sight(TODAY))
    assert "amicable_phase" in found


@pytest.mark.parametrize("reason", ["hostile", "refusal", "insolvency", "opt_out"])
def test_debiteur_interdit_d_ecriture_meme_ordonne(reason: str) -> None:
    told = lived()
    told.happens(e.ReviewAsked(because="", reason=reason))
    found = asked(replace(answer(), ordered=_order()), told.dossier, sight(TODAY))
    assert not found["template_exists_for_this_dossier"].time_mends


def _order() -> e.LetterOrdered:
    return e.LetterOrdered(because="oui", by="Claire", template="duplicate", message=digest("m1"))


def test_en_examen_seulement_ordonne_ou_approuve() -> None:
    told = lived()
    told.happens(e.ReviewAsked(because="", reason="dispute"))
    assert "ordered_by_a_human_when_in_review" in asked(answer(), told.dossier, sight(TODAY))
    assert asked(replace(answer(), ordered=_order()), told.dossier, sight(TODAY)) == {}
    told.happens(e.LetterApproved(because="oui", by="Claire", step=answer().key))
    assert asked(answer(), told.dossier, sight(TODAY)) == {}


def test_une_reponse_d_humain_demande_un_humain_hors_examen_aussi() -> None:
    found = asked(answer(Answer.PLAN_OFFER), lived().dossier, sight(TODAY))
    assert set(found) == {"ordered_by_a_human_when_in_review"}


def test_plus_rien_n_est_du_sauf_merci_une_fois() -> None:
    told = lived()
    told.happens(
        promised("m1", "2026-10-12", ("2026-10-16", None), until="2026-10-20"),
        *paid(invoice(), "1500.00", "2026-10-13"),
    )
    assert "something_is_owed" in asked(level(), told.dossier, sight(TODAY))
    assert "something_is_owed" in asked(answer(), told.dossier, sight(TODAY))
    assert asked(answer(Answer.THANKS), told.dossier, sight(TODAY)) == {}
    told.until("2026-10-13")
    again = asked(answer(Answer.THANKS, "m2"), told.dossier, sight(day("2026-10-14")))
    assert set(again) == {"something_is_owed"}


def bounced(email: str) -> e.ContactBounced:
    """An address that is dead."""
    return e.ContactBounced(
        because="",
        email=email,
        permanence=Permanence.PERMANENT,
        reason="inconnu",
        message=digest("b"),
    )


def absent(email: str, until: str | None) -> e.ContactAbsent:
    """Somebody is away."""
    return e.ContactAbsent(
        because="", email=email, until=day(until) if until else None, message=digest("a")
    )


TO = "compta@debiteur.example"


@pytest.mark.parametrize(
    ("event", "time_mends", "again_on"),
    [
        (bounced(TO), False, None),
        (absent(TO, "2026-10-19"), True, "2026-10-19"),
        (absent(TO, "2026-12-19"), False, None),
        (absent(TO, None), False, None),
    ],
    ids=["adresse morte", "en congé", "absent longtemps", "parti"],
)
def test_destinataire_hors_d_atteinte(
    event: e.DossierEvent, time_mends: bool, again_on: str | None
) -> None:
    told = lived()
    told.happens(event)
    found = asked(level(), told.dossier, sight(TODAY), to=(TO,))
    refusal = found["contact_can_be_reached"]
    assert (refusal.time_mends, refusal.again_on) == (
        time_mends,
        day(again_on) if again_on else None,
    )
    assert asked(level(), told.dossier, sight(TODAY), to=(TO, "daf@debiteur.example")) == {}


def test_nouvelle_adresse_proposee_attend_un_oui() -> None:
    told = lived()
    told.happens(
        e.ContactProposed(
            because="", email="x@gmail.com", name="", message=digest("m"), taken_over=False
        )
    )
    found = asked(level(), told.dossier, sight(TODAY))
    assert set(found) == {"contact_is_confirmed"}
    told.happens(e.ContactChanged(because="oui", by="Claire", contact=Contact(email="x@gmail.com")))
    assert asked(level(), told.dossier, sight(TODAY)) == {}


def test_une_lettre_ne_vaut_que_le_jour_pour_lequel_elle_est_ecrite() -> None:
    dossier = lived().dossier
    assert asked(level(), dossier, sight(TODAY), composed_for=TODAY) == {}
    found = asked(level(), dossier, sight(TODAY), composed_for=day("2026-10-12"))
    assert set(found) == {"composed_for_today"}


def test_suspendu_un_niveau_attend_une_reponse_part() -> None:
    told = lived()
    told.happens(held("2026-10-19", "ack"))
    found = asked(level(), told.dossier, sight(TODAY))
    assert (set(found), found["level_not_held"].again_on) == ({"level_not_held"}, day("2026-10-19"))
    assert asked(answer(), told.dossier, sight(TODAY)) == {}


def test_pas_avant_le_jour_dit_par_un_humain() -> None:
    told = lived()
    told.happens(
        e.ReviewAsked(because="", reason="question"),
        e.HumanResumed(
            because="oui", by="Claire", next_step="reminder_2", not_before=day("2026-10-20")
        ),
    )
    found = asked(level(), told.dossier, sight(TODAY))
    assert found["not_before_has_come"].again_on == day("2026-10-20")
    assert asked(level(), told.dossier, sight(day("2026-10-20"))) == {}


@pytest.mark.parametrize(
    ("contact", "step", "refused"),
    [
        (("2026-10-13", e.Sort.UNSOLICITED), level(), "no_unsolicited_contact_today"),
        (("2026-10-13", e.Sort.ANSWER), level(), "no_unsolicited_contact_today"),
        (("2026-10-12", e.Sort.UNSOLICITED), level(), "no_contact_in_five_business_days"),
        (("2026-10-12", e.Sort.ANSWER), level(), ""),
        (("2026-10-06", e.Sort.UNSOLICITED), level(), ""),
        (("2026-10-13", e.Sort.UNSOLICITED), answer(), ""),
        (("2026-10-13", e.Sort.ANSWER), answer(), "no_other_answer_today"),
        (("2026-10-12", e.Sort.ANSWER), answer(), ""),
    ],
    ids=[
        "un collègue ce matin",
        "une réponse ce matin",
        "un appel hier",
        "une réponse hier",
        "cinq jours ouvrés",
        "une réponse suit une relance",
        "une seule réponse",
        "une réponse hier, une autre aujourd'hui",
    ],
)
def test_contacts_de_tous_les_dossiers(
    contact: tuple[str, e.Sort], step: LetterStep, refused: str
) -> None:
    other = ContactDay(day=day(contact[0]), sort=contact[1], key=ELSEWHERE, step="1/x/1")
    found = asked(step, lived().dossier, sight(TODAY, contacts=(other,)))
    assert refused in found if refused else found == {}


def test_le_contact_de_la_lettre_elle_meme_ne_compte_pas_a_la_porte() -> None:
    told = lived()
    step = told.due()
    assert isinstance(step, LetterStep)
    own = ContactDay(day=TODAY, sort=e.Sort.UNSOLICITED, key=KEY, step=str(step.key))
    queued = story(SME)
    queued.until("2026-10-12")
    queued.happens(_queued(step))
    seen = sight(TODAY, contacts=(own,), sent_today=200)
    assert asked(step, queued.dossier, seen, composed_for=TODAY) == {}


def _queued(step: LetterStep) -> e.LetterQueued:
    return e.LetterQueued(
        because="",
        step=step.key,
        template="reminder_2",
        sort=e.Sort.UNSOLICITED,
        message_id="x@ours.example",  # type: ignore[arg-type]
        token="K7Q2M",
        to=(TO,),
        cc=(),
        subject="",
        amount=invoice().amount,
        invoices=(invoice().number,),
        composed_for=TODAY,
        mime=digest("x"),
    )


def test_consommateur_une_semaine_entre_deux_contacts() -> None:
    told = story(CONSUMER)
    call = e.CallLogged(because="appel", by="Claire", on=day("2026-10-01"), with_whom="", said="")
    told.happens(call)
    first = level("reminder_1", CONSUMER, "2026-10-07")
    found = asked(first, told.dossier, sight(day("2026-10-07")), CONSUMER)
    assert found["no_contact_in_five_business_days"].again_on == day("2026-10-08")
    assert asked(first, told.dossier, sight(day("2026-10-08")), CONSUMER) == {}


def test_apres_une_promesse_rompue_les_cinq_jours_ne_comptent_pas() -> None:
    told = lived()
    told.happens(promised("m1", "2026-10-08", ("2026-10-09", None), until="2026-10-13"))
    told.until("2026-10-13")
    call = ContactDay(day=day("2026-10-12"), sort=e.Sort.UNSOLICITED, key=ELSEWHERE)
    seen = sight(day("2026-10-14"), contacts=(call,))
    assert asked(level(), told.dossier, seen) == {}


@pytest.mark.parametrize(
    ("name", "refused"),
    [
        ("reminder_1", True),
        ("reminder_2", False),
        ("reminder_3", True),
        ("formal_notice", True),
        ("pre_due", True),
    ],
)
def test_aucun_niveau_saute_ni_repete(name: str, refused: bool) -> None:
    found = asked(level(name), lived().dossier, sight(TODAY))
    assert ("level_follows_the_last_one" in found) is refused


def test_une_course_commence_par_le_premier_niveau() -> None:
    told = story(SME)
    assert asked(level("reminder_1"), told.dossier, sight(TODAY)) == {}
    assert "level_follows_the_last_one" in asked(level(), told.dossier, sight(TODAY))


def test_jamais_avant_la_date_limite_annoncee() -> None:
    found = asked(level(due_on="2026-10-12"), lived().dossier, sight(day("2026-10-12")))
    assert found["deadline_announced_has_passed"].again_on == day("2026-10-13")


def test_jamais_avant_le_jour_imprime_meme_sur_ordre_d_un_humain() -> None:
    """P6 knows no exception: who was told the 16th is not written to on the 15th."""
    far = replace(SME, contact_every_business_days=9)
    told = story(far)
    told.until("2026-10-12")
    step, between = level(timeline=far), sight(day("2026-10-15"))
    found = asked(step, told.dossier, between, far)
    assert found["deadline_announced_has_passed"].again_on == day("2026-10-16")
    order = e.LetterOrdered(by="Claire Aubry", because="il l'a demandé", template="reminder_2")
    by_hand = asked(replace(step, ordered=order), told.dossier, between, far)
    assert by_hand["deadline_announced_has_passed"].again_on == day("2026-10-16")
    resumed = replace(
        told.dossier, resume=Resume(next_step="reminder_2", not_before=day("2026-10-14"))
    )
    assert "deadline_announced_has_passed" in asked(step, resumed, between, far)
    coming = due(resumed, far, today=day("2026-10-15"))
    assert coming is None or coming.due_on >= day("2026-10-16")
    assert "deadline_announced_has_passed" not in asked(
        step, told.dossier, sight(day("2026-10-16")), far
    )


def test_la_copie_attend_le_depot_du_recommande() -> None:
    told = story(POSTED)
    told.until("2026-10-29")
    step = level("formal_notice", POSTED, "2026-10-29")
    seen = sight(day("2026-10-30"))
    assert set(asked(step, told.dossier, seen, POSTED)) == {"posting_is_recorded"}
    told.happens(
        e.PostingRecorded(
            because="déposée", by="Claire", step=step.key, posted_on=day("2026-10-30"), number="2C"
        )
    )
    assert asked(step, told.dossier, seen, POSTED) == {}


@pytest.mark.parametrize(
    "sender", ["MAILER-DAEMON@x.example", "no-reply@x.example", "ne-pas-repondre@x.example"]
)
def test_on_ne_repond_pas_a_un_automate(sender: str) -> None:
    step = answer()
    assert step.answer is not None
    found = asked(
        replace(step, answer=replace(step.answer, sender=sender)), lived().dossier, sight(TODAY)
    )
    assert set(found) == {"answers_a_person"}


def test_on_ne_repond_pas_a_un_message_automatique() -> None:
    told = lived()
    read = heard("m1", Intent.ACK, Outcome.HOLD, TODAY)
    told.happens(replace(read, kind=Kind.AUTO_REPLY, intents=()))
    assert set(asked(answer(), told.dossier, sight(TODAY))) == {"answers_a_person"}


def test_une_association_contestant_tout_n_est_pas_relancee() -> None:
    told = lived()
    told.happens(
        e.DisputeOpened(
            because="litige",
            by="Claire",
            invoices=(invoice().number,),
            amount=invoice().amount,
            ground="prix",
            owner="Claire",
            answer_by=TODAY,
        )
    )
    found = asked(level(), told.dossier, sight(TODAY))
    assert set(found) == {"something_is_owed"}


@pytest.mark.parametrize(
    ("credit", "refused"),
    [("1499.99", False), ("1500.00", True), ("4000.00", True)],
    ids=["il reste un centime", "juste ce qui est échu", "plus que ce qui est échu"],
)
def test_un_avoir_qui_couvre_l_echu_retient_le_niveau_sans_humain(
    credit: str, refused: bool
) -> None:
    told = lived()
    note = invoice("AV-1", amount=credit, kind=InvoiceKind.CREDIT_NOTE)
    told.happens(
        e.InvoiceOpened(because="", invoice=invoice("FA-2", "2027-01-31", amount="9000.00")),
        e.InvoiceChanged(because="", invoice=note),
    )
    found = refusals(level(), told.dossier, sight(TODAY), timeline=SME)
    assert [one.check for one in found if one.time_mends] == ["something_is_owed"] * refused
    assert all(one.time_mends for one in found)
