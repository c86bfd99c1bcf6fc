"""The command line in French: what typer prints by itself is English and knows no catalogue.

Help pages are put into French where they are laid out, errors where they are shown. A sentence that
no row knows is printed as it came: an error is never lost for want of its French. A test asks every
command for its help and for each mistake that can be made with it.
"""

import re
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

Function = TypeVar("Function", bound=Callable[..., Any])
_HEADINGS = {"Options": "Options", "Arguments": "Arguments", "Commands": "Commandes"}
_HELP = {"Show this message and exit.": "Montre cette aide."}
_KINDS = {
    "str": "texte",
    "int": "nombre entier",
    "int range": "nombre entier",
    "float": "nombre",
    "float range": "nombre",
    "Decimal": "montant",
    "path": "fichier",
    "file": "fichier",
    "directory": "répertoire",
    "datetime": "date",
}
_EXTRAS = (
    (r"\brequired\b", "obligatoire"),
    (r"\bdefault: ", "défaut : "),
    (r"\benv var: ", "variable : "),
    (r"\(dynamic\)", "(calculé)"),
    (r"(\S)<=x<=(\S+?)(?=[;\]])", r"de \1 à \2"),
    (r"x>=(\S+?)(?=[;\]])", r"au moins \1"),
    (r"x<=(\S+?)(?=[;\]])", r"au plus \1"),
    (r"; ", " ; "),
)

_SAYINGS = tuple(
    (re.compile(pattern, re.DOTALL), french)
    for pattern, french in (
        (r"^Missing option '(.+?)'\.", r"Il manque l'option \1."),
        (r"^Missing argument '(.+?)'\.", r"Il manque \1."),
        (r"^Missing (?:option|argument)\.", "Il manque un mot à cette commande."),
        (r"^Missing command\.", "Il manque la commande."),
        (r"^No such option: (\S+)", r"Option inconnue : \1."),
        (r"^No such command '(.+?)'\.?", r"Commande inconnue : \1."),
        (r" \(Possible options: (.+?)\)", r" Vouliez-vous dire \1 ?"),
        (r" Did you mean (.+?)\?", r" Vouliez-vous dire \1 ?"),
        (r"^Invalid value for '?(.+?)'?: ", r"Valeur refusée pour \1 : "),
        (r"^Invalid value: ", "Valeur refusée : "),
        (r"^Option '(.+?)' requires an argument\.", r"L'option \1 demande une valeur."),
        (r"^Option '(.+?)' requires (\d+) arguments\.", r"L'option \1 demande \2 valeurs."),
        (r"^Option '(.+?)' does not take a value\.", r"L'option \1 ne prend pas de valeur."),
        (r"^Argument '(.+?)' takes (\d+) values\.", r"\1 demande \2 valeurs."),
        (r"^Got unexpected extra argument\(s\) \((.+)\)", r"De trop : \1"),
        (r"Choose from:\n\t(.+)$", r"Au choix : \1."),
        (r"Value error, '(.*?)' is not one of (.+?)\.?$", r"« \1 » n'est pas au choix : \2."),
        (r"Input should be a valid integer.*$", "un nombre entier était attendu"),
        (r"Input should be a valid (?:number|decimal).*$", "un nombre était attendu"),
        (r"Input should be a valid boolean.*$", "oui ou non était attendu"),
        (r"Input should be greater than or equal to (\S+)", r"au moins \1 était attendu"),
        (r"Input should be less than or equal to (\S+)", r"au plus \1 était attendu"),
        (r"Path for '(.+?)' does not exist\.?", r"« \1 » n'existe pas."),
        (r"(?:File|Directory|Path) '(.+?)' does not exist\.", r"« \1 » n'existe pas."),
        (r"(?:File|Directory|Path) '(.+?)' is a directory\.", r"« \1 » est un répertoire."),
        (r"(?:File|Directory|Path) '(.+?)' is a file\.", r"« \1 » est un fichier."),
        (r"(?:File|Directory|Path) '(.+?)' is not readable\.", r"« \1 » ne peut être lu."),
        (r"(?:File|Directory|Path) '(.+?)' is not writable\.", r"« \1 » ne peut être écrit."),
        (r"'([a-z][\w-]*)'(?=[, ?.]|$)", r"\1"),
    )
)
_JOINTS = re.compile(r"(?<=\S) (?=[:;?!»])|(?<=«) ")
_HELD = "\u00a0"  # keeps a sign with its word while lines are folded, a plain blank afterwards


