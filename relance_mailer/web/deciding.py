"""An act on a dossier, sent from its page: who may, whether it is whole, whether it is still true.

Whatever the page showed, the server decides anew: the role, the version of the dossier that was
looked at, and the same rules as from the command line. What was typed is never lost.
"""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from relance_mailer.desk.possible import Impossible
from relance_mailer.desk.rights import RIGHTS, Right
from relance_mailer.flows.house import Creditor
from relance_mailer.flows.work_desk import View, act, show, written_since
from relance_mailer.ports import LastEntry, Permanent
from relance_mailer.web.access import may
from relance_mailer.web.desk import Desk, desk_of, flash, page, path_of, who
from relance_mailer.web.dossiers import dossier_answer, key_of
from relance_mailer.web.forms import Act, Scene
from relance_mailer.web.panel import (
    ABOUT_NEXT_LETTER,
    ACTS,
    ROLE_FOR,
    Form,
    form_of,
    in_words,
    is_allowed,
    letter_for,
    panel_of,
    scene_of,
    sightly,
)
from relance_mailer.web.typed import Mistyped, Typed, typed_in

STALE = "Ce dossier a changé depuis que vous l'avez ouvert : relisez, puis décidez."
REPLACED = (
    "La base a été remise en un état antérieur depuis que vous avez ouvert ce dossier : ce que "
    "vous y aviez lu n'y est plus. Relisez-le en entier, puis décidez."
)


def not_yours(request: Request, what: str) -> Response:
    """The refusal to somebody whose role does not go so far."""
    role = "un responsable" if may(who(request), ROLE_FOR[Right.RECORD]) else "un agent"
    said = f"{what} : il y faut {role}. Rien n'a été inscrit."
    return page(request, "message.html", status=403, title="Pas avec votre rôle", said=said)


async def decide_page(request: Request) -> Response:
    """Carry out the act that the form asks for, or show the form again with why not."""
    desk, colleague = desk_of(request), who(request)
    chosen = ACTS.get(request.path_params["act"])
    if chosen is None:
        raise Permanent("cet acte n'existe pas")
    if request.method != "POST":  # a refused form that is loaded anew
        key, _ = key_of(request, desk)
        opened = f"{path_of(key)}?acte={chosen.slug}#acte"
        return RedirectResponse(opened, status_code=303)
    if not may(colleague, ROLE_FOR[RIGHTS[chosen.decides]]):
        return not_yours(request, chosen.label)
    key, creditor = key_of(request, desk)
    typed = await typed_in(request)
    view = await show(desk.house, creditor, key)
    scene = await _scene(desk, creditor, view, request, chosen)
    return await _Try(request, desk, creditor, chosen, scene, view, typed).answer()


async def _scene(
    desk: Desk, creditor: Creditor, view: View, request: Request, chosen: Act
) -> Scene:
    scene = scene_of(desk, creditor, view, who(request))
    if chosen.slug not in ABOUT_NEXT_LETTER:
        return scene
    letter = await letter_for(desk, creditor, scene, chosen, Typed({}))
    return scene if isinstance(letter, Impossible) else replace(scene, letter=letter)


class _Try:
    """One try to carry out an act, with all that its form needs when it comes back."""

    def __init__(
        self,
        request: Request,
        desk: Desk,
        creditor: Creditor,
        chosen: Act,
        scene: Scene,
        view: View,
        typed: Typed,
    ) -> None:
        self._request, self._desk, self._creditor = request, desk, creditor
        self._act, self._scene, self._view, self._typed = chosen, scene, view, typed

    async def answer(self) -> Response:
        """Done, or the form again: as a letter to read, refused (422), or overtaken (409)."""
        try:
            seen = self._typed.seen()
        except Mistyped as fault:
            return await self._again(422, Mistyped("", fault.because))
        if seen != self._view.last:
            return await self._overtaken(seen)
        if self._typed.yes("voir"):
            return await self._again(200, self._fault())
        try:
            order = self._act.make(self._whole(), self._scene)
        except Mistyped as fault:
            return await self._again(422, fault)
        if not is_allowed(who(self._request), order.verdict):
            return not_yours(self._request, self._act.label)
        key = self._scene.dossier.key
        done = await act(
            self._desk.house,
            self._creditor,
            key,
            order.verdict,
            heard=order.heard,
            seen=seen,
        )
        if isinstance(done, Impossible):
            return await self._refused(done, seen)
        flash(self._request, self._act.done)
        return RedirectResponse(path_of(key), status_code=303)

    def _whole(self) -> Typed:
        """The form with the reason that the act has of itself, where none was typed."""
        if self._typed.text("because") or not self._act.because:
            return self._typed
        return Typed({**self._typed.fields, "because": [self._act.because]})

    def _fault(self) -> Mistyped | None:
        try:
            self._act.make(self._whole(), self._scene)
        except Mistyped as fault:
            return fault
        return None

    async def _refused(self, done: Impossible, seen: LastEntry) -> Response:
        self._view = await show(self._desk.house, self._creditor, self._scene.dossier.key)
        if self._view.last != seen:
            return await self._overtaken(seen)
        return await self._again(422, Mistyped("", in_words(done.because)))

    async def _overtaken(self, seen: LastEntry) -> Response:
        """The page as it is now, what others wrote since, and the words that were typed."""
        scene = replace(self._scene, dossier=self._view.dossier, last=self._view.last)
        since = await written_since(self._desk.house, self._view, seen)
        form = form_of(
            self._act,
            scene,
            self._typed,
            fault=Mistyped("", REPLACED if since is None else STALE),
            since=since or (),
        )
        return await self._page(409, form)

    async def _again(self, status: int, fault: Mistyped | None) -> Response:
        letter = await letter_for(
            self._desk, self._creditor, self._scene, self._act, sightly(self._typed)
        )
        form = form_of(self._act, self._scene, self._typed, fault=fault, letter=letter)
        return await self._page(status, form)

    async def _page(self, status: int, form: Form) -> Response:
        scene = replace(self._scene, dossier=self._view.dossier, last=self._view.last)
        panel = panel_of(scene, who(self._request), form)
        return await dossier_answer(self._request, self._desk, self._view, panel, status=status)
