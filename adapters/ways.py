"""The ways in which a school's people can be told that something waits, as its settings allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.courier import Terminal, Timed, Way
from adapters.faults import Faults
from adapters.mail.post import Mailbox

if TYPE_CHECKING:
    from adapters.assembly import House
    from adapters.schoolfile import Registered


def ways(house: House, registered: Registered) -> tuple[Way, ...]:
    """The preferred one first; the terminal is one only where it is tried out.

    Raises Faults in production where there is none: whoever can't be told can't be the next one told either.
    """
    found: list[Way] = []
    if registered.slack_team and house.settings.slack:
        from adapters.slack import tokens

        found.append(Timed(tokens.way(house, registered)))
    if registered.teams_tenant and house.settings.teams:
        from adapters.teams import opening

        found.append(Timed(opening.way(house, registered)))
    if house.post:
        found.append(Timed(Mailbox(house.post, house.writer, house.clock)))
    if not house.settings.production:
        found.append(Terminal(house.notices(registered.school.id)))
    if not found:
        raise Faults(["SMTP_URL: missing, and there is no other way to tell recipients that something waits."])
    return tuple(found)
