"""The whole ladder of the method, for each segment: what templates are tried with.

A house's own timelines may be shorter; a template is judged on every rung that it may be put on.
"""

from collections.abc import Mapping
from types import MappingProxyType

from relance_mailer.law.routes import Act
from relance_mailer.outward.levels import Form, Level, SenderRole, Timeline
from relance_mailer.words import Role, Segment

_LAST = {
    Segment.PUBLIC: Act.INTERIM_PAYMENT,
    Segment.CONSUMER: Act.OFFICER_OR_COURT,
}
_SECOND = {
    Segment.ASSOCIATION: Act.LETTER_TO_PRESIDENT,
    Segment.PUBLIC: Act.LETTER_TO_PUBLIC_ACCOUNTANT,
}
_ROLES = {
    Segment.LARGE: (Role.USUAL, Role.CHIEF_ACCOUNTANT, Role.CFO, Role.LEGAL_REPRESENTATIVE),
    Segment.SME: (Role.USUAL, Role.CHIEF_ACCOUNTANT, Role.CFO, Role.LEGAL_REPRESENTATIVE),
    Segment.ASSOCIATION: (Role.TREASURER, Role.TREASURER, Role.PRESIDENT, Role.PRESIDENT),
    Segment.PUBLIC: (Role.USUAL, Role.USUAL, Role.PUBLIC_ACCOUNTANT, Role.HEAD_OF_BODY),
}


def _level(name: str, place: int, segment: Segment, announces: Act, form: Form) -> Level:
    signing = (
        SenderRole.AR_CLERK,
        SenderRole.AR_CLERK,
        SenderRole.CREDIT_MANAGER,
        SenderRole.MANAGEMENT,
    )
    return Level(
        name=name,
        template=name,
        tone="firm",
        sender=signing[place],
        recipient=_ROLES.get(segment, (Role.USUAL,) * 4)[place],
        announces=announces,
        days=12 if name == "formal_notice" else 7,
        offset_days=5 if place == 0 else None,
        form=form,
        cc_usual=place > 1,
    )


def _timeline(segment: Segment, form: Form) -> Timeline:
    acts = {
        "reminder_1": Act.FOLLOW_UP,
        "reminder_2": _SECOND.get(segment, Act.INTEREST_AND_FEE),
        "reminder_3": Act.FORMAL_NOTICE,
        "formal_notice": _LAST.get(segment, Act.PAYMENT_ORDER),
    }
    if segment is Segment.PUBLIC:
        acts["reminder_3"] = Act.LETTER_TO_HEAD_OF_BODY
    if segment is Segment.CONSUMER:
        acts |= {"reminder_2": Act.FORMAL_NOTICE}
        del acts["reminder_3"]
    before = Level(
        name="pre_due",
        template="pre_due",
        tone="service",
        sender=SenderRole.AR_CLERK,
        recipient=Role.USUAL,
        announces=None,
        days=None,
        offset_days=-5,
    )
    places = {"reminder_1": 0, "reminder_2": 1, "reminder_3": 2, "formal_notice": 3}
    levels = (
        _level(name, places[name], segment, act, form if name == "formal_notice" else Form.MAIL)
        for name, act in acts.items()
    )
    return Timeline(segment=segment, levels=(before, *levels))


METHOD: Mapping[Segment, Timeline] = MappingProxyType(
    {segment: _timeline(segment, Form.MAIL) for segment in Segment}
)
POSTED: Mapping[Segment, Timeline] = MappingProxyType(
    {segment: _timeline(segment, Form.REGISTERED_LETTER) for segment in Segment}
)
"""The same, the formal notice by registered post: the third reminder says so."""
