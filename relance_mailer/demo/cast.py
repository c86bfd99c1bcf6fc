"""Thirty-odd debtors who behave like people: who they are, what they owe, what they will do.

The days between a cue and an act are drawn by the story's own seeded chance.
"""

from dataclasses import dataclass
from decimal import Decimal

from relance_mailer.demo.behaviour import (
    Beat,
    Bill,
    ColleagueWrites,
    Debtor,
    Machine,
    Pays,
    Person,
    Writes,
    answer,
    letter,
    on_day,
)
from relance_mailer.words import Segment


def cast(size: int | None = None) -> tuple[Debtor, ...]:
    """The debtors of the story, or the first `size` of them."""
    everybody = tuple(_debtor(number, row) for number, row in enumerate(_ROWS, start=1001))
    return everybody if size is None else everybody[:size]


def _debtor(number: int, row: "_Row") -> Debtor:
    domain = row.domain
    return Debtor(
        dossier=f"RM-{number}",
        debtor_id=row.debtor_id or f"C{number}",
        name=row.name,
        segment=row.segment,
        story=row.story,
        people=tuple(_person(text, domain) for text in row.people),
        bills=tuple(_bill(text) for text in row.bills.split()),
        beats=row.beats,
        language=row.language,
        country=row.country,
        greylisting=row.greylisting,
    )


def _person(text: str, domain: str) -> Person:
    name, title, mailbox = (part.strip() for part in text.split("|"))
    return Person(name=name, title=title, email=mailbox if "@" in mailbox else mailbox + domain)


def _bill(text: str) -> Bill:
    """`+3:1834.20` falls due on the third day; a `!` says that its document is not at hand."""
    due, _, amount = text.partition(":")
    at_hand = not amount.endswith("!")
    return Bill(due_day=int(due), amount=Decimal(amount.rstrip("!")), at_hand=at_hand)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Row:
    name: str
    segment: Segment
    story: str
    domain: str
    people: tuple[str, ...]
    bills: str
    beats: tuple[Beat, ...] = ()
    debtor_id: str = ""
    language: str = "fr"
    country: str = "FR"
    greylisting: bool = False


_SME, _LARGE, _SOLE = Segment.SME, Segment.LARGE, Segment.SOLE_TRADER
_HALF = Decimal("0.4")

