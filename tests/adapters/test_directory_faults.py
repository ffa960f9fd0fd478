"""Each fault in a school.toml names its file, its key, its value and what was wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.adapters.school_files import PEOPLE, SMALL, faults_of, write

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


def test_a_secret_that_strayed_into_a_school_toml_is_not_repeated(tmp_path: Path) -> None:
    faults = faults_of(write(tmp_path, 'CANDOUR_KEY = "hunter22"\nSLACK_BOT_TOKEN = "hunter22"\n' + SMALL))
    assert len(faults) == 2
    assert "hunter22" not in "".join(faults)
