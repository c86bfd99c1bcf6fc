"""What this sender newly wrote, and what they forward, from their own side or from strangers.

The text is cut into sections, each with its author. The sender's own sections, in order, are the
reply; what stands above any of ours is passed on: sections of the debtor's side, which count for
intents, and those of anybody else, told apart by their address. All else is history. When in doubt
a line is kept: losing the sender's words is worse than leaving a quote in.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from relance_mailer.reading.attributions import NAMED_IN_ANGLES
from relance_mailer.reading.cutmarks import PLAIN_RULE, mark_at
from relance_mailer.reading.marks import Cut, Mark
from relance_mailer.reading.message import Incoming, Mailbox
from relance_mailer.reading.persons import plain_key
from relance_mailer.reading.signatures import is_signature, names_of, without_trappings

DEPTH_MAX = 6
LINES_MAX = 6_000
LIST_LINES_MAX = 12
_NAME_MAX = 80

_QUOTED = re.compile(r"^ ?>")
_QUOTE_MARK = re.compile(r"^ ?> ?")
_NAME_WORD = re.compile(r"[^\W\d_]{4,}")
_ADDRESS = re.compile(r"[\w.+-]+@([\w.-]+)")
_SPEAKS_OF_US = re.compile(
    r"\b(?:[ée]cri\w*|di(?:tes|siez|t)|demand\w+|message|mail|courriel|courrier|relance|lettre"
    r"|you|your|wrote|write|said|sie|ihr\w*)\b",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"\n{3,}")
_ANSWERS_BELOW = re.compile(
    r"(?:ci-dessous|plus bas|dans (?:le|votre) (?:texte|corps|mail|message)|en (?:rouge|bleu|"
    r"vert|couleur)|après chaque"
    r"|below|in (?:red|blue|green)|inline)",
    re.IGNORECASE,
)
_FREE_MAIL = frozenset(
    "gmail.com googlemail.com orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net yahoo.fr "
    "yahoo.com hotmail.fr hotmail.com outlook.fr outlook.com live.fr bbox.fr icloud.com me.com "
    "aol.com numericable.fr msn.com gmx.fr gmx.de web.de proton.me protonmail.com".split()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class NewText:
    """What the sender wrote (`reply`) and what they pass on: from their side, from strangers.

    `by_name`: a bare name alone tells that what is forwarded is from their side. `unclaimed` is
    history of which nothing tells whose it is, and which doesn't name us.
    """

    reply: str
    forwarded: str = ""
    by_name: bool = False
    strange: str = ""
    unclaimed: str = ""


@dataclass(slots=True)
class _Section:
    """Lines of one author: "" the sender, "ours", or one of those whose words are passed on."""

    author: str
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Parties:
    """By what an author is recognised: our addresses, domains and the words of our names."""

    addresses: frozenset[str]
    domains: frozenset[str]
    names: frozenset[str]
    sender: frozenset[str]
    sender_address: str

    def side(self, author: str, *, by_headers: bool) -> str:
        """`ours` or one of `_PASSED_ON`, from an author as programs print it."""
        text = plain_key(author)
        found = _ADDRESS.search(text)
        if found:
            if found[0] in self.addresses or found[1] in self.domains:
                return "ours"
            return "side" if self._is_theirs(found, text[: found.start()]) else "strange"
        words = set(_NAME_WORD.findall(text))
        if words & self.names:
            return "ours"
        if words and words <= self.sender:
            return "side"
        # Outlook prints no address for a colleague on the same server; most strangers have theirs.
        return "named" if words and by_headers else "unknown"

    def _is_theirs(self, address: re.Match[str], named: str) -> bool:
        """Whether an address is the sender's, of their own domain, or bears their name."""
        if address[0] == self.sender_address:
            return True
        words = set(_NAME_WORD.findall(named))
        if words and words <= self.sender:
            return True
        domain, theirs = address[1], self.sender_address.rpartition("@")[2]
        kin = f".{domain}".endswith(f".{theirs}") or f".{theirs}".endswith(f".{domain}")
        return kin and theirs not in _FREE_MAIL

    def are_named_in(self, text: str) -> bool:
        """Whether a text holds one of our addresses or the name of one of our domains."""
        text = text.lower()
        labels = {domain.rpartition(".")[0] for domain in self.domains}
        return any(word in text for word in (*self.addresses, *labels) if word)


