"""The lookup's contract: who is due, whom a message may concern, what an operator means."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from contracts.conftest import Store
from contracts.store_cases import (
    ACME,
    AT,
    BOX,
    DAY,
    digest,
    key,
    letter,
    message,
    opening,
    record,
)
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import (
    Contact,
    CreditorId,
    DebtorId,
    InvoiceNumber,
    MessageId,
)
from relance_mailer.inward.clues import folded_subject
from relance_mailer.inward.link import Clues
from relance_mailer.ports import Commit, Fate, SettleMessage

ZENITH = key("BZ-2003")


async def two_dossiers(store: Store) -> None:
    """The bakery, written to once, and an ironmonger on free mail."""
    described, opened = opening("BZ-2003")
    described = replace(described, debtor=replace(described.debtor, siren="732829320"))
    await record(store.journal, ZENITH, [described, opened])
    event, effect = letter(ZENITH)
    await record(store.journal, ZENITH, [event], effects=[effect])
    other = opening("FE-1", name="Ferronnerie d'Art Ünal", email="unal@orange.fr", amount="80")
    await record(store.journal, key("FE-1"), other, look=DAY + timedelta(days=3))


HITS: list[tuple[str, Clues, set[str]]] = [
    (
        "répond à la relance",
        Clues(message_ids=(MessageId("relance.acme.BZ-2003.1.reminder_1.1@acme.example"),)),
        {"by_message_id"},
    ),
    ("marque signée", Clues(tokens=("BZ-2003",)), {"by_token"}),
    ("jeton entier", Clues(tokens=("tokenACME.BZ-2003.1.reminder_1.1",)), {"by_token"}),
    ("référence nue", Clues(references=("bz-2003", "14-2026")), {"by_reference"}),
    ("numéro de facture plié", Clues(invoices=("FABZ200301", "20261015")), {"by_invoice"}),
    ("adresse connue", Clues(addresses=("compta@zenith-pain.example",)), {"by_address"}),
    ("adresse en copie", Clues(addresses=("direction@zenith-pain.example",)), {"by_address"}),
    ("domaine du débiteur", Clues(domains=("zenith-pain.example",)), {"by_domain"}),
    (
        "nom dans le texte",
        Clues(names=("bonjour", "boulangerie", "zenith", "vous", "salue")),
        {"by_name"},
    ),
    ("SIREN en pied de page", Clues(sirens=("732829320",)), {"by_siren"}),
    ("même objet", Clues(subjects=(folded_subject("Re: Votre facture"),)), {"by_subject"}),
]


@pytest.mark.parametrize(("story", "clues", "by"), HITS, ids=[hit[0] for hit in HITS])
async def test_each_clue_finds_the_dossier(
    store: Store, story: str, clues: Clues, by: set[str]
) -> None:
    """Only what hit is said, and the candidate is filled whatever hit."""
    await two_dossiers(store)
    [found] = await store.lookup.candidates(ACME, clues)
    assert found.key == ZENITH
    evidence = [name for name in found.__slots__ if name.startswith("by_")]
    assert {name for name in evidence if getattr(found, name)} == by
    assert (found.debtor_id, found.debtor_name) == ("C-BZ-2003", "Boulangerie Zénith SARL")
    assert (found.invoices, found.open_invoices) == (("FA/BZ-2003-01",), 1)
    assert found.known_addresses == (
        "compta@zenith-pain.example",
        "direction@zenith-pain.example",
    )
    assert found.known_domains == ("zenith-pain.example",)


MISSES: list[tuple[str, Clues]] = [
    ("rien", Clues()),
    ("un mot du nom seul", Clues(names=("la", "boulangerie", "martin"))),
    ("domaine gratuit", Clues(domains=("orange.fr",))),
    ("autre facture", Clues(invoices=("FABZ200302",))),
    ("sous-domaine", Clues(domains=("mail.zenith-pain.example",))),
]


@pytest.mark.parametrize(("story", "clues"), MISSES, ids=[miss[0] for miss in MISSES])
async def test_what_names_nobody_finds_nobody(store: Store, story: str, clues: Clues) -> None:
    """No guess."""
    await two_dossiers(store)
    assert await store.lookup.candidates(ACME, clues) == ()


async def test_what_no_database_takes_is_asked_for_all_the_same(store: Store) -> None:
    """A raw NUL or a lone surrogate in a header: the message beside it is still looked up."""
    await two_dossiers(store)
    odd = Clues(message_ids=(MessageId("a\x00b@z"), MessageId("c\udce9@z")), references=("\x00",))
    plain = Clues(references=("bz-2003",))
    found = await store.lookup.candidates_many(ACME, [odd, plain])
    assert [len(each) for each in found] == [0, 1]


async def test_another_creditors_dossiers_are_never_found(store: Store) -> None:
    """Creditor stands in every key."""
    await two_dossiers(store)
    other = CreditorId("autre")
    for _, clues, _ in HITS:
        assert await store.lookup.candidates(other, clues) == ()


async def test_many_messages_are_looked_up_at_once(store: Store) -> None:
    """Each gets its own answer, in the order of the questions."""
    await two_dossiers(store)
    many = [
        Clues(references=("FE-1", "BZ-2003")),
        Clues(),
        Clues(addresses=("unal@orange.fr",), domains=("orange.fr",)),
    ]
    found = await store.lookup.candidates_many(ACME, many)
    assert [[candidate.key.dossier for candidate in each] for each in found] == [
        ["BZ-2003", "FE-1"],
        [],
        ["FE-1"],
    ]
    assert found[2][0].by_address == ("unal@orange.fr",)
    assert found[2][0].known_domains == ()


async def test_a_contact_taken_away_names_nobody_any_more(store: Store) -> None:
    """Unless a letter went there."""
    await record(store.journal, ZENITH, opening())
    gone = e.ContactChanged(
        because="a quitté la société",
        by="Anne",
        contact=Contact(email="compta@zenith-pain.example"),
        removed=True,
    )
    clues = Clues(addresses=("compta@zenith-pain.example",))
    assert len(await store.lookup.candidates(ACME, clues)) == 1
    await record(store.journal, ZENITH, [gone])
    assert await store.lookup.candidates(ACME, clues) == ()


async def test_who_is_due_comes_with_the_largest_first(store: Store) -> None:
    """The day of the next look has come or passed; the limit cuts."""
    for name, amount, look in (("A", "10", 0), ("B", "900", -4), ("C", "50", 1)):
        await record(
            store.journal, key(name), opening(name, amount=amount), look=DAY + timedelta(look)
        )
    await record(store.journal, key("D"), opening("D"), look=None)
    assert await store.lookup.due(ACME, DAY, limit=9) == (key("B"), key("A"))
    assert await store.lookup.due(ACME, DAY + timedelta(days=1), limit=2) == (key("B"), key("C"))
    assert await store.lookup.due(CreditorId("autre"), DAY, limit=9) == ()
    assert await store.lookup.due(ACME, DAY, limit=1, offset=1) == (key("A"),)
    assert await store.lookup.due(ACME, DAY, limit=1, offset=2) == ()


async def test_the_index_says_where_each_dossier_stands(store: Store) -> None:
    """Phase, since, amount, oldest due day, reason."""
    await two_dossiers(store)
    asked = e.ReviewAsked(because="litige sur la livraison", reason="dispute")
    await record(store.journal, key("FE-1"), [asked], at=AT + timedelta(days=2))
    rows = await store.lookup.index(ACME)
    assert [row.key.dossier for row in rows] == ["BZ-2003", "FE-1"]
    [row] = await store.lookup.index(ACME, [Phase.REVIEW, Phase.LEGAL])
    assert (row.key, row.phase, row.reason) == (key("FE-1"), Phase.REVIEW, "dispute")
    assert (row.since, row.oldest_due_on) == (date(2026, 10, 22), date(2026, 9, 1))
    assert (row.owed, row.currency, row.distress) == (Decimal("80.00"), "EUR", False)
    assert await store.lookup.index(CreditorId("autre")) == ()
    assert len(await store.lookup.index()) == 2


async def test_all_dossiers_of_a_debtor(store: Store) -> None:
    """Whatever their phase."""
    for name in ("B", "A"):
        await record(store.journal, key(name), opening(name, debtor="MARTIN"))
    found = await store.lookup.dossiers_of(ACME, DebtorId("MARTIN"))
    assert found == (key("A"), key("B"))
    assert await store.lookup.dossiers_of(ACME, DebtorId("DUPONT")) == ()


async def test_the_dossiers_of_several_debtors_at_once(store: Store) -> None:
    """Each debtor's in order; who has none is left out, and nobody asked for is nothing found."""
    for name, debtor in (("B", "MARTIN"), ("A", "MARTIN"), ("C", "DURAND"), ("D", "PETIT")):
        await record(store.journal, key(name), opening(name, debtor=debtor))
    martin, durand, dupont = DebtorId("MARTIN"), DebtorId("DURAND"), DebtorId("DUPONT")
    found = await store.lookup.dossiers_of_many(ACME, [martin, durand, dupont, martin])
    assert found == {martin: (key("A"), key("B")), durand: (key("C"),)}
    assert await store.lookup.dossiers_of_many(ACME, []) == {}