def in_words(message: str) -> str:
    """What typer says of a mistake, in French; an unknown sentence as it came."""
    for pattern, french in _SAYINGS:
        message = pattern.sub(french, message)
    return re.sub(r",\n\t", ", ", message)


def _type_told(name: str) -> str:
    """`--days <int range>` with the sort of value in French; several are marked by an ellipsis."""

    def told(found: re.Match[str]) -> str:
        inner = found[1]
        several = re.fullmatch(r"list\[(.+)\]", inner)
        word = several[1] if several else inner
        return f"<{_KINDS.get(word, word)}>{'…' if several else ''}"

    return re.sub(r"<(.+)>$", told, name)


def _help_told(text: str) -> str:
    """The help of an option, its bracketed facts in French."""

    def told(found: re.Match[str]) -> str:
        inner = found[0]
        for pattern, french in _EXTRAS:
            inner = re.sub(pattern, french, inner)
        return inner

    facts = re.compile(r"\[[^\[\]]*(?:required|default: |env var: |x[<>]=)[^\[\]]*\]$")
    return facts.sub(told, _HELP.get(text, text))


class FrenchPage(typer.Context.formatter_class):  # type: ignore[misc, valid-type]
    """A help page with French headings, and no line that begins with « : » or « ; »."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """« Usage : relance letter … »."""
        super().write_usage(prog, args, "Usage : " if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """« Commandes : »."""
        self.write(f"{'':>{self.current_indent}}{_HEADINGS.get(heading, heading)} :\n")

    def write_text(self, text: str) -> None:
        """Paragraphs, punctuation held to its word; one with indented lines keeps its lines."""
        kept = (f"\b\n{one}" if "\n  " in one else one for one in text.split("\n\n"))
        super().write_text(_JOINTS.sub(_HELD, "\n\n".join(kept)))

    def write_dl(self, rows: Sequence[tuple[str, str]], *widths: int, **named: int) -> None:
        """Options, arguments or commands with their words."""
        told = [(_type_told(name), _JOINTS.sub(_HELD, _help_told(text))) for name, text in rows]
        super().write_dl(told, *widths, **named)

    def getvalue(self) -> str:
        """The page, with plain blanks."""
        return str(super().getvalue()).replace(_HELD, " ")


class FrenchContext(typer.Context):
    """What a command is called in, with French pages."""

    formatter_class = FrenchPage


class FrenchCommand(TyperCommand):
    """One command."""

    context_class = FrenchContext

    def get_short_help_str(self, limit: int = 45) -> str:
        """Its whole first sentence: one that breaks off says nothing."""
        return _first_sentence(self.help or "")


class FrenchGroup(TyperGroup):
    """Several commands under a name, the whole program among them."""

    context_class = FrenchContext

    def get_short_help_str(self, limit: int = 45) -> str:
        """Its whole first sentence."""
        return _first_sentence(self.help or "")

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """A group alone shows its help, as a mistake of use (exit code 2)."""
        if not args and self.no_args_is_help and not ctx.resilient_parsing:
            typer.echo(ctx.get_help(), err=True)
            raise typer.Exit(2)
        return super().parse_args(ctx, args)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run, and say in French what was mistyped; the exit codes are typer's own."""

        def run() -> Any:
            return super(FrenchGroup, self).main(
                args, prog_name, complete_var, False, windows_expand_args, **extra
            )

        return _ended(run) if standalone_mode else run()


def _ended(run: Callable[[], Any]) -> NoReturn:
    try:
        code = run()
    except typer.Abort:
        typer.echo("Abandonné.", err=True)
        sys.exit(1)
    except TyperException as error:
        _show(error)
        sys.exit(error.exit_code)
    sys.exit(code if isinstance(code, int) else 0)


class French(typer.Typer):
    """A program, or a group of its commands, that speaks French."""

    def __init__(self, **options: Any) -> None:
        usual = {
            "cls": FrenchGroup,
            "no_args_is_help": True,
            "subcommand_metavar": "COMMANDE [ARGUMENTS]…",
        }
        super().__init__(**{**usual, **options})

    def command(self, name: str | None = None, **options: Any) -> Callable[[Function], Function]:
        """A command of this name, in French."""
        return super().command(name, **{"cls": FrenchCommand, **options})


def _first_sentence(text: str) -> str:
    return " ".join(text.strip().partition("\n\n")[0].split())


def _show(error: TyperException) -> None:
    context = getattr(error, "ctx", None)
    if context is not None:
        typer.echo(context.get_usage(), err=True)
        typer.echo(f"Aide : {context.command_path} --help\n", err=True)
    typer.echo(f"Erreur : {in_words(error.format_message())}", err=True)
