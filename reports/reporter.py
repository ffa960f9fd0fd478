"""The reporter's side of the desk: whoever holds the private code sees what became of it, and may say more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from reports import access, decisions, following
from reports.case import Case
from reports.desk import Desk
from reports.events import Added, Involved, Noted, Wished
from reports.following import Part
from reports.people import Person, PersonId
from reports.report import PERSON
from reports.rounding import quarter

NO_PART = Part()


@dataclass(frozen=True)
class Reporter:
    """Each verb gives the case as it then is, or None where the code opens nothing."""

    desk: Desk
    code: str

    def case(self) -> Case | None:
        return self.desk.by_code(self.code)

    def words(self, case: Case) -> Mapping[str, str]:
        """Of all that was said since, but not what a recipient noted for the file."""
        kept = self.desk.cases.words(case.id)
        names = {line.words for line in case.lines if not isinstance(line, Noted | Wished)}
        return {name: kept[name] for name in sorted(names) if name in kept}

    def late(self, case: Case, now: datetime) -> bool:
        return decisions.late(case, now, self.desk.school)

    def could_receive(self, case: Case, now: datetime) -> tuple[Person, ...]:
        """Everyone who has it or might be given it."""
        return access.could_receive(case, lambda who: self.desk.cases.mark(case.id, who), self.desk.school, now.date())

    def add(self, name: str, text: str, now: datetime, answers: str = "", part: Part = NO_PART) -> Case | None:
        """`name` was drawn before it was written; `answers` names a question; `part`: who turned out to have one."""
        if not (found := self.case()):
            return None
        added = Added(_when(found, now), name, answers)
        return self.desk.decide(
            found.id,
            lambda case: following.add(case, added, self._involved(case, part, added.at), now, self.desk.school),
            {name: text},
        )

    def nobody_replied(self, now: datetime) -> Case | None:
        found = self.case()
        return found and self.desk.decide(found.id, lambda case: following.nobody_replied(case, now, self.desk.school))

    def withdraw(self, now: datetime) -> Case | None:
        """Erased at once if nobody opened it, with all that leads to it; else passed on as a wish."""
        if not (found := self.case()):
            return None
        case = self.desk.decide(found.id, lambda case: following.withdraw(case, _when(case, now)))
        if case.withdrawn:
            self.desk.receipts.destroy(self.code)
            self.desk.cases.erase(case.id, now)
        return case

    def renew(self, code: str) -> Reporter:
        """Who holds the new code from now on: the old one opens nothing any more."""
        if found := self.case():
            self.desk.receipts.renew(self.code, code, found.id)
        return replace(self, code=code)

    def is_theirs(self, case: Case, who: PersonId) -> bool:
        """Whether it was this person who reported it; only they may put their name to it."""
        return bool(case.filed and case.filed.mark == self.desk.cases.mark(case.id, who))

    def sign(self, who: PersonId, now: datetime) -> Case | None:
        found = self.case()
        if not found or not self.is_theirs(found, who):
            return found
        return self.desk.decide(found.id, lambda case: following.sign(case, who, _when(case, now)))

    def treated(self, answer: str, now: datetime) -> Case | None:
        found = self.case()
        return found and self.desk.decide(found.id, lambda case: following.treated(case, answer, _when(case, now)))

    def _involved(self, case: Case, part: Part, at: datetime) -> Involved | None:
        """Worked out of the case as it is, so that nobody who was barred meanwhile is let back in."""
        if not part.anyone or case.concern is None:
            return None
        subjects = frozenset(f"{PERSON}{id}" for id in part.subjects)
        concern = case.concern
        wider = replace(concern, subjects=concern.subjects | subjects, witnesses=concern.witnesses | part.witnesses)
        return Involved(at, subjects, part.witnesses, access.shut_out(case, wider, self.desk.school))


def of(desk: Desk, code: str) -> Reporter:
    """The code as someone typed it: with spaces, dashes or small letters."""
    return Reporter(desk, code.replace(" ", "").replace("-", "").upper())


def _when(case: Case, now: datetime) -> datetime:
    """What the reporter does is kept by the quarter-hour, unless a clock runs by the minute."""
    return now if case.urgent else quarter(now)