FINDS = [
    ("bz-2003", "BZ-2003"),
    ("[BZ-2003]", "BZ-2003"),
    ("C-FE-1", "FE-1"),
    ("FA FE-1 01", "FE-1"),
    ("unal", "FE-1"),
    ("Boulangerie", "BZ-2003"),
    ("zénith", "BZ-2003"),
    ("Compta@Zenith-Pain.example", "BZ-2003"),
]


@pytest.mark.parametrize(("words", "dossier"), FINDS, ids=[words for words, _ in FINDS])
async def test_an_operator_is_understood(store: Store, words: str, dossier: str) -> None:
    """Identifier, debtor's number, invoice, part of the name, accents or not."""
    await two_dossiers(store)
    assert await store.lookup.find(words) == (key(dossier),)


@pytest.mark.parametrize("words", ["boulangerie", "C-MEME", "fa/x-01", "meme@b.example"])
async def test_of_several_meant_the_largest_come_first(store: Store, words: str) -> None:
    """And no more than asked for."""
    for name, amount in (("A", "10"), ("B", "900"), ("C", "50"), ("D", "50")):
        described, opened = opening(
            name, name=f"Boulangerie {name}", email="meme@b.example", amount=amount, debtor="C-MEME"
        )
        opened = replace(opened, invoice=replace(opened.invoice, number=InvoiceNumber("FA/X-01")))
        await record(store.journal, key(name), [described, opened])
    whole = await store.lookup.find(words)
    assert whole == (key("B"), key("C"), key("D"), key("A"))
    assert await store.lookup.find(words, limit=2) == whole[:2]


