"""People decide in the browser, and the journal has it: by mouse, by keys, two at once."""

from playwright.sync_api import Browser, StorageState, expect

from desk.chromium import Watched, window
from desk.desk_house import AGENT, MANAGER, READER, STRANGER, WORKED, Desk, dossier_path, enters

DISPUTER, INSULTER, PAYER, SHARED, RIGHTFUL = WORKED


def test_from_a_dispute_to_its_resolution(inside: Watched, desk: Desk) -> None:
    page = inside.page
    inside.opens(dossier_path(DISPUTER))
    page.get_by_role("link", name="Ouvrir un litige").click()
    expect(page.get_by_role("heading", name="Ouvrir un litige")).to_be_visible()
    assert inside.grave_faults() == []
    page.get_by_label("Ce qui est contesté").fill("la moitié du lot est arrivée cassée")
    decides(inside, "Ouvrir le litige", because="lot cassé : à vérifier")
    expect(page.locator("main")).to_contain_text("Litige ouvert")
    page.get_by_role("link", name="Trancher le litige").click()
    page.get_by_label("Verdict").select_option("Nous avions raison")
    page.get_by_label("Ce qui a été constaté").fill("le bon de livraison est signé sans réserve")
    page.get_by_label("Le dire au débiteur par cette lettre").uncheck()
    decides(inside, "Trancher", because="bon de livraison relu")
    expect(page.locator("main")).to_contain_text("Litige tranché")
    kinds = desk.journal_of(DISPUTER)
    assert kinds.index("DisputeOpened") < kinds.index("DisputeDecided")


def test_we_were_wrong_and_say_so_in_a_letter(inside: Watched, desk: Desk) -> None:
    """A credit note for what was broken: its letter is read, then ordered."""
    page = inside.page
    inside.opens(f"{dossier_path(RIGHTFUL)}?acte=litige")
    page.get_by_label("Montant contesté").fill("300,00")
    page.get_by_label("Le dire au débiteur par cette lettre").uncheck()
    decides(inside, "Ouvrir le litige", because="six carreaux cassés, à vérifier")
    page.get_by_role("link", name="Trancher le litige").click()
    page.get_by_label("Verdict").select_option("Nous avions tort")
    page.get_by_label("Ce qui a été constaté").fill("six carreaux ont été cassés au déchargement")
    page.get_by_label("Avoir accordé : son numéro").fill("AV-77")
    page.get_by_label("Avoir accordé : son montant").fill("300,00")
    page.get_by_label("Nouvelle date donnée").fill("2026-11-04")
    page.get_by_role("button", name="Voir la lettre").click()
    letter = page.get_by_label("Texte de la lettre")
    expect(letter).to_contain_text("AV-77")
    expect(letter).to_contain_text("six carreaux ont été cassés au déchargement")
    expect(letter).to_contain_text("mercredi 4 novembre 2026")
    expect(letter).not_to_contain_text("n'est pas retenue")
    assert inside.grave_faults() == []
    decides(inside, "Trancher", because="photographies du livreur")
    expect(page.locator("main")).to_contain_text("Litige tranché")
    kinds = desk.journal_of(RIGHTFUL)
    assert kinds[kinds.index("DisputeDecided") :].count("LetterOrdered") == 1
    inside.opens("/file/tasks")
    row = page.get_by_role("link", name=RIGHTFUL.name)
    expect(row).to_contain_text("avoir à établir")


def test_from_an_insult_to_a_filed_petition(inside: Watched, desk: Desk) -> None:
    page = inside.page
    inside.opens("/file/legal")
    page.get_by_role("link", name=INSULTER.name).click()
    page.get_by_role("link", name="Étape judiciaire").click()
    page.get_by_label("Étape", exact=True).select_option("requête déposée")
    page.get_by_label("Référence").fill("RG 26/00123")
    decides(inside, "Inscrire l'étape", because="requête déposée au greffe ce matin")
    expect(page.locator(".story")).to_contain_text("requête")
    assert "LegalStepTaken" in desk.journal_of(INSULTER)