def new_text(incoming: Incoming) -> NewText:
    """The sender's new words and what they forward, of a message (contract §2 end, §3).

    Greeting and closing stay; quoted history, signature, disclaimer and footers don't.
    """
    parties = _parties(incoming)
    sections = _sections(incoming.text.split("\n")[:LINES_MAX], "", parties, depth=0)
    names = names_of(incoming.sender) | _named_in_headers(incoming)
    reply = _own_words(sections, names)
    if not reply and all(section.author in ("", "unknown") for section in sections):
        # Nothing introduced the quote and nothing stands beside it: it is what was written.
        bare = [_QUOTE_MARK.sub("", line) for line in incoming.text.split("\n")[:LINES_MAX]]
        reply = _joined([without_trappings(bare, names)])
    if not reply or _ANSWERS_BELOW.search(reply):
        coloured = frozenset(" ".join(line.split()) for line in incoming.coloured)
        answers = [_only(coloured, section) for section in sections if section.author == "ours"]
        reply = _joined([reply.split("\n"), *answers])
    passed_on = _passed_on(sections)
    for author, text in zip(incoming.forwarded_from, incoming.forwarded, strict=False):
        whose = parties.side(f"{author.name} {author.address}", by_headers=True)
        if whose in _PASSED_ON:
            passed_on += _passed_on(
                _sections(text.split("\n")[:LINES_MAX], whose, parties, depth=1)
            )
    unclaimed = _of({"unknown"}, passed_on)
    return NewText(
        reply=reply,
        forwarded=_of({"side", "named"}, passed_on),
        by_name=any(section.author == "named" for section in passed_on),
        strange=_of({"strange"}, passed_on),
        unclaimed="" if parties.are_named_in(unclaimed) else unclaimed,
    )


_PASSED_ON = ("side", "named", "strange", "unknown")
"""Of the debtor's side by its address, by a bare name only; of anybody else; of nobody known."""


def _of(whose: Collection[str], sections: Sequence[_Section]) -> str:
    """The words of the sections of some authors."""
    theirs = (section.lines for section in sections if section.author in whose)
    return _joined([without_trappings(lines, frozenset()) for lines in theirs])


def _named_in_headers(incoming: Incoming) -> frozenset[str]:
    """The name that our letter bore beside the sender's address: "À : Sabrina Wagner <x@y.fr>"."""
    address = incoming.sender.address
    place = incoming.text.lower().find(f"<{address}>") if address else -1
    if place < 0:
        return frozenset()
    said = incoming.text[max(0, place - _NAME_MAX) : place].rpartition("\n")[2]
    return names_of(Mailbox(name=said.rpartition(":")[2], address=address))


def _own_words(sections: Sequence[_Section], names: frozenset[str]) -> str:
    """The sender's sections in order; one below others that only holds a signature is left out."""
    kept: list[list[str]] = []
    for section in sections:
        if section.author == "" and not (any(kept) and is_signature(section.lines, names)):
            kept.append(without_trappings(section.lines, names))
    return _joined(kept)


def _only(coloured: frozenset[str], section: _Section) -> list[str]:
    """Answers in colour between our lines, as Outlook users write; not when all is coloured."""
    filled = [line for line in section.lines if line.strip()]
    found = [line for line in filled if " ".join(line.split()) in coloured]
    return found if len(found) * 2 <= len(filled) else []


def _parties(incoming: Incoming) -> _Parties:
    """Who we are, by the addresses that the message was delivered to."""
    addresses = {
        address.lower()
        for name in ("delivered-to", "x-original-to", "envelope-to")
        for address in re.findall(r"[\w.+=-]+@[\w.-]+", incoming.header(name))
    }
    told: tuple[Mailbox, ...] = incoming.to
    if not addresses:
        addresses = {mailbox.address for mailbox in told[:1]}
    domains = {address.rpartition("@")[2] for address in addresses} - _FREE_MAIL
    domains.discard(incoming.sender.domain)
    named = [
        mailbox.name
        for mailbox in told
        if mailbox.address in addresses or mailbox.domain in domains
    ]
    words = " ".join([*named, *(domain.rpartition(".")[0] for domain in domains)])
    sender = names_of(incoming.sender)
    ours = frozenset(_NAME_WORD.findall(plain_key(re.sub(r"[.@_-]", " ", words))))
    return _Parties(
        addresses=frozenset(addresses - {incoming.sender.address}),
        domains=frozenset(domains),
        names=ours - sender,
        sender=sender,
        sender_address=incoming.sender.address,
    )


