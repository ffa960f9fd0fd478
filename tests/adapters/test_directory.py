"""A school.toml becomes a school, or every fault in it is told at once."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.agreement import rings
from adapters.directory import PolicyFile, schools
from adapters.faults import Faults
from reports.people import Outside, Post
from reports.report import Kind

ROOT = Path(__file__).resolve().parents[2]

GOOD = """
[school]
id = "oakfield"
name = "Oakfield Primary School"
timezone = "Europe/London"
first_hop = "slt"
slack_team = "T0123"
teams_tenant = "00000000-0000-0000-0000-00000000aaaa"

[[people]]
id = "h.head"
name = "Hana Head"
posts = ["headteacher", "slt"]
email = "head@school.example"
slack = "U1"
away = [["2026-10-26", "2026-10-30"], [2026-12-01, 2026-12-01]]

[[people]]
id = "d.deputy"
name = "Dev Deputy"
posts = ["deputy"]
manager = "h.head"
active = false

[outside.LADO]
name = "Local Authority Designated Officer"
phone = "01632 960001"
checked = 2026-11-01

[outside.helpline]
name = "A support line"

[routes]
duty = "d.deputy"
site_copy = "computing"
urgent = ["harmful_content"]

[deadlines]
urgent_minutes = 30
standard_working_days = 1

[calendar]
terms = [["2026-09-02", "2026-12-18"]]
closed = ["2026-11-20"]
half_days = [2026-12-18]
day = ["07:45", 16:00:00]
holiday_contact = "d.deputy"

[retention]
default = 60
threat = 30

[[policies]]
id = "social-media"
title = "Social Media Policy"
file = "social-media.txt"