def test_a_letter_is_looked_at_before_it_is_ordered(inside: Watched, desk: Desk) -> None:
    page = inside.page
    inside.opens(dossier_path(PAYER))
    page.get_by_role("link", name="Approuver la prochaine lettre").click()
    expect(page.get_by_label("Texte de la lettre")).to_contain_text(f"F-{PAYER.dossier}")
    assert inside.grave_faults() == []
    page.get_by_role("button", name="Approuver cette lettre").click()
    expect(page.locator("main")).to_contain_text("Lettre approuvée")
    assert "LetterApproved" in desk.journal_of(PAYER)


def test_a_message_without_dossier_is_linked(inside: Watched, desk: Desk) -> None:
    page = inside.page
    inside.opens("/file/unlinked")
    page.get_by_role("link", name=STRANGER.email).click()
    page.get_by_label("Rattacher au dossier").fill(PAYER.name)
    page.get_by_role("button", name="Rattacher", exact=True).click()
    expect(page.locator("main")).to_contain_text(f"rattaché à {PAYER.dossier}")
    inside.opens(dossier_path(PAYER))
    expect(page.locator(".story")).to_contain_text(STRANGER.email)


def test_two_at_once_do_not_overwrite_each_other(
    browser: Browser, desk: Desk, inside: Watched
) -> None:
    """The second is shown what the first decided, and keeps what he typed."""
    with window(browser, desk.url) as other:
        other.opens("/entrer")
        enters(other, AGENT)
        for watched in (inside, other):
            watched.opens(f"{dossier_path(SHARED)}?acte=note")
        first, second = "vu avec l'atelier", "vu avec le transporteur"
        for watched, words in ((inside, first), (other, second)):
            watched.page.get_by_role("textbox", name="Note").fill(words)
        inside.page.get_by_role("button", name="Inscrire la note").click()
        expect(inside.page.locator(".story")).to_contain_text(first)
        other.page.get_by_role("button", name="Inscrire la note").click()
        expect(other.page.get_by_role("alert")).to_contain_text(MANAGER)
        expect(other.page.get_by_role("alert")).to_contain_text(first)
        assert other.page.get_by_role("textbox", name="Note").input_value() == second
        other.page.get_by_role("button", name="Inscrire la note").click()
        expect(other.page.locator(".story")).to_contain_text(second)
        assert all("409" in fault for fault in other.faults), other.faults


def test_a_dossier_resumes_by_keyboard_alone(
    browser: Browser, desk: Desk, managers_cookie: StorageState
) -> None:
    with window(browser, desk.url, signed_in=managers_cookie) as watched:
        page, keys = watched.page, watched.page.keyboard
        watched.opens("/")
        keys.press("/")
        keys.type(SHARED.name)
        keys.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(SHARED.name)
        tabs_to(watched, "Reprendre les relances")
        keys.press("Enter")
        expect(page.get_by_label("Reprendre par")).to_be_visible()
        tabs_to(watched, "c-because")
        keys.type("tout est livré")
        tabs_to(watched, "Reprendre")
        keys.press("Enter")
        expect(page.locator(".story")).to_contain_text("tout est livré")
        assert watched.faults == []


def test_who_only_reads_is_offered_nothing(browser: Browser, desk: Desk) -> None:
    with window(browser, desk.url) as watched:
        watched.opens("/entrer")
        enters(watched, READER)
        watched.opens(dossier_path(SHARED))
        expect(watched.page.locator("#decider")).to_contain_text("Vous avez la lecture")
        assert watched.page.locator("#decider button, #decider a").count() == 0


def decides(watched: Watched, button: str, *, because: str) -> None:
    """Give the reason and press."""
    watched.page.get_by_label("Motif", exact=False).last.fill(because)
    watched.page.get_by_role("button", name=button, exact=True).click()


def tabs_to(watched: Watched, words: str) -> None:
    """Press Tab until these words have the focus."""
    for _ in range(80):
        watched.page.keyboard.press("Tab")
        if watched.focused() == words:
            return
    raise AssertionError(f"no way to « {words} » by Tab")
