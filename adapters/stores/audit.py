"""The audit as it is kept: entries that are only ever added, and beside them where each school's chain ends."""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import LiteralString

from adapters.stores.rows import Row, Rows, Store, Unusable, utc
from adapters.vault import Vault
from reports.audit import CANDOUR, Act, Deed
from reports.ledger import NOTHING, Entry, Flaw, Head, flaw, follow, short

SEAL = "audit"  # the name of the key whose mark seals where a chain ends
REFUSALS = frozenset({Deed.REFUSED, Deed.MISTAKEN})
MOST_REFUSED = 20  # of each, a person and quarter-hour: nobody fills the disk by being refused
BEFORE_ALL = -(2**63)  # an entry that was given a number below 1 is looked at too
PAGE = 1000  # entries read at a time
HOLD: LiteralString = "UPDATE audit_heads SET number = number WHERE school = :school RETURNING *"
READ: LiteralString = """
SELECT school, number, at, who, deed, case_id, previous, hash FROM audit
WHERE school = :school AND number > :after ORDER BY number LIMIT :most
"""
LAST: LiteralString = """
SELECT hash FROM audit WHERE school = :school AND who = :who AND case_id = :case ORDER BY number DESC LIMIT 1
"""
LAST_DEED: LiteralString = """
SELECT at FROM audit WHERE school = :school AND who = :who AND deed = :deed ORDER BY at DESC LIMIT 1
"""
FROM: LiteralString = "SELECT number FROM audit WHERE school = :school AND substr(hash, 1, :length) = :begins"
SEAL_BROKEN = "It ends the chain, and the seal on that end is not ours: some or all of it may have been replaced."
NOT_OURS = "broken:"  # in the place of a seal, with the entry that had a wrong one: it never comes right by itself
SEAL_WAS_BROKEN = (
    "It ended the chain once, and the seal on that end was not ours: some or all up to it may have been replaced."
)
KEYLESS = "Nothing can be added to the audit without CANDOUR_KEY, so nothing was done. Put the key back."


