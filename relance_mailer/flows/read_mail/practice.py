"""What a process of the crew does before its first message, while there is time for it.

The reader compiles its patterns when they are first asked, and makes its tables at the first
message: a process that will read thousands has all of it to do, and may do it before they come.
"""

AT_ONCE = 100
"""Patterns a step: whoever wants to be read waits for a tenth of a second at most."""

_EXAMPLES = (
    ("Re: facture", "Bonjour,\n\nNous vous payons la facture vendredi.\n\nCordialement"),
    ("Re: invoice", "Hello,\n\nWe will pay the invoice on Friday.\n\nKind regards"),
)
_MAIL = "From: a@b.example\nTo: c@d.example\nSubject: {}\nMessage-ID: <1@b.example>\n\n{}\n"


def practise(step: int) -> bool:
    """One step of so many that there are; whether there is another."""
    # The daemon tells others to do this: it must not load the reader for it. They will gather too.
    import relance_mailer.flows.read_mail.gather  # noqa: F401
    from relance_mailer.reading.compiled_later import compile_ahead
    from relance_mailer.reading.parse import parse
    from relance_mailer.reading.understand import understand

    if step:
        return compile_ahead(AT_ONCE)
    for subject, text in _EXAMPLES:
        understand(parse(_MAIL.format(subject, text).encode()))
    return True
