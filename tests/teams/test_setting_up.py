"""Setting Teams up: the app that a school uploads, what the doctor tries, and where alone the library stands."""

from __future__ import annotations

import ast
import asyncio
import json
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest

from adapters.doctor.findings import Weight
from adapters.doctor.teams import teams
from adapters.teams.package import COMMANDS, manifest, package
from bot.commands import command
from docs.teams import icons
from reports.people import School
from tests.slack.schema import faults
from tests.teams.connector import APP
from tests.teams.stage import CHAIR, HEAD, Stage, play, stage

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = json.loads((Path(__file__).parent / "teams_manifest.schema.json").read_text(encoding="utf-8"))
SCHOOL = School("sample", "Oakfield Primary School")
ADDRESS = "https://candour.school.example"
OF_THE_LIBRARY = {"botbuilder", "botframework", "msrest", "jwt"}
ITS_FILES = {"wire.py", "tokens.py", "credentials.py", "library.py"}


def test_microsofts_own_schema_takes_the_manifest() -> None:
    assert list(faults(manifest(APP, ADDRESS, SCHOOL), SCHEMA, SCHEMA)) == []


def test_the_schema_refuses_what_teams_would_refuse() -> None:
    made = manifest(APP, ADDRESS, SCHOOL)
    bad = [
        made | {"name": {"short": "x" * 31}},
        made | {"foo": 1},
        {name: value for name, value in made.items() if name != "icons"},
    ]
    assert all(list(faults(each, SCHEMA, SCHEMA)) for each in bad)


def test_every_command_that_is_offered_is_one_that_the_bot_knows() -> None:
    assert [title for title, _ in COMMANDS if command(title) is None] == []


def test_the_zip_holds_a_manifest_and_two_icons_of_the_right_size(tmp_path: Path) -> None:
    made = package(APP, ADDRESS, SCHOOL)
    assert made == package(APP, ADDRESS, SCHOOL)
    (tmp_path / "app.zip").write_bytes(made)
    with zipfile.ZipFile(tmp_path / "app.zip") as zipped:
        assert sorted(zipped.namelist()) == ["color.png", "manifest.json", "outline.png"]
        assert json.loads(zipped.read("manifest.json"))["bots"][0]["botId"] == APP
        sizes = {name: struct.unpack(">II", zipped.read(name)[16:24]) for name in ("color.png", "outline.png")}
    assert sizes == {"color.png": (192, 192), "outline.png": (32, 32)}


def test_the_icons_are_the_ones_that_their_script_draws() -> None:
    kept = ROOT / "adapters" / "teams" / "icons"
    assert (kept / "color.png").read_bytes() == icons.png(192, icons.colour)
    assert (kept / "outline.png").read_bytes() == icons.png(32, icons.outline)


def test_the_outline_is_white_and_clear_and_nothing_else() -> None:
    points = {icons.dot(x, y, 32, icons.outline)[:3] for x in range(32) for y in range(32)}
    assert points == {(255, 255, 255)}


def test_the_library_stands_behind_the_files_that_a_successor_would_replace() -> None:
    importing = set()
    for path in (ROOT / "adapters").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in OF_THE_LIBRARY:
                importing.add(path.name)
            if isinstance(node, ast.Import) and OF_THE_LIBRARY & {alias.name.partition(".")[0] for alias in node.names}:
                importing.add(path.name)
    assert importing == ITS_FILES


def says(st: Stage) -> dict[str, Weight]:
    return {found.says: found.weight for found in teams(st.house, st.house.school(None))}


def test_the_doctor_tries_the_registration_and_names_whom_the_bot_has_not_met(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(HEAD)
            found = await asyncio.to_thread(says, st)
            assert found["Microsoft knows the bot's registration."] is Weight.WELL
            (unmet,) = [each for each in found if "have not added Candour" in each]
            assert "h.head" not in unmet
            assert "c.chair" in unmet
            assert CHAIR not in st.teams.installed

    play(story())


@pytest.mark.parametrize("name", ["TEAMS_APP_PASSWORD", "TEAMS_APP_ID"])
def test_the_doctor_says_when_the_registration_is_wrong(tmp_path: Path, name: str) -> None:
    async def story() -> None:
        async with stage(tmp_path, **{name: "wrong"}) as st:
            found = await asyncio.to_thread(says, st)
            assert [weight for each, weight in found.items() if "is wrong, or has run out" in each] == [Weight.MUST]

    play(story())
