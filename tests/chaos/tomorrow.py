"""Today's program as its next version may be: it writes one kind of event in a new shape.

`python -m chaos.tomorrow` takes the words of `relance`. A page in which it wrote that event is
closed to today's program and to earlier ones; it reads all that they wrote.
"""

from relance_mailer.__main__ import main
from relance_mailer.store import folds, journal
from relance_mailer.store.codec import CODEC, Codec

MODULE = "chaos.tomorrow"
KIND, VERSION = "LetterSent", 2
CODEC_OF_TOMORROW = Codec(
    CODEC.classes.values(), versions={KIND: VERSION}, upgrades={(KIND, 1): dict}
)

if __name__ == "__main__":
    for room in (folds, journal):
        room.CODEC = CODEC_OF_TOMORROW
    main()
