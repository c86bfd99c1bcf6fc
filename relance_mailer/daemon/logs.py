"""The operator's log: one line an act, no debtor's text, no full address."""

import logging
import sys

import structlog


def log_to_stderr(*, as_json: bool) -> None:
    """Write the log to standard error, for people or (JSON) for a collector."""
    # The IMAP library prints bodies and bearer tokens when it debugs.
    logging.getLogger("aioimaplib").setLevel(logging.INFO)
    # Its pool tells forty lines of a database that is away, again and again: we say it in one.
    logging.getLogger("asyncpg").setLevel(logging.CRITICAL)
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    renderer = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if as_json
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        # Asked at each line: whoever replaces standard error afterwards gets the log too.
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )


def log_nothing() -> None:
    """No line at all: for those who play thousands of days and judge by what arrived."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
