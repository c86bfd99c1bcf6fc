"""Who may sign in at the desk: added, given another role or password, shut out; each leaves a line.

Passwords come here as hashes: how they are made is the web's affair.
"""

from dataclasses import replace
from datetime import datetime

from relance_mailer.ports import AccessLine, Colleague, Colleagues, DeskRole, Permanent

NAME_SIGNS = (2, 60)


async def add_colleague(
    colleagues: Colleagues, name: str, role: DeskRole, password: str, *, at: datetime, where: str
) -> Colleague:
    """Somebody new; raises `Permanent` where the name is taken or no name."""
    kept = " ".join(name.split())
    least, most = NAME_SIGNS
    if not least <= len(kept) <= most or not kept.isprintable():
        raise Permanent(f"« {name} » : un nom de {least} à {most} signes était attendu")
    colleague = Colleague(name=kept, role=role, password=password)
    line = AccessLine(at=at, who=kept, what="added", where=where, because=role.value)
    await colleagues.add(colleague, line)
    return colleague


async def change_colleague(
    colleagues: Colleagues,
    name: str,
    *,
    at: datetime,
    where: str,
    role: DeskRole | None = None,
    password: str | None = None,
    disabled: bool | None = None,
) -> Colleague:
    """Another role, password or state; sessions that were begun before end at once.

    Raises `Permanent` for a name that nobody bears, and where the last manager would be shut out.
    """
    before = await colleagues.find(name)
    if before is None:
        raise Permanent(f"personne ne s'appelle « {name} » ici")
    after = replace(
        before,
        role=before.role if role is None else role,
        password=before.password if password is None else password,
        disabled=before.disabled if disabled is None else disabled,
        epoch=before.epoch + 1,
    )
    if _is_manager(before) and not _is_manager(after):
        others = [one for one in await colleagues.all() if one.name != name and _is_manager(one)]
        if not others:
            raise Permanent(f"« {name} » est le dernier responsable : nommez-en un autre d'abord")
    await colleagues.change(after, _line_of(before, after, at, where))
    return after


def _is_manager(colleague: Colleague) -> bool:
    return colleague.role is DeskRole.MANAGER and not colleague.disabled


def _line_of(before: Colleague, after: Colleague, at: datetime, where: str) -> AccessLine:
    if before.disabled != after.disabled:
        what, because = ("disabled" if after.disabled else "enabled"), ""
    elif before.role is not after.role:
        what, because = "role", f"{before.role.value} → {after.role.value}"
    else:
        what, because = "password", ""
    return AccessLine(at=at, who=after.name, what=what, where=where, because=because)