def _sections(
    lines: Sequence[str], author: str, parties: _Parties, *, depth: int
) -> list[_Section]:
    """The lines cut into sections; those quoted with `>` are looked into as well."""
    sections = [_Section(author)]
    quoting_author = "unknown"
    at = 0
    introduced = False
    floor = 0
    while at < len(lines):
        if _QUOTED.match(lines[at]) and not NAMED_IN_ANGLES.match(lines[at]):
            end = _quote_end(lines, at)
            if author == "" and _is_own_list(lines, floor, at, end, in_answers=introduced):
                sections[-1].lines.extend(lines[at:end])
                at = end
                continue
            quoted = [_QUOTE_MARK.sub("", line, count=1) for line in lines[at:end]]
            if depth < DEPTH_MAX:
                sections.extend(_sections(quoted, quoting_author, parties, depth=depth + 1))
            sections.append(_Section(author))
            at = end
            continue
        mark = mark_at(lines, at)
        if mark is None:
            sections[-1].lines.append(lines[at])
            at += 1
            continue
        whose = _author_of(mark, lines[mark.end :], parties)
        if _quotes_follow(lines, mark):
            quoting_author, introduced, at = whose, True, mark.end
            floor = at
            continue
        return sections + _sections_below(lines, mark, whose, parties, depth)
    return sections


def _author_of(mark: Mark, below: Sequence[str], parties: _Parties) -> str:
    """Whose words a mark introduces; those below a bare "original message" are what we wrote.

    Below a bare "forwarded message" stands anybody's, ours where we are named.
    """
    if mark.cut is Cut.ORIGINAL:
        return "ours"
    if mark.cut is Cut.FORWARDED:
        return "unknown" if parties.are_named_in("\n".join(below)) else "strange"
    return parties.side(mark.author, by_headers=mark.cut is Cut.HEADERS)


def _sections_below(
    lines: Sequence[str], mark: Mark, whose: str, parties: _Parties, depth: int
) -> list[_Section]:
    """All below a mark that no `>` follows belongs to the author it names, to the end."""
    below = list(lines[mark.end :])
    while below and (not below[0].strip() or PLAIN_RULE.match(below[0])):
        below.pop(0)
    if depth >= DEPTH_MAX:
        return [_Section(whose, below)]
    return _sections(below, whose, parties, depth=depth + 1)


def _quotes_follow(lines: Sequence[str], mark: Mark) -> bool:
    """Whether the text that the mark introduces carries `>`, so that what doesn't is new."""
    after = mark.end
    while after < len(lines) and not lines[after].strip():
        after += 1
    return after < len(lines) and bool(_QUOTED.match(lines[after]))


def _quote_end(lines: Sequence[str], at: int) -> int:
    """The line after a run of quoted lines, badly wrapped remains of one included."""
    while at < len(lines):
        if _QUOTED.match(lines[at]) or _is_wrapped_remainder(lines, at):
            at += 1
        else:
            return at
    return at


def _is_own_list(lines: Sequence[str], floor: int, at: int, end: int, *, in_answers: bool) -> bool:
    """Whether `>` are the bullets of a list that the words above announce with a colon.

    The words stand at `floor` or lower: above it an attribution announces a quote. Below one, a
    list is only what no quote follows: between our lines it is one of them.
    """
    first = at
    while first > floor and (not lines[first - 1].strip() or _QUOTED.match(lines[first - 1])):
        first -= 1
    above = lines[first - 1] if first > floor else ""
    if not above.rstrip().endswith(":") or _SPEAKS_OF_US.search(above):
        return False
    while end < len(lines) and (not lines[end].strip() or _QUOTED.match(lines[end])):
        end += 1
    items = [_QUOTE_MARK.sub("", line) for line in lines[first:end] if line.strip()]
    if len(items) > LIST_LINES_MAX or not all(item.strip(" >") for item in items):
        return False
    if any(_QUOTED.match(item) for item in items) or mark_at(items, 0):
        return False
    return not (in_answers and any(_QUOTED.match(line) for line in lines[end:]))


def _is_wrapped_remainder(lines: Sequence[str], at: int) -> bool:
    """A short line in lower case between two quoted ones: the end of a line that was too long."""
    if at + 1 >= len(lines) or not lines[at].strip():
        return False
    above, below = lines[at - 1], lines[at + 1]
    return (
        len(above) >= 66
        and bool(_QUOTED.match(above) and _QUOTED.match(below))
        and not above.rstrip().endswith((".", "!", "?", ":", ";"))
        and lines[at][:1].islower()
        and len(lines[at]) < 40
    )


def _passed_on(sections: Sequence[_Section]) -> list[_Section]:
    """Sections of the debtor's side, of strangers and of nobody known above the first of ours."""
    found: list[_Section] = []
    for section in sections:
        if section.author == "ours":
            break
        if section.author in _PASSED_ON:
            found.append(section)
    return found


def _joined(pieces: Sequence[Sequence[str]]) -> str:
    texts = ["\n".join(line.rstrip() for line in piece).strip("\n") for piece in pieces]
    return _BLANKS.sub("\n\n", "\n".join(text for text in texts if text.strip())).strip()
