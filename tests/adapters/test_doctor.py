"""The doctor finds each thing that is wrong, says what to do about it, and tells no secret."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.doctor.findings import Weight
from adapters.doctor.readiness import findings
from tests.adapters.ready_school import (
    KEY,
    POLICY,
    TOML,
    changed,
    examined,
    house,
    of_weight,
    stocked,
    without,
    written,
)
from tests.databases import postgres
from tests.mail_sink import Sink, free_port, running
from tests.processes.terminal import Done, candour, sample
from tests.processes.terminal import house as opened_here

OTHER_KEY = "fedcba9876543210" * 4
DEVELOPMENT = "settings: CANDOUR_ENV is development: write production in .env once real reports may come."
TWO_AT_ONCE = [
    "routes: A single recipient and no backup: 7 of 50 routes about oneself, or about two people at once.",
    "routes: If Viv Vice is away, or is the one who reports, nobody in school is left for 7 routes.",
]
MAIL_PORT = free_port()
PRODUCTION = {
    "CANDOUR_ENV": "production",
    "CANDOUR_DISK": "kept",
    "SMTP_URL": f"smtp://127.0.0.1:{MAIL_PORT}?from=candour@school.example",
}


@pytest.fixture(scope="module", autouse=True)
def mail_server() -> Iterator[None]:
    with running(Sink(port=MAIL_PORT)):
        yield


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = written(tmp_path_factory.mktemp("prepared") / "school")
    stocked(folder)
    return folder


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared, tmp_path / "school"))


def musts(folder: Path, **environ: str) -> list[str]:
    return of_weight(Weight.MUST, examined(folder, **environ))


def worths(folder: Path, **environ: str) -> list[str]:
    """What is worth knowing of this school, and not of every small one in development."""
    found = of_weight(Weight.WORTH, examined(folder, **environ))
    return [says for says in found if says not in (DEVELOPMENT, *TWO_AT_ONCE)]


def test_a_school_with_nothing_wrong_is_told_so(folder: Path) -> None:
    found = examined(folder)
    assert of_weight(Weight.MUST, found) == []
    assert of_weight(Weight.WORTH, found) == [DEVELOPMENT, *TWO_AT_ONCE]
    assert {finding.check for finding in found if finding.weight is Weight.WELL} == {
        "key",
        "database",
        "keys",
        "key store",
        "posts",
        "managers",
        "reach",
        "outside",
        "routes",
        "policies",
        "reports",
        "audit",
    }


def test_the_sample_school_has_these_findings_and_no_other(tmp_path: Path) -> None:
    from tests.adapters.ready_school import NOW

    opened = opened_here(sample(tmp_path / "sample"), lambda: NOW)
    found = findings(opened, [opened.school("sample")])
    opened.close()
    assert of_weight(Weight.MUST, found) == []
    assert of_weight(Weight.WORTH, found) == [
        "settings: This is the sample school: its people and numbers are invented.",
        DEVELOPMENT,
        TWO_AT_ONCE[0],
        "routes: If Vikram Thistlewood is away, or is the one who reports, nobody in school is left for 7 routes.",
        "policies: “Staff Bullying and Harassment Policy” has been overdue for review since 1 September 2026.",
    ]


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        (without("c.chair"), "posts: Nobody is chair of governors: "),
        (changed('posts = ["dsl"]\n', 'posts = ["dsl"]\nactive = false\n'), "posts: Nobody is designated safe"),
        (changed('posts = ["headteacher", "slt"]\n', 'posts = ["slt"]\n'), "posts: Nobody is headteacher: "),
        (changed('manager = "s.dsl"\n', ""), "managers: They receive reports, and no line of management leads "),
        (changed('email = "vice@school.example"\n', ""), "reach: They receive reports, and have no email, slack "),
        (changed("[outside.LADO]", "[outside.helpline]"), "outside: [outside.LADO] is missing from school.toml"),
        (changed("[outside.LA]", "[outside.helpline]"), "outside: [outside.LA] is missing from school.toml"),
        (changed("[outside.CSC]", "[outside.helpline]"), "outside: [outside.CSC] is missing from school.toml"),
        (changed('phone = "01234 567892"\n', ""), "outside: [outside.CSC] has no phone."),
        (
            changed('567891"\nchecked = 2026-11-02', '567891"\nchecked = 2000-01-01'),
            "outside: [outside.LA] still has the example's number or date.",
        ),
        (changed("01234 567890", "01632 960001"), "outside: [outside.LADO] still has the example's number or date."),
        (
            changed("[[policies]]", '[calendar]\nholiday_contact = "x.left"\n\n[[policies]]')
            + '\n[[people]]\nid = "x.left"\nname = "Lee Left"\nactive = false\n',
            "duty: calendar.holiday_contact is “x.left”, who has left.",
        ),
        (
            changed("[[policies]]", '[routes]\nduty = "x.left"\n\n[[policies]]')
            + '\n[[people]]\nid = "x.left"\nname = "Lee Left"\nactive = false\n',
            "duty: routes.duty is “x.left”, who has left.",
        ),
        (changed('"conduct"', '"another"'), "policies: “another” is in school.toml, and has not been read in."),
        (without("v.vice", without("c.chair")), "routes: Of 180 routes, 54 lead to nobody in school."),
        (
            changed('"chair@school.example"', '"chair@school.example"\naway = [["2026-11-20", "2026-11-21"]]').replace(
                '"vice@school.example"', '"vice@school.example"\naway = [["2026-11-16", "2026-11-20"]]'
            ),
            "routes: Everyone who would receive 54 routes is away today. Ask somebody to stand in.",
        ),
    ],
    ids=lambda value: value[:60] if len(value) < 150 else "",
)
def test_what_must_be_put_right_is_found(folder: Path, toml: str, says: str) -> None:
    written(folder, toml)
    found = musts(folder)
    assert [line for line in found if line.startswith(says)], found


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        (without("d.deputy").replace('"d.deputy"', '"h.head"'), "posts: Nobody is deputy headteacher: "),
        (without("e.dsl2"), "posts: Nobody is deputy safeguarding lead: "),
        (without("v.vice"), "posts: Nobody is vice-chair of governors: "),
        (without("c.chair"), "routes: 59 of 130 routes have a single recipient and no backup."),
        (changed('manager = "d.deputy"\n', ""), "managers: No line of management leads from them to the head"),
        (
            changed('manager = "d.deputy"', 'manager = "x.left"')
            + '\n[[people]]\nid = "x.left"\nname = "Lee Left"\nactive = false\nmanager = "h.head"\n',
            "managers: Their manager has left: Tam Teacher (t.teacher).",
        ),
        (
            changed('567891"\nchecked = 2026-11-02', '567891"\nchecked = 2025-11-02'),
            "outside: [outside.LA] was last checked on 2 November 2025, over a year ago.",
        ),
        (
            changed('567891"\nchecked = 2026-11-02', '567891"\nchecked = 2026-11-21'),
            "outside: [outside.LA] was checked on 21 November 2026, which is still to come.",
        ),
        (changed('567891"\nchecked = 2026-11-02', '567891"'), "outside: [outside.LA] doesn't say when its number"),
        (
            changed("[[policies]]", '[routes]\nsite_copy = "computing"\n\n[[policies]]'),
            "posts: routes.site_copy is “computing”, and nobody holds that post.",
        ),
        (
            changed("[[policies]]", '[routes]\nduty = "d.deputy"\n\n[[policies]]'),
            "duty: routes.duty counts only where school.first_hop is “slt”.",
        ),
        (
            changed('name = "Oakfield Primary School"', 'name = "Oakfield"\nslack_team = "T1"\nteams_tenant = "x"'),
            "tokens: school.toml has a slack_team, and .env lacks SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET or ",
        ),
        (
            changed('"chair@school.example"', '"chair@school.example"\naway = [["2027-01-11", "2027-01-15"]]').replace(
                '"vice@school.example"', '"vice@school.example"\naway = [["2027-01-15", "2027-01-15"]]'
            ),
            "routes: Everyone who would receive 54 routes is away on 15 January 2027.",
        ),
    ],
    ids=lambda value: value[:60] if len(value) < 150 else "",
)
def test_what_is_worth_knowing_is_found(folder: Path, toml: str, says: str) -> None:
    written(folder, toml)
    found = worths(folder)
    assert [line for line in found if line.startswith(says)], found


def test_the_people_of_a_finding_are_named(folder: Path) -> None:
    written(folder, changed('email = "vice@school.example"\n', ""))
    assert musts(folder) == ["reach: They receive reports, and have no email, slack or teams: Viv Vice (v.vice)."]


def test_only_those_who_receive_reports_need_to_be_reached(folder: Path) -> None:
    assert "t.teacher" in TOML
    assert musts(folder) == []


@pytest.mark.parametrize("day", ["2025-11-20", "2026-11-20"])
def test_a_number_that_was_rung_a_year_ago_to_the_day_or_today_is_well(folder: Path, day: str) -> None:
    written(folder, TOML.replace("2026-11-02", day))
    assert (musts(folder), worths(folder)) == ([], [])


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


def test_a_key_that_is_missing_must_be_put_right(folder: Path) -> None:
    assert musts(folder, CANDOUR_KEY="") == [
        "key: CANDOUR_KEY is missing, so reports can't be sealed. Run: candour init"
    ]


def test_a_key_that_does_not_open_what_is_kept_must_be_put_right(folder: Path) -> None:
    (found,) = musts(folder, CANDOUR_KEY=OTHER_KEY)
    assert found.startswith("key: CANDOUR_KEY does not open what is kept here.")


def test_a_key_that_was_changed_with_the_old_one_beside_it_is_well(folder: Path) -> None:
    assert musts(folder, CANDOUR_KEY=f"{OTHER_KEY},{KEY}") == []


@pytest.mark.parametrize("name", ["candour.db", "keys.db"])
def test_a_store_that_is_no_database_must_be_put_right(folder: Path, name: str) -> None:
    for file in (folder / "data").iterdir():
        if file.name.startswith(name):
            file.unlink()
    (folder / "data" / name).write_bytes(b"nothing like a database, and long enough to be looked at as one" * 20)
    assert [line for line in musts(folder) if f"{name}: It can't be written" in line]


def test_looking_makes_nothing(tmp_path: Path) -> None:
    folder = written(tmp_path / "fresh")
    before = sorted(folder.rglob("*"))
    examined(folder)
    examined(folder, **PRODUCTION)
    assert sorted(folder.rglob("*")) == before


def test_in_production_a_database_that_is_not_laid_must_be(tmp_path: Path) -> None:
    found = musts(written(tmp_path / "fresh"), **PRODUCTION)
    assert [line.split(": ")[0] for line in found if line.endswith("Run: candour migrate")] == ["key", "database"]


def test_in_production_somebody_must_say_that_the_disk_is_kept(folder: Path) -> None:
    (found,) = musts(folder, **PRODUCTION | {"CANDOUR_DISK": ""})
    assert found.endswith("If it does, write CANDOUR_DISK=kept in .env.")
    assert musts(folder, **PRODUCTION) == []


def test_in_production_the_keys_should_stand_in_a_folder_of_their_own(folder: Path) -> None:
    (found,) = (line for line in worths(folder, **PRODUCTION) if line.startswith("key store"))
    assert found.endswith("Point KEYS_URL to another folder.")


def test_the_keys_of_reports_never_stand_in_the_database(folder: Path) -> None:
    found = musts(folder, KEYS_URL="sqlite:///data/../data/candour.db")
    assert "key store: The keys of reports stand in the database itself. Give KEYS_URL a file of its own." in found, (
        found
    )


@pytest.mark.needs("postgresql")
def test_on_postgresql_no_disk_needs_keeping_and_one_backup_may_hold_both(folder: Path) -> None:
    with postgres() as url:
        environ = {**PRODUCTION, "DATABASE_URL": url, "KEYS_URL": f"{url}?schema=candour_keys", "CANDOUR_DISK": ""}
        assert len([line for line in musts(folder, **environ) if line.endswith("Run: candour migrate")]) == 2
        stocked(folder, **environ)
        assert musts(folder, **environ) == []
        (found,) = (line for line in worths(folder, **environ) if line.startswith("key store"))
    assert found.endswith("Give KEYS_URL a database of its own, or leave that schema out of backups.")


def test_a_postgresql_that_does_not_answer_is_told_of_without_its_password(folder: Path) -> None:
    found = musts(folder, DATABASE_URL="postgresql://candour:hunter22@127.0.0.1:1/candour")
    assert [line.split(": ")[0] for line in found] == ["key", "database"]
    assert all(line.endswith("Start PostgreSQL, or put right the address in .env.") for line in found)
    assert "hunter22" not in " ".join(found)


def test_in_production_a_platform_without_its_tokens_must_be_put_right(folder: Path) -> None:
    written(folder, changed('name = "Oakfield Primary School"', 'name = "Oakfield"\nslack_team = "T1"'))
    tokens = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}
    assert [line for line in musts(folder, **PRODUCTION) if line.startswith("tokens")]
    assert musts(folder, **PRODUCTION, **tokens) == []


def doctor(folder: Path, *words: str, **more: str) -> Done:
    return candour(folder, "doctor", *words, CANDOUR_KEY=KEY, **more)


def test_the_doctor_says_what_must_be_put_right_what_is_worth_knowing_and_what_is_well(folder: Path) -> None:
    written(folder, without("c.chair"))
    told = doctor(folder, "--school", "oakfield")
    assert told.status == 1
    headings = [line for line in told.out.splitlines() if line and not line.startswith(" ")]
    assert [heading.split(":")[0] for heading in headings[:3]] == ["Must be put right", "Worth knowing", "Well"]
    assert "posts: Nobody is chair of governors" in told.out.split("Worth knowing")[0]
    assert KEY not in told.told


def test_the_cells_are_listed_with_all_and_only_counted_without(folder: Path) -> None:
    written(folder, without("v.vice", without("c.chair")))
    listed = "- The headteacher: every kind of report"
    assert listed in doctor(folder, "--all").out
    told = doctor(folder).out
    assert "Of 180 routes, 54 lead to nobody in school." in told
    assert listed not in told
    assert "add --all" in told


def test_a_program_reads_every_finding_with_its_details(folder: Path) -> None:
    written(folder, without("c.chair"))
    told = doctor(folder, "--json")
    found = json.loads(told.out)
    assert (told.status, found["ok"]) == (1, False)
    single = next(f for f in found["findings"] if "59 of 130" in f["says"])
    assert (single["weight"], single["school"], single["check"]) == ("worth", "oakfield", "routes")
    assert any(detail.startswith("The headteacher: every kind") for detail in single["details"])


def test_a_school_that_is_ready_ends_with_0_although_there_is_something_to_know(folder: Path) -> None:
    told = doctor(folder)
    assert (told.status, told.err) == (0, "")
    assert "Must be put right: nothing" in told.out


def test_every_fault_of_a_bad_configuration_is_told_together_and_ends_with_2(folder: Path) -> None:
    written(folder, changed('posts = ["dsl"]', 'posts = ["dls"]', changed('manager = "s.dsl"', 'manager = "nobody"')))
    told = doctor(folder)
    assert told.status == 2
    assert "“dls”" in told.err or '"dls"' in told.err
    assert '"nobody" is nobody here' in told.err
    assert "Traceback" not in told.told


def test_two_schools_are_looked_at_together_or_one_by_one(folder: Path) -> None:
    two = folder / "schools"
    written(two / "oakfield")
    written(two / "elmfield", changed('id = "oakfield"', 'id = "elmfield"', without("c.chair")))
    stocked(folder, CANDOUR_SCHOOLS="schools")
    both = doctor(folder, CANDOUR_SCHOOLS="schools")
    assert both.status == 1
    assert "elmfield, posts: Nobody is chair of governors" in both.out
    assert "oakfield, posts: Every post that receives reports is held." in both.out
    assert doctor(folder, "--school", "oakfield", CANDOUR_SCHOOLS="schools").status == 0
    assert doctor(folder, "--school", "ashfield", CANDOUR_SCHOOLS="schools").status == 2


@pytest.mark.parametrize("words", [("serve", "--port", "1"), ("worker", "--once")], ids=lambda words: words[0])
def test_production_does_not_start_where_a_report_would_reach_nobody(folder: Path, words: tuple[str, ...]) -> None:
    written(folder, without("v.vice", without("c.chair")))
    told = candour(folder, *words, CANDOUR_KEY=KEY, **PRODUCTION)
    assert told.status == 2
    assert "oakfield: Of 180 routes, 54 lead to nobody in school." in told.err
    assert "  The headteacher: every kind of report" in told.err
    assert "  Another governor: " in told.err
    assert "  A colleague: " not in told.err
    assert "Traceback" not in told.told
    assert KEY not in told.told


def test_development_starts_all_the_same_and_warns(folder: Path) -> None:
    written(folder, without("v.vice", without("c.chair")))
    told = candour(folder, "worker", "--once", CANDOUR_KEY=KEY)
    assert (told.status, told.out) == (0, "0 errands done.\n")
    assert "54 lead to nobody in school" in told.err


def test_production_starts_where_a_report_has_no_backup_and_says_how_many(folder: Path) -> None:
    written(folder, without("c.chair"))
    told = candour(folder, "worker", "--once", CANDOUR_KEY=KEY, **PRODUCTION)
    assert (told.status, told.out) == (0, "0 errands done.\n")
    assert "oakfield: 59 of 130 routes have a single recipient and no backup." in told.err


def test_production_starts_without_a_word_where_all_is_well(folder: Path) -> None:
    told = candour(folder, "worker", "--once", CANDOUR_KEY=KEY, **PRODUCTION)
    assert (told.status, told.err) == (0, "")
    assert house(folder).settings.production is False
