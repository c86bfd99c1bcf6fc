"""Copies of sent letters in the Sent folder, where colleagues look for them; they prove nothing."""

from relance_mailer.flows.house import Creditor, House
from relance_mailer.ports import Mailbox

FILED_AT_ONCE = 100


async def file_copies(house: House, creditor: Creditor, mailbox: Mailbox) -> int:
    """File a copy of sent letters in the Sent folder, each once; answers how many were filed.

    Raises the mailbox's `Temporary` or `Permanent`; what was filed until then is remembered.
    """
    if not creditor.file_sent_copy or creditor.sent_folder is None:
        return 0
    filed = 0
    for row in await house.outbox.to_file(creditor.id, limit=FILED_AT_ONCE):
        if not await mailbox.has_message(creditor.sent_folder, row.message_id):
            mime = await house.outbox.mime(row.digest)
            await mailbox.append(creditor.sent_folder, mime, at=house.clock.now())
            filed += 1
        await house.outbox.filed([row.id])
    return filed
