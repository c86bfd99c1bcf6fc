"""What is wrong with a setting, in French: file, key, what was expected and what came."""

import errno
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

_EXPECTED: dict[str, str] = {
    "extra_forbidden": "cette clé n'existe pas ; vérifiez l'orthographe",
    "missing": "cette clé est obligatoire et manque",
    "string_type": "un texte entre guillemets était attendu",
    "string_too_short": "un texte d'au moins {min_length} caractères était attendu",
    "string_too_long": "un texte d'au plus {max_length} caractères était attendu",
    "string_pattern_mismatch": "un texte de la forme {pattern} était attendu",
    "int_type": "un nombre entier était attendu",
    "int_parsing": "un nombre entier était attendu",
    "int_from_float": "un nombre entier était attendu",
    "decimal_type": "un nombre décimal était attendu",
    "decimal_parsing": "un nombre décimal était attendu",
    "bool_type": "true ou false était attendu",
    "bool_parsing": "true ou false était attendu",
    "greater_than_equal": "une valeur d'au moins {ge} était attendue",
    "less_than_equal": "une valeur d'au plus {le} était attendue",
    "greater_than": "une valeur supérieure à {gt} était attendue",
    "literal_error": "une de ces valeurs était attendue : {expected}",
    "enum": "une de ces valeurs était attendue : {expected}",
    "date_parsing": "une date AAAA-MM-JJ était attendue",
    "date_from_datetime_parsing": "une date AAAA-MM-JJ était attendue",
    "date_type": "une date AAAA-MM-JJ était attendue",
    "tuple_type": "une liste entre crochets était attendue",
    "list_type": "une liste entre crochets était attendue",
    "dict_type": "une table était attendue",
    "model_type": "une table était attendue",
    "model_attributes_type": "une table était attendue",
    "path_type": "un chemin de fichier était attendu",
}

FAULTS_TOLD_MAX = 50
"""More of them than anybody reads: one mistake usually made them all."""
_SYSTEM = {
    errno.ENOENT: "fichier ou répertoire introuvable",
    errno.EACCES: "accès refusé",
    errno.EPERM: "opération refusée par le système",
    errno.EEXIST: "le fichier existe déjà",
    errno.EISDIR: "c'est un répertoire",
    errno.ENOTDIR: "ce n'est pas un répertoire",
    errno.ENOTEMPTY: "le répertoire n'est pas vide",
    errno.ENOSPC: "il n'y a plus de place sur le disque",
    errno.EDQUOT: "la place accordée sur le disque est épuisée",
    errno.EROFS: "le disque est en lecture seule",
    errno.ENAMETOOLONG: "le nom est trop long",
    errno.ELOOP: "trop de liens à suivre",
    errno.EMFILE: "trop de fichiers ouverts",
    errno.EFBIG: "le fichier est trop grand",
    errno.EIO: "le disque ne répond pas",
    errno.EADDRINUSE: "cette adresse est déjà prise",
    errno.EADDRNOTAVAIL: "cette adresse n'est pas de cette machine",
    errno.ECONNREFUSED: "connexion refusée",
}

_SECRET = ("password", "secret", "token")


class WrongSettings(Exception):
    """The configuration cannot be used: one French line for each fault."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def system_words(error: OSError) -> str:
    """Why the system refused, in French; an error that has no words here keeps its own."""
    return _SYSTEM.get(error.errno or 0) or error.strerror or str(error)


def faults_of(error: ValidationError, file: Path) -> tuple[str, ...]:
    """One line for each fault: file, key, what was expected, what came; the first ones of many."""
    rows = error.errors(include_url=False)
    told = tuple(_fault(dict(row), file) for row in rows[:FAULTS_TOLD_MAX])
    left = len(rows) - len(told)
    return (*told, f"{file} : et {left} autres fautes") if left else told


def _fault(row: Mapping[str, Any], file: Path) -> str:
    key = ".".join(str(part) for part in row["loc"]) or "(ensemble)"
    return f"{file} : {key} : {_expected(row)}{_came(key, row)}"


def _expected(row: Mapping[str, Any]) -> str:
    sort = str(row["type"])
    if sort in {"value_error", "assertion_error"}:
        return str(row.get("ctx", {}).get("error", row["msg"]))
    sentence = _EXPECTED.get(sort)
    if sentence is None:
        return f"valeur refusée ({sort})"
    try:
        return sentence.format(**row.get("ctx", {}))
    except KeyError:
        return sentence


def _came(key: str, row: Mapping[str, Any]) -> str:
    if row["type"] == "missing" or any(word in key for word in _SECRET):
        return ""
    value = row.get("input")
    if isinstance(value, dict | list) or value is None:
        return ""
    try:
        return f" (reçu : {str(value)[:80]!r})"
    except ValueError:  # thousands of digits, which Python does not write out
        return " (reçu : un nombre démesuré)"
