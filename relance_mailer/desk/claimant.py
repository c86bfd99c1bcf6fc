"""Who goes to court: the creditor with all that the Code asks of a claimant (CPC 54).

For a company its form, name, seat and the organ that represents it; for a person names,
profession, home, nationality, day and place of birth. What the settings do not say is left blank in
a draft and listed as missing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from relance_mailer.desk import french
from relance_mailer.desk.blocks import BLANK

_CIVIL = frozenset({"ASSOCIATION", "SCI", "SCM", "SCP", "SELARL", "SELAS", "GIE", "SOCIÉTÉ CIVILE"})
"""Forms that are no traders by their form, though some stand in the registry."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Claimant:
    """The creditor as a court has to know him; `represented_by`: « sa gérante, Mme A. Roux »."""

    name: str = ""
    legal_form: str = ""
    capital: str = ""
    siren: str = ""
    rcs: str = ""
    seat: str = ""
    iban: str = ""
    bic: str = ""
    mailbox: str = ""
    phone: str = ""
    signatory: str = ""
    signatory_role: str = ""
    represented_by: str = ""
    person: str = ""  # a sole trader's given names and name
    profession: str = ""
    home: str = ""
    nationality: str = ""
    born_on: date | None = None
    born_at: str = ""
    mentions: tuple[str, ...] = ()

    @property
    def is_person(self) -> bool:
        """Whether a natural person claims: a sole trader."""
        return self.legal_form.upper() in {"EI", "ENTREPRENEUR INDIVIDUEL"}

    @property
    def is_trader(self) -> bool:
        """Whether the registry and the form say so: the commercial court judges between traders."""
        return bool(self.rcs) and self.legal_form.upper() not in _CIVIL

    @property
    def town(self) -> str:
        """Where letters and petitions are dated from; empty when the seat has no postcode."""
        words = self.seat.split()
        codes = [n for n, word in enumerate(words) if len(word) == 5 and word.isdigit()]
        return " ".join(words[codes[-1] + 1 :]).strip(" ,") if codes else ""

    def identity(self) -> tuple[tuple[str, str], ...]:
        """Label and value of all that CPC 54 asks, a blank where the settings are silent."""
        return tuple(self._person() if self.is_person else self._company())

    def lacks(self) -> tuple[str, ...]:
        """What a person has to fill in, in French."""
        return tuple(
            f"créancier, {label.lower()} (table [creditor.claimant])"
            for label, value in self.identity()
            if BLANK in value
        )

    def _company(self) -> Iterator[tuple[str, str]]:
        yield "Dénomination", self.name
        yield "Forme", self.legal_form + (f" au capital de {self.capital}" if self.capital else "")
        yield "Siège social", self.seat
        yield "Immatriculation", self._registry()
        yield "Représentée par", self.represented_by or BLANK

    def _person(self) -> Iterator[tuple[str, str]]:
        yield "Nom et prénoms", self.person or self.name
        yield "Exerçant sous", f"{self.name}, entrepreneur individuel (EI)"
        yield "Profession", self.profession or BLANK
        yield "Domicile", self.home or BLANK
        yield "Nationalité", self.nationality or BLANK
        born = french.day(self.born_on) if self.born_on else BLANK
        yield "Né(e) le, à", f"{born}, {self.born_at or BLANK}"
        yield "Immatriculation", self._registry()

    def _registry(self) -> str:
        siren = f"{self.siren[:3]}\u00a0{self.siren[3:6]}\u00a0{self.siren[6:]}"
        return f"RCS {self.rcs} {siren}" if self.rcs else f"SIREN {siren}"
