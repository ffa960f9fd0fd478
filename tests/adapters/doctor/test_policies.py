"""The doctor finds each policy that is overdue, doubled, changed or missing."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.adapters.doctor.looked_at import musts, worths
from tests.adapters.ready_school import POLICY, TOML, stocked, written


def test_a_policy_that_is_overdue_for_review_is_named_with_the_day(folder: Path) -> None:
    written(folder, policy=POLICY.replace("September 2027", "October 2026"))
    stocked(folder)
    assert worths(folder) == ["policies: “Staff Conduct Policy” has been overdue for review since 1 October 2026."]


def test_a_policy_without_dates_is_named(folder: Path) -> None:
    written(folder, policy="# Staff Conduct Policy\n\n## 1 Reports\n\n1.1 Tell the headteacher of any breach.\n")
    stocked(folder)
    (found,) = worths(folder)
    assert found == "policies: “Staff Conduct Policy” has no date and no next review date that I could find."


def test_a_policy_that_a_newer_one_supersedes_is_named(folder: Path) -> None:
    written(folder, policy=POLICY.replace("1 September 2026", "1 September 2024"))
    stocked(folder)
    (found,) = musts(folder)
    in_force = "policies: “Staff Conduct Policy” in force is of 1 September 2024"
    assert found.startswith(f"{in_force}, and is superseded by the one of 1 September 2026")


def test_a_policy_that_is_there_under_two_ids_is_named(folder: Path) -> None:
    (folder / "again.md").write_text(POLICY.replace("of any", "of each"))
    written(folder, TOML + '\n[[policies]]\nid = "again"\nfile = "again.md"\n')
    stocked(folder)
    assert worths(folder) == [
        "policies: “Staff Conduct Policy” is in force twice, as “again” and “conduct”: one may be superseded."
    ]


def test_a_file_that_has_changed_since_it_was_read_is_named(folder: Path) -> None:
    written(folder, policy=POLICY + "\n1.2 Tell nobody else.\n")
    (found,) = musts(folder)
    assert found.startswith("policies: “conduct”: the file has changed since it was read in")


def test_a_school_without_policies_is_told_to_read_one_in(folder: Path) -> None:
    shutil.rmtree(folder / "data")
    written(folder, TOML.split("[[policies]]")[0])
    stocked(folder)
    assert musts(folder) == [
        "policies: No policy has been read in, so every question gets silence. Run: candour ingest FILE"
    ]
