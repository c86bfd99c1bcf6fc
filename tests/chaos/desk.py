"""An operator's command that kills itself at a named point: `python -m chaos.desk PLAN WORDS…`.

The words are those of `relance`; what they decide goes the way of the desk (`work_desk.act`). The
doors of the house that the command builds are wrapped as a daemon's are (`chaos.doomed`, whose
PLAN this is).
"""

import json
import sys
from pathlib import Path
from typing import Any

from chaos.doomed import Doom, doomed
from chaos.orders import Obedience
from chaos.pulse import Pulse
from relance_mailer.__main__ import main
from relance_mailer.commands import common
from relance_mailer.settings.loading import Settings
from relance_mailer.wiring.build import Relance, build


def obey(plan: dict[str, Any]) -> None:
    """From now on every command of this process works in a house that may die."""
    doom = Doom(Obedience(Path(plan["orders"])), Pulse(Path(plan["pulse"])))

    async def built(settings: Settings, **asked: Any) -> Relance:
        return doomed(await build(settings, **asked), doom)

    common.build = built  # type: ignore[assignment, attr-defined]


if __name__ == "__main__":
    obey(json.loads(sys.argv.pop(1)))
    main()