[[policies]]
id = "conduct"
"""
SMALL = '[school]\nid = "oakfield"\nname = "Oakfield"\n'
PEOPLE = SMALL + '[[people]]\nid = "a"\nname = "A"\n[[people]]\nid = "b"\nname = "B"\n'


def write(folder: Path, content: str | bytes, name: str = "school.toml") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def faults_of(path: Path) -> tuple[str, ...]:
    with pytest.raises(Faults) as told:
        schools(path)
    return told.value.lines


def faults_or_none(path: Path) -> tuple[str, ...]:
    try:
        schools(path)
    except Faults as told:
        return told.lines
    return ()


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


# What is written, and words that the one fault must hold.
FAULTS = {
    "unknown table": (SMALL + "[peple]\nx = 1", '"peple" is not a key here. Did you mean "people"?'),
    "unknown key": (PEOPLE + 'postes = ["dsl"]', 'people[2]: "postes" is not a key here. Did you mean "posts"?'),
    "a key near none": (SMALL + "[deadlines]\nzzz = 1", 'deadlines: "zzz" is not a key here. Wanted one of: urgent_m'),
    "unknown post": (PEOPLE + 'posts = ["heed"]', 'people[2].posts: "heed" is not a post. Wanted one of: headteacher,'),
    "posts not a list": (PEOPLE + 'posts = "dsl"', 'people[2].posts: "dsl" is not a list.'),
    "post not text": (PEOPLE + "posts = [7]", "people[2].posts: 7 is not a post."),
    "manager missing": (PEOPLE + 'manager = "c"', 'people[2].manager: "c" is nobody here.'),
    "own manager": (PEOPLE + 'manager = "b"', "people: managers go round in a ring (b → b)."),
    "manager ring": (
        SMALL + '[[people]]\nid="a"\nname="A"\nmanager="b"\n[[people]]\nid="b"\nname="B"\nmanager="a"\n',
        "people: managers go round in a ring (a → b → a).",
    ),
    "two with one id": (PEOPLE + '[[people]]\nid = "a"\nname = "C"', 'people[3].id: "a" is the id of people[1] too.'),
    "ids that differ in capitals": (PEOPLE + '[[people]]\nid = "A"\nname = "C"', 'people[3].id: "A" is the id of'),
    "person without id": (SMALL + '[[people]]\nname = "A"', "people[1].id: missing. Wanted a short id"),
    "person without name": (SMALL + '[[people]]\nid = "a"', "people[1].name: missing. Wanted the person's name."),
    "odd person id": (SMALL + '[[people]]\nid = "a b"\nname = "A"', 'people[1].id: "a b" is not an id.'),
    "people not tables": (SMALL + '[people]\nid = "a"', "people: a table is not a list. Wanted [[people]]"),
    "a person not a table": ('people = ["a"]\n' + SMALL, 'people[1]: "a" is not a table of keys.'),
    "bad date": (PEOPLE + 'away = [["2026-02-31", "2026-03-01"]]', 'people[2].away: "2026-02-31" is not a date.'),
    "date otherwise": (PEOPLE + 'away = [["20261026", "2026-10-30"]]', 'people[2].away: "20261026" is not a date.'),
    "date with a time": (PEOPLE + "away = [[2026-10-26T09:00:00, 2026-10-30]]", "people[2].away: 2026-10-26 09:00:00"),
    "away reversed": (PEOPLE + 'away = [["2026-10-30", "2026-10-26"]]', "people[2].away: it ends (2026-10-26) before"),
    "away of one": (PEOPLE + 'away = [["2026-10-30"]]', "people[2].away: a list is not a beginning and an end."),
    "active in quotes": (PEOPLE + 'active = "yes"', 'people[2].active: "yes" is neither true nor false.'),
    "e-mail without @": (PEOPLE + 'email = "head"', 'people[2].email: "head" is not an e-mail address.'),
    "e-mail with two": (PEOPLE + 'email = "a@b@c"', 'people[2].email: "a@b@c" is not an e-mail address.'),
    "e-mail with a break": (PEOPLE + 'email = "a@b.example\\nBcc: c@d.example"', "people[2].email: "),
    "name that hides": (SMALL + '[[people]]\nid = "a"\nname = "A\\u202eB"', "people[1].name: "),
    "shared account": (
        SMALL + '[[people]]\nid="a"\nname="A"\nslack="U1"\n[[people]]\nid="b"\nname="B"\nslack="U1"\n',
        'people[2].slack: "U1" is the slack of people[1] too.',
    ),
    "shared letter box": (
        SMALL + '[[people]]\nid="a"\nname="A"\nemail="X@s.example"\n[[people]]\nid="b"\nname="B"\nemail="x@S.example"',
        'people[2].email: "x@S.example" is the email of people[1] too.',
    ),
    "duty is nobody": (PEOPLE + '[routes]\nduty = "c"', 'routes.duty: "c" is nobody here.'),
    "holiday contact is nobody": (PEOPLE + '[calendar]\nholiday_contact = "c"', 'calendar.holiday_contact: "c" is'),
    "first hop": (SMALL + 'first_hop = "chair"', 'school.first_hop: "chair" is not a first recipient. Wanted one of: '),
    "urgent lengthened": (SMALL + "[deadlines]\nurgent_minutes = 61", "deadlines.urgent_minutes: 61 will not do."),
    "standard lengthened": (
        SMALL + "[deadlines]\nstandard_working_days = 3",
        "deadlines.standard_working_days: 3 will not do. Wanted a whole number from 1 to 2; a deadline may be short",
    ),
    "no time at all": (SMALL + "[deadlines]\nurgent_minutes = 0", "deadlines.urgent_minutes: 0 will not do."),
    "a true deadline": (SMALL + "[deadlines]\nurgent_minutes = true", "deadlines.urgent_minutes: true will not do."),
    "part of a day": (SMALL + "[deadlines]\nstandard_working_days = 1.5", "deadlines.standard_working_days: 1.5 will"),
    "unknown urgent kind": (SMALL + '[routes]\nurgent = ["thraet"]', 'routes.urgent: "thraet" is not a kind of rep'),
    "unknown copy": (SMALL + '[routes]\nsite_copy = "computer"', 'routes.site_copy: "computer" is not a post.'),
    "timezone": (SMALL + 'timezone = "Europe/Londn"', 'school.timezone: "Europe/Londn" is not a time zone.'),
    "timezone a folder": (SMALL + 'timezone = "Europe"', 'school.timezone: "Europe" is not a time zone.'),
    "timezone a path": (SMALL + 'timezone = "../../etc/passwd"', 'school.timezone: "../../etc/passwd" is not a time'),
    "no outside name": (SMALL + "[outside.LADO]\nphone = '1'", "outside.LADO.name: missing. Wanted the body's name."),
    "outside capitals": (SMALL + '[outside.lado]\nname = "L"', 'outside.lado: "lado" is not a body known here.'),
    "outside id": (SMALL + '[outside."a b"]\nname = "L"', 'outside: "a b" is not an id.'),
    "outside a number": ("outside = 7\n" + SMALL, "outside: 7 is not a table. Wanted [outside.LADO]."),
    "outside's date": (SMALL + '[outside.LADO]\nname = "L"\nchecked = "May"', 'outside.LADO.checked: "May" is not a'),
    "term reversed": (SMALL + '[calendar]\nterms = [["2026-12-18", "2026-09-02"]]', "calendar.terms: it ends (2026-09"),
    "day reversed": (SMALL + '[calendar]\nday = ["16:30", "08:00"]', "calendar.day: it ends (08:00:00) before"),
    "no hours": (SMALL + '[calendar]\nday = ["08:00", "08:00"]', "calendar.day: it ends (08:00:00) before"),
    "25 o'clock": (SMALL + '[calendar]\nday = ["08:00", "25:00"]', 'calendar.day: "25:00" is not a time of day.'),
    "retention kind": (
        SMALL + "[retention]\nthreats = 9",
        'retention: "threats" is not a key here. Did you mean "thre',
    ),
    "retention below": (SMALL + "[retention]\ndefault = -1", "retention.default: -1 will not do."),
    "a huge number": (SMALL + "[retention]\ndefault = 0x" + "f" * 9_000, "retention.default: a huge number will not"),
    "no policy file": (
        SMALL + '[[policies]]\nid = "p"\nfile = "gone.docx"',
        'policies[1].file: "gone.docx" is not there. Wanted a file, its place told from the folder of school.toml.',
    ),
    "a folder for a file": (SMALL + '[[policies]]\nid = "p"\nfile = "."', 'policies[1].file: "." is not there.'),
    "a name too long": (SMALL + f'[[policies]]\nid = "p"\nfile = "{"x" * 5000}"', "policies[1].file: "),
    "policy without id": (SMALL + '[[policies]]\ntitle = "T"', "policies[1].id: missing."),
    "two policies with one id": (
        SMALL + '[[policies]]\nid = "p"\n[[policies]]\nid = "p"',
        'policies[2].id: "p" is the id of policies[1] too.',
    ),
    "no school id": ('[school]\nname = "Oakfield"', 'school.id: missing. Wanted a short id such as "st-osmunds".'),
    "no school table": ("", "school.id: missing."),
    "school not a table": ("school = 7", "school: 7 is not a table of keys."),
    "odd school id": ('[school]\nid = "../x"\nname = "X"', 'school.id: "../x" is not an id.'),
    "school id with a break": ('[school]\nid = "a\\n"\nname = "X"', 'school.id: "a?" is not an id.'),
    "no school name": ('[school]\nid = "oakfield"', "school.name: missing. Wanted the school's name."),
    "not TOML": ("[school\n", "not TOML: "),
    "not a TOML date": (SMALL + "[outside.LADO]\nname='L'\nchecked = 2026-13-45", "not TOML: "),
    "TOML without a bottom": ("a = " + "[" * 60_000, "not TOML: a value too deep or too large."),
    "not UTF-8": (SMALL.encode() + b'# caf\xe9\n[[people]]\nid = "a"\n', "line 4 is not UTF-8."),
    "over a megabyte": (SMALL + "#" * 1_000_000, "larger than 1,000,000 bytes."),
}


@pytest.mark.parametrize(("content", "words"), FAULTS.values(), ids=FAULTS)
def test_a_fault_names_the_file_the_key_the_value_and_what_was_wanted(
    tmp_path: Path, content: str | bytes, words: str
) -> None:
    file = write(tmp_path, content)
    faults = faults_of(file)
    assert any(fault.startswith(f"{file}: ") and words in fault for fault in faults), faults
    assert all(len(fault) < len(str(file)) + 400 and fault.isprintable() for fault in faults)


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    one = write(tmp_path, PEOPLE + 'posts = ["heed", "hed"]\nemail = "b"\nmanager = "c"\n', "one.toml")
    two = write(tmp_path, SMALL + 'first_hop = "x"\n[deadlines]\nurgent_minutes = 90\n', "two/school.toml")
    three = write(tmp_path, "[", "three.toml")
    faults = faults_of(tmp_path)
    assert [fault.split(": ")[:2] for fault in faults] == [
        [str(one), "people[2].posts"],
        [str(one), "people[2].posts"],
        [str(one), "people[2].email"],
        [str(one), "people[2].manager"],
        [str(three), "not TOML"],
        [str(two), "school.first_hop"],
        [str(two), "deadlines.urgent_minutes"],
        [str(two), "school.id"],
    ]


def test_a_folder_holds_many_schools(tmp_path: Path) -> None:
    for id, name in (("oak", "oak.toml"), ("elm", "elm/school.toml"), ("ash", "school.toml")):
        write(tmp_path, f'[school]\nid = "{id}"\nname = "{id}"\n', name)
    write(tmp_path, "not for us", "elm/other.toml")
    assert sorted(schools(tmp_path)) == ["ash", "elm", "oak"]


@pytest.mark.parametrize("again", ["oakfield", "OAKFIELD"])
def test_two_schools_with_one_id_are_refused(tmp_path: Path, again: str) -> None:
    one, two = write(tmp_path, SMALL, "a.toml"), write(tmp_path, SMALL.replace("oakfield", again), "b.toml")
    assert faults_of(tmp_path) == (
        f'{two}: school.id: "{again}" is the id of the school in {one} too. Wanted one of its own.',
    )


def test_a_path_with_no_school_says_so(tmp_path: Path) -> None:
    assert faults_of(tmp_path)[0].startswith(f"{tmp_path}: no school is here.")
    gone = tmp_path / "gone.toml"
    assert faults_of(gone)[0].startswith(f"{gone}: cannot be read (no such file or directory).")
    assert "cannot be read (file name too long)" in faults_of(tmp_path / ("x" * 5000))[0]
    (tmp_path / "folder.toml").mkdir()
    assert "cannot be read (is a directory)" in faults_of(tmp_path)[0]


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


def test_a_secret_that_strayed_into_a_school_toml_is_not_repeated(tmp_path: Path) -> None:
    faults = faults_of(write(tmp_path, 'CANDOUR_KEY = "hunter22"\nSLACK_BOT_TOKEN = "hunter22"\n' + SMALL))
    assert len(faults) == 2
    assert "hunter22" not in "".join(faults)


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


VALUES = st.recursive(
    st.one_of(
        st.booleans().map(lambda value: str(value).lower()),
        st.integers().map(str),
        st.floats(allow_nan=False, allow_infinity=False).map(lambda value: f"{value:.3f}"),
        st.sampled_from(["2026-10-26", "2026-10-26T08:00:00Z", "08:00:00", "nan", "-inf", '""', '"a"', '"\\u0000"']),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        inner.map(lambda value: f"{{id = {value}, name = {value}}}"),
    ),
    max_leaves=4,
)
KEYS = ["school", "people", "outside", "routes", "deadlines", "calendar", "retention", "policies"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), VALUES))
def test_whatever_stands_at_a_key_is_a_school_or_faults(tmp_path: Path, tables: dict[str, str]) -> None:
    file = write(tmp_path, "\n".join(f"{key} = {value}" for key, value in tables.items()))
    with pytest.raises(Faults) as told:  # no such file names a school rightly
        schools(file)
    assert all(line.startswith(f"{file}: ") for line in told.value.lines)


INNER = ["school", "deadlines", "routes", "calendar", "retention"]
INNER_KEYS = ["id", "name", "timezone", "urgent", "urgent_minutes", "terms", "day", "closed", "default", "duty", "away"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(INNER), st.dictionaries(st.sampled_from(INNER_KEYS), VALUES)))
def test_whatever_stands_inside_a_table_is_a_school_or_faults(
    tmp_path: Path, tables: dict[str, dict[str, str]]
) -> None:
    rows = [f"{table}.{key} = {value}" for table, row in tables.items() for key, value in row.items()]
    file = write(tmp_path, "\n".join(rows))
    assert all(line.startswith(f"{file}: ") for line in faults_or_none(file))
