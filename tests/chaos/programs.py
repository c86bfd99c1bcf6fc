"""Programs of earlier days, as `earlier/README.md` says, to run beside today's."""

import os
import tarfile
from dataclasses import dataclass
from pathlib import Path

from chaos.nursery import Program

TESTS = Path(__file__).resolve().parents[1]
ARCHIVE = Path(__file__).with_name("earlier") / "programs.tar.xz"
WITHOUT_LEASES, WITH_LEASES = "without-leases", "with-leases"


@dataclass(frozen=True, kw_only=True, slots=True)
class Earlier:
    """A program of before, unpacked."""

    root: Path

    @property
    def program(self) -> Program:
        """As a nursery has it in its memory."""
        path = os.pathsep.join([str(self.root), str(TESTS)])
        return Program(path=path, imports=("relance_mailer.__main__",))

    @property
    def config(self) -> Path:
        """The settings that it shipped."""
        return self.root / "config"


def unpacked(folder: Path) -> dict[str, Earlier]:
    """All of them, each under its name."""
    with tarfile.open(ARCHIVE) as archive:
        archive.extractall(folder, filter="data")
    return {name: Earlier(root=folder / name) for name in (WITHOUT_LEASES, WITH_LEASES)}