_ROWS: tuple[_Row, ...] = (
    _Row(
        name="Transports Le Gallic",
        segment=_SME,
        story="promet une date après la première relance, et la tient",
        domain="@transports-legallic.example",
        people=(
            "Solenn Le Gallic | comptable | compta",
            "Yves Le Gallic | gérant | direction",
        ),
        bills="-4:1834.20 -2:960.00",
        beats=(letter(1, Writes(voice="promise", promise_in=6, keeps=True), (1, 1)),),
    ),
    _Row(
        name="Menuiserie Aubrac",
        segment=_SME,
        story="promet, ne paie pas, puis règle à la deuxième relance",
        domain="@menuiserie-aubrac.example",
        people=("Hervé Rouquette | gérant | contact",),
        bills="-3:4270.00",
        beats=(
            letter(1, Writes(voice="promise", promise_in=5, client="iphone"), (1, 2)),
            letter(2, Pays(), (2, 4)),
        ),
    ),
    _Row(
        name="Distribution Ouest Loire",
        segment=_LARGE,
        story="conteste une livraison incomplète",
        domain="@distri-ouest-loire.example",
        people=(
            "Carole Mainguy | comptable fournisseurs | c.mainguy",
            "Paul Estève | responsable comptable | p.esteve",
            "Anne Darrieux | directrice financière | a.darrieux",
        ),
        bills="-4:8640.00 -1:2310.50",
        beats=(letter(1, Writes(voice="dispute"), (2, 3)),),
    ),
    _Row(
        name="Didier Crochon",
        segment=Segment.CONSUMER,
        story="insulte",
        domain="",
        people=("Didier Crochon | | didier.crochon@free.fr",),
        bills="-6:384.00",
        beats=(letter(1, Writes(voice="hostile", client="iphone"), (0, 1)),),
    ),
    _Row(
        name="Textiles Roubaix Nord",
        segment=_SME,
        story="tombe en liquidation : le liquidateur écrit",
        domain="@textiles-roubaixnord.example",
        people=("Fatima Zenati | assistante | f.zenati", "Guy Lemaire | gérant | g.lemaire"),
        bills="-5:6120.00",
        beats=(
            letter(
                1,
                Writes(voice="insolvency", sender="Étude Marchais <etude@marchais-mj.example>"),
                (5, 6),
            ),
        ),
    ),
    _Row(
        name="Clinique Saint-Aubin",
        segment=_LARGE,
        story="demande la facture, la reçoit, paie",
        domain="@clinique-saint-aubin.example",
        people=(
            "Nathalie Porcher | comptabilité fournisseurs | n.porcher",
            "Bruno Aziz | directeur financier | b.aziz",
        ),
        bills="-3:12480.00",
        beats=(
            letter(1, Writes(voice="invoice_request"), (1, 2)),
            answer(1, Pays(), (2, 3)),
        ),
    ),
    _Row(
        name="Épicerie Castel",
        segment=_SME,
        story="dit avoir payé, et c'est vrai",
        domain="@epicerie-castel.example",
        people=("Monique Castel | gérante | boutique",),
        bills="-4:742.60",
        beats=(
            letter(1, Writes(voice="paid", client="thunderbird"), (1, 1)),
            letter(1, Pays(), (2, 2)),
        ),
    ),
    _Row(
        name="Fleurs de Mai",
        segment=_SOLE,
        story="est en congé, puis paie à son retour",
        domain="@fleursdemai.example",
        people=("Maud Jaouen | gérante | bonjour",),
        bills="-3:615.00",
        beats=(
            letter(1, Machine(what="absence", back_in=9)),
            letter(2, Pays(), (1, 2)),
        ),
    ),
    _Row(
        name="Négoce Armoricain",
        segment=_SME,
        story="son adresse n'existe plus",
        domain="@negoce-armoricain.example",
        people=("Comptabilité | comptabilité fournisseurs | factures",),
        bills="-2:3325.00",
        beats=(letter(1, Machine(what="unknown")),),
    ),
    _Row(
        name="Bauer Präzisionstechnik GmbH",
        segment=_SME,
        story="ne lit que l'allemand : un humain doit écrire",
        domain="@bauer-praezision.example",
        people=("Katrin Bauer | accounts payable | buchhaltung",),
        bills="-3:5900.00",
        language="de",
        country="DE",
    ),
    _Row(
        name="Groupe Tavernier",
        debtor_id="C-TAVERNIER",
        segment=_SME,
        story="deux dossiers : règle celui de Rennes",
        domain="@groupe-tavernier.example",
        people=("Joël Tavernier | comptable | j.tavernier",),
        bills="-4:2980.00",
        beats=(letter(1, Pays(), (5, 6)),),
    ),
    _Row(
        name="Groupe Tavernier",
        debtor_id="C-TAVERNIER",
        segment=_SME,
        story="deux dossiers : se tait sur celui de Brest",
        domain="@groupe-tavernier.example",
        people=("Joël Tavernier | comptable | j.tavernier",),
        bills="-4:5415.00",
        beats=(letter(2, Writes(voice="distress"), (1, 2)),),
    ),
    _Row(
        name="Carrosserie Thouars",
        segment=_SME,
        story="se tait jusqu'au bout",
        domain="@carrosserie-thouars.example",
        people=(
            "Sandrine Poupin | secrétaire | accueil",
            "Michel Thouars | gérant | m.thouars",
        ),
        bills="-1:7260.00 +12:1140.00",
    ),
    _Row(
        name="Plomberie Sauvage",
        segment=_SOLE,
        story="promet deux fois, ne paie jamais",
        domain="@plomberie-sauvage.example",
        people=("Kévin Sauvage | gérant | kevin",),
        bills="+1:2190.00",
        beats=(
            letter(1, Writes(voice="promise", promise_in=4, client="iphone"), (1, 2)),
            letter(2, Writes(voice="promise", promise_in=7, client="iphone"), (1, 2)),
        ),
    ),
    _Row(
        name="Logis Plus",
        segment=_LARGE,
        story="dit avoir payé, et ne prouve rien",
        domain="@logis-plus.example",
        people=(
            "Service fournisseurs | comptabilité fournisseurs | fournisseurs",
            "Irène Chauvin | cheffe comptable | i.chauvin",
            "Luc Ferry-Bonnet | DAF | l.ferrybonnet",
        ),
        bills="+6:15300.00",
        beats=(letter(2, Writes(voice="paid"), (1, 2)),),
    ),
    _Row(
        name="Maçonnerie Ferrand",
        segment=_SOLE,
        story="demande à payer en plusieurs fois",
        domain="@maconnerie-ferrand.example",
        people=("Thierry Ferrand | gérant | t.ferrand",),
        bills="+3:3600.00",
        beats=(letter(1, Writes(voice="plan", client="gmail"), (2, 4)),),
    ),
    _Row(
        name="Bâti Concept 44",
        segment=_SME,
        story="refuse de payer, sans motif",
        domain="@baticoncept44.example",
        people=("Romain Gicquel | gérant | r.gicquel",),
        bills="+2:9480.00",
        beats=(letter(2, Writes(voice="refusal"), (1, 2)),),
    ),
    _Row(
        name="Groupe Hexal",
        segment=_LARGE,
        story="renvoie vers une collègue, qui paie",
        domain="@hexal.example",
        people=(
            "Olivier Prévost | assistant | o.prevost",
            "Marc Sullivan | directeur financier | m.sullivan",
        ),
        bills="+8:6875.00",
        beats=(
            letter(1, Writes(voice="redirect"), (1, 2)),
            letter(2, Writes(voice="promise", promise_in=4, keeps=True), (1, 1)),
        ),
    ),
    _Row(
        name="Nadia Belkacem",
        segment=Segment.CONSUMER,
        story="ne veut plus de courrier",
        domain="",
        people=("Nadia Belkacem | | nadia.belkacem@orange.fr",),
        bills="+6:265.00",
        beats=(letter(1, Writes(voice="opt_out", client="gmail"), (2, 3)),),
    ),
    _Row(
        name="Claire Fontanel",
        segment=Segment.CONSUMER,
        story="se tait jusqu'au bout",
        domain="",
        people=("Claire Fontanel | | claire.fontanel@laposte.net",),
        bills="+14:910.00",
    ),
    _Row(
        name="Les Amis du Canal",
        segment=Segment.ASSOCIATION,
        story="transmet à sa trésorière, puis paie",
        domain="@amis-du-canal.example",
        people=(
            "Lucette Morin | secrétaire | secretariat",
            "Josiane Hubert | trésorière | tresoriere",
        ),
        bills="+17:480.00",
        beats=(
            letter(1, Writes(voice="ack", client="gmail"), (1, 2)),
            letter(1, Pays(), (9, 10)),
        ),
    ),
    _Row(
        name="Commune de Saint-Véran-sur-Lys",
        segment=Segment.PUBLIC,
        story="pose une question",
        domain="@saint-veran-sur-lys.example",
        people=("Accueil mairie | accueil | mairie",),
        bills="+15:7430.00",
        beats=(letter(1, Writes(voice="question"), (2, 4)),),
    ),
    _Row(
        name="Imprimés Delvaux",
        segment=_SME,
        story="verse un acompte, puis le reste après la mise en demeure",
        domain="@imprimes-delvaux.example",
        people=("Ghislaine Delvaux | comptable | g.delvaux", "Jean Delvaux | gérant | j.delvaux"),
        bills="+19:5200.00",
        beats=(letter(1, Pays(share=_HALF), (3, 4)), letter(4, Pays(), (3, 5))),
    ),
    _Row(
        name="Cabinet médical Orsay",
        segment=_SOLE,
        story="un anti-spam demande si l'on est humain",
        domain="@cabinet-orsay.example",
        people=("Dr Hélène Orsay | gérante | secretariat",),
        bills="+22:1290.00",
        beats=(letter(1, Machine(what="challenge")),),
    ),
    _Row(
        name="Studio Mélisse",
        segment=_SME,
        story="son logiciel accuse lecture ; il paie sans un mot",
        domain="@studio-melisse.example",
        people=("Agathe Ruiz | office manager | agathe",),
        bills="+23:2045.00",
        beats=(letter(1, Machine(what="receipt")), letter(1, Pays(), (4, 6))),
    ),
    _Row(
        name="Librairie du Pont Neuf",
        segment=_SME,
        story="un collègue lui a écrit à la main ; il paie ensuite",
        domain="@librairie-pontneuf.example",
        people=("Édith Garnier | gérante | edith",),
        bills="+26:1120.00",
        beats=(on_day(30, ColleagueWrites()), letter(1, Pays(), (4, 5))),
    ),
    _Row(
        name="Serrurerie Moreau",
        segment=_SME,
        story="gros montant : contactée avant l'échéance, paie à l'heure",
        domain="@serrurerie-moreau.example",
        people=("Patrick Moreau | gérant | patrick",),
        bills="+36:24900.00",
        beats=(
            letter(1, Writes(voice="scheduled", client="thunderbird"), (1, 1)),
            on_day(36, Pays()),
        ),
    ),
    _Row(
        name="Vignobles Castaing",
        segment=_SME,
        story="un inconnu répond à sa place",
        domain="@vignobles-castaing.example",
        people=("Bertrand Castaing | gérant | domaine",),
        bills="+28:3870.00",
        beats=(
            letter(
                1,
                Writes(voice="stranger", sender="Paul Renard <p.renard77@gmail.com>", fresh=True),
                (2, 3),
            ),
        ),
    ),
    _Row(
        name="Studio Grand Angle",
        segment=_SOLE,
        story="sa boîte est pleine, la lettre repart, il paie",
        domain="@studio-grandangle.example",
        people=("Hugo Besnard | gérant | hugo",),
        bills="+30:1475.00",
        beats=(letter(1, Machine(what="full")), letter(2, Pays(), (3, 4))),
    ),
    _Row(
        name="Agence Pixel Ouest",
        segment=_SME,
        story="demande une facture que nous n'avons pas sous la main",
        domain="@pixel-ouest.example",
        people=("Tom Hervieu | office manager | tom",),
        bills="+31:2660.00!",
        beats=(
            letter(1, Writes(voice="invoice_request", client="gmail"), (1, 2)),
            letter(2, Pays(), (4, 5)),
        ),
        greylisting=True,
    ),
    _Row(
        name="Brasserie du Port",
        segment=_SME,
        story="conteste un prix, promet le reste",
        domain="@brasserieduport.example",
        people=("Loïc Kerdoncuff | gérant | loic",),
        bills="+33:1980.00 +34:640.00",
        beats=(letter(1, Writes(voice="price", client="iphone"), (1, 3)),),
    ),
    _Row(
        name="Hôtel Bellerive",
        segment=_SME,
        story="paie toujours en retard : à la troisième relance",
        domain="@hotel-bellerive.example",
        people=(
            "Armand Vial | comptable | compta",
            "Sophie Vial | directrice générale | direction",
        ),
        bills="+37:4310.00 +52:2750.00",
        beats=(letter(3, Pays(), (2, 4)),),
    ),
    _Row(
        name="Garage des Halles",
        segment=_SME,
        story="avait oublié : paie à la première relance",
        domain="@garage-des-halles.example",
        people=("René Baudry | gérant | atelier",),
        bills="+45:1385.40",
        beats=(letter(1, Pays(), (1, 2)),),
    ),
    _Row(
        name="Boulangerie Quéméneur",
        segment=_SOLE,
        story="« on fera le nécessaire », puis paie à la deuxième relance",
        domain="@boulangerie-quemeneur.example",
        people=("Gaëlle Quéméneur | gérante | gaelle",),
        bills="+48:870.00",
        beats=(letter(1, Writes(voice="ack", client="iphone"), (1, 1)), letter(2, Pays(), (2, 3))),
    ),
    _Row(
        name="Cave des Chartreux",
        segment=_SME,
        story="vient d'entrer dans la séquence quand l'histoire s'arrête",
        domain="@cave-chartreux.example",
        people=("Alix Morel | comptable | compta",),
        bills="+78:1640.00",
    ),
)
