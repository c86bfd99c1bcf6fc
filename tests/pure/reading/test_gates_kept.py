"""The table of gates: what is kept is what would be read out, and what is not is read out."""

import re
import subprocess
import sys
from pathlib import Path

from relance_mailer.reading.gate_strings import gates_of
from relance_mailer.reading.gates import Gated
from relance_mailer.reading.gates_kept import digest_of, kept_gates, packed, unpacked

ROOT = Path(__file__).parents[3]
WORDS = r"\b(?:vir(?:é|ement)|ch[eè]que)\b"


def test_the_table_is_what_the_patterns_say() -> None:
    """After a pattern was changed: `make gates`."""
    told = subprocess.run(
        [sys.executable, "-m", "training.gates", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, f"{told.stdout}{told.stderr}: `make gates` writes it anew"


def test_what_is_not_in_the_table_is_read_out() -> None:
    assert kept_gates(WORDS, 0) is None
    assert Gated(WORDS).gates == (gates_of(f"(?:{WORDS})", 0),)
    assert Gated(WORDS).search("par virement lundi")


def test_a_pattern_is_known_by_its_words_and_its_flags() -> None:
    assert digest_of(WORDS, 0) != digest_of(WORDS, re.ASCII)
    assert digest_of(WORDS, 0) != digest_of(WORDS + " ", 0)


def test_what_is_written_down_comes_back() -> None:
    gates = {digest_of(words, 0): gates_of(words, 0) for words in (WORDS, "(?:a)", "pay(?:er|é)")}
    assert unpacked(packed(gates)) == gates
    assert unpacked("\n") == {}
