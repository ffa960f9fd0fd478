"""A small school with nothing wrong, in a folder of its own, for the doctor to find one thing wrong with."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from adapters.assembly import House
from adapters.doctor.findings import Finding, Weight
from adapters.doctor.readiness import findings

KEY = "0123456789abcdef" * 4
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
POLICY = """# Staff Conduct Policy

Approved: 1 September 2026

Next review: September 2027

## 1 Reports

1.1 Tell the headteacher if a colleague does not follow this policy.
"""
TOML = """
[school]
id = "oakfield"
name = "Oakfield Primary School"

[[people]]
id = "h.head"
name = "Hana Head"
posts = ["headteacher", "slt"]
email = "head@oakfield.test"

[[people]]
id = "d.deputy"
name = "Dev Deputy"
posts = ["deputy", "slt"]
manager = "h.head"
email = "deputy@oakfield.test"

[[people]]
id = "s.dsl"
name = "Sam Safe"
posts = ["dsl"]
manager = "h.head"
email = "dsl@oakfield.test"

[[people]]
id = "e.dsl2"
name = "Eve Second"
posts = ["deputy_dsl"]
manager = "s.dsl"
email = "dsl2@oakfield.test"

[[people]]
id = "t.teacher"
name = "Tam Teacher"
manager = "d.deputy"

[[people]]
id = "c.chair"
name = "Cal Chair"
posts = ["chair"]
email = "chair@oakfield.test"

[[people]]
id = "v.vice"
name = "Viv Vice"
posts = ["vice_chair"]
email = "vice@oakfield.test"

[outside.LADO]
name = "Designated Officer"
phone = "01234 567890"
checked = 2026-11-02

[outside.LA]
name = "The council"
phone = "01234 567891"
checked = 2026-11-02

[outside.CSC]
name = "Social care"
phone = "01234 567892"
checked = 2026-11-02

[[policies]]
id = "conduct"
file = "conduct.md"
"""


def changed(old: str, new: str, toml: str = TOML) -> str:
    assert toml.count(old) == 1, f"“{old}” stands {toml.count(old)} times in the school"
    return toml.replace(old, new)


def without(person: str, toml: str = TOML) -> str:
    """Without that [[people]] block."""
    block = next(part for part in toml.split("\n\n") if f'id = "{person}"' in part)
    return toml.replace(block + "\n\n", "")


def written(folder: Path, toml: str = TOML, policy: str = POLICY) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "school.toml").write_text(toml, encoding="utf-8")
    (folder / "conduct.md").write_text(policy, encoding="utf-8")
    return folder


def house(folder: Path, **environ: str) -> House:
    return House.open({"CANDOUR_KEY": KEY} | environ, folder, lambda: NOW)


def stocked(folder: Path, **environ: str) -> None:
    """As `candour migrate` leaves it, with the key used once."""
    from adapters.commands import migrate
    from adapters.stores import migrations

    opened = house(folder, **environ)
    migrations.migrate(opened.database, migrations.DATABASE)
    migrations.migrate(opened.key_store, migrations.KEYS)
    assert opened.vault
    assert all(migrate.stocked(opened, registered) for registered in opened.schools.values())
    opened.close()


def examined(folder: Path, **environ: str) -> tuple[Finding, ...]:
    opened = house(folder, **environ)
    try:
        return findings(opened, list(opened.schools.values()))
    finally:
        opened.close()


def of_weight(weight: Weight, found: tuple[Finding, ...]) -> list[str]:
    return [f"{finding.check}: {finding.says}" for finding in found if finding.weight is weight]
