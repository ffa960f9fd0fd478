"""Carries a neutral notice to a person by the way there is to reach them: for now, the terminal's own inbox."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from reports.desk import Unreachable
from reports.people import PersonId, School


class Notices(Protocol):
    def notify(self, to: PersonId, message: str) -> None: ...


@dataclass(frozen=True)
class TerminalCourier:
    school: School
    notices: Notices

    def notify(self, to: PersonId, message: str) -> None:
        person = self.school.person(to)
        if person is None or not person.active:
            raise Unreachable
        self.notices.notify(to, message)
