"""What the tests of school.toml write into one, and how they read the faults that are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.directory import schools
from adapters.faults import Faults

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
