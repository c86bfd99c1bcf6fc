"""How often Python looks for values that only name each other: seldom, and never among what stays.

Most of what a pass makes is freed the moment that nobody names it. The search for the rest goes
through all that was made since, and now and then through all there is: as it comes by itself, it
takes a daemon a tenth of its time.
"""

import gc

MADE = 10_000
"""Values made, and not freed, before a look at the newest; every tenth look goes further."""


def look_seldom() -> None:
    """What is there now stays, so no look goes through it: to be asked where a process begins."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(MADE, 10, 10)
