"""The commands of `relance` as an operator runs them: processes of their own, on a real folder."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

COMMAND = (sys.executable, "-m", "relance_mailer")
SECONDS_MAX = 80.0
STOP_SECONDS_MAX = 15.0


class Installed:
    """A configuration written by `init`, with the moment that all its commands take for now."""

    def __init__(self, folder: Path, *, now: str) -> None:
        self.folder = folder
        self.settings = folder / "settings.toml"
        self._options = ("-c", str(self.settings), "--now", now)
        self._run("init", str(folder), options=())

    def edit(self, lines: dict[str, str]) -> None:
        """Replace each line that reads so (the first one) by another."""
        text = self.settings.read_text(encoding="utf-8")
        for before, after in lines.items():
            assert f"\n{before}\n" in text, before
            text = text.replace(f"\n{before}\n", f"\n{after}\n", 1)
        self.settings.write_text(text, encoding="utf-8")

    def said(self, *words: str) -> str:
        """What a command prints; it must end well."""
        return self._run(*words, options=self._options)

    def rows(self, *words: str) -> list[dict[str, Any]]:
        """The objects that a command prints with --json."""
        return [json.loads(line) for line in self.said(*words, "--json").splitlines()]

    def _run(self, *words: str, options: tuple[str, ...]) -> str:
        done = subprocess.run(
            [*COMMAND, *options, *words],
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS_MAX,
        )
        assert done.returncode == 0, f"{words}: {done.stdout[-2_000:]}{done.stderr[-4_000:]}"
        return done.stdout

    @contextmanager
    def daemon(self) -> Iterator["Daemon"]:
        """`run`, until the block ends or it was stopped; killed when it outlives its time."""
        process = subprocess.Popen(
            [*COMMAND, *self._options, "run", "--json-log"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        alarm = threading.Timer(SECONDS_MAX, process.kill)
        alarm.start()
        try:
            with process:
                try:
                    yield Daemon(process)
                finally:
                    process.kill()
        finally:
            alarm.cancel()


class Daemon:
    """A running service, followed by its log."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._lines: list[str] = []

    def passes(self) -> Iterator[str]:
        """The passes that it reports, as they come, until it ends."""
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self._lines.append(line)
            assert line.startswith("{"), line + self._process.stderr.read()[-6_000:]
            entry = json.loads(line)
            assert entry["level"] != "error", line
            if entry["event"] == "passage":
                yield entry["action"]

    def wait_for(self, *actions: str) -> None:
        """Return once each of these passes has been made (in any order)."""
        missing = set(actions)
        for action in self.passes():
            missing.discard(action)
            if not missing:
                return
        raise AssertionError(f"ended before {missing}: {self.log()}")

    def stop(self) -> int:
        """SIGTERM, as an operator does; the exit code, which must come in time."""
        self._process.terminate()
        _, rest = self._process.communicate(timeout=STOP_SECONDS_MAX)
        self._lines.append(rest)
        return self._process.returncode

    def log(self) -> str:
        """The end of what it wrote."""
        return "".join(self._lines)[-4_000:]
