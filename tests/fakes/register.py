"""The register in memory."""

from collections.abc import Mapping, Sequence


class FakeRegister:
    """Implements `ports.Register`."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    async def get(self, name: str) -> str | None:
        """The value, None when never set."""
        return self.values.get(name)

    async def get_many(self, names: Sequence[str]) -> Mapping[str, str]:
        """The values of these names; those never set are left out."""
        return {name: self.values[name] for name in names if name in self.values}

    async def set(self, name: str, value: str | None) -> None:
        """Set or, with None, take away."""
        if value is None:
            self.values.pop(name, None)
        else:
            self.values[name] = value

    async def swap(self, name: str, expected: str | None, value: str | None) -> bool:
        """Set if the value is still the expected one."""
        if self.values.get(name) != expected:
            return False
        await self.set(name, value)
        return True
