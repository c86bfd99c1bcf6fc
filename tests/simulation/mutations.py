"""Which break of the house has to be seen, under which promise, in which short story.

`unasked` are checks of the gate that are left out as well: where something else keeps the promise
too, both are broken, and with the gate alone the promise is still kept.
"""

from dataclasses import dataclass

from pytest import MonkeyPatch  # noqa: PT013  # a type, not a fixture

from relance_mailer.outward import causes
from relance_mailer.words import Intent, Outcome
from simulation import breaks as b
from simulation import layers as la
from simulation import scenes as s
from simulation.scenes import Scene


@dataclass(frozen=True)
class Mutation:
    """A break and what must see it."""

    name: str
    promise: str
    scene: Scene
    broken: b.Break = la.nothing_else
    unasked: tuple[str, ...] = ()
    told: str = ""  # words of the judge's own question, where the promise has several

    def apply(self, patch: MonkeyPatch) -> None:
        """Break the house."""
        self.broken(patch)
        b.unchecked(*self.unasked)(patch)


MUTATIONS = (
    Mutation("une insulte est rangée sans suite", "P1", s.INSULTS, la.word_ignored(Intent.HOSTILE)),
    Mutation("un refus est rangé sans suite", "P1", s.REFUSERS, la.word_ignored(Intent.REFUSAL)),
    Mutation(
        "une opposition est rangée sans suite", "P1", s.OPPONENTS, la.word_ignored(Intent.OPT_OUT)
    ),
    Mutation(
        "une procédure est rangée sans suite", "P1", s.RUINED, la.word_ignored(Intent.INSOLVENCY)
    ),
    Mutation("rien ne va au contentieux", "P1", s.HOSTILE, b.outcome_ignored(Outcome.LEGAL)),
    Mutation(
        "les autres dossiers n'entendent rien",
        "P1",
        s.KINDRED,
        la.other_dossiers_do_not_hear,
        ("knows_what_its_debtor_said",),
    ),
    Mutation(
        "le contentieux ne retient rien",
        "P1",
        s.INSULTS,
        la.phases_do_not_hold,
        ("amicable_phase", "template_exists_for_this_dossier"),
    ),
    Mutation(
        "un débiteur fermé reçoit encore",
        "P1",
        s.LEAVERS,
        la.phases_do_not_hold,
        ("ordered_by_a_human_when_in_review", "template_exists_for_this_dossier"),
    ),
    Mutation(
        "une promesse ne suspend rien", "P1", s.PROMISES, b.outcome_ignored(Outcome.HOLD_UNTIL)
    ),
    Mutation("suspendu n'arrête rien", "P1", s.HELD, la.hold_is_overlooked, ("level_not_held",)),
    Mutation("les règlements ne sont pas lus", "P1", s.PAYERS, b.payments_overlooked),
    Mutation("ce qui est soldé reste demandé", "P1", s.PAYERS, b.amounts_not_asked_again),
    Mutation(
        "payée à la porte, envoyée quand même",
        "P1",
        s.LATE,
        la.letter_is_never_stale,
        ("something_is_owed",),
    ),
    Mutation(
        "une lettre n'attend pas la lecture",
        "P1",
        s.HOSTILE,
        b.reader_stands_still,
        ("no_unread_word_from_debtor",),
    ),
    Mutation("ce qui est mis de côté ne retient rien", "P1", s.ASIDE, la.set_aside_is_forgotten),
    Mutation(
        "l'arrêt n'arrête rien",
        "P1",
        s.STOPPED,
        unasked=("no_stop_is_set",),
        told="envoi arrêté",
    ),
    Mutation(
        "personne ne lit l'arrêt", "P1", s.STOPPED, la.stop_is_only_noted, told="envoi arrêté"
    ),
    Mutation(
        "un échéancier ne retient rien",
        "P1",
        s.INSTALMENTS,
        la.plan_holds_nothing,
        ("no_plan_is_running",),
        told="échéancier tenu",
    ),
    Mutation("la boîte peut être vieille", "P2", s.BLIND, unasked=("inbox_was_read_lately",)),
    Mutation("un dossier non relevé compte comme lu", "P2", s.BLIND, b.half_a_look_counts),
    Mutation("un dossier de la boîte est oublié", "P2", s.FOLDERS, la.folder_is_forgotten),
    Mutation("les envois ne sont pas regardés", "P2", s.FOLDERS, la.sent_folder_is_forgotten),
    Mutation("le grand livre peut être vieux", "P2", s.STALE, unasked=("ledger_is_fresh",)),
    Mutation("un vieux fichier compte comme neuf", "P2", s.STALE, b.old_ledger_counts_as_new),
    Mutation("on ne dit pas la boîte vieille", "P2", s.BLIND, b.says_nothing_of(causes.INBOX)),
    Mutation("on ne dit pas le grand livre vieux", "P2", s.STALE, b.says_nothing_of(causes.LEDGER)),
    Mutation("un départ n'est pas gravé", "P3", s.POWER, b.departures_are_not_flushed),
    Mutation("un doute compte pour une preuve", "P3", s.LOST, b.doubt_counts_as_sent),
    Mutation("un doute reste ouvert", "P3", s.TAKEN, b.doubts_stay),
    Mutation("notre propre copie fait preuve", "P3", s.LOST, b.own_copy_is_proof),
    Mutation("une partie n'est pas inscrite", "P3", s.TALK, b.sent_is_not_journaled),
    Mutation("une lettre en doute est offerte encore", "P3", s.TAKEN, b.doubt_is_offered_again),
    Mutation("un silence compte pour un refus", "P3", s.TAKEN, la.silence_is_a_refusal),
    Mutation("partie avant d'être écrite", "P3", s.DEATHS, b.leaves_before_it_is_written),
    Mutation("deux démons prennent la même", "P3", s.PAIRS, b.two_may_claim),
    Mutation(
        "deux courriers d'un jour n'en font qu'un", "P4", s.TWICE, b.two_mails_of_a_day_count_as_one
    ),
    Mutation("la marque avant les octets", "P4", s.CUTS, b.mark_before_bytes),
    Mutation("UIDVALIDITY est ignorée", "P4", s.NUMBERS, b.uidvalidity_overlooked),
    Mutation("un message est écarté sans être lu", "P4", s.TALK, b.dropped_unread),
    Mutation("l'illisible disparaît", "P4", s.UNREAD, la.unreadable_is_dropped),
    Mutation("l'illisible bloque la file", "P4", s.UNREAD, la.unreadable_blocks_the_queue),
    Mutation("les collègues ne comptent pas", "P5", s.COLLEAGUES, b.colleagues_do_not_count),
    Mutation("aucun contact n'est pris", "P5", s.SHARED, b.no_contact_is_taken),
    Mutation(
        "une deuxième réponse le même jour",
        "P5",
        s.WORDY,
        b.contacts_are_not_kept,
        ("no_other_answer_today",),
    ),
    Mutation(
        "un niveau après une réponse du même jour",
        "P5",
        s.SLOW,
        b.all_of(la.hold_is_overlooked, b.unchecked("level_not_held")),
        ("no_unsolicited_contact_today",),
    ),
    Mutation("à toute heure", "P6", s.TALK, unasked=("working_hours_in_france",)),
    Mutation(
        "avant le jour imprimé", "P6", s.PAYERS, b.too_soon, ("deadline_announced_has_passed",)
    ),
    Mutation(
        "le même niveau encore", "P6", s.ALONE, la.same_level_again, ("level_follows_the_last_one",)
    ),
    Mutation(
        "un niveau plus faible",
        "P6",
        s.ALONE,
        la.back_to_the_first_level,
        ("level_follows_the_last_one",),
    ),
    Mutation("un dossier est oublié", "P6", s.ASLEEP, la.never_looked_at_again),
    Mutation("un automate est une personne", "P7", s.TALK, b.headers_overlooked),
    Mutation("les en-têtes ne disent rien", "P7", s.BULK, la.headers_say_nothing),
    Mutation(
        "la porte ne connaît pas les automates", "P7", s.PORTALS, la.no_address_is_an_automaton
    ),
    Mutation(
        "la porte n'interroge pas le destinataire", "P7", s.PORTALS, unasked=("answers_a_person",)
    ),
    Mutation("aucune adresse ne meurt", "P7", s.DEAD, la.no_address_ever_dies, told="n'existe pas"),
    Mutation(
        "une adresse morte est encore choisie",
        "P7",
        s.DEAD,
        la.dead_addresses_are_overlooked,
        ("contact_can_be_reached",),
        told="n'existe pas",
    ),
    Mutation("une signature en échec est crue", "P8", s.FORGERS, b.anybody_is_believed),
    Mutation("un inconnu est cru", "P8", s.FORGERS, b.strangers_are_believed),
    Mutation("à examiner ne retient rien", "P8", s.DISPUTES, b.outcome_ignored(Outcome.REVIEW)),
    Mutation(
        "la porte laisse passer ce qui est à examiner",
        "P8",
        s.QUARRELS,
        la.phases_do_not_hold,
        ("ordered_by_a_human_when_in_review",),
    ),
    Mutation(
        "une réponse part malgré ce qu'il a écrit depuis",
        "P8",
        s.SECOND_WORDS,
        la.answers_leave_in_review,
        ("ordered_by_a_human_when_in_review",),
    ),
    Mutation(
        "qui renvoie à un autre reste le premier",
        "P8",
        s.LEFT,
        la.newcomers_stand_behind,
        told="a donné une autre adresse",
    ),
    Mutation(
        "à qui écrire désormais n'est pas noté",
        "P8",
        s.LEFT,
        la.newcomers_are_overlooked,
        told="a donné une autre adresse",
    ),
    Mutation(
        "une lettre prête garde son lecteur",
        "P8",
        s.OVERTAKEN,
        la.reader_is_never_asked_again,
        told="a donné une autre adresse",
    ),
    Mutation(
        "une adresse inconnue n'attend personne",
        "P8",
        s.PROPOSED,
        unasked=("contact_is_confirmed",),
        told="a donné une autre adresse",
    ),
    Mutation("un fait sans motif", "P9", s.TALK, b.without_because),
    Mutation("un maillon de la chaîne manque", "P9", s.TALK, b.chain_forgets),
    Mutation("ce qui est inscrit n'est pas gravé", "P9", s.POWER, b.commits_are_not_flushed),
    Mutation("les caches prennent du retard", "P9", s.TALK, b.caches_fall_behind),
    Mutation("n'importe qui entre", "P10", s.FORGERS, b.anybody_enters),
    Mutation("les mots d'un inconnu sont du balisage", "P10", s.FORGERS, b.words_are_markup),
    Mutation("rien n'est interdit au navigateur", "P10", s.FORGERS, b.nothing_is_forbidden),
)

NOT_SHOWN = {
    "mode_is_send": "what leaves in shadow mode breaks no promise that the judge asks",
    "database_knows_what_left": "no database is brought back here: tests/flows asks it",
    "composed_for_today": "a letter of another day is withdrawn before; the judge reads no date",
    "daily_ceiling": "no promise, and no scene has so many letters",
    "not_before_has_come": "the judge does not know the day that a human named",
    "no_contact_in_five_business_days": "the printed day keeps it within a dossier (P6)",
    "posting_is_recorded": "nothing is posted in the simulation",
    "claim_is_not_limited": "no claim of the simulation is old enough",
    "road_is_open_where_he_lives": "nobody of the simulation lives abroad",
    "no_colleague_works_on_it": "nobody of the simulation claims a dossier",
    "a_human_approved_it": "the judge does not know which letters wait for a yes",
    "account_manager_was_told": "no debtor of the simulation has a manager",
}
"""Checks of the gate whose break no scene can show, and why; tests/pure/outward asks each."""
