"""Which corpora there are: the project's two always, the shared one where it lies beside it."""

import os
from pathlib import Path

OWN = Path(__file__).parent / "own"
ORBISE = Path(__file__).parent / "orbise"
SORVAL = Path(__file__).parent / "sorval"
MORVAN = Path(__file__).parent / "morvan"
TALVERN = Path(__file__).parent / "talvern"
BRESCOU = Path(__file__).parent / "brescou"
QUIMERC = Path(__file__).parent / "quimerc"
VAUDRAC = Path(__file__).parent / "vaudrac"
LANVEC = Path(__file__).parent / "lanvec"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "dev"


def shared_is_expected() -> bool:
    """Whether the shared corpus is used: it is there, or CI promises that it is."""
    return SHARED.is_dir() or os.environ.get("CI", "").lower() in {"true", "1"}


def corpora() -> dict[str, Path]:
    """The corpora to use by the name that a test shows; with CI the shared one may not miss."""
    found = {
        "own": OWN,
        "orbise": ORBISE,
        "sorval": SORVAL,
        "morvan": MORVAN,
        "talvern": TALVERN,
        "brescou": BRESCOU,
        "quimerc": QUIMERC,
        "lanvec": LANVEC,
        "vaudrac": VAUDRAC,
    }
    if shared_is_expected():
        found["shared-dev"] = SHARED
    return found


def fullest() -> tuple[str, Path]:
    """The name and folder of the one corpus to use where one is enough."""
    return list(corpora().items())[-1]
