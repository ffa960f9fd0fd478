"""The doctor finds each thing that is wrong with a school and its people, and says what to do about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.doctor.findings import Weight
from adapters.doctor.readiness import findings
from tests.adapters.doctor.looked_at import DEVELOPMENT, TWO_AT_ONCE, musts, worths
from tests.adapters.ready_school import TOML, changed, examined, of_weight, without, written
from tests.processes.terminal import house as opened_here
from tests.processes.terminal import sample


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
        (changed('email = "vice@oakfield.test"\n', ""), "reach: They receive reports, and have no email, slack "),
        (changed("chair@oakfield.test", "chair@school.example"), "reach: They receive reports, and have the example's"),
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
            changed('"chair@oakfield.test"', '"chair@oakfield.test"\naway = [["2026-11-20", "2026-11-21"]]').replace(
                '"vice@oakfield.test"', '"vice@oakfield.test"\naway = [["2026-11-16", "2026-11-20"]]'
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
            changed('"chair@oakfield.test"', '"chair@oakfield.test"\naway = [["2027-01-11", "2027-01-15"]]').replace(
                '"vice@oakfield.test"', '"vice@oakfield.test"\naway = [["2027-01-15", "2027-01-15"]]'
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
    written(folder, changed('email = "vice@oakfield.test"\n', ""))
    assert musts(folder) == ["reach: They receive reports, and have no email, slack or teams: Viv Vice (v.vice)."]


def test_only_those_who_receive_reports_need_to_be_reached(folder: Path) -> None:
    assert "t.teacher" in TOML
    assert musts(folder) == []


@pytest.mark.parametrize("day", ["2025-11-20", "2026-11-20"])
def test_a_number_that_was_rung_a_year_ago_to_the_day_or_today_is_well(folder: Path, day: str) -> None:
    written(folder, TOML.replace("2026-11-02", day))
    assert (musts(folder), worths(folder)) == ([], [])
