"""Who receives reports, as it is kept beside school.toml: since when, until when, and who is still to be told."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import LiteralString

from adapters.stores.audit import StoredAudit
from adapters.stores.rows import Row, Rows, Store, utc
from reports.audit import Act, Deed
from reports.desk import Courier, Unreachable
from reports.handover import Change, Holding, changed, in_force, told
from reports.people import PersonId, School

AGAIN = timedelta(minutes=10)  # between tries to tell somebody who can't be reached just now
SHOWN = timedelta(days=7)  # how long whoever was told sees it in their list
DUE: LiteralString = "SELECT message, recipient FROM handover_notices WHERE school = :school AND due <= :now"
HOLD: LiteralString = "UPDATE handover_schools SET school = school WHERE school = :school RETURNING school"
NEWS: LiteralString = """
SELECT seat, person, comes, force FROM handovers WHERE school = :school AND at IN (
    SELECT at FROM handover_notices WHERE school = :school AND recipient = :who AND at > :since
) ORDER BY at, force, seat, person
"""


@dataclass(frozen=True)
class StoredHandovers:
    store: Store
    audit: StoredAudit
    school: str

    def look(self, school: School, now: datetime) -> None:
        """Compare school.toml with what is kept. What is new is kept, noted in the audit, and to be told."""
        known = self.kept()
        if changed(known, school, now)[0] == known:
            return
        with self.store.transaction() as rows:
            rows.add_new("handover_schools", {"school": self.school})
            rows.query(HOLD, school=self.school)
            known = self._kept(rows)
            kept, news = changed(known, school, now)
            rows.remove("holdings", {"school": self.school})
            rows.add("holdings", (_row(self.school, held) for held in kept))
            rows.add("handovers", (_news_row(self.school, change, now) for change in news))
            for who in sorted(told(known, kept, news)):
                message = f"handover.{self.school}.{utc(now)}.{who}"
                notice = {"school": self.school, "recipient": who, "at": utc(now), "due": utc(now)}
                rows.add_new("handover_notices", {"message": message, **notice})
            self.audit.add(rows, [_act(change, now) for change in news])

    def kept(self) -> tuple[Holding, ...]:
        with self.store.reading() as rows:
            return self._kept(rows)

    def in_force(self, school: School, now: datetime) -> School:
        return in_force(school, self.kept(), now)

    def tell(self, courier: Courier, now: datetime) -> None:
        """The old and the new holders, each once; whoever can't be reached now is tried again."""
        with self.store.reading() as rows:
            due = rows.query(DUE, school=self.school, now=utc(now))
        for row in due:
            self._put_off(row["message"], utc(now + AGAIN))
            with suppress(Unreachable):  # they have left, or have no address: nothing will ever reach them
                courier.notify(PersonId(row["recipient"]), row["message"])
            self._put_off(row["message"], None)

    def news(self, who: PersonId, now: datetime) -> tuple[Change, ...]:
        """All that was changed along with what this person was told of lately."""
        with self.store.reading() as rows:
            found = rows.query(NEWS, school=self.school, who=who, since=utc(now - SHOWN))
        return tuple(map(_change, found))

    def _put_off(self, message: str, due: str | None) -> None:
        with self.store.transaction() as rows:
            rows.change("handover_notices", {"message": message}, {"due": due})

    def _kept(self, rows: Rows) -> tuple[Holding, ...]:
        return tuple(map(_holding, rows.find("holdings", {"school": self.school}, order="seat, person")))


def _act(change: Change, now: datetime) -> Act:
    deed = Deed.TO_TAKE if change.comes else Deed.TO_LEAVE if change.force > now else Deed.LEFT
    return Act(now, change.person, deed, f"post:{change.seat}")


def _row(school: str, held: Holding) -> Row:
    until = utc(held.until) if held.until else None
    return {"school": school, "seat": held.seat, "person": held.person, "since": utc(held.since), "until": until}


def _holding(row: Row) -> Holding:
    until = datetime.fromisoformat(row["until"]) if row["until"] else None
    return Holding(row["seat"], PersonId(row["person"]), datetime.fromisoformat(row["since"]), until)


def _news_row(school: str, change: Change, now: datetime) -> Row:
    said = {"seat": change.seat, "person": change.person, "comes": int(change.comes), "force": utc(change.force)}
    return {"school": school, "at": utc(now), **said}


def _change(row: Row) -> Change:
    return Change(row["seat"], PersonId(row["person"]), bool(row["comes"]), datetime.fromisoformat(row["force"]))
