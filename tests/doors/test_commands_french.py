"""Whatever can be asked of the command line or mistyped in it, the answer is French."""

import re
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import typer

from relance_mailer.__main__ import app
from relance_mailer.commands.french import in_words
from relance_mailer.settings.french import system_words

ENGLISH = re.compile(
    r"\b(?:usage: |error|missing|invalid|no such|try '|show this|and exit|required|default"
    r"|did you mean|unexpected|extra argument|requires|takes|value|input|should|must|choose from"
    r"|is not one|commands?:|<str>|<int|<list|<path>|Decimal|the|this|with|for|and)\b",
    re.IGNORECASE,
)
WORDS_OF_OURS = re.compile(r"--?[\w-]+|settings\.toml|<[\w|-]+>|« ?[^»]*»|relance[\w -]*|\(R\d+\)")
"""Options, choices and quoted words are identifiers: the same in every language."""


def commands(command: Any, *path: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command and group with the words that call it."""
    yield path, command
    for name, one in getattr(command, "commands", {}).items():
        yield from commands(one, *path, name)


WHOLE = typer.main.get_command(app)
EVERY = list(commands(WHOLE))
NAMES = ["-".join(path) or "relance" for path, _ in EVERY]


def english_in(text: str) -> list[str]:
    """The English words of an answer."""
    return ENGLISH.findall(WORDS_OF_OURS.sub(" ", text))


def asked(*words: str) -> tuple[int, str]:
    """The exit code and all that was said."""
    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said), pytest.raises(SystemExit) as end:
        WHOLE.main(list(words), prog_name="relance")
    assert isinstance(end.value.code, int)
    return end.value.code, said.getvalue()


@pytest.mark.parametrize(("path", "command"), EVERY, ids=NAMES)
def test_every_help_page_is_french(path: tuple[str, ...], command: Any) -> None:
    code, said = asked(*path, "--help")
    assert code == 0
    assert said.startswith("Usage : relance")
    assert "Montre cette aide." in said
    assert english_in(said) == []
    assert all(getattr(one, "help", None) for one in command.params), "an option without words"


@pytest.mark.parametrize(("path", "command"), EVERY, ids=NAMES)
def test_every_mistake_is_told_in_french(path: tuple[str, ...], command: Any) -> None:
    for words in mistakes(command):
        code, said = asked(*path, *words)
        assert code == 2, (words, said)
        assert "Erreur : " in said, words
        assert english_in(said) == [], (words, said)


def mistakes(command: Any) -> Iterator[tuple[str, ...]]:
    """An unknown option, a word too many, a value that cannot be, one that lacks, one too many."""
    yield ("--inconnu",)
    if getattr(command, "commands", None):
        yield ("inconnu",)
        return
    if all(one.nargs == 1 for one in command.params):
        yield ("mot",) * 12
    if any(one.required for one in command.params):
        yield ()
    for one in command.params:
        if one.param_type_name != "option":
            continue
        if getattr(one, "is_flag", False):
            yield (f"{one.opts[0]}=oui",)
            continue
        yield (one.opts[0],)
        if one.type_descriptor.is_choice or one.type_descriptor.annotation is int:
            yield (one.opts[0], "☠")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["lettre"], "Commande inconnue : lettre. Vouliez-vous dire letter ?"),
        (["--nope"], "Option inconnue : --nope. Vouliez-vous dire --now ?"),
        (["reckon"], "Il manque DOSSIER."),
        (["reckon", "A", "B"], "De trop : B"),
        (["draft", "petition", "A"], "Il manque l'option --out."),
        (["status", "--json=oui"], "L'option --json ne prend pas de valeur."),
        (["-c"], "L'option -c demande une valeur."),
        (["simulate", "--days", "x"], "Valeur refusée pour --days : un nombre entier était"),
        (["simulate", "--days", "900"], "Valeur refusée pour --days : au plus 105 était attendu"),
        (
            ["user", "role", "A", "--role", "roi"],
            "Valeur refusée pour --role : « roi » n'est pas au choix : reader, agent, manager.",
        ),
    ],
    ids=lambda one: one if isinstance(one, str) else " ".join(one),
)
def test_what_is_said_of_a_mistake(words: list[str], said: str) -> None:
    code, told = asked(*words)
    assert code == 2
    assert said in told


def test_a_sentence_without_its_french_is_not_lost() -> None:
    assert in_words("The moon is too far.") == "The moon is too far."


def test_examples_keep_their_lines_and_no_line_begins_with_a_sign() -> None:
    _, said = asked("simulate", "--help")
    assert "\n    relance simulate --seed 7\n" in said
    for path, _ in EVERY:
        _, said = asked(*path, "--help")
        assert not re.search(r"^\s*[:;?!»](?:\s|$)", said, re.MULTILINE), path


def test_a_group_is_listed_with_its_whole_first_sentences() -> None:
    code, said = asked("letter")
    assert code == 2
    assert "..." not in said
    assert "ordonner, à refuser." in said


def test_the_system_s_refusals_are_french(tmp_path: Path) -> None:
    code, said = asked("understand", str(tmp_path / "absent.eml"))
    assert code == 1
    assert said.strip().endswith("illisible : fichier ou répertoire introuvable")
    code, said = asked("understand", str(tmp_path))
    assert said.strip().endswith("illisible : c'est un répertoire")
    assert system_words(OSError(9999, "the moon is too far")) == "the moon is too far"
