"""A process is known to be gone only when it is one of this machine that ended for sure."""

import signal
import subprocess
import sys

from relance_mailer.adapters.process import in_words, is_gone, this_process

TELL = "from relance_mailer.adapters.process import this_process; print(this_process(), flush=True)"
STAY = f"{TELL}; input()"


def other() -> tuple[subprocess.Popen[str], str]:
    """A second process that stays, and its name."""
    process = subprocess.Popen(
        [sys.executable, "-c", STAY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


def close(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def test_we_are_not_gone_and_the_name_is_readable() -> None:
    name = this_process()
    assert name == this_process()
    assert not is_gone(name)
    assert f"(processus {name.split('/')[2]})" in in_words(name)


def test_a_process_lives_until_it_is_killed() -> None:
    process, name = other()
    assert name != this_process()
    assert not is_gone(name)
    close(process)
    assert is_gone(name)


def test_a_frozen_one_lives_and_one_that_nobody_buried_does_not() -> None:
    process, name = other()
    process.send_signal(signal.SIGSTOP)
    assert not is_gone(name)
    process.kill()
    assert process.wait() == -signal.SIGKILL
    close(process)
    assert is_gone(name)


def test_a_number_used_again_is_not_the_one_that_died() -> None:
    host, space, pid, began = this_process().split("/")
    assert is_gone(f"{host}/{space}/{pid}/{int(began) - 1}")


def test_of_another_machine_nothing_is_known() -> None:
    host, space, _, began = this_process().split("/")
    assert not is_gone(f"{host}/{space}x/999999/{began}")
    assert not is_gone(f"{host}//999999/{began}")
    assert not is_gone("n'importe quoi")
    assert in_words("n'importe quoi") == "n'importe quoi"
