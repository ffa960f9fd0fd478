"""What the documents say is so: commands exist, settings are read, files are there, and the picture is fresh."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from adapters.__main__ import COMMANDS, _parser

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "docs/key-loss.md")
OUTSIDE = re.compile(r"(?<![\w.])/(?:root|home|Users|mnt)/\w")


def blocks(text: str) -> list[str]:
    return re.findall(r"^```\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def test_the_first_two_commands_of_the_readme_are_make_chat_and_make_test() -> None:
    assert blocks(README)[0].split("\n")[:2] == ["make chat", "make test"]


def commands() -> list[str]:
    lines = [line.split("#")[0].strip() for block in blocks(README) for line in block.splitlines()]
    return [line for line in lines if line.startswith("candour ")]


@pytest.mark.parametrize("line", commands())
def test_every_command_in_the_readme_is_understood(line: str) -> None:
    import shlex

    words = shlex.split(line)[1:]
    assert _parser(words).parse_args(words).command == words[0]


def test_the_readme_names_every_command_and_no_other() -> None:
    named = set(re.findall(r"`candour (\w+)", README)) - {"COMMAND"}
    assert named == set(COMMANDS)


def test_every_make_target_that_a_page_names_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        named = set(re.findall(r"`make ([a-z]+)", (ROOT / page).read_text(encoding="utf-8")))
        assert named <= targets, page


def test_every_setting_that_is_documented_is_read_and_the_other_way_round() -> None:
    documented = set(
        re.findall(r"^#? ?([A-Z][A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE)
    )
    source = (ROOT / "adapters" / "settings.py").read_text(encoding="utf-8")
    named = "CANDOUR|DATABASE|KEYS|PUBLIC|POLICY|METRICS|LOG|SMTP|MAIL|ALARM"
    read = set(re.findall(rf'"((?:{named})_[A-Z]+)"', source))
    assert read == {name for name in documented if not name.startswith(("SLACK_", "TEAMS_"))}


@pytest.mark.parametrize("page", PAGES)
def test_every_link_to_a_file_of_ours_leads_somewhere(page: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", (ROOT / page).read_text(encoding="utf-8"))
    assert all((ROOT / link).exists() for link in links if "://" not in link), links


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_names_is_there(page: str) -> None:
    named = re.findall(r"`((?:knowledge|reports|bot|adapters|tests)/[\w/.]+\.\w+)`", (ROOT / page).read_text("utf-8"))
    there = {name for name in named if not (ROOT / name).exists()}
    assert not there


def test_every_dependency_has_a_line_that_says_why() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    said = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for wanted in (*project["dependencies"], *project["optional-dependencies"]["test"]):
        name = re.split(r"[<>=\[]", wanted)[0]
        assert re.search(rf"^\|.*\b{re.escape(name)}\b", said, re.MULTILINE), name


def test_nothing_in_the_project_names_a_path_of_one_machine() -> None:
    for file in sorted(ROOT.rglob("*")):
        inside = file.relative_to(ROOT).parts
        if (inside[0].startswith(".") and inside[0] != ".ci") or "__pycache__" in inside or not file.is_file():
            continue
        if file.suffix in {".py", ".md", ".toml", ".txt", ".lock", ".example"} or file.name in {"Makefile", "run"}:
            found = OUTSIDE.search(file.read_text(encoding="utf-8", errors="replace"))
            assert not found or file == Path(__file__), f"{file}: {found and found[0]}"


def test_the_picture_shows_what_the_terminal_says_today(tmp_path: Path) -> None:
    """Drawn anew with: python docs/picture.py"""
    from docs import picture

    picture.draw(tmp_path / "terminal.svg")
    drawn, kept = (words((folder / "terminal.svg").read_text("utf-8")) for folder in (tmp_path, ROOT / "docs"))
    assert drawn == kept


def words(svg: str) -> list[str]:
    return re.findall(r">([^<>]+)</text>", svg)
