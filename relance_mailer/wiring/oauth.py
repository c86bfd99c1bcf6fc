"""The applications of `[oauth.NAME]`, as the doors of mail and the command line need them."""

from relance_mailer.adapters.oauth import OauthAccount, Tokens, tokens_for
from relance_mailer.settings.loading import OAUTH, Settings
from relance_mailer.settings.model import Server


def oauth_account(settings: Settings, name: str) -> OauthAccount:
    """The application of that name; raises KeyError when there is none."""
    table = settings.table.oauth[name]
    file = table.refresh_token_file
    return OauthAccount(
        name=name,
        token_url=table.asks_at,
        client_id=table.client_id,
        client_secret=settings.secrets[(OAUTH, name)],
        scope=table.asks_for,
        refresh_token_file=settings.path(file) if file else None,
    )


def tokens_of(settings: Settings, server: Server) -> Tokens | None:
    """Where a mail server's tokens come from, None where it takes a password."""
    return tokens_for(oauth_account(settings, server.oauth)) if server.oauth else None
