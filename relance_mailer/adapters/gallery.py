"""Every letter as a page to look at: on a desk, on a telephone, and as plain text.

The pages stand alone: each letter lies in a frame that may load nothing and run nothing, so that
what is seen is what a strict mail program shows.
"""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from relance_mailer.desk import french
from relance_mailer.outward.samples import Sample
from relance_mailer.outward.sheet import Fault
from relance_mailer.outward.transfer import picture_id
from relance_mailer.ports import Rendered
from relance_mailer.words import Segment

TELEPHONE_PIXELS = 360
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'"
_STYLE = """
body { font: 15px/1.45 system-ui, sans-serif; margin: 24px; color: #1f1f1f; background: #f4f4f2; }
a { color: #0b57a4; } h1 { font-size: 22px; } h2 { font-size: 17px; margin: 28px 0 8px; }
table { border-collapse: collapse; } td, th { padding: 4px 12px 4px 0; text-align: left; }
.frames { display: flex; flex-wrap: wrap; gap: 24px; align-items: flex-start; }
iframe { border: 1px solid #b5b5b5; background: #fff; height: 1100px; }
pre { white-space: pre-wrap; max-width: 620px; background: #fff; border: 1px solid #b5b5b5;
padding: 16px; font-size: 13px; } .fault { color: #a3150d; } .warning { color: #7a5b00; }
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """A sample with what became of it: printed, or the template's fault."""

    sample: Sample
    rendered: Rendered | None
    picture: bytes = b""  # of the transfer, where the letter shows it
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()


def write_gallery(folder: Path, letters: Iterable[Shown]) -> int:
    """An index and a page for each letter; answers how many. An existing page is written anew."""
    folder.mkdir(parents=True, exist_ok=True)
    rows: dict[str, list[str]] = {}
    count = 0
    for shown in letters:
        count += 1
        name = _file_name(shown.sample, count)
        (folder / f"{name}.html").write_text(_page(shown, name), encoding="utf-8")
        if shown.rendered is not None:
            letter = _frozen(_with_picture(shown, shown.rendered.html))
            (folder / f"{name}.letter.html").write_text(letter, encoding="utf-8")
        head = f"{_named(shown.sample.template)} ({shown.sample.language})"
        rows.setdefault(head, []).append(_row(shown, name))
    (folder / "index.html").write_text(_index(rows, count), encoding="utf-8")
    return count


def _named(template: str) -> str:
    """How people call it, and its own name."""
    called = french.LEVELS.get(template) or french.ANSWERS.get(template)
    return f"{called}, {template}" if called else template


_SEGMENTS = {
    Segment.LARGE: "grande entreprise",
    Segment.SME: "PME",
    Segment.SOLE_TRADER: "entrepreneur individuel",
    Segment.ASSOCIATION: "association",
    Segment.PUBLIC: "personne publique",
    Segment.CONSUMER: "particulier",
}


def _file_name(sample: Sample, number: int) -> str:
    told = (sample.template, sample.language, sample.segment.value, str(sample.count))
    safe = "".join(c if c.isascii() and (c.isalnum() or c in "_-") else "-" for c in "-".join(told))
    return f"{number:03}-{safe}"


def _with_picture(shown: Shown, html: str) -> str:
    """The letter with its picture inside: no mail program is there to find it beside."""
    inside = f"data:image/png;base64,{b64encode(shown.picture).decode()}"
    return html.replace(f"cid:{picture_id(shown.sample.letter)}", inside)


def _frozen(html: str) -> str:
    """The letter with a policy that forbids it to load or run anything."""
    policy = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    return html.replace("<head>", f"<head>\n{policy}", 1)


def _page(shown: Shown, name: str) -> str:
    sample = shown.sample
    body = [f'<p><a href="index.html">Toutes les lettres</a></p><h1>{escape(sample.name)}</h1>']
    body += [_notes("fault", shown.faults), _notes("warning", shown.warnings)]
    if shown.rendered is not None:
        body.append(f"<p>Objet : <b>{escape(shown.rendered.subject)}</b></p>")
        body.append('<div class="frames">')
        for width, what in ((680, "ordinateur"), (TELEPHONE_PIXELS, "téléphone")):
            frame = f'<iframe sandbox src="{name}.letter.html" width="{width}"></iframe>'
            body.append(f"<div><p>{what}, {width} pixels</p>{frame}</div>")
        body.append(f"<div><p>partie texte</p><pre>{escape(shown.rendered.text)}</pre></div></div>")
    return _whole(sample.name, "\n".join(body))


def _notes(kind: str, notes: tuple[Fault, ...]) -> str:
    points = "".join(f"<li>{escape(note.id)} : {escape(note.because)}</li>" for note in notes)
    return f'<ul class="{kind}">{points}</ul>' if points else ""


def _row(shown: Shown, name: str) -> str:
    sample = shown.sample
    said = "sans faute"
    if shown.faults:
        said = f'<span class="fault">{len(shown.faults)} faute(s)</span>'
    elif shown.warnings:
        said = f'<span class="warning">{len(shown.warnings)} remarque(s)</span>'
    cells = (
        f'<a href="{name}.html">{_SEGMENTS[sample.segment]}</a>',
        f"{sample.count} facture{'s' if sample.count > 1 else ''}",
        escape(sample.case or "–"),
        said,
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _index(rows: dict[str, list[str]], count: int) -> str:
    told = [f"<h1>Les lettres de Relance Mailer : {count}</h1>"]
    for head, lines in rows.items():
        table = "<tr><th>débiteur</th><th>factures</th><th>cas</th><th>règles</th></tr>"
        told.append(f"<h2>{escape(head)}</h2><table>{table}{''.join(lines)}</table>")
    return _whole("Les lettres", "\n".join(told))


def _whole(title: str, body: str) -> str:
    return (
        '<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )
