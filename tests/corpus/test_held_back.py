"""The corpus that is held back: only its totals are taken, and its costly errors may only sink.

Nobody writes a rule from its messages or reads why one failed: they stand for a stranger's mail.
A costly error alone is looked at, whoever's mail it is: a wrong letter matters more than a figure.
"""

from pathlib import Path

from corpus.test_understand_corpus import judged

KERLANN = Path(__file__).parent / "kerlann"
HARMFUL_AT_MOST = 0
OUTCOME_AT_LEAST = 0.88
KIND_AT_LEAST = 0.98


def test_costly_errors_on_mail_that_no_rule_has_seen_may_only_sink() -> None:
    found = judged(KERLANN)
    print(found.told())
    assert found.wrongful == ()
    assert len(found.harmful) <= HARMFUL_AT_MOST, len(found.harmful)
    assert found.wrong_dossier == ()
    assert found.kind.rate >= KIND_AT_LEAST
    assert found.outcome.rate >= OUTCOME_AT_LEAST
