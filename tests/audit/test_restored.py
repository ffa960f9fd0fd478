"""A backup that is put back never sets the audit back in silence: what stood here goes on, or is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from adapters import backup, erasing
from adapters.assembly import House
from adapters.commands import migrate
from adapters.commands.verify import put_back_lines
from adapters.stores import migrations
from adapters.stores.audit import StoredAudit
from adapters.stores.rows import Laying, Unusable
from reports.audit import KEEPER, Act, Deed
from reports.ledger import Restored, restored, short
from tests.adapters.test_backup import opens, put_back
from tests.audit import chained
from tests.databases import KINDS
from tests.privacy.planted import HEAD, ID, NOW, YEARS, plant

Opens = Callable[[str], House]
SCRIPT = chained.script()
house = pytest.fixture(params=KINDS)(opens)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "kept").mkdir()
    return tmp_path / "kept" / "backup.db"


def kept(opened: House, file: Path) -> None:
    opened.audit("sample").note(Act(NOW, KEEPER, Deed.BACKED_UP))
    backup.keep(opened.database, file)


def told(opened: House) -> list[str]:
    """What is said of each time that a backup was put back, once the chain is whole and the script has agreed."""
    audit = opened.audit("sample")
    assert audit.flaw() is None
    entries, head = audit.kept()
    assert SCRIPT.first_fault(chained.exported(entries, head, "sample")) is None
    lost = [one for one in restored(entries) if not one.whole]
    assert len(list(SCRIPT.put_back(chained.exported(entries, head, "sample")[:-1]))) == len(lost)
    return put_back_lines(audit)


def test_what_was_read_since_the_backup_stays_in_the_audit(house: Opens, file: Path) -> None:
    one = house("one")
    plant(one)
    assert one.desk(one.school("sample")).open(ID, HEAD, NOW)
    kept(one, file)
    assert one.desk(one.school("sample")).open(ID, HEAD, NOW)
    before, _ = one.audit("sample").kept()
    put_back(file, one)
    entries, _ = one.audit("sample").kept()
    assert entries[:-1] == before
    assert (entries[-1].who, entries[-1].deed, entries[-1].case) == (KEEPER, "restored", f"head:{before[-1].hash}")
    assert told(one) == [
        f"entry {len(entries)}: a backup was put back, and nothing that stood in the audit was lost by it."
    ]


def test_a_newer_backup_over_an_older_one_brings_its_own_audit_and_names_the_other(house: Opens, file: Path) -> None:
    one = house("one")
    plant(one)
    kept(one, file)
    older = file.with_name("older.db")
    file.rename(older)
    assert one.desk(one.school("sample")).open(ID, HEAD, NOW)
    kept(one, file)
    newest, _ = one.audit("sample").kept()
    two = house("two")
    put_back(older, two)
    put_back(file, two)
    assert [one.whole for one in restored(two.audit("sample").entries())] == [False]
    entries, _ = two.audit("sample").kept()
    assert entries[: len(newest)] == newest
    assert "and is not in this one" in told(two)[0], "which had the line of the first time"


def test_into_an_empty_database_the_audit_says_that_something_may_be_missing(house: Opens, file: Path) -> None:
    one, two = house("one"), house("two")
    plant(one)
    kept(one, file)
    put_back(file, two)
    (line,) = told(two)
    assert line.endswith("where there was no audit. What was done after that backup was made is not in this one.")
    assert two.audit("sample").kept()[0][-2].deed == "backed up"


def test_an_audit_that_stood_here_and_is_another_is_named_by_its_end(house: Opens, file: Path) -> None:
    one, two = house("one"), house("two")
    plant(one)
    kept(one, file)
    two.audit("sample").check_day(NOW)
    other = two.audit("sample").head().hash
    put_back(file, two)
    (found,) = restored(two.audit("sample").entries())
    assert found == Restored(found.number, other, whole=False)
    assert f"Another audit stood here, which ended with {short(other)}" in told(two)[0]


def test_f42_an_audit_that_was_changed_is_not_made_good_by_a_backup(house: Opens, file: Path) -> None:
    one = house("one")
    plant(one)
    kept(one, file)
    with one.database.transaction() as rows:
        rows.change("audit", {"school": "sample", "number": 1}, {"who": "c.chair"})
    put_back(file, one)
    found = one.audit("sample").flaw()
    assert found
    assert found.number == 1


def test_f45_what_was_destroyed_since_is_destroyed_in_the_audit_too_and_once(house: Opens, file: Path) -> None:
    one, two = house("one"), house("two")
    plant(one)
    kept(one, file)
    assert erasing.erasure(one, "sample").erase(ID, "never-closed", YEARS)
    for opened in (one, two):
        put_back(file, opened)
        erasing.retiring(opened, opened.school("sample")).look(YEARS)
        lines = [entry for entry in opened.audit("sample").entries() if entry.deed == "erased"]
        assert [(line.case, line.at[:10]) for line in lines] == [(ID, f"{YEARS.date()}")]


def test_going_back_before_an_upgrade_is_told_like_a_restore(house: Opens) -> None:
    """What was read since the upgrade is lost by it: no event stands against going back."""
    one = house("one")
    plant(one)
    audit = StoredAudit(one.database, one.vault, "sample")
    migrations.migrate(one.database, [*migrations.DATABASE, widened])
    audit.note(Act(NOW, HEAD, Deed.READ, ID))
    lost = audit.head().hash
    migrate._put_back(one)
    (found,) = restored(audit.entries())
    assert found == Restored(audit.head().number, lost, whole=False)
    assert f"Another audit stood here, which ended with {short(lost)}" in told(one)[0]


def widened(laying: Laying) -> None:
    laying.widen("events", "later", str)


def test_a_backup_that_is_refused_leaves_the_audit_as_it_was(house: Opens, file: Path) -> None:
    one = house("one")
    kept(one, file)
    plant(one)
    before = one.audit("sample").kept()
    with pytest.raises(Unusable, match="newer than in"):
        put_back(file, one)
    assert one.audit("sample").kept() == before
