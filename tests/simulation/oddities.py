"""What is peculiar in the world of a scene: other machines, another mailbox, unreadable mail."""

from datetime import timedelta
from functools import partial
from typing import Any

from pytest import MonkeyPatch  # noqa: PT013  # a type, not a fixture

from relance_mailer.flows.read_mail import one_pass
from relance_mailer.people import voices
from relance_mailer.simulate import debtors, estate, world
from relance_mailer.simulate.servers import INBOX, SENT, Folders
from relance_mailer.simulate.world import World

SECOND = "Factures"


def some_cannot_be_processed(patch: MonkeyPatch) -> None:
    """Our own fault in whatever is decided of a debtor's message: it has to be set aside."""
    real = one_pass.decide_item

    def trip(draft: Any, creditor: Any, item: Any) -> Any:
        if item.arrival is not None:
            raise UnicodeError("octets inattendus")
        return real(draft, creditor, item)

    patch.setattr(one_pass, "decide_item", trip)


def second_folder(patch: MonkeyPatch) -> None:
    """A rule of the mailbox files every other message in a folder of its own."""
    put = World._put
    both = estate._SETTINGS.replace(f'["{INBOX}"]', f'["{INBOX}", "{SECOND}"]')

    def filed(self: World, said: Any, folder: str) -> None:
        put(self, said, SECOND if said.digest[0] in "01234567" else folder)

    patch.setattr(estate, "_SETTINGS", both)
    patch.setattr(world, "Folders", lambda: Folders(INBOX, SENT, SECOND))
    patch.setattr(World, "_put", filed)


def no_reply_address(patch: MonkeyPatch) -> None:
    """A portal writes as a person does; only its address tells that nobody reads it."""
    real = debtors._by_itself

    def by_itself(
        desk: Any, sender: str, owing: Any, what: str, letter: Any, now: Any, promised: Any
    ) -> bytes | None:
        if what != "robot":
            return real(desk, sender, owing, what, letter, now, promised)
        text = debtors.ROBOT.format(jour=voices.in_words(promised))
        portal = f"Portail <ne-pas-repondre@{owing.usual.email.partition('@')[2]}>"
        return bytes(desk.reply(portal, text, "", letter, now, "thunderbird"))

    patch.setattr(debtors, "_by_itself", by_itself)


def bulk_mail(patch: MonkeyPatch) -> None:
    """A ticket system that says of itself nothing but `Precedence: bulk`."""
    real = debtors._by_itself

    def by_itself(desk: Any, sender: str, owing: Any, what: str, *rest: Any) -> bytes | None:
        raw = real(desk, sender, owing, what, *rest)
        if what != "robot" or raw is None:
            return raw
        raw = raw.replace(b"Auto-Submitted: auto-replied\r\n", b"Precedence: bulk\r\n")
        raw = raw.replace(b"X-Auto-Response-Suppress: All\r\n", b"")
        return raw.replace("Réponse automatique : ".encode(), b"Re: ")

    patch.setattr(debtors, "_by_itself", by_itself)


def successor_elsewhere(patch: MonkeyPatch) -> None:
    """Whoever is to be written to from now on has an address that nobody of ours knows."""
    told = tuple(text.replace("{domaine}", "cabinet-kern.example") for text in REDIRECT)
    patch.setitem(voices.VOICES, "redirect", told)


def answers_at_the_last_minute(patch: MonkeyPatch) -> None:
    """Whoever answers lets the whole of his wait go by."""

    def soon(self: Any, chance: Any, minutes: int, *told: Any) -> None:
        at = self._world.clock.true + timedelta(minutes=minutes)
        self._world.later(at, partial(self._say, *told))

    patch.setattr(debtors.Debtors, "_soon", soon)


REDIRECT = voices.VOICES["redirect"]
