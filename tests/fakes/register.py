"""The register in memory."""


class FakeRegister:
    """Implements `ports.Register`."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    async def get(self, name: str) -> str | None:
        """The value, None when never set."""
        return self.values.get(name)

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
