"""What a reading process does ahead: all is compiled then, and the daemon itself loads nothing."""

import subprocess
import sys

LOADED = (
    "import sys, relance_mailer.wiring.build;"
    "print([name for name in sys.modules if name.endswith(('.understand', '.gates', '.gather'))])"
)


PRACTISED = """
from itertools import count, takewhile
from relance_mailer.flows.read_mail.practice import practise
from relance_mailer.reading.compiled_later import COMPILED_LATER
print(len(list(takewhile(practise, count()))), len(COMPILED_LATER))
"""


def said_by_a_new_process(words: str) -> str:
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_after_the_last_step_nothing_is_left_to_compile() -> None:
    steps, left = map(int, said_by_a_new_process(PRACTISED).split())
    assert steps > 2
    assert left == 0


def test_telling_others_to_practise_does_not_load_the_reader() -> None:
    assert said_by_a_new_process(LOADED) == "[]"
