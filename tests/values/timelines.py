"""The default timelines as values, for tests that need no file."""

from dataclasses import replace

from relance_mailer.law.routes import Act
from relance_mailer.outward.levels import Form, Level, Pace, SenderRole, ShortCourse, Timeline
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

SHORT = ShortCourse(level="reminder_3", offset_days=2, days=5)


def _kept(segment: Segment, levels: tuple[Level, ...], days: int = 6) -> Timeline:
    """A timeline between professionals as it is shipped."""
    return Timeline(
        segment=segment,
        levels=levels,
        good_payer_days=3,
        habitual_late=Pace(offset_days=2, days=days),
        after_legal=SHORT,
    )


def _with_call(days: int) -> tuple[Level, ...]:
    """A telephone call between the first and the second reminder."""
    before, first, *rest = business_levels()
    call = replace(level("call_1", tone="", sender=first.sender), form=Form.CALL, days=days)
    return (before, first, call, *rest)


SME = _kept(Segment.SME, business_levels())
CALLED = _kept(Segment.SME, _with_call(days=3))
LARGE = _kept(Segment.LARGE, business_levels())
POSTED = _kept(Segment.SME, business_levels(form=Form.REGISTERED_LETTER))
CONSUMER = Timeline(
    segment=Segment.CONSUMER,
    levels=CONSUMER_LEVELS,
    contact_every_days=7,
    good_payer_days=3,
    after_legal=replace(SHORT, level="reminder_2"),
)


def _led(
    extra: int,
    readers: tuple[Role, Role, Role, Role],
    acts: tuple[Act, Act, Act, Act],
    in_copy: tuple[str, ...],
) -> tuple[Level, ...]:
    """The levels between professionals with other readers and other acts."""
    before, *dunning = business_levels(extra=extra)
    return (
        replace(before, recipient=readers[0]),
        *(
            replace(level, recipient=reader, announces=act, cc_usual=level.name in in_copy)
            for level, reader, act in zip(dunning, readers, acts, strict=True)
        ),
    )


ASSOCIATION = _kept(
    Segment.ASSOCIATION,
    _led(
        5,
        (Role.TREASURER, Role.TREASURER, Role.PRESIDENT, Role.PRESIDENT),
        (Act.FOLLOW_UP, Act.LETTER_TO_PRESIDENT, Act.FORMAL_NOTICE, Act.PAYMENT_ORDER),
        ("reminder_1", "reminder_2", "reminder_3"),
    ),
    days=11,
)
PUBLIC = _kept(
    Segment.PUBLIC,
    _led(
        0,
        (Role.USUAL, Role.USUAL, Role.PUBLIC_ACCOUNTANT, Role.HEAD_OF_BODY),
        (
            Act.FOLLOW_UP,
            Act.LETTER_TO_PUBLIC_ACCOUNTANT,
            Act.LETTER_TO_HEAD_OF_BODY,
            Act.INTERIM_PAYMENT,
        ),
        ("reminder_3",),
    ),
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


SOLE_TRADER = _kept(Segment.SOLE_TRADER, _without_roles(business_levels(extra=3)), days=9)

TIMELINES = {one.segment: one for one in (LARGE, SME, SOLE_TRADER, ASSOCIATION, PUBLIC, CONSUMER)}
