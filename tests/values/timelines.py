"""The default timelines as values, for tests that need no file."""

from relance_mailer.law.routes import Act
from relance_mailer.outward.levels import End, Form, Level, SenderRole, Timeline
from relance_mailer.words import Role, Segment


def level(
    name: str,
    *,
    tone: str,
    sender: SenderRole,
    recipient: Role = Role.USUAL,
    announces: Act | None = None,
    days: int | None = None,
    offset_days: int | None = None,
    form: Form = Form.MAIL,
    cc_usual: bool = False,
) -> Level:
    """A level written with the template of its own name."""
    return Level(
        name=name,
        template=name,
        tone=tone,
        sender=sender,
        recipient=recipient,
        announces=announces,
        days=days,
        offset_days=offset_days,
        form=form,
        cc_usual=cc_usual,
    )


def business_levels(extra: int = 0, form: Form = Form.MAIL) -> tuple[Level, ...]:
    """Between professionals, deadlines `extra` days longer."""
    return (
        level("pre_due", tone="service", sender=SenderRole.AR_CLERK, offset_days=-5),
        level(
            "reminder_1",
            tone="neutral",
            sender=SenderRole.AR_CLERK,
            announces=Act.FOLLOW_UP,
            days=7 + extra,
            offset_days=5,
        ),
        level(
            "reminder_2",
            tone="firm",
            sender=SenderRole.AR_CLERK,
            recipient=Role.CHIEF_ACCOUNTANT,
            announces=Act.INTEREST_AND_FEE,
            days=7 + extra,
            cc_usual=True,
        ),
        level(
            "reminder_3",
            tone="firm",
            sender=SenderRole.CREDIT_MANAGER,
            recipient=Role.CFO,
            announces=Act.FORMAL_NOTICE,
            days=7 + extra,
            cc_usual=True,
        ),
        level(
            "formal_notice",
            tone="formal",
            sender=SenderRole.MANAGEMENT,
            recipient=Role.LEGAL_REPRESENTATIVE,
            announces=Act.PAYMENT_ORDER,
            days=12 + extra,
            form=form,
        ),
    )


CONSUMER_LEVELS = (
    level(
        "reminder_1",
        tone="plain",
        sender=SenderRole.CUSTOMER_SERVICE,
        announces=Act.FOLLOW_UP,
        days=10,
        offset_days=8,
    ),
    level(
        "reminder_2",
        tone="firm",
        sender=SenderRole.ACCOUNTS,
        announces=Act.FORMAL_NOTICE,
        days=10,
    ),
    level(
        "formal_notice",
        tone="formal",
        sender=SenderRole.MANAGEMENT,
        announces=Act.OFFICER_OR_COURT,
        days=15,
    ),
)

SME = Timeline(segment=Segment.SME, levels=business_levels())
LARGE = Timeline(segment=Segment.LARGE, levels=business_levels())
POSTED = Timeline(segment=Segment.SME, levels=business_levels(form=Form.REGISTERED_LETTER))
CONSUMER = Timeline(segment=Segment.CONSUMER, levels=CONSUMER_LEVELS, contact_every_days=7)
ASSOCIATION = Timeline(
    segment=Segment.ASSOCIATION,
    levels=(
        level(
            "reminder_1",
            tone="neutral",
            sender=SenderRole.AR_CLERK,
            recipient=Role.TREASURER,
            announces=Act.FOLLOW_UP,
            days=12,
            offset_days=5,
            cc_usual=True,
        ),
    ),
    end=End.REVIEW,
)
PUBLIC = Timeline(
    segment=Segment.PUBLIC,
    levels=(
        level(
            "reminder_1",
            tone="neutral",
            sender=SenderRole.AR_CLERK,
            announces=Act.FOLLOW_UP,
            days=7,
            offset_days=5,
        ),
    ),
    end=End.REVIEW,
)


def _without_roles(levels: tuple[Level, ...]) -> tuple[Level, ...]:
    return tuple(
        level(
            one.name,
            tone=one.tone,
            sender=one.sender,
            announces=one.announces,
            days=one.days,
            offset_days=one.offset_days,
        )
        for one in levels
    )


SOLE_TRADER = Timeline(segment=Segment.SOLE_TRADER, levels=_without_roles(business_levels(extra=3)))

TIMELINES = {one.segment: one for one in (LARGE, SME, SOLE_TRADER, ASSOCIATION, PUBLIC, CONSUMER)}
