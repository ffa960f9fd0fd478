"""A school.toml becomes a school, with every key of it where it belongs."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from adapters.agreement import rings
from adapters.directory import PolicyFile, schools
from reports.people import Outside, Post
from reports.report import Kind
from tests.adapters.school_files import GOOD, PEOPLE, SMALL, faults_of, write

ROOT = Path(__file__).resolve().parents[2]


def test_every_key_reaches_the_school(tmp_path: Path) -> None:
    (tmp_path / "social-media.txt").write_text("words")
    file = write(tmp_path, GOOD)
    registered = schools(file)["oakfield"]
    school = registered.school
    head, deputy = school.people
    assert (school.name, school.timezone, school.first_hop) == ("Oakfield Primary School", "Europe/London", "slt")
    assert (registered.path, registered.slack_team) == (file, "T0123")
    assert registered.teams_tenant == "00000000-0000-0000-0000-00000000aaaa"
    assert (head.id, head.name, head.posts) == ("h.head", "Hana Head", {Post.HEADTEACHER, Post.SLT})
    assert (head.email, head.slack, head.active, head.manager) == ("head@school.example", "U1", True, None)
    assert head.away == ((date(2026, 10, 26), date(2026, 10, 30)), (date(2026, 12, 1), date(2026, 12, 1)))
    assert (deputy.manager, deputy.active) == ("h.head", False)
    lado, helpline = school.outside
    assert lado == Outside("LADO", "Local Authority Designated Officer", "01632 960001", date(2026, 11, 1))
    assert helpline == Outside("helpline", "A support line")
    assert (school.duty, school.site_copy, school.urgent) == ("d.deputy", Post.COMPUTING, {Kind.HARMFUL_CONTENT})
    assert (school.urgent_minutes, school.standard_working_days) == (30, 1)
    assert school.calendar.terms == ((date(2026, 9, 2), date(2026, 12, 18)),)
    assert (school.calendar.closed, school.calendar.half_days) == ({date(2026, 11, 20)}, {date(2026, 12, 18)})
    assert (school.calendar.day, school.holiday_contact) == ((time(7, 45), time(16)), "d.deputy")
    assert (school.retention.days("threat"), school.retention.days("harassment")) == (30, 60)
    assert registered.policies == (
        PolicyFile("social-media", "Social Media Policy", tmp_path / "social-media.txt"),
        PolicyFile("conduct"),
    )


def test_a_school_needs_no_more_than_an_id_and_a_name(tmp_path: Path) -> None:
    school = schools(write(tmp_path, SMALL))["oakfield"].school
    assert (school.first_hop, school.urgent_minutes, school.standard_working_days) == ("headteacher", 60, 2)
    assert (school.timezone, school.retention.days("threat"), school.people) == ("Europe/London", 90, ())


@pytest.mark.parametrize("name", ["adapters/sample/school.toml", "adapters/sample/school.example.toml"])
def test_the_schools_that_come_with_the_program_are_without_fault(name: str) -> None:
    assert len(schools(ROOT / name)) == 1


def test_a_folder_holds_many_schools(tmp_path: Path) -> None:
    for id, name in (("oak", "oak.toml"), ("elm", "elm/school.toml"), ("ash", "school.toml")):
        write(tmp_path, f'[school]\nid = "{id}"\nname = "{id}"\n', name)
    write(tmp_path, "not for us", "elm/other.toml")
    assert sorted(schools(tmp_path)) == ["ash", "elm", "oak"]


def test_a_mark_before_the_text_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    file = write(
        tmp_path, b"\xef\xbb\xbf" + GOOD.replace("social-media.txt", "school.toml").replace("\n", "\r\n").encode()
    )
    assert "oakfield" in schools(file)


def test_an_empty_text_counts_as_left_out_unless_it_is_needed(tmp_path: Path) -> None:
    blank = 'manager = ""\nemail = ""\nslack = ""\nteams = ""\n'
    person = schools(write(tmp_path, PEOPLE + blank))["oakfield"].school.people[1]
    assert (person.manager, person.email) == (None, "")
    assert "people[1].name: missing" in faults_of(write(tmp_path, SMALL + '[[people]]\nid = "a"\nname = ""'))[0]


def test_a_leaver_and_a_successor_may_share_an_address(tmp_path: Path) -> None:
    addressed = PEOPLE.replace('name = "A"', 'name = "A"\nemail = "head@s.example"\nactive = false')
    assert schools(write(tmp_path, addressed + 'email = "head@s.example"'))


def test_every_ring_of_managers_is_found_once() -> None:
    managers = {"x": "a", "a": "b", "b": "c", "c": "a", "y": "x", "d": "d", "e": "f", "f": "g"}
    assert [set(ring) for ring in rings(managers)] == [{"a", "b", "c"}, {"d"}]


def test_a_long_line_of_managers_is_walked_once() -> None:
    line = {str(number): str(number + 1) for number in range(50_000)}
    assert list(rings(line)) == []
    assert [len(ring) for ring in rings(line | {"50000": "0"})] == [50_001]
