"""The desk as one application: its routes, and what stands before all of them."""

from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from relance_mailer.ports import Fault, Overtaken
from relance_mailer.web import (
    access,
    calendar,
    closing,
    court,
    dashboard,
    deciding,
    dossiers,
    judging,
    mails,
    today,
)
from relance_mailer.web.attempts import Attempts
from relance_mailer.web.desk import STATIC, Desk, page, pages_of
from relance_mailer.web.guard import Guard
from relance_mailer.web.passwords import nobodys

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def build_app(desk: Desk) -> Starlette:
    """The application that serves this desk."""
    url = urlsplit(desk.public_url)
    secure = url.scheme == "https"
    app = Starlette(
        routes=[
            Route("/", today.today_page),
            Route("/file/{name}", today.queue_page),
            Route(
                "/dossier/{creditor}/{dossier:path}/acte/{act}",
                deciding.decide_page,
                methods=["GET", "POST"],
            ),
            Route("/contentieux/{creditor}/{dossier:path}", court.court_file),
            Route("/dossier/{creditor}/{dossier:path}", dossiers.dossier_page),
            Route("/message/{message}/dire/{act}", judging.judge_page, methods=["GET", "POST"]),
            Route("/file/{name}/clore", closing.close_page, methods=["POST"]),
            Route("/recherche", dossiers.search_page),
            Route("/calendrier", calendar.calendar_page),
            Route("/tableau", dashboard.dashboard_page),
            Route("/message/{message}", mails.message_page),
            Route("/message/{message}/brut", mails.raw_message),
            Route("/message/{message}/piece/{number:int}", mails.piece),
            Route("/lettre/{creditor}/{dossier:path}/{letter}", mails.letter_page),
            Route(access.SIGN_IN, access.sign_in_page),
            Route(access.SIGN_IN, access.sign_in, methods=["POST"]),
            Route("/sortir", access.sign_out, methods=["POST"]),
            Route("/sante", _health),
            Route("/favicon.svg", _favicon),
            Mount("/static", StaticFiles(directory=STATIC), name="static"),
        ],
        middleware=[
            Middleware(Guard, secure=secure),
            Middleware(TrustedHostMiddleware, allowed_hosts=[url.hostname or "", *LOOPBACK]),
            Middleware(
                SessionMiddleware,
                secret_key=desk.secret,
                session_cookie="relance",
                max_age=desk.session_hours * 3600,
                same_site="strict",
                https_only=secure,
            ),
            Middleware(access.Doorman),
        ],
        exception_handlers={Overtaken: _overtaken, Fault: _fault, 404: _unknown},
    )
    app.state.desk = desk
    app.state.pages = pages_of(desk)
    app.state.attempts = Attempts(desk.real_now)
    nobodys()
    app.state.counted = dashboard.Counted()
    return app


async def _health(_: Request) -> Response:
    """For a supervisor: the process answers; nothing about anybody."""
    return PlainTextResponse("ok")


async def _favicon(_: Request) -> Response:
    return FileResponse(STATIC / "favicon.svg", media_type="image/svg+xml")


async def _overtaken(request: Request, _: Exception) -> Response:
    said = "Quelqu'un d'autre a changé ce dossier à l'instant : relisez-le, puis décidez."
    return page(request, "message.html", status=409, title="Dossier changé", said=said)


async def _fault(request: Request, error: Exception) -> Response:
    return page(request, "message.html", status=422, title="Impossible", said=str(error))


async def _unknown(request: Request, _: Exception) -> Response:
    said = "Cette page n'existe pas, ou plus."
    return page(request, "message.html", status=404, title="Page inconnue", said=said)
