"""The sample school is whole: people, numbers, calendar and policies of its own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from adapters.sample import FOLDER
from reports.people import GOVERNING, Post

EXAMPLE = Path(__file__).resolve().parents[2] / "school.example.toml"
SHARED = Path(__file__).resolve().parents[2].parent / "shared"
REAL = sorted((SHARED / "policies").glob("*.txt"))
SAMPLE = sorted(path for path in FOLDER.rglob("*") if path.suffix in {".toml", ".md", ".txt"})
POLICIES = sorted((FOLDER / "policies").iterdir())

LONGEST = 1_000  # words: a sample policy is read at one sitting
RUN = 8  # words in a row that nobody writes twice by chance
RINGS_NOWHERE = re.compile(r"01632 960\d{3}|0808 157 0\d{3}")  # kept by Ofcom for drama
NUMBER = re.compile(r"\b0[1-9][\d ]{7,}\d\b")
EMERGENCY = {"999", "101"}


def read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


SCHOOL = read(FOLDER / "school.toml")
PEOPLE = {person["id"]: person for person in SCHOOL["people"]}


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", text.casefold().replace("’", "'"))


def runs(file: Path) -> set[tuple[str, ...]]:
    found = words(file.read_text(encoding="utf-8"))
    return {tuple(found[at : at + RUN]) for at in range(len(found) - RUN + 1)}


def line_of_management(id: str) -> list[str]:
    line = [id]
    while (above := PEOPLE[line[-1]].get("manager")) and above not in line:
        line.append(above)
    return line


def keys(table: Any) -> Iterator[str]:
    if isinstance(table, list):
        for entry in table:
            yield from keys(entry)
    elif isinstance(table, dict):
        for key, value in table.items():
            yield key
            yield from keys(value)


def is_governor(person: dict[str, Any]) -> bool:
    return bool(GOVERNING & set(person.get("posts", [])))


def test_the_school_says_which_it_is() -> None:
    assert SCHOOL["school"]["id"] == "sample"
    assert SCHOOL["school"]["name"] == "Larkfield Primary School"


def test_no_two_people_share_an_id_a_name_or_an_address() -> None:
    for key in ("id", "name", "email"):
        assert len({person[key] for person in SCHOOL["people"]}) == len(SCHOOL["people"])


@pytest.mark.parametrize("post", Post)
def test_every_post_is_held(post: Post) -> None:
    assert [id for id, person in PEOPLE.items() if post in person.get("posts", [])]


def test_nobody_holds_a_post_that_does_not_exist() -> None:
    assert {post for person in SCHOOL["people"] for post in person.get("posts", [])} <= set(Post)


def test_every_manager_exists() -> None:
    assert {person["manager"] for person in SCHOOL["people"] if "manager" in person} <= set(PEOPLE)


def test_every_line_of_management_ends_at_the_headteacher() -> None:
    (head,) = (id for id, person in PEOPLE.items() if Post.HEADTEACHER in person.get("posts", []))
    astray = {id for id, person in PEOPLE.items() if not is_governor(person) and line_of_management(id)[-1] != head}
    assert not astray


def test_nobody_in_school_manages_a_governor() -> None:
    assert not [person["id"] for person in SCHOOL["people"] if is_governor(person) and "manager" in person]


def test_every_address_is_one_that_reaches_nobody() -> None:
    assert all(person["email"].endswith("@school.example") for person in SCHOOL["people"])


def test_every_outside_body_is_there() -> None:
    assert {"LADO", "LA", "CSC", "police", "support"} <= set(SCHOOL["outside"])


@pytest.mark.parametrize("body", SCHOOL["outside"])
def test_every_outside_number_rings_nowhere_and_has_a_checked_date(body: str) -> None:
    outside = SCHOOL["outside"][body]
    assert type(outside["checked"]) is date
    real = set(re.findall(r"\d+", outside["phone"])) <= EMERGENCY
    assert real if body == "police" else RINGS_NOWHERE.fullmatch(outside["phone"])


@pytest.mark.parametrize("file", [*SAMPLE, EXAMPLE], ids=lambda file: file.name)
def test_no_number_belongs_to_anybody(file: Path) -> None:
    numbers = NUMBER.findall(file.read_text(encoding="utf-8"))
    assert [number for number in numbers if not RINGS_NOWHERE.fullmatch(number)] == []


def test_a_support_number_that_a_policy_prints_is_the_one_that_the_school_gives() -> None:
    given = {outside["phone"] for outside in SCHOOL["outside"].values()}
    printed = {number for file in POLICIES for number in NUMBER.findall(file.read_text(encoding="utf-8"))}
    assert printed
    assert printed <= given


def test_the_terms_are_in_order_and_do_not_overlap() -> None:
    days = [date.fromisoformat(day) for term in SCHOOL["calendar"]["terms"] for day in term]
    assert days == sorted(set(days))


@pytest.mark.parametrize("key", ["closed", "half_days"])
def test_a_day_unlike_others_is_a_weekday_in_term(key: str) -> None:
    terms = SCHOOL["calendar"]["terms"]
    for day in SCHOOL["calendar"][key]:
        assert any(first <= day <= last for first, last in terms)
        assert date.fromisoformat(day).weekday() < 5


def test_every_policy_is_named_and_every_policy_named_is_there() -> None:
    assert sorted(FOLDER / policy["file"] for policy in SCHOOL["policies"]) == POLICIES


@pytest.mark.parametrize("policy", SCHOOL["policies"], ids=lambda policy: policy["id"])
def test_every_policy_prints_the_title_that_the_school_gives_it(policy: dict[str, str]) -> None:
    first = (FOLDER / policy["file"]).read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# {policy['title']}"


@pytest.mark.parametrize("file", POLICIES, ids=lambda file: file.stem)
def test_every_policy_is_short(file: Path) -> None:
    assert 500 < len(file.read_text(encoding="utf-8").split()) < LONGEST


def test_the_example_names_every_key_that_the_sample_uses() -> None:
    chosen = set(SCHOOL["outside"])  # a school names its own support lines
    told = EXAMPLE.read_text(encoding="utf-8")
    assert {key for key in set(keys(SCHOOL)) - chosen if not re.search(rf"\b{key}\b", told)} == set()


def test_the_example_can_be_read_and_fills_every_post() -> None:
    people = read(EXAMPLE)["people"]
    assert {post for person in people for post in person.get("posts", [])} == set(Post)


@pytest.mark.needs("shared")
@pytest.mark.parametrize("file", [*SAMPLE, EXAMPLE], ids=lambda file: file.name)
def test_no_run_of_words_is_shared_with_a_real_policy(file: Path) -> None:
    assert [" ".join(run) for real in REAL for run in runs(file) & runs(real)] == []
