"""Puts the house together: the one place that knows every class. Each part is imported when it is first needed."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from adapters import directory, settings
from adapters.faults import Faults
from adapters.schoolfile import Registered
from adapters.settings import Settings
from adapters.stores.address import Address, Place

if TYPE_CHECKING:
    from adapters.stores.cases import StoredCases
    from adapters.stores.migrations import Step
    from adapters.stores.notices import StoredNotices
    from adapters.stores.rows import Store
    from adapters.stores.shelf import StoredShelf
    from adapters.stores.talks import StoredTalks
    from adapters.vault import Vault
    from adapters.worker import Round
    from bot.assistant import Assistant
    from bot.setting import Setting
    from knowledge.library import Library
    from reports.desk import Desk

Clock = Callable[[], datetime]
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
        for name in ("database", "key_store"):
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
        return self._opened(self.settings.database)

    @cached_property
    def vault(self) -> Vault:
        """Raises Faults where there is no key, and WrongKey where it is not the one used before."""
        from adapters.stores import migrations
        from adapters.stores.keys import StoredKeys
        from adapters.vault import Keyring, Vault

        if not self.settings.keys:
            raise Faults(["CANDOUR_KEY is missing, so reports can't be sealed. Run: candour init"])
        self._lay(self.key_store, migrations.KEYS)
        vault = Vault(Keyring(self.settings.keys), StoredKeys(self.key_store))
        vault.check()
        return vault

    @cached_property
    def key_store(self) -> Store:
        return self._opened(self.settings.key_store)

    def _opened(self, place: Place) -> Store:
        if isinstance(place, Address):
            from adapters.stores.postgres import Postgres

            return Postgres(place)
        from adapters.stores.sqlite import Sqlite

        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return Sqlite(place)

    def _lay(self, store: Store, steps: Sequence[Step]) -> None:
        """In development a store is laid when it is first opened; in production only `candour migrate` lays one."""
        from adapters.stores import migrations

        if self.settings.production:
            migrations.check(store, steps)
        else:
            migrations.migrate(store, steps)

    @cached_property
    def shelf(self) -> StoredShelf:
        from adapters.stores import migrations
        from adapters.stores.shelf import StoredShelf

        self._lay(self.database, migrations.DATABASE)
        return StoredShelf(self.database, self.clock)

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
            index = fit(policies)
            self.shelf.keep_fitted(school, policies, index.to_bytes())
        return Library(policies, index, tables.shipped())

    def library_as_of(self, school: str, day: date) -> Library:
        """The school's policies as they stood on a day, with a word wherever a later version is in force now."""
        from adapters import tables
        from knowledge.library import Library, fit
        from knowledge.versions import in_force

        current = self.shelf.current(school)
        then = [kept.policy for now in current if (kept := in_force(self.shelf.kept(school, now.id), day))]
        dated = {now.id: now.version for now in current}
        later = {p.id: dated[p.id].dated for p in then if dated[p.id].digest != p.version.digest}
        return Library(then, fit(then), tables.shipped(), later, day)

    def cases(self, school: str) -> StoredCases:
        from adapters.stores.cases import StoredCases

        return StoredCases(self.database, self.vault, school)

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

        school = registered.school
        policies = self.shelf.current(school.id)
        receipts = StoredReceipts(self.database, self.vault, school.id)
        return Desk(school, self.cases(school.id), receipts, mandates(policies))

    def assistant(self, registered: Registered, sealed: bool = True) -> Assistant:
        """`sealed` is False where there is no good key: it answers questions and takes no reports."""
        from adapters.chance import SystemChance
        from bot.assistant import Assistant

        school = registered.school
        library = self.library(school.id)
        desk = self.desk(registered) if sealed else None
        talks = self.talks(school.id) if sealed else None
        return Assistant(school, self.setting(registered), library, desk, talks, SystemChance())

    def setting(self, registered: Registered) -> Setting:
        from bot.setting import Setting

        school = registered.school
        return Setting(TERMINAL, TERMINAL_SEEN, school.retention.default, ZoneInfo(school.timezone))

    def round(self, registered: Registered) -> Round:
        from adapters.courier import TerminalCourier
        from adapters.worker import Round

        id = registered.school.id
        courier = TerminalCourier(registered.school, self.notices(id))
        return Round(self.desk(registered), courier, self.talks(id), self.cases(id))
