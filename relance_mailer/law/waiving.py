"""What a creditor cannot give up: a public buyer owes interest and fee whatever was agreed."""

from relance_mailer.words import Segment


def void_waiver(segment: Segment) -> str:
    """Why giving up interest and fee towards this debtor would be void; empty where it is not.

    CCP L2192-14: any waiver of a public buyer's interest is deemed unwritten.
    """
    if segment is Segment.PUBLIC:
        return (
            "une personne publique doit intérêts moratoires et indemnité de plein droit : "
            "y renoncer est réputé non écrit (CCP L2192-14)"
        )
    return ""
