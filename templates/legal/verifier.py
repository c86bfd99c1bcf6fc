#!/usr/bin/env python3
"""Vérifie ce dossier sans le logiciel qui l'a produit : Python 3 seul, rien à installer.

    python3 verifier.py [DOSSIER] [--tete EMPREINTE]

1. chaque fichier a l'empreinte que donne SHA256SUMS, et aucun n'est de trop ;
2. la chaîne du journal (journal.jsonl) tient de la première ligne à la dernière, qui est celle de
   journal-tete.json ; avec --tete, celle aussi d'une empreinte conservée ailleurs ;
3. chaque pièce conservée (courriels, documents) est celle que le journal nomme.
Code de sortie : 0 si tout tient, 1 sinon.
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

SUMS = "SHA256SUMS"
JOURNAL = "journal.jsonl"
HEAD = "journal-tete.json"
LIST = "bordereau.json"


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def files_faults(folder):
    """Les fichiers absents, changés ou de trop."""
    listed = {}
    for line in (folder / SUMS).read_text(encoding="utf-8").splitlines():
        digest, _, name = line.partition("  ")
        listed[name] = digest
    for name, digest in sorted(listed.items()):
        path = folder / name
        if not path.is_file():
            yield f"{name} : absent"
        elif sha256(path.read_bytes()) != digest:
            yield f"{name} : modifié"
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name != SUMS and name not in listed:
            yield f"{name} : absent de {SUMS}"


def read_journal(folder):
    text = (folder / JOURNAL).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def journal_faults(entries, head):
    """Où la chaîne est rompue ; `head` est la dernière ligne attendue."""
    previous, expected = "0" * 64, 1
    for entry in entries:
        where = f"{JOURNAL}, ligne {entry['seq']}"
        if entry["seq"] != expected:
            yield f"{where} : la ligne {expected} manque"
        if entry["page"] != head["page"]:
            yield f"{where} : ligne d'une autre page ({entry['page']})"
        if (entry["salt"] is None) != (entry["body"] is None):
            yield f"{where} : sel ou contenu effacé seul"
        elif entry["body"] is not None:
            body = bytes.fromhex(entry["salt"]) + entry["body"].encode("utf-8")
            if sha256(body) != entry["body_hash"]:
                yield f"{where} : le contenu ne correspond pas à son empreinte"
        fields = [entry[name] for name in ("page", "seq", "at", "kind", "version")]
        header = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
        chained = sha256((previous + header + entry["body_hash"]).encode("utf-8"))
        if chained != entry["chain"]:
            yield f"{where} : la chaîne est rompue"
        previous, expected = entry["chain"], entry["seq"] + 1
    if (expected - 1, previous) != (head["seq"], head["chain"]):
        yield f"{JOURNAL} : la fin manque ou diffère (ligne {head['seq']} attendue)"


def exhibits_faults(folder, entries):
    """Les pièces conservées dont le journal ne nomme pas l'empreinte."""
    told = "\n".join(entry["body"] or "" for entry in entries)
    for exhibit in json.loads((folder / LIST).read_text(encoding="utf-8"))["exhibits"]:
        path = folder / exhibit["file"]
        digest = sha256(path.read_bytes()) if path.is_file() else "absent"
        if digest != exhibit["sha256"]:
            yield f"pièce {exhibit['number']} : n'est pas celle du bordereau"
        if exhibit["source"] == "evidence" and digest not in told:
            yield f"pièce {exhibit['number']} : le journal n'en nomme pas l'empreinte"


def faults(folder, kept_head=None):
    """Tout ce qui ne tient pas, en français."""
    try:
        yield from files_faults(folder)
        entries = read_journal(folder)
        head = json.loads((folder / HEAD).read_text(encoding="utf-8"))
        yield from journal_faults(entries, head)
        if kept_head and (not entries or entries[-1]["chain"] != kept_head):
            yield f"{JOURNAL} : la tête n'est pas {kept_head}"
        yield from exhibits_faults(folder, entries)
    except (OSError, ValueError, KeyError, TypeError) as error:
        yield f"illisible : {error}"


def main():
    parser = argparse.ArgumentParser(description="Vérifie un dossier exporté.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).resolve().parent)
    parser.add_argument("--tete", help="empreinte de la dernière ligne, conservée ailleurs")
    asked = parser.parse_args()
    found = list(faults(asked.folder, asked.tete))
    for fault in found:
        print(fault)
    print(f"{len(found)} défaut(s)" if found else "tout est conforme")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
