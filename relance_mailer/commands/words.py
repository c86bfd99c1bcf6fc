"""`templates words`: everything that the desk says, as a catalogue for translators."""

from pathlib import Path
from typing import Annotated

import typer

from relance_mailer.commands.common import fail
from relance_mailer.settings.french import system_words
from relance_mailer.web.catalogue import gathered, updated


def write_words(
    file: Annotated[
        Path, typer.Argument(metavar="FICHIER", help="Le catalogue : templates/desk/en.po.")
    ],
) -> None:
    """Écrit les mots du bureau à traduire ; ce qui est déjà traduit dans le fichier le reste.

    Le nom du fichier dit la langue : « en.po ». Ouvrez-le avec Poedit ou un éditeur, puis mettez
    language = "en" sous [desk].
    """
    language = file.stem
    if file.suffix != ".po" or len(language) != 2 or not language.isalpha():
        fail(f"{file} : un nom comme « en.po » était attendu (la langue en deux lettres)", code=2)
    try:
        known = file.read_bytes() if file.exists() else b""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(updated(known, language))
    except OSError as error:
        fail(f"{file} : {system_words(error)}")
    except ValueError as error:
        fail(f"{file} : catalogue illisible : {error}")
    typer.echo(f"{file} : {len(gathered())} textes")