class StoredAudit:
    """One school's. Two processes never add the same number: each holds the row of its end until it has committed."""

    def __init__(self, store: Store, vault: Vault | None, school: str) -> None:
        """Without a vault it can be read, and the seal on its end is not looked at."""
        self._store, self._vault, self._school = store, vault, school
        self._checked = ""  # the day, once it is in

    def note(self, act: Act) -> None:
        """An act that is no event, in a transaction of its own."""
        with self._store.transaction() as rows:
            if not self._too_many(rows, act):
                self.add(rows, [act])

    def add(self, rows: Rows, acts: Sequence[Act]) -> None:
        """Within a transaction, as its last step: what is added stands or falls with it, and nobody waits long.

        An end whose seal is not ours is not sealed again: what somebody forged would pass from the next act on.
        """
        if acts:
            end, seal = self._hold(rows)
            self._follow(rows, end, acts, self._broken(end, seal))

    def add_once(self, rows: Rows, act: Act) -> None:
        """The same, unless there is one already by this one, of this deed, on this case."""
        self._hold(rows)
        same = {"school": self._school, "who": act.who, "deed": act.deed.value, "case_id": act.case}
        if not rows.count("audit", same):
            self.add(rows, [act])

    def begin_anew(self, act: Act) -> None:
        """Seal it with a new key, when the old one is lost for good and nobody can look at its seal any more."""
        with self._store.transaction() as rows:
            end, _ = self._hold(rows)
            self._follow(rows, end, [act])

    def _follow(self, rows: Rows, end: Head, acts: Sequence[Act], broken: int | None = None) -> None:
        entries = follow(end, self._school, acts)
        rows.add("audit", map(_row, entries))
        end = Head(entries[-1].number, entries[-1].hash)
        seal = self._sealed(end) if broken is None else f"{NOT_OURS}{broken}"
        rows.change("audit_heads", {"school": self._school}, {**asdict(end), "seal": seal})

    def _hold(self, rows: Rows) -> tuple[Head, str]:
        """Where it ends, which nobody else can move until this transaction is over, and the seal on that end."""
        rows.add_new("audit_heads", {"school": self._school, "number": 0, "hash": NOTHING, "seal": ""})
        held = rows.query(HOLD, school=self._school)[0]
        return Head(int(held["number"]), held["hash"]), held["seal"]

    def head(self) -> Head:
        return self._end()[0]

    def entries(self) -> Iterator[Entry]:
        after = BEFORE_ALL
        while True:
            with self._store.reading() as rows:
                found = rows.query(READ, school=self._school, after=after, most=PAGE)
            for row in found:
                yield _entry(row)
            if len(found) < PAGE:
                return
            after = int(found[-1]["number"])

    def kept(self) -> tuple[tuple[Entry, ...], Head]:
        """All entries, and where the chain ends; what is added while it reads is left out of both."""
        end, _ = self._end()
        found = tuple(self.entries())
        meanwhile = range(end.number + 1, self.head().number + 1)
        return tuple(entry for entry in found if entry.number not in meanwhile), end

    def flaw(self) -> Flaw | None:
        """The first entry that is wrong."""
        entries, end = self.kept()
        return flaw(entries, self._school, end) or self._broken_seal()

    def mark(self, who: str, case: str = "") -> str:
        """Of the last entry there is of this one on that case, as people are shown it; nothing where there is none."""
        with self._store.reading() as rows:
            found = rows.query(LAST, school=self._school, who=who, case=case)
        return short(found[0]["hash"]) if found else ""

    def check_day(self, now: datetime) -> None:
        """Add that the day has come, once a day, so that what the day's mark is tells nothing of what was done."""
        today, day = Act(now, CANDOUR, Deed.CHECKED), utc(now)[:10]
        if day == self._checked:
            return
        with self._store.transaction() as rows:
            self._hold(rows)
            found = rows.query(LAST_DEED, school=self._school, who=CANDOUR, deed=Deed.CHECKED.value)
            if not found or found[0]["at"] < day:
                self.add(rows, [today])
        self._checked = day

    def ends_with(self, begins: str) -> int:
        """The number of the entry whose hash begins so; 0 where there is none."""
        with self._store.reading() as rows:
            found = rows.query(FROM, school=self._school, length=len(begins), begins=begins)
        return int(found[0]["number"]) if found else 0

    def _end(self) -> tuple[Head, str]:
        with self._store.reading() as rows:
            row = next(iter(rows.find("audit_heads", {"school": self._school})), None)
        return (Head(int(row["number"]), row["hash"]), row["seal"]) if row else (Head(), "")

    def _broken_seal(self) -> Flaw | None:
        """That one was seen to be broken is known without a key too."""
        end, seal = self._end()
        if self._vault is None and not seal.startswith(NOT_OURS):
            return None
        number = self._broken(end, seal)
        if number is None:
            return None
        return Flaw(number, SEAL_BROKEN if number == end.number else SEAL_WAS_BROKEN)

    def _broken(self, end: Head, seal: str) -> int | None:
        """The entry that ended the chain when the seal was first seen not to be ours; None where it is ours."""
        if seal.startswith(NOT_OURS):
            said = seal.removeprefix(NOT_OURS)
            return int(said) if said.isdecimal() and len(said) < len(str(BEFORE_ALL)) else end.number
        if end == Head() and not seal:
            return None
        return None if hmac.compare_digest(seal.encode(), self._sealed(end).encode()) else end.number

    def _sealed(self, end: Head) -> str:
        if self._vault is None:
            raise Unusable(KEYLESS)
        return self._vault.mark(SEAL, f"{self._school}\0{end.number}\0{end.hash}")

    def _too_many(self, rows: Rows, act: Act) -> bool:
        """The same whichever case it was about, so that being refused tells nothing."""
        if act.deed not in REFUSALS:
            return False
        same = {"school": self._school, "who": act.who, "deed": act.deed.value, "at": utc(act.told_at)}
        return rows.count("audit", same) >= MOST_REFUSED


def _row(entry: Entry) -> dict[str, object]:
    said = asdict(entry)
    return {"case_id": said.pop("case"), **said}


def _entry(row: Row) -> Entry:
    return Entry(**{name: row[name] for name in row if name != "case_id"}, case=row["case_id"])
