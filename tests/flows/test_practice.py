"""What a reading process does ahead: all is compiled then, and the daemon itself loads nothing."""

import subprocess
import sys

from relance_mailer.flows.read_mail.practice import practise
from relance_mailer.reading.compiled_later import COMPILED_LATER

LOADED = (
    "import sys, relance_mailer.wiring.build;"
    "print([name for name in sys.modules if name.endswith(('.understand', '.gates', '.gather'))])"
)


def test_after_the_last_step_nothing_is_left_to_compile() -> None:
    step = 0
    while practise(step):
        step += 1
    assert step > 2
    assert not COMPILED_LATER


def test_telling_others_to_practise_does_not_load_the_reader() -> None:
    told = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"
