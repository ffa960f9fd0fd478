"""Puts the house together: the one place that knows every class. Each part is imported when it is first needed."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from adapters import directory, settings
from adapters.faults import Faults
from adapters.schoolfile import Registered
from adapters.settings import Settings
from adapters.stores.address import Address
from adapters.stores.opening import opened

if TYPE_CHECKING:
    from adapters.auditor import Auditor
    from adapters.courier import Way
    from adapters.mail.letter import Writer
    from adapters.mail.post import Post
    from adapters.rounds import Remembered
    from adapters.standing import Standing
    from adapters.stores.audit import StoredAudit
    from adapters.stores.cases import StoredCases
    from adapters.stores.migrations import Step
    from adapters.stores.notices import StoredNotices
    from adapters.stores.rows import Store
    from adapters.stores.shelf import StoredShelf
    from adapters.stores.talks import StoredTalks
    from adapters.vault import Vault
    from adapters.worker import Round, Worker
    from bot.assistant import Assistant
    from bot.setting import Setting
    from knowledge.library import Library
    from reports.desk import Desk

Clock = Callable[[], datetime]
ALARM = "Candour needs somebody to look at it"
TERMINAL = "this terminal"
TERMINAL_SEEN = (
    "You are in a terminal on a computer: anyone who can use this computer may read this screen. "
    "A school uses me in Slack or Teams instead."
)


def now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class House:
    """Settings, schools and stores of one process. `clock` gives UTC."""

    settings: Settings
    schools: Mapping[str, Registered]
    clock: Clock = now

    @classmethod
    def open(
        cls,
        environ: Mapping[str, str] | None = None,
        folder: Path | None = None,
        clock: Clock = now,
        sealing: bool = True,
    ) -> House:
        """`sealing` is False where only questions are asked, which need no key. Raises Faults."""
        found = settings.read(os.environ if environ is None else environ, folder or Path.cwd(), sealing)
        return cls(found, directory.schools(found.schools), clock)

    def close(self) -> None:
        """Close the stores that were opened; a process that ends does so by itself."""
        for name in ("database", "key_store", "door_store"):
            if name in self.__dict__:
                self.__dict__.pop(name).close()

    def school(self, id: str | None) -> Registered:
        """The school of that id; the only one where none is named. Raises Faults."""
        if id is None and len(self.schools) == 1:
            return next(iter(self.schools.values()))
        if id in self.schools:
            return self.schools[str(id)]
        asked = f"there is no school “{id}”" if id else "there are several schools"
        raise Faults([f"--school: {asked}. Wanted one of: {', '.join(sorted(self.schools))}."])

    @cached_property
    def database(self) -> Store:
        return opened(self.settings.database)

    @cached_property
    def door_store(self) -> Store:
        """The database by a connection of its own: a claim that waits to be written holds up no reading."""
        return opened(self.settings.database)

    @cached_property
    def vault(self) -> Vault:
        """Raises Faults where there is no key, and WrongKey where it is not the one used before, or others are lost."""
        from adapters import unlocking

        return unlocking.vault(self)

    @cached_property
    def key_store(self) -> Store:
        return opened(self.settings.key_store)

    def _lay(self, store: Store, steps: Sequence[Step]) -> None:
        """In development a store is laid when it is first opened; in production only `candour migrate` lays one."""
        from adapters.stores import migrations

        if self.settings.production:
            migrations.check(store, steps)
        else:
            migrations.migrate(store, steps)

    def lay(self) -> None:
        """Make the database ready, where it may be made ready by the way. Raises NotLaid."""
        from adapters.stores import migrations

        self._lay(self.database, migrations.DATABASE)

    def lay_keys(self) -> None:
        """The same of the key store; it needs no key. Raises NotLaid."""
        from adapters.stores import migrations

        self._lay(self.key_store, migrations.KEYS)

    @cached_property
    def shelf(self) -> StoredShelf:
        from adapters.stores.shelf import StoredShelf

        self.lay()
        return StoredShelf(self.database, self.clock, self.settings.pages)

    def library(self, school: str) -> Library:
        """The school's policies in force, ready to answer; their index is fitted once and kept."""
        from adapters import tables
        from knowledge.index import Index, StaleIndex
        from knowledge.library import Library, fit

        policies = self.shelf.current(school)
        kept = self.shelf.fitted(school, policies)
        try:
            index = Index.from_bytes(kept) if kept else None
        except StaleIndex:
            index = None
        if index is None:
            index = fit(policies, tables.shipped())
            self.shelf.keep_fitted(school, policies, index.to_bytes())
        return Library(policies, index, tables.shipped(), school=self.school(school).school.name)

    def library_as_of(self, school: str, day: date) -> Library:
        """The school's policies as they stood on a day, with a word wherever a later version is in force now."""
        from adapters import tables
        from knowledge.library import Library, fit
        from knowledge.versions import in_force

        current = self.shelf.current(school)
        then = [kept.policy for now in current if (kept := in_force(self.shelf.kept(school, now.id), day))]
        dated = {now.id: now.version for now in current}
        later = {p.id: dated[p.id].dated for p in then if dated[p.id].digest != p.version.digest}
        return Library(then, fit(then, tables.shipped()), tables.shipped(), later, day, self.school(school).school.name)

    def cases(self, school: str) -> StoredCases:
        from adapters.erasing import erasure
        from adapters.stores.cases import StoredCases

        return StoredCases(self.database, self.vault, school, erasure(self, school))

    def audit(self, school: str, sealed: bool = True) -> StoredAudit:
        """`sealed` is False where there is no good key: it can be read, and nothing can be added."""
        from adapters.stores.audit import StoredAudit

        self.lay()
        return StoredAudit(self.database, self.vault if sealed else None, school)

    @cached_property
    def standing(self) -> Standing:
        from adapters.standing import Standing

        return Standing(self)

    def talks(self, school: str) -> StoredTalks:
        from adapters.stores.talks import StoredTalks

        return StoredTalks(self.database, self.vault, school)

    def notices(self, school: str) -> StoredNotices:
        from adapters.stores.notices import StoredNotices

        return StoredNotices(self.database, school)

    def desk(self, registered: Registered) -> Desk:
        from adapters.mandates import mandates
        from adapters.stores.receipts import StoredReceipts
        from reports.desk import Desk

        policies = self.shelf.current(registered.school.id)
        school = self.standing.of(registered)
        receipts = StoredReceipts(self.database, self.vault, school.id)
        return Desk(school, self.cases(school.id), receipts, mandates(policies), self.standing.news(school.id))

    def assistant(
        self, registered: Registered, sealed: bool | None = None, setting: Setting | None = None
    ) -> Assistant:
        """Without `sealed` it takes no reports. A door hands in its `setting`; the terminal counts no codes."""
        from adapters.chance import SystemChance
        from adapters.sealing import unsealed
        from adapters.stores.tries import StoredTries
        from bot.assistant import Assistant

        sealed = not unsealed(self) if sealed is None else sealed
        desk = self.desk(registered) if sealed else None
        school = desk.school if desk else registered.school
        library = self.library(school.id)
        talks = self.talks(school.id) if sealed else None
        tries = StoredTries(self.database, self.vault, school.id) if sealed and setting else None
        return Assistant(school, setting or self.setting(registered), library, desk, talks, SystemChance(), tries)

    def setting(self, registered: Registered) -> Setting:
        from bot.setting import Setting

        school = registered.school
        return Setting(TERMINAL, TERMINAL_SEEN, school.retention.default, ZoneInfo(school.timezone))

    def round(self, registered: Registered) -> Round:
        from adapters import rounds

        return rounds.made(self, registered, self._remembered[registered.school.id])

    @cached_property
    def _remembered(self) -> Mapping[str, Remembered]:
        from adapters.rounds import Remembered

        return {id: Remembered() for id in self.schools}

    def ways(self, school: str) -> tuple[Way, ...]:
        from adapters.ways import ways

        return ways(self, self.schools[school])

    @cached_property
    def post(self) -> Post | None:
        from adapters.mail.post import Post

        return Post(self.settings.mail) if self.settings.mail else None

    @cached_property
    def writer(self) -> Writer:
        from adapters.mail.letter import Writer

        sender = self.settings.mail.sender if self.settings.mail else ""
        return Writer(sender, next(iter(self.settings.keys), b""), self.settings.public_url)

    @cached_property
    def work_clock(self) -> Clock:
        """The database's own where machines share one, so that none of them runs ahead; a clock handed in wins."""
        shared = self.clock is now and isinstance(self.settings.database, Address)
        return self.database.now if shared else self.clock

    def worker(self) -> Worker:
        """Of every school, as production runs it."""
        from adapters.auditor import Pulse
        from adapters.chance import SystemChance
        from adapters.worker import Rounds, Worker

        chance = SystemChance()
        rounds = Rounds(lambda: tuple(self.round(registered) for registered in self.schools.values()), self.work_clock)
        pulse = Pulse(chance.case_id(), self.auditor())
        return Worker(rounds, self.work_clock, jitter=chance.share, beat=pulse)

    def auditor(self) -> Auditor:
        from adapters.auditor import Auditor
        from adapters.stores.vitals import StoredVitals

        self.lay()
        patience, clock = timedelta(minutes=self.settings.alarm_minutes), self.work_clock
        return Auditor(StoredVitals(self.database), tuple(self.schools), clock, patience, clock(), self.alarm)

    def alarm(self, said: str) -> None:
        """By e-mail, where there is somebody to write to. Raises OSError and Unreachable."""
        to, at = self.settings.alarm_email, self.clock()
        if self.post and to:
            self.post.send(self.writer.letter(to, ALARM, f"{said}\n", f"alarm.{at.isoformat()}", at), to)
