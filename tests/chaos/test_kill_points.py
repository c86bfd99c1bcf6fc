"""kill -9 before and after each commit point by its name; the suite runs a share of them.

`python -m chaos.many_kills` runs all of them, hundreds of times, on either database.
"""

import os
from pathlib import Path
from random import Random, SystemRandom
from time import monotonic

from chaos.killing import ANSWER_SECONDS, Killing, Tally
from chaos.line import slow_line
from chaos.many_kills import trial_of
from chaos.results import report
from relance_mailer.dossier.state import LetterState
from servers.dovecot import Dovecot
from servers.postfix import Postfix

ALWAYS = (
    "before journal.commit[LetterLeaving]",
    "after mailer.leaving",
    "after mailer.hand_over",
    "after journal.commit[LetterSent]",
)
"""Around a send, where a letter would be lost or sent twice."""
AT_CHOICE = tuple(
    f"{side} {name}"
    for side in ("before", "after")
    for name in (
        "journal.commit[InvoiceOpened]",
        "journal.commit[LetterQueued]",
        "leases.take[mailbox]",
        "mailbox.append",
        "outbox.filed",
    )
)
"""Points that every life passes."""
BY_CHANCE = 1
PATIENCE_SECONDS = 90.0
"""A life ends as soon as its point is reached; on a busy machine it takes its time to begin."""
WORTH_A_NAME = (
    "journal.commit[InvoiceOpened]",
    "journal.commit[LetterQueued]",
    "journal.commit[LetterLeaving]",
    "journal.commit[LetterSent]",
    "outbox.claim",
    "outbox.filed",
    "inbox.keep",
    "leases.take[mailbox]",
    "mailer.hand_over",
    "mailer.leaving",
    "mailbox.append",
    "register.set[inbox_read_at]",
    "journal.commit[MessageRead]",
    "journal.commit[PromiseMade]",
    "journal.commit[HandedToLegal]",
    "journal.commit[LetterRefused]",
    "journal.commit[LetterWithdrawn]",
    "journal.commit[LetterStayed]",
    "journal.commit[ContactBounced]",
    "journal.commit[ContactChanged]",
    "journal.commit[HumanResumed]",
    "journal.commit[HumanClosed]",
)


async def test_no_commit_point_loses_a_letter_or_sends_it_twice(
    dovecot: Dovecot, postfix: Postfix, tmp_path: Path
) -> None:
    """Each death finds its point; what stands in doubt at the end is what was killed in mid-air."""
    seed = int(os.environ.get("RELANCE_TEST_SEED") or SystemRandom().randrange(1_000_000))
    print(f"RELANCE_TEST_SEED={seed}")
    tally, began = Tally(), monotonic()
    async with slow_line(postfix.plain_port, seconds=ANSWER_SECONDS) as line:
        killing = Killing(
            trial_of(tmp_path, "sqlite:///relance.db", dovecot, postfix, line, seed),
            tally,
            patience_seconds=PATIENCE_SECONDS,
        )
        killing.begins_with(200_000 + 1_000 * (seed % 500))
        points = await killing.first_life()
        for name in WORTH_A_NAME:
            sides = {point.partition(" ")[0] for point in points if name in point}
            assert sides == {"before", "after"}, (name, points)
        others = sorted(set(AT_CHOICE) & set(points))
        chosen = [*ALWAYS, *Random(seed).sample(others, BY_CHANCE)]
        await killing.kill(chosen, len(chosen), neighbour=False, until=began + 600)
        await killing.judge()
        dossiers = await killing.trial.dossiers()
    print(report(tally, monotonic() - began, only_tried=True))
    assert set(ALWAYS) <= set(tally.at_points), tally
    states = [letter.state for dossier, _ in dossiers.values() for letter in dossier.letters]
    assert states.count(LetterState.UNSURE) >= 1, "aucune mort au milieu d'un envoi"