@pytest.mark.parametrize("words", ["", "  ", "%", "inconnu"])
async def test_words_that_name_nothing_find_nothing(store: Store, words: str) -> None:
    """An empty line is not everybody."""
    await two_dossiers(store)
    assert await store.lookup.find(words) == ()


async def test_invoice_numbers_of_dossiers(store: Store) -> None:
    """As the ledger writes them."""
    await two_dossiers(store)
    found = await store.lookup.invoice_numbers([ZENITH, key("FE-1"), key("?")])
    assert found == ("FA/BZ-2003-01", "FA/FE-1-01")
    assert await store.lookup.invoice_numbers([]) == ()


NAMING = [
    ("son adresse", {"sender": "compta@zenith-pain.example"}, True),
    ("un collègue du même domaine", {"sender": "gerant@zenith-pain.example"}, True),
    ("la relance citée", {"names": ("relance.acme.BZ-2003.1.reminder_1.1@acme.example",)}, True),
    ("la référence signée", {"marks": ("BZ-2003-K7Q2M",)}, True),
    ("la référence nue", {"marks": ("BZ-2003",)}, True),
    ("la facture", {"invoices": ("FABZ200301",)}, True),
    ("un autre", {"sender": "x@ailleurs.example", "marks": ("BZ-20031",)}, False),
    ("messagerie gratuite", {"sender": "x@orange.fr"}, False),
]


@pytest.mark.parametrize(("story", "scan", "names"), NAMING, ids=[case[0] for case in NAMING])
async def test_a_message_set_aside_names_its_debtor(
    store: Store, story: str, scan: dict[str, object], names: bool
) -> None:
    """While it lies there, nothing leaves for him."""
    await two_dossiers(store)
    odd = message("illisible", **{"sender": "x@ailleurs.example", **scan})  # type: ignore[arg-type]
    await store.inbox.keep(ACME, BOX, [odd], sent_folder=False)
    dossier = (await store.journal.read([ZENITH.page]))[ZENITH.page].dossier
    assert dossier is not None
    assert await store.lookup.set_aside_names(ACME, dossier) is False
    aside = SettleMessage(message=digest(odd[0].raw), fate=Fate.SET_ASIDE)
    await store.journal.commit([Commit(at=AT, writes=(), effects=(aside,))])
    assert await store.lookup.set_aside_names(ACME, dossier) is names
    assert await store.lookup.set_aside_names(CreditorId("autre"), dossier) is False


async def test_the_register_keeps_small_facts(store: Store) -> None:
    """Set, changed, taken away."""
    assert await store.register.get("stop") is None
    for value in ("2026-10-20", "2026-10-21"):
        await store.register.set("stop", value)
        assert await store.register.get("stop") == value
    await store.register.set("stop", None)
    assert await store.register.get("stop") is None


async def test_plusieurs_faits_du_registre_en_une_question(store: Store) -> None:
    await store.register.set("stop", "nuit")
    await store.register.set("début", "2026-01-01")
    asked = ["début", "jamais écrit", "stop"]
    assert await store.register.get_many(asked) == {"stop": "nuit", "début": "2026-01-01"}
    assert await store.register.get_many([]) == {}


async def test_the_register_lets_one_of_several_change_a_fact(store: Store) -> None:
    """A compare-and-set: whoever saw the value as it stands wins, the others change nothing."""
    swap = store.register.swap
    won = await asyncio.gather(*(swap("claim", None, f"service {n}") for n in range(4)))
    assert sorted(won) == [False, False, False, True]
    first = await store.register.get("claim")
    won = await asyncio.gather(*(swap("claim", first, f"encore {n}") for n in range(4)))
    assert sorted(won) == [False, False, False, True]
    assert not await swap("claim", first, "trop tard")
    assert not await swap("claim", first, None)
    now = await store.register.get("claim")
    assert await swap("claim", now, None)
    assert await store.register.get("claim") is None
    assert await swap("claim", None, None)
    assert not await swap("claim", "rien", None)
