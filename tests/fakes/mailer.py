"""A submission account in memory: it takes letters, or fails in the way one asks for."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from relance_mailer.ports import FRESH_SECONDS, Fault, Handover, Refused, Stayed, Taken, Unsure


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivered:
    """A letter that really left."""

    mime: bytes
    envelope_from: str
    recipients: tuple[str, ...]


class FakeMailer:
    """Answers with `answers` in turn, then takes everything."""

    def __init__(self) -> None:
        self.seconds: Callable[[], float] = lambda: 0.0  # real time, for whoever freezes it
        self.delivered: list[Delivered] = []
        self.answers: list[Handover | Fault | str] = []
        self.offered = 0

    async def hand_over(
        self,
        mime: bytes,
        *,
        envelope_from: str,
        recipients: Sequence[str],
        envelope_id: str,
        leaving: Callable[[], Awaitable[None]],
    ) -> Handover:
        """Take a letter; the word "swallowed" takes it and loses the reply."""
        self.offered += 1
        answer = self.answers.pop(0) if self.answers else Taken(reply="250 2.0.0 Ok")
        if isinstance(answer, Fault):
            raise answer
        if isinstance(answer, Refused):
            return answer
        looked_at = self.seconds()
        await leaving()
        if self.seconds() - looked_at > FRESH_SECONDS:
            return Stayed(text="service figé")
        letter = Delivered(mime=mime, envelope_from=envelope_from, recipients=tuple(recipients))
        if answer == "swallowed":
            self.delivered.append(letter)
            return Unsure(text="connexion perdue")
        if isinstance(answer, Taken):
            self.delivered.append(letter)
        assert not isinstance(answer, str)
        return answer

    async def close(self) -> None:
        """Nothing to give back."""
